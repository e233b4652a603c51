"""The whole bot on what only a chat network can do to it: it asks to wait, it is late, it brings what is no text."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.demo.telefoon import tekst_van
from bot.webchat import Tempo
from bot.webchat.fouten import ApiError
from tests.webchat.conftest import png
from tests.wereld import ANNA, BRAM, MARIA, Wereld, zin

BEGIN = datetime(2027, 2, 3, 19, 0, tzinfo=UTC)


@dataclass
class Streng(Tempo):
    """Keeps what it refused."""

    geweigerd: list[ApiError] = field(default_factory=list)

    def neem(self, chat: int | str) -> ApiError | None:
        fout = super().neem(chat)
        self.geweigerd += [fout] if fout else []
        return fout


async def test_a_network_that_asks_to_wait_gets_every_message_and_each_once(wereld: Wereld) -> None:
    wereld.alleen_telegram("een netwerk dat om geduld vraagt")
    buren = [await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), await wereld.bewoner(MARIA, "English")]
    await wereld.rust()
    tempo = Streng(time.monotonic, per_seconde=2)
    wereld.begrens(tempo)
    await wereld.plan_bijeenkomst("Soepavond")
    for buur in buren:
        await buur.wacht(lambda b: "Soepavond" in tekst_van(b), "de aankondiging")
    await wereld.rust()
    assert tempo.geweigerd
    for buur in buren:
        assert sum("Soepavond" in tekst_van(b) for b in await buur.berichten()) == 1, buur.wie.naam


async def test_a_code_that_a_phone_without_a_connection_kept_for_an_hour_counts_from_when_it_was_typed(
    wereld: Wereld,
) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    publiek_id = await wereld.plan_bijeenkomst()
    wereld.klok.nu = BEGIN
    code = await wereld.deurcode(publiek_id)
    wereld.klok.nu += timedelta(hours=1)
    gezien = {b["message_id"] for b in await anna.berichten()}
    await anna.typ_op(code, BEGIN + timedelta(minutes=1))
    await anna.wacht(
        lambda b: b["message_id"] not in gezien and zin("deur.binnen", titel="Café") in tekst_van(b), "welkom"
    )
    te_laat = await bram.vraag(code)
    assert zin("deur.binnen", titel="Café") not in tekst_van(te_laat)


async def test_what_is_no_text_is_answered_kindly(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    for stuurt in (
        anna.stuur_bestand("foto", "kast.png", png()),
        anna.stuur_bestand("document", "lijst.csv", b"a;b"),
        anna.stuur_locatie(52.0263, 5.5544),
    ):
        antwoord = await anna.na(stuurt)
        assert tekst_van(antwoord)
    await wereld.herstart()
    await anna.vraag("/agenda", zin("bijeenkomst.agenda_leeg"))

"""A broadcast with a picture in two languages: its maker sees how it goes, stops it, and reads what came of it."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, func, select, update

from berichten.voortgang import VOL
from bot.config import Verzending, Werkwijze
from bot.demo.telefoon import Bericht, knoppen, tekst_van
from bot.storage import tables as t
from bot.voorbeeldbuurt import Rol
from tests.builders import een_bewoner, een_huishouden
from tests.webchat.conftest import png
from tests.wereld import ANNA, MARIA, NOOR, SNEL, Mens, Wereld, knop, zin

BUREN = 12
TRAAG = Verzending(per_seconde=4)
"""Fourteen messages take long enough to stop them halfway."""


async def buren(wereld: Wereld) -> list[Mens]:
    """Let neighbours with a phone join; the conversation in which one does is tested elsewhere."""
    mensen = [wereld.mens(Rol(100 + n, f"Buur {n}")) for n in range(BUREN)]
    for mens in mensen:
        await wereld.nieuw_persoon(mens.wie)
        await mens.vraag("/start")

    def voeg_toe(tx: Connection) -> None:
        for mens in mensen:
            thuis = een_huishouden(tx, wereld.wijk, straat="Lindelaan", volwassenen=1).id
            zijn = update(t.account).where(t.account.c.extern_id == str(mens.wie.id))
            tx.execute(zijn.values(bewoner=een_bewoner(tx, wereld.wijk, thuis), taal="nl"))

    await wereld.database.write(wereld.wijk, voeg_toe)
    return mensen


async def met(wereld: Wereld, verzending: Verzending) -> None:
    """Start again, at another pace, and where one person may write to the whole wijk."""
    wereld.settings = replace(wereld.settings, verzending=verzending, werkwijze=Werkwijze(()))
    await wereld.herstart()


def heeft(veld: str) -> Callable[[Bericht], bool]:
    """Return whether a message has this field."""
    return lambda bericht: veld in bericht


async def vul_in(noor: Mens, bestand: Awaitable[None]) -> Bericht:
    """Fill in the form with a file, for the whole wijk and at once; return the last message of the preview."""
    await noor.vraag("/bericht", zin("uitzending.inhoud.vraag"))
    stap = await noor.na(bestand)
    stap = await noor.druk(stap, knop("doelgroep.voor.wijk"), zin("uitzending.wie.vraag"))
    stap = await noor.druk(stap, knop("knop.verder"), zin("uitzending.taal.vraag"))
    stap = await noor.druk(stap, "Nederlands", zin("uitzending.moment.vraag"))
    return await noor.druk(stap, knop("uitzending.moment.nu"), zin("uitzending.zo"), nieuw=True)


async def schrijf(noor: Mens) -> Bericht:
    """The same with a picture and a translation."""
    met_foto = noor.stuur_bestand("foto", "a.png", png(300, 200), "image/png", "🎉 Kom <b>morgen</b> naar het café")
    await noor.druk(await vul_in(noor, met_foto), "Vertaling: Engels", "Engels")
    gezien = {b["message_id"] for b in await noor.berichten()}
    await noor.typ_html("🎉 Come to the café <i>tomorrow</i>")
    return await noor.wacht(lambda b: b["message_id"] not in gezien and zin("uitzending.zo") in tekst_van(b), "zo")


async def aantallen(wereld: Wereld) -> dict[tuple[str, str | None], int]:
    """Count the messages of the broadcast by state and reason."""
    o = t.outbox.c
    vraag = select(o.staat, o.reden, func.count()).where(o.uitzending.is_not(None)).group_by(o.staat, o.reden)
    rijen: list[Any] = await wereld.database.read(lambda tx: list(tx.execute(vraag)))
    return {(rij.staat, rij.reden): rij[2] for rij in rijen}


async def wacht_op(wereld: Wereld, verzonden: int) -> None:
    async with asyncio.timeout(20):
        while (await aantallen(wereld)).get(("verzonden", None), 0) < verzonden:  # noqa: ASYNC110 (rows)
            await asyncio.sleep(0.02)


async def kreeg_het(mensen: list[Mens]) -> list[Bericht]:
    """Return the message as it is on each phone that has it."""
    alle = [b for mens in mensen for b in await mens.berichten() if b.get("photo")]
    assert len({b["chat"]["id"] for b in alle}) == len(alle), "nobody has it twice"
    return alle


async def test_a_broadcast_is_stopped_halfway_after_a_restart_and_the_report_is_right(wereld: Wereld) -> None:
    wereld.alleen_telegram("opmaak in wat iemand typt")
    await met(wereld, SNEL)
    anna, maria = await wereld.bewoner(ANNA), await wereld.bewoner(MARIA, "English")
    noor, mensen = wereld.mens(NOOR), [*await buren(wereld), anna, maria]
    voorbeeld = await schrijf(noor)
    assert sum("photo" in b for b in await noor.berichten()) >= 2, "the preview shows the picture in both languages"
    await met(wereld, TRAAG)
    await noor.tik(voorbeeld, knoppen(voorbeeld)[0][0]["text"])
    lopend = await noor.wacht(lambda b: zin("voortgang.kop.bezig") in tekst_van(b), "hoe het gaat")
    await wacht_op(wereld, 3)
    await met(wereld, replace(TRAAG, per_seconde=2))
    await wacht_op(wereld, 5)
    lopend = await noor.wacht(lambda b: VOL in tekst_van(b), "de balk")
    stopknop = knoppen(lopend)[0][0]["callback_data"]
    await anna.na(anna.vervals(await anna.laatste(), stopknop))  # forged: not hers
    gestopt = await noor.druk(lopend, knop("knop.stop_uitzending"), zin("voortgang.kop.gestopt"))
    bij_stop = await aantallen(wereld)
    assert not bij_stop.get(("wachtend", None))
    await noor.vervals(gestopt, stopknop)  # a second tap
    einde = await noor.wacht(
        lambda b: b["message_id"] == lopend["message_id"] and zin("voortgang.duur") in tekst_van(b),
        "het verslag",
    )
    await wereld.rust()
    rijen, gekregen = await aantallen(wereld), await kreeg_het(mensen)
    verzonden = rijen[("verzonden", None)]
    assert 5 <= verzonden < len(mensen), "the answer did not wait for all of it"
    assert verzonden <= bij_stop[("verzonden", None)] + bij_stop.get(("bezig", None), 0), "nothing began after it"
    assert rijen == {("verzonden", None): verzonden, ("mislukt", "gestopt"): len(mensen) - verzonden}
    assert len(gekregen) == verzonden
    assert zin("voortgang.verzonden", verzonden=verzonden, geheel=len(mensen)) in tekst_van(einde)
    assert zin("voortgang.gestopt", aantal=len(mensen) - verzonden) in tekst_van(einde)
    for bericht in gekregen:
        engels = bericht["chat"]["id"] == MARIA.id
        assert bericht["caption"].startswith("🎉 Come" if engels else "🎉 Kom")
        assert bericht["caption_entities"][0]["type"] == ("italic" if engels else "bold")
    assert not any(zin("voortgang.kop.gestopt") in tekst_van(b) for b in await anna.berichten())
    assert sum(VOL in tekst_van(b) or zin("voortgang.kop.gestopt") in tekst_van(b) for b in await noor.berichten()) == 1


async def test_one_that_is_left_alone_ends_as_a_report_that_counts_who_blocked_the_bot(wereld: Wereld) -> None:
    await met(wereld, SNEL)
    anna, noor, mensen = await wereld.bewoner(ANNA), wereld.mens(NOOR), await buren(wereld)
    voorbeeld = await schrijf(noor)
    await anna.blokkeer(True)
    await wereld.rust()
    await wereld.database.write(0, lambda tx: tx.execute(update(t.account).values(bereikbaar=True)))
    await noor.tik(voorbeeld, knoppen(voorbeeld)[0][0]["text"])
    verslag = await noor.wacht(lambda b: zin("voortgang.kop.klaar") in tekst_van(b), "het verslag")
    assert zin("voortgang.verzonden", verzonden=BUREN, geheel=BUREN + 1) in tekst_van(verslag)
    assert zin("voortgang.mislukt", aantal=1) in tekst_van(verslag)
    assert len(await kreeg_het(mensen)) == BUREN
    id_ = await wereld.database.read(lambda tx: tx.scalar(select(t.uitzending.c.publiek_id)))
    await noor.vervals(verslag, f"uzaf:{id_}:ja")  # there is nothing to stop any more
    await wereld.rust()
    (nog,) = [b for b in await noor.berichten() if b["message_id"] == verslag["message_id"]]
    assert tekst_van(nog) == tekst_van(verslag)


async def test_a_film_and_a_voice_message_arrive_as_such_and_the_third_of_a_week_is_said_to_come_later(
    wereld: Wereld,
) -> None:
    wereld.alleen_telegram("opmaak in wat iemand typt")
    await met(wereld, replace(SNEL, per_week=2))
    anna, noor = await wereld.bewoner(ANNA), wereld.mens(NOOR)
    await buren(wereld)
    for soort, mime, veld in (("video", "video/mp4", "video"), ("spraak", "audio/ogg", "voice")):
        voorbeeld = await vul_in(noor, noor.stuur_bestand(soort, "a", b"x", mime, "Zo <u>gaat</u> het"))
        await noor.tik(voorbeeld, knoppen(voorbeeld)[0][0]["text"])
        gekregen = await anna.wacht(heeft(veld), soort)
        assert (gekregen["caption"][:10], gekregen["caption_entities"][0]["type"]) == ("Zo gaat he", "underline")
    voorbeeld = await vul_in(noor, noor.stuur_bestand("document", "plan.pdf", b"x", "application/pdf", "Het plan"))
    gezien = {b["message_id"] for b in await noor.berichten()}
    await noor.tik(voorbeeld, knoppen(voorbeeld)[0][0]["text"])
    later = zin("voortgang.bewaard", aantal=BUREN + 1)
    await noor.wacht(lambda b: b["message_id"] not in gezien and later in tekst_van(b), "het verslag")
    assert not any("document" in b for b in await anna.berichten())

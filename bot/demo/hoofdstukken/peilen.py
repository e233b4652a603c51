"""The polls: one about an evening, which nobody is heard by, and the one about the decision."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.demo.hoofdstukken.regels import nederlands
from bot.demo.telefoon import Telefoon, tekst_van
from bot.demo.verteller import Verhaal, VerhaalFout, heeft_knop

WELKE_AVOND = "Welke avond past u het best?"
WELKE_WARMTE = "Welke warmte past het best bij onze buurt?"
OPTIES = ("Een warmtenet", "Elk huis een warmtepomp", "Ik weet het nog niet")


async def welke_avond(v: Verhaal) -> None:
    """Ten residents choose an evening."""
    await _peil(v, WELKE_AVOND, ("Maandag", "Donderdag"), await v.nu() + timedelta(days=3), "over iets anders")
    for plaats, wie in enumerate(v.bewoners):
        await _stem(v, wie, WELKE_AVOND, ("Maandag", "Donderdag")[plaats % 2])
    v.zeg("🗳  Alle tien kiezen een avond. Dat telt niet als gehoord.")
    await v.vraag_stand()


async def besluit(v: Verhaal) -> None:
    """The vote about the decision, someone who thinks again, and the result."""
    sluit = (await v.nu() + timedelta(days=14)).replace(hour=20, minute=0, second=0, microsecond=0)
    await _peil(v, WELKE_WARMTE, OPTIES, sluit, "Ja, over het besluit")
    for plaats, wie in enumerate(v.bewoners):
        await _stem(v, wie, WELKE_WARMTE, OPTIES[0] if plaats < 6 else OPTIES[1])
        v.zeg(f"🗳  {wie.wie.naam} stemt.")
    v.zeg("   Wim bedenkt zich, en Fatma tikt van ongeduld tien keer.")
    await _stem(v, v.bewoners[1], WELKE_WARMTE, OPTIES[2])
    peiling = await v.open(v.bewoners[2], "/peilingen", WELKE_WARMTE, WELKE_WARMTE)
    for _ in range(10):
        await v.bewoners[2].tik(peiling, OPTIES[0])
    stemmers = [buur for plaats, buur in enumerate(v.buren) if plaats % 7 != 6]
    if stemmers:
        keuzes = dict(zip((buur.wie.id for buur in stemmers), (0, 0, 1, 0, 0, 2, 0) * 6, strict=False))
        await v.samen(stemmers, lambda wie: _stem_meteen(wie, OPTIES[keuzes[wie.wie.id]]))
        v.zeg(f"🗳  Nog {len(stemmers)} buren stemmen, met de knop onder het bericht.")
    v.telt["gehoord"] += len(v.bewoners) + len(stemmers)
    await v.vraag_stand()
    await v.ga_naar(sluit + timedelta(minutes=1))
    await v.allen_horen(nederlands(v.bewoners), f"Uitslag: {WELKE_WARMTE}")
    await _uitslag(v, [5, 4, 1] if not stemmers else [32, 10, 6])


async def _uitslag(v: Verhaal, stemmen: Sequence[int]) -> None:
    """Two residents read the result: in round numbers, and small ones not at all."""
    getoond = ["minder dan 5" if n < 5 else _op_vijf(n) for n in stemmen]
    for wie in (v.bewoners[0], v.bewoners[9]):
        uitslag = await v.open(wie, "/peilingen", WELKE_WARMTE, "Uitslag", f"{_op_vijf(sum(stemmen))} buren hebben")
    regels = [regel.rpartition(": ")[2] for regel in tekst_van(uitslag).splitlines() if regel.startswith("•")]
    if regels != getoond:
        raise VerhaalFout(f"de uitslag is {regels} en moet {getoond} zijn")
    v.zeg("📊 De uitslag staat er in ronde getallen, en kleine getallen niet. Wat wie koos, weet niemand meer.")


def _op_vijf(aantal: int) -> str:
    return str((aantal + 2) // 5 * 5)


async def _peil(v: Verhaal, vraag: str, opties: Sequence[str], sluit: datetime, besluit_: str) -> None:
    hoe = await v.noor.vraag("/peiling", "Nieuwe peiling")
    await v.noor.druk(hoe, "Kiezen uit antwoorden", "Typ de vraag")
    await v.noor.vraag(vraag, "Waaruit kunnen mensen kiezen")
    stap = await v.noor.vraag("\n".join(opties), "Hoeveel antwoorden")
    stap = await v.noor.druk(stap, "Eén", "Voor wie")
    await v.noor.druk(stap, "De hele wijk", "Tot wanneer")
    stap = await v.noor.vraag(f"{sluit:%d-%m-%Y %H:%M}", "Wanneer ziet men de uitslag")
    stap = await v.noor.druk(stap, "Pas na afloop", "over het besluit over de warmte")
    voorbeeld = await v.noor.druk(stap, besluit_, "Klopt het?", vraag)
    await v.noor.druk(voorbeeld, "Ja, plaatsen", vraag, "Stemmen kan tot")
    v.zeg(f"❓ Noor vraagt: {vraag}")
    await v.allen_horen(v.bewoners, vraag)


async def _stem(v: Verhaal, wie: Telefoon, vraag: str, optie: str) -> None:
    peiling = await v.open(wie, "/peilingen", vraag[:30], vraag)
    await wie.druk(peiling, optie, v.engels(wie, f"Uw stem: {optie}", f"Your vote: {optie}"))


async def _stem_meteen(wie: Telefoon, optie: str) -> None:
    """Vote with the button under the message that asks."""
    peiling = await wie.wacht(partial(heeft_knop, optie), f"de knop {optie}")
    await wie.druk(peiling, optie, f"Uw stem: {optie}")

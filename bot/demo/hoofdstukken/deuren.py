"""Conversations at the door: with who has no phone, and with who lets nothing be heard."""

from bot.demo.telefoon import Bericht
from bot.demo.verteller import Verhaal

_RONDE = (("Spechtweg 11", (2, 2, 2, 2, 2)), ("Lijsterhof 38", (2, 1)))
"""Where a round begins, and how many speak at each next address."""


async def deurgesprek(v: Verhaal) -> None:
    """Noor visits who has no phone."""
    huis = await naar_huis(v, await v.noor.vraag("/deurgesprek", "In welke straat"))
    gekozen = await v.noor.druk(huis, "Bewoner 1", "Aangetikt")
    await v.noor.druk(gekozen, "Verteld. Vastleggen: aan de deur", "Vastgelegd")
    v.zeg("🗨  Noor belt aan bij mevrouw De Wit. Zij vertelt wat zij van de plannen vindt: ook zij is nu gehoord.")
    v.telt["gehoord"] += 1
    await v.vraag_stand()


async def ronde(v: Verhaal) -> None:
    """Noor goes past the doors behind which nobody answered the letter."""
    gesproken = 0
    for begin, stoelen in _RONDE:
        await v.noor.vraag("/deurgesprek", "In welke straat")
        huis = await v.noor.vraag(begin, begin)
        for plaats, hoeveel in enumerate(stoelen):
            if plaats:
                huis = await v.noor.druk(huis, "Volgende: nummer", "Tik aan wie er was")
            gekozen = await v.noor.druk(huis, "Allemaal" if hoeveel > 1 else "Bewoner 1", "Aangetikt")
            huis = await v.noor.druk(gekozen, "Verteld. Vastleggen: aan de deur", "Vastgelegd")
            gesproken += hoeveel
    v.telt["gehoord"] += gesproken
    v.zeg(f"🗨  Noor belt ook aan bij wie niets liet horen. {gesproken} bewoners vertellen wat zij vinden.")
    await v.vraag_stand()


async def naar_huis(v: Verhaal, straten: Bericht) -> Bericht:
    """Choose the home of mevrouw De Wit, who has no phone."""
    return await v.noor.druk(await v.noor.druk(straten, "Merelstraat", "nummer"), "3", "Merelstraat 3")

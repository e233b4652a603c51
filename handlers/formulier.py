"""Filling in a form, whichever it is: typed answers, buttons, back, stop, and the last yes."""

from bot.rules.stuk import MEESTE_BYTES
from bot.services import (
    aanbod,
    aanbodpapier,
    advies,
    adviesantwoord,
    agendapunten,
    bulkcorrectie,
    checklist,
    cijfer,
    conceptantwoord,
    conceptpapier,
    conceptvorm,
    escalatie,
    evaluatie,
    fasebalans,
    fasestuk,
    formulier,
    groepering,
    herinnering,
    hulpdeur,
    idee,
    ideebeheer,
    indicator,
    kader,
    koppelkans,
    mijlpaal,
    mijlpaaluitslag,
    mijlpaalwijziging,
    nietmee,
    opstellen,
    partner,
    peiling,
    plannen,
    planning,
    school,
    spelregelantwoord,
    spelregelvorm,
    standpunt,
    steekproef,
    toelaten,
    traject,
    trajectweek,
    uitnodiging,
    vacature,
    vaststellen,
    verkiezing,
    verklaring,
    verslag,
    volger,
    vraagbaak,
    vraagdeur,
    warmtekaartvorm,
    weerwoord,
    werkgroepbeheer,
    wiedoetwat,
    wijziging,
    zaalvragen,
    zetel,
)
from handlers.beurt import Beurt, paar

_ALLE = (
    plannen.FORMULIER,
    wijziging.WIJZIGING,
    wijziging.AFGELASTING,
    agendapunten.FORMULIER,
    zaalvragen.NAMENS,
    verslag.FORMULIER,
    verslag.FOTO,
    vraagbaak.ANTWOORD,
    vraagbaak.PUBLICEREN,
    peiling.FORMULIER,
    uitnodiging.FORMULIER,
    zetel.FORMULIER,
    zetel.NAAM,
    vacature.FORMULIER,
    vacature.NAMENS,
    vacature.NAAM,
    verkiezing.FORMULIER,
    planning.VERZETTEN,
    opstellen.FORMULIER,
    herinnering.FORMULIER,
    herinnering.WIJZIGEN,
    mijlpaal.FORMULIER,
    mijlpaalwijziging.WIJZIGEN,
    mijlpaaluitslag.FORMULIER,
    idee.FORMULIER,
    ideebeheer.NAMENS,
    ideebeheer.NIET,
    ideebeheer.SAMEN,
    ideebeheer.OP,
    ideebeheer.AF,
    koppelkans.FORMULIER,
    conceptvorm.FORMULIER,
    conceptvorm.TERM,
    conceptvorm.DEEL,
    conceptpapier.FORMULIER,
    hulpdeur.FORMULIER,
    vraagdeur.FORMULIER,
    conceptantwoord.FORMULIER,
    wiedoetwat.KADERS,
    wiedoetwat.CONTACT,
    wiedoetwat.ROL,
    partner.FORMULIER,
    partner.NIEUWS,
    nietmee.FORMULIER,
    verklaring.FORMULIER,
    verklaring.INTREKKEN,
    kader.FORMULIER,
    standpunt.FORMULIER,
    standpunt.INTREKKEN,
    advies.FORMULIER,
    advies.INTREKKEN,
    adviesantwoord.FORMULIER,
    escalatie.FORMULIER,
    volger.FORMULIER,
    checklist.FORMULIER,
    evaluatie.LES,
    fasebalans.FORMULIER,
    fasestuk.FORMULIER,
    aanbod.FORMULIER,
    aanbodpapier.PAPIER,
    spelregelantwoord.FORMULIER,
    spelregelvorm.FORMULIER,
    spelregelvorm.VERSIE,
    vaststellen.FORMULIER,
    bulkcorrectie.FORMULIER,
    steekproef.FORMULIER,
    weerwoord.FORMULIER,
    toelaten.NIET,
    toelaten.SAMEN,
    school.FORMULIER,
    groepering.NAAM,
    groepering.TOEVOEGING,
    traject.FORMULIER,
    warmtekaartvorm.FORMULIER,
    traject.DATUM,
    trajectweek.FORMULIER,
    indicator.FORMULIER,
    werkgroepbeheer.TEKST,
    werkgroepbeheer.NAAM,
    cijfer.PUNT,
    cijfer.VERBETERING,
)
FORMULIEREN = {f.soort: f for f in _ALLE}


async def getypt(beurt: Beurt, invoer: str) -> None:
    """Take a typed answer."""
    await beurt.doe(formulier.met_zoals, formulier.typ, FORMULIEREN, invoer, beurt.inhoud)


async def kies(beurt: Beurt, invoer: str) -> None:
    """Take a tapped answer: `veld:keuze`."""
    await beurt.doe(formulier.met_zoals, formulier.kies, FORMULIEREN, *paar(invoer))


async def extra(beurt: Beurt, invoer: str) -> None:
    """From the preview, ask what nobody has to answer."""
    await beurt.doe(formulier.met_zoals, formulier.vraag_extra, FORMULIEREN, invoer)


async def gestuurd(beurt: Beurt, invoer: str) -> None:
    """Take a file or a place as an answer."""
    inhoud, bestand = beurt.inhoud, None
    if inhoud and inhoud["soort"] == "document" and inhoud["file_id"]:
        wil = await beurt.lees(formulier.wil_stuk, FORMULIEREN)
        bestand = await beurt.haal(inhoud["file_id"], MEESTE_BYTES) if wil else None
    await beurt.doe(formulier.met_zoals, formulier.stuur, FORMULIEREN, inhoud, bestand)


async def terug(beurt: Beurt, invoer: str) -> None:
    """Go back one question."""
    await beurt.doe(formulier.met_zoals, formulier.terug, FORMULIEREN)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Throw the form away; with `alles` behind it, from where something else was begun, whatever is open."""
    await beurt.doe(formulier.stop, None if invoer == "alles" else FORMULIEREN)


async def klaar(beurt: Beurt, invoer: str) -> None:
    """Do what the form was for."""
    await beurt.doe(formulier.met_zoals, formulier.bevestig, FORMULIEREN)


async def anders(beurt: Beurt, invoer: str) -> None:
    """From the preview, show the questions to change an answer."""
    await beurt.doe(formulier.met_zoals, formulier.anders, FORMULIEREN)


TAPS = {"fk": kies, "fx": extra, "fanders": anders, "fterug": terug, "fstop": stop, "fklaar": klaar}
STAPPEN = dict.fromkeys(FORMULIEREN, getypt)
STAPPEN_GESTUURD = dict.fromkeys(FORMULIEREN, gestuurd)

"""One address: finding it, and the way to all that can be done for who lives there."""

from bot.services import adres, hulpdeur, vraagdeur
from handlers.beurt import Beurt, bladzij, met, met_paar, paar

_WAT = {wat[0]: wat for wat in ("plan", "deel", "biljet", "aanbod", "erbij")}


async def blader(beurt: Beurt, invoer: str) -> None:
    """Show the screen of streets on which the one of a household stands."""
    await beurt.doe(adres.begin, "", invoer)


async def nieuwe_straat(beurt: Beurt, invoer: str) -> None:
    """Show the first numbers of the street of a household."""
    await beurt.doe(adres.straat, invoer, vooraan=True)


async def kies(beurt: Beurt, invoer: str) -> None:
    """Ask which one: `<huishouden>:<p|d|b|a|e>:<draft, for its sections>:<page>`."""
    huis, wat, van, nummer = ([*invoer.split(":"), "", "", ""])[:4]
    await beurt.doe(adres.kies, huis, _WAT.get(wat, ""), bladzij(nummer), van)


async def taal(beurt: Beurt, invoer: str) -> None:
    """Ask for the language of an address, or keep it: `<huishouden>[:<taal>]`."""
    huis, gekozen = paar(invoer)
    await (beurt.doe(adres.zet_taal, huis, gekozen) if gekozen else beurt.doe(adres.taalkeuze, huis))


async def vraag(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a question."""
    await beurt.doe(vraagdeur.begin, invoer, beurt.settings.vraagbaak.werkdagen)


COMMANDS = {"adres": met(adres.begin)}
TAPS = {
    "adres": met(adres.begin),
    "adb": blader,
    "ads": met(adres.straat),
    "adt": nieuwe_straat,
    "ad": met(adres.toon),
    "adk": kies,
    "adg": met_paar(adres.zet_bezoek),
    "adl": taal,
    "adh": met(hulpdeur.begin),
    "adv": vraag,
}
STAPPEN = {adres.SOORT: met(adres.typ)}

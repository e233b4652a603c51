"""One address: finding it, and the way to all that can be done for who lives there."""

from bot.services import adres, hulpdeur, vraagdeur
from handlers.beurt import Beurt, bladzij, paar

_WAT = {wat[0]: wat for wat in ("plan", "deel", "biljet", "aanbod", "erbij")}


async def begin(beurt: Beurt, invoer: str) -> None:
    """Offer the streets, or go to the address behind the command."""
    await beurt.doe(adres.begin, invoer)


async def blader(beurt: Beurt, invoer: str) -> None:
    """Show the screen of streets on which the one of a household stands."""
    await beurt.doe(adres.begin, "", invoer)


async def straat(beurt: Beurt, invoer: str) -> None:
    """Show the numbers of the street of a household."""
    await beurt.doe(adres.straat, invoer)


async def nieuwe_straat(beurt: Beurt, invoer: str) -> None:
    """Show the first numbers of the street of a household."""
    await beurt.doe(adres.straat, invoer, vooraan=True)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show an address."""
    await beurt.doe(adres.toon, invoer)


async def kies(beurt: Beurt, invoer: str) -> None:
    """Ask which one: `<huishouden>:<p|d|b|a|e>:<draft, for its sections>:<page>`."""
    huis, wat, van, nummer = ([*invoer.split(":"), "", "", ""])[:4]
    await beurt.doe(adres.kies, huis, _WAT.get(wat, ""), bladzij(nummer), van)


async def bezoek(beurt: Beurt, invoer: str) -> None:
    """Rather no visit: `<huishouden>`; or one may come again: `<huishouden>:<the day that stood there>`."""
    await beurt.doe(adres.zet_bezoek, *paar(invoer))


async def taal(beurt: Beurt, invoer: str) -> None:
    """Ask for the language of an address, or keep it: `<huishouden>[:<taal>]`."""
    huis, gekozen = paar(invoer)
    await (beurt.doe(adres.zet_taal, huis, gekozen) if gekozen else beurt.doe(adres.taalkeuze, huis))


async def hulp(beurt: Beurt, invoer: str) -> None:
    """Begin the form for who asks to be visited or called."""
    await beurt.doe(hulpdeur.begin, invoer)


async def vraag(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a question."""
    await beurt.doe(vraagdeur.begin, invoer, beurt.settings.vraagbaak.werkdagen)


async def getypt(beurt: Beurt, invoer: str) -> None:
    """Go to the address that was typed."""
    await beurt.doe(adres.typ, invoer)


COMMANDS = {"adres": begin}
TAPS = {
    "adres": begin,
    "adb": blader,
    "ads": straat,
    "adt": nieuwe_straat,
    "ad": toon,
    "adk": kies,
    "adg": bezoek,
    "adl": taal,
    "adh": hulp,
    "adv": vraag,
}
STAPPEN = {adres.SOORT: getypt}

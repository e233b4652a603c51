"""The door list: streets, numbers, the people at an address, guests, and the heads in the room."""

from bot.services import afvinken, deurlijst, papierlijst
from handlers.beurt import Beurt, met, zonder


async def andere(beurt: Beurt, invoer: str) -> None:
    """Offer the lists, also when one is open."""
    await beurt.doe(deurlijst.kies, alle=True)


async def overzicht(beurt: Beurt, invoer: str) -> None:
    """Show the list: `<bijeenkomst>[:<huishouden>]`."""
    publiek_id, bij = _delen(invoer, 2)
    await beurt.doe(deurlijst.overzicht, publiek_id, bij)


async def naast_deur(beurt: Beurt, invoer: str) -> None:
    """Show the list in a message of its own, beside the codes of the door."""
    await beurt.doe(deurlijst.overzicht, invoer, wijze="nieuw")


async def straat(beurt: Beurt, invoer: str) -> None:
    """Show the numbers of a street: `<bijeenkomst>:<huishouden>`."""
    publiek_id, huis = _delen(invoer, 2)
    await beurt.doe(deurlijst.straat, publiek_id, huis)


async def nieuwe_straat(beurt: Beurt, invoer: str) -> None:
    """Show the first numbers of a street: `<bijeenkomst>:<huishouden>`."""
    publiek_id, huis = _delen(invoer, 2)
    await beurt.doe(deurlijst.straat, publiek_id, huis, vooraan=True)


async def adres(beurt: Beurt, invoer: str) -> None:
    """Show the people at an address: `<bijeenkomst>:<huishouden>[:<stoel>]`."""
    publiek_id, huis, stoel = _delen(invoer, 3)
    await beurt.doe(deurlijst.adres, publiek_id, huis, _getal(stoel))


async def aan(beurt: Beurt, invoer: str) -> None:
    """Tick a person: `<bijeenkomst>:<huishouden>:<stoel>`."""
    publiek_id, huis, stoel = _delen(invoer, 3)
    await beurt.doe(afvinken.vink_aan, publiek_id, huis, _getal(stoel))


async def uit(beurt: Beurt, invoer: str) -> None:
    """Take back a tick: `<bijeenkomst>:<huishouden>:<stoel>`."""
    publiek_id, huis, stoel = _delen(invoer, 3)
    await beurt.doe(afvinken.vink_uit, publiek_id, huis, _getal(stoel))


async def naamloos_erbij(beurt: Beurt, invoer: str) -> None:
    """Count one more of an address whom nobody knows: `<bijeenkomst>:<huishouden>:<van>`."""
    await _tel_naamloos(beurt, invoer, 1)


async def naamloos_eraf(beurt: Beurt, invoer: str) -> None:
    """Count one less."""
    await _tel_naamloos(beurt, invoer, -1)


async def gast_erbij(beurt: Beurt, invoer: str) -> None:
    """Count one more guest: `<bijeenkomst>:<van>`."""
    await _tel_gasten(beurt, invoer, 1)


async def gast_eraf(beurt: Beurt, invoer: str) -> None:
    """Count one less."""
    await _tel_gasten(beurt, invoer, -1)


async def _tel_naamloos(beurt: Beurt, invoer: str, erbij: int) -> None:
    publiek_id, huis, van = _delen(invoer, 3)
    await beurt.doe(afvinken.tel_naamloos, publiek_id, huis, _getal(van), erbij)


async def _tel_gasten(beurt: Beurt, invoer: str, erbij: int) -> None:
    publiek_id, van = _delen(invoer, 2)
    await beurt.doe(afvinken.tel_gasten, publiek_id, _getal(van), erbij)


def _delen(invoer: str, aantal: int) -> list[str]:
    return (invoer.split(":") + [""] * aantal)[:aantal]


def _getal(deel: str) -> int:
    """Return a number of a button; a forged one is one that nothing has."""
    return int(deel) if deel.isascii() and deel.isdigit() and len(deel) <= 4 else -1


COMMANDS = {"deurlijst": zonder(deurlijst.kies)}
TAPS = {
    "deurlijst": zonder(deurlijst.kies),
    "dle": andere,
    "dl": overzicht,
    "dlo": naast_deur,
    "dls": straat,
    "dlt": nieuwe_straat,
    "dlh": adres,
    "dla": aan,
    "dlu": uit,
    "dln": naamloos_erbij,
    "dlm": naamloos_eraf,
    "dlg": gast_erbij,
    "dlw": gast_eraf,
    "dlz": met(afvinken.vraag_hoofden),
    "dlp": met(papierlijst.vraag),
    "dlj": met(papierlijst.voer_in),
    "dlk": met(deurlijst.klaar),
}
STAPPEN = {deurlijst.SOORT: met(afvinken.typ)}

"""The door of a meeting: for staff its codes and its page, for everyone checking in."""

from bot.rules.deurcode import lees_code
from bot.services import deur, inchecken
from handlers.beurt import Beurt, met, zonder


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show staff the codes of a door; of which one, when they named none."""
    if invoer:
        await beurt.doe(deur.toon, invoer, beurt.bericht_id)
    else:
        await beurt.doe(deur.kies)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Show the codes no longer."""
    await beurt.doe(deur.stop, invoer, beurt.bericht_id)


async def heropen(beurt: Beurt, invoer: str) -> None:
    """Open a door that was closed."""
    await beurt.doe(deur.heropen, invoer, beurt.bericht_id)


async def pagina(beurt: Beurt, invoer: str) -> None:
    """Give the address of the page to project."""
    await beurt.doe(deur.pagina, invoer, beurt.settings.pagina_url)


async def typ_code(beurt: Beurt, invoer: str) -> None:
    """Check in with typed digits."""
    await beurt.doe(inchecken.met_code, invoer)


async def mijn_code(beurt: Beurt, invoer: str) -> None:
    """Give a resident their own QR."""
    await beurt.doe(inchecken.mijn_code, beurt.peper)


async def scan_bewoner(beurt: Beurt, invoer: str) -> None:
    """Check in the resident whose own QR was scanned."""
    await beurt.doe(inchecken.met_eigen_qr, invoer, beurt.peper)


async def bij_deze_deur(beurt: Beurt, invoer: str) -> None:
    """Check in the resident whose own QR was scanned at the door that was chosen."""
    await beurt.doe(inchecken.bij_deze_deur, invoer, beurt.peper)


def herken_code(tekst: str) -> bool:
    """Say whether typed text looks like a door code: about six digits."""
    return lees_code(tekst) is not None


COMMANDS = {"deur": zonder(deur.kies), "mijncode": mijn_code}
TAPS = {
    "deur": toon,
    "deur_uit": stop,
    "deur_dicht": met(deur.sluit),
    "deur_open": heropen,
    "deur_groot": pagina,
    "mijncode": mijn_code,
    "ik": bij_deze_deur,
}
START = {"deur": met(inchecken.met_qr), "er": met(inchecken.vraag_code), "ik": scan_bewoner}
TEKST = ((herken_code, typ_code),)

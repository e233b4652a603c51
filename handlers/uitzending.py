"""Messages to the neighbourhood: writing one, seeing how it stands, calling it off before or while it goes."""

from bot.services import formulier, opstellen, uitzending
from handlers.beurt import Beurt, met_ja, paar


async def schrijf(beurt: Beurt, invoer: str) -> None:
    """Begin the form."""
    await beurt.doe(formulier.begin, opstellen.FORMULIER)


async def schrijf_straat(beurt: Beurt, invoer: str) -> None:
    """Begin the form for who in a street does not count yet: `straat:voorwaarde`."""
    await beurt.doe(opstellen.voor_straat, *paar(invoer))


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show how one stands."""
    await beurt.doe(uitzending.toon, invoer)


async def zeg_af(beurt: Beurt, invoer: str) -> None:
    """Call one off, or stop it: asks first where there is time for that, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(uitzending.zeg_af, publiek_id, zeker=zeker)


COMMANDS = {"bericht": schrijf}
TAPS = {"bericht": schrijf, "uzstraat": schrijf_straat, "uz": toon, "uzaf": zeg_af}

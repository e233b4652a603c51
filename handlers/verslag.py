"""The report of a meeting and its photos."""

from bot.services import verslag
from handlers.beurt import Beurt, bladzij, met, met_bladzij, paar


async def foto(beurt: Beurt, invoer: str) -> None:
    """Show a photo: `<id>:<number>`."""
    publiek_id, nummer = paar(invoer)
    await beurt.doe(verslag.foto, publiek_id, bladzij(nummer))


TAPS = {
    "vsl": met_bladzij(verslag.lijst),
    "vs": met(verslag.toon),
    "vsm": met(verslag.begin),
    "vsp": met(verslag.stuk),
    "vsb": foto,
    "vsf": met(verslag.begin_foto),
    "vsx": met(verslag.trek_foto_in),
}

"""The report for the gemeenteraad: asked for by an organisator, and put on the public page."""

from bot.services import rapportpublicatie
from bot.services.rapport import vraag_rapport
from handlers.beurt import Beurt, Luisteraar, met_bladzij, met_ja


async def rapport(beurt: Beurt, _rest: str) -> None:
    """Answer that it comes."""
    await beurt.doe(vraag_rapport)


COMMANDS: dict[str, Luisteraar] = {"rapport": rapport}
TAPS: dict[str, Luisteraar] = {
    "rapport": rapport,
    "rap": met_ja(rapportpublicatie.zet_op),
    "rapx": met_ja(rapportpublicatie.haal_af),
    "rapl": met_bladzij(rapportpublicatie.lijst),
}

"""Around the form of a poll: drafts, trying it on oneself, and copying an earlier one."""

from bot.services import peilingconcept, peilingkopie, peilingproef
from handlers.beurt import Beurt, met_ja


async def neem_over(beurt: Beurt, invoer: str) -> None:
    """Open the form with the answers of a poll."""
    await beurt.doe(peilingkopie.neem_over, invoer)


async def pas_aan(beurt: Beurt, invoer: str) -> None:
    """Open the form of a new version in the place of a poll that is open."""
    await beurt.doe(peilingkopie.pas_aan, invoer)


async def bewaar(beurt: Beurt, invoer: str) -> None:
    """Put the poll away of which the preview is open."""
    await beurt.doe(peilingconcept.bewaar)


async def concepten(beurt: Beurt, invoer: str) -> None:
    """Show one's own drafts."""
    await beurt.doe(peilingconcept.lijst)


async def concept(beurt: Beurt, invoer: str) -> None:
    """Go on with a draft."""
    await beurt.doe(peilingconcept.open_concept, invoer)


async def gooi_weg(beurt: Beurt, invoer: str) -> None:
    """Throw a draft away: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(peilingconcept.gooi_weg, publiek_id, zeker=zeker)


async def proef(beurt: Beurt, invoer: str) -> None:
    """Try the poll of which the preview is open."""
    await beurt.doe(peilingproef.begin)


async def tik(beurt: Beurt, invoer: str) -> None:
    """Tap as a voter does."""
    await beurt.doe(peilingproef.tik, invoer)


async def typ(beurt: Beurt, invoer: str) -> None:
    """Type as a voter does."""
    await beurt.doe(peilingproef.typ, invoer)


async def klaar(beurt: Beurt, invoer: str) -> None:
    """Go back to the preview."""
    await beurt.doe(peilingproef.klaar)


TAPS = {
    "pkopie": neem_over,
    "ppas": pas_aan,
    "pbewaar": bewaar,
    "pconcepten": concepten,
    "pconcept": concept,
    "pcweg": gooi_weg,
    "pproef": proef,
    "pt": tik,
    "pklaar": klaar,
}
STAPPEN = {peilingproef.SOORT: typ}

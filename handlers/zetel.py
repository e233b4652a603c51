"""Seats of the geledingen, presidium and campagneteam, and the vacatures for those that are vacant."""

from bot.services import vacature, verkiezing, zetel
from handlers.beurt import Beurt, bladzij, met_ja


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show who sits where, and which seats one can ask for."""
    await beurt.doe(zetel.lijst, bladzij(invoer))


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one seat."""
    await beurt.doe(zetel.toon, invoer)


async def beheer(beurt: Beurt, invoer: str) -> None:
    """Show the organisator a page of all seats."""
    await beurt.doe(zetel.beheer, bladzij(invoer))


async def begin(beurt: Beurt, invoer: str) -> None:
    """Begin to set up seats."""
    await beurt.doe(zetel.begin)


async def naam(beurt: Beurt, invoer: str) -> None:
    """Ask who sits there for the name to be known by."""
    await beurt.doe(zetel.begin_naam, invoer)


async def zonder_naam(beurt: Beurt, invoer: str) -> None:
    """Take that name away."""
    await beurt.doe(zetel.zonder_naam, invoer)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Leave one's own seat: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(zetel.stop, publiek_id, zeker=zeker)


async def vrij(beurt: Beurt, invoer: str) -> None:
    """Ask a second person to free a seat."""
    await beurt.doe(zetel.vraag_vrij, invoer)


async def maak_vacature(beurt: Beurt, invoer: str) -> None:
    """Begin to ask for someone."""
    await beurt.doe(vacature.begin, invoer)


async def toon_vacature(beurt: Beurt, invoer: str) -> None:
    """Show what is asked."""
    await beurt.doe(vacature.toon, invoer)


async def reageer(beurt: Beurt, invoer: str) -> None:
    """Be a candidate."""
    await beurt.doe(vacature.reageer, invoer)


async def trek_terug(beurt: Beurt, invoer: str) -> None:
    """Be a candidate no more."""
    await beurt.doe(vacature.trek_terug, invoer)


async def naam_kandidaat(beurt: Beurt, invoer: str) -> None:
    """Ask a candidate for their name."""
    await beurt.doe(vacature.begin_naam, invoer)


async def benoem(beurt: Beurt, invoer: str) -> None:
    """Give the seat to the only candidate: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(vacature.benoem, publiek_id, zeker=zeker)


async def sluit(beurt: Beurt, invoer: str) -> None:
    """Withdraw a vacature: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(vacature.sluit, publiek_id, zeker=zeker)


async def laat_loten(beurt: Beurt, invoer: str) -> None:
    """Announce a draw: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(verkiezing.laat_loten, publiek_id, zeker=zeker)


async def leg_keuze_vast(beurt: Beurt, invoer: str) -> None:
    """Begin to write down who was chosen."""
    await beurt.doe(verkiezing.begin, invoer)


COMMANDS = {"zetels": lijst}
TAPS = {
    "zetels": lijst,
    "zt": toon,
    "ztb": beheer,
    "ztn": begin,
    "ztnaam": naam,
    "ztz": zonder_naam,
    "ztx": stop,
    "ztvrij": vrij,
    "vcn": maak_vacature,
    "vc": toon_vacature,
    "vcja": reageer,
    "vcnee": trek_terug,
    "vcnaam": naam_kandidaat,
    "vcb": benoem,
    "vcx": sluit,
    "vcl": laat_loten,
    "vcg": leg_keuze_vast,
}

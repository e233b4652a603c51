"""Ideas: reading them, bringing one in, supporting one, and what the team does with them."""

from bot.services import idee, ideebeheer
from handlers.beurt import Beurt, bladzij, met_ja


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show a page of them, the newest first."""
    await beurt.doe(idee.lijst, bladzij(invoer))


async def meeste_steun(beurt: Beurt, invoer: str) -> None:
    """The same, those with the most support first."""
    await beurt.doe(idee.lijst, bladzij(invoer), "steun")


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show one."""
    await beurt.doe(idee.toon, invoer)


async def foto(beurt: Beurt, invoer: str) -> None:
    """Show its photo."""
    await beurt.doe(idee.foto, invoer)


async def kaart(beurt: Beurt, invoer: str) -> None:
    """Show where it is."""
    await beurt.doe(idee.kaart, invoer)


async def begin(beurt: Beurt, invoer: str) -> None:
    """Begin to bring one in."""
    await beurt.doe(idee.begin)


async def steun(beurt: Beurt, invoer: str) -> None:
    """Support one."""
    await beurt.doe(idee.steun, invoer, aan=True)


async def steun_terug(beurt: Beurt, invoer: str) -> None:
    """Support one no more."""
    await beurt.doe(idee.steun, invoer, aan=False)


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Take one's own back: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(idee.trek_in, publiek_id, zeker=zeker)


async def wachtrij(beurt: Beurt, invoer: str) -> None:
    """Show the team what waits."""
    await beurt.doe(ideebeheer.wachtrij, bladzij(invoer))


async def laat_door(beurt: Beurt, invoer: str) -> None:
    """Let one through."""
    await beurt.doe(ideebeheer.laat_door, invoer, zonder=False)


async def laat_door_zonder(beurt: Beurt, invoer: str) -> None:
    """The same, without its photo and place."""
    await beurt.doe(ideebeheer.laat_door, invoer, zonder=True)


async def namens(beurt: Beurt, invoer: str) -> None:
    """Write down the idea of who has no phone."""
    await beurt.doe(ideebeheer.begin_namens)


async def niet(beurt: Beurt, invoer: str) -> None:
    """Say why one is not let through."""
    await beurt.doe(ideebeheer.open_niet, invoer)


async def samen(beurt: Beurt, invoer: str) -> None:
    """Put one together with another."""
    await beurt.doe(ideebeheer.open_samen, invoer)


async def op(beurt: Beurt, invoer: str) -> None:
    """Let a werkgroep take one up."""
    await beurt.doe(ideebeheer.open_op, invoer)


async def af(beurt: Beurt, invoer: str) -> None:
    """Tell what became of one."""
    await beurt.doe(ideebeheer.open_af, invoer)


COMMANDS = {"ideeen": lijst}
TAPS = {
    "ideeen": lijst,
    "ideesteun": meeste_steun,
    "idee": toon,
    "ideefoto": foto,
    "ideekaart": kaart,
    "ideemaak": begin,
    "ideeja": steun,
    "ideenee": steun_terug,
    "ideeweg": trek_in,
    "ideewacht": wachtrij,
    "ideenamens": namens,
    "ideedoor": laat_door,
    "ideezonder": laat_door_zonder,
    "ideeniet": niet,
    "ideesamen": samen,
    "ideeop": op,
    "ideeaf": af,
}
EIGEN_WOORDEN = (idee.SOORT,)

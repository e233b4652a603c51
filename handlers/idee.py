"""Ideas: reading them, bringing one in, supporting one, and what the team does with them."""

from bot.services import idee, ideebeheer
from handlers.beurt import Beurt, bladzij, met, met_bladzij, met_ja, zonder


async def meeste_steun(beurt: Beurt, invoer: str) -> None:
    """The same, those with the most support first."""
    await beurt.doe(idee.lijst, bladzij(invoer), "steun")


async def steun(beurt: Beurt, invoer: str) -> None:
    """Support one."""
    await beurt.doe(idee.steun, invoer, aan=True)


async def steun_terug(beurt: Beurt, invoer: str) -> None:
    """Support one no more."""
    await beurt.doe(idee.steun, invoer, aan=False)


async def laat_door(beurt: Beurt, invoer: str) -> None:
    """Let one through."""
    await beurt.doe(ideebeheer.laat_door, invoer, zonder=False)


async def laat_door_zonder(beurt: Beurt, invoer: str) -> None:
    """The same, without its photo and place."""
    await beurt.doe(ideebeheer.laat_door, invoer, zonder=True)


COMMANDS = {"ideeen": met_bladzij(idee.lijst)}
TAPS = {
    "ideeen": met_bladzij(idee.lijst),
    "ideesteun": meeste_steun,
    "idee": met(idee.toon),
    "ideefoto": met(idee.foto),
    "ideekaart": met(idee.kaart),
    "ideemaak": zonder(idee.begin),
    "ideeja": steun,
    "ideenee": steun_terug,
    "ideeweg": met_ja(idee.trek_in),
    "ideewacht": met_bladzij(ideebeheer.wachtrij),
    "ideenamens": zonder(ideebeheer.begin_namens),
    "ideedoor": laat_door,
    "ideezonder": laat_door_zonder,
    "ideeniet": met(ideebeheer.open_niet),
    "ideesamen": met(ideebeheer.open_samen),
    "ideeop": met(ideebeheer.open_op),
    "ideeaf": met(ideebeheer.open_af),
}
EIGEN_WOORDEN = (idee.SOORT,)

"""The group of a werkgroep: joining it, letting it go, and what is said and tapped there."""

from bot.services import groepschat, groepslink, peilingkaart
from handlers.beurt import Beurt, Luisteraar, met, met_paar, zonder


async def lijst(beurt: Beurt, invoer: str) -> None:
    """Show the werkgroepen and their groups; with a code, say where it belongs."""
    await beurt.doe(groepschat.elders if invoer else groepschat.lijst)


async def begin_hier(beurt: Beurt, invoer: str) -> None:
    """Join this group by the link that brought the bot here."""
    soort, streep, geheim = invoer.partition("-")
    if streep and soort == "koppel":
        await beurt.doe(groepschat.koppel, geheim)
    else:
        await elders(beurt, invoer)


async def elders(beurt: Beurt, invoer: str) -> None:
    """Lead what belongs in the private chat there."""
    await beurt.doe(groepschat.alleen_prive)


async def weg(beurt: Beurt) -> None:
    """Let go a group from which the bot was removed."""
    await beurt.doe(groepschat.bot_weg)


async def zonder_recht(beurt: Beurt) -> None:
    """Forget the link of a group in which the bot may invite nobody any more."""
    await beurt.doe(groepslink.vergeet)


async def verzoek(beurt: Beurt, *, eigen_link: bool) -> None:
    """Let in who asks to come into the group, or say what to do first."""
    await beurt.doe(groepslink.beoordeel, eigen_link=eigen_link)


async def naar_groep(beurt: Beurt, invoer: str) -> None:
    """Give a member the link to the group; it is made when there is none yet."""
    chat = await beurt.lees(groepslink.nog_te_maken, invoer)
    nieuw = await beurt.maak_link(chat) if chat is not None else None
    await beurt.doe(groepslink.geef, invoer, nieuw)


async def verhuis(beurt: Beurt, van: int, naar: int) -> None:
    """Follow a group that got another id."""
    await beurt.doe(groepschat.verhuis, van, naar)


COMMANDS = {"koppel": lijst, "ontkoppel": lijst}
TAPS = {"koppel": lijst, "gcode": met(groepschat.vraag_code), "glos": met(groepschat.verbreek), "wgchat": naar_groep}
START = {"koppel": lijst}
GROEP_COMMANDS: dict[str, Luisteraar] = {
    "koppel": met(groepschat.koppel),
    "ontkoppel": zonder(groepschat.ontkoppel),
    "start": begin_hier,
}
GROEP_TAPS: dict[str, Luisteraar] = {"gs": met_paar(peilingkaart.stem)}

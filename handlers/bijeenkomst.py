"""Meetings: the agenda, planning one, changing or cancelling it, and saying that you come."""

from bot.services import aanmelding, agenda, agendaposter, bijeenkomst, plannen, wijziging
from handlers.beurt import Beurt, begint, bladzij, met


async def toon_agenda(beurt: Beurt, invoer: str) -> None:
    """Show what is coming; `vragen:2` is the third page of those where one can ask questions."""
    keuze, _, nummer = invoer.partition(":")
    await beurt.doe(agenda.toon, keuze, bladzij(nummer))


async def hang_op(beurt: Beurt, invoer: str) -> None:
    """Give what is coming as a page to hang up, with a second language when one is named."""
    await beurt.doe(agendaposter.maak, beurt.settings.pagina_url, invoer)


async def zonder_telefoon(beurt: Beurt, invoer: str) -> None:
    """Keep so many places for people without a phone, one more or one less than now: `3:<id>`."""
    aantal, _, publiek_id = invoer.partition(":")
    await beurt.doe(wijziging.zonder_telefoon, publiek_id, aantal)


async def antwoord(beurt: Beurt, invoer: str) -> None:
    """Come, perhaps or not: `ja:<id>`."""
    gekozen, _, publiek_id = invoer.partition(":")
    await beurt.doe(aanmelding.meld_aan, publiek_id, gekozen)


async def gasten(beurt: Beurt, invoer: str) -> None:
    """Say how many guests come along: `2:<id>`."""
    aantal, _, publiek_id = invoer.partition(":")
    await beurt.doe(aanmelding.zet_gasten, publiek_id, aantal)


COMMANDS = {"agenda": toon_agenda, "bijeenkomst": begint(plannen.FORMULIER)}
TAPS = {
    "agenda": toon_agenda,
    "bijeenkomst": begint(plannen.FORMULIER),
    "b": met(bijeenkomst.toon),
    "bk": met(bijeenkomst.kaart),
    "agp": hang_op,
    "bics": met(bijeenkomst.agendabestand),
    "bw": met(wijziging.begin),
    "bx": met(wijziging.begin_afgelasten),
    "bz": zonder_telefoon,
    "ba": antwoord,
    "bg": gasten,
}
START = {"b": met(bijeenkomst.toon)}

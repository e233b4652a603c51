"""Questions at a meeting: asking one, the list of who runs it, answering, and the vraagbaak that everyone reads."""

from bot.services import agendapunten, bijeenkomstvraag, gesprek, vraagbaak, zaalvragen
from handlers.beurt import Beurt, bladzij, paar


async def stel(beurt: Beurt, invoer: str) -> None:
    """Wait for a question."""
    await beurt.doe(bijeenkomstvraag.begin, invoer)


async def getypt(beurt: Beurt, invoer: str) -> None:
    """Take the question that was typed."""
    await beurt.doe(bijeenkomstvraag.typ, invoer)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Ask nothing after all."""
    await beurt.doe(gesprek.stop, bijeenkomstvraag.SOORT)


async def eigen(beurt: Beurt, invoer: str) -> None:
    """Show one's own questions, a page of them."""
    await beurt.doe(bijeenkomstvraag.eigen, bladzij(invoer))


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Take one's own back."""
    await beurt.doe(bijeenkomstvraag.trek_in, invoer)


async def zaallijst(beurt: Beurt, invoer: str) -> None:
    """Show who runs a meeting what was asked: `<id>:<page>`."""
    publiek_id, nummer = paar(invoer)
    await beurt.doe(zaalvragen.lijst, publiek_id, bladzij(nummer))


async def een(beurt: Beurt, invoer: str) -> None:
    """Show one question."""
    await beurt.doe(zaalvragen.toon, invoer)


async def kies_zelfde(beurt: Beurt, invoer: str) -> None:
    """Offer those that say the same: `<id>:<page>`."""
    publiek_id, nummer = paar(invoer)
    await beurt.doe(zaalvragen.kies_zelfde, publiek_id, bladzij(nummer))


async def voeg_samen(beurt: Beurt, invoer: str) -> None:
    """Put one with another: `<id>:<id>`."""
    await beurt.doe(zaalvragen.voeg_samen, *paar(invoer))


async def haal_uiteen(beurt: Beurt, invoer: str) -> None:
    """Let them stand alone again."""
    await beurt.doe(zaalvragen.haal_uiteen, invoer)


async def namens(beurt: Beurt, invoer: str) -> None:
    """Open the form for a question of somebody without a phone."""
    await beurt.doe(zaalvragen.begin_namens, invoer)


async def antwoord(beurt: Beurt, invoer: str) -> None:
    """Open the form to answer one."""
    await beurt.doe(vraagbaak.begin_antwoord, invoer)


async def vragen(beurt: Beurt, invoer: str) -> None:
    """Show what was asked and answered."""
    await beurt.doe(vraagbaak.lijst, bladzij(invoer))


async def wachtrij(beurt: Beurt, invoer: str) -> None:
    """Show staff what nobody published yet."""
    await beurt.doe(vraagbaak.wachtrij, bladzij(invoer))


async def publiceer(beurt: Beurt, invoer: str) -> None:
    """Open the form that publishes one, or one that nobody asked."""
    await beurt.doe(vraagbaak.begin_publiceren, invoer)


async def haal_weg(beurt: Beurt, invoer: str) -> None:
    """Let nobody read it any more."""
    await beurt.doe(vraagbaak.haal_weg, invoer)


async def agenda(beurt: Beurt, invoer: str) -> None:
    """Open the form for the agenda of a meeting."""
    await beurt.doe(agendapunten.begin, invoer)


async def zonder_agenda(beurt: Beurt, invoer: str) -> None:
    """Take that agenda away."""
    await beurt.doe(agendapunten.wis, invoer)


COMMANDS = {"vragen": vragen}
TAPS = {
    "bv": stel,
    "bvstop": stop,
    "bvmijn": eigen,
    "bvweg": trek_in,
    "zv": zaallijst,
    "zve": een,
    "zvs": kies_zelfde,
    "zvsa": voeg_samen,
    "zvu": haal_uiteen,
    "zvn": namens,
    "zva": antwoord,
    "vragen": vragen,
    "vbw": wachtrij,
    "vbp": publiceer,
    "vbx": haal_weg,
    "bap": agenda,
    "bapx": zonder_agenda,
}
EIGEN_WOORDEN = (bijeenkomstvraag.SOORT,)
STAPPEN = {bijeenkomstvraag.SOORT: getypt}

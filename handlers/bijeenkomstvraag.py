"""Questions at a meeting: asking one, the list of who runs it, answering, and the vraagbaak that everyone reads."""

from bot.services import agendapunten, bijeenkomstvraag, gesprek, vraagbaak, zaalvragen
from handlers.beurt import Beurt, bladzij, met, met_bladzij, met_paar, paar


async def stop(beurt: Beurt, invoer: str) -> None:
    """Ask nothing after all."""
    await beurt.doe(gesprek.stop, bijeenkomstvraag.SOORT)


async def zaallijst(beurt: Beurt, invoer: str) -> None:
    """Show who runs a meeting what was asked: `<id>:<page>`."""
    publiek_id, nummer = paar(invoer)
    await beurt.doe(zaalvragen.lijst, publiek_id, bladzij(nummer))


async def kies_zelfde(beurt: Beurt, invoer: str) -> None:
    """Offer those that say the same: `<id>:<page>`."""
    publiek_id, nummer = paar(invoer)
    await beurt.doe(zaalvragen.kies_zelfde, publiek_id, bladzij(nummer))


COMMANDS = {"vragen": met_bladzij(vraagbaak.lijst)}
TAPS = {
    "bv": met(bijeenkomstvraag.begin),
    "bvstop": stop,
    "bvmijn": met_bladzij(bijeenkomstvraag.eigen),
    "bvweg": met(bijeenkomstvraag.trek_in),
    "zv": zaallijst,
    "zve": met(zaalvragen.toon),
    "zvs": kies_zelfde,
    "zvsa": met_paar(zaalvragen.voeg_samen),
    "zvu": met(zaalvragen.haal_uiteen),
    "zvn": met(zaalvragen.begin_namens),
    "zva": met(vraagbaak.begin_antwoord),
    "vragen": met_bladzij(vraagbaak.lijst),
    "vbw": met_bladzij(vraagbaak.wachtrij),
    "vbp": met(vraagbaak.begin_publiceren),
    "vbx": met(vraagbaak.haal_weg),
    "bap": met(agendapunten.begin),
    "bapx": met(agendapunten.wis),
}
EIGEN_WOORDEN = (bijeenkomstvraag.SOORT,)
STAPPEN = {bijeenkomstvraag.SOORT: met(bijeenkomstvraag.typ)}

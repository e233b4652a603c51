"""The spelregels: reading them, asking about a concept and answering that, and fixing them with a second person."""

from bot.services import (
    afsluiten,
    gesprek,
    spelregelantwoord,
    spelregelreactie,
    spelregels,
    spelregelvorm,
    vaststellen,
)
from handlers.beurt import Beurt, begint, lees_ja, met, met_bladzij, zonder


async def alles(beurt: Beurt, invoer: str) -> None:
    """Show all of the rules, to the word."""
    await beurt.doe(spelregels.toon, invoer, alles=True)


async def stel_vast(beurt: Beurt, invoer: str) -> None:
    """Open the form to fix the concept: asks first where people wait for an answer, and opens after `:ja`."""
    await beurt.doe(vaststellen.begin, zeker=lees_ja(f":{invoer}")[1])


async def stop(beurt: Beurt, invoer: str) -> None:
    """Ask nothing after all."""
    await beurt.doe(gesprek.stop, spelregelreactie.SOORT)


async def gooi_weg(beurt: Beurt, invoer: str) -> None:
    """Throw the concept of a later version away: asks first, and does so after `:ja`."""
    await beurt.doe(spelregelvorm.gooi_weg, zeker=lees_ja(f":{invoer}")[1])


async def stop_bestand(beurt: Beurt, invoer: str) -> None:
    """Wait for no file any more."""
    await beurt.doe(gesprek.stop, spelregelvorm.BESTAND)


async def gestuurd(beurt: Beurt, invoer: str) -> None:
    """Take the file, or whatever else was sent or typed."""
    await beurt.doe(spelregelvorm.lees_bestand, await beurt.document(spelregelvorm.GROOTST))


async def sluit_af(beurt: Beurt, invoer: str) -> None:
    """Show what closing means, and ask a second person where a tap says what was seen."""
    await beurt.doe(afsluiten.begin, await beurt.lees(afsluiten.lees), invoer)


async def begin_afsluiten(beurt: Beurt, _invoer: str) -> None:
    """Show what closing means, after a command."""
    await sluit_af(beurt, "")


COMMANDS = {"spelregels": zonder(spelregels.toon), "afsluiten": begin_afsluiten}
TAPS = {
    "spelregels": met(spelregels.toon),
    "sralles": alles,
    "srtekst": met(spelregels.letterlijk),
    "srvast": stel_vast,
    "srvraag": zonder(spelregelreactie.begin),
    "srstop": stop,
    "sreigen": met_bladzij(spelregelreactie.eigen),
    "srweg": met(spelregelreactie.trek_in),
    "srvragen": met_bladzij(spelregelreactie.vragen),
    "sropen": met_bladzij(spelregelantwoord.lijst),
    "srant": zonder(spelregelantwoord.begin),
    "sraan": begint(spelregelvorm.FORMULIER),
    "srnieuw": begint(spelregelvorm.VERSIE),
    "srgooi": gooi_weg,
    "srbest": zonder(spelregelvorm.wacht_op_bestand),
    "srbstop": stop_bestand,
    "afsluiten": sluit_af,
}
EIGEN_WOORDEN = (spelregelreactie.SOORT,)
STAPPEN = {spelregelreactie.SOORT: met(spelregelreactie.typ), spelregelvorm.BESTAND: gestuurd}
STAPPEN_GESTUURD = {spelregelvorm.BESTAND: gestuurd}

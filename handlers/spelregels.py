"""The spelregels: reading them, asking about a concept and answering that, and fixing them with a second person."""

from bot.services import (
    afsluiten,
    formulier,
    gesprek,
    spelregelantwoord,
    spelregelreactie,
    spelregels,
    spelregelvorm,
    vaststellen,
)
from handlers.beurt import Beurt, bladzij, met_ja


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show the rules that hold, or those that a tap names."""
    await beurt.doe(spelregels.toon, invoer)


async def lees(beurt: Beurt, _invoer: str) -> None:
    """Show the rules that hold, after a command."""
    await beurt.doe(spelregels.toon)


async def alles(beurt: Beurt, invoer: str) -> None:
    """Show all of the rules, to the word."""
    await beurt.doe(spelregels.toon, invoer, alles=True)


async def letterlijk(beurt: Beurt, invoer: str) -> None:
    """Show the text over which the hash goes."""
    await beurt.doe(spelregels.letterlijk, invoer)


async def stel_vast(beurt: Beurt, invoer: str) -> None:
    """Open the form to fix the concept: asks first where people wait for an answer, and opens after `:ja`."""
    await beurt.doe(vaststellen.begin, zeker=met_ja(f":{invoer}")[1])


async def vraag(beurt: Beurt, invoer: str) -> None:
    """Begin to type a question or remark."""
    await beurt.doe(spelregelreactie.begin)


async def typ(beurt: Beurt, invoer: str) -> None:
    """Take a typed question or remark."""
    await beurt.doe(spelregelreactie.typ, invoer)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Ask nothing after all."""
    await beurt.doe(gesprek.stop, spelregelreactie.SOORT)


async def eigen(beurt: Beurt, invoer: str) -> None:
    """Show what I wrote."""
    await beurt.doe(spelregelreactie.eigen, bladzij(invoer))


async def trek_in(beurt: Beurt, invoer: str) -> None:
    """Withdraw one's own."""
    await beurt.doe(spelregelreactie.trek_in, invoer)


async def vragen(beurt: Beurt, invoer: str) -> None:
    """Show what was asked and answered."""
    await beurt.doe(spelregelreactie.vragen, bladzij(invoer))


async def open_vragen(beurt: Beurt, invoer: str) -> None:
    """Show what waits for an answer."""
    await beurt.doe(spelregelantwoord.lijst, bladzij(invoer))


async def beantwoord(beurt: Beurt, invoer: str) -> None:
    """Open the form to answer."""
    await beurt.doe(spelregelantwoord.begin)


async def pas_aan(beurt: Beurt, invoer: str) -> None:
    """Open the form that changes one thing of the concept."""
    await beurt.doe(formulier.begin, spelregelvorm.FORMULIER)


async def nieuwe_versie(beurt: Beurt, invoer: str) -> None:
    """Begin a later version: ask why."""
    await beurt.doe(formulier.begin, spelregelvorm.VERSIE)


async def gooi_weg(beurt: Beurt, invoer: str) -> None:
    """Throw the concept of a later version away: asks first, and does so after `:ja`."""
    await beurt.doe(spelregelvorm.gooi_weg, zeker=met_ja(f":{invoer}")[1])


async def bestand(beurt: Beurt, invoer: str) -> None:
    """Wait for a file."""
    await beurt.doe(spelregelvorm.wacht_op_bestand)


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


COMMANDS = {"spelregels": lees, "afsluiten": begin_afsluiten}
TAPS = {
    "spelregels": toon,
    "sralles": alles,
    "srtekst": letterlijk,
    "srvast": stel_vast,
    "srvraag": vraag,
    "srstop": stop,
    "sreigen": eigen,
    "srweg": trek_in,
    "srvragen": vragen,
    "sropen": open_vragen,
    "srant": beantwoord,
    "sraan": pas_aan,
    "srnieuw": nieuwe_versie,
    "srgooi": gooi_weg,
    "srbest": bestand,
    "srbstop": stop_bestand,
    "afsluiten": sluit_af,
}
EIGEN_WOORDEN = (spelregelreactie.SOORT,)
STAPPEN = {spelregelreactie.SOORT: typ, spelregelvorm.BESTAND: gestuurd}
STAPPEN_GESTUURD = {spelregelvorm.BESTAND: gestuurd}

"""Asking to be visited or called, and doing so: the resident's taps and typed number, and the taps of who helps."""

from bot.services import hulp, hulpvraag
from handlers.beurt import Beurt, met, met_paar, paar, zonder


async def begin_zonder(beurt: Beurt, invoer: str) -> None:
    """The same about nothing in particular."""
    await beurt.doe(hulpvraag.begin, "vraag")


async def opnieuw(beurt: Beurt, invoer: str) -> None:
    """Come back from typing a number."""
    await beurt.doe(hulpvraag.begin, *paar(invoer), opnieuw=True)


async def gedeeld(beurt: Beurt, invoer: str) -> None:
    """Take the number of a shared contact; of anything else that was sent, ask to type."""
    await beurt.doe(hulpvraag.typ, beurt.nummer or "", van_ander=beurt.nummer == "")


async def klaar(beurt: Beurt, invoer: str) -> None:
    """Say that it is done."""
    await beurt.doe(hulp.klaar, invoer, beurt.bericht_id)


async def neem_over(beurt: Beurt, invoer: str) -> None:
    """Take on what another took and cannot do: `<id>:<how often it had been given back>`."""
    publiek_id, keer = paar(invoer)
    await beurt.doe(
        hulp.neem_over, publiek_id, int(keer) if keer.isascii() and keer.isdigit() and len(keer) < 5 else -1
    )


async def geef_terug(beurt: Beurt, invoer: str) -> None:
    """Give it back."""
    await beurt.doe(hulp.geef_terug, invoer, beurt.bericht_id)


COMMANDS = {"komlangs": begin_zonder, "hulpvragen": zonder(hulp.lijst)}
TAPS = {
    "komlangs": begin_zonder,
    "hulpvragen": zonder(hulp.lijst),
    "hv": met_paar(hulpvraag.begin),
    "hvw": opnieuw,
    "hvl": met_paar(hulpvraag.kom_langs),
    "hvb": met_paar(hulpvraag.bel),
    "hvt": zonder(hulpvraag.niet),
    "hvm": met(hulpvraag.toon),
    "hvi": met(hulpvraag.trek_in),
    "hvx": met(hulp.toon),
    "hvn": met(hulp.neem),
    "hvk": klaar,
    "hvg": geef_terug,
    "hvo": neem_over,
}
STAPPEN = {hulpvraag.SOORT: met(hulpvraag.typ)}
STAPPEN_GESTUURD = {hulpvraag.SOORT: gedeeld}

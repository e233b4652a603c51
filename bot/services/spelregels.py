"""Which spelregels hold, and showing them: to everyone, in words, with who confirmed them.

Composing a concept: `spelregelvorm`. Fixing one: `vaststellen`. What residents ask about it: `spelregelreactie`.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.spelregels import Spelregels, uit_json
from bot.services.handeling import ORGANISATOR, STAF, Handeling, eis_binnen, eis_rol
from bot.storage import afsluitingen, spelregelreacties, spelregels, tellingen
from bot.storage.spelregels import Versie

CONCEPT = "concept"


def geldend(tx: Connection, wijk: int) -> Spelregels:
    """Return the rules that were fixed last; before that the concept, and before that what is usual."""
    inhoud = spelregels.geldend(tx, wijk)
    return Spelregels() if inhoud is None else uit_json(inhoud)


def toon(
    tx: Connection, handeling: Handeling, welke: str = "", melding: str | None = None, *, alles: bool = False
) -> Boodschap:
    """Show residents and the team the rules: those that hold, or the concept beside them.

    Args:
        welke: `concept`, or the number of a version that was fixed; else the rules that hold.
        alles: to the word; else in short, with what one can do.

    Raises:
        Geweigerd: neither resident nor someone with a role; or there is no such version.
    """
    wie = eis_binnen(tx, handeling)
    vast, nieuw = spelregels.vastgestelde(tx, handeling.wijk), spelregels.concept(tx, handeling.wijk)
    deze = _kies(welke, vast, nieuw)
    if deze is None:
        raise Geweigerd("spelregels.onbekend")
    gesloten = afsluitingen.zoek(tx, handeling.wijk)
    return Boodschap(
        "spelregels.alles" if alles else "spelregels",
        {
            **als_data(tx, handeling.wijk, deze),
            "versies": [een.versie for een in vast],
            "ook_concept": nieuw is not None and deze is not nieuw,
            "mag": ORGANISATOR in wie.rollen,
            "afgesloten": gesloten and gesloten.op.isoformat(),
            "bewoner": wie.bewoner is not None,
            "open": spelregelreacties.tel_open(tx, handeling.wijk) if ORGANISATOR in wie.rollen else 0,
            "eigen": wie.bewoner is not None and bool(spelregelreacties.van_bewoner(tx, wie.bewoner)),
            "vragen": bool(spelregelreacties.antwoorden(tx, handeling.wijk, 1)),
        },
        melding=melding,
    )


def naast_elkaar(tx: Connection, handeling: Handeling) -> list[dict[str, Any]]:
    """Return the last versions and the concept, the oldest first, for a page that has room for them side by side."""
    eis_rol(tx, handeling, *STAF)
    vast, nieuw = spelregels.vastgestelde(tx, handeling.wijk), spelregels.concept(tx, handeling.wijk)
    return [als_data(tx, handeling.wijk, een) for een in (*vast[-_NAAST_ELKAAR:], *([nieuw] if nieuw else []))]


_NAAST_ELKAAR = 4
"""So many versions fit beside each other with a concept."""


def letterlijk(tx: Connection, handeling: Handeling, welke: str) -> tuple[Boodschap, ...]:
    """Show the canonical text to who wants to compute its hash themselves, in parts that fit a message."""
    eis_binnen(tx, handeling)
    deze = _kies(welke, spelregels.vastgestelde(tx, handeling.wijk), spelregels.concept(tx, handeling.wijk))
    if deze is None:
        raise Geweigerd("spelregels.onbekend")
    tekst = zoals_vast(deze).canoniek() if deze.vastgesteld_op is None else deze.inhoud
    delen = [tekst[begin : begin + _DEEL] for begin in range(0, len(tekst), _DEEL)]
    return tuple(
        Boodschap("spelregels.letterlijk", {"tekst": deel, "eerste": not n, "laatste": n == len(delen) - 1}, "nieuw")
        for n, deel in enumerate(delen)
    )


_DEEL = 2500
"""So many characters go in one message, also when each is written as a longer one in markup."""


def zoals_vast(deze: Versie) -> Spelregels:
    """Return the rules of a version, of a concept as they will be when it is fixed: with its number."""
    return replace(uit_json(deze.inhoud), versie=deze.versie)


def als_data(tx: Connection, wijk: int, deze: Versie) -> dict[str, Any]:
    """Return what people see of a version; of a concept as it will be when it is fixed, beside the version of now."""
    regels = zoals_vast(deze)
    vast = spelregels.vastgestelde(tx, wijk) if deze.vastgesteld_op is None else []
    return {
        "wijk": tellingen.wijknaam(tx, wijk),
        "versie": deze.versie,
        "concept": deze.vastgesteld_op is None,
        "regels": regels.als_json(),
        "hash": regels.hash() if deze.vastgesteld_op is None else deze.hash,
        "reden": deze.reden,
        "besluit": besluit(deze),
        "was": uit_json(vast[-1].inhoud).als_json() if vast else None,
    }


def besluit(deze: Versie) -> dict[str, Any] | None:
    """Return how a version was confirmed; None of a concept."""
    if deze.vastgesteld_op is None:
        return None
    return {
        "orgaan": deze.orgaan,
        "besluitnummer": deze.besluitnummer,
        "besluit_op": deze.besluit_op and deze.besluit_op.isoformat(),
        "besluitlink": deze.besluitlink,
        "volgt": deze.volgt,
        "vastgesteld_op": deze.vastgesteld_op.isoformat(),
    }


def _kies(welke: str, vast: list[Versie], nieuw: Versie | None) -> Versie | None:
    if welke == CONCEPT:
        return nieuw
    if welke:
        return next((een for een in vast if str(een.versie) == welke), None)
    return vast[-1] if vast else nieuw

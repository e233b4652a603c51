"""Finding a household for who records something there: street, number, and the seats with who is known to sit there.

A person is a seat here and never a name. A seat that nobody took is offered too: whoever has no phone gets it with the
first thing that is recorded about them.
"""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.rules.huisnummers import huisnummer, lees_adres, schrijf
from bot.services.handeling import Handeling
from bot.storage import accounts, huishoudens
from bot.storage.huishoudens import Huishouden

STRATEN_OP_SCHERM = 20
NUMMERS_OP_SCHERM = 40
STOELEN_OP_SCHERM = 25
_MEEST_GENOEMD = 8

Straten = Sequence[tuple[str, str]]
"""Streets by name, each with the publiek_id of one of its households, which is its name in a button."""


class Stoel(NamedTuple):
    """A seat of a household: who sits there, if anyone is known to."""

    nummer: int
    bewoner: int | None
    met_account: bool


def lees(tx: Connection, handeling: Handeling, publiek_id: str) -> Huishouden:
    """Return the household that a button names.

    Raises:
        Geweigerd: there is none in this wijk.
    """
    gevonden = huishoudens.zoek(tx, handeling.wijk, publiek_id)
    if gevonden is None:
        raise Geweigerd("huishouden.onbekend")
    return gevonden


def lees_getypt(tx: Connection, handeling: Handeling, getypt: str, straten: Straten, straat: str | None) -> Huishouden:
    """Return the household of `12a` in the street that is open, or of `Merelweg 12a`.

    Raises:
        Geweigerd: it is no number, no street is open, there is no such number, or there are several.
    """
    genoemd, nummer = lees_adres(getypt, [naam for naam, _ in straten])
    waar = genoemd or straat
    if nummer is None or waar is None:
        raise Geweigerd("huishouden.schrijf_nummer")
    zelfde = [h for h in huishoudens.in_straat(tx, handeling.wijk, waar) if h.huisnummer == nummer.nummer]
    precies = [h for h in zelfde if huisnummer(h.huisnummer, h.toevoeging) == nummer]
    if not precies and not nummer.toevoeging:  # `12` where there is but a 12A
        precies = zelfde
    if not precies:
        raise Geweigerd("huishouden.nummer_onbekend", straat=waar, nummer=schrijf(*nummer))
    if len(precies) > 1:
        raise Geweigerd("huishouden.welk_nummer", nummers=", ".join(naam(h) for h in precies[:_MEEST_GENOEMD]))
    return precies[0]


def stoelen(tx: Connection, huishouden: Huishouden) -> list[Stoel]:
    """Return the seats of a household in order, also those that nobody took."""
    bezet = {p.stoel: p for p in huishoudens.personen(tx, huishouden.id)}
    alle = sorted(bezet.keys() | set(range(1, huishouden.stoelen + 1)))
    return [Stoel(n, p.id, p.met_account) if (p := bezet.get(n)) else Stoel(n, None, met_account=False) for n in alle]


def eis_stoel(tx: Connection, huishouden: Huishouden, stoel: int) -> Stoel:
    """Return a seat.

    Raises:
        Geweigerd: the household has no such seat.
    """
    gevonden = next((s for s in stoelen(tx, huishouden) if s.nummer == stoel), None)
    if gevonden is None:
        raise Geweigerd("huishouden.onbekend")
    return gevonden


def heeft_stoel(tx: Connection, huishouden: Huishouden, stoel: int) -> bool:
    """Say whether a household has a seat: fewer people may live there than before."""
    return any(een.nummer == stoel for een in stoelen(tx, huishouden))


def stoelen_zonder_ja(tx: Connection, huishouden: Huishouden) -> set[int]:
    """Return the seats of who withdrew their yes: nothing is recorded of them, unnamed neither."""
    per_stoel = {p.id: p.stoel for p in huishoudens.personen(tx, huishouden.id) if p.met_account}
    return {per_stoel[bewoner] for bewoner in accounts.zonder_ja(tx, per_stoel)}


def zorg_voor_bewoner(tx: Connection, handeling: Handeling, huishouden: Huishouden, stoel: int) -> int:
    """Return who sits on a seat; a resident without an account when nobody was known to.

    Raises:
        Geweigerd: the household has no such seat.
    """
    gevonden = eis_stoel(tx, huishouden, stoel)
    if gevonden.bewoner is not None:
        return gevonden.bewoner
    publiek_id = handeling.id(f"bewoner/{huishouden.publiek_id}/{stoel}")
    return huishoudens.voeg_bewoner_toe(tx, handeling.wijk, huishouden.id, stoel, publiek_id, handeling.now)


def op_scherm(alle: Sequence[Stoel], bij: int) -> tuple[list[Stoel], dict[str, int | None]]:
    """Return the seats of the screen on which one stands, and a seat of the screens beside it: a home may be big."""
    plaats = next((n for n, stoel in enumerate(alle) if stoel.nummer == bij), 0)
    begin = plaats - plaats % STOELEN_OP_SCHERM
    eind = begin + STOELEN_OP_SCHERM
    naast = {
        "vorige": alle[begin - 1].nummer if begin else None,
        "volgende": alle[eind].nummer if eind < len(alle) else None,
    }
    return list(alle[begin:eind]), naast


def naam(huishouden: Huishouden) -> str:
    """Return the number as it stands on the door."""
    return schrijf(huishouden.huisnummer, huishouden.toevoeging)


def adres(huishouden: Huishouden) -> str:
    """Return street and number."""
    return f"{huishouden.straat} {naam(huishouden)}"


def straatkeuze(straten: Straten, bij: str = "") -> dict[str, Any]:
    """Return the screen of streets on which the one of a publiek_id stands, the first one without."""
    return _scherm("straten", [list(straat) for straat in straten], bij, STRATEN_OP_SCHERM)


def nummerkeuze(
    tx: Connection,
    handeling: Handeling,
    bij: Huishouden,
    erbij: Callable[[Huishouden], Sequence[Any]] = lambda _: (),
    *,
    vooraan: bool = False,
) -> dict[str, Any]:
    """Return a street by a household in it, and a screen of its numbers.

    Args:
        erbij: what stands with a number.
        vooraan: from the first number on; else the screen on which the household is.
    """
    huizen = huishoudens.in_straat(tx, handeling.wijk, bij.straat)
    alle, per_id = [[naam(h), h.publiek_id] for h in huizen], {h.publiek_id: h for h in huizen}
    scherm = _scherm("nummers", alle, "" if vooraan else bij.publiek_id, NUMMERS_OP_SCHERM)
    nummers = [[nummer, wie, *erbij(per_id[wie])] for nummer, wie in scherm["nummers"]]
    return {"straat": bij.straat, **scherm, "nummers": nummers}


def _scherm(veld: str, alle: list[list[str]], bij: str, per_scherm: int) -> dict[str, Any]:
    """Cut a list of (label, publiek_id) into screens; `vorige` and `volgende` name one on the screens beside it."""
    plaats = next((n for n, (_, publiek_id) in enumerate(alle) if publiek_id == bij), 0)
    begin = plaats - plaats % per_scherm
    eind = begin + per_scherm
    return {
        veld: alle[begin:eind],
        "vorige": alle[begin - 1][1] if begin else None,
        "volgende": alle[eind][1] if eind < len(alle) else None,
    }

"""Offers: who may say yes to one, until when that can be taken back, and which of several count. Pure."""

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple
from zoneinfo import ZoneInfo

WATTEN = ("interesse", "deelnameverklaring", "inschrijving")
"""What one can do with an offer: hear more, take part when it goes on, or buy it. Three things, counted apart."""
WIE = ("eigenaren", "iedereen")
Toegang = Literal["mag", "huurder_lijst", "huurder_zelf", "vraag"]


class Bod(NamedTuple):
    """What says for whom an offer counts.

    Args:
        id: higher for a newer one.
        woningtypen: for which types of home; empty: for all.
    """

    id: int
    wat: str
    woningtypen: frozenset[str]


def toegang(wat: str, wie: str, lijst: str | None, zelf: str | None) -> Toegang:
    """Say whether someone may say yes for their address.

    A commitment and a purchase are the owner's. The address list outranks what people say of themselves.

    Args:
        wie: who may, of `WIE`; of interest only it can be everyone.
        lijst: `koop` or `huur` by the address list; None when it does not say.
        zelf: `eigenaar` or `huurder` by their own word; None when they never said.
    """
    if wat == "interesse" and wie == "iedereen":
        return "mag"
    if lijst is not None:
        return "mag" if lijst == "koop" else "huurder_lijst"
    if zelf is None:
        return "vraag"
    return "mag" if zelf == "eigenaar" else "huurder_zelf"


def is_voor(woningtypen: Collection[str], woningtype: str | None) -> bool:
    """Say whether an offer is for a home; of a home of which the type is unknown nobody is turned away."""
    return not woningtypen or woningtype is None or woningtype in woningtypen


def overlapt(een: Collection[str], ander: Collection[str]) -> bool:
    """Say whether two offers can be for the same home."""
    return not een or not ander or bool(set(een) & set(ander))


def geldend(aanbiedingen: Iterable[Bod], wat: str, woningtype: str | None) -> set[int]:
    """Return which offers of a kind count for homes of a type: the newest that is for them.

    Of an unknown type: the newest for all types, and each that is newer, as any of these may be for it.
    """
    gevonden: set[int] = set()
    for bod in sorted((een for een in aanbiedingen if een.wat == wat), key=lambda een: -een.id):
        if is_voor(bod.woningtypen, woningtype):
            gevonden.add(bod.id)
            if woningtype is not None or not bod.woningtypen:
                break
    return gevonden


def laatste_dag(getekend: date, dagen: int | None, sluit_op: datetime, zone: ZoneInfo) -> date:
    """Return the last day on which a yes can be taken back.

    Args:
        dagen: the term in days after that of the yes; None: until the offer closes.
    """
    return sluit_op.astimezone(zone).date() if dagen is None else getekend + timedelta(days=dagen)


def kan_terug(getekend: date, dagen: int | None, sluit_op: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Say whether a yes can be taken back now: to the end of its last day, or until the offer closes."""
    if dagen is None:
        return now < sluit_op
    return now.astimezone(zone).date() <= laatste_dag(getekend, dagen, sluit_op, zone)

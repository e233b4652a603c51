"""A round past the doors of a street: where one rings, and in which order. Nothing here says who lives there.

An address is *bereikt* once someone of it joined, or evidence of someone who lives there holds, or a conversation was
had. Heads without a name reach nobody: who they were is not known. An answer at the door holds for `TERMIJN`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple, TypeVar

from bot.rules.huisnummers import loopsleutel

TERMIJN = timedelta(days=365)
"""So long nobody rings where someone would rather have no visit."""

Stand = Literal["bereikt", "niet", "bezet", "straks", "te_gaan"]
"""Reached; nobody rings there; a colleague is at the door; not again today unless asked; to go."""
STANDEN: tuple[Stand, ...] = ("bereikt", "niet", "bezet", "straks", "te_gaan")
Wijze = Literal["heen_terug", "om_en_om"]
WIJZEN: tuple[Wijze, ...] = ("heen_terug", "om_en_om")
"""Up along the odd numbers and back along the even ones, or from one side to the other."""
Deel = Literal["alles", "oneven", "even"]
DELEN: tuple[Deel, ...] = ("alles", "oneven", "even")

Sleutel = TypeVar("Sleutel")


class Feiten(NamedTuple):
    """What is known of an address.

    Args:
        bereikt: someone of it joined, or evidence of someone who lives there holds.
        niet_mee: all who live there do not take part.
        geen_bezoek_tot: the last day on which nobody rings.
        laatst: outcome and day of the last visit.
        bezet: a colleague stands at this door.
    """

    bereikt: bool = False
    niet_mee: bool = False
    geen_bezoek_tot: date | None = None
    laatst: tuple[str, date] | None = None
    bezet: bool = False


def stand(feiten: Feiten, vandaag: date) -> Stand:
    """Say what is to be done at an address today."""
    uitkomst, dag = feiten.laatst or ("", date.min)
    if feiten.niet_mee or (feiten.geen_bezoek_tot is not None and vandaag <= feiten.geen_bezoek_tot):
        return "niet"
    if feiten.bereikt or uitkomst == "gesproken":
        return "bereikt"
    if uitkomst == "geweigerd" and vandaag - dag <= TERMIJN:
        return "niet"
    if feiten.bezet:
        return "bezet"
    return "straks" if uitkomst and dag == vandaag else "te_gaan"


def route(nummers: Mapping[Sleutel, tuple[int, str]], wijze: Wijze, deel: Deel = "alles") -> list[Sleutel]:
    """Return addresses, by number and addition, in the order in which someone walks past them."""
    op_rij = sorted(nummers, key=lambda wie: loopsleutel(*nummers[wie]))
    oneven = [wie for wie in op_rij if nummers[wie][0] % 2]
    even = [wie for wie in op_rij if not nummers[wie][0] % 2]
    if deel != "alles":
        return oneven if deel == "oneven" else even
    return oneven + even[::-1] if wijze == "heen_terug" else op_rij


def volgende(langs: Sequence[tuple[Sleutel, Stand]], na: Sleutel | None, zoek: Stand) -> Sleutel | None:
    """Return the first address after one, round to its own, that is in a state; without one from the beginning."""
    plaats = next((n + 1 for n, (wie, _) in enumerate(langs) if wie == na), 0)
    return next((wie for wie, hoe in [*langs[plaats:], *langs[:plaats]] if hoe == zoek), None)


def telling(standen: Sequence[Stand]) -> dict[str, int]:
    """Count addresses per state, and all."""
    per_stand = Counter(standen)
    return {"alle": len(standen), **{hoe: per_stand[hoe] for hoe in STANDEN}}

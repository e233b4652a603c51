"""What a heat solution means for a type of home: the card, on four levels, and which card is for which home. Pure.

Reading a file of cards: `kaartbestand`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, Literal, Protocol, TypeVar

Laag = Literal["mij", "woning", "wijk", "wereld"]
LAGEN: dict[Laag, tuple[str, ...]] = {
    "mij": ("eenmalig", "maandelijks", "wanneer", "gezondheid", "huurders"),
    "woning": ("uiterlijk", "ruimte", "onderhoud"),
    "wijk": ("wijk",),
    "wereld": ("co2",),
}
"""What people need to hear on each of the four levels, in order (domain: the NPLW crash course and Leusden)."""
KOSTEN = ("eenmalig", "maandelijks")
TEKSTEN = tuple(aspect for aspecten in LAGEN.values() for aspect in aspecten if aspect not in KOSTEN)
GAS = ("stopt", "blijft", "onbekend")
ANTWOORDEN = ("ja", "beetje", "vraag")
"""What people can say to "do you understand what this means for you?"."""
NAAM_LENGTE, TEKST_LENGTE, WANNEER_LENGTE, BRON_LENGTE = 40, 200, 60, 120
MEESTE_EUROS = 9_999_999


@dataclass(frozen=True)
class Kosten:
    """A range in whole euros, with where it comes from.

    Args:
        dag: on which the source said so, ISO.
        link: of the source; empty without one.
    """

    van: int
    tot: int
    bron: str
    dag: str
    link: str = ""


@dataclass(frozen=True)
class Inhoud:
    """What a card says.

    Args:
        gas: `stopt`, `blijft` or `onbekend`.
        gas_wanneer: when the gas ends, in words; empty unless it does.
        eenmalig: the costs once.
        maandelijks: the costs a month.
        huurders: what holds for tenants.
        wijk: what happens in the wijk.

    The other texts are the aspects by their own name; an empty one is not told.
    """

    gas: str
    gas_wanneer: str
    eenmalig: Kosten
    maandelijks: Kosten
    wanneer: str = ""
    gezondheid: str = ""
    huurders: str = ""
    uiterlijk: str = ""
    ruimte: str = ""
    onderhoud: str = ""
    wijk: str = ""
    co2: str = ""

    def als_json(self) -> dict[str, Any]:
        """Return it as JSON-able data."""
        return asdict(self)


@dataclass(frozen=True)
class Kaart:
    """A card of a solution for a type of home.

    Args:
        oplossing: as the organisator names it.
        woningtype: as the address list names it; empty: for all homes.
    """

    oplossing: str
    woningtype: str
    inhoud: Inhoud

    @property
    def sleutel(self) -> tuple[str, str]:
        """By which its versions are one card."""
        return self.oplossing.casefold(), self.woningtype


def uit_json(ruw: Mapping[str, Any]) -> Inhoud:
    """Return what a card says from data."""
    velden: dict[str, Any] = {veld.name: ruw.get(veld.name, "") for veld in fields(Inhoud)}
    return Inhoud(**velden | {naam: Kosten(**ruw[naam]) for naam in KOSTEN})


class _Voor(Protocol):
    @property
    def oplossing(self) -> str: ...

    @property
    def woningtype(self) -> str: ...


K = TypeVar("K", bound=_Voor)


def voor_woning(kaarten: Iterable[K], woningtype: str) -> list[K]:
    """Return per solution the card for a type of home, or else the one for all homes; by name."""
    gekozen: dict[str, K] = {}
    for kaart in sorted(kaarten, key=lambda kaart: kaart.woningtype == woningtype):
        if kaart.woningtype in ("", woningtype):
            gekozen[kaart.oplossing.casefold()] = kaart
    return [gekozen[naam] for naam in sorted(gekozen)]


def gewijzigd(nieuw: Sequence[Kaart], geldend: Mapping[tuple[str, str], Inhoud]) -> list[Kaart]:
    """Return which of some cards say something else than the one that holds, or are new."""
    return [kaart for kaart in nieuw if geldend.get(kaart.sleutel) != kaart.inhoud]

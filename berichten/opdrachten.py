"""Which command is in whose menu: one line each, for the list behind the chat's menu button and for /menu.

A command has the texts `opdracht.<naam>` (in the list) and `knop.<naam>` (its button), and a listener for both.
"""

from collections.abc import Collection
from dataclasses import dataclass

BEWONER = "bewoner"
_STAF = frozenset({"buurtbegeleider", "organisator"})
_KANTOOR = frozenset({"organisator", "beheerder"})
_ROLLEN = frozenset({"straatcontact", "trekker", "kerngroep", *_STAF, *_KANTOOR})
_BINNEN = frozenset({BEWONER, *_ROLLEN})
_BEWONER = frozenset({BEWONER})


@dataclass(frozen=True)
class Opdracht:
    """A command and who finds it in their menu: these roles, or everybody when `voor` is empty."""

    naam: str
    voor: frozenset[str] = frozenset()


OPDRACHTEN = (
    Opdracht("menu"),
    Opdracht("agenda", _BINNEN),
    Opdracht("mijncode", _BEWONER),
    Opdracht("deur", _STAF),
    Opdracht("peilingen", _BINNEN),
    Opdracht("stand", _BINNEN),
    Opdracht("werkgroepen", _BEWONER),
    Opdracht("meldingen", _BEWONER),
    Opdracht("gegevens", _BEWONER),
    Opdracht("komlangs", _BEWONER),
    Opdracht("taal"),
    Opdracht("help"),
    Opdracht("bijeenkomst", frozenset({"trekker", *_STAF})),
    Opdracht("peiling", frozenset({"trekker", *_STAF})),
    Opdracht("bericht", frozenset({"straatcontact", "trekker", *_STAF})),
    Opdracht("planning", frozenset({"trekker", *_STAF})),
    Opdracht("voorstellen", frozenset({"kerngroep", *_STAF, *_KANTOOR})),
    Opdracht("rol", _ROLLEN),
    Opdracht("deurlijst", _STAF),
    Opdracht("deurgesprek", _STAF | {"straatcontact"}),
    Opdracht("hulpvragen", _STAF | {"straatcontact"}),
    Opdracht("export", _KANTOOR),
    Opdracht("verzending", _KANTOOR),
)


def opdrachten_voor(bewoner: bool, rollen: Collection[str]) -> list[str]:
    """Return the commands in someone's menu, in order."""
    is_ = {*rollen, BEWONER} if bewoner else {*rollen}
    return [opdracht.naam for opdracht in OPDRACHTEN if not opdracht.voor or opdracht.voor & is_]

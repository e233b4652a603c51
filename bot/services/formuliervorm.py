"""What a form is: its questions, who may fill it in, and the use case that it ends in. Filling in: `formulier`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.services.gestuurd import Neemt
from bot.services.handeling import Handeling
from bot.services.lezers import Lezer
from bot.storage.accounts import Wie

VRAAG = "formulier.vraag"
"""The kind of message that asks a question, unless it says another."""

Keuze = tuple[str, str]
"""A button: the value that it stands for (at most 40 bytes, no colon first) and its label."""


@dataclass(frozen=True)
class Veld:
    """One question, answered by a button, by typed text that `lees` reads, or by either.

    Args:
        keuzes: fixed buttons; their labels are catalog keys.
        haal: buttons out of the database, given what was filled in so far; typing the label does the same.
        teksten: catalog prefix of a question that several forms share; else that of the form.
        als: whether it is asked, given what was filled in before it; what is not asked is not in the outcome.
        mag_over: may be skipped with a button; the value is None then.
        neemt: also answered by what one sends, see `bot.services.gestuurd`.
        mag: which of `keuzes` someone may choose; the others they do not see.
        daarna: of a question that nobody has to answer: the one that follows on it, when that applies.
        meer: several of its buttons may be chosen: gives what is chosen after one more tap.
        toont: the kind of message that asks it; `bekijk` adds to its data.
    """

    naam: str
    lees: Lezer | None = None
    keuzes: tuple[str, ...] = ()
    haal: Callable[[Connection, Handeling, dict[str, Any]], list[Keuze]] | None = None
    teksten: str | None = None
    als: Callable[[dict[str, Any]], bool] | None = None
    mag_over: bool = False
    neemt: Neemt | None = None
    mag: Callable[[Wie, str], bool] | None = None
    daarna: str | None = None
    meer: Callable[[Sequence[str], str], list[str]] | None = None
    toont: str = VRAAG
    bekijk: Callable[[Connection, Handeling, dict[str, Any]], dict[str, Any]] | None = None

    @property
    def alleen_knop(self) -> bool:
        """Whether nothing that is typed or sent answers it, but the label of a button."""
        return self.lees is None and self.neemt is None


def noemt_werkgroepen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    """As `bekijk` of a question whose buttons are werkgroepen: the usual ones are named in the reader's language."""
    return {"werkgroepen": True}


@dataclass(frozen=True)
class Formulier:
    """A form: its questions, who may fill it in, and the use case that it ends in.

    Args:
        rollen: who has one of these may; when there are none, each resident.
        voorbeeld: whether all is shown once more before it is done.
        extra: questions that nobody has to answer: the preview has a button for each, and comes back after it.
        bekijk: what the preview shows beside what was filled in, such as a name out of the database.
        zoals: messages as those whom it is for will get them, to stand above the preview.
        gasten: without `rollen`, who was invited to a geleding may too.
    """

    soort: str
    velden: tuple[Veld, ...]
    rollen: tuple[str, ...]
    klaar: Callable[[Connection, Handeling, Wie, dict[str, Any]], Boodschap]
    voorbeeld: bool = True
    extra: tuple[Veld, ...] = ()
    bekijk: Callable[[Connection, Handeling, dict[str, Any]], dict[str, Any]] | None = None
    zoals: Callable[[Connection, Handeling, dict[str, Any]], tuple[Boodschap, ...]] | None = None
    gasten: bool = False

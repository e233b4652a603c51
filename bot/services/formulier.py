"""Filling in a form by chat, one question at a time: typed or tapped, with back, stop and a preview before it is done.

Each step is a row, so a restart resumes there. What is asked and what then happens stands with each noun.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.momenten import MomentOnduidelijk, lees_moment
from bot.services.handeling import Handeling, eis_rol, wie_handelt
from bot.storage import gesprekken
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek

VOORBEELD = "voorbeeld"

Lezer = Callable[[str, Handeling], Any]
"""Reads typed text into a JSON-able value; raises Geweigerd with a sentence that says what to write."""


@dataclass(frozen=True)
class Veld:
    """One question. With `keuzes` it is answered by a button, else by typed text that `lees` reads."""

    naam: str
    lees: Lezer | None = None
    keuzes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Formulier:
    """A form: its questions, who may fill it in, and the use case that it ends in."""

    soort: str
    velden: tuple[Veld, ...]
    rollen: tuple[str, ...]
    klaar: Callable[[Connection, Handeling, Wie, dict[str, Any]], Boodschap]


Formulieren = Mapping[str, Formulier]


def begin(tx: Connection, handeling: Handeling, formulier: Formulier) -> Boodschap:
    """Open an empty form, whatever was open before."""
    wie = eis_rol(tx, handeling, *formulier.rollen)
    return _ga_naar(tx, wie, formulier, formulier.velden[0].naam, {})


def typ(tx: Connection, handeling: Handeling, formulieren: Formulieren, tekst: str) -> Boodschap:
    """Answer the open question with typed text."""
    wie, formulier, gesprek = _open(tx, handeling, formulieren)
    veld = _veld(formulier, gesprek.stap)
    if veld is None or veld.lees is None:  # a button is wanted: show it again
        return _toon(formulier, gesprek)
    return _vul(tx, wie, formulier, veld, gesprek.data, veld.lees(tekst.strip(), handeling))


def kies(tx: Connection, handeling: Handeling, formulieren: Formulieren, naam: str, keuze: str) -> Boodschap:
    """Answer a question with a button; a button of another step only shows the step that is open."""
    wie, formulier, gesprek = _open(tx, handeling, formulieren)
    veld = _veld(formulier, gesprek.stap)
    if veld is None or veld.naam != naam or keuze not in veld.keuzes:
        return _toon(formulier, gesprek)
    return _vul(tx, wie, formulier, veld, gesprek.data, keuze)


def terug(tx: Connection, handeling: Handeling, formulieren: Formulieren) -> Boodschap:
    """Go back one question; what was filled in stays until it is answered anew."""
    wie, formulier, gesprek = _open(tx, handeling, formulieren)
    namen = [veld.naam for veld in formulier.velden]
    plaats = namen.index(gesprek.stap) if gesprek.stap in namen else len(namen)
    return _ga_naar(tx, wie, formulier, namen[max(plaats - 1, 0)], gesprek.data)


def stop(tx: Connection, handeling: Handeling, formulieren: Formulieren) -> Boodschap:
    """Throw the open form away, also when one may not fill it in any more. What was placed stays, and is not denied."""
    wie = wie_handelt(tx, handeling)
    gesprek = gesprekken.open_gesprek(tx, wie.account)
    if gesprek is None or gesprek.soort not in formulieren:
        raise Geweigerd("formulier.niets_open")
    gesprekken.sluit(tx, wie.account)
    return Boodschap("formulier.gestopt")


def bevestig(tx: Connection, handeling: Handeling, formulieren: Formulieren) -> Boodschap:
    """Do what the form was for, once all is filled in and seen."""
    wie, formulier, gesprek = _open(tx, handeling, formulieren)
    if gesprek.stap != VOORBEELD:
        return _toon(formulier, gesprek)
    gesprekken.sluit(tx, wie.account)
    return formulier.klaar(tx, handeling, wie, gesprek.data)


def tekst_tot(maximum: int) -> Lezer:
    """Return a reader of one text of 1 to `maximum` characters, its white space made single."""

    def lees(tekst: str, handeling: Handeling) -> str:
        schoon = " ".join(tekst.split())
        if not 1 <= len(schoon) <= maximum:
            raise Geweigerd("formulier.te_lang", maximum=maximum)
        return schoon

    return lees


def moment(tekst: str, handeling: Handeling) -> str:
    """Read a day and hour that are still to come, as an ISO string in UTC."""
    try:
        return lees_moment(tekst, handeling.now, handeling.zone).isoformat()
    except MomentOnduidelijk as fout:
        raise Geweigerd(f"moment.{fout.reden}") from None


def _open(tx: Connection, handeling: Handeling, formulieren: Formulieren) -> tuple[Wie, Formulier, Gesprek]:
    wie = wie_handelt(tx, handeling)
    gesprek = gesprekken.open_gesprek(tx, wie.account)
    if gesprek is None or gesprek.soort not in formulieren:
        raise Geweigerd("formulier.niets_open")
    formulier = formulieren[gesprek.soort]
    return eis_rol(tx, handeling, *formulier.rollen), formulier, gesprek


def _vul(tx: Connection, wie: Wie, formulier: Formulier, veld: Veld, data: dict[str, Any], waarde: Any) -> Boodschap:
    namen = [v.naam for v in formulier.velden]
    volgende: Sequence[str] = namen[namen.index(veld.naam) + 1 :]
    return _ga_naar(tx, wie, formulier, volgende[0] if volgende else VOORBEELD, {**data, veld.naam: waarde})


def _ga_naar(tx: Connection, wie: Wie, formulier: Formulier, stap: str, data: dict[str, Any]) -> Boodschap:
    gesprek = Gesprek(formulier.soort, stap, data)
    gesprekken.zet(tx, wie.account, gesprek)
    return _toon(formulier, gesprek)


def _toon(formulier: Formulier, gesprek: Gesprek) -> Boodschap:
    if gesprek.stap == VOORBEELD:
        return Boodschap(f"{formulier.soort}.voorbeeld", gesprek.data)
    veld = _veld(formulier, gesprek.stap)
    keuzes = list(veld.keuzes) if veld else []
    eerste = gesprek.stap == formulier.velden[0].naam
    return Boodschap(
        "formulier.vraag", {"formulier": formulier.soort, "veld": gesprek.stap, "keuzes": keuzes, "eerste": eerste}
    )


def _veld(formulier: Formulier, naam: str) -> Veld | None:
    return next((veld for veld in formulier.velden if veld.naam == naam), None)

"""Joining: the code, the language, what is kept and why, and the welcome."""

from dataclasses import replace
from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig, eigen_naam, talen
from berichten.menu import naar_menu
from berichten.toestemming import sinds


def _later(toon: Toon) -> Knop:
    return Knop(toon.t.plat("welkom.knop_later"), "welkom_later")


def _bij_code(toon: Toon, tekst: Veilig) -> Bericht:
    """Under the question for the code stands no "back" but another language: it is the first step."""
    return Bericht(toon.met_hulp(tekst), ((Knop(toon.t.plat("knop.taal"), "welkom_terug"), _later(toon)),))


@bericht("welkom.code")
def code(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the code of the letter."""
    return _bij_code(toon, toon.t.tekst("welkom.code"))


@bericht("welkom.verhuisd")
def verhuisd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask who moved for the code of the letter at their new address."""
    return _bij_code(toon, toon.t.tekst("welkom.verhuisd", adres=data["adres"]))


@bericht("welkom.typefout")
def typefout(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that this cannot be a code."""
    return _bij_code(toon, toon.t.tekst("welkom.typefout"))


@bericht("welkom.onbekend")
def onbekend(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that no letter has this code, and how often someone may try again."""
    return _bij_code(toon, toon.t.tekst("welkom.onbekend", aantal=data["over"]))


@bericht("welkom.te_vaak")
def te_vaak(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say when a next try is possible."""
    return _bij_code(toon, toon.t.tekst("welkom.te_vaak", tijd=toon.tijd(data["vanaf"])))


@bericht("welkom.ingetrokken")
def ingetrokken(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that this code works no more."""
    return _bij_code(toon, toon.t.tekst("welkom.ingetrokken"))


@bericht("welkom.vol")
def vol(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the code has no seat left; not who sits there."""
    gewoon = _bij_code(toon, toon.t.tekst("welkom.vol"))
    al = ((Knop(toon.t.plat("welkom.knop_al"), "welkom_al"),),) if data["al"] else ()
    return replace(gewoon, knoppen=(*al, *gewoon.knoppen))


@bericht("welkom.vol_team")
def vol_team(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell an organisator at which address someone did not fit; not who, and not who lives there."""
    return Bericht(toon.t.tekst("welkom.vol_team", adres=data["adres"]), (naar_menu(toon),))


@bericht("welkom.bekend")
def bekend(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether a begeleider wrote this person down before; not whom they did."""
    antwoorden = [(Knop(toon.t.plat(f"welkom.bekend_{a}"), f"welkom_bekend:{a}"),) for a in data["antwoorden"]]
    onder = (Knop(toon.t.plat("knop.terug"), "welkom_terug"), _later(toon))
    return Bericht(toon.t.tekst("welkom.bekend"), (*antwoorden, onder))


@bericht("welkom.taal")
def taal(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer each language under its own name, that of the letter first."""
    volgorde = sorted(talen(), key=lambda taal: taal != data.get("eerst"))
    knoppen = [(Knop(eigen_naam(taal), f"welkom_taal:{taal}"),) for taal in volgorde]
    onder = (Knop(toon.t.plat("knop.terug"), "welkom_terug"), _later(toon))
    return Bericht(toon.t.tekst("welkom.taal"), (*knoppen, onder))


@bericht("welkom.toestemming")
def toestemming(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what is kept and why, and ask; the button carries the version of this text."""
    ja = Knop(toon.t.plat("welkom.knop_ja"), f"welkom_ja:{data['versie']}")
    onder = (Knop(toon.t.plat("knop.terug"), "welkom_terug"), _later(toon))
    tekst = toon.met_hulp(toon.t.tekst("welkom.toestemming", sinds=sinds(toon, data["versie"])))
    al = ((Knop(toon.t.plat("welkom.knop_al"), "welkom_al"),),) if data["al"] else ()
    return Bericht(tekst, ((ja,), *al, onder))


@bericht("welkom.later")
def later(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it can be done later."""
    return Bericht(toon.t.tekst("welkom.later"), ((Knop(toon.t.plat("welkom.knop_verder"), "welkom_verder"),),))


@bericht("welkom.al_binnen")
def al_binnen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell a resident who sends a code that they need none."""
    return Bericht(toon.t.tekst("welkom.al_binnen"), (naar_menu(toon),))


@bericht("welkom.binnen")
def binnen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Welcome a new resident."""
    werkgroepen = Knop(toon.t.plat("knop.werkgroepen"), "werkgroepen")
    return Bericht(toon.t.tekst("welkom.binnen"), ((werkgroepen,), naar_menu(toon)))

"""The short questions at the end of a stage, and what came of them."""

from typing import Any

from babel.numbers import format_decimal

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.fase import naam
from berichten.formulier import bevestigen
from berichten.menu import naar_menu

_LAAGST, _HOOGST = 15, 45
"""Averages in tenths beyond which nothing is told apart: bot.services.evaluatie."""


@bericht("evaluatie.uitnodiging")
def uitnodiging(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask the team how working together went."""
    t = toon.t
    knop = (Knop(t.plat("fase.knop_vragen"), f"ev:{data['id']}"),)
    les = (Knop(t.plat("evaluatie.knop_les"), f"evl:{data['fase']['id']}"),)
    return Bericht(t.tekst("evaluatie.uitnodiging", titel=naam(toon, data["fase"])), (knop, les, naar_menu(toon)))


@bericht("evaluatie.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask one question, with a button for each answer; a tap carries what was answered before it."""
    t = toon.t
    kop = t.tekst("evaluatie.nummer", nummer=data["nummer"], alle=data["vragen"], titel=naam(toon, data["fase"]))
    vraagt, schaal = t.tekst(f"evaluatie.vraag.{data['vraag']}"), t.tekst("evaluatie.schaal")
    rij = tuple(Knop(str(n), f"ev:{data['id']}:{data['cijfers']}{n}") for n in range(1, 6))
    anoniem = t.tekst(f"evaluatie.anoniem.{data['soort']}")
    return Bericht(Veilig("\n\n".join([kop, vraagt, schaal, anoniem])), (rij, naar_menu(toon)))


@bericht("evaluatie.dank")
def dank(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Thank who answered; the team may note a lesson."""
    t = toon.t
    les = (
        [(Knop(t.plat("evaluatie.knop_les"), f"evl:{data['fase']['id']}"),)] if data["soort"] == "samenwerking" else []
    )
    return Bericht(t.tekst("evaluatie.al" if data["al"] else "evaluatie.dank"), (*les, naar_menu(toon)))


@bericht("evaluatie")
def evaluatie(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the team what came of the questions, and the lessons."""
    t, welke = toon.t, data["id"]
    delen = [t.tekst("evaluatie.kop", titel=naam(toon, data))]
    delen.append(Veilig("\n".join([t.tekst("evaluatie.van_team"), *_uitkomst(toon, data["samenwerking"])])))
    delen.append(Veilig("\n".join([t.tekst("evaluatie.van_bewoners"), *_uitkomst(toon, data["vertrouwen"])])))
    lessen = [t.tekst("evaluatie.les", tekst=tekst) for tekst in data["lessen"]] or [t.tekst("evaluatie.geen_les")]
    delen.append(Veilig("\n".join([t.tekst("evaluatie.lessen"), *lessen])))
    les = (Knop(t.plat("evaluatie.knop_les"), f"evl:{welke}"),)
    terug = (Knop(t.plat("knop.terug"), f"fs:{welke}"),) if data["staf"] else ()
    return Bericht(Veilig("\n\n".join(delen)), (les, (*terug, *naar_menu(toon))))


@bericht("les.voorbeeld")
def les_voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a lesson before it is kept."""
    return bevestigen(toon, toon.t.tekst("les.voorbeeld", tekst=data["tekst"]))


def verloop(toon: Toon, punten: list[dict[str, Any]]) -> list[Veilig]:
    """Return how much residents trusted the process at the end of each stage, as everyone may see it."""
    if not punten:
        return []
    regels = [toon.t.tekst("evaluatie.verloop")]
    for punt in punten:
        cijfers = {vraag: cijfer(toon, tienden) for vraag, tienden in punt["tienden"].items()}
        regels.append(toon.t.tekst("evaluatie.punt", titel=naam(toon, punt["fase"]), hoeveel=punt["aantal"], **cijfers))
    return [Veilig("\n".join(regels))]


def cijfer(toon: Toon, tienden: int) -> str:
    """Return an average, such as `3,8`; at either end of what is told apart it says so."""
    rond = str(format_decimal(tienden / 10, "0.0", locale=toon.t.locale))
    if tienden <= _LAAGST:
        return toon.t.plat("evaluatie.of_minder", cijfer=rond)
    return toon.t.plat("evaluatie.of_meer", cijfer=rond) if tienden >= _HOOGST else rond


def _uitkomst(toon: Toon, uit: dict[str, Any] | None) -> list[Veilig]:
    if uit is None:
        return [toon.t.tekst("evaluatie.niet_gevraagd")]
    if uit["staat"] == "open":
        return [toon.t.tekst("evaluatie.loopt", moment=toon.moment(uit["sluit_op"]))]
    if uit["staat"] == "weinig":
        return [toon.t.tekst("evaluatie.weinig")]
    regels = [
        toon.t.tekst("evaluatie.regel", vraag=toon.t.plat(f"evaluatie.kort.{vraag}"), cijfer=cijfer(toon, tienden))
        for vraag, tienden in uit["tienden"].items()
    ]
    return [*regels, *([toon.t.tekst("evaluatie.hoeveel", hoeveel=uit["aantal"])] if uit["aantal"] else [])]

"""Meetings: announcement, agenda, answers and reminder."""

from typing import Any

from babel.dates import format_date

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu

_ANTWOORDEN = ("ja", "misschien", "nee")


@bericht("bijeenkomst.agenda")
def agenda(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what is coming, a button each."""
    knoppen = []
    for b in data["bijeenkomsten"]:
        dag = format_date(toon.lokaal(b["begin"]), "d MMM", locale=toon.t.locale)
        knoppen.append((Knop(f"{dag} · {b['titel']}"[:60], f"b:{b['id']}"),))
    sleutel = "bijeenkomst.agenda" if knoppen else "bijeenkomst.agenda_leeg"
    return Bericht(toon.t.tekst(sleutel), (*knoppen, naar_menu(toon)))


@bericht("bijeenkomst.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one meeting, with one's own answer; staff see how many answered what."""
    delen = [_omschrijving(toon, data)]
    if data.get("antwoord"):
        delen.append(toon.t.tekst(f"bijeenkomst.antwoord_{data['antwoord']}"))
    knoppen = list(_antwoordknoppen(toon, data))
    if "aanmeldingen" in data:
        aantallen = {naam: data["aanmeldingen"].get(naam, 0) for naam in _ANTWOORDEN}
        delen.append(toon.t.tekst("bijeenkomst.aanmeldingen", **aantallen))
        knoppen.append((Knop(toon.t.plat("knop.deur"), f"deur:{data['id']}"),))
    return Bericht("\n\n".join(delen), (*knoppen, (Knop(toon.t.plat("knop.agenda"), "agenda"), *naar_menu(toon))))


@bericht("bijeenkomst.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Announce a meeting."""
    tekst = toon.t.tekst("bijeenkomst.nieuw", omschrijving=_omschrijving(toon, data))
    return Bericht(tekst, tuple(_antwoordknoppen(toon, data)))


@bericht("bijeenkomst.herinnering")
def herinnering(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Remind who comes or hesitates."""
    tekst = toon.t.tekst("bijeenkomst.herinnering", omschrijving=_omschrijving(toon, data))
    return Bericht(tekst, tuple(_antwoordknoppen(toon, data)))


@bericht("bijeenkomst.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a meeting as residents will see it, before it is placed."""
    gegevens = {**data, "vragen": data["vragen"] == "ja"}
    tekst = toon.t.tekst("bijeenkomst.nieuw", omschrijving=_omschrijving(toon, gegevens))
    return bevestigen(toon, Veilig(f"{toon.t.tekst('formulier.voorbeeld')}\n\n{tekst}"))


def _omschrijving(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    regels = t.tekst(
        "bijeenkomst.omschrijving",
        soort=t.plat(f"bijeenkomst.soort.{data['soort']}"),
        titel=data["titel"],
        begin=toon.moment(data["begin"]),
        plaats=data["plaats"],
    )
    return Veilig(f"{regels}\n{t.tekst('bijeenkomst.vragen')}") if data["vragen"] else regels


def _antwoordknoppen(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    if not data["bewoner"]:
        return []
    gekozen = data.get("antwoord")
    return [
        tuple(
            Knop(("✓ " if naam == gekozen else "") + toon.t.plat(f"knop.{naam}"), f"ba:{naam}:{data['id']}")
            for naam in _ANTWOORDEN
        )
    ]

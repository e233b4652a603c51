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
    delen = [omschrijving(toon, data)]
    if data.get("vrij") is not None:
        delen.append(_vrij(toon, data["vrij"]))
    if data.get("antwoord"):
        delen.append(_eigen_antwoord(toon, data))
    knoppen = [*antwoordknoppen(toon, data), *_gastenknoppen(toon, data)]
    if "aanmeldingen" in data:
        delen.append(_aanmeldingen(toon, data))
        lijst = Knop(toon.t.plat("knop.deurlijst"), f"dl:{data['id']}")
        knoppen.append((Knop(toon.t.plat("knop.deur"), f"deur:{data['id']}"), lijst))
    return Bericht("\n\n".join(delen), (*knoppen, (Knop(toon.t.plat("knop.agenda"), "agenda"), *naar_menu(toon))))


@bericht("bijeenkomst.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Announce a meeting."""
    tekst = toon.t.tekst("bijeenkomst.nieuw", omschrijving=omschrijving(toon, data))
    return Bericht(tekst, tuple(antwoordknoppen(toon, data)))


@bericht("bijeenkomst.herinnering")
def herinnering(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Remind who comes or hesitates."""
    sleutel = f"bijeenkomst.herinnering_{data.get('wanneer', 'straks')}"
    tekst = toon.t.tekst(sleutel, omschrijving=omschrijving(toon, data))
    return Bericht(tekst, tuple(antwoordknoppen(toon, data)))


@bericht("bijeenkomst.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a meeting as residents will see it, before it is placed."""
    gegevens = {**data, "vragen": data["vragen"] == "ja"}
    tekst = toon.t.tekst("bijeenkomst.nieuw", omschrijving=omschrijving(toon, gegevens))
    return bevestigen(toon, Veilig(f"{toon.t.tekst('formulier.voorbeeld')}\n\n{tekst}"))


def omschrijving(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say what a meeting is, when and where, and for how many."""
    t = toon.t
    regels = [
        t.tekst(
            "bijeenkomst.omschrijving",
            soort=t.plat(f"bijeenkomst.soort.{data['soort']}"),
            titel=data["titel"],
            begin=toon.moment(data["begin"]),
            plaats=data["plaats"],
        )
    ]
    if data["vragen"]:
        regels.append(t.tekst("bijeenkomst.vragen"))
    if capaciteit := data.get("capaciteit"):
        regels.append(t.tekst("bijeenkomst.plekken", aantal=capaciteit))
    if gasten := data.get("gasten_max"):
        regels.append(t.tekst("bijeenkomst.gasten", aantal=gasten))
    return Veilig("\n".join(regels))


def antwoordknoppen(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return the row of answers, for residents only; one's own is ticked."""
    if not data["bewoner"]:
        return []
    gekozen = data.get("antwoord")
    return [
        tuple(
            Knop(("✓ " if naam == gekozen else "") + toon.t.plat(f"knop.{naam}"), f"ba:{naam}:{data['id']}")
            for naam in _ANTWOORDEN
        )
    ]


def _gastenknoppen(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    if data.get("antwoord") != "ja" or not data.get("gasten_max"):
        return []
    met = [toon.t.plat("bijeenkomst.knop_gasten", aantal=n) for n in range(data["gasten_max"] + 1)]
    return [
        tuple(
            Knop(("✓ " if n == data["gasten"] else "") + tekst, f"bg:{n}:{data['id']}") for n, tekst in enumerate(met)
        )
    ]


def _vrij(toon: Toon, vrij: int) -> Veilig:
    return toon.t.tekst("bijeenkomst.nog_vrij", aantal=vrij) if vrij > 0 else toon.t.tekst("bijeenkomst.vol")


def _eigen_antwoord(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    match data.get("plek"):
        case "wacht":
            regels = [t.tekst("bijeenkomst.plek_wacht", plaats=data["plaats"])]
            if data["gasten"] and data["vrij"] > 0:
                regels.append(t.tekst("bijeenkomst.minder_gasten"))
        case "aangeboden":
            regels = [t.tekst("bijeenkomst.plek_aangeboden", tot=toon.moment(data["tot"]))]
        case "verlopen":
            regels = [t.tekst("bijeenkomst.plek_voorbij")]
        case _:
            regels = [t.tekst(f"bijeenkomst.antwoord_{data['antwoord']}")]
    if data.get("gasten"):
        regels.append(t.tekst("bijeenkomst.met_gasten", aantal=data["gasten"]))
    return Veilig(" ".join(regels))


def _aanmeldingen(toon: Toon, data: dict[str, Any]) -> Veilig:
    aantallen = data["aanmeldingen"]
    regels = [
        toon.t.tekst("bijeenkomst.aanmeldingen", **{naam: aantallen.get(naam, 0) for naam in (*_ANTWOORDEN, "gasten")})
    ]
    if data.get("capaciteit"):
        namen = ("wacht", "aangeboden", "zonder_telefoon")
        regels.append(toon.t.tekst("bijeenkomst.aanmeldingen_plekken", **{n: aantallen.get(n, 0) for n in namen}))
    return Veilig("\n".join(regels))

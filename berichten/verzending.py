"""How the messages to residents fared."""

import html
import re
from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.menu import naar_menu

EINDEN = ("onzeker", "niet_aan", "te_laat", "gestopt")
"""How messages ended of which staff hear, as the service names it."""
SOORTEN = (
    "uitzending",
    "bijeenkomst_nieuw",
    "bijeenkomst_gewijzigd",
    "bijeenkomst_afgelast",
    "bijeenkomst_afgelast_rest",
    "herinnering_week",
    "herinnering_dag",
    "herinnering_uren",
    "herinnering_eigen",
    "peiling_nieuw",
    "peiling_herinnering",
    "peiling_uitslag",
    "peiling_ingetrokken",
    "bundel",
)
"""Kinds of alarm with words of their own; the rest is called something else."""
_TITEL = 60
"""So much of a title stands in a list."""


@bericht("verzending")
def verzending(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of what messages came from of which some failed or are uncertain, a line and a button each."""
    t = toon.t
    delen = [t.tekst("verzending.kop"), *(_regel(toon, regel) for regel in data["regels"])]
    if data["los"] and any(data["los"][einde] != 0 for einde in EINDEN):
        delen.append(Veilig(f"{t.tekst('verzending.los')}\n{_cijfers(toon, data['los'])}"))
    if len(delen) == 1:
        delen.append(t.tekst("verzending.niets"))
    wachten = [t.tekst("verzending.wachtend", hoeveel=_cel(toon, data["onderweg"], ruw=True))]
    if data["bewaard"] != 0:
        wachten.append(t.tekst("verzending.bewaard", hoeveel=_cel(toon, data["bewaard"], ruw=True)))
    delen.append(Veilig("\n".join(wachten)))
    bronnen = [regel for regel in data["regels"] if regel["id"]]
    knoppen = [(Knop(_label(toon, regel), f"mis:{regel['soort']}:{regel['id']}"),) for regel in bronnen]
    rijen = (*knoppen, *bladerknoppen(toon, data, "verzending"), naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), rijen)


@bericht("verzending.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show how the messages about one thing ended."""
    t = toon.t
    delen = [_kop(toon, data)]
    delen += [
        t.tekst(f"verzending.hoe.{einde}", aantal=_cel(toon, data[einde], ruw=data["ruw"]))
        for einde in EINDEN
        if data[einde] != 0
    ]
    if data["herhaald"] != 0:
        delen.append(t.tekst("verzending.hoe.herhaald", aantal=_cel(toon, data["herhaald"], ruw=data["ruw"])))
    if data["bezig"]:
        delen.append(t.tekst("verzending.bezig"))
    nog_eens = (Knop(t.plat("verzending.knop_nog_eens"), f"misn:{data['soort']}:{data['id']}"),)
    terug = (Knop(t.plat("knop.terug"), "verzending"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*((nog_eens,) if data["nog_eens"] else ()), terug))


@bericht("verzending.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to send it once more."""
    t, welke = toon.t, f"{data['soort']}:{data['id']}"
    delen = [_kop(toon, data), t.tekst("verzending.zeker", aantal=_cel(toon, data["aantal"], ruw=data["ruw"]))]
    ja = Knop(t.plat("verzending.knop_ja"), f"misn:{welke}:ja")
    return Bericht(Veilig("\n\n".join(delen)), ((ja,), (Knop(t.plat("knop.terug"), f"mis:{welke}"),)))


@bericht("tijdvak.hersteld")
def hersteld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell staff that a backup was put back, and what is up to them now."""
    t = toon.t
    delen = [t.tekst("tijdvak.hersteld"), t.tekst("tijdvak.aantallen", **data), t.tekst("tijdvak.doe")]
    return Bericht("\n\n".join(delen), ((Knop(t.plat("knop.verzending"), "verzending"),),))


def _regel(toon: Toon, regel: dict[str, Any]) -> Veilig:
    return Veilig(f"{_kop(toon, regel)}\n{_cijfers(toon, regel)}")


def _kop(toon: Toon, regel: dict[str, Any]) -> Veilig:
    """Say what the messages were: which kind, about what, and when."""
    velden = {"wat": _wat(toon, regel["soort"]), "titel": _titel(regel), "moment": toon.moment(regel["moment"])}
    return toon.t.tekst("verzending.bron" if velden["titel"] else "verzending.bron_zonder", **velden)


def _cijfers(toon: Toon, telling: dict[str, Any]) -> Veilig:
    t, ruw = toon.t, telling.get("ruw", False)
    delen = [
        t.tekst(f"verzending.{einde}", aantal=_cel(toon, telling[einde], ruw=ruw))
        for einde in EINDEN
        if telling[einde] != 0
    ]
    return Veilig(", ".join(delen))


def _cel(toon: Toon, aantal: int | None, *, ruw: bool = False) -> str:
    if aantal is None:
        return toon.t.plat("verzending.minder")
    return toon.t.plat("verzending.ongeveer", getal=aantal) if ruw and aantal else str(aantal)


def _wat(toon: Toon, soort: str) -> str:
    return toon.t.plat(f"verzending.wat.{soort if soort in SOORTEN else 'overig'}")


def _titel(regel: dict[str, Any]) -> str:
    """Return the first words of what it is about; a broadcast may carry markup."""
    plat = html.unescape(re.sub(r"<[^>]*>", " ", regel["titel"])) if regel["soort"] == "uitzending" else regel["titel"]
    plat = " ".join(plat.split())
    return plat if len(plat) <= _TITEL else f"{plat[: _TITEL - 1]}…"


def _label(toon: Toon, regel: dict[str, Any]) -> str:
    return f"{_wat(toon, regel['soort'])} · {_titel(regel)}"[:60]

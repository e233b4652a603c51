"""How the messages to residents fared."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.menu import naar_menu
from berichten.voortgang import getal

EINDEN = ("onzeker", "niet_aan", "niet_meer")
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
    "tevredenheid",
    "verslag",
    "concept_nieuw",
    "idee_nieuws",
    "koppelkans",
    "natuurlijkmoment",
    "mijlpaal_nieuw",
    "mijlpaal_herinnering",
    "mijlpaal_vandaag",
    "mijlpaal_gewijzigd",
    "mijlpaal_uitslag",
    "inspreken_herinnering",
    "partner_nieuws",
    "peiling_nieuw",
    "peiling_herinnering",
    "peiling_uitslag",
    "peiling_ingetrokken",
    "aanbod_herinnering",
    "advies_antwoord",
    "fase_klaar",
    "spelregels_vast",
    "afgesloten",
    "bundel",
    "los",
)
"""Kinds of alarm with words of their own, and what went without one; the rest is called something else."""


@bericht("verzending")
def verzending(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of what messages came from of which some failed or are uncertain, a line and a button each."""
    t = toon.t
    regels = [regel for regel in (*data["regels"], data["los"]) if regel]
    delen = [t.tekst("verzending.kop"), *(_regel(toon, regel) for regel in regels)]
    if not regels:
        delen.append(t.tekst("verzending.niets"))
    nog = [wat for wat in ("onderweg", "bewaard") if data[wat][0]]
    if nog:
        delen.append(Veilig("\n".join(t.tekst(f"verzending.{wat}", hoeveel=getal(toon, data[wat])) for wat in nog)))
    bronnen = [regel for regel in regels if regel["id"] or regel["soort"] == "los"]
    knoppen = [(Knop(_label(toon, regel), f"mis:{_welke(regel)}"),) for regel in bronnen]
    rijen = (*knoppen, *bladerknoppen(toon, data, "verzending"), naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), rijen)


@bericht("verzending.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show how the messages about one thing ended."""
    t = toon.t
    hoe = [wat for wat in (*EINDEN, "herhaald", "weer_onzeker") if data[wat][0]]
    delen = [_kop(toon, data), *(t.tekst(f"verzending.hoe.{wat}", aantal=getal(toon, data[wat])) for wat in hoe)]
    delen += [t.tekst(f"verzending.{wat}") for wat in ("gewist", "bezig") if data[wat]]
    nog_eens = (Knop(t.plat("verzending.knop_nog_eens"), f"misn:{_welke(data)}"),)
    terug = (Knop(t.plat("knop.terug"), "verzending"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*((nog_eens,) if data["nog_eens"] else ()), terug))


@bericht("verzending.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to send it once more."""
    t = toon.t
    delen = [_kop(toon, data), t.tekst("verzending.zeker", aantal=getal(toon, data["aantal"]))]
    ja = Knop(t.plat("verzending.knop_ja"), f"misn:{_welke(data)}:ja:{data['keer']}")
    return Bericht(Veilig("\n\n".join(delen)), ((ja,), (Knop(t.plat("knop.terug"), f"mis:{_welke(data)}"),)))


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
    t, wat = toon.t, _wat(toon, regel["soort"])
    if regel["moment"] is None:
        return t.tekst("verzending.bron_los", wat=wat)
    velden = {"wat": wat, "titel": _titel(regel), "moment": toon.moment(regel["moment"])}
    return t.tekst("verzending.bron" if velden["titel"] else "verzending.bron_zonder", **velden)


def _cijfers(toon: Toon, telling: dict[str, Any]) -> Veilig:
    hoe = [einde for einde in EINDEN if telling[einde][0]]
    return Veilig(
        toon.t.lijst([toon.t.tekst(f"verzending.{einde}", aantal=getal(toon, telling[einde])) for einde in hoe])
    )


def _welke(regel: dict[str, Any]) -> str:
    return f"{regel['soort']}:{regel['id']}"


def _wat(toon: Toon, soort: str) -> str:
    return toon.t.plat(f"verzending.wat.{soort if soort in SOORTEN else 'overig'}")


def _titel(regel: dict[str, Any]) -> str:
    return inkorten(" ".join(regel["titel"].split()))


def _label(toon: Toon, regel: dict[str, Any]) -> str:
    return inkorten(" · ".join(filter(None, (_wat(toon, regel["soort"]), _titel(regel)))))

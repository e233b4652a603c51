"""The traject: where we are in plain words, and the plan for staff as it fits a phone."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.evaluatie import verloop
from berichten.formulier import bevestigen
from berichten.kaartknop import kaartknop
from berichten.menu import naar_menu
from berichten.trajectwoorden import naam_van, titel, woorden
from berichten.zetel import bezetting
from bot.rules.trajecten import NIVEAUS


@bericht("traject.geen")
def geen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that nothing was chosen yet."""
    plat = toon.t.plat
    kies = [Knop(plat("traject.knop_kies"), "trkies"), Knop(plat("traject.knop_bestand"), "trbest")]
    rijen = twee_aan_twee(kies) if data["mag"] else []
    return Bericht(toon.t.tekst("traject.geen_mag" if data["mag"] else "traject.geen"), (*rijen, naar_menu(toon)))


@bericht("traject.hier")
def hier(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say where we are: the stage, its goal, what one can do, what it means on four levels, and what comes next."""
    t = toon.t
    delen = [t.tekst("traject.kop")]
    for fase in data["nu"]:
        delen += _fase(toon, fase, data)
    delen += bezetting(toon, data["organen"])
    if data["straks"]:
        daarna = [woorden(t, fase, "titel") or "" for fase in data["straks"]]
        delen.append(t.tekst("traject.daarna", wat=[Veilig(een) for een in daarna]))
    delen += verloop(toon, data["vertrouwen"])
    knoppen = [Knop(t.plat("knop.mijlpalen"), "mijlpalen"), Knop(t.plat("knop.wiedoetwat"), "wiedoetwat")]
    knoppen.append(Knop(t.plat("knop.stand"), "stand"))
    knoppen += [Knop(t.plat("knop.zetels"), "zetels")] if data["organen"] else []
    knoppen += [Knop(t.plat("knop.adviezen"), "adviezen")] if data["adviezen"] else []
    knoppen += [Knop(t.plat("fase.knop_lees"), "fdl")] if data["stukken"] else []
    knoppen += [Knop(t.plat("traject.knop_plan"), "traject")] if data["staf"] else []
    return Bericht(Veilig("\n\n".join(delen)), (*kaartknop(toon, data), *twee_aan_twee(knoppen), naar_menu(toon)))


@bericht("traject.plan")
def plan(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show staff each stage with its last day and its slack."""
    t = toon.t
    knoppen = [Knop(t.plat("knop.fase"), "fase"), Knop(t.plat("traject.knop_hier"), "trhier")]
    knoppen += [Knop(t.plat("knop.adviezen"), "adviezen"), Knop(t.plat("knop.escalatie"), "escalatie")]
    if data["mag"]:
        knoppen += _beheer(toon, data["nu"])
        knoppen.append(Knop(t.plat("traject.knop_ander"), "trkies"))
        knoppen.append(Knop(t.plat("traject.knop_bestand"), "trbest"))
    return Bericht(Veilig("\n\n".join(_plan(toon, data))), (*twee_aan_twee(knoppen), naar_menu(toon)))


@bericht("traject.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the plan before it begins: whether it fits, and what would."""
    delen = _plan(toon, data)
    if data["vervangt"]:
        delen.append(toon.t.tekst("traject.vervangt"))
    return bevestigen(toon, Veilig("\n\n".join(delen)), klaar=toon.t.plat("traject.knop_begin"))


@bericht("traject_datum.voorbeeld")
def voorbeeld_datum(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the plan as another day would make it."""
    return bevestigen(toon, Veilig("\n\n".join(_plan(toon, data))), klaar=toon.t.plat("traject.knop_deze_dag"))


@bericht("traject.bestand")
def bestand(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for a file."""
    return Bericht(toon.t.tekst("traject.bestand"), ((Knop(toon.t.plat("knop.stop"), "trbstop"),),))


@bericht("traject.week")
def week(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell organisatoren each Monday how the plan stands: the stages that run, the slack, and what it depends on."""
    t = toon.t
    delen = [t.tekst("traject.week", dag=toon.dag(data["besluitdatum"])), oordeel(toon, data)]
    for fase in data["nu"]:
        regel = [t.tekst("traject.week_nu", titel=woorden(t, fase, "titel"), dag=toon.dag(fase["tot"]))]
        delen.append(Veilig(" ".join([*regel, *_ruimte(toon, fase)])))
    if data["kritiek"]:
        delen.append(t.tekst("traject.week_kritiek", titel=woorden(t, data["kritiek"], "titel")))
    return Bericht(Veilig("\n\n".join(delen)), _knoppen(toon, [[fase, fase["id"]] for fase in data["nu"]]))


@bericht("traject.te_laat")
def te_laat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell organisatoren that a stage is open after its last day, and what that means."""
    kop = {"titel": woorden(toon.t, data["over"], "titel"), "dag": toon.dag(data["tot"])}
    delen = [toon.t.tekst("traject.te_laat_kop", **kop), oordeel(toon, data)]
    return Bericht(Veilig("\n\n".join(delen)), _knoppen(toon, [[data["over"], data["id"]]]))


@bericht("traject.uitloop")
def uitloop(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what it means in days that a stage takes longer."""
    t = toon.t
    kop = t.tekst("traject.uitloop", titel=woorden(t, data["over"], "titel"), dag=toon.dag(data["tot"]))
    delen = [kop]
    if data["was"] is not None and data["speling"] is not None:
        kost = data["was"] - data["speling"]
        sleutel = "traject.kost" if kost > 0 else "traject.scheelt" if kost else "traject.kost_niets"
        delen.append(t.tekst(sleutel, **{"aantal": abs(kost)} if kost else {}))
    delen.append(oordeel(toon, data))
    return Bericht(Veilig("\n\n".join(delen)), _knoppen(toon, [[data["over"], data["id"]]]))


def _knoppen(toon: Toon, nu: list[list[Any]]) -> tuple[tuple[Knop, ...], ...]:
    """Return what an organisator can do about a plan, under a message about it."""
    plan_ = Knop(toon.t.plat("traject.knop_plan"), "traject")
    return (*twee_aan_twee([plan_, *_beheer(toon, nu)]), naar_menu(toon))


def _beheer(toon: Toon, nu: list[list[Any]]) -> list[Knop]:
    plat = toon.t.plat
    langer = [
        Knop(inkorten(plat("traject.knop_uitloop", titel=titel(toon.t, fase))), f"truit:{publiek_id}")
        for fase, publiek_id in nu
    ]
    return [Knop(plat("traject.knop_datum"), "trdatum"), *langer]


def _ruimte(toon: Toon, regel: dict[str, Any]) -> list[Veilig]:
    if regel["speling"] is None:
        return []
    sleutel = "traject.ruimte" if regel["speling"] >= 0 else "traject.dagen_te_laat"
    return [toon.t.tekst(sleutel, aantal=abs(regel["speling"]))]


def _fase(toon: Toon, fase: dict[str, Any], data: dict[str, Any]) -> list[Veilig]:
    t = toon.t
    kop = {"stap": data["stap"], "stappen": data["stappen"], "titel": woorden(t, fase, "titel")}
    delen = [t.tekst("traject.fase", **kop, doel=woorden(t, fase, "doel"))]
    if kunt := woorden(t, fase, "kunt"):
        delen.append(t.tekst("traject.kunt", kunt=kunt))
    niveaus = [(niveau, tekst) for niveau in NIVEAUS if (tekst := woorden(t, fase, niveau))]
    if niveaus:
        regels = [t.tekst(f"traject.niveau.{niveau}", tekst=tekst) for niveau, tekst in niveaus]
        delen.append(Veilig("\n".join([t.tekst("traject.betekent"), *regels])))
    beslist = t.tekst("traject.beslist", wie=t.plat(f"traject.beslist.{fase['beslist']}"))
    invloed = t.tekst(f"traject.trede.{fase['trede']}")
    delen.append(Veilig(f"{invloed}\n{beslist}"))
    return delen


def _plan(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return a plan: the day of the gemeenteraad, each stage, and how it stands."""
    t = toon.t
    delen = [t.tekst("traject.plan_kop", naam=naam_van(toon, data), dag=toon.dag(data["besluitdatum"]))]
    delen.append(oordeel(toon, data))
    delen += [_regel(toon, nummer, regel, data["speling"]) for nummer, regel in enumerate(data["regels"], 1)]
    return delen


def oordeel(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say whether the day of the gemeenteraad can be met, and if not what would."""
    t = toon.t
    regels = []
    if data["vrij"]:
        regels.append(t.tekst("traject.dag_vrij", naam=data["vrij"]))
    if data["speling"] is None:
        regels.append(t.tekst("traject.besloten"))
    elif data["past"]:
        regels.append(t.tekst("traject.past", aantal=data["speling"]))
    else:
        regels.append(t.tekst("traject.past_niet", aantal=-data["speling"]))
        regels.append(t.tekst("traject.haalbaar", dag=toon.dag(data["haalbaar"])))
        if data["korter"]:
            regels.append(t.tekst("traject.korter"))
            regels += [t.tekst("traject.minder", fase=titel(t, fase), aantal=w) for fase, w in data["korter"]]
    return Veilig("\n".join(regels))


def _regel(toon: Toon, nummer: int, regel: dict[str, Any], speling: int | None) -> Veilig:
    """Return a stage with its days; its slack only where it is not that of the whole plan."""
    t = toon.t
    velden = {"nummer": nummer, "titel": woorden(t, regel, "titel"), "dag": toon.dag(regel["tot"])}
    if regel["staat"] == "klaar":
        return t.tekst("traject.regel_klaar", **velden)
    if regel["na_besluit"]:
        return t.tekst("traject.regel_na", **velden | {"dag": toon.dag(regel["van"])})
    velden["van"] = toon.dag(regel["van"])
    delen = [t.tekst("traject.regel_nu" if regel["staat"] == "nu" else "traject.regel_straks", **velden)]
    delen += _ruimte(toon, regel) if regel["speling"] != speling else []
    if regel["kritiek"]:
        delen.append(t.tekst("traject.kritiek"))
    if regel["publiek"] and regel["staat"] == "nu":
        wie = t.lijst([t.plat(f"traject.publiek.{een}") for een in regel["publiek"]])
        delen.append(t.tekst("traject.publiek", wie=wie))
    return Veilig("\n".join([delen[0], " ".join(delen[1:])]) if delen[1:] else delen[0])

"""How the conditions stand, in plain sentences and as a picture that says the same."""

from typing import Any

from berichten.beeld import beeld
from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.drempels import naam, woorden
from berichten.drempels.telling import dag_voluit, misschien, wie
from berichten.drempels.verdeling import groep
from berichten.menu import naar_menu
from bot.rules.drempels import TELBAAR
from bot.rules.kleine_cellen import KLEINSTE, cel


@bericht("stand.verschil")
def verschil(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say to who runs the server that a count that was kept was not what the evidence says."""
    return Bericht(toon.t.tekst("stand.verschil"), (naar_menu(toon),))


@bericht("stand")
def stand(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Render how the conditions stand: per condition how many, what is needed, and how far it is.

    Args:
        data: `bot.services.stand.lees_stand`.
    """
    if (sinds := data.get("sinds")) is not None:
        toon = toon.na_afsluiten()
    t = toon.t
    alineas = [t.tekst("stand.kop", wijk=data["wijk"])]
    alineas += [woorden(drempel["soort"]).alinea(toon, drempel, data) for drempel in data["drempels"]]
    if noten := _noten(toon, data):
        alineas.append(Veilig(" ".join(noten)))
    alineas += [anders_sinds(toon, sinds)] if sinds else []
    alineas += _voor_het_team(toon, data)
    alineas += [Veilig(f"{_geteld(toon, data)} {_bron(toon, data['spelregels'])}"), _voet(toon, data)]
    lees = [Knop(t.plat("knop.spelregels"), "spelregels")]
    lees += [Knop(t.plat(f"knop.{wat}"), wat) for wat in data.get("ook", ())]
    if data["achter"]:
        alineas.insert(-2, _achter(toon, data["achter"]))
    rijen = (*_berichten(toon, data), *twee_aan_twee(lees), naar_menu(toon))
    return Bericht("\n\n".join(alinea for alinea in alineas if alinea), rijen, media=_beeld(toon, data))


def anders_sinds(toon: Toon, sinds: list[dict[str, Any]]) -> Veilig:
    """Return which conditions would stand otherwise now, by what was known at the closing."""
    t, regels = toon.t, [toon.t.tekst("stand.sinds")]
    for een in sinds:
        if een["verdict"]:
            verdict = t.in_zin(t.plat(f"stand.beeld.verdict.{een['verdict']}"))
            regels.append(t.tekst("stand.sinds.verdict", naam=naam(toon, een["soort"]), verdict=verdict))
        else:
            rond = cel(een["verschil"])
            hoeveel = t.getal(rond) if isinstance(rond, int) else t.plat("stand.minder_dan", grens=KLEINSTE)
            regels.append(t.tekst("stand.sinds.aantal", naam=naam(toon, een["soort"]), hoeveel=hoeveel))
    return Veilig("\n".join(regels))


def _achter(toon: Toon, achter: dict[str, Any]) -> Veilig:
    """Return for staff which streets and groups lag, roughly."""
    t = toon.t
    straten = [_dekking(toon, een["straat"], een["dekking"]) for een in achter["straten"]]
    groepen = [_dekking(toon, _groep(toon, een["kenmerk"], een["groep"]), een["dekking"]) for een in achter["groepen"]]
    if not straten and not groepen:
        return Veilig("")
    return Veilig("\n".join([t.tekst(f"stand.achter.{achter['soort']}"), *straten, *groepen]))


def _groep(toon: Toon, kenmerk: str, naam: str) -> str:
    """Name a group; of a part of the wijk, whose name alone may say little, what it is too."""
    if kenmerk != "buurtdeel":
        return groep(toon, kenmerk, naam)
    return f"{naam} ({toon.t.in_zin(toon.t.plat('afspiegeling.kenmerk.buurtdeel'))})"


def _dekking(toon: Toon, naam: str, dekking: int | None) -> Veilig:
    if dekking is None:
        return toon.t.tekst("stand.achter.klein", naam=naam, aantal=KLEINSTE)
    if dekking == 0:
        return toon.t.tekst("stand.achter.niemand", naam=naam)
    return toon.t.tekst("stand.achter.deel", naam=naam, procent=dekking)


def _berichten(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return a button per street that lags, to write to who does not count there yet."""
    if not (data["achter"] and data["mag_schrijven"]):
        return []
    soort, straten = data["achter"]["soort"], data["achter"]["straten"]
    return [
        (Knop(toon.t.plat("knop.stand_straat", straat=een["straat"]), f"uzstraat:{een['id']}:{soort}"),)
        for een in straten
    ]


def _beeld(toon: Toon, data: dict[str, Any]) -> Bijlage:
    t = toon.t
    balken = [balk for drempel in data["drempels"] for balk in woorden(drempel["soort"]).balken(toon, drempel, data)]
    return beeld(
        toon,
        "stand",
        t.plat("stand.beeld.kop", wijk=data["wijk"]),
        balken,
        legenda=any(balk["hoogstens"] > balk["zeker"] for balk in balken),
        voet=[*_noten(toon, data), _geteld(toon, data), _voet(toon, data)],
    )


def _noten(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return why a number is not certain, and when the gemeenteraad meets.

    They have words of ours and numbers only, so that they read the same in the text and in the picture.
    """
    t, eenheid = toon.t, data["spelregels"]["eenheid"]
    drempels = [drempel for drempel in data["drempels"] if drempel["soort"] in TELBAAR]
    noemer = max((drempel["noemer"] for drempel in drempels), default=0)
    noten = [t.tekst(f"stand.misschien.{eenheid}")] if any(misschien(drempel) for drempel in drempels) else []
    if data["verloop"]:
        raad = data["raad"]
        noten.append(t.tekst("stand.raad", dag=dag_voluit(toon, raad)) if raad else t.tekst("stand.raad_onbekend"))
    if data["noemer_laag"] < noemer:
        noten.append(t.tekst("stand.noemer", wie=wie(toon, eenheid), laag=data["noemer_laag"], hoog=noemer))
    return noten


def _voor_het_team(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return what each version of the spelregels gives, and what came before the first; a resident reads neither."""
    t = toon.t
    regels = [t.tekst("stand.per_versie", **versie) for versie in data.get("versies", ())]
    for soort, aantal in data.get("ervoor", {}).items():
        hoeveel = aantal if isinstance(aantal, int) else t.plat("stand.minder_dan", grens=KLEINSTE)
        regels.append(t.tekst("stand.ervoor", naam=t.plat(f"stand.beeld.{soort}"), hoeveel=hoeveel))
    return [Veilig("\n".join(regels))] if regels else []


def _geteld(toon: Toon, data: dict[str, Any]) -> Veilig:
    t, moment, versie = toon.t, toon.moment(data["geteld_op"]), data["spelregels"]["versie"]
    return t.tekst("stand.geteld", moment=moment, versie=versie) if versie else t.tekst("stand.concept", moment=moment)


def _voet(toon: Toon, data: dict[str, Any]) -> Veilig:
    return toon.t.tekst("stand.voet" if data["spelregels"]["versie"] else "stand.voet_concept")


def _bron(toon: Toon, spelregels: dict[str, Any]) -> Veilig:
    t, geteld = toon.t, wie(toon, spelregels["eenheid"])
    if not spelregels["aantal"]:
        return t.tekst("stand.van_de_lijst", wie=geteld)
    if spelregels["bron"]:
        return t.tekst("stand.bron", wie=geteld, bron=spelregels["bron"])
    return t.tekst("stand.afgesproken", wie=geteld)

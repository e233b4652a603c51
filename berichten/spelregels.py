"""The spelregels in plain words: first what fits a small screen, then all of it, and what a concept would change.

A condition has its sentence by its kind, `spelregels.drempel.<soort>`, and its line, `spelregels.kort.<soort>`. Their
placeholders are `wie`, `deel` ("meer dan de helft", of a condition with a share and an operator), each field of the
condition, and what `afspraak` of its words (berichten.drempels) says in a better way.
"""

import re
from collections.abc import Iterator
from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.drempels import woorden
from berichten.drempels.telling import deel, wie
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from bot.rules.drempels import DREMPELS

_BREUK = re.compile("[0-9]+/[0-9]+")
_DAG = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")
_OPERATOR = {">": "spelregels.meer_dan", ">=": "spelregels.minstens"}


@bericht("spelregels")
def spelregels(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one version, or a concept, in short: of a later one what it would change."""
    plat, welke = toon.t.plat, _welke(data)
    delen = [_kop(toon, data), *_in_het_kort(toon, data)]
    if data["afgesloten"]:
        delen.insert(1, toon.t.tekst("spelregels.afgesloten", moment=toon.moment(data["afgesloten"])))
    knoppen = [Knop(plat("spelregels.knop_alles"), f"sralles:{welke}")]
    if data["bewoner"] and data["concept"]:
        knoppen.append(Knop(plat("spelregels.knop_vraag"), "srvraag"))
    if data["eigen"]:
        knoppen.append(Knop(plat("spelregelreactie.knop_eigen"), "sreigen"))
    if data["vragen"]:
        knoppen.append(Knop(plat("spelregels.knop_vragen"), "srvragen"))
    if data["open"]:
        knoppen.append(Knop(plat("spelregels.knop_open", aantal=data["open"]), "sropen"))
    if data["mag"] and not data["afgesloten"]:
        knoppen += _beheer(toon, data)
    if data["ook_concept"]:
        knoppen.append(Knop(plat("spelregels.knop_concept"), "spelregels:concept"))
    andere = [versie for versie in data["versies"] if data["concept"] or versie != data["versie"]]
    knoppen += [Knop(plat("spelregels.knop_versie", versie=v), f"spelregels:{v}") for v in andere[-_EERDERE:]]
    return Bericht(_samen(delen), (*twee_aan_twee(knoppen), naar_menu(toon)))


@bericht("spelregels.alles")
def alles(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show all that is agreed, to the word, with its hash; of a later one beside the version that it would follow."""
    plat, welke = toon.t.plat, _welke(data)
    delen = [_kop(toon, data), *_wat_geldt(toon, data), _afdruk(toon, data)]
    letterlijk_ = Knop(plat("spelregels.knop_letterlijk"), f"srtekst:{welke}")
    return Bericht(_samen(delen), ((letterlijk_, Knop(plat("knop.terug"), f"spelregels:{welke}")), naar_menu(toon)))


def _welke(data: dict[str, Any]) -> str:
    return "concept" if data["concept"] else str(data["versie"])


def _beheer(toon: Toon, data: dict[str, Any]) -> list[Knop]:
    """Return what the organisator can do."""
    plat = toon.t.plat
    if not data["concept"]:
        nieuw = [] if data["ook_concept"] else [Knop(plat("spelregels.knop_nieuw"), "srnieuw")]
        return [*nieuw, Knop(plat("spelregels.knop_afsluiten"), "afsluiten")]
    knoppen = [
        Knop(plat("spelregels.knop_aanpassen"), "sraan"),
        Knop(plat("spelregels.knop_bestand"), "srbest"),
        Knop(plat("spelregels.knop_vast"), "srvast"),
    ]
    return [*knoppen, Knop(plat("spelregels.knop_gooi"), "srgooi")] if data["was"] else knoppen


_EERDERE = 5
"""So many other versions have a button."""


@bericht("spelregels.letterlijk")
def letterlijk(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a part of the canonical text."""
    sleutel = "spelregels.letterlijk" if data["eerste"] else "spelregels.letterlijk_verder"
    return Bericht(toon.t.tekst(sleutel, tekst=data["tekst"]), (naar_menu(toon),) * data["laatste"])


@bericht("spelregels.vastgesteld")
def vastgesteld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell the neighbourhood that a version was fixed."""
    t = toon.t
    delen = [
        t.tekst("spelregels.nu_vast", wijk=data["wijk"], versie=data["versie"]),
        besluit_in_woorden(toon, data["besluit"]),
    ]
    if data["reden"]:
        delen.append(t.tekst("spelregels.reden", reden=data["reden"]))
    lees = Knop(t.plat("spelregels.knop_lees"), "spelregels")
    return Bericht(_samen(delen), ((lees,), naar_menu(toon)))


@bericht("spelregels.lezen")
def lezen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a second person all that is to be fixed."""
    kop = toon.t.tekst("spelregels.lezen", versie=data["versie"])
    return Bericht(_samen([kop, *_wat_geldt(toon, data), _afdruk(toon, data)]))


@bericht("vaststellen.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the organisator all that is to be fixed, before a second person is asked."""
    kop = toon.t.tekst("vaststellen.voorbeeld", versie=data["versie"])
    tekst = _samen([kop, *_wat_geldt(toon, data), _afdruk(toon, data)])
    return bevestigen(toon, tekst, klaar=toon.t.plat("vaststellen.knop_klaar"))


@bericht("spelregelvorm.bestand")
def bestand(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for a file."""
    return Bericht(toon.t.tekst("spelregelvorm.bestand"), ((Knop(toon.t.plat("knop.stop"), "srbstop"),),))


@bericht("spelregelvorm.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to throw a concept away."""
    ja = Knop(toon.t.plat("spelregelvorm.knop_gooi_ja"), "srgooi:ja")
    terug = Knop(toon.t.plat("knop.terug"), "spelregels:concept")
    return Bericht(toon.t.tekst("spelregelvorm.zeker", versie=data["versie"]), ((ja,), (terug,)))


def regels_in_woorden(toon: Toon, regels: dict[str, Any]) -> dict[str, Veilig]:
    """Return what the rules say, one sentence or two per subject: by `eenheid`, `periode`, `orgaan` or a condition."""
    return dict(_regels(toon, regels))


def _regels(toon: Toon, regels: dict[str, Any]) -> Iterator[tuple[str, Veilig]]:
    t, geteld = toon.t, wie(toon, regels["eenheid"])
    if not regels["aantal"]:
        yield "eenheid", t.tekst("spelregels.van_de_lijst", wie=geteld)
    else:
        hoeveel = t.tekst("spelregels.aantal", wie=geteld, aantal=regels["aantal"])
        bron = t.tekst("spelregels.bron", bron=regels["bron"]) if regels["bron"] else ""
        dag = t.tekst("spelregels.peildatum", dag=toon.dag(regels["peildatum"])) if regels["peildatum"] else ""
        yield "eenheid", Veilig(" ".join(zin for zin in (hoeveel, bron, dag) if zin))
    gesprek = t.tekst("spelregels.gesprek_telt" if "gesprek" in regels["telt_ook"] else "spelregels.gesprek_telt_niet")
    ook = [
        t.tekst(f"spelregels.ook_{soort}") for soort in ("reactie", "niet_mee", "vraag") if soort in regels["telt_ook"]
    ]
    for drempel in regels["drempels"]:
        yield drempel["soort"], t.tekst(f"spelregels.drempel.{drempel['soort']}", **_velden(toon, drempel), wie=geteld)
        if DREMPELS[drempel["soort"]].MAG_TELLEN:
            yield "telt_ook", Veilig(" ".join([gesprek, *ook]))
    if regels["van"] or regels["tot"]:
        van, tot = (toon.dag(regels[naam]) if regels[naam] else None for naam in ("van", "tot"))
        sleutel = "spelregels.van_tot" if van and tot else "spelregels.vanaf" if van else "spelregels.tot_en_met"
        yield "periode", t.tekst(sleutel, van=van, tot=tot)
    yield "telling", t.tekst("spelregels.periode")
    if regels["orgaan"]:
        yield "orgaan", t.tekst("spelregels.bevestigt", orgaan=t.plat(f"spelregels.orgaan.{regels['orgaan']}"))


def _in_het_kort(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say what is counted and a line per condition; of a later version only what differs."""
    t, regels = toon.t, data["regels"]
    if data["was"]:
        anders = _anders(toon, data)
        return [*anders, t.tekst("spelregels.rest")] if anders else [t.tekst("spelregels.niets_anders")]
    geteld, zinnen = wie(toon, regels["eenheid"]), regels_in_woorden(toon, regels)
    regel = [t.tekst("spelregels.nodig")]
    for drempel in regels["drempels"]:
        kort = t.tekst(f"spelregels.kort.{drempel['soort']}", **_velden(toon, drempel), wie=geteld)
        mee = t.tekst("spelregels.kort_gesprek" if regels["telt_ook"] else "spelregels.kort_geen_gesprek")
        regel.append(Veilig(f"{kort}. {mee}") if DREMPELS[drempel["soort"]].MAG_TELLEN else kort)
    delen = [zinnen["eenheid"], *([Veilig("\n".join(regel))] if regels["drempels"] else [])]
    erbij = [zinnen["periode"]] if "periode" in zinnen else []
    if data["besluit"]:
        erbij.append(_besluit_kort(toon, data["besluit"]))
    elif "orgaan" in zinnen:
        erbij.append(zinnen["orgaan"])
    return [*delen, Veilig(" ".join(erbij))] if erbij else delen


def _anders(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say of each thing that differs what it was and what it will be."""
    t, nu, was = toon.t, regels_in_woorden(toon, data["regels"]), regels_in_woorden(toon, data["was"])
    niets = t.tekst("spelregels.niets")
    return [
        t.tekst("spelregels.anders", was=was.get(naam, niets), wordt=nu.get(naam, niets))
        for naam in dict.fromkeys([*was, *nu])
        if was.get(naam) != nu.get(naam)
    ]


def _wat_geldt(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say what is agreed; of a later version what it was and will be, where that differs."""
    t, nu = toon.t, regels_in_woorden(toon, data["regels"])
    if data.get("was"):
        was = regels_in_woorden(toon, data["was"])
        zelfde = [zin for naam, zin in nu.items() if was.get(naam) == zin]
        delen = _anders(toon, data)
        delen += [t.tekst("spelregels.blijft"), *zelfde] if delen else [t.tekst("spelregels.niets_anders"), *zelfde]
    else:
        # a decision says who confirmed them
        delen = [zin for naam, zin in nu.items() if not (naam == "orgaan" and data["besluit"])]
    if data["besluit"]:
        delen.append(besluit_in_woorden(toon, data["besluit"]))
    return delen


def _kop(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    velden = {"wijk": data["wijk"], "versie": data["versie"]}
    if not data["concept"]:
        kop = t.tekst("spelregels.vast", **velden)
    else:
        kop = t.tekst("spelregels.nieuw_concept" if data["was"] else "spelregels.concept", **velden)
    return _samen([kop, t.tekst("spelregels.reden", reden=data["reden"])]) if data["reden"] else kop


def besluit_in_woorden(toon: Toon, besluit: dict[str, Any]) -> Veilig:
    """Return who confirmed a version, when, and whether they promised to follow the outcome."""
    t = toon.t
    orgaan = t.plat(f"spelregels.orgaan.{besluit['orgaan']}")
    nummer, dag = besluit["besluitnummer"], toon.dag(besluit["besluit_op"])
    bevestigd = t.tekst("spelregels.besluit", orgaan=orgaan, nummer=nummer, dag=dag)
    volgt = t.tekst("spelregels.volgt" if besluit["volgt"] else "spelregels.volgt_niet")
    return Veilig(f"{bevestigd} {volgt} {t.tekst('spelregels.lees_besluit', link=besluit['besluitlink'])}")


def _besluit_kort(toon: Toon, besluit: dict[str, Any]) -> Veilig:
    orgaan = toon.t.plat(f"spelregels.orgaan.{besluit['orgaan']}")
    return toon.t.tekst("spelregels.besluit_kort", orgaan=orgaan, nummer=besluit["besluitnummer"])


def _afdruk(toon: Toon, data: dict[str, Any]) -> Veilig:
    return toon.t.tekst("spelregels.vingerafdruk", hash=data["hash"])


def _velden(toon: Toon, drempel: dict[str, Any]) -> dict[str, Any]:
    """Return what the sentence of a condition may say of it."""
    velden = {naam: _in_woorden(toon, waarde) for naam, waarde in drempel.items() if naam != "soort"}
    if drempel.keys() >= {"aandeel", "operator"}:
        velden["deel"] = toon.t.plat(_OPERATOR[drempel["operator"]], deel=velden["aandeel"])
    return velden | woorden(drempel["soort"]).afspraak(toon, drempel)


def _in_woorden(toon: Toon, waarde: Any) -> Any:
    if isinstance(waarde, list):
        return toon.t.lijst([_deel_van_lijst(toon, deel_) for deel_ in waarde])
    if isinstance(waarde, str) and _BREUK.fullmatch(waarde):
        return deel(toon, waarde)
    return toon.dag(waarde) if isinstance(waarde, str) and _DAG.fullmatch(waarde) else waarde


def _deel_van_lijst(toon: Toon, waarde: Any) -> str:
    """Return the name of a part that has fields, and a text in quotation marks: a kader is a sentence."""
    if isinstance(waarde, dict):
        return str(next(iter(waarde.values())))
    return toon.t.plat("spelregels.aanhaling", tekst=waarde)


def _samen(delen: list[Veilig]) -> Veilig:
    return Veilig("\n\n".join(delen))

"""Closing the process: how it stands, what closing means, and telling everyone what came out."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.drempels import naam, woorden
from berichten.menu import naar_menu


@bericht("afsluiten")
def afsluiten(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show an organisator what becomes the outcome, before a second person is asked."""
    t = toon.t
    vraag = (Knop(t.plat("afsluiten.knop_vraag"), f"afsluiten:{data['gezien']}"),)
    terug = (Knop(t.plat("knop.spelregels"), "spelregels"),)
    return Bericht(_alles(toon, t.tekst("afsluiten.kop", wijk=data["wijk"]), data), (vraag, terug, naar_menu(toon)))


@bericht("afsluiten.lezen")
def lezen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a second person the same."""
    kop = toon.t.tekst("afsluiten.lezen", wijk=data["wijk"], moment=toon.moment(data["geteld_op"]))
    return Bericht(_alles(toon, kop, data))


@bericht("afgesloten")
def afgesloten(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell the neighbourhood and the team what came out."""
    t, delen = toon.na_afsluiten().t, data["drempels"]
    verdicten = [(een["soort"], t.in_zin(t.plat(f"stand.beeld.verdict.{een['verdict']}"))) for een in delen]
    regels = [t.tekst("afgesloten.regel", naam=naam(toon, soort), verdict=verdict) for soort, verdict in verdicten]
    gehaald = sum(een["verdict"] == "gehaald" for een in delen)
    if gehaald == len(delen):
        slot = t.tekst("afgesloten.alle")
    else:
        slot = t.tekst("afgesloten.deel", aantal=gehaald, alle=len(delen))
    kop = t.tekst("afgesloten.kop", wijk=data["wijk"], moment=toon.moment(data["op"]))
    tekst = Veilig("\n\n".join([f"{kop}\n" + "\n".join(regels), slot, t.tekst("afgesloten.verder")]))
    return Bericht(tekst, ((Knop(t.plat("afgesloten.knop"), "stand"),), naar_menu(toon)))


def _alles(toon: Toon, kop: Veilig, data: dict[str, Any]) -> Veilig:
    alineas = [woorden(drempel["soort"]).alinea(toon, drempel, data) for drempel in data["drempels"]]
    if dag := data["dag"]:
        alineas.append(
            toon.t.tekst("afsluiten.laat" if dag["voorbij"] else "afsluiten.vroeg", dag=toon.dag(dag["tot"]))
        )
    if open_ := _open(toon, data["open"]):
        alineas.append(Veilig("\n".join([toon.t.tekst("afsluiten.nog_open"), *open_])))
    return Veilig("\n\n".join([kop, *alineas, toon.t.tekst("afsluiten.betekent")]))


def _open(toon: Toon, aantallen: dict[str, int]) -> list[Veilig]:
    t = toon.t
    zinnen = {
        "peilingen": t.tekst("afsluiten.peilingen", aantal=aantallen["peilingen"]),
        "voorstellen": t.tekst("afsluiten.voorstellen", aantal=aantallen["voorstellen"]),
        "verzoeken": t.tekst("afsluiten.verzoeken", aantal=aantallen["verzoeken"]),
        "steekproef": t.tekst("afsluiten.steekproef"),
        "concept": t.tekst("afsluiten.concept"),
    }
    return [zin for wat, zin in zinnen.items() if aantallen[wat]]

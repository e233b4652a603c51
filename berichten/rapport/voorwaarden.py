"""How each condition stands, with a bar and its numbers, with and without what staff recorded."""

from typing import Any

from berichten.beeld import Balk
from berichten.bericht import zonder_opmaak
from berichten.drempels import naam as naam_van
from berichten.drempels import woorden
from berichten.rapport.pen import PUNT, Blok, Pen, alinea, klein, kop, tabel
from bot.rules.drempels import TELBAAR
from bot.rules.kleine_cellen import EXACT_VANAF, NIET_GETOOND, Cel, cel, zonder_deel


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part."""
    rijen = data["delen"]["voorwaarden"]
    eerst = [kop(pen.tekst("rapport.voorwaarden.kop")), alinea(pen.tekst("rapport.voorwaarden.uitleg"))]
    legenda = [klein(pen.tekst("rapport.voorwaarden.streep"))] if any(_misschien(rij["met"]) for rij in rijen) else []
    return [*eerst, *(oordeel(pen, rij, data) for rij in rijen), *legenda, *_getallen(pen, data)]


def naam(pen: Pen, soort: str) -> str:
    """Return the name of a condition."""
    return naam_van(pen.toon, soort)


def zinnen(pen: Pen, rij: dict[str, Any], data: dict[str, Any]) -> str:
    """Return in sentences how a condition stands."""
    return zonder_opmaak(woorden(rij["met"]["soort"]).alinea(pen.toon, rij["met"], _stand(rij, data)))


def verdict(pen: Pen, verdict_: str) -> str:
    """Return a verdict in two or three words."""
    return pen.tekst(f"stand.beeld.verdict.{verdict_}")


def _stand(rij: dict[str, Any], data: dict[str, Any]) -> dict[str, Any]:
    """Return what the sentences in the chat are made of."""
    soort, anders = rij["met"]["soort"], rij["met"]["verdict"] != rij["zonder"]["verdict"]
    return {
        "spelregels": data["tellingen"]["spelregels"],
        "zonder_team": {soort: rij["zonder"]["verdict"]} if anders else {},
        "vertrokken": {soort: rij["vertrokken"]},
    }


def oordeel(pen: Pen, rij: dict[str, Any], data: dict[str, Any]) -> Blok:
    """Return a condition with its bars, its verdict and its sentences."""
    stand = rij["met"]
    balken = woorden(stand["soort"]).balken(pen.toon, stand, _stand(rij, data))
    regels = zinnen(pen, rij, data).split("\n")
    return {
        "soort": "oordeel",
        "tekst": naam(pen, stand["soort"]),
        "balken": [_balk(balk) for balk in balken if balk["van"] > 1 and (balk["zeker"] or not stand["teller"])],
        "verdict": stand["verdict"],
        "oordeel": verdict(pen, stand["verdict"]),
        "regels": [*(regel for regel in regels if not regel.startswith(PUNT)), *sinds(pen, rij)],
        "punten": [regel.removeprefix(PUNT) for regel in regels if regel.startswith(PUNT)],
        "kort": False,
    }


def sinds(pen: Pen, rij: dict[str, Any]) -> list[str]:
    """Return in a sentence what would be otherwise since the closing."""
    if not rij.get("sinds"):
        return []
    if rij["sinds"]["verdict"]:
        return [pen.tekst("rapport.sinds.verdict", verdict=verdict(pen, rij["sinds"]["verdict"]).lower())]
    return [pen.tekst("rapport.sinds.aantal", hoeveel=cel(rij["sinds"]["verschil"]))]


def _balk(balk: Balk) -> Balk:
    grens = f" {balk['grens']['tekst']}." if "grens" in balk else ""
    kaal_ = {naam_: balk[naam_] for naam_ in ("tekst", "waarde", "zeker", "hoogstens", "van")}
    return {**kaal_, "grens": balk.get("grens"), "alt": f"{balk['tekst']}: {balk['waarde']}.{grens}"}


def _getallen(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    delen = [deel for deel in data["tellingen"]["onderdelen"] if deel["onderdeel"] == "drempel"]
    koppen = (
        pen.tekst("rapport.voorwaarden.voorwaarde"),
        pen.tekst("rapport.voorwaarden.ondergrens"),
        pen.tekst("rapport.voorwaarden.bovengrens"),
        pen.tekst("rapport.voorwaarden.noemer"),
        pen.tekst("rapport.voorwaarden.nodig"),
        pen.tekst("rapport.voorwaarden.uitkomst"),
        pen.tekst("rapport.voorwaarden.zonder_team"),
    )
    ronde = {rij["met"]["soort"]: _zonder_team(rij) for rij in data["delen"]["voorwaarden"]}
    rijen = []
    for deel in delen:
        metingen, telt = deel["metingen"], deel["naam"] in TELBAAR
        getallen = [metingen[naam_] if telt else "" for naam_ in ("ondergrens", "bovengrens", "noemer", "nodig")]
        uitkomst, zonder = (verdict(pen, metingen[naam_]) for naam_ in ("verdict", "verdict_zonder_team"))
        if (rond := ronde.get(deel["naam"], NIET_GETOOND)) != NIET_GETOOND:
            zonder = pen.tekst("rapport.voorwaarden.rond", verdict=zonder, hoeveel=rond)
        rijen.append((naam(pen, deel["naam"]), *getallen, uitkomst, zonder))
    uitleg = alinea(pen.tekst("rapport.voorwaarden.grenzen"), pen.tekst("rapport.voorwaarden.team_uitleg"))
    return [kop(pen.tekst("rapport.voorwaarden.getallen"), 2), uitleg, tabel(koppen, rijen, (4, 0, 0, 0, 0, 3, 3))]


def _zonder_team(rij: dict[str, Any]) -> Cel:
    """Return how many without what staff recorded: rounded, for beside the exact number it tells how few they wrote."""
    met, zonder = rij["met"], rij["zonder"]
    telt = met["soort"] in TELBAAR and zonder["teller"] >= EXACT_VANAF
    return zonder_deel(met["teller"], zonder["teller"]) if telt else NIET_GETOOND


def _misschien(stand: dict[str, Any]) -> bool:
    return bool(stand["bovengrens"] > stand["ondergrens"])

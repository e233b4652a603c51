"""How each condition stands, with a bar and its numbers, with and without what staff recorded."""

from typing import Any

from berichten.beeld import Balk
from berichten.drempels import woorden
from berichten.rapport.pen import Blok, Pen, alinea, kaal, klein, kop, tabel
from bot.rules.kleine_cellen import Cel, zonder_deel


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part."""
    rijen = data["delen"]["voorwaarden"]
    eerst = [kop(pen.tekst("rapport.voorwaarden.kop")), alinea(pen.tekst("rapport.voorwaarden.uitleg"))]
    legenda = [klein(pen.tekst("rapport.voorwaarden.streep"))] if any(_misschien(rij["met"]) for rij in rijen) else []
    return [*eerst, *(oordeel(pen, rij, data) for rij in rijen), *legenda, *_getallen(pen, rijen)]


def naam(pen: Pen, soort: str) -> str:
    """Return the name of a condition."""
    return pen.tekst(f"stand.beeld.{soort}")


def zinnen(pen: Pen, rij: dict[str, Any], data: dict[str, Any]) -> str:
    """Return in sentences how a condition stands."""
    return kaal(woorden(rij["met"]["soort"]).alinea(pen.toon, rij["met"], _stand(rij, data)))


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
    return {
        "soort": "oordeel",
        "tekst": naam(pen, stand["soort"]),
        "balken": [_balk(balk) for balk in woorden(stand["soort"]).balken(pen.toon, stand, _stand(rij, data))],
        "verdict": stand["verdict"],
        "oordeel": verdict(pen, stand["verdict"]),
        "regels": [zinnen(pen, rij, data)],
    }


def _balk(balk: Balk) -> Balk:
    grens = f" {balk['grens']['tekst']}." if "grens" in balk else ""
    kaal_ = {naam_: balk[naam_] for naam_ in ("tekst", "waarde", "zeker", "hoogstens", "van")}
    return {**kaal_, "grens": balk.get("grens"), "alt": f"{balk['tekst']}: {balk['waarde']}.{grens}"}


def _getallen(pen: Pen, rijen: list[dict[str, Any]]) -> list[Blok]:
    koppen = [pen.tekst("rapport.voorwaarden.voorwaarde"), pen.tekst("rapport.voorwaarden.wat")]
    koppen += [pen.tekst("rapport.voorwaarden.ondergrens"), pen.tekst("rapport.voorwaarden.bovengrens")]
    koppen += [pen.tekst("rapport.voorwaarden.noemer"), pen.tekst("rapport.voorwaarden.nodig")]
    koppen += [pen.tekst("rapport.voorwaarden.uitkomst")]
    cellen = []
    for rij in rijen:
        for hoe in ("met", "zonder"):
            stand = rij[hoe]
            voor = naam(pen, stand["soort"]) if hoe == "met" else ""
            getallen: tuple[Cel, ...] = (stand["ondergrens"], stand["bovengrens"], stand["noemer"], stand["nodig"])
            if hoe == "zonder":  # what is exact here gives with what is exact above how many few people are
                getallen = (zonder_deel(rij["met"]["ondergrens"], stand["ondergrens"]), "", stand["noemer"], "")
            wat = pen.tekst(f"rapport.voorwaarden.{hoe}_team")
            cellen.append((voor, wat, *getallen, verdict(pen, stand["verdict"])))
    uitleg = alinea(pen.tekst("rapport.voorwaarden.team_uitleg"))
    breedtes = (4, 3, 0, 0, 0, 0, 3)
    return [kop(pen.tekst("rapport.voorwaarden.getallen"), 2), uitleg, tabel(koppen, cellen, breedtes)]


def _misschien(stand: dict[str, Any]) -> bool:
    return bool(stand["bovengrens"] > stand["ondergrens"])

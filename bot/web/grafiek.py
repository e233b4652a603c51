"""Where everything of a chart stands on the public page: the words and the shape are given."""

from typing import Any

from bot.rules.grafiek import HEEL

BREED, HOOG = 340, 210
_BOVEN, _ONDER, _RECHTS = 22, 26, 4
_LETTER = 8.6
"""About so wide is a character of the letters on the axis."""


def plaats(data: dict[str, Any]) -> dict[str, Any]:
    """Return the parts of the drawing in points of a field of `BREED` by `HOOG`.

    Args:
        data: `berichten.grafiek.grafiek`.
    """
    links = round(max(len(een["tekst"]) for een in data["streepjes"]) * _LETTER + 10, 1)
    breed, hoog = BREED - links - _RECHTS, HOOG - _BOVEN - _ONDER

    def x(waarde: int) -> float:
        return round(links + waarde * breed / HEEL, 1)

    def y(waarde: int) -> float:
        return round(_BOVEN + (HEEL - waarde) * hoog / HEEL, 1)

    nul, dik = y(data["nul"]), round(max(data["breed"] * breed / HEEL, 2), 1)
    staven = []
    for een in data["staven"]:
        top, bodem = sorted((y(een["y"]), nul))
        boven = een["y"] >= data["nul"]
        maat = {"x": x(een["x"]), "y": y(een["y"]), "top": top, "hoogte": round(max(bodem - top, 0.8), 1)}
        staven.append({**maat, "tekst": een["tekst"], "tekst_y": round(top - 5 if boven else bodem + 15, 1)})
    anker = _ankers(links)
    return {
        "breed": BREED,
        "hoog": HOOG,
        "links": links,
        "rechts": BREED - _RECHTS,
        "nul": nul,
        "dik": dik,
        "stelen": not data["breed"],
        "streepjes": [{"y": y(een["y"]), "tekst": een["tekst"]} for een in data["streepjes"]],
        "staven": [{**een, "anker": anker(een["x"], een["tekst"])} for een in staven],
        "gaten": [x(een) for een in data["gaten"]],
        "gat_hoog": round(min(hoog * 0.28, 34), 1),
        "onder": [
            {"x": x(een["x"]), "tekst": een["tekst"], "anker": anker(x(een["x"]), een["tekst"])}
            for een in data["onder"]
        ],
    }


def _ankers(links: float) -> Any:
    """Return what says at which side of its place a text begins, so that it stays in the drawing."""

    def anker(x: float, tekst: str) -> str:
        half = len(tekst) * _LETTER / 2
        if x - links < half:
            return "start"
        return "end" if BREED - x < half else "middle"

    return anker

"""The versions of the spelregels side by side: a row per subject, and what a version changed is marked."""

from typing import Any

from berichten.bericht import Toon
from berichten.catalogus import Veilig
from berichten.drempels import naam
from berichten.spelregels import besluit_in_woorden, regels_in_woorden
from berichten.werkblad.blad import Blad, Cel, Doe, Kolom, Tabel, zonder_volgorde

Data = dict[str, Any]


def blad(toon: Toon, versies: list[Data]) -> Blad:
    """Return the page of what `bot.services.spelregels.naast_elkaar` gives."""
    t = toon.t
    zegt = [_zegt(toon, een) for een in versies]
    delen = list(dict.fromkeys(deel for een in zegt for deel in een))
    tabel = Tabel(
        t.plat("webkanaal.werk_versies"),
        (*zonder_volgorde(t, "waarover"), *(Kolom(_kop(toon, een)) for een in versies)),
        tuple((Cel(_waarover(toon, deel)), *_naast_elkaar(toon, deel, zegt)) for deel in delen),
        t.plat("webkanaal.werk_geen_versies"),
    )
    doen = (
        Doe(_kop(toon, een), f"spelregels:{'concept' if een['concept'] else een['versie']}", _open(toon, een))
        for een in versies
    )
    return Blad(t.plat("knop.spelregels"), (tabel,), doen=tuple(doen))


def _kop(toon: Toon, een: Data) -> str:
    if een["concept"]:
        return toon.t.plat("webkanaal.werk_concept")
    return toon.t.plat("spelregels.knop_versie", versie=een["versie"])


def _open(toon: Toon, een: Data) -> str:
    return f"{_kop(toon, een)}: {toon.t.plat('webkanaal.werk_open')}"


def _zegt(toon: Toon, een: Data) -> dict[str, Veilig | str]:
    """Return what a version says, by subject."""
    zegt: dict[str, Veilig | str] = dict(regels_in_woorden(toon, een["regels"]))
    if een["besluit"]:
        zegt["besluit"] = besluit_in_woorden(toon, een["besluit"])
    return zegt | ({"reden": een["reden"]} if een["reden"] else {})


def _naast_elkaar(toon: Toon, deel: str, zegt: list[dict[str, Veilig | str]]) -> list[Cel]:
    """Return a cell per version; one that differs from the version before it says so."""
    cellen = []
    for n, een in enumerate(zegt):
        zin = een.get(deel) or ("" if deel in _EIGEN else toon.t.tekst("spelregels.niets"))
        anders = n > 0 and deel not in _EIGEN and een.get(deel) != zegt[n - 1].get(deel)
        cellen.append(Cel(zin, merk=toon.t.plat("webkanaal.werk_anders") if anders else "", getypt=deel == "reden"))
    return cellen


_EIGEN = frozenset({"besluit", "reden"})
"""What each version has of its own."""


def _waarover(toon: Toon, deel: str) -> str:
    plat = toon.t.plat
    vast = {
        "eenheid": plat("spelregelvorm.wat.eenheid"),
        "telt_ook": plat("webkanaal.werk_telt_ook"),
        "periode": plat("spelregelvorm.wat.periode"),
        "telling": plat("webkanaal.werk_telling"),
        "orgaan": plat("spelregelvorm.wat.orgaan"),
        "besluit": plat("webkanaal.werk_besluit"),
        "reden": plat("webkanaal.werk_reden"),
    }
    return vast.get(deel) or naam(toon, deel)

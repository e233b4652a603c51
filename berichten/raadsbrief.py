"""The words of the raadsbrief: one page for the gemeenteraad. What it is about: bot.services.raadsbrief."""

from typing import Any

from berichten.bericht import Bijlage, Toon, inkorten, zonder_opmaak
from berichten.catalogus import Veilig
from berichten.drempels import naam
from berichten.peilinguitslag import gestemd, zeg
from berichten.trajectwoorden import titel

_LANG = 90
"""So many characters of a title fit on a line."""
_ANTWOORDEN = 3


def bijlage(toon: Toon, data: dict[str, Any]) -> Bijlage:
    """Return it as a file."""
    dag = toon.op_dag(data["op"])
    delen = [
        _traject(toon, data),
        _stand(toon, data),
        _komend(toon, data),
        _bewoners(toon, data),
        _adviezen(toon, data),
    ]
    inhoud = {
        "taal": toon.t.taal,
        "titel": toon.t.plat("raadsbrief.titel", wijk=data["wijk"]),
        "onder": toon.dag(data["op"]),
        "op": data["op"],
        "datum": [dag.year, dag.month, dag.day],
        "delen": delen,
        "voet": [toon.t.plat("raadsbrief.voet"), *([toon.contact] if toon.contact else [])],
    }
    return Bijlage("raadsbrief", f"raadsbrief-{dag.isoformat()}.pdf", inhoud)


def _traject(toon: Toon, data: dict[str, Any]) -> dict[str, Any]:
    t, traject = toon.t, data["traject"]
    if traject is None:
        return _deel(t.plat("raadsbrief.traject"), zin=t.plat("raadsbrief.geen_traject"))
    regels = [_regel(titel(t, fase), t.plat("raadsbrief.nu")) for fase in traject["nu"]]
    regels += [_regel(titel(t, fase), t.plat("raadsbrief.straks")) for fase in traject["straks"]]
    regels.append(_regel(t.plat("raadsbrief.besluit"), toon.dag(traject["besluitdatum"])))
    return _deel(t.plat("raadsbrief.traject"), regels)


def _stand(toon: Toon, data: dict[str, Any]) -> dict[str, Any]:
    t, stand = toon.t, data["stand"]
    if stand is None:
        return _deel(t.plat("raadsbrief.stand"), zin=t.plat("raadsbrief.geen_stand"))
    dag = toon.dag(stand["dag"])
    zinnen = [t.plat("raadsbrief.stand_slot" if stand["afgesloten"] else "raadsbrief.stand_van", dag=dag)]
    zinnen += [zonder_opmaak(t.tekst("web.stand.concept"))] if stand["concept"] else []
    return {
        **_deel(t.plat("raadsbrief.stand"), zin=" ".join(zinnen)),
        "drempels": [_drempel(toon, een, "_slot" if stand["afgesloten"] else "") for een in stand["drempels"]],
    }


def _drempel(toon: Toon, een: dict[str, Any], slot: str) -> dict[str, Any]:
    t, balk = toon.t, een["balk"]
    waarde = ""
    if balk and isinstance(een["teller"], int):
        waarde = t.plat("raadsbrief.waarde", teller=een["teller"], noemer=een["noemer"], lijn=een["lijn"])
    elif balk:
        waarde = t.plat("raadsbrief.weinig", noemer=een["noemer"], lijn=een["lijn"])
    return {
        "tekst": naam(toon, een["soort"]),
        "verdict": een["verdict"],
        "oordeel": zonder_opmaak(t.tekst(f"web.stand.{een['verdict']}{slot}")),
        "waarde": waarde,
        "balk": [str(balk["deel"]), str(balk["lijn"])] if balk else None,
    }


def _komend(toon: Toon, data: dict[str, Any]) -> dict[str, Any]:
    kop = toon.t.plat("raadsbrief.komend")
    if not data["komend"]:
        return _deel(kop, zin=toon.t.plat("raadsbrief.niets_komend"))
    return _deel(kop, [_regel(een["titel"], toon.moment(een["begin"])) for een in data["komend"]])


def _bewoners(toon: Toon, data: dict[str, Any]) -> dict[str, Any]:
    kop = toon.t.plat("raadsbrief.bewoners")
    if not data["uitslagen"]:
        return _deel(kop, zin=toon.t.plat("raadsbrief.geen_uitslag"))
    regels = []
    for uitslag in data["uitslagen"]:
        lijnen = [lijn.strip() for lijst in zeg(toon, uitslag).lijsten for lijn in lijst.splitlines() if lijn.strip()]
        gezegd = [inkorten(zonder_opmaak(Veilig(lijn)), _LANG) for lijn in lijnen[:_ANTWOORDEN]]
        al = len(lijnen) <= _ANTWOORDEN and not uitslag["zinnen"]
        gezegd += [] if al else [toon.t.plat("raadsbrief.meer_antwoorden")]
        gezegd.append(zonder_opmaak(gestemd(toon, uitslag["stemmen"], per_adres=uitslag["per_adres"])))
        regels.append(_regel(uitslag["vraag"], *gezegd))
    return _deel(kop, regels)


def _adviezen(toon: Toon, data: dict[str, Any]) -> dict[str, Any]:
    t, kop = toon.t, toon.t.plat("raadsbrief.adviezen")
    if not data["adviezen"]:
        return _deel(kop, zin=t.plat("raadsbrief.geen_advies"))
    regels = [_regel(een["titel"], _sinds(toon, een)) for een in data["adviezen"]]
    meer = t.plat("raadsbrief.meer_adviezen", aantal=data["adviezen_meer"]) if data["adviezen_meer"] else ""
    return _deel(kop, regels, zin=meer)


def _sinds(toon: Toon, een: dict[str, Any]) -> str:
    aan = toon.t.plat(f"advies.voor.{een['aan']}")
    return toon.t.plat("raadsbrief.advies", aan=aan, dag=toon.dag(een["dag"]))


def _deel(kop: str, regels: list[dict[str, Any]] | None = None, *, zin: str = "") -> dict[str, Any]:
    return {"kop": kop, "zin": zin, "regels": regels or [], "drempels": []}


def _regel(vet: str, *tekst: str) -> dict[str, Any]:
    return {"vet": inkorten(vet, _LANG), "tekst": list(tekst)}

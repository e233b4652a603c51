"""The cover, and the page that is read in a minute: do the conditions hold, how many took part, who decides."""

from typing import Any

from berichten.rapport.gebeurd import komt_nog
from berichten.rapport.pen import Blok, Pen, alinea, kader, klein, kop
from berichten.rapport.voorwaarden import oordeel, sinds, verdict

_OP_OMSLAG = 3
"""So many questions stand on the cover; all of them in their own part."""
_MET_BALK = 8
"""So many conditions fit the page with their bars."""


def omslag(pen: Pen, data: dict[str, Any]) -> list[str]:
    """Return the lines under the title."""
    dag, versies = pen.dag(data["tellingen"]["gemaakt_op"]), data["delen"]["versies"]
    if not versies:
        return [dag, pen.tekst("rapport.omslag.concept")]
    velden = {"versie": versies[-1]["versie"], "dag": pen.dag(versies[-1]["vastgesteld_op"])}
    return [dag, _wat_dit_is(pen, data), pen.tekst("rapport.omslag.versie", **velden)]


def _wat_dit_is(pen: Pen, data: dict[str, Any]) -> str:
    """Return whether it is the outcome or an interim standing, under rules that were fixed."""
    if data["delen"]["afsluiting"]:
        return pen.tekst("rapport.omslag.uitkomst", dag=pen.dag(data["delen"]["afsluiting"][0]["op"]))
    return pen.tekst("rapport.omslag.tussenstand")


def in_een_oogopslag(pen: Pen, data: dict[str, Any]) -> dict[str, Any]:
    """Return what the cover says of the question and the outcome: `vraag` and `uitkomst`, each with its heading."""
    vragen = [peiling["vraag"] for peiling in data["delen"]["besluit"]]
    tekens = [
        {"verdict": een["verdict"], "tekst": een["tekst"], "oordeel": een["oordeel"]}
        for een in (oordeel(pen, rij, data) for rij in data["delen"]["voorwaarden"])
    ]
    return {
        "vraag": {"kop": pen.tekst("rapport.omslag.vraag", aantal=len(vragen)), "vragen": vragen[:_OP_OMSLAG]},
        "uitkomst": {"kop": pen.tekst("rapport.omslag.stand"), "tekst": _slot(pen, data), "tekens": tekens},
    }


def _slot(pen: Pen, data: dict[str, Any]) -> str:
    rijen = data["delen"]["voorwaarden"]
    gehaald = sum(rij["met"]["verdict"] == "gehaald" for rij in rijen)
    if gehaald == len(rijen):
        return pen.tekst("rapport.samenvatting.alle")
    return pen.tekst("rapport.samenvatting.deel", aantal=gehaald, alle=len(rijen))


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the page."""
    rijen, vast = data["delen"]["voorwaarden"], data["delen"]["versies"]
    dit_is = _wat_dit_is(pen, data) if vast else pen.tekst("rapport.samenvatting.tussenstand")
    return [
        kop(pen.tekst("rapport.samenvatting.kop")),
        kader(f"{dit_is.removesuffix('.')}.", _slot(pen, data), pen.tekst("rapport.samenvatting.besluit")),
        *(_kort(pen, rij, data, len(rijen)) for rij in rijen),
        _cijfers(pen, data),
        alinea(pen.tekst("rapport.samenvatting.wat")),
        klein(pen.tekst("rapport.samenvatting.controle")),
    ]


def _kort(pen: Pen, rij: dict[str, Any], data: dict[str, Any], hoeveel: int) -> Blok:
    """Return a condition with few of its sentences; without its bars where so many would not fit the page."""
    blok, zonder = oordeel(pen, rij, data), rij["zonder"]["verdict"]
    anders = verdict(pen, zonder)
    regels = [pen.tekst("rapport.samenvatting.zonder_team", verdict=anders[:1].lower() + anders[1:])]
    regels = [*(regels if zonder != rij["met"]["verdict"] else []), *sinds(pen, rij)]
    kort = {"kort": True, "punten": [], "regels": regels}
    return {**blok, **kort, "balken": blok["balken"] if hoeveel <= _MET_BALK else []}


def _cijfers(pen: Pen, data: dict[str, Any]) -> Blok:
    delen = data["tellingen"]["onderdelen"]
    (wijk,) = (deel["metingen"] for deel in delen if deel["onderdeel"] == "wijk")
    gehouden = [
        d
        for d in delen
        if d["onderdeel"] == "bijeenkomst" and d["metingen"]["afgelast"] == "nee" and not komt_nog(pen, d, data)
    ]
    peilingen = [d for d in delen if d["onderdeel"] == "peiling" and d["metingen"]["ingetrokken"] == "nee"]
    paren = (
        (wijk["bewoners"], pen.tekst("rapport.samenvatting.bewoners")),
        (wijk["adressen"], pen.tekst("rapport.samenvatting.adressen")),
        (len(gehouden), pen.tekst("rapport.samenvatting.bijeenkomsten", aantal=len(gehouden))),
        (len(peilingen), pen.tekst("rapport.samenvatting.peilingen", aantal=len(peilingen))),
    )
    return {"soort": "cijfers", "paren": [[str(getal), tekst] for getal, tekst in paren]}

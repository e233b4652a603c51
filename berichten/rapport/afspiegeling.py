"""How well those who took part reflect the wijk, per characteristic; for experts the variation of the coverage too."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, alinea, klein, kop, lijst, tabel
from berichten.rapport.voorwaarden import verdict


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part."""
    eerst = kop(pen.tekst("rapport.afspiegeling.kop"))
    standen = [rij["met"] for rij in data["delen"]["voorwaarden"] if rij["met"]["soort"] == "afspiegeling"]
    if not standen:
        return [eerst, alinea(pen.tekst("rapport.afspiegeling.niet_gevraagd"))]
    delen = standen[0]["delen"]
    if not all(deel["genoeg"] for deel in delen):
        return [eerst, alinea(pen.tekst("rapport.afspiegeling.te_weinig"))]
    koppen = (
        pen.tekst("rapport.afspiegeling.kenmerk"),
        pen.tekst("rapport.afspiegeling.anders"),
        pen.tekst("rapport.afspiegeling.bekend"),
        pen.tekst("rapport.voorwaarden.uitkomst"),
    )
    rijen = [(_naam(pen, deel), _anders(pen, deel), _bekend(pen, deel), _uitkomst(pen, deel)) for deel in delen]
    bronnen = [
        pen.tekst("rapport.afspiegeling.bron", kenmerk=_naam(pen, deel), bron=deel["bron"])
        for deel in delen
        if deel["bron"]
    ]
    return [
        eerst,
        alinea(pen.tekst("rapport.afspiegeling.uitleg"), pen.tekst("rapport.afspiegeling.geteld")),
        tabel(koppen, rijen, (3, 4, 2, 3)),
        *([lijst(bronnen)] if bronnen else []),
        *_variatie(pen, delen),
    ]


def _naam(pen: Pen, deel: dict[str, Any]) -> str:
    return pen.tekst(f"afspiegeling.kenmerk.{deel['kenmerk']}")


def _anders(pen: Pen, deel: dict[str, Any]) -> str:
    laag, hoog = deel["laag"], deel["hoog"]
    if not deel["beslist"]:
        return pen.tekst("rapport.afspiegeling.onbekend")
    if laag is None:
        return pen.tekst("rapport.afspiegeling.niet")
    hoeveel = str(laag) if laag == hoog else pen.tekst("afspiegeling.tussen", laag=laag, hoog=hoog)
    return pen.tekst("rapport.afspiegeling.van_100", hoeveel=hoeveel)


def _bekend(pen: Pen, deel: dict[str, Any]) -> str:
    return pen.tekst("rapport.afspiegeling.van_100", hoeveel=deel["bekend"])


def _uitkomst(pen: Pen, deel: dict[str, Any]) -> str:
    return verdict(pen, deel["verdict"]) if deel["beslist"] else pen.tekst("rapport.afspiegeling.telt_niet")


def _variatie(pen: Pen, delen: list[dict[str, Any]]) -> list[Blok]:
    bekend = [(_naam(pen, deel), deel["variatie"].replace(".", ",")) for deel in delen if deel["variatie"] is not None]
    zinnen = [pen.tekst("rapport.afspiegeling.variatie_van", kenmerk=wat, waarde=waarde) for wat, waarde in bekend]
    return [klein(pen.tekst("rapport.afspiegeling.variatie"), *zinnen)] if zinnen else []

"""The declaration of the professional, the kaders with their evidence, and each partner's position."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, afdruk, alinea, klein, kop, tabel


def verklaring(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part about the declaration: who was appointed, and what they declared."""
    eerst = kop(pen.tekst("rapport.verklaring.kop"))
    afspraak = _drempel(data, "verklaring")
    if afspraak is None:
        return [eerst, alinea(pen.tekst("rapport.verklaring.niet_gevraagd"))]
    wie = {naam: afspraak[naam] for naam in ("naam", "functie", "opdrachtgever")}
    blokken = [eerst, alinea(pen.tekst("rapport.verklaring.wie", **wie))]
    for een in _van(data, "verklaring"):
        velden = {"naam": een["naam"], "dag": pen.dag(een["dag"])}
        blokken.append(alinea(pen.tekst(f"rapport.verklaring.{een['uitspraak']}", **velden)))
        blokken += [alinea(een["redenen"]), *_stuk(pen, een)]
    if len(blokken) == 2:
        blokken.append(alinea(pen.tekst("rapport.verklaring.geen")))
    return blokken


def kaders(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part about the kaders: of each what holds, and on what that rests."""
    eerst = kop(pen.tekst("rapport.kaders.kop"))
    afspraak = _drempel(data, "kaders")
    if afspraak is None:
        return [eerst, alinea(pen.tekst("rapport.kaders.geen"))]
    oordelen = {een["kader"]: een for een in _van(data, "kader")}
    koppen = (
        pen.tekst("rapport.kaders.kader"),
        pen.tekst("rapport.kaders.oordeel"),
        pen.tekst("rapport.kaders.bewijs"),
    )
    rijen = [_kader(pen, tekst, oordelen.get(tekst)) for tekst in afspraak["kaders"]]
    stukken = [stuk for tekst in afspraak["kaders"] if tekst in oordelen for stuk in _stuk(pen, oordelen[tekst])]
    return [eerst, alinea(pen.tekst("rapport.kaders.uitleg")), tabel(koppen, rijen, (4, 2, 5)), *stukken]


def standpunten(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part about partners: what holds first."""
    blokken = [kop(pen.tekst("rapport.standpunten.kop"))]
    alle = _van(data, "standpunt")
    if not alle:
        return [*blokken, alinea(pen.tekst("rapport.standpunten.geen"))]
    for een in alle:
        dag = pen.tekst("rapport.standpunten.dag", dag=pen.dag(een["dag"]))
        blokken += [kop(een["partner"], 2), alinea(een["standpunt"]), klein(dag, _staat(pen, een))]
        if een["link"]:
            blokken.append(alinea(pen.tekst("rapport.stuk.link"), link=een["link"]))
        blokken += _stuk(pen, een)
    return blokken


def _drempel(data: dict[str, Any], soort: str) -> dict[str, Any] | None:
    drempels = data["tellingen"]["spelregels"]["drempels"]
    return next((drempel for drempel in drempels if drempel["soort"] == soort), None)


def _van(data: dict[str, Any], wat: str) -> list[dict[str, Any]]:
    return [een for een in data["delen"]["onderbouwing"] if een["wat"] == wat]


def _kader(pen: Pen, tekst: str, een: dict[str, Any] | None) -> tuple[str, str, str]:
    if een is None:
        return tekst, pen.tekst("rapport.kaders.open"), pen.tekst("rapport.kaders.niets")
    stuk = pen.tekst("rapport.stuk.naam", naam=een["stuknaam"]) if een["stuknaam"] else ""
    bewijs = " ".join(deel for deel in (een["toelichting"], een["link"] or "", stuk) if deel)
    return tekst, pen.tekst(f"rapport.kaders.{een['oordeel']}"), bewijs


def _staat(pen: Pen, een: dict[str, Any]) -> str:
    if een["ingetrokken_op"]:
        velden = {"dag": pen.dag(een["ingetrokken_op"]), "reden": een["reden"] or ""}
        return pen.tekst("rapport.standpunten.ingetrokken", **velden)
    return pen.tekst("rapport.standpunten.vervangen") if een["vervangen"] else ""


def _stuk(pen: Pen, een: dict[str, Any]) -> list[Blok]:
    return [afdruk(pen.tekst("rapport.stuk.hash", naam=een["stuknaam"]), een["sha256"])] if een["stuknaam"] else []

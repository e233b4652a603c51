"""What groups of residents advised, with the answers; what waits for one says so."""

from typing import Any

from berichten.advies import groep
from berichten.rapport.pen import Blok, Pen, alinea, klein, kop


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part."""
    alle = data["delen"]["adviezen"]
    blokken = [kop(pen.tekst("rapport.adviezen.kop"))]
    if not alle:
        return [*blokken, alinea(pen.tekst("rapport.adviezen.geen"))]
    open_ = sum(een["staat"] == "open" for een in alle)
    blokken.append(alinea(pen.tekst("rapport.adviezen.uitleg"), pen.tekst("rapport.adviezen.open", aantal=open_)))
    for een in alle:
        blokken += _advies(pen, een)
    return blokken


def _advies(pen: Pen, een: dict[str, Any]) -> list[Blok]:
    aan = pen.tekst(f"advies.voor.{een['aan']}")
    van = pen.tekst("rapport.adviezen.van", van=groep(pen.toon, een), aan=aan, dag=pen.dag(een["dag"]))
    delen = [kop(een["titel"], 2), klein(van), alinea(een["tekst"])]
    if een["staat"] == "open":
        return [*delen, alinea(pen.tekst("rapport.adviezen.wacht"))]
    if een["staat"] == "ingetrokken":
        return [*delen, alinea(pen.tekst("advies.ingetrokken", reden=een["reden"]))]
    for antwoord in een["antwoorden"]:
        velden = {"dag": pen.dag(antwoord["op"]), "oordeel": pen.tekst(f"advies.oordeel.{antwoord['oordeel']}")}
        uitleg = [pen.tekst("advies.waarom", reden=antwoord["reden"])] if antwoord["reden"] else []
        delen.append(alinea(pen.tekst("rapport.adviezen.antwoord", **velden), *uitleg))
    return delen

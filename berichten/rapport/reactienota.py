"""The reactienota: per draft of a plan what residents said of each section, and what was done with it."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, alinea, klein, kop


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part; nothing where no draft was published."""
    rijen = data["delen"]["reactienota"]
    if not rijen:
        return []
    blokken = [kop(pen.tekst("rapport.nota.kop")), alinea(pen.tekst("rapport.nota.uitleg"))]
    for plaats, rij in enumerate(rijen):
        if "kop" not in rij:
            blokken += _regel(pen, rij)
            continue
        blokken.append(kop(pen.tekst("rapport.nota.plan", titel=rij["kop"]["titel"], versie=rij["kop"]["versie"]), 2))
        if not rij["compleet"]:
            blokken.append(alinea(pen.tekst("rapport.nota.loopt")))
        elif plaats + 1 == len(rijen) or "kop" in rijen[plaats + 1]:
            blokken.append(alinea(pen.tekst("rapport.nota.geen")))
    return blokken


def _regel(pen: Pen, rij: dict[str, Any]) -> list[Blok]:
    tekst = rij["tekst"] or pen.tekst("rapport.nota.gewist")
    gezegd = pen.tekst(f"rapport.nota.{rij['oordeel']}")
    waarom = f"{gezegd} {rij['reden']}" if rij["reden"] else gezegd
    onder = pen.tekst("rapport.nota.deel", nummer=rij["nummer"], titel=rij["deeltitel"], hoeveel=rij["aantal"])
    return [alinea(tekst), klein(onder), alinea(waarom)]

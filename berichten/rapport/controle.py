"""How anyone checks what the report says: the head of the log, and the commands."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, alinea, kop, tabel

_BESTANDEN = "--export bewijs.jsonl --ijkpunten ijkpunten/ --sleutel sleutel.pub"
_OPDRACHTEN = (f"gehoord bewijs controleer {_BESTANDEN}", f"python3 controleer.py {_BESTANDEN}")


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part; none as long as the log has no head."""
    if not data["delen"]["logboek"]:
        return []
    (kop_,) = data["delen"]["logboek"]
    koppen = (pen.tekst("rapport.controle.wat"), pen.tekst("rapport.controle.waarde"))
    rijen = [
        (pen.tekst("rapport.controle.log"), kop_["log"]),
        (pen.tekst("rapport.controle.grootte"), str(kop_["grootte"])),
        (pen.tekst("rapport.controle.dag"), pen.dag(kop_["dag"])),
        (pen.tekst("rapport.controle.wortel"), kop_["wortel"]),
    ]
    blokken = [
        kop(pen.tekst("rapport.controle.kop")),
        alinea(pen.tekst("rapport.controle.uitleg")),
        tabel(koppen, rijen, (2, 5)),
        alinea(pen.tekst("rapport.controle.zo")),
        {"soort": "tekst", "regels": list(_OPDRACHTEN)},
        alinea(pen.tekst("rapport.controle.goed")),
    ]
    if kop_["notitie"]:
        uitleg, alt = pen.tekst("rapport.controle.qr"), pen.tekst("rapport.controle.qr_alt")
        blokken.append({"soort": "qr", "inhoud": kop_["notitie"], "tekst": uitleg, "alt": alt})
    return blokken

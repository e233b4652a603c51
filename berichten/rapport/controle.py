"""How anyone checks what the report says: the head of the log, and the commands."""

from typing import Any

from berichten.rapport.pen import Blok, Pen, alinea, klein, kop

_BESTANDEN = "--export bewijs.jsonl --ijkpunten ijkpunten/ --sleutel sleutel.pub"
_OPDRACHTEN = (f"gehoord bewijs controleer {_BESTANDEN}", f"python3 controleer.py {_BESTANDEN}")


def blokken(pen: Pen, data: dict[str, Any]) -> list[Blok]:
    """Return the part; none as long as the log has no head."""
    if not data["delen"]["logboek"]:
        return []
    (kop_,) = data["delen"]["logboek"]
    blokken = [
        kop(pen.tekst("rapport.controle.kop")),
        alinea(pen.tekst("rapport.controle.uitleg")),
        alinea(pen.tekst("rapport.controle.stand", grootte=kop_["grootte"], dag=pen.dag(kop_["dag"]))),
        klein(pen.tekst("rapport.controle.wortel")),
        {"soort": "tekst", "regels": [kop_["wortel"]]},
        klein(pen.tekst("rapport.controle.sleutel")),
        {"soort": "tekst", "regels": [kop_["sleutel"]]},
        alinea(pen.tekst("rapport.controle.zo")),
        {"soort": "tekst", "regels": list(_OPDRACHTEN)},
        alinea(pen.tekst("rapport.controle.goed")),
    ]
    uitleg, alt = pen.tekst("rapport.controle.qr"), pen.tekst("rapport.controle.qr_alt")
    return [*blokken, {"soort": "qr", "inhoud": kop_["notitie"], "tekst": uitleg, "alt": alt}]

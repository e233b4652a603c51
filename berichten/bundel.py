"""What waited, in one message: a line for each thing, and a button that opens it in full."""

import html
import re
from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.catalogus import Veilig

_KORT = 80
_OP_KNOP = 45


@bericht("bundel")
def bundel(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what waited, each in one line."""
    regels = [(regel, _titel(toon, regel)) for regel in data["regels"]]
    delen = [
        toon.t.tekst("bundel.kop"),
        "\n\n".join(_regel(toon, regel, titel) for regel, titel in regels),
        toon.t.tekst("bundel.voet"),
    ]
    knoppen = [
        (Knop(toon.t.plat(f"bundel.knop_{regel['wat']}", titel=inkorten(titel, _OP_KNOP)), _opent(regel)),)
        for regel, titel in regels
    ]
    return Bericht("\n\n".join(delen), (*knoppen, (Knop(toon.t.plat("knop.meldingen"), "meldingen:nieuw"),)))


def _regel(toon: Toon, regel: dict[str, Any], titel: str) -> Veilig:
    velden = {"moment": toon.moment(regel["op"])} if regel.get("op") else {}
    return toon.t.tekst(f"bundel.{regel['wat']}", titel=inkorten(titel, _KORT), **velden)


def _titel(toon: Toon, regel: dict[str, Any]) -> str:
    """Return what something is called; of a broadcast its first words, in the reader's language where it was given."""
    if "koppen" not in regel:
        return str(regel["titel"])
    kop = regel["koppen"].get(toon.t.taal) or regel["koppen"][regel["eigen_taal"]]
    woorden = html.unescape(re.sub(r"<[^>]*>?", " ", kop)).split("\n\n")[0]
    return " ".join(woorden.split()) or toon.t.plat("bundel.zonder_tekst")


def _opent(regel: dict[str, Any]) -> str:
    return f"bundel:{regel['wat']}:{regel['id']}"

"""The door of a meeting: its code for staff, and the welcome of who checked in."""

from typing import Any

from berichten.bericht import Bericht, Bijlage, Toon, bericht
from berichten.menu import naar_menu


@bericht("bijeenkomst.deur")
def deur(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the door code, with a QR that opens the bot with it."""
    code = data["deurcode"]
    tekst = toon.t.tekst("bijeenkomst.deur", titel=data["titel"], code=f"{code[:3]} {code[3:]}")
    qr = Bijlage("qr", "deur.png", {"inhoud": f"{toon.botlink}?start=deur-{code}"})
    return Bericht(tekst, (naar_menu(toon),), foto=qr)


@bericht("bijeenkomst.ingecheckt")
def ingecheckt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Welcome someone who checked in."""
    return Bericht(toon.t.tekst("bijeenkomst.ingecheckt", titel=data["titel"]), (naar_menu(toon),))

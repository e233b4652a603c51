"""The audit trail: who of the team looked at or did what."""

from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.menu import naar_menu
from berichten.rol import wie_van


@bericht("rolgebruik")
def rolgebruik(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of it, and how to look for something."""
    t, zoek = toon.t, data["zoek"]
    regels = [t.tekst("rolgebruik.gezocht", zoek=zoek) if zoek else t.tekst("rolgebruik.kop")]
    regels += [_regel(toon, regel) for regel in data["regels"]] or [t.tekst("rolgebruik.leeg")]
    if not zoek:
        regels.append(t.tekst("rolgebruik.uitleg"))
    plat, bladzij = t.plat, data["bladzij"]
    blader = (
        *((Knop(plat("knop.vorige"), f"rolgebruik:{bladzij - 1}:{zoek}"),) if bladzij else ()),
        *((Knop(plat("knop.volgende"), f"rolgebruik:{bladzij + 1}:{zoek}"),) if data["meer"] else ()),
    )
    bestand = (Knop(plat("rolgebruik.knop_bestand"), f"rgb:{zoek}"),) if data["regels"] else ()
    rijen = (rij for rij in (blader, bestand, naar_menu(toon)) if rij)
    return Bericht(Veilig("\n\n".join(regels)), tuple(rijen))


@bericht("rolgebruik.bestand")
def bestand(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give it as a file."""
    tekst = toon.t.tekst("rolgebruik.vol" if data["vol"] else "rolgebruik.bestand")
    return Bericht(tekst, bijlagen=(Bijlage("rolgebruik", "rolgebruik.csv", {"regels": data["regels"]}),))


def _regel(toon: Toon, regel: dict[str, Any]) -> Veilig:
    t = toon.t
    wie = t.tekst("rolgebruik.weg") if regel["gewist"] else wie_van(toon, regel)
    rol = t.tekst(f"rol.{regel['rol'] or 'geen'}")
    wat = regel["wat"].replace(".", " · ")
    daad = t.tekst(f"rolgebruik.daad.{regel['daad']}")
    return t.tekst("rolgebruik.regel", moment=toon.kort(regel["op"]), wie=wie, rol=rol, wat=wat, daad=daad)

"""The door of a meeting: what who stands at it sees, and what who comes in reads."""

from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, inkorten
from berichten.menu import naar_menu

_UIT = Bijlage("deur", "deur.png", {"link": "", "code": ""})


@bericht("deur.kies")
def kies(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer staff the doors of this moment."""
    knoppen = [(_knop(d["titel"], f"deur:{d['id']}"),) for d in data["deuren"]]
    tekst = toon.t.tekst("deur.kies" if knoppen else "deur.kies_geen")
    agenda = () if knoppen else (Knop(toon.t.plat("knop.agenda"), "agenda"),)
    return Bericht(tekst, (*knoppen, (*agenda, *naar_menu(toon))))


@bericht("deur.straks")
def straks(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say when the door opens; the page to project can be put ready."""
    tekst = toon.t.tekst("deur.straks", titel=data["titel"], open=toon.moment(data["open"]))
    return Bericht(
        tekst, ((Knop(toon.t.plat("knop.deur_toon"), f"deur:{data['id']}"),), *_groot(toon, data), naar_menu(toon))
    )


@bericht("deur.scherm")
def scherm(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the QR and the six digits of this moment, to be held up."""
    code = f"{data['code'][:3]} {data['code'][3:]}"
    tekst = toon.t.tekst(
        "deur.scherm",
        titel=data["titel"],
        code=code,
        aanwezig=toon.t.tekst("deur.aanwezig", aantal=data["aanwezig"]),
        tot=toon.tijd(data["tot"]),
    )
    beeld = Bijlage("deur", "deur.png", {"link": f"{toon.overal}?start=deur-{data['token']}", "code": code})
    knoppen = (
        (
            Knop(toon.t.plat("knop.deur_blijf"), f"deur:{data['id']}"),
            Knop(toon.t.plat("knop.deur_uit"), f"deur_uit:{data['id']}"),
        ),
        *_groot(toon, data),
        *_lijst(toon, data),
        (Knop(toon.t.plat("knop.deur_dicht"), f"deur_dicht:{data['id']}"),),
        naar_menu(toon),
    )
    return Bericht(tekst, knoppen, media=beeld)


def _groot(toon: Toon, data: dict[str, Any]) -> tuple[tuple[Knop, ...], ...]:
    return ((Knop(toon.t.plat("knop.deur_groot"), f"deur_groot:{data['id']}"),),) if toon.paginas else ()


def _lijst(toon: Toon, data: dict[str, Any]) -> tuple[tuple[Knop, ...], ...]:
    """Return the button to the door list, for whom that is."""
    return ((Knop(toon.t.plat("knop.deurlijst"), f"dlo:{data['id']}"),),) if data["lijst"] else ()


@bericht("deur.uit")
def uit(toon: Toon, data: dict[str, Any]) -> Bericht:
    """End a message that showed the door: no code that is too old may stay in sight."""
    if data["gesloten"]:
        return Bericht(toon.t.tekst("deur.dicht", titel=data["titel"]), (naar_menu(toon),), media=_UIT)
    knoppen = (
        (Knop(toon.t.plat("knop.deur_toon"), f"deur:{data['id']}"),),
        (Knop(toon.t.plat("knop.deur_dicht"), f"deur_dicht:{data['id']}"),),
        naar_menu(toon),
    )
    return Bericht(toon.t.tekst("deur.uit", titel=data["titel"]), knoppen, media=_UIT)


@bericht("deur.dicht")
def dicht(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the door is closed; during its hours it can be opened again."""
    weer = ((Knop(toon.t.plat("knop.deur_open"), f"deur_open:{data['id']}"),),) if data["heropenen"] else ()
    knoppen = (*weer, *_lijst(toon, data), naar_menu(toon))
    return Bericht(toon.t.tekst("deur.dicht", titel=data["titel"]), knoppen, media=_UIT)


@bericht("deur.pagina")
def pagina(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the address of the page to project."""
    return Bericht(toon.t.tekst("deur.pagina", titel=data["titel"], adres=data["adres"]), (naar_menu(toon),))


@bericht("deur.binnen")
def binnen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Welcome someone who came in."""
    return Bericht(toon.t.tekst("deur.binnen", titel=data["titel"]), (naar_menu(toon),))


@bericht("deur.al_binnen")
def al_binnen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that once is enough."""
    return Bericht(toon.t.tekst("deur.al_binnen", titel=data["titel"]), (naar_menu(toon),))


@bericht("deur.eerst_meedoen")
def eerst_meedoen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask a newcomer at the door to join first."""
    daarna = "deur.daarna_binnen" if data["onthouden"] else "deur.daarna_scannen"
    return Bericht(toon.t.tekst("deur.eerst_meedoen", daarna=toon.t.tekst(daarna)), (naar_menu(toon),) * data["menu"])


@bericht("deur.eigen")
def eigen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give a resident the QR that someone at the door scans."""
    qr = Bijlage("qr", "mijn-code.png", {"inhoud": f"{toon.overal}?start=ik-{data['token']}"})
    return Bericht(toon.t.tekst("deur.eigen"), (naar_menu(toon),), media=qr)


@bericht("deur.gescand")
def gescand(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who scanned a resident's own QR that it worked, not whose it was."""
    aanwezig = toon.t.tekst("deur.aanwezig", aantal=data["aanwezig"])
    sleutel = "deur.gescand" if data["nieuw"] else "deur.gescand_al_binnen"
    return Bericht(toon.t.tekst(sleutel, titel=data["titel"], aanwezig=aanwezig), (naar_menu(toon),))


@bericht("deur.welke")
def welke(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask at which of several doors someone stands whose QR was scanned."""
    knoppen = [(_knop(d["titel"], f"ik:{d['keuze']}"),) for d in data["deuren"]]
    return Bericht(toon.t.tekst("deur.welke"), (*knoppen, naar_menu(toon)))


def _knop(titel: str, data: str) -> Knop:
    return Knop(inkorten(titel), data)

"""Werkgroepen: all of them, one of them, and what who leads one reads."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from berichten.werkgroepnaam import werkgroepnaam

WERK = ("bijeenkomst", "peiling", "bericht", "herinner")
"""What who leads a werkgroep begins from its screen."""


@bericht("werkgroep.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the werkgroepen, a button each; ticked where one takes part."""
    knoppen = []
    for groep in data["werkgroepen"]:
        merk = "✓ " if groep["lid"] or groep["trekt"] else ""
        knoppen.append((Knop(inkorten(f"{merk}{werkgroepnaam(toon.t, groep['naam'])}"), f"wgt:{groep['id']}"),))
    return Bericht(toon.t.tekst("werkgroep.tekst" if knoppen else "werkgroep.geen"), (*knoppen, naar_menu(toon)))


@bericht("werkgroep.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one: what it does, who leads it, when it meets, how many there are and whom it looks for."""
    t, id_ = toon.t, data["id"]
    delen = [
        Veilig("\n\n".join([t.tekst("werkgroep.kop", naam=werkgroepnaam(t, data["naam"])), *_omschrijving(toon, data)]))
    ]
    delen.append(Veilig("\n".join([_wie(toon, data), _wanneer(toon, data), _hoeveel(toon, data)])))
    if data["gezocht"]:
        delen.append(_gezocht(toon, t.tekst("werkgroep.gezocht"), data["gezocht"]))
    if data["eenzijdig"]:
        delen.append(t.tekst("werkgroep.let_op", wat=t.plat(f"kennismaking.keuze.{data['eenzijdig']}")))
    if data["lid"]:
        delen.append(t.tekst("werkgroep.u_doet_mee"))
    if data["chat"] and data["net_weg"]:
        delen.append(t.tekst("werkgroep.nog_in_chat"))
    rijen: list[tuple[Knop, ...]] = []
    if data["bewoner"]:
        keuze = "uit" if data["lid"] else "in"
        rijen.append((Knop(t.plat(f"werkgroep.knop_{keuze}"), f"wg:{keuze}:{id_}"),))
    if data["volgende"] and data["volgende"]["id"]:
        rijen.append((Knop(t.plat("werkgroep.knop_afspraak"), f"b:{data['volgende']['id']}"),))
    if data["chat"] and (data["lid"] or data["leidt"]):
        rijen.append((Knop(t.plat("werkgroep.knop_chat"), f"wgchat:{id_}"),))
    rijen += twee_aan_twee(_leidt(toon, data)) if data["leidt"] else []
    terug = Knop(t.plat("knop.terug"), "werkgroepen")
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, (terug, *naar_menu(toon))))


@bericht("werkgroep.eenzijdig")
def eenzijdig(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell staff of a werkgroep in which nearly all are good at the same."""
    t = toon.t
    wat = t.plat(f"kennismaking.keuze.{data['eenzijdig']}")
    delen = [t.tekst("werkgroep.eenzijdig", naam=werkgroepnaam(t, data["naam"]), wat=wat)]
    if data["gezocht"]:
        delen.append(_gezocht(toon, t.tekst("werkgroep.zoek_erbij"), data["gezocht"]))
    naar = Knop(t.plat("werkgroep.knop_bekijk"), f"wgt:{data['id']}")
    return Bericht(Veilig("\n\n".join(delen)), ((naar,), naar_menu(toon)))


@bericht("werkgroep_tekst.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what a werkgroep says of itself as residents will read it."""
    t = toon.t
    delen = [t.tekst("formulier.voorbeeld"), t.tekst("werkgroep.kop", naam=werkgroepnaam(t, data["naam"]))]
    delen.append(t.tekst("werkgroep.omschrijving", tekst=data["omschrijving"]))
    return bevestigen(toon, Veilig("\n\n".join(delen)))


def _omschrijving(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    if data["omschrijving"] is None:
        return [toon.t.tekst("werkgroep.zonder_tekst")]
    return [toon.t.tekst("werkgroep.omschrijving", tekst=data["omschrijving"]), *toon.geschreven_in(data["taal"])]


def _wie(toon: Toon, data: dict[str, Any]) -> Veilig:
    if data["trekkers"]:
        return toon.t.tekst("werkgroep.trekker", wie=toon.t.lijst(data["trekkers"]))
    return toon.t.tekst("werkgroep.trekker_zonder_naam" if data["getrokken"] else "werkgroep.zonder_trekker")


def _wanneer(toon: Toon, data: dict[str, Any]) -> Veilig:
    volgende = data["volgende"]
    if volgende is None:
        return toon.t.tekst("werkgroep.geen_afspraak")
    return toon.t.tekst("werkgroep.volgende", moment=toon.moment(volgende["op"]))


def _hoeveel(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say how many take part: a class, or about so many."""
    leden = data["leden"]
    if isinstance(leden, str):
        return toon.t.tekst("werkgroep.weinig")
    return toon.t.tekst("werkgroep.leden", aantal=leden)


def _gezocht(toon: Toon, kop: Veilig, welke: list[str]) -> Veilig:
    regels = [toon.t.tekst(f"werkgroep.talent.{talent}") for talent in welke]
    return Veilig("\n".join([kop, *(f"• {regel}" for regel in regels)]))


def _leidt(toon: Toon, data: dict[str, Any]) -> list[Knop]:
    plat, id_ = toon.t.plat, data["id"]
    knoppen = [Knop(plat(f"werkgroep.knop_{wat}"), f"wgmaak:{wat}:{id_}") for wat in WERK]
    knoppen.append(Knop(plat("werkgroep.knop_tekst"), f"wgtekst:{id_}"))
    if data["genoemd"]:
        knoppen.append(Knop(plat("werkgroep.knop_zonder_naam"), f"wgnaamx:{id_}"))
    elif data["trekt"]:
        knoppen.append(Knop(plat("werkgroep.knop_naam"), f"wgnaam:{id_}"))
    return knoppen

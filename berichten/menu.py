"""The menu and what stands around it: help, who one is, refusals, and an apology."""

from dataclasses import replace
from typing import Any

from berichten.bericht import MAKERS, Bericht, Knop, Toon, bericht, inkorten, merk_van, past, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.opdrachten import meest_voor, menu_voor
from berichten.werkgroepnaam import met_werkgroepnaam, werkgroepnaam

_OVERAL = ("menu", "help")
"""Of these no help has to say that they are there."""


def naar_menu(toon: Toon) -> tuple[Knop, ...]:
    """Return the row with the button back to the menu, under everything."""
    return (Knop(toon.t.plat("knop.menu"), "menu"),)


def _menu(toon: Toon, tekst: str, data: dict[str, Any]) -> Bericht:
    plat, groep = toon.t.plat, data.get("groep", "")
    namen, groepen = menu_voor(data["bewoner"], data["rollen"], groep, toon.kan)
    knoppen = [Knop(plat(f"knop.{naam}"), naam) for naam in namen]
    knoppen += [Knop(plat(f"menu.groep.{naam}"), f"menu:{naam}") for naam in groepen]
    rijen = twee_aan_twee(knoppen)
    if (elders := data.get("elders")) and not (data["bewoner"] or data["rollen"]):
        rijen = [*naar_huis(toon, elders), *rijen]
    return Bericht(tekst, (*rijen, naar_menu(toon)) if groep else tuple(rijen))


def _buiten(toon: Toon, data: dict[str, Any]) -> Veilig:
    """What someone reads who does not take part: yet, or any more."""
    if data.get("woonde_op"):
        return toon.t.tekst("menu.verhuisd", adres=data["woonde_op"])
    if elders := data.get("elders"):
        return toon.t.tekst("menu.stil" if elders["stil"] else "menu.elders", wijk=elders["naam"])
    return toon.t.tekst("menu.buiten")


def naar_huis(toon: Toon, elders: dict[str, Any]) -> tuple[tuple[Knop, ...], ...]:
    """Return the buttons for who lives in another wijk: to that one, or where that does not run to their data."""
    plat = toon.t.plat
    if elders["stil"]:
        return ((Knop(plat("gegevens.knop_bestand"), "gegbestand"),), (Knop(plat("knop.wissen"), "wis"),))
    return ((Knop(inkorten(elders["naam"]), f"{merk_van(elders['id'])}wijkhier"),),)


@bericht("menu")
def menu(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show where everything is."""
    binnen = data["bewoner"] or data["rollen"]
    if not binnen:
        return _menu(toon, toon.met_hulp(_buiten(toon, data)), data)
    if data.get("groep"):
        namen, _ = menu_voor(data["bewoner"], data["rollen"], data["groep"], toon.kan)
        return _menu(toon, "\n\n".join([toon.t.tekst(f"menu.in.{data['groep']}"), _uitleg(toon, namen)]), data)
    naam = data.get("naam")
    return _menu(toon, toon.t.tekst("menu.tekst_naam", naam=naam) if naam else toon.t.tekst("menu.tekst"), data)


@bericht("help")
def help_(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say who one is here and what one comes for most, with its buttons; the rest is named, or has a group's button."""
    t, bewoner, rollen = toon.t, data["bewoner"], data["rollen"]
    namen, groepen = menu_voor(bewoner, rollen, kan=toon.kan)
    meest = meest_voor(bewoner, rollen, toon.kan)
    delen = [_wie(toon, bewoner, rollen) if bewoner or rollen else _buiten(toon, data)]
    if meest:
        delen = [Veilig("\n".join([*delen, t.tekst("menu.help_meest"), _uitleg(toon, meest)]))]
    if bewoner and not rollen:
        delen.append(t.tekst("menu.bij_de_deur"))
    verder = [t.tekst("menu.regel_een", knop=t.plat(f"knop.{n}")) for n in namen if n not in (*meest, *_OVERAL)]
    rijen = [" · ".join(verder[begin : begin + 3]) for begin in range(0, len(verder), 3)]
    delen += [Veilig("\n".join([t.tekst("menu.verder"), *rijen]))] if rijen else []
    delen.append(t.tekst("menu.help_uitleg", knop=t.plat("knop.uitleg")))
    knoppen = [Knop(t.plat(f"knop.{naam}"), naam) for naam in meest]
    knoppen += [Knop(t.plat(f"menu.groep.{groep}"), f"menu:{groep}") for groep in groepen]
    return Bericht(toon.met_hulp(Veilig("\n\n".join(delen))), (*twee_aan_twee(knoppen), naar_menu(toon)))


def _wie(toon: Toon, bewoner: bool, rollen: list[str]) -> Veilig:
    """Say what someone is here."""
    namen = [toon.t.plat("menu.bewoner")] if bewoner else []
    namen += [toon.t.plat(f"rol.{rol}") for rol in rollen]
    return toon.t.tekst("menu.help_wie", wie=toon.t.lijst(namen))


def _uitleg(toon: Toon, namen: list[str]) -> Veilig:
    """Say of each command what it does."""
    t, regels = toon.t, []
    for naam in namen:
        knop, wat = t.plat(f"knop.{naam}"), t.plat(f"opdracht.{naam}")
        zonder = t.tekst("menu.regel_een", knop=knop)
        regels.append(zonder if knop == wat else t.tekst("menu.regel", knop=knop, wat=wat))
    return Veilig("\n".join(regels))


@bericht("onbegrepen")
def onbegrepen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say kindly that the text was not understood, with the menu under it."""
    binnen = data["bewoner"] or data["rollen"]
    return _menu(toon, toon.t.tekst("menu.onbegrepen") if binnen else _buiten(toon, data), data)


@bericht("wieben")
def wieben(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell an account its id and roles."""
    namen = [toon.t.plat(f"rol.{rol}") for rol in data["rollen"]] or [toon.t.plat("rol.geen")]
    rollen = toon.t.lijst(namen)
    return Bericht(toon.t.tekst("menu.wieben", wie=data["wie"], rollen=rollen), (naar_menu(toon),))


@bericht("geweigerd")
def geweigerd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say why something cannot be done, what can, and whom one can call.

    What was asked and stays open keeps its buttons; the question of a form is asked once more, with its example.
    """
    waarom = toon.t.tekst(f"geweigerd.{data['sleutel']}", **met_werkgroepnaam(toon.t, data["velden"]))
    if "onder" not in data:
        bezig = data["sleutel"] == "formulier.eerst_afmaken"  # what is open may stand far up, or have no button
        stop = ((Knop(toon.t.plat("knop.stop"), "fstop:alles"),),) if bezig else ()
        return Bericht(toon.met_hulp(waarom), (*stop, naar_menu(toon)))
    soort, vraag = data["onder"]
    gevraagd = MAKERS[soort](toon, vraag)
    if data["sleutel"] == "formulier.knop":  # nothing was wrong with what was typed, so nobody needs to call
        samen = Veilig(f"{waarom}\n\n{gevraagd.tekst}")
        return replace(gevraagd, tekst=samen if past(samen) else waarom)
    samen = toon.met_hulp(Veilig(f"{waarom}\n\n{gevraagd.tekst}"))
    return Bericht(samen if "veld" in vraag and past(samen) else toon.met_hulp(waarom), gevraagd.knoppen)


@bericht("antwoord_weg")
def antwoord_weg(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Apologise for an answer that could not be shown; what was asked is done."""
    return Bericht(toon.t.tekst("menu.antwoord_weg"), (naar_menu(toon),))


@bericht("mislukt")
def mislukt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Apologise for a fault of ours."""
    return Bericht(toon.t.tekst("menu.mislukt"), (naar_menu(toon),))


def rol_naam(toon: Toon, data: dict[str, Any]) -> str:
    """Return a role as people read it, with its street or werkgroep."""
    t = toon.t
    naam = t.plat(f"rol.{data['rol']}")
    if data.get("namens"):
        return t.plat("rol.namens", rol=naam, geleding=t.plat(f"geleding.{data['bereik']}"), namens=data["namens"])
    waar = data["bereik"] if data["rol"] == "straatcontact" else werkgroepnaam(t, data["bereik"])
    return t.plat("rol.met_bereik", rol=naam, bereik=waar) if waar else naam

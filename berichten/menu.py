"""The menu and what stands around it: help, own data, language, refusals, and an apology."""

from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig, talen
from berichten.opdrachten import opdrachten_voor

_SMAL = 18
"""Two labels of so many characters fit beside each other on a narrow phone."""


def naar_menu(toon: Toon) -> tuple[Knop, ...]:
    """Return the row with the button back to the menu, under everything."""
    return (Knop(toon.t.plat("knop.menu"), "menu"),)


def _menu(toon: Toon, tekst: str, data: dict[str, Any]) -> Bericht:
    rijen: list[tuple[Knop, ...]] = []
    vrij = False  # whether the last row has room for one more
    for naam in opdrachten_voor(data["bewoner"], data["rollen"]):
        if naam == "menu":
            continue
        knop = Knop(toon.t.plat(f"knop.{naam}"), naam)
        smal = len(knop.tekst) <= _SMAL
        if vrij and smal:
            rijen[-1] = (*rijen[-1], knop)
        else:
            rijen.append((knop,))
        vrij = smal and len(rijen[-1]) == 1
    return Bericht(tekst, tuple(rijen))


def _buiten(toon: Toon, data: dict[str, Any]) -> Veilig:
    """What someone reads who does not take part: yet, or any more."""
    if data.get("woonde_op"):
        return toon.t.tekst("menu.verhuisd", adres=data["woonde_op"])
    return toon.t.tekst("menu.buiten")


@bericht("menu")
def menu(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show where everything is."""
    binnen = data["bewoner"] or data["rollen"]
    return _menu(toon, toon.t.tekst("menu.tekst") if binnen else toon.met_hulp(_buiten(toon, data)), data)


@bericht("help")
def help_(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what the bot can do."""
    return _menu(toon, toon.met_hulp(toon.t.tekst("menu.help")), data)


@bericht("onbegrepen")
def onbegrepen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say kindly that the text was not understood, with the menu under it."""
    binnen = data["bewoner"] or data["rollen"]
    return _menu(toon, toon.t.tekst("menu.onbegrepen") if binnen else _buiten(toon, data), data)


@bericht("wieben")
def wieben(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell an account its id and roles."""
    namen = [toon.t.plat(f"rol.{rol}") for rol in data["rollen"]] or [toon.t.plat("rol.geen")]
    rollen = format_list(namen, locale=toon.t.locale)
    return Bericht(toon.t.tekst("menu.wieben", wie=data["wie"], rollen=rollen), (naar_menu(toon),))


@bericht("gegevens")
def gegevens(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what is kept about a resident."""
    t = toon.t
    groepen = format_list(data["werkgroepen"], locale=t.locale) if data["werkgroepen"] else t.plat("gegevens.geen")
    delen = [
        t.tekst(
            "gegevens.tekst",
            adres=data["adres"],
            account=data["account"],
            taal=_taalnaam(data["taal"] or "nl"),
            sinds=_dag(toon, data["sinds"]),
            versie=data["toestemming_versie"],
            toestemming=_dag(toon, data["toestemming_op"]),
            werkgroepen=groepen,
        ),
        *_van_de_lijst(toon, data),
        *_taken(toon, data),
        t.tekst("gegevens.aangemeld", aantal=data["aangemeld"]),
        t.tekst("gegevens.aanwezig", aantal=data["aanwezig"]),
        t.tekst("gegevens.stemmen", aantal=data["stemmen"]),
        t.tekst("gegevens.geheim"),
    ]
    if toon.contact:
        delen.append(t.tekst("gegevens.contact", contact=toon.contact))
    return Bericht("\n".join(delen), (naar_menu(toon),))


@bericht("taal.kies")
def taal(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer each language under its own name."""
    knoppen = tuple((Knop(_taalnaam(taal), f"taal:{taal}"),) for taal in talen())
    return Bericht(toon.t.tekst("taal.kies"), (*knoppen, naar_menu(toon)))


@bericht("geweigerd")
def geweigerd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say why something cannot be done, and what can."""
    tekst = toon.met_hulp(toon.t.tekst(f"geweigerd.{data['sleutel']}", **data["velden"]))
    return Bericht(tekst, (naar_menu(toon),))


@bericht("antwoord_weg")
def antwoord_weg(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Apologise for an answer that could not be shown; what was asked is done."""
    return Bericht(toon.t.tekst("menu.antwoord_weg"), (naar_menu(toon),))


@bericht("mislukt")
def mislukt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Apologise for a fault of ours."""
    return Bericht(toon.t.tekst("menu.mislukt"), (naar_menu(toon),))


def _van_de_lijst(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """What the gemeente's address list says of the home; a line only for what it says."""
    regels = []
    if data["woning"]:
        regels.append(toon.t.tekst("gegevens.woning", woning=", ".join(data["woning"])))
    if data["volwassenen"] is not None:
        regels.append(toon.t.tekst("gegevens.volwassenen", aantal=data["volwassenen"]))
    if data["brieftaal"] is not None:
        regels.append(toon.t.tekst("gegevens.brieftaal", taal=_taalnaam(data["brieftaal"])))
    return regels


def _taken(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    if not data["taken"]:
        return []
    taken = format_list([rol_naam(toon, taak) for taak in data["taken"]], locale=toon.t.locale)
    return [toon.t.tekst("gegevens.taken", taken=taken)]


def rol_naam(toon: Toon, data: dict[str, Any]) -> str:
    """Return a role as people read it, with its street or werkgroep."""
    t = toon.t
    naam = t.plat(f"rol.{data['rol']}")
    return t.plat("rol.met_bereik", rol=naam, bereik=data["bereik"]) if data["bereik"] else naam


def _taalnaam(taal: str) -> str:
    return (Locale.parse(taal).get_display_name() or taal).capitalize()


def _dag(toon: Toon, iso: str) -> str:
    return format_date(toon.lokaal(iso).date(), "d MMMM yyyy", locale=toon.t.locale)

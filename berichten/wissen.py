"""Erasing one's data, asked twice; for someone without a phone; and who sits on that seat afterwards."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.catalogus import Veilig
from berichten.menu import naar_menu


@bericht("wissen.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what goes."""
    t = toon.t
    ja, niet = Knop(t.plat("wissen.knop_ga_door"), "wisz"), Knop(t.plat("wissen.knop_niet"), "menu")
    delen = [t.tekst("wissen.vraag")]
    if len(data["wijken"]) > 1:
        delen.append(t.tekst("wissen.overal", wijken=t.lijst(data["wijken"])))
    return Bericht(Veilig("\n\n".join(delen)), ((ja,), (niet,)))


@bericht("wissen.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what stays, and ask once more."""
    t = toon.t
    delen = [t.tekst("wissen.zeker")]
    if data["bewoner"]:
        delen.append(t.tekst("wissen.blijft"))
    if data["rollen"]:
        delen.append(t.tekst("wissen.blijft_rol"))
    if data["nummer"]:
        delen.append(t.tekst("wissen.blijft_nummer"))
    niet, ja = Knop(t.plat("wissen.knop_niet"), "menu"), Knop(t.plat("wissen.knop_ja"), "wisja")
    return Bericht(Veilig("\n\n".join(delen)), ((niet,), (ja,)))


@bericht("wissen.klaar")
def klaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say goodbye."""
    return Bericht(toon.t.tekst("wissen.klaar"))


@bericht("wissen.niets")
def niets(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that nothing is kept of who asks."""
    return Bericht(toon.t.tekst("wissen.niets"))


@bericht("wissen.adres")
def adres(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a begeleider who was recorded at an address without a phone."""
    t, huis = toon.t, data["huis"]
    tekst = t.tekst("wissen.adres" if data["stoelen"] else "wissen.adres_niemand", adres=data["adres"])
    knoppen = [(Knop(t.plat("wissen.knop_persoon", nummer=n), f"wisk:{huis}:{n}"),) for n in data["stoelen"]]
    return Bericht(tekst, (*knoppen, (Knop(t.plat("knop.terug"), f"dgh:{huis}"),)))


@bericht("gewisteplek.een")
def plek(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask an organisator who came to sit on an erased seat."""
    t, welk = toon.t, data["id"]
    ander = Knop(t.plat("gewisteplek.knop_ander"), f"gpa:{welk}:ander")
    zelfde = Knop(t.plat("gewisteplek.knop_zelfde"), f"gpa:{welk}:zelfde")
    return Bericht(t.tekst("gewisteplek.een", adres=data["adres"]), ((ander,), (zelfde,), naar_menu(toon)))


@bericht("gewisteplek.lijst")
def plekken(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what an organisator has not answered."""
    t = toon.t
    knoppen = [(Knop(inkorten(vraag["adres"]), f"gp:{vraag['id']}"),) for vraag in data["vragen"]]
    tekst = t.tekst("gewisteplek.lijst" if knoppen else "gewisteplek.lijst_leeg")
    return Bericht(tekst, (*knoppen, naar_menu(toon)))


@bericht("gewisteplek.klaar")
def plek_klaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what the answer means for the count."""
    t = toon.t
    terug = Knop(t.plat("gewisteplek.knop_lijst"), "gp")
    return Bericht(t.tekst(f"gewisteplek.klaar_{data['antwoord']}", adres=data["adres"]), ((terug, *naar_menu(toon)),))

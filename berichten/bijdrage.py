"""What was recorded about me: in words, what it counts for, and the file that proves it."""

from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.menu import naar_menu

SOORTEN = ("stem", "stem_besluit", "aanwezig", "aanwezig_vragen", "gesprek", "reactie", "niet_mee", "vraag")
"""Kinds of evidence with words of their own."""
METHODEN = (
    "deurcode",
    "deur_qr",
    "eigen_qr",
    "deurlijst",
    "papierlijst",
    "tekenlijst",
    "papier",
    "deurgesprek",
    "keukentafel",
    "correctie",
)
"""Ways of recording with words of their own."""


@bericht("bijdrage.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what is recorded about someone, a button for each."""
    t = toon.t
    delen = [t.tekst("bijdrage.kop" if data["bijdragen"] else "bijdrage.leeg")]
    delen += [Veilig(f"{zin(toon, een)} {_kort(toon, een)}") for een in data["bijdragen"]]
    if data["telt"]:
        delen.append(t.tekst("bijdrage.telt_samen", voor=_voorwaarden(toon, data["telt"])))
    elif data["concept"]:
        delen.append(t.tekst("bijdrage.waarom.concept"))
    knoppen = [(Knop(inkorten(kort(toon, een)), f"mb:{een['id']}"),) for een in data["bijdragen"]]
    wissen = (Knop(t.plat("knop.wissen"), "wis"),)
    return Bericht("\n\n".join(delen), (*knoppen, *bladerknoppen(toon, data, "mijnbijdrage"), wissen, naar_menu(toon)))


@bericht("bijdrage.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one thing with what it counts for, the file, and "this is not right"."""
    t = toon.t
    if data["telt"]:
        telt = t.tekst("bijdrage.telt", voor=_voorwaarden(toon, data["telt"]))
    else:
        telt = t.tekst(f"bijdrage.waarom.{data['waarom']}")
    tekst = Veilig("\n\n".join([zin(toon, data), telt, t.tekst("bijdrage.uitleg_bewijs")]))
    bewijs = (Knop(t.plat("bijdrage.knop_bewijs"), f"mbp:{data['id']}"),)
    fout = (Knop(t.plat("bijdrage.knop_klopt_niet"), f"mbk:{data['id']}"),)
    return Bericht(tekst, (bewijs, fout, _terug(toon)))


@bericht("bijdrage.morgen")
def morgen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the file is there from tomorrow on."""
    return Bericht(toon.t.tekst("bijdrage.morgen"), (_terug(toon),))


@bericht("bijdrage.oud")
def oud(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that of this there is no file."""
    return Bericht(toon.t.tekst("bijdrage.oud"), (_terug(toon),))


@bericht("bijdrage.bezig")
def bezig(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the file comes."""
    return Bericht(toon.t.tekst("bijdrage.bezig"))


@bericht("bijdrage.bewijs")
def bewijs(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Send the file."""
    tekst = toon.t.tekst("bijdrage.bestand", wat=kort(toon, data))
    naam = f"bijdrage-{data['dag']}-{data['bestand']['nummer']}.json"
    return Bericht(tekst, (naar_menu(toon),), bijlagen=(Bijlage("bijdrage", naam, data["bestand"]),))


def zin(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say what was recorded about someone, on which day, and by whom: themselves or a role."""
    t = toon.t
    soort = data["soort"] if data["soort"] in SOORTEN else "anders"
    wat = f"bijdrage.wat.{soort}" if data["titel"] else f"bijdrage.wat_zonder.{soort}"
    eerst = t.tekst(wat, dag=toon.dag(data["dag"]), **({"titel": data["titel"]} if data["titel"] else {}))
    hoe = t.tekst(f"bijdrage.hoe.{data['methode']}") if data["methode"] in METHODEN else ""
    if data["zelf"]:
        wie = "" if data["methode"] in {"deurcode", "deur_qr"} else t.tekst("bijdrage.zelf")
    else:
        wie = t.tekst("bijdrage.door", rol=t.plat(f"rol.{data['door']}"))
    return Veilig(" ".join(deel for deel in (eerst, hoe, wie) if deel))


def kort(toon: Toon, data: dict[str, Any]) -> str:
    """Say in a few words what it was: the day, and the title or the kind."""
    soort = data["soort"] if data["soort"] in SOORTEN else "anders"
    return f"{toon.dag(data['dag'])} · {data['titel'] or toon.t.plat(f'bijdrage.kort.{soort}')}"


def _terug(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.terug"), "mijnbijdrage"), *naar_menu(toon))


def _kort(toon: Toon, data: dict[str, Any]) -> Veilig:
    return toon.t.tekst("bijdrage.telt_mee" if data["telt"] else "bijdrage.telt_niet_mee")


def _voorwaarden(toon: Toon, soorten: list[str]) -> str:
    return toon.t.lijst([toon.t.plat(f"stand.beeld.{soort}") for soort in soorten])

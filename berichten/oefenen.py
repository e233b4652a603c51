"""Practising: the screen of the practice wijk, what it says of itself, and the mark on every message in it."""

from dataclasses import replace
from typing import Any

from berichten.bericht import MAKERS, Bericht, Bijlage, Knop, Toon, bericht, gemerkt, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.menu import naar_menu

MERK = "~"
"""Stands before the data of every button of a practice: by it one sees to which wijk a tap belongs."""
VOOR_BESTAND = "OEFENING-"
_DOE = {"bijeenkomst": ("bijeenkomst",), "peiling": ("peiling", "peilingen"), "bericht": ("bericht",)}
_DOE |= {"deur": ("deurlijst", "stand")}


def als_oefening(gemaakt: Bericht, toon: Toon, kijkt_als: str | None) -> Bericht:
    """Return a message as it stands in a practice: marked, with the way out under it, and its files by another name.

    Args:
        kijkt_als: the made-up resident as whom one looks.
    """
    t = toon.t
    merk = t.tekst("oefenen.merk") if kijkt_als is None else t.tekst("oefenen.merk_als", naam=kijkt_als)
    terug = Knop(t.plat("oefenen.knop_scherm" if kijkt_als is None else "oefenen.knop_weer"), "oefenen")
    onder = twee_aan_twee([terug, Knop(t.plat("oefenen.knop_stop"), "oefenen:stop")])
    return replace(
        gemerkt(replace(gemaakt, knoppen=(*gemaakt.knoppen, *onder)), MERK),
        tekst=f"{merk}\n\n{gemaakt.tekst}".rstrip(),
        bijlagen=tuple(als_oefenbestand(een) for een in gemaakt.bijlagen),
        media=als_oefenbestand(gemaakt.media) if gemaakt.media else None,
    )


def als_oefenbestand(bijlage: Bijlage) -> Bijlage:
    """Return a file of a practice, by a name that says so; once is enough. A picture says so itself too."""
    if bijlage.naam.startswith(VOOR_BESTAND):
        return bijlage
    anders = replace(bijlage, naam=VOOR_BESTAND + bijlage.naam, als=bijlage.vorm, voor_velen=False)
    if bijlage.soort == "file_id" or not bijlage.naam.endswith(".png"):
        return anders
    taal = {"taal": bijlage.data["taal"]} if "taal" in bijlage.data else {}
    return replace(anders, soort="oefening", data={"soort": bijlage.soort, "data": bijlage.data, **taal})


@bericht("oefenen.begint")
@bericht("oefenen.scherm")
def scherm(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say where one is, and offer three things to try."""
    t = toon.t
    delen = [t.tekst("oefenen.scherm"), t.tekst("oefenen.nu", nu=toon.moment(data["nu"]))]
    lessen = [Knop(t.plat(f"oefenen.knop_les.{les}"), f"oefenen:les:{les}") for les in data["lessen"]]
    kijk = [Knop(t.plat("oefenen.knop_als"), "oefenen:als"), Knop(t.plat("oefenen.knop_nieuw"), "oefenen:als:nieuw")]
    rest = twee_aan_twee([Knop(t.plat("oefenen.knop_dag"), "oefenen:dag"), *naar_menu(toon)])
    return Bericht(Veilig("\n\n".join(delen)), (*((knop,) for knop in (*lessen, *kijk)), *rest))


@bericht("oefenen.wordt_gemaakt")
def wordt_gemaakt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that a practice wijk is being made; its screen takes the place of this."""
    return Bericht(toon.t.tekst("oefenen.wordt_gemaakt"))


@bericht("oefenen.les")
def les(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say how one exercise goes, with the button to begin."""
    doe = [Knop(toon.t.plat(f"knop.{naam}"), naam) for naam in _DOE[data["les"]]]
    return Bericht(toon.t.tekst(f"oefenen.les.{data['les']}"), (*twee_aan_twee(doe), naar_menu(toon)))


@bericht("oefenen.als")
def als(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say as whom one looks; of who has not joined yet, the code of the letter."""
    t = toon.t
    if data["code"]:
        return Bericht(t.tekst("oefenen.als_nieuw", naam=data["naam"], adres=data["adres"], code=data["code"]))
    return Bericht(t.tekst("oefenen.als", naam=data["naam"], adres=data["adres"]))


@bericht("oefenen.zie")
def zie(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a message as a resident sees it; its buttons lead to looking as one."""
    gemaakt = MAKERS[data["soort"]](toon, data["data"])
    knoppen = tuple(tuple(replace(knop, data="oefenen:als", url=None) for knop in rij) for rij in gemaakt.knoppen)
    return replace(gemaakt, tekst=f"{toon.t.tekst('oefenen.zie')}\n\n{gemaakt.tekst}".rstrip(), knoppen=knoppen)


@bericht("oefenen.ging_naar")
def ging_naar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell to how many made-up people something went, which nobody got."""
    knop = Knop(toon.t.plat("oefenen.knop_zie"), f"oefenen:zie:{data['een']}")
    return Bericht(toon.t.tekst("oefenen.ging_naar", aantal=data["aantal"]), ((knop,),) if data["een"] else ())


@bericht("oefenen.klaar")
def klaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that what one does from now on is real."""
    return Bericht(toon.t.tekst("oefenen.klaar"), (naar_menu(toon),))


@bericht("oefenen.voorbij")
def voorbij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say of a button that its practice is over."""
    return Bericht(toon.t.tekst("oefenen.voorbij"), (naar_menu(toon),))


@bericht("oefenen.verlopen")
def verlopen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that a practice ended by itself."""
    return Bericht(toon.t.tekst("oefenen.verlopen"), (naar_menu(toon),))


@bericht("oefenen.vol")
def vol(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that too many practise at once."""
    return Bericht(toon.t.tekst("oefenen.vol"), (naar_menu(toon),))


@bericht("oefenen.lukt_niet")
def lukt_niet(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that no practice wijk could be made."""
    return Bericht(toon.t.tekst("oefenen.lukt_niet"), (naar_menu(toon),))


@bericht("oefenen.echte_knop")
def echte_knop(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say of a button that it is of the real wijk."""
    return Bericht(toon.t.tekst("oefenen.echte_knop"))


@bericht("oefenen.echte_code")
def echte_code(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say of a code or link that it does nothing here."""
    return Bericht(toon.t.tekst("oefenen.echte_code"))

"""Co-confirming: what a second person is asked, and how it ended."""

from typing import Any

from berichten.bericht import MAKERS, Bericht, Knop, Toon, bericht, inkorten
from berichten.catalogus import Veilig
from berichten.menu import naar_menu


def _wat(toon: Toon, data: dict[str, Any]) -> Veilig:
    velden = {naam: toon.moment(w) if naam.endswith("moment") else w for naam, w in data["velden"].items()}
    return toon.t.tekst(f"voorstel.wat.{data['soort']}", **velden)


@bericht("voorstel.gemaakt")
def gemaakt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell the maker that somebody else must confirm."""
    t = toon.t
    kop = t.tekst("voorstel.gemaakt", wat=_wat(toon, data), moment=toon.moment(data["tot"]))
    wie = t.tekst("voorstel.gevraagd", aantal=data["aantal"]) if data["aantal"] else t.tekst("voorstel.niemand")
    intrekken = (Knop(t.plat("voorstel.knop_weg"), f"vweg:{data['id']}"),)
    return Bericht(f"{kop}\n\n{wie}", (intrekken, naar_menu(toon)))


@bericht("voorstel.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether someone agrees; the maker may withdraw it."""
    t = toon.t
    sleutel = "voorstel.eigen" if data["eigen"] else "voorstel.vraag"
    wat = _wat(toon, data)
    if voorbeeld := data["velden"].get("voorbeeld"):
        wat = Veilig(f"{wat}\n\n{MAKERS[voorbeeld['soort']](toon, voorbeeld['data']).tekst}")
    tekst = t.tekst(sleutel, wat=wat, moment=toon.moment(data["tot"]))
    if data["eigen"]:
        return Bericht(tekst, ((Knop(t.plat("voorstel.knop_weg"), f"vweg:{data['id']}"),), naar_menu(toon)))
    if data.get("lezen"):
        return Bericht(tekst, ((Knop(t.plat("voorstel.knop_lees"), f"vz:{data['id']}"),), naar_menu(toon)))
    ja, nee = (
        Knop(t.plat("voorstel.knop_ja"), f"vja:{data['id']}"),
        Knop(t.plat("voorstel.knop_nee"), f"vnee:{data['id']}"),
    )
    return Bericht(tekst, ((ja, nee), naar_menu(toon)))


@bericht("voorstel.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what waits, a button each."""
    knoppen = []
    for voorstel in data["voorstellen"]:
        dag = toon.dag(voorstel["tot"], "MMMd")
        label = toon.t.plat("voorstel.knop_een", naam=toon.t.plat(f"voorstel.naam.{voorstel['soort']}"), dag=dag)
        knoppen.append((Knop(inkorten(label), f"v:{voorstel['id']}"),))
    return Bericht(toon.t.tekst("voorstel.lijst" if knoppen else "voorstel.lijst_leeg"), (*knoppen, naar_menu(toon)))


@bericht("voorstel.klaar")
def klaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say to who tapped how it ended."""
    return Bericht(toon.t.tekst(f"voorstel.klaar_{data['staat']}", wat=_wat(toon, data)), (naar_menu(toon),))


@bericht("voorstel.voorbij")
def voorbij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say how it ended in place of the question, to who was asked too."""
    hoe = toon.t.tekst(f"geweigerd.voorstel.al_{data['staat']}")
    return Bericht(toon.t.tekst("voorstel.voorbij", wat=_wat(toon, data), hoe=hoe), (naar_menu(toon),))


@bericht("voorstel.afloop")
def afloop(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell the maker how it ended."""
    return Bericht(toon.t.tekst(f"voorstel.afloop_{data['staat']}", wat=_wat(toon, data)), (naar_menu(toon),))

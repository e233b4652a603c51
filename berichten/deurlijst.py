"""The door list as who stands at the door sees it: totals, streets, numbers, and the people at an address."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.catalogus import Veilig
from berichten.huishouden import Rijen, bladeren, nummerknoppen, straatknoppen
from berichten.menu import naar_menu

_TEKENS = {"niet": "☐", "eigen": "✓", "zelf": "✓", "ander": "✓"}


@bericht("deurlijst.kies")
def kies(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer the lists of the last weeks."""
    sleutel = "deurlijst.kies_lijst" if data["lijsten"] else "deurlijst.geen_lijst"
    return Bericht(toon.t.tekst(sleutel), (*avondknoppen(toon, data, "dl"), naar_menu(toon)))


def avondknoppen(toon: Toon, data: dict[str, Any], tik: str) -> Rijen:
    """Return a button for each meeting, by its day."""
    return [
        (Knop(inkorten(f"{toon.dag(avond['begin'], 'MMMd')} · {avond['titel']}"), f"{tik}:{avond['id']}"),)
        for avond in data["lijsten"]
    ]


@bericht("deurlijst")
def overzicht(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the totals, and the streets to go on with."""
    t, wat, gasten = toon.t, data["id"], data["gasten"]
    delen: list[str] = [t.tekst("deurlijst.kop", titel=data["titel"]), *totalen(toon, data)]
    if blik := kijk(toon, data):
        delen += ["", *blik]
    voorbeeld = f"{data['straten'][0][0]} 12a" if data["straten"] else "12a"
    delen += ["", *([t.tekst("deurlijst.is_dicht")] if data["dicht"] else [])]
    delen += [t.tekst("deurlijst.kies", voorbeeld=voorbeeld)]
    meer = Knop(t.plat("knop.gast_erbij"), f"dlg:{wat}:{gasten}")
    minder = Knop(t.plat("knop.gast_eraf"), f"dlw:{wat}:{gasten}")
    knoppen: Rijen = [
        *straatknoppen(toon, data, f"dlt:{wat}:", f"dl:{wat}:"),
        *(() if data["dicht"] else ((minder, meer) if gasten else (meer,),)),
        (Knop(t.plat("knop.hoofden"), f"dlz:{wat}"), Knop(t.plat("knop.papierlijst"), f"dlp:{wat}")),
        (Knop(t.plat("knop.aanmeldlijst"), f"tl:{wat}"), Knop(t.plat("knop.lijst_klaar"), f"dlk:{wat}")),
    ]
    return Bericht("\n".join(delen), tuple(knoppen))


def totalen(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say how many are on the list, and who of them count."""
    t = toon.t
    delen = [t.tekst("deurlijst.bewoners", aantal=data["bewoners"])]
    if data["zelf"]:
        delen.append(t.tekst("deurlijst.zelf", aantal=data["zelf"]))
    if data["gasten"]:
        delen.append(t.tekst("deurlijst.gasten", aantal=data["gasten"]))
    if data["hoofden"]:
        delen.append(t.tekst("deurlijst.in_de_zaal", aantal=data["hoofden"]))
    return delen


def kijk(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say that the room and the list differ, where they do so much that it asks for a look."""
    sleutel = "deurlijst.kijk_meer" if data["verschil"] > 0 else "deurlijst.kijk_minder"
    return [toon.t.tekst(sleutel, aantal=abs(data["verschil"]))] if data["kijk"] else []


@bericht("deurlijst.straat")
def straat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the numbers of a street, each with how many of its people are ticked."""
    t, wat = toon.t, data["id"]
    labels = [f"{nummer} · {er}/{van}" if er else nummer for nummer, _, er, van in data["nummers"]]
    delen = [t.tekst("deurlijst.straat", straat=data["straat"]), t.tekst("deurlijst.totaal", aantal=data["totaal"])]
    knoppen = nummerknoppen(toon, data, labels, f"dlh:{wat}:", f"dls:{wat}:")
    return Bericht("\n\n".join(delen), (*knoppen, (Knop(t.plat("knop.lijst"), f"dl:{wat}"),)))


@bericht("deurlijst.adres")
def adres(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the people at an address: one tap ticks one person."""
    t, waar = toon.t, f"{data['id']}:{data['huis']}"
    delen = [t.tekst("deurlijst.adres", adres=data["adres"])]
    if data["naamloos"]:
        delen.append(t.tekst("deurlijst.naamloos", aantal=data["naamloos"]))
    delen.append(t.tekst("deurlijst.is_dicht") if data["dicht"] else t.tekst("deurlijst.totaal", aantal=data["totaal"]))
    vast = [persoon for persoon in data["mensen"] if van_ander(persoon, data)]
    delen += [Veilig("\n".join(met_teken(toon, persoon) for persoon in vast))] if vast else []
    knoppen: Rijen = [(_persoon(toon, persoon, waar),) for persoon in data["mensen"] if persoon not in vast]
    knoppen += bladeren(toon, data, f"dlh:{waar}:")
    knoppen += [] if data["dicht"] else _naamloos(toon, data, waar)
    if data["volgend"]:
        nummer, huis = data["volgend"]
        knoppen.append((Knop(t.plat("knop.volgende_nummer", nummer=nummer), f"dlh:{data['id']}:{huis}"),))
    ander = Knop(t.plat("knop.ander_nummer"), f"dls:{waar}")
    return Bericht("\n\n".join(delen), (*knoppen, (ander, Knop(t.plat("knop.lijst"), f"dl:{data['id']}"))))


@bericht("deurlijst.hoofden")
def hoofden(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask how many people are in the room."""
    tekst = toon.t.tekst("deurlijst.hoofden", titel=data["titel"])
    return Bericht(tekst, ((Knop(toon.t.plat("knop.lijst"), f"dl:{data['id']}"),),))


@bericht("deurlijst.klaar")
def klaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the list is kept."""
    tekst = toon.t.tekst("deurlijst.klaar", titel=data["titel"], aantal=data["aantal"])
    lijst = Knop(toon.t.plat("knop.lijst"), f"dl:{data['id']}")
    return Bericht(tekst, ((lijst, Knop(toon.t.plat("knop.andere_lijst"), "dle")), naar_menu(toon)))


def _persoon(toon: Toon, persoon: dict[str, Any], waar: str) -> Knop:
    return Knop(met_teken(toon, persoon), vink(persoon, waar))


def vink(persoon: dict[str, Any], waar: str) -> str:
    """Return the tap that ticks who is not ticked, or takes back what one ticked oneself.

    Args:
        waar: `<bijeenkomst>:<huishouden>`.
    """
    return f"{'dla' if persoon['hoe'] == 'niet' else 'dlu'}:{waar}:{persoon['stoel']}"


def van_ander(persoon: dict[str, Any], data: dict[str, Any]) -> bool:
    """Say whether who looks cannot take someone off: they came by themselves, or another ticked them."""
    return persoon["hoe"] == "zelf" or (persoon["hoe"] == "ander" and not data["dicht"])


def wie(toon: Toon, persoon: dict[str, Any]) -> str:
    """Return what someone at an address is called: never a name."""
    soort = "deurlijst.persoon_telefoon" if persoon["account"] else "deurlijst.persoon"
    return toon.t.plat(soort, nummer=persoon["stoel"])


def met_teken(toon: Toon, persoon: dict[str, Any]) -> str:
    """Return someone with a tick or none, and by whom when not by who looks."""
    hoe = persoon["hoe"]
    naam = f"{_TEKENS[hoe]} {wie(toon, persoon)}"
    if hoe in {"zelf", "ander"}:
        naam += f" · {toon.t.plat('deurlijst.door_zelf' if hoe == 'zelf' else 'deurlijst.door_ander')}"
    return naam


def _naamloos(toon: Toon, data: dict[str, Any], waar: str) -> Rijen:
    nu = data["naamloos"]
    rij = []
    if nu:
        rij.append(Knop(toon.t.plat("knop.naamloos_eraf"), f"dlm:{waar}:{nu}"))
    if data["meer"]:
        rij.append(Knop(toon.t.plat("knop.naamloos_erbij"), f"dln:{waar}:{nu}"))
    return [tuple(rij)] if rij else []

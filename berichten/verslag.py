"""The report of a meeting and its photos."""

from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from berichten.tevredenheid import cijferregels


@bericht("verslag.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer the reports that one may read."""
    knoppen = []
    for een in data["bijeenkomsten"]:
        dag = toon.dag(een["begin"], "MMMd")
        knoppen.append((Knop(inkorten(f"{dag} · {een['titel']}"), f"vs:{een['id']}"),))
    tekst = toon.t.tekst("verslag.lijst" if knoppen else "verslag.lijst_leeg")
    terug = (Knop(toon.t.plat("knop.agenda"), "agenda"), *naar_menu(toon))
    return Bericht(tekst, (*knoppen, *bladerknoppen(toon, data, "vsl"), terug))


@bericht("verslag.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a report; to who runs the meeting with what can be done."""
    t, id_ = toon.t, data["id"]
    delen = [_kop(toon, data)]
    delen.append(t.tekst("verslag.tekst", tekst=data["tekst"]) if data["tekst"] else t.tekst("verslag.nog_geen"))
    if data["uitslag"]:
        delen += [t.tekst("verslag.vonden"), *cijferregels(toon, data["uitslag"])]
    knoppen = _leesknoppen(toon, data)
    if data["leidt"]:
        schrijf = "verslag.knop_anders" if data["tekst"] else "verslag.knop_schrijf"
        knoppen += [
            (Knop(t.plat(schrijf), f"vsm:{id_}"),),
            (Knop(t.plat("verslag.knop_foto_erbij"), f"vsf:{id_}"),),
            (Knop(t.plat("verslag.knop_vonden"), f"tvu:{id_}"),),
        ]
    terug = (Knop(t.plat("verslag.knop_alle"), "vsl"), *naar_menu(toon))
    return Bericht(_samen(delen), (*knoppen, terug))


@bericht("verslag.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Bring the report to who was there."""
    delen = [toon.t.tekst("verslag.nieuw", titel=data["titel"]), toon.t.tekst("verslag.tekst", tekst=data["tekst"])]
    return Bericht(_samen(delen), (*_leesknoppen(toon, data), naar_menu(toon)))


@bericht("verslag.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the report as who was there will read it."""
    t = toon.t
    delen = [t.tekst("verslag.voorbeeld"), _kop(toon, data), t.tekst("verslag.tekst", tekst=data["tekst"])]
    if data["stuk"]:
        delen.append(t.tekst("verslag.met_stuk"))
    return bevestigen(toon, _samen(delen))


@bericht("verslag.foto")
def foto(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a photo."""
    t = toon.t
    tekst = t.tekst("verslag.foto", titel=data["titel"], nummer=data["bladzij"] + 1, alle=data["aantal"])
    weg = [(Knop(t.plat("verslag.knop_foto_weg"), f"vsx:{data['foto']}"),)] if data["mag"] else []
    terug = (Knop(t.plat("verslag.knop_terug"), f"vs:{data['id']}"), *naar_menu(toon))
    rijen = (*bladerknoppen(toon, data, f"vsb:{data['id']}"), *weg, terug)
    return Bericht(tekst, rijen, media=Bijlage("file_id", "foto.jpg", {"file_id": data["file_id"]}, voor_velen=True))


@bericht("verslag.foto_weg")
def foto_weg(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that a photo is shown no more, and what stays."""
    terug = (Knop(toon.t.plat("verslag.knop_terug"), f"vs:{data['id']}"), *naar_menu(toon))
    return Bericht(toon.t.tekst("verslag.foto_weg", titel=data["titel"]), (terug,))


@bericht("verslag.foto_niet")
def foto_niet(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the photo was not kept."""
    terug = (Knop(toon.t.plat("verslag.knop_terug"), f"vs:{data['id']}"), *naar_menu(toon))
    return Bericht(toon.t.tekst("verslag.foto_niet"), (terug,))


def _kop(toon: Toon, data: dict[str, Any]) -> Veilig:
    return toon.t.tekst("verslag.kop", titel=data["titel"], begin=toon.moment(data["begin"]))


def _leesknoppen(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    plat = toon.t.plat
    knoppen: list[tuple[Knop, ...]] = []
    if data["fotos"]:
        knoppen.append((Knop(plat("verslag.knop_fotos", aantal=data["fotos"]), f"vsb:{data['id']}:0"),))
    if data["stuk"]:
        knoppen.append((Knop(plat("verslag.knop_stuk"), f"vsp:{data['id']}"),))
    return knoppen


def _samen(delen: list[Veilig]) -> Veilig:
    return Veilig("\n\n".join(delen))

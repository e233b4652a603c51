"""Signing up at the door who has no phone, as who stands there sees it."""

from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.huishouden import Rijen
from berichten.menu import naar_menu


@bericht("aanmeldhulp")
def kies(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer the meetings that are coming."""
    t, huis = toon.t, data["huis"]
    tekst = t.tekst("aanmeldhulp.kies" if data["bijeenkomsten"] else "aanmeldhulp.geen", adres=data["adres"])
    knoppen = [
        (Knop(inkorten(f"{toon.kort(een['begin'])} · {een['titel']}"), f"awb:{een['id']}:{huis}"),)
        for een in data["bijeenkomsten"]
    ]
    return Bericht(tekst, (*knoppen, (Knop(t.plat("knop.terug"), f"ad:{huis}"),)))


@bericht("aanmeldhulp.wie")
def wie(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show per person without a phone whether they come; under who comes how many guests they bring."""
    t, huis, bij = toon.t, data["huis"], data["bij"]
    delen = [t.tekst("aanmeldhulp.wie", adres=data["adres"], titel=bij["titel"], moment=toon.moment(bij["begin"]))]
    if data["mensen"] and bij["gasten_max"]:
        delen[0] = Veilig(f"{delen[0]} {t.tekst('aanmeldhulp.gasten')}")
    delen.append(t.tekst("aanmeldhulp.vertel" if data["mensen"] else "aanmeldhulp.niemand"))
    knoppen: Rijen = []
    for persoon in data["mensen"]:
        op, gasten = f"awp:{bij['id']}:{huis}:{persoon['stoel']}:", persoon["gasten"]
        naam = t.plat("deurlijst.persoon", nummer=persoon["stoel"])
        knoppen.append((Knop(f"☐ {naam}", f"{op}0") if gasten is None else Knop(f"✓ {naam}", f"{op}x"),))
        if gasten is not None and bij["gasten_max"]:
            knoppen.append(
                tuple(
                    Knop(f"{'✓ ' if n == gasten else ''}{t.plat('aanmeldhulp.knop_gasten', n=n)}", f"{op}{n}")
                    for n in range(bij["gasten_max"] + 1)
                )
            )
    return Bericht("\n\n".join(delen), (*knoppen, (Knop(t.plat("knop.terug"), f"ad:{huis}"),)))


@bericht("aanmeldhulp.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show who runs a meeting the addresses that were signed up at the door; under each button one signs up or off."""
    t, bij = toon.t, data["bij"]
    kop = t.tekst("aanmeldhulp.lijst" if data["regels"] else "aanmeldhulp.lijst_leeg", titel=bij["titel"])
    regels = [_regel(toon, een) for een in data["regels"]]
    delen = [kop, Veilig("\n".join(regels))] if regels else [kop]
    knoppen: Rijen = [(Knop(inkorten(een["adres"]), f"awb:{bij['id']}:{een['huis']}"),) for een in data["regels"]]
    knoppen += bladerknoppen(toon, data, f"awl:{bij['id']}")
    if data["regels"]:
        knoppen.append((Knop(t.plat("aanmeldhulp.knop_bestand"), f"awc:{bij['id']}"),))
    return Bericht("\n\n".join(delen), (*knoppen, (Knop(t.plat("knop.terug"), f"b:{bij['id']}"), *naar_menu(toon))))


@bericht("aanmeldhulp.bestand")
def bestand(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the same as a file."""
    t, bij = toon.t, data["bij"]
    kolommen = [t.plat(f"aanmeldhulp.kolom.{naam}") for naam in ("adres", "personen", "gasten", "vertellen")]
    ja, nee = t.plat("aanmeldhulp.ja"), t.plat("aanmeldhulp.nee")
    rijen = [[r["adres"], r["personen"], r["gasten"], ja if r["vertellen"] else nee] for r in data["regels"]]
    lijst_ = Bijlage("adreslijst", f"{t.plat('aanmeldhulp.bestandsnaam')}.csv", {"kolommen": kolommen, "rijen": rijen})
    terug = (Knop(t.plat("knop.terug"), f"awl:{bij['id']}"),)
    return Bericht(t.tekst("aanmeldhulp.bestand", titel=bij["titel"]), (terug,), bijlagen=(lijst_,))


def _regel(toon: Toon, een: dict[str, Any]) -> Veilig:
    regel = toon.t.tekst("aanmeldhulp.regel", adres=een["adres"], personen=een["personen"], gasten=een["gasten"])
    return Veilig(f"{regel} {toon.t.tekst('aanmeldhulp.vertellen')}") if een["vertellen"] else regel

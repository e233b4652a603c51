"""Signing up at the door who has no phone, as who stands there sees it."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.huishouden import Rijen


@bericht("aanmeldhulp")
def kies(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer the meetings that are coming."""
    t, huis = toon.t, data["huis"]
    tekst = t.tekst("aanmeldhulp.kies" if data["bijeenkomsten"] else "aanmeldhulp.geen", adres=data["adres"])
    knoppen = [
        (Knop(inkorten(f"{een['titel']} · {toon.moment(een['begin'])}"), f"awb:{een['id']}:{huis}"),)
        for een in data["bijeenkomsten"]
    ]
    return Bericht(tekst, (*knoppen, (Knop(t.plat("knop.terug"), f"ad:{huis}"),)))


@bericht("aanmeldhulp.wie")
def wie(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show per person without a phone whether they come; under who comes how many guests they bring."""
    t, huis, bij = toon.t, data["huis"], data["bij"]
    delen = [t.tekst("aanmeldhulp.wie", adres=data["adres"], titel=bij["titel"], moment=toon.moment(bij["begin"]))]
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

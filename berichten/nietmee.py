""" "Ik doe niet mee": what it means, that it was heard, and the way back."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.menu import naar_menu


@bericht("nietmee")
def nietmee(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what it means, with the button; or that it was heard, with the way back."""
    t = toon.t
    knoppen = []
    if data["niet_mee"]:
        delen = [t.tekst("nietmee.gehoord"), t.tekst("nietmee.blijft")]
        knoppen.append((Knop(t.plat("nietmee.knop_weer"), "nmweer"),))
    else:
        delen = [t.tekst("nietmee.kop"), *_gevolgen(toon, data)]
        if data["bewoner"]:
            knoppen.append((Knop(t.plat("nietmee.knop_ja"), "nmja"),))
            knoppen.append((Knop(t.plat("geenbezoek.knop"), "gbz"),))
    if data["mag"]:
        delen.append(t.tekst("nietmee.aantal", aantal=str(data["aantal"])))
        knoppen.append((Knop(t.plat("nietmee.knop_tekst"), "nmtekst"),))
    return Bericht(Veilig("\n\n".join(delen)), (*knoppen, naar_menu(toon)))


@bericht("nietmee.terug")
def terug(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that one takes part again, and where one chooses what to hear."""
    return Bericht(
        toon.t.tekst("nietmee.terug"), ((Knop(toon.t.plat("knop.meldingen"), "meldingen"),), naar_menu(toon))
    )


@bericht("geenbezoek")
def geen_bezoek(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that nobody rings, with the way back."""
    weer = Knop(toon.t.plat("geenbezoek.knop_terug"), f"gbw:{data['tot']}:{data['was']}")
    return Bericht(toon.t.tekst("geenbezoek", dag=toon.dag(data["tot"])), ((weer,), naar_menu(toon)))


@bericht("geenbezoek.terug")
def weer_bezoek(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it is as it was."""
    return Bericht(toon.t.tekst("geenbezoek.terug"), (naar_menu(toon),))


@bericht("nietmee.deur")
def deur(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Let who stands at the door tell what it means, record it, or take it back."""
    t, masker = toon.t, f"{sum(1 << (stoel - 1) for stoel in data['gekozen']):x}"
    knop = f"{data['huis']}:{masker}"
    aantal = len(data["gekozen"])
    if data["niet_mee"]:
        sleutel = "nietmee.deur_vast" if data["vast"] else "nietmee.deur_al"
        delen = [t.tekst(sleutel, adres=data["adres"], aantal=aantal)]
        acties = [Knop(t.plat("nietmee.knop_deur_weer"), f"nmdw:{knop}")]
    else:
        delen = [t.tekst("nietmee.deur_vertel", adres=data["adres"], aantal=aantal), *_gevolgen(toon, data)]
        acties = [Knop(t.plat("nietmee.knop_deur_ja"), f"nmd:{knop}:ja")]
    rijen = twee_aan_twee([*acties, Knop(t.plat("knop.terug"), f"dgh:{data['huis']}")])
    return Bericht(Veilig("\n\n".join(delen)), tuple(rijen))


def _gevolgen(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say what goes on without you, in the organisator's words where there are any, and what stops."""
    t = toon.t
    eigen = t.tekst("nietmee.eigen_tekst", tekst=data["tekst"]) if data["tekst"] else t.tekst("nietmee.gevolgen")
    return [eigen, t.tekst("nietmee.stopt"), t.tekst("nietmee.blijft")]

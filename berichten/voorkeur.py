"""What someone wants to hear: the choice, and that nothing comes any more."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.menu import naar_menu


@bericht("voorkeur")
def voorkeur(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what one hears about and when, each to be switched with a tap."""
    t, aan = toon.t, data["onderwerpen"]
    hoe = t.tekst("voorkeur.nu_week") if data["wekelijks"] else t.tekst("voorkeur.nu_meteen", aantal=data["per_week"])
    delen = [
        *([t.tekst("voorkeur.weer")] if data["weer"] else []),
        t.tekst("voorkeur.kop"),
        hoe if aan else t.tekst("voorkeur.niets"),
        t.tekst("voorkeur.altijd"),
    ]
    schakelaars = [
        (Knop(_stand(toon, over, aan=over in aan), f"vk:{over}:{'uit' if over in aan else 'aan'}"),)
        for over in data["alle"]
    ]
    tempo = tuple(
        Knop(
            ("✓ " if (naam == "week") == data["wekelijks"] else "") + t.plat(f"voorkeur.knop_{naam}"), f"vk_hoe:{naam}"
        )
        for naam in ("meteen", "week")
    )
    stop = (Knop(t.plat("voorkeur.knop_stop"), "stop"),)
    niet_mee = (Knop(t.plat("knop.nietmee"), "nietmee"),)
    bezoek = (Knop(t.plat("geenbezoek.knop"), "gbz"),)
    onder = (*((knop,) for knop in tempo), stop, bezoek, niet_mee, naar_menu(toon))
    return Bericht("\n\n".join(delen), (*schakelaars, *onder))


@bericht("voorkeur.gestopt")
def gestopt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what still comes, and to a resident how to hear more again."""
    weer = [(Knop(toon.t.plat("voorkeur.knop_weer"), "vk_weer"),)] if data["weer"] else []
    return Bericht(toon.t.tekst("voorkeur.gestopt"), (*weer, naar_menu(toon)))


def in_een_zin(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say what someone chose, for under their own data."""
    if data["gestopt"] or not data["onderwerpen"]:
        return toon.t.tekst("voorkeur.eigen_niets")
    wat = [toon.t.in_zin(toon.t.plat(f"voorkeur.over.{over}")) for over in data["onderwerpen"]]
    return toon.t.tekst("voorkeur.eigen_week" if data["wekelijks"] else "voorkeur.eigen_meteen", wat=wat)


def _stand(toon: Toon, over: str, *, aan: bool) -> str:
    label = toon.t.plat(f"voorkeur.over.{over}")
    return toon.t.plat("voorkeur.knop_aan" if aan else "voorkeur.knop_uit", wat=label)

"""What partners think, as residents read it; what was replaced or withdrawn says so."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from berichten.onderbouwing import erbij, extra_knoppen


@bericht("standpunt.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of them, each with a button to open it."""
    t, alle = toon.t, data["standpunten"]
    kop = t.tekst("standpunt.lijst" if alle else "standpunt.lijst_leeg")
    delen = [kop, *(_standpunt(toon, een) for een in alle)]
    open_ = [(Knop(inkorten(een["partner"]), f"sp:{een['id']}"),) for een in alle if data["mag"] or _heeft_meer(een)]
    return Bericht(Veilig("\n\n".join(delen)), (*open_, *bladerknoppen(toon, data, "standpunten"), naar_menu(toon)))


@bericht("standpunt.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one with its page and document; to an organisator with what can be done about it."""
    t = toon.t
    rijen: list[tuple[Knop, ...]] = []
    if data["link"]:
        rijen.append((Knop(t.plat("standpunt.knop_lees"), url=data["link"]),))
    if data["stuk"]:
        rijen.append((Knop(t.plat("standpunt.knop_stuk"), f"stuk:{data['stuk']}"),))
    if data["mag"]:
        vervang, weg = Knop(t.plat("standpunt.knop_vervang"), f"spv:{data['id']}"), f"spx:{data['id']}"
        rijen.append((vervang, Knop(t.plat("standpunt.knop_weg"), weg)))
    terug = Knop(t.plat("knop.standpunten"), "standpunten")
    return Bericht(_standpunt(toon, data), (*rijen, (terug, *naar_menu(toon))))


@bericht("standpunt.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show it as residents will read it, before it is recorded."""
    delen = [toon.t.tekst("onderbouwing.voorbeeld"), _standpunt(toon, data), *erbij(toon, data)]
    return bevestigen(toon, Veilig("\n\n".join(delen)), extra_knoppen(toon))


@bericht("standpunt_weg.voorbeeld")
def weg(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show why it is withdrawn, before that is done."""
    return bevestigen(toon, toon.t.tekst("standpunt_weg.voorbeeld", partner=data["partner"], reden=data["reden"]))


def _heeft_meer(een: dict[str, Any]) -> bool:
    return bool(een["link"] or een["stuk"])


def _standpunt(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    tekst = t.tekst("standpunt", partner=data["partner"], dag=toon.dag(data["dag"]), tekst=data["standpunt"])
    if data["staat"] == "ingetrokken":
        return Veilig(f"{tekst}\n{t.tekst('standpunt.ingetrokken', reden=data['reden'])}")
    return Veilig(f"{tekst}\n{t.tekst('standpunt.vervangen')}") if data["staat"] == "vervangen" else tekst

"""The agenda of a meeting: as lines under it, and what staff see when they type it."""

from typing import Any

from berichten.bericht import Bericht, Toon, bericht
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from bot.rules.agendapunten import Punt, begintijden


def agendaregels(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return a line per point of a meeting, its question slot marked; nothing when it has no agenda."""
    punten = [Punt(*punt[:3]) for punt in data.get("punten") or ()]
    tijden = begintijden(toon.lokaal(data["begin"]), punten)
    regels = []
    for punt, tijd, (*_, vragen) in zip(punten, tijden, data.get("punten") or (), strict=True):
        duur = f"({toon.t.plat('agendapunten.duur', aantal=punt.minuten)})" if punt.minuten else ""
        wat = " ".join(deel for deel in (tijd, punt.titel, duur) if deel)
        sleutel = "agendapunten.vragen" if vragen else "agendapunten.punt"
        regels.append(toon.t.tekst(sleutel, punt=wat))
    return regels


def agenda(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return the agenda with its heading, as a block of its own; nothing when there is none."""
    regels = agendaregels(toon, data)
    return [Veilig("\n" + "\n".join([toon.t.tekst("agendapunten.kop"), *regels]))] if regels else []


@bericht("agendapunten.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the agenda as residents will see it."""
    delen = [toon.t.tekst("formulier.voorbeeld"), toon.t.tekst("agendapunten.van", titel=data["titel"])]
    return bevestigen(toon, Veilig("\n\n".join(delen) + "\n" + "\n".join(agendaregels(toon, data))))

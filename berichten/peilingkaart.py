"""The message about a poll in the group of its werkgroep. It tells of nobody, and goes without the buttons of one."""

from dataclasses import replace
from typing import Any

from berichten import peiling, peilinguitslag
from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.catalogus import Veilig
from berichten.groepschat import eigen_chat
from berichten.menu import naar_menu
from berichten.peilingwoorden import knopwoord

_STEM = 100
"""So much of what one chose is said over the tap."""


@bericht("peilingkaart.open")
def open_(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask a group: with the buttons of the method where each tap is a whole ballot, else in one's own chat."""
    t, hier = toon.t, data["bewoner"]
    delen = [peiling.open_(toon, data).tekst, t.tekst("peilingkaart.hier" if hier else "peilingkaart.elders")]
    if data["gestemd"] is not None:
        delen.append(peilinguitslag.gestemd(toon, data["gestemd"]))
    rijen = [
        tuple(Knop(knopwoord(toon, data["methode"], label), f"gs:{data['id']}:{daad}") for daad, label, _ in rij)
        for rij in data["scherm"]["knoppen"]
        if hier
    ]
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, _in_eigen_chat(toon, data)))


@bericht("peilingkaart.geteld")
def geteld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who tapped, and nobody else, that their vote counts."""
    gekozen = toon.t.reeks(knopwoord(toon, data["methode"], deel) for deel in data["stem"])
    return Bericht(toon.t.tekst("peilingkaart.geteld", stem=inkorten(gekozen, _STEM)))


@bericht("peilingkaart.uitslag")
def uitslag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a group what came out, as everyone may see it."""
    return replace(peilinguitslag.uitslag(toon, data), knoppen=(_in_eigen_chat(toon, data),))


@bericht("peilingkaart.gesloten")
def gesloten(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that a poll closed whose result is for who took part."""
    return Bericht(toon.t.tekst("peilingkaart.gesloten", vraag=data["vraag"]), (_in_eigen_chat(toon, data),))


@bericht("peilingkaart.ingetrokken")
def ingetrokken(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that a poll was withdrawn, or that a new version came in its place: that has a message of its own."""
    return replace(peiling.ingetrokken(toon, data), knoppen=())


@bericht("peilingkaart.los")
def los(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that one votes here no more: the group was let go."""
    return Bericht(toon.t.tekst("peilingkaart.los", vraag=data["vraag"]), (_in_eigen_chat(toon, data),))


@bericht("peilingkaart.lukt_niet")
def lukt_niet(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who joined a group that a poll cannot be shown there."""
    naar = Knop(toon.t.plat("peilingkaart.knop_peiling"), f"p:{data['id']}")
    return Bericht(toon.t.tekst("peilingkaart.lukt_niet", vraag=data["vraag"]), ((naar,), naar_menu(toon)))


def _in_eigen_chat(toon: Toon, data: dict[str, Any]) -> tuple[Knop, ...]:
    return eigen_chat(toon, f"p-{data['id']}")

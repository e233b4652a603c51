"""The group on the chat network that belongs to a werkgroep: joining it, and what is said in it."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.catalogus import Veilig
from berichten.menu import naar_menu
from berichten.werkgroepnaam import met_werkgroepnaam, werkgroepnaam


@bericht("groepschat.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the werkgroepen, a button each to join a group or to let it go."""
    t, knoppen, regels = toon.t, [], []
    for een in data["werkgroepen"]:
        naam = _van(toon, een)
        if een["groep"] is None:
            knop = Knop(inkorten(t.plat("groepschat.knop_koppel", naam=naam)), f"gcode:{een['id']}")
        else:
            regels.append(t.tekst("groepschat.regel", naam=naam, groep=een["groep"]))
            knop = Knop(inkorten(t.plat("groepschat.knop_los", naam=naam)), f"glos:{een['id']}")
        knoppen.append((knop,))
    delen = [t.tekst("groepschat.lijst"), *(["\n".join(regels)] if regels else [])]
    return Bericht(Veilig("\n\n".join(delen)), (*knoppen, naar_menu(toon)))


@bericht("groepschat.code")
def code(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the link that brings the bot into a group, and what to say where it is already."""
    t = toon.t
    _, is_telegram, naam = toon.botlink.partition("://t.me/")
    opdracht = f"/koppel{f'@{naam}' if is_telegram else ''} {data['geheim']}"
    sleutel = "groepschat.code" if is_telegram else "groepschat.code_typen"
    tekst = t.tekst(sleutel, naam=_van(toon, data), opdracht=opdracht, moment=toon.moment(data["tot"]))
    adres = f"{toon.botlink}?startgroup=koppel-{data['geheim']}"
    kies = [(Knop(t.plat("groepschat.knop_kies"), url=adres),)] if is_telegram else []
    return Bericht(tekst, (*kies, (Knop(t.plat("knop.terug"), "koppel"), *naar_menu(toon))))


@bericht("groepschat.gekoppeld")
def gekoppeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell a group what it belongs to, and what the bot does there and does not."""
    return Bericht(toon.t.tekst("groepschat.gekoppeld", naam=_van(toon, data)), (eigen_chat(toon),))


@bericht("groepschat.ontkoppeld")
def ontkoppeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell a group that it was let go."""
    return Bericht(toon.t.tekst("groepschat.ontkoppeld", naam=_van(toon, data)))


@bericht("groepschat.weg")
def weg(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who joined a group that the bot is not in it any more."""
    tekst = toon.t.tekst("groepschat.weg", naam=_van(toon, data), groep=data["groep"])
    return Bericht(tekst, ((Knop(toon.t.plat("knop.koppel"), "koppel"),), naar_menu(toon)))


@bericht("groepschat.geweigerd")
def geweigerd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say in a group, or over a tap in it, why something cannot be done there; no button does anything there."""
    velden = met_werkgroepnaam(toon.t, data["velden"])
    return Bericht(toon.t.tekst(f"geweigerd.{data['sleutel']}", **velden), (eigen_chat(toon),))


@bericht("groepslink")
def link(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give a member the link to the group, or say that there is none now."""
    t = toon.t
    terug = (Knop(t.plat("knop.terug"), f"wgt:{data['id']}"), *naar_menu(toon))
    if data["link"] is None:
        return Bericht(t.tekst("groepslink.nog_niet", naam=_van(toon, data)), (terug,))
    naar = Knop(t.plat("werkgroep.knop_chat"), url=data["link"])
    return Bericht(t.tekst("groepslink.tekst", naam=_van(toon, data)), ((naar,), terug))


@bericht("groepslink.nodig")
def link_nodig(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who joined a group what the bot needs to let members in."""
    return Bericht(toon.t.tekst("groepslink.nodig", naam=_van(toon, data), groep=data["groep"]), (naar_menu(toon),))


@bericht("groepslink.erin")
def erin(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who asked that they are in the group now."""
    return Bericht(toon.t.tekst("groepslink.erin", naam=_van(toon, data)), (naar_menu(toon),))


@bericht("groepslink.eerst")
def eerst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who asked and does not belong to the werkgroep what to do first."""
    t = toon.t
    if not data["bewoner"]:
        return Bericht(toon.met_hulp(t.tekst("groepslink.eerst_code", naam=_van(toon, data))), (eigen_chat(toon),))
    knop = Knop(t.plat("werkgroep.knop_bekijk"), f"wgt:{data['id']}")
    return Bericht(t.tekst("groepslink.eerst", naam=_van(toon, data)), ((knop,), naar_menu(toon)))


@bericht("groepslink.los")
def link_los(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who asked by a link of before that the group belongs to no werkgroep any more."""
    return Bericht(toon.met_hulp(toon.t.tekst("groepslink.los", groep=data["groep"])), (eigen_chat(toon),))


def eigen_chat(toon: Toon, start: str = "") -> tuple[Knop, ...]:
    """Return the row with the link to the private chat.

    Args:
        start: what opens there.
    """
    adres = f"{toon.botlink}?start={start}" if start else toon.botlink
    return (Knop(toon.t.plat("groepschat.knop_eigen"), url=adres),)


def _van(toon: Toon, data: dict[str, Any]) -> str:
    return werkgroepnaam(toon.t, data["naam"])

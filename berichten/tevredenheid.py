"""What people thought of a meeting: the questions, and the outcome for who ran it."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.cel import hoeveel
from berichten.hulpvraag import hulpknop
from berichten.menu import naar_menu

_SCHAAL = ("1", "2", "3", "4", "5")
_GEHOORD = ("ja", "deels", "nee", "geen")


@bericht("tevredenheid.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask how clear it was."""
    knoppen = tuple(Knop(cijfer, f"tv:{data['id']}:{cijfer}") for cijfer in _SCHAAL)
    hulp = hulpknop(toon, "bijeenkomst", data["id"])
    return Bericht(toon.t.tekst("tevredenheid.vraag", titel=data["titel"]), (knoppen, hulp))


@bericht("tevredenheid.gehoord")
def gehoord(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one could ask one's question."""
    knoppen = tuple(
        (Knop(toon.t.plat(f"tevredenheid.gehoord.{wel}"), f"tvg:{data['id']}:{data['hoe']}:{wel}"),) for wel in _GEHOORD
    )
    return Bericht(toon.t.tekst("tevredenheid.gehoord", titel=data["titel"]), knoppen)


@bericht("tevredenheid.dank")
def dank(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Thank, and offer to write something."""
    schrijf = ((Knop(toon.t.plat("tevredenheid.knop_tekst"), f"tvt:{data['id']}"),),) if data["tekst"] else ()
    sleutel = "tevredenheid.dank" if data["tekst"] else "tevredenheid.dank_tekst"
    return Bericht(toon.t.tekst(sleutel, titel=data["titel"]), (*schrijf, naar_menu(toon)))


@bericht("tevredenheid.tekst")
def tekst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the text."""
    stop = (Knop(toon.t.plat("knop.stop"), "tvstop"),)
    return Bericht(toon.t.tekst("tevredenheid.tekst", maximum=data["maximum"]), (stop,))


@bericht("tevredenheid.uitslag")
def uitslag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show who ran the meeting what people thought."""
    t = toon.t
    delen = [t.tekst("tevredenheid.uitslag", titel=data["titel"])]
    if not data["dicht"]:
        delen.append(t.tekst("tevredenheid.nog_niet", moment=toon.moment(data["vanaf"])))
    elif data["uitslag"] is None:
        delen.append(t.tekst("tevredenheid.te_weinig"))
    else:
        delen += cijferregels(toon, data["uitslag"])
    if data["teksten"]:
        delen.append(t.tekst("tevredenheid.teksten"))
        delen += [t.tekst("tevredenheid.een_tekst", tekst=een) for een in data["teksten"]]
    terug = (Knop(t.plat("verslag.knop_terug"), f"vs:{data['id']}"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*bladerknoppen(toon, data, f"tvu:{data['id']}"), terug))


def cijferregels(toon: Toon, uitkomst: dict[str, Any]) -> list[Veilig]:
    """Return the outcome as blocks of lines: how many answered, and what."""
    t = toon.t
    delen = [t.tekst("tevredenheid.aantal", hoeveel=uitkomst["aantal"])]
    if uitkomst["duidelijk"]:
        regels = [t.tekst("tevredenheid.cijfer", cijfer=c, hoeveel=hoeveel(toon, n)) for c, n in uitkomst["duidelijk"]]
        delen.append(Veilig("\n".join([t.tekst("tevredenheid.kop_duidelijk"), *regels])))
    if uitkomst["gehoord"]:
        regels = [
            t.tekst("tevredenheid.regel", wat=t.plat(f"tevredenheid.gehoord.{wel}"), hoeveel=hoeveel(toon, n))
            for wel, n in uitkomst["gehoord"]
        ]
        delen.append(Veilig("\n".join([t.tekst("tevredenheid.kop_gehoord"), *regels])))
    return delen

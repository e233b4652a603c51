"""Where a resident takes part: on which chat network, in which browsers, and how to go on elsewhere."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.menu import naar_menu
from bot.rules.kortecode import TOESTEL

BROWSER = "web"


@bericht("toestel.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show where someone takes part, each to be ended, and where messages go when there is a choice."""
    t, kanalen = toon.t, data["kanalen"]
    regels = [f"• {netnaam(toon, een['kanaal'])}" for een in kanalen if een["kanaal"] != BROWSER]
    regels += [
        t.tekst("toestel.browser", toestel=een["toestel"], dag=toon.dag(een["gezien"])) for een in data["browsers"]
    ]
    delen = [t.tekst("toestel.kop"), "\n".join(regels), *_waar(toon, kanalen)]
    hoor = [
        (Knop(("✓ " if een["hoort"] else "") + t.plat("toestel.knop_hier", waar=netnaam(toon, een["kanaal"])), data_),)
        for een in (kanalen if len(kanalen) > 1 else ())
        if (data_ := f"tshoor:{een['kanaal']}")
    ]
    af = [
        (Knop(t.plat("toestel.knop_afmelden", toestel=een["toestel"]), f"tsaf:{een['id']}"),)
        for een in data["browsers"][:_MEESTE]
    ]
    los = [
        (Knop(t.plat("toestel.knop_los", waar=netnaam(toon, een["kanaal"])), f"tslos:{een['kanaal']}"),)
        for een in kanalen
        if een["kanaal"] != data["hier"]
    ]
    erbij = (Knop(t.plat("toestel.knop_erbij"), "tscode"),)
    return Bericht("\n\n".join(delen), (*hoor, erbij, *af, *los, naar_menu(toon)))


_MEESTE = 6
"""So many browsers have a button to sign out, the last used first."""


@bericht("toestel.code")
def code(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the code for elsewhere, and a link to each chat network."""
    t, ruw = toon.t, data["code"]
    delen = [
        t.tekst("toestel.code", code=TOESTEL.schrijf(ruw)),
        *([t.tekst("toestel.adres", adres=adres)] if (adres := toon.netten.get(BROWSER)) else []),
        t.tekst("toestel.geef_niet"),
    ]
    knoppen = [
        (Knop(t.plat("toestel.knop_open", waar=netnaam(toon, kanaal)), url=f"{adres}?start={TOESTEL.start(ruw)}"),)
        for kanaal, adres in toon.netten.items()
        if kanaal != data["hier"]
    ]
    return Bericht("\n\n".join(delen), (*knoppen, (Knop(t.plat("toestel.knop_lijst"), "toestellen"),), naar_menu(toon)))


@bericht("toestel.hoe")
def hoe(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say to who takes part elsewhere how to come here as the same person."""
    mail = [(Knop(toon.t.plat("terugkeer.knop_mail"), "tkmail"),)] if data["mail"] else []
    knop = Knop(toon.t.plat("knop.terug"), "welkom_verder")
    return Bericht(toon.met_hulp(toon.t.tekst("toestel.hoe")), (*mail, (knop,)))


@bericht("toestel.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether the code is one's own."""
    ja = Knop(toon.t.plat("toestel.knop_ja"), f"tsja:{data['code']}")
    return Bericht(toon.t.tekst("toestel.vraag"), ((ja,), (Knop(toon.t.plat("toestel.knop_nee"), "menu"),)))


@bericht("toestel.erbij")
def erbij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say where someone takes part that another device came."""
    knop = (Knop(toon.t.plat("toestel.knop_lijst"), "toestellen"),)
    return Bericht(toon.t.tekst("toestel.erbij", moment=toon.moment(data["op"])), (knop, naar_menu(toon)))


@bericht("toestel.welkom")
def welkom(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that one goes on here, and where messages come."""
    knop = (Knop(toon.t.plat("toestel.knop_lijst"), "toestellen"),)
    delen = [toon.t.tekst("toestel.welkom"), *_waar(toon, data["kanalen"])]
    return Bericht("\n\n".join(delen), (knop, naar_menu(toon)))


def _waar(toon: Toon, kanalen: list[dict[str, Any]]) -> list[Veilig]:
    waar = [netnaam(toon, een["kanaal"]) for een in kanalen if een["hoort"]]
    return [toon.t.tekst("toestel.berichten", waar=toon.t.lijst(waar))] if len(kanalen) > 1 and waar else []


def netnaam(toon: Toon, kanaal: str) -> str:
    """Return what people call a chat network."""
    return toon.t.plat("toestel.in_browser") if kanaal == BROWSER else kanaal.capitalize()

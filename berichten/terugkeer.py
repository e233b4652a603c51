"""A way back for who lost every device: what the begeleider at the door reads, and the resident elsewhere."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.menu import naar_menu
from berichten.toestel import BROWSER, netnaam
from bot.rules.kortecode import TOESTEL


@bericht("terugkeer.wie")
def wie(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what must be so before one gives a code, and offer who takes part at an address."""
    t = toon.t
    delen = [t.tekst("terugkeer.wie", adres=data["adres"])]
    if data["eerder"]:
        regels = Veilig("\n".join(_eerder(toon, een) for een in data["eerder"]))
        delen.append(t.tekst("terugkeer.eerder", regels=regels))
    knoppen = [(Knop(_persoon(toon, een), f"tkg:{data['huis']}:{een['stoel']}"),) for een in data["mensen"]]
    return Bericht("\n\n".join(delen), (*knoppen, (Knop(t.plat("knop.terug"), f"ad:{data['huis']}"),)))


@bericht("terugkeer.code")
def code(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give a begeleider the code, and say what the resident does with it."""
    t, ruw = toon.t, data["code"]
    waar = toon.netten.get(BROWSER) or next(iter(toon.netten.values()), "")
    tekst = t.tekst("terugkeer.code", adres=data["adres"], waar=waar, code=TOESTEL.schrijf(ruw))
    return Bericht(tekst, ((Knop(t.plat("knop.terug"), f"ad:{data['huis']}"),), naar_menu(toon)))


@bericht("terugkeer.brief")
def brief(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the code of the letter."""
    return Bericht(toon.met_hulp(toon.t.tekst("terugkeer.brief")), _terug(toon))


@bericht("terugkeer.mail")
def mail(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the e-mail address that one gave here."""
    return Bericht(toon.t.tekst("terugkeer.mail"), _terug(toon))


@bericht("terugkeer.gemaild")
def gemaild(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what happens now, the same whether that address is known or not."""
    return Bericht(toon.met_hulp(toon.t.tekst("terugkeer.gemaild")), _terug(toon))


@bericht("terugkeer.gegeven")
def gegeven(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say where someone took part that a code was given to come in as them."""
    t = toon.t
    tekst = t.tekst(f"terugkeer.gegeven_{data['wijze']}", moment=toon.moment(data["op"]))
    niet = (Knop(t.plat("terugkeer.knop_niet"), "tkniet"),)
    heel = Veilig(f"{tekst}\n\n{t.tekst('terugkeer.gegeven')}")
    return Bericht(toon.met_hulp(heel), (niet, naar_menu(toon)))


@bericht("terugkeer.erbij")
def erbij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say where someone took part that they, or somebody, came in with such a code; and offer to sign out."""
    t = toon.t
    kwam = t.tekst("terugkeer.erbij", moment=toon.moment(data["op"]))
    heel = Veilig(f"{kwam}\n\n{t.tekst('terugkeer.erbij_niet')}")
    nieuw = data["nieuw"]
    knoppen = [
        (Knop(t.plat("terugkeer.knop_anderen_af"), f"tsrest:{nieuw}"),),
        (Knop(t.plat("terugkeer.knop_nieuwe_af"), f"tsaf:{nieuw}"),),
    ]
    lijst = (Knop(t.plat("toestel.knop_lijst"), "toestellen"),)
    return Bericht(toon.met_hulp(heel), (*(knoppen if nieuw else ()), lijst, naar_menu(toon)))


@bericht("terugkeer.gestopt")
def gestopt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the code works no more."""
    return Bericht(toon.met_hulp(toon.t.tekst("terugkeer.gestopt")), (naar_menu(toon),))


@bericht("terugkeer.te_laat")
def te_laat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the code was used or ended, and where one can see by whom."""
    lijst = (Knop(toon.t.plat("toestel.knop_lijst"), "toestellen"),)
    return Bericht(toon.met_hulp(toon.t.tekst("terugkeer.te_laat")), (lijst, naar_menu(toon)))


@bericht("terugkeer.geweigerd_team")
def geweigerd_team(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell the organisatoren that a resident did not ask for the code that a colleague gave."""
    return Bericht(toon.t.tekst("terugkeer.geweigerd_team", adres=data["adres"]), (naar_menu(toon),))


def _terug(toon: Toon) -> tuple[tuple[Knop, ...]]:
    """Lead back to the question of joining."""
    return ((Knop(toon.t.plat("knop.terug"), "welkom_verder"),),)


def _persoon(toon: Toon, een: dict[str, Any]) -> str:
    t = toon.t
    netten = t.lijst([netnaam(toon, net) for net in een["kanalen"]])
    return t.plat("terugkeer.persoon", nummer=een["stoel"], netten=netten, dag=toon.dag(een["sinds"]))


def _eerder(toon: Toon, een: dict[str, Any]) -> Veilig:
    t = toon.t
    hoe = t.plat(f"terugkeer.hoe.{een['hoe']}")
    sleutel = "terugkeer.eerder_door" if een["door"] else "terugkeer.eerder_mail"
    return t.tekst(sleutel, dag=toon.dag(een["op"]), wie=een["door"] or "", hoe=hoe)

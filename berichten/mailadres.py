"""The e-mail address of a resident: on which screen it is given, changed and taken away. The mail itself: `mail`."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.menu import naar_menu


@bericht("mailadres")
def mailadres(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show which address someone gave, and what it is for."""
    t, adres, nieuw = toon.t, data["adres"], data["nieuw"]
    delen = [t.tekst("mailadres.kop")]
    if adres:
        delen.append(t.tekst("mailadres.adres", adres=adres))
        delen.append(t.tekst("mailadres.dagmail_aan" if data["dagmail"] else "mailadres.dagmail_uit"))
    if nieuw:
        delen.append(t.tekst("mailadres.wacht", adres=nieuw))
    geef = Knop(t.plat("mailadres.knop_ander" if adres or nieuw else "mailadres.knop_geef"), "emvraag")
    uit = "mailadres.knop_dagmail_uit" if data["dagmail"] else "mailadres.knop_dagmail_aan"
    dagmail = [(Knop(t.plat(uit), f"emdag:{'uit' if data['dagmail'] else 'aan'}"),)] if adres else []
    weg = [(Knop(t.plat("mailadres.knop_weg"), "emweg"),)] if adres or nieuw else []
    return Bericht("\n\n".join(delen), ((geef,), *dagmail, *weg, naar_menu(toon)))


@bericht("mailadres.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for an address."""
    return Bericht(toon.t.tekst("mailadres.vraag"), ((Knop(toon.t.plat("knop.terug"), "email"),),))


@bericht("mailadres.verstuurd")
def verstuurd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that a code is on its way, and ask for it."""
    tekst = toon.t.tekst("mailadres.verstuurd", adres=data["adres"])
    return Bericht(tekst, ((Knop(toon.t.plat("knop.terug"), "email"),),))


@bericht("mailadres.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether the address must go."""
    t = toon.t
    ja, nee = Knop(t.plat("mailadres.knop_weg"), "emweg:ja"), Knop(t.plat("knop.terug"), "email")
    return Bericht(t.tekst("mailadres.zeker"), ((ja,), (nee,)))


@bericht("mailadres.erbij")
def erbij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell the other places of a resident that another address belongs to them now."""
    tekst = toon.t.tekst("mailadres.erbij", moment=toon.moment(data["op"]))
    return Bericht(toon.met_hulp(tekst), ((Knop(toon.t.plat("knop.email"), "email"),), naar_menu(toon)))

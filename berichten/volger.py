"""Followers by e-mail, as an organisator sees them, and the raadsbrief in the chat."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from berichten.raadsbrief import bijlage


@bericht("volger.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show who follows, each with a button to open them."""
    t = toon.t
    delen = [t.tekst("volger.kop")]
    if not data["post"]:
        delen.append(t.tekst("volger.geen_post"))
    alle = data["volgers"]
    delen.append(t.tekst("volger.aantal", aantal=len(alle)) if alle else t.tekst("volger.leeg"))
    if mis := sum(een["mis"] > 0 for een in alle):
        delen.append(t.tekst("volger.mis", aantal=mis))
    knoppen = [Knop(t.plat("volger.knop_erbij"), "vlgn")] if data["post"] and not data["vol"] else []
    knoppen.append(Knop(t.plat("volger.knop_brief"), "vlgb"))
    een_voor_een = [(Knop(inkorten(een["naam"]), f"vlg:{een['id']}"),) for een in alle]
    return Bericht(Veilig("\n\n".join(delen)), (*twee_aan_twee(knoppen), *een_voor_een, naar_menu(toon)))


@bericht("volger.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one follower, and what can be done."""
    t, plat = toon.t, toon.t.plat
    delen = [_wie(toon, data)]
    delen.append(t.tekst("volger.volgt" if data["volgt"] else "volger.wacht" if data["link"] else "volger.vraag_zelf"))
    if data["mis"]:
        delen.append(t.tekst("volger.mis_een", aantal=data["mis"]))
    if data["zeker"]:
        delen.append(t.tekst("volger.zeker"))
        ja = Knop(plat("volger.knop_weg_ja"), f"vlgx:{data['id']}:ja")
        return Bericht(
            Veilig("\n\n".join(delen)), ((ja,), (Knop(plat("knop.terug"), f"vlg:{data['id']}"), *naar_menu(toon)))
        )
    knoppen = []
    if not (data["volgt"] or data["link"]):
        knoppen.append(Knop(plat("volger.knop_bevestig"), f"vlgj:{data['id']}"))
    if data["mis"]:
        knoppen.append(Knop(plat("volger.knop_opnieuw"), f"vlgo:{data['id']}"))
    knoppen += [Knop(plat("volger.knop_weg"), f"vlgx:{data['id']}"), Knop(plat("volger.knop_lijst"), "volgers")]
    return Bericht(Veilig("\n\n".join(delen)), (*twee_aan_twee(knoppen), naar_menu(toon)))


@bericht("volger.erbij")
def erbij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that mail goes to a new follower."""
    lijst_ = (Knop(toon.t.plat("volger.knop_lijst"), "volgers"),)
    return Bericht(toon.t.tekst("volger.erbij", naam=data["naam"], adres=data["adres"]), (lijst_, naar_menu(toon)))


@bericht("volger.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one before they are added."""
    return bevestigen(toon, Veilig(f"{_wie(toon, data)}\n\n{toon.t.tekst('volger.eerst_vragen')}"))


@bericht("raadsbrief")
def raadsbrief(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the raadsbrief as a file."""
    return Bericht(toon.t.tekst("raadsbrief.klaar"), (naar_menu(toon),), (bijlage(toon, data),))


def _wie(toon: Toon, data: dict[str, Any]) -> Veilig:
    rol = toon.t.plat(f"volger.rol.{data['rol']}")
    taal = toon.taalnaam(data["taal"])
    return toon.t.tekst("volger", naam=data["naam"], rol=rol, adres=data["adres"], taal=taal)

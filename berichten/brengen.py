"""What is told at a door because no chat can bring it: the list, and one of it with its tick."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.menu import naar_menu


@bericht("brengen.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who goes past the doors that there is something to tell."""
    knop = (Knop(toon.t.plat("brengen.knop_lijst"), "brengen"),)
    return Bericht(toon.t.tekst(f"brengen.nieuw_{data['soort']}"), (knop,))


@bericht("brengen.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what is to be told, an address each."""
    t, huis = toon.t, data["huis"]
    knoppen = []
    for een in data["taken"]:
        kort = t.plat(f"brengen.kort.{een['soort']}")
        knoppen.append((Knop(inkorten(f"{een['adres']} · {kort}"), f"brt:{een['id']}"),))
    tekst = t.tekst("brengen.lijst" if knoppen else "brengen.leeg")
    terug = [(Knop(t.plat("knop.terug"), f"ad:{huis}"),)] if huis else []
    verder = bladerknoppen(toon, data, f"brh:{huis}" if huis else "brengen")
    return Bericht(tekst, (*knoppen, *verder, *terug, naar_menu(toon)))


@bericht("brengen.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what is to be told and to whom; the tick is one tap, and can be taken back."""
    t, wat, inhoud = toon.t, data["id"], data["inhoud"]
    kop = [t.tekst("adres.kop", adres=data["adres"])]
    if data["stoel"] is not None:
        kop.append(t.tekst("brengen.voor", stoel=data["stoel"]))
    delen = [Veilig("\n".join(kop))]
    delen += _inhoud(toon, data["soort"], inhoud) if inhoud else [t.tekst("brengen.voorbij")]
    tik = Knop(t.plat("brengen.knop_gebracht"), f"brg:{wat}")
    if data["gebracht"]:
        delen.append(t.tekst("brengen.gebracht"))
        tik = Knop(t.plat("brengen.knop_nog_niet"), f"brw:{wat}")
    onder = (Knop(t.plat("brengen.knop_lijst"), "brengen"), *naar_menu(toon))
    adres = (Knop(t.plat("adres.knop"), f"ad:{data['huis']}"),)
    return Bericht("\n\n".join(delen), ((tik,), adres, onder))


def _inhoud(toon: Toon, soort: str, inhoud: dict[str, Any]) -> list[Veilig]:
    """Return what is told."""
    t = toon.t
    match soort:
        case "antwoord":
            return [
                t.tekst("brengen.vroeg", vraag=inhoud["vraag"]),
                t.tekst("brengen.antwoord", antwoord=inhoud["antwoord"]),
            ]
        case "zaal":
            return [t.tekst("brengen.zaal"), t.tekst("brengen.antwoord", antwoord=inhoud["antwoord"])]
        case "reactie":
            delen = [t.tekst("brengen.reactie", titel=inhoud["titel"])]
            delen.append(t.tekst(f"conceptantwoord.zegt.{inhoud['oordeel']}"))
            return delen + ([t.tekst("brengen.antwoord", antwoord=inhoud["reden"])] if inhoud["reden"] else [])
    velden = {"titel": inhoud["titel"], "moment": toon.moment(inhoud["begin"]), "plaats": inhoud["plaats"]}
    if not inhoud["afgelast"]:
        return [t.tekst("brengen.gewijzigd", **velden)]
    delen = [t.tekst("brengen.afgelast", **velden)]
    return delen + ([t.tekst("brengen.antwoord", antwoord=inhoud["reden"])] if inhoud["reden"] else [])

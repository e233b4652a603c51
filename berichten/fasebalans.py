"""The balance at the end of a stage, and what residents hear of it: what it brought, and what comes."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.fase import naam, open_taken
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from berichten.trajectwoorden import titel, woorden
from bot.rules.trajecten import NIVEAUS


@bericht("fasebalans.naar")
def naar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask to which stage one goes back."""
    t, fasen = toon.t, data["fasen"]
    rijen = [(Knop(inkorten(titel(t, fase)), f"fk:naar:{fase['fase']}"),) for fase in fasen]
    onder = (Knop(t.plat("knop.terug"), "fterug"), Knop(t.plat("knop.stop"), "fstop"))
    return Bericht(t.tekst("fasebalans.naar" if fasen else "fasebalans.geen_eerdere"), (*rijen, onder))


@bericht("fasebalans.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the balance before a second person is asked."""
    tekst = Veilig("\n\n".join([toon.t.tekst("onderbouwing.voorbeeld"), *_balans(toon, data)]))
    return bevestigen(toon, tekst, klaar=toon.t.plat("onderbouwing.knop_vraag"))


@bericht("fasebalans.lezen")
def lezen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the balance to a second person."""
    return Bericht(Veilig("\n\n".join(_balans(toon, data))))


@bericht("fase.nieuws")
def nieuws(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell residents what a stage brought and what comes; a step that is done is celebrated."""
    t, van = toon.t, {"titel": naam(toon, data["van"])}
    delen = [t.tekst("fase.nieuws.klaar" if data["klaar"] else f"fase.nieuws.{data['uitkomst']}", **van)]
    if data["eigen"]:
        kop = "fase.nieuws.waarom_stop" if data["uitkomst"] == "stop" else "fase.nieuws.bracht"
        delen.append(Veilig(f"{t.tekst(kop)}\n{t.tekst('fase.eigen', tekst=data['eigen'])}"))
    for straks in data["straks"]:
        delen += _straks(toon, straks)
    if data["meting"]:
        delen.append(t.tekst("fase.nieuws.vragen"))
    knoppen = [Knop(t.plat("fase.knop_vragen"), f"ev:{data['meting']}")] if data["meting"] else []
    if data["stukken"]:
        knoppen.append(Knop(t.plat("fase.knop_lees"), "fdl"))
    knoppen.append(Knop(t.plat("knop.traject"), "trhier"))
    return Bericht(Veilig("\n\n".join(delen)), (*twee_aan_twee(knoppen), naar_menu(toon)))


def _straks(toon: Toon, fase: dict[str, Any]) -> list[Veilig]:
    """Return what comes: the stage, its goal, and what it means on four levels."""
    t = toon.t
    delen = [t.tekst("fase.nieuws.straks", titel=titel(t, fase), doel=woorden(t, fase, "doel") or Veilig(""))]
    niveaus = [(niveau, tekst) for niveau in NIVEAUS if (tekst := woorden(t, fase, niveau))]
    if niveaus:
        regels = [t.tekst(f"traject.niveau.{niveau}", tekst=tekst) for niveau, tekst in niveaus]
        delen.append(Veilig("\n".join([t.tekst("traject.betekent"), *regels])))
    return delen


def _balans(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    t, van = toon.t, data["van"]
    besluit = t.tekst(f"fasebalans.gaat.{data['uitkomst']}", titel=naam(toon, van))
    delen = [
        Veilig(" ".join([besluit, *(t.tekst("fasebalans.terug_naar", titel=titel(t, f)) for f in data["terug_naar"])]))
    ]
    beslist = t.plat(f"traject.beslist.{van['beslist']}")
    delen.append(t.tekst("fasebalans.besloten", wie=beslist, dag=toon.dag(data["dag"])))
    delen.append(t.tekst("fasebalans.waarom", tekst=data["toelichting"]))
    if data["eigen_woorden"]:
        delen.append(t.tekst("fasebalans.bewoners_lezen", tekst=data["eigen_woorden"]))
    return [*delen, open_taken(toon, van, data["open_taken"])]

"""Questions at a meeting: of who asks, and of who runs it."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu


@bericht("bijeenkomstvraag.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the question."""
    stop = (Knop(toon.t.plat("knop.stop"), "bvstop"),)
    return Bericht(toon.t.tekst("bijeenkomstvraag.vraag", titel=data["titel"], maximum=data["maximum"]), (stop,))


@bericht("bijeenkomstvraag.bewaard")
def bewaard(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it is kept, and what happens with it."""
    plat = toon.t.plat
    sleutel = "bijeenkomstvraag.bewaard_nu" if data["begonnen"] else "bijeenkomstvraag.bewaard"
    knoppen = (
        (Knop(plat("bijeenkomstvraag.knop_nog_een"), f"bv:{data['id']}"),),
        (Knop(plat("bijeenkomstvraag.knop_eigen"), "bvmijn"),),
        naar_menu(toon),
    )
    return Bericht(toon.t.tekst(sleutel, titel=data["titel"], tekst=data["tekst"]), knoppen)


@bericht("bijeenkomstvraag.eigen")
def eigen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what one asked, with its answer."""
    t = toon.t
    if not data["vragen"]:
        return Bericht(t.tekst("bijeenkomstvraag.geen_eigen"), (_alle(toon), naar_menu(toon)))
    delen, knoppen = [], []
    for een in data["vragen"]:
        delen.append(t.tekst("bijeenkomstvraag.uw_vraag", titel=een["titel"], tekst=een["tekst"]))
        if een["antwoord"] is None:
            delen.append(t.tekst("bijeenkomstvraag.wacht"))
            knoppen.append((Knop(t.plat("bijeenkomstvraag.knop_weg"), f"bvweg:{een['id']}"),))
        else:
            delen.append(_antwoord(toon, een))
    return Bericht(_samen(delen), (*knoppen, *bladerknoppen(toon, data, "bvmijn"), _alle(toon), naar_menu(toon)))


@bericht("bijeenkomstvraag.antwoord")
def antwoord(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Bring who asked the answer."""
    delen = [toon.t.tekst("bijeenkomstvraag.antwoord", titel=data["titel"], vraag=data["vraag"]), _antwoord(toon, data)]
    return Bericht(_samen(delen), (_alle(toon), naar_menu(toon)))


@bericht("zaalvragen.lijst")
def zaallijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show who runs a meeting what waits for an answer, a button each."""
    t = toon.t
    delen = [t.tekst("zaalvragen.lijst", titel=data["titel"], wachten=data["wachten"], alle=data["alle"])]
    knoppen = []
    for nummer, een in enumerate(data["vragen"], start=data["eerste"]):
        sleutel = "zaalvragen.regel" if een["aantal"] == 1 else "zaalvragen.regel_vaker"
        tekst = inkorten(een["tekst"], 300)
        delen.append(t.tekst(sleutel, nummer=nummer, tekst=tekst, keer=een["aantal"]))
        knoppen.append((Knop(inkorten(f"{nummer}. {' '.join(een['tekst'].split())}"), f"zve:{een['id']}"),))
    if not data["vragen"]:
        delen.append(t.tekst("zaalvragen.geen"))
    namens = [(Knop(t.plat("zaalvragen.knop_namens"), f"zvn:{data['id']}"),)] if data["namens"] else []
    verder = [(Knop(t.plat("zaalvragen.knop_ververs"), f"zv:{data['id']}"),)]
    terug = (Knop(t.plat("zaalvragen.knop_bijeenkomst"), f"b:{data['id']}"), *naar_menu(toon))
    rijen = (*knoppen, *bladerknoppen(toon, data, f"zv:{data['id']}"), *namens, *verder, terug)
    return Bericht(_samen(delen), rijen)


@bericht("zaalvragen.een")
def zaalvraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one question with those that say the same, and what can be done."""
    t, id_ = toon.t, data["id"]
    delen = [t.tekst("zaalvragen.een", titel=data["titel"], aantal=len(data["vragen"]))]
    for een in data["vragen"][:8]:
        wanneer = t.plat("zaalvragen.vooraf") if een["vooraf"] else toon.tijd(een["op"])
        delen.append(t.tekst("zaalvragen.gevraagd", tekst=een["tekst"], wanneer=wanneer))
    if data["langs"]:
        delen.append(t.tekst("zaalvragen.langs", adressen=t.reeks(data["langs"])))
    knoppen = []
    if data["open"]:
        knoppen.append((Knop(t.plat("zaalvragen.knop_antwoord"), f"zva:{id_}"),))
        if data["meer"]:
            knoppen.append((Knop(t.plat("zaalvragen.knop_zelfde"), f"zvs:{id_}"),))
        if len(data["vragen"]) > 1:
            knoppen.append((Knop(t.plat("zaalvragen.knop_uiteen"), f"zvu:{id_}"),))
    else:
        delen.append(t.tekst("zaalvragen.beantwoord"))
    terug = (Knop(t.plat("zaalvragen.knop_lijst"), f"zv:{data['bijeenkomst']}"), *naar_menu(toon))
    return Bericht(_samen(delen), (*knoppen, terug))


@bericht("zaalvragen.zelfde")
def zelfde(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer the questions with which one says the same."""
    t = toon.t
    knoppen = [
        (Knop(inkorten(" ".join(tekst.split())), f"zvsa:{data['id']}:{ander}"),) for ander, tekst in data["anderen"]
    ]
    terug = (Knop(t.plat("knop.terug"), f"zve:{data['id']}"), *naar_menu(toon))
    tekst = t.tekst("zaalvragen.zelfde", tekst=data["tekst"])
    return Bericht(tekst, (*knoppen, *bladerknoppen(toon, data, f"zvs:{data['id']}"), terug))


@bericht("vraagantwoord.voorbeeld")
def antwoordvoorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the answer as who asked will read it."""
    t = toon.t
    delen = [t.tekst("vraagantwoord.voorbeeld"), t.tekst("formulier.over", tekst=data["over"]), _antwoord(toon, data)]
    return bevestigen(toon, _samen(delen), klaar=t.plat("vraagantwoord.knop_klaar"))


def _antwoord(toon: Toon, data: dict[str, Any]) -> Veilig:
    return toon.t.tekst(f"bijeenkomstvraag.antwoord_{data['hoe']}", antwoord=data["antwoord"])


def _alle(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.vragen"), "vragen"),)


def _samen(delen: list[Veilig]) -> Veilig:
    return Veilig("\n\n".join(delen))

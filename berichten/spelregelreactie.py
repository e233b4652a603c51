"""What residents ask about a concept of the spelregels, and what is answered."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from bot.rules.kleine_cellen import KLEINSTE


@bericht("spelregelreactie.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the text."""
    stop = (Knop(toon.t.plat("knop.stop"), "srstop"),)
    return Bericht(toon.t.tekst("spelregelreactie.vraag", maximum=data["maximum"]), (stop,))


@bericht("spelregelreactie.bewaard")
def bewaard(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it is kept, and what happens with it."""
    eigen = (Knop(toon.t.plat("spelregelreactie.knop_eigen"), "sreigen"),)
    return Bericht(toon.t.tekst("spelregelreactie.bewaard", tekst=data["tekst"]), (eigen, naar_menu(toon)))


@bericht("spelregelreactie.eigen")
def eigen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what one wrote, with its answer."""
    t = toon.t
    if not data["reacties"]:
        return Bericht(t.tekst("spelregelreactie.geen_eigen"), (_terug(toon), naar_menu(toon)))
    delen, knoppen = [], []
    for een in data["reacties"]:
        delen.append(t.tekst("spelregelreactie.uw_tekst", tekst=een["tekst"], moment=toon.moment(een["op"])))
        antwoord = een["antwoord"]
        delen.append(t.tekst("spelregelreactie.met_antwoord", antwoord=antwoord) if antwoord else _wacht(toon))
        knoppen.append((Knop(t.plat("spelregelreactie.knop_weg"), f"srweg:{een['id']}"),))
    blader = bladerknoppen(toon, data, "sreigen")
    return Bericht(_samen(delen), (*knoppen, *blader, _terug(toon), naar_menu(toon)))


@bericht("spelregelreactie.vragen")
def vragen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what was asked and answered, and by how many it was asked."""
    t = toon.t
    delen = [t.tekst("spelregelreactie.vragen" if data["antwoorden"] else "spelregelreactie.geen_vragen")]
    delen += [
        t.tekst("spelregelreactie.een", vraag=een["vraag"], antwoord=een["antwoord"], wie=_wie(toon, een))
        for een in data["antwoorden"]
    ]
    return Bericht(_samen(delen), (*bladerknoppen(toon, data, "srvragen"), _terug(toon), naar_menu(toon)))


@bericht("spelregelreactie.antwoord")
def antwoord(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Bring who asked the answer."""
    t = toon.t
    knoppen = (Knop(t.plat("spelregelreactie.knop_eigen"), "sreigen"), *_terug(toon))
    return Bericht(t.tekst("spelregelreactie.antwoord", **data), ((knoppen[0],), (knoppen[1],), naar_menu(toon)))


@bericht("spelregelantwoord.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the organisator what waits for an answer."""
    t = toon.t
    if not data["reacties"]:
        return Bericht(t.tekst("spelregelantwoord.geen"), (_terug(toon), naar_menu(toon)))
    delen = [t.tekst("spelregelantwoord.lijst")]
    for nummer, een in enumerate(data["reacties"], start=data["eerste"]):
        delen.append(t.tekst("spelregelantwoord.regel", nummer=nummer, tekst=een["tekst"]))
    beantwoord = (Knop(t.plat("spelregelantwoord.knop"), "srant"),)
    return Bericht(_samen(delen), (beantwoord, *bladerknoppen(toon, data, "sropen"), _terug(toon), naar_menu(toon)))


@bericht("spelregelantwoord.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the answer as all will read it."""
    t = toon.t
    kop = t.tekst("spelregelantwoord.voorbeeld", aantal=len(data["welke"]))
    zo = t.tekst("spelregelreactie.antwoord", vraag=data["vraag"], antwoord=data["antwoord"])
    return bevestigen(toon, _samen([kop, zo]), klaar=t.plat("spelregelantwoord.knop_klaar"))


@bericht("vaststellen.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure, where residents wait for an answer."""
    plat = toon.t.plat
    eerst = Knop(plat("vaststellen.knop_eerst"), "sropen")
    toch = Knop(plat("vaststellen.knop_toch"), "srvast:ja")
    return Bericht(toon.t.tekst("vaststellen.zeker", aantal=data["aantal"]), ((eerst,), (toch,), naar_menu(toon)))


def _wacht(toon: Toon) -> Veilig:
    return toon.t.tekst("spelregelreactie.wacht")


def _wie(toon: Toon, een: dict[str, Any]) -> str:
    if een["aantal"] < KLEINSTE:
        return toon.t.plat("spelregelreactie.door_weinig", grens=KLEINSTE)
    return toon.t.plat("spelregelreactie.door", aantal=een["aantal"])


def _terug(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.spelregels"), "spelregels"),)


def _samen(delen: list[Veilig]) -> Veilig:
    return Veilig("\n\n".join(delen))

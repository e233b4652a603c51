"""What residents advise with the answers, as everyone reads it; and the team's steps when something gets stuck."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from berichten.werkgroepnaam import werkgroepnaam


@bericht("advies.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of the advice, each in two lines with a button that opens it."""
    t, alle = toon.t, data["adviezen"]
    delen = [t.tekst("advies.lijst" if alle else "advies.lijst_leeg")]
    if data["open"]:
        delen.append(t.tekst("advies.open", aantal=data["open"]))
    delen += [_kort(toon, een) for een in alle]
    knoppen = [(Knop(inkorten(een["titel"]), f"av:{een['id']}"),) for een in alle]
    maak = [(Knop(t.plat("advies.knop_nieuw"), "avn"),)] if data["mag"] else []
    return Bericht(
        Veilig("\n\n".join(delen)), (*knoppen, *bladerknoppen(toon, data, "adviezen"), *maak, naar_menu(toon))
    )


@bericht("advies.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one with its answer, and under it what was answered before."""
    t = toon.t
    rijen: list[tuple[Knop, ...]] = []
    if data["mag"]:
        antwoord = t.plat("advies.knop_opnieuw" if data["antwoorden"] else "advies.knop_antwoord")
        rijen.append((Knop(antwoord, f"ava:{data['id']}"), Knop(t.plat("advies.knop_weg"), f"avx:{data['id']}")))
    delen = [_advies(toon, data), *_staat(toon, data)]
    for eerder in reversed(data["antwoorden"][:-1]):
        woord = t.plat(f"advies.oordeel.{eerder['oordeel']}")
        delen.append(t.tekst("advies.eerder", dag=toon.dag(eerder["op"]), oordeel=woord))
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, (Knop(t.plat("knop.adviezen"), "adviezen"), *naar_menu(toon))))


@bericht("advies.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show it as residents will read it, before it is recorded."""
    delen = [toon.t.tekst("onderbouwing.voorbeeld"), _advies(toon, data)]
    return bevestigen(toon, Veilig("\n\n".join(delen)))


@bericht("advies_weg.voorbeeld")
def weg(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show why it is withdrawn, before that is done."""
    return bevestigen(toon, toon.t.tekst("advies_weg.voorbeeld", titel=data["titel"], reden=data["reden"]))


@bericht("adviesantwoord.voorbeeld")
def antwoord_voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show an answer as residents will get it, before it goes."""
    t, reden = toon.t, data.get("reden") or data.get("wat_nu")
    kop = t.tekst("advies.over", titel=data["titel"])
    delen = [kop, *_antwoord(toon, {"oordeel": data["oordeel"], "reden": reden}), t.tekst("adviesantwoord.hoort")]
    return bevestigen(toon, Veilig("\n\n".join(delen)))


@bericht("advies.antwoord")
def antwoord(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell residents what was answered."""
    t = toon.t
    kop = t.tekst("advies.nieuws", titel=data["titel"], van=groep(toon, data), aan=t.plat(f"advies.voor.{data['aan']}"))
    knop = (Knop(t.plat("advies.knop_lees"), f"av:{data['id']}"),)
    return Bericht(Veilig("\n\n".join([kop, *_antwoord(toon, data["antwoorden"][-1])])), (knop,))


@bericht("escalatie")
def escalatie(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the steps in their order; to an organisator with what changes them."""
    t = toon.t
    delen = [t.tekst("escalatie.kop" if data["stappen"] else "escalatie.leeg")]
    for nummer, (wie, bereik, na_dagen) in enumerate(data["stappen"], start=1):
        wanneer = t.tekst("escalatie.na", aantal=na_dagen) if na_dagen else t.tekst("escalatie.meteen")
        regels = [t.tekst("escalatie.stap", nummer=nummer, wie=wie, wanneer=wanneer)]
        delen.append(Veilig("\n".join([*regels, *([t.tekst("escalatie.bereik", bereik=bereik)] if bereik else [])])))
    weg = [(Knop(inkorten(t.plat("escalatie.knop_weg", wie=wie)), f"escx:{stap}"),) for stap, wie in data["weg"]]
    erbij = [(Knop(t.plat("escalatie.knop_erbij"), "escn"),)] if data["mag"] else []
    return Bericht(Veilig("\n\n".join(delen)), (*erbij, *weg, naar_menu(toon)))


def groep(toon: Toon, data: dict[str, Any]) -> str:
    """Return the group that advises, as it stands in a sentence."""
    if data["werkgroep"]:
        return toon.t.plat("advies.groep.werkgroep", naam=werkgroepnaam(toon.t, data["werkgroep"]))
    return toon.t.plat(f"advies.groep.{data['van']}")


def _kort(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    staat = t.plat(f"advies.oordeel.{data['staat']}")
    return t.tekst("advies.kort", titel=data["titel"], van=groep(toon, data), staat=staat)


def _advies(toon: Toon, data: dict[str, Any]) -> Veilig:
    velden = {"van": groep(toon, data), "aan": toon.t.plat(f"advies.voor.{data['aan']}")}
    velden |= {"titel": data["titel"], "dag": toon.dag(data["dag"]), "tekst": data["tekst"]}
    return toon.t.tekst("advies", **velden)


def _staat(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    if data["staat"] == "ingetrokken":
        return [toon.t.tekst("advies.ingetrokken", reden=data["reden"])]
    if data["staat"] == "open":
        return [toon.t.tekst("advies.wacht")]
    return _antwoord(toon, data["antwoorden"][-1])


def _antwoord(toon: Toon, gegeven: dict[str, Any]) -> list[Veilig]:
    """Return what was answered, and why."""
    delen = [toon.t.tekst(f"advies.antwoord.{gegeven['oordeel']}")]
    return [*delen, toon.t.tekst("advies.waarom", reden=gegeven["reden"])] if gegeven["reden"] else delen

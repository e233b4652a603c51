"""What voters wrote to be read by all, and what the team answered. Which words it has, its poll method says."""

from typing import Any

from berichten import groepering
from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.hulpvraag import hulpknop
from berichten.menu import naar_menu
from berichten.peilingwoorden import knopwoord, zin


@bericht("peiling.weerwoord")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who wrote something that there is an answer; what, they read in the poll."""
    naar = Knop(toon.t.plat("weerwoord.knop_bekijk"), f"p:{data['id']}")
    return Bericht(
        toon.t.tekst("weerwoord.nieuw", vraag=data["vraag"]),
        ((naar,), hulpknop(toon, "peiling", data["id"]), naar_menu(toon)),
    )


@bericht("peiling.weerwoord_later")
def later(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give an answer that came after the closing to who asked to hear it."""
    tekst = toon.t.tekst("weerwoord.later_gegeven", vraag=data["vraag"], antwoord=data["antwoord"])
    naar = Knop(toon.t.plat("weerwoord.knop_peiling"), f"p:{data['id']}")
    return Bericht(tekst, ((naar,), naar_menu(toon)))


@bericht("weerwoord.lees")
def lees(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one text with its answer; who may answer has a button for it."""
    t, m, publiek_id = toon.t, data["methode"], data["id"]
    if data["tekst"] is None:
        delen = [zin(toon, m, ["inbreng_geen", {}])]
    else:
        nummer, totaal = data["bladzij"] + 1, data["totaal"]
        kop = t.tekst("weerwoord.nummer", vraag=data["vraag"], nummer=nummer, totaal=totaal)
        delen = [
            kop,
            t.tekst("weerwoord.tekst", tekst=data["tekst"]),
            *([t.tekst("groepering.staat_in", groep=data["groep"])] if data["groep"] else []),
            *_antwoord(toon, data),
        ]
    knoppen = groepering.knoppen(toon, data)
    if data.get("antwoordt"):
        hoe = "weerwoord.knop_antwoord" if data["antwoord"] is None else "weerwoord.knop_ander"
        knoppen.append((Knop(t.plat(hoe), f"pantw:{data['stem']}"),))
    knoppen += bladerknoppen(toon, data, f"pinbreng:{publiek_id}")
    terug = Knop(t.plat("knop.terug"), f"p:{publiek_id}")
    return Bericht(Veilig("\n\n".join(delen)), (*knoppen, (terug,), naar_menu(toon)))


def _antwoord(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return the answer to a text, or that there is none, and what belongs to it."""
    t = toon.t
    if data["antwoord"] is None:
        wacht = data.get("antwoordt") and data["dicht"]
        hoe = "weerwoord.nog_niet" if data["dicht"] else "weerwoord.wacht_op"
        gezegd = [t.tekst(hoe)] if not groepering.hoort_bij(data["methode"]) else []
        return [*gezegd, *([t.tekst("weerwoord.wacht")] if wacht else [])]
    delen = [t.tekst("weerwoord.antwoord", antwoord=data["antwoord"])]
    if data["blijft"]:
        delen.append(zin(toon, data["methode"], ["blijft", {}]))
    return [*delen, *([t.tekst("weerwoord.later")] if data["later"] else [])]


def eigen(toon: Toon, data: dict[str, Any], lengte: int) -> list[Veilig]:
    """Return, for who wrote something in an open poll, what was answered to it; and how they can hear of it later.

    Args:
        lengte: so many characters of the answer.
    """
    t, delen = toon.t, []
    if "weerwoord" in data:
        gezegd, blijft = data["weerwoord"]
        delen.append(t.tekst("weerwoord.antwoord", antwoord=inkorten(gezegd, lengte)))
        delen += [zin(toon, data["methode"], ["blijft", {}])] if blijft else []
        delen.append(t.tekst("weerwoord.nog_anders"))
    elif "terugweg" in data:
        delen.append(t.tekst("terugweg.aan" if data["terugweg"] else "terugweg.uit"))
    return [Veilig("\n\n".join(delen))] if delen else []


def vorig_voorstel(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return what was proposed in the round before, to be read beside what is proposed now."""
    voorstel = data.get("vorig_voorstel")
    return [toon.t.tekst("peiling.vorig_voorstel", voorstel=voorstel)] if voorstel else []


def stand(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return, for who may answer, how much waits for it."""
    if not data.get("inbreng"):
        return []
    totaal, open_ = data["inbreng"]
    wat = ["inbreng", {"aantal": open_}] if totaal else ["inbreng_geen", {}]
    return [zin(toon, data["methode"], wat)]


def daarbij(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return the way to what voters wrote, where there is something; to an answer later; and to the round before."""
    knoppen: list[tuple[Knop, ...]] = []
    if data.get("wacht"):
        knoppen.append((Knop(toon.t.plat("terugweg.knop_weg"), f"plater:{data['id']}:uit"),))
    elif "terugweg" in data and "weerwoord" not in data:
        label = ("✓ " if data["terugweg"] else "") + toon.t.plat("terugweg.knop")
        knoppen.append((Knop(label, f"plater:{data['id']}:{'uit' if data['terugweg'] else 'aan'}"),))
    totaal, _ = data.get("inbreng") or (0, 0)
    if totaal:
        label = knopwoord(toon, data["methode"], ["inbreng", {"aantal": totaal}])
        knoppen.append((Knop(label, f"pinbreng:{data['id']}:0"),))
        if groepering.hoort_bij(data["methode"]) and (data.get("beheer") or data.get("opnieuw")):
            knoppen.append((Knop(toon.t.plat("groepering.knop_lijst"), f"pgroepen:{data['id']}"),))
    if data.get("vorige"):
        knoppen.append((Knop(toon.t.plat("peiling.knop_vorige"), f"pvorige:{data['vorige']}"),))
    return knoppen

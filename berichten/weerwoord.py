"""What voters wrote to be read by all, and what the team answered. Which words it has, its poll method says."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
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
            *antwoord(toon, data["antwoord"], data["blijft"]),
        ]
    knoppen: list[tuple[Knop, ...]] = []
    if data.get("stem"):
        hoe = "weerwoord.knop_antwoord" if data["antwoord"] is None else "weerwoord.knop_ander"
        knoppen.append((Knop(t.plat(hoe), f"pantw:{data['stem']}"),))
    knoppen += bladerknoppen(toon, data, f"pinbreng:{publiek_id}")
    terug = Knop(t.plat("knop.terug"), f"p:{publiek_id}")
    return Bericht(Veilig("\n\n".join(delen)), (*knoppen, (terug,), naar_menu(toon)))


def antwoord(toon: Toon, gezegd: str | None, blijft: bool) -> list[Veilig]:
    """Return the answer to a text, or that there is none; and whether the team said that what it objects to stays."""
    t = toon.t
    if gezegd is None:
        return [t.tekst("weerwoord.nog_niet")]
    return [t.tekst("weerwoord.antwoord", antwoord=gezegd), *([t.tekst("weerwoord.blijft")] if blijft else [])]


def eigen(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return, for who wrote something in an open poll, what was answered to it."""
    if "weerwoord" not in data:
        return []
    gezegd, blijft = data["weerwoord"]
    return [Veilig("\n\n".join([*antwoord(toon, gezegd, blijft), toon.t.tekst("weerwoord.nog_anders")]))]


def stand(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return, for who may answer, how much waits for it."""
    if not data.get("inbreng"):
        return []
    totaal, open_ = data["inbreng"]
    wat = ["inbreng", {"aantal": open_}] if totaal else ["inbreng_geen", {}]
    return [zin(toon, data["methode"], wat)]


def daarbij(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return the way to what voters wrote, where there is something; and to the round before."""
    knoppen: list[tuple[Knop, ...]] = []
    totaal, _ = data.get("inbreng") or (0, 0)
    if totaal:
        label = knopwoord(toon, data["methode"], ["inbreng", {"aantal": totaal}])
        knoppen.append((Knop(label, f"pinbreng:{data['id']}:0"),))
    if data.get("vorige"):
        knoppen.append((Knop(toon.t.plat("peiling.knop_vorige"), f"pvorige:{data['vorige']}"),))
    return knoppen

"""The geledingen: one's own, who is in which, and how they weigh in a poll and its result."""

from collections.abc import Sequence
from typing import Any

from berichten.beeld import balk
from berichten.beeld import beeld as teken
from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.menu import naar_menu
from bot.rules.kleine_cellen import Cel


@bericht("geleding.toon")
def geleding(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show for which geleding one votes, and to who invites all of them."""
    t, eigen, beheer = toon.t, data["eigen"], data["beheer"]
    delen = [_eigen(toon, eigen)] if eigen else []
    knoppen: list[tuple[Knop, ...]] = []
    if eigen and eigen["id"]:
        knoppen.append((Knop(t.plat("geleding.knop_stop"), f"rolweg:{eigen['id']}"),))
    if beheer:
        delen.append(_beheer(toon, beheer))
        knoppen.append((Knop(t.plat("geleding.knop_nieuw"), "geledingnieuw"),))
        for lid in beheer["leden"]:
            label = t.plat("geleding.knop_weg", namens=lid["namens"], geleding=naam(toon, lid["bereik"]))
            knoppen.append((Knop(inkorten(label), f"rolweg:{lid['id']}"),))
        knoppen += bladerknoppen(toon, beheer, "geleding")
    return Bericht(Veilig("\n\n".join(delen)), (*knoppen, naar_menu(toon)))


def naam(toon: Toon, geleding: str) -> str:
    """Return a geleding as people read it."""
    return toon.t.plat(f"geleding.{geleding}")


def waarvoor(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say in a poll of the geledingen how they weigh, and to who was invited for whom they vote and who may see it."""
    zinnen = [toon.t.tekst(f"peiling.weegt.{data['weging']}")] if "weging" in data else []
    if "namens" in data:
        van, namens = data["namens"]
        zinnen.append(toon.t.tekst("peiling.namens", geleding=naam(toon, van), namens=namens))
    return zinnen


def uitleg(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say of a result of one geleding that it is; of a weighed one how they weigh, and which are vacant."""
    t, weging = toon.t, data.get("weging")
    if een := data.get("geleding"):
        return [t.tekst("peiling.uitslag_geleding", naam=naam(toon, een))]
    if weging is None:
        return []
    if weging.get("te_weinig"):
        return [t.tekst("weging.te_weinig")]
    zinnen = [t.tekst("weging.uitleg"), *vacant(toon, data)]
    if weging["vacant"]:
        zinnen.append(t.tekst("weging.zelfde_volgorde"))
        if weging["kleiner"]:
            zinnen.append(t.tekst("weging.kleiner"))
    return zinnen


def vacant(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say which geledingen are vacant in a weighed result, by why."""
    zinnen = []
    for reden in ("niemand", "geen_stem"):
        paren = data.get("weging", {}).get("vacant", ())
        welke = [naam(toon, geleding) for geleding, waarom in paren if waarom == reden]
        if welke:
            namen = toon.t.lijst(welke)
            zinnen.append(toon.t.tekst(f"weging.vacant_{reden}", geledingen=namen))
    return zinnen


def beeld(
    toon: Toon, data: dict[str, Any], regels: Sequence[tuple[str, Sequence[Cel]]], kolommen: list[str], voet: list[str]
) -> Bijlage:
    """Return the picture of a result with a vacant geleding: a bar for the one reading, striped up to the other.

    Args:
        regels: (what it is about, its percents) in the reading in which the fifth is left empty.
        kolommen: empty: a line has one percent.
    """
    plat, balken = toon.t.plat, []
    for (tekst, (leeg, *_)), anders in zip(regels, data["weging"]["verdeeld"], strict=False):
        verdeeld = anders["cellen"][0]
        waarde = plat("weging.waarde", leeg=leeg, verdeeld=verdeeld)
        balken.append(balk(tekst, waarde, 100, int(leeg), hoogstens=verdeeld))
    gemaakt = teken(toon, "uitslag", data["vraag"], balken, voet=voet)
    paren = (("zeker", plat("weging.leeg_kort")), ("misschien", plat("weging.verdeeld_kort")))
    gemaakt.data["legenda"] = [{"soort": soort, "tekst": tekst} for soort, tekst in paren]
    return gemaakt


def _eigen(toon: Toon, eigen: dict[str, Any]) -> Veilig:
    t = toon.t
    if eigen["namens"] is None:
        return t.tekst("geleding.burger")
    wat = {"geleding": naam(toon, eigen["geleding"]), "namens": eigen["namens"]}
    return t.tekst("geleding.gast" if eigen["gast"] else "geleding.eigen", **wat)


def _beheer(toon: Toon, beheer: dict[str, Any]) -> Veilig:
    t = toon.t
    regels = [t.tekst("geleding.kop")]
    regels += [
        t.tekst("geleding.lid", geleding=naam(toon, lid["bereik"]), namens=lid["namens"]) for lid in beheer["leden"]
    ]
    regels += [t.tekst("geleding.vacant", geleding=naam(toon, een)) for een in beheer["vacant"]]
    return Veilig("\n".join(regels))

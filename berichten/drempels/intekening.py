"""The words of commitments to an offer. Of fewer than five addresses only that it is so few."""

from typing import Any

from berichten.beeld import Balk, balk
from berichten.bericht import Toon
from berichten.catalogus import Veilig
from bot.rules.kleine_cellen import KLEINSTE


def alinea(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> Veilig:
    """Return how many addresses said so, how many are needed, and how many may count beside them."""
    t, teller = toon.t, drempel["teller"]
    deel = next(deel for deel in drempel["delen"] if "telt" in deel)
    wie = t.plat(f"stand.eenheid.{deel['telt']}")
    if 0 < teller < KLEINSTE:
        zinnen = [t.tekst("stand.intekening.weinig", minder=KLEINSTE, wie=wie)]
    else:
        zinnen = [t.tekst("stand.intekening.zoveel", aantal=teller, wie=wie)]
    zinnen = [*zinnen, t.tekst(f"stand.intekening.{deel['wat']}")] if teller else [t.tekst("stand.intekening.geen")]
    zinnen.append(t.tekst("stand.intekening.nodig", aantal=drempel["noemer"]))
    if drempel["verdict"] == "onbeslist":
        zinnen.append(t.tekst("stand.intekening.misschien"))
    te_weinig = drempel["verdict"] == "niet_gehaald"
    zinnen += [t.tekst("stand.intekening.te_weinig" if te_weinig else f"stand.voorwaarde.{drempel['verdict']}")]
    if "intekening" in data["zonder_team"]:
        zinnen.append(t.tekst(f"stand.zonder_team.{data['zonder_team']['intekening']}"))
    return Veilig(" ".join(zinnen))


def afspraak(toon: Toon, drempel: dict[str, Any]) -> dict[str, Any]:
    """Return who, and what they say."""
    t = toon.t
    return {"van": t.plat(f"stand.eenheid.{drempel['van']}"), "wat": t.plat(f"spelregels.wat.{drempel['wat']}")}


def balken(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> list[Balk]:
    """Return one bar, up to what is needed."""
    t, verdict, teller, nodig = toon.t, drempel["verdict"], drempel["teller"], drempel["noemer"]
    waarde = t.plat("stand.beeld.zoveel", aantal=teller, noemer=nodig)
    if 0 < teller < KLEINSTE:
        teller, waarde = 0, t.plat("stand.beeld.weinig", minder=KLEINSTE)
    oordeel = (verdict, t.plat(f"stand.beeld.verdict.{verdict}"), "")
    return [balk(t.plat("stand.beeld.intekening"), waarde, max(nodig, teller), teller, oordeel=oordeel)]

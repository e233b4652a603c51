"""The words of commitments to an offer. Of fewer than five addresses only that it is so few."""

from typing import Any

from berichten.beeld import Balk, balk
from berichten.bericht import Toon
from berichten.catalogus import Veilig
from berichten.drempels.telling import deel as breuk
from berichten.woning import woningen
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
    zinnen.append(t.tekst("stand.intekening.nodig", aantal=_nodig(drempel, deel)))
    if deel.get("adressen"):  # a closing of before does not have it
        zinnen.append(t.tekst("stand.intekening.van", aantal=deel["adressen"]))
    if typen := deel.get("woningtypen"):
        zinnen.append(t.tekst("stand.intekening.woningen", woningen=woningen(toon, typen)))
    if drempel["verdict"] == "onbeslist":
        koop = deel["telt"] == "eigenaren"
        zinnen.append(t.tekst("stand.intekening.misschien" if koop else "stand.intekening.misschien_type"))
    te_weinig = drempel["verdict"] == "niet_gehaald"
    zinnen += [t.tekst("stand.intekening.te_weinig" if te_weinig else f"stand.voorwaarde.{drempel['verdict']}")]
    if "intekening" in data["zonder_team"]:
        zinnen.append(t.tekst(f"stand.zonder_team.{data['zonder_team']['intekening']}"))
    return Veilig(" ".join(zinnen))


def afspraak(toon: Toon, drempel: dict[str, Any]) -> dict[str, Any]:
    """Return how many of whom, and what they say."""
    t, van = toon.t, toon.t.plat(f"stand.eenheid.{drempel['van']}")
    if "aandeel" in drempel:
        hoeveel = t.plat("spelregels.intekening.deel", deel=breuk(toon, drempel["aandeel"]), van=van)
    else:
        hoeveel = t.plat("spelregels.intekening.aantal", minimum=drempel["minimum"], van=van)
    if typen := drempel.get("woningtypen"):
        hoeveel = t.plat("spelregels.intekening.woningen", wie=hoeveel, woningen=woningen(toon, typen))
    return {"hoeveel": hoeveel, "wat": t.plat(f"spelregels.wat.{drempel['wat']}")}


def balken(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> list[Balk]:
    """Return one bar, up to what is needed."""
    deel = next(deel for deel in drempel["delen"] if "telt" in deel)
    t, verdict, teller, nodig = toon.t, drempel["verdict"], drempel["teller"], _nodig(drempel, deel)
    waarde = t.plat("stand.beeld.zoveel", aantal=teller, noemer=nodig)
    if 0 < teller < KLEINSTE:
        teller, waarde = 0, t.plat("stand.beeld.weinig", minder=KLEINSTE)
    oordeel = (verdict, t.plat(f"stand.beeld.verdict.{verdict}"), "")
    return [balk(t.plat("stand.beeld.intekening"), waarde, max(nodig, teller), teller, oordeel=oordeel)]


def _nodig(drempel: dict[str, Any], deel: dict[str, Any]) -> int:
    """Return how many are needed: of a share that is not the noemer."""
    return int(deel.get("nodig", drempel["noemer"]))

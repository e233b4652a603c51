"""The words of a poll that was named beforehand: nothing before it closes, then also how many do not agree."""

from fractions import Fraction
from typing import Any

from berichten.beeld import Balk, balk
from berichten.bericht import Toon
from berichten.catalogus import Veilig
from berichten.drempels.telling import nodig_deel, verdict_in_woorden
from bot.rules.drempels.gedeeld_beeld import MINSTE_STEMMEN
from bot.rules.kleine_cellen import KLEINSTE
from bot.rules.wegen import Aandeel


def alinea(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> Veilig:
    """Return how many ballots support it and how many do not, or why that cannot be said."""
    t, (deel,) = toon.t, drempel["delen"]
    if deel["staat"] != "geteld":
        return t.tekst(f"stand.peiling.{deel['staat']}")
    if "voor" not in deel:
        return t.tekst("stand.peiling.weinig", minder=MINSTE_STEMMEN)
    zinnen = [
        *_hoeveel(toon, deel),
        nodig_deel(toon, drempel),
        t.tekst(f"stand.peiling.{drempel['verdict']}"),
    ]
    if deel["stemmen"] < deel["minste_stemmen"]:
        zinnen.append(t.tekst("stand.peiling.opkomst", aantal=deel["minste_stemmen"]))
    return Veilig(" ".join(zin for zin in zinnen if zin))


def _hoeveel(toon: Toon, deel: dict[str, Any]) -> list[Veilig]:
    """Return how many support it, and how many do not where neither is a few people."""
    t = toon.t
    if deel["stemmen"] - deel["voor"] < KLEINSTE:
        return [t.tekst("stand.peiling.bijna_alle")]
    if deel["voor"] < KLEINSTE:
        return [t.tekst("stand.peiling.bijna_geen")]
    if deel.get("klein"):
        return [t.tekst("stand.peiling.klein")]
    zinnen = [t.tekst("stand.peiling.voor", aantal=deel["voor"], stemmen=deel["stemmen"])]
    if deel["anders"] >= KLEINSTE and not 0 < deel["leeg"] < KLEINSTE:
        zinnen.append(t.tekst("stand.peiling.anders", aantal=deel["anders"]))
        if deel["leeg"]:
            zinnen.append(t.tekst("stand.peiling.leeg", aantal=deel["leeg"]))
    return zinnen


def balken(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> list[Balk]:
    """Return one bar of the ballots, with a line at what is needed; none before there is something to see."""
    t, (deel,), verdict = toon.t, drempel["delen"], drempel["verdict"]
    oordeel = (verdict, verdict_in_woorden(toon, verdict), "")
    if "voor" not in deel:
        return [balk(t.plat("stand.beeld.peiling"), "", 1, 0, oordeel=oordeel)]
    if min(deel["voor"], deel["stemmen"] - deel["voor"]) < KLEINSTE:
        vol = int(deel["voor"] >= KLEINSTE)
        waarde = t.plat("stand.beeld.bijna_alle") if vol else t.plat("stand.beeld.bijna_geen")
        return [balk(t.plat("stand.beeld.peiling"), waarde, 1, vol, oordeel=oordeel)]
    if deel.get("klein"):
        return [balk(t.plat("stand.beeld.peiling"), "", 1, int(verdict == "gehaald"), oordeel=oordeel)]
    nodig = Aandeel(Fraction(drempel["drempel"]), drempel["operator"]).minimum(deel["stemmen"])
    waarde = t.plat("stand.beeld.stemmen", aantal=deel["voor"], noemer=deel["stemmen"])
    grens = (nodig, t.plat("stand.beeld.nodig", nodig=nodig))
    return [balk(t.plat("stand.beeld.peiling"), waarde, deel["stemmen"], deel["voor"], grens=grens, oordeel=oordeel)]


def afspraak(toon: Toon, drempel: dict[str, Any]) -> dict[str, Any]:
    """Return nothing: its fields say it all."""
    return {}

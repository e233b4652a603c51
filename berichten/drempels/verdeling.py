"""The words of afspiegeling: per characteristic how many of a hundred would have to come from another group."""

from fractions import Fraction
from typing import Any

from berichten.beeld import Balk, balk
from berichten.bericht import Toon
from berichten.catalogus import Veilig
from berichten.drempels.telling import verder, wie
from berichten.woning import woning
from bot.rules.drempels.afspiegeling import LEEFTIJD


def alinea(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> Veilig:
    """Return the verdict, and a line per characteristic."""
    t, eenheid, delen = toon.t, data["spelregels"]["eenheid"], drempel["delen"]
    kop = [
        t.tekst("afspiegeling.vraag", wie=wie(toon, eenheid)),
        t.tekst(f"afspiegeling.antwoord.{drempel['verdict']}"),
        t.tekst("afspiegeling.te_weinig") if not all(deel["genoeg"] for deel in delen) else "",
        t.tekst("afspiegeling.nodig", nog=t.plat(f"stand.nog.{eenheid}", aantal=drempel["nodig"]))
        if drempel["nodig"]
        else "",
        *verder(toon, drempel["soort"], data),
    ]
    regels = [" ".join(zin for zin in kop if zin)]
    regels += [" ".join(_regel(toon, deel, drempel["drempel"])) for deel in delen if deel["genoeg"]]
    return Veilig("\n".join(regels))


def afspraak(toon: Toon, drempel: dict[str, Any]) -> dict[str, Any]:
    """Return the set and the characteristics, and what was agreed of groups and of where their numbers come from."""
    t, kenmerken = toon.t, drempel["kenmerken"]
    namen = [t.plat(f"spelregels.kenmerk.{kenmerk['naam']}") for kenmerk in kenmerken]
    erbij = [
        t.tekst("spelregels.kenmerk_bron", kenmerk=naam, bron=kenmerk["bron"])
        for naam, kenmerk in zip(namen, kenmerken, strict=True)
        if kenmerk["groepen"]
    ]
    if drempel["minimum_per_groep"]:
        erbij.insert(0, t.tekst("spelregels.per_groep", aantal=drempel["minimum_per_groep"]))
    return {
        "kenmerken": t.lijst(namen),
        "verzameling": t.plat(f"spelregels.verzameling.{drempel['verzameling']}"),
        "erbij": Veilig("".join(f" {zin}" for zin in erbij)),
    }


def balken(toon: Toon, drempel: dict[str, Any], data: dict[str, Any]) -> list[Balk]:
    """Return a bar per characteristic that decides: it must stay before its line."""
    return [
        _balk(toon, deel, _van_honderd(drempel["drempel"]))
        for deel in drempel["delen"]
        if deel["beslist"] and deel["laag"] is not None
    ]


def _balk(toon: Toon, deel: dict[str, Any], grens: int) -> Balk:
    t, groepen = toon.t, _tekort(toon, deel)
    uitleg = t.plat("afspiegeling.tekort", groepen=groepen) if groepen else ""
    naam = t.plat(f"afspiegeling.kenmerk.{deel['kenmerk']}")
    return balk(
        t.plat("afspiegeling.beeld.kop", kenmerk=t.in_zin(naam)),
        t.plat("afspiegeling.beeld", aantal=_tussen(toon, deel)),
        100,
        deel["laag"],
        hoogstens=deel["hoog"],
        grens=(grens, t.plat("afspiegeling.grens", aantal=grens)),
        oordeel=(deel["verdict"], t.plat(f"stand.beeld.verdict.{deel['verdict']}"), uitleg),
    )


def _regel(toon: Toon, deel: dict[str, Any], drempel: str) -> list[str]:
    t = toon.t
    kenmerk = t.tekst("afspiegeling.kop", kenmerk=t.plat(f"afspiegeling.kenmerk.{deel['kenmerk']}"))
    if not deel["beslist"]:
        return [kenmerk, t.tekst("afspiegeling.telt_niet")]
    if deel["laag"] is None:
        return [kenmerk, t.tekst("afspiegeling.klein"), t.tekst(f"afspiegeling.klein.{deel['verdict']}")]
    zinnen = [t.tekst("afspiegeling.afstand", aantal=_tussen(toon, deel))]
    zinnen.append(t.tekst("afspiegeling.hoogstens", aantal=_van_honderd(drempel)))
    if groepen := _tekort(toon, deel):
        zinnen.append(t.tekst("afspiegeling.tekort", groepen=groepen))
    return [kenmerk, *zinnen]


def _tussen(toon: Toon, deel: dict[str, Any]) -> str:
    """Return how many of a hundred, or between which two numbers."""
    if deel["laag"] == deel["hoog"]:
        return str(deel["laag"])
    return toon.t.plat("afspiegeling.tussen", laag=deel["laag"], hoog=deel["hoog"])


def _tekort(toon: Toon, deel: dict[str, Any]) -> str:
    """Return the groups of which more are needed, without markup."""
    return toon.t.lijst([groep(toon, deel["kenmerk"], g["groep"]) for g in deel["groepen"] if g["tekort"]])


def groep(toon: Toon, kenmerk: str, naam: str) -> str:
    """Return the name of a group as people read it, without markup."""
    if kenmerk == LEEFTIJD:
        return toon.t.plat(f"kennismaking.keuze.{naam}")
    if kenmerk == "eigendom":
        return toon.t.plat(f"afspiegeling.eigendom.{naam}")
    return woning(toon, naam) if kenmerk == "woningtype" else naam


def _van_honderd(drempel: str) -> int:
    return int(Fraction(drempel) * 100)

"""Keuze: one, at most so many, or any number of several options."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.rules.peilingen import KanNiet, Methode, Opzet, Veld, nummer_van
from bot.rules.peilscherm import Knop, Scherm, Zin, op_een_rij
from bot.rules.peiltelling import Getoond, Regel, Uitslag, gelijk_bovenaan
from bot.rules.stemvel import Vel

WEG = "-"


def _tussen(antwoorden: Mapping[str, Any]) -> range:
    """Return the limits between one and all: with three options only two."""
    return range(2, len(antwoorden["opties"]))


class Keuze(Methode):
    """A tap puts an option on the ballot or takes it off; with one choice it replaces what was there."""

    PLEK = 1
    velden = (
        Veld("opties", "regels", 2, 10),
        Veld("max_keuzes", "keuze", keuzes=("een", "alle"), getallen=_tussen),
        Veld("geschud", "keuze", keuzes=("ja", "nee"), extra=True),
    )
    ZINNEN = (
        "geschud",
        "een",
        "hoogstens",
        "zoveel_u_wilt",
        "nog",
        "vol",
        "leeg",
        "gelijk",
        "vel_een",
        "vel_hoogstens",
        "vel_alle",
    )
    MELDINGEN = ("te_veel",)

    def opzet(self, antwoorden: Mapping[str, Any]) -> Opzet:
        """Keep how many may be chosen as a number, None for any."""
        hoeveel = antwoorden["max_keuzes"]
        grens = {"een": 1, "alle": None}[hoeveel] if hoeveel in ("een", "alle") else int(hoeveel)
        geschud = {"geschud": True} if antwoorden.get("geschud") == "ja" else {}
        return Opzet(tuple(antwoorden["opties"]), {"max_keuzes": grens, **geschud})

    def antwoorden(self, opzet: Opzet) -> dict[str, Any]:
        """Return how many as the button that was tapped."""
        grens = opzet.instellingen["max_keuzes"]
        hoeveel = {1: "een", None: "alle"}.get(grens, str(grens))
        return {"opties": list(opzet.opties), "max_keuzes": hoeveel, "geschud": "ja" if opzet.geschud else "nee"}

    def scherm(self, opzet: Opzet, inhoud: str | None, volgorde: Sequence[int]) -> Scherm:
        """Return a button per option. With one choice a tap chooses; with more a tap puts one on or takes it off."""
        gekozen, grens = _lees(inhoud), opzet.instellingen["max_keuzes"]
        knoppen = tuple(
            (Knop(f"{n}{WEG}" if n in gekozen and grens != 1 else f"{n}", opzet.opties[n], n in gekozen),)
            for n in volgorde
        )
        stem = tuple(opzet.opties[n] for n in volgorde if n in gekozen)
        eigen = (Zin("geschud"),) if opzet.geschud else ()
        return Scherm(knoppen, zinnen=(*_zinnen(grens, inhoud, len(gekozen)), *eigen), stem=stem)

    def vel(self, opzet: Opzet, volgorde: Sequence[int]) -> Vel:
        """Return a box per option."""
        grens = opzet.instellingen["max_keuzes"]
        hoe = Zin("vel_alle") if grens is None else Zin("vel_hoogstens", {"aantal": grens})
        return Vel(tuple(opzet.opties[n] for n in volgorde), zinnen=(Zin("vel_een") if grens == 1 else hoe,))

    def stem(self, opzet: Opzet, inhoud: str | None, daad: str) -> str | None:
        """Put an option on the ballot (`3`) or take it off (`3-`); the same tap twice is once.

        Who takes off the last has an empty ballot: taking part stays, and is seen; without a ballot there is nothing
        to take off.
        """
        grens, weg = opzet.instellingen["max_keuzes"], daad.endswith(WEG)
        optie = nummer_van(daad.removesuffix(WEG), len(opzet.opties))
        if optie is None:
            return None
        if grens == 1:
            return None if weg else f"[{optie}]"
        oud = _lees(inhoud)
        nieuw = oud - {optie} if weg else oud | {optie}
        if nieuw == oud:
            return None
        if grens is not None and len(nieuw) > grens:
            raise KanNiet("te_veel")
        return _schrijf(nieuw)

    def in_een_tik(self, opzet: Opzet) -> bool:
        """With one choice."""
        return bool(opzet.instellingen["max_keuzes"] == 1)

    def tel(self, opzet: Opzet, biljetten: Mapping[str, int]) -> Uitslag:
        """Count per option."""
        stemmen = [0] * len(opzet.opties)
        for inhoud, aantal in biljetten.items():
            for optie in _lees(inhoud):
                stemmen[optie] += aantal
        regels = tuple(Regel(tekst, (aantal,)) for tekst, aantal in zip(opzet.opties, stemmen, strict=True))
        leeg = biljetten.get(_schrijf(()), 0)
        return Uitslag(regels, sum(biljetten.values()), leeg, per_stem=opzet.instellingen["max_keuzes"])

    def duid(self, opzet: Opzet, getoond: Getoond) -> Getoond:
        """Say it when nothing came out on top by itself."""
        gelijk = gelijk_bovenaan(getoond)
        zin = Zin("gelijk", {"opties": op_een_rij(regel.naam for regel in gelijk)})
        return replace(getoond, zinnen=(zin,)) if gelijk else getoond


METHODE = Keuze()


def _zinnen(grens: int | None, inhoud: str | None, gekozen: int) -> tuple[Zin, ...]:
    if grens == 1:
        return (Zin("een"),)
    eerst = Zin("hoogstens", {"aantal": grens}) if grens else Zin("zoveel_u_wilt")
    if inhoud is not None and not gekozen:
        return eerst, Zin("leeg")
    if grens is None:
        return (eerst,)
    return eerst, Zin("nog", {"aantal": grens - gekozen}) if gekozen < grens else Zin("vol")


def _lees(inhoud: str | None) -> frozenset[int]:
    return frozenset(json.loads(inhoud)) if inhoud else frozenset()


def _schrijf(gekozen: Collection[int]) -> str:
    return json.dumps(sorted(gekozen), separators=(",", ":"))

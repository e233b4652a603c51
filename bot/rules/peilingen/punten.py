"""Punten (Lingewaard): each divides the same number of points; a ballot counts when all of them are divided."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.rules.kleine_cellen import NIET_GETOOND, Cel
from bot.rules.peilingen import (
    Getoond,
    KanNiet,
    Knop,
    Methode,
    Opzet,
    Regel,
    Scherm,
    Uitslag,
    Veld,
    Zin,
    gelijk_bovenaan,
    nummer_van,
)

AANTALLEN = ("10", "15", "20")
"""How many points one can have. With ten at least, ten ballots are a hundred points: a part of them names nobody."""
LEEG = "leeg"
_KORT = 30


class Punten(Methode):
    """A tap says how many points an option has after it, so that the same tap twice is once."""

    velden = (Veld("opties", "regels", 2, 8), Veld("punten", "keuze", keuzes=AANTALLEN))
    ZINNEN = ("uitleg", "nog", "op", "regel", "deel", "gelijk")
    KNOPPEN = ("min", "plus", "stand", "leeg", "stem")
    MELDINGEN = ("op",)

    def opzet(self, antwoorden: Mapping[str, Any]) -> Opzet:
        """Keep how many points as a number."""
        return super().opzet({**antwoorden, "punten": int(antwoorden["punten"])})

    def antwoorden(self, opzet: Opzet) -> dict[str, Any]:
        """Return how many as the button that was tapped."""
        return {"opties": list(opzet.opties), "punten": str(opzet.instellingen["punten"])}

    def scherm(self, opzet: Opzet, inhoud: str | None, volgorde: Sequence[int]) -> Scherm:
        """Return a row per option, with what it has between minus and plus; the options themselves are lines."""
        gaf, punten = _lees(opzet, inhoud), opzet.instellingen["punten"]
        rijen = [_rij(plek, n, gaf[n]) for plek, n in enumerate(volgorde, 1)]
        if sum(gaf):
            rijen.append((Knop(LEEG, Zin("leeg")),))
        regels = tuple(
            Zin("regel", {"plek": plek, "optie": opzet.opties[n], "punten": gaf[n]})
            for plek, n in enumerate(volgorde, 1)
        )
        nog = punten - sum(gaf)
        zinnen = (Zin("uitleg", {"punten": punten}), Zin("nog", {"aantal": nog}) if nog else Zin("op"))
        stem = tuple(Zin("stem", {"optie": _kort(opzet.opties[n]), "punten": gaf[n]}) for n in volgorde if gaf[n])
        return Scherm(tuple(rijen), regels, zinnen, () if nog else stem)

    def stem(self, opzet: Opzet, inhoud: str | None, daad: str) -> str | None:
        """Give an option so many points (`3.4`), or take all back (`leeg`)."""
        gaf, punten = _lees(opzet, inhoud), opzet.instellingen["punten"]
        if daad == LEEG:
            return _schrijf([0] * len(gaf)) if sum(gaf) else None
        optie, _, hoeveel = daad.partition(".")
        nummer, nieuw = nummer_van(optie, len(gaf)), nummer_van(hoeveel, punten + 2)
        if nummer is None or nieuw is None or nieuw == gaf[nummer]:
            return None
        if sum(gaf) - gaf[nummer] + nieuw > punten:
            raise KanNiet("op")
        return _schrijf([*gaf[:nummer], nieuw, *gaf[nummer + 1 :]])

    def compleet(self, opzet: Opzet, inhoud: str) -> bool:
        """When all points are divided."""
        return bool(sum(_lees(opzet, inhoud)) == opzet.instellingen["punten"])

    def tel(self, opzet: Opzet, biljetten: Mapping[str, int]) -> Uitslag:
        """Add up the points per option."""
        totaal = [0] * len(opzet.opties)
        for inhoud, aantal in biljetten.items():
            for nummer, gaf in enumerate(_lees(opzet, inhoud)):
                totaal[nummer] += gaf * aantal
        regels = tuple(Regel(tekst, (aantal,)) for tekst, aantal in zip(opzet.opties, totaal, strict=True))
        return Uitslag(regels, sum(biljetten.values()), punten=opzet.instellingen["punten"])

    def duid(self, opzet: Opzet, getoond: Getoond) -> Getoond:
        """Rank the options by their part of all points, and say it when none is on top by itself."""
        regels = tuple(sorted(getoond.regels, key=lambda regel: _hoogte(regel.cellen[0]), reverse=True))
        gelijk = gelijk_bovenaan(getoond)
        zinnen = [Zin("deel", {"punten": opzet.instellingen["punten"]})]
        if gelijk:
            zinnen.append(Zin("gelijk", {"opties": "; ".join(regel.naam for regel in gelijk)}))
        return replace(getoond, regels=regels, zinnen=tuple(zinnen))


METHODE = Punten()


def _rij(plek: int, nummer: int, heeft: int) -> tuple[Knop, ...]:
    """Return the buttons of one option; the one in the middle adds too, for thumbs."""
    return (
        Knop(f"{nummer}.{max(heeft - 1, 0)}", Zin("min")),
        Knop(f"{nummer}.{heeft + 1}", Zin("stand", {"plek": plek, "punten": heeft})),
        Knop(f"{nummer}.{heeft + 1}", Zin("plus")),
    )


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _KORT else f"{tekst[: _KORT - 1]}…"


def _hoogte(cel: Cel) -> int:
    """Return where a line stands: what is not shown has nearly all points, what is small comes last."""
    return cel if isinstance(cel, int) else 100 if cel == NIET_GETOOND else 0


def _lees(opzet: Opzet, inhoud: str | None) -> list[int]:
    return list(json.loads(inhoud)) if inhoud else [0] * len(opzet.opties)


def _schrijf(gaf: Sequence[int]) -> str:
    return json.dumps(list(gaf), separators=(",", ":"))

"""Punten (Lingewaard): each divides the same number of points; a ballot counts when all of them are divided."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.rules.kleine_cellen import NIET_GETOOND, Cel
from bot.rules.peilingen import KanNiet, Methode, Opzet, Veld, nummer_van
from bot.rules.peilscherm import Knop, Scherm, Zin, op_een_rij
from bot.rules.peiltelling import Getoond, Regel, Uitslag, gelijk_bovenaan
from bot.rules.stemvel import Vel

AANTALLEN = ("10", "15", "20")
"""How many points one can have. With ten at least, ten ballots are a hundred points: a part of them names nobody."""
LEEG = "leeg"
_KORT = 30
"""A phone cuts off what is longer on a button."""


class Punten(Methode):
    """A tap says how many points an option has after it, so that the same tap twice is once."""

    PLEK = 5
    velden = (Veld("opties", "regels", 2, 6), Veld("punten", "keuze", keuzes=AANTALLEN))
    ZINNEN = ("uitleg", "nog", "op", "regel", "deel", "gelijk", "vel")
    KNOPPEN = ("min", "plus", "stand", "leeg")
    MELDINGEN = ("op",)

    def opzet(self, antwoorden: Mapping[str, Any]) -> Opzet:
        """Keep how many points as a number."""
        return super().opzet({**antwoorden, "punten": int(antwoorden["punten"])})

    def antwoorden(self, opzet: Opzet) -> dict[str, Any]:
        """Return how many as the button that was tapped."""
        return {"opties": list(opzet.opties), "punten": str(opzet.instellingen["punten"])}

    def scherm(self, opzet: Opzet, inhoud: str | None, volgorde: Sequence[int]) -> Scherm:
        """Return two rows per option: what it has, which is a plus too, and under it minus, and plus with what is left.

        Who divides has the options on the buttons; they are lines at first, and where a button cuts one off.
        """
        gaf, punten = _lees(opzet, inhoud), opzet.instellingen["punten"]
        nog = punten - sum(gaf)
        rijen = [rij for n in volgorde for rij in _rijen(opzet.opties[n], n, gaf[n], nog)]
        if sum(gaf):
            rijen.append((Knop(LEEG, Zin("leeg")),))
        in_tekst = inhoud is None or any(len(optie) > _KORT for optie in opzet.opties)
        regels = tuple(Zin("regel", {"optie": opzet.opties[n], "punten": gaf[n]}) for n in volgorde if in_tekst)
        uitleg = () if sum(gaf) else (Zin("uitleg", {"punten": punten}),)
        stem = tuple(_stand(opzet.opties[n], gaf[n]) for n in volgorde if gaf[n])
        zinnen = (*uitleg, Zin("nog", {"aantal": nog}) if nog else Zin("op"))
        return Scherm(tuple(rijen), regels, zinnen, () if nog else stem)

    def vel(self, opzet: Opzet, volgorde: Sequence[int]) -> Vel:
        """Return a box for a number per option."""
        hoe = Zin("vel", {"punten": opzet.instellingen["punten"]})
        return Vel(tuple(opzet.opties[n] for n in volgorde), vak="getal", zinnen=(hoe,))

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
            zinnen.append(Zin("gelijk", {"opties": op_een_rij(regel.naam for regel in gelijk)}))
        return replace(getoond, regels=regels, zinnen=tuple(zinnen))


METHODE = Punten()


def _rijen(optie: str, nummer: int, heeft: int, nog: int) -> tuple[tuple[Knop, ...], ...]:
    minder, meer = f"{nummer}.{max(heeft - 1, 0)}", f"{nummer}.{heeft + 1}"
    return (Knop(meer, _stand(optie, heeft)),), (Knop(minder, Zin("min")), Knop(meer, Zin("plus", {"punten": nog})))


def _stand(optie: str, heeft: int) -> Zin:
    kort = optie if len(optie) <= _KORT else f"{optie[: _KORT - 1]}…"
    return Zin("stand", {"optie": kort, "punten": heeft})


def _hoogte(cel: Cel) -> int:
    """Return where a line stands: what is not shown has nearly all points, what is small comes last."""
    return cel if isinstance(cel, int) else 100 if cel == NIET_GETOOND else 0


def _lees(opzet: Opzet, inhoud: str | None) -> list[int]:
    return list(json.loads(inhoud)) if inhoud else [0] * len(opzet.opties)


def _schrijf(gaf: Sequence[int]) -> str:
    return json.dumps(list(gaf), separators=(",", ":"))

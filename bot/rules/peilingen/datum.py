"""Datum: which evening suits; per moment yes, if need be, or no. What one does not tap is a no."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.rules.kleine_cellen import ongeveer
from bot.rules.peilingen import Methode, Opzet, Veld, nummer_van
from bot.rules.peilscherm import Knop, Scherm, Zin
from bot.rules.peiltelling import Getoond, GetoondeRegel, Regel, Uitslag
from bot.rules.stemvel import Vel

ANTWOORDEN = {"j": "ja", "m": "misschien", "n": "nee"}
"""What stands on a ballot for a moment, and the column that it counts in."""


class Datum(Methode):
    """Options are moments, as ISO strings; people read them in their own language."""

    PLEK = 3
    velden = (Veld("opties", "momenten", 2, 6),)
    ZINNEN = ("uitleg", "dag", "beste", "gelijk", "vel")
    KNOPPEN = ("dag", "kort", "ja", "misschien", "nee", "stem_ja", "stem_misschien")
    KOLOMMEN = tuple(ANTWOORDEN.values())
    OPNIEUW = False
    STEUN = False

    def scherm(self, opzet: Opzet, inhoud: str | None, volgorde: Sequence[int]) -> Scherm:
        """Return per moment the moment itself, which is a yes too, with under it the three answers."""
        gaf = _lees(opzet, inhoud)
        rijen: list[tuple[Knop, ...]] = []
        for n in volgorde:
            rijen.append((Knop(f"{n}j", Zin("kort", {"kort": opzet.opties[n]})),))
            aan = inhoud is not None
            rijen.append(tuple(Knop(f"{n}{a}", Zin(wat), aan and gaf[n] == a) for a, wat in ANTWOORDEN.items()))
        stem = tuple(Zin(f"stem_{ANTWOORDEN[gaf[n]]}", {"kort": opzet.opties[n]}) for n in volgorde if gaf[n] != "n")
        dagen = tuple(Zin("dag", {"moment": opzet.opties[n]}) for n in volgorde)
        return Scherm(tuple(rijen), dagen if inhoud is None else (), (Zin("uitleg"),), stem)

    def vel(self, opzet: Opzet, volgorde: Sequence[int]) -> Vel:
        """Return three boxes per moment."""
        dagen = tuple(Zin("dag", {"moment": opzet.opties[n]}) for n in volgorde)
        return Vel(dagen, tuple(Zin(antwoord) for antwoord in ANTWOORDEN.values()), zinnen=(Zin("vel"),))

    def stem(self, opzet: Opzet, inhoud: str | None, daad: str) -> str | None:
        """Put one answer on the ballot: `0j`, `0m` or `0n`."""
        nummer = nummer_van(daad[:-1], len(opzet.opties))
        if nummer is None or daad[-1:] not in ANTWOORDEN:
            return None
        gaf = _lees(opzet, inhoud)
        nieuw = json.dumps(gaf[:nummer] + daad[-1] + gaf[nummer + 1 :])
        return None if nieuw == inhoud else nieuw

    def tel(self, opzet: Opzet, biljetten: Mapping[str, int]) -> Uitslag:
        """Count the three answers per moment."""
        tellers = [dict.fromkeys(ANTWOORDEN, 0) for _ in opzet.opties]
        for inhoud, aantal in biljetten.items():
            for teller, antwoord in zip(tellers, _lees(opzet, inhoud), strict=True):
                teller[antwoord] += aantal
        regels = tuple(
            Regel(moment, tuple(teller.values()), Zin("dag", {"moment": moment}))
            for moment, teller in zip(opzet.opties, tellers, strict=True)
        )
        return Uitslag(regels, sum(biljetten.values()), kolommen=self.KOLOMMEN)

    def duid(self, opzet: Opzet, getoond: Getoond) -> Getoond:
        """Put what suits most on top: by yes, then by if need be; and say which that is, or that several share it."""
        waarden = {regel.naam: _waarde(regel, getoond) for regel in getoond.regels}
        regels = tuple(sorted(getoond.regels, key=lambda regel: waarden[regel.naam], reverse=True))
        beste = tuple(regel.naam for regel in regels if waarden[regel.naam] == waarden[regels[0].naam])
        if len(beste) == len(regels):
            return getoond
        zin = Zin("gelijk", {"aantal": len(beste)}) if len(beste) > 1 else Zin("beste", {"moment": beste[0]})
        return replace(getoond, regels=regels, zinnen=(zin,), momenten=beste)


METHODE = Datum()


def _lees(opzet: Opzet, inhoud: str | None) -> str:
    return str(json.loads(inhoud)) if inhoud else "n" * len(opzet.opties)


def _waarde(regel: GetoondeRegel, getoond: Getoond) -> tuple[int, int]:
    """Return about how many yes and if need be a moment has, by what everyone sees."""
    ja, misschien, _ = ongeveer(regel.cellen, int(getoond.stemmen), exact=getoond.exact)
    return ja, misschien

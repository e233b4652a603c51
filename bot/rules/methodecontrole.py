"""How those who count came to count: by which method, in which role, and by whom (docs/bewijs.md, step 11). Pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bot.rules.openingcontrole import Openingen

_ZELF, _MEER = -1, -2


@dataclass(frozen=True)
class Methoden:
    """Of those who count for a condition under a version, how their evidence was recorded.

    Args:
        hoe: how many have evidence by this method and role; who has several kinds is in each.
        onbekend: of how many nothing can be read: they were erased.
        een: how many count only by what the one recorder wrote down by whom most do.
        vastleggers: how many such recorders there are.
    """

    versie: int
    drempel: str
    samen: int
    hoe: Mapping[tuple[str, str], int]
    onbekend: int
    een: int
    vastleggers: int


def tel_methoden(openingen: Openingen) -> list[Methoden]:
    """Count them for each condition of each version, after who counts was found right."""
    return [
        _tel(openingen, nummer, drempel, versie.telt[drempel], per_huis=versie.eenheid == "huishoudens")
        for nummer, versie in openingen.log.versies.items()
        for drempel in versie.telt
    ]


def _tel(openingen: Openingen, nummer: int, drempel: str, soorten: frozenset[str], *, per_huis: bool) -> Methoden:
    regels = [regel for regel in openingen.telt if openingen.log.geteld[regel.id] == (nummer, drempel)]
    wie = {regel.huishouden if per_huis else regel.bewoner for regel in regels}
    manieren: dict[tuple[str, str], int] = {}
    namen: dict[str, int] = {}
    hoe: dict[str, int] = {}  # of each a bit per way: so many people fit in memory
    door: dict[str, int] = {}
    for deel in openingen.bewijs:
        bewoner = openingen.bewoners[deel.bewoner]
        wat = bewoner.huishouden if per_huis else deel.bewoner
        if wat not in wie or bewoner.tot is not None or deel.soort not in soorten or deel.versie < 1:
            continue
        manier = manieren.setdefault((deel.methode, deel.door), len(manieren))
        hoe[wat] = hoe.get(wat, 0) | 1 << manier
        naam = _ZELF if deel.vastlegger is None else namen.setdefault(deel.vastlegger, len(namen))
        door[wat] = naam if door.get(wat, naam) == naam else _MEER
    maskers = Counter(hoe.values())
    per_een = Counter(naam for naam in door.values() if naam >= 0)
    return Methoden(
        nummer,
        drempel,
        len(regels),
        {manier: sum(n for masker, n in maskers.items() if masker >> nr & 1) for manier, nr in manieren.items()},
        len(wie) - len(hoe),
        max(per_een.values(), default=0),
        len(per_een),
    )

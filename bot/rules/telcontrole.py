"""Checking who counts: the public leaves, beside what the auditor can read (docs/bewijs.md, steps 5 to 8). Pure."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from bot.rules.logcontrole import Onjuist
from bot.rules.openingcontrole import Huishouden, Openingen, Telregel
from bot.rules.uitslagcontrole import Versie

STOELEN_ALS_ONBEKEND = 4
MINSTENS = 10


@dataclass(frozen=True)
class Noemer:
    """Out of how many, now, at least and at most; and what the last outcome said (None: nothing)."""

    versie: int
    drempel: str
    laag: int
    hoog: int
    uitslag: tuple[int, int] | None


def controleer_tellers(openingen: Openingen) -> list[Noemer]:
    """Hold who counts, by the log, against what the openings say; return the denominators, to compare.

    Raises:
        Onjuist: the first thing that is wrong.
    """
    per_wat = _per_voorwaarde(openingen)
    noemers = []
    for nummer, versie in openingen.log.versies.items():
        for drempel in versie.telt:
            regels = per_wat.get((nummer, drempel), [])
            _Voorwaarde(openingen, versie, drempel, regels).controleer()
            noemers.append(_noemer(openingen, nummer, versie, drempel, regels))
    return noemers


def _per_voorwaarde(openingen: Openingen) -> dict[tuple[int, str], list[Telregel]]:
    """Step 5: as many leaves as have not lapsed are opened, each once, and nothing else is."""
    log, ids = openingen.log, [regel.id for regel in openingen.telt]
    per_wat = defaultdict(list)
    for regel in openingen.telt:
        if regel.id in log.geteld:
            per_wat[log.geteld[regel.id]].append(regel)
    geopend = {wat: len(regels) for wat, regels in per_wat.items()}
    if len(ids) != len(set(ids)) or sum(geopend.values()) != len(ids) or geopend != dict(+log.tellers):
        raise Onjuist("telt", "niet van ieder die telt staat er precies een keer wie dat is")
    return per_wat


class _Voorwaarde:
    def __init__(self, openingen: Openingen, versie: Versie, drempel: str, regels: list[Telregel]) -> None:
        self.openingen, self.versie, self.drempel, self.regels = openingen, versie, drempel, regels
        self.per_huis = versie.eenheid == "huishoudens"

    def controleer(self) -> None:
        for regel in self.regels:
            self._past(regel)
        wie = Counter(regel.huishouden if self.per_huis else regel.bewoner for regel in self.regels)
        if dubbel := [id_ for id_, n in wie.items() if n > 1]:
            self._fout(f"{dubbel[0]} telt twee keer")
        gehoord = self._gehoord(zelf=False)
        if len(wie.keys() & self._zonder_bewijs()) > self.openingen.dicht:
            self._fout("er tellen er meer die gewist zouden zijn dan er bladen dicht zijn")
        if not self.per_huis and (vreemd := wie.keys() - gehoord.keys()):
            self._fout(f"{min(map(str, vreemd))} telt zonder bewijs")
        moet, is_nu = self._moet(gehoord), Counter(regel.huishouden for regel in self.regels)
        if not self.regels and sum(moet.values()) < MINSTENS:
            return
        zelf = self._moet(self._gehoord(zelf=True))
        is_zelf = Counter(regel.huishouden for regel in self.regels if regel.zelf)
        gewist = {bewoner.huishouden for bewoner in self.openingen.bewoners.values() if bewoner.gewist}
        for huis in self.openingen.huishoudens:
            mag_een = self.per_huis and huis in gewist and is_nu[huis] == 1
            if is_nu[huis] != moet[huis] and not mag_een:
                self._fout(f"op adres {huis} tellen er {is_nu[huis]}; dat moeten er {moet[huis]} zijn")
            if huis not in gewist and is_zelf[huis] != zelf[huis]:
                self._fout(
                    f"op adres {huis} tellen er {is_zelf[huis]} zonder het team; dat moeten er {zelf[huis]} zijn"
                )

    def _past(self, regel: Telregel) -> None:
        huis = self.openingen.huishoudens.get(regel.huishouden)
        bewoner = None if regel.bewoner is None else self.openingen.bewoners.get(regel.bewoner)
        hier = bewoner is not None and bewoner.huishouden == regel.huishouden and bewoner.tot is None
        if huis is None or (regel.bewoner is not None if self.per_huis else not hier):
            self._fout(f"wie blad {regel.id} telt woont daar niet")
        if self.versie.eenheid == "eigenaren" and (huis is None or huis.eigendom != "koop"):
            self._fout(f"wie blad {regel.id} telt woont niet in een koophuis")

    def _zonder_bewijs(self) -> set[str]:
        """Return who can only count because they were erased: each left a leaf behind that nobody opens."""
        bewoners = self.openingen.bewoners
        met = {deel.bewoner for deel in self.openingen.bewijs}
        if self.per_huis:
            met_huis = {bewoners[id_].huishouden for id_ in met}
            return {b.huishouden for b in bewoners.values() if b.gewist} - met_huis
        return {id_ for id_, bewoner in bewoners.items() if bewoner.gewist} - met

    def _gehoord(self, *, zelf: bool) -> dict[str, str]:
        """Return the residents who are heard, with their address.

        Args:
            zelf: only by what staff did not record.
        """
        bewoners, telt = self.openingen.bewoners, self.versie.telt[self.drempel]
        uit = {
            deel.bewoner: bewoners[deel.bewoner].huishouden
            for deel in self.openingen.bewijs
            if deel.soort in telt and deel.versie >= 1 and (deel.zelf or not zelf)
            if bewoners[deel.bewoner].tot is None
        }
        for regel in self.regels:  # who was erased counts on
            if regel.bewoner is not None and bewoners[regel.bewoner].gewist and (regel.zelf or not zelf):
                uit[regel.bewoner] = regel.huishouden
        return uit

    def _moet(self, gehoord: dict[str, str]) -> Counter[str]:
        """Return per address how many must count."""
        moet: Counter[str] = Counter()
        for id_, n in Counter(gehoord.values()).items():
            huis = self.openingen.huishoudens[id_]
            if self.versie.eenheid != "eigenaren" or huis.eigendom == "koop":
                geteld = min(n, stoelen(huis))
                moet[id_] = min(geteld, 1) if self.per_huis else geteld
        return moet

    def _fout(self, uitleg: str) -> None:
        raise Onjuist("telt", f"{self.drempel}: {uitleg}")


def stoelen(huis: Huishouden) -> int:
    """Return how many people of an address count at most."""
    return STOELEN_ALS_ONBEKEND if huis.volwassenen is None else huis.volwassenen


def _noemer(openingen: Openingen, nummer: int, versie: Versie, drempel: str, regels: list[Telregel]) -> Noemer:
    """Step 8: the denominator by the address list of now, unless one was agreed."""
    geteld = Counter(regel.huishouden for regel in regels)
    laag = hoog = versie.aantal
    if not versie.aantal:
        for id_, huis in openingen.huishoudens.items():
            koop = versie.eenheid != "eigenaren" or huis.eigendom == "koop"
            misschien = koop or huis.eigendom is None
            minstens = max(geteld[id_], 1) if huis.volwassenen is None else huis.volwassenen
            laag += (1 if versie.eenheid == "huishoudens" else minstens) if koop else 0
            hoog += (1 if versie.eenheid == "huishoudens" else stoelen(huis)) if misschien else 0
    return Noemer(nummer, drempel, laag, hoog, _laatste(openingen, nummer, drempel))


def _laatste(openingen: Openingen, nummer: int, drempel: str) -> tuple[int, int] | None:
    for plek in sorted(openingen.log.uitslagen, reverse=True):
        blad: dict[str, Any] = openingen.log.uitslagen[plek]
        for stand in blad["met_staf"] if blad["spelregels"] == nummer else ():
            if stand["soort"] == drempel and stand["noemer"] is not None:
                return stand["noemer_laag"], stand["noemer"]
    return None

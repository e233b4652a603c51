"""Any order of what can happen to evidence: the bot counts what a simple model counts, and the log says the same.

The model (tests/buurtmodel.py) is written from docs/bewijs.md and the domain; every act goes through the services.
"""

import json
import random
import secrets
from collections import Counter
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import Connection

from bot.rules import ijkpunt
from bot.rules.canoniek import canoniek
from bot.rules.logcontrole import controleer
from bot.rules.merkle import blad_hash
from bot.rules.openingcontrole import Openingen
from bot.rules.spelregels import EENHEDEN
from bot.rules.standcontrole import controleer_getallen, terugblik
from bot.rules.telcontrole import controleer_tellers
from bot.services import bewijslog, uitslagblad
from bot.services import stand as standen
from bot.services.bewijslog import MINSTENS
from bot.services.handeling import AMSTERDAM
from bot.storage import bewijslog as opslag
from bot.storage import openingen, telt
from tests import levendebuurt
from tests.buurtmodel import Huis, Mens, Versie, verdict
from tests.levendebuurt import ALI, NOOR
from tests.levendestaf import Buurt

WELKE = st.integers(0, 11)
ADRES = st.integers(0, len(levendebuurt.VOLWASSENEN) - 1)
STOEL = st.integers(1, 4)
STAF = st.sampled_from((NOOR, ALI))
GEHEIM = bytes(range(32))


class Leven(RuleBasedStateMachine):
    """A neighbourhood, with all that can happen in any order."""

    tx: Connection
    gezien: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self.buurt = Buurt(self.tx)
        self.model = self.buurt.model

    @initialize(vast=st.integers(0, 3), menigte=st.integers(0, 3))
    def begin(self, vast: int, menigte: int) -> None:
        """Most lives begin with rules that hold and more than ten people who count, or the log would say little."""
        if vast:
            self.stelt_vast("bewoners", ("gesprek",), ("gehoord", "informatie"))
        alle = [(huis, huis.stoelen) for huis in self.model.huizen]
        for huis, _ in alle if menigte else ():
            self.buurt.spreekt(NOOR, huis, frozenset(range(1, huis.stoelen + 1)))
        if menigte > 1:
            self.buurt.voert_papier_in(NOOR, alle, 0)
            self.buurt.tweede_persoon(0, ja=True)

    def huis(self, adres: int) -> Huis:
        return self.model.huizen[adres]

    def mens(self, welke: int) -> Mens | None:
        met = [mens for _, mens in self.model.mensen() if mens.account]
        return met[welke % len(met)] if met else None

    @rule(adressen=st.lists(ADRES, min_size=1, max_size=8), antwoord=st.sampled_from(("ja", "nee", "weet_niet")))
    def komen(self, adressen: list[int], antwoord: str) -> None:
        for adres in adressen:
            self.buurt.komt(self.huis(adres), antwoord)

    @rule(wie=st.lists(WELKE, min_size=1, max_size=8), welke=WELKE)
    def stemmen(self, wie: list[int], welke: int) -> None:
        for nummer in wie:
            if mens := self.mens(nummer):
                self.buurt.stemt(mens, welke)

    @rule(wie=st.lists(WELKE, min_size=1, max_size=4), welke=WELKE)
    def halen_stem_weg(self, wie: list[int], welke: int) -> None:
        for nummer in wie:
            if mens := self.mens(nummer):
                self.buurt.haalt_stem_weg(mens, welke)

    @rule(wie=STAF, plekken=st.lists(st.tuples(ADRES, STOEL), min_size=1, max_size=8), welke=WELKE)
    def voert_stemmen_in(self, wie: str, plekken: list[tuple[int, int]], welke: int) -> None:
        for adres, stoel in plekken:
            self.buurt.voert_stem_in(wie, self.huis(adres), stoel, welke)
        self.buurt.legt_stapel_voor(wie, welke)

    @rule(wie=st.lists(WELKE, min_size=1, max_size=8), welke=WELKE)
    def checken_in(self, wie: list[int], welke: int) -> None:
        for nummer in wie:
            if mens := self.mens(nummer):
                self.buurt.checkt_in(mens, welke)

    @rule(wie=WELKE, welke=WELKE)
    def klopt_niet(self, wie: int, welke: int) -> None:
        if mens := self.mens(wie):
            self.buurt.neemt_terug(mens, welke)

    @precondition(lambda self: self.buurt.verzoeken)
    @rule(welke=WELKE, hoe=st.sampled_from(("akkoord", "blijft", "laat")))
    def behandelt(self, welke: int, hoe: str) -> None:
        self.buurt.behandelt(welke, hoe)

    @rule(wie=WELKE)
    def wist(self, wie: int) -> None:
        if mens := self.mens(wie):
            self.buurt.wist(mens)

    @rule(wie=STAF, adres=ADRES, stoel=STOEL)
    def wist_zonder_telefoon(self, wie: str, adres: int, stoel: int) -> None:
        self.buurt.wist_zonder_telefoon(wie, self.huis(adres), stoel)

    @rule(welke=WELKE, antwoord=st.sampled_from(("zelfde", "ander")))
    def zegt_wie(self, welke: int, antwoord: str) -> None:
        self.buurt.zegt_wie(welke, antwoord)

    @rule(wie=STAF, adressen=st.lists(ADRES, min_size=1, max_size=8), stoelen=st.frozensets(STOEL, min_size=1))
    def spreken(self, wie: str, adressen: list[int], stoelen: frozenset[int]) -> None:
        for adres in adressen:
            huis = self.huis(adres)
            self.buurt.spreekt(wie, huis, frozenset(stoel for stoel in stoelen if stoel <= huis.stoelen))

    @rule(wie=STAF, adres=ADRES)
    def herstelt(self, wie: str, adres: int) -> None:
        self.buurt.herstelt(wie, self.huis(adres))

    @rule(wie=STAF, adres=ADRES, stoel=STOEL, welke=WELKE, aan=st.booleans())
    def vinkt(self, wie: str, adres: int, stoel: int, welke: int, aan: bool) -> None:
        (self.buurt.vinkt_aan if aan else self.buurt.vinkt_uit)(wie, self.huis(adres), stoel, welke)

    @rule(wie=STAF, adres=ADRES, aantal=st.integers(0, 12), welke=WELKE)
    def telt_naamloos(self, wie: str, adres: int, aantal: int, welke: int) -> None:
        self.buurt.telt_naamloos(wie, self.huis(adres), aantal, welke)

    @rule(wie=STAF, regels=st.lists(st.tuples(ADRES, STOEL), min_size=1, max_size=6), welke=WELKE)
    def voert_papier_in(self, wie: str, regels: list[tuple[int, int]], welke: int) -> None:
        self.buurt.voert_papier_in(wie, [(self.huis(adres), aantal) for adres, aantal in regels], welke)

    @rule(welke=WELKE)
    def corrigeert_alles(self, welke: int) -> None:
        self.buurt.corrigeert_alles(welke)

    @precondition(lambda self: self.buurt.wachtend)
    @rule(welke=WELKE, ja=st.booleans())
    def tweede_persoon(self, welke: int, ja: bool) -> None:
        self.buurt.tweede_persoon(welke, ja)

    @rule(adres=ADRES, echt=st.integers(0, 2))
    def verhuist(self, adres: int, echt: int) -> None:
        if not echt:  # else nobody stays long enough
            self.buurt.verhuist(self.huis(adres))

    @rule(adres=ADRES, volwassenen=STOEL, eigendom=st.sampled_from(("koop", "huur", None)))
    def lijst(self, adres: int, volwassenen: int, eigendom: str | None) -> None:
        self.buurt.lijst(self.huis(adres), volwassenen, eigendom)

    @rule(vragen=st.booleans())
    def volgende_dag(self, vragen: bool) -> None:
        self.buurt.volgende_dag(vragen=vragen)

    @precondition(lambda self: self.model.versie < 4 and not self.buurt.dicht)
    @rule(
        eenheid=st.sampled_from(EENHEDEN),
        telt_ook=st.sampled_from(((), ("gesprek",))),
        soorten=st.sampled_from((("gehoord", "informatie"), ("informatie", "gehoord"), ("gehoord",))),
    )
    def stelt_vast(self, eenheid: str, telt_ook: tuple[str, ...], soorten: tuple[str, ...]) -> None:
        self.buurt.stelt_vast(eenheid, telt_ook, soorten)

    @rule()
    def verslag(self) -> None:
        uitslagblad.leg_tussenstand_vast(self.tx, self.buurt.wijk, self.buurt.now, AMSTERDAM, secrets.token_bytes(32))

    @precondition(lambda self: not self.buurt.dicht)
    @rule(echt=st.integers(0, 3))
    def sluit_af(self, echt: int) -> None:
        """Close the process: from then on a second person looks along with every correction."""
        if self.model.versies and not echt:
            uitslagblad.sluit_af(self.tx, self.buurt.wijk, self.buurt.now, AMSTERDAM, secrets.token_bytes(32))
            self.buurt.dicht = True

    @rule(per_keer=st.integers(1, 9))
    def nacht(self, per_keer: int) -> None:
        """Sequence in parts, as the shell does, and hold the whole log against what it should say."""
        tx, wijk, na = self.tx, self.buurt.wijk, 0
        regels = bewijslog.telregels(tx, wijk)
        while bereik := telt.volgend_bereik(tx, wijk, na, per_keer):
            bewijslog.werk_bij(tx, regels, bereik, secrets.token_bytes(32))
            na = bereik.tot
        assert not bewijslog.verschilt(tx, regels, bewijslog._ALLE)
        rijen = opslag.ongenummerd(tx, wijk, 0, 10**6)
        random.Random(per_keer).shuffle(rijen)
        for begin in range(0, len(rijen), 20 * per_keer):
            bewijslog.nummer(tx, wijk, rijen[begin : begin + 20 * per_keer])
        bewijslog.maak_ijkpunt(tx, wijk, self.buurt.now, AMSTERDAM)
        self.controleer_log()

    @invariant()
    def telt_wat_het_model_telt(self) -> None:
        tx, wijk = self.tx, self.buurt.wijk
        for versie, stand in zip(self.model.versies, standen.standen_per_versie(tx, wijk), strict=True):
            self.vergelijk(versie, stand, staf=True)
        if not self.model.versies:
            return
        laatste = self.model.versies[-1]
        self.vergelijk(laatste, standen.bereken_stand(tx, wijk, met_staf=False), staf=False)
        ervoor, eerste = standen.stand_van_ervoor(tx, wijk), self.model.versies[0]
        assert ervoor is not None
        voor = {d.soort: d.teller for d in ervoor.drempels}
        assert voor == {soort: self.model.teller(eerste, soort, voor=True) for soort in eerste.telt}

    def vergelijk(self, versie: Versie, stand: standen.Stand, *, staf: bool) -> None:
        for deel in stand.drempels:
            teller = self.model.teller(versie, deel.soort, staf=staf)
            assert deel.teller == deel.ondergrens == teller <= self.model.teller(versie, deel.soort)
            assert teller <= deel.bovengrens <= teller + self.model.misschien(versie, deel.soort) + 10 * (not staf)
            noemers = self.model.noemers(versie, deel.soort)
            if staf:
                assert (deel.noemer_laag, deel.noemer) == noemers
                assert deel.bovengrens <= deel.noemer or deel.teller == deel.bovengrens
            getallen = (deel.teller, deel.bovengrens), (deel.noemer_laag, deel.noemer)
            assert deel.verdict == verdict(*versie.aandeel[deel.soort], *getallen)
            self.gezien[deel.verdict] += 1
        weg = {s: sum(mens.deed(versie.telt[s]) for mens in self.model.vertrokken) for s in versie.telt}
        assert stand.vertrokken == weg

    def controleer_log(self) -> None:
        """Take the log as the auditor does, with the openings, and count its public leaves."""
        tx, wijk = self.tx, self.buurt.wijk
        opslag.teken(tx, [(h.id, ijkpunt.teken(h.ijkpunt, GEHEIM)) for h in opslag.ongetekend(tx, wijk)])
        hoofden = opslag.getekend(tx, wijk)
        grootte = hoofden[-1].grootte
        regels = [_regel(deel) for deel in opslag.bladzij(tx, wijk, 0, grootte)]
        sleutel = f"{ijkpunt.publiek(opslag.log_naam(tx, wijk), GEHEIM).tekst()}\n".encode()
        namen = ((f"{hoofd.grootte}-{hoofd.dag.isoformat()}.txt", hoofd.notitie.encode()) for hoofd in hoofden)
        log = controleer(regels, namen, sleutel, met_hashes=True)
        open_ = Openingen(log)
        open_.neem(f"{canoniek({soort: data})}\n".encode() for soort, data in self.openingen(grootte))
        controleer_tellers(open_)
        if (blik := terugblik(open_)) is not None:
            self.gezien["nagerekend"] += len(controleer_getallen(blik)) * (not blik.redenen)
        for versie in self.model.versies:
            for soort in versie.telt:
                teller, publiek = self.model.teller(versie, soort), log.tellers[versie.nummer, soort]
                ooit = any(wat == (versie.nummer, soort) for wat in log.geteld.values())
                assert publiek == (teller if ooit else 0)
                assert ooit or teller < MINSTENS
                self.gezien["publiek geteld"] += ooit

    def openingen(self, grootte: int) -> list[tuple[str, dict[str, Any]]]:
        tx, wijk, alle = self.tx, self.buurt.wijk, 10**6
        rijen = [("huishouden", rij.gegevens) for rij in openingen.huishoudens(tx, wijk, 0, alle)]
        bewoners = openingen.bewoners(tx, wijk, 0, alle, AMSTERDAM, leeftijd=False)
        rijen += [("bewoner", rij.gegevens) for rij in bewoners]
        for o in openingen.openingen(tx, wijk, 0, grootte):
            vast = {"nummer": o.nummer, "blad": json.loads(o.blad), "sleutel": o.sleutel.hex()}
            rijen.append(("opening", vast | {"record": json.loads(o.record), "vertrokken": o.vertrokken}))
        rijen += [("telt", rij.gegevens) for rij in openingen.tellers(tx, wijk, 0, alle, grootte)]
        for nummer, sleutel, record in openingen.uitslagen(tx, wijk, grootte):
            rijen.append(("uitslag", {"nummer": nummer, "sleutel": sleutel.hex(), "record": json.loads(record)}))
        return rijen

    def teardown(self) -> None:
        self.nacht(3)


def _regel(deel: opslag.Regel) -> bytes:
    if deel.openbaar:
        return f'{{"blad":{deel.blad}}}\n'.encode()
    return f'{{"hash":"{blad_hash(deel.blad.encode()).hex()}"}}\n'.encode()


def leef(tx: Connection, keren: int, stappen: int) -> Counter[str]:
    """Let so many neighbourhoods live so many steps; return what was seen."""
    soort = type("LevenHier", (Leven,), {"tx": tx, "gezien": Counter()})
    gezond = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    instelling = settings(max_examples=keren, stateful_step_count=stappen, suppress_health_check=gezond, deadline=None)
    run_state_machine_as_test(soort, settings=instelling)
    return soort.gezien  # type: ignore[no-any-return, attr-defined]


def test_the_bot_counts_what_the_model_counts_whatever_happens(tx: Connection) -> None:
    leef(tx, 6 if tx.dialect.name == "sqlite" else 2, 25)


@pytest.mark.zwaar
def test_nor_does_it_miscount_in_many_long_lives(tx: Connection) -> None:
    print(tx.dialect.name, sorted(leef(tx, 80 if tx.dialect.name == "sqlite" else 60, 60).items()))

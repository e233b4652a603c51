"""Whole polls of every method, with all that can happen to them in any order: the bot keeps what a small model keeps.

The model is a ballot per voter and poll. What a tap makes of a ballot the method itself says (tests/rules has that);
here is what the services and the storage make of it: who may, what counts, what stays of it, and what is forgotten.
"""

import secrets
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
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
from sqlalchemy import Connection, Engine, create_engine, event, select

from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules import huishoudcode
from bot.rules.adressen import Adres
from bot.rules.peilingen import METHODEN, KanNiet, Opzet
from bot.rules.peilinguitslag import toon
from bot.rules.peilingvorm import antwoorden_van
from bot.services import brieven, peiling, peilingvorm, stemmen, stemterug, wekker, wissen
from bot.services.handeling import AMSTERDAM, BEGELEIDER, Handeling, eis_rol
from bot.storage import accounts, peilingen, sqlalchemy_url, wekkers
from bot.storage import tables as t
from bot.storage.huishoudens import NieuweCode
from tests.builders import NU, PEPER, een_account, een_bewoner, een_huishouden, een_publiek_id, een_wijk, handeling
from tests.rules.test_peilingen import opzetten

MENSEN = 8
WIE = st.integers(0, MENSEN - 1)
IEDEREEN = st.lists(WIE, min_size=1, max_size=MENSEN)
WELKE = st.integers(0, 99)
TEKST = st.sampled_from(("Te duur", "<b>x</b> & =1+1", "مرحبا 👩‍👩‍👧", "{naam}"))


@dataclass
class Mens:
    """Someone with a phone.

    Args:
        wacht: the poll in which something that they type is waited for.
    """

    extern_id: str
    bewoner: int
    huisnummer: int
    hier: bool = True
    wacht: "Poll | None" = None


@dataclass
class Poll:
    """What is known of a poll, by the number of its voter.

    Args:
        deden_mee: who ever had a ballot that counted, and still has a name.
        los: its ballots are those of nobody any more.
    """

    methode: str
    opzet: Opzet
    sluit_op: datetime
    publiek_id: str
    id: int
    telt: dict[int, str] = field(default_factory=dict)
    concept: dict[int, str] = field(default_factory=dict)
    deden_mee: set[int] = field(default_factory=set)
    los: bool = False
    ingetrokken: bool = False

    def sluit(self) -> None:
        """Cut the ballots loose: what was not finished is gone."""
        self.los = True
        self.concept.clear()


class Peilleven(RuleBasedStateMachine):
    """A neighbourhood of eight, and what they and their begeleider do with polls."""

    url: ClassVar[str]
    gezien: ClassVar[Counter[str]]

    @initialize()
    def begin(self) -> None:
        """Let them join."""
        self.engine = open_engine(self.url)
        self.tx: Connection = self.engine.connect()
        self.now, self.polls, self.merk = NU, list[Poll](), een_publiek_id()
        self.wijk = een_wijk(self.tx, self.merk)
        accounts.zet_rollen(self.tx, self.wijk, [(BEGELEIDER, "telegram", f"noor {self.merk}")])
        self.mensen = []
        for nummer in range(MENSEN):
            bewoner = een_bewoner(self.tx, self.wijk, een_huishouden(self.tx, self.wijk, huisnummer=nummer + 1).id)
            een_account(self.tx, f"{nummer} {self.merk}", bewoner=bewoner)
            self.mensen.append(Mens(f"{nummer} {self.merk}", bewoner, nummer + 1))
        self.tx.commit()

    def teardown(self) -> None:
        if hasattr(self, "engine"):
            self.tx.close()
            self.engine.dispose()

    def als(self, mens: Mens | None) -> Handeling:
        return handeling(self.wijk, mens.extern_id if mens else f"noor {self.merk}", now=self.now)

    def doe(self, mens: Mens | None, service: Any, *wat: Any, **hoe: Any) -> str:
        """Run a service as its transaction does; return the key of the refusal, empty when it was done."""
        try:
            service(self.tx, self.als(mens), *wat, **hoe)
        except Geweigerd as nee:
            self.tx.rollback()
            self.gezien[nee.sleutel] += 1
            return nee.sleutel
        self.tx.commit()
        return ""

    def poll(self, welke: int) -> Poll:
        return self.polls[welke % len(self.polls)]

    def is_open(self, poll: Poll) -> bool:
        return not poll.los and self.now < poll.sluit_op

    @precondition(lambda self: len(self.polls) < 6)
    @rule(methode=st.sampled_from(sorted(METHODEN)), data=st.data(), uren=st.integers(2, 300), live=st.booleans())
    def opent(self, methode: str, data: st.DataObject, uren: int, live: bool) -> None:
        opzet = data.draw(opzetten(METHODEN[methode]))
        vast = antwoorden_van(methode, opzet) | {
            "vraag": "Wat vindt u?",
            "voor": "wijk",
            "live": "ja" if live else "nee",
        }
        sluit_op = self.now + timedelta(hours=uren)
        vast |= {"besluit": "nee", "sluit_op": sluit_op.isoformat()}
        noor = self.als(None)
        peiling.FORMULIER.klaar(self.tx, noor, eis_rol(self.tx, noor, BEGELEIDER), vast)
        self.tx.commit()
        nieuw = peilingen.recente(self.tx, self.wijk, None, 99)
        (deze,) = [een for een in nieuw if een.id not in {poll.id for poll in self.polls}]
        opzet = peilingvorm.opzet_van(deze, peilingen.opties(self.tx, deze.id))
        self.polls.append(Poll(methode, opzet, sluit_op, deze.publiek_id, deze.id))

    @precondition(lambda self: self.polls)
    @rule(wie=IEDEREEN, welke=WELKE, keren=st.sampled_from((1, 3, 25)), kies=st.data())
    def tikken(self, wie: list[int], welke: int, keren: int, kies: st.DataObject) -> None:
        """Some people tap what they see, one tap after another; or what nobody saw."""
        poll = self.poll(welke)
        for nummer in wie[: 30 // keren]:
            gedaan: set[str] = set()
            for _ in range(keren):
                mens, methode = self.mensen[nummer], METHODEN[poll.methode]
                nu = poll.concept.get(nummer, poll.telt.get(nummer))
                scherm = methode.scherm(poll.opzet, nu, range(len(poll.opzet.opties)))
                daden = [knop.daad for rij in scherm.knoppen for knop in rij]
                vers = [daad for daad in daden if daad not in gedaan]  # so that what takes many taps is finished too
                daad = kies.draw(st.sampled_from((vers or daden) if keren > 3 and daden else [*daden, "9e", ""]))
                gedaan.add(daad)
                nee = self.doe(mens, stemmen.stem, poll.publiek_id, daad)
                if not mens.hier:
                    assert nee in ("nog_niet_binnen", "verhuisd")
                elif not self.is_open(poll):
                    assert nee == "peiling.gesloten"
                else:
                    assert nee == ""
                    self.bewaar(nummer, poll, self.na_tik(poll, nu, daad))

    def na_tik(self, poll: Poll, nu: str | None, daad: str) -> str | None:
        try:
            return METHODEN[poll.methode].stem(poll.opzet, nu, daad)
        except KanNiet:
            return None

    def bewaar(self, nummer: int, poll: Poll, nieuw: str | None) -> None:
        methode, mens = METHODEN[poll.methode], self.mensen[nummer]
        if nieuw is None:
            return
        if methode.SCHRIJFT:
            wacht = methode.scherm(poll.opzet, nieuw, range(len(poll.opzet.opties))).tekst_tot
            mens.wacht = poll if wacht else None
        if not methode.compleet(poll.opzet, nieuw):
            poll.concept[nummer] = nieuw
            return
        poll.concept.pop(nummer, None)
        poll.telt[nummer] = nieuw
        poll.deden_mee.add(nummer)
        self.gezien[f"stem {poll.methode}"] += 1

    @precondition(lambda self: any(poll.telt for poll in self.polls))
    @rule(welke=WELKE, zeker=st.booleans())
    def haalt_weg(self, welke: int, zeker: bool) -> None:
        """Someone takes their own vote away: then they did not take part, and may vote anew."""
        stemmen_ = [(poll, nummer) for poll in self.polls for nummer in sorted(poll.telt)]
        poll, wie = stemmen_[-1 - welke % len(stemmen_)]
        mens = self.mensen[wie]
        nee = self.doe(mens, stemterug.haal_weg, poll.publiek_id, zeker=zeker)
        if not mens.hier:
            assert nee in ("nog_niet_binnen", "verhuisd")
            return
        assert nee == ""
        if not self.is_open(poll):
            poll.sluit()
        elif zeker and poll.telt.pop(wie, None) is not None:
            poll.concept.pop(wie, None)
            poll.deden_mee.discard(wie)
            mens.wacht = None
            self.gezien["weggehaald"] += 1

    @precondition(lambda self: any(mens.wacht for mens in self.mensen))
    @rule(welke=WELKE, tekst=TEKST)
    def typt(self, welke: int, tekst: str) -> None:
        """Someone types where their screen waits for it."""
        wachten = [nummer for nummer, mens in enumerate(self.mensen) if mens.wacht]
        nummer = wachten[welke % len(wachten)]
        mens = self.mensen[nummer]
        poll = mens.wacht
        assert poll is not None
        assert self.doe(mens, stemmen.typ, tekst) == ""
        if not self.is_open(poll):
            poll.sluit()
            mens.wacht = None
            return
        nu = poll.concept.get(nummer, poll.telt.get(nummer))
        self.bewaar(nummer, poll, METHODEN[poll.methode].schrijf(poll.opzet, nu, tekst))

    @precondition(lambda self: self.polls)
    @rule(wie=st.none() | WIE, welke=WELKE, daad=st.sampled_from(("sluit", "trek_in")), zeker=st.booleans())
    def beeindigt(self, wie: int | None, welke: int, daad: str, zeker: bool) -> None:
        poll, mens = self.poll(welke), None if wie is None else self.mensen[wie]
        nee = self.doe(mens, getattr(peiling, daad), poll.publiek_id, zeker=zeker)
        if mens is not None:
            assert nee in ("rol_nodig", "nog_niet_binnen", "verhuisd")
            return
        assert nee == ""
        if self.is_open(poll) and zeker:
            poll.ingetrokken = daad == "trek_in"
            poll.sluit()
        elif not self.is_open(poll):
            poll.sluit()

    @precondition(lambda self: self.polls)
    @rule(uren=st.sampled_from((1, 5, 30)), gewekt=st.booleans())
    def tijd(self, uren: int, gewekt: bool) -> None:
        """Time goes by, with the alarms or while the bot is down."""
        self.now += timedelta(hours=uren)
        if not gewekt:
            return
        while te_doen := wekkers.eerste(self.tx, self.wijk, self.now):
            wekker.doe(self.tx, self.wijk, te_doen.id, self.now, AMSTERDAM, Verzending())
            self.tx.commit()
        for poll in self.polls:
            if not self.is_open(poll):
                poll.sluit()

    @rule(wie=WIE, echt=st.integers(1, 8))
    def wist(self, wie: int, echt: int) -> None:
        """Someone is erased: a vote in an open poll goes, in a closed one nobody knows whose it is."""
        mens = self.mensen[wie]
        if echt < 8 or not mens.hier:
            return
        assert self.doe(mens, wissen.wis) == ""
        mens.hier, mens.wacht = False, None
        for poll in self.polls:
            poll.deden_mee.discard(wie)
            poll.concept.pop(wie, None)
            if not poll.los:
                poll.telt.pop(wie, None)

    @rule(wie=WIE, echt=st.integers(1, 8))
    def verhuist(self, wie: int, echt: int) -> None:
        """Someone moves out: what they voted stays, and changes no more."""
        mens = self.mensen[wie]
        if echt < 8 or not mens.hier:
            return
        sleutel = Adres("Merelweg", mens.huisnummer, "", "3511AB").sleutel
        nieuw = NieuweCode(sleutel, huishoudcode.hmac_van(huishoudcode.maak(secrets.token_bytes(7)), PEPER))
        brieven.verhuis(self.tx, self.wijk, [nieuw], huishoudcode.merk_van(PEPER), self.now)
        self.tx.commit()
        mens.hier, mens.wacht = False, None

    @rule()
    def herstart(self) -> None:
        """The bot is killed and starts again: nothing that matters was in memory."""
        self.tx.close()
        self.engine.dispose()
        self.engine = open_engine(self.url)
        self.tx = self.engine.connect()

    @precondition(lambda self: self.polls)
    @rule(welke=WELKE)
    def bekijkt(self, welke: int) -> None:
        """Who looks after its time closes it; the result is that of the ballots."""
        poll = self.poll(welke)
        boodschap = stemmen.toon(self.tx, self.als(None), poll.publiek_id)
        self.tx.commit()
        if self.is_open(poll):
            assert boodschap.soort == "peiling.open"
            return
        poll.sluit()
        assert boodschap.soort == ("peiling.ingetrokken" if poll.ingetrokken else "peiling.uitslag")
        if not poll.ingetrokken:
            methode = METHODEN[poll.methode]
            zo = toon(methode, poll.opzet, methode.tel(poll.opzet, Counter(poll.telt.values())))
            assert boodschap.data["stemmen"] == zo.stemmen
            assert [regel["cellen"] for regel in boodschap.data["regels"]] == [list(r.cellen) for r in zo.regels]
            self.gezien["uitslag"] += 1

    @invariant()
    def bewaart_wat_het_model_bewaart(self) -> None:
        wie = {mens.bewoner: nummer for nummer, mens in enumerate(self.mensen)}
        e = t.bewijs_prive.c
        geldt = select(e.onderwerp, e.bewoner).where(e.wijk == self.wijk, e.soort == "stem", ~e.vervallen)
        bewijs = Counter(tuple(rij) for rij in self.tx.execute(geldt))
        deden_mee = Counter((p.publiek_id, self.mensen[n].bewoner) for p in self.polls for n in p.deden_mee)
        assert bewijs == deden_mee
        for poll in self.polls:
            assert Counter(peilingen.tel(self.tx, poll.id)) == Counter(poll.telt.values())
            k, b, c = t.stemkoppeling.c, t.stembiljet.c, t.stemconcept.c
            van_wie = select(k.bewoner, b.inhoud).join(t.stembiljet, b.sleutel == k.stembiljet)
            gekoppeld = {wie[n]: i for n, i in self.tx.execute(van_wie.where(k.peiling == poll.id))}
            assert gekoppeld == ({} if poll.los else poll.telt)
            half = self.tx.execute(select(c.bewoner, c.inhoud).where(c.peiling == poll.id))
            assert {wie[n]: i for n, i in half} == poll.concept
        self.tx.rollback()


def open_engine(url: str) -> Engine:
    """Open a database as the program does, with a new connection."""
    engine = create_engine(sqlalchemy_url(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _als_in_het_echt)
        event.listen(engine, "begin", lambda tx: tx.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _als_in_het_echt(raw: Any, _: object) -> None:
    raw.isolation_level = None
    raw.execute("PRAGMA foreign_keys = ON")


def leef(url: str, keren: int, stappen: int) -> Counter[str]:
    """Let so many neighbourhoods do so many things; return what was seen."""
    soort = type("PeillevenHier", (Peilleven,), {"url": url, "gezien": Counter()})
    gezond = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    instelling = settings(max_examples=keren, stateful_step_count=stappen, suppress_health_check=gezond, deadline=None)
    run_state_machine_as_test(soort, settings=instelling)
    return soort.gezien  # type: ignore[no-any-return, attr-defined]


def test_polls_keep_what_the_model_keeps_whatever_happens(database_url: str) -> None:
    leef(database_url, 10 if database_url.startswith("sqlite") else 4, 20)


@pytest.mark.zwaar
def test_nor_do_they_miscount_in_many_long_lives(database_url: str) -> None:
    print(sorted(leef(database_url, 100, 60).items()))

"""Whole polls of every method, with all that can happen to them in any order: the bot keeps what a small model keeps.

The model (tests/peilmodel.py) is a ballot per voter and poll. What a tap makes of a ballot the method itself says
(tests/rules has that); here is what the services and the storage make of it: who may, what counts, by which way it
came, what stays of it, and what is forgotten.
"""

import secrets
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
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
from sqlalchemy import Connection, Engine, NullPool, create_engine, event, func, select, update

from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules import huishoudcode
from bot.rules.geleding import VERTEGENWOORDIGER
from bot.rules.peilingen import METHODEN, KanNiet
from bot.rules.peilinguitslag import toon
from bot.rules.peilingvorm import antwoorden_van
from bot.services import (
    aandragen,
    brieven,
    papierstapel,
    papierstem,
    peiling,
    peilingkaart,
    peilingkopie,
    peilingvorm,
    school,
    stemmen,
    stemterug,
    stemvel,
    toelaten,
    voorstel,
    wekker,
    wissen,
)
from bot.services.handeling import AMSTERDAM, BEGELEIDER, ORGANISATOR, Groep, Handeling, eis_rol
from bot.services.peilingversie import VERVANGT
from bot.storage import accounts, groepschats, kennismaking, peilingen, sqlalchemy_url, wekkers, werkgroepen
from bot.storage import tables as t
from bot.storage.huishoudens import NieuweCode
from tests.builders import (
    NU,
    PEPER,
    Huishouden,
    een_account,
    een_bewoner,
    een_huishouden,
    een_publiek_id,
    een_rol,
    een_wijk,
    handeling,
)
from tests.peilmodel import Mens, Poll, Vel
from tests.rules.test_peilingen import opzetten
from tests.services.test_verhuizen import kom_binnen

BEWONERS = ((1, "koop"), (1, "koop"), (2, "huur"), (2, "huur"), (3, None), (4, "koop"), (5, "huur"), (6, "huur"))
"""The address of each, and what the list says of it. The third address owns by its own word; the last has no phone."""
LEEG = (7, 8)
"""Addresses to move to."""
OVERHEID = 6
"""A resident who was invited to a geleding."""
GASTEN = ("bedrijven", "voorzieningen")
LEERLINGEN = 2
MENSEN = len(BEWONERS) + len(GASTEN) + LEERLINGEN
WIE = st.integers(0, MENSEN - 1)
IEDEREEN = st.lists(WIE, min_size=1, max_size=MENSEN)
WELKE = st.integers(0, 99)
TEKST = st.sampled_from(("Te duur", "<b>x</b> & =1+1", "مرحبا 👩‍👩‍👧", "{naam}"))
VOOR = st.sampled_from(("wijk", "wijk", "wijk", "koop", "huur", "geleding", "werkgroep"))
GROEP = -100
NOOR, PIET = "noor", "piet"
WEG = ("nog_niet_binnen", "verhuisd")


class Peilleven(RuleBasedStateMachine):
    """A neighbourhood of eight with two guests and two pupils, and what they and the team do with polls."""

    engine: ClassVar[Engine]
    gezien: ClassVar[Counter[str]]

    def begin(self) -> None:
        """Let them join."""
        self.tx: Connection = self.engine.connect()
        self.now, self.polls, self.merk = NU, list[Poll](), een_publiek_id()
        self.voorgelegd: list[tuple[Poll, str, list[Vel]]] = []
        self.wijk = een_wijk(self.tx, self.merk)
        team = [(BEGELEIDER, "telegram", self.van(NOOR)), (ORGANISATOR, "telegram", self.van(PIET))]
        accounts.zet_rollen(self.tx, self.wijk, team)
        van_noor, _ = (een_account(self.tx, self.van(wie)) for wie in (NOOR, PIET))
        werkgroepen.vul_aan(self.tx, self.wijk, [("techniek", een_publiek_id())])
        (groep,) = werkgroepen.lijst(self.tx, self.wijk, 0)
        groepschats.koppel(self.tx, self.wijk, groep.id, "telegram", GROEP - self.wijk, "Straatapp", van_noor)
        self.groep = groep.publiek_id
        self.huizen: dict[int, Huishouden] = {}
        self.mensen = [self.komt_wonen(nummer, *waar, groep.id) for nummer, waar in enumerate(BEWONERS)]
        for leeg in LEEG:
            self.huizen[leeg] = een_huishouden(self.tx, self.wijk, volwassenen=2, huisnummer=leeg)
        self.mensen += [Mens(self.van(naam), geleding=naam) for naam in GASTEN]
        for gast in self.mensen[-len(GASTEN) :]:
            een_account(self.tx, gast.extern_id)
        self.mensen[OVERHEID].geleding = "overheid"
        for mens in self.mensen:
            if mens.geleding:
                een_rol(self.tx, self.wijk, VERTEGENWOORDIGER, mens.extern_id, bereik=mens.geleding)
        self.mensen += [Mens(self.van(f"leerling {nummer}")) for nummer in range(LEERLINGEN)]
        self.tx.commit()

    def van(self, naam: object) -> str:
        return f"{naam} {self.merk}"

    def komt_wonen(self, nummer: int, huis: int, eigendom: str | None, groep: int) -> Mens:
        eerste = huis not in self.huizen
        if eerste:
            self.huizen[huis] = een_huishouden(self.tx, self.wijk, volwassenen=2 if huis < 3 else 1, huisnummer=huis)
            deze = update(t.huishouden).where(t.huishouden.c.id == self.huizen[huis].id)
            self.tx.execute(deze.values(eigendom=eigendom))
        mens = Mens("", huis, 1 if eerste else 2, None, woont=True, eigendom=eigendom)
        if nummer == len(BEWONERS) - 1:
            return mens
        mens.extern_id, mens.lid = self.van(nummer), nummer % 2 == 0
        mens.bewoner = een_bewoner(self.tx, self.wijk, self.huizen[huis].id)
        een_account(self.tx, mens.extern_id, bewoner=mens.bewoner)
        werkgroepen.zet_lid(self.tx, self.wijk, groep, mens.bewoner, lid=mens.lid)
        if huis == 3:
            kennismaking.zet(self.tx, self.wijk, mens.bewoner, "eigendom", ["eigenaar"])
            mens.eigendom = "koop"
        return mens

    def teardown(self) -> None:
        if hasattr(self, "tx"):
            self.tx.close()

    def als(self, wie: Mens | str) -> Handeling:
        return handeling(self.wijk, wie.extern_id if isinstance(wie, Mens) else self.van(wie), now=self.now)

    def doe(self, wie: Mens | str | Handeling, service: Any, *wat: Any, **hoe: Any) -> str:
        """Run a service as its transaction does; return the key of the refusal, empty when it was done."""
        try:
            self.zei = service(self.tx, wie if isinstance(wie, Handeling) else self.als(wie), *wat, **hoe)
        except Geweigerd as nee:
            self.tx.rollback()
            self.gezien[nee.sleutel] += 1
            return nee.sleutel
        self.tx.commit()
        return ""

    def poll(self, welke: int, *, liever_open: bool = True) -> Poll:
        open_ = [poll for poll in self.polls if self.is_open(poll)] if liever_open and welke % 4 else []
        return (open_ or self.polls)[welke % len(open_ or self.polls)]

    def voorbij(self, poll: Poll) -> bool:
        return poll.los or self.now >= poll.sluit_op

    def is_open(self, poll: Poll) -> bool:
        return not self.voorbij(poll) and self.now >= poll.opent_op

    def sluit(self, poll: Poll) -> None:
        for naast in self.polls:
            if naast.naast is poll and not naast.los:
                naast.ingetrokken = poll.ingetrokken
                naast.sluit()
        poll.sluit()

    # Asking

    @initialize(data=st.data())
    def is_er_al(self, data: st.DataObject) -> None:
        """There is something to vote on from the start."""
        self.begin()
        for _ in range(data.draw(st.integers(1, 3))):
            self.stelt(data, data.draw(st.sampled_from((0, 0, 0, 2))))

    @precondition(lambda self: len(self.polls) < 6)
    @rule(data=st.data(), straks=st.sampled_from((0, 2)))
    def stelt(self, data: st.DataObject, straks: int) -> None:
        """Someone of the team asks something: now, or to be opened later."""
        methode, voor = data.draw(st.sampled_from(sorted(METHODEN))), data.draw(VOOR)
        per_adres, live = data.draw(st.booleans()), data.draw(st.booleans())
        vast = antwoorden_van(methode, data.draw(opzetten(METHODEN[methode]))) | {"vraag": "Wat vindt u?", "voor": voor}
        if vast.get(f"{methode}.aandragen") == "ja" and METHODEN[methode].AANDRAGEN == "vooraf":
            straks = 2  # that needs a moment at which voting opens
        vast |= {"live": "ja" if live else "nee", "besluit": "nee", "welke": self.groep}
        sluit_op = self.now + timedelta(hours=straks + data.draw(st.integers(2, 300)))
        vast |= {"sluit_op": sluit_op.isoformat()} | ({"per_adres": "ja"} if per_adres else {})
        vast |= {"opent_op": (self.now + timedelta(hours=straks)).isoformat()} if straks else {}
        if voor == "geleding":
            vast |= {"weging": "ieder" if live else "geleding"}
        self.maak(vast)

    def maak(self, vast: dict[str, Any]) -> None:
        noor = self.als(NOOR)
        peiling.FORMULIER.klaar(self.tx, noor, eis_rol(self.tx, noor, BEGELEIDER), vast)
        self.tx.commit()
        self.kent(noor.id("peiling"))

    def kent(self, publiek_id: str, naast: Poll | None = None) -> None:
        deze = peilingen.zoek(self.tx, self.wijk, publiek_id=publiek_id)
        assert deze is not None
        opzet = peilingvorm.opzet_van(deze, peilingen.opties(self.tx, deze.id))
        poll = Poll(deze.methode, opzet, deze.opent_op or NU, deze.sluit_op, publiek_id, deze.id)
        poll.voor, poll.per_adres, poll.weegt, poll.naast = (
            deze.doelgroep,
            deze.per_adres,
            deze.weging != "ieder",
            naast,
        )
        self.polls.append(poll)
        soort = "school" if naast else poll.voor
        self.gezien[f"peiling {soort}{' per adres' if poll.per_adres else ''}"] += 1

    @precondition(lambda self: self.polls and len(self.polls) < 8)
    @rule(welke=WELKE, school_=st.booleans())
    def ernaast_of_erna(self, welke: int, school_: bool) -> None:
        """Put it to a school too, or make a new version: all vote anew, and of the old one nothing is shown."""
        poll = self.poll(welke)
        if poll.naast is not None or self.voorbij(poll):
            return
        noor = self.als(NOOR)
        wie = eis_rol(self.tx, noor, BEGELEIDER)
        oud = peilingen.zoek(self.tx, self.wijk, id=poll.id)
        assert oud is not None
        if school_ and stemmen.kan_naar_school(oud):
            school.FORMULIER.klaar(self.tx, noor, wie, {"peiling": poll.publiek_id, "naam": "De Wilg", "tot": "gelijk"})
            self.tx.commit()
            self.kent(noor.id("school"), poll)
        elif not school_:
            vast = peilingkopie.antwoorden(self.tx, noor, wie, oud) | {"sluit_op": poll.sluit_op.isoformat()}
            vast |= {"opent_op": oud.opent_op.isoformat()} if oud.opent_op else {}
            poll.ingetrokken = True
            self.sluit(poll)
            self.maak(vast | {VERVANGT: poll.publiek_id, "wijziging": "Anders"})
            self.gezien["nieuwe versie"] += 1

    # Voting

    @rule(wie=IEDEREEN, welke=WELKE, keren=st.sampled_from((1, 3)), kies=st.data())
    def tikken(self, wie: list[int], welke: int, keren: int, kies: st.DataObject) -> None:
        """Some people tap what they see, one tap after another; or what nobody saw."""
        poll = self.poll(welke)
        for nummer in (een for een in wie if self.mensen[een].extern_id):
            for _ in range(keren):
                nu = self.ziet(nummer, poll)
                self.tikt(nummer, poll, nu, kies.draw(st.sampled_from([*self.daden(poll, nu), "9e", ""])))

    @rule(wie=IEDEREEN, welke=WELKE, kies=st.data())
    def vullen_in(self, wie: list[int], welke: int, kies: st.DataObject) -> None:
        """Some people go on until it is complete, however many taps that takes."""
        poll = self.poll(welke)
        for nummer in (een for een in wie[:6] if self.mensen[een].extern_id):
            gedaan = [""]
            for daad in self.tot_het_af_is(poll, gedaan, kies):
                self.tikt(nummer, poll, self.ziet(nummer, poll), daad)
                gedaan[0] = self.ziet(nummer, poll) or ""
                if not self.is_open(poll) or not poll.hoort(nummer, self.mensen[nummer]) or self.mensen[nummer].wacht:
                    break

    def ziet(self, nummer: int, poll: Poll) -> str | None:
        return poll.concept.get(nummer, None if poll.van_papier(nummer) else poll.telt.get(nummer))

    def daden(self, poll: Poll, nu: str | None) -> list[str]:
        scherm = METHODEN[poll.methode].scherm(poll.opzet, nu, range(len(poll.opzet.opties)))
        return [knop.daad for rij in scherm.knoppen for knop in rij]

    def tot_het_af_is(self, poll: Poll, nu: list[str], kies: st.DataObject) -> Iterator[str]:
        """Draw taps until the ballot is complete: each one that was not done yet, or all points at once.

        Args:
            nu: what stands on it, kept up by the caller.
        """
        if poll.methode == "punten":  # a tap says how many an option has after it
            over, laatste = poll.opzet.instellingen["punten"], len(poll.opzet.opties) - 1
            yield "leeg"
            for optie in range(laatste + 1):
                deel = over if optie == laatste else kies.draw(st.integers(0, over))
                over -= deel
                yield f"{optie}.{deel}"
            return
        gedaan: set[str] = set()
        for _ in range(25):
            daden = self.daden(poll, nu[0] or None)
            if vers := [daad for daad in daden if daad not in gedaan]:
                gedaan.add(daad := kies.draw(st.sampled_from(vers)))
                yield daad
            if nu[0] and METHODEN[poll.methode].compleet(poll.opzet, nu[0]):
                return

    def tikt(self, nummer: int, poll: Poll, nu: str | None, daad: str) -> None:
        mens = self.mensen[nummer]
        nee = self.doe(mens, stemmen.stem, poll.publiek_id, daad)
        if self.voorbij(poll) or not poll.hoort(nummer, mens):
            assert nee
        else:
            assert nee == ""
            if self.is_open(poll):
                self.bewaar(nummer, poll, self.na_tik(poll, nu, daad))

    def na_tik(self, poll: Poll, nu: str | None, daad: str) -> str | None:
        try:
            return METHODEN[poll.methode].stem(poll.opzet, nu, daad)
        except KanNiet:
            return None

    def bewaar(self, nummer: int, poll: Poll, nieuw: str | None) -> None:
        methode, mens = METHODEN[poll.methode], self.mensen[nummer]
        if methode.SCHRIJFT:  # whatever they were typing elsewhere
            zo = self.ziet(nummer, poll) if nieuw is None else nieuw
            wacht = methode.scherm(poll.opzet, zo, range(len(poll.opzet.opties))).tekst_tot
            mens.wacht = poll if wacht else None
        if nieuw is None:
            return
        if not methode.compleet(poll.opzet, nieuw):
            poll.concept[nummer] = nieuw
            return
        poll.stem(nummer, mens, nieuw)
        self.gezien[f"stem {poll.methode}"] += 1
        self.gezien[f"stem voor {'school' if poll.naast else poll.voor}"] += 1

    @precondition(lambda self: any(poll.voor == "werkgroep" and not poll.los for poll in self.polls))
    @rule(wie=WIE, welke=WELKE)
    def tikt_in_de_groep(self, wie: int, welke: int) -> None:
        """Someone taps in the group of the werkgroep: the same ballot as in their own chat."""
        kan = [poll for poll in self.polls if poll.voor == "werkgroep" and not poll.los]
        poll, mens = kan[welke % len(kan)], self.mensen[wie]
        if not mens.extern_id:
            return
        peilingkaart.begin(self.tx, self.wijk, "telegram", self.now)
        self.tx.commit()
        doet = self.als(mens)
        groep = Groep(GROEP - self.wijk, "Straatapp")
        doet = replace(doet, afzender=replace(doet.afzender, prive=False, groep=groep))
        een_tik = METHODEN[poll.methode].in_een_tik(poll.opzet) and not poll.opzet.geschud
        nieuw = self.na_tik(poll, self.ziet(wie, poll), "0") if een_tik else None
        nee = self.doe(doet, peilingkaart.stem, poll.publiek_id, "0")
        assert (nee == "") == (nieuw is not None and self.is_open(poll) and poll.hoort(wie, mens))
        if not nee:
            self.bewaar(wie, poll, nieuw)
            self.gezien["stem in de groep"] += 1

    @precondition(lambda self: any(poll.telt for poll in self.polls))
    @rule(welke=WELKE, zeker=st.booleans())
    def haalt_weg(self, welke: int, zeker: bool) -> None:
        """Someone takes their own vote away: then they did not take part, and may vote anew."""
        stemmen_ = [(poll, nummer) for poll in self.polls for nummer in sorted(poll.telt)]
        poll, wie = stemmen_[-1 - welke % len(stemmen_)]
        mens = self.mensen[wie]
        if not mens.extern_id:
            return
        nee = self.doe(mens, stemterug.haal_weg, poll.publiek_id, zeker=zeker)
        if self.voorbij(poll):
            if not nee:
                self.sluit(poll)
        elif zeker and self.is_open(poll) and poll.hoort(wie, mens) and (mens.woont or mens.geleding):
            assert nee == ""
            poll.haal_weg(wie)
            poll.concept.pop(wie, None)
            if mens.bewoner is not None and poll.bewijs.get(mens.bewoner) is False:
                del poll.bewijs[mens.bewoner]
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
        nee = self.doe(mens, stemmen.typ, tekst)
        if not self.is_open(poll) or not poll.hoort(nummer, mens):
            if not nee and self.voorbij(poll):
                self.sluit(poll)
            mens.wacht = None if not nee else mens.wacht
            return
        assert nee == ""
        self.bewaar(nummer, poll, METHODEN[poll.methode].schrijf(poll.opzet, self.ziet(nummer, poll), tekst))

    @precondition(lambda self: any(METHODEN[poll.methode].AANDRAGEN and not poll.los for poll in self.polls))
    @rule(wie=WIE, welke=WELKE)
    def draagt_aan(self, wie: int, welke: int) -> None:
        """Someone sends something in and staff let it through: what was voted stays as it is."""
        kan = [poll for poll in self.polls if METHODEN[poll.methode].AANDRAGEN and not poll.los]
        poll, mens = kan[welke % len(kan)], self.mensen[wie]
        if not mens.extern_id or mens.wacht or self.doe(mens, aandragen.begin, poll.publiek_id):
            return
        assert self.doe(mens, aandragen.typ, f"Warmte {een_publiek_id()}") == ""
        assert self.doe(NOOR, toelaten.lijst, poll.publiek_id) == ""
        assert self.doe(NOOR, toelaten.erbij, self.zei.data["id"], zeker=True) == ""
        nu = peilingen.zoek_met_opties(self.tx, self.wijk, poll.publiek_id)
        assert nu is not None
        poll.opzet = peilingvorm.opzet_van(*nu)
        self.gezien["erbij"] += 1

    # On paper

    @precondition(lambda self: any(self.is_open(poll) and poll.naast is None for poll in self.polls))
    @rule(wie=st.integers(0, len(BEWONERS) - 1), welke=WELKE, kies=st.data())
    def voert_in(self, wie: int, welke: int, kies: st.DataObject) -> None:
        """Staff enter a ballot; from the second on each waits for a second person."""
        kan = [poll for poll in self.polls if self.is_open(poll) and poll.naast is None]
        poll, mens = kan[welke % len(kan)], self.mensen[wie]
        if not poll.vellen and not self.druk(poll):
            return
        vel = poll.vellen.get(mens.zetel)
        if vel is None or vel.staat != "gemaakt" or not mens.woont:
            return
        invoerder = replace(self.als(NOOR), tweede_persoon=frozenset({"invoer"}))
        self.doe(NOOR, papierstem.vraag, poll.publiek_id)
        assert self.doe(invoerder, papierstem.typ, vel.code, PEPER) == ""
        if self.zei.soort != "papierstem":
            assert self.zei.data["gezegd"] == "al_gestemd"
            assert poll.stemde(wie, mens)
            del poll.vellen[mens.zetel]
            return
        assert not poll.stemde(wie, mens) or not poll.hoort(wie, mens)
        vel_id = self.zei.data["id"]
        inhoud = self.vult_in(poll, vel_id, kies)
        if inhoud is None:
            return
        al = sum(een.staat in ("telt", "wacht") for een in poll.vellen.values())
        assert self.doe(invoerder, papierstem.klaar, vel_id) == ""
        gezegd = self.zei.data["gezegd"]
        self.gezien[f"papier {gezegd}"] += 1
        vel.inhoud, vel.wie = inhoud, wie
        if al:
            vel.staat = "wacht"
            assert gezegd == "wacht"
        else:
            self.telt_op_papier(poll, vel)
            assert gezegd == ("telt" if vel.staat == "telt" else "kan_niet")

    def druk(self, poll: Poll) -> bool:
        """Print ballots for all; say whether there were any."""
        if self.doe(NOOR, stemvel.maak, poll.publiek_id, "", PEPER, alle=True):
            return False
        kolommen = select(t.huishouden.c.huisnummer, t.stemvel.c.stoel, t.stemvel.c.hmac)
        rijen = self.tx.execute(kolommen.join(t.stemvel).where(t.stemvel.c.peiling == poll.id)).all()
        codes = [een["code"] for een in self.zei.data["vellen"]]
        van = {huishoudcode.hmac_van(huishoudcode.lees(code) or "", PEPER): code for code in codes}
        poll.vellen = {(huis, stoel): Vel(van[hmac]) for huis, stoel, hmac in rijen if hmac in van}
        return bool(poll.vellen)

    def vult_in(self, poll: Poll, vel_id: str, kies: st.DataObject) -> str | None:
        """Tap what stands on it; return what that is when it is complete."""
        nu, methode = [""], METHODEN[poll.methode]
        for daad in self.tot_het_af_is(poll, nu, kies):
            assert self.doe(NOOR, papierstem.tik, vel_id, daad) == ""
            nu[0] = self.na_tik(poll, nu[0] or None, daad) or nu[0]
            if methode.scherm(poll.opzet, nu[0] or None, range(len(poll.opzet.opties))).tekst_tot:
                assert self.doe(NOOR, papierstem.typ, "Te duur", PEPER) == ""
                nu[0] = methode.schrijf(poll.opzet, nu[0] or None, "Te duur") or nu[0]
        return nu[0] if nu[0] and methode.compleet(poll.opzet, nu[0]) else None

    def telt_op_papier(self, poll: Poll, vel: Vel) -> None:
        mens = self.mensen[vel.wie]
        thuis = t.bewoner.c.huishouden == self.huizen[mens.huis].id, t.bewoner.c.tot.is_(None)
        vraag = select(t.bewoner.c.id).where(*thuis, t.bewoner.c.stoel == mens.stoel)
        mens.bewoner = self.tx.scalar(vraag)  # who has no phone gets a seat now
        self.tx.rollback()
        if poll.hoort(vel.wie, mens) and not poll.stemde(vel.wie, mens):
            poll.stem(vel.wie, mens, vel.inhoud, mens.zetel)
        else:
            poll.vellen.pop(mens.zetel, None)

    @precondition(lambda self: any(vel.staat == "wacht" for poll in self.polls for vel in poll.vellen.values()))
    @rule(welke=WELKE)
    def legt_voor(self, welke: int) -> None:
        """Ask a second person about all that waits."""
        kan = [poll for poll in self.polls if any(vel.staat == "wacht" for vel in poll.vellen.values())]
        poll = kan[welke % len(kan)]
        if self.doe(NOOR, papierstapel.leg_voor, poll.publiek_id) == "":
            al = [vel for van, _, vellen in self.voorgelegd if van is poll for vel in vellen]
            wacht = [vel for vel in poll.vellen.values() if vel.staat == "wacht" and vel not in al]
            self.voorgelegd.append((poll, self.zei.data["id"], wacht))

    @precondition(lambda self: self.voorgelegd)
    @rule()
    def bevestigt(self) -> None:
        poll, voorstel_id, vellen = self.voorgelegd.pop(0)
        if self.doe(PIET, voorstel.akkoord, voorstel_id):
            return
        assert self.is_open(poll)
        for vel in sorted(vellen, key=lambda vel: huishoudcode.lees(vel.code) or ""):
            if vel.staat == "wacht" and vel in poll.vellen.values():
                self.telt_op_papier(poll, vel)
                self.gezien[f"papier bevestigd {vel.staat}"] += 1

    # Ending

    @rule(wie=st.none() | WIE, welke=WELKE, daad=st.sampled_from(("sluit", "trek_in")), zeker=st.booleans())
    def beeindigt(self, wie: int | None, welke: int, daad: str, zeker: bool) -> None:
        poll, mens = self.poll(welke), None if wie is None else self.mensen[wie]
        if mens is not None and not mens.extern_id:
            return
        nee = self.doe(mens or NOOR, getattr(peiling, daad), poll.publiek_id, zeker=zeker)
        if mens is not None or poll.naast is not None:
            assert nee
            return
        assert nee == ""
        if self.voorbij(poll):
            self.sluit(poll)
        elif zeker:
            poll.ingetrokken = daad == "trek_in" or self.now < poll.opent_op
            self.sluit(poll)

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
            if self.voorbij(poll) and not poll.los:
                self.sluit(poll)

    @rule(wie=WIE, echt=st.integers(1, 8))
    def wist(self, wie: int, echt: int) -> None:
        """Someone is erased: a vote in an open poll goes, in a closed one nobody knows whose it is."""
        mens = self.mensen[wie]
        if echt < 8 or not mens.extern_id or mens.gewist:
            return
        assert self.doe(mens, wissen.wis) == ""
        mens.vertrek()
        mens.gewist, mens.geleding = True, None
        for poll in self.polls:
            poll.concept.pop(wie, None)
            if mens.bewoner is not None:
                poll.bewijs.pop(mens.bewoner, None)
                poll.vellen.pop(mens.zetel, None)
            if not poll.los:
                poll.haal_weg(wie)
        mens.bewoner = None

    @rule(wie=WIE, echt=st.integers(1, 8), naar=st.sampled_from((0, *LEEG)))
    def verhuist(self, wie: int, echt: int, naar: int) -> None:
        """All at an address move out: what they voted stays. One may come back elsewhere, with what is still open."""
        mens = self.mensen[wie]
        if echt < 7 or not mens.woont or naar == mens.huis:
            return
        sleutel = self.tx.scalar(select(t.huishouden.c.sleutel).where(t.huishouden.c.id == self.huizen[mens.huis].id))
        nieuw = NieuweCode(str(sleutel), huishoudcode.hmac_van(huishoudcode.maak(secrets.token_bytes(7)), PEPER))
        brieven.verhuis(self.tx, self.wijk, [nieuw], huishoudcode.merk_van(PEPER), self.now)
        self.tx.commit()
        huis = mens.huis
        for weg in self.mensen:
            if weg.huis == huis and weg.woont:
                weg.vertrek()
        for poll in self.polls:
            poll.vellen = {zetel: vel for zetel, vel in poll.vellen.items() if zetel[0] != huis or vel.staat == "telt"}
        if naar and mens.extern_id:
            self.komt_elders(wie, naar)

    def komt_elders(self, wie: int, naar: int) -> None:
        mens = self.mensen[wie]
        if kom_binnen(self.tx, self.wijk, self.huizen[naar].code, mens.extern_id) != "welkom.binnen":
            self.tx.rollback()
            return
        nieuw = select(t.bewoner.c.id, t.bewoner.c.stoel).join(t.account, t.account.c.bewoner == t.bewoner.c.id)
        van = mens.bewoner or 0
        mens.bewoner, mens.stoel = self.tx.execute(nieuw.where(t.account.c.extern_id == mens.extern_id)).one()
        self.tx.commit()
        mens.huis, mens.woont = naar, True
        for poll in self.polls:
            if not poll.los:
                poll.neem_mee(wie, van, mens.bewoner)
        self.gezien["elders"] += 1

    @rule()
    def herstart(self) -> None:
        """The bot is killed and starts again: nothing that matters was in memory."""
        self.tx.close()
        self.tx = self.engine.connect()

    @rule(welke=WELKE)
    def bekijkt(self, welke: int) -> None:
        """Who looks after its time closes it; the result is that of the ballots."""
        poll = self.poll(welke, liever_open=False)
        nee = self.doe(NOOR, stemmen.toon, poll.publiek_id)
        if poll.naast is not None and not poll.naast.los:
            assert nee == "school.eigen"
            return
        assert nee == ""
        if not self.voorbij(poll):
            assert self.zei.soort == "peiling.open"
            return
        self.sluit(poll)
        assert self.zei.soort == ("peiling.ingetrokken" if poll.ingetrokken else "peiling.uitslag")
        if not poll.ingetrokken and not poll.weegt:
            methode = METHODEN[poll.methode]
            zo = toon(methode, poll.opzet, methode.tel(poll.opzet, Counter(poll.telt.values())))
            assert self.zei.data["stemmen"] == zo.stemmen
            assert [regel["cellen"] for regel in self.zei.data["regels"]] == [list(r.cellen) for r in zo.regels]
            self.gezien["uitslag"] += 1

    @invariant()
    def bewaart_wat_het_model_bewaart(self) -> None:
        """In so many statements whatever the number of polls: on PostgreSQL each one is a journey."""
        hier = {poll.id: poll for poll in self.polls}
        e, k, b, c, v = t.bewijs_prive.c, t.stemkoppeling.c, t.stembiljet.c, t.stemconcept.c, t.stemvel.c
        geldt = select(e.onderwerp, e.bewoner).where(e.wijk == self.wijk, e.soort == "stem", ~e.vervallen)
        assert self.tel(geldt) == Counter((p.publiek_id, n) for p in self.polls for n in p.bewijs)
        geteld = self.tel(select(b.peiling, b.geleding, b.inhoud).where(b.wijk == self.wijk))
        assert geteld == Counter((p.id, p.geleding_van[n], i) for p in self.polls for n, i in p.telt.items())
        van = {mens.extern_id: nummer for nummer, mens in enumerate(self.mensen) if mens.extern_id}
        wie = {mens.bewoner: nummer for nummer, mens in enumerate(self.mensen) if mens.bewoner is not None}
        gekoppeld = select(k.peiling, k.bewoner, t.account.c.extern_id, b.inhoud, k.huishouden)
        gekoppeld = gekoppeld.join_from(t.stemkoppeling, t.stembiljet, b.sleutel == k.stembiljet)
        gekoppeld = gekoppeld.outerjoin(t.account, t.account.c.id == k.account).where(k.wijk == self.wijk)
        huis_id = {nummer: huis.id for nummer, huis in self.huizen.items()}
        assert Counter(
            (p, wie[w] if w is not None else van[x], i, h) for p, w, x, i, h in self.tx.execute(gekoppeld)
        ) == Counter(
            (p.id, n, i, huis_id[p.huis_van[n]] if p.per_adres else None)
            for p in self.polls
            if not p.los
            for n, i in p.telt.items()
        )
        half = select(c.peiling, c.bewoner, t.account.c.extern_id, c.inhoud)
        half = half.outerjoin_from(t.stemconcept, t.account, t.account.c.id == c.account).where(c.wijk == self.wijk)
        assert Counter((p, wie[w] if w is not None else van[x], i) for p, w, x, i in self.tx.execute(half)) == Counter(
            (p.id, n, i) for p in self.polls for n, i in p.concept.items()
        )
        papier = select(v.peiling, func.count()).where(v.wijk == self.wijk, v.staat == "telt").group_by(v.peiling)
        per_poll = Counter(p.id for p in self.polls for vel in p.vellen.values() if vel.staat == "telt")
        assert dict(self.tx.execute(papier).all()) == per_poll
        dicht = select(t.peiling.c.id, t.peiling.c.op_papier).where(t.peiling.c.wijk == self.wijk)
        for nummer, op_papier in self.tx.execute(dicht.where(t.peiling.c.gesloten_op.is_not(None))):
            assert (op_papier or 0) == hier[nummer].op_papier
        self.tx.rollback()

    def tel(self, vraag: Any) -> Counter[tuple[Any, ...]]:
        return Counter(tuple(rij) for rij in self.tx.execute(vraag))


@contextmanager
def open_engine(url: str) -> Iterator[Engine]:
    """Open a database as the program does; each connection is a new one, and a statement is compiled once for all."""
    engine = create_engine(sqlalchemy_url(url), poolclass=NullPool)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _als_in_het_echt)
        event.listen(engine, "begin", lambda tx: tx.exec_driver_sql("BEGIN IMMEDIATE"))
    yield engine
    engine.dispose()


def _als_in_het_echt(raw: Any, _: object) -> None:
    raw.isolation_level = None
    raw.execute("PRAGMA foreign_keys = ON")


def leef(url: str, keren: int, stappen: int) -> Counter[str]:
    """Let so many neighbourhoods do so many things; return what was seen."""
    gezien: Counter[str] = Counter()
    gezond = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    instelling = settings(max_examples=keren, stateful_step_count=stappen, suppress_health_check=gezond, deadline=None)
    with open_engine(url) as engine, pytest.MonkeyPatch.context() as patch:
        patch.setattr(papierstem, "LOS", 1)
        soort = type("PeillevenHier", (Peilleven,), {"engine": engine, "gezien": gezien})
        run_state_machine_as_test(soort, settings=instelling)
    return gezien


def test_polls_keep_what_the_model_keeps_whatever_happens(database_url: str) -> None:
    leef(database_url, 10 if database_url.startswith("sqlite") else 4, 20)


@pytest.mark.zwaar
def test_nor_do_they_miscount_in_many_long_lives(database_url: str) -> None:
    print(sorted(leef(database_url, 100, 60).items()))

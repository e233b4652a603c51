"""A neighbourhood that lives through the services, and beside it the model of who counts: each act does both."""

import json
import random
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import huishoudcode
from bot.rules.adressen import Adres
from bot.rules.deurcode import toont
from bot.rules.drempels import Drempel
from bot.rules.drempels.gehoord import Gehoord
from bot.rules.drempels.informatie import Informatie
from bot.rules.spelregels import Spelregels
from bot.services import (
    brieven,
    correctie,
    gewisteplek,
    inchecken,
    onboarding,
    rechtzetten,
    spelregelvorm,
    stemmen,
    stemterug,
    vaststellen,
    voorstel,
    wissen,
)
from bot.services.handeling import AANSPREEKPUNT, BEGELEIDER, ORGANISATOR, Afzender, Handeling, eis_rol
from bot.storage import accounts, bijdragen, correcties, gewist, huishoudens, peilingen
from bot.storage import tables as t
from bot.storage.huishoudens import NieuweCode
from tests import builders
from tests.buurtmodel import Huis, Mens, Model, Stuk, Versie

STRAAT = "Merelweg"
VOLWASSENEN = (3, 2, None, 1, 2, 3, None, 2)
EIGENDOM = ("koop", "huur", None, "koop", "koop", "huur", "koop", None)
NOOR, ALI, IBRAHIM, FATMA = "noor", "ali", "ibrahim", "fatma"
DREMPELS = {"gehoord": (Fraction(1, 2), ">"), "informatie": (Fraction(1, 3), ">=")}


class Straat:
    """What residents do, who comes and goes, and the rules."""

    def __init__(self, tx: Connection) -> None:
        self.tx, self.wijk, self.now = tx, builders.een_wijk(tx), builders.NU
        self.model, self.wachtend, self.verzoeken = Model(), [], []  # type: Model, list[Any], list[Any]
        self.toeval, self.dicht = random.Random(0), False
        self.vellen: dict[str, tuple[Huis, int]] = {}
        rollen = ((NOOR, BEGELEIDER), (ALI, BEGELEIDER), (IBRAHIM, ORGANISATOR), (FATMA, AANSPREEKPUNT))
        for wie, rol in rollen:
            builders.een_account(tx, self.extern(wie))
            builders.een_rol(tx, self.wijk, rol, self.extern(wie))
        self.staf = {self.account(wie): wie for wie in (NOOR, ALI, IBRAHIM, FATMA)}
        for volwassenen, eigendom in zip(VOLWASSENEN, EIGENDOM, strict=True):
            nieuw = builders.een_huishouden(tx, self.wijk, volwassenen=volwassenen, straat=STRAAT)
            rij = tx.execute(select(t.huishouden).where(t.huishouden.c.id == nieuw.id)).one()
            huis = Huis(nieuw.id, rij.publiek_id, rij.huisnummer, nieuw.code, volwassenen)
            self.model.huizen.append(huis)
            self.lijst(huis, None, eigendom)
        open_tot = self.now + timedelta(days=900)
        nummers = [builders.een_peiling(tx, self.wijk, over_besluit=b, sluit_op=open_tot) for b in (True, True, False)]
        self.peilingen = [peilingen.zoek(tx, self.wijk, id=nummer) for nummer in nummers]
        self.bijeenkomsten: list[tuple[str, bytes, str]] = []
        self.volgende_dag(vragen=True)
        self.volgende_dag(vragen=True)

    def extern(self, wie: str) -> str:
        return f"{wie} {self.wijk}"

    def account(self, wie: str) -> int:
        gevonden = accounts.wie(self.tx, self.wijk, "telegram", self.extern(wie))
        assert gevonden is not None
        return gevonden.account

    def handeling(self, wie: str) -> Handeling:
        tweede = frozenset({"invoer", "correctie"})
        van = Afzender("telegram", self.extern(wie), taalcode="nl")
        return Handeling(self.wijk, van, self.now, secrets.token_bytes(32), tweede_persoon=tweede)

    def doe(self, wie: str, dienst: Callable[..., Any], *args: Any, **velden: Any) -> Any:
        """Let someone do something as the bot does: whole, or refused (None) and nothing at all."""
        punt = self.tx.begin_nested()
        try:
            antwoord = dienst(self.tx, self.handeling(wie), *args, **velden)
        except Geweigerd:
            punt.rollback()
            return None
        punt.commit()
        return antwoord

    def vraagt(self, antwoord: Any, gevolg: Callable[[], None]) -> None:
        """Keep what waits for a second person, with what it means once they agree."""
        if isinstance(antwoord, Boodschap) and antwoord.soort == "voorstel.gemaakt":
            self.wachtend.append((antwoord.data["id"], gevolg))

    def komt(self, huis: Huis, antwoord: str) -> None:
        wie = f"bewoner {secrets.token_hex(6)}"
        zonder = [mens for mens in huis.mensen if mens.account is None and not mens.gewist]
        opgetekend = [mens.stoel for mens in zonder if mens.bewijs]
        leeg = [mens.stoel for mens in zonder if not mens.bewijs]
        gewiste = [mens.stoel for mens in huis.mensen if mens.account is None and mens.gewist]
        mag = gewiste or [*leeg, *huis.vrij()] or opgetekend
        if antwoord != "nee" and opgetekend:
            mag = opgetekend
        begin = self.doe(wie, onboarding.start, huis.code, builders.PEPER)
        assert (begin.soort == "welkom.vol") == (not mag), begin
        if not mag:
            return
        self.doe(wie, onboarding.kies, "nl")
        binnen = self.doe(wie, onboarding.stem_in, str(onboarding.TOESTEMMING_VERSIE)).soort
        assert binnen == ("welkom.bekend" if opgetekend else "welkom.binnen")
        if opgetekend:
            assert self.doe(wie, onboarding.was_bekend, antwoord).soort == "welkom.binnen"
        zit = accounts.wie(self.tx, self.wijk, "telegram", self.extern(wie))
        assert zit is not None
        (persoon,) = [p for p in huishoudens.personen(self.tx, huis.id) if p.id == zit.bewoner]
        assert persoon.stoel in mag
        self.op(huis, persoon.stoel).account = wie

    def op(self, huis: Huis, stoel: int) -> Mens:
        """Return who sits on a seat; someone without a name when nobody was known to."""
        mens = huis.op(stoel)
        if mens is None:
            (wie,) = [p.id for p in huishoudens.personen(self.tx, huis.id) if p.stoel == stoel]
            mens = Mens(wie, stoel)
            huis.mensen.append(mens)
        return mens

    def verhuist(self, huis: Huis) -> None:
        huis.code = huishoudcode.maak(secrets.token_bytes(7))
        sleutel = Adres(STRAAT, huis.nummer, "", "3511AB").sleutel
        nieuw = NieuweCode(sleutel, huishoudcode.hmac_van(huis.code, builders.PEPER))
        brieven.verhuis(self.tx, self.wijk, [nieuw], huishoudcode.merk_van(builders.PEPER), self.now)
        self.model.vertrokken += huis.mensen
        huis.mensen = []
        self.vellen = {vel: plek for vel, plek in self.vellen.items() if plek[0] is not huis}

    def lijst(self, huis: Huis, volwassenen: int | None, eigendom: str | None) -> None:
        adres = Adres(STRAAT, huis.nummer, "", "3511AB", volwassenen=volwassenen, eigendom=eigendom)
        brieven.werk_bij(self.tx, self.wijk, [adres])
        huis.volwassenen, huis.eigendom = volwassenen or huis.volwassenen, eigendom or huis.eigendom

    def volgende_dag(self, *, vragen: bool) -> None:
        self.now += timedelta(days=1)
        gemaakt = builders.een_bijeenkomst(self.tx, self.wijk, begin=self.now, ruimte_voor_vragen=vragen)
        geheim = self.tx.scalar(select(t.bijeenkomst.c.deurgeheim).where(t.bijeenkomst.c.id == gemaakt.id))
        soort = "aanwezig_vragen" if vragen else "aanwezig"
        self.bijeenkomsten.append((gemaakt.publiek_id, bytes(geheim or b""), soort))

    def stemt(self, mens: Mens, welke: int) -> None:
        peiling = self.peilingen[welke % len(self.peilingen)]
        assert peiling is not None
        nummer = self.toeval.randrange(len(peilingen.opties(self.tx, peiling.id)))
        if mens.account:
            assert self.doe(mens.account, stemmen.stem, peiling.publiek_id, str(nummer))
            wat = "stem_besluit" if peiling.over_besluit else "stem", peiling.publiek_id
            mens.stemmen.add(peiling.publiek_id)
            eerder = mens.bewijs.get(wat)
            if eerder is None or eerder.door is not None:
                mens.bewijs[wat] = Stuk(self.model.versie, None)

    def haalt_stem_weg(self, mens: Mens, welke: int) -> None:
        """Take a vote back: what a resident did themselves counts no more, what staff recorded stays."""
        peiling = self.peilingen[welke % len(self.peilingen)]
        assert peiling is not None
        if mens.account is None:
            return
        antwoord = self.doe(mens.account, stemterug.haal_weg, peiling.publiek_id, zeker=True)
        assert (antwoord.melding == "peiling.stem_weg") == (peiling.publiek_id in mens.stemmen)
        wat = "stem_besluit" if peiling.over_besluit else "stem", peiling.publiek_id
        if peiling.publiek_id in mens.stemmen and not self.dicht and mens.bewijs[wat].door is None:
            del mens.bewijs[wat]
        mens.stemmen.discard(peiling.publiek_id)

    def checkt_in(self, mens: Mens, welke: int) -> None:
        bijeenkomst, geheim, soort = self.bijeenkomsten[welke % len(self.bijeenkomsten)]
        if mens.account and self.doe(mens.account, inchecken.met_qr, toont(geheim, bijeenkomst, self.now).token):
            eerder = mens.bewijs.get((soort, bijeenkomst))
            if eerder is None or eerder.door is not None:
                mens.bewijs[soort, bijeenkomst] = Stuk(self.model.versie, None)

    def neemt_terug(self, mens: Mens, welke: int) -> None:
        alle = bijdragen.van(self.tx, mens.id)
        assert {(een.soort, een.onderwerp) for een in alle} == mens.bewijs.keys()
        if not alle or mens.account is None:
            return
        een = alle[welke % len(alle)]
        wat, id_ = (een.soort, een.onderwerp), json.loads(een.blad)["id"]
        if een.vastlegger is None:
            antwoord = self.doe(mens.account, correctie.neem_terug, id_)
        else:
            antwoord = self.doe(mens.account, correctie.kies, "niet", id_)
        if antwoord.soort == "correctie.rechtgezet":
            del mens.bewijs[wat]
            mens.stemmen.discard(een.onderwerp)
        elif antwoord.soort == "correctie.gevraagd":
            loopt = correcties.over(self.tx, een.bewijs)
            assert loopt is not None
            self.verzoeken.append((loopt.publiek_id, mens, wat, mens.bewijs[wat]))

    def behandelt(self, welke: int, hoe: str) -> None:
        """Let the aanspreekpunt agree, or answer what the resident stays with or leaves."""
        if not self.verzoeken:
            return
        verzoek, mens, wat, stuk = self.verzoeken[welke % len(self.verzoeken)]

        def weg() -> None:
            if mens.bewijs.get(wat) is stuk:
                del mens.bewijs[wat]
                mens.stemmen.discard(wat[1])

        if hoe == "akkoord":
            antwoord = self.doe(FATMA, rechtzetten.accepteer, verzoek)
            self.vraagt(antwoord, weg)
            if antwoord is not None and antwoord.soort == "correctie.klaar":
                weg()
            return
        if self.doe(FATMA, rechtzetten.antwoord, verzoek) is not None:
            self.doe(FATMA, rechtzetten.typ, "Dat weet zij zeker.")
        keuze = correctie.blijf_erbij if hoe == "blijft" else correctie.laat_zo
        antwoord = self.doe(mens.account, keuze, verzoek) if mens.account else None
        if antwoord is not None and antwoord.soort == "correctie.rechtgezet":
            weg()

    def wist(self, mens: Mens) -> None:
        if mens.account and self.doe(mens.account, wissen.wis):
            self.wis(next(huis for huis, deze in self.model.mensen() if deze is mens), mens)

    def wis(self, huis: Huis, mens: Mens) -> None:
        self.model.wis(mens)
        self.vellen = {vel: plek for vel, plek in self.vellen.items() if plek != (huis, mens.stoel)}

    def zegt_wie(self, welke: int, antwoord: str) -> None:
        vragen = gewist.open_(self.tx, self.wijk, 20)
        if not vragen:
            return
        vraag = vragen[welke % len(vragen)]
        (huis, mens) = next((huis, mens) for huis, mens in self.model.mensen() if mens.id == vraag.bewoner)
        assert self.doe(IBRAHIM, gewisteplek.beantwoord, vraag.publiek_id, antwoord)
        if antwoord == "ander":
            stoel, door = mens.stoel, mens.telt_door
            mens.gewist, mens.telt_door = False, {}
            if vrij := huis.vrij():
                mens.stoel = vrij[0]
                achter = self.op(huis, stoel)
                achter.gewist, achter.telt_door = True, door

    def stelt_vast(self, eenheid: str, telt_ook: tuple[str, ...], soorten: tuple[str, ...]) -> None:
        drempels: dict[str, Drempel] = {
            "gehoord": Gehoord(*DREMPELS["gehoord"]),
            "informatie": Informatie(*DREMPELS["informatie"]),
        }
        regels = Spelregels(eenheid=eenheid, telt_ook=telt_ook, drempels=tuple(drempels[soort] for soort in soorten))
        nummer = self.model.versie + 1
        concept = spelregelvorm.zet_concept(self.tx, self.wijk, regels, f"reden {nummer}")
        besluit = {"orgaan": "college", "besluitnummer": f"{nummer}", "besluit_op": "2027-01-12", "volgt": "ja"}

        def vraag(tx: Connection, handeling: Handeling) -> Boodschap:
            data = {"hash": replace(regels, versie=concept.versie).hash(), "besluitlink": "https://x.nl", **besluit}
            return vaststellen.FORMULIER.klaar(tx, handeling, eis_rol(tx, handeling, ORGANISATOR), data)

        gevraagd = self.doe(IBRAHIM, vraag)
        assert self.doe(NOOR, voorstel.akkoord, gevraagd.data["id"])
        telt = {soort: regels.telt(soort) for soort in soorten}
        self.model.stel_vast(Versie(nummer, eenheid, telt, {soort: DREMPELS[soort] for soort in soorten}))

"""What staff record in a neighbourhood that lives (tests/levendebuurt.py), and who agrees with it."""

import secrets

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules import huishoudcode
from bot.services import (
    afvinken,
    bulkcorrectie,
    deurgesprek,
    papierlijst,
    papierstapel,
    papierstem,
    rechtzetten,
    voorstel,
    wissen,
)
from bot.services.handeling import Handeling, eis_rol
from bot.storage import bezoeken, stemvellen, voorstellen
from bot.storage.peilingen import Peiling
from bot.storage.stemvellen import Plek
from tests import builders
from tests.buurtmodel import Huis, Stuk
from tests.levendebuurt import ALI, IBRAHIM, NOOR, STRAAT, Straat


class Buurt(Straat):
    """All that can happen to evidence, done as people do it."""

    def vinkt_aan(self, wie: str, huis: Huis, stoel: int, welke: int) -> None:
        bijeenkomst, _, soort = self.bijeenkomsten[welke % len(self.bijeenkomsten)]
        antwoord = self.doe(wie, afvinken.vink_aan, bijeenkomst, huis.publiek_id, stoel)
        self.vraagt(antwoord, lambda: self.erbij(huis, stoel, soort, bijeenkomst, wie))
        if antwoord is not None and antwoord.melding == "deurlijst.aan":
            self.erbij(huis, stoel, soort, bijeenkomst, wie)

    def erbij(self, huis: Huis, stoel: int, soort: str, onderwerp: str, wie: str) -> None:
        self.op(huis, stoel).bewijs.setdefault((soort, onderwerp), Stuk(self.model.versie, wie))

    def vinkt_uit(self, wie: str, huis: Huis, stoel: int, welke: int) -> None:
        bijeenkomst, _, soort = self.bijeenkomsten[welke % len(self.bijeenkomsten)]

        def eraf() -> None:
            mens = huis.op(stoel)
            if mens and (stuk := mens.bewijs.get((soort, bijeenkomst))) and stuk.door is not None:
                del mens.bewijs[soort, bijeenkomst]

        antwoord = self.doe(wie, afvinken.vink_uit, bijeenkomst, huis.publiek_id, stoel)
        self.vraagt(antwoord, eraf)
        if antwoord is not None and antwoord.melding == "deurlijst.uit":
            eraf()

    def telt_naamloos(self, wie: str, huis: Huis, aantal: int, welke: int) -> None:
        """Count unnamed people of an address, guests, and heads."""
        bijeenkomst, _, _ = self.bijeenkomsten[-1 - welke % 2]
        self.model.naamloos += 1 if self.doe(wie, afvinken.tel_naamloos, bijeenkomst, huis.publiek_id, 0, 1) else 0
        self.doe(wie, afvinken.tel_gasten, bijeenkomst, 0, 1)
        if self.doe(wie, afvinken.vraag_hoofden, bijeenkomst):
            antwoord = self.doe(wie, afvinken.typ, str(aantal))
            self.vraagt(antwoord, lambda: None)
            self.model.naamloos += aantal

    def voert_papier_in(self, wie: str, huizen: list[tuple[Huis, int]], welke: int) -> None:
        bijeenkomst, _, soort = self.bijeenkomsten[welke % len(self.bijeenkomsten)]
        regels = {huis.nummer: (huis, min(aantal, huis.stoelen), huis.code) for huis, aantal in huizen}
        if self.doe(wie, papierlijst.vraag, bijeenkomst) is None:
            return
        self.doe(wie, afvinken.typ, ", ".join(f"{STRAAT} {nr}: {aantal}" for nr, (_, aantal, _) in regels.items()))

        def ingevoerd() -> None:
            for huis, aantal, code in regels.values():
                if huis.code != code:
                    continue
                if aantal < huis.stoelen:
                    self.model.naamloos += aantal
                    continue
                for stoel in range(1, huis.stoelen + 1):
                    self.erbij(huis, stoel, soort, bijeenkomst, wie)

        self.vraagt(self.doe(wie, papierlijst.voer_in, bijeenkomst), ingevoerd)

    def voert_stem_in(self, wie: str, huis: Huis, stoel: int, welke: int) -> None:
        """Enter a ballot from paper for a seat; from so many on it waits for a second person."""
        peiling, code = self.peilingen[welke % len(self.peilingen)], huishoudcode.maak(secrets.token_bytes(7))
        assert peiling is not None
        plek = Plek(huis.id, stoel, STRAAT, huis.nummer, "", "3511AB", None, None)
        hmac = huishoudcode.hmac_van(code, builders.PEPER)
        stemvellen.voeg_toe(self.tx, self.wijk, peiling.id, [(plek, builders.een_publiek_id(), hmac)])
        if self.doe(wie, papierstem.vraag, peiling.publiek_id) is None:
            return
        vel = self.doe(wie, papierstem.typ, huishoudcode.schrijf(code), builders.PEPER)
        if vel.soort != "papierstem":
            return
        self.doe(wie, papierstem.tik, vel.data["id"], "0")
        gezegd = self.doe(wie, papierstem.klaar, vel.data["id"]).data["gezegd"]
        if gezegd == "telt":
            self.telt_van_papier(wie, huis, stoel, peiling)
        elif gezegd == "wacht":
            self.vellen[vel.data["id"]] = (huis, stoel)

    def telt_van_papier(self, wie: str, huis: Huis, stoel: int, peiling: Peiling) -> None:
        self.erbij(huis, stoel, "stem_besluit" if peiling.over_besluit else "stem", peiling.publiek_id, wie)
        self.op(huis, stoel).stemmen.add(peiling.publiek_id)

    def legt_stapel_voor(self, wie: str, welke: int) -> None:
        peiling = self.peilingen[welke % len(self.peilingen)]
        assert peiling is not None
        antwoord = self.doe(wie, papierstapel.leg_voor, peiling.publiek_id)
        if antwoord is None:
            return
        gevraagd = voorstellen.zoek(self.tx, self.wijk, publiek_id=antwoord.data["id"])
        assert gevraagd is not None

        def tellen_mee() -> None:
            for vel in gevraagd.data["vellen"]:
                huis, stoel = self.vellen.pop(vel, (None, 0))
                weg = huis and huis.op(stoel) is None and stoel > huis.stoelen
                if huis and not weg and not ((mens := huis.op(stoel)) and peiling.publiek_id in mens.stemmen):
                    self.telt_van_papier(wie, huis, stoel, peiling)

        self.vraagt(antwoord, tellen_mee)

    def spreekt(self, wie: str, huis: Huis, stoelen: frozenset[int]) -> None:
        if self.doe(wie, deurgesprek.leg_vast, huis.publiek_id, stoelen, "deurgesprek"):
            bezoek = self.bezoek(huis)
            for stoel in stoelen:
                self.erbij(huis, stoel, "gesprek", bezoek, wie)

    def bezoek(self, huis: Huis) -> str:
        gevonden = bezoeken.zoek(self.tx, huis.id, self.handeling(NOOR).now.date())
        return gevonden.publiek_id if gevonden else ""

    def herstelt(self, wie: str, huis: Huis) -> None:
        bezoek = self.bezoek(huis)
        self.doe(wie, deurgesprek.herstel, huis.publiek_id)
        for mens in huis.mensen:
            if (stuk := mens.bewijs.get(("gesprek", bezoek))) and stuk.door == wie:
                del mens.bewijs["gesprek", bezoek]

    def corrigeert_alles(self, welke: int) -> None:
        bijeenkomst, _, soort = self.bijeenkomsten[welke % len(self.bijeenkomsten)]

        def weg() -> None:
            for mens in (*(mens for _, mens in self.model.mensen()), *self.model.vertrokken):
                mens.bewijs.pop((soort, bijeenkomst), None)

        def vraag(tx: Connection, handeling: Handeling) -> Boodschap:
            data = {"bijeenkomst": bijeenkomst, "reden": "de verkeerde avond"}
            wie = eis_rol(tx, handeling, *rechtzetten.ROLLEN)
            return bulkcorrectie.FORMULIER.klaar(tx, handeling, wie, data)

        self.vraagt(self.doe(IBRAHIM, vraag), weg)

    def wist_zonder_telefoon(self, wie: str, huis: Huis, stoel: int) -> None:
        def weg() -> None:
            mens = huis.op(stoel)
            assert mens is not None
            self.wis(huis, mens)

        self.vraagt(self.doe(wie, wissen.stel_voor, huis.publiek_id, stoel), weg)

    def tweede_persoon(self, welke: int, ja: bool) -> None:
        if self.wachtend:
            voorstel_, gevolg = self.wachtend.pop(welke % len(self.wachtend))
            for wie in (ALI, NOOR, IBRAHIM):  # who asked it may not
                if self.doe(wie, voorstel.akkoord if ja else voorstel.niet_akkoord, voorstel_):
                    if ja:
                        gevolg()
                    return

"""What residents hear of a poll without asking: that it opens, one reminder, its result, that it was withdrawn."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules import geleding
from bot.rules.doelgroep import ALLE_GELEDINGEN, WIJK
from bot.rules.herinneringen import RUST
from bot.rules.pacing import Baan
from bot.rules.weekmaat import VOOR_SLUITING
from bot.services import aandraagstand, kiezer, stemmen, stemresultaat
from bot.services.bezorging import NIETS, TE_LAAT, Geval, Lading, Vers
from bot.storage import bewaard, doelgroepen, geledingen, outbox, peilingen, stemmers, wekkers
from bot.storage.peilingen import Peiling


def nieuw(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Ask everyone whom a poll is for."""
    gevonden = _peiling(tx, geval)
    if not kiezer.is_open(gevonden, geval.now):
        return _voorbij(gevonden)
    aandraagstand.begint(tx, gevonden)
    iedereen = doelgroepen.accounts_van(tx, geval.wijk, gevonden.voor, geval.wekker.na_account, hoeveel)
    uiterlijk = gevonden.sluit_op - VOOR_SLUITING if gevonden.over_besluit else None
    boodschap = stemmen.uitnodiging(tx, gevonden)
    velden: dict[str, Any] = {"niet_na": gevonden.sluit_op, "uiterlijk": uiterlijk}
    vorige = boodschap.data.get("versie", {}).get("vorige") or boodschap.data.get("vorige")
    if vorige:  # who took part in the round before asked for this one
        velden["gevraagd"] = stemmers.accounts_die_stemden(tx, geval.wijk, vorige, iedereen)
    return Lading(iedereen, boodschap, over="peilingen", **velden)


def herinnering(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Ask who has not voted once more, and only once."""
    gevonden = _peiling(tx, geval)
    if not kiezer.is_open(gevonden, geval.gaat_op + RUST):  # so late that the result is what they hear next
        return _voorbij(gevonden)
    boodschap = Boodschap("peiling.herinnering", stemmen.uitnodiging(tx, gevonden).data)
    naar = _nog_te_vragen(tx, gevonden, geval, hoeveel)
    velden: dict[str, Any] = {"niet_na": gevonden.sluit_op, "aansporing": gevonden.id}
    return Lading(naar, boodschap, Baan.HERINNERING, over="peilingen", **velden)


def ververs(tx: Connection, wijk: int, publiek_id: str, accounts: Sequence[int], now: datetime) -> Vers | None:
    """Return the question as it stands now; who voted by themselves need not be asked."""
    gevonden = peilingen.zoek(tx, wijk, publiek_id=publiek_id)
    if gevonden is None or not kiezer.is_open(gevonden, now):
        return None
    stemden = frozenset(accounts) - frozenset(stemmers.zonder_stem(tx, gevonden.id, accounts))
    regel = {"wat": "peiling", "titel": gevonden.vraag, "op": gevonden.sluit_op.isoformat(), "id": publiek_id}
    return Vers(stemmen.uitnodiging(tx, gevonden), gevonden.sluit_op, regel, stemden)


def ververs_uitslag(tx: Connection, wijk: int, publiek_id: str, accounts: Sequence[int], now: datetime) -> Vers | None:
    """Return the result of a poll."""
    gevonden = peilingen.zoek(tx, wijk, publiek_id=publiek_id)
    if gevonden is None:
        return None
    regel = {"wat": "uitslag", "titel": gevonden.vraag, "op": None, "id": publiek_id}
    return Vers(_uitslag(tx, gevonden), None, regel)


def sluit(tx: Connection, geval: Geval) -> None:
    """Close a poll, and have its result told."""
    peilingen.sluit(tx, geval.wekker.onderwerp, geval.now)
    afloop = geval.wekker.afloop  # after a restored backup people may have heard the result already
    wekkers.zet(tx, geval.wijk, "peiling_uitslag", geval.wekker.onderwerp, geval.now, afloop=afloop)


def uitslag(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell those whom it is for what came out of a poll; who took part asked for that."""
    gevonden = _peiling(tx, geval)
    na, naar = geval.wekker.na_account, gevonden.uitslag_naar
    if naar == "stemmers":
        iedereen = stemmers.accounts_van_stemmers(tx, geval.wijk, gevonden.publiek_id, na, hoeveel)
    else:
        voor = WIJK if naar == "wijk" else gevonden.voor
        iedereen = doelgroepen.accounts_van(tx, geval.wijk, voor, na, hoeveel)
    deden_mee = stemmers.accounts_die_stemden(tx, geval.wijk, gevonden.publiek_id, iedereen)
    return Lading(iedereen, _uitslag(tx, gevonden), over="peilingen", gevraagd=deden_mee)


def ingetrokken(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell who voted that the poll was withdrawn."""
    gevonden = _peiling(tx, geval)
    na = geval.wekker.na_account
    naar = stemmers.accounts_van_stemmers(tx, geval.wijk, gevonden.publiek_id, na, hoeveel)
    if gevonden.voor == ALLE_GELEDINGEN:  # of who votes for another geleding no evidence says that they did
        naar = sorted({*naar, *geledingen.accounts(tx, geval.wijk, na, hoeveel)})[:hoeveel]
    elif geleding.uit_functie(gevonden.voor):
        naar = doelgroepen.accounts_van(tx, geval.wijk, gevonden.voor, na, hoeveel)
    return Lading(naar, _uitslag(tx, gevonden), Baan.HERINNERING)


def _uitslag(tx: Connection, peiling: Peiling) -> Boodschap:
    """Return the result as all see it who hear it: exact only where these are all who were asked."""
    return stemresultaat.uitslag(tx, peiling, lid=peiling.uitslag_naar != "wijk")


def _voorbij(peiling: Peiling) -> Lading:
    """Of a poll that staff ended before its time nobody is told any more; else the moment was missed."""
    vroeg = peiling.gesloten_op is not None and peiling.gesloten_op < peiling.sluit_op
    return NIETS if vroeg else TE_LAAT


def _peiling(tx: Connection, geval: Geval) -> Peiling:
    gevonden = peilingen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    assert gevonden is not None  # noqa: S101 (a poll is never deleted)
    return gevonden


def _nog_te_vragen(tx: Connection, peiling: Peiling, geval: Geval, blok: int) -> list[int]:
    """Return the next accounts of who has not voted, without those who were reminded of another poll in this hour."""
    wijk, wekker, now = geval.wijk, geval.wekker, geval.now
    anderen = wekkers.kort_geleden(tx, wijk, wekker.soort, wekker.id, now - RUST, now)
    gevonden: list[int] = []
    na = wekker.na_account
    while len(gevonden) < blok and (stuk := doelgroepen.accounts_van(tx, wijk, peiling.voor, na, blok)):
        na = stuk[-1]
        over = stemmers.zonder_stem(tx, peiling.id, stuk)
        gehad = {naar for ander in anderen for naar in outbox.geschreven(tx, f"wekker:{ander}", over)}
        gehad |= bewaard.wachten(tx, "peiling.open", peiling.publiek_id, over)  # they still have to hear of it
        gevonden += [naar for naar in over if naar not in gehad]
    return gevonden[:blok]

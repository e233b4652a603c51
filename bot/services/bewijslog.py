"""The sequencer: who counts becomes public leaves, leaves get their number, and the log a head that can be signed.

Each step is a transaction of its own that a kill may undo, and is harmless when it was done. Signing is the shell's:
it has the key (bot.verzegeling). What a leaf says: docs/bewijs.md.
"""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.rules.canoniek import canoniek
from bot.rules.drempels import DREMPELS
from bot.rules.ijkpunt import Sleutel
from bot.rules.merkle import blad_hash
from bot.rules.momenten import naar_utc
from bot.rules.spelregels import Spelregels, uit_json
from bot.services.handeling import publiek_id
from bot.storage import bewijslog, gewist, spelregels, tellingen, telt, wekkers
from bot.storage.bewijslog import Hoofd
from bot.storage.telt import Bereik, Telregel

WEKKER = "ijkpunt"
"""Kind of the alarm by which the shell numbers the log and signs its head; its subject is the wijk."""
MINSTENS = 10
"""Nothing is said of who counts for a condition before so many do."""
BLOK = 500
"""So many addresses in one transaction."""
_VERSIE = 2
_VERVALT = '"soort":"telt_vervalt"'
_NACHT = time(3)
_ALLE = Bereik(0, 2**62)


def vraag_ijkpunt(tx: Connection, wijk: int, now: datetime) -> None:
    """Ask, in the transaction of something that belongs in the log, for a signed head as soon as may be."""
    wekkers.zorg_voor(tx, wijk, WEKKER, wijk, now)


def plan_nacht(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo) -> None:
    """See to it that there is a head every night."""
    if not wekkers.komend(tx, wijk, (WEKKER,), now):
        dag = now.astimezone(zone).date()
        moment = naar_utc(dag, _NACHT, zone)
        if moment <= now:
            moment = naar_utc(dag + timedelta(days=1), _NACHT, zone)
        wekkers.zorg_voor(tx, wijk, WEKKER, wijk, moment)


def klaar(tx: Connection, wijk: int, begin: datetime, zone: ZoneInfo) -> None:
    """Mark as done what was asked before a run began, and set the alarm of the next night."""
    wekkers.gedaan_tot(tx, wijk, WEKKER, wijk, begin)
    plan_nacht(tx, wijk, begin, zone)


def leg_openbaar_vast(tx: Connection, wijk: int, soort: str, inhoud: dict[str, Any], id_: str | None = None) -> int:
    """Append a public leaf with the next number, and return that; ask for a head yourself (`vraag_ijkpunt`).

    Args:
        inhoud: what it says beside `versie`, `log`, `id` and `soort`.
        id_: a random id, for what nobody may be able to work out before it stands there: else they know the next root.
    """
    return leg_vast(tx, wijk, soort, inhoud, id_)[0]


def leg_vast(tx: Connection, wijk: int, soort: str, inhoud: dict[str, Any], id_: str | None = None) -> tuple[int, int]:
    """Append a public leaf with the next number; return that and its row. See `leg_openbaar_vast`."""
    log, plek = bewijslog.log_naam(tx, wijk), bewijslog.stand(tx, wijk).grootte
    id_ = id_ or publiek_id(hashlib.sha256(f"{log}/{plek}".encode()).digest())
    (rij,) = bewijslog.voeg_openbaar_toe(tx, wijk, [_blad(log, id_, soort, inhoud)])
    nummer(tx, wijk, [rij])
    return plek, rij


def leg_spelregels_vast(
    tx: Connection, wijk: int, regels: Spelregels, besluit: dict[str, Any], id_: str | None = None
) -> int:
    """Append the leaf of a version of the spelregels that was fixed in this transaction, and return its number.

    Who was erased counts on under it too, where they do so for sure: it takes all that an earlier one took.

    Args:
        besluit: how it was confirmed, such as `dag`, `orgaan` and `besluitnummer`; no nested floats.
    """
    geteld = {drempel.soort: sorted(regels.telt(drempel.soort)) for drempel in regels.drempels if _is_telling(drempel)}
    eerdere = [uit_json(inhoud) for inhoud in bewijslog.vaste_versies(tx, wijk)]
    for drempel in geteld:
        zekere = [een.versie for een in eerdere if _telt_zeker(een, regels, drempel)]
        gewist.neem_over(tx, wijk, regels.versie, drempel, zekere)
    inhoud = {"spelregels": regels.versie, "regels": regels.als_json(), "hash": regels.hash(), "telt": geteld}
    return leg_openbaar_vast(tx, wijk, "spelregels", besluit | inhoud, id_)


def telregels(tx: Connection, wijk: int) -> list[Telregel]:
    """Return of which conditions, under each version that was fixed, the log says who counts. Reads only."""
    return [regel for regel in _alle_regels(tx, wijk) if _is_te_zeggen(tx, regel)]


def verschilt(tx: Connection, regels: Sequence[Telregel], bereik: Bereik) -> bool:
    """Say whether `werk_bij` would find anything to do. Reads only."""
    return any(telt.voorbij(tx, regel, bereik) or telt.anders(tx, regel, bereik) for regel in regels)


def werk_bij(tx: Connection, regels: Sequence[Telregel], bereik: Bereik, zaad: bytes) -> None:
    """Bring who counts, at some addresses, in line with the evidence: each difference becomes a public leaf.

    Args:
        zaad: 32 fresh random bytes.
    """
    for regel in regels:
        ids = _ids(hmac.digest(zaad, f"{regel.versie}/{regel.drempel}".encode(), hashlib.sha256))
        log = bewijslog.log_naam(tx, regel.wijk)
        wat = {"drempel": regel.drempel, "eenheid": regel.eenheid, "spelregels": regel.versie}
        weg = telt.voorbij(tx, regel, bereik)
        # which leaf lapses stays private: it would say since when who moved had counted
        door = bewijslog.voeg_openbaar_toe(tx, regel.wijk, [_blad(log, next(ids), "telt_vervalt", wat) for _ in weg])
        telt.vervallen(tx, zip(weg, door, strict=True))
        anders = telt.anders(tx, regel, bereik)
        nieuw = [teller for teller in anders if teller.telt is None]
        bladen = [_blad(log, next(ids), "telt", wat) for _ in nieuw]
        telt.voeg_toe(tx, regel, nieuw, bewijslog.voeg_openbaar_toe(tx, regel.wijk, bladen))
        telt.zet_zelf(tx, (teller for teller in anders if teller.telt is not None))


def laat_doortellen(tx: Connection, wijk: int, bewoner: int) -> None:
    """Let someone whose evidence is about to go count on as they do now."""
    for regel in _alle_regels(tx, wijk):
        gewist.merk(tx, wijk, bewoner, regel.versie, regel.drempel, regel.soorten, regel.na)


def nummer(tx: Connection, wijk: int, rijen: Sequence[int]) -> None:
    """Give leaves the next numbers, in this order; what has one already keeps it.

    Who counts no more comes last: never have more lapsed than counted before.
    """
    boom = bewijslog.stand(tx, wijk)
    nieuw = sorted(bewijslog.zonder_nummer(tx, wijk, rijen), key=lambda rij: _VERVALT in rij[1])
    bewijslog.nummer(tx, [rij for rij, _ in nieuw], boom.grootte)
    for _, blad in nieuw:
        boom.voeg_toe(blad_hash(blad.encode()))
    bewijslog.zet_stand(tx, wijk, boom)


def pad(tx: Connection, wijk: int, nummer: int, grootte: int) -> list[str]:
    """Return the proof of inclusion of a leaf among the first so many, in hex, from the leaf upwards. Reads only.

    Raises:
        ValueError: the log has fewer leaves than the head is over.
    """
    if (er_zijn := bewijslog.stand(tx, wijk).grootte) < grootte:
        raise ValueError(f"the log of wijk {wijk} has {er_zijn} leaves, not {grootte}")
    return [hash_.hex() for hash_ in bewijslog.boom(tx, wijk).insluiting(nummer, grootte)]


def maak_ijkpunt(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo) -> None:
    """Write down the head of the log as it stands, still to be signed.

    A clock that was set back makes no head that is larger and of an earlier day: nobody would take the log any more.
    """
    dag, laatste = now.astimezone(zone).date(), bewijslog.laatste_dag(tx, wijk)
    bewijslog.voeg_ijkpunt_toe(tx, wijk, bewijslog.stand(tx, wijk), max(dag, laatste or dag))


class Ijkpunten(NamedTuple):
    """What anyone may keep of the log.

    Args:
        sleutel: the line of its public key; empty while it has none.
        hoofden: the signed heads, in order.
    """

    wijk: str
    sleutel: str
    hoofden: list[Hoofd]


def op_pagina(tx: Connection, wijk: int) -> Ijkpunten:
    """Return the signed heads, for everybody."""
    publiek, naam = bewijslog.sleutel(tx, wijk), tellingen.wijknaam(tx, wijk)
    sleutel = f"{Sleutel(bewijslog.log_naam(tx, wijk), publiek).tekst()}\n" if publiek else ""
    return Ijkpunten(naam, sleutel, bewijslog.getekend(tx, wijk))


def maak_bij(tx: Connection, wijk: int, zaad: bytes) -> None:
    """Do all that is left to do in this transaction, so that what is appended next speaks of everything before it.

    When the shell just did it in short ones (`bot.verzegeling`), little is left.
    """
    werk_bij(tx, telregels(tx, wijk), _ALLE, zaad)
    rijen = bewijslog.ongenummerd(tx, wijk, 0, _ALLE.tot)
    nummer(tx, wijk, sorted(rijen, key=lambda rij: hmac.digest(zaad, b"%d" % rij, hashlib.sha256)))


def _blad(log: str, id_: str, soort: str, inhoud: dict[str, Any]) -> str:
    return canoniek({**inhoud, "versie": _VERSIE, "log": log, "id": id_, "soort": soort})


def _ids(zaad: bytes) -> Iterator[str]:
    nr = 0
    while True:
        yield publiek_id(hmac.digest(zaad, b"%d" % nr, hashlib.sha256))
        nr += 1


def _is_telling(drempel: Any) -> bool:
    return DREMPELS[drempel.soort].BRON == "telling"


def _alle_regels(tx: Connection, wijk: int) -> list[Telregel]:
    na = spelregels.ingang(tx, wijk)
    versies = [uit_json(inhoud) for inhoud in bewijslog.vaste_versies(tx, wijk)]
    return [
        Telregel(wijk, r.versie, d.soort, r.eenheid, tuple(sorted(r.telt(d.soort))), na)
        for r in versies
        for d in r.drempels
        if _is_telling(d)
    ]


def _telt_zeker(eerder: Spelregels, nu: Spelregels, soort: str) -> bool:
    """Say whether a person with evidence for a condition under earlier rules has it under these too, whatever it is."""
    had = any(drempel.soort == soort for drempel in eerder.drempels)
    return had and eerder.telt(soort) <= nu.telt(soort)


def _is_te_zeggen(tx: Connection, regel: Telregel) -> bool:
    return telt.bestaat(tx, regel.wijk, regel.versie, regel.drempel) or telt.aantal(tx, regel, _ALLE) >= MINSTENS

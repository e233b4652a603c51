"""What was held back goes: together in one message, each a line with a button that opens it in full.

Before it goes it is looked at anew. What lost its sense meanwhile (a poll that closed, a meeting that was cancelled,
what someone does not want to hear any more) is left out; what was changed is told as it is now. One thing alone is no
bundle.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.rules.weekmaat import WEEK, Stuk
from bot.services import (
    aanbodherinnering,
    aankondiging,
    adviesantwoord,
    bezorging,
    bijeenkomst,
    conceptvorm,
    ideenieuws,
    koppelkans,
    mijlpaal,
    mijlpaaluitslag,
    natuurlijkmoment,
    oproep,
    partner,
    stemmen,
)
from bot.services.bezorging import Geval, Vers, wekker_van
from bot.services.handeling import Handeling, eis_bewoner
from bot.storage import bewaard, outbox, tijdvakken, uitzendingen, voorkeuren, wekkers
from bot.storage.bewaard import Bewaard
from bot.storage.outbox import Los
from bot.storage.uitzendingen import GESTUURD
from bot.storage.voorkeuren import Gehoord

BLOK = 200
"""So many people get theirs in one transaction."""

VERVERS: dict[str, Callable[[Connection, int, str, Sequence[int], datetime], Vers | None]] = {
    "bijeenkomst.nieuw": aankondiging.ververs,
    "mijlpaal.nieuw": mijlpaal.ververs,
    "mijlpaal.vandaag": mijlpaal.ververs_vandaag,
    "mijlpaal.uitslag": mijlpaaluitslag.ververs,
    "concept.nieuw": conceptvorm.ververs,
    "idee.nieuws": ideenieuws.ververs,
    "koppelkans.straks": koppelkans.ververs,
    "natuurlijkmoment.uitnodiging": natuurlijkmoment.ververs,
    "partner.nieuws": partner.ververs,
    "peiling.open": oproep.ververs,
    "peiling.herinnering": oproep.ververs,
    "peiling.uitslag": oproep.ververs_uitslag,
    "aanbod.herinnering": aanbodherinnering.ververs,
    "advies.antwoord": adviesantwoord.ververs,
}
"""How something looks now, by its kind; None when it has lost its sense. Another kind goes by itself, as it was."""


def stuur(tx: Connection, geval: Geval) -> None:
    """Let go what may go now, for the next so many people; what must wait longer gets a later moment."""
    accounts = bewaard.rijp(tx, geval.wijk, geval.now, BLOK)
    if not accounts:
        return
    per_account: dict[int, list[Bewaard]] = {account: [] for account in accounts}
    for rij in bewaard.van(tx, accounts):
        if rij.wijk == geval.wijk:
            per_account[rij.account].append(rij)
    nu = _ververst(tx, geval, [rij for rijen in per_account.values() for rij in rijen])
    toestanden = voorkeuren.gehoord(tx, accounts, geval.now - WEEK)
    losse: list[Los] = []
    later: dict[int, datetime] = {}
    weg: list[int] = []
    for account, rijen in per_account.items():
        zinvol = [rij for rij in rijen if _zinvol(rij, nu[rij.id], toestanden[account], geval)]
        gekozen, wachten = _kies(zinvol, nu, toestanden[account], geval)
        later |= wachten
        weg += [rij.id for rij in rijen if rij.id not in wachten]
        if gekozen:
            losse.append(_bericht(gekozen, nu))
    bewaard.haal_weg(tx, weg)
    bewaard.verzet(tx, later)
    outbox.schrijf_los(tx, geval.wijk, losse, baan=Baan.UITZENDING, wekker=geval.wekker.id, ongevraagd_op=geval.gaat_op)
    if geval.hersteld:
        tijdvakken.houd_vast(tx, [f"{los.sleutel}:{los.account}" for los in losse])
    bezorging.plan(tx, geval.wijk, later.values())
    if len(accounts) == BLOK:
        wekkers.heropen(tx, geval.wekker.id)


def open_(tx: Connection, handeling: Handeling, wat: str, publiek_id: str) -> Boodschap:
    """Show in full what a line of a bundle is about, as a message of its own: the bundle stays."""
    if wat == "bijeenkomst":
        return replace(bijeenkomst.toon(tx, handeling, publiek_id), wijze="nieuw")
    if wat == "partner":
        return replace(partner.toon_nieuws(tx, handeling, publiek_id), wijze="nieuw")
    if wat != "uitzending":
        return replace(stemmen.toon(tx, handeling, publiek_id), wijze="nieuw")
    eis_bewoner(tx, handeling)
    deze = uitzendingen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if deze is None or deze.staat not in GESTUURD:
        raise Geweigerd("bundel.weg")
    return Boodschap("uitzending", deze.inhoud, wijze="nieuw")


def _ververst(tx: Connection, geval: Geval, rijen: list[Bewaard]) -> dict[int, Vers | None]:
    """Return how each row looks now; each thing is looked up once for all who wait for it."""
    straks = geval.gaat_op
    wie: dict[tuple[str, str], list[int]] = {}
    for rij in rijen:
        wie.setdefault((rij.soort, rij.onderwerp), []).append(rij.account)
    vers = {
        (soort, onderwerp): VERVERS[soort](tx, geval.wijk, onderwerp, accounts, straks)
        for (soort, onderwerp), accounts in wie.items()
        if soort in VERVERS
    }
    inhouden = uitzendingen.inhouden(tx, {rij.uitzending for rij in rijen if rij.uitzending is not None})
    return {rij.id: vers.get((rij.soort, rij.onderwerp), _ongewijzigd(rij, inhouden)) for rij in rijen}


def _ongewijzigd(rij: Bewaard, inhouden: dict[int, dict[str, Any]]) -> Vers:
    """Return a row as it was written; of a broadcast its first words are its line."""
    regel = None
    if rij.uitzending is not None:
        inhoud = inhouden[rij.uitzending]
        koppen = {taal: zegt["html"][:1000] for taal, zegt in inhoud["talen"].items()}
        regel = {"wat": "uitzending", "koppen": koppen, "eigen_taal": inhoud["eigen_taal"], "id": inhoud["id"]}
    return Vers(Boodschap(rij.soort, rij.data), rij.niet_na, regel)


def _zinvol(rij: Bewaard, vers: Vers | None, gehoord: Gehoord, geval: Geval) -> bool:
    if gehoord.woont_in != geval.wijk:  # moved to another wijk
        return False
    if vers is None or not gehoord.woont_er or not gehoord.voorkeur.wil(rij.over) or rij.account in vers.niet_meer:
        return False
    return vers.niet_na is None or vers.niet_na > geval.gaat_op


def _kies(
    rijen: list[Bewaard], nu: dict[int, Vers | None], gehoord: Gehoord, geval: Geval
) -> tuple[list[Bewaard], dict[int, datetime]]:
    if not rijen:
        return [], {}
    stukken = [_stuk(rij, _vers(nu, rij)) for rij in rijen]
    gekozen, later = geval.maat.kies(gehoord.voorkeur, stukken, gehoord.gehad, geval.now)
    return [rij for rij in rijen if rij.id in gekozen], later


def _stuk(rij: Bewaard, vers: Vers) -> Stuk:
    over = bezorging.voorbij(rij.soort, vers.niet_na, rij.uiterlijk)
    return Stuk(rij.id, rij.bundel_op, rij.uiterlijk, vers.regel is not None, over)


def _bericht(rijen: list[Bewaard], nu: dict[int, Vers | None]) -> Los:
    eerste, vers = rijen[0], _vers(nu, rijen[0])
    if len(rijen) == 1:
        zelf = wekker_van(eerste.sleutel)  # what goes alone counts for what it is about, and is repeated with that
        return Los(eerste.account, eerste.sleutel, vers.boodschap, vers.niet_na, eerste.uitzending, wekker=zelf)
    boodschap = Boodschap("bundel", {"regels": [_vers(nu, rij).regel for rij in rijen]})
    return Los(eerste.account, f"bundel:{eerste.sleutel}", boodschap)


def _vers(nu: dict[int, Vers | None], rij: Bewaard) -> Vers:
    vers = nu[rij.id]
    assert vers is not None  # noqa: S101 (what lost its sense was left out)
    return vers

"""Bringing something in to a poll of others: one text at a time, a few per person. Judging it: toelaten.py."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.aandragen import MEEST_PER_PERSOON, MEESTE_OPTIES
from bot.rules.pacing import Baan
from bot.rules.peilingen import OPTIE_LENGTE
from bot.services import aandraagstand
from bot.services.gesprek import eis_open, wacht_op
from bot.services.handeling import Handeling, eis_bewoner, eis_ja, wie_handelt
from bot.services.lezers import alinea_tot, blijft_open
from bot.services.stemmen import toon
from bot.storage import aandragingen, gesprekken, outbox, peilingen
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.peilingen import Optie, Peiling
from bot.storage.stemmers import Kiezer

SOORT = "aandragen"
"""The conversation in which someone types what they bring in."""


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask what someone brings in.

    Raises:
        Geweigerd: no such poll, it is for others, one cannot now, or one brought in enough; or another form is open.
    """
    wie, als, peiling, opties = _eis(tx, handeling, publiek_id)
    _eis_ruimte(tx, wie, als, peiling, opties)
    wacht_op(tx, wie, Gesprek(SOORT, publiek_id, {}))
    return Boodschap("aandragen.vraag", _vraag(tx, wie, als, peiling, opties))


def typ(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Take what someone brings in; it waits for the team.

    Raises:
        Geweigerd: too long, by how much, or it is there already; it is still asked then.
    """
    wie = wie_handelt(tx, handeling)
    gesprek = eis_open(tx, wie, SOORT)
    wie, als, peiling, opties = _eis(tx, handeling, gesprek.stap, ook_voorbij=True)
    if not aandraagstand.mag(peiling, opties, handeling.now):
        gesprekken.sluit(tx, wie.wijk, wie.account)
        return te_laat(peiling)
    with blijft_open("aandragen.vraag", _vraag(tx, wie, als, peiling, opties)):
        schoon = lees(tekst, handeling)
        _eis_ruimte(tx, wie, als, peiling, opties)
        if gelijk(opties, schoon) or schoon in aandragingen.wachtend_van(tx, als, peiling.id):
            raise Geweigerd("aandragen.staat_er")
    gesprekken.sluit(tx, wie.wijk, wie.account)
    eerste = not aandragingen.wachtend(tx, peiling.id)
    aandragingen.voeg_toe(tx, handeling.wijk, peiling.id, als, handeling.id("aandraging"), schoon)
    if eerste:
        _meld(tx, handeling, peiling)
    data = {"id": peiling.publiek_id, "vraag": peiling.vraag, "methode": peiling.methode, "tekst": schoon}
    return Boodschap("aandragen.ontvangen", {**data, "nog": aandraagstand.nog(tx, wie, als, peiling, opties)})


def niet(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Bring nothing in after all: show the poll."""
    gesprekken.sluit_als(tx, handeling.wijk, wie_handelt(tx, handeling).account, SOORT)
    return toon(tx, handeling, publiek_id)


def te_laat(peiling: Peiling) -> Boodschap:
    """Say that nothing can be brought in any more, nor let through."""
    return Boodschap("aandragen.te_laat", {"id": peiling.publiek_id, "vraag": peiling.vraag})


def lees(tekst: str, handeling: Handeling) -> str:
    """Read an option as it stands in a poll: one line that is not too long for a button's text.

    Raises:
        Geweigerd: it is too long, or has no words.
    """
    return " ".join(str(alinea_tot(OPTIE_LENGTE)(tekst, handeling)).split())


def gelijk(opties: list[Optie], tekst: str) -> Optie | None:
    """Return the option of a poll that says the same, but for its capitals."""
    return next((optie for optie in opties if optie.tekst.casefold() == tekst.casefold()), None)


def _meld(tx: Connection, handeling: Handeling, peiling: Peiling) -> None:
    """Tell who made the poll that something waits; what comes after it they see there."""
    outbox.schrijf(
        tx,
        handeling.wijk,
        f"aandragen.nieuw:{handeling.id('aandragen.nieuw')}",
        [aandragingen.maker(tx, peiling.id)],
        Boodschap("aandragen.nieuw", {"id": peiling.publiek_id, "vraag": peiling.vraag}),
        baan=Baan.HERINNERING,
        niet_na=peiling.sluit_op,
    )


def _eis(
    tx: Connection, handeling: Handeling, publiek_id: str, *, ook_voorbij: bool = False
) -> tuple[Wie, Kiezer, Peiling, list[Optie]]:
    wie = wie_handelt(tx, handeling)
    eis_ja(wie)  # who has a role too brings in for themselves
    gevonden = peilingen.zoek_met_opties(tx, handeling.wijk, publiek_id)
    als = aandraagstand.van(tx, wie, gevonden[0]) if gevonden else None
    if als is None:
        eis_bewoner(tx, handeling)  # who has no home here hears how to join
    if gevonden is None:
        raise Geweigerd("peiling.onbekend")
    if als is None:
        raise Geweigerd("peiling.andere_groep")
    peiling, opties = gevonden
    if not ook_voorbij and not aandraagstand.mag(peiling, opties, handeling.now):
        raise Geweigerd("aandragen.niet")
    return wie, als, peiling, opties


def _eis_ruimte(tx: Connection, wie: Wie, als: Kiezer, peiling: Peiling, opties: list[Optie]) -> None:
    if len(opties) >= MEESTE_OPTIES:
        raise Geweigerd("aandragen.vol")
    if aandraagstand.nog(tx, wie, als, peiling, opties) == 0:
        raise Geweigerd("aandragen.genoeg", aantal=MEEST_PER_PERSOON)


def _vraag(tx: Connection, wie: Wie, als: Kiezer, peiling: Peiling, opties: list[Optie]) -> dict[str, Any]:
    return {
        "id": peiling.publiek_id,
        "vraag": peiling.vraag,
        "methode": peiling.methode,
        "maximum": OPTIE_LENGTE,
        "nog": aandraagstand.nog(tx, wie, als, peiling, opties),
        "bewoner": wie.bewoner is not None,
    }

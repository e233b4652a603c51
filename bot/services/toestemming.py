"""Saying yes again to a privacy statement that changed, and taking one's yes back.

    yes to this version ──a new version──▶ asked at their next word, before anything else ──ja──▶ yes
        └──▶ ingetrokken ◀──nee─────────────────────────┘
              └──ja──▶ yes

Who withdraws hears nothing any more, and what they told is erased; nothing new is kept of them. What they did before
counts as it did, a vote too: it was said with a yes. Erasing that as well is `wissen`.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.toestemming import INGETROKKEN, VERSIE
from bot.services import adresverzoek, bewoner, hulp, kennismaking, rechtzetten, vraagdraad, zetel
from bot.services.handeling import Afzender, Handeling, eis_bewoner, wie_spreekt
from bot.storage import accounts, bewaard, hulpvragen, ideeen, inbox, wachtrij, wekkers, wissen, wissingen
from bot.storage.accounts import Wie


def vraag(tx: Connection, handeling: Handeling) -> Boodschap:
    """Ask for a yes to the text that holds now."""
    _bewoner(tx, handeling)
    return Boodschap("toestemming.nieuw", {"versie": VERSIE})


def zeg_ja(tx: Connection, handeling: Handeling, versie: str) -> Boodschap:
    """Say yes to the text of this version; who had withdrawn does so for all their chats, and hears what they chose."""
    wie = _bewoner(tx, handeling)
    if versie != str(VERSIE):
        return Boodschap("toestemming.nieuw", {"versie": VERSIE})
    terug = wie.toestemming == INGETROKKEN
    for account in wissen.accounts_van(tx, wie.bewoner or 0) if terug else [wie.account]:
        accounts.wijzig(tx, account, toestemming_versie=VERSIE, toestemming_op=handeling.now)
    return bewoner.menu(tx, handeling)


def begin_intrekken(tx: Connection, handeling: Handeling) -> Boodschap:
    """Say what withdrawing means, and what erasing does beside it."""
    _bewoner(tx, handeling)
    return Boodschap("toestemming.vraag")


def trek_in(tx: Connection, handeling: Handeling) -> Boodschap:
    """Withdraw it; a second tap says the same."""
    wie = _bewoner(tx, handeling)
    if wie.toestemming != INGETROKKEN:
        for account in _trek_in(tx, handeling, wie.bewoner or 0):
            handeling.gewist.extend(filter(None, [wissingen.onthoud_intrekking(tx, account)]))
    return Boodschap("toestemming.ingetrokken")


def trek_weer_in(tx: Connection, merken: Collection[str], now: datetime, zaad: bytes) -> int:
    """Withdraw once more for who did so, in a database that went back to before that; return for how many residents.

    What they sent before it and was not handled yet is let go: their yes could be among it.

    Args:
        merken: all marks of the list (`bot.channels.wislijst`).
        zaad: 32 fresh random bytes.
    """
    wie = wissingen.zoek_ingetrokken(tx, merken)
    for bewoner_id, wijk in wie.items():
        for account in _trek_in(tx, Handeling(wijk, Afzender("", ""), now, zaad), bewoner_id):
            inbox.laat_vallen(tx, *accounts.kenmerk(tx, account))
    return len(wie)


def _trek_in(tx: Connection, handeling: Handeling, bewoner_id: int) -> list[int]:
    """Withdraw it on all accounts of a resident, and return them."""
    van = wissen.accounts_van(tx, bewoner_id)
    _vergeet_verteld(tx, handeling, bewoner_id)
    zetel.laat_los(tx, handeling.wijk, van, handeling.id("zetel"))
    for account in van:
        accounts.wijzig(tx, account, toestemming_versie=INGETROKKEN, toestemming_op=handeling.now)
        bewaard.vergeet_account(tx, account)
        wachtrij.stop_ongevraagd(tx, account)
    return van


def _vergeet_verteld(tx: Connection, handeling: Handeling, bewoner_id: int) -> None:
    for open_ in hulpvragen.van_bewoner(tx, bewoner_id):
        hulp.beeindig(tx, handeling, open_, "ingetrokken")
    vraagdraad.vergeet(tx, handeling, bewoner_id)
    rechtzetten.vergeet(tx, handeling, bewoner_id)
    adresverzoek.vergeet(tx, handeling, bewoner_id)
    ideeen.vergeet_bewoner(tx, bewoner_id)  # else they would be told what becomes of each
    wekkers.vervallen(tx, handeling.wijk, kennismaking.SOORT, bewoner_id, handeling.now)
    for bijeenkomst in wissen.vergeet_verteld(tx, bewoner_id, handeling.now):
        wekkers.zorg_voor(tx, handeling.wijk, "aanbod_verloopt", bijeenkomst, handeling.now)


def _bewoner(tx: Connection, handeling: Handeling) -> Wie:
    """Return the resident who acts, whatever their yes is to."""
    wie = wie_spreekt(tx, handeling)
    return wie if wie.bewoner is not None else eis_bewoner(tx, handeling)

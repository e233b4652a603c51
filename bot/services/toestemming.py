"""Saying yes again to a privacy statement that changed, and taking one's yes back.

    yes to this version ──a new version──▶ asked at their next word, before anything else ──ja──▶ yes
        └──▶ ingetrokken ◀──nee─────────────────────────┘
              └──ja──▶ yes

Who withdraws hears nothing any more, and what they told is erased; nothing new is kept of them. What they did before
counts as it did, a vote too: it was said with a yes. Erasing that as well is `wissen`.
"""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.toestemming import INGETROKKEN, VERSIE
from bot.services import adresverzoek, bewoner, hulp, kennismaking, rechtzetten, vraagdraad, zetel
from bot.services.handeling import Handeling, eis_bewoner, wie_spreekt
from bot.storage import accounts, bewaard, hulpvragen, ideeen, wachtrij, wekkers, wissen
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
        _vergeet_verteld(tx, handeling, wie.bewoner or 0)
        zetel.laat_los(tx, handeling.wijk, wissen.accounts_van(tx, wie.bewoner or 0), handeling.id("zetel"))
        for account in wissen.accounts_van(tx, wie.bewoner or 0):
            accounts.wijzig(tx, account, toestemming_versie=INGETROKKEN, toestemming_op=handeling.now)
            bewaard.vergeet_account(tx, account)
            wachtrij.stop_ongevraagd(tx, account)
    return Boodschap("toestemming.ingetrokken")


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

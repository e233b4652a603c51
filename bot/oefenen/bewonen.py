"""Who lives in a practice wijk before someone comes to practise: made-up residents who joined, voted and came in."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from bot.rules.deurcode import toont
from bot.services import inchecken, onboarding, stemmen
from bot.services.handeling import TREKKER, publiek_id
from bot.services.oefenbewoners import TAAL, Hier
from bot.storage import accounts, deuren, peilingen, rollen, werkgroepen

_OPTIES = (0, 1, 1, 2, 1, 0)
"""What they choose in the poll, by turns."""
_LEDEN = 12


@dataclass(frozen=True)
class Bewoner:
    """Someone who lives in the practice wijk, with the code on the letter."""

    extern_id: str
    code: str


def leef(tx: Connection, hier: Hier, bewoners: Sequence[Bewoner], peper: bytes) -> None:
    """Let all of them join, every second one vote, and every third one come in at the door that is open."""
    deur = deuren.rond(tx, hier.wijk, hier.now)[0]
    peiling = peilingen.van_bewoners(tx, hier.wijk)[0]
    for plaats, wie in enumerate(bewoners):
        onboarding.start(tx, hier.als(wie.extern_id, "start"), wie.code, peper)
        onboarding.kies(tx, hier.als(wie.extern_id, "taal"), TAAL)
        onboarding.stem_in(tx, hier.als(wie.extern_id, "ja"), str(onboarding.TOESTEMMING_VERSIE))
        if plaats % 2:
            keuze = str(_OPTIES[plaats % len(_OPTIES)])
            stemmen.stem(tx, hier.als(wie.extern_id, "stem"), peiling.publiek_id, keuze)
        if plaats % 3 == 1:
            code = toont(deur.geheim, deur.publiek_id, hier.now).code
            inchecken.met_code(tx, hier.als(wie.extern_id, "deur"), code)
        if plaats < _LEDEN:
            lid = accounts.wie(tx, hier.wijk, hier.kanaal, wie.extern_id)
            if lid is not None and lid.bewoner is not None:
                groep = werkgroepen.lijst(tx, hier.wijk, lid.bewoner)[0]
                werkgroepen.zet_lid(tx, hier.wijk, groep.id, lid.bewoner, lid=True)


def maak_trekker(tx: Connection, hier: Hier, extern_id: str) -> None:
    """Let someone lead the first werkgroep."""
    wie = accounts.maak(tx, hier.wijk, hier.kanaal, extern_id)
    groep = werkgroepen.lijst(tx, hier.wijk, 0)[0]
    rollen.geef(
        tx,
        hier.wijk,
        wie.account,
        publiek_id=publiek_id(hashlib.sha256(hier.zaad + b"rol").digest()),
        soort=TREKKER,
        bereik=groep.publiek_id,
        toegekend_door=wie.account,
        toegekend_op=hier.now,
    )

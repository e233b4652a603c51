"""What the made-up residents of a practice wijk do: before someone comes to practise, and when a day passes there."""

import hashlib
import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.rules.deurcode import toont
from bot.rules.peilingen import METHODEN, KanNiet, Methode, Opzet
from bot.services import aanmelding, inchecken, onboarding, peilingvorm, stemmen
from bot.services.handeling import TREKKER, Afzender, Handeling, publiek_id
from bot.services.kiezer import is_open, kiezer
from bot.storage import accounts, bijeenkomsten, deuren, peilingen, rollen, werkgroepen
from bot.storage.peilingen import Peiling

_OPTIES = (0, 1, 1, 2, 1, 0)
"""What they choose in the poll, by turns."""
_LEDEN = 12
_TAAL = "nl"
MEEST = 20
"""So many meetings they look at."""
TIKKEN = 20
"""So often somebody taps for one ballot, at most."""
PROBEER = 300


@dataclass(frozen=True)
class Bewoner:
    """Someone who lives in the practice wijk, with the code on the letter."""

    extern_id: str
    code: str


@dataclass(frozen=True)
class Hier:
    """Where and when it happens.

    Args:
        zaad: 32 fresh random bytes.
    """

    wijk: int
    kanaal: str
    now: datetime
    zone: ZoneInfo
    zaad: bytes

    def als(self, extern_id: str, wat: str) -> Handeling:
        """Return an act of one of them."""
        zaad = hashlib.sha256(self.zaad + f"{extern_id} {wat}".encode()).digest()
        return Handeling(self.wijk, Afzender(self.kanaal, extern_id, taalcode=_TAAL), self.now, zaad, self.zone)


def leef(tx: Connection, hier: Hier, bewoners: Sequence[Bewoner], peper: bytes) -> None:
    """Let all of them join, every second one vote, and every third one come in at the door that is open."""
    deur = deuren.rond(tx, hier.wijk, hier.now)[0]
    peiling = peilingen.van_bewoners(tx, hier.wijk)[0]
    for plaats, wie in enumerate(bewoners):
        onboarding.start(tx, hier.als(wie.extern_id, "start"), wie.code, peper)
        onboarding.kies(tx, hier.als(wie.extern_id, "taal"), _TAAL)
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


def reageer(tx: Connection, hier: Hier, bewoners: Sequence[str]) -> None:
    """Let most of them vote in each poll that is open, and some say that they come to each meeting."""
    toeval = random.Random(hier.zaad)
    open_ = [een for een in peilingen.van_bewoners(tx, hier.wijk) if is_open(een, hier.now)]
    komend = bijeenkomsten.voor_iedereen(tx, hier.wijk, hier.now, MEEST)
    for wie in bewoners:
        for peiling in open_:
            if toeval.random() < 0.7:
                _stem(tx, hier, wie, peiling, toeval)
        for bijeenkomst in komend:
            if bijeenkomst.begin > hier.now and toeval.random() < 0.3:
                handeling = hier.als(wie, f"komt {bijeenkomst.publiek_id}")
                with suppress(Geweigerd):  # it is full, or for others
                    aanmelding.meld_aan(tx, handeling, bijeenkomst.publiek_id, "ja")


def _stem(tx: Connection, hier: Hier, wie: str, peiling: Peiling, toeval: random.Random) -> None:
    """Vote, unless somebody did or may not."""
    methode, opzet = METHODEN[peiling.methode], peilingvorm.lees_opzet(tx, peiling)
    account = accounts.wie(tx, hier.wijk, hier.kanaal, wie)
    als = kiezer(tx, account, peiling) if account else None
    if als is None or peilingen.stem_van(tx, peiling.id, als).nu is not None:
        return
    for keer, daad in enumerate(_tikken(methode, opzet, toeval)):
        stemmen.stem(tx, hier.als(wie, f"stem {peiling.id} {keer}"), peiling.publiek_id, daad)


def _tikken(methode: Methode, opzet: Opzet, toeval: random.Random) -> list[str]:
    """Return taps at random by which a ballot becomes complete, without detours; none when that takes many."""
    inhoud: str | None = None
    gezien, tikken = [inhoud], list[str]()
    for _ in range(PROBEER):
        scherm = methode.scherm(opzet, inhoud, range(len(opzet.opties)))
        daad = toeval.choice([knop.daad for rij in scherm.knoppen for knop in rij])
        with suppress(KanNiet):
            nieuw = methode.stem(opzet, inhoud, daad)
            if nieuw is None:  # it changes nothing, or asks for words
                continue
            al = gezien.index(nieuw) if nieuw in gezien else len(gezien)
            inhoud, gezien, tikken = nieuw, [*gezien[:al], nieuw], [*tikken[: al - 1], daad]
            if methode.compleet(opzet, nieuw):
                return tikken if len(tikken) <= TIKKEN else []
    return []


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

"""What the made-up residents of a practice wijk do when a day passes there: vote in what is open, and sign up."""

import hashlib
import random
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.rules.peilingen import METHODEN, KanNiet, Methode, Opzet
from bot.services import aanmelding, peilingvorm, stemmen
from bot.services.handeling import Afzender, Handeling
from bot.services.kiezer import is_open, kiezer
from bot.storage import accounts, bijeenkomsten, peilingen
from bot.storage.peilingen import Peiling

TAAL = "nl"
"""What they speak."""
MEEST = 20
"""So many meetings they look at."""
TIKKEN = 20
"""So often somebody taps for one ballot, at most."""
PROBEER = 300


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
        return Handeling(self.wijk, Afzender(self.kanaal, extern_id, taalcode=TAAL), self.now, zaad, self.zone)


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

"""Many votes in one poll at the same moment, in by the real intake and through the real conversations.

Each resident answers twice, something else each time: half of them in one chat, where the last one counts, and half
from two phones, where either may be the last.
"""

import asyncio
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.rules.peilingen import METHODEN
from bot.rules.toestemming import VERSIE
from bot.services import peilingvorm
from bot.storage import peilingen
from bot.storage import tables as t
from tests.builders import een_bewoner, een_peiling
from tests.wereld import KANAAL, NOOR, Wereld, een_wereld

KLEUREN = ("Rood", "Blauw", "Geel")
EERSTE = 5_000_000
TWEEDE_TOESTEL = 2_000_000


def bevolk(tx: Connection, wijk: int, bewoners: int) -> str:
    """Let so many residents join, every second one with two phones, and open a poll; return its public id."""
    for nummer in range(bewoners):
        bewoner = een_bewoner(tx, wijk)
        for wie in set(_toestellen(nummer)):
            van_wie = {"kanaal": KANAAL, "extern_id": str(wie), "bewoner": bewoner, "taal": "nl"}
            ja = {"toestemming_versie": VERSIE, "toestemming_op": datetime.now(UTC)}
            tx.execute(t.account.insert().values(**van_wie, **ja))
    peiling = een_peiling(tx, wijk, KLEUREN, sluit_op=datetime(2027, 2, 5, 19, 0, tzinfo=UTC))
    gemaakt = peilingen.zoek(tx, wijk, id=peiling)
    assert gemaakt is not None
    return gemaakt.publiek_id


def _toestellen(nummer: int) -> tuple[int, ...]:
    eerste = EERSTE + nummer
    return (eerste, eerste) if nummer % 2 else (eerste, eerste + TWEEDE_TOESTEL)


def keuzes(nummer: int) -> tuple[int, int]:
    """Return what a resident chooses, and then."""
    eerst = nummer % len(KLEUREN)
    return eerst, (eerst + 1 + nummer // 2 % 2) % len(KLEUREN)


def tikken(publiek_id: str, bewoners: int) -> list[dict[str, Any]]:
    """Return the taps, the first ones of all before the second ones."""
    alle = []
    for keer in range(2):
        for nummer in range(bewoners):
            wie, tik = _toestellen(nummer)[keer], keer * bewoners + nummer
            van = {"id": wie, "is_bot": False, "first_name": "Merel", "language_code": "nl"}
            data = f"st:{publiek_id}:{keuzes(nummer)[keer]}"
            bericht = {"message_id": 1, "date": 1801500000, "chat": {"id": wie, "type": "private"}, "text": "Welke?"}
            inhoud = {"id": str(tik), "from": van, "chat_instance": "1", "data": data, "message": bericht}
            alle.append({"update_id": 900_000_000 + tik, "callback_query": inhoud})
    return alle


async def stemmen_alle(wereld: Wereld, bewoners: int) -> None:
    """Let all vote at once and hold what is kept against it, before closing and after."""
    publiek_id = await wereld.database.write(wereld.wijk, bevolk, wereld.wijk, bewoners)
    await wereld.bot.intake.ontvang(tikken(publiek_id, bewoners))
    async with asyncio.timeout(bewoners / 5):  # a vote takes some milliseconds on a quiet machine
        while await wereld.tel(t.inbox, t.inbox.c.staat == "ontvangen"):  # noqa: ASYNC110 (these are rows)
            await asyncio.sleep(0.1)
    await wereld.rust()
    koos = await wereld.database.read(_wie_koos_wat)
    assert sorted(koos) == [EERSTE + nummer for nummer in range(bewoners)]
    for wie, inhoud in koos.items():
        eerst, laatst = keuzes(wie - EERSTE)
        assert inhoud in ({f"[{laatst}]"} if (wie - EERSTE) % 2 else {f"[{eerst}]", f"[{laatst}]"})
    bewijs = await wereld.database.read(
        lambda tx: Counter(tx.scalars(select(t.bewijs_prive.c.bewoner).where(t.bewijs_prive.c.onderwerp == publiek_id)))
    )
    assert (len(bewijs), set(bewijs.values())) == (bewoners, {1})
    assert await wereld.tel(t.bewijs) == bewoners
    assert await wereld.tel(t.inbox, t.inbox.c.staat != "klaar") == 0
    geteld = await wereld.database.write(wereld.wijk, _sluit_en_tel, wereld.wijk, publiek_id)
    assert await wereld.tel(t.stemkoppeling) == 0
    verwacht = Counter(inhoud for inhoud in koos.values())
    assert geteld == (*(verwacht[f"[{kleur}]"] for kleur in range(len(KLEUREN))), bewoners)


def _wie_koos_wat(tx: Connection) -> dict[int, str]:
    """Return the ballot of each resident, by their first phone."""
    vraag = select(t.account.c.extern_id, t.stembiljet.c.inhoud).select_from(t.stemkoppeling)
    vraag = vraag.join(t.stembiljet, t.stembiljet.c.sleutel == t.stemkoppeling.c.stembiljet)
    rijen = tx.execute(vraag.join(t.account, t.account.c.bewoner == t.stemkoppeling.c.bewoner))
    return {int(wie): inhoud for wie, inhoud in rijen if EERSTE <= int(wie) < EERSTE + TWEEDE_TOESTEL}


def _sluit_en_tel(tx: Connection, wijk: int, publiek_id: str) -> tuple[int, ...]:
    """Close the poll and count as its result does: per option, and how many ballots there are."""
    gevonden = peilingen.zoek_met_opties(tx, wijk, publiek_id)
    assert gevonden is not None
    peiling, opties = gevonden
    peilingen.sluit(tx, peiling.id, peiling.sluit_op)
    uitslag = METHODEN[peiling.methode].tel(peilingvorm.opzet_van(peiling, opties), peilingen.tel(tx, peiling.id))
    return (*(regel.aantallen[0] for regel in uitslag.regels), uitslag.stemmen)


async def test_two_hundred_votes_at_once_count_every_resident_once(database_url: str, tmp_path: Path) -> None:
    async with een_wereld(database_url, tmp_path, [NOOR]) as wereld:
        await stemmen_alle(wereld, 100)


@pytest.mark.zwaar
async def test_two_thousand_votes_at_once_count_every_resident_once(database_url: str, tmp_path: Path) -> None:
    async with een_wereld(database_url, tmp_path, [NOOR]) as wereld:
        await stemmen_alle(wereld, 1000)

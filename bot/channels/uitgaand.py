"""The loop that drains the outbox: which rows go now, and how each ends (rule 3 of the design)."""

import asyncio
import logging
import math
from datetime import UTC, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from telegram.error import TelegramError

from berichten import Bericht, render
from bot.channels.beurten import Beurten, GeenBeurt
from bot.channels.duiding import Mislukking, duid, wachttijd
from bot.channels.einde import Einde
from bot.channels.onbegonnen import Onbegonnen
from bot.channels.sender import Sender, Spreker, Weg
from bot.channels.tijdvak import TijdvakVoorbij, Tijdvakwacht
from bot.clock import Clock
from bot.config import Verzending
from bot.logboek import SPOOR
from bot.rules.pacing import Baan
from bot.rules.stilte import Stilte
from bot.storage import Database, accounts, outbox, outboxmerk, wachtrij, wekken
from bot.storage.outbox import Zending
from bot.tellers import VERZONDEN

log = logging.getLogger(__name__)

TEGELIJK = 100
RUST_SECONDEN = 0.1
KIJK_SECONDEN = 1.0
"""So often it looks when it hears nothing: of a row that another process wrote, or of quiet hours that are over."""
VOORUIT_SECONDEN = 0.25
"""Rows are claimed for so long ahead."""
WACHT_OP_CHAT_SECONDEN = 1.0
ROEP = timedelta(seconds=30)
"""A call takes less than this, so that its answer comes while the lease holds."""
POGINGEN_BIJLAGE = 3
BIJLAGE = timedelta(seconds=60)
_UITSLAG = {"opnieuw": "later", "mislukt": "failed", "onzeker": "uncertain"}


class OutboxSender:
    """Sends what is in the outbox of one channel.

    Args:
        toon: how each wijk speaks to a chat.
        onbegonnen: remembers outside the database what is claimed and not begun.
        clock: the time of people, by which it is quiet or too late.
        zone: time zone of the wijken.
        einde: of the process: nothing more is claimed then.
    """

    def __init__(
        self,
        database: Database,
        kanaal: str,
        sender: Sender,
        toon: Spreker,
        wacht: Tijdvakwacht,
        onbegonnen: Onbegonnen,
        beurten: Beurten,
        clock: Clock,
        zone: ZoneInfo,
        verzending: Verzending,
        einde: Einde | None = None,
    ) -> None:
        self._database = database
        self._kanaal = kanaal
        self._sender = sender
        self._toon = toon
        self._wacht = wacht
        self._onbegonnen = onbegonnen
        self._beurten = beurten
        self._einde = einde or Einde()
        self._clock = clock
        self._zone = zone
        self._stilte = Stilte(verzending.stil_van, verzending.stil_tot)
        self._vooruit = max(math.ceil(beurten.per_seconde * VOORUIT_SECONDEN), 2)
        self._onderweg: set[asyncio.Task[None]] = set()
        self._in_rij: dict[asyncio.Task[None], Zending] = {}
        """Those under way that had no turn yet."""
        self._anders = asyncio.Event()
        database.hoor(wekken.OUTBOX, self._anders.set)

    async def leeg(self) -> None:
        """Send until cancelled, or until `TijdvakVoorbij`; a database error is logged and tried again."""
        while True:
            self._anders.clear()
            ronde = asyncio.create_task(self._ronde())
            try:
                rust = await asyncio.shield(ronde)
            except (asyncio.CancelledError, TijdvakVoorbij):
                await asyncio.wait([ronde])  # what was claimed at this very moment is not left uncertain
                raise
            except Exception:
                log.exception("the outbox could not be read")
                rust = RUST_SECONDEN
            if rust:
                await self._rust(rust)

    async def stop(self) -> None:
        """Put back what had no turn yet, and wait for calls that are under way."""
        for taak in list(self._in_rij):
            taak.cancel()
        if self._onderweg:
            await asyncio.wait(self._onderweg, timeout=self._einde.over())
        for taak in self._onderweg:
            taak.cancel()
        await asyncio.gather(*self._onderweg, return_exceptions=True)

    async def _rust(self, seconden: float) -> None:
        try:
            async with asyncio.timeout(seconden):
                await self._anders.wait()
        except TimeoutError:
            pass

    async def _ronde(self) -> float:
        """Claim what can go in the next moment and begin with it; return for how long to rest then, unless woken."""
        if self._einde.begonnen:
            return KIJK_SECONDEN
        banen = [baan for baan in self._banen() if self._ruimte(baan) >= self._vooruit / 2]
        hoeveel = min(self._ruimte(banen[0]), TEGELIJK - len(self._onderweg)) if banen else 0
        vanaf = await self._database.read(wachtrij.vanaf, self._kanaal, banen) if hoeveel > 0 else None
        now = datetime.now(UTC)
        if vanaf is None or vanaf > now:
            return KIJK_SECONDEN if vanaf is None else min((vanaf - now).total_seconds(), KIJK_SECONDEN)
        moment = self._clock.now()
        zendingen = await self._wacht.claim(self._database, self._kanaal, banen, hoeveel, now, moment)
        for zending in zendingen:
            taak = asyncio.create_task(self._verzend(zending))
            self._onderweg.add(taak)
            self._in_rij[taak] = zending
            taak.add_done_callback(self._klaar)
        self._onthoud()
        return 0.0 if zendingen else RUST_SECONDEN

    def _banen(self) -> list[Baan]:
        """Return the lanes that may send now."""
        if self._beurten.pauze() > WACHT_OP_CHAT_SECONDEN:
            return []
        stil = self._stilte.geldt(self._clock.now(), self._zone)
        return [baan for baan in Baan if not stil or baan <= Baan.DRINGEND]

    def _ruimte(self, baan: Baan) -> int:
        return self._vooruit - sum(zending.baan <= baan for zending in self._in_rij.values())

    def _klaar(self, taak: asyncio.Task[None]) -> None:
        if len(self._onderweg) >= TEGELIJK:
            self._anders.set()
        self._onderweg.discard(taak)
        self._uit_rij(taak)

    def _uit_rij(self, taak: asyncio.Task[None]) -> None:
        if self._in_rij.pop(taak, None):
            self._onthoud()
            self._anders.set()

    def _onthoud(self) -> None:
        self._onbegonnen.schrijf((zending.id, zending.lease_nr) for zending in self._in_rij.values())

    async def _verzend(self, zending: Zending) -> None:
        taak = asyncio.current_task()
        assert taak is not None  # noqa: S101 (each runs as a task of its own)
        SPOOR.set(zending.spoor or f"o{zending.id}")
        tot, sleutel = zending.lease_tot - ROEP, outboxmerk.merk(zending.id, zending.sleutel)
        naar = self._sender.op(Weg(zending.baan, tot, partial(self._uit_rij, taak), sleutel=sleutel))
        try:
            chat = int(zending.extern_id)
            wacht = self._beurten.wacht(chat, self._achter(taak, zending))
            if wacht > WACHT_OP_CHAT_SECONDEN:
                await self._zet_terug(zending, wacht)
                return
            toon = await self._toon(zending.wijk, zending.extern_id, zending.taal)
            bericht = render(zending.boodschap, toon)
            bericht_id = zending.verandert
            if bericht_id is None:
                bericht_id = await naar.stuur(chat, bericht)
            else:
                await naar.bewerk(chat, bericht_id, bericht)
        except GeenBeurt:
            await self._zet_terug(zending)
        except asyncio.CancelledError:
            if taak in self._in_rij:
                await self._zet_terug(zending)
            raise
        except TelegramError as fout:
            mislukking = duid(fout, zending.pogingen)
            _tel(zending, _UITSLAG[mislukking.soort])
            await self._database.write(None, self._boek_mislukking, zending, mislukking)
        except Exception as fout:
            log.exception("outbox row %d cannot be sent", zending.id)
            _tel(zending, "failed")
            await self._database.write(None, outbox.eindig, zending, "mislukt", f"programmafout: {type(fout).__name__}")
        else:
            _tel(zending, "sent")
            if await self._database.write(None, outbox.verzonden, zending, bericht_id):
                await self._stuur_bijlagen(zending, bericht)
            else:
                await self._neem_terug(chat, bericht_id)

    async def _neem_terug(self, chat: int, bericht_id: int) -> None:
        """Delete what went to somebody who was erased meanwhile, as far as that is possible."""
        try:
            await self._sender.op(Weg(Baan.HERINNERING)).verwijder(chat, [bericht_id])
        except TelegramError as fout:
            log.info("a message to who was erased could not be taken back (%s)", fout.message)

    def _achter(self, taak: asyncio.Task[None], zending: Zending) -> int:
        """Return how many rows to the same chat wait before this one."""
        eerder = 0
        for ander, wacht in self._in_rij.items():
            if ander is taak:
                break
            eerder += wacht.extern_id == zending.extern_id
        return eerder

    async def _zet_terug(self, zending: Zending, wacht: float = 0.0) -> None:
        niet_voor = datetime.now(UTC) + timedelta(seconds=wacht)
        await self._database.write(None, outbox.terug, zending, niet_voor)

    async def _stuur_bijlagen(self, zending: Zending, bericht: Bericht) -> None:
        """Send what comes after the message. The row has ended: what fails here does not make its message go again."""
        for nummer, bijlage in enumerate(bericht.bijlagen):
            tot, sleutel = datetime.now(UTC) + BIJLAGE, f"{outboxmerk.merk(zending.id, zending.sleutel)}:{nummer}"
            for poging in range(POGINGEN_BIJLAGE):
                try:
                    naar = self._sender.op(Weg(zending.baan, tot, sleutel=sleutel))
                    await naar.stuur_bijlage(int(zending.extern_id), bijlage)
                    break
                except TelegramError as fout:
                    mislukking = duid(fout, poging)
                    if mislukking.soort != "opnieuw":
                        log.warning("outbox row %d went without %s: %s", zending.id, bijlage.soort, mislukking.reden)
                        break
                    if mislukking.reden != "429":
                        await asyncio.sleep(wachttijd(poging))
                except GeenBeurt:
                    log.warning("outbox row %d went without %s: it may not yet be sent", zending.id, bijlage.soort)
                    break
                except Exception:
                    log.exception("outbox row %d went without %s", zending.id, bijlage.soort)
                    break

    def _boek_mislukking(self, tx: Connection, zending: Zending, mislukking: Mislukking) -> None:
        if mislukking.soort == "opnieuw":
            outbox.later(tx, zending, datetime.now(UTC) + timedelta(seconds=mislukking.seconden))
            return
        outbox.eindig(tx, zending, mislukking.soort, mislukking.reden)
        if mislukking.geblokkeerd:
            accounts.zet_bereikbaar(tx, zending.account, False)
            outbox.laat_vallen_van(tx, zending.account, mislukking.reden)


def _tel(zending: Zending, uitslag: str) -> None:
    VERZONDEN.labels(zending.baan.name.lower(), uitslag).inc()
    log.info("outbox row %d, %s: %s", zending.id, zending.boodschap.soort, uitslag)

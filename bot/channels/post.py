"""Mail to followers and residents through one mail server: rows go one by one, and each ends once.

What fails before its text is sent was certainly not sent and is tried again. What fails meanwhile is uncertain, and
never sent again by itself.
"""

import asyncio
import hashlib
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from berichten import Bijlage, Toon, mail, post
from berichten.post import Links, Mail
from bot import exports
from bot.channels.einde import Einde
from bot.channels.rondes import Rondes
from bot.clock import Clock
from bot.config import Settings
from bot.exports.letters import LettersOntbreken
from bot.logboek import zonder_mailadressen
from bot.storage import Database, postuit
from bot.storage.postuit import MISLUKT, ONZEKER, VERZONDEN, Brief

if TYPE_CHECKING:
    import aiosmtplib

log = logging.getLogger(__name__)

_KIJK_SECONDEN = 2.0
_POORT_TLS = 465
_LEASE = timedelta(minutes=5)
_HOOGSTENS_SECONDEN = 120
_PAUZE = timedelta(minutes=1)
_LANGSTE_PAUZE = timedelta(hours=1)
_MEESTE_POGINGEN = 48
"""More than a day and a half without a mail server."""
_OUD = timedelta(days=7)
_BLIJVEND = 500
"""From this code on a mail server says that trying again makes no sense."""


class Uitkomst(NamedTuple):
    """How sending one went: `staat`, or None when it must be tried again."""

    staat: str | None
    reden: str | None = None


class Postkantoor:
    """Looks where mail waits, in all wijken at once; in each of them it goes one by one, beside the others.

    Args:
        boden: of each wijk.
    """

    def __init__(self, database: Database, boden: Mapping[int, "Postbode"]) -> None:
        self._database = database
        self._boden = boden
        self._rondes = Rondes("the mail that waits", _KIJK_SECONDEN)

    async def werk(self) -> None:
        """Have it sent until cancelled; what is being sent then is finished, if that is soon."""
        await self._rondes.werk(self._ronde)

    async def _ronde(self) -> None:
        nu = datetime.now(UTC)
        if not (waar := await self._database.read(postuit.met_post, list(self._boden), nu)):
            return
        if weg := await self._database.write(None, postuit.verlopen, nu):
            log.warning("%d mails are uncertain: nobody knows whether they were sent (see /volgers)", weg)
        for wijk in waar:
            if self._rondes.kan(wijk):
                self._rondes.begin(wijk, self._leeg(wijk))

    async def _leeg(self, wijk: int) -> None:
        try:
            await self._boden[wijk].leeg()
        except Exception:
            log.exception("mail could not be sent, again in %.0f s", _KIJK_SECONDEN)
            self._rondes.wacht(wijk, _KIJK_SECONDEN)


class Postbode:
    """Sends the mail that waits in one wijk.

    Args:
        settings: how the mail server is reached, and where our own pages are.
        toon: speaks a language.
        einde: of the process: no more mail is taken up then.
    """

    def __init__(
        self,
        database: Database,
        wijk: int,
        settings: Settings,
        toon: Callable[[str | None], Toon],
        clock: Clock,
        einde: Einde | None = None,
    ) -> None:
        self._database = database
        self._wijk = wijk
        self._post = settings.post
        self._einde = einde or Einde()
        self._toon = toon
        self._clock = clock
        self._url = settings.pagina_url.rstrip("/")

    async def leeg(self) -> None:
        """Send all that can go now; when cancelled, what is being sent is finished, if that is soon."""
        while not self._einde.begonnen and (brief := await self._neem()):
            taak = asyncio.create_task(self._bezorg(brief))
            try:
                await asyncio.shield(taak)
            except asyncio.CancelledError:
                await asyncio.wait([taak], timeout=self._einde.over())
                taak.cancel()  # its row is uncertain when its lease runs out
                raise

    async def _neem(self) -> Brief | None:
        nu = datetime.now(UTC)
        return await self._database.write(None, postuit.claim, self._wijk, nu, nu + _LEASE)

    async def _bezorg(self, brief: Brief) -> None:
        if self._clock.now() - brief.op > _OUD:
            uitkomst = Uitkomst(MISLUKT, "te_oud")
        else:
            uitkomst = await self._stuur(brief, await asyncio.to_thread(self._schrijf, brief))
        if uitkomst.staat is None and brief.pogingen >= _MEESTE_POGINGEN:
            uitkomst = Uitkomst(MISLUKT, uitkomst.reden)
        if uitkomst.staat is None:
            log.warning("a mail could not be handed over (%s), again later", uitkomst.reden)
            wacht = min(_PAUZE * 2 ** min(brief.pogingen - 1, 10), _LANGSTE_PAUZE)
            await self._database.write(None, postuit.terug, brief, datetime.now(UTC) + wacht, uitkomst.reden)
        else:
            await self._database.write(None, postuit.eindig, brief, uitkomst.staat, uitkomst.reden)

    def _schrijf(self, brief: Brief) -> bytes:
        gemaakt, stop = self._aan_bewoner(brief) if brief.aan_bewoner else self._aan_volger(brief)
        merk = hashlib.sha256(f"{brief.geheim}:{brief.soort}:{brief.id}".encode()).hexdigest()[:32]
        data = {
            "van": self._post.afzender,
            "van_naam": brief.data["wijk"],
            "aan": brief.adres,
            "aan_naam": brief.naam,
            "onderwerp": gemaakt.onderwerp,
            "tekst": gemaakt.tekst,
            "html": gemaakt.html,
            "op": brief.op.isoformat(),
            "id": merk,
            "stop": stop,
            "bijlage": _bestand(gemaakt.bijlage),
        }
        return exports.maak("mail", data)

    def _aan_volger(self, brief: Brief) -> tuple[Mail, str]:
        links = Links(f"{self._url}/{brief.taal}/", f"{self._url}/volgen/{brief.geheim}") if self._url else Links()
        stop = links.volgen + "/stop" if links.volgen else f"mailto:{self._post.afzender}?subject=stop"
        return post.maak(self._toon(brief.taal), brief.soort, brief.data, brief.naam, links), stop

    def _aan_bewoner(self, brief: Brief) -> tuple[Mail, str | None]:
        """Return mail to a resident, and where it is stopped; what they asked for goes on."""
        pagina = f"{self._url}/mail/{brief.geheim}"
        gemaakt = mail.maak(self._toon(brief.taal), brief.soort, brief.data, pagina)
        return gemaakt, f"{pagina}/stop" if brief.soort in mail.DAGELIJKS else None

    async def _stuur(self, brief: Brief, inhoud: bytes) -> Uitkomst:
        import aiosmtplib  # when the first mail goes

        hoe, aangenomen, begonnen = self._post, False, False
        tls = hoe.poort == _POORT_TLS
        client = aiosmtplib.SMTP(
            hostname=hoe.server, port=hoe.poort, use_tls=tls, start_tls=hoe.starttls and not tls, timeout=30
        )
        try:
            async with asyncio.timeout(_HOOGSTENS_SECONDEN):
                await client.connect()
                if hoe.gebruiker:
                    await client.login(hoe.gebruiker, hoe.wachtwoord)
                await client.mail(hoe.afzender)
                aangenomen = True
                await client.rcpt(brief.adres)
                begonnen = True
                await client.data(inhoud)
        except aiosmtplib.SMTPResponseException as fout:
            # what comes before is about the settings or the server, not about this mail
            return Uitkomst(MISLUKT if aangenomen and fout.code >= _BLIJVEND else None, _reden(fout))
        except (aiosmtplib.SMTPException, OSError) as fout:  # a timeout is one of these too
            return Uitkomst(ONZEKER if begonnen else None, type(fout).__name__)
        finally:
            client.close()
        return Uitkomst(VERZONDEN)


def _bestand(bijlage: Bijlage | None) -> tuple[str, bytes] | None:
    """Return the file of a mail; without it where this machine lacks the letters: the mail itself goes."""
    try:
        return None if bijlage is None else (bijlage.naam, exports.maak(bijlage.soort, bijlage.data))
    except LettersOntbreken as fout:
        log.error("a mail went without its file: %s", fout)
        return None


def _reden(fout: "aiosmtplib.SMTPResponseException") -> str:
    """Return what the server said, to keep; it likes to repeat the address."""
    return zonder_mailadressen(f"{fout.code} {' '.join(fout.message.split())}")[:200]

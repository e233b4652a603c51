"""With what the story is told: everyone's phone, the clock, and ways to look at what must have come."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import aiohttp

from bot.demo.buurt import BEWONERS, IBRAHIM, NOOR, VOLWASSENEN, Rol
from bot.demo.telefoon import Bericht, Telefoon, tekst_van

ZONE = ZoneInfo("Europe/Amsterdam")
_TOONBAAR = 10


@dataclass(frozen=True)
class Wereld:
    """Where the story plays.

    Args:
        basis: address of the web chat.
        codes: household code per address.
        streng: also wait for messages that may be lost when the bot is killed meanwhile (announcements, reminders).
        zeg: takes a line of the transcript and how far the story is, 0 to 1.
        geduld: seconds to wait for an answer.
    """

    basis: str
    codes: Sequence[str]
    streng: bool
    zeg: Callable[[str, float], None]
    geduld: float = 10.0


class Verhaal:
    """The phones of everyone in the story, its clock, and what the tellers of its chapters need."""

    def __init__(self, wereld: Wereld, session: aiohttp.ClientSession) -> None:
        self.wereld = wereld
        self.voortgang = 0.0
        self._session = session
        self.cafe = datetime.max.replace(tzinfo=ZONE)
        """When the energiecafé begins, once it is planned."""

        def telefoon(wie: Rol) -> Telefoon:
            return Telefoon(session, wereld.basis, wie, wereld.geduld)

        self.bewoners = [telefoon(wie) for wie in BEWONERS]
        self.noor = telefoon(NOOR)
        self.ibrahim = telefoon(IBRAHIM)

    def zeg(self, regel: str) -> None:
        """Add a line to the transcript."""
        self.wereld.zeg(regel, self.voortgang)

    async def nu(self) -> datetime:
        """Return the moment on the demo's clock."""
        async with self._session.get(f"{self.wereld.basis}/chat/api/klok") as antwoord:
            return datetime.fromisoformat((await antwoord.json())["nu"]).astimezone(ZONE)

    async def ga_naar(self, moment: datetime) -> None:
        """Move the clock on to a moment, and give the bot's tick the time to see it."""
        seconden = int((moment - await self.nu()).total_seconds())
        async with self._session.post(f"{self.wereld.basis}/chat/api/klok", json={"seconden": seconden}) as antwoord:
            antwoord.raise_for_status()
        await asyncio.sleep(0.4 if self.wereld.streng else 1.5)
        self.zeg(f"⏩ {moment:%d-%m-%Y %H:%M}")

    async def open(self, wie: Telefoon, lijst: str, naam: str, *delen: str) -> Bericht:
        """Find a meeting or a poll through its list, as one does who missed the announcement."""
        gevonden = await wie.vraag(lijst, knop=naam)
        return await wie.druk(gevonden, naam, *delen)

    async def allen_horen(self, wie: Sequence[Telefoon], *delen: str) -> None:
        """Wait until each of these has a message with all these parts; skipped when messages may be lost."""
        if not self.wereld.streng:
            return
        for telefoon in wie:
            await telefoon.wacht(lambda b: all(deel in tekst_van(b) for deel in delen), f"bericht met {delen}")

    async def vraag_stand(self, gehoord: int, geinformeerd: int) -> None:
        """Ask how the conditions stand, which must show these counts; fewer than ten it does not tell."""
        delen = [f"{n} van de {VOLWASSENEN}" if n >= _TOONBAAR else "inder dan 10" for n in (gehoord, geinformeerd)]
        await self.noor.vraag("/stand", f"{delen[0]} bewoners gehoord", f"{delen[1]} bewoners w")
        self.zeg(f"   Stand: {gehoord} van de {VOLWASSENEN} gehoord, {geinformeerd} geïnformeerd.")

    def engels(self, wie: Telefoon, nl: str, en: str) -> str:
        """Return the text in the language of a phone."""
        return en if wie.wie.taal == "en" else nl

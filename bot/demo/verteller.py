"""With what the story is told: everyone's phone, the clock, and ways to look at what must have come."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

import aiohttp

from bot.demo.telefoon import Bericht, Telefoon, knoppen, tekst_van
from bot.voorbeeldbuurt import BEWONERS, HANS, IBRAHIM, KLEIN, NOOR, Buurt, Rol

ZONE = ZoneInfo("Europe/Amsterdam")
_TOONBAAR = 10
_TEGELIJK = 4
"""So many neighbours do something at the same moment."""


class VerhaalFout(Exception):  # noqa: N818 (it tells what was not as it must be)
    """The story came out otherwise than it must."""


@dataclass(frozen=True)
class Wereld:
    """Where the story plays.

    Args:
        basis: address of the web chat.
        codes: household code per address.
        streng: also wait for messages that may be lost when the bot is killed meanwhile (announcements, reminders).
        zeg: takes a line of the transcript and how far the story is, 0 to 1.
        geduld: seconds to wait for an answer.
        buurt: who live there; with neighbours the story is the long one.
    """

    basis: str
    codes: Sequence[str]
    streng: bool
    zeg: Callable[[str, float], None]
    geduld: float = 30.0
    buurt: Buurt = KLEIN


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

        self.telt: Counter[str] = Counter()
        """How many must count by now, per condition that counts people."""
        self.bewoners = [telefoon(wie) for wie in BEWONERS]
        self.buren = [telefoon(wie) for wie in wereld.buurt.buren]
        self.noor = telefoon(NOOR)
        self.ibrahim = telefoon(IBRAHIM)
        self.hans = telefoon(HANS)

    async def samen(self, wie: Sequence[Telefoon], doe: Callable[[Telefoon], Awaitable[object]]) -> None:
        """Let many do the same, some of them at the same moment."""
        beurt = asyncio.Semaphore(_TEGELIJK)

        async def een(telefoon: Telefoon) -> None:
            async with beurt:
                await doe(telefoon)

        async with asyncio.TaskGroup() as groep:
            for telefoon in wie:
                groep.create_task(een(telefoon))

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

    async def vraag_stand(self) -> None:
        """Ask how the conditions stand, which must show what counts by now; fewer than ten it does not tell."""
        gehoord, geinformeerd = self.telt["gehoord"], self.telt["informatie"]
        van = self.wereld.buurt.volwassenen
        delen = [f"{n} van de {van}" if n >= _TOONBAAR else "inder dan 10" for n in (gehoord, geinformeerd)]
        await self.noor.vraag("/stand", f"{delen[0]} bewoners gehoord", f"{delen[1]} bewoners w")
        self.zeg(f"   Stand: {gehoord} van de {van} gehoord, {geinformeerd} geïnformeerd.")

    async def noor_zegt_ja(self, wat: str, deel: str) -> None:
        """Let Noor read what is proposed, as the second person, and agree."""
        een = await self.open(self.noor, "/voorstellen", wat, deel)
        ja = een
        if heeft_knop("Lees het", een):
            await self.noor.tik(een, "Lees het")
            ja = await self.noor.wacht(
                lambda b: b["message_id"] > een["message_id"] and heeft_knop("Akkoord", b), "Akkoord"
            )
        await self.noor.druk(ja, "Akkoord", "Het is gedaan")

    def engels(self, wie: Telefoon, nl: str, en: str) -> str:
        """Return the text in the language of a phone."""
        return en if wie.wie.taal == "en" else nl


def heeft_knop(naam: str, bericht: Bericht) -> bool:
    """Say whether there is a button under a message whose label holds this."""
    return any(naam in knop["text"] for rij in knoppen(bericht) for knop in rij)

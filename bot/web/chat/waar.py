"""In which wijk somebody in the browser is: the only one, or of more the one that they chose."""

from collections.abc import Mapping
from dataclasses import dataclass

from berichten.bericht import merk_van
from bot.services import wijkkeuze
from bot.storage import Database
from bot.web.chat.toegang import Wie
from bot.webinstellingen import KANAAL

SAMEN = "Gehoord"
"""What is named where that is no wijk: before somebody took part in one."""


@dataclass(frozen=True)
class Plaats:
    """The wijk in which somebody is.

    Args:
        merk: what stands before a tap that is made there; empty where there is one wijk.
    """

    wijk: int
    naam: str
    merk: str = ""


@dataclass(frozen=True)
class Waar:
    """Knows in which wijk each is.

    Args:
        namen: of the wijken, by id; the first is that of who is in none.
    """

    database: Database
    namen: Mapping[int, str]

    @property
    def begin(self) -> Plaats:
        """Where who is not known yet is."""
        wijk, naam = next(iter(self.namen.items()))
        return Plaats(wijk, naam if len(self.namen) == 1 else SAMEN)

    async def van(self, wie: Wie) -> Plaats:
        """Return where somebody is."""
        if len(self.namen) == 1:
            return self.begin
        wijk = await self.database.read(wijkkeuze.huidig, KANAAL, wie.sessie.extern_id)
        if wijk is None or wijk not in self.namen:
            return self.begin
        return Plaats(wijk, self.namen[wijk], merk_van(wijk))

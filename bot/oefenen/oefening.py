"""One practice: a folder with a database of its own, filled with a made-up neighbourhood, and what runs in it."""

import asyncio
import json
import logging
import os
import secrets
import shutil
from contextlib import AsyncExitStack
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path

from sqlalchemy import Connection

from berichten import Boodschap, render, talen
from bot import brieven, herstel, werk
from bot.channels.beurten import Beurten
from bot.channels.sender import Sender
from bot.clock import VerzetbareClock
from bot.config import Post, Rollen, Settings, Traject, Verzending, Werkwijze
from bot.oefenen import bewonen, inrichten
from bot.oefenen.zender import Blik, Oefenzender
from bot.rules.adressen import lees_adressen
from bot.rules.pacing import Grenzen
from bot.samen import start
from bot.services import oefenbewoners
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER
from bot.services.oefenen import Oefenplek, Verzonnen
from bot.storage import ACCOUNTS, accounts, oefeningen, schema
from bot.voorbeeldbuurt import BEWONERS, GROOT, IBRAHIM, NOOR
from bot.webinstellingen import Web
from handlers.verwerking import Omgeving, Verwerking

log = logging.getLogger(__name__)

METEEN = Verzending(per_seconde=1000, stil_van=time(0), stil_tot=time(0), per_week=10**6)
"""Nobody is woken and nobody hears too much: nobody hears anything."""
NA_FOUT_SECONDEN = 60.0
_FEITEN = "oefening.json"
_BEKEKEN = BEWONERS[0]
"""As whom one looks."""


@dataclass(frozen=True)
class Feiten:
    """What is kept of a practice beside its database.

    Args:
        rollen: those of who practises.
        als: the made-up resident as whom they look now, by id.
        code: that of a letter with which nobody joined, for `nieuw_op`.
    """

    extern_id: str
    rollen: list[str]
    taal: str | None
    code: str = ""
    nieuw_op: str = ""
    als: str | None = None


def verzonnen_id(nummer: int) -> str:
    """Return the id of somebody made up: below zero, as no person on a chat network has."""
    return str(-nummer)


class Oefening:
    """A practice that runs: its updates are handled, what is due happens, and who practises hears what went to whom."""

    def __init__(self, map_: Path, feiten: Feiten, verwerking: Verwerking, omgeving: Omgeving, zender: Sender) -> None:
        self.map = map_
        self.feiten = feiten
        self.omgeving = omgeving
        self._plek = plek_van(feiten)
        self.blik = Blik(feiten.extern_id, feiten.taal)
        self.kijk(feiten.als)
        self._zender = Oefenzender(zender, self.blik, omgeving.toon)
        antwoorden = Oefenzender(zender, self.blik, omgeving.toon, ieder=True)
        self.verwerking = verwerking.elders(antwoorden, replace(omgeving, oefenplek=self._plek))
        self._stapel = AsyncExitStack()
        self._verteld = 0

    @classmethod
    async def open(cls, map_: Path, echt: Omgeving, verwerking: Verwerking, zender: Sender) -> "Oefening":
        """Go on with a practice that is there, also after a restart.

        Raises:
            Exception: it is not whole, or of another version of the program.
        """
        feiten = Feiten(**json.loads((map_ / _FEITEN).read_text("utf-8")))
        settings = instellingen(echt, map_, feiten)
        if not schema.is_current(settings.opslag.database):
            raise ValueError(f"{map_} is of another version")
        peper = brieven.peper(Path(settings.opslag.peper_bestand), None)
        async with AsyncExitStack() as stapel:
            hier = await werk.maak_omgeving(stapel, settings, peper, VerzetbareClock(van=echt.clock))
            omgeving = replace(hier, kanaal=echt.kanaal, botlink=echt.botlink, einde=echt.einde)
            await werk.lees_klok(omgeving)
            oefening = cls(map_, feiten, verwerking, omgeving, zender)
            oefening._verteld = await omgeving.database.read(oefeningen.laatste)
            gestopt: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            gestopt.add_done_callback(_meld)
            beurten = Beurten(Grenzen.bij(METEEN.per_seconde))
            van = omgeving.database, omgeving.settings, omgeving.wijk
            wacht = await herstel.begin_tijdvak(stapel, *van, omgeving.clock.now())
            await werk.start_zenders(stapel, [omgeving], oefening._zender, beurten, wacht, gestopt)
            start(stapel, oefening._leef(), gestopt)
            oefening._stapel = stapel.pop_all()
        return oefening

    async def sluit(self) -> None:
        """Stop what runs; the folder stays."""
        await self._stapel.aclose()

    def gebruikt(self) -> None:
        """Remember that something was done in it now."""
        os.utime(self.map / _FEITEN)

    def laatst_gebruikt(self) -> datetime:
        """Return when something was done in it, of the system's time."""
        return datetime.fromtimestamp((self.map / _FEITEN).stat().st_mtime, UTC)

    def kijk(self, als: str | None) -> None:
        """Look as a made-up resident from now on, or as oneself."""
        wie = next((een for een in (self._plek.bewoner, self._plek.nieuw) if een.extern_id == als), None)
        self.blik.als = (wie.extern_id, wie.naam) if wie else None
        if als != self.feiten.als:
            self.feiten = replace(self.feiten, als=als)
            _bewaar(self.map, self.feiten)

    async def _leef(self) -> None:
        """Do what is due, every second, and tell what went to made-up people."""
        while True:
            try:
                await werk.tik(self.omgeving)
                await self._vertel()
            except Exception:
                log.exception("a practice could not go on")
                await asyncio.sleep(NA_FOUT_SECONDEN)
            await asyncio.sleep(werk.TIK_SECONDEN)

    async def _vertel(self) -> None:
        zelf = [self.blik.extern_id, *([self.blik.als[0]] if self.blik.als else [])]
        gegaan, self._verteld = await self.omgeving.database.read(oefeningen.gegaan, self._verteld, zelf)
        for een in gegaan:
            boodschap = Boodschap("oefenen.ging_naar", {"aantal": een.aantal, "een": een.een})
            await self._zender.stuur(int(self.blik.extern_id), render(boodschap, self.omgeving.toon(self.blik.taal)))


async def maak(map_: Path, echt: Omgeving, feiten: Feiten) -> None:
    """Make a practice in a folder that is not there yet: whole, or not at all."""
    bouw = map_.with_name(f".{map_.name}")
    shutil.rmtree(bouw, ignore_errors=True)
    bouw.mkdir(mode=0o700, parents=True)
    settings, clock = instellingen(echt, bouw, feiten), VerzetbareClock(van=echt.clock)
    await asyncio.to_thread(schema.maak, settings.opslag.database)
    codes, peper = await inrichten.richt_in(settings, bouw, clock, agenda=True, buurt=GROOT, drukken=False)
    async with AsyncExitStack() as stapel:
        omgeving = await werk.maak_omgeving(stapel, settings, peper, clock)
        await werk.tik(omgeving)  # what is announced now goes to nobody: nobody joined yet
        zaad = secrets.token_bytes(32)
        hier = oefenbewoners.Hier(omgeving.wijk, echt.kanaal, clock.now(), omgeving.zone, zaad)
        thuis = [(wie, wie.adres) for wie in GROOT.mensen if wie.adres is not None]
        bewoners = [bewonen.Bewoner(verzonnen_id(wie.id), codes[adres]) for wie, adres in thuis]
        await omgeving.database.write(ACCOUNTS, bewonen.leef, hier, bewoners, peper)
        await omgeving.database.write(ACCOUNTS, _ontvang, hier, feiten)
        await werk.tik(omgeving)
    leeg = max(set(range(len(codes))) - {adres for _, adres in thuis})
    _bewaar(bouw, replace(feiten, code=codes[leeg], nieuw_op=_adres(leeg)))
    bouw.rename(map_)


def _ontvang(tx: Connection, hier: oefenbewoners.Hier, feiten: Feiten) -> None:
    """Let in who comes to practise, with the language that they read."""
    wie = accounts.maak(tx, hier.wijk, hier.kanaal, feiten.extern_id)
    accounts.wijzig(tx, wie.account, taal=feiten.taal)
    if TREKKER in feiten.rollen:
        bewonen.maak_trekker(tx, hier, feiten.extern_id)


def instellingen(echt: Omgeving, map_: Path, feiten: Feiten) -> Settings:
    """Return the settings of a practice: those of the real wijk, without what reaches anyone, and without its data."""
    kanaal, settings = echt.kanaal, echt.settings
    zelf = f"{kanaal}:{feiten.extern_id}"
    noor, ibrahim = f"{kanaal}:{verzonnen_id(NOOR.id)}", f"{kanaal}:{verzonnen_id(IBRAHIM.id)}"
    return replace(
        settings,
        wijk=replace(settings.wijk, naam="OEFENING Vogelbuurt", contact_naam="", contact_telefoon=""),
        opslag=inrichten.opslag_in(map_),
        telegram=replace(settings.telegram, token="", ontvangst="polling", webhook_url="", webhook_geheim=""),
        web=Web(),
        post=Post(),
        rollen=Rollen(
            organisator=(ibrahim, *([zelf] if ORGANISATOR in feiten.rollen else [])),
            buurtbegeleider=(noor, *([zelf] if BEGELEIDER in feiten.rollen else [])),
        ),
        werkwijze=Werkwijze(()),
        verzending=METEEN,
        traject=Traject(),
        spelregels={},
        sleutel="",
    )


def plek_van(feiten: Feiten) -> Oefenplek:
    """Return what the screens of a practice want to know."""
    bewoner = Verzonnen(verzonnen_id(_BEKEKEN.id), _BEKEKEN.naam, _adres(_BEKEKEN.adres or 0))
    nieuw = Verzonnen(verzonnen_id(1), "Sem", feiten.nieuw_op, feiten.code)
    return Oefenplek(tuple(feiten.rollen), bewoner, nieuw)


def _adres(plaats: int) -> str:
    adres = lees_adressen(GROOT.adressen, talen())[0][plaats]
    return f"{adres.straat} {adres.huisnummer}"


def _bewaar(map_: Path, feiten: Feiten) -> None:
    """Write it whole, or leave it as it was."""
    nieuw = map_ / f".{_FEITEN}"
    nieuw.write_text(json.dumps(asdict(feiten)), "utf-8")
    nieuw.replace(map_ / _FEITEN)


def _meld(gestopt: asyncio.Future[None]) -> None:
    if not gestopt.cancelled() and (fout := gestopt.exception()):
        log.error("a part of a practice broke down", exc_info=fout)

"""Someone who practises and taps everything: at the door between two databases, each step undone in both."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from berichten import Bericht, talen, vertaal
from berichten.oefenen import MERK, als_oefening
from bot import brieven
from bot.clock import VerzetbareClock
from bot.oefenen import oefening
from bot.oefenen.deur import Oefendeur
from bot.oefenen.oefening import Feiten, Oefening
from bot.oefenen.oefeningen import Oefeningen
from bot.services.oefenen import KLAAR
from bot.storage import inbox, tables
from handlers.verwerking import Omgeving, Verwerking
from tests.berichten.opmaak import lees, lengte
from tests.builders import NU, PEPER
from tests.loket import KANAAL, Antwoord, EenVerbinding, Loket, een_application, verbinding
from tests.oefenen.conftest import BOT, Netwerk, Stilstaand
from tests.vollewijk import INSTELLINGEN

VAN_BUITEN = frozenset({KLAAR, "oefenen.voorbij"})
"""What the real wijk says of a practice: it has no mark."""
ELKE = 40
"""So often, in steps, all that the real wijk keeps is compared."""


class _Blijvend(Oefeningen):
    """One practice that is there, and whose folder stays when it is over: the next step goes on from before."""

    async def begin(self, wie: str, rollen: list[str], taal: str | None) -> Oefening:
        """Go on with it."""
        return self._alle[wie]

    async def gooi_weg(self, wie: str) -> None:
        """Forget it."""
        self._alle.pop(wie, None)


class Oefenloket(Loket):
    """Takes what one person does while they practise; `tx` and `omgeving` are those of the practice."""

    def __init__(
        self,
        tx: Connection,
        echt: Loket,
        netwerk: Netwerk,
        deze: Oefening,
        verwerking: Verwerking,
        klok: VerzetbareClock,
    ) -> None:
        super().__init__(tx, deze.omgeving.wijk, deze.verwerking, deze.omgeving)
        self.echt, self.fouten, self._klok = echt, set[str](), klok
        self._gelezen = set[str]()
        self._netwerk, self._deze = netwerk, deze
        self._oefeningen = _Blijvend(verwerking, echt.omgeving, netwerk, BOT)
        self._oefeningen._alle[deze.feiten.extern_id] = deze
        self._deur = Oefendeur(verwerking, self._oefeningen, BOT)
        namen = [een.naam for een in (deze._plek.bewoner, deze._plek.nieuw)]
        merken = [
            [t.tekst("oefenen.merk"), *(t.tekst("oefenen.merk_als", naam=n) for n in namen)]
            for t in map(vertaal, talen())
        ]
        self._merken = tuple(merk for van_taal in merken for merk in van_taal)
        self._stappen = 0
        self._vooraf = self._echt_inhoud()

    async def tik(self, wie: int, data: str, **waar: Any) -> Antwoord:
        """Let someone tap a button of the practice."""
        return await super().tik(wie, MERK + data, **waar)

    async def tik_echt(self, wie: int, data: str, **waar: Any) -> Antwoord:
        """Let someone tap a button of the real wijk."""
        return await super().tik(wie, data, **waar)

    async def neem(self, update: dict[str, Any]) -> Antwoord:
        """Take an update at the door, answer it, and see that nothing real changed and nobody else got anything."""
        al, van = len(self._netwerk.alles), len(self._netwerk.bestanden)
        self.geschreven.clear()
        self.echt.geschreven.clear()
        antwoord = await self._door_de_deur(update)
        if anders := self.echt.geschreven - {"inbox"}:
            self.fouten.add(f"writes {sorted(anders)} in the real wijk: {update}"[:300])
        self._stappen += 1
        if self._stappen % ELKE == 0 and self._echt_inhoud() != self._vooraf:
            self.fouten.add(f"something of the real wijk is not as it was, after {update}"[:300])
        gestuurd = self._netwerk.alles[al:]
        wie = (update.get("callback_query") or update["message"])["from"]["id"]
        chats = {een.chat for een in gestuurd} | {chat for chat, _ in self._netwerk.bestanden[van:]}
        if chats - {wie}:
            self.fouten.add(f"reaches {chats - {wie}}: {update}"[:300])
        return self._zoals_gestuurd(antwoord, [een.bericht for een in gestuurd])

    async def _door_de_deur(self, update: dict[str, Any]) -> Antwoord:
        self._nummer += 1
        ruw = {"update_id": self._nummer, **update}
        (post,) = inbox.bewaar(self.echt.tx, KANAAL, BOT, [(self._nummer, "chat:1", json.dumps(ruw))], NU)
        gegeven = await self._deur.verwerk(post)
        if gegeven is not None:
            await self._deur.antwoord(post, gegeven)
        return self.als_antwoord(gegeven)

    def _zoals_gestuurd(self, antwoord: Antwoord, gestuurd: list[Bericht]) -> Antwoord:
        """Return what was said, with the buttons as they went out but for their mark."""
        if not gestuurd:
            return antwoord
        if not self._oefeningen or VAN_BUITEN & set(antwoord.soorten):
            return replace(antwoord, berichten=gestuurd)
        for bericht in gestuurd:
            data = [knop.data for rij in bericht.knoppen for knop in rij if knop.data is not None]
            if not bericht.tekst.startswith(self._merken) or not all(een.startswith(MERK) for een in data):
                self.fouten.add(f"{antwoord.soorten} goes out without a mark")
            self.fouten.update(f"{antwoord.soorten}: {een} is too long" for een in data if len(een.encode()) > 64)
        for boodschap in antwoord.boodschappen:
            for taal in () if (inhoud := repr(boodschap)) in self._gelezen else talen():
                self._gelezen.add(inhoud)
                toon = self.omgeving.toon(taal)
                tekst = lees(als_oefening(Antwoord.van([boodschap], toon).berichten[0], toon, "Fatma").tekst)[0]
                if lengte(tekst) > 4096:
                    self.fouten.add(f"{boodschap.soort} in {taal}: too long with the mark")
        return replace(antwoord, berichten=[_zonder_merk(bericht) for bericht in gestuurd])

    @contextmanager
    def even(self) -> Iterator[None]:
        """Undo all that happens in the block, in both."""
        deze, blik = self._deze, replace(self._deze.blik)
        feiten, alle, verzet = deze.feiten, dict(self._oefeningen._alle), self._klok.verzet
        with self.echt.even(), super().even():
            yield
        deze.blik.als, deze.blik.taal, deze.feiten = blik.als, blik.taal, feiten
        self._klok.verzet, self._oefeningen._alle = verzet, alle

    def gesprek(self, wie: int) -> tuple[str, str] | None:
        """Return the form that is open, of who is looked at as."""
        als = self._deze.blik.als
        return super().gesprek(int(als[0]) if als else wie) if self._oefeningen else None

    def _echt_inhoud(self) -> dict[str, list[Any]]:
        return self.echt.inhoud(frozenset(tables.metadata.tables) - {"inbox"})


def _zonder_merk(bericht: Bericht) -> Bericht:
    rijen = (
        tuple(replace(knop, data=knop.data.removeprefix(MERK)) if knop.data else knop for knop in rij)
        for rij in bericht.knoppen
    )
    return replace(bericht, knoppen=tuple(rijen))


@asynccontextmanager
async def een_oefening(
    wijk: tuple[Connection, int], map_: Path, wie: int, rollen: list[str]
) -> AsyncIterator[Oefenloket]:
    """Let someone practise, beside a real wijk of which nothing is ever committed."""
    netwerk = Netwerk()
    net = INSTELLINGEN.telegram.kanaal, INSTELLINGEN.telegram.botlink
    echt = Omgeving(EenVerbinding(wijk[0]), Stilstaand(), INSTELLINGEN, PEPER, wijk[1], *net)
    verwerking = Verwerking(await een_application(), netwerk, echt)
    feiten = Feiten(str(wie), rollen, "nl")
    await oefening.maak(map_, echt, feiten)
    feiten = Feiten(**json.loads((map_ / "oefening.json").read_text("utf-8")))
    settings = oefening.instellingen(echt, map_, feiten)
    with verbinding(map_ / "gehoord.db") as tx:
        daar = tx.execute(select(tables.wijk.c.id)).scalar_one()
        peper = brieven.peper(Path(settings.opslag.peper_bestand), None)
        klok = VerzetbareClock(van=echt.clock)
        omgeving = Omgeving(EenVerbinding(tx), klok, settings, peper, daar, *net)
        deze = Oefening(map_, feiten, verwerking, omgeving, netwerk)
        yield Oefenloket(tx, Loket(*wijk, verwerking, echt), netwerk, deze, verwerking, klok)

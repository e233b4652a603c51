"""The people of a busy day: what they do by themselves, and with what they get."""

import asyncio
import math
import random
import re
import time
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from tests.bench import _drukkewijk as wijk_
from tests.bench._drukbotapi import Drukbotapi
from tests.bench._drukkewijk import NIEUW_CHAT
from tests.vraagbaak import parafrases

ZONE = ZoneInfo("Europe/Amsterdam")
VRAAG = "Welke warmte past bij ons?"
BERICHT = "Donderdag komt de wethouder langs in het buurthuis."
NAMEN = {VRAAG: "peiling", BERICHT: "uitzending", **{titel: titel for titel in (*wijk_.KOMT, wijk_.AANKONDIGING)}}
"""By which text a message that goes to many is known."""
TEL_PLEKKEN = 4_000
"""Room for so many who join."""
_BUURT = re.compile(r"Buurt \d\d")
PER_UUR = {
    "stand": ((12, 600), (18, 3600), (22, 200), (24, 20), (32, 400)),
    "agenda": ((12, 300), (22, 20), (32, 200)),
    "peilingen": ((12, 200), (22, 20), (32, 100)),
    "vraag": ((12, 120), (22, 10), (32, 60)),
    "taal": ((12, 60), (23, 0), (32, 40)),
    "stop": ((12, 20), (23, 2), (32, 10)),
    "blokkeer": ((12, 40), (23, 4), (32, 20)),
    "nieuw": ((12, 40), (23, 2), (32, 30)),
}
"""What residents do by themselves: from which hour on so many an hour, in a wijk of 50,000."""


class Mensen:
    """The people of a wijk and what they do, by the clock of this process."""

    def __init__(self, bewoners: int, api: Drukbotapi, buurt: wijk_.Buurt) -> None:
        self.bewoners, self.api, self.buurt = bewoners, api, buurt
        api.publiek.append(self)
        self.toeval = random.Random(11 + buurt.nr)
        self.merk = ""
        """Stands before the data of each button of this wijk, where there are more."""
        self._merken = {buurt.noem(tekst): naam for tekst, naam in NAMEN.items()}
        self.gehad = {naam: bytearray(bewoners + TEL_PLEKKEN) for naam in self._merken.values()}
        """How often each chat got a message of this name."""
        self.laatst: dict[str, float] = {}
        self.eerst: dict[str, float] = {}
        self.stemde: dict[int, float] = {}
        self.weg: set[int] = set()
        """Who blocked the bot or stopped it: who says nothing any more."""
        self.binnen: set[int] = set()
        self.ja: set[int] = set()
        self.codes: list[str] = []
        """Of who is still to join."""
        self.nieuw = 0
        self.ingestemd: set[int] = set()
        self.sluit_op = 0.0
        self.vragen = [tekst for tekst, _ in parafrases()]

    def straks(self, seconden: float, doe: Any, *args: Any) -> None:
        """Do something after so many seconds, if the one who does it is still there."""
        asyncio.get_running_loop().call_later(seconden, doe, *args)

    def tik(self, chat: int, data: str, bericht: int) -> None:
        if chat not in self.weg:
            self.api.tik(chat, self.merk + data, bericht)

    def stem(self, chat: int, data: str, bericht: int) -> None:
        if chat not in self.weg and time.monotonic() < self.sluit_op - 120:
            self.stemde.setdefault(chat, time.monotonic())
            self.tik(chat, data, bericht)

    def meld_aan(self, chat: int, data: str, bericht: int) -> None:
        if chat not in self.weg:
            self.ja.add(chat)
            self.tik(chat, data, bericht)

    def naam_van(self, tekst: str) -> str:
        """Return the name of a message that goes to many; empty for any other."""
        return next((naam for merk, naam in self._merken.items() if merk in tekst), "")

    def kreeg(self, chat: int, naam: str, op: float) -> None:
        """Count a message that came in a chat."""
        self.gehad[naam][self.buurt.plek(chat, self.bewoners)] += 1
        self.eerst.setdefault(naam, op)
        self.laatst[naam] = op

    def is_vreemd(self, tekst: str, knoppen: list[str]) -> bool:
        """Say whether something of another wijk stands in it."""
        namen = set(_BUURT.findall(tekst)) - {self.buurt.naam}
        return bool(namen) or any(not data.startswith(self.merk) for data in knoppen)

    def ziet(self, chat: int, naam: str, bericht: int, gemerkt: list[str]) -> None:
        """Let who got a message perhaps do something with it."""
        kans, knoppen = self.toeval.random(), [data.removeprefix(self.merk) for data in gemerkt]
        if chat >= NIEUW_CHAT and knoppen and knoppen[0].startswith(("welkom_", "welkom")):
            self._word_lid(chat, bericht, knoppen)
        elif naam == "peiling" and kans < (0.2 if chat not in self.stemde else 0.05):
            stemmen = [data for data in knoppen if data.startswith("st:")]
            if stemmen:
                self.straks(self.toeval.uniform(5, 5400), self.stem, chat, self.toeval.choice(stemmen), bericht)
        elif naam == wijk_.AANKONDIGING and kans < 0.06:
            komt = [data for data in knoppen if data.startswith(("ba:ja", "ba:misschien"))]
            if komt:
                self.straks(self.toeval.uniform(5, 3600), self.meld_aan, chat, self.toeval.choice(komt), bericht)
        elif naam == "uitzending" and kans < 0.02:
            self.straks(self.toeval.uniform(30, 1800), self.doe, "vraag" if kans < 0.005 else "stand", chat)
        elif not naam and kans < 0.7 and (vraagt := [data for data in knoppen if data.startswith("vrs:")]):
            self.straks(self.toeval.uniform(2, 60), self.tik, chat, vraagt[0], bericht)

    def _word_lid(self, chat: int, bericht: int, knoppen: list[str]) -> None:
        for begin in ("welkom_ja", "welkom_taal"):
            if goed := [data for data in knoppen if data.startswith(begin)]:
                if begin == "welkom_ja":
                    self.ingestemd.add(chat)
                self.straks(self.toeval.uniform(3, 90), self.tik, chat, goed[0], bericht)
                return

    def doe(self, wat: str, chat: int | None = None) -> None:
        """Let someone do one thing by themselves."""
        if wat == "nieuw":
            if self.nieuw < len(self.codes):
                self.api.zeg(self.buurt.nieuw_chat + self.nieuw, f"/start {self.codes[self.nieuw]}")
                self.nieuw += 1
            return
        wie = self.buurt.eerste_chat + self.toeval.randrange(self.bewoners) if chat is None else chat
        if wie in self.weg:
            return
        if wat in {"stop", "blokkeer"}:
            self.weg.add(wie)
        if wat == "blokkeer":
            self.api.blokkeer(wie, stil=self.toeval.random() < 0.5)
        elif wat == "vraag":
            self.api.zeg(wie, self.toeval.choice(self.vragen))
        elif wat == "taal":
            self.api.zeg(wie, f"/taal {self.toeval.choice(wijk_.TALEN)}")
        else:
            self.api.zeg(wie, f"/{wat}")

    def verslag(self) -> dict[str, Any]:
        """Return all that people did and got, with moments by the clock on the wall."""
        bij = time.time() - time.monotonic()
        return {
            "nr": self.buurt.nr,
            "gehad": {naam: list(keren) for naam, keren in self.gehad.items()},
            "eerst": {naam: op + bij for naam, op in self.eerst.items()},
            "laatst": {naam: op + bij for naam, op in self.laatst.items()},
            "stemde": {chat: op + bij for chat, op in self.stemde.items()},
            "weg": sorted(self.weg),
            "binnen": sorted(self.binnen),
            "ja": sorted(self.ja),
            "lid": sorted(self.ingestemd),
        }

    async def leef(self, wat: str, uren: float) -> None:
        """Let people do one thing as often as they do it at each hour, until the day is over."""
        toeval, einde = random.Random(f"{wat}{self.buurt.nr or ''}"), time.monotonic() + uren * 3600
        while True:
            lokaal = datetime.now(UTC).astimezone(ZONE)
            uur = lokaal.hour + (24 if lokaal.hour < 12 else 0)
            per_uur = next(keer for van, keer in reversed(PER_UUR[wat]) if uur >= van) * self.bewoners / 50_000
            wacht = toeval.expovariate(per_uur / 3600) if per_uur else math.inf
            await asyncio.sleep(min(wacht, 600.0))
            if time.monotonic() > einde - 600:  # what began then is over at the end
                return
            if wacht <= 600:
                self.doe(wat)

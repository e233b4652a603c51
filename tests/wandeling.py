"""A walk over every button from the menu, by everyone: what is wrong on the way, and what others could do with it.

Depth first, each step undone after what follows it. A kind of button (its data without which object it is about) is
tapped again only where more steps are left than the time before, and of each kind on a screen the first two.
"""

import json
import re
import secrets
import time
from collections import Counter, defaultdict
from collections.abc import Awaitable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from babel.dates import format_date
from sqlalchemy import select

from berichten import Boodschap, render, talen, vertaal
from bot.storage import tables
from tests.berichten.opmaak import lees, lengte
from tests.loket import BOEKHOUDING, Antwoord, Loket, ids_in, soort_van
from tests.wandelstappen.stap import FOTO, PDF, PLEK, STUK, Stap, doe

FOUTE_TEKSTEN = ("x" * 5000, "🙂", "31 februari 25:00", "-1", "<b>&{naam}")
GOEDE_TEKSTEN = (
    *("Een tekst van een buur?", "5 februari 20:00", "3", "0612345678", "https://voorbeeld.nl/x", "noor@voorbeeld.nl"),
    *("Rood\nBlauw\nGroen", "1-3-2027", "19:30 Inloop", "Merelweg 1", "Zwaluwhof A 9001: 1"),
)
GESTUURD: tuple[dict[str, Any], ...] = (
    PLEK,
    FOTO,
    {"contact": {"phone_number": "+31612345678", "first_name": "X", "user_id": 99}},
    PDF,
    {"sticker": {**STUK, "width": 9, "height": 9, "type": "regular", "is_animated": False, "is_video": False}},
)
THUIS = frozenset({"menu", "onbegrepen", "help"})
_SLEUTELS = frozenset(vertaal("nl").sleutels)
_WERKGROEP = re.compile(rf"\b(?:{'|'.join(vertaal('nl').patronen('werkgroep.naam.').values())})\b")

_OPMAAK = re.compile(r"</?(?:b|i|u|s|a|em|strong|code|pre|blockquote)\b[^>]*>|&(?:amp|lt|gt|quot|#\d+);")
GETYPT = ("<b>vraag</b>", "<i>van het plein</i>", "{haak}", "<i>", "<b>", "{naam}")
"""What was typed on purpose, here and in `tests/web/vulling.py`; markup of our own would leave its end too."""


class Gevolg(NamedTuple):
    """What came of a tap by someone who was not shown the button: refused, seen, or which tables it changed."""

    knop: str
    van: int
    door: int
    uitkomst: str
    data: str


@dataclass
class Wandeling:
    """A walk, and what was found.

    Args:
        diep: so many taps from the menu.
        anderen: who tries the buttons of who walks.
        van_opdracht: so many taps from a command that is typed.
        keren: of so many walkers each kind of button is tried by others.
        elke_tekst: whether each text is read, else of each kind of message the first three.
        over_lijst: the kinds of messages that lead to the menu over another screen, each with why.
        zonder_menu: the kinds of messages, and the reasons of refusals, of who has no menu, each with why.
        lees_in: the languages in which what is said is read.
        seconden: so much of the processor someone's walk may take.
        van_elders: the public ids of what is in the other wijk: nothing of it is shown.
    """

    loket: Loket
    diep: int
    anderen: tuple[int, ...]
    van_opdracht: int = 1
    keren: int = 1
    elke_tekst: bool = False
    over_lijst: Mapping[str, str] = field(default_factory=dict)
    zonder_menu: Mapping[str, str] = field(default_factory=dict)
    lees_in: Collection[str] = field(default_factory=talen)
    seconden: float = 3600
    van_elders: frozenset[str] = frozenset()
    stappen: int = 0
    fouten: dict[str, str] = field(default_factory=dict)
    geweigerd: dict[tuple[str, str], str] = field(default_factory=dict)
    """What was offered and then refused: the kind of button and the reason, with the way to it."""
    twee_keer: dict[str, str] = field(default_factory=dict)
    nagemaakt: dict[tuple[str, str], str] = field(default_factory=dict)
    gevolgen: list[Gevolg] = field(default_factory=list)
    gezien: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    knoppen: set[str] = field(default_factory=set)
    formulieren: set[tuple[str, str]] = field(default_factory=set)
    teksten: int = 0
    """So many texts were read, each language by itself."""
    soorten: set[str] = field(default_factory=set)
    _tot: float = float("inf")
    _diepte: dict[Any, int] = field(default_factory=dict)
    _geprobeerd: Counter[str] = field(default_factory=Counter)
    _gelezen: Counter[str] = field(default_factory=Counter)
    _al_gelezen: set[str] = field(default_factory=set)
    _schermen: set[str] = field(default_factory=set)
    _elders: dict[str, str] = field(default_factory=dict)

    async def loop(self, wie: int, opdrachten: Collection[str] = (), verder: Collection[tuple[Stap, ...]] = ()) -> None:
        """Let someone walk from the menu, and undo it.

        Args:
            opdrachten: these are typed as well, and what waits for them is opened.
            verder: what leads them to what is far from the menu: two taps from there.
        """
        self._tot = time.process_time() + self.seconden
        for gestuurd in self.loket.post(wie) if opdrachten else ():
            weg = f"{wie} sent {gestuurd.soorten[0]}"
            self._lees(gestuurd.boodschappen[0], weg)
            await self._verder(wie, gestuurd, weg, self.diep - 2)
        for opdracht, diep in (("menu", self.diep), *((een, self.van_opdracht) for een in opdrachten)):
            await self.begin(wie, f"/{opdracht}", diep)
        for stappen in verder:
            with self.loket.even():
                weg = f"{wie} {' > '.join(map(str, stappen))}"
                await self._verder(wie, await doe(self.loket, wie, stappen), weg, self.diep - 2)

    async def begin(self, wie: int, tekst: str, diep: int) -> None:
        """Let someone type something, walk on from there, and undo it."""
        with self.loket.even():
            weg = f"{wie} {tekst}"
            if antwoord := await self._stap(self.loket.typ(wie, tekst), weg):
                if "onbegrepen" in antwoord.soorten:
                    self._fout(f"{soort_van(tekst)}: not understood", weg)
                await self._verder(wie, antwoord, weg, diep)

    def van_anderen(self) -> list[Gevolg]:
        """Return what came of the taps of who was never shown that button, for what was not refused."""
        anders = (een for een in self.gevolgen if een.data not in self.gezien[een.door])
        return [een for een in anders if een.uitkomst]

    def tikken(self) -> dict[str, int]:
        """Return how many taps from the menu each kind of button is, by its first word, for who is nearest to it."""
        dichtst: dict[str, int] = {}
        for sleutel, nog in self._diepte.items():
            if len(sleutel) == 3:  # a button: of a form it is the form and its step
                woord = sleutel[1].partition(":")[0]
                dichtst[woord] = min(dichtst.get(woord, self.diep), self.diep - nog + 1)
        return dichtst

    def _fout(self, wat: str, weg: str) -> None:
        self.fouten.setdefault(wat, weg)

    async def _stap(self, doe: Awaitable[Antwoord], weg: str) -> Antwoord | None:
        if time.process_time() > self._tot:
            raise TimeoutError(f"more than {self.seconden} s, at {weg}")
        self.stappen += 1
        laatste = weg.rpartition(" > ")[2]
        try:
            antwoord = await doe
        except Exception as fout:
            self._fout(f"{soort_van(laatste)}: {type(fout).__name__} {fout}"[:200], weg)
            return None
        if not antwoord.boodschappen:
            self._fout(f"{soort_van(laatste)}: silence", weg)
            return None
        for boodschap in antwoord.boodschappen:
            self._lees(boodschap, weg)
        return antwoord

    def _lees(self, boodschap: Boodschap, weg: str) -> None:
        self._gelezen[boodschap.soort] += 1
        if not self.elke_tekst and self._gelezen[boodschap.soort] > 3:
            return
        self.soorten.add(boodschap.soort)
        inhoud = json.dumps([boodschap.soort, boodschap.data])
        if daar := self.van_elders.intersection(ids_in(inhoud)):
            self._fout(f"{boodschap.soort}: shows {daar} of another wijk", weg)
        if boodschap.soort == "spelregels.letterlijk" or inhoud in self._al_gelezen:  # the one is JSON by itself
            return
        self._al_gelezen.add(inhoud)
        for taal in self.lees_in:
            self.teksten += 1
            for wat in fouten_in(boodschap, self.loket, taal):
                self._fout(f"{boodschap.soort} in {taal}: {wat}", weg)

    async def _verder(self, wie: int, antwoord: Antwoord, weg: str, nog: int) -> None:
        if antwoord.scherm not in self._schermen:
            self._schermen.add(antwoord.scherm)
            await self._terug(wie, antwoord, weg)
        formulier = self.loket.gesprek(wie)
        if formulier and self._diepte.get((wie, formulier), -1) < nog:
            await self._typ(wie, formulier, weg, nog)
        telt = Counter[str]()
        for data in antwoord.knoppen:
            soort = soort_van(data)
            self.gezien[wie].add(data)
            self.knoppen.add(soort)
            telt[soort] += 1
            sleutel = wie, soort, telt[soort]
            if telt[soort] > 2 or self._diepte.get(sleutel, -1) >= nog:
                continue
            nieuw = sleutel not in self._diepte and self._geprobeerd[soort] < self.keren
            self._diepte[sleutel] = nog
            if nieuw:
                self._geprobeerd[soort] += 1
                await self._anderen(wie, data)
                await self._maak_na(wie, data, weg)
            await self._tik(wie, data, f"{weg} > {data}", nog, formulier is not None, nieuw)

    async def _tik(self, wie: int, data: str, weg: str, nog: int, in_formulier: bool, nieuw: bool) -> None:
        with self.loket.even():
            antwoord = await self._stap(self.loket.tik(wie, data), weg)
            if antwoord is None:
                return
            if "onbegrepen" in antwoord.soorten:
                self._fout(f"{soort_van(data)}: not understood", weg)
            elif antwoord.geweigerd and antwoord.soorten[0] not in THUIS:
                self.geweigerd.setdefault((soort_van(data), antwoord.reden), weg)
            if nieuw:
                await self._nog_eens(wie, data, weg)
            vult_in = in_formulier and self.loket.gesprek(wie) is not None
            if vult_in or nog > 1:  # a form is walked to its end
                await self._verder(wie, antwoord, weg, nog if vult_in else nog - 1)

    async def _typ(self, wie: int, formulier: tuple[str, str], weg: str, nog: int) -> None:
        """Answer an open question wrongly, in many ways, and then rightly."""
        if (wie, formulier) not in self._diepte and (formulier not in self.formulieren or self.elke_tekst):
            for inhoud in (*({"text": tekst} for tekst in FOUTE_TEKSTEN), *GESTUURD):
                with self.loket.even():
                    naam = f'{weg} > "{next(iter(inhoud))} {str(*inhoud.values())[:12]}"'
                    if antwoord := await self._stap(self.loket.stuur(wie, **inhoud), naam):
                        await self._terug(wie, antwoord, naam)
        self._diepte[wie, formulier] = nog
        self.formulieren.add(formulier)
        teksten: list[dict[str, Any]] = [{"text": een} for een in (*_moment_in(self.loket.taal), *GOEDE_TEKSTEN)]
        for goed in (*teksten, PDF, FOTO):
            with self.loket.even():
                naam = f'{weg} > "{goed.get("text", next(iter(goed)))}"'
                antwoord = await self._stap(self.loket.stuur(wie, **goed), naam)
                if antwoord and self.loket.gesprek(wie) != formulier:
                    await self._verder(wie, antwoord, naam, nog)
                    return

    async def _terug(self, wie: int, antwoord: Antwoord, weg: str) -> None:
        """See that the menu is one tap away.

        From what is being filled in, what stops it leads there; where `over_lijst` says so, one of the buttons does.
        """
        onder = antwoord.boodschappen[-1].data.get("onder")  # a refusal with the question that it is about
        soort = onder[0] if onder else antwoord.soorten[-1]
        if (soort in self.over_lijst and not antwoord.knoppen) or {soort, antwoord.reden} & self.zonder_menu.keys():
            return
        nog = 2 if soort in self.over_lijst else 1 if self.loket.gesprek(wie) else 0
        if not await self._thuis(wie, antwoord, nog):
            soorten = sorted({soort_van(data) for data in antwoord.knoppen})
            self._fout(f"{'+'.join(antwoord.soorten)} {soorten}: no way back to the menu", weg)

    async def _thuis(self, wie: int, antwoord: Antwoord, nog: int) -> bool:
        is_venster = all(een.wijze == "tik" for een in antwoord.boodschappen)
        if is_venster or antwoord.soorten[-1] in THUIS or "menu" in antwoord.knoppen:
            return True
        laatste = antwoord.berichten[-1]
        if (laatste.bijlagen or laatste.media) and antwoord.boodschappen[-1].wijze == "nieuw":
            return True  # a file comes below what was tapped, which keeps its buttons
        eerste = {soort_van(data): data for data in reversed(antwoord.knoppen)}
        for data in reversed(eerste.values()) if nog else ():
            with self.loket.even():
                try:
                    verder = await self.loket.tik(wie, data)
                except Exception:
                    continue
                if verder.boodschappen and await self._thuis(wie, verder, nog - 1):
                    return True
        return False

    async def _nog_eens(self, wie: int, data: str, weg: str) -> None:
        """Tap once more, and see whether that changed something."""
        with self.loket.even():
            antwoord = await self._stap(self.loket.tik(wie, data), f"{weg} > {data}")
            if antwoord is None:
                return
            namen = antwoord.geschreven - BOEKHOUDING
            erna = self.loket.inhoud(namen)
        if anders := verschil(self.loket.inhoud(namen), erna):
            self.twee_keer.setdefault(soort_van(data), f"{anders} by {weg}")

    async def _anderen(self, van: int, data: str) -> None:
        for door in self.anderen:
            if door != van and data not in self.gezien[door]:
                self.gevolgen.append(Gevolg(soort_van(data), van, door, await self._gevolg(door, data), data))

    async def _gevolg(self, door: int, data: str) -> str:
        """Return what came of a tap: the tables that it changed, what was shown, or nothing when it was refused."""
        try:
            antwoord, anders = await self.loket.probeer(self.loket.tik(door, data))
        except Exception as fout:
            return f"raises {type(fout).__name__} {fout}"[:120]
        if not antwoord.boodschappen:
            return "silence"
        return f"changes {anders}" if anders else "" if antwoord.geweigerd else f"shows {'+'.join(antwoord.soorten)}"

    async def _maak_na(self, wie: int, data: str, weg: str) -> None:
        """Let someone tap with the ids of nothing, and with those of what is in another wijk."""
        for id_ in ids_in(data):
            for hoe, ander in (("made up", secrets.token_urlsafe(16)), ("elsewhere", self._van_elders(id_))):
                if ander and (gevolg := await self._gevolg(wie, data.replace(id_, ander))):
                    self.nagemaakt.setdefault((soort_van(data), f"{hoe} {gevolg}"), weg)

    def _van_elders(self, id_: str) -> str:
        """Return the id of a row of the same table in another wijk; empty when there is none."""
        if id_ not in self._elders:
            self._elders[id_] = ""
            for tabel in tables.metadata.tables.values():
                if not {"publiek_id", "wijk"} <= set(tabel.c.keys()):
                    continue
                if self.loket.tx.scalar(select(tabel.c.wijk).where(tabel.c.publiek_id == id_)) is not None:
                    elders = select(tabel.c.publiek_id).where(tabel.c.wijk != self.loket.wijk)
                    self._elders[id_] = self.loket.tx.scalar(elders) or ""
        return self._elders[id_]


def _moment_in(taal: str) -> tuple[str, ...]:
    """Return a moment and a day as people write them in a language; nothing where `GOEDE_TEKSTEN` has them."""
    dag = format_date(date(2027, 2, 5), "d MMMM", locale=taal)
    return () if taal == "nl" else (f"{dag} 20:00", f"{dag} 2027")


def verschil(voor: dict[str, list[str]], na: dict[str, list[str]]) -> str:
    """Return which tables differ."""
    return ",".join(sorted(naam for naam in voor if voor[naam] != na[naam]))


def fouten_in(boodschap: Boodschap, loket: Loket, taal: str) -> list[str]:
    """Return what is wrong with a message in a language: too long, bad markup, or something left unsaid."""
    try:
        bericht = render(boodschap, loket.omgeving.toon(taal))
    except Exception as fout:
        return [f"{type(fout).__name__} {fout}"]
    gelezen, fouten = lees(bericht.tekst)
    if not 1 <= lengte(gelezen) <= 4096:
        fouten.append(f"{lengte(gelezen)} characters")
    for knop in (knop for rij in bericht.knoppen for knop in rij):
        if (knop.data is None) == (knop.url is None) or not knop.tekst.strip():
            fouten.append(f"a button without a text or a purpose: {knop}")
        if knop.data is not None and not 1 <= len(knop.data.encode()) <= 64:
            fouten.append(f"{len(knop.data.encode())} bytes on a button: {knop.data}")
    for tekst in (gelezen, *(knop.tekst for rij in bericht.knoppen for knop in rij)):
        fouten += _over(tekst, boodschap.data.get("lees_in", taal))
    return fouten


def _over(tekst: str, taal: str) -> list[str]:
    """Return what is left in a text of how it was made: markup, a field, a key, a Dutch name that has another."""
    fouten, over = [], tekst
    for getypt in GETYPT:
        over = over.replace(getypt, "")
    if raak := _OPMAAK.search(over):
        fouten.append(f"markup that people read: {over[max(0, raak.start() - 30) : raak.end() + 30]}")
    if re.search(r"\{[a-z_]*\}", over):
        fouten.append(f"a field that nobody filled in: {over[:80]}")
    if sleutels := _SLEUTELS & set(re.findall(r"[a-z_0-9]+(?:\.[a-z_0-9]+)+", tekst)):
        fouten.append(f"a key: {sleutels}")
    if taal != "nl" and (raak := _WERKGROEP.search(over)):
        fouten.append(f"a usual werkgroep by its Dutch name: {over[max(0, raak.start() - 30) : raak.end() + 30]}")
    return fouten

"""What goes to a person: a `Boodschap` (kind and data, in no language) and the `Bericht` that it becomes in theirs.

Each kind has one renderer, in the module of its subject, found through `@bericht("kind")`. No I/O here.
"""

import html
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Literal
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_time

from berichten import datum
from berichten.catalogus import Veilig, Vertaling
from berichten.opdrachten import ALLES
from bot.rules.inhoud import eenheden

Wijze = Literal["bewerk", "nieuw", "tik", "toelaten", "afwijzen"]
Vorm = Literal["foto", "video", "spraak", "document"]


@dataclass(frozen=True)
class Boodschap:
    """What must be said, as JSON-able data.

    Args:
        soort: kind of message; a renderer of this name exists.
        data: the renderer's fields; moments as ISO strings.
        wijze: after a tap, whether the tapped message changes or a new one comes; typed text always gets a new one.
            `tik`: no message at all, only a notice for who tapped. `toelaten`, `afwijzen`: what becomes of who asks to
            come into a group, and what they read of it in their own chat.
        melding: catalog key of a short notice over the chat, after a tap.
        intrekken: a group and a link to it that may let nobody ask any more; it is revoked when this is said.
    """

    soort: str
    data: dict[str, Any] = field(default_factory=dict)
    wijze: Wijze = "bewerk"
    melding: str | None = None
    intrekken: tuple[int, str] | None = None


@dataclass(frozen=True)
class Knop:
    """A button under a message: `data` (1-64 bytes) comes back as a tap, `url` opens a page."""

    tekst: str
    data: str | None = None
    url: str | None = None


OP_KNOP = 60
"""So many characters stand on a button at most; a phone shows less of it."""
_ERBIJ = re.compile("[\u0300-\u036f\u200d\u20e3\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
"""What belongs to the character before it: an accent, a skin colour, the second half of a family."""
_VLAG = re.compile("[\U0001f1e6-\U0001f1ff]*$")


def inkorten(tekst: str, lengte: int = OP_KNOP) -> str:
    """Return a text of at most so many characters: cut between words where half of it stays, never in an emoji."""
    if len(tekst) <= lengte:
        return tekst
    tot = lengte - 1
    while tot > 1 and (_ERBIJ.match(tekst[tot]) or tekst[tot - 1] == "\u200d"):
        tot -= 1
    vlaggen = _VLAG.search(tekst[:tot])
    if vlaggen and len(vlaggen[0]) % 2:
        tot -= 1
    kort = tekst[:tot]
    woorden = kort if tekst[tot].isspace() else kort.rpartition(" ")[0]
    over = (woorden if len(woorden) >= lengte // 2 else kort).rstrip()
    blijft_apart = over.count("\u2068") - over.count("\u2069")
    return over + "…" + "\u2069" * blijft_apart


OP_TIK = 200
"""So many characters has a notice over a tap at most (Bot API, answerCallbackQuery)."""

_LANGSTE = 4000
"""A message has 4096 characters at most; some room is left for what comes above it."""
_IN_NUMMER = re.compile(r"(?<=[\d()/+-]) (?=[\d()/-])")
_MARKERING = re.compile("<[^>]*>")


def zonder_opmaak(tekst: Veilig) -> str:
    """Return a text as people read it, without its markup."""
    return html.unescape(_MARKERING.sub("", tekst))


def past(tekst: Veilig) -> bool:
    """Say whether a text fits in one message."""
    return eenheden(zonder_opmaak(tekst)) <= _LANGSTE


SAMEN = 22
"""So many characters fit on two buttons beside each other on a small phone; more are broken inside a word."""


def twee_aan_twee(knoppen: Sequence[Knop]) -> list[tuple[Knop, ...]]:
    """Return rows of buttons in the order given: two beside each other where their labels fit, else one."""
    rijen: list[tuple[Knop, ...]] = []
    for knop in knoppen:
        if rijen and len(rijen[-1]) == 1 and len(rijen[-1][0].tekst) + len(knop.tekst) <= SAMEN:
            rijen[-1] = (*rijen[-1], knop)
        else:
            rijen.append((knop,))
    return rijen


def aaneen(tekst: str) -> str:
    """Return a text in which a phone number stays on one line: no line breaks between its digits."""
    return _IN_NUMMER.sub("\u00a0", tekst)


def wie_te_bellen(naam: str, telefoon: str) -> str:
    """Return whom to call and where, such as `Noor, 0318 12 34 56`; empty when nobody is named."""
    return f"{naam}, {aaneen(telefoon)}" if naam else ""


@dataclass(frozen=True)
class Bijlage:
    """A file with a message; its bytes are made by `bot.exports` from `data` when it goes.

    The kind `file_id` is a file that the chat network has already: `data["file_id"]` names it. The kind `plek` is
    a place on the map: `latitude`, `longitude` and perhaps `title` and `address`.

    Args:
        als: how it is shown; by its name when that is left out.
        voor_velen: whether it is the same for all who get it, so that a chat network may send on what it has already.
            Never what is someone's own, such as their code, their proof or their file: of that no second copy is kept,
            and no number by which the bot could bring it up again.
    """

    soort: str
    naam: str
    data: dict[str, Any]
    als: Vorm | None = None
    voor_velen: bool = False

    @property
    def vorm(self) -> Vorm:
        """How it is shown."""
        return self.als or ("foto" if self.naam.endswith((".png", ".jpg")) else "document")


@dataclass(frozen=True)
class Bericht:
    """A message in one language: HTML of at most 4096 characters, rows of buttons, perhaps files after it.

    Args:
        media: a picture, film, sound or file that the text stands under; a text over 1024 characters follows it as a
            message of its own.
    """

    tekst: str
    knoppen: tuple[tuple[Knop, ...], ...] = ()
    bijlagen: tuple[Bijlage, ...] = ()
    media: Bijlage | None = None


_GEMERKT = re.compile(r"^[0-9]{1,9}\.")


def merk_van(wijk: int) -> str:
    """Return the mark that stands before the data of every button of a wijk, where an installation has more."""
    return f"{wijk}."


def zonder_merk(data: str) -> str:
    """Return what a button carries without the mark of its wijk."""
    return _GEMERKT.sub("", data, count=1)


def gemerkt(gemaakt: Bericht, merk: str) -> Bericht:
    """Return a message with a mark before the data of each of its buttons; that of another wijk stays."""
    if not merk:
        return gemaakt
    van_wijk = _GEMERKT.match(merk)

    def met(knop: Knop) -> Knop:
        weg = knop.data is None or (van_wijk and _GEMERKT.match(knop.data))
        return knop if weg else replace(knop, data=f"{merk}{knop.data}")

    return replace(gemaakt, knoppen=tuple(tuple(met(knop) for knop in rij) for rij in gemaakt.knoppen))


def is_pagina(adres: str) -> bool:
    """Say whether an address that opens the bot opens the chat in the browser."""
    return adres.partition("?")[0].endswith("/chat/")


@dataclass(frozen=True)
class Toon:
    """What a renderer needs beside the data: the language, the zone of the wijk, and where the bot is found.

    Args:
        t: the texts.
        zone: time zone for people.
        botlink: address that opens the bot; a start payload goes behind `?start=`.
        contact: whom to call and where, as `wie_te_bellen` says it.
        paginas: whether this installation serves pages, such as that of a door.
        netten: address that opens the bot on each chat network that it is on, by the name of that.
        kan: what the installation can do, as commands ask for it.
        kop: name of the wijk, for above what is said to who has more than one.
        merk: stands before the data of every button, where an installation has more wijken: by it a tap is of this one.
    """

    t: Vertaling
    zone: ZoneInfo
    botlink: str
    contact: str = ""
    paginas: bool = True
    netten: Mapping[str, str] = field(default_factory=dict)
    kan: Collection[str] = ALLES
    merk: str = ""
    kop: str = ""

    @property
    def overal(self) -> str:
        """Address that opens the bot for whoever scans or reads it: the browser, which leads on to Telegram."""
        return self.netten.get("web", self.botlink)

    @property
    def begint_in_browser(self) -> bool:
        """Whether that opens a page, and not an app."""
        return is_pagina(self.overal)

    def na_afsluiten(self) -> "Toon":
        """Return one that speaks of what was, where a text has a form for it: `<key>.slot`."""
        return replace(self, t=replace(self.t, variant="slot"))

    def met_hulp(self, tekst: Veilig) -> Veilig:
        """Return a text with, under it, whom one can call."""
        return Veilig(f"{tekst}\n\n{self.t.tekst('algemeen.bel', contact=self.contact)}") if self.contact else tekst

    def taalnaam(self, taal: str) -> str:
        """Return the name of a language as it stands in a sentence of the reader's own."""
        return str(self.t.locale.languages.get(taal, taal))

    def geschreven_in(self, taal: str | None) -> list[Veilig]:
        """Say to who reads another language in which one people wrote; of what has none, and of one's own, nothing."""
        if taal in (None, self.t.taal):
            return []
        return [self.t.tekst("algemeen.geschreven_in", taal=self.taalnaam(str(taal)))]

    def lokaal(self, iso: str) -> datetime:
        """Return a moment in the zone of the wijk."""
        return datetime.fromisoformat(iso).astimezone(self.zone)

    def op_dag(self, iso: str) -> date:
        """Return a day, or the day of a moment in the zone of the wijk."""
        return date.fromisoformat(iso) if len(iso) == len("2027-02-03") else self.lokaal(iso).date()

    def dag(self, iso: str, velden: datum.Velden = "yMMMMd") -> str:
        """Return it as people write it: 3 februari 2027."""
        return datum.zeg(self.op_dag(iso), velden, self.t.locale)

    def moment(self, iso: str) -> str:
        """Return a moment as people say it: weekday, date and time in the zone of the wijk."""
        dag, tijd = _dag_en_tijd(iso, self.zone, self.t.locale)
        return self.t.plat("algemeen.moment", dag=dag, tijd=tijd)

    def tijd(self, iso: str) -> str:
        """Return the time of a moment in the zone of the wijk: 19:30."""
        return _dag_en_tijd(iso, self.zone, self.t.locale)[1]

    def kort(self, iso: str) -> str:
        """Return a moment as it fits on a button: short weekday, day and time."""
        return f"{self.dag(iso, 'MMMEd')} {self.tijd(iso)}"


@lru_cache(1024)  # each vote says when the poll closes
def _dag_en_tijd(iso: str, zone: ZoneInfo, locale: Locale) -> tuple[str, str]:
    lokaal = datetime.fromisoformat(iso).astimezone(zone)
    return datum.zeg(lokaal.date(), "yMMMMEEEEd", locale), format_time(lokaal.time(), "HH:mm", locale=locale)


Maker = Callable[[Toon, dict[str, Any]], Bericht]
MAKERS: dict[str, Maker] = {}


def bericht(soort: str) -> Callable[[Maker], Maker]:
    """Register the renderer of a kind of message."""

    def neem(maker: Maker) -> Maker:
        if soort in MAKERS:
            raise ValueError(f"two renderers for {soort!r}")
        MAKERS[soort] = maker
        return maker

    return neem

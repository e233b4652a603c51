"""How a template speaks: the words of one language, and moments as people say them. Not here: which page says what."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from babel.numbers import format_decimal
from markupsafe import Markup, escape

from berichten import Toon, vertaal
from berichten.catalogus import Vertaling

_ALINEA = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Woorden:
    """The words of one language; each public method is known to the templates by its name.

    Args:
        zone: time zone of the wijk.
    """

    taal: str
    zone: ZoneInfo
    botlink: str = ""

    @property
    def t(self) -> Vertaling:
        """The catalog."""
        return vertaal(self.taal)

    @cached_property
    def toon(self) -> Toon:
        """What renderers of messages need."""
        return Toon(self.t, self.zone, self.botlink)

    def w(self, sleutel: str, **velden: Any) -> Markup:
        """Return a text of the catalog as markup, what is filled in escaped."""
        return Markup(self.t.tekst(sleutel, **velden))  # noqa: S704 (the catalog is ours, the fields are escaped)

    def p(self, sleutel: str, **velden: Any) -> str:
        """Return a text of the catalog without markup: for a title or an attribute."""
        return self.t.plat(sleutel, **velden)

    def alineas(self, tekst: str) -> Markup:
        """Return what was typed, or a text with markup, in paragraphs with their line ends."""
        delen = [escape(deel.strip()).replace("\n", Markup("<br>")) for deel in _gesplitst(tekst)]
        return Markup("\n").join(Markup("<p>{}</p>").format(deel) for deel in delen if deel)

    def moment(self, wanneer: str | datetime) -> str:
        """Return weekday, date and time."""
        return self.toon.moment(_iso(wanneer))

    def dag(self, wanneer: str | date) -> str:
        """Return a day, or the day of a moment: 3 februari 2027."""
        return format_date(self._lokale_dag(wanneer), "d MMMM yyyy", locale=self.t.locale)

    def weekdag(self, wanneer: str | date) -> str:
        """Return a day with its name and without its year: woensdag 3 februari."""
        return format_date(self._lokale_dag(wanneer), "EEEE d MMMM", locale=self.t.locale)

    def tijd(self, wanneer: str | datetime) -> str:
        """Return the time of a moment: 19:30."""
        return format_time(self.toon.lokaal(_iso(wanneer)).time(), "HH:mm", locale=self.t.locale)

    def getal(self, aantal: int) -> str:
        """Return a number with its points or commas."""
        return format_decimal(aantal, locale=self.t.locale)

    def _lokale_dag(self, wanneer: str | date) -> date:
        iso = _iso(wanneer)
        return date.fromisoformat(iso) if len(iso) == len("2027-02-03") else self.toon.lokaal(iso).date()


def _gesplitst(tekst: str) -> list[str]:
    if hasattr(tekst, "__html__"):
        return [Markup(deel) for deel in _ALINEA.split(str(tekst))]  # noqa: S704 (it was markup already)
    return _ALINEA.split(tekst)


def _iso(wanneer: str | date) -> str:
    return wanneer if isinstance(wanneer, str) else wanneer.isoformat()

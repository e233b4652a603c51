"""The catalogs: one .po per language, read when first asked for. Keys are stable ids, wording lives in the .po."""

import html
import re
import sys
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache, cached_property
from gettext import c2py
from pathlib import Path
from typing import Any, Literal

from babel import Locale, UnknownLocaleError
from babel.core import get_global, parse_locale
from babel.lists import format_list
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

STANDAARD = "nl"
_MAP = Path(__file__).parent


_RECHTS = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
"""The letters that run from right to left."""
_ANDERSOM = {False: re.compile(f"[{_RECHTS}]"), True: re.compile(f"[^\\W\\d_{_RECHTS}]")}
"""Letters that run against a language, by whether it runs from right to left."""
_GETAL = re.compile(r"[0-9]+(?:[.,:/][0-9]+)*")
"""What keeps its order in any direction: 412/1000, 19:30."""
_BINNEN = re.compile("<[^>]*>|\u2068[^\u2068\u2069]*\u2069")
_OPDRACHT = re.compile(r"(?<![\w/<])(/[a-z_]+)\b(?!/)")
_ADRES = re.compile("[a-z]+:[^ ]+$")
_AF = ("?", "!", "؟")
_LEESTEKEN_NA = re.compile(r"\{(\w+)\}((?:</\w+>)*)(?:\.|(?<=>):)(?=\s|$)")
"""A full stop after a value; a colon after one in bold."""
_NAAMGETALLEN = {"nummer", "versie"}
"""Fields whose numbers count nothing."""


class Veilig(str):
    """Text that is markup already and is not escaped again."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell a template the same."""
        return self


def apart(tekst: str, *, rechts: bool) -> str:
    """Return a value between FSI and PDI where it would run against the sentence around it: a name, a phone number.

    The isolate keeps the order of both, and the direction of a message that begins with such a value. What came out of
    the catalog has its own values apart already; an address of a page stays as it is, for it stands in links too.

    Args:
        rechts: whether the sentence runs from right to left.
    """
    if (tekst.isascii() and not rechts) or "\n" in tekst or _ADRES.match(tekst):
        return tekst
    kaal, was = str(tekst), ""
    while kaal != was:
        kaal, was = _BINNEN.sub("", kaal), kaal
    tegen = _ANDERSOM[rechts].search(kaal)
    los = rechts and not tegen and not _ANDERSOM[False].search(kaal) and any(teken.isdigit() for teken in kaal)
    if not tegen and (not los or _GETAL.fullmatch(kaal)):
        return tekst
    return type(tekst)(f"\u2068{tekst}\u2069")


def met_opdrachten_apart(patroon: str) -> str:
    """Return a text that runs from right to left in which each command keeps its slash in front."""
    return _OPDRACHT.sub("\u2068\\1\u2069", patroon)


@cache
def talen() -> tuple[str, ...]:
    """Return the languages that have a catalog, Dutch first."""
    gevonden = sorted(pad.parent.parent.name for pad in _MAP.glob("*/LC_MESSAGES/gehoord.po"))
    return (STANDAARD, *(taal for taal in gevonden if taal != STANDAARD))


def kies_taal(gevraagd: str | None) -> str:
    """Return the language of ours that fits a language code such as `en-GB`; Dutch when none does.

    A whole code goes first, for a catalog such as `pt_BR`; then the language alone.
    """
    heel = (gevraagd or "").replace("-", "_").lower()
    onze = {taal.lower(): taal for taal in talen()}
    return onze.get(heel) or onze.get(heel.partition("_")[0]) or STANDAARD


def eigen_naam(taal: str) -> str:
    """Return a language by the name that its own speakers give it, as it stands on a button."""
    naam = Locale.parse(taal).get_display_name(taal) or taal
    return naam[0].upper() + naam[1:]


VAN_RECHTS = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})
"""Scripts that run from right to left: to ask Babel is to load all of a language, 1.5 MB that nobody may need yet."""


@cache
def schrift(taal: str) -> str:
    """Return the script that a language is mostly written in (ISO 15924)."""
    return parse_locale(get_global("likely_subtags").get(taal, taal))[2] or "Latn"


def richting(taal: str) -> str:
    """Return `rtl` or `ltr`, also for a language that we do not speak."""
    try:
        return str(Locale.parse(taal, sep="-").text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"


@dataclass(frozen=True)
class Vertaling:
    """The texts of one language.

    Args:
        teksten: per key its text, or its plural forms.
        vorm: which of those forms a number takes.
        variant: of a key that has it, such as `stand.kop.slot`, that text comes instead.
    """

    taal: str
    locale: Locale
    teksten: Mapping[str, tuple[str, ...]] = field(repr=False, hash=False)
    vorm: Callable[[int], int] = field(repr=False)
    variant: str = ""

    @property
    def sleutels(self) -> Collection[str]:
        """The keys that have a text."""
        return self.teksten.keys()

    @cached_property
    def rechts(self) -> bool:
        """Whether this language is written from right to left."""
        return schrift(self.taal) in VAN_RECHTS

    def tekst(self, sleutel: str, **velden: Any) -> Veilig:
        """Return the text of a key as HTML, its placeholders filled in and escaped.

        Args:
            sleutel: catalog key, such as `peiling.gesloten`.
            velden: values for the placeholders; `aantal` chooses the plural form where the key has them. A list is
                written as one.

        Raises:
            KeyError: the key, or a field that its text asks for, is not there.
        """
        return Veilig(_vul(self._patroon(sleutel, velden), {k: _html(self._zeg(k, v)) for k, v in velden.items()}))

    def plat(self, sleutel: str, **velden: Any) -> str:
        """Return the text of a key without markup: for buttons, toasts and file names."""
        return _vul(self._patroon(sleutel, velden), {k: self._zeg(k, v) for k, v in velden.items()})

    def lijst(self, delen: Sequence[str], stijl: Literal["standard", "or"] = "standard") -> str:
        """Return several things as people of this language name them: rood, groen en blauw."""
        los = [apart(deel, rechts=self.rechts) for deel in delen]
        if not any(isinstance(deel, Veilig) for deel in los):
            return format_list(los, style=stijl, locale=self.locale)
        return Veilig(format_list([_html(deel) for deel in los], style=stijl, locale=self.locale))

    def reeks(self, delen: Iterable[str]) -> str:
        """Return things that may hold commas themselves, such as answers and addresses."""
        return ("؛ " if self.rechts else "; ").join(apart(deel, rechts=self.rechts) for deel in delen)

    def in_zin(self, naam: str) -> str:
        """Return a name that stands on a button as it stands inside a sentence; German nouns stay as they are."""
        if self.taal == "de":
            return naam
        klein = {"I": "ı", "İ": "i"}.get(naam[:1]) if self.taal == "tr" else None
        return (klein or naam[:1].lower()) + naam[1:]

    def getal(self, aantal: int) -> str:
        """Return a number with its points or commas."""
        return format_decimal(aantal, locale=self.locale)

    def procent(self, honderdsten: int) -> str:
        """Return a part of a hundred: 12%."""
        return format_percent(Decimal(honderdsten) / 100, locale=self.locale)

    def patronen(self, voorvoegsel: str) -> dict[str, str]:
        """Return the texts whose keys begin so, placeholders and all: for a page that fills them in itself."""
        return {sleutel: self.patroon(sleutel) for sleutel in self.sleutels if sleutel.startswith(voorvoegsel)}

    def patroon(self, sleutel: str, aantal: int = 1) -> str:
        """Return the text of a key, placeholders and all; of plural forms the one that a number takes.

        Raises:
            KeyError: there is none.
        """
        return self._patroon(sleutel, {"aantal": aantal})

    def _patroon(self, sleutel: str, velden: dict[str, Any]) -> str:
        for naam in (f"{sleutel}.{self.variant}", sleutel) if self.variant else (sleutel,):
            if (patroon := self._zoek(naam, velden.get("aantal"))) is not None:
                return patroon
        raise KeyError(f"{self.taal}: no text for {sleutel!r}")

    def _zeg(self, veld: str, waarde: Any) -> Any:
        """Return a value as it stands in a sentence of this language."""
        if isinstance(waarde, int) and abs(waarde) >= 1000 and veld not in _NAAMGETALLEN:
            return format_decimal(waarde, locale=self.locale)
        if isinstance(waarde, list | tuple):
            waarde = self.lijst(waarde)
        return apart(waarde, rechts=self.rechts) if isinstance(waarde, str) else waarde

    def _zoek(self, sleutel: str, aantal: Any) -> str | None:
        vormen = self.teksten.get(sleutel)
        if vormen is None or len(vormen) == 1:
            return vormen and vormen[0]
        return vormen[self.vorm(aantal if isinstance(aantal, int) else 1)]


@cache
def vertaal(taal: str) -> Vertaling:
    """Return the texts of a language that `talen()` names."""
    with (_MAP / taal / "LC_MESSAGES" / "gehoord.po").open("rb") as bestand:
        catalogus = read_po(bestand, locale=taal)
    rechts = schrift(taal) in VAN_RECHTS
    teksten = {}
    for regel in catalogus:
        sleutel = regel.id if isinstance(regel.id, str) else regel.id[0]
        vormen = [regel.string] if isinstance(regel.string, str) else [vorm or "" for vorm in regel.string or ()]
        if sleutel and vormen and all(vormen) and not regel.fuzzy:  # the languages share their keys
            teksten[sys.intern(sleutel)] = tuple(met_opdrachten_apart(vorm) if rechts else vorm for vorm in vormen)
    return Vertaling(taal, Locale.parse(taal), teksten, c2py(catalogus.plural_expr))


def _vul(patroon: str, waarden: dict[str, Any]) -> str:
    """Fill in a text; after a value that asks or calls out comes no full stop or colon: `Welke warmte?.`."""
    af = {k for k, v in waarden.items() if isinstance(v, str) and v.rstrip("\u2069").endswith(_AF)}
    if af:
        patroon = _LEESTEKEN_NA.sub(lambda deel: deel[0][:-1] if deel[1] in af else deel[0], patroon)
    return patroon.format_map(waarden)


def _html(waarde: Any) -> Any:
    if isinstance(waarde, Veilig) or not isinstance(waarde, str):
        return waarde
    return Veilig(html.escape(waarde, quote=False))

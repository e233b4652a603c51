"""The catalogs: one .po per language, compiled when first asked for. Keys are stable ids, wording lives in the .po."""

import html
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import Any

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

STANDAARD = "nl"
_MAP = Path(__file__).parent


class Veilig(str):
    """Text that is markup already and is not escaped again."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell a template the same."""
        return self


@cache
def talen() -> tuple[str, ...]:
    """Return the languages that have a catalog, Dutch first."""
    gevonden = sorted(pad.parent.parent.name for pad in _MAP.glob("*/LC_MESSAGES/gehoord.po"))
    return (STANDAARD, *(taal for taal in gevonden if taal != STANDAARD))


def kies_taal(gevraagd: str | None) -> str:
    """Return the language of ours that fits a language code such as `en-GB`; Dutch when none does."""
    kort = (gevraagd or "").split("-")[0].lower()
    return kort if kort in talen() else STANDAARD


@dataclass(frozen=True)
class Vertaling:
    """The texts of one language.

    Args:
        variant: of a key that has it, such as `stand.kop.slot`, that text comes instead.
    """

    taal: str
    locale: Locale
    catalogus: GNUTranslations
    sleutels: tuple[str, ...]
    variant: str = ""

    def tekst(self, sleutel: str, **velden: Any) -> Veilig:
        """Return the text of a key as HTML, its placeholders filled in and escaped.

        Args:
            sleutel: catalog key, such as `peiling.gesloten`.
            velden: values for the placeholders; `aantal` chooses the plural form where the key has them.

        Raises:
            KeyError: the key, or a field that its text asks for, is not there.
        """
        return Veilig(self._patroon(sleutel, velden).format_map({k: _html(v) for k, v in velden.items()}))

    def plat(self, sleutel: str, **velden: Any) -> str:
        """Return the text of a key without markup: for buttons, toasts and file names."""
        return self._patroon(sleutel, velden).format_map(velden)

    def patronen(self, voorvoegsel: str) -> dict[str, str]:
        """Return the texts whose keys begin so, placeholders and all: for a page that fills them in itself."""
        return {sleutel: self._patroon(sleutel, {}) for sleutel in self.sleutels if sleutel.startswith(voorvoegsel)}

    def _patroon(self, sleutel: str, velden: dict[str, Any]) -> str:
        for naam in (f"{sleutel}.{self.variant}", sleutel) if self.variant else (sleutel,):
            if (patroon := self._zoek(naam, velden.get("aantal"))) is not None:
                return patroon
        raise KeyError(f"{self.taal}: no text for {sleutel!r}")

    def _zoek(self, sleutel: str, aantal: Any) -> str | None:
        if isinstance(aantal, int):
            patroon = self.catalogus.ngettext(sleutel, sleutel, aantal)
            if patroon != sleutel:
                return patroon
        patroon = self.catalogus.gettext(sleutel)
        return None if patroon == sleutel else patroon


@cache
def vertaal(taal: str) -> Vertaling:
    """Return the texts of a language that `talen()` names."""
    with (_MAP / taal / "LC_MESSAGES" / "gehoord.po").open("rb") as bestand:
        catalogus = read_po(bestand, locale=taal)
    mo = BytesIO()
    write_mo(mo, catalogus)
    mo.seek(0)
    sleutels = tuple(regel.id if isinstance(regel.id, str) else regel.id[0] for regel in catalogus if regel.id)
    return Vertaling(taal, Locale.parse(taal), GNUTranslations(mo), sleutels)


def _html(waarde: Any) -> Any:
    if isinstance(waarde, Veilig) or not isinstance(waarde, str):
        return waarde
    return Veilig(html.escape(waarde, quote=False))

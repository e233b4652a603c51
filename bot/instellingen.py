"""Reading the settings: of an installation with one wijk from one file, of one with more from one per wijk beside it.

`wijken = ["wijken/*.toml"]` in the first names the others. Each wijk gets whole settings: its own, and those of the
installation. Its file's name is how it is known: to its pages, to exports, to `--wijk`, and to the database.
"""

import os
import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import is_dataclass, replace
from glob import glob
from pathlib import Path
from typing import Any, get_type_hints

from bot import omgevingsvariabelen
from bot.config import Settings, check
from bot.errors import InvoerFout
from bot.velden import lees

EIGEN = ("wijk", "rollen", "werkwijze", "traject", "vraagbaak", "bewaren", "spelregels")
"""The sections of a wijk. The others are of the installation: how fast and when messages go, too, as it is one bot."""
_SLEUTEL = re.compile("[a-z][a-z0-9-]{2,39}")
_BEZET = frozenset(
    {"chat", "deur", "gezond", "healthz", "ijkpunten", "mail", "metrics", "readyz", "telegram", "volgen"}
)
"""Names that stand at the beginning of other pages of ours; those of a language are shorter."""


def load(bestand: Path, environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings file of an installation with one wijk and the environment over it.

    Raises:
        InvoerFout: one line that names the file, the setting and the mend.
    """
    ruw = _lees_toml(bestand)
    omgevingsvariabelen.over_heen(ruw, environ, _secties())
    return _als_settings(ruw, bestand)


def _lees_toml(bestand: Path) -> dict[str, Any]:
    """Return what stands in a settings file.

    Raises:
        InvoerFout: one line that names the file and the mend.
    """
    try:
        with bestand.open("rb") as stroom:
            return tomllib.load(stroom)
    except FileNotFoundError:
        raise InvoerFout(
            f"{bestand}: dit bestand is er niet; kopieer config.example.toml of wijs met --config"
        ) from None
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
        raise InvoerFout(f"{bestand}: kan dit niet lezen als TOML ({fout})") from None


def _als_settings(ruw: Mapping[str, Any], bestand: Path, sleutel: str = "") -> Settings:
    """Return as settings what stands in a file.

    Raises:
        InvoerFout: one line that names the file, the setting and the mend.
    """
    spelregels = ruw.get("spelregels", {})
    if not isinstance(spelregels, dict):
        raise InvoerFout(f"{bestand}: [spelregels] hoort een tabel te zijn; schrijf [spelregels] met de velden eronder")
    rest = {naam: deel for naam, deel in ruw.items() if naam != "spelregels"}
    settings: Settings = replace(lees(Settings, rest, str(bestand), ()), spelregels=spelregels, sleutel=sleutel)
    return check(settings, str(bestand))


def lees_wijken(bestand: Path, environ: Mapping[str, str] = os.environ) -> tuple[Settings, ...]:
    """Return the settings of each wijk of an installation; of one without such files the only ones.

    Raises:
        InvoerFout: one line that names the file, the setting and the mend.
    """
    ruw = _lees_toml(bestand)
    if "wijken" not in ruw:
        return (load(bestand, environ),)
    patronen = ruw.pop("wijken")
    if not isinstance(patronen, list) or not all(isinstance(een, str) and een for een in patronen):
        raise InvoerFout(f'{bestand}: wijken: schrijf een lijst van bestanden, zoals ["wijken/*.toml"]')
    for sectie in EIGEN:
        if sectie in ruw:
            raise InvoerFout(f"{bestand}: [{sectie}] is van één wijk; zet dit in het bestand van die wijk")
    van_ons = {naam: klasse for naam, klasse in _secties().items() if naam not in EIGEN}
    _zeg_niets_van_een_wijk(environ)
    omgevingsvariabelen.over_heen(ruw, environ, van_ons)
    _als_settings({**ruw, "wijk": {"naam": "x"}}, bestand)  # a mistake in it is not one of each wijk
    wijken = tuple(_lees_wijk(een, ruw) for een in _bestanden(bestand, patronen))
    _eis_verschil(bestand, wijken)
    return wijken


def bestanden(bestand: Path) -> list[Path]:
    """Return where the settings of an installation stand, the main file first, the others in the order of its wijken.

    Raises:
        InvoerFout: as `lees_wijken`.
    """
    return [bestand, *_bestanden(bestand, _lees_toml(bestand).get("wijken", ()))]


def _bestanden(bestand: Path, patronen: Sequence[str]) -> list[Path]:
    gevonden: list[Path] = []
    for patroon in patronen:
        hier = sorted(glob(patroon, root_dir=bestand.parent))  # noqa: PTH207 (a path may be absolute)
        if not hier:
            raise InvoerFout(f"{bestand}: wijken: bij '{patroon}' hoort geen bestand; maak er een per wijk")
        gevonden += [bestand.parent / een for een in hier]
    return list(dict.fromkeys(gevonden))


def _lees_wijk(bestand: Path, van_ons: Mapping[str, Any]) -> Settings:
    ruw, sleutel = _lees_toml(bestand), bestand.stem
    for sectie in ruw:
        if sectie in _secties() and sectie not in EIGEN:
            raise InvoerFout(f"{bestand}: [{sectie}] is van alle wijken samen; zet dit in het hoofdbestand")
    if not _SLEUTEL.fullmatch(sleutel) or sleutel in _BEZET:
        mend = "neem 3 tot 40 kleine letters, cijfers of streepjes, zoals vogelbuurt.toml"
        raise InvoerFout(f"{bestand}: zo kan dit bestand niet heten, want de pagina's heten ook zo; {mend}")
    return _als_settings({**van_ons, **ruw}, bestand, sleutel)


def _eis_verschil(bestand: Path, wijken: Sequence[Settings]) -> None:
    """Refuse two wijken that nobody can tell apart, and clocks that differ: one bot has one night.

    Raises:
        InvoerFout: names the two, and the mend.
    """
    for nummer, een in enumerate(wijken):
        for ander in wijken[:nummer]:
            samen = f"{bestand}: {ander.sleutel}.toml en {een.sleutel}.toml"
            if een.sleutel == ander.sleutel:
                raise InvoerFout(f"{samen} in twee mappen: geef een van de twee een andere naam")
            if _gelezen(een.wijk.naam) == _gelezen(ander.wijk.naam):
                raise InvoerFout(f"{samen}: [wijk] naam: allebei '{een.wijk.naam}'; geef elke wijk een eigen naam")
            if een.wijk.tijdzone != ander.wijk.tijdzone:
                raise InvoerFout(f"{samen}: [wijk] tijdzone: schrijf bij allebei dezelfde; het is één bot")


def _gelezen(naam: str) -> str:
    """Return what people read of a name: another space, capital or way to write é is no other name."""
    return " ".join(unicodedata.normalize("NFKC", naam).casefold().split())


def _zeg_niets_van_een_wijk(environ: Mapping[str, str]) -> None:
    """Refuse a variable of the environment that would hold for every wijk.

    Raises:
        InvoerFout: names it, and the mend.
    """
    for naam in environ:
        if naam.startswith(tuple(f"GEHOORD_{sectie}_".upper() for sectie in EIGEN)):
            raise InvoerFout(f"{naam}: dit is van één wijk; zet het in het bestand van die wijk")


def _secties() -> dict[str, Any]:
    """Return the sections whose values the environment may give, each with its class."""
    return {naam: soort for naam, soort in get_type_hints(Settings).items() if is_dataclass(soort)}

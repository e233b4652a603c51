"""The section [bewaren] of the settings: for how long what is kept stays."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Self


@dataclass(frozen=True)
class Bewaren:
    """How many days things are kept at the most; of which table which one holds: bot.storage.gegevenskaart."""

    na_afsluiting: int = 180
    vragen: int = 180
    hulpvragen: int = 90
    momenten: int = 30
    berichten: int = 90
    nooit_meegedaan: int = 90
    browser: int = 365
    rolgebruik: int = 548

    @classmethod
    def van(cls, dagen: Mapping[str, int]) -> Self:
        """Return the terms that were kept by their names; what is not said is as it is without a word."""
        return cls(**{veld.name: dagen[veld.name] for veld in fields(cls) if veld.name in dagen})

    def bezwaren(self) -> Iterator[str]:
        """Say what cannot be."""
        for veld in fields(self):
            if not 1 <= getattr(self, veld.name) <= 3650:
                yield f"[bewaren] {veld.name}: schrijf een getal van 1 tot 3650, het aantal dagen"

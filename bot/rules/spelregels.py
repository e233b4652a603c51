"""The spelregels: what is counted, out of how many, and the conditions. Not here: the counting itself."""

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from hashlib import sha256
from typing import Any

from bot.config import DrempelInstelling, SpelregelsInstelling
from bot.errors import InvoerFout
from bot.rules.canoniek import canoniek
from bot.rules.drempels import ALS_AFGESPROKEN, OPERATOREN, TELT, Drempel

EENHEDEN = ("bewoners", "huishoudens", "eigenaren")


@dataclass(frozen=True)
class Spelregels:
    """One version of the agreed rules.

    Args:
        eenheid: what is counted: bewoners, huishoudens or eigenaren.
        aantal: out of how many; None takes it from the address list.
        bron: where that number comes from.
        peildatum: the day on which it held.
        deurgesprek_telt: whether who spoke in a conversation at the door or the kitchen table has been heard.
    """

    naam: str
    versie: int
    eenheid: str
    aantal: int | None
    bron: str
    peildatum: date | None
    deurgesprek_telt: bool
    drempels: tuple[Drempel, ...]

    @staticmethod
    def uit(instelling: SpelregelsInstelling) -> "Spelregels":
        """Return the rules that the settings describe.

        Raises:
            InvoerFout: one line that names the setting and the mend.
        """
        return _uit(instelling)

    def telt(self, drempel: str) -> frozenset[str]:
        """Return the kinds of evidence that count for a condition under these rules."""
        ook = (soorten for afspraak, soorten in ALS_AFGESPROKEN[drempel].items() if getattr(self, afspraak))
        return TELT[drempel].union(*ook)

    def als_json(self) -> dict[str, Any]:
        """Return the rules as data: fractions as text, no number as None."""
        return {
            "naam": self.naam,
            "versie": self.versie,
            "eenheid": self.eenheid,
            "aantal": self.aantal,
            "bron": self.bron,
            "peildatum": self.peildatum and self.peildatum.isoformat(),
            "deurgesprek_telt": self.deurgesprek_telt,
            "drempels": [
                {"soort": d.soort, "aandeel": f"{d.aandeel.numerator}/{d.aandeel.denominator}", "operator": d.operator}
                for d in self.drempels
            ],
        }

    def hash(self) -> str:
        """Return the SHA-256 of the canonical rules, as 64 hex digits."""
        return sha256(canoniek(self.als_json()).encode()).hexdigest()


@cache
def _uit(instelling: SpelregelsInstelling) -> Spelregels:
    if instelling.versie < 1:
        raise _fout("versie", instelling.versie, "schrijf 1 of hoger")
    if instelling.eenheid not in EENHEDEN:
        raise _fout("eenheid", instelling.eenheid, f"kies uit {', '.join(EENHEDEN)}")
    if instelling.aantal < 0:
        raise _fout("aantal", instelling.aantal, "schrijf een aantal, of 0 voor dat van de adressenlijst")
    soorten = [deel.soort for deel in instelling.drempels]
    for soort in soorten:
        if soorten.count(soort) > 1:
            raise _fout("drempels", soort, "elke soort mag één keer; haal de tweede weg")
    return Spelregels(
        naam=instelling.naam,
        versie=instelling.versie,
        eenheid=instelling.eenheid,
        aantal=instelling.aantal or None,
        bron=instelling.bron,
        peildatum=instelling.peildatum,
        deurgesprek_telt=instelling.deurgesprek_telt,
        drempels=tuple(_drempel(deel) for deel in instelling.drempels),
    )


def _drempel(instelling: DrempelInstelling) -> Drempel:
    if instelling.soort not in TELT:
        raise _fout("drempels soort", instelling.soort, f"kies uit {', '.join(TELT)}")
    if instelling.operator not in OPERATOREN:
        raise _fout("drempels operator", instelling.operator, "schrijf > (meer dan) of >= (minstens)")
    aandeel = re.fullmatch(r"([0-9]{1,9})/([0-9]{1,9})", instelling.aandeel)
    if not aandeel or not 0 < int(aandeel[1]) <= int(aandeel[2]):
        raise _fout("drempels aandeel", instelling.aandeel, 'schrijf een breuk tussen 0 en 1, zoals "1/2"')
    breuk = Fraction(int(aandeel[1]), int(aandeel[2]))
    if breuk == 1 and instelling.operator == ">":
        raise _fout("drempels aandeel", instelling.aandeel, "meer dan iedereen kan niet; schrijf >= als operator")
    return Drempel(instelling.soort, breuk, instelling.operator)


def _fout(veld: str, waarde: object, mend: str) -> InvoerFout:
    return InvoerFout(f"[spelregels] {veld}: '{waarde}' kan niet; {mend}")

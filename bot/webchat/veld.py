"""What one parameter may hold, and how it is refused; and the limits that more than one module needs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Veld:
    """One parameter or one field of an object.

    Attributes:
        soort: "int", "getal", "str", "bool", "chat", "bestand", "niet", "lijst <soort>", or an object of `OBJECTEN`.
        verplicht: must be given.
        minimum: smallest number, or shortest length.
        maximum: largest number, or greatest length.
        maat: what a length counts: "tekens", "bytes", or "na_opmaak" (checked after the markup is parsed).
        patroon: regular expression that the whole text must match.
        keuze: the allowed texts.
        mist: row of fouten.csv for when it is not given, or points to a file that is not in the form.
        kort: row for what is under the minimum.
        lang: row for what is over the maximum.
        anders: row for what is not in `keuze` or does not match `patroon`.
    """

    soort: str
    verplicht: bool = False
    minimum: int | None = None
    maximum: int | None = None
    maat: str = "tekens"
    patroon: str | None = None
    keuze: frozenset[str] | None = None
    mist: str = "parameter_ontbreekt"
    kort: str = "grens_overschreden"
    lang: str = "grens_overschreden"
    anders: str = ""


TEKST_MAX = 4096
ONDERSCHRIFT_MAX = 1024
FOTO_MAX_BYTES = 10 * 1024 * 1024
UPLOAD_MAX_BYTES = 50 * 1024 * 1024
DOWNLOAD_MAX_BYTES = 20 * 1024 * 1024
STARTCODE = r"[A-Za-z0-9_-]{1,64}"

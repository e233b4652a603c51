"""The file of the municipality's e-form: who said yes to which offer, and when. All of it, or every mistake in it."""

import csv
import io
from datetime import date
from typing import Literal, NamedTuple

from bot.rules.adressen import lees_sleutel
from bot.rules.momenten import MomentOnduidelijk, lees_datum

KOLOMMEN = ("postcode", "huisnummer", "toevoeging", "datum", "aanbod")
GROOTST = 500_000
"""Bytes: a file that is larger holds more than this."""
MEESTE = 2000
"""So many lines are taken at a time: a second person's yes writes them in one go."""
Reden = Literal[
    "leesbaar",
    "kop",
    "leeg",
    "te_veel",
    "velden",
    "adres",
    "datum",
    "onbekend_adres",
    "onbekend_aanbod",
    "dag",
    "ander_huis",
    "huur",
]


class Regel(NamedTuple):
    """One line: the key of an address (`bot.rules.adressen`), the day of the yes, and the name of the offer."""

    nummer: int
    sleutel: str
    dag: date
    aanbod: str


class Fout(NamedTuple):
    """What is wrong with a line; 0 is the whole file."""

    regel: int
    reden: Reden
    wat: str = ""


def lees(inhoud: bytes) -> tuple[list[Regel], list[Fout]]:
    """Read a file with the columns `KOLOMMEN`, separated by semicolons, tabs or commas.

    Returns:
        Its lines and no mistakes; or no lines and each mistake. Which addresses and offers there are, the caller knows.
    """
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        return [], [Fout(0, "leesbaar")]
    eerste = tekst.lstrip("\r\n ").partition("\n")[0]
    scheiding = next((teken for teken in ";\t" if teken in eerste), ",")
    lezer = csv.reader(io.StringIO(tekst, newline=None), delimiter=scheiding, strict=True)
    regels: list[Regel] = []
    fouten: list[Fout] = []
    kop: list[str] | None = None
    nummer = 1
    try:
        for ruw in lezer:
            cellen = [" ".join(cel.split()) for cel in ruw]
            if any(cellen) and kop is None:
                laatste = max(plek for plek, cel in enumerate(cellen) if cel)
                kop = [cel.lower() for cel in cellen[: laatste + 1]]  # a column without a name in between is one too
                if mist := [naam for naam in KOLOMMEN if kop.count(naam) != 1]:
                    return [], [Fout(nummer, "kop", ", ".join(mist))]
            elif any(cellen) and kop is not None:
                gelezen = _lees(nummer, dict(zip(kop, cellen, strict=False)), len(cellen) < len(kop))
                if isinstance(gelezen, Fout):
                    fouten.append(gelezen)
                else:
                    regels.append(gelezen)
            nummer = lezer.line_num + 1
    except csv.Error:
        fouten.append(Fout(nummer, "leesbaar"))
    if len(regels) > MEESTE:
        fouten = [Fout(0, "te_veel", str(MEESTE))]
    if not regels and not fouten:
        fouten = [Fout(0, "leeg")]
    return ([], fouten) if fouten else (regels, [])


def _lees(nummer: int, cellen: dict[str, str], te_kort: bool) -> Regel | Fout:
    if te_kort:
        return Fout(nummer, "velden")
    adres = " ".join(cellen[naam] for naam in ("postcode", "huisnummer", "toevoeging"))
    try:
        sleutel = lees_sleutel(adres)
    except ValueError:
        return Fout(nummer, "adres", adres[:40])
    dag = _dag(cellen["datum"])
    if dag is None:
        return Fout(nummer, "datum", cellen["datum"][:20])
    return Regel(nummer, sleutel, dag, cellen["aanbod"])


def _dag(tekst: str) -> date | None:
    """Return a day such as `2027-02-01`, `1-2-2027` or `1 februari 2027`."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        pass
    try:
        return lees_datum(tekst)
    except MomentOnduidelijk:
        return None

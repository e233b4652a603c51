"""The address list of a wijk: CSV in, addresses or all mistakes out. Opening the file is the caller's work."""

import csv
import difflib
import io
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

VERPLICHT = ("straat", "huisnummer", "toevoeging", "postcode")
OPTIONEEL = ("plaats", "eigendom", "woningtype", "bouwjaar", "volwassenen", "taal", "buurtdeel")


@dataclass(frozen=True)
class Adres:
    """One home. None: not known.

    Args:
        taal: language in which its letter says everything once more.
        buurtdeel: its part of the wijk.
    """

    straat: str
    huisnummer: int
    toevoeging: str
    postcode: str
    eigendom: str | None = None
    woningtype: str | None = None
    bouwjaar: int | None = None
    volwassenen: int | None = None
    plaats: str | None = None
    taal: str | None = None
    buurtdeel: str | None = None

    @property
    def sleutel(self) -> str:
        """Tells homes apart, however they were typed: `3511AB|12|A`."""
        return f"{self.postcode}|{self.huisnummer}|{self.toevoeging.upper().replace(' ', '')}"


def lees_lijst(inhoud: bytes, talen: Sequence[str] = ("nl",)) -> tuple[list[Adres], list[str]]:
    """Read an address list as it was saved; otherwise as `lees_adressen`."""
    try:
        return lees_adressen(inhoud.decode("utf-8-sig"), talen)
    except UnicodeDecodeError as fout:
        return [], [_geen_utf8(inhoud, fout.start)]


def lees_adressen(tekst: str, talen: Sequence[str] = ("nl",)) -> tuple[list[Adres], list[str]]:
    """Read an address list, separated by semicolons, tabs or commas.

    Args:
        talen: codes of the languages in which there are letters.

    Returns:
        The addresses and no mistakes; or no addresses and every mistake as a sentence with line, field and mend.
    """
    velden = {**_VELDEN, "taal": _of_leeg(_taal(talen))}
    scheiding = _scheiding(tekst)
    lezer = csv.reader(io.StringIO(tekst.removeprefix("\ufeff"), newline=None), delimiter=scheiding, strict=True)
    adressen: list[Adres] = []
    fouten: list[str] = []
    eerder: dict[str, int] = {}
    kop: list[str] | None = None
    regel = 1
    try:
        for ruw in lezer:
            cellen = [" ".join(unicodedata.normalize("NFC", cel).split()) for cel in ruw]
            if not any(cellen):
                pass
            elif kop is None:
                kop = [cel.lower() for cel in cellen]
                while not kop[-1]:  # Excel pads
                    kop.pop()
                fouten += _fouten_in_kop(kop, regel)
                if fouten:
                    return [], fouten
            else:
                adres, mis = _lees_rij(kop, cellen, velden)
                if adres is not None and (vorige := eerder.setdefault(adres.sleutel, regel)) != regel:
                    mis.append(f"zelfde adres als op regel {vorige} ({adres.sleutel}); haal een van de twee weg")
                fouten += [f"regel {regel}, {fout}" for fout in mis]
                adressen += [adres] if adres is not None else []
            regel = lezer.line_num + 1
    except csv.Error as fout:
        fouten.append(
            f"regel {regel}: kan dit niet lezen als CSV ({fout}); kijk of er een aanhalingsteken te veel staat"
        )
    if kop is None and not fouten:
        fouten.append(f"het bestand is leeg; zet op de eerste regel: {';'.join(VERPLICHT)}")
    elif not adressen and not fouten:
        fouten.append("er staan geen adressen onder de kop; zet elk adres op een eigen regel")
    return ([], fouten) if fouten else (adressen, [])


def lees_sleutel(getypt: str) -> str:
    """Return the address key of `POSTCODE NUMMER [TOEVOEGING]`, such as `3511 AB 12 A`.

    Raises:
        ValueError: it is not one; the message says what to write instead.
    """
    delen = re.fullmatch(r"\s*(\S{4}\s*[^\W\d]{2})\s+([0-9]{1,5})(?![0-9])(.*)", getypt)
    if delen is None:
        raise ValueError("schrijf postcode, nummer en toevoeging, zoals 3511AB 12 A")
    return Adres(
        "", _getal(1, 99999, "schrijf een huisnummer vanaf 1")(delen[2]), _toevoeging(delen[3]), _postcode(delen[1])
    ).sleutel


def _scheiding(tekst: str) -> str:
    """Return what stands between the columns: what the heading has of it, a comma when it has nothing."""
    kop = tekst.lstrip("\ufeff \r\n").partition("\n")[0]
    return next((teken for teken in ";\t" if teken in kop), ",")


def _geen_utf8(inhoud: bytes, plek: int) -> str:
    """Say where a list holds what is no UTF-8, and how to save it anew."""
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "regel 1: dit is UTF-16 en geen UTF-8; bewaar de lijst als 'CSV UTF-8'"
    voor = inhoud[:plek].decode("cp1252", errors="replace")
    regels = re.split(r"\r\n|\r|\n", voor)
    scheiding = _scheiding(voor)
    kop = [cel.strip().lower() for cel in next((r for r in regels if r.strip()), "").split(scheiding)]
    plaats = regels[-1].count(scheiding)
    veld = kop[plaats] if len(regels) > 1 and plaats < len(kop) else "kop"
    rest = re.split(rb"[\r\n]", inhoud[plek:], maxsplit=1)[0].decode("cp1252", errors="replace")
    cel = (regels[-1] + rest).split(scheiding)[plaats]
    return (
        f"regel {len(regels)}, {veld}: dit is geen UTF-8 (in Windows-1252 zou er '{cel[:40]}' staan); "
        "bewaar de lijst als 'CSV UTF-8'"
    )


def _fouten_in_kop(kop: list[str], regel: int) -> list[str]:
    fouten = []
    for naam in dict.fromkeys(kop):
        if naam not in VERPLICHT + OPTIONEEL:
            raad = difflib.get_close_matches(naam, VERPLICHT + OPTIONEEL, 1)
            mend = f"bedoelt u '{raad[0]}'?" if raad else f"dit kan wel: {', '.join(VERPLICHT + OPTIONEEL)}"
            fouten.append(f"regel {regel}, kop: kolom '{naam}' ken ik niet; {mend}")
        elif kop.count(naam) > 1:
            fouten.append(f"regel {regel}, kop: kolom '{naam}' staat er twee keer; haal er een weg")
    for naam in VERPLICHT:
        if naam not in kop:
            leeg = " (de cellen mogen leeg zijn)" if naam == "toevoeging" else ""
            fouten.append(f"regel {regel}, kop: kolom '{naam}' ontbreekt; voeg die toe{leeg}")
    return fouten


def _lees_rij(
    kop: list[str], cellen: list[str], velden: Mapping[str, Callable[[str], Any]]
) -> tuple[Adres | None, list[str]]:
    while len(cellen) > len(kop) and not cellen[-1]:
        cellen.pop()
    if len(cellen) != len(kop):
        mend = "kijk of er een scheidingsteken te veel of te weinig staat"
        return None, [f"hele regel: {len(cellen)} velden, de kop heeft er {len(kop)}; {mend}"]
    waarden: dict[str, Any] = {}
    fouten = []
    for naam, cel in zip(kop, cellen, strict=True):
        try:
            waarden[naam] = velden[naam](cel)
        except ValueError as fout:
            fouten.append(f"{naam}: '{cel[:40]}' kan niet; {fout}")
    return (None, fouten) if fouten else (Adres(**waarden), [])


def _tekst(tot: int) -> Callable[[str], str]:
    def lees(cel: str) -> str:
        if not 0 < len(cel) <= tot or not cel.isprintable():
            raise ValueError(f"schrijf 1 tot en met {tot} gewone tekens")
        return cel

    return lees


def _getal(van: int, tot: int, mend: str) -> Callable[[str], int]:
    def lees(cel: str) -> int:
        if not re.fullmatch("[0-9]{1,5}", cel) or not van <= int(cel) <= tot:
            raise ValueError(mend)
        return int(cel)

    return lees


def _toevoeging(cel: str) -> str:
    if not re.fullmatch("[A-Za-z0-9 ./-]{0,10}", cel):
        raise ValueError("schrijf hoogstens 10 letters en cijfers, zoals A, bis of 2")
    return cel.strip(" -./")


def _postcode(cel: str) -> str:
    postcode = re.sub(r"\s", "", cel).upper()
    if not re.fullmatch("[1-9][0-9]{3}(?!SA|SD|SS)[A-Z]{2}", postcode):
        raise ValueError("schrijf vier cijfers en twee letters, zoals 3511 AB")
    return postcode


def _eigendom(cel: str) -> str:
    if cel.lower() not in {"koop", "huur"}:
        raise ValueError("schrijf koop of huur, of laat leeg als u het niet weet")
    return cel.lower()


def _taal(talen: Sequence[str]) -> Callable[[str], str]:
    def lees(cel: str) -> str:
        if cel.lower() not in talen:
            raise ValueError(f"schrijf {' of '.join(talen)}, of laat leeg voor alleen Nederlands")
        return cel.lower()

    return lees


def _of_leeg(lees: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda cel: lees(cel) if cel else None


_VELDEN: dict[str, Callable[[str], Any]] = {
    "straat": _tekst(100),
    "huisnummer": _getal(1, 99999, "schrijf alleen het nummer; een letter hoort in toevoeging"),
    "toevoeging": _toevoeging,
    "postcode": _postcode,
    "plaats": _of_leeg(_tekst(80)),
    "eigendom": _of_leeg(_eigendom),
    "woningtype": _of_leeg(_tekst(40)),
    "buurtdeel": _of_leeg(_tekst(40)),
    "bouwjaar": _of_leeg(_getal(1000, 2100, "schrijf een jaar zoals 1974, of laat leeg als u het niet weet")),
    "volwassenen": _of_leeg(_getal(1, 99, "schrijf een getal van 1 tot en met 99, of laat leeg als u het niet weet")),
}

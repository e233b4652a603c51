"""A file of cards, TOML or CSV: all of it, or every mistake in it with card, field and mend. Pure.

TOML has a block `[[kaart]]` per card, with the costs as tables; CSV a line per card, with columns as `eenmalig_van`.
"""

import csv
import difflib
import io
import re
import tomllib
from collections.abc import Collection, Mapping
from dataclasses import fields
from datetime import date
from typing import Any

from bot.errors import InvoerFout
from bot.rules.links import is_link
from bot.rules.momenten import MomentOnduidelijk, lees_datum
from bot.rules.warmtekaarten import (
    BRON_LENGTE,
    GAS,
    KOSTEN,
    MEESTE_EUROS,
    NAAM_LENGTE,
    TEKST_LENGTE,
    TEKSTEN,
    WANNEER_LENGTE,
    Inhoud,
    Kaart,
    Kosten,
)

GROOTST = 200_000
"""Bytes: a file that is larger is no set of cards."""
MEEST_FOUTEN = 15
_DELEN = tuple(veld.name for veld in fields(Kosten))
VELDEN = (
    *("oplossing", "woningtype", "gas", "gas_wanneer"),
    *(f"{soort}_{deel}" for soort in KOSTEN for deel in _DELEN),
    *TEKSTEN,
)
NODIG = ("oplossing", "gas", *(f"{soort}_{deel}" for soort in KOSTEN for deel in _DELEN if deel != "link"))
_EUROS = re.compile(r"[0-9]{1,7}|[0-9]{1,3}(?:\.[0-9]{3}){1,2}")
_LANGST = {"oplossing": NAAM_LENGTE, "gas_wanneer": WANNEER_LENGTE, "woningtype": NAAM_LENGTE}
Cellen = dict[str, str]


class _Fout(Exception):  # noqa: N818 (our errors have Dutch names)
    """A field that cannot be, with its mend."""


def lees(inhoud: bytes, bron: str, woningtypen: Collection[str], vandaag: date) -> list[Kaart]:
    """Return the cards of a file.

    Args:
        bron: what a mistake is said to stand in; a name on `.csv` is CSV, as is what cannot be TOML.
        woningtypen: those of the address list.
        vandaag: no source is of a later day.

    Raises:
        InvoerFout: a line per mistake, which names the card, the field and the mend.
    """
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InvoerFout(f"{bron}: dit is geen tekst; sla het op als UTF-8") from None
    if len(inhoud) > GROOTST:
        raise InvoerFout(f"{bron}: is groter dan {GROOTST} bytes; knip het in stukken")
    is_toml = re.search(r"^\s*\[\[", tekst, re.MULTILINE) is not None
    ruw = _uit_toml(tekst, bron) if is_toml else _uit_csv(tekst, bron)
    if not ruw:
        raise InvoerFout(f"{bron}: er staat geen kaart in; begin met [[kaart]], of met een regel met kolomnamen")
    kaarten: dict[tuple[str, str], Kaart] = {}
    fouten: list[str] = []
    for plek, cellen in ruw:
        try:
            kaart = _kaart(cellen, woningtypen, vandaag)
            if kaart.sleutel in kaarten:
                raise _Fout("oplossing: deze kaart staat er twee keer; haal er een weg")
            kaarten[kaart.sleutel] = kaart
        except _Fout as fout:
            fouten.append(f"{bron}: {plek}: {fout}")
    if fouten:
        raise InvoerFout("\n".join(fouten[:MEEST_FOUTEN]))
    return list(kaarten.values())


def _uit_toml(tekst: str, bron: str) -> list[tuple[str, Mapping[str, Any]]]:
    try:
        ruw = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        raise InvoerFout(f"{bron}: geen geldige TOML ({fout}); vergelijk het met docs/organisatoren.md") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, or a list in a list in a list
        raise InvoerFout(f"{bron}: dit kan ik niet lezen; vergelijk het met docs/organisatoren.md") from None
    blokken = ruw.get("kaart")
    anders = [naam for naam in ruw if naam != "kaart"]
    if anders or not isinstance(blokken, list) or not all(isinstance(blok, dict) for blok in blokken):
        raise InvoerFout(f"{bron}: {(anders or ['kaart'])[0][:40]}: schrijf alleen blokken die met [[kaart]] beginnen")
    return [(f"kaart {n}", _plat(blok)) for n, blok in enumerate(blokken, start=1)]


def _plat(blok: Mapping[str, Any]) -> dict[str, Any]:
    """Return a block with the tables of its costs as fields of their own."""
    cellen: dict[str, Any] = {}
    for naam, waarde in blok.items():
        if naam in KOSTEN and isinstance(waarde, dict):
            cellen |= {f"{naam}_{deel}": wat for deel, wat in waarde.items()}
        else:
            cellen[naam] = waarde
    return cellen


def _uit_csv(tekst: str, bron: str) -> list[tuple[str, Mapping[str, Any]]]:
    eerste = tekst.lstrip("\r\n ").partition("\n")[0]
    scheiding = next((teken for teken in ";\t" if teken in eerste), ",")
    lezer = csv.reader(io.StringIO(tekst, newline=None), delimiter=scheiding, strict=True)
    kop: list[str] = []
    gevonden: list[tuple[str, Mapping[str, Any]]] = []
    try:
        for ruw in lezer:
            cellen = [" ".join(cel.split()) for cel in ruw]
            if any(cellen) and not kop:
                kop = [cel.lower() for cel in cellen]
                if dubbel := sorted({naam for naam in kop if naam and kop.count(naam) > 1}):
                    raise InvoerFout(f"{bron}: regel {lezer.line_num}: kolom '{dubbel[0][:40]}' staat er twee keer")
            elif any(cellen):
                if len(cellen) > len(kop) and any(cellen[len(kop) :]):
                    teken = "puntkomma" if scheiding == ";" else "komma"
                    mend = f"zet tekst met een {teken} erin tussen aanhalingstekens"
                    raise InvoerFout(f"{bron}: regel {lezer.line_num}: er staan meer cellen dan kolommen; {mend}")
                gevonden.append((f"regel {lezer.line_num}", dict(zip(kop, cellen, strict=False)) | {"": ""}))
    except csv.Error:
        mend = "sluit elk aanhalingsteken"
        raise InvoerFout(f"{bron}: regel {lezer.line_num}: deze regel kan ik niet lezen; {mend}") from None
    return gevonden


def _kaart(ruw: Mapping[str, Any], woningtypen: Collection[str], vandaag: date) -> Kaart:
    cellen = {naam: _cel(naam, waarde) for naam, waarde in ruw.items()}
    for naam in cellen:
        if naam and naam not in VELDEN:
            raad = difflib.get_close_matches(naam, VELDEN, 1)
            mend = f"bedoelde u '{raad[0]}'?" if raad else f"dit kan wel: {', '.join(VELDEN)}"
            raise _Fout(f"{naam[:40]}: dit veld ken ik niet; {mend}")
    for naam in NODIG:
        if not cellen.get(naam):
            raise _Fout(f"{naam}: ontbreekt; vul dit veld in")
    gas = cellen["gas"]
    if gas not in GAS:
        raise _Fout(f"gas: '{gas[:40]}' kan niet; kies uit {', '.join(GAS)}")
    wanneer = cellen.get("gas_wanneer", "")
    if (gas == "stopt") != bool(wanneer):
        mend = "zeg wanneer het gas stopt" if gas == "stopt" else "laat dit leeg, want het gas stopt niet"
        raise _Fout(f"gas_wanneer: {mend}")
    velden: dict[str, Any] = {soort: _kosten(soort, cellen, vandaag) for soort in KOSTEN}
    velden |= {naam: cellen.get(naam, "") for naam in TEKSTEN}
    woningtype = _woningtype(cellen.get("woningtype", ""), woningtypen)
    return Kaart(cellen["oplossing"], woningtype, Inhoud(gas, wanneer, **velden))


def _cel(naam: str, waarde: Any) -> str:
    """Return what a field says as text with its white space made single."""
    if isinstance(waarde, bool | float | list | dict) or not isinstance(waarde, str | int | date):
        raise _Fout(f"{naam[:40]}: schrijf een tekst tussen aanhalingstekens, of een heel getal")
    tekst = " ".join(waarde.isoformat().split("T")[0].split() if isinstance(waarde, date) else str(waarde).split())
    langst = _LANGST.get(naam, BRON_LENGTE if naam.endswith("_bron") else TEKST_LENGTE)
    if len(tekst) > langst and not naam.endswith("_link"):
        raise _Fout(f"{naam[:40]}: is {len(tekst)} tekens; maak er hoogstens {langst} van")
    return tekst


def _kosten(soort: str, cellen: Cellen, vandaag: date) -> Kosten:
    van, tot = (_euros(f"{soort}_{deel}", cellen[f"{soort}_{deel}"]) for deel in ("van", "tot"))
    if tot < van:
        raise _Fout(f"{soort}_tot: {tot} is minder dan {van}; wissel ze om")
    link = cellen.get(f"{soort}_link", "")
    if link and not is_link(link):
        raise _Fout(f"{soort}_link: '{link[:40]}' is geen adres van een pagina; schrijf https:// en de rest")
    return Kosten(van, tot, cellen[f"{soort}_bron"], _dag(f"{soort}_dag", cellen[f"{soort}_dag"], vandaag), link)


def _euros(naam: str, tekst: str) -> int:
    if not _EUROS.fullmatch(tekst):
        raise _Fout(f"{naam}: '{tekst[:20]}' is geen bedrag in hele euro's; schrijf het zoals 4500")
    if (bedrag := int(tekst.replace(".", ""))) > MEESTE_EUROS:
        raise _Fout(f"{naam}: {tekst} is te veel voor een huis; schrijf een kleiner bedrag")
    return bedrag


def _dag(naam: str, tekst: str, vandaag: date) -> str:
    try:
        dag = date.fromisoformat(tekst)
    except ValueError:
        try:
            dag = lees_datum(tekst)
        except MomentOnduidelijk:
            raise _Fout(f"{naam}: '{tekst[:20]}' is geen datum; schrijf hem zoals 2027-01-31") from None
    if dag > vandaag:
        raise _Fout(f"{naam}: {dag.isoformat()} moet nog komen; schrijf de dag waarop de bron dit zei")
    return dag.isoformat()


def _woningtype(tekst: str, woningtypen: Collection[str]) -> str:
    if not tekst:
        return ""
    for naam in woningtypen:
        if naam.casefold() == tekst.casefold():
            return naam
    mend = f"kies uit {', '.join(sorted(woningtypen))}, of laat het leeg" if woningtypen else "laat het leeg"
    raise _Fout(f"woningtype: '{tekst}' staat niet op de adressenlijst; {mend}")

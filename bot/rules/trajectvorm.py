"""A process template as text: the canonical JSON that is kept of it, and the TOML in which an organiser adapts one.

In TOML a stage or task of the template needs only its name; what is not written stays as the template has it. A stage
without `na` waits for the block before it. Not here: the words of the catalogs.
"""

import difflib
import json
import re
import tomllib
from dataclasses import replace
from functools import lru_cache
from typing import Any

from bot.errors import InvoerFout
from bot.rules.canoniek import canoniek
from bot.rules.trajecten import TRAJECTEN, WOORDEN, Fase, Taak, Traject, bezwaren
from bot.velden import als_ruw, lees

GROOTST = 64_000
"""Bytes: a file that is larger is no traject."""
MEESTE_FASEN, MEESTE_TAKEN = 20, 30
LENGTE = {"titel": 60, "documentnaam": 60}
"""So many characters has a text at most; any other `LANGSTE`."""
LANGSTE = 300
_SLEUTEL = re.compile("[a-z][a-z0-9_]{0,29}")
_TEKSTEN = (*WOORDEN, "documentnaam")


def naar_json(traject: Traject) -> str:
    """Return canonical JSON of one, without what is empty."""
    return canoniek(_zonder_leeg(als_ruw(traject)))


@lru_cache(16)  # every screen of the traject reads it
def uit_json(tekst: str) -> Traject:
    """Return the one that canonical JSON describes."""
    gelezen: Traject = lees(Traject, json.loads(tekst), "het traject", ())
    return gelezen


def uit_toml(inhoud: bytes, bron: str) -> Traject:
    """Return the template that a TOML file adapts.

    Args:
        bron: what a mistake is said to stand in.

    Raises:
        InvoerFout: one line that names the field and the mend.
    """
    ruw = _ontleed(inhoud, bron)
    sjabloon = ruw.pop("sjabloon", None)
    if sjabloon not in tuple(TRAJECTEN):
        raise InvoerFout(f"{bron}: sjabloon: {sjabloon!r} kan niet; kies uit {', '.join(TRAJECTEN)}")
    basis = TRAJECTEN[sjabloon]
    blokken = ruw.pop("fasen", None)
    if blokken is not None and not (isinstance(blokken, list) and all(isinstance(b, dict) for b in blokken)):
        raise InvoerFout(f"{bron}: fasen hoort uit blokken te bestaan; schrijf [[fasen]] met de velden eronder")
    if not set(ruw) <= {"titel"}:
        onbekend = next(naam for naam in ruw if naam != "titel")
        raise InvoerFout(f"{bron}: {onbekend} ken ik niet; boven de fasen kan dit: sjabloon, titel")
    titel = _tekst(ruw["titel"], "titel", f"{bron}:") if "titel" in ruw else ""
    fasen = basis.fasen
    if blokken is not None:
        if len(blokken) > MEESTE_FASEN:
            raise InvoerFout(f"{bron}: fasen: dit zijn er {len(blokken)}; schrijf er hoogstens {MEESTE_FASEN}")
        fasen = tuple(_fase(basis, blok, n, blokken, bron) for n, blok in enumerate(blokken))
    traject = replace(basis, fasen=fasen, titel=titel)
    for van, veld, mend in bezwaren(traject):
        plek = f"{_plek(bron, van)} {veld}" if van else f"{bron}: {veld}"
        raise InvoerFout(f"{plek}: {mend}")
    return traject


def naar_toml(traject: Traject, zeg: Any) -> str:
    """Return one as TOML to adapt, with the words of the template as comments.

    Args:
        zeg: gives the words of a stage, by its key and their name (`doel`, `taak.<key>`); empty: there are none.
    """
    regels = [f'sjabloon = "{traject.naam}"', '# titel = "Hoe dit traject bij u heet"']
    vorige = ""
    for fase in traject.fasen:
        regels += ["", "[[fasen]]", f'naam = "{fase.naam}"']
        regels += [
            f"# {deel} = {json.dumps(woorden, ensure_ascii=False)}"
            for deel in _TEKSTEN
            if (woorden := zeg(fase.naam, deel))
        ]
        regels += [f"weken = {fase.weken}"]
        if fase.na != ((vorige,) if vorige else ()):
            regels.append(f"na = {_lijst(fase.na)}")
        regels += [
            f'{veld} = "{waarde}"'
            for veld in ("bob", "beslist", "trede", "spoor", "document")
            if (waarde := getattr(fase, veld))
        ]
        regels += [f"publiek = {_lijst(fase.publiek)}"] if fase.publiek else []
        regels += [f"{veld} = true" for veld in ("keuze", "besluit") if getattr(fase, veld)]
        regels += ["taken = ["]
        regels += [f'  "{taak.naam}",  # {zeg(fase.naam, f"taak.{taak.naam}")}' for taak in fase.taken]
        regels += ["]"]
        vorige = fase.naam
    return "\n".join(regels) + "\n"


def _ontleed(inhoud: bytes, bron: str) -> dict[str, Any]:
    if len(inhoud) > GROOTST:
        raise InvoerFout(f"{bron}: dit is te groot voor een traject; schrijf hoogstens {GROOTST} bytes")
    try:
        return tomllib.loads(inhoud.decode())
    except UnicodeDecodeError:
        raise InvoerFout(f"{bron}: dit is geen tekst; sla het op als UTF-8") from None
    except tomllib.TOMLDecodeError as fout:
        raise InvoerFout(f"{bron}: geen geldige TOML ({fout}); begin met: gehoord traject toon") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, or a list in a list in a list
        raise InvoerFout(f"{bron}: dit kan ik niet lezen; begin met: gehoord traject toon") from None


def _fase(basis: Traject, blok: dict[str, Any], n: int, blokken: list[dict[str, Any]], bron: str) -> Fase:
    naam = _sleutel(blok.get("naam"), f"{bron}: [[fasen]] {n + 1} naam")
    plek = _plek(bron, naam)
    bekend = next((fase for fase in basis.fasen if fase.naam == naam), None)
    ruw = dict(blok)
    for veld in _TEKSTEN:
        if veld in ruw:
            ruw[veld] = _tekst(ruw[veld], veld, plek)
    _eis_kloppend(basis, bekend, naam, ruw, plek)
    if "taken" in ruw:
        ruw["taken"] = _taken(bekend, ruw["taken"], plek)
    vorige = blokken[n - 1].get("naam") if n else None
    ruw.setdefault("na", [vorige] if isinstance(vorige, str) else [])
    basisruw = als_ruw(bekend) if bekend else {}
    gelezen: Fase = lees(Fase, {**basisruw, **ruw}, bron, (f"fasen.{naam}",))
    return gelezen


def _eis_kloppend(basis: Traject, bekend: Fase | None, naam: str, ruw: dict[str, Any], plek: str) -> None:
    """Refuse a stage of one's own without words, a document without a name, and a track that there is not."""
    if bekend is None and (mist := next((veld for veld in ("titel", "doel", "weken") if veld not in ruw), None)):
        raad = difflib.get_close_matches(naam, [fase.naam for fase in basis.fasen], 1)
        mend = f"bedoelde u de fase '{raad[0]}'?" if raad else "een eigen fase heeft titel, doel en weken nodig"
        raise InvoerFout(f"{plek} {mist} ontbreekt; {mend}")
    document = ruw.get("document", "")
    if document and "documentnaam" not in ruw and document != (bekend and bekend.document):
        raise InvoerFout(f"{plek} documentnaam ontbreekt; schrijf hoe het document heet")
    if document:
        _sleutel(document, f"{plek} document")
    sporen = ["", *dict.fromkeys(fase.spoor for fase in basis.fasen if fase.spoor)]
    if ruw.get("spoor", "") not in sporen:
        mogelijk = ", ".join(sporen[1:]) or "niets: laat het weg"
        raise InvoerFout(f"{plek} spoor: {ruw['spoor']!r} kan niet; kies uit {mogelijk}")


def _taken(bekend: Fase | None, ruw: Any, plek: str) -> list[dict[str, Any]]:
    if not isinstance(ruw, list) or not all(isinstance(een, str | dict) for een in ruw):
        raise InvoerFout(f"{plek} taken hoort een lijst te zijn; schrijf namen tussen [ en ]")
    if len(ruw) > MEESTE_TAKEN:
        raise InvoerFout(f"{plek} taken: dit zijn er {len(ruw)}; schrijf er hoogstens {MEESTE_TAKEN}")
    van_sjabloon = {taak.naam: taak for taak in bekend.taken} if bekend else dict[str, Taak]()
    taken = []
    for een in ruw:
        deel = {"naam": een} if isinstance(een, str) else dict(een)
        naam = _sleutel(deel.get("naam"), f"{plek} taken naam")
        if "tekst" in deel:
            deel["tekst"] = _tekst(deel["tekst"], f"taken '{naam}' tekst", plek)
        if naam not in van_sjabloon and "tekst" not in deel:
            raad = difflib.get_close_matches(naam, van_sjabloon, 1)
            eigen = f'schrijf een eigen taak als {{ naam = "{naam}", tekst = "…" }}'
            raise InvoerFout(f"{plek} taken: '{naam}' ken ik niet; " + (f"bedoelde u '{raad[0]}'?" if raad else eigen))
        taken.append({**(als_ruw(van_sjabloon[naam]) if naam in van_sjabloon else {}), **deel})
    return taken


def _sleutel(waarde: Any, plek: str) -> str:
    if not isinstance(waarde, str) or not _SLEUTEL.fullmatch(waarde):
        mend = "schrijf een naam van kleine letters, cijfers en _, hoogstens 30 tekens"
        raise InvoerFout(f"{plek}: {waarde!r} kan niet; {mend}" if waarde is not None else f"{plek} ontbreekt; {mend}")
    return waarde


def _tekst(waarde: Any, veld: str, plek: str) -> str:
    hoogstens = LENGTE.get(veld, LANGSTE)
    if not isinstance(waarde, str):
        raise InvoerFout(f"{plek} {veld}: {waarde!r} past hier niet; schrijf een tekst tussen aanhalingstekens")
    schoon = " ".join(waarde.split())
    if not schoon:
        raise InvoerFout(f"{plek} {veld} is leeg; schrijf iets, of haal de regel weg")
    if len(schoon) > hoogstens:
        raise InvoerFout(f"{plek} {veld} heeft {len(schoon)} tekens; schrijf er hoogstens {hoogstens}")
    if not schoon.isprintable():
        raise InvoerFout(f"{plek} {veld}: er staat een teken in dat niemand ziet; typ de tekst opnieuw")
    return schoon


def _plek(bron: str, fase: str) -> str:
    return f"{bron}: [fasen.{fase}]"


def _lijst(namen: tuple[str, ...]) -> str:
    return "[" + ", ".join(f'"{naam}"' for naam in namen) + "]"


def _zonder_leeg(waarde: Any) -> Any:
    if isinstance(waarde, dict):
        return {naam: _zonder_leeg(deel) for naam, deel in waarde.items() if deel not in ("", [], False)}
    return [_zonder_leeg(deel) for deel in waarde] if isinstance(waarde, list) else waarde

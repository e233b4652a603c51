"""Reading a catalog (.po): the forms of each text and how to choose one. What Babel's reader keeps besides (comments,
places) took it ten times as long, at each start for each language; tests hold both against each other.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple

_DEEL = re.compile(r'^(#,.*|msg\S+)(?:[ \t]+"(.*)"[ \t]*((?:\n[ \t]*".*"[ \t]*)*))?$', re.MULTILINE)
"""A line of flags, or a keyword with its text; a long text goes on in the lines under it."""
_TEKEN = re.compile(r'\\([\\trn"])')
_WIT = {"n": "\n", "t": "\t", "r": "\r"}
_MEERVOUD = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;\n]+)")


class Catalogus(NamedTuple):
    """What a file says.

    Args:
        teksten: per key its text, or its plural forms; what waits for a translator or was guessed is not there.
        meervoud: which of those forms a number takes, as gettext writes that.
    """

    teksten: Mapping[str, tuple[str, ...]]
    meervoud: str


def lees(tekst: str) -> Catalogus:
    """Read a file."""
    ingangen = dict(_ingangen(tekst))
    (kop,) = ingangen.pop("", ("",))
    gevonden = _MEERVOUD.search(kop)
    hoeveel, meervoud = (int(gevonden[1]), gevonden[2].strip()) if gevonden else (2, "(n != 1)")
    heel = {sleutel: vormen for sleutel, vormen in ingangen.items() if all(vormen) and len(vormen) in {1, hoeveel}}
    return Catalogus(heel, meervoud)


def _ingangen(tekst: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    vormen: list[str] = []
    sleutel, geraden, straks = "", False, False
    for woord, eerste, verder in _DEEL.findall(tekst):
        if woord == "msgid":
            if vormen and not (geraden and sleutel):
                yield sleutel, tuple(vormen)
            sleutel, vormen = sys.intern(_heel(eerste, verder)), []  # the languages share their keys
            geraden, straks = straks, False
        elif woord.startswith("msgstr"):
            vormen.append(_heel(eerste, verder))
        elif woord.startswith("#,"):
            straks = "fuzzy" in woord
    if vormen and not (geraden and sleutel):
        yield sleutel, tuple(vormen)


def _heel(eerste: str, verder: str) -> str:
    heel = eerste + "".join(deel.strip()[1:-1] for deel in verder.split("\n")) if verder else eerste
    return _TEKEN.sub(lambda teken: _WIT.get(teken[1], teken[1]), heel) if "\\" in heel else heel

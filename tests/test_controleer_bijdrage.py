"""A contribution, as /mijnbijdrage sends it, before both verifiers: whatever is changed, they say the same."""

import hashlib
import hmac
import json
import random
from typing import Any

import pytest

from bot.rules.canoniek import canoniek
from bot.rules.ijkpunt import publiek
from bot.rules.merkle import blad_hash
from tests.eigenlog import NAAM, SLEUTEL, een_boom, een_hoofd, verander
from tests.verifiers import fout_van, oordelen_bijdrage

KENMERK = {"versie": 2, "id": "b" * 22, "soort": "stem_besluit", "vervalt": False}
RECORD = canoniek({**KENMERK, "bewoner": "c" * 22, "onderwerp": "één", "vastlegger": None})
ZEGEL = hmac.digest(bytes(32), RECORD.encode(), hashlib.sha256).hex()
BLAD: dict[str, Any] = {**KENMERK, "log": NAAM, "dag": "2027-01-01", "methode": "knop", "door": "bewoner"}
BLAD |= {"spelregels": 1, "corrigeert": None, "commitment": ZEGEL}
GROOTTE, NUMMER = 11, 6


def bijdrage(blad: str | None = None, **anders: Any) -> dict[str, Any]:
    """Return the file of a leaf among eleven, all well signed."""
    tekst = canoniek(BLAD) if blad is None else blad
    hashes = [blad_hash(tekst.encode() if n == NUMMER else bytes([n])) for n in range(GROOTTE)]
    boom = een_boom(hashes)
    _, hoofd = een_hoofd(GROOTTE, boom.wortel(GROOTTE))
    pad = [stap.hex() for stap in boom.insluiting(NUMMER, GROOTTE)]
    vast = {"versie": 1, "nummer": NUMMER, "grootte": GROOTTE, "blad": tekst, "pad": pad, "ijkpunt": hoofd.decode()}
    return {**vast, "sleutel": "00" * 32, "record": RECORD, **anders}


def oordeel(data: Any, sleutel: bytes = SLEUTEL, bewaard: list[tuple[str, bytes]] | None = None) -> str:
    inhoud = data if isinstance(data, bytes) else json.dumps(data, ensure_ascii=False).encode()
    return fout_van(oordelen_bijdrage(inhoud, sleutel, bewaard or [])[0])


GOED = bijdrage()
RUW = json.dumps(GOED).encode()
ANDERS: dict[str, tuple[Any, str]] = {
    "as it was sent": (GOED, ""),
    "with escapes": (RUW, ""),
    "another version": (bijdrage(versie=2), "bijdrage"),
    "true is not one": (bijdrage(versie=True), "bijdrage"),
    "the number of the neighbour": (bijdrage(nummer=NUMMER ^ 1), "wortel"),
    "a number beyond the log": (bijdrage(nummer=GROOTTE), "bijdrage"),
    "a number before it": (bijdrage(nummer=-1), "bijdrage"),
    "another size": (bijdrage(grootte=GROOTTE + 1), "bijdrage"),
    "a size of a thousand digits": (bijdrage(grootte=10**1000), "bijdrage"),
    "a step too few": (bijdrage(pad=GOED["pad"][:-1]), "wortel"),
    "a step too many": (bijdrage(pad=[*GOED["pad"], "0" * 64]), "wortel"),
    "no steps": (bijdrage(pad=[]), "wortel"),
    "another step": (bijdrage(pad=["0" * 64, *GOED["pad"][1:]]), "wortel"),
    "a step in capitals": (bijdrage(pad=[GOED["pad"][0].upper(), *GOED["pad"][1:]]), "bijdrage"),
    "ten thousand steps": (bijdrage(pad=["0" * 64] * 10_000), "wortel"),
    "another leaf": (GOED | {"blad": canoniek(BLAD | {"methode": "brief"})}, "wortel"),
    "another key": (bijdrage(sleutel="11" * 32), "bijdrage"),
    "no key": (bijdrage(sleutel=None, record=None), "bijdrage"),
    "another record": (bijdrage(record=RECORD.replace("één", "een")), "bijdrage"),
    "another day under the head": (bijdrage(ijkpunt=GOED["ijkpunt"].replace("2027", "2028")), "ijkpunt"),
    "half a character": (RUW.replace(b'"record": "', b'"record": "\\ud800'), "bijdrage"),
    "half a character in a leaf": (RUW.replace(b'"blad": "', b'"blad": "\\ud800'), "bijdrage"),
    "a field twice": (RUW.replace(b"{", b'{"versie": 1, ', 1), "bijdrage"),
    "a field too many": (bijdrage(meer=1), "bijdrage"),
    "a byte order mark": (b"\xef\xbb\xbf" + RUW, "bijdrage"),
    "no UTF-8": (RUW.replace(b"knop", b"\xff"), "bijdrage"),
    "nothing": (b"", "bijdrage"),
    "a list": (b"[]", "bijdrage"),
    "a list in a list in a list": (b"[" * 10**6, "bijdrage"),
    "a number of five thousand digits": (RUW.replace(b'"grootte": 11', b'"grootte": ' + b"1" * 5000), "bijdrage"),
}


@pytest.mark.parametrize("wat", ANDERS)
def test_a_file_holds_as_it_was_sent_and_not_when_it_says_something_else(wat: str) -> None:
    data, fout = ANDERS[wat]
    assert oordeel(data) == fout


@pytest.mark.parametrize(
    ("blad", "fout"),
    [
        (canoniek(BLAD | {"log": "B" * 22}), "blad"),
        (canoniek(BLAD | {"soort": "stem\nAlles klopt"}), "blad"),
        (canoniek(BLAD | {"soort": []}), "blad"),
        (canoniek(BLAD | {"dag": "1 januari"}), "blad"),
        (canoniek(BLAD | {"commitment": None}), "bijdrage"),
        (canoniek(BLAD | {"commitment": "é"}), "bijdrage"),
        (canoniek(BLAD | {"soort": "aanwezig"}), "bijdrage"),
        (canoniek(BLAD | {"vervalt": True}), "bijdrage"),
        (canoniek(BLAD).replace(":", ": ", 1), "blad"),
        ("[]", "blad"),
        ("[" * 5000, "blad"),
    ],
)
def test_a_leaf_that_stands_in_the_log_but_says_something_else_than_the_record_is_found(blad: str, fout: str) -> None:
    assert oordeel(bijdrage(blad)) == fout


def test_the_head_is_compared_with_those_that_one_holds() -> None:
    zelfde, ander = ("mijn.txt", GOED["ijkpunt"].encode()), een_hoofd(GROOTTE, bytes(32))
    assert oordeel(GOED, bewaard=[zelfde, een_hoofd(3, bytes(32))]) == ""
    assert oordeel(GOED, bewaard=[zelfde, ander]) == "wortel"
    assert oordeel(GOED, bewaard=[("mijn.txt", b"")]) == "ijkpunt"
    assert oordeel(GOED, f"{publiek(NAAM, b'x' * 32).tekst()}\n".encode()) == "ijkpunt"
    assert oordeel(GOED, b"") == "sleutel"


def schud(hoeveel: int, zaad: int) -> dict[str, int]:
    """Change any value of the file, its leaf or its record, with a proof that fits the leaf."""
    toeval, gevonden = random.Random(zaad), dict.fromkeys(("", "bijdrage", "wortel", "blad"), 0)
    for _ in range(hoeveel):
        anders = toeval.randrange(3)
        if anders == 0:
            data: Any = verander(toeval, GOED)
        elif anders == 1:
            data = bijdrage(json.dumps(verander(toeval, BLAD), sort_keys=True, separators=(",", ":")))
        else:
            record = json.dumps(verander(toeval, json.loads(RECORD)), sort_keys=True, separators=(",", ":"))
            zegel = hmac.digest(bytes(32), record.encode(), hashlib.sha256).hex()
            data = bijdrage(canoniek(BLAD | {"commitment": zegel}), record=record)
        fout = oordeel(data)
        gevonden[fout] = gevonden.get(fout, 0) + 1
    return gevonden


def test_whatever_is_changed_in_a_file_both_say_the_same() -> None:
    assert min(schud(60, 20270320).values()) > 0


@pytest.mark.zwaar
def test_ten_thousand_changed_files_are_judged_alike() -> None:
    print(f"seed 20270321: {schud(10_000, 20270321)}")

"""What who holds the key may try: logs that are signed well, and say what the agreed rules do not give."""

import base64
import random
from dataclasses import replace
from datetime import date
from itertools import combinations
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from bot.rules import spelregels as agreed
from bot.rules.drempels import DREMPELS, TELBAAR
from bot.rules.ijkpunt import Sleutel
from tests import eigenlog
from tests.eigenlog import GOED, Blad, een_hoofd, log_met, log_van, met_12, spelregels, stand, tellen, uitslag
from tests.logmaker import Log
from tests.verifiers import fout_van, oordelen

VAN_40 = spelregels(regels={"aantal": 40})
LOTING: Blad = {"soort": "loting", "dag": "2027-01-01", "zetel": "z" * 22, "kandidaten": ["a" * 22, "b" * 22]}
LEEG: Blad = {"soort": "uitslag", "spelregels": 0, "hash": "0" * 64, "waarvoor": "rapport", "dag": "2027-01-01"}
LEEG |= {"met_staf": [], "zonder_staf": [], "commitment": "0" * 64}


def oordeel(log: Log, bewaard: list[tuple[str, bytes]] | None = None) -> str:
    return fout_van(oordelen(log, log.sleutel, bewaard or [])[0])


def af(met: Blad | None = None) -> Blad:
    """The outcome by which it was closed."""
    return uitslag(met or stand(None), waarvoor="afsluiting")


def tweede() -> Blad:
    return spelregels(regels={"versie": 2}) | {"spelregels": 2}


def diep(lagen: int) -> Any:
    return {"a": diep(lagen - 1)} if lagen else 1


BLADEN: dict[str, tuple[list[Blad], str]] = {
    "nothing strange": ([GOED], ""),
    "an outcome of a concept": ([LEEG, GOED], ""),
    "an outcome that hides behind version 0": ([GOED, LEEG], "uitslag"),
    "two interim ones, the last, and someone more": ([LEEG, GOED, uitslag(stand(None)), af(), *tellen(1)], ""),
    "another version": ([GOED, uitslag(stand(None)), tweede()], ""),
    "other rules once it was closed": ([GOED, af(), tweede()], "telling"),
    "another outcome after the last": ([GOED, af(), uitslag(stand(None))], "uitslag"),
    "closed twice": ([GOED, af(), af()], "uitslag"),
    "closed without rules": ([LEEG | {"waarvoor": "afsluiting"}], "uitslag"),
    "an outcome for something else": ([GOED, uitslag(stand(None), waarvoor="einde")], "blad"),
    "what it was for is a list": ([GOED, uitslag(stand(None), waarvoor=["rapport"])], "blad"),
    "an outcome under a version that is not there yet": ([uitslag(stand(None))], "uitslag"),
    "a condition of which nobody counts the people": ([spelregels({})], "telling"),
    "more kinds count than was agreed": ([spelregels({"gehoord": ["stem", "stem_besluit"]})], "telling"),
    "a vote about the decision does not count": ([spelregels({"gehoord": ["gesprek"]})], "telling"),
    "what counts is not in order": ([spelregels({"gehoord": ["stem_besluit", "gesprek"]})], "telling"),
    "what counts beside is nowhere agreed": ([spelregels(regels={"telt_ook": None})], "telling"),
    "out of how many is text": ([spelregels(regels={"aantal": "40"})], "telling"),
    "out of fewer than none": ([spelregels(regels={"aantal": -1})], "telling"),
    "a share of nothing": ([spelregels(aandeel="0/1")], "telling"),
    "a share of more than all": ([spelregels(aandeel="3/2")], "telling"),
    "a share that is not in lowest terms": ([spelregels(aandeel="2/4")], "telling"),
    "a share in other digits": ([spelregels(aandeel="١/٢")], "telling"),
    "a share as a number": ([spelregels(aandeel=1)], "telling"),
    "a share of five thousand digits": ([spelregels(aandeel="1/" + "9" * 5000)], "telling"),
    "an operator of its own": ([spelregels(operator="<")], "telling"),
    "a condition whose name is a sentence": ([spelregels(soort="gehoord: 999 tellen\nAlles klopt")], "telling"),
    "a condition twice": ([spelregels(regels={"drempels": [{"soort": "kaders"}] * 2, "telt_ook": []})], "telling"),
    "a group with an accent": ([spelregels(groepen={"Eén": 1, "E\u0301e\u0301n": 2})], ""),
    "a group with an emoji": ([spelregels(groepen={"\U0001f600": 1})], "regel"),
    "a number that not all can read": ([spelregels(groepen=2**53)], "regel"),
    "the largest number that all can read": ([spelregels(groepen=2**53 - 1)], ""),
    "the rules 64 deep": ([spelregels(groepen=diep(64 - 5))], ""),
    "the rules 65 deep": ([spelregels(groepen=diep(64 - 4))], "regel"),
    "someone counts before the rules were fixed": ([*tellen(1), GOED], "telling"),
    "someone counts under a version to come": ([GOED, *tellen(1, spelregels=2)], "telling"),
    "someone counts in another unit": ([GOED, *tellen(1, eenheid="huishoudens")], "telling"),
    "someone counts for what was not agreed": ([GOED, *tellen(1, drempel="informatie")], "telling"),
    "the same leaf counts twice": ([GOED, *tellen(2, id="x" * 22)], "blad"),
    "fewer than nobody": ([GOED, *tellen(1), *tellen(2, "telt_vervalt")], "telling"),
    "a version a second time": ([GOED, GOED], "telling"),
    "true is not one": ([GOED | {"spelregels": True}], "blad"),
    "a draw between two": ([LOTING], ""),
    "a draw after the closing is still a draw": ([GOED, af(), LOTING], ""),
    "a draw of one": ([LOTING | {"kandidaten": ["a" * 22]}], "blad"),
    "a candidate twice": ([LOTING | {"kandidaten": ["a" * 22] * 2}], "blad"),
    "candidates in another order": ([LOTING | {"kandidaten": ["b" * 22, "a" * 22]}], "blad"),
    "a candidate with a name": ([LOTING | {"kandidaten": ["Anna", "b" * 22]}], "blad"),
    "candidates that are none": ([LOTING | {"kandidaten": {"a" * 22: 1, "b" * 22: 2}}], "blad"),
    "candidates of which some is a list": ([LOTING | {"kandidaten": ["a" * 22, []]}], "blad"),
    "a draw on no day": ([LOTING | {"dag": "2027-02-30"}], "blad"),
    "a draw for no seat": ([LOTING | {"zetel": None}], "blad"),
    "a draw with its outcome": ([LOTING | {"uitslag": "a" * 22}], "blad"),
    "more than half": (met_12(stand(12, 20, "gehaald")), ""),
    "one more than the log counts": (met_12(stand(13, 20, "gehaald")), "uitslag"),
    "a verdict that is not so": (met_12(stand(12, 30, "gehaald")), "uitslag"),
    "a verdict of exactly half": (met_12(stand(12, 24, "gehaald")), "uitslag"),
    "an operator that was not agreed": (met_12(stand(12, 24, "gehaald", operator=">=", nodig=0)), "uitslag"),
    "a share that was not agreed": (met_12(stand(12, 30, "gehaald", drempel="1/3", nodig=0)), "uitslag"),
    "fewer are needed": (met_12(stand(12, 40, "niet_gehaald", nodig=1)), "uitslag"),
    "more count than the bounds allow": (met_12(stand(12, 20, "gehaald", bovengrens=11)), "uitslag"),
    "a denominator of less than nothing": (met_12(stand(12, 20, "gehaald", noemer_laag=-1)), "blad"),
    "numbers as text": (met_12(stand(12, 20, "gehaald") | {"noemer": "20"}), "blad"),
    "some of the numbers": (met_12(stand(12, 20, "gehaald", nodig=None)), "blad"),
    "the agreed denominator": (met_12(stand(12, 40, "niet_gehaald"), van=VAN_40), ""),
    "another denominator than agreed": (met_12(stand(12, 20, "gehaald"), van=VAN_40), "uitslag"),
    "a lower bound below what was agreed": (
        met_12(stand(12, 40, noemer_laag=12, bovengrens=40), van=VAN_40),
        "uitslag",
    ),
    "no numbers though people count": (met_12(stand(None, verdict="gehaald")), "uitslag"),
    "without staff another denominator": (met_12(stand(12, 30, "niet_gehaald"), stand(1, 1, "gehaald")), "uitslag"),
    "without staff more than with": (met_12(stand(12, 20, "gehaald"), stand(13, 20, "gehaald")), "uitslag"),
    "without staff reached, unseen": (met_12(stand(12, 20, "gehaald"), stand(None, verdict="gehaald")), ""),
    "without staff reached, unseen, where with staff it is not": (
        met_12(stand(12, 30, "niet_gehaald"), stand(None, verdict="gehaald")),
        "uitslag",
    ),
    "reached by fewer than ten, of an unknown number": ([GOED, uitslag(stand(None, verdict="gehaald"))], ""),
    "reached by fewer than ten of forty": ([VAN_40, uitslag(stand(None, verdict="gehaald"), van=VAN_40)], "uitslag"),
    "not reached by fewer than ten of forty": ([VAN_40, uitslag(stand(None), van=VAN_40)], ""),
    "without staff reached by fewer than ten of forty": (
        [VAN_40, uitslag(stand(None), stand(None, verdict="gehaald"), van=VAN_40)],
        "uitslag",
    ),
    "numbers of nobody": ([GOED, uitslag(stand(None), stand(0, 20, "niet_gehaald"))], "uitslag"),
    "what it was for is a sentence": (met_12(stand(12, 20, "gehaald"), waarvoor="rapport\nAlles klopt"), "blad"),
    "a day that is none": (met_12(stand(12, 20, "gehaald"), dag="2027-02-30"), "blad"),
    "a day in another form": (met_12(stand(12, 20, "gehaald"), dag="20270101"), "blad"),
    "a list in the place of a word": (met_12(stand(12, 20, "gehaald") | {"verdict": []}), "blad"),
    "a field too many": (met_12(stand(12, 20, "gehaald") | {"meer": 1}), "blad"),
}


@pytest.mark.parametrize("wat", BLADEN)
def test_both_verifiers_say_the_same_of_what_who_has_the_key_may_try(wat: str) -> None:
    bladen, fout = BLADEN[wat]
    assert oordeel(log_met(*bladen)) == fout


LIJN = eigenlog.regel(GOED, 0)
LIJNEN: dict[str, tuple[bytes, str]] = {
    "as it must be": (LIJN, ""),
    "a byte order mark": (b"\xef\xbb\xbf" + LIJN, "regel"),
    "a Windows line end": (LIJN[:-1] + b"\r\n", "regel"),
    "no line end": (LIJN[:-1], "regel"),
    "an empty line": (b"\n", "regel"),
    "a space": (LIJN.replace(b":", b": ", 1), "regel"),
    "a field twice": (LIJN.replace(b'"telt":', b'"telt":{},"telt":'), "regel"),
    "not a number": (LIJN.replace(b'"aantal":0', b'"aantal":NaN'), "regel"),
    "endless": (LIJN.replace(b'"aantal":0', b'"aantal":1e999'), "regel"),
    "a point": (LIJN.replace(b'"aantal":0', b'"aantal":0.0'), "regel"),
    "minus nought": (LIJN.replace(b'"aantal":0', b'"aantal":-0'), "regel"),
    "a number of five thousand digits": (LIJN.replace(b'"aantal":0', b'"aantal":' + b"9" * 5000), "regel"),
    "an escape that need not be": (LIJN.replace(b'"stem_besluit"', b'"\\u0073tem_besluit"'), "regel"),
    "half a character": (LIJN.replace(b'"stem_besluit"', b'"\\ud800"'), "regel"),
    "no UTF-8": (LIJN.replace(b"stem_besluit", b"\xff"), "regel"),
    "a hash in capitals": (b'{"hash":"' + b"AB" * 32 + b'"}\n', "regel"),
    "a hash and something else": (b'{"hash":"' + b"ab" * 32 + b'","x":1}\n', "regel"),
    "no object": (b"null\n", "regel"),
    "a leaf that is no object": (b'{"blad":[]}\n', "regel"),
    "a leaf that says nothing": (b'{"blad":{}}\n', "blad"),
    "a kind that is a list": (b'{"blad":{"soort":[]}}\n', "blad"),
}


@pytest.mark.parametrize("wat", LIJNEN)
def test_a_line_is_written_in_one_way_only(wat: str) -> None:
    lijn, fout = LIJNEN[wat]
    assert oordeel(log_van([lijn])) == fout


def test_neither_verifier_breaks_on_a_list_in_a_list_in_a_list() -> None:
    log = log_met(GOED)
    for diepte in (50, 500, 990, 2000, 10**6):
        lijn = b'{"blad":' + b"[" * diepte + b"]" * diepte + b"}\n"
        assert oordeel(replace(log, regels=[lijn])) == "regel"


def test_heads_of_one_size_have_one_root_and_a_kept_one_is_not_beyond_the_log() -> None:
    log, anders = log_met(GOED, *tellen(3)), log_met(GOED, *tellen(2), GOED)
    (echt,), (ander,) = log.hoofden.items(), anders.hoofden.items()
    later = {"4-2027-01-02.txt": een_hoofd(4, b"x" * 32, date(2027, 1, 2))[1]}

    assert oordeel(log, [ander]) == "wortel"
    assert oordeel(replace(log, hoofden=log.hoofden | later)) == "wortel"
    assert oordeel(replace(log, regels=log.regels[:2]), [ander]) == "einde"  # both say four, and there are two
    assert oordeel(log, [een_hoofd(9, b"x" * 32)]) == "einde"
    assert oordeel(log, [een_hoofd(0, b"x" * 32)]) == "wortel"
    assert oordeel(log_van([])) == ""
    assert oordeel(replace(log, hoofden={})) == "ijkpunt"
    assert oordeel(replace(log, hoofden=dict([echt, een_hoofd(2, b"x" * 32, date(2027, 3, 1))]))) == "ijkpunt"


GETUIGE = "\N{EM DASH} getuige AAAA\n".encode()


@pytest.mark.parametrize(
    ("van", "naar", "fout"),
    [
        (b"", b"", ""),
        (b"$", GETUIGE, ""),
        (b"$", b"\xe2\x80\x94 get\xffuige AAAA\n", "ijkpunt"),  # no UTF-8, in the line of another
        (b"$", GETUIGE[:-1], "ijkpunt"),
        (b"$", b"\n", "ijkpunt"),
        (b"$", GETUIGE.replace(b"AAAA", b"===="), "ijkpunt"),
        (b"\ndag ", b"\r\ndag ", "ijkpunt"),
        (b"dag 2027-01-01", b"dag 2027-02-30", "ijkpunt"),
        (b"\n1\n", b"\n01\n", "ijkpunt"),
        (b"A" * 22 + b"\n", b"\xef\xbb\xbf" + b"A" * 22 + b"\n", "ijkpunt"),
    ],
)
def test_both_read_a_head_the_same_way(van: bytes, naar: bytes, fout: str) -> None:
    log = log_met(GOED)
    ((naam, hoofd),) = log.hoofden.items()
    anders = hoofd + naar if van == b"$" else hoofd.replace(van, naar, 1)
    assert oordeel(replace(log, hoofden={naam: anders})) == fout


ORDE = 2**252 + 27742317777372353535851937790883648493
PRIEM = 2**255 - 19
GEEN_SLEUTEL = {
    "the neutral point": (1).to_bytes(32, "little"),
    "of order two": (PRIEM - 1).to_bytes(32, "little"),
    "of order four": bytes(32),
    "of order four, the other": bytes(31) + b"\x80",
    "of order eight": bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05"),
    "of order eight, the other": bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa"),
    "not on the curve": (2).to_bytes(32, "little"),
    "written in a second way": (PRIEM + 3).to_bytes(32, "little"),
    "minus nought": (1).to_bytes(31, "little") + b"\x80",
}


@pytest.mark.parametrize("wat", GEEN_SLEUTEL)
def test_a_key_under_which_one_signature_fits_many_texts_is_none(wat: str) -> None:
    log = log_met(GOED)
    sleutel = f"{Sleutel(eigenlog.NAAM, GEEN_SLEUTEL[wat]).tekst()}\n".encode()
    assert fout_van(oordelen(log, sleutel, [])[0]) == "sleutel"


def test_many_keys_and_signatures_are_judged_alike() -> None:
    """Random ones, good and spoilt; a signature that was made another (S plus the order, R anew) is none."""
    toeval = random.Random(5)
    log = log_met(GOED)
    ((naam, hoofd),) = log.hoofden.items()
    tekst, _, regel = hoofd.decode().partition("\n\n")
    ruw = base64.b64decode(regel.split(" ")[2])
    s = int.from_bytes(ruw[36:], "little")
    anders = [ruw[:36] + (s + ORDE).to_bytes(32, "little"), ruw[:36] + bytes(32), ruw[:4] + bytes(64), ruw[:-1]]
    anders += [ruw[:4] + (PRIEM + 1).to_bytes(32, "little") + ruw[36:], ruw + b"\0"]
    anders += [ruw[:4] + toeval.randbytes(64) for _ in range(5)]
    for ander in anders:
        notitie = f"{tekst}\n\n\N{EM DASH} {log.naam} {base64.b64encode(ander).decode()}\n"
        assert oordeel(replace(log, hoofden={naam: notitie.encode()})) == "ijkpunt"
    for _ in range(40):
        sleutel = f"{Sleutel(log.naam, toeval.randbytes(32)).tekst()}\n".encode()
        assert fout_van(oordelen(log, sleutel, [])[0]) in {"sleutel", "ijkpunt"}
    for _ in range(3):
        echt = Ed25519PrivateKey.from_private_bytes(toeval.randbytes(32)).public_key().public_bytes_raw()
        assert fout_van(oordelen(log, f"{Sleutel(log.naam, echt).tekst()}\n".encode(), [])[0]) == "ijkpunt"


@pytest.mark.parametrize(
    "ruw", [b"", b"\xff", b"\n", b"a+b+c\n", b"A" * 22 + b"+00000000+AAAA\n", eigenlog.SLEUTEL * 2]
)
def test_what_is_no_key_is_said_so(ruw: bytes) -> None:
    for anders in (ruw, ruw.replace(b"\n", b"\r\n"), eigenlog.SLEUTEL[:-1], b" " + eigenlog.SLEUTEL):
        assert fout_van(oordelen(log_met(GOED), anders, [])[0]) == "sleutel"


def test_the_page_says_of_each_condition_that_counts_people_what_always_counts() -> None:
    """What the rules give is what the verifiers take, whatever may count beside it."""
    ook = sorted(set().union(*(DREMPELS[soort].MAG_TELLEN for soort in TELBAAR)))
    for n in range(len(ook) + 1):
        for deze in combinations(ook, n):
            regels = agreed.Spelregels(versie=1, telt_ook=deze)
            telt = {soort: sorted(regels.telt(soort)) for soort in TELBAAR}
            blad = spelregels(telt, regels=regels.als_json())
            assert oordeel(log_met(blad)) == ""

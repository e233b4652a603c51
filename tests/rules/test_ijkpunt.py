"""Heads of the log: what is signed reads back, and nothing else does."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.ijkpunt import Ijkpunt, OngeldigIjkpunt, Sleutel, lees, publiek, teken

GEHEIM = bytes(range(32))
LOG = "gehoord/Vogelbuurt1234567890ab"
SLEUTEL = publiek(LOG, GEHEIM)
IJKPUNT = Ijkpunt(LOG, 207, bytes(reversed(range(32))), date(2027, 3, 1))
NOTITIE = teken(IJKPUNT, GEHEIM)


@given(st.integers(0, 10**12), st.binary(min_size=32, max_size=32), st.dates(), st.binary(min_size=32, max_size=32))
def test_what_is_signed_reads_back(grootte: int, wortel: bytes, dag: date, geheim: bytes) -> None:
    ijkpunt = Ijkpunt(LOG, grootte, wortel, dag)
    sleutel = Sleutel.lees(publiek(LOG, geheim).tekst())
    assert lees(teken(ijkpunt, geheim), sleutel) == ijkpunt


def test_a_head_is_a_checkpoint_in_a_signed_note() -> None:
    regels = NOTITIE.split("\n")
    assert regels[:5] == [LOG, "207", "Hx4dHBsaGRgXFhUUExIREA8ODQwLCgkIBwYFBAMCAQA=", "dag 2027-03-01", ""]
    assert regels[5].startswith(f"— {LOG} ")
    assert regels[6:] == [""]


def test_the_key_line_of_the_signed_note_specification_reads() -> None:
    """The example of the specification, also in Go's package sumdb/note."""
    regel = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    assert Sleutel.lees(regel).tekst() == regel


@pytest.mark.parametrize("plek", range(len(NOTITIE)))
def test_a_change_of_any_character_is_found(plek: int) -> None:
    anders = "a" if NOTITIE[plek] != "a" else "b"
    with pytest.raises(OngeldigIjkpunt):
        lees(NOTITIE[:plek] + anders + NOTITIE[plek + 1 :], SLEUTEL)


def test_a_head_by_another_key_or_of_another_log_is_refused() -> None:
    with pytest.raises(OngeldigIjkpunt, match="did not sign"):
        lees(teken(IJKPUNT, bytes(32)), SLEUTEL)
    with pytest.raises(OngeldigIjkpunt, match="not a head of this log"):
        lees(NOTITIE, publiek("gehoord/ander", GEHEIM))


def test_a_witness_may_sign_too() -> None:
    assert lees(NOTITIE + "— getuige dGVzdA==\n", SLEUTEL) == IJKPUNT


@pytest.mark.parametrize(
    "regel", ["", "naam", "naam+00+AA", SLEUTEL.tekst()[:-4], SLEUTEL.tekst().replace("+", "-", 1)]
)
def test_a_line_that_is_no_key_is_refused(regel: str) -> None:
    with pytest.raises(OngeldigIjkpunt):
        Sleutel.lees(regel)

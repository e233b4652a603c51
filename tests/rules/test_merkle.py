"""The tree over the leaves of a log: its roots and proofs, against the definition and against what is wrong."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.merkle import LEEG, Boom, Groei, blad_hash, knoop_hash, wortel, wortel_uit_insluiting
from tests.eigenlog import een_boom

MEEST = 40
BLADEN = [blad_hash(bytes([n])) for n in range(MEEST)]
BOOM = een_boom(BLADEN, stap=2)


def volgens_de_rfc(bladen: list[bytes]) -> bytes:
    """MTH of RFC 9162, 2.1.1, as it stands there."""
    if not bladen:
        return sha256(b"").digest()
    if len(bladen) == 1:
        return bladen[0]
    k = max(2**i for i in range(len(bladen)) if 2**i < len(bladen))
    return knoop_hash(volgens_de_rfc(bladen[:k]), volgens_de_rfc(bladen[k:]))


@pytest.mark.parametrize("grootte", range(MEEST + 1))
def test_the_root_is_that_of_the_rfc_in_each_way_of_computing_it(grootte: int) -> None:
    assert volgens_de_rfc(BLADEN[:grootte]) == wortel(BLADEN[:grootte]) == BOOM.wortel(grootte)


def test_the_known_answers_of_certificate_transparency() -> None:
    ct = [bytes.fromhex(b) for b in ("", "00", "10", "2021", "3031", "40414243", "5051525354555657")]
    assert LEEG.hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
    assert wortel([blad_hash(ct[0])]).hex() == "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    assert wortel(map(blad_hash, ct[:2])).hex() == "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"


@given(st.integers(0, MEEST), st.integers(0, MEEST))
def test_a_tree_goes_on_from_its_peaks(eerst: int, daarna: int) -> None:
    boom = Groei()
    for blad in BLADEN[:eerst]:
        boom.voeg_toe(blad)
    verder = Groei(boom.grootte, boom.toppen)
    for blad in BLADEN[eerst : max(eerst, daarna)]:
        verder.voeg_toe(blad)
    assert verder.wortel() == BOOM.wortel(max(eerst, daarna))


def test_peaks_that_do_not_fit_the_size_are_refused() -> None:
    with pytest.raises(ValueError, match="2 peaks, not 1"):
        Groei(5, [LEEG])


@pytest.mark.parametrize("grootte", range(1, MEEST + 1))
def test_each_leaf_is_proved_and_at_no_other_number_or_size(grootte: int) -> None:
    for nummer in range(grootte):
        pad = BOOM.insluiting(nummer, grootte)
        assert wortel_uit_insluiting(BLADEN[nummer], nummer, grootte, pad) == BOOM.wortel(grootte)
        for ander in range(grootte):
            if ander != nummer:
                assert wortel_uit_insluiting(BLADEN[nummer], ander, grootte, pad) != BOOM.wortel(grootte)
        assert wortel_uit_insluiting(BLADEN[nummer], nummer, grootte, [*pad, LEEG]) != BOOM.wortel(grootte)
        if pad:
            assert wortel_uit_insluiting(BLADEN[nummer], nummer, grootte, pad[:-1]) != BOOM.wortel(grootte)


def test_a_proof_reads_as_many_groups_as_the_tree_is_high_however_many_leaves_there_are() -> None:
    gelezen: list[tuple[int, int]] = []

    def lees(hoogte: int, vanaf: int, hoeveel: int) -> list[bytes]:
        gelezen.append((hoogte, hoeveel))
        return [bytes(32)] * hoeveel

    Boom(lees).insluiting(9_999_999, 16_777_216 - 1)

    assert sorted(gelezen) == [(0, 256), (0, 256), (8, 256), (8, 256), (16, 256)]

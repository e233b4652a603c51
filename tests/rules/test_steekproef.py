"""The draw: anyone who knows the root and the leaves gets the same, and each has the same chance."""

from fractions import Fraction
from hashlib import sha256

import pytest

from bot.rules.steekproef import Uitslag, trek

HASHES = {n: sha256(b"%d" % n).digest() for n in range(100)}
WORTEL = sha256(b"wortel").digest()


def test_the_draw_follows_from_root_and_leaves_alone() -> None:
    getrokken = trek(WORTEL, HASHES, 20)
    assert getrokken == trek(WORTEL, dict(reversed(HASHES.items())), 20)
    assert len(set(getrokken)) == 20
    assert getrokken[:5] == trek(WORTEL, HASHES, 5), "a smaller one is the beginning of a larger one"
    assert getrokken != trek(sha256(b"ander").digest(), HASHES, 20)
    laagste = min(HASHES, key=lambda n: sha256(WORTEL + HASHES[n]).digest())
    assert getrokken[0] == laagste
    assert sorted(trek(WORTEL, HASHES, 500)) == list(range(100))


def test_over_many_heads_each_is_drawn_about_as_often() -> None:
    vaak = dict.fromkeys(HASHES, 0)
    for n in range(1000):
        for wie in trek(sha256(b"hoofd %d" % n).digest(), HASHES, 10):
            vaak[wie] += 1
    assert 60 < min(vaak.values()) <= max(vaak.values()) < 145


@pytest.mark.parametrize(
    ("klopt", "klopt_niet", "fout"),
    [(9, 0, None), (8, 1, None), (10, 0, Fraction(0)), (9, 1, Fraction(1, 10)), (17, 3, Fraction(3, 20)), (0, 0, None)],
)
def test_of_fewer_than_ten_reached_no_share_is_said(klopt: int, klopt_niet: int, fout: Fraction | None) -> None:
    uit = Uitslag(400, 20, klopt, klopt_niet, 20 - klopt - klopt_niet, 0)
    assert (uit.bereikt, uit.fout) == (klopt + klopt_niet, fout)

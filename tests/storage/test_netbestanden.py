"""Which files a bot sent before, on both databases."""

from datetime import timedelta

from sqlalchemy import Connection, select

from bot.bewaartermijnen import Bewaren
from bot.services import bewaren
from bot.storage import netbestanden, webbestanden
from bot.storage import tables as t
from tests.builders import NU, een_account, een_publiek_id, een_wijk

TERMIJN = Bewaren()


def test_each_bot_knows_its_own_id_a_new_one_takes_its_place_and_after_its_term_it_is_forgotten(tx: Connection) -> None:
    wijk, merk = een_wijk(tx), b"m" * 32
    for bot, file_id in (("1", "a"), ("2", "b"), ("1", "c")):
        netbestanden.onthoud(tx, bot, merk, file_id, NU)
    assert [netbestanden.vind(tx, bot, merk) for bot in ("1", "2", "3")] == ["c", "b", None]
    assert netbestanden.vind(tx, "1", b"x" * 32) is None
    for dagen, weg in ((TERMIJN.berichten, {}), (TERMIJN.berichten + 1, {"netbestand": 2})):
        assert bewaren.ruim_op(tx, wijk, NU + timedelta(days=dagen), TERMIJN) == weg


def test_the_id_of_a_file_from_a_browser_is_of_one_bot_and_goes_with_the_file(tx: Connection) -> None:
    een = webbestanden.bewaar(tx, een_account(tx), een_publiek_id(), "a.jpg", b"x", NU)
    webbestanden.onthoud_elders(tx, "1", een, "a")
    assert [webbestanden.vind_elders(tx, bot, een) for bot in ("1", "2")] == ["a", None]
    webbestanden.onthoud_elders(tx, "2", een, "b")
    assert [webbestanden.vind_elders(tx, bot, een) for bot in ("1", "2")] == [None, "b"]
    assert webbestanden.ruim_op(tx, NU + timedelta(days=1)) == 1
    webbestanden.onthoud_elders(tx, "1", een, "c")
    assert tx.scalar(select(t.webbestand.c.id)) is None

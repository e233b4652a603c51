"""Who is told that there is something new in the browser, and of what: once for all that no page showed."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, func, select

from bot.rules.stilte import Stilte
from bot.services import seintje, websessie
from bot.storage import seintjes, toestellen, webberichten, websessies, wissen
from bot.storage import tables as t
from bot.storage.seintjes import Plek, Seintje
from bot.webinstellingen import KANAAL
from tests.builders import NU, een_publiek_id

ZONE = ZoneInfo("Europe/Amsterdam")
ALTIJD, NACHT = Stilte(time(8), time(8)), Stilte(time(21, 30), time(8))
PUSH = "https://fcm.googleapis.com/"


def plek(naam: str) -> Plek:
    return Plek(PUSH + naam, bytes([4]) + bytes(64), bytes(16))


def browser(tx: Connection, geheim: str = "een", wie: str = "71") -> int:
    """Sign somebody in; return their account."""
    websessie.begin(tx, 0, KANAAL, websessie.Toeval(wie, geheim, een_publiek_id()), "Firefox", NU)
    account = webberichten.account_van(tx, KANAAL, wie)
    assert account is not None
    return account


def zeg(tx: Connection, account: int, op: datetime = NU, *, van_bot: bool = True) -> int:
    inhoud = {"tekst": "dag"} if van_bot else {"getypt": "dag"}
    return webberichten.zet(tx, account, inhoud, op, van_bot=van_bot)


def open_(tx: Connection, moment: datetime = NU, stilte: Stilte = ALTIJD) -> list[Seintje]:
    return seintje.te_doen(tx, datetime.now(UTC), moment, stilte, ZONE)


def toon(tx: Connection, tot: dict[int, int]) -> None:
    webberichten.toonde(tx, seintje.gezien(tx, tot))


def versie(tx: Connection, account: int) -> int:
    return webberichten.stand(tx, account)[0]


@pytest.mark.overal
def test_a_browser_is_told_once_of_all_that_is_new_and_that_no_page_showed(tx: Connection) -> None:
    account = browser(tx)
    eerder = zeg(tx, account)
    assert seintje.zet_aan(tx, "een", plek("a"), ())
    assert open_(tx) == [], "what stood there is no news"
    zeg(tx, account, van_bot=False)
    webberichten.wijzig(tx, account, eerder, {"tekst": "anders"})
    webberichten.merk_op(tx, account, "tik", "bewaard", venster=False)
    assert open_(tx) == [], "nor is what one typed, or a message that changed"
    zeg(tx, account)
    zeg(tx, account)
    [een] = open_(tx)
    assert (een.tot, een.nieuw_op, een.taal) == (versie(tx, account), NU, None)
    toon(tx, {71: een.tot + 1})
    assert open_(tx), "a page cannot have shown what is still to come"
    toon(tx, {71: een.tot - 1})
    assert open_(tx) == [een]
    seintjes.geseind(tx, een)
    assert open_(tx) == []
    zeg(tx, account)
    toon(tx, {71: versie(tx, account)})
    assert open_(tx) == [], "a page showed it"


def test_what_came_before_it_was_quiet_is_not_told_at_night_and_what_was_sent_at_night_is(tx: Connection) -> None:
    account, avond = browser(tx), datetime(2027, 2, 1, 20, 29, tzinfo=UTC)
    seintje.zet_aan(tx, "een", plek("a"), ())
    zeg(tx, account, avond)
    assert open_(tx, avond, NACHT)
    nacht = avond + timedelta(hours=2)
    assert not open_(tx, nacht, NACHT)
    assert open_(tx, avond + timedelta(hours=11), NACHT)
    zeg(tx, account, nacht)
    assert open_(tx, nacht, NACHT), "the outbox let it through"


def test_a_push_service_that_does_not_answer_is_tried_ever_more_seldom_until_there_is_something_new(
    tx: Connection,
) -> None:
    account, nu = browser(tx), datetime.now(UTC)
    seintje.zet_aan(tx, "een", plek("a"), ())
    zeg(tx, account)
    wachtte = []
    for _ in range(seintje.POGINGEN):
        [een] = seintje.te_doen(tx, nu, NU, ALTIJD, ZONE)
        seintje.niet_gelukt(tx, een, nu, timedelta(0))
        if (straks := tx.scalar(select(t.seintje.c.niet_voor))) is not None:
            wachtte.append(int((straks - nu).total_seconds() / 60))
            assert seintje.te_doen(tx, straks - timedelta(seconds=1), NU, ALTIJD, ZONE) == []
            nu = straks
    assert wachtte == [1, 4, 16, 64, 256]
    assert seintje.te_doen(tx, nu + timedelta(days=1), NU, ALTIJD, ZONE) == []
    zeg(tx, account)
    [een] = seintje.te_doen(tx, nu, NU, ALTIJD, ZONE)
    seintje.niet_gelukt(tx, een, nu, timedelta(hours=3))
    assert tx.scalar(select(t.seintje.c.niet_voor)) == nu + timedelta(hours=3), "as the push service asked"
    seintjes.verval(tx, een)
    zeg(tx, account)
    assert open_(tx, nu + timedelta(days=1)) == []


def test_being_told_ends_with_the_session_and_an_address_is_of_one_session_at_a_time(tx: Connection) -> None:
    account, ander = browser(tx), browser(tx, "ander", "72")

    def wie() -> list[int]:
        return list(tx.scalars(select(t.seintje.c.account).order_by(t.seintje.c.account)))

    def aan(*geheimen: str) -> None:
        assert all(seintje.zet_aan(tx, geheim, plek(geheim), ()) for geheim in geheimen)

    aan("een", "ander")
    assert wie() == [account, ander]
    assert seintje.zet_aan(tx, "ander", plek("een"), ())
    assert wie() == [ander], "who signs in on the same browser takes its address along"
    seintje.zet_uit(tx, "ander")
    assert wie() == []
    aan("een", "ander")
    [sessie] = websessies.van_account(tx, account)
    assert websessies.eindig(tx, account, sessie.publiek_id)
    assert wie() == [ander]
    toestellen.verplaats_browsers(tx, ander, account)
    assert wie() == []
    aan("ander")
    with tx.begin_nested() as even:
        wissen.vergeet_account(tx, account, "weg")
        assert wie() == []
        even.rollback()
    websessies.ruim_op(tx, NU + timedelta(days=1))
    assert wie() == []
    assert not seintje.zet_aan(tx, "een", plek("een"), ()), "nobody is signed in there"
    assert not seintje.zet_aan(tx, "ander", replace(plek("a"), adres="http://169.254.169.254/"), ())


def test_an_account_has_ten_browsers_that_are_told_at_most(tx: Connection) -> None:
    account = browser(tx)
    for nummer in range(12):
        websessies.maak(tx, account, een_publiek_id(), websessie.merk(str(nummer)), "Firefox", NU)
        assert seintje.zet_aan(tx, str(nummer), plek(str(nummer)), ())
    over = tx.execute(select(func.count(), func.min(t.seintje.c.adres)).select_from(t.seintje)).one()
    assert over == (10, PUSH + "10")

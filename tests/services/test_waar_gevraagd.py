"""Where an answer goes: to the account on which it was asked while that will do, else to where the resident hears."""

import pytest
from sqlalchemy import Connection, update

from bot.storage import accounts, websessies
from bot.storage import tables as t
from bot.webinstellingen import KANAAL
from tests.builders import NU, een_account, een_bewoner, een_huishouden, een_publiek_id, een_wijk


@pytest.mark.parametrize(
    ("gevraagd", "toen", "hier"),
    [
        ("web", "", "web"),
        ("telegram", "", "telegram"),
        ("web", "hoort_op_web", "web"),
        ("telegram", "hoort_op_web", "telegram"),
        ("telegram", "blokkeert_telegram", "web"),
        ("web", "afgemeld", "telegram"),
        ("web", "van_een_ander", "telegram"),
        ("web", "los", "telegram"),
        ("web", "gewist", "telegram"),
        (None, "", "telegram"),
        (None, "hoort_op_web", "web"),
    ],
)
def test_an_answer_goes_to_where_it_was_asked_as_long_as_that_is_theirs_and_reaches_them(
    tx: Connection, gevraagd: str | None, toen: str, hier: str
) -> None:
    wijk = een_wijk(tx)
    bewoner, ander = (een_bewoner(tx, wijk, een_huishouden(tx, wijk).id) for _ in range(2))
    van = {kanaal: een_account(tx, kanaal, bewoner=bewoner) for kanaal in ("telegram", "web")}
    accounts.wijzig(tx, van["web"], kanaal=KANAAL, elders=True)
    sessie = een_publiek_id()
    websessies.maak(tx, van["web"], sessie, sessie.encode(), "Firefox", NU)
    if toen == "hoort_op_web":
        accounts.wijzig(tx, van["web"], elders=False)
        accounts.wijzig(tx, van["telegram"], elders=True)
    elif toen == "blokkeert_telegram":
        accounts.zet_bereikbaar(tx, van["telegram"], False)
    elif toen == "afgemeld":
        websessies.eindig(tx, van["web"], sessie)
    elif toen in {"van_een_ander", "los"}:
        naar = ander if toen == "van_een_ander" else None
        tx.execute(update(t.account).where(t.account.c.id == van["web"]).values(bewoner=naar))
    elif toen == "gewist":
        accounts.wijzig(tx, van["web"], bewoner=None, bereikbaar=False)
    assert accounts.waar_gevraagd(tx, bewoner, van[gevraagd] if gevraagd else None) == [van[hier]]

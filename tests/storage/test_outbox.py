"""What carries an address or a name is emptied in the outbox when it ends; what waits keeps what it must say."""

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.rules.pacing import Baan
from bot.storage import outbox, wachtrij
from bot.storage import tables as t
from tests.builders import NU, een_account, een_wijk


@pytest.mark.parametrize(
    ("soort", "einde", "blijft"),
    [
        ("welkom.vol_team", "verzonden", {}),
        ("welkom.vol_team", "mislukt", {}),
        ("welkom.vol_team", "onzeker", {}),
        ("welkom.vol_team", "later", {"adres": "Merelweg 1"}),
        ("bijeenkomst.nieuw", "verzonden", {"adres": "Merelweg 1"}),
    ],
)
def test_an_address_stays_in_the_outbox_no_longer_than_it_waits(
    tx: Connection, soort: str, einde: str, blijft: dict[str, str]
) -> None:
    outbox.schrijf(
        tx, een_wijk(tx), "vol", [een_account(tx)], Boodschap(soort, {"adres": "Merelweg 1"}), baan=Baan.HERINNERING
    )
    (zending,) = wachtrij.claim(tx, "telegram", list(Baan), 1, NU, NU)
    if einde == "verzonden":
        outbox.verzonden(tx, zending, 7)
    elif einde == "later":
        outbox.later(tx, zending, NU)
    else:
        outbox.eindig(tx, zending, einde, "weg")
    assert tx.scalar(select(t.outbox.c.data)) == blijft

"""Quick polls at the level of the service: who may vote, when, and what a vote leaves behind."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, select

from bot.errors import Geweigerd
from bot.services import peiling
from bot.services.handeling import BEGELEIDER, ORGANISATOR, eis_rol
from bot.storage import accounts
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_wijk, handeling

NOOR = "9001"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    een_account(tx, "1", bewoner=een_bewoner(tx, wijk))
    return wijk


def open_(tx: Connection, wijk: int, *, besluit: str = "nee", dagen: int = 3) -> list[str]:
    """Open a poll and return the public ids of its options."""
    doet = handeling(wijk, NOOR)
    data = {"vraag": "Welke?", "opties": ["Rood", "Blauw", "Geel"], "besluit": besluit}
    data["sluit_op"] = (NU + timedelta(days=dagen)).isoformat()
    peiling.FORMULIER.klaar(tx, doet, eis_rol(tx, doet, BEGELEIDER), data)
    nieuwste = select(func.max(t.peiling.c.id)).scalar_subquery()
    vraag = select(t.peiling_optie.c.publiek_id).where(t.peiling_optie.c.peiling == nieuwste)
    return list(tx.scalars(vraag.order_by(t.peiling_optie.c.volgorde)))


def tel(tx: Connection, tabel: str) -> int:
    return tx.scalar(select(func.count()).select_from(t.metadata.tables[tabel])) or 0


def reden(tx: Connection, wijk: int, optie: str, wie: str = "1", *, later: timedelta = timedelta(0)) -> str:
    with pytest.raises(Geweigerd) as nee:
        peiling.stem(tx, handeling(wijk, wie, now=NU + later), optie, 1)
    return nee.value.sleutel


def test_a_vote_that_changes_is_one_ballot_and_one_piece_of_evidence(tx: Connection, wijk: int) -> None:
    rood, blauw, _ = open_(tx, wijk)
    for optie in (rood, blauw, blauw, rood, blauw):
        boodschap = peiling.stem(tx, handeling(wijk), optie, 1)
    assert [o["tekst"] for o in boodschap.data["opties"] if o["gekozen"]] == ["Blauw"]
    assert (tel(tx, "stembiljet"), tel(tx, "stemkoppeling"), tel(tx, "bewijs_prive")) == (1, 1, 1)


@pytest.mark.parametrize(("besluit", "soort"), [("ja", "stem_besluit"), ("nee", "stem")])
def test_only_a_poll_about_the_decision_is_evidence_of_being_heard(
    tx: Connection, wijk: int, besluit: str, soort: str
) -> None:
    peiling.stem(tx, handeling(wijk), open_(tx, wijk, besluit=besluit)[0], 1)
    assert list(tx.scalars(select(t.bewijs_prive.c.soort))) == [soort]


def test_the_evidence_never_says_what_was_chosen(tx: Connection, wijk: int) -> None:
    optie = open_(tx, wijk)[1]
    peiling.stem(tx, handeling(wijk), optie, 1)
    for tabel in (t.bewijs, t.bewijs_prive):
        for rij in tx.execute(select(tabel)):
            assert optie not in str(rij)
            assert "Blauw" not in str(rij)


def test_who_may_not_or_cannot_vote_is_told_why(tx: Connection, wijk: int) -> None:
    optie = open_(tx, wijk)[0]
    een_account(tx, "2")
    assert reden(tx, wijk, optie, "2") == "nog_niet_binnen"
    assert reden(tx, wijk, optie, NOOR) == "nog_niet_binnen"
    assert reden(tx, wijk, "A" * 22) == "peiling.onbekend"
    assert reden(tx, wijk, "") == "peiling.onbekend"
    assert reden(tx, wijk, optie, later=timedelta(days=3)) == "peiling.gesloten"
    assert reden(tx, een_wijk(tx, "Elders"), optie) == "nog_niet_binnen"
    assert tel(tx, "stembiljet") == 0


def test_a_second_before_closing_is_in_time(tx: Connection, wijk: int) -> None:
    optie = open_(tx, wijk)[0]
    peiling.stem(tx, handeling(wijk, now=NU + timedelta(days=3, microseconds=-1)), optie, 1)
    assert tel(tx, "stembiljet") == 1


def test_running_a_vote_again_after_a_lost_transaction_gives_the_same(tx: Connection, wijk: int) -> None:
    doet, optie = handeling(wijk), open_(tx, wijk)[0]
    punt = tx.begin_nested()
    eerst = peiling.stem(tx, doet, optie, 1)
    sleutels = list(tx.scalars(select(t.stembiljet.c.sleutel)))
    bladen = list(tx.scalars(select(t.bewijs.c.blad)))
    punt.rollback()
    assert peiling.stem(tx, doet, optie, 1) == eerst
    assert list(tx.scalars(select(t.stembiljet.c.sleutel))) == sleutels
    assert list(tx.scalars(select(t.bewijs.c.blad))) == bladen


def test_each_sees_only_their_own_vote(tx: Connection, wijk: int) -> None:
    een_account(tx, "2", bewoner=een_bewoner(tx, wijk))
    peiling.stem(tx, handeling(wijk), open_(tx, wijk)[0], 1)
    publiek_id = str(tx.scalar(select(t.peiling.c.publiek_id)))
    ziet = {wie: peiling.toon(tx, handeling(wijk, wie), publiek_id).data["opties"] for wie in ("1", "2", NOOR)}
    assert {wie: [o["gekozen"] for o in opties].count(True) for wie, opties in ziet.items()} == {
        "1": 1,
        "2": 0,
        NOOR: 0,
    }


def test_while_it_is_open_nobody_sees_how_it_goes(tx: Connection, wijk: int) -> None:
    peiling.stem(tx, handeling(wijk), open_(tx, wijk)[0], 1)
    publiek_id = str(tx.scalar(select(t.peiling.c.publiek_id)))
    for wie in ("1", NOOR):
        assert "regels" not in peiling.toon(tx, handeling(wijk, wie), publiek_id).data
    daarna = peiling.toon(tx, handeling(wijk, now=NU + timedelta(days=4)), publiek_id)
    assert daarna.data["stemmen"] == 1


def test_the_list_shows_the_one_that_closes_last_first_and_is_short(tx: Connection, wijk: int) -> None:
    for dagen in range(1, peiling.IN_LIJST + 3):
        open_(tx, wijk, dagen=dagen)
    regels = peiling.lijst(tx, handeling(wijk, now=NU + timedelta(days=5))).data["peilingen"]
    assert len(regels) == peiling.IN_LIJST
    assert [regel["open"] for regel in regels] == sorted((regel["open"] for regel in regels), reverse=True)


def test_who_may_ask_is_a_begeleider_or_an_organisator() -> None:
    assert set(peiling.FORMULIER.rollen) == {BEGELEIDER, ORGANISATOR}

"""Mijlpalen: announced to who wants to hear of the gemeenteraad, said once more the day before, and listed."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import formulier, mijlpaal, planning
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.storage import accounts, voorkeuren
from bot.storage import tables as t
from tests.builders import NU, een_wijk, handeling
from tests.services.test_wekker import NOOR, bewoner, tik, verstuurd

IBRAHIM = "9002"
OP = datetime(2027, 3, 12, 18, 30, tzinfo=UTC)  # half past seven in the evening
DAG_ERVOOR = datetime(2027, 3, 11, 18, 0, tzinfo=UTC)
FORMULIEREN = {"mijlpaal": mijlpaal.FORMULIER}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR)])
    return wijk


def vul_in(tx: Connection, wijk: int, *antwoorden: str) -> Boodschap:
    formulier.begin(tx, handeling(wijk, IBRAHIM), mijlpaal.FORMULIER)
    scherm = formulier.kies(tx, handeling(wijk, IBRAHIM), FORMULIEREN, "bij", "gemeenteraad")
    for antwoord in antwoorden:
        scherm = formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, antwoord)
    return scherm


def meld(tx: Connection, wijk: int, moment: str = "12 maart 19:30") -> Boodschap:
    vul_in(tx, wijk, "Besluit warmteplan", moment, "Inspreken kan tot 10 maart.")
    return formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMULIEREN)


def test_it_is_announced_and_said_once_more_the_day_before_to_who_wants_it(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    voorkeuren.zet(tx, bewoner(tx, wijk, "2"), raad=False)
    assert meld(tx, wijk).soort == "mijlpaal.geplaatst"
    tik(tx, wijk, NU)
    assert verstuurd(tx, "mijlpaal.nieuw") == ["1"]
    tik(tx, wijk, DAG_ERVOOR - timedelta(seconds=1))
    assert verstuurd(tx, "mijlpaal.herinnering") == []
    for later in (timedelta(0), timedelta(minutes=1)):
        tik(tx, wijk, DAG_ERVOOR + later)
    assert verstuurd(tx, "mijlpaal.herinnering") == ["1"]
    ongevraagd = select(t.outbox.c.ongevraagd_op).where(t.outbox.c.soort == "mijlpaal.herinnering")
    assert tx.scalars(ongevraagd).all() == [None], "it is bound to its moment and counts for nobody's week"


@pytest.mark.parametrize(
    ("wakker", "nieuw", "herinnering"),
    [
        (DAG_ERVOOR + timedelta(hours=17, minutes=59), ["1"], ["1"]),
        (DAG_ERVOOR + timedelta(hours=18), ["1"], []),
        (OP, [], []),
    ],
)
def test_after_a_sleep_what_still_makes_sense_goes_out(
    tx: Connection, wijk: int, wakker: datetime, nieuw: list[str], herinnering: list[str]
) -> None:
    bewoner(tx, wijk, "1")
    meld(tx, wijk)
    tik(tx, wijk, wakker)
    assert verstuurd(tx, "mijlpaal.nieuw") == nieuw
    assert verstuurd(tx, "mijlpaal.herinnering") == herinnering


def test_one_of_tomorrow_morning_has_no_reminder_of_its_own(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    meld(tx, wijk, "2 februari 09:00")  # it is eight in the evening: the day before at seven is past
    assert tx.scalars(select(t.wekker.c.soort)).all() == ["mijlpaal_nieuw"]


def test_residents_see_what_is_coming_in_order_and_not_what_is_past(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    for dag in range(10, 16):
        meld(tx, wijk, f"{dag} maart 19:30")
    eerste = mijlpaal.lijst(tx, handeling(wijk, "1")).data
    assert [een["moment"][8:10] for een in eerste["mijlpalen"]] == ["10", "11", "12", "13"]
    later = mijlpaal.lijst(tx, handeling(wijk, "1", now=OP + timedelta(hours=1)), 0).data
    assert [een["moment"][8:10] for een in later["mijlpalen"]] == ["13", "14", "15"]
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        mijlpaal.lijst(tx, handeling(wijk, "99"))


@pytest.mark.parametrize("wie", [NOOR, "1"])
def test_only_the_organisator_announces_one(tx: Connection, wijk: int, wie: str) -> None:
    bewoner(tx, wijk, "1")
    with pytest.raises(Geweigerd, match="rol_nodig"):
        formulier.begin(tx, handeling(wijk, wie), mijlpaal.FORMULIER)


@pytest.mark.parametrize(
    ("link", "mag"),
    [
        ("https://gemeente.voorbeeld.nl/besluit?id=1", True),
        ("http://gemeente.voorbeeld.nl", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://[", False),
        ("https://a b.nl", False),
        ("https://voorbeeld.nl/" + "a" * 300, False),
        ("gemeente.nl", False),
    ],
)
def test_a_link_is_an_address_that_a_browser_opens_safely(tx: Connection, wijk: int, link: str, mag: bool) -> None:
    vul_in(tx, wijk, "Besluit", "12 maart 19:30", "Kom luisteren.")
    formulier.vraag_extra(tx, handeling(wijk, IBRAHIM), FORMULIEREN, "link")
    if mag:
        assert formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, link).data["link"] == link
    else:
        with pytest.raises(Geweigerd, match=r"mijlpaal\.link"):
            formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, link)


def test_its_reminder_stands_in_the_planning_and_can_be_cancelled(tx: Connection, wijk: int) -> None:
    for wie in range(6):
        bewoner(tx, wijk, str(wie))
    publiek_id = meld(tx, wijk).data["id"]
    tik(tx, wijk, NU)
    (regel,) = planning.toon(tx, handeling(wijk, NOOR)).data["regels"]
    assert (regel["soort"], regel["titel"], regel["aantal"]) == (
        "mijlpaal_herinnering",
        "Besluit warmteplan",
        [False, 6, False],
    )
    planning.zeg_af(tx, handeling(wijk, NOOR), "mijlpaal_herinnering", publiek_id, zeker=True)
    tik(tx, wijk, DAG_ERVOOR)
    assert verstuurd(tx, "mijlpaal.herinnering") == []

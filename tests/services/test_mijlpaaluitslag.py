"""What came out of a mijlpaal: asked of the team, told on the levels that were filled in, corrected to who read it."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import formulier, mijlpaal, mijlpaaluitslag, mijlpaalwijziging
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.services.mijlpaaluitslag import UITKOMSTEN
from bot.storage import accounts, voorkeuren
from bot.storage import tables as t
from bot.storage.uitslagen import NIVEAUS
from tests.builders import NU, een_account, een_rol, een_wijk, handeling
from tests.services.test_mijlpaal import DAG_ERVOOR, IBRAHIM, OP, gezegd, lees, meld, trek_in
from tests.services.test_wekker import NOOR, bewoner, tik, verstuurd

FORMULIEREN = {"mijlpaal": mijlpaal.FORMULIER, "mijlpaal_uitslag": mijlpaaluitslag.FORMULIER}
OCHTEND, DAG_ERNA = OP - timedelta(hours=10, minutes=30), OP + timedelta(hours=13, minutes=30)
AVOND = OP + timedelta(hours=2)


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR)])
    een_account(tx, IBRAHIM)
    return wijk


def vul_in(
    tx: Connection, wijk: int, id_: str, uitkomst: str = "aangenomen", now: datetime = AVOND, **niveaus: str
) -> Boodschap:
    zo = handeling(wijk, IBRAHIM, now=now)
    mijlpaaluitslag.begin(tx, zo, id_)
    formulier.kies(tx, zo, FORMULIEREN, "uitkomst", uitkomst)
    for niveau in NIVEAUS:
        if niveau in niveaus:
            formulier.typ(tx, zo, FORMULIEREN, niveaus[niveau])
        else:
            formulier.kies(tx, zo, FORMULIEREN, niveau, "")
    formulier.kies(tx, zo, FORMULIEREN, "vieren", "ja")
    return formulier.bevestig(tx, zo, FORMULIEREN)


def verbeter(tx: Connection, wijk: int, id_: str, now: datetime, **velden: str) -> Boodschap:
    zo = handeling(wijk, IBRAHIM, now=now)
    mijlpaaluitslag.begin(tx, zo, id_)
    for naam, antwoord in velden.items():
        formulier.vraag_extra(tx, zo, FORMULIEREN, naam)
        formulier.typ(tx, zo, FORMULIEREN, antwoord)
    return formulier.bevestig(tx, zo, FORMULIEREN)


def test_on_the_day_itself_who_has_room_this_week_hears_it_in_the_morning(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    voorkeuren.zet(tx, bewoner(tx, wijk, "2"), wekelijks=True)
    voorkeuren.zet(tx, bewoner(tx, wijk, "3"), raad=False)
    meld(tx, wijk)
    for moment in (NU, DAG_ERVOOR, OCHTEND - timedelta(seconds=1)):
        tik(tx, wijk, moment)
    assert verstuurd(tx, "mijlpaal.vandaag") == []
    tik(tx, wijk, OCHTEND)
    assert verstuurd(tx, "mijlpaal.vandaag") == ["1"]
    tik(tx, wijk, OP + timedelta(days=7))
    assert verstuurd(tx, "mijlpaal.vandaag") == ["1"], "what was held back that day is not said afterwards"


def test_the_organisatoren_are_asked_the_next_morning_unless_it_was_filled_in(tx: Connection, wijk: int) -> None:
    eerste = meld(tx, wijk).data["id"]
    meld(tx, wijk)
    vul_in(tx, wijk, eerste, mij="Niets.")
    for _ in range(2):
        tik(tx, wijk, DAG_ERNA)
    assert verstuurd(tx, "mijlpaal.vul_in") == [IBRAHIM]


def test_it_is_told_on_the_levels_that_were_filled_in_to_who_wants_to_hear(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    voorkeuren.zet(tx, bewoner(tx, wijk, "2"), raad=False)
    id_ = meld(tx, wijk).data["id"]
    scherm = vul_in(tx, wijk, id_, mij="U krijgt een brief.", wereld="Minder uitstoot.")
    assert scherm.soort == "mijlpaal.uitslag_verteld"
    tik(tx, wijk, AVOND)
    assert verstuurd(tx, "mijlpaal.uitslag") == ["1"]
    uitslag = gezegd(tx, "mijlpaal.uitslag")[0]["uitslag"]
    assert uitslag == {
        "uitkomst": "aangenomen",
        "mij": "U krijgt een brief.",
        "woning": None,
        "buurt": None,
        "wereld": "Minder uitstoot.",
        "vieren": True,
        "link": None,
        "verbeterd_op": None,
    }
    gelijk = mijlpaalwijziging.toon(tx, handeling(wijk, "1", now=AVOND), id_).data
    assert (gelijk["uitslag"], gelijk["komt"], gelijk["mag_uitslag"]) == (uitslag, False, False)
    (regel,) = mijlpaaluitslag.lijst(tx, handeling(wijk, "1", now=AVOND)).data["mijlpalen"]
    assert (regel["id"], regel["uitslag"]["uitkomst"]) == (id_, "aangenomen")


@pytest.mark.parametrize("uitkomst", UITKOMSTEN)
def test_of_the_four_levels_one_at_least_is_said(tx: Connection, wijk: int, uitkomst: str) -> None:
    id_ = meld(tx, wijk).data["id"]
    with pytest.raises(Geweigerd, match="minstens_een"):
        vul_in(tx, wijk, id_, uitkomst)
    assert vul_in(tx, wijk, id_, uitkomst, buurt="Er komt een plan.").data["uitslag"]["uitkomst"] == uitkomst


def test_a_correction_is_told_as_such_to_who_may_have_read_it_and_the_rest_reads_what_is_right(
    tx: Connection, wijk: int
) -> None:
    for wie in "123":
        bewoner(tx, wijk, wie)
    voorkeuren.zet(tx, bewoner(tx, wijk, "4"), wekelijks=True)
    id_ = meld(tx, wijk).data["id"]
    tik(tx, wijk, NU)
    vul_in(tx, wijk, id_, mij="In mei begint het.")
    tik(tx, wijk, AVOND)
    for wie in "12":
        lees(tx, wie, "verzonden")
    later = AVOND + timedelta(minutes=5)
    verbeter(tx, wijk, id_, later, mij="In juni begint het.")
    for _ in range(2):
        tik(tx, wijk, later)
    rijen = tx.execute(
        select(t.account.c.extern_id, t.outbox.c.staat, t.outbox.c.data)
        .join(t.outbox, t.outbox.c.account == t.account.c.id)
        .where(t.outbox.c.soort == "mijlpaal.uitslag")
    ).all()
    gelezen = sorted(
        (wie, staat, data["uitslag"]["mij"][3:7], bool(data["uitslag"]["verbeterd_op"])) for wie, staat, data in rijen
    )
    assert gelezen == [
        *[(wie, *wat) for wie in "12" for wat in (("verzonden", "mei ", False), ("wachtend", "juni", True))],
        ("3", "wachtend", "juni", True),
    ]
    tik(tx, wijk, OP + timedelta(days=10))
    assert {data["uitslag"]["mij"] for data in gezegd(tx, "mijlpaal.uitslag")[-1:]} == {"In juni begint het."}
    assert verstuurd(tx, "mijlpaal.uitslag").count("4") == 1
    assert [rij.mij for rij in tx.execute(select(t.mijlpaal_uitslag).order_by("id"))] == [
        "In mei begint het.",
        "In juni begint het.",
    ], "what was said before stays on record"


def test_nothing_new_is_no_correction_and_what_another_corrected_meanwhile_is_not_undone(
    tx: Connection, wijk: int
) -> None:
    id_ = meld(tx, wijk).data["id"]
    vul_in(tx, wijk, id_, mij="In mei.")
    with pytest.raises(Geweigerd, match="niets_gewijzigd"):
        verbeter(tx, wijk, id_, AVOND)
    een_rol(tx, wijk, ORGANISATOR, NOOR)
    zij = handeling(wijk, NOOR, now=AVOND)
    mijlpaaluitslag.begin(tx, zij, id_)
    verbeter(tx, wijk, id_, AVOND, mij="In juni.")
    with pytest.raises(Geweigerd, match="intussen"):
        formulier.bevestig(tx, zij, FORMULIEREN)


def test_only_an_organisator_of_this_wijk_and_only_afterwards(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    id_ = meld(tx, wijk).data["id"]
    elders = een_wijk(tx, "Elders")
    een_rol(tx, elders, ORGANISATOR, "77")
    gevallen: list[tuple[int, str, str, datetime, str]] = [
        (wijk, NOOR, id_, AVOND, "rol_nodig"),
        (wijk, "1", id_, AVOND, "rol_nodig"),
        (elders, "77", id_, AVOND, r"mijlpaal\.weg"),
        (wijk, IBRAHIM, "A" * 22, AVOND, r"mijlpaal\.weg"),
        (wijk, IBRAHIM, id_, OP - timedelta(minutes=1), r"mijlpaal\.nog_niet"),
    ]
    for van, wie, welke, now, reden in gevallen:
        with pytest.raises(Geweigerd, match=reden):
            mijlpaaluitslag.begin(tx, handeling(van, wie, now=now), welke)
    weg: Any = meld(tx, wijk).data["id"]
    trek_in(tx, wijk, weg)
    with pytest.raises(Geweigerd, match=r"mijlpaal\.weg"):
        mijlpaaluitslag.begin(tx, handeling(wijk, IBRAHIM, now=AVOND), weg)
    lijst = mijlpaaluitslag.lijst(tx, handeling(wijk, "1", now=AVOND)).data["mijlpalen"]
    assert [een["id"] for een in lijst] == [id_], "who withdrew it does not say that it was"

"""What is planned: who sees what, moving and cancelling it, and what came too late. Wakers are moved by the clock."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.selectie import Eis, Selectie
from bot.services import formulier, planning
from bot.services.handeling import BEGELEIDER, KERNGROEP, ORGANISATOR, TREKKER
from bot.storage import accounts, bewaard, voorkeuren, werkgroepen
from bot.storage import tables as t
from tests.builders import NU, een_publiek_id, een_rol, een_uitzending, een_wijk, handeling
from tests.services.test_wekker import NOOR, bewoner, peil, plan, tik, verstuurd, zeg
from tests.services.test_wijziging import verander

BEGIN = datetime(2027, 2, 10, 19, 0, tzinfo=UTC)  # eight in the evening
TREK = "9005"
FORMULIEREN = {"verzetten": planning.VERZETTEN}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    return wijk


def zie(tx: Connection, wijk: int, wie: str = NOOR, now: datetime = NU) -> list[dict[str, Any]]:
    regels: list[dict[str, Any]] = planning.toon(tx, handeling(wijk, wie, now=now)).data["regels"]
    return regels


def verzet(tx: Connection, wijk: int, soort: str, publiek_id: str, naar: str, now: datetime = NU) -> Boodschap:
    planning.begin_verzetten(tx, handeling(wijk, NOOR, now=now), soort, publiek_id)
    return formulier.typ(tx, handeling(wijk, NOOR, now=now), FORMULIEREN, naar)


def met_komers(tx: Connection, wijk: int, hoeveel: int, begin: datetime = BEGIN, mensen: int = 60) -> str:
    """Plan a meeting to which so many come, in a neighbourhood of so many residents."""
    publiek_id = plan(tx, wijk, begin)
    for wie in range(mensen):
        bewoner(tx, wijk, str(wie))
        if wie < hoeveel:
            zeg(tx, wijk, str(wie), publiek_id, "ja")
    return publiek_id


def test_what_will_go_out_stands_in_order_with_its_moment(tx: Connection, wijk: int) -> None:
    plan(tx, wijk, BEGIN)
    peil(tx, wijk, BEGIN + timedelta(hours=1))
    assert [(r["soort"], r["moment"][:16]) for r in zie(tx, wijk)] == [
        ("herinnering_week", "2027-02-03T18:00"),
        ("herinnering_dag", "2027-02-09T18:00"),
        ("peiling_herinnering", "2027-02-09T18:00"),
        ("herinnering_uren", "2027-02-10T17:00"),
        ("peiling_sluit", "2027-02-10T20:00"),
        ("tevredenheid", "2027-02-11T09:00"),
    ]


@pytest.mark.parametrize(
    ("komers", "mensen", "aantal"),
    [
        # too few, or in so small a neighbourhood that the others are few: not said; else down to five
        (0, 60, [True, 0, True]),
        (4, 60, [True, 0, True]),
        (5, 60, [False, 5, True]),
        (23, 60, [False, 20, True]),
        (58, 60, [False, 60, True]),
        (6, 8, [True, 0, True]),
    ],
)
def test_how_many_get_it_says_nothing_of_one_person(
    tx: Connection, wijk: int, komers: int, mensen: int, aantal: list[Any]
) -> None:
    met_komers(tx, wijk, komers, mensen=mensen)
    assert zie(tx, wijk)[0]["aantal"] == aantal


def test_a_page_has_six_and_says_whether_there_are_more(tx: Connection, wijk: int) -> None:
    for dagen in range(8, 10):
        plan(tx, wijk, BEGIN + timedelta(days=dagen))
    eerste = planning.toon(tx, handeling(wijk, NOOR)).data
    tweede = planning.toon(tx, handeling(wijk, NOOR), 1).data
    assert (len(eerste["regels"]), eerste["meer"]) == (6, True)
    assert (len(tweede["regels"]), tweede["meer"]) == (2, False)


def test_a_trekker_sees_and_moves_only_what_is_of_the_own_werkgroep(tx: Connection, wijk: int) -> None:
    techniek, ander = een_publiek_id(), een_publiek_id()
    werkgroepen.vul_aan(tx, wijk, [("techniek", techniek), ("klankbord", ander)])
    een_rol(tx, wijk, TREKKER, TREK, bereik=techniek)
    voor_wijk = plan(tx, wijk, BEGIN)
    eigen = plan(tx, wijk, BEGIN + timedelta(days=1))
    tx.execute(
        t.bijeenkomst.update()
        .where(t.bijeenkomst.c.publiek_id == eigen)
        .values(doelgroep="werkgroep", doelgroep_bereik=techniek)
    )
    assert {r["id"] for r in zie(tx, wijk, TREK)} == {eigen}
    planning.begin_verzetten(tx, handeling(wijk, TREK), "herinnering_dag", eigen)
    for doe in (planning.een, planning.begin_verzetten):
        with pytest.raises(Geweigerd, match=r"planning\.weg"):
            doe(tx, handeling(wijk, TREK), "herinnering_dag", voor_wijk)


def zeg_af(tx: Connection, wijk: int, soort: str, publiek_id: str) -> None:
    zeker = planning.zeg_af(tx, handeling(wijk, NOOR), soort, publiek_id)
    planning.zeg_af(tx, handeling(wijk, NOOR), soort, publiek_id, zeker.data["keer"])


@pytest.mark.parametrize("rol", [None, KERNGROEP])
def test_others_do_not_see_it(tx: Connection, wijk: int, rol: str | None) -> None:
    bewoner(tx, wijk, "1")
    publiek_id = plan(tx, wijk, BEGIN)
    if rol:
        een_rol(tx, wijk, rol, "1")
    doet = handeling(wijk, "1")
    daden: list[Callable[[], Boodschap]] = [
        lambda: planning.toon(tx, doet),
        lambda: planning.te_laat(tx, doet),
        lambda: planning.een(tx, doet, "herinnering_dag", publiek_id),
        lambda: planning.begin_verzetten(tx, doet, "herinnering_dag", publiek_id),
        lambda: planning.zeg_af(tx, doet, "herinnering_dag", publiek_id, "1"),
    ]
    for doe in daden:
        with pytest.raises(Geweigerd, match="rol_nodig"):
            doe()


@pytest.mark.parametrize(
    ("soort", "id_"),
    [("herinnering_dag", "A" * 22), ("peiling_sluit", ""), ("deur_sluit", "x"), ("", ""), ("herinnering_dag", "'")],
)
def test_a_forged_button_is_refused(tx: Connection, wijk: int, soort: str, id_: str) -> None:
    plan(tx, wijk, BEGIN)
    with pytest.raises(Geweigerd, match=r"planning\.weg"):
        planning.zeg_af(tx, handeling(wijk, NOOR), soort, id_, "1")


def test_a_moved_reminder_goes_at_its_new_moment_and_not_at_the_old_one(tx: Connection, wijk: int) -> None:
    publiek_id = met_komers(tx, wijk, 5, mensen=5)
    scherm = verzet(tx, wijk, "herinnering_dag", publiek_id, "9 februari 12:00")
    assert (scherm.soort, scherm.data["moment"][:16], scherm.data["verzet"]) == (
        "planning.een",
        "2027-02-09T11:00",
        True,
    )
    tik(tx, wijk, datetime(2027, 2, 3, 18, 0, tzinfo=UTC))
    gehad = len(verstuurd(tx, "bijeenkomst.herinnering"))
    tik(tx, wijk, datetime(2027, 2, 9, 10, 59, tzinfo=UTC))
    assert len(verstuurd(tx, "bijeenkomst.herinnering")) == gehad
    for _ in range(2):
        tik(tx, wijk, datetime(2027, 2, 9, 11, 0, tzinfo=UTC))
    tik(tx, wijk, datetime(2027, 2, 9, 18, 0, tzinfo=UTC))
    assert len(verstuurd(tx, "bijeenkomst.herinnering")) == gehad + 5


def test_a_cancelled_reminder_does_not_go_and_the_others_do(tx: Connection, wijk: int) -> None:
    publiek_id = met_komers(tx, wijk, 1, mensen=1)
    zeker = planning.zeg_af(tx, handeling(wijk, NOOR), "herinnering_dag", publiek_id)
    assert zeker.soort == "planning.zeker"
    planning.zeg_af(tx, handeling(wijk, NOOR), "herinnering_dag", publiek_id, zeker.data["keer"])
    with pytest.raises(Geweigerd, match=r"planning\.weg"):  # a second tap
        planning.zeg_af(tx, handeling(wijk, NOOR), "herinnering_dag", publiek_id, zeker.data["keer"])
    for uren in range(24 * 9):
        tik(tx, wijk, NU + timedelta(hours=uren))
    assert len(verstuurd(tx, "bijeenkomst.herinnering")) == 2
    assert tx.scalars(select(t.wekker.c.afloop).where(t.wekker.c.soort == "herinnering_dag")).all() == ["geannuleerd"]


def test_what_was_moved_since_is_not_cancelled_by_a_button_of_before(tx: Connection, wijk: int) -> None:
    publiek_id = met_komers(tx, wijk, 1, mensen=1)
    keer = planning.een(tx, handeling(wijk, NOOR), "herinnering_dag", publiek_id).data["keer"]
    verzet(tx, wijk, "herinnering_dag", publiek_id, "9 februari 12:00")
    with pytest.raises(Geweigerd, match=r"planning\.weg"):
        planning.zeg_af(tx, handeling(wijk, NOOR), "herinnering_dag", publiek_id, keer)
    assert "herinnering_dag" in {r["soort"] for r in zie(tx, wijk)}


def test_a_late_reminder_goes_when_the_next_one_was_cancelled(tx: Connection, wijk: int) -> None:
    publiek_id = met_komers(tx, wijk, 1, mensen=1)
    zeg_af(tx, wijk, "herinnering_uren", publiek_id)
    tik(tx, wijk, datetime(2027, 2, 9, 17, 0, tzinfo=UTC))
    gehad = len(verstuurd(tx, "bijeenkomst.herinnering"))
    tik(tx, wijk, datetime(2027, 2, 10, 11, 0, tzinfo=UTC))  # seventeen hours late
    assert len(verstuurd(tx, "bijeenkomst.herinnering")) == gehad + 1


def test_a_meeting_that_is_moved_afterwards_gets_fresh_reminders(tx: Connection, wijk: int) -> None:
    publiek_id = met_komers(tx, wijk, 1, mensen=1)
    zeg_af(tx, wijk, "herinnering_uren", publiek_id)
    verzet(tx, wijk, "herinnering_dag", publiek_id, "9 februari 12:00")
    for begin in ("17 februari 20:00", "10 februari 20:00"):  # moved, and moved back
        verander(tx, wijk, publiek_id, begin=begin)
    assert [(r["soort"], r["moment"][:16], r["verzet"]) for r in zie(tx, wijk)] == [
        ("herinnering_week", "2027-02-03T18:00", False),
        ("herinnering_dag", "2027-02-09T18:00", False),
        ("herinnering_uren", "2027-02-10T17:00", False),
        ("tevredenheid", "2027-02-11T09:00", False),
    ]


def test_a_reminder_can_be_moved_to_a_moment_where_a_cancelled_one_stood(tx: Connection, wijk: int) -> None:
    publiek_id = plan(tx, wijk, BEGIN)
    verander(tx, wijk, publiek_id, begin="17 februari 20:00")
    scherm = verzet(tx, wijk, "herinnering_dag", publiek_id, "9 februari 19:00")
    assert scherm.data["moment"].startswith("2027-02-09T18:00")
    assert sorted(tx.scalars(select(t.wekker.c.verzet).where(t.wekker.c.soort == "herinnering_dag"))) == [False, True]


@pytest.mark.parametrize(
    ("soort", "naar", "reden"),
    [
        ("herinnering_uren", "10 februari 20:00", r"planning\.te_laat"),
        ("herinnering_dag", "11 februari 12:00", r"planning\.te_laat"),
        ("herinnering_dag", "1 februari 12:00", r"planning\.te_laat"),  # today's is past: next year's
        ("herinnering_dag", "gisteren", r"moment\.voorbij"),
    ],
)
def test_it_cannot_be_moved_to_where_it_makes_no_sense(
    tx: Connection, wijk: int, soort: str, naar: str, reden: str
) -> None:
    publiek_id = plan(tx, wijk, BEGIN)
    with pytest.raises(Geweigerd, match=reden):
        verzet(tx, wijk, soort, publiek_id, naar)


def test_a_moment_in_the_quiet_hours_is_asked_about_first(tx: Connection, wijk: int) -> None:
    publiek_id = plan(tx, wijk, BEGIN)
    vraag = verzet(tx, wijk, "herinnering_dag", publiek_id, "8 februari 23:00")
    assert (vraag.soort, vraag.data["gaat"]) == ("tijdstip.stil", "2027-02-09T07:00:00+00:00")
    assert [r["moment"][:16] for r in zie(tx, wijk) if r["soort"] == "herinnering_dag"] == ["2027-02-09T18:00"]
    formulier.terug(tx, handeling(wijk, NOOR), FORMULIEREN)
    formulier.typ(tx, handeling(wijk, NOOR), FORMULIEREN, "8 februari 23:30")
    scherm = formulier.kies(tx, handeling(wijk, NOOR), FORMULIEREN, "stil", "goed")
    assert (scherm.data["moment"][:16], scherm.data["gaat"][:16]) == ("2027-02-08T22:30", "2027-02-09T07:00")


def test_the_closing_of_a_poll_cannot_be_moved_or_cancelled_here(tx: Connection, wijk: int) -> None:
    publiek_id = peil(tx, wijk, BEGIN)
    assert planning.een(tx, handeling(wijk, NOOR), "peiling_sluit", publiek_id).data["vast"]
    with pytest.raises(Geweigerd, match=r"planning\.vast"):
        planning.begin_verzetten(tx, handeling(wijk, NOOR), "peiling_sluit", publiek_id)
    with pytest.raises(Geweigerd, match=r"planning\.vast"):
        planning.zeg_af(tx, handeling(wijk, NOOR), "peiling_sluit", publiek_id)


def test_what_went_meanwhile_cannot_be_moved_any_more(tx: Connection, wijk: int) -> None:
    publiek_id = plan(tx, wijk, BEGIN)
    planning.begin_verzetten(tx, handeling(wijk, NOOR), "herinnering_week", publiek_id)
    daarna = datetime(2027, 2, 3, 18, 1, tzinfo=UTC)
    with pytest.raises(Geweigerd, match=r"planning\.weg"):
        formulier.typ(tx, handeling(wijk, NOOR, now=daarna), FORMULIEREN, "9 februari 12:00")


def test_what_came_too_late_is_listed_for_two_weeks_to_who_may_see_it(tx: Connection, wijk: int) -> None:
    een_rol(tx, wijk, ORGANISATOR, "9002")
    een_rol(tx, wijk, TREKKER, TREK, bereik=een_publiek_id())
    met_komers(tx, wijk, 1, mensen=1)
    wakker = BEGIN - timedelta(hours=3)
    tik(tx, wijk, wakker)
    for wie, aantal in ((NOOR, 2), ("9002", 2), (TREK, 0)):
        assert planning.toon(tx, handeling(wijk, wie, now=wakker)).data["laat"] == aantal
    regels = planning.te_laat(tx, handeling(wijk, NOOR, now=wakker)).data["regels"]
    assert [regel["soort"] for regel in regels] == ["herinnering_dag", "herinnering_week"]
    later = wakker + timedelta(days=14)
    assert planning.te_laat(tx, handeling(wijk, NOOR, now=later)).data["regels"] == []


def houd_op(tx: Connection, wijk: int, mensen: list[int], soort: str, op: datetime, uitzending: int | None) -> None:
    velden = {"sleutel": een_publiek_id(), "soort": soort, "data": {}, "onderwerp": "", "over": "buurt"}
    bewaard.voeg_toe(tx, wijk, dict.fromkeys(mensen, op), niet_na=None, uiterlijk=None, uitzending=uitzending, **velden)


@pytest.mark.overal
@pytest.mark.parametrize(
    ("soort", "eisen", "telt"),
    [
        ("bijeenkomst.nieuw", None, True),
        ("peiling.herinnering", None, False),  # to who did not vote
        ("uitzending", (), True),
        ("uitzending", (Eis("koop"),), False),
    ],
)
def test_staff_see_from_when_on_what_was_held_back_goes_and_roughly_to_how_many(
    tx: Connection, wijk: int, soort: str, eisen: tuple[Eis, ...] | None, telt: bool
) -> None:
    mensen = [bewoner(tx, wijk, str(n)) for n in range(40)]
    for een in mensen[:13]:
        voorkeuren.zet(tx, een, wekelijks=True)
    een_uitzending(tx, wijk, mensen[0], doelgroep=Selectie(eisen=eisen or ()).als_json())
    nummer = None if eisen is None else tx.scalar(select(t.uitzending.c.id))
    vrijdag, later = NU + timedelta(days=3), NU + timedelta(days=5)
    houd_op(tx, wijk, mensen[:13], soort, vrijdag, nummer)
    houd_op(tx, wijk, mensen[:16], soort, later, nummer)
    gezien = planning.toon(tx, handeling(wijk, NOOR)).data["later"]
    assert gezien == (
        [
            {"wekelijks": True, "moment": vrijdag.isoformat(), "aantal": [False, 10, True]},
            {"wekelijks": False, "moment": later.isoformat(), "aantal": [True, 0, True]},
        ]
        if telt
        else []
    )
    een_rol(tx, wijk, TREKKER, TREK, bereik=een_publiek_id())
    for wie, bladzij in ((NOOR, 1), (TREK, 0)):
        assert planning.toon(tx, handeling(wijk, wie), bladzij).data["later"] == []

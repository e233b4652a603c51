"""Mijlpalen: announced to who wants to hear of the gemeenteraad, said once more the day before, and listed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, event, select, update

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.services import formulier, mijlpaal, mijlpaalwijziging, planning, wekker
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.storage import accounts, outbox, voorkeuren, wachtrij
from bot.storage import tables as t
from tests.builders import NU, een_rol, een_wijk, handeling
from tests.services.test_wekker import NOOR, bewoner, tik, verstuurd

IBRAHIM = "9002"
OP = datetime(2027, 3, 12, 18, 30, tzinfo=UTC)  # half past seven in the evening
DAG_ERVOOR = datetime(2027, 3, 11, 18, 0, tzinfo=UTC)
FORMULIEREN = {"mijlpaal": mijlpaal.FORMULIER, "mijlpaal_wijzigen": mijlpaalwijziging.WIJZIGEN}
STRAKS = NU + timedelta(hours=1)  # nine in the evening, before the quiet hours


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
    soorten = set(tx.scalars(select(t.wekker.c.soort)))
    assert soorten == {"mijlpaal_nieuw", "mijlpaal_invullen"}, "and of that hour there is no morning either"


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
        with pytest.raises(Geweigerd, match=r"formulier\.link"):
            formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, link)


def test_its_reminder_stands_in_the_planning_and_can_be_cancelled(tx: Connection, wijk: int) -> None:
    for wie in range(6):
        bewoner(tx, wijk, str(wie))
    publiek_id = meld(tx, wijk).data["id"]
    tik(tx, wijk, NU)
    regel, dag_zelf = planning.toon(tx, handeling(wijk, NOOR)).data["regels"]
    gezien = [(een["soort"], een["titel"], een["aantal"]) for een in (regel, dag_zelf)]
    assert gezien == [
        (soort, "Besluit warmteplan", [False, 6, False]) for soort in ("mijlpaal_herinnering", "mijlpaal_vandaag")
    ]
    planning.zeg_af(tx, handeling(wijk, NOOR), "mijlpaal_herinnering", publiek_id, regel["keer"])
    tik(tx, wijk, DAG_ERVOOR)
    assert verstuurd(tx, "mijlpaal.herinnering") == []


def verander(tx: Connection, wijk: int, id_: str, now: datetime = STRAKS, **velden: str) -> Boodschap:
    zo = handeling(wijk, IBRAHIM, now=now)
    mijlpaalwijziging.begin(tx, zo, id_)
    for naam, antwoord in velden.items():
        formulier.vraag_extra(tx, zo, FORMULIEREN, naam)
        formulier.typ(tx, zo, FORMULIEREN, antwoord)
    return formulier.bevestig(tx, zo, FORMULIEREN)


def trek_in(tx: Connection, wijk: int, id_: str, now: datetime = STRAKS) -> Boodschap:
    return mijlpaalwijziging.trek_in(tx, handeling(wijk, IBRAHIM, now=now), id_, zeker=True)


def lees(tx: Connection, wie: str, staat: str) -> None:
    """Let what was written for someone have gone, or perhaps."""
    van = select(t.account.c.id).where(t.account.c.extern_id == wie).scalar_subquery()
    tx.execute(update(t.outbox).where(t.outbox.c.account == van, t.outbox.c.staat == "wachtend").values(staat=staat))


def gezegd(tx: Connection, soort: str) -> list[dict[str, Any]]:
    return list(tx.scalars(select(t.outbox.c.data).where(t.outbox.c.soort == soort)))


@pytest.mark.parametrize("staat", ["verzonden", "onzeker", "bezig"])
def test_who_may_have_read_of_it_hears_what_changed_and_who_did_not_reads_it_as_it_is(
    tx: Connection, wijk: int, staat: str
) -> None:
    *_, clara = (bewoner(tx, wijk, wie) for wie in "123")
    id_ = meld(tx, wijk).data["id"]
    tik(tx, wijk, NU)
    for wie in "13":
        lees(tx, wie, staat)
    voorkeuren.zet(tx, clara, raad=False)  # she has heard enough of it
    scherm = verander(tx, wijk, id_, moment="19 maart 20:00", titel="Besluit uitgesteld")
    assert (scherm.soort, scherm.data["titel"]) == ("mijlpaal.een", "Besluit uitgesteld")
    for _ in range(2):
        tik(tx, wijk, STRAKS)
    assert verstuurd(tx, "mijlpaal.gewijzigd") == ["1"]
    (data,) = gezegd(tx, "mijlpaal.gewijzigd")
    nu = "2027-03-19T19:00:00+00:00"
    assert data["velden"] == [
        ["titel", "Besluit warmteplan", "Besluit uitgesteld"],
        ["moment", OP.isoformat(), nu],
    ]
    wacht = select(t.outbox.c.data).where(t.outbox.c.soort == "mijlpaal.nieuw", t.outbox.c.staat == "wachtend")
    assert [(een["titel"], een["moment"]) for een in tx.scalars(wacht)] == [("Besluit uitgesteld", nu)]
    tik(tx, wijk, DAG_ERVOOR)
    assert verstuurd(tx, "mijlpaal.herinnering") == []
    tik(tx, wijk, DAG_ERVOOR + timedelta(days=7))
    assert verstuurd(tx, "mijlpaal.herinnering") == ["1", "2"]


def test_one_that_is_withdrawn_is_told_once_and_nothing_more_of_it_goes(tx: Connection, wijk: int) -> None:
    for wie in "12":
        bewoner(tx, wijk, wie)
    id_ = meld(tx, wijk).data["id"]
    tik(tx, wijk, NU)
    lees(tx, "1", "verzonden")
    verander(tx, wijk, id_, titel="Iets anders")  # what changed before it need not be told any more
    zo = handeling(wijk, IBRAHIM, now=STRAKS)
    assert mijlpaalwijziging.trek_in(tx, zo, id_, zeker=False).soort == "mijlpaal.zeker"
    assert trek_in(tx, wijk, id_).data["mijlpalen"] == []
    for doe in (trek_in, verander):
        with pytest.raises(Geweigerd, match=r"mijlpaal\.weg"):
            doe(tx, wijk, id_)
    assert planning.toon(tx, zo).data["regels"] == []
    for moment in (STRAKS, DAG_ERVOOR, OP):
        tik(tx, wijk, moment)
    assert verstuurd(tx, "mijlpaal.ingetrokken") == ["1"]
    assert gezegd(tx, "mijlpaal.gewijzigd") == gezegd(tx, "mijlpaal.herinnering") == []
    nooit = select(t.outbox.c.reden).where(t.outbox.c.soort == "mijlpaal.nieuw", t.outbox.c.staat == "mislukt")
    assert tx.scalars(nooit).all() == ["ingetrokken"]


def test_what_was_held_back_says_how_it_is_now_and_in_time_for_an_earlier_day(tx: Connection, wijk: int) -> None:
    voorkeuren.zet(tx, bewoner(tx, wijk, "1"), wekelijks=True)
    id_ = meld(tx, wijk).data["id"]
    tik(tx, wijk, NU)
    verander(tx, wijk, id_, moment="5 februari 10:00", titel="Eerder")
    tik(tx, wijk, STRAKS)
    assert verstuurd(tx, "mijlpaal.nieuw") == verstuurd(tx, "mijlpaal.gewijzigd") == []
    tik(tx, wijk, datetime(2027, 2, 3, 9, 0, tzinfo=UTC))  # two days before, and not on Friday afternoon
    assert [een["titel"] for een in gezegd(tx, "mijlpaal.nieuw")] == ["Eerder"]


@pytest.mark.parametrize(("doe", "gaat"), [(verander, ["Anders"]), (trek_in, [])])
def test_what_was_under_way_and_must_be_tried_again_does_not_say_how_it_was(
    tx: Connection, wijk: int, doe: Callable[..., Boodschap], gaat: list[str]
) -> None:
    bewoner(tx, wijk, "1")
    id_ = meld(tx, wijk).data["id"]
    tik(tx, wijk, NU)
    (zending,) = wachtrij.claim(tx, "telegram", [Baan.UITZENDING], 9, NU, NU)
    doe(tx, wijk, id_, **({"titel": "Anders"} if gaat else {}))
    outbox.later(tx, zending, NU)
    opnieuw = wachtrij.claim(
        tx, "telegram", [Baan.UITZENDING], 9, NU + timedelta(minutes=1), STRAKS + timedelta(seconds=1)
    )
    assert [een.boodschap.data["titel"] for een in opnieuw] == gaat


@pytest.mark.overal
@pytest.mark.parametrize("staat", ["bezig", "wachtend"])
@pytest.mark.parametrize(("doe", "gaat"), [(verander, ["Anders"]), (trek_in, [])])
def test_what_is_claimed_or_put_back_at_that_very_moment_does_not_say_how_it_was_either(
    tx: Connection, wijk: int, doe: Callable[..., Boodschap], gaat: list[str], staat: str
) -> None:
    bewoner(tx, wijk, "1")
    id_ = meld(tx, wijk).data["id"]
    tik(tx, wijk, NU)
    (zending,) = wachtrij.claim(tx, "telegram", [Baan.UITZENDING], 9, NU, NU)
    zendingen = [zending] if staat == "bezig" else []
    if staat == "wachtend":
        outbox.terug(tx, zending, NU)
    keren = [None]

    def intussen(verbinding: Any, cursor: Any, sql: str, *rest: Any) -> None:
        """Do what another connection can do between two changes of the outbox."""
        if keren and sql.startswith("UPDATE outbox"):
            keren.pop()
            if zendingen:
                outbox.terug(tx, zendingen.pop(), NU)
            else:
                zendingen.extend(wachtrij.claim(tx, "telegram", [Baan.UITZENDING], 9, NU, NU))

    event.listen(tx, "after_cursor_execute", intussen)
    doe(tx, wijk, id_, **({"titel": "Anders"} if gaat else {}))
    assert not keren
    for zending in zendingen:
        outbox.terug(tx, zending, NU)
    gaan = wachtrij.claim(
        tx, "telegram", [Baan.UITZENDING], 9, NU + timedelta(minutes=1), STRAKS + timedelta(seconds=1)
    )
    assert [een.boodschap.data["titel"] for een in gaan] == gaat


def test_a_withdrawn_one_that_was_held_back_never_goes(tx: Connection, wijk: int) -> None:
    voorkeuren.zet(tx, bewoner(tx, wijk, "1"), wekelijks=True)
    id_ = meld(tx, wijk).data["id"]
    tik(tx, wijk, NU)
    trek_in(tx, wijk, id_)
    tik(tx, wijk, NU + timedelta(days=7))
    assert tx.scalars(select(t.outbox.c.soort)).all() == []


def test_what_changed_is_told_in_parts_each_once(tx: Connection, wijk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wekker, "BLOK", 2)
    for wie in "123456":
        bewoner(tx, wijk, wie)
    id_ = meld(tx, wijk).data["id"]
    tik(tx, wijk, NU)
    for wie in "13456":
        lees(tx, wie, "verzonden")
    verander(tx, wijk, id_, uitleg="Inspreken kan niet meer.")
    tik(tx, wijk, STRAKS)
    assert verstuurd(tx, "mijlpaal.gewijzigd") == ["1", "3", "4", "5", "6"]


def test_only_an_organisator_of_this_wijk_changes_one_that_is_still_to_come(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    id_ = meld(tx, wijk).data["id"]
    elders = een_wijk(tx, "Elders")
    een_rol(tx, elders, ORGANISATOR, "77")
    for zo, welke, reden in (
        (handeling(wijk, NOOR), id_, "rol_nodig"),
        (handeling(wijk, "1"), id_, "rol_nodig"),
        (handeling(elders, "77"), id_, r"mijlpaal\.weg"),
        (handeling(wijk, IBRAHIM), "A" * 22, r"mijlpaal\.weg"),
        (handeling(wijk, IBRAHIM, now=OP), id_, r"mijlpaal\.weg"),
    ):
        daden: list[Callable[..., Boodschap]] = [
            mijlpaalwijziging.begin,
            lambda *wat: mijlpaalwijziging.trek_in(*wat, zeker=True),
        ]
        for doe in daden:
            with pytest.raises(Geweigerd, match=reden):
                doe(tx, zo, welke)
    for wie, mag in ((IBRAHIM, True), (NOOR, False), ("1", False)):
        assert mijlpaalwijziging.toon(tx, handeling(wijk, wie), id_).data["mag"] == mag


def test_what_another_changed_meanwhile_is_not_undone_and_nothing_changed_is_not_told(
    tx: Connection, wijk: int
) -> None:
    id_ = meld(tx, wijk).data["id"]
    with pytest.raises(Geweigerd, match="niets_gewijzigd"):
        verander(tx, wijk, id_)
    een_rol(tx, wijk, ORGANISATOR, NOOR)
    mijlpaalwijziging.begin(tx, handeling(wijk, NOOR, now=STRAKS), id_)
    verander(tx, wijk, id_, titel="Anders")
    with pytest.raises(Geweigerd, match="intussen"):
        formulier.bevestig(tx, handeling(wijk, NOOR, now=STRAKS), FORMULIEREN)

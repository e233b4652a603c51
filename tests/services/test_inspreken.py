"""Who asked for it is reminded to register for speaking: in time, once each, moving along, until they take it back."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot.errors import Geweigerd
from bot.services import formulier, inspreken, mijlpaal, mijlpaalwijziging, wekker
from bot.services.bewoner import mijn_gegevens
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.storage import accounts, voorkeuren, wissen
from bot.storage import tables as t
from tests.builders import NU, een_wijk, handeling
from tests.services.test_mijlpaal import FORMULIEREN, IBRAHIM, STRAKS, gezegd, lees, trek_in, verander
from tests.services.test_wekker import NOOR, bewoner, tik, verstuurd

VOORAF = datetime(2027, 3, 8, 8, 0, tzinfo=UTC)  # Monday nine in the morning, two working days ahead
LAATSTE = datetime(2027, 3, 10, 8, 0, tzinfo=UTC)
ERBIJ = {"inspreken_hoe": ["Bel de griffie: 0318 12 34 56", "10 maart 12:00", "11 maart 19:30"], "plaats": ["Raadzaal"]}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR)])
    return wijk


def meld(tx: Connection, wijk: int, bij: str = "commissie", **erbij: list[str]) -> str:
    zo = handeling(wijk, IBRAHIM)
    formulier.begin(tx, zo, mijlpaal.FORMULIER)
    formulier.kies(tx, zo, FORMULIEREN, "bij", bij)
    for antwoord in ("Warmteplan", "12 maart 19:30", "De commissie praat erover."):
        formulier.typ(tx, zo, FORMULIEREN, antwoord)
    for naam, antwoorden in (erbij or ERBIJ).items():
        formulier.vraag_extra(tx, zo, FORMULIEREN, naam)
        for antwoord in antwoorden:
            formulier.typ(tx, zo, FORMULIEREN, antwoord)
    return str(formulier.bevestig(tx, zo, FORMULIEREN).data["id"])


def wil(tx: Connection, wijk: int, wie: str, id_: str, stand: str = "aan", now: datetime = STRAKS) -> dict[str, Any]:
    return inspreken.herinner_mij(tx, handeling(wijk, wie, now=now), id_, stand).data


def test_one_tap_and_the_reminder_comes_twice_to_who_asked_whatever_else_they_hear(tx: Connection, wijk: int) -> None:
    for wie in "123":
        voorkeuren.zet(tx, bewoner(tx, wijk, wie), raad=wie == "3", gestopt=wie == "2")
    id_ = meld(tx, wijk)
    tik(tx, wijk, NU)
    for wie in "122":  # the second time is a double tap
        assert wil(tx, wijk, wie, id_)["herinnert"] is True
    tik(tx, wijk, VOORAF - timedelta(seconds=1))
    assert verstuurd(tx, "inspreken.herinnering") == []
    for moment in (VOORAF, VOORAF + timedelta(minutes=1)):
        tik(tx, wijk, moment)
    assert verstuurd(tx, "inspreken.herinnering") == ["1", "2"]
    assert wil(tx, wijk, "2", id_, "uit", VOORAF)["herinnert"] is False
    tik(tx, wijk, LAATSTE)
    assert verstuurd(tx, "inspreken.herinnering") == ["1", "1", "2"]
    data = gezegd(tx, "inspreken.herinnering")[0]
    assert (data["inspreken_hoe"], data["plaats"]) == ("Bel de griffie: 0318 12 34 56", "Raadzaal")


def test_it_moves_along_and_who_asked_hears_of_the_change_though_they_read_nothing(tx: Connection, wijk: int) -> None:
    voorkeuren.zet(tx, bewoner(tx, wijk, "1"), raad=False)
    id_ = meld(tx, wijk)
    wil(tx, wijk, "1", id_)
    verander(tx, wijk, id_, inspreken_tot="11 maart 12:00")
    tik(tx, wijk, STRAKS)
    assert verstuurd(tx, "mijlpaal.gewijzigd") == ["1"]
    tik(tx, wijk, VOORAF)
    assert verstuurd(tx, "inspreken.herinnering") == []
    for moment in (VOORAF + timedelta(days=1), LAATSTE):
        tik(tx, wijk, moment)
    assert verstuurd(tx, "inspreken.herinnering") == ["1"]
    lees(tx, "1", "verzonden")
    tik(tx, wijk, LAATSTE + timedelta(days=1))
    assert verstuurd(tx, "inspreken.herinnering") == ["1", "1"]


def test_it_ends_when_the_mijlpaal_is_withdrawn_and_with_who_is_erased(tx: Connection, wijk: int) -> None:
    van = [bewoner(tx, wijk, wie) for wie in "12"]
    eerste, tweede = meld(tx, wijk), meld(tx, wijk)
    for id_ in (eerste, tweede):
        for wie in "12":
            wil(tx, wijk, wie, id_)
    trek_in(tx, wijk, eerste)
    tik(tx, wijk, STRAKS)
    assert verstuurd(tx, "mijlpaal.ingetrokken") == ["1", "2"]
    wissen.vergeet_account(tx, van[0], "x")
    assert set(tx.scalars(select(t.inspreekwens.c.account))) == {van[1]}
    tik(tx, wijk, VOORAF)
    assert verstuurd(tx, "inspreken.herinnering") == ["2"]
    assert mijn_gegevens(tx, handeling(wijk, "2")).data["inspreken"]
    tik(tx, wijk, datetime(2027, 3, 13, 8, 0, tzinfo=UTC))
    assert tx.scalars(select(t.inspreekwens.c.id)).all() == [], "the day after, nobody needs to know who wanted to"
    assert tx.scalars(select(t.bewijs.c.id)).all() == [], "and it is no evidence of anything"


def test_many_are_reminded_in_parts_each_once(tx: Connection, wijk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wekker, "BLOK", 2)
    id_ = meld(tx, wijk)
    for wie in "12345":
        bewoner(tx, wijk, wie)
        wil(tx, wijk, wie, id_)
    tik(tx, wijk, VOORAF)
    assert verstuurd(tx, "inspreken.herinnering") == list("12345")


def test_who_may_not_or_is_too_late_reads_why(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    id_, zonder = meld(tx, wijk), meld(tx, wijk, link=["https://gemeente.voorbeeld.nl"])
    elders = een_wijk(tx, "Elders")
    bewoner(tx, elders, "77")
    te_laat = datetime(2027, 3, 10, 11, 0, tzinfo=UTC)
    for van, wie, welke, now, reden in (
        (wijk, NOOR, id_, STRAKS, "nog_niet_binnen"),
        (elders, "77", id_, STRAKS, r"mijlpaal\.weg"),
        (wijk, "1", "A" * 22, STRAKS, r"mijlpaal\.weg"),
        (wijk, "1", zonder, STRAKS, "te_laat"),
        (wijk, "1", id_, te_laat, "te_laat"),
    ):
        with pytest.raises(Geweigerd, match=reden):
            wil(tx, van, wie, welke, now=now)
    with pytest.raises(Geweigerd, match=r"mijlpaal\.weg"):
        wil(tx, wijk, "1", id_, "misschien")
    scherm = mijlpaalwijziging.toon(tx, handeling(wijk, "1", now=te_laat), id_).data
    assert scherm["herinnert"] is None, "no button that can only refuse"


@pytest.mark.parametrize(
    "antwoorden",
    [["Bel", "13 maart 12:00", "14 maart 19:30"], ["Bel", "11 maart 12:00", "10 maart 19:30"]],
)
def test_who_registers_does_so_before_speaking_and_speaks_before_the_end(
    tx: Connection, wijk: int, antwoorden: list[str]
) -> None:
    with pytest.raises(Geweigerd, match="inspreken_later"):
        meld(tx, wijk, inspreken_hoe=antwoorden)

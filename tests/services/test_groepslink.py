"""Coming into the group of a werkgroep: who gets the link, and who is let in."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, func, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import groepschat, groepslink, werkgroep
from bot.services.handeling import Groep, Handeling
from bot.storage import groepschats, werkgroepen
from bot.storage import tables as t
from tests.builders import een_account, een_bewoner, handeling
from tests.services.test_groepschat import ANDERE, BUUR, GROEP, NOOR, TREK, id_van, in_groep, koppel, stel_op

LID, LINK = "8", "https://t.me/+AbCd"


@pytest.fixture
def wijk(tx: Connection) -> int:
    return stel_op(tx)


@pytest.fixture
def groep(tx: Connection, wijk: int) -> str:
    """A werkgroep with a group, and a member of it."""
    koppel(tx, wijk)
    bewoner = een_bewoner(tx, wijk)
    een_account(tx, LID, bewoner=bewoner)
    werkgroepen.zet_lid(tx, wijk, werkgroepen.lijst(tx, wijk, 0)[0].id, bewoner, lid=True)
    return id_van(tx, "techniek")


def beslist(tx: Connection, wijk: int, wie: str, waar: Groep = GROEP) -> tuple[str, str] | None:
    gezegd = groepslink.beoordeel(tx, in_groep(wijk, wie, waar))
    return (gezegd.wijze, gezegd.soort) if isinstance(gezegd, Boodschap) else None


@pytest.mark.parametrize(
    ("wie", "wijze", "soort"),
    [
        (LID, "toelaten", "groepslink.erin"),
        (TREK, "toelaten", "groepslink.erin"),
        (NOOR, "toelaten", "groepslink.erin"),
        (BUUR, "afwijzen", "groepslink.eerst"),
        ("31337", "afwijzen", "groepslink.eerst"),
    ],
)
def test_who_belongs_to_the_werkgroep_is_let_in(
    tx: Connection,
    wijk: int,
    groep: str,
    wie: str,
    wijze: str,
    soort: str,
) -> None:
    assert beslist(tx, wijk, wie) == (wijze, soort)
    assert beslist(tx, wijk, wie, ANDERE) is None  # that group is nobody's here: its own administrators decide
    assert tx.scalar(select(func.count()).where(t.account.c.extern_id == "31337")) == 0


def test_who_left_or_moved_away_is_not_let_in_any_more(tx: Connection, wijk: int, groep: str) -> None:
    werkgroep.kies(tx, handeling(wijk, LID), groep, "uit")
    assert beslist(tx, wijk, LID) == ("afwijzen", "groepslink.eerst")


def test_a_link_is_made_once_and_again_when_it_works_no_more(tx: Connection, wijk: int, groep: str) -> None:
    def doe(h: Handeling, nieuw: str | None) -> tuple[int | None, object]:
        return groepslink.nog_te_maken(tx, h, groep), groepslink.geef(tx, h, groep, nieuw).data["link"]

    van_lid = handeling(wijk, LID)
    assert doe(van_lid, LINK) == (GROEP.id, LINK)
    assert doe(van_lid, None) == (None, LINK)
    groepslink.vergeet(tx, in_groep(wijk, NOOR))
    assert doe(van_lid, LINK) == (GROEP.id, LINK)
    groepschats.verhuis(tx, "telegram", GROEP.id, -1000)
    assert doe(van_lid, None) == (-1000, None)


def test_a_link_that_holds_no_more_is_revoked_once_the_bot_may(tx: Connection, wijk: int, groep: str) -> None:
    def geef(nieuw: str | None) -> object:
        return groepslink.geef(tx, handeling(wijk, LID), groep, nieuw).intrekken

    assert geef(LINK) is None
    assert geef("van wie net te laat was") == (GROEP.id, "van wie net te laat was")
    for _ in range(2):  # a bot that is no administrator may revoke nothing, and hears it twice
        groepslink.vergeet(tx, in_groep(wijk, NOOR))
    assert geef(None) is None
    assert geef("nieuw") == (GROEP.id, LINK)
    assert geef(None) is None
    groepschats.verhuis(tx, "telegram", GROEP.id, -1000)
    assert geef("nieuwer") == (-1000, "nieuw")
    weg = groepschat.verbreek(tx, handeling(wijk, TREK), groep)
    assert (weg.soort, weg.intrekken) == ("groepschat.lijst", (-1000, "nieuwer"))
    assert groepschat.verbreek(tx, handeling(wijk, TREK), groep).intrekken is None


def test_who_asks_after_the_group_was_let_go_hears_so(tx: Connection, wijk: int, groep: str) -> None:
    groepslink.geef(tx, handeling(wijk, LID), groep, LINK)
    los = groepschat.ontkoppel(tx, in_groep(wijk, TREK))
    assert los.intrekken == (GROEP.id, LINK)
    gezegd = groepslink.beoordeel(tx, in_groep(wijk, LID), eigen_link=True)
    assert isinstance(gezegd, Boodschap)
    assert (gezegd.wijze, gezegd.soort, gezegd.data) == ("afwijzen", "groepslink.los", {"groep": GROEP.titel})
    assert beslist(tx, wijk, LID) is None  # by a link of its administrators: that is for them


def test_who_joined_the_group_hears_once_a_day_what_the_bot_needs(tx: Connection, wijk: int, groep: str) -> None:
    for _ in range(3):
        assert groepslink.geef(tx, handeling(wijk, LID), groep, None).data["link"] is None
    (bericht,) = tx.execute(select(t.outbox.c.soort, t.outbox.c.data)).all()
    assert tuple(bericht) == ("groepslink.nodig", {"naam": "techniek", "groep": GROEP.titel})


def test_the_link_is_for_who_belongs_to_the_werkgroep(tx: Connection, wijk: int, groep: str) -> None:
    geheim = replace(handeling(wijk, BUUR), zaad=b"3" * 32)
    for reden, welke in (("eerst_lid", groep), ("geen_groep", id_van(tx, "klankbord"))):
        assert groepslink.nog_te_maken(tx, geheim, welke) is None
        with pytest.raises(Geweigerd, match=reden):
            groepslink.geef(tx, geheim, welke, LINK)
    assert groepschats.van_werkgroep(tx, wijk, groep).link is None  # type: ignore[union-attr]

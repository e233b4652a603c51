"""Co-confirming: a second person, one tap, 48 hours; what was asked happens once, in the transaction of that tap."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.services import voorstel
from bot.services import wekker as wekker_service
from bot.services.handeling import (
    AMSTERDAM,
    BEGELEIDER,
    BEHEERDER,
    KERNGROEP,
    ORGANISATOR,
    STRAATCONTACT,
    TREKKER,
    Handeling,
    wie_handelt,
)
from bot.storage import Database, outbox, verzendingen, wekkers
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_rol, een_wijk, handeling

MAKER, TWEEDE, DERDE, VREEMDE = "1", "2", "3", "4"
Gedaan = list[tuple[dict[str, Any], int]]


@pytest.fixture
def gedaan(monkeypatch: pytest.MonkeyPatch) -> Gedaan:
    """What was carried out, under the kind `proef`."""
    lijst: Gedaan = []

    def voer_uit(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
        if data.get("kan_niet"):
            raise Geweigerd("moment.voorbij")
        lijst.append((data, gemaakt_door))

    monkeypatch.setitem(voorstel.UITVOERDERS, "proef", voer_uit)
    return lijst


def richt_in(tx: Connection) -> int:
    wijk = een_wijk(tx)
    for wie, rol in ((MAKER, TREKKER), (TWEEDE, KERNGROEP), (DERDE, ORGANISATOR)):
        een_account(tx, wie)
        een_rol(tx, wijk, rol, wie)
    een_account(tx, VREEMDE)
    return wijk


@pytest.fixture
def wijk(tx: Connection, gedaan: Gedaan) -> int:
    return richt_in(tx)


def vraag(tx: Connection, wijk: int, van: str = MAKER, **data: Any) -> str:
    """Ask, and return the public id."""
    zo = handeling(wijk, van)
    gezegd = voorstel.stel_voor(tx, zo, wie_handelt(tx, zo), "proef", data, titel="Feest")
    assert gezegd.soort == "voorstel.gemaakt"
    return str(gezegd.data["id"])


def uit(tx: Connection) -> list[tuple[str, str, str]]:
    """Return to whom which messages go, with the state that they tell."""
    lees = select(t.account.c.extern_id, t.outbox.c.soort, t.outbox.c.data).join(
        t.account, t.account.c.id == t.outbox.c.account
    )
    return [(r.extern_id, r.soort, r.data.get("staat", "")) for r in tx.execute(lees.order_by(t.outbox.c.id))]


def test_all_who_may_be_the_second_person_are_asked_and_the_maker_is_not(tx: Connection, wijk: int) -> None:
    een_account(tx, "5")
    een_rol(tx, wijk, STRAATCONTACT, "5")
    vraag(tx, wijk)
    assert uit(tx) == [(TWEEDE, "voorstel.een", ""), (DERDE, "voorstel.een", "")]


def test_the_first_tap_of_a_second_person_does_it_and_tells_the_maker(
    tx: Connection, wijk: int, gedaan: Gedaan
) -> None:
    publiek_id = vraag(tx, wijk, naam="Anna")
    gezegd = voorstel.akkoord(tx, handeling(wijk, TWEEDE), publiek_id)
    assert gezegd.data["staat"] == "bevestigd"
    assert [data for data, _ in gedaan] == [{"naam": "Anna"}]
    assert uit(tx)[-1] == (MAKER, "voorstel.afloop", "bevestigd")
    for wie in (TWEEDE, DERDE):
        with pytest.raises(Geweigerd, match="al_bevestigd"):
            voorstel.akkoord(tx, handeling(wijk, wie), publiek_id)
    assert len(gedaan) == 1


def test_when_it_ends_its_content_is_forgotten(tx: Connection, wijk: int) -> None:
    publiek_id = vraag(tx, wijk, naam="Anna")
    voorstel.akkoord(tx, handeling(wijk, TWEEDE), publiek_id)
    assert tx.execute(select(t.voorstel.c.data, t.voorstel.c.velden)).one() == ({}, {})


@pytest.mark.parametrize("doe", [voorstel.akkoord, voorstel.niet_akkoord])
def test_the_maker_cannot_be_the_second_person(tx: Connection, wijk: int, gedaan: Gedaan, doe: Any) -> None:
    een_rol(tx, wijk, ORGANISATOR, MAKER)
    with pytest.raises(Geweigerd, match=r"voorstel\.eigen"):
        doe(tx, handeling(wijk, MAKER), vraag(tx, wijk))
    assert gedaan == []


def test_two_accounts_of_one_resident_are_one_person(tx: Connection, wijk: int, gedaan: Gedaan) -> None:
    bewoner = een_bewoner(tx, wijk)
    for wie, rol in (("10", BEGELEIDER), ("11", BEGELEIDER)):
        een_account(tx, wie, bewoner=bewoner)
        een_rol(tx, wijk, rol, wie)
    publiek_id = vraag(tx, wijk, "10")
    assert "11" not in [naar for naar, *_ in uit(tx)]
    with pytest.raises(Geweigerd, match=r"voorstel\.eigen"):
        voorstel.akkoord(tx, handeling(wijk, "11"), publiek_id)
    assert voorstel.toon(tx, handeling(wijk, "11"), publiek_id).data["eigen"]
    assert voorstel.trek_in(tx, handeling(wijk, "11"), publiek_id).data["staat"] == "ingetrokken"


@pytest.mark.parametrize("rol", [KERNGROEP, BEGELEIDER, ORGANISATOR, BEHEERDER])
def test_who_may_be_the_second_person(tx: Connection, wijk: int, gedaan: Gedaan, rol: str) -> None:
    een_account(tx, "7")
    een_rol(tx, wijk, rol, "7")
    voorstel.akkoord(tx, handeling(wijk, "7"), vraag(tx, wijk))
    assert len(gedaan) == 1


@pytest.mark.parametrize("rol", [None, STRAATCONTACT, TREKKER])
def test_who_may_not(tx: Connection, wijk: int, gedaan: Gedaan, rol: str | None) -> None:
    if rol:
        een_rol(tx, wijk, rol, VREEMDE)
    publiek_id = vraag(tx, wijk)
    for doe in (voorstel.akkoord, voorstel.niet_akkoord, voorstel.toon, voorstel.trek_in):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            doe(tx, handeling(wijk, VREEMDE), publiek_id)
    with pytest.raises(Geweigerd, match="rol_nodig"):
        voorstel.lijst(tx, handeling(wijk, VREEMDE))
    assert gedaan == []


def test_somebody_elses_cannot_be_withdrawn(tx: Connection, wijk: int) -> None:
    with pytest.raises(Geweigerd, match="onbekend"):
        voorstel.trek_in(tx, handeling(wijk, TWEEDE), vraag(tx, wijk))


@pytest.mark.parametrize(
    ("einde", "staat", "bericht"),
    [
        (lambda tx, w, v: voorstel.niet_akkoord(tx, handeling(w, TWEEDE), v), "afgewezen", True),
        (lambda tx, w, v: voorstel.trek_in(tx, handeling(w, MAKER), v), "ingetrokken", False),
    ],
    ids=["refused", "withdrawn"],
)
def test_no_ends_it_and_a_later_yes_does_nothing(
    tx: Connection, wijk: int, gedaan: Gedaan, einde: Any, staat: str, bericht: bool
) -> None:
    publiek_id = vraag(tx, wijk)
    assert einde(tx, wijk, publiek_id).data["staat"] == staat
    assert ((MAKER, "voorstel.afloop", staat) in uit(tx)) == bericht
    with pytest.raises(Geweigerd, match=f"al_{staat}"):
        voorstel.akkoord(tx, handeling(wijk, DERDE), publiek_id)
    assert gedaan == []


def test_after_48_hours_it_lapses_and_the_maker_hears_it_once(tx: Connection, wijk: int, gedaan: Gedaan) -> None:
    publiek_id = vraag(tx, wijk)
    straks = NU + timedelta(hours=48)
    with pytest.raises(Geweigerd, match="al_verlopen"):  # also when the clock strikes before the tick does
        voorstel.akkoord(tx, handeling(wijk, TWEEDE, now=straks), publiek_id)
    assert wekkers.eerste(tx, wijk, straks - timedelta(seconds=1)) is None
    wekker = wekkers.eerste(tx, wijk, straks)
    assert wekker is not None
    for _ in range(2):
        wekker_service.doe(tx, wijk, wekker.id, straks, AMSTERDAM, Verzending())
    assert uit(tx)[2:] == [(MAKER, "voorstel.afloop", "verlopen")]
    assert gedaan == []


def test_what_was_confirmed_does_not_lapse(tx: Connection, wijk: int) -> None:
    voorstel.akkoord(tx, handeling(wijk, TWEEDE), vraag(tx, wijk))
    wekker = wekkers.eerste(tx, wijk, NU + timedelta(hours=49))
    assert wekker is not None
    wekker_service.doe(tx, wijk, wekker.id, NU + timedelta(hours=49), AMSTERDAM, Verzending())
    assert [staat for *_, staat in uit(tx)] == ["", "", "bevestigd"]


def test_what_cannot_be_done_any_more_is_refused_and_stays_open(tx: Connection, wijk: int) -> None:
    publiek_id = vraag(tx, wijk, kan_niet=True)
    punt = tx.begin_nested()
    with pytest.raises(Geweigerd, match=r"moment\.voorbij"):
        voorstel.akkoord(tx, handeling(wijk, TWEEDE), publiek_id)
    punt.rollback()  # as a refusal does
    assert voorstel.toon(tx, handeling(wijk, TWEEDE), publiek_id).data["id"] == publiek_id


def test_it_does_not_go_on_for_someone_whose_role_was_taken(tx: Connection, wijk: int, gedaan: Gedaan) -> None:
    publiek_id = vraag(tx, wijk)
    tx.execute(t.rol.delete().where(t.rol.c.extern_id == MAKER))
    with pytest.raises(Geweigerd, match="maker_weg"):
        voorstel.akkoord(tx, handeling(wijk, TWEEDE), publiek_id)
    assert gedaan == []


@pytest.mark.parametrize(
    ("doe", "wie", "staat", "anderen"),
    [
        (voorstel.trek_in, MAKER, "ingetrokken", [TWEEDE, DERDE]),
        (voorstel.akkoord, TWEEDE, "bevestigd", [DERDE]),  # who did it reads that already
        (voorstel.niet_akkoord, TWEEDE, "afgewezen", [DERDE]),
    ],
)
def test_where_the_question_stands_in_a_chat_it_says_how_it_ended(
    tx: Connection, wijk: int, doe: Any, wie: str, staat: str, anderen: list[str]
) -> None:
    publiek_id = vraag(tx, wijk)
    tx.execute(t.outbox.update().values(staat="verzonden", bericht_id=5))
    doe(tx, handeling(wijk, wie), publiek_id)
    assert [wat for wat in uit(tx) if wat[1] == "voorstel.voorbij"] == [
        (naar, "voorstel.voorbij", staat) for naar in anderen
    ]
    verandert = select(t.outbox.c.bericht_id).where(t.outbox.c.soort == "voorstel.voorbij")
    assert set(tx.scalars(verandert)) == {5}


@pytest.mark.parametrize("einde", ["akkoord", "ingetrokken", "verlopen"])
def test_a_question_that_still_waits_for_the_morning_does_not_go_once_it_is_answered(
    tx: Connection, wijk: int, einde: str
) -> None:
    publiek_id = vraag(tx, wijk)
    if einde == "akkoord":
        voorstel.akkoord(tx, handeling(wijk, TWEEDE), publiek_id)
    elif einde == "ingetrokken":
        voorstel.trek_in(tx, handeling(wijk, MAKER), publiek_id)
    else:
        straks = NU + timedelta(hours=48)
        wekker = wekkers.eerste(tx, wijk, straks)
        assert wekker is not None
        wekker_service.doe(tx, wijk, wekker.id, straks, AMSTERDAM, Verzending())
    assert set(tx.scalars(select(t.outbox.c.staat).where(t.outbox.c.soort == "voorstel.een"))) == {"mislukt"}


def test_a_question_that_is_uncertain_is_not_repeated_once_it_is_answered(tx: Connection, wijk: int) -> None:
    publiek_id = vraag(tx, wijk)
    for _ in range(2):  # the question, and its first repeat
        tx.execute(t.outbox.update().values(staat="onzeker"))
        rijen = verzendingen.te_herhalen(tx, wijk, None, NU, 0, 9)
        assert len(rijen) == 2
        outbox.herhaal(tx, rijen)
    wacht, stond_er = tx.scalars(select(t.outbox.c.id).where(t.outbox.c.staat == "wachtend")).all()
    tx.execute(t.outbox.update().where(t.outbox.c.id == stond_er).values(staat="verzonden", bericht_id=5))
    voorstel.trek_in(tx, handeling(wijk, MAKER), publiek_id)
    assert verzendingen.te_herhalen(tx, wijk, None, NU, 0, 9) == []
    assert tx.scalar(select(t.outbox.c.reden).where(t.outbox.c.id == wacht)) == "ingetrokken"
    verandert = select(t.outbox.c.bericht_id).where(t.outbox.c.soort == "voorstel.voorbij")
    assert tx.scalars(verandert).all() == [5]


def test_another_wijk_knows_nothing_of_it(tx: Connection, wijk: int) -> None:
    publiek_id, ander = vraag(tx, wijk), een_wijk(tx, "Elders")
    een_rol(tx, ander, ORGANISATOR, DERDE)
    with pytest.raises(Geweigerd, match=r"voorstel\.onbekend"):
        voorstel.akkoord(tx, handeling(ander, DERDE), publiek_id)
    assert voorstel.lijst(tx, handeling(ander, DERDE)).data == {"voorstellen": []}


def test_the_list_shows_what_waits_the_oldest_first(tx: Connection, wijk: int) -> None:
    eerste, tweede, derde = (vraag(tx, wijk, n=n) for n in range(3))
    voorstel.trek_in(tx, handeling(wijk, MAKER), tweede)
    lijst = voorstel.lijst(tx, handeling(wijk, TWEEDE)).data["voorstellen"]
    assert [v["id"] for v in lijst] == [eerste, derde]
    assert voorstel.lijst(tx, handeling(wijk, TWEEDE, now=NU + timedelta(hours=48))).data == {"voorstellen": []}


def test_what_still_waits_is_not_asked_twice_and_another_who_asks_it_may_agree(tx: Connection, wijk: int) -> None:
    eerste, ander = vraag(tx, wijk, n=1, straten=("a",)), vraag(tx, wijk, n=2)
    gestuurd = len(uit(tx))
    for wie, eigen in ((MAKER, True), (TWEEDE, False)):
        zo = handeling(wijk, wie)
        al = voorstel.stel_voor(tx, zo, wie_handelt(tx, zo), "proef", {"n": 1, "straten": ("a",)})
        assert (al.soort, al.data["id"], al.data["eigen"]) == ("voorstel.een", eerste, eigen)
    assert len(uit(tx)) == gestuurd
    voorstel.trek_in(tx, handeling(wijk, MAKER), eerste)
    assert vraag(tx, wijk, n=1, straten=("a",)) not in {eerste, ander}


def test_with_nobody_to_ask_the_maker_is_told_so(tx: Connection, wijk: int) -> None:
    tx.execute(t.rol.delete().where(t.rol.c.extern_id != MAKER))
    zo = handeling(wijk, MAKER)
    assert voorstel.stel_voor(tx, zo, wie_handelt(tx, zo), "proef", {}).data["aantal"] == 0


@pytest.mark.parametrize(("wil", "gevraagd"), [({"invoer"}, True), ({"correctie", "bericht"}, False), (set(), False)])
def test_the_settings_say_for_what_a_second_person_is_asked(
    tx: Connection, wijk: int, gedaan: Gedaan, wil: set[str], gevraagd: bool
) -> None:
    van = handeling(wijk, MAKER)
    zo = Handeling(wijk, van.afzender, van.now, van.zaad, tweede_persoon=frozenset(wil))
    gezegd = voorstel.doe_of_stel_voor(tx, zo, wie_handelt(tx, zo), "invoer", "proef", {"n": 1})
    assert isinstance(gezegd, Boodschap) == gevraagd
    assert len(gedaan) == (not gevraagd)


@pytest.mark.parametrize(("wat", "gevraagd"), [("invoer", True), ("correctie", True), ("bericht", False)])
def test_after_the_closing_what_changes_the_count_asks_a_second_person_whatever_the_settings_say(
    tx: Connection, wijk: int, gedaan: Gedaan, wat: str, gevraagd: bool
) -> None:
    blad = tx.execute(
        insert(t.bewijs).values(wijk=wijk, blad="{}", openbaar=True).returning(t.bewijs.c.id)
    ).scalar_one()
    tx.execute(insert(t.afsluiting).values(wijk=wijk, bewijs=blad, op=NU))
    zo = handeling(wijk, MAKER)
    assert zo.tweede_persoon == frozenset()
    gezegd = voorstel.doe_of_stel_voor(tx, zo, wie_handelt(tx, zo), wat, "proef", {"n": 1})
    assert (isinstance(gezegd, Boodschap), len(gedaan)) == (gevraagd, not gevraagd)


async def test_of_ten_who_tap_at_once_one_does_it(database: Database, gedaan: Gedaan) -> None:
    def begin(tx: Connection) -> tuple[int, str]:
        wijk = richt_in(tx)
        for n in range(10):
            een_account(tx, f"k{n}")
            een_rol(tx, wijk, KERNGROEP, f"k{n}")
        return wijk, vraag(tx, wijk)

    wijk, publiek_id = await database.write(None, begin)
    tikken = (database.write(wijk, voorstel.akkoord, handeling(wijk, f"k{n}"), publiek_id) for n in range(10))
    uitkomsten = await asyncio.gather(*tikken, return_exceptions=True)
    assert len([u for u in uitkomsten if isinstance(u, Boodschap)]) == 1
    assert len([u for u in uitkomsten if isinstance(u, Geweigerd)]) == 9
    einden = await database.read(lambda tx: [naar for naar, soort, _ in uit(tx) if soort == "voorstel.afloop"])
    assert einden == [MAKER]

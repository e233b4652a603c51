"""A poll in the group of its werkgroep: what the message shows, and what a tap on it does."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import groepschat, peiling, peilingkaart, stemmen
from bot.services.handeling import BEGELEIDER, TREKKER, Groep, Handeling, eis_rol
from bot.storage import accounts, groepschats, peilingen, peilingkaarten, werkgroepen
from bot.storage import tables as t
from bot.storage.peilingkaarten import Kaart, Taak
from tests.builders import NU, een_account, een_bewoner, een_publiek_id, een_wijk, handeling

NOOR = "9001"
GROEP = Groep(-100, "Straatapp")
KANAAL = "telegram"


@pytest.fixture
def wijk(tx: Connection) -> int:
    """A werkgroep with fifteen members, a neighbour (99) who is none, and the group of the werkgroep."""
    wijk = een_wijk(tx)
    werkgroepen.vul_aan(tx, wijk, [("techniek", een_publiek_id())])
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, KANAAL, NOOR)])
    een_account(tx, NOOR)
    groep = werkgroepen.lijst(tx, wijk, 0)[0]
    for nummer in (*range(1, 16), 99):
        bewoner = een_bewoner(tx, wijk)
        een_account(tx, str(nummer), bewoner=bewoner)
        if nummer < 99:
            werkgroepen.zet_lid(tx, wijk, groep.id, bewoner, lid=True)
    koppel(tx, wijk)
    return wijk


def werkgroep(tx: Connection) -> str:
    return str(tx.scalar(select(t.werkgroep.c.publiek_id)))


def koppel(tx: Connection, wijk: int, groep: Groep = GROEP) -> None:
    geheim = groepschat.vraag_code(tx, handeling(wijk, NOOR), werkgroep(tx)).data["geheim"]
    groepschat.koppel(tx, in_groep(wijk, NOOR, groep), geheim)


def in_groep(
    wijk: int, wie: str, groep: Groep = GROEP, *, namens: bool = False, later: timedelta = timedelta(0)
) -> Handeling:
    doet = handeling(wijk, wie, now=NU + later)
    return replace(doet, afzender=replace(doet.afzender, prive=False, groep=groep, namens=namens))


def open_(tx: Connection, wijk: int, **velden: Any) -> str:
    """Open a poll for the werkgroep; return its public id."""
    doet = handeling(wijk, NOOR)
    data = {"methode": "keuze", "vraag": "Welke?", "keuze.opties": ["Rood", "Blauw"], "live": "nee", "besluit": "nee"}
    data |= {"keuze.max_keuzes": "een", "voor": "werkgroep", "welke": werkgroep(tx), "met_naam": "nee"}
    data |= {"sluit_op": (NU + timedelta(days=3)).isoformat(), **velden}
    peiling.FORMULIER.klaar(tx, doet, eis_rol(tx, doet, BEGELEIDER, TREKKER), data)
    return str(tx.scalar(select(t.peiling.c.publiek_id).order_by(t.peiling.c.id.desc()).limit(1)))


def werk_bij(tx: Connection, wijk: int, bericht_id: int = 7, later: timedelta = timedelta(0)) -> list[Taak]:
    """Do what the channel does when all goes well; return what it showed."""
    peilingkaart.begin(tx, wijk, KANAAL, NU + later)
    taken = [taak for kaart in kaarten(tx, wijk) if (taak := peilingkaart.taak(tx, kaart, NU + later))]
    for taak in taken:
        if taak.laatste:
            peilingkaarten.weg(tx, taak.kaart)
        else:
            peilingkaarten.zet(tx, taak.kaart, bericht_id=bericht_id, getoond=taak.merk)
    return taken


def kaarten(tx: Connection, wijk: int) -> list[Kaart]:
    return peilingkaarten.te_doen(tx, [wijk], KANAAL)


def tik(tx: Connection, wijk: int, van: str, wie: str, daad: str = "0", **waar: Any) -> Boodschap:
    return peilingkaart.stem(tx, in_groep(wijk, wie, **waar), van, daad)


def reden(tx: Connection, wijk: int, van: str, wie: str, daad: str = "0", **waar: Any) -> str:
    with pytest.raises(Geweigerd) as nee:
        tik(tx, wijk, van, wie, daad, **waar)
    return nee.value.sleutel


def telling(tx: Connection) -> dict[str, int]:
    return peilingen.tel(tx, tx.scalar(select(func.max(t.peiling.c.id))) or 0)


def sluit(tx: Connection, wijk: int, van: str, daad: Any = peiling.sluit) -> None:
    daad(tx, handeling(wijk, NOOR), van, zeker=True)


def test_a_tap_in_the_group_and_one_in_private_are_one_vote_with_one_piece_of_evidence(
    tx: Connection, wijk: int
) -> None:
    van = open_(tx, wijk)
    werk_bij(tx, wijk)
    for _ in range(2):
        geteld = tik(tx, wijk, van, "1")
        assert (geteld.soort, geteld.data, geteld.wijze) == (
            "peilingkaart.geteld",
            {"methode": "keuze", "stem": ["Rood"]},
            "tik",
        )
    assert telling(tx) == {"[0]": 1}
    stemmen.stem(tx, handeling(wijk, "1"), van, "1")
    assert telling(tx) == {"[1]": 1}
    assert stemmen.toon(tx, handeling(wijk, "1"), van).data["scherm"]["stem"] == ["Blauw"]
    tik(tx, wijk, van, "1")
    assert telling(tx) == {"[0]": 1}
    assert tx.scalar(select(func.count()).select_from(t.bewijs)) == 1


def test_a_tap_of_who_does_not_vote_here_counts_nothing_and_makes_no_account(tx: Connection, wijk: int) -> None:
    van = open_(tx, wijk)
    werk_bij(tx, wijk)
    voor = tx.scalar(select(func.count()).select_from(t.account))
    assert reden(tx, wijk, van, "31337") == "peilingkaart.onbekend"
    assert reden(tx, wijk, van, NOOR) == "peilingkaart.onbekend"
    assert reden(tx, wijk, van, "99") == "peilingkaart.niet_van_u"
    assert reden(tx, wijk, van, "1", namens=True) == "groepschat.namens"
    assert telling(tx) == {}
    assert tx.scalar(select(func.count()).select_from(t.account)) == voor


def test_a_forged_tap_is_refused(tx: Connection, wijk: int) -> None:
    van = open_(tx, wijk)
    werk_bij(tx, wijk)
    straat = open_(tx, wijk, voor="wijk")
    punten = open_(tx, wijk, **{"keuze.max_keuzes": "alle"})
    werk_bij(tx, wijk)
    for wat, daad, groep in (
        (een_publiek_id(), "0", GROEP),
        (van, "9", GROEP),
        (van, "", GROEP),
        (van, "0-", GROEP),
        (van, "0", Groep(-200, "Een andere groep")),
        (straat, "0", GROEP),
        (punten, "0", GROEP),
    ):
        assert reden(tx, wijk, wat, "1", daad, groep=groep) == "peilingkaart.weg"
    with pytest.raises(Geweigerd, match=r"peilingkaart\.weg"):
        peilingkaart.stem(tx, handeling(wijk, "1"), van, "0")
    assert tx.scalar(select(func.count()).select_from(t.stembiljet)) == 0


def test_one_message_per_open_poll_of_the_werkgroep_and_none_for_others(tx: Connection, wijk: int) -> None:
    van = open_(tx, wijk)
    open_(tx, wijk, voor="wijk")
    morgen = NU + timedelta(days=1)
    open_(tx, wijk, vraag="Morgen?", opent_op=morgen.isoformat())
    assert peilingkaart.ontbreekt(tx, [wijk], KANAAL, NU)
    (taak,) = werk_bij(tx, wijk)
    assert (taak.boodschap.soort, taak.boodschap.data["id"]) == ("peilingkaart.open", van)
    assert not peilingkaart.ontbreekt(tx, [wijk], KANAAL, NU)
    assert werk_bij(tx, wijk) == []
    (taak,) = werk_bij(tx, wijk, later=timedelta(days=1))
    assert taak.boodschap.data["vraag"] == "Morgen?"


def test_the_message_tells_of_nobody_and_stays_as_it_is_while_people_vote(tx: Connection, wijk: int) -> None:
    van = open_(tx, wijk, met_naam="ja")
    (taak,) = werk_bij(tx, wijk)
    for wie in range(1, 16):
        tik(tx, wijk, van, str(wie))
    assert werk_bij(tx, wijk) == []
    data = taak.boodschap.data
    assert data["scherm"]["stem"] == []
    assert [gekozen for rij in data["scherm"]["knoppen"] for _, _, gekozen in rij] == [False, False]
    assert (data["gestemd"], data["tussenstand"], data["met_naam"]) == (None, None, {"naam": None})


def test_a_live_poll_shows_roughly_how_many_voted_so_that_many_taps_are_few_changes(tx: Connection, wijk: int) -> None:
    van = open_(tx, wijk, live="ja")
    getoond = [werk_bij(tx, wijk)[0].boodschap.data["gestemd"]]
    for wie in range(1, 16):
        tik(tx, wijk, van, str(wie))
        getoond += [taak.boodschap.data["gestemd"] for taak in werk_bij(tx, wijk)]
    assert getoond[1:] == [10, 15]
    assert isinstance(getoond[0], str)


@pytest.mark.parametrize("hoe", ["meer", "geschud"])
def test_where_a_tap_is_no_whole_ballot_or_each_has_an_own_order_one_votes_in_private(
    tx: Connection, wijk: int, hoe: str
) -> None:
    anders = {"keuze.max_keuzes": "alle"} if hoe == "meer" else {"keuze.geschud": "ja"}
    van = open_(tx, wijk, **anders)
    (taak,) = werk_bij(tx, wijk)
    assert taak.boodschap.data["bewoner"] is False
    assert reden(tx, wijk, van, "1") == "peilingkaart.weg"


def test_after_closing_it_becomes_the_result_as_everyone_may_see_it_and_takes_no_tap(tx: Connection, wijk: int) -> None:
    van = open_(tx, wijk, met_naam="ja")
    werk_bij(tx, wijk)
    for wie in range(1, 4):
        tik(tx, wijk, van, str(wie))
    assert reden(tx, wijk, van, "4", later=timedelta(days=3)) == "peilingkaart.gesloten"
    sluit(tx, wijk, van)
    (taak,) = werk_bij(tx, wijk)
    assert (taak.boodschap.soort, taak.laatste) == ("peilingkaart.uitslag", True)
    assert (taak.boodschap.data["regels"], taak.boodschap.data["met_naam"]) == ([], False)
    assert kaarten(tx, wijk) == []
    assert reden(tx, wijk, van, "4") == "peilingkaart.gesloten"


def test_a_result_for_who_took_part_does_not_stand_in_the_group(tx: Connection, wijk: int) -> None:
    van = open_(tx, wijk, uitslag_naar="stemmers")
    werk_bij(tx, wijk)
    sluit(tx, wijk, van)
    assert [taak.boodschap.soort for taak in werk_bij(tx, wijk)] == ["peilingkaart.gesloten"]


def test_a_poll_that_is_withdrawn_says_so_in_the_group(tx: Connection, wijk: int) -> None:
    van = open_(tx, wijk)
    werk_bij(tx, wijk)
    sluit(tx, wijk, van, peiling.trek_in)
    assert [taak.boodschap.soort for taak in werk_bij(tx, wijk)] == ["peilingkaart.ingetrokken"]


def test_a_new_version_has_a_message_of_its_own_and_the_one_before_says_that_it_is_there(
    tx: Connection, wijk: int
) -> None:
    oud = open_(tx, wijk)
    werk_bij(tx, wijk)
    tik(tx, wijk, oud, "1")
    nieuw = open_(tx, wijk, vraag="Welke nu?", vervangt=oud, wijziging="De vraag klopte niet.")
    einde, begin = werk_bij(tx, wijk)
    assert (einde.boodschap.soort, einde.boodschap.data["nieuwe"]) == ("peilingkaart.ingetrokken", nieuw)
    assert (begin.boodschap.soort, begin.boodschap.data["id"]) == ("peilingkaart.open", nieuw)
    assert reden(tx, wijk, oud, "1") == "peilingkaart.gesloten"
    tik(tx, wijk, nieuw, "1")
    assert telling(tx) == {"[0]": 1}


def test_a_group_that_was_let_go_reads_that_once_and_its_taps_count_no_more(tx: Connection, wijk: int) -> None:
    van = open_(tx, wijk)
    werk_bij(tx, wijk)
    groepschat.ontkoppel(tx, in_groep(wijk, NOOR))
    assert reden(tx, wijk, van, "1") == "peilingkaart.weg"
    koppel(tx, wijk, Groep(-200, "Nieuw"))
    taken = werk_bij(tx, wijk)
    assert {(taak.kaart.chat, taak.boodschap.soort) for taak in taken} == {
        (GROEP.id, "peilingkaart.los"),
        (-200, "peilingkaart.open"),
    }
    assert [kaart.chat for kaart in kaarten(tx, wijk)] == [-200]
    tik(tx, wijk, van, "1", groep=Groep(-200, "Nieuw"))
    assert telling(tx) == {"[0]": 1}


def test_a_group_with_another_id_gets_its_message_anew_and_takes_taps_there(tx: Connection, wijk: int) -> None:
    van = open_(tx, wijk)
    werk_bij(tx, wijk)
    groepschat.verhuis(tx, in_groep(wijk, "1"), GROEP.id, -1000)
    (kaart,) = kaarten(tx, wijk)
    assert (kaart.chat, kaart.bericht_id, kaart.gestuurd) == (-1000, None, 0)
    assert reden(tx, wijk, van, "1") == "peilingkaart.weg"
    tik(tx, wijk, van, "1", groep=Groep(-1000, "Straatapp"))


def test_a_message_that_is_given_up_is_told_to_who_joined_the_group_once_and_not_begun_again(
    tx: Connection, wijk: int
) -> None:
    open_(tx, wijk)
    werk_bij(tx, wijk)
    peilingkaart.lukt_niet(tx, kaarten(tx, wijk)[0])
    assert werk_bij(tx, wijk) == []
    assert tx.scalars(select(t.outbox.c.soort)).all() == ["peilingkaart.lukt_niet"]
    groepschat.ontkoppel(tx, in_groep(wijk, NOOR))
    assert tx.scalar(select(func.count()).select_from(t.peilingkaart)) == 0


def test_a_group_that_is_closed_to_the_bot_is_let_go_and_told(tx: Connection, wijk: int) -> None:
    open_(tx, wijk)
    werk_bij(tx, wijk)
    for _ in range(2):
        peilingkaart.groep_weg(tx, kaarten(tx, wijk)[0])
    assert groepschats.alle(tx, wijk, KANAAL) == []
    assert tx.scalars(select(t.outbox.c.soort)).all() == ["groepschat.weg"]

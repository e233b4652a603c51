"""A meeting in the group of its werkgroep: announced once, changed in place, and told of nobody."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.services import groepschat, inchecken, peilingkaart
from bot.storage import bijeenkomsten, peilingkaarten
from bot.storage.bijeenkomsten import Bijeenkomst
from tests.builders import NU, een_account, een_bewoner, een_bijeenkomst, handeling
from tests.services.test_groepschat import GROEP, NOOR, id_van, koppel, stel_op

UUR, DAG = timedelta(hours=1), timedelta(days=1)


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = stel_op(tx)
    koppel(tx, wijk)
    return wijk


def plan(tx: Connection, wijk: int, groep: str = "techniek", **velden: Any) -> Bijeenkomst:
    voor = {"doelgroep": "werkgroep", "doelgroep_bereik": id_van(tx, groep)}
    return een_bijeenkomst(tx, wijk, **{"begin": NU + DAG, "titel": "Overleg", **voor, **velden})


def werk_bij(tx: Connection, wijk: int, later: timedelta = timedelta(0)) -> list[tuple[str, Any]]:
    """Do what the channel does when all goes well; return what it showed, and whether that was a new message."""
    peilingkaart.begin(tx, wijk, "telegram", NU + later)
    getoond = []
    for kaart in peilingkaarten.te_doen(tx, [wijk], "telegram"):
        if taak := peilingkaart.taak(tx, kaart, NU + later):
            hoe = "nieuw" if kaart.bericht_id is None else "anders"
            getoond.append((f"{hoe} {taak.boodschap.soort.partition('.')[2]}", taak.boodschap.data))
            if taak.laatste:
                peilingkaarten.weg(tx, kaart)
            else:
                peilingkaarten.zet(tx, kaart, bericht_id=7, getoond=taak.merk)
    return getoond


def soorten(tx: Connection, wijk: int, later: timedelta = timedelta(0)) -> list[str]:
    return [soort for soort, _ in werk_bij(tx, wijk, later)]


@pytest.mark.overal
def test_a_meeting_of_the_werkgroep_is_announced_once_and_changed_in_place_to_its_end(
    tx: Connection, wijk: int
) -> None:
    bij = plan(tx, wijk)
    plan(tx, wijk, "klankbord")
    een_bijeenkomst(tx, wijk, begin=NU + DAG)  # for the whole wijk
    ((soort, data),) = werk_bij(tx, wijk)
    assert (soort, data["plaats"], data["deur"]) == ("nieuw komt", "Buurthuis", False)
    assert werk_bij(tx, wijk) == []
    bijeenkomsten.zet(tx, bij.id, plaats="De Nestkast")
    ((soort, data),) = werk_bij(tx, wijk)
    assert (soort, data["plaats"]) == ("anders komt", "De Nestkast")
    ((soort, data),) = werk_bij(tx, wijk, DAG - UUR)
    assert (soort, data["deur"]) == ("anders komt", True)
    assert soorten(tx, wijk, DAG + UUR) == []
    assert soorten(tx, wijk, DAG + 7 * UUR) == ["anders geweest"]
    assert soorten(tx, wijk, DAG + 8 * UUR) == []


def test_of_a_series_only_the_next_meeting_stands_in_the_group(tx: Connection, wijk: int) -> None:
    for dagen in (1, 8, 15):
        plan(tx, wijk, begin=NU + dagen * DAG, reeks="A" * 22, titel=f"Keer {dagen}")
    assert [data["titel"] for _, data in werk_bij(tx, wijk)] == ["Keer 1"]
    assert sorted((soort, data["titel"]) for soort, data in werk_bij(tx, wijk, 2 * DAG)) == [
        ("anders geweest", "Keer 1"),
        ("nieuw komt", "Keer 8"),
    ]


def test_what_is_called_off_or_let_go_says_so_and_comes_no_second_time(tx: Connection, wijk: int) -> None:
    af, los = plan(tx, wijk, titel="Af"), plan(tx, wijk, titel="Los")
    assert soorten(tx, wijk) == ["nieuw komt", "nieuw komt"]
    bijeenkomsten.zet(tx, af.id, afgelast_op=NU)
    assert soorten(tx, wijk) == ["anders afgelast"]
    groepschat.verbreek(tx, handeling(wijk, NOOR), id_van(tx, "techniek"))
    assert werk_bij(tx, wijk) == [
        ("anders los", {"titel": "Los", "id": los.publiek_id, "begin": los.begin.isoformat()})
    ]
    assert soorten(tx, wijk) == []


def test_a_message_that_cannot_be_there_is_given_up_without_a_word(tx: Connection, wijk: int) -> None:
    plan(tx, wijk)
    peilingkaart.begin(tx, wijk, "telegram", NU)
    (kaart,) = peilingkaarten.te_doen(tx, [wijk], "telegram")
    assert (kaart.chat, kaart.peiling) == (GROEP.id, None)
    peilingkaart.lukt_niet(tx, kaart)
    assert (peilingkaarten.te_doen(tx, [wijk], "telegram"), soorten(tx, wijk)) == ([], [])


def test_who_says_in_the_group_that_they_are_there_is_asked_for_the_code_and_not_checked_in(
    tx: Connection, wijk: int
) -> None:
    bij = plan(tx, wijk)
    een_account(tx, "77", bewoner=een_bewoner(tx, wijk))
    for wie, later, sleutel in (
        ("77", timedelta(0), "deur.nog_dicht"),
        ("77", DAG + 7 * UUR, "deur.gesloten"),
        ("31337", DAG, "deur.eerst_meedoen"),
    ):
        with pytest.raises(Geweigerd, match=sleutel):
            inchecken.vraag_code(tx, handeling(wijk, wie, now=NU + later), bij.publiek_id)
    gevraagd = inchecken.vraag_code(tx, handeling(wijk, "77", now=NU + DAG), bij.publiek_id)
    assert (gevraagd.soort, gevraagd.data["titel"]) == ("deur.typ_code", "Overleg")

"""The group of a werkgroep: who joins it and lets it go, where that is said, and what becomes of it by itself."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import Connection, func, select

from bot.errors import Geweigerd
from bot.services import groepschat
from bot.services.handeling import BEGELEIDER, STRAATCONTACT, TREKKER, Groep, Handeling
from bot.storage import accounts, groepschats, werkgroepen
from bot.storage import tables as t
from bot.webinstellingen import KANAAL as BROWSER
from tests.builders import NU, een_account, een_bewoner, een_publiek_id, een_rol, een_wijk, handeling

NOOR, TREK, BUUR = "9001", "5", "6"
GROEP, ANDERE = Groep(-100, "Straatapp"), Groep(-200, "Nog een")


@pytest.fixture
def wijk(tx: Connection) -> int:
    return stel_op(tx)


def stel_op(tx: Connection) -> int:
    """Make a wijk with two werkgroepen, a trekker of one of them, a begeleider and a straatcontact."""
    wijk = een_wijk(tx)
    werkgroepen.vul_aan(tx, wijk, [("techniek", een_publiek_id()), ("klankbord", een_publiek_id())])
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    een_account(tx, NOOR)
    for wie in (TREK, BUUR):
        een_account(tx, wie, bewoner=een_bewoner(tx, wijk))
    een_rol(tx, wijk, TREKKER, TREK, bereik=id_van(tx, "techniek"))
    een_rol(tx, wijk, STRAATCONTACT, BUUR, bereik="Lindelaan")
    return wijk


def id_van(tx: Connection, naam: str) -> str:
    return str(tx.scalar(select(t.werkgroep.c.publiek_id).where(t.werkgroep.c.naam == naam)))


def in_groep(
    wijk: int, wie: str, groep: Groep = GROEP, *, namens: bool = False, later: timedelta = timedelta(0)
) -> Handeling:
    doet = handeling(wijk, wie, now=NU + later)
    return replace(doet, afzender=replace(doet.afzender, prive=False, groep=groep, namens=namens))


def code(tx: Connection, wijk: int, naam: str = "techniek", wie: str = TREK) -> str:
    return str(groepschat.vraag_code(tx, handeling(wijk, wie), id_van(tx, naam)).data["geheim"])


def koppel(tx: Connection, wijk: int, naam: str = "techniek", groep: Groep = GROEP) -> None:
    groepschat.koppel(tx, in_groep(wijk, NOOR, groep), code(tx, wijk, naam, NOOR))


def reden(tx: Connection, wijk: int, geheim: str, **waar: object) -> str:
    wie, groep = str(waar.pop("wie", TREK)), waar.pop("groep", GROEP)
    with pytest.raises(Geweigerd) as nee:
        groepschat.koppel(tx, in_groep(wijk, wie, groep, **waar), geheim)  # type: ignore[arg-type]
    return nee.value.sleutel


def groepen(tx: Connection, wijk: int) -> dict[str, int]:
    return {groep.naam: groep.chat for groep in groepschats.alle(tx, wijk, "telegram")}


def test_a_trekker_joins_a_group_to_the_own_werkgroep_by_a_code_that_works_once(tx: Connection, wijk: int) -> None:
    geheim = code(tx, wijk)
    gezegd = groepschat.koppel(tx, in_groep(wijk, TREK), f" {geheim} ")
    assert (gezegd.soort, gezegd.data, gezegd.wijze) == ("groepschat.gekoppeld", {"naam": "techniek"}, "nieuw")
    assert groepen(tx, wijk) == {"techniek": GROEP.id}
    assert reden(tx, wijk, geheim) == "groepschat.code_onbekend"
    (regel,) = groepschat.lijst(tx, handeling(wijk, TREK)).data["werkgroepen"]
    assert (regel["naam"], regel["groep"]) == ("techniek", "Straatapp")


def test_a_code_of_someone_else_joins_nothing_in_the_hands_of_who_may_not(tx: Connection, wijk: int) -> None:
    geheim = code(tx, wijk, "klankbord", NOOR)
    assert reden(tx, wijk, geheim, wie=TREK) == "groepschat.niet_aan_u"
    assert reden(tx, wijk, geheim, wie=BUUR) == "groepschat.niet_aan_u"
    assert reden(tx, wijk, geheim, wie="31337") == "groepschat.niet_aan_u"  # as of who is known: the group reads it
    assert reden(tx, wijk, geheim, wie=NOOR, namens=True) == "groepschat.namens"
    assert reden(tx, wijk, geheim, wie=NOOR, later=timedelta(hours=1)) == "groepschat.code_onbekend"
    assert reden(tx, wijk, een_publiek_id(), wie=NOOR) == "groepschat.code_onbekend"
    assert groepen(tx, wijk) == {}
    assert accounts.wie(tx, wijk, "telegram", "31337") is None


def test_who_may_not_gets_no_code_and_a_new_code_ends_the_one_before(tx: Connection, wijk: int) -> None:
    for wie, werkgroep, sleutel in (
        (TREK, id_van(tx, "klankbord"), "buiten_bereik"),
        (BUUR, id_van(tx, "techniek"), "rol_nodig"),
        (NOOR, een_publiek_id(), "werkgroep.onbekend"),
    ):
        for doe in (groepschat.vraag_code, groepschat.verbreek):
            with pytest.raises(Geweigerd, match=sleutel):
                doe(tx, handeling(wijk, wie), werkgroep)
    eerste, tweede = code(tx, wijk), replace(handeling(wijk, TREK), zaad=b"2" * 32)
    groepschat.vraag_code(tx, tweede, id_van(tx, "techniek"))
    assert reden(tx, wijk, eerste) == "groepschat.code_onbekend"


def test_in_the_browser_who_asks_for_a_group_reads_where_it_can_be(tx: Connection, wijk: int) -> None:
    hier = handeling(wijk, TREK)
    hier = replace(hier, afzender=replace(hier.afzender, kanaal=BROWSER))
    for tabel in (t.rol, t.account):
        tx.execute(tabel.update().values(kanaal=BROWSER))
    for doe in (groepschat.lijst, groepschat.elders, partial(groepschat.vraag_code, werkgroep=id_van(tx, "techniek"))):
        with pytest.raises(Geweigerd, match="groepschat"):
            doe(tx, hier)


def test_a_group_has_one_werkgroep_and_a_werkgroep_one_group(tx: Connection, wijk: int) -> None:
    koppel(tx, wijk)
    assert reden(tx, wijk, code(tx, wijk, "klankbord", NOOR), wie=NOOR) == "groepschat.al_hier"
    assert reden(tx, wijk, code(tx, wijk), groep=ANDERE) == "groepschat.al_elders"
    koppel(tx, wijk, "klankbord", ANDERE)
    assert groepen(tx, wijk) == {"techniek": GROEP.id, "klankbord": ANDERE.id}


def test_a_group_is_let_go_in_it_or_from_the_private_chat_by_who_may(tx: Connection, wijk: int) -> None:
    koppel(tx, wijk)
    for wie, groep, sleutel in (
        (BUUR, GROEP, "niet_aan_u"),
        ("31337", GROEP, "niet_aan_u"),
        (NOOR, ANDERE, "niet_gek"),
    ):
        with pytest.raises(Geweigerd, match=f"groepschat.{sleutel}"):
            groepschat.ontkoppel(tx, in_groep(wijk, wie, groep))
    groepschat.ontkoppel(tx, in_groep(wijk, TREK))
    assert groepen(tx, wijk) == {}
    koppel(tx, wijk)
    for _ in range(2):
        gezien = groepschat.verbreek(tx, handeling(wijk, TREK), id_van(tx, "techniek"))
    assert (gezien.melding, groepen(tx, wijk)) == ("groepschat.los", {})


def test_in_a_group_no_use_case_of_the_private_chat_works_and_the_other_way_round(tx: Connection, wijk: int) -> None:
    for doe in (groepschat.lijst, lambda tx, h: groepschat.vraag_code(tx, h, id_van(tx, "techniek"))):
        with pytest.raises(Geweigerd, match="alleen_prive"):
            doe(tx, in_groep(wijk, NOOR))
    for doe in (groepschat.ontkoppel, lambda tx, h: groepschat.koppel(tx, h, code(tx, wijk)), groepschat.elders):
        with pytest.raises(Geweigerd, match=r"groepschat\.niet_in_groep"):
            doe(tx, handeling(wijk, TREK))


def test_who_joined_a_group_hears_that_the_bot_was_taken_out_of_it(tx: Connection, wijk: int) -> None:
    koppel(tx, wijk)
    assert groepschat.bot_weg(tx, in_groep(wijk, BUUR, ANDERE)) == ()
    assert groepen(tx, wijk) == {"techniek": GROEP.id}
    for _ in range(2):
        assert groepschat.bot_weg(tx, in_groep(wijk, BUUR)) == ()
    assert groepen(tx, wijk) == {}
    (naar,) = tx.execute(select(t.outbox.c.account, t.outbox.c.soort, t.outbox.c.data)).all()
    noor = accounts.wie(tx, wijk, "telegram", NOOR)
    assert noor is not None
    assert naar == (noor.account, "groepschat.weg", {"naam": "techniek", "groep": "Straatapp"})


def test_a_group_that_gets_another_id_stays_joined_however_often_that_is_told(tx: Connection, wijk: int) -> None:
    koppel(tx, wijk)
    for _ in range(2):
        groepschat.verhuis(tx, in_groep(wijk, BUUR), GROEP.id, -1000)
    assert groepen(tx, wijk) == {"techniek": -1000}
    assert tx.scalar(select(func.count()).select_from(t.outbox)) == 0

"""Werkgroepen: joining and leaving, what one reads of them, and what who leads one does for it."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, select

from bot.errors import Geweigerd
from bot.rules.kleine_cellen import MINDER
from bot.services import formulier, rol, werkgroep, werkgroepbeheer, werkgroepmix
from bot.services.handeling import AMSTERDAM, BEGELEIDER, STRAATCONTACT, TREKKER
from bot.storage import kennismaking, werkgroepen
from bot.storage import tables as t
from handlers.formulier import FORMULIEREN
from tests.builders import (
    NU,
    een_account,
    een_bewoner,
    een_bijeenkomst,
    een_publiek_id,
    een_rol,
    een_wijk,
    handeling,
)

TREK, NOOR, STRAAT = "5", "7", "8"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    werkgroepen.vul_aan(tx, wijk, [("techniek", een_publiek_id()), ("klankbord", een_publiek_id())])
    for wie in ("1", "2", TREK):
        een_account(tx, wie, bewoner=een_bewoner(tx, wijk))
    een_account(tx, NOOR)
    een_account(tx, STRAAT)
    een_rol(tx, wijk, TREKKER, TREK, bereik=id_van(tx, "techniek"))
    een_rol(tx, wijk, BEGELEIDER, NOOR)
    een_rol(tx, wijk, STRAATCONTACT, STRAAT, bereik="Lindelaan")
    return wijk


def id_van(tx: Connection, naam: str) -> str:
    return str(tx.scalar(select(t.werkgroep.c.publiek_id).where(t.werkgroep.c.naam == naam)))


def lid_van(tx: Connection, wijk: int, wie: str = "1") -> list[str]:
    return [g["naam"] for g in werkgroep.lijst(tx, handeling(wijk, wie)).data["werkgroepen"] if g["lid"]]


def zie(tx: Connection, wijk: int, wie: str = "1", naam: str = "techniek") -> dict[str, object]:
    return werkgroep.toon(tx, handeling(wijk, wie), id_van(tx, naam)).data


def doe_mee(tx: Connection, wijk: int, *talenten: str) -> None:
    """Let a new neighbour join, who is good at something."""
    bewoner = een_bewoner(tx, wijk)
    werkgroepen.zet_lid(tx, wijk, werkgroepen.lijst(tx, wijk, 0)[0].id, bewoner, lid=True)
    if talenten:
        kennismaking.zet(tx, wijk, bewoner, "talent", list(talenten))


def schrijf(tx: Connection, wijk: int, wie: str, tekst: str) -> dict[str, object]:
    werkgroepbeheer.begin_tekst(tx, handeling(wijk, wie), id_van(tx, "techniek"))
    formulier.typ(tx, handeling(wijk, wie), FORMULIEREN, tekst)
    return formulier.bevestig(tx, handeling(wijk, wie), FORMULIEREN).data


def test_joining_and_leaving_twice_is_once(tx: Connection, wijk: int) -> None:
    techniek = id_van(tx, "techniek")
    for keuze in ("in", "in"):
        werkgroep.kies(tx, handeling(wijk), techniek, keuze)
    assert lid_van(tx, wijk) == ["techniek"]
    assert tx.scalar(select(func.count()).select_from(t.werkgroeplid)) == 1
    for keuze in ("uit", "uit"):
        werkgroep.kies(tx, handeling(wijk), techniek, keuze)
    assert lid_van(tx, wijk) == []


def test_what_one_does_changes_nothing_for_another(tx: Connection, wijk: int) -> None:
    for wie in ("1", "2"):
        werkgroep.kies(tx, handeling(wijk, wie), id_van(tx, "techniek"), "in")
    werkgroep.kies(tx, handeling(wijk, "1"), id_van(tx, "techniek"), "uit")
    assert (lid_van(tx, wijk, "1"), lid_van(tx, wijk, "2")) == ([], ["techniek"])


@pytest.mark.parametrize("keuze", ["", "weg", "IN"])
def test_a_choice_that_is_none_is_refused(tx: Connection, wijk: int, keuze: str) -> None:
    with pytest.raises(Geweigerd, match="onbekend"):
        werkgroep.kies(tx, handeling(wijk), id_van(tx, "techniek"), keuze)


def test_a_werkgroep_of_another_neighbourhood_is_unknown_here(tx: Connection, wijk: int) -> None:
    ander = een_wijk(tx, "Elders")
    werkgroepen.vul_aan(tx, ander, [("elders", een_publiek_id())])
    for doe in (werkgroep.toon, lambda tx, h, groep: werkgroep.kies(tx, h, groep, "in")):
        with pytest.raises(Geweigerd, match="onbekend"):
            doe(tx, handeling(wijk), id_van(tx, "elders"))


def test_who_has_not_joined_is_told_how(tx: Connection, wijk: int) -> None:
    for doe in (werkgroep.toon, lambda tx, h, groep: werkgroep.kies(tx, h, groep, "in")):
        with pytest.raises(Geweigerd, match="nog_niet_binnen"):
            doe(tx, handeling(wijk, "9"), id_van(tx, "techniek"))


def test_how_many_take_part_is_rounded_and_when_they_meet_is_for_everyone(tx: Connection, wijk: int) -> None:
    assert (zie(tx, wijk)["leden"], zie(tx, wijk)["volgende"]) == (MINDER, None)
    for _ in range(8):
        doe_mee(tx, wijk)
    voor = {"doelgroep": "werkgroep", "doelgroep_bereik": id_van(tx, "techniek")}
    een_bijeenkomst(tx, wijk, titel="Te laat", begin=NU - timedelta(hours=1), **voor)
    een_bijeenkomst(tx, wijk, titel="Afgelast", begin=NU + timedelta(days=1), afgelast_op=NU, **voor)
    bij = een_bijeenkomst(tx, wijk, titel="Overleg", begin=NU + timedelta(days=2), **voor)
    assert zie(tx, wijk)["leden"] == 10
    assert zie(tx, wijk)["volgende"] == {"op": bij.begin.isoformat(), "id": None}
    werkgroep.kies(tx, handeling(wijk), voor["doelgroep_bereik"], "in")
    for wie in ("1", TREK, NOOR):
        assert zie(tx, wijk, wie)["volgende"] == {
            "op": bij.begin.isoformat(),
            "id": bij.publiek_id,
            "titel": "Overleg",
        }
    assert zie(tx, wijk, "1", "klankbord")["volgende"] is None


def test_what_a_group_says_of_itself_is_written_by_who_leads_it_or_staff(tx: Connection, wijk: int) -> None:
    for wie in (TREK, NOOR):
        gezien = schrijf(tx, wijk, wie, f"  Van {wie}.\nOok morgen. ")
        assert gezien["omschrijving"] == zie(tx, wijk)["omschrijving"] == f"Van {wie}.\nOok morgen."
        assert zie(tx, wijk)["taal"] == "nl"
    for wie, groep, sleutel in (
        ("1", "techniek", "rol_nodig"),
        (STRAAT, "techniek", "rol_nodig"),
        (TREK, "klankbord", "buiten_bereik"),
    ):
        with pytest.raises(Geweigerd, match=sleutel):
            werkgroepbeheer.begin_tekst(tx, handeling(wijk, wie), id_van(tx, groep))
        with pytest.raises(Geweigerd, match=sleutel):
            werkgroepbeheer.begin_werk(tx, handeling(wijk, wie), "bericht", id_van(tx, groep))


def test_a_text_that_was_begun_with_a_role_is_not_kept_without_it(tx: Connection, wijk: int) -> None:
    werkgroepbeheer.begin_tekst(tx, handeling(wijk, TREK), id_van(tx, "techniek"))
    formulier.typ(tx, handeling(wijk, TREK), FORMULIEREN, "Wij zijn de baas.")
    tx.execute(t.rol.update().where(t.rol.c.extern_id == TREK).values(bereik=id_van(tx, "klankbord")))
    with pytest.raises(Geweigerd, match="buiten_bereik"):
        formulier.bevestig(tx, handeling(wijk, TREK), FORMULIEREN)
    assert zie(tx, wijk)["omschrijving"] is None


def test_who_leads_a_group_is_named_only_by_their_own_word_and_as_long_as_they_lead_it(
    tx: Connection, wijk: int
) -> None:
    assert (zie(tx, wijk)["getrokken"], zie(tx, wijk)["trekkers"]) == (True, [])
    with pytest.raises(Geweigerd, match="rol_nodig"):  # staff name nobody
        werkgroepbeheer.begin_naam(tx, handeling(wijk, NOOR), id_van(tx, "techniek"))
    for naam in ("Truus", "Truus de Vries"):
        werkgroepbeheer.begin_naam(tx, handeling(wijk, TREK), id_van(tx, "techniek"))
        formulier.typ(tx, handeling(wijk, TREK), FORMULIEREN, naam)
        assert (zie(tx, wijk)["trekkers"], zie(tx, wijk, naam="klankbord")["trekkers"]) == ([naam], [])
    werkgroepbeheer.zonder_naam(tx, handeling(wijk, TREK), id_van(tx, "techniek"))
    assert zie(tx, wijk)["trekkers"] == []
    werkgroepbeheer.begin_naam(tx, handeling(wijk, TREK), id_van(tx, "techniek"))
    formulier.typ(tx, handeling(wijk, TREK), FORMULIEREN, "Truus")
    eigen = tx.scalar(select(t.rol.c.publiek_id).where(t.rol.c.extern_id == TREK))
    rol.neem_weg(tx, handeling(wijk, TREK), str(eigen))
    assert (zie(tx, wijk)["getrokken"], zie(tx, wijk)["trekkers"]) == (False, [])
    assert tx.scalar(select(func.count()).select_from(t.trekkernaam)) == 0


@pytest.mark.parametrize("wat", werkgroepbeheer.WERK)
def test_what_is_begun_from_the_screen_is_for_that_group_without_asking_for_whom(
    tx: Connection, wijk: int, wat: str
) -> None:
    techniek = id_van(tx, "techniek")
    vraag = werkgroepbeheer.begin_werk(tx, handeling(wijk, TREK), wat, techniek)
    assert vraag.data["veld"] not in {"voor", "welke", "groep"}
    data = tx.scalar(select(t.gesprek.c.data))
    assert data is not None
    assert techniek in (data.get("welke"), data.get("groep"))
    with pytest.raises(Geweigerd, match="onbekend"):
        werkgroepbeheer.begin_werk(tx, handeling(wijk, TREK), "onzin", techniek)


def test_once_a_week_a_group_asks_for_whom_it_misses_and_staff_hear_that_all_are_alike(
    tx: Connection, wijk: int
) -> None:
    def kijk(dagen: int) -> tuple[object, object, object]:
        werkgroepmix.bekijk(tx, wijk, NU + timedelta(days=dagen), AMSTERDAM)
        return zie(tx, wijk)["gezocht"], zie(tx, wijk)["eenzijdig"], zie(tx, wijk, NOOR)["eenzijdig"]

    def berichten() -> int:
        return tx.scalar(select(func.count()).where(t.outbox.c.soort == "werkgroep.eenzijdig")) or 0

    for _ in range(4):
        doe_mee(tx, wijk, "techneut")
    doe_mee(tx, wijk)
    assert kijk(0) == ([], None, None)
    doe_mee(tx, wijk, "techneut")
    assert kijk(6) == ([], None, None)  # what somebody just said is not to be seen the next morning
    zonder = ["regelaar", "verbinder", "communicator", "financieel"]
    assert (kijk(7), berichten()) == ((zonder, None, "techneut"), 1)
    assert zie(tx, wijk, TREK)["eenzijdig"] is None  # a neighbour too
    assert (kijk(14), berichten()) == ((zonder, None, "techneut"), 1)
    for _ in range(2):
        doe_mee(tx, wijk, "verbinder", "regelaar")
    assert (kijk(21), berichten()) == ((["communicator", "financieel"], None, None), 1)

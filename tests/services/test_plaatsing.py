"""What reaches people: at once by who may speak to them, for the whole wijk by a trekker only after a second yes."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, select

from bot.errors import Geweigerd
from bot.services import formulier, peiling, voorstel
from bot.services.handeling import BEGELEIDER, KERNGROEP, ORGANISATOR, TREKKER, Handeling, wie_handelt
from bot.storage import tables as t
from bot.storage import werkgroepen
from tests.builders import een_account, een_rol, een_wijk, handeling

TREK, TWEEDE = "1", "2"
TECHNIEK, ANDERE = "t" * 22, "a" * 22
MET_ZIJN_TWEEEN = frozenset({"bericht"})


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    werkgroepen.vul_aan(tx, wijk, [("techniek", TECHNIEK), ("communicatie", ANDERE)])
    for wie in (TREK, TWEEDE):
        een_account(tx, wie)
    een_rol(tx, wijk, TREKKER, TREK, bereik=TECHNIEK)
    een_rol(tx, wijk, KERNGROEP, TWEEDE)
    return wijk


def plaats(tx: Connection, zo: Handeling, **voor: str) -> str:
    """End the form for a poll for these people, and return the kind of what is then read."""
    data = {
        "vraag": "Feest?",
        "keuze.opties": ["Ja", "Nee"],
        "keuze.max_keuzes": "een",
        "sluit_op": "2027-02-05T19:00:00+00:00",
    }
    klaar = peiling.FORMULIER.klaar(
        tx, zo, wie_handelt(tx, zo), {**data, "methode": "keuze", "live": "nee", "besluit": "nee", **voor}
    )
    return klaar.soort


def hoeveel(tx: Connection, tabel: object) -> int:
    return len(tx.execute(select(tabel)).all())  # type: ignore[call-overload]


@pytest.mark.parametrize("rol", [BEGELEIDER, ORGANISATOR])
def test_staff_speak_to_the_wijk_by_themselves(tx: Connection, wijk: int, rol: str) -> None:
    een_rol(tx, wijk, rol, TREK)
    zo = replace(handeling(wijk, TREK), tweede_persoon=MET_ZIJN_TWEEEN)
    assert plaats(tx, zo, voor="wijk") != "voorstel.gemaakt"
    assert (hoeveel(tx, t.peiling), hoeveel(tx, t.voorstel)) == (1, 0)


@pytest.mark.parametrize(
    ("voor", "wil", "gevraagd"),
    [
        ({"voor": "wijk"}, MET_ZIJN_TWEEEN, True),
        ({"voor": "wijk"}, frozenset({"invoer"}), False),
        ({"voor": "werkgroep", "welke": TECHNIEK}, MET_ZIJN_TWEEEN, False),
    ],
)
def test_a_trekker_needs_a_second_yes_for_the_wijk_where_the_settings_want_it(
    tx: Connection, wijk: int, voor: dict[str, str], wil: frozenset[str], gevraagd: bool
) -> None:
    zo = replace(handeling(wijk, TREK), tweede_persoon=wil)
    assert (plaats(tx, zo, **voor) == "voorstel.gemaakt") == gevraagd
    assert (hoeveel(tx, t.peiling), hoeveel(tx, t.voorstel)) == ((0, 1) if gevraagd else (1, 0))


@pytest.mark.parametrize("wil", [MET_ZIJN_TWEEEN, frozenset()])
def test_another_werkgroep_is_refused_whatever_the_settings(tx: Connection, wijk: int, wil: frozenset[str]) -> None:
    with pytest.raises(Geweigerd, match="buiten_bereik"):
        plaats(tx, replace(handeling(wijk, TREK), tweede_persoon=wil), voor="werkgroep", welke=ANDERE)
    assert (hoeveel(tx, t.peiling), hoeveel(tx, t.voorstel)) == (0, 0)


def test_the_second_person_places_it_for_the_maker_in_the_same_transaction(tx: Connection, wijk: int) -> None:
    plaats(tx, replace(handeling(wijk, TREK), tweede_persoon=MET_ZIJN_TWEEEN), voor="wijk")
    publiek_id = str(tx.scalar(select(t.voorstel.c.publiek_id)))
    voorstel.akkoord(tx, handeling(wijk, TWEEDE), publiek_id)
    maker = select(t.account.c.extern_id).join(t.peiling, t.peiling.c.gemaakt_door == t.account.c.id)
    assert list(tx.scalars(maker)) == [TREK]


def test_who_is_no_trekker_any_more_places_nothing_with_another_role(tx: Connection, wijk: int) -> None:
    plaats(tx, replace(handeling(wijk, TREK), tweede_persoon=MET_ZIJN_TWEEEN), voor="wijk")
    tx.execute(t.rol.delete().where(t.rol.c.rol == TREKKER))
    een_rol(tx, wijk, KERNGROEP, TREK)
    with pytest.raises(Geweigerd, match="maker_weg"):
        voorstel.akkoord(tx, handeling(wijk, TWEEDE), str(tx.scalar(select(t.voorstel.c.publiek_id))))
    assert hoeveel(tx, t.peiling) == 0


def test_a_form_that_someone_lost_the_role_for_is_not_filled_in_further(tx: Connection, wijk: int) -> None:
    formulier.begin(tx, handeling(wijk, TREK), peiling.FORMULIER)
    tx.execute(t.rol.delete().where(t.rol.c.rol == TREKKER))
    with pytest.raises(Geweigerd, match="rol_nodig"):
        formulier.typ(tx, handeling(wijk, TREK), {"peiling": peiling.FORMULIER}, "Feest?")

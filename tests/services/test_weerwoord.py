"""What people object and what the team answers: who may, until when, and what is left of who wrote it."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot.errors import Geweigerd
from bot.rules.inbreng import Inbreng
from bot.rules.kleine_cellen import MINDER
from bot.rules.peilingen import METHODEN
from bot.rules.peiltelling import Getoond, GetoondeRegel
from bot.services import formulier, peiling, stemmen, terugweg, weerwoord
from bot.services.handeling import BEGELEIDER, TREKKER, eis_rol
from bot.storage import accounts, peilingen, wissen
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_publiek_id, een_wijk, handeling

NOOR = "9001"
DICHT = NU + timedelta(days=4)
VORMEN = {"weerwoord": weerwoord.FORMULIER, "peiling": peiling.FORMULIER}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    for nummer in range(1, 13):
        een_account(tx, str(nummer), bewoner=een_bewoner(tx, wijk))
    return wijk


@pytest.fixture
def voorstel(tx: Connection, wijk: int) -> str:
    """A proposal to which twelve may object; its public id."""
    noor = handeling(wijk, NOOR)
    data = {"methode": "consent", "vraag": "Gaat u mee?", "consent.voorstel": "Een warmtenet", "live": "nee"}
    data |= {"besluit": "nee", "voor": "wijk", "sluit_op": (NU + timedelta(days=3)).isoformat()}
    peiling.FORMULIER.klaar(tx, noor, eis_rol(tx, noor, BEGELEIDER, TREKKER), data)
    return str(tx.scalar(select(t.peiling.c.publiek_id)))


def stemt(tx: Connection, wijk: int, voorstel: str, wie: int, daad: str, reden: str = "") -> dict[str, Any]:
    gezien = stemmen.stem(tx, handeling(wijk, str(wie)), voorstel, daad)
    return (stemmen.typ(tx, handeling(wijk, str(wie)), reden) if reden else gezien).data


def antwoord(tx: Connection, wijk: int, voorstel: str, *, blijft: str = "nee", blad: int = 0) -> Any:
    """Answer what stands on a page, through the form."""
    noor = handeling(wijk, NOOR)
    gelezen = weerwoord.lees(tx, noor, voorstel, blad).data
    assert weerwoord.open_vorm(tx, noor, gelezen["stem"]).data["over"] == gelezen["tekst"]
    formulier.typ(tx, noor, VORMEN, "Dat <b>snap</b> ik")
    return formulier.kies(tx, noor, VORMEN, "consent.blijft", blijft)


def uitslag(tx: Connection, wijk: int, voorstel: str, wie: str = "2") -> dict[str, Any]:
    return stemmen.toon(tx, handeling(wijk, wie, now=DICHT), voorstel).data


def hoeveel(tx: Connection, tabel: Any, *waar: Any) -> int:
    return tx.scalar(select(func.count()).select_from(tabel).where(*waar)) or 0


def test_an_objection_counts_once_its_reason_is_there_and_the_vote_before_counts_until_then(
    tx: Connection, wijk: int, voorstel: str
) -> None:
    assert stemt(tx, wijk, voorstel, 1, "b")["concept"] == "nieuw"
    assert hoeveel(tx, t.bewijs) == 0
    stemt(tx, wijk, voorstel, 1, "g")
    assert stemt(tx, wijk, voorstel, 1, "b")["concept"] == "wijzigt"
    assert list(tx.scalars(select(t.stembiljet.c.inhoud))) == ['["g"]']
    assert stemt(tx, wijk, voorstel, 1, "b", "=1+1 <b>duur</b>")["concept"] is None
    assert list(tx.scalars(select(t.stembiljet.c.inhoud))) == ['["b","=1+1 <b>duur</b>"]']
    with pytest.raises(Geweigerd, match="zoveel_te_lang"):
        stemt(tx, wijk, voorstel, 2, "b", "x" * 1001)


def test_the_objector_hears_that_there_is_an_answer_and_reads_it_until_the_vote_changes(
    tx: Connection, wijk: int, voorstel: str
) -> None:
    stemt(tx, wijk, voorstel, 1, "b", "Te duur")
    gezien = antwoord(tx, wijk, voorstel)
    assert (gezien.melding, gezien.data["antwoord"]) == ("weerwoord.gegeven", "Dat <b>snap</b> ik")
    naar = select(t.account.c.extern_id, t.outbox.c.data).join(t.outbox).where(t.outbox.c.soort == "peiling.weerwoord")
    assert [tuple(rij) for rij in tx.execute(naar)] == [("1", {"id": voorstel, "vraag": "Gaat u mee?"})]
    assert stemmen.toon(tx, handeling(wijk), voorstel).data["weerwoord"] == ["Dat <b>snap</b> ik", False]
    assert "weerwoord" not in stemmen.toon(tx, handeling(wijk, "2"), voorstel).data
    stemt(tx, wijk, voorstel, 1, "b", "Nog steeds te duur")
    assert hoeveel(tx, t.weerwoord) == 0, "it answered what is no longer there"
    antwoord(tx, wijk, voorstel)
    stemt(tx, wijk, voorstel, 1, "g")
    assert weerwoord.lees(tx, handeling(wijk, NOOR), voorstel).data["tekst"] is None


def test_after_closing_nothing_says_who_objected_and_the_answer_stands_under_it(
    tx: Connection, wijk: int, voorstel: str
) -> None:
    for wie in range(2, 13):
        stemt(tx, wijk, voorstel, wie, "g")
    stemt(tx, wijk, voorstel, 1, "b", "Te duur")
    antwoord(tx, wijk, voorstel, blijft="ja")
    data = uitslag(tx, wijk, voorstel)
    assert (data["zinnen"], data["inbreng"]) == ([["blijven", {"aantal": 1}]], [1, 0])
    assert [regel["cellen"] for regel in data["regels"]] == [[10], [MINDER], [MINDER]]
    gelezen = weerwoord.lees(tx, handeling(wijk, "2", now=DICHT), voorstel).data
    assert (gelezen["tekst"], gelezen["antwoord"], gelezen["blijft"]) == ("Te duur", "Dat <b>snap</b> ik", True)
    assert gelezen["stem"] is None
    assert hoeveel(tx, t.outbox, t.outbox.c.soort == "peiling.weerwoord") == 0
    assert (hoeveel(tx, t.stemkoppeling), hoeveel(tx, t.weerwoord)) == (0, 1)


def test_what_was_written_is_read_only_by_who_gets_the_result(tx: Connection, wijk: int, voorstel: str) -> None:
    tx.execute(t.peiling.update().values(uitslag_naar="stemmers"))
    stemt(tx, wijk, voorstel, 1, "b", "Te duur")
    dicht = [(wie, weerwoord.lees(tx, handeling(wijk, wie, now=DICHT), voorstel)) for wie in ("1", "2", NOOR)]
    assert [(wie, gezien.soort, gezien.data.get("tekst")) for wie, gezien in dicht] == [
        ("1", "weerwoord.lees", "Te duur"),
        ("2", "peiling.uitslag_elders", None),
        (NOOR, "weerwoord.lees", "Te duur"),
    ]


def test_a_stranger_learns_nothing_of_a_poll_by_a_button_that_is_not_theirs(
    tx: Connection, wijk: int, voorstel: str
) -> None:
    for nu in (NU, DICHT):
        with pytest.raises(Geweigerd, match="nog_niet_binnen"):
            terugweg.wissel(tx, handeling(wijk, "777", now=nu), voorstel)


def beslist(cel: Any, *inbreng: Inbreng) -> str:
    regels = (GetoondeRegel("geen bezwaar", "", (cel,)),) if cel is not None else ()
    methode = METHODEN["consent"]
    zinnen = methode.besluit(methode.opzet({"voorstel": "v"}), Getoond(20, regels), inbreng)
    return " ".join(str(deel) for zin in zinnen for deel in (zin.naam, *zin.velden.values()))


OPEN, WACHT, BLIJFT = Inbreng("a"), Inbreng("a", "ja"), Inbreng("a", "ja", blijft=True)


@pytest.mark.parametrize(
    ("geen_bezwaar", "bezwaren", "zegt"),
    [
        (20, (), "zonder"),
        (20, (BLIJFT, BLIJFT), "blijven 2"),
        (20, (BLIJFT, OPEN), "open 1"),
        (20, (WACHT, OPEN, BLIJFT), "open 2"),
        (MINDER, (), "weinig"),
        (0, (BLIJFT,), "weinig"),
        (None, (), "geen_oordeel"),
        (None, (BLIJFT,), "geen_oordeel"),
        (None, (OPEN,), "open 1"),
    ],
)
def test_a_proposal_is_adopted_only_with_every_objection_answered_and_with_people_who_have_none(
    geen_bezwaar: Any, bezwaren: tuple[Inbreng, ...], zegt: str
) -> None:
    assert beslist(geen_bezwaar, *bezwaren) == zegt


def test_only_who_may_end_the_poll_reads_and_answers_while_it_is_open(tx: Connection, wijk: int, voorstel: str) -> None:
    stemt(tx, wijk, voorstel, 1, "b", "Te duur")
    noor = handeling(wijk, NOOR)
    stem = weerwoord.lees(tx, noor, voorstel).data["stem"]
    dicht = handeling(wijk, NOOR, now=DICHT)
    for doe, wie, wat, reden in (
        (weerwoord.lees, handeling(wijk, "2"), voorstel, "rol_nodig"),
        (weerwoord.open_vorm, handeling(wijk, "2"), stem, "rol_nodig"),
        (weerwoord.lees, noor, "A" * 22, "peiling.onbekend"),
        (weerwoord.open_vorm, noor, "A" * 22, "weerwoord.weg"),
        (weerwoord.open_vorm, noor, "é!", "weerwoord.weg"),
        (weerwoord.open_vorm, dicht, stem, "peiling.gesloten"),
    ):
        with pytest.raises(Geweigerd) as nee:
            doe(tx, wie, wat)
        assert nee.value.sleutel == reden


@pytest.mark.parametrize(("na", "melding"), [("b", "veranderd"), ("g", "veranderd"), ("", "te_laat")])
def test_an_answer_to_what_changed_or_closed_meanwhile_is_not_placed(
    tx: Connection, wijk: int, voorstel: str, na: str, melding: str
) -> None:
    stemt(tx, wijk, voorstel, 1, "b", "Te duur")
    noor = handeling(wijk, NOOR)
    weerwoord.open_vorm(tx, noor, weerwoord.lees(tx, noor, voorstel).data["stem"])
    formulier.typ(tx, noor, VORMEN, "Antwoord")
    if na:
        stemt(tx, wijk, voorstel, 1, na, "Iets anders" if na == "b" else "")
    einde = formulier.kies(tx, noor if na else handeling(wijk, NOOR, now=DICHT), VORMEN, "consent.blijft", "ja")
    assert einde.melding == f"weerwoord.{melding}"
    assert hoeveel(tx, t.weerwoord) == 0


def test_who_is_erased_takes_the_objection_along_while_the_poll_is_open(
    tx: Connection, wijk: int, voorstel: str
) -> None:
    stemt(tx, wijk, voorstel, 1, "b", "Te duur")
    antwoord(tx, wijk, voorstel)
    een = tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == "1")) or 0
    wissen.vergeet_bewoner(tx, wijk, een, een_publiek_id(), NU)
    assert uitslag(tx, wijk, voorstel)["inbreng"] == [0, 0]
    assert hoeveel(tx, t.weerwoord) == 0


def test_a_next_round_asks_what_changed_and_links_to_the_one_before(tx: Connection, wijk: int, voorstel: str) -> None:
    stemt(tx, wijk, voorstel, 1, "b", "Te duur")
    noor = handeling(wijk, NOOR, now=DICHT)
    assert (uitslag(tx, wijk, voorstel, NOOR)["ronde"], uitslag(tx, wijk, voorstel)["zinnen"]) == (
        True,
        [["open", {"aantal": 1}]],
    )
    assert peiling.opnieuw(tx, noor, voorstel).data["veld"] == "consent.voorstel"
    assert formulier.typ(tx, noor, VORMEN, "Een kleiner warmtenet").data["veld"] == "consent.wijziging"
    assert formulier.typ(tx, noor, VORMEN, "Het is kleiner").data["veld"] == "sluit_op"
    formulier.typ(tx, noor, VORMEN, "10-3-2027 20:00")
    formulier.kies(tx, noor, VORMEN, "live", "nee")
    formulier.kies(tx, noor, VORMEN, "besluit", "nee")
    nieuw = formulier.bevestig(tx, noor, VORMEN).data
    assert nieuw["vorige"] == voorstel
    assert nieuw["scherm"]["regels"][1] == ["wijziging", {"wijziging": "Het is kleiner"}]
    gemaakt = peilingen.zoek(tx, wijk, publiek_id=nieuw["id"])
    assert gemaakt is not None
    assert stemmen.uitnodiging(tx, gemaakt).data["vorige"] == voorstel

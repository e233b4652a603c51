"""What people need to come along: grouped by the team, added in a next round; and an answer after the closing."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import formulier, groepering, peiling, stemmen, terugweg, weerwoord
from bot.services.handeling import BEGELEIDER, TREKKER, eis_rol
from bot.storage import accounts, outbox, peilingen, weerwoorden, wissen
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_publiek_id, een_wijk, handeling

NOOR = "9001"
DICHT = NU + timedelta(days=4)
VORMEN = {f.soort: f for f in (weerwoord.FORMULIER, peiling.FORMULIER, groepering.NAAM, groepering.TOEVOEGING)}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    for nummer in range(1, 13):
        een_account(tx, str(nummer), bewoner=een_bewoner(tx, wijk))
    return wijk


def maak(tx: Connection, wijk: int, methode: str) -> str:
    noor = handeling(wijk, NOOR)
    data = {"methode": methode, "vraag": "Gaat u mee?", f"{methode}.voorstel": "Een warmtenet", "live": "nee"}
    data |= {"besluit": "nee", "voor": "wijk", "sluit_op": (NU + timedelta(days=3)).isoformat()}
    peiling.FORMULIER.klaar(tx, noor, eis_rol(tx, noor, BEGELEIDER, TREKKER), data)
    return str(tx.scalar(select(t.peiling.c.publiek_id)))


@pytest.fixture
def voorstel(tx: Connection, wijk: int) -> str:
    """A proposal for which twelve may vote, and say what they need; its public id."""
    return maak(tx, wijk, "deep_democracy")


def stemt(tx: Connection, wijk: int, voorstel: str, wie: int, daad: str, tekst: str = "") -> dict[str, Any]:
    gezien = stemmen.stem(tx, handeling(wijk, str(wie)), voorstel, daad)
    return (stemmen.typ(tx, handeling(wijk, str(wie)), tekst) if tekst else gezien).data


def lees(tx: Connection, wijk: int, voorstel: str, blad: int = 0, wie: str = NOOR, **anders: Any) -> dict[str, Any]:
    return weerwoord.lees(tx, handeling(wijk, wie, **anders), voorstel, blad).data


def in_nieuwe_groep(tx: Connection, wijk: int, tekst: dict[str, Any], naam: str, **anders: Any) -> Boodschap:
    groepering.open_naam(tx, handeling(wijk, NOOR, **anders), tekst["stem"])
    return formulier.typ(tx, handeling(wijk, NOOR, **anders), VORMEN, naam)


def hoeveel(tx: Connection, tabel: Any, *waar: Any) -> int:
    return tx.scalar(select(func.count()).select_from(tabel).where(*waar)) or 0


def test_the_groups_are_for_who_may_answer_what_was_written(tx: Connection, wijk: int, voorstel: str) -> None:
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR), (TREKKER, "telegram", "tess")])
    with pytest.raises(Geweigerd, match="rol_nodig"):
        groepering.lijst(tx, handeling(wijk, "tess"), voorstel)


def test_a_vote_counts_before_anything_is_typed_and_the_same_tap_keeps_what_was_typed(
    tx: Connection, wijk: int, voorstel: str
) -> None:
    stemt(tx, wijk, voorstel, 1, "t")
    assert (hoeveel(tx, t.bewijs), list(tx.scalars(select(t.stembiljet.c.inhoud)))) == (1, ['["t"]'])
    stemmen.typ(tx, handeling(wijk), "=1+1 <b>stilte</b>")
    stemt(tx, wijk, voorstel, 1, "t")
    assert list(tx.scalars(select(t.stembiljet.c.inhoud))) == ['["t","=1+1 <b>stilte</b>"]']
    stemt(tx, wijk, voorstel, 2, "v")
    stemt(tx, wijk, voorstel, 2, "s")
    assert hoeveel(tx, t.gesprek) == 0, "nothing is waited for any more"


def test_what_waits_for_text_waits_again_after_another_form_came_between(
    tx: Connection, wijk: int, voorstel: str
) -> None:
    stemt(tx, wijk, voorstel, 1, "t")
    tx.execute(t.gesprek.delete())
    stemt(tx, wijk, voorstel, 1, "t")
    assert stemmen.typ(tx, handeling(wijk), "stilte").data["scherm"]["stem"][1] == "stilte"


def test_texts_are_put_in_groups_with_one_tap_and_the_next_one_comes(tx: Connection, wijk: int, voorstel: str) -> None:
    for wie in (1, 2, 3):
        stemt(tx, wijk, voorstel, wie, "t", f"tekst {wie}")
    eerste = lees(tx, wijk, voorstel)
    tweede = in_nieuwe_groep(tx, wijk, eerste, "Kosten")
    assert (tweede.data["bladzij"], tweede.melding, tweede.data["groep"]) == (1, "groepering.gezet", None)
    ((groep, naam, gekozen),) = tweede.data["groepen"]
    assert (naam, gekozen) == ("Kosten", False)
    derde = groepering.zet(tx, handeling(wijk, NOOR), tweede.data["stem"], groep).data
    klaar = in_nieuwe_groep(tx, wijk, derde, "kosten")
    assert (klaar.melding, klaar.data["groep"], hoeveel(tx, t.inbrenggroep)) == ("groepering.alles", "Kosten", 1)
    weer = groepering.zet(tx, handeling(wijk, NOOR), eerste["stem"], groep)
    assert (weer.data["groep"], weer.data["bladzij"]) == (None, 0), "the same tap takes it out"
    assert groepering.lijst(tx, handeling(wijk, NOOR), voorstel).data["groepen"] == [[groep, "Kosten", 2, None]]
    for wie in (1, 2, 3):
        stemt(tx, wijk, voorstel, wie, "v")
    assert (hoeveel(tx, t.groepering), lees(tx, wijk, voorstel)["tekst"]) == (0, None), "what changed is in no group"


def test_only_who_may_end_the_poll_makes_and_fills_groups(tx: Connection, wijk: int, voorstel: str) -> None:
    stemt(tx, wijk, voorstel, 1, "t", "stilte")
    noor, bram = handeling(wijk, NOOR), handeling(wijk, "2")
    stem = lees(tx, wijk, voorstel)["stem"]
    in_nieuwe_groep(tx, wijk, {"stem": stem}, "Rust")
    groep = groepering.lijst(tx, noor, voorstel).data["groepen"][0][0]
    for doe, wie, wat, reden in (
        (groepering.zet, bram, (stem, groep), "rol_nodig"),
        (groepering.open_naam, bram, (stem,), "rol_nodig"),
        (groepering.lijst, bram, (voorstel,), "rol_nodig"),
        (groepering.open_toevoeging, bram, (groep,), "rol_nodig"),
        (groepering.zet, noor, (stem, "A" * 22), "groepering.weg"),
        (groepering.zet, noor, ("A" * 22, groep), "weerwoord.weg"),
        (groepering.lijst, noor, ("A" * 22,), "peiling.onbekend"),
        (groepering.open_toevoeging, noor, ("A" * 22,), "groepering.weg"),
    ):
        with pytest.raises(Geweigerd) as nee:
            doe(tx, wie, *wat)
        assert nee.value.sleutel == reden
    assert "groepen" not in lees(tx, wijk, voorstel, wie="2", now=DICHT)
    assert lees(tx, wijk, voorstel, wie="2", now=DICHT)["groep"] == "Rust"
    for nummer in range(groepering.HOOGSTENS - 1):
        vast = {"wijk": wijk, "peiling": tx.scalar(select(t.peiling.c.id)), "publiek_id": een_publiek_id()}
        tx.execute(t.inbrenggroep.insert().values(**vast, naam=str(nummer)))
    with pytest.raises(Geweigerd, match=r"groepering\.vol"):
        groepering.open_naam(tx, noor, stem)


def test_the_next_round_says_what_was_added_and_for_whom_beside_the_proposal_before(
    tx: Connection, wijk: int, voorstel: str
) -> None:
    for wie in range(1, 10):
        stemt(tx, wijk, voorstel, wie, "v")
    for wie in (10, 11, 12):
        stemt(tx, wijk, voorstel, wie, "t", f"tekst {wie}")
    noor = handeling(wijk, NOOR, now=DICHT)
    assert stemmen.toon(tx, noor, voorstel).data["inbreng"] == [3, 3]
    for naam in ("Rust", "Kosten", "Kosten"):
        alle = [lees(tx, wijk, voorstel, blad, now=DICHT) for blad in range(3)]
        in_nieuwe_groep(tx, wijk, next(een for een in alle if een["groep"] is None), naam, now=DICHT)
    groepen = {naam: groep for groep, naam, *_ in groepering.lijst(tx, noor, voorstel).data["groepen"]}
    groepering.open_toevoeging(tx, noor, groepen["Rust"])
    assert formulier.typ(tx, noor, VORMEN, "Wij graven overdag").data["groepen"][0][3] == "Wij graven overdag"
    uitslag = stemmen.toon(tx, handeling(wijk, "2", now=DICHT), voorstel).data
    assert uitslag["zinnen"] == [
        ["meer_voor", {}],
        ["weinig_tegen", {}],
        ["genoemd", {"groepen": "Kosten (2); Rust (1)"}],
    ]
    assert (uitslag["voorstel"], hoeveel(tx, t.stemkoppeling)) == ("Een warmtenet", 0)

    assert peiling.opnieuw(tx, noor, voorstel).data["veld"] == "deep_democracy.voorstel"
    assert formulier.typ(tx, noor, VORMEN, "Een stil warmtenet").data["veld"] == "sluit_op"
    formulier.typ(tx, noor, VORMEN, "10-3-2027 20:00")
    formulier.kies(tx, noor, VORMEN, "live", "nee")
    formulier.kies(tx, noor, VORMEN, "besluit", "nee")
    nieuw = formulier.bevestig(tx, noor, VORMEN).data
    assert (nieuw["vorige"], nieuw["vorig_voorstel"]) == (voorstel, "Een warmtenet")
    assert nieuw["scherm"]["regels"][1:] == [["toegevoegd", {"groep": "Rust", "tekst": "Wij graven overdag"}]]
    with pytest.raises(Geweigerd, match=r"groepering\.vast"):
        groepering.open_toevoeging(tx, noor, groepen["Rust"])
    tx.execute(t.inbrenggroep.update().values(toegevoegd="Iets anders"))
    gemaakt = peilingen.zoek(tx, wijk, publiek_id=nieuw["id"])
    assert gemaakt is not None
    assert "Wij graven overdag" in str(stemmen.uitnodiging(tx, gemaakt).data), "fixed when it opened"


# An answer after the closing


@pytest.fixture
def bezwaar(tx: Connection, wijk: int) -> str:
    """A proposal to which one objects."""
    voorstel = maak(tx, wijk, "consent")
    stemt(tx, wijk, voorstel, 1, "b", "Te duur")
    return voorstel


def antwoord_later(tx: Connection, wijk: int, voorstel: str) -> Boodschap:
    noor = handeling(wijk, NOOR, now=DICHT)
    weerwoord.open_vorm(tx, noor, weerwoord.lees(tx, noor, voorstel).data["stem"])
    return formulier.typ(tx, noor, VORMEN, "Dat <b>snap</b> ik")


def test_who_chose_so_is_answered_after_the_closing_once_and_the_result_stays(
    tx: Connection, wijk: int, bezwaar: str
) -> None:
    assert stemmen.toon(tx, handeling(wijk), bezwaar).data["terugweg"] is False, "off by default"
    for _ in range(2):  # a second tap on the same button takes nothing back
        assert terugweg.wissel(tx, handeling(wijk), bezwaar, "aan").data["terugweg"] is True
    assert lees(tx, wijk, bezwaar, now=DICHT)["antwoordt"]
    assert hoeveel(tx, t.stemkoppeling) == 0
    assert stemmen.toon(tx, handeling(wijk, now=DICHT), bezwaar).data["wacht"]
    assert "wacht" not in stemmen.toon(tx, handeling(wijk, "2", now=DICHT), bezwaar).data
    voor = stemmen.toon(tx, handeling(wijk, "2", now=DICHT), bezwaar).data["zinnen"]
    gezien = antwoord_later(tx, wijk, bezwaar).data
    assert (gezien["antwoord"], gezien["later"], gezien["antwoordt"]) == ("Dat <b>snap</b> ik", True, False)
    assert (
        stemmen.toon(tx, handeling(wijk, "2", now=DICHT), bezwaar).data["zinnen"] == voor == [["open", {"aantal": 1}]]
    )
    assert hoeveel(tx, t.terugweg) == 0
    naar = select(t.account.c.extern_id, t.outbox.c.data).join(t.outbox).where(t.outbox.c.soort == weerwoorden.LATER)
    ((wie, data),) = tx.execute(naar)
    assert (wie, data["antwoord"]) == ("1", "Dat <b>snap</b> ik")
    with pytest.raises(Geweigerd, match=r"peiling\.gesloten"):
        antwoord_later(tx, wijk, bezwaar)


def test_a_message_with_a_late_answer_leaves_no_trace_of_whom_it_went_to(
    tx: Connection, wijk: int, bezwaar: str
) -> None:
    terugweg.wissel(tx, handeling(wijk), bezwaar)
    stemmen.toon(tx, handeling(wijk, now=DICHT), bezwaar)
    antwoord_later(tx, wijk, bezwaar)
    ids = list(tx.scalars(select(t.outbox.c.id).where(t.outbox.c.soort == weerwoorden.LATER)))
    outbox.laat_vallen(tx, ids, "geblokkeerd")
    assert hoeveel(tx, t.outbox, t.outbox.c.soort == weerwoorden.LATER) == 0


@pytest.mark.parametrize("hoe", ["niet", "terug", "weg", "beantwoord", "geen tekst meer", "gewist", "ingetrokken"])
def test_nothing_joins_an_objection_to_its_voter_that_they_did_not_choose_or_that_is_no_longer_needed(
    tx: Connection, wijk: int, bezwaar: str, hoe: str
) -> None:
    anna, noor = handeling(wijk), handeling(wijk, NOOR)
    if hoe != "niet":
        terugweg.wissel(tx, anna, bezwaar)
    if hoe == "terug":
        terugweg.wissel(tx, anna, bezwaar)
    elif hoe == "beantwoord":
        weerwoord.open_vorm(tx, noor, weerwoord.lees(tx, noor, bezwaar).data["stem"])
        formulier.typ(tx, noor, VORMEN, "Antwoord")
        formulier.kies(tx, noor, VORMEN, "consent.blijft", "ja")
    elif hoe == "geen tekst meer":
        stemt(tx, wijk, bezwaar, 1, "g")
    elif hoe == "gewist":
        account, bewoner = tx.execute(
            select(t.account.c.id, t.account.c.bewoner).where(t.account.c.extern_id == "1")
        ).one()
        wissen.vergeet_bewoner(tx, wijk, bewoner, een_publiek_id(), NU)
        wissen.vergeet_account(tx, account, een_publiek_id())
    elif hoe == "ingetrokken":
        peiling.trek_in(tx, noor, bezwaar, zeker=True)
    stemmen.toon(tx, handeling(wijk, "2", now=DICHT), bezwaar)
    if hoe == "weg":
        terugweg.wissel(tx, handeling(wijk, now=DICHT), bezwaar)
    assert hoeveel(tx, t.terugweg) == 0
    if hoe not in ("geen tekst meer", "gewist", "ingetrokken"):
        with pytest.raises(Geweigerd, match=r"peiling\.gesloten"):
            antwoord_later(tx, wijk, bezwaar)


def test_nobody_keeps_a_way_to_a_text_of_another_or_without_one(tx: Connection, wijk: int, bezwaar: str) -> None:
    terugweg.wissel(tx, handeling(wijk, "2"), bezwaar)
    stemt(tx, wijk, bezwaar, 3, "g")
    terugweg.wissel(tx, handeling(wijk, "3"), bezwaar)
    assert hoeveel(tx, t.terugweg) == 0
    with pytest.raises(Geweigerd, match=r"peiling\.onbekend"):
        terugweg.wissel(tx, handeling(wijk, "2"), "A" * 22)

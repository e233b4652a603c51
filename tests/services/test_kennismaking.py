"""Getting to know each other: one question a week at most, all of it optional, nothing seen that was not agreed to."""

import itertools
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, select, update

from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.kennismaking import KEUZES
from bot.services import aanmelding, bewoner, bijeenkomst, kennismaking, wekker
from bot.services.handeling import AMSTERDAM, BEGELEIDER, Handeling
from bot.storage import accounts, gesprekken, tables, wekkers, werkgroepen
from bot.storage import kennismaking as opslag
from bot.storage.gesprekken import Gesprek
from tests.builders import NU, een_account, een_bewoner, een_bijeenkomst, een_huishouden, een_wijk, handeling

WEEK = timedelta(days=7)


@pytest.fixture
def wijk(tx: Connection) -> int:
    return een_wijk(tx)


@pytest.fixture
def anna(tx: Connection, wijk: int) -> int:
    """A resident with an account, who just joined."""
    wie = een_bewoner(tx, wijk)
    een_account(tx, bewoner=wie)
    kennismaking.plan_eerste(tx, wijk, wie, NU, AMSTERDAM)
    return wie


def tot(tx: Connection, wijk: int, now: datetime) -> list[str]:
    """Let all happen that is due, and return which questions were put until now."""
    while te_doen := wekkers.eerste(tx, wijk, now):
        wekker.doe(tx, wijk, te_doen.id, now, AMSTERDAM, Verzending())
    return [data["vraag"] for data in tx.scalars(select(tables.outbox.c.data).order_by(tables.outbox.c.id))]


def ik(wijk: int, now: datetime = NU) -> Handeling:
    return handeling(wijk, now=now)


def test_the_first_question_comes_some_days_later_and_then_one_a_week(tx: Connection, wijk: int, anna: int) -> None:
    gevraagd = [(dag, len(tot(tx, wijk, NU.replace(hour=12) + timedelta(days=dag)))) for dag in range(70)]
    nieuw = [dag for (dag, aantal), (_, voor) in zip(gevraagd[1:], gevraagd, strict=False) if aantal > voor]
    assert nieuw[0] == 6
    assert all(b - a >= 7 for a, b in itertools.pairwise(nieuw))
    assert tot(tx, wijk, NU + 20 * WEEK) == [vraag for vraag in KEUZES if vraag not in {"werkgroepen", "team"}]
    assert wekkers.eerste(tx, wijk, NU + 99 * WEEK) is None


def test_a_clock_that_is_moved_a_month_gives_one_question(tx: Connection, wijk: int, anna: int) -> None:
    later = (NU + timedelta(days=31)).replace(hour=12)
    assert tot(tx, wijk, later) == ["naam"]
    assert tot(tx, wijk, later + timedelta(days=6)) == ["naam"]
    assert len(tot(tx, wijk, later + timedelta(days=8))) == 2


def test_at_night_nothing_is_asked_but_the_next_morning_it_is(tx: Connection, wijk: int, anna: int) -> None:
    nacht = (NU + timedelta(days=10)).replace(hour=2)
    assert tot(tx, wijk, nacht) == []
    assert tot(tx, wijk, nacht.replace(hour=10, minute=30)) == ["naam"]


def test_what_the_list_says_or_was_answered_or_makes_no_sense_is_not_asked(tx: Connection, wijk: int) -> None:
    alleen = een_bewoner(tx, wijk, een_huishouden(tx, wijk, volwassenen=1).id)
    tx.execute(update(tables.huishouden).values(eigendom="huur"))
    een_account(tx, bewoner=alleen)
    werkgroepen.vul_aan(tx, wijk, [("techniek", "g" * 22)])
    (groep,) = werkgroepen.lijst(tx, wijk, alleen)
    werkgroepen.zet_lid(tx, wijk, groep.id, alleen, lid=True)
    kennismaking.plan_eerste(tx, wijk, alleen, NU, AMSTERDAM)
    kennismaking.kies(tx, ik(wijk), "hulp", "thema")
    for week in range(20):
        gevraagd = tot(tx, wijk, NU.replace(hour=12) + week * WEEK)
    assert gevraagd == ["naam", "talent", "leeftijd"]


def test_werkgroepen_are_asked_about_only_where_there_are_any_and_one_is_in_none(
    tx: Connection, wijk: int, anna: int
) -> None:
    werkgroepen.vul_aan(tx, wijk, [("techniek", "g" * 22)])
    for week in range(20):
        gevraagd = tot(tx, wijk, NU.replace(hour=12) + week * WEEK)
    assert "werkgroepen" in gevraagd


def test_who_says_enough_is_asked_nothing_until_they_say_otherwise_and_then_not_at_once(
    tx: Connection, wijk: int, anna: int
) -> None:
    kennismaking.vragen_mag(tx, ik(wijk), False)
    later = (NU + 10 * WEEK).replace(hour=12)
    assert tot(tx, wijk, later) == []
    for _ in range(2):
        kennismaking.vragen_mag(tx, ik(wijk, later), True)
    assert tot(tx, wijk, later + timedelta(days=6)) == []
    assert tot(tx, wijk, later + timedelta(days=8)) == ["naam"]


def test_rather_not_is_not_asked_again_and_may_still_be_answered(tx: Connection, wijk: int, anna: int) -> None:
    gezegd = kennismaking.haal_weg(tx, ik(wijk), "hulp")
    assert (gezegd.soort, gezegd.melding) == ("kennismaking.overzicht", "kennismaking.goed")
    for week in range(20):
        gevraagd = tot(tx, wijk, NU.replace(hour=12) + week * WEEK)
    assert "hulp" not in gevraagd
    kennismaking.kies(tx, ik(wijk), "hulp", "kerngroep")
    assert opslag.antwoorden(tx, anna)["hulp"] == ["kerngroep"]


def test_who_blocked_the_bot_misses_no_question_and_who_moved_gets_none(tx: Connection, wijk: int, anna: int) -> None:
    tx.execute(update(tables.account).values(bereikbaar=False))
    assert tot(tx, wijk, NU + 3 * WEEK) == []
    tx.execute(update(tables.account).values(bereikbaar=True))
    later = (NU + 5 * WEEK).replace(hour=12)
    assert tot(tx, wijk, later) == ["naam"]
    tx.execute(update(tables.bewoner).values(tot=later))
    assert tot(tx, wijk, later + 9 * WEEK) == ["naam"]
    assert wekkers.eerste(tx, wijk, later + 99 * WEEK) is None


def test_an_answer_is_kept_seen_changed_and_removed(tx: Connection, wijk: int, anna: int) -> None:
    kennismaking.kies(tx, ik(wijk), "leeftijd", "tot_35")
    kennismaking.kies(tx, ik(wijk), "leeftijd", "vanaf_70")
    for keuze in ("regelaar", "techneut", "financieel", "regelaar"):  # twice is taken back
        kennismaking.kies(tx, ik(wijk), "talent", keuze)
    data = bewoner.mijn_gegevens(tx, ik(wijk)).data["over_zichzelf"]
    assert (data["leeftijd"], data["talent"]) == (["vanaf_70"], ["techneut", "financieel"])
    weg = kennismaking.haal_weg(tx, ik(wijk), "leeftijd")
    assert weg.melding == "kennismaking.weggehaald"
    assert weg.data["antwoorden"]["leeftijd"] == []


@pytest.mark.parametrize(
    "naam", ["A", "Annemarie van der Wildenberg-Oosterhuis", "🌷 Noor 👩‍👩‍👧", "  Jan \n de  Wit ", "دانا"]
)
def test_a_name_may_be_anything_of_forty_characters(tx: Connection, wijk: int, anna: int, naam: str) -> None:
    kennismaking.typ_naam(tx, ik(wijk))
    kennismaking.typ(tx, ik(wijk), naam)
    assert opslag.naam(tx, anna) == " ".join(naam.split())
    assert bewoner.menu(tx, ik(wijk)).data["naam"] == " ".join(naam.split())
    assert gesprekken.open_gesprek(tx, wijk, 1) is None


@pytest.mark.parametrize("naam", ["", "  \n ", "\u202e", "x" * 41, "x" * 5000])
def test_what_is_no_name_is_refused_and_the_question_stays_open(
    tx: Connection, wijk: int, anna: int, naam: str
) -> None:
    kennismaking.typ_naam(tx, ik(wijk))
    with pytest.raises(Geweigerd, match="naam_lengte"):
        kennismaking.typ(tx, ik(wijk), naam)
    assert gesprekken.open_soort(tx, wijk, "telegram", "1") == kennismaking.SOORT


@pytest.mark.parametrize("code", ["123456", "123 456", "12-34-56"])
def test_a_code_of_a_door_does_not_become_a_name(tx: Connection, wijk: int, anna: int, code: str) -> None:
    kennismaking.typ_naam(tx, ik(wijk))
    with pytest.raises(Geweigerd, match="naam_cijfers"):
        kennismaking.typ(tx, ik(wijk), code)
    assert opslag.naam(tx, anna) is None


def test_a_name_never_throws_away_a_form_that_is_open(tx: Connection, wijk: int, anna: int) -> None:
    account = tx.execute(select(tables.account.c.id)).scalar_one()
    gesprekken.zet(tx, wijk, account, Gesprek("bijeenkomst", "titel", {}))
    with pytest.raises(Geweigerd, match="eerst_afmaken"):
        kennismaking.typ_naam(tx, ik(wijk))
    kennismaking.stop(tx, ik(wijk))
    assert gesprekken.open_gesprek(tx, wijk, account) == Gesprek("bijeenkomst", "titel", {})


@pytest.mark.parametrize(
    ("vraag", "keuze"), [("hulp", "baas"), ("hulp", ""), ("naam", "Piet"), ("werkgroepen", "g"), ("geheim", "ja")]
)
def test_a_forged_answer_is_refused(tx: Connection, wijk: int, anna: int, vraag: str, keuze: str) -> None:
    with pytest.raises(Geweigerd, match="onbekend"):
        kennismaking.kies(tx, ik(wijk), vraag, keuze)


def test_the_address_list_outranks_what_someone_says(tx: Connection, wijk: int, anna: int) -> None:
    kennismaking.kies(tx, ik(wijk), "eigendom", "eigenaar")
    tx.execute(update(tables.huishouden).values(eigendom="huur"))
    for doe in (kennismaking.toon, kennismaking.haal_weg):
        with pytest.raises(Geweigerd, match="lijst_gaat_voor"):
            doe(tx, ik(wijk), "eigendom")
    assert "eigendom" not in kennismaking.overzicht(tx, ik(wijk)).data["antwoorden"]


def test_only_residents_are_asked_and_answer(tx: Connection, wijk: int) -> None:
    een_account(tx)
    for doe in (kennismaking.overzicht, kennismaking.typ_naam):
        with pytest.raises(Geweigerd, match="nog_niet_binnen"):
            doe(tx, ik(wijk))
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        kennismaking.kies(tx, ik(wijk), "hulp", "thema")


def test_housemates_see_each_other_while_both_agree_and_never_else(tx: Connection, wijk: int) -> None:
    huis, ander = een_huishouden(tx, wijk, volwassenen=3), een_huishouden(tx, wijk)
    bewoners = [een_bewoner(tx, wijk, thuis) for thuis in (huis.id, huis.id, huis.id, ander.id)]
    for nummer, wie in enumerate(bewoners):
        een_account(tx, str(nummer), bewoner=wie)
        opslag.zet(tx, wijk, wie, "naam", [f"Buur {nummer}"])

    def ziet(nummer: int) -> list[str]:
        gezien: list[str] = bewoner.mijn_gegevens(tx, handeling(wijk, str(nummer))).data["huisgenoten"]
        return gezien

    def zegt(nummer: int, keuze: str) -> None:
        kennismaking.kies(tx, handeling(wijk, str(nummer)), "huisgenoten", keuze)

    zegt(0, "ja")
    zegt(3, "ja")
    assert [ziet(n) for n in range(4)] == [[], [], [], []]
    zegt(1, "ja")
    assert [ziet(n) for n in range(4)] == [["Buur 1"], ["Buur 0"], [], []]
    zegt(2, "nee")
    assert ziet(2) == []
    kennismaking.haal_weg(tx, handeling(wijk, "1"), "naam")
    assert ziet(0) == [""]
    kennismaking.haal_weg(tx, handeling(wijk, "1"), "huisgenoten")
    assert [ziet(n) for n in range(4)] == [[], [], [], []]


def test_who_runs_a_meeting_sees_the_names_of_who_comes_and_agreed_and_no_others(tx: Connection, wijk: int) -> None:
    avond = een_bijeenkomst(tx, wijk, begin=NU + timedelta(days=1))
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", "9001")])
    for nummer in "1234":
        wie = een_bewoner(tx, wijk)
        een_account(tx, nummer, bewoner=wie)
        opslag.zet(tx, wijk, wie, "naam", [f"Buur {nummer}"])
        aanmelding.meld_aan(tx, handeling(wijk, nummer), avond.publiek_id, "nee" if nummer == "3" else "ja")
    for nummer, keuze in (("1", "ja"), ("2", "nee"), ("3", "ja")):
        kennismaking.kies(tx, handeling(wijk, nummer), "team", keuze)

    def ziet(extern_id: str) -> object:
        return bijeenkomst.toon(tx, handeling(wijk, extern_id), avond.publiek_id).data.get("namen")

    assert ziet("9001") == ["Buur 1"]
    assert ziet("2") is None
    kennismaking.haal_weg(tx, handeling(wijk, "1"), "team")
    assert ziet("9001") == []


@pytest.mark.parametrize("naam", [[], ["Anna"]])
def test_only_who_gave_a_name_is_asked_who_may_see_it(tx: Connection, wijk: int, anna: int, naam: list[str]) -> None:
    opslag.zet(tx, wijk, anna, "naam", naam)
    for week in range(12):
        gevraagd = tot(tx, wijk, NU.replace(hour=12) + week * WEEK)
    assert ("team" in gevraagd) == bool(naam)


def test_the_talent_that_the_wijk_misses_is_asked_for_first_and_its_button_stands_first(
    tx: Connection, wijk: int, anna: int
) -> None:
    for nummer in range(14):
        genoemd = ["regelaar", "techneut", "communicator", "financieel"] + ["verbinder"] * (nummer < 4)
        opslag.zet(tx, wijk, een_bewoner(tx, wijk), "talent", genoemd)
    gezien = kennismaking.toon(tx, ik(wijk), "talent").data
    assert (gezien["gezocht"], gezien["keuzes"][0], len(gezien["keuzes"])) == ("verbinder", "verbinder", 5)
    assert kennismaking.toon(tx, ik(wijk), "hulp").data["gezocht"] is None
    assert tot(tx, wijk, NU.replace(hour=12) + WEEK) == ["talent"]
    assert tot(tx, wijk, NU.replace(hour=12) + 3 * WEEK)[:2] == ["talent", "naam"]
    opslag.zet(tx, wijk, een_bewoner(tx, wijk), "talent", ["verbinder"])
    assert kennismaking.toon(tx, ik(wijk), "talent").data["gezocht"] is None

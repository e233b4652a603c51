"""Coming in at a door at the level of the service: with which code, when it was sent, and who it was."""

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.deurcode import toont
from bot.services import deur as deur_service
from bot.services import inchecken, onboarding
from bot.services.bewijs import Feit, trek_in
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Afzender, Handeling, wie_handelt
from bot.storage import accounts, deuren
from bot.storage import tables as t
from bot.storage.deuren import Deur
from tests.builders import NU, PEPER, een_account, een_bewoner, een_bijeenkomst, een_huishouden, een_wijk, handeling

NOOR, IBRAHIM = "9001", "9002"
BEGIN = NU + timedelta(days=5)
METEEN = timedelta(0)


def s(seconden: float) -> timedelta:
    return timedelta(seconds=seconden)


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR), (ORGANISATOR, "telegram", IBRAHIM)])
    een_account(tx, "1", bewoner=een_bewoner(tx, wijk))
    return wijk


def plan(tx: Connection, wijk: int, *, begin: datetime = BEGIN, **velden: Any) -> Deur:
    publiek_id = een_bijeenkomst(tx, wijk, begin=begin, **velden).publiek_id
    gevonden = deuren.zoek(tx, wijk, publiek_id)
    assert gevonden is not None
    return gevonden


def code(deur: Deur, op: datetime = BEGIN) -> str:
    return toont(deur.geheim, deur.publiek_id, op).code


def qr(deur: Deur, op: datetime = BEGIN) -> str:
    return toont(deur.geheim, deur.publiek_id, op).token


def verzonden(wijk: int, wie: str, op: datetime, *, gelezen_na: timedelta = timedelta(0)) -> Handeling:
    """A message that was sent at a moment and taken up later."""
    return Handeling(wijk, Afzender("telegram", wie), op + gelezen_na, secrets.token_bytes(32), vertraging=gelezen_na)


def uitkomst(doe: Any, *args: Any) -> str:
    """Return what was answered: the kind, or why not."""
    try:
        antwoord = doe(*args)
    except Geweigerd as nee:
        return nee.sleutel
    boodschap: Boodschap = antwoord[0] if isinstance(antwoord, tuple) else antwoord
    return str(boodschap.data.get("sleutel", boodschap.soort))


def typ(tx: Connection, wijk: int, getypt: str, wie: str = "1", *, op: datetime = BEGIN, na: timedelta = METEEN) -> str:
    return uitkomst(inchecken.met_code, tx, verzonden(wijk, wie, op, gelezen_na=na), getypt)


def scan(tx: Connection, wijk: int, token: str, wie: str = "1", *, op: datetime = BEGIN, na: timedelta = METEEN) -> str:
    return uitkomst(inchecken.met_qr, tx, verzonden(wijk, wie, op, gelezen_na=na), token)


def bewijzen(tx: Connection) -> list[tuple[str, str, str, int | None]]:
    """Return kind, subject, method and recorder of all evidence that holds."""
    p = t.bewijs_prive.c
    vraag = select(p.soort, p.onderwerp, p.methode, p.vastlegger).where(~p.vervallen).order_by(p.bewijs)
    return [tuple(rij) for rij in tx.execute(vraag)]


def anders(*goed: str) -> Iterator[str]:
    """Yield codes that are none of these."""
    return (f"{n:06}" for n in range(1_000_000) if f"{n:06}" not in goed)


# Typed codes and the QR of the door


def test_coming_twice_is_once_and_is_told_so_kindly(tx: Connection, wijk: int) -> None:
    deur = plan(tx, wijk)
    assert typ(tx, wijk, code(deur)) == "deur.binnen"
    for _ in range(2):
        assert typ(tx, wijk, code(deur)) == "deur.al_binnen"
    assert scan(tx, wijk, qr(deur)) == "deur.al_binnen"
    assert bewijzen(tx) == [("aanwezig_vragen", deur.publiek_id, "deurcode", None)]


def test_the_method_stands_in_the_evidence_and_without_room_for_questions_it_is_another_kind(
    tx: Connection, wijk: int
) -> None:
    deur = plan(tx, wijk, ruimte_voor_vragen=False)
    assert scan(tx, wijk, qr(deur)) == "deur.binnen"
    assert bewijzen(tx) == [("aanwezig", deur.publiek_id, "deur_qr", None)]


@pytest.mark.parametrize("vorm", ["{}", "{0:.3} {1}", "{0:.3}-{1}", "  {}  "])
def test_a_code_may_be_typed_as_people_type(tx: Connection, wijk: int, vorm: str) -> None:
    nu = code(plan(tx, wijk))
    assert typ(tx, wijk, vorm.format(nu, nu[3:])) == "deur.binnen"


@pytest.mark.parametrize(
    ("verzonden_na", "gelezen_na", "antwoord"),
    [
        (s(0), s(0), "deur.binnen"),
        (s(599), s(0), "deur.binnen"),
        (s(599), timedelta(hours=1), "deur.binnen"),
        (s(600), s(0), "deur.code_verlopen"),
        (s(600), timedelta(hours=1), "deur.code_verlopen"),
        (s(1800), s(0), "deur.code_fout"),
    ],
)
def test_a_typed_code_is_judged_by_when_it_was_sent_not_by_when_it_was_read(
    tx: Connection, wijk: int, verzonden_na: timedelta, gelezen_na: timedelta, antwoord: str
) -> None:
    deur = plan(tx, wijk)
    assert typ(tx, wijk, code(deur), op=BEGIN + verzonden_na, na=gelezen_na) == antwoord


@pytest.mark.parametrize(
    ("verzonden_na", "gelezen_na", "antwoord"),
    [
        (s(-3), s(0), "deur.binnen"),
        (s(29.9), s(0), "deur.binnen"),
        (s(59), timedelta(hours=1), "deur.binnen"),
        (s(60), s(0), "deur.scan_opnieuw"),
        (s(60), timedelta(hours=1), "deur.scan_opnieuw"),
    ],
)
def test_a_qr_is_judged_by_when_it_was_sent_not_by_when_it_was_read(
    tx: Connection, wijk: int, verzonden_na: timedelta, gelezen_na: timedelta, antwoord: str
) -> None:
    deur = plan(tx, wijk)
    assert scan(tx, wijk, qr(deur), op=BEGIN + verzonden_na, na=gelezen_na) == antwoord


@pytest.mark.parametrize(
    ("op", "getypt", "gescand"),
    [
        (BEGIN - timedelta(hours=1, microseconds=1), "deur.geen_open", "deur.nog_dicht"),
        (BEGIN - timedelta(hours=1), "deur.binnen", "deur.al_binnen"),
        (BEGIN + timedelta(hours=6), "deur.binnen", "deur.al_binnen"),
        (BEGIN + timedelta(hours=6, microseconds=1), "deur.geen_open", "deur.gesloten"),
    ],
)
def test_the_door_is_open_from_an_hour_before_to_six_hours_after(
    tx: Connection, wijk: int, op: datetime, getypt: str, gescand: str
) -> None:
    deur = plan(tx, wijk)
    assert typ(tx, wijk, code(deur, op), op=op) == getypt
    assert scan(tx, wijk, qr(deur, op), op=op) == gescand


def test_what_was_sent_before_the_door_closed_counts_also_when_it_is_read_after(tx: Connection, wijk: int) -> None:
    deur, dicht = plan(tx, wijk), BEGIN + timedelta(minutes=30)
    een_account(tx, "2", bewoner=een_bewoner(tx, wijk))
    deur_service.sluit(tx, handeling(wijk, NOOR, now=dicht), deur.publiek_id)
    net_ervoor = dicht - s(1)
    assert typ(tx, wijk, code(deur, net_ervoor), op=net_ervoor, na=timedelta(hours=1)) == "deur.binnen"
    assert scan(tx, wijk, qr(deur, net_ervoor), "2", op=net_ervoor, na=timedelta(hours=1)) == "deur.binnen"
    een_account(tx, "3", bewoner=een_bewoner(tx, wijk))
    assert typ(tx, wijk, code(deur, dicht), "3", op=dicht) == "deur.gesloten"
    assert scan(tx, wijk, qr(deur, dicht), "3", op=dicht) == "deur.gesloten"


def test_of_two_doors_at_one_hour_each_code_opens_its_own(tx: Connection, wijk: int) -> None:
    een, ander = plan(tx, wijk), plan(tx, wijk)
    een_account(tx, "2", bewoner=een_bewoner(tx, wijk))
    assert typ(tx, wijk, code(een)) == "deur.binnen"
    assert scan(tx, wijk, qr(ander), "2") == "deur.binnen"
    assert [onderwerp for _, onderwerp, _, _ in bewijzen(tx)] == [een.publiek_id, ander.publiek_id]


def test_digits_that_fit_two_doors_open_neither_and_are_no_wrong_try(
    tx: Connection, wijk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    een, _ = plan(tx, wijk), plan(tx, wijk)
    monkeypatch.setattr(inchecken, "weeg_code", lambda *_: "goed")
    for _ in range(7):
        assert typ(tx, wijk, code(een)) == "deur.code_dubbel"
    assert bewijzen(tx) == []


def test_who_has_not_joined_learns_nothing_about_codes(tx: Connection, wijk: int) -> None:
    deur = plan(tx, wijk)
    een_account(tx, "2")
    for getypt in (code(deur), "000000", "12345", ""):
        assert typ(tx, wijk, getypt, "2") == "deur.eerst_meedoen"
    assert tx.scalar(select(func.count()).select_from(t.codepoging)) == 0


def test_a_code_of_another_neighbourhood_is_wrong_here(tx: Connection, wijk: int) -> None:
    plan(tx, wijk)
    elders = plan(tx, een_wijk(tx, "Elders"))
    assert typ(tx, wijk, code(elders)) == "deur.code_fout"
    assert scan(tx, wijk, qr(elders)) == "deur.scan_opnieuw"


def test_after_five_wrong_codes_an_hour_even_the_right_one_waits_but_the_qr_does_not(tx: Connection, wijk: int) -> None:
    deur = plan(tx, wijk)
    fout = anders(code(deur))
    assert [typ(tx, wijk, next(fout)) for _ in range(6)] == ["deur.code_fout"] * 5 + ["deur.te_vaak"]
    assert typ(tx, wijk, code(deur)) == "deur.te_vaak"
    assert scan(tx, wijk, qr(deur)) == "deur.binnen"
    later = BEGIN + timedelta(hours=1)
    assert typ(tx, wijk, code(deur, later), op=later) == "deur.al_binnen"


@pytest.mark.parametrize(
    ("getypt", "antwoord"),
    [("12345", "deur.zes_cijfers"), ("1234567", "deur.zes_cijfers"), ("oud", "deur.code_verlopen")],
)
def test_what_was_nearly_right_is_answered_with_what_was_wrong_and_is_no_wrong_try(
    tx: Connection, wijk: int, getypt: str, antwoord: str
) -> None:
    oud = code(plan(tx, wijk))
    op = BEGIN + timedelta(minutes=11)
    for _ in range(7):
        assert typ(tx, wijk, oud if getypt == "oud" else getypt, op=op) == antwoord


@pytest.mark.parametrize("token", ["", "123456", "x" * 38, "\u00e9" * 38])
def test_a_qr_that_is_none_asks_to_scan_again(tx: Connection, wijk: int, token: str) -> None:
    plan(tx, wijk)
    assert scan(tx, wijk, token) == "deur.scan_opnieuw"


def test_a_meeting_that_was_called_off_has_no_door(tx: Connection, wijk: int) -> None:
    deur = plan(tx, wijk, afgelast_op=NU)
    assert typ(tx, wijk, code(deur)) == "deur.geen_open"
    assert scan(tx, wijk, qr(deur)) == "deur.gesloten"


# Newcomers


def test_who_scans_and_then_joins_is_in_without_scanning_again(tx: Connection, wijk: int) -> None:
    deur, brief = plan(tx, wijk), een_huishouden(tx, wijk, volwassenen=1).code
    assert scan(tx, wijk, qr(deur), "7") == "deur.eerst_meedoen"
    straks = BEGIN + timedelta(minutes=4)
    doet = handeling(wijk, "7", now=straks)
    assert onboarding.typ(tx, doet, "nog even", PEPER).soort == "welkom.typefout"
    assert onboarding.typ(tx, doet, brief, PEPER).soort == "welkom.taal"
    onboarding.terug(tx, doet)  # and back to the code: the door is not forgotten
    onboarding.start(tx, doet, brief, PEPER)
    onboarding.kies(tx, doet, "nl")
    antwoord = inchecken.doe_mee(tx, doet, str(onboarding.TOESTEMMING_VERSIE))
    assert isinstance(antwoord, tuple)
    assert [boodschap.soort for boodschap in antwoord] == ["welkom.binnen", "deur.binnen"]
    assert bewijzen(tx) == [("aanwezig_vragen", deur.publiek_id, "deur_qr", None)]


@pytest.mark.parametrize(("verschil", "klaar_na"), [(s(61), s(60)), (s(0), timedelta(days=1))])
def test_an_old_qr_or_joining_after_the_door_closed_checks_nobody_in(
    tx: Connection, wijk: int, verschil: timedelta, klaar_na: timedelta
) -> None:
    deur, brief = plan(tx, wijk), een_huishouden(tx, wijk, volwassenen=1).code
    scan(tx, wijk, qr(deur), "7", op=BEGIN + verschil)
    doet = handeling(wijk, "7", now=BEGIN + verschil + klaar_na)
    onboarding.typ(tx, doet, brief, PEPER)
    onboarding.kies(tx, doet, "nl")
    antwoord = inchecken.doe_mee(tx, doet, str(onboarding.TOESTEMMING_VERSIE))
    assert isinstance(antwoord, Boodschap)
    assert antwoord.soort == "welkom.binnen"
    assert bewijzen(tx) == []


# One's own QR


def eigen(tx: Connection, wijk: int, wie: str = "1", *, op: datetime = BEGIN) -> str:
    return str(inchecken.mijn_code(tx, handeling(wijk, wie, now=op), PEPER).data["token"])


def toon_eigen(tx: Connection, wijk: int, token: str, wie: str = NOOR, *, op: datetime = BEGIN) -> str:
    return uitkomst(inchecken.met_eigen_qr, tx, verzonden(wijk, wie, op), token, PEPER)


def test_who_stands_at_the_door_checks_a_resident_in_by_scanning_and_the_resident_hears_it(
    tx: Connection, wijk: int
) -> None:
    deur = plan(tx, wijk)
    token = eigen(tx, wijk)
    antwoord = inchecken.met_eigen_qr(tx, verzonden(wijk, NOOR, BEGIN), token, PEPER)
    assert (antwoord.soort, antwoord.data["nieuw"], antwoord.data["aanwezig"]) == ("deur.gescand", True, 1)
    noor = wie_handelt(tx, handeling(wijk, NOOR)).account
    assert bewijzen(tx) == [("aanwezig_vragen", deur.publiek_id, "eigen_qr", noor)]
    (naar,) = tx.execute(select(t.outbox.c.soort, t.account.c.extern_id).join(t.account)).all()
    assert tuple(naar) == ("deur.binnen", "1")

    nog_eens = inchecken.met_eigen_qr(tx, verzonden(wijk, IBRAHIM, BEGIN), token, PEPER)
    assert (nog_eens.data["nieuw"], nog_eens.data["aanwezig"]) == (False, 1)
    assert tx.scalar(select(func.count()).select_from(t.outbox)) == 1


def test_who_was_taken_off_by_mistake_can_be_scanned_again(tx: Connection, wijk: int) -> None:
    deur = plan(tx, wijk)
    token = eigen(tx, wijk)
    toon_eigen(tx, wijk, token)
    bewoner = wie_handelt(tx, handeling(wijk)).bewoner
    assert bewoner is not None
    feit = Feit("aanwezig_vragen", deur.publiek_id, "deurlijst", wie_handelt(tx, handeling(wijk, NOOR)))
    trek_in(tx, handeling(wijk, NOOR, now=BEGIN), bewoner, feit)
    assert toon_eigen(tx, wijk, token) == "deur.gescand"
    assert len(bewijzen(tx)) == 1
    assert tx.scalar(select(func.count()).select_from(t.outbox)) == 2


@pytest.mark.parametrize("token", ["echt", "x" * 38, ""])
def test_without_the_role_a_scanned_code_says_nothing_about_whose_it_is(tx: Connection, wijk: int, token: str) -> None:
    plan(tx, wijk)
    een_account(tx, "2", bewoner=een_bewoner(tx, wijk))
    gegeven = eigen(tx, wijk) if token == "echt" else token
    for wie in ("1", "2", "77"):
        assert toon_eigen(tx, wijk, gegeven, wie) == "deur.eigen_tonen"
    assert bewijzen(tx) == []


@pytest.mark.parametrize(("dagen", "antwoord"), [(0, "deur.gescand"), (1, "deur.gescand"), (2, "deur.eigen_verlopen")])
def test_a_screenshot_of_an_own_code_works_two_days(tx: Connection, wijk: int, dagen: int, antwoord: str) -> None:
    plan(tx, wijk)
    token = eigen(tx, wijk, op=BEGIN - timedelta(days=dagen))
    assert toon_eigen(tx, wijk, token) == antwoord


def test_the_code_of_who_moved_away_or_of_another_wijk_works_no_more(tx: Connection, wijk: int) -> None:
    plan(tx, wijk)
    token = eigen(tx, wijk)
    elders = een_wijk(tx, "Elders")
    een_account(tx, "5", bewoner=een_bewoner(tx, elders))
    assert toon_eigen(tx, wijk, eigen(tx, elders, "5")) == "deur.eigen_verlopen"
    tx.execute(t.bewoner.update().values(tot=NU))
    assert toon_eigen(tx, wijk, token) == "deur.eigen_verlopen"
    assert bewijzen(tx) == []


def test_with_no_door_open_nobody_is_checked_in(tx: Connection, wijk: int) -> None:
    deur = plan(tx, wijk)
    token = eigen(tx, wijk)
    assert toon_eigen(tx, wijk, token, op=BEGIN - timedelta(minutes=61)) == "deur.geen_open"
    deur_service.sluit(tx, handeling(wijk, NOOR, now=BEGIN), deur.publiek_id)
    assert toon_eigen(tx, wijk, token, op=BEGIN + s(1)) == "deur.geen_open"
    assert bewijzen(tx) == []


def test_with_several_doors_open_it_is_the_one_on_ones_own_screen_or_else_asked(tx: Connection, wijk: int) -> None:
    een, ander = plan(tx, wijk), plan(tx, wijk)
    token = eigen(tx, wijk)
    vraag = inchecken.met_eigen_qr(tx, verzonden(wijk, NOOR, BEGIN), token, PEPER)
    assert bewijzen(tx) == []

    eerste, kies = (deur["keuze"] for deur in vraag.data["deuren"])
    assert eerste == een.publiek_id[:11] + token
    assert len(f"999999999.ik:{kies}") <= 64
    tik = handeling(wijk, NOOR, now=BEGIN)
    assert inchecken.bij_deze_deur(tx, tik, kies, PEPER).data["nieuw"]
    deur_service.toon(tx, handeling(wijk, IBRAHIM, now=BEGIN), een.publiek_id, 33)
    assert toon_eigen(tx, wijk, token, IBRAHIM) == "deur.gescand"
    assert [onderwerp for _, onderwerp, _, _ in bewijzen(tx)] == [ander.publiek_id, een.publiek_id]


@pytest.mark.parametrize("wie", ["1", "77"])
def test_a_forged_choice_of_door_is_refused(tx: Connection, wijk: int, wie: str) -> None:
    deur = plan(tx, wijk)
    token = eigen(tx, wijk)
    tik = handeling(wijk, wie, now=BEGIN)
    assert uitkomst(inchecken.bij_deze_deur, tx, tik, deur.publiek_id + token, PEPER) == "deur.eigen_tonen"
    van_noor = handeling(wijk, NOOR, now=BEGIN)
    onzin = "x" * 22 + token
    assert uitkomst(inchecken.bij_deze_deur, tx, van_noor, onzin, PEPER) == "bijeenkomst.onbekend"
    onzin = deur.publiek_id + token[:-1] + ("A" if token[-1] != "A" else "B")
    assert uitkomst(inchecken.bij_deze_deur, tx, van_noor, onzin, PEPER) == "deur.eigen_verlopen"
    assert bewijzen(tx) == []


def test_only_residents_have_an_own_code(tx: Connection, wijk: int) -> None:
    assert uitkomst(inchecken.mijn_code, tx, handeling(wijk, NOOR), PEPER) == "nog_niet_binnen"


def test_a_forged_tap_does_not_open_a_door_again_whose_hours_are_over(tx: Connection, wijk: int) -> None:
    deur = plan(tx, wijk)
    deur_service.sluit(tx, handeling(wijk, NOOR, now=BEGIN), deur.publiek_id)
    deur_service.heropen(tx, handeling(wijk, NOOR, now=BEGIN + timedelta(days=1)), deur.publiek_id, None)
    gevonden = deuren.zoek(tx, wijk, deur.publiek_id)
    assert gevonden is not None
    assert gevonden.dicht_op == BEGIN

"""Joining, driven as residents do it: through the listeners of handlers/welkom.py and the buttons that they see."""

import asyncio
import random
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, func, insert, select, update

from berichten import Bericht, Boodschap, Toon, render, talen, vertaal
from bot.config import Settings, Wijk
from bot.errors import Geweigerd
from bot.rules import huishoudcode
from bot.services import bewijs, onboarding
from bot.services.bewijs import Feit
from bot.services.handeling import Handeling
from bot.storage import ACCOUNTS, Database, accounts, gesprekken, huishoudens, open_database, tables
from bot.storage.gesprekken import Gesprek
from handlers import welkom
from handlers.beurt import Antwoord, Beurt, Luisteraar
from tests.builders import NU, PEPER, een_account, een_bewoner, een_huishouden, een_wijk, handeling

ONBEKEND = huishoudcode.maak(b"onbekend")
VERSIE = str(onboarding.TOESTEMMING_VERSIE)
TYPEFOUT = ONBEKEND[:-1] + ("0" if ONBEKEND[-1] != "0" else "1")


class Telefoon:
    """One person's chat with the bot: what they send goes to the listener that the bot would choose."""

    def __init__(self, tx: Connection, wijk: int, extern_id: str = "1", *, taalcode: str | None = "nl") -> None:
        self.tx, self.wijk, self.extern_id, self.taalcode = tx, wijk, extern_id, taalcode
        self.now = NU
        self.boodschap = Boodschap("niets")

    def start(self, code: str = "") -> str:
        return self._stuur(welkom.COMMANDS["start"], code)

    def typ(self, tekst: str) -> str:
        open_soort = gesprekken.open_soort(self.tx, self.wijk, "telegram", self.extern_id)
        assert open_soort == onboarding.SOORT or welkom.herken_code(tekst), "the bot would not bring this text here"
        return self._stuur(welkom.typ, tekst)

    def tik(self, data: str) -> str:
        """Tap a button under the last message, which must be there."""
        assert data in [knop.data for rij in self.scherm().knoppen for knop in rij]
        return self.tik_oud(data)

    def tik_oud(self, data: str) -> str:
        """Tap a button under an older message, or a forged one."""
        soort, _, rest = data.partition(":")
        return self._stuur(welkom.TAPS[soort], rest)

    def kom_binnen(self, code: str) -> str:
        self.start(code)
        self.tik("welkom_taal:nl")
        return self.tik("welkom_ja:2")

    def scherm(self) -> Bericht:
        """Return what the person sees, in their language."""
        taal = accounts.taal(self.tx, "telegram", self.extern_id) or "nl"
        return render(self.boodschap, Toon(vertaal(taal), ZoneInfo("Europe/Amsterdam"), "https://t.me/ProefBot"))

    @property
    def bewoner(self) -> int | None:
        wie = accounts.wie(self.tx, self.wijk, "telegram", self.extern_id)
        return wie.bewoner if wie else None

    def _stuur(self, luister: Luisteraar, invoer: str) -> str:
        beurt = Beurt(Settings(Wijk("Vogelbuurt")), PEPER, self.wijk, self._doe, self._lees)
        with pytest.raises(StopIteration):  # nothing here waits, so no event loop is needed
            luister(beurt, invoer).__await__().send(None)
        self.scherm()
        return self.boodschap.soort

    async def _lees(self, functie: Callable[[Connection, Handeling], Any]) -> Any:
        raise AssertionError("onboarding reads nothing beforehand")

    async def _doe(self, functie: Callable[[Connection, Handeling], Antwoord], wijk: int) -> None:
        assert wijk == ACCOUNTS
        try:
            antwoord = functie(self.tx, handeling(self.wijk, self.extern_id, now=self.now, taalcode=self.taalcode))
        except Geweigerd as nee:
            if nee.sleutel != "formulier.knop" or nee.onder is None:
                raise
            antwoord = Boodschap(*nee.onder)  # stands under it, as it was asked
        assert isinstance(antwoord, Boodschap)
        self.boodschap = antwoord


@pytest.fixture
def wijk(tx: Connection) -> int:
    return een_wijk(tx)


@pytest.fixture
def anna(tx: Connection, wijk: int) -> Telefoon:
    return Telefoon(tx, wijk)


def tel(tx: Connection, tabel: str) -> int:
    return tx.scalar(select(func.count()).select_from(tables.metadata.tables[tabel])) or 0


def test_from_the_letters_link_to_in_with_language_and_consent_kept(tx: Connection, wijk: int, anna: Telefoon) -> None:
    huis = een_huishouden(tx, wijk)
    assert anna.start(huis.code) == "welkom.taal"
    assert anna.tik("welkom_taal:en") == "welkom.toestemming"
    assert "What?" in anna.scherm().tekst
    assert anna.bewoner is None
    assert anna.tik("welkom_ja:2") == "welkom.binnen"
    assert [knop.data for rij in anna.scherm().knoppen for knop in rij] == ["werkgroepen", "menu"]
    account = tx.execute(select(tables.account)).one()
    assert (account.taal, account.toestemming_versie, account.toestemming_op) == ("en", 2, NU)
    bewoner = tx.execute(select(tables.bewoner)).one()
    assert (bewoner.id, bewoner.huishouden, bewoner.stoel, len(bewoner.publiek_id)) == (account.bewoner, huis.id, 1, 22)
    assert tel(tx, "gesprek") == 0


def test_the_language_of_the_letter_is_offered_first(tx: Connection, wijk: int, anna: Telefoon) -> None:
    code = een_huishouden(tx, wijk).code
    tx.execute(update(tables.huishouden).values(taal="en"))
    anna.start(code)
    assert [knop.data for rij in anna.scherm().knoppen for knop in rij][:2] == ["welkom_taal:en", "welkom_taal:nl"]


@pytest.mark.parametrize(
    "schrijf", [huishoudcode.schrijf, str.lower, lambda code: f" {code[:6]} {code[6:]} ".replace("0", "o")]
)
def test_a_code_may_be_typed_as_people_type(
    tx: Connection, wijk: int, anna: Telefoon, schrijf: Callable[[str], str]
) -> None:
    anna.start()
    assert anna.typ(schrijf(een_huishouden(tx, wijk).code)) == "welkom.taal"


def test_a_code_as_the_very_first_word_is_understood(tx: Connection, wijk: int, anna: Telefoon) -> None:
    assert anna.typ(huishoudcode.schrijf(een_huishouden(tx, wijk).code)) == "welkom.taal"


def test_back_and_later_stand_on_every_step_and_lead_where_they_say(tx: Connection, wijk: int, anna: Telefoon) -> None:
    code = een_huishouden(tx, wijk).code
    assert anna.start() == "welkom.code"
    assert anna.tik("welkom_terug") == "welkom.taal"  # another language first
    assert anna.tik("welkom_taal:nl") == "welkom.code"
    anna.typ(code)
    assert anna.tik("welkom_terug") == "welkom.code"
    anna.typ(code)
    anna.tik("welkom_taal:nl")
    assert anna.tik("welkom_terug") == "welkom.taal"
    for stap, verder in (("taal", "welkom_taal:nl"), ("toestemming", "welkom_ja:2")):
        assert anna.tik("welkom_later") == "welkom.later"
        assert anna.tik("welkom_verder") == f"welkom.{stap}"
        anna.tik("welkom_later")
        assert anna.typ("hallo?") == f"welkom.{stap}"
        anna.tik("welkom_later")
        assert anna.start() == f"welkom.{stap}"
        anna.tik(verder)
    assert anna.boodschap.soort == "welkom.binnen"


@pytest.mark.parametrize("stappen", range(4))
async def test_every_step_survives_a_restart(database: Database, database_url: str, stappen: int) -> None:
    def begin(tx: Connection) -> tuple[int, str]:
        wijk = een_wijk(tx)
        return wijk, een_huishouden(tx, wijk).code

    wijk, code = await database.write(ACCOUNTS, begin)
    doen: list[tuple[Callable[..., Boodschap], tuple[object, ...], str]] = [
        (onboarding.start, ("", PEPER), "welkom.code"),
        (onboarding.typ, (code, PEPER), "welkom.taal"),
        (onboarding.kies, ("nl",), "welkom.toestemming"),
        (onboarding.stem_in, (VERSIE,), "welkom.binnen"),
    ]
    for dienst, args, _ in doen[:stappen]:
        await database.write(ACCOUNTS, dienst, handeling(wijk), *args)
    await database.close()
    opnieuw = await open_database(database_url)
    for dienst, args, soort in doen[stappen:]:
        assert (await opnieuw.write(ACCOUNTS, dienst, handeling(wijk), *args)).soort == soort
    assert (await opnieuw.read(accounts.wie, wijk, "telegram", "1")).bewoner is not None  # type: ignore[union-attr]
    await opnieuw.close()


def test_a_typing_error_is_named_as_one_and_costs_no_try(tx: Connection, anna: Telefoon) -> None:
    anna.start()
    for tekst in (TYPEFOUT, "hallo", "7", "") * 3:
        assert anna.typ(tekst) == "welkom.typefout"
    assert tel(tx, "codepoging") == 0


def test_five_wrong_codes_an_hour_then_a_right_one_is_not_looked_at_until_the_hour_is_over(
    tx: Connection, wijk: int, anna: Telefoon
) -> None:
    goed = een_huishouden(tx, wijk).code
    anna.start()
    for over in (4, 3, 2, 1):
        assert anna.typ(ONBEKEND) == "welkom.onbekend"
        assert anna.boodschap.data == {"over": over}
        anna.now += timedelta(minutes=1)
    assert anna.typ(ONBEKEND) == "welkom.te_vaak"
    te_vaak = anna.boodschap
    assert "21:00" in anna.scherm().tekst  # the first try was at 19:00 UTC, 20:00 in the wijk
    for tekst in (goed, ONBEKEND, TYPEFOUT):
        assert anna.typ(tekst) == "welkom.te_vaak"
        assert anna.boodschap == te_vaak
    anna.now = datetime.fromisoformat(te_vaak.data["vanaf"]) - timedelta(seconds=1)
    assert anna.typ(goed) == "welkom.te_vaak"
    anna.now += timedelta(seconds=1)
    assert anna.typ(goed) == "welkom.taal"


def test_wrong_tries_of_one_account_never_lock_a_household_or_another_account(
    tx: Connection, wijk: int, anna: Telefoon
) -> None:
    huis = een_huishouden(tx, wijk)
    anna.start()
    for _ in range(6):
        anna.typ(ONBEKEND)
    assert Telefoon(tx, wijk, "2").kom_binnen(huis.code) == "welkom.binnen"


@pytest.mark.parametrize(("volwassenen", "stoelen"), [(1, 1), (2, 2), (None, 4)])
def test_a_couple_on_one_code_is_two_residents_and_who_comes_after_the_last_seat_hears_so_kindly(
    tx: Connection, wijk: int, volwassenen: int | None, stoelen: int
) -> None:
    huis = een_huishouden(tx, wijk, volwassenen=volwassenen)
    for nummer in range(stoelen):
        assert Telefoon(tx, wijk, str(nummer)).kom_binnen(huis.code) == "welkom.binnen"
    laat = Telefoon(tx, wijk, "laat")
    assert laat.start(huis.code) == "welkom.vol"
    assert huishoudens.bezette_stoelen(tx, huis.id) == set(range(1, stoelen + 1))
    assert (tel(tx, "bewoner"), tel(tx, "codepoging")) == (stoelen, 0)


def test_a_seat_that_came_free_is_taken_again(tx: Connection, wijk: int, anna: Telefoon) -> None:
    huis = een_huishouden(tx, wijk, volwassenen=2)
    een_account(tx, "2", bewoner=huishoudens.voeg_bewoner_toe(tx, wijk, huis.id, 2, "x" * 22, NU))
    assert anna.kom_binnen(huis.code) == "welkom.binnen"
    assert huishoudens.bezette_stoelen(tx, huis.id) == {1, 2}


def opgetekend(tx: Connection, wijk: int, huis: int) -> int:
    """Return someone without a phone with whom a begeleider spoke at the door."""
    wie = een_bewoner(tx, wijk, huis)
    bewijs.leg_vast(tx, handeling(wijk), wie, Feit("gesprek", "g" * 22, "deurgesprek"))
    return wie


@pytest.mark.parametrize(
    ("antwoord", "volwassenen", "zelfde"),
    [("ja", 2, True), ("weet_niet", 2, True), ("nee", 2, False), ("nee", 1, True)],
)
def test_who_was_written_down_before_takes_that_seat_with_all_that_counts(
    tx: Connection, wijk: int, anna: Telefoon, antwoord: str, volwassenen: int, zelfde: bool
) -> None:
    huis = een_huishouden(tx, wijk, volwassenen=volwassenen)
    zonder_telefoon = opgetekend(tx, wijk, huis.id)
    assert anna.kom_binnen(huis.code) == "welkom.bekend"
    assert anna.typ("wat?") == "welkom.bekend"
    assert anna.tik("welkom_terug") == "welkom.toestemming"
    anna.tik(f"welkom_ja:{VERSIE}")
    anna.now += timedelta(days=1)
    assert anna.tik(f"welkom_bekend:{antwoord}") == "welkom.binnen"
    assert (anna.bewoner == zonder_telefoon) is zelfde
    assert tel(tx, "bewoner") == (1 if zelfde else 2)
    assert tx.scalar(select(tables.account.c.toestemming_op)) == NU, "they said yes then"
    assert anna.tik_oud("welkom_bekend:ja") == "menu"


@pytest.mark.parametrize(("antwoord", "neemt"), [("ja", "gesproken"), ("weet_niet", "gesproken"), ("nee", "leeg")])
def test_a_seat_of_which_nothing_holds_is_not_that_of_who_was_written_down(
    tx: Connection, wijk: int, anna: Telefoon, antwoord: str, neemt: str
) -> None:
    """Else who takes part would count beside what was written down of them, or take over what a housemate did."""
    huis = een_huishouden(tx, wijk, volwassenen=2)
    stoelen = {"leeg": een_bewoner(tx, wijk, huis.id), "gesproken": opgetekend(tx, wijk, huis.id)}
    anna.kom_binnen(huis.code)
    anna.tik(f"welkom_bekend:{antwoord}")
    assert anna.bewoner == stoelen[neemt]


def test_where_nothing_holds_of_anyone_nobody_is_asked(tx: Connection, wijk: int, anna: Telefoon) -> None:
    huis = een_huishouden(tx, wijk, volwassenen=1)
    leeg = een_bewoner(tx, wijk, huis.id)
    assert anna.kom_binnen(huis.code) == "welkom.binnen"
    assert anna.bewoner == leeg


def test_a_forged_or_early_answer_takes_nobodys_seat(tx: Connection, wijk: int, anna: Telefoon) -> None:
    huis = een_huishouden(tx, wijk, volwassenen=1)
    opgetekend(tx, wijk, huis.id)
    assert anna.tik_oud("welkom_bekend:ja") == "welkom.code"
    anna.start(huis.code)
    assert anna.tik_oud("welkom_bekend:ja") == "welkom.taal"
    anna.kom_binnen(huis.code)
    for vervalst in ("", "misschien", "ja:1"):
        assert anna.tik_oud(f"welkom_bekend:{vervalst}") == "welkom.bekend"
    assert anna.bewoner is None


def test_of_two_who_were_written_down_each_gets_a_seat_and_a_third_does_not_fit(tx: Connection, wijk: int) -> None:
    huis = een_huishouden(tx, wijk, volwassenen=2)
    bekend = {opgetekend(tx, wijk, huis.id) for _ in range(2)}
    telefoons = [Telefoon(tx, wijk, str(nummer)) for nummer in range(3)]
    for telefoon in telefoons:
        assert telefoon.kom_binnen(huis.code) == "welkom.bekend"
    assert [telefoon.tik("welkom_bekend:ja") for telefoon in telefoons] == ["welkom.binnen"] * 2 + ["welkom.vol"]
    assert {telefoon.bewoner for telefoon in telefoons} == {*bekend, None}


def test_who_does_not_fit_goes_to_the_organisatoren_once_a_day_with_the_address_only(
    tx: Connection, wijk: int, anna: Telefoon
) -> None:
    huis = een_huishouden(tx, wijk, volwassenen=1)
    Telefoon(tx, wijk, "2").kom_binnen(huis.code)
    for wie, rol in (("8", "organisator"), ("9", "organisator"), ("7", "beheerder")):
        tx.execute(insert(tables.rol).values(wijk=wijk, kanaal="telegram", extern_id=wie, rol=rol))
        een_account(tx, wie)
    for uur in (0, 1, 2, 26):
        anna.now = NU + timedelta(hours=uur)
        assert anna.start(huis.code) == "welkom.vol"
    vraag = select(tables.outbox.c.soort, tables.outbox.c.data, tables.account.c.extern_id).join(tables.account)
    rijen = tx.execute(vraag.order_by(tables.outbox.c.id)).all()
    assert [rij.extern_id for rij in rijen] == ["8", "9", "8", "9"]
    assert {rij.soort for rij in rijen} == {"welkom.vol_team"}
    assert all(rij.data == {"adres": huishoudens.adres(tx, huis.id)} for rij in rijen)


def test_a_seat_that_goes_while_someone_reads_the_consent_is_not_given_twice(
    tx: Connection, wijk: int, anna: Telefoon
) -> None:
    huis = een_huishouden(tx, wijk, volwassenen=1)
    anna.start(huis.code)
    anna.tik("welkom_taal:nl")
    assert Telefoon(tx, wijk, "2").kom_binnen(huis.code) == "welkom.binnen"
    assert anna.tik("welkom_ja:2") == "welkom.vol"
    assert anna.start() == "welkom.code"
    assert tel(tx, "bewoner") == 1


async def test_of_twenty_who_want_the_last_two_seats_at_once_two_get_them(database: Database) -> None:
    def begin(tx: Connection) -> int:
        wijk = een_wijk(tx)
        huis = een_huishouden(tx, wijk, volwassenen=2)
        for nummer in range(20):
            telefoon = Telefoon(tx, wijk, str(nummer))
            telefoon.start(huis.code)
            telefoon.tik("welkom_taal:nl")
        return wijk

    wijk = await database.write(ACCOUNTS, begin)
    ja = [database.write(ACCOUNTS, onboarding.stem_in, handeling(wijk, str(nummer)), VERSIE) for nummer in range(20)]
    soorten = [boodschap.soort for boodschap in await asyncio.gather(*ja)]
    assert (soorten.count("welkom.binnen"), soorten.count("welkom.vol")) == (2, 18)


@pytest.mark.parametrize("moment", ["voor de code", "voor het ja"])
def test_a_revoked_code_is_answered_kindly_and_lets_nobody_in(
    tx: Connection, wijk: int, anna: Telefoon, moment: str
) -> None:
    huis = een_huishouden(tx, wijk)
    if moment == "voor het ja":
        anna.start(huis.code)
        anna.tik("welkom_taal:nl")
    tx.execute(update(tables.huishoudcode).values(ingetrokken_op=NU))
    assert (anna.start(huis.code) if moment == "voor de code" else anna.tik("welkom_ja:2")) == "welkom.ingetrokken"
    assert (tel(tx, "bewoner"), tel(tx, "codepoging")) == (0, 0)


def test_who_is_in_never_gets_a_second_seat_and_is_never_moved(tx: Connection, wijk: int, anna: Telefoon) -> None:
    huis, ander = een_huishouden(tx, wijk), een_huishouden(tx, wijk)
    anna.kom_binnen(huis.code)
    bewoner = anna.bewoner
    for code in (huis.code, ander.code, ONBEKEND, TYPEFOUT):
        assert anna.start(code) == "welkom.al_binnen"
        assert anna.typ(huishoudcode.schrijf(code)) == "welkom.al_binnen"
    for data in ("welkom_taal:nl", "welkom_ja:2", "welkom_terug", "welkom_later", "welkom_verder"):
        assert anna.tik_oud(data) == "menu"
    assert anna.start() == "menu"
    assert anna.bewoner == bewoner
    assert (tel(tx, "bewoner"), tel(tx, "gesprek"), tel(tx, "codepoging")) == (1, 0, 0)


def test_a_code_of_another_wijk_is_unknown_and_a_resident_of_another_wijk_is_not_moved(
    tx: Connection, wijk: int, anna: Telefoon
) -> None:
    ergens = een_wijk(tx, "Elders")
    assert anna.start(een_huishouden(tx, ergens).code) == "welkom.onbekend"
    bewoner = een_bewoner(tx, ergens)
    een_account(tx, "2", bewoner=bewoner)
    assert Telefoon(tx, wijk, "2").start(een_huishouden(tx, wijk).code) == "welkom.al_binnen"
    assert tx.scalar(select(tables.account.c.bewoner).where(tables.account.c.extern_id == "2")) == bewoner


def test_a_yes_under_an_older_text_or_before_its_step_shows_the_text_that_counts(
    tx: Connection, wijk: int, anna: Telefoon
) -> None:
    assert anna.tik_oud("welkom_ja:2") == "welkom.code"
    anna.start(een_huishouden(tx, wijk).code)
    assert anna.tik_oud("welkom_ja:2") == "welkom.taal"
    anna.tik("welkom_taal:nl")
    for oud in ("welkom_ja:0", "welkom_ja:", "welkom_ja"):
        assert anna.tik_oud(oud) == "welkom.toestemming"
    assert anna.bewoner is None


@pytest.mark.parametrize(("taalcode", "taal"), [("en-GB", "en"), ("nl", "nl"), ("xx", "nl"), (None, "nl")])
def test_the_first_words_are_in_the_language_of_the_phone(
    tx: Connection, wijk: int, taalcode: str | None, taal: str
) -> None:
    telefoon = Telefoon(tx, wijk, taalcode=taalcode)
    telefoon.start()
    assert accounts.taal(tx, "telegram", "1") == taal


def test_every_language_is_offered_under_its_own_name(tx: Connection, wijk: int, anna: Telefoon) -> None:
    anna.start(een_huishouden(tx, wijk).code)
    knoppen = {knop.data: knop.tekst for rij in anna.scherm().knoppen for knop in rij}
    assert knoppen["welkom_taal:nl"] == "Nederlands"
    assert knoppen["welkom_taal:en"] == "English"
    assert {f"welkom_taal:{taal}" for taal in talen()} < set(knoppen)


def test_nothing_personal_happens_in_a_group(tx: Connection, wijk: int) -> None:
    groep = handeling(wijk, prive=False)
    for dienst, args in (
        (onboarding.start, (een_huishouden(tx, wijk).code, PEPER)),
        (onboarding.typ, ("x", PEPER)),
        (onboarding.kies, ("nl",)),
        (onboarding.stem_in, (VERSIE,)),
        (onboarding.terug, ()),
        (onboarding.later, ()),
        (onboarding.verder, ()),
    ):
        with pytest.raises(Geweigerd, match="alleen_prive"):
            dienst(tx, groep, *args)
    assert tel(tx, "account") == 0


def test_staff_who_do_not_live_here_get_the_menu_and_can_still_join_with_a_code(
    tx: Connection, wijk: int, anna: Telefoon
) -> None:
    tx.execute(insert(tables.rol).values(wijk=wijk, kanaal="telegram", extern_id="1", rol="buurtbegeleider"))
    assert anna.start() == "menu"
    assert anna.kom_binnen(een_huishouden(tx, wijk).code) == "welkom.binnen"


def test_running_a_use_case_again_after_a_lost_transaction_gives_the_same(tx: Connection, wijk: int) -> None:
    telefoon = Telefoon(tx, wijk)
    telefoon.start(een_huishouden(tx, wijk).code)
    telefoon.tik("welkom_taal:nl")
    ja = handeling(wijk)
    gegeven: list[object] = []
    for _ in range(2):
        poging = tx.begin_nested()
        gegeven.append(onboarding.stem_in(tx, ja, VERSIE))
        gegeven.append(tx.scalar(select(tables.bewoner.c.publiek_id)))
        poging.rollback()
    assert gegeven[:2] == gegeven[2:]


def test_an_open_form_of_another_kind_is_not_taken_for_ours(tx: Connection, wijk: int, anna: Telefoon) -> None:
    account = een_account(tx)
    gesprekken.zet(tx, wijk, account, Gesprek("bijeenkomst", "titel", {"code": 1}))
    assert anna.tik_oud("welkom_ja:2") == "welkom.code"


@pytest.mark.parametrize("zaad", range(5))
def test_whatever_people_do_seats_are_never_shared_and_nobody_has_two(tx: Connection, wijk: int, zaad: int) -> None:
    kans = random.Random(zaad)
    huizen = [een_huishouden(tx, wijk, volwassenen=aantal) for aantal in (1, 2, None)]
    telefoons = [Telefoon(tx, wijk, str(nummer)) for nummer in range(12)]
    codes = [huis.code for huis in huizen] + [ONBEKEND, TYPEFOUT]
    taps = ["welkom_taal:nl", "welkom_taal:x", "welkom_ja:2", "welkom_ja:1", "welkom_terug", "welkom_later"]
    for _ in range(300):
        telefoon = kans.choice(telefoons)
        telefoon.now += timedelta(minutes=kans.choice((0, 1, 30)))
        was = telefoon.bewoner
        match kans.randrange(4):
            case 0:
                telefoon.start(kans.choice([*codes, ""]))
            case 1:
                telefoon.typ(huishoudcode.schrijf(kans.choice(codes)))
            case _:
                telefoon.tik_oud(kans.choice(taps))
        assert was is None or telefoon.bewoner == was
    binnen = [telefoon.bewoner for telefoon in telefoons if telefoon.bewoner is not None]
    assert len(set(binnen)) == len(binnen) == tel(tx, "bewoner") > 0
    for huis, stoelen in zip(huizen, (1, 2, 4), strict=True):
        assert huishoudens.bezette_stoelen(tx, huis.id) <= set(range(1, stoelen + 1))


def test_no_code_can_be_found_in_the_database(tx: Connection, wijk: int, anna: Telefoon) -> None:
    huis = een_huishouden(tx, wijk)
    anna.start()
    anna.typ(ONBEKEND)
    anna.kom_binnen(huis.code)
    inhoud = "".join(str(rij) for tabel in tables.metadata.sorted_tables for rij in tx.execute(select(tabel)))
    assert huis.code not in inhoud
    assert ONBEKEND not in inhoud

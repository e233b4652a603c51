"""A way back for who lost every device, as who would take somebody's account over tries it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import onboarding, terugkeer, toestel, toestelcode, websessie
from bot.services.handeling import BEGELEIDER, BEHEERDER, ORGANISATOR, STRAATCONTACT, Handeling
from bot.services.websessie import Toeval
from bot.storage import accounts, gesprekken, rollen, terugkeren, websessies
from bot.storage import tables as t
from bot.webinstellingen import KANAAL as WEB
from tests import builders
from tests.builders import NU, PEPER, handeling

ANNA, NIEUW = "2000", "3000"
"""The browser chat that Anna lost, and the browser with which she, or somebody, comes."""


@dataclass
class Buurt:
    tx: Connection
    wijk: int
    huis: builders.Huishouden
    anna: int
    code: str = ""

    @property
    def huis_id(self) -> str:
        h = t.huishouden.c
        return str(self.tx.scalar(select(h.publiek_id).where(h.id == self.huis.id)))

    def als(self, wie: str, na: timedelta = timedelta(0), kanaal: str = "telegram") -> Handeling:
        basis = handeling(self.wijk, wie, now=NU + na)
        return replace(basis, afzender=replace(basis.afzender, kanaal=kanaal))

    def geef(self, wie: str = "noor", stoel: int = 1, na: timedelta = timedelta(0)) -> Boodschap:
        gegeven = terugkeer.geef(self.tx, self.als(wie, na), self.huis_id, stoel, PEPER)
        self.code = f"ook-{gegeven.data['code']}"
        return gegeven

    def browser(self, wie: str) -> None:
        websessie.begin(self.tx, self.wijk, WEB, Toeval(wie, f"geheim {wie}", builders.een_publiek_id()), "Firefox", NU)

    def kom(self, brief: str | None = None, wie: str = NIEUW, na: timedelta = timedelta(0), kanaal: str = WEB) -> Any:
        """Type the code that was given, then the letter, and say that it is oneself; return the last answer."""
        op = self.als(wie, na, kanaal)
        antwoord = toestel.toon(self.tx, op, self.code, PEPER)
        if antwoord.soort == "terugkeer.brief":
            antwoord = terugkeer.typ(self.tx, op, brief or self.huis.code, PEPER)
        return toestel.koppel(self.tx, op, self.code, PEPER) if antwoord.soort == "toestel.vraag" else antwoord

    def van_anna(self) -> set[str]:
        """Return the browsers in which Anna's chat is open, by their secret."""
        account = accounts.wie(self.tx, self.wijk, WEB, ANNA)
        assert account is not None
        alle = (f"geheim {wie}" for wie in (ANNA, NIEUW, "4000"))
        open_ = {wie: websessie.ook_dicht(self.tx, wie) for wie in alle}
        return {wie for wie, sessie in open_.items() if sessie is not None and sessie.account == account.account}

    def gehoord(self, soort: str) -> list[str]:
        """Return where a message of a kind was sent to."""
        o, a = t.outbox.c, t.account.c
        vraag = select(a.kanaal).join(t.outbox, o.account == a.id).where(o.soort == soort).order_by(a.kanaal)
        return list(self.tx.scalars(vraag))


@pytest.fixture
def buurt(tx: Connection) -> Buurt:
    wijk = builders.een_wijk(tx)
    huis = builders.een_huishouden(tx, wijk, volwassenen=2)
    anna = builders.een_bewoner(tx, wijk, huis.id)
    builders.een_account(tx, "anna", bewoner=anna)
    for wie, rol in (("noor", BEGELEIDER), ("ibrahim", ORGANISATOR), ("sam", STRAATCONTACT), ("bea", BEHEERDER)):
        builders.een_account(tx, wie)
        builders.een_rol(tx, wijk, rol, wie, bereik="Merelweg" if rol == STRAATCONTACT else "")
    nieuw = Buurt(tx, wijk, huis, anna)
    nieuw.browser(ANNA)
    nieuw.browser(NIEUW)
    browser = accounts.maak(tx, wijk, WEB, ANNA)
    ja = accounts.van_id(tx, wijk, accounts.maak(tx, wijk, "telegram", "anna").account).toestemming
    accounts.wijzig(tx, browser.account, bewoner=anna, toestemming_versie=ja, toestemming_op=NU, elders=True)
    return nieuw


def test_with_the_code_of_a_begeleider_and_the_letter_one_is_who_one_was_and_both_old_places_hear_it(
    buurt: Buurt,
) -> None:
    buurt.geef()
    assert buurt.gehoord("terugkeer.gegeven") == ["telegram", WEB]
    assert buurt.kom() == (), "the page shows the chat of before"
    assert buurt.van_anna() == {f"geheim {ANNA}", f"geheim {NIEUW}"}
    assert buurt.gehoord("terugkeer.erbij") == ["telegram", WEB]
    assert [accounts.kenmerk(buurt.tx, een)[0] for een in _hoort(buurt)] == [WEB], "what comes goes where they are now"
    gegeven = terugkeer.kies(buurt.tx, buurt.als("ibrahim"), buurt.huis_id).data["eerder"]
    assert [(een["door"], een["hoe"]) for een in gegeven] == [("telegram:noor", "gekomen")]
    assert terugkeer.kies(buurt.tx, buurt.als("noor"), buurt.huis_id).data["eerder"] == []


def _hoort(buurt: Buurt) -> list[int]:
    return accounts.van_bewoner(buurt.tx, buurt.anna)


def test_who_scanned_the_letter_first_needs_only_the_code(buurt: Buurt) -> None:
    buurt.geef()
    onboarding.start(buurt.tx, buurt.als(NIEUW, kanaal=WEB), buurt.huis.code, PEPER)
    assert toestel.toon(buurt.tx, buurt.als(NIEUW, kanaal=WEB), buurt.code, PEPER).soort == "toestel.vraag"
    assert toestel.koppel(buurt.tx, buurt.als(NIEUW, kanaal=WEB), buurt.code, PEPER) == ()


def test_who_comes_back_on_another_network_is_a_second_account_that_hears_from_now_on(buurt: Buurt) -> None:
    buurt.geef()
    assert buurt.kom(wie="anna nieuw", kanaal="telegram").soort == "toestel.welkom"
    assert [accounts.kenmerk(buurt.tx, een) for een in _hoort(buurt)] == [("telegram", "anna nieuw")]


@pytest.mark.parametrize("wie", ["sam", "bea", "anna", "vreemd"])
def test_only_a_begeleider_or_organisator_gives_it(buurt: Buurt, wie: str) -> None:
    with pytest.raises(Geweigerd, match="rol_nodig"):
        buurt.geef(wie)
    with pytest.raises(Geweigerd, match="rol_nodig"):
        terugkeer.kies(buurt.tx, buurt.als(wie), buurt.huis_id)


def test_nobody_gives_it_at_home_nor_takes_what_they_gave(buurt: Buurt) -> None:
    huisgenoot = builders.een_bewoner(buurt.tx, buurt.wijk, buurt.huis.id)
    builders.een_account(buurt.tx, "buur", bewoner=huisgenoot)
    builders.een_rol(buurt.tx, buurt.wijk, BEGELEIDER, "buur")
    with pytest.raises(Geweigerd, match=r"terugkeer\.eigen_adres"):
        buurt.geef("buur")
    with pytest.raises(Geweigerd, match=r"terugkeer\.eigen_adres"):
        terugkeer.kies(buurt.tx, buurt.als("buur"), buurt.huis_id)
    buurt.geef("noor")
    assert buurt.kom(wie="noor", kanaal="telegram") == toestelcode.FOUT
    with pytest.raises(Geweigerd, match=r"terugkeer\.niemand"):
        buurt.geef("noor", stoel=_leeg(buurt))


def _leeg(buurt: Buurt) -> int:
    """Return a seat of someone without an account."""
    los = builders.een_huishouden(buurt.tx, buurt.wijk)
    builders.een_bewoner(buurt.tx, buurt.wijk, los.id)
    buurt.huis = los
    return 1


@pytest.mark.parametrize("gever", ["noor", "ibrahim"])
@pytest.mark.parametrize("rol", [BEGELEIDER, ORGANISATOR, BEHEERDER])
@pytest.mark.parametrize("wanneer", ["al", "daarna"])
def test_a_role_comes_along_only_by_who_may_give_that_role(buurt: Buurt, gever: str, rol: str, wanneer: str) -> None:
    def wordt() -> None:
        builders.een_rol(buurt.tx, buurt.wijk, rol, ANNA)
        buurt.tx.execute(t.rol.update().where(t.rol.c.extern_id == ANNA).values(kanaal=WEB))

    mag = gever == "ibrahim" and rol == BEGELEIDER
    if wanneer == "al":
        wordt()
    if wanneer == "al" and not mag:
        with pytest.raises(Geweigerd, match=r"terugkeer\.rol"):
            buurt.geef(gever)
        return
    buurt.geef(gever)
    if wanneer == "daarna":
        wordt()
    assert buurt.kom() == (() if mag else toestelcode.FOUT)


def test_a_role_on_a_network_that_was_lost_does_not_keep_anyone_out_and_does_not_come_along(buurt: Buurt) -> None:
    builders.een_rol(buurt.tx, buurt.wijk, BEHEERDER, "anna")
    buurt.geef("noor")
    assert buurt.kom() == ()
    browser = accounts.wie(buurt.tx, buurt.wijk, WEB, ANNA)
    assert browser is not None
    assert rollen.van_account(buurt.tx, buurt.wijk, browser.account) == set()


def _ander_huis(buurt: Buurt) -> str:
    return builders.een_huishouden(buurt.tx, buurt.wijk).code


def _ingetrokken(buurt: Buurt) -> str:
    oud = buurt.huis.code
    buurt.tx.execute(
        t.huishoudcode.update().where(t.huishoudcode.c.huishouden == buurt.huis.id).values(ingetrokken_op=NU)
    )
    return oud


def _van_elders(buurt: Buurt) -> str:
    return builders.een_huishouden(buurt.tx, builders.een_wijk(buurt.tx, "Elders")).code


@pytest.mark.parametrize("brief", [_ander_huis, _ingetrokken, _van_elders, lambda _: "geen code", lambda _: "x" * 5000])
def test_without_the_letter_of_this_address_nobody_comes_in(buurt: Buurt, brief: Callable[[Buurt], str]) -> None:
    buurt.geef()
    assert buurt.kom(brief(buurt)).data["sleutel"] == "terugkeer.brief_fout"
    assert buurt.van_anna() == {f"geheim {ANNA}"}


def test_who_skips_the_letter_by_a_made_up_tap_is_asked_for_it(buurt: Buurt) -> None:
    buurt.geef()
    op = buurt.als(NIEUW, kanaal=WEB)
    assert toestel.koppel(buurt.tx, op, buurt.code, PEPER) == Boodschap("terugkeer.brief", wijze="nieuw")
    assert buurt.van_anna() == {f"geheim {ANNA}"}


def test_after_five_wrong_letters_the_code_works_no_more_whoever_typed_them(buurt: Buurt) -> None:
    """A begeleider who has the code and no letter could try from ever new browsers."""
    buurt.geef()
    for nummer in range(terugkeer.MEEST_MIS):
        buurt.browser(f"{5000 + nummer}")
        assert buurt.kom(_ander_huis(buurt), wie=f"{5000 + nummer}").data["sleutel"] == "terugkeer.brief_fout"
    assert buurt.kom() == toestelcode.FOUT


@pytest.mark.parametrize("hoe", ["te oud", "gebruikt", "nieuwe", "geweigerd", "vertrokken"])
def test_a_code_works_once_for_a_quarter_of_an_hour_and_until_the_resident_says_no(buurt: Buurt, hoe: str) -> None:
    buurt.geef()
    oud = buurt.code
    if hoe == "gebruikt":
        buurt.kom()
        buurt.browser("4000")
    if hoe == "nieuwe":
        buurt.geef()
        buurt.code = oud
    if hoe == "geweigerd":
        assert terugkeer.weiger(buurt.tx, buurt.als("anna")).soort == "terugkeer.gestopt"
        assert buurt.gehoord("terugkeer.geweigerd_team") == ["telegram"]
        assert terugkeer.weiger(buurt.tx, buurt.als("anna")).soort == "terugkeer.te_laat"
    if hoe == "vertrokken":
        buurt.tx.execute(t.bewoner.update().where(t.bewoner.c.id == buurt.anna).values(tot=NU))
    na = timedelta(minutes=15) if hoe == "te oud" else timedelta(0)
    assert buurt.kom(wie="4000" if hoe == "gebruikt" else NIEUW, na=na) == toestelcode.FOUT


def test_a_resident_is_given_three_a_day_and_a_begeleider_gives_ten(buurt: Buurt) -> None:
    for _ in range(terugkeer.MEEST_GEKREGEN):
        buurt.geef()
    with pytest.raises(Geweigerd, match=r"terugkeer\.te_vaak"):
        buurt.geef("ibrahim")
    buurt.geef(na=timedelta(days=1, seconds=1))
    for nummer in range(terugkeer.MEEST_GEGEVEN - 1):
        buurt.huis = builders.een_huishouden(buurt.tx, buurt.wijk)
        wie = builders.een_bewoner(buurt.tx, buurt.wijk, buurt.huis.id)
        builders.een_account(buurt.tx, f"buur {nummer}", bewoner=wie)
        buurt.geef(na=timedelta(days=1, seconds=2))
    with pytest.raises(Geweigerd, match=r"terugkeer\.te_vaak"):
        buurt.geef(na=timedelta(days=1, seconds=3))


def test_the_resident_signs_out_all_browsers_but_the_new_one_and_nobody_elses(buurt: Buurt) -> None:
    buurt.geef()
    buurt.kom()
    account = accounts.wie(buurt.tx, buurt.wijk, WEB, ANNA)
    assert account is not None
    blijft = next(
        s.publiek_id
        for s in websessies.van_account(buurt.tx, account.account)
        if (w := websessie.ook_dicht(buurt.tx, f"geheim {NIEUW}")) and s.publiek_id == w.publiek_id
    )
    buurt.browser("4000")
    vreemd = websessie.ook_dicht(buurt.tx, "geheim 4000")
    assert vreemd is not None
    with pytest.raises(Geweigerd, match=r"toestel\.onbekend"):
        toestel.meld_anderen_af(buurt.tx, buurt.als(ANNA, kanaal=WEB), vreemd.publiek_id)
    toestel.meld_anderen_af(buurt.tx, buurt.als(ANNA, kanaal=WEB), blijft)
    assert buurt.van_anna() == {f"geheim {NIEUW}"}
    assert websessie.ook_dicht(buurt.tx, "geheim 4000") is not None


def test_the_letter_is_asked_for_as_long_as_the_code_works_and_not_after(buurt: Buurt) -> None:
    buurt.geef()
    op = buurt.als(NIEUW, kanaal=WEB)
    toestel.toon(buurt.tx, op, buurt.code, PEPER)
    laat = buurt.als(NIEUW, timedelta(minutes=16), WEB)
    assert terugkeer.typ(buurt.tx, laat, buurt.huis.code, PEPER) == toestelcode.FOUT
    wie = accounts.maak(buurt.tx, buurt.wijk, WEB, NIEUW)
    assert gesprekken.open_gesprek(buurt.tx, wie.wijk, wie.account) is None


def test_housemates_are_told_apart_by_seat_and_day_and_never_by_name(buurt: Buurt) -> None:
    bram = builders.een_bewoner(buurt.tx, buurt.wijk, buurt.huis.id)
    builders.een_account(buurt.tx, "bram", bewoner=bram)
    mensen = terugkeer.kies(buurt.tx, buurt.als("noor"), buurt.huis_id).data["mensen"]
    assert [(een["stoel"], een["kanalen"]) for een in mensen] == [(1, ["telegram", WEB]), (2, ["telegram"])]
    assert {*mensen[0]} == {"stoel", "sinds", "kanalen"}
    assert terugkeren.sinds(buurt.tx, bram) == NU

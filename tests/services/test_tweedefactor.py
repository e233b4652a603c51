"""The second factor of the team in a browser: until then nothing there is open, and each answer works once."""

from datetime import timedelta

import pyotp
import pytest
from sqlalchemy import Connection, delete, insert, select

from bot.errors import Geweigerd
from bot.rules import tweedefactor as regel
from bot.services import tweedefactor, voorstel, websessie
from bot.services.handeling import BEGELEIDER, BEHEERDER, CONTROLEUR, ORGANISATOR, STRAATCONTACT
from bot.services.tweedefactor import Plek, Uitkomst
from bot.services.websessie import Toeval
from bot.storage import tables as t
from bot.storage import toestellen, tweedefactoren, websessies
from bot.webinstellingen import KANAAL
from tests import builders
from tests.builders import NU, PEPER, handeling

NOOR = "7000000001"
DAG = regel.GELDIG


class Bureau:
    """A browser of someone of the team, and the app on their phone."""

    def __init__(self, tx: Connection) -> None:
        self.tx = tx
        self.wijk = builders.een_wijk(tx)
        self.plek = Plek(self.wijk, KANAAL, PEPER)
        self.now = NU
        self.geheim = "een"
        self.keer = 0
        websessie.begin(tx, self.wijk, KANAAL, self._toeval("een"), "Firefox", NU)
        self.app = ""

    def _toeval(self, geheim: str) -> Toeval:
        return Toeval(NOOR, geheim, builders.een_publiek_id())

    def rol(self, *rollen: str, wie: str = NOOR, kanaal: str = KANAAL) -> None:
        vast = {"wijk": self.wijk, "kanaal": kanaal, "extern_id": wie, "bron": "instelling"}
        self.tx.execute(insert(t.rol), [vast | {"rol": rol} for rol in rollen])

    @property
    def open(self) -> bool:
        return websessie.wie(self.tx, self.geheim, self.now) is not None

    @property
    def staat(self) -> str | None:
        stand = tweedefactor.stand(self.tx, self.geheim, self.now, self.plek)
        return stand.staat if stand else None

    def begin(self) -> None:
        tweedefactor.begin(self.tx, self.geheim, self.now, self.plek, b"b" * 32, builders.een_publiek_id())
        stand = tweedefactor.stand(self.tx, self.geheim, self.now, self.plek)
        assert stand is not None
        assert stand.geheim is not None
        self.app = regel.als_tekst(stand.geheim)

    def cijfers(self, stappen: int = 0) -> str:
        return pyotp.TOTP(self.app).at(self.now + timedelta(seconds=30 * stappen))

    def geef(self, code: str | None = None) -> Uitkomst:
        self.keer += 1
        nieuw = f"na {self.keer}"
        wat = self.geheim, self.cijfers() if code is None else code, self.now, self.plek, self._toeval(nieuw), b"z" * 32
        uitkomst = tweedefactor.geef(self.tx, *wat)
        if uitkomst.goed:
            self.geheim = nieuw
        return uitkomst

    def later(self, **duur: float) -> None:
        self.now += timedelta(**duur)

    def ingesteld(self) -> tuple[str, ...]:
        """Set it up, and return the codes for when it is lost."""
        self.begin()
        return self.geef().codes


@pytest.fixture
def bureau(tx: Connection) -> Bureau:
    return Bureau(tx)


@pytest.fixture
def noor(bureau: Bureau) -> Bureau:
    bureau.rol(BEGELEIDER)
    return bureau


@pytest.mark.parametrize(
    ("rol", "open_"),
    [(None, True), ("vertegenwoordiger", True), (CONTROLEUR, False), (STRAATCONTACT, False), (BEHEERDER, False)],
)
def test_only_who_has_a_role_of_the_team_is_asked(bureau: Bureau, rol: str | None, open_: bool) -> None:
    if rol is not None:
        bureau.rol(rol)
    assert (bureau.open, bureau.staat) == (open_, None if open_ else "niets")


@pytest.mark.overal
def test_from_nothing_to_open_for_twelve_hours_and_then_it_asks_again(noor: Bureau) -> None:
    assert (noor.open, noor.staat) == (False, "niets")
    assert noor.geef("123456") == Uitkomst(goed=False)
    noor.begin()
    assert (noor.open, noor.staat) == (False, "begonnen")
    codes = noor.geef().codes
    assert len(codes) == regel.CODES
    assert (noor.open, noor.staat) == (True, None)
    noor.now += DAG - timedelta(seconds=1)
    assert noor.open
    noor.later(seconds=1)
    assert (noor.open, noor.staat) == (False, "bevestigd")
    assert noor.geef() == Uitkomst(goed=True)
    assert noor.open


def test_the_session_is_another_one_after_it(noor: Bureau) -> None:
    eerder = tuple(noor.tx.execute(select(t.websessie.c.merk, t.websessie.c.publiek_id)).one())
    noor.ingesteld()
    assert websessie.ook_dicht(noor.tx, "een") is None
    nu = noor.tx.execute(select(t.websessie.c.merk, t.websessie.c.publiek_id)).one()
    assert not set(eerder) & set(nu)


def test_digits_work_once_also_in_another_browser(noor: Bureau) -> None:
    noor.ingesteld()
    gebruikt = noor.cijfers()
    noor.now += DAG
    vers = noor.cijfers()
    assert not noor.geef(gebruikt).goed
    assert noor.geef(vers).goed
    account = noor.tx.execute(select(t.account.c.id).where(t.account.c.extern_id == NOOR)).scalar_one()
    websessies.maak(noor.tx, account, builders.een_publiek_id(), websessie.merk("ander"), "Chrome", noor.now)
    noor.geheim = "ander"
    assert not noor.geef(vers).goed
    assert not noor.geef(noor.cijfers(-1)).goed, "an older step than the one that was used"
    assert noor.geef(noor.cijfers(1)).goed


def test_after_wrong_tries_the_right_digits_wait_too_and_a_right_one_forgets_them(noor: Bureau) -> None:
    noor.ingesteld()
    noor.now += DAG
    for _ in range(regel.VRIJ):
        assert not noor.geef("000000").goed
    assert not noor.geef().goed, "one must wait"
    noor.later(seconds=61)
    assert not noor.geef("000000").goed
    noor.later(seconds=61)
    assert not noor.geef().goed, "twice as long now"
    noor.later(seconds=61)
    assert noor.geef().goed
    noor.now += DAG
    assert not noor.geef("000000").goed
    assert noor.geef().goed


def test_who_is_still_setting_it_up_cannot_begin_anew_to_get_tries_back(noor: Bureau) -> None:
    noor.begin()
    eerst = noor.app
    for _ in range(regel.VRIJ):
        noor.geef("000000")
    tweedefactor.begin(noor.tx, noor.geheim, noor.now, noor.plek, b"c" * 32, builders.een_publiek_id())
    stand = tweedefactor.stand(noor.tx, noor.geheim, noor.now, noor.plek)
    assert stand is not None
    assert (regel.als_tekst(stand.geheim or b""), stand.wacht_tot is None) == (eerst, False)


def test_each_code_for_when_the_app_is_lost_works_once(noor: Bureau) -> None:
    eerste, tweede, *_ = noor.ingesteld()
    for code, goed in ((eerste.upper(), True), (eerste, False), (tweede.replace("-", " "), True)):
        noor.now += DAG
        assert noor.geef(code).goed == goed


def test_neither_the_secret_nor_a_code_stands_in_the_database(noor: Bureau) -> None:
    codes = noor.ingesteld()
    rijen = str([list(noor.tx.execute(select(tabel))) for tabel in (t.tweedefactor, t.herstelcode, t.websessie)])
    assert not [code for code in (*codes, noor.app, noor.geheim) if code in rijen or code.replace("-", "") in rijen]
    ander = Plek(noor.wijk, KANAAL, b"another pepper".ljust(32))
    noor.now += DAG
    noor.plek = ander
    assert not noor.geef().goed
    assert not noor.geef(codes[0]).goed


def test_what_was_begun_under_another_secret_of_the_installation_is_begun_anew(noor: Bureau) -> None:
    noor.begin()
    noor.plek = Plek(noor.wijk, KANAAL, b"another pepper".ljust(32))
    assert noor.staat == "niets"
    noor.begin()
    assert noor.geef().goed


def test_a_secret_that_is_put_with_another_account_opens_nothing(noor: Bureau) -> None:
    noor.ingesteld()
    ander = builders.een_account(noor.tx, "ander")
    noor.tx.execute(t.tweedefactor.update().values(account=ander))
    verplaatst = tweedefactoren.van(noor.tx, ander)
    assert verplaatst is not None
    assert tweedefactor._ontsluit(verplaatst, PEPER) is None


def test_who_loses_the_role_is_asked_no_more_and_who_gets_one_is_asked_at_once(noor: Bureau) -> None:
    noor.tx.execute(delete(t.rol))
    assert noor.open
    noor.rol(CONTROLEUR)
    assert not noor.open


def test_tries_stand_in_the_audit_trail(noor: Bureau) -> None:
    noor.begin()
    noor.geef("000000")
    noor.geef()
    r = t.rolgebruik.c
    rijen = noor.tx.execute(select(r.wat, r.geweigerd, r.kanaal).order_by(r.id)).all()
    assert [tuple(rij) for rij in rijen] == [
        ("tweedefactor.geef", "tweedefactor.fout", KANAAL),
        ("tweedefactor.geef", None, KANAAL),
    ]


def test_who_lost_it_sets_it_up_anew_when_two_others_say_so_and_reads_it(noor: Bureau) -> None:
    noor.ingesteld()
    for wie, rol in (("22", ORGANISATOR), ("33", BEHEERDER), ("44", BEGELEIDER)):
        builders.een_account(noor.tx, wie)
        noor.rol(rol, wie=wie, kanaal="telegram")
    ibrahim, baas = handeling(noor.wijk, "22"), handeling(noor.wijk, "33")
    with pytest.raises(Geweigerd, match="rol_nodig"):
        tweedefactor.lijst(noor.tx, handeling(noor.wijk, "44"))
    (een,) = tweedefactor.lijst(noor.tx, ibrahim).data["mensen"]
    assert een["wie"] == f"{KANAAL}:{NOOR}"
    with pytest.raises(Geweigerd, match=r"tweedefactor\.onbekend"):
        tweedefactor.opnieuw(noor.tx, ibrahim, builders.een_publiek_id())
    gevraagd = tweedefactor.opnieuw(noor.tx, ibrahim, een["id"]).data["id"]
    with pytest.raises(Geweigerd, match=r"voorstel\.eigen"):
        voorstel.akkoord(noor.tx, ibrahim, gevraagd)
    assert noor.open
    voorstel.akkoord(noor.tx, baas, gevraagd)
    assert (noor.open, noor.staat) == (False, "niets")
    naar = select(t.outbox.c.soort).join(t.account, t.account.c.id == t.outbox.c.account)
    assert "tweedefactor.opnieuw" in noor.tx.scalars(naar.where(t.account.c.extern_id == NOOR)).all()


def test_a_browser_that_goes_over_to_another_account_takes_no_confirmation_along(noor: Bureau) -> None:
    noor.ingesteld()
    ander = builders.een_account(noor.tx, "ander")
    noor.rol(ORGANISATOR, wie="ander", kanaal="telegram")
    noor_id = noor.tx.execute(select(t.account.c.id).where(t.account.c.extern_id == NOOR)).scalar_one()
    toestellen.verplaats_browsers(noor.tx, noor_id, ander)
    assert not noor.open

"""A broadcast while it goes: what its maker sees, when it has ended, and stopping it halfway."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from bot.errors import Geweigerd
from bot.rules.doelgroep import Doelgroep
from bot.rules.pacing import Baan
from bot.rules.selectie import Eis, Selectie
from bot.services import uitzending
from bot.services.handeling import BEGELEIDER, KERNGROEP, ORGANISATOR, Handeling
from bot.storage import accounts, bewaard, outbox, voortgangen, wachtrij, wekkers
from bot.storage import tables as t
from bot.storage.voortgangen import Stand
from tests.builders import NU, een_account, een_bewoner, een_rol, een_uitzending, een_wijk, handeling

NOOR, IBRAHIM, TREKKER, ANNA, KERN = "9001", "9002", "9003", "1", "9004"
NA = NU + timedelta(minutes=3)
BIJ_SYSTEEM = datetime(2026, 11, 21, tzinfo=UTC)


class Buurt:
    """A wijk with a broadcast that goes to some neighbours."""

    def __init__(self, tx: Connection, hoeveel: int = 6, **velden: Any) -> None:
        self.tx, self.wijk = tx, een_wijk(tx)
        rollen = [(BEGELEIDER, NOOR), (ORGANISATOR, IBRAHIM), (KERNGROEP, KERN)]
        accounts.zet_rollen(tx, self.wijk, [(rol, "telegram", wie) for rol, wie in rollen])
        for wie in (NOOR, IBRAHIM, ANNA, KERN):
            een_account(tx, wie)
        self.maker = een_account(tx, TREKKER)
        een_rol(tx, self.wijk, "trekker", TREKKER, bereik="x")
        self.naar = [een_account(tx, str(100 + n), bewoner=een_bewoner(tx, self.wijk)) for n in range(hoeveel)]
        self.id = een_uitzending(tx, self.wijk, self.maker, self.naar, **velden)

    def doet(self, wie: str) -> Handeling:
        return handeling(self.wijk, wie, now=NA)

    def stop(self, wie: str = NOOR, publiek_id: str = "") -> dict[str, Any]:
        return uitzending.zeg_af(self.tx, self.doet(wie), publiek_id or self.id, zeker=False).data

    def rij(self) -> Any:
        return self.tx.execute(select(t.uitzending)).one()

    def stap(self) -> Stand:
        return voortgangen.stap(self.tx, self.rij().id, NA)

    def staten(self, waar: Any = True) -> list[tuple[str, str | None]]:
        vraag = select(t.outbox.c.staat, t.outbox.c.reden).where(t.outbox.c.uitzending.is_not(None))
        return [(rij.staat, rij.reden) for rij in self.tx.execute(vraag.order_by(t.outbox.c.id))]

    def zet(self, staat: str, *welke: int, reden: str | None = None) -> None:
        ids = list(self.tx.scalars(select(t.outbox.c.id).where(t.outbox.c.uitzending.is_not(None)).order_by("id")))
        deze = [ids[n] for n in welke]
        self.tx.execute(update(t.outbox).where(t.outbox.c.id.in_(deze)).values(staat=staat, reden=reden))

    def gesprek(self) -> list[Any]:
        """Return what was put in the outbox for the maker."""
        return list(self.tx.execute(select(t.outbox).where(t.outbox.c.account == self.maker).order_by(t.outbox.c.id)))


@pytest.fixture
def buurt(tx: Connection) -> Buurt:
    return Buurt(tx)


@pytest.mark.parametrize("wie", [TREKKER, NOOR, IBRAHIM])
def test_its_maker_and_those_who_may_write_to_all_stop_it(buurt: Buurt, wie: str) -> None:
    buurt.zet("verzonden", 0, 1)
    data = buurt.stop(wie)
    assert buurt.staten() == [("verzonden", None)] * 2 + [("mislukt", "gestopt")] * 4
    assert (data["staat"], data["verzonden"][0], data["gestopt"][0], data["geheel"][0]) == ("gestopt", 2, 4, 6)


@pytest.mark.parametrize("wie", [ANNA, KERN])
def test_another_does_not_stop_it(buurt: Buurt, wie: str) -> None:
    with pytest.raises(Geweigerd, match="rol_nodig"):
        buurt.stop(wie)
    assert buurt.staten() == [("wachtend", None)] * 6


@pytest.mark.parametrize("publiek_id", ["0", "AbCdEfGhIjKlMnOpQrStUv", "1", "x' OR 1=1"])
def test_a_forged_button_stops_nothing(buurt: Buurt, publiek_id: str) -> None:
    with pytest.raises(Geweigerd, match=r"uitzending\.onbekend"):
        buurt.stop(NOOR, publiek_id)


def test_that_of_another_wijk_is_unknown_here(buurt: Buurt) -> None:
    elders = een_wijk(buurt.tx, "Elders")
    accounts.zet_rollen(buurt.tx, elders, [(BEGELEIDER, "telegram", "77")])
    with pytest.raises(Geweigerd, match=r"uitzending\.onbekend"):
        uitzending.zeg_af(buurt.tx, handeling(elders, "77"), buurt.id, zeker=True)


def test_a_second_tap_changes_nothing_and_says_the_same(buurt: Buurt) -> None:
    eerst = buurt.stop()
    assert buurt.stop(TREKKER) == eerst
    buurt.stap()
    assert buurt.stop()["klaar"]


def test_a_tap_on_one_that_is_all_gone_shows_its_report(tx: Connection) -> None:
    buurt = Buurt(tx, staat="klaar", klaar_op=NA)
    buurt.zet("verzonden", *range(6))
    data = buurt.stop()
    assert (data["staat"], data["klaar"], data["verzonden"][0]) == ("klaar", True, 6)


def test_what_was_held_back_of_a_broadcast_that_went_out_can_still_be_stopped(tx: Connection) -> None:
    buurt = Buurt(tx, hoeveel=6, staat="klaar")
    buurt.zet("verzonden", *range(6))
    later = een_account(tx, "200", bewoner=een_bewoner(tx, buurt.wijk))
    velden = {"sleutel": "wekker:1", "soort": "uitzending", "data": {}, "onderwerp": "", "over": "buurt"}
    wacht = {"uitzending": buurt.rij().id, "niet_na": None, "uiterlijk": None}
    bewaard.voeg_toe(tx, buurt.wijk, {later: NA}, **velden, **wacht)
    assert buurt.stop()["staat"] == "gestopt"
    assert bewaard.tel(tx, buurt.rij().id) == 0
    assert {staat for staat, _ in buurt.staten()} == {"verzonden"}


def test_what_was_not_written_yet_does_not_go_either_and_is_counted_as_not_sent(tx: Connection) -> None:
    buurt = Buurt(tx, aantal=1200)
    wekkers.zet(tx, buurt.wijk, "uitzending", buurt.rij().id, NU)
    buurt.zet("verzonden", 0)
    data = buurt.stop()
    assert not wekkers.staat_er(tx, buurt.wijk, "uitzending", buurt.rij().id)
    assert (data["gestopt"][0], data["geheel"][0], data["klaar"]) == (1199, 1200, False)


def test_what_was_under_way_when_it_stopped_still_counts_and_what_is_put_back_stops_too(buurt: Buurt) -> None:
    gaan = wachtrij.claim(buurt.tx, "telegram", [Baan.UITZENDING], 2, BIJ_SYSTEEM, NA)
    assert not buurt.stop()["klaar"]
    assert buurt.stap().deze.klaar_op is None
    outbox.verzonden(buurt.tx, gaan[0], 77)
    outbox.later(buurt.tx, gaan[1], BIJ_SYSTEEM)
    assert wachtrij.claim(buurt.tx, "telegram", [Baan.UITZENDING], 9, BIJ_SYSTEEM, NA) == []
    stand = buurt.stap()
    assert (stand.deze.klaar_op, stand.tellingen.verzonden, stand.tellingen.gestopt) == (NA, 1, 5)
    assert buurt.rij().staat == "gestopt"


def test_the_maker_gets_one_message_that_becomes_the_report(buurt: Buurt) -> None:
    for _ in range(2):
        assert buurt.stap().deze.bericht_id is None
    (eerste,) = buurt.gesprek()
    assert (eerste.soort, eerste.baan, eerste.uitzending) == ("uitzending.voortgang", Baan.ANTWOORD, None)
    buurt.tx.execute(update(t.outbox).where(t.outbox.c.id == eerste.id).values(staat="verzonden", bericht_id=55))
    assert buurt.stap().deze.bericht_id == 55
    buurt.zet("verzonden", 0, 1, 2)
    buurt.zet("onzeker", 3)
    buurt.zet("mislukt", 4, 5, reden="Forbidden: bot was blocked by the user")
    stand = buurt.stap()
    data = voortgangen.beeld(stand).data
    assert (data["staat"], data["klaar"], data["duur"], data["blokken"]) == ("klaar", True, 180, 10)
    assert [data[n][0] for n in ("geheel", "verzonden", "onzeker", "mislukt", "gestopt")] == [6, 3, 1, 2, 0]
    assert [deze.id for deze in voortgangen.te_doen(buurt.tx, [buurt.wijk], "telegram")] == [stand.deze.id]
    voortgangen.klaar(buurt.tx, stand.deze)
    assert voortgangen.te_doen(buurt.tx, [buurt.wijk], "telegram") == []
    assert len(buurt.gesprek()) == 1


def test_it_has_not_ended_while_more_is_to_be_written(buurt: Buurt) -> None:
    wekkers.zet(buurt.tx, buurt.wijk, "uitzending", buurt.rij().id, NU)
    buurt.zet("verzonden", *range(6))
    assert buurt.stap().deze.klaar_op is None
    wekkers.vervallen(buurt.tx, buurt.wijk, "uitzending", buurt.rij().id, NA)
    assert buurt.stap().deze.klaar_op == NA


def test_a_report_comes_as_a_message_of_its_own_when_there_is_none_to_change(buurt: Buurt) -> None:
    buurt.stap()
    buurt.zet("verzonden", *range(6))
    buurt.stap()
    eerste, verslag = buurt.gesprek()
    assert (eerste.staat, eerste.reden) == ("mislukt", "ingehaald")
    assert (verslag.soort, verslag.data["klaar"], verslag.data["staat"]) == ("uitzending.voortgang", True, "klaar")
    assert voortgangen.te_doen(buurt.tx, [buurt.wijk], "telegram") == []


def test_one_without_anybody_ends_at_once(tx: Connection) -> None:
    buurt = Buurt(tx, hoeveel=0)
    assert buurt.stap().deze.klaar_op == NA
    assert voortgangen.beeld(buurt.stap()).data["geheel"] == (0, "precies")


@pytest.mark.parametrize(
    ("reden", "naam"),
    [("te laat", "gestopt"), ("gestopt", "gestopt"), ("onbereikbaar", "mislukt"), ("Forbidden: blocked", "mislukt")],
)
def test_who_was_not_sent_it_any_more_is_counted_apart_from_who_cannot_be_reached(
    buurt: Buurt, reden: str, naam: str
) -> None:
    buurt.zet("verzonden", *range(5))
    buurt.zet("mislukt", 5, reden=reden)
    data = voortgangen.beeld(buurt.stap()).data
    assert (data["staat"], {n: data[n][0] for n in ("gestopt", "mislukt") if data[n][0]}) == ("klaar", {naam: 1})


def test_of_a_street_no_exact_number_is_shown(tx: Connection) -> None:
    buurt = Buurt(tx, hoeveel=12, doelgroep=Selectie(Doelgroep("straat", "Lindelaan")).als_json())
    buurt.zet("verzonden", *range(9))
    buurt.zet("mislukt", 9, reden="Forbidden")
    data = voortgangen.beeld(voortgangen.lees(tx, buurt.stap().deze)).data
    assert (data["geheel"], data["verzonden"]) == ((10, "ongeveer"), (5, "ongeveer"))
    assert (data["mislukt"], data["onzeker"]) == ((5, "minder"), (0, "precies"))


def test_the_report_says_no_other_number_than_was_shown_when_something_was_asked_of_people(tx: Connection) -> None:
    buurt = Buurt(tx, hoeveel=13, doelgroep=Selectie(eisen=(Eis("koop"),)).als_json())
    tx.execute(update(t.uitzending).values(aantal=15))  # all but two of an audience of fifteen
    deze = buurt.stap().deze
    buurt.zet("verzonden", *range(6))
    assert voortgangen.beeld(voortgangen.lees(tx, deze)).data["verzonden"] == (5, "ongeveer")
    buurt.zet("verzonden", *range(13))
    data = voortgangen.beeld(voortgangen.lees(tx, deze)).data
    assert (data["geheel"], data["verzonden"]) == ((15, "ongeveer"), (15, "ongeveer"))


@pytest.mark.parametrize(("staat", "naam"), [("wachtend", "wachtend"), ("onzeker", "onzeker"), ("mislukt", "mislukt")])
@pytest.mark.parametrize("hoeveel", [10, 11, 14])
def test_however_all_of_a_chosen_audience_fared_the_number_is_the_one_that_was_shown(
    tx: Connection, staat: str, naam: str, hoeveel: int
) -> None:
    buurt = Buurt(tx, hoeveel=hoeveel, doelgroep=Selectie(eisen=(Eis("koop"),)).als_json())
    tx.execute(update(t.uitzending).values(aantal=15))
    deze = buurt.stap().deze
    buurt.zet(staat, *range(hoeveel))
    data = voortgangen.beeld(voortgangen.lees(tx, deze)).data
    assert (data["geheel"], data[naam], data["verzonden"]) == ((15, "ongeveer"), (15, "ongeveer"), (0, "precies"))


def test_of_a_chosen_audience_that_nobody_belongs_to_any_more_nothing_was_sent(tx: Connection) -> None:
    buurt = Buurt(tx, hoeveel=0, doelgroep=Selectie(eisen=(Eis("koop"),)).als_json())
    tx.execute(update(t.uitzending).values(aantal=15))
    data = voortgangen.beeld(voortgangen.lees(tx, buurt.stap().deze)).data
    assert (data["verzonden"], data["mislukt"]) == ((0, "precies"), (0, "precies"))

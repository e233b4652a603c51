"""What staff record: who has no account counts as anyone, unnamed people only widen the bounds, corrections hold."""

import json
from fractions import Fraction

import pytest
from sqlalchemy import Connection, select, update

from bot.rules.doelgroep import WIJK
from bot.rules.drempels.informatie import Informatie
from bot.rules.spelregels import Spelregels
from bot.rules.wegen import Telling
from bot.services import bewijs
from bot.services.bewijs import Feit
from bot.storage import accounts, doelgroepen, huishoudens, opkomst, tables
from bot.storage.accounts import Wie
from bot.storage.huishoudens import Huishouden
from bot.storage.zonder_naam import zonder_naam
from tests import builders

BIJEENKOMST = "b" * 22


def een_begeleider(tx: Connection, wijk: int) -> Wie:
    builders.een_account(tx, "9001")
    accounts.zet_rollen(tx, wijk, [("buurtbegeleider", "telegram", "9001")])
    wie = accounts.wie(tx, wijk, "telegram", "9001")
    assert wie is not None
    return wie


def aanwezig(noor: Wie | None) -> Feit:
    return Feit("aanwezig_vragen", BIJEENKOMST, "deurlijst" if noor else "deurcode", noor)


def thuis(tx: Connection, wijk: int, volwassenen: int | None) -> Huishouden:
    gemaakt = builders.een_huishouden(tx, wijk, volwassenen=volwassenen)
    publiek_id = tx.scalar(select(tables.huishouden.c.publiek_id).where(tables.huishouden.c.id == gemaakt.id))
    gevonden = huishoudens.zoek(tx, wijk, publiek_id or "")
    assert gevonden is not None
    return gevonden


def informatie(tx: Connection, wijk: int, eenheid: str = "bewoners", *, met_staf: bool = True) -> Telling:
    regels = Spelregels(eenheid=eenheid)
    return builders.een_telling(tx, wijk, regels, "informatie", met_staf=met_staf)


def tel_hoofden(tx: Connection, wijk: int, noor: Wie, hoofden: int, gasten: int = 0) -> None:
    bewijs.leg_aantal_vast(tx, builders.handeling(wijk, "9001"), aanwezig(noor), hoofden)
    feit = Feit("gasten", BIJEENKOMST, "deurlijst", noor)
    bewijs.leg_aantal_vast(tx, builders.handeling(wijk, "9001"), feit, gasten)


def test_the_export_takes_people_of_an_address_who_check_in_later_off_the_heads_once(tx: Connection) -> None:
    """Two of one address are written down without a name, then one of them checks in: three heads are three people."""
    wijk = builders.een_wijk(tx)
    noor, huis = een_begeleider(tx, wijk), thuis(tx, wijk, 2)
    bewijs.leg_aantal_vast(tx, builders.handeling(wijk, "9001"), aanwezig(noor), 2, huis)
    tel_hoofden(tx, wijk, noor, 3)
    bewijs.leg_vast(tx, builders.handeling(wijk, "1"), builders.een_bewoner(tx, wijk, huis.id), aanwezig(None))
    onbekend = zonder_naam(tx, wijk, [BIJEENKOMST], ["aanwezig_vragen"])
    assert onbekend == {BIJEENKOMST: 2}


def test_what_is_recorded_after_the_cutoff_changes_nothing_before_it(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    noor, huis = een_begeleider(tx, wijk), thuis(tx, wijk, 2)
    bewijs.leg_aantal_vast(tx, builders.handeling(wijk, "9001"), aanwezig(noor), 2, huis)
    tel_hoofden(tx, wijk, noor, 5)
    tot = opkomst.laatste_bewijs(tx)
    voor = zonder_naam(tx, wijk, [BIJEENKOMST], ["aanwezig_vragen"], tot)
    bewijs.leg_vast(tx, builders.handeling(wijk, "1"), builders.een_bewoner(tx, wijk, huis.id), aanwezig(None))
    tel_hoofden(tx, wijk, noor, 5, gasten=3)
    assert zonder_naam(tx, wijk, [BIJEENKOMST], ["aanwezig_vragen"], tot) == voor == {BIJEENKOMST: 5}


def test_someone_without_an_account_counts_as_anyone_and_the_leaf_says_who_recorded_it(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    noor, huis = een_begeleider(tx, wijk), thuis(tx, wijk, 2)
    bewoner = builders.een_bewoner(tx, wijk, huis.id)

    assert bewijs.leg_vast(tx, builders.handeling(wijk, "9001"), bewoner, aanwezig(noor))

    assert [p.met_account for p in huishoudens.personen(tx, huis.id)] == [False]
    assert informatie(tx, wijk) == Telling(1, 1, 2, 2)
    assert informatie(tx, wijk, met_staf=False) == Telling(0, 0, 2, 2)
    blad = json.loads(tx.execute(select(tables.bewijs.c.blad)).scalar_one())
    record = json.loads(tx.execute(select(tables.bewijs_prive.c.record)).scalar_one())
    assert (blad["methode"], blad["door"], record["vastlegger"]) == (
        "deurlijst",
        "buurtbegeleider",
        builders.pseudoniem(tx, "9001"),
    )
    assert "9001" not in json.dumps([blad, record])


def test_what_was_taken_back_counts_no_more_and_can_be_recorded_again(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    noor, bewoner = een_begeleider(tx, wijk), builders.een_bewoner(tx, wijk, thuis(tx, wijk, 1).id)
    handeling = builders.handeling(wijk, "9001")
    assert not bewijs.trek_in(tx, handeling, bewoner, aanwezig(noor))
    bewijs.leg_vast(tx, builders.handeling(wijk, "9001"), bewoner, aanwezig(noor))

    assert bewijs.trek_in(tx, handeling, bewoner, aanwezig(noor))

    assert informatie(tx, wijk).teller_hoog == 0
    eerste, tweede = (json.loads(b) for b in tx.scalars(select(tables.bewijs.c.blad).order_by(tables.bewijs.c.id)))
    assert (tweede["corrigeert"], tweede["vervalt"]) == (eerste["id"], True)
    assert bewijs.leg_vast(tx, builders.handeling(wijk, "9001"), bewoner, aanwezig(noor))
    assert informatie(tx, wijk).teller_laag == 1


def test_who_checks_in_after_being_ticked_counts_by_their_own_act_and_nobody_takes_it_back(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    noor, bewoner = een_begeleider(tx, wijk), builders.een_bewoner(tx, wijk, thuis(tx, wijk, 1).id)
    bewijs.leg_vast(tx, builders.handeling(wijk, "9001"), bewoner, aanwezig(noor))

    for _ in range(2):
        assert not bewijs.leg_vast(tx, builders.handeling(wijk), bewoner, aanwezig(None)), "once is enough"

    assert informatie(tx, wijk, met_staf=False) == informatie(tx, wijk) == Telling(1, 1, 1, 1)
    tik, eigen = (json.loads(b) for b in tx.scalars(select(tables.bewijs.c.blad).order_by(tables.bewijs.c.id)))
    assert (eigen["corrigeert"], eigen["vervalt"], eigen["door"]) == (tik["id"], False, "bewoner")
    assert not bewijs.leg_vast(tx, builders.handeling(wijk, "9001"), bewoner, aanwezig(noor))


@pytest.mark.parametrize(
    ("eenheid", "verwacht"),
    [("bewoners", Telling(1, 3, 4, 4)), ("huishoudens", Telling(1, 2, 2, 2)), ("eigenaren", Telling(0, 3, 0, 4))],
)
def test_unnamed_people_of_a_household_widen_the_bounds_as_far_as_it_has_seats(
    tx: Connection, eenheid: str, verwacht: Telling
) -> None:
    wijk = builders.een_wijk(tx)
    noor, een, ander = een_begeleider(tx, wijk), thuis(tx, wijk, 3), thuis(tx, wijk, 1)
    bewijs.leg_vast(tx, builders.handeling(wijk, "9001"), builders.een_bewoner(tx, wijk, een.id), aanwezig(noor))
    bewijs.leg_aantal_vast(tx, builders.handeling(wijk, "9001"), aanwezig(noor), 1, een)
    bewijs.leg_aantal_vast(tx, builders.handeling(wijk, "9001"), aanwezig(noor), 5, ander)

    assert informatie(tx, wijk, eenheid) == verwacht


@pytest.mark.parametrize(
    ("hoofden", "gasten", "hoog"),
    [(0, 0, 2), (2, 0, 2), (1, 0, 2), (5, 0, 5), (5, 2, 3), (5, 9, 2), (99, 0, 8)],
)
def test_heads_beyond_who_is_known_and_the_guests_widen_the_bounds(
    tx: Connection, hoofden: int, gasten: int, hoog: int
) -> None:
    wijk = builders.een_wijk(tx)
    noor, huis = een_begeleider(tx, wijk), thuis(tx, wijk, 8)
    for _ in range(2):
        bewijs.leg_vast(tx, builders.handeling(wijk, "9001"), builders.een_bewoner(tx, wijk, huis.id), aanwezig(noor))
    tel_hoofden(tx, wijk, noor, hoofden, gasten)

    assert informatie(tx, wijk) == Telling(2, hoog, 8, 8)
    assert informatie(tx, wijk, met_staf=False).teller_hoog == 0


def test_a_later_count_of_heads_corrects_the_earlier_and_the_same_count_adds_no_leaf(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    noor = een_begeleider(tx, wijk)
    thuis(tx, wijk, 9)
    for hoofden, hoog in ((5, 5), (5, 5), (3, 3), (0, 0), (4, 4)):
        tel_hoofden(tx, wijk, noor, hoofden)
        assert informatie(tx, wijk).teller_hoog == hoog
    bladen = [json.loads(b) for b in tx.scalars(select(tables.bewijs.c.blad).order_by(tables.bewijs.c.id))]
    assert [b["corrigeert"] for b in bladen] == [None, bladen[0]["id"], bladen[1]["id"], None]


def test_when_only_unnamed_heads_would_tip_it_the_verdict_is_onbeslist(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    noor = een_begeleider(tx, wijk)
    thuis(tx, wijk, 9)
    tel_hoofden(tx, wijk, noor, 3)

    assert Informatie(Fraction(1, 3), ">=").weeg(informatie(tx, wijk)).verdict == "onbeslist"


def test_who_lives_here_no_more_does_not_count_and_leaves_the_seat(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    noor, huis = een_begeleider(tx, wijk), thuis(tx, wijk, 1)
    bewoner = builders.een_bewoner(tx, wijk, huis.id)
    account = builders.een_account(tx, "1", bewoner=bewoner)
    bewijs.leg_vast(tx, builders.handeling(wijk, "9001"), bewoner, aanwezig(noor))

    tx.execute(update(tables.bewoner).where(tables.bewoner.c.id == bewoner).values(tot=builders.NU))

    wie = accounts.wie(tx, wijk, "telegram", "1")
    assert wie is not None
    assert wie.bewoner is None
    assert not huishoudens.heeft_bewoner(tx, account)
    assert doelgroepen.accounts_van(tx, wijk, WIJK, 0, 9) == []
    assert informatie(tx, wijk).teller_hoog == 0
    assert huishoudens.bezette_stoelen(tx, huis.id) == set()
    assert builders.een_bewoner(tx, wijk, huis.id) != bewoner


def test_streets_and_households_come_in_walking_order(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    for straat in ("merelweg", "Aalscholver", "merelweg"):
        builders.een_huishouden(tx, wijk, straat=straat)

    straten = huishoudens.straten(tx, wijk)

    assert [straat for straat, _ in straten] == ["Aalscholver", "merelweg"]
    nummers = [h.huisnummer for h in huishoudens.in_straat(tx, wijk, "merelweg")]
    assert nummers == sorted(nummers)
    assert len(nummers) == 2
    assert [h.straat for _, wie in straten if (h := huishoudens.zoek(tx, wijk, wie))] == ["Aalscholver", "merelweg"]


def test_who_was_counted_without_a_name_and_then_checks_in_hides_no_head(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    noor, huis = een_begeleider(tx, wijk), thuis(tx, wijk, 2)
    for _ in range(8):
        thuis(tx, wijk, 1)
    bewijs.leg_aantal_vast(tx, builders.handeling(wijk, "9001"), aanwezig(noor), 2, huis)
    tel_hoofden(tx, wijk, noor, 10)
    for _ in range(2):
        bewoner = builders.een_bewoner(tx, wijk, huis.id)
        bewijs.leg_vast(tx, builders.handeling(wijk), bewoner, aanwezig(None))

    geteld = informatie(tx, wijk)

    assert (geteld.teller_laag, geteld.teller_hoog) == (2, 10), "eight others were in the room"

"""What is kept of the counts of a large wijk: what /stand shows, when it is made anew, what it is held to."""

import json
from datetime import datetime, timedelta

import pytest
from sqlalchemy import Connection, select, update

from bot.services import bewijslog, standtelling
from bot.services.bewijs import Feit, leg_vast
from bot.services.handeling import AMSTERDAM, BEHEERDER
from bot.services.stand import lees_stand, tel
from bot.storage import standtellingen, tables
from tests.bench._bewijzen import vul
from tests.builders import NU, een_account, een_bewoner, een_rol, handeling
from tests.plannen import verzamel
from tests.services.test_bewijslog import regels, stel_vast

ANNA, BEA = "anna", "bea"


def een_grote_wijk(tx: Connection) -> int:
    wijk = vul(tx, 600, 2_400)
    if tx.dialect.name == "postgresql":  # its counter knows nothing of ids that were given
        tx.exec_driver_sql("SELECT setval(pg_get_serial_sequence('bewijs', 'id'), 1000000)")
    een_account(tx, ANNA, bewoner=een_bewoner(tx, wijk))
    een_account(tx, BEA)
    een_rol(tx, wijk, BEHEERDER, BEA)
    return wijk


def houd_bij(tx: Connection, wijk: int, now: datetime) -> bool:
    """Do what the background does each second; say whether it counted."""
    if not standtelling.is_toe(tx, wijk, now):
        return False
    standtelling.bewaar(tx, wijk, standtelling.tel(tx, wijk, now, AMSTERDAM))
    return True


def doe_iets(tx: Connection, wijk: int, nieuw: str) -> None:
    leg_vast(tx, handeling(wijk), een_bewoner(tx, wijk), Feit("stem_besluit", nieuw, "knop"))


def alarmen(tx: Connection) -> list[str]:
    o, a = tables.outbox.c, tables.account.c
    vraag = select(a.extern_id).join(tables.outbox, o.account == a.id).where(o.soort == "stand.verschil")
    return list(tx.scalars(vraag))


@pytest.mark.overal
def test_of_a_large_wijk_stand_shows_what_was_counted_last_and_looks_at_no_evidence(tx: Connection) -> None:
    wijk = een_grote_wijk(tx)
    geteld = tel(tx, wijk, NU, AMSTERDAM)
    assert houd_bij(tx, wijk, NU)
    doe_iets(tx, wijk, "p")
    later = handeling(wijk, BEA, now=NU + timedelta(seconds=2))

    with verzamel(tx) as opdrachten:
        gezien = lees_stand(tx, later)

    assert gezien is not None
    assert {naam: gezien[naam] for naam in geteld} == json.loads(json.dumps(geteld))
    assert not [een.sql for een in opdrachten.values() if "bewijs_prive" in een.sql]
    nu = lees_stand(tx, later, vers=True)
    assert nu is not None
    assert nu["drempels"][0]["teller"] == gezien["drempels"][0]["teller"] + 1


def test_a_resident_reads_of_it_only_what_is_for_residents(tx: Connection) -> None:
    wijk = een_grote_wijk(tx)
    houd_bij(tx, wijk, NU)

    gezien = lees_stand(tx, handeling(wijk, ANNA))

    assert gezien is not None
    assert (gezien["achter"], gezien["versies"]) == (None, [])


def test_it_is_counted_anew_soon_after_someone_did_something_and_now_and_then(tx: Connection) -> None:
    wijk, seconde = een_grote_wijk(tx), timedelta(seconds=1)
    assert houd_bij(tx, wijk, NU)
    assert not houd_bij(tx, wijk, NU + 120 * seconde), "nothing was done"
    doe_iets(tx, wijk, "p")
    assert not houd_bij(tx, wijk, NU + seconde), "not each second"
    assert houd_bij(tx, wijk, NU + 120 * seconde)
    assert houd_bij(tx, wijk, NU + 720 * seconde), "who moved leaves no leaf"
    assert houd_bij(tx, wijk, NU), "a clock that was set back"
    assert alarmen(tx) == []


def test_of_a_small_wijk_nothing_is_kept_and_each_look_counts(tx: Connection) -> None:
    wijk = vul(tx, 100, 400)
    assert not houd_bij(tx, wijk, NU)
    assert standtellingen.laatste(tx, wijk) is None


def test_rules_that_were_fixed_since_are_counted_by_at_once(tx: Connection) -> None:
    wijk = een_grote_wijk(tx)
    houd_bij(tx, wijk, NU)
    stel_vast(tx, wijk, regels(1))

    gezien = lees_stand(tx, handeling(wijk, ANNA))

    assert gezien is not None
    assert gezien["spelregels"]["versie"] == 1


def test_another_count_of_the_same_evidence_is_an_alarm_and_is_put_right(
    tx: Connection, caplog: pytest.LogCaptureFixture
) -> None:
    wijk = een_grote_wijk(tx)
    houd_bij(tx, wijk, NU)
    vorige = standtellingen.laatste(tx, wijk)
    assert vorige is not None
    teller = vorige.inhoud["drempels"][0]["teller"]
    vorige.inhoud["drempels"][0]["teller"] += 5
    tx.execute(update(tables.standtelling).values(inhoud=vorige.inhoud))

    assert houd_bij(tx, wijk, NU + timedelta(minutes=11))

    assert alarmen(tx) == [BEA]
    assert "counts that were kept" in caplog.text
    recht = standtellingen.laatste(tx, wijk)
    assert recht is not None
    assert recht.inhoud["drempels"][0]["teller"] == teller


@pytest.mark.overal
def test_who_counts_by_the_evidence_is_held_against_who_counts_by_the_log(tx: Connection) -> None:
    wijk = een_grote_wijk(tx)
    stel_vast(tx, wijk, regels(1))
    for nummer in range(12):
        doe_iets(tx, wijk, f"p{nummer}")
    bewijslog.maak_bij(tx, wijk, bytes(32))
    assert standtelling.tegen_het_log(tx, wijk) == {}

    een = select(tables.telt.c.id).limit(1).scalar_subquery()
    tx.execute(update(tables.telt).where(tables.telt.c.id == een).values(vervallen_door=tables.telt.c.bewijs))
    assert standtelling.tegen_het_log(tx, wijk) == {"gehoord": (12, 11)}

    bewijslog.maak_bij(tx, wijk, bytes(32))
    assert standtelling.tegen_het_log(tx, wijk) == {}

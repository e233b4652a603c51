"""A wijk without settings: nothing of it runs, and what people were promised about their data holds all the same."""

import logging
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import pytest
from sqlalchemy import Connection, insert, select, update

from berichten import Boodschap
from bot import opruimen
from bot.bewaartermijnen import Bewaren
from bot.rules.pacing import Baan
from bot.services import uitslagblad
from bot.services.handeling import AMSTERDAM, ORGANISATOR
from bot.storage import ACCOUNTS, Database, outbox, wachtrij, wijken
from bot.storage import tables as t
from tests import builders
from tests.builders import NU
from tests.services.test_bewijslog import regels, stel_vast
from tests.services.test_wissen import ANNA, NAAM, doe_van_alles, waar_staat


class Klok(NamedTuple):
    op: datetime

    def now(self) -> datetime:
        return self.op


def test_of_a_wijk_without_settings_is_known_since_when_until_they_are_back(tx: Connection) -> None:
    hier, daar = builders.een_wijk(tx, "Hier"), builders.een_wijk(tx, "Daar")
    wijken.onthoud_termijnen(tx, daar, {"berichten": 30})
    for dag in (0, 5):
        wijken.zet_stil(tx, [hier], NU + timedelta(days=dag))
    assert wijken.stille(tx) == [wijken.Stil(daar, "Daar", NU, {"berichten": 30})]
    wijken.zet_stil(tx, [hier, daar], NU)
    assert wijken.stille(tx) == []


def test_terms_that_were_kept_are_those_of_the_settings_and_of_a_later_version_the_usual_ones() -> None:
    assert Bewaren.van({"berichten": 30, "heette_vroeger_zo": 5}) == Bewaren(berichten=30)
    assert Bewaren.van({}) == Bewaren()


def test_what_is_written_in_a_wijk_without_settings_waits_and_holds_up_nothing(tx: Connection) -> None:
    hier, daar = builders.een_wijk(tx, "Hier"), builders.een_wijk(tx, "Daar")
    wijken.zet_stil(tx, [hier], NU)
    for wijk in (daar, hier):
        wie = builders.een_account(tx, f"van {wijk}")
        outbox.schrijf(tx, wijk, f"proef{wijk}", [wie], Boodschap("mislukt"), baan=Baan.HERINNERING)

    def gaan() -> list[int]:
        return [een.wijk for een in wachtrij.claim(tx, "telegram", [Baan.HERINNERING], 1, NU, NU)]

    assert gaan() == [hier]
    assert gaan() == []
    wijken.zet_stil(tx, [hier, daar], NU)
    wachtrij.parkeer(tx, [hier, daar])
    assert gaan() == [daar]


def twee_wijken(tx: Connection) -> tuple[int, int]:
    """One closed and without settings, with all that a resident can do, and one in which somebody lives."""
    stil = builders.een_wijk(tx, "Stil")
    doe_van_alles(tx, stil)
    builders.een_account(tx, "baas")
    vast = {"kanaal": "telegram", "extern_id": "baas", "rol": ORGANISATOR, "bron": "instelling"}
    tx.execute(insert(t.rol).values(wijk=stil, **vast))
    stel_vast(tx, stil, regels())
    wijken.onthoud_termijnen(tx, stil, {"na_afsluiting": 100})
    loopt = builders.een_wijk(tx, "Loopt")
    builders.een_account(tx, "buur", bewoner=builders.een_bewoner(tx, loopt))
    wijken.zet_stil(tx, [loopt], NU)
    return stil, loopt


async def in_stil(database: Database, *, dicht: bool) -> list[str]:
    """Let nights pass in a wijk without settings; return which tables still hold something of its resident."""
    stil, _ = await database.write(ACCOUNTS, twee_wijken)
    if dicht:
        await database.write(stil, uitslagblad.sluit_af, stil, NU, AMSTERDAM, b"s" * 32)
    for dag in (1, 60, 99):
        await opruimen.stille_wijken(database, Klok(NU + timedelta(days=dag)), AMSTERDAM)
    assert "account" in await database.read(waar_staat, ANNA), "no day before the one that was promised"
    await opruimen.stille_wijken(database, Klok(NU + timedelta(days=101)), AMSTERDAM)
    assert await database.read(lambda tx: tx.scalars(select(t.outbox.c.soort)).all().count("bewaren.straks")) == 0
    return await database.read(waar_staat, ANNA, NAAM, "baas")


async def test_after_the_closing_all_that_is_personal_goes_there_too_on_the_day_that_was_promised(
    database: Database,
) -> None:
    assert await in_stil(database, dicht=True) == []
    over = await database.read(lambda tx: tx.scalars(select(t.account.c.extern_id)).all())
    assert "buur" in over


async def test_what_was_never_closed_is_left_to_a_person_but_for_what_was_kept_long_enough(database: Database) -> None:
    def oude_vraag(tx: Connection) -> None:
        tx.execute(update(t.hulpvraag).values(staat="klaar", bewoner=None, nummer=None))

    assert {"account", "kennismaking", "rol"} <= set(await in_stil(database, dicht=False))
    await database.write(ACCOUNTS, oude_vraag)
    await opruimen.stille_wijken(database, Klok(NU + timedelta(days=102)), AMSTERDAM)
    assert await database.read(lambda tx: tx.scalars(select(t.hulpvraag.c.id)).all()) == []


async def test_where_clearing_away_fails_it_is_said_and_the_other_wijken_go_on(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    def kapot(tx: Connection) -> None:
        stil, loopt = twee_wijken(tx)
        wijken.zet_stil(tx, [], NU)
        tx.execute(update(t.wijk).where(t.wijk.c.id == stil).values(bewaren={"berichten": "drie"}))
        klaar: dict[str, Any] = {"staat": "klaar", "bewoner": None, "nummer": None, "wijk": loopt}
        tx.execute(update(t.hulpvraag).values(**klaar))

    await database.write(ACCOUNTS, kapot)
    with caplog.at_level(logging.ERROR):
        await opruimen.stille_wijken(database, Klok(NU + timedelta(days=102)), AMSTERDAM)
    assert "in Stil was not cleared away" in caplog.text
    assert await database.read(lambda tx: tx.scalars(select(t.hulpvraag.c.id)).all()) == []

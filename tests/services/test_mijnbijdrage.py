"""What is recorded about me, in words; what it counts for, and why not; and the file that proves it."""

import json
import secrets
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from bot import bijdragebewijs, verzegeling
from bot.errors import Geweigerd
from bot.rules.ijkpunt import Sleutel
from bot.services import bewijs, bewijslog, mijnbijdrage, wissen
from bot.services.bewijs import Bewijssoort, Feit
from bot.services.handeling import AMSTERDAM, BEGELEIDER, Handeling
from bot.services.mijnbijdrage import WEKKER
from bot.storage import ACCOUNTS, Database, accounts
from bot.storage import bewijslog as opslag
from bot.storage import tables as t
from tests import builders
from tests.builders import NU, handeling
from tests.services.test_bewijslog import regels, stel_vast
from tests.verifiers import oordelen_bijdrage

ANNA, BRAM, NOOR = "anna", "bram", "noor"


def een_buurt(tx: Connection) -> tuple[int, int]:
    """Anna and Bram share a home, Noor is begeleider; return the wijk, and Anna's seat."""
    wijk = builders.een_wijk(tx)
    thuis = builders.een_huishouden(tx, wijk, volwassenen=2).id
    anna, bram = builders.een_bewoner(tx, wijk, thuis), builders.een_bewoner(tx, wijk, thuis)
    builders.een_account(tx, ANNA, bewoner=anna)
    builders.een_account(tx, BRAM, bewoner=bram)
    builders.een_account(tx, NOOR)
    builders.een_rol(tx, wijk, BEGELEIDER, NOOR)
    bewijs.leg_vast(tx, handeling(wijk, BRAM), bram, Feit("stem_besluit", "van bram", "knop"))
    return wijk, anna


def leg_vast(
    tx: Connection, wijk: int, bewoner: int, soort: Bewijssoort, *, door: str | None = None, onderwerp: str = "p"
) -> str:
    """Record something and return the id in its button."""
    wie = None if door is None else accounts.wie(tx, wijk, "telegram", door)
    methode = "knop" if door is None else "deurgesprek"
    bewijs.leg_vast(tx, handeling(wijk, door or ANNA), bewoner, Feit(soort, onderwerp, methode, wie))
    blad = tx.scalar(select(t.bewijs.c.blad).order_by(t.bewijs.c.id.desc()).limit(1))
    return str(json.loads(blad or "{}")["id"])


def test_each_reads_only_of_themselves_and_of_staff_the_role(tx: Connection) -> None:
    wijk, anna = een_buurt(tx)
    bijeenkomst = builders.een_bijeenkomst(tx, wijk)
    leg_vast(tx, wijk, anna, "aanwezig_vragen", onderwerp=bijeenkomst.publiek_id)
    leg_vast(tx, wijk, anna, "gesprek", door=NOOR)
    gezien = mijnbijdrage.lijst(tx, handeling(wijk, ANNA)).data["bijdragen"]
    assert [(een["soort"], een["door"], een["zelf"], een["titel"]) for een in gezien] == [
        ("gesprek", BEGELEIDER, False, None),
        ("aanwezig_vragen", "bewoner", True, "Café"),
    ]
    assert not {NOOR, BRAM, "van bram"} & set(json.dumps(gezien).split('"'))


@pytest.mark.parametrize(
    ("soort", "telt", "waarom"),
    [
        ("stem_besluit", ["gehoord"], None),
        ("aanwezig_vragen", ["informatie"], None),
        ("gesprek", ["gehoord"], None),
        ("stem", [], "stem"),
        ("aanwezig", [], "aanwezig"),
    ],
)
def test_it_says_for_which_condition_each_counts_and_why_not(
    tx: Connection, soort: Bewijssoort, telt: list[str], waarom: str | None
) -> None:
    wijk, anna = een_buurt(tx)
    vroeg = leg_vast(tx, wijk, anna, soort, door=NOOR, onderwerp="voor")
    voor = mijnbijdrage.toon(tx, handeling(wijk, ANNA), vroeg).data
    assert (voor["telt"], voor["waarom"]) == ([], "concept")
    stel_vast(tx, wijk, regels())
    laat = leg_vast(tx, wijk, anna, soort, door=NOOR, onderwerp="na")
    gezien = mijnbijdrage.toon(tx, handeling(wijk, ANNA), laat).data
    assert (gezien["telt"], gezien["waarom"]) == (telt, waarom)
    assert mijnbijdrage.toon(tx, handeling(wijk, ANNA), vroeg).data["waarom"] == "voor"
    assert mijnbijdrage.lijst(tx, handeling(wijk, ANNA)).data["telt"] == telt


def test_what_the_rules_take_no_longer_counts_no_longer(tx: Connection) -> None:
    wijk, anna = een_buurt(tx)
    stel_vast(tx, wijk, regels(telt_ook=()))
    gesprek = leg_vast(tx, wijk, anna, "gesprek", door=NOOR)
    assert mijnbijdrage.toon(tx, handeling(wijk, ANNA), gesprek).data["waarom"] == "gesprek"


def test_nobody_sees_or_proves_what_is_about_another(tx: Connection) -> None:
    wijk, anna = een_buurt(tx)
    van_anna = leg_vast(tx, wijk, anna, "stem_besluit")
    for wie, welk in ((BRAM, van_anna), (ANNA, "AbCdEfGhIjKlMnOpQrStUv"), (ANNA, "")):
        for doe in (mijnbijdrage.toon, mijnbijdrage.vraag_bewijs):
            with pytest.raises(Geweigerd, match=r"bijdrage\.onbekend"):
                doe(tx, handeling(wijk, wie), welk)
    for wie in (NOOR, "niemand"):
        with pytest.raises(Geweigerd, match="nog_niet_binnen"):
            mijnbijdrage.lijst(tx, handeling(wijk, wie))
    assert mijnbijdrage.vraag_bewijs(tx, handeling(wijk, ANNA), van_anna).soort == "bijdrage.morgen"


def klopt(bestand: dict[str, Any], sleutel: str) -> dict[str, Any]:
    """Check a file with both verifiers, and return its leaf."""
    assert oordelen_bijdrage(json.dumps(bestand).encode(), f"{sleutel}\n".encode(), []) == (None, None)
    blad: dict[str, Any] = json.loads(bestand["blad"])
    return blad


async def bewijzen(database: Database, wijk: int) -> list[dict[str, Any]]:
    """Make what was asked for and return the files that go out."""
    open_ = select(t.wekker.c.id).where(t.wekker.c.soort == WEKKER, t.wekker.c.gedaan_op.is_(None))
    for wekker in await database.read(lambda tx: list(tx.scalars(open_))):
        await bijdragebewijs.lever(database, wijk, wekker, NU, AMSTERDAM)
    post = select(t.outbox.c.data).where(t.outbox.c.soort == "bijdrage.bewijs")
    return [data["bestand"] for data in await database.read(lambda tx: list(tx.scalars(post)))]


async def test_the_file_proves_that_it_stands_in_the_log_and_asking_twice_is_once(
    database: Database, tmp_path: Path
) -> None:
    def begin(tx: Connection) -> tuple[int, list[str]]:
        wijk, anna = een_buurt(tx)
        for n in range(9):
            bewijs.leg_vast(tx, handeling(wijk), builders.een_bewoner(tx, wijk), Feit("stem", f"{n}", "knop"))
        return wijk, [leg_vast(tx, wijk, anna, soort) for soort in ("stem_besluit", "aanwezig")]

    wijk, (een, ander) = await database.write(ACCOUNTS, begin)
    await verzegeling.verzegel(database, wijk, tmp_path / "sleutel", NU, AMSTERDAM)
    sleutel = await publieke_sleutel(database, wijk)

    def vraag(tx: Connection) -> list[str]:
        return [mijnbijdrage.vraag_bewijs(tx, handeling(wijk, ANNA), welk).soort for welk in (een, een, ander)]

    assert await database.write(wijk, vraag) == ["bijdrage.bezig"] * 3
    bestanden = await bewijzen(database, wijk)
    assert sorted(klopt(bestand, sleutel)["id"] for bestand in bestanden) == sorted([een, ander])
    assert await bewijzen(database, wijk) == bestanden, "what was made is not made again"


async def publieke_sleutel(database: Database, wijk: int) -> str:
    naam = await database.read(opslag.log_naam, wijk)
    publiek = await database.read(opslag.sleutel, wijk)
    assert publiek is not None
    return Sleutel(naam, publiek).tekst()


async def test_who_is_erased_while_the_file_is_made_gets_none_and_the_proofs_of_others_hold(
    database: Database, tmp_path: Path
) -> None:
    def begin(tx: Connection) -> tuple[int, str]:
        wijk, anna = een_buurt(tx)
        return wijk, leg_vast(tx, wijk, anna, "stem_besluit")

    wijk, een = await database.write(ACCOUNTS, begin)
    await verzegeling.verzegel(database, wijk, tmp_path / "sleutel", NU, AMSTERDAM)
    sleutel = await publieke_sleutel(database, wijk)
    van_bram = select(t.bewijs.c.blad).join(t.bewijs_prive).where(t.bewijs_prive.c.onderwerp == "van bram")
    andere = json.loads(await database.read(lambda tx: tx.execute(van_bram).scalar_one()))["id"]

    def vraag(tx: Connection) -> None:
        mijnbijdrage.vraag_bewijs(tx, handeling(wijk, ANNA), een)
        mijnbijdrage.vraag_bewijs(tx, handeling(wijk, BRAM), andere)
        wissen.wis(tx, handeling(wijk, ANNA))

    await database.write(wijk, vraag)
    assert [klopt(bestand, sleutel)["id"] for bestand in await bewijzen(database, wijk)] == [andere]


async def test_a_log_that_is_shorter_than_its_head_proves_nothing(database: Database) -> None:
    wijk, _ = await database.write(ACCOUNTS, een_buurt)
    await database.write(wijk, lambda tx: bewijslog.maak_bij(tx, wijk, secrets.token_bytes(32)))
    with pytest.raises(ValueError, match="has 1 leaves, not 5"):
        await database.read(bewijslog.pad, wijk, 0, 5)


def test_a_tap_of_someone_else_s_chat_is_refused(tx: Connection) -> None:
    wijk, anna = een_buurt(tx)
    leg_vast(tx, wijk, anna, "stem")
    groep: Handeling = handeling(wijk, ANNA, prive=False)
    with pytest.raises(Geweigerd, match="alleen_prive"):
        mijnbijdrage.lijst(tx, groep)

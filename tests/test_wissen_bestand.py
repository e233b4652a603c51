"""Many people erased: what others proved still holds, the tellers stay, and no file or table holds anything of them."""

import json
import logging
import secrets
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sqlalchemy import Connection, insert, select

from bot import bewijsexport, bijdragebewijs, exporteren, opruimen, verzegeling
from bot.bewaartermijnen import Bewaren
from bot.rules import ijkpunt, merkle
from bot.rules.ijkpunt import Sleutel
from bot.services import bewijs, correctie, hulpvraag, kennismaking, mijnbijdrage, uitslagblad, wissen
from bot.services.bewijs import Feit
from bot.services.export import schrijf_export
from bot.services.handeling import AMSTERDAM, BEGELEIDER, ORGANISATOR
from bot.services.stand import bereken_stand
from bot.storage import ACCOUNTS, Database, accounts
from bot.storage import tables as t
from tests import builders
from tests.builders import NU, handeling
from tests.eigenlog import een_boom
from tests.services.test_bewijslog import regels, stel_vast
from tests.services.test_mijnbijdrage import klopt, publieke_sleutel

BLIJVERS = 12
BLOK = 50


def begin(tx: Connection) -> int:
    wijk = builders.een_wijk(tx)
    for wie, rol in (("noor", BEGELEIDER), ("ibrahim", ORGANISATOR)):
        builders.een_account(tx, wie)
        builders.een_rol(tx, wijk, rol, wie)
    stel_vast(tx, wijk, regels())
    for n in range(BLIJVERS):
        bewoner = builders.een_bewoner(tx, wijk)
        builders.een_account(tx, f"blijver {n}", bewoner=bewoner)
        bewijs.leg_vast(tx, handeling(wijk), bewoner, Feit("stem_besluit", "peiling", "knop"))
    return wijk


def leef(tx: Connection, wijk: int, wie: list[str]) -> list[str | bytes]:
    """Let people do all that leaves something behind; return what must be nowhere afterwards."""
    noor = accounts.wie(tx, wijk, "telegram", "noor")
    waarden: list[str | bytes] = []
    for naam in wie:
        bewoner = builders.een_bewoner(tx, wijk)
        account = builders.een_account(tx, naam, bewoner=bewoner)
        zelf, telefoon = handeling(wijk, naam), f"+316{int(naam[-8:], 16) % 10**8:08}"
        bewijs.leg_vast(tx, zelf, bewoner, Feit("stem_besluit", "peiling", "knop"))
        bewijs.leg_vast(tx, handeling(wijk, "noor"), bewoner, Feit("gesprek", naam[-16:], "deurgesprek", noor))
        kennismaking.typ_naam(tx, zelf)
        kennismaking.typ(tx, zelf, f"Naam {naam}")
        hulpvraag.bel(tx, zelf, "vraag", "")
        hulpvraag.typ(tx, zelf, telefoon)
        gesprek = mijnbijdrage.lijst(tx, zelf).data["bijdragen"][0]["id"]
        correctie.kies(tx, zelf, "anders", gesprek)
        correctie.typ(tx, zelf, f"Dat was de zus van {naam}")
        rij = {"kanaal": "telegram", "bot": "b", "ontvangen_op": NU, "rij": f"chat:{naam}", "staat": "mislukt"}
        tx.execute(
            insert(t.inbox).values(update_id=account, inhoud=json.dumps({"message": {"text": f"van {naam}"}}), **rij)
        )
        prive = select(t.bewijs_prive.c.sleutel).where(t.bewijs_prive.c.bewoner == bewoner)
        publiek = tx.execute(select(t.bewoner.c.publiek_id).where(t.bewoner.c.id == bewoner)).scalar_one()
        sleutels = [bytes(sleutel) for sleutel in tx.scalars(prive)]
        waarden += [naam, telefoon, publiek, *sleutels, *(sleutel.hex() for sleutel in sleutels)]
    return waarden


async def bewijs_van(database: Database, wijk: int, wie: str) -> dict[str, Any]:
    """Let someone fetch their file."""
    open_ = t.wekker.c.gedaan_op.is_(None) & (t.wekker.c.soort == mijnbijdrage.WEKKER)

    def vraag(tx: Connection) -> int:
        een = mijnbijdrage.lijst(tx, handeling(wijk, wie)).data["bijdragen"][0]["id"]
        mijnbijdrage.vraag_bewijs(tx, handeling(wijk, wie), een)
        return int(tx.execute(select(t.wekker.c.id).where(open_)).scalar_one())

    await bijdragebewijs.lever(database, wijk, await database.write(wijk, vraag), NU, AMSTERDAM)
    post = select(t.outbox.c.data).where(t.outbox.c.soort == "bijdrage.bewijs").order_by(t.outbox.c.id.desc()).limit(1)
    bestand: dict[str, Any] = (await database.read(lambda tx: tx.execute(post).scalar_one()))["bestand"]
    return bestand


async def uitvoer(database: Database, wijk: int, map_: Path) -> bytes:
    """Return the bytes of every file that can be made, and of the database."""
    await bewijsexport.exporteer(database, wijk, map_ / "bewijs", AMSTERDAM)
    schrijf_export(await exporteren.tel(database, wijk, NU, AMSTERDAM), map_ / "tellingen")
    await database.wis_resten()

    def rijen(tx: Connection) -> bytes:
        delen = (waarde for tabel in t.metadata.sorted_tables for rij in tx.execute(select(tabel)) for waarde in rij)
        return b"\n".join(bytes(w) if isinstance(w, bytes | memoryview) else _tekst(w) for w in delen)

    return _bestanden(map_) + await database.read(rijen)


def _bestanden(map_: Path) -> bytes:
    paden = [pad for deel in ("bewijs", "tellingen") for pad in (map_ / deel).rglob("*") if pad.is_file()]
    return b"".join(pad.read_bytes() for pad in (*paden, *map_.glob("gehoord.db*")))


def _tekst(waarde: Any) -> bytes:
    return (json.dumps(waarde, ensure_ascii=False) if isinstance(waarde, dict | list) else str(waarde)).encode()


@pytest.mark.parametrize("hoeveel", [20, pytest.param(1000, marks=pytest.mark.zwaar)])
async def test_of_people_who_are_erased_nothing_is_left_and_the_proofs_of_others_hold(
    database: Database, tmp_path: Path, hoeveel: int
) -> None:
    wijk = await database.write(ACCOUNTS, begin)
    namen = [f"gewist-{secrets.token_hex(8)}" for _ in range(hoeveel)]
    waarden: list[str | bytes] = []
    for n in range(0, hoeveel, BLOK):
        waarden += await database.write(wijk, leef, wijk, namen[n : n + BLOK])
    await verzegeling.verzegel(database, wijk, tmp_path / "sleutel", NU, AMSTERDAM)
    sleutel = await publieke_sleutel(database, wijk)
    voor = await bewijs_van(database, wijk, "blijver 3")
    teller = (await database.read(bereken_stand, wijk)).drempels[0].teller
    ervoor = await uitvoer(database, wijk, tmp_path)
    assert [w for w in waarden if (w.encode() if isinstance(w, str) else w) in ervoor], "they can be found at first"

    def wis(tx: Connection, namen: list[str]) -> None:
        for naam in namen:
            wissen.wis(tx, handeling(wijk, naam))

    for n in range(0, hoeveel, BLOK):
        await database.write(wijk, wis, namen[n : n + BLOK])
    assert (await database.read(bereken_stand, wijk)).drempels[0].teller == teller == hoeveel + BLIJVERS
    await verzegeling.verzegel(database, wijk, tmp_path / "sleutel", NU, AMSTERDAM)
    na = await bewijs_van(database, wijk, "blijver 3")
    assert klopt(voor, sleutel)["id"] == klopt(na, sleutel)["id"], "the old file holds, and so does a new one"
    await _hangt_samen(database, wijk, voor, na, sleutel)
    assert (await database.read(bereken_stand, wijk)).drempels[0].teller == teller

    erna = await uitvoer(database, wijk, tmp_path)
    over = [w for w in waarden if (w.encode() if isinstance(w, str) else w) in erna]
    print(f"{hoeveel} erased, {len(waarden)} values looked for in {len(erna):,} bytes, {len(over)} found")
    assert over == []


async def _hangt_samen(database: Database, wijk: int, voor: dict[str, Any], na: dict[str, Any], sleutel: str) -> None:
    """Check that the log after erasing has the log before it as its beginning."""
    oud, nieuw = (ijkpunt.lees(bestand["ijkpunt"], Sleutel.lees(sleutel)) for bestand in (voor, na))
    vraag = select(t.bewijs.c.blad).where(t.bewijs.c.wijk == wijk, t.bewijs.c.volgnummer.is_not(None))
    bladen = await database.read(lambda tx: list(tx.scalars(vraag.order_by(t.bewijs.c.volgnummer))))
    boom = een_boom([merkle.blad_hash(blad.encode()) for blad in bladen])
    assert [boom.wortel(punt.grootte) for punt in (oud, nieuw)] == [oud.wortel, nieuw.wortel]


class Klok(NamedTuple):
    """A clock that stands still."""

    op: datetime

    def now(self) -> datetime:
        return self.op


@pytest.mark.parametrize("database_url", ["sqlite", pytest.param("postgres", marks=pytest.mark.zwaar)], indirect=True)
async def test_some_time_after_the_closing_no_file_no_table_and_no_line_of_the_log_holds_anything_of_anybody(
    database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The nights do it by themselves; the log of evidence stays as it was signed, and says the same outcome."""
    wijk = await database.write(ACCOUNTS, begin)
    namen = [f"gewist-{secrets.token_hex(8)}" for _ in range(5)]
    waarden = await database.write(wijk, leef, wijk, namen)
    await verzegeling.verzegel(database, wijk, tmp_path / "sleutel", NU, AMSTERDAM)
    await database.write(wijk, uitslagblad.sluit_af, wijk, NU, AMSTERDAM, b"s" * 32)
    bladen = select(t.bewijs.c.blad).where(t.bewijs.c.wijk == wijk).order_by(t.bewijs.c.volgnummer)
    ervoor = await database.read(lambda tx: list(tx.scalars(bladen)))
    with caplog.at_level(logging.DEBUG):
        for dag in (140, 150, 174, Bewaren().na_afsluiting + 1):
            klok = Klok(NU + timedelta(days=dag))
            await opruimen.elke_nacht(database, wijk, klok, AMSTERDAM, Bewaren())
    await verzegeling.nacht(database, wijk, tmp_path / "sleutel", klok.now(), AMSTERDAM)
    erna = await uitvoer(database, wijk, tmp_path)
    assert [w for w in waarden if (w.encode() if isinstance(w, str) else w) in erna] == []
    assert [w for w in waarden if isinstance(w, str) and w in caplog.text] == []
    assert f"bewoner {len(namen) + BLIJVERS}" in caplog.text, "how many went, and nothing else"
    assert await database.read(lambda tx: list(tx.scalars(bladen))) == ervoor

"""The log as files: whole, signed, telling nothing of anyone; and for the auditor's key alone, what opens it."""

import hashlib
import hmac
import json
import stat
from datetime import timedelta
from pathlib import Path
from typing import Any

import pyrage
import pytest
from sqlalchemy import Connection, select

from bot import bewijsexport, verzegeling
from bot.errors import InvoerFout
from bot.rules import ijkpunt, merkle
from bot.rules.canoniek import canoniek
from bot.services.handeling import AMSTERDAM
from bot.services.stand import bereken_stand
from bot.storage import Database, bewijslog
from bot.storage import tables as t
from tests import builders
from tests.services.test_bewijslog import gehoorden, leg_vast, regels, stel_vast

NU = builders.NU


def buurt(tx: Connection) -> int:
    wijk = builders.een_wijk(tx)
    gehoorden(tx, wijk, 3)
    stel_vast(tx, wijk, regels())
    for bewoner in gehoorden(tx, wijk, 11):
        leg_vast(tx, wijk, bewoner, "aanwezig_vragen", "bijeenkomst-over-iets")
    return wijk


def lees(map_: Path) -> list[dict[str, Any]]:
    """The lines of the log; checks that they have the root of each head, and the heads their signature."""
    ruw = (map_ / "bewijs.jsonl").read_text("utf-8")
    regels_ = [json.loads(regel) for regel in ruw.splitlines()]
    assert ruw == "".join(f"{canoniek(regel)}\n" for regel in regels_)
    hashes = [
        bytes.fromhex(r["hash"]) if "hash" in r else merkle.blad_hash(canoniek(r["blad"]).encode()) for r in regels_
    ]
    sleutel = ijkpunt.Sleutel.lees((map_ / "sleutel.pub").read_text())
    hoofden = {pad.name: ijkpunt.lees(pad.read_text(), sleutel) for pad in (map_ / "ijkpunten").iterdir()}
    assert all(naam == f"{h.grootte}-{h.dag.isoformat()}.txt" for naam, h in hoofden.items())
    assert all(h.wortel == merkle.wortel(hashes[: h.grootte]) for h in hoofden.values())
    assert max(h.grootte for h in hoofden.values()) == len(regels_)
    return regels_


async def verzegel(database: Database, wijk: int, tmp_path: Path, dagen: int = 0) -> None:
    await verzegeling.verzegel(database, wijk, tmp_path / "sleutel.txt", NU + timedelta(days=dagen), AMSTERDAM)


async def test_what_is_exported_has_the_signed_root_and_names_nobody(database: Database, tmp_path: Path) -> None:
    wijk = await database.write(0, buurt)
    await verzegel(database, wijk, tmp_path)
    await database.write(wijk, gehoorden, wijk, 2)
    await verzegel(database, wijk, tmp_path, dagen=1)
    geschreven = await bewijsexport.exporteer(database, wijk, tmp_path / "uit", AMSTERDAM)

    regels_ = lees(tmp_path / "uit")
    soorten = [regel["blad"]["soort"] if "blad" in regel else None for regel in regels_]
    assert {soort: soorten.count(soort) for soort in set(soorten)} == {None: 3 + 22 + 2, "spelregels": 1, "telt": 24}
    assert [pad.name for pad in geschreven] == ["bewijs.jsonl", "ijkpunten", "sleutel.pub"]
    assert len(list((tmp_path / "uit" / "ijkpunten").iterdir())) == 2

    def geheimen(tx: Connection) -> list[str]:
        wie = tx.scalars(select(t.bewoner.c.publiek_id)).all()
        return [*wie, *tx.scalars(select(t.huishouden.c.publiek_id)), *tx.scalars(select(t.bewijs_prive.c.onderwerp))]

    alles = b"".join(pad.read_bytes() for pad in (tmp_path / "uit").rglob("*") if pad.is_file()).decode()
    assert not [geheim for geheim in await database.read(geheimen) if f'"{geheim}"' in alles]
    assert not [woord for woord in ("commitment", "onderwerp", "knop", 'stem_besluit","v') if woord in alles]


async def test_the_auditor_opens_every_act_and_sees_for_whom_each_leaf_stands(
    database: Database, tmp_path: Path
) -> None:
    wijk, sleutel = await database.write(0, buurt), pyrage.x25519.Identity.generate()
    await verzegel(database, wijk, tmp_path)
    await bewijsexport.exporteer(database, wijk, tmp_path, AMSTERDAM, sleutel.to_public())

    regels_ = lees(tmp_path)
    open_ = pyrage.decrypt((tmp_path / "openingen.jsonl.age").read_bytes(), [sleutel]).decode()
    gevonden: dict[str, list[Any]] = {}
    for regel in open_.splitlines():
        ((soort, waarde),) = json.loads(regel).items()
        assert regel == canoniek({soort: waarde})
        gevonden.setdefault(soort, []).append(waarde)

    assert {o["nummer"] for o in gevonden["opening"]} == {i for i, regel in enumerate(regels_) if "hash" in regel}
    bewoners = {bewoner["id"]: bewoner for bewoner in gevonden["bewoner"]}
    for o in gevonden["opening"]:
        assert regels_[o["nummer"]]["hash"] == merkle.blad_hash(canoniek(o["blad"]).encode()).hex()
        commitment = hmac.digest(bytes.fromhex(o["sleutel"]), canoniek(o["record"]).encode(), hashlib.sha256).hex()
        assert o["blad"]["commitment"] == commitment
        assert o["record"]["bewoner"] in bewoners
        assert not o["vertrokken"]
    assert {h["id"] for h in gevonden["huishouden"]} == {b["huishouden"] for b in bewoners.values()}
    telt = {regel["blad"]["id"] for regel in regels_ if regel.get("blad", {}).get("soort") == "telt"}
    assert {rij["id"] for rij in gevonden["telt"]} == telt
    assert all(bewoners[rij["bewoner"]]["huishouden"] == rij["huishouden"] for rij in gevonden["telt"])


async def test_a_run_that_is_broken_off_anywhere_is_taken_up_by_the_next(database: Database, tmp_path: Path) -> None:
    wijk = await database.write(0, buurt)

    class Gedood(Exception):  # noqa: N818 (named as what it is)
        pass

    for stappen in range(6):
        over = stappen

        class Sterfelijk:
            def __getattr__(self, naam: str) -> Any:
                return getattr(database, naam)

            async def write(self, *args: Any) -> Any:
                nonlocal over
                if over == 0:
                    raise Gedood
                over -= 1
                return await database.write(*args)

        try:
            await verzegel(Sterfelijk(), wijk, tmp_path)  # type: ignore[arg-type]
        except Gedood:
            await database.write(wijk, gehoorden, wijk, 1)
    await verzegel(database, wijk, tmp_path, dagen=1)
    await verzegel(database, wijk, tmp_path, dagen=1)
    await bewijsexport.exporteer(database, wijk, tmp_path, AMSTERDAM)

    soorten = [regel["blad"]["soort"] for regel in lees(tmp_path) if "blad" in regel]
    gehoord = (await database.read(_stand, wijk))["gehoord"]
    assert soorten.count("telt") == 11 + gehoord


def _stand(tx: Connection, wijk: int) -> dict[str, int]:
    return {drempel.soort: drempel.teller for drempel in bereken_stand(tx, wijk).drempels}


async def test_the_key_is_made_once_and_a_lost_or_exchanged_one_is_one_clear_line(
    database: Database, tmp_path: Path
) -> None:
    wijk, bestand = await database.write(0, builders.een_wijk), tmp_path / "sleutel.txt"
    await verzegel(database, wijk, tmp_path)
    geheim = bestand.read_text()
    assert stat.S_IMODE(bestand.stat().st_mode) == 0o600
    await verzegel(database, wijk, tmp_path, dagen=1)
    assert bestand.read_text() == geheim

    for inhoud, zegt in [(None, "is weg"), ("0" * 64, "andere sleutel"), ("kapot", "geen sleutel")]:
        bestand.unlink(missing_ok=True)
        if inhoud is not None:
            bestand.write_text(inhoud)
        with pytest.raises(InvoerFout, match=zegt) as fout:
            await verzegel(database, wijk, tmp_path, dagen=2)
        assert "\n" not in str(fout.value)
        assert "reservekopie" in str(fout.value)

    bestand.write_text(geheim)
    await verzegel(database, wijk, tmp_path, dagen=3)  # what waited is signed now
    assert not await database.read(bewijslog.ongetekend, wijk)
    assert len(await database.read(bewijslog.getekend, wijk)) == 4


async def test_a_folder_that_cannot_be_written_is_one_clear_line(database: Database, tmp_path: Path) -> None:
    wijk = await database.write(0, builders.een_wijk)
    await verzegel(database, wijk, tmp_path)
    (tmp_path / "bestand").touch()
    with pytest.raises(InvoerFout, match="kies een andere map"):
        await bewijsexport.exporteer(database, wijk, tmp_path / "bestand", AMSTERDAM)

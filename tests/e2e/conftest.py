"""A running neighbourhood for each test, on SQLite; the story and the counts run on PostgreSQL too.

Each test that takes it runs with phones on Telegram and again with browsers, and what people see must be the same
but for links and codes. That second time is heavy, but for what is marked `ook_web`.
"""

import asyncio
import hashlib
import itertools
import json
import random
import shutil
from collections import defaultdict
from collections.abc import AsyncIterator, Generator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from bot.rules.peilingen import Opzet
from bot.services import oefenbewoners, peilingvorm
from bot.services.handeling import Handeling
from bot.storage import tables as t
from bot.storage.peilingen import Peiling
from tests import builders
from tests.gezien import Gezien, lees, verschil
from tests.wereld import Netnaam, Wereld, een_wereld

TWEELING: dict[str, str] = {}
"""Of each test that runs on both networks: the same test on the other."""
_LOOPT = t.uitzending.c.voortgang.is_not(None) | (t.uitzending.c.staat == "bezig")
GELUKT = pytest.StashKey[bool]()


def pytest_collection_finish(session: pytest.Session) -> None:
    per_net: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for item in session.items:
        if (
            isinstance(item, pytest.Function)
            and (waarden := getattr(item, "callspec", None))
            and "net" in waarden.params
        ):
            rest = {naam: str(een) for naam, een in waarden.params.items() if naam != "net"}
            per_net[f"{item.path}:{item.originalname}", json.dumps(rest)][waarden.params["net"]] = item.nodeid
    for paar in per_net.values():
        if len(paar) == 2:
            TWEELING.update({paar["web"]: paar["telegram"], paar["telegram"]: paar["web"]})


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "net" in metafunc.fixturenames:
        vlug = metafunc.definition.get_closest_marker("ook_web")
        beide, zwaar = [pytest.mark.netten], [] if vlug else [pytest.mark.zwaar]
        web = pytest.param("web", id="op_web", marks=beide + zwaar)
        metafunc.parametrize("net", [pytest.param("telegram", id=pytest.HIDDEN_PARAM, marks=beide), web])


@pytest.fixture
def sjabloon(_sqlite_sjabloon: Path) -> Path:
    """An empty database, to copy to where a program finds it: making one takes it a second."""
    return _sqlite_sjabloon


@pytest.fixture
def zonder_toeval(net: Netnaam, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what is drawn by lot be alike on both networks: house numbers, ballot keys, orders on ballots, residents."""

    def volgorde(peiling: Peiling, opzet: Opzet, wie: str | None) -> list[int]:
        nummers = list(range(len(opzet.opties)))
        return nummers[::-1] if opzet.geschud and wie is not None else nummers

    geheim, nummers = Handeling.geheim, itertools.count(1)

    def op_volgorde(handeling: Handeling, label: str) -> bytes:
        """Texts stand in the order of their ballots' keys, or their own: let that be alike in the order of asking."""
        geordend = label in ("stembiljet", "aandraging")
        return next(nummers).to_bytes(16) + bytes(16) if geordend else geheim(handeling, label)

    monkeypatch.setattr(Handeling, "geheim", op_volgorde)
    monkeypatch.setattr(builders, "_nummers", itertools.count(1))
    monkeypatch.setattr(peilingvorm, "volgorde_op", volgorde)
    vast = SimpleNamespace(Random=lambda _zaad: random.Random("the same for all"))
    monkeypatch.setattr(oefenbewoners, "random", vast)


@pytest.fixture
async def wereld(
    _sqlite_sjabloon: Path, tmp_path: Path, net: Netnaam, request: pytest.FixtureRequest, zonder_toeval: None
) -> AsyncIterator[Wereld]:
    bestand = tmp_path / "gehoord.db"
    shutil.copy(_sqlite_sjabloon, bestand)
    async with een_wereld(f"sqlite:///{bestand}", tmp_path, net=net) as wereld:
        yield wereld
        await _vergelijk(request, wereld)


@pytest.fixture
async def wereld_overal(
    database_url: str, tmp_path: Path, net: Netnaam, request: pytest.FixtureRequest, zonder_toeval: None
) -> AsyncIterator[Wereld]:
    """The same on both databases."""
    async with een_wereld(database_url, tmp_path, net=net) as wereld:
        yield wereld
        await _vergelijk(request, wereld)


async def _vergelijk(request: pytest.FixtureRequest, wereld: Wereld) -> None:
    """Keep what everyone sees where the other network's run of this test finds it; who comes second compares."""
    eigen, ander = request.node, TWEELING.get(request.node.nodeid)
    if ander is None or not eigen.stash.get(GELUKT, False):
        return
    await wereld.rust()
    with suppress(TimeoutError):  # what shows how a broadcast goes looks by itself
        async with asyncio.timeout(5):
            while await wereld.tel(t.uitzending, _LOOPT):  # noqa: ASYNC110 (rows in a database)
                await asyncio.sleep(0.1)
    await wereld.rust()
    gezien = await lees(wereld)
    bewaard = _bewaar(request.getfixturevalue("_samen") / "gezien", eigen.nodeid, gezien, ander)
    anders = verschil(gezien, bewaard) if bewaard is not None else []
    assert not anders, f"first as seen on {wereld.net}\n" + "\n".join(anders)


def _bewaar(map_: Path, eigen: str, gezien: Gezien, ander: str) -> Any:
    """Keep what was seen, and return what the other saw when that was first."""
    map_.mkdir(exist_ok=True)
    bestand, bij = (map_ / hashlib.sha256(nodeid.encode()).hexdigest() for nodeid in (eigen, ander))
    bestand.write_text(json.dumps(gezien))
    return json.loads(bij.read_text()) if bij.exists() else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    verslag = yield
    if call.when == "call":
        item.stash[GELUKT] = verslag.passed
    return verslag

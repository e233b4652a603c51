"""A row that cannot be read, or a wijk where something goes wrong: the others get what is theirs, and it is said."""

import asyncio
import logging
import shutil
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, text, update

from berichten import Boodschap
from bot import opruimen, tellers, uurwerk, werk
from bot.channels import rondes
from bot.channels.opdrachtmenu import Menuzetter
from bot.channels.peilingkaart import Peilingkaarten
from bot.config import Opslag, Settings, Verzending, Wijk
from bot.rules.pacing import Baan
from bot.services import bewaren, peilingkaart
from bot.services.handeling import BEGELEIDER
from bot.storage import (
    chatwissingen,
    deurschermen,
    kapot,
    opdrachtmenus,
    outbox,
    postuit,
    seintjes,
    standtellingen,
    voortgangen,
    wachtrij,
    wekkers,
    wijken,
)
from bot.storage import tables as t
from bot.storage.standtellingen import Standtelling
from bot.uurwerk import Uurwerk
from handlers.verwerking import Omgeving
from tests.builders import (
    NU,
    een_account,
    een_bewoner,
    een_bijeenkomst,
    een_peiling,
    een_publiek_id,
    een_rol,
    een_uitzending,
    een_wijk,
)
from tests.channels.zenden import ZONE, Klok, toon

ALTIJD = datetime(2000, 1, 1, tzinfo=UTC)
INHOUD = '{"van": "Anna'
"""What stands in a broken row: none of it may be in the log."""


@pytest.fixture(autouse=True)
def _nog_niets_verteld(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kapot, "_verteld", {})


def mis(deel: str) -> float:
    """Return how often something of this part went wrong."""
    return tellers.REGISTRY.get_sample_value("gehoord_background_failures_total", {"part": deel}) or 0.0


def _een_maker(tx: Connection, wijk: int) -> int:
    return een_account(tx, str(1000 + wijk), bewoner=een_bewoner(tx, wijk))


def _scherm(tx: Connection, wijk: int) -> None:
    waarden = {"bijeenkomst": een_bijeenkomst(tx, wijk).id, "account": _een_maker(tx, wijk), "bericht_id": 5}
    tx.execute(insert(t.deurscherm).values(wijk=wijk, getoond_tot=ALTIJD, tot=NU, **waarden))


def _uitzending(tx: Connection, wijk: int) -> None:
    een_uitzending(tx, wijk, _een_maker(tx, wijk))


def _chat(tx: Connection, wijk: int) -> None:
    tx.execute(insert(t.chatwissing).values(wijk=wijk, kanaal="telegram", extern_id="1", berichten=[1], op=NU))


def _wekker(tx: Connection, wijk: int) -> None:
    wekkers.zet(tx, 1, "proef", wijk, ALTIJD)  # all in one wijk: of each only its own are read


def _bericht(tx: Connection, wijk: int) -> None:
    outbox.schrijf(tx, wijk, f"proef{wijk}", [_een_maker(tx, wijk)], Boodschap("mislukt"), baan=Baan.ANTWOORD)


def _mail(tx: Connection, wijk: int) -> None:
    postuit.schrijf_aan(tx, 1, een_bewoner(tx, wijk), "a@b.invalid", "nl", "code", {}, f"proef{wijk}", NU)


def _telling(tx: Connection, wijk: int) -> None:
    standtellingen.zet(tx, wijk, Standtelling(NU, 1, 0, "", {}))


def _menu(tx: Connection, wijk: int) -> None:
    opdrachtmenus.wens(tx, wijk, [_een_maker(tx, wijk)])


def _browser(tx: Connection, wijk: int) -> None:
    account = _een_maker(tx, wijk)
    sessie = {
        "publiek_id": een_publiek_id(),
        "merk": bytes([wijk]) * 32,
        "toestel": "",
        "gemaakt_op": NU,
        "gezien_op": NU,
    }
    nr = tx.execute(insert(t.websessie).values(account=account, **sessie).returning(t.websessie.c.id)).scalar_one()
    tx.execute(insert(t.webstand).values(account=account, versie=2, nieuw=2, nieuw_op=NU))
    waar = {"adres": f"https://{wijk}", "punt": b"p", "geheim": b"g", "geseind": 0}
    tx.execute(insert(t.seintje).values(account=account, sessie=nr, **waar))


def _stil(tx: Connection, wijk: int) -> None:
    wijken.zet_stil(tx, [], NU)


def _claim(tx: Connection, alle: list[int]) -> list[int]:
    banen = list(Baan)
    wachtrij.vanaf(tx, "telegram", banen)
    return [een.wijk for een in wachtrij.claim(tx, "telegram", banen, 10, datetime.now(UTC), NU)]


def _alle_wekkers(tx: Connection, alle: list[int]) -> list[int]:
    gedaan: list[int] = []
    while een := wekkers.eerste(tx, 1, NU, gedaan):
        gedaan.append(een.id)
    return list(tx.scalars(select(t.wekker.c.onderwerp).where(t.wekker.c.id.in_(gedaan)).order_by(t.wekker.c.id)))


def _alle_mail(tx: Connection, alle: list[int]) -> list[int]:
    gegaan = []
    while een := postuit.claim(tx, 1, datetime.now(UTC), datetime.now(UTC)):
        gegaan.append(tx.scalar(select(t.bewoner.c.wijk).join(t.postuit).where(t.postuit.c.id == een.id)))
    return [wijk for wijk in gegaan if wijk is not None]


SOORTEN: dict[str, tuple[Callable[[Connection, int], None], str, Callable[[Connection, list[int]], list[int]]]] = {
    "deurscherm": (
        _scherm,
        "UPDATE bijeenkomst SET begin = :wat WHERE wijk = 1",
        lambda tx, alle: [een.deur.wijk for een in deurschermen.te_doen(tx, alle, "telegram", (BEGELEIDER,), NU)],
    ),
    "uitzending": (
        _uitzending,
        "UPDATE uitzending SET doelgroep = :wat WHERE wijk = 1",
        lambda tx, alle: [een.wijk for een in voortgangen.te_doen(tx, alle, "telegram")],
    ),
    "chatwissing": (
        _chat,
        "UPDATE chatwissing SET berichten = :wat WHERE wijk = 1",
        lambda tx, alle: [een.wijk for een in chatwissingen.te_doen(tx, alle, "telegram")],
    ),
    "wekker": (_wekker, "UPDATE wekker SET moment = '' WHERE onderwerp = 1", _alle_wekkers),
    "outbox": (_bericht, "UPDATE outbox SET data = :wat WHERE wijk = 1", _claim),
    "outbox_moment": (_bericht, "UPDATE outbox SET niet_voor = '' WHERE wijk = 1", _claim),
    "postuit": (_mail, "UPDATE postuit SET data = :wat WHERE sleutel LIKE '%proef1'", _alle_mail),
    "standtelling": (
        _telling,
        "UPDATE standtelling SET op = :wat WHERE wijk = 1",
        lambda tx, alle: list(standtellingen.wanneer(tx, alle)),
    ),
    "opdrachtmenu": (
        _menu,
        "UPDATE opdrachtmenu SET niet_voor = '' WHERE wijk = 1",
        lambda tx, alle: [een.account for een in opdrachtmenus.te_doen(tx, alle, "telegram", 2, NU)],
    ),
    "seintje": (
        _browser,
        "UPDATE webstand SET nieuw_op = :wat WHERE account = 1",
        lambda tx, alle: sorted(int(een.plek.adres[8:]) for een in seintjes.open_(tx, NU, 2)),
    ),
    "wijk": (
        _stil,
        "UPDATE wijk SET bewaren = :wat WHERE id = 1",
        lambda tx, alle: [een.id for een in wijken.stille(tx)],
    ),
}


OP_SQLITE = pytest.mark.parametrize("tx", ["sqlite"], indirect=True)
"""PostgreSQL takes no row whose columns are not of their type."""


@OP_SQLITE
@pytest.mark.parametrize("soort", SOORTEN)
def test_a_row_that_cannot_be_read_is_told_of_once_and_those_of_the_other_wijken_are_done(
    tx: Connection, soort: str, caplog: pytest.LogCaptureFixture
) -> None:
    maak, breek, doe = SOORTEN[soort]
    alle = [een_wijk(tx, f"Buurt {n}") for n in range(3)]
    for wijk in alle:
        maak(tx, wijk)
    assert alle == [1, 2, 3]
    tx.execute(text(breek), {"wat": INHOUD} if ":wat" in breek else {})

    assert doe(tx, alle) == [2, 3]
    doe(tx, alle)
    (regel,) = [r.getMessage() for r in caplog.records if r.levelno == logging.ERROR]
    assert regel.startswith(f"{soort.partition('_')[0]} row 1 cannot be used: ")
    assert "docs/meten.md" in regel
    assert "Anna" not in caplog.text


@OP_SQLITE
def test_a_lease_that_ran_out_ends_also_where_what_it_sends_cannot_be_read(tx: Connection) -> None:
    for wijk in (een_wijk(tx, "Hier"), een_wijk(tx, "Daar")):
        _bericht(tx, wijk)
    bezig = {"staat": "bezig", "lease_tot": ALTIJD, "soort": "bijeenkomst.afgelast"}
    tx.execute(update(t.outbox).values(**bezig))
    tx.execute(text("UPDATE outbox SET data = '{kapot' WHERE wijk = 1"))
    assert outbox.verlopen_leases(tx, datetime.now(UTC)) == 2
    herhaald = select(t.outbox.c.wijk).where(t.outbox.c.herhaalt.is_not(None))
    assert list(tx.scalars(herhaald)) == [2], "what must not be missed is said once more"


@pytest.fixture
async def twee(_sqlite_sjabloon: Path, tmp_path: Path) -> AsyncIterator[tuple[Omgeving, ...]]:
    """Two wijken in one installation."""
    shutil.copy(_sqlite_sjabloon, tmp_path / "gehoord.db")
    bestanden = (str(tmp_path / naam) for naam in ("peper", "tijdvak", "sleutel", "pushsleutel"))
    opslag = Opslag(f"sqlite:///{tmp_path}/gehoord.db", *bestanden)
    async with AsyncExitStack() as stapel:
        alle = [Settings(Wijk(f"Buurt {n}"), opslag, sleutel=f"buurt-{n}") for n in range(2)]
        yield await werk.maak_omgevingen(stapel, alle, bytes(32), Klok(NU))


def _sluit_nu(tx: Connection, wijk: int) -> int:
    peiling = een_peiling(tx, wijk)
    wekkers.zet(tx, wijk, "peiling_sluit", peiling, NU)
    return peiling


async def _open(o: Omgeving) -> list[str]:
    vraag = select(t.wekker.c.soort).where(t.wekker.c.gedaan_op.is_(None), t.wekker.c.moment <= NU)
    return await o.database.read(lambda tx: list(tx.scalars(vraag.where(t.wekker.c.wijk == o.wijk))))


async def _tik(klok: Uurwerk) -> None:
    await klok.tik()
    await asyncio.gather(*klok._bezig.values())


async def test_an_alarm_that_fails_is_tried_ever_less_often_and_no_other_waits_for_it(
    twee: tuple[Omgeving, ...], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    tijd = [100.0]
    monkeypatch.setattr(rondes, "monotonic", lambda: tijd[0])
    hier, daar = twee
    for een in twee:
        await hier.database.write(een.wijk, _sluit_nu, een.wijk)
    await hier.database.write(hier.wijk, wekkers.zet, hier.wijk, "onbekend", 1, NU - timedelta(days=1))
    klok, voor = Uurwerk(twee, _niets), mis("alarm")
    for seconde in range(121):
        tijd[0] = 100.0 + seconde
        await _tik(klok)
    assert (await _open(hier), await _open(daar)) == (["onbekend"], [])
    assert mis("alarm") - voor == 7, "at 0, 1, 3, 7, 15, 31 and 63 seconds; then every minute"
    assert caplog.text.count("wekker row") == 1


async def test_where_looking_for_what_is_due_fails_each_wijk_looks_for_itself(
    twee: tuple[Omgeving, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuk(*_: Any, **__: Any) -> None:
        raise LookupError

    monkeypatch.setattr(uurwerk, "waar_iets_moet", stuk)
    monkeypatch.setattr(uurwerk, "beeindig_leases", stuk)
    for een in twee:
        await een.database.write(een.wijk, _sluit_nu, een.wijk)
    voor = mis("tick")
    await _tik(Uurwerk(twee, _niets))
    assert [await _open(een) for een in twee] == [[], []]
    assert mis("tick") - voor == 2


async def test_what_is_due_waits_for_one_piece_of_what_clears_away_and_for_no_other_tick(
    twee: tuple[Omgeving, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The piece that is under way when the alarm comes due lasts; all later ones come behind the alarm."""
    hier, begonnen, door, daarna = twee[0], asyncio.Event(), asyncio.Event(), list[list[str]]()
    schrijf = hier.database.write

    async def traag(wijk: Any, functie: Any, *args: Any, **kwargs: Any) -> Any:
        if functie.__name__ == "<lambda>":
            if not begonnen.is_set():
                begonnen.set()
                await door.wait()
            else:
                daarna.append(await _open(hier))
        return await schrijf(wijk, functie, *args, **kwargs)

    await schrijf(hier.wijk, _sluit_nu, hier.wijk)
    monkeypatch.setattr(hier.database, "write", traag)
    klok = Uurwerk(twee, _niets)
    ruimt = asyncio.create_task(klok._elk_uur(hier))
    await begonnen.wait()
    await klok.tik()
    await klok.tik()
    door.set()
    await asyncio.gather(ruimt, *klok._bezig.values())
    assert len(daarna) == 9
    assert daarna[0] == []


async def test_what_cannot_be_cleared_away_keeps_no_other_piece_and_no_other_wijk_waiting(
    twee: tuple[Omgeving, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    gedaan: list[tuple[str, int]] = []

    def stuk(tx: Connection, wijk: int, *_: Any, **__: Any) -> dict[str, int]:
        gedaan.append(("term", wijk))
        if wijk == twee[0].wijk:
            raise LookupError
        return {}

    def einde(tx: Connection, wijk: int, *_: Any, **__: Any) -> dict[str, int]:
        gedaan.append(("end", wijk))
        return {}

    async def resten() -> None:
        gedaan.append(("traces", 0))

    async def stil(*_: Any) -> None:
        raise LookupError

    monkeypatch.setattr(bewaren, "ruim_op", stuk)
    monkeypatch.setattr(bewaren, "na_afsluiting", einde)
    monkeypatch.setattr(opruimen, "stille_wijken", stil)
    monkeypatch.setattr(twee[0].database, "wis_resten", resten)
    voor = mis("clearing")
    await Uurwerk(twee, _niets).elke_nacht()
    alle = [(wat, een.wijk) for een in twee for wat in ("term", "end")]
    assert gedaan == [*alle, ("traces", 0)]
    assert mis("clearing") - voor == 2


async def test_a_menu_that_cannot_be_made_does_not_hold_up_those_behind_it(
    twee: tuple[Omgeving, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    database, gezet = twee[0].database, list[int]()

    class Bot:
        async def set_my_commands(self, _: Any, *, scope: Any) -> None:
            if not gezet:
                gezet.append(0)
                raise LookupError
            gezet.append(scope.chat_id)

    def begin(tx: Connection) -> None:
        for een in twee:
            een_rol(tx, een.wijk, BEGELEIDER, str(1000 + een.wijk))
            _menu(tx, een.wijk)

    await database.write(0, begin)
    bot: Any = Bot()
    await Menuzetter(database, [een.wijk for een in twee], "telegram", bot, kan=()).ronde()
    assert gezet == [0, 1002]


async def test_where_messages_of_a_group_cannot_be_begun_the_other_wijken_get_theirs(
    twee: tuple[Omgeving, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    begonnen: list[int] = []

    def begin(tx: Connection, wijk: int, kanaal: str, now: datetime) -> None:
        begonnen.append(wijk)
        if wijk == twee[0].wijk:
            raise LookupError

    monkeypatch.setattr(peilingkaart, "ontbreekt", lambda *_: {een.wijk for een in twee})
    monkeypatch.setattr(peilingkaart, "begin", begin)
    alle, geen = {een.wijk: await toon(een.wijk, "1", "nl") for een in twee}, object()
    wat: Any = (twee[0].database, "telegram", peilingkaart, geen, alle, Klok(), 1.0, ZONE, Verzending())
    kaarten = Peilingkaarten(*wat)
    await kaarten.ronde()
    await kaarten.ronde()
    assert begonnen == [twee[0].wijk, twee[1].wijk, twee[1].wijk], "where it failed it waits a while"


async def _niets() -> None: ...

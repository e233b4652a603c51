"""The bot is killed at random moments, and nothing that was answered is lost (rules 1 to 3 of the design).

Each run prints its seed; GEHOORD_ZAAD=… plays it again, as far as processes allow.
"""

import asyncio
import os
import random
import re
import secrets
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from bot.demo.hoofdstukken.peilen import OPTIES, WELKE_AVOND, WELKE_WARMTE
from bot.demo.hoofdstukken.samenkomen import CAFE, WANDELING
from bot.demo.telefoon import Bericht, Telefoon, tekst_van
from bot.demo.verhaal import controleer, speel
from bot.demo.verteller import Wereld
from bot.services.stand import bereken_stand
from bot.storage import open_database
from bot.voorbeeldbuurt import BEWONERS, Rol
from tests.e2e.harnas import Opstelling, Slag, lees, punten, stel_op, tel_slagen, voorbijgangers

GEDULD = 45.0
SALVO = 40
EINDTELLINGEN = {
    "bewoners": "SELECT h.straat, h.huisnummer, count(*) FROM bewoner b JOIN huishouden h ON h.id = b.huishouden "
    "GROUP BY h.id ORDER BY h.id",
    "werkgroepen": "SELECT w.naam, count(l.bewoner) FROM werkgroep w LEFT JOIN werkgroeplid l ON l.werkgroep = w.id "
    "GROUP BY w.id ORDER BY w.naam",
    "aanmeldingen": "SELECT b.titel, a.antwoord, count(*) FROM aanmelding a JOIN bijeenkomst b ON b.id = a.bijeenkomst "
    "GROUP BY b.titel, a.antwoord ORDER BY b.titel, a.antwoord",
    "stemmen": "SELECT p.vraag, o.tekst, count(s.sleutel) FROM peiling_optie o JOIN peiling p ON p.id = o.peiling "
    "LEFT JOIN stembiljet s ON s.peiling = p.id AND s.inhoud = '[' || o.volgorde || ']' "
    "GROUP BY o.id ORDER BY p.id, o.volgorde",
    "koppelingen": "SELECT count(*) FROM stemkoppeling",
    "bewijs": "SELECT soort, count(*) FROM bewijs_prive GROUP BY soort ORDER BY soort",
    "bladen": "SELECT count(*) FROM bewijs",
    # How often someone is asked something about themselves depends on the hours at which the bot was up when the demo's
    # clock leapt on: a bot that only stalls for a second, and is never killed, asks two times instead of three.
    "wekkers": "SELECT soort, gedaan_op IS NOT NULL, count(*) FROM wekker WHERE soort <> 'kennismaking' "
    "GROUP BY 1, 2 ORDER BY 1, 2",
    "kennismaking": "SELECT count(*), count(DISTINCT onderwerp) FROM wekker "
    "WHERE soort = 'kennismaking' AND gedaan_op IS NULL",
    "bewaard": "SELECT count(*) FROM bewaard",
}
_BEWIJS = """
SELECT a.extern_id, coalesce(p.vraag, b.titel) FROM bewijs_prive e
JOIN account a ON a.bewoner = e.bewoner
LEFT JOIN peiling p ON p.publiek_id = e.onderwerp LEFT JOIN bijeenkomst b ON b.publiek_id = e.onderwerp
"""


@pytest.fixture
def toeval() -> random.Random:
    zaad = os.environ.get("GEHOORD_ZAAD") or secrets.token_hex(4)
    print(f"\nGEHOORD_ZAAD={zaad}")
    return random.Random(zaad)


@dataclass(frozen=True)
class Gezien:
    """What people saw confirmed on their phones: their last vote per question, and the doors that welcomed them."""

    stemmen: dict[tuple[str, str], str]
    deuren: set[tuple[str, str]]


@dataclass(frozen=True)
class Afloop:
    """How a story ended."""

    updates: int
    seconden: float
    slagen: Sequence[Slag]
    stand: dict[str, Any]
    tellingen: dict[str, list[tuple[Any, ...]]]
    gezien: Gezien
    bewijs: list[tuple[str, str]]
    inbox: dict[str, int]
    outbox: dict[str, int]
    anders: list[tuple[Any, ...]]
    """What did not end as sent: id, kind, how, why."""
    herinneringen: dict[str, tuple[int, int, int]]
    fouten: list[str]


@pytest.mark.zwaar
async def test_vijftig_keer_sterven_en_het_verhaal_eindigt_gelijk(tmp_path: Path, toeval: random.Random) -> None:
    """The story with 50 kills spread over it ends with the same counts as the story without."""
    gaaf = await _verhaal(tmp_path / "gaaf")
    gedood = await _verhaal(tmp_path / "gedood", punten(toeval, 50, gaaf.updates), toeval)
    _vertel(gaaf, gedood)

    assert len(gedood.slagen) == 50
    assert gedood.updates == gaaf.updates
    for afloop in (gaaf, gedood):
        controleer(afloop.stand)
        assert afloop.inbox == {"klaar": afloop.updates}
        assert set(afloop.outbox) <= {"verzonden", "onzeker"}, afloop.anders
        assert not afloop.fouten
        _klopt_met_telefoons(afloop)
        for wie, (zeker, onzeker, gekomen) in afloop.herinneringen.items():
            assert zeker <= gekomen <= zeker + onzeker, f"reminders of {wie}: what is uncertain is not sent again"
    assert set(gaaf.outbox) == {"verzonden"}
    assert gedood.tellingen == gaaf.tellingen


@pytest.mark.zwaar
async def test_een_gewone_lus_verliest_en_wij_niet(tmp_path: Path, toeval: random.Random) -> None:
    """In the same harness a stock python-telegram-bot loses messages that people sent; our bot loses none."""
    gewoon = await _bestook(tmp_path / "stock", "stock", toeval, berichten=1000, keren=25)
    wij = await _bestook(tmp_path / "gehoord", "gehoord", toeval, berichten=1000, keren=25)
    for naam, uit in (("stock python-telegram-bot", gewoon), ("Gehoord", wij)):
        print(
            f"{naam}: 1000 messages, {len(uit.slagen)} kills, never counted {1000 - uit.geteld}, "
            f"never answered {1000 - uit.beantwoord}, {uit.seconden:.0f} s"
        )
    assert wij.geteld == wij.beantwoord == 1000
    assert gewoon.geteld < 1000


async def test_wie_binnenkomt_terwijl_de_bot_sterft_is_binnen(
    sjabloon: Path, tmp_path: Path, toeval: random.Random
) -> None:
    """Ten residents join at once while the bot is killed three times: each has one seat, and no update is left."""
    async with stel_op(tmp_path / "kort", sjabloon=sjabloon) as opstelling:
        jager = asyncio.create_task(opstelling.jaag(punten(toeval, 3, 3 * len(BEWONERS)), toeval))
        async with aiohttp.ClientSession() as session:
            await asyncio.gather(*(_kom_binnen(opstelling, session, wie) for wie in BEWONERS))
        await asyncio.wait_for(jager, GEDULD)
        await opstelling.kom_tot_rust()
        zetels = lees(
            opstelling.database, "SELECT a.extern_id, count(b.id) FROM account a JOIN bewoner b GROUP BY a.id"
        )
        adressen = lees(opstelling.database, EINDTELLINGEN["bewoners"])
        assert lees(opstelling.database, "SELECT staat, count(*) FROM inbox GROUP BY staat") == [("klaar", 30)]
        assert not opstelling.fouten()
        assert await opstelling.bot.stop() == 0
    assert len(opstelling.slagen) == 3
    assert sum(aantal for *_, aantal in adressen) == len(zetels) == len(BEWONERS)


async def test_een_bot_kent_vanaf_zijn_start_de_klok_van_de_demo(sjabloon: Path, tmp_path: Path) -> None:
    """A question that waited while the bot was down is answered at the time that people see, not at the system's."""
    async with (
        stel_op(tmp_path / "klok", agenda=True, sjabloon=sjabloon) as opstelling,
        aiohttp.ClientSession() as session,
    ):
        noor = Telefoon(session, opstelling.basis, Rol(9001, "Noor"), GEDULD)
        await opstelling.bot.dood()
        async with session.post(f"{opstelling.basis}/chat/api/klok", json={"seconden": 15 * 86400}) as antwoord:
            antwoord.raise_for_status()
        await noor.typ("/peilingen")
        await opstelling.start_reserve(nog_een=False)
        lijst = await noor.wacht(lambda b: "reply_markup" in b, "de peilingen")
    knop = lijst["reply_markup"]["inline_keyboard"][0][0]["text"]
    assert knop.startswith("Uitslag"), f"the poll closed a day ago: {knop}"


async def _verhaal(map_: Path, wanneer: Sequence[int] = (), toeval: random.Random | None = None) -> Afloop:
    begin = time.monotonic()
    async with stel_op(map_) as opstelling:
        jager = asyncio.create_task(opstelling.jaag(wanneer, toeval or random.Random()))
        wereld = Wereld(opstelling.basis, opstelling.codes, streng=False, zeg=lambda *_: None, geduld=GEDULD)
        verhaal = asyncio.create_task(speel(wereld))
        klaar, _ = await asyncio.wait([verhaal, jager], return_when=asyncio.FIRST_EXCEPTION, timeout=400)
        for taak in klaar:
            taak.result()
        assert len(klaar) == 2, f"after 400 s: {len(opstelling.slagen)} kills, {opstelling.updates()} updates"
        seconden = time.monotonic() - begin
        await opstelling.kom_tot_rust()
        afloop = Afloop(
            updates=opstelling.updates(),
            seconden=seconden,
            slagen=opstelling.slagen,
            stand=await _stand(opstelling),
            tellingen={wat: lees(opstelling.database, sql) for wat, sql in EINDTELLINGEN.items()},
            gezien=await _gezien(opstelling),
            bewijs=lees(opstelling.database, _BEWIJS),
            inbox=dict(lees(opstelling.database, "SELECT staat, count(*) FROM inbox GROUP BY staat")),
            outbox=dict(lees(opstelling.database, "SELECT staat, count(*) FROM outbox GROUP BY staat")),
            anders=lees(opstelling.database, "SELECT id, soort, staat, reden FROM outbox WHERE staat != 'verzonden'"),
            herinneringen=_herinneringen(opstelling),
            fouten=opstelling.fouten(),
        )
        _verzonden_is_aangekomen(opstelling)
        assert await opstelling.bot.stop() == 0
    return afloop


@dataclass(frozen=True)
class Geteld:
    """How many messages a bot counted and how many people it answered, of those who each sent one."""

    geteld: int
    beantwoord: int
    slagen: Sequence[Slag]
    seconden: float


async def _bestook(map_: Path, soort: str, toeval: random.Random, *, berichten: int, keren: int) -> Geteld:
    """Let passers-by send a numbered message each, in volleys, while the bot is killed in the middle of them."""
    begin = time.monotonic()
    async with stel_op(map_, soort) as opstelling, aiohttp.ClientSession() as session:
        momenten = punten(toeval, keren, berichten)
        jager = asyncio.create_task(opstelling.jaag(momenten, toeval))
        telefoons = [Telefoon(session, opstelling.basis, Rol(wie.id, wie.naam)) for wie in voorbijgangers()[:berichten]]
        for eerste in range(0, berichten, SALVO):
            if toeval.random() < 0.5:  # a bot that is still starting has confirmed nothing and loses nothing
                await opstelling.bot.op()
            salvo = enumerate(telefoons[eerste : eerste + SALVO], eerste)
            await asyncio.gather(*(wie.typ(f"bericht {nummer}") for nummer, wie in salvo))
            async with asyncio.timeout(GEDULD):  # each kill belongs to the volley that it was drawn in
                while len(opstelling.slagen) < sum(moment <= opstelling.updates() for moment in momenten):  # noqa: ASYNC110 (a file again)
                    await asyncio.sleep(0.01)
            await asyncio.sleep(0.5 * toeval.random())
        await asyncio.wait_for(jager, GEDULD)
        geteld = await _tel_uit(opstelling)
        gesprekken = await asyncio.gather(*(wie.berichten() for wie in telefoons))
    return Geteld(geteld, sum(map(bool, gesprekken)), opstelling.slagen, time.monotonic() - begin)


async def _tel_uit(opstelling: Opstelling) -> int:
    """Return how many messages were counted, once the bot has done all that it is going to do."""
    if opstelling.soort == "gehoord":
        await opstelling.kom_tot_rust()
        return int(lees(opstelling.database, "SELECT count(*) FROM inbox WHERE staat = 'klaar'")[0][0])
    bestand = opstelling.map_ / "geteld.txt"
    async with asyncio.timeout(GEDULD):
        await opstelling.bot.op()
        vorige = -1
        while opstelling.wachtrij() or vorige != bestand.stat().st_size:
            vorige = bestand.stat().st_size
            await asyncio.sleep(3)
    return len(set(bestand.read_text().splitlines()))


async def _kom_binnen(opstelling: Opstelling, session: aiohttp.ClientSession, wie: Rol) -> None:
    engels = wie.taal == "en"
    telefoon = Telefoon(session, opstelling.basis, wie, GEDULD)
    taal = await telefoon.vraag(f"/start {opstelling.codes[wie.adres or 0]}", "Which language")
    vraag = await telefoon.druk(taal, "English" if engels else "Nederlands", "Will you" if engels else "Doet u mee?")
    await telefoon.druk(vraag, "Yes" if engels else "Ja, ik doe mee", "Welcome" if engels else "Welkom")


async def _stand(opstelling: Opstelling) -> dict[str, Any]:
    database = await open_database(f"sqlite:///{opstelling.database}")
    try:
        return (await database.read(bereken_stand, 1)).als_json()
    finally:
        await database.close()


async def _gezien(opstelling: Opstelling) -> Gezien:
    stemmen: dict[tuple[str, str], str] = {}
    deuren: set[tuple[str, str]] = set()
    async with aiohttp.ClientSession() as session:
        for wie in BEWONERS:
            berichten = await Telefoon(session, opstelling.basis, wie).berichten()
            for tekst in map(tekst_van, sorted(berichten, key=_nummer)):
                if stem := re.search(r"(?:Uw stem|Your vote): (.+)", tekst):
                    vraag = WELKE_AVOND if WELKE_AVOND in tekst else WELKE_WARMTE
                    stemmen[str(wie.id), vraag] = stem[1]
                if welkom := re.match(r"(?:Welkom bij|Welcome to) (.+)! ", tekst):
                    deuren.add((str(wie.id), welkom[1]))
    return Gezien(stemmen, deuren)


def _nummer(bericht: Bericht) -> int:
    return int(bericht["message_id"])


def _klopt_met_telefoons(afloop: Afloop) -> None:
    """Compare what people saw with evidence and ballots: nothing they saw is lost, and nothing is there twice."""
    gezien = afloop.gezien
    assert len(gezien.stemmen) == 2 * len(BEWONERS)
    assert {titel for _, titel in gezien.deuren} == {CAFE, WANDELING}
    assert Counter(afloop.bewijs) == Counter(gezien.stemmen.keys() | gezien.deuren), "evidence, once each"
    in_de_bus = {(vraag, optie): aantal for vraag, optie, aantal in afloop.tellingen["stemmen"] if aantal}
    assert in_de_bus == Counter((vraag, optie) for (_, vraag), optie in gezien.stemmen.items())
    assert [aantal for vraag, _, aantal in afloop.tellingen["stemmen"] if vraag == WELKE_WARMTE] == [5, 4, 1]


def _verzonden_is_aangekomen(opstelling: Opstelling) -> None:
    """Each outbox row that says so is a message in the chat, and no message serves two rows."""
    verzonden = lees(
        opstelling.database,
        "SELECT CAST(a.extern_id AS INTEGER), o.bericht_id FROM outbox o JOIN account a ON a.id = o.account "
        "WHERE o.staat = 'verzonden'",
    )
    assert len(set(verzonden)) == len(verzonden)
    assert set(verzonden) <= set(lees(opstelling.chat, "SELECT chat, message_id FROM bericht WHERE van_bot"))


def _herinneringen(opstelling: Opstelling) -> dict[str, tuple[int, int, int]]:
    """Return per person how many reminders were sent for sure, how many are uncertain, and how many came."""
    geschreven = lees(
        opstelling.database,
        "SELECT a.extern_id, sum(o.staat = 'verzonden'), sum(o.staat = 'onzeker') FROM outbox o "
        "JOIN account a ON a.id = o.account WHERE o.soort = 'bijeenkomst.herinnering' GROUP BY a.id",
    )
    gekomen = "SELECT count(*) FROM bericht WHERE van_bot AND chat = ? AND (inhoud LIKE ? OR inhoud LIKE ?)"
    delen = ("%Weet u het nog?%", "%Do you remember?%")
    return {
        wie: (zeker, onzeker, lees(opstelling.chat, gekomen, int(wie), *delen)[0][0])
        for wie, zeker, onzeker in geschreven
    }


def _vertel(gaaf: Afloop, gedood: Afloop) -> None:
    raak = tel_slagen(gedood.slagen)
    anders = [f"{nr} {soort} {staat} ({reden})" for nr, soort, staat, reden in gedood.anders]
    drempels = "; ".join(
        f"{d['soort']} {d['verdict']} {d['teller']}/{d['noemer']}, nog {d['nodig']}" for d in gedood.stand["drempels"]
    )
    print(
        f"The story of {gaaf.updates} updates: without a kill {gaaf.seconden:.0f} s; with {len(gedood.slagen)} "
        f"SIGKILLs {gedood.seconden:.0f} s, at updates {', '.join(str(slag.update) for slag in gedood.slagen)}\n"
        f"Kills with something unfinished: {raak['iets']} (inbox ontvangen {raak['inbox ontvangen']}, verwerkt "
        f"{raak['inbox verwerkt']}; outbox bezig {raak['outbox bezig']}, wachtend {raak['outbox wachtend']}); "
        f"while the bot was still starting: {raak['in start']}\n"
        f"End: {drempels}\n"
        f"Decision {OPTIES}: {[n for v, _, n in gedood.tellingen['stemmen'] if v == WELKE_WARMTE]}; votes and "
        f"check-ins seen confirmed: {len(gedood.gezien.stemmen)} and {len(gedood.gezien.deuren)}, in evidence "
        f"{len(gedood.bewijs)}\n"
        f"Inbox: {gedood.inbox}; outbox: {gedood.outbox}\n"
        f"Not sent, {len(anders)}: {', '.join(anders)}"
    )

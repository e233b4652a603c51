"""What the benchmark of votes starts from, and what must be in the database at its end."""

import random
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack, closing
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from berichten import Bericht, Boodschap, Toon, render, vertaal
from bot import werk
from bot.config import Opslag, Settings, Telegram, Verzending, Wijk
from bot.rules.peilingen import METHODEN, Opzet
from bot.rules.peilingvorm import scherm_als_data
from bot.rules.selectie import Selectie
from bot.services import stemmen as stemmen_service
from bot.services import uitzending
from bot.storage import peilingen, tables
from bot.storage.schema import migrate
from handlers.verwerking import Omgeving
from tests.bench._opgave import BOT, EERSTE_UPDATE, MAKER, TOKEN, Opgave
from tests.builders import een_account, een_bewoner, een_publiek_id, handeling

VRAAG = "Welke warmte past het best bij onze buurt?"
OPTIES = ("Een warmtenet", "Elk huis een warmtepomp", "Ik weet het nog niet")
EERSTE_CHAT = 7_000_000
OPZET = Opzet(OPTIES, {"max_keuzes": 1})


def maak_settings(bestand: Path, adres: str, *, ongeremd: bool = False) -> Settings:
    """Return the usual settings, without quiet hours: the bench runs at any hour.

    Args:
        ongeremd: at a pace out of reach, for a server without limits.
    """
    verzending = Verzending(stil_van=time(0), stil_tot=time(0))
    if ongeremd:
        verzending = replace(verzending, per_seconde=100_000)
    telegram = Telegram(token=TOKEN, botlink="https://t.me/GehoordBot", api_url=adres)
    bestanden = {"tijdvak_bestand": f"{bestand}.tijdvak", "sleutel_bestand": f"{bestand}.sleutel"}
    opslag = Opslag(f"sqlite:///{bestand}", **bestanden)
    return Settings(wijk=Wijk("Vogelbuurt"), opslag=opslag, telegram=telegram, verzending=verzending)


async def bereid_voor(bestand: Path, stemmen: int, bewoners: int, *, om_en_om_getypt: bool = False) -> Opgave:
    """Make a database of residents who joined and a poll about the decision, and the taps of their votes.

    Everyone taps about equally often, in random order: the first tap is a vote, the later ones change it.

    Args:
        om_en_om_getypt: instead of every second tap someone types a word.
    """
    settings = maak_settings(bestand, "http://127.0.0.1:1")
    migrate(settings.opslag.database)
    async with AsyncExitStack() as stapel:
        omgeving = await werk.maak_omgeving(stapel, settings, b"")
        opties, uitnodiging = await omgeving.database.write(omgeving.wijk, vul, omgeving.wijk, bewoners)
        toon = Toon(vertaal("nl"), omgeving.zone, settings.telegram.botlink)
    toeval = random.Random(20270201)
    chats = [EERSTE_CHAT + n % bewoners for n in range(stemmen)]
    toeval.shuffle(chats)
    scherm = scherm_van(render(uitnodiging, toon))
    updates = [tik(EERSTE_UPDATE + n, chat, toeval.choice(opties), scherm) for n, chat in enumerate(chats)]
    if om_en_om_getypt:
        updates[1::2] = [_getypt(u["update_id"], u["callback_query"]["from"]) for u in updates[1::2]]
    schermen = {}
    for nummer, optie in enumerate(opties):
        zo = scherm_als_data(METHODEN["keuze"].scherm(OPZET, f"[{nummer}]", range(len(OPTIES))))
        schermen[f"st:{optie}"] = scherm_van(render(Boodschap("peiling.open", uitnodiging.data | {"scherm": zo}), toon))
    return Opgave(updates, schermen, toon.t.plat("peiling.gestemd"))


def fouten(bestand: Path, opgave: Opgave, stemmen: int) -> list[str]:
    """Return what is not as it must be after the first so many taps: ballots, evidence, inbox."""
    laatste = {u["callback_query"]["from"]["id"]: u["callback_query"]["data"][3:] for u in opgave.updates[:stemmen]}
    with closing(sqlite3.connect(bestand)) as db:
        return afwijkingen(lambda vraag: db.execute(vraag).fetchall(), laatste, stemmen)


def afwijkingen(lees: Callable[[str], list[Any]], laatste: Mapping[int, str], stemmen: int) -> list[str]:
    """Return what is not as it must be in a database.

    Args:
        lees: gives the rows of a query.
        laatste: what each resident chose last.
    """
    gevonden = []

    def moet(wat: str, vraag: str, verwacht: object) -> None:
        if (is_nu := lees(vraag)) != verwacht:
            gevonden.append(f"{wat}: {str(is_nu)[:200]}, not {str(verwacht)[:200]}")

    moet(
        "last choice of each resident",
        "SELECT CAST(a.extern_id AS BIGINT), p.publiek_id || ':' || o.volgorde FROM stemkoppeling k "
        "JOIN stembiljet s ON s.sleutel = k.stembiljet JOIN peiling_optie o ON s.inhoud = '[' || o.volgorde || ']' "
        "JOIN peiling p ON p.id = k.peiling "
        "JOIN account a ON a.bewoner = k.bewoner ORDER BY 1",
        sorted(laatste.items()),
    )
    moet("ballots", "SELECT count(*) FROM stembiljet", [(len(laatste),)])
    moet("leaves", "SELECT count(*) FROM bewijs", [(len(laatste),)])
    moet(
        "evidence of each resident",
        "SELECT CAST(a.extern_id AS BIGINT), p.soort FROM bewijs b JOIN bewijs_prive p ON p.bewijs = b.id "
        "JOIN account a ON a.bewoner = p.bewoner ORDER BY 1",
        [(chat, "stem_besluit") for chat in sorted(laatste)],
    )
    moet(
        "inbox",
        "SELECT staat, count(*), count(inhoud), count(antwoord) FROM inbox GROUP BY staat",
        [("klaar", stemmen, 0, 0)],
    )
    return gevonden


async def zend_uit(omgeving: Omgeving, opgave: Opgave) -> None:
    """Write a message to the whole wijk, as who writes one confirms it; the tick does the rest."""
    await omgeving.database.write(omgeving.wijk, _plaats, omgeving, opgave)


def _plaats(tx: Connection, omgeving: Omgeving, opgave: Opgave) -> None:
    zo = replace(handeling(omgeving.wijk, MAKER, now=omgeving.clock.now()), verzending=omgeving.settings.verzending)
    deel = {"soort": "tekst", "html": opgave.uitzending, "file_id": None, "naam": None, "plek": None}
    van = {"rol": "buurtbegeleider", "bereik": "", "naam": None}
    inhoud = {"van": van, "talen": {"nl": deel}, "eigen_taal": "nl", "hulp": True}
    maker = tx.execute(select(tables.account.c.id).where(tables.account.c.extern_id == MAKER)).scalar_one()
    uitzending.plaats(tx, zo, maker, inhoud=inhoud, selectie=Selectie(), moment=None, aantal=len(opgave.chats))


def vul(tx: Connection, wijk: int, bewoners: int) -> tuple[list[str], Boodschap]:
    maker = een_account(tx, MAKER)
    for n in range(bewoners):
        een_account(tx, str(EERSTE_CHAT + n), bewoner=een_bewoner(tx, wijk))
    opties = [(een_publiek_id(), tekst) for tekst in OPTIES]
    sluit_op = datetime.now(UTC).replace(microsecond=0) + timedelta(days=14)
    velden = {
        "publiek_id": een_publiek_id(),
        "vraag": VRAAG,
        "over_besluit": True,
        "instellingen": {"max_keuzes": 1},
        "sluit_op": sluit_op,
    }
    nieuw = peilingen.voeg_toe(tx, wijk, opties, gemaakt_door=maker, **velden)
    gemaakt = peilingen.zoek(tx, wijk, id=nieuw)
    assert gemaakt is not None
    return [f"{gemaakt.publiek_id}:{nummer}" for nummer in range(len(opties))], stemmen_service.uitnodiging(tx, gemaakt)


def scherm_van(bericht: Bericht) -> dict[str, Any]:
    return {
        "tekst": bericht.tekst,
        "knoppen": [[{"text": k.tekst, "callback_data": k.data} for k in rij] for rij in bericht.knoppen],
    }


def tik(update_id: int, chat: int, optie: str, scherm: dict[str, Any]) -> dict[str, Any]:
    persoon = {"id": chat, "first_name": "Merel", "last_name": "de Vries", "username": f"merel{chat}"}
    bericht = {
        "message_id": 1000 + chat % 1000,
        "from": BOT,
        "chat": {**persoon, "type": "private"},
        "date": 1801500000,
        "text": scherm["tekst"].replace("<b>", "").replace("</b>", ""),
        "entities": [{"type": "bold", "offset": 0, "length": len(VRAAG)}],
        "reply_markup": {"inline_keyboard": scherm["knoppen"]},
    }
    tik = {
        "id": str(3_000_000_000_000_000_000 + update_id),
        "from": {**persoon, "is_bot": False, "language_code": "nl"},
        "message": bericht,
        "chat_instance": str(-8_000_000_000_000_000 - chat),
        "data": f"st:{optie}",
    }
    return {"update_id": update_id, "callback_query": tik}


def _getypt(update_id: int, persoon: dict[str, Any]) -> dict[str, Any]:
    chat = {naam: persoon[naam] for naam in ("id", "first_name", "last_name", "username")}
    bericht = {"message_id": 5000, "from": persoon, "chat": {**chat, "type": "private"}, "date": 1801500000}
    return {"update_id": update_id, "message": {**bericht, "text": "hoi"}}

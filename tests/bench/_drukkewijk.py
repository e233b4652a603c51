"""A wijk on the eve of its busiest day: its residents, its team, its meetings and who said to come to those."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, insert, select, update

from bot.config import Opslag, Rollen, Settings, Telegram, Verzending, Wijk
from bot.rules.toestemming import VERSIE
from bot.services import plannen, vraagindex
from bot.services.handeling import BEGELEIDER, Handeling, eis_rol
from bot.storage import aanmeldingen, tables
from bot.storage.aanmeldingen import Aanmelding
from tests.bench._opgave import TOKEN
from tests.builders import een_account, een_huishouden, een_publiek_id, handeling
from tests.vraagbaak import vragen

NOOR, IBRAHIM = 9001, 9002
EERSTE_CHAT = 7_000_000
NIEUW_CHAT = 9_000_000
TALEN = ("nl", "nl", "nl", "nl", "nl", "nl", "tr", "ar", "pl", "en", "uk", "de")
VANAVOND, MORGEN, VOLGENDE_WEEK = "Avond over warmte", "Koffie in de straat", "Grote wijkavond"
AANKONDIGING = "Rondgang langs de huizen"
KOMT = {VANAVOND: 0.01, MORGEN: 0.1, VOLGENDE_WEEK: 0.1}
"""Which part of the residents said to come to each meeting."""


def maak_settings(map_: Path, adres: str) -> Settings:
    """Return the usual settings, but that residents may hear more in a week: what is held back would be no load."""
    opslag = Opslag(
        database=f"sqlite:///{map_ / 'gehoord.db'}",
        tijdvak_bestand=str(map_ / "tijdvak.txt"),
        sleutel_bestand=str(map_ / "sleutel.txt"),
    )
    rollen = Rollen((f"telegram:{IBRAHIM}",), (f"telegram:{IBRAHIM}",), (f"telegram:{NOOR}",))
    telegram = Telegram(token=TOKEN, botlink="https://t.me/GehoordBot", api_url=adres)
    verzending = Verzending(per_week=20)
    return Settings(wijk=Wijk("Vogelbuurt"), opslag=opslag, telegram=telegram, verzending=verzending, rollen=rollen)


def doet(settings: Settings, wijk: int, wie: int, now: datetime) -> Handeling:
    """Return what someone of the team does."""
    return replace(handeling(wijk, str(wie), now=now), verzending=settings.verzending)


def vul(tx: Connection, wijk: int, bewoners: int, nieuw: int, now: datetime) -> list[str]:
    """Make the residents, two at an address, and answered questions; return the codes of addresses for who will join.

    Args:
        now: long before the day.
    """
    for wie in (NOOR, IBRAHIM):
        if tx.scalar(select(tables.account.c.id).filter_by(extern_id=str(wie))) is None:
            een_account(tx, str(wie))
    eerste = tx.scalar(select(tables.huishouden.c.id).order_by(tables.huishouden.c.id.desc()).limit(1)) or 0
    huizen = [_huis(wijk, n) for n in range(1, (bewoners + 1) // 2 + 1)]
    tx.execute(insert(tables.huishouden), huizen)
    wonen = [
        {
            "wijk": wijk,
            "publiek_id": een_publiek_id(),
            "huishouden": eerste + 1 + n // 2,
            "stoel": 1 + n % 2,
            "sinds": now,
        }
        for n in range(bewoners)
    ]
    tx.execute(insert(tables.bewoner), wonen)
    begin = tx.scalar(select(tables.bewoner.c.id).order_by(tables.bewoner.c.id).limit(1)) or 0
    ja = {"toestemming_versie": VERSIE, "toestemming_op": now, "kanaal": "telegram"}
    tx.execute(
        insert(tables.account),
        [
            {**ja, "extern_id": str(EERSTE_CHAT + n), "bewoner": begin + n, "taal": TALEN[n % len(TALEN)]}
            for n in range(bewoners)
        ],
    )
    _vraagbaak(tx, wijk, now)
    return [
        een_huishouden(tx, wijk, straat="Nieuwe weg", huisnummer=n, volwassenen=2).code for n in range(1, nieuw + 1)
    ]


def _huis(wijk: int, n: int) -> dict[str, Any]:
    straat, nummer = divmod(n, 60)
    waar = {"straat": f"Straat {straat}", "huisnummer": nummer + 1, "toevoeging": "", "postcode": "3511AB"}
    return {"wijk": wijk, "publiek_id": een_publiek_id(), "sleutel": f"huis {n}", "volwassenen": 2, **waar}


def _vraagbaak(tx: Connection, wijk: int, now: datetime) -> None:
    maker = tx.scalar(select(tables.account.c.id).filter_by(extern_id=str(NOOR)))
    vast = {"wijk": wijk, "hoe": "later", "aantal": 1, "gemaakt_door": maker, "op": now, "gepubliceerd_op": now}
    rijen = [{**vast, "publiek_id": een_publiek_id(), "vraag": v.vraag, "antwoord": v.antwoord} for v in vragen()[:200]]
    tx.execute(insert(tables.vraagbaak), rijen)
    vraagindex.werk_alles_bij(tx, wijk)


def plan(tx: Connection, settings: Settings, wijk: int, titel: str, begin: datetime, now: datetime) -> str:
    """Let the begeleider plan a meeting with room for questions; return its public id."""
    zo = doet(settings, wijk, NOOR, now)
    data = {"soort": "energiecafe", "titel": titel, "begin": begin.isoformat(), "plaats": "Buurthuis", "vragen": "ja"}
    return str(plannen.FORMULIER.klaar(tx, zo, eis_rol(tx, zo, BEGELEIDER), data).data["id"])


def plan_vooraf(tx: Connection, settings: Settings, wijk: int, begin: dict[str, datetime], now: datetime) -> None:
    """Plan the meetings of which people know, and write down who said to come."""
    wie = list(tx.scalars(select(tables.bewoner.c.id).order_by(tables.bewoner.c.id)))
    for titel, moment in begin.items():
        plan(tx, settings, wijk, titel, moment, now)
        nummer = tx.scalar(select(tables.bijeenkomst.c.id).filter_by(titel=titel)) or 0
        for n in range(round(len(wie) * KOMT[titel])):
            komt = Aanmelding(wie[n * len(wie) // max(1, round(len(wie) * KOMT[titel]))], "ja", plek="in")
            aanmeldingen.bewaar(tx, wijk, nummer, komt)
    zijn_aangekondigd = update(tables.wekker).where(tables.wekker.c.soort == "bijeenkomst_nieuw")
    tx.execute(zijn_aangekondigd.values(gedaan_op=now))

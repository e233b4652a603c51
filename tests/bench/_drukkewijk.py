"""A wijk on the eve of its busiest day: its residents, its team, its meetings and who said to come to those."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

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
VELD = 20_000
"""So many chats of residents each wijk has, where there are more."""
TALEN = ("nl", "nl", "nl", "nl", "nl", "nl", "tr", "ar", "pl", "en", "uk", "de")
VANAVOND, MORGEN, VOLGENDE_WEEK = "Avond over warmte", "Koffie in de straat", "Grote wijkavond"
AANKONDIGING = "Rondgang langs de huizen"
KOMT = {VANAVOND: 0.01, MORGEN: 0.1, VOLGENDE_WEEK: 0.1}
"""Which part of the residents said to come to each meeting."""


@dataclass(frozen=True)
class Buurt:
    """One wijk: its people, and by which words its messages are known.

    Args:
        nr: its place among all.
        alleen: whether it is the only one.
    """

    nr: int = 0
    alleen: bool = True

    @property
    def naam(self) -> str:
        return "Vogelbuurt" if self.alleen else f"Buurt {self.nr:02d}"

    @property
    def noor(self) -> int:
        """The begeleider."""
        return NOOR + 10 * self.nr

    @property
    def ibrahim(self) -> int:
        """The organisator, and beheerder."""
        return IBRAHIM + 10 * self.nr

    @property
    def eerste_chat(self) -> int:
        return EERSTE_CHAT + VELD * self.nr

    @property
    def nieuw_chat(self) -> int:
        """Of who joins, the first chat."""
        return NIEUW_CHAT + VELD * self.nr

    def noem(self, wat: str) -> str:
        """Return a text as this wijk has it: in no other does it stand so."""
        return wat if self.alleen else f"{wat} ({self.naam})"

    def plek(self, chat: int, bewoners: int) -> int:
        """Return the place of a chat among those of this wijk; -1 is the team."""
        if chat >= NIEUW_CHAT:
            return bewoners + chat - self.nieuw_chat
        return chat - self.eerste_chat if chat >= EERSTE_CHAT else -1


def nummer(chat: int, wijken: int) -> int:
    """Return of which wijk a chat is."""
    if wijken == 1:
        return 0
    if chat < EERSTE_CHAT:
        return (chat - NOOR) // 10
    return (chat - (NIEUW_CHAT if chat >= NIEUW_CHAT else EERSTE_CHAT)) // VELD


def maak_settings(map_: Path, adres: str, buurt: Buurt) -> Settings:
    """Return the usual settings, but that residents may hear more in a week: what is held back would be no load."""
    opslag = Opslag(
        database=f"sqlite:///{map_ / 'gehoord.db'}",
        tijdvak_bestand=str(map_ / "tijdvak.txt"),
        sleutel_bestand=str(map_ / "sleutel.txt"),
    )
    ibrahim, noor = f"telegram:{buurt.ibrahim}", f"telegram:{buurt.noor}"
    rollen = Rollen((ibrahim,), (ibrahim,), (noor,))
    telegram = Telegram(token=TOKEN, botlink="https://t.me/GehoordBot", api_url=adres)
    verzending = Verzending(per_week=20)
    sleutel = "" if buurt.alleen else f"buurt-{buurt.nr:02d}"
    van = Settings(wijk=Wijk(buurt.naam), opslag=opslag, telegram=telegram, verzending=verzending, rollen=rollen)
    return replace(van, sleutel=sleutel)


def doet(settings: Settings, wijk: int, wie: int, now: datetime) -> Handeling:
    """Return what someone of the team does."""
    return replace(handeling(wijk, str(wie), now=now), verzending=settings.verzending)


def vul(tx: Connection, wijk: int, buurt: Buurt, bewoners: int, nieuw: int, now: datetime) -> list[str]:
    """Make the residents, two at an address, and answered questions; return the codes of addresses for who will join.

    Args:
        now: long before the day.
    """
    for wie in (buurt.noor, buurt.ibrahim):
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
    begin = tx.scalar(select(func.min(tables.bewoner.c.id)).where(tables.bewoner.c.wijk == wijk)) or 0
    ja = {"toestemming_versie": VERSIE, "toestemming_op": now, "kanaal": "telegram"}
    tx.execute(
        insert(tables.account),
        [
            {**ja, "extern_id": str(buurt.eerste_chat + n), "bewoner": begin + n, "taal": TALEN[n % len(TALEN)]}
            for n in range(bewoners)
        ],
    )
    _vraagbaak(tx, wijk, buurt, now)
    return [
        een_huishouden(tx, wijk, straat="Nieuwe weg", huisnummer=n, volwassenen=2).code for n in range(1, nieuw + 1)
    ]


def _huis(wijk: int, n: int) -> dict[str, Any]:
    straat, nummer = divmod(n, 60)
    waar = {"straat": f"Straat {straat}", "huisnummer": nummer + 1, "toevoeging": "", "postcode": "3511AB"}
    return {"wijk": wijk, "publiek_id": een_publiek_id(), "sleutel": f"huis {n}", "volwassenen": 2, **waar}


def _vraagbaak(tx: Connection, wijk: int, buurt: Buurt, now: datetime) -> None:
    maker = tx.scalar(select(tables.account.c.id).filter_by(extern_id=str(buurt.noor)))
    vast = {"wijk": wijk, "hoe": "later", "aantal": 1, "gemaakt_door": maker, "op": now, "gepubliceerd_op": now}
    rijen = [{**vast, "publiek_id": een_publiek_id(), "vraag": v.vraag, "antwoord": v.antwoord} for v in vragen()[:200]]
    tx.execute(insert(tables.vraagbaak), rijen)
    vraagindex.werk_alles_bij(tx, wijk)


def plan(
    tx: Connection, settings: Settings, wijk: int, buurt: Buurt, titel: str, begin: datetime, now: datetime
) -> str:
    """Let the begeleider plan a meeting with room for questions; return its public id."""
    zo = doet(settings, wijk, buurt.noor, now)
    data = {
        "soort": "energiecafe",
        "titel": buurt.noem(titel),
        "begin": begin.isoformat(),
        "plaats": "Buurthuis",
        "vragen": "ja",
    }
    return str(plannen.FORMULIER.klaar(tx, zo, eis_rol(tx, zo, BEGELEIDER), data).data["id"])


def plan_vooraf(
    tx: Connection, settings: Settings, wijk: int, buurt: Buurt, begin: dict[str, datetime], now: datetime
) -> None:
    """Plan the meetings of which people know, and write down who said to come."""
    hier = tables.bewoner.c.wijk == wijk
    wie = list(tx.scalars(select(tables.bewoner.c.id).where(hier).order_by(tables.bewoner.c.id)))
    for titel, moment in begin.items():
        plan(tx, settings, wijk, buurt, titel, moment, now)
        welke = tx.scalar(select(tables.bijeenkomst.c.id).filter_by(titel=buurt.noem(titel))) or 0
        for n in range(round(len(wie) * KOMT[titel])):
            komt = Aanmelding(wie[n * len(wie) // max(1, round(len(wie) * KOMT[titel]))], "ja", plek="in")
            aanmeldingen.bewaar(tx, wijk, welke, komt)
    zijn_aangekondigd = update(tables.wekker).where(tables.wekker.c.soort == "bijeenkomst_nieuw")
    tx.execute(zijn_aangekondigd.values(gedaan_op=now))

"""What goes out about a meeting when its moment has come, and to whom: the announcement and the reminders."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.momenten import herinneringen
from bot.services.bijeenkomst import als_data
from bot.storage import aanmeldingen, accounts, bijeenkomsten
from bot.storage.bijeenkomsten import Bijeenkomst
from bot.storage.wekkers import Wekker


def zending(
    tx: Connection, wijk: int, wekker: Wekker, now: datetime, zone: ZoneInfo, hoeveel: int
) -> tuple[list[int], Boodschap | None]:
    """Return the next accounts and what they hear; nobody when the moment has lost its sense."""
    bij = bijeenkomsten.zoek(tx, wijk, id=wekker.onderwerp)
    if bij is None or bij.afgelast_op or now >= bij.begin:
        return [], None
    data = {**als_data(bij), "bewoner": True}
    if wekker.soort == "bijeenkomst_nieuw":
        return accounts.bewoners_met_account(tx, wijk, wekker.na_account, hoeveel), Boodschap("bijeenkomst.nieuw", data)
    if not _nog_zinvol(bij, wekker, now, zone):
        return [], None
    komers = aanmeldingen.accounts_van_komers(tx, bij.id, wekker.na_account, hoeveel)
    dagen = (bij.begin.astimezone(zone).date() - now.astimezone(zone).date()).days
    wanneer = {7: "week", 1: "dag"}.get(dagen, "straks")  # by the day on which it goes: it may be late
    return komers, Boodschap("bijeenkomst.herinnering", {**data, "wanneer": wanneer})


def _nog_zinvol(bij: Bijeenkomst, wekker: Wekker, now: datetime, zone: ZoneInfo) -> bool:
    """Say no when the meeting was moved, or when this one comes so late that the next is due: one is enough."""
    vanaf_deze = herinneringen(bij.begin, wekker.moment - timedelta.resolution, zone)
    volgende = [moment for soort, moment in vanaf_deze if soort != wekker.soort]
    return (wekker.soort, wekker.moment) in vanaf_deze and not any(moment <= now for moment in volgende)

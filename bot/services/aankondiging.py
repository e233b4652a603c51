"""What goes out about a meeting when its moment has come, and to whom: announcement, reminders, changes, cancelling."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.momenten import herinneringen
from bot.services.bijeenkomst import als_data
from bot.storage import aanmeldingen, bijeenkomsten, doelgroepen
from bot.storage.bijeenkomsten import Bijeenkomst
from bot.storage.wekkers import Wekker

Zending = tuple[list[int], Boodschap | None]
_NIEMAND: Zending = ([], None)


def zending(tx: Connection, wijk: int, wekker: Wekker, now: datetime, zone: ZoneInfo, hoeveel: int) -> Zending:
    """Return the next accounts and what they hear; nobody when the moment has lost its sense."""
    if wekker.soort.startswith(("bijeenkomst_gewijzigd", "bijeenkomst_afgelast")):
        return _wijziging(tx, wijk, wekker, hoeveel)
    bij = bijeenkomsten.zoek(tx, wijk, id=wekker.onderwerp)
    if bij is None or bij.afgelast_op or now >= bij.begin:
        return _NIEMAND
    data = {**als_data(bij), "bewoner": True}
    if wekker.soort == "bijeenkomst_nieuw":
        data["reeks"] = _reeks(bijeenkomsten.reeks_vanaf(tx, wijk, bij))
        naar = doelgroepen.accounts_van(tx, wijk, bij.voor, wekker.na_account, hoeveel)
        return naar, Boodschap("bijeenkomst.nieuw", data)
    if not _nog_zinvol(bij, wekker, now, zone):
        return _NIEMAND
    komers = aanmeldingen.accounts_van_komers(tx, bij.id, wekker.na_account, hoeveel)
    dagen = (bij.begin.astimezone(zone).date() - now.astimezone(zone).date()).days
    wanneer = {7: "week", 1: "dag"}.get(dagen, "straks")  # by the day on which it goes: it may be late
    return komers, Boodschap("bijeenkomst.herinnering", {**data, "wanneer": wanneer})


def _wijziging(tx: Connection, wijk: int, wekker: Wekker, hoeveel: int) -> Zending:
    wijziging = bijeenkomsten.wijziging(tx, wijk, wekker.onderwerp)
    bij = wijziging and bijeenkomsten.zoek(tx, wijk, id=wijziging.bijeenkomst)
    if not wijziging or not bij:
        return _NIEMAND
    ids = wijziging.data["ids"]
    allen = [een for nummer in ids if (een := bijeenkomsten.zoek(tx, wijk, id=nummer))]
    data = {**als_data(bij), "bewoner": True, "reeks": _reeks(allen)}
    if wekker.soort == "bijeenkomst_gewijzigd":
        if bij.afgelast_op:  # the cancellation says it all
            return _NIEMAND
        naar = aanmeldingen.accounts_van_belangstellenden(tx, ids, wekker.na_account, hoeveel)
        return naar, Boodschap("bijeenkomst.gewijzigd", {**data, "velden": wijziging.data["velden"]})
    if wekker.soort == "bijeenkomst_afgelast":
        naar = aanmeldingen.accounts_van_belangstellenden(tx, ids, wekker.na_account, hoeveel)
    else:  # everyone else whom it was for and who did not say no
        nog_niet = aanmeldingen.antwoordde_niet(ids)
        naar = doelgroepen.accounts_van(tx, wijk, bij.voor, wekker.na_account, hoeveel, nog_niet)
    return naar, Boodschap("bijeenkomst.afgelast", data)


def _reeks(allen: list[Bijeenkomst]) -> list[str]:
    return [een.begin.isoformat() for een in allen] if len(allen) > 1 else []


def _nog_zinvol(bij: Bijeenkomst, wekker: Wekker, now: datetime, zone: ZoneInfo) -> bool:
    """Say no when the meeting was moved, or when this one comes so late that the next is due: one is enough."""
    vanaf_deze = herinneringen(bij.begin, wekker.moment - timedelta.resolution, zone)
    volgende = [moment for soort, moment in vanaf_deze if soort != wekker.soort]
    return (wekker.soort, wekker.moment) in vanaf_deze and not any(moment <= now for moment in volgende)

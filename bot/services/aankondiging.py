"""What goes out about a meeting when its moment has come, and to whom: announcement, reminders, changes, cancelling."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.herinneringen import VAN_BIJEENKOMST, ingehaald
from bot.rules.pacing import Baan
from bot.services.bezorging import NIETS, TE_LAAT, Geval, Lading, Vers
from bot.services.bijeenkomst import als_data, is_link_open, met_punten
from bot.storage import aanmeldingen, bijeenkomsten, doelgroepen, wekkers
from bot.storage.bijeenkomsten import Bijeenkomst


def nieuw(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell everyone whom it is for of a meeting, or of a series as one."""
    bij = _gaat_door(tx, geval)
    if bij is None:
        return NIETS
    if geval.now >= bij.begin:
        return TE_LAAT
    boodschap = _boodschap(bijeenkomsten.reeks_vanaf(tx, geval.wijk, bij))
    naar = doelgroepen.accounts_van(tx, geval.wijk, bij.voor, geval.wekker.na_account, hoeveel)
    return Lading(naar, boodschap, over="bijeenkomsten", niet_na=bij.begin)


def ververs(tx: Connection, wijk: int, publiek_id: str, accounts: Sequence[int], now: datetime) -> Vers | None:
    """Return the announcement of a meeting as it stands now; of a series from the first that is still to come."""
    bij = bijeenkomsten.zoek(tx, wijk, publiek_id=publiek_id)
    komend = [een for een in bijeenkomsten.reeks_vanaf(tx, wijk, bij) if een.begin > now] if bij else []
    if not komend or komend[0].afgelast_op:
        return None
    eerste = komend[0]
    regel = {"wat": "bijeenkomst", "titel": eerste.titel, "op": eerste.begin.isoformat(), "id": eerste.publiek_id}
    weten_het = aanmeldingen.accounts_die_antwoordden(tx, [een.id for een in komend], accounts)
    return Vers(_boodschap(komend), eerste.begin, regel, weten_het)


def herinnering(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Remind who said that they come, or might; once, when the bot was away so long that the next is due too."""
    bij = _gaat_door(tx, geval)
    if bij is None:
        return NIETS
    volgende = wekkers.momenten_na(tx, geval.wijk, VAN_BIJEENKOMST, geval.wekker)
    if geval.now >= bij.begin or ingehaald(volgende, geval.gaat_op):
        return TE_LAAT
    komers = aanmeldingen.accounts_van_komers(tx, bij.id, geval.wekker.na_account, hoeveel)
    dagen = (bij.begin.astimezone(geval.zone).date() - geval.gaat_op.astimezone(geval.zone).date()).days
    wanneer = {7: "week", 1: "dag"}.get(dagen, "straks")  # by the day on which it goes: it may be late
    data = {**met_punten(tx, bij), "bewoner": True, "wanneer": wanneer, "kan_vragen": bij.ruimte_voor_vragen}
    if is_link_open(bij, geval.gaat_op):
        data["link"] = bij.link
    return Lading(komers, Boodschap("bijeenkomst.herinnering", data), Baan.HERINNERING, niet_na=bij.begin)


def gewijzigd(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell who comes, or thinks about it, what changed."""
    gevonden = _wijziging(tx, geval)
    if gevonden is None or gevonden.bij.afgelast_op:  # the cancellation says it all
        return NIETS
    naar = aanmeldingen.accounts_van_belangstellenden(tx, gevonden.ids, geval.wekker.na_account, hoeveel)
    data = {**gevonden.data, "velden": gevonden.velden}
    return Lading(naar, Boodschap("bijeenkomst.gewijzigd", data), Baan.DRINGEND)


def afgelast(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell who comes, or thinks about it, that it does not go on."""
    gevonden = _wijziging(tx, geval)
    if gevonden is None:
        return NIETS
    naar = aanmeldingen.accounts_van_belangstellenden(tx, gevonden.ids, geval.wekker.na_account, hoeveel)
    return Lading(naar, Boodschap("bijeenkomst.afgelast", gevonden.data), Baan.DRINGEND)


def afgelast_rest(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell everyone else whom it was for and who did not say no."""
    gevonden = _wijziging(tx, geval)
    if gevonden is None:
        return NIETS
    nog_niet = aanmeldingen.antwoordde_niet(gevonden.ids)
    naar = doelgroepen.accounts_van(tx, geval.wijk, gevonden.bij.voor, geval.wekker.na_account, hoeveel, nog_niet)
    boodschap = Boodschap("bijeenkomst.afgelast", gevonden.data)
    haast = gevonden.bij.begin - geval.now < timedelta(days=1)  # else it wakes nobody who did not sign up
    baan = Baan.DRINGEND if haast else Baan.HERINNERING
    return Lading(naar, boodschap, baan, over="bijeenkomsten", dringend=True)


class _Wijziging(NamedTuple):
    bij: Bijeenkomst
    ids: list[int]
    data: dict[str, Any]
    velden: Any


def _wijziging(tx: Connection, geval: Geval) -> _Wijziging | None:
    wijziging = bijeenkomsten.wijziging(tx, geval.wijk, geval.wekker.onderwerp)
    bij = wijziging and bijeenkomsten.zoek(tx, geval.wijk, id=wijziging.bijeenkomst)
    if not wijziging or not bij:
        return None
    ids = wijziging.data["ids"]
    allen = [een for nummer in ids if (een := bijeenkomsten.zoek(tx, geval.wijk, id=nummer))]
    data = {**als_data(bij), "bewoner": True, "reeks": _reeks(allen)}
    return _Wijziging(bij, ids, data, wijziging.data.get("velden"))


def _boodschap(reeks: list[Bijeenkomst]) -> Boodschap:
    return Boodschap("bijeenkomst.nieuw", {**als_data(reeks[0]), "bewoner": True, "reeks": _reeks(reeks)})


def _gaat_door(tx: Connection, geval: Geval) -> Bijeenkomst | None:
    bij = bijeenkomsten.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    return None if bij is None or bij.afgelast_op else bij


def _reeks(allen: list[Bijeenkomst]) -> list[str]:
    return [een.begin.isoformat() for een in allen] if len(allen) > 1 else []

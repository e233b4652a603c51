"""What residents say of themselves, and which questions they had. All of it is theirs to change and to remove."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Connection, func, insert, select, update

from bot.rules.kennismaking import MEER_DAN_EEN
from bot.storage.tables import aanmelding, bewoner, huishouden, kennismaking, werkgroep, werkgroeplid

Antwoorden = dict[str, list[str]]


@dataclass(frozen=True)
class Omstandigheden:
    """What says which questions make sense for a resident.

    Args:
        woont_er: lives there now.
        eigendom_bekend: the address list says koop or huur.
        kan_huisgenoten: there may be more than one adult.
        kan_werkgroep: there are werkgroepen, and the resident is in none.
        heeft_naam: said by which name to be called.
    """

    woont_er: bool
    eigendom_bekend: bool
    kan_huisgenoten: bool
    kan_werkgroep: bool
    heeft_naam: bool


def antwoorden(tx: Connection, bewoner_id: int) -> Antwoorden:
    """Return what a resident answered, and an empty list for a question that was put and not answered."""
    rijen = tx.execute(
        select(kennismaking.c.vraag, kennismaking.c.antwoord).where(kennismaking.c.bewoner == bewoner_id)
    )
    return {vraag: _lees(vraag, antwoord) for vraag, antwoord in rijen}


def naam(tx: Connection, bewoner_id: int) -> str | None:
    """Return the name by which a resident wants to be called."""
    wie = kennismaking.c.bewoner == bewoner_id, kennismaking.c.vraag == "naam"
    return tx.scalar(select(kennismaking.c.antwoord).where(*wie))


def zet(tx: Connection, wijk: int, bewoner_id: int, vraag: str, gekozen: list[str]) -> None:
    """Keep an answer in the place of the one before; without one it is known only that the question was put."""
    antwoord = ",".join(gekozen) or None
    sleutel = (kennismaking.c.bewoner == bewoner_id) & (kennismaking.c.vraag == vraag)
    if tx.execute(update(kennismaking).where(sleutel).values(antwoord=antwoord)).rowcount == 0:
        tx.execute(insert(kennismaking).values(wijk=wijk, bewoner=bewoner_id, vraag=vraag, antwoord=antwoord))


def omstandigheden(tx: Connection, bewoner_id: int) -> Omstandigheden:
    """Return what says which questions make sense for a resident."""
    van_wie = bewoner.c.id == bewoner_id
    rij = tx.execute(
        select(bewoner.c.wijk, bewoner.c.tot, huishouden.c.eigendom, huishouden.c.volwassenen)
        .join(huishouden, huishouden.c.id == bewoner.c.huishouden)
        .where(van_wie)
    ).one()
    groepen = tx.scalar(select(func.count()).select_from(werkgroep).where(werkgroep.c.wijk == rij.wijk))
    lid = tx.scalar(select(func.count()).select_from(werkgroeplid).where(werkgroeplid.c.bewoner == bewoner_id))
    kan_werkgroep, heeft_naam = bool(groepen) and not lid, naam(tx, bewoner_id) is not None
    return Omstandigheden(rij.tot is None, rij.eigendom is not None, rij.volwassenen != 1, kan_werkgroep, heeft_naam)


def huisgenoten(tx: Connection, bewoner_id: int) -> list[str]:
    """Return the names of housemates, when this resident and they agreed to be seen; empty for who gave no name."""
    zelf, ander = kennismaking.alias(), kennismaking.alias()
    naam, wie = kennismaking.alias(), bewoner.alias()
    vraag = (
        select(func.coalesce(naam.c.antwoord, ""))
        .select_from(wie)
        .join(ander, (ander.c.bewoner == wie.c.id) & (ander.c.vraag == "huisgenoten") & (ander.c.antwoord == "ja"))
        .outerjoin(naam, (naam.c.bewoner == wie.c.id) & (naam.c.vraag == "naam"))
        .join(bewoner, bewoner.c.huishouden == wie.c.huishouden)
        .join(zelf, (zelf.c.bewoner == bewoner.c.id) & (zelf.c.vraag == "huisgenoten") & (zelf.c.antwoord == "ja"))
        .where(bewoner.c.id == bewoner_id, bewoner.c.tot.is_(None), wie.c.id != bewoner.c.id, wie.c.tot.is_(None))
        .order_by(wie.c.stoel)
    )
    return list(tx.scalars(vraag))


def namen_van_komers(tx: Connection, bijeenkomst_id: int) -> list[str]:
    """Return the names of who has a place at a meeting and agreed that who runs it sees them."""
    ander = kennismaking.alias()
    vraag = (
        select(kennismaking.c.antwoord)
        .join(
            ander, (ander.c.bewoner == kennismaking.c.bewoner) & (ander.c.vraag == "team") & (ander.c.antwoord == "ja")
        )
        .join(aanmelding, aanmelding.c.bewoner == kennismaking.c.bewoner)
        .join(bewoner, bewoner.c.id == kennismaking.c.bewoner)
        .where(kennismaking.c.vraag == "naam", kennismaking.c.antwoord.is_not(None), bewoner.c.tot.is_(None))
        .where(aanmelding.c.bijeenkomst == bijeenkomst_id, aanmelding.c.antwoord == "ja", aanmelding.c.plek == "in")
    )
    return sorted((naam or "" for naam in tx.scalars(vraag)), key=str.casefold)


def tel(tx: Connection, wijk_id: int) -> Counter[tuple[str, str]]:
    """Count, per question and choice, the residents who chose it; names and who wants to be seen are not counted."""
    vraag = (
        select(kennismaking.c.vraag, kennismaking.c.antwoord, func.count())
        .join(bewoner, bewoner.c.id == kennismaking.c.bewoner)
        .where(kennismaking.c.wijk == wijk_id, bewoner.c.tot.is_(None), kennismaking.c.antwoord.is_not(None))
        .where(kennismaking.c.vraag.not_in(("naam", "huisgenoten", "team")))
        .group_by(kennismaking.c.vraag, kennismaking.c.antwoord)
    )
    geteld: Counter[tuple[str, str]] = Counter()
    for welke, antwoord, aantal in tx.execute(vraag):
        for keuze in _lees(welke, antwoord):
            geteld[welke, keuze] += aantal
    return geteld


def tel_zeiden(tx: Connection, wijk_id: int, vraag: str) -> int:
    """Count the residents who answered a question."""
    gaf = kennismaking.c.vraag == vraag, kennismaking.c.antwoord.is_not(None)
    wie = select(func.count()).select_from(kennismaking).join(bewoner, bewoner.c.id == kennismaking.c.bewoner)
    return tx.scalar(wie.where(kennismaking.c.wijk == wijk_id, bewoner.c.tot.is_(None), *gaf)) or 0


def _lees(vraag: str, antwoord: str | None) -> list[str]:
    if antwoord is None:
        return []
    return antwoord.split(",") if vraag in MEER_DAN_EEN else [antwoord]

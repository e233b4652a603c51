"""Samples of what staff recorded of residents, for an outsider to check; their addresses follow from the evidence."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, func, insert, select, update

from bot.storage.tables import account, bewijs, bewijs_prive, bewoner, huishouden, rol, steekproef, steekproefpost

SOORTEN = ("gesprek", "aanwezig", "aanwezig_vragen", "reactie", "niet_mee", "vraag")
"""The kinds of evidence that staff can record of somebody."""


@dataclass(frozen=True)
class Steekproef:
    """A sample. `staat`: open, klaar or gestopt; `wortel`, `grootte`: the head by which it was drawn."""

    id: int
    publiek_id: str
    omvang: int
    grootte: int
    wortel: bytes
    gemaakt_op: datetime
    staat: str


class Post(NamedTuple):
    """One of a sample, as far as its evidence still holds, about who still lives there.

    Args:
        uitkomst: klopt, klopt_niet or niet_bereikt; None as long as nobody said so.
        blad: the leaf.
    """

    id: int
    publiek_id: str
    bewijs: int
    uitkomst: str | None
    blad: str
    straat: str
    huisnummer: int
    toevoeging: str


_KOLOMMEN = [steekproef.c[naam] for naam in Steekproef.__dataclass_fields__]
_p = bewijs_prive.c
_geldt = (~_p.vervallen, _p.bewoner.is_not(None), bewoner.c.tot.is_(None))


def kandidaten(tx: Connection, wijk: int, grootte: int) -> dict[int, str]:
    """Return what staff recorded of who lives there now and holds, among the first leaves: rows with their leaf."""
    vraag = select(bewijs.c.id, bewijs.c.blad).join(bewijs_prive, _p.bewijs == bewijs.c.id)
    vraag = vraag.join(bewoner, bewoner.c.id == _p.bewoner).where(*_geldt)
    wat = (_p.wijk == wijk, _p.soort.in_(SOORTEN), _p.vastlegger.is_not(None), bewijs.c.volgnummer < grootte)
    return {rij[0]: rij[1] for rij in tx.execute(vraag.where(*wat))}


def maak(tx: Connection, wijk: int, posten: list[tuple[int, str]], **velden: object) -> None:
    """Add a sample with its posts: rows of evidence, each with a public id, in the order of the draw."""
    rij = insert(steekproef).values(wijk=wijk, staat="open", getoond=[], **velden).returning(steekproef.c.id)
    nieuw = tx.execute(rij).scalar_one()
    rijen = [
        {"wijk": wijk, "steekproef": nieuw, "volgorde": n, "bewijs": van, "publiek_id": publiek_id}
        for n, (van, publiek_id) in enumerate(posten)
    ]
    tx.execute(insert(steekproefpost), rijen)


def open_(tx: Connection, wijk: int) -> Steekproef | None:
    """Return the one that runs."""
    rij = tx.execute(select(*_KOLOMMEN).where(steekproef.c.wijk == wijk, steekproef.c.staat == "open")).one_or_none()
    return None if rij is None else Steekproef(*rij)


def geeindigd(tx: Connection, wijk: int) -> list[Steekproef]:
    """Return those that ended, also the ones that were broken off, the oldest first."""
    vraag = select(*_KOLOMMEN).where(steekproef.c.wijk == wijk, steekproef.c.staat != "open")
    return [Steekproef(*rij) for rij in tx.execute(vraag.order_by(steekproef.c.id))]


def posten(tx: Connection, steekproef_id: int) -> list[Post]:
    """Return the posts of which the evidence holds, about who lives there now, in the order of the draw."""
    vraag = _POST.where(steekproefpost.c.steekproef == steekproef_id)
    return [Post(*rij) for rij in tx.execute(vraag.order_by(steekproefpost.c.volgorde))]


def tel(tx: Connection, steekproef_id: int) -> dict[str | None, int]:
    """Count the posts per outcome; what holds no more and was not asked about is under `weg`."""
    van = steekproefpost.c.steekproef == steekproef_id
    per = select(steekproefpost.c.uitkomst, func.count()).where(van).group_by(steekproefpost.c.uitkomst)
    telling: dict[str | None, int] = dict(tx.execute(per).all())
    nog = sum(post.uitkomst is None for post in posten(tx, steekproef_id))
    telling["weg"] = telling.pop(None, 0) - nog
    return {**telling, None: nog}


def zet_uitkomst(tx: Connection, post_id: int, uitkomst: str, now: datetime) -> None:
    """Keep what came of one; a later outcome takes its place."""
    tx.execute(update(steekproefpost).where(steekproefpost.c.id == post_id).values(uitkomst=uitkomst, op=now))


def toont(tx: Connection, van: Steekproef, bericht_id: int, *, adres: bool) -> None:
    """Remember whether a message in the chat of the outsider shows an address."""
    getoond = sorted({*_getoond(tx, van)} - {bericht_id} | ({bericht_id} if adres else set()))
    tx.execute(update(steekproef).where(steekproef.c.id == van.id).values(getoond=getoond))


def eindig(tx: Connection, van: Steekproef, staat: str, now: datetime) -> set[int]:
    """End one; return the messages that show an address."""
    getoond = set(_getoond(tx, van))
    einde = {"staat": staat, "geeindigd_op": now, "getoond": []}
    tx.execute(update(steekproef).where(steekproef.c.id == van.id).values(**einde))
    return getoond


def _getoond(tx: Connection, van: Steekproef) -> list[int]:
    getoond: list[int] = tx.execute(select(steekproef.c.getoond).where(steekproef.c.id == van.id)).scalar_one()
    return getoond


def controleurs(tx: Connection, wijk: int, publiek_id: str) -> list[tuple[int, int]]:
    """Return who has the role for one: the row of the role, and the account."""
    vraag = select(rol.c.id, account.c.id).join(
        account, (account.c.kanaal == rol.c.kanaal) & (account.c.extern_id == rol.c.extern_id)
    )
    deze = (rol.c.wijk == wijk, rol.c.rol == "controleur", rol.c.bereik == publiek_id)
    return [(rij[0], rij[1]) for rij in tx.execute(vraag.where(*deze))]


def loopt_voor(tx: Connection, wijk: int, account_id: int) -> bool:
    """Say whether a sample runs that an account checks."""
    loopt = open_(tx, wijk)
    return loopt is not None and account_id in {van for _, van in controleurs(tx, wijk, loopt.publiek_id)}


def is_vrij(tx: Connection, wijk: int, publiek_id: str) -> bool:
    """Say whether a sample runs and nobody checks it yet."""
    loopt = open_(tx, wijk)
    return loopt is not None and loopt.publiek_id == publiek_id and not controleurs(tx, wijk, publiek_id)


_POST: Select[Any] = (
    select(
        *(steekproefpost.c[naam] for naam in ("id", "publiek_id", "bewijs", "uitkomst")),
        bewijs.c.blad,
        *(huishouden.c[naam] for naam in ("straat", "huisnummer", "toevoeging")),
    )
    .join(bewijs, bewijs.c.id == steekproefpost.c.bewijs)
    .join(bewijs_prive, _p.bewijs == bewijs.c.id)
    .join(bewoner, bewoner.c.id == _p.bewoner)
    .join(huishouden, huishouden.c.id == bewoner.c.huishouden)
    .where(*_geldt)
)

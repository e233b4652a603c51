"""Ballots on paper: which were printed for which seat, and how far each came. All of it goes when its poll closes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, delete, exists, func, insert, select, update

from bot.rules.doelgroep import EIGENDOM, Doelgroep
from bot.storage import doelgroepen
from bot.storage.huishoudens import STOELEN_ALS_ONBEKEND
from bot.storage.stemmers import Kiezer
from bot.storage.tables import account, bewoner, huishouden, peiling, stemvel, voorstel, wekker


@dataclass(frozen=True)
class Stemvel:
    """A ballot on paper.

    Args:
        huishouden: with `stoel`, the seat for which it was printed.
        staat: `gemaakt`; `bezig`, being entered; `wacht`, on a second person; `telt`.
        code: once it was typed.
        inhoud: what was entered, as the poll's method writes it, until it counts.
        invoerder: the account that enters it.
    """

    id: int
    publiek_id: str
    peiling: int
    huishouden: int
    stoel: int
    staat: str
    code: str | None
    inhoud: str | None
    invoerder: int | None


class Plek(NamedTuple):
    """A seat for which a ballot can be printed, with the address that stands on it."""

    huishouden: int
    stoel: int
    straat: str
    huisnummer: int
    toevoeging: str
    postcode: str
    plaats: str | None
    taal: str | None


_KOLOMMEN = [stemvel.c[naam] for naam in Stemvel.__dataclass_fields__]
_ADRES = ("straat", "huisnummer", "toevoeging", "postcode", "plaats", "taal")
_WOONT = (bewoner.c.huishouden == huishouden.c.id) & bewoner.c.tot.is_(None)
_TELEFOON = exists().where(_WOONT, account.c.bewoner == bewoner.c.id)


def plekken(
    tx: Connection, wijk: int, doelgroep: Doelgroep, straat: str | None, *, alle: bool, per_adres: bool
) -> list[Plek]:
    """Return the seats of an audience in the order in which someone walks past their addresses.

    Of a werkgroep the seats of its members; else as many per address as adults live there.

    Args:
        straat: only of this street.
        per_adres: one per address.
        alle: also of addresses where someone has a telephone here; of a werkgroep, members who have one.
    """
    if doelgroep.soort == "werkgroep":
        return _op_volgorde(_leden(tx, wijk, doelgroep, alle=alle))
    stoelen = func.coalesce(huishouden.c.volwassenen, STOELEN_ALS_ONBEKEND)
    meest = select(func.max(bewoner.c.stoel)).where(_WOONT).scalar_subquery()
    vraag = select(huishouden.c.id, stoelen, meest, *(huishouden.c[naam] for naam in _ADRES))
    vraag = vraag.where(huishouden.c.wijk == wijk, *([] if alle else [~_TELEFOON]))
    if waar := straat or (doelgroep.bereik if doelgroep.soort == "straat" else None):
        vraag = vraag.where(huishouden.c.straat == waar)
    if doelgroep.soort in EIGENDOM:
        vraag = vraag.where(huishouden.c.eigendom == doelgroep.soort)
    return _op_volgorde(
        [
            Plek(thuis, stoel, *adres)
            for thuis, stoelen_, meest_, *adres in tx.execute(vraag)
            for stoel in range(1, 2 if per_adres else max(stoelen_, meest_ or 0) + 1)
        ]
    )


def _leden(tx: Connection, wijk: int, doelgroep: Doelgroep, *, alle: bool) -> list[Plek]:
    eigen = exists().where(account.c.bewoner == bewoner.c.id)
    vraag = select(bewoner.c.huishouden, bewoner.c.stoel, *(huishouden.c[naam] for naam in _ADRES)).join(
        huishouden, huishouden.c.id == bewoner.c.huishouden
    )
    lid = bewoner.c.id.in_(doelgroepen.bewoners_van(wijk, doelgroep))
    return [Plek(*rij) for rij in tx.execute(vraag.where(lid, *([] if alle else [~eigen])))]


def _op_volgorde(plekken_: list[Plek]) -> list[Plek]:
    return sorted(
        plekken_, key=lambda p: (p.straat.casefold(), p.huisnummer, p.toevoeging.upper(), p.huishouden, p.stoel)
    )


def voeg_toe(tx: Connection, wijk: int, peiling_id: int, rijen: Sequence[tuple[Plek, str, bytes]]) -> None:
    """Add ballots, each for a seat with its publiek_id and the HMAC of its code."""
    velden = [
        {"publiek_id": publiek_id, "huishouden": plek.huishouden, "stoel": plek.stoel, "hmac": hmac}
        for plek, publiek_id, hmac in rijen
    ]
    tx.execute(insert(stemvel), [{"wijk": wijk, "peiling": peiling_id, **een} for een in velden])
    eerste = update(peiling).where(peiling.c.id == peiling_id, peiling.c.op_papier.is_(None))
    tx.execute(eerste.values(op_papier=0))


def zoek(tx: Connection, wijk: int, **waarde: Any) -> Stemvel | None:
    """Return the one of a wijk with this value in a column: `hmac=…` or `publiek_id=…`."""
    ((kolom, gezocht),) = waarde.items()
    return _een(tx, select(*_KOLOMMEN).where(stemvel.c.wijk == wijk, stemvel.c[kolom] == gezocht))


def huis_van(tx: Connection, vel: Stemvel) -> str:
    """Return the publiek_id of the household for which one was printed."""
    gevonden: str = tx.execute(select(huishouden.c.publiek_id).where(huishouden.c.id == vel.huishouden)).scalar_one()
    return gevonden


def zet(tx: Connection, vel: int, **velden: Any) -> None:
    """Change what is kept of one."""
    tx.execute(update(stemvel).where(stemvel.c.id == vel).values(**velden))


def verwijder(tx: Connection, vel: int) -> None:
    """Forget one: its code opens nothing any more."""
    tx.execute(delete(stemvel).where(stemvel.c.id == vel))


def andere_ingevoerd(tx: Connection, vel: Stemvel) -> bool:
    """Say whether another ballot for who has the same seat now was entered already."""
    s = stemvel.c
    zelfde = s.peiling == vel.peiling, s.huishouden == vel.huishouden, s.stoel == vel.stoel, s.id != vel.id
    zit_er = bewoner.c.id == s.bewoner, bewoner.c.huishouden == s.huishouden, bewoner.c.tot.is_(None)
    ingevoerd = (s.staat == "wacht") | exists().where(*zit_er)  # of who left it is not of who sits there now
    return tx.scalar(select(s.id).where(*zelfde, ingevoerd).limit(1)) is not None


def tel(tx: Connection, peiling_id: int, invoerder: int | None = None) -> dict[str, int]:
    """Count the ballots of a poll per state; of one person, what they entered."""
    vraag = select(stemvel.c.staat, func.count()).where(stemvel.c.peiling == peiling_id)
    if invoerder is not None:
        vraag = vraag.where(stemvel.c.invoerder == invoerder)
    return dict(tx.execute(vraag.group_by(stemvel.c.staat)).all())


def stapel(tx: Connection, peiling_id: int, invoerder: int, now: datetime) -> list[Stemvel]:
    """Return what someone entered and of which no second person was asked yet, by code."""
    hier = stemvel.c.peiling == peiling_id, stemvel.c.invoerder == invoerder, stemvel.c.staat == "wacht"
    vraag = select(*_KOLOMMEN).where(*hier, ~_voorgelegd(now)).order_by(stemvel.c.code)
    return [Stemvel(*rij) for rij in tx.execute(vraag)]


def van_ids(tx: Connection, wijk: int, publieke_ids: Sequence[str]) -> list[Stemvel]:
    """Return those that are still there, in an order that says nothing of their codes: their evidence gets the same."""
    vraag = select(*_KOLOMMEN).where(stemvel.c.wijk == wijk, stemvel.c.publiek_id.in_(publieke_ids))
    return [Stemvel(*rij) for rij in tx.execute(vraag.order_by(stemvel.c.publiek_id))]


def leg_voor(tx: Connection, vellen: Sequence[Stemvel], voorstel_id: int) -> None:
    """Remember in what a second person was asked about these."""
    tx.execute(update(stemvel).where(stemvel.c.id.in_([vel.id for vel in vellen])).values(voorstel=voorstel_id))


def is_voorgelegd(tx: Connection, vel: Stemvel, now: datetime) -> bool:
    """Say whether a second person is being asked about one."""
    return tx.scalar(select(stemvel.c.id).where(stemvel.c.id == vel.id, _voorgelegd(now))) is not None


def wachtenden(tx: Connection, peiling_id: int) -> dict[int, int]:
    """Return of each account how much of what it entered waits."""
    vraag = select(stemvel.c.invoerder, func.count()).where(stemvel.c.peiling == peiling_id)
    rijen = tx.execute(vraag.where(stemvel.c.staat == "wacht").group_by(stemvel.c.invoerder))
    return {invoerder: aantal for invoerder, aantal in rijen if invoerder is not None}


def tel_voorgelegd(tx: Connection, peiling_id: int, now: datetime) -> int:
    """Count those of a poll about which a second person is being asked."""
    vraag = select(func.count()).select_from(stemvel)
    return tx.scalar(vraag.where(stemvel.c.peiling == peiling_id, _voorgelegd(now))) or 0


def is_van_papier(tx: Connection, peiling_id: int, kiezer: Kiezer) -> bool:
    """Say whether someone's vote in an open poll is on paper."""
    return kiezer.soort == "bewoner" and tx.scalar(select(stemvel.c.id).where(*_van(peiling_id, kiezer))) is not None


def vervang(tx: Connection, peiling_id: int, kiezer: Kiezer) -> bool:
    """Forget that a vote was on paper, since someone votes in chat in its place; say whether it was."""
    s = stemvel.c
    van_adres = s.peiling == peiling_id, s.huishouden == kiezer.huishouden, s.staat == "telt"
    deze = _van(peiling_id, kiezer) if kiezer.huishouden is None else van_adres
    return kiezer.soort == "bewoner" and tx.execute(delete(stemvel).where(*deze)).rowcount > 0


def vergeet(tx: Connection, bewoner_id: int) -> None:
    """Forget the ballots for the seat of someone who is erased, but for a vote of who had it before."""
    plek = select(bewoner.c.huishouden, bewoner.c.stoel).where(bewoner.c.id == bewoner_id).subquery()
    deze = stemvel.c.huishouden == plek.c.huishouden, stemvel.c.stoel == plek.c.stoel
    hun = stemvel.c.bewoner.is_(None) | (stemvel.c.bewoner == bewoner_id)
    tx.execute(delete(stemvel).where(stemvel.c.id.in_(select(stemvel.c.id).where(*deze, hun))))


def sluit(tx: Connection, peiling_id: int, now: datetime) -> int | None:
    """Forget all ballots on paper of a poll that closes and return how many count; None when there were none.

    What was not confirmed does not count. What a second person was asked holds codes and answers: it lapses now.
    """
    gevraagd = select(stemvel.c.voorstel).where(stemvel.c.peiling == peiling_id, stemvel.c.voorstel.is_not(None))
    w = wekker.c
    verloopt = w.soort == "voorstel_verloopt", w.onderwerp.in_(gevraagd), w.gedaan_op.is_(None), w.moment > now
    tx.execute(update(wekker).where(*verloopt).values(moment=now))
    per_staat = tel(tx, peiling_id)
    tx.execute(delete(stemvel).where(stemvel.c.peiling == peiling_id))
    return per_staat.get("telt", 0) if per_staat else None


def _van(peiling_id: int, kiezer: Kiezer) -> tuple[ColumnElement[bool], ...]:
    return stemvel.c.peiling == peiling_id, stemvel.c.bewoner == kiezer.id


def _voorgelegd(now: datetime) -> ColumnElement[bool]:
    open_ = voorstel.c.id == stemvel.c.voorstel, voorstel.c.staat == "open", voorstel.c.verloopt_op > now
    return exists().where(*open_)


def _een(tx: Connection, vraag: Select[Any]) -> Stemvel | None:
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Stemvel(*rij)

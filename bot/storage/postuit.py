"""Mail on its way to followers and residents. A row is claimed with a numbered lease before it goes, and ends once."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, text, update

from bot.storage import kapot
from bot.storage.tables import mailadres, postuit, volger

VERZONDEN, MISLUKT, ONZEKER = "verzonden", "mislukt", "onzeker"


@dataclass(frozen=True)
class Brief:
    """Mail that was claimed, with whom it is for.

    Args:
        pogingen: how often it was claimed, this time included.
        naam: of a follower; empty for a resident, who is not named.
        geheim: in the link that stops such mail.
    """

    id: int
    lease_nr: int
    pogingen: int
    soort: str
    data: dict[str, Any]
    op: datetime
    naam: str
    adres: str
    taal: str
    geheim: str
    aan_bewoner: bool


def schrijf_aan(
    tx: Connection,
    wijk: int,
    bewoner: int,
    adres: str,
    taal: str | None,
    soort: str,
    data: dict[str, Any],
    sleutel: str,
    now: datetime,
) -> None:
    """Write mail of one kind to a resident, at an address that they gave.

    Args:
        sleutel: what and which moment; with the resident it makes a row unique.
        now: as people see it. It can go at once.
    """
    wie = {"bewoner": bewoner, "adres": adres, "taal": taal or "nl", "sleutel": f"{wijk}:b{bewoner}:{sleutel}"}
    vast = {"wijk": wijk, "soort": soort, "data": data, "op": now, "staat": "wachtend", "niet_voor": _ALTIJD}
    tx.execute(insert(postuit).values(**vast, **wie))


def schrijf(
    tx: Connection, wijk: int, volgers: Sequence[int], soort: str, data: dict[str, Any], sleutel: str, now: datetime
) -> None:
    """Write mail of one kind to followers; what was written to someone under the same key is not written again.

    Args:
        now: as people see it. It can go at once.
    """
    sleutels = {f"{wijk}:{naar}:{sleutel}": naar for naar in volgers}
    er_al = set(tx.scalars(select(postuit.c.sleutel).where(postuit.c.sleutel.in_(sleutels))))
    vast = {"wijk": wijk, "soort": soort, "data": data, "op": now, "staat": "wachtend", "niet_voor": _ALTIJD}
    rijen = [{**vast, "volger": naar, "sleutel": heel} for heel, naar in sleutels.items() if heel not in er_al]
    if rijen:
        tx.execute(insert(postuit), rijen)


_ALTIJD = datetime.fromisoformat("2000-01-01T00:00:00+00:00")


_OPEN = text("postuit.staat IN ('wachtend', 'bezig')")
"""Word for word as the index has it."""


def met_post(tx: Connection, wijken: Collection[int], systeemtijd: datetime) -> set[int]:
    """Return in which of some wijken mail can go, or was under way for too long."""
    p = postuit.c
    nu = (p.niet_voor <= systeemtijd) & (p.staat == "wachtend") | (p.lease_tot < systeemtijd) & (p.staat == "bezig")
    return set(tx.scalars(select(p.wijk).where(_OPEN, p.wijk.in_(wijken), nu).distinct()))


def claim(tx: Connection, wijk: int, systeemtijd: datetime, tot: datetime) -> Brief | None:
    """Take the first that can go, for as long as the lease lasts; None when there is none.

    What cannot be read ends on the way.
    """
    eerste = select(postuit.c.id).where(_OPEN, postuit.c.wijk == wijk, postuit.c.staat == "wachtend")
    eerste = eerste.where(postuit.c.niet_voor <= systeemtijd).order_by(postuit.c.niet_voor, postuit.c.id).limit(1)
    genomen = (
        update(postuit)
        .where(postuit.c.id == eerste.scalar_subquery(), postuit.c.staat == "wachtend")
        .values(staat="bezig", lease_nr=postuit.c.lease_nr + 1, pogingen=postuit.c.pogingen + 1, lease_tot=tot)
        .returning(postuit.c.id)
    )
    van = [postuit.c[naam] for naam in ("id", "lease_nr", "pogingen", "soort", "data", "op")]
    p, v, m = postuit.c, volger.c, mailadres.c
    naar = (
        func.coalesce(v.naam, "").label("naam"),
        func.coalesce(v.adres, p.adres).label("adres"),
        func.coalesce(v.taal, p.taal).label("taal"),
        func.coalesce(v.geheim, m.geheim, "").label("geheim"),
        p.bewoner.is_not(None).label("aan_bewoner"),
    )
    vraag = select(*van, *naar).outerjoin_from(postuit, volger).outerjoin(mailadres, m.bewoner == p.bewoner)
    while (brief_id := tx.execute(genomen).scalar_one_or_none()) is not None:
        if gevonden := kapot.lees(tx, vraag.where(p.id == brief_id), p.id, lambda rij: Brief(**rij._asdict())):
            return gevonden[0]
        kapot_is = {"staat": MISLUKT, "reden": "programmafout: de rij is niet te lezen", "lease_tot": None}
        tx.execute(update(postuit).where(p.id == brief_id).values(kapot_is))
    return None


def eindig(tx: Connection, brief: Brief, staat: str, reden: str | None = None) -> None:
    """End one, unless its lease went to another; what it said is kept only as long as it may go again."""
    leeg: dict[str, Any] = {"data": {}} if staat == VERZONDEN or brief.aan_bewoner else {}
    leeg |= {"adres": None} if brief.aan_bewoner else {}
    tx.execute(update(postuit).where(*_van(brief)).values(staat=staat, reden=reden, lease_tot=None, **leeg))


def terug(tx: Connection, brief: Brief, niet_voor: datetime, reden: str | None) -> None:
    """Put one back that was certainly not sent, to be tried again."""
    tx.execute(update(postuit).where(*_van(brief)).values(staat="wachtend", niet_voor=niet_voor, reden=reden))


def _van(brief: Brief) -> tuple[Any, ...]:
    return postuit.c.id == brief.id, postuit.c.lease_nr == brief.lease_nr, postuit.c.staat == "bezig"


def verlopen(tx: Connection, systeemtijd: datetime) -> int:
    """Make uncertain what was being sent when its lease ran out, and say how many that are."""
    weg = update(postuit).where(_OPEN, postuit.c.staat == "bezig", postuit.c.lease_tot < systeemtijd)
    hoeveel = tx.execute(weg.values(staat=ONZEKER, lease_tot=None)).rowcount
    if hoeveel:
        _leeg_onzeker(tx)
    return hoeveel


def houd_vast(tx: Connection) -> None:
    """Make uncertain all that was under way: this database is a restored backup, and it may have gone."""
    tx.execute(update(postuit).where(postuit.c.staat.in_(("wachtend", "bezig"))).values(staat=ONZEKER, lease_tot=None))
    _leeg_onzeker(tx)


def _leeg_onzeker(tx: Connection) -> None:
    """Empty uncertain mail to residents: nobody sends that again."""
    deze = postuit.c.staat == ONZEKER, postuit.c.adres.is_not(None)
    tx.execute(update(postuit).where(*deze).values(adres=None, data={}))


def trek_in(tx: Connection, bewoner: int, soort: str) -> None:
    """Let mail of a kind to a resident that did not go yet not go any more."""
    van = postuit.c.bewoner == bewoner, postuit.c.soort == soort, postuit.c.staat == "wachtend"
    tx.execute(delete(postuit).where(*van))


def niet_aangekomen(tx: Connection, wijk: int) -> dict[int, int]:
    """Return by follower how many did not arrive, or perhaps not."""
    deze = postuit.c.wijk == wijk, postuit.c.staat.in_((MISLUKT, ONZEKER))
    vraag = (
        select(postuit.c.volger, func.count()).where(*deze, postuit.c.volger.is_not(None)).group_by(postuit.c.volger)
    )
    return {rij[0]: rij[1] for rij in tx.execute(vraag)}


def opnieuw(tx: Connection, volger_id: int) -> None:
    """Let what did not arrive go once more, or what perhaps did not: staff asked for it."""
    deze = update(postuit).where(postuit.c.volger == volger_id, postuit.c.staat.in_((MISLUKT, ONZEKER)))
    tx.execute(deze.values(staat="wachtend", pogingen=0, niet_voor=_ALTIJD, reden=None))

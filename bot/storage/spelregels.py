"""The versions of the spelregels of a wijk. Not here: what they say (bot.rules.spelregels)."""

import json
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from bot.storage.tables import bewijs, wijk
from bot.storage.tables import spelregels as tabel


@dataclass(frozen=True)
class Versie:
    """One version, or the concept of one; all that follows on `vastgesteld_op` is empty in a concept.

    Args:
        inhoud: canonical JSON; in a concept with version 0.
        reden: why a later version is needed.
        orgaan: who confirmed it.
        volgt: whether they promised to follow the outcome.
    """

    id: int
    versie: int
    inhoud: str
    reden: str | None
    vastgesteld_op: datetime | None
    orgaan: str | None
    besluitnummer: str | None
    besluit_op: date | None
    besluitlink: str | None
    volgt: bool | None

    @property
    def hash(self) -> str:
        """Return the SHA-256 of the canonical text, as 64 hex digits."""
        return sha256(self.inhoud.encode()).hexdigest()


_KOLOMMEN = [tabel.c[naam] for naam in Versie.__dataclass_fields__]


def geldend(tx: Connection, wijk_id: int) -> str | None:
    """Return the rules that hold, as canonical JSON: the newest that were fixed, else the concept, if there is one."""
    vraag = select(tabel.c.inhoud).where(tabel.c.wijk == wijk_id)
    return tx.scalar(vraag.order_by(tabel.c.vastgesteld_op.is_(None), tabel.c.versie.desc()).limit(1))


def ingang(tx: Connection, wijk_id: int) -> int:
    """Return the last evidence before the first version was fixed, which counts for none; 0 before that."""
    return tx.scalar(select(func.max(tabel.c.na_bewijs)).where(tabel.c.wijk == wijk_id)) or 0


def sinds(tx: Connection, wijk_id: int, soort: str, peiling: str) -> datetime | None:
    """Return when the first version was fixed that names this poll in such a condition; None: no version does."""
    vraag = select(tabel.c.inhoud, tabel.c.vastgesteld_op).where(tabel.c.wijk == wijk_id)
    for inhoud, op in tx.execute(vraag.where(tabel.c.vastgesteld_op.is_not(None)).order_by(tabel.c.versie)):
        if any(d["soort"] == soort and d["peiling"] == peiling for d in json.loads(inhoud)["drempels"]):
            vast: datetime = op
            return vast
    return None


def volg_instellingen(tx: Connection, wijk_id: int, inhoud: str) -> None:
    """Keep the concept of the first version as the settings have it, as long as nobody changed or fixed it."""
    concept = {"inhoud": inhoud, "uit_instellingen": True}
    eerste = (tabel.c.wijk == wijk_id, tabel.c.versie == 1)
    if tx.scalar(select(tabel.c.id).where(*eerste)) is None:
        tx.execute(insert(tabel).values(wijk=wijk_id, versie=1, **concept))
    else:
        nog = (tabel.c.uit_instellingen, tabel.c.vastgesteld_op.is_(None))
        tx.execute(update(tabel).where(*eerste, *nog).values(concept))


def vastgestelde(tx: Connection, wijk_id: int) -> list[Versie]:
    """Return the versions that were fixed, oldest first."""
    vraag = select(*_KOLOMMEN).where(tabel.c.wijk == wijk_id, tabel.c.vastgesteld_op.is_not(None))
    return [Versie(*rij) for rij in tx.execute(vraag.order_by(tabel.c.versie))]


def concept(tx: Connection, wijk_id: int) -> Versie | None:
    """Return the concept that is not fixed yet."""
    vraag = select(*_KOLOMMEN).where(tabel.c.wijk == wijk_id, tabel.c.vastgesteld_op.is_(None))
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Versie(*rij)


def begin_concept(tx: Connection, wijk_id: int, versie: int, inhoud: str, reden: str | None) -> None:
    """Add the concept of a version that somebody makes in the chat, or by a file."""
    rij = {"wijk": wijk_id, "versie": versie, "inhoud": inhoud, "reden": reden, "uit_instellingen": False}
    tx.execute(insert(tabel).values(rij))


def wijzig_concept(tx: Connection, versie_id: int, inhoud: str) -> None:
    """Change a concept; from then on it does not follow the settings."""
    nog = (tabel.c.id == versie_id, tabel.c.vastgesteld_op.is_(None))
    tx.execute(update(tabel).where(*nog).values(inhoud=inhoud, uit_instellingen=False))


def gooi_concept_weg(tx: Connection, versie_id: int) -> None:
    """Delete a concept."""
    tx.execute(delete(tabel).where(tabel.c.id == versie_id, tabel.c.vastgesteld_op.is_(None)))


def stel_vast(tx: Connection, wijk_id: int, deze: Versie, inhoud: str, now: datetime, **besluit: Any) -> None:
    """Make a concept the version that holds; of the first, remember the evidence that came before it."""
    na = tx.scalar(select(func.max(bewijs.c.id)).where(bewijs.c.wijk == wijk_id)) or 0
    waarden = {"inhoud": inhoud, "uit_instellingen": False, "vastgesteld_op": now, **besluit}
    if not vastgestelde(tx, wijk_id):
        waarden["na_bewijs"] = na
    tx.execute(update(tabel).where(tabel.c.id == deze.id).values(waarden))
    tx.execute(update(wijk).where(wijk.c.id == wijk_id).values(spelregels_versie=deze.versie))

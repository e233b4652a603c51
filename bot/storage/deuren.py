"""The door of a meeting: its secret, whether staff closed it, and the page that shows it. Who was there is evidence."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, select, update

from bot.rules import deurcode
from bot.rules.bijeenkomstsoorten import ZONDER_DEUR
from bot.rules.deurcode import DEUR_DICHT, DEUR_OPEN, NA_EIND, Staat
from bot.rules.doelgroep import Doelgroep, Soort
from bot.storage.tables import bijeenkomst


class Deur(NamedTuple):
    """The door of one meeting.

    Args:
        geheim: 32 bytes from which its codes are made.
        dicht_op: when it was closed, by staff or by itself.
        pagina: the random name of its page, while there is one.
    """

    id: int
    wijk: int
    publiek_id: str
    titel: str
    begin: datetime
    eind: datetime | None
    afgelast_op: datetime | None
    ruimte_voor_vragen: bool
    geheim: bytes
    dicht_op: datetime | None
    pagina: str | None
    doelgroep: Soort
    doelgroep_bereik: str

    @property
    def voor(self) -> Doelgroep:
        """For whom the meeting is."""
        return Doelgroep(self.doelgroep, self.doelgroep_bereik)

    def staat(self, moment: datetime) -> Staat:
        """Say how the door is at a moment; that of a meeting which was called off is closed from then on."""
        return deurcode.staat(self.begin, self.eind, self.dicht_op or self.afgelast_op, moment)

    @property
    def sluit_vanzelf(self) -> datetime:
        """When it closes by itself."""
        return deurcode.sluit_vanzelf(self.begin, self.eind)


_b = bijeenkomst.c
_DEUR = select(
    *(_b.id, _b.wijk, _b.publiek_id, _b.titel, _b.begin, _b.eind, _b.afgelast_op, _b.ruimte_voor_vragen),
    *(_b.deurgeheim, _b.deur_dicht_op, _b.deurpagina, _b.doelgroep, _b.doelgroep_bereik),
).where(_b.soort.not_in(ZONDER_DEUR))


def zoek(tx: Connection, wijk: int, publiek_id: str) -> Deur | None:
    """Return the door of a meeting of a wijk."""
    return _een(tx, _DEUR.where(_b.wijk == wijk, _b.publiek_id == publiek_id))


def lees(tx: Connection, bijeenkomst_id: int) -> Deur | None:
    """Return the door of a meeting by its id."""
    return _een(tx, _DEUR.where(_b.id == bijeenkomst_id))


def op_pagina(tx: Connection, wijk: int, naam: str) -> Deur | None:
    """Return the door that a page shows."""
    return _een(tx, _DEUR.where(_b.wijk == wijk, _b.deurpagina == naam))


def rond(tx: Connection, wijk: int, moment: datetime) -> list[Deur]:
    """Return the doors of a wijk within whose hours a moment falls, also those that staff closed."""
    nog_niet_voorbij = (_b.begin >= moment - DEUR_DICHT) | (_b.eind >= moment - NA_EIND)
    vraag = _DEUR.where(_b.wijk == wijk, _b.begin <= moment + DEUR_OPEN, nog_niet_voorbij, _b.afgelast_op.is_(None))
    deuren = [Deur._make(rij) for rij in tx.execute(vraag.order_by(_b.begin, _b.id))]
    return [deur for deur in deuren if moment <= deur.sluit_vanzelf]


def begonnen(tx: Connection, wijk: int, van: datetime, tot: datetime, hoeveel: int) -> list[Deur]:
    """Return the doors of the last meetings that began between two moments and were not called off, last one first."""
    vraag = _DEUR.where(_b.wijk == wijk, _b.begin.between(van, tot), _b.afgelast_op.is_(None))
    return [Deur._make(rij) for rij in tx.execute(vraag.order_by(_b.begin.desc(), _b.id).limit(hoeveel))]


def wijzig(tx: Connection, deur: Deur, **velden: Any) -> None:
    """Set columns of the door, such as `deur_dicht_op` or `deurpagina`."""
    tx.execute(update(bijeenkomst).where(_b.id == deur.id).values(**velden))


def _een(tx: Connection, vraag: Select[Any]) -> Deur | None:
    rij = tx.execute(vraag).one_or_none()
    return None if rij is None else Deur._make(rij)

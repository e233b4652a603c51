"""The checklist of a stage, for staff: ticking and unticking, who did what when, and a task of one's own.

A tap says how it must be, so that a second tap changes nothing. Residents do not see it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services.bladzij import blader, blader_in
from bot.services.faseplek import ROLLEN, Plek, eis_bezig, zoek
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import Handeling, eis_rol
from bot.services.lezers import tekst_tot
from bot.storage import fasetaken, rollen
from bot.storage.accounts import Wie

PER_BLADZIJ = 6
IN_LOGBOEK = 10
MEEST = 30
"""So many tasks of its own a team adds to one stage."""


@dataclass(frozen=True)
class Taak:
    """One line of a checklist.

    Args:
        naam: key in the template, or the public id of one that the team added.
        tekst: its own words; empty: those of the catalog.
        door, op: who said last how it stands, and when; None when nobody ever did.
    """

    naam: str
    tekst: str
    spoor: str
    gedaan: bool
    door: int | None
    op: datetime | None


def taken(tx: Connection, plek: Plek) -> list[Taak]:
    """Return the lines of a stage as they stand: by track, and within it those of the template first."""
    gezegd, traject = fasetaken.stand(tx, plek.gang.id), plek.stand.traject
    alle = [(taak.naam, taak.tekst, taak.spoor) for taak in plek.fase.taken]
    alle += [(een.publiek_id, een.tekst, een.spoor) for een in _eigen(tx, plek)]
    regels = []
    for naam, tekst, spoor in alle:
        laatst = gezegd.get(naam)
        waar = (laatst.gedaan, laatst.door, laatst.op) if laatst else (False, None, None)
        regels.append(Taak(naam, tekst, spoor, *waar))
    rang = {spoor: plaats for plaats, spoor in enumerate(traject.sporen)}
    return sorted(regels, key=lambda taak: rang.get(taak.spoor, len(rang)))


def toon(
    tx: Connection, handeling: Handeling, publiek_id: str, bladzij: int = 0, melding: str | None = None
) -> Boodschap:
    """Show staff a page of the checklist of a stage."""
    eis_rol(tx, handeling, *ROLLEN)
    plek = zoek(tx, handeling.wijk, publiek_id)
    alle = taken(tx, plek)
    gevonden, rond = blader_in(list(enumerate(alle)), bladzij, PER_BLADZIJ)
    wie = _wie(tx, handeling.wijk, (taak.door for _, taak in gevonden))
    data = {
        **plek.data,
        "taken": [{"nummer": nummer, **_als_data(taak, wie)} for nummer, taak in gevonden],
        "gedaan": sum(taak.gedaan for taak in alle),
        "alle": len(alle),
        "bezig": plek.gang.bezig,
        **rond,
    }
    return Boodschap("fase.checklist", data, melding=melding)


def vink(tx: Connection, handeling: Handeling, publiek_id: str, nummer: int, *, gedaan: bool) -> Boodschap:
    """Tick or untick the task of this number in the order of the list.

    Raises:
        Geweigerd: another role, the stage ended, or there is no such task.
    """
    wie, plek = eis_bezig(tx, handeling, publiek_id, *ROLLEN)
    alle = taken(tx, plek)
    if not 0 <= nummer < len(alle):
        raise Geweigerd("fase.taak_weg")
    if alle[nummer].gedaan != gedaan:
        velden = {"taak": alle[nummer].naam, "gedaan": gedaan, "op": handeling.now, "door": wie.account}
        fasetaken.vink(tx, handeling.wijk, plek.gang.id, **velden)
    return toon(tx, handeling, publiek_id, nummer // PER_BLADZIJ)


def logboek(tx: Connection, handeling: Handeling, publiek_id: str, bladzij: int = 0) -> Boodschap:
    """Show staff who did what when, the newest first."""
    eis_rol(tx, handeling, *ROLLEN)
    plek = zoek(tx, handeling.wijk, publiek_id)
    gevonden, rond = blader(lambda hoeveel, na: fasetaken.logboek(tx, plek.gang.id, hoeveel, na), bladzij, IN_LOGBOEK)
    teksten = {taak.naam: taak.tekst for taak in taken(tx, plek)}
    wie = _wie(tx, handeling.wijk, (een.door for een in gevonden))
    regels = [
        {
            "naam": een.taak,
            "tekst": teksten.get(een.taak, ""),
            "gedaan": een.gedaan,
            "op": een.op.isoformat(),
            "wie": wie.get(een.door),
        }
        for een in gevonden
    ]
    return Boodschap("fase.logboek", {**plek.data, "regels": regels, **rond})


def begin_eigen(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for a task of one's own; which track is only asked where there are any."""
    _, plek = eis_bezig(tx, handeling, publiek_id, *ROLLEN)
    _eis_ruimte(tx, plek)
    return open_formulier(tx, handeling, FORMULIER, {"fase": publiek_id})


def open_taken(tx: Connection, plek: Plek) -> list[dict[str, str]]:
    """Return what is not ticked, as it is kept with a balance."""
    return [{"naam": taak.naam, "tekst": taak.tekst} for taak in taken(tx, plek) if not taak.gedaan]


def _eigen(tx: Connection, plek: Plek) -> list[fasetaken.Eigen]:
    return fasetaken.eigen(tx, plek.stand.loopt.id, plek.gang.sleutel)


def _eis_ruimte(tx: Connection, plek: Plek) -> None:
    if len(_eigen(tx, plek)) >= MEEST:
        raise Geweigerd("fase.te_veel_taken", maximum=MEEST)


def _als_data(taak: Taak, wie: dict[int, list[str]]) -> dict[str, Any]:
    return {
        "naam": taak.naam,
        "tekst": taak.tekst,
        "spoor": taak.spoor,
        "gedaan": taak.gedaan,
        "op": taak.op and taak.op.isoformat(),
        "wie": wie.get(taak.door) if taak.door is not None else None,
    }


def _wie(tx: Connection, wijk: int, accounts: Iterable[int | None]) -> dict[int, list[str]]:
    """Return of accounts their role, and the name by which they want to be called; not of who has no role any more."""
    wie: dict[int, list[str]] = {}
    for account in {account for account in accounts if account is not None}:
        gevonden = rollen.als_lid(tx, wijk, account)
        if gevonden is not None:
            wie[account] = [gevonden.rol, gevonden.naam or ""]
    return wie


def _voeg_toe(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    _, plek = eis_bezig(tx, handeling, data["fase"], *ROLLEN)
    _eis_ruimte(tx, plek)
    fasetaken.voeg_toe(
        tx,
        handeling.wijk,
        plek.stand.loopt.id,
        publiek_id=handeling.id("fasetaak"),
        sleutel=plek.gang.sleutel,
        spoor="",
        tekst=data["tekst"],
        op=handeling.now,
        gemaakt_door=wie.account,
    )
    laatste = (len(taken(tx, plek)) - 1) // PER_BLADZIJ
    return toon(tx, handeling, data["fase"], laatste, melding="fase.taak_erbij")


FORMULIER = Formulier("fasetaak", (Veld("tekst", tekst_tot(150)),), ROLLEN, _voeg_toe, voorbeeld=False)

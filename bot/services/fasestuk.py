"""Documents of a stage: attaching a PDF, making it public, and reading it with one tap.

What is not public only the team sees. Once public it stays so, unless it is withdrawn.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import stukken
from bot.services.bladzij import blader_in
from bot.services.faseplek import ROLLEN, Plek, van_gang, zoek
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import KERNGROEP, ORGANISATOR, Handeling, eis_binnen, eis_rol, met_rol
from bot.services.lezers import tekst_tot
from bot.storage import fasestukken, trajecten
from bot.storage import stukken as bewaarde
from bot.storage.accounts import Wie
from bot.storage.fasestukken import Fasestuk

PER_BLADZIJ = 8
MEEST = 12
"""So many documents one stage has."""


def openbaar(tx: Connection, wijk: int) -> list[tuple[Plek, Fasestuk]]:
    """Return what everyone may read of the traject that runs or ran last, the newest first, with its stage."""
    return _van_traject(tx, wijk, openbaar=True)


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0) -> Boodschap:
    """Show everyone a page of the documents of the traject; staff also what is not public."""
    wie = eis_binnen(tx, handeling)
    staf = met_rol(handeling, wie, *ROLLEN, KERNGROEP)
    gevonden, rond = blader_in(_van_traject(tx, handeling.wijk, openbaar=not staf), bladzij, PER_BLADZIJ)
    data = {"stukken": [{**als_data(een), "fase": plek.data} for plek, een in gevonden], **rond}
    return Boodschap("fase.documenten", data)


def van_fase(tx: Connection, handeling: Handeling, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show staff the documents of one stage, with what can be done about them."""
    wie, plek = eis_rol(tx, handeling, *ROLLEN), zoek(tx, handeling.wijk, publiek_id)
    alle = [als_data(een) for een in fasestukken.van_fasen(tx, [plek.gang.id])]
    data = {**plek.data, "stukken": alle, "mag": ORGANISATOR in wie.rollen, "document": plek.fase.document}
    return Boodschap("fase.stukken", data, melding=melding)


def stuur(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Send a document: to residents what is public, to the team all.

    Raises:
        Geweigerd: there is none, or it is not theirs to read.
    """
    wie, een = eis_binnen(tx, handeling), _bestaand(tx, handeling, publiek_id)
    if not een.openbaar and not met_rol(handeling, wie, *ROLLEN, KERNGROEP):
        raise Geweigerd("stuk.onbekend")
    gevonden = bewaarde.zoek(tx, handeling.wijk, een.stuk)
    assert gevonden is not None  # noqa: S101 (a foreign key)
    return stukken.als_boodschap(gevonden)


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form to attach one, also to a stage that ended: an outcome is often signed later."""
    eis_rol(tx, handeling, ORGANISATOR)
    _eis_ruimte(tx, zoek(tx, handeling.wijk, publiek_id))
    return open_formulier(tx, handeling, FORMULIER, {"fase": publiek_id})


def maak_openbaar(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Let everyone read one, after a question whether one is sure; a second tap changes nothing."""
    een, plek = _van_organisator(tx, handeling, publiek_id)
    if not zeker and not een.openbaar:
        return Boodschap("fase.openbaar_zeker", {**als_data(een), "fase": plek.data})
    fasestukken.zet_openbaar(tx, een.id)
    return van_fase(tx, handeling, plek.gang.publiek_id, melding="fase.nu_openbaar")


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Withdraw one, after a question whether one is sure."""
    een, plek = _van_organisator(tx, handeling, publiek_id)
    if not zeker:
        return Boodschap("fase.stuk_weg_zeker", {**als_data(een), "fase": plek.data})
    fasestukken.trek_in(tx, een.id, handeling.now)
    return van_fase(tx, handeling, plek.gang.publiek_id, melding="fase.stuk_weg")


def als_data(een: Fasestuk) -> dict[str, Any]:
    """Return what people see of one."""
    return {"stuk": een.publiek_id, "titel": een.titel, "openbaar": een.openbaar, "op": een.op.isoformat()}


def _van_traject(tx: Connection, wijk: int, *, openbaar: bool) -> list[tuple[Plek, Fasestuk]]:
    loopt = trajecten.laatste(tx, wijk)
    if loopt is None:
        return []
    plekken = {gang.id: van_gang(tx, wijk, gang) for gang in trajecten.verloop(tx, loopt.id)}
    return [(plekken[een.fase], een) for een in fasestukken.van_fasen(tx, list(plekken), openbaar=openbaar)]


def _van_organisator(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Fasestuk, Plek]:
    eis_rol(tx, handeling, ORGANISATOR)
    een = _bestaand(tx, handeling, publiek_id)
    gang = trajecten.zoek_fase(tx, handeling.wijk, id=een.fase)
    assert gang is not None  # noqa: S101 (a foreign key)
    return een, van_gang(tx, handeling.wijk, gang)


def _bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Fasestuk:
    een = fasestukken.zoek(tx, handeling.wijk, publiek_id)
    if een is None:
        raise Geweigerd("stuk.onbekend")
    return een


def _eis_ruimte(tx: Connection, plek: Plek) -> None:
    if len(fasestukken.van_fasen(tx, [plek.gang.id])) >= MEEST:
        raise Geweigerd("fase.te_veel_stukken", maximum=MEEST)


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    stuk = stukken.bestaand(tx, handeling, data["stuk"])
    return {"stuknaam": stuk.naam if stuk else None}


def _voeg_toe(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    plek, stuk = zoek(tx, handeling.wijk, data["fase"]), stukken.bestaand(tx, handeling, data["stuk"])
    _eis_ruimte(tx, plek)
    assert stuk is not None  # noqa: S101 (the form asks for it)
    fasestukken.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=handeling.id("fasestuk"),
        fase=plek.gang.id,
        stuk=stuk.id,
        titel=data["titel"],
        openbaar=data["openbaar"] == "ja",
        op=handeling.now,
        gemaakt_door=wie.account,
    )
    return van_fase(tx, handeling, data["fase"], melding="fase.stuk_erbij")


FORMULIER = Formulier(
    "fasestuk",
    (
        Veld("stuk", neemt="stuk"),
        Veld("titel", tekst_tot(100)),
        Veld("openbaar", keuzes=("ja", "nee")),
    ),
    (ORGANISATOR,),
    _voeg_toe,
    bekijk=_bekijk,
)

"""What came out of a mijlpaal, in plain words on four levels: typed by the organisator, told to residents, corrected.

over ──the next morning──▶ the organisatoren are asked ──form──▶ told to who wants to hear of the gemeenteraad
                                                          └─ form once more ▶ told as corrected to who read it
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.rules.pacing import Baan
from bot.services.bezorging import NIETS, Geval, Lading, Vers
from bot.services.bladzij import blader
from bot.services.formulier import ANDERS, Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_binnen, eis_rol
from bot.services.lezers import link, tekst_tot
from bot.services.mijlpaal import als_data, wie_lazen
from bot.storage import doelgroepen, inspreekwensen, mijlpalen, outbox, rollen, uitslagen, verteld, wekkers
from bot.storage.accounts import Wie
from bot.storage.mijlpalen import Mijlpaal
from bot.storage.uitslagen import NIVEAUS, Uitslag

UITKOMSTEN = ("aangenomen", "aangepast", "niet_aangenomen", "uitgesteld", "besproken")
NIEUW = "mijlpaal_uitslag"
"""The alarm by which residents hear what came out; of a correction too."""
PER_BLADZIJ = 4


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0) -> Boodschap:
    """Show residents and the team a page of what was, the last first."""
    eis_binnen(tx, handeling)
    gevonden, rond = blader(
        lambda hoeveel, na: mijlpalen.voor(tx, handeling.wijk, handeling.now, hoeveel, na), bladzij, PER_BLADZIJ
    )
    gezegd = uitslagen.alle(tx, handeling.wijk, [een.id for een in gevonden])
    regels = [{**als_data(een), "uitslag": uitslag_als_data(gezegd.get(een.id, []))} for een in gevonden]
    return Boodschap("mijlpaal.geweest", {"mijlpalen": regels, **rond})


def van(tx: Connection, wijk: int, mijlpaal: int) -> dict[str, Any] | None:
    """Return what came out of one, as people see it; None when nobody said yet."""
    return uitslag_als_data(uitslagen.alle(tx, wijk, [mijlpaal]).get(mijlpaal, []))


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for what came out; filled in when it was told already, to correct it."""
    een = _eis_voorbij(tx, handeling, publiek_id)
    data: dict[str, Any] = {"id": publiek_id, "titel": een.titel, "was": None}
    gezegd = uitslagen.alle(tx, handeling.wijk, [een.id]).get(een.id)
    if gezegd:
        laatste = gezegd[-1]
        eerder = {naam: getattr(laatste, naam) for naam in ("uitkomst", *NIVEAUS, "link")}
        data |= {**eerder, "was": laatste.id, "vieren": "ja" if laatste.vieren else "nee", ANDERS: True}
    return open_formulier(tx, handeling, FORMULIER, data)


def nieuw(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell what came out: the first time to everyone who wants to hear it, a correction to who may have read it."""
    een = mijlpalen.zoek(tx, geval.wijk, id=uitslagen.mijlpaal_van(tx, geval.wijk, geval.wekker.onderwerp))
    if een is None or een.ingetrokken_op:
        return NIETS
    gezegd = uitslagen.alle(tx, geval.wijk, [een.id])[een.id]
    boodschap = _boodschap(een, gezegd)
    if geval.wekker.onderwerp == gezegd[0].id:
        naar = doelgroepen.accounts_van(tx, geval.wijk, WIJK, geval.wekker.na_account, hoeveel)
        return Lading(naar, boodschap, over="raad")
    naar = wie_lazen(tx, geval, _alarmen(tx, geval.wijk, gezegd, tot=geval.wekker.onderwerp), hoeveel)
    return Lading(naar, boodschap, over="raad", dringend=True)


def ververs(tx: Connection, wijk: int, publiek_id: str, accounts: Sequence[int], now: datetime) -> Vers | None:
    """Return what came out of one as it stands now."""
    een = mijlpalen.zoek(tx, wijk, publiek_id=publiek_id)
    gezegd = uitslagen.alle(tx, wijk, [een.id]).get(een.id) if een else None
    return Vers(_boodschap(een, gezegd), None, None) if een and gezegd else None


def vraag_team(tx: Connection, geval: Geval) -> None:
    """Ask the organisatoren what came out, when nobody wrote it down yet, and forget who wanted to speak."""
    inspreekwensen.vergeet(tx, geval.wekker.onderwerp)
    een = mijlpalen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if een is None or een.ingetrokken_op or een.moment > geval.now or van(tx, geval.wijk, een.id):
        return
    naar = rollen.accounts_met(tx, geval.wijk, [ORGANISATOR])
    sleutel = f"mijlpaal_invullen:{geval.wekker.id}"
    outbox.schrijf(tx, geval.wijk, sleutel, naar, Boodschap("mijlpaal.vul_in", als_data(een)), baan=Baan.HERINNERING)


def _leg_vast(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een = _eis_voorbij(tx, handeling, data["id"])
    gezegd = uitslagen.alle(tx, handeling.wijk, [een.id]).get(een.id, [])
    if (gezegd[-1].id if gezegd else None) != data["was"]:
        raise Geweigerd("wijziging.intussen_gewijzigd")
    velden = _velden(data)
    if not any(velden[niveau] for niveau in NIVEAUS):
        raise Geweigerd("mijlpaal.minstens_een")
    if gezegd and all(getattr(gezegd[-1], naam) == waarde for naam, waarde in velden.items()):
        raise Geweigerd("wijziging.niets_gewijzigd")
    vast = {"op": handeling.now, "gemaakt_door": wie.account}
    uitslag = uitslagen.voeg_toe(tx, handeling.wijk, mijlpaal=een.id, **velden, **vast)
    nu = uitslagen.alle(tx, handeling.wijk, [een.id])[een.id]
    verteld.herschrijf(tx, _alarmen(tx, handeling.wijk, nu, tot=uitslag), _boodschap(een, nu).data, None)
    wekkers.zet(tx, handeling.wijk, NIEUW, uitslag, handeling.now)
    return Boodschap("mijlpaal.uitslag_verteld", _boodschap(een, nu).data)


def _velden(data: dict[str, Any]) -> dict[str, Any]:
    velden = {naam: data.get(naam) for naam in ("uitkomst", *NIVEAUS, "link")}
    return {**velden, "vieren": data.get("vieren") == "ja"}


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    een = _eis_voorbij(tx, handeling, data["id"])
    verbeterd = handeling.now.isoformat() if data["was"] else None
    return {**als_data(een), "uitslag": {**_velden(data), "verbeterd_op": verbeterd}, "was": bool(data["was"])}


def _boodschap(een: Mijlpaal, gezegd: Sequence[Uitslag]) -> Boodschap:
    return Boodschap("mijlpaal.uitslag", {**als_data(een), "uitslag": uitslag_als_data(gezegd)})


def uitslag_als_data(gezegd: Sequence[Uitslag]) -> dict[str, Any] | None:
    """Return what was written down last, as people see it; None when nothing was."""
    if not gezegd:
        return None
    laatste = gezegd[-1]
    velden = {naam: getattr(laatste, naam) for naam in ("uitkomst", *NIVEAUS, "vieren", "link")}
    return {**velden, "verbeterd_op": laatste.op.isoformat() if len(gezegd) > 1 else None}


def _alarmen(tx: Connection, wijk: int, gezegd: Sequence[Uitslag], *, tot: int) -> list[int]:
    """Return the alarms that told what was written down before a row."""
    return [alarm for een in gezegd if een.id < tot for alarm in wekkers.ids_van(tx, wijk, [NIEUW], een.id)]


def _eis_voorbij(tx: Connection, handeling: Handeling, publiek_id: str) -> Mijlpaal:
    eis_rol(tx, handeling, ORGANISATOR)
    een = mijlpalen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if een is None or een.ingetrokken_op:
        raise Geweigerd("mijlpaal.weg")
    if een.moment > handeling.now:
        raise Geweigerd("mijlpaal.nog_niet")
    return een


FORMULIER = Formulier(
    "mijlpaal_uitslag",
    (
        Veld("uitkomst", keuzes=UITKOMSTEN),
        *(Veld(niveau, tekst_tot(300), mag_over=True) for niveau in NIVEAUS),
        Veld("vieren", keuzes=("ja", "nee")),
    ),
    (ORGANISATOR,),
    _leg_vast,
    extra=(Veld("link", link, mag_over=True),),
    bekijk=_bekijk,
)

"""What a werkgroep is reminded of, once or again and again: making, changing and stopping it, and what goes out."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from berichten.leeswoorden import leeswoorden
from bot.errors import Geweigerd
from bot.rules.doelgroep import Doelgroep
from bot.rules.herhaling import Herhaling, laatste_dag, lees_herhaling
from bot.rules.herinneringen import GRATIE, te_laat
from bot.rules.momenten import lees_dag
from bot.rules.pacing import Baan
from bot.services.bezorging import NIETS, Geval, Lading
from bot.services.bladzij import blader_in
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.formuliervorm import noemt_werkgroepen
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER, Handeling, eis_rol, mag_voor
from bot.services.lezers import of_weiger, tekst_tot
from bot.services.tijdstip import STIL, met_stilte
from bot.storage import doelgroepen, herinneringen, wekkers, werkgroepen
from bot.storage.accounts import Wie
from bot.storage.herinneringen import Herinnering

SOORT = "herinnering_eigen"
ROLLEN = (TREKKER, BEGELEIDER, ORGANISATOR)
"""Who makes them: a trekker for the own werkgroep."""
PER_BLADZIJ = 8


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show a page of the reminders that someone may change, the first to come first."""
    wie = eis_rol(tx, handeling, *ROLLEN)
    komend = herinneringen.lijst(tx, handeling.wijk)
    alle = [(een, een.volgende) for een in komend if een.volgende is not None and mag_voor(wie, een.voor)]
    gezien, rond = blader_in(alle, bladzij, PER_BLADZIJ)
    return Boodschap(
        "herinnering.lijst", {"regels": [_als_data(een, keer) for een, keer in gezien], **rond}, melding=melding
    )


def toon(tx: Connection, handeling: Handeling, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show one reminder."""
    return Boodschap("herinnering.een", _als_data(*_eis(tx, handeling, publiek_id)), melding=melding)


def begin_wijzigen(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form to change one, filled in as it is."""
    eigen, keer = _eis(tx, handeling, publiek_id)
    data = {
        "id": publiek_id,
        "groep": eigen.groep,
        "tekst": eigen.tekst,
        "moment": {**met_stilte(keer, handeling), "herhaling": eigen.herhaling.als_json()},
        "stil": "goed",
        "tot": eigen.herhaling.tot.isoformat() if eigen.herhaling.tot else None,
    }
    return open_formulier(tx, handeling, WIJZIGEN, data)


def stop(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Stop one for good, after a question whether one is sure."""
    eigen, keer = _eis(tx, handeling, publiek_id)
    if not zeker:
        return Boodschap("herinnering.zeker", _als_data(eigen, keer))
    herinneringen.zet(tx, eigen.id, volgende=None)
    wekkers.vervallen(tx, handeling.wijk, SOORT, eigen.id, handeling.now)
    return lijst(tx, handeling, melding="herinnering.gestopt")


def stuur(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Remind the members of a werkgroep, who asked for it by joining: it goes now, but not to who wants none of it."""
    eigen = herinneringen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if eigen is None or eigen.volgende is None:
        return NIETS
    naar = doelgroepen.accounts_van(tx, geval.wijk, eigen.voor, geval.wekker.na_account, hoeveel)
    boodschap = Boodschap("herinnering", {"tekst": eigen.tekst, "groep": eigen.groep_naam})
    niet_na = geval.gaat_op + GRATIE[SOORT]
    return Lading(naar, boodschap, Baan.HERINNERING, over="werkgroepen", niet_na=niet_na, dringend=True)


def plan_volgende(tx: Connection, geval: Geval) -> None:
    """Set the alarm of the next time. What passed meanwhile is written down as missed, and does not come in a burst."""
    eigen = herinneringen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if eigen is None or eigen.volgende is None:
        return
    keer = eigen.herhaling.na(eigen.volgende, geval.zone)
    while keer is not None and te_laat(SOORT, keer, geval.now):
        wekkers.mis(tx, geval.wijk, SOORT, eigen.id, keer, geval.now)
        keer = eigen.herhaling.na(keer, geval.zone)
    _zet_wekker(tx, geval.wijk, eigen.id, keer)


def _zet_wekker(tx: Connection, wijk: int, herinnering: int, keer: datetime | None) -> None:
    herinneringen.zet(tx, herinnering, volgende=keer)
    if keer is not None:
        wekkers.zorg_voor(tx, wijk, SOORT, herinnering, keer)


def _bewaar(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    if data["groep"] not in dict(_groepen(tx, handeling, data)):
        raise Geweigerd("doelgroep.onbekend")
    herhaling, keer = _herhaling(data), _eerste(data, handeling)
    if keer is None:  # the preview stayed open too long
        raise Geweigerd("moment.voorbij")
    if "id" in data:
        eigen, _ = _eis(tx, handeling, data["id"])
        herinneringen.zet(tx, eigen.id, tekst=data["tekst"], herhaling=herhaling.als_json())
        wekkers.vervallen(tx, handeling.wijk, SOORT, eigen.id, handeling.now)
        _zet_wekker(tx, handeling.wijk, eigen.id, keer)
        return toon(tx, handeling, data["id"], melding="herinnering.gewijzigd")
    velden = {"publiek_id": handeling.id("herinnering"), "tekst": data["tekst"], "gemaakt_door": wie.account}
    nieuw = herinneringen.voeg_toe(tx, handeling.wijk, data["groep"], herhaling, **velden)
    _zet_wekker(tx, handeling.wijk, nieuw, keer)
    return toon(tx, handeling, velden["publiek_id"], melding="herinnering.gemaakt")


def _herhaling(data: dict[str, Any]) -> Herhaling:
    gekozen = Herhaling.uit_json({**data["moment"]["herhaling"], "tot": data.get("tot")})
    tot = gekozen.tot
    return of_weiger(lambda: laatste_dag(gekozen, tot)) if tot else gekozen


def _eerste(data: dict[str, Any], handeling: Handeling) -> datetime | None:
    return _herhaling(data).na(handeling.now, handeling.zone)


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    keer = _eerste(data, handeling)
    if keer is None:
        raise Geweigerd("moment.voorbij")
    return {
        "groep_naam": dict(_groepen(tx, handeling, data)).get(data["groep"], ""),
        "ritme": _herhaling(data).als_json(),
        "volgende": keer.isoformat(),
        "gaat": met_stilte(keer, handeling)["gaat"],
    }


def _groepen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    wie = eis_rol(tx, handeling, *ROLLEN)
    alle = werkgroepen.lijst(tx, handeling.wijk, 0)
    return [(w.publiek_id, w.naam) for w in alle if mag_voor(wie, Doelgroep("werkgroep", w.publiek_id))]


def _lees_moment(tekst: str, handeling: Handeling) -> dict[str, Any]:
    herhaling = of_weiger(lambda: lees_herhaling(tekst, handeling.now, handeling.zone, leeswoorden()))
    keer = herhaling.na(handeling.now, handeling.zone) or handeling.now
    return {**met_stilte(keer, handeling), "herhaling": herhaling.als_json()}


def _lees_dag(tekst: str, handeling: Handeling) -> str:
    return of_weiger(lambda: lees_dag(tekst, handeling.now, handeling.zone, leeswoorden()).isoformat())


def _eis(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Herinnering, datetime]:
    """Return a reminder that someone may change, and when it comes next."""
    wie = eis_rol(tx, handeling, *ROLLEN)
    eigen = herinneringen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if eigen is None or eigen.volgende is None or not mag_voor(wie, eigen.voor):
        raise Geweigerd("herinnering.onbekend")
    return eigen, eigen.volgende


def _als_data(eigen: Herinnering, keer: datetime) -> dict[str, Any]:
    return {
        "id": eigen.publiek_id,
        "tekst": eigen.tekst,
        "groep_naam": eigen.groep_naam,
        "ritme": eigen.herhaling.als_json(),
        "volgende": keer.isoformat(),
        "gaat": None,
    }


_TEKST = Veld("tekst", tekst_tot(300), teksten="herinnering")
_MOMENT = Veld("moment", _lees_moment, teksten="herinnering", daarna=STIL.naam)
_TOT = Veld(
    "tot",
    _lees_dag,
    teksten="herinnering",
    mag_over=True,
    als=lambda data: bool(data.get("moment")) and data["moment"]["herhaling"]["ritme"] != "eens",
)
FORMULIER = Formulier(
    "herinnering",
    (Veld("groep", haal=_groepen, bekijk=noemt_werkgroepen), _TEKST, _MOMENT, STIL),
    ROLLEN,
    _bewaar,
    extra=(_TOT,),
    bekijk=_bekijk,
)
WIJZIGEN = Formulier("herinnering_wijzigen", (), ROLLEN, _bewaar, extra=(_TEKST, _MOMENT, STIL, _TOT), bekijk=_bekijk)

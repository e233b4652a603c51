"""Works in the street with which other works can go along: noted by the team, told ahead to who lives there."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.rules.natuurlijkmoment import kans_op
from bot.rules.pacing import Baan
from bot.services import lezers, natuurlijkmoment
from bot.services.bezorging import NIETS, TE_LAAT, Geval, Lading, Vers
from bot.services.bladzij import blader_in
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_binnen, eis_rol, met_rol
from bot.storage import doelgroepen, huishoudens, natuurlijkmomenten, wekkers
from bot.storage.accounts import Wie
from bot.storage.natuurlijkmomenten import Koppelkans

SOORT = "koppelkans"
WEKKER = "koppelkans"
SOORTEN = ("riolering", "straat", "groen", "leidingen", "anders")
ROLLEN = (BEGELEIDER, ORGANISATOR)
PER_BLADZIJ = 3


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show a page of what is coming; to the team with how many residents plan something."""
    wie = eis_binnen(tx, handeling)
    mag = met_rol(handeling, wie, *ROLLEN)
    alle = natuurlijkmomenten.kansen(tx, handeling.wijk, _dag(handeling))
    gevonden, rond = blader_in(alle, bladzij, PER_BLADZIJ)
    plannen = natuurlijkmoment.tel(tx, handeling) if mag else []
    data = {"kansen": [als_data(een) for een in gevonden], "mag": mag, "bewoner": wie.bewoner is not None, **rond}
    return Boodschap("koppelkans.lijst", {**data, "plannen": plannen}, melding=melding)


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one."""
    wie, een = eis_binnen(tx, handeling), _bestaand(tx, handeling, publiek_id)
    return Boodschap("koppelkans.een", {**als_data(een), "mag": bool(wie.rollen & set(ROLLEN))})


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Withdraw one, after a question whether one is sure; nobody is told of it any more."""
    eis_rol(tx, handeling, *ROLLEN)
    een = _bestaand(tx, handeling, publiek_id)
    if not zeker:
        return Boodschap("koppelkans.zeker", als_data(een))
    natuurlijkmomenten.trek_kans_in(tx, een.id, handeling.now)
    wekkers.vervallen(tx, handeling.wijk, WEKKER, een.id, handeling.now)
    return lijst(tx, handeling, melding="koppelkans.weg")


def straks(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell who lives in its streets, some weeks ahead, what it means."""
    een = natuurlijkmomenten.zoek_kans(tx, geval.wijk, id=geval.wekker.onderwerp)
    if een is None or een.ingetrokken_op:
        return NIETS
    if geval.now.astimezone(geval.zone).date() > een.tot:
        return TE_LAAT
    waar = natuurlijkmomenten.in_straten(een.straten)
    naar = doelgroepen.accounts_van(tx, geval.wijk, WIJK, geval.wekker.na_account, hoeveel, waar)
    return Lading(naar, Boodschap("koppelkans.straks", als_data(een)), Baan.UITZENDING, over="buurt")


def ververs(tx: Connection, wijk: int, publiek_id: str, accounts: Sequence[int], now: datetime) -> Vers | None:
    """Return it as it stands when it goes; None when it was withdrawn or is over."""
    een = natuurlijkmomenten.zoek_kans(tx, wijk, publiek_id=publiek_id)
    if een is None or een.ingetrokken_op or een.tot < now.date():
        return None
    return Vers(Boodschap("koppelkans.straks", als_data(een)), None, None)


def als_data(een: Koppelkans) -> dict[str, Any]:
    """Return what people see of one."""
    velden = ("soort", "titel", "uitleg", "straten", "door", "link")
    dagen = {"van": een.van.isoformat(), "tot": een.tot.isoformat()}
    return {"id": een.publiek_id, **{naam: getattr(een, naam) for naam in velden}, **dagen}


def _noteer(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    van, tot = date.fromisoformat(data["van"]), date.fromisoformat(data["tot"])
    if tot < van:
        raise Geweigerd("koppelkans.volgorde")
    if tot < _dag(handeling):
        raise Geweigerd("moment.voorbij")
    velden = {naam: data[naam] for naam in ("soort", "titel", "uitleg", "door")}
    nieuw = natuurlijkmomenten.maak_kans(
        tx,
        handeling.wijk,
        publiek_id=handeling.id(SOORT),
        straten=sorted(_namen(tx, handeling, data)),
        van=van,
        tot=tot,
        link=data.get("link"),
        op=handeling.now,
        gemaakt_door=wie.account,
        **velden,
    )
    wekkers.zet(tx, handeling.wijk, WEKKER, nieuw, kans_op(van, handeling.now, handeling.zone))
    return lijst(tx, handeling, melding="koppelkans.genoteerd")


def _straten(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Offer the streets, each by the id of one of its households: a name may not fit a button."""
    return [(huis_id, naam) for naam, huis_id in huishoudens.straten(tx, handeling.wijk)]


def _namen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[str]:
    gekozen = set(data.get("straten") or ())
    return [naam for naam, huis_id in huishoudens.straten(tx, handeling.wijk) if huis_id in gekozen]


def _wissel(gekozen: Sequence[str], keuze: str) -> list[str]:
    return [een for een in gekozen if een != keuze] if keuze in gekozen else [*gekozen, keuze]


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    return {"straten": _namen(tx, handeling, data), "link": data.get("link")}


def _bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Koppelkans:
    een = natuurlijkmomenten.zoek_kans(tx, handeling.wijk, publiek_id=publiek_id)
    if een is None or een.ingetrokken_op:
        raise Geweigerd("koppelkans.onbekend")
    return een


def _dag(handeling: Handeling) -> date:
    return handeling.now.astimezone(handeling.zone).date()


FORMULIER = Formulier(
    SOORT,
    (
        Veld("soort", keuzes=SOORTEN),
        Veld("titel", lezers.tekst_tot(100)),
        Veld("straten", haal=_straten, meer=_wissel),
        Veld("van", lezers.datum),
        Veld("tot", lezers.datum),
        Veld("door", lezers.tekst_tot(100)),
        Veld("uitleg", lezers.alinea_tot(600)),
    ),
    ROLLEN,
    _noteer,
    extra=(Veld("link", lezers.link, teksten="onderbouwing", mag_over=True),),
    bekijk=_bekijk,
)

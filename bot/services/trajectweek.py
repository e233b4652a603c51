"""What organisatoren hear of the plan without asking: each Monday how it stands, and when a stage runs late.

Both are alarms. An organisator may also say that a stage takes longer; the others hear what that means in days.
"""

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.momenten import naar_utc
from bot.rules.pacing import Baan
from bot.services import trajectplan, trajectstand
from bot.services.bezorging import Geval
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.services.lezers import datum
from bot.services.trajectstand import OCHTEND, UITLOOP, Trajectstand, fase_data
from bot.storage import outbox, rollen, trajecten, wekkers
from bot.storage.accounts import Wie

WEEK = "traject_week"
"""The alarm of each Monday; its subject is the traject."""
HOOGSTENS = timedelta(days=5 * 366)
"""No stage takes so much longer."""


def volgende_maandag(now: datetime, zone: ZoneInfo) -> datetime:
    """Return the next Monday at nine in the morning, local, after a moment."""
    vandaag = now.astimezone(zone).date()
    maandag = vandaag + timedelta(days=-vandaag.weekday() % 7)
    moment = naar_utc(maandag, OCHTEND, zone)
    return moment if moment > now else naar_utc(maandag + timedelta(days=7), OCHTEND, zone)


def plan_week(tx: Connection, wijk: int, traject: int, now: datetime, zone: ZoneInfo) -> None:
    """See to it that organisatoren hear how it stands on Monday."""
    wekkers.zorg_voor(tx, wijk, WEEK, traject, volgende_maandag(now, zone))


def week(tx: Connection, geval: Geval) -> None:
    """Tell organisatoren how the plan stands, and let it be said again a week later; once after a long sleep."""
    stand = trajectstand.lees(tx, geval.wijk)
    if stand is None or stand.loopt.id != geval.wekker.onderwerp:
        return
    plan_week(tx, geval.wijk, stand.loopt.id, geval.now, geval.zone)
    if geval.hersteld:
        return
    gerekend = trajectplan.van_stand(tx, geval.wijk, stand, (geval.now, geval.zone))
    data = trajectplan.oordeel(gerekend) | {"kritiek": _kritiek(gerekend), "nu": _lopend(stand, gerekend)}
    naar = rollen.accounts_met(tx, geval.wijk, [ORGANISATOR])
    sleutel = f"{WEEK}:{geval.wekker.id}:{geval.wekker.moment.isoformat()}"
    straks = geval.now + timedelta(days=6)
    outbox.schrijf(
        tx, geval.wijk, sleutel, naar, Boodschap("traject.week", data), baan=Baan.HERINNERING, niet_na=straks
    )


def te_laat(tx: Connection, geval: Geval) -> None:
    """Tell organisatoren that a stage is open after its last day, and what that means."""
    gang = trajecten.zoek_fase(tx, geval.wijk, id=geval.wekker.onderwerp)
    stand = trajectstand.lees(tx, geval.wijk)
    if gang is None or stand is None or gang.traject != stand.loopt.id or not gang.bezig or geval.hersteld:
        return
    vandaag = geval.now.astimezone(geval.zone).date()
    if vandaag <= gang.tot or (gang.verwacht_tot and vandaag <= gang.verwacht_tot):  # the plan moved meanwhile
        return
    naar = rollen.accounts_met(tx, geval.wijk, [ORGANISATOR])
    sleutel = f"{UITLOOP}:{geval.wekker.id}:{geval.wekker.moment.isoformat()}"
    data = _uitloop(tx, geval.wijk, stand, gang, (geval.now, geval.zone)) | {"tot": gang.tot.isoformat()}
    outbox.schrijf(tx, geval.wijk, sleutel, naar, Boodschap("traject.te_laat", data), baan=Baan.HERINNERING)


def loopt_uit(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask when a stage will be done that takes longer."""
    eis_rol(tx, handeling, ORGANISATOR)
    gang = _eis_bezig(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, FORMULIER, {"fase": gang.publiek_id})


def _zet_uitloop(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    gang, tot = _eis_bezig(tx, handeling, data["fase"]), date.fromisoformat(data["tot"])
    stand, tijd = trajectstand.lees(tx, handeling.wijk), (handeling.now, handeling.zone)
    assert stand is not None  # noqa: S101 (a stage of it runs)
    was = trajectplan.van_stand(tx, handeling.wijk, stand, tijd).plan.speling
    trajecten.zet_fase(tx, gang.id, verwacht_tot=tot)
    trajectstand.herplan(tx, handeling.wijk, *tijd)
    nieuw = trajectstand.van(tx, stand.loopt)
    gezegd = _uitloop(tx, handeling.wijk, nieuw, gang, tijd) | {"tot": tot.isoformat(), "was": was}
    boodschap = Boodschap("traject.uitloop", gezegd)
    anderen = set(rollen.accounts_met(tx, handeling.wijk, [ORGANISATOR])) - {wie.account}
    sleutel = f"traject_uitloop:{handeling.id('uitloop')}"
    outbox.schrijf(tx, handeling.wijk, sleutel, anderen, boodschap, baan=Baan.HERINNERING)
    return boodschap


def _uitloop(
    tx: Connection, wijk: int, stand: Trajectstand, gang: trajecten.Gang, tijd: tuple[datetime, ZoneInfo]
) -> dict[str, Any]:
    gerekend = trajectplan.van_stand(tx, wijk, stand, tijd)
    over = fase_data(stand.traject.naam, stand.traject.fase(gang.sleutel))
    return {**trajectplan.oordeel(gerekend), "over": over, "id": gang.publiek_id}


def _eis_bezig(tx: Connection, handeling: Handeling, publiek_id: str) -> trajecten.Gang:
    gang, stand = trajecten.zoek_fase(tx, handeling.wijk, publiek_id=publiek_id), trajectstand.lees(tx, handeling.wijk)
    if gang is None or stand is None or gang.traject != stand.loopt.id or not gang.bezig:
        raise Geweigerd("traject.niet_bezig")
    return gang


def _kritiek(gerekend: trajectplan.Gerekend) -> dict[str, Any] | None:
    """Return the first stage with the least slack; None when the gemeenteraad has decided."""
    eerst = gerekend.plan.kritiek[:1]
    return fase_data(gerekend.traject.naam, gerekend.traject.fase(eerst[0])) if eerst else None


def _lopend(stand: Trajectstand, gerekend: trajectplan.Gerekend) -> list[dict[str, Any]]:
    """Return the stages that run, with their last day and slack."""
    gevonden = []
    for fase in stand.nu:
        regel = gerekend.plan.regel(fase.naam)
        data = {"id": stand.gang[fase.naam].publiek_id, "tot": regel.tot.isoformat(), "speling": regel.speling}
        gevonden.append({**fase_data(stand.traject.naam, fase), **data})
    return gevonden


def _nog_te_komen(tekst: str, handeling: Handeling) -> str:
    iso, vandaag = str(datum(tekst, handeling)), handeling.now.astimezone(handeling.zone).date()
    if not vandaag <= date.fromisoformat(iso) <= vandaag + HOOGSTENS:
        raise Geweigerd("traject.uitloop")
    return iso


FORMULIER = Formulier("traject_uitloop", (Veld("tot", _nog_te_komen),), (ORGANISATOR,), _zet_uitloop, voorbeeld=False)

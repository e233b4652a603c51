"""What someone wants to hear without asking, and when. Stopping is one word; whoever stopped still counts everywhere.

everything, at once ──toggle──▶ some subjects ──"once a week"──▶ together on Friday
    └──/stop──▶ nothing but what they ask for ──/start or the button──▶ as it was before
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.weekmaat import ONDERWERPEN, WEEK, Voorkeur
from bot.services import bezorging
from bot.services.handeling import Handeling, eis_bewoner, wie_spreekt
from bot.storage import bewaard, voorkeuren, wachtrij


def toon(tx: Connection, handeling: Handeling, nieuw: bool = False) -> Boodschap:
    """Show what one hears about, and when; `nieuw` as a message of its own, where the one with the button must stay."""
    wie = eis_bewoner(tx, handeling)
    scherm = _scherm(handeling, voorkeuren.van(tx, wie.account))
    return replace(scherm, wijze="nieuw") if nieuw else scherm


def schakel(tx: Connection, handeling: Handeling, over: str, stand: str) -> Boodschap:
    """Switch a subject `aan` or `uit`; what waited about it goes with it."""
    wie = eis_bewoner(tx, handeling)
    if over not in ONDERWERPEN or stand not in {"aan", "uit"}:
        raise Geweigerd("voorkeur.onbekend")
    if stand == "uit":
        bewaard.vergeet_account(tx, wie.account, over)
    return _scherm(handeling, voorkeuren.zet(tx, wie.account, **{over: stand == "aan"}), melding="voorkeur.bewaard")


def kies_tempo(tx: Connection, handeling: Handeling, tempo: str) -> Boodschap:
    """Hear it at once (`meteen`) or once a `week`; what waits goes at the moment that fits this."""
    wie = eis_bewoner(tx, handeling)
    if tempo not in {"meteen", "week"}:
        raise Geweigerd("voorkeur.onbekend")
    gekozen = voorkeuren.zet(tx, wie.account, wekelijks=tempo == "week")
    _herplan(tx, handeling, wie.account)
    return _scherm(handeling, gekozen, melding="voorkeur.bewaard")


def stop(tx: Connection, handeling: Handeling) -> Boodschap:
    """End at once all that one did not ask for, also what was on its way; no question is asked."""
    wie = wie_spreekt(tx, handeling)
    voorkeuren.zet(tx, wie.account, gestopt=True)
    bewaard.vergeet_account(tx, wie.account)
    wachtrij.stop_ongevraagd(tx, wie.account)
    return Boodschap("voorkeur.gestopt", {"weer": wie.bewoner is not None})


def weer(tx: Connection, handeling: Handeling) -> Boodschap:
    """Hear again what one chose before stopping."""
    wie = eis_bewoner(tx, handeling)
    return _scherm(handeling, voorkeuren.zet(tx, wie.account, gestopt=False), weer=True)


def is_gestopt(tx: Connection, account: int) -> bool:
    """Say whether someone wants to hear nothing."""
    return voorkeuren.van(tx, account).gestopt


def _scherm(handeling: Handeling, gekozen: Voorkeur, *, weer: bool = False, melding: str | None = None) -> Boodschap:
    if gekozen.gestopt:
        return Boodschap("voorkeur.gestopt", {"weer": True})
    data: dict[str, Any] = {
        "alle": list(ONDERWERPEN),
        "onderwerpen": [over for over in ONDERWERPEN if over in gekozen.onderwerpen],
        "wekelijks": gekozen.wekelijks,
        "per_week": handeling.verzending.per_week,
        "weer": weer,
    }
    return Boodschap("voorkeur", data, melding=melding)


def _herplan(tx: Connection, handeling: Handeling, account: int) -> None:
    """Give what waits for someone the moment that fits what they chose now."""
    rijen = [rij for rij in bewaard.van(tx, [account]) if rij.wijk == handeling.wijk]
    if not rijen:
        return
    gehoord = voorkeuren.gehoord(tx, [account], handeling.now - WEEK)[account]
    maat = bezorging.weekmaat(handeling.verzending, handeling.zone)
    later = {}
    for rij in rijen:
        voorbij = bezorging.voorbij(rij.soort, rij.niet_na, rij.uiterlijk)
        op = maat.beurt(gehoord.voorkeur, gehoord.gehad, handeling.now, voorbij)
        later[rij.id] = min(op, maat.straks(rij.uiterlijk)) if rij.uiterlijk else op
    bewaard.verzet(tx, later)
    bezorging.plan(tx, handeling.wijk, later.values())

"""Closing the process: an organisator asks, a second person reads the same and agrees; how it stands is the outcome.

It cannot be done twice, nor undone. What is still open is said before, and holds up nothing.
"""

import hashlib
from dataclasses import asdict
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.canoniek import canoniek
from bot.rules.doelgroep import WIJK
from bot.services import bewijslog, uitkomst, uitslagblad, voorstel
from bot.services.bezorging import NIETS, Geval, Lading
from bot.services.handeling import ORGANISATOR, ROLLEN, Handeling, eis_rol, publiek_id
from bot.services.spelregels import geldend
from bot.services.stand import lees_stand
from bot.storage import (
    accounts,
    afsluitingen,
    correcties,
    doelgroepen,
    peilingen,
    rollen,
    spelregels,
    steekproeven,
    tellingen,
    voorstellen,
    wekkers,
)

SOORT = "afsluiten"
WEKKER = "afgesloten"


def lees(tx: Connection, handeling: Handeling) -> dict[str, Any] | None:
    """Count how it stands and what is still open; None for who may not see it. Reads only, and may take a while."""
    stand = lees_stand(tx, handeling, vers=True)
    return stand and {
        **{naam: stand[naam] for naam in ("wijk", "spelregels", "drempels", "zonder_team", "vertrokken", "geteld_op")},
        "gezien": _merk(stand["spelregels"]["versie"], stand["drempels"]),
        "open": _open(tx, handeling),
        "dag": _andere_dag(tx, handeling),
    }


def begin(tx: Connection, handeling: Handeling, gelezen: dict[str, Any] | None, gezien: str = "") -> Boodschap:
    """Show an organisator how it stands, what closing means and what is open; who saw that asks a second person.

    Args:
        gelezen: what `lees` counted a moment ago.
        gezien: the mark of what one agrees to; of something else it is shown again.

    Raises:
        Geweigerd: no organisator; nothing was fixed yet; it was closed already.
    """
    wie = eis_rol(tx, handeling, ORGANISATOR)
    _eis_open(tx, handeling.wijk)
    if wacht := next((een for een in voorstellen.open_(tx, handeling.wijk, handeling.now) if een.soort == SOORT), None):
        return voorstel.toon(tx, handeling, wacht.publiek_id)  # two taps ask once
    data = gelezen or lees(tx, handeling)
    assert data is not None  # noqa: S101 (an organisator may see it)
    if gezien != data["gezien"]:
        return Boodschap("afsluiten", data, melding="afsluiten.intussen" if gezien else None)
    bewijslog.vraag_ijkpunt(tx, handeling.wijk, handeling.now)  # then little is left to number when it is confirmed
    return voorstel.stel_voor(tx, handeling, wie, SOORT, {"gezien": gezien}, lezen=[["afsluiten.lezen", data]])


def nieuws(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell the team, and everyone who wants to hear of the gemeenteraad, what came out."""
    uit = uitkomst.van(tx, geval.wijk)
    if uit is None:
        return NIETS
    na = geval.wekker.na_account
    team = frozenset(rollen.accounts_met(tx, geval.wijk, ROLLEN))
    bewoners = doelgroepen.accounts_van(tx, geval.wijk, WIJK, na, hoeveel)
    naar = sorted({*bewoners, *(account for account in team if account > na)})[:hoeveel]
    data = {
        "wijk": tellingen.wijknaam(tx, geval.wijk),
        "op": uit.op.isoformat(),
        "drempels": [{"soort": drempel.soort, "verdict": drempel.verdict} for drempel in uit.met],
    }
    return Lading(naar, Boodschap("afgesloten", data), over="raad", gevraagd=team)


@voorstel.voert_uit(SOORT)
def _sluit_af(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    wijk = handeling.wijk
    if ORGANISATOR not in accounts.van_id(tx, wijk, gemaakt_door).rollen:  # another role is not enough
        raise Geweigerd("voorstel.maker_weg")
    _eis_open(tx, wijk)
    stand = uitslagblad.sluit_af(tx, wijk, handeling.now, handeling.zone, handeling.geheim("afsluiten"))
    if _merk(stand.spelregels.versie, [asdict(drempel) for drempel in stand.drempels]) != data["gezien"]:
        raise Geweigerd("afsluiten.intussen_anders")
    wekkers.zet(tx, wijk, WEKKER, wijk, handeling.now)


def _eis_open(tx: Connection, wijk: int) -> None:
    if afsluitingen.is_afgesloten(tx, wijk):
        raise Geweigerd("afsluiten.al")
    if not spelregels.vastgestelde(tx, wijk):
        raise Geweigerd("afsluiten.geen_spelregels")


def _open(tx: Connection, handeling: Handeling) -> dict[str, int]:
    """Count what is not finished: of what is none, nothing is said."""
    wijk, wachtend = handeling.wijk, voorstellen.open_(tx, handeling.wijk, handeling.now)
    return {
        "peilingen": peilingen.tel_lopende_over_besluit(tx, wijk),
        "voorstellen": sum(een.soort != SOORT for een in wachtend),
        "verzoeken": correcties.tel_lopende(tx, wijk),
        "steekproef": int(steekproeven.open_(tx, wijk) is not None),
        "concept": int(spelregels.concept(tx, wijk) is not None),
    }


def _andere_dag(tx: Connection, handeling: Handeling) -> dict[str, Any] | None:
    """Return the last day that was agreed, when that is not today; evidence counts until the closing."""
    tot, vandaag = geldend(tx, handeling.wijk).tot, handeling.now.astimezone(handeling.zone).date()
    return None if tot in (None, vandaag) else {"tot": tot.isoformat(), "voorbij": tot < vandaag}


def _merk(versie: int, drempels: list[dict[str, Any]]) -> str:
    """Return a mark of what comes out; it changes when a condition stands otherwise, not with each person."""
    gezien = {"versie": versie, "drempels": [[drempel["soort"], drempel["verdict"]] for drempel in drempels]}
    return publiek_id(hashlib.sha256(canoniek(gezien).encode()).digest())

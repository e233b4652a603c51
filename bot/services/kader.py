"""Recording how a kader of the gemeenteraad stands, with the evidence for it; a second person confirms."""

import base64
from hashlib import sha256
from typing import Any, cast

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.drempels.kaders import OORDELEN, Kaders
from bot.services import lezers, stukken, voorstel
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.services.onderbouwing import MET_STUK, afgesproken, kop
from bot.storage import kaders
from bot.storage.accounts import Wie


def begin(tx: Connection, handeling: Handeling) -> Boodschap:
    """Open the form, when the spelregels have kaders."""
    eis_rol(tx, handeling, ORGANISATOR)
    afgesproken(tx, handeling, "kaders")
    return open_formulier(tx, handeling, FORMULIER)


def _kaders(tx: Connection, handeling: Handeling) -> dict[str, str]:
    """Return the agreed kaders by a mark of their text, which stays the same in another version."""
    return {_merk(kader): kader for kader in cast(Kaders, afgesproken(tx, handeling, "kaders")).kaders}


def _merk(kader: str) -> str:
    return base64.urlsafe_b64encode(sha256(kader.encode()).digest()[:16]).rstrip(b"=").decode()


def _keuzes(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    return list(_kaders(tx, handeling).items())


def _tekst(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> str:
    tekst = _kaders(tx, handeling).get(data["kader"])
    if tekst is None:
        raise Geweigerd("onderbouwing.niet_afgesproken")
    return tekst


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    stuk = stukken.bestaand(tx, handeling, data.get("stuk"))
    return {"tekst": _tekst(tx, handeling, data), "stuknaam": stuk.naam if stuk else None, "link": data.get("link")}


def _vraag(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    gezien = {**data, **_bekijk(tx, handeling, data)}
    stuk = stukken.bestaand(tx, handeling, data.get("stuk"))
    document = [stukken.als_boodschap(stuk)] if stuk else []
    lezen = [["kader.lezen", gezien], *([een.soort, een.data] for een in document)]
    return voorstel.stel_voor(tx, handeling, wie, "kader", data, kader=gezien["tekst"], lezen=lezen)


@voorstel.voert_uit("kader")
def _leg_vast(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    stuk = stukken.bestaand(tx, handeling, data.get("stuk"))
    kaders.voeg_toe(
        tx,
        handeling.wijk,
        kader=_tekst(tx, handeling, data),
        oordeel=data["oordeel"],
        toelichting=data["toelichting"],
        link=data.get("link"),
        stuk=stuk.id if stuk else None,
        **kop(tx, handeling, gemaakt_door, frozenset({ORGANISATOR})),
    )


FORMULIER = Formulier(
    "kader",
    (
        Veld("kader", haal=_keuzes),
        Veld("oordeel", keuzes=OORDELEN),
        Veld("toelichting", lezers.tekst_tot(600)),
    ),
    (ORGANISATOR,),
    _vraag,
    extra=MET_STUK,
    bekijk=_bekijk,
)

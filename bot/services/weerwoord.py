"""What voters wrote to be read by all, one at a time; and the team's answer to it, while the poll is open.

Whoever wrote it hears that there is an answer, and can change their vote. Nothing here says who that is.
"""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.rules.peilingen import METHODEN
from bot.services.bladzij import blader
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER, Handeling, eis_binnen, eis_rol, mag_voor
from bot.services.kiezer import eis_ziet, is_open, is_voorbij
from bot.services.lezers import alinea_tot
from bot.services.stemmen import toon_peiling
from bot.storage import outbox, peilingen, weerwoorden
from bot.storage.accounts import Wie
from bot.storage.peilingen import Peiling
from bot.storage.weerwoorden import Biljet

ANTWOORD_LENGTE = 1000


def lees(tx: Connection, handeling: Handeling, publiek_id: str, bladzij: int = 0) -> Boodschap:
    """Show one of the texts with its answer; while the poll is open only to who may answer.

    Raises:
        Geweigerd: no such poll or it has no such texts, it is for others, or it is open and not theirs to answer.
    """
    wie = eis_binnen(tx, handeling)
    peiling = peilingen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if peiling is None or peiling.ingetrokken or not METHODEN[peiling.methode].BEANTWOORD:
        raise Geweigerd("peiling.onbekend")
    return _toon(tx, handeling, wie, peiling, bladzij)


def _toon(
    tx: Connection, handeling: Handeling, wie: Wie, peiling: Peiling, bladzij: int = 0, melding: str | None = None
) -> Boodschap:
    open_ = is_open(peiling, handeling.now)
    if open_ and not mag_voor(wie, peiling.voor):
        raise Geweigerd("rol_nodig")
    eis_ziet(tx, wie, peiling)
    if is_voorbij(peiling, handeling.now) and peiling.gesloten_op is None:
        peilingen.sluit(tx, peiling.id, handeling.now)
    alle = _alle(tx, peiling)
    gevonden, rond = blader(lambda hoeveel, na: alle[na : na + hoeveel], min(bladzij, max(len(alle) - 1, 0)), 1)
    data: dict[str, Any] = {
        "id": peiling.publiek_id,
        "vraag": peiling.vraag,
        "methode": peiling.methode,
        "open": sum(biljet.antwoord is None for _, biljet in alle),
        "totaal": len(alle),
        "tekst": None,
    }
    for tekst, biljet in gevonden:
        antwoordt = _kenmerk(biljet) if open_ else None
        data |= {"tekst": tekst, "antwoord": biljet.antwoord, "blijft": biljet.blijft, "stem": antwoordt}
    return Boodschap("weerwoord.lees", {**data, **rond}, melding=melding)


def open_vorm(tx: Connection, handeling: Handeling, kenmerk: str) -> Boodschap:
    """Open the form to answer what stands on a ballot.

    Raises:
        Geweigerd: there is no such text, its poll is closed, or it is not theirs to answer.
    """
    wie = eis_rol(tx, handeling, *FORMULIER.rollen)
    biljet, peiling, tekst = _zoek(tx, handeling, kenmerk)
    if biljet is None or peiling is None:
        raise Geweigerd("weerwoord.weg")
    if not mag_voor(wie, peiling.voor):
        raise Geweigerd("rol_nodig")
    if not is_open(peiling, handeling.now):
        raise Geweigerd("peiling.gesloten")
    vast = {"stem": kenmerk, "op": _vingerafdruk(tekst), "peiling": peiling.publiek_id}
    return open_formulier(tx, handeling, FORMULIER, vast)


def _antwoord(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    """Keep the answer and tell who wrote it that there is one; not to a text that changed while it was written."""
    biljet, peiling, tekst = _zoek(tx, handeling, data["stem"])
    if biljet is None or peiling is None or _vingerafdruk(tekst) != data["op"]:
        van = peilingen.zoek(tx, handeling.wijk, publiek_id=data["peiling"])
        return toon_peiling(tx, handeling, wie, van, melding="weerwoord.veranderd")
    if not mag_voor(wie, peiling.voor):
        raise Geweigerd("rol_nodig")
    if not is_open(peiling, handeling.now):
        return toon_peiling(tx, handeling, wie, peiling, melding="weerwoord.te_laat")
    weerwoorden.zet(tx, handeling.wijk, biljet, data["antwoord"], blijft=data["blijft"] == "ja")
    outbox.schrijf(
        tx,
        handeling.wijk,
        weerwoorden.kenmerk(peiling.id, handeling.id("weerwoord")),
        weerwoorden.accounts_van(tx, biljet.sleutel),
        Boodschap(weerwoorden.SOORT, {"id": peiling.publiek_id, "vraag": peiling.vraag}),
        baan=Baan.HERINNERING,
        niet_na=peiling.sluit_op,
    )
    plaats = next((n for n, (_, ander) in enumerate(_alle(tx, peiling)) if ander.sleutel == biljet.sleutel), 0)
    return _toon(tx, handeling, wie, peiling, plaats, melding="weerwoord.gegeven")


FORMULIER = Formulier(
    "weerwoord",
    (Veld("antwoord", alinea_tot(ANTWOORD_LENGTE)), Veld("blijft", keuzes=("nee", "ja"))),
    (TREKKER, BEGELEIDER, ORGANISATOR),
    _antwoord,
    voorbeeld=False,
)


def _alle(tx: Connection, peiling: Peiling) -> list[tuple[str, Biljet]]:
    methode = METHODEN[peiling.methode]
    met_tekst = ((methode.inbreng(biljet.inhoud), biljet) for biljet in weerwoorden.van_peiling(tx, peiling.id))
    return [(tekst, biljet) for tekst, biljet in met_tekst if tekst]


def _zoek(tx: Connection, handeling: Handeling, kenmerk: str) -> tuple[Biljet | None, Peiling | None, str]:
    """Return a ballot with a text, its poll and the text; nothing when it is not there."""
    biljet = weerwoorden.zoek(tx, handeling.wijk, _sleutel(kenmerk))
    peiling = peilingen.zoek(tx, handeling.wijk, id=biljet.peiling) if biljet else None
    tekst = METHODEN[peiling.methode].inbreng(biljet.inhoud) if biljet and peiling else ""
    return (biljet, peiling, tekst) if tekst else (None, None, "")


def _kenmerk(biljet: Biljet) -> str:
    """Return the random key of a ballot as it stands in a button, 22 characters."""
    return urlsafe_b64encode(biljet.sleutel).decode().rstrip("=")


def _sleutel(kenmerk: str) -> bytes:
    try:
        return urlsafe_b64decode(f"{kenmerk}==")
    except (Error, ValueError):
        return b""


def _vingerafdruk(tekst: str) -> str:
    return hashlib.sha256(tekst.encode()).hexdigest()

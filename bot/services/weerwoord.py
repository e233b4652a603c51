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
from bot.services import inbreng
from bot.services.bladzij import blader_in
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER, Handeling, eis_binnen, eis_rol, met_bereik
from bot.services.kiezer import eis_ziet, is_open, is_voorbij, ziet_uitslag
from bot.services.lezers import alinea_tot
from bot.services.peilingbeheer import eis_beheer
from bot.services.stemmen import toon_peiling
from bot.storage import groeperingen, outbox, peilingen, terugwegen, weerwoorden
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
    return toon_tekst(tx, handeling, wie, peiling, bladzij)


def toon_tekst(
    tx: Connection, handeling: Handeling, wie: Wie, peiling: Peiling, bladzij: int = 0, melding: str | None = None
) -> Boodschap:
    """Show the text of a page to someone who was let in; while the poll is open only to who may answer."""
    methode, team = METHODEN[peiling.methode], met_bereik(handeling, wie, peiling.voor)
    open_ = is_open(peiling, handeling.now)
    if open_ and not team:
        raise Geweigerd("rol_nodig")
    eis_ziet(tx, wie, peiling)
    if not open_ and not ziet_uitslag(tx, wie, peiling):  # what was written is part of the result
        return toon_peiling(tx, handeling, wie, peiling)
    if is_voorbij(peiling, handeling.now) and peiling.gesloten_op is None:
        peilingen.sluit(tx, peiling.id, handeling.now)
    alle = inbreng.biljetten(tx, peiling.id, methode)
    gevonden, rond = blader_in(alle, min(bladzij, max(len(alle) - 1, 0)), 1)
    data: dict[str, Any] = {
        "id": peiling.publiek_id,
        "vraag": peiling.vraag,
        "methode": peiling.methode,
        "totaal": len(alle),
        "tekst": None,
    }
    for tekst, biljet in gevonden:
        data |= {"tekst": tekst, "antwoord": biljet.antwoord, "blijft": biljet.blijft, "later": biljet.later}
        data |= {"groep": biljet.groep, "stem": _kenmerk(biljet) if team else None}
        data |= {"antwoordt": team and (open_ or biljet.wacht), "dicht": not open_}
        if team and methode.GROEPEERT:
            groepen = groeperingen.van_peiling(tx, peiling.id)
            data["groepen"] = [[groep.publiek_id, groep.naam, groep.naam == biljet.groep] for groep in groepen]
    return Boodschap("weerwoord.lees", {**data, **rond}, melding=melding)


def open_vorm(tx: Connection, handeling: Handeling, kenmerk: str) -> Boodschap:
    """Open the form to answer what stands on a ballot.

    Raises:
        Geweigerd: there is no such text, it is not theirs to answer, or its poll is closed and nobody waits for one.
    """
    wie = eis_rol(tx, handeling, *FORMULIER.rollen)
    biljet, peiling, tekst = zoek(tx, handeling, kenmerk)
    if biljet is None or peiling is None:
        raise Geweigerd("weerwoord.weg")
    eis_beheer(wie, peiling)
    if not (open_ := is_open(peiling, handeling.now)) and not _wacht(peiling, biljet):
        raise Geweigerd("peiling.gesloten")
    vast = {"stem": kenmerk, "op": _vingerafdruk(tekst), "peiling": peiling.publiek_id}
    vast |= {"methode": peiling.methode} if open_ else {}
    return open_formulier(tx, handeling, FORMULIER, vast)


def _antwoord(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    """Keep the answer and tell who wrote it that there is one; not to a text that changed while it was written."""
    biljet, peiling, tekst = zoek(tx, handeling, data["stem"])
    if biljet is None or peiling is None or _vingerafdruk(tekst) != data["op"]:
        van = peilingen.zoek(tx, handeling.wijk, publiek_id=data["peiling"])
        return toon_peiling(tx, handeling, wie, van, melding="weerwoord.veranderd")
    eis_beheer(wie, peiling)
    if is_open(peiling, handeling.now):
        blijft = data.get(f"{peiling.methode}.blijft") == "ja"
        weerwoorden.zet(tx, handeling.wijk, biljet, data["antwoord"], blijft=blijft)
        _meld(tx, handeling, peiling, biljet)
    elif _wacht(peiling, biljet):
        weerwoorden.zet(tx, handeling.wijk, biljet, data["antwoord"], blijft=False, later=True)
        _meld_later(tx, handeling, peiling, biljet, data["antwoord"])
    else:
        return toon_peiling(tx, handeling, wie, peiling, melding="weerwoord.te_laat")
    alle = inbreng.biljetten(tx, peiling.id, METHODEN[peiling.methode])
    plaats = next((n for n, (_, ander) in enumerate(alle) if ander.sleutel == biljet.sleutel), 0)
    return toon_tekst(tx, handeling, wie, peiling, plaats, melding="weerwoord.gegeven")


def _wacht(peiling: Peiling, biljet: Biljet) -> bool:
    """Say whether a text can be answered after the closing: its voter chose so, and has not been answered."""
    return peiling.gesloten_op is not None and not peiling.ingetrokken and biljet.wacht


def _meld(tx: Connection, handeling: Handeling, peiling: Peiling, biljet: Biljet) -> None:
    """Tell who wrote it that there is an answer, while they can still change their vote."""
    outbox.schrijf(
        tx,
        handeling.wijk,
        weerwoorden.kenmerk(peiling.id, handeling.id("weerwoord")),
        weerwoorden.accounts_van(tx, biljet.sleutel),
        Boodschap(weerwoorden.SOORT, {"id": peiling.publiek_id, "vraag": peiling.vraag}),
        baan=Baan.HERINNERING,
        niet_na=peiling.sluit_op,
    )


def _meld_later(tx: Connection, handeling: Handeling, peiling: Peiling, biljet: Biljet, antwoord: str) -> None:
    """Give the answer to who kept a way for it, and forget that way: nothing says any more who wrote this."""
    account = terugwegen.account_van(tx, biljet.sleutel)
    terugwegen.weg(tx, biljet.sleutel)
    outbox.schrijf(
        tx,
        handeling.wijk,
        f"weerwoord:{handeling.id('weerwoord')}",
        [account] if account is not None else [],
        Boodschap(weerwoorden.LATER, {"id": peiling.publiek_id, "vraag": peiling.vraag, "antwoord": antwoord}),
        baan=Baan.HERINNERING,
    )


def _blijft(methode: str) -> Veld:
    """Return the question whether what was written stays, and the proposal too, in the words of its method."""

    def als(data: dict[str, Any]) -> bool:
        return data.get("methode") == methode

    return Veld(f"{methode}.blijft", keuzes=("nee", "ja"), teksten="methode", als=als)


def _over(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, str]:
    tekst = zoek(tx, handeling, data["stem"])[2]
    return {"over": tekst} if tekst else {}


FORMULIER = Formulier(
    "weerwoord",
    (
        Veld("antwoord", alinea_tot(ANTWOORD_LENGTE), bekijk=_over),
        *(_blijft(m) for m in METHODEN if METHODEN[m].BLIJFT),
    ),
    (TREKKER, BEGELEIDER, ORGANISATOR),
    _antwoord,
    voorbeeld=False,
)


def zoek(tx: Connection, handeling: Handeling, kenmerk: str) -> tuple[Biljet | None, Peiling | None, str]:
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

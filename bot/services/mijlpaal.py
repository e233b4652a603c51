"""Mijlpalen: what the gemeenteraad, the college or a commissie does and when; announced, and said once more before."""

from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.rules.herinneringen import dagen_ervoor
from bot.rules.pacing import Baan
from bot.services.bezorging import NIETS, TE_LAAT, Geval, Lading
from bot.services.bladzij import blader
from bot.services.formulier import Formulier, Veld
from bot.services.handeling import ORGANISATOR, Handeling, eis_binnen
from bot.services.lezers import moment, tekst_tot
from bot.storage import doelgroepen, mijlpalen, wekkers
from bot.storage.accounts import Wie
from bot.storage.mijlpalen import Mijlpaal

BIJ = ("gemeenteraad", "college", "commissie")
PER_BLADZIJ = 4
OP_TIJD = timedelta(days=2)
"""So long before it residents hear of it, however much else there was that week."""


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0) -> Boodschap:
    """Show residents and the team a page of what is coming."""
    eis_binnen(tx, handeling)
    gevonden, rond = blader(
        lambda hoeveel, na: mijlpalen.vanaf(tx, handeling.wijk, handeling.now, hoeveel, na), bladzij, PER_BLADZIJ
    )
    return Boodschap("mijlpaal.lijst", {"mijlpalen": [_als_data(een) for een in gevonden], **rond})


def nieuw(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell everyone who wants to hear of the gemeenteraad."""
    return _vertel(tx, geval, hoeveel, "mijlpaal.nieuw", Baan.UITZENDING)


def herinnering(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Say it once more the day before: bound to its moment, so it does not wait for a quieter week."""
    return _vertel(tx, geval, hoeveel, "mijlpaal.herinnering", Baan.HERINNERING)


def _vertel(tx: Connection, geval: Geval, hoeveel: int, soort: str, baan: Baan) -> Lading:
    een = mijlpalen.zoek(tx, geval.wijk, geval.wekker.onderwerp)
    if een is None:
        return NIETS
    if geval.now >= een.moment:
        return TE_LAAT
    naar = doelgroepen.accounts_van(tx, geval.wijk, WIJK, geval.wekker.na_account, hoeveel)
    return Lading(
        naar,
        Boodschap(soort, _als_data(een)),
        baan,
        over="raad",
        niet_na=een.moment,
        dringend=baan == Baan.HERINNERING,
        uiterlijk=een.moment - OP_TIJD,
    )


def _plaats(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    op = datetime.fromisoformat(data["moment"])
    if op <= handeling.now:
        raise Geweigerd("moment.voorbij")
    velden = {naam: data.get(naam) for naam in ("bij", "titel", "uitleg", "link")}
    publiek_id = handeling.id("mijlpaal")
    gemaakt = mijlpalen.voeg_toe(
        tx, handeling.wijk, publiek_id=publiek_id, moment=op, gemaakt_door=wie.account, **velden
    )
    wekkers.zet(tx, handeling.wijk, "mijlpaal_nieuw", gemaakt, handeling.now)
    dag_ervoor = dagen_ervoor(op, 1, handeling.zone)
    if dag_ervoor > handeling.now:
        wekkers.zet(tx, handeling.wijk, "mijlpaal_herinnering", gemaakt, dag_ervoor)
    data = _als_data(Mijlpaal(gemaakt, publiek_id, data["bij"], data["titel"], op, data["uitleg"], data.get("link")))
    return Boodschap("mijlpaal.geplaatst", data)


def _lees_link(tekst: str, handeling: Handeling) -> str:
    try:
        deel = urlsplit(tekst)
    except ValueError:
        raise Geweigerd("mijlpaal.link") from None
    if deel.scheme != "https" or "." not in deel.netloc or len(tekst) > 300 or any(c.isspace() for c in tekst):
        raise Geweigerd("mijlpaal.link")
    return tekst


def _als_data(een: Mijlpaal) -> dict[str, Any]:
    return {
        "id": een.publiek_id,
        "bij": een.bij,
        "titel": een.titel,
        "moment": een.moment.isoformat(),
        "uitleg": een.uitleg,
        "link": een.link,
    }


FORMULIER = Formulier(
    "mijlpaal",
    (
        Veld("bij", keuzes=BIJ),
        Veld("titel", tekst_tot(100)),
        Veld("moment", moment),
        Veld("uitleg", tekst_tot(400)),
    ),
    (ORGANISATOR,),
    _plaats,
    extra=(Veld("link", _lees_link, mag_over=True),),
)

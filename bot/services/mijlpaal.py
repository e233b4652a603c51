"""Mijlpalen: what the gemeenteraad, the college or a commissie does and when; announced, and said once more before.

Changing and withdrawing one: `mijlpaalwijziging`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.rules.herinneringen import dagen_ervoor
from bot.rules.pacing import Baan
from bot.services.bezorging import NIETS, TE_LAAT, Geval, Lading, Vers
from bot.services.bladzij import blader
from bot.services.formulier import Formulier, Veld
from bot.services.handeling import ORGANISATOR, Handeling, eis_binnen
from bot.services.lezers import link, moment, tekst_tot
from bot.storage import doelgroepen, mijlpalen, verteld, wekkers
from bot.storage.accounts import Wie
from bot.storage.mijlpalen import Mijlpaal

BIJ = ("gemeenteraad", "college", "commissie")
PER_BLADZIJ = 4
OP_TIJD = timedelta(days=2)
"""So long before it residents hear of it, however much else there was that week."""
VERTELT = ("mijlpaal_nieuw", "mijlpaal_herinnering")
"""The alarms by which residents hear of one."""


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show residents and the team a page of what is coming."""
    wie = eis_binnen(tx, handeling)
    gevonden, rond = blader(
        lambda hoeveel, na: mijlpalen.vanaf(tx, handeling.wijk, handeling.now, hoeveel, na), bladzij, PER_BLADZIJ
    )
    data = {"mijlpalen": [als_data(een) for een in gevonden], "mag": ORGANISATOR in wie.rollen, **rond}
    return Boodschap("mijlpaal.lijst", data, melding=melding)


def nieuw(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell everyone who wants to hear of the gemeenteraad."""
    return _vertel(tx, geval, hoeveel, "mijlpaal.nieuw", Baan.UITZENDING)


def herinnering(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Say it once more the day before: bound to its moment, so it does not wait for a quieter week."""
    return _vertel(tx, geval, hoeveel, "mijlpaal.herinnering", Baan.HERINNERING)


def ververs(tx: Connection, wijk: int, publiek_id: str, accounts: Sequence[int], now: datetime) -> Vers | None:
    """Return the announcement of one as it stands now."""
    een = mijlpalen.zoek(tx, wijk, publiek_id=publiek_id)
    if een is None or een.ingetrokken_op or now >= een.moment:
        return None
    return Vers(Boodschap("mijlpaal.nieuw", als_data(een)), een.moment, None)


def gewijzigd(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell who may have read of it what changed, or that it was withdrawn; who reads it later reads it as it is."""
    wijziging = mijlpalen.wijziging(tx, geval.wijk, geval.wekker.onderwerp)
    een = mijlpalen.zoek(tx, geval.wijk, id=wijziging.mijlpaal)
    if een is None or (wijziging.velden and een.ingetrokken_op):  # that it was withdrawn says it all
        return NIETS
    boodschap = Boodschap("mijlpaal.gewijzigd", {**als_data(een), "velden": wijziging.velden})
    if een.ingetrokken_op:
        boodschap = Boodschap("mijlpaal.ingetrokken", als_data(een))
    naar = _lazen_het(tx, geval, een, hoeveel)
    return Lading(naar, boodschap, Baan.HERINNERING, over="raad", niet_na=een.moment, dringend=True)


def _lazen_het(tx: Connection, geval: Geval, een: Mijlpaal, blok: int) -> list[int]:
    """Return the next accounts of who may have read of one."""
    alarmen = wekkers.ids_van(tx, geval.wijk, VERTELT, een.id)
    gevonden: list[int] = []
    na = geval.wekker.na_account
    while len(gevonden) < blok and (stuk := doelgroepen.accounts_van(tx, geval.wijk, WIJK, na, blok)):
        na = stuk[-1]
        lazen = verteld.lazen(tx, alarmen, stuk)
        gevonden += [naar for naar in stuk if naar in lazen]
    return gevonden[:blok]


def _vertel(tx: Connection, geval: Geval, hoeveel: int, soort: str, baan: Baan) -> Lading:
    een = mijlpalen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if een is None or een.ingetrokken_op:
        return NIETS
    if geval.now >= een.moment:
        return TE_LAAT
    naar = doelgroepen.accounts_van(tx, geval.wijk, WIJK, geval.wekker.na_account, hoeveel)
    return Lading(
        naar,
        Boodschap(soort, als_data(een)),
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
    zet_herinnering(tx, handeling, gemaakt, op)
    return Boodschap("mijlpaal.geplaatst", {**velden, "id": publiek_id, "moment": op.isoformat()})


def zet_herinnering(tx: Connection, handeling: Handeling, mijlpaal: int, op: datetime) -> None:
    """Let one be said once more the day before, in place of the day before another moment."""
    wekkers.vervallen(tx, handeling.wijk, "mijlpaal_herinnering", mijlpaal, handeling.now)
    dag_ervoor = dagen_ervoor(op, 1, handeling.zone)
    if dag_ervoor > handeling.now:
        wekkers.zorg_voor(tx, handeling.wijk, "mijlpaal_herinnering", mijlpaal, dag_ervoor)


def als_data(een: Mijlpaal) -> dict[str, Any]:
    """Return what people see of one."""
    return {
        "id": een.publiek_id,
        "bij": een.bij,
        "titel": een.titel,
        "moment": een.moment.isoformat(),
        "uitleg": een.uitleg,
        "link": een.link,
    }


WIJZIGBAAR = (
    Veld("titel", tekst_tot(100), teksten="mijlpaal"),
    Veld("moment", moment, teksten="mijlpaal"),
    Veld("uitleg", tekst_tot(400), teksten="mijlpaal"),
)
LINK = Veld("link", link, teksten="mijlpaal", mag_over=True)
FORMULIER = Formulier("mijlpaal", (Veld("bij", keuzes=BIJ), *WIJZIGBAAR), (ORGANISATOR,), _plaats, extra=(LINK,))

"""Mijlpalen: what the gemeenteraad or another body does and when; announced, said once more before, and on the day.

Changing and withdrawing one: `mijlpaalwijziging`. Speaking there: `inspreken`. What came out: `mijlpaaluitslag`.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.rules.pacing import Baan
from bot.services import mijlpaalplan
from bot.services.bezorging import NIETS, TE_LAAT, Geval, Lading, Vers
from bot.services.bladzij import blader
from bot.services.formulier import Formulier, Veld
from bot.services.handeling import ORGANISATOR, Handeling, eis_binnen
from bot.services.lezers import link, moment, tekst_tot
from bot.storage import doelgroepen, inspreekwensen, mijlpalen, verteld, wekkers
from bot.storage.accounts import Wie
from bot.storage.mijlpalen import Mijlpaal

BIJ = ("gemeenteraad", "commissie", "college", "wijkdorpsraad", "wijk")
PER_BLADZIJ = 4
OP_TIJD = timedelta(days=2)
"""So long before it residents hear of it, however much else there was that week."""
VERTELT = ("mijlpaal_nieuw", mijlpaalplan.HERINNERING, mijlpaalplan.VANDAAG, mijlpaalplan.INSPREKEN)
"""The alarms by which residents hear of one."""


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show residents and the team a page of what is coming."""
    eis_binnen(tx, handeling)
    gevonden, rond = blader(
        lambda hoeveel, na: mijlpalen.vanaf(tx, handeling.wijk, handeling.now, hoeveel, na), bladzij, PER_BLADZIJ
    )
    geweest = bool(mijlpalen.voor(tx, handeling.wijk, handeling.now, 1))
    data = {"mijlpalen": [als_data(een) for een in gevonden], "geweest": geweest, **rond}
    return Boodschap("mijlpaal.lijst", data, melding=melding)


def nieuw(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell everyone who wants to hear of the gemeenteraad."""
    return _vertel(tx, geval, hoeveel, "mijlpaal.nieuw")


def herinnering(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Say it once more the day before: bound to its moment, so it does not wait for a quieter week."""
    return _vertel(tx, geval, hoeveel, "mijlpaal.herinnering", dringend=True)


def vandaag(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Say in the morning that it is today, to who has room for it this week; tomorrow it makes no sense any more."""
    return _vertel(tx, geval, hoeveel, "mijlpaal.vandaag")


def ververs(tx: Connection, wijk: int, publiek_id: str, accounts: Sequence[int], now: datetime) -> Vers | None:
    """Return the announcement of one as it stands now."""
    een = mijlpalen.zoek(tx, wijk, publiek_id=publiek_id)
    if een is None or een.ingetrokken_op or now >= een.moment:
        return None
    return Vers(Boodschap("mijlpaal.nieuw", als_data(een)), een.moment, None)


def ververs_vandaag(tx: Connection, wijk: int, publiek_id: str, accounts: Sequence[int], now: datetime) -> Vers | None:
    """Return nothing: what could not be said that morning is not said later, for then one reads of it in the list."""
    return None


def gewijzigd(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell who may have read of it what changed, or that it was withdrawn; who reads it later reads it as it is."""
    wijziging = mijlpalen.wijziging(tx, geval.wijk, geval.wekker.onderwerp)
    een = mijlpalen.zoek(tx, geval.wijk, id=wijziging.mijlpaal)
    if een is None or (wijziging.velden and een.ingetrokken_op):  # that it was withdrawn says it all
        return NIETS
    boodschap = Boodschap("mijlpaal.gewijzigd", {**als_data(een), "velden": wijziging.velden})
    if een.ingetrokken_op:
        boodschap = Boodschap("mijlpaal.ingetrokken", als_data(een))
    alarmen = wekkers.ids_van(tx, geval.wijk, VERTELT, een.id)
    naar = wie_lazen(tx, geval, alarmen, hoeveel, wil_spreken=een.id)
    wil = inspreekwensen.onder(tx, een.id, naar)
    return Lading(naar, boodschap, Baan.HERINNERING, over="raad", niet_na=een.moment, dringend=True, gevraagd=wil)


def wie_lazen(
    tx: Connection, geval: Geval, alarmen: Sequence[int], blok: int, *, wil_spreken: int | None = None
) -> list[int]:
    """Return the next accounts of who may have read what some alarms told.

    Args:
        wil_spreken: id of a mijlpaal of which who wants to speak at it hears, whatever they read.
    """
    gevonden: list[int] = []
    na = geval.wekker.na_account
    while len(gevonden) < blok and (stuk := doelgroepen.accounts_van(tx, geval.wijk, WIJK, na, blok)):
        na = stuk[-1]
        lazen = verteld.lazen(tx, alarmen, stuk)
        if wil_spreken is not None:
            lazen |= inspreekwensen.onder(tx, wil_spreken, stuk)
        gevonden += [naar for naar in stuk if naar in lazen]
    return gevonden[:blok]


def _vertel(tx: Connection, geval: Geval, hoeveel: int, soort: str, *, dringend: bool = False) -> Lading:
    een = mijlpalen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if een is None or een.ingetrokken_op:
        return NIETS
    if geval.now >= een.moment:
        return TE_LAAT
    naar = doelgroepen.accounts_van(tx, geval.wijk, WIJK, geval.wekker.na_account, hoeveel)
    return Lading(
        naar,
        Boodschap(soort, als_data(een)),
        Baan.HERINNERING if dringend else Baan.UITZENDING,
        over="raad",
        niet_na=een.moment,
        dringend=dringend,
        uiterlijk=een.moment - OP_TIJD if soort == "mijlpaal.nieuw" else None,
    )


def _plaats(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    velden = gelezen(handeling, data)
    publiek_id = handeling.id("mijlpaal")
    gemaakt = mijlpalen.voeg_toe(tx, handeling.wijk, publiek_id=publiek_id, gemaakt_door=wie.account, **velden)
    wekkers.zet(tx, handeling.wijk, "mijlpaal_nieuw", gemaakt, handeling.now)
    mijlpaalplan.zet(tx, handeling, gemaakt, velden["moment"])
    mijlpaalplan.zet_inspreken(tx, handeling, gemaakt, velden["inspreken_tot"] or velden["inspreken_op"])
    een = mijlpalen.zoek(tx, handeling.wijk, id=gemaakt)
    assert een is not None  # noqa: S101 (it was just made)
    return Boodschap("mijlpaal.geplaatst", als_data(een))


def gelezen(handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    """Return the columns that a form fills in.

    Raises:
        Geweigerd: its moment has passed, or one would register or speak when it is over.
    """
    velden: dict[str, Any] = {naam: data.get(naam) for naam in VELDEN}
    velden |= {naam: datetime.fromisoformat(van) for naam in MOMENTEN if (van := velden[naam])}
    op, inspreken, tot = (velden[naam] for naam in MOMENTEN)
    if op <= handeling.now:
        raise Geweigerd("moment.voorbij")
    if any(een and een > op for een in (inspreken, tot)) or (inspreken and tot and tot > inspreken):
        raise Geweigerd("mijlpaal.inspreken_later")
    return velden


def als_data(een: Mijlpaal) -> dict[str, Any]:
    """Return what people see of one."""
    velden = {naam: getattr(een, naam) for naam in VELDEN}
    velden |= {naam: op.isoformat() for naam in MOMENTEN if (op := velden[naam])}
    return {"id": een.publiek_id, "taal": een.taal, **velden}


VELDEN = ("bij", "titel", "moment", "uitleg", "link", "plaats", "inspreken_op", "inspreken_tot", "inspreken_hoe")
MOMENTEN = ("moment", "inspreken_op", "inspreken_tot")
WIJZIGBAAR = (
    Veld("titel", tekst_tot(100), teksten="mijlpaal"),
    Veld("moment", moment, teksten="mijlpaal"),
    Veld("uitleg", tekst_tot(400), teksten="mijlpaal"),
)
ERBIJ = (
    Veld("plaats", tekst_tot(200), teksten="mijlpaal", mag_over=True),
    Veld("link", link, teksten="mijlpaal", mag_over=True),
    Veld("inspreken_hoe", tekst_tot(300), teksten="mijlpaal", mag_over=True, daarna="inspreken_tot"),
    Veld("inspreken_tot", moment, teksten="mijlpaal", mag_over=True, daarna="inspreken_op"),
    Veld("inspreken_op", moment, teksten="mijlpaal", mag_over=True),
)
"""What nobody has to say of one; how one registers for speaking leads to until when, and when one speaks."""
FORMULIER = Formulier("mijlpaal", (Veld("bij", keuzes=BIJ), *WIJZIGBAAR), (ORGANISATOR,), _plaats, extra=ERBIJ)

"""What happens when a moment has come: announcements and reminders go out in chunks, polls and doors close."""

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.config import Verzending
from bot.logboek import op_spoor
from bot.rules.herinneringen import te_laat
from bot.services import (
    aanbod,
    aanbodherinnering,
    aankondiging,
    aanmelding,
    adresverzoek,
    adviesantwoord,
    afsluiten,
    bezorging,
    bundel,
    conceptvorm,
    deur,
    evaluatie,
    fasenieuws,
    herhaling,
    herinnering,
    hulp,
    ideenieuws,
    inspreken,
    kennismaking,
    koppelkans,
    mailbundel,
    mijlpaal,
    mijlpaalplan,
    mijlpaaluitslag,
    natuurlijkmoment,
    oproep,
    papierstapel,
    partner,
    school,
    tevredenheid,
    trajectstand,
    trajectweek,
    uitzending,
    vaststellen,
    verslag,
    volgpost,
    voorstel,
    vraagdraad,
)
from bot.services.bezorging import TE_LAAT, Geval, Lading
from bot.storage import wekkers

BLOK = 500
"""So many messages are written in one transaction."""

DADEN: dict[str, Callable[[Connection, Geval], None]] = {
    "peiling_sluit": oproep.sluit,
    school.WEKKER: school.sluit_vanzelf,
    evaluatie.WEKKER: evaluatie.sluit,
    tevredenheid.DICHT: tevredenheid.sluit,
    "aanbod_verloopt": aanmelding.verloop,
    "voorstel_verloopt": voorstel.verloop,
    "deur_sluit": deur.sluit_vanzelf,
    "kennismaking": kennismaking.stel,
    papierstapel.WEKKER: papierstapel.herinner,
    mijlpaalplan.INVULLEN: mijlpaaluitslag.vraag_team,
    hulp.WACHT: hulp.herinner,
    hulp.VERLOOPT: hulp.verloop,
    vraagdraad.HERINNER: vraagdraad.herinner,
    adresverzoek.HERINNER: adresverzoek.herinner,
    vraagdraad.TE_LAAT: vraagdraad.te_laat,
    trajectweek.WEEK: trajectweek.week,
    trajectstand.UITLOOP: trajectweek.te_laat,
    bezorging.BUNDEL: bundel.stuur,
    volgpost.NIEUWS: volgpost.nieuws,
    volgpost.RAADSBRIEF: volgpost.brief,
    mailbundel.SOORT: mailbundel.stuur,
    herhaling.WEKKER: lambda tx, geval: herhaling.doe(tx, LADINGEN, geval),
}
"""What is done at once, by the kind of alarm."""

LADINGEN: dict[str, Callable[[Connection, Geval, int], Lading]] = {
    "bijeenkomst_nieuw": aankondiging.nieuw,
    "bijeenkomst_gewijzigd": aankondiging.gewijzigd,
    "bijeenkomst_afgelast": aankondiging.afgelast,
    "bijeenkomst_afgelast_rest": aankondiging.afgelast_rest,
    "herinnering_week": aankondiging.herinnering,
    "herinnering_dag": aankondiging.herinnering,
    "herinnering_uren": aankondiging.herinnering,
    herinnering.SOORT: herinnering.stuur,
    "mijlpaal_nieuw": mijlpaal.nieuw,
    "mijlpaal_herinnering": mijlpaal.herinnering,
    "mijlpaal_gewijzigd": mijlpaal.gewijzigd,
    mijlpaalplan.VANDAAG: mijlpaal.vandaag,
    mijlpaaluitslag.NIEUW: mijlpaaluitslag.nieuw,
    mijlpaalplan.INSPREKEN: inspreken.herinnering,
    partner.WEKKER: partner.nieuw,
    "peiling_nieuw": oproep.nieuw,
    "peiling_herinnering": oproep.herinnering,
    "peiling_uitslag": oproep.uitslag,
    "peiling_ingetrokken": oproep.ingetrokken,
    tevredenheid.SOORT: tevredenheid.vraag,
    verslag.WEKKER: verslag.nieuw,
    uitzending.WEKKER: uitzending.lading,
    vaststellen.WEKKER: vaststellen.nieuw,
    conceptvorm.WEKKER: conceptvorm.nieuw,
    ideenieuws.WEKKER: ideenieuws.nieuws,
    koppelkans.WEKKER: koppelkans.straks,
    natuurlijkmoment.WEKKER: natuurlijkmoment.uitnodiging,
    afsluiten.WEKKER: afsluiten.nieuws,
    aanbod.HERINNERING: aanbodherinnering.herinner,
    adviesantwoord.WEKKER: adviesantwoord.nieuw,
    fasenieuws.WEKKER: fasenieuws.nieuw,
}
"""What goes to many, by the kind of alarm: each gives the next so many accounts after the one where it stopped."""

DAARNA: dict[str, Callable[[Connection, Geval], None]] = {
    herinnering.SOORT: herinnering.plan_volgende,
}
"""What follows on a kind of alarm that was carried out, came too late or was cancelled."""


def doe(tx: Connection, wijk: int, wekker_id: int, now: datetime, zone: ZoneInfo, verzending: Verzending) -> None:
    """Do what is due, or a part of it, unless it is too late for it; harmless when it is done already.

    Each call is a transaction of its own and leaves the row so that the next goes on where this one ended.
    """
    wekker = wekkers.open_wekker(tx, wijk, wekker_id)
    if wekker is not None:
        with op_spoor(wekker.spoor or f"w{wekker.id}"):
            _doe(tx, Geval(wijk, wekker, now, zone, verzending))


def _doe(tx: Connection, geval: Geval) -> None:
    wekker, now = geval.wekker, geval.now
    if wekker.soort in DADEN:
        wekkers.gedaan(tx, wekker.id, now, wekker.afloop)
        DADEN[wekker.soort](tx, geval)
        return
    lading = TE_LAAT if te_laat(wekker.soort, wekker.moment, now) else LADINGEN[wekker.soort](tx, geval, BLOK)
    bezorging.bezorg(tx, geval, lading)
    if len(lading.naar) == BLOK:
        wekkers.verder(tx, wekker.id, lading.naar[-1])
    else:
        _klaar(tx, geval, "te_laat" if lading.te_laat else wekker.afloop)


def zeg_af(tx: Connection, geval: Geval) -> None:
    """Cancel an alarm that is still to come."""
    _klaar(tx, geval, "geannuleerd")


def _klaar(tx: Connection, geval: Geval, afloop: str | None) -> None:
    wekkers.gedaan(tx, geval.wekker.id, geval.now, afloop)
    if volgt := DAARNA.get(geval.wekker.soort):
        volgt(tx, geval)

"""What a resident plans with their home: noted, seen and taken away by themselves only, and answered in time.

Half a year before the period begins comes one message with what fits: meetings, offers, works in the street. The team
sees rounded numbers.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.kleine_cellen import cel
from bot.rules.natuurlijkmoment import WANNEER, WATTEN, Periode, nu, periode, uitnodigen_op
from bot.rules.pacing import Baan
from bot.services.bezorging import NIETS, TE_LAAT, Geval, Lading, Vers
from bot.services.handeling import Handeling, eis_bewoner
from bot.storage import aanbiedingen, bijeenkomsten, natuurlijkmomenten, wekkers
from bot.storage.natuurlijkmomenten import Moment

WEKKER = "natuurlijkmoment"
_MEEST = 3


def toon(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Show what one plans, with the buttons to note or take away."""
    wie = eis_bewoner(tx, handeling)
    gepland = [als_data(een) for een in natuurlijkmomenten.van_bewoner(tx, wie.bewoner or 0)]
    return Boodschap("natuurlijkmoment", {"gepland": gepland, "watten": list(WATTEN)}, melding=melding)


def vraag(tx: Connection, handeling: Handeling, wat: str) -> Boodschap:
    """Ask when, roughly."""
    eis_bewoner(tx, handeling)
    _eis(wat in WATTEN)
    vandaag = _dag(handeling)
    jaren = [[wanneer, *_jaren(periode(wanneer, vandaag))] for wanneer in WANNEER]
    return Boodschap("natuurlijkmoment.wanneer", {"wat": wat, "jaren": jaren})


def noteer(tx: Connection, handeling: Handeling, wat: str, wanneer: str) -> Boodschap:
    """Note it, and see to the invitation."""
    wie = eis_bewoner(tx, handeling)
    _eis(wat in WATTEN and wanneer in WANNEER)
    deze = periode(wanneer, _dag(handeling))
    gepland = natuurlijkmomenten.van_bewoner(tx, wie.bewoner or 0)
    if (wat, *deze) in [(een.wat, een.van, een.tot) for een in gepland]:  # a second tap invites nobody again
        return toon(tx, handeling, melding="natuurlijkmoment.genoteerd")
    _vergeet_wekker(tx, handeling, wie.bewoner or 0, wat)
    velden = {"publiek_id": handeling.id(f"moment/{wat}"), "op": handeling.now, **deze._asdict()}
    nieuw = natuurlijkmomenten.noteer(tx, handeling.wijk, wie.bewoner or 0, wat, **velden)
    wekkers.zorg_voor(tx, handeling.wijk, WEKKER, nieuw, uitnodigen_op(deze, _dag(handeling), handeling.zone))
    return toon(tx, handeling, melding="natuurlijkmoment.genoteerd")


def haal_weg(tx: Connection, handeling: Handeling, wat: str) -> Boodschap:
    """Take it away; no invitation comes."""
    wie = eis_bewoner(tx, handeling)
    _eis(wat in WATTEN)
    _vergeet_wekker(tx, handeling, wie.bewoner or 0, wat)
    natuurlijkmomenten.haal_weg(tx, wie.bewoner or 0, wat)
    return toon(tx, handeling, melding="natuurlijkmoment.weg")


def tel(tx: Connection, handeling: Handeling) -> list[list[Any]]:
    """Return for the team how many plan what when, rounded: rows of what, when and how many."""
    vandaag = _dag(handeling)
    aantal: Counter[tuple[str, str]] = Counter()
    for wat, van, tot, hoeveel in natuurlijkmomenten.tel(tx, handeling.wijk, vandaag):
        aantal[wat, nu(Periode(van, tot), vandaag)] += hoeveel
    return [[wat, wanneer, cel(aantal[wat, wanneer])] for wat in WATTEN for wanneer in WANNEER]


def uitnodiging(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell one resident what there is that fits what they plan."""
    een = natuurlijkmomenten.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if een is None:
        return NIETS
    if een.tot < geval.now.astimezone(geval.zone).date():
        return TE_LAAT
    naar = natuurlijkmomenten.bereikbaar(tx, een.bewoner, geval.wekker.na_account, hoeveel)
    boodschap = Boodschap("natuurlijkmoment.uitnodiging", _wat_past(tx, geval.wijk, een, geval.now))
    return Lading(naar, boodschap, Baan.HERINNERING, over="buurt")


def ververs(tx: Connection, wijk: int, publiek_id: str, accounts: Sequence[int], now: datetime) -> Vers | None:
    """Return the invitation as it stands when it goes; None when it was taken away."""
    een = natuurlijkmomenten.zoek(tx, wijk, publiek_id=publiek_id)
    if een is None or een.tot < now.date():
        return None
    return Vers(Boodschap("natuurlijkmoment.uitnodiging", _wat_past(tx, wijk, een, now)), None, None)


def als_data(een: Moment) -> dict[str, Any]:
    """Return what its owner sees of it."""
    jaren = _jaren(Periode(een.van, een.tot))
    return {"id": een.publiek_id, "wat": een.wat, "jaren": jaren}


def _wat_past(tx: Connection, wijk: int, een: Moment, now: datetime) -> dict[str, Any]:
    komend = bijeenkomsten.voor_iedereen(tx, wijk, now, 2 * _MEEST)
    straat = natuurlijkmomenten.straat_van(tx, een.bewoner)
    kansen = [
        kans.titel
        for kans in natuurlijkmomenten.kansen(tx, wijk, now.date())
        if (not kans.straten or straat in kans.straten) and kans.van <= een.tot and kans.tot >= een.van
    ]
    avonden = [[bij.publiek_id, bij.titel, bij.begin.isoformat()] for bij in komend if not bij.afgelast_op]
    aanbod = [bod.titel for bod in aanbiedingen.staande(tx, wijk) if bod.is_open(now)]
    past = {"bijeenkomsten": avonden[:_MEEST], "aanbod": aanbod[:_MEEST], "kansen": kansen[:_MEEST]}
    return {**als_data(een), **past}


def _vergeet_wekker(tx: Connection, handeling: Handeling, bewoner: int, wat: str) -> None:
    for een in natuurlijkmomenten.van_bewoner(tx, bewoner):
        if een.wat == wat:
            wekkers.vervallen(tx, handeling.wijk, WEKKER, een.id, handeling.now)


def _jaren(deze: Periode) -> list[int]:
    return [deze.van.year, deze.tot.year]


def _dag(handeling: Handeling) -> date:
    return handeling.now.astimezone(handeling.zone).date()


def _eis(kan: bool) -> None:
    if not kan:
        raise Geweigerd("natuurlijkmoment.onbekend")

"""How many addresses said yes, per offer: for the export and the report. Kinds of yes are tables of their own."""

from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.rules.kleine_cellen import NIET_GETOOND, Cel
from bot.services.publicatie import Geteld, Uitsplitsing
from bot.storage import aanbiedingen, intekeningen
from bot.storage.aanbiedingen import Aanbod


def tel(tx: Connection, wijk: int, zone: ZoneInfo) -> list[Geteld]:
    """Count them; of an offer that was withdrawn, or that a newer one for the same homes follows, nothing is shown."""
    alle = aanbiedingen.alle(tx, wijk)
    staand = [een for een in alle if een.ingetrokken_op is None]
    telt = [een for een in staand if not any(_volgt(ander, een) for ander in staand)]
    per_aanbod = intekeningen.tel_per_aanbod(tx, wijk, [een.bod for een in staand])
    delen = []
    for een in alle:
        adressen: Cel | Uitsplitsing = NIET_GETOOND
        if een in telt:
            adressen = Uitsplitsing(per_aanbod[een.id], intekeningen.meeste_huizen(tx, wijk, een.woningtypen))
        metingen = {
            "woningtypen": ", ".join(een.woningtypen) or "alle",
            een.wat: adressen,
            "minimum": een.minimum or 0,
            "ingetrokken": "ja" if een.ingetrokken_op else "nee",
        }
        moment = een.sluit_op.astimezone(zone).isoformat(timespec="minutes")
        delen.append(Geteld("aanbod", een.titel, metingen, een.publiek_id, moment))
    return delen


def _volgt(ander: Aanbod, een: Aanbod) -> bool:
    """Say whether an offer takes the place of an older one for all of its homes."""
    breder = not ander.woningtypen or (een.woningtypen and set(een.woningtypen) <= set(ander.woningtypen))
    return ander.id > een.id and ander.wat == een.wat and bool(breder)

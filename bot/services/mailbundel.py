"""Once a day by mail: what came to a resident's chat in the browser and no page of theirs showed.

It follows from what the outbox delivered, so caps and quiet hours held already; and it goes to whom no browser is told
of it (`seintje`). Of what is public the text goes along; of all else only that it waits, as mail is read by others too.
"""

import html
import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.rules.momenten import naar_utc
from bot.rules.selectie import Selectie
from bot.services.bezorging import Geval
from bot.storage import mailadressen, outboxmerk, postuit, uitzendingen, wekkers, wijken
from bot.storage.mailadressen import Ongezien

SOORT, MAIL = "mailbundel", "mail_bundel"
OPENBAAR = frozenset(
    [
        *("mijlpaal.nieuw", "mijlpaal.gewijzigd", "mijlpaal.ingetrokken", "mijlpaal.uitslag", "mijlpaal.vandaag"),
        *("partner.nieuws", "spelregels.vastgesteld", "fase.nieuws", "afgesloten", "concept.nieuw"),
    ]
)
"""Kinds of message that say what stands on the public page too; and broadcasts to all of the wijk."""
_UUR = time(19)
BLOK = 200
"""So many people get theirs in one transaction."""
_STRAKS = timedelta(minutes=1)
_MEEST_TEKST = 10
_MEEST = 60
_LANGSTE = 1500


def zorg_voor(tx: Connection, wijk: int, bewoner: int, now: datetime, zone: ZoneInfo) -> None:
    """See to it that there is mail every day; what stands in the chat already is no news."""
    mailadressen.gezien(tx, bewoner)
    _plan(tx, wijk, now, zone)


def stuur(tx: Connection, geval: Geval) -> None:
    """Write the mail of today; who still waits for that of a day before gets no second one meanwhile."""
    wie = mailadressen.ongezien(tx, geval.wijk, MAIL, BLOK)
    for een in wie:
        stukken = _stukken(tx, geval.wijk, een)
        if stukken and not geval.hersteld:
            data = {"wijk": wijken.naam(tx, geval.wijk), **_als_data(stukken)}
            sleutel = f"{MAIL}:{een.account}:{een.tot}"
            postuit.schrijf_aan(tx, geval.wijk, een.bewoner, een.adres, een.taal, MAIL, data, sleutel, geval.now)
        mailadressen.gemaild(tx, een)
    if len(wie) == BLOK:
        wekkers.zorg_voor(tx, geval.wijk, SOORT, geval.wijk, geval.now + _STRAKS)
    else:
        _plan(tx, geval.wijk, geval.now, geval.zone)


def _plan(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo) -> None:
    if not wekkers.komend(tx, wijk, (SOORT,), now):
        vandaag = naar_utc(now.astimezone(zone).date(), _UUR, zone)
        morgen = naar_utc(now.astimezone(zone).date() + timedelta(days=1), _UUR, zone)
        wekkers.zorg_voor(tx, wijk, SOORT, wijk, vandaag if now < vandaag else morgen)


def _stukken(tx: Connection, wijk: int, een: Ongezien) -> list[tuple[str, str]]:
    """Return what is unseen in a chat: of which kind it is here, and its text where that may go."""
    van = outboxmerk.gestuurd_als(tx, een.account)
    stukken = []
    for sleutel, tekst in mailadressen.staat_er(tx, een, _MEEST):
        soort, uitzending = van.get((sleutel or "").rpartition(":")[0], ("", None))
        if soort in OPENBAAR or (uitzending is not None and _voor_allen(tx, wijk, uitzending)):
            stukken.append(("tekst", _plat(tekst)))
        else:
            stukken.append(("antwoord" if soort.endswith(".antwoord") else "bericht", ""))
    return stukken


def _als_data(stukken: Sequence[tuple[str, str]]) -> dict[str, Any]:
    teksten = [tekst for soort, tekst in stukken if soort == "tekst" and tekst][:_MEEST_TEKST]
    antwoorden = sum(soort == "antwoord" for soort, _ in stukken)
    return {"teksten": teksten, "antwoorden": antwoorden, "andere": len(stukken) - antwoorden - len(teksten)}


def _voor_allen(tx: Connection, wijk: int, uitzending: int) -> bool:
    deze = uitzendingen.zoek(tx, wijk, id=uitzending)
    return deze is not None and Selectie.uit_json(deze.doelgroep) == Selectie()


def _plat(tekst: str) -> str:
    """Return the text of a message without its markup."""
    plat = html.unescape(re.sub("<[^>]+>", "", tekst))
    return plat if len(plat) <= _LANGSTE else plat[:_LANGSTE].rsplit(maxsplit=1)[0] + " …"

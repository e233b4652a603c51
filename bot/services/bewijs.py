"""Recording evidence inside other use cases (voting, checking in). Counting it: bot.services.bronnen.telling."""

import hashlib
import hmac
import json
from dataclasses import dataclass
from typing import Any, Literal, cast

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.rules.canoniek import canoniek
from bot.services.handeling import ROLLEN, Handeling
from bot.storage import accounts, bewijs, vastleggers
from bot.storage.accounts import Wie
from bot.storage.bewijs import Geldend, Log
from bot.storage.huishoudens import Huishouden

Bewijssoort = Literal[
    "stem", "stem_besluit", "aanwezig", "aanwezig_vragen", "gesprek", "reactie", "niet_mee", "vraag", "gasten"
]
"""A vote, one in a poll that beforehand was about the decision; being at a meeting, at one where there was room for
questions; a conversation in which the person spoke; a reaction to a draft of the plan; "ik doe niet mee"; a
question at a meeting; guests of a meeting."""

_VERSIE = 3
PSEUDONIEM_SINDS = 3
"""Version of the record from which on who recorded it stands there by a pseudonym, no more by their number."""
BEWONER = "bewoner"


@dataclass(frozen=True)
class Feit:
    """What evidence is about.

    Args:
        onderwerp: publiek_id of the peiling, the bijeenkomst or the conversation; never what was chosen.
        methode: how it was recorded, such as `knop` or `deurcode`.
        vastlegger: the member of staff who recorded it; None: the resident.
        reden: of a correction, why; it stands in the private record.
    """

    soort: Bewijssoort
    onderwerp: str
    methode: str
    vastlegger: Wie | None = None
    reden: str | None = None


def stemsoort(*, over_besluit: bool) -> Bewijssoort:
    """Return as which kind of evidence a vote counts."""
    return "stem_besluit" if over_besluit else "stem"


def leg_vast(tx: Connection, handeling: Handeling, bewoner: int, feit: Feit) -> bool:
    """Record that a resident did something, once per resident, kind and subject; say whether it is new.

    What a resident does themselves comes in the place of what staff recorded of it: nobody else takes that back.

    Raises:
        Geweigerd: staff records it, of who withdrew their yes. The refusal does not say why.
    """
    if feit.vastlegger is not None and accounts.zonder_ja(tx, [bewoner]):
        raise Geweigerd("bewijs.niets_vast")
    stand = bewijs.zoek(tx, handeling.wijk, bewoner, feit.soort, feit.onderwerp)
    if stand.bestaat:
        oud = None if feit.vastlegger else bewijs.geldend(tx, handeling.wijk, feit.soort, feit.onderwerp, bewoner, None)
        if oud is not None and oud.vastlegger is not None:
            _schrijf(tx, handeling, feit, stand.log, {"bewoner": stand.bewoner}, oud, bewoner=bewoner)
        return False
    _schrijf(tx, handeling, feit, stand.log, {"bewoner": stand.bewoner}, bewoner=bewoner)
    return True


def leg_aantal_vast(
    tx: Connection, handeling: Handeling, feit: Feit, aantal: int, huishouden: Huishouden | None = None
) -> bool:
    """Record how many unnamed people of a household did something, or how many heads (or guests) a meeting had.

    A later number corrects the earlier one; nought takes it away. Say whether anything changed.
    """
    thuis = None if huishouden is None else huishouden.id
    oud = bewijs.geldend(tx, handeling.wijk, feit.soort, feit.onderwerp, None, thuis)
    if aantal == (oud.aantal if oud else 0):
        return False
    over = {"huishouden": huishouden and huishouden.publiek_id, "aantal": aantal}
    log = bewijs.log_van(tx, handeling.wijk)
    _schrijf(tx, handeling, feit, log, over, oud, vervallen=aantal == 0, huishouden=thuis, aantal=aantal)
    return True


def trek_in(tx: Connection, handeling: Handeling, bewoner: int, feit: Feit) -> bool:
    """Correct what was recorded of a resident: it does not hold. Say whether there was something to correct."""
    oud = bewijs.geldend(tx, handeling.wijk, feit.soort, feit.onderwerp, bewoner, None)
    if oud is None:
        return False
    stand = bewijs.zoek(tx, handeling.wijk, bewoner, feit.soort, feit.onderwerp)
    _schrijf(tx, handeling, feit, stand.log, {"bewoner": stand.bewoner}, oud, vervallen=True, bewoner=bewoner)
    return True


def trek_alles_in(
    tx: Connection, handeling: Handeling, onderwerp: str, methode: str, vastlegger: Wie, reden: str | None = None
) -> None:
    """Correct all that was recorded of a meeting that did not take place, whoever recorded it."""
    log = bewijs.log_van(tx, handeling.wijk)
    for oud in bewijs.alle_geldende(tx, handeling.wijk, onderwerp):
        record, aantal = json.loads(oud.geldend.record), None if oud.geldend.aantal is None else 0
        over = {"huishouden": record["huishouden"], "aantal": 0} if aantal == 0 else {"bewoner": record["bewoner"]}
        feit = Feit(cast(Bewijssoort, oud.soort), onderwerp, methode, vastlegger, reden)
        wie = {"bewoner": oud.bewoner, "huishouden": oud.huishouden, "aantal": aantal}
        _schrijf(tx, handeling, feit, log, over, oud.geldend, vervallen=True, **wie)


def _schrijf(
    tx: Connection,
    handeling: Handeling,
    feit: Feit,
    log: Log,
    over: dict[str, Any],
    oud: Geldend | None = None,
    *,
    vervallen: bool = False,
    **wie: int | None,
) -> None:
    label = f"bewijs/{'/'.join(map(str, over.values()))}/{feit.soort}/{feit.onderwerp}/"
    gebeurtenis, sleutel = handeling.id(label + "id"), handeling.geheim(label + "sleutel")
    kenmerk = {"versie": _VERSIE, "id": gebeurtenis, "soort": feit.soort, "vervalt": vervallen}
    waarom = {} if feit.reden is None else {"reden": feit.reden}
    record = canoniek({**kenmerk, **over, **waarom, "onderwerp": feit.onderwerp, **_door(tx, handeling, feit)})
    blad = canoniek(
        {
            **kenmerk,
            "log": log.publiek_id,
            "dag": handeling.now.astimezone(handeling.zone).date().isoformat(),
            "methode": feit.methode,
            "door": _rol(feit.vastlegger),
            "spelregels": log.spelregels_versie,
            "corrigeert": json.loads(oud.record)["id"] if oud else None,
            "commitment": hmac.digest(sleutel, record.encode(), hashlib.sha256).hex(),
        }
    )
    if oud:
        bewijs.vervalt(tx, oud.bewijs)
    bewijs.voeg_toe(
        tx,
        handeling.wijk,
        blad,
        soort=feit.soort,
        onderwerp=feit.onderwerp,
        methode=feit.methode,
        vastlegger=feit.vastlegger and feit.vastlegger.account,
        vervallen=vervallen,
        sleutel=sleutel,
        record=record,
        **{"bewoner": None, "huishouden": None, "aantal": None, **wie},
    )


def _door(tx: Connection, handeling: Handeling, feit: Feit) -> dict[str, str | None]:
    """Return who of the team recorded it and who agreed, by pseudonym: it shows that they are two, and not who."""
    wie = {"vastlegger": feit.vastlegger.account, "bevestigd": handeling.tweede} if feit.vastlegger else {}
    return dict.fromkeys(("vastlegger", "bevestigd")) | {
        naam: vastleggers.pseudoniem(tx, handeling.wijk, account, handeling.id(f"vastlegger/{account}"))
        for naam, account in wie.items()
        if account is not None
    }


def _rol(vastlegger: Wie | None) -> str:
    """Return in which role something was recorded: the one nearest to the door."""
    return BEWONER if vastlegger is None else next(rol for rol in ROLLEN if rol in vastlegger.rollen)

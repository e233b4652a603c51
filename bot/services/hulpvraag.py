"""A resident asks to be visited or called, and who helps in their street hears it. It is no evidence of being heard.

    tap ──"kom langs"──▶ open ──"ik doe het"──▶ genomen ──"gedaan"──▶ klaar
     └──"bel mij"──▶ (types a number) ──▶ open ──"gedaan"──▶ klaar
    genomen ──"ik kan toch niet"──▶ open;  ──another: "ik neem het over"──▶ genomen, by the other
    open, genomen ──the resident──▶ ingetrokken; ──after `BEWAAR`──▶ verlopen

What is personal leaves with the end. The side of who helps is in `bot.services.hulp`.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.deurcode import lees_code
from bot.rules.telefoon import lees_nummer
from bot.services import hulp, hulpbeeld
from bot.services.gesprek import eis_open, wacht_op
from bot.services.handeling import Handeling, eis_bewoner, wie_handelt
from bot.storage import gesprekken, hulpvragen, wekkers
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.hulpvragen import Hulpvraag, Wijze

SOORT = "hulpvraag"
"""The kind of open conversation in which someone types their number."""
MEEST = 3
"""So many may one resident have open."""


def begin(tx: Connection, handeling: Handeling, over: str, onderwerp: str = "", *, opnieuw: bool = False) -> Boodschap:
    """Ask what they want: a visit or a call. What they tapped under stays as it is.

    Args:
        over: what they tapped under; with `onderwerp` its publiek_id.
        opnieuw: whether it takes the place of what was tapped: they came back from typing a number.

    Raises:
        Geweigerd: there is no such thing, or nobody who helps.
    """
    wie, bewoner = _eis(tx, handeling, over, onderwerp)
    _sluit(tx, wie)
    if al := _lopend(tx, bewoner, over, onderwerp):
        return _eigen(tx, handeling, wie, al, wijze="bewerk" if opnieuw else "nieuw")
    return _wat(tx, bewoner, over, onderwerp, wijze="bewerk" if opnieuw else "nieuw")


def kom_langs(tx: Connection, handeling: Handeling, over: str, onderwerp: str) -> Boodschap:
    """Ask for a visit."""
    wie, _ = _eis(tx, handeling, over, onderwerp)
    return _vraag(tx, handeling, wie, over, onderwerp, "langs", None)


def bel(tx: Connection, handeling: Handeling, over: str, onderwerp: str) -> Boodschap:
    """Wait for a typed number. What is open already is not thrown away for it."""
    wie, bewoner = _eis(tx, handeling, over, onderwerp)
    if al := _lopend(tx, bewoner, over, onderwerp):
        return _eigen(tx, handeling, wie, al)
    if len(hulpvragen.van_bewoner(tx, bewoner)) >= MEEST:
        return _wat(tx, bewoner, over, onderwerp)
    wacht_op(tx, wie, Gesprek(SOORT, "nummer", {"over": over, "onderwerp": onderwerp}))
    return Boodschap("hulpvraag.nummer", {"over": over, "onderwerp": onderwerp, "fout": None})


def typ(tx: Connection, handeling: Handeling, tekst: str, *, van_ander: bool = False) -> Boodschap:
    """Take a number, typed or shared; nothing of what cannot be one is kept.

    Args:
        van_ander: whether the contact of somebody else was shared: who that is did not say that we may call them.
    """
    wie = eis_bewoner(tx, handeling)
    open_ = eis_open(tx, wie, SOORT)
    wie, _ = _eis(tx, handeling, **open_.data)
    nummer = lees_nummer(tekst)
    if nummer is None:
        fout = "contact" if van_ander else "nummer" if lees_code(tekst) is None else "deurcode"
        return Boodschap("hulpvraag.nummer", {**open_.data, "fout": fout})
    _sluit(tx, wie)
    return _vraag(tx, handeling, wie, open_.data["over"], open_.data["onderwerp"], "bel", nummer)


def niet(tx: Connection, handeling: Handeling) -> Boodschap:
    """Ask nothing after all."""
    _sluit(tx, wie_handelt(tx, handeling))
    return Boodschap("hulpvraag.niet")


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one of one's own."""
    wie, gevonden = _eigene(tx, handeling, publiek_id)
    return _eigen(tx, handeling, wie, gevonden)


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Withdraw one's own; who may have read it hears that it need not be done any more."""
    _, gevonden = _eigene(tx, handeling, publiek_id)
    hulp.beeindig(tx, handeling, gevonden, "ingetrokken")
    return Boodschap("hulpvraag.ingetrokken")


def _vraag(
    tx: Connection, handeling: Handeling, wie: Wie, over: str, onderwerp: str, wijze: Wijze, nummer: str | None
) -> Boodschap:
    bewoner = wie.bewoner or 0
    if al := _lopend(tx, bewoner, over, onderwerp):  # the second tap of two
        return _eigen(tx, handeling, wie, al)
    if len(hulpvragen.van_bewoner(tx, bewoner)) >= MEEST:
        return _wat(tx, bewoner, over, onderwerp)
    return _eigen(tx, handeling, wie, voeg_toe(tx, handeling, wie, bewoner, over, onderwerp, wijze, nummer))


def voeg_toe(
    tx: Connection,
    handeling: Handeling,
    wie: Wie,
    bewoner: int,
    over: str,
    onderwerp: str,
    wijze: Wijze,
    nummer: str | None,
) -> Hulpvraag:
    """Keep what a resident asks, and tell who helps but for who acts: the resident, or who writes it down for them."""
    nieuw = hulpvragen.voeg_toe(
        tx,
        wijk=handeling.wijk,
        publiek_id=handeling.id("hulpvraag"),
        bewoner=bewoner,
        vanaf=wie.account if wie.bewoner == bewoner else None,
        wijze=wijze,
        over=over,
        onderwerp=onderwerp,
        nummer=nummer,
        gevraagd_op=handeling.now,
    )
    gevraagd = hulp.bestaand(tx, handeling.wijk, nieuw)
    hulp.vraag_rond(tx, handeling, gevraagd, [wie.account])
    wekkers.zet(tx, handeling.wijk, hulp.VERLOOPT, nieuw, handeling.now + hulp.BEWAAR)
    return gevraagd


def kan_nog(tx: Connection, bewoner: int, over: str) -> bool:
    """Say whether a resident can ask this once more: not while it waits, nor with enough that waits."""
    return _lopend(tx, bewoner, over, "") is None and len(hulpvragen.van_bewoner(tx, bewoner)) < MEEST


def _wat(tx: Connection, bewoner: int, over: str, onderwerp: str, *, wijze: Any = "bewerk") -> Boodschap:
    al = [{"id": v.publiek_id, "wijze": v.wijze, "over": v.over} for v in hulpvragen.van_bewoner(tx, bewoner)]
    data = {"over": over, "onderwerp": onderwerp, "al": al, "vol": len(al) >= MEEST}
    return Boodschap("hulpvraag.wat", data, wijze=wijze)


def _eigen(tx: Connection, handeling: Handeling, wie: Wie, gevonden: Hulpvraag, *, wijze: Any = "bewerk") -> Boodschap:
    rol = hulp.helpers(tx, handeling.wijk, gevonden.straat or "", [wie.account]).rol
    door = hulpbeeld.wie_doet(tx, handeling.wijk, gevonden)
    data = {"id": gevonden.publiek_id, "wijze": gevonden.wijze, "rol": rol, "door": door}
    return Boodschap("hulpvraag.eigen", data, wijze=wijze)


def _eis(tx: Connection, handeling: Handeling, over: str, onderwerp: str) -> tuple[Wie, int]:
    """Return the resident who asks, when there is such a thing to ask about and someone who helps."""
    wie = eis_bewoner(tx, handeling)
    if hulpbeeld.titel(tx, handeling.wijk, over, onderwerp) is None:
        raise Geweigerd("hulpvraag.onbekend")
    if not hulp.helpers(tx, handeling.wijk, hulpbeeld.straat_van(tx, wie), [wie.account]).accounts:
        raise Geweigerd("hulpvraag.niemand")
    return wie, wie.bewoner or 0


def _eigene(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Hulpvraag]:
    wie = eis_bewoner(tx, handeling)
    gevonden = hulpvragen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None or (gevonden.bewoner != wie.bewoner):
        raise Geweigerd("hulpvraag.voorbij")
    return wie, gevonden


def _lopend(tx: Connection, bewoner: int, over: str, onderwerp: str) -> Hulpvraag | None:
    alle = hulpvragen.van_bewoner(tx, bewoner)
    return next((v for v in alle if (v.over, v.onderwerp) == (over, onderwerp)), None)


def _sluit(tx: Connection, wie: Wie) -> None:
    gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)

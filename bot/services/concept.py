"""Drafts of plans as residents read them: the list, one with its sections, and a section by itself.

Making and publishing one: `conceptvorm`. Reacting: `conceptreactie`. The answers and the nota: `conceptantwoord`.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services.bladzij import blader_in
from bot.services.handeling import BEGELEIDER, KERNGROEP, ORGANISATOR, STAF, Handeling, eis_binnen, met_rol
from bot.storage import concepten, conceptreacties
from bot.storage.accounts import Wie
from bot.storage.concepten import Concept, Deel

PER_BLADZIJ = 6
DELEN_PER_BLADZIJ = 12
LEZERS = frozenset({KERNGROEP, *STAF})
"""Who reads one before it is published: who may be the second person."""


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show a page of the drafts, newest first."""
    wie = eis_binnen(tx, handeling)
    alle = concepten.alle(tx, handeling.wijk, ook_ongepubliceerd=bool(wie.rollen & LEZERS))
    gevonden, rond = blader_in(alle, bladzij, PER_BLADZIJ)
    eigen = wie.bewoner is not None and bool(conceptreacties.van_bewoner(tx, wie.bewoner))
    regels = [als_data(een, handeling) for een in gevonden]
    data = {"concepten": regels, "mag": ORGANISATOR in wie.rollen, "eigen": eigen, **rond}
    return Boodschap("concept.lijst", data, melding=melding)


def toon(
    tx: Connection, handeling: Handeling, publiek_id: str, bladzij: int = 0, melding: str | None = None
) -> Boodschap:
    """Show one with a page of its sections; to the team with what waits and what can be done."""
    wie, een = eis_leesbaar(tx, handeling, publiek_id)
    alle = concepten.delen(tx, een.id)
    gevonden, rond = blader_in(alle, bladzij, DELEN_PER_BLADZIJ)
    antwoordt = beantwoordt(wie)
    wacht = conceptreacties.tel_open(tx, een.id) if antwoordt else {}
    nieuw = _veranderd(tx, handeling, een, alle)
    data = {
        **als_data(een, handeling),
        "delen": [[d.publiek_id, d.nummer, d.titel, wacht.get(d.id, 0), nieuw.get(d.id)] for d in gevonden],
        "aantal": len(alle),
        "vervallen": _vervallen(tx, een, alle),
        "wacht": sum(wacht.values()),
        "bewerkt": ORGANISATOR in wie.rollen and een.gepubliceerd_op is None,
        "vervolgt": ORGANISATOR in wie.rollen
        and een.gepubliceerd_op is not None
        and concepten.opvolger(tx, een.id) is None,
        "antwoordt": antwoordt and een.gepubliceerd_op is not None,
        **rond,
    }
    return Boodschap("concept.een", data, melding=melding)


def deel(tx: Connection, handeling: Handeling, publiek_id: str, *, oud: bool = False) -> Boodschap:
    """Show a section with the way to the next and the one before it.

    Args:
        oud: the same section as it stood in the version before.
    """
    wie, een, dit = eis_deel(tx, handeling, publiek_id)
    alle = concepten.delen(tx, een.id)
    plaats = next(n for n, d in enumerate(alle) if d.id == dit.id)
    was = concepten.deel(tx, handeling.wijk, id=dit.was) if dit.was is not None else None
    open_ = is_open(een, handeling)
    tekst = was.tekst if oud and was else dit.tekst
    data = {
        "concept": een.publiek_id,
        "plan": een.titel,
        "id": dit.publiek_id,
        "nummer": dit.nummer,
        "aantal": len(alle),
        "titel": was.titel if oud and was else dit.titel,
        "tekst": tekst,
        "oud": oud and was is not None,
        "veranderd": _veranderd(tx, handeling, een, alle).get(dit.id),
        "vorige": alle[plaats - 1].publiek_id if plaats else None,
        "volgende": alle[plaats + 1].publiek_id if plaats + 1 < len(alle) else None,
        "reageert": open_ and wie.bewoner is not None,
        "namens": open_ and beantwoordt(wie),
        "antwoordt": beantwoordt(wie) and een.gepubliceerd_op is not None,
        "bewerkt": ORGANISATOR in wie.rollen and een.gepubliceerd_op is None,
    }
    return Boodschap("concept.deel", data)


def als_data(een: Concept, handeling: Handeling) -> dict[str, Any]:
    """Return what people see of one."""
    return {
        "id": een.publiek_id,
        "soort": een.soort,
        "titel": een.titel,
        "versie": een.versie,
        "tot": een.tot.isoformat(),
        "stuk": een.stuk,
        "staat": staat(een, handeling),
    }


def staat(een: Concept, handeling: Handeling) -> str:
    """Say how one stands: `kladversie`, `open`, `dicht` or `opgevolgd`."""
    if een.gepubliceerd_op is None:
        return "kladversie"
    if een.opgevolgd:
        return "opgevolgd"
    return "open" if is_open(een, handeling) else "dicht"


def is_open(een: Concept, handeling: Handeling) -> bool:
    """Say whether residents can react now: what they sent in time counts, also when it came through later."""
    return een.gepubliceerd_op is not None and not een.opgevolgd and handeling.verzonden_op < een.tot


def beantwoordt(wie: Wie) -> bool:
    """Say whether someone answers reactions, and types them in for who has no phone."""
    return bool(wie.rollen & {BEGELEIDER, ORGANISATOR})


def eis_leesbaar(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Concept]:
    """Return who acts and a draft that they may read.

    Raises:
        Geweigerd: no such draft, or it was not published yet and they are not of the team.
    """
    wie, een = eis_binnen(tx, handeling), concepten.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if een is None or (een.gepubliceerd_op is None and not met_rol(handeling, wie, *LEZERS)):
        raise Geweigerd("concept.onbekend")
    return wie, een


def eis_deel(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Concept, Deel]:
    """Return who acts, a section that they may read, and its draft."""
    dit = concepten.deel(tx, handeling.wijk, publiek_id=publiek_id)
    van = None if dit is None else concepten.zoek(tx, handeling.wijk, id=dit.concept)
    if dit is None or van is None:
        raise Geweigerd("concept.onbekend")
    return *eis_leesbaar(tx, handeling, van.publiek_id), dit


def _veranderd(tx: Connection, handeling: Handeling, een: Concept, alle: list[Deel]) -> dict[int, str]:
    """Return which sections are `nieuw` or `anders` than in the version before."""
    if een.vorige is None:
        return {}
    toen = {d.id: d for d in concepten.delen(tx, een.vorige)}
    gezegd = {}
    for nu in alle:
        was = toen.get(nu.was or 0)
        if was is None:
            gezegd[nu.id] = "nieuw"
        elif (was.titel, was.tekst) != (nu.titel, nu.tekst):
            gezegd[nu.id] = "anders"
    return gezegd


def _vervallen(tx: Connection, een: Concept, alle: list[Deel]) -> list[str]:
    """Return the headings of the sections of the version before that are not in this one."""
    if een.vorige is None:
        return []
    bleef = {d.was for d in alle}
    return [d.titel for d in concepten.delen(tx, een.vorige) if d.id not in bleef]

"""Who sees a poll, and as whom somebody votes in it, if at all."""

from datetime import datetime

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.rules.doelgroep import ALLE_GELEDINGEN, WIJK, Doelgroep
from bot.services.handeling import STAF, is_binnen, mag_voor
from bot.storage import adresstemmen, doelgroepen, geledingen, peilingen, stemmers
from bot.storage.accounts import Wie
from bot.storage.peilingen import Peiling
from bot.storage.stemmers import Kiezer


def kiezer(tx: Connection, wie: Wie, peiling: Peiling) -> Kiezer | None:
    """Return as whom somebody votes in a poll, None when it is for others.

    In that of a school or vereniging who is nobody here: residents have their own, and the team does not vote along.
    """
    if wie.bewoner is not None:
        return van_bewoner(tx, wie.bewoner, peiling)
    if wie.geleding is not None and peiling.voor in (ALLE_GELEDINGEN, Doelgroep("geleding", wie.geleding)):
        return geledingen.gast(tx, peiling.id, wie)
    return Kiezer("account", wie.account) if peiling.naast is not None and not wie.rollen else None


def van_bewoner(tx: Connection, bewoner: int, peiling: Peiling) -> Kiezer | None:
    """Return as whom a resident votes, in chat or on paper; None when the poll is for others."""
    if peiling.naast is not None:
        return None
    if peiling.voor.soort == "geleding":
        van = geledingen.van_bewoner(tx, peiling.wijk, bewoner)
        return Kiezer("bewoner", bewoner, geleding=van) if peiling.voor.bereik in ("", van) else None
    if peiling.voor != WIJK and not doelgroepen.hoort_bij(tx, peiling.wijk, bewoner, peiling.voor):
        return None
    return adresstemmen.kiezer(tx, peiling.id, bewoner) if peiling.per_adres else Kiezer("bewoner", bewoner)


def is_open(peiling: Peiling, now: datetime) -> bool:
    """Say whether one can vote."""
    return not komt_nog(peiling, now) and not is_voorbij(peiling, now)


def komt_nog(peiling: Peiling, now: datetime) -> bool:
    """Say whether one can vote later: until then it is there to look at."""
    return peiling.gesloten_op is None and peiling.opent_op is not None and now < peiling.opent_op


def is_voorbij(peiling: Peiling, now: datetime) -> bool:
    """Say whether one can vote no more."""
    return peiling.gesloten_op is not None or now >= peiling.sluit_op


def is_bewoners_open(tx: Connection, school: Peiling) -> bool:
    """Say whether the poll of the residents, beside which a poll for a school stands, is not closed yet."""
    eigen = peilingen.zoek(tx, school.wijk, id=school.naast)
    return eigen is not None and eigen.gesloten_op is None


def eis_ziet(tx: Connection, wie: Wie, peiling: Peiling) -> None:
    """Refuse a poll that is for others; what a school said comes with the result of the residents' poll."""
    if peiling.naast is not None and is_binnen(wie) and is_bewoners_open(tx, peiling):
        raise Geweigerd("school.eigen")
    voor_allen = peiling.uitslag_naar == "wijk" and peiling.gesloten_op is not None and not peiling.ingetrokken
    if (voor_allen or peiling.voor == WIJK) and not _is_gast(wie):
        return
    if (ziet := ziet_van(tx, wie)) is not None and peiling.voor not in ziet:
        raise Geweigerd("peiling.andere_groep")


def ziet_uitslag(tx: Connection, wie: Wie, peiling: Peiling) -> bool:
    """Say whether someone may read the result of a poll that they see."""
    if peiling.uitslag_naar != "stemmers" or mag_voor(wie, peiling.voor):
        return True
    return wie.account in stemmers.accounts_die_stemden(tx, peiling.wijk, peiling.publiek_id, [wie.account])


def ziet_van(tx: Connection, wie: Wie) -> list[Doelgroep] | None:
    """Return the audiences of which someone sees the polls: their own, and those they may ask; None for all."""
    if wie.rollen & set(STAF):
        return None
    if wie.bewoner is not None:
        eigen = doelgroepen.van_bewoner(tx, wie.bewoner)
    else:
        eigen = [] if _is_gast(wie) else [WIJK]
        eigen += [ALLE_GELEDINGEN, Doelgroep("geleding", wie.geleding)] if wie.geleding is not None else []
    straten, groepen = (Doelgroep("straat", s) for s in wie.straten), (Doelgroep("werkgroep", w) for w in wie.trekt)
    return [*eigen, *straten, *groepen]


def _is_gast(wie: Wie) -> bool:
    """Say whether someone only votes for a geleding: then they see nothing else."""
    return wie.geleding is not None and not is_binnen(wie)

"""Who lives at an address no more: their seats end, what they did stays and counts no more.

What they have in open polls goes along when they join again at another address.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import Connection, delete, func, literal, select, update

from bot.storage import correcties
from bot.storage.bewijs import ALLES
from bot.storage.tables import (
    aanmelding,
    account,
    adresverzoek,
    bewijs,
    bewijs_prive,
    bewoner,
    bezoek,
    bijeenkomst,
    brengtaak,
    huishouden,
    hulpvraag,
    intekening,
    kennismaking,
    peiling,
    stemconcept,
    stemkoppeling,
    stemvel,
    tekencode,
    werkgroeplid,
)


def beeindig(tx: Connection, wijk_id: int, sleutels: Sequence[str], now: datetime) -> tuple[list[int], list[int]]:
    """End the seats of all who live at these addresses; their evidence stays, also of who was recorded without a name.

    Returns:
        Their accounts; and the meetings to come in which they held a place or a number, which they lose. They are out
        of their werkgroepen too, and what they said of themselves is gone.
    """
    van = select(huishouden.c.id).where(huishouden.c.wijk == wijk_id, huishouden.c.sleutel.in_(sleutels))
    weg = update(bewoner).where(bewoner.c.huishouden.in_(van), bewoner.c.tot.is_(None)).values(tot=now)
    bewoners = list(tx.scalars(weg.returning(bewoner.c.id)))
    laatste = tx.scalar(select(func.coalesce(func.max(bewijs.c.id), 0)).where(bewijs.c.wijk == wijk_id))
    anders = {"na_bewijs": laatste, "geen_bezoek_tot": None, "taal": None}  # of who left
    tx.execute(update(huishouden).where(huishouden.c.id.in_(van.scalar_subquery())).values(**anders))
    komend = select(bijeenkomst.c.id).where(bijeenkomst.c.wijk == wijk_id, bijeenkomst.c.begin > now)
    af = delete(aanmelding).where(aanmelding.c.bewoner.in_(bewoners), aanmelding.c.bijeenkomst.in_(komend))
    bijeenkomsten = set(tx.scalars(af.returning(aanmelding.c.bijeenkomst)))
    tx.execute(delete(bezoek).where(bezoek.c.huishouden.in_(van.scalar_subquery())))  # who comes now was not visited
    tx.execute(delete(werkgroeplid).where(werkgroeplid.c.bewoner.in_(bewoners)))
    hier = intekening.c.huishouden.in_(van.scalar_subquery())
    tx.execute(delete(intekening).where(hier, intekening.c.hoe != "eformulier"))  # also those on paper
    lopend = hier, intekening.c.ingetrokken_op.is_(None)  # the same file once more is not of who comes now
    tx.execute(update(intekening).where(*lopend).values(ingetrokken_op=now))
    # who comes to live there votes with another code
    tx.execute(delete(stemvel).where(stemvel.c.huishouden.in_(van.scalar_subquery()), stemvel.c.staat != "telt"))
    tx.execute(delete(tekencode).where(tekencode.c.huishouden.in_(van.scalar_subquery())))
    tx.execute(delete(brengtaak).where(brengtaak.c.bewoner.in_(bewoners)))
    tx.execute(delete(kennismaking).where(kennismaking.c.bewoner.in_(bewoners)))
    geen = {"staat": "ingetrokken", "bewoner": None, "nummer": None}  # nobody rings at the new people's door
    tx.execute(update(hulpvraag).where(hulpvraag.c.bewoner.in_(bewoners)).values(**geen))
    leeg = {"staat": "ingetrokken", "bewoner": None, "tekst": None, "taal": None, "behandeld_op": now}
    tx.execute(update(adresverzoek).where(adresverzoek.c.bewoner.in_(bewoners)).values(**leeg))
    accounts = tx.scalars(select(account.c.id).where(account.c.bewoner.in_(bewoners)).order_by(account.c.id))
    return list(accounts), sorted(bijeenkomsten)


def neem_stemmen_mee(tx: Connection, wijk_id: int, van: int, naar: int) -> list[int]:
    """Let the ballots of someone in open polls be those of their new seat; return in which polls.

    A ballot of the new seat, such as one on paper, stays and the old one goes; where each address has one, both stay.
    """
    lopend = select(peiling.c.id).where(peiling.c.wijk == wijk_id, peiling.c.gesloten_op.is_(None))
    k = stemkoppeling.c
    dubbel = select(k.peiling).where(k.bewoner == naar, k.peiling.in_(lopend))
    al = list(tx.scalars(dubbel))
    for peiling_id in tx.scalars(
        select(k.peiling).where(k.bewoner == van, k.huishouden.is_(None), k.peiling.in_(al))
    ).all():
        correcties.trek_stem_in(tx, van, peiling_id)
    mee = (
        update(stemkoppeling).where(k.bewoner == van, k.peiling.in_(lopend), k.peiling.not_in(al)).values(bewoner=naar)
    )
    gevolgd = list(tx.scalars(mee.returning(k.peiling)))
    van_papier = stemvel.c.bewoner == van, stemvel.c.peiling.in_(gevolgd)
    tx.execute(update(stemvel).where(*van_papier).values(bewoner=naar))
    c = stemconcept.c
    ook = c.peiling.in_(lopend), c.peiling.not_in(select(c.peiling).where(c.bewoner == naar))
    tx.execute(update(stemconcept).where(c.bewoner == van, *ook).values(bewoner=naar))
    return sorted(gevolgd)


def bewoond(tx: Connection, wijk_id: int, sleutels: Sequence[str]) -> set[str]:
    """Return which of these addresses have someone who lives there, as far as anyone was recorded."""
    vraag = (
        select(huishouden.c.sleutel)
        .join(bewoner, bewoner.c.huishouden == huishouden.c.id)
        .where(huishouden.c.wijk == wijk_id, bewoner.c.tot.is_(None), huishouden.c.sleutel.in_(sleutels))
    )
    return set(tx.scalars(vraag))


def tel_vertrokken(tx: Connection, wijk_id: int, soorten: Iterable[str], na: int, tot: int = ALLES) -> int:
    """Count who left and has evidence of one of these kinds: they are shown apart, and counted nowhere else.

    Args:
        na, tot: evidence up to and after these ids does not count.
    """
    p = bewijs_prive.c
    gedaan = select(literal(1)).where(p.bewoner == bewoner.c.id, p.wijk == wijk_id, ~p.vervallen)
    gedaan = gedaan.where(p.soort.in_(sorted(soorten)), p.bewijs > na, p.bewijs <= tot).correlate(bewoner)
    vraag = select(func.count()).select_from(bewoner).where(bewoner.c.wijk == wijk_id, bewoner.c.tot.is_not(None))
    return tx.scalar(vraag.where(gedaan.exists())) or 0

"""Who fits a selection: each thing that is asked of them as a condition in SQL, looked up in what stands now."""

from collections.abc import Callable, Sequence

from sqlalchemy import ColumnElement, Connection, exists, func, select, true

from bot.rules.doelgroep import EIGENDOM, Doelgroep
from bot.rules.selectie import Eis, Selectie
from bot.storage import aanmeldingen, doelgroepen, spelregels
from bot.storage.stemmers import STEMSOORTEN
from bot.storage.tables import (
    account,
    bewijs_prive,
    bewoner,
    bijeenkomst,
    huishouden,
    peiling,
    stemkoppeling,
    werkgroep,
    werkgroeplid,
)

Waar = ColumnElement[bool]


def voorwaarden(tx: Connection, wijk: int, selectie: Selectie) -> list[Waar]:
    """Return, in order, the conditions on `bewoner` that what is asked comes to, for `doelgroepen.accounts_van`."""
    return [waar for eis in selectie.eisen for waar in _VOOR[eis.soort](tx, wijk, eis)]


def tel(tx: Connection, wijk: int, groep: Doelgroep, *waar: Waar) -> int:
    """Count the residents of an audience who have a chat that we reach, for whom all of this holds."""
    bereikbaar = exists().where(account.c.bewoner == bewoner.c.id, account.c.bereikbaar)
    vraag = select(func.count()).select_from(bewoner).where(bewoner.c.wijk == wijk, bewoner.c.tot.is_(None), bereikbaar)
    return tx.scalar(vraag.where(_in_groep(groep), *waar)) or 0


def cellen(tx: Connection, wijk: int, groep: Doelgroep, waar: Sequence[Waar]) -> dict[tuple[bool, ...], int]:
    """Count the residents of an audience who have a chat that we reach, by which of these conditions hold for them."""
    kolommen = [een.label(f"geldt_{n}") for n, een in enumerate(waar)]
    bereikbaar = exists().where(account.c.bewoner == bewoner.c.id, account.c.bereikbaar)
    ieder = select(bewoner.c.id, *kolommen).where(bewoner.c.wijk == wijk, bewoner.c.tot.is_(None), bereikbaar)
    per = ieder.where(_in_groep(groep)).subquery()
    geldt = [per.c[kolom.name] for kolom in kolommen]
    gevonden: dict[tuple[bool, ...], int] = {}
    for *wat, hoeveel in tx.execute(select(*geldt, func.count()).select_from(per).group_by(*geldt)):
        cel = tuple(map(bool, wat))  # what is not known does not hold
        gevonden[cel] = gevonden.get(cel, 0) + hoeveel
    return gevonden


def tel_mensen(tx: Connection, wijk: int, groep: Doelgroep, eigendom: str | None = None) -> int:
    """Count the people of an audience, with a chat or not: adults on the address list, or members of a werkgroep.

    Args:
        eigendom: only those at addresses of this tenure, as the list says it.
    """
    if groep.soort == "werkgroep":
        leden = select(func.count()).select_from(bewoner).where(bewoner.c.wijk == wijk, bewoner.c.tot.is_(None))
        return tx.scalar(leden.where(_in_groep(groep))) or 0
    adressen = select(func.sum(func.coalesce(huishouden.c.volwassenen, 1))).where(huishouden.c.wijk == wijk)
    if groep.soort == "straat":
        adressen = adressen.where(huishouden.c.straat == groep.bereik)
    if eigendom := eigendom or (groep.soort if groep.soort in EIGENDOM else None):
        adressen = adressen.where(huishouden.c.eigendom == eigendom)
    return int(tx.scalar(adressen) or 0)


def _eigendom(tx: Connection, wijk: int, eis: Eis) -> list[Waar]:
    return [doelgroepen.met_eigendom(eis.soort)]


def _zonder_bewijs(tx: Connection, wijk: int, eis: Eis) -> list[Waar]:
    return [~_bewijs(wijk, eis.telt, bewijs_prive.c.bewijs > spelregels.ingang(tx, wijk))]


def _komt(tx: Connection, wijk: int, eis: Eis) -> list[Waar]:
    welke = select(bijeenkomst.c.id).where(bijeenkomst.c.wijk == wijk, bijeenkomst.c.publiek_id == eis.onderwerp)
    return [aanmeldingen.komt_naar(welke.scalar_subquery())]


def _niet_gestemd(tx: Connection, wijk: int, eis: Eis) -> list[Waar]:
    """Of those whom the poll is for: a poll of another street is no reason to hear of it.

    Two conditions: how many voted shows against those whom the poll is for, not against the audience of a message.
    """
    vraag = select(peiling.c.doelgroep, peiling.c.doelgroep_bereik, peiling.c.id).where(peiling.c.wijk == wijk)
    soort, bereik, nummer = tx.execute(vraag.where(peiling.c.publiek_id == eis.onderwerp)).one()
    k = stemkoppeling.c  # where an address has one ballot, its housemates need not be asked
    thuis = select(k.huishouden).where(k.peiling == nummer, k.huishouden.is_not(None))
    stem = _bewijs(wijk, STEMSOORTEN, bewijs_prive.c.onderwerp == eis.onderwerp)
    return [_in_groep(Doelgroep(soort, bereik)), ~stem & bewoner.c.huishouden.not_in(thuis.correlate(None))]


def _bewijs(wijk: int, soorten: tuple[str, ...], *waar: Waar) -> Waar:
    """Return the condition that there is evidence: as a list made once, a look-up per resident takes a minute."""
    p = bewijs_prive.c
    wie = select(p.bewoner).where(p.wijk == wijk, p.soort.in_(soorten), ~p.vervallen, p.bewoner.is_not(None), *waar)
    return bewoner.c.id.in_(wie.correlate(None))


def _in_groep(groep: Doelgroep) -> Waar:
    """Return the condition that a resident belongs to an audience."""
    if groep.soort == "straat":
        return _thuis(huishouden.c.straat == groep.bereik)
    if groep.soort == "werkgroep":
        leden = select(werkgroeplid.c.bewoner).join(werkgroep, werkgroep.c.id == werkgroeplid.c.werkgroep)
        return bewoner.c.id.in_(leden.where(werkgroep.c.publiek_id == groep.bereik))
    return doelgroepen.met_eigendom(groep.soort) if groep.soort in EIGENDOM else true()


def _thuis(waar: Waar) -> Waar:
    return bewoner.c.huishouden.in_(select(huishouden.c.id).where(waar).correlate(None))


def _was_er(tx: Connection, wijk: int, eis: Eis) -> list[Waar]:
    p = bewijs_prive.c
    daar = p.wijk == wijk, p.onderwerp == eis.onderwerp, p.soort.in_(("aanwezig", "aanwezig_vragen")), ~p.vervallen
    return [bewoner.c.id.in_(select(p.bewoner).where(*daar, p.bewoner.is_not(None)))]


_VOOR: dict[str, Callable[[Connection, int, Eis], list[Waar]]] = {
    "koop": _eigendom,
    "huur": _eigendom,
    "niet_gehoord": _zonder_bewijs,
    "niet_geinformeerd": _zonder_bewijs,
    "komt": _komt,
    "niet_gestemd": _niet_gestemd,
    "was_er": _was_er,
}

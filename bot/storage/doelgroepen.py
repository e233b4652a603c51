"""Who belongs to an audience. A table with an audience has the columns of `tables.doelgroepkolommen()`."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Select, Table, exists, func, select, tuple_

from bot.rules.doelgroep import ALLE_GELEDINGEN, EIGENDOM, WIJK, Doelgroep, Soort
from bot.rules.geleding import VERTEGENWOORDIGER
from bot.storage.tables import account, bewoner, huishouden, kennismaking, rol, werkgroep, werkgroeplid


def accounts_van(
    tx: Connection, wijk: int, doelgroep: Doelgroep, na_account: int, hoeveel: int, *waar: ColumnElement[bool]
) -> list[int]:
    """Return, in order, the reachable accounts of an audience above an account id, for which more may hold."""
    if doelgroep == ALLE_GELEDINGEN:
        return list(tx.scalars(_van_geledingen(wijk, na_account, *waar).limit(hoeveel)))
    vraag = _binnen(
        select(account.c.id)
        .join(bewoner, bewoner.c.id == account.c.bewoner)
        .where(bewoner.c.wijk == wijk, bewoner.c.tot.is_(None), account.c.bereikbaar, account.c.id > na_account)
        .where(*waar),
        doelgroep,
    )
    return list(tx.scalars(vraag.order_by(account.c.id).limit(hoeveel)))


def hoort_bij(tx: Connection, wijk: int, bewoner_id: int, doelgroep: Doelgroep) -> bool:
    """Say whether a resident belongs to an audience now."""
    vraag = select(bewoner.c.id).where(bewoner.c.id == bewoner_id, bewoner.c.wijk == wijk, bewoner.c.tot.is_(None))
    return tx.scalar(_binnen(vraag, doelgroep)) is not None


def van_bewoner(tx: Connection, bewoner_id: int) -> list[Doelgroep]:
    """Return every audience that a resident belongs to."""
    straat = select(huishouden.c.straat).join(bewoner, bewoner.c.huishouden == huishouden.c.id)
    groepen = select(werkgroep.c.publiek_id).join(werkgroeplid, werkgroeplid.c.werkgroep == werkgroep.c.id)
    soorten: tuple[Soort, ...] = ("koop", "huur")
    heeft = tx.execute(select(*map(met_eigendom, soorten)).where(bewoner.c.id == bewoner_id)).one()
    return [
        WIJK,
        *(Doelgroep(soort) for soort, zo in zip(soorten, heeft, strict=True) if zo),
        ALLE_GELEDINGEN,
        *(Doelgroep("straat", naam) for naam in tx.scalars(straat.where(bewoner.c.id == bewoner_id))),
        *(Doelgroep("werkgroep", w) for w in tx.scalars(groepen.where(werkgroeplid.c.bewoner == bewoner_id))),
    ]


def bewoners_van(wijk: int, doelgroep: Doelgroep) -> Select[tuple[int]]:
    """Return the query for the residents who belong to an audience now."""
    return _binnen(select(bewoner.c.id).where(bewoner.c.wijk == wijk, bewoner.c.tot.is_(None)), doelgroep)


def gericht_aan(tabel: Table, doelgroepen: Iterable[Doelgroep]) -> ColumnElement[bool]:
    """Return the condition that a row is for one of these audiences."""
    paren = [(groep.soort, groep.bereik) for groep in doelgroepen]
    return tuple_(tabel.c.doelgroep, tabel.c.doelgroep_bereik).in_(paren)


def met_eigendom(soort: str) -> ColumnElement[bool]:
    """Return the condition that a resident owns (`koop`) or rents their home; where nobody knows it does not hold.

    The address list outranks what people say of themselves.
    """
    thuis = select(huishouden.c.eigendom).where(huishouden.c.id == bewoner.c.huishouden)
    volgens_lijst = thuis.correlate(bewoner).scalar_subquery()
    zegt = exists().where(
        kennismaking.c.bewoner == bewoner.c.id,
        kennismaking.c.vraag == "eigendom",
        kennismaking.c.antwoord == EIGENDOM[soort],
    )
    return func.coalesce(volgens_lijst == soort, zegt)


def tel_zonder_eigendom(tx: Connection, wijk: int) -> int:
    """Count the addresses of which neither the list nor who lives there says whether they own or rent."""
    zei = exists().where(
        bewoner.c.huishouden == huishouden.c.id,
        bewoner.c.tot.is_(None),
        kennismaking.c.bewoner == bewoner.c.id,
        kennismaking.c.vraag == "eigendom",
        kennismaking.c.antwoord.in_(EIGENDOM.values()),
    )
    vraag = select(func.count()).select_from(huishouden).where(huishouden.c.wijk == wijk)
    return tx.scalar(vraag.where(huishouden.c.eigendom.is_(None), ~zei)) or 0


def naam(tx: Connection, wijk: int, doelgroep: Doelgroep) -> str:
    """Return the name of the werkgroep or street; else empty."""
    if doelgroep.soort != "werkgroep":
        return doelgroep.bereik
    vraag = select(werkgroep.c.naam).where(werkgroep.c.wijk == wijk, werkgroep.c.publiek_id == doelgroep.bereik)
    return tx.scalar(vraag) or ""


def _van_geledingen(wijk: int, na_account: int, *waar: ColumnElement[bool]) -> Select[tuple[int]]:
    """Return the accounts of residents, and those that were invited to vote for a geleding."""
    woont = (bewoner.c.id == account.c.bewoner) & (bewoner.c.wijk == wijk) & bewoner.c.tot.is_(None)
    genodigd = exists().where(
        rol.c.wijk == wijk,
        rol.c.rol == VERTEGENWOORDIGER,
        rol.c.kanaal == account.c.kanaal,
        rol.c.extern_id == account.c.extern_id,
    )
    vraag = select(account.c.id).outerjoin(bewoner, woont).where(bewoner.c.id.is_not(None) | genodigd)
    return vraag.where(account.c.bereikbaar, account.c.id > na_account, *waar).order_by(account.c.id)


def _binnen(vraag: Select[tuple[int]], doelgroep: Doelgroep) -> Select[tuple[int]]:
    if doelgroep.soort == "straat":
        return vraag.join(huishouden, huishouden.c.id == bewoner.c.huishouden).where(
            huishouden.c.straat == doelgroep.bereik
        )
    if doelgroep.soort == "werkgroep":
        return (
            vraag.join(werkgroeplid, werkgroeplid.c.bewoner == bewoner.c.id)
            .join(werkgroep, werkgroep.c.id == werkgroeplid.c.werkgroep)
            .where(werkgroep.c.publiek_id == doelgroep.bereik)
        )
    if doelgroep.soort in EIGENDOM:
        return vraag.where(met_eigendom(doelgroep.soort))
    return vraag

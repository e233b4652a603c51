"""Who belongs to an audience. A table with an audience has the columns of `tables.doelgroepkolommen()`."""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Select, Table, exists, func, select, tuple_

from bot.rules.doelgroep import ALLE_GELEDINGEN, EIGENDOM, WIJK, Doelgroep, Soort
from bot.rules.geleding import BURGERS, VERTEGENWOORDIGER
from bot.storage.tables import HOORT, account, bewoner, huishouden, kennismaking, rol, werkgroep, werkgroeplid


def accounts_van(
    tx: Connection, wijk: int, doelgroep: Doelgroep, na_account: int, hoeveel: int, *waar: ColumnElement[bool]
) -> list[int]:
    """Return, in order, the reachable accounts of an audience above an account id, for which more may hold."""
    if doelgroep.soort == "geleding":
        return list(tx.scalars(_van_geledingen(wijk, doelgroep.bereik, na_account, *waar).limit(hoeveel)))
    vraag = _binnen(
        select(account.c.id)
        .join(bewoner, bewoner.c.id == account.c.bewoner)
        .where(bewoner.c.wijk == wijk, bewoner.c.tot.is_(None), HOORT, account.c.id > na_account)
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
    wat = select(_geleding_van_bewoner(), *map(met_eigendom, soorten)).where(bewoner.c.id == bewoner_id)
    geleding, *heeft = tx.execute(wat).one()
    return [
        WIJK,
        *(Doelgroep(soort) for soort, zo in zip(soorten, heeft, strict=True) if zo),
        ALLE_GELEDINGEN,
        Doelgroep("geleding", geleding),
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
    """Return the name of the werkgroep or street, or which geleding; else empty."""
    if doelgroep.soort != "werkgroep":
        return doelgroep.bereik
    vraag = select(werkgroep.c.naam).where(werkgroep.c.wijk == wijk, werkgroep.c.publiek_id == doelgroep.bereik)
    return tx.scalar(vraag) or ""


def _van_geledingen(wijk: int, een: str, na_account: int, *waar: ColumnElement[bool]) -> Select[tuple[int]]:
    """Return the accounts of residents, and those that were invited to vote for a geleding.

    Args:
        een: only who votes for this one; empty for all of them.
    """
    woont = (bewoner.c.id == account.c.bewoner) & (bewoner.c.wijk == wijk) & bewoner.c.tot.is_(None)
    genodigd = exists().where(
        rol.c.wijk == wijk,
        rol.c.rol == VERTEGENWOORDIGER,
        rol.c.kanaal == account.c.kanaal,
        rol.c.extern_id == account.c.extern_id,
        *([rol.c.bereik == een] if een else []),
    )
    hier = bewoner.c.id.is_not(None)
    bewoners = hier & (_geleding_van_bewoner() == een) if een else hier
    gasten = ~hier & genodigd if een else genodigd
    vraag = select(account.c.id).outerjoin(bewoner, woont).where(bewoners | gasten)
    return vraag.where(HOORT, account.c.id > na_account, *waar).order_by(account.c.id)


def _geleding_van_bewoner() -> ColumnElement[str]:
    """Return for which geleding a resident votes: the burgers, unless they were invited to another with any account."""
    van = account.alias()
    deze = rol.c.kanaal == van.c.kanaal, rol.c.extern_id == van.c.extern_id, van.c.bewoner == bewoner.c.id
    genodigd = select(rol.c.bereik).join(van, deze[0] & deze[1])
    genodigd = genodigd.where(rol.c.wijk == bewoner.c.wijk, rol.c.rol == VERTEGENWOORDIGER, deze[2])
    eerste = genodigd.order_by(rol.c.id).limit(1).correlate(bewoner).scalar_subquery()
    return func.coalesce(eerste, BURGERS)


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
    if doelgroep.soort == "geleding" and doelgroep.bereik:
        return vraag.where(_geleding_van_bewoner() == doelgroep.bereik)
    return vraag

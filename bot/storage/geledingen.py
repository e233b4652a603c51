"""The geledingen: who votes for which, which have someone in them, and their ballots."""

from sqlalchemy import Connection, Select, delete, exists, func, select, update

from bot.rules.geleding import BURGERS, GELEDING, GELEDINGEN, VERTEGENWOORDIGER
from bot.storage import rollen, stemmers
from bot.storage.accounts import Wie
from bot.storage.rollen import Rol
from bot.storage.stemmers import Kiezer
from bot.storage.tables import account, bewoner, peiling, rol, stembiljet, stemconcept, stemkoppeling

_VAN_ACCOUNT = (rol.c.kanaal == account.c.kanaal) & (rol.c.extern_id == account.c.extern_id)


def leden(tx: Connection, wijk: int) -> list[Rol]:
    """Return who was invited to one, by geleding and then in the order in which they came."""
    gevonden = [een for een in rollen.lijst(tx, wijk) if een.rol == VERTEGENWOORDIGER]
    return sorted(gevonden, key=lambda een: GELEDINGEN.index(een.bereik))


def van_wie(tx: Connection, wijk: int, wie: Wie) -> tuple[str, str] | None:
    """Return the geleding to which a person was invited, with any of their accounts, and what they represent there."""
    waar = account.c.id == wie.account if wie.bewoner is None else account.c.bewoner == wie.bewoner
    rij = tx.execute(_genodigd(wijk).where(waar)).first()
    return None if rij is None else (rij.bereik, rij.namens)


def gast(tx: Connection, peiling_id: int, wie: Wie) -> Kiezer:
    """Return as whom someone without a home here votes for a geleding; with a ballot of when they had one, as then."""
    k, c = stemkoppeling.c, stemconcept.c
    woonde = tx.scalar(select(account.c.bewoner).where(account.c.id == wie.account))
    had = [select(van.bewoner).where(van.peiling == peiling_id, van.bewoner == woonde) for van in (k, c)]
    if woonde is not None and any(tx.scalar(vraag) is not None for vraag in had):
        return Kiezer("bewoner", woonde, geleding=wie.geleding)
    return Kiezer("account", wie.account, geleding=wie.geleding)


def van_bewoner(tx: Connection, wijk: int, bewoner_id: int) -> str:
    """Return the geleding for which a resident votes: that of the burgers, unless they were invited to another."""
    rij = tx.execute(_genodigd(wijk).where(account.c.bewoner == bewoner_id)).first()
    return BURGERS if rij is None else str(rij.bereik)


def namens(tx: Connection, wijk: int, kiezer: Kiezer) -> str | None:
    """Return what a voter represents in a geleding, None for a burger."""
    waar = account.c.id == kiezer.id if kiezer.soort == "account" else account.c.bewoner == kiezer.id
    rij = tx.execute(_genodigd(wijk).where(waar)).first()
    return None if rij is None else str(rij.namens)


def biljetten(tx: Connection, peiling_id: int) -> dict[str, dict[str, int]]:
    """Count the ballots of a poll of the geledingen per geleding and content."""
    b = stembiljet.c
    vraag = select(b.geleding, b.inhoud, func.count()).where(b.peiling == peiling_id).group_by(b.geleding, b.inhoud)
    gevonden: dict[str, dict[str, int]] = {naam: {} for naam in GELEDINGEN}
    for geleding, inhoud, aantal in tx.execute(vraag):
        gevonden[geleding][inhoud] = aantal
    return gevonden


def accounts(tx: Connection, wijk: int, na_account: int, hoeveel: int) -> list[int]:
    """Return, in order, the reachable accounts that were invited to one."""
    deze = rol.c.wijk == wijk, rol.c.rol == VERTEGENWOORDIGER, account.c.bereikbaar, account.c.id > na_account
    vraag = select(account.c.id).join(rol, _VAN_ACCOUNT).where(*deze)
    return list(tx.scalars(vraag.order_by(account.c.id).limit(hoeveel)))


def neem_mee(tx: Connection, wijk: int, account_id: int, bewoner_id: int) -> None:
    """Let what an account cast for a geleding be its resident's, unless that voted: nobody votes twice."""
    k, c = stemkoppeling.c, stemconcept.c
    van_hen = k.account == account_id, k.peiling.in_(_open(wijk))
    tx.execute(delete(stemconcept).where(c.account == account_id, c.peiling.in_(_open(wijk))))
    had_al = select(k.peiling).where(k.bewoner == bewoner_id)
    for peiling_id in list(tx.scalars(select(k.peiling).where(*van_hen, k.peiling.in_(had_al)))):
        stemmers.haal_weg(tx, peiling_id, Kiezer("account", account_id))
    tx.execute(update(stemkoppeling).where(*van_hen).values(bewoner=bewoner_id, account=None))


def leg_bezetting_vast(tx: Connection, peiling_id: int) -> None:
    """Write down which geledingen have someone in them, when a poll closes in which they weigh equally."""
    deze = peiling.c.id == peiling_id, peiling.c.weging == GELEDING, peiling.c.bezet.is_(None)
    wijk = tx.scalar(select(peiling.c.wijk).where(*deze))
    if wijk is None:
        return
    er_wonen = tx.scalar(select(exists().where(bewoner.c.wijk == wijk, bewoner.c.tot.is_(None))))
    er_zijn = {een.bereik for een in leden(tx, wijk)} | ({BURGERS} if er_wonen else set())
    tx.execute(update(peiling).where(*deze).values(bezet=[naam for naam in GELEDINGEN if naam in er_zijn]))


def bezet(tx: Connection, peiling_id: int) -> list[str]:
    """Return the geledingen that had someone in them when a poll closed."""
    return list(tx.scalar(select(peiling.c.bezet).where(peiling.c.id == peiling_id)) or ())


def trek_stemmen_in(tx: Connection, wijk: int, account_id: int, geleding: str) -> None:
    """Delete what someone cast for a geleding in polls that are open: they represent it no more."""
    thuis = tx.scalar(select(account.c.bewoner).where(account.c.id == account_id))
    for als in (Kiezer("account", account_id), *([Kiezer("bewoner", thuis)] if thuis is not None else [])):
        k = stemkoppeling.c
        hun = select(k.peiling).join(stembiljet, stembiljet.c.sleutel == k.stembiljet)
        hun = hun.where(k[als.soort] == als.id, k.peiling.in_(_open(wijk)), stembiljet.c.geleding == geleding)
        for peiling_id in list(tx.scalars(hun)):
            stemmers.haal_weg(tx, peiling_id, als)
        c = stemconcept.c
        tx.execute(delete(stemconcept).where(c[als.soort] == als.id, c.peiling.in_(_open(wijk))))


def _open(wijk: int) -> Select[tuple[int]]:
    """Return the polls of the geledingen that are open."""
    deze = peiling.c.wijk == wijk, peiling.c.doelgroep == "geleding", peiling.c.gesloten_op.is_(None)
    return select(peiling.c.id).where(*deze)


def _genodigd(wijk: int) -> Select[tuple[str, str]]:
    deze = rol.c.wijk == wijk, rol.c.rol == VERTEGENWOORDIGER
    return select(rol.c.bereik, rol.c.namens).join(account, _VAN_ACCOUNT).where(*deze).order_by(rol.c.id)

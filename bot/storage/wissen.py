"""Erasing a person: per table what goes and what stays. Not here: who may ask for it, and what follows from it."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Column, Connection, delete, select, update

from bot.storage import ideeen, stembiljetten, stemvellen, tekencodes
from bot.storage import tables as t

GEWIST = "gewist"
"""The network of an account that was erased: a row without a person, so that what points to it stays whole."""

WEG: tuple[Column[int], ...] = (
    t.kennismaking.c.bewoner,
    t.spelregelreactie.c.bewoner,
    t.conceptreactie.c.bewoner,
    t.nietmee.c.bewoner,
    t.natuurlijkmoment.c.bewoner,
    t.werkgroeplid.c.bewoner,
    t.aanmelding.c.bewoner,
    t.bijeenkomstvraag.c.bewoner,
    t.tevredenheid_gedaan.c.bewoner,
    t.stemkoppeling.c.bewoner,
    t.stemkoppeling.c.account,
    t.stemconcept.c.bewoner,
    t.stemvel.c.bewoner,
    t.stemconcept.c.account,
    t.idee_steun.c.bewoner,
    t.aandraging.c.bewoner,
    t.aandraging.c.account,
    t.aandraagteller.c.bewoner,
    t.aandraagteller.c.account,
    t.bewijs_prive.c.bewoner,
    t.intekening.c.bewoner,
    t.warmtekaart_gezegd.c.bewoner,
    t.opdrachtmenu.c.account,
    t.codepoging.c.account,
    t.gesprek.c.account,
    t.peilingconcept.c.account,
    t.outbox.c.account,
    t.voorkeur.c.account,
    t.bewaard.c.account,
    t.aansporing.c.account,
    t.inspreekwens.c.account,
    t.deurscherm.c.account,
    t.terugweg.c.account,
    t.vraagconcept.c.account,
    t.vraagstop.c.bewoner,
    t.ronde.c.account,
    t.meetdeelname.c.bewoner,
    t.meetdeelname.c.account,
    t.vastlegger.c.account,
)
"""Rows that go, by the column that says whose they are. With a vote in an open poll its ballot goes too;
of a closed one with names only the name."""

_MAAKTE = "made by who had a role, for others: it points to an account without a person"
_GEMAAKT = ("stuk", "verklaring", "kader_oordeel", "standpunt", "aanbod", "warmtekaart", "indicator", "indicatorpunt")
BLIJFT: dict[str, str] = {
    "account.bewoner": "the row is emptied: network, number, language and consent are gone",
    "rol.toegekend_door": _MAAKTE,
    "roluitnodiging.gemaakt_door": _MAAKTE,
    "roluitnodiging.geeindigd_door": _MAAKTE,
    "uitzending.gemaakt_door": _MAAKTE,
    "herinnering.gemaakt_door": _MAAKTE,
    "mijlpaal.gemaakt_door": _MAAKTE,
    "mijlpaal_uitslag.gemaakt_door": _MAAKTE,
    **{f"{tabel}.gemaakt_door": _MAAKTE for tabel in ("wiedoetwat", "partner", "partnernieuws")},
    "bijeenkomst.gemaakt_door": _MAAKTE,
    "vraagbaak.gemaakt_door": _MAAKTE,
    "verslag.gemaakt_door": _MAAKTE,
    "verslagfoto.toestemming_door": _MAAKTE,
    "verslagfoto.ingetrokken_door": _MAAKTE,
    "vraagbaak.gepubliceerd_door": _MAAKTE,
    "bijeenkomstvraag.vastlegger": _MAAKTE,
    "vraag.bewoner": "its thread is deleted first",
    "vraagbericht.gemaakt_door": _MAAKTE,
    "vraagstop.gemaakt_door": _MAAKTE,
    "peiling.gemaakt_door": _MAAKTE,
    "groepschat.gekoppeld_door": _MAAKTE,
    "peilingkaart.voor": _MAAKTE,
    "voorstel.gemaakt_door": _MAAKTE,
    "spelregelantwoord.gemaakt_door": _MAAKTE,
    "voorstel.besloten_door": _MAAKTE,
    "idee.bewoner": "what waits goes; of what others read already only the words stay, without who brought them in",
    "hulpvraag.bewoner": "an open one is withdrawn first, which empties it",
    "hulpvraag.genomen_door": "what a helper took is given back first",
    **{f"{tabel}.gemaakt_door": _MAAKTE for tabel in ("concept", "conceptantwoord", "koppelkans", "nietmeetekst")},
    **{f"{tabel}.vastlegger": _MAAKTE for tabel in ("conceptreactie", "nietmee")},
    **{f"{tabel}.gemaakt_door": _MAAKTE for tabel in _GEMAAKT},
    **{f"{tabel}.bevestigd_door": _MAAKTE for tabel in ("verklaring", "kader_oordeel", "warmtekaart")},
    "verklaring.account": "the professional is named in the spelregels; the account is without a person",
    "intekening.vastlegger": _MAAKTE,
    "advies.gemaakt_door": _MAAKTE,
    **{f"{tabel}.gemaakt_door": _MAAKTE for tabel in ("traject", "fasetaak", "fasebalans", "fasestuk")},
    "fasebalans.bevestigd_door": _MAAKTE,
    "rapport.openbaar_door": _MAAKTE,
    "afvinking.door": _MAAKTE,
    "adviesantwoord.gemaakt_door": _MAAKTE,
    "stemvel.invoerder": _MAAKTE,
    "tekencode.invoerder": _MAAKTE,
    "correctieverzoek.bewoner": "one that runs ends first, which empties it",
    "correctieverzoek.behandeld_door": _MAAKTE,
    "steekproef.gemaakt_door": _MAAKTE,
    "plekvraag.bewoner": "it is about the seat, and an open one ends",
    "plekvraag.beantwoord_door": _MAAKTE,
    "bewijs_prive.vastlegger": "what staff recorded of others stays; its sealed record has a pseudonym of nobody now",
    "telt.bewoner": "the seat counts on, without a name",
    "teltdoor.bewoner": "the seat counts on, without a name",
}
"""What points to a person and stays, with the reason."""


def bewoner_van(tx: Connection, wijk: int, account_id: int) -> int | None:
    """Return the resident of an account in a wijk, also one who moved out."""
    vraag = select(t.bewoner.c.id).join(t.account, t.account.c.bewoner == t.bewoner.c.id)
    return tx.scalar(vraag.where(t.account.c.id == account_id, t.bewoner.c.wijk == wijk))


def accounts_van(tx: Connection, bewoner_id: int) -> list[int]:
    """Return all accounts of a resident."""
    return list(tx.scalars(select(t.account.c.id).where(t.account.c.bewoner == bewoner_id).order_by(t.account.c.id)))


def met_bewijs(tx: Connection, bewoners: Iterable[int]) -> set[int]:
    """Return about which of some residents anything was recorded."""
    vraag = select(t.bewijs_prive.c.bewoner).where(t.bewijs_prive.c.bewoner.in_(list(bewoners)))
    return {bewoner for bewoner in tx.scalars(vraag) if bewoner is not None}


def genomen_hulpvragen(tx: Connection, account_id: int) -> list[str]:
    """Return the public ids of what an account took on and did not do yet."""
    h = t.hulpvraag.c
    return list(tx.scalars(select(h.publiek_id).where(h.genomen_door == account_id, h.staat == "genomen")))


def vergeet_bewoner(tx: Connection, wijk: int, bewoner_id: int, publiek_id: str, now: datetime) -> list[int]:
    """Forget all of a resident but the seat, which stays taken; return the meetings in which a place came free.

    Args:
        publiek_id: a fresh one, in the place of that by which they were known.
    """
    biljetten = _biljetten(tx, t.stemkoppeling.c.bewoner, bewoner_id)
    komend = select(t.aanmelding.c.bijeenkomst).join(t.bijeenkomst)
    vrij = list(tx.scalars(komend.where(t.aanmelding.c.bewoner == bewoner_id, t.bijeenkomst.c.begin > now)))
    stemvellen.vergeet(tx, bewoner_id)
    tekencodes.vergeet(tx, bewoner_id)
    ideeen.vergeet_bewoner(tx, bewoner_id)
    _verwijder(tx, "bewoner", bewoner_id)
    stembiljetten.verwijder_open(tx, biljetten)
    hier = t.plekvraag.c.bewoner == bewoner_id, t.plekvraag.c.staat == "open"
    tx.execute(update(t.plekvraag).where(*hier).values(staat=GEWIST))
    leeg = {"publiek_id": publiek_id, "sinds": now, "gewist": True}
    tx.execute(update(t.bewoner).where(t.bewoner.c.id == bewoner_id, t.bewoner.c.wijk == wijk).values(**leeg))
    return sorted(vrij)


_VERTELD: tuple[Column[int], ...] = (
    t.kennismaking.c.bewoner,
    t.natuurlijkmoment.c.bewoner,
    t.werkgroeplid.c.bewoner,
    t.inspreekwens.c.account,
    t.gesprek.c.account,
    t.vraagconcept.c.account,
    t.terugweg.c.account,
    t.bijeenkomstvraag.c.bewoner,
    t.spelregelreactie.c.bewoner,
)
"""What someone told, asked or chose for later, which only their consent carries. What they did stays."""


def vergeet_verteld(tx: Connection, bewoner_id: int, now: datetime) -> list[int]:
    """Forget what a resident told, and that they would come; return the meetings in which a place came free."""
    van = accounts_van(tx, bewoner_id)
    for kolom in _VERTELD:
        tx.execute(delete(kolom.table).where(kolom == bewoner_id if kolom.name == "bewoner" else kolom.in_(van)))
    tx.execute(update(t.vraagstop).where(t.vraagstop.c.bewoner == bewoner_id).values(bezwaar=None))
    komend = select(t.bijeenkomst.c.id).where(t.bijeenkomst.c.begin > now)
    weg = delete(t.aanmelding).where(t.aanmelding.c.bewoner == bewoner_id, t.aanmelding.c.bijeenkomst.in_(komend))
    return sorted(tx.scalars(weg.returning(t.aanmelding.c.bijeenkomst)))


def vergeet_account(tx: Connection, account_id: int, vervanging: str) -> None:
    """Forget all of an account; an empty row stays.

    Args:
        vervanging: a fresh id, in the place of that on the chat network.
    """
    van = tx.execute(select(t.account.c.kanaal, t.account.c.extern_id).where(t.account.c.id == account_id)).one()
    biljetten = _biljetten(tx, t.stemkoppeling.c.account, account_id)
    _verwijder(tx, "account", account_id)
    stembiljetten.verwijder_open(tx, biljetten)
    tx.execute(delete(t.rol).where(t.rol.c.kanaal == van.kanaal, t.rol.c.extern_id == van.extern_id))
    van_hen = t.inbox.c.rij.in_((f"chat:{van.extern_id}", f"persoon:{van.extern_id}"))
    voorbij = t.inbox.c.kanaal == van.kanaal, van_hen, t.inbox.c.staat.in_(("klaar", "mislukt"))
    tx.execute(update(t.inbox).where(*voorbij).values(rij="", inhoud=None, antwoord=None))
    leeg = {"kanaal": GEWIST, "extern_id": vervanging, "bewoner": None, "taal": None, "bereikbaar": False}
    leeg |= {"toestemming_versie": None, "toestemming_op": None}
    tx.execute(update(t.account).where(t.account.c.id == account_id).values(**leeg))


def _verwijder(tx: Connection, van: str, nummer: int) -> None:
    for kolom in WEG:
        if kolom.name == van:
            tx.execute(delete(kolom.table).where(kolom == nummer))


def _biljetten(tx: Connection, kolom: Column[int], nummer: int) -> list[bytes]:
    return list(tx.scalars(select(t.stemkoppeling.c.stembiljet).where(kolom == nummer)))

"""Taking an offer in chat: which there are, what each is, what one commits to, yes, and taking that back.

What someone said here is no evidence. Of a housemate one sees that their address said yes, and not who did.
"""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.aanbod import Toegang, is_voor, kan_terug, laatste_dag, toegang
from bot.rules.kennismaking import KEUZES
from bot.rules.kleine_cellen import KLEINSTE, NIET_GETOOND, klasse, verhult
from bot.services.aanbod import MAKERS, als_data, bestaand
from bot.services.handeling import Handeling, eis_bewoner, eis_binnen, met_rol
from bot.storage import aanbiedingen, bewijs, intekeningen, kennismaking, warmtekaarten
from bot.storage.aanbiedingen import Aanbod
from bot.storage.accounts import Wie
from bot.storage.intekeningen import Huis, Intekening

MEESTE = 20
"""So many offers stand in the list."""


class Bewoner(NamedTuple):
    """A resident, their household, and what is known of their home."""

    id: int
    huishouden: int
    huis: Huis


def lijst(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Show the offers that are for someone's home, and those that their address took; to staff all that stand."""
    wie = eis_binnen(tx, handeling)
    beheer, bewoner = met_rol(handeling, wie, *MAKERS), _bewoner(tx, wie)
    eigen = {rij.aanbod for rij in intekeningen.van_adres(tx, bewoner.huishouden)} if bewoner else set()
    voor = [
        een
        for een in reversed(aanbiedingen.staande(tx, handeling.wijk))
        if beheer or een.id in eigen or (een.is_open(handeling.now) and _past(een, bewoner))
    ][:MEESTE]
    if len(voor) == 1 and not beheer:
        return _als_boodschap(tx, handeling, wie, voor[0], melding=melding)
    regels = [_regel(een, handeling, eigen) for een in voor]
    return Boodschap("intekening.lijst", {"aanbiedingen": regels, "beheer": beheer}, melding=melding)


def toon(tx: Connection, handeling: Handeling, publiek_id: str, *, verder: bool = False) -> Boodschap:
    """Show an offer; to a resident to take it or take that back, to staff also how many addresses did.

    Args:
        verder: the rest of its conditions.
    """
    wie = eis_binnen(tx, handeling)
    return _als_boodschap(tx, handeling, wie, bestaand(tx, handeling, publiek_id), verder=verder)


def teken_in(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Take an offer for one's address, after reading what that commits to. Twice is once.

    Raises:
        Geweigerd: no resident, it cannot be taken (any more) by this person or at this address.
    """
    wie = eis_bewoner(tx, handeling)
    een, bewoner = bestaand(tx, handeling, publiek_id), _bewoner(tx, wie)
    if bewoner is None:
        raise Geweigerd("nog_niet_binnen")
    al = intekeningen.van_adres_op(tx, een.id, bewoner.huishouden)
    if al:  # a second tap, or a housemate was first
        return _als_boodschap(tx, handeling, wie, een)
    mag = _eis_mag(tx, handeling, een, bewoner)
    if mag == "vraag":
        return Boodschap("intekening.eigenaar", als_data(een))
    tot = _tot(een, handeling, _vandaag(handeling)).isoformat()
    if not zeker:
        return Boodschap("intekening.zeker", {**als_data(een), "tot": tot})
    versie = bewijs.log_van(tx, handeling.wijk).spelregels_versie
    intekeningen.teken_in(
        tx, handeling.wijk, een.id, bewoner.id, bewoner.huishouden, versie, handeling.now, _vandaag(handeling)
    )
    return Boodschap("intekening.klaar", {**als_data(een), "tot": tot}, melding="intekening.genoteerd")


def zeg_eigendom(tx: Connection, handeling: Handeling, publiek_id: str, antwoord: str) -> Boodschap:
    """Keep what a resident says of themselves where the address list does not say it, and go on.

    Raises:
        Geweigerd: no resident, or no such answer.
    """
    wie = eis_bewoner(tx, handeling)
    bewoner = _bewoner(tx, wie)
    if bewoner is None or antwoord not in KEUZES["eigendom"]:
        raise Geweigerd("intekening.geen_aanbod")
    if bewoner.huis.eigendom is None:
        kennismaking.zet(tx, handeling.wijk, bewoner.id, "eigendom", [antwoord])
    if antwoord == "huurder":
        return _als_boodschap(tx, handeling, wie, bestaand(tx, handeling, publiek_id), melding="intekening.huurder")
    return teken_in(tx, handeling, publiek_id, zeker=False)


def teken_af(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Take one's own yes back within its term, after a question whether one is sure.

    Raises:
        Geweigerd: it is not theirs, or the term is over.
    """
    wie = eis_bewoner(tx, handeling)
    een = bestaand(tx, handeling, publiek_id)
    rijen = intekeningen.van_adres_op(tx, een.id, wie.huishouden) if wie.huishouden is not None else []
    eigen = next((rij for rij in rijen if rij.bewoner == wie.bewoner), None)
    if eigen is None:
        if rijen:
            raise Geweigerd("intekening.van_ander" if rijen[0].bewoner else f"intekening.via_{rijen[0].hoe}")
        return _als_boodschap(tx, handeling, wie, een)
    if not kan_terug(eigen.dag, een.bedenktijd, een.sluit_op, handeling.now, handeling.zone):
        raise Geweigerd("intekening.te_laat", titel=een.titel)
    if not zeker:
        return Boodschap("intekening.weg", als_data(een))
    intekeningen.teken_af(tx, een.id, eigen.bewoner or 0)
    return _als_boodschap(tx, handeling, wie, een, melding="intekening.ingetrokken")


def _als_boodschap(
    tx: Connection, handeling: Handeling, wie: Wie, een: Aanbod, *, verder: bool = False, melding: str | None = None
) -> Boodschap:
    beheer, bewoner = met_rol(handeling, wie, *MAKERS), _bewoner(tx, wie)
    rijen = intekeningen.van_adres_op(tx, een.id, bewoner.huishouden) if bewoner else []
    data = {
        **als_data(een),
        "verder": verder,
        "open": een.is_open(handeling.now),
        "bewoner": bewoner is not None,
        "past": _past(een, bewoner),
        "mag": bewoner and toegang(een.wat, een.wie, bewoner.huis.eigendom, bewoner.huis.zelf),
        "staat": _staat(een, bewoner, rijen, handeling) if bewoner else None,
        "beheer": beheer,
        "aantal": _aantal(tx, handeling, een) if beheer else None,
        "kaarten": warmtekaarten.zijn_er(tx, handeling.wijk),
    }
    return Boodschap("intekening", data, melding=melding)


def _staat(een: Aanbod, bewoner: Bewoner, rijen: list[Intekening], handeling: Handeling) -> dict[str, Any] | None:
    """Return what an address said, and of one's own yes until when it can be taken back."""
    if not rijen:
        return None
    eigen = next((rij for rij in rijen if rij.bewoner == bewoner.id), None)
    if eigen is None:
        hoe = "ander" if rijen[0].bewoner else rijen[0].hoe
        return {"hoe": hoe, "dag": rijen[0].dag.isoformat(), "tot": None}
    kan = kan_terug(eigen.dag, een.bedenktijd, een.sluit_op, handeling.now, handeling.zone)
    return {
        "hoe": "zelf",
        "dag": eigen.dag.isoformat(),
        "tot": _tot(een, handeling, eigen.dag).isoformat() if kan else None,
    }


def _aantal(tx: Connection, handeling: Handeling, een: Aanbod) -> list[Any]:
    """Return how many addresses took it, for staff: `precies`, about, few or not shown; a part of the wijk roughly."""
    geteld = intekeningen.tel(tx, een.id)
    if not een.woningtypen:
        return ["precies", geteld] if geteld == 0 or geteld >= KLEINSTE else ["weinig", KLEINSTE]
    zelfde = [ander for ander in aanbiedingen.staande(tx, handeling.wijk) if ander.wat == een.wat]
    alle = {ander.id: intekeningen.tel(tx, ander.id) for ander in zelfde}
    hoogstens = {ander.id: intekeningen.tel_huizen(tx, handeling.wijk, ander.woningtypen) for ander in zelfde}
    klassen = {id_: klasse(aantal, hoogstens[id_]) for id_, aantal in alle.items()}
    getoond = klassen[een.id].getoond
    if getoond == NIET_GETOOND or not verhult(list(klassen.values()), sum(alle.values())):
        return ["niet", 0]
    return ["ongeveer", getoond] if isinstance(getoond, int) else ["weinig", KLEINSTE]


def _eis_mag(tx: Connection, handeling: Handeling, een: Aanbod, bewoner: Bewoner) -> Toegang:
    """Refuse who may not, and an address that took another offer of this kind; else say whether it must be asked."""
    if not een.is_open(handeling.now):
        raise Geweigerd("intekening.geen_aanbod")
    if not _past(een, bewoner):
        raise Geweigerd("intekening.ander_huis", woningen=list(een.woningtypen))
    mag = toegang(een.wat, een.wie, bewoner.huis.eigendom, bewoner.huis.zelf)
    if mag in ("huurder_lijst", "huurder_zelf"):
        raise Geweigerd(f"intekening.{mag}")
    ids = {rij.aanbod for rij in intekeningen.van_adres(tx, bewoner.huishouden)}
    for ander in aanbiedingen.van_ids(tx, ids):
        if ander.wat == een.wat and ander.is_open(handeling.now):
            raise Geweigerd("intekening.ander_aanbod", titel=ander.titel)
    return mag


def _bewoner(tx: Connection, wie: Wie) -> Bewoner | None:
    if wie.bewoner is None or wie.huishouden is None:
        return None
    return Bewoner(wie.bewoner, wie.huishouden, intekeningen.huis_van(tx, wie.huishouden, wie.bewoner))


def _past(een: Aanbod, bewoner: Bewoner | None) -> bool:
    return bewoner is None or is_voor(een.woningtypen, bewoner.huis.woningtype)


def _regel(een: Aanbod, handeling: Handeling, eigen: set[int]) -> dict[str, Any]:
    velden = {"id": een.publiek_id, "titel": een.titel, "wat": een.wat, "woningtypen": list(een.woningtypen)}
    return {**velden, "open": een.is_open(handeling.now), "mee": een.id in eigen, "sluit_op": een.sluit_op.isoformat()}


def _vandaag(handeling: Handeling) -> date:
    return handeling.now.astimezone(handeling.zone).date()


def _tot(een: Aanbod, handeling: Handeling, dag: date) -> date:
    return laatste_dag(dag, een.bedenktijd, een.sluit_op, handeling.zone)

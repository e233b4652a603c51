"""A resident's e-mail address: shown to be theirs by a code that went there, changed, and taken away.

    /email ──▶ address ──code by mail──▶ typed in their own chat ──▶ theirs

A code and no link that says yes: so the mailbox and the chat are of one person, and who opens all links of a mail does
nothing. It is one way back for who lost every device (`terugkeer`), so all their places hear when it changes.
"""

import hashlib
import hmac
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import kortecode
from bot.rules.pacing import Baan
from bot.services import mailbundel
from bot.services.gesprek import eis_open, wacht_op
from bot.services.handeling import Handeling, eis_bewoner
from bot.storage import accounts, gesprekken, mailadressen, outbox, postuit, wijken
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.mailadressen import Mailadres
from bot.velden import is_adres

SOORT = "mailadres"
"""The kind of open conversation in which someone types an address, or its code."""
GELDIG = timedelta(days=1)
MEEST_MIS = 5
MEEST_PER_BEWONER = 5
MEEST_PER_ADRES = 3
"""So many mails a day to one address that nobody showed to be theirs, whoever asks: it may be a stranger's."""
_DAG = timedelta(days=1)
_FOUT = Boodschap("geweigerd", {"sleutel": "mailadres.code_fout", "velden": {}}, wijze="nieuw")


def toon(tx: Connection, handeling: Handeling, *, post: bool, melding: str | None = None) -> Boodschap:
    """Show a resident which address they gave.

    Args:
        post: whether mail can be sent.
    """
    wie = eis_bewoner(tx, handeling)
    if not post:
        raise Geweigerd("mailadres.geen_post")
    gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
    return _scherm(tx, wie, handeling.now, melding=melding)


def vraag(tx: Connection, handeling: Handeling, *, post: bool) -> Boodschap:
    """Ask for an address."""
    wie = eis_bewoner(tx, handeling)
    if not post:
        raise Geweigerd("mailadres.geen_post")
    wacht_op(tx, wie, Gesprek(SOORT, "adres", {}))
    return Boodschap("mailadres.vraag")


def typ(tx: Connection, handeling: Handeling, getypt: str, peper: bytes, *, post: bool) -> Boodschap:
    """Take an address, or the code that went there."""
    wie = eis_bewoner(tx, handeling)
    if eis_open(tx, wie, SOORT).stap == "code" and "@" not in getypt:
        return bevestig(tx, handeling, getypt, peper)
    return _geef(tx, handeling, wie, getypt, peper, post=post)


def bevestig(tx: Connection, handeling: Handeling, getypt: str, peper: bytes) -> Boodschap:
    """Take the code that came by mail: from now on the address is theirs."""
    wie = eis_bewoner(tx, handeling)
    huidig = _van(tx, wie)
    if huidig is None or huidig.nieuw is None or huidig.merk is None or huidig.verloopt_op is None:
        klaar = huidig is not None and huidig.adres is not None
        return _scherm(tx, wie, handeling.now, melding="mailadres.al") if klaar else _FOUT
    over = huidig.missers < MEEST_MIS and handeling.now < huidig.verloopt_op
    if not over or not hmac.compare_digest(huidig.merk, _merk(kortecode.MAIL.lees(getypt), huidig.bewoner, peper)):
        mailadressen.mis(tx, huidig.bewoner)
        return _FOUT
    leeg = {"nieuw": None, "merk": None, "verloopt_op": None, "missers": 0}
    velden = {"adres": huidig.nieuw, "bevestigd_op": handeling.now, "dagmail": True, **leeg}
    mailadressen.zet(tx, handeling.wijk, huidig.bewoner, huidig.geheim, **velden)
    mailbundel.zorg_voor(tx, handeling.wijk, huidig.bewoner, handeling.now, handeling.zone)
    gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
    _meld(tx, handeling, wie, huidig)
    return _scherm(tx, wie, handeling.now, melding="mailadres.bevestigd")


def zet_dagmail(tx: Connection, handeling: Handeling, wil: str) -> Boodschap:
    """Want the daily mail, or not any more.

    Args:
        wil: `aan` or `uit`.
    """
    wie = eis_bewoner(tx, handeling)
    huidig = _van(tx, wie)
    if huidig is not None and wil in {"aan", "uit"}:
        mailadressen.zet(tx, handeling.wijk, huidig.bewoner, huidig.geheim, dagmail=wil == "aan")
        if wil == "uit":
            postuit.trek_in(tx, huidig.bewoner, mailbundel.MAIL)
        else:
            mailbundel.zorg_voor(tx, handeling.wijk, huidig.bewoner, handeling.now, handeling.zone)
    return _scherm(tx, wie, handeling.now, melding="voorkeur.bewaard")


def verwijder(tx: Connection, handeling: Handeling, *, zeker: bool) -> Boodschap:
    """Take the address away, with all mail that did not go yet; ask first."""
    wie = eis_bewoner(tx, handeling)
    if not zeker:
        return Boodschap("mailadres.zeker")
    mailadressen.verwijder(tx, wie.bewoner or 0)
    return _scherm(tx, wie, handeling.now, melding="mailadres.weg")


def op_pagina(tx: Connection, wijk: int, geheim: str) -> dict[str, Any] | None:
    """Return what the page behind the link in a daily mail shows; None when there is no such address (any more)."""
    een = mailadressen.met_geheim(tx, wijk, geheim)
    if een is None:
        return None
    naar = accounts.alle_van_bewoner(tx, een.bewoner)
    taal = accounts.van_id(tx, wijk, naar[0]).taal if naar else None
    return {"wijk": wijken.naam(tx, wijk), "dagmail": een.dagmail, "taal": taal or "nl"}


def stop(tx: Connection, wijk: int, geheim: str) -> None:
    """Send no daily mail any more: all that its link can do. Saying it twice is saying it once."""
    een = mailadressen.met_geheim(tx, wijk, geheim)
    if een is not None:
        mailadressen.zet(tx, wijk, een.bewoner, een.geheim, dagmail=False)
        postuit.trek_in(tx, een.bewoner, mailbundel.MAIL)


def mag_mailen(tx: Connection, wijk: int, waarvoor: Iterable[tuple[str, int]], now: datetime, peper: bytes) -> bool:
    """Say whether mail may go, and count it when it may.

    Args:
        waarvoor: for whom or what it is counted, and how often a day it may.
        peper: so that what is counted says nothing of whom.
    """
    merken = [(hmac.digest(peper, f"mailrem:{wat}".encode(), hashlib.sha256), hoogstens) for wat, hoogstens in waarvoor]
    if any(mailadressen.tel(tx, merk, now - _DAG) >= hoogstens for merk, hoogstens in merken):
        return False
    for merk, _ in merken:
        mailadressen.noteer(tx, wijk, merk, now)
    return True


def lees(getypt: str) -> str:
    """Return the address that was typed, as it is kept.

    Raises:
        Geweigerd: it can be none.
    """
    naam, _, host = getypt.strip().rpartition("@")
    adres = f"{naam}@{host.lower()}"
    if not is_adres(adres):
        raise Geweigerd("mailadres.adres")
    return adres


def _geef(tx: Connection, handeling: Handeling, wie: Wie, getypt: str, peper: bytes, *, post: bool) -> Boodschap:
    if not post:
        raise Geweigerd("mailadres.geen_post")
    adres, bewoner = lees(getypt), wie.bewoner or 0
    huidig = _van(tx, wie)
    if huidig is not None and huidig.adres == adres:
        gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
        return _scherm(tx, wie, handeling.now, melding="mailadres.al")
    rem = ((f"bewoner:{bewoner}", MEEST_PER_BEWONER), (f"adres:{adres.lower()}", MEEST_PER_ADRES))
    if not mag_mailen(tx, handeling.wijk, rem, handeling.now, peper):
        raise Geweigerd("mailadres.te_vaak")
    code = kortecode.maak(handeling.geheim("mailadres"))
    velden = {"nieuw": adres, "merk": _merk(code, bewoner, peper), "verloopt_op": handeling.now + GELDIG, "missers": 0}
    mailadressen.zet(tx, handeling.wijk, bewoner, handeling.id("mailgeheim"), **velden)
    postuit.trek_in(tx, bewoner, "mail_bevestig")
    data = {"wijk": wijken.naam(tx, handeling.wijk), "code": code, "kanaal": handeling.afzender.kanaal}
    wat = "mail_bevestig", data, handeling.id("mail"), handeling.now
    postuit.schrijf_aan(tx, handeling.wijk, bewoner, adres, wie.taal, *wat)
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(SOORT, "code", {}))
    return Boodschap("mailadres.verstuurd", {"adres": adres})


def _meld(tx: Connection, handeling: Handeling, wie: Wie, was: Mailadres) -> None:
    """Tell the other places of a resident, and the address that they had, that there is another one now."""
    anders = [een for een in accounts.alle_van_bewoner(tx, was.bewoner) if een != wie.account]
    boodschap = Boodschap("mailadres.erbij", {"op": handeling.now.isoformat()})
    outbox.schrijf(tx, handeling.wijk, f"mailadres:{handeling.id('mail')}", anders, boodschap, baan=Baan.DRINGEND)
    if was.adres is not None and was.adres != was.nieuw:
        wat = "mail_gewijzigd", {"wijk": wijken.naam(tx, handeling.wijk)}, handeling.id("mail"), handeling.now
        postuit.schrijf_aan(tx, handeling.wijk, was.bewoner, was.adres, wie.taal, *wat)


def _scherm(tx: Connection, wie: Wie, now: datetime, melding: str | None = None) -> Boodschap:
    een = _van(tx, wie)
    wacht = een is not None and een.verloopt_op is not None and now < een.verloopt_op
    data = {
        "adres": een.adres if een else None,
        "nieuw": een.nieuw if een and wacht else None,
        "dagmail": bool(een and een.dagmail),
    }
    return Boodschap("mailadres", data, melding=melding)


def _van(tx: Connection, wie: Wie) -> Mailadres | None:
    return mailadressen.van(tx, wie.bewoner or 0)


def _merk(code: str, bewoner: int, peper: bytes) -> bytes:
    return hmac.digest(peper, f"mailadres:{bewoner}:{code}".encode(), hashlib.sha256)

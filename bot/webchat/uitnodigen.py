"""Invitations to a group: links that the bot makes, asking to come in by one, and letting in or not."""

from __future__ import annotations

import secrets
from typing import Any

from bot.webchat.chats import chat, chat_voor_bot, gebruiker, leden, nieuw_bericht, zet_update
from bot.webchat.fouten import weiger
from bot.webchat.opslag import Json, Tx


def create_chat_invite_link(tx: Tx, p: Json) -> Any:
    """Make a link; the checks come in the order of tdlib."""
    groep = _eis_recht(tx, p, "link_prive", "link_geen_recht")
    if p.get("creates_join_request") and "member_limit" in p:
        raise weiger("link_met_maximum")
    link = f"https://t.me/+{secrets.token_urlsafe(12)}"
    tx.doe(
        "INSERT INTO uitnodiging(link, chat, naam, verzoek, verloopt, hoogstens) VALUES(?, ?, ?, ?, ?, ?)",
        *(link, groep, p.get("name"), bool(p.get("creates_join_request"))),
        *(p.get("expire_date") or None, p.get("member_limit")),
    )
    return _als_link(tx, link)


def revoke_chat_invite_link(tx: Tx, p: Json) -> Any:
    """End a link; who asked by it still waits."""
    groep = _eis_recht(tx, p, "link_prive", "link_geen_recht")
    if not tx.doe("UPDATE uitnodiging SET ingetrokken = 1 WHERE link = ? AND chat = ?", p["invite_link"], groep):
        raise weiger("link_onbekend")
    return _als_link(tx, p["invite_link"])


def approve_chat_join_request(tx: Tx, p: Json) -> Any:
    """Let in who asks; the group reads that they came."""
    groep = _neem_verzoek(tx, p)
    _kom_erbij(tx, groep, p["user_id"])
    return True


def decline_chat_join_request(tx: Tx, p: Json) -> Any:
    """Do not let in who asks; they may ask again."""
    _neem_verzoek(tx, p)
    return True


def treed_toe(tx: Tx, gebruiker_id: int, link: str) -> Json:
    """Follow a link: come in, or ask to. Who is in already comes in no second time, and a request is put once.

    Raises:
        ApiError: 404 when the link is none, or not any more.
    """
    rij = tx.een("SELECT chat, verzoek, verloopt, hoogstens FROM uitnodiging WHERE link = ? AND NOT ingetrokken", link)
    van = gebruiker(tx, gebruiker_id)
    if rij is None or van is None or (rij[2] is not None and rij[2] <= tx.nu):
        raise weiger("uitnodiging_onbekend")
    groep, verzoek, _, hoogstens = rij
    binnen = leden(tx, groep)
    if gebruiker_id in binnen:
        return {"chat": groep, "lid": True}
    if hoogstens is not None and len(binnen) >= hoogstens:
        raise weiger("uitnodiging_onbekend")
    if not verzoek:
        _kom_erbij(tx, groep, gebruiker_id)
        return {"chat": groep, "lid": True}
    nieuw = "INSERT OR IGNORE INTO toetreding VALUES(?, ?, ?)"
    if tx.doe(nieuw, groep, gebruiker_id, int(tx.systeemtijd)):
        vraag = {"chat": chat(tx, groep), "from": van, "user_chat_id": gebruiker_id, "date": tx.nu}
        zet_update(tx, "chat_join_request", vraag | {"invite_link": _als_link(tx, link)})
    return {"chat": groep, "lid": False}


def _kom_erbij(tx: Tx, groep: int, gebruiker_id: int) -> None:
    van = gebruiker(tx, gebruiker_id) or {}
    tx.doe("INSERT OR IGNORE INTO lid(chat, gebruiker) VALUES(?, ?)", groep, gebruiker_id)
    zet_update(tx, "message", nieuw_bericht(tx, groep, van, {"new_chat_members": [van]}))


def _neem_verzoek(tx: Tx, p: Json) -> int:
    groep = _eis_recht(tx, p, "verzoek_prive", "verzoek_geen_recht")
    if gebruiker(tx, p["user_id"]) is None:
        raise weiger("verzoek_wie")
    if p["user_id"] in leden(tx, groep):
        raise weiger("verzoek_al_lid")
    if not tx.doe("DELETE FROM toetreding WHERE chat = ? AND gebruiker = ?", groep, p["user_id"]):
        raise weiger("verzoek_weg")
    return groep


def _eis_recht(tx: Tx, p: Json, prive: str, geen_recht: str) -> int:
    groep = chat_voor_bot(tx, p["chat_id"])
    if groep["type"] == "private":
        raise weiger(prive)
    if tx.een("SELECT 1 FROM beheer WHERE chat = ? AND uitnodigen", groep["id"]) is None:
        raise weiger(geen_recht)
    return int(groep["id"])


def _als_link(tx: Tx, link: str) -> Json:
    rij = tx.een("SELECT naam, verzoek, verloopt, hoogstens, ingetrokken FROM uitnodiging WHERE link = ?", link)
    naam, verzoek, verloopt, hoogstens, ingetrokken = rij or (None, 0, None, None, 1)
    uit: Json = {
        "invite_link": link,
        "creator": tx.bot.als_gebruiker(),
        "creates_join_request": bool(verzoek),
        "is_primary": False,
        "is_revoked": bool(ingetrokken),
    }
    extra = {"name": naam, "expire_date": verloopt, "member_limit": hoogstens}
    return uit | {veld: waarde for veld, waarde in extra.items() if waarde is not None}

"""Native polls: sending and stopping them, and the votes of people. The counts in the message follow from the votes."""

from __future__ import annotations

import json
import secrets
from typing import Any

from bot.webchat.bewoners import chat_van
from bot.webchat.chats import gebruiker, lees_bericht, leesbaar_voor_bot, wijzig_bericht, zet_update
from bot.webchat.fouten import weiger
from bot.webchat.opslag import Json, Tx
from bot.webchat.zenden import toetsenbord, zend


def send_poll(tx: Tx, p: Json) -> Any:
    """Send a poll; anonymous unless the call says otherwise."""
    poll = {
        "id": str(secrets.randbits(63)),
        "question": p["question"],
        "options": [
            {"persistent_id": str(plaats), "text": optie["text"], "voter_count": 0}
            for plaats, optie in enumerate(p["options"])
        ],
        "total_voter_count": 0,
        "is_closed": p.get("is_closed", False),
        "is_anonymous": p.get("is_anonymous", True),
        "type": "regular",
        "allows_multiple_answers": p.get("allows_multiple_answers", False),
        "allows_revoting": p.get("allows_revoting", True),
        "members_only": False,
    }
    return zend(tx, p, {"poll": poll})


def stop_poll(tx: Tx, p: Json) -> Any:
    """Close a poll of the bot and return its last state."""
    bericht, _ = leesbaar_voor_bot(tx, p, "te_stoppen_weg")
    if "poll" not in bericht:
        raise weiger("geen_peiling")
    if bericht["poll"]["is_closed"]:
        raise weiger("peiling_al_dicht")
    bericht["poll"]["is_closed"] = True
    bericht.pop("reply_markup", None)
    if knoppen := toetsenbord(p):
        bericht["reply_markup"] = knoppen
    wijzig_bericht(tx, bericht)
    zet_update(tx, "poll", bericht["poll"])
    return bericht["poll"]


def stem(tx: Tx, gebruiker_id: int, message_id: int, opties: list[int], chat_id: int | None) -> Json:
    """Vote, vote again or, with no options, take the vote back.

    Raises:
        ApiError: 404 when there is no such poll, 400 for options that it does not have or not so many, 409 when it is
            closed or the vote is for good.
    """
    doel = chat_van(tx, gebruiker_id, chat_id)
    gevonden = lees_bericht(tx, doel["id"], message_id)
    if gevonden is None or "poll" not in gevonden[0]:
        raise weiger("peiling_onbekend")
    bericht = gevonden[0]
    poll: Json = bericht["poll"]
    opties = sorted(set(opties))
    bestaan = all(0 <= optie < len(poll["options"]) for optie in opties)
    if not bestaan or (len(opties) > 1 and not poll["allows_multiple_answers"]):
        raise weiger("keuze_van_mens")
    eerder = tx.een("SELECT opties FROM stem WHERE peiling = ? AND gebruiker = ?", poll["id"], gebruiker_id)
    if poll["is_closed"] or (eerder is not None and not poll["allows_revoting"]):
        raise weiger("stem_ligt_vast")
    tx.doe("DELETE FROM stem WHERE peiling = ? AND gebruiker = ?", poll["id"], gebruiker_id)
    if opties:
        tx.doe("INSERT INTO stem VALUES(?, ?, ?)", poll["id"], gebruiker_id, json.dumps(opties))
    _tel(tx, poll)
    tx.meld((gebruiker_id,), "stem", {"poll": poll["id"], "opties": opties})
    wijzig_bericht(tx, bericht)
    zet_update(tx, "poll", poll)
    if not poll["is_anonymous"]:
        antwoord = {"poll_id": poll["id"], "user": gebruiker(tx, gebruiker_id), "option_ids": opties}
        zet_update(tx, "poll_answer", antwoord | {"option_persistent_ids": [str(optie) for optie in opties]})
    return poll


def _tel(tx: Tx, poll: Json) -> None:
    stemmen = [json.loads(rij[0]) for rij in tx.alle("SELECT opties FROM stem WHERE peiling = ?", poll["id"])]
    poll["total_voter_count"] = len(stemmen)
    for plaats, optie in enumerate(poll["options"]):
        optie["voter_count"] = sum(plaats in gekozen for gekozen in stemmen)

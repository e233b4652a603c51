"""The door of an installation with more wijken: each update goes to the wijk in which it belongs, and to no other.

A button says so itself: before its data stands the mark of its wijk (`Omgeving.merk`). What is typed in one's own chat
and the links go by `bot.services.wijkkeuze`; what happens in a group is of the wijk of that group. An answer that was
committed says by the same mark in which wijk, so that a restart in between sends it from there.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from sqlalchemy import Connection

import handlers
from berichten.bericht import merk_van, zonder_merk
from bot.channels.sender import Sender
from bot.services import wijkkeuze
from bot.services.wijkkeuze import Waar
from bot.storage import ACCOUNTS
from bot.storage.inbox import Post
from handlers.verwerking import Omgeving, Verwerking

NERGENS = "0."
"""The mark of buttons for who is in no wijk yet."""
_MERK = re.compile(r"([0-9]{1,9})\.")

Ruw = dict[str, Any]


class Deur(Protocol):
    """What handles updates and answers them: a wijk, or what stands before some."""

    async def verwerk(self, post: Post) -> str | None:
        """Handle one update and return its committed answer."""

    async def antwoord(self, post: Post, antwoord: str, over: int | None = None) -> list[int]:
        """Send a committed answer; return which messages then stand in the person's own chat."""

    async def mislukt(self, post: Post) -> None:
        """Tell a person kindly that their update could not be handled."""


def nergens(omgeving: Omgeving) -> Omgeving:
    """Return what handles updates of who is in no wijk yet: it names nobody of one."""
    wijk = replace(omgeving.settings.wijk, contact_naam="", contact_telefoon="")
    return replace(omgeving, settings=replace(omgeving.settings, wijk=wijk), merk=NERGENS)


class Wijkdeur:
    """Handles updates of one chat network in the wijk where each belongs.

    Args:
        wijken: all that run, the one for who is in none behind them.
    """

    def __init__(self, verwerking: Verwerking, sender: Sender, wijken: Sequence[Omgeving]) -> None:
        self._hier = wijken[0]
        geen = wijken[0] if len(wijken) == 1 else nergens(wijken[0])  # where one runs, everybody is led there
        per_merk = {**{een.merk: een for een in wijken}, NERGENS: geen}
        self._per_merk = {merk: verwerking.elders(sender, een) for merk, een in per_merk.items()}
        self._met_kop = {een.merk: verwerking.elders(sender, replace(een, kop=True)) for een in wijken}

    async def verwerk(self, post: Post) -> str | None:
        """Handle one update and return its committed answer."""
        ruw = json.loads(post.inhoud)
        merk = await self._merk(ruw)
        if tik := ruw.get("callback_query"):
            tik["data"] = zonder_merk(str(tik.get("data", "")))
            post = replace(post, inhoud=json.dumps(ruw))
        return await self._per_merk[merk].verwerk(post)

    async def antwoord(self, post: Post, antwoord: str, over: int | None = None) -> list[int]:
        """Send a committed answer from the wijk that gave it; of one that runs no more, from none."""
        merk, wie = json.loads(antwoord).get("merk", NERGENS), _in_eigen_chat(json.loads(post.inhoud))
        hun = await self._hier.database.read(wijkkeuze.eigen, self._hier.kanaal, wie) if wie else ()
        daar = self._met_kop if len(hun) > 1 else self._per_merk
        return await daar.get(merk, self._per_merk[NERGENS]).antwoord(post, antwoord, over)

    async def mislukt(self, post: Post) -> None:
        """Tell a person kindly that their update could not be handled."""
        await self._per_merk[NERGENS].mislukt(post)

    async def _merk(self, ruw: Ruw) -> str:
        """Return the mark of the wijk in which an update belongs."""
        tik = ruw.get("callback_query")
        soort = next((naam for naam in ruw if naam != "update_id"), "")
        bericht: Ruw = (tik or {}).get("message") or ruw.get("message") or ruw.get(soort) or {}
        chat, wie = bericht.get("chat") or {}, (tik or bericht).get("from") or {}
        getypt = "" if tik else str(bericht.get("text", "")).strip()
        if chat.get("type") in {"group", "supergroup"}:
            return await self._van_groep(bericht, chat, getypt)
        if tik and (gevonden := _MERK.match(str(tik.get("data", "")))) and gevonden[0] != NERGENS:
            if gevonden[0] in self._per_merk:
                return gevonden[0]
            tik["data"] = ""  # of a wijk that runs no more
        if isinstance(wie.get("id"), int):
            return await self._van_persoon(str(wie["id"]), bericht if getypt else {}, getypt)
        return NERGENS

    async def _van_groep(self, bericht: Ruw, chat: Ruw, getypt: str) -> str:
        nummers = [chat.get("id"), bericht.get("migrate_from_chat_id"), bericht.get("migrate_to_chat_id")]
        for nummer in nummers:
            if isinstance(nummer, int):
                van = self._hier.kanaal, nummer, getypt
                wijk = await self._hier.database.read(wijkkeuze.van_groep, *van)
                if wijk is not None and (merk := merk_van(wijk)) in self._per_merk:
                    return merk
        return NERGENS

    async def _van_persoon(self, extern_id: str, bericht: Ruw, getypt: str) -> str:
        hier, kanaal = self._hier, self._hier.kanaal
        beantwoord = (bericht.get("reply_to_message") or {}).get("message_id")

        def zoek(tx: Connection) -> Waar:
            if isinstance(beantwoord, int) and (van := _beantwoordt(tx, kanaal, extern_id, beantwoord)) is not None:
                return Waar(van)
            return wijkkeuze.waar(tx, kanaal, extern_id, getypt, hier.peper, hier.clock.now())

        gevonden = await hier.database.read(zoek)
        if gevonden.wijk is None or (merk := merk_van(gevonden.wijk)) not in self._per_merk:
            return NERGENS
        if gevonden.te_onthouden:
            await hier.database.write(ACCOUNTS, wijkkeuze.onthoud, kanaal, extern_id, gevonden.wijk)
        return merk


def _in_eigen_chat(ruw: Ruw) -> str | None:
    """Return who taps or says something in their own chat with the bot; None for all else."""
    tik = ruw.get("callback_query") or {}
    chat = (tik or ruw).get("message", {}).get("chat") or {}
    return str(chat.get("id")) if chat.get("type") == "private" else None


def _beantwoordt(tx: Connection, kanaal: str, extern_id: str, bericht: int) -> int | None:
    """Return the wijk of the message of ours to which someone replies, when one of theirs waits for that."""
    for wijk in wijkkeuze.eigen(tx, kanaal, extern_id):
        if any(zoek(tx, wijk, kanaal, extern_id, bericht) is not None for zoek, _ in handlers.antwoorden()):
            return wijk
    return None

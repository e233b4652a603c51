"""The door of the program: each update goes to the real wijk, or to the practice of who sent it. Never to both.

What a service answered is what is done here, so that a restart in between does it too: a practice begins when
`oefenen.begint` is to be said, and is thrown away before `oefenen.klaar` is.
"""

import json
import logging
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

from berichten import Boodschap
from berichten.oefenen import MERK
from bot import werk
from bot.oefenen.oefening import Oefening
from bot.oefenen.oefeningen import Oefeningen, Vol
from bot.rules.huishoudcode import lijkt_op_code
from bot.services.oefenen import ALS, BEGINT, KLAAR, SCHERM
from bot.storage import inbox
from bot.storage.inbox import Post
from bot.wijkdeur import Deur
from handlers.deur import herken_code

log = logging.getLogger(__name__)

Ruw = dict[str, Any]
_VREEMD = frozenset({"geweigerd", "menu", "onbegrepen", "deur.eerst_meedoen"})
_VREEMD |= {f"welkom.{een}" for een in ("onbekend", "typefout", "te_vaak", "ingetrokken", "al_binnen", "code")}
"""What is answered to a code or a link of another wijk."""


class Oefendeur:
    """Handles updates and answers them, as `Verwerking` does, in the wijk in which each belongs."""

    def __init__(self, echt: Deur, oefeningen: Oefeningen, bot: str) -> None:
        self._echt = echt
        self._oefeningen = oefeningen
        self._bot = bot
        self._onderweg: dict[int, tuple[Oefening, Post]] = {}
        """Of each update that is handled in a practice: in which, and as it stands there."""

    async def verwerk(self, post: Post) -> str | None:
        """Handle one update and return its committed answer. What was begun in a practice is tried again only there."""
        if post.id in self._onderweg:
            return await self._oefen(post.id)
        if not self._oefeningen and f'"{MERK}' not in post.inhoud and not post.oefende:  # nearly always
            return await self._echt.verwerk(post)
        ruw = json.loads(post.inhoud)
        wie, tik = wie_prive(ruw), ruw.get("callback_query") or {}
        if post.oefende and wie is not None:
            await self._oefeningen.neem_over(wie)
            if self._oefeningen.van(wie) is None:
                return await self._echt.verwerk(replace(post, inhoud=json.dumps(_voorbij(ruw))))
        oefening, data = self._oefeningen.van(wie), str(tik.get("data", ""))
        gemerkt = data.startswith(MERK)
        if data == f"{MERK}oefenen:stop" or (gemerkt and oefening is None):
            tik["data"] = "oefenen:stop" if data.endswith(":stop") else "oefenen:voorbij"
            return await self._echt.verwerk(replace(post, inhoud=json.dumps(ruw)))
        if oefening is None:
            return await self._echt.verwerk(post)
        if data:
            tik["data"] = data.removeprefix(MERK) if gemerkt else "oefenen:echt"
        if oefening.blik.als is not None:
            _als(ruw, int(oefening.blik.als[0]))
        oefening.gebruikt()
        rij = oefening.omgeving.kanaal, self._bot, ruw["update_id"], post.rij, json.dumps(ruw)
        daar = await oefening.omgeving.database.write(None, inbox.neem, *rij, datetime.now(UTC))
        self._onderweg[post.id] = oefening, daar
        return await self._oefen(post.id)

    async def antwoord(self, post: Post, antwoord: str) -> list[int]:
        """Send a committed answer, after doing what it says about practising; see `Verwerking.antwoord`."""
        oefening, daar = self._onderweg.pop(post.id, (None, post))
        if oefening is None and '"oefenen.' not in antwoord:  # nearly always
            return await self._echt.antwoord(post, antwoord)
        soort, inhoud = _eerste(antwoord), json.loads(antwoord)
        if oefening is not None:
            if oefening.blik.als is None:
                oefening.blik.taal = inhoud["taal"]
            if soort in (ALS, SCHERM):
                oefening.kijk(inhoud["boodschappen"][0]["data"].get("wie"))
                await werk.lees_klok(oefening.omgeving)  # a day may have passed
            return await oefening.verwerking.antwoord(daar, antwoord)
        wie = wie_prive(json.loads(post.inhoud))
        if soort == BEGINT and wie is not None:
            return await self._begin(post, wie, inhoud)
        if soort == KLAAR and wie is not None:
            await self._oefeningen.gooi_weg(wie)
        return await self._echt.antwoord(post, antwoord)

    async def mislukt(self, post: Post) -> None:
        """Tell a person kindly that their update could not be handled."""
        oefening, daar = self._onderweg.pop(post.id, (None, post))
        await (oefening.verwerking if oefening else self._echt).mislukt(daar)

    async def _oefen(self, nummer: int) -> str | None:
        oefening, daar = self._onderweg[nummer]
        gegeven = daar.antwoord or await oefening.verwerking.verwerk(daar)
        if gegeven is None:
            self._onderweg.pop(nummer)  # nobody will ask to send it
        elif _lijkt_op_toegang(json.loads(daar.inhoud)) and _eerste(gegeven) in _VREEMD:
            echt = {**json.loads(gegeven), "boodschappen": [asdict(Boodschap("oefenen.echte_code", wijze="nieuw"))]}
            return json.dumps(echt, ensure_ascii=False)
        return gegeven

    async def _begin(self, post: Post, wie: str, inhoud: Ruw) -> list[int]:
        """Say at once that a practice is being made, which takes a second or more, and change that into its screen."""
        rollen = inhoud["boodschappen"][0]["data"]["rollen"]
        gezegd = await self._echt.antwoord(post, _zeg(inhoud, "oefenen.wordt_gemaakt"))
        over = gezegd[-1] if len(gezegd) > 1 else None  # else what was tapped says it
        try:
            oefening = await self._oefeningen.begin(wie, rollen, inhoud["taal"])
        except Exception as fout:
            if not isinstance(fout, Vol):
                log.exception("a practice could not be made")
            waarom = _zeg(inhoud, "oefenen.vol" if isinstance(fout, Vol) else "oefenen.lukt_niet")
            kwam = await self._echt.antwoord(post, waarom, over)
        else:
            kwam = await oefening.verwerking.antwoord(post, json.dumps(inhoud, ensure_ascii=False), over)
        return [*gezegd, *kwam[1:]]


def wie_prive(ruw: Ruw) -> str | None:
    """Return who taps or says something in their own chat with the bot; None for all else, such as in a group."""
    tik = ruw.get("callback_query")
    bericht = (tik or {}).get("message") if tik else ruw.get("message")
    van, chat = (tik or bericht or {}).get("from") or {}, (bericht or {}).get("chat") or {}
    eigen = chat.get("type") == "private" and type(van.get("id")) is int and van["id"] == chat.get("id")
    return str(van["id"]) if eigen else None


def _voorbij(ruw: Ruw) -> Ruw:
    """Return what is done instead with what was meant for a practice that is no more."""
    if tik := ruw.get("callback_query"):
        return {**ruw, "callback_query": {**tik, "data": "oefenen:voorbij"}}
    bericht = {naam: ruw["message"][naam] for naam in ("message_id", "date", "chat", "from")}
    opdracht = {"type": "bot_command", "offset": 0, "length": len("/menu")}
    return {**ruw, "message": {**bericht, "text": "/menu", "entities": [opdracht]}}


def _als(ruw: Ruw, wie: int) -> None:
    """Let an update come from somebody else, in their own chat."""
    tik = ruw.get("callback_query")
    (tik or ruw["message"])["from"]["id"] = wie
    (tik or ruw)["message"]["chat"]["id"] = wie


def _eerste(antwoord: str) -> str:
    boodschappen = json.loads(antwoord)["boodschappen"]
    return str(boodschappen[0]["soort"]) if boodschappen else ""


def _zeg(inhoud: Ruw, soort: str) -> str:
    return json.dumps({**inhoud, "boodschappen": [asdict(Boodschap(soort))]}, ensure_ascii=False)


def _lijkt_op_toegang(ruw: Ruw) -> bool:
    """Say whether somebody typed or followed what opens something: the code of a letter or a door, or a link."""
    tekst = str((ruw.get("message") or {}).get("text", "")).strip()
    return (tekst.startswith("/start ") and len(tekst.split()) > 1) or lijkt_op_code(tekst) or herken_code(tekst)

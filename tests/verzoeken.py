"""Is a request to the Bot API one that Telegram would take? Checked against aiogram's models and limits of our own.

The limits are those of core.telegram.org/bots/api (10.1), at the method or object named beside each.
"""

import html
import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from aiogram import methods

from bot.webchat.lichaam import ontleed
from tests.webchat.conftest import vergelijk

TEKST = 4096  # sendMessage.text, editMessageText.text: after entities parsing
ONDERSCHRIFT = 1024  # sendPhoto.caption, sendDocument.caption
MELDING = 200  # answerCallbackQuery.text
KNOP_BYTES = 64  # InlineKeyboardButton.callback_data
OPDRACHTEN = 100  # setMyCommands.commands
UITLEG = 256  # BotCommand.description
GEHEIM = r"[A-Za-z0-9_-]{1,256}"  # setWebhook.secret_token
TAGS = {"b", "i", "u", "s", "a", "code"}  # of those under "HTML style"; ours use no others
_BESTANDEN = {"photo", "video", "voice", "document"}


@dataclass(frozen=True)
class Verzoek:
    """One call as it came over the wire."""

    methode: str
    soort: str
    lichaam: bytes

    def velden(self) -> dict[str, Any]:
        """Return the parameters, those that are JSON inside a form parsed."""
        if not self.lichaam:
            return {}
        if self.soort.startswith("application/json"):
            gelezen: dict[str, Any] = json.loads(self.lichaam)
            return gelezen
        if self.soort.startswith("multipart/"):
            ruw = ontleed(self.soort, self.lichaam, "")
            los = {naam: waarde for naam, waarde in ruw.waarden.items() if naam not in _BESTANDEN}
            return {naam: _los(waarde) for naam, waarde in los.items()} | dict.fromkeys(
                _BESTANDEN & {*ruw.uploads, *ruw.waarden}, "een-bestand"
            )
        return {naam: _los(waarde) for naam, waarde in parse_qsl(self.lichaam.decode(), strict_parsing=True)}


def _los(waarde: str) -> Any:
    return json.loads(waarde) if waarde[:1] in "[{" else waarde


def controleer(verzoek: Verzoek) -> None:
    """Fail when Telegram would not take this call."""
    velden = verzoek.velden()
    model = getattr(methods, verzoek.methode[0].upper() + verzoek.methode[1:])
    vergelijk(model.model_validate(velden, context={"bot": None}), velden, verzoek.methode)
    if "text" in velden and verzoek.methode != "answerCallbackQuery":
        _tekst(velden["text"], velden.get("parse_mode"), TEKST)
    for plek in (velden, velden.get("media", {})):  # editMessageMedia has its caption inside
        if "caption" in plek:
            _tekst(plek["caption"], plek.get("parse_mode"), ONDERSCHRIFT)
    if verzoek.methode == "answerCallbackQuery":
        assert len(velden.get("text", "")) <= MELDING
    for rij in velden.get("reply_markup", {}).get("inline_keyboard", []):
        for knop in rij:
            assert knop["text"].strip(), "a button needs a label"
            assert ("callback_data" in knop) != ("url" in knop)
            assert 1 <= len(knop.get("callback_data", "x").encode()) <= KNOP_BYTES, knop
    if verzoek.methode == "setMyCommands":
        assert len(velden["commands"]) <= OPDRACHTEN
        for opdracht in velden["commands"]:
            assert re.fullmatch(r"[a-z0-9_]{1,32}", opdracht["command"])
            assert 1 <= len(opdracht["description"]) <= UITLEG
    if verzoek.methode == "setWebhook":
        assert re.fullmatch(GEHEIM, velden["secret_token"])


def _tekst(tekst: str, opmaak: str | None, grens: int) -> None:
    if opmaak is not None:
        assert opmaak == "HTML"
        for tag in re.findall(r"</?([a-z]+)[^>]*>", tekst):
            assert tag in TAGS, f"<{tag}> in {tekst!r}"
        tekst = html.unescape(re.sub(r"</?[a-z]+[^>]*>", "", tekst))
    assert tekst.strip(), "Telegram refuses an empty text"
    assert len(tekst.encode("utf-16-le")) // 2 <= grens, "counted in UTF-16 units, the strictest reading"

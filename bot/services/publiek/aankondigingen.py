"""What the team told the whole wijk: messages that went to everyone, with their text. Pictures stay in the chat."""

from typing import Any

from sqlalchemy import Connection

from bot.rules.selectie import Selectie
from bot.services.publiek import Blik, Deel, Nieuws
from bot.storage import openbaar
from bot.storage.uitzendingen import Uitzending

_MEEST = 200
_IEDEREEN = Selectie()


def _lijst(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    gevonden = [_als_data(een) for een in _openbare(tx, blik)]
    return {"berichten": gevonden} if gevonden else None


def _openbare(tx: Connection, blik: Blik) -> list[Uitzending]:
    return [een for een in openbaar.verstuurd(tx, blik.wijk, _MEEST) if _is_openbaar(een)]


def _is_openbaar(een: Uitzending) -> bool:
    """Say whether a message was for everyone, and has a text."""
    tekst = any(inhoud["html"] for inhoud in een.inhoud["talen"].values())
    return tekst and Selectie.uit_json(een.doelgroep) == _IEDEREEN


def _als_data(een: Uitzending) -> dict[str, Any]:
    return {
        "id": een.publiek_id,
        "op": een.begonnen_op or een.moment,
        "talen": {taal: inhoud["html"] for taal, inhoud in een.inhoud["talen"].items() if inhoud["html"]},
        "eigen_taal": een.inhoud["eigen_taal"],
        "rol": een.inhoud["van"]["rol"],
    }


def _nieuws(tx: Connection, blik: Blik) -> list[Nieuws]:
    gevonden = []
    for een in _openbare(tx, blik):
        data = _als_data(een)
        eerst = {data["eigen_taal"]: data["talen"][data["eigen_taal"]]} if data["eigen_taal"] in data["talen"] else {}
        nieuws = Nieuws(een.publiek_id, data["op"], f"aankondigingen/#{een.publiek_id}", {}, html=eerst | data["talen"])
        gevonden.append(nieuws)
    return gevonden


DEEL = Deel(pagina=_lijst, plek=10, archief=True, nieuws=_nieuws)

"""What an update holds, read with its markup; what goes on to nobody is nothing."""

from typing import Any

import pytest
from telegram import Update

from bot.rules.inhoud import Inhoud
from handlers.inhoud import gestuurd
from tests.builders import een_inhoud

VET = [{"type": "bold", "offset": 3, "length": 3}]
BESTAND = {"file_id": "AgAD", "file_unique_id": "x"}
FOTO = [{**BESTAND, "file_id": "klein", "width": 1, "height": 1}, {**BESTAND, "width": 9, "height": 9}]
DUUR = {"duration": 3}
MAAT = {"width": 9, "height": 9}
PUNT = {"latitude": 52.09074, "longitude": 5.12142}


@pytest.mark.parametrize(
    ("velden", "verwacht"),
    [
        ({"text": "😀 vet", "entities": VET}, een_inhoud("tekst", "😀 <b>vet</b>")),
        ({"text": "<b>"}, een_inhoud("tekst", "&lt;b&gt;")),
        ({"photo": FOTO, "caption": "😀 vet", "caption_entities": VET}, een_inhoud("foto", "😀 <b>vet</b>", "AgAD")),
        ({"photo": FOTO, "caption": "\u202egeen\u2069 \u2068nep"}, een_inhoud("foto", "geen nep", "AgAD")),
        ({"video": {**BESTAND, **DUUR, **MAAT}}, een_inhoud("video", "", "AgAD")),
        ({"voice": {**BESTAND, **DUUR}, "caption": "Hoi"}, een_inhoud("spraak", "Hoi", "AgAD")),
        ({"document": {**BESTAND, "file_name": "plan.pdf"}}, een_inhoud("document", "", "AgAD", naam="plan.pdf")),
        ({"document": BESTAND}, een_inhoud("document", "", "AgAD", naam="")),
        ({"location": PUNT}, een_inhoud("plek", "", plek=[52090740, 5121420])),
        (
            {"location": PUNT, "venue": {"location": PUNT, "title": "Huis & tuin", "address": "Dorp 1"}},
            een_inhoud("plek", "Huis &amp; tuin\nDorp 1", plek=[52090740, 5121420]),
        ),
        ({"animation": {**BESTAND, **DUUR, **MAAT}, "document": BESTAND}, None),
        ({"audio": {**BESTAND, **DUUR}}, None),
        ({"dice": {"value": 3, "emoji": "🎲"}}, None),
    ],
)
def test_a_message_is_read_with_its_markup(velden: dict[str, Any], verwacht: Inhoud | None) -> None:
    van = {"id": 1, "is_bot": False, "first_name": "Anna"}
    bericht = {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "from": van, **velden}
    update = Update.de_json({"update_id": 1, "message": bericht}, None)
    assert gestuurd(update) == verwacht

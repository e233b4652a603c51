"""JSON: readable, with the version of its fields."""

import json

from bot.exports import maak


def test_the_schema_version_stands_first_and_text_stays_readable() -> None:
    bytes_ = maak("json", {"wijk": "Één"})

    assert json.loads(bytes_) == {"schema": 1, "wijk": "Één"}
    assert bytes_.startswith(b'{\n  "schema": 1')
    assert "Één".encode() in bytes_

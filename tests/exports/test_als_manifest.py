"""The manifest: whoever has it can see that each file is there, whole and unchanged."""

import json
from hashlib import sha256

from bot.exports import maak
from bot.exports.als_json import SCHEMA
from tests.exports.test_als_xlsx import DELEN, data

BESTANDEN = {"a.xlsx": "xlsx", "a-excel.csv": "excel_csv", "a.csv": "csv", "a.json": "json"}


def test_each_file_stands_in_it_with_its_rows_bytes_and_hash() -> None:
    manifest = json.loads(maak("manifest", {"tellingen": data(*DELEN), "bestanden": BESTANDEN}))

    assert {veld: manifest[veld] for veld in ("schema", "wijk", "gemaakt_op")} == {
        "schema": SCHEMA,
        "wijk": "Vogelbuurt",
        "gemaakt_op": "2027-02-01T20:00+01:00",
    }
    assert [(regel["naam"], regel["rijen"]) for regel in manifest["bestanden"]] == [
        ("a.xlsx", 8),
        ("a-excel.csv", 17),
        ("a.csv", 17),
        ("a.json", 8),
    ]
    for regel in manifest["bestanden"]:
        inhoud = maak(BESTANDEN[regel["naam"]], data(*DELEN))
        assert (regel["bytes"], regel["sha256"]) == (len(inhoud), sha256(inhoud).hexdigest())

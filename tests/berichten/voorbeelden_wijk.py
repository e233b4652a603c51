"""Samples of in which wijk somebody is."""

from tests.berichten.lastig import LASTIG, Data

WIJK: dict[str, list[Data]] = {
    "wijk.hier": [
        {"hier": "Vogelbuurt", "wijken": [{"id": 1, "naam": "Vogelbuurt"}]},
        {"hier": LASTIG[:100], "wijken": [{"id": 1, "naam": LASTIG[:100]}, {"id": 40, "naam": "Bloemenbuurt"}]},
    ],
}

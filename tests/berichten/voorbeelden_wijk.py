"""Samples of in which wijk somebody is."""

from tests.berichten.lastig import LASTIG, Data

WIJK: dict[str, list[Data]] = {
    "wijk.hier": [
        {"hier": "Vogelbuurt", "anders": []},
        {
            "hier": LASTIG[:100],
            "anders": [{"id": 40, "naam": "Bloemenbuurt"}, {"id": 999_999_999, "naam": LASTIG[:100]}],
        },
        {"hier": "Vogelbuurt", "anders": [{"id": nummer, "naam": f"Wijk {nummer}"} for nummer in range(39)]},
    ],
}

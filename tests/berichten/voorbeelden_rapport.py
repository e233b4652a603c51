"""Sample data of the messages about exports and reports."""

from tests.berichten.lastig import LASTIG, Data
from tests.berichten.voorbeeld_rapport import afgesloten as rapport_afgesloten
from tests.berichten.voorbeeld_rapport import rapport

_EXPORT: Data = {"tellingen": {"wijk": LASTIG, "onderdelen": []}, "soorten": ["csv", "json"]}

_RAPPORTEN: list[Data] = [rapport(versies=versies) | {"mag_afsluiten": bool(versies)} for versies in (0, 1, 2)]

_RAPPORTEN.append(rapport_afgesloten() | {"bestand": "A" * 22})

_RAPPORTBESTANDEN: list[Data] = [
    {"id": "A" * 22, "soort": soort, "op": "2027-09-20T18:00:00+00:00", "sha256": "ab" * 32}
    for soort in ("tussen", "eind")
]

RAPPORT: dict[str, list[Data]] = {
    "export": [_EXPORT],
    "export.bezig": [{}],
    "rapport": _RAPPORTEN,
    "rapport.bezig": [{"openbaar": aantal} for aantal in (0, 50)],
    "rapport.op_zeker": _RAPPORTBESTANDEN,
    "rapport.af_zeker": _RAPPORTBESTANDEN,
    "rapport.openbaar": [
        {"rapporten": [], "bladzij": 0, "meer": False},
        {"rapporten": [_RAPPORTBESTANDEN[0]] * 5, "bladzij": 1, "meer": True},
    ],
}

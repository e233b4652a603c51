"""Sample data of the messages about what a second person confirms."""

from typing import Any

from bot.services.voorstel import UITVOERDERS
from tests.berichten.lastig import ID, NU, Data, lang
from tests.berichten.voorbeelden_peiling import VOORBEELD_VAN_EEN_PEILING

_VOORSTELVELDEN = {"bekend": 3, "titel": lang(100), "vraag": lang(300), "straat": lang(100), "aantal": 12, "moment": NU}

_VOORSTELVELDEN |= {
    "tot_moment": NU,
    "versie": 2,
    "nummer": lang(60),
    "naam": lang(60),
    "reden": lang(300),
    "kader": lang(300),
}

"""What the sentences of all kinds of voorstel ask for together."""


def _voorstel(soort: str, **velden: Any) -> Data:
    return {"id": ID, "soort": soort, "velden": _VOORSTELVELDEN, "tot": NU, **velden}


VOORSTEL: dict[str, list[Data]] = {
    "voorstel.afloop": [_voorstel(s, staat=e) for s in UITVOERDERS for e in ("bevestigd", "afgewezen", "verlopen")],
    "voorstel.een": [
        *(_voorstel(soort, eigen=eigen) for soort in UITVOERDERS for eigen in (True, False)),
        _voorstel("peiling", eigen=False, velden={**_VOORSTELVELDEN, "voorbeeld": VOORBEELD_VAN_EEN_PEILING}),
    ],
    "voorstel.gemaakt": [_voorstel(soort, aantal=aantal) for soort in UITVOERDERS for aantal in (0, 1, 7)],
    "voorstel.klaar": [_voorstel(s, staat=e) for s in UITVOERDERS for e in ("bevestigd", "afgewezen", "ingetrokken")],
    "voorstel.voorbij": [
        _voorstel(s, staat=e) for s in UITVOERDERS for e in ("bevestigd", "afgewezen", "ingetrokken", "verlopen")
    ],
    "voorstel.lijst": [{"voorstellen": []}, {"voorstellen": [_voorstel(soort) for soort in UITVOERDERS]}],
}

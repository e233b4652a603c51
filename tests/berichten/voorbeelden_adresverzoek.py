"""Sample data of the messages about what the address list says of a home and is not right."""

from berichten.adresverzoek import WAT
from tests.berichten.lastig import ID, NU, Data, lang

_LIJST: Data = {"adres": lang(115), "woning": ["koop", lang(60)], "volwassenen": 3}
_LEEG: Data = {"adres": "Merelweg 1", "woning": [], "volwassenen": None}
_EEN: Data = {"id": ID, "tekst": lang(400), "termijn": NU, "taal": "tr", "herinner": False}
_ALLE: list[Data] = [{**_EEN, **lijst, "wat": wat} for wat in WAT for lijst in (_LIJST, _LEEG)]
_ANTWOORD: Data = {"wat": "adres", "tekst": lang(400), "leest": "nl"}

ADRESVERZOEK: dict[str, list[Data]] = {
    "adresverzoek.wat": [_LIJST, _LEEG],
    "adresverzoek.typ": [{"wat": wat} for wat in WAT],
    "adresverzoek.gevraagd": [_EEN],
    "adresverzoek.loopt": [_EEN],
    "adresverzoek.antwoord": [
        {**_ANTWOORD, "hoe": "ja", "reden": None},
        {**_ANTWOORD, "hoe": "nee", "reden": lang(400)},
    ],
    "adresverzoek.lijst": [
        {"verzoeken": []},
        {"verzoeken": [{**een, "te_laat": nr % 2 == 0} for nr, een in enumerate(_ALLE)]},
    ],
    "adresverzoek.een": [*_ALLE, {**_ALLE[0], "herinner": True}],
    "adresverzoek.reden": [{"id": ID}],
    "adresverzoek.klaar": [{**_ALLE[0], "hoe": hoe} for hoe in ("ja", "nee")],
    "adresverzoek.voorbij": [{}],
}

"""Sample data of the messages about a resident's e-mail address."""

from tests.berichten.lastig import NU, Data

_LANG = f"{'a' * 64}@{'b' * 60}.{'c' * 60}.voorbeeld.nl"

MAILADRES: dict[str, list[Data]] = {
    "mailadres": [
        {"adres": None, "nieuw": None, "dagmail": False},
        {"adres": None, "nieuw": "anna@voorbeeld.nl", "dagmail": True},
        {"adres": _LANG, "nieuw": _LANG, "dagmail": True},
        {"adres": "anna@voorbeeld.nl", "nieuw": None, "dagmail": False},
    ],
    "mailadres.vraag": [{}],
    "mailadres.verstuurd": [{"adres": _LANG}],
    "mailadres.zeker": [{}],
    "mailadres.erbij": [{"op": NU}],
}

"""Sample data of the messages about where a resident takes part."""

from typing import Any

from tests.berichten.lastig import ID, NU, Data, lang

_KANALEN: list[dict[str, Any]] = [{"kanaal": "telegram", "hoort": True}, {"kanaal": "web", "hoort": False}]
_BROWSER: Data = {"id": ID, "toestel": lang(60), "gezien": NU}

TOESTEL: dict[str, list[Data]] = {
    "toestel.lijst": [
        {"kanalen": _KANALEN[:1], "hier": "telegram", "browsers": []},
        {"kanalen": _KANALEN, "hier": "web", "browsers": [_BROWSER] * 20},
    ],
    "toestel.code": [{"code": "7K3MQ9XR", "hier": kanaal} for kanaal in ("telegram", "web")],
    "toestel.hoe": [{"mail": mail} for mail in (True, False)],
    "toestel.vraag": [{"code": "7K3MQ9XR"}],
    "toestel.erbij": [{"op": NU}],
    "toestel.welkom": [{"kanalen": _KANALEN}, {"kanalen": _KANALEN[:1]}],
}

"""Sample data of the messages about a question to the bewonersaanspreekpunt."""

from typing import Any

_LASTIG = """<b>Piet & "Co" 's {haak} </b> 100% > 5 €"""
_ID = "AbCdEfGhIjKlMnOpQrStUv"
_NU = "2027-03-28T18:00:00+00:00"
SOORTEN = ("foto", "video", "spraak", "document")


def _lang(lengte: int) -> str:
    return (_LASTIG + " " + "warmte " * lengte)[: lengte - 1] + "."


def _zei(van: str, soort: str = "tekst", lengte: int = 1000) -> dict[str, Any]:
    return {"van": van, "soort": soort, "tekst": _lang(lengte) if lengte else ""}


_OPEN: dict[str, Any] = {
    "id": _ID,
    "berichten": [_zei("bewoner")],
    "bestanden": [],
    "taal": "nl",
    "over_plan": True,
    "groep": _lang(60),
    "staat": "open",
    "op": _NU,
    "termijn": _NU,
    "hoger": False,
    "geholpen": None,
    "gemeld": False,
    "openbaar": False,
}
_VOL = {**_OPEN, "berichten": [_zei("bewoner"), _zei("team")] * 6, "taal": "tr"}
_STIL = {
    **_OPEN,
    "berichten": [_zei("bewoner", soort, 0) for soort in SOORTEN],
    "bestanden": [[soort, "file-1", "plan.pdf"] for soort in SOORTEN],
    "over_plan": False,
    "groep": None,
}
_BEANTWOORD = {**_VOL, "staat": "beantwoord"}
_KLAAR = {**_BEANTWOORD, "staat": "klaar", "geholpen": True, "openbaar": True}
_TEAM = [_OPEN, _VOL, _STIL]
_ROND = {"bladzij": 1, "meer": True}

VRAAG: dict[str, list[dict[str, Any]]] = {
    "vraag.vraag": [{"maximum": 1000}],
    "vraag.verder": [{"id": _ID, "maximum": 1000}],
    "vraag.bevestig": [{"soort": "tekst", "tekst": _lang(1000)}, *({"soort": s, "tekst": ""} for s in SOORTEN)],
    "vraag.voorstel": [{"soort": "tekst", "tekst": _lang(1000), "vragen": [[_ID, _lang(300)]] * 3}],
    "vraag.gevonden": [{"vraag": _lang(300), "antwoord": _lang(1000)}],
    "vraag.groep": [{"over": "anders", "groepen": [[_ID, _lang(60)]] * 10}],
    "vraag.gestuurd": [{"id": _ID, "termijn": _NU}],
    "vraag.later": [{"id": _ID}],
    "vraag.antwoord": [{**_BEANTWOORD, "leest": "nl"}, {**_BEANTWOORD, "leest": "tr"}],
    "vraag.fijn": [{}],
    "vraag.eigen": [{"vragen": [een], **_ROND} for een in (_OPEN, _STIL, _BEANTWOORD, _KLAAR)]
    + [{"vragen": [], "bladzij": 0, "meer": False}],
    "vraag.al_gesteld": [{"vragen": [een], **_ROND} for een in (_OPEN, _BEANTWOORD)],
    "vraag.nieuw": _TEAM,
    "vraag.herinner": _TEAM,
    "vraag.hoger": [{**een, "hoger": True} for een in _TEAM],
    "vraag.voorbij": [{}],
    "vraag.gemeld": [_BEANTWOORD],
    "vraag.gestopt": [{"tot": _NU, "bezwaar": bezwaar} for bezwaar in (True, False)],
    "vraagstop.vraag": [{"id": _ID, "dagen": [7, 28]}],
    "vraagstop.bezwaar": [{}],
    "vraagstop.ontvangen": [{}],
    "vraagstop.nieuw": [{"id": _ID, "tot": _NU, "tekst": _lang(500)}],
    "vraagstop.weer": [{}],
    "vraagstop.gemeld": [{}],
    "vraagpunt.lijst": [
        {"vragen": [{**een, "te_laat": laat} for een in _TEAM for laat in (True, False)], **_ROND},
        {"vragen": [], "bladzij": 0, "meer": False},
    ],
    "vraagpunt.een": [
        {
            **een,
            "kan_openbaar": een["staat"] == "beantwoord",
            "net": een["staat"] == "beantwoord",
            "staf": een is not _OPEN,
        }
        for een in (*_TEAM, _BEANTWOORD, _KLAAR)
    ],
    "vraagpunt.typ": [{"id": _ID, "maximum": 1000}],
    "vraagpunt.ander": [
        {"id": _ID, "groepen": [[_ID, _lang(60)]] * 10, "wijk": True, "hoger": False},
        {"id": _ID, "groepen": [], "wijk": False, "hoger": True},
    ],
}

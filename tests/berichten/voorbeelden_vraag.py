"""Sample data of the messages about a question to the bewonersaanspreekpunt."""

from tests.berichten.lastig import ID, NU, Data, lang

SOORTEN = ("foto", "video", "spraak", "document")


def _zei(van: str, soort: str = "tekst", lengte: int = 1000) -> Data:
    return {"van": van, "soort": soort, "tekst": lang(lengte) if lengte else ""}


_OPEN: Data = {
    "id": ID,
    "berichten": [_zei("bewoner")],
    "bestanden": [],
    "taal": "nl",
    "over_plan": True,
    "groep": lang(60),
    "staat": "open",
    "op": NU,
    "termijn": NU,
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

VRAAG: dict[str, list[Data]] = {
    "vraag.vraag": [{"maximum": 1000}],
    "vraag.verder": [{"id": ID, "maximum": 1000}],
    "vraag.bevestig": [{"soort": "tekst", "tekst": lang(1000)}, *({"soort": s, "tekst": ""} for s in SOORTEN)],
    "vraag.voorstel": [{"soort": "tekst", "tekst": lang(1000), "vragen": [[ID, lang(300)]] * 3}],
    "vraag.gevonden": [{"vraag": lang(300), "antwoord": lang(1000)}],
    "vraag.groep": [{"over": "anders", "groepen": [[ID, lang(60)]] * 10}],
    "vraag.gestuurd": [{"id": ID, "termijn": NU}],
    "vraag.later": [{"id": ID}],
    "vraag.antwoord": [{**_BEANTWOORD, "leest": "nl"}, {**_BEANTWOORD, "leest": "tr"}],
    "vraag.fijn": [{}],
    "vraag.eigen": [{"vragen": [een], **_ROND} for een in (_OPEN, _STIL, _BEANTWOORD, _KLAAR)]
    + [{"vragen": [{**een, "staat": "klaar"}], "mag_vragen": False, **_ROND} for een in (_OPEN, _KLAAR)]
    + [{"vragen": [], "bladzij": 0, "meer": False}],
    "vraag.al_gesteld": [{"vragen": [een], **_ROND} for een in (_OPEN, _BEANTWOORD)],
    "vraag.nieuw": _TEAM,
    "vraag.herinner": _TEAM,
    "vraag.hoger": [{**een, "hoger": True} for een in _TEAM],
    "vraag.voorbij": [{}],
    "vraag.gemeld": [_BEANTWOORD],
    "vraag.gestopt": [{"tot": NU, "bezwaar": bezwaar} for bezwaar in (True, False)],
    "vraagstop.vraag": [{"id": ID, "dagen": [7, 28]}],
    "vraagstop.bezwaar": [{}],
    "vraagstop.ontvangen": [{}],
    "vraagstop.nieuw": [{"id": ID, "tot": NU, "tekst": lang(500)}],
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
    "vraagpunt.typ": [{"id": ID, "maximum": 1000}],
    "vraagpunt.ander": [
        {"id": ID, "groepen": [[ID, lang(60)]] * 10, "wijk": True, "hoger": False},
        {"id": ID, "groepen": [], "wijk": False, "hoger": True},
    ],
}

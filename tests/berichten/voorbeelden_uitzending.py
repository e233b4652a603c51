"""Sample data of the messages about a broadcast."""

from typing import Any

from bot.rules.selectie import EISEN
from bot.services.selectie import REDENEN
from tests.berichten.lastig import ID, NU, Data, lang

_VAN: Data = {"rol": "trekker", "bereik": lang(60)}


def inhoud(**velden: Any) -> Data:
    html = 'Kom <b>morgen</b> naar het café. Lees <a href="https://voorbeeld.nl/?a=1&amp;b=2">meer</a>.'
    return {"soort": "tekst", "html": html, "file_id": None, "naam": None, "plek": None, **velden}


def _uitzending(**velden: Any) -> Data:
    vast = {"van": _VAN, "talen": {"nl": inhoud()}, "eigen_taal": "nl", "id": ID, "hulp": False}
    return {**vast, **velden}


def _selectie(**velden: Any) -> Data:
    vast = {"groep": ["wijk", ""], "eisen": [], "te_klein": False, "aantal": 412, "ongeveer": False}
    return {**vast, "zonder_chat": 0, "contacten": 0, **velden}


_ALLE_EISEN: list[list[str]] = [
    [eis, {"komt": lang(100), "niet_gestemd": lang(298)}.get(eis, "")] for eis in EISEN if eis != "huur"
]

_SELECTIES: list[Data] = [
    _selectie(),
    _selectie(groep=["straat", lang(100)], eisen=_ALLE_EISEN, ongeveer=True, aantal=45, zonder_chat=120),
    _selectie(groep=["werkgroep", lang(60)], te_klein=True, aantal=0, contacten=2),
    _selectie(eisen=[["huur", ""]], te_klein=True, aantal=0, zonder_chat=10),
]

_PLANNEN: list[Data] = [
    {**wie, "moment": NU, "straks": straks, "stil": stil, "tweede": stil, "hulp": stil}
    for wie in _SELECTIES
    for straks, stil in ((False, False), (True, True), (True, False))
]


def _vraag(veld: str, **velden: Any) -> Data:
    vast = {"formulier": "uitzending", "veld": veld, "keuzes": [], "gehaald": [], "mag_over": False, "eerste": False}
    return {**vast, "gekozen": None, **velden}


def _voortgang(**velden: Any) -> Data:
    getallen = {"verzonden": [240, "precies"], "mislukt": [0, "precies"], "onzeker": [5, "minder"]}
    getallen |= {"gestopt": [0, "precies"], "bewaard": [20, "ongeveer"], "geheel": [412, "precies"]}
    return {
        "id": ID,
        "staat": "bezig",
        "klaar": False,
        **getallen,
        "blokken": 5,
        "over": 130,
        "verder": None,
        "duur": None,
        **velden,
    }


UITZENDING: dict[str, list[Data]] = {
    "uitzending": [
        _uitzending(),
        _uitzending(van={"rol": "buurtbegeleider", "bereik": ""}, hulp=True),
        *(_uitzending(talen={"nl": inhoud(soort=s, file_id="AgAC")}) for s in ("foto", "video", "spraak", "document")),
        _uitzending(talen={"nl": inhoud(soort="plek", html="", plek=[52090740, 5121420])}),
        _uitzending(talen={"de": inhoud(html="Kom langs. " * 350)}, eigen_taal="de"),
    ],
    "uitzending.doorgeven": [_uitzending(), _uitzending(talen={"nl": inhoud(html="Kom langs. " * 318)})],
    "uitzending.een": [
        {**_uitkomst, "id": ID, "moment": NU, "staat": staat, "straks": straks, "stil": straks, "doorgeven": door}
        for _uitkomst in _SELECTIES[:2]
        for staat, straks, door in (("gepland", False, False), ("gepland", True, True), ("afgezegd", False, False))
    ],
    "uitzending.zeker": [
        {**_uitkomst, "id": ID, "moment": NU, "staat": "gepland", "straks": True, "stil": False, "doorgeven": False}
        for _uitkomst in _SELECTIES[:2]
    ],
    "uitzending.plan": _PLANNEN,
    "uitzending.vertaling": [_vraag("vertaling_en", taal="en", mag_over=True)],
    "uitzending.vervallen": [{**wie, "reden": reden} for wie in _SELECTIES for reden in (*REDENEN, "te_laat")],
    "uitzending.voorbeeld": [
        {**plan, "extra": ["vertaling_en", "hulp"], "vertaald": talen} for plan in _PLANNEN for talen in ([], ["en"])
    ],
    "uitzending.wie": [_vraag("wie", keuzes=list(EISEN), gekozen=["koop"], **wie) for wie in _SELECTIES],
    "uitzending.voortgang": [
        _voortgang(),
        _voortgang(over=None),
        _voortgang(verder=NU),
        _voortgang(over=7200),
        _voortgang(staat="gestopt", gestopt=[172, "precies"]),
        _voortgang(staat="gestopt", klaar=True, blokken=10, gestopt=[172, "precies"], duur=12),
        _voortgang(staat="klaar", klaar=True, blokken=10, mislukt=[3, "precies"], duur=660),
        _voortgang(staat="klaar", klaar=True, verzonden=[0, "precies"], bewaard=[29, "precies"], duur=5),
    ],
}

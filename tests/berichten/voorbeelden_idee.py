"""Sample data of the messages about ideas of residents."""

from tests.berichten.lastig import ID, Data, lang

_EEN: Data = {"id": ID, "tekst": lang(600), "taal": "nl", "plek": lang(100), "staat": "nieuw"}
_EEN |= {"reden": None, "groep": None, "steun": 0, "foto": True, "kaart": False}
_GROEP = {"groep": lang(60), "reden": lang(500)}
_STATEN: list[Data] = [
    _EEN,
    {**_EEN, "staat": "wacht", "plek": None, "kaart": True, "taal": "tr"},
    {**_EEN, "staat": "gesteund", "steun": 5, "plek": None, "foto": False},
    {**_EEN, **_GROEP, "staat": "opgepakt", "steun": 125},
    {**_EEN, **_GROEP, "staat": "gelukt", "steun": 15, "taal": "en"},
    {**_EEN, "staat": "kan_niet", "reden": lang(500)},
]
_NIETS = dict.fromkeys(("weg", "steun", "pak_op", "afloop", "weiger"), False)
_STAPPEN = [
    *({**een, "staat": een["staat"]} for een in _STATEN if een["staat"] != "wacht"),
    *({**_EEN, "staat": "geweigerd", "waarom": w} for w in ("staat_er", "past_niet", "over_iemand")),
    {**_EEN, "staat": "geweigerd", "waarom": None, "reden": lang(300)},
    {**_EEN, "staat": "samen", "ander": lang(600)},
]
_VERTELD = [een for een in _STATEN if een["staat"] in {"opgepakt", "gelukt", "kan_niet"}]

_LIJST: Data = {"ideeen": _STATEN[:1], "volgorde": "steun", "bewoner": True, "staf": False, "eigen": []}
_LIJST |= {"wacht": 0, "bladzij": 1, "meer": False}

IDEE: dict[str, list[Data]] = {
    "idee.lijst": [
        {**_LIJST, "ideeen": [], "volgorde": "nieuw", "bladzij": 0},
        {**_LIJST, "ideeen": _STATEN[2:], "eigen": _STATEN[1:2], "wacht": 1, "meer": True},
        {**_LIJST, "bewoner": False, "staf": True, "eigen": _STATEN[1:2] * 3, "wacht": 12, "volgorde": "nieuw"},
    ],
    "idee.een": [
        *({**een, "eigen": False, "steunt": False, "kan": {**_NIETS, "steun": True}} for een in _STATEN),
        {**_EEN, "eigen": False, "steunt": True, "kan": dict.fromkeys(_NIETS, True)},
        {**_STATEN[1], "eigen": True, "steunt": False, "kan": {**_NIETS, "weg": True}},
        {**_STATEN[3], "eigen": True, "steunt": False, "kan": _NIETS},
    ],
    "idee.foto": [{**_EEN, "file_id": "AgACAgQAAxkBAAI"}],
    "idee.kaart": [{**_STATEN[1], "punt": "52090740,5121420"}],
    "idee.voorbeeld": [
        {"tekst": lang(600), "plek": None, "kaart": False, "foto": False, "extra": ["plek", "foto"]},
        {"tekst": lang(600), "plek": lang(100), "kaart": False, "foto": True, "extra": ["plek", "foto"]},
        {"tekst": lang(600), "plek": None, "kaart": True, "foto": True, "extra": ["plek", "foto"]},
    ],
    "idee.ontvangen": [{"tekst": lang(600)}],
    "idee.zeker": [_EEN],
    "idee.wacht": [{}],
    "idee.wachtrij": [
        {"een": None, "aantal": 0, "samen": False, "bladzij": 0, "meer": False},
        *(
            {"een": een, "aantal": n, "samen": True, "bladzij": n - 1, "meer": n > 1}
            for n, een in enumerate(_STATEN[1:3], start=1)
        ),
        {
            "een": {**_EEN, "plek": None, "foto": False, "staat": "wacht"},
            "aantal": 1,
            "samen": False,
            "bladzij": 0,
            "meer": False,
        },
    ],
    "idee.stap": _STAPPEN,
    "idee.nieuws": _VERTELD,
    "idee_op.voorbeeld": [{"een": _STATEN[3]}, {"een": {**_STATEN[3], "reden": None}}],
    "idee_af.voorbeeld": [{"een": een} for een in _VERTELD[1:]],
}

"""Sample data of the messages about offers: reading and taking one, making one, on paper and by e-form."""

from itertools import product
from typing import get_args

from bot.rules.aanbod import WATTEN
from bot.rules.eformulier import KOLOMMEN, Reden
from tests.berichten.lastig import ID, NU, Data, lang

_VOL: Data = {
    "id": ID,
    "wat": "inschrijving",
    "wie": "eigenaren",
    "woningtypen": [lang(40), "hoekwoning"],
    "titel": lang(100),
    "tekst": lang(700),
    "kosten": lang(300),
    "kosten_van": 4000,
    "kosten_tot": 6000,
    "opbrengst": None,
    "opbrengst_van": 200,
    "opbrengst_tot": 400,
    "voorwaarden": lang(800),
    "gas": lang(200),
    "bindend": True,
    "bindend_uitleg": lang(200),
    "bedenktijd": 14,
    "minimum": 40,
    "stuk": ID,
    "stuknaam": "offerte.pdf",
    "sluit_op": NU,
}
_KORT: Data = {
    **_VOL,
    **dict.fromkeys(("kosten_van", "kosten_tot", "opbrengst_van", "opbrengst_tot", "voorwaarden", "bindend")),
    **dict.fromkeys(("bindend_uitleg", "bedenktijd", "minimum", "stuk", "stuknaam")),
    "wat": "interesse",
    "wie": "iedereen",
    "woningtypen": [],
    "titel": "Warmtenet",
    "tekst": "Een leiding naar uw huis.",
    "kosten": "€ 10",
    "gas": "Het gas stopt in 2035.",
}
_MIDDEN = {**_VOL, **{n: _KORT[n] for n in ("titel", "tekst", "gas", "kosten", "voorwaarden", "woningtypen")}}
_MIDDEN |= {"wat": "deelnameverklaring", "opbrengst": "Een warm huis.", "opbrengst_van": None, "opbrengst_tot": None}
_MIDDEN |= {"bindend": False, "bindend_uitleg": "U kunt later nog nee zeggen.", "kosten_tot": 4000, "kosten": None}
_ALLE = [_VOL, _KORT, _MIDDEN, *({**_VOL, "wat": wat} for wat in WATTEN)]
_DAG = "2027-02-15"
_STATEN = [
    None,
    {"hoe": "zelf", "dag": _DAG, "tot": _DAG},
    {"hoe": "zelf", "dag": _DAG, "tot": None},
    *({"hoe": hoe, "dag": _DAG, "tot": None} for hoe in ("ander", "papier", "eformulier")),
]
_SCHERM: Data = {"verder": False, "open": True, "bewoner": True, "past": True, "mag": "mag", "staat": None}
_SCHERM |= {"beheer": False, "aantal": None}
_STAF = {"bewoner": False, "beheer": True}
_ANDERE: list[Data] = [
    {},
    {"verder": True},
    {"open": False},
    {"past": False},
    {"kaarten": True},
    {"mag": "vraag"},
    {"mag": "huurder_lijst"},
    *({**_STAF, "aantal": hoe} for hoe in (["precies", 1], ["ongeveer", 15], ["weinig", 5], ["niet", 0])),
]
_REGEL = {n: _VOL[n] for n in ("id", "titel", "wat", "woningtypen", "sluit_op")}
_REGELS = [{**_REGEL, "open": open_, "mee": mee} for open_, mee in product((True, False), repeat=2)]
_FOUTEN = [[n, reden, lang(60)] for n, reden in enumerate(get_args(Reden))]

AANBOD: dict[str, list[Data]] = {
    "aanbod.voorbeeld": _ALLE,
    "aanbod.lezen": _ALLE,
    "aanbod.zeker": [{"id": ID, "titel": lang(100)}],
    "aanbod.herinnering": [{n: een[n] for n in ("id", "wat", "titel", "gas", "sluit_op")} for een in _ALLE],
    "intekening": [
        *({**een, **_SCHERM, **anders} for een in _ALLE for anders in _ANDERE),
        *({**een, **_SCHERM, "staat": staat} for een in (_VOL, _KORT, _MIDDEN) for staat in _STATEN),
    ],
    "intekening.lijst": [
        {"aanbiedingen": regels, "beheer": beheer} for regels in ([], _REGELS) for beheer in (True, False)
    ],
    "intekening.eigenaar": _ALLE,
    "intekening.zeker": [{**een, "tot": _DAG} for een in _ALLE],
    "intekening.klaar": [{**een, "tot": _DAG} for een in _ALLE],
    "intekening.weg": _ALLE,
    "eformulier.vraag": [{"kolommen": list(KOLOMMEN)}],
    "eformulier.fouten": [{"fouten": _FOUTEN, "meer": meer} for meer in (0, 1, 200)],
    "eformulier.niets": [{"bekend": aantal} for aantal in (1, 12)],
}

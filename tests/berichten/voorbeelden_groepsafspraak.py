"""Sample data of the messages about a meeting in the group of a werkgroep."""

from tests.berichten.lastig import ID, NU, Data, lang

_KORT: Data = {"titel": lang(100), "id": ID, "begin": NU}
GROEPSAFSPRAAK: dict[str, list[Data]] = {
    "groepsafspraak.komt": [{**_KORT, "plaats": lang(200), "deur": deur} for deur in (True, False)],
    "groepsafspraak.afgelast": [_KORT],
    "groepsafspraak.geweest": [_KORT],
    "groepsafspraak.los": [_KORT],
    "deur.typ_code": [_KORT],
}

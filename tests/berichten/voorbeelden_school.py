"""Sample data of the messages about the poll of a school."""

from bot.rules.kleine_cellen import exact
from tests.berichten.lastig import ID, NU, Data, lang
from tests.berichten.voorbeelden_peiling import peiling

SCHOOL: dict[str, list[Data]] = {
    "school.open": [
        {**peiling(daad="9-", zinnen=[["uitleg", {}]]), "school": lang(60), "methode": "stellingen"},
    ],
    "school.dicht": [{}],
    "school.gegevens": [{"antwoorden": [[lang(60), lang(300), NU]] * 5}],
    "school.binnen": [{"naam": lang(60), "peiling": ID, "bewoner": bewoner} for bewoner in (True, False)],
    "school.lijst": [
        {"id": ID, "vraag": lang(300), "links": [], "nog_een": True},
        {
            "id": ID,
            "vraag": lang(300),
            "links": [
                {"id": ID, "naam": lang(60), "aantal": n, "dicht": dicht} for n in (30, exact(2)) for dicht in (0, 1)
            ]
            * 2,
            "nog_een": False,
        },
    ],
    "school.link": [{"id": ID, "naam": lang(60), "op": NU, "peiling": ID, "vraag": lang(300)}],
    "school.voorbij": [{"id": ID, "naam": lang(60), "op": NU, "peiling": ID}],
    "school.zeker": [{"id": ID, "naam": lang(60)}],
}

"""How the conditions stand, in plain sentences."""

from typing import Any

from berichten.bericht import Bericht, Toon, bericht
from berichten.catalogus import Veilig
from berichten.menu import naar_menu

_IN_WOORDEN = {"1/4", "1/3", "1/2", "2/3", "3/4"}
_OPERATOR = {">": "stand.meer_dan", ">=": "stand.minstens"}


@bericht("stand")
def stand(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Render `Stand.als_json()`: per condition how many, what is needed, and how far it is."""
    t, eenheid = toon.t, data["spelregels"]["eenheid"]
    alineas = [t.tekst("stand.kop", wijk=data["wijk"])]
    alineas += [_drempel(toon, drempel, eenheid) for drempel in data["drempels"]]
    alineas.append(t.tekst("stand.voet"))
    return Bericht("\n\n".join(alineas), (naar_menu(toon),))


def _drempel(toon: Toon, drempel: dict[str, Any], eenheid: str) -> Veilig:
    t, breuk = toon.t, drempel["drempel"]
    wie = t.plat(f"stand.eenheid.{eenheid}")
    deel = t.plat(f"stand.deel.{breuk}") if breuk in _IN_WOORDEN else t.plat("stand.deel", breuk=breuk)
    return t.tekst(
        "stand.drempel",
        telling=t.tekst(f"stand.{drempel['soort']}", aantal=drempel["teller"], noemer=drempel["noemer"], wie=wie),
        nodig=t.tekst(_OPERATOR[drempel["operator"]], deel=deel),
        verdict=_verdict(toon, drempel, eenheid),
    )


def _verdict(toon: Toon, drempel: dict[str, Any], eenheid: str) -> Veilig:
    if not 0 < drempel["noemer"] >= drempel["teller"]:  # an empty list, or an agreed number that cannot be right
        return toon.t.tekst("stand.klopt_niet")
    nog = toon.t.plat(f"stand.nog.{eenheid}", aantal=drempel["nodig"])
    return toon.t.tekst(f"stand.{drempel['verdict']}", nog=nog)

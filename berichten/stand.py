"""How the conditions stand, in plain sentences and as a picture that says the same."""

from fractions import Fraction
from typing import Any

from berichten.beeld import Balk, balk, beeld
from berichten.bericht import Bericht, Bijlage, Toon, bericht
from berichten.catalogus import Veilig
from berichten.menu import naar_menu
from bot.rules.kleine_cellen import KLEINSTE
from bot.rules.wegen import Aandeel

_IN_WOORDEN = {"1/4", "1/3", "1/2", "2/3", "3/4"}
_OPERATOR = {">": "stand.meer_dan", ">=": "stand.minstens"}


@bericht("stand")
def stand(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Render how the conditions stand: per condition how many, what is needed, and how far it is.

    Args:
        data: `bot.services.stand.lees_stand`.
    """
    t, eenheid = toon.t, data["spelregels"]["eenheid"]
    alineas = [t.tekst("stand.kop", wijk=data["wijk"])]
    alineas += [_drempel(toon, drempel, eenheid, data) for drempel in data["drempels"]]
    if noten := _noten(toon, data):
        alineas.append(Veilig(" ".join(noten)))
    alineas += [Veilig(f"{_geteld(toon, data)} {_bron(toon, data['spelregels'])}"), t.tekst("stand.voet")]
    return Bericht("\n\n".join(alineas), (naar_menu(toon),), media=_beeld(toon, data))


def _drempel(toon: Toon, drempel: dict[str, Any], eenheid: str, data: dict[str, Any]) -> Veilig:
    t, soort = toon.t, drempel["soort"]
    zinnen = [
        t.tekst(f"stand.{soort}", aantal=drempel["teller"], noemer=drempel["noemer"], wie=_wie(toon, eenheid)),
        t.tekst("stand.hoogstens", aantal=drempel["bovengrens"]) if _misschien(drempel) else "",
        t.tekst(_OPERATOR[drempel["operator"]], deel=_deel(toon, drempel["drempel"])),
        _verdict(toon, drempel, eenheid),
        *_verder(toon, soort, data),
    ]
    return Veilig(" ".join(zin for zin in zinnen if zin))


def _verdict(toon: Toon, drempel: dict[str, Any], eenheid: str) -> Veilig:
    if not _klopt(drempel):
        return toon.t.tekst("stand.klopt_niet")
    return toon.t.tekst(f"stand.{drempel['verdict']}", nog=_nog(toon, drempel, eenheid))


def _beeld(toon: Toon, data: dict[str, Any]) -> Bijlage:
    t, eenheid = toon.t, data["spelregels"]["eenheid"]
    return beeld(
        toon,
        "stand",
        t.plat("stand.beeld.kop", wijk=data["wijk"]),
        [_balk(toon, drempel, eenheid, data) for drempel in data["drempels"]],
        legenda=any(_misschien(drempel) for drempel in data["drempels"]),
        voet=[*_noten(toon, data), _geteld(toon, data), t.tekst("stand.voet")],
    )


def _balk(toon: Toon, drempel: dict[str, Any], eenheid: str, data: dict[str, Any]) -> Balk:
    t, soort, verdict, noemer = toon.t, drempel["soort"], drempel["verdict"], drempel["noemer"]
    uitleg = []
    if not _klopt(drempel):
        uitleg.append(t.plat("stand.beeld.klopt_niet"))
    elif drempel["nodig"]:
        uitleg.append(t.plat(f"stand.beeld.nog.{verdict}", nog=_nog(toon, drempel, eenheid)))
    uitleg += _verder(toon, soort, data)
    nodig = Aandeel(Fraction(drempel["drempel"]), drempel["operator"]).minimum(noemer)
    return balk(
        t.plat(f"stand.beeld.{soort}"),
        t.plat("stand.beeld.waarde", aantal=drempel["teller"], noemer=noemer, wie=_wie(toon, eenheid)),
        noemer,
        drempel["teller"],
        hoogstens=drempel["bovengrens"],
        grens=(nodig, t.plat("stand.beeld.nodig", nodig=nodig)) if _klopt(drempel) else None,
        oordeel=(verdict, t.plat(f"stand.beeld.verdict.{verdict}"), " ".join(uitleg)),
    )


def _verder(toon: Toon, soort: str, data: dict[str, Any]) -> list[Veilig]:
    """Return what else there is to know of a condition: without what staff recorded, and who moved away."""
    t, zinnen = toon.t, []
    if soort in data["zonder_team"]:
        zinnen.append(t.tekst(f"stand.zonder_team.{data['zonder_team'][soort]}"))
    if data["vertrokken"][soort] >= KLEINSTE:
        zinnen.append(t.tekst("stand.vertrokken", aantal=data["vertrokken"][soort]))
    return zinnen


def _noten(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return why a number is not certain: whom we do not know well enough, and how large the noemer may be.

    They have words of ours and numbers only, so that they read the same in the text and in the picture.
    """
    t, eenheid, drempels = toon.t, data["spelregels"]["eenheid"], data["drempels"]
    noemer = max((drempel["noemer"] for drempel in drempels), default=0)
    noten = [t.tekst(f"stand.misschien.{eenheid}")] if any(_misschien(drempel) for drempel in drempels) else []
    if data["noemer_laag"] < noemer:
        wie = _wie(toon, eenheid)
        noten.append(t.tekst("stand.noemer", wie=wie, laag=data["noemer_laag"], hoog=noemer))
    return noten


def _geteld(toon: Toon, data: dict[str, Any]) -> Veilig:
    return toon.t.tekst("stand.geteld", moment=toon.moment(data["geteld_op"]), versie=data["spelregels"]["versie"])


def _bron(toon: Toon, spelregels: dict[str, Any]) -> Veilig:
    t, wie = toon.t, _wie(toon, spelregels["eenheid"])
    if not spelregels["aantal"]:
        return t.tekst("stand.van_de_lijst", wie=wie)
    if spelregels["bron"]:
        return t.tekst("stand.bron", wie=wie, bron=spelregels["bron"])
    return t.tekst("stand.afgesproken", wie=wie)


def _klopt(drempel: dict[str, Any]) -> bool:
    """Say whether the numbers can be right: an empty list and an agreed number that is too low cannot."""
    return bool(0 < drempel["noemer"] >= drempel["teller"])


def _misschien(drempel: dict[str, Any]) -> bool:
    return bool(drempel["bovengrens"] > drempel["ondergrens"])


def _wie(toon: Toon, eenheid: str) -> str:
    return toon.t.plat(f"stand.eenheid.{eenheid}")


def _nog(toon: Toon, drempel: dict[str, Any], eenheid: str) -> str:
    return toon.t.plat(f"stand.nog.{eenheid}", aantal=drempel["nodig"])


def _deel(toon: Toon, breuk: str) -> str:
    return toon.t.plat(f"stand.deel.{breuk}") if breuk in _IN_WOORDEN else toon.t.plat("stand.deel", breuk=breuk)

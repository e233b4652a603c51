"""Process templates: one contract for every template that exists, and what a mistake in one is called."""

from dataclasses import replace

import pytest

from berichten import talen, vertaal
from bot.rules import trajecten
from bot.rules.trajecten import BOB, TRAJECTEN, WOORDEN, Fase, Taak, Traject, achter_elkaar, bezwaren
from bot.rules.trajectvorm import naar_json, uit_json


@pytest.mark.parametrize("traject", TRAJECTEN.values(), ids=list(TRAJECTEN))
def test_every_template_keeps_the_contract(traject: Traject) -> None:
    assert traject.naam in TRAJECTEN
    assert list(bezwaren(traject)) == []
    assert {fase.naam for fase in traject.volgorde()} == {fase.naam for fase in traject.fasen}, "no circle"
    assert traject.kunnen_beginnen(()), "something can begin"
    assert _tot_het_eind(traject) == {fase.naam for fase in traject.fasen}, "every stage has its turn"
    assert traject.besluitfase.beslist in {"gemeenteraad", "college_of_gemeenteraad"}
    assert traject.besluitfase.bob in {"besluitvorming", ""}
    for fase in traject.fasen:
        eerder = [traject.fase(naam).bob for naam in traject.voor(fase.naam)]
        assert not fase.bob or all(BOB.index(een) <= BOB.index(fase.bob) for een in eerder if een)
        assert all(len(taak.naam) <= 30 for taak in fase.taken), "fits a button"
        assert fase.beslist != "bewoners" or fase.trede == "zelf", "who decides does not advise"
    assert {taak.spoor for fase in traject.fasen for taak in fase.taken} - {""} == set(traject.sporen)
    assert not any(getattr(fase, deel) for fase in traject.fasen for deel in (*WOORDEN, "documentnaam")), "keys only"
    assert uit_json(naar_json(traject)) == traject


def test_residents_choose_where_the_guide_puts_their_choice() -> None:
    keuzes = {naam: traject.keuzefase.naam for naam, traject in TRAJECTEN.items()}
    waar = {naam: (keuze, set(TRAJECTEN[naam].vanaf(keuze))) for naam, keuze in keuzes.items()}
    assert waar == {
        "besluit": ("tot_besluit", {"tot_besluit", "besluit", "aan_de_slag"}),
        "leusden": ("wup", {"wup", "opschaling", "iedereen_mee", "evaluatie"}),
        "routekaart": ("besluiten", {"besluiten", "uitvoeren"}),
        "samenwerking": ("ontwikkelen", {"ontwikkelen", "uitvoeren", "beheren"}),
        "taakdemocratie": ("wup_ontwikkeling", {"wup_ontwikkeling", "wup_uitvoering"}),
    }
    fasen = (replace(fase, keuze=False) for fase in TRAJECTEN["besluit"].fasen)
    ongemerkt = replace(TRAJECTEN["besluit"], fasen=tuple(fasen))
    assert ongemerkt.keuzefase.naam == "tot_besluit", "by who decides, where none is marked"
    assert _GOED.keuzefase.naam == "b", "else where the gemeenteraad decides"


def _tot_het_eind(traject: Traject) -> set[str]:
    """Return the stages that have their turn when each ends as soon as it can."""
    af: set[str] = set()
    while volgende := traject.kunnen_beginnen(af):
        af |= {fase.naam for fase in volgende}
    return af


@pytest.mark.parametrize("taal", talen())
def test_every_key_of_a_template_has_words_in_every_language(taal: str) -> None:
    sleutels = set(vertaal(taal).sleutels)
    for naam, traject in TRAJECTEN.items():
        nodig = {f"traject.sjabloon.{naam}"}
        for fase in traject.fasen:
            nodig |= {f"traject.{naam}.{fase.naam}.{deel}" for deel in WOORDEN}
            nodig |= {f"traject.{naam}.{fase.naam}.taak.{taak.naam}" for taak in fase.taken}
            nodig |= {f"traject.{naam}.{fase.naam}.document"} if fase.document else set()
        assert nodig <= sleutels


def test_a_sixth_template_is_one_file_that_is_found_by_itself(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    bestand = tmp_path / "zesde.py"
    bestand.write_text(
        "from bot.rules.trajecten import Fase, Traject\n"
        'TRAJECT = Traject("zesde", (Fase("a", 3, besluit=True, beslist="gemeenteraad"),))\n'
    )
    monkeypatch.setattr(trajecten, "__path__", [*trajecten.__path__, str(tmp_path)])
    gevonden = trajecten.vind()
    assert set(gevonden) == {*TRAJECTEN, "zesde"}
    assert list(bezwaren(gevonden["zesde"])) == []


_GOED = Traject(
    "goed", achter_elkaar(Fase("a", 2, bob="beeldvorming"), Fase("b", 3, besluit=True, bob="besluitvorming"))
)
_A, _B = _GOED.fasen


@pytest.mark.parametrize(
    ("fasen", "waar"),
    [
        ((), ("", "fasen")),
        ((_A, _B, _A), ("a", "naam")),
        ((replace(_A, weken=0), _B), ("a", "weken")),
        ((replace(_A, weken=261), _B), ("a", "weken")),
        ((replace(_A, na=("weg",)), _B), ("a", "na")),
        ((replace(_A, na=("b",)), _B), ("", "na")),
        ((replace(_A, na=("a",)), _B), ("", "na")),
        ((_A, replace(_B, besluit=False)), ("", "besluit")),
        ((replace(_A, besluit=True), _B), ("", "besluit")),
        ((replace(_A, keuze=True), replace(_B, keuze=True)), ("", "keuze")),
        ((replace(_A, bob="besluitvorming"), replace(_B, bob="beeldvorming")), ("b", "bob")),
        ((replace(_A, bob="raden"), _B), ("a", "bob")),
        ((replace(_A, beslist="koning"), _B), ("a", "beslist")),
        ((replace(_A, trede="baas"), _B), ("a", "trede")),
        ((replace(_A, publiek=("buren",)), _B), ("a", "publiek")),
        ((replace(_A, taken=(Taak("x"), Taak("x"))), _B), ("a", "taken")),
        ((replace(_A, taken=(Taak("x", spoor="links"),)), _B), ("a", "taken")),
    ],
)
def test_what_is_wrong_with_one_is_said_with_its_stage_and_field(
    fasen: tuple[Fase, ...], waar: tuple[str, str]
) -> None:
    van, veld, mend = next(iter(bezwaren(replace(_GOED, fasen=fasen))))
    assert (van, veld) == waar
    assert mend
    assert list(bezwaren(_GOED)) == []


def test_stages_begin_when_all_that_they_wait_for_has_ended() -> None:
    ruit = Traject("r", (Fase("a", 1), Fase("b", 1, na=("a",)), Fase("c", 1, na=("a",)), Fase("d", 1, na=("b", "c"))))

    def namen(geeindigd: str, begonnen: str = "") -> str:
        return "".join(fase.naam for fase in ruit.kunnen_beginnen([*geeindigd], [*begonnen]))

    assert [namen(""), namen("a"), namen("a", "b"), namen("ab", "c"), namen("abc"), namen("abcd")] == [
        "a", "bc", "c", "", "d", "",
    ]  # fmt: skip
    assert ruit.voor("d") == {"a", "b", "c"}

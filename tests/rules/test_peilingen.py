"""Poll methods: what each must hold to, whatever people tap and type."""

import json
import string
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.rules.inbreng import Inbreng
from bot.rules.kleine_cellen import MINDER, NIET_GETOOND
from bot.rules.peilingen import METHODEN, OPTIE_LENGTE, KanNiet, Methode, Opzet, Veld
from bot.rules.peilingen.keuze import Keuze
from bot.rules.peilinguitslag import op_papier, toegestaan, toon
from bot.rules.peilscherm import DAAD_LENGTE, Scherm, Woord, Zin, op_een_rij
from bot.rules.peiltelling import Getoond, GetoondeRegel, Regel, Uitslag

LASTIG = ("<b>x</b>", "=1+1", "{aantal}", "مرحبا", "👩‍👩‍👧", "é" * OPTIE_LENGTE, "a\u202eb", "&amp;", "0", "-")
MOMENTEN = tuple(f"2027-02-{dag:02}T19:00:00+00:00" for dag in range(3, 13))
Stap = tuple[int, str]


@st.composite
def opzetten(draw: st.DrawFn, methode: Methode) -> Opzet:
    """Draw what the form of a method can fix."""
    antwoorden: dict[str, Any] = {}
    for veld in methode.velden:
        if veld.als is None or veld.als(antwoorden):
            antwoorden[veld.naam] = draw(_antwoord(veld, antwoorden))
    return methode.opzet(antwoorden)


def _antwoord(veld: Veld, antwoorden: dict[str, Any]) -> st.SearchStrategy[Any]:
    if veld.soort in ("regels", "momenten"):
        uit = LASTIG if veld.soort == "regels" else MOMENTEN
        return st.permutations(uit).flatmap(
            lambda rij: st.integers(veld.minimum, min(veld.maximum, len(rij))).map(lambda n: rij[:n])
        )
    if veld.soort == "groepen":
        return st.lists(st.lists(st.sampled_from(LASTIG), min_size=2, max_size=2), max_size=3)
    if veld.soort == "getal":
        return st.integers(veld.minimum, veld.maximum)
    if veld.soort == "tekst":
        teksten = st.sampled_from([tekst[: veld.maximum] for tekst in LASTIG])
        return st.none() | teksten if veld.mag_over else teksten
    getallen = veld.getallen(antwoorden) if veld.getallen else ()
    return st.sampled_from([*veld.keuzes, *map(str, getallen)])


STAPPEN = st.lists(st.tuples(st.integers(0, 99), st.sampled_from(LASTIG)), max_size=25)


def vul_in(methode: Methode, opzet: Opzet, stappen: list[Stap]) -> tuple[str | None, str | None]:
    """Tap and type on the screens as they come; return the ballot, and the last one that was complete."""
    inhoud = telt = None
    for keus, tekst in stappen:
        nieuw = _stap(methode, opzet, inhoud, keus, tekst)
        if nieuw is not None:
            inhoud = nieuw
            telt = nieuw if methode.compleet(opzet, nieuw) else telt
    return inhoud, telt


def _stap(methode: Methode, opzet: Opzet, inhoud: str | None, keus: int, tekst: str) -> str | None:
    scherm = methode.scherm(opzet, inhoud, range(len(opzet.opties)))
    daden = [knop.daad for rij in scherm.knoppen for knop in rij]
    if scherm.tekst_tot and keus % 3 == 0:
        return methode.schrijf(opzet, inhoud, tekst[: scherm.tekst_tot])
    with kan_niet(methode):
        return methode.stem(opzet, inhoud, daden[keus % len(daden)]) if daden else None
    return None


@contextmanager
def kan_niet(methode: Methode) -> Iterator[None]:
    """Let it be refused, when a voter can read why."""
    try:
        yield
    except KanNiet as nee:
        if nee.melding not in methode.MELDINGEN:
            raise


def woorden(scherm: Scherm) -> Iterator[tuple[str, Woord]]:
    yield from (("knop", knop.label) for rij in scherm.knoppen for knop in rij)
    yield from (("zin", wat) for wat in (*scherm.regels, *scherm.zinnen))
    yield from (("knop", wat) for wat in scherm.stem)


def genoemd(methode: Methode, deel: str, wat: Woord) -> bool:
    """Say whether words are people's own, or stand with the method."""
    namen = {"zin": methode.ZINNEN, "knop": methode.KNOPPEN}[deel]
    return not isinstance(wat, Zin) or wat.naam in namen


elke_methode = pytest.mark.parametrize("methode", METHODEN.values(), ids=METHODEN)


@elke_methode
@given(st.data())
def test_a_ballot_is_canonical_and_its_screen_fits_its_buttons_and_names_only_its_own_words(
    methode: Methode, data: st.DataObject
) -> None:
    opzet, stappen = data.draw(opzetten(methode)), data.draw(STAPPEN)
    inhoud, _ = vul_in(methode, opzet, stappen)
    scherm = methode.scherm(opzet, inhoud, range(len(opzet.opties)))
    assert inhoud is None or inhoud == json.dumps(json.loads(inhoud), separators=(",", ":"), sort_keys=True)
    assert all(genoemd(methode, deel, wat) for deel, wat in woorden(scherm))
    for knop in (knop for rij in scherm.knoppen for knop in rij):
        assert 1 <= len(knop.daad.encode()) <= DAAD_LENGTE
        assert set(knop.daad) <= set(string.ascii_lowercase + string.digits + "-+._")
    assert len([knop for rij in scherm.knoppen for knop in rij]) <= 90
    assert bool(scherm.tekst_tot) <= methode.SCHRIJFT
    assert methode.opzet(methode.antwoorden(opzet)) == opzet
    json.dumps(methode.antwoorden(opzet))


@elke_methode
@given(st.data())
def test_whoever_sees_the_options_in_another_order_votes_for_the_same(methode: Methode, data: st.DataObject) -> None:
    opzet, stappen = data.draw(opzetten(methode)), data.draw(STAPPEN)
    inhoud, _ = vul_in(methode, opzet, stappen)
    nummers = range(len(opzet.opties))
    recht, om = (methode.scherm(opzet, inhoud, rij) for rij in (nummers, data.draw(st.permutations(list(nummers)))))
    assert recht.zinnen == om.zinnen
    assert sorted(map(str, recht.stem)) == sorted(map(str, om.stem))


@elke_methode
@given(st.data())
def test_a_ballot_on_paper_has_lines_in_its_own_words_and_room_to_write_only_where_people_write(
    methode: Methode, data: st.DataObject
) -> None:
    opzet = data.draw(opzetten(methode))
    vel = methode.vel(opzet, data.draw(st.permutations(range(len(opzet.opties)))))
    assert vel.rijen
    assert len(set(map(str, vel.rijen))) == len(vel.rijen)
    assert all(genoemd(methode, "knop", wat) for wat in (*vel.rijen, *vel.kolommen))
    assert all(genoemd(methode, "zin", wat) for wat in (*vel.regels, *vel.zinnen, vel.schrijf or ""))
    assert bool(vel.lijnen) <= methode.SCHRIJFT


@elke_methode
@given(
    st.data(), st.text(max_size=40) | st.sampled_from(["", "-", "0", "00", "-1", "9" * 38, "٣", "1-", "0--", "null"])
)
def test_a_forged_tap_changes_nothing_or_what_a_button_could_have(
    methode: Methode, data: st.DataObject, daad: str
) -> None:
    opzet, stappen = data.draw(opzetten(methode)), data.draw(STAPPEN)
    inhoud, _ = vul_in(methode, opzet, stappen)
    nieuw = None
    with kan_niet(methode):
        nieuw = methode.stem(opzet, inhoud, daad)
    if nieuw is not None:
        methode.scherm(opzet, nieuw, range(len(opzet.opties)))
        if methode.compleet(opzet, nieuw):
            klopt(methode, opzet, Counter([nieuw]))


def klopt(methode: Methode, opzet: Opzet, biljetten: Counter[str]) -> Uitslag:
    """Count, and check that no vote got lost or doubled."""
    geteld = methode.tel(opzet, biljetten)
    breed, n = len(geteld.kolommen) or 1, biljetten.total()
    assert geteld.stemmen == n
    assert set(geteld.kolommen) <= set(methode.KOLOMMEN)
    assert all(len(regel.aantallen) == breed for regel in geteld.regels)
    assert all(genoemd(methode, "knop", regel.label or "") for regel in geteld.regels)
    assert len({regel.naam for regel in geteld.regels}) == len(geteld.regels)
    cellen = [aantal for regel in geteld.regels for aantal in regel.aantallen]
    assert min(cellen, default=0) >= 0
    if geteld.punten:
        assert sum(cellen) == geteld.punten * (n - geteld.leeg)
    elif geteld.kolommen:
        assert all(sum(regel.aantallen) == n for regel in geteld.regels)
    elif geteld.per_stem == 1:
        assert sum(cellen) == n - geteld.leeg
    else:
        assert n - geteld.leeg <= sum(cellen) <= n * (geteld.per_stem or len(cellen))
        assert max(cellen, default=0) <= n
    return geteld


@elke_methode
@given(st.data())
def test_every_complete_ballot_is_counted_once_in_any_order(methode: Methode, data: st.DataObject) -> None:
    opzet = data.draw(opzetten(methode))
    mensen = data.draw(st.lists(STAPPEN, max_size=12))
    telt = [vul_in(methode, opzet, stappen)[1] for stappen in mensen]
    biljetten = Counter(inhoud for inhoud in telt if inhoud is not None)
    geteld = klopt(methode, opzet, biljetten)
    assert geteld == methode.tel(opzet, dict(reversed(biljetten.items())))
    assert [r.naam for r in geteld.regels] == [r.naam for r in methode.tel(opzet, {}).regels], "whatever was chosen"


@elke_methode
@given(st.data())
def test_a_result_names_only_its_own_words_and_keeps_its_lines(methode: Methode, data: st.DataObject) -> None:
    opzet = data.draw(opzetten(methode))
    biljetten: Counter[str] = Counter()
    for stappen in data.draw(st.lists(STAPPEN, max_size=4)):
        if telt := vul_in(methode, opzet, stappen)[1]:
            biljetten[telt] += data.draw(st.integers(1, 15))
    geteld = methode.tel(opzet, biljetten)
    getoond = toon(methode, opzet, geteld)
    assert all(genoemd(methode, "zin", zin) for zin in getoond.zinnen)
    if geteld.stemmen < 10:
        assert (getoond.regels, getoond.zinnen) == ((), ())
    else:
        assert sorted(regel.naam for regel in getoond.regels) == sorted(regel.naam for regel in geteld.regels)


@elke_methode
def test_an_empty_poll_has_a_result(methode: Methode) -> None:
    opzet = methode.opzet(gewoon_antwoord(methode))
    assert klopt(methode, opzet, Counter()).stemmen == 0


def gewoon_antwoord(methode: Methode) -> dict[str, Any]:
    """Return the first answer to every question."""
    gewoon: dict[str, Any] = {}
    for veld in methode.velden:
        if veld.ronde != "alleen" and (veld.als is None or veld.als(gewoon)):
            regels = {"regels": list("abc"), "momenten": list(MOMENTEN[:3]), "getal": veld.minimum, "tekst": "a"}
            regels["groepen"] = []
            gewoon[veld.naam] = veld.keuzes[0] if veld.soort == "keuze" else regels[veld.soort]
    return gewoon


@pytest.mark.parametrize("methode", [m for m in METHODEN.values() if m.AANDRAGEN == "tijdens"])
@given(st.data())
def test_a_ballot_says_the_same_when_options_are_added_after_it(methode: Methode, data: st.DataObject) -> None:
    opzet = data.draw(opzetten(methode))
    mensen = data.draw(st.lists(STAPPEN, max_size=6))
    telt = Counter(telt for stappen in mensen if (telt := vul_in(methode, opzet, stappen)[1]))
    meer = replace(opzet, opties=(*opzet.opties, "nieuw", "nieuwer"), later=2)
    erna = klopt(methode, meer, telt)
    assert erna.regels[: len(opzet.opties)] == methode.tel(opzet, telt).regels
    for inhoud in telt:
        assert methode.in_woorden(meer, inhoud) == methode.in_woorden(opzet, inhoud)
        scherm = methode.scherm(meer, inhoud, range(len(meer.opties)))
        daden = [knop.daad for rij in scherm.knoppen for knop in rij]
        assert any(methode.stem(meer, inhoud, daad) for daad in daden), "the new ones can be answered"


@elke_methode
@given(st.data())
def test_what_is_a_whole_ballot_in_one_tap_does_not_look_at_what_was_there(
    methode: Methode, data: st.DataObject
) -> None:
    opzet, stappen = data.draw(opzetten(methode)), data.draw(STAPPEN)
    if not methode.in_een_tik(opzet):
        return
    inhoud, _ = vul_in(methode, opzet, stappen)
    scherm = methode.scherm(opzet, inhoud, range(len(opzet.opties)))
    for knop in (knop for rij in scherm.knoppen for knop in rij):
        nieuw = methode.stem(opzet, inhoud, knop.daad)
        assert nieuw == methode.stem(opzet, None, knop.daad)
        assert nieuw is None or methode.compleet(opzet, nieuw)


# What may be shown


def test_columns_of_a_line_are_looked_at_together_and_points_are_parts_in_fives() -> None:
    per_regel = Uitslag((Regel("a", (20, 12, 8)), Regel("b", (40, 0, 0))), 40, kolommen=("ja", "misschien", "nee"))
    assert toegestaan(per_regel) == ((20, 10, 10), (NIET_GETOOND, MINDER, MINDER))
    punten = Uitslag((Regel("a", (58,)), Regel("b", (38,)), Regel("c", (4,))), 10, punten=10)
    assert toegestaan(punten) == ((60,), (40,), (MINDER,))
    assert toegestaan(Uitslag((Regel("a", (9,)),), 9)) is None


@pytest.mark.parametrize(
    ("stemmen", "aantal", "getoond"), [(9, 5, 0), (40, 12, 10), (40, 3, 0), (40, 37, 0), (40, 40, 0), (40, 0, 0)]
)
def test_how_many_voted_on_paper_is_told_only_where_that_picks_nobody_out(
    stemmen: int, aantal: int, getoond: int
) -> None:
    assert op_papier(stemmen, aantal) == getoond


# Keuze

TIKKEN = st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["", "-", "onzin"])), max_size=30)
GRENZEN = st.sampled_from([None, 1, 2, 3, 4])
KEUZE = Keuze()


def keuze(grens: int | None, aantal: int = 5) -> Opzet:
    return Opzet(tuple("abcde"[:aantal]), {"max_keuzes": grens})


def gestemd(grens: int | None, tikken: list[tuple[int, str]]) -> str | None:
    """Return the ballot after these taps, whatever the screen shows."""
    inhoud = None
    for optie, daad in tikken:
        try:
            inhoud = KEUZE.stem(keuze(grens), inhoud, f"{optie}{daad}") or inhoud
        except KanNiet:
            continue
    return inhoud


@given(TIKKEN, GRENZEN)
def test_nobody_chooses_more_than_may_be(tikken: list[tuple[int, str]], grens: int | None) -> None:
    inhoud = gestemd(grens, tikken)
    assert inhoud is None or len(json.loads(inhoud)) <= (grens or 5)


@given(TIKKEN, GRENZEN, st.integers(0, 4), st.sampled_from(["", "-"]))
def test_the_same_tap_twice_is_once(tikken: list[tuple[int, str]], grens: int | None, optie: int, daad: str) -> None:
    assert gestemd(grens, [*tikken, (optie, daad), (optie, daad)]) == gestemd(grens, [*tikken, (optie, daad)])


@pytest.mark.parametrize(
    ("grens", "inhoud", "zinnen", "daden"),
    [
        (1, None, ("een",), ["0", "1"]),
        (1, "[1]", ("een",), ["0", "1"]),
        (2, None, ("hoogstens 2", "nog 2"), ["0", "1"]),
        (2, "[1]", ("hoogstens 2", "nog 1"), ["0", "1-"]),
        (2, "[0,1]", ("hoogstens 2", "vol"), ["0-", "1-"]),
        (2, "[]", ("hoogstens 2", "leeg"), ["0", "1"]),
        (None, None, ("zoveel_u_wilt",), ["0", "1"]),
        (None, "[0]", ("zoveel_u_wilt",), ["0-", "1"]),
        (None, "[]", ("zoveel_u_wilt", "leeg"), ["0", "1"]),
    ],
)
def test_the_screen_says_what_can_still_be_chosen(
    grens: int | None, inhoud: str | None, zinnen: tuple[str, ...], daden: list[str]
) -> None:
    scherm = KEUZE.scherm(keuze(grens, 2), inhoud, range(2))
    assert tuple(" ".join([zin.naam, *map(str, zin.velden.values())]) for zin in scherm.zinnen) == zinnen
    assert [knop.daad for (knop,) in scherm.knoppen] == daden
    assert [nummer for nummer, (knop,) in enumerate(scherm.knoppen) if knop.gekozen] == json.loads(inhoud or "[]")


def test_a_ballot_with_more_choices_gives_each_a_vote_and_is_one_voter() -> None:
    biljetten = {"[0,2]": 3, "[2]": 2, "[]": 4}
    regels = (Regel("a", (3,)), Regel("b", (0,)), Regel("c", (5,)))
    assert KEUZE.tel(keuze(None, 3), biljetten) == Uitslag(regels, stemmen=9, leeg=4, per_stem=None)


# Schaal

SCHAAL = METHODEN["schaal"]
WOORDEN = Opzet(("1", "2", "3", "4", "5"), {"laag": "oneens", "hoog": "eens"})


def uit_cijfers(*aantallen: int) -> Getoond:
    biljetten = {f"[{n}]": aantal for n, aantal in enumerate(aantallen) if aantal}
    return toon(SCHAAL, WOORDEN, SCHAAL.tel(WOORDEN, biljetten))


@pytest.mark.parametrize(
    ("aantallen", "zinnen"),
    [
        ((30, 5, 5, 10, 50), ["midden_tussen 4 5", "hoog 60", "laag 35"]),
        ((60, 20, 10, 10, 10), ["midden 1", "hoog 20", "laag 75"]),
        ((0, 0, 10, 20, 50), ["midden 5", "hoog 85", "laag_weinig"]),
        ((20, 20, 20, 20, 20), ["midden 3", "hoog 40", "laag 40"]),
        ((200, 200, 20, 0, 0), ["midden 2", "hoog_weinig", "laag 95"]),
        ((40, 0, 0, 0, 0), []),
        ((3, 3, 3, 3, 3), []),
        ((2, 2, 2, 2, 1), []),
    ],
)
def test_the_middle_and_the_sides_are_said_as_far_as_everyone_can_see(
    aantallen: tuple[int, ...], zinnen: list[str]
) -> None:
    gezegd = [" ".join([zin.naam, *map(str, zin.velden.values())]) for zin in uit_cijfers(*aantallen).zinnen]
    assert gezegd == zinnen


@given(st.lists(st.integers(0, 60), min_size=5, max_size=5))
def test_the_middle_that_is_said_is_the_middle(aantallen: list[int]) -> None:
    stemmen = [n for n, aantal in enumerate(aantallen, 1) for _ in range(aantal)]
    for zin in uit_cijfers(*aantallen).zinnen:
        if zin.naam.startswith("midden"):
            assert str(stemmen[(len(stemmen) - 1) // 2]) in zin.velden.values()


def test_what_changed_is_said_only_where_both_may_be_shown() -> None:
    toen, nu, weinig = uit_cijfers(20, 20, 20, 20, 20), uit_cijfers(10, 10, 10, 30, 40), uit_cijfers(40, 0, 0, 0, 0)
    assert SCHAAL.verschil(WOORDEN, nu, toen) == (Zin("verschil", {"toen": 40, "nu": 70}),)
    assert SCHAAL.verschil(WOORDEN, nu, weinig) == SCHAAL.verschil(WOORDEN, weinig, toen) == ()


# Datum

DATUM = METHODEN["datum"]
AVONDEN = Opzet(MOMENTEN[:3])


@pytest.mark.parametrize(
    ("biljetten", "volgorde", "zin"),
    [
        ({"jnn": 10, "njn": 30, "nnj": 20}, [1, 2, 0], f"beste {MOMENTEN[1]}"),
        ({"jmn": 20, "jnm": 10, "mjn": 10}, [0, 1, 2], f"beste {MOMENTEN[0]}"),
        ({"jnn": 21, "njn": 19, "nnm": 10}, [0, 1, 2], "gelijk 2"),
        ({"jjj": 40}, [0, 1, 2], ""),
        ({"njn": 40}, [1, 0, 2], f"beste {MOMENTEN[1]}"),
        ({"njn": 9}, [], ""),
    ],
)
def test_what_suits_most_comes_first_as_far_as_everyone_can_see(
    biljetten: dict[str, int], volgorde: list[int], zin: str
) -> None:
    getoond = toon(DATUM, AVONDEN, DATUM.tel(AVONDEN, {json.dumps(b): n for b, n in biljetten.items()}))
    assert [MOMENTEN.index(regel.naam) for regel in getoond.regels] == volgorde
    assert [" ".join([z.naam, *map(str, z.velden.values())]) for z in getoond.zinnen] == ([zin] if zin else [])
    assert list(getoond.momenten) == {"": [], "gelijk 2": list(MOMENTEN[:2])}.get(zin, [zin.removeprefix("beste ")])


def test_what_is_not_tapped_is_a_no_and_the_evening_itself_is_a_yes() -> None:
    biljet = DATUM.stem(AVONDEN, None, "1j")
    assert (biljet, DATUM.stem(AVONDEN, biljet, "1j"), DATUM.stem(AVONDEN, biljet, "0m")) == ('"njn"', None, '"mjn"')
    assert [regel.aantallen for regel in DATUM.tel(AVONDEN, {'"njn"': 2}).regels] == [(0, 0, 2), (2, 0, 0), (0, 0, 2)]
    assert [k.daad for (k, *rest) in DATUM.scherm(AVONDEN, None, range(3)).knoppen if not rest] == ["0j", "1j", "2j"]


# Punten

PUNTEN = METHODEN["punten"]
KOSTEN = Opzet(("a", "b", "c"), {"punten": 10})


@pytest.mark.parametrize(
    ("inhoud", "daad", "nieuw"),
    [
        (None, "0.1", "[1,0,0]"),
        ("[1,0,0]", "0.1", None),
        ("[1,0,0]", "0.0", "[0,0,0]"),
        ("[0,0,0]", "leeg", None),
        ("[9,0,0]", "2.1", "[9,0,1]"),
        ("[9,0,1]", "leeg", "[0,0,0]"),
        ("[9,0,1]", "0.4", "[4,0,1]"),
        (None, "3.1", None),
        (None, "0.-1", None),
        (None, "0", None),
        (None, "0.99", None),
    ],
)
def test_a_tap_says_how_many_points_an_option_has_after_it(inhoud: str | None, daad: str, nieuw: str | None) -> None:
    assert PUNTEN.stem(KOSTEN, inhoud, daad) == nieuw


@pytest.mark.parametrize(("inhoud", "daad"), [("[9,0,1]", "2.2"), (None, "0.11"), ("[4,4,0]", "2.3")])
def test_nobody_gives_more_points_than_there_are(inhoud: str | None, daad: str) -> None:
    with pytest.raises(KanNiet, match="op"):
        PUNTEN.stem(KOSTEN, inhoud, daad)


@pytest.mark.parametrize(
    ("inhoud", "zin", "knoppen", "stem", "telt"),
    [
        (None, ("nog", 10), 9, 0, False),
        ("[3,0,0]", ("nog", 7), 10, 0, False),
        ("[3,0,7]", ("op", None), 10, 2, True),
        ("[0,0,0]", ("nog", 10), 9, 0, False),
    ],
)
def test_the_screen_says_how_many_points_are_left_and_a_ballot_counts_when_none_is(
    inhoud: str | None, zin: tuple[str, int | None], knoppen: int, stem: int, telt: bool
) -> None:
    scherm = PUNTEN.scherm(KOSTEN, inhoud, (2, 0, 1))
    assert (scherm.zinnen[-1].naam, scherm.zinnen[-1].velden.get("aantal")) == zin
    assert (len([knop for rij in scherm.knoppen for knop in rij]), len(scherm.stem)) == (knoppen, stem)
    assert inhoud is None or PUNTEN.compleet(KOSTEN, inhoud) == telt
    assert [
        knop.label.velden["optie"] for (knop, *rest) in scherm.knoppen[:6:2] if isinstance(knop.label, Zin)
    ] == list("cab")
    assert len(scherm.regels) == (3 if inhoud is None else 0), "on the buttons only, as long as they fit"


@pytest.mark.parametrize(
    ("biljetten", "cellen", "gelijk"),
    [
        ({"[2,5,3]": 10, "[0,10,0]": 10}, [("b", 75), ("c", 15), ("a", 10)], ""),
        ({"[5,5,0]": 12}, [("a", 50), ("b", 50), ("c", MINDER)], "a; b"),
        ({"[0,0,10]": 40, "[0,1,9]": 1}, [("c", NIET_GETOOND), ("a", MINDER), ("b", MINDER)], ""),
        ({"[4,3,3]": 9}, [], ""),
    ],
)
def test_points_are_ranked_as_parts_of_all_points(
    biljetten: dict[str, int], cellen: list[tuple[str, Any]], gelijk: str
) -> None:
    getoond = toon(PUNTEN, KOSTEN, PUNTEN.tel(KOSTEN, biljetten))
    assert [(regel.naam, regel.cellen[0]) for regel in getoond.regels] == cellen
    assert [zin.velden["opties"] for zin in getoond.zinnen[1:]] == ([gelijk] if gelijk else [])


# Stellingen

STELLINGEN = METHODEN["stellingen"]
DRIE = Opzet(("a", "b", "c"))


@pytest.mark.parametrize(
    ("inhoud", "daad", "nieuw"),
    [
        (None, "0e", '"e--"'),
        ('"e--"', "0e", None),
        ('"e--"', "0-", '"---"'),
        ('"---"', "0-", None),
        (None, "k", None),
        ('"---"', "k", None),
        ('"e--"', "k", '"e--k"'),
        ('"e--k"', "k", None),
        ('"e--k"', "v", '"e--"'),
        ('"e--"', "v", None),
        ('"e--k"', "1o", '"eo-"'),
        ('"eop"', "k", None),
        (None, "3e", None),
        (None, "0k", None),
        (None, "0", None),
    ],
)
def test_a_statement_is_answered_taken_back_and_left(inhoud: str | None, daad: str, nieuw: str | None) -> None:
    assert STELLINGEN.stem(DRIE, inhoud, daad) == nieuw


@pytest.mark.parametrize(
    ("inhoud", "regels", "daden"),
    [
        (None, ["stelling c"], ["2e", "2o", "2p"]),
        ('"--e"', ["stelling a"], ["0e", "0o", "0p", "2-", "k"]),
        ('"--ek"', ["gaf_eens c", "gaf_open a", "gaf_open b"], ["2-", "v"]),
        ('"ope"', ["gaf_eens c", "gaf_oneens a", "gaf_pas b"], ["2-", "0-", "1-"]),
        ('"op-"', ["stelling c"], ["2e", "2o", "2p", "k"]),
    ],
)
def test_one_statement_is_on_the_screen_until_all_are_answered_or_one_stops(
    inhoud: str | None, regels: list[str], daden: list[str]
) -> None:
    scherm = STELLINGEN.scherm(DRIE, inhoud, (2, 0, 1))
    assert [f"{r.naam} {r.velden['optie']}" for r in scherm.regels if isinstance(r, Zin)] == regels
    assert [knop.daad for rij in scherm.knoppen for knop in rij] == daden


@pytest.mark.parametrize(
    ("biljetten", "zinnen"),
    [
        ({"eeo": 20, "eoo": 15, "ooe": 10, "ep-k": 5}, ["eens a", "verdeeld b", "maat"]),
        ({"eeo": 20, "ooe": 20}, []),
        ({"eeo": 20, "eoe": 20, "ooo": 10}, ["eens a", "verdeeld b; c", "maat"]),
        ({"eee": 30}, []),
        ({"eoo": 90, "eeo": 60, "eee": 3}, ["eens a", "verdeeld b", "maat"]),
        ({"eeo": 9}, []),
    ],
)
def test_on_what_most_agree_and_what_divides_is_said_of_what_everyone_can_see(
    biljetten: dict[str, int], zinnen: list[str]
) -> None:
    geteld = STELLINGEN.tel(DRIE, {json.dumps(b): n for b, n in biljetten.items()})
    gezegd = [" ".join([zin.naam, *map(str, zin.velden.values())]) for zin in toon(STELLINGEN, DRIE, geteld).zinnen]
    assert gezegd == zinnen


# Deep democracy

DEEP = METHODEN["deep_democracy"]
OVERLAST = DEEP.opzet({"voorstel": "Een warmtenet", "toegevoegd": [["overlast", "We graven in de zomer"]]})


@pytest.mark.parametrize(
    ("inhoud", "daad", "nieuw"),
    [
        (None, "t", '["t"]'),
        ('["t"]', "t", None),
        ('["t","stilte"]', "t", None),
        ('["t","stilte"]', "v", '["v"]'),
        ('["t"]', "s", '["t",""]'),
        ('["t",""]', "s", None),
        ('["t",""]', "w", '["t"]'),
        ('["t","stilte"]', "w", '["t"]'),
        ('["t"]', "w", None),
        ('["t"]', "g", '["g"]'),
        ('["g"]', "s", None),
        ('["g"]', "w", None),
        (None, "s", None),
        (None, "w", None),
        (None, "", None),
    ],
)
def test_who_chose_a_side_is_asked_what_they_need_and_may_skip_or_wipe_it(
    inhoud: str | None, daad: str, nieuw: str | None
) -> None:
    assert DEEP.stem(OVERLAST, inhoud, daad) == nieuw


@pytest.mark.parametrize(
    ("inhoud", "zin", "daden", "wacht"),
    [
        (None, "uitleg", "vtg", False),
        ('["v"]', "nodig_v", "vtgs", True),
        ('["t"]', "nodig_t", "vtgs", True),
        ('["t",""]', "uitleg", "vtgw", False),
        ('["v","rust"]', "uitleg", "vtgw", False),
        ('["g"]', "uitleg", "vtg", False),
    ],
)
def test_a_vote_counts_at_once_and_its_screen_asks_for_the_other_side_of_it(
    inhoud: str | None, zin: str, daden: str, wacht: bool
) -> None:
    scherm = DEEP.scherm(OVERLAST, inhoud, range(3))
    assert (scherm.zinnen[-1].naam, bool(scherm.tekst_tot)) == (zin, wacht)
    assert "".join(knop.daad for rij in scherm.knoppen for knop in rij) == daden
    assert [str(regel.velden.get("tekst")) for regel in scherm.regels if isinstance(regel, Zin)][1:] == [
        "We graven in de zomer"
    ]
    assert inhoud is None or DEEP.compleet(OVERLAST, inhoud)


@pytest.mark.parametrize(
    ("cellen", "gezegd"),
    [
        ((30, 10, MINDER), "meer_voor minder_tegen 10"),
        ((10, 30, 5), "meer_tegen minder_voor 10"),
        ((30, MINDER, 10), "meer_voor weinig_tegen"),
        ((NIET_GETOOND, MINDER, MINDER), "meer_voor weinig_tegen"),
        ((NIET_GETOOND, NIET_GETOOND, MINDER), ""),
        ((20, 20, MINDER), "gelijk"),
        ((MINDER, MINDER, 30), ""),
        ((3, 0, 1), "meer_voor"),
        ((), ""),
    ],
)
def test_majority_and_minority_are_said_of_what_everyone_can_see(cellen: tuple[Any, ...], gezegd: str) -> None:
    regels = tuple(GetoondeRegel(naam, naam, (cel,)) for naam, cel in zip("vtg", cellen, strict=False))
    zinnen = DEEP.besluit(OVERLAST, Getoond(40, regels), ())
    assert " ".join(str(deel) for zin in zinnen for deel in (zin.naam, *zin.velden.values())) == gezegd


def test_what_people_need_is_named_by_how_often_it_was_and_never_by_side() -> None:
    inbreng = [Inbreng("a", groep="kosten"), Inbreng("b", groep="stilte"), Inbreng("c", groep="kosten"), Inbreng("d")]
    (zin,) = DEEP.besluit(OVERLAST, Getoond(4, ()), inbreng)
    assert zin.velden["groepen"] == "kosten (2); stilte (1)"
    assert (DEEP.inbreng('["t","stilte"]'), DEEP.inbreng('["v",""]'), DEEP.inbreng('["g"]')) == ("stilte", "", "")
    assert len(DEEP.in_woorden(OVERLAST, '["t","stilte"]')) == 1, "a name stands with the vote alone"


# Keuze, on top together


@pytest.mark.parametrize(
    ("cellen", "gelijk"),
    [
        ([20, 20, MINDER], "a; b"),
        ([20, 15, 15], ""),
        ([NIET_GETOOND, 10, 10], ""),
        ([MINDER, MINDER, MINDER], ""),
        ([10, 10, 10], "a; b; c"),
    ],
)
def test_options_that_share_the_top_are_named_as_far_as_everyone_can_see(cellen: list[Any], gelijk: str) -> None:
    regels = tuple(GetoondeRegel(naam, naam, (cel,)) for naam, cel in zip("abc", cellen, strict=True))
    zinnen = KEUZE.duid(keuze(1, 3), Getoond(40, regels)).zinnen
    assert [zin.velden["opties"] for zin in zinnen] == ([gelijk] if gelijk else [])


def test_what_people_typed_runs_on_without_a_full_stop_before_a_semicolon() -> None:
    assert op_een_rij(["Een net.", "Hoe dan?", "Wacht...", "Pomp"]) == "Een net; Hoe dan?; Wacht...; Pomp"


def test_the_plainest_ways_to_ask_are_offered_first() -> None:
    assert [*METHODEN][:3] == ["keuze", "schaal", "datum"]
    assert len({methode.PLEK for methode in METHODEN.values()}) == len(METHODEN)

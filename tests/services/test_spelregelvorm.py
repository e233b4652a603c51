"""Composing the concept: one thing at a time in chat, the whole from a file, and a later version beside the first."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import drempels
from bot.rules.drempels import DREMPELS, TELBAAR
from bot.rules.spelregels import Spelregels, uit_json, uit_ruw
from bot.services import drempelvorm, formulier, spelregels, spelregelvorm, vaststellen, voorstel
from bot.services.bewijs import Feit, leg_vast
from bot.services.handeling import BEGELEIDER, BEHEERDER, ORGANISATOR
from bot.services.stand import bereken_stand, lees_stand, stand_van_ervoor, standen_per_versie
from bot.storage import accounts
from bot.storage import spelregels as opslag
from tests.builders import een_bewoner, een_peiling, een_wijk, handeling
from tests.services.test_vaststellen import IBRAHIM, KAREL, NOOR, stel_vast, vraag
from tests.services.test_wekker import bewoner

FORMULIEREN = {f.soort: f for f in (spelregelvorm.FORMULIER, spelregelvorm.VERSIE, vaststellen.FORMULIER)}
TOML = b"""[spelregels]
eenheid = "huishoudens"
aantal = 412
bron = "CBS"
peildatum = 2027-01-01
[[spelregels.drempels]]
soort = "informatie"
aandeel = "2/5"
operator = ">"
"""


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    rollen = [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR), (BEHEERDER, "telegram", KAREL)]
    accounts.zet_rollen(tx, wijk, rollen)
    opslag.volg_instellingen(tx, wijk, Spelregels().canoniek())
    return wijk


def kies(tx: Connection, wijk: int, veld: str, keuze: str) -> Boodschap:
    return formulier.kies(tx, handeling(wijk, IBRAHIM), FORMULIEREN, veld, keuze)


def typ(tx: Connection, wijk: int, tekst: str) -> Boodschap:
    return formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, tekst)


def pas_aan(tx: Connection, wijk: int, *stappen: tuple[str, str]) -> Boodschap:
    """Change one thing; a step without a field is typed."""
    scherm = formulier.begin(tx, handeling(wijk, IBRAHIM), spelregelvorm.FORMULIER)
    for veld, antwoord in stappen:
        scherm = kies(tx, wijk, veld, antwoord) if veld else typ(tx, wijk, antwoord)
    return scherm


def concept(tx: Connection, wijk: int) -> Spelregels:
    deze = opslag.concept(tx, wijk)
    assert deze is not None
    return uit_json(deze.inhoud)


def bewoner_van(tx: Connection, wijk: int) -> str:
    """Let someone join, and return their number."""
    bewoner(tx, wijk, "77")
    return "77"


def nieuwe_versie(tx: Connection, wijk: int, reden: str = "Er kwam een straat bij.") -> Boodschap:
    formulier.begin(tx, handeling(wijk, IBRAHIM), spelregelvorm.VERSIE)
    return typ(tx, wijk, reden)


@pytest.mark.parametrize(
    ("wat", "stappen", "velden"),
    [
        ("eenheid", [("eenheid", "eigenaren")], {"eenheid": "eigenaren"}),
        (
            "aantal",
            [("", "412"), ("", "CBS  kerncijfers"), ("", "1-1-2027")],
            {"aantal": 412, "bron": "CBS kerncijfers", "peildatum": "2027-01-01"},
        ),
        ("aantal", [("", "412"), ("", "CBS"), ("peildatum", "")], {"aantal": 412, "bron": "CBS"}),
        ("aantal", [("aantal", "lijst")], {}),
        ("gesprek", [("gesprek", "nee")], {"telt_ook": []}),
        ("gesprek", [("gesprek", "ja")], {}),
        ("periode", [("", "1 januari 2027"), ("", "31 december 2027")], {"van": "2027-01-01", "tot": "2027-12-31"}),
        ("periode", [("van", ""), ("", "31-12-2027")], {"tot": "2027-12-31"}),
        ("orgaan", [("orgaan", "college")], {"orgaan": "college"}),
    ],
)
def test_each_thing_can_be_changed_in_chat(
    tx: Connection, wijk: int, wat: str, stappen: list[tuple[str, str]], velden: dict[str, Any]
) -> None:
    assert pas_aan(tx, wijk, ("wat", wat), *stappen).soort == "spelregels"
    assert concept(tx, wijk) == uit_ruw(velden, "test")


@pytest.mark.parametrize(
    ("soort", "operator", "aandeel", "daarna"),
    [
        ("gehoord", "minstens", "2/3", [("gehoord", ">=", "2/3"), ("informatie", ">=", "1/3")]),
        ("gehoord", "meer_dan", "40%", [("gehoord", ">", "2/5"), ("informatie", ">=", "1/3")]),
        ("gehoord", "meer_dan", "99 / 100", [("gehoord", ">", "99/100"), ("informatie", ">=", "1/3")]),
        ("informatie", "weg", None, [("gehoord", ">", "1/2")]),
    ],
)
def test_a_condition_is_changed_or_left_out(
    tx: Connection, wijk: int, soort: str, operator: str, aandeel: str | None, daarna: list[tuple[str, str, str]]
) -> None:
    stappen = [("wat", "drempel"), ("drempel", soort), ("operator", operator), *([("", aandeel)] if aandeel else [])]
    pas_aan(tx, wijk, *stappen)
    delen = concept(tx, wijk).als_json()["drempels"]
    assert [(deel["soort"], deel["operator"], deel["aandeel"]) for deel in delen] == daarna


def test_a_condition_that_was_left_out_comes_back(tx: Connection, wijk: int) -> None:
    pas_aan(tx, wijk, ("wat", "drempel"), ("drempel", "gehoord"), ("operator", "weg"))
    pas_aan(tx, wijk, ("wat", "drempel"), ("drempel", "gehoord"), ("operator", "meer_dan"), ("aandeel", "1/2"))
    assert {deel.soort for deel in concept(tx, wijk).drempels} == {"gehoord", "informatie"}


_NIEUW: list[tuple[str, list[tuple[str, str]], dict[str, Any]]] = [
    (
        "afspiegeling",
        [
            *(("wil", "ja"), ("verzameling", "informatie"), ("kenmerken", "eigendom"), ("kenmerken", "woningtype")),
            *(("kenmerken", "eigendom"), ("kenmerken", ""), ("hoogste_afstand", "1/8"), ("", "30")),
            ("minimum_per_groep", "0"),
        ],
        {
            "kenmerken": [{"naam": "woningtype"}],
            "hoogste_afstand": "1/8",
            "verzameling": "informatie",
            "minimum_deelnemers": 30,
        },
    ),
    (
        "verklaring",
        [("wil", "ja"), ("", "Els  de Wit"), ("", "opbouwwerker"), ("", "Welzijn")],
        {"naam": "Els de Wit", "functie": "opbouwwerker", "opdrachtgever": "Welzijn"},
    ),
    (
        "kaders",
        [("wil", "ja"), ("", "De huur stijgt niet.\n\n Er is  een plan.")],
        {"kaders": ["De huur stijgt niet.", "Er is een plan."]},
    ),
    (
        "gedeeld_beeld",
        [("operator", "meer_dan"), ("aandeel", "1/2"), ("", "Past dit plan?"), ("", "Ja\nJa, als het lukt")],
        {"peiling": "Past dit plan?", "voor": ["Ja", "Ja, als het lukt"], "operator": ">", "aandeel": "1/2"},
    ),
    (
        "intekening",
        [("wil", "ja"), ("", "60"), ("zegt", "inschrijving"), ("wie", "eigenaren"), ("woning", "")],
        {"minimum": 60, "wat": "inschrijving", "van": "eigenaren"},
    ),
    (
        "intekening",
        [("wil", "ja"), ("", "60%"), ("zegt", "inschrijving"), ("wie", "eigenaren"), ("woning", "")],
        {"minimum": 0, "wat": "inschrijving", "van": "eigenaren", "aandeel": "3/5"},
    ),
]


@pytest.mark.parametrize(("soort", "stappen", "velden"), _NIEUW)
def test_a_condition_of_any_kind_is_added_and_left_out_in_chat(
    tx: Connection, wijk: int, soort: str, stappen: list[tuple[str, str]], velden: dict[str, Any]
) -> None:
    begin = [("wat", "drempel"), ("drempel", soort)]
    assert pas_aan(tx, wijk, *begin, *stappen).soort == "spelregels"
    assert concept(tx, wijk).drempels[2:] == (drempels.uit_ruw({"soort": soort, **velden}, "test", ()),)
    pas_aan(tx, wijk, *begin, (stappen[0][0], "weg"))
    assert concept(tx, wijk) == Spelregels()


def test_a_reflection_of_nothing_is_refused(tx: Connection, wijk: int) -> None:
    stappen = [("wil", "ja"), ("verzameling", "gehoord"), ("kenmerken", ""), ("hoogste_afstand", "1/8")]
    pas_aan(tx, wijk, ("wat", "drempel"), ("drempel", "afspiegeling"), *stappen, ("minimum_deelnemers", "50"))
    with pytest.raises(Geweigerd, match=r"spelregelvorm\.kenmerken"):
        kies(tx, wijk, "minimum_per_groep", "0")


def test_every_condition_can_be_composed_in_chat() -> None:
    assert {soort for soort, _, _ in _NIEUW} | set(TELBAAR) == set(drempelvorm.VRAGEN) == set(DREMPELS)


def test_going_back_from_a_condition_that_is_left_out_to_another_asks_of_that_one(tx: Connection, wijk: int) -> None:
    pas_aan(tx, wijk, ("wat", "drempel"), ("drempel", "gehoord"), ("operator", "meer_dan"))
    for _ in range(2):
        formulier.terug(tx, handeling(wijk, IBRAHIM), FORMULIEREN)
    assert kies(tx, wijk, "drempel", "kaders").data["veld"] == "wil"
    assert kies(tx, wijk, "wil", "ja").data["veld"] == "kaders"
    typ(tx, wijk, "Er is een plan.")
    assert [deel.soort for deel in concept(tx, wijk).drempels] == ["gehoord", "informatie", "kaders"]


def test_what_was_agreed_by_file_stays_when_the_rest_changes_in_chat(tx: Connection, wijk: int) -> None:
    leeftijd = {"naam": "leeftijd", "groepen": {"tot_35": 40, "tot_55": 60}, "bron": "CBS"}
    eerst = {"soort": "afspiegeling", "kenmerken": [{"naam": "eigendom"}, leeftijd], "hoogste_afstand": "1/5"}
    regels = uit_ruw({"drempels": [eerst]}, "test")
    opslag.wijzig_concept(tx, opslag.concept(tx, wijk).id, regels.canoniek())  # type: ignore[union-attr]
    stappen = [("wil", "ja"), ("verzameling", "gehoord"), ("kenmerken", "woningtype"), ("kenmerken", "")]
    stappen += [("hoogste_afstand", "1/10"), ("minimum_deelnemers", "50"), ("minimum_per_groep", "5")]
    pas_aan(tx, wijk, ("wat", "drempel"), ("drempel", "afspiegeling"), *stappen)
    (nu,) = concept(tx, wijk).als_json()["drempels"]
    assert [kenmerk["naam"] for kenmerk in nu["kenmerken"]] == ["woningtype", "leeftijd"]
    assert (nu["kenmerken"][1]["groepen"], nu["minimum_per_groep"]) == ({"tot_35": 40, "tot_55": 60}, 5)


@pytest.mark.parametrize(
    ("stappen", "fout", "nee"),
    [
        ([("wat", "drempel"), ("drempel", "gehoord"), ("operator", "meer_dan")], "100%", "spelregelvorm.drempel"),
        ([("wat", "drempel"), ("drempel", "gehoord"), ("operator", "minstens")], "3/2", "spelregelvorm.aandeel"),
        ([("wat", "drempel"), ("drempel", "gehoord"), ("operator", "minstens")], "0%", "spelregelvorm.aandeel"),
        ([("wat", "drempel"), ("drempel", "gehoord"), ("operator", "minstens")], "1/0", "spelregelvorm.aandeel"),
        ([("wat", "drempel"), ("drempel", "gehoord"), ("operator", "minstens")], "1/2%", "spelregelvorm.aandeel"),
        ([("wat", "drempel"), ("drempel", "gehoord"), ("operator", "minstens")], "²/3", "spelregelvorm.aandeel"),
        ([("wat", "drempel"), ("drempel", "gehoord"), ("operator", "minstens")], "🏘", "spelregelvorm.aandeel"),
        ([("wat", "drempel"), ("drempel", "kaders"), ("wil", "ja")], "Ja\nja", "spelregelvorm.regels"),
        ([("wat", "drempel"), ("drempel", "kaders"), ("wil", "ja")], "x" * 301, "spelregelvorm.regels"),
        ([("wat", "aantal")], "0", "formulier.getal"),
        ([("wat", "aantal")], "veel", "formulier.getal"),
        ([("wat", "aantal"), ("", "412")], "x" * 5000, "formulier.te_lang"),
        ([("wat", "periode"), ("", "2-1-2027")], "1-1-2027", "spelregelvorm.periode"),
    ],
)
def test_what_cannot_be_is_refused_and_asked_again(
    tx: Connection, wijk: int, stappen: list[tuple[str, str]], fout: str, nee: str
) -> None:
    pas_aan(tx, wijk, *stappen)
    voor = concept(tx, wijk)
    with pytest.raises(Geweigerd) as geweigerd, tx.begin_nested():
        typ(tx, wijk, fout)
    assert geweigerd.value.sleutel == nee
    assert concept(tx, wijk) == voor


def test_a_file_becomes_the_concept_and_the_settings_change_it_no_more(tx: Connection, wijk: int) -> None:
    spelregelvorm.wacht_op_bestand(tx, handeling(wijk, IBRAHIM))
    spelregelvorm.lees_bestand(tx, handeling(wijk, IBRAHIM), TOML)
    opslag.volg_instellingen(tx, wijk, Spelregels().canoniek())
    regels = concept(tx, wijk)
    assert (regels.eenheid, regels.aantal, regels.peildatum) == ("huishoudens", 412, date(2027, 1, 1))
    assert [deel.soort for deel in regels.drempels] == ["informatie"]


@pytest.mark.parametrize(
    ("inhoud", "deel"),
    [
        (b"", "[spelregels] ontbreekt"),
        (b"spelregels = 3", "[spelregels] ontbreekt"),
        (b"\xff\xfe", "UTF-8"),
        (b"[spelregels\n", "geen geldige TOML"),
        (b"a = " + b"[" * 5000, "dit kan ik niet lezen"),
        (b"[spelregels]\naantal = " + b"9" * 5000, "dit kan ik niet lezen"),
        (b"[spelregels]\naantal = 9007199254740992", "te groot"),
        (b"[spelregels]\neenheid = 'mensen'", "eenheid"),
        (b"[spelregels]\nenheid = 'bewoners'", "bedoelde u 'eenheid'?"),
        (b"[spelregels]\naantal = '\xf0\x9f\x8f\x98'", "een heel getal"),
    ],
)
def test_a_mistake_in_a_file_is_one_line_and_changes_nothing(
    tx: Connection, wijk: int, inhoud: bytes, deel: str
) -> None:
    spelregelvorm.wacht_op_bestand(tx, handeling(wijk, IBRAHIM))
    with pytest.raises(Geweigerd, match="fout") as nee:
        spelregelvorm.lees_bestand(tx, handeling(wijk, IBRAHIM), inhoud)
    assert deel in nee.value.velden["regel"]
    assert "\n" not in nee.value.velden["regel"]
    assert concept(tx, wijk) == Spelregels()
    with pytest.raises(Geweigerd, match="geen_bestand"):
        spelregelvorm.lees_bestand(tx, handeling(wijk, IBRAHIM), None)


def test_a_change_makes_the_question_to_a_second_person_void(tx: Connection, wijk: int) -> None:
    publiek_id = vraag(tx, wijk)
    pas_aan(tx, wijk, ("wat", "gesprek"), ("gesprek", "nee"))
    with pytest.raises(Geweigerd, match="intussen_gewijzigd"):
        voorstel.akkoord(tx, handeling(wijk, NOOR), publiek_id)
    assert not opslag.vastgestelde(tx, wijk)


@pytest.mark.parametrize("wie", [NOOR, KAREL, "1", "99"])
def test_only_the_organisator_composes(tx: Connection, wijk: int, wie: str) -> None:
    bewoner(tx, wijk, "1")
    wat: list[Any] = [
        lambda h: formulier.begin(tx, h, spelregelvorm.FORMULIER),
        lambda h: formulier.begin(tx, h, spelregelvorm.VERSIE),
        lambda h: spelregelvorm.wacht_op_bestand(tx, h),
        lambda h: spelregelvorm.lees_bestand(tx, h, TOML),
        lambda h: spelregelvorm.gooi_weg(tx, h, zeker=True),
    ]
    for doe in wat:
        with pytest.raises(Geweigerd, match="rol_nodig"):
            doe(handeling(wijk, wie))


def test_what_is_fixed_is_changed_by_nobody_but_a_later_version(tx: Connection, wijk: int) -> None:
    stel_vast(tx, wijk)
    with pytest.raises(Geweigerd, match="geen_concept"):
        pas_aan(tx, wijk, ("wat", "gesprek"), ("gesprek", "nee"))
    with pytest.raises(Geweigerd, match="geen_concept"):
        spelregelvorm.lees_bestand(tx, handeling(wijk, IBRAHIM), TOML)
    with pytest.raises(Geweigerd, match="geen_concept"):
        spelregelvorm.gooi_weg(tx, handeling(wijk, IBRAHIM), zeker=True)


def test_a_later_version_stands_beside_the_one_that_holds_until_it_is_fixed(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    with pytest.raises(Geweigerd, match="al_concept"):
        nieuwe_versie(tx, wijk)
    stel_vast(tx, wijk)
    nieuwe_versie(tx, wijk)
    pas_aan(tx, wijk, ("wat", "gesprek"), ("gesprek", "nee"))
    geldt = spelregels.toon(tx, handeling(wijk, "1")).data
    assert (geldt["versie"], geldt["concept"], geldt["ook_concept"]) == (1, False, True)
    data = spelregels.toon(tx, handeling(wijk, "1"), "concept").data
    assert (data["versie"], data["reden"]) == (2, "Er kwam een straat bij.")
    assert (data["was"]["telt_ook"], data["regels"]["telt_ook"]) == (["gesprek"], [])
    gelezen, _ = voorstel.lees(tx, handeling(wijk, NOOR), vraag(tx, wijk))
    assert gelezen.data["was"] == data["was"], "the second person sees what changes too"
    assert bereken_stand(tx, wijk).spelregels.versie == 1


def test_a_concept_is_thrown_away_after_a_question_and_the_first_never(tx: Connection, wijk: int) -> None:
    with pytest.raises(Geweigerd, match="eerste_blijft"):
        spelregelvorm.gooi_weg(tx, handeling(wijk, IBRAHIM), zeker=True)
    stel_vast(tx, wijk)
    nieuwe_versie(tx, wijk)
    assert spelregelvorm.gooi_weg(tx, handeling(wijk, IBRAHIM), zeker=False).soort == "spelregelvorm.zeker"
    spelregelvorm.gooi_weg(tx, handeling(wijk, IBRAHIM), zeker=True)
    assert opslag.concept(tx, wijk) is None
    assert spelregels.geldend(tx, wijk).versie == 1


def test_the_same_rules_for_another_reason_are_not_what_the_second_person_read(tx: Connection, wijk: int) -> None:
    stel_vast(tx, wijk)
    nieuwe_versie(tx, wijk, "Er kwam een straat bij.")
    gelezen = vraag(tx, wijk)
    spelregelvorm.gooi_weg(tx, handeling(wijk, IBRAHIM), zeker=True)
    nieuwe_versie(tx, wijk, "Omdat het kan.")
    with pytest.raises(Geweigerd, match="intussen_gewijzigd"):
        voorstel.akkoord(tx, handeling(wijk, NOOR), gelezen)
    assert [een.versie for een in opslag.vastgestelde(tx, wijk)] == [1]


def test_a_later_version_weighs_all_since_the_first_freeze_and_each_version_keeps_its_own_outcome(
    tx: Connection, wijk: int
) -> None:
    bewoners = [een_bewoner(tx, wijk) for _ in range(4)]

    def heet(nummer: int, soort: str) -> None:
        leg_vast(tx, handeling(wijk), bewoners[nummer], Feit(soort, "p1", "knop"))  # type: ignore[arg-type]

    heet(0, "stem_besluit")
    stel_vast(tx, wijk)
    heet(1, "gesprek")
    heet(2, "stem_besluit")
    nieuwe_versie(tx, wijk)
    pas_aan(tx, wijk, ("wat", "gesprek"), ("gesprek", "nee"))
    stel_vast(tx, wijk)
    heet(3, "gesprek")
    geteld = {stand.spelregels.versie: stand.drempels[0].teller for stand in standen_per_versie(tx, wijk)}
    assert geteld == {1: 3, 2: 1}, "a conversation counts under the first only"
    assert bereken_stand(tx, wijk).drempels[0].teller == 1
    ervoor = stand_van_ervoor(tx, wijk)
    assert ervoor is not None
    assert ervoor.drempels[0].teller == 1
    staf, gewoon = (lees_stand(tx, handeling(wijk, wie)) for wie in (NOOR, bewoner_van(tx, wijk)))
    assert staf is not None
    assert gewoon is not None
    assert [(v["versie"], v["aantal"], v["alle"]) for v in staf["versies"]] == [(1, 0, 2), (2, 0, 2)]
    assert staf["ervoor"] == {"gehoord": "minder dan 5"}
    assert (gewoon["versies"], gewoon["ervoor"]) == ([], {})


def test_before_the_first_freeze_there_are_no_versions_and_nothing_came_before(tx: Connection, wijk: int) -> None:
    assert standen_per_versie(tx, wijk) == []
    assert stand_van_ervoor(tx, wijk) is None


def test_the_form_asks_of_each_kind_that_rules_may_add() -> None:
    """The form and the words ask and say this; another kind that may count needs both."""
    assert set().union(*(soort.MAG_TELLEN for soort in DREMPELS.values())) == set(spelregelvorm.OOK)


def test_a_poll_that_is_there_already_is_named_with_its_own_answers(tx: Connection, wijk: int) -> None:
    een_peiling(tx, wijk, ("Ja", "Nee"), vraag="Past dit plan?")
    stappen = [("drempel", "gedeeld_beeld"), ("operator", "meer_dan"), ("aandeel", "1/2"), ("", "Past dit plan?")]
    with pytest.raises(Geweigerd, match=r"spelregelvorm\.peiling_antwoorden"):
        pas_aan(tx, wijk, ("wat", "drempel"), *stappen, ("", "Ja, graag"))

"""What residents ask about a concept: kept, seen by its writer only, withdrawn, answered together, read by all."""

from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from bot.errors import Geweigerd
from bot.rules.spelregels import Spelregels
from bot.services import formulier, spelregelantwoord, spelregelreactie, spelregels, vaststellen, wissen
from bot.services.bewoner import mijn_gegevens
from bot.services.handeling import BEGELEIDER, BEHEERDER, ORGANISATOR
from bot.storage import accounts
from bot.storage import spelregels as opslag
from bot.storage import tables as t
from tests.builders import een_wijk, handeling
from tests.services.test_vaststellen import IBRAHIM, KAREL, NOOR, stel_vast
from tests.services.test_wekker import bewoner, verstuurd

FORMULIEREN = {spelregelantwoord.SOORT: spelregelantwoord.FORMULIER}
EMOJI = "👩‍👩‍👧"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    rollen = [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR), (BEHEERDER, "telegram", KAREL)]
    accounts.zet_rollen(tx, wijk, rollen)
    opslag.volg_instellingen(tx, wijk, Spelregels().canoniek())
    for wie in ("1", "2", "3"):
        bewoner(tx, wijk, wie)
    return wijk


def vraag(tx: Connection, wijk: int, wie: str, tekst: str = "Waarom de helft?") -> None:
    spelregelreactie.begin(tx, handeling(wijk, wie))
    spelregelreactie.typ(tx, handeling(wijk, wie), tekst)


def eigen(tx: Connection, wijk: int, wie: str) -> list[dict[str, Any]]:
    reacties: list[dict[str, Any]] = spelregelreactie.eigen(tx, handeling(wijk, wie)).data["reacties"]
    return reacties


def open_(tx: Connection, wijk: int) -> list[dict[str, Any]]:
    reacties: list[dict[str, Any]] = spelregelantwoord.lijst(tx, handeling(wijk, IBRAHIM)).data["reacties"]
    return reacties


def beantwoord(tx: Connection, wijk: int, welke: list[str]) -> None:
    formulier.begin(tx, handeling(wijk, IBRAHIM), spelregelantwoord.FORMULIER)
    for een in welke:
        formulier.kies(tx, handeling(wijk, IBRAHIM), FORMULIEREN, "welke", een)
    formulier.kies(tx, handeling(wijk, IBRAHIM), FORMULIEREN, "welke", "")
    formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, "Waarom is de helft genoeg?")
    formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, "Dat is zo afgesproken.\nZie het besluit.")
    formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMULIEREN)


def test_a_question_is_seen_by_its_writer_and_without_a_name_by_who_answers(tx: Connection, wijk: int) -> None:
    vraag(tx, wijk, "1")
    assert [een["tekst"] for een in eigen(tx, wijk, "1")] == ["Waarom de helft?"]
    assert eigen(tx, wijk, "2") == []
    heeft = {wie: spelregels.toon(tx, handeling(wijk, wie)).data["eigen"] for wie in ("1", "2", IBRAHIM)}
    assert heeft == {"1": True, "2": False, IBRAHIM: False}
    assert mijn_gegevens(tx, handeling(wijk, "1")).data["spelregelvragen"] == 1
    (gezien,) = open_(tx, wijk)
    assert gezien.keys() == {"id", "versie", "tekst", "op", "antwoord"}


def test_several_get_one_answer_once_and_everyone_reads_how_many_asked(tx: Connection, wijk: int) -> None:
    for wie in ("1", "1", "2", "3"):
        vraag(tx, wijk, wie)
    welke = [een["id"] for een in open_(tx, wijk)]
    derde = spelregelantwoord.lijst(tx, handeling(wijk, IBRAHIM), 1).data["reacties"][0]["id"]
    beantwoord(tx, wijk, welke)
    assert sorted(verstuurd(tx, "spelregelreactie.antwoord")) == ["1", "2"]
    assert [een["id"] for een in open_(tx, wijk)] == [derde]
    assert [een["antwoord"] for een in eigen(tx, wijk, "1")] == ["Dat is zo afgesproken.\nZie het besluit."]
    (een,) = spelregelreactie.vragen(tx, handeling(wijk, "3")).data["antwoorden"]
    assert (een["vraag"], een["aantal"]) == ("Waarom is de helft genoeg?", 2)
    assert spelregels.toon(tx, handeling(wijk, "3")).data["vragen"]


def test_a_picture_alone_is_no_question_and_what_is_refused_can_be_stopped(tx: Connection, wijk: int) -> None:
    vraag_ = spelregelreactie.begin(tx, handeling(wijk, "1"))
    for tekst, waarom in (("👍", "woorden"), (EMOJI, "woorden"), ("?!", "woorden"), ("x" * 1001, "zoveel_te_lang")):
        with pytest.raises(Geweigerd, match=waarom) as nee:
            spelregelreactie.typ(tx, handeling(wijk, "1"), tekst)
        assert nee.value.onder == (vraag_.soort, vraag_.data), "its buttons stand under the refusal"
    assert eigen(tx, wijk, "1") == []


def test_withdrawn_is_gone_and_an_answer_that_was_given_stays(tx: Connection, wijk: int) -> None:
    vraag(tx, wijk, "1")
    vraag(tx, wijk, "2")
    eerste, tweede = (een["id"] for een in open_(tx, wijk))
    with pytest.raises(Geweigerd, match=r"spelregelreactie\.onbekend"):
        spelregelreactie.trek_in(tx, handeling(wijk, "2"), eerste)
    spelregelreactie.trek_in(tx, handeling(wijk, "1"), eerste)
    with pytest.raises(Geweigerd, match=r"spelregelreactie\.onbekend"):
        spelregelreactie.trek_in(tx, handeling(wijk, "1"), eerste)
    beantwoord(tx, wijk, [tweede])
    spelregelreactie.trek_in(tx, handeling(wijk, "2"), tweede)
    assert tx.scalar(select(func.count()).select_from(t.spelregelreactie)) == 0
    assert len(spelregelreactie.vragen(tx, handeling(wijk, "1")).data["antwoorden"]) == 1


def test_what_is_withdrawn_while_it_is_answered_gets_no_answer(tx: Connection, wijk: int) -> None:
    vraag(tx, wijk, "1")
    (een,) = open_(tx, wijk)
    formulier.begin(tx, handeling(wijk, IBRAHIM), spelregelantwoord.FORMULIER)
    formulier.kies(tx, handeling(wijk, IBRAHIM), FORMULIEREN, "welke", een["id"])
    formulier.kies(tx, handeling(wijk, IBRAHIM), FORMULIEREN, "welke", "")
    spelregelreactie.trek_in(tx, handeling(wijk, "1"), een["id"])
    for tekst in ("Vraag", "Antwoord"):
        formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, tekst)
    with pytest.raises(Geweigerd, match="niets_gekozen"):
        formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMULIEREN)
    assert tx.scalar(select(func.count()).select_from(t.spelregelantwoord)) == 0


def test_which_question_is_asked_only_where_more_wait(tx: Connection, wijk: int) -> None:
    assert spelregelantwoord.begin(tx, handeling(wijk, IBRAHIM)).soort == "spelregelantwoord.lijst"
    vraag(tx, wijk, "1")
    assert spelregelantwoord.begin(tx, handeling(wijk, IBRAHIM)).data["veld"] == "vraag"
    for tekst in ("Waarom is de helft genoeg?", "Zo is het afgesproken."):
        formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, tekst)
    formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMULIEREN)
    assert verstuurd(tx, "spelregelreactie.antwoord") == ["1"]
    vraag(tx, wijk, "1")
    vraag(tx, wijk, "2")
    assert spelregelantwoord.begin(tx, handeling(wijk, IBRAHIM)).data["veld"] == "welke"


def test_an_answer_to_nothing_is_refused(tx: Connection, wijk: int) -> None:
    vraag(tx, wijk, "1")
    with pytest.raises(Geweigerd, match="niets_gekozen"):
        beantwoord(tx, wijk, [])


@pytest.mark.parametrize(
    ("tekst", "te_veel"),
    [
        ("x" * 1000, None),
        ("x" * 1001, 1),
        ("x" * 5000, 4000),
        ("ja" + "🏘" * 499, None),
        ("🏘" * 501, 2),
        ("jaja jaja" + EMOJI * 123, None),
    ],
)
def test_a_text_that_is_too_long_is_refused_with_by_how_much(
    tx: Connection, wijk: int, tekst: str, te_veel: int | None
) -> None:
    spelregelreactie.begin(tx, handeling(wijk, "1"))
    if te_veel is None:
        assert spelregelreactie.typ(tx, handeling(wijk, "1"), tekst).data["tekst"] == tekst
        return
    with pytest.raises(Geweigerd, match="zoveel_te_lang") as nee:
        spelregelreactie.typ(tx, handeling(wijk, "1"), tekst)
    assert nee.value.velden == {"maximum": 1000, "aantal": te_veel}
    assert spelregelreactie.typ(tx, handeling(wijk, "1"), "Korter").data["tekst"] == "Korter"


@pytest.mark.parametrize("tekst", ["", " ", "\n\t"])
def test_nothing_is_no_question(tx: Connection, wijk: int, tekst: str) -> None:
    spelregelreactie.begin(tx, handeling(wijk, "1"))
    with pytest.raises(Geweigerd, match="te_lang"):
        spelregelreactie.typ(tx, handeling(wijk, "1"), tekst)


def test_five_wait_at_most_and_a_withdrawn_one_makes_room(tx: Connection, wijk: int) -> None:
    for _ in range(spelregelreactie.MEEST):
        vraag(tx, wijk, "1")
    with pytest.raises(Geweigerd, match="te_veel"):
        spelregelreactie.begin(tx, handeling(wijk, "1"))
    spelregelreactie.trek_in(tx, handeling(wijk, "1"), eigen(tx, wijk, "1")[0]["id"])
    spelregelreactie.begin(tx, handeling(wijk, "1"))


def test_nothing_is_asked_once_they_are_fixed(tx: Connection, wijk: int) -> None:
    spelregelreactie.begin(tx, handeling(wijk, "1"))
    stel_vast(tx, wijk)
    with pytest.raises(Geweigerd, match="geen_concept"):
        spelregelreactie.typ(tx, handeling(wijk, "1"), "Te laat")
    with pytest.raises(Geweigerd, match="geen_concept"):
        spelregelreactie.begin(tx, handeling(wijk, "2"))


def test_fixing_asks_first_while_someone_waits_for_an_answer(tx: Connection, wijk: int) -> None:
    vraag(tx, wijk, "1")
    scherm = vaststellen.begin(tx, handeling(wijk, IBRAHIM))
    assert (scherm.soort, scherm.data) == ("vaststellen.zeker", {"aantal": 1})
    assert vaststellen.begin(tx, handeling(wijk, IBRAHIM), zeker=True).soort == "formulier.vraag"
    beantwoord(tx, wijk, [open_(tx, wijk)[0]["id"]])
    assert vaststellen.begin(tx, handeling(wijk, IBRAHIM)).soort == "formulier.vraag"


@pytest.mark.parametrize(
    ("wie", "vraagt", "leest", "antwoordt"),
    [
        ("1", None, None, "rol_nodig"),
        (IBRAHIM, "nog_niet_binnen", None, None),
        (NOOR, "nog_niet_binnen", None, "rol_nodig"),
        (KAREL, "nog_niet_binnen", None, "rol_nodig"),
        ("99", "nog_niet_binnen", "nog_niet_binnen", "rol_nodig"),
    ],
)
def test_who_may_ask_read_and_answer(
    tx: Connection, wijk: int, wie: str, vraagt: str | None, leest: str | None, antwoordt: str | None
) -> None:
    doen: list[tuple[Any, str | None]] = [
        (spelregelreactie.begin, vraagt),
        (spelregelreactie.eigen, vraagt),
        (spelregelreactie.vragen, leest),
        (spelregelantwoord.lijst, antwoordt),
        (spelregelantwoord.begin, antwoordt),
    ]
    for doe, nee in doen:
        if nee is None:
            doe(tx, handeling(wijk, wie))
        else:
            with pytest.raises(Geweigerd, match=nee):
                doe(tx, handeling(wijk, wie))


def test_what_is_open_already_is_not_thrown_away_for_a_question(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, IBRAHIM)
    formulier.begin(tx, handeling(wijk, IBRAHIM), spelregelantwoord.FORMULIER)
    with pytest.raises(Geweigerd, match="eerst_afmaken"):
        spelregelreactie.begin(tx, handeling(wijk, IBRAHIM))


def test_who_is_erased_leaves_no_text_and_the_answer_stays(tx: Connection, wijk: int) -> None:
    vraag(tx, wijk, "1")
    beantwoord(tx, wijk, [open_(tx, wijk)[0]["id"]])
    vraag(tx, wijk, "1", "Nog iets")
    wissen.wis(tx, handeling(wijk, "1"))
    assert tx.scalar(select(func.count()).select_from(t.spelregelreactie)) == 0
    assert [een["aantal"] for een in spelregelreactie.vragen(tx, handeling(wijk, "2")).data["antwoorden"]] == [1]

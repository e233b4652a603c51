"""Filling in any form: each question in turn, back without loss, and nothing done before it was seen and confirmed."""

from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import selectie
from bot.rules.inhoud import TEKST_MAX, Inhoud
from bot.services import formulier
from bot.services.formulier import Formulier, Veld
from bot.services.handeling import BEGELEIDER, Handeling
from bot.services.lezers import tekst_tot
from bot.storage import accounts, gesprekken
from bot.storage import tables as t
from bot.storage.accounts import Wie
from tests.builders import een_inhoud, een_wijk, handeling

NOOR = "9001"


def _klaar(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    return Boodschap("klaar", data)


PROEF = Formulier(
    "proef", (Veld("naam", tekst_tot(10)), Veld("kleur", keuzes=("rood", "blauw"))), (BEGELEIDER,), _klaar
)
ALLE = {"proef": PROEF}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    return wijk


@pytest.fixture
def noor(wijk: int) -> Handeling:
    return handeling(wijk, NOOR)


def stap(boodschap: Boodschap) -> Any:
    return boodschap.data.get("veld", boodschap.soort)


def test_questions_come_in_order_and_end_in_a_preview(tx: Connection, noor: Handeling) -> None:
    assert stap(formulier.begin(tx, noor, PROEF)) == "naam"
    assert stap(formulier.typ(tx, noor, ALLE, "  Café \n  Noord ")) == "kleur"
    voorbeeld = formulier.kies(tx, noor, ALLE, "kleur", "rood")
    assert (voorbeeld.soort, voorbeeld.data) == ("proef.voorbeeld", {"naam": "Café Noord", "kleur": "rood"})
    assert formulier.bevestig(tx, noor, ALLE).data == voorbeeld.data


def test_back_stops_at_the_first_question_and_keeps_what_was_filled_in(tx: Connection, noor: Handeling) -> None:
    formulier.begin(tx, noor, PROEF)
    formulier.typ(tx, noor, ALLE, "een")
    formulier.kies(tx, noor, ALLE, "kleur", "rood")
    assert [stap(formulier.terug(tx, noor, ALLE)) for _ in range(4)] == ["kleur", "naam", "naam", "naam"]
    formulier.typ(tx, noor, ALLE, "twee")
    assert formulier.kies(tx, noor, ALLE, "kleur", "blauw").data == {"naam": "twee", "kleur": "blauw"}


@pytest.mark.parametrize(
    ("naam", "keuze"), [("kleur", "groen"), ("naam", "rood"), ("", ""), ("kleur", ""), ("proef", "rood")]
)
def test_a_choice_that_is_none_shows_the_open_question_again(
    tx: Connection, noor: Handeling, naam: str, keuze: str
) -> None:
    formulier.begin(tx, noor, PROEF)
    formulier.typ(tx, noor, ALLE, "een")
    assert stap(formulier.kies(tx, noor, ALLE, naam, keuze)) == "kleur"


@pytest.mark.parametrize("tekst", ["", "   ", "x" * 11])
def test_a_text_that_does_not_fit_is_refused_and_the_question_stays(
    tx: Connection, noor: Handeling, tekst: str
) -> None:
    formulier.begin(tx, noor, PROEF)
    with pytest.raises(Geweigerd, match="te_lang"):
        formulier.typ(tx, noor, ALLE, tekst)
    assert stap(formulier.typ(tx, noor, ALLE, "goed")) == "kleur"


def test_nothing_is_done_before_the_preview_and_only_once_after_it(tx: Connection, noor: Handeling) -> None:
    formulier.begin(tx, noor, PROEF)
    assert stap(formulier.bevestig(tx, noor, ALLE)) == "naam"
    formulier.typ(tx, noor, ALLE, "een")
    assert stap(formulier.bevestig(tx, noor, ALLE)) == "kleur"
    formulier.kies(tx, noor, ALLE, "kleur", "rood")
    assert formulier.bevestig(tx, noor, ALLE).soort == "klaar"
    with pytest.raises(Geweigerd, match="niets_open"):
        formulier.bevestig(tx, noor, ALLE)


def test_stopping_throws_the_form_away_and_with_nothing_open_says_so(tx: Connection, noor: Handeling) -> None:
    formulier.begin(tx, noor, PROEF)
    assert formulier.stop(tx, noor, ALLE).soort == "formulier.gestopt"
    assert tx.execute(select(t.gesprek)).first() is None
    with pytest.raises(Geweigerd, match="niets_open"):
        formulier.stop(tx, noor, ALLE)


def test_an_open_conversation_of_another_kind_is_not_touched(tx: Connection, noor: Handeling) -> None:
    wie = accounts.maak(tx, noor.wijk, "telegram", NOOR)
    gesprekken.zet(tx, wie.wijk, wie.account, gesprekken.Gesprek("welkom", "taal", {"code": 5}))
    for doe in (formulier.stop, formulier.terug, formulier.bevestig):
        with pytest.raises(Geweigerd, match="niets_open"):
            doe(tx, noor, ALLE)
    assert gesprekken.open_gesprek(tx, wie.wijk, wie.account) == gesprekken.Gesprek("welkom", "taal", {"code": 5})


def test_who_has_no_role_begins_nothing_and_who_lost_it_goes_no_further_but_can_stop(
    tx: Connection, wijk: int, noor: Handeling
) -> None:
    with pytest.raises(Geweigerd, match="rol_nodig"):
        formulier.begin(tx, handeling(wijk, "1"), PROEF)
    formulier.begin(tx, noor, PROEF)
    accounts.zet_rollen(tx, wijk, [])
    with pytest.raises(Geweigerd, match="rol_nodig"):
        formulier.typ(tx, noor, ALLE, "een")
    assert formulier.stop(tx, noor, ALLE).soort == "formulier.gestopt"


def test_a_form_in_a_group_is_refused(tx: Connection, wijk: int) -> None:
    with pytest.raises(Geweigerd, match="alleen_prive"):
        formulier.begin(tx, handeling(wijk, NOOR, prive=False), PROEF)


def test_beginning_again_is_an_empty_form(tx: Connection, noor: Handeling) -> None:
    formulier.begin(tx, noor, PROEF)
    formulier.typ(tx, noor, ALLE, "een")
    assert stap(formulier.begin(tx, noor, PROEF)) == "naam"
    assert tx.scalar(select(t.gesprek.c.data)) == {}


def _straten(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[tuple[str, str]]:
    return [("m", "Merelweg"), ("l", "Lijsterlaan")] if data["waar"] == "straat" else [("g", "Techniek")]


KEUZEVRIJ = Formulier(
    "vrij",
    (
        Veld("waar", keuzes=("wijk", "straat")),
        Veld("welke", haal=_straten, als=lambda data: data.get("waar") == "straat"),
        Veld("extra", tekst_tot(10), mag_over=True),
    ),
    (BEGELEIDER,),
    _klaar,
)
VRIJ = {"vrij": KEUZEVRIJ}


def test_a_question_that_does_not_apply_is_neither_asked_nor_kept(tx: Connection, noor: Handeling) -> None:
    formulier.begin(tx, noor, KEUZEVRIJ)
    assert formulier.kies(tx, noor, VRIJ, "waar", "straat").data["gehaald"] == [["m", "Merelweg"], ["l", "Lijsterlaan"]]
    assert stap(formulier.kies(tx, noor, VRIJ, "welke", "m")) == "extra"
    assert [stap(formulier.terug(tx, noor, VRIJ)) for _ in range(2)] == ["welke", "waar"]
    assert stap(formulier.kies(tx, noor, VRIJ, "waar", "wijk")) == "extra"
    assert stap(formulier.terug(tx, noor, VRIJ)) == "waar"
    formulier.kies(tx, noor, VRIJ, "waar", "wijk")
    assert formulier.typ(tx, noor, VRIJ, "ja").data == {"waar": "wijk", "extra": "ja"}


def test_the_label_of_a_button_may_be_typed_and_another_text_or_a_photo_is_answered_by_how_to_choose(
    tx: Connection, noor: Handeling
) -> None:
    formulier.begin(tx, noor, KEUZEVRIJ)
    formulier.kies(tx, noor, VRIJ, "waar", "straat")
    foto = een_inhoud("foto", "", "AgAD")
    with pytest.raises(Geweigerd, match=r"formulier\.knop") as nee:
        formulier.typ(tx, noor, VRIJ, "Spechtweg")
    assert nee.value.onder is not None
    assert nee.value.onder[1]["veld"] == "welke"
    with pytest.raises(Geweigerd, match=r"formulier\.knop"):
        formulier.stuur(tx, noor, VRIJ, foto)
    assert stap(formulier.kies(tx, noor, VRIJ, "welke", "verzonnen")) == "welke"
    assert stap(formulier.typ(tx, noor, VRIJ, "  MERELWEG ")) == "extra"
    assert formulier.kies(tx, noor, VRIJ, "extra", "").data["welke"] == "m"


def test_only_what_may_be_skipped_is_skipped(tx: Connection, noor: Handeling) -> None:
    formulier.begin(tx, noor, KEUZEVRIJ)
    assert stap(formulier.kies(tx, noor, VRIJ, "waar", "")) == "waar"
    formulier.kies(tx, noor, VRIJ, "waar", "wijk")
    assert formulier.kies(tx, noor, VRIJ, "extra", "").data == {"waar": "wijk", "extra": None}


DOORSTUREN = Formulier("door", (Veld("wat", neemt="inhoud"), Veld("naam", tekst_tot(10))), (BEGELEIDER,), _klaar)


@pytest.mark.parametrize("inhoud", [een_inhoud("tekst", "<b>Kom!</b>"), een_inhoud("foto", "", "AgAD")])
def test_a_question_that_takes_all_gets_what_was_sent_with_its_markup(
    tx: Connection, noor: Handeling, inhoud: Inhoud
) -> None:
    alle = {"door": DOORSTUREN}
    formulier.begin(tx, noor, DOORSTUREN)
    formulier.typ(tx, noor, alle, "Kom!", inhoud)
    eerst = formulier.typ(tx, noor, alle, "A", een_inhoud("tekst", "A")).data
    formulier.begin(tx, noor, DOORSTUREN)
    formulier.stuur(tx, noor, alle, inhoud)
    assert formulier.typ(tx, noor, alle, "A").data == eerst == {"wat": inhoud, "naam": "A"}


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [(None, "inhoud.niet"), (een_inhoud("foto", "&amp;" * (TEKST_MAX + 1), "AgAD"), "inhoud.te_lang")],
)
def test_what_nobody_can_pass_on_is_refused_and_the_question_stays(
    tx: Connection, noor: Handeling, inhoud: Inhoud | None, reden: str
) -> None:
    formulier.begin(tx, noor, DOORSTUREN)
    with pytest.raises(Geweigerd, match=reden) as nee:
        formulier.stuur(tx, noor, {"door": DOORSTUREN}, inhoud)
    assert nee.value.onder is not None
    assert nee.value.onder[1]["veld"] == "wat"
    assert stap(formulier.typ(tx, noor, {"door": DOORSTUREN}, "A", een_inhoud("tekst", "A"))) == "naam"


def test_a_typed_text_that_is_too_long_is_refused_with_the_buttons_of_the_question(
    tx: Connection, noor: Handeling
) -> None:
    formulier.begin(tx, noor, DOORSTUREN)
    lang = "x" * (TEKST_MAX + 1)
    with pytest.raises(Geweigerd, match=r"inhoud\.te_lang") as nee:
        formulier.typ(tx, noor, {"door": DOORSTUREN}, lang, een_inhoud("tekst", lang))
    assert nee.value.onder is not None
    assert nee.value.onder[1]["veld"] == "wat"


def test_a_photo_where_only_text_is_wanted_shows_the_question_again(tx: Connection, noor: Handeling) -> None:
    formulier.begin(tx, noor, PROEF)
    for inhoud in (een_inhoud("foto", "", "AgAD"), None):
        assert stap(formulier.stuur(tx, noor, ALLE, inhoud)) == "naam"


SAMEN = Formulier(
    "samen",
    (Veld("wie", keuzes=("koop", "huur", "komt"), meer=selectie.tik), Veld("naam", tekst_tot(9))),
    (BEGELEIDER,),
    _klaar,
)


def test_of_several_buttons_each_tap_is_kept_until_one_goes_on(tx: Connection, noor: Handeling) -> None:
    alle = {"samen": SAMEN}
    assert formulier.begin(tx, noor, SAMEN).data["gekozen"] == []
    assert formulier.kies(tx, noor, alle, "wie", "koop").data["gekozen"] == ["koop"]
    assert formulier.kies(tx, noor, alle, "wie", "komt").data["gekozen"] == ["koop", "komt"]
    assert formulier.kies(tx, noor, alle, "wie", "verzonnen").data["gekozen"] == ["koop", "komt"]
    assert formulier.kies(tx, noor, alle, "wie", "koop").data["gekozen"] == ["komt"]
    assert stap(formulier.kies(tx, noor, alle, "wie", "")) == "naam"
    assert formulier.terug(tx, noor, alle).data["gekozen"] == ["komt"]
    formulier.kies(tx, noor, alle, "wie", "komt")
    formulier.kies(tx, noor, alle, "wie", "")
    assert formulier.typ(tx, noor, alle, "A").data == {"wie": [], "naam": "A"}


def _gezien(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    return {"aantal": len(data)}


TONEN = Formulier(
    "tonen",
    (Veld("een", tekst_tot(9)), Veld("twee", neemt="tekst", toont="anders", bekijk=_gezien)),
    (BEGELEIDER,),
    _klaar,
    zoals=lambda tx, handeling, data: (Boodschap("zo", data, wijze="nieuw"),),
)


def test_a_question_may_have_a_message_of_its_own_that_shows_more(tx: Connection, noor: Handeling) -> None:
    formulier.begin(tx, noor, TONEN)
    vraag = formulier.typ(tx, noor, {"tonen": TONEN}, "A")
    assert (vraag.soort, vraag.data["veld"], vraag.data["aantal"]) == ("anders", "twee", 1)


def test_above_a_preview_stands_what_people_will_get_and_elsewhere_not(tx: Connection, noor: Handeling) -> None:
    alle = {"tonen": TONEN}
    formulier.begin(tx, noor, TONEN)
    assert [b.soort for b in formulier.met_zoals(tx, noor, formulier.typ, alle, "A")] == ["anders"]
    gezegd = een_inhoud("tekst", "<i>B</i>")
    assert [b.soort for b in formulier.met_zoals(tx, noor, formulier.stuur, alle, een_inhoud("foto", "", "x"))] == [
        "anders"
    ]
    voor, na = formulier.met_zoals(tx, noor, formulier.typ, alle, "B", gezegd)
    assert (voor.soort, voor.data, na.soort, na.wijze) == (
        "zo",
        {"een": "A", "twee": gezegd},
        "tonen.voorbeeld",
        "nieuw",
    )
    assert [b.soort for b in formulier.met_zoals(tx, noor, formulier.bevestig, alle)] == ["klaar"]

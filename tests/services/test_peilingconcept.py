"""Around the form of a poll: changing one answer, drafts, trying it on oneself, and copying an earlier one."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import formulier, peiling, peilingconcept, peilingkopie, peilingproef
from bot.services.handeling import BEGELEIDER, TREKKER, Handeling
from bot.storage import accounts, gesprekken, huishoudens, peilingen, werkgroepen, wissen
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_publiek_id, een_rol, een_wijk, handeling
from tests.services.test_peiling import NOOR, kenmerk, nieuwste, open_, tel

ALLE = {"peiling": peiling.FORMULIER}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR), (BEGELEIDER, "telegram", "9002")])
    een_account(tx, "1", bewoner=een_bewoner(tx, wijk))
    return wijk


@pytest.fixture
def noor(wijk: int) -> Handeling:
    return handeling(wijk, NOOR)


def voorbeeld(tx: Connection, noor: Handeling, **velden: Any) -> Boodschap:
    """Fill in the form of a poll up to its preview."""
    data: dict[str, Any] = {"methode": "keuze", "vraag": "Welke?", "keuze.opties": ["Rood", "Blauw", "Geel"]}
    data |= {"keuze.max_keuzes": "2", "voor": "wijk", "live": "nee", "besluit": "nee"}
    data |= {"sluit_op": (NU + timedelta(days=3)).isoformat(), **velden}
    return formulier.begin(tx, noor, peiling.FORMULIER, {**data, formulier.ANDERS: True})


def stap(boodschap: Boodschap) -> Any:
    return boodschap.data.get("veld", boodschap.soort)


def reden(doe: Any, *wat: Any) -> str:
    with pytest.raises(Geweigerd) as nee:
        doe(*wat)
    return nee.value.sleutel


# One answer changed


def test_one_answer_is_changed_from_the_preview_and_the_preview_comes_back(tx: Connection, noor: Handeling) -> None:
    voorbeeld(tx, noor)
    vragen = [naam for naam, _ in formulier.anders(tx, noor, ALLE).data["vragen"]]
    assert vragen == ["methode", "vraag", "keuze.opties", "keuze.max_keuzes", "voor", "sluit_op", "live", "besluit"]
    assert stap(formulier.vraag_extra(tx, noor, ALLE, "vraag")) == "vraag"
    na = formulier.typ(tx, noor, ALLE, "Welke kleur?")
    assert (stap(na), na.data["vraag"], na.data["keuze.max_keuzes"]) == ("peiling.voorbeeld", "Welke kleur?", "2")
    assert formulier.ANDERS not in na.data


def test_what_no_longer_fits_is_asked_again_and_nothing_else(tx: Connection, noor: Handeling) -> None:
    voorbeeld(tx, noor)
    formulier.vraag_extra(tx, noor, ALLE, "keuze.opties")
    assert stap(formulier.typ(tx, noor, ALLE, "Rood\nBlauw")) == "keuze.max_keuzes", "of two one cannot choose two"
    formulier.kies(tx, noor, ALLE, "keuze.max_keuzes", "een")
    formulier.vraag_extra(tx, noor, ALLE, "methode")
    assert stap(formulier.kies(tx, noor, ALLE, "methode", "schaal")) == "schaal.laag"
    assert stap(formulier.typ(tx, noor, ALLE, "oneens")) == "schaal.hoog"
    na = formulier.typ(tx, noor, ALLE, "eens")
    assert stap(na) == "peiling.voorbeeld"
    assert not [naam for naam in na.data if naam.startswith("keuze.")]
    formulier.vraag_extra(tx, noor, ALLE, "methode")
    assert stap(formulier.kies(tx, noor, ALLE, "methode", "keuze")) == "keuze.opties"


def test_back_from_one_answer_or_from_the_questions_is_the_preview_as_it_was(tx: Connection, noor: Handeling) -> None:
    eerst = voorbeeld(tx, noor)
    formulier.vraag_extra(tx, noor, ALLE, "vraag")
    assert formulier.terug(tx, noor, ALLE) == eerst
    formulier.anders(tx, noor, ALLE)
    assert formulier.vraag_extra(tx, noor, ALLE, "") == eerst
    assert formulier.vraag_extra(tx, noor, ALLE, "schaal.laag") == eerst, "of another method"


# Drafts


def test_a_draft_is_put_away_and_taken_up_where_it_was_and_goes_when_it_is_placed(
    tx: Connection, noor: Handeling
) -> None:
    eerst = voorbeeld(tx, noor, minste_stemmen=40)
    (regel,) = peilingconcept.bewaar(tx, noor).data["concepten"]
    assert (regel["vraag"], tel(tx, "gesprek"), tel(tx, "peiling")) == ("Welke?", 0, 0)
    assert formulier.begin(tx, noor, peiling.FORMULIER).data["concepten"] == 1
    weer = peilingconcept.open_concept(tx, noor, regel["id"])
    assert weer.data == {**eerst.data, "concept": regel["id"]}
    formulier.vraag_extra(tx, noor, ALLE, "vraag")
    formulier.typ(tx, noor, ALLE, "Anders?")
    assert [c["vraag"] for c in peilingconcept.bewaar(tx, noor).data["concepten"]] == ["Anders?"]
    peilingconcept.open_concept(tx, noor, regel["id"])
    formulier.bevestig(tx, noor, ALLE)
    assert (tel(tx, "peiling"), tel(tx, "peilingconcept")) == (1, 0)


def test_of_a_draft_only_what_time_overtook_is_asked_again(tx: Connection, wijk: int, noor: Handeling) -> None:
    opent = (NU + timedelta(days=1)).isoformat()
    voorbeeld(tx, noor, opent_op=opent)
    (regel,) = peilingconcept.bewaar(tx, noor).data["concepten"]
    later = handeling(wijk, NOOR, now=NU + timedelta(days=30))
    assert stap(peilingconcept.open_concept(tx, later, regel["id"])) == "sluit_op"
    na = formulier.typ(tx, later, ALLE, "12-4-2027 20:00")
    assert (stap(na), na.data["vraag"], na.data.get("opent_op")) == ("peiling.voorbeeld", "Welke?", None)


def test_a_draft_is_seen_opened_and_thrown_away_by_its_maker_only(tx: Connection, wijk: int, noor: Handeling) -> None:
    voorbeeld(tx, noor)
    (regel,) = peilingconcept.bewaar(tx, noor).data["concepten"]
    ander = handeling(wijk, "9002")
    assert peilingconcept.lijst(tx, ander).data["concepten"] == []
    assert reden(peilingconcept.open_concept, tx, ander, regel["id"]) == "peiling.concept_weg"
    peilingconcept.gooi_weg(tx, ander, regel["id"], zeker=True)
    assert tel(tx, "peilingconcept") == 1
    for doe in (peilingconcept.lijst, peilingconcept.bewaar):
        assert reden(doe, tx, handeling(wijk)) == "rol_nodig"
    assert peilingconcept.gooi_weg(tx, noor, regel["id"], zeker=False).soort == "peiling.concept_zeker"
    assert peilingconcept.gooi_weg(tx, noor, regel["id"], zeker=True).data["concepten"] == []


def test_there_are_so_many_drafts_and_no_more_and_none_without_a_preview(
    tx: Connection, wijk: int, noor: Handeling
) -> None:
    assert reden(peilingconcept.bewaar, tx, noor) == "formulier.niets_open"
    for _ in range(peilingconcept.MEESTE):
        voorbeeld(tx, handeling(wijk, NOOR))
        peilingconcept.bewaar(tx, handeling(wijk, NOOR))
    voorbeeld(tx, noor)
    assert reden(peilingconcept.bewaar, tx, noor) == "peiling.concepten_vol"


def test_who_is_erased_leaves_no_draft(tx: Connection, noor: Handeling) -> None:
    voorbeeld(tx, noor)
    peilingconcept.bewaar(tx, noor)
    nummer = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == NOOR)) or 0
    wissen.vergeet_account(tx, nummer, een_publiek_id())
    assert tel(tx, "peilingconcept") == 0


# Trying it on oneself


def test_a_trial_goes_through_the_screens_counts_nothing_and_ends_at_the_preview(
    tx: Connection, noor: Handeling
) -> None:
    eerst = voorbeeld(tx, noor)
    proef = peilingproef.begin(tx, noor)
    assert (proef.soort, proef.data["af"]) == ("peiling.proef", False)
    for daad in ("0", "1"):
        proef = peilingproef.tik(tx, noor, daad)
    assert (proef.data["af"], proef.data["open"]["scherm"]["stem"]) == (True, ["Rood", "Blauw"])
    assert peilingproef.tik(tx, noor, "2").melding == "methode.keuze.melding.te_veel"
    assert peilingproef.tik(tx, noor, "onzin").data == proef.data
    assert peilingproef.klaar(tx, noor) == eerst
    for tabel in ("stembiljet", "stemkoppeling", "stemconcept", "bewijs_prive", "peiling"):
        assert tel(tx, tabel) == 0
    assert reden(peilingproef.tik, tx, noor, "0") == "formulier.niets_open"


def test_what_a_method_lets_one_type_is_typed_in_a_trial_too(tx: Connection, noor: Handeling) -> None:
    voorbeeld(tx, noor, methode="consent", **{"consent.voorstel": "We doen het."})
    peilingproef.begin(tx, noor)
    half = peilingproef.tik(tx, noor, "b")
    assert (half.data["af"], half.data["open"]["concept"]) == (False, "nieuw")
    assert peilingproef.typ(tx, noor, "Te duur.").data["af"]


def test_a_trial_is_for_who_has_a_preview_open(tx: Connection, wijk: int, noor: Handeling) -> None:
    assert reden(peilingproef.begin, tx, noor) == "formulier.niets_open"
    assert reden(peilingproef.begin, tx, handeling(wijk)) == "rol_nodig"


# Copying


@pytest.mark.parametrize(
    ("methode", "eigen"),
    [
        ("keuze", {"keuze.geschud": "ja"}),
        ("consent", {"consent.voorstel": "We doen het."}),
        ("schaal", {"schaal.laag": "oneens", "schaal.hoog": "eens"}),
    ],
)
def test_the_answers_of_a_poll_make_the_same_poll_again(
    tx: Connection, noor: Handeling, methode: str, eigen: dict[str, Any]
) -> None:
    open_(tx, noor.wijk, methode=methode, minste_stemmen=12, per_adres="ja", uitslag_naar="stemmers", **eigen)
    eerste = peilingen.zoek(tx, noor.wijk, id=nieuwste(tx))
    assert stap(peilingkopie.neem_over(tx, noor, kenmerk(tx))) == "sluit_op"
    assert stap(formulier.typ(tx, noor, ALLE, "12-4-2027 20:00")) == "peiling.voorbeeld"
    formulier.bevestig(tx, noor, ALLE)
    tweede = peilingen.zoek(tx, noor.wijk, id=nieuwste(tx))
    assert eerste is not None
    assert tweede is not None
    anders = {n for n in eerste.__dataclass_fields__ if getattr(eerste, n) != getattr(tweede, n)}
    assert anders == {"id", "publiek_id", "sluit_op"}


def test_a_trekker_copies_what_they_see_and_says_for_whom(tx: Connection, wijk: int, noor: Handeling) -> None:
    groep = een_publiek_id()
    werkgroepen.vul_aan(tx, wijk, [("Techniek", groep)])
    een_rol(tx, wijk, TREKKER, "1", bereik=groep)
    open_(tx, wijk, besluit="ja", live="ja")
    anna = handeling(wijk)
    assert stap(peilingkopie.neem_over(tx, anna, kenmerk(tx))) == "voor", "the whole wijk is not theirs by itself"
    gesprek = gesprekken.open_gesprek(
        tx, noor.wijk, tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == "1")) or 0
    )
    assert gesprek is not None
    assert ("besluit" in gesprek.data, gesprek.data["live"]) == (False, "ja")
    huishoudens_straat = dict(huishoudens.straten(tx, wijk))["Merelweg"]
    een_account(tx, "7")
    een_rol(tx, wijk, TREKKER, "7", bereik=groep)
    open_(tx, wijk, voor="straat", welke=huishoudens_straat)
    assert reden(peilingkopie.neem_over, tx, handeling(wijk, "7"), kenmerk(tx)) == "peiling.andere_groep"
    assert reden(peilingkopie.neem_over, tx, noor, "A" * 22) == "peiling.onbekend"


def test_a_poll_for_all_geledingen_is_tried_copied_and_keeps_how_it_weighs(tx: Connection, noor: Handeling) -> None:
    voorbeeld(tx, noor, voor="geleding", weging="geleding")
    peilingproef.begin(tx, noor)
    assert peilingproef.tik(tx, noor, "0").data["open"]["groep"][0] == "geleding"
    peilingproef.klaar(tx, noor)
    formulier.bevestig(tx, noor, ALLE)
    peilingkopie.neem_over(tx, noor, kenmerk(tx))
    na = formulier.typ(tx, noor, ALLE, "12-4-2027 20:00")
    assert (stap(na), na.data["voor"], na.data["weging"]) == ("peiling.voorbeeld", "geleding", "geleding")
    assert stap(peilingkopie.pas_aan(tx, noor, kenmerk(tx))) == "wijziging"


def test_a_copy_does_not_bring_a_result_to_the_whole_wijk_for_who_does_not_speak_to_it(
    tx: Connection, wijk: int, noor: Handeling
) -> None:
    groep = een_publiek_id()
    werkgroepen.vul_aan(tx, wijk, [("Techniek", groep)])
    een_rol(tx, wijk, TREKKER, "1", bereik=groep)
    open_(tx, wijk, uitslag_naar="wijk")
    assert stap(peilingkopie.neem_over(tx, handeling(wijk), kenmerk(tx))) == "voor"
    gesprek = gesprekken.open_gesprek(
        tx, noor.wijk, tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == "1")) or 0
    )
    assert gesprek is not None
    assert "uitslag_naar" not in gesprek.data
    assert reden(lambda: open_(tx, wijk, wie="1", voor="werkgroep", welke=groep, uitslag_naar="wijk")) == "rol_nodig"
    open_(tx, wijk, voor="werkgroep", welke=groep, uitslag_naar="wijk")
    peilingkopie.pas_aan(tx, handeling(wijk), kenmerk(tx))
    gesprek = gesprekken.open_gesprek(
        tx, noor.wijk, tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == "1")) or 0
    )
    assert gesprek is not None
    assert gesprek.data["uitslag_naar"] == "wijk", "of a new version it stays what was said before"

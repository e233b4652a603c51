"""Quick polls at the level of the service: who may vote, when, what a vote leaves behind, and ending one early."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, event, func, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.drempels.gedeeld_beeld import GedeeldBeeld
from bot.rules.kleine_cellen import MINDER, NIET_GETOOND
from bot.rules.peilingen import METHODEN, Opzet
from bot.rules.spelregels import Spelregels
from bot.services import formulier, peiling, stemmen, stemresultaat
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER, Handeling, eis_rol
from bot.storage import accounts, huishoudens, kennismaking, peilingen, werkgroepen, wissen
from bot.storage import tables as t
from bot.storage.spelregels import volg_instellingen
from tests.builders import NU, een_account, een_bewoner, een_huishouden, een_publiek_id, een_wijk, handeling, tellingen

NOOR = "9001"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    een_account(tx, "1", bewoner=een_bewoner(tx, wijk))
    return wijk


def open_(
    tx: Connection, wijk: int, *, dagen: int = 3, wie: str = NOOR, keuzes: str = "een", **velden: Any
) -> list[str]:
    """Open a poll and return what stands behind its buttons."""
    doet = handeling(wijk, wie)
    data = {"methode": "keuze", "vraag": "Welke?", "keuze.opties": ["Rood", "Blauw", "Geel"], "live": "nee"}
    data |= {"keuze.max_keuzes": keuzes, "besluit": "nee", "voor": "wijk"}
    data |= {"sluit_op": (NU + timedelta(days=dagen)).isoformat(), **velden}
    peiling.FORMULIER.klaar(tx, doet, eis_rol(tx, doet, BEGELEIDER, TREKKER), data)
    return [f"{kenmerk(tx)}:{nummer}" for nummer in range(3)]


def nieuwste(tx: Connection) -> int:
    return tx.scalar(select(func.max(t.peiling.c.id))) or 0


def kenmerk(tx: Connection) -> str:
    return str(tx.scalar(select(t.peiling.c.publiek_id).order_by(t.peiling.c.id.desc()).limit(1)))


def tik(tx: Connection, doet: Handeling, optie: str, daad: str = "erbij") -> Boodschap:
    publiek_id, _, nummer = optie.partition(":")
    return stemmen.stem(tx, doet, publiek_id, nummer + {"erbij": "", "weg": "-"}.get(daad, daad))


def gekozen(boodschap: Boodschap) -> list[str]:
    return [label for rij in boodschap.data["scherm"]["knoppen"] for _, label, gekozen in rij if gekozen]


def bewoners(tx: Connection, wijk: int, aantal: int) -> list[str]:
    """Let so many more residents join; return how the network calls them."""
    namen = [f"1{nummer:03}" for nummer in range(aantal)]
    for naam in namen:
        een_account(tx, naam, bewoner=een_bewoner(tx, wijk))
    return namen


def tel(tx: Connection, tabel: str) -> int:
    return tx.scalar(select(func.count()).select_from(t.metadata.tables[tabel])) or 0


def reden(tx: Connection, wijk: int, optie: str, wie: str = "1", *, later: timedelta = timedelta(0)) -> str:
    with pytest.raises(Geweigerd) as nee:
        tik(tx, handeling(wijk, wie, now=NU + later), optie)
    return nee.value.sleutel


def test_a_vote_that_changes_is_one_ballot_and_one_piece_of_evidence(tx: Connection, wijk: int) -> None:
    rood, blauw, _ = open_(tx, wijk)
    for optie in (rood, blauw, blauw, rood, blauw):
        boodschap = tik(tx, handeling(wijk), optie)
    assert gekozen(boodschap) == ["Blauw"]
    assert (tel(tx, "stembiljet"), tel(tx, "stemkoppeling"), tel(tx, "bewijs_prive")) == (1, 1, 1)


@pytest.mark.parametrize(("besluit", "soort"), [("ja", "stem_besluit"), ("nee", "stem")])
def test_only_a_poll_about_the_decision_is_evidence_of_being_heard(
    tx: Connection, wijk: int, besluit: str, soort: str
) -> None:
    tik(tx, handeling(wijk), open_(tx, wijk, besluit=besluit)[0])
    assert list(tx.scalars(select(t.bewijs_prive.c.soort))) == [soort]


def test_the_evidence_never_says_what_was_chosen(tx: Connection, wijk: int) -> None:
    optie = open_(tx, wijk)[1]
    tik(tx, handeling(wijk), optie)
    for tabel in (t.bewijs, t.bewijs_prive):
        for rij in tx.execute(select(tabel)):
            assert optie not in str(rij)
            assert "Blauw" not in str(rij)


def test_who_may_not_or_cannot_vote_is_told_why(tx: Connection, wijk: int) -> None:
    optie = open_(tx, wijk)[0]
    een_account(tx, "2")
    assert reden(tx, wijk, optie, "2") == "nog_niet_binnen"
    assert reden(tx, wijk, optie, NOOR) == "nog_niet_binnen"
    assert reden(tx, wijk, "A" * 22) == "peiling.onbekend"
    assert reden(tx, wijk, "") == "peiling.onbekend"
    assert reden(tx, wijk, optie, later=timedelta(days=3)) == "peiling.gesloten"
    assert reden(tx, een_wijk(tx, "Elders"), optie) == "woont_elders"
    assert tel(tx, "stembiljet") == 0


def test_a_second_before_closing_is_in_time(tx: Connection, wijk: int) -> None:
    optie = open_(tx, wijk)[0]
    tik(tx, handeling(wijk, now=NU + timedelta(days=3, microseconds=-1)), optie)
    assert tel(tx, "stembiljet") == 1


def test_running_a_vote_again_after_a_lost_transaction_gives_the_same(tx: Connection, wijk: int) -> None:
    doet, optie = handeling(wijk), open_(tx, wijk)[0]
    punt = tx.begin_nested()
    eerst = tik(tx, doet, optie)
    sleutels = list(tx.scalars(select(t.stembiljet.c.sleutel)))
    bladen = list(tx.scalars(select(t.bewijs.c.blad)))
    punt.rollback()
    assert tik(tx, doet, optie) == eerst
    assert list(tx.scalars(select(t.stembiljet.c.sleutel))) == sleutels
    assert list(tx.scalars(select(t.bewijs.c.blad))) == bladen


def test_each_sees_only_their_own_vote(tx: Connection, wijk: int) -> None:
    een_account(tx, "2", bewoner=een_bewoner(tx, wijk))
    tik(tx, handeling(wijk), open_(tx, wijk)[0])
    publiek_id = str(tx.scalar(select(t.peiling.c.publiek_id)))
    ziet = {wie: stemmen.toon(tx, handeling(wijk, wie), publiek_id) for wie in ("1", "2", NOOR)}
    assert {wie: len(gekozen(scherm)) for wie, scherm in ziet.items()} == {
        "1": 1,
        "2": 0,
        NOOR: 0,
    }


def test_while_it_is_open_nobody_sees_how_it_goes(tx: Connection, wijk: int) -> None:
    tik(tx, handeling(wijk), open_(tx, wijk)[0])
    publiek_id = str(tx.scalar(select(t.peiling.c.publiek_id)))
    for wie in ("1", NOOR):
        assert "regels" not in stemmen.toon(tx, handeling(wijk, wie), publiek_id).data
    daarna = stemmen.toon(tx, handeling(wijk, now=NU + timedelta(days=4)), publiek_id)
    assert daarna.soort == "peiling.uitslag"


def test_the_list_goes_on_page_after_page_with_what_is_open_first(tx: Connection, wijk: int) -> None:
    for dagen in range(1, 2 * peiling.IN_LIJST + 2):
        open_(tx, wijk, dagen=dagen, vraag=str(dagen))
    bladen = [peiling.lijst(tx, handeling(wijk, now=NU + timedelta(days=5)), blad).data for blad in range(4)]
    assert [blad["meer"] for blad in bladen] == [True, True, False, False]
    regels = [regel for blad in bladen for regel in blad["peilingen"]]
    assert [regel["vraag"] for regel in regels] == [str(dagen) for dagen in range(2 * peiling.IN_LIJST + 1, 0, -1)]
    assert [regel["staat"] for regel in regels] == ["open"] * 12 + ["gesloten"] * 5


def test_the_list_says_in_which_polls_one_voted_oneself(tx: Connection, wijk: int) -> None:
    opties = open_(tx, wijk)
    open_(tx, wijk, vraag="Nog een?")
    tik(tx, handeling(wijk), opties[0])
    for wie, staten in (("1", ["gestemd", "open"]), (NOOR, ["open", "open"])):
        regels = peiling.lijst(tx, handeling(wijk, wie)).data["peilingen"]
        assert sorted(regel["staat"] for regel in regels) == staten, wie


def test_who_may_ask_is_a_trekker_a_begeleider_or_an_organisator() -> None:
    assert set(peiling.FORMULIER.rollen) == {TREKKER, BEGELEIDER, ORGANISATOR}


# More than one choice


def test_each_tap_is_kept_at_once_and_the_same_tap_twice_is_once(tx: Connection, wijk: int) -> None:
    rood, blauw, geel = open_(tx, wijk, keuzes="2")
    for optie, daad, nu in (
        (geel, "erbij", ["Geel"]),
        (geel, "erbij", ["Geel"]),
        (rood, "erbij", ["Rood", "Geel"]),
        (geel, "weg", ["Rood"]),
        (geel, "weg", ["Rood"]),
        (blauw, "erbij", ["Rood", "Blauw"]),
    ):
        assert gekozen(tik(tx, handeling(wijk), optie, daad)) == nu
    assert list(tx.scalars(select(t.stembiljet.c.inhoud))) == ["[0,1]"]
    assert (tel(tx, "stembiljet"), tel(tx, "stemkoppeling"), tel(tx, "bewijs_prive")) == (1, 1, 1)


def test_one_choice_too_many_is_said_kindly_and_changes_nothing(tx: Connection, wijk: int) -> None:
    rood, blauw, geel = open_(tx, wijk, keuzes="2")
    for optie in (rood, blauw):
        boodschap = tik(tx, handeling(wijk), optie)
    nog_een = tik(tx, handeling(wijk), geel)
    assert nog_een.melding == "methode.keuze.melding.te_veel"
    assert nog_een.data == boodschap.data
    assert list(tx.scalars(select(t.stembiljet.c.inhoud))) == ["[0,1]"]


def test_who_takes_back_the_last_choice_has_an_empty_ballot_and_still_took_part(tx: Connection, wijk: int) -> None:
    rood, *_ = open_(tx, wijk, keuzes="alle", besluit="ja")
    tik(tx, handeling(wijk), rood)
    assert ["leeg", {}] in tik(tx, handeling(wijk), rood, "weg").data["scherm"]["zinnen"]
    assert list(tx.scalars(select(t.stembiljet.c.inhoud))) == ["[]"]
    assert list(tx.scalars(select(t.bewijs_prive.c.soort))) == ["stem_besluit"]


def test_taking_back_what_was_never_chosen_is_no_vote(tx: Connection, wijk: int) -> None:
    for keuzes in ("een", "alle"):
        rood, *_ = open_(tx, wijk, keuzes=keuzes)
        for daad in ("weg", "onzin", "x"):
            assert gekozen(tik(tx, handeling(wijk), rood, daad)) == []
    assert (tel(tx, "stembiljet"), tel(tx, "bewijs_prive")) == (0, 0)


def test_a_limit_is_one_any_number_or_one_between(tx: Connection, wijk: int) -> None:
    for keuzes, grens in (("een", 1), ("2", 2), ("alle", None)):
        open_(tx, wijk, keuzes=keuzes)
        vast = tx.scalar(select(t.peiling.c.instellingen).where(t.peiling.c.id == nieuwste(tx)))
        assert vast == {"max_keuzes": grens}
    (veld,) = [veld for veld in peiling.FORMULIER.velden if veld.naam == "keuze.max_keuzes"]
    assert veld.haal is not None
    assert veld.haal(tx, handeling(wijk), {"keuze.opties": ["a", "b", "c", "d"]}) == [("2", "2"), ("3", "3")]


# What is shown of how it goes, and of few ballots


def test_who_has_voted_sees_from_ten_ballots_on_how_it_goes_and_the_rest_does_not(tx: Connection, wijk: int) -> None:
    rood, blauw, _ = open_(tx, wijk, live="ja")
    gezien = [
        tik(tx, handeling(wijk, wie), rood if nummer % 3 else blauw).data["tussenstand"]["delen"]
        for nummer, wie in enumerate(bewoners(tx, wijk, 16))
    ]
    assert gezien[:9] == [None] * 9
    assert gezien[9:14] == [[50, MINDER, MINDER]] * 5  # six, four and none
    assert gezien[14:] == [[NIET_GETOOND, NIET_GETOOND, MINDER]] * 2  # ten, five and none
    for wie in ("1", NOOR):
        assert stemmen.toon(tx, handeling(wijk, wie), kenmerk(tx)).data["tussenstand"] is None


def test_a_vote_that_changes_does_not_move_what_is_shown(tx: Connection, wijk: int) -> None:
    rood, blauw, _ = open_(tx, wijk, live="ja")
    namen = bewoners(tx, wijk, 10)
    for wie in namen:
        eerst = tik(tx, handeling(wijk, wie), rood)
    for wie in namen:
        assert tik(tx, handeling(wijk, wie), blauw).data["tussenstand"] == eerst.data["tussenstand"]


def test_how_it_goes_is_forgotten_at_closing(tx: Connection, wijk: int) -> None:
    rood, *_ = open_(tx, wijk, live="ja")
    for wie in bewoners(tx, wijk, 10):
        tik(tx, handeling(wijk, wie), rood)
    assert tel(tx, "tussenstand") == 1
    stemmen.toon(tx, handeling(wijk, now=NU + timedelta(days=4)), kenmerk(tx))
    assert tel(tx, "tussenstand") == 0


@pytest.mark.parametrize(
    ("aantal", "stemmen_", "regels"),
    [(9, "minder dan 10", []), (13, 15, [("Rood", NIET_GETOOND), ("Blauw", NIET_GETOOND), ("Geel", MINDER)])],
)
def test_of_few_ballots_only_that_they_are_few_is_shown_and_of_more_what_tells_of_nobody(
    tx: Connection, wijk: int, aantal: int, stemmen_: Any, regels: list[tuple[str, str]]
) -> None:
    rood, blauw, _ = open_(tx, wijk, keuzes="alle")
    namen = bewoners(tx, wijk, aantal)
    for wie in namen:
        tik(tx, handeling(wijk, wie), rood)
        tik(tx, handeling(wijk, wie), blauw)
    for optie in (rood, blauw):
        tik(tx, handeling(wijk, namen[0]), optie, "weg")
    uitslag = stemmen.toon(tx, handeling(wijk, now=NU + timedelta(days=4)), kenmerk(tx)).data
    assert [(regel["tekst"], *regel["cellen"]) for regel in uitslag["regels"]] == regels
    assert uitslag["stemmen"] == stemmen_


@pytest.mark.parametrize(
    ("stemmen_", "getoond"),
    [
        ((19, 11, 3), [20, 10, MINDER]),
        ((11, 8, 7), [10, 10, 5]),
        ((13, 0, 0), [NIET_GETOOND, MINDER, MINDER]),
        ((13, 1, 0), [NIET_GETOOND, MINDER, MINDER]),
    ],
)
def test_a_result_is_rounded_and_does_not_tell_whether_all_chose_alike(
    tx: Connection, wijk: int, stemmen_: tuple[int, ...], getoond: list[Any]
) -> None:
    opties, namen = open_(tx, wijk), iter(bewoners(tx, wijk, sum(stemmen_)))
    for optie, aantal in zip(opties, stemmen_, strict=True):
        for _ in range(aantal):
            tik(tx, handeling(wijk, next(namen)), optie)
    uitslag = stemmen.toon(tx, handeling(wijk, now=NU + timedelta(days=4)), kenmerk(tx)).data
    assert [regel["cellen"][0] for regel in uitslag["regels"]] == getoond


# Ending a poll before its time


@pytest.mark.parametrize("eind", [peiling.sluit, peiling.trek_in])
def test_only_staff_end_a_poll_and_are_asked_first(tx: Connection, wijk: int, eind: Any) -> None:
    open_(tx, wijk)
    with pytest.raises(Geweigerd) as nee:
        eind(tx, handeling(wijk), kenmerk(tx), zeker=True)
    assert nee.value.sleutel == "rol_nodig"
    with pytest.raises(Geweigerd) as nee:
        eind(tx, handeling(wijk, NOOR), "A" * 22, zeker=True)
    assert nee.value.sleutel == "peiling.onbekend"
    assert eind(tx, handeling(wijk, NOOR), kenmerk(tx), zeker=False).soort == "peiling.zeker"
    assert tx.scalar(select(t.peiling.c.gesloten_op)) is None


def test_a_poll_that_staff_close_has_its_result_at_once_and_only_once(tx: Connection, wijk: int) -> None:
    rood, *_ = open_(tx, wijk)
    for wie in bewoners(tx, wijk, 5):
        tik(tx, handeling(wijk, wie), rood)
    later = NU + timedelta(hours=1)
    for _ in range(2):
        boodschap = peiling.sluit(tx, handeling(wijk, NOOR, now=later), kenmerk(tx), zeker=True)
    assert (boodschap.soort, boodschap.data["stemmen"], boodschap.data["vroeg"]) == (
        "peiling.uitslag",
        "minder dan 10",
        True,
    )
    assert tel(tx, "stemkoppeling") == 0
    assert reden(tx, wijk, rood, later=timedelta(hours=1)) == "peiling.gesloten"
    nog = select(t.wekker.c.soort).where(t.wekker.c.gedaan_op.is_(None), t.wekker.c.soort != "peiling_nieuw")
    assert list(tx.scalars(nog)) == ["peiling_uitslag"]


def test_a_poll_that_is_withdrawn_has_no_result_for_anyone_and_keeps_who_took_part(tx: Connection, wijk: int) -> None:
    rood, *_ = open_(tx, wijk)
    tik(tx, handeling(wijk), rood)
    for _ in range(2):
        assert peiling.trek_in(tx, handeling(wijk, NOOR), kenmerk(tx), zeker=True).soort == "peiling.ingetrokken"
    assert peiling.sluit(tx, handeling(wijk, NOOR), kenmerk(tx), zeker=True).soort == "peiling.ingetrokken"
    assert stemmen.toon(tx, handeling(wijk), kenmerk(tx)).data == {"vraag": "Welke?"}
    assert [r["staat"] for r in peiling.lijst(tx, handeling(wijk)).data["peilingen"]] == ["ingetrokken"]
    assert (tel(tx, "stemkoppeling"), tel(tx, "stembiljet"), tel(tx, "bewijs_prive")) == (0, 1, 1)


# The same, once more


def schaal(tx: Connection, wijk: int, cijfers: list[int], namen: list[str], **velden: Any) -> str:
    """Ask for a figure and let people answer; return its public id."""
    open_(tx, wijk, methode="schaal", **{"schaal.laag": "oneens", "schaal.hoog": "eens", **velden})
    publiek_id = kenmerk(tx)
    for wie, cijfer in zip(namen, cijfers, strict=False):
        stemmen.stem(tx, handeling(wijk, wie), publiek_id, str(cijfer - 1))
    return publiek_id


def test_what_was_asked_before_is_asked_again_and_the_result_says_what_changed(tx: Connection, wijk: int) -> None:
    namen = bewoners(tx, wijk, 40)
    eerst = schaal(tx, wijk, [1, 2, 3, 4, 5] * 8, namen)
    later = NU + timedelta(days=4)
    noor = handeling(wijk, NOOR, now=later)
    assert stemmen.toon(tx, noor, eerst).data["opnieuw"]
    assert "opnieuw" not in stemmen.toon(tx, handeling(wijk, now=later), eerst).data
    vraag = peiling.opnieuw(tx, noor, eerst)
    assert vraag.data["veld"] == "sluit_op", "the rest is as it was"
    alle = {"peiling": peiling.FORMULIER}
    formulier.typ(tx, noor, alle, "10-3-2027 20:00")
    for naam, keuze in (("live", "nee"), ("besluit", "nee")):
        voorbeeld = formulier.kies(tx, noor, alle, naam, keuze)
    assert (voorbeeld.data["vraag"], voorbeeld.data["schaal.hoog"]) == ("Welke?", "eens")
    formulier.bevestig(tx, noor, alle)
    tweede = kenmerk(tx)
    for wie, cijfer in zip(namen, [1, 2, 3, 4, 4, 5, 5, 5] * 5, strict=True):
        stemmen.stem(tx, handeling(wijk, wie, now=later), tweede, str(cijfer - 1))
    uitslag = stemmen.toon(tx, handeling(wijk, now=NU + timedelta(days=90)), tweede).data
    assert uitslag["verschil"]["zinnen"] == [["verschil", {"toen": 40, "nu": 60}]]
    assert stemmen.toon(tx, handeling(wijk, now=later), eerst).data["verschil"] is None


def test_only_who_may_ask_them_asks_again_and_only_what_has_ended(tx: Connection, wijk: int) -> None:
    publiek_id, later = schaal(tx, wijk, [], []), NU + timedelta(days=4)
    for wie, id_, now, sleutel in (
        (NOOR, publiek_id, NU, "peiling.onbekend"),
        (NOOR, "A" * 22, later, "peiling.onbekend"),
        ("1", publiek_id, later, "rol_nodig"),
    ):
        with pytest.raises(Geweigerd) as nee:
            peiling.opnieuw(tx, handeling(wijk, wie, now=now), id_)
        assert nee.value.sleutel == sleutel
    publiek_id = schaal(tx, wijk, [], [])
    peiling.trek_in(tx, handeling(wijk, NOOR), publiek_id, zeker=True)
    with pytest.raises(Geweigerd):
        peiling.opnieuw(tx, handeling(wijk, NOOR, now=later), publiek_id)


def test_options_in_an_order_of_ones_own_come_only_when_one_opens_the_poll(tx: Connection, wijk: int) -> None:
    namen, opties = bewoners(tx, wijk, 9), [f"optie {n}" for n in range(8)]
    geschud: dict[str, Any] = {"keuze.opties": opties, "keuze.geschud": "ja"}
    open_(tx, wijk, **geschud)
    gevonden = peilingen.zoek(tx, wijk, publiek_id=kenmerk(tx))
    assert gevonden is not None
    assert stemmen.uitnodiging(tx, gevonden).data["scherm"]["knoppen"] == []
    rijen = {wie: stemmen.toon(tx, handeling(wijk, wie), kenmerk(tx)).data["scherm"]["knoppen"] for wie in namen}
    assert len({str(rij) for rij in rijen.values()}) > 5
    assert all(sorted(label for ((_, label, _),) in rij) == opties for rij in rijen.values())
    ((daad, label, _),) = rijen[namen[0]][0]
    assert gekozen(stemmen.stem(tx, handeling(wijk, namen[0]), kenmerk(tx), daad)) == [label]


# For whom


@pytest.fixture
def hier(tx: Connection, wijk: int) -> str:
    """A street with one resident (21); the id by which a form names it."""
    een_account(tx, "21", bewoner=een_bewoner(tx, wijk, een_huishouden(tx, wijk, straat="Spechtstraat").id))
    return dict(huishoudens.straten(tx, wijk))["Spechtstraat"]


def test_a_poll_for_a_street_is_seen_and_voted_in_by_who_lives_there(tx: Connection, wijk: int, hier: str) -> None:
    optie = open_(tx, wijk, voor="straat", welke=hier)[0]
    assert tik(tx, handeling(wijk, "21"), optie).data["groep"] == ["straat", "Spechtstraat"]
    assert reden(tx, wijk, optie) == "peiling.andere_groep"
    with pytest.raises(Geweigerd) as nee:
        stemmen.toon(tx, handeling(wijk), kenmerk(tx))
    assert nee.value.sleutel == "peiling.andere_groep"
    ziet = {wie: len(peiling.lijst(tx, handeling(wijk, wie)).data["peilingen"]) for wie in ("1", "21", NOOR)}
    assert ziet == {"1": 0, "21": 1, NOOR: 1}
    assert tel(tx, "stembiljet") == 1


def test_staff_who_live_elsewhere_see_a_poll_for_a_street_and_cannot_vote_in_it(
    tx: Connection, wijk: int, hier: str
) -> None:
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR), (BEGELEIDER, "telegram", "1")])
    optie = open_(tx, wijk, voor="straat", welke=hier)[0]
    data = stemmen.toon(tx, handeling(wijk), kenmerk(tx)).data
    assert (data["bewoner"], data["beheer"]) == (False, True)
    assert reden(tx, wijk, optie) == "peiling.andere_groep"


def test_who_left_a_werkgroep_cannot_vote_in_its_poll_any_more(tx: Connection, wijk: int) -> None:
    publiek_id = een_publiek_id()
    werkgroepen.vul_aan(tx, wijk, [("Techniek", publiek_id)])
    groep, anna = werkgroepen.lijst(tx, wijk, 0)[0].id, tx.scalar(select(t.bewoner.c.id)) or 0
    werkgroepen.zet_lid(tx, wijk, groep, anna, lid=True)
    optie = open_(tx, wijk, voor="werkgroep", welke=publiek_id)[0]
    tik(tx, handeling(wijk), optie)
    werkgroepen.zet_lid(tx, wijk, groep, anna, lid=False)
    assert reden(tx, wijk, optie) == "peiling.andere_groep"
    assert tel(tx, "stembiljet") == 1


def test_a_trekker_asks_their_own_werkgroep_and_ends_only_its_polls(tx: Connection, wijk: int) -> None:
    eigen, ander = een_publiek_id(), een_publiek_id()
    werkgroepen.vul_aan(tx, wijk, [("Techniek", eigen), ("Activiteiten", ander)])
    vast = {"wijk": wijk, "kanaal": "telegram", "extern_id": "1", "bron": "uitnodiging"}
    tx.execute(t.rol.insert().values(**vast, publiek_id=een_publiek_id(), rol=TREKKER, bereik=eigen))
    with pytest.raises(Geweigerd) as nee:
        open_(tx, wijk, wie="1", voor="werkgroep", welke=ander)
    assert nee.value.sleutel == "buiten_bereik"
    open_(tx, wijk)
    for eind in (peiling.sluit, peiling.trek_in):
        with pytest.raises(Geweigerd) as nee:
            eind(tx, handeling(wijk), kenmerk(tx), zeker=True)
        assert nee.value.sleutel == "rol_nodig"
    with pytest.raises(Geweigerd) as nee:  # what counts for the decision is not a werkgroep's to ask
        open_(tx, wijk, wie="1", voor="werkgroep", welke=eigen, besluit="ja")
    assert nee.value.sleutel == "rol_nodig"
    open_(tx, wijk, wie="1", voor="werkgroep", welke=eigen, besluit="nee")
    assert stemmen.toon(tx, handeling(wijk), kenmerk(tx)).data["beheer"]
    assert peiling.sluit(tx, handeling(wijk), kenmerk(tx), zeker=True).soort == "peiling.uitslag"


# With names, inside a werkgroep


@pytest.fixture
def groep(tx: Connection, wijk: int) -> str:
    """A werkgroep of four residents (1, 1000, 1001, 1002), of whom two gave their name."""
    publiek_id = een_publiek_id()
    werkgroepen.vul_aan(tx, wijk, [("Techniek", publiek_id)])
    groep = werkgroepen.lijst(tx, wijk, 0)[0].id
    bewoners(tx, wijk, 3)
    for bewoner, naam in zip(tx.scalars(select(t.bewoner.c.id)).all(), ("Zoë", "<b>Bram</b>", "", ""), strict=True):
        werkgroepen.zet_lid(tx, wijk, groep, bewoner, lid=True)
        if naam:
            kennismaking.zet(tx, wijk, bewoner, "naam", [naam])
    return publiek_id


def geweigerd(tx: Connection, doet: Handeling) -> str:
    with pytest.raises(Geweigerd) as nee:
        stemresultaat.wie_wat(tx, doet, kenmerk(tx))
    return nee.value.sleutel


def test_in_a_poll_with_names_who_took_part_sees_who_chose_what_and_nobody_else_does(
    tx: Connection, wijk: int, groep: str
) -> None:
    rood, blauw, _ = open_(tx, wijk, voor="werkgroep", welke=groep, met_naam="ja")
    assert stemmen.toon(tx, handeling(wijk), kenmerk(tx)).data["met_naam"] == {"naam": "Zoë"}
    for wie, optie in (("1", rood), ("1000", rood), ("1001", blauw)):
        tik(tx, handeling(wijk, wie), optie)
        assert geweigerd(tx, handeling(wijk, wie)) == "peiling.onbekend", "while it is open"
    later = NU + timedelta(days=4)
    uitslag = stemmen.toon(tx, handeling(wijk, "1002", now=later), kenmerk(tx)).data
    assert [regel["cellen"] for regel in uitslag["regels"]] == [[2], [1], [0]]
    assert (uitslag["exact"], uitslag["stemmen"]) == (True, 3)
    wat = stemresultaat.wie_wat(tx, handeling(wijk, now=later), kenmerk(tx)).data
    assert wat["regels"] == [["<b>Bram</b>", ["Rood"]], ["Zoë", ["Rood"]], [None, ["Blauw"]]]
    assert geweigerd(tx, handeling(wijk, "1002", now=later)) == "peiling.niet_meegestemd"
    assert geweigerd(tx, handeling(wijk, NOOR, now=later)) == "nog_niet_binnen"
    voor_noor = stemmen.toon(tx, handeling(wijk, NOOR, now=later), kenmerk(tx)).data
    assert (voor_noor["exact"], voor_noor["regels"]) == (False, [])
    assert not [
        d
        for d in tellingen(tx, wijk, later).onderdelen
        if d.onderdeel == "optie" and d.metingen["stemmen"] != NIET_GETOOND
    ]


def test_a_poll_without_names_forgets_whose_its_ballots_are_as_ever(tx: Connection, wijk: int, groep: str) -> None:
    later = NU + timedelta(days=4)
    for velden in ({"voor": "werkgroep", "welke": groep, "met_naam": "nee"}, {"voor": "wijk", "met_naam": "ja"}):
        rood, *_ = open_(tx, wijk, **velden)  # type: ignore[arg-type]
        tik(tx, handeling(wijk), rood)
        assert stemmen.toon(tx, handeling(wijk, now=later), kenmerk(tx)).data["exact"] is False
        assert geweigerd(tx, handeling(wijk, now=later)) == "peiling.onbekend"
    assert tel(tx, "stemkoppeling") == 0


def test_who_is_erased_leaves_a_closed_poll_with_names_and_the_count_stays(
    tx: Connection, wijk: int, groep: str
) -> None:
    rood, *_ = open_(tx, wijk, voor="werkgroep", welke=groep, met_naam="ja")
    for wie in ("1", "1000"):
        tik(tx, handeling(wijk, wie), rood)
    later = NU + timedelta(days=4)
    peiling.sluit(tx, handeling(wijk, NOOR), kenmerk(tx), zeker=True)
    anna = tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == "1")) or 0
    wissen.vergeet_bewoner(tx, wijk, anna, een_publiek_id(), later)
    wat = stemresultaat.wie_wat(tx, handeling(wijk, "1000", now=later), kenmerk(tx)).data
    assert wat["regels"] == [["<b>Bram</b>", ["Rood"]]]
    assert stemmen.toon(tx, handeling(wijk, "1000", now=later), kenmerk(tx)).data["stemmen"] == 2


def test_a_poll_with_names_that_is_withdrawn_shows_them_to_nobody(tx: Connection, wijk: int, groep: str) -> None:
    rood, *_ = open_(tx, wijk, voor="werkgroep", welke=groep, met_naam="ja")
    tik(tx, handeling(wijk), rood)
    peiling.trek_in(tx, handeling(wijk, NOOR), kenmerk(tx), zeker=True)
    assert geweigerd(tx, handeling(wijk)) == "peiling.onbekend"
    assert tel(tx, "stemkoppeling") == 0


@pytest.mark.parametrize(("aantal", "minste"), [(11, [12, True]), (12, [12, False]), (13, [12, False])])
def test_with_fewer_votes_than_was_said_the_result_does_not_hold(
    tx: Connection, wijk: int, aantal: int, minste: list[Any]
) -> None:
    rood, *_ = open_(tx, wijk, minste_stemmen=12)
    for wie in bewoners(tx, wijk, aantal):
        assert tik(tx, handeling(wijk, wie), rood).data["minste"] == 12
    assert stemmen.toon(tx, handeling(wijk, now=NU + timedelta(days=4)), kenmerk(tx)).data["minste"] == minste


def test_a_vote_of_one_choice_takes_no_more_statements_than_it_must(tx: Connection, wijk: int) -> None:
    """This is what two thousand people do in the same hour."""
    rood, blauw, _ = open_(tx, wijk)
    gedaan: list[str] = []
    event.listen(tx, "before_cursor_execute", lambda *argumenten: gedaan.append(argumenten[2]))
    tik(tx, handeling(wijk), rood)
    assert len(gedaan) == 8  # who, poll and options, change, ballot, join, and three for the evidence
    gedaan.clear()
    tik(tx, handeling(wijk), blauw)
    assert len(gedaan) == 3


# Whatever people do


DADEN = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 2), st.sampled_from(["erbij", "weg", "onzin"])), min_size=5, max_size=40
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(daden=DADEN, keuzes=st.sampled_from(["een", "2", "alle"]))
def test_the_result_is_what_each_last_chose_and_the_evidence_who_took_part(
    tx: Connection, wijk: int, daden: list[tuple[int, int, str]], keuzes: str
) -> None:
    punt = tx.begin_nested()
    namen, opties = bewoners(tx, wijk, 7), open_(tx, wijk, keuzes=keuzes)
    grens = {"een": 1, "2": 2, "alle": 3}[keuzes]
    model: dict[str, set[int]] = {}
    for wie, optie, daad in daden:
        tik(tx, handeling(wijk, namen[wie]), opties[optie], daad)
        had = model.get(namen[wie])
        if daad == "erbij" and grens == 1:
            model[namen[wie]] = {optie}
        elif daad == "erbij" and len((had or set()) | {optie}) <= grens:
            model[namen[wie]] = (had or set()) | {optie}
        elif daad == "weg" and grens > 1 and had:
            model[namen[wie]] = had - {optie}
    assert tel(tx, "bewijs_prive") == tel(tx, "stemkoppeling") == len(model)
    peiling.sluit(tx, handeling(wijk, NOOR), kenmerk(tx), zeker=True)
    opzet = Opzet(("a", "b", "c"), {"max_keuzes": None if grens == 3 else grens})
    geteld = METHODEN["keuze"].tel(opzet, peilingen.tel(tx, nieuwste(tx)))
    assert [regel.aantallen[0] for regel in geteld.regels] == [
        sum(optie in gekozen for gekozen in model.values()) for optie in range(3)
    ]
    assert (geteld.stemmen, geteld.leeg) == (len(model), sum(not gekozen for gekozen in model.values()))
    assert (tel(tx, "stembiljet"), tel(tx, "stemkoppeling")) == (len(model), 0)
    punt.rollback()


def test_a_poll_that_the_spelregels_name_has_the_answers_that_were_agreed(tx: Connection, wijk: int) -> None:
    beeld = GedeeldBeeld(Fraction(1, 2), ">", "Welke?", ("Groen",))
    volg_instellingen(tx, wijk, replace(Spelregels(), drempels=(beeld,)).canoniek())
    open_(tx, wijk)
    with pytest.raises(Geweigerd) as nee:
        open_(tx, wijk, besluit="ja")
    assert (nee.value.sleutel, nee.value.velden) == ("peiling.afgesproken_antwoorden", {"antwoorden": "Groen"})
    anders: dict[str, Any] = {"kwesties.opties": ["Groen", "Rood", "Geel"], "kwesties.hoeveel": "2"}
    with pytest.raises(Geweigerd) as nee:
        open_(tx, wijk, besluit="ja", methode="kwesties", **anders)
    assert nee.value.sleutel == "peiling.afgesproken_manier"
    goed: dict[str, Any] = {"keuze.opties": ["groen", "Rood"]}
    open_(tx, wijk, besluit="ja", **goed)

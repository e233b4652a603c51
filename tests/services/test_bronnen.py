"""Where the conditions that count no people get their figures: a poll, a declaration, kaders and commitments."""

from dataclasses import asdict, replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from sqlalchemy import Connection, insert, update

from berichten import Toon, vertaal
from berichten.drempels import woorden
from bot.errors import Geweigerd
from bot.rules.drempels import Drempel
from bot.rules.drempels.gedeeld_beeld import GedeeldBeeld
from bot.rules.drempels.intekening import Intekening
from bot.rules.drempels.kaders import Kaders
from bot.rules.drempels.verklaring import Verklaring
from bot.rules.spelregels import Spelregels
from bot.rules.wegen import Drempelstand
from bot.services import tellen
from bot.services.bronnen import Vraag, weeg
from bot.services.handeling import AMSTERDAM
from bot.services.peilingsteun import eis_te_wegen
from bot.services.uitslagblad import leg_tussenstand_vast
from bot.storage import aanbiedingen, huishoudens, intekeningen, kaders, peilingen, tables, verhuizingen, verklaringen
from bot.storage.spelregels import volg_instellingen
from bot.storage.stemmers import Kiezer
from tests.builders import (
    NU,
    een_account,
    een_bewoner,
    een_huishouden,
    een_peiling,
    een_publiek_id,
    een_rol,
    een_wijk,
)
from tests.services.test_bewijslog import publiek

BEELD = GedeeldBeeld(Fraction(1, 2), ">", "Doen we het?", ("Ja", "ja, als"))
WIE = {"naam": "Fatma", "functie": "opbouwwerker", "opdrachtgever": "Welzijn"}


def stand(tx: Connection, wijk: int, drempel: Drempel, versie: int = 0, **velden: Any) -> Drempelstand:
    return weeg(tx, Vraag(wijk, replace(Spelregels(), versie=versie, drempels=(drempel,)), drempel, **velden))


def stel_vast(tx: Connection, wijk: int, versie: int, drempel: Drempel, op: Any) -> None:
    regels = replace(Spelregels(), versie=versie, drempels=(drempel,))
    rij = {"wijk": wijk, "versie": versie, "inhoud": regels.canoniek(), "uit_instellingen": False}
    tx.execute(insert(tables.spelregels).values(vastgesteld_op=op, **rij))


def stem(tx: Connection, wijk: int, peiling: int, inhoud: str, aantal: int) -> None:
    for _ in range(aantal):
        peilingen.stem(
            tx, wijk, peiling, Kiezer("bewoner", een_bewoner(tx, wijk)), inhoud, een_publiek_id().encode()[:16]
        )


OPTIES = ("ja", "Ja, als", "nee", "weet niet")


def test_a_poll_counts_after_closing_by_its_question_or_its_id_and_only_as_numbers(tx: Connection) -> None:
    wijk = een_wijk(tx)
    peiling = een_peiling(tx, wijk, OPTIES, vraag="doen  we HET?")
    stem(tx, wijk, peiling, "[0]", 4)
    stem(tx, wijk, peiling, "[1]", 3)
    stem(tx, wijk, peiling, "[2]", 6)
    assert stand(tx, wijk, BEELD).delen == ({"staat": "open", "ingetrokken": 0},)
    peilingen.sluit(tx, peiling, NU)

    uit = stand(tx, wijk, BEELD)

    assert (uit.verdict, uit.teller, uit.noemer) == ("gehaald", 7, 13)
    assert uit.delen[0]["anders"] == 6
    gevonden = peilingen.zoek(tx, wijk, id=peiling)
    assert gevonden is not None
    assert stand(tx, wijk, replace(BEELD, peiling=gevonden.publiek_id)).teller == 7
    assert stand(tx, een_wijk(tx, "Elders"), BEELD).delen[0]["staat"] == "geen"


@pytest.mark.parametrize(("nee", "weet_niet", "klein"), [(12, 1, True), (8, 5, False)])
def test_exact_support_is_not_shown_where_the_rounded_result_leaves_out_a_few(
    tx: Connection, nee: int, weet_niet: int, klein: bool
) -> None:
    """Of 33 votes, 20 in support and about 10 against, it would be plain how many did not know."""
    wijk = een_wijk(tx)
    peiling = een_peiling(tx, wijk, ("Ja", "Nee", "Weet niet"), vraag="Doen we het?")
    for inhoud, aantal in (("[0]", 20), ("[1]", nee), ("[2]", weet_niet)):
        stem(tx, wijk, peiling, inhoud, aantal)
    peilingen.sluit(tx, peiling, NU)
    regels = replace(Spelregels(), drempels=(replace(BEELD, voor=("Ja",)),))
    volg_instellingen(tx, wijk, regels.canoniek())
    leg_tussenstand_vast(tx, wijk, NU, AMSTERDAM, bytes(32))

    (uitslag,) = [blad for blad in publiek(tx, wijk) if blad["soort"] == "uitslag"]
    (met,) = uitslag["met_staf"]
    assert (met["verdict"], met["teller"]) == ("gehaald", None if klein else 20)
    kader = tellen.begin(tx, wijk, NU, AMSTERDAM)
    (export,) = next(deel for deel in tellen.DELEN if deel.__name__ == "_drempels")(tx, kader, 0).onderdelen
    assert (export.metingen["teller"], export.metingen["nodig"]) == ("niet getoond" if klein else 20, 0)
    toon = Toon(vertaal("nl"), AMSTERDAM, "")
    data = {**asdict(stand(tx, wijk, regels.drempels[0])), "zonder_team": {}, "vertrokken": {}}
    assert ("20" in str(woorden("gedeeld_beeld").alinea(toon, data, data))) is not klein
    assert ("20" in str(woorden("gedeeld_beeld").balken(toon, data, data))) is not klein


def test_with_several_choices_a_ballot_supports_once_and_an_empty_one_does_not(tx: Connection) -> None:
    wijk = een_wijk(tx)
    peiling = een_peiling(tx, wijk, OPTIES, instellingen={"max_keuzes": None})
    for inhoud, aantal in (("[0,1]", 5), ("[1,2]", 2), ("[2]", 1), ("[]", 2)):
        stem(tx, wijk, peiling, inhoud, aantal)
    peilingen.sluit(tx, peiling, NU)

    uit = stand(tx, wijk, BEELD)

    assert (uit.teller, uit.noemer) == (7, 10)
    assert (uit.delen[0]["leeg"], uit.delen[0]["anders"]) == (2, 1)


def test_a_ballot_of_points_supports_when_more_than_half_of_them_do(tx: Connection) -> None:
    wijk = een_wijk(tx)
    peiling = een_peiling(tx, wijk, OPTIES, methode="punten", instellingen={"punten": 10})
    for inhoud, aantal in (("[5,0,5,0]", 4), ("[3,3,4,0]", 5), ("[10,0,0,0]", 2), ("[0,0,0,10]", 3)):
        stem(tx, wijk, peiling, inhoud, aantal)
    peilingen.sluit(tx, peiling, NU)
    assert (stand(tx, wijk, BEELD).teller, stand(tx, wijk, BEELD).noemer) == (7, 14)


@pytest.mark.parametrize(
    ("velden", "opties", "staat"),
    [
        ({"over_besluit": False}, OPTIES, "geen"),
        ({"vraag": "Doen we iets anders?"}, OPTIES, "geen"),
        ({}, ("ja", "nee"), "opties"),
    ],
)
def test_another_poll_or_other_answers_decide_nothing(
    tx: Connection, velden: dict[str, Any], opties: tuple[str, ...], staat: str
) -> None:
    wijk = een_wijk(tx)
    peilingen.sluit(tx, een_peiling(tx, wijk, opties, **velden), NU)

    uit = stand(tx, wijk, BEELD)

    assert (uit.verdict, uit.delen[0]["staat"]) == ("onbeslist", staat)


def test_a_second_poll_with_the_same_question_does_not_replace_the_first_but_for_one_withdrawn(tx: Connection) -> None:
    wijk = een_wijk(tx)
    ingetrokken, eerste, later = (een_peiling(tx, wijk, OPTIES) for _ in range(3))
    peilingen.sluit(tx, ingetrokken, NU, ingetrokken=True)
    stem(tx, wijk, eerste, "[2]", 10)
    stem(tx, wijk, later, "[0]", 10)
    for peiling in (eerste, later):
        peilingen.sluit(tx, peiling, NU)

    uit = stand(tx, wijk, BEELD)

    assert (uit.verdict, uit.delen[0]["ingetrokken"]) == ("niet_gehaald", 1)


@pytest.mark.parametrize(
    ("gesloten", "staat"), [(timedelta(hours=-1), "te_laat"), (timedelta(0), "te_laat"), (timedelta(hours=1), "geteld")]
)
def test_a_poll_that_closed_before_it_was_named_counts_for_no_version(
    tx: Connection, gesloten: timedelta, staat: str
) -> None:
    wijk = een_wijk(tx)
    peiling = een_peiling(tx, wijk, OPTIES)
    stem(tx, wijk, peiling, "[0]", 10)
    stel_vast(tx, wijk, 1, replace(BEELD, peiling="Een andere vraag"), NU - timedelta(days=9))
    stel_vast(tx, wijk, 2, BEELD, NU)
    stel_vast(tx, wijk, 3, replace(BEELD, aandeel=Fraction(2, 3)), NU + timedelta(days=1))
    peilingen.sluit(tx, peiling, NU + gesloten)

    assert stand(tx, wijk, BEELD, versie=3).delen[0]["staat"] == staat
    assert stand(tx, wijk, BEELD).delen[0]["staat"] == "geteld"  # a concept takes all there is


def verklaar(tx: Connection, wijk: int, uitspraak: str, versie: int = 1, account: int | None = None) -> None:
    door = een_account(tx, extern_id=een_publiek_id())
    stuk = None
    if uitspraak != "ingetrokken":
        rij = insert(tables.stuk).values(
            wijk=wijk, publiek_id=een_publiek_id(), naam="v.pdf", inhoud=b"%PDF", sha256="0" * 64, file_id="f",
            gemaakt_door=door, gemaakt_op=NU,
        )  # fmt: skip
        stuk = tx.execute(rij.returning(tables.stuk.c.id)).scalar_one()
    velden = {"redenen": "Ik liep mee.", "dag": date(2027, 2, 1), "stuk": stuk, "account": account, "versie": versie}
    verklaringen.voeg_toe(
        tx, wijk, publiek_id=een_publiek_id(), uitspraak=uitspraak, op=NU, gemaakt_door=door, **WIE, **velden
    )


VERKLARING = Verklaring(WIE["naam"], WIE["functie"], WIE["opdrachtgever"])


def test_the_last_declaration_holds_until_it_is_withdrawn_and_nothing_goes(tx: Connection) -> None:
    wijk = een_wijk(tx)
    gezien = [stand(tx, wijk, VERKLARING, versie=2).verdict]
    for uitspraak in ("gehoord", "niet_gehoord", "ingetrokken", "gehoord"):
        verklaar(tx, wijk, uitspraak)
        gezien.append(stand(tx, wijk, VERKLARING, versie=2).verdict)

    assert gezien == ["onbeslist", "gehaald", "niet_gehaald", "onbeslist", "gehaald"]
    assert len(verklaringen.alle(tx, wijk)) == 4
    assert verklaringen.alle(tx, wijk)[0].stuknaam == "v.pdf"
    assert stand(tx, wijk, VERKLARING, versie=2, met_staf=False).verdict == "gehaald"


def test_what_was_declared_before_the_first_version_was_fixed_counts_for_none(tx: Connection) -> None:
    wijk = een_wijk(tx)
    verklaar(tx, wijk, "gehoord", versie=0)

    assert stand(tx, wijk, VERKLARING).verdict == "gehaald"
    assert stand(tx, wijk, VERKLARING, versie=1).verdict == "onbeslist"


def leg_vast(tx: Connection, wijk: int, door: int, aantal: int) -> None:
    for _ in range(aantal):
        blad = tx.execute(insert(tables.bewijs).values(wijk=wijk, blad="{}").returning(tables.bewijs.c.id)).scalar_one()
        prive = {"bewoner": een_bewoner(tx, wijk), "soort": "gesprek", "onderwerp": een_publiek_id(), "methode": "x"}
        tx.execute(
            insert(tables.bewijs_prive).values(
                bewijs=blad, wijk=wijk, vastlegger=door, sleutel=b"s" * 32, record="{}", **prive
            )
        )


def test_who_recorded_more_than_the_agreed_part_by_any_account_cannot_declare(tx: Connection) -> None:
    wijk = een_wijk(tx)
    bewoner = een_bewoner(tx, wijk)
    een, ander = een_account(tx, "een", bewoner=bewoner), een_account(tx, "ander", bewoner=bewoner)
    iemand = een_account(tx, "iemand")
    verklaar(tx, wijk, "gehoord", account=een)
    leg_vast(tx, wijk, iemand, 4)
    leg_vast(tx, wijk, ander, 1)
    assert stand(tx, wijk, VERKLARING, versie=1).verdict == "gehaald"
    leg_vast(tx, wijk, een, 1)
    assert stand(tx, wijk, VERKLARING, versie=1).delen[0]["reden"] == "vastlegger"
    leg_vast(tx, wijk, iemand, 4)
    assert stand(tx, wijk, VERKLARING, versie=1).verdict == "gehaald"
    een_rol(tx, wijk, "organisator", "ander")
    assert stand(tx, wijk, VERKLARING, versie=1).delen[0]["reden"] == "organisator"


def test_of_each_kader_the_last_judgement_holds(tx: Connection) -> None:
    wijk = een_wijk(tx)
    drempel = Kaders(("Betaalbaar", "Samen"))
    door = een_account(tx)
    gezien = []
    for kader, oordeel in (
        ("Betaalbaar", "voldaan"),
        ("Samen", "niet_voldaan"),
        ("Samen", "open"),
        ("Samen", "voldaan"),
    ):
        kaders.voeg_toe(
            tx, wijk, publiek_id=een_publiek_id(), kader=kader, oordeel=oordeel, toelichting="zo", versie=1, op=NU,
            gemaakt_door=door,
        )  # fmt: skip
        gezien.append(stand(tx, wijk, drempel, versie=1).verdict)

    assert gezien == ["onbeslist", "niet_gehaald", "onbeslist", "gehaald"]
    assert len(kaders.alle(tx, wijk)) == 4


def een_aanbod(tx: Connection, wijk: int, wat: str = "deelnameverklaring") -> int:
    door = een_account(tx, extern_id=een_publiek_id())
    velden: dict[str, Any] = {
        "titel": "Warmtenet",
        "tekst": "Zo",
        "kosten": "Niets",
        "gas": "Het gas stopt in 2035",
        "op": NU,
    }
    return aanbiedingen.maak(
        tx,
        wijk,
        publiek_id=een_publiek_id(),
        wat=wat,
        sluit_op=NU + timedelta(days=9),
        gemaakt_door=door,
        **velden,
    )


def op_papier_van(aanbod: int, huis: int, versie: int, door: int) -> dict[str, Any]:
    vast = {"hoe": "papier", "dag": NU.date(), "versie": versie, "op": NU}
    return {"aanbod": aanbod, "huishouden": huis, "vastlegger": door, **vast}


def test_an_address_counts_once_and_what_staff_wrote_down_is_told_apart(tx: Connection) -> None:
    wijk = een_wijk(tx)
    aanbod = een_aanbod(tx, wijk)
    huis, op_papier, ouder = (een_huishouden(tx, wijk, volwassenen=2).id for _ in range(3))
    for _ in range(2):
        intekeningen.teken_in(tx, wijk, aanbod, een_bewoner(tx, wijk, huis), huis, 1, NU, NU.date())
    door = een_account(tx, "staf")
    for papier in (huis, op_papier):
        intekeningen.schrijf_op(tx, wijk, [op_papier_van(aanbod, papier, 1, door)])
    intekeningen.teken_in(tx, wijk, aanbod, een_bewoner(tx, wijk, ouder), ouder, 0, NU, NU.date())

    drempel = Intekening(3)

    assert stand(tx, wijk, drempel).teller == 3
    assert stand(tx, wijk, drempel, versie=1).teller == 2
    assert stand(tx, wijk, drempel, versie=1, met_staf=False).teller == 1


def test_owners_are_addresses_that_are_owned_and_unknown_ones_only_widen(tx: Connection) -> None:
    wijk = een_wijk(tx)
    aanbod = een_aanbod(tx, wijk)
    for eigendom in ("koop", "koop", "huur", None):
        huis = een_huishouden(tx, wijk).id
        tx.execute(update(tables.huishouden).where(tables.huishouden.c.id == huis).values(eigendom=eigendom))
        intekeningen.teken_in(tx, wijk, aanbod, een_bewoner(tx, wijk, huis), huis, 0, NU, NU.date())

    uit = stand(tx, wijk, Intekening(3, van="eigenaren"))

    assert (uit.verdict, uit.teller, uit.bovengrens) == ("onbeslist", 2, 3)
    assert stand(tx, wijk, Intekening(3)).teller == 4


def test_who_left_or_took_it_back_counts_no_more_and_neither_does_an_offer_that_was_withdrawn(tx: Connection) -> None:
    wijk = een_wijk(tx)
    aanbod = een_aanbod(tx, wijk)
    blijft, weg, terug = (een_bewoner(tx, wijk) for _ in range(3))
    for bewoner in (blijft, weg, terug):
        huis = een_huishouden(tx, wijk).id
        intekeningen.teken_in(tx, wijk, aanbod, bewoner, huis, 0, NU, NU.date())
    tx.execute(update(tables.bewoner).where(tables.bewoner.c.id == weg).values(tot=NU))
    assert intekeningen.teken_af(tx, aanbod, terug)
    assert not intekeningen.teken_af(tx, aanbod, terug)
    assert stand(tx, wijk, Intekening(1)).teller == 1
    aanbiedingen.trek_in(tx, aanbod, NU)
    assert stand(tx, wijk, Intekening(1)).teller == 0


def test_of_an_address_whose_people_move_nothing_counts_also_not_what_was_on_paper(tx: Connection) -> None:
    wijk = een_wijk(tx)
    aanbod, door = een_aanbod(tx, wijk), een_account(tx)
    zelf, op_papier = (een_huishouden(tx, wijk).id for _ in range(2))
    intekeningen.teken_in(tx, wijk, aanbod, een_bewoner(tx, wijk, zelf), zelf, 0, NU, NU.date())
    intekeningen.schrijf_op(tx, wijk, [op_papier_van(aanbod, op_papier, 0, door)])
    assert stand(tx, wijk, Intekening(1)).teller == 2
    verhuizingen.beeindig(tx, wijk, sorted(huishoudens.sleutels(tx, wijk)), NU)
    assert stand(tx, wijk, Intekening(1)).teller == 0


def test_interest_commitment_and_purchase_are_counted_apart(tx: Connection) -> None:
    wijk = een_wijk(tx)
    bewoner, huis = een_bewoner(tx, wijk), een_huishouden(tx, wijk).id
    for wat in ("interesse", "inschrijving"):
        intekeningen.teken_in(tx, wijk, een_aanbod(tx, wijk, wat), bewoner, huis, 0, NU, NU.date())

    uit = stand(tx, wijk, Intekening(1))

    assert uit.verdict == "niet_gehaald"
    assert {deel["wat"]: deel["huishoudens"] for deel in uit.delen} == {
        "interesse": 1, "deelnameverklaring": 0, "inschrijving": 1
    }  # fmt: skip


@pytest.mark.parametrize(
    ("methode", "instellingen", "steun", "voor", "anders"),
    [
        ("keuze", {"max_keuzes": 1}, ("Rood",), "[0]", "[1]"),
        ("schaal", {"laag": "slecht", "hoog": "goed"}, ("4", "5"), "[3]", "[2]"),
        ("punten", {"punten": 3}, ("rood",), "[2,1,0]", "[1,2,0]"),
        ("consent", {"voorstel": "Een net"}, ("geen bezwaar",), '["g"]', '["b","Te duur"]'),
        ("deep_democracy", {"voorstel": "Een net"}, ("voor",), '["v"]', '["t","Een plek"]'),
        ("stellingen", {}, ("Rood",), '"e--"', '"oe-"'),
        ("datum", {}, ("Rood",), None, None),
        ("kwesties", {"hoeveel": 2}, ("Rood",), None, None),
    ],
)
def test_of_each_method_with_sides_the_agreed_lines_are_support_and_others_cannot_be_named(
    tx: Connection, methode: str, instellingen: dict[str, Any], steun: tuple[str, ...], voor: Any, anders: Any
) -> None:
    wijk, drempel = een_wijk(tx), replace(BEELD, voor=steun)
    opties = ("Rood", "Blauw", "Geel")
    peiling = een_peiling(tx, wijk, opties, methode=methode, instellingen=instellingen)
    if voor is None:
        with pytest.raises(Geweigerd, match=r"spelregelvorm\.peiling_telt_niet"):
            eis_te_wegen(tx, wijk, [drempel], "bewoners")
        assert stand(tx, wijk, drempel).delen[0]["staat"] == "geen"
        return
    eis_te_wegen(tx, wijk, [drempel], "bewoners")
    with pytest.raises(Geweigerd, match=r"spelregelvorm\.peiling_antwoorden"):
        eis_te_wegen(tx, wijk, [BEELD], "bewoners")
    stem(tx, wijk, peiling, voor, 7)
    stem(tx, wijk, peiling, anders, 5)
    peilingen.sluit(tx, peiling, NU)
    uit = stand(tx, wijk, drempel)
    assert (uit.delen[0]["staat"], uit.teller, uit.noemer) == ("geteld", 7, 12)
    with pytest.raises(Geweigerd, match=r"spelregelvorm\.peiling_dicht"):
        eis_te_wegen(tx, wijk, [drempel], "bewoners")


def test_a_poll_in_which_too_few_voted_by_its_own_rule_meets_nothing(tx: Connection) -> None:
    """Its result says that nothing follows from it; the condition may not say otherwise."""
    wijk = een_wijk(tx)
    peiling = een_peiling(tx, wijk, OPTIES, minste_stemmen=13)
    stem(tx, wijk, peiling, "[0]", 12)
    peilingen.sluit(tx, peiling, NU)
    uit = stand(tx, wijk, BEELD)
    assert (uit.verdict, uit.nodig, uit.delen[0]["minste_stemmen"]) == ("niet_gehaald", 1, 13)


def test_a_poll_of_a_street_or_a_school_is_not_the_one_that_was_agreed(tx: Connection) -> None:
    wijk = een_wijk(tx)
    straat = een_peiling(tx, wijk, OPTIES, doelgroep="straat", doelgroep_bereik="Merelweg")
    eigenaars = een_peiling(tx, wijk, OPTIES, doelgroep="koop")
    for peiling in (straat, eigenaars):
        stem(tx, wijk, peiling, "[0]", 10)
        peilingen.sluit(tx, peiling, NU)
    assert stand(tx, wijk, BEELD).delen[0]["staat"] == "geen"
    vraag = Vraag(wijk, replace(Spelregels(), versie=0, eenheid="eigenaren", drempels=(BEELD,)), BEELD)
    assert weeg(tx, vraag).verdict == "gehaald", "where owners are counted, theirs is"
    van_allen = een_peiling(tx, wijk, OPTIES)
    een_peiling(tx, wijk, OPTIES, naast=van_allen, school="Klas 2")
    assert stand(tx, wijk, BEELD).delen[0]["staat"] == "open", "that of the residents"


def test_a_version_in_the_place_of_the_poll_that_was_named_is_named_too_if_it_asks_the_same(tx: Connection) -> None:
    wijk = een_wijk(tx)
    oud = een_peiling(tx, wijk, OPTIES)
    peilingen.sluit(tx, oud, NU, ingetrokken=True)
    genoemd = peilingen.zoek(tx, wijk, id=oud)
    assert genoemd is not None
    naam = replace(BEELD, peiling=genoemd.publiek_id)
    nieuw = een_peiling(tx, wijk, OPTIES, vervangt=oud, versie=2, wijziging="Korter", vraag="Iets anders?")
    assert stand(tx, wijk, naam).delen[0]["staat"] == "geen"
    tx.execute(update(tables.peiling).where(tables.peiling.c.id == nieuw).values(vraag="Doen  we het?"))
    stem(tx, wijk, nieuw, "[0]", 10)
    peilingen.sluit(tx, nieuw, NU)
    assert stand(tx, wijk, naam).verdict == "gehaald"


def test_of_a_poll_of_the_geledingen_only_residents_are_support(tx: Connection) -> None:
    wijk = een_wijk(tx)
    peiling = een_peiling(tx, wijk, OPTIES, doelgroep="geleding", weging="geleding")
    for nr, (geleding, inhoud) in enumerate(
        [("burgers", "[0]")] * 6 + [("burgers", "[2]")] * 5 + [("bedrijven", "[2]")] * 9
    ):
        als = Kiezer("bewoner", een_bewoner(tx, wijk), geleding=geleding)
        peilingen.stem(tx, wijk, peiling, als, inhoud, bytes([nr]) * 16)
    peilingen.sluit(tx, peiling, NU)
    uit = stand(tx, wijk, BEELD)
    assert (uit.verdict, uit.teller, uit.noemer) == ("gehaald", 6, 11)

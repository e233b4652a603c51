"""Series of figures: making one, adding and mending a figure, a file of them, and who sees what."""

from dataclasses import replace

import pytest
from sqlalchemy import Connection, func, select

from berichten import Boodschap
from bot.errors import Geweigerd, InvoerFout
from bot.services import cijfer, formulier, indicator, indicatorinvoer, voorstel
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling
from bot.storage import accounts, indicatoren
from bot.storage import tables as t
from tests.builders import een_account, een_bewoner, een_wijk, handeling

IBRAHIM, NOOR, ANNA = "9002", "9001", "anna"
FORMS = {een.soort: een for een in (indicator.FORMULIER, cijfer.PUNT, cijfer.VERBETERING)}
KOP = "indicator;datum;waarde;bron;eenheid;reden"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR)])
    een_account(tx, ANNA, bewoner=een_bewoner(tx, wijk))
    return wijk


def doe(tx: Connection, wijk: int, *antwoorden: str) -> Boodschap:
    """Answer the open form of Noor, and say yes to its preview."""
    for antwoord in antwoorden:
        if ":" in antwoord:
            formulier.kies(tx, handeling(wijk, NOOR), FORMS, *antwoord.split(":", 1))
        else:
            formulier.typ(tx, handeling(wijk, NOOR), FORMS, antwoord)
    return formulier.bevestig(tx, handeling(wijk, NOOR), FORMS)


def een_reeks(tx: Connection, wijk: int, soort: str = "maand", openbaar: str = "nee") -> str:
    formulier.begin(tx, handeling(wijk, NOOR), indicator.FORMULIER)
    data = doe(tx, wijk, "Isolatie", "woningen", "Huizen met isolatie.", f"soort:{soort}", f"openbaar:{openbaar}").data
    welke: str = data["id"]
    return welke


def erbij(tx: Connection, wijk: int, reeks: str, *antwoorden: str) -> Boodschap:
    cijfer.begin_punt(tx, handeling(wijk, NOOR), reeks)
    return doe(tx, wijk, *antwoorden)


def waarden(tx: Connection, wijk: int, reeks: str) -> list[tuple[str, str, str]]:
    data = indicator.toon(tx, handeling(wijk, ANNA), reeks).data
    return [(een["begin"], een["waarde"], een["bron"]) for een in data["cijfers"]]


def lever_in(tx: Connection, wijk: int, *regels: str) -> tuple[int, bool]:
    return indicatorinvoer.bied_aan(tx, handeling(wijk, NOOR), "\n".join([KOP, *regels]).encode(), "c.csv")


def test_the_next_figure_asks_only_its_value(tx: Connection, wijk: int) -> None:
    reeks = een_reeks(tx, wijk)
    assert indicator.lijst(tx, handeling(wijk, ANNA)).data["reeksen"] == []
    erbij(tx, wijk, reeks, "december 2026", "120,50", "Gemeente")
    vraag = cijfer.begin_punt(tx, handeling(wijk, NOOR), reeks)
    assert vraag.data["veld"] == "waarde"
    doe(tx, wijk, "131")
    assert waarden(tx, wijk, reeks) == [("2026-12-01", "120.5", "Gemeente"), ("2027-01-01", "131", "Gemeente")]
    assert indicator.lijst(tx, handeling(wijk, ANNA)).data["reeksen"][0]["laatste"]["waarde"] == "131"


def test_a_period_that_has_a_figure_is_mended_with_a_reason_and_all_stays_to_be_read(tx: Connection, wijk: int) -> None:
    reeks = een_reeks(tx, wijk)
    erbij(tx, wijk, reeks, "januari 2027", "120", "Gemeente")
    cijfer.begin_punt(tx, handeling(wijk, NOOR), reeks)
    doe(tx, wijk, "130")
    assert cijfer.begin_punt(tx, handeling(wijk, NOOR), reeks).data["veld"] == "begin"  # the next one is still to come
    with pytest.raises(Geweigerd, match=r"indicator\.bestaat"):
        doe(tx, wijk, "januari 2027", "140", "Gemeente")
    cijfer.begin_verbetering(tx, handeling(wijk, NOOR), reeks, "2027-01-01")
    doe(tx, wijk, "125", "Corporatie", "Dubbel geteld.")
    cijfer.begin_verbetering(tx, handeling(wijk, NOOR), reeks, "2027-02-01")
    data = doe(tx, wijk, "waarde:geen", "Corporatie", "Nog niet klaar.").data
    assert waarden(tx, wijk, reeks) == [("2027-01-01", "125", "Corporatie")]
    assert [(een["was"], een["waarde"], een["reden"]) for een in data["verbeterd"]] == [
        ("120", "125", "Dubbel geteld."), ("130", None, "Nog niet klaar."),
    ]  # fmt: skip
    with pytest.raises(Geweigerd, match=r"indicator\.geen_cijfer"):
        cijfer.begin_verbetering(tx, handeling(wijk, NOOR), reeks, "2027-02-01")
    assert tx.scalar(select(func.count()).select_from(t.indicatorpunt)) == 4


def test_a_figure_over_another_kind_of_period_is_refused(tx: Connection, wijk: int) -> None:
    reeks = een_reeks(tx, wijk)
    cijfer.begin_punt(tx, handeling(wijk, NOOR), reeks)
    with pytest.raises(Geweigerd, match=r"indicator\.andere_soort"):
        doe(tx, wijk, "2026", "120", "Gemeente")


def met_tweede(wijk: int, wat: str) -> Handeling:
    return replace(handeling(wijk, NOOR), tweede_persoon=frozenset({wat}))


def test_a_second_person_agrees_to_a_mended_figure_and_to_no_single_new_one(tx: Connection, wijk: int) -> None:
    reeks = een_reeks(tx, wijk)
    cijfer.begin_punt(tx, handeling(wijk, NOOR), reeks)
    for antwoord in ("januari 2027", "120", "Gemeente"):
        formulier.typ(tx, handeling(wijk, NOOR), FORMS, antwoord)
    formulier.bevestig(tx, met_tweede(wijk, "invoer"), FORMS)
    assert waarden(tx, wijk, reeks) == [("2027-01-01", "120", "Gemeente")]
    cijfer.begin_verbetering(tx, handeling(wijk, NOOR), reeks, "2027-01-01")
    for antwoord in ("125", "Gemeente", "Dubbel geteld."):
        formulier.typ(tx, handeling(wijk, NOOR), FORMS, antwoord)
    gevraagd = formulier.bevestig(tx, met_tweede(wijk, "correctie"), FORMS)
    assert gevraagd.soort == "voorstel.gemaakt"
    assert waarden(tx, wijk, reeks) == [("2027-01-01", "120", "Gemeente")]
    voorstel.akkoord(tx, handeling(wijk, IBRAHIM), gevraagd.data["id"])
    assert waarden(tx, wijk, reeks) == [("2027-01-01", "125", "Gemeente")]


@pytest.mark.parametrize(
    ("wat", "nieuw", "verbetert"), [("invoer", True, True), ("correctie", False, True), ("bericht", False, False)]
)
def test_a_file_waits_as_much_at_once_and_as_a_correction(
    tx: Connection, wijk: int, wat: str, nieuw: bool, verbetert: bool
) -> None:
    een_reeks(tx, wijk)
    lever_in(tx, wijk, "Isolatie;2026-11;110;Gemeente;;")
    for regel, wacht in (
        ("Isolatie;2026-12;120;Gemeente;;", nieuw),
        ("Isolatie;2026-11;111;Gemeente;;Eén vergeten.", verbetert),
    ):
        inhoud = f"{KOP}\n{regel}".encode()
        assert indicatorinvoer.bied_aan(tx, met_tweede(wijk, wat), inhoud, "c.csv") == (1, wacht)


def test_a_file_makes_and_fills_series_and_twice_is_once(tx: Connection, wijk: int) -> None:
    reeks = een_reeks(tx, wijk)
    regels = ["isolatie;2026-12;120;Gemeente;;", "Gas;2025;955,5;CBS;m3;"]
    assert lever_in(tx, wijk, *regels) == (2, False)
    assert lever_in(tx, wijk, *regels) == (0, False)
    assert waarden(tx, wijk, reeks) == [("2026-12-01", "120", "Gemeente")]
    gas = indicatoren.alle(tx, wijk)[1]
    assert (gas.naam, gas.soort, gas.openbaar) == ("Gas", "jaar", False)
    assert lever_in(tx, wijk, "Isolatie;2026-12;121;Gemeente;;Eén vergeten.") == (1, False)
    assert waarden(tx, wijk, reeks) == [("2026-12-01", "121", "Gemeente")]


@pytest.mark.parametrize(
    ("regel", "zegt"),
    [
        ("Onbekend;2026;1;CBS;;", "regel 3: indicator: 'Onbekend' is nieuw; zet in de kolom eenheid"),
        (
            "Isolatie;2026-12;121;Gemeente;;",
            "regel 3: datum: 2026-12-01 heeft al 120 (Gemeente); zet in",
        ),
        ("Isolatie;2026;121;Gemeente;;", "regel 3: datum: 'Isolatie' gaat per maand, en hier staat een jaar"),
    ],
)
def test_a_file_that_does_not_fit_writes_nothing(tx: Connection, wijk: int, regel: str, zegt: str) -> None:
    reeks = een_reeks(tx, wijk)
    lever_in(tx, wijk, "Isolatie;2026-12;120;Gemeente;;")
    with pytest.raises(InvoerFout) as nee:
        lever_in(tx, wijk, "Gas;2025;955,5;CBS;m3;", regel)
    assert zegt in str(nee.value)
    indicatorinvoer.wacht(tx, handeling(wijk, NOOR))
    with pytest.raises(Geweigerd, match=r"indicator\.fout"):
        indicatorinvoer.neem(tx, handeling(wijk, NOOR), f"{KOP}\n{regel}".encode())
    assert len(indicatoren.alle(tx, wijk)) == 1
    assert waarden(tx, wijk, reeks) == [("2026-12-01", "120", "Gemeente")]


def test_who_may_not_is_refused_and_a_stopped_series_is_gone(tx: Connection, wijk: int) -> None:
    reeks = een_reeks(tx, wijk)
    anna = handeling(wijk, ANNA)
    for doen in (cijfer.begin_punt, cijfer.te_verbeteren):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            doen(tx, anna, reeks)
    with pytest.raises(Geweigerd, match="rol_nodig"):
        indicatorinvoer.neem(tx, anna, b"")
    with pytest.raises(Geweigerd, match="rol_nodig"):  # a begeleider makes nothing public
        indicator.zet_openbaar(tx, handeling(wijk, NOOR), reeks, aan=True)
    with pytest.raises(Geweigerd, match=r"indicator\.zelfde_naam"):
        een_reeks(tx, wijk)
    indicator.zet_openbaar(tx, handeling(wijk, IBRAHIM), reeks, aan=True)
    assert [een.publiek_id for een in indicatoren.alle(tx, wijk, openbaar=True)] == [reeks]
    assert indicator.stop(tx, handeling(wijk, IBRAHIM), reeks, zeker=False).soort == "cijfers.zeker"
    indicator.stop(tx, handeling(wijk, IBRAHIM), reeks, zeker=True)
    for publiek_id in (reeks, "x" * 22, ""):
        with pytest.raises(Geweigerd, match=r"indicator\.onbekend"):
            indicator.toon(tx, anna, publiek_id)
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        indicator.lijst(tx, handeling(wijk, "niemand"))

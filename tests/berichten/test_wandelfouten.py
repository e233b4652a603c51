"""What two walks through the chat found: what was offered in vain, said twice, or not said."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from berichten import Boodschap, Toon, render, vertaal
from tests.berichten.voorbeelden import VOORBEELDEN

TOON = Toon(vertaal("nl"), ZoneInfo("Europe/Amsterdam"), "https://t.me/GehoordBot", "Noor, 0318 12 34 56")


def gezegd(soort: str, toon: Toon = TOON, nummer: int = 0) -> str:
    return str(render(Boodschap(soort, VOORBEELDEN[soort][nummer]), toon))


def test_who_does_what_names_the_contact_of_the_settings_while_no_other_was_written() -> None:
    niets = {
        "delen": {},
        "afgesproken": [],
        "vast": False,
        "partners": False,
        "zetels": False,
        "organen": [],
        "mag": False,
    }
    tekst = render(Boodschap("wiedoetwat", niets), TOON).tekst
    assert "Noor, 0318 12 34 56" in tekst.partition(TOON.t.tekst("wiedoetwat.contact.gemeente"))[0]
    zonder = render(Boodschap("wiedoetwat", niets), replace(TOON, contact="")).tekst
    assert zonder.count(TOON.t.tekst("wiedoetwat.onbekend")) == tekst.count(TOON.t.tekst("wiedoetwat.onbekend")) + 1


def test_a_door_offers_its_page_only_where_pages_are_served() -> None:
    for soort in ("deur.straks", "deur.scherm"):
        assert "deur_groot" in gezegd(soort)
        assert "deur_groot" not in gezegd(soort, replace(TOON, paginas=False))


def test_a_sample_of_too_little_is_not_offered() -> None:
    assert "skpn" not in gezegd("steekproef")
    assert "skpn" in gezegd("steekproef", nummer=1)


def test_a_request_for_help_leads_to_the_menu_and_the_year_of_a_home_says_what_it_is() -> None:
    assert "data='menu'" in gezegd("hulpvraag.een")
    assert "bouwjaar 1968" in gezegd("gegevens")


def test_the_help_of_a_button_says_more_than_the_button() -> None:
    for naam in ("voorstellen", "peiling", "deur"):
        knop, uitleg = (set(TOON.t.plat(f"{wat}.{naam}").casefold().strip("?").split()) for wat in ("knop", "opdracht"))
        assert not knop & uitleg - {"de"}, naam


def test_guests_are_asked_for_only_where_they_may_come_and_the_day_of_a_meeting_fits_its_button() -> None:
    niemand, zonder, met = (gezegd("aanmeldhulp.wie", nummer=n) for n in range(3))
    zin = TOON.t.tekst("aanmeldhulp.gasten")
    assert (zin in niemand, zin in zonder, zin in met) == (False, False, True)
    assert "zo 28 mrt" in gezegd("aanmeldhulp", nummer=1), "before the title, which may be cut"


def test_who_can_take_no_seat_reads_why_there_is_no_button() -> None:
    zin = TOON.t.tekst("zetel.niets_open")
    assert [zin in gezegd("zetel.lijst", nummer=n) for n in range(3)] == [False, True, False]
    arabisch = render(Boodschap("zetel.lijst", VOORBEELDEN["zetel.lijst"][1]), replace(TOON, t=vertaal("ar"))).tekst
    assert ", " not in arabisch, "its own comma"


def test_who_is_still_busy_with_something_else_can_stop_it_from_here() -> None:
    bezig = render(Boodschap("geweigerd", {"sleutel": "formulier.eerst_afmaken", "velden": {}}), TOON)
    assert [knop.data for rij in bezig.knoppen for knop in rij] == ["fstop:alles", "menu"]
    anders = render(Boodschap("geweigerd", {"sleutel": "formulier.niets_open", "velden": {}}), TOON)
    assert [knop.data for rij in anders.knoppen for knop in rij] == ["menu"]


def test_who_types_where_a_button_is_wanted_reads_so_above_all_that_was_asked() -> None:
    """Of a step of joining, which is no question of a form, too; with its buttons, and nobody to call for it."""
    stap = Boodschap("welkom.toestemming", VOORBEELDEN["welkom.toestemming"][0])
    nee = {"sleutel": "formulier.knop", "velden": {}, "onder": [stap.soort, stap.data]}
    antwoord = render(Boodschap("geweigerd", nee), TOON)
    gevraagd = render(stap, TOON)
    assert antwoord.tekst == "Tik op een van de knoppen.\n\n" + gevraagd.tekst
    assert all(rij in gevraagd.knoppen for rij in antwoord.knoppen)


def test_of_a_seat_for_another_geleding_the_organisator_reads_what_is_for_the_team() -> None:
    """That it is not for them is for who would like the seat."""
    data = {**VOORBEELDEN["vacature.een"][0], "staat": "open", "ik": None, "nee": "andere_geleding", "kandidaten": []}
    zinnen = [TOON.t.tekst(een) for een in ("geweigerd.vacature.andere_geleding", "vacature.voor_team")]
    for beheer, leest in ((False, zinnen[0]), (True, zinnen[1])):
        tekst = render(Boodschap("vacature.een", {**data, "beheer": beheer}), TOON).tekst
        assert [zin for zin in zinnen if zin in tekst] == [leest]


def test_who_becomes_trekker_has_the_own_werkgroep_one_tap_away() -> None:
    alle = [een for een in VOORBEELDEN["uitnodiging.welkom"] if een["rol"] == "trekker"]
    knoppen = [rij[0].data for rij in render(Boodschap("uitnodiging.welkom", alle[0]), TOON).knoppen]
    assert knoppen == [f"wgt:{alle[0]['werkgroep']}", "menu"]


def test_the_consent_says_since_when_its_text_holds() -> None:
    tekst = render(Boodschap("welkom.toestemming", {"versie": 2, "al": False}), TOON).tekst
    assert "<i>Deze tekst geldt sinds 22 november 2026.</i>" in tekst

"""Every kind of message renders in every language, within Telegram's limits, whatever people typed."""

import copy
import re
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest

from berichten import Bericht, Boodschap, Toon, render, talen, vertaal
from berichten.bericht import MAKERS, inkorten
from berichten.peilingwoorden import met_dubbelepunt
from tests.berichten.bron import argumenten
from tests.berichten.lastig import LASTIG, Data
from tests.berichten.opmaak import lees, lengte
from tests.berichten.voorbeelden import VOORBEELDEN


def maak(taal: str, soort: str, data: Data) -> Bericht:
    toon = Toon(vertaal(taal), ZoneInfo("Europe/Amsterdam"), "https://t.me/GehoordBot", f"{LASTIG}, 0318 12 34 56")
    return render(Boodschap(soort, data), toon)


def test_every_kind_of_message_has_a_sample() -> None:
    assert set(VOORBEELDEN) == set(MAKERS)


def test_what_the_services_say_has_a_renderer() -> None:
    assert {soort for soort in argumenten("Boodschap") if "{" not in soort} <= set(MAKERS)


def bij_elk_voorbeeld(soort: str, proef: Callable[[Data, Bericht], None], *alleen_in: str) -> None:
    """Try each sample of a kind in every language, and say of which one it was that something is not right."""
    for taal in alleen_in or talen():
        for nummer, data in enumerate(VOORBEELDEN[soort]):
            vooraf = copy.deepcopy(data)
            try:
                proef(data, maak(taal, soort, data))
                assert data == vooraf, "a renderer changes nothing in its data"
            except Exception as fout:
                fout.add_note(f"{taal}, sample {nummer} of {soort}")
                raise


@pytest.mark.parametrize("soort", VOORBEELDEN)
def test_a_message_and_its_buttons_fit_its_markup_holds_and_nothing_in_it_was_left_unsaid(soort: str) -> None:
    def proef(data: Data, bericht: Bericht) -> None:
        gelezen, fouten = lees(bericht.tekst)
        assert fouten == []
        assert 1 <= lengte(gelezen) <= 4096
        assert gelezen == gelezen.strip()
        if LASTIG[:20] in str(data) and LASTIG[3:9] in gelezen:
            assert LASTIG[:20] in gelezen, "what people typed reads as they typed it"
        knoppen = [knop for rij in bericht.knoppen for knop in rij]
        for knop in knoppen:
            assert (knop.data is None) != (knop.url is None)
            assert knop.data is None or 1 <= len(knop.data.encode()) <= 64
            kaal = _ISOLAAT.sub("", knop.tekst)
            assert kaal.strip()
            assert kaal.isprintable()
        for tekst in (gelezen.replace("{haak}", ""), *(knop.tekst.replace("{haak}", "") for knop in knoppen)):
            assert not re.search(r"\{[a-z_]*\}", tekst), "a field that nobody filled in"
            assert not _SLEUTELS & set(re.findall(r"[a-z_0-9]+(?:\.[a-z_0-9]+)+", tekst)), "a key is no text"

    bij_elk_voorbeeld(soort, proef)


_ISOLAAT = re.compile("[\u2068\u2069]")
_SLEUTELS = set(vertaal("nl").sleutels)


@pytest.mark.parametrize("taal", talen())
def test_a_repeat_says_that_it_is_one_and_fits(taal: str) -> None:
    merk = vertaal(taal).tekst("algemeen.herhaling")
    soorten = ["uitzending", *(soort for soort in VOORBEELDEN if soort.startswith(("bijee", "pei")))]
    for soort, data in [(een, data) for een in soorten for data in VOORBEELDEN[een]]:
        bericht = maak(taal, soort, {**data, "herhaling": True})
        gelezen, fouten = lees(bericht.tekst)
        assert bericht.tekst.startswith(merk), soort
        assert bericht.tekst.count(merk) == 1, soort
        assert not fouten, soort
        assert lengte(gelezen) <= 4096, soort
        assert gelezen == gelezen.strip(), soort


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("Kom langs", "Kom langs"),
        ("Kom morgen naar het café", "Kom morgen…"),
        ("Kom morgen straks", "Kom morgen…"),
        ("Warmtewandelingen", "Warmtewande…"),
        ("Hoi 🎉🎉🎉🎉🎉🎉🎉🎉🎉", "Hoi 🎉🎉🎉🎉🎉🎉🎉…"),
        ("Warmtebron👩‍👩‍👧‍👧 allen", "Warmtebron…"),
        ("Warmte op 👍🏽👍🏽 dus", "Warmte op…"),
        ("Warmtenet❤️❤️❤️", "Warmtenet❤️…"),
        ("warmte!🇳🇱🇧🇪🇩🇪", "warmte!🇳🇱🇧🇪…"),
        ("warmtenet!🇳🇱🇧🇪", "warmtenet!…"),
    ],
)
def test_what_is_too_long_for_a_button_is_cut_between_words_and_never_in_an_emoji(tekst: str, verwacht: str) -> None:
    assert inkorten(tekst, 12) == verwacht


def test_where_all_arrived_and_nothing_waits_staff_read_only_that() -> None:
    *_, leeg = VOORBEELDEN["verzending"]
    plat = vertaal("nl").tekst
    assert maak("nl", "verzending", leeg).tekst == f"{plat('verzending.kop')}\n\n{plat('verzending.niets')}"


@pytest.mark.parametrize(("getypt", "staat_er"), [("Een net", "Een net:"), ("Een net.", "Een net."), ("Wie?", "Wie?")])
def test_a_colon_does_not_follow_a_sign_that_somebody_typed(getypt: str, staat_er: str) -> None:
    assert met_dubbelepunt(getypt) == staat_er


def test_the_preview_of_a_new_version_has_no_button_for_what_stays_as_it_was_said() -> None:
    extra = {"extra": ["minste_stemmen", "uitslag_naar", "per_adres"]}
    nieuw = {**VOORBEELDEN["peiling.voorbeeld"][0], **extra}
    versie = {**nieuw, "vervangt": "x", "wijziging": "Beter."}
    te_kiezen = [
        {
            knop.data
            for rij in maak("nl", "peiling.voorbeeld", data).knoppen
            for knop in rij
            if (knop.data or "").startswith("fx:")
        }
        for data in (nieuw, versie)
    ]
    assert te_kiezen == [{"fx:minste_stemmen", "fx:uitslag_naar", "fx:per_adres"}, {"fx:minste_stemmen"}]

"""The catalogs: complete in every language, nothing left over, and their fields, plural forms and markup agree."""

import re
import string
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from babel import Locale
from babel.localedata import locale_identifiers
from babel.messages.pofile import read_po

import berichten
from berichten import bijdrage, talen
from berichten.catalogus import VAN_RECHTS, eigen_naam, schrift
from bot.services import deurgesprek, deurlijst, lijstcorrectie, papierlijst, papierstapel, rechtzetten, tekeninvoer
from bot.services.bewijs import Bewijssoort
from tests.berichten.bron import vragen
from tests.berichten.opmaak import lees, lengte

GETALLEN = (0, 1, 2, 3, 4, 5, 11, 12, 21, 22, 25, 100, 101, 111, 1000)


@dataclass(frozen=True)
class Tekst:
    """A text of a catalog: one form, or one per plural category of the language."""

    vormen: tuple[str, ...]
    meervoud: bool


@cache
def catalogus(taal: str) -> dict[str, Tekst]:
    with (Path(berichten.__file__).parent / taal / "LC_MESSAGES/gehoord.po").open("rb") as bestand:
        regels = [regel for regel in read_po(bestand, locale=taal, abort_invalid=True) if regel.id]
    teksten = {}
    for regel in regels:
        if isinstance(regel.id, str):
            teksten[regel.id] = Tekst((str(regel.string),), meervoud=False)
        else:
            assert regel.id[0] == regel.id[1]
            teksten[regel.id[0]] = Tekst(tuple(regel.string or ()), meervoud=True)
    assert len(teksten) == len(regels), f"{taal}: a key stands twice"
    return teksten


def velden(patroon: str) -> set[str]:
    return {naam for _, naam, _, _ in string.Formatter().parse(patroon) if naam is not None}


@pytest.mark.parametrize("taal", talen())
def test_every_text_that_the_program_asks_for_is_there(taal: str) -> None:
    assert {f"{v.sleutel} ({v.waar})" for v in vragen() if v.sleutel not in catalogus(taal)} == set()


@pytest.mark.parametrize("taal", talen())
def test_every_text_is_asked_for(taal: str) -> None:
    gevraagd = {vraag.sleutel for vraag in vragen()}
    assert {sleutel.removesuffix(".slot") for sleutel in catalogus(taal)} - gevraagd == set()


@pytest.mark.parametrize("taal", talen())
def test_what_is_said_after_the_closing_has_the_fields_of_what_was_said_before(taal: str) -> None:
    teksten = catalogus(taal)
    for sleutel in (sleutel for sleutel in teksten if sleutel.endswith(".slot")):
        na, ervoor = teksten[sleutel], teksten[sleutel.removesuffix(".slot")]
        assert na.meervoud == ervoor.meervoud, sleutel
        assert {v for vorm in na.vormen for v in velden(vorm)} <= {v for vorm in ervoor.vormen for v in velden(vorm)}


@pytest.mark.parametrize("taal", talen())
def test_every_language_has_the_plural_forms_that_it_needs(taal: str) -> None:
    with (Path(berichten.__file__).parent / taal / "LC_MESSAGES/gehoord.po").open("rb") as bestand:
        kop = read_po(bestand, locale=taal)
    regel = Locale.parse(taal).plural_form
    nodig = len({regel(getal) for getal in GETALLEN})
    assert kop.num_plurals == nodig
    assert {len(t.vormen) for t in catalogus(taal).values() if t.meervoud} <= {nodig}
    for sleutel, tekst in catalogus(taal).items():
        assert tekst.meervoud == catalogus("nl")[sleutel].meervoud, sleutel


@pytest.mark.parametrize("taal", talen())
def test_a_text_has_the_fields_of_the_dutch_one_and_sound_markup(taal: str) -> None:
    for sleutel, vorm in ((sleutel, vorm) for sleutel, tekst in catalogus(taal).items() for vorm in tekst.vormen):
        assert vorm.strip(), sleutel
        assert velden(vorm) == velden(catalogus("nl")[sleutel].vormen[0]), sleutel
        assert not any(naam and not naam.isidentifier() for naam in velden(vorm)), sleutel
        assert lees(vorm)[1] == [], sleutel
        assert lengte(vorm) <= 3000, f"{sleutel}: long enough for a phone"


@pytest.mark.parametrize("taal", talen())
def test_an_hour_stays_on_one_line_with_the_word_beside_it(taal: str) -> None:
    """`12:15 uur`, `at 12:15`: between the two stands a no-break space (U+00A0)."""
    los = re.compile(r"\w \{tijd\}(?!\u00a0)|(?<!\u00a0)\{tijd\} \w|\{\w+\} (?:uur|Uhr)(?!\w)")
    for sleutel, vorm in ((sleutel, vorm) for sleutel, tekst in catalogus(taal).items() for vorm in tekst.vormen):
        assert not los.search(vorm) or "{aantal} uur" in vorm, sleutel


@pytest.mark.parametrize("taal", talen())
def test_what_stands_on_a_button_or_a_notice_is_short_and_has_no_markup(taal: str) -> None:
    plat = {vraag.sleutel for vraag in vragen() if vraag.wijze in {"plat", "melding", "pagina"}}
    meldingen = {vraag.sleutel for vraag in vragen() if vraag.wijze in {"melding", "pagina"}}
    for sleutel in plat:
        lang = sleutel in meldingen or sleutel.startswith(_ZINNEN)
        for vorm in catalogus(taal)[sleutel].vormen:
            assert not set(vorm) & set("<>&"), sleutel
            assert lengte(vorm) <= (200 if lang else 64), sleutel


_ZINNEN = ("webchat.", "mail.", "post.", "raadsbrief.")
"""The phone page, mail and the raadsbrief have sentences in plain text too."""


def test_every_kind_of_evidence_about_a_resident_and_every_way_of_recording_it_has_words() -> None:
    """A vote says by itself how it was cast; guests are nobody's own."""
    assert set(get_args(Bewijssoort)) - {"gasten"} == set(bijdrage.SOORTEN)
    wijzen = {
        deurlijst.METHODE,
        papierlijst.METHODE,
        tekeninvoer.METHODE,
        papierstapel.METHODE,
        rechtzetten.METHODE,
        lijstcorrectie.METHODE,
        *deurgesprek.METHODEN,
    }
    assert wijzen | {"deurcode", "deur_qr", "eigen_qr"} == set(bijdrage.METHODEN)


def test_the_scripts_from_right_to_left_are_those_of_babel() -> None:
    """Of all that it knows: which of them we shall speak is not for us to say."""
    alle = {taal for taal in locale_identifiers() if "_" not in taal}
    van_rechts = {taal for taal in alle if Locale.parse(taal).text_direction == "rtl"}
    assert {taal for taal in alle if schrift(taal) in VAN_RECHTS} == van_rechts


@pytest.mark.parametrize("taal", talen())
def test_the_front_of_a_letter_names_the_language_of_its_back_in_that_language(taal: str) -> None:
    """The second language stands on the back, and its own words lead there: never the name of Dutch."""
    (vorm,) = catalogus(taal)["brief.omslaan"].vormen
    naam = eigen_naam(taal).casefold()
    assert any(naam[plek : plek + 4] in vorm.casefold() for plek in range(len(naam) - 3))

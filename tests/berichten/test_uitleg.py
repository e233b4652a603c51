"""What can be misunderstood has a "?": it asks for a choice with consequences, or shows a number or a state.

A new kind of message fails here until somebody judged it: in `berichten/uitleg.py` with which explanation it goes, or
below with the reason why it needs none.
"""

from itertools import chain

import pytest

from berichten import Boodschap, talen
from berichten.bericht import MAKERS, OP_TIK
from berichten.uitleg import _SOORTEN, NAMEN, naam_van
from bot.errors import Geweigerd
from bot.services import bewoner
from tests.berichten.opmaak import lees, lengte
from tests.berichten.test_gewone_taal import zinnen
from tests.berichten.test_render import maak
from tests.berichten.voorbeelden import VOORBEELDEN


def _namen(lijst: str) -> list[str]:
    return lijst.split()


VERTELT = _namen("""
    groepslink.eerst groepslink.erin groepslink.los groepslink.nodig groepsafspraak.afgelast groepsafspraak.geweest
    groepsafspraak.los
    stand.verschil
    adresverzoek.antwoord adresverzoek.gevraagd adresverzoek.klaar adresverzoek.voorbij
    aanmeldhulp.bestand geenbezoek.terug
    aandragen.nieuw aandragen.ontvangen aandragen.te_laat antwoord_weg bewaren.straks bijdrage.bezig bijdrage.morgen
    bijdrage.oud bijeenkomst.afgelast bijeenkomst.ics bijeenkomst.kaart bijeenkomstvraag.antwoord
    bijeenkomstvraag.bewaard brengen.nieuw bundel conceptreactie.antwoord conceptreactie.bewaard correctie.gevraagd
    correctie.is_rechtgezet correctie.klaar correctie.rechtgezet correctie.voorbij deur.al_binnen deur.binnen
    deur.dicht deur.gescand deur.straks deur.uit deurgesprek.gestopt deurgesprek.klaar deurlijst.klaar
    eformulier.niets evaluatie.dank export export.bezig fase.geen fase.nieuws formulier.gestopt gewisteplek.klaar
    groepschat.gekoppeld groepschat.geweigerd groepschat.ontkoppeld groepschat.weg herinnering hulpvraag.door_ander
    hulpvraag.ingetrokken hulpvraag.klaar hulpvraag.niet hulpvraag.overgenomen
    hulpvraag.terug hulpvraag.teruggegeven hulpvraag.verlopen
    hulpvraag.voorbij hulpvraag.weg idee.foto idee.kaart idee.nieuws idee.ontvangen idee.stap idee.wacht
    intekening.klaar mijlpaal.geplaatst mijlpaal.gewijzigd mijlpaal.ics mijlpaal.ingetrokken mijlpaal.uitslag
    mijlpaal.uitslag_verteld mijlpaal.vandaag mislukt natuurlijkmoment.uitnodiging nietmee.terug
    oefenen.echte_code oefenen.echte_knop oefenen.ging_naar oefenen.klaar oefenen.lukt_niet oefenen.verlopen
    oefenen.vol oefenen.voorbij oefenen.wordt_gemaakt oefenen.zie partner.bericht
    partner.nieuws peiling.ingestuurd peiling.ingetrokken peiling.uitslag_elders peiling.weerwoord
    peiling.weerwoord_later peilingkaart.gesloten peilingkaart.geteld peilingkaart.ingetrokken peilingkaart.los
    peilingkaart.lukt_niet planning.laat raadsbrief rapport rapport.bezig rol.kwijt
    rolgebruik.bestand school.binnen school.dicht
    school.voorbij spelregelreactie.antwoord spelregelreactie.bewaard spelregels.letterlijk steekproef.bedankt
    steekproef.voorbij stuk tevredenheid.dank tijdvak.hersteld toestemming.ingetrokken traject.geen
    uitnodiging.aangenomen uitnodiging.niet uitnodiging.welkom uitzending uitzending.doorgeven uitzending.een
    uitzending.vervallen verslag.foto verslag.foto_niet verslag.foto_weg verslag.nieuw volger.erbij voorkeur.gestopt
    voorstel.afloop voorstel.klaar voorstel.voorbij vraag.fijn vraag.gemeld vraag.gestopt vraag.gestuurd vraag.later
    vraag.voorbij vraagstop.gemeld vraagstop.ontvangen vraagstop.weer warmtekaart.niets_nieuws warmtekaart.vragen
    terugkeer.gestopt terugkeer.geweigerd_team terugkeer.te_laat mailadres.erbij
    tweedefactor.opnieuw toestel.erbij toestel.welkom
    welkom.al_binnen welkom.binnen welkom.later welkom.te_vaak welkom.verhuisd welkom.vol welkom.vol_team wieben
    vacature.afloop vacature.kandidaat vacature.leeg werkgroep.eenzijdig wijk.hier wissen.klaar wissen.niets
    zetel.kwijt zetel.vrij
""")
"""Tells what happened or was done, and asks nothing."""
KIEST = _namen("""
    aandragen.lijst aanmeldhulp adres.kies adres.straat adres.straten bijeenkomst.agenda bijeenkomstvraag.eigen
    adresverzoek.lijst aanmeldhulp.lijst brengen.lijst
    cijfers.welk conceptantwoord.lijst conceptreactie.eigen correctie.lijst deur.kies deur.welke deurgesprek
    deurlijst.kies evaluatie fase.documenten fase.kies fase.logboek fase.stukken fasebalans.naar formulier.anders
    gewisteplek.lijst groepschat.lijst help herinnering.een herinnering.lijst hulpvraag.lijst menu mijlpaal.geweest
    onbegrepen peiling.concepten peiling.lijst rapport.openbaar rol.overzicht rolgebruik ronde spelregelantwoord.lijst
    tweedefactor.lijst
    spelregelreactie.eigen spelregelreactie.vragen stemvel.kies taal.kies tekenlijst.kies tekenlijst.welke
    uitnodiging.lijst verslag.lijst volger.een volger.lijst vraag.groep vraagbaak.wachtrij vraagpunt.ander
    vraagpunt.lijst warmtekaart.soorten warmtekaart.waarmee welkom.taal wiedoetwat.beheer wiedoetwat.eerder
    zaalvragen.een zaalvragen.lijst zaalvragen.zelfde zetel.beheer
""")
"""A list to choose from: what is chosen explains itself."""
TYPT = _namen("""
    adresverzoek.reden adresverzoek.typ
    aandragen.vraag bijeenkomstvraag.vraag cijfers.bestand conceptreactie.vraag correctie.typ correctie.typ_antwoord
    deur.eerst_meedoen deurlijst.hoofden eformulier.fouten eformulier.vraag formulier.vraag
    geweigerd groepering.toevoeging groepschat.code hulpvraag.nummer kennismaking.naam mijlpaal.vul_in
    papierlijst.fouten papierlijst.klopt papierlijst.vraag spelregelreactie.vraag spelregelvorm.bestand
    tekenlijst.codes tevredenheid.tekst traject.bestand uitzending.vertaling vraag.verder vraagpunt.typ
    vraagstop.bezwaar warmtekaart.bestand
""")
"""Asks for a text or a file, and says itself which: see `test_formuliervragen.py`."""
ZEGT_HET_ZELF = _namen("""
    deur.typ_code groepsafspraak.komt groepslink
    adresverzoek.loopt adresverzoek.wat
    aanmeldhulp.wie adres.taal afsluiten agendaposter bezoekkaart brengen.een concept.zeker_deel correctie.wat
    deur.pagina escalatie evaluatie.uitnodiging evaluatie.vraag fase.openbaar_zeker fase.stuk_weg_zeker
    gegevens.bestand geenbezoek geleding.toon
    gewisteplek.een idee.wachtrij intekening.eigenaar kennismaking.overzicht kennismaking.vraag natuurlijkmoment
    natuurlijkmoment.wanneer nietmee nietmee.deur oefenen.als oefenen.begint oefenen.les oefenen.scherm
    onderbouwing peiling.concept_zeker peiling.hoe peiling.proef
    rapport.af_zeker rapport.op_zeker school.gegevens school.link steekproef steekproef.lijst steekproef.post
    stemvel.klaar tekenlijst tekenlijst.klaar tekenlijst.uitgenodigd tevredenheid.gehoord tevredenheid.vraag
    mailadres mailadres.verstuurd mailadres.vraag terugkeer.gemaild terugkeer.mail
    terugkeer.brief terugkeer.code terugkeer.erbij terugkeer.gegeven terugkeer.wie
    tijdstip.stil toestel.code toestel.hoe toestel.lijst toestel.vraag uitnodiging.link
    uitnodiging.vraag uitzending.plan uitzending.wie vraag.gevonden vraag.herinner vraag.hoger vraag.nieuw
    vraagdeur.over vraagpunt.een vraagstop.nieuw vraagstop.vraag wissen.adres
""")
"""Its own text says what each button does and what each number means."""
STAAT_BOVEN = _namen("""
    aanbod.lezen afsluiten.lezen fasebalans.lezen kader.lezen papierstapel.blad spelregels.lezen tekenlijst.blad
    uitleg vacature.gekozen verklaring.lezen warmtekaart.lezen zetel.kop
""")
"""Stands above the question that is explained, or is an explanation."""
ZONDER = (VERTELT, KIEST, TYPT, ZEGT_HET_ZELF, STAAT_BOVEN)


def heeft(soort: str) -> bool:
    return naam_van(soort, {"methode": "keuze"}) is not None


def test_each_kind_of_message_has_an_explanation_or_a_reason_why_it_needs_none() -> None:
    """Whether one is sure (`.zeker`) is asked with what happens then."""
    zonder = set(chain(*ZONDER)) | {soort for soort in MAKERS if soort.endswith(".zeker")}
    vergeten = sorted(soort for soort in MAKERS if not heeft(soort) and soort not in zonder)
    assert not vergeten, (
        f"{', '.join(vergeten)}: does it ask for a choice with consequences, show a number or a state? "
        "Then it gets a line in berichten/uitleg.py; else it goes under its reason in this file."
    )


def test_the_lists_name_each_kind_once_and_none_that_is_gone() -> None:
    namen = [*chain(*ZONDER), *chain(*_SOORTEN.values())]
    assert sorted(namen) == sorted(set(namen))
    assert set(namen) <= set(MAKERS), f"{sorted(set(namen) - set(MAKERS))} is gone: take it out, here or in uitleg.py"
    assert [soort for soort in chain(*ZONDER) if heeft(soort)] == []


@pytest.mark.parametrize("taal", talen())
def test_an_explanation_fits_in_the_notice_and_is_two_to_four_sentences(taal: str) -> None:
    for naam in NAMEN:
        tekst, fouten = lees(maak(taal, "uitleg", {"naam": naam}).tekst)
        assert not fouten, naam
        assert lengte(tekst) <= OP_TIK, naam
        assert 2 <= len(zinnen(tekst)) <= 5, naam  # a colon or a question may stand by itself


@pytest.mark.parametrize("taal", talen())
def test_the_button_is_the_last_one_has_words_and_leads_to_an_explanation_that_there_is(taal: str) -> None:
    for soort in filter(heeft, MAKERS):
        for data in VOORBEELDEN[soort]:
            *rest, knop = chain(*maak(taal, soort, data).knoppen)
            assert (knop.data or "").removeprefix("uitleg:") in NAMEN, soort
            assert "uitleg:" not in "".join(een.data or "" for een in rest), soort
            assert sum(teken.isalpha() for teken in knop.tekst) > 3, soort


def test_an_explanation_leaves_the_screen_as_it_is_and_one_that_is_not_there_is_refused() -> None:
    def leg_uit(naam: str) -> Boodschap:
        return bewoner.leg_uit(None, None, naam)  # type: ignore[arg-type]  # it asks neither

    assert leg_uit("stand") == Boodschap("uitleg", {"naam": "stand"}, wijze="tik")
    with pytest.raises(Geweigerd, match=r"uitleg\.weg"):
        leg_uit("stand2")

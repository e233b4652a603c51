"""A resident on two networks hears an answer where they asked, and what nobody asked for where they want it."""

from collections.abc import Awaitable, Callable

from bot.demo.telefoon import Bericht, tekst_van
from bot.services import bewijslog
from tests.browser import Browsermens
from tests.e2e.test_bijdrage import een_gesprek, open_gesprek
from tests.e2e.test_concept import lees_deel, maak
from tests.e2e.test_spelregels import leest, vraagt
from tests.web.chat.conftest import Maak
from tests.web.chat.test_toestel import code_van, kom
from tests.wereld import ANNA, IBRAHIM, NOOR, Mens, Wereld, knop, labels, zin

Rij = Callable[[Wereld, Browsermens, Mens, Mens], Awaitable[None]]
"""Anna asks something in her browser, and Noor or Ibrahim answers on Telegram."""
ANTWOORD = "Antwoord:"


async def vraag(wereld: Wereld, anna: Browsermens, noor: Mens, ibrahim: Mens) -> None:
    zeker = await anna.vraag("Wat kost een warmtepomp?", zin("vraag.bevestig"))
    await anna.druk(zeker, knop("vraag.knop_plan"), zin("vraag.gestuurd"))
    gevraagd = await noor.wacht(lambda b: "warmtepomp?" in tekst_van(b), "de vraag")
    await noor.druk(gevraagd, knop("vraagpunt.knop_antwoord"), zin("vraagpunt.typ"), nieuw=False)
    await noor.vraag(f"{ANTWOORD} vraag", zin("vraagpunt.beantwoord"))


async def bijeenkomstvraag(wereld: Wereld, anna: Browsermens, noor: Mens, ibrahim: Mens) -> None:
    await wereld.plan_bijeenkomst("Warme avond")
    een = await anna.druk(await anna.vraag("/agenda"), "Warme avond", "Warme avond")
    await anna.na(anna.tik(een, knop("bijeenkomstvraag.knop")))
    await anna.vraag("Wat kost het mij?", zin("bijeenkomstvraag.bewaard"))
    een = await noor.druk(await noor.vraag("/agenda"), "Warme avond", "Warme avond")
    deze = await noor.druk(een, zin("zaalvragen.knop", aantal=1), zin("zaalvragen.lijst"))
    deze = await noor.druk(deze, "1. Wat kost", "1 keer gesteld")
    stap = await noor.druk(deze, knop("zaalvragen.knop_antwoord"), zin("vraagantwoord.hoe.vraag"))
    await noor.druk(stap, knop("vraagantwoord.hoe.zaal"), zin("vraagantwoord.antwoord.vraag"))
    stap = await noor.vraag(f"{ANTWOORD} bijeenkomstvraag", zin("vraagantwoord.voorbeeld"))
    await noor.tik(stap, knop("vraagantwoord.knop_klaar"))


async def hulpvraag(wereld: Wereld, anna: Browsermens, noor: Mens, ibrahim: Mens) -> None:
    wat = await anna.vraag("/komlangs", zin("hulpvraag.wat"))
    await anna.tik(wat, knop("hulpvraag.knop_langs"))
    gevraagd = await noor.wacht(lambda b: zin("hulpvraag.kop_langs") in tekst_van(b), "de hulpvraag")
    await noor.druk(gevraagd, knop("hulpvraag.knop_neem"), zin("hulpvraag.u_doet_het"))


async def adresverzoek(wereld: Wereld, anna: Browsermens, noor: Mens, ibrahim: Mens) -> None:
    gegevens = await anna.vraag("/mijngegevens", zin("gegevens.geheim"))
    wat = await anna.druk(gegevens, knop("adresverzoek.knop"), zin("adresverzoek.wat"))
    await anna.druk(wat, knop("adresverzoek.knop_volwassenen"), zin("adresverzoek.typ_volwassenen"))
    await anna.vraag("Mijn zoon is weg.", "Mijn zoon")
    gevraagd = await ibrahim.wacht(lambda b: "Mijn zoon" in tekst_van(b), "het verzoek")
    await ibrahim.druk(gevraagd, knop("adresverzoek.knop_nee"), zin("adresverzoek.reden"))
    await ibrahim.vraag(f"{ANTWOORD} adresverzoek", zin("adresverzoek.klaar_nee"))


async def conceptreactie(wereld: Wereld, anna: Browsermens, noor: Mens, ibrahim: Mens) -> None:
    await maak(ibrahim)
    scherm = await leest(noor, "Buurtplan")
    await noor.tik(scherm, knop("voorstel.knop_ja"))
    await wereld.rust()
    deel = await lees_deel(anna, "2. ")
    await anna.druk(deel, knop("concept.knop_reageer"), zin("conceptreactie.vraag"))
    await anna.vraag("Begin bij het Uilenpad.", zin("conceptreactie.bewaard"))
    wacht = await noor.druk(await lees_deel(noor, "2. "), knop("concept.knop_reacties"), "Uilenpad")
    stap = await noor.druk(wacht, knop("spelregelantwoord.knop"), zin("conceptantwoord.weergave.vraag"))
    stap = await noor.druk(stap, knop("conceptantwoord.weergave.zo"), zin("conceptantwoord.oordeel.vraag"))
    await noor.druk(stap, knop("conceptantwoord.oordeel.niet"), zin("conceptantwoord.reden.vraag"))
    stap = await noor.vraag(f"{ANTWOORD} conceptreactie", f"{ANTWOORD} conceptreactie")
    await noor.tik(stap, knop("spelregelantwoord.knop_klaar"))


async def idee(wereld: Wereld, anna: Browsermens, noor: Mens, ibrahim: Mens) -> None:
    leeg = await anna.vraag("/ideeen", zin("idee.leeg"))
    await anna.druk(leeg, knop("idee.knop_nieuw"), zin("idee.tekst.vraag"))
    stap = await anna.vraag("Een bankje", zin("idee.wat_dan"))
    await anna.druk(stap, knop("idee.knop_stuur"), zin("idee.ontvangen"))
    melding = await noor.wacht(lambda b: zin("idee.wacht") in tekst_van(b), "dat er een idee wacht")
    lees = await noor.druk(melding, knop("idee.knop_lees"), "Een bankje", zin("idee.wat_doet_u"))
    await noor.druk(lees, knop("idee.knop_door"), zin("idee.niets_wacht"))


async def spelregelreactie(wereld: Wereld, anna: Browsermens, noor: Mens, ibrahim: Mens) -> None:
    await vraagt(anna, "Waarom niet iedereen?")
    regels = await ibrahim.vraag("/spelregels", zin("spelregels.nodig"))
    stap = await ibrahim.druk(regels, knop("spelregels.knop_vast"))
    stap = await ibrahim.druk(stap, knop("vaststellen.knop_eerst"), zin("spelregelantwoord.lijst"))
    await ibrahim.druk(stap, knop("spelregelantwoord.knop"), zin("spelregelantwoord.vraag.vraag"))
    await ibrahim.vraag("Waarom?", zin("spelregelantwoord.antwoord.vraag"))
    stap = await ibrahim.vraag(f"{ANTWOORD} spelregelreactie", f"{ANTWOORD} spelregelreactie")
    await ibrahim.tik(stap, knop("spelregelantwoord.knop_klaar"))


async def rechtzetten(wereld: Wereld, anna: Browsermens, noor: Mens, ibrahim: Mens) -> None:
    wat = await anna.druk(await open_gesprek(anna), knop("bijdrage.knop_klopt_niet"), zin("correctie.wat"))
    await anna.druk(wat, knop("correctie.knop_anders"), zin("correctie.typ"))
    await anna.vraag("Dat was mijn zus.", zin("correctie.gevraagd"))
    gevraagd = await ibrahim.wacht(lambda b: "mijn zus" in tekst_van(b), "het verzoek")
    await ibrahim.druk(gevraagd, knop("correctie.knop_antwoord"), zin("correctie.typ_antwoord"))
    await ibrahim.vraag(f"{ANTWOORD} rechtzetten", zin("correctie.klaar_beantwoord"))


async def mijnbijdrage(wereld: Wereld, anna: Browsermens, noor: Mens, ibrahim: Mens) -> None:
    await wereld.database.write(wereld.wijk, bewijslog.vraag_ijkpunt, wereld.wijk, wereld.klok.nu)
    await wereld.rust()
    await anna.druk(await open_gesprek(anna), knop("bijdrage.knop_bewijs"), zin("bijdrage.bezig"), nieuw=True)


GEVRAAGD: dict[str, tuple[Rij, str]] = {
    "mijnbijdrage": (mijnbijdrage, "Het bewijs van uw bijdrage"),
    "rechtzetten": (rechtzetten, f"{ANTWOORD} rechtzetten"),
    "vraag": (vraag, f"{ANTWOORD} vraag"),
    "bijeenkomstvraag": (bijeenkomstvraag, f"{ANTWOORD} bijeenkomstvraag"),
    "hulpvraag": (hulpvraag, zin("hulpvraag.doet_langs", wie=zin("hulpvraag.wie.buurtbegeleider"))),
    "adresverzoek": (adresverzoek, f"{ANTWOORD} adresverzoek"),
    "conceptreactie": (conceptreactie, f"{ANTWOORD} conceptreactie"),
    "idee": (idee, zin("idee.stap_nieuw")),
    "spelregelreactie": (spelregelreactie, f"{ANTWOORD} spelregelreactie"),
}
"""Of each noun: how it is asked and answered, and what stands in the answer."""


def met(wat: str) -> Callable[[Bericht], bool]:
    return lambda bericht: wat in tekst_van(bericht)


async def test_an_answer_comes_where_it_was_asked_and_an_announcement_where_the_resident_hears(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    mobiel, laptop = await chatwereld.bewoner(ANNA), browser_van(ANNA)
    noor, ibrahim = chatwereld.mens(NOOR), chatwereld.mens(IBRAHIM)
    for mens in (noor, ibrahim):
        await mens.vraag("/menu")
    await een_gesprek(chatwereld, mobiel)
    await kom(laptop, await code_van(mobiel))
    await laptop.wacht(lambda b: zin("toestel.welkom") in b["text"], "welkom")
    for doe, wat in GEVRAAGD.values():
        await doe(chatwereld, laptop, noor, ibrahim)
        await laptop.wacht(met(wat), wat)
    await chatwereld.rust()
    nieuws = zin("concept.nieuw")
    elders = [tekst_van(b) for b in await mobiel.berichten()]
    assert not [wat for _, wat in GEVRAAGD.values() if any(wat in tekst for tekst in elders)]
    assert any(nieuws in tekst for tekst in elders), "what nobody asked for goes where she hears"
    assert not [b for b in await laptop.berichten() if nieuws in tekst_van(b)]

    # a browser that is signed out before the answer comes: it goes where she hears
    zeker = await laptop.vraag("En als ik weg ben?", zin("vraag.bevestig"))
    await laptop.druk(zeker, knop("vraag.knop_anders"), zin("vraag.gestuurd"))
    lijst = await mobiel.vraag("/toestellen", zin("toestel.kop"))
    af = next(label for label in labels(lijst) if label.startswith("Afmelden"))
    await mobiel.druk(lijst, af)
    gevraagd = await noor.wacht(lambda b: "als ik weg ben" in tekst_van(b), "de vraag")
    await noor.druk(gevraagd, knop("vraagpunt.knop_antwoord"), zin("vraagpunt.typ"), nieuw=False)
    await noor.vraag("Dan hier.", zin("vraagpunt.beantwoord"))
    await mobiel.wacht(lambda b: "Dan hier." in tekst_van(b), "het antwoord")

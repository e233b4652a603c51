"""The spelregels in chat: read by everyone, fixed by two people, over a restart, and told to the neighbourhood."""

from typing import Any

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.wereld import ANNA, BRAM, IBRAHIM, NOOR, NU, Mens, Wereld, knop, labels, zin

CONCEPT = zin("spelregels.concept")
TOML = b"""[spelregels]
eenheid = "huishoudens"
telt_ook = []
[[spelregels.drempels]]
soort = "gehoord"
aandeel = "1/2"
operator = ">"
"""
LINK = "https://gemeente.voorbeeld.nl/besluit?nr=1&deel=2"


async def vraag_vast(mens: Mens, nummer: str = "2027-014", *, uit_concept: bool = False) -> Any:
    """Let the organisator fill in who confirmed them, and ask a second person."""
    regels = await mens.vraag("/spelregels", zin("spelregels.nodig"))
    if uit_concept:
        regels = await mens.druk(regels, knop("spelregels.knop_concept"), zin("spelregels.nieuw_concept"))
    stap = await mens.druk(regels, knop("spelregels.knop_vast"), zin("vaststellen.orgaan.vraag"))
    await mens.druk(stap, knop("vaststellen.orgaan.gemeenteraad"), zin("vaststellen.besluitnummer.vraag"))
    await mens.vraag(nummer, zin("vaststellen.besluit_op.vraag"))
    await mens.vraag("12 januari 2027", zin("vaststellen.besluitlink.vraag"))
    stap = await mens.vraag(LINK, zin("vaststellen.volgt.vraag"))
    voorbeeld = await mens.druk(stap, knop("vaststellen.volgt.ja"), nummer)
    return await mens.druk(voorbeeld, knop("vaststellen.knop_klaar"), zin("voorstel.gemaakt"))


async def leest(mens: Mens, nummer: str) -> Any:
    """Let a second person read what a decision is to fix; return the screen with the buttons under it."""

    def met(knop_: str) -> Any:
        return lambda b: knop(knop_) in labels(b) and nummer in tekst_van(b)

    vraag = await mens.wacht(met("voorstel.knop_lees"), "de vraag om akkoord")
    await mens.tik(vraag, knop("voorstel.knop_lees"))
    return await mens.wacht(met("voorstel.knop_ja"), "de knoppen na het lezen")


async def zeg_ja(wereld: Wereld, mens: Mens, nummer: str = "2027-014") -> None:
    """Let a second person read it and agree, tapping twice."""
    scherm = await leest(mens, nummer)
    await mens.tik(scherm, knop("voorstel.knop_ja"))
    await mens.vervals(scherm, f"vja:{voorstel_id(scherm)}")
    await wereld.rust()


async def test_a_concept_is_fixed_by_two_people_over_a_restart_and_the_neighbourhood_reads_it(wereld: Wereld) -> None:
    anna, noor, ibrahim = await wereld.bewoner(ANNA), wereld.mens(NOOR), wereld.mens(IBRAHIM)
    await noor.vraag("/menu")
    concept = await anna.vraag("/spelregels", CONCEPT)
    assert knop("spelregels.knop_vast") not in labels(concept)
    nee = await anna.na(anna.vervals(concept, "srvast"))
    assert zin("geweigerd.rol_nodig") in tekst_van(nee)
    await vraag_vast(ibrahim)
    await wereld.rust()
    await wereld.herstart()
    await zeg_ja(wereld, noor)
    assert await wereld.tel(t.spelregels, t.spelregels.c.vastgesteld_op.is_not(None)) == 1
    gelezen = next(b for b in await noor.berichten() if zin("spelregels.lezen") in tekst_van(b))
    vingerafdruk = tekst_van(gelezen).rpartition("\n")[2]
    await wereld.ga_naar(NU)
    bericht = await anna.wacht(lambda b: zin("spelregels.nu_vast") in tekst_van(b), "dat ze vaststaan")
    regels = await anna.druk(bericht, knop("spelregels.knop_lees"), zin("spelregels.nodig"))
    assert "2027-014" in tekst_van(regels)
    regels = await anna.druk(regels, knop("spelregels.knop_alles"), zin("spelregels.vingerafdruk"))
    assert vingerafdruk in tekst_van(regels)
    nieuws = t.outbox.c.soort == "spelregels.vastgesteld"
    assert await wereld.tel(t.outbox, nieuws) == 1, "two taps are one"
    letterlijk = await anna.na(anna.tik(regels, knop("spelregels.knop_letterlijk")))
    assert '"versie":1' in tekst_van(letterlijk)


async def test_forged_buttons_lead_nowhere(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    menu = await anna.vraag("/menu")
    for data in ("spelregels:2", "spelregels:x", "sralles:3", "srtekst:9", "srtekst:" + "A" * 40):
        assert zin("geweigerd.spelregels.onbekend") in tekst_van(await anna.na(anna.vervals(menu, data)))


async def vraagt(mens: Mens, tekst: str) -> None:
    """Let a resident ask something about the concept."""
    regels = await mens.vraag("/spelregels", zin("spelregels.nodig"))
    await mens.druk(regels, knop("spelregels.knop_vraag"), zin("spelregelreactie.vraag"))
    await mens.vraag(tekst, zin("spelregelreactie.bewaard"))


async def kruis_aan(mens: Mens, stap: Any, begin: str) -> Any:
    """Tap the choice that begins so, and return the question with it ticked."""
    welke = next(label for label in labels(stap) if label.startswith(begin))
    await mens.tik(stap, welke)
    return await mens.wacht(lambda b: f"✓ {welke}" in labels(b), "het vinkje")


async def test_from_a_concept_over_questions_and_answers_to_a_second_version(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    await noor.vraag("/menu")
    # the concept, one thing changed in chat
    regels = await ibrahim.vraag("/spelregels", zin("spelregels.nodig"))
    stap = await ibrahim.druk(regels, knop("spelregels.knop_aanpassen"), zin("spelregelvorm.wat.vraag"))
    stap = await ibrahim.druk(stap, knop("spelregelvorm.wat.drempel"), zin("spelregelvorm.drempel.vraag"))
    stap = await ibrahim.druk(stap, knop("spelregelvorm.drempel.gehoord"), zin("spelregelvorm.operator.vraag"))
    await wereld.herstart()
    await ibrahim.druk(stap, knop("spelregelvorm.operator.minstens"), zin("spelregelvorm.aandeel.vraag"))
    await ibrahim.vraag("60%", "minstens 60%")
    # two residents ask, one of them too much at first
    await vraagt(anna, "Waarom niet iedereen? 🏘")
    regels = await bram.vraag("/spelregels", zin("spelregels.nodig"))
    await bram.druk(regels, knop("spelregels.knop_vraag"), zin("spelregelreactie.vraag"))
    await bram.vraag("x" * 1900, "900 tekens te lang")
    await bram.vraag("Waarom niet allemaal?", zin("spelregelreactie.bewaard"))
    # fixing asks first; both get one answer
    regels = await ibrahim.vraag("/spelregels", zin("spelregels.nodig"))
    zeker = await ibrahim.druk(regels, knop("spelregels.knop_vast"), "wachten nog 2 vragen")
    lijst = await ibrahim.druk(zeker, knop("vaststellen.knop_eerst"), zin("spelregelantwoord.lijst"))
    stap = await ibrahim.druk(lijst, knop("spelregelantwoord.knop"), zin("spelregelantwoord.welke.vraag"))
    for nummer in ("1. ", "2. "):
        stap = await kruis_aan(ibrahim, stap, nummer)
    await ibrahim.druk(stap, knop("knop.verder"), zin("spelregelantwoord.vraag.vraag"))
    await ibrahim.vraag("Waarom niet iedereen?", zin("spelregelantwoord.antwoord.vraag"))
    voorbeeld = await ibrahim.vraag("Niet iedereen wil meepraten.", "Niet iedereen wil meepraten.")
    await ibrahim.tik(voorbeeld, knop("spelregelantwoord.knop_klaar"))
    await wereld.rust()
    for mens in (anna, bram):
        await mens.wacht(lambda b: "Niet iedereen wil meepraten." in tekst_van(b), "het antwoord")
    # fixed by two people, while one question to a second person went stale
    await vraag_vast(ibrahim, "2027-013")
    await wereld.rust()
    oud_ja = await leest(noor, "2027-013")
    regels = await ibrahim.vraag("/spelregels", zin("spelregels.nodig"))
    await ibrahim.druk(regels, knop("spelregels.knop_bestand"), zin("spelregelvorm.bestand"))
    await ibrahim.stuur_bestand("document", "regels.toml", b"[spelregels]\nenheid = 'bewoners'\n")
    await ibrahim.wacht(lambda b: "bedoelde u 'eenheid'?" in tekst_van(b), "wat er niet klopt")
    await ibrahim.stuur_bestand("document", "regels.toml", TOML)
    await ibrahim.wacht(lambda b: "We tellen huishoudens." in tekst_van(b), "het concept uit het bestand")
    nee = await noor.na(noor.tik(oud_ja, knop("voorstel.knop_ja")))
    assert zin("geweigerd.spelregels.intussen_gewijzigd") in tekst_van(nee)
    await vraag_vast(ibrahim)
    await wereld.rust()
    await zeg_ja(wereld, noor)
    # a later version, beside the first
    regels = await ibrahim.vraag("/spelregels", zin("spelregels.nodig"))
    await ibrahim.druk(regels, knop("spelregels.knop_nieuw"), zin("spelregelversie.reden.vraag"))
    stap = await ibrahim.vraag("Er kwam een straat bij.", zin("spelregels.nieuw_concept"))
    stap = await ibrahim.druk(stap, knop("spelregels.knop_aanpassen"), zin("spelregelvorm.wat.vraag"))
    stap = await ibrahim.druk(stap, knop("spelregelvorm.wat.gesprek"), zin("spelregelvorm.gesprek.vraag"))
    await ibrahim.druk(stap, knop("spelregelvorm.gesprek.ja"), zin("spelregels.gesprek_telt"))
    nu = await anna.vraag("/spelregels", zin("spelregels.nodig"))
    naast = await anna.druk(nu, knop("spelregels.knop_concept"), "Er kwam een straat bij.")
    assert zin("spelregels.gesprek_telt_niet") in tekst_van(naast)
    assert zin("spelregels.gesprek_telt") in tekst_van(naast)
    await vraag_vast(ibrahim, "2027-099", uit_concept=True)
    await wereld.rust()
    await zeg_ja(wereld, noor, "2027-099")
    assert await wereld.tel(t.spelregels, t.spelregels.c.vastgesteld_op.is_not(None)) == 2
    assert "versie 2 van de spelregels" in tekst_van(await anna.vraag("/stand", "versie 2"))
    assert "Volgens versie 1" in tekst_van(await noor.vraag("/stand", "Volgens versie 1"))
    vragen = await anna.vraag("/spelregels", "2027-099")
    gelezen = await anna.druk(vragen, knop("spelregels.knop_vragen"), "Niet iedereen wil meepraten.")
    assert "minder dan 5 bewoners" in tekst_van(gelezen)


def voorstel_id(bericht: Any) -> str:
    """Return the public id in the button to agree."""
    data: str = bericht["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    return data.partition(":")[2]

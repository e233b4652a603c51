"""A vacant seat in the bot's own chat: asked for with one tap, given, named and left; with restarts."""

from datetime import UTC, datetime, timedelta

from bot.demo.telefoon import tekst_van
from bot.services import bewijslog
from bot.storage import tables as t
from tests.wereld import ANNA, BRAM, IBRAHIM, Wereld, knop, labels, zin

NACHT = datetime(2027, 2, 2, 2, 0, tzinfo=UTC)
VAN = zin("zetel.naam.geleding", van="burgers", nummer=1)


async def stel_in_en_zoek(wereld: Wereld) -> None:
    """Let Ibrahim set up one seat for each geleding, and ask for someone of the burgers."""
    ibrahim = wereld.mens(IBRAHIM)
    lijst = await ibrahim.vraag("/zetels", zin("zetel.leeg"))
    beheer = await ibrahim.druk(lijst, knop("zetel.knop_beheer"), "Zetels beheren")
    vraag = await ibrahim.druk(beheer, knop("zetel.knop_instellen"), zin("zetels.orgaan.vraag"))
    vraag = await ibrahim.druk(vraag, knop("zetels.orgaan.geleding"), zin("zetels.aantal.vraag"))
    beheer = await ibrahim.druk(vraag, "1", "Zetels beheren")
    await wereld.herstart()
    plek = await ibrahim.druk(beheer, f"{VAN}: vacant", zin("zetel.is_vacant"))
    await ibrahim.druk(plek, knop("zetel.knop_zoek"), "Bijvoorbeeld")
    vraag = await ibrahim.vraag("Eén avond per maand <b>meepraten", zin("vacature.profiel.vraag"))
    vraag = await ibrahim.druk(vraag, knop("vacature.profiel.praten"), zin("vacature.profiel.vraag"))
    vraag = await ibrahim.druk(vraag, knop("knop.verder"), zin("vacature.wijze.vraag"))
    zien = await ibrahim.druk(vraag, knop("vacature.wijze.loting"), zin("vacature.hoe.loting"))
    await ibrahim.druk(zien, knop("vacature.knop_plaats"), zin("vacature.geen_kandidaten"))
    await wereld.rust()


async def test_a_neighbour_finds_the_seat_from_the_menu_gets_it_by_name_and_leaves_it(wereld: Wereld) -> None:
    anna, bram, ibrahim = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(IBRAHIM)
    await stel_in_en_zoek(wereld)
    wie = await anna.vraag("/wiedoetwat")
    lijst = await anna.druk(wie, knop("knop.zetels"), "burgers: vacant")
    gezocht = await anna.druk(lijst, zin("zetel.knop_open", zetel=VAN), "Eén avond per maand <b>meepraten")
    assert knop("vacature.knop_sluit") not in labels(gezocht)
    kandidaat = await anna.druk(gezocht, knop("vacature.knop_ja"), "U bent kandidaat.")
    await wereld.herstart()
    await anna.druk(kandidaat, knop("zetel.knop_naam"), zin("kandidaatnaam.naam.vraag"))
    await anna.vraag("Anna <i>K.", "Anna <i>K.")
    await wereld.rust()
    melding = await ibrahim.wacht(lambda b: zin("vacature.kandidaat", zetel=VAN) in tekst_van(b), "de melding")
    gezien = await ibrahim.druk(melding, knop("zetel.knop_bekijk"), "Anna <i>K.")
    zeker = await ibrahim.druk(
        gezien, knop("vacature.knop_benoem"), zin("vacature.zeker_benoem", zetel=VAN, wie="Anna <i>K.")
    )
    await ibrahim.druk(zeker, knop("vacature.knop_benoem_ja"), "Hier zit Anna <i>K.")
    await wereld.rust()
    assert "burgers: Anna <i>K." in tekst_van(await bram.vraag("/zetels"))
    eigen = await anna.druk(
        await anna.wacht(lambda b: "Gefeliciteerd" in tekst_van(b), "de uitslag"),
        knop("zetel.knop_bekijk"),
        "Dit is uw zetel",
    )
    await anna.druk(eigen, knop("zetel.knop_zonder_naam"), "wil niet met naam")
    await anna.druk(
        await anna.druk(eigen, knop("zetel.knop_stop"), "Wilt u weg"), knop("zetel.knop_stop_ja"), "burgers: vacant"
    )
    await wereld.rust()
    assert await wereld.tel(t.zetel, t.zetel.c.account.is_not(None)) == 0


async def test_of_two_candidates_the_night_draws_one_and_both_can_look_it_up(wereld: Wereld) -> None:
    anna, bram, ibrahim = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(IBRAHIM)
    wereld.door_elkaar = {ANNA.naam, BRAM.naam, IBRAHIM.naam}  # who is drawn, and when it is told
    await stel_in_en_zoek(wereld)
    for wie in (anna, bram):
        lijst = await wie.vraag("/zetels", "burgers: vacant")
        gezocht = await wie.druk(lijst, zin("zetel.knop_open", zetel=VAN), "meepraten")
        await wie.druk(gezocht, knop("vacature.knop_ja"), "U bent kandidaat.")
    lijst = await ibrahim.vraag("/zetels", "burgers: vacant")
    gezien = await ibrahim.druk(lijst, zin("zetel.knop_open", zetel=VAN), zin("vacature.kandidaten"))
    zeker = await ibrahim.druk(gezien, knop("vacature.knop_loten"), "overdoen")
    await ibrahim.druk(zeker, knop("vacature.knop_loten_ja"), zin("vacature.tussen"))
    await wereld.rust()
    await anna.wacht(lambda b: zin("vacature.loting_uitleg") in tekst_van(b), "dat er geloot wordt")
    await wereld.ga_naar(NACHT)
    assert await wereld.tel(t.zetel, t.zetel.c.account.is_not(None)) == 0, "nothing is new in the log yet"
    await wereld.herstart()
    blad = {"dag": "2027-02-02", "zetel": "z" * 22, "kandidaten": ["a" * 22, "b" * 22]}
    await wereld.database.write(wereld.wijk, bewijslog.leg_openbaar_vast, wereld.wijk, "loting", blad)
    await wereld.ga_naar(NACHT + timedelta(days=1))
    assert await wereld.tel(t.zetel, t.zetel.c.account.is_not(None)) == 1
    await wereld.ga_naar(NACHT + timedelta(days=1, hours=7))  # nobody is woken for it
    for wie in (anna, bram):
        uit = await wie.wacht(lambda b: knop("vacature.knop_loting") in labels(b), "hoe het afliep")
        await wie.druk(uit, knop("vacature.knop_loting"), "Er is geloot.")

"""What a solution means for a home, and figures of the wijk: by file and by hand, over a restart, in two languages."""

from sqlalchemy import Connection, select

from bot.demo.telefoon import knoppen, tekst_van
from bot.storage import tables as t
from tests.e2e.test_aanbod import akkoord
from tests.rules.test_warmtekaarten import TOML
from tests.wereld import ANNA, DAAN, IBRAHIM, MARIA, NOOR, Wereld, knop, labels, zin


async def woon(wereld: Wereld) -> None:
    """Let Anna live in a rijwoning, by the address list; of the others it does not say."""

    def zet(tx: Connection) -> None:
        eerste = tx.scalars(select(t.huishouden.c.id).order_by(t.huishouden.c.id)).first()
        tx.execute(t.huishouden.update().where(t.huishouden.c.id == eerste).values(woningtype="rijwoning"))

    await wereld.database.write(wereld.wijk, zet)


async def test_residents_compare_what_solutions_mean_and_say_whether_they_understand(wereld: Wereld) -> None:
    await woon(wereld)
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    await noor.vraag("/menu")
    lijst = await ibrahim.vraag("/warmtekaarten", zin("warmtekaart.geen"))
    await ibrahim.druk(lijst, knop("warmtekaart.knop_bestand"), zin("warmtekaart.bestand"))
    kaarten = TOML + TOML.replace("Warmtenet", "Warmtepomp").replace("van = 4000", "van = 3500")
    fout = kaarten.replace("tot = 120", "tot = 12")
    nee = await ibrahim.na(ibrahim.stuur_bestand("document", "kaarten.toml", fout.encode()))
    assert "kaart 1: maandelijks_tot: 12 is minder dan 90; wissel ze om" in tekst_van(nee)
    await wereld.herstart()
    await ibrahim.na(ibrahim.stuur_bestand("document", "kaarten.toml", kaarten.encode()))
    await akkoord(wereld, noor)

    anna, daan = await wereld.bewoner(ANNA), await wereld.bewoner(DAAN)
    maria = await wereld.bewoner(MARIA, "English")
    lijst = await anna.vraag("/warmtekaarten", "€ 4.000 tot € 6.000")
    kaart = await anna.druk(lijst, "Warmtenet", zin("warmtekaart.begrijpt"))
    assert "Het gas stopt. Wanneer: in 2035." in tekst_van(kaart)
    naast = await anna.druk(kaart, knop("warmtekaart.knop_vergelijk"), "Warmtepomp: € 3.500 tot € 6.000")
    kaart = await anna.druk(naast, "Warmtenet", zin("warmtekaart.begrijpt"))
    await wereld.herstart()
    nog = next(k["callback_data"] for rij in knoppen(kaart) for k in rij if k["text"] == knop("warmtekaart.knop_vraag"))
    for _ in range(3):
        await anna.vervals(kaart, nog)
    await anna.wacht(lambda b: zin("warmtekaart.na_vraag") in tekst_van(b), "hoe men een vraag stelt")
    await wereld.rust()
    assert await wereld.tel(t.warmtekaart_gezegd) == 1

    vraag = await daan.vraag("/warmtekaarten", zin("warmtekaart.welk_huis"))
    gekozen = await daan.druk(vraag, "rijwoning", "€ 4.000 tot € 6.000")
    await maria.druk(await maria.vraag("/warmtekaarten"), "rijwoning", "€4,000 to €6,000")
    for vals in ("wknieuw", "wkbestand", f"wkx:{nog[4:26]}:ja", "wkn:x", f"wka:{'A' * 22}:ja", "wkv::", "wk:"):
        assert knop("voorstel.knop_ja") not in labels(await daan.na(daan.vervals(gekozen, vals)))
    assert await wereld.tel(t.warmtekaart) == 2


async def test_staff_add_a_figure_in_three_taps_and_residents_see_a_picture_with_the_same_in_words(
    wereld: Wereld,
) -> None:
    noor, ibrahim, anna = wereld.mens(NOOR), wereld.mens(IBRAHIM), await wereld.bewoner(ANNA)
    await ibrahim.vraag("/menu")
    lijst = await noor.vraag("/cijfers", zin("cijfers.lijst_leeg"))
    await noor.druk(lijst, knop("cijfers.knop_bestand"), zin("cijfers.bestand"))
    regels = (
        "indicator;datum;waarde;bron;eenheid\nIsolatie;2026-10;120;Gemeente;huizen\nIsolatie;2026-12;12x;Gemeente;\n"
    )
    nee = await noor.na(noor.stuur_bestand("document", "c.csv", regels.encode()))
    assert "regel 3: waarde: '12x' is geen getal; schrijf het zoals 12,5" in tekst_van(nee)
    await noor.na(noor.stuur_bestand("document", "c.csv", regels.replace("12x", "150").encode()))
    await wereld.herstart()
    await akkoord(wereld, ibrahim)
    lijst = await noor.vraag("/cijfers", "december 2026: 150 huizen")
    reeks = await noor.druk(lijst, "Isolatie", "november 2026: geen cijfer", nieuw=True)
    assert "photo" in reeks
    await noor.druk(reeks, knop("cijfers.knop_erbij"), zin("cijfer.waarde.vraag"), nieuw=True)
    voorbeeld = await noor.vraag("165,5", "januari 2027: 165,5 huizen")
    klaar = knoppen(voorbeeld)[0][0]["callback_data"]
    for _ in range(2):
        await noor.vervals(voorbeeld, klaar)
    await wereld.rust()
    assert await wereld.tel(t.indicatorpunt) == 3
    bij_anna = await anna.druk(await anna.vraag("/cijfers"), "Isolatie", "januari 2027: 165,5", nieuw=True)
    assert (await anna.plaatje(bij_anna))[:4] == b"\x89PNG"
    for vals in ("cinieuw", "cibestand", "cip:x", "civ:x:2027-01-01", "cio:x:ja", "cix:x:ja", "ci:"):
        await anna.na(anna.vervals(bij_anna, vals))
    assert await wereld.tel(t.indicatorpunt) == 3

"""Each way of asking, played through in the bot's own chat: made, voted in, closed, and what one can do after it."""

from datetime import UTC, datetime

from sqlalchemy import Connection, select

from bot.demo.telefoon import Bericht, tekst_van
from bot.services.handeling import TREKKER
from bot.storage import kennismaking, werkgroepen
from bot.storage import tables as t
from tests.builders import een_publiek_id, een_rol
from tests.wereld import ANNA, BRAM, MARIA, NOOR, Mens, Wereld, knop, labels, zin

SLUIT = datetime(2027, 2, 5, 19, 0, tzinfo=UTC)


async def begin(noor: Mens, methode: str, vraag: str) -> Bericht:
    """Choose a method and type the question; return what is asked next."""
    hoe = await noor.vraag("/peiling", zin("peiling.hoe"))
    await noor.druk(hoe, knop(f"peiling.methode.{methode}"), zin("peiling.vraag.vraag"))
    return await noor.vraag(vraag)


async def rond_af(wereld: Wereld, noor: Mens, stap: Bericht) -> None:
    """Answer the last questions and place it."""
    stap = await noor.vraag("5 februari 20:00", zin("peiling.live.vraag"))
    stap = await noor.druk(stap, knop("peiling.live.nee"), zin("peiling.besluit.vraag"))
    stap = await noor.druk(stap, knop("peiling.besluit.nee"), zin("formulier.voorbeeld"))
    await noor.tik(stap, knop("knop.klaar"))
    await wereld.rust()


async def open_(mens: Mens, vraag: str, taal: str = "nl") -> Bericht:
    """Open a poll through the list."""
    return await mens.druk(await mens.vraag("/peilingen"), vraag, zin("peiling.tot", taal))


async def zonnestroom(wereld: Wereld) -> None:
    """Put Anna, its trekker, and Bram in a werkgroep; Anna gave her name."""

    def richt_in(tx: Connection) -> None:
        werkgroepen.vul_aan(tx, wereld.wijk, [("Zonnestroom", een_publiek_id())])
        groep = next(w for w in werkgroepen.lijst(tx, wereld.wijk, 0) if w.naam == "Zonnestroom")
        for wie in (ANNA, BRAM):
            bewoner = tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == str(wie.id))) or 0
            werkgroepen.zet_lid(tx, wereld.wijk, groep.id, bewoner, lid=True)
            if wie is ANNA:
                kennismaking.zet(tx, wereld.wijk, bewoner, "naam", ["Anna"])
        een_rol(tx, wereld.wijk, TREKKER, str(ANNA.id), bereik=groep.publiek_id)
        tx.execute(t.rol.update().where(t.rol.c.extern_id == str(ANNA.id)).values(kanaal=wereld.kanaal))

    await wereld.database.write(0, richt_in)


async def test_a_figure_from_one_to_five_is_given_changed_and_asked_again(wereld: Wereld) -> None:
    anna, maria, noor = await wereld.bewoner(ANNA), await wereld.bewoner(MARIA, "English"), wereld.mens(NOOR)
    await begin(noor, "schaal", "Bent u het eens?")
    await noor.vraag("<b>oneens", zin("methode.schaal.hoog.vraag"))
    stap = await noor.vraag("eens & blij", zin("doelgroep.voor.vraag"))
    stap = await noor.druk(stap, knop("doelgroep.voor.wijk"), zin("peiling.sluit_op.vraag"))
    await rond_af(wereld, noor, stap)
    een = await open_(anna, "Bent u het eens?")
    assert "1 is: <b>oneens" in tekst_van(een)
    een = await anna.druk(een, "4", zin("peiling.jouw_stem", optie="4"))
    await wereld.herstart()
    een = await anna.druk(een, "5", zin("peiling.jouw_stem", optie="5"))
    assert [label for label in labels(een) if label.lstrip("✓ ").isdigit()] == ["1", "2", "3", "4", "✓ 5"]
    await maria.druk(await open_(maria, "Bent u het eens?", "en"), "2", zin("peiling.jouw_stem", "en", optie="2"))
    await wereld.ga_naar(SLUIT)
    assert await wereld.database.read(lambda tx: sorted(tx.scalars(select(t.stembiljet.c.inhoud)))) == ["[1]", "[4]"]
    uitslag = await noor.druk(await noor.vraag("/peilingen"), "Bent u het eens?", zin("peiling.te_weinig"))
    await noor.druk(uitslag, knop("peiling.knop_opnieuw"), zin("peiling.sluit_op.vraag"))
    stap = await noor.vraag("20 februari 20:00", zin("peiling.live.vraag"))
    stap = await noor.druk(stap, knop("peiling.live.nee"), zin("peiling.besluit.vraag"))
    stap = await noor.druk(stap, knop("peiling.besluit.nee"), zin("formulier.voorbeeld"), "eens & blij")
    await noor.tik(stap, knop("knop.klaar"))
    await wereld.rust()
    assert await wereld.tel(t.peiling, t.peiling.c.vervolg_op.is_not(None)) == 1
    assert knop("peiling.knop_opnieuw") not in labels(await open_(anna, "Bent u het eens?"))


async def test_a_werkgroep_finds_its_evening_by_name_and_the_trekker_plans_it_in_one_tap(wereld: Wereld) -> None:
    anna, bram, noor = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(NOOR)
    await zonnestroom(wereld)
    await begin(noor, "datum", "Wanneer?")
    stap = await noor.vraag("9 februari 20:00\n10 februari 20:00\nvolgende week", zin("geweigerd.moment.onbekend"))
    stap = await noor.vraag("9 februari 20:00\n10 februari 20:00", zin("doelgroep.voor.vraag"))
    stap = await noor.druk(stap, knop("doelgroep.voor.werkgroep"), zin("doelgroep.welke.vraag"))
    stap = await noor.druk(stap, "Zonnestroom", zin("peiling.met_naam.vraag"))
    stap = await noor.druk(stap, knop("peiling.met_naam.ja"), zin("peiling.sluit_op.vraag"))
    await rond_af(wereld, noor, stap)
    een = await open_(anna, "Wanneer?")
    assert zin("peiling.met_naam_als", naam="Anna") in tekst_van(een)
    een = await anna.druk(een, "wo 10 feb 20:00", "Uw stem: wo 10 feb 20:00 ja")
    await wereld.herstart()
    een = await anna.druk(een, knop("methode.datum.knop.misschien"), "di 9 feb 20:00 als het moet")
    await bram.druk(await open_(bram, "Wanneer?"), "wo 10 feb 20:00", "Uw stem: wo 10 feb 20:00 ja")
    publiek_id = await wereld.database.read(lambda tx: tx.scalar(select(t.peiling.c.publiek_id)))
    menu = await bram.vraag("/menu")
    assert zin("geweigerd.peiling.onbekend") in tekst_van(await bram.na(bram.vervals(menu, f"pwie:{publiek_id}")))
    await wereld.ga_naar(SLUIT)
    vroeg = await bram.wacht(lambda b: zin("peiling.precies") in tekst_van(b), "de uitslag")
    assert "Het best past woensdag 10 februari 2027" in tekst_van(vroeg)
    wie = await bram.na(bram.tik(vroeg, knop("peiling.knop_wie_wat")))
    assert "• Anna: di 9 feb 20:00 als het moet; wo 10 feb 20:00 ja" in tekst_van(wie)
    assert "• Iemand zonder naam: wo 10 feb 20:00 ja" in tekst_van(wie)
    for mens, nee in ((noor, "peiling.onbekend"), (await wereld.bewoner(MARIA), "rol_nodig")):
        menu = await mens.vraag("/menu")
        assert zin(f"geweigerd.{nee}") in tekst_van(await mens.na(mens.vervals(menu, f"pplan:{publiek_id}:0")))
    uitslag = await anna.druk(await anna.vraag("/peilingen"), "Wanneer?", zin("peiling.precies"))
    stap = await anna.na(anna.tik(uitslag, "Plan op wo 10 feb 20:00"))
    await anna.druk(stap, knop("bijeenkomst.soort.werkgroepoverleg"), zin("bijeenkomst.titel.vraag"))
    await anna.vraag("Overleg", zin("bijeenkomst.plaats.vraag"))
    stap = await anna.vraag("Buurthuis", zin("doelgroep.welke.vraag"))
    stap = await anna.druk(stap, "Zonnestroom", zin("formulier.voorbeeld"), "10 februari 2027")
    await anna.tik(stap, knop("knop.klaar"))
    await wereld.rust()
    begin_ = await wereld.database.read(lambda tx: tx.scalar(select(t.bijeenkomst.c.begin)))
    assert begin_ == datetime(2027, 2, 10, 19, 0, tzinfo=UTC)


async def test_points_are_divided_and_count_when_all_of_them_are(wereld: Wereld) -> None:
    anna, maria, noor = await wereld.bewoner(ANNA), await wereld.bewoner(MARIA, "English"), wereld.mens(NOOR)
    await begin(noor, "punten", "Wat weegt het zwaarst?")
    stap = await noor.vraag("<b>Betaalbaar\nKort open straat", zin("methode.punten.punten.vraag"))
    stap = await noor.druk(stap, knop("methode.punten.punten.10"), zin("doelgroep.voor.vraag"))
    stap = await noor.druk(stap, knop("doelgroep.voor.wijk"), zin("peiling.sluit_op.vraag"))
    await rond_af(wereld, noor, stap)
    een = await open_(anna, "Wat weegt het zwaarst?")
    assert "• <b>Betaalbaar: 0" in tekst_van(een)
    publiek_id = await wereld.database.read(lambda tx: tx.scalar(select(t.peiling.c.publiek_id)))
    half = await anna.druk(een, "<b>Betaalbaar: 0", zin("methode.punten.zin.nog", aantal=9))
    await anna.vervals(half, f"st:{publiek_id}:0.1")
    for data in ("0.99", "7.1", "0.-1", "niets"):
        await anna.vervals(half, f"st:{publiek_id}:{data}")
    await wereld.herstart()
    for nog in range(8, 0, -1):
        half = await anna.druk(half, f"+ (nog {nog + 1})", zin("methode.punten.zin.nog", aantal=nog))
    assert zin("peiling.nog_niet_af") in tekst_van(half)
    assert await wereld.tel(t.stembiljet) == 0
    stem = zin("peiling.jouw_stem", optie="<b>Betaalbaar: 9; Kort open straat: 1")
    af = await anna.druk(half, "Kort open straat: 0", zin("methode.punten.zin.op"), stem.split("\n")[0])
    await anna.tik(af, "Kort open straat: 1")
    await wereld.rust()
    await maria.druk(await open_(maria, "Wat weegt het zwaarst?", "en"), "+", zin("peiling.nog_niet_af", "en"))
    await anna.druk(await anna.laatste(), "− 1", zin("peiling.verandert"))
    await wereld.ga_naar(SLUIT)
    assert await wereld.database.read(lambda tx: list(tx.scalars(select(t.stembiljet.c.inhoud)))) == ["[9,1]"]
    assert await wereld.tel(t.stemconcept) == 0
    await anna.wacht(lambda b: zin("peiling.te_weinig") in tekst_van(b), "de uitslag")


async def test_statements_come_one_by_one_and_each_answer_counts_also_when_one_stops(wereld: Wereld) -> None:
    anna, maria, noor = await wereld.bewoner(ANNA), await wereld.bewoner(MARIA, "English"), wereld.mens(NOOR)
    await begin(noor, "stellingen", "Wat vindt u?")
    stap = await noor.vraag("<b>Samen\nKiezen\nStil", zin("doelgroep.voor.vraag"))
    stap = await noor.druk(stap, knop("doelgroep.voor.wijk"), zin("peiling.sluit_op.vraag"))
    stap = await noor.vraag("5 februari 20:00", zin("peiling.live.vraag"))
    stap = await noor.druk(stap, knop("peiling.live.nee"), zin("peiling.besluit.vraag"))
    stap = await noor.druk(stap, knop("peiling.besluit.nee"), "• Kiezen\n• Stil")
    await noor.tik(stap, knop("knop.klaar"))
    await wereld.rust()
    publiek_id = await wereld.database.read(lambda tx: tx.scalar(select(t.peiling.c.publiek_id)))
    een = await open_(anna, "Wat vindt u?")
    een = await anna.druk(een, knop("methode.stellingen.knop.eens"), "Stelling 2 van 3:\nKiezen")
    for data in ("0e", "9e", "0x", "-", "k1"):
        await anna.vervals(een, f"st:{publiek_id}:{data}")
    een = await anna.druk(een, knop("methode.stellingen.knop.terug"), "Stelling 1 van 3:\n<b>Samen")
    await wereld.herstart()
    een = await anna.druk(een, knop("methode.stellingen.knop.oneens"), "Stelling 2 van 3")
    een = await anna.druk(een, knop("methode.stellingen.knop.klaar"), "1. Oneens: <b>Samen", "2. Nog niets: Kiezen")
    een = await anna.druk(een, knop("methode.stellingen.knop.verder"), "Stelling 2 van 3")
    een = await anna.druk(een, knop("methode.stellingen.knop.pas"), "Stelling 3 van 3")
    een = await anna.druk(een, knop("methode.stellingen.knop.eens"), zin("methode.stellingen.zin.einde"))
    een = await anna.druk(een, "1", "Stelling 1 van 3")
    await anna.druk(een, knop("methode.stellingen.knop.eens"), "1. Eens: <b>Samen")
    await maria.druk(await open_(maria, "Wat vindt u?", "en"), "Disagree", "Statement 2 of 3")
    await wereld.ga_naar(SLUIT)
    inhoud = await wereld.database.read(lambda tx: sorted(tx.scalars(select(t.stembiljet.c.inhoud))))
    assert inhoud == ['"epe"', '"o--"']
    await anna.wacht(lambda b: zin("peiling.te_weinig") in tekst_van(b), "de uitslag")

"""Getting to know each other in the chat: asked later, answered or not, seen and removed; a restart at each step."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection, select

from bot.demo.telefoon import tekst_van
from bot.services.bewijs import Feit, leg_vast
from bot.storage import tables as t
from tests.builders import een_bewoner, handeling
from tests.wereld import ANNA, BRAM, DAAN, IBRAHIM, MARIA, NOOR, Mens, Wereld, knop, labels, zin

EERSTE = datetime(2027, 2, 7, 12, 0, tzinfo=UTC)
"""After the day on which the first question to who joined on 1 February is due."""


async def antwoorden(wereld: Wereld) -> dict[str, str | None]:
    """Return what is kept of what residents said of themselves."""

    def lees(tx: Connection) -> dict[str, str | None]:
        return {r.vraag: r.antwoord for r in tx.execute(select(t.kennismaking))}

    return await wereld.database.read(lees)


async def aantal(mens: Mens) -> int:
    return len(await mens.berichten())


async def test_a_name_is_asked_days_after_joining_and_typed_with_a_restart_at_each_step(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    voor = await aantal(anna)
    await wereld.ga_naar(EERSTE - timedelta(days=3))
    assert await aantal(anna) == voor
    await wereld.herstart()
    await wereld.ga_naar(EERSTE)
    await wereld.ga_naar(EERSTE + timedelta(hours=1))
    assert await aantal(anna) == voor + 1, "one question, also after a restart and a second look"
    vraag = await anna.laatste()
    assert zin("kennismaking.naam.vraag") in tekst_van(vraag)

    await wereld.herstart()
    await anna.druk(vraag, knop("kennismaking.knop_naam"), zin("kennismaking.naam_typen"))
    await wereld.herstart()
    await anna.vraag("x" * 1900, zin("geweigerd.kennismaking.naam_lengte"))
    await anna.vraag("Anna 🌷", "Anna 🌷")
    await wereld.herstart()
    await anna.vraag("/menu", "Anna 🌷")
    gegevens = await anna.vraag("/gegevens", "Anna 🌷")
    overzicht = await anna.druk(gegevens, knop("kennismaking.knop_over_mij"), zin("kennismaking.overzicht"))
    naam = await anna.druk(overzicht, knop("kennismaking.label.naam"), zin("kennismaking.naam.vraag"))
    await anna.druk(naam, knop("kennismaking.knop_weg"), zin("kennismaking.niets"))
    assert await antwoorden(wereld) == {"naam": None}
    assert "🌷" not in tekst_van(await anna.vraag("/gegevens"))


async def test_a_month_later_there_is_one_question_and_who_says_enough_gets_no_more(wereld: Wereld) -> None:
    maria = await wereld.bewoner(MARIA, "English")
    voor = await aantal(maria)
    await wereld.ga_naar(EERSTE + timedelta(days=30))
    assert await aantal(maria) == voor + 1
    vraag = await maria.laatste()
    assert zin("kennismaking.naam.vraag", "en") in tekst_van(vraag)
    await maria.druk(vraag, knop("kennismaking.knop_genoeg", "en"), zin("kennismaking.overzicht", "en"))
    na = await aantal(maria)
    await wereld.ga_naar(EERSTE + timedelta(days=90))
    assert await aantal(maria) == na
    overzicht = await maria.laatste()
    await maria.tik(overzicht, knop("kennismaking.knop_weer", "en"))
    await maria.wacht(lambda b: knop("kennismaking.knop_genoeg", "en") in labels(b), "de knop terug")
    await wereld.ga_naar(EERSTE + timedelta(days=99))
    assert zin("kennismaking.eigendom.vraag", "en") in tekst_van(await maria.laatste())


async def test_an_answer_is_ticked_changed_and_taken_back_however_often_one_taps(wereld: Wereld) -> None:
    daan = await wereld.bewoner(DAAN)
    await wereld.ga_naar(EERSTE)
    overzicht = await daan.druk(await daan.laatste(), knop("kennismaking.knop_over_mij"), zin("kennismaking.overzicht"))
    vraag = await daan.druk(overzicht, knop("kennismaking.label.leeftijd"), zin("kennismaking.leeftijd.vraag"))
    for _ in range(3):
        await daan.vervals(vraag, "kn_kies:leeftijd:tot_55")
    await wereld.herstart()
    await wereld.rust()
    vraag = await daan.wacht(lambda b: "✓ " + knop("kennismaking.keuze.tot_55") in labels(b), "een vinkje")
    assert (await antwoorden(wereld))["leeftijd"] == "tot_55"
    for vervalst in ("kn_kies:leeftijd:oud", "kn_kies:geheim:ja", "kn_kies", "kn_vraag:", "kn_weg:alles"):
        await daan.vervals(vraag, vervalst)
    await wereld.rust()
    assert zin("geweigerd.kennismaking.onbekend") in tekst_van(await daan.laatste())
    assert (await antwoorden(wereld))["leeftijd"] == "tot_55"


async def test_a_question_that_comes_while_a_form_is_open_steals_no_typed_text(wereld: Wereld) -> None:
    wereld.codes[NOOR.id] = wereld.codes[DAAN.id]
    noor = await wereld.bewoner(NOOR)
    await noor.druk(
        await noor.vraag("/bijeenkomst"), knop("bijeenkomst.soort.energiecafe"), zin("bijeenkomst.titel.vraag")
    )
    await wereld.ga_naar(EERSTE)
    vraag = await noor.wacht(lambda b: zin("kennismaking.naam.vraag") in tekst_van(b), "de vraag naar de naam")
    await noor.tik(vraag, knop("kennismaking.knop_naam"))
    await noor.wacht(lambda b: zin("geweigerd.formulier.eerst_afmaken") in tekst_van(b), "eerst afmaken")
    await noor.vraag("Een titel", zin("bijeenkomst.begin.vraag"))
    assert await antwoorden(wereld) == {"naam": None}


async def test_who_did_not_join_is_not_asked_and_cannot_answer(wereld: Wereld) -> None:
    ibrahim = wereld.mens(IBRAHIM)
    bericht = await ibrahim.vraag("/menu")
    voor = await aantal(ibrahim)
    await wereld.ga_naar(EERSTE + timedelta(days=60))
    assert await aantal(ibrahim) == voor
    for data in ("kn", "kn_kies:hulp:thema", "kn_naam", "kn_genoeg"):
        await ibrahim.vervals(bericht, data)
    await wereld.rust()
    assert zin("geweigerd.nog_niet_binnen") in tekst_van(await ibrahim.laatste())
    assert await antwoorden(wereld) == {}


async def test_housemates_see_each_other_when_both_agree_and_no_more_when_one_takes_it_back(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    for mens, naam in ((anna, "Anna"), (bram, "Bram")):
        bericht = await mens.vraag("/gegevens")
        overzicht = await mens.druk(bericht, knop("kennismaking.knop_over_mij"), zin("kennismaking.overzicht"))
        vraag = await mens.druk(overzicht, knop("kennismaking.label.naam"), zin("kennismaking.naam.vraag"))
        await mens.druk(vraag, knop("kennismaking.knop_naam"), zin("kennismaking.naam_typen"))
        vraag = await mens.vraag(naam, naam)
        await mens.vervals(vraag, "kn_kies:huisgenoten:ja")
        await wereld.rust()
        assert ("Bram" in tekst_van(await anna.vraag("/gegevens"))) is (mens is bram)
    await wereld.herstart()
    assert "Anna" in tekst_van(await bram.vraag("/gegevens"))
    await anna.vervals(await anna.laatste(), "kn_weg:huisgenoten")
    await wereld.rust()
    assert "Anna" not in tekst_van(await bram.vraag("/gegevens"))
    assert "Bram" not in tekst_van(await anna.vraag("/gegevens"))


async def test_who_does_not_fit_reads_so_and_the_organisator_hears_at_which_address(wereld: Wereld) -> None:
    ibrahim = wereld.mens(IBRAHIM)
    await ibrahim.vraag("/menu")
    await wereld.bewoner(MARIA)
    daan = wereld.mens(DAAN)
    for _ in range(3):
        await daan.vraag(f"/start {wereld.codes[MARIA.id]}", zin("welkom.vol"))
    await wereld.rust()
    gehoord = [tekst_van(b) for b in await ibrahim.berichten() if "Lindelaan" in tekst_van(b)]
    assert len(gehoord) == 1
    assert "Maria" not in gehoord[0]
    assert "Daan" not in gehoord[0]


async def test_who_was_written_down_before_takes_over_that_seat_also_after_a_restart(wereld: Wereld) -> None:
    def schrijf_op(tx: Connection) -> int:
        thuis = tx.scalars(select(t.huishouden.c.id).order_by(t.huishouden.c.id)).all()[1]
        wie = een_bewoner(tx, wereld.wijk, thuis)
        leg_vast(tx, handeling(wereld.wijk), wie, Feit("gesprek", "g" * 22, "deurgesprek"))
        return wie

    was = await wereld.database.write(0, schrijf_op)
    maria = wereld.mens(MARIA)
    taal = await maria.vraag(f"/start {wereld.codes[MARIA.id]}")
    ja = await maria.druk(taal, "English", zin("welkom.toestemming", "en"))
    vraag = await maria.druk(ja, knop("welkom.knop_ja", "en"), zin("welkom.bekend", "en"))
    await wereld.herstart()
    await maria.vraag("what?", zin("welkom.bekend", "en"))
    for _ in range(3):
        await maria.vervals(vraag, "welkom_bekend:weet_niet")
    await wereld.rust()
    assert await wereld.tel(t.bewoner) == 1
    assert await wereld.database.read(lambda tx: tx.scalars(select(t.account.c.bewoner)).all()) == [was]

"""Choosing what to hear in the chat: switches, once a week, stopping with a word; over weeks and with restarts."""

from datetime import UTC, datetime, timedelta

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.wereld import ANNA, DAAN, IBRAHIM, MARIA, NOOR, NU, Wereld, knop, labels, zin

VRIJDAG = datetime(2027, 2, 5, 15, 0, tzinfo=UTC)


def aan(over: str) -> str:
    return f"✓ {knop(f'voorkeur.over.{over}')}: aan"


def uit(over: str) -> str:
    return f"✗ {knop(f'voorkeur.over.{over}')}: uit"


async def test_the_third_message_of_a_week_waits_and_comes_with_the_fourth_after_a_restart(wereld: Wereld) -> None:
    daan = await wereld.bewoner(DAAN)
    for titel in ("Café", "Wandeling", "Workshop"):
        await wereld.plan_bijeenkomst(titel, "20 februari 20:00")
    await wereld.plan_peiling("Welke avond?", besluit="nee", sluit="19 februari 20:00")
    await wereld.ga_naar(NU)
    gekregen = [tekst_van(b) for b in await daan.berichten()]
    assert sum("Wandeling" in tekst for tekst in gekregen) == 1
    assert not any("Workshop" in tekst or "Welke avond?" in tekst for tekst in gekregen)

    await wereld.herstart()
    await wereld.ga_naar(NU + timedelta(days=6, hours=23))
    assert not any("Workshop" in tekst_van(b) for b in await daan.berichten())
    await wereld.herstart()
    await wereld.ga_naar(NU + timedelta(days=7, hours=1))
    await wereld.ga_naar(NU + timedelta(days=7, hours=2))
    bundel = await daan.laatste()
    assert zin("bundel.kop") in tekst_van(bundel)
    assert sum(zin("bundel.kop") in tekst_van(b) for b in await daan.berichten()) == 1
    assert [("Workshop" in label, "Welke avond?" in label) for label in labels(bundel)[:2]] == [
        (False, True),
        (True, False),
    ]

    for _ in range(2):  # each tap opens it below, and the bundle stays
        peiling = await daan.na(daan.tik(bundel, labels(bundel)[0]))
        assert "Welke avond?" in tekst_van(peiling)
    workshop = await daan.na(daan.tik(bundel, labels(bundel)[1]))
    await daan.druk(workshop, knop("knop.ja"), zin("bijeenkomst.antwoord_ja"))
    (nog,) = [b for b in await daan.berichten() if b["message_id"] == bundel["message_id"]]
    assert tekst_van(nog) == tekst_van(bundel)


async def test_subjects_are_switched_in_one_message_that_changes(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    menu = await anna.vraag("/menu", knop=knop("menu.groep.zelf"))
    over_mij = await anna.druk(menu, knop("menu.groep.zelf"), zin("menu.in.zelf"))
    scherm = await anna.druk(over_mij, knop("knop.meldingen"), zin("voorkeur.kop"))
    assert aan("raad") in labels(scherm)
    await anna.tik(scherm, aan("bijeenkomsten"))
    scherm = await anna.wacht(lambda b: uit("bijeenkomsten") in labels(b), "uit")
    for _ in range(3):  # an impatient thumb: the tapped label said "uit"
        await anna.vervals(scherm, "vk:bijeenkomsten:uit")
    await wereld.herstart()
    await anna.vervals(scherm, "vk:alles:uit")
    await anna.wacht(lambda b: zin("geweigerd.voorkeur.onbekend") in tekst_van(b), "een weigering")
    await wereld.plan_bijeenkomst()
    await wereld.plan_peiling("Welke avond?")
    await wereld.ga_naar(NU)
    gekregen = [tekst_van(b) for b in await anna.berichten()]
    assert any("Welke avond?" in tekst for tekst in gekregen)
    assert not any("Café" in tekst for tekst in gekregen)
    gegevens = await anna.vraag("/gegevens", "peilingen")
    assert knop("knop.meldingen") in labels(gegevens)


async def test_once_a_week_all_comes_on_friday_at_four_in_ones_own_language(wereld: Wereld) -> None:
    maria = await wereld.bewoner(MARIA, "English")
    scherm = await maria.vraag("/meldingen", zin("voorkeur.kop", "en"))
    await maria.druk(scherm, knop("voorkeur.knop_week", "en"), zin("voorkeur.nu_week", "en"))
    await wereld.plan_bijeenkomst("Café", "20 februari 20:00")
    await wereld.plan_bijeenkomst("Wandeling", "21 februari 14:00")
    await wereld.ga_naar(VRIJDAG - timedelta(minutes=1))
    assert not any("Wandeling" in tekst_van(b) for b in await maria.berichten())
    await wereld.herstart()
    await wereld.ga_naar(VRIJDAG)
    bundel = await maria.laatste()
    assert zin("bundel.kop", "en") in tekst_van(bundel)
    assert "Café" in tekst_van(bundel)


async def test_the_word_stop_ends_what_nobody_asked_for_and_start_brings_it_back(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await wereld.plan_bijeenkomst("Café", "20 februari 20:00")
    een = await anna.vraag("/agenda", knop="Café")
    een = await anna.druk(een, "Café", "Café")
    await anna.druk(een, knop("knop.ja"), zin("bijeenkomst.antwoord_ja"))
    gestopt = await anna.vraag("Stop!", zin("voorkeur.gestopt"))
    await wereld.herstart()
    await wereld.plan_bijeenkomst("Wandeling", "21 februari 14:00")
    await wereld.plan_peiling("Welke avond?", sluit="2 februari 20:00")
    await wereld.ga_naar(NU + timedelta(days=2))
    gekregen = [tekst_van(b) for b in await anna.berichten()]
    assert not any("Wandeling" in tekst or "Welke avond?" in tekst for tekst in gekregen)
    await wereld.ga_naar(datetime(2027, 2, 19, 18, 30, tzinfo=UTC))
    assert "Café" in tekst_van(await anna.laatste()), "the reminder of what she signed up for"

    await wereld.herstart()
    scherm = await anna.vraag("/start", zin("voorkeur.weer"))
    assert aan("peilingen") in labels(scherm)
    await anna.druk(scherm, knop("voorkeur.knop_stop"), zin("voorkeur.gestopt"))
    await anna.vraag("/stop", zin("voorkeur.gestopt"))
    await anna.druk(gestopt, knop("voorkeur.knop_weer"), zin("voorkeur.kop"))
    assert await wereld.tel(t.voorkeur, t.voorkeur.c.gestopt) == 0


async def test_stop_inside_a_form_is_an_answer_and_staff_who_do_not_live_there_choose_nothing(wereld: Wereld) -> None:
    noor = wereld.mens(NOOR)
    soort = await noor.vraag("/bijeenkomst", zin("bijeenkomst.soort.vraag"))
    await noor.druk(soort, knop("bijeenkomst.soort.energiecafe"), zin("bijeenkomst.titel.vraag"))
    await noor.vraag("stop", zin("bijeenkomst.begin.vraag"))
    assert await wereld.tel(t.voorkeur) == 0
    ibrahim = wereld.mens(IBRAHIM)
    geweigerd = await ibrahim.vraag("/meldingen")
    assert zin("voorkeur.kop") not in tekst_van(geweigerd)
    await ibrahim.vervals(geweigerd, "vk:buurt:uit")
    await ibrahim.vervals(geweigerd, "bundel:uitzending:AbCdEfGhIjKlMnOpQrStUv")
    await wereld.rust()
    assert await wereld.tel(t.voorkeur) == 0

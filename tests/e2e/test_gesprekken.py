"""Conversations over the bot's own chat: as they go, as they go wrong, and as someone who means ill would have them."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from bot.channels import intake as intake_module
from bot.demo.telefoon import knoppen, tekst_van
from bot.services.stand import bereken_stand
from bot.storage import tables as t
from tests.wereld import (
    ANNA,
    BRAM,
    DAAN,
    IBRAHIM,
    MARIA,
    NOOR,
    NU,
    Mens,
    Wereld,
    knop,
    labels,
    zin,
)

BEGIN = datetime(2027, 2, 3, 19, 0, tzinfo=UTC)  # 3 februari 20:00
HTML = "<b>Vet</b> & {accolade} </i> <script>"


async def stand(wereld: Wereld) -> dict[str, int]:
    """Return how many are counted per condition."""
    gelezen = (await wereld.database.read(bereken_stand, wereld.wijk)).als_json()
    return {drempel["soort"]: drempel["teller"] for drempel in gelezen["drempels"]}


async def hoort(mens: Mens, *delen: str) -> None:
    """Wait for a message that holds all these parts."""
    await mens.wacht(lambda b: all(deel in tekst_van(b) for deel in delen), f"een bericht met {delen}")


async def naar_titel(noor: Mens) -> None:
    """Begin the form for a meeting, up to the question for its title."""
    vraag = await noor.vraag("/bijeenkomst", zin("bijeenkomst.soort.vraag"))
    await noor.druk(vraag, knop("bijeenkomst.soort.energiecafe"), zin("bijeenkomst.titel.vraag"))


async def naar_voorbeeld(noor: Mens, wanneer: str = "3 februari 20:00") -> dict[str, Any]:
    """Fill in the form for a meeting and return its preview."""
    await naar_titel(noor)
    await noor.vraag("Café", zin("bijeenkomst.begin.vraag"))
    await noor.vraag(wanneer, zin("bijeenkomst.plaats.vraag"))
    return await noor.vraag("Buurthuis", zin("formulier.voorbeeld"), "Café")


# Joining


async def test_who_has_no_letter_is_told_how_to_join_whatever_they_send(wereld: Wereld) -> None:
    daan = wereld.mens(DAAN)
    for tekst in ("/menu", "/help", "hallo?", "/onbekend", "/agenda"):
        assert tekst_van(await daan.vraag(tekst)).strip()
    for opdracht in ("/gegevens", "/werkgroepen", "/stand"):
        await daan.vraag(opdracht, zin("geweigerd.nog_niet_binnen"))


@pytest.mark.parametrize("stap", ["code", "taal", "toestemming"])
async def test_a_restart_at_each_step_of_joining_resumes_there(wereld: Wereld, stap: str) -> None:
    anna = wereld.mens(ANNA)
    vraag = await anna.vraag("/start", zin("welkom.code"))
    if stap != "code":
        vraag = await anna.vraag(wereld.codes[ANNA.id], zin("welkom.taal"))
    if stap == "toestemming":
        vraag = await anna.druk(vraag, "Nederlands", zin("welkom.toestemming"))
    await wereld.herstart()
    if stap == "code":
        vraag = await anna.vraag(wereld.codes[ANNA.id], zin("welkom.taal"))
    if stap != "toestemming":
        vraag = await anna.druk(vraag, "Nederlands", zin("welkom.toestemming"))
    await anna.druk(vraag, knop("welkom.knop_ja"), "Welkom")
    assert await wereld.tel(t.bewoner) == 1


async def test_what_was_sent_while_the_bot_was_away_is_answered_when_it_is_back(wereld: Wereld) -> None:
    wereld.alleen_telegram("typen terwijl de bot stilstaat")
    anna = await wereld.bewoner(ANNA)
    await wereld.stop()
    await anna.typ("/agenda")
    await anna.typ("/peilingen")
    await wereld.start()
    await anna.wacht(lambda b: "Peilingen" in tekst_van(b), "de peilingen")
    teksten = [tekst_van(b) for b in await anna.berichten()]
    assert [i for i, tekst in enumerate(teksten) if "genda" in tekst.splitlines()[0]] == [len(teksten) - 2]


async def test_tapping_yes_ten_times_takes_one_seat(wereld: Wereld) -> None:
    anna = wereld.mens(ANNA)
    vraag = await anna.druk(
        await anna.vraag(f"/start {wereld.codes[ANNA.id]}"), "Nederlands", zin("welkom.toestemming")
    )
    await asyncio.gather(*(anna.vervals(vraag, "welkom_ja:2") for _ in range(10)))
    await wereld.rust()
    assert await wereld.tel(t.bewoner) == 1


# Meetings


async def test_a_meeting_is_made_with_back_and_a_correction_and_announced_to_residents(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    noor = wereld.mens(NOOR)
    vraag = await noor.vraag("/bijeenkomst", zin("bijeenkomst.soort.vraag"))
    assert knop("knop.terug") not in labels(vraag)
    vraag = await noor.druk(vraag, knop("bijeenkomst.soort.workshop"), zin("bijeenkomst.titel.vraag"))
    vraag = await noor.druk(vraag, knop("knop.terug"), zin("bijeenkomst.soort.vraag"))
    await noor.druk(vraag, knop("bijeenkomst.soort.energiecafe"), zin("bijeenkomst.titel.vraag"))
    await noor.vraag("Eerste titel", zin("bijeenkomst.begin.vraag"))
    vraag = await noor.vraag("3 februari 20:00", zin("bijeenkomst.plaats.vraag"))
    vraag = await noor.druk(vraag, knop("knop.terug"), zin("bijeenkomst.begin.vraag"))
    vraag = await noor.druk(vraag, knop("knop.terug"), zin("bijeenkomst.titel.vraag"))
    await noor.vraag("Tweede titel", zin("bijeenkomst.begin.vraag"))
    await noor.vraag("morgen 19.30 uur", zin("bijeenkomst.plaats.vraag"))
    voorbeeld = await noor.vraag(
        "Buurthuis", zin("formulier.voorbeeld"), "Tweede titel", "dinsdag 2 februari 2027 om 19:30"
    )
    await noor.druk(voorbeeld, knop("knop.terug"), zin("bijeenkomst.plaats.vraag"))
    voorbeeld = await noor.vraag("De Nestkast", zin("formulier.voorbeeld"), "De Nestkast")
    vraag = await noor.druk(voorbeeld, knop("bijeenkomst.knop.vragen"), zin("bijeenkomst.vragen.vraag"))
    voorbeeld = await noor.druk(vraag, knop("bijeenkomst.vragen.nee"), zin("formulier.voorbeeld"))
    assert zin("bijeenkomst.vragen") not in tekst_van(voorbeeld)
    await noor.druk(voorbeeld, knop("knop.klaar"), "Tweede titel")
    await wereld.ga_naar(NU)
    await anna.wacht(
        lambda b: "Tweede titel" in tekst_van(b) and zin("bijeenkomst.nieuw") in tekst_van(b), "de aankondiging"
    )


async def test_stop_throws_a_form_away_and_a_stale_button_says_so(wereld: Wereld) -> None:
    noor = wereld.mens(NOOR)
    vraag = await noor.vraag("/bijeenkomst")
    await noor.druk(vraag, knop("knop.stop"), zin("formulier.gestopt"))
    nieuw = await noor.na(noor.vervals(vraag, "fk:soort:workshop"))
    assert zin("geweigerd.formulier.niets_open") in tekst_van(nieuw)
    assert await wereld.tel(t.gesprek) == 0


async def test_confirming_twice_places_one_and_stopping_after_it_does_not_say_that_nothing_was_placed(
    wereld: Wereld,
) -> None:
    noor = wereld.mens(NOOR)
    voorbeeld = await naar_voorbeeld(noor)
    for data in ("fklaar", "fklaar", "fstop", "fterug"):
        await noor.vervals(voorbeeld, data)
    await wereld.rust()
    assert await wereld.tel(t.bijeenkomst) == 1
    gezegd = [tekst_van(b) for b in await noor.berichten()]
    assert len([tekst for tekst in gezegd if zin("geweigerd.formulier.niets_open") in tekst]) == 3
    assert not [tekst for tekst in gezegd if zin("formulier.gestopt") in tekst]


async def test_a_button_of_an_earlier_step_only_shows_the_step_that_is_open(wereld: Wereld) -> None:
    noor = wereld.mens(NOOR)
    eerste = await noor.vraag("/bijeenkomst")
    await noor.druk(eerste, knop("bijeenkomst.soort.energiecafe"), zin("bijeenkomst.titel.vraag"))
    await noor.vervals(eerste, "fk:soort:workshop")
    await wereld.rust()
    assert zin("bijeenkomst.titel.vraag") in tekst_van(await noor.laatste())
    await noor.vraag("Café", zin("bijeenkomst.begin.vraag"))
    await noor.vraag("3 februari 20:00", zin("bijeenkomst.plaats.vraag"))
    await noor.vraag("Buurthuis", zin("formulier.voorbeeld"), knop("bijeenkomst.soort.energiecafe"))


@pytest.mark.parametrize("stap", range(5))
async def test_a_restart_at_each_step_of_a_meeting_resumes_there(wereld: Wereld, stap: int) -> None:
    noor = wereld.mens(NOOR)

    async def hier(nummer: int) -> None:
        if nummer == stap:
            await wereld.rust()
            await wereld.herstart()

    vraag = await noor.vraag("/bijeenkomst")
    await hier(0)
    await noor.druk(vraag, knop("bijeenkomst.soort.energiecafe"), zin("bijeenkomst.titel.vraag"))
    await hier(1)
    await noor.vraag("Café", zin("bijeenkomst.begin.vraag"))
    await hier(2)
    await noor.vraag("3 februari 20:00", zin("bijeenkomst.plaats.vraag"))
    await hier(3)
    voorbeeld = await noor.vraag("Buurthuis", zin("formulier.voorbeeld"), "Café")
    await hier(4)
    await noor.tik(voorbeeld, knop("knop.klaar"))
    await wereld.rust()
    assert await wereld.tel(t.bijeenkomst) == 1


@pytest.mark.parametrize(
    ("getypt", "antwoord"),
    [
        ("31 februari 20:00", zin("geweigerd.moment.bestaat_niet")),
        ("29-2-2027 20:00", zin("geweigerd.moment.bestaat_niet")),
        ("28 maart 02:30", zin("geweigerd.moment.bestaat_niet")),  # the hour that the clock skips
        ("3 februari 25:00", zin("geweigerd.moment.bestaat_niet")),
        ("1-1-2027 20:00", zin("geweigerd.moment.voorbij")),
        ("vandaag 09:00", zin("geweigerd.moment.voorbij")),
        ("1-1-0001 00:05", ""),
        ("31-12-9999 23:59", ""),
        ("gauw", zin("geweigerd.moment.onbekend")),
        ("3 februari", zin("geweigerd.moment.geen_tijd")),
        ("31 februari", zin("geweigerd.moment.bestaat_niet")),
        ("🕗", zin("geweigerd.moment.onbekend")),
        ("x" * 1900, zin("geweigerd.moment.onbekend")),
    ],
)
async def test_a_day_that_cannot_be_is_asked_again_kindly(wereld: Wereld, getypt: str, antwoord: str) -> None:
    noor = wereld.mens(NOOR)
    await naar_titel(noor)
    await noor.vraag("Café", zin("bijeenkomst.begin.vraag"))
    gezegd = await noor.vraag(getypt, antwoord)
    assert not antwoord or labels(gezegd) == [knop("knop.terug"), knop("knop.stop")], "the question is still open"
    assert zin("menu.mislukt") not in tekst_van(await noor.laatste())
    if antwoord:
        await noor.vraag("3 februari 20:00", zin("bijeenkomst.plaats.vraag"))


async def test_a_preview_that_stayed_open_past_its_moment_is_not_placed(wereld: Wereld) -> None:
    noor = wereld.mens(NOOR)
    voorbeeld = await naar_voorbeeld(noor, "vandaag 12:00")
    wereld.klok.nu = NU + timedelta(hours=5)
    assert zin("geweigerd.moment.voorbij") in tekst_van(await noor.na(noor.tik(voorbeeld, knop("knop.klaar"))))
    assert await wereld.tel(t.bijeenkomst) == 0
    await noor.druk(voorbeeld, knop("knop.terug"), zin("bijeenkomst.plaats.vraag"))  # what was filled in is kept


async def test_an_answer_may_change_until_the_meeting_begins_and_is_never_attendance(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    publiek_id = await wereld.plan_bijeenkomst()
    een = await anna.druk(await anna.vraag("/agenda"), "Café", "Café")
    een = await anna.druk(een, knop("knop.ja"), zin("bijeenkomst.antwoord_ja"))
    een = await anna.druk(een, knop("knop.nee"), zin("bijeenkomst.antwoord_nee"))
    een = await anna.druk(een, knop("knop.misschien"), zin("bijeenkomst.antwoord_misschien"))
    await wereld.ga_naar(BEGIN)
    assert zin("geweigerd.bijeenkomst.begonnen") in tekst_van(await anna.na(anna.vervals(een, f"ba:ja:{publiek_id}")))
    assert await wereld.tel(t.aanmelding, t.aanmelding.c.antwoord == "misschien") == 1
    assert await wereld.tel(t.bewijs) == 0


async def test_html_and_emoji_show_literally_in_titles_options_buttons_and_previews(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    titel, optie = f"{HTML} 👩‍🔧", "<i>a</i> & b"
    publiek_id = await wereld.plan_bijeenkomst(titel)
    await wereld.plan_peiling(titel, (optie, "{velden}"))
    agenda = await anna.vraag("/agenda")
    assert any(HTML[:20] in label for label in labels(agenda))
    een = await anna.druk(agenda, "vet", titel)
    await anna.druk(een, knop("knop.ja"), titel, zin("bijeenkomst.antwoord_ja"))
    peiling = await anna.druk(await anna.vraag("/peilingen"), "vet", titel)
    assert optie in labels(peiling)
    await anna.druk(peiling, "<i>a", zin("peiling.jouw_stem", optie=optie))
    noor = wereld.mens(NOOR)
    deur = await noor.druk(await noor.druk(await noor.vraag("/agenda"), "vet", titel), knop("knop.deur"), titel)
    assert titel in tekst_van(deur)
    wereld.klok.nu = BEGIN
    await anna.vraag(await wereld.deurcode(publiek_id), zin("deur.binnen", titel=titel))
    await wereld.ga_naar(datetime(2027, 2, 5, 19, 0, tzinfo=UTC))
    await anna.wacht(lambda b: zin("peiling.uitslag", vraag=titel) in tekst_van(b), "de uitslag")


async def test_the_longest_titles_questions_and_options_fit(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await wereld.plan_bijeenkomst("𝄞" * 100)
    await wereld.plan_peiling("&" * 300, [str(n) + "𝄞" * 99 for n in range(10)])
    await anna.druk(await anna.vraag("/peilingen"), "&&", "&" * 300)
    await anna.druk(await anna.vraag("/agenda"), "𝄞", "𝄞" * 100)


# Nobody does what is not theirs


async def test_a_resident_can_do_nothing_that_takes_a_role(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    publiek_id = await wereld.plan_bijeenkomst()
    for opdracht in ("/bijeenkomst", "/peiling", "/export"):
        await anna.vraag(opdracht, zin("geweigerd.rol_nodig"))
    menu = await anna.vraag("/menu")
    assert not {knop("knop.bijeenkomst"), zin("peiling.vraag.vraag"), knop("knop.export")} & set(labels(menu))
    for data in (f"deur:{publiek_id}", "bijeenkomst", "peiling", "export"):
        assert zin("geweigerd.rol_nodig") in tekst_van(await anna.na(anna.vervals(menu, data)))
    for data in ("fk:soort:workshop", "fklaar", "fterug"):
        assert zin("geweigerd.formulier.niets_open") in tekst_van(await anna.na(anna.vervals(menu, data)))
    een = await anna.druk(await anna.vraag("/agenda"), "Café", "Café")
    assert knop("knop.deur") not in labels(een)
    assert zin("bijeenkomst.aanmeldingen") not in tekst_van(een)
    assert await wereld.tel(t.bijeenkomst) == 1


async def test_a_begeleider_cannot_export_and_an_organisator_can(wereld: Wereld) -> None:
    await wereld.mens(NOOR).vraag("/export", zin("geweigerd.rol_nodig"))
    ibrahim = wereld.mens(IBRAHIM)
    await ibrahim.vraag("/export", zin("export.klaar"))
    await ibrahim.wacht(lambda b: b.get("document", {}).get("file_name") == "tellingen.csv", "het bestand")


async def test_a_role_that_was_taken_away_halfway_ends_the_form(wereld: Wereld) -> None:
    noor = wereld.mens(NOOR)
    vraag = await noor.vraag("/bijeenkomst")
    await wereld.database.write(wereld.wijk, lambda tx: tx.execute(t.rol.delete()))
    assert zin("geweigerd.rol_nodig") in tekst_van(
        await noor.na(noor.tik(vraag, knop("bijeenkomst.soort.energiecafe")))
    )
    assert zin("geweigerd.rol_nodig") in tekst_van(await noor.vraag("Een titel"))


VERVALST = [
    "x", "menu:", "b:", "b:onzin", "p:", "p:" + "A" * 22, "st:", "st:" + "é" * 30, "ba:", "ba:ja:", "ba:ja:onzin",
    "ba:zeker:onzin", "wg:", "wg:in:", "wg:in:onzin", "wg:weg:onzin", "deur:", "taal:", "taal:xx", "taal:../../etc",
    "welkom_ja:2", "welkom_ja:", "welkom_taal:", "welkom_terug", "welkom_later", "welkom_verder", "fk", "fk::",
    "fk:soort", "fklaar:x", "fstop", "start", "stem", "🙂", "'; DROP TABLE bewijs; --", "menu" * 16, "\x00", "b:\x00",
]  # fmt: skip


@pytest.mark.parametrize("wie", ["bewoner", "vreemde", "staf"])
async def test_forged_data_of_any_kind_is_answered_and_changes_nothing(
    wereld_overal: Wereld, wie: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    wereld = wereld_overal
    monkeypatch.setattr(intake_module, "WACHT_SECONDEN", 0.0)
    mens = {"bewoner": wereld.mens(ANNA), "vreemde": wereld.mens(DAAN), "staf": wereld.mens(NOOR)}[wie]
    if wie == "bewoner":
        await wereld.bewoner(ANNA)
    menu = await mens.vraag("/menu")
    tabellen = (t.bewijs, t.bewoner, t.bijeenkomst, t.peiling, t.aanmelding, t.werkgroeplid, t.stembiljet)
    voor = [await wereld.tel(tabel) for tabel in tabellen]
    for data in VERVALST:
        await mens.vervals(menu, data)
    await wereld.rust()
    assert [await wereld.tel(tabel) for tabel in tabellen] == voor
    assert await wereld.tel(t.inbox, t.inbox.c.staat == "mislukt") == 0
    await mens.vraag("/menu")


async def test_a_tap_on_an_object_of_another_neighbourhood_finds_nothing(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    publiek_id, peiling = await wereld.plan_bijeenkomst(), await wereld.plan_peiling()

    def verhuis(tx: Any) -> None:
        ander = tx.execute(t.wijk.insert().values(publiek_id="x" * 22, naam="Elders").returning(t.wijk.c.id)).scalar()
        for tabel in (t.bijeenkomst, t.peiling):
            tx.execute(tabel.update().values(wijk=ander))

    await wereld.database.write(0, verhuis)
    menu = await anna.vraag("/menu")
    for data in (f"b:{publiek_id}", f"p:{peiling}", f"ba:ja:{publiek_id}", f"st:{peiling}:0"):
        assert "ken ik niet" in tekst_van(await anna.na(anna.vervals(menu, data)))


async def test_the_id_of_a_person_of_a_role_or_of_a_row_opens_nothing(wereld: Wereld) -> None:
    await wereld.plan_bijeenkomst()
    noor = wereld.mens(NOOR)
    menu = await noor.vraag("/menu")
    for data in ("b:1", "deur:1", "p:1", "st:1", "wg:in:1", f"b:{ANNA.id}"):
        nieuw = tekst_van(await noor.na(noor.vervals(menu, data)))
        assert "ken ik niet" in nieuw or zin("geweigerd.nog_niet_binnen") in nieuw


# A group is no place for what is personal


@pytest.mark.parametrize(
    "tekst",
    [
        "/gegevens",
        "/stand",
        "/start",
        "/start deur-123456",
        "/export",
        "/bijeenkomst",
        "/wieben",
        "/werkgroepen@GehoordBot",
    ],
)
async def test_in_a_group_every_command_is_led_to_the_private_chat(wereld: Wereld, tekst: str) -> None:
    await wereld.bewoner(ANNA)
    groep = await wereld.groep(ANNA, NOOR)
    await wereld.in_groep(ANNA, groep, tekst)
    await wereld.in_groep(ANNA, groep, "zomaar een praatje")
    await wereld.in_groep(ANNA, groep, wereld.codes[ANNA.id])
    await wereld.rust()
    (antwoord,) = await wereld.groepsberichten(ANNA, groep)
    assert zin("geweigerd.alleen_prive") in tekst_van(antwoord)
    assert [k.get("url") for rij in knoppen(antwoord) for k in rij] == [wereld.settings.telegram.botlink]
    for wat in (str(ANNA.id), "Lindelaan", wereld.codes[ANNA.id]):
        assert wat not in json.dumps(labels(antwoord)) + tekst_van(antwoord)


async def test_a_button_tapped_in_a_group_does_nothing_personal(wereld: Wereld) -> None:
    await wereld.bewoner(ANNA)
    groep = await wereld.groep(ANNA, NOOR)
    await wereld.in_groep(ANNA, groep, "/menu")
    await wereld.rust()
    (bericht,) = await wereld.groepsberichten(ANNA, groep)
    van = {"id": ANNA.id, "is_bot": False, "first_name": "Anna"}
    for n, data in enumerate(("gegevens", "stand", "menu", "fklaar")):
        kort = {"message_id": bericht["message_id"], "date": 1, "chat": bericht["chat"], "text": "x"}
        query = {"id": str(n), "from": van, "chat_instance": "1", "data": data, "message": kort}
        await wereld.lever(callback_query=query)
    await wereld.rust()
    (gezegd,) = await wereld.groepsberichten(ANNA, groep)  # a tap is answered to who tapped alone
    assert zin("geweigerd.alleen_prive") in tekst_van(gezegd)


# Never silence


@pytest.mark.parametrize(
    "inhoud",
    [
        {"photo": [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]},
        {"sticker": {"file_id": "a", "file_unique_id": "b", "type": "regular", "width": 1, "height": 1,
                     "is_animated": False, "is_video": False}},
        {"voice": {"file_id": "a", "file_unique_id": "b", "duration": 1}},
        {"location": {"latitude": 52.0, "longitude": 5.0}},
        {"contact": {"phone_number": "0612345678", "first_name": "A"}},
        {"iets_van_morgen": {"x": 1}},
    ],
)  # fmt: skip
async def test_whatever_is_sent_is_perhaps_a_question_or_leads_to_the_menu(
    wereld: Wereld, inhoud: dict[str, Any]
) -> None:
    anna = await wereld.bewoner(ANNA)
    bericht = {
        "message_id": 99, "date": 1, "chat": {"id": ANNA.id, "type": "private"},
        "from": {"id": ANNA.id, "is_bot": False, "first_name": "Anna"}, **inhoud,
    }  # fmt: skip
    nieuw = await anna.na(wereld.lever(message=bericht))
    vraag = bool({"photo", "voice"} & inhoud.keys())
    assert zin("vraag.bevestig" if vraag else "menu.onbegrepen") in tekst_van(nieuw)
    assert knop("vraag.knop_niet" if vraag else "knop.agenda") in labels(nieuw)


@pytest.mark.parametrize(
    "tekst",
    ["hallo", "/bestaatniet", "/", "/MENU", "/menu@GehoordBot", "é" * 4096, "🙂" * 2000, "/stand\nregel", "\u202e"],
)
async def test_every_text_is_answered(wereld: Wereld, tekst: str) -> None:
    if "@" in tekst:
        wereld.alleen_telegram("de naam van de bot achter een opdracht")
    anna = await wereld.bewoner(ANNA)
    assert tekst_van(await anna.vraag(tekst)).strip()


async def test_a_text_of_five_thousand_characters_is_answered_in_a_form_and_outside_one(wereld: Wereld) -> None:
    """Telegram splits what people type at 4096; a modified client need not."""
    noor = wereld.mens(NOOR)
    await naar_titel(noor)
    lang = {
        "message_id": 99, "date": 1, "chat": {"id": NOOR.id, "type": "private"}, "text": "x" * 5000,
        "from": {"id": NOOR.id, "is_bot": False, "first_name": "Noor"},
    }  # fmt: skip
    assert zin("geweigerd.formulier.te_lang") in tekst_van(await noor.na(wereld.lever(message=lang)))
    await noor.vraag("/menu")


@pytest.mark.parametrize("titel", ["nul \x00 teken", "half \ud83d teken"])
async def test_half_characters_that_no_database_keeps_are_left_out(wereld_overal: Wereld, titel: str) -> None:
    wereld = wereld_overal
    noor = wereld.mens(NOOR)
    await naar_titel(noor)
    bericht = {
        "message_id": 99, "date": 1, "chat": {"id": NOOR.id, "type": "private"}, "text": titel,
        "from": {"id": NOOR.id, "is_bot": False, "first_name": "Noor"},
    }  # fmt: skip
    nieuw = await noor.na(wereld.lever(message=bericht))
    assert zin("bijeenkomst.begin.vraag") in tekst_van(nieuw)


async def test_who_blocks_the_bot_gets_nothing_until_they_come_back(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await anna.blokkeer(True)
    await wereld.rust()
    await wereld.plan_bijeenkomst("Eerste")
    await wereld.ga_naar(NU + timedelta(minutes=1))
    await anna.blokkeer(False)
    await wereld.rust()
    await wereld.plan_bijeenkomst("Tweede")
    await wereld.ga_naar(NU + timedelta(minutes=2))
    gehoord = " ".join(tekst_van(b) for b in await anna.berichten())
    assert "Tweede" in gehoord
    assert "Eerste" not in gehoord
    assert await wereld.tel(t.outbox, t.outbox.c.staat != "verzonden") == 0


async def test_a_handler_that_keeps_failing_is_apologised_for_in_the_language_that_was_chosen(
    wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_module, "WACHT_SECONDEN", 0.0)
    anna = await wereld.bewoner(ANNA, "English")  # her phone is in Dutch

    def kapot(*_: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.storage.bijeenkomsten.vanaf", kapot)
    await anna.typ("/agenda")
    await anna.typ("/peilingen")
    await wereld.rust()
    teksten = [tekst_van(b) for b in await anna.berichten()]
    assert zin("menu.mislukt", "en") in teksten[-2]
    assert zin("peiling.lijst_leeg", "en") in teksten[-1]


# Language


DUTCH = (
    " de ",
    " het ",
    " een ",
    " en ",
    " u ",
    " uw ",
    " niet",
    "Kies",
    "Agenda.",
    "Kom langs of bel mij",
    "Uitleg",
    "Gesloten",
    knop("knop.terug"),
    knop("knop.stop"),
)


async def test_an_english_resident_reads_no_dutch(wereld: Wereld) -> None:
    maria = await wereld.bewoner(MARIA, "English")
    publiek_id = await wereld.plan_bijeenkomst("Warm home")
    await wereld.plan_peiling("Which?", ("Red", "Blue"))
    await wereld.ga_naar(NU + timedelta(seconds=1))
    een = await maria.druk(await maria.vraag("/agenda"), "Warm home", "Warm home")
    await maria.druk(een, "Yes", zin("bijeenkomst.antwoord_ja", "en"))
    peiling = await maria.druk(await maria.vraag("/peilingen"), "Which?", "Which?")
    await maria.druk(peiling, "Red", "Red")
    for opdracht in ("/menu", "/help", "/stand", "/gegevens", "/werkgroepen", "/wieben", "/export", "onzin", "/taal"):
        await maria.vraag(opdracht)
    await wereld.ga_naar(BEGIN - timedelta(days=1, minutes=59))
    await wereld.ga_naar(BEGIN - timedelta(minutes=10))
    await maria.vraag(await wereld.deurcode(publiek_id))
    await maria.vraag("999999" if await wereld.deurcode(publiek_id) != "999999" else "999998")
    await wereld.ga_naar(datetime(2027, 2, 5, 19, 0, tzinfo=UTC))
    for bericht in (await maria.berichten())[1:]:  # the first asks which language, in both
        namen = " ".join(labels(bericht)).replace("Taal / Language", "").replace("Nederlands", "")
        gelezen = f" {tekst_van(bericht)} {namen} ".replace("Buurthuis", "").replace("Vogelbuurt", "")
        assert [woord for woord in DUTCH if woord in gelezen] == [], gelezen


async def test_a_language_that_was_chosen_holds_for_what_comes_by_itself(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await anna.druk(await anna.vraag("/taal"), "English", zin("menu.tekst", "en"))
    await wereld.plan_bijeenkomst("Café")
    await wereld.ga_naar(NU + timedelta(seconds=1))
    await anna.wacht(
        lambda b: "Café" in tekst_van(b) and zin("bijeenkomst.nieuw", "en") in tekst_van(b), "the announcement"
    )


# The counts


async def test_votes_twice_comes_twice_and_clicks_ten_times_counts_once(wereld_overal: Wereld) -> None:
    wereld = wereld_overal
    anna = await wereld.bewoner(ANNA)
    publiek_id = await wereld.plan_bijeenkomst()
    await wereld.plan_peiling()
    een = await anna.druk(await anna.vraag("/peilingen"), "Welke?", zin("peiling.tot"))
    een = await anna.druk(een, "Rood", zin("peiling.jouw_stem", optie="Rood"))
    een = await anna.druk(een, "Blauw", zin("peiling.jouw_stem", optie="Blauw"))
    for _ in range(10):
        await anna.tik(een, "Blauw")
    wereld.klok.nu = BEGIN
    await anna.vraag(await wereld.deurcode(publiek_id), zin("deur.binnen"))
    await anna.vraag(await wereld.deurcode(publiek_id), zin("deur.al_binnen"))
    await wereld.rust()
    assert await stand(wereld) == {"gehoord": 1, "informatie": 1}
    assert await wereld.tel(t.bewijs) == 2
    assert await wereld.tel(t.bewijs_prive) == 2
    assert await wereld.tel(t.stembiljet) == 1


async def test_a_couple_on_one_code_is_two_residents_of_one_household(wereld_overal: Wereld) -> None:
    wereld = wereld_overal
    await wereld.plan_peiling()
    for wie in (ANNA, BRAM):
        mens = await wereld.bewoner(wie)
        een = await mens.druk(await mens.vraag("/peilingen"), "Welke?", zin("peiling.tot"))
        await mens.druk(een, "Rood", zin("peiling.jouw_stem", optie="Rood"))
    assert (await stand(wereld))["gehoord"] == 2
    assert await wereld.tel(t.bewoner) == 2
    huizen = await wereld.database.read(lambda tx: set(tx.scalars(select(t.bewoner.c.huishouden))))
    assert len(huizen) == 1


async def test_an_evening_chosen_in_a_poll_is_not_being_heard(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await wereld.plan_peiling("Welke avond?", ("Maandag", "Dinsdag"), besluit="nee")
    een = await anna.druk(await anna.vraag("/peilingen"), "Welke avond?", zin("peiling.niet_over_besluit"))
    await anna.druk(een, "Maandag", zin("peiling.jouw_stem", optie="Maandag"))
    assert await stand(wereld) == {"gehoord": 0, "informatie": 0}


async def test_werkgroepen_are_joined_and_left_once_however_often_one_taps(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    groep = await anna.druk(await anna.vraag("/werkgroepen"), "techniek", zin("werkgroep.kop", naam="techniek"))
    for _ in range(5):
        await anna.tik(groep, knop("werkgroep.knop_in"))
    await wereld.rust()
    assert await wereld.tel(t.werkgroeplid) == 1
    groep = next(b for b in await anna.berichten() if b["message_id"] == groep["message_id"])
    assert zin("werkgroep.u_doet_mee") in tekst_van(groep)
    assert "✓ techniek" in labels(await anna.vraag("/werkgroepen"))
    await anna.tik(groep, knop("werkgroep.knop_uit"))
    await wereld.rust()
    assert await wereld.tel(t.werkgroeplid) == 0


async def test_the_same_update_delivered_twice_is_one_effect(wereld: Wereld) -> None:
    anna: Mens = await wereld.bewoner(ANNA)
    publiek_id = await wereld.plan_peiling()
    menu = await anna.vraag("/menu")
    van = {"id": ANNA.id, "is_bot": False, "first_name": "Anna"}
    kort = {"message_id": menu["message_id"], "date": 1, "chat": {"id": ANNA.id, "type": "private"}, "text": "x"}
    query = {"id": "1", "from": van, "chat_instance": "1", "data": f"st:{publiek_id}:0", "message": kort}
    for _ in range(3):
        await wereld.bot.intake.ontvang([{"update_id": 2**31 + 5, "callback_query": query}])
    await wereld.rust()
    assert await wereld.tel(t.stembiljet) == 1
    assert await wereld.tel(t.inbox, t.inbox.c.update_id == 2**31 + 5) == 1

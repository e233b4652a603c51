"""A question to the bewonersaanspreekpunt in the chat: from just writing something to an answer by reply."""

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.wereld import ANNA, BRAM, IBRAHIM, NOOR, Mens, Wereld, knop, labels, zin

KOSTEN = "Wat kost een warmtepomp mij nou per maand?"
ANTWOORD = "Rond de 90 euro, en soms minder."


async def antwoord_in_reactie(wereld: Wereld, mens: Mens, op: int, tekst: str) -> None:
    """Send a text as a reply to a message of the bot, as Telegram brings it."""
    chat = {"id": mens.wie.id, "type": "private"}
    persoon = {"id": mens.wie.id, "first_name": mens.wie.naam, "is_bot": False}
    moment = int(wereld.klok.nu.timestamp())
    eerder = {"message_id": op, "date": moment, "chat": chat, "text": "?", "from": {**persoon, "id": 7, "is_bot": True}}
    bericht = {"message_id": 9999, "date": moment, "chat": chat, "from": persoon}
    await wereld.lever(message={**bericht, "text": tekst, "reply_to_message": eerder})


async def test_just_writing_something_is_answered_by_a_reply_across_restarts_and_becomes_public(wereld: Wereld) -> None:
    anna, bram, noor = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(NOOR)
    await noor.vraag("/menu")
    zeker = await anna.vraag(KOSTEN, zin("vraag.bevestig"))
    assert labels(zeker)[:-1] == [knop("vraag.knop_plan"), knop("vraag.knop_anders"), knop("vraag.knop_niet")]
    await wereld.rust()
    assert await wereld.tel(t.vraag) == 0, "nothing goes before she says so"
    await wereld.herstart()
    await anna.druk(zeker, knop("vraag.knop_plan"), zin("vraag.gestuurd"))
    nieuw = await noor.wacht(lambda b: KOSTEN in tekst_van(b), "de vraag")
    assert "Lindelaan" not in tekst_van(nieuw)
    await wereld.herstart()

    open_ = await noor.vraag("/bijeenkomst", zin("bijeenkomst.soort.vraag"))
    gezegd = await noor.na(antwoord_in_reactie(wereld, noor, nieuw["message_id"], ANTWOORD))
    assert zin("vraagpunt.beantwoord") in tekst_van(gezegd), "a reply goes before the form that is open"
    await noor.druk(open_, knop("knop.stop"), zin("formulier.gestopt"))
    kreeg = await anna.wacht(lambda b: ANTWOORD in tekst_van(b), "het antwoord")
    await noor.wacht(lambda b: b["message_id"] == nieuw["message_id"] and KOSTEN not in tekst_van(b), "dat het weg is")
    verder = await anna.druk(kreeg, knop("vraag.knop_verder"), zin("vraag.verder"), nieuw=True)
    assert labels(verder) == [knop("knop.stop")]
    await anna.stuur_bestand("spraak", "stem.ogg", b"OggS" + bytes(60), "audio/ogg")
    weer = await noor.wacht(lambda b: zin("vraag.soort.spraak") in tekst_van(b), "de gesproken vraag")
    await noor.wacht(lambda b: "voice" in b, "de stem zelf")
    typ = await noor.druk(weer, knop("vraagpunt.knop_antwoord"), zin("vraagpunt.typ"), nieuw=False)
    assert labels(typ) == [knop("knop.stop")]
    gezegd = await noor.vraag("In de zomer bijna niets.", zin("vraagpunt.beantwoord"))
    kreeg = await anna.wacht(lambda b: "bijna niets" in tekst_van(b), "het tweede antwoord")
    await anna.druk(kreeg, knop("vraag.knop_helpt"), zin("vraag.fijn"))
    await noor.druk(gezegd, knop("vraagpunt.knop_openbaar"), zin("vraagbaak.vraag.vraag"))
    assert "warmtepomp" not in tekst_van(await bram.vraag("/vragen"))


async def test_what_is_no_question_and_what_is_not_theirs(wereld: Wereld) -> None:
    anna, bram, ibrahim = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(IBRAHIM)
    await ibrahim.vraag("/menu")
    await anna.vraag("hallo", zin("menu.onbegrepen"))
    await ibrahim.vraag("doe maar een bijeenkomst dan", zin("menu.onbegrepen"))
    zeker = await anna.vraag(f"/vraag {KOSTEN}", zin("vraag.bevestig"))
    await anna.druk(zeker, knop("vraag.knop_niet"), zin("menu.tekst"))
    zeker = await anna.vraag(KOSTEN, zin("vraag.bevestig"))
    await anna.druk(zeker, knop("vraag.knop_anders"), zin("vraag.gestuurd"))
    await wereld.rust()
    (rij,) = await wereld.database.read(lambda tx: tx.execute(t.vraag.select()).all())
    bericht = await bram.vraag("/menu")
    nee = {"vrd": "vraag.onbekend", "vrh": "vraag.onbekend", "vri": "vraag.onbekend"}
    nee |= dict.fromkeys(("vrk", "vra", "vrg", "vrgd", "vrw", "vrp", "vrpa"), "rol_nodig")
    for soort, waarom in nee.items():
        gezegd = tekst_van(await bram.na(bram.vervals(bericht, f"{soort}:{rij.publiek_id}")))
        assert zin(f"geweigerd.{waarom}") in gezegd, soort
    for data in ("vrs:plan", "vrs:x:y", "vrk:", "vrgd:x:y"):
        gezegd = tekst_van(await bram.na(bram.vervals(bericht, data)))
        assert any(zin(f"geweigerd.{w}") in gezegd for w in ("vraag.geen_concept", "rol_nodig")), data
    assert await wereld.tel(t.vraag) == 1
    assert await wereld.tel(t.bewijs) == 0, "it was not about the plan"

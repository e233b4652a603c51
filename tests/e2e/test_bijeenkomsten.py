"""Meetings in the chat: extras, the waiting list, changing and cancelling, with a restart at each step."""

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from bot.demo.telefoon import Bericht, tekst_van
from bot.exports import maak
from bot.storage import tables as t
from tests.wereld import ANNA, BRAM, MARIA, NOOR, NU, Mens, Wereld, knop, labels, zin


async def voorbeeld(wereld: Wereld, noor: Mens, titel: str = "Koken") -> Bericht:
    """Fill in the form up to its preview."""
    soort = await noor.vraag("/bijeenkomst", zin("bijeenkomst.soort.vraag"))
    await noor.druk(soort, knop("bijeenkomst.soort.workshop"), zin("bijeenkomst.titel.vraag"))
    await noor.vraag(titel, zin("bijeenkomst.begin.vraag"))
    await noor.vraag("10 februari 20:00", zin("bijeenkomst.plaats.vraag"))
    voor = await noor.vraag("Buurthuis", zin("doelgroep.voor.vraag"))
    plekken = await noor.druk(voor, knop("doelgroep.voor.wijk"), zin("bijeenkomst.capaciteit.vraag"))
    return await noor.druk(plekken, knop("knop.overslaan"), zin("formulier.voorbeeld"))


async def plaats(wereld: Wereld, noor: Mens, stap: Bericht) -> str:
    await noor.tik(stap, knop("knop.klaar"))
    await wereld.rust()
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    nieuwste = select(t.bijeenkomst.c.publiek_id).order_by(t.bijeenkomst.c.id).limit(1)
    return str(await wereld.database.read(lambda tx: tx.scalar(nieuwste)))


async def hoort(mens: Mens, *delen: str) -> Bericht:
    return await mens.wacht(lambda b: all(deel in tekst_van(b) for deel in delen), f"een bericht met {delen}")


async def open_(mens: Mens, titel: str = "Koken") -> Bericht:
    return await mens.druk(await mens.vraag("/agenda"), titel, titel)


async def test_a_meeting_with_a_place_on_the_map_and_a_series_and_a_restart_at_each_step(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    noor = wereld.mens(NOOR)
    stap = await voorbeeld(wereld, noor)
    vraag = await noor.druk(stap, knop("bijeenkomst.knop.eind"), zin("bijeenkomst.eind.vraag"))
    await wereld.herstart()
    stap = await noor.vraag("22:00", "tot 22:00 uur")
    vraag = await noor.druk(stap, knop("bijeenkomst.knop.kaart"), zin("bijeenkomst.kaart.vraag"))
    await wereld.herstart()
    stap = await noor.na(noor.stuur_locatie(52.09074, 5.12142))
    assert "✓ " + knop("bijeenkomst.knop.kaart") in labels(stap)
    vraag = await noor.druk(stap, knop("bijeenkomst.knop.herhaal"), zin("bijeenkomst.herhaal.vraag"))
    await wereld.herstart()
    await noor.druk(vraag, knop("bijeenkomst.herhaal.week"), zin("bijeenkomst.keer.vraag"))
    await wereld.herstart()
    assert zin("geweigerd.formulier.getal", minimum=2, maximum=12) in tekst_van(await noor.vraag("40"))
    stap = await noor.vraag("3", "woensdag 24 februari 2027 om 20:00")
    await wereld.herstart()
    await plaats(wereld, noor, stap)
    nieuw = await hoort(anna, zin("bijeenkomst.nieuw_reeks"), "Koken", "24 februari")
    aankondigingen = [b for b in await anna.berichten() if "Koken" in tekst_van(b)]
    assert len(aankondigingen) == 1, "a series is announced as one"
    await anna.tik(nieuw, knop("knop.kaart"))
    kaart = await anna.wacht(lambda b: "venue" in b, "de kaart")
    assert round(kaart["venue"]["location"]["latitude"], 5) == 52.09074
    await anna.tik(nieuw, knop("knop.ics"))
    await anna.wacht(lambda b: b.get("document", {}).get("file_name") == "bijeenkomst.ics", "het agendabestand")
    assert len([label for label in labels(await anna.vraag("/agenda")) if "Koken" in label]) == 3


async def test_a_picture_goes_with_the_announcement(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    noor = wereld.mens(NOOR)
    stap = await voorbeeld(wereld, noor)
    await noor.druk(stap, knop("bijeenkomst.knop.foto"), zin("bijeenkomst.foto.vraag"))
    await wereld.herstart()
    assert zin("bijeenkomst.foto.vraag") in tekst_van(await noor.na(noor.stuur_locatie(52.0, 5.0)))
    stap = await noor.na(noor.stuur_bestand("foto", "buurt.png", maak("qr", {"inhoud": "een plaatje"}), "image/png"))
    assert stap["photo"]
    await plaats(wereld, noor, stap)
    nieuw = await anna.wacht(lambda b: "photo" in b and "Koken" in b.get("caption", ""), "de aankondiging")
    await anna.tik(nieuw, knop("knop.ja"))
    await anna.wacht(
        lambda b: zin("bijeenkomst.antwoord_ja") in b.get("caption", ""), "het antwoord in hetzelfde bericht"
    )


async def test_a_full_meeting_offers_a_place_that_comes_free_over_a_restart(wereld: Wereld) -> None:
    anna, bram, maria = [await wereld.bewoner(wie) for wie in (ANNA, BRAM)] + [await wereld.bewoner(MARIA, "English")]
    noor = wereld.mens(NOOR)
    stap = await voorbeeld(wereld, noor)
    await noor.druk(stap, knop("bijeenkomst.knop.capaciteit"), zin("bijeenkomst.capaciteit.vraag"))
    publiek_id = await plaats(wereld, noor, await noor.vraag("1", zin("formulier.voorbeeld")))
    een = await anna.druk(await open_(anna), knop("knop.ja"), zin("bijeenkomst.antwoord_ja"))
    wacht = zin("bijeenkomst.plek_wacht", plaats=1)
    await bram.druk(await open_(bram), knop("knop.ja"), wacht)
    await maria.druk(await open_(maria), "Yes", zin("bijeenkomst.plek_wacht", "en", plaats=2))
    await wereld.herstart()
    for _ in range(3):
        await anna.vervals(een, f"ba:nee:{publiek_id}")
    await wereld.rust()
    aanbod = await hoort(bram, zin("bijeenkomst.plek_vrij"), "Koken")
    await wereld.herstart()
    assert len([b for b in await bram.berichten() if "Koken" in tekst_van(b) and "Ja, ik kom" in labels(b)]) == 1
    await wereld.ga_naar(NU + timedelta(hours=25))
    await hoort(bram, zin("bijeenkomst.plek_verlopen"))
    voor_maria = await hoort(maria, "Good news", "Koken")
    await maria.druk(voor_maria, knop("knop.plek_ja", "en"), zin("bijeenkomst.antwoord_ja", "en"))
    await bram.vervals(aanbod, f"ba:ja:{publiek_id}")  # too late: at the back of the line again
    await wereld.rust()
    assert await wereld.tel(t.aanmelding, t.aanmelding.c.plek == "wacht") == 1
    assert await wereld.tel(t.aanmelding, t.aanmelding.c.plek == "in") == 1


@pytest.mark.parametrize("stap", range(3))
async def test_changing_tells_who_comes_and_a_restart_at_each_step_resumes_there(wereld: Wereld, stap: int) -> None:
    async def hier(nummer: int) -> None:
        if nummer == stap:
            await wereld.rust()
            await wereld.herstart()

    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    noor = wereld.mens(NOOR)
    await plaats(wereld, noor, await voorbeeld(wereld, noor))
    await anna.druk(await open_(anna), knop("knop.ja"), zin("bijeenkomst.antwoord_ja"))
    form = await noor.druk(await open_(noor), knop("knop.wijzig"), zin("wijziging.wat"))
    assert knop("knop.doorgeven") not in labels(form)
    await hier(0)
    await noor.druk(form, knop("bijeenkomst.knop.begin"), zin("bijeenkomst.begin.vraag"))
    await hier(1)
    assert zin("geweigerd.moment.bestaat_niet") in tekst_van(await noor.vraag("31 februari 20:00"))
    form = await noor.vraag("11 februari 19:30", "Was: woensdag 10 februari", "Wordt: donderdag 11 februari")
    await hier(2)
    for _ in range(3):
        await noor.vervals(form, "fklaar")
    await wereld.rust()
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    await hoort(anna, zin("wijziging.kijk_opnieuw"), "donderdag 11 februari 2027 om 19:30")
    assert len([b for b in await anna.berichten() if zin("wijziging.kijk_opnieuw") in tekst_van(b)]) == 1
    assert not [b for b in await bram.berichten() if zin("wijziging.kijk_opnieuw") in tekst_van(b)]


async def test_cancelling_takes_one_tap_with_a_reason_if_one_wants_and_tells_everybody(wereld: Wereld) -> None:
    anna, maria = await wereld.bewoner(ANNA), await wereld.bewoner(MARIA, "English")
    noor = wereld.mens(NOOR)
    publiek_id = await plaats(wereld, noor, await voorbeeld(wereld, noor))
    een = await anna.druk(await open_(anna), knop("knop.ja"), zin("bijeenkomst.antwoord_ja"))
    form = await noor.druk(await open_(noor), knop("knop.gelast_af"), zin("wijziging.zeker"))
    await noor.druk(form, knop("bijeenkomst.knop.reden"), zin("bijeenkomst.reden.vraag"))
    await wereld.herstart()
    form = await noor.vraag("De oven is stuk", "De oven is stuk", zin("wijziging.zeker"))
    await noor.druk(form, knop("knop.afgelasten"), "Gaat niet door")
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    bericht = await hoort(anna, "Gaat niet door: Koken", "De oven is stuk")
    await hoort(maria, "Cancelled: Koken")
    assert zin("geweigerd.bijeenkomst.afgelast") in tekst_van(await anna.na(anna.vervals(een, f"ba:nee:{publiek_id}")))
    await anna.tik(bericht, knop("knop.ics_weg"))
    await anna.wacht(lambda b: "document" in b, "het bestand dat hem uit de agenda haalt")
    assert "Koken" not in " ".join(labels(await anna.vraag("/agenda")))


async def test_who_may_not_change_a_meeting_and_a_meeting_that_began_are_refused(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    noor = wereld.mens(NOOR)
    publiek_id = await plaats(wereld, noor, await voorbeeld(wereld, noor))
    een = await open_(anna)
    assert knop("knop.wijzig") not in labels(een)
    for data in ("bw:", "bx:", "bz:1:"):
        assert zin("geweigerd.rol_nodig") in tekst_van(await anna.na(anna.vervals(een, data + publiek_id)))
    van_noor = await open_(noor)
    wereld.klok.nu = NU + timedelta(days=20)
    for data in ("bw:", "bx:"):
        nee = tekst_van(await noor.na(noor.vervals(van_noor, data + publiek_id)))
        assert zin("geweigerd.bijeenkomst.voorbij_wijzigen") in nee


async def test_forged_taps_on_meetings_are_answered_and_change_nothing(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    noor = wereld.mens(NOOR)
    publiek_id = await plaats(wereld, noor, await voorbeeld(wereld, noor))
    menu = await anna.vraag("/menu")
    for data in (
        *("bg:", "bg:9:", f"bg:x:{publiek_id}", f"bg:1:{publiek_id}", "bk:", f"bk:{publiek_id}", "bics:x", "bw:x"),
        *("bx:x", "bz:x", f"bz:alles:{publiek_id}", "agenda:niets:9", "agenda:alles:-1", "agenda:alles:²", "fx:foto"),
        "agenda:alles:999999999",
    ):
        await anna.vervals(menu, data)
    await wereld.rust()
    assert await wereld.tel(t.inbox, t.inbox.c.staat == "mislukt") == 0
    assert await wereld.tel(t.aanmelding) == 0


async def test_what_must_not_be_missed_is_sent_again_and_says_so_when_nobody_knows_whether_it_came(
    wereld: Wereld,
) -> None:
    anna = await wereld.bewoner(ANNA)
    noor = wereld.mens(NOOR)
    await plaats(wereld, noor, await voorbeeld(wereld, noor))
    form = await noor.druk(await open_(noor), knop("knop.gelast_af"), zin("wijziging.zeker"))
    await noor.druk(form, knop("knop.afgelasten"), "Gaat niet door")
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    await hoort(anna, "Gaat niet door")
    await wereld.rust()
    weg = t.outbox.c.soort == "bijeenkomst.afgelast"
    terug = update(t.outbox).where(weg).values(staat="bezig", bericht_id=None, lease_tot=NU - timedelta(days=4000))
    await wereld.database.write(wereld.wijk, lambda tx: tx.execute(terug))
    await wereld.ga_naar(wereld.klok.nu + timedelta(seconds=1))
    await hoort(anna, zin("algemeen.herhaling"), "Gaat niet door")
    assert await wereld.tel(t.outbox, weg) == 2

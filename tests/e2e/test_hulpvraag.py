"""Asking to be visited or called in the chat: from the button under a poll to a helper who is done."""

import asyncio
import logging
from datetime import timedelta

import pytest
from sqlalchemy import Connection, inspect, select

from bot.demo.telefoon import Bericht, tekst_van
from bot.services import hulp
from bot.services.handeling import STRAATCONTACT
from bot.storage import tables as t
from bot.voorbeeldbuurt import Rol
from tests.builders import een_publiek_id
from tests.wereld import ANNA, BRAM, DAAN, IBRAHIM, MARIA, NOOR, NU, Mens, Wereld, knop, labels, zin

NUMMER = "06 98 76 54 32"


async def peiling(wereld: Wereld, mens: Mens) -> Bericht:
    """Let a poll reach someone."""
    await wereld.plan_peiling("Warmtenet?")
    await wereld.ga_naar(NU)
    return await mens.wacht(lambda b: "Warmtenet?" in tekst_van(b), "de peiling")


async def vraag_van(mens: Mens, kop: str) -> Bericht:
    return await mens.wacht(lambda b: zin(kop) in tekst_van(b), "de hulpvraag")


async def staten(wereld: Wereld) -> list[str]:
    vraag = select(t.hulpvraag.c.staat).order_by(t.hulpvraag.c.id)
    return await wereld.database.read(lambda tx: list(tx.scalars(vraag)))


async def een_straatcontact(wereld: Wereld, mens: Mens, straat: str = "Lindelaan") -> None:
    waarden = {
        "wijk": wereld.wijk,
        "publiek_id": een_publiek_id(),
        "kanaal": wereld.kanaal,
        "extern_id": str(mens.wie.id),
    }
    rij = t.rol.insert().values(rol=STRAATCONTACT, bereik=straat, bron="uitnodiging", **waarden)
    await wereld.database.write(wereld.wijk, lambda tx: tx.execute(rij) and None)


async def test_a_resident_is_called_with_a_restart_at_each_step_and_the_number_stays_nowhere(
    wereld: Wereld, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    anna, noor = await wereld.bewoner(ANNA), wereld.mens(NOOR)
    gevraagd = await peiling(wereld, anna)
    wat = await anna.druk(gevraagd, knop("knop.komlangs"), zin("hulpvraag.wat"), nieuw=True)
    assert labels(wat)[:-1] == [knop("hulpvraag.knop_langs"), knop("hulpvraag.knop_bel"), knop("knop.terug")]
    await anna.wacht(lambda b: b == gevraagd, "de peiling, die blijft staan")
    stap = await anna.druk(wat, knop("hulpvraag.knop_bel"), zin("hulpvraag.nummer"))
    stap = await anna.druk(stap, knop("knop.terug"), zin("hulpvraag.wat"))
    await anna.druk(stap, knop("hulpvraag.knop_bel"), zin("hulpvraag.nummer"))
    await wereld.herstart()
    await anna.vraag("bel maar", zin("hulpvraag.fout_nummer"), knop=knop("knop.terug"))
    await wereld.herstart()
    klaar = await anna.vraag(NUMMER, zin("hulpvraag.gevraagd_bel", wie=zin("hulpvraag.wie.buurtbegeleider")))
    assert NUMMER not in tekst_van(klaar)
    vraag = await vraag_van(noor, "hulpvraag.kop_bel")
    assert NUMMER in tekst_van(vraag)
    assert "Warmtenet?" in tekst_van(vraag)
    assert "Lindelaan" not in tekst_van(vraag), "who calls needs no address"

    await wereld.herstart()
    genomen = await noor.druk(vraag, knop("hulpvraag.knop_neem"), zin("hulpvraag.u_doet_het"))
    namen = ("hulpvraag.knop_terug", "hulpvraag.knop_klaar", "knop.hulpvragen", "knop.menu")
    assert labels(genomen) == [*(knop(naam) for naam in namen), knop("knop.uitleg")]
    await anna.wacht(lambda b: "de buurtbegeleider belt u" in tekst_van(b), "wie belt")
    await wereld.herstart()
    klaar = await noor.druk(genomen, knop("hulpvraag.knop_klaar"), zin("hulpvraag.klaar"))
    assert labels(klaar) == [knop("knop.hulpvragen"), knop("knop.menu")]
    await wereld.rust()
    assert await staten(wereld) == ["klaar"]
    assert await wereld.tel(t.bewijs) == 0
    assert await wereld.database.read(waar_staat, NUMMER) == []
    assert NUMMER.replace(" ", "") not in caplog.text.replace(" ", "")


def waar_staat(tx: Connection, tekst: str, van: Rol | None = None) -> list[str]:
    """Return the tables that hold a text.

    Args:
        van: whose own chat in the browser may show it, as a chat on a phone does: what they typed, and read back.
    """
    namen = inspect(tx).get_table_names()
    tabellen = [t.metadata.tables[naam] for naam in namen if naam in t.metadata.tables]
    eigen = select(t.account.c.id).where(t.account.c.extern_id == str(van.id if van else 0))
    vragen = {tabel.name: select(tabel) for tabel in tabellen}
    vragen["webbericht"] = vragen["webbericht"].where(t.webbericht.c.account.not_in(eigen))
    return [naam for naam, vraag in vragen.items() if any(tekst in str(rij) for rij in tx.execute(vraag))]


@pytest.mark.ook_web
async def test_a_visit_goes_to_the_straatcontact_and_the_conversation_is_recorded_after_it(wereld: Wereld) -> None:
    maria, daan = await wereld.bewoner(MARIA, "English"), await wereld.bewoner(DAAN)
    await wereld.mens(NOOR).vraag("/menu")
    await een_straatcontact(wereld, daan)
    await wereld.plan_bijeenkomst("Energiecafé")
    await wereld.ga_naar(NU)
    aankondiging = await maria.wacht(lambda b: "Energiecafé" in tekst_van(b), "de aankondiging")
    wat = await maria.druk(aankondiging, "Visit or call me", zin("hulpvraag.wat", "en"), nieuw=True)
    for _ in range(3):  # twice the same tap is one question
        await maria.tik(wat, knop("hulpvraag.knop_langs", "en"))
    await maria.wacht(lambda b: zin("hulpvraag.gevraagd_langs", "en") in tekst_van(b), "dat het gevraagd is")
    await wereld.rust()
    assert await staten(wereld) == ["open"]
    vraag = await vraag_van(daan, "hulpvraag.kop_langs")
    assert "Lindelaan" in tekst_van(vraag)
    assert not [b for b in await wereld.mens(NOOR).berichten() if "Lindelaan" in tekst_van(b)]
    klaar = await daan.druk(vraag, knop("hulpvraag.knop_klaar"), zin("hulpvraag.klaar"))
    assert await wereld.tel(t.bewijs) == 0, "a visit is no evidence of being heard"
    scherm = await daan.druk(klaar, knop("hulpvraag.knop_leg_vast"), zin("deurgesprek.vertel"))
    scherm = await daan.druk(scherm, "☐ Bewoner 1", zin("deurgesprek.gekozen", aantal=1))
    await daan.druk(scherm, knop("knop.verteld_deur"), "Vastgelegd: 1 persoon sprak met u")
    assert await wereld.tel(t.bewijs_prive, t.bewijs_prive.c.soort == "gesprek") == 1


async def test_of_two_who_tap_at_once_one_does_it_and_the_other_reads_who(wereld: Wereld) -> None:
    anna, bram, daan = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), await wereld.bewoner(DAAN)
    wereld.door_elkaar = {BRAM.naam, DAAN.naam}
    for mens in (bram, daan):
        await een_straatcontact(wereld, mens)
    wat = await anna.vraag("/komlangs", zin("hulpvraag.wat"))
    await anna.druk(wat, knop("hulpvraag.knop_langs"), zin("hulpvraag.gevraagd_langs"))
    await wereld.rust()
    vragen = [await vraag_van(mens, "hulpvraag.kop_langs") for mens in (bram, daan)]
    tikken = (m.tik(v, knop("hulpvraag.knop_neem")) for m, v in zip((bram, daan), vragen, strict=True))
    await asyncio.gather(*tikken)
    await wereld.rust()
    gelezen = [tekst_van((await mens.berichten())[-1]) for mens in (bram, daan)]
    ander = zin("hulpvraag.door_ander", wie=zin("hulpvraag.wie.straatcontact"))
    assert sorted(ander in tekst for tekst in gelezen) == [False, True]
    assert len([b for b in await anna.berichten() if "komt bij u langs" in tekst_van(b)]) == 1
    lijst = await daan.vraag("/hulpvragen", zin("hulpvraag.lijst"))
    assert labels(lijst)[0].startswith("✓ Kom langs · Lindelaan")
    eigen = await anna.vraag("/komlangs", "komt bij u langs")
    await anna.druk(eigen, knop("hulpvraag.knop_trek_in"), zin("hulpvraag.ingetrokken"))
    await wereld.rust()
    weg = [m for m in (bram, daan) if any(zin("hulpvraag.weg") in tekst_van(b) for b in await m.berichten())]
    assert len(weg) == 1, "only who was going to come"


async def test_a_shared_contact_is_called_and_who_cannot_after_all_leaves_it_to_another(wereld: Wereld) -> None:
    anna, bram, daan = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), await wereld.bewoner(DAAN)
    for mens in (bram, daan):
        await een_straatcontact(wereld, mens)
    wat = await anna.vraag("/komlangs", zin("hulpvraag.wat"))
    await anna.druk(wat, knop("hulpvraag.knop_bel"), zin("hulpvraag.nummer"))
    assert zin("hulpvraag.fout_contact") in tekst_van(await anna.na(deel(wereld, ANNA, van=BRAM.id)))
    assert zin("hulpvraag.fout_contact") in tekst_van(await anna.na(deel(wereld, ANNA, van=None)))
    await anna.na(deel(wereld, ANNA, van=ANNA.id))
    vragen = [await vraag_van(mens, "hulpvraag.kop_bel") for mens in (bram, daan)]
    assert all("+31698765432" in tekst_van(vraag) for vraag in vragen)
    genomen = await bram.druk(vragen[0], knop("hulpvraag.knop_neem"), zin("hulpvraag.u_doet_het"))
    await daan.wacht(lambda b: b["message_id"] == vragen[1]["message_id"] and "98765432" not in tekst_van(b), "anders")
    await anna.wacht(lambda b: zin("hulpvraag.doet_bel") in tekst_van(b), "wie belt")

    await wereld.herstart()
    for _ in range(2):
        await bram.tik(genomen, knop("hulpvraag.knop_terug"))
    await bram.wacht(lambda b: zin("hulpvraag.teruggegeven") in tekst_van(b), "dat het teruggaat")
    await anna.wacht(lambda b: zin("hulpvraag.terug_bel") in tekst_van(b), "dat iemand anders belt")
    weer = await daan.wacht(lambda b: zin("hulpvraag.weer") in tekst_van(b), "de vraag, weer")
    genomen = await daan.druk(weer, knop("hulpvraag.knop_neem"), zin("hulpvraag.u_doet_het"))
    await wereld.rust()
    await daan.druk(genomen, knop("hulpvraag.knop_klaar"), zin("hulpvraag.klaar"))
    await wereld.rust()
    assert await staten(wereld) == ["klaar"]
    for mens in (bram, daan):
        assert not [b for b in await mens.berichten() if "98765432" in tekst_van(b)], "no number stays in a chat"
    assert len([b for b in await anna.berichten() if zin("hulpvraag.terug_bel") in tekst_van(b)]) == 1


async def test_a_begeleider_takes_over_from_a_straatcontact_who_fell_ill(wereld: Wereld) -> None:
    anna, bram, noor = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(NOOR)
    await noor.vraag("/menu")
    await een_straatcontact(wereld, bram)
    wat = await anna.vraag("/komlangs", zin("hulpvraag.wat"))
    await anna.druk(wat, knop("hulpvraag.knop_langs"), zin("hulpvraag.gevraagd_langs"))
    vraag = await vraag_van(bram, "hulpvraag.kop_langs")
    await bram.druk(vraag, knop("hulpvraag.knop_neem"), zin("hulpvraag.u_doet_het"))
    await anna.wacht(lambda b: zin("hulpvraag.doet_langs") in tekst_van(b), "wie komt")
    lijst = await noor.vraag("/hulpvragen", knop="✓")
    ander = await noor.druk(lijst, "✓", zin("hulpvraag.neem_over"))
    await noor.druk(ander, knop("hulpvraag.knop_neem_over"), zin("hulpvraag.u_doet_het"))
    await bram.wacht(lambda b: zin("hulpvraag.overgenomen") in tekst_van(b), "dat Noor het doet")
    await anna.wacht(lambda b: zin("hulpvraag.ander_langs") in tekst_van(b), "dat Noor komt")
    await wereld.rust()
    assert await staten(wereld) == ["genomen"]


async def deel(wereld: Wereld, wie: Rol, van: int | None) -> None:
    """Share the contact of someone, as Telegram sends it."""
    contact = {"phone_number": "31698765432", "first_name": "X", **({"user_id": van} if van else {})}
    persoon = {"id": wie.id, "first_name": wie.naam, "is_bot": False}
    chat = {"id": wie.id, "type": "private"}
    bericht = {"message_id": 1, "date": int(wereld.klok.nu.timestamp()), "chat": chat, "from": persoon}
    await wereld.lever(message={**bericht, "contact": contact})


async def test_nobody_taps_what_is_not_theirs(wereld: Wereld) -> None:
    anna, bram, ibrahim = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM), wereld.mens(IBRAHIM)
    await wereld.mens(NOOR).vraag("/menu")
    wat = await anna.vraag("/komlangs", zin("hulpvraag.wat"))
    await anna.druk(wat, knop("hulpvraag.knop_langs"), zin("hulpvraag.gevraagd_langs"))
    await wereld.rust()
    publiek_id = await wereld.database.read(lambda tx: tx.scalar(select(t.hulpvraag.c.publiek_id)))
    bericht = await bram.vraag("/menu")
    nee = (zin("geweigerd.hulpvraag.voorbij"), zin("geweigerd.rol_nodig"))
    for data in (
        f"hvi:{publiek_id}",
        f"hvm:{publiek_id}",
        f"hvn:{publiek_id}",
        f"hvk:{publiek_id}",
        f"hvg:{publiek_id}",
        f"hvo:{publiek_id}:0",
        f"hvx:{publiek_id}",
    ):
        gezegd = tekst_van(await bram.na(bram.vervals(bericht, data)))
        assert any(z in gezegd for z in nee), data
    for data in ("hv:", "hv:peiling:x", "hvl:geheim", "hvb:bijeenkomst:", "hvw:", "hvn:", "hvk:x:y", "hvl:vraag:x"):
        gezegd = tekst_van(await bram.na(bram.vervals(bericht, data)))
        assert any(z in gezegd for z in (*nee, zin("geweigerd.hulpvraag.onbekend"))), data
    assert zin("geweigerd.rol_nodig") in tekst_van(await anna.vraag("/hulpvragen"))
    assert zin("geweigerd.nog_niet_binnen") in tekst_van(await ibrahim.vraag("/komlangs"))
    assert await staten(wereld) == ["open"]


async def test_after_a_day_the_team_is_asked_and_after_two_weeks_anna_hears_that_it_went_wrong(wereld: Wereld) -> None:
    anna, daan, noor = await wereld.bewoner(ANNA), await wereld.bewoner(DAAN), wereld.mens(NOOR)
    wereld.door_elkaar = {ANNA.naam}  # after two weeks she is asked something as well
    await noor.vraag("/menu")
    await een_straatcontact(wereld, daan)
    wat = await anna.vraag("/komlangs", zin("hulpvraag.wat"))
    await anna.druk(wat, knop("hulpvraag.knop_bel"), zin("hulpvraag.nummer"))
    await anna.vraag(NUMMER, zin("hulpvraag.gevraagd_bel"))
    await wereld.herstart()
    await wereld.ga_naar(NU + hulp.GEDULD + timedelta(minutes=1))
    wacht = await vraag_van(noor, "hulpvraag.wacht")
    assert NUMMER in tekst_van(wacht)
    await wereld.herstart()
    await wereld.ga_naar(NU + hulp.BEWAAR + timedelta(hours=1))
    await anna.wacht(lambda b: zin("hulpvraag.verlopen") in tekst_van(b), "de spijt")
    assert await staten(wereld) == ["verlopen"]
    assert await wereld.database.read(waar_staat, NUMMER) == []
    laat = await noor.na(noor.tik(wacht, knop("hulpvraag.knop_neem")))
    assert zin("geweigerd.hulpvraag.voorbij") in tekst_van(laat)

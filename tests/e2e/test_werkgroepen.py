"""A werkgroep and its group on the phones of who is in it: coming in by the link, and what of the talk is kept."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from aiohttp import ClientResponseError
from sqlalchemy import select

from bot.demo.telefoon import Bericht, knoppen, tekst_van
from bot.storage import tables as t
from tests.e2e.test_peilingkaart import gekoppeld
from tests.e2e.test_peilmethoden import zonnestroom
from tests.wereld import ANNA, BRAM, DAAN, MARIA, Wereld, knop, labels, zin

NAAM = "Zonnestroom"


async def test_members_come_into_the_group_by_a_link_and_others_hear_what_to_do_first(wereld: Wereld) -> None:
    anna, bram, maria = [await wereld.bewoner(wie) for wie in (ANNA, BRAM, MARIA)]
    await zonnestroom(wereld)
    groep = await gekoppeld(wereld, anna, ANNA)
    een = await bram.druk(await bram.vraag("/werkgroepen"), NAAM, zin("werkgroep.u_doet_mee"))
    niet = await bram.druk(een, knop("werkgroep.knop_chat"), zin("groepslink.nog_niet", naam=NAAM))
    nodig = zin("groepslink.nodig", naam=NAAM, groep="Straatapp")
    await anna.wacht(lambda b: nodig in tekst_van(b), "wat ik nodig heb")
    await wereld.wijzig_groep(ANNA, groep, "beheerder", aan=True, uitnodigen=True)
    een = await bram.druk(niet, knop("knop.terug"), zin("werkgroep.u_doet_mee"))
    gegeven = await bram.druk(een, knop("werkgroep.knop_chat"), zin("groepslink.tekst", naam=NAAM))
    link = knoppen(gegeven)[0][0]["url"]
    assert link.startswith("https://t.me/+")

    for wie, mens, deel in ((MARIA, maria, "groepslink.eerst"), (DAAN, wereld.mens(DAAN), "groepslink.eerst_code")):
        assert await wereld.treed_toe(wie, link) == {"chat": groep, "lid": False}
        await mens.wacht(lambda b, deel=deel: zin(deel, naam=NAAM) in tekst_van(b), deel)  # type: ignore[misc]
    await wereld.rust()
    assert await wereld.tel(t.account, t.account.c.extern_id == str(DAAN.id)) == 0
    assert await wereld.treed_toe(BRAM, link) == {"chat": groep, "lid": False}
    await bram.wacht(lambda b: zin("groepslink.erin", naam=NAAM) in tekst_van(b), "dat Bram erin is")
    assert [g["id"] for g in await wereld.chats(BRAM)][-1] == groep

    een = await maria.druk(await maria.vraag("/werkgroepen"), NAAM, zin("werkgroep.kop", naam=NAAM))
    assert knop("werkgroep.knop_chat") not in labels(een)
    await maria.druk(een, knop("werkgroep.knop_in"), zin("werkgroep.u_doet_mee"))
    assert await wereld.treed_toe(MARIA, link) == {"chat": groep, "lid": False}
    await maria.wacht(lambda b: zin("groepslink.erin", naam=NAAM) in tekst_van(b), "dat Maria erin is")
    een = await maria.druk(await maria.vraag("/werkgroepen"), NAAM, zin("werkgroep.u_doet_mee"))
    await maria.druk(een, knop("werkgroep.knop_uit"), zin("werkgroep.nog_in_chat"))
    await wereld.rust()
    assert groep in [g["id"] for g in await wereld.chats(MARIA)]  # nobody is put out of a chat silently

    gezegd: dict[str, Any] = {"text": "Mijn buurman is ziek"}
    await wereld.in_groep(BRAM, groep, gezegd["text"])
    await wereld.in_groep(BRAM, groep, "/agenda")
    await wereld.wacht_in_groep(BRAM, groep, lambda b: zin("geweigerd.alleen_prive") in tekst_van(b))
    rijen = await wereld.database.read(lambda tx: [str(rij) for rij in tx.execute(select(t.inbox)).all()])
    assert rijen
    assert "buurman" not in json.dumps(rijen)

    await wereld.wijzig_groep(ANNA, groep, "beheerder", aan=False)
    await wereld.rust()
    assert await wereld.tel(t.groepschat, t.groepschat.c.link.is_not(None)) == 0


async def test_the_link_of_a_group_that_was_let_go_lets_nobody_ask_any_more(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    await zonnestroom(wereld)
    groep = await gekoppeld(wereld, anna, ANNA)
    await wereld.wijzig_groep(ANNA, groep, "beheerder", aan=True, uitnodigen=True)

    async def krijg_link() -> str:
        een = await bram.druk(await bram.vraag("/werkgroepen"), NAAM, zin("werkgroep.u_doet_mee"))
        gegeven = await bram.druk(een, knop("werkgroep.knop_chat"), zin("groepslink.tekst", naam=NAAM))
        return str(knoppen(gegeven)[0][0]["url"])

    eerste = await krijg_link()
    await wereld.wijzig_groep(ANNA, groep, "beheerder", aan=False)
    await wereld.rust()
    await wereld.wijzig_groep(ANNA, groep, "beheerder", aan=True, uitnodigen=True)
    tweede = await krijg_link()
    await wereld.rust()
    with pytest.raises(ClientResponseError):  # the one before works no more
        await wereld.treed_toe(BRAM, eerste)
    await wereld.stop()
    await wereld.in_groep(ANNA, groep, "/ontkoppel")
    assert await wereld.treed_toe(BRAM, tweede) == {"chat": groep, "lid": False}
    await wereld.start()
    await bram.wacht(lambda b: zin("groepslink.los", groep="Straatapp") in tekst_van(b), "dat de groep los is")
    await wereld.rust()
    with pytest.raises(ClientResponseError):
        await wereld.treed_toe(BRAM, tweede)
    assert groep not in [g["id"] for g in await wereld.chats(BRAM)]


async def test_a_meeting_stands_once_in_the_group_and_who_is_there_types_the_code_in_private(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    await zonnestroom(wereld)
    groep = await gekoppeld(wereld, anna, ANNA, BRAM)
    een = await anna.druk(await anna.vraag("/werkgroepen"), NAAM, zin("werkgroep.u_doet_mee"))
    soort = await anna.druk(een, knop("werkgroep.knop_bijeenkomst"), zin("bijeenkomst.soort.vraag"))
    await anna.druk(soort, knop("bijeenkomst.soort.werkgroepoverleg"), zin("bijeenkomst.titel.vraag"))
    await anna.vraag("Panelen kiezen", zin("bijeenkomst.begin.vraag"))
    await anna.vraag("3 februari 20:00", zin("bijeenkomst.plaats.vraag"))
    stap = await anna.vraag("De Nestkast", zin("formulier.voorbeeld"))
    await anna.tik(stap, knop("knop.klaar"))

    def is_kaart(b: Bericht) -> bool:
        return "Panelen kiezen" in tekst_van(b)

    bericht = await wereld.wacht_in_groep(BRAM, groep, is_kaart)
    assert zin("groepsafspraak.komt_u") in tekst_van(bericht)
    await wereld.ga_naar(datetime(2027, 2, 3, 18, 50, tzinfo=UTC))
    er = knop("groepsafspraak.knop_er")
    open_ = await wereld.wacht_in_groep(BRAM, groep, lambda b: is_kaart(b) and er in labels(b))
    assert open_["message_id"] == bericht["message_id"]
    _, _, code = knoppen(open_)[0][0]["url"].partition("?start=")
    await bram.vraag(f"/start {code}", zin("deur.typ_code", titel="Panelen kiezen"))
    await wereld.rust()
    assert await wereld.tel(t.bewijs_prive, t.bewijs_prive.c.soort.startswith("aanwezig")) == 0
    scherm = await anna.druk(await anna.vraag("/deur"), "Panelen kiezen", zin("deur.scherm"))  # who leads the group
    assert knop("knop.deurlijst") not in labels(scherm)
    cijfers = tekst_van(scherm).partition("deur: ")[2][:7]
    await bram.vraag(cijfers, zin("deur.binnen", titel="Panelen kiezen"))
    assert await wereld.tel(t.bewijs_prive, t.bewijs_prive.c.soort == "aanwezig") == 1
    alles = [b for b in await wereld.groepsberichten(BRAM, groep) if is_kaart(b)]
    assert len(alles) == 1
    assert not any(naam in json.dumps(alles[0], ensure_ascii=False) for naam in ("Anna", "Bram"))

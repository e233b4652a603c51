"""A poll in the group of its werkgroep, on the phones of who is in it: joined, voted in by tap, and what ends it."""

import asyncio
import json
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, select

from bot.demo.telefoon import Bericht, knoppen, tekst_van
from bot.storage import tables as t
from bot.storage import werkgroepen
from bot.voorbeeldbuurt import Rol
from tests.builders import een_account, een_bewoner
from tests.e2e.test_peilmethoden import zonnestroom
from tests.wereld import ANNA, BRAM, DAAN, KANAAL, MARIA, Mens, Wereld, knop, labels, zin

SLUIT = datetime(2027, 2, 5, 19, 0, tzinfo=UTC)
VRAAG = "Welke <b>kleur</b>?"


async def code_voor(anna: Mens) -> str:
    """Ask for the code that joins a group to the own werkgroep."""
    lijst = await anna.vraag("/koppel", zin("groepschat.lijst"))
    bericht = await anna.druk(lijst, "Zonnestroom", "/koppel ")
    return next(regel for regel in tekst_van(bericht).splitlines() if regel.startswith("/koppel ")).split()[1]


async def gekoppeld(wereld: Wereld, anna: Mens, *wie: Rol) -> int:
    """Make a group, join it to Anna's werkgroep, and return it."""
    groep = await wereld.groep(*wie)
    await wereld.in_groep(ANNA, groep, f"/start@GehoordBot koppel-{await code_voor(anna)}")
    await wereld.wacht_in_groep(ANNA, groep, lambda b: zin("groepschat.gekoppeld") in tekst_van(b))
    return groep


async def vraag_aan(wereld: Wereld, anna: Mens, live: str = "nee") -> None:
    """Let Anna, the trekker, open a poll for her werkgroep."""
    hoe = await anna.vraag("/peiling", zin("peiling.hoe"))
    await anna.druk(hoe, knop("peiling.methode.keuze"), zin("peiling.vraag.vraag"))
    await anna.vraag(VRAAG, zin("methode.keuze.opties.vraag"))
    stap = await anna.vraag("Rood\nBlauw", zin("methode.keuze.max_keuzes.vraag"))
    stap = await anna.druk(stap, knop("methode.keuze.max_keuzes.een"), zin("doelgroep.voor.vraag"))
    stap = await anna.druk(stap, knop("doelgroep.voor.werkgroep"), zin("doelgroep.welke.vraag"))
    stap = await anna.druk(stap, "Zonnestroom", zin("peiling.met_naam.vraag"))
    stap = await anna.druk(stap, knop("peiling.met_naam.nee"), zin("peiling.sluit_op.vraag"))
    stap = await anna.vraag("5 februari 20:00", zin("peiling.live.vraag"))
    stap = await anna.druk(stap, knop(f"peiling.live.{live}"), zin("peiling.besluit.vraag"))
    stap = await anna.druk(stap, knop("peiling.besluit.nee"), zin("formulier.voorbeeld"))
    await anna.tik(stap, knop("knop.klaar"))
    await wereld.rust()


async def kaart(wereld: Wereld, groep: int) -> Bericht:
    return await wereld.wacht_in_groep(ANNA, groep, lambda b: VRAAG in tekst_van(b))


async def stemmen(wereld: Wereld) -> dict[str, int]:
    def tel(tx: Connection) -> dict[str, int]:
        inhoud = list(tx.scalars(select(t.stembiljet.c.inhoud)))
        return {een: inhoud.count(een) for een in inhoud}

    return await wereld.database.read(tel)


def zonder_iemand(bericht: Bericht) -> None:
    """The message names nobody, and marks nobody's choice."""
    alles = json.dumps([tekst_van(bericht), labels(bericht)], ensure_ascii=False)
    assert not any(wat in alles for wat in ("Anna", "Bram", "✓"))


async def test_people_vote_in_the_group_and_in_private_and_each_counts_once(wereld: Wereld) -> None:
    anna, bram, _ = [await wereld.bewoner(wie) for wie in (ANNA, BRAM, MARIA)]
    await zonnestroom(wereld)
    groep = await wereld.groep(ANNA, BRAM, MARIA, DAAN)
    code = await code_voor(anna)
    await wereld.in_groep(BRAM, groep, f"/koppel@GehoordBot {code}")
    await wereld.wacht_in_groep(ANNA, groep, lambda b: zin("geweigerd.groepschat.niet_aan_u") in tekst_van(b))
    await wereld.in_groep(ANNA, groep, f"/koppel {code}")
    await wereld.wacht_in_groep(ANNA, groep, lambda b: zin("groepschat.gekoppeld") in tekst_van(b))
    await vraag_aan(wereld, anna)

    bericht = await kaart(wereld, groep)
    assert labels(bericht) == ["Rood", "Blauw", knop("groepschat.knop_eigen"), knop("knop.uitleg")]
    zonder_iemand(bericht)
    assert await wereld.tik_in_groep(BRAM, groep, bericht, knop("knop.uitleg")) == (zin("uitleg.stemmen.keuze"), True)
    assert await wereld.tik_in_groep(ANNA, groep, bericht, "Rood") == (zin("peilingkaart.geteld", stem="Rood"), True)
    gezien = await asyncio.gather(*(wereld.tik_in_groep(BRAM, groep, bericht, "Blauw") for _ in range(3)))
    assert {tekst for tekst, _ in gezien} == {zin("peilingkaart.geteld", stem="Blauw")}
    assert zin("geweigerd.peilingkaart.niet_van_u") in (await wereld.tik_in_groep(MARIA, groep, bericht, "Rood"))[0]
    assert zin("geweigerd.peilingkaart.onbekend") in (await wereld.tik_in_groep(DAAN, groep, bericht, "Rood"))[0]
    for data in ("menu", "gs", "gs:x:0", "gs:" + "A" * 22 + ":0", "st:" + "A" * 22 + ":0"):
        tekst, blijft = await wereld.vervals_in_groep(BRAM, groep, bericht["message_id"], data)
        assert (bool(tekst), blijft) == (True, True), data
    assert await stemmen(wereld) == {"[0]": 1, "[1]": 1}
    assert await wereld.tel(t.account, t.account.c.extern_id == str(DAAN.id)) == 0

    eigen = await anna.vraag(f"/start p-{knoppen(bericht)[0][0]['callback_data'].split(':')[1]}", VRAAG)
    assert "✓ Rood" in labels(eigen)
    await anna.druk(eigen, "Blauw", zin("peiling.jouw_stem", optie="Blauw"))
    await wereld.herstart()
    assert (await wereld.tik_in_groep(BRAM, groep, bericht, "Rood"))[0] == zin("peilingkaart.geteld", stem="Rood")
    await wereld.ga_naar(SLUIT)
    uitslag = await wereld.wacht_in_groep(ANNA, groep, lambda b: zin("peiling.te_weinig") in tekst_van(b))
    assert uitslag["message_id"] == bericht["message_id"]
    assert labels(uitslag) == [knop("groepschat.knop_eigen"), knop("knop.uitleg")]
    zonder_iemand(uitslag)
    oud = bericht["message_id"], knoppen(bericht)[0][0]["callback_data"]
    assert zin("geweigerd.peilingkaart.gesloten") in (await wereld.vervals_in_groep(BRAM, groep, *oud))[0]
    assert await stemmen(wereld) == {"[0]": 1, "[1]": 1}
    assert len([b for b in await wereld.groepsberichten(ANNA, groep) if VRAAG in tekst_van(b)]) == 1
    assert [b for b in await bram.berichten() if "Blauw" in tekst_van(b) and "geteld" in tekst_van(b)] == []


async def test_a_group_gets_another_id_and_topics_is_hidden_behind_and_is_left_by_the_bot(wereld: Wereld) -> None:
    anna, _ = [await wereld.bewoner(wie) for wie in (ANNA, BRAM)]
    await zonnestroom(wereld)
    oud = await gekoppeld(wereld, anna, ANNA, BRAM)
    await vraag_aan(wereld, anna)
    await kaart(wereld, oud)
    groep = (await wereld.wijzig_groep(ANNA, oud, "supergroep"))["id"]
    bericht = await kaart(wereld, groep)
    assert (await wereld.tik_in_groep(ANNA, groep, bericht, "Rood"))[0] == zin("peilingkaart.geteld", stem="Rood")

    naamloos: dict[str, Any] = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    chat = {"id": groep, "type": "supergroup", "title": "Straatapp"}
    tekst = {"text": "/ontkoppel", "entities": [{"type": "bot_command", "offset": 0, "length": 10}]}
    vast = {"message_id": 900, "date": 1, "chat": chat}
    await wereld.lever(message={**vast, **tekst, "from": naamloos, "sender_chat": chat})
    await wereld.wacht_in_groep(ANNA, groep, lambda b: zin("geweigerd.groepschat.namens") in tekst_van(b))
    tik = {"id": "77", "from": naamloos, "chat_instance": "1", "message": {**vast, "text": "x"}}
    await wereld.lever(callback_query={**tik, "data": knoppen(bericht)[0][0]["callback_data"]})
    await wereld.rust()
    assert await wereld.tel(t.stembiljet) == 1

    await wereld.in_groep(ANNA, groep, "/ontkoppel")
    await wereld.wacht_in_groep(ANNA, groep, lambda b: zin("peilingkaart.los") in tekst_van(b))
    assert zin("geweigerd.peilingkaart.weg") in (await wereld.tik_in_groep(BRAM, groep, bericht, "Blauw"))[0]
    onderwerp = (await wereld.wijzig_groep(ANNA, groep, "onderwerp", naam="Peilingen"))["id"]
    await wereld.in_groep(ANNA, groep, f"/koppel {await code_voor(anna)}", onderwerp)
    for deel in (zin("groepschat.gekoppeld"), zin("peilingkaart.hier")):
        nieuw = await wereld.wacht_in_groep(ANNA, groep, lambda b, deel=deel: deel in tekst_van(b))  # type: ignore[misc]
        assert nieuw["message_thread_id"] == onderwerp

    await wereld.wijzig_groep(BRAM, groep, "bot", aan=False)
    await anna.wacht(lambda b: zin("groepschat.weg") in tekst_van(b), "dat de bot weg is")
    assert await wereld.tel(t.groepschat) == 0
    assert labels(await anna.vraag("/koppel", zin("groepschat.lijst")))[0].startswith("Koppel een groep")


async def test_thirty_taps_at_once_all_count_and_are_few_changes_of_one_message(wereld: Wereld) -> None:
    anna, _ = [await wereld.bewoner(wie) for wie in (ANNA, BRAM)]
    await zonnestroom(wereld)
    mensen = [Rol(500 + nummer, f"Buur {nummer}") for nummer in range(30)]
    await asyncio.gather(*map(wereld.nieuw_persoon, mensen))

    def laat_meedoen(tx: Connection) -> None:
        groep = next(w for w in werkgroepen.lijst(tx, wereld.wijk, 0) if w.naam == "Zonnestroom")
        for mens in mensen:
            bewoner = een_bewoner(tx, wereld.wijk)
            een_account(tx, str(mens.id), bewoner=bewoner)
            werkgroepen.zet_lid(tx, wereld.wijk, groep.id, bewoner, lid=True)
        tx.execute(t.account.update().where(t.account.c.kanaal == "telegram").values(kanaal=KANAAL, bereikbaar=False))

    await wereld.database.write(0, laat_meedoen)
    groep = await gekoppeld(wereld, anna, ANNA, *mensen)
    await vraag_aan(wereld, anna, live="ja")
    bericht = await kaart(wereld, groep)
    voor = len(wereld.verzoeken)
    keuzes = ["Rood", "Blauw"] * 15
    gezien = await asyncio.gather(
        *(wereld.tik_in_groep(mens, groep, bericht, kies) for mens, kies in zip(mensen, keuzes, strict=True))
    )
    assert all(tekst == zin("peilingkaart.geteld", stem=kies) for (tekst, _), kies in zip(gezien, keuzes, strict=True))
    assert await stemmen(wereld) == {"[0]": 15, "[1]": 15}
    dertig = zin("peiling.stemmen", aantal=30)
    await wereld.wacht_in_groep(ANNA, groep, lambda b: dertig in tekst_van(b))
    naar_groep = [v for v in wereld.verzoeken[voor:] if v.methode.startswith(("send", "edit"))]
    assert 1 <= len(naar_groep) <= 5, [v.methode for v in naar_groep]

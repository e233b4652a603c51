"""Through the chat: after erasing it holds of two days only the last sentence, and a neighbour loses nothing."""

from datetime import timedelta

from sqlalchemy import Connection

from berichten import Boodschap
from bot.demo.telefoon import tekst_van
from bot.rules.pacing import Baan
from bot.storage import accounts, outbox
from bot.storage import tables as t
from tests.channels.conftest import tot
from tests.wereld import ANNA, BRAM, Mens, Wereld, knop, zin


async def stuur(wereld: Wereld, sleutel: str, boodschap: Boodschap, *naar: Mens) -> None:
    """Let the outbox bring something, and wait until it stands in every chat."""

    def schrijf(tx: Connection) -> None:
        wie = [accounts.wie(tx, wereld.wijk, wereld.kanaal, str(mens.wie.id)) for mens in naar]
        van = [een.account for een in wie if een is not None]
        outbox.schrijf(tx, wereld.wijk, sleutel, van, boodschap, baan=Baan.DRINGEND)

    await wereld.database.write(wereld.wijk, schrijf)
    await wereld.rust()


async def met(sleutel: str, *mensen: Mens) -> list[int]:
    """Count in which chat a sentence stands how often."""
    chats = [await mens.berichten() for mens in mensen]
    return [sum(zin(sleutel) in tekst_van(bericht) for bericht in chat) for chat in chats]


async def test_what_came_in_two_days_leaves_the_chat_after_erasing_and_what_is_older_stays(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    await stuur(wereld, "oud", Boodschap("bijdrage.bezig"), anna, bram)
    await wereld.ga_naar(wereld.klok.nu + timedelta(days=3))
    oud = {bericht["message_id"]: tekst_van(bericht) for bericht in await anna.berichten()}
    await anna.vraag("/menu", zin("menu.tekst"))
    await anna.vraag("/agenda")
    for nr in range(3):
        await stuur(wereld, f"nieuw {nr}", Boodschap("correctie.voorbij"), anna, bram)
    assert await met("correctie.voorbij", anna, bram) == [3, 3]

    vraag = await anna.vraag("/vergeetmij", zin("wissen.vraag"))
    zeker = await anna.druk(vraag, knop("wissen.knop_ga_door"), zin("wissen.zeker"))
    await anna.tik(zeker, knop("wissen.knop_ja"))
    await anna.wacht(lambda b: wereld.gewist in tekst_van(b), "dat het gewist is")
    oud = {} if wereld.net == "web" else oud  # where the chat is ours nothing of it stays

    async def klaar() -> bool:
        return await wereld.tel(t.chatwissing) == 0 and len(await anna.berichten()) == len(oud) + 1

    await tot(klaar)
    over = {bericht["message_id"]: tekst_van(bericht) for bericht in await anna.berichten()}
    assert [wereld.gewist in tekst for nr, tekst in over.items() if nr not in oud] == [True], (
        "the last word stays; the answers to what they tapped and typed went, and so did what they typed"
    )
    assert {nr: over[nr] for nr in oud} == oud
    await wereld.rust()
    assert await wereld.tel(t.inbox, t.inbox.c.rij == f"chat:{ANNA.id}") == 0, "nor is anything kept of the last answer"
    assert await met("correctie.voorbij", anna, bram) == [0, 3]
    assert await met("bijdrage.bezig", anna, bram) == [1 if oud else 0, 1]

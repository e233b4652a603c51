"""Who lost every device, at the door with a begeleider: with the letter they go on in a new browser."""

from sqlalchemy import Connection, select

from bot.storage import huishoudens
from bot.storage import tables as t
from tests.web.chat.conftest import Maak, doe_mee
from tests.wereld import ANNA, BRAM, NOOR, Mens, Wereld, knop, zin


async def code_aan_de_deur(wereld: Wereld, noor: Mens, adres: str) -> str:
    """Let a begeleider look the address up and give its one resident a code."""
    scherm = await noor.vraag(f"/adres {adres}", adres)
    wie = await noor.druk(scherm, knop("adres.knop_toegang"))
    gegeven = await noor.druk(wie, "Persoon 1")
    return str(next(woord for woord in gegeven["text"].split() if woord.startswith("ook-")))


async def test_a_begeleider_at_the_door_and_the_letter_let_who_lost_all_back_in_and_old_browsers_out(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    kwijt, nieuw, noor = await doe_mee(chatwereld, browser_van(ANNA)), browser_van(BRAM), chatwereld.mens(NOOR)
    adres = await chatwereld.database.read(_waar_iemand_meedoet)
    code = await code_aan_de_deur(chatwereld, noor, adres)
    await kwijt.wacht(lambda b: zin("terugkeer.gegeven") in b["text"], "dat er een code is")
    await nieuw.begin()
    await nieuw.vraag(code, zin("terugkeer.brief"))
    await nieuw.vraag("0000-0000-0000", zin("geweigerd.terugkeer.brief_fout"))
    vraag = await nieuw.vraag(chatwereld.codes[ANNA.id], zin("toestel.vraag"))
    await nieuw.tik(vraag, knop("toestel.knop_ja"))
    erbij = await nieuw.wacht(lambda b: zin("terugkeer.erbij_niet") in b["text"], "de chat van eerst")
    await nieuw.druk(erbij, knop("terugkeer.knop_anderen_af"))
    assert 'name="start"' in await kwijt.html(), "the lost one is signed out"
    assert adres in (await nieuw.vraag("/mijngegevens"))["text"]


def _waar_iemand_meedoet(tx: Connection) -> str:
    thuis = tx.scalar(select(t.bewoner.c.huishouden))
    assert thuis is not None
    return huishoudens.adres(tx, thuis)

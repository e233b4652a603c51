"""Taking part in the browser: joining with the code of the letter, voting, and counting once."""

from sqlalchemy import select

from bot.storage import tables as t
from tests.web.chat.conftest import Maak, doe_mee
from tests.wereld import ANNA, BRAM, Wereld, zin


async def test_who_joins_in_the_browser_with_the_code_of_the_letter_takes_part_and_is_counted(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    await doe_mee(chatwereld, browser_van(ANNA))
    accounts = await chatwereld.database.read(
        lambda tx: tx.execute(
            select(t.account.c.kanaal, t.account.c.bewoner).where(t.account.c.bewoner.is_not(None))
        ).all()
    )
    assert [kanaal for kanaal, _ in accounts] == ["web"]


async def test_a_neighbour_on_telegram_and_one_in_the_browser_vote_in_the_same_poll(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    bram, anna = await chatwereld.bewoner(BRAM), await doe_mee(chatwereld, browser_van(ANNA))
    await chatwereld.plan_peiling()
    for wie, kleur in ((anna, "Rood"), (bram, "Blauw")):
        peiling = await wie.wacht(lambda b: "Welke?" in b["text"], "de peiling")
        await wie.tik(peiling, kleur)
        await wie.wacht(lambda b: "Welke?" in b["text"] and b != peiling, "gestemd")  # noqa: B023
    await chatwereld.rust()


async def test_an_answer_comes_also_when_the_number_of_an_old_update_is_given_out_again(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    await chatwereld.rust()
    await chatwereld.database.write(None, lambda tx: tx.execute(t.inbox.delete()) and None)
    await anna.vraag("/menu", zin("menu.tekst"))


async def test_a_number_that_no_row_can_have_is_no_answer_to_a_message_and_no_fault(
    chatwereld: Wereld, browser_van: Maak
) -> None:
    anna = await doe_mee(chatwereld, browser_van(ANNA))
    velden = next(velden for waar, velden in (await anna.pagina()).formulieren if waar == "/chat/typ")
    antwoord = await anna.post("/chat/typ", {**velden, "tekst": "/menu", "keer": "een", "op": "9" * 5_000})
    assert antwoord.status == 303
    await anna.wacht(lambda b: zin("menu.tekst") in b["text"], "het menu")

"""Native polls, seen from both sides."""

from typing import Any

import pytest
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup, InputPollOption, Message, Update

from tests.webchat.conftest import ANNA, BRAM, Chat

KLEUREN: list[InputPollOption | str] = [InputPollOption(text="Rood"), InputPollOption(text="Blauw")]


@pytest.fixture
async def groep(chat: Chat) -> int:
    """A group of Anna and Bram, with an empty queue."""
    groep = (await chat.stuur("groepen", titel="Straat", leden=[ANNA, BRAM]))["id"]
    await _updates(chat)
    return int(groep)


async def _updates(chat: Chat) -> list[Update]:
    """Return what is new, and confirm it."""
    nieuw = await chat.bot.get_updates()
    if nieuw:
        await chat.bot.get_updates(offset=nieuw[-1].update_id + 1)
    return nieuw


async def _stem(chat: Chat, bericht: Message, opties: list[Any], wie: int = ANNA, verwacht: int = 200) -> Any:
    inhoud = {"bericht": bericht.message_id, "opties": opties, "chat": bericht.chat.id}
    return await chat.stuur(f"personen/{wie}/stem", verwacht, **inhoud)


async def test_an_anonymous_vote_changes_the_poll_and_names_nobody(chat: Chat, groep: int) -> None:
    bericht = await chat.bot.send_poll(groep, "Welke kleur?", KLEUREN)
    assert bericht.poll is not None
    assert (bericht.poll.is_anonymous, bericht.poll.total_voter_count) == (True, 0)
    await _stem(chat, bericht, [1])
    await _stem(chat, bericht, [0], BRAM)
    updates = await _updates(chat)
    assert [u.event_type for u in updates] == ["poll", "poll"]
    stand = updates[-1].poll
    assert stand is not None
    assert ([o.voter_count for o in stand.options], stand.total_voter_count) == ([1, 1], 2)


async def test_a_vote_with_a_name_can_be_changed_and_taken_back(chat: Chat, groep: int) -> None:
    bericht = await chat.bot.send_poll(groep, "Wie komt?", KLEUREN, is_anonymous=False)
    for opties in ([0], [1], []):
        await _stem(chat, bericht, opties)
    antwoorden = [u.poll_answer for u in await _updates(chat) if u.poll_answer]
    assert [(a.user and a.user.id, a.option_ids) for a in antwoorden] == [(ANNA, [0]), (ANNA, [1]), (ANNA, [])]
    gezien = (await chat.haal(f"personen/{ANNA}/berichten?chat={groep}"))[-1]
    assert (gezien["poll"]["total_voter_count"], "mijn_stem" in gezien) == (0, False)


async def test_who_voted_sees_their_own_choice_again_and_others_do_not(chat: Chat, groep: int) -> None:
    bericht = await chat.bot.send_poll(groep, "Welke?", KLEUREN, allows_multiple_answers=True)
    await _stem(chat, bericht, [1, 0, 1])
    anna, bram = [(await chat.haal(f"personen/{wie}/berichten?chat={groep}"))[-1] for wie in (ANNA, BRAM)]
    assert (anna["mijn_stem"], "mijn_stem" in bram) == ([0, 1], False)
    assert [o["voter_count"] for o in bram["poll"]["options"]] == [1, 1]


async def test_a_stopped_poll_keeps_its_counts_and_takes_no_vote(chat: Chat, groep: int) -> None:
    knoppen = InlineKeyboardMarkup(inline_keyboard=[[InlineKeyboardButton(text="Uitslag", callback_data="u")]])
    bericht = await chat.bot.send_poll(groep, "Welke?", KLEUREN)
    await _stem(chat, bericht, [1])
    poll = await chat.bot.stop_poll(groep, bericht.message_id, reply_markup=knoppen)
    assert (poll.is_closed, [o.voter_count for o in poll.options]) == (True, [0, 1])
    assert [u.poll.is_closed for u in await _updates(chat) if u.poll] == [False, True]
    await _stem(chat, bericht, [0], BRAM, verwacht=409)
    gezien = (await chat.haal(f"personen/{ANNA}/berichten?chat={groep}"))[-1]
    assert gezien["reply_markup"]["inline_keyboard"][0][0]["text"] == "Uitslag"
    with pytest.raises(TelegramBadRequest, match="poll has already been closed"):
        await chat.bot.stop_poll(groep, bericht.message_id)


async def test_votes_that_the_poll_does_not_take_are_refused(chat: Chat, groep: int) -> None:
    bericht = await chat.bot.send_poll(groep, "Welke?", KLEUREN, allows_revoting=False)
    fout: tuple[list[Any], ...] = ([0, 1], [2], [-1], [True], ["0"])
    for opties in fout:
        await _stem(chat, bericht, opties, verwacht=400)
    await _stem(chat, bericht, [0])
    await _stem(chat, bericht, [], verwacht=409)
    geen = await chat.bot.send_message(groep, "geen peiling")
    await _stem(chat, geen, [0], verwacht=404)
    assert [u.event_type for u in await _updates(chat)] == ["poll"]


async def test_only_a_poll_can_be_stopped(chat: Chat, groep: int) -> None:
    geen = await chat.bot.send_message(groep, "geen peiling")
    for message_id, reden in ((geen.message_id, "message is not a poll"), (99, "message with poll to stop not found")):
        with pytest.raises(TelegramBadRequest, match=reden):
            await chat.bot.stop_poll(groep, message_id)

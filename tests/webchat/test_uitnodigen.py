"""Coming into a group by a link of the bot: asking, being let in or not, and being written to meanwhile."""

from datetime import UTC, datetime, timedelta

import pytest
from aiogram.exceptions import TelegramForbiddenError

from tests.webchat.conftest import ANNA, BRAM, Chat


async def beheerd(chat: Chat) -> int:
    groep = int((await chat.stuur("groepen", titel="Werkgroep techniek", leden=[ANNA]))["id"])
    await chat.stuur(f"personen/{ANNA}/groepen/{groep}/beheerder", aan=True, uitnodigen=True)
    return groep


async def test_who_asks_by_the_link_is_let_in_or_may_ask_again(chat: Chat) -> None:
    groep = await beheerd(chat)
    (lid,) = [u.my_chat_member for u in await chat.bot.get_updates() if u.my_chat_member][-1:]
    assert lid is not None
    assert (lid.new_chat_member.status, lid.new_chat_member.can_invite_users) == ("administrator", True)  # type: ignore[union-attr]
    link = await chat.bot.create_chat_invite_link(groep, name="Leden", creates_join_request=True)
    assert (link.creates_join_request, link.is_revoked, link.name) == (True, False, "Leden")
    for antwoord in (chat.bot.decline_chat_join_request, chat.bot.approve_chat_join_request):
        for _ in range(2):  # asking twice is one request
            gevraagd = await chat.stuur(f"personen/{BRAM}/toetreden", link=link.invite_link)
            assert gevraagd == {"chat": groep, "lid": False}
        *_, laatste = await chat.bot.get_updates(offset=-1)
        verzoek = laatste.chat_join_request
        assert verzoek is not None
        assert (verzoek.chat.id, verzoek.from_user.id, verzoek.user_chat_id) == (groep, BRAM, BRAM)
        assert verzoek.invite_link is not None
        assert verzoek.invite_link.invite_link == link.invite_link
        await antwoord(groep, BRAM)
    assert groep in [een["id"] for een in await chat.haal(f"personen/{BRAM}/chats")]
    assert (await chat.stuur(f"personen/{BRAM}/toetreden", link=link.invite_link))["lid"] is True
    *_, laatste = await chat.bot.get_updates(offset=-1)
    assert laatste.message is not None
    assert [wie.id for wie in laatste.message.new_chat_members or ()] == [BRAM]


async def test_who_never_started_the_bot_can_be_written_to_for_five_minutes_while_they_ask(chat: Chat) -> None:
    groep = await beheerd(chat)
    link = await chat.bot.create_chat_invite_link(groep, creates_join_request=True)
    with pytest.raises(TelegramForbiddenError):
        await chat.bot.send_message(BRAM, "Dag")
    await chat.stuur(f"personen/{BRAM}/toetreden", link=link.invite_link)
    await chat.bot.send_message(BRAM, "Dag")
    await chat.bot.decline_chat_join_request(groep, BRAM)
    with pytest.raises(TelegramForbiddenError):
        await chat.bot.send_message(BRAM, "Nog iets")


async def test_a_link_without_requests_lets_in_at_once_until_it_ends(chat: Chat) -> None:
    groep = await beheerd(chat)
    straks = datetime.now(UTC) + timedelta(days=400)
    link = await chat.bot.create_chat_invite_link(groep, expire_date=straks, member_limit=5)
    assert await chat.stuur(f"personen/{BRAM}/toetreden", link=link.invite_link) == {"chat": groep, "lid": True}
    assert (await chat.bot.revoke_chat_invite_link(groep, link.invite_link)).is_revoked

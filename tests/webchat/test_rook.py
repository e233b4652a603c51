from tests.webchat.conftest import ANNA, Chat


async def test_a_person_writes_and_the_bot_answers(chat: Chat) -> None:
    await chat.schrijf("/start BRIEF-4")
    updates = await chat.bot.get_updates(timeout=5)
    assert updates[0].message is not None
    assert updates[0].message.text == "/start BRIEF-4"
    await chat.bot.send_message(ANNA, "<b>Hoi</b>", parse_mode="HTML")
    berichten = await chat.haal(f"personen/{ANNA}/berichten")
    assert [b["text"] for b in berichten] == ["/start BRIEF-4", "Hoi"]

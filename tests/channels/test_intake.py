"""Updates in: stored before confirmed, each handled once, in order per chat, and never one that blocks the others."""

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from bot.channels.herkomst import is_praat, rij_van
from bot.channels.intake import BEWAREN, VOL
from bot.storage import Database, inbox
from bot.storage.inbox import Post
from bot.storage.tables import inbox as tabel
from tests.channels.conftest import Update, bericht, tot
from tests.channels.verwerker import Bot
from tests.channels.zenden import ja

pytestmark = pytest.mark.usefixtures("ongeduldig")


@pytest.fixture
def bot(database: Database) -> Bot:
    return Bot(database)


async def _rijen(database: Database) -> list[Any]:
    vraag = select(tabel.c.update_id, tabel.c.staat, tabel.c.inhoud, tabel.c.antwoord).order_by(tabel.c.update_id)
    return await database.read(lambda tx: list(tx.execute(vraag)))


def _bestanden(map_: Path) -> list[Path]:
    return [pad for pad in map_.rglob("*") if pad.is_file()]


async def _staten(database: Database) -> dict[int, str]:
    return {rij.update_id: rij.staat for rij in await _rijen(database)}


async def test_an_update_is_in_the_database_when_receiving_returns(bot: Bot) -> None:
    """Only then may it be confirmed; whatever happens after, the row is there."""
    stil = asyncio.Event()

    async def wacht(post: Post) -> None:
        await stil.wait()

    bot.tijdens = wacht
    intake = bot.intake()
    await intake.ontvang([bericht(1), bericht(2)])
    assert await _staten(bot.database) == {1: "ontvangen", 2: "ontvangen"}
    stil.set()
    await intake.stop()


async def test_what_a_stopped_process_left_is_taken_up_again_in_order(bot: Bot) -> None:
    posten = [(n, "chat:1", json.dumps(bericht(n, str(n)))) for n in (7, 8, 9)]
    await bot.database.write(None, inbox.bewaar, "telegram", "42", posten, datetime.now(UTC))
    intake = bot.intake()
    assert await intake.herstel() == 3
    await intake.stop()
    assert bot.gezegd == ["op 7", "op 8", "op 9"]
    assert await bot.intake().herstel() == 0


async def test_an_answer_that_was_committed_but_not_sent_goes_out_after_a_restart_without_its_effect(bot: Bot) -> None:
    bot.antwoord_fouten = 99
    eerste = bot.intake()
    await eerste.ontvang([bericht(1, "stem")])
    await eerste.stop()
    assert await _staten(bot.database) == {1: "verwerkt"}
    bot.antwoord_fouten = 0
    tweede = bot.intake()
    await tweede.herstel()
    await tweede.stop()
    assert bot.effecten == ["stem"]
    assert bot.gezegd == ["op stem"]


async def test_the_same_update_twice_is_once_per_channel_and_bot(bot: Bot) -> None:
    intake = bot.intake()
    await intake.ontvang([bericht(1), bericht(1)])
    await intake.ontvang([bericht(1)])
    await intake.stop()
    assert bot.effecten == ["hoi"]
    for kanaal, nummer in (("telegram", "43"), ("webchat", "42")):
        ander = bot.intake(kanaal, nummer)
        await ander.ontvang([bericht(1)])
        await ander.stop()
    assert bot.effecten == ["hoi"] * 3


async def test_an_update_whose_commit_landed_unseen_is_handled_and_not_left_for_the_next_start(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second run of the insert finds the row there; it is not a repeat, nobody took it up yet."""
    monkeypatch.setattr(inbox, "bewaar", _twee_keer(inbox.bewaar))
    intake = bot.intake()
    await intake.ontvang([bericht(1, "eerste"), bericht(2, "tweede")])
    await intake.stop()
    assert bot.gezegd == ["op eerste", "op tweede"]
    await intake.ontvang([bericht(1, "eerste")])
    await intake.stop()
    assert bot.gezegd == ["op eerste", "op tweede"]


async def test_of_an_own_chat_stays_for_two_days_which_messages_stand_there_of_another_nothing(bot: Bot) -> None:
    async def rijen() -> list[Any]:
        return await bot.database.read(lambda tx: [*tx.execute(select(tabel.c.rij, tabel.c.berichten))])

    intake = bot.intake()
    for nummer, bot.in_chat in ((1, [7, 8]), (2, [])):
        await intake.ontvang([bericht(nummer)])
        await intake.stop()
    eigen = await rijen()
    assert sorted(eigen, key=str) == [("", None), (rij_van(bericht(1)), [7, 8])]
    await intake.ruim_op()
    assert await rijen() == eigen
    oud = update(tabel).values(ontvangen_op=datetime.now(UTC) - timedelta(hours=48, seconds=1))
    await bot.database.write(None, lambda tx: tx.execute(oud))
    await intake.ruim_op()
    assert await rijen() == [("", None)] * 2


def _twee_keer(functie: Any) -> Any:
    def twee_keer(*args: Any) -> Any:
        functie(*args)
        return functie(*args)

    return twee_keer


async def test_a_repeat_that_comes_while_the_first_is_under_way_is_not_taken_up_again(bot: Bot) -> None:
    poort = asyncio.Event()

    async def wacht(post: Post) -> None:
        await poort.wait()

    bot.tijdens = wacht
    intake = bot.intake()
    await asyncio.gather(*(intake.ontvang([bericht(1)]) for _ in range(5)))
    await intake.ontvang([bericht(1)])
    poort.set()
    await intake.stop()
    assert bot.gezegd == ["op hoi"]


async def test_an_update_id_that_starts_again_lower_is_new(bot: Bot) -> None:
    intake = bot.intake()
    await intake.ontvang([bericht(900_000, "oud")])
    await intake.ontvang([bericht(3, "nieuw")])
    await intake.stop()
    assert bot.effecten == ["oud", "nieuw"]


async def test_each_chat_goes_in_order_and_chats_go_beside_each_other(bot: Bot) -> None:
    poort = asyncio.Event()

    async def de_eerste_wacht(post: Post) -> None:
        if '"text": "a1"' in post.inhoud:
            await poort.wait()

    bot.tijdens = de_eerste_wacht
    intake = bot.intake()
    await intake.ontvang([bericht(1, "a1", van=1), bericht(2, "a2", van=1), bericht(3, "b1", van=2)])
    await tot(lambda: _is(bot.gezegd, ["op b1"]))
    poort.set()
    await intake.stop()
    assert bot.gezegd == ["op b1", "op a1", "op a2"]


async def _is(lijst: list[str], verwacht: list[str]) -> bool:
    return lijst == verwacht


@pytest.mark.parametrize(
    ("update", "rij"),
    [
        (bericht(1, van=5), "chat:5"),
        (bericht(1, van=5, chat=-100), "chat:-100"),
        ({"update_id": 1, "callback_query": {"id": "9", "from": {"id": 5}, "message": {"chat": {"id": 7}}}}, "chat:7"),
        ({"update_id": 1, "callback_query": {"id": "9", "from": {"id": 5}}}, "persoon:5"),
        ({"update_id": 1, "callback_query": {"id": "9", "from": {"id": 5}, "message": None}}, "persoon:5"),
        ({"update_id": 1, "poll_answer": {"poll_id": "1", "user": {"id": 5}, "option_ids": []}}, "persoon:5"),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 5}, "from": {"id": 6}}}, "chat:5"),
        ({"update_id": 1}, "overig"),
        ({"update_id": 1, "message": "tekst"}, "overig"),
        ({"update_id": 1, "message": {"chat": "?", "from": []}}, "overig"),
        ({"update_id": 1, "callback_query": {"message": [1]}}, "overig"),
    ],
)
def test_the_queue_of_an_update_is_its_chat_or_else_its_person(update: Update, rij: str) -> None:
    assert rij_van(update) == rij


OPDRACHT = {"entities": [{"type": "bold"}, {"type": "bot_command", "offset": 0, "length": 7}]}


@pytest.mark.parametrize(
    ("soort", "inhoud", "weg"),
    [
        ("supergroup", {"text": "Mijn buurman is ziek"}, True),
        ("group", {"photo": []}, True),
        ("group", {"text": "x", "entities": [{"type": "bold"}]}, True),
        ("group", {"text": "x", "entities": "y"}, True),
        ("group", {"new_chat_members": [{"id": 5}]}, True),
        ("group", {"text": "/koppel x", **OPDRACHT}, False),
        ("group", {"migrate_to_chat_id": -100}, False),
        ("supergroup", {"migrate_from_chat_id": -1}, False),
        ("private", {"text": "Mijn buurman is ziek"}, False),
    ],
)
def test_what_people_say_to_each_other_in_a_group_is_not_kept(soort: str, inhoud: Update, weg: bool) -> None:
    bericht = {"chat": {"id": -5, "type": soort}, **inhoud}
    assert is_praat({"update_id": 1, "message": bericht}) is weg
    assert not is_praat({"update_id": 1, "chat_join_request": bericht})


RARE_INHOUD: list[Any] = [
    "tekst", 7, None, [], {}, {"chat": None}, {"chat": {"id": "x" * 500}}, {"chat": {"id": 10**40}},
    {"chat": {"id": [1]}, "from": {"id": {}}}, {"chat": {"id": 1}, "text": "\ud800 los", "date": 10**30},
    {"chat": {"id": 1}, "text": "nul \x00"}, {"from": {"id": "y" * 500}},
]  # fmt: skip


@pytest.mark.parametrize("soort", ["message", "callback_query", "poll_answer", "iets_van_morgen"])
async def test_an_update_of_any_shape_is_stored_and_lets_the_next_ones_by(bot: Bot, soort: str) -> None:
    rare = [{"update_id": 100 + n, soort: inhoud} for n, inhoud in enumerate(RARE_INHOUD)]
    intake = bot.intake()
    await intake.ontvang([*rare, bericht(1, "daarna")])
    await intake.stop()
    assert set(await _staten(bot.database)) == {1, *(100 + n for n in range(len(RARE_INHOUD)))}
    assert (await _staten(bot.database))[1] == "klaar"


@pytest.mark.parametrize("update_id", [None, "7", 1.5, True, [], 2**63, -(2**63) - 1, 10**400])
async def test_an_update_without_a_usable_id_is_refused_and_lets_the_next_ones_by(bot: Bot, update_id: Any) -> None:
    intake = bot.intake()
    await intake.ontvang([{**bericht(1), "update_id": update_id}, "geen object", 5, None, [], {}, bericht(2, "goed")])
    await intake.stop()
    assert await _staten(bot.database) == {2: "klaar"}


async def test_a_handling_that_fails_twice_and_then_works_is_answered_once(bot: Bot) -> None:
    bot.verwerk_fouten = {"wankel": 2}
    intake = bot.intake()
    await intake.ontvang([bericht(1, "wankel")])
    await intake.stop()
    assert bot.gezegd == ["op wankel"]
    assert bot.mislukt == []
    assert await _staten(bot.database) == {1: "klaar"}


async def test_of_what_failed_in_a_group_no_name_is_kept_anywhere(bot: Bot, tmp_path: Path) -> None:
    """Its row does not say whose it is: erasing would not find it. Of one's own chat it does."""
    wie = {"id": 77, "is_bot": False, "first_name": "Zonderling-Achternaam"}
    groep = {"id": -100123, "type": "supergroup", "title": "Straat"}
    vraagt = {"chat": groep, "from": wie, "user_chat_id": 77, "date": 1, "bio": "Zonderling-Biografie"}
    tik = {"id": "1", "from": wie, "chat_instance": "1", "data": "x", "message": {"message_id": 1, "chat": groep}}
    bot.verwerk_fouten = {"?": 6, "eigen": 3}
    intake = bot.intake()
    await intake.ontvang([{"update_id": 1, "chat_join_request": vraagt}, {"update_id": 2, "callback_query": tik}])
    await intake.ontvang([bericht(3, "eigen")])
    await intake.stop()
    assert len(bot.mislukt) == 3, "who asked still gets their apology"
    assert await _staten(bot.database) == {1: "mislukt", 2: "mislukt", 3: "mislukt"}
    assert "eigen" in str(await _rijen(bot.database))
    assert "Zonderling" not in str(await _rijen(bot.database))
    await bot.database.wis_resten()
    assert not [pad for pad in _bestanden(tmp_path) if b"Zonderling" in pad.read_bytes()]


async def test_a_handling_that_fails_three_times_is_told_and_the_next_update_goes_on(bot: Bot) -> None:
    bot.verwerk_fouten = {"kapot": 3}
    intake = bot.intake()
    await intake.ontvang([bericht(1, "kapot"), bericht(2, "daarna")])
    await intake.stop()
    assert len(bot.mislukt) == 1
    assert bot.gezegd == ["op daarna"]
    assert await _staten(bot.database) == {1: "mislukt", 2: "klaar"}
    assert await bot.intake().herstel() == 0  # not tried for ever


async def test_a_done_update_is_emptied_but_still_known(bot: Bot) -> None:
    intake = bot.intake()
    await intake.ontvang([bericht(1, "geheim")])
    await intake.stop()
    assert await _rijen(bot.database) == [(1, "klaar", None, None)]
    await intake.ontvang([bericht(1, "geheim")])
    await intake.stop()
    assert bot.effecten == ["geheim"]


async def test_after_seven_days_rows_are_deleted_and_what_is_open_is_not(bot: Bot) -> None:
    bot.verwerk_fouten = {"kapot": 3}
    intake = bot.intake()
    await intake.ontvang([bericht(1), bericht(2, "kapot"), bericht(3, "jong")])
    await intake.stop()
    oud = datetime.now(UTC) - BEWAREN - timedelta(minutes=1)

    def veroud(tx: Connection) -> None:
        tx.execute(update(tabel).where(tabel.c.update_id != 3).values(ontvangen_op=oud))
        inbox.bewaar(tx, "telegram", "42", [(4, "chat:1", "{}")], oud)

    await bot.database.write(None, veroud)
    assert await intake.ruim_op() == 2
    assert await _staten(bot.database) == {3: "klaar", 4: "ontvangen"}


async def test_an_intake_that_is_full_asks_for_no_more_until_there_is_room(bot: Bot) -> None:
    poort = asyncio.Event()

    async def wacht(post: Post) -> None:
        await poort.wait()

    bot.tijdens = wacht
    intake = bot.intake()
    await intake.ontvang([bericht(n) for n in range(VOL)])
    vol = asyncio.create_task(intake.ruimte())
    await asyncio.sleep(0.02)
    assert not vol.done()
    poort.set()
    await asyncio.wait_for(vol, 20)
    await tot(lambda: ja(lambda: len(bot.gezegd) == VOL))
    await intake.stop()


async def test_while_the_database_is_away_the_queue_waits_and_keeps_its_order(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not even `mislukt` can be written: nothing newer in that chat overtakes the update that waits."""
    bot.verwerk_fouten = {"kapot": 3}

    def weg(tx: Connection, post: int) -> bool:
        raise ConnectionError("the database is away")

    monkeypatch.setattr(inbox, "mislukt", weg)
    intake = bot.intake()
    await intake.ontvang([bericht(1, "kapot"), bericht(2, "daarna")])
    await intake.stop()
    assert bot.gezegd == ["op kapot", "op daarna"]
    assert await _staten(bot.database) == {1: "klaar", 2: "klaar"}


async def test_what_turns_out_to_be_handled_gets_its_own_answer(bot: Bot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A COMMIT that landed unseen may not be followed by "nothing changed"."""
    bot.verwerk_fouten = {"kapot": 3}
    echt = inbox.mislukt

    def landde_toch(tx: Connection, post: int) -> bool:
        inbox.verwerkt(tx, post, "op kapot")
        return echt(tx, post)

    monkeypatch.setattr(inbox, "mislukt", landde_toch)
    intake = bot.intake()
    await intake.ontvang([bericht(1, "kapot")])
    await intake.stop()
    assert bot.mislukt == []
    assert bot.gezegd == ["op kapot"]
    assert await _staten(bot.database) == {1: "klaar"}


async def test_what_was_answered_while_the_database_was_away_is_marked_later_and_not_answered_again(
    bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    markeer, weg = inbox.klaar, [True, True]

    def soms(tx: Connection, posten: dict[int, list[int]]) -> None:
        if weg:
            weg.pop()
            raise ConnectionError("the database is away")
        markeer(tx, posten)

    monkeypatch.setattr(inbox, "klaar", soms)
    intake = bot.intake()
    await intake.ontvang([bericht(1)])
    await tot(lambda: _is_klaar(bot.database))
    await intake.stop()
    assert intake._bekend == {}
    assert await bot.intake().herstel() == 0
    assert len(bot.gezegd) == 1


async def _is_klaar(database: Database) -> bool:
    return set((await _staten(database)).values()) == {"klaar"}

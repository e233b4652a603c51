"""From an update to a committed answer: the effect, the mark and the answer stand or fall together."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import create_engine, select, update

from bot.channels import intake as intake_module
from bot.demo.telefoon import tekst_van
from bot.storage import database as schil
from bot.storage import inbox, sqlalchemy_url
from bot.storage import tables as t
from tests.wereld import ANNA, NOOR, Wereld, knop, zin


def verlies_commits(monkeypatch: pytest.MonkeyPatch, keren: int) -> list[int]:
    """Let the next commits land while the program hears that they failed, as when a connection drops just then."""
    over = [keren]

    def gebroken(*args: Any, commit: Callable[[], object], **rest: Any) -> list[schil.Uitkomst]:
        def commit_ongezien() -> None:
            commit()
            if over[0]:
                over[0] -= 1
                raise ConnectionError("the line went dead after COMMIT")

        return echt(*args, commit=commit_ongezien, **rest)

    echt = schil.voer_groep_uit
    monkeypatch.setattr("bot.storage.sqlite.voer_groep_uit", gebroken)
    monkeypatch.setattr("bot.storage.postgres.voer_groep_uit", gebroken)
    return over


async def test_a_commit_that_landed_unseen_has_one_effect_and_its_own_answer(
    wereld_overal: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second run finds the form gone and would refuse: what was placed may not be denied."""
    wereld = wereld_overal
    monkeypatch.setattr(intake_module, "WACHT_SECONDEN", 0.0)
    noor = wereld.mens(NOOR)
    soort = await noor.vraag("/bijeenkomst", zin("bijeenkomst.soort.vraag"))
    await noor.druk(soort, knop("bijeenkomst.soort.energiecafe"), zin("bijeenkomst.titel.vraag"))
    await noor.vraag("Café", zin("bijeenkomst.begin.vraag"))
    await noor.vraag("3 februari 20:00", zin("bijeenkomst.plaats.vraag"))
    voorbeeld = await noor.vraag("Buurthuis", zin("formulier.voorbeeld"))
    await wereld.rust()
    over = verlies_commits(monkeypatch, 8)
    await noor.tik(voorbeeld, knop("knop.klaar"))
    await wereld.rust()
    assert over[0] < 8
    assert await wereld.tel(t.bijeenkomst) == 1
    gezegd = [tekst_van(b) for b in await noor.berichten()]
    assert not [tekst for tekst in gezegd if zin("menu.mislukt") in tekst]
    assert not [tekst for tekst in gezegd if zin("geweigerd.formulier.niets_open") in tekst]
    assert zin("bijeenkomst.aanmeldingen") in gezegd[-1]
    assert await wereld.tel(t.inbox, t.inbox.c.staat != "klaar") == 0


async def test_a_fault_between_effect_and_mark_undoes_the_effect(
    wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_module, "WACHT_SECONDEN", 0.0)
    anna = await wereld.bewoner(ANNA)
    lijst = await anna.vraag("/werkgroepen")
    groep = await anna.druk(lijst, "techniek", zin("werkgroep.kop", naam="techniek"))
    await wereld.rust()
    keren = [0]
    echt = inbox.verwerkt

    def wankel(*args: Any) -> bool:
        keren[0] += 1
        if keren[0] < 3:
            raise ConnectionError("just before the mark")
        return echt(*args)

    monkeypatch.setattr(inbox, "verwerkt", wankel)
    await anna.tik(groep, knop("werkgroep.knop_in"))
    await wereld.rust()
    assert keren[0] == 3
    assert await wereld.tel(t.werkgroeplid) == 1


async def test_a_refusal_undoes_what_was_done_before_it(wereld: Wereld) -> None:
    daan = wereld.mens(ANNA)
    await daan.vraag("/gegevens", zin("geweigerd.nog_niet_binnen"))
    assert await wereld.tel(t.account, t.account.c.extern_id == str(ANNA.id)) == 0


async def test_an_update_whose_answer_cannot_be_parsed_again_is_no_hindrance(
    wereld: Wereld, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(intake_module, "WACHT_SECONDEN", 0.0)
    anna = await wereld.bewoner(ANNA)
    for raar in (
        {"message": {"message_id": "x", "chat": {"id": ANNA.id, "type": "private"}}},
        {"message": {"message_id": 1, "date": 10**18, "chat": {"id": ANNA.id, "type": "private"}}},
        {"message": {"message_id": 1, "date": 1, "chat": {"id": ANNA.id, "type": "private"}, "text": 7}},
        {"message": [1, 2]},
        {"callback_query": {"id": 5}},
        {"callback_query": "tik"},
        {"callback_query": {"id": "1", "from": {"id": "x"}, "chat_instance": 1, "message": {"chat": {}}}},
        {"my_chat_member": {"chat": {"id": ANNA.id, "type": "private"}}},
        {"iets_van_morgen": {"x": 1}},
    ):
        await wereld.lever(**raar)
    await wereld.rust()
    await anna.vraag("/menu")
    await wereld.rust()
    staten = set(await wereld.database.read(lambda tx: list(tx.scalars(select(t.inbox.c.staat)))))
    assert staten == {"klaar", "mislukt"}


async def test_an_answer_that_cannot_be_rendered_any_more_is_not_silence(wereld: Wereld) -> None:
    """An upgrade took its renderer away: the person hears that it is done, a group nothing, and no row stays."""
    anna = await wereld.bewoner(ANNA)
    groep = await wereld.groep(ANNA)
    await wereld.rust()
    await wereld.stop()
    oud = '{"taal": "nl", "boodschappen": [{"soort": "van.vroeger", "data": {}, "wijze": "bewerk", "melding": null}]}'
    chats = {"id": ANNA.id}, {"id": groep, "type": "group"}
    engine = create_engine(sqlalchemy_url(wereld.settings.opslag.database))
    with engine.begin() as tx:
        rijen = tx.scalars(select(t.inbox.c.id).order_by(t.inbox.c.id.desc()).limit(2)).all()
        for rij, chat in zip(rijen, chats, strict=True):
            inhoud = {"update_id": 1, "message": {"message_id": 1, "chat": chat, "from": {"id": ANNA.id}}}
            op = update(t.inbox).where(t.inbox.c.id == rij)
            tx.execute(op.values(staat="verwerkt", antwoord=oud, inhoud=json.dumps(inhoud)))
    engine.dispose()
    await wereld.start()
    await wereld.rust()
    assert zin("menu.antwoord_weg") in tekst_van(await anna.laatste())
    assert await wereld.groepsberichten(ANNA, groep) == []
    assert await wereld.tel(t.inbox, t.inbox.c.staat != "klaar") == 0

"""Practising, at the door of the program: what happens there changes nothing real and reaches nobody else."""

import asyncio
import os
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from berichten import Bericht, vertaal
from berichten.oefenen import MERK, VOOR_BESTAND
from bot.oefenen import oefening as een_oefening
from bot.oefenen import oefeningen as alle_oefeningen
from bot.services.oefenen import ROLLEN
from bot.storage import tables
from tests.oefenen.conftest import Ingang, een_ingang
from tests.wandelstappen.mensen import ANNA, BEGELEIDER, BEGELEIDER_2, NAMEN, ORGANISATOR, TREKKER

ZEGT = vertaal("nl").plat
OPDRACHTEN = (
    *("menu", "bijeenkomst", "peiling", "bericht", "deurlijst", "deur", "stand", "export", "rapport", "wis", "ronde"),
    *("deurgesprek", "werkgroepen", "vraag hoe laat?", "vergeetmij", "herinner", "spelregels", "stop"),
)
TEKSTEN = ("Een avond over warmte", "5 februari 20:00", "Rood\nBlauw", "Merelstraat 1", "7K3F9M2APQ4X", "123456", "3")


def kop(bericht: Bericht) -> str:
    return bericht.tekst.split("\n")[0]


def knoppen(bericht: Bericht) -> list[str]:
    return [knop.data for rij in bericht.knoppen for knop in rij if knop.data is not None]


async def oefen(ingang: Ingang, wie: int = BEGELEIDER) -> Bericht:
    """Begin a practice, and return its screen."""
    return (await ingang.typ(wie, "/oefenen"))[-1]


@pytest.mark.parametrize("rol", ROLLEN)
async def test_who_plans_and_runs_things_may_practise_in_their_own_role_and_others_not(
    ingang: Ingang, rol: str
) -> None:
    wie = next(nummer for nummer, naam in NAMEN.items() if naam == rol)
    scherm = await oefen(ingang, wie)
    assert "OEFENING" in kop(scherm)
    menu = (await ingang.typ(wie, "/menu"))[0]
    assert f"{MERK}menu:maken" in knoppen(menu)
    assert "OEFENING" not in kop(await oefen(ingang, ANNA))
    assert ingang.oefeningen.van(str(ANNA)) is None


@pytest.mark.parametrize("getikt", [False, True])
async def test_who_begins_reads_at_once_that_it_is_being_made_and_the_screen_takes_its_place(
    ingang: Ingang, monkeypatch: pytest.MonkeyPatch, getikt: bool
) -> None:
    gelezen, maak_echt = list[str](), een_oefening.maak

    async def maak(*wat: Any) -> None:
        gelezen.extend(een.bericht.tekst for een in ingang.netwerk.alles)
        await maak_echt(*wat)

    monkeypatch.setattr(een_oefening, "maak", maak)
    await (ingang.tik(BEGELEIDER, "oefenen") if getikt else ingang.typ(BEGELEIDER, "/oefenen"))
    assert gelezen == [ZEGT("oefenen.wordt_gemaakt")]
    wordt, scherm = ingang.netwerk.alles
    assert (wordt.verandert, scherm.verandert) == ((7, 7) if getikt else (None, 1))
    assert "OEFENING" in kop(scherm.bericht)


STAP = st.one_of(st.integers(0, 40), st.sampled_from([f"/{een}" for een in OPDRACHTEN]), st.sampled_from(TEKSTEN))


@pytest.mark.parametrize(
    "wie", [BEGELEIDER, *(pytest.param(een, marks=pytest.mark.zwaar) for een in (TREKKER, ORGANISATOR))]
)
def test_nothing_of_a_practice_reaches_another_or_changes_the_real_wijk(
    sjabloon: Path, tmp_path: Path, wie: int
) -> None:
    with asyncio.Runner() as loop:
        stapel = AsyncExitStack()
        ingang = loop.run(stapel.enter_async_context(een_ingang(sjabloon, tmp_path)))
        vooraf, begin = loop.run(ingang.inhoud()), loop.run(oefen(ingang, wie))
        del vooraf["rolgebruik"]

        @settings(max_examples=5, suppress_health_check=list(HealthCheck))
        @given(st.lists(STAP, min_size=5, max_size=30))
        def proef(stappen: list[int | str]) -> None:
            loop.run(_loop(ingang, wie, knoppen(begin), stappen))
            inhoud = loop.run(ingang.inhoud())
            spoor = inhoud.pop("rolgebruik")
            assert all("'oefenen." in rij for rij in spoor), "of a practice the audit trail has only that it is there"
            assert inhoud == vooraf

        try:
            proef()
        finally:
            loop.run(stapel.aclose())


async def _loop(ingang: Ingang, wie: int, te_tikken: list[str], stappen: list[int | str]) -> None:
    """Type, or tap one of the buttons that came last; all that went out then went to who practises, and is marked."""
    for stap in stappen:
        blijft = [data for data in te_tikken if not data.endswith(":stop")]
        stuur = ingang.typ(wie, stap) if isinstance(stap, str) else ingang.tik(wie, blijft[stap % len(blijft)])
        te_tikken = [data for een in await stuur for data in knoppen(een)] or te_tikken
    await _tot_alles_weg_is(ingang, wie)
    for een in ingang.netwerk.alles[1:]:  # before it is there, only that it is being made
        assert een.chat == wie
        assert "OEFENING" in kop(een.bericht)
        assert all(data.startswith(MERK) for data in knoppen(een.bericht))
    assert all(chat == wie and een.naam.startswith(VOOR_BESTAND) for chat, een in ingang.netwerk.bestanden)


async def _tot_alles_weg_is(ingang: Ingang, wie: int) -> None:
    oefening = ingang.oefeningen.van(str(wie))
    assert oefening is not None
    outbox = tables.outbox

    def wacht(tx: Any) -> bool:
        return tx.execute(outbox.select().where(outbox.c.staat.in_(("wachtend", "bezig"))).limit(1)).first() is not None

    async with asyncio.timeout(20):
        while await oefening.omgeving.database.read(wacht):  # noqa: ASYNC110 (rows in a database)
            await asyncio.sleep(0.05)


async def test_a_button_belongs_to_the_wijk_that_showed_it_and_does_nothing_in_the_other(ingang: Ingang) -> None:
    scherm = await oefen(ingang)
    (echt,) = await ingang.tik(BEGELEIDER, "bijeenkomst")
    assert ZEGT("oefenen.echte_knop") in echt.tekst
    (klaar,) = await ingang.tik(BEGELEIDER, f"{MERK}oefenen:stop")
    assert klaar.tekst == ZEGT("oefenen.klaar")
    for data in knoppen(scherm):
        vooraf = await ingang.inhoud()
        (voorbij,) = await ingang.tik(BEGELEIDER, data)
        assert voorbij.tekst in {ZEGT("oefenen.voorbij"), ZEGT("oefenen.klaar")}
        assert await ingang.inhoud() == vooraf


async def test_a_practice_is_left_with_one_tap_from_every_message_and_nothing_of_it_stays(ingang: Ingang) -> None:
    await oefen(ingang)
    map_ = Path(ingang.echt.settings.opslag.tijdvak_bestand).parent / "oefenen" / "telegram"
    for opdracht in OPDRACHTEN:
        for bericht in await ingang.typ(BEGELEIDER, f"/{opdracht}"):
            assert f"{MERK}oefenen:stop" in knoppen(bericht), opdracht
    assert list(map_.iterdir())
    await ingang.tik(BEGELEIDER, f"{MERK}oefenen:stop")
    assert list(map_.iterdir()) == []
    (menu,) = await ingang.typ(BEGELEIDER, "/menu")
    assert "OEFENING" not in menu.tekst


async def test_in_a_group_nobody_practises(ingang: Ingang) -> None:
    """What who practises does in a group is real, and the group reads nothing of a practice."""
    await oefen(ingang)
    groep = {"id": -100, "type": "supergroup", "title": "Straat"}
    for kwam in (await ingang.typ(BEGELEIDER, "/oefenen", groep), await ingang.tik(BEGELEIDER, "pk:x", groep)):
        assert not any("OEFENING" in een.tekst for een in kwam)
    assert not await ingang.tik(BEGELEIDER, f"{MERK}menu", groep)


async def test_real_codes_and_links_do_nothing_in_a_practice_and_stay_valid(ingang: Ingang) -> None:
    await oefen(ingang)
    vooraf = await ingang.inhoud()
    for tekst in ("7K3F-9M2A-PQ4X", "123 456", "/start deur-abc", "/start 7K3F9M2APQ4X", "/start rol-abc"):
        (kwam,) = await ingang.typ(BEGELEIDER, tekst)
        assert ZEGT("oefenen.echte_code") in kwam.tekst, tekst
    assert await ingang.inhoud() == vooraf


async def test_the_code_of_the_made_up_letter_works_there_and_only_there(ingang: Ingang) -> None:
    await oefen(ingang)
    gezien, _ = await ingang.tik(BEGELEIDER, f"{MERK}oefenen:als:nieuw")
    code = gezien.tekst.partition("<code>")[2].partition("</code>")[0]
    (taal,) = await ingang.typ(BEGELEIDER, code)
    assert f"{MERK}welkom_taal:nl" in knoppen(taal)
    await ingang.tik(BEGELEIDER, f"{MERK}welkom_taal:nl")
    (binnen, *_) = await ingang.tik(BEGELEIDER, f"{MERK}welkom_ja:1")
    assert kop(binnen) == vertaal("nl").tekst("oefenen.merk_als", naam="Sem")
    await ingang.tik(BEGELEIDER, f"{MERK}oefenen:stop")
    (nergens,) = await ingang.typ(BEGELEIDER, code)
    assert f"{MERK}welkom_taal:nl" not in knoppen(nergens)
    assert "welkom_taal:nl" not in knoppen(nergens)


async def test_who_looks_as_a_resident_has_their_menu_and_is_oneself_again_with_one_tap(ingang: Ingang) -> None:
    await oefen(ingang)
    _, menu = await ingang.tik(BEGELEIDER, f"{MERK}oefenen:als")
    assert f"{MERK}mijncode" in knoppen(menu)
    (gegevens,) = await ingang.typ(BEGELEIDER, "/mijngegevens")
    assert "Merelstraat 1" in gegevens.tekst
    (scherm,) = await ingang.tik(BEGELEIDER, f"{MERK}oefenen")
    assert kop(scherm) == vertaal("nl").tekst("oefenen.merk")
    (menu,) = await ingang.typ(BEGELEIDER, "/menu")
    assert f"{MERK}mijncode" not in knoppen(menu)


async def test_a_restart_goes_on_with_the_practice_and_handles_no_update_twice(ingang: Ingang) -> None:
    await oefen(ingang)
    await ingang.tik(BEGELEIDER, f"{MERK}oefenen:als")
    tik = {"id": "1", "from": {"id": BEGELEIDER, "is_bot": False, "first_name": "X"}, "chat_instance": "1"}
    bericht = {"message_id": 7, "date": 0, "chat": {"id": BEGELEIDER, "type": "private"}, "text": "x"}
    post = await ingang.bewaar({"callback_query": {**tik, "message": bericht, "data": f"{MERK}oefenen:dag"}})
    eerst = await ingang.deur.verwerk(post)
    await ingang.oefeningen.sluit()
    ingang.herstart()
    await ingang.oefeningen.herstel()
    assert await ingang.deur.verwerk(post) == eerst
    oefening = ingang.oefeningen.van(str(BEGELEIDER))
    assert oefening is not None
    assert oefening.blik.als is not None
    assert oefening.omgeving.clock.now() - ingang.echt.clock.now() == timedelta(days=1)


async def test_the_beginning_that_was_answered_and_not_made_is_made_after_a_restart(ingang: Ingang) -> None:
    bericht = {"message_id": 8, "date": 0, "text": "/oefenen", "chat": {"id": BEGELEIDER, "type": "private"}}
    bericht["entities"] = [{"type": "bot_command", "offset": 0, "length": 8}]
    bericht["from"] = {"id": BEGELEIDER, "is_bot": False, "first_name": "X", "language_code": "nl"}
    post = await ingang.bewaar({"message": bericht})
    antwoord = await ingang.deur.verwerk(post)
    ingang.herstart()
    assert antwoord is not None
    await ingang.deur.antwoord(post, antwoord)
    assert "OEFENING" in kop(ingang.netwerk.alles[-1].bericht)
    assert ingang.oefeningen.van(str(BEGELEIDER)) is not None


async def test_what_nobody_used_for_a_day_or_cannot_go_on_is_thrown_away_and_said(ingang: Ingang) -> None:
    await oefen(ingang)
    await oefen(ingang, BEGELEIDER_2)
    een, ander = (ingang.oefeningen.van(str(wie)) for wie in (BEGELEIDER, BEGELEIDER_2))
    assert een is not None
    assert ander is not None
    oud = (datetime.now(UTC) - timedelta(hours=25)).timestamp()
    os.utime(een.map / "oefening.json", (oud, oud))
    await ingang.oefeningen.ruim_op(datetime.now(UTC))
    assert ingang.oefeningen.van(str(BEGELEIDER)) is None
    assert ingang.oefeningen.van(str(BEGELEIDER_2)) is ander
    await ingang.oefeningen.sluit()
    (ander.map / "oefening.json").write_text("{}")
    ingang.herstart()
    await ingang.oefeningen.herstel()
    assert not een.map.exists()
    assert not ander.map.exists()
    rijen = await ingang.echt.database.read(lambda tx: tx.execute(tables.outbox.select()).all())
    assert [rij.soort for rij in rijen].count("oefenen.verlopen") == 2


async def test_a_folder_that_is_not_whole_keeps_nobody_from_practising(ingang: Ingang) -> None:
    map_ = ingang.oefenmap / str(BEGELEIDER)
    map_.mkdir(parents=True)
    assert (await oefen(ingang)).tekst == ZEGT("oefenen.lukt_niet")
    assert "OEFENING" in kop(await oefen(ingang))


async def test_who_cannot_be_handled_in_their_practice_any_more_can_still_leave_it(ingang: Ingang) -> None:
    await oefen(ingang)
    oefening = ingang.oefeningen.van(str(BEGELEIDER))
    assert oefening is not None
    await oefening.omgeving.database.close()
    (klaar,) = await ingang.tik(BEGELEIDER, f"{MERK}oefenen:stop")
    assert klaar.tekst == ZEGT("oefenen.klaar")
    assert not oefening.map.exists()


async def test_no_more_practise_at_once_than_the_machine_carries(
    ingang: Ingang, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alle_oefeningen, "TEGELIJK", 1)
    await asyncio.gather(oefen(ingang), oefen(ingang, BEGELEIDER_2))  # also when two begin together
    assert ingang.oefeningen.van(str(BEGELEIDER)) is not None
    assert (await oefen(ingang, BEGELEIDER_2)).tekst == ZEGT("oefenen.vol")
    assert "OEFENING" in kop((await ingang.tik(BEGELEIDER, f"{MERK}oefenen:zie:{9**30}"))[0])  # forged
    await ingang.tik(BEGELEIDER, f"{MERK}oefenen:stop")
    assert "OEFENING" in kop(await oefen(ingang, BEGELEIDER_2))

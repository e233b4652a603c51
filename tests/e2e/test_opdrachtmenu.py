"""The list behind the chat's menu button follows role and language, also when the bot was away in between."""

from dataclasses import replace

from bot.config import Rollen
from bot.storage import tables as t
from tests.channels.conftest import tot
from tests.wereld import ANNA, DAAN, IBRAHIM, KANAAL, NOOR, Mens, Wereld, knop, zin


async def heeft(mens: Mens, *wel: str, niet: tuple[str, ...] = ()) -> None:
    """Wait until someone's list has these commands and lacks those."""

    async def klopt() -> bool:
        namen = set(await mens.opdrachten())
        return set(wel) <= namen and not set(niet) & namen

    await tot(klopt)


async def test_staff_find_their_commands_after_their_first_word_and_residents_theirs(wereld: Wereld) -> None:
    anna, noor, ibrahim = await wereld.bewoner(ANNA), wereld.mens(NOOR), wereld.mens(IBRAHIM)
    await noor.vraag("/menu")
    await ibrahim.vraag("/menu")
    await heeft(noor, "menu", "bijeenkomst", "peiling", niet=("export", "gegevens"))
    await heeft(ibrahim, "export", "verzending", niet=("gegevens",))
    assert "bijeenkomst" not in await anna.opdrachten()


async def test_a_resident_who_chooses_english_reads_the_list_in_english(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    keuze = await anna.vraag("/taal", zin("taal.kies"))
    await anna.druk(keuze, "English", zin("menu.tekst", "en"))

    async def engels() -> bool:
        return (await anna.opdrachten()).get("agenda") == knop("opdracht.agenda", "en")

    await tot(engels)
    keuze = await anna.vraag("/taal", zin("taal.kies", "en"))
    await anna.druk(keuze, "Nederlands", zin("menu.tekst"))

    async def nederlands() -> bool:
        return (await anna.opdrachten()).get("agenda") == knop("opdracht.agenda")

    await tot(nederlands)


async def test_who_joins_in_another_language_than_that_of_the_phone_reads_the_list_in_it(wereld: Wereld) -> None:
    anna, daan = await wereld.bewoner(ANNA, "English"), await wereld.bewoner(DAAN)

    async def engels() -> bool:
        return (await anna.opdrachten()).get("agenda") == knop("opdracht.agenda", "en")

    async def nederlands() -> bool:
        return (await daan.opdrachten()).get("agenda") == knop("opdracht.agenda")

    await tot(engels)
    await tot(nederlands)
    assert await wereld.tel(t.opdrachtmenu) == 1


async def test_a_role_that_the_settings_change_while_the_bot_is_away_changes_the_list(wereld: Wereld) -> None:
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    for mens in (noor, ibrahim):
        await mens.vraag("/menu")
        await heeft(mens, "bijeenkomst")
    await wereld.stop()
    wereld.settings = replace(wereld.settings, rollen=Rollen(organisator=(f"{KANAAL}:{NOOR.id}",)))
    await wereld.start()
    await heeft(noor, "export")
    await heeft(ibrahim, "menu", niet=("export", "bijeenkomst"))


async def test_someone_outside_has_the_list_of_everybody(wereld: Wereld) -> None:
    daan = wereld.mens(DAAN)
    await daan.vraag("/menu")
    await heeft(daan, "agenda", "gegevens", niet=("bijeenkomst",))
    assert await wereld.tel(t.opdrachtmenu) == 0

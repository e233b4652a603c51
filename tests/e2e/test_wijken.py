"""Two wijken in one bot: a code says which, and what people do in the one changes nothing in the other."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from bot.config import Rollen
from bot.demo.telefoon import Bericht
from bot.storage import tables as t
from tests.browser import Browsermens
from tests.builders import een_huishouden
from tests.channels.conftest import tot
from tests.mens import Mens
from tests.wereld import ANNA, DAAN, IBRAHIM, IEDEREEN, KANAAL, MARIA, Netnaam, Wereld, een_wereld, knop, zin


def daar_is(kanaal: str = KANAAL) -> Rollen:
    """In the other wijk Daan is the begeleider; Ibrahim is organisator in both."""
    return Rollen(organisator=(f"{kanaal}:{IBRAHIM.id}",), buurtbegeleider=(f"{kanaal}:{DAAN.id}",))


def rijen_van(tx: Connection, wijk: int) -> dict[str, list[Any]]:
    """Return all that stands in a wijk."""
    tabellen = [tabel for tabel in t.metadata.sorted_tables if "wijk" in tabel.c and tabel.name != "opdrachtmenu"]
    return {tabel.name: sorted(map(str, tx.execute(select(tabel).where(tabel.c.wijk == wijk)))) for tabel in tabellen}


async def doe_mee(mens: Mens, code: str, taal: str = "nl") -> None:
    naam = {"nl": "Nederlands", "en": "English"}[taal]
    welke = await mens.vraag(f"/start {code}", zin("welkom.taal", mens.wie.taal))
    toestemming = await mens.druk(welke, naam, zin("welkom.toestemming", taal))
    await mens.druk(toestemming, knop("welkom.knop_ja", taal), zin("welkom.binnen", taal))


def heeft(tekst: str) -> Any:
    def klopt(bericht: Bericht) -> bool:
        return tekst in bericht["text"]

    return klopt


async def wijk_van(wereld: Wereld, tabel: Any, *waar: Any) -> list[int]:
    return await wereld.database.read(lambda tx: list(tx.scalars(select(tabel.c.wijk).where(*waar))))


async def test_a_code_decides_the_wijk_and_nothing_crosses(database_url: str, tmp_path: Path) -> None:
    async with een_wereld(database_url, tmp_path, IEDEREEN, erbij=daar_is()) as wereld:
        hier, daar = (een.wijk for een in wereld.bot.wijken)
        code = (await wereld.database.write(0, een_huishouden, daar, straat="Rozenlaan")).code
        await wereld.bewoner(ANNA)
        maria = wereld.mens(MARIA)
        await doe_mee(maria, code, "en")
        assert await wijk_van(wereld, t.bewoner) == [hier, daar]

        voor = await wereld.database.read(rijen_van, daar)
        peiling = await wereld.plan_peiling("Rood of blauw?")
        anna = wereld.mens(ANNA)
        gekregen = await anna.wacht(heeft("Rood of blauw?"), "the poll")
        assert await wereld.database.read(rijen_van, daar) == voor, "what is asked here is asked of nobody there"

        voor = await wereld.database.read(rijen_van, hier)
        await maria.vraag(f"/start p-{peiling}", zin("geweigerd.woont_elders", "en", wijk="Bloemenbuurt"))
        assert await wereld.database.read(rijen_van, hier) == voor, "who lives there votes on nothing here"

        await wereld.herstart()
        daan = wereld.mens(DAAN)
        voorbeeld = await wereld.vul_peiling(daan, "Tulp of roos?", ("Tulp", "Roos"))
        await daan.tik(voorbeeld, knop("knop.klaar"))
        await wereld.rust()
        vraag = await maria.wacht(heeft("Tulp of roos?"), "the poll")
        await maria.tik(vraag, "Roos")
        await anna.tik(gekregen, "Blauw")
        await wereld.rust()
        assert await wijk_van(wereld, t.stembiljet) == [hier, daar] or await wijk_van(wereld, t.stembiljet) == [
            daar,
            hier,
        ]
        assert sorted(await wijk_van(wereld, t.peiling)) == [hier, daar]


async def test_who_has_two_wijken_chooses_and_reads_of_which_each_message_is(
    database_url: str, tmp_path: Path, net: Netnaam
) -> None:
    """Daan lives here and is begeleider there."""
    rollen = daar_is("web" if net == "web" else KANAAL)
    async with een_wereld(database_url, tmp_path, IEDEREEN, net=net, erbij=rollen) as wereld:
        hier, daar = (een.wijk for een in wereld.bot.wijken)
        daan = wereld.mens(DAAN)
        await doe_mee(daan, wereld.codes[DAAN.id])
        kies = await daan.vraag("/wijk", zin("wijk.kies", wijk="Vogelbuurt"))
        assert kies["text"].startswith("Vogelbuurt\n"), "above each message stands of which wijk it is"
        menu = await daan.druk(kies, "Bloemenbuurt", zin("menu.tekst"))
        assert menu["text"].startswith("Bloemenbuurt\n")

        async def staat_er() -> bool:
            return "wijk" in await daan.opdrachten()

        if net == "telegram":
            await tot(staat_er)
        form = await wereld.vul_peiling(daan, "Tulp of roos?", ("Tulp", "Roos"))
        await daan.tik(form, knop("knop.klaar"))
        await wereld.plan_peiling("Rood of blauw?")
        vraag = await daan.wacht(heeft("Rood of blauw?"), "the poll of where he lives")
        assert vraag["text"].startswith("Vogelbuurt\n")
        gestemd = await daan.druk(vraag, "Rood", "Rood")
        assert gestemd["text"].startswith("Vogelbuurt\n"), "what he taps is of the wijk of the message"
        assert sorted(await wijk_van(wereld, t.peiling)) == [hier, daar]
        assert await wijk_van(wereld, t.stembiljet) == [hier]
        await daan.vraag("/wijk", zin("wijk.kies", wijk="Bloemenbuurt"))
        if isinstance(daan, Browsermens):
            breed = await daan.html("/chat/werk/planning")
            rijen = [
                f"{knop('webkanaal.werk_open')}: {vraag}" in breed for vraag in ("Tulp of roos?", "Rood of blauw?")
            ]
            assert rijen == [True, False], "the wide pages are of the wijk where one is"
            alle = await daan.html("/nl/")
            assert all(f'href="../{naam}/nl/"' in alle for naam in ("vogelbuurt", "bloemenbuurt"))
            assert zin("web.thuis.kop", wijk="Bloemenbuurt") in await daan.html("/bloemenbuurt/nl/")

        anna = await wereld.bewoner(ANNA)
        een = await anna.vraag("/wijk", zin("wijk.een", wijk="Vogelbuurt"))
        assert een["text"].startswith(zin("wijk.een", wijk="Vogelbuurt")[:12]), "who has one reads no name above it"
        if net == "telegram":
            assert "wijk" not in await anna.opdrachten()


async def test_a_wijk_whose_file_is_gone_is_nowhere_and_comes_back_as_it_was(
    database_url: str, tmp_path: Path, net: Netnaam
) -> None:
    """Buttons that stand in a chat already go on working, in the wijk that is left."""
    rollen = daar_is("web" if net == "web" else KANAAL)
    async with een_wereld(database_url, tmp_path, IEDEREEN, net=net, erbij=rollen) as wereld:
        _, daar = (een.wijk for een in wereld.bot.wijken)
        code = (await wereld.database.write(0, een_huishouden, daar, straat="Rozenlaan")).code
        daan, maria = wereld.mens(DAAN), wereld.mens(MARIA)
        await doe_mee(daan, wereld.codes[DAAN.id])
        await doe_mee(maria, code, "en")
        kies = await daan.vraag("/wijk", zin("wijk.kies", wijk="Vogelbuurt"))
        menu = await daan.vraag("/menu", zin("menu.tekst"))
        hun = await maria.vraag("/menu", zin("menu.tekst", "en"))
        voor = await wereld.database.read(rijen_van, daar)

        andere, wereld.andere_wijken = wereld.andere_wijken, ()
        await wereld.herstart()
        een = await daan.vraag("/wijk", zin("wijk.een", wijk="Vogelbuurt"))
        assert een["text"].startswith(zin("wijk.een", wijk="Vogelbuurt")[:12])
        await daan.druk(menu, knop("knop.help"), zin("menu.help_meest"))
        await daan.druk(kies, "Bloemenbuurt", zin("menu.onbegrepen"))
        stil = await maria.druk(hun, knop("knop.help", "en"), zin("menu.stil", "en"))
        assert "Bloemenbuurt" in stil["text"]
        await maria.druk(stil, knop("knop.wissen", "en"), zin("wissen.vraag", "en"))
        assert await wereld.database.read(rijen_van, daar) == voor, "nothing of it runs"
        if isinstance(daan, Browsermens):
            assert 'href="../vogelbuurt/nl/"' in await daan.html("/nl/"), "the root stays a page"

        wereld.andere_wijken = andere
        await wereld.herstart()
        await daan.vraag("/wijk", zin("wijk.kies", wijk="Vogelbuurt"))
        await maria.druk(hun, knop("knop.help", "en"), zin("menu.help_meest", "en"))

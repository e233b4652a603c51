"""The door list through the chat: a table at the door with two phones, people without one, and things that go wrong."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection, select

from bot.demo.telefoon import Bericht, knoppen, tekst_van
from bot.rules.deurcode import DEUR_DICHT
from bot.storage import tables as t
from tests.builders import een_huishouden, een_wijk
from tests.wereld import ANNA, DAAN, IBRAHIM, MARIA, NOOR, Mens, Wereld, knop, labels, zin

BEGIN = datetime(2027, 2, 3, 19, 0, tzinfo=UTC)  # 3 februari 20:00
EEN, TWEE = "Bewoner 1", "Bewoner 2"


async def aan_de_deur(wereld: Wereld, wie: Mens) -> Bericht:
    """Open the door list of tonight's meeting by the buttons of the meeting."""
    agenda = await wie.vraag("/agenda", zin("bijeenkomst.agenda"))
    avond = await wie.druk(agenda, "Café", zin("bijeenkomst.aanmeldingen"))
    return await wie.druk(avond, knop("knop.deurlijst"), zin("deurlijst.kies"))


async def adres(wereld: Wereld, wie: int) -> tuple[str, str]:
    """Return number and publiek_id of the household of someone's letter, as staff know them from the street."""
    nummers = await wereld.database.read(_nummers)
    return nummers[{ANNA.id: 0, MARIA.id: 1, DAAN.id: 2}[wie]]


def _nummers(tx: Connection) -> list[tuple[str, str]]:
    h = t.huishouden.c
    rijen = tx.execute(select(h.huisnummer, h.publiek_id).where(h.straat == "Lindelaan").order_by(h.id))
    return [(str(r.huisnummer), r.publiek_id) for r in rijen]


async def hoort(wie: Mens, deel: str) -> None:
    await wie.wacht(lambda b: deel in tekst_van(b), deel)


def data(bericht: Bericht, label: str) -> str:
    return next(k["callback_data"] for rij in knoppen(bericht) for k in rij if label in k["text"])


async def blijft(wereld: Wereld, wie: Mens, bericht: Bericht, *stappen: tuple[str, str], herstart: bool) -> Bericht:
    for label, uitkomst in stappen:
        if herstart:
            await wereld.herstart()
        bericht = await wie.druk(bericht, label, uitkomst)
    return bericht


@pytest.mark.parametrize("herstart", [False, True])
async def test_people_without_a_phone_are_ticked_and_a_restart_at_any_step_resumes_there(
    wereld: Wereld, herstart: bool
) -> None:
    await wereld.plan_bijeenkomst()
    await wereld.ga_naar(BEGIN)
    noor = wereld.mens(NOOR)
    samen, _ = await adres(wereld, ANNA.id)
    maria, _ = await adres(wereld, MARIA.id)
    lijst = await aan_de_deur(wereld, noor)
    scherm = await blijft(
        wereld,
        noor,
        lijst,
        ("Lindelaan", zin("deurlijst.straat")),
        (samen, zin("deurlijst.adres")),
        (f"☐ {EEN}", "1 bewoner"),
        (f"☐ {TWEE}", "2 bewoners"),
        (f"✓ {TWEE}", "1 bewoner"),
        (knop("knop.naamloos_erbij"), zin("deurlijst.naamloos", aantal=1)),
        (zin("knop.volgende_nummer"), f"Lindelaan {maria}"),
        (f"☐ {EEN}", "3 bewoners"),
        (knop("knop.ander_nummer"), zin("deurlijst.straat")),
        (knop("knop.lijst"), "3 bewoners op de lijst"),
        (knop("knop.gast_erbij"), "1 gast van buiten"),
        (knop("knop.hoofden"), zin("deurlijst.hoofden")),
        herstart=herstart,
    )
    if herstart:
        await wereld.herstart()
    geteld = await noor.vraag("9", zin("deurlijst.in_de_zaal", aantal=9), zin("deurlijst.kijk_meer", aantal=5))
    assert f"{samen} · 2/2" in labels(await noor.druk(geteld, "Lindelaan", zin("deurlijst.straat")))
    klaar = await noor.druk(scherm, knop("knop.lijst"), zin("deurlijst.kies"))
    await noor.druk(klaar, knop("knop.lijst_klaar"), zin("deurlijst.klaar", titel="Café", aantal=3))
    await noor.vraag("12", zin("menu.onbegrepen"))
    assert await wereld.tel(t.bewoner) == 3
    assert await wereld.tel(t.account, t.account.c.bewoner.is_not(None)) == 0


async def test_two_begeleiders_who_tap_at_once_and_twice_count_each_person_once(wereld: Wereld) -> None:
    await wereld.plan_bijeenkomst()
    await wereld.ga_naar(BEGIN)
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    wereld.door_elkaar = {NOOR.naam, IBRAHIM.naam}  # who is first
    samen, _ = await adres(wereld, ANNA.id)
    schermen = []
    for wie in (noor, ibrahim):
        lijst = await aan_de_deur(wereld, wie)
        straat = await wie.druk(lijst, "Lindelaan", zin("deurlijst.straat"))
        schermen.append(await wie.druk(straat, samen, zin("deurlijst.adres")))
    tik, erbij = data(schermen[0], f"☐ {EEN}"), data(schermen[0], knop("knop.naamloos_erbij"))
    wie_tikt = list(zip((noor, ibrahim), schermen, strict=True))
    await asyncio.gather(*(wie.vervals(scherm, tik) for wie, scherm in wie_tikt for _ in range(3)))
    await asyncio.gather(*(wie.vervals(scherm, erbij) for wie, scherm in wie_tikt for _ in range(3)))
    await wereld.rust()
    assert await wereld.tel(t.bewijs_prive, t.bewijs_prive.c.bewoner.is_not(None)) == 1
    assert await wereld.tel(t.bewijs_prive, t.bewijs_prive.c.aantal == 1) == 1
    assert await wereld.tel(t.bewijs) == 2
    for wie in (noor, ibrahim):
        assert "2 bewoners" in tekst_van(await aan_de_deur(wereld, wie))


async def test_who_checks_in_with_a_phone_stands_ticked_and_cannot_be_unticked(wereld: Wereld) -> None:
    publiek_id = await wereld.plan_bijeenkomst()
    anna = await wereld.bewoner(ANNA)
    await wereld.ga_naar(BEGIN)
    await anna.vraag(await wereld.deurcode(publiek_id), zin("deur.binnen"))
    noor = wereld.mens(NOOR)
    samen, _ = await adres(wereld, ANNA.id)
    await aan_de_deur(wereld, noor)
    scherm = await noor.vraag(f"lindelaan {samen}", zin("deurlijst.adres"))
    assert not [label for label in labels(scherm) if label.startswith("✓")], "no button that is refused"
    assert f"✓ {zin('deurlijst.persoon_telefoon', nummer=1)} · {zin('deurlijst.door_zelf')}" in tekst_van(scherm)
    data = next(k["callback_data"] for rij in scherm["reply_markup"]["inline_keyboard"] for k in rij)
    await noor.vervals(scherm, f"dlu:{data.partition(':')[2].rpartition(':')[0]}:1")
    await noor.wacht(lambda b: zin("geweigerd.deurlijst.zelf_ingecheckt") in tekst_van(b), "een weigering")
    assert await wereld.tel(t.bewijs) == 1


async def test_who_has_no_role_and_who_forges_ids_gets_a_kind_refusal(wereld: Wereld) -> None:
    publiek_id = await wereld.plan_bijeenkomst()
    anna = await wereld.bewoner(ANNA)
    await wereld.ga_naar(BEGIN)
    noor = wereld.mens(NOOR)
    _, huis = await adres(wereld, DAAN.id)
    scherm = await aan_de_deur(wereld, noor)

    def elders(tx: Connection) -> str:
        vreemd = een_huishouden(tx, een_wijk(tx, "Elders"))
        return str(tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.id == vreemd.id)))

    vreemd = await wereld.database.write(0, elders)
    menu = await anna.vraag("/menu")
    for soort in ("dl", "dls", "dlh", "dla", "dlu", "dln", "dlm", "dlg", "dlw", "dlz", "dlk"):
        gezegd = await anna.na(anna.vervals(menu, f"{soort}:{publiek_id}:{huis}:1"))
        assert tekst_van(gezegd).startswith(zin("geweigerd.rol_nodig"))
    for vals in (
        f"dla:{publiek_id}:{vreemd}:1",
        f"dla:{publiek_id}:{huis}:2",  # one adult lives there
        f"dla:{publiek_id}:{huis}:-1",
        f"dla:{publiek_id}:{huis}:²",
        f"dla:{publiek_id}:{huis}",
        f"dla:{publiek_id}:{publiek_id}:1",
        f"dla:{huis}:{huis}:1",
        f"dln:{publiek_id}:{vreemd}:0",
        "dla",
        "dlg::",
    ):
        gezegd = await noor.na(noor.vervals(scherm, vals))
        assert "ken ik niet" in tekst_van(gezegd), vals
    assert await wereld.tel(t.bewijs) == 0
    assert await wereld.tel(t.bewoner) == 1


async def test_nonsense_as_headcount_and_a_list_that_closed_meanwhile(wereld: Wereld) -> None:
    await wereld.plan_bijeenkomst()
    await wereld.ga_naar(BEGIN)
    noor = wereld.mens(NOOR)
    samen, _ = await adres(wereld, ANNA.id)
    lijst = await aan_de_deur(wereld, noor)
    await noor.druk(lijst, knop("knop.hoofden"), zin("deurlijst.hoofden"))
    for onzin in ("🙂🙂", "zeven", "9" * 1900, "warm " * 300):
        await noor.vraag(onzin, zin("geweigerd.deurlijst.geen_aantal"))
    await noor.vraag("4", zin("deurlijst.in_de_zaal", aantal=4))
    scherm = await noor.vraag(f"Lindelaan {samen}", zin("deurlijst.adres"))
    tik, erbij = data(scherm, f"☐ {EEN}"), data(scherm, knop("knop.naamloos_erbij"))
    await wereld.ga_naar(BEGIN + DEUR_DICHT + timedelta(seconds=1))
    await noor.vervals(scherm, tik)
    await hoort(noor, zin("voorstel.wat.lijst_erbij"))
    await noor.vervals(scherm, erbij)
    await hoort(noor, zin("geweigerd.deurlijst.dicht"))
    assert await wereld.tel(t.bewijs) == 1


async def test_a_paper_list_is_typed_over_mended_and_confirmed_by_a_second_person(wereld: Wereld) -> None:
    await wereld.plan_bijeenkomst()
    await wereld.ga_naar(BEGIN + DEUR_DICHT + timedelta(hours=12))
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    samen, _ = await adres(wereld, ANNA.id)
    maria, _ = await adres(wereld, MARIA.id)
    await ibrahim.vraag("/menu")
    keuze = await noor.vraag("/deurlijst", zin("deurlijst.kies_lijst"))
    lijst = await noor.druk(keuze, "Café", zin("deurlijst.is_dicht"))
    await noor.druk(lijst, knop("knop.papierlijst"), zin("papierlijst.vraag"))
    await wereld.herstart()
    for onzin in ("🙂", "warm " * 800, f"Lindelaan {samen}: 3, 99999: 1"):
        await noor.vraag(onzin, zin("papierlijst.fouten"))
    await wereld.herstart()
    klopt = await noor.vraag(f"Lindelaan {samen}: 2, {maria}: 1", zin("papierlijst.klopt", aantal=3))
    await wereld.herstart()
    await asyncio.gather(*(noor.vervals(klopt, data(klopt, knop("knop.papier_klopt"))) for _ in range(5)))
    await wereld.rust()
    assert await wereld.tel(t.bewijs) == 0
    vraag = await ibrahim.wacht(lambda b: "papieren deurlijst" in tekst_van(b), "een vraag")
    assert "Lindelaan" not in tekst_van(vraag)
    await ibrahim.druk(vraag, knop("voorstel.knop_ja"), zin("voorstel.klaar_bevestigd"))
    assert await wereld.tel(t.bewijs) == 3
    assert await wereld.tel(t.voorstel) == 1


async def test_a_hundred_and_twenty_people_two_begeleiders_double_taps_and_a_restart(wereld: Wereld) -> None:
    """Sixty addresses of two: one begeleider from the front, one from the back, so that they meet in the middle."""
    publiek_id = await wereld.plan_bijeenkomst()
    await wereld.ga_naar(BEGIN)

    def voeg_toe(tx: Connection) -> list[str]:
        ids = [een_huishouden(tx, wereld.wijk, straat="Merelweg", volwassenen=2).id for _ in range(60)]
        h = t.huishouden.c
        return list(tx.scalars(select(h.publiek_id).where(h.id.in_(ids)).order_by(h.id)))

    huizen = await wereld.database.write(wereld.wijk, voeg_toe)
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    lijsten = [await wie.vraag("/deurlijst", zin("deurlijst.kies")) for wie in (noor, ibrahim)]

    async def tik(wie: Mens, lijst: Bericht, huizen: list[str]) -> None:
        for huis in huizen:
            for stoel in (1, 2):
                for _ in range(2):
                    await wie.vervals(lijst, f"dla:{publiek_id}:{huis}:{stoel}")

    for deel in (slice(0, 30), slice(20, 60)):
        await asyncio.gather(tik(noor, lijsten[0], huizen[deel]), tik(ibrahim, lijsten[1], huizen[::-1][deel]))
        await wereld.herstart()
    await wereld.rust()
    assert await wereld.tel(t.bewijs) == 120
    assert await wereld.tel(t.bewoner) == 120
    assert "120 bewoners" in tekst_van(await noor.vraag("/deurlijst", zin("deurlijst.kies")))

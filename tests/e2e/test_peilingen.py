"""Polls over the bot's own chat: made, voted in, closed, closed early and withdrawn, with restarts in between."""

import asyncio
from datetime import UTC, datetime

import pytest
from sqlalchemy import Connection, select

from bot.demo.telefoon import Bericht, tekst_van
from bot.services import stemmen
from bot.storage import accounts
from bot.storage import tables as t
from tests.builders import een_account, een_bewoner, een_huishouden, handeling
from tests.wereld import ANNA, BRAM, DAAN, MARIA, NOOR, NU, Mens, Wereld, knop, labels, zin

SLUIT = datetime(2027, 2, 5, 19, 0, tzinfo=UTC)
KLEUREN = ("Rood", "Blauw", "Geel")


async def open_peiling(mens: Mens, vraag: str = "Welke?") -> Bericht:
    """Open a poll through the list."""
    return await mens.druk(await mens.vraag("/peilingen"), vraag, zin("peiling.tot"))


async def opties(wereld: Wereld, publiek_id: str) -> list[str]:
    """Return what stands behind the buttons of a poll."""
    vraag = select(t.peiling_optie.c.volgorde).join(t.peiling, t.peiling.c.id == t.peiling_optie.c.peiling)
    vraag = vraag.where(t.peiling.c.publiek_id == publiek_id).order_by(t.peiling_optie.c.volgorde)
    return [f"{publiek_id}:{nummer}" for nummer in await wereld.database.read(lambda tx: list(tx.scalars(vraag)))]


async def biljetten(wereld: Wereld) -> list[str]:
    """Return what stands on the ballots."""
    return await wereld.database.read(lambda tx: sorted(tx.scalars(select(t.stembiljet.c.inhoud))))


# Making one


@pytest.mark.parametrize("stap", range(10))
async def test_a_restart_at_each_step_of_a_poll_resumes_there(wereld: Wereld, stap: int) -> None:
    noor = wereld.mens(NOOR)

    async def hier(nummer: int) -> None:
        if nummer == stap:
            await wereld.rust()
            await wereld.herstart()

    vraag = await noor.vraag("/peiling", zin("peiling.hoe"))
    await hier(9)
    await noor.druk(vraag, knop("peiling.methode.keuze"), zin("peiling.vraag.vraag"))
    await hier(0)
    await noor.vraag("Welke?", zin("methode.keuze.opties.vraag"))
    await hier(1)
    vraag = await noor.vraag("Rood\nBlauw\nGeel", zin("methode.keuze.max_keuzes.vraag"))
    await hier(2)
    vraag = await noor.druk(vraag, "2", zin("doelgroep.voor.vraag"))
    await hier(3)
    vraag = await noor.druk(vraag, knop("doelgroep.voor.straat"), zin("doelgroep.welke.vraag"))
    await hier(4)
    await noor.druk(vraag, "Lindelaan", zin("peiling.sluit_op.vraag"))
    await hier(5)
    vraag = await noor.vraag("5 februari 20:00", zin("peiling.live.vraag"))
    await hier(6)
    vraag = await noor.druk(vraag, knop("peiling.live.ja"), zin("peiling.besluit.vraag"))
    await hier(7)
    voorbeeld = await noor.druk(vraag, knop("peiling.besluit.nee"), zin("formulier.voorbeeld"), "Welke?", "Lindelaan")
    await hier(8)
    await noor.tik(voorbeeld, knop("knop.klaar"))
    await wereld.rust()
    assert await wereld.tel(t.peiling, t.peiling.c.doelgroep_bereik == "Lindelaan") == 1
    assert await wereld.database.read(lambda tx: tx.scalar(select(t.peiling.c.instellingen))) == {"max_keuzes": 2}


async def test_a_vote_can_change_until_closing_and_then_nobody_knows_who_chose_what(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    await wereld.plan_peiling()
    een = await anna.druk(await anna.vraag("/peilingen"), "Welke?", zin("peiling.tot"))
    een = await anna.druk(een, "Rood", zin("peiling.jouw_stem", optie="Rood"))
    een = await anna.druk(een, "Blauw", zin("peiling.jouw_stem", optie="Blauw"))
    assert "✓ Blauw" in labels(een)
    ander = await bram.druk(await bram.vraag("/peilingen"), "Welke?", zin("peiling.tot"))
    await bram.druk(ander, "Blauw", zin("peiling.jouw_stem", optie="Blauw"))
    assert await wereld.tel(t.stemkoppeling) == 2
    await wereld.ga_naar(datetime(2027, 2, 5, 19, 0, tzinfo=UTC))
    assert await wereld.tel(t.stemkoppeling) == 0
    assert await wereld.tel(t.stembiljet) == 2
    assert await wereld.tel(t.inbox, t.inbox.c.inhoud.is_not(None)) == 0
    assert await wereld.tel(t.inbox, t.inbox.c.antwoord.is_not(None)) == 0
    for mens in (anna, bram):
        await mens.wacht(
            lambda b: (
                zin("peiling.uitslag", vraag="Welke?") in tekst_van(b) and zin("peiling.te_weinig") in tekst_van(b)
            ),
            "de uitslag",
        )
    assert zin("geweigerd.peiling.gesloten") in tekst_van(await anna.na(anna.tik(een, "Rood")))
    assert await wereld.tel(t.stembiljet) == 2


async def test_a_vote_between_the_closing_time_and_the_closing_itself_is_refused(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    await wereld.plan_peiling()
    een = await anna.druk(await anna.vraag("/peilingen"), "Welke?", zin("peiling.tot"))
    wereld.klok.nu = datetime(2027, 2, 5, 19, 0, tzinfo=UTC)  # the tick has not been yet
    assert zin("geweigerd.peiling.gesloten") in tekst_van(await anna.na(anna.tik(een, "Rood")))
    assert await wereld.tel(t.stembiljet) == 0


@pytest.mark.parametrize(
    ("opties", "antwoord"),
    [
        ("Rood", zin("geweigerd.peiling.opties_aantal")),
        ("\n".join(f"optie {n}" for n in range(11)), zin("geweigerd.peiling.opties_aantal")),
        ("Rood\nrood", zin("geweigerd.peiling.opties_dubbel")),
        ("Rood\n" + "x" * 101, zin("geweigerd.peiling.optie_te_lang")),
        ("x" * 1900, zin("geweigerd.peiling.opties_aantal")),
    ],
)
async def test_options_that_cannot_be_are_asked_again_kindly(wereld: Wereld, opties: str, antwoord: str) -> None:
    noor = wereld.mens(NOOR)
    hoe = await noor.vraag("/peiling")
    await noor.druk(hoe, knop("peiling.methode.keuze"), zin("peiling.vraag.vraag"))
    await noor.vraag("Welke?", zin("methode.keuze.opties.vraag"))
    await noor.vraag(opties, antwoord)
    await noor.vraag("Rood\n\n   Blauw  ", zin("methode.keuze.max_keuzes.vraag"))


# More than one choice


@pytest.mark.parametrize("stap", range(5))
async def test_a_vote_of_more_choices_goes_on_after_a_restart_at_any_tap(wereld: Wereld, stap: int) -> None:
    anna = await wereld.bewoner(ANNA)
    await wereld.plan_peiling(opties=KLEUREN, keuzes="2")
    een = await open_peiling(anna)

    async def tik(nummer: int, label: str, *delen: str) -> None:
        nonlocal een
        een = await anna.druk(een, label, *delen)
        if nummer == stap:
            await wereld.rust()
            await wereld.herstart()

    await tik(0, "Geel", zin("methode.keuze.zin.nog", aantal=1))
    await tik(1, "Rood", zin("methode.keuze.zin.vol"), "Rood; Geel")
    await tik(2, "✓ Geel", zin("methode.keuze.zin.nog", aantal=1))
    await tik(3, "✓ Rood", zin("methode.keuze.zin.leeg"))
    await tik(4, "Blauw", zin("methode.keuze.zin.nog", aantal=1))
    assert [label for label in labels(een) if "✓" in label] == ["✓ Blauw"]
    assert await biljetten(wereld) == ["[1]"]
    assert await wereld.tel(t.bewijs) == 1


async def test_impatient_taps_and_one_too_many_leave_what_was_chosen(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    rood, blauw, geel = await opties(wereld, await wereld.plan_peiling(opties=KLEUREN, keuzes="2"))
    een = await open_peiling(anna)
    for optie in (rood, geel, blauw):
        await asyncio.gather(*(anna.vervals(een, f"st:{optie}") for _ in range(4)))
        await wereld.rust()
    assert await biljetten(wereld) == ["[0,2]"]
    for daad in ("-", "-", "onzin", "-:-", "--"):
        await anna.vervals(een, f"st:{rood}{daad}")
        await wereld.rust()
    assert await biljetten(wereld) == ["[2]"]


async def test_an_option_of_another_poll_votes_in_its_own_poll_only(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    (eerste, _), (_, tweede) = [
        await opties(wereld, await wereld.plan_peiling(vraag)) for vraag in ("Eerste?", "Tweede?")
    ]
    een = await open_peiling(anna, "Eerste?")
    await anna.vervals(een, f"st:{eerste}")
    await anna.vervals(een, f"st:{tweede}")
    await wereld.rust()
    per_peiling = select(t.peiling.c.vraag, t.stembiljet.c.inhoud).join(t.stembiljet).order_by(t.peiling.c.vraag)
    assert await wereld.database.read(lambda tx: [tuple(rij) for rij in tx.execute(per_peiling)]) == [
        ("Eerste?", "[0]"),
        ("Tweede?", "[1]"),
    ]


async def test_how_it_goes_is_for_who_has_voted_and_from_ten_votes_on_also_after_a_restart(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    rood, blauw = await opties(wereld, await wereld.plan_peiling(live="ja"))
    een = await open_peiling(anna)
    assert zin("peiling.live") in tekst_van(een)
    een = await anna.druk(een, "Rood", zin("peiling.nog_te_weinig", vanaf=10))

    def negen_buren(tx: Connection) -> None:
        for nummer in range(9):
            account = een_account(tx, f"x{nummer}", bewoner=een_bewoner(tx, wereld.wijk))
            accounts.wijzig(tx, account, bereikbaar=False)  # they have no phone here
            stemt = handeling(wereld.wijk, f"x{nummer}", now=wereld.klok.nu)
            stemmen.stem(tx, stemt, *(blauw if nummer < 5 else rood).split(":"))

    await wereld.database.write(wereld.wijk, negen_buren)
    await wereld.herstart()
    een = await anna.druk(een, "Blauw", zin("peiling.tussenstand"), "Rood: 50%", "Blauw: 50%")
    bram = await open_peiling(await wereld.bewoner(BRAM))
    assert zin("peiling.tussenstand") not in tekst_van(bram)


# For whom, and once more before it closes


async def test_a_poll_for_a_street_is_heard_of_and_answered_there_only(wereld: Wereld) -> None:
    await wereld.database.write(wereld.wijk, een_huishouden, wereld.wijk, straat="Spechtstraat")
    anna = await wereld.bewoner(ANNA)  # of the Lindelaan
    publiek_id = await wereld.plan_peiling(straat="Spechtstraat")
    await wereld.plan_peiling("Hier?", straat="Lindelaan")
    await wereld.ga_naar(NU)
    await anna.wacht(lambda b: "Hier?" in tekst_van(b) and "Lindelaan" in tekst_van(b), "de peiling van haar straat")
    lijst = await anna.vraag("/peilingen")
    assert [label for label in labels(lijst) if "?" in label] == [zin("peiling.knop_open", vraag="Hier?")]
    (optie, _) = await opties(wereld, publiek_id)
    for data in (f"p:{publiek_id}", f"st:{optie}", f"st:{optie}-"):
        gezegd = tekst_van(await anna.na(anna.vervals(lijst, data)))
        assert zin("geweigerd.peiling.andere_groep") in gezegd
    noor = wereld.mens(NOOR)
    assert {"Rood", "Blauw"}.isdisjoint(labels(await open_peiling(noor)))
    await wereld.ga_naar(SLUIT)
    gehoord = [tekst_van(b) for b in await anna.berichten()]
    assert not [tekst for tekst in gehoord if zin("peiling.uitslag", vraag="Welke?") in tekst]
    assert await wereld.tel(t.stembiljet) == 0


async def test_who_has_not_voted_hears_it_once_more_also_after_a_restart_and_votes_from_there(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    await wereld.plan_peiling()
    await anna.druk(await open_peiling(anna), "Rood", zin("peiling.jouw_stem", optie="Rood"))
    await wereld.herstart()
    await wereld.ga_naar(datetime(2027, 2, 4, 18, 0, tzinfo=UTC))
    weer = await bram.wacht(lambda b: zin("peiling.herinnering") in tekst_van(b), "de herinnering")
    await bram.druk(weer, "Blauw", zin("peiling.jouw_stem", optie="Blauw"))
    await wereld.ga_naar(datetime(2027, 2, 5, 17, 0, tzinfo=UTC))
    assert await wereld.tel(t.outbox, t.outbox.c.soort == "peiling.herinnering") == 1
    assert await biljetten(wereld) == ["[0]", "[1]"]


# Ending one before its time


@pytest.mark.ook_web
async def test_a_begeleider_closes_a_poll_and_everyone_hears_the_result_once(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    publiek_id = await wereld.plan_peiling()
    een = await open_peiling(anna)
    assert knop("peiling.knop_sluit") not in labels(een)
    een = await anna.druk(een, "Rood", zin("peiling.jouw_stem", optie="Rood"))
    noor = wereld.mens(NOOR)
    zeker = await noor.druk(await open_peiling(noor), knop("peiling.knop_sluit"), zin("peiling.zeker_sluit"))
    terug = await noor.druk(zeker, knop("knop.terug"), zin("peiling.tot"))
    zeker = await noor.druk(terug, knop("peiling.knop_sluit"), zin("peiling.zeker_sluit"))
    await wereld.rust()
    await wereld.herstart()
    await asyncio.gather(*(noor.vervals(zeker, f"psluit:{publiek_id}:ja") for _ in range(3)))
    await wereld.rust()
    assert zin("geweigerd.peiling.gesloten") in tekst_van(await anna.na(anna.tik(een, "Blauw")))
    await wereld.ga_naar(SLUIT)
    for mens in (anna, bram):
        gehoord = [b for b in await mens.berichten() if zin("peiling.uitslag", vraag="Welke?") in tekst_van(b)]
        assert len(gehoord) == 1
        assert zin("peiling.vroeg") in tekst_van(gehoord[0])


async def test_who_voted_in_a_poll_that_is_withdrawn_hears_it_and_nobody_else(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    publiek_id = await wereld.plan_peiling()
    een = await anna.druk(await open_peiling(anna), "Rood", zin("peiling.jouw_stem", optie="Rood"))
    noor = wereld.mens(NOOR)
    zeker = await noor.druk(await open_peiling(noor), knop("peiling.knop_weg"), zin("peiling.zeker_weg"))
    await noor.druk(zeker, knop("peiling.knop_weg_ja"), zin("peiling.ingetrokken"))
    await noor.vervals(zeker, f"pweg:{publiek_id}:ja")
    await wereld.ga_naar(SLUIT)
    await anna.wacht(lambda b: zin("peiling.ingetrokken") in tekst_van(b), "dat hij is ingetrokken")
    assert [b for b in await bram.berichten() if zin("peiling.ingetrokken") in tekst_van(b)] == []
    assert zin("geweigerd.peiling.gesloten") in tekst_van(await anna.na(anna.tik(een, "Blauw")))
    assert await wereld.tel(t.outbox, t.outbox.c.soort == "peiling.uitslag") == 0


async def test_a_resident_cannot_end_a_poll_with_a_forged_button(wereld: Wereld) -> None:
    anna, daan = await wereld.bewoner(ANNA), wereld.mens(DAAN)
    publiek_id = await wereld.plan_peiling()
    await wereld.ga_naar(NU)  # the poll reaches her before she taps
    for mens, antwoord in ((anna, "rol_nodig"), (daan, "nog_niet_binnen")):
        menu = await mens.vraag("/menu")
        for daad in ("psluit", "pweg"):
            for slot in ("", ":ja"):
                gezegd = tekst_van(await mens.na(mens.vervals(menu, f"{daad}:{publiek_id}{slot}")))
                assert zin(f"geweigerd.{antwoord}") in gezegd
    assert await wereld.tel(t.peiling, t.peiling.c.gesloten_op.is_not(None)) == 0


async def test_the_list_is_paged_in_every_language(wereld: Wereld) -> None:
    maria = await wereld.bewoner(MARIA, "English")
    for nummer in range(9):
        await wereld.plan_peiling(f"Vraag {nummer}?")
    lijst = await maria.vraag("/peilingen")
    tweede = await maria.druk(lijst, knop("knop.volgende", "en"), "")
    await maria.wacht(lambda b: knop("knop.vorige", "en") in labels(b), "de tweede bladzij")
    for data in ("peilingen:99999999999", "peilingen:-1", "peilingen:x", "peilingen:7"):
        await maria.vervals(tweede, data)
    await wereld.rust()
    assert await wereld.tel(t.inbox, t.inbox.c.staat == "mislukt") == 0

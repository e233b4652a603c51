"""Roles by chat: an invitation from one phone to another, with a restart at each step, and whatever is forged."""

import asyncio
import re
from datetime import timedelta
from typing import Any

import pytest

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.channels.conftest import tot
from tests.wereld import ANNA, BRAM, DAAN, IBRAHIM, MARIA, NOOR, NU, Mens, Wereld, knop, labels, zin


async def nodig_uit(wereld: Wereld, rol: str, waar: str = "", *, herstart: bool = False) -> str:
    """Let Ibrahim invite someone, and return what to type to open the link."""
    ibrahim = wereld.mens(IBRAHIM)
    overzicht = await ibrahim.vraag("/rol", zin("rol.overzicht"))
    vraag = await ibrahim.druk(overzicht, knop("rol.knop_nieuw"), zin("uitnodiging.rol.vraag"))
    if herstart:
        await wereld.rust()
        await wereld.herstart()
    if waar:
        vraag = await ibrahim.druk(vraag, knop(f"uitnodiging.rol.{rol}"), "Kies een knop")
        if herstart:
            await wereld.rust()
            await wereld.herstart()
        link = await ibrahim.druk(vraag, waar, zin("uitnodiging.link"))
    else:
        link = await ibrahim.druk(vraag, knop(f"uitnodiging.rol.{rol}"), zin("uitnodiging.link"))
    await wereld.rust()
    gevonden = re.search(r"\?start=(rol-[\w-]{22})\b", tekst_van(link))
    assert gevonden
    return f"/start {gevonden[1]}"


async def heeft(mens: Mens, *wel: str, niet: tuple[str, ...] = ()) -> None:
    async def klopt() -> bool:
        namen = set(await mens.opdrachten())
        return set(wel) <= namen and not set(niet) & namen

    await tot(klopt)


async def test_someone_from_outside_becomes_begeleider_with_a_restart_at_each_step(wereld: Wereld) -> None:
    start = await nodig_uit(wereld, "buurtbegeleider", herstart=True)
    daan = wereld.mens(DAAN)
    vraag = await daan.vraag(start, zin("rol.uitleg.buurtbegeleider"))
    await wereld.herstart()
    await daan.druk(vraag, knop("uitnodiging.knop_ja"), "U bent nu buurtbegeleider")
    await wereld.herstart()
    await heeft(daan, "bijeenkomst", "rol", niet=("gegevens", "export"))
    ibrahim = wereld.mens(IBRAHIM)
    await ibrahim.wacht(lambda b: zin("uitnodiging.aangenomen") in tekst_van(b), "dat het is aangenomen")
    await daan.vraag("/bijeenkomst", zin("bijeenkomst.soort.vraag"))
    overzicht = await ibrahim.vraag("/rol", zin("rol.overzicht"))
    zeker = await ibrahim.druk(overzicht, knop("rol.knop_zeker").split()[1], zin("rol.zeker"))
    for _ in range(2):
        await ibrahim.tik(zeker, knop("rol.knop_zeker"))
    await daan.wacht(lambda b: "niet langer buurtbegeleider" in tekst_van(b), "dat de taak weg is")
    await heeft(daan, "menu", niet=("bijeenkomst",))
    await daan.vraag("/bijeenkomst", zin("geweigerd.rol_nodig"))
    assert await wereld.tel(t.outbox, t.outbox.c.soort == "rol.kwijt") == 1


async def test_a_resident_becomes_straatcontact_of_a_street_in_their_own_language(wereld: Wereld) -> None:
    maria = await wereld.bewoner(MARIA, "English")
    start = await nodig_uit(wereld, "straatcontact", "Lindelaan", herstart=True)
    vraag = await maria.vraag(start, zin("rol.uitleg.straatcontact", "en"), "Lindelaan")
    await maria.druk(vraag, knop("uitnodiging.knop_ja", "en"), "Lindelaan")

    async def engels() -> bool:
        return (await maria.opdrachten()).get("rol") == knop("opdracht.rol", "en")

    await tot(engels)


async def test_of_two_who_tap_yes_at_once_and_more_than_once_one_has_the_role(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    start = await nodig_uit(wereld, "kerngroep")
    vragen = [await mens.vraag(start, zin("rol.uitleg.kerngroep")) for mens in (anna, bram)]
    tikken = [
        m.tik(v, knop("uitnodiging.knop_ja")) for m, v in zip((anna, bram), vragen, strict=True) for _ in range(3)
    ]
    await asyncio.gather(*tikken)
    await wereld.rust()
    assert await wereld.tel(t.rol, t.rol.c.rol == "kerngroep") == 1
    gezegd = [tekst_van(b) for mens in (anna, bram) for b in await mens.berichten()]
    assert any(zin("geweigerd.uitnodiging.al_aangenomen") in tekst for tekst in gezegd)


async def test_a_link_that_is_withdrawn_too_old_or_made_up_says_so_kindly(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    ingetrokken = await nodig_uit(wereld, "kerngroep")
    ibrahim = wereld.mens(IBRAHIM)
    overzicht = await ibrahim.vraag("/rol", zin("rol.overzicht"), knop="1 open")
    open_ = await ibrahim.druk(overzicht, "1 open", zin("uitnodiging.lijst"))
    await ibrahim.druk(open_, labels(open_)[0], zin("uitnodiging.lijst_leeg"))
    await anna.vraag(ingetrokken, zin("geweigerd.uitnodiging.al_ingetrokken"))
    te_oud = await nodig_uit(wereld, "kerngroep")
    await ibrahim.vraag(te_oud, zin("geweigerd.uitnodiging.eigen"))
    vraag = await anna.vraag(te_oud, zin("rol.uitleg.kerngroep"))
    await wereld.ga_naar(NU + timedelta(hours=48))
    laat = await anna.na(anna.tik(vraag, knop("uitnodiging.knop_ja")))
    assert zin("geweigerd.uitnodiging.verlopen") in tekst_van(laat)
    for verzonnen in ("/start rol-", "/start rol-" + "A" * 22, "/start rol-é🙂", "/start rol-" + "x" * 64):
        await anna.vraag(verzonnen, zin("geweigerd.uitnodiging.onbekend"))
    assert await wereld.tel(t.rol, t.rol.c.rol == "kerngroep") == 0


@pytest.mark.parametrize("wie", [ANNA, NOOR], ids=["resident", "begeleider"])
async def test_the_wrong_role_gets_nowhere_with_any_button(wereld: Wereld, wie: Any) -> None:
    mens = await wereld.bewoner(ANNA) if wie is ANNA else wereld.mens(NOOR)
    menu = await mens.vraag("/menu")
    weigeringen = {
        "rolnieuw": "geweigerd.rol_nodig",
        "roluit": "geweigerd.rol_nodig",
        "roluitweg:" + "A" * 22: "geweigerd.rol_nodig",
        "rolneem:" + "A" * 22: "geweigerd.uitnodiging.onbekend",
        "rolja:" + "A" * 22: "geweigerd.rol_nodig" if wie is ANNA else "geweigerd.rol.onbekend",
        "rolweg:1": "geweigerd.rol_nodig" if wie is ANNA else "geweigerd.rol.onbekend",
    }
    for data, sleutel in weigeringen.items():
        assert zin(sleutel) in tekst_van(await mens.na(mens.vervals(menu, data))), data
    for data in ("rol:-1", "rol:99999", "rol:x", "rol:²"):
        await mens.vervals(menu, data)
    await wereld.rust()
    assert zin("menu.mislukt") not in "".join([tekst_van(b) for b in await mens.berichten()])


async def test_a_trekker_asks_the_own_werkgroep_by_themselves_and_nobody_else_hears_it(wereld: Wereld) -> None:
    anna, bram, maria = [await wereld.bewoner(wie) for wie in (ANNA, BRAM, MARIA)]
    start = await nodig_uit(wereld, "trekker", "techniek")
    vraag = await anna.vraag(start, zin("rol.uitleg.trekker"))
    await anna.druk(vraag, knop("uitnodiging.knop_ja"), "trekker (techniek)")
    lijst = await bram.vraag("/werkgroepen", zin("werkgroep.tekst"))
    groep = await bram.druk(lijst, "techniek", zin("werkgroep.trekker_zonder_naam"))
    await bram.druk(groep, knop("werkgroep.knop_in"), zin("werkgroep.u_doet_mee"))
    voor = await naar_voor(anna)
    assert knop("doelgroep.voor.straat") not in labels(voor)
    welke = await anna.druk(voor, knop("doelgroep.voor.werkgroep"), zin("doelgroep.welke.vraag"))
    assert labels(welke)[0] == "techniek"
    assert knop("knop.terug") == labels(welke)[1]
    met_naam = await anna.druk(welke, "techniek", zin("peiling.met_naam.vraag"))
    await anna.druk(met_naam, knop("peiling.met_naam.nee"), zin("peiling.sluit_op.vraag"))
    stap = await anna.vraag("5 februari 20:00", zin("peiling.live.vraag"))
    stap = await anna.druk(stap, knop("peiling.live.nee"), zin("peiling.besluit.vraag"))
    voorbeeld = await anna.druk(stap, knop("peiling.besluit.nee"), zin("formulier.voorbeeld"))
    await anna.tik(voorbeeld, knop("knop.klaar"))
    await wereld.rust()
    assert (await wereld.tel(t.peiling), await wereld.tel(t.voorstel)) == (1, 0)
    await wereld.ga_naar(NU)
    await bram.wacht(lambda b: "Welke pomp?" in tekst_van(b), "de peiling")
    assert not [b for b in await maria.berichten() if "Welke pomp?" in tekst_van(b)]
    gegevens = await anna.vraag("/gegevens", zin("gegevens.taken", taken="trekker (techniek)"))
    assert "techniek" in tekst_van(gegevens)


async def naar_voor(mens: Mens) -> dict[str, Any]:
    """Begin a poll, up to the question for whom it is."""
    hoe = await mens.vraag("/peiling", zin("peiling.hoe"))
    await mens.druk(hoe, knop("peiling.methode.keuze"), zin("peiling.vraag.vraag"))
    await mens.vraag("Welke pomp?", zin("methode.keuze.opties.vraag"))
    stap = await mens.vraag("Lucht\nBodem", zin("methode.keuze.max_keuzes.vraag"))
    return await mens.druk(stap, knop("methode.keuze.max_keuzes.een"), zin("doelgroep.voor.vraag"))


async def test_a_straatcontact_sees_only_their_own_task_and_can_stop_by_themselves(wereld: Wereld) -> None:
    anna = await wereld.bewoner(ANNA)
    vraag = await anna.vraag(await nodig_uit(wereld, "straatcontact", "Lindelaan"), zin("rol.uitleg.straatcontact"))
    await anna.druk(vraag, knop("uitnodiging.knop_ja"), "U bent nu straatcontact")
    eigen = await anna.vraag("/rol", zin("rol.eigen"), "straatcontact (Lindelaan)")
    assert "organisator" not in tekst_van(eigen)
    assert knop("rol.knop_nieuw") not in labels(eigen)
    zeker = await anna.druk(eigen, "Stoppen als straatcontact", "echt stoppen")
    await anna.druk(zeker, knop("rol.knop_zeker_eigen"), zin("menu.tekst"))
    await anna.wacht(lambda b: "niet langer straatcontact" in tekst_van(b), "het bedankje")
    await heeft(anna, "gegevens", niet=("rol", "deurgesprek"))

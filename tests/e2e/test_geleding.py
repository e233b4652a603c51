"""Geledingen in the bot's own chat: two guests by invitation, a vacant one, a weighed toplist; with restarts."""

import re
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.builders import een_bewoner
from tests.wereld import ANNA, BRAM, DAAN, IBRAHIM, MARIA, NOOR, Mens, Wereld, knop, labels, zin

SLUIT = datetime(2027, 2, 5, 19, 0, tzinfo=UTC)
KWESTIES = "De huizen isoleren\nMinder auto's\n<b>Wonen voor ouderen"


async def nodig_uit(wereld: Wereld, naar: str, namens: str) -> str:
    """Let Ibrahim invite someone to a geleding; return what to type to open the link."""
    ibrahim = wereld.mens(IBRAHIM)
    overzicht = await ibrahim.vraag("/geleding", zin("geleding.kop"))
    vraag = await ibrahim.druk(overzicht, knop("geleding.knop_nieuw"), zin("uitnodiging.geleding.vraag"))
    await ibrahim.druk(vraag, knop(f"uitnodiging.geleding.{naar}"), zin("uitnodiging.namens.vraag"))
    link = await ibrahim.vraag(namens, zin("uitnodiging.link"))
    await wereld.rust()
    gevonden = re.search(r"\?start=(rol-[\w-]{22})\b", tekst_van(link))
    assert gevonden
    return f"/start {gevonden[1]}"


async def neem_aan(wereld: Wereld, wie: Mens, link: str) -> None:
    vraag = await wie.vraag(link, zin("rol.uitleg.vertegenwoordiger"))
    await wereld.herstart()
    await wie.druk(vraag, knop("uitnodiging.knop_ja"), zin("uitnodiging.welkom"))
    await wereld.rust()


async def maak_peiling(wereld: Wereld) -> str:
    noor = wereld.mens(NOOR)
    hoe = await noor.vraag("/peiling", zin("peiling.hoe"))
    await noor.druk(hoe, knop("peiling.methode.kwesties"), zin("peiling.vraag.vraag"))
    await noor.vraag("Wat eerst?", zin("methode.kwesties.opties.vraag"))
    stap = await noor.vraag(KWESTIES, zin("methode.kwesties.hoeveel.vraag"))
    stap = await noor.druk(stap, knop("methode.kwesties.hoeveel.alle"), zin("doelgroep.voor.vraag"))
    stap = await noor.druk(stap, knop("doelgroep.voor.geleding"), zin("peiling.weging.vraag"))
    await noor.druk(stap, knop("peiling.weging.geleding"), zin("peiling.sluit_op.vraag"))
    stap = await noor.vraag("5 februari 20:00", zin("peiling.besluit.vraag"))
    stap = await noor.druk(stap, knop("peiling.besluit.nee"), zin("peiling.weegt.geleding"))
    await noor.tik(stap, knop("knop.klaar"))
    await wereld.rust()
    return str(await wereld.database.read(lambda tx: tx.scalar(select(t.peiling.c.publiek_id))))


async def kies(wereld: Wereld, wie: Mens, *volgorde: str, herstart: bool = False) -> None:
    """Open the question and tap these in turn; a second tap on the first changes nothing."""
    een = await wie.druk(await wie.vraag("/peilingen"), "Wat eerst?", zin("peiling.tot"))
    for plek, kwestie in enumerate(volgorde, 1):
        eerder, een = een, await wie.druk(een, kwestie, f"{plek}. {kwestie}")
        if herstart:
            await wereld.herstart()
        await wie.tik(eerder, kwestie)
    await wereld.rust()


def buren(tx: Connection, wijk: int) -> None:
    """Let eleven neighbours vote: they have put the first first."""
    peiling = tx.scalar(select(t.peiling.c.id))
    for nummer in range(11):
        een_bewoner(tx, wijk)
        biljet = {"wijk": wijk, "peiling": peiling, "inhoud": "[0,1,2]", "geleding": "burgers"}
        tx.execute(insert(t.stembiljet).values(sleutel=bytes([nummer] * 16), **biljet))


async def test_two_guests_and_the_neighbours_weigh_equally_and_two_geledingen_stay_vacant(wereld: Wereld) -> None:
    anna, bakker, gemeente = await wereld.bewoner(ANNA), wereld.mens(DAAN), wereld.mens(BRAM)
    link = await nodig_uit(wereld, "bedrijven", "Bakkerij <Jansen> & co")
    await neem_aan(wereld, bakker, link)
    assert zin("geweigerd.uitnodiging.al_aangenomen") in tekst_van(await gemeente.na(gemeente.typ(link)))
    await neem_aan(wereld, gemeente, await nodig_uit(wereld, "overheid", "Gemeente"))
    publiek_id = await maak_peiling(wereld)
    een = await bakker.druk(await bakker.vraag("/peilingen"), "Wat eerst?", "Bakkerij <Jansen> & co (bedrijven)")
    assert knop("knop.komlangs") not in labels(een)
    await kies(wereld, bakker, "<b>Wonen voor ouderen", "De huizen isoleren", "Minder auto's", herstart=True)
    await kies(wereld, gemeente, "<b>Wonen voor ouderen", "Minder auto's")
    await kies(wereld, anna, "De huizen isoleren", "Minder auto's", "<b>Wonen voor ouderen")
    assert await wereld.tel(t.bewijs_prive, t.bewijs_prive.c.soort == "stem") == 1  # only Anna's
    maria = await wereld.bewoner(MARIA, "English")
    for data in (f"st:{publiek_id}:9", f"st:{publiek_id}:-3", f"rolweg:{publiek_id}", "geledingnieuw"):
        await maria.vervals(await maria.vraag("/menu"), data)
    await wereld.rust()
    await wereld.database.write(wereld.wijk, buren, wereld.wijk)
    await wereld.ga_naar(SLUIT)
    await wereld.herstart()
    tekst = tekst_van(await bakker.wacht(lambda b: zin("weging.uitleg") in tekst_van(b), "de uitslag"))
    assert "1. <b>Wonen voor ouderen: 23%" in tekst
    assert "1. <b>Wonen voor ouderen: 38%" in tekst
    assert zin("weging.vacant_niemand", geledingen="kennis en voorzieningen") in tekst
    assert zin("weging.zelfde_volgorde") in tekst
    beeld = await bakker.wacht(lambda b: "photo" in b, "het plaatje")
    assert (await bakker.plaatje(beeld)).startswith(b"\x89PNG")
    stop = await bakker.druk(
        await bakker.vraag("/geleding", "U telt niet mee als bewoner"),
        knop("geleding.knop_stop"),
        zin("rol.zeker_eigen"),
    )
    await bakker.tik(stop, knop("rol.knop_zeker_eigen"))
    await wereld.rust()
    assert await wereld.tel(t.rol, t.rol.c.rol == "vertegenwoordiger") == 1
    assert zin("geweigerd.nog_niet_binnen") in tekst_van(await bakker.na(bakker.typ("/peilingen")))


async def test_one_geleding_is_asked_by_itself_and_nobody_else_reads_of_it(wereld: Wereld) -> None:
    anna, bakker, noor = await wereld.bewoner(ANNA), wereld.mens(DAAN), wereld.mens(NOOR)
    await neem_aan(wereld, bakker, await nodig_uit(wereld, "bedrijven", "Bakkerij Jansen"))
    await noor.druk(await noor.vraag("/peiling", zin("peiling.hoe")), knop("peiling.methode.keuze"))
    await noor.vraag("Wie gaat naar het overleg?", zin("methode.keuze.opties.vraag"))
    stap = await noor.vraag("Jansen\nDe Wit", zin("methode.keuze.max_keuzes.vraag"))
    stap = await noor.druk(stap, knop("methode.keuze.max_keuzes.een"), zin("doelgroep.voor.vraag"))
    stap = await noor.druk(stap, knop("doelgroep.voor.een_geleding"), zin("uitnodiging.geleding.vraag"))
    stap = await noor.druk(stap, knop("uitnodiging.geleding.bedrijven"), zin("peiling.sluit_op.vraag"))
    stap = await noor.vraag("5 februari 20:00", zin("peiling.live.vraag"))
    voorbeeld = await noor.druk(stap, knop("peiling.live.nee"), zin("peiling.voor_een_geleding", naam="bedrijven"))
    await noor.tik(voorbeeld, knop("knop.klaar"))
    await wereld.rust()
    await wereld.herstart()
    een = await bakker.druk(await bakker.vraag("/peilingen"), "Wie gaat", zin("peiling.geleding_precies"))
    await bakker.tik(een, "Jansen")
    await wereld.rust()
    assert zin("peiling.lijst_leeg") in tekst_van(await anna.vraag("/peilingen"))
    gelezen = await anna.berichten()
    await wereld.ga_naar(SLUIT)
    uitslag = await bakker.wacht(
        lambda b: zin("peiling.uitslag_geleding", naam="bedrijven") in tekst_van(b), "de uitslag"
    )
    assert "Jansen: 1" in tekst_van(uitslag)
    await wereld.rust()
    assert await anna.berichten() == gelezen

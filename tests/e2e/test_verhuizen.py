"""A household moves while the bot runs: `gehoord brieven --verhuisd`, and what those who left and who came read."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select

from bot import brieven
from bot.demo.telefoon import tekst_van
from bot.rules.adressen import Adres
from bot.storage import tables as t
from tests.builders import PEPER
from tests.services.test_brieven import rijen
from tests.wereld import ANNA, DAAN, NU, Wereld, knop, zin


async def test_who_moved_reads_so_and_hears_no_more_and_joins_again_at_the_new_address(
    wereld: Wereld, tmp_path: Path
) -> None:
    vast: dict[str, Any] = {"wijk": wereld.wijk, "map_": tmp_path / "brieven", "peper": PEPER, "now": NU}
    vast["botlink"] = "https://t.me/B"
    huizen = [Adres("Meidoornlaan", nummer, "", "3512MD", volwassenen=1) for nummer in (1, 2)]
    await brieven.schrijf_brieven(wereld.database, adressen=huizen, **vast)
    oud, elders = (rij["code"] for rij in rijen(tmp_path / "brieven" / "brieven-1.csv"))
    wereld.codes |= {ANNA.id: oud.replace("-", ""), DAAN.id: elders.replace("-", "")}
    anna = await wereld.bewoner(ANNA)
    await anna.vraag("/gegevens", "Meidoornlaan 1")

    await brieven.herdruk(wereld.database, sleutels=[huizen[0].sleutel], verhuisd=True, **vast)
    for opdracht in ("/menu", "/gegevens", "/stand", "/werkgroepen", "hallo?", "/start"):
        await anna.vraag(opdracht, "niet meer op Meidoornlaan 1")
    await wereld.herstart()
    await anna.vraag(oud, zin("welkom.ingetrokken"))
    voor = len(await anna.berichten())
    await wereld.plan_bijeenkomst()
    await wereld.plan_peiling()
    await wereld.ga_naar(NU + timedelta(days=10))
    assert len(await anna.berichten()) == voor, "no announcement, reminder, poll or result"

    (nieuw,) = rijen(tmp_path / "brieven" / "brieven-2.csv")
    wereld.codes[DAAN.id] = nieuw["code"].replace("-", "")
    await wereld.bewoner(DAAN)
    taal = await anna.vraag(elders, zin("welkom.taal"))
    toestemming = await anna.druk(taal, "Nederlands", zin("welkom.toestemming"))
    await wereld.herstart()
    await anna.druk(toestemming, knop("welkom.knop_ja"), zin("welkom.binnen"))
    assert "Meidoornlaan 2" in tekst_van(await anna.vraag("/gegevens"))
    wie_woont_er = select(t.huishouden.c.huisnummer).join(t.bewoner, t.bewoner.c.huishouden == t.huishouden.c.id)
    huisnummers = await wereld.database.read(
        lambda tx: sorted(tx.scalars(wie_woont_er.where(t.bewoner.c.tot.is_(None))))
    )
    assert huisnummers == [1, 2]

"""The traject as people see it: chosen in chat, over a restart; read by residents, followed by organisatoren."""

from datetime import UTC, datetime

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.wereld import ANNA, IBRAHIM, NOOR, Wereld, knop, labels, zin

WAAR = zin("traject.kop")
KADERS = zin("traject.besluit.kaders.doel")


async def test_a_traject_is_chosen_over_a_restart_and_everyone_sees_what_is_theirs(wereld: Wereld) -> None:
    anna, noor, ibrahim = await wereld.bewoner(ANNA), wereld.mens(NOOR), wereld.mens(IBRAHIM)
    await noor.vraag("/menu")
    leeg = await anna.vraag("/traject", zin("traject.geen"))
    assert knop("traject.knop_kies") not in labels(leeg)
    nee = await anna.na(anna.vervals(leeg, "trkies"))
    assert zin("geweigerd.rol_nodig") in tekst_van(nee)
    leeg = await ibrahim.vraag("/traject", zin("traject.geen_mag"))
    vraag = await ibrahim.druk(leeg, knop("traject.knop_kies"), zin("traject.sjabloon.vraag"))
    await ibrahim.druk(vraag, knop("traject.sjabloon.besluit"), zin("traject.besluitdatum.vraag"))
    await wereld.herstart()
    voorbeeld = await ibrahim.vraag("15 juni 2028", "15 juni 2028")
    await ibrahim.tik(voorbeeld, knop("traject.knop_begin"))
    await ibrahim.vervals(voorbeeld, "fklaar")
    await wereld.rust()
    assert await wereld.tel(t.traject) == 1, "two taps are one"
    hier = await anna.vraag("/traject", KADERS)
    assert WAAR in tekst_van(hier)
    plan = await noor.vraag("/traject", "15 juni 2028")
    assert knop("traject.knop_datum") not in labels(plan)
    assert WAAR in tekst_van(await noor.druk(plan, knop("traject.knop_hier"), KADERS))
    gang = await wereld._nieuwste(t.fase)
    nee = await noor.na(noor.vervals(plan, f"truit:{gang}"))
    assert zin("geweigerd.rol_nodig") in tekst_van(nee)
    await wereld.ga_naar(datetime(2027, 2, 8, 8, 1, tzinfo=UTC))
    week = await ibrahim.wacht(lambda b: zin("traject.week").split("{")[0] in tekst_van(b), "hoe het plan ervoor staat")
    langer = next(label for label in labels(week) if label.startswith("Duurt langer"))
    await ibrahim.druk(week, langer, zin("traject_uitloop.tot.vraag"))
    kost = await ibrahim.vraag("1 mei 2027", "1 mei 2027")
    assert "Dat kost" in tekst_van(kost)
    assert not any("ruimte" in tekst_van(b) for b in await anna.berichten()), "residents see no slack"

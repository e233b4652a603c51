"""The audit trail through the chat: each turn of the team is one row in the transaction of its answer."""

from typing import Any

from sqlalchemy import select

from bot.storage import tables as t
from tests.wereld import ANNA, IBRAHIM, NOOR, Wereld, knop, zin


async def spoor(wereld: Wereld) -> list[tuple[Any, ...]]:
    r = t.rolgebruik.c
    vraag = select(r.rol, r.wat, r.wijzigt, r.geweigerd, r.onderwerp.is_not(None)).order_by(r.id)
    return await wereld.database.read(lambda tx: [tuple(rij) for rij in tx.execute(vraag)])


async def test_what_the_team_looks_at_does_and_is_refused_stands_in_the_trail_and_what_a_resident_does_not(
    wereld: Wereld,
) -> None:
    anna, noor = await wereld.bewoner(ANNA), wereld.mens(NOOR)
    await anna.vraag("/agenda")
    assert await spoor(wereld) == []
    soort = await noor.vraag("/bijeenkomst", zin("bijeenkomst.soort.vraag"))
    await noor.druk(soort, knop("bijeenkomst.soort.energiecafe"), zin("bijeenkomst.titel.vraag"))
    await noor.vraag("Café", zin("bijeenkomst.begin.vraag"))
    await noor.vraag("3 februari 20:00", zin("bijeenkomst.plaats.vraag"))
    voorbeeld = await noor.vraag("Buurthuis", zin("formulier.voorbeeld"))
    await noor.druk(voorbeeld, knop("knop.klaar"), zin("bijeenkomst.aanmeldingen"))
    assert await spoor(wereld) == [
        *[("buurtbegeleider", "formulier bijeenkomst", False, None, False)] * 5,
        ("buurtbegeleider", "formulier bijeenkomst", True, None, False),
    ]
    agenda = await noor.vraag("/agenda", zin("bijeenkomst.agenda"))
    await noor.druk(agenda, "Café", zin("bijeenkomst.aanmeldingen"))
    assert (await spoor(wereld))[-1] == ("buurtbegeleider", "bijeenkomst.toon", False, None, True)
    await noor.vraag("/export", zin("geweigerd.rol_nodig"))
    assert (await spoor(wereld))[-1] == ("", "export.vraag_export", False, "rol_nodig", False)


async def test_an_organisator_reads_it_in_the_chat_and_that_stands_in_it_too(wereld: Wereld) -> None:
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    await noor.vraag("/deurlijst")
    lijst = await ibrahim.vraag("/rolgebruik", "deurlijst")
    assert f"nummer {NOOR.id}" in lijst["text"]
    gezocht = await ibrahim.vraag(f"/rolgebruik {IBRAHIM.id}", "rolgebruik · toon")
    assert "deurlijst" not in gezocht["text"]
    await ibrahim.tik(gezocht, knop("rolgebruik.knop_bestand"))
    await ibrahim.wacht(lambda b: "rolgebruik.csv" in str(b.get("document")), "het bestand")
    await noor.vraag("/rolgebruik", zin("geweigerd.rol_nodig"))

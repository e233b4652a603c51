"""A round past the doors in the chat: from street to street's end, with a restart, a lost line and a forged button."""

import asyncio
from datetime import timedelta

from sqlalchemy import Connection, select

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.builders import een_bijeenkomst, een_huishouden
from tests.wereld import ANNA, NOOR, Wereld, knop, labels, zin


async def test_who_has_no_phone_is_signed_up_with_guests_in_five_taps(wereld: Wereld) -> None:
    huizen = await wereld.database.write(wereld.wijk, lambda tx: _merelweg(tx, wereld.wijk))
    bij = await wereld.database.write(wereld.wijk, lambda tx: _energiecafe(tx, wereld))
    noor = wereld.mens(NOOR)
    await noor.vraag("/deurgesprek", zin("deurgesprek.kies"))
    scherm = await noor.vraag("Merelweg 9001", zin("deurgesprek.vertel"))
    scherm = await noor.druk(scherm, knop("aanmeldhulp.knop"), zin("aanmeldhulp.kies", adres="Merelweg 9001"))
    scherm = await noor.druk(scherm, "Energiecafé aan de deur", zin("aanmeldhulp.vertel"))
    for label in ("☐ Bewoner 2", "+1"):
        await noor.tik(scherm, label)
        await wereld.rust()
        scherm = await noor.laatste()
    assert [label for label in labels(scherm) if "✓" in label] == ["✓ Bewoner 2", "✓ +1"]
    await asyncio.gather(*(noor.vervals(scherm, f"awp:{bij}:{huizen[9001]}:2:1") for _ in range(3)))
    await wereld.rust()
    assert await wereld.tel(t.aanmelding, t.aanmelding.c.gasten == 1, t.aanmelding.c.plek == "in") == 1
    assert await wereld.tel(t.bewijs) == 0
    scherm = await noor.druk(await noor.laatste(), knop("knop.terug"), zin("adres.wat"))
    anna = await wereld.bewoner(ANNA)
    menu = await anna.vraag("/menu")
    for data in (f"aw:{huizen[9001]}", f"awb:{bij}:{huizen[9001]}", f"awp:{bij}:{huizen[9001]}:1:0"):
        assert tekst_van(await anna.na(anna.vervals(menu, data))).startswith(zin("geweigerd.rol_nodig"))


def _energiecafe(tx: Connection, wereld: Wereld) -> str:
    begin = wereld.klok.now() + timedelta(days=3)
    velden = {"titel": "Energiecafé aan de deur", "begin": begin, "gasten_max": 2}
    return een_bijeenkomst(tx, wereld.wijk, **velden).publiek_id


async def test_a_street_is_walked_with_one_tap_per_door_and_nothing_is_done_twice(wereld: Wereld) -> None:
    huizen = await wereld.database.write(wereld.wijk, lambda tx: _merelweg(tx, wereld.wijk))
    noor = wereld.mens(NOOR)
    scherm = await noor.vraag("/ronde", zin("ronde.kies"))
    scherm = await noor.druk(scherm, "Merelweg", zin("ronde.hoe"))
    scherm = await noor.druk(scherm, knop("ronde.knop_heen_terug"), zin("ronde.bewaart"))
    scherm = await noor.druk(scherm, knop("ronde.knop_alles"), "Merelweg 9001\n")
    eerste = scherm
    scherm = await noor.druk(scherm, knop("knop.niet_thuis"), "Merelweg 9003\n", zin("deurgesprek.uitkomst.niet_thuis"))
    await wereld.herstart()
    await asyncio.gather(*(noor.vervals(eerste, f"rnu:{huizen[9001]}:n") for _ in range(5)))  # the line was lost
    await wereld.rust()
    assert "Merelweg 9003\n" in tekst_van(await noor.laatste())
    scherm = await noor.druk(await noor.laatste(), knop("ronde.knop_gesproken"), zin("deurgesprek.vertel"))
    scherm = await noor.druk(scherm, "☐ Bewoner 1", zin("deurgesprek.gekozen", aantal=1))
    vast = zin("deurgesprek.vastgelegd", adres="Merelweg 9003", aantal=1)
    scherm = await noor.druk(scherm, knop("knop.verteld_deur"), vast)
    scherm = await noor.druk(scherm, knop("ronde.knop_verder"), "Merelweg 9004\n")
    scherm = await noor.druk(scherm, knop("adres.knop"), zin("adres.nog_niet"))
    scherm = await noor.druk(scherm, knop("adres.knop_taal"), zin("adres.talen", adres="Merelweg 9004"))
    scherm = await noor.druk(scherm, "Polski", "Pools")
    scherm = await noor.druk(scherm, knop("adres.knop_ronde"), "Merelweg 9004\n")
    scherm = await noor.druk(scherm, knop("ronde.knop_geen_bezoek"), "Merelweg 9002\n")
    scherm = await noor.druk(scherm, knop("knop.klopt_niet"), zin("ronde.liever_niet"))
    scherm = await noor.druk(scherm, knop("ronde.knop_herstel"), "Merelweg 9004\n")
    scherm = await noor.druk(scherm, knop("ronde.knop_geen_bezoek"), "Merelweg 9002\n")
    scherm = await noor.druk(scherm, knop("knop.later_terug"), zin("ronde.rond"))
    assert labels(scherm)[0] == "Nog eens langs: 2"
    scherm = await noor.druk(scherm, "Nog eens langs: 2", "Merelweg 9001\n")
    await noor.druk(scherm, knop("knop.lijst_klaar"), zin("deurgesprek.gestopt"))
    assert [await wereld.tel(tabel) for tabel in (t.bezoek, t.ronde, t.looproute)] == [3, 0, 1]

    scherm = await noor.vraag("/ronde", zin("ronde.kies"))
    await noor.tik(scherm, knop("bezoekkaart.knop"))
    kaartjes = await noor.wacht(lambda b: "document" in b, "de kaartjes")
    assert (await noor.bestand(kaartjes)).startswith(b"%PDF")

    anna = await wereld.bewoner(ANNA)
    menu = await anna.vraag("/menu")
    for data in (
        "ronde",
        "rnc",
        *(f"{tik}:{huizen[9001]}" for tik in ("rnt", "rnb", "rna", "rnw", "ad", "rnv", "rno")),
    ):
        assert tekst_van(await anna.na(anna.vervals(menu, data))).startswith(zin("geweigerd.rol_nodig"))


def _merelweg(tx: Connection, wijk: int) -> dict[int, str]:
    for nummer in range(9001, 9005):
        een_huishouden(tx, wijk, straat="Merelweg", huisnummer=nummer, volwassenen=2)
    h = t.huishouden.c
    return dict(tx.execute(select(h.huisnummer, h.publiek_id).where(h.straat == "Merelweg")).all())

"""The sign-in sheet through the chat: printed before the evening, forty lines typed over, three of them wrong."""

import asyncio
import re
import time
from datetime import UTC, datetime, timedelta
from random import Random

import pypdfium2
from sqlalchemy import Connection, select

from bot.demo.telefoon import Bericht, knoppen, tekst_van
from bot.rules.deurcode import DEUR_DICHT
from bot.storage import tables as t
from tests.builders import een_huishouden
from tests.wereld import ANNA, IBRAHIM, NOOR, Mens, Wereld, knop, zin

BEGIN = datetime(2027, 2, 3, 19, 0, tzinfo=UTC)  # 3 februari 20:00
CODE = re.compile(r"\b[0-9A-Z]{4}\b")


async def bladen(wie: Mens, titel: str) -> tuple[list[str], dict[str, list[str]]]:
    """Return the codes to sign in their order, and per number of the Vinkenweg its codes."""
    tot, teksten = time.monotonic() + 20, [""]
    while titel not in teksten[0] and time.monotonic() < tot:  # of an earlier meeting there is a file too
        bericht = await wie.wacht(lambda b: "document" in b, "de aanmeldlijst")
        teksten = [p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(await wie.bestand(bericht))]
    kop = zin("tekenlijst.druk.kruis")
    teken = [code for tekst in teksten if kop in tekst for code in CODE.findall(tekst.split(kop)[1])]
    zoek = "\n".join(tekst for tekst in teksten if kop not in tekst)
    regels = re.findall(r"^(\d+)((?: +[0-9A-Z]{4})+)\s*$", zoek.split("Vinkenweg")[-1], re.MULTILINE)
    assert "Vinkenweg" not in "".join(tekst for tekst in teksten if kop in tekst)
    return teken, {nummer: codes.split() for nummer, codes in regels}


def achter(bericht: Bericht, deel: str) -> str:
    return next(k["callback_data"] for rij in knoppen(bericht) for k in rij if deel in k["text"])


async def maak(noor: Mens, titel: str) -> tuple[list[str], dict[str, list[str]]]:
    """Print a sheet for the Vinkenweg by the buttons of the meeting."""
    agenda = await noor.vraag("/agenda", zin("bijeenkomst.agenda"))
    avond = await noor.druk(agenda, titel, zin("bijeenkomst.aanmeldingen"))
    papier = await noor.druk(avond, knop("knop.op_papier"), "op papier")
    wie = await noor.druk(papier, knop("tekenlijst.knop_maak"), "Nu gekozen")
    await noor.tik(wie, "Vinkenweg")
    return await bladen(noor, titel)


async def test_forty_lines_are_typed_over_three_wrong_ones_named_and_a_second_person_lets_them_count(
    wereld: Wereld,
) -> None:
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    await ibrahim.vraag("/menu")

    def straat(tx: Connection) -> None:
        for n in range(1, 21):
            een_huishouden(tx, wereld.wijk, straat="Vinkenweg", huisnummer=100 + n, volwassenen=2)

    await wereld.database.write(wereld.wijk, straat)
    await wereld.plan_bijeenkomst("Borrel", wanneer="4 februari 20:00")
    vreemd, _ = await maak(noor, "Borrel")
    await wereld.plan_bijeenkomst("Café")
    teken, thuis = await maak(noor, "Café")
    assert (len(teken), teken, len(thuis)) == (40, sorted(teken), 20), "in the order of the codes, so of no address"

    await wereld.ga_naar(BEGIN + DEUR_DICHT + timedelta(hours=12))
    papier = await noor.druk(await noor.vraag("/aanmeldlijst", zin("tekenlijst.welke")), "Café", "40 codes")
    await noor.druk(papier, knop("tekenlijst.knop_typ"), zin("tekenlijst.typ", titel="Café"))
    regels = Random(1).sample(teken, 38)
    typefout = regels[4][:3] + next(c for c in "2345" if c != regels[4][3])
    weg, over = regels[4], [*regels[:4], typefout, *regels[5:], vreemd[0], regels[7].lower()]
    assert len(over) == 40
    begin = time.perf_counter()
    antwoord = await noor.vraag("\n".join(over), "3 codes kloppen niet")
    duur = time.perf_counter() - begin
    for fout, wat in (("typefout", typefout), ("andere", vreemd[0]), ("dubbel", regels[7].lower())):
        assert zin(f"tekenlijst.fout.{fout}", code=wat) in tekst_van(antwoord)
    assert "37 codes gelezen" in tekst_van(antwoord)
    print(f"\n40 lines typed over and 3 named in {duur:.2f} s")
    assert duur < 60

    await wereld.herstart()
    await noor.vraag("/menu")
    papier = await noor.druk(await noor.vraag("/aanmeldlijst", "Van welke"), "Café", "nog niet geteld: 37")
    await noor.druk(papier, knop("tekenlijst.knop_typ"), "nog niet geteld: 37")
    klaar = await noor.vraag(weg, "nog niet geteld: 38")
    assert await wereld.tel(t.bewijs) == 0
    await asyncio.gather(*(noor.vervals(klaar, achter(klaar, "38 codes meetellen")) for _ in range(3)))
    await wereld.rust()
    gevraagd = await ibrahim.wacht(lambda b: "met 38 kruisen" in tekst_van(b), "de vraag")
    assert "Vinkenweg" not in tekst_van(gevraagd)
    await ibrahim.tik(gevraagd, knop("voorstel.knop_lees"))
    gelezen = await ibrahim.wacht(lambda b: weg in tekst_van(b), "de codes")
    assert set(regels) <= set(CODE.findall(tekst_van(gelezen)))
    ja = await ibrahim.wacht(lambda b: knop("voorstel.knop_ja") in str(knoppen(b)), "de knoppen")
    await ibrahim.tik(ja, knop("voorstel.knop_ja"))
    await wereld.rust()

    def vastgelegd(tx: Connection) -> list[tuple[str, str]]:
        return [tuple(rij) for rij in tx.execute(select(t.bewijs_prive.c.soort, t.bewijs_prive.c.methode).distinct())]

    assert await wereld.tel(t.bewijs) == 38
    assert await wereld.database.read(vastgelegd) == [("aanwezig_vragen", "tekenlijst")]
    assert await wereld.tel(t.tekencode, t.tekencode.c.code.is_not(None)) == 0, "what counts is known by no code"

    await noor.druk(papier, knop("tekenlijst.knop_typ"), zin("tekenlijst.typ", titel="Café"))
    assert zin("tekenlijst.fout.op_lijst", code=weg) in tekst_van(await noor.vraag(weg, "1 code klopt niet"))
    los = next(code for code in teken if code not in regels)
    goed = await noor.vraag(los, "1 code gelezen")
    await noor.druk(goed, knop("tekenlijst.knop_opnieuw"), zin("tekenlijst.typ", titel="Café"))
    assert await wereld.tel(t.tekencode, t.tekencode.c.code.is_not(None)) == 0


async def test_who_has_no_role_gets_a_refusal_and_a_sheet_of_a_meeting_to_come_cannot_be_typed(wereld: Wereld) -> None:
    noor, anna = wereld.mens(NOOR), await wereld.bewoner(ANNA)
    avond = await wereld.plan_bijeenkomst()
    for data in (f"tl:{avond}", f"tlm:{avond}", f"tld:{avond}:a", f"tlc:{avond}", f"tlt:{avond}", f"tlx:{avond}"):
        gezien = await anna.na(anna.vervals(await anna.vraag("/menu"), data))
        assert zin("geweigerd.rol_nodig") in tekst_van(gezien), data
    for data in (f"tlc:{avond}", f"tlt:{avond}", f"tlx:{avond}"):
        gezien = await noor.na(noor.vervals(await noor.vraag("/menu"), data))
        assert zin("geweigerd.deurlijst.nog_dicht") in tekst_van(gezien), data


async def test_an_invitation_per_household_has_a_strip_with_codes_and_its_qr_opens_the_meeting(wereld: Wereld) -> None:
    noor, anna = wereld.mens(NOOR), await wereld.bewoner(ANNA)

    def straat(tx: Connection) -> None:
        for n in (101, 103):
            een_huishouden(tx, wereld.wijk, straat="Vinkenweg", huisnummer=n, volwassenen=2)

    await wereld.database.write(wereld.wijk, straat)
    await wereld.plan_bijeenkomst("Borrel")
    papier = await noor.druk(await noor.vraag("/aanmeldlijst", zin("tekenlijst.welke")), "Borrel", "op papier")
    wie = await noor.druk(papier, knop("tekenlijst.knop_brief"), "Nu gekozen")
    await noor.tik(wie, "Vinkenweg")
    bestand = await noor.bestand(await noor.wacht(lambda b: "document" in b, "de uitnodigingen"))
    teksten = [p.get_textpage().get_text_range() for p in pypdfium2.PdfDocument(bestand)]
    assert [next(n for n in ("101", "103") if f"Vinkenweg {n}" in tekst) for tekst in teksten] == ["101", "103"]
    kruis = zin("bijeenkomstbrief.druk.kruis")
    assert all(len(CODE.findall(tekst.split(kruis)[1])) == 2 for tekst in teksten)
    assert await wereld.tel(t.tekencode) == 4
    bij = achter(wie, "Vinkenweg").split(":")[1]
    await anna.vraag(f"/start b-{bij}", "Borrel")

"""A declaration with its PDF and positions of partners, by chat: over restarts and with the wrong people."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, select

from bot.demo.telefoon import knoppen, tekst_van
from bot.rules.drempels.gehoord import Gehoord
from bot.rules.drempels.kaders import Kaders
from bot.rules.drempels.verklaring import Verklaring
from bot.rules.spelregels import Spelregels
from bot.services.stand import bereken_stand
from bot.storage import tables as t
from tests.wereld import ANNA, IBRAHIM, NOOR, Mens, Wereld, knop, labels, zin

PDF = b"%PDF-1.7\n" + b"1 0 obj\nendobj\n" * 2000 + b"startxref\n9\n%%EOF\n"
WIE = Verklaring("Fatma Yilmaz", "opbouwwerker", "Welzijn Noord")


async def spreek_af(wereld: Wereld) -> None:
    """Let the concept have conditions that count nobody."""
    gehoord = next(d for d in Spelregels().drempels if isinstance(d, Gehoord))
    regels = replace(Spelregels(), drempels=(gehoord, WIE, Kaders(("Betaalbaar",))))

    def zet(tx: Connection) -> None:
        tx.execute(t.spelregels.update().values(inhoud=regels.canoniek(), uit_instellingen=False))

    await wereld.database.write(wereld.wijk, zet)


async def verdicts(wereld: Wereld) -> dict[str, str]:
    stand = await wereld.database.read(bereken_stand, wereld.wijk)
    return {drempel.soort: drempel.verdict for drempel in stand.drempels}


async def akkoord(wereld: Wereld, noor: Mens) -> None:
    """Let Noor read what is asked of her, and say yes twice."""
    await wereld.rust()
    vraag = await noor.wacht(lambda b: knop("voorstel.knop_lees") in labels(b), "de vraag om akkoord")
    await noor.tik(vraag, knop("voorstel.knop_lees"))
    ja = await noor.wacht(lambda b: knop("voorstel.knop_ja") in labels(b), "de knop om akkoord te geven")
    for _ in range(2):
        await noor.vervals(ja, knoppen(ja)[0][0]["callback_data"])
        await wereld.rust()


def document(naam: str, inhoud: bytes) -> tuple[Any, ...]:
    return "document", naam, inhoud, "application/pdf"


async def test_a_declaration_with_its_pdf_is_recorded_by_two_people_over_restarts(wereld: Wereld) -> None:
    await spreek_af(wereld)
    ibrahim, noor, anna = wereld.mens(IBRAHIM), wereld.mens(NOOR), await wereld.bewoner(ANNA)
    await noor.vraag("/menu")
    for data in ("onderbouwing", "obv", "obk", "obs", "obvx", f"spx:{'A' * 22}"):
        assert zin("geweigerd.rol_nodig") in tekst_van(await anna.na(anna.vervals(await anna.laatste(), data)))

    scherm = await ibrahim.vraag("/onderbouwing", "Fatma Yilmaz")
    scherm = await ibrahim.druk(scherm, knop("onderbouwing.knop_verklaring"), zin("verklaring.uitspraak.vraag"))
    await wereld.herstart()
    await ibrahim.druk(scherm, knop("verklaring.uitspraak.gehoord"), zin("verklaring.redenen.vraag"))
    await ibrahim.vraag("x" * 1900, zin("geweigerd.formulier.te_lang"))
    await ibrahim.vraag("Ik belde bij dertig deuren aan 😀.", zin("verklaring.dag.vraag"))
    scherm = await ibrahim.vraag("30 januari 2027", zin("verklaring.rol.vraag"))
    await ibrahim.druk(scherm, knop("verklaring.rol.nee"), zin("verklaring.stuk.vraag"))
    assert zin("geweigerd.stuk.geen_pdf") in tekst_van(
        await ibrahim.na(ibrahim.stuur_bestand(*document("verklaring.pdf", b"MZ\x90\x00" * 400)))
    )
    te_groot = await ibrahim.na(ibrahim.stuur_bestand(*document("verklaring.pdf", PDF + bytes(11 * 2**20))))
    assert zin("geweigerd.stuk.te_groot", maximum=10) in tekst_van(te_groot)
    assert await wereld.tel(t.stuk) == 0
    await wereld.herstart()
    voorbeeld = await ibrahim.na(ibrahim.stuur_bestand(*document("verklaring.pdf", PDF)))
    assert "dertig deuren aan 😀" in tekst_van(voorbeeld)
    for _ in range(2):
        await ibrahim.vervals(voorbeeld, "fklaar")
    await wereld.rust()
    assert await wereld.tel(t.voorstel) == 1
    assert (await verdicts(wereld))["verklaring"] == "onbeslist"

    await wereld.herstart()
    await akkoord(wereld, noor)
    stuk = await noor.wacht(lambda b: "document" in b, "de PDF")
    assert stuk["document"]["file_name"] == "verklaring.pdf"
    assert await wereld.tel(t.verklaring) == 1
    assert (await verdicts(wereld))["verklaring"] == "gehaald"
    inhoud = await wereld.database.read(lambda tx: tx.scalar(select(t.stuk.c.inhoud)))
    assert inhoud == PDF
    await anna.vraag("/stand", "Fatma Yilmaz")


async def test_a_document_that_the_network_does_not_bring_is_too_large_as_well(wereld: Wereld) -> None:
    wereld.alleen_telegram("een bestand dat het netwerk niet brengt")
    ibrahim = wereld.mens(IBRAHIM)
    scherm = await ibrahim.vraag("/onderbouwing", zin("onderbouwing.kop"))
    await ibrahim.druk(scherm, knop("onderbouwing.knop_standpunt"), zin("standpunt.partner.vraag"))
    await ibrahim.vraag("Woonstad", zin("standpunt.standpunt.vraag"))
    await ibrahim.vraag("Wij doen mee.", zin("standpunt.dag.vraag"))
    voorbeeld = await ibrahim.vraag("5 januari 2027", "Wij doen mee.")
    await ibrahim.druk(voorbeeld, knop("onderbouwing.knop.stuk"), zin("onderbouwing.stuk.vraag"))
    te_groot = await ibrahim.na(ibrahim.stuur_bestand(*document("brief.pdf", PDF + bytes(30 * 2**20))))
    assert zin("geweigerd.stuk.te_groot", maximum=10) in tekst_van(te_groot)
    assert await wereld.tel(t.stuk) == 0


async def test_partners_positions_are_read_by_residents_with_what_was_replaced(wereld: Wereld) -> None:
    anna, ibrahim = await wereld.bewoner(ANNA), wereld.mens(IBRAHIM)
    await anna.vraag("/standpunten", zin("standpunt.lijst_leeg"))
    scherm = await ibrahim.vraag("/onderbouwing", zin("onderbouwing.kop"))
    await ibrahim.druk(scherm, knop("onderbouwing.knop_standpunt"), zin("standpunt.partner.vraag"))
    await ibrahim.vraag("Woonstad 😀", zin("standpunt.standpunt.vraag"))
    await ibrahim.vraag("Wij doen mee.", zin("standpunt.dag.vraag"))
    await ibrahim.vraag("3 maart 2028", zin("geweigerd.onderbouwing.dag_later"))
    voorbeeld = await ibrahim.vraag("5 januari 2027", "Wij doen mee.")
    await ibrahim.druk(voorbeeld, knop("onderbouwing.knop.stuk"), zin("onderbouwing.stuk.vraag"))
    await wereld.herstart()
    voorbeeld = await ibrahim.na(ibrahim.stuur_bestand(*document("brief.pdf", PDF)))
    lijst = await ibrahim.druk(voorbeeld, knop("knop.klaar"), zin("standpunt.lijst"))
    await ibrahim.vervals(voorbeeld, "fklaar")
    await ibrahim.tik(lijst, "Woonstad")
    een = await ibrahim.wacht(lambda b: knop("standpunt.knop_weg") in labels(b), "het standpunt")
    weg = next(k["callback_data"] for rij in knoppen(een) for k in rij if k["text"] == knop("standpunt.knop_weg"))
    await ibrahim.druk(een, knop("standpunt.knop_vervang"), zin("standpunt.standpunt.vraag"))
    await ibrahim.vraag("Wij wachten nog.", zin("standpunt.dag.vraag"))
    voorbeeld = await ibrahim.vraag("6 januari 2027", "Wij wachten nog.")
    await ibrahim.druk(voorbeeld, knop("knop.klaar"), zin("standpunt.vervangen"))
    assert zin("geweigerd.standpunt.geldt_niet") in tekst_van(await ibrahim.na(ibrahim.vervals(een, weg)))

    stand = await anna.vraag("/stand", knop=knop("knop.standpunten"))
    await anna.tik(stand, knop("knop.standpunten"))
    gelezen = await anna.wacht(lambda b: zin("standpunt.vervangen") in tekst_van(b), "de standpunten")
    for deel in ("Wij wachten nog.", "Wij doen mee."):
        assert deel in tekst_van(gelezen)
    await anna.tik(gelezen, "Woonstad")  # the one with a document: the newer one has no button
    oud = await anna.wacht(lambda b: knop("standpunt.knop_stuk") in labels(b), "het standpunt met het stuk")
    assert knop("standpunt.knop_weg") not in labels(oud)
    await anna.tik(oud, knop("standpunt.knop_stuk"))
    stuk = await anna.wacht(lambda b: "document" in b, "het stuk")
    assert stuk["document"]["file_name"] == "brief.pdf"
    assert zin("geweigerd.rol_nodig") in tekst_van(await anna.na(anna.vervals(oud, weg)))

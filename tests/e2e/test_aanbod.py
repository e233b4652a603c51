"""Offers for two types of home: an owner, a tenant, paper, the e-form, and taking it back, over restarts."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection, select

from bot.demo.telefoon import knoppen, tekst_van
from bot.rules.drempels.intekening import Intekening
from bot.rules.spelregels import Spelregels
from bot.services.stand import bereken_stand
from bot.storage import tables as t
from tests.builders import een_huishouden
from tests.wereld import ANNA, BRAM, DAAN, IBRAHIM, MARIA, NOOR, NU, Mens, Wereld, knop, labels, zin

PDF = b"%PDF-1.7\n" + b"1 0 obj\nendobj\n" * 200 + b"startxref\n9\n%%EOF\n"


async def maak_huizen(wereld: Wereld) -> None:
    """Anna and Bram own a rijwoning, Maria a rented one, Daan a flat; two homes have nobody with a phone."""

    def zet(tx: Connection) -> None:
        regels = replace(Spelregels(), drempels=(Intekening(3),))
        tx.execute(t.spelregels.update().values(inhoud=regels.canoniek(), uit_instellingen=False))
        samen, maria, daan = tx.scalars(select(t.huishouden.c.id).order_by(t.huishouden.c.id))
        papier, eform = (een_huishouden(tx, wereld.wijk, straat="Merelweg", huisnummer=n).id for n in (71, 72))
        for huizen, woningtype, eigendom in (
            ((samen, papier, eform), "rijwoning", "koop"),
            ((maria,), "rijwoning", "huur"),
            ((daan,), "flat", "koop"),
        ):
            wat = t.huishouden.update().where(t.huishouden.c.id.in_(huizen))
            tx.execute(wat.values(woningtype=woningtype, eigendom=eigendom))

    await wereld.database.write(wereld.wijk, zet)


async def geteld(wereld: Wereld) -> int:
    stand = await wereld.database.read(bereken_stand, wereld.wijk)
    return stand.drempels[0].teller


async def akkoord(wereld: Wereld, noor: Mens) -> None:
    """Let Noor say yes twice to what she was asked last."""
    await wereld.rust()
    vraag = await noor.wacht(
        lambda b: not {knop("voorstel.knop_ja"), knop("voorstel.knop_lees")}.isdisjoint(labels(b)),
        "de vraag om akkoord",
    )
    if knop("voorstel.knop_lees") in labels(vraag):
        await noor.tik(vraag, knop("voorstel.knop_lees"))
        vraag = await noor.wacht(lambda b: knop("voorstel.knop_ja") in labels(b), "de knop om akkoord te geven")
    for _ in range(2):
        await noor.vervals(vraag, knoppen(vraag)[0][0]["callback_data"])
    await wereld.rust()


async def bied(wereld: Wereld, ibrahim: Mens, noor: Mens, woning: str, titel: str) -> None:
    lijst = await ibrahim.vraag("/intekening", knop=knop("aanbod.knop_nieuw"))
    scherm = await ibrahim.druk(lijst, knop("aanbod.knop_nieuw"), zin("aanbod.wat.vraag"))
    scherm = await ibrahim.druk(scherm, knop("aanbod.wat.deelnameverklaring"), zin("aanbod.woning.vraag"))
    scherm = await ibrahim.druk(scherm, woning, zin("aanbod.woning.vraag"))
    await ibrahim.druk(scherm, knop("knop.verder"), zin("aanbod.titel.vraag"))
    await ibrahim.vraag(titel, zin("aanbod.tekst.vraag"))
    await ibrahim.vraag("Een leiding naar uw huis.", zin("aanbod.kosten.vraag"))
    await ibrahim.vraag("4.000 tot 6.000", zin("aanbod.opbrengst.vraag"))
    await ibrahim.vraag("200-400", zin("aanbod.voorwaarden.vraag"))
    await ibrahim.vraag("Het werk duurt twee dagen. 😀\n" + "U ruimt zelf de gang leeg. " * 9, zin("aanbod.gas.vraag"))
    await wereld.herstart()
    scherm = await ibrahim.vraag("Het gas stopt in 2035.", zin("aanbod.bindend.vraag"))
    await ibrahim.druk(scherm, knop("aanbod.bindend.ja"), zin("aanbod.bindend_uitleg.vraag"))
    scherm = await ibrahim.vraag("U betaalt de aanleg als het doorgaat.", zin("aanbod.bedenktijd.vraag"))
    await ibrahim.druk(scherm, knop("aanbod.bedenktijd.14"), zin("aanbod.sluit_op.vraag"))
    await ibrahim.vraag("9 februari 20:00", zin("aanbod.stuk.vraag"))
    voorbeeld = await ibrahim.na(ibrahim.stuur_bestand("document", "offerte.pdf", PDF, "application/pdf"))
    await ibrahim.druk(voorbeeld, knop("onderbouwing.knop_vraag"), zin("voorstel.gemaakt"))
    await akkoord(wereld, noor)


async def test_owners_say_yes_in_every_way_and_it_counts_until_they_take_it_back(wereld: Wereld) -> None:
    await maak_huizen(wereld)
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    await noor.vraag("/menu")
    for woning in ("rijwoning", "flat"):
        await bied(wereld, ibrahim, noor, woning, f"Net voor een {woning}")
    anna, bram, daan = [await wereld.bewoner(wie) for wie in (ANNA, BRAM, DAAN)]
    maria = await wereld.bewoner(MARIA, "English")

    scherm = await anna.vraag("/intekening", "Net voor een rijwoning")
    assert "Het gas stopt in 2035." in tekst_van(scherm)
    verder = await anna.druk(scherm, knop("aanbod.knop_verder"), "Het werk duurt twee dagen. 😀")
    await anna.tik(verder, knop("aanbod.knop_stuk"))
    assert (await anna.wacht(lambda b: "document" in b, "het document"))["document"]["file_name"] == "offerte.pdf"
    zeker = await anna.druk(verder, knop("intekening.knop.deelnameverklaring"), zin("intekening.thuis"))
    assert await geteld(wereld) == 0
    await wereld.herstart()
    ja = knoppen(zeker)[0][0]["callback_data"]
    for _ in range(3):
        await anna.vervals(zeker, ja)
    await wereld.rust()
    assert await geteld(wereld) == 1

    bij_bram = await bram.vraag("/intekening", knop=knop("aanbod.knop_verder"))
    assert zin("intekening.adres.ander", dag="1 februari 2027") in tekst_van(bij_bram)
    weg = ja.replace("inj:", "inx:")
    assert zin("geweigerd.intekening.van_ander") in tekst_van(await bram.na(bram.vervals(bij_bram, weg)))
    bij_maria = await maria.vraag("/intekening", zin("intekening.alleen_eigenaar", "en"))
    assert zin("geweigerd.intekening.huurder_lijst", "en") in tekst_van(await maria.na(maria.vervals(bij_maria, ja)))
    bij_daan = await daan.vraag("/intekening", "Net voor een flat")
    nee = tekst_van(await daan.na(daan.vervals(bij_daan, ja)))
    assert zin("geweigerd.intekening.ander_huis", woningen="rijwoning") in nee
    for vals in (f"inj:{'A' * 22}:ja", "inx:", "ine:x:baas", "aapapier:x", "aaeform", "aax:x"):
        await daan.na(daan.vervals(bij_daan, vals))
    assert await geteld(wereld) == 1

    lijst = await ibrahim.vraag("/intekening", "Net voor een rijwoning")
    een = await ibrahim.druk(lijst, "Net voor een rijwoning", "Een leiding naar uw huis.")
    scherm = await ibrahim.druk(een, knop("aanbod.knop_papier"), zin("intekening_papier.doet.vraag"))
    await ibrahim.druk(scherm, knop("intekening_papier.doet.erbij"), zin("intekening_papier.adres.vraag"))
    scherm = await ibrahim.vraag("Merelweg 71", zin("intekening_papier.dag.vraag"))
    await ibrahim.druk(scherm, knop("intekening_papier.dag.vandaag"), zin("voorstel.gemaakt"))
    await akkoord(wereld, noor)
    assert await geteld(wereld) == 2

    regels = "postcode;huisnummer;toevoeging;datum;aanbod\n3511AB;{};;1-2-2027;Net voor een rijwoning\n"
    lijst = await ibrahim.vraag("/intekening", knop=knop("aanbod.knop_eformulier"))
    await ibrahim.druk(lijst, knop("aanbod.knop_eformulier"), "CSV")
    fout = await ibrahim.na(ibrahim.stuur_bestand("document", "fout.csv", regels.format(999).encode(), "text/csv"))
    assert zin("eformulier.fout.onbekend_adres", wat="3511AB 999") in tekst_van(fout)
    await wereld.herstart()
    for verwacht in (zin("voorstel.gemaakt"), zin("eformulier.niets", aantal=1)):
        bestand = ibrahim.stuur_bestand("document", "eformulier.csv", regels.format(72).encode(), "text/csv")
        assert verwacht in tekst_van(await ibrahim.na(bestand))
        if await geteld(wereld) == 2:
            await akkoord(wereld, noor)
            lijst = await ibrahim.vraag("/intekening", knop=knop("aanbod.knop_eformulier"))
            await ibrahim.druk(lijst, knop("aanbod.knop_eformulier"), "CSV")
    assert await geteld(wereld) == 3

    verder = await daan.druk(bij_daan, knop("aanbod.knop_verder"), "Het werk duurt twee dagen.")
    zeker = await daan.druk(verder, knop("intekening.knop.deelnameverklaring"), zin("intekening.thuis"))
    bij_daan = await daan.druk(zeker, knop("intekening.knop_ja"), zin("intekening.klaar", titel="Net voor een flat"))
    assert zin("intekening.terug_kan", dag="15 februari 2027") in tekst_van(bij_daan)
    assert await geteld(wereld) == 4
    await wereld.ga_naar(NU + timedelta(days=10))  # the offer is closed, the term goes on
    scherm = await anna.vraag("/intekening", knop=knop("intekening.knop_weg"))
    weg_ = await anna.druk(scherm, knop("intekening.knop_weg"), zin("intekening.weg", titel="Net voor een rijwoning"))
    await anna.tik(weg_, knop("intekening.knop_weg_ja"))
    await wereld.rust()
    assert await geteld(wereld) == 3
    await wereld.ga_naar(NU + timedelta(days=15))
    te_laat = tekst_van(await daan.na(daan.tik(bij_daan, knop("intekening.knop_weg"))))
    assert zin("geweigerd.intekening.te_laat", titel="Net voor een flat") in te_laat
    assert await geteld(wereld) == 3

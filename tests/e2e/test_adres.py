"""One address in the chat: a household without a phone asks something, and hears the answer at its door."""

from datetime import timedelta

from sqlalchemy import Connection, select

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from tests.builders import een_bijeenkomst, een_huishouden
from tests.wereld import ANNA, IBRAHIM, NOOR, Wereld, knop, labels, zin

VRAAG, ANTWOORD = "Moet ik dan ook een nieuw fornuis?", "Ja. Er is een regeling voor."


async def test_a_household_without_a_phone_does_all_from_one_screen_and_hears_the_answer(wereld: Wereld) -> None:
    huis, bij = await wereld.database.write(wereld.wijk, lambda tx: _klaar(tx, wereld))
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    scherm = await noor.vraag("/adres merelweg 9001", zin("adres.nog_niet"))
    # a question, over a restart: three taps and a sentence
    scherm = await noor.druk(scherm, knop("adres.knop_vraag"), zin("adresveld.stoel.vraag"))
    await noor.druk(scherm, "2", zin("vraagdeur.tekst.vraag"))
    await wereld.herstart()
    scherm = await noor.vraag(VRAAG, zin("vraagdeur.over.vraag"))
    for _ in range(2):
        await noor.tik(scherm, knop("vraagdeur.over.plan"))
    await wereld.rust()
    assert (await wereld.tel(t.vraag), await wereld.tel(t.bewijs)) == (1, 1)
    # signing up, and what is to be told
    scherm = await noor.vraag("/adres Merelweg 9001", zin("adres.bereikt"))
    scherm = await noor.druk(scherm, knop("adres.knop_aanmelden"), zin("aanmeldhulp.kies", adres="Merelweg 9001"))
    scherm = await noor.druk(scherm, "Warmteavond", zin("aanmeldhulp.vertel"))
    await noor.tik(scherm, "☐ Bewoner 1")
    await wereld.rust()
    lijst = await ibrahim.vraag("/openvragen", VRAAG)
    assert "Merelweg" not in tekst_van(lijst), "who answers does not read who asks"
    een = await ibrahim.druk(lijst, next(label for label in labels(lijst) if label.startswith(VRAAG[:10])), VRAAG)
    await ibrahim.druk(een, knop("vraagpunt.knop_antwoord"), zin("vraagpunt.typ"))
    await ibrahim.vraag(ANTWOORD, ANTWOORD)
    hoort = await noor.wacht(lambda b: zin("brengen.nieuw_antwoord") in tekst_van(b), "dat er iets te vertellen is")
    lijst = await noor.druk(hoort, knop("brengen.knop_lijst"), zin("brengen.lijst"))
    regel = f"Merelweg 9001 · {zin('brengen.kort.antwoord')}"
    scherm = await noor.druk(lijst, regel, ANTWOORD)
    scherm = await noor.druk(scherm, knop("brengen.knop_gebracht"), zin("brengen.gebracht"))
    eigen = await ibrahim.vraag("/menu")
    await ibrahim.vervals(eigen, f"bx:{bij}")
    await wereld.rust()
    await ibrahim.tik(await ibrahim.laatste(), knop("knop.afgelasten"))
    await wereld.rust()
    scherm = await noor.vraag("/brengen", zin("brengen.lijst"))
    assert labels(scherm)[0] == f"Merelweg 9001 · {zin('brengen.kort.afgelast')}"
    scherm = await noor.druk(scherm, labels(scherm)[0], "Warmteavond")
    scherm = await noor.druk(scherm, knop("adres.knop"), zin("adres.wat"))
    assert labels(scherm)[0] == zin("adres.knop_brengen", aantal=1)
    # nobody else gets in by these buttons
    anna = await wereld.bewoner(ANNA)
    menu = await anna.vraag("/menu")
    taak = await wereld.database.read(lambda tx: tx.scalar(select(t.brengtaak.c.publiek_id).limit(1)))
    forgeries = ("adres", "brengen", f"ad:{huis}", f"adv:{huis}", f"adh:{huis}", f"adg:{huis}", f"adl:{huis}:pl")
    for data in (*forgeries, f"adk:{huis}:p", f"brh:{huis}", f"brt:{taak}", f"brg:{taak}", f"brw:{taak}"):
        assert tekst_van(await anna.na(anna.vervals(menu, data))).startswith(zin("geweigerd.rol_nodig")), data


def _klaar(tx: Connection, wereld: Wereld) -> tuple[str, str]:
    een_huishouden(tx, wereld.wijk, straat="Merelweg", huisnummer=9001, volwassenen=2)
    begin = wereld.klok.now() + timedelta(days=3)
    bij = een_bijeenkomst(tx, wereld.wijk, titel="Warmteavond", begin=begin).publiek_id
    h = t.huishouden.c
    huis = tx.scalar(select(h.publiek_id).where(h.straat == "Merelweg", h.huisnummer == 9001))
    return str(huis), bij

"""Writing to the neighbourhood in chat: from the form to what each resident reads, whatever happens in between."""

from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from bot.demo.telefoon import Bericht, tekst_van
from bot.services.handeling import STRAATCONTACT, TREKKER
from bot.storage import tables as t
from tests.builders import een_account, een_bewoner, een_huishouden
from tests.e2e.test_voorstel import maak
from tests.wereld import ANNA, BRAM, DAAN, IBRAHIM, MARIA, NOOR, NU, Mens, Wereld, knop, labels, zin

VOORBEELD = zin("uitzending.zo")


async def buren(wereld: Wereld, hoeveel: int, straat: str = "Lindelaan") -> None:
    """Let neighbours join by an id that no chat has: what goes to them fails."""

    def voeg_toe(tx: Connection) -> None:
        for n in range(hoeveel):
            thuis = een_huishouden(tx, wereld.wijk, straat=straat, volwassenen=1).id
            buur = een_account(tx, f"0{n}{len(straat)}77", bewoner=een_bewoner(tx, wereld.wijk, thuis))
            tx.execute(update(t.account).where(t.account.c.id == buur).values(kanaal=wereld.kanaal))

    await wereld.database.write(wereld.wijk, voeg_toe)


async def tot_groep(mens: Mens, tekst: str) -> Bericht:
    """Begin the form and type what it is about."""
    await mens.vraag("/bericht", zin("uitzending.inhoud.vraag"))
    return await mens.na(mens.typ_html(tekst))


async def kies_wie(mens: Mens, stap: Bericht, *eisen: str, straat: str | None = None) -> Bericht:
    """Choose for whom, up to the question in which language it is."""
    if straat:
        stap = await mens.druk(stap, knop("doelgroep.voor.straat"), zin("doelgroep.welke.vraag"))
    stap = await mens.druk(stap, straat or knop("doelgroep.voor.wijk"), zin("uitzending.wie.vraag"))
    for eis in eisen:
        stap = await mens.druk(stap, knop(f"uitzending.wie.{eis}"), knop(f"uitzending.wie.{eis}"))
    return await mens.druk(stap, knop("knop.verder"), zin("uitzending.taal.vraag"))


async def schrijf(mens: Mens, tekst: str, *eisen: str, straat: str | None = None, moment: str | None = None) -> Bericht:
    """Fill in the form; return the last message of the preview."""
    stap = await kies_wie(mens, await tot_groep(mens, tekst), *eisen, straat=straat)
    stap = await mens.druk(stap, "Nederlands", zin("uitzending.moment.vraag"))
    if moment is None:
        return await mens.druk(stap, knop("uitzending.moment.nu"), VOORBEELD, nieuw=True)
    return await mens.vraag(moment, VOORBEELD)


def ja(voorbeeld: Bericht) -> str:
    """Return the label of the last yes."""
    return labels(voorbeeld)[0]


async def test_a_message_reaches_each_in_their_language_after_a_second_yes_and_two_restarts(wereld: Wereld) -> None:
    wereld.alleen_telegram("opmaak in wat iemand typt")
    anna, maria = await wereld.bewoner(ANNA), await wereld.bewoner(MARIA, "English")
    await buren(wereld, 5)
    noor, ibrahim = wereld.mens(NOOR), wereld.mens(IBRAHIM)
    await ibrahim.vraag("/menu")
    stap = await tot_groep(noor, "Kom <b>morgen</b> naar het café 🎉")
    await wereld.herstart()
    stap = await kies_wie(noor, stap)
    stap = await noor.druk(stap, "Nederlands", zin("uitzending.moment.vraag"))
    voorbeeld = await noor.druk(stap, knop("uitzending.moment.nu"), VOORBEELD, nieuw=True)
    vraag = await noor.druk(voorbeeld, "Vertaling: Engels", "Engels")
    assert knop("knop.overslaan") in labels(vraag)
    voorbeeld = await noor.vraag("Come to the café tomorrow", VOORBEELD)
    gezien = [tekst_van(b) for b in (await noor.berichten())[-3:]]
    assert gezien[0].startswith("Kom morgen naar het café 🎉")
    assert gezien[1].startswith("Come to the café tomorrow")
    assert "Mensen met de bot: 7" in tekst_van(voorbeeld)
    assert ja(voorbeeld) == "Ja, naar 7 mensen"
    await noor.druk(voorbeeld, ja(voorbeeld), zin("voorstel.gemaakt"))
    await wereld.herstart()
    await wereld.rust()
    vraag = await ibrahim.wacht(lambda b: zin("voorstel.vraag") in tekst_van(b), "de vraag om akkoord")
    assert labels(vraag)[0] == knop("voorstel.knop_lees")
    akkoord = await ibrahim.druk(vraag, knop("voorstel.knop_lees"), zin("voorstel.vraag"), nieuw=True)
    assert any(tekst_van(b).startswith("Kom morgen") for b in await ibrahim.berichten())
    await ibrahim.tik(akkoord, knop("voorstel.knop_ja"))
    await ibrahim.vervals(akkoord, akkoord["reply_markup"]["inline_keyboard"][0][0]["callback_data"])  # twice is once
    await wereld.rust()
    await wereld.ga_naar(NU + timedelta(minutes=1))
    await anna.wacht(lambda b: tekst_van(b).startswith("Kom morgen naar het café"), "het bericht")
    await maria.wacht(lambda b: tekst_van(b).startswith("Come to the café"), "the message")
    assert await wereld.tel(t.uitzending) == 1
    assert await wereld.tel(t.outbox, t.outbox.c.soort == "uitzending") == 7
    kreeg = [b for b in await anna.berichten() if "Kom morgen" in tekst_van(b)]
    assert kreeg[0]["entities"][0]["type"] == "bold"


async def test_a_street_is_told_at_a_moment_outside_the_quiet_hours_and_two_taps_send_once(wereld: Wereld) -> None:
    anna, daan = await wereld.bewoner(ANNA), await wereld.bewoner(DAAN)
    await buren(wereld, 4)
    await buren(wereld, 1, "Merelweg")
    noor = wereld.mens(NOOR)
    stil = await kies_wie(noor, await tot_groep(noor, "Straatfeest!"), straat="Lindelaan")
    stil = await noor.druk(stil, "Nederlands", zin("uitzending.moment.vraag"))
    stil = await noor.vraag("vandaag 23:00", zin("tijdstip.stil.vraag"))
    assert "2 februari 2027 om 08:00" in tekst_van(stil)
    voorbeeld = await noor.druk(stil, knop("tijdstip.stil.goed"), VOORBEELD, nieuw=True)
    assert ja(voorbeeld) == "Ja, naar 6 mensen"
    await noor.tik(voorbeeld, ja(voorbeeld))
    await noor.vervals(voorbeeld, "fklaar")
    await wereld.rust()
    assert await wereld.tel(t.uitzending) == 1
    await wereld.ga_naar(NU + timedelta(hours=12))
    assert await wereld.tel(t.outbox) == 0
    await wereld.herstart()
    await wereld.ga_naar(datetime.fromisoformat("2027-02-02T07:00:00+00:00"))
    for mens in (anna, daan):
        await mens.wacht(lambda b: "Straatfeest!" in tekst_van(b), "het bericht")
    assert await wereld.tel(t.outbox, t.outbox.c.soort == "uitzending") == 6


async def test_what_is_planned_is_called_off_and_a_late_tap_changes_nothing(wereld: Wereld) -> None:
    await buren(wereld, 6)
    noor, daan = wereld.mens(NOOR), await wereld.bewoner(DAAN)
    voorbeeld = await schrijf(noor, "Tot straks", straat="Lindelaan", moment="morgen 10:00")
    klaar = await noor.druk(voorbeeld, ja(voorbeeld), zin("uitzending.staat.gepland"))
    data = klaar["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    assert zin("geweigerd.rol_nodig") in tekst_van(await daan.na(daan.vervals(await daan.vraag("/menu"), data)))
    zeker = await noor.druk(klaar, knop("uitzending.knop_af"), zin("planning.zeker"))
    await wereld.herstart()
    af = await noor.druk(zeker, knop("planning.knop_af_ja"), zin("uitzending.staat.afgezegd"))
    await noor.vervals(af, data)
    await wereld.ga_naar(NU + timedelta(days=2))
    assert await wereld.tel(t.outbox, t.outbox.c.soort == "uitzending") == 0


async def test_for_fewer_than_five_only_the_straatcontact_hears_it_and_not_for_whom(wereld: Wereld) -> None:
    anna, bram = await wereld.bewoner(ANNA), await wereld.bewoner(BRAM)
    noor = wereld.mens(NOOR)
    voorbeeld = await schrijf(noor, "Belt u ons?", "niet_gehoord", straat="Lindelaan")
    assert "minder dan 5" in tekst_van(voorbeeld)
    assert "2" not in tekst_van(voorbeeld)
    assert zin("uitzending.geen_via") in tekst_van(voorbeeld)
    nee = await noor.na(noor.vervals(voorbeeld, "fklaar"))
    assert zin("geweigerd.uitzending.geen_contact") in tekst_van(nee)
    await maak(wereld, STRAATCONTACT, BRAM.id, bereik="Lindelaan")
    voorbeeld = await schrijf(noor, "Belt u ons?", "niet_gehoord", straat="Lindelaan")
    await noor.tik(voorbeeld, knop("uitzending.knop_via"))
    await wereld.rust()
    await wereld.ga_naar(NU + timedelta(minutes=1))
    gevraagd = await bram.wacht(lambda b: zin("uitzending.geef_door") in tekst_van(b), "de vraag")
    assert "Belt u ons?" in tekst_van(gevraagd)
    assert "gehoord" not in tekst_van(gevraagd)
    assert not any("Belt u ons?" in tekst_van(b) for b in await anna.berichten())


async def test_a_trekker_writes_to_the_own_werkgroep_and_a_resident_to_nobody(wereld: Wereld) -> None:
    anna, daan = await wereld.bewoner(ANNA), await wereld.bewoner(DAAN)
    await daan.vraag("/bericht", zin("geweigerd.rol_nodig"))
    kolommen = t.werkgroep.c.naam, t.werkgroep.c.publiek_id, t.werkgroep.c.id
    groepen = await wereld.database.read(lambda tx: {r[0]: r[1:] for r in tx.execute(select(*kolommen))})
    (eigen, groep_id), (ander, _) = groepen["techniek"], groepen["communicatie"]
    await maak(wereld, TREKKER, ANNA.id, bereik=eigen)
    await buren(wereld, 5)

    def wordt_lid(tx: Connection) -> None:
        for bewoner in tx.scalars(select(t.bewoner.c.id)).all():
            tx.execute(insert(t.werkgroeplid).values(wijk=wereld.wijk, werkgroep=groep_id, bewoner=bewoner))

    await wereld.database.write(wereld.wijk, wordt_lid)
    stap = await tot_groep(anna, "Overleg")
    assert labels(stap)[:1] == [knop("doelgroep.voor.werkgroep")]
    await anna.vervals(stap, "fk:voor:wijk")
    stap = await anna.druk(stap, knop("doelgroep.voor.werkgroep"), zin("doelgroep.welke.vraag"))
    await anna.vervals(stap, f"fk:welke:{ander}")
    stap = await anna.druk(await anna.laatste(), "techniek", zin("uitzending.wie.vraag"))
    assert labels(stap)[:2] == [knop("uitzending.wie.komt"), knop("knop.verder")]
    stap = await anna.druk(stap, knop("knop.verder"), zin("uitzending.taal.vraag"))
    stap = await anna.druk(stap, "Nederlands", zin("uitzending.moment.vraag"))
    voorbeeld = await anna.druk(stap, knop("uitzending.moment.nu"), VOORBEELD, nieuw=True)
    await anna.tik(voorbeeld, ja(voorbeeld))
    await wereld.rust()
    await wereld.ga_naar(NU + timedelta(minutes=1))
    gekregen = await daan.wacht(lambda b: "Overleg" in tekst_van(b), "het bericht")
    assert "trekker (techniek)" in tekst_van(gekregen)


async def test_five_thousand_characters_are_refused_with_how_many_too_many(wereld: Wereld) -> None:
    noor = wereld.mens(NOOR)
    await noor.vraag("/bericht", zin("uitzending.inhoud.vraag"))
    nee = await noor.na(noor.typ("x" * 4000))
    assert "500 tekens te lang" in tekst_van(nee)
    await wereld.ga_naar(NU + timedelta(minutes=1))
    stap = await noor.vraag("Kort", zin("doelgroep.voor.vraag"))
    await noor.druk(stap, knop("doelgroep.voor.wijk"), zin("uitzending.wie.vraag"))


async def test_who_speaks_a_message_is_asked_to_type_it_too_and_each_reads_it_in_their_language(wereld: Wereld) -> None:
    anna, maria = await wereld.bewoner(ANNA), await wereld.bewoner(MARIA, "English")
    await buren(wereld, 4)
    noor = wereld.mens(NOOR)
    await noor.vraag("/bericht", zin("uitzending.inhoud.vraag"))
    await noor.stuur_bestand("spraak", "stem.ogg", b"OggS")
    await noor.wacht(lambda b: zin("uitzending.gezegd.vraag") in tekst_van(b), "de vraag om tekst")
    stap = await kies_wie(noor, await noor.na(noor.typ("Kom ook!")), straat="Lindelaan")
    stap = await noor.druk(stap, "Nederlands", zin("uitzending.moment.vraag"))
    voorbeeld = await noor.druk(stap, knop("uitzending.moment.nu"), VOORBEELD, nieuw=True)
    await noor.druk(voorbeeld, "Vertaling: Engels", "Engels")
    voorbeeld = await noor.vraag("Come too!", VOORBEELD)
    await noor.tik(voorbeeld, ja(voorbeeld))
    await wereld.rust()
    await wereld.ga_naar(NU + timedelta(minutes=1))
    for mens, tekst in ((anna, "Kom ook!"), (maria, "Come too!")):
        assert any(tekst in b.get("caption", tekst_van(b)) for b in await mens.berichten())

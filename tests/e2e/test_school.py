"""A school answers the statements of a poll by its QR, played through on the phones; residents and staff beside it."""

import asyncio
import io
import re
from datetime import UTC, datetime

import pypdfium2
from sqlalchemy import select

from bot.demo.telefoon import tekst_van
from bot.storage import tables as t
from bot.voorbeeldbuurt import Rol
from tests.e2e.test_peilmethoden import begin, open_, rond_af
from tests.qr import lees_qr
from tests.wereld import ANNA, DAAN, NOOR, Wereld, knop, labels, zin

SLUIT = datetime(2027, 2, 5, 19, 0, tzinfo=UTC)
LEERLING, LERAAR = Rol(71, "Sam"), Rol(72, "Juf")


async def test_pupils_answer_by_the_qr_apart_from_everyone_and_leave_nothing(wereld: Wereld) -> None:
    anna, noor, sam, juf = await wereld.bewoner(ANNA), *(wereld.mens(wie) for wie in (NOOR, LEERLING, LERAAR))
    for wie in (LEERLING, LERAAR):
        await wereld.nieuw_persoon(wie)
    await begin(noor, "stellingen", "Wat vindt u?")
    stap = await noor.vraag("<b>Samen\nStil", zin("doelgroep.voor.vraag"))
    stap = await noor.druk(stap, knop("doelgroep.voor.wijk"), zin("peiling.sluit_op.vraag"))
    await rond_af(wereld, noor, stap)
    lijst = await noor.druk(await open_(noor, "Wat vindt u?"), knop("school.knop"), zin("school.lijst_leeg"))
    await noor.druk(lijst, knop("school.knop_nieuw"), zin("school.naam.vraag"))
    await wereld.herstart()
    vraag = await noor.vraag("De <b>Wilg", zin("school.tot.vraag"))
    link = await noor.na(noor.tik(vraag, knop("school.tot.gelijk")))
    await wereld.rust()
    berichten = await noor.berichten()
    link = next(b for b in berichten if zin("school.knop_alle") in labels(b))
    (poster,) = [b for b in berichten if "document" in b]
    beeld = pypdfium2.PdfDocument(io.BytesIO(await noor.bestand(poster)))[0].render(scale=2).to_pil()
    gevonden = re.search(r"\?start=(school-[\w-]{22})\b", lees_qr(beeld)[0].text)
    assert gevonden
    assert gevonden[0] in tekst_van(link)
    start = f"/start {gevonden[1]}"

    een = await sam.vraag(start, "De <b>Wilg", "Stelling 1 van 2:\n<b>Samen", zin("school.bewaard"))
    assert labels(een)[:-1] == [knop(f"methode.stellingen.knop.{wat}") for wat in ("eens", "oneens", "pas")]
    await asyncio.gather(*(sam.tik(een, knop("methode.stellingen.knop.eens")) for _ in range(3)))
    een = await sam.wacht(lambda b: "Stelling 2 van 2" in tekst_van(b), "de tweede stelling")
    await wereld.herstart()
    een = await sam.druk(een, knop("methode.stellingen.knop.oneens"), zin("methode.stellingen.zin.einde"))
    await juf.druk(await juf.vraag(start, "Stelling 1"), knop("methode.stellingen.knop.pas"), "Stelling 2")
    eigen = await anna.vraag(start, zin("school.bewoner", naam="De <b>Wilg"))
    stap = await anna.druk(eigen, knop("school.knop_eigen"), "Stelling 1 van 2")
    await anna.druk(stap, knop("methode.stellingen.knop.eens"), "Stelling 2 van 2")
    school = gevonden[1].removeprefix("school-")
    for data in (f"st:{school}:0e", f"p:{school}"):
        assert zin("geweigerd.school.eigen") in tekst_van(await anna.na(anna.vervals(stap, data)))
    for data in (f"school:{school}", f"school_toon:{school}", f"school_stop:{school}:ja", f"school_nieuw:{school}"):
        assert zin("geweigerd.rol_nodig") in tekst_van(await anna.na(anna.vervals(stap, data)))
    await noor.vraag(start, zin("school.team", naam="De <b>Wilg"))
    await wereld.mens(DAAN).vraag("/start school-onzin", zin("geweigerd.school.onbekend"))
    assert await wereld.tel(t.bewijs) == 1
    await noor.tik(link, knop("school.knop_stop"))
    zeker = await noor.wacht(lambda b: zin("school.zeker") in tekst_van(b), "of zij het zeker weet")
    await noor.druk(zeker, knop("school.knop_stop_ja"), zin("school.voorbij"))
    if wereld.net == "web":  # the chat went along with the account
        await sam.wacht(lambda b: zin("webkanaal.afgemeld") in tekst_van(b), "dat Sam is afgemeld")
    else:
        laat = await sam.na(sam.tik(een, "1"))
        assert zin("geweigerd.school.dicht") in tekst_van(laat)
        assert labels(laat) == []
    await wereld.ga_naar(SLUIT)
    over = select(t.account.c.extern_id).where(t.account.c.extern_id.in_([str(LEERLING.id), str(LERAAR.id)]))
    assert await wereld.database.read(lambda tx: list(tx.scalars(over))) == []
    uitslag = await anna.wacht(lambda b: zin("school.apart") in tekst_van(b), "de uitslag")
    assert "• De <b>Wilg: minder dan 10 mensen" in tekst_van(uitslag)
    await anna.tik(uitslag, "Uitslag van De <b>Wilg")
    await anna.wacht(lambda b: zin("school.uitslag", naam="De <b>Wilg") in tekst_van(b), "de uitslag van de school")
    assert not [b for b in await sam.berichten() if zin("peiling.uitslag", vraag="Wat vindt u?") in tekst_van(b)]

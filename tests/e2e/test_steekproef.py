"""The sample check in the chat: drawn, taken on by a link, marked with a restart between, and gone from the chat."""

import re
import secrets

from sqlalchemy import Connection, insert

from bot.demo.telefoon import tekst_van
from bot.services import bewijs, bewijslog
from bot.services.bewijs import Feit
from bot.services.handeling import Afzender, Handeling
from bot.storage import accounts
from bot.storage import bewijslog as opslag
from bot.storage import tables as t
from bot.voorbeeldbuurt import Rol
from tests.builders import een_bewoner
from tests.wereld import ANNA, IBRAHIM, NOOR, NU, Wereld, knop, labels, zin

WIM = Rol(77, "Wim")


def twaalf_gesprekken(tx: Connection, wijk: int, kanaal: str) -> None:
    noor = accounts.wie(tx, wijk, kanaal, str(NOOR.id))
    for n in range(12):
        handeling = Handeling(wijk, Afzender(kanaal, str(NOOR.id)), NU, secrets.token_bytes(32))
        bewijs.leg_vast(tx, handeling, een_bewoner(tx, wijk), Feit("gesprek", f"bezoek {n}", "deurgesprek", noor))
    bewijslog.maak_bij(tx, wijk, secrets.token_bytes(32))
    boom = opslag.stand(tx, wijk)
    hoofd = {"grootte": boom.grootte, "wortel": boom.wortel(), "dag": NU.date(), "notitie": "getekend"}
    tx.execute(insert(t.ijkpunt).values(wijk=wijk, **hoofd))


async def test_an_outsider_checks_a_sample_and_keeps_nothing(wereld: Wereld) -> None:
    noor, ibrahim, anna = wereld.mens(NOOR), wereld.mens(IBRAHIM), await wereld.bewoner(ANNA)
    await noor.vraag("/menu")
    await wereld.database.write(wereld.wijk, twaalf_gesprekken, wereld.wijk, wereld.kanaal)
    await noor.vraag("/steekproef", zin("geweigerd.rol_nodig"))
    kop = await ibrahim.vraag("/steekproef", zin("steekproef.uitleg"))
    await ibrahim.druk(kop, knop("steekproef.knop_nieuw"), zin("steekproef.aantal.vraag"))
    link = tekst_van(await ibrahim.vraag("2", zin("uitnodiging.link")))
    geheim = re.search(r"start=(rol-[\w-]+)", link)
    assert geheim
    await wereld.nieuw_persoon(WIM)
    wim = wereld.mens(WIM)
    vraag = await wim.vraag(f"/start {geheim[1]}", zin("rol.uitleg.controleur"))
    await wim.druk(vraag, knop("uitnodiging.knop_ja"), zin("rol.uitleg.controleur"))
    await wim.vraag("/mijlpalen", zin("geweigerd.nog_niet_binnen"))
    lijst = await wim.vraag("/controle", zin("steekproef.lijst"))
    een = await wim.druk(lijst, labels(lijst)[0], "Merelweg")
    ander = await wim.vraag("/controle", zin("steekproef.lijst"))
    welk = next(k["callback_data"] for rij in een["reply_markup"]["inline_keyboard"] for k in rij)
    await anna.na(anna.vervals(await anna.vraag("/menu"), welk))
    assert zin("geweigerd.rol_nodig") in tekst_van(await anna.laatste())

    await wereld.herstart()
    blijft_open = await wim.druk(ander, labels(ander)[1], "Merelweg")
    for _ in range(2):
        await wim.tik(een, knop("steekproef.knop_klopt_niet"))
    lijst = await wim.wacht(
        lambda b: b["message_id"] == een["message_id"] and "✗ 1" in labels(b), "dat het is genoteerd"
    )
    open_ = await wim.druk(lijst, "· 2", "Merelweg")
    lijst = await wim.druk(open_, knop("steekproef.knop_niet_bereikt"), zin("steekproef.lijst"))
    await wereld.herstart()
    await wim.druk(lijst, knop("steekproef.knop_klaar"), zin("steekproef.bedankt"))
    await wim.wacht(
        lambda b: b["message_id"] == blijft_open["message_id"] and zin("steekproef.voorbij") in tekst_van(b), "weg"
    )
    await wereld.rust()
    assert not [b for b in await wim.berichten() if "Merelweg" in tekst_van(b)]
    await wim.vraag("/controle", zin("geweigerd.rol_nodig"))
    vraag = await ibrahim.wacht(lambda b: zin("correctie.wat_steekproef") in tekst_van(b), "wat niet klopt")
    await ibrahim.druk(vraag, knop("correctie.knop_ja"), zin("correctie.klaar_rechtgezet"))
    uitkomst = await ibrahim.vraag("/steekproef", zin("steekproef.te_klein"))
    assert zin("steekproef.uitkomst", omvang=12, getrokken=2, klopt_niet=1, bereikt=1, niet_bereikt=1) in tekst_van(
        uitkomst
    )

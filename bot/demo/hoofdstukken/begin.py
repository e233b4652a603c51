"""How residents come in: the letter, and the werkgroepen."""

from functools import partial

from bot.demo.telefoon import Telefoon
from bot.demo.verteller import Verhaal
from bot.rules.huishoudcode import schrijf


async def brief(v: Verhaal) -> None:
    """Ten residents join, one of them with a slip; then the neighbours."""
    v.zeg("📬 Bij elk adres ligt een brief in de bus. Anneke en Wim delen er een.")
    await v.bewoners[3].vraag("/start", "Welkom")
    await v.bewoners[3].vraag("7K3F-9M2A-PQ4X", "typefout")
    v.zeg("   Jeroen typt zijn code eerst verkeerd, en hoort vriendelijk dat het een typefout is.")
    for wie in v.bewoners:
        await _doe_mee(v, wie)
        v.zeg(f"🏠 {wie.wie.naam} doet mee.")
    if v.buren:
        await v.samen(v.buren, partial(_doe_mee, v))
        v.zeg(f"🏘  Nog {len(v.buren)} buren doen mee.")


async def _doe_mee(v: Verhaal, wie: Telefoon) -> None:
    code = v.wereld.codes[wie.wie.adres or 0]
    getypt = f"/start {code}" if wie.wie.id % 2 else schrijf(code).lower()
    taal = await wie.vraag(getypt, "Which language")
    toestemming = await wie.druk(
        taal, v.engels(wie, "Nederlands", "English"), v.engels(wie, "Doet u mee?", "Will you join?")
    )
    await wie.druk(toestemming, v.engels(wie, "Ja, ik doe mee", "Yes"), v.engels(wie, "Welkom", "Welcome"))


async def werkgroepen(v: Verhaal) -> None:
    """Three residents join a werkgroep."""
    for wie, naam in ((v.bewoners[0], "techniek"), (v.bewoners[2], "communicatie"), (v.bewoners[6], "techniek")):
        lijst = await wie.vraag("/werkgroepen", knop=naam)
        groep = await wie.druk(lijst, naam, naam)
        meedoen, klaar = v.engels(wie, "Ik doe mee", "I join"), v.engels(wie, "U doet mee", "You take part")
        await wie.druk(groep, meedoen, klaar)
        v.zeg(f"🙋 {wie.wie.naam} gaat bij de werkgroep {naam}.")

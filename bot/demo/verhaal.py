"""The story that the demo plays by itself: ten residents with a phone and one without, from letter to count.

Everything goes over the web chat as people would do it; nothing is written behind the bot's back. What must come of it
is known beforehand, and the story fails when it does not.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import aiohttp

from bot.demo.buurt import VOLWASSENEN
from bot.demo.telefoon import Bericht, Telefoon, knoppen, tekst_van
from bot.demo.verteller import Verhaal, Wereld
from bot.rules.huishoudcode import schrijf

CAFE = "Energiecafé in De Nestkast"
WANDELING = "Warmtewandeling langs drie huizen"
BESLUIT = "2026-014"
WELKE_AVOND = "Welke avond past u het best?"
WELKE_WARMTE = "Welke warmte past het best bij onze buurt?"
OPTIES = ("Een warmtenet", "Elk huis een warmtepomp", "Ik weet het nog niet")
VERWACHT = {
    "gehoord": {"verdict": "gehaald", "teller": 11, "noemer": VOLWASSENEN, "nodig": 0},
    "informatie": {"verdict": "gehaald", "teller": 6, "noemer": VOLWASSENEN, "nodig": 0},
}
"""What must come of it. Eleven of eighteen is more than half; six of eighteen is a third, which is enough."""


class VerhaalFout(Exception):  # noqa: N818 (it tells what was not as it must be)
    """The story came out otherwise than it must."""


async def speel(wereld: Wereld) -> None:
    """Play the whole story.

    Raises:
        VerhaalFout: something came out otherwise than it must.
        GeenAntwoord: the bot kept silent.
    """
    async with aiohttp.ClientSession() as session:
        verhaal = Verhaal(wereld, session)
        for plaats, hoofdstuk in enumerate(_HOOFDSTUKKEN):
            verhaal.voortgang = plaats / len(_HOOFDSTUKKEN)
            await hoofdstuk(verhaal)


def controleer(stand: dict[str, Any]) -> None:
    """Compare the final conditions with what they must be.

    Raises:
        VerhaalFout: names the first difference.
    """
    for drempel in stand["drempels"]:
        for veld, waarde in VERWACHT[drempel["soort"]].items():
            if drempel[veld] != waarde:
                raise VerhaalFout(f"{drempel['soort']}: {veld} is {drempel[veld]!r} en moet {waarde!r} zijn")


async def _brief(v: Verhaal) -> None:
    v.zeg("📬 Bij tien adressen ligt een brief in de bus. Anneke en Wim delen er een.")
    await v.bewoners[3].vraag("/start", "Welkom")
    await v.bewoners[3].vraag("7K3F-9M2A-PQ4X", "typefout")
    v.zeg("   Jeroen typt zijn code eerst verkeerd, en hoort vriendelijk dat het een typefout is.")
    for wie in v.bewoners:
        code = v.wereld.codes[wie.wie.adres or 0]
        getypt = f"/start {code}" if wie.wie.id % 2 else schrijf(code).lower()
        taal = await wie.vraag(getypt, "Which language")
        toestemming = await wie.druk(
            taal, v.engels(wie, "Nederlands", "English"), v.engels(wie, "Doet u mee?", "Will you join?")
        )
        await wie.druk(toestemming, v.engels(wie, "Ja, ik doe mee", "Yes"), v.engels(wie, "Welkom", "Welcome"))
        v.zeg(f"🏠 {wie.wie.naam} doet mee.")


async def _werkgroepen(v: Verhaal) -> None:
    for wie, naam in ((v.bewoners[0], "techniek"), (v.bewoners[2], "communicatie"), (v.bewoners[6], "techniek")):
        lijst = await wie.vraag("/werkgroepen", knop=naam)
        await wie.tik(lijst, naam)
        await wie.wacht(partial(_heeft_knop, f"✓ {naam}"), f"✓ {naam}")
        v.zeg(f"🙋 {wie.wie.naam} gaat bij de werkgroep {naam}.")


async def _spelregels(v: Verhaal) -> None:
    regels = await v.ibrahim.vraag("/spelregels", "Vingerafdruk")
    stap = await v.ibrahim.druk(regels, "Vaststellen", "Wie heeft ze bevestigd")
    await v.ibrahim.druk(stap, "De gemeenteraad", "Welk nummer")
    await v.ibrahim.vraag(BESLUIT, "Op welke dag")
    dag = await v.nu() - timedelta(days=7)
    await v.ibrahim.vraag(f"{dag:%d-%m-%Y}", "Waar staat het besluit")
    stap = await v.ibrahim.vraag("https://vogeldam.example/besluit", "beloofd om de uitkomst")
    voorbeeld = await v.ibrahim.druk(stap, "Ja, dat is beloofd", BESLUIT)
    await v.ibrahim.druk(voorbeeld, "Vraag een tweede persoon", "akkoord nodig")
    v.zeg("📜 De gemeenteraad bevestigde de spelregels. Ibrahim vraagt Noor om mee te lezen.")
    een = await v.open(v.noor, "/voorstellen", "Spelregels", BESLUIT)
    await v.noor.tik(een, "Lees het")
    await v.noor.druk(await v.noor.wacht(partial(_heeft_knop, "Akkoord"), "Akkoord"), "Akkoord", "Het is gedaan")
    await v.allen_horen([b for b in v.bewoners if b.wie.taal == "nl"], "De spelregels van", "staan vast")
    v.zeg("   Noor zegt ja. Versie 1 staat vast: vanaf nu telt wat er gebeurt.")


async def _plan(v: Verhaal, soort: str, titel: str, begin: datetime, vragen: str) -> None:
    stap = await v.noor.vraag("/bijeenkomst", "Nieuwe bijeenkomst")
    await v.noor.druk(stap, soort, "Hoe heet")
    await v.noor.vraag(titel, "Wanneer begint")
    await v.noor.vraag(f"{begin:%d-%m-%Y %H:%M}", "Waar is het")
    voor = await v.noor.vraag("Buurthuis De Nestkast", "Voor wie")
    vraag = await v.noor.druk(voor, "De hele wijk", "vragen stellen")
    voorbeeld = await v.noor.druk(vraag, vragen, "Klopt het?", titel)
    await v.noor.druk(voorbeeld, "Ja, plaatsen", titel, "Zeggen dat ze komen")
    v.zeg(f"📅 Noor plant: {titel}, {begin:%d-%m %H:%M}.")
    await v.allen_horen(v.bewoners, titel)


async def _cafe(v: Verhaal) -> None:
    v.cafe = (await v.nu() + timedelta(days=10)).replace(hour=19, minute=30, second=0, microsecond=0)
    await _plan(v, "Energiecafé", CAFE, v.cafe, "Ja, met vragen")
    antwoorden = [("Ja", "U komt. Fijn!")] * 7 + [("Misschien", "U komt misschien"), ("Nee", "U komt niet")]
    for wie, (knop, antwoord) in zip(v.bewoners, antwoorden, strict=False):
        een = await v.open(wie, "/agenda", CAFE, CAFE)
        await wie.druk(een, v.engels(wie, knop, "Yes"), v.engels(wie, antwoord, "You are coming"))
    v.zeg("   Zeven zeggen ja, een misschien, een nee. Dat is nog geen komst.")


async def _welke_avond(v: Verhaal) -> None:
    await _peil(v, WELKE_AVOND, ("Maandag", "Donderdag"), await v.nu() + timedelta(days=3), "over iets anders")
    for plaats, wie in enumerate(v.bewoners):
        await _stem(v, wie, WELKE_AVOND, ("Maandag", "Donderdag")[plaats % 2])
    v.zeg("🗳  Alle tien kiezen een avond. Dat telt niet als gehoord.")
    await v.vraag_stand(0, 0)


async def _aan_de_deur(v: Verhaal) -> None:
    await v.ga_naar(v.cafe - timedelta(days=1) + timedelta(minutes=-25))
    await v.allen_horen([b for b in v.bewoners[:8] if b.wie.taal == "nl"], "Weet u het nog?", CAFE)
    await v.ga_naar(v.cafe - timedelta(hours=1, minutes=58))
    await v.ga_naar(v.cafe - timedelta(minutes=10))
    een = await v.open(v.noor, "/agenda", CAFE, CAFE)
    deur = await v.noor.druk(een, "Code voor de deur", "Code voor de deur:")
    code = _cijfers(deur)
    await v.bewoners[9].vraag("000000" if code != "000000" else "111111", "klopt niet")
    for plaats in (0, 1, 2, 4, 9):  # the last never said that she would come
        wie = v.bewoners[plaats]
        getypt = code if plaats % 2 else f"{code[:3]} {code[3:]}"
        await wie.vraag(getypt, v.engels(wie, "Welkom bij", "Welcome to"))
        v.zeg(f"🚪 {wie.wie.naam} is er.")
    await v.bewoners[0].vraag(code, "U was al binnen")
    v.zeg("   Anneke checkt twee keer in: dat telt één keer. Jeroen en Sietske zeiden ja en kwamen niet.")
    een = await v.open(v.noor, "/agenda", CAFE, CAFE)
    lijst = await v.noor.druk(een, "Deurlijst", "Kies een straat")
    huis = await _naar_huis(v, lijst)
    await v.noor.druk(huis, "Bewoner 1", "Op de lijst: 6 bewoners")
    v.zeg("🚪 Mevrouw De Wit heeft geen telefoon. Noor vinkt haar aan op de deurlijst: zij telt gewoon mee.")
    await v.vraag_stand(0, 6)


async def _deurgesprek(v: Verhaal) -> None:
    huis = await _naar_huis(v, await v.noor.vraag("/deurgesprek", "In welke straat"))
    gekozen = await v.noor.druk(huis, "Bewoner 1", "Aangetikt")
    await v.noor.druk(gekozen, "Verteld. Vastleggen: aan de deur", "Vastgelegd")
    v.zeg("🗨  Noor belt aan bij mevrouw De Wit. Zij vertelt wat zij van de plannen vindt: ook zij is nu gehoord.")
    await v.vraag_stand(1, 6)


async def _naar_huis(v: Verhaal, straten: Bericht) -> Bericht:
    """Choose the home of mevrouw De Wit, who has no phone."""
    return await v.noor.druk(await v.noor.druk(straten, "Merelstraat", "nummer"), "3", "Merelstraat 3")


async def _wandeling(v: Verhaal) -> None:
    begin = (await v.nu() + timedelta(days=7)).replace(hour=14, minute=0, second=0, microsecond=0)
    await _plan(v, "Warmtewandeling", WANDELING, begin, "Nee, zonder")
    await v.ga_naar(begin - timedelta(minutes=5))
    een = await v.open(v.noor, "/agenda", "Warmtewandeling", WANDELING)
    deur = await v.noor.druk(een, "Code voor de deur", "Code voor de deur:")
    code = _cijfers(deur)
    for plaats in (2, 6, 7):
        await v.bewoners[plaats].vraag(code, "Welkom bij")
    v.zeg("🚶 Drie lopen mee. Zonder ruimte voor vragen telt dat niet als informatie.")
    await v.vraag_stand(1, 6)


async def _besluit(v: Verhaal) -> None:
    sluit = (await v.nu() + timedelta(days=14)).replace(hour=20, minute=0, second=0, microsecond=0)
    await _peil(v, WELKE_WARMTE, OPTIES, sluit, "Ja, over het besluit")
    for plaats, wie in enumerate(v.bewoners):
        await _stem(v, wie, WELKE_WARMTE, OPTIES[0] if plaats < 6 else OPTIES[1])
        v.zeg(f"🗳  {wie.wie.naam} stemt.")
    v.zeg("   Wim bedenkt zich, en Fatma tikt van ongeduld tien keer.")
    await _stem(v, v.bewoners[1], WELKE_WARMTE, OPTIES[2])
    peiling = await v.open(v.bewoners[2], "/peilingen", WELKE_WARMTE, WELKE_WARMTE)
    for _ in range(10):
        await v.bewoners[2].tik(peiling, OPTIES[0])
    await v.vraag_stand(11, 6)
    await v.ga_naar(sluit + timedelta(minutes=1))
    await v.allen_horen([b for b in v.bewoners if b.wie.taal == "nl"], f"Uitslag: {WELKE_WARMTE}")
    for plaats, wie in enumerate(v.bewoners[:1] + v.bewoners[9:]):
        delen = ("Uitslag", f"{OPTIES[0]}: 5", "10 buren hebben gestemd") if plaats == 0 else ("Uitslag",)
        uitslag = await v.open(wie, "/peilingen", WELKE_WARMTE, *delen)
    regels = [regel.rpartition(": ")[2] for regel in tekst_van(uitslag).splitlines() if regel.startswith("•")]
    if regels != ["5", "minder dan 5", "minder dan 5"]:
        raise VerhaalFout(f"de uitslag is {regels} en moet 5 zijn, en twee keer minder dan 5")
    v.zeg("📊 De uitslag staat er in ronde getallen, en kleine getallen niet. Wat wie koos, weet niemand meer.")


async def _tellingen(v: Verhaal) -> None:
    await v.bewoners[0].vraag("/export", "team")
    await v.ibrahim.vraag("/export", "tellingen")
    await v.ibrahim.wacht(lambda b: b.get("document", {}).get("file_name") == "manifest.json", "manifest.json")
    v.zeg("📎 Ibrahim haalt de tellingen op. Er staan geen namen in.")
    stand = await v.ibrahim.vraag("/stand", "gehoord")
    v.zeg("\n" + tekst_van(stand))


async def _peil(v: Verhaal, vraag: str, opties: Sequence[str], sluit: datetime, besluit: str) -> None:
    hoe = await v.noor.vraag("/peiling", "Nieuwe peiling")
    await v.noor.druk(hoe, "Kiezen uit antwoorden", "Typ de vraag")
    await v.noor.vraag(vraag, "Waaruit kunnen mensen kiezen")
    stap = await v.noor.vraag("\n".join(opties), "Hoeveel antwoorden")
    stap = await v.noor.druk(stap, "Eén", "Voor wie")
    await v.noor.druk(stap, "De hele wijk", "Tot wanneer")
    stap = await v.noor.vraag(f"{sluit:%d-%m-%Y %H:%M}", "Wanneer ziet men de uitslag")
    stap = await v.noor.druk(stap, "Pas na afloop", "over het besluit over de warmte")
    voorbeeld = await v.noor.druk(stap, besluit, "Klopt het?", vraag)
    await v.noor.druk(voorbeeld, "Ja, plaatsen", vraag, "Stemmen kan tot")
    v.zeg(f"❓ Noor vraagt: {vraag}")
    await v.allen_horen(v.bewoners, vraag)


async def _stem(v: Verhaal, wie: Telefoon, vraag: str, optie: str) -> None:
    peiling = await v.open(wie, "/peilingen", vraag[:30], vraag)
    await wie.druk(peiling, optie, v.engels(wie, f"Uw stem: {optie}", f"Your vote: {optie}"))


def _heeft_knop(naam: str, bericht: Bericht) -> bool:
    return any(naam in knop["text"] for rij in knoppen(bericht) for knop in rij)


def _cijfers(deur: Bericht) -> str:
    """Return the six digits that stand at the door."""
    return "".join(teken for teken in tekst_van(deur).partition("deur:")[2][:9] if teken.isdigit())


_HOOFDSTUKKEN = (
    _brief,
    _werkgroepen,
    _spelregels,
    _cafe,
    _welke_avond,
    _aan_de_deur,
    _deurgesprek,
    _wandeling,
    _besluit,
    _tellingen,
)

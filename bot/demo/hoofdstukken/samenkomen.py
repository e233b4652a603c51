"""The meetings: an energiecafé with a code at the door and a list for who has no phone, and a walk."""

from datetime import datetime, timedelta

from bot.demo.hoofdstukken.deuren import naar_huis
from bot.demo.hoofdstukken.regels import nederlands
from bot.demo.telefoon import Bericht, Telefoon, tekst_van
from bot.demo.verteller import Verhaal

CAFE = "Energiecafé in De Nestkast"
WANDELING = "Warmtewandeling langs drie huizen"


async def cafe(v: Verhaal) -> None:
    """An evening is planned; who says that they come has not come yet."""
    v.cafe = (await v.nu() + timedelta(days=10)).replace(hour=19, minute=30, second=0, microsecond=0)
    await _plan(v, "Energiecafé", CAFE, v.cafe, "Klopt het?")
    antwoorden = [("Ja", "U komt. Fijn!")] * 7 + [("Misschien", "U komt misschien"), ("Nee", "U komt niet")]
    for wie, (knop, antwoord) in zip(v.bewoners, antwoorden, strict=False):
        een = await v.open(wie, "/agenda", CAFE, CAFE)
        await wie.druk(een, v.engels(wie, knop, "Yes"), v.engels(wie, antwoord, "You are coming"))
    v.zeg("   Zeven zeggen ja, een misschien, een nee. Dat is nog geen komst.")


async def aan_de_deur(v: Verhaal) -> None:
    """The evening itself."""
    await v.ga_naar(v.cafe - timedelta(days=1) + timedelta(minutes=-25))
    await v.allen_horen(nederlands(v.bewoners[:8]), "Weet u het nog?", CAFE)
    await v.ga_naar(v.cafe - timedelta(hours=1, minutes=58))
    await v.ga_naar(v.cafe - timedelta(minutes=10))
    code = await _deurcode(v, CAFE, CAFE)
    await v.bewoners[9].vraag("000000" if code != "000000" else "111111", "klopt niet")
    for plaats in (0, 1, 2, 4, 9):  # the last never said that she would come
        wie = v.bewoners[plaats]
        getypt = code if plaats % 2 else f"{code[:3]} {code[3:]}"
        await wie.vraag(getypt, v.engels(wie, "Welkom bij", "Welcome to"))
        v.zeg(f"🚪 {wie.wie.naam} is er.")
    await v.bewoners[0].vraag(code, "U was al binnen")
    v.zeg("   Anneke checkt twee keer in: dat telt één keer. Jeroen en Sietske zeiden ja en kwamen niet.")
    komen = [buur for plaats, buur in enumerate(v.buren) if plaats % 11 < 8]

    async def checkt_in(wie: Telefoon) -> None:
        await wie.vraag(code, "Welkom bij")

    if komen:
        await v.samen(komen, checkt_in)
        v.zeg(f"🚪 Nog {len(komen)} buren zijn er.")
    v.telt["informatie"] += 5 + len(komen) + 1
    een = await v.open(v.noor, "/agenda", CAFE, CAFE)
    lijst = await v.noor.druk(een, "Deurlijst", "Kies een straat")
    huis = await naar_huis(v, lijst)
    await v.noor.druk(huis, "Bewoner 1", f"Op de lijst: {v.telt['informatie']} bewoners")
    v.zeg("🚪 Mevrouw De Wit heeft geen telefoon. Noor vinkt haar aan op de deurlijst: zij telt gewoon mee.")
    await v.vraag_stand()


async def wandeling(v: Verhaal) -> None:
    """A walk without room for questions, which informs nobody as the spelregels have it."""
    begin = (await v.nu() + timedelta(days=7)).replace(hour=14, minute=0, second=0, microsecond=0)
    await _plan(v, "Warmtewandeling", WANDELING, begin, "Voor wie")
    await v.ga_naar(begin - timedelta(minutes=5))
    code = await _deurcode(v, "Warmtewandeling", WANDELING)
    for plaats in (2, 6, 7):
        await v.bewoners[plaats].vraag(code, "Welkom bij")
    v.zeg("🚶 Drie lopen mee. Zonder ruimte voor vragen telt dat niet als informatie.")
    await v.vraag_stand()


async def _plan(v: Verhaal, soort: str, titel: str, begin: datetime, vervolg: str) -> None:
    stap = await v.noor.vraag("/bijeenkomst", "Nieuwe bijeenkomst")
    await v.noor.druk(stap, soort, "Hoe heet")
    await v.noor.vraag(titel, "Wanneer begint")
    await v.noor.vraag(f"{begin:%d-%m-%Y %H:%M}", "Waar is het")
    stap = await v.noor.vraag("Buurthuis De Nestkast", vervolg)
    if vervolg != "Klopt het?":
        stap = await v.noor.druk(stap, "De hele wijk", "Hoeveel mensen")
        stap = await v.noor.druk(stap, "Overslaan", "Klopt het?", titel)
    await v.noor.druk(stap, "Ja, plaatsen", titel, "Zeggen dat ze komen")
    v.zeg(f"📅 Noor plant: {titel}, {begin:%d-%m %H:%M}.")
    await v.allen_horen(v.bewoners, titel)


async def _deurcode(v: Verhaal, naam: str, titel: str) -> str:
    een = await v.open(v.noor, "/agenda", naam, titel)
    return _cijfers(await v.noor.druk(een, "Code voor de deur", "Code voor de deur:"))


def _cijfers(deur: Bericht) -> str:
    """Return the six digits that stand at the door."""
    return "".join(teken for teken in tekst_van(deur).partition("deur:")[2][:9] if teken.isdigit())

"""What residents say of the plan and what is done with it: a concept with reactions, an advice, and a question."""

from datetime import timedelta

from bot.demo.hoofdstukken.regels import nederlands
from bot.demo.hoofdstukken.samenkomen import CAFE
from bot.demo.telefoon import Telefoon
from bot.demo.verteller import Verhaal

PLAN = "Buurtplan Vogelbuurt"
_DELEN = (
    ("Onze warmte", "We onderzoeken een warmtenet voor de hele buurt. Wie liever een warmtepomp wil, mag dat."),
    ("Wanneer welke straat", "We beginnen in de Lijsterhof, en daarna gaat de Merelstraat open."),
)
_REACTIE = "Kan de Merelstraat in de zomervakantie open? Dan fietst daar geen kind naar school."
_ANTWOORD = "Drie weken vallen in de vakantie. Daarna is nog een week werk nodig, met een omleiding voor fietsers."
_ADVIES = "Begin bij de huurders"
_REDEN = "De flats komen als eerste aan de beurt. De huurwoningen aan de Spechtweg wachten op nieuwe daken, tot 2029."
_VRAAG = "Wat kost het mij per maand?"
_IDEE = "Een boekenkastje bij de speeltuin, met tips voor een warm huis."
_ZAAL = "Met een warmtenet tussen de 90 en 120 euro. Dat zijn verzonnen cijfers van deze demo."


async def vraag_vooraf(v: Verhaal) -> None:
    """Someone who may not dare to ask in the room asks before."""
    sietske = v.bewoners[5]
    een = await v.open(sietske, "/agenda", CAFE, CAFE)
    await sietske.druk(een, "Stel een vraag", "Wat is uw vraag", nieuw=True)
    await sietske.vraag(_VRAAG, "Uw vraag ligt klaar")
    v.zeg("💬 Sietske stelt vooraf een vraag voor het energiecafé.")


async def antwoord_in_de_zaal(v: Verhaal) -> None:
    """It is answered in the room; she gets the answer, and later everyone reads it."""
    een = await v.open(v.noor, "/agenda", CAFE, CAFE)
    lijst = await v.noor.druk(een, "Vragen (1)", "Vragen bij")
    deze = await v.noor.druk(lijst, _VRAAG[:12], "(vooraf)")
    stap = await v.noor.druk(deze, "Geef antwoord", "Hoe krijgt deze vraag antwoord")
    await v.noor.druk(stap, "In de zaal beantwoord", "Typ het antwoord")
    stap = await v.noor.vraag(_ZAAL, "Zo lezen de vragers het")
    await v.noor.tik(stap, "Ja, stuur het")
    await v.allen_horen([v.bewoners[5]], "Er is antwoord op uw vraag", _ZAAL)
    wacht = await v.noor.druk(await v.noor.vraag("/vragen", knop="Nog te plaatsen"), "Nog te plaatsen", _VRAAG)
    await v.noor.druk(wacht, "Plaats dit voor iedereen", "Hoe leest iedereen de vraag")
    stap = await v.noor.vraag("Wat kost het per maand?", "Hoe leest iedereen het antwoord")
    stap = await v.noor.druk(stap, _ZAAL[:12], "Zo leest iedereen het")
    await v.noor.tik(stap, "Ja, plaats voor iedereen")
    v.zeg("   Noor beantwoordt de vraag in de zaal. Sietske was er niet bij: zij krijgt het antwoord in haar chat.")


async def idee(v: Verhaal) -> None:
    """A resident brings an idea in; after the team read it neighbours support it, and a werkgroep takes it up."""
    youssef = v.bewoners[6]
    leeg = await youssef.vraag("/ideeen", "Er staat nog geen idee")
    await youssef.druk(leeg, "Ik heb een idee", "Wat is uw idee")
    stap = await youssef.vraag(_IDEE, "Het team leest uw idee eerst")
    await youssef.druk(stap, "Stuur mijn idee in", "Dank u wel")
    lijst = await v.noor.vraag("/ideeen", knop="dat wacht")
    lees = await v.noor.druk(lijst, "dat wacht", _IDEE)
    await v.noor.druk(lees, "Laat aan de buurt zien", "Er wacht geen idee")

    async def steun(buur: Telefoon) -> None:
        een = await v.open(buur, "/ideeen", _IDEE[:20], _IDEE)
        await buur.druk(een, "Ik steun dit", "U steunt dit idee")

    await v.samen(v.buren[:6], steun)
    een = await v.open(v.noor, "/ideeen", _IDEE[:20], _IDEE)
    stap = await v.noor.druk(een, "Pak het op", "Welke werkgroep")
    stap = await v.noor.druk(stap, "communicatie", "iets bij zeggen")
    stap = await v.noor.druk(stap, "Overslaan", "Een werkgroep gaat ermee aan de slag")
    await v.noor.druk(stap, "Ja, ", "Een werkgroep is ermee bezig")
    await v.allen_horen([youssef], "Een werkgroep gaat ermee aan de slag", _IDEE)
    v.zeg("💡 Youssef heeft een idee voor de speeltuin. Zes buren steunen het, en een werkgroep pakt het op.")


async def concept(v: Verhaal) -> None:
    """A plan in two parts; a resident reacts to one, and reads what is done with it."""
    tot = f"{await v.nu() + timedelta(days=10):%d-%m-%Y} 20:00"
    lijst = await v.ibrahim.vraag("/concepten", knop="Nieuw plan")
    stap = await v.ibrahim.druk(lijst, "Nieuw plan", "Wat voor plan is het")
    await v.ibrahim.druk(stap, "buurtplan", "Hoe heet het plan")
    await v.ibrahim.vraag(PLAN, "Tot wanneer")
    stap = await v.ibrahim.vraag(tot, "als pdf")
    plan = await v.ibrahim.druk(stap, "Overslaan", "Er staan nog geen delen in")
    for kop, tekst in _DELEN:
        await v.ibrahim.druk(plan, "Deel erbij", "Hoe heet dit deel")
        await v.ibrahim.vraag(kop, "Wat staat er in dit deel")
        plan = await v.ibrahim.vraag(tekst, "Tik op een deel")
    await v.ibrahim.druk(plan, "Publiceren", "akkoord nodig")
    await v.noor_zegt_ja("Concept publiceren", PLAN)
    await v.allen_horen(nederlands(v.bewoners), "Er ligt een plan voor onze wijk")
    v.zeg("📄 Het concept van het buurtplan ligt er, in twee korte delen. Reageren kan op elk deel.")
    lotte = v.bewoners[9]
    deel = await lotte.druk(await v.open(lotte, "/concepten", PLAN, "Tik op een deel"), "2. ", "deel 2 van 2")
    await lotte.druk(deel, "Reageer op dit deel", "Uw reactie op")
    await lotte.vraag(_REACTIE, "is bewaard")
    plan = await v.open(v.ibrahim, "/concepten", PLAN, "Tik op een deel")
    deel = await v.ibrahim.druk(plan, "2. ", "deel 2 van 2")
    wacht = await v.ibrahim.druk(deel, "Reacties", _REACTIE)
    stap = await v.ibrahim.druk(wacht, "Beantwoorden", "Hoe komt de reactie")
    stap = await v.ibrahim.druk(stap, "Zo laten", "Wat doet u ermee")
    await v.ibrahim.druk(stap, "Voor een deel", "Waarom?")
    voorbeeld = await v.ibrahim.vraag(_ANTWOORD, _ANTWOORD)
    await v.ibrahim.tik(voorbeeld, "Ja, versturen")
    await v.allen_horen([lotte], "Antwoord op uw reactie", _ANTWOORD)
    v.zeg("   Lotte vraagt of haar straat later open kan. Dat lukt voor een deel, en zij leest waarom.")


async def advies(v: Verhaal) -> None:
    """The kerngroep advises; it is taken in part, with the reason for who reads along."""
    lijst = await v.noor.vraag("/adviezen", knop="Nieuw advies")
    stap = await v.noor.druk(lijst, "Nieuw advies", "Van welke groep")
    stap = await v.noor.druk(stap, "De kerngroep", "Voor wie is het advies")
    await v.noor.druk(stap, "Het college", "Hoe heet het advies")
    await v.noor.vraag(_ADVIES, "Wat is het advies")
    await v.noor.vraag("Huurders wachten al lang op een warm huis. Laat hen als eerste kiezen.", "Op welke dag")
    voorbeeld = await v.noor.vraag(f"{await v.nu():%d-%m-%Y}", _ADVIES)
    await v.noor.druk(voorbeeld, "Ja, plaatsen", "Op dit advies komt nog een antwoord")
    lijst = await v.ibrahim.vraag("/adviezen", knop=_ADVIES)
    een = await v.ibrahim.druk(lijst, _ADVIES, "Op dit advies komt nog een antwoord")
    stap = await v.ibrahim.druk(een, "Antwoord geven", "Is het advies overgenomen")
    await v.ibrahim.druk(stap, "Voor een deel", "Waarom niet, of niet helemaal")
    voorbeeld = await v.ibrahim.vraag(_REDEN, "een deel van het advies is overgenomen")
    await v.ibrahim.tik(voorbeeld, "Ja, plaatsen")
    await v.allen_horen(nederlands(v.bewoners), _REDEN)
    v.zeg("🗣  De kerngroep geeft advies. Het college neemt een deel over, en zegt erbij waarom niet alles.")

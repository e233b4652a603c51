"""The road to the gemeenteraad: the plan, who does what, a first decision of the gemeenteraad, and steps that end."""

from datetime import datetime, timedelta

from bot.demo.hoofdstukken.regels import nederlands
from bot.demo.telefoon import Bericht, knoppen
from bot.demo.verteller import Verhaal, heeft_knop

KADERS = "Kaders voor de warmte in onze buurt"
_DAGEN_TOT_BESLUIT = 560
_DONDERDAG = 3
_CONTACTEN = (
    (
        "Vragen van bewoners",
        "Noor Voorbeeld, buurtbegeleider",
        "0318 12 34 56",
        "noor@vogeldam.example",
        "Dinsdag en donderdag in De Nestkast. U hoort binnen twee dagen iets.",
    ),
    (
        "Bij de gemeente",
        "Sanne Voorbeeld, gemeente Vogeldam",
        "0318 65 43 21",
        "sanne@vogeldam.example",
        "Op werkdagen van 9 tot 12 uur.",
    ),
)
_NIVEAUS = (
    ("iemands woning", "Uw maandlasten moeten gelijk blijven. Huurders krijgen een eigen stem."),
    ("de wijk", "Wij mogen nu zelf uitzoeken welke warmte bij de buurt past."),
    ("de wereld", "In 2030 wil de hele buurt zonder aardgas koken en stoken."),
)


async def plan(v: Verhaal) -> None:
    """The organisator chooses how the wijk will work and names the day; residents see where we are."""
    besluit = f"{_donderdag(await v.nu(), _DAGEN_TOT_BESLUIT):%d-%m-%Y}"
    leeg = await v.ibrahim.vraag("/traject", knop="Kies een traject")
    stap = await v.ibrahim.druk(leeg, "Kies een traject", "Volgens welke gids")
    await v.ibrahim.druk(stap, "Besluiten met bewoners", "Wanneer beslist de gemeenteraad")
    voorbeeld = await v.ibrahim.vraag(besluit, knop="Zo beginnen")
    await v.ibrahim.druk(voorbeeld, "Zo beginnen", "De kaders")
    v.zeg(f"🧭 Ibrahim kiest hoe we werken. De gemeenteraad beslist op {besluit}; de bot rekent terug naar vandaag.")
    await v.bewoners[0].vraag("/traject", "Waar zijn we nu?", "De kaders")
    v.zeg("   Anneke kijkt waar we zijn: bij de eerste stap, de kaders.")


async def wie_doet_wat(v: Verhaal) -> None:
    """Whom to call is said before anyone asks."""
    for deel, *antwoorden in _CONTACTEN:
        await _deel(v, deel, "Wie is het?")
        for antwoord in antwoorden:
            stap = await v.ibrahim.vraag(antwoord)
        await _bewaar(v, await v.ibrahim.druk(stap, "Ja, ook daar", "Weet deze persoon"))
    stap = await _deel(v, "Kerngroep", "Hoeveel heeft deze groep te zeggen")
    await v.ibrahim.druk(stap, "Geeft advies", "Waarover gaat deze groep")
    await _bewaar(v, await v.ibrahim.vraag("Zij zegt namens de buurt welke warmte het best past.", "Kerngroep"))
    await v.bewoners[5].vraag("/wiedoetwat", "Noor Voorbeeld", "Sanne Voorbeeld")
    v.zeg("☎  Iedereen kan lezen wie wat doet, en wie u belt: in de buurt, en bij de gemeente.")


async def kaders(v: Verhaal) -> None:
    """The gemeenteraad fixes what it asks of the wijk: who wants to speak is reminded, everyone hears what came out."""
    avond = _donderdag(await v.nu(), 9).replace(hour=19, minute=30, second=0, microsecond=0)
    tot = (avond - timedelta(days=2)).replace(hour=12, minute=0)
    stap = await v.ibrahim.vraag("/mijlpaal", "Bij wie is het?")
    await v.ibrahim.druk(stap, "De gemeenteraad", "Wat gebeurt er?")
    await v.ibrahim.vraag(KADERS, "Wanneer is het?")
    await v.ibrahim.vraag(f"{avond:%d-%m-%Y %H:%M}", "Wat betekent het")
    stap = await v.ibrahim.vraag("De raad zegt wat in elk geval moet kloppen, welke warmte het ook wordt.", KADERS)
    await v.ibrahim.druk(stap, "Inspreken erbij", "Hoe melden bewoners zich aan")
    await v.ibrahim.vraag("Mail de griffie: griffie@vogeldam.example", "Tot wanneer")
    await v.ibrahim.vraag(f"{tot:%d-%m-%Y %H:%M}", "Op welke avond")
    voorbeeld = await v.ibrahim.vraag(f"{avond:%d-%m-%Y %H:%M}", KADERS)
    await v.ibrahim.druk(voorbeeld, "Ja, plaatsen", "De buurt krijgt hier nu bericht van")
    v.zeg(f"🏛  Ibrahim meldt: de gemeenteraad praat over de kaders, {avond:%d-%m %H:%M}. Inspreken kan.")
    gerda = v.bewoners[7]
    nieuws = await gerda.wacht(lambda b: heeft_knop("Herinner mij", b), "hoe men inspreekt")
    await gerda.tik(nieuws, "Herinner mij")
    await v.ga_naar(tot.replace(hour=9, minute=1))
    await v.allen_horen([gerda], "Wilt u inspreken?", "griffie@vogeldam.example")
    v.zeg("   Gerda wil inspreken. Zij krijgt op tijd een herinnering om zich aan te melden.")
    await v.ga_naar((avond + timedelta(days=1)).replace(hour=9, minute=1))
    await _uitslag(v)


async def _uitslag(v: Verhaal) -> None:
    vraag = await v.ibrahim.wacht(lambda b: heeft_knop("Uitslag invullen", b), "de vraag naar de uitslag")
    stap = await v.ibrahim.druk(vraag, "Uitslag invullen", "De uitslag")
    await v.ibrahim.druk(stap, "Aangenomen", "voor een bewoner zelf")
    tekst = "U hoeft nu niets te doen. Het gas blijft gewoon aan."
    for vervolg, volgende in _NIVEAUS:
        await v.ibrahim.vraag(tekst, vervolg)
        tekst = volgende
    stap = await v.ibrahim.vraag(tekst, "goed nieuws")
    voorbeeld = await v.ibrahim.druk(stap, "Ja, bedank iedereen", KADERS)
    await v.ibrahim.tik(voorbeeld, "Vertel het de buurt")
    await v.allen_horen(nederlands(v.bewoners), "Het is aangenomen", "Voor de wereld")
    v.zeg("🎉 De raad neemt de kaders aan. De buurt leest wat dat betekent: voor u, uw woning, de wijk en de wereld.")


async def kaders_klaar(v: Verhaal) -> None:
    """The first step ends with its balance, which a second person confirms."""
    await _rond_af(
        v,
        "De raad nam de drie kaders aan zonder wijziging. We gaan verder.",
        "We weten nu wat in elk geval moet kloppen. Daar meten we straks elke keuze aan.",
        "Spelregels bedenken",
    )


async def regels_klaar(v: Verhaal) -> None:
    """Both steps about the spelregels end, now that they are fixed."""
    await _rond_af(
        v,
        "Negen buren reageerden op het concept. Iedereen kreeg antwoord.",
        "Samen spraken we af wanneer een besluit goed voorbereid is.",
        "Spelregels vaststellen",
    )
    await _rond_af(
        v,
        "Het college nam de spelregels over, en de gemeenteraad bevestigde ze.",
        "De spelregels staan vast. Nu zoeken we samen uit welke warmte past.",
        "Samen naar een keuze",
    )


async def keuze_klaar(v: Verhaal) -> None:
    """Residents chose, with what they had to know beside it: the gemeenteraad is next."""
    await _rond_af(
        v,
        "Bewoners kenden de oplossingen, de kosten en het advies, en kozen daarna. De uitslag gaat naar de raad.",
        "U koos, met de uitleg en de kosten erbij. Nu is de gemeenteraad aan zet.",
        "Het besluit",
    )
    await v.bewoners[0].vraag("/traject", "Waar zijn we nu?", "Het besluit")


async def _rond_af(v: Verhaal, balans: str, bracht: str, volgende: str) -> None:
    scherm = await v.noor.vraag("/fase", knop="Checklist")
    lijst = await v.noor.druk(scherm, "Checklist", "1. ")
    taken = [knop["text"] for rij in knoppen(lijst) for knop in rij if knop["text"].startswith("⬜")]
    for taak in taken:
        await v.noor.tik(lijst, taak)
    scherm = await v.ibrahim.vraag("/fase", knop="Stap afronden")
    stap = await v.ibrahim.druk(scherm, "Stap afronden", "Hoe gaat het traject verder")
    await v.ibrahim.druk(stap, "Verder, de stap is klaar", "Op welke dag")
    await v.ibrahim.vraag(f"{await v.nu():%d-%m-%Y}", "Wat is de balans")
    await v.ibrahim.vraag(balans, "Wat bracht deze stap")
    voorbeeld = await v.ibrahim.vraag(bracht, bracht)
    await v.ibrahim.druk(voorbeeld, "Vraag iemand om akkoord", "akkoord nodig")
    await v.noor_zegt_ja("Stap van het traject", "afronden")
    await v.allen_horen(nederlands(v.bewoners), bracht)
    v.zeg(f"🧭 Een stap is klaar, met haar balans; Noor las mee. De volgende: {volgende.lower()}.")


def _donderdag(nu: datetime, na_dagen: int) -> datetime:
    """Return the first Thursday that is at least so many days away: then the gemeenteraad meets."""
    dag = nu + timedelta(days=na_dagen)
    return dag + timedelta(days=(_DONDERDAG - dag.weekday()) % 7)


async def _deel(v: Verhaal, deel: str, vervolg: str) -> Bericht:
    scherm = await v.ibrahim.vraag("/wiedoetwat", knop="Aanpassen")
    return await v.ibrahim.druk(await v.ibrahim.druk(scherm, "Aanpassen", "Tik op een onderdeel"), deel, vervolg)


async def _bewaar(v: Verhaal, voorbeeld: Bericht) -> None:
    await v.ibrahim.druk(voorbeeld, "Ja, bewaar dit", "Wie doet wat?")

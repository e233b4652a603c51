"""How the spelregels come about: a concept, what residents ask about it, and the fixing by two people."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from bot.demo.telefoon import Telefoon, knoppen
from bot.demo.verteller import Verhaal, heeft_knop

BESLUIT = "2026-014"
_VRAGEN = (
    (
        ("Telt het mee als ik tegen ben?", "Ik ben tegen een warmtenet. Telt dat ook?", "Hoort u ook wie nee zegt?"),
        2,
        "Telt het ook als ik tegen ben?",
        "Ja. Gehoord is: u liet iets van u horen. Voor of tegen maakt daarvoor niet uit. Wat bewoners kozen, staat "
        "apart in het rapport, ook de keuze van de minderheid.",
    ),
    (
        ("Waarom is de helft genoeg? Ik vind dat te weinig.",),
        3,
        "Bezwaar: de helft gehoord is te weinig.",
        "De helft is de ondergrens, niet het doel. Wij bellen ook aan bij wie niets laat horen. Een opbouwwerker "
        "verklaart aan het eind of dat is gelukt. Daarmee namen wij het bezwaar voor een deel over.",
    ),
)  # fmt: skip
"""What neighbours ask by turns, how many do, the question in the organisator's words, and the answer."""


async def concept(v: Verhaal) -> None:
    """The organisator hands in the concept as a file; neighbours ask about it and object, and get their answers."""
    regels = await v.ibrahim.vraag("/spelregels", "Dit is nodig")
    await v.ibrahim.druk(regels, "Uit een bestand", "Stuur het bestand")
    await v.ibrahim.stuur("spelregels.toml", v.wereld.buurt.spelregels.encode(), "application/toml", "Hanneke Prins")
    v.zeg("📜 Ibrahim zet het concept van de spelregels klaar: zes voorwaarden, en drie kaders van de gemeenteraad.")
    wachtend = list(v.buren)
    for teksten, keer, vraag, antwoord in _VRAGEN:
        vragers = [wachtend.pop(0) for _ in range(keer * len(teksten))]
        for plaats, wie in enumerate(vragers):
            await _vraag(wie, teksten[plaats % len(teksten)])
        await _beantwoord(v, len(vragers), vraag, antwoord)
        await v.allen_horen(vragers, antwoord[:40])
        v.zeg(f"💬 {len(vragers)} buren reageren op het concept. Ibrahim antwoordt: {vraag}")


async def _vraag(wie: Telefoon, tekst: str) -> None:
    regels = await wie.vraag("/spelregels", "Dit is nodig")
    await wie.druk(regels, "Ik heb een vraag", "Typ het hier")
    await wie.vraag(tekst, "Dit is bewaard")


async def _beantwoord(v: Verhaal, hoeveel: int, vraag: str, antwoord: str) -> None:
    regels = await v.ibrahim.vraag("/spelregels", knop="Vragen van bewoners")
    lijst = await v.ibrahim.druk(regels, "Vragen van bewoners", "Dit vragen bewoners")
    stap = await v.ibrahim.druk(lijst, "Beantwoorden", "Welke wilt u")
    for nummer in range(1, hoeveel + 1):
        welke = next(k["text"] for rij in knoppen(stap) for k in rij if k["text"].startswith(f"{nummer}. "))
        await v.ibrahim.tik(stap, welke)
        stap = await v.ibrahim.wacht(partial(heeft_knop, f"✓ {welke}"), f"✓ {welke}")
    await v.ibrahim.druk(stap, "Verder", "Wat is de vraag")
    await v.ibrahim.vraag(vraag, "Wat is het antwoord")
    voorbeeld = await v.ibrahim.vraag(antwoord, "Dit krijgt wie het vroeg")
    await v.ibrahim.druk(voorbeeld, "Ja, versturen", "Er wacht niets op antwoord")


async def vastgesteld(v: Verhaal) -> None:
    """The gemeenteraad confirmed them; the organisator asks and the begeleider agrees."""
    if v.buren:
        await v.ga_naar(await v.nu() + timedelta(days=12))
    regels = await v.ibrahim.vraag("/spelregels", "Dit is nodig")
    stap = await v.ibrahim.druk(regels, "Vaststellen", "Wie heeft ze bevestigd")
    await v.ibrahim.druk(stap, "De gemeenteraad", "Welk nummer")
    await v.ibrahim.vraag(BESLUIT, "Op welke dag")
    dag = await v.nu() - timedelta(days=7)
    await v.ibrahim.vraag(f"{dag:%d-%m-%Y}", "Waar staat het besluit")
    stap = await v.ibrahim.vraag("https://vogeldam.example/besluit", "beloofd om de uitkomst")
    voorbeeld = await v.ibrahim.druk(stap, "Ja, dat is beloofd", BESLUIT)
    await v.ibrahim.druk(voorbeeld, "Vraag een tweede persoon", "akkoord nodig")
    v.zeg("📜 De gemeenteraad bevestigde de spelregels. Ibrahim vraagt Noor om mee te lezen.")
    await v.noor_zegt_ja("Spelregels", BESLUIT)
    await v.allen_horen(nederlands(v.bewoners), "De spelregels van", "staan vast")
    v.zeg("   Noor zegt ja. Versie 1 staat vast: vanaf nu telt wat er gebeurt.")


def nederlands(wie: Sequence[Telefoon]) -> list[Telefoon]:
    """Return the phones of who reads Dutch."""
    return [telefoon for telefoon in wie if telefoon.wie.taal == "nl"]

"""What counts nobody: the positions of partners, the kaders with their evidence, and the declaration."""

from datetime import timedelta

from bot.demo.stuk import maak_stuk
from bot.demo.verteller import Verhaal

_PDF = "application/pdf"
_STANDPUNTEN = (
    (
        "Woningcorporatie Nestgeluk",
        "Onze flats gaan op een warmtenet, als huurders er niet op achteruitgaan. Wij betalen de aansluiting.",
        "brief-nestgeluk.pdf",
    ),
    (
        "De netbeheerder",
        "Voor een warmtenet is het stroomnet zwaar genoeg. Voor een warmtepomp in elk huis is het pas in 2031 klaar.",
        "",
    ),
)  # fmt: skip
_KADERS = (
    (
        "De maandlasten",
        "voldaan",
        "De doorrekening laat zien dat de maandlasten gelijk blijven bij een warmtenet.",
        "doorrekening.pdf",
    ),
    ("Huurders hebben", "voldaan", "Huurders stemden mee, en er was een gesprek met de huurdersvereniging.", ""),
    ("De hele buurt", "niet voldaan", "De laatste flats in de Lijsterhof kunnen pas in 2032 worden aangesloten.", ""),
)
_REDENEN = (
    "Ik liep mee langs de deuren en sprak daarna zelf met twaalf mensen die zelden iets laten horen. Bij vijf van "
    "hen tolkte een buurvrouw. Wat zij zeiden, vond ik terug in de plannen. Jonge gezinnen sprak ik weinig."
)


async def standpunten(v: Verhaal) -> None:
    """Two partners say what they think, one of them in a letter."""
    dag = f"{await v.nu() - timedelta(days=2):%d-%m-%Y}"
    for partner, tekst, stuk in _STANDPUNTEN:
        scherm = await v.ibrahim.vraag("/onderbouwing", knop="Nieuw standpunt")
        await v.ibrahim.druk(scherm, "Nieuw standpunt", "Van welke partner")
        await v.ibrahim.vraag(partner, "Wat vindt deze partner")
        await v.ibrahim.vraag(tekst, "Op welke dag")
        voorbeeld = await v.ibrahim.vraag(dag, partner)
        if stuk:
            await v.ibrahim.druk(voorbeeld, "PDF erbij", "als PDF")
            voorbeeld = await v.ibrahim.stuur(stuk, maak_stuk(partner, tekst), _PDF, partner)
        await v.ibrahim.druk(voorbeeld, "Ja, plaatsen", "Wat vinden de partners")
        v.zeg(f"🤝 {partner} geeft een standpunt.")


async def kaders(v: Verhaal) -> None:
    """Of each kader is recorded whether it is met, and on what that rests; one is not."""
    for kader, oordeel, toelichting, stuk in _KADERS:
        scherm = await v.ibrahim.vraag("/onderbouwing", knop="Kader beoordelen")
        stap = await v.ibrahim.druk(scherm, "Kader beoordelen", "Over welk kader")
        stap = await v.ibrahim.druk(stap, kader, "Hoe staat het")
        await v.ibrahim.druk(stap, oordeel, "Waaruit blijkt dat")
        voorbeeld = await v.ibrahim.vraag(toelichting, kader)
        if stuk:
            await v.ibrahim.druk(voorbeeld, "PDF erbij", "als PDF")
            voorbeeld = await v.ibrahim.stuur(stuk, maak_stuk(kader, toelichting), _PDF, kader)
        await v.ibrahim.druk(voorbeeld, "Vraag iemand om akkoord", "akkoord nodig")
        await v.noor_zegt_ja("Kader", kader)
    v.zeg("🏛  Aan twee van de drie kaders is voldaan. Noor las elk oordeel mee.")


async def verklaring(v: Verhaal) -> None:
    """The professional whom the spelregels name declares, with a signed document."""
    dag = f"{await v.nu() - timedelta(days=1):%d-%m-%Y}"
    scherm = await v.ibrahim.vraag("/onderbouwing", "Hanneke Prins")
    stap = await v.ibrahim.druk(scherm, "Verklaring vastleggen", "Wat zegt de verklaring")
    await v.ibrahim.druk(stap, "Ja, dat zegt zij", "Welke redenen")
    await v.ibrahim.vraag(_REDENEN, "Op welke dag")
    stap = await v.ibrahim.vraag(dag, "een taak in deze bot")
    await v.ibrahim.druk(stap, "Nee, geen taak", "getekende verklaring")
    voorbeeld = await v.ibrahim.stuur("verklaring.pdf", maak_stuk("Verklaring", _REDENEN), _PDF, "Hanneke Prins")
    await v.ibrahim.druk(voorbeeld, "Vraag iemand om akkoord", "akkoord nodig")
    await v.noor_zegt_ja("Verklaring", "Hanneke Prins")
    v.zeg("✍  Hanneke Prins, opbouwwerker, verklaart dat ook stille bewoners zijn gehoord. Noor las de verklaring mee.")

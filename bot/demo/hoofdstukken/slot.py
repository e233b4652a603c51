"""The end: it is closed, and what an organisator takes along."""

from bot.demo.telefoon import tekst_van
from bot.demo.verteller import Verhaal


async def afsluiten(v: Verhaal) -> None:
    """The organisator asks, the begeleider reads the same and agrees; from then on it is the outcome."""
    scherm = await v.ibrahim.vraag("/afsluiten", "Wat afsluiten betekent")
    await v.ibrahim.druk(scherm, "Een tweede persoon vragen", "akkoord nodig")
    v.zeg("🏁 Het meedenken is klaar. Ibrahim vraagt Noor om het traject af te sluiten.")
    await v.noor_zegt_ja("Traject afsluiten", "wordt de uitkomst")
    await v.allen_horen([v.ibrahim], "het traject is afgesloten")
    v.zeg("   Noor zegt ja. Hoe het nu staat, is de uitkomst; wat er nog bijkomt, verandert die niet.")


async def tellingen(v: Verhaal) -> None:
    """A resident may not have the counts; the organisator gets them, and everyone may ask how it stands."""
    await v.bewoners[0].vraag("/export", "team")
    await v.ibrahim.vraag("/export", "tellingen")
    await v.ibrahim.wacht(lambda b: b.get("document", {}).get("file_name") == "manifest.json", "manifest.json")
    v.zeg("📎 Ibrahim haalt de tellingen op. Er staan geen namen in.")
    stand = await v.ibrahim.vraag("/stand", "gehoord")
    v.zeg("\n" + tekst_van(stand))

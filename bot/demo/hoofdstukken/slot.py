"""The end: what an organisator takes along."""

from bot.demo.telefoon import tekst_van
from bot.demo.verteller import Verhaal


async def tellingen(v: Verhaal) -> None:
    """A resident may not have the counts; the organisator gets them, and everyone may ask how it stands."""
    await v.bewoners[0].vraag("/export", "team")
    await v.ibrahim.vraag("/export", "tellingen")
    await v.ibrahim.wacht(lambda b: b.get("document", {}).get("file_name") == "manifest.json", "manifest.json")
    v.zeg("📎 Ibrahim haalt de tellingen op. Er staan geen namen in.")
    stand = await v.ibrahim.vraag("/stand", "gehoord")
    v.zeg("\n" + tekst_van(stand))

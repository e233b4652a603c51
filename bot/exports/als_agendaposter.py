"""The agenda to hang up, as PDF of one page set by typst from agendaposter.typ."""

from pathlib import Path
from typing import Any

from bot.exports.als_qr import als_svg
from bot.exports.letters import letters, zet

_SJABLOON = Path(__file__).with_name("agendaposter.typ")


def maak(data: dict[str, Any]) -> bytes:
    """Return accessible PDF (PDF/UA-1), in letters as large as fit on the page.

    Args:
        data: none of it markup: `taal`; `tweede`, a second language or None; `wijk`; `link`; `bijeenkomsten`, each
            with `titel`, `plaats`, `vragen` and per language `wanneer`; and `woorden` per language: `kop`, `welkom`,
            `vragen`, `meer`, `qr` and `bel`.

    What people typed in letters that neither language's fonts have becomes `[…]`.
    """
    talen = [taal for taal in (data["taal"], data["tweede"]) if taal]
    woorden = {taal: letters(taal).schoon(data["woorden"][taal]) for taal in talen}
    inhoud = letters(data["taal"]).schoon({naam: data[naam] for naam in data if naam != "woorden"}, zeg_het=True)
    for een, schoon in zip(data["bijeenkomsten"], inhoud["bijeenkomsten"], strict=True):
        schoon["wanneer"] = {taal: letters(taal).schoon(een["wanneer"][taal]) for taal in talen}
    adres = data["link"].removeprefix("https://").rstrip("/")
    inhoud |= {"woorden": woorden, "qr": als_svg(data["link"]), "adres": adres}
    return zet(_SJABLOON, inhoud, talen, format="pdf", pdf_standards=["ua-1"])

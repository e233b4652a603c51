"""Letters to households as PDF, a page each or both sides of one, set by typst from brief.typ. Words: `brief.*`."""

import html
from pathlib import Path
from typing import Any

from berichten import vertaal
from berichten.bericht import aaneen, is_pagina
from berichten.catalogus import Veilig
from bot.errors import InvoerFout
from bot.exports.als_qr import als_svg
from bot.exports.letters import GEEN_TEKEN, zet
from bot.exports.tekenaar import Tekenfout

_SJABLOON = Path(__file__).with_name("brief.typ")
_TE_LANG = "te lang voor een bladzijde"  # brief.typ's words


def maak(data: dict[str, Any]) -> bytes:
    """Return accessible PDF (PDF/UA-1) with a page per household, in the order given.

    A letter in two languages has the second on its back; then every letter has a back, so that all can be printed on
    both sides.

    Args:
        data: `taal`, `wijk`, `contact_naam` and `contact_telefoon` (both may be empty), and `brieven`: per household
            `straat`, `huisnummer`, `toevoeging`, `postcode`, `code` (as people read it), `link`, and perhaps `plaats`
            and `taal`, the second language.

    Raises:
        InvoerFout: a character that the letter's fonts lack, or a name that is too long for one page.
    """
    taal = data["taal"]
    tweede = {brief.get("taal") or taal for brief in data["brieven"]}
    inhoud = {
        "taal": taal,
        "wijk": data["wijk"],
        "woorden": {een: _woorden(data, een) for een in {taal, *tweede}},
        "dubbelzijdig": not tweede <= {taal},
        "brieven": [_brief(brief, taal) for brief in data["brieven"]],
    }
    try:
        return zet(_SJABLOON, inhoud, {taal, *tweede}, format="pdf", pdf_standards=["ua-1"])
    except Tekenfout as fout:
        if GEEN_TEKEN in str(fout):
            teken = str(fout).partition('`"')[2].partition('"`')[0]
            raise InvoerFout(
                f"het teken {teken or '?'} kan niet in een brief; schrijf het met letters van ons alfabet"
            ) from None
        if _TE_LANG in str(fout):
            raise InvoerFout("[wijk] de brief past niet op een bladzijde; kort naam of contact_naam in") from None
        raise


def _brief(brief: dict[str, Any], taal: str) -> dict[str, Any]:
    postcode, toevoeging = brief["postcode"], brief["toevoeging"]
    # A letter stands against the number (9A), a figure or a word apart (9 2, 9 bis).
    wit = "" if len(toevoeging) == 1 and toevoeging.isalpha() else " "
    return {
        "adres": f"{brief['straat']} {brief['huisnummer']}{wit if toevoeging else ''}{toevoeging}",
        "postcode": f"{postcode[:4]} {postcode[4:]}  {brief.get('plaats') or ''}".rstrip(),
        "tweede": brief["taal"] if brief.get("taal") not in (None, "", taal) else None,
        "code": brief["code"],
        "qr": als_svg(brief["link"]),
        "kort": brief["link"].partition("?")[0].removeprefix("https://"),
    }


def _woorden(data: dict[str, Any], taal: str) -> dict[str, str]:
    t = vertaal(taal)

    def tekst(sleutel: str, **velden: str) -> str:
        # Letters have no markup: only what the catalog itself escapes is turned back.
        return html.unescape(t.tekst(sleutel, **{naam: Veilig(html.escape(v)) for naam, v in velden.items()}))

    wijk, wie = data["wijk"], {"naam": data["contact_naam"], "telefoon": aaneen(data["contact_telefoon"])}
    bel = bool(wie["telefoon"])
    pagina = any(is_pagina(brief["link"]) for brief in data["brieven"])
    return {
        "titel": tekst("brief.titel", wijk=wijk),
        "motto": tekst("brief.motto"),
        "aan": tekst("brief.aan"),
        "omslaan": tekst("brief.omslaan"),
        "kop": tekst("brief.kop"),
        "aanhef": tekst("brief.aanhef"),
        "waarom": tekst("brief.waarom", wijk=wijk),
        "zo": tekst("brief.zo"),
        "stap_scan": tekst("brief.stap_scan_browser" if pagina else "brief.stap_scan"),
        "stap_scan_voorkant": tekst("brief.stap_scan_voorkant_browser" if pagina else "brief.stap_scan_voorkant"),
        "stap_link": tekst("brief.stap_link"),
        "stap_code": tekst("brief.stap_code_browser" if pagina else "brief.stap_code"),
        "qr": tekst("brief.qr"),
        "uw_code": tekst("brief.uw_code"),
        "samen": tekst("brief.samen"),
        "bewaard_kop": tekst("brief.bewaard_kop"),
        "bewaard": tekst("brief.bewaard"),
        "zonder_kop": tekst("brief.zonder_kop"),
        "zonder": tekst("brief.zonder_bel", **wie) if bel else tekst("brief.zonder"),
        "vragen": tekst("brief.vragen", **wie) if bel else tekst("brief.vragen_bijeenkomst"),
        "groet": tekst("brief.groet"),
        "afzender": tekst("brief.afzender", naam=wie["naam"], wijk=wijk) if bel else wijk,
    }

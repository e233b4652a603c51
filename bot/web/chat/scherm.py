"""What the chat in the browser looks like: one message, and the page around them."""

import hashlib
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

from babel.dates import format_time
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from berichten import talen, vertaal
from berichten.catalogus import eigen_naam
from bot.storage.webberichten import Webbericht
from bot.web.chat.opmaak import als_html, codes_heel, veilige_link

_MAP = Path(__file__).parent
_NAMEN = (
    *("chat.css", "chat.js", "seintje.js", "werk.css", "werk.js"),
    *("icoon.svg", "icoon-192.png", "icoon-512.png", "icoon-masker.png"),
)
STATISCH = {naam: (_MAP / "static" / naam).read_bytes() for naam in _NAMEN}
_MERK = hashlib.sha256(b"".join(STATISCH.values())).hexdigest()[:12]
"""Their names change with what they say: a browser may keep them for a year."""


Waarom = Literal["", "te_druk", "afgemeld", "gewist"]
_GETYPT = {"/start": "webkanaal.begin", "/menu": "webkanaal.menu"}
"""What a button of the page types, and what that button says: nobody wrote that command or code."""


def statisch_naam(naam: str) -> str:
    """Return the name under which a style, script or icon is served."""
    basis, _, soort = naam.rpartition(".")
    return f"{basis}-{_MERK}.{soort}"


def bericht(een: Webbericht, taal: str, zone: ZoneInfo, csrf: str, keer: str = "", *, laatste: bool = False) -> str:
    """Return one message as HTML; of one that was deleted nothing.

    Args:
        keer: of this page, for who has no script: tapped twice on one page is one tap.
        laatste: whether a page that opens goes to this one.
    """
    if een.inhoud is None:
        return ""
    return _sjabloon("bericht.html", taal, een=een, keer=keer, laatste=laatste, **_om(een, taal, zone, csrf))


def pagina(gesprek: dict[str, Any], sjabloon: str = "chat.html", **erbij: Any) -> str:
    """Return the page of someone's chat; by another template with something beside it.

    Args:
        gesprek: what `gesprek` returned.
    """
    return _sjabloon(sjabloon, **gesprek, **({"blad": None} | erbij))


def gesprek(
    berichten: Sequence[Webbericht], taal: str, zone: ZoneInfo, csrf: str, wijk: str, **erbij: Any
) -> dict[str, Any]:
    """Return what the page of a chat shows of it.

    Args:
        erbij: `versie` that it shows, `opmerking` over a tap, `keer` for the form, `start` of a link that was followed,
            the wide pages (`overzichten`) that one finds, and how `seintje` stands (`seinknop.Stand`);
            `team`: whose page is not kept on the device.
    """
    stukken = [bericht(een, taal, zone, csrf, erbij["keer"], laatste=een is berichten[-1]) for een in berichten]
    return {"taal": taal, "wijk": wijk, "stukken": stukken, "csrf": csrf, **erbij}


def begin(taal: str, wijk: str, telegram: str, *, start: str, waarom: Waarom = "") -> str:
    """Return the page of who is not signed in: their language, and the code of the letter.

    Args:
        telegram: address that opens the bot there; empty where it is not on Telegram.
        start: what the link that was followed brings along, such as a code.
        waarom: they see this page: too many begin now, or whoever was signed in here no longer is.
    """
    kop = [(code, eigen_naam(code)) for code in talen()]
    elders = f"{telegram}?start={start}" if telegram and start else telegram
    return _sjabloon("begin.html", taal, wijk=wijk, start=start, waarom=waarom, talen=kop, elders=elders)


def drempel(taal: str, wijk: str, staat: str, **velden: Any) -> str:
    """Return the page on which somebody of the team confirms who they are.

    Args:
        staat: `niets`, `begonnen`, `bevestigd`, or `codes` when it was set up.
        velden: what that one shows.
    """
    return _sjabloon("drempel.html", taal, wijk=wijk, staat=staat, **velden)


def fout(taal: str, status: int) -> str:
    """Return the page of who asked what cannot be: why, and the way back."""
    return _sjabloon("fout.html", taal, status=int(status))


def _om(een: Webbericht, taal: str, zone: ZoneInfo, csrf: str) -> dict[str, Any]:
    lokaal = een.op.astimezone(zone)
    getypt = (een.inhoud or {}).get("getypt", "")
    if (opdracht := getypt.partition(" ")[0]) in _GETYPT:
        getypt = vertaal(taal).plat(_GETYPT[opdracht])
    return {
        "getypt": getypt,
        "csrf": csrf,
        "tijd": format_time(lokaal, "short", locale=vertaal(taal).locale),
        "moment": lokaal.isoformat(),
    }


def _sjabloon(naam: str, taal: str, **velden: Any) -> str:
    t = vertaal(taal)
    vast = {"taal": taal, "richting": "rtl" if t.rechts else "ltr", "p": t.plat, "statisch": statisch_naam}
    return _omgeving().get_template(naam).render(**vast, **velden)


@cache
def _omgeving() -> Environment:
    omgeving = Environment(
        loader=FileSystemLoader(_MAP / "sjablonen"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    omgeving.filters |= {"als_html": als_html, "link": veilige_link, "codes_heel": codes_heel}
    return omgeving

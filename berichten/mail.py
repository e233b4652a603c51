"""What residents read by e-mail: plain text, and the same as simple HTML; nobody is named. Of followers: `post`."""

import html
import re
from typing import Any

from berichten.bericht import Toon
from berichten.catalogus import richting
from berichten.post import Mail
from bot.rules.kortecode import MAIL, TOESTEL

DAGELIJKS = frozenset({"mail_bundel"})
"""What comes by itself, and can be stopped by a link; all else was asked for."""
_BROWSER = "web"


def maak(toon: Toon, soort: str, data: dict[str, Any], pagina: str) -> Mail:
    """Return mail of a kind.

    Args:
        pagina: where the daily mail is stopped.

    Raises:
        KeyError: there is no such kind.
    """
    t, wijk = toon.t, data["wijk"]
    delen = [t.plat("mail.aanhef"), *_SOORTEN[soort](toon, data), t.plat("post.groet", wijk=wijk)]
    if soort in DAGELIJKS:
        delen.append(t.plat("mail.voet") + "\n" + t.plat("post.stop", link=pagina))
    onderwerp = t.plat(f"mail.{soort.removeprefix('mail_')}_onderwerp", wijk=wijk)
    return Mail(onderwerp, "\n\n".join(delen) + "\n", html=_html(t.taal, onderwerp, delen))


def _bevestig(toon: Toon, data: dict[str, Any]) -> list[str]:
    t, code = toon.t, data["code"]
    return [
        t.plat("mail.bevestig", wijk=data["wijk"]),
        MAIL.schrijf(code),
        *_open(toon, data["kanaal"], f"?start={MAIL.start(code)}"),
        t.plat("mail.bevestig_niet"),
    ]


def _bundel(toon: Toon, data: dict[str, Any]) -> list[str]:
    t = toon.t
    wacht = [t.plat("mail.antwoord", aantal=n)] if (n := data["antwoorden"]) else []
    wacht += [t.plat("mail.bericht", aantal=n)] if (n := data["andere"]) else []
    return [t.plat("mail.bundel", wijk=data["wijk"]), *data["teksten"], *wacht, *_open(toon, _BROWSER, "")]


def _gewijzigd(toon: Toon, data: dict[str, Any]) -> list[str]:
    t = toon.t
    return [t.plat("mail.gewijzigd", wijk=data["wijk"]), t.plat("mail.gewijzigd_niet"), *_bel(toon)]


def _terug(toon: Toon, data: dict[str, Any]) -> list[str]:
    t, code = toon.t, data["code"]
    niet = t.plat("mail.terug_niet")
    return [t.plat("mail.terug"), TOESTEL.schrijf(code), *_open(toon, data["kanaal"], ""), niet, *_bel(toon)]


def _open(toon: Toon, kanaal: str, erbij: str) -> list[str]:
    adres = toon.netten.get(kanaal)
    return [toon.t.plat("mail.open", link=f"{adres}{erbij}")] if adres else []


def _bel(toon: Toon) -> list[str]:
    return [toon.t.plat("algemeen.bel", contact=toon.contact)] if toon.contact else []


_SOORTEN = {"mail_bevestig": _bevestig, "mail_bundel": _bundel, "mail_gewijzigd": _gewijzigd, "mail_terug": _terug}


def _html(taal: str, onderwerp: str, delen: list[str]) -> str:
    """Return the paragraphs as a page: no picture, no style, nothing from elsewhere."""
    alineas = "\n".join(f"<p>{_LINK.sub(_met_link, html.escape(deel)).replace(chr(10), '<br>')}</p>" for deel in delen)
    kop = f'<head><meta charset="utf-8"><title>{html.escape(onderwerp)}</title></head>'
    begin = f'<!doctype html>\n<html lang="{taal}" dir="{richting(taal)}">{kop}'
    return f"{begin}<body>\n{alineas}\n</body></html>\n"


_LINK = re.compile(r"https?://[^\s<>\"]+")


def _met_link(gevonden: re.Match[str]) -> str:
    return f'<a href="{gevonden[0]}">{gevonden[0]}</a>'

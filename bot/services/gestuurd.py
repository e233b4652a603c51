"""What a question gets out of a file, a place or a text that someone sends."""

from typing import Literal

from bot.errors import Geweigerd
from bot.rules.inhoud import TEKST_MAX, Inhoud, lengte

Neemt = Literal["foto", "plek", "tekst", "inhoud", "stuk"]
"""A question takes a photo (its file_id), a place (`52090740,5121420`), text with its markup, or all that can be
passed on; of the last two all that was sent. A PDF (`stuk`) is kept, see `bot.services.stukken`."""


def antwoord(neemt: Neemt | None, inhoud: Inhoud | None) -> str | Inhoud | None:
    """Return the answer to a question; None when it takes nothing of this kind.

    Raises:
        Geweigerd: nobody takes this kind, or the text is too long to pass on.
    """
    if neemt is None:
        return None
    if inhoud is None:
        raise Geweigerd("inhoud.niet")
    if neemt not in {"inhoud", inhoud["soort"]}:
        return None
    if neemt in {"inhoud", "tekst"}:
        if (te_veel := lengte(inhoud["html"]) - TEKST_MAX) > 0:
            raise Geweigerd("inhoud.te_lang", maximum=TEKST_MAX, aantal=te_veel)
        return inhoud
    return inhoud["file_id"] if inhoud["plek"] is None else ",".join(map(str, inhoud["plek"]))

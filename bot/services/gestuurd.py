"""What a question gets out of a file, a place or a text that someone sends."""

from typing import Literal

from bot.errors import Geweigerd
from bot.rules.inhoud import TEKST_MAX, Inhoud, lengte

Neemt = Literal["foto", "plek", "inhoud"]
"""A question takes a photo (its file_id), a place (`52090740,5121420`), or all that can be passed on, as sent."""


def antwoord(neemt: Neemt | None, inhoud: Inhoud | None) -> str | Inhoud | None:
    """Return the answer to a question; None when it takes nothing of this kind.

    Raises:
        Geweigerd: nobody takes this kind, or the text is too long to pass on.
    """
    if neemt is None:
        return None
    if inhoud is None:
        raise Geweigerd("inhoud.niet")
    if neemt == "inhoud":
        if lengte(inhoud["html"]) > TEKST_MAX:
            raise Geweigerd("inhoud.te_lang", maximum=TEKST_MAX)
        return inhoud
    if neemt != inhoud["soort"]:
        return None
    return inhoud["file_id"] if inhoud["plek"] is None else ",".join(map(str, inhoud["plek"]))

"""A form of a page of ours, as it comes in."""

from urllib.parse import parse_qsl

from starlette.requests import Request

from bot.web.chat import toegang

Form = dict[str, str]
_LANGSTE_BODY = 60_000  # percent-encoded, a character of most scripts takes six or nine
_MEESTE_VELDEN = 20


async def lees_form(request: Request, onze: str) -> Form | None:
    """Return the fields of a form; None when it comes from elsewhere, or is no form as a page of ours sends it.

    Args:
        onze: where our pages come from, see `toegang.herkomst`.
    """
    if not toegang.van_ons(request.headers, onze):
        return None
    inhoud = b""
    async for stuk in request.stream():
        inhoud += stuk
        if len(inhoud) > _LANGSTE_BODY:
            return None
    try:
        velden = parse_qsl(inhoud.decode(), max_num_fields=_MEESTE_VELDEN)
    except ValueError:
        return None
    form = {naam: waarde.replace("\0", "") for naam, waarde in velden}  # which no database keeps
    return form if len(form) == len(velden) else None  # and a form of ours says nothing twice


def is_nummer(tekst: str) -> bool:
    """Say whether this is a number that fits a row's."""
    return tekst.isascii() and tekst.isdigit() and len(tekst) < 19

"""Who may use the chat in the browser, and from where: its cookie, and what says that a form is ours."""

import hashlib
import re
import secrets
from dataclasses import dataclass
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.requests import Request

from berichten import talen
from bot.services.handeling import publiek_id
from bot.services.websessie import Toeval
from bot.storage.websessies import Sessie
from bot.web.publiek import taal_van

KOEKJE = "__Host-gehoord"
"""By its name a browser takes it only over TLS, from this very host, for all of it (RFC 6265bis)."""
START = "__Host-gehoord-start"
"""Keeps what a link brought along, such as the code of a letter, until its form is sent."""
_JAAR_SECONDEN = 365 * 86400
_START_SECONDEN = 600
_START = re.compile(r"[A-Za-z0-9_-]{1,64}")
_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_SYSTEMEN = (
    *(("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows")),
    *(("Mac OS", "Mac"), ("Linux", "Linux")),
)


@dataclass(frozen=True)
class Wie:
    """Who asks, and in which language they read."""

    sessie: Sessie
    geheim: str
    taal: str

    @property
    def chat(self) -> int:
        """The id of their chat."""
        return int(self.sessie.extern_id)

    @property
    def csrf(self) -> str:
        """What each of their forms carries: of its session, whichever secret that has, so that what waits can go."""
        return hashlib.sha256(f"formulier:{self.sessie.publiek_id}".encode()).hexdigest()[:32]


def nieuw() -> Toeval:
    """Return what a session is made of: 256 random bits to keep, and an id that a script can hold as a number."""
    extern_id = str(2**40 + secrets.randbelow(2**52))
    return Toeval(extern_id, secrets.token_urlsafe(32), publiek_id(secrets.token_bytes(16)))


def koekje(geheim: str, *, weg: bool = False) -> str:
    """Return the cookie that keeps a session, or takes it away."""
    return _koekje(KOEKJE, geheim, 0 if weg else _JAAR_SECONDEN)


def start_koekje(start: str) -> str:
    """Return the cookie that keeps what a link brought along for a while; with nothing it takes it away."""
    return _koekje(START, start, _START_SECONDEN if start else 0)


def _koekje(naam: str, waarde: str, seconden: int) -> str:
    return f"{naam}={waarde}; Path=/; Max-Age={seconden}; Secure; HttpOnly; SameSite=Lax"


def herkomst(adres: str) -> str:
    """Return an address as a browser names where a page comes from: in small letters, without the usual port."""
    deel = urlsplit(adres)
    gewoon = {"http": 80, "https": 443}.get(deel.scheme)
    host = f"[{deel.hostname}]" if ":" in (deel.hostname or "") else deel.hostname
    return f"{deel.scheme}://{host}" + ("" if deel.port in {None, gewoon} else f":{deel.port}")


def van_ons(koppen: Headers, onze: str) -> bool:
    """Say whether what is sent comes from a page of ours.

    A browser that says nothing of it, as Firefox of before 2019, is judged by the page that it says to come from, and
    one that hides that too by the form itself.
    """
    if koppen.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    gegeven = koppen.get("origin")
    if gegeven is None and (verwijzer := koppen.get("referer")):
        return verwijzer.startswith(f"{onze}/")
    return gegeven in {None, onze}


def start_van(gegeven: str) -> str:
    """Return what a link or a letter brings along, as a start payload; empty when it can be none."""
    kaal = re.sub(r"\s+", "", gegeven)
    return kaal if _START.fullmatch(kaal) else ""


def taal(request: Request, gevraagd: str | None = None) -> str:
    """Return the language asked for, else the one that the browser wants most."""
    return gevraagd if gevraagd in talen() else taal_van(request.headers)


def toestel(agent: str) -> str:
    """Return a browser as people would name it, such as `Firefox, Android`."""
    browser = next((naam for merk, naam in _BROWSERS if merk in agent), "")
    systeem = next((naam for merk, naam in _SYSTEMEN if merk in agent), "")
    return ", ".join(stuk for stuk in (browser, systeem) if stuk) or "?"

"""Request bodies to raw parameters: JSON, URL-encoded and multipart forms. What values mean is checked elsewhere."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, unquote

from starlette.requests import Request

from bot.webchat.fouten import weiger

_FORMULIER = "multipart/form-data"
MAX_LICHAAM = 52 * 1024 * 1024  # an upload of 50 MB and its form around it


@dataclass(frozen=True)
class Upload:
    """A file that came in a multipart form."""

    naam: str
    mime: str
    inhoud: bytes


@dataclass
class Ruw:
    """Parameters as they came.

    Attributes:
        waarden: parameter name to value; text unless `uit_json`.
        uit_json: the body was JSON, so values have types already.
        uploads: form field name to file.
    """

    waarden: dict[str, Any] = field(default_factory=dict)
    uit_json: bool = False
    uploads: dict[str, Upload] = field(default_factory=dict)


async def lees(request: Request) -> bytes:
    """Read the body, at most `MAX_LICHAAM` bytes.

    Raises:
        ApiError: 413 when it is larger.
    """
    delen: list[bytes] = []
    totaal = 0
    async for deel in request.stream():
        totaal += len(deel)
        if totaal > MAX_LICHAAM:
            raise weiger("lichaam_te_groot")
        delen.append(deel)
    return b"".join(delen)


def ontleed(soort: str, lichaam: bytes, query: str) -> Ruw:
    """Return the raw parameters of a request.

    Args:
        soort: the Content-Type header.
        lichaam: the body.
        query: the query string; parameters in the body win.

    Raises:
        ApiError: 400 when the body is not what its type says.
    """
    ruw = Ruw(dict(parse_qsl(query, keep_blank_values=True)))
    mime = soort.partition(";")[0].strip().lower()
    if not lichaam:
        return ruw
    try:
        if mime == "application/json":
            inhoud = json.loads(lichaam)
            if not isinstance(inhoud, dict):
                raise weiger("lichaam_onleesbaar", mime=mime, reden="it must be an object")
            return Ruw(ruw.waarden | inhoud, uit_json=True)
        if mime == "application/x-www-form-urlencoded":
            ruw.waarden |= dict(parse_qsl(lichaam.decode(), keep_blank_values=True, strict_parsing=True))
            return ruw
        if mime == _FORMULIER:
            return _ontleed_multipart(soort, lichaam, ruw)
    except ValueError as fout:  # broken JSON, UTF-8 or pairs
        raise weiger("lichaam_onleesbaar", mime=mime, reden=type(fout).__name__) from fout
    raise weiger("lichaam_soort")


def _ontleed_multipart(soort: str, lichaam: bytes, ruw: Ruw) -> Ruw:
    grens = re.search(r'boundary="?([^";]+)"?', soort)
    if grens is None:
        raise weiger("lichaam_onleesbaar", mime=_FORMULIER, reden="it has no boundary")
    # Every boundary starts a line; the first one has no line before it.
    delen = (b"\r\n" + lichaam).split(b"\r\n--" + grens[1].encode())
    if len(delen) < 2 or not delen[-1].startswith(b"--"):
        raise weiger("lichaam_onleesbaar", mime=_FORMULIER, reden="it does not end")
    for deel in delen[1:-1]:
        kop, leeg, inhoud = deel.lstrip(b" \t").removeprefix(b"\r\n").partition(b"\r\n\r\n")
        velden = {
            naam.strip().lower(): waarde.strip()
            for naam, _, waarde in (regel.partition(":") for regel in kop.decode().split("\r\n"))
        }
        opties = _opties(velden.get("content-disposition", ""))
        if not leeg or "name" not in opties:
            raise weiger("lichaam_onleesbaar", mime=_FORMULIER, reden="a part has no name")
        if "filename" in opties:
            mime = velden.get("content-type", "application/octet-stream")
            ruw.uploads[opties["name"]] = Upload(opties["filename"], mime, inhoud)
        else:
            ruw.waarden[opties["name"]] = inhoud.decode()
    return ruw


def _opties(kop: str) -> dict[str, str]:
    """The options of a Content-Disposition header; a name that is not ASCII comes as `filename*` (RFC 5987)."""
    uit = {}
    for naam, sterretje, tussen_quotes, los in re.findall(r'(\w+)(\*?)=(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))', kop):
        # Browsers write a quote in a name as %22, others with a backslash.
        waarde = re.sub(r"\\(.)", r"\1", tussen_quotes).replace("%22", '"') or los
        if sterretje:
            tekenset, _, waarde = waarde.replace("'", "\0", 1).replace("'", "\0", 1).rpartition("\0")
            waarde = unquote(waarde) if tekenset.lower().startswith("utf-8") else waarde
        uit[naam.lower()] = waarde
    return uit

"""One e-mail as bytes for a mail server: plain text, perhaps as HTML too or with a file.

No name or subject adds a header.
"""

import re
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import Any

_STUUR = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def maak(data: dict[str, Any]) -> bytes:
    """Return the mail.

    Args:
        data: `van` and `aan` (addresses), `van_naam`, `aan_naam`, `onderwerp`, `tekst`, `op` (ISO), `id` (left of the @
            of its Message-ID), `stop` (address to unsubscribe: a page, or `mailto:`; None for what was asked for), and
            `bijlage`: name and bytes of a PDF, or None. Perhaps `html`: the same as `tekst`.
    """
    bericht = EmailMessage(policy=SMTP)
    bericht["From"] = Address(_regel(data["van_naam"]), addr_spec=data["van"])
    bericht["To"] = Address(_regel(data["aan_naam"]), addr_spec=data["aan"])
    bericht["Subject"] = _regel(data["onderwerp"])
    bericht["Date"] = format_datetime(datetime.fromisoformat(data["op"]))
    bericht["Message-ID"] = f"<{data['id']}@{data['van'].rpartition('@')[2]}>"
    bericht["Auto-Submitted"] = "auto-generated"
    if data["stop"] is not None:
        bericht["List-Unsubscribe"] = f"<{data['stop']}>"
        if data["stop"].startswith("https:"):
            bericht["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    bericht.set_content(data["tekst"], cte="quoted-printable")
    if data.get("html"):
        bericht.add_alternative(data["html"], subtype="html", cte="quoted-printable")
    if data["bijlage"] is not None:
        naam, inhoud = data["bijlage"]
        bericht.add_attachment(inhoud, maintype="application", subtype="pdf", filename=naam)
    return bericht.as_bytes()


def _regel(tekst: str) -> str:
    """Return a text as one line: a header ends where its line ends."""
    return " ".join(_STUUR.sub(" ", tekst).split())

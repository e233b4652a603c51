"""Which documents are kept: a PDF by what is in it, whatever its name says, and of a size that a griffie can mail."""

import re

MEESTE_BYTES = 10 * 2**20
MEESTE_MB = 10

_KOP = re.compile(rb"%PDF-[12]\.[0-9]")
_STAART = 1024


def is_pdf(inhoud: bytes) -> bool:
    """Say whether bytes are those of a PDF: it begins as one and ends as one (ISO 32000-2, 7.5.2 and 7.5.5)."""
    einde = inhoud[-_STAART:]
    return bool(_KOP.match(inhoud)) and b"startxref" in einde and b"%%EOF" in einde

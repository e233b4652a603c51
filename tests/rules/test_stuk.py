"""Which bytes are a PDF."""

import pytest

from bot.rules.stuk import is_pdf

EINDE = b"\nstartxref\n9\n%%EOF\n"


@pytest.mark.parametrize(
    ("inhoud", "wel"),
    [
        (b"%PDF-1.4" + EINDE, True),
        (b"%PDF-2.0\n" + b"x" * 5000 + EINDE, True),
        (b"%PDF-1.7" + EINDE + b"\x00" * 900, True),
        (b"%PDF-1.7" + EINDE + b"\x00" * 2000, False),
        (b"%PDF-3.0" + EINDE, False),
        (b"MZ\x90%PDF-1.4" + EINDE, False),
        (b"\n%PDF-1.4" + EINDE, False),
        (b"%PDF-1.4\n%%EOF", False),
        (b"", False),
    ],
)
def test_a_pdf_is_known_by_how_it_begins_and_ends(inhoud: bytes, wel: bool) -> None:
    assert is_pdf(inhoud) is wel

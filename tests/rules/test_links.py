"""Which addresses people may be led to."""

import pytest

from bot.rules.links import LANGSTE, is_link


@pytest.mark.parametrize(
    ("tekst", "goed"),
    [
        ("https://ede.voorbeeld.nl/raad?stuk=1#a", True),
        ("http://ede.voorbeeld.nl/", False),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT://ede.voorbeeld.nl/%0aalert(1)", False),
        ("data:text/html,x", False),
        ("//ede.voorbeeld.nl/", False),
        ("https://site/nl/", False),
        ("https://ede.nl@kwaad.voorbeeld.nl/", False),
        ("https://ede.voorbeeld.nl/\x00", False),
        ("https://ede.voorbeeld.nl/a b", False),
        ("https://ede.voorbeeld.nl/\r\nSet-Cookie:a", False),
        ("https://ede.voorbeeld.nl/\u202efdp", False),
        ("https://[ede.nl/", False),
        ("https://ede.voorbeeld.nl/" + "a" * LANGSTE, False),
    ],
)
def test_only_the_address_of_a_page_that_shows_where_it_leads_is_taken(tekst: str, goed: bool) -> None:
    assert is_link(tekst) is goed

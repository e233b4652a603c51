"""The markup of a message on the page: an address becomes a link, and nothing that was typed becomes markup."""

import pytest

from bot.web.chat.opmaak import als_html

HIER = "https://wijk.voorbeeld.nl/chat/?start=rol-7K&amp;x=1"


@pytest.mark.parametrize(
    ("tekst", "html"),
    [
        (f"Kijk op {HIER}.", f'Kijk op <a href="{HIER}" rel="noopener noreferrer">{HIER}</a>.'),
        (f'<a href="{HIER}">{HIER}</a>', f'<a href="{HIER}" rel="noopener noreferrer">{HIER}</a>'),
        ("<b>vet <i>en</b> schuin", "<b>vet <i>en</i></b> schuin"),
        ('&lt;script&gt;http://x.nl/"onclick=1', "&lt;script&gt;"),
        ("<script>alert(1)</script><img src=x onerror=1>", "alert(1)"),
        ('<a href="javascript:alert(1)">x</a>', "x"),
        ("javascript:alert(1) https:// ftp://x", "javascript:alert(1) https:// ftp://x"),
    ],
)
def test_a_message_on_the_page_has_the_markup_and_links_of_a_message_and_no_other(tekst: str, html: str) -> None:
    klaar = str(als_html(tekst))
    assert klaar == html or (html == "&lt;script&gt;" and klaar.startswith(html))
    assert "<script" not in klaar
    assert 'onclick=1"' not in klaar

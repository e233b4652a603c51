"""The markup of our messages as HTML of a page: only what a message may hold passes, all else is shown as text."""

import html
import re
from html.parser import HTMLParser

from markupsafe import Markup

_TAGS = frozenset({"b", "i", "u", "s", "code", "pre", "blockquote", "strong", "em"})

_ADRES = re.compile(r"(https?://[^\s<>\"']*[^\s<>\"'.,;:!?)\]}’”])")
"""An address in a text becomes a link, as chat networks do."""
_CODE = re.compile(r"\b[0-9A-Z]{4}(?:-[0-9A-Z]{4})+\b")


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.uit: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _TAGS:
            self.uit.append('<pre tabindex="0">' if tag == "pre" else f"<{tag}>")  # scrolled with the keys too
        elif tag == "a" and (naar := veilige_link(dict(attrs).get("href") or "")):
            self.uit.append(f'<a href="{html.escape(naar)}" rel="noopener noreferrer">')
        else:
            return
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:
            while self._open:
                laatste = self._open.pop()
                self.uit.append(f"</{laatste}>")
                if laatste == tag:
                    return

    def handle_data(self, data: str) -> None:
        in_link = "a" in self._open
        for n, stuk in enumerate(_ADRES.split(data)):
            veilig = html.escape(stuk)
            link = n % 2 and not in_link
            self.uit.append(f'<a href="{veilig}" rel="noopener noreferrer">{veilig}</a>' if link else veilig)

    def klaar(self) -> str:
        self.close()
        self.uit += [f"</{tag}>" for tag in reversed(self._open)]
        return "".join(self.uit)


def als_html(tekst: str) -> Markup:
    """Return the text of a message for a page; line breaks are left to the style."""
    lezer = _Lezer()
    lezer.feed(tekst)
    return Markup(lezer.klaar())  # noqa: S704 (each piece above is escaped, or a tag of the list)


def veilige_link(naar: str) -> str | None:
    """Return a link that a page may hold: to a page, a phone or a mailbox; None for what could run something."""
    return naar if naar.lower().startswith(("https://", "http://", "tel:", "mailto:")) else None


def codes_heel(tekst: str) -> Markup:
    """Return a text in which a code stands on one line, and reads from left to right in every language."""
    return Markup(_CODE.sub(r'<bdi class="heel">\g<0></bdi>', html.escape(tekst)))  # noqa: S704 (escaped above)

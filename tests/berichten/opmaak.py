"""Reading messages as a chat network does: which markup there is, and what people see of it."""

from html.parser import HTMLParser

TAGS = {"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "a", "code", "pre", "blockquote", "tg-spoiler"}
"""The tags of Telegram's HTML (Bot API, "Formatting options"); of `span` we use none."""


class _Lezer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.open: list[str] = []
        self.fouten: list[str] = []
        self.tekst: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.fouten.append(f"<{tag}> is no tag of Telegram's")
        if [naam for naam, _ in attrs] not in ([], ["href"]) or bool(attrs) != (tag == "a"):
            self.fouten.append(f"<{tag}> has attributes {attrs}")
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.fouten.append(f"</{tag}> closes nothing")

    def handle_data(self, data: str) -> None:
        if "<" in data or "&" in data or ">" in data:
            self.fouten.append(f"a bare < > or & in {data!r}")
        self.tekst.append(data)

    def handle_entityref(self, name: str) -> None:
        if name not in {"lt", "gt", "amp", "quot"}:
            self.fouten.append(f"&{name}; is unknown to Telegram")
        self.tekst.append({"lt": "<", "gt": ">", "amp": "&", "quot": '"'}.get(name, "?"))

    def handle_charref(self, name: str) -> None:
        self.fouten.append(f"&#{name}; is not used here")


def lees(tekst: str) -> tuple[str, list[str]]:
    """Return what people read of a text, and what is wrong with its markup."""
    lezer = _Lezer()
    lezer.feed(tekst)
    lezer.close()
    fouten = lezer.fouten + [f"<{tag}> stays open" for tag in lezer.open]
    return "".join(lezer.tekst), fouten


def lengte(tekst: str) -> int:
    """Count as Telegram does: in UTF-16 units."""
    return len(tekst.encode("utf-16-le")) // 2

"""What is served to browsers: the pages, and the chat."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_network


@dataclass(frozen=True)
class Web:
    """Pages for a browser.

    Args:
        webserver: from where what people ask is passed on: only there is believed who asks, and how.
    """

    adres: str = ""
    url: str = ""
    metrics_adres: str = ""
    webserver: tuple[str, ...] = ("127.0.0.1", "::1")

    def bezwaren(self, *, polling: bool) -> Iterator[str]:
        """Say what cannot be.

        Args:
            polling: whether the bot fetches its updates, so that no webhook listens for pages too.
        """
        for naam in ("adres", "metrics_adres"):
            host, _, poort = (waarde := getattr(self, naam)).rpartition(":")
            if waarde and not (host and poort.isdigit()):
                yield f"[web] {naam}: '{waarde}' kan niet; schrijf host:poort, zoals 127.0.0.1:8080"
        if self.adres and self.adres == self.metrics_adres:
            yield "[web] metrics_adres: kies een andere poort dan bij adres; deze cijfers zijn niet voor iedereen"
        if self.url and not re.match(r"https?://[^/\s]", self.url):
            yield f"[web] url: '{self.url}' kan niet; schrijf een adres dat met https:// begint"
        if self.adres and not self.url:
            yield "[web] url: vul ook in hoe een browser bij [web] adres komt, zoals https://wijk.voorbeeld.nl"
        for van in self.webserver:
            if not _is_net(van):
                yield f"[web] webserver: '{van}' kan niet; schrijf een adres of een net, zoals 10.0.0.2 of 10.0.0.0/24"
        if self.url and not self.adres and polling:
            yield "[web] adres: vul ook in waar de bot zelf luistert, zoals 127.0.0.1:8080"


@dataclass(frozen=True)
class Webchat:
    """The chat in the browser, beside Telegram or instead of it."""

    aan: bool = False
    push: bool = True
    pushdiensten: tuple[str, ...] = ()

    def bezwaren(self, url: str, telegram: str) -> Iterator[str]:
        """Say what cannot be.

        Args:
            url: where people find our pages.
            telegram: the name of the other network.
        """
        hier = re.match(r"http://(127\.0\.0\.1|localhost)(:|/|$)", url)
        if self.aan and not (url.startswith("https://") or hier):
            yield "[webchat] aan: dit gaat alleen versleuteld; vul bij [web] een adres in, en een url met https"
        for dienst in self.pushdiensten:
            if not re.fullmatch(r"https://[a-z0-9.-]+(:[0-9]+)?|http://(127\.0\.0\.1|localhost):[0-9]+", dienst):
                mend = "schrijf alleen https:// met de naam, zoals https://push.voorbeeld.nl"
                yield f"[webchat] pushdiensten: '{dienst}' kan niet; {mend}"
        if self.aan and telegram == KANAAL:
            yield "[telegram] kanaal: de naam web is van de chat in de browser; kies een andere"


def _is_net(tekst: str) -> bool:
    try:
        return ip_network(tekst).prefixlen > 0
    except ValueError:
        return False


KANAAL = "web"
"""The name of the accounts of the chat in the browser."""

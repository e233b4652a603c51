"""Settings: TOML and environment become frozen dataclasses. Every mistake is one sentence that says what to write.

The fields below are the whole list; `config.example.toml` explains each. How the environment overrides one:
`omgevingsvariabelen`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from datetime import time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.bewaartermijnen import Bewaren
from bot.errors import InvoerFout
from bot.velden import is_adres
from bot.webinstellingen import Web, Webchat


@dataclass(frozen=True)
class Wijk:
    """The neighbourhood, and whom people can call."""

    naam: str
    tijdzone: str = "Europe/Amsterdam"
    contact_naam: str = ""
    contact_telefoon: str = ""
    werkgroepen: tuple[str, ...] = (
        "techniek",
        "verduurzamen van woningen",
        "communicatie",
        "financiën",
        "activiteiten",
        "klankbord",
    )


@dataclass(frozen=True)
class Opslag:
    """Where data is kept, and beside it the secrets and how far sending came."""

    database: str = "sqlite:///gehoord.db"
    peper_bestand: str = "peper.txt"
    tijdvak_bestand: str = "tijdvak.txt"
    sleutel_bestand: str = "bewijssleutel.txt"
    pushsleutel_bestand: str = "pushsleutel.txt"


@dataclass(frozen=True)
class Telegram:
    """How the bot reaches its chat network."""

    token: str = field(default="", repr=False)
    botlink: str = ""
    api_url: str = "https://api.telegram.org"
    kanaal: str = "telegram"
    ontvangst: str = "polling"
    webhook_url: str = ""
    webhook_geheim: str = field(default="", repr=False)
    webhook_adres: str = "127.0.0.1:8443"


@dataclass(frozen=True)
class Post:
    """The mail server through which followers, such as the griffie, get their mail; none without `server`."""

    server: str = ""
    poort: int = 587
    gebruiker: str = ""
    wachtwoord: str = field(default="", repr=False)
    afzender: str = ""
    starttls: bool = True


@dataclass(frozen=True)
class Rollen:
    """Who has which role, as `kanaal:id`; the bot tells an id with /wieben."""

    beheerder: tuple[str, ...] = ()
    organisator: tuple[str, ...] = ()
    buurtbegeleider: tuple[str, ...] = ()


TWEEDE_PERSOON = ("invoer", "correctie", "bericht")


@dataclass(frozen=True)
class Werkwijze:
    """How the team works together: for what a second person must say yes."""

    tweede_persoon: tuple[str, ...] = TWEEDE_PERSOON


@dataclass(frozen=True)
class Verzending:
    """How fast messages go, when it is quiet, and how much residents hear without asking."""

    per_seconde: int = 28
    stil_van: time = time(21, 30)
    stil_tot: time = time(8)
    per_week: int = 2


@dataclass(frozen=True)
class Traject:
    """On which days the plan of the traject stands still."""

    vrij_bestand: str = ""


@dataclass(frozen=True)
class Vraagbaak:
    """Within how many working days who asks something gets an answer."""

    werkdagen: int = 3


@dataclass(frozen=True)
class Settings:
    """All settings of an installation."""

    wijk: Wijk
    opslag: Opslag = Opslag()
    telegram: Telegram = Telegram()
    web: Web = field(default_factory=Web)
    webchat: Webchat = field(default_factory=Webchat)
    post: Post = Post()
    rollen: Rollen = Rollen()
    werkwijze: Werkwijze = Werkwijze()
    verzending: Verzending = Verzending()
    traject: Traject = Traject()
    vraagbaak: Vraagbaak = Vraagbaak()
    bewaren: Bewaren = field(default_factory=Bewaren)
    spelregels: Mapping[str, Any] = field(default_factory=dict)
    """The concept of the first version, as it stands in the file: bot.rules.spelregels reads it."""
    sleutel: str = field(default="", metadata={"uit": "bestandsnaam"})
    """Name of the wijk's own file, where an installation has more of them; its pages and exports go by it too."""

    @property
    def site_url(self) -> str:
        """Where people find the pages of the installation; empty when it serves none."""
        tg = self.telegram
        return self.web.url or (tg.webhook_url if tg.ontvangst == "webhook" else "")

    @property
    def serveert(self) -> bool:
        """Whether anything of the installation listens for browsers, or for what watches it."""
        webhook = self.telegram.ontvangst == "webhook"
        return bool(webhook or self.webchat.aan or self.web.adres or self.web.metrics_adres)

    @property
    def pagina_url(self) -> str:
        """Where people find the pages of the wijk; empty when this installation serves none."""
        return f"{self.site_url.rstrip('/')}/{self.sleutel}" if self.site_url and self.sleutel else self.site_url

    @property
    def mailt_bewoners(self) -> bool:
        """Whether residents may give an e-mail address: there is a mail server, and a page that stops mail."""
        return bool(self.post.server and self.pagina_url)

    @property
    def kan(self) -> frozenset[str]:
        """What this installation can do, as commands ask for it (`berichten.opdrachten.ALLES`)."""
        return frozenset({"mail"}) if self.mailt_bewoners else frozenset()

    @property
    def meedoen_url(self) -> str:
        """Address on letters and posters that opens the bot: in the browser where it is there, else on Telegram."""
        return f"{self.site_url.rstrip('/')}/chat/" if self.webchat.aan else self.telegram.botlink


def inhoud(pad: str) -> bytes:
    """Return what stands in a file that a setting names; nothing when it names none.

    Raises:
        InvoerFout: one line that names the file and the mend.
    """
    try:
        return Path(pad).read_bytes() if pad else b""
    except OSError as fout:
        raise InvoerFout(f"{pad}: kan het bestand niet lezen ({fout.strerror}); wijs een ander aan") from None


def check(settings: Settings, bron: str) -> Settings:
    """Return the settings when they make sense together.

    Raises:
        InvoerFout: names `bron`, the setting and the mend.
    """
    for bezwaar in (
        *_over_wijk(settings.wijk),
        *_over_telegram(settings.telegram),
        *settings.web.bezwaren(polling=settings.telegram.ontvangst == "polling"),
        *settings.webchat.bezwaren(settings.pagina_url, settings.telegram.kanaal),
        *_over_post(settings.post),
        *_over_rollen(settings.rollen),
        *_over_werkwijze(settings.werkwijze),
        *_over_verzending(settings.verzending),
        *_over_vraagbaak(settings.vraagbaak),
        *settings.bewaren.bezwaren(),
    ):
        raise InvoerFout(f"{bron}: {bezwaar}")
    return settings


def _over_wijk(wijk: Wijk) -> Iterator[str]:
    try:
        ZoneInfo(wijk.tijdzone)
    except (ZoneInfoNotFoundError, ValueError):
        yield f"[wijk] tijdzone: '{wijk.tijdzone}' bestaat niet; schrijf bijvoorbeeld Europe/Amsterdam"
    if len(wijk.naam) > 100 or not any(teken.isalnum() for teken in wijk.naam):
        yield "[wijk] naam: schrijf een naam van 1 tot 100 tekens, met een letter of een cijfer"
    if any(not 1 <= len(groep) <= 60 for groep in wijk.werkgroepen):
        yield "[wijk] werkgroepen: schrijf namen van 1 tot 60 tekens"
    if len(set(wijk.werkgroepen)) < len(wijk.werkgroepen):
        yield "[wijk] werkgroepen: een naam staat er twee keer in; haal er een weg"
    if bool(wijk.contact_naam) != bool(wijk.contact_telefoon):
        yield "[wijk] contact_naam en contact_telefoon: vul ze allebei in, of geen van beide"


def _over_telegram(tg: Telegram) -> Iterator[str]:
    if tg.ontvangst not in {"polling", "webhook"}:
        yield f"[telegram] ontvangst: '{tg.ontvangst}' kan niet; kies polling of webhook"
    if tg.ontvangst == "webhook" and not (tg.webhook_url.startswith("https://") and len(tg.webhook_geheim) >= 16):
        mend = "schrijf bij webhook een https-adres en een geheim van 16 tekens of meer"
        yield f"[telegram] webhook_url en webhook_geheim: {mend}"
    if tg.ontvangst == "webhook" and not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", tg.webhook_geheim):
        yield "[telegram] webhook_geheim: gebruik alleen letters, cijfers, _ en -, hoogstens 256 tekens"
    if not re.match(r"https?://[^/\s]", tg.api_url):
        yield "[telegram] api_url: schrijf een adres dat met https:// begint"


def _over_post(post: Post) -> Iterator[str]:
    if (post.server or post.afzender) and not is_adres(post.afzender):
        yield "[post] afzender: vul het e-mailadres in waar de post vandaan komt, zoals warmte@wijk.voorbeeld.nl"
    if not 1 <= post.poort <= 65535:
        yield f"[post] poort: {post.poort} kan niet; schrijf een getal van 1 tot 65535, zoals 587"
    if bool(post.gebruiker) != bool(post.wachtwoord):
        yield "[post] gebruiker en wachtwoord: vul ze allebei in, of geen van beide"
    if post.wachtwoord and not (post.starttls or post.poort == 465):
        yield "[post] starttls: een wachtwoord gaat alleen versleuteld; schrijf true, of gebruik poort 465"


def _over_rollen(rollen: Rollen) -> Iterator[str]:
    for veld in fields(rollen):
        for wie in getattr(rollen, veld.name):
            if not all(wie.partition(":")):
                mend = "schrijf kanaal:id, zoals telegram:123456 (/wieben zegt het)"
                yield f"[rollen] {veld.name}: '{wie}' mist een deel; {mend}"
            elif len(wie.partition(":")[0]) > 20 or len(wie.partition(":")[2]) > 40:
                yield f"[rollen] {veld.name}: '{wie}' is te lang; neem het over zoals /wieben het zegt"


def _over_werkwijze(werkwijze: Werkwijze) -> Iterator[str]:
    for wat in werkwijze.tweede_persoon:
        if wat not in TWEEDE_PERSOON:
            yield f"[werkwijze] tweede_persoon: '{wat}' ken ik niet; dit kan: {', '.join(TWEEDE_PERSOON)}"


def _over_vraagbaak(vraagbaak: Vraagbaak) -> Iterator[str]:
    if not 1 <= vraagbaak.werkdagen <= 60:
        yield "[vraagbaak] werkdagen: schrijf een getal van 1 tot 60, het aantal werkdagen tot een antwoord"


def _over_verzending(verzending: Verzending) -> Iterator[str]:
    if not 1 <= verzending.per_seconde <= 1000:
        yield "[verzending] per_seconde: schrijf een getal van 1 tot 1000; Telegram verdraagt er ongeveer 30"
    if verzending.per_week < 1:
        yield "[verzending] per_week: schrijf 1 of meer"

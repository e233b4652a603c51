"""The key by which browsers know that a push message is ours: made once, beside the database. No service needs it."""

from pathlib import Path
from urllib.parse import urlsplit

from bot import geheimbestand
from bot.channels.webpush import Pushpost
from bot.config import Settings

_SLEUTEL = geheimbestand.Soort(
    naam="pushsleutel",
    de="de pushsleutel",
    van="de browsers",
    zonder="krijgt geen enkele browser meer een seintje",
)


def maak_post(settings: Settings) -> Pushpost | None:
    """Return how browsers are told that there is something new; None where the settings want none.

    Who loses the key gets a new one: browsers that had asked for it ask again when their page is opened.

    Raises:
        InvoerFout: the key cannot be read or made.
    """
    if not (settings.webchat.aan and settings.webchat.push):
        return None
    bestand = Path(settings.opslag.pushsleutel_bestand)
    adres = urlsplit(settings.pagina_url)
    return Pushpost(geheimbestand.lees(bestand, _SLEUTEL, None, maken=True), f"{adres.scheme}://{adres.netloc}")

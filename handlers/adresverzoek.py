"""The address list says something of a home that is not right: who lives there, and the organisator."""

from bot.services import adresverzoek
from handlers.beurt import Beurt, met, zonder


async def getypt(beurt: Beurt, invoer: str) -> None:
    """Take how it is."""
    await beurt.doe(adresverzoek.typ, invoer, beurt.settings.vraagbaak.werkdagen)


async def ja(beurt: Beurt, invoer: str) -> None:
    """Say yes."""
    await beurt.doe(adresverzoek.zeg_ja, invoer, beurt.bericht_id)


TAPS = {
    "az": zonder(adresverzoek.begin),
    "azw": met(adresverzoek.kies),
    "azi": met(adresverzoek.trek_in),
    "azl": zonder(adresverzoek.lijst),
    "azt": met(adresverzoek.toon),
    "azja": ja,
    "aznee": met(adresverzoek.vraag_reden),
}
STAPPEN = {adresverzoek.SOORT: getypt, adresverzoek.REDEN: met(adresverzoek.zeg_nee)}

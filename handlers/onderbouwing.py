"""What stands under the conditions: declaration, kaders, positions of partners, and the offer."""

from bot.services import aanbod, formulier, intekening, kader, onderbouwing, standpunt, stukken, verklaring
from handlers.beurt import Beurt, bladzij, met_ja


async def overzicht(beurt: Beurt, invoer: str) -> None:
    """Show an organisator how it stands."""
    await beurt.doe(onderbouwing.overzicht)


async def verklaar(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a declaration."""
    await beurt.doe(verklaring.begin)


async def verklaar_niet(beurt: Beurt, invoer: str) -> None:
    """Begin the form to withdraw the declaration that holds."""
    await beurt.doe(verklaring.begin_intrekken)


async def oordeel(beurt: Beurt, invoer: str) -> None:
    """Begin the form for a kader."""
    await beurt.doe(kader.begin)


async def standpunten(beurt: Beurt, invoer: str) -> None:
    """Show a page of what partners think."""
    await beurt.doe(standpunt.lijst, bladzij(invoer))


async def neem_in(beurt: Beurt, invoer: str) -> None:
    """Begin the form for what a partner thinks."""
    await beurt.doe(formulier.begin, standpunt.FORMULIER)


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show what one partner thinks."""
    await beurt.doe(standpunt.toon, invoer)


async def vervang(beurt: Beurt, invoer: str) -> None:
    """Begin the form for what takes its place."""
    await beurt.doe(standpunt.begin_vervangen, invoer)


async def laat_vallen(beurt: Beurt, invoer: str) -> None:
    """Begin the form to withdraw it."""
    await beurt.doe(standpunt.begin_intrekken, invoer)


async def document(beurt: Beurt, invoer: str) -> None:
    """Send a document that was recorded."""
    await beurt.doe(stukken.stuur, invoer)


async def bied(beurt: Beurt, invoer: str) -> None:
    """Show the offer."""
    await beurt.doe(intekening.toon)


async def teken_in(beurt: Beurt, invoer: str) -> None:
    """Take the offer: says first what that means, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(intekening.teken_in, publiek_id, zeker=zeker)


async def teken_af(beurt: Beurt, invoer: str) -> None:
    """Take that back: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(intekening.teken_af, publiek_id, zeker=zeker)


async def maak_aanbod(beurt: Beurt, invoer: str) -> None:
    """Begin the form for an offer."""
    await beurt.doe(aanbod.begin)


async def trek_aanbod_in(beurt: Beurt, invoer: str) -> None:
    """Withdraw the offer: asks first, and does so after `:ja`."""
    publiek_id, zeker = met_ja(invoer)
    await beurt.doe(aanbod.vraag_intrekken, publiek_id, zeker=zeker)


async def papier(beurt: Beurt, invoer: str) -> None:
    """Begin the form for an address that took the offer on paper."""
    await beurt.doe(aanbod.begin_papier)


COMMANDS = {"onderbouwing": overzicht, "standpunten": standpunten, "intekening": bied}
TAPS = {
    "onderbouwing": overzicht,
    "obv": verklaar,
    "obvx": verklaar_niet,
    "obk": oordeel,
    "obs": neem_in,
    "standpunten": standpunten,
    "sp": toon,
    "spv": vervang,
    "spx": laat_vallen,
    "stuk": document,
    "intekening": bied,
    "inj": teken_in,
    "inx": teken_af,
    "aanbod": maak_aanbod,
    "aax": trek_aanbod_in,
    "aapapier": papier,
}

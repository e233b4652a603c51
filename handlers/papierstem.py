"""Voting on paper: making ballots with a code, entering what comes back, and putting a pile before a second person."""

from bot.services import papierstapel, papierstem, stemvel
from handlers.beurt import Beurt, bladzij, met, met_paar, paar


async def kies(beurt: Beurt, invoer: str) -> None:
    """Ask for whom: `peiling:a` for all addresses, and a household in a street on the screen that is wanted."""
    publiek_id, wie, bij = _delen(invoer)
    await beurt.doe(stemvel.kies, publiek_id, alle=wie == "a", bij=bij)


async def maak(beurt: Beurt, invoer: str) -> None:
    """Make the ballots: `peiling:a:huis`, without a household for all."""
    publiek_id, wie, huis = _delen(invoer)
    await beurt.doe(stemvel.maak, publiek_id, huis, beurt.peper, alle=wie == "a")


async def typ(beurt: Beurt, invoer: str) -> None:
    """Take a code, or what stands on a ballot in words."""
    await beurt.doe(papierstem.typ, invoer, beurt.peper)


async def stapel(beurt: Beurt, invoer: str) -> None:
    """Show what waits for a second person: `peiling:bladzij`."""
    publiek_id, blad = paar(invoer)
    await beurt.doe(papierstapel.toon, publiek_id, bladzij(blad))


def _delen(invoer: str) -> tuple[str, str, str]:
    publiek_id, rest = paar(invoer)
    return publiek_id, *paar(rest)


TAPS = {
    "pp": met(stemvel.toon),
    "ppm": kies,
    "ppd": maak,
    "ppc": met(papierstem.vraag),
    "sv": met_paar(papierstem.tik),
    "ppk": met(papierstem.klaar),
    "ppw": met(papierstem.laat_liggen),
    "ppx": met(papierstem.stop),
    "pps": stapel,
    "ppl": met(papierstapel.leg_voor),
    "ppv": met(papierstem.verbeter),
}
STAPPEN = {papierstem.SOORT: typ}

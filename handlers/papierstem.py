"""Voting on paper: making ballots with a code, entering what comes back, and putting a pile before a second person."""

from bot.services import papierstapel, papierstem, stemvel
from handlers.beurt import Beurt, bladzij, paar


async def toon(beurt: Beurt, invoer: str) -> None:
    """Show what can be done on paper."""
    await beurt.doe(stemvel.toon, invoer)


async def kies(beurt: Beurt, invoer: str) -> None:
    """Ask for whom: `peiling:a` for all addresses, and a household in a street on the screen that is wanted."""
    publiek_id, wie, bij = _delen(invoer)
    await beurt.doe(stemvel.kies, publiek_id, alle=wie == "a", bij=bij)


async def maak(beurt: Beurt, invoer: str) -> None:
    """Make the ballots: `peiling:a:huis`, without a household for all."""
    publiek_id, wie, huis = _delen(invoer)
    await beurt.doe(stemvel.maak, publiek_id, huis, beurt.peper, alle=wie == "a")


async def vraag(beurt: Beurt, invoer: str) -> None:
    """Ask for the code of a ballot."""
    await beurt.doe(papierstem.vraag, invoer)


async def tik(beurt: Beurt, invoer: str) -> None:
    """Fill in what stands on a ballot: `stemvel:daad`."""
    await beurt.doe(papierstem.tik, *paar(invoer))


async def typ(beurt: Beurt, invoer: str) -> None:
    """Take a code, or what stands on a ballot in words."""
    await beurt.doe(papierstem.typ, invoer, beurt.peper)


async def klaar(beurt: Beurt, invoer: str) -> None:
    """End one ballot and ask for the next."""
    await beurt.doe(papierstem.klaar, invoer)


async def weg(beurt: Beurt, invoer: str) -> None:
    """Do not enter this one."""
    await beurt.doe(papierstem.laat_liggen, invoer)


async def stop(beurt: Beurt, invoer: str) -> None:
    """Stop entering."""
    await beurt.doe(papierstem.stop, invoer)


async def stapel(beurt: Beurt, invoer: str) -> None:
    """Show what waits for a second person: `peiling:bladzij`."""
    publiek_id, blad = paar(invoer)
    await beurt.doe(papierstapel.toon, publiek_id, bladzij(blad))


async def leg_voor(beurt: Beurt, invoer: str) -> None:
    """Ask a second person."""
    await beurt.doe(papierstapel.leg_voor, invoer)


async def verbeter(beurt: Beurt, invoer: str) -> None:
    """Open a ballot again that waits."""
    await beurt.doe(papierstem.verbeter, invoer)


def _delen(invoer: str) -> tuple[str, str, str]:
    publiek_id, rest = paar(invoer)
    return publiek_id, *paar(rest)


TAPS = {
    "pp": toon,
    "ppm": kies,
    "ppd": maak,
    "ppc": vraag,
    "sv": tik,
    "ppk": klaar,
    "ppw": weg,
    "ppx": stop,
    "pps": stapel,
    "ppl": leg_voor,
    "ppv": verbeter,
}
STAPPEN = {papierstem.SOORT: typ}

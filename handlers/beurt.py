"""One update being handled: what a conversation gets to work with, and `doe`, which runs one use case and answers.

`met`, `zonder` and the like are listeners that only pass on what came in: in its table, a conversation names a service
with these.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Connection

from berichten import Boodschap
from bot.config import Settings
from bot.rules.inhoud import Inhoud
from bot.services import formulier
from bot.services.formuliervorm import Formulier
from bot.services.handeling import Handeling
from bot.services.oefenen import Oefenplek

P = ParamSpec("P")
T = TypeVar("T")
Antwoord = Boodschap | tuple[Boodschap, ...]


class Doe(Protocol):
    """Runs a use case in one transaction with the inbox mark and the answer, and sends the answer after the commit."""

    async def __call__(self, functie: Callable[[Connection, Handeling], Antwoord], wijk: int) -> None:
        """Run `functie` under the lock of `wijk` (0: accounts and tokens)."""


Lees = Callable[[Callable[[Connection, Handeling], Any]], Awaitable[Any]]
"""Runs a function over a snapshot, on a reader's connection: it may not write."""


Haal = Callable[[str, int], Awaitable[bytes | None]]


MaakLink = Callable[[int], Awaitable[str | None]]


async def _geen_link(chat: int) -> str | None:
    return None


async def _niets(file_id: str, hoogstens: int) -> bytes | None:
    return b""


@dataclass(frozen=True)
class Beurt:
    """What a conversation gets to work with.

    Args:
        settings: the installation's settings.
        peper: secret under which household codes are kept.
        bericht_id: the message that was tapped, None when something was typed.
        inhoud: what was typed or sent, with its markup; None for a tap, and for what nobody takes, such as a sticker.
        nummer: of the sender's own contact, when they shared it; empty when it was another's, None when there is none.
        oefenplek: the practice wijk in which this happens; None in the real one.
        haal: fetches the bytes of a file from the chat network; None when they are more than so many.
        maak_link: makes a link by which one asks to come into a group; None when the bot may not.
    """

    settings: Settings
    peper: bytes
    wijk: int
    _doe: Doe
    _lees: Lees
    bericht_id: int | None = None
    inhoud: Inhoud | None = None
    nummer: str | None = None
    haal: Haal = _niets
    maak_link: MaakLink = _geen_link
    oefenplek: Oefenplek | None = None

    async def doe(
        self,
        service: Callable[Concatenate[Connection, Handeling, P], Antwoord],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """Run one use case and answer with what it returns; a refusal becomes a kind sentence."""
        await self._doe(_met_naam(service, *args, **kwargs), self.wijk)

    async def doe_account(
        self,
        service: Callable[Concatenate[Connection, Handeling, P], Antwoord],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """The same for a use case that writes accounts and tokens, which are ordered under a key of their own."""
        await self._doe(_met_naam(service, *args, **kwargs), 0)

    async def doe_in(
        self,
        wijk: int,
        service: Callable[Concatenate[Connection, Handeling, P], Antwoord],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> None:
        """The same for a use case that writes in another wijk than the one in which it is asked."""
        await self._doe(_met_naam(service, *args, **kwargs), wijk)

    async def lees(
        self,
        service: Callable[Concatenate[Connection, Handeling, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Count what takes a while before `doe`, so that no writer waits for it; it decides for itself who may."""
        gelezen: T = await self._lees(_met_naam(service, *args, **kwargs))
        return gelezen

    async def document(self, hoogstens: int) -> bytes | None:
        """Return the file that was sent; None when something else was, or more bytes than so many."""
        if self.inhoud is None or self.inhoud["soort"] != "document" or not self.inhoud["file_id"]:
            return None
        return await self.haal(self.inhoud["file_id"], hoogstens)


def _met_naam(
    service: Callable[Concatenate[Connection, Handeling, P], T], *args: P.args, **kwargs: P.kwargs
) -> Callable[[Connection, Handeling], T]:
    """Return what runs a use case, and says which it is to who keeps the audit trail."""

    def roep(tx: Connection, handeling: Handeling) -> T:
        handeling.gebruik.wat = f"{service.__module__.rpartition('.')[2]}.{service.__name__}"
        return service(tx, handeling, *args, **kwargs)

    return roep


Luisteraar = Callable[[Beurt, str], Awaitable[None]]
"""Handles one kind of input: gets what follows the command or the button's prefix, or the typed text."""


def zonder(service: Callable[[Connection, Handeling], Antwoord]) -> Luisteraar:
    """Return who calls a service that needs nothing of what came in."""

    async def luister(beurt: Beurt, invoer: str) -> None:
        await beurt.doe(service)

    return luister


def met(service: Callable[[Connection, Handeling, str], Antwoord]) -> Luisteraar:
    """Return who gives a service what came in: an id, what stood behind a command, or what was typed."""

    async def luister(beurt: Beurt, invoer: str) -> None:
        await beurt.doe(service, invoer)

    return luister


def zonder_account(service: Callable[[Connection, Handeling], Antwoord]) -> Luisteraar:
    """Return who does as `zonder` for a service that writes accounts and tokens."""

    async def luister(beurt: Beurt, invoer: str) -> None:
        await beurt.doe_account(service)

    return luister


def met_account(service: Callable[[Connection, Handeling, str], Antwoord]) -> Luisteraar:
    """Return who does as `met` for a service that writes accounts and tokens."""

    async def luister(beurt: Beurt, invoer: str) -> None:
        await beurt.doe_account(service, invoer)

    return luister


def met_code(service: Callable[[Connection, Handeling, str, bytes], Antwoord]) -> Luisteraar:
    """Return who does as `met_account`, with the secret under which codes are kept."""

    async def luister(beurt: Beurt, invoer: str) -> None:
        await beurt.doe_account(service, invoer, beurt.peper)

    return luister


def met_paar(service: Callable[[Connection, Handeling, str, str], Antwoord]) -> Luisteraar:
    """Return who gives a service the two things that a tap names."""

    async def luister(beurt: Beurt, invoer: str) -> None:
        await beurt.doe(service, *paar(invoer))

    return luister


def met_bladzij(service: Callable[[Connection, Handeling, int], Antwoord]) -> Luisteraar:
    """Return who gives a service the page that a tap names."""

    async def luister(beurt: Beurt, invoer: str) -> None:
        await beurt.doe(service, bladzij(invoer))

    return luister


class Zekere(Protocol):
    """A service that asks first, and does it when one is sure."""

    def __call__(self, tx: Connection, handeling: Handeling, wat: str, /, *, zeker: bool) -> Antwoord:
        """Ask about `wat`, or do it."""


def met_ja(service: Zekere) -> Luisteraar:
    """Return who asks first, and does it after `:ja`."""

    async def luister(beurt: Beurt, invoer: str) -> None:
        wat, zeker = lees_ja(invoer)
        await beurt.doe(service, wat, zeker=zeker)

    return luister


def begint(vorm: Formulier) -> Luisteraar:
    """Return who begins a form."""

    async def luister(beurt: Beurt, invoer: str) -> None:
        await beurt.doe(formulier.begin, vorm)

    return luister


Antwoordlezer = tuple[Callable[[Connection, int, str, str, int], str | None], Luisteraar]
"""Finds what a message in someone's chat is about (wijk, network, person, message), and takes `<that>:<typed text>`."""


def paar(invoer: str) -> tuple[str, str]:
    """Return the two things that a tap names: `<soort>:<id>`."""
    eerste, _, rest = invoer.partition(":")
    return eerste, rest


def lees_ja(invoer: str) -> tuple[str, bool]:
    """Return what a tap names, and whether it says `:ja` after it: that one is sure."""
    ervoor = invoer.removesuffix(":ja")
    return ervoor, ervoor != invoer


def bladzij(invoer: str) -> int:
    """Return the number of the page that a tap names; the first one when it names none."""
    return int(invoer) if invoer.isascii() and invoer.isdigit() and len(invoer) < 5 else 0

"""Looking over an installation from outside, changing nothing: what works, what does not, and what to do about it."""

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bot.config import Settings
from bot.doctor import botapi, database, machine, post, webadres, wijken
from bot.doctor.regel import Regel, fout

__all__ = ["Regel", "onderzoek"]


async def onderzoek(alle: Sequence[Settings], bestanden: Sequence[Path]) -> AsyncIterator[Regel]:
    """Look at everything, one after the other; what cannot be looked at is a line too.

    Args:
        alle: the settings of each wijk.
        bestanden: where they stand, the main file first.
    """
    for regel in (*machine.over_instellingen(bestanden[0]), *wijken.over_bestanden(alle, bestanden)):
        yield regel
    for kijk in (machine.kijk, database.kijk, botapi.kijk, webadres.kijk, post.kijk):
        try:
            async for regel in kijk(alle, datetime.now(UTC)):
                yield regel
        except Exception as mis:  # what was not thought of may say nothing of a secret
            yield fout(kijk.__module__.rpartition(".")[2], f"kon niet nagekeken worden ({type(mis).__name__})")

"""What residents asked about the spelregels before they were fixed, with the answers; and how much still waits."""

from sqlalchemy import Connection

from bot.rules.kleine_cellen import cel
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import spelregelreacties

_PER_KEER = 200


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Return the next answers, newest first, after the number that wait for one."""
    antwoorden = spelregelreacties.antwoorden(tx, kader.wijk, _PER_KEER, na)
    rijen = [{"vraag": een.vraag, "antwoord": een.antwoord, "aantal": cel(een.aantal)} for een in antwoorden]
    open_ = spelregelreacties.tel_open(tx, kader.wijk)
    wachten = [] if na else [{"wachten": cel(open_) if open_ else 0}]
    return Blok([*wachten, *rijen], na + _PER_KEER if len(antwoorden) == _PER_KEER else None)

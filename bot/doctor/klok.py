"""Whether two clocks agree: reminders and codes go by ours."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from bot.doctor.regel import Regel, fout, goed, let_op

_MERKBAAR, _TE_VEEL = timedelta(seconds=5), timedelta(minutes=1)
_MEND = "laat de machine haar tijd gelijkzetten: timedatectl set-ntp true"


def vergelijk(wat: str, hun: datetime, onze: datetime) -> Iterator[Regel]:
    """Say how far ours is from another."""
    scheelt = abs(hun - onze)
    tekst = f"scheelt {scheelt.total_seconds():.0f} seconden met de onze"
    if scheelt > _TE_VEEL:
        yield fout(wat, f"{tekst}; {_MEND}")
    elif scheelt > _MERKBAAR:
        yield let_op(wat, f"{tekst}; {_MEND}")
    else:
        yield goed(wat, tekst)

"""What is kept of the work of the team itself. See `soort`."""

from bot.storage import tables as t
from bot.storage.gegevenskaart.soort import TEAM as VAN_TEAM
from bot.storage.gegevenskaart.soort import Tabel

TEAM = (
    Tabel(
        t.rolgebruik,
        VAN_TEAM,
        "nagaan wie van het team wat bekeek of deed",
        ander="op kanaal rol wat onderwerp wijzigt geweigerd",
        team="account",
        termijn="rolgebruik",
    ),
)

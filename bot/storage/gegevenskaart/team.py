"""What is kept of the work of the team itself. See `soort`."""

from bot.storage import tables as t
from bot.storage.gegevenskaart.soort import ACCOUNT, Tabel
from bot.storage.gegevenskaart.soort import TEAM as VAN_TEAM

TEAM = (
    Tabel(
        t.rolgebruik,
        VAN_TEAM,
        "nagaan wie van het team wat bekeek of deed",
        ander="op kanaal rol wat onderwerp wijzigt geweigerd",
        team="account",
        termijn="rolgebruik",
    ),
    Tabel(
        t.tweedefactor,
        ACCOUNT,
        "zeker weten dat u het bent, als u in een browser in een rol werkt",
        toon="bevestigd_op",
        techniek="stap fouten wacht_tot",
        geheim="geheim",
        eerder="als het opnieuw moet worden ingesteld",
    ),
    Tabel(
        t.herstelcode,
        ACCOUNT,
        "u binnenlaten als u de app kwijt bent",
        geheim="merk",
        eerder="zodra u de code gebruikte",
    ),
)

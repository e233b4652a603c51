"""Of each condition how it stands, with and without what staff recorded. One condition per read."""

from dataclasses import asdict

from sqlalchemy import Connection

from bot.services.bronnen import Vraag, weeg
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import verhuizingen


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Weigh the next condition."""
    drempels = kader.spelregels.drempels[na : na + 1]
    if not drempels:
        return Blok([])
    met, zonder = (
        weeg(tx, Vraag(kader.wijk, kader.spelregels, drempels[0], met_staf, kader.na, kader.tot))
        for met_staf in (True, False)
    )
    rij = {"met": asdict(met), "zonder": asdict(zonder), "vertrokken": 0}
    if drempels[0].TELT:
        soorten = kader.spelregels.telt(met.soort)
        rij["vertrokken"] = verhuizingen.tel_vertrokken(tx, kader.wijk, soorten, kader.na)
    return Blok([rij], na + 1)

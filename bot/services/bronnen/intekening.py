"""intekening: how many addresses said each of the three, out of how many; each address once, by its newest offer."""

from sqlalchemy import Connection

from bot.rules.drempels.intekening import ADRESSEN, Ingetekend, Intekening
from bot.services.bronnen import Vraag
from bot.storage import aanbiedingen, intekeningen


def lees(tx: Connection, vraag: Vraag) -> dict[str, Ingetekend]:
    """Count them; an offer that was withdrawn counts for nothing."""
    woningtypen = vraag.drempel.woningtypen if isinstance(vraag.drempel, Intekening) else ()
    geteld = intekeningen.tel_per_soort(
        tx,
        vraag.wijk,
        [een.bod for een in aanbiedingen.staande(tx, vraag.wijk)],
        woningtypen=woningtypen,
        met_staf=vraag.met_staf,
        vanaf_versie=vraag.vanaf_versie,
    )
    return {**geteld, ADRESSEN: intekeningen.alle_adressen(tx, vraag.wijk, woningtypen)}

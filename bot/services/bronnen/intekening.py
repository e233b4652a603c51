"""intekening: how many addresses took the newest offer of each kind."""

from sqlalchemy import Connection

from bot.rules.drempels.intekening import Ingetekend
from bot.services.bronnen import Vraag
from bot.storage import intekeningen


def lees(tx: Connection, vraag: Vraag) -> dict[str, Ingetekend]:
    """Count them; an offer that was withdrawn counts for nothing."""
    nieuwste = {een.wat: een for een in intekeningen.alle(tx, vraag.wijk) if een.ingetrokken_op is None}
    return {
        wat: intekeningen.tel(tx, een.id, met_staf=vraag.met_staf, vanaf_versie=vraag.vanaf_versie)
        for wat, een in nieuwste.items()
    }

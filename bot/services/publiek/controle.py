"""How anyone checks the count without us: the signed heads of the log, its key, and what to do with them."""

from typing import Any

from sqlalchemy import Connection

from bot.services import bewijslog
from bot.services.publiek import Blik, Deel

_LAATSTE = 30


def _pagina(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    nu = bewijslog.op_pagina(tx, blik.wijk)
    if not nu.hoofden:
        return None
    laatste = [
        {"dag": een.dag.isoformat(), "grootte": een.grootte, "bestand": een.bestand}
        for een in reversed(nu.hoofden[-_LAATSTE:])
    ]
    return {"hoofden": laatste, "sleutel": nu.sleutel.strip(), "laatste": nu.hoofden[-1].notitie}


DEEL = Deel(pagina=_pagina, plek=60, archief=True)

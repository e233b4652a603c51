"""The reports that an organisator put on the page: interim ones and the one with the outcome, newest first."""

from typing import Any

from sqlalchemy import Connection

from bot.services import rapportpublicatie
from bot.services.publiek import Blik, Deel, Nieuws, controle
from bot.storage import rapportbestanden


def _lijst(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    alle = rapportbestanden.openbaar(tx, blik.wijk)
    if not alle:
        return None
    rapporten = [rapportpublicatie.als_data(een) for een in alle]
    return {"rapporten": rapporten, "controle": controle.DEEL.bestaat(tx, blik)}


def _er_is(tx: Connection, blik: Blik) -> bool:
    return rapportbestanden.tel_openbaar(tx, blik.wijk) > 0


def _pdf(tx: Connection, blik: Blik, publiek_id: str) -> bytes | None:
    return rapportbestanden.inhoud(tx, blik.wijk, publiek_id)


def _nieuws(tx: Connection, blik: Blik) -> list[Nieuws]:
    return [
        Nieuws(een.publiek_id, een.openbaar_op, "rapporten/", {}, vorm="eind" if een.eind else "")
        for een in rapportbestanden.openbaar(tx, blik.wijk)
        if een.openbaar_op is not None
    ]


DEEL = Deel(pagina=_lijst, plek=58, archief=True, pdf=_pdf, er_is=_er_is, nieuws=_nieuws)

"""The public documents of the traject, and how much residents trusted it at the end of each step."""

from typing import Any

from sqlalchemy import Connection

from bot.services import evaluatie, fasestuk, trajectstand
from bot.services.publiek import Blik, Deel, Nieuws
from bot.storage import fasestukken, metingen, stukken, trajecten


def _pdf(tx: Connection, blik: Blik, publiek_id: str) -> bytes | None:
    """Return the PDF of a public document."""
    een = fasestukken.zoek(tx, blik.wijk, publiek_id)
    return stukken.inhoud(tx, blik.wijk, een.stuk) if een is not None and een.openbaar else None


def _lijst(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    alle, vertrouwen = fasestuk.openbaar(tx, blik.wijk), _vertrouwen(tx, blik)
    if not alle and not vertrouwen:
        return None
    return {
        "stukken": [{**fasestuk.als_data(een), "fase": plek.data, "sha256": een.sha256} for plek, een in alle],
        "vertrouwen": vertrouwen,
    }


def _vertrouwen(tx: Connection, blik: Blik) -> list[dict[str, Any]]:
    loopt = trajecten.laatste(tx, blik.wijk)
    return [] if loopt is None else evaluatie.verloop(tx, blik.wijk, trajectstand.van(tx, loopt))


def _er_is(tx: Connection, blik: Blik) -> bool:
    loopt = trajecten.laatste(tx, blik.wijk)
    return loopt is not None and (
        fasestukken.heeft_openbaar(tx, loopt.id)
        or any(een.uitslag for een in metingen.van_traject(tx, loopt.id, "vertrouwen"))
    )


def _nieuws(tx: Connection, blik: Blik) -> list[Nieuws]:
    alle = fasestuk.openbaar(tx, blik.wijk)
    return [Nieuws(een.publiek_id, een.op, "documenten/", {"titel": een.titel}) for _, een in alle]


DEEL = Deel(pagina=_lijst, plek=26, archief=True, pdf=_pdf, er_is=_er_is, nieuws=_nieuws)

"""What messages came from: what the alarm was about that sent them. What is about one person has no id and no title."""

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection

from bot.rules.inhoud import leesbaar
from bot.services import herinnering, uitzending
from bot.storage import (
    aanbiedingen,
    adviezen,
    bijeenkomsten,
    herinneringen,
    mijlpalen,
    partners,
    peilingen,
    uitslagen,
    uitzendingen,
)
from bot.storage.uitzendingen import Uitzending
from bot.storage.wekkers import Wekker


class Herkomst(NamedTuple):
    """Public id and title of what an alarm is about."""

    id: str = ""
    titel: str = ""


def van(tx: Connection, wijk: int, wekker: Wekker) -> Herkomst:
    """Look up what an alarm is about."""
    zoek = SOORTEN.get(wekker.soort)
    return (zoek(tx, wijk, wekker.onderwerp) if zoek else None) or Herkomst()


def titel(deze: Uitzending) -> str:
    """Return what people read of a broadcast in its own language, on one line."""
    return " ".join(leesbaar(deze.inhoud["talen"][deze.inhoud["eigen_taal"]]["html"]).split())


def _bijeenkomst(tx: Connection, wijk: int, over: int) -> Herkomst | None:
    bij = bijeenkomsten.zoek(tx, wijk, id=over)
    return Herkomst(bij.publiek_id, bij.titel) if bij else None


def _wijziging(tx: Connection, wijk: int, over: int) -> Herkomst | None:
    wijziging = bijeenkomsten.wijziging(tx, wijk, over)
    return _bijeenkomst(tx, wijk, wijziging.bijeenkomst) if wijziging else None


def _peiling(tx: Connection, wijk: int, over: int) -> Herkomst | None:
    peiling = peilingen.zoek(tx, wijk, id=over)
    return Herkomst(peiling.publiek_id, peiling.vraag) if peiling else None


def _eigen(tx: Connection, wijk: int, over: int) -> Herkomst | None:
    eigen = herinneringen.zoek(tx, wijk, id=over)
    return Herkomst(eigen.publiek_id, eigen.tekst) if eigen else None


def _mijlpaal(tx: Connection, wijk: int, over: int) -> Herkomst | None:
    een = mijlpalen.zoek(tx, wijk, id=over)
    return Herkomst(een.publiek_id, een.titel) if een else None


def _mijlpaalwijziging(tx: Connection, wijk: int, over: int) -> Herkomst | None:
    return _mijlpaal(tx, wijk, mijlpalen.wijziging(tx, wijk, over).mijlpaal)


def _mijlpaaluitslag(tx: Connection, wijk: int, over: int) -> Herkomst | None:
    return _mijlpaal(tx, wijk, uitslagen.mijlpaal_van(tx, wijk, over))


def _partnernieuws(tx: Connection, wijk: int, over: int) -> Herkomst | None:
    dit = partners.nieuws(tx, wijk, id=over)
    return Herkomst(dit.publiek_id, dit.naam) if dit else None


def _aanbod(tx: Connection, wijk: int, over: int) -> Herkomst | None:
    een = aanbiedingen.van_id(tx, wijk, over)
    return Herkomst(een.publiek_id, een.titel) if een else None


def _advies(tx: Connection, wijk: int, over: int) -> Herkomst | None:
    een = adviezen.van_antwoord(tx, wijk, over)
    return Herkomst(een.publiek_id, een.titel) if een else None


def _uitzending(tx: Connection, wijk: int, over: int) -> Herkomst | None:
    deze = uitzendingen.zoek(tx, wijk, id=over)
    return Herkomst(deze.publiek_id, titel(deze)) if deze else None


SOORTEN: dict[str, Callable[[Connection, int, int], Herkomst | None]] = {
    "bijeenkomst_nieuw": _bijeenkomst,
    "tevredenheid": _bijeenkomst,
    "verslag": _bijeenkomst,
    "bijeenkomst_gewijzigd": _wijziging,
    "bijeenkomst_afgelast": _wijziging,
    "bijeenkomst_afgelast_rest": _wijziging,
    "herinnering_week": _bijeenkomst,
    "herinnering_dag": _bijeenkomst,
    "herinnering_uren": _bijeenkomst,
    herinnering.SOORT: _eigen,
    "mijlpaal_nieuw": _mijlpaal,
    "mijlpaal_herinnering": _mijlpaal,
    "mijlpaal_vandaag": _mijlpaal,
    "mijlpaal_gewijzigd": _mijlpaalwijziging,
    "mijlpaal_uitslag": _mijlpaaluitslag,
    "inspreken_herinnering": _mijlpaal,
    "partner_nieuws": _partnernieuws,
    "peiling_nieuw": _peiling,
    "peiling_herinnering": _peiling,
    "peiling_uitslag": _peiling,
    "peiling_ingetrokken": _peiling,
    "aanbod_herinnering": _aanbod,
    "advies_antwoord": _advies,
    uitzending.WEKKER: _uitzending,
}
"""By the kind of alarm."""

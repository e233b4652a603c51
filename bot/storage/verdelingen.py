"""How the people who count, and those of the wijk, are spread over the groups of a characteristic. Reads only."""

from typing import NamedTuple

from sqlalchemy import Connection, func, select

from bot.storage.bewijs import DELEN, STOELEN, Telvraag, over_adressen, per_adres, wie_telt
from bot.storage.tables import bewoner, huishouden, kennismaking

_KENMERKEN = (huishouden.c.eigendom, huishouden.c.woningtype, huishouden.c.buurtdeel)


class Adressen(NamedTuple):
    """Addresses that have the same of all that the list knows (None: it does not).

    Args:
        laag: units that count for certain.
        wijk_laag: units that there are at least.
        wijk_hoog: units that there are at most.
    """

    eigendom: str | None
    woningtype: str | None
    buurtdeel: str | None
    laag: int
    wijk_laag: int
    wijk_hoog: int


_VAN_ADRES = {
    eenheid: over_adressen(laag, wijk_laag, wijk_hoog).add_columns(*_KENMERKEN).group_by(*_KENMERKEN)
    for eenheid, (laag, _, wijk_laag, wijk_hoog) in DELEN.items()
}
_VAN_STRAAT = {
    eenheid: over_adressen(laag, wijk_laag).add_columns(huishouden.c.straat).group_by(huishouden.c.straat)
    for eenheid, (laag, _, wijk_laag, _) in DELEN.items()
}
# Where more people count than the address has seats, nobody knows which of them do: then their age is not known either.
_LEEFTIJD = (
    select(kennismaking.c.antwoord, func.count())
    .select_from(kennismaking)
    .join(wie_telt, wie_telt.c.bewoner == kennismaking.c.bewoner)
    .join(bewoner, bewoner.c.id == kennismaking.c.bewoner)
    .join(huishouden, huishouden.c.id == bewoner.c.huishouden)
    .join(per_adres, per_adres.c.huishouden == huishouden.c.id)
    .where(kennismaking.c.vraag == "leeftijd", kennismaking.c.antwoord.is_not(None), bewoner.c.tot.is_(None))
    .where(per_adres.c.aantal <= STOELEN)
    .group_by(kennismaking.c.antwoord)
)


def van_adressen(tx: Connection, vraag: Telvraag) -> list[Adressen]:
    """Count as `bot.storage.bewijs.tel`, by what the address list knows."""
    rijen = tx.execute(_VAN_ADRES[vraag.eenheid], vraag.velden())
    return [Adressen(rij[3], rij[4], rij[5], int(rij[0]), int(rij[1]), int(rij[2])) for rij in rijen]


def van_straten(tx: Connection, vraag: Telvraag) -> list[tuple[str, int, int]]:
    """Return, per street, how many units count for certain and how many there are at least."""
    rijen = tx.execute(_VAN_STRAAT[vraag.eenheid], vraag.velden())
    return [(rij[2], int(rij[0]), int(rij[1])) for rij in rijen]


def leeftijden(tx: Connection, vraag: Telvraag) -> dict[str, int]:
    """Return how many who count for certain said of which age they are; a household has none."""
    if vraag.eenheid == "huishoudens":
        return {}
    waar = _LEEFTIJD.where(huishouden.c.eigendom == "koop") if vraag.eenheid == "eigenaren" else _LEEFTIJD
    return {rij[0]: rij[1] for rij in tx.execute(waar, vraag.velden())}

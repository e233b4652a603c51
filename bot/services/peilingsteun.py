"""Polls that a condition of the spelregels names: which one it is, and refusing what could never be weighed."""

from collections.abc import Iterable

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.rules.doelgroep import ALLE_GELEDINGEN, WIJK, Doelgroep
from bot.rules.drempels import Drempel
from bot.rules.drempels.gedeeld_beeld import GedeeldBeeld
from bot.rules.peilingen import METHODEN, Methode, Opzet
from bot.services.peilingvorm import lees_opzet
from bot.services.spelregels import geldend
from bot.storage import peilingen
from bot.storage.peilingen import Peiling


def genoemd(tx: Connection, wijk: int, naam: str) -> list[Peiling]:
    """Return the polls with this publiek_id, or this question but for its capitals, the oldest first.

    With the one that has this publiek_id also versions that came in its place, as long as they ask the same.
    """
    gevonden: dict[int, Peiling] = {}
    for een in peilingen.van_bewoners(tx, wijk):
        vorige = gevonden.get(een.vervangt or 0)
        gevolgd = vorige is not None and _kaal(vorige.vraag) == _kaal(een.vraag)
        if een.publiek_id == naam or _kaal(een.vraag) == _kaal(naam) or gevolgd:
            gevonden[een.id] = een
    return list(gevonden.values())


def kan_tellen(peiling: Peiling, eenheid: str) -> bool:
    """Say whether a poll is one that can be named: about the decision, for all who are counted, with a side to take."""
    allen = peiling.voor in (WIJK, ALLE_GELEDINGEN) or (eenheid == "eigenaren" and peiling.voor == Doelgroep("koop"))
    return peiling.over_besluit and allen and METHODEN[peiling.methode].STEUN


def past(methode: Methode, opzet: Opzet, voor: Iterable[str]) -> bool:
    """Say whether all that counts as support is an answer of a poll."""
    return {optie.casefold() for optie in voor} <= {regel.naam.casefold() for regel in methode.tel(opzet, {}).regels}


def eis_te_wegen(tx: Connection, wijk: int, drempels: Iterable[Drempel], eenheid: str) -> None:
    """Refuse conditions that name a poll which is there already and would never count for them.

    Raises:
        Geweigerd: it closed before, its answers are others, or it cannot be weighed.
    """
    for drempel in drempels:
        if not isinstance(drempel, GedeeldBeeld):
            continue
        staan = [een for een in genoemd(tx, wijk, drempel.peiling) if not een.ingetrokken]
        een = next((een for een in staan if kan_tellen(een, eenheid)), None)
        if een is None:
            if staan:
                raise Geweigerd("spelregelvorm.peiling_telt_niet")
            continue
        if een.gesloten_op is not None:
            raise Geweigerd("spelregelvorm.peiling_dicht")
        methode, opzet = METHODEN[een.methode], lees_opzet(tx, een)
        if not past(methode, opzet, drempel.voor):
            raise Geweigerd("spelregelvorm.peiling_antwoorden", antwoorden=_opsomming(methode, opzet))


def eis_antwoorden(tx: Connection, wijk: int, vraag: str, methode: str, opzet: Opzet) -> None:
    """Refuse a poll about the decision that the spelregels name, when what was agreed cannot be counted in it.

    Raises:
        Geweigerd: the agreed answers are not in it, or the method has no such answers.
    """
    for drempel in geldend(tx, wijk).drempels:
        if isinstance(drempel, GedeeldBeeld) and _kaal(drempel.peiling) == _kaal(vraag):
            if not METHODEN[methode].STEUN:
                raise Geweigerd("peiling.afgesproken_manier")
            if not past(METHODEN[methode], opzet, drempel.voor):
                raise Geweigerd("peiling.afgesproken_antwoorden", antwoorden="; ".join(drempel.voor))


def _opsomming(methode: Methode, opzet: Opzet) -> str:
    return "; ".join(regel.naam for regel in methode.tel(opzet, {}).regels)


def _kaal(vraag: str) -> str:
    return " ".join(vraag.split()).casefold()

"""Which alarms invite people to come, vote, react or tell something: who said "ik doe niet mee" does not get those.

News of what is decided or built still comes, for it happens to their home too, and so does what they asked for. One
invitation stays: that a vote on the decision opens, said once. They can still vote, and hear of it no second time.
"""

from collections.abc import Callable

from sqlalchemy import Connection

from bot.rules.selectie import Eissoort, Selectie
from bot.storage import peilingen, uitzendingen
from bot.storage.wekkers import Wekker

_SPOREN_AAN: tuple[Eissoort, ...] = ("niet_gehoord", "niet_geinformeerd", "niet_gestemd")
"""A broadcast to only those who did not do something yet is a nudge."""


def _peiling(tx: Connection, wijk: int, wekker: Wekker) -> bool:
    peiling = peilingen.zoek(tx, wijk, id=wekker.onderwerp)
    return peiling is not None and not peiling.over_besluit


def _uitzending(tx: Connection, wijk: int, wekker: Wekker) -> bool:
    deze = uitzendingen.zoek(tx, wijk, id=wekker.onderwerp)
    if deze is None:
        return False
    selectie = Selectie.uit_json(deze.doelgroep)
    return any(selectie.over(eis) is not None for eis in _SPOREN_AAN)


NODIGT_UIT: dict[str, bool | Callable[[Connection, int, Wekker], bool]] = {
    "aanbod_herinnering": True,
    "bijeenkomst_nieuw": True,
    "concept_nieuw": True,
    "kennismaking": True,
    "natuurlijkmoment": True,
    "peiling_herinnering": True,
    "peiling_nieuw": _peiling,
    "tevredenheid": True,
    "uitzending": _uitzending,
    **dict.fromkeys(
        (
            "advies_antwoord",
            "afgesloten",
            "bijeenkomst_afgelast",
            "bijeenkomst_afgelast_rest",
            "bijeenkomst_gewijzigd",
            "fase_klaar",
            "herinnering_dag",
            "herinnering_eigen",
            "herinnering_uren",
            "herinnering_week",
            "idee_nieuws",
            "mijlpaal_gewijzigd",
            "mijlpaal_herinnering",
            "inspreken_herinnering",
            "koppelkans",
            "mijlpaal_nieuw",
            "mijlpaal_uitslag",
            "mijlpaal_vandaag",
            "partner_nieuws",
            "peiling_ingetrokken",
            "peiling_uitslag",
            "spelregels_vast",
            "verslag",
        ),
        False,
    ),
}
"""By the kind of alarm. Each kind that tells many people something has its line; `tests/services/test_nietmee.py`."""


def nodigt_uit(tx: Connection, wijk: int, wekker: Wekker) -> bool:
    """Say whether what an alarm tells is an invitation."""
    hoe = NODIGT_UIT.get(wekker.soort, False)
    return hoe if isinstance(hoe, bool) else hoe(tx, wijk, wekker)

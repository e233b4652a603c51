"""A new version in the place of a poll that is open: what may not change, and what people read about it."""

from typing import Any

from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.services.formulier import Veld
from bot.services.handeling import Handeling
from bot.services.kiezer import is_voorbij
from bot.services.lezers import tekst_tot
from bot.services.peilingbeheer import bestaand, eis_beheer
from bot.storage import peilingversies
from bot.storage.accounts import Wie
from bot.storage.peilingen import Peiling

VERVANGT = "vervangt"
"""In what is filled in: the poll in the place of which this one comes."""
VELD = Veld("wijziging", tekst_tot(300), als=lambda data: VERVANGT in data)
_VAST = ("doelgroep", "doelgroep_bereik", "over_besluit", "met_naam", "per_adres", "uitslag_naar", "weging")
"""What was said before anyone voted, and stays."""


def oude(
    tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any], velden: dict[str, Any]
) -> Peiling | None:
    """Return the poll in the place of which this one comes, None when it comes in the place of none.

    Args:
        velden: the columns of the new one.

    Raises:
        Geweigerd: it ended meanwhile, it is not theirs, or something changes that was fixed.
    """
    if VERVANGT not in data:
        return None
    oud = bestaand(tx, handeling, data[VERVANGT])
    eis_beheer(wie, oud)
    if is_voorbij(oud, handeling.now):
        raise Geweigerd("peiling.gesloten")
    if any(getattr(oud, naam) != velden[naam] for naam in _VAST):
        raise Geweigerd("peiling.staat_vast")
    return oud


def kolommen(oud: Peiling | None, data: dict[str, Any]) -> dict[str, Any]:
    """Return what a version adds to the columns of a poll."""
    if oud is None:
        return {}
    versie = {"vervangt": oud.id, "versie": oud.versie + 1, "wijziging": data["wijziging"]}
    return {**versie, "vervolg_op": oud.vervolg_op}


def als_data(tx: Connection, peiling: Peiling) -> dict[str, Any]:
    """Return which version a poll is, when it is not the first."""
    if peiling.vervangt is None:
        return {}
    vorige = peilingversies.publiek_id(tx, peiling.vervangt)
    return {"versie": {"nummer": peiling.versie, "wijziging": peiling.wijziging, "vorige": vorige}}

"""What nobody has to answer about a poll: a button each under the preview. It is fixed when the poll is made."""

from datetime import datetime
from typing import Any

from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.services.doelgroep import EEN_GELEDING
from bot.services.formulier import Veld
from bot.services.handeling import Handeling, mag_voor
from bot.services.lezers import getal, moment
from bot.storage.accounts import Wie


def mag_uitslag(wie: Wie, naar: str) -> bool:
    """Say whether someone may have a result reach these people: the whole wijk is for who speaks to it."""
    return naar != "wijk" or mag_voor(wie, WIJK)


def eis_uitslag(wie: Wie, velden: dict[str, Any]) -> None:
    """Refuse a result that may not go to these people; what counts for the decision stands in the report, for all."""
    if not mag_uitslag(wie, velden["uitslag_naar"]):
        raise Geweigerd("rol_nodig")
    if velden["over_besluit"] and velden["uitslag_naar"] == "stemmers":
        raise Geweigerd("peiling.besluit_in_verslag")


def _niet_van_geledingen(data: dict[str, Any]) -> bool:
    """That is for everyone, and of who voted for a geleding no evidence says so."""
    return data.get("voor") not in {"geleding", EEN_GELEDING}


def _kan_per_adres(data: dict[str, Any]) -> bool:
    return data.get("met_naam") != "ja" and _niet_van_geledingen(data)


VELDEN = (
    Veld("minste_stemmen", getal(2, 9999), mag_over=True),
    Veld("opent_op", moment, mag_over=True),
    Veld("uitslag_naar", keuzes=("doelgroep", "stemmers", "wijk"), mag=mag_uitslag, als=_niet_van_geledingen),
    Veld("per_adres", keuzes=("nee", "ja"), als=_kan_per_adres),
)


def kolommen(data: dict[str, Any], handeling: Handeling) -> dict[str, Any]:
    """Return what the answers fix.

    Raises:
        Geweigerd: it would close before it opens, or it would be closed already.
    """
    sluit_op, opent_op = datetime.fromisoformat(data["sluit_op"]), opent(data, handeling.now)
    if sluit_op <= handeling.now:
        raise Geweigerd("moment.voorbij")
    if opent_op is not None and sluit_op <= opent_op:
        raise Geweigerd("peiling.opent_na_sluiten")
    return {
        "sluit_op": sluit_op,
        "opent_op": opent_op,
        "minste_stemmen": data.get("minste_stemmen"),
        "uitslag_naar": data.get("uitslag_naar", "doelgroep"),
        "per_adres": data.get("per_adres") == "ja" and _kan_per_adres(data),
    }


def opent(data: dict[str, Any], now: datetime) -> datetime | None:
    """Return when one can vote, where that is later than now."""
    op = datetime.fromisoformat(data["opent_op"]) if data.get("opent_op") else now
    return op if op > now else None

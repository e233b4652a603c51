"""What will go out when, and to how many: looking, moving and cancelling, and what came too late to go."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.rules.selectie import aantal
from bot.services import gepland, tijdstip, uitzending, wekker
from bot.services.bezorging import Geval
from bot.services.bladzij import blader
from bot.services.formulier import Formulier
from bot.services.formulier import begin as open_formulier
from bot.services.gepland import Gepland
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER, Handeling, eis_rol, mag_voor
from bot.storage import bewaard, doelgroepen, selecties, wekkers
from bot.storage.accounts import Wie
from bot.storage.wekkers import Wekker

ROLLEN = (TREKKER, BEGELEIDER, ORGANISATOR)
"""Who sees what is planned: a trekker that of the own werkgroep."""
PER_BLADZIJ = 6
BEWAAR = timedelta(days=14)
"""So long one sees what came too late to go."""


def toon(tx: Connection, handeling: Handeling, bladzij: int = 0, melding: str | None = None) -> Boodschap:
    """Show a page of what will go out, the first first."""
    wie = eis_rol(tx, handeling, *ROLLEN)
    gezien, rond = blader(_per(_komend(tx, handeling, wie)), bladzij, PER_BLADZIJ)
    laat = len(_van(tx, handeling, wie, _te_laat(tx, handeling)))
    regels = [_als_data(tx, handeling, een) for een in gezien]
    later = _bewaard(tx, handeling) if bladzij == 0 and mag_voor(wie, WIJK) else []
    return Boodschap("planning.lijst", {"regels": regels, "later": later, "laat": laat, **rond}, melding=melding)


def alles(tx: Connection, handeling: Handeling) -> dict[str, Any]:
    """Return all that will go out, the first first, and what came too late; for a page that has room for it."""
    wie = eis_rol(tx, handeling, *ROLLEN)
    laat = _van(tx, handeling, wie, _te_laat(tx, handeling))
    regels = [_als_data(tx, handeling, een) for een in _komend(tx, handeling, wie)]
    return {"regels": regels, "laat": [_kort(een) for een in laat]}


def te_laat(tx: Connection, handeling: Handeling, bladzij: int = 0) -> Boodschap:
    """Show a page of what did not go in the last two weeks because its moment had passed, the last first."""
    wie = eis_rol(tx, handeling, *ROLLEN)
    gezien, rond = blader(_per(_van(tx, handeling, wie, _te_laat(tx, handeling))), bladzij, PER_BLADZIJ)
    return Boodschap("planning.laat", {"regels": [_kort(een) for een in gezien], **rond})


def een(tx: Connection, handeling: Handeling, soort: str, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show one message that is planned, with what one can do about it."""
    gevonden = _zoek(tx, handeling, soort, publiek_id)
    return Boodschap("planning.een", _als_data(tx, handeling, gevonden), melding=melding)


def begin_verzetten(tx: Connection, handeling: Handeling, soort: str, publiek_id: str) -> Boodschap:
    """Ask to which moment one goes."""
    gevonden = _eis_los(_zoek(tx, handeling, soort, publiek_id))
    return open_formulier(tx, handeling, VERZETTEN, {"wat": gevonden.soort, "id": gevonden.id})


def zeg_af(tx: Connection, handeling: Handeling, soort: str, publiek_id: str, keer: str = "") -> Boodschap:
    """Cancel one, after a question whether one is sure; a broadcast as its maker does.

    Args:
        keer: the moment of what one is sure about, as `_keer` says it; of what comes back each week a second tap
            would else cancel the next time too.

    Raises:
        Geweigerd: it is gone, was moved since, or may not be cancelled.
    """
    gevonden = _eis_los(_zoek(tx, handeling, soort, publiek_id))
    if soort == uitzending.WEKKER:
        return uitzending.zeg_af(tx, handeling, publiek_id, zeker=bool(keer))
    if not keer:
        return Boodschap("planning.zeker", _als_data(tx, handeling, gevonden))
    if keer != _keer(gevonden):
        raise Geweigerd("planning.weg")
    geval = Geval(handeling.wijk, gevonden.wekker, handeling.now, handeling.zone, handeling.verzending)
    wekker.zeg_af(tx, geval)
    return toon(tx, handeling, melding="planning.afgezegd")


def _verzet(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    gevonden = _eis_los(_zoek(tx, handeling, data["wat"], data["id"]))
    naar = tijdstip.op(data, handeling)
    if gevonden.uiterlijk is not None and naar >= gevonden.uiterlijk:
        raise Geweigerd("planning.te_laat")
    wekkers.verplaats(tx, gevonden.wekker, naar)
    return een(tx, handeling, gevonden.soort, gevonden.id, melding="planning.verzet")


VERZETTEN = Formulier("verzetten", tijdstip.VELDEN, ROLLEN, _verzet, voorbeeld=False)


def _zoek(tx: Connection, handeling: Handeling, soort: str, publiek_id: str) -> Gepland:
    wie = eis_rol(tx, handeling, *ROLLEN)
    komend = [w for w in wekkers.komend(tx, handeling.wijk, gepland.SOORTEN, handeling.now) if w.soort == soort]
    for gevonden in _van(tx, handeling, wie, komend):
        if gevonden.id == publiek_id:
            return gevonden
    raise Geweigerd("planning.weg")


def _keer(gevonden: Gepland) -> str:
    return format(int(gevonden.moment.timestamp()) // 60, "x")


def _eis_los(gevonden: Gepland) -> Gepland:
    if gevonden.vast:
        raise Geweigerd("planning.vast")
    return gevonden


def _van(tx: Connection, handeling: Handeling, wie: Wie, alle: list[Wekker]) -> list[Gepland]:
    """Return what these alarms tell, of those for whom someone may act."""
    gevonden = (gepland.van(tx, handeling.wijk, een, handeling.zone) for een in alle)
    return [een for een in gevonden if een is not None and mag_voor(wie, een.voor)]


def _komend(tx: Connection, handeling: Handeling, wie: Wie) -> list[Gepland]:
    return _van(tx, handeling, wie, wekkers.komend(tx, handeling.wijk, gepland.SOORTEN, handeling.now))


def _te_laat(tx: Connection, handeling: Handeling) -> list[Wekker]:
    return wekkers.vervallen_sinds(tx, handeling.wijk, gepland.SOORTEN, handeling.now - BEWAAR)


def _bewaard(tx: Connection, handeling: Handeling) -> list[dict[str, Any]]:
    """Return what was held back for residents, to go together: from when on, and to how many."""
    bewoners = selecties.tel(tx, handeling.wijk, WIJK)
    return [
        {
            "wekelijks": wachtend.wekelijks,
            "moment": max(wachtend.vanaf, handeling.now).isoformat(),
            "aantal": list(aantal(wachtend.bewoners, [bewoners])),
        }
        for wachtend in bewaard.wachtenden(tx, handeling.wijk)
    ]


def _per(alle: list[Gepland]) -> Any:
    return lambda hoeveel, na: alle[na : na + hoeveel]


def _kort(een: Gepland) -> dict[str, Any]:
    return {"soort": een.soort, "titel": een.titel, "moment": een.moment.isoformat()}


def _als_data(tx: Connection, handeling: Handeling, een: Gepland) -> dict[str, Any]:
    naar = gepland.tel(tx, handeling.wijk, een)
    return {
        "soort": een.soort,
        "id": een.id,
        "keer": _keer(een),
        "moment": een.moment.isoformat(),
        "gaat": tijdstip.met_stilte(een.moment, handeling)["gaat"],
        "titel": een.titel,
        "voor": [een.voor.soort, doelgroepen.naam(tx, handeling.wijk, een.voor)],
        "aantal": list(naar),
        "vast": een.vast,
        "verzet": een.wekker.verzet,
    }

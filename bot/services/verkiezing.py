"""Who gets a seat of several candidates, as was said beforehand: by lot, or as a vote or the wijk/dorpsraad chose.

What a vote or the raad chose an organisator writes down and a second person confirms; who are level, lots decide.
"""

from collections import Counter
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import Doelgroep
from bot.services import loting, stemresultaat, vacature, voorstel, zetel
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.services.kiezer import is_voorbij
from bot.storage import peilingen, zetels
from bot.storage.accounts import Wie
from bot.storage.peilingen import Peiling
from bot.storage.zetels import Kandidaat, Vacature, Zetel

STEMMING = "stemming"
"""In what is filled in: that there is a poll of the geleding in which it can have voted."""
IN_LIJST = 10


def laat_loten(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Announce the draw between all candidates, after a question whether one is sure."""
    eis_rol(tx, handeling, ORGANISATOR)
    een, plek, alle = _eis_meer(tx, handeling, publiek_id)
    if een.wijze != "loting":
        raise Geweigerd("vacature.anders_afgesproken")
    if not zeker:
        leeg = {"naam": None, "namens": None}
        return Boodschap("vacature.zeker", {**vacature.als_data(een, plek), "daad": "loten", **leeg})
    loting.kondig_aan(tx, handeling, een, plek, alle)
    return vacature.toon(tx, handeling, publiek_id, melding="vacature.loting_staat")


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form that says who was chosen."""
    eis_rol(tx, handeling, ORGANISATOR)
    een, plek, _ = _eis_meer(tx, handeling, publiek_id)
    if een.wijze == "loting":
        raise Geweigerd("vacature.anders_afgesproken")
    erbij = {STEMMING: "ja"} if een.wijze == "stemming" and _stemmingen(tx, handeling, een, plek) else {}
    return open_formulier(tx, handeling, FORMULIER, {"vacature": publiek_id, **erbij})


def _kandidaten(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    een, plek = vacature.eis(tx, handeling, data["vacature"])
    alle = {k.publiek_id: k.naam or k.namens or k.publiek_id for k in vacature.kiesbaar(tx, handeling.wijk, een, plek)}
    vaak = Counter(naam.casefold() for naam in alle.values())  # anyone can call themself as another does
    return [(id_, f"{naam} ({id_[:6]})" if vaak[naam.casefold()] > 1 else naam) for id_, naam in alle.items()]


def _stemmingen(tx: Connection, handeling: Handeling, een: Vacature, plek: Zetel) -> list[Peiling]:
    """Return the polls of the geleding of a seat that closed after its vacature was made, the last one first."""
    voor = Doelgroep("geleding", plek.van)
    alle = peilingen.recente(tx, handeling.wijk, [voor], IN_LIJST)
    dicht = [p for p in alle if p.voor == voor and is_voorbij(p, handeling.now) and not p.ingetrokken]
    return [p for p in dicht if stemresultaat.einde(p) > een.op]


def _peilingen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    een, plek = vacature.eis(tx, handeling, data["vacature"])
    return [(p.publiek_id, p.vraag) for p in _stemmingen(tx, handeling, een, plek)]


def _kies(gekozen: Any, keuze: str) -> list[str]:
    return sorted(set(gekozen) ^ {keuze})


def _stel_voor(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een, plek, alle = _eis_meer(tx, handeling, data["vacature"])
    gekozen = [k for k in alle if k.publiek_id in data["wie"]]
    if not gekozen:
        raise Geweigerd("vacature.niemand_gekozen")
    zetel.eis_ander(tx, wie.account, *(k.account for k in gekozen))
    nummers = [k.publiek_id for k in gekozen]
    alle_stemmingen = _stemmingen(tx, handeling, een, plek)
    stemming = next((p for p in alle_stemmingen if p.publiek_id == data.get("peiling")), None)
    over = {"nummers": nummers, "stemming": stemming and stemming.vraag}
    wat = {"soort": "vacature.gekozen", "data": {**vacature.als_data(een, plek), **over}}
    vast = {"vacature": data["vacature"], "wie": nummers, "peiling": stemming.id if stemming else None}
    return voorstel.stel_voor(tx, handeling, wie, "zetel_gekozen", vast, voorbeeld=wat)


@voorstel.voert_uit("zetel_gekozen")
def _gekozen(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    een, plek, alle = _eis_meer(tx, handeling, data["vacature"])
    wie = [k for k in alle if k.publiek_id in data["wie"]]
    if len(wie) != len(data["wie"]):  # one of them withdrew, or got another seat
        raise Geweigerd("vacature.kan_niet_meer")
    zetel.eis_ander(tx, handeling.tweede or gemaakt_door, *(k.account for k in wie))
    if data.get("peiling") is not None:
        zetels.zet_peiling(tx, een.id, data["peiling"])
    if len(wie) == 1:
        vacature.geef(tx, handeling.wijk, handeling.now, handeling.id("rol"), een, plek, wie[0])
    else:
        loting.kondig_aan(tx, handeling, een, plek, wie)


def _eis_meer(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Vacature, Zetel, list[Kandidaat]]:
    een, plek = vacature.eis(tx, handeling, publiek_id)
    alle = vacature.kiesbaar(tx, handeling.wijk, een, plek)
    if een.staat != "open" or len(alle) < 2:
        raise Geweigerd("vacature.geen_keuze")
    return een, plek, alle


FORMULIER = Formulier(
    "verkozen",
    (
        Veld("wie", haal=_kandidaten, meer=_kies),
        Veld("peiling", haal=_peilingen, mag_over=True, als=lambda data: STEMMING in data),
    ),
    (ORGANISATOR,),
    _stel_voor,
    voorbeeld=False,
)

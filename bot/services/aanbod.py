"""The offer: staff make and withdraw it, each after a second person's yes. Several stand beside each other.

No home has two open offers of one kind. Taking one: `intekening`; on paper: `aanbodpapier`; by e-form: `eformulier`.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from berichten.leeswoorden import leeswoorden
from bot.errors import Geweigerd
from bot.rules.aanbod import WATTEN, WIE, overlapt
from bot.rules.bedragen import lees_bereik
from bot.rules.herinneringen import stemherinnering
from bot.services import lezers, stukken, voorstel
from bot.services.formulier import VAST, Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_rol
from bot.services.onderbouwing import kop
from bot.storage import aanbiedingen, wekkers
from bot.storage.aanbiedingen import Aanbod
from bot.storage.accounts import Wie

MAKERS = (BEGELEIDER, ORGANISATOR)
MAG = frozenset(MAKERS)
HERINNERING = "aanbod_herinnering"
"""The alarm before it closes, for who showed interest."""
VELDEN = (
    *("wat", "wie", "titel", "tekst", "kosten", "kosten_van", "kosten_tot", "opbrengst", "opbrengst_van"),
    *("opbrengst_tot", "voorwaarden", "gas", "bindend", "bindend_uitleg", "bedenktijd", "minimum"),
)
_OP_KNOP = 54
"""Bytes of a type of home that fit in a button; a longer one cannot be chosen."""


def begin(tx: Connection, handeling: Handeling) -> Boodschap:
    """Open the form for an offer; where the address list has no types of home, it is for all."""
    eis_rol(tx, handeling, *MAKERS)
    geen = not woningen(tx, handeling, {})
    return open_formulier(tx, handeling, FORMULIER, {"woning": [], VAST: ["woning"]} if geen else {})


def vraag_intrekken(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Ask a second person to withdraw an offer, after a question whether one is sure."""
    wie = eis_rol(tx, handeling, *MAKERS)
    een = bestaand(tx, handeling, publiek_id)
    if not zeker:
        return Boodschap("aanbod.zeker", {"id": publiek_id, "titel": een.titel})
    return voorstel.stel_voor(tx, handeling, wie, "aanbod_weg", {"welke": publiek_id}, titel=een.titel)


def bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Aanbod:
    """Return an offer that was not withdrawn, open or closed.

    Raises:
        Geweigerd: there is none of this name.
    """
    een = aanbiedingen.zoek(tx, handeling.wijk, publiek_id)
    if een is None or een.ingetrokken_op is not None:
        raise Geweigerd("intekening.geen_aanbod")
    return een


def als_data(een: Aanbod) -> dict[str, Any]:
    """Return what people see of an offer."""
    velden = {veld: getattr(een, veld) for veld in (*VELDEN, "stuk", "stuknaam")}
    woningtypen = list(een.woningtypen)
    return {**velden, "id": een.publiek_id, "woningtypen": woningtypen, "sluit_op": een.sluit_op.isoformat()}


def _ingevuld(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    """Return what was filled in, in the form of `als_data`."""
    interesse, opbrengst = data["wat"] == "interesse", data.get("opbrengst")
    bereik = opbrengst if isinstance(opbrengst, list) else [None, None]
    stuk = stukken.bestaand(tx, handeling, data.get("stuk"))
    woning = data["woning"]
    return {
        "id": "",
        "wat": data["wat"],
        "wie": data["wie"] if interesse else "eigenaren",
        "woningtypen": [woning] if isinstance(woning, str) else woning,
        "titel": data["titel"],
        "tekst": data["tekst"],
        "kosten": data.get("kosten_erbij"),
        "kosten_van": data["kosten"][0],
        "kosten_tot": data["kosten"][1],
        "opbrengst": opbrengst if isinstance(opbrengst, str) else None,
        "opbrengst_van": bereik[0],
        "opbrengst_tot": bereik[1],
        "voorwaarden": data.get("voorwaarden"),
        "gas": data["gas"],
        "bindend": not interesse and data["bindend"] == "ja",
        "bindend_uitleg": None if interesse else data["bindend_uitleg"],
        "bedenktijd": None if interesse else int(data["bedenktijd"]),
        "minimum": data.get("minimum"),
        "stuk": data.get("stuk"),
        "stuknaam": stuk and stuk.naam,
        "sluit_op": data["sluit_op"],
    }


def _eis_ruimte(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> None:
    """Refuse an offer beside one for the same homes, and one that a file or a person cannot tell from another."""
    for een in aanbiedingen.staande(tx, handeling.wijk):
        if een.titel.casefold() == data["titel"].casefold():
            raise Geweigerd("aanbod.zelfde_titel", titel=een.titel)
        if een.is_open(handeling.now) and een.wat == data["wat"] and overlapt(een.woningtypen, data["woningtypen"]):
            raise Geweigerd("aanbod.overlapt", titel=een.titel)
    if data["bindend"] and not data["stuk"]:
        raise Geweigerd("aanbod.stuk_nodig")


def _vraag(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    ingevuld = _ingevuld(tx, handeling, data)
    _eis_ruimte(tx, handeling, ingevuld)
    lezen: list[list[Any]] = [["aanbod.lezen", ingevuld]]
    if stuk := stukken.bestaand(tx, handeling, ingevuld["stuk"]):
        lezen.append(["stuk", stukken.als_boodschap(stuk).data])
    return voorstel.stel_voor(tx, handeling, wie, "aanbod", ingevuld, titel=data["titel"], lezen=lezen)


@voorstel.voert_uit("aanbod")
def _plaats(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    _eis_ruimte(tx, handeling, data)
    sluit_op = datetime.fromisoformat(data["sluit_op"])
    if sluit_op <= handeling.now:
        raise Geweigerd("moment.voorbij")
    rij = kop(tx, handeling, gemaakt_door, MAG)
    stuk = stukken.bestaand(tx, handeling, data["stuk"])
    velden = {veld: data[veld] for veld in VELDEN} | {veld: rij[veld] for veld in ("publiek_id", "op", "gemaakt_door")}
    velden |= {"woningtypen": data["woningtypen"], "stuk": stuk and stuk.id, "sluit_op": sluit_op}
    nieuw = aanbiedingen.maak(tx, handeling.wijk, **velden)
    moment = stemherinnering(handeling.now, sluit_op, handeling.zone)
    if moment is not None and data["wat"] != "interesse":
        wekkers.zet(tx, handeling.wijk, HERINNERING, nieuw, moment)


@voorstel.voert_uit("aanbod_weg")
def _trek_in(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    kop(tx, handeling, gemaakt_door, MAG)
    een = bestaand(tx, handeling, data["welke"])
    aanbiedingen.trek_in(tx, een.id, handeling.now)
    wekkers.vervallen(tx, handeling.wijk, HERINNERING, een.id, handeling.now)


def woningen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Return the types of home as buttons."""
    namen = aanbiedingen.woningtypen(tx, handeling.wijk)
    return [(naam, naam) for naam in namen if len(naam.encode()) <= _OP_KNOP]


def tik(gekozen: Any, keuze: str) -> list[str]:
    """Return which types of home are chosen after one more tap."""
    al = [gekozen] if isinstance(gekozen, str) else list(gekozen)  # a name that was typed
    return [naam for naam in al if naam != keuze] if keuze in al else [*al, keuze]


def _bedragen(tekst: str, handeling: Handeling) -> list[int]:
    bereik = lees_bereik(tekst, leeswoorden())
    if bereik is None:
        raise Geweigerd("aanbod.bedragen")
    return list(bereik)


def _opbrengst(tekst: str, handeling: Handeling) -> list[int] | str:
    bereik = lees_bereik(tekst, leeswoorden())
    zin: str = lezers.tekst_tot(200)(tekst, handeling)
    return zin if bereik is None else list(bereik)


def _bindt(data: dict[str, Any]) -> bool:
    return data.get("wat") in ("deelnameverklaring", "inschrijving")


FORMULIER = Formulier(
    "aanbod",
    (
        Veld("wat", keuzes=WATTEN),
        Veld("woning", haal=woningen, meer=tik),
        Veld("wie", keuzes=WIE, als=lambda data: data.get("wat") == "interesse"),
        Veld("titel", lezers.tekst_tot(60)),
        Veld("tekst", lezers.tekst_tot(300)),
        Veld("kosten", _bedragen),
        Veld("opbrengst", _opbrengst, mag_over=True),
        Veld("voorwaarden", lezers.alinea_tot(800), mag_over=True),
        Veld("gas", lezers.tekst_tot(200)),
        Veld("bindend", keuzes=("ja", "nee"), als=_bindt),
        Veld("bindend_uitleg", lezers.tekst_tot(200), als=_bindt),
        Veld("bedenktijd", lezers.getal(1, 365), keuzes=("14", "30"), als=_bindt),
        Veld("sluit_op", lezers.moment),
        Veld("stuk", neemt="stuk", mag_over=True),
    ),
    MAKERS,
    _vraag,
    extra=(
        Veld("kosten_erbij", lezers.tekst_tot(200), mag_over=True),
        Veld("minimum", lezers.getal(1, 100_000), mag_over=True),
    ),
    bekijk=_ingevuld,
)

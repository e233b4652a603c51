"""Writing a message to the neighbourhood: the questions, the preview as residents will get it, and the last yes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap, talen
from berichten.catalogus import eigen_naam
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK, Doelgroep
from bot.rules.selectie import EISEN, Selectie, tik
from bot.services import doelgroep, selectie, tijdstip, uitzending, voorstel
from bot.services.formulier import VAST, Formulier, Keuze, Veld, begin
from bot.services.handeling import BEGELEIDER, ORGANISATOR, STRAATCONTACT, TREKKER, Handeling, eis_rol, wie_handelt
from bot.services.selectie import MAKERS
from bot.services.tijdstip import buiten_stilte
from bot.services.uitzending import toon_aan
from bot.storage import accounts, doelgroepen
from bot.storage.accounts import Wie
from bot.storage.uitzendingen import Uitzending

SOORT = "uitzending"
NU = "nu"
Antwoorden = dict[str, Any]


def _talen(tx: Connection, handeling: Handeling, data: Antwoorden) -> list[Keuze]:
    return [(taal, eigen_naam(taal)) for taal in talen()]


def _bekijk_wie(tx: Connection, handeling: Handeling, data: Antwoorden) -> Antwoorden:
    wat = selectie.uit(tx, handeling, data)
    if not selectie.mag(wie_handelt(tx, handeling), wat):  # what was filled in with a role that is lost since
        raise Geweigerd("buiten_bereik")
    return selectie.beschrijf(tx, handeling.wijk, wat)


def _bekijk_taal(taal: str) -> Callable[[Connection, Handeling, Antwoorden], Antwoorden]:
    return lambda tx, handeling, data: {"taal": taal}


def _vertaling(taal: str) -> Veld:
    return Veld(
        f"vertaling_{taal}",
        neemt="tekst",
        als=lambda data: data.get("taal") != taal,
        mag_over=True,
        toont="uitzending.vertaling",
        bekijk=_bekijk_taal(taal),
    )


def _spraak_zonder_tekst(data: Antwoorden) -> bool:
    inhoud = data.get("inhoud") or {}
    return inhoud.get("soort") == "spraak" and not inhoud["html"]


def _inhoud(tx: Connection, handeling: Handeling, wie: Wie, data: Antwoorden) -> Antwoorden:
    """Return what residents see; a translation says with the same picture or file what was said."""
    eigen = {**data["inhoud"], "html": data["gezegd"]["html"]} if data.get("gezegd") else data["inhoud"]
    vertaald = {taal: data.get(f"vertaling_{taal}") for taal in talen() if taal != data["taal"]}
    anders = {taal: {**eigen, "html": tekst["html"]} for taal, tekst in vertaald.items() if tekst}
    van = _afzender(tx, handeling, wie, doelgroep.uit(tx, handeling, data))
    return {"van": van, "talen": {data["taal"]: eigen, **anders}, "eigen_taal": data["taal"], "hulp": _met_hulp(data)}


def _met_hulp(data: Antwoorden) -> bool:
    """Say whether people can ask for a visit or a call under it: they can, unless who writes wants otherwise."""
    return data.get("hulp") != "nee"


def _afzender(tx: Connection, handeling: Handeling, wie: Wie, groep: Doelgroep) -> Antwoorden:
    """Return in which role someone writes, as residents see it."""
    overal = next((rol for rol in (BEGELEIDER, ORGANISATOR) if rol in wie.rollen), None)
    if overal:
        return {"rol": overal, "bereik": ""}
    eigen = TREKKER if groep.soort == "werkgroep" else STRAATCONTACT
    return {"rol": eigen, "bereik": doelgroepen.naam(tx, handeling.wijk, groep)}


def _zoals(tx: Connection, handeling: Handeling, data: Antwoorden) -> tuple[Boodschap, ...]:
    """Return the message as residents get it, once in each of its languages."""
    return _in_elke_taal(_inhoud(tx, handeling, wie_handelt(tx, handeling), data))


def _in_elke_taal(inhoud: Antwoorden) -> tuple[Boodschap, ...]:
    return tuple(Boodschap(SOORT, {**inhoud, "id": "", "lees_in": taal}, wijze="nieuw") for taal in inhoud["talen"])


def _bekijk(tx: Connection, handeling: Handeling, data: Antwoorden) -> Antwoorden:
    gaat_op = _gaat_op(data)
    return {
        **_bekijk_wie(tx, handeling, data),
        "moment": (gaat_op or buiten_stilte(handeling.now, handeling)).isoformat(),
        "straks": gaat_op is not None or buiten_stilte(handeling.now, handeling) > handeling.now,
        "stil": gaat_op is None and buiten_stilte(handeling.now, handeling) > handeling.now,
        "hulp": _met_hulp(data),
        "vertaald": [taal for taal in talen() if data.get(f"vertaling_{taal}")],
        "tweede": _vraagt_tweede(handeling, selectie.uit(tx, handeling, data)),
    }


def _gaat_op(data: Antwoorden) -> datetime | None:
    """Return the moment that was chosen, or when the quiet hours around it are over; None for now."""
    wil = data["moment"]
    return None if wil == NU else datetime.fromisoformat(wil["gaat"] or wil["op"])


def _vraagt_tweede(handeling: Handeling, wat: Selectie) -> bool:
    """Say whether a second person must agree: to the whole wijk, but for what only reaches who comes to a meeting."""
    return "bericht" in handeling.tweede_persoon and wat.groep == WIJK and not wat.over("komt")


def _verstuur(tx: Connection, handeling: Handeling, wie: Wie, data: Antwoorden) -> Boodschap:
    wat = selectie.uit(tx, handeling, data)
    if not selectie.mag(wie, wat):
        raise Geweigerd("buiten_bereik")
    gaat_op = _gaat_op(data)
    if gaat_op is not None and gaat_op <= handeling.now:
        raise Geweigerd("moment.voorbij")
    hoeveel = selectie.tel(tx, handeling.wijk, wat)
    if hoeveel.te_klein:
        wat = replace(wat, doorgeven=True)
    if reden := selectie.vervallen(tx, handeling.wijk, wat, gaat_op or handeling.now):
        raise Geweigerd(f"uitzending.{reden}")
    inhoud = _inhoud(tx, handeling, wie, data)
    vast = {
        "inhoud": inhoud,
        "selectie": wat.als_json(),
        "moment": gaat_op.isoformat() if gaat_op else None,
        "aantal": hoeveel.aantal,
    }
    if _vraagt_tweede(handeling, wat):
        plan = Boodschap("uitzending.plan", _bekijk(tx, handeling, data), wijze="nieuw")
        lezen = [[gezien.soort, gezien.data] for gezien in (*_in_elke_taal(inhoud), plan)]
        return voorstel.stel_voor(tx, handeling, wie, SOORT, vast, lezen=lezen)
    return toon_aan(tx, handeling, _plaats(tx, handeling, vast, wie.account))


@voorstel.voert_uit(SOORT)
def _na_akkoord(tx: Connection, handeling: Handeling, vast: dict[str, Any], gemaakt_door: int) -> None:
    maker = accounts.van_id(tx, handeling.wijk, gemaakt_door)
    if not selectie.mag(maker, Selectie.uit_json(vast["selectie"])):  # the role is lost since
        raise Geweigerd("voorstel.maker_weg")
    _plaats(tx, handeling, vast, gemaakt_door)


def _plaats(tx: Connection, handeling: Handeling, vast: dict[str, Any], maker: int) -> Uitzending:
    return uitzending.plaats(
        tx,
        handeling,
        maker,
        inhoud=vast["inhoud"],
        selectie=Selectie.uit_json(vast["selectie"]),
        moment=datetime.fromisoformat(vast["moment"]) if vast["moment"] else None,
        aantal=vast["aantal"],
    )


def _eist(soort: str) -> Callable[[Antwoorden], bool]:
    return lambda data: soort in data.get("wie", [])


FORMULIER = Formulier(
    SOORT,
    (
        Veld("inhoud", neemt="inhoud"),
        Veld("gezegd", neemt="tekst", als=_spraak_zonder_tekst),
        replace(doelgroep.VELDEN[0], mag=selectie.mag_groep),
        doelgroep.VELDEN[1],
        Veld("wie", keuzes=EISEN, mag=selectie.mag_eis, meer=tik, toont="uitzending.wie", bekijk=_bekijk_wie),
        Veld("komt", haal=selectie.bijeenkomsten_die_komen, als=_eist("komt")),
        Veld("peiling", haal=selectie.open_peilingen, als=_eist("niet_gestemd")),
        Veld("taal", haal=_talen),
        replace(tijdstip.VELDEN[0], keuzes=(NU,), teksten=None),
        tijdstip.STIL,
    ),
    MAKERS,
    _verstuur,
    extra=(*(_vertaling(taal) for taal in talen()), Veld("hulp", keuzes=("ja", "nee"))),
    bekijk=_bekijk,
    zoals=_zoals,
)


def voor_straat(tx: Connection, handeling: Handeling, straat: str, drempel: str) -> Boodschap:
    """Begin a message to who in a street does not count yet for a condition.

    Args:
        straat: publiek_id of its first household, as a button has it.

    Raises:
        Geweigerd: that street is not there, someone may not write to these people, or nobody could bring it to them.
    """
    wie = eis_rol(tx, handeling, *MAKERS)
    eis = next((eis for eis, van in selectie.DREMPEL_VAN.items() if van == drempel), None)
    if eis is None:
        raise Geweigerd("doelgroep.onbekend")
    data = {"voor": "straat", "welke": straat, "wie": [eis]}
    wat = selectie.uit(tx, handeling, data)
    if not selectie.mag(wie, wat):
        raise Geweigerd("buiten_bereik")
    wat = replace(wat, doorgeven=selectie.tel(tx, handeling.wijk, wat).te_klein)
    if reden := selectie.vervallen(tx, handeling.wijk, wat, handeling.now):
        raise Geweigerd(f"uitzending.{reden}")
    begonnen = begin(tx, handeling, FORMULIER, {**data, VAST: list(data)})
    return replace(begonnen, melding=f"uitzending.voor_straat.{eis}")

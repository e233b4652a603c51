"""Statements for a school or vereniging, by a link for who has no home here: apart, and they count nowhere.

Each link has a poll of its own beside that of the residents (`Peiling.naast`). It closes with it at the latest.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.kleine_cellen import opkomst_van
from bot.services import stemmen, stemresultaat
from bot.services.bezorging import Geval
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_rol, is_binnen
from bot.services.kiezer import is_voorbij
from bot.services.lezers import moment, tekst_tot
from bot.storage import accounts, peilingen, scholen, wekkers
from bot.storage.accounts import Wie
from bot.storage.peilingen import Peiling

ROLLEN = (BEGELEIDER, ORGANISATOR)
NAAM_LENGTE = 60
MEESTE = 8
"""So many links a poll has at most: their buttons stand under its result."""
WEKKER = "school_sluit"
IN_GEGEVENS = 5


def lijst(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show staff the links beside a poll, and about how many answered by each."""
    eis_rol(tx, handeling, *ROLLEN)
    return _lijst(tx, handeling, _eigen(tx, handeling, publiek_id))


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for a new link.

    Raises:
        Geweigerd: this poll cannot be put to people from outside, it is closed, or it has links enough.
    """
    eis_rol(tx, handeling, *ROLLEN)
    _eis_nog_een(tx, handeling, _eigen(tx, handeling, publiek_id))
    return open_formulier(tx, handeling, FORMULIER, {"peiling": publiek_id})


def _maak(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    eigen = _eigen(tx, handeling, data["peiling"])
    _eis_nog_een(tx, handeling, eigen)
    sluit_op = eigen.sluit_op if data["tot"] == "gelijk" else datetime.fromisoformat(data["tot"])
    if sluit_op <= handeling.now:
        raise Geweigerd("moment.voorbij")
    if sluit_op > eigen.sluit_op:
        raise Geweigerd("school.te_laat")
    opties = peilingen.opties(tx, eigen.id)
    nieuw = peilingen.voeg_toe(
        tx,
        handeling.wijk,
        [(handeling.id(f"optie {plaats}"), optie.tekst) for plaats, optie in enumerate(opties)],
        publiek_id=handeling.id("school"),
        naast=eigen.id,
        school=data["naam"],
        vraag=eigen.vraag,
        over_besluit=False,
        methode=eigen.methode,
        instellingen={},
        opent_op=eigen.opent_op,
        sluit_op=sluit_op,
        gemaakt_door=wie.account,
    )
    wekkers.zet(tx, handeling.wijk, WEKKER, nieuw, sluit_op)
    return toon(tx, handeling, handeling.id("school"))


FORMULIER = Formulier(
    "school",
    (Veld("naam", tekst_tot(NAAM_LENGTE)), Veld("tot", moment, keuzes=("gelijk",))),
    ROLLEN,
    _maak,
    voorbeeld=False,
)


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show staff a link with its QR and a poster to print; of one that was stopped, since when."""
    eis_rol(tx, handeling, *ROLLEN)
    return _link(tx, handeling, _school(tx, handeling, publiek_id))


def stop(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Stop a link, after a question whether one is sure; what was answered stays, and nobody knows whose it is."""
    eis_rol(tx, handeling, *ROLLEN)
    school = _school(tx, handeling, publiek_id)
    if is_voorbij(school, handeling.now):
        return _link(tx, handeling, school)
    if not zeker:
        return Boodschap("school.zeker", {"id": publiek_id, "naam": school.school})
    peilingen.sluit(tx, school.id, handeling.now)
    wekkers.vervallen(tx, handeling.wijk, WEKKER, school.id, handeling.now)
    return _link(tx, handeling, _school(tx, handeling, publiek_id), melding="school.gestopt")


def open_(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Answer who opens a link: the statements, for who is nobody here; nothing is kept of them until they answer.

    Raises:
        Geweigerd: there is no such link, or it works no more.
    """
    if not handeling.afzender.prive:
        raise Geweigerd("alleen_prive")
    school = _school(tx, handeling, publiek_id)
    wie = accounts.wie(tx, handeling.wijk, handeling.afzender.kanaal, handeling.afzender.extern_id)
    if wie is not None and (is_binnen(wie) or wie.rollen):  # who has a role does not answer for a school: see `kiezer`
        eigen = peilingen.zoek(tx, handeling.wijk, id=school.naast)
        data = {"naam": school.school, "peiling": eigen.publiek_id if eigen else "", "bewoner": wie.bewoner is not None}
        return Boodschap("school.binnen", data, wijze="nieuw")
    if is_voorbij(school, handeling.now):
        raise stemmen.gesloten(school)
    if wie is None:
        return Boodschap("school.open", stemmen.uitnodiging(tx, school).data | {"school": school.school}, wijze="nieuw")
    return stemmen.toon_peiling(tx, handeling, wie, school)


def eigen_gegevens(tx: Connection, handeling: Handeling, wie: Wie) -> Boodschap | None:
    """Return what is kept of who answered by a link and is nobody here; None of who did not."""
    gaf = scholen.van_account(tx, handeling.wijk, wie.account)[:IN_GEGEVENS]
    antwoorden = [[naam, vraag, sluit_op.isoformat()] for naam, vraag, sluit_op in gaf]
    return Boodschap("school.gegevens", {"antwoorden": antwoorden}) if antwoorden else None


def sluit_vanzelf(tx: Connection, geval: Geval) -> None:
    """Close a link whose time has come."""
    peilingen.sluit(tx, geval.wekker.onderwerp, geval.now)


def _eigen(tx: Connection, handeling: Handeling, publiek_id: str) -> Peiling:
    eigen = peilingen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if eigen is None or not stemmen.kan_naar_school(eigen):
        raise Geweigerd("peiling.onbekend")
    return eigen


def _eis_nog_een(tx: Connection, handeling: Handeling, eigen: Peiling) -> None:
    if is_voorbij(eigen, handeling.now):
        raise Geweigerd("peiling.gesloten")
    if len(scholen.naast(tx, eigen.id)) >= MEESTE:
        raise Geweigerd("school.te_veel", maximum=MEESTE)


def _school(tx: Connection, handeling: Handeling, publiek_id: str) -> Peiling:
    school = peilingen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if school is None or school.naast is None:
        raise Geweigerd("school.onbekend")
    return school


def _lijst(tx: Connection, handeling: Handeling, eigen: Peiling) -> Boodschap:
    links = [
        {"id": s.publiek_id, "naam": s.naam, "aantal": opkomst_van(s.biljetten), "dicht": s.gesloten_op is not None}
        for s in scholen.naast(tx, eigen.id)
    ]
    nog_een = len(links) < MEESTE and not is_voorbij(eigen, handeling.now)
    data = {"id": eigen.publiek_id, "vraag": eigen.vraag, "links": links, "nog_een": nog_een}
    return Boodschap("school.lijst", data)


def _link(tx: Connection, handeling: Handeling, school: Peiling, melding: str | None = None) -> Boodschap:
    eigen = peilingen.zoek(tx, handeling.wijk, id=school.naast)
    vast = {"id": school.publiek_id, "naam": school.school, "op": stemresultaat.einde(school).isoformat()}
    vast |= {"peiling": eigen.publiek_id if eigen else ""}
    if is_voorbij(school, handeling.now):
        return Boodschap("school.voorbij", vast, melding=melding)
    return Boodschap("school.link", {**vast, "vraag": school.vraag}, melding=melding)

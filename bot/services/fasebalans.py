"""How a stage ends: the organisator draws up the balance, a second person confirms it, and the traject goes on, back
or stops. What was still open then is kept with it. Telling residents: `fasenieuws`; the questions: `evaluatie`.
"""

from datetime import date
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.trajecten import Fase
from bot.services import checklist, evaluatie, fasenieuws, lezers, trajectstand, voorstel
from bot.services.faseplek import Plek, eis_bezig, zoek
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, wie_handelt
from bot.services.onderbouwing import niet_later
from bot.services.trajectstand import fasen_data
from bot.storage import accounts, fasebalansen, trajecten, wekkers
from bot.storage.accounts import Wie

SOORT = "fasebalans"
UITKOMSTEN = ("verder", "terug", "stop")


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for the balance of a stage that runs."""
    eis_bezig(tx, handeling, publiek_id, ORGANISATOR)
    return open_formulier(tx, handeling, FORMULIER, {"fase": publiek_id})


def eerdere(plek: Plek) -> list[Fase]:
    """Return the stages to which one can go back: those before it, in their order."""
    voor = plek.stand.traject.voor(plek.gang.sleutel)
    return [fase for fase in plek.stand.traject.fasen if fase.naam in voor]


def _naar(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    return [(fase.naam, fase.naam) for fase in eerdere(zoek(tx, handeling.wijk, data["fase"]))]


def _eerdere_data(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    plek = zoek(tx, handeling.wijk, data["fase"])
    return {"fasen": fasen_data(plek.stand, eerdere(plek))}


def _lees_dag(tekst: str, handeling: Handeling) -> str:
    return niet_later(handeling, lezers.datum(tekst, handeling))


def _eigen(data: dict[str, Any]) -> str | None:
    """Return what residents read in the organisator's own words."""
    eigen: str | None = data.get("waarom_stop") or data.get("eigen")
    return eigen


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    """Return what one reads before one agrees: also to which stage, and what is open now."""
    _, plek = eis_bezig(tx, handeling, data["fase"], ORGANISATOR)
    return _te_lezen(tx, plek, data)


def _te_lezen(tx: Connection, plek: Plek, data: dict[str, Any]) -> dict[str, Any]:
    naar = [plek.stand.traject.fase(data["naar"])] if data["uitkomst"] == "terug" else []
    return {
        "van": plek.data,
        "terug_naar": fasen_data(plek.stand, naar),
        "eigen_woorden": _eigen(data),
        "open_taken": checklist.open_taken(tx, plek),
    }


def _stel_voor(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    _, plek = eis_bezig(tx, handeling, data["fase"], ORGANISATOR)
    _eis_naar(plek, data)
    lezen = [["fasebalans.lezen", {**data, **_te_lezen(tx, plek, data)}]]
    return voorstel.stel_voor(tx, handeling, wie, SOORT, data, lezen=lezen)


def _eis_naar(plek: Plek, data: dict[str, Any]) -> None:
    if data["uitkomst"] == "terug" and data["naar"] not in {fase.naam for fase in eerdere(plek)}:
        raise Geweigerd("fase.geen_eerdere")


@voorstel.voert_uit(SOORT)
def _eindig(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    if ORGANISATOR not in accounts.van_id(tx, handeling.wijk, gemaakt_door).rollen:  # another role is not enough
        raise Geweigerd("voorstel.maker_weg")
    plek = zoek(tx, handeling.wijk, data["fase"])
    if not plek.gang.bezig or plek.stand.loopt.gestopt_op is not None:
        raise Geweigerd("fase.niet_bezig")
    _eis_naar(plek, data)
    open_taken = checklist.open_taken(tx, plek)
    naar = _ga(tx, handeling, plek, data)
    nieuw = fasebalansen.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=handeling.id("balans"),
        fase=plek.gang.id,
        uitkomst=data["uitkomst"],
        naar=naar,
        toelichting=data["toelichting"],
        eigen=_eigen(data),
        open_taken=open_taken,
        beslist=plek.fase.beslist,
        dag=date.fromisoformat(data["dag"]),
        op=handeling.now,
        gemaakt_door=gemaakt_door,
        bevestigd_door=wie_handelt(tx, handeling).account,
    )
    wekkers.zet(tx, handeling.wijk, fasenieuws.WEKKER, nieuw, handeling.now)
    evaluatie.vraag(tx, handeling, plek)


def _ga(tx: Connection, handeling: Handeling, plek: Plek, data: dict[str, Any]) -> list[str]:
    """Let the traject go on, back or stop; return the keys of the stages that begin with it."""
    if data["uitkomst"] == "verder":
        return [fase.naam for fase in trajectstand.verder(tx, handeling, plek.gang, "verder")]
    if data["uitkomst"] == "terug":
        trajectstand.terug(tx, handeling, plek.gang, data["naar"], "terug")
        return [data["naar"]]
    for gang in trajecten.bezig(tx, plek.stand.loopt.id):
        trajecten.zet_fase(tx, gang.id, geeindigd_op=handeling.now, uitkomst="stop")
    trajecten.stop(tx, plek.stand.loopt.id, handeling.now)
    return []


def _is(uitkomst: str, *, niet: bool = False) -> Any:
    return lambda data: (data.get("uitkomst") == uitkomst) != niet


FORMULIER = Formulier(
    SOORT,
    (
        Veld("uitkomst", keuzes=UITKOMSTEN),
        Veld("naar", haal=_naar, als=_is("terug"), toont="fasebalans.naar", bekijk=_eerdere_data),
        Veld("dag", _lees_dag),
        Veld("toelichting", lezers.alinea_tot(600)),
        Veld("waarom_stop", lezers.alinea_tot(600), als=_is("stop")),
        Veld("eigen", lezers.alinea_tot(600), als=_is("stop", niet=True), mag_over=True),
    ),
    (ORGANISATOR,),
    _stel_voor,
    bekijk=_bekijk,
)

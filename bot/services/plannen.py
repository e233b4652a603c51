"""Planning a bijeenkomst, or a series of them: the form, and what is set in motion when it is placed."""

from datetime import datetime, time
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import reeks
from bot.rules.doelgroep import WIJK
from bot.rules.herinneringen import VAN_BIJEENKOMST, herinneringen
from bot.rules.momenten import eind_van, lees_tijd
from bot.services import doelgroep
from bot.services.bijeenkomst import MAKERS, SOORTEN, toon_aan
from bot.services.formulier import Formulier, Veld
from bot.services.handeling import Handeling
from bot.services.lezers import getal, moment, of_weiger, tekst_tot
from bot.services.plaatsing import met_tweede
from bot.storage import bijeenkomsten, doelgroepen, wekkers
from bot.storage.accounts import Wie
from bot.storage.bijeenkomsten import Bijeenkomst

T = TypeVar("T")
GASTEN = ("0", "1", "2", "3")


def kolommen(data: dict[str, Any], zone: ZoneInfo) -> dict[str, Any]:
    """Return what can be changed in a meeting, from the answers of a form.

    Raises:
        Geweigerd: the end does not go with the beginning.
    """
    begin = datetime.fromisoformat(data["begin"])
    uur = data.get("eind")
    noord, _, oost = (data.get("kaart") or "").partition(",")
    return {
        "titel": data["titel"],
        "begin": begin,
        "eind": of_weiger(lambda: eind_van(begin, time.fromisoformat(uur), zone)) if uur else None,
        "plaats": data["plaats"],
        "capaciteit": data.get("capaciteit"),
        "gasten_max": int(data.get("gasten") or 0),
        "breedtegraad": int(noord) if oost else None,
        "lengtegraad": int(oost) if oost else None,
        "foto": data.get("foto"),
    }


def als_antwoorden(bij: Bijeenkomst, zone: ZoneInfo) -> dict[str, Any]:
    """Return a meeting as the answers of a form: `kolommen` the other way."""
    return {
        "titel": bij.titel,
        "begin": bij.begin.isoformat(),
        "eind": f"{bij.eind.astimezone(zone):%H:%M}" if bij.eind else None,
        "plaats": bij.plaats,
        "capaciteit": bij.capaciteit,
        "gasten": str(bij.gasten_max),
        "kaart": None if bij.breedtegraad is None else f"{bij.breedtegraad},{bij.lengtegraad}",
        "foto": bij.foto,
    }


def zet_herinneringen(tx: Connection, handeling: Handeling, bijeenkomst: int, begin: datetime) -> None:
    """Set the reminders that are still to come, in place of those of another beginning."""
    laat_herinneringen_vervallen(tx, handeling, bijeenkomst)
    for soort, wanneer in herinneringen(begin, handeling.now, handeling.zone):
        wekkers.zorg_voor(tx, handeling.wijk, soort, bijeenkomst, wanneer)


def laat_herinneringen_vervallen(tx: Connection, handeling: Handeling, bijeenkomst: int) -> None:
    """Let no reminder of a meeting come any more."""
    for soort in VAN_BIJEENKOMST:
        wekkers.vervallen(tx, handeling.wijk, soort, bijeenkomst, handeling.now)


def _plan(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    momenten = _momenten(data, handeling.zone)
    if momenten[0] <= handeling.now:  # the preview stayed open too long
        raise Geweigerd("moment.voorbij")
    groep = doelgroep.uit(tx, handeling, data) if "voor" in data else WIJK
    in_reeks = handeling.id("reeks") if len(momenten) > 1 else None
    gemaakt = []
    for nummer, begin in enumerate(momenten):
        nieuw = bijeenkomsten.voeg_toe(
            tx,
            handeling.wijk,
            publiek_id=handeling.id(f"bijeenkomst {nummer}"),
            soort=data["soort"],
            ruimte_voor_vragen=data["vragen"] == "ja",
            deurgeheim=handeling.geheim(f"deurgeheim {nummer}"),
            gemaakt_door=wie.account,
            reeks=in_reeks,
            doelgroep=groep.soort,
            doelgroep_bereik=groep.bereik,
            **kolommen({**data, "begin": begin.isoformat()}, handeling.zone),
        )
        zet_herinneringen(tx, handeling, nieuw, begin)
        gemaakt.append(nieuw)
    wekkers.zet(tx, handeling.wijk, "bijeenkomst_nieuw", gemaakt[0], handeling.now)  # a series is announced as one
    eerste = bijeenkomsten.zoek(tx, handeling.wijk, id=gemaakt[0])
    assert eerste is not None  # noqa: S101 (it was written some lines ago)
    return toon_aan(tx, wie, eerste, melding="bijeenkomst.geplaatst")


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    """Return what the preview shows of the answers, as `als_data` gives a meeting."""
    groep = doelgroep.uit(tx, handeling, data)
    momenten = _momenten(data, handeling.zone)
    return {
        "vragen": data["vragen"] == "ja",
        "voor": [groep.soort, doelgroepen.naam(tx, handeling.wijk, groep)],
        "reeks": [begin.isoformat() for begin in momenten] if len(momenten) > 1 else [],
        **bekijk(data, handeling.zone),
    }


def bekijk(data: dict[str, Any], zone: ZoneInfo) -> dict[str, Any]:
    """Return what a preview shows of the answers that can be changed later too."""
    velden = kolommen(data, zone)
    noord, oost = velden["breedtegraad"], velden["lengtegraad"]
    return {
        "eind": velden["eind"].isoformat() if velden["eind"] else None,
        "gasten_max": velden["gasten_max"],
        "capaciteit": velden["capaciteit"],
        "kaart": None if noord is None else [noord, oost],
        "foto": velden["foto"],
    }


def _momenten(data: dict[str, Any], zone: ZoneInfo) -> list[datetime]:
    begin = datetime.fromisoformat(data["begin"])
    return reeks.momenten(begin, data["herhaal"], data.get("keer") or 2, zone) if data.get("herhaal") else [begin]


def _lees_tijd(tekst: str, handeling: Handeling) -> str:
    return of_weiger(lambda: f"{lees_tijd(tekst):%H:%M}")


WIJZIGBAAR = (
    Veld("eind", _lees_tijd, teksten="bijeenkomst", mag_over=True),
    Veld("capaciteit", getal(1, 2000), teksten="bijeenkomst", mag_over=True),
    Veld("gasten", keuzes=GASTEN, teksten="bijeenkomst"),
    Veld("kaart", neemt="plek", teksten="bijeenkomst", mag_over=True),
    Veld("foto", neemt="foto", teksten="bijeenkomst", mag_over=True),
)
"""What nobody has to fill in, at the making or later."""

FORMULIER = Formulier(
    "bijeenkomst",
    (
        Veld("soort", keuzes=SOORTEN),
        Veld("titel", tekst_tot(100)),
        Veld("begin", moment),
        Veld("plaats", tekst_tot(200)),
        *doelgroep.VELDEN,
        Veld("vragen", keuzes=("ja", "nee")),
    ),
    MAKERS,
    met_tweede("bijeenkomst", _plan, lambda data: {"titel": data["titel"], "moment": data["begin"]}),
    extra=(
        *WIJZIGBAAR,
        Veld("herhaal", keuzes=reeks.RITMES, mag_over=True, daarna="keer"),
        Veld("keer", getal(2, reeks.MEESTE), als=lambda data: data.get("herhaal") is not None),
    ),
    bekijk=_bekijk,
)

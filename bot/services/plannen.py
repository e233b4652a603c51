"""Planning a bijeenkomst, or a series of them: the form, and what is set in motion when it is placed."""

from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from berichten.leeswoorden import leeswoorden
from bot.errors import Geweigerd
from bot.rules import reeks
from bot.rules.bijeenkomstsoorten import SOORTEN, Soort
from bot.rules.herinneringen import VAN_BIJEENKOMST, herinneringen
from bot.rules.momenten import eind_van, lees_tijd
from bot.services import doelgroep, tevredenheid
from bot.services.bijeenkomst import MAKERS, toon_aan
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.handeling import Handeling
from bot.services.lezers import getal, link, moment, of_weiger, tekst_tot
from bot.services.plaatsing import met_tweede
from bot.storage import bijeenkomsten, doelgroepen, wekkers
from bot.storage.accounts import Wie
from bot.storage.bijeenkomsten import Bijeenkomst

GASTEN = ("0", "1", "2", "3")
ONLINE = "Online"
"""Where an online meeting is, in every language."""


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
        "plaats": data.get("plaats") or ONLINE,
        "link": data.get("link"),
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
        "plaats": None if SOORTEN[bij.soort].online else bij.plaats,
        "link": bij.link,
        "capaciteit": bij.capaciteit,
        "gasten": str(bij.gasten_max),
        "kaart": None if bij.breedtegraad is None else f"{bij.breedtegraad},{bij.lengtegraad}",
        "foto": bij.foto,
    }


def zet_herinneringen(tx: Connection, handeling: Handeling, bijeenkomst: int, soort: str, begin: datetime) -> None:
    """Set the reminders of a kind of meeting that are still to come, in place of those of another beginning."""
    laat_herinneringen_vervallen(tx, handeling, bijeenkomst)
    if SOORTEN[soort].deur:
        tevredenheid.plan(tx, handeling.wijk, bijeenkomst, begin, handeling.now, handeling.zone)
    for welke, wanneer in herinneringen(begin, handeling.now, handeling.zone):
        if welke in SOORTEN[soort].herinneringen:
            wekkers.zorg_voor(tx, handeling.wijk, welke, bijeenkomst, wanneer)


def laat_herinneringen_vervallen(tx: Connection, handeling: Handeling, bijeenkomst: int) -> None:
    """Let no reminder of a meeting come any more, and nobody be asked what they thought of it."""
    for soort in (*VAN_BIJEENKOMST, tevredenheid.SOORT):
        wekkers.vervallen(tx, handeling.wijk, soort, bijeenkomst, handeling.now)


def _plan(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    data = _aangevuld(data, handeling.zone)
    momenten = _momenten(data, handeling.zone)
    if momenten[0] <= handeling.now:  # the preview stayed open too long
        raise Geweigerd("moment.voorbij")
    groep = doelgroep.uit(tx, handeling, data)
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
        zet_herinneringen(tx, handeling, nieuw, data["soort"], begin)
        gemaakt.append(nieuw)
    wekkers.zet(tx, handeling.wijk, "bijeenkomst_nieuw", gemaakt[0], handeling.now)  # a series is announced as one
    eerste = bijeenkomsten.zoek(tx, handeling.wijk, id=gemaakt[0])
    assert eerste is not None  # noqa: S101 (it was written some lines ago)
    return toon_aan(tx, handeling, wie, eerste, melding="bijeenkomst.geplaatst")


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    """Return what the preview shows of the answers, as `als_data` gives a meeting."""
    data = _aangevuld(data, handeling.zone)
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
        "plaats": velden["plaats"],
        "gasten_max": velden["gasten_max"],
        "capaciteit": velden["capaciteit"],
        "kaart": None if noord is None else [noord, oost],
        "foto": velden["foto"],
    }


def _soort(data: dict[str, Any]) -> Soort:
    """Return the kind of meeting; a change that was being filled in before kinds had defaults names none."""
    return SOORTEN[data.get("soort", "informatieavond")]


def _aangevuld(data: dict[str, Any], zone: ZoneInfo) -> dict[str, Any]:
    """Return the answers with, for what was not asked, what the kind of meeting brings with it."""
    soort, vast = _soort(data), {"voor": "wijk"}
    if soort.voor is not None:
        vast["voor"] = soort.voor
    if soort.minuten is not None:
        eind = datetime.fromisoformat(data["begin"]) + timedelta(minutes=soort.minuten)
        vast["eind"] = f"{eind.astimezone(zone):%H:%M}"
    if _een_van(data.get("voor")) and "welke" not in data:  # went back when it was asked which
        data = {naam: waarde for naam, waarde in data.items() if naam != "voor"}
    vragen = data.get("vragen", soort.vragen) if soort.vragen != "nooit" else "nee"
    return {**vast, **data, "vragen": vragen}


def _momenten(data: dict[str, Any], zone: ZoneInfo) -> list[datetime]:
    begin = datetime.fromisoformat(data["begin"])
    return reeks.momenten(begin, data["herhaal"], data.get("keer") or 2, zone) if data.get("herhaal") else [begin]


def _lees_tijd(tekst: str, handeling: Handeling) -> str:
    return of_weiger(lambda: f"{lees_tijd(tekst, leeswoorden()):%H:%M}")


def _vraagt_voor(data: dict[str, Any]) -> bool:
    return _soort(data).voor is None


def _een_van(voor: str | None) -> bool:
    return voor in {"werkgroep", "straat"}


def _welke(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    assert _WELKE.haal is not None  # noqa: S101 (it has buttons)
    return _WELKE.haal(tx, handeling, {"voor": _soort(data).voor, **data})


def _bekijk_welke(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    """Say what the buttons of `_welke` name, also where the kind says for whom it is."""
    assert _WELKE.bekijk is not None  # noqa: S101 (it names werkgroepen)
    return _WELKE.bekijk(tx, handeling, {"voor": _soort(data).voor, **data})


_MET_TWEEDE = met_tweede("bijeenkomst", _plan, _bekijk, lambda data: {"titel": data["titel"], "moment": data["begin"]})


def _einde(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    """For whom it is, its kind may say: so the answers are complete before anybody asks whether that may be."""
    return _MET_TWEEDE(tx, handeling, wie, _aangevuld(data, handeling.zone))


_VOOR, _WELKE = doelgroep.VELDEN
_PLEKKEN = Veld("capaciteit", getal(1, 2000), teksten="bijeenkomst", mag_over=True)
_LINK = Veld("link", link, teksten="bijeenkomst", als=lambda data: _soort(data).online, mag_over=True)
_PLAATS = Veld("plaats", tekst_tot(200), teksten="bijeenkomst", als=lambda data: not _soort(data).online)
WIJZIGBAAR = (
    Veld("eind", _lees_tijd, teksten="bijeenkomst", mag_over=True),
    _PLEKKEN,
    Veld("gasten", keuzes=GASTEN, teksten="bijeenkomst"),
    Veld("kaart", neemt="plek", teksten="bijeenkomst", mag_over=True),
    Veld("foto", neemt="foto", teksten="bijeenkomst", mag_over=True),
)
"""What nobody has to fill in, at the making or later."""
PLEK = (_PLAATS, _LINK)
"""Where it is: a place, or of an online meeting its link."""

FORMULIER = Formulier(
    "bijeenkomst",
    (
        Veld("soort", keuzes=tuple(SOORTEN)),
        Veld("titel", tekst_tot(100)),
        Veld("begin", moment),
        *PLEK,
        replace(_VOOR, als=_vraagt_voor, daarna="welke"),
        replace(
            _WELKE, haal=_welke, bekijk=_bekijk_welke, als=lambda data: _een_van(_soort(data).voor or data.get("voor"))
        ),
        replace(_PLEKKEN, als=lambda data: _soort(data).plekken),
    ),
    MAKERS,
    _einde,
    extra=(
        *WIJZIGBAAR,
        Veld("vragen", keuzes=("ja", "nee"), als=lambda data: _soort(data).vragen != "nooit"),
        replace(_VOOR, als=lambda data: not _vraagt_voor(data), daarna="welke"),
        replace(
            _WELKE,
            haal=_welke,
            bekijk=_bekijk_welke,
            als=lambda data: not _vraagt_voor(data) and _een_van(data.get("voor")),
        ),
        Veld("herhaal", keuzes=reeks.RITMES, mag_over=True, daarna="keer"),
        Veld("keer", getal(2, reeks.MEESTE), als=lambda data: data.get("herhaal") is not None),
    ),
    bekijk=_bekijk,
)

"""Asking by poll: the form, the list, and ending one before its time. Voting and the result are in `stemmen`."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import ALLE_GELEDINGEN, EIGENDOM
from bot.rules.geleding import GELEDING, IEDER, uit_functie
from bot.rules.herinneringen import stemherinnering
from bot.rules.peilingen import METHODEN
from bot.rules.peilingvorm import antwoorden_van, opzet_uit
from bot.rules.selectie import ruw
from bot.services import (
    bobwacht,
    doelgroep,
    inbreng,
    peilingbeheer,
    peilingextra,
    peilingsteun,
    peilingversie,
    peilingvorm,
    stemresultaat,
)
from bot.services.bladzij import blader
from bot.services.formulier import VAST, Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import (
    BEGELEIDER,
    ORGANISATOR,
    TREKKER,
    Handeling,
    eis_deelnemer,
    eis_rol,
    mag_voor,
    wie_handelt,
)
from bot.services.kiezer import is_voorbij, komt_nog, ziet_van
from bot.services.lezers import moment, tekst_tot
from bot.services.plaatsing import met_tweede
from bot.services.stemmen import toon_peiling
from bot.storage import (
    doelgroepen,
    geledingen,
    peilingconcepten,
    peilingen,
    peilingversies,
    stemmers,
    stemvellen,
    wekkers,
)
from bot.storage.accounts import Wie
from bot.storage.peilingen import Peiling

IN_LIJST = 8
CONCEPT = "concept"
"""In what is filled in: the draft that it began with."""


def mag_besluit(wie: Wie, besluit: str) -> bool:
    """Say whether someone may ask this: what counts as being heard on the decision, those who run the traject ask."""
    return besluit == "nee" or bool(wie.rollen & {BEGELEIDER, ORGANISATOR})


def _open(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    if not mag_besluit(wie, data.get("besluit", "nee")):
        raise Geweigerd("rol_nodig")
    if (waarom := bobwacht.vraag_waarom(tx, handeling, FORMULIER, data)) is not None:
        return waarom
    voor, opzet = doelgroep.uit(tx, handeling, data), opzet_uit(data)
    if uit_functie(voor) and voor.bereik not in {een.bereik for een in geledingen.leden(tx, handeling.wijk)}:
        raise Geweigerd("peiling.geleding_vacant")
    vast = {
        "vraag": data["vraag"],
        "over_besluit": data.get("besluit") == "ja",
        "methode": data["methode"],
        "instellingen": dict(opzet.instellingen),
        "live": data.get("live") == "ja",
        "weging": data["weging"] if voor == ALLE_GELEDINGEN else IEDER,
        "met_naam": voor.soort == "werkgroep" and data.get("met_naam") == "ja",
        "vervolg_op": _vorige(tx, handeling, wie, data["vervolg"]).id if "vervolg" in data else None,
        "doelgroep": voor.soort,
        "doelgroep_bereik": voor.bereik,
        **peilingextra.kolommen(data, handeling),
        **bobwacht.kolommen(tx, handeling, data),
    }
    if vast["over_besluit"]:
        peilingsteun.eis_antwoorden(tx, handeling.wijk, data["vraag"], data["methode"], opzet)
    if METHODEN[data["methode"]].aandragen(opzet) == "vooraf" and not data.get("opent_op"):
        raise Geweigerd("peiling.wanneer_insturen")
    oud = peilingversie.oude(tx, handeling, wie, data, vast)
    if oud is not None:
        _beeindig(tx, handeling, oud, None)
    else:  # of a version it stays as it was
        peilingextra.eis_uitslag(wie, vast)
    nieuw = peilingen.voeg_toe(
        tx,
        handeling.wijk,
        [(handeling.id(f"optie {plaats}"), tekst) for plaats, tekst in enumerate(opzet.opties)],
        publiek_id=handeling.id("peiling"),
        gemaakt_door=wie.account,
        **vast | peilingversie.kolommen(oud, data),
    )
    opent_op, sluit_op = vast["opent_op"] or handeling.now, vast["sluit_op"]
    wekkers.zet(tx, handeling.wijk, "peiling_nieuw", nieuw, opent_op)
    wekkers.zet(tx, handeling.wijk, "peiling_sluit", nieuw, sluit_op)
    if herinnering := stemherinnering(opent_op, sluit_op, handeling.zone):
        wekkers.zet(tx, handeling.wijk, "peiling_herinnering", nieuw, herinnering)
    if CONCEPT in data:
        peilingconcepten.gooi_weg(tx, handeling.wijk, wie.account, data[CONCEPT])
    gemaakt = peilingen.zoek(tx, handeling.wijk, id=nieuw)
    melding = "peiling.gepland" if vast["opent_op"] else "peiling.geplaatst"
    return toon_peiling(tx, handeling, wie, gemaakt, melding=melding)


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    groep = doelgroepen.naam(tx, handeling.wijk, doelgroep.uit(tx, handeling, data))
    if data["voor"] not in EIGENDOM:
        return {"groep": groep}
    return {"groep": groep, "onbekend": ruw(doelgroepen.tel_zonder_eigendom(tx, handeling.wijk))}


def _concepten(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    return {"concepten": peilingconcepten.tel(tx, handeling.wijk, wie_handelt(tx, handeling).account)}


FORMULIER = Formulier(
    "peiling",
    (
        Veld("methode", keuzes=tuple(METHODEN), toont="peiling.hoe", bekijk=_concepten),
        Veld("vraag", tekst_tot(300)),
        *peilingvorm.velden(METHODEN),
        *doelgroep.VAN_PEILING,
        Veld("weging", keuzes=(GELEDING, IEDER), als=lambda data: data.get("voor") == "geleding"),
        Veld("met_naam", keuzes=("nee", "ja"), als=lambda data: data.get("voor") == "werkgroep"),
        Veld("sluit_op", moment),
        Veld("live", keuzes=("nee", "ja"), als=lambda data: data.get("weging") != GELEDING),
        Veld("besluit", keuzes=("nee", "ja"), mag=mag_besluit, als=lambda d: d.get("voor") != doelgroep.EEN_GELEDING),
        bobwacht.VELD,
        peilingversie.VELD,
    ),
    (TREKKER, BEGELEIDER, ORGANISATOR),
    met_tweede("peiling", _open, _bekijk, lambda data: {"vraag": data["vraag"]}),
    extra=(*peilingvorm.niet_verplicht(METHODEN), *peilingextra.VELDEN),
    bekijk=_bekijk,
)


def opnieuw(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form to ask the same people the same again; only what is of its own time is asked.

    Raises:
        Geweigerd: there is no such poll that closed, or it is not theirs to ask.
    """
    wie = eis_rol(tx, handeling, *FORMULIER.rollen)
    vorige = _vorige(tx, handeling, wie, publiek_id)
    opzet = peilingvorm.lees_opzet(tx, vorige)
    bleek = stemresultaat.voor_iedereen(tx, vorige, opzet)
    vast = antwoorden_van(vorige.methode, opzet, bleek) | doelgroep.antwoorden(tx, handeling, vorige.voor)
    vast["vraag"] = vorige.vraag
    if vorige.voor == ALLE_GELEDINGEN:
        vast["weging"] = vorige.weging
    for anders in peilingvorm.ander_in_ronde(vorige.methode):
        vast.pop(anders, None)
    if METHODEN[vorige.methode].GROEPEERT:
        vast[f"{vorige.methode}.toegevoegd"] = inbreng.toegevoegd(tx, vorige.id)
    return open_formulier(tx, handeling, FORMULIER, {**vast, "vervolg": publiek_id, VAST: list(vast)})


def _vorige(tx: Connection, handeling: Handeling, wie: Wie, publiek_id: str) -> Peiling:
    peiling = peilingen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if peiling is None or peiling.naast is not None or peiling.ingetrokken or not is_voorbij(peiling, handeling.now):
        raise Geweigerd("peiling.onbekend")
    if not METHODEN[peiling.methode].OPNIEUW or not mag_voor(wie, peiling.voor):
        raise Geweigerd("rol_nodig")
    return peiling


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0) -> Boodschap:
    """Show a page of the polls that are open and, after those, that closed, to who takes part or works here."""
    wie = eis_deelnemer(tx, handeling)
    ziet = ziet_van(tx, wie)
    gevonden, rond = blader(
        lambda hoeveel, na: peilingen.recente(tx, handeling.wijk, ziet, hoeveel, na), bladzij, IN_LIJST
    )
    vervangen = peilingversies.vervangen(tx, [p.id for p in gevonden])
    gestemd = stemmers.stemde_in(tx, [p.id for p in gevonden], wie.account, wie.bewoner)
    regels = [
        {
            "id": p.publiek_id,
            "vraag": p.vraag,
            "staat": "vervangen" if p.id in vervangen else _staat(p, handeling.now, gestemd=p.id in gestemd),
            **({"opent_op": p.opent_op.isoformat()} if p.opent_op else {}),
        }
        for p in gevonden
    ]
    return Boodschap("peiling.lijst", {"peilingen": regels, **rond})


def sluit(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Close an open poll before its time, after a question whether one is sure; everyone gets the result."""
    wie, peiling = peilingbeheer.eis(tx, handeling, publiek_id)
    if komt_nog(peiling, handeling.now):  # nothing came out of it yet
        return trek_in(tx, handeling, publiek_id, zeker=zeker)
    if is_voorbij(peiling, handeling.now):
        return toon_peiling(tx, handeling, wie, peiling)
    if not zeker:
        open_ = inbreng.tel(tx, peiling)[1] if METHODEN[peiling.methode].BEANTWOORD else 0
        wacht = sum(stemvellen.wachtenden(tx, peiling.id).values())
        data: dict[str, Any] = {"id": publiek_id, "vraag": peiling.vraag, "methode": peiling.methode}
        data |= {"daad": "sluit", "open": open_, "papier": wacht}
        return Boodschap("peiling.zeker", data)
    _beeindig(tx, handeling, peiling, "peiling_uitslag")
    return toon_peiling(
        tx, handeling, wie, peilingen.zoek(tx, handeling.wijk, id=peiling.id), melding="peiling.nu_gesloten"
    )


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Withdraw an open poll, after a question whether one is sure: no result, and who voted hears it.

    The evidence that people took part stays. Their ballots stay too, cut loose from them, and are shown nowhere.
    """
    wie, peiling = peilingbeheer.eis(tx, handeling, publiek_id)
    if is_voorbij(peiling, handeling.now):
        return toon_peiling(tx, handeling, wie, peiling)
    if not zeker:
        return Boodschap("peiling.zeker", {"id": publiek_id, "vraag": peiling.vraag, "daad": "weg"})
    _beeindig(tx, handeling, peiling, "peiling_ingetrokken")
    return toon_peiling(tx, handeling, wie, peilingen.zoek(tx, handeling.wijk, id=peiling.id))


def _beeindig(tx: Connection, handeling: Handeling, peiling: Peiling, bericht: str | None) -> None:
    """End a poll: with its result, as withdrawn, or (None) because a new version says it all."""
    peilingen.sluit(tx, peiling.id, handeling.now, ingetrokken=bericht != "peiling_uitslag")
    for nog in ("peiling_nieuw", "peiling_sluit", "peiling_herinnering"):
        wekkers.vervallen(tx, handeling.wijk, nog, peiling.id, handeling.now)
    if bericht is not None:
        wekkers.zet(tx, handeling.wijk, bericht, peiling.id, handeling.now)


def _staat(peiling: Peiling, now: datetime, *, gestemd: bool) -> str:
    if peiling.ingetrokken:
        return "ingetrokken"
    if is_voorbij(peiling, now):
        return "gesloten"
    return "komt" if komt_nog(peiling, now) else "gestemd" if gestemd else "open"

"""Making a draft of a plan: in chat section by section or from a file; and publishing it with a second person."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.canoniek import canoniek
from bot.rules.conceptbestand import MEEST_DELEN, TEKST_LENGTE, TITEL_LENGTE, Conceptbestand
from bot.rules.doelgroep import WIJK
from bot.rules.pacing import Baan
from bot.services import lezers, stukken, voorstel
from bot.services.bezorging import NIETS, TE_LAAT, Geval, Lading, Vers
from bot.services.concept import als_data, eis_deel, eis_leesbaar, lijst, toon
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.storage import accounts, concepten, doelgroepen, wekkers
from bot.storage.accounts import Wie
from bot.storage.concepten import Concept, Deel

SOORTEN = ("buurtplan", "wup", "anders")
WEKKER = "concept_nieuw"


def uit_bestand(
    tx: Connection, wijk: int, bestand: Conceptbestand, ids: list[str], *, soort: str, tot: datetime
) -> Concept:
    """Make a file the draft that is not published yet: of a plan that was, its next version.

    A section goes on in the one of the version before with the same heading.

    Args:
        ids: fresh publiek_ids, one for the draft and one for each section.
    """
    alle = [een for een in concepten.alle(tx, wijk, ook_ongepubliceerd=True) if een.titel == bestand.titel]
    vorige = next((een for een in alle if een.gepubliceerd_op is not None), None)
    for klad in alle:
        if klad.gepubliceerd_op is None:
            concepten.gooi_weg(tx, klad.id)
    nummer = concepten.voeg_toe(
        tx,
        wijk,
        publiek_id=ids[0],
        soort=soort,
        titel=bestand.titel,
        versie=vorige.versie + 1 if vorige else 1,
        vorige=vorige and vorige.id,
        tot=tot,
    )
    toen = {deel.titel: deel.id for deel in concepten.delen(tx, vorige.id)} if vorige else {}
    for publiek_id, deel in zip(ids[1:], bestand.delen, strict=True):
        was = toen.pop(deel.titel, None)
        concepten.voeg_deel_toe(tx, wijk, nummer, publiek_id=publiek_id, titel=deel.titel, tekst=deel.tekst, was=was)
    gemaakt = concepten.zoek(tx, wijk, id=nummer)
    assert gemaakt is not None  # noqa: S101 (it was written a moment ago)
    return gemaakt


def begin_versie(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Begin the next version of a published draft, with the same sections; one that was begun is shown."""
    wie = eis_rol(tx, handeling, ORGANISATOR)
    _, een = eis_leesbaar(tx, handeling, publiek_id)
    if een.gepubliceerd_op is None:
        raise Geweigerd("concept.onbekend")
    if (al := concepten.opvolger(tx, een.id)) is not None:
        return toon(tx, handeling, al)
    nieuw = handeling.id("concept")
    nummer = concepten.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=nieuw,
        soort=een.soort,
        titel=een.titel,
        versie=een.versie + 1,
        vorige=een.id,
        tot=een.tot,
        gemaakt_door=wie.account,
    )
    for deel in concepten.delen(tx, een.id):
        velden = {"publiek_id": handeling.id(f"deel/{deel.id}"), "titel": deel.titel, "tekst": deel.tekst}
        concepten.voeg_deel_toe(tx, handeling.wijk, nummer, **velden, was=deel.id)
    return toon(tx, handeling, nieuw, melding="concept.nieuwe_versie")


def begin_deel(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for one more section."""
    een = _eis_klad(tx, handeling, publiek_id)
    if len(concepten.delen(tx, een.id)) >= MEEST_DELEN:
        raise Geweigerd("concept.te_veel_delen", maximum=MEEST_DELEN)
    return open_formulier(tx, handeling, DEEL, {"concept": publiek_id})


def begin_wijzigen(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for other words of a section."""
    _, een, _ = eis_deel(tx, handeling, publiek_id)
    _eis_klad(tx, handeling, een.publiek_id)
    return open_formulier(tx, handeling, DEEL, {"concept": een.publiek_id, "deel": publiek_id})


def begin_term(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for another term or document."""
    _eis_klad(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, TERM, {"concept": publiek_id})


def haal_deel_weg(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Take a section out, after a question whether one is sure."""
    _, een, deel = eis_deel(tx, handeling, publiek_id)
    _eis_klad(tx, handeling, een.publiek_id)
    if not zeker:
        return Boodschap("concept.zeker_deel", {"id": publiek_id, "titel": deel.titel})
    concepten.haal_deel_weg(tx, deel)
    return toon(tx, handeling, een.publiek_id, melding="concept.deel_weg")


def gooi_weg(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Throw away one that was not published, after a question whether one is sure."""
    een = _eis_klad(tx, handeling, publiek_id)
    if not zeker:
        return Boodschap("concept.zeker", als_data(een, handeling))
    concepten.gooi_weg(tx, een.id)
    return lijst(tx, handeling, melding="concept.weg")


def vraag_publicatie(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask a second person to publish it as it stands now."""
    wie, een = eis_rol(tx, handeling, ORGANISATOR), _eis_klad(tx, handeling, publiek_id)
    merk = _te_publiceren(tx, handeling, een)
    kaal = dict.fromkeys(("bewerkt", "vervolgt", "antwoordt", "meer"), False)
    lezen = [["concept.een", {**toon(tx, handeling, publiek_id).data, **kaal}]]
    data = {"concept": publiek_id, "merk": merk}
    velden = {"titel": een.titel, "tot_moment": een.tot.isoformat(), "lezen": lezen}
    return voorstel.stel_voor(tx, handeling, wie, "concept", data, uiterlijk=een.tot, **velden)


@voorstel.voert_uit("concept")
def _publiceer(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    een = concepten.zoek(tx, handeling.wijk, publiek_id=data["concept"])
    if een is None or een.gepubliceerd_op is not None:
        raise Geweigerd("concept.onbekend")
    if ORGANISATOR not in accounts.van_id(tx, handeling.wijk, gemaakt_door).rollen:
        raise Geweigerd("voorstel.maker_weg")
    if _te_publiceren(tx, handeling, een) != data["merk"]:
        raise Geweigerd("concept.intussen_gewijzigd")
    concepten.zet(tx, een.id, gepubliceerd_op=handeling.now)
    wekkers.zet(tx, handeling.wijk, WEKKER, een.id, handeling.now)


def nieuw(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Tell everyone who wants to hear of the neighbourhood that there is a draft to react to."""
    een = concepten.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if een is None or een.gepubliceerd_op is None or een.opgevolgd:
        return NIETS
    if geval.now >= een.tot:
        return TE_LAAT
    naar = doelgroepen.accounts_van(tx, geval.wijk, WIJK, geval.wekker.na_account, hoeveel)
    data = {**_kern(een), "staat": "open"}
    return Lading(naar, Boodschap("concept.nieuw", data), Baan.UITZENDING, over="buurt", niet_na=een.tot)


def ververs(tx: Connection, wijk: int, publiek_id: str, accounts_: Sequence[int], now: datetime) -> Vers | None:
    """Return the announcement of one as it stands now; None when nobody can react any more."""
    een = concepten.zoek(tx, wijk, publiek_id=publiek_id)
    if een is None or een.opgevolgd or now >= een.tot:
        return None
    return Vers(Boodschap("concept.nieuw", {**_kern(een), "staat": "open"}), een.tot, None)


def _kern(een: Concept) -> dict[str, Any]:
    velden = ("soort", "titel", "versie", "stuk")
    return {"id": een.publiek_id, "tot": een.tot.isoformat(), **{naam: getattr(een, naam) for naam in velden}}


def _te_publiceren(tx: Connection, handeling: Handeling, een: Concept) -> str:
    """Return a mark of all that residents will read.

    Raises:
        Geweigerd: there are no sections, or the term is over already.
    """
    delen = concepten.delen(tx, een.id)
    if not delen:
        raise Geweigerd("concept.geen_delen")
    if een.tot <= handeling.now:
        raise Geweigerd("concept.term_voorbij")
    inhoud = [een.titel, een.tot.isoformat(), een.stuk or "", *([deel.titel, deel.tekst] for deel in delen)]
    return hashlib.sha256(canoniek({"concept": inhoud}).encode()).hexdigest()


def _eis_klad(tx: Connection, handeling: Handeling, publiek_id: str) -> Concept:
    """Return one that an organisator may still change."""
    eis_rol(tx, handeling, ORGANISATOR)
    een = concepten.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if een is None:
        raise Geweigerd("concept.onbekend")
    if een.gepubliceerd_op is not None:
        raise Geweigerd("concept.al_gepubliceerd")
    return een


def _maak(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    stuk, publiek_id = stukken.bestaand(tx, handeling, data.get("stuk")), handeling.id("concept")
    velden = {"soort": data["soort"], "titel": data["titel"], "tot": _term(handeling, data), "versie": 1}
    velden |= {"stuk": stuk and stuk.id, "gemaakt_door": wie.account}
    concepten.voeg_toe(tx, handeling.wijk, publiek_id=publiek_id, **velden)
    return toon(tx, handeling, publiek_id, melding="concept.begonnen")


def _zet_term(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een, stuk = _eis_klad(tx, handeling, data["concept"]), stukken.bestaand(tx, handeling, data.get("stuk"))
    erbij = {"stuk": stuk.id} if stuk else {}
    concepten.zet(tx, een.id, tot=_term(handeling, data), **erbij)
    return toon(tx, handeling, data["concept"], melding="concept.bewaard")


def _zet_deel(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    een = _eis_klad(tx, handeling, data["concept"])
    tekst = {"titel": data["titel"], "tekst": data["tekst"]}
    if "deel" in data:
        concepten.wijzig_deel(tx, _eigen_deel(tx, handeling, een, data["deel"]).id, **tekst)
    else:
        concepten.voeg_deel_toe(tx, handeling.wijk, een.id, publiek_id=handeling.id("deel"), **tekst)
    return toon(tx, handeling, data["concept"], melding="concept.bewaard")


def _eigen_deel(tx: Connection, handeling: Handeling, een: Concept, publiek_id: str) -> Deel:
    gevonden = concepten.deel(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None or gevonden.concept != een.id:
        raise Geweigerd("concept.onbekend")
    return gevonden


def _term(handeling: Handeling, data: dict[str, Any]) -> datetime:
    tot = datetime.fromisoformat(data["tot"])
    if tot <= handeling.now:
        raise Geweigerd("moment.voorbij")
    return tot


_TOT = Veld("tot", lezers.moment, teksten="concept")
_STUK = Veld("stuk", neemt="stuk", teksten="concept", mag_over=True)
FORMULIER = Formulier(
    "concept",
    (Veld("soort", keuzes=SOORTEN), Veld("titel", lezers.tekst_tot(TITEL_LENGTE)), _TOT, _STUK),
    (ORGANISATOR,),
    _maak,
    voorbeeld=False,
)
TERM = Formulier("concept_term", (_TOT, _STUK), (ORGANISATOR,), _zet_term, voorbeeld=False)
DEEL = Formulier(
    "conceptdeel",
    (Veld("titel", lezers.tekst_tot(TITEL_LENGTE)), Veld("tekst", lezers.alinea_tot(TEKST_LENGTE))),
    (ORGANISATOR,),
    _zet_deel,
    voorbeeld=False,
)

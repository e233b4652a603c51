"""The report of a meeting and its photos, for who was there; who had signed up and did not come may read the report.

A photo is kept only when staff declare that everybody who can be recognised on it agreed.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.services import stukken, tevredenheid
from bot.services.bezorging import NIETS, Geval, Lading
from bot.services.bijeenkomst import MAKERS, eis_leidt, leidt_het
from bot.services.bladzij import blader
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import Handeling, eis_binnen, eis_rol, mag_voor
from bot.services.lezers import alinea_tot
from bot.storage import bewijs, bijeenkomsten, doelgroepen, selecties, verslagen, wekkers
from bot.storage.accounts import Wie
from bot.storage.bijeenkomsten import Bijeenkomst

WEKKER = "verslag"
LANGST = 2500
MEESTE_FOTOS = 20
TERUG = timedelta(days=60)
"""So long after a meeting staff are offered to write its report."""
PER_BLADZIJ = 8


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0) -> Boodschap:
    """Show the meetings of which one may read the report, the last first; to who runs meetings also those without."""
    wie = eis_binnen(tx, handeling)
    maakt = bool(wie.rollen & set(MAKERS)) and mag_voor(wie, WIJK)
    sinds = handeling.now - TERUG if maakt else None
    if wie.bewoner is None and sinds is None:
        return Boodschap("verslag.lijst", {"bijeenkomsten": [], "bladzij": 0, "meer": False})
    gevonden, rond = blader(
        lambda hoeveel, na: verslagen.lijst(
            tx, handeling.wijk, handeling.now, hoeveel, na, bewoner=wie.bewoner, sinds=sinds
        ),
        bladzij,
        PER_BLADZIJ,
    )
    regels = [{"id": een.publiek_id, "titel": een.titel, "begin": een.begin.isoformat()} for een in gevonden]
    return Boodschap("verslag.lijst", {"bijeenkomsten": regels, **rond})


def toon(tx: Connection, handeling: Handeling, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show the report to who may read it; to who runs the meeting with what can be done."""
    wie, bij = _eis(tx, handeling, publiek_id)
    return _toon(tx, handeling, wie, bij, melding)


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for the report."""
    _, bij = _eis_begonnen(tx, handeling, publiek_id)
    return open_formulier(tx, handeling, FORMULIER, {"id": bij.publiek_id})


def begin_foto(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for a photo."""
    _, bij = _eis_begonnen(tx, handeling, publiek_id)
    if verslagen.tel_fotos(tx, bij.id) >= MEESTE_FOTOS:
        raise Geweigerd("verslag.te_veel_fotos", maximum=MEESTE_FOTOS)
    return open_formulier(tx, handeling, FOTO, {"id": bij.publiek_id})


def stuk(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Send the PDF of a report to who may read it."""
    _, bij = _eis(tx, handeling, publiek_id)
    gevonden = verslagen.van(tx, bij.id)
    if gevonden is None or gevonden.stuk is None:
        raise Geweigerd("stuk.onbekend")
    document = stukken.bestaand(tx, handeling, gevonden.stuk)
    assert document is not None  # noqa: S101 (the report refers to it)
    return stukken.als_boodschap(document)


def foto(tx: Connection, handeling: Handeling, publiek_id: str, nummer: int = 0) -> Boodschap:
    """Show one photo to who was there."""
    wie, bij = _eis(tx, handeling, publiek_id)
    if not _was_er(tx, wie, bij) and not leidt_het(wie, bij):
        raise Geweigerd("verslag.foto_voor_wie_er_was")
    alle = verslagen.fotos(tx, bij.id)
    if not alle:
        raise Geweigerd("verslag.geen_foto")
    nummer = min(nummer, len(alle) - 1)
    data: dict[str, Any] = {
        "id": publiek_id,
        "titel": bij.titel,
        "foto": alle[nummer].publiek_id,
        "file_id": alle[nummer].file_id,
    }
    data |= {"bladzij": nummer, "meer": nummer + 1 < len(alle), "aantal": len(alle), "mag": leidt_het(wie, bij)}
    return Boodschap("verslag.foto", data, wijze="nieuw")


def trek_foto_in(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show a photo no more. What people have in their chat already stays there, and that is said."""
    eis_rol(tx, handeling, *MAKERS)
    gevonden = verslagen.zoek_foto(tx, handeling.wijk, publiek_id)
    bij = gevonden and bijeenkomsten.zoek(tx, handeling.wijk, id=gevonden.bijeenkomst)
    if gevonden is None or bij is None:
        raise Geweigerd("verslag.geen_foto")
    wie, bij = eis_leidt(tx, handeling, bij.publiek_id)
    verslagen.trek_foto_in(tx, gevonden.id, handeling.now, wie.account)
    return Boodschap("verslag.foto_weg", {"id": bij.publiek_id, "titel": bij.titel}, wijze="nieuw")


def nieuw(tx: Connection, geval: Geval, hoeveel: int) -> Lading:
    """Bring the report to who was there."""
    bij = bijeenkomsten.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    verslag = bij and verslagen.van(tx, bij.id)
    if bij is None or verslag is None:
        return NIETS
    er_was = selecties.voorwaarden(tx, geval.wijk, tevredenheid.wie_er_was(bij.publiek_id))
    naar = doelgroepen.accounts_van(tx, geval.wijk, WIJK, geval.wekker.na_account, hoeveel, *er_was)
    data = {**_als_data(tx, bij), "fotos": verslagen.tel_fotos(tx, bij.id)}
    return Lading(naar, Boodschap("verslag.nieuw", data), over="bijeenkomsten")


def _als_data(tx: Connection, bij: Bijeenkomst) -> dict[str, Any]:
    verslag = verslagen.van(tx, bij.id)
    return {
        "id": bij.publiek_id,
        "titel": bij.titel,
        "begin": bij.begin.isoformat(),
        "tekst": verslag and verslag.tekst,
        "stuk": bool(verslag and verslag.stuk),
    }


def _toon(tx: Connection, handeling: Handeling, wie: Wie, bij: Bijeenkomst, melding: str | None = None) -> Boodschap:
    leidt = leidt_het(wie, bij)
    data = {**_als_data(tx, bij), "leidt": leidt, "uitslag": tevredenheid.cijfers(tx, bij, handeling.now)}
    data["fotos"] = verslagen.tel_fotos(tx, bij.id) if leidt or _was_er(tx, wie, bij) else 0
    return Boodschap("verslag.een", data, melding=melding)


def _was_er(tx: Connection, wie: Wie, bij: Bijeenkomst) -> bool:
    return wie.bewoner is not None and bewijs.is_aanwezig(tx, bij.publiek_id, wie.bewoner)


def _eis(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Bijeenkomst]:
    wie = eis_binnen(tx, handeling)
    bij = bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if bij is None:
        raise Geweigerd("bijeenkomst.onbekend")
    kwam = wie.bewoner is not None and (_was_er(tx, wie, bij) or verslagen.meldde_zich(tx, bij.id, wie.bewoner))
    if not leidt_het(wie, bij) and not (kwam and verslagen.van(tx, bij.id)):
        raise Geweigerd("verslag.niet_voor_u")
    return wie, bij


def _eis_begonnen(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Bijeenkomst]:
    wie, bij = eis_leidt(tx, handeling, publiek_id)
    if handeling.now < bij.begin or bij.afgelast_op is not None:
        raise Geweigerd("verslag.nog_niet")
    return wie, bij


def _plaats(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    _, bij = _eis_begonnen(tx, handeling, data["id"])
    document = stukken.bestaand(tx, handeling, data.get("stuk"))
    velden = {"tekst": data["tekst"], "stuk": document.id if document else None}
    eerste = verslagen.zet(tx, handeling.wijk, bij.id, **velden, gemaakt_door=wie.account, op=handeling.now)
    if eerste:
        wekkers.zet(tx, handeling.wijk, WEKKER, bij.id, handeling.now)
    return _toon(tx, handeling, wie, bij, melding="verslag.geplaatst" if eerste else "verslag.vernieuwd")


def _bewaar_foto(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    _, bij = _eis_begonnen(tx, handeling, data["id"])
    if data["toestemming"] != "ja":
        return Boodschap("verslag.foto_niet", {"id": bij.publiek_id})
    verslagen.voeg_foto_toe(
        tx,
        handeling.wijk,
        publiek_id=handeling.id("foto"),
        bijeenkomst=bij.id,
        file_id=data["foto"],
        toestemming_door=wie.account,
        toestemming_op=handeling.now,
    )
    return _toon(tx, handeling, wie, bij, melding="verslag.foto_erbij")


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    _, bij = _eis_begonnen(tx, handeling, data["id"])
    return {"titel": bij.titel, "begin": bij.begin.isoformat(), "stuk": data.get("stuk") is not None, "fotos": 0}


FORMULIER = Formulier(
    "verslag",
    (Veld("tekst", alinea_tot(LANGST)), Veld("stuk", neemt="stuk", mag_over=True)),
    MAKERS,
    _plaats,
    bekijk=_bekijk,
)
FOTO = Formulier(
    "verslagfoto",
    (Veld("foto", neemt="foto"), Veld("toestemming", keuzes=("ja", "nee"))),
    MAKERS,
    _bewaar_foto,
    voorbeeld=False,
)

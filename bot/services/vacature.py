"""The vacature of a seat: what is asked, who would like it, and how one of them gets it, as was said beforehand.

    open ──one candidate, or a choice of several (`verkiezing`)──▶ vervuld
      ├──lots decide (`loting`)──▶ loting ──the night──▶ vervuld, leeg
      └──withdrawn──▶ ingetrokken

A candidate is in the geleding of the seat; a resident who is not says whom they would represent there, and joins it
with the seat. Residents do not see who or how many the candidates are: the organisator sees names that were given.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.geleding import BURGERS, VERTEGENWOORDIGER
from bot.rules.pacing import Baan
from bot.rules.zetel import PROFIEL, VOORZITTER, WIJZEN, bezwaar
from bot.services import zetel
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_deelnemer, eis_ja, eis_rol
from bot.services.lezers import alinea_tot, tekst_tot
from bot.storage import accounts, lotingen, opdrachtmenus, outbox, peilingen, rollen, zetels
from bot.storage.accounts import Wie
from bot.storage.zetels import Kandidaat, Vacature, Zetel

LANGST = 600


def begin(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form to ask for someone on a seat that is vacant."""
    eis_rol(tx, handeling, ORGANISATOR)
    een = zetel.eis(tx, handeling, publiek_id)
    _eis_vacant(een)
    return open_formulier(tx, handeling, FORMULIER, {"zetel": publiek_id})


def toon(tx: Connection, handeling: Handeling, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show one, with what who looks can do."""
    wie = eis_deelnemer(tx, handeling)
    een, plek = eis(tx, handeling, publiek_id)
    alle = zetels.kandidaten(tx, een.id)
    ik = _eigen(tx, wie, alle)
    data = {**als_data(een, plek), "ik": _kandidaat_data(ik) if ik else None, "beheer": ORGANISATOR in wie.rollen}
    nee = _bezwaar(tx, handeling.wijk, wie, plek)
    erbij = nee == "andere_geleding" and _kan_erbij(tx, handeling.wijk, wie, plek)
    data["nee"] = None if erbij else nee
    deze = lotingen.van_vacature(tx, een.id)
    data["loting"] = deze and {"nummers": deze.volgorde or deze.kandidaten, "hoofd": deze.hoofd}
    stemming = een.peiling and peilingen.zoek(tx, handeling.wijk, id=een.peiling)
    data["stemming"] = stemming.publiek_id if stemming else None
    data["kandidaten"] = [_kandidaat_data(k) for k in kiesbaar(tx, handeling.wijk, een, plek)] if data["beheer"] else []
    return Boodschap("vacature.een", data, melding=melding)


def reageer(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Be a candidate; who is not in the geleding yet says first whom they would represent there.

    Raises:
        Geweigerd: the vacature is over, or this seat is not for them.
    """
    wie, een, plek = _eis_open(tx, handeling, publiek_id)
    if _eigen(tx, wie, zetels.kandidaten(tx, een.id)) is not None:
        return toon(tx, handeling, publiek_id)
    nee = _bezwaar(tx, handeling.wijk, wie, plek)
    if nee == "andere_geleding" and _kan_erbij(tx, handeling.wijk, wie, plek):
        return open_formulier(tx, handeling, NAMENS, {"vacature": publiek_id, "geleding": plek.van})
    if nee is not None:
        raise Geweigerd(f"vacature.{nee}")
    return _stel(tx, handeling, wie, een, None)


def trek_terug(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Be a candidate no more."""
    wie = eis_deelnemer(tx, handeling)
    een, _ = eis(tx, handeling, publiek_id)
    ik = _eigen(tx, wie, zetels.kandidaten(tx, een.id))
    zetels.trek_terug(tx, [ik.id] if ik else [])
    return toon(tx, handeling, publiek_id, melding="vacature.teruggetrokken")


def begin_naam(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask a candidate for the name by which they want to be known."""
    wie, een, _ = _eis_open(tx, handeling, publiek_id)
    if _eigen(tx, wie, zetels.kandidaten(tx, een.id)) is None:
        raise Geweigerd("vacature.onbekend")
    return open_formulier(tx, handeling, NAAM, {"vacature": publiek_id})


def benoem(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Give the seat to the only candidate, after a question whether one is sure.

    Raises:
        Geweigerd: there is nobody, or it is who acts; or there are several: then it goes as was said beforehand.
    """
    wie = eis_rol(tx, handeling, ORGANISATOR)
    een, plek = eis(tx, handeling, publiek_id)
    alle = kiesbaar(tx, handeling.wijk, een, plek)
    if een.staat != "open" or len(alle) != 1:
        raise Geweigerd("vacature.niet_een")
    zetel.eis_ander(tx, wie.account, alle[0].account)
    if not zeker:
        return Boodschap("vacature.zeker", {**als_data(een, plek), "daad": "benoem", **_wie(alle[0])})
    geef(tx, handeling.wijk, handeling.now, handeling.id("rol"), een, plek, alle[0])
    return zetel.toon(tx, handeling, plek.publiek_id, melding="vacature.vervuld")


def sluit(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Withdraw one, after a question whether one is sure; who was a candidate hears so."""
    eis_rol(tx, handeling, ORGANISATOR)
    een, plek = eis(tx, handeling, publiek_id)
    if een.staat != "open":
        raise Geweigerd("vacature.onbekend")
    if not zeker:
        return Boodschap("vacature.zeker", {**als_data(een, plek), "daad": "sluit", "naam": None, "namens": None})
    vertel(tx, handeling.wijk, een, plek, zetels.kandidaten(tx, een.id), "ingetrokken")
    zetels.zet_staat(tx, een.id, "ingetrokken")
    return zetel.toon(tx, handeling, plek.publiek_id, melding="vacature.ingetrokken")


def kiesbaar(tx: Connection, wijk: int, een: Vacature, plek: Zetel) -> list[Kandidaat]:
    """Return the candidates who can still have the seat; the others hear with them how it ended."""
    return [wie for wie in zetels.kandidaten(tx, een.id) if kan_zitten(tx, wijk, wie, plek)]


def kan_zitten(tx: Connection, wijk: int, een: Kandidaat, plek: Zetel) -> bool:
    """Say whether a candidate may still have the seat: another one, or another geleding, may have come between."""
    wie = accounts.van_id(tx, wijk, een.account)
    nee = _bezwaar(tx, wijk, wie, plek)
    return nee is None or (nee == "andere_geleding" and een.namens is not None and _kan_erbij(tx, wijk, wie, plek))


def geef(tx: Connection, wijk: int, now: datetime, rol_id: str, een: Vacature, plek: Zetel, aan: Kandidaat) -> None:
    """Give the seat to a candidate, who joins the geleding when they were not in it; all candidates hear of it.

    Args:
        rol_id: public id of the role by which they join it.
    """
    alle = zetels.kandidaten(tx, een.id)
    wie = accounts.van_id(tx, wijk, aan.account)
    if aan.namens is not None and _kan_erbij(tx, wijk, wie, plek):
        zetel.laat_los(tx, wijk, zetels.accounts_van(tx, aan.account), een.publiek_id, van=BURGERS)
        rollen.geef(
            tx,
            wijk,
            aan.account,
            publiek_id=rol_id,
            soort=VERTEGENWOORDIGER,
            bereik=plek.van,
            namens=aan.namens,
            toegekend_door=een.gemaakt_door,
            toegekend_op=now,
        )
        opdrachtmenus.wens(tx, wijk, [aan.account])
    zetels.bezet(tx, plek.id, aan.account, aan.naam, now)
    vertel(tx, wijk, een, plek, [aan], "gekregen")
    vertel(tx, wijk, een, plek, [k for k in alle if k.id != aan.id], "een_ander")
    zetels.zet_staat(tx, een.id, "vervuld")


def als_data(een: Vacature, plek: Zetel) -> dict[str, Any]:
    """Return what everyone may read of one."""
    velden = {naam: getattr(een, naam) for naam in ("tekst", "taal", "profiel", "wijze", "staat")}
    waar = {naam: getattr(plek, naam) for naam in ("orgaan", "van", "nummer")}
    return {"id": een.publiek_id, "zetel": plek.publiek_id, **velden, **waar, "op": een.op.isoformat()}


def _stel(tx: Connection, handeling: Handeling, wie: Wie, een: Vacature, namens: str | None) -> Boodschap:
    if not zetels.kandidaten(tx, een.id):
        team = rollen.accounts_met(tx, handeling.wijk, [ORGANISATOR])
        plek = zetels.zoek(tx, handeling.wijk, id=een.zetel)
        over = Boodschap("vacature.kandidaat", als_data(een, plek) if plek else {})
        sleutel = f"kandidaat:{een.publiek_id}:{handeling.id('eerste')}"
        outbox.schrijf(tx, handeling.wijk, sleutel, team, over, baan=Baan.HERINNERING)
    vast = {"publiek_id": handeling.id("kandidaat"), "account": wie.account, "op": handeling.now}
    zetels.stel_kandidaat(tx, handeling.wijk, vacature=een.id, namens=namens, **vast)
    return toon(tx, handeling, een.publiek_id, melding="vacature.dank")


def vertel(tx: Connection, wijk: int, een: Vacature, plek: Zetel, wie: list[Kandidaat], afloop: str) -> None:
    """Tell candidates how it ended for them."""
    data = {**als_data(een, plek), "afloop": afloop, "loting": een.staat == "loting"}
    sleutel = f"vacature:{een.publiek_id}:{afloop}"
    naar = [kandidaat.account for kandidaat in wie]
    outbox.schrijf(tx, wijk, sleutel, naar, Boodschap("vacature.afloop", data), baan=Baan.HERINNERING)


def _bezwaar(tx: Connection, wijk: int, wie: Wie, plek: Zetel) -> str | None:
    zit = zetels.van_accounts(tx, wijk, zetels.accounts_van(tx, wie.account))
    return bezwaar(plek.orgaan, plek.van, zetel.geleding_van(tx, wijk, wie), [(al.orgaan, al.van) for al in zit])


def _kan_erbij(tx: Connection, wijk: int, wie: Wie, plek: Zetel) -> bool:
    """Say whether someone may join the geleding of a seat: a resident who votes as a burger until then."""
    return plek.van not in (BURGERS, VOORZITTER) and zetel.geleding_van(tx, wijk, wie) == BURGERS


def _eigen(tx: Connection, wie: Wie, alle: list[Kandidaat]) -> Kandidaat | None:
    hun = zetels.accounts_van(tx, wie.account)
    return next((een for een in alle if een.account in hun), None)


def eis(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Vacature, Zetel]:
    """Return a vacature of this wijk and its seat.

    Raises:
        Geweigerd: there is none.
    """
    een = zetels.zoek_vacature(tx, handeling.wijk, publiek_id=publiek_id)
    plek = zetels.zoek(tx, handeling.wijk, id=een.zetel) if een else None
    if een is None or plek is None:
        raise Geweigerd("vacature.onbekend")
    return een, plek


def _eis_open(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Vacature, Zetel]:
    wie = eis_deelnemer(tx, handeling)
    eis_ja(wie)
    een, plek = eis(tx, handeling, publiek_id)
    if een.staat != "open":
        raise Geweigerd("vacature.voorbij")
    return wie, een, plek


def _eis_vacant(een: Zetel) -> None:
    if een.account is not None or een.vacature is not None:
        raise Geweigerd("zetel.niet_vacant")


def _kandidaat_data(een: Kandidaat) -> dict[str, Any]:
    return {"id": een.publiek_id, **_wie(een)}


def _wie(een: Kandidaat) -> dict[str, Any]:
    return {"naam": een.naam, "namens": een.namens}


def _maak(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    plek = zetel.eis(tx, handeling, data["zetel"])
    _eis_vacant(plek)
    nieuw = handeling.id("vacature")
    velden = {"tekst": data["tekst"], "profiel": data["profiel"], "wijze": data["wijze"], "taal": wie.taal or "nl"}
    zetels.maak_vacature(
        tx,
        handeling.wijk,
        publiek_id=nieuw,
        zetel=plek.id,
        gemaakt_door=wie.account,
        op=handeling.now,
        **velden,
    )
    return toon(tx, handeling, nieuw, melding="vacature.geplaatst")


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    plek = zetel.eis(tx, handeling, data["zetel"])
    return {naam: getattr(plek, naam) for naam in ("orgaan", "van", "nummer")}


def _kies(gekozen: Any, keuze: str) -> list[str]:
    """Return what is asked after one more tap, in the order of the list."""
    anders = set(gekozen) ^ {keuze}
    return [een for een in PROFIEL if een in anders]


def _namens(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    wie, een, plek = _eis_open(tx, handeling, data["vacature"])
    if _eigen(tx, wie, zetels.kandidaten(tx, een.id)) is not None:
        return toon(tx, handeling, een.publiek_id)
    if _bezwaar(tx, handeling.wijk, wie, plek) != "andere_geleding" or not _kan_erbij(tx, handeling.wijk, wie, plek):
        return reageer(tx, handeling, een.publiek_id)
    return _stel(tx, handeling, wie, een, data["namens"])


def _noem(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    wie, een, _ = _eis_open(tx, handeling, data["vacature"])
    ik = _eigen(tx, wie, zetels.kandidaten(tx, een.id))
    if ik is not None:
        zetels.noem_kandidaat(tx, ik.id, data["naam"])
    return toon(tx, handeling, een.publiek_id, melding="zetel.genoemd")


FORMULIER = Formulier(
    "vacature",
    (
        Veld("tekst", alinea_tot(LANGST)),
        Veld("profiel", keuzes=PROFIEL, meer=_kies),
        Veld("wijze", keuzes=WIJZEN),
    ),
    (ORGANISATOR,),
    _maak,
    bekijk=_bekijk,
)
NAMENS = Formulier("kandidaat", (Veld("namens", tekst_tot(60)),), (), _namens, voorbeeld=False)
_NAAM = Veld("naam", tekst_tot(zetel.NAAM_LENGTE))
NAAM = Formulier("kandidaatnaam", (_NAAM,), (), _noem, voorbeeld=False, gasten=True)

"""The sign-in sheet of a meeting, for who comes without a phone: printing it. What comes back from it: tekeninvoer.

Who signs sees codes in an order that says nothing, and no address, so nobody reads which neighbour came. Which code is
for which address only the page for who stands at the door says; here a code is kept as HMAC.
"""

from itertools import groupby
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import tekencode
from bot.rules.huisnummers import schrijf
from bot.services import deurlijst, huishouden, stemvel
from bot.services.deur import ROLLEN
from bot.services.handeling import Handeling, eis_rol
from bot.storage import bijeenkomsten, deuren, huishoudens, tekencodes, wijken
from bot.storage.accounts import Wie
from bot.storage.bijeenkomsten import Bijeenkomst
from bot.storage.deuren import Deur
from bot.storage.stemvellen import Plek

MEEST = 1500
"""So many lines are made at once: of a larger wijk a street at a time."""
_MEEST_ROND = 200


def kies_bijeenkomst(tx: Connection, handeling: Handeling) -> Boodschap:
    """Offer the meetings of the last weeks and of those to come, those of today first."""
    eis_rol(tx, handeling, *ROLLEN)
    nu, vandaag = handeling.now, handeling.now.astimezone(handeling.zone).date()
    rond = deuren.begonnen(tx, handeling.wijk, nu - deurlijst.TERUG, nu + deurlijst.TERUG, _MEEST_ROND)
    rond.sort(key=lambda deur: abs(vandaag - deur.begin.astimezone(handeling.zone).date()))
    lijsten = [{**deurlijst.kort(deur), "begin": deur.begin.isoformat()} for deur in rond[: deurlijst.IN_KEUZE]]
    return Boodschap("tekenlijst.welke", {"lijsten": lijsten})


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show what can be done with the sheet of a meeting, and how far it is."""
    wie, deur = deurlijst.eis(tx, handeling, publiek_id)
    return Boodschap("tekenlijst", stand(tx, handeling, wie, deur))


def kies(
    tx: Connection, handeling: Handeling, publiek_id: str, *, alle: bool = False, bij: str = "", brief: bool = False
) -> Boodschap:
    """Ask for whom a sheet is to be made: a street, or all whom the meeting is for.

    Args:
        brief: an invitation per household in the place of a sheet.
        alle: for every address; else for those where nobody has a telephone here.
        bij: publiek_id of a household in a street on the screen that is wanted; empty for the first one.
    """
    _, deur, avond = _eis_niet_voorbij(tx, handeling, publiek_id)
    straten = huishoudens.straten(tx, handeling.wijk) if avond.doelgroep == "wijk" else []
    keuze = huishouden.straatkeuze(straten, bij)
    vast = {**deurlijst.kort(deur), "alle": alle, "groep": avond.doelgroep, "brief": brief}
    return Boodschap("tekenlijst.kies", {**vast, **keuze})


def maak(
    tx: Connection, handeling: Handeling, publiek_id: str, huis_id: str, peper: bytes, *, alle: bool = False
) -> Boodschap:
    """Make a sheet for a street, or for all whom the meeting is for. Made again, the earlier one stays valid too.

    Args:
        huis_id: a household in the street; empty for all.
        peper: secret under which codes are kept.

    Raises:
        Geweigerd: there is no such address, or there are too many.
    """
    data, rijen = _maak_regels(tx, handeling, publiek_id, huis_id, peper, alle=alle)
    data |= {"codes": sorted(code for _, code in rijen), "straten": _straten(rijen)}
    return Boodschap("tekenlijst.klaar", data, wijze="nieuw")


def nodig_uit(
    tx: Connection, handeling: Handeling, publiek_id: str, huis_id: str, peper: bytes, *, alle: bool = False
) -> Boodschap:
    """Make an invitation per household, with the codes of those who live there on a strip to hand in at the door.

    The strip is typed over as the sheet is. The code of the household is not on it: that is kept as HMAC only.

    Args:
        huis_id, peper, alle: as in `maak`.

    Raises:
        Geweigerd: as in `maak`, or the meeting has begun.
    """
    _, deur, avond = _eis_niet_voorbij(tx, handeling, publiek_id)
    if deur.begin <= handeling.now:
        raise Geweigerd("bijeenkomst.begonnen")
    data, rijen = _maak_regels(tx, handeling, publiek_id, huis_id, peper, alle=alle)
    per_huis = [list(groep) for _, groep in groupby(rijen, lambda rij: rij[0].huishouden)]
    brieven = [{**stemvel.adres(groep[0][0]), "codes": [code for _, code in groep]} for groep in per_huis]
    data |= {"brieven": brieven, "vragen": avond.ruimte_voor_vragen}
    return Boodschap("tekenlijst.uitgenodigd", data, wijze="nieuw")


def _maak_regels(
    tx: Connection, handeling: Handeling, publiek_id: str, huis_id: str, peper: bytes, *, alle: bool
) -> tuple[dict[str, Any], list[tuple[Plek, str]]]:
    """Make a code for each seat, and return what stands on every paper with them, and which code is for which."""
    wie, deur, avond = _eis_niet_voorbij(tx, handeling, publiek_id)
    plekken = stemvel.lees_plekken(tx, handeling, avond.voor, huis_id, alle=alle)
    if len(plekken) > MEEST:
        raise Geweigerd("tekenlijst.te_veel", aantal=len(plekken), maximum=MEEST)
    rijen = list(zip(plekken, _nieuwe_codes(tx, handeling, len(plekken), peper), strict=True))
    nieuw = [(plek, tekencode.hmac_van(code, peper)) for plek, code in rijen]
    tekencodes.voeg_toe(tx, handeling.wijk, deur.id, nieuw)
    data = {
        **stand(tx, handeling, wie, deur),
        "begin": deur.begin.isoformat(),
        "plaats": avond.plaats,
        "wijk": wijken.naam(tx, handeling.wijk),
        "adressen": len({plek.huishouden for plek in plekken}),
    }
    return data, rijen


def stand(tx: Connection, handeling: Handeling, wie: Wie, deur: Deur) -> dict[str, Any]:
    """Return how far a sheet is, for who looks."""
    gedrukt, gevraagd = tekencodes.tel(tx, deur.id, handeling.now)
    return {
        **deurlijst.kort(deur),
        "gedrukt": gedrukt,
        "stapel": len(tekencodes.stapel(tx, deur.id, wie.account, handeling.now)),
        "wacht": gevraagd,
        "begonnen": deur.staat(handeling.now) != "nog_dicht",
        "nodigt": handeling.now < deur.begin,
        "voorbij": deur.staat(handeling.now) == "gesloten",
    }


def _eis_niet_voorbij(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Deur, Bijeenkomst]:
    wie, deur = deurlijst.eis(tx, handeling, publiek_id)
    avond = bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if avond is None or deur.afgelast_op is not None:
        raise Geweigerd("bijeenkomst.afgelast")
    if deur.staat(handeling.now) == "gesloten":
        raise Geweigerd("deurlijst.dicht")
    return wie, deur, avond


def _nieuwe_codes(tx: Connection, handeling: Handeling, aantal: int, peper: bytes) -> list[str]:
    """Return so many codes that no sheet of the wijk has."""
    bezet = tekencodes.hmacs(tx, handeling.wijk)
    if len(bezet) + aantal > tekencode.MEEST:
        raise Geweigerd("tekenlijst.te_veel", aantal=aantal, maximum=max(0, tekencode.MEEST - len(bezet)))
    codes: list[str] = []
    poging = 0
    while len(codes) < aantal:
        code = tekencode.maak(handeling.geheim(f"tekencode/{poging}"))
        poging += 1
        if (hmac := tekencode.hmac_van(code, peper)) not in bezet:
            bezet.add(hmac)
            codes.append(code)
    return codes


def _straten(rijen: list[tuple[Plek, str]]) -> list[dict[str, Any]]:
    """Return per street its numbers with their codes, as someone who stands at the door looks them up."""
    straten = []
    for straat, groep in groupby(rijen, lambda rij: rij[0].straat):
        huizen: dict[str, list[str]] = {}
        for plek, code in groep:
            huizen.setdefault(schrijf(plek.huisnummer, plek.toevoeging), []).append(code)
        straten.append({"straat": straat, "huizen": list(huizen.items())})
    return straten

"""A round past the doors of a street, one address at a time: where nobody was reached yet, in walking order.

    street ──how to walk it, once──▶ address ──outcome──▶ next address ──…──▶ round ──▶ where nobody was home
                                        └──"gesproken"──▶ the conversation (`deurgesprek`) ──▶ next address

Who stands at a door keeps it for `BEZET`: colleagues get another. A second tap on an outcome changes nothing. Of a
door only the address, the outcome and the day are kept: there is no room for a note, on purpose.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.ronde import DELEN, TERMIJN, WIJZEN, Deel, Feiten, Stand, route, stand, telling, volgende
from bot.services import deurgesprek, huishouden
from bot.services.deurgesprek import dag_van, eis, eis_straten, straten_van
from bot.services.handeling import Handeling, eis_rol
from bot.storage import bezoeken, huishoudens, nietmee, rondes
from bot.storage.accounts import Wie
from bot.storage.huishoudens import Huishouden

BEZET = timedelta(minutes=30)
LIEVER_NIET = "geen_bezoek"
"""The outcome after which nobody rings there for `TERMIJN`."""


def begin(tx: Connection, handeling: Handeling, bij: str = "") -> Boodschap:
    """Offer the streets in which someone may ring; with one street at once that one.

    Args:
        bij: publiek_id of a household in a street on the screen that is wanted; empty for the first screen.

    Raises:
        Geweigerd: no such role, or no street on the address list to go with it.
    """
    _, straten = eis_straten(tx, handeling)
    if len(straten) == 1:
        return straat(tx, handeling, straten[0][1])
    return Boodschap("ronde", huishouden.straatkeuze(straten, bij))


def straat(tx: Connection, handeling: Handeling, bij: str, wijze: str = "") -> Boodschap:
    """Show how far a street is, and how to begin.

    Args:
        wijze: of `WIJZEN`: from now on the street is walked like this.
    """
    wie, huis = eis(tx, handeling, bij)
    if gekozen := next((een for een in WIJZEN if een == wijze), None):
        rondes.zet_wijze(tx, handeling.wijk, huis.straat, gekozen)
    data = {
        "huis": huis.publiek_id,
        "straat": huis.straat,
        "wijze": rondes.wijze(tx, handeling.wijk, huis.straat),
        "meer": len(straten_van(tx, handeling, wie)) > 1,
        "telling": telling([hoe for _, hoe in _langs(tx, handeling, wie, huis.straat)]),
    }
    return Boodschap("ronde.straat", data)


def loop(tx: Connection, handeling: Handeling, bij: str, deel: str) -> Boodschap:
    """Go to the first address of a street, or of one side of it, at which one rings."""
    wie, huis = eis(tx, handeling, bij)
    return _verder(tx, handeling, wie, huis, _deel(deel), na=False)


def verder(tx: Connection, handeling: Handeling, huis_id: str) -> Boodschap:
    """Go to the next address, whatever came of this one."""
    wie, huis = eis(tx, handeling, huis_id)
    return _verder(tx, handeling, wie, huis, _lopend(tx, wie))


def nog_eens(tx: Connection, handeling: Handeling, huis_id: str, deel: str) -> Boodschap:
    """Go once more to the next address where nobody was home today, or that asked to come later."""
    wie, huis = eis(tx, handeling, huis_id)
    return _verder(tx, handeling, wie, huis, _deel(deel), zoek="straks")


def adres(tx: Connection, handeling: Handeling, huis_id: str) -> Boodschap:
    """Go to one address.

    Raises:
        Geweigerd: a colleague stands there.
    """
    wie, huis = eis(tx, handeling, huis_id)
    return _sta(tx, handeling, wie, huis, _lopend(tx, wie))


def uitkomst(tx: Connection, handeling: Handeling, huis_id: str, wat: str) -> Boodschap:
    """Keep what came of an address where nobody spoke, and go on; the same twice is once."""
    wie, huis = eis(tx, handeling, huis_id)
    if wat == LIEVER_NIET:
        rondes.zet_geen_bezoek(tx, huis.id, dag_van(handeling) + TERMIJN)
    elif not deurgesprek.noteer(tx, handeling, huis, wat):
        return _verder(tx, handeling, wie, huis, _lopend(tx, wie))
    net = {"huis": huis.publiek_id, "adres": huishouden.adres(huis), "uitkomst": wat}
    return _verder(tx, handeling, wie, huis, _lopend(tx, wie), net=net)


def herstel(tx: Connection, handeling: Handeling, huis_id: str, dag: str) -> Boodschap:
    """Take back what was noted here today, and that there should be no visit. A conversation stays.

    Args:
        dag: on which the button was shown; one of another day only shows how it stands.
    """
    wie, huis = eis(tx, handeling, huis_id)
    if dag != dag_van(handeling).isoformat():
        return _sta(tx, handeling, wie, huis, _lopend(tx, wie))
    vandaag = bezoeken.zoek(tx, huis.id, dag_van(handeling))
    if vandaag is not None and vandaag.uitkomst != "gesproken":
        bezoeken.verwijder(tx, vandaag.publiek_id)
    rondes.zet_geen_bezoek(tx, huis.id, None)
    return _sta(tx, handeling, wie, huis, _lopend(tx, wie), melding="deurgesprek.hersteld")


def stop(tx: Connection, handeling: Handeling) -> Boodschap:
    """Stop for today: the door is free for a colleague."""
    wie = eis_rol(tx, handeling, *deurgesprek.ROLLEN)
    rondes.stop(tx, wie.account)
    return Boodschap("deurgesprek.gestopt")


def _verder(
    tx: Connection,
    handeling: Handeling,
    wie: Wie,
    huis: Huishouden,
    deel: Deel,
    *,
    na: bool = True,
    zoek: Stand = "te_gaan",
    net: dict[str, Any] | None = None,
) -> Boodschap:
    """Go to the next address in a state; `na`: after this household, else from the beginning of the street."""
    langs = _langs(tx, handeling, wie, huis.straat, deel)
    doel = volgende(langs, huis.publiek_id if na else None, zoek)
    gevonden = None if doel is None else huishoudens.zoek(tx, handeling.wijk, doel)
    if gevonden is not None:
        return _sta(tx, handeling, wie, gevonden, deel, net)
    rondes.stop(tx, wie.account)
    tellen = telling([hoe for _, hoe in langs])
    data = {"huis": huis.publiek_id, "straat": huis.straat, "deel": deel, "telling": tellen, "net": net}
    return Boodschap("ronde.rond", data)


def _sta(
    tx: Connection,
    handeling: Handeling,
    wie: Wie,
    huis: Huishouden,
    deel: Deel,
    net: dict[str, Any] | None = None,
    melding: str | None = None,
) -> Boodschap:
    """Stand at a door, and show it."""
    if huis.id in rondes.bezet(tx, handeling.wijk, handeling.now, wie.account):
        raise Geweigerd("ronde.collega")
    rondes.neem(tx, handeling.wijk, wie.account, huis.id, deel, handeling.now, handeling.now + BEZET)
    vandaag, laatste = dag_van(handeling), bezoeken.laatste(tx, handeling.wijk, huis.straat).get(huis.id)
    tot = rondes.geen_bezoek(tx, handeling.wijk, huis.straat).get(huis.id)
    liever_niet = tot is not None and vandaag <= tot
    dicht = laatste is not None and laatste.dag == vandaag and laatste.uitkomst != "gesproken"
    langs = _langs(tx, handeling, wie, huis.straat, deel)
    data = {
        "huis": huis.publiek_id,
        "adres": huishouden.adres(huis),
        "laatst": laatste and [laatste.uitkomst, laatste.dag.isoformat()],
        "geen_bezoek": tot.isoformat() if tot is not None and liever_niet else None,
        "herstel": dicht or liever_niet,
        "dag": vandaag.isoformat(),
        "te_gaan": telling([hoe for _, hoe in langs])["te_gaan"],
        "net": net,
    }
    return Boodschap("ronde.adres", data, melding=melding)


def feiten(tx: Connection, handeling: Handeling, wie: Wie, straat: str | None) -> dict[int, Feiten]:
    """Return what is known of each household of a street; None: of all."""
    wijk = handeling.wijk
    bereikt, niet_mee = rondes.bereikt(tx, wijk, straat), nietmee.adressen(tx, wijk, straat)
    liever_niet, bezet = rondes.geen_bezoek(tx, wijk, straat), rondes.bezet(tx, wijk, handeling.now, wie.account)
    laatste = bezoeken.laatste(tx, wijk, straat)

    def van(huis: int) -> Feiten:
        bezoek = laatste.get(huis)
        laatst = bezoek and (bezoek.uitkomst, bezoek.dag)
        return Feiten(huis in bereikt, huis in niet_mee, liever_niet.get(huis), laatst, huis in bezet)

    return {huis.id: van(huis.id) for huis in huishoudens.in_straat(tx, wijk, straat)}


def straten(tx: Connection, handeling: Handeling) -> list[dict[str, Any]]:
    """Return how far each street is in which someone may ring, for a page that has room for all."""
    wie, alle = eis_straten(tx, handeling)
    bekend, vandaag = feiten(tx, handeling, wie, None), dag_van(handeling)
    standen: dict[str, list[Stand]] = {naam: [] for naam, _ in alle}
    for huis in huishoudens.in_straat(tx, handeling.wijk, None):
        if huis.straat in standen:
            standen[huis.straat].append(stand(bekend[huis.id], vandaag))
    return [{"straat": naam, "huis": huis, "telling": telling(standen[naam])} for naam, huis in alle]


def adressen(tx: Connection, handeling: Handeling, bij: str) -> dict[str, Any]:
    """Return how each address stands of the street in which a household is, in walking order."""
    wie, in_straat = eis(tx, handeling, bij)
    huizen = {huis.publiek_id: huis for huis in huishoudens.in_straat(tx, handeling.wijk, in_straat.straat)}
    bekend, vandaag = feiten(tx, handeling, wie, in_straat.straat), dag_van(handeling)

    def rij(welk: str, hoe: Stand) -> dict[str, Any]:
        huis, weet = huizen[welk], bekend[huizen[welk].id]
        tot = weet.geen_bezoek_tot
        return {
            "huis": welk,
            "nummer": huishouden.naam(huis),
            "adres": huishouden.adres(huis),
            "stand": hoe,
            "niet_mee": weet.niet_mee,
            "laatst": weet.laatst and [weet.laatst[0], weet.laatst[1].isoformat()],
            "liever_niet": tot.isoformat() if tot is not None and vandaag <= tot else None,
        }

    langs = _langs(tx, handeling, wie, in_straat.straat)
    tellen = telling([hoe for _, hoe in langs])
    return {"straat": in_straat.straat, "huis": bij, "telling": tellen, "adressen": [rij(*een) for een in langs]}


def _langs(
    tx: Connection, handeling: Handeling, wie: Wie, straat: str, deel: Deel = "alles"
) -> list[tuple[str, Stand]]:
    """Return the addresses of a street in walking order, each with what is to be done there today."""
    huizen = {huis.publiek_id: huis for huis in huishoudens.in_straat(tx, handeling.wijk, straat)}
    nummers = {welk: (huis.huisnummer, huis.toevoeging) for welk, huis in huizen.items()}
    bekend, vandaag = feiten(tx, handeling, wie, straat), dag_van(handeling)
    op_volgorde = route(nummers, rondes.wijze(tx, handeling.wijk, straat) or WIJZEN[0], deel)
    return [(welk, stand(bekend[huizen[welk].id], vandaag)) for welk in op_volgorde]


def _lopend(tx: Connection, wie: Wie) -> Deel:
    op_ronde = rondes.van(tx, wie.account)
    return "alles" if op_ronde is None else op_ronde.deel


def _deel(getypt: str) -> Deel:
    return next((deel for deel in DELEN if deel == getypt), "alles")

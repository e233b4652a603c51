"""A paper door list that is typed over: many people at once, so a second person agrees before it counts.

The number behind an address is how many of its people were there, also those who stand on the list already. When that
is everyone who lives there it is known who they are; else the rest are unnamed, and only widen the bounds.
"""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.huisnummers import huisnummer
from bot.rules.papierlijst import Fout, Regel, lees_papierlijst
from bot.services import bewijs, deurlijst, huishouden, voorstel
from bot.services.handeling import Handeling
from bot.services.lijstcorrectie import namens
from bot.storage import gesprekken, huishoudens
from bot.storage.accounts import Wie
from bot.storage.deuren import Deur
from bot.storage.gesprekken import Gesprek

METHODE = "papierlijst"
VRAAG, KLOPT = "papier", "papier_klopt"
"""The steps of the conversation: type the list, and see whether it was read well."""
MEEST_FOUTEN = 10


def vraag(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask for the list."""
    wie, gevonden = deurlijst.eis_begonnen(tx, handeling, publiek_id)
    deurlijst.onthoud(tx, wie, gevonden, VRAAG)
    straten = huishoudens.straten(tx, handeling.wijk)
    voorbeeld = straten[0][0] if straten else "Merelweg"
    return Boodschap("papierlijst.vraag", {**deurlijst.kort(gevonden), "straat": voorbeeld})


def lees(tx: Connection, handeling: Handeling, wie: Wie, gevonden: Deur, getypt: str) -> Boodschap:
    """Show what the list says, to be looked through; or all that cannot be, to be typed anew."""
    deurlijst.eis_begonnen(tx, handeling, gevonden.publiek_id)
    straten = [naam for naam, _ in huishoudens.straten(tx, handeling.wijk)]
    regels, fouten = lees_papierlijst(getypt, straten)
    gelezen: list[tuple[str, int]] = []
    for regel in regels:
        huis, fout = _huis(tx, handeling, regel)
        fouten += [fout] if fout else []
        gelezen += [(huis, regel.aantal)] if huis else []
    if fouten or not regels:
        data = {"fouten": [list(fout) for fout in fouten[:MEEST_FOUTEN]], "meer": max(0, len(fouten) - MEEST_FOUTEN)}
        deurlijst.onthoud(tx, wie, gevonden, VRAAG)
        return Boodschap("papierlijst.fouten", {**deurlijst.kort(gevonden), **data})
    stap = Gesprek(deurlijst.SOORT, KLOPT, {"bijeenkomst": gevonden.publiek_id, "huis": None, "regels": gelezen})
    gesprekken.zet(tx, wie.wijk, wie.account, stap)
    data = {"regels": [[regel.adres, regel.aantal] for regel in regels], "aantal": sum(r.aantal for r in regels)}
    return Boodschap("papierlijst.klopt", {**deurlijst.kort(gevonden), **data})


def voer_in(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask a second person to agree with the list that was read; a second tap finds it gone."""
    wie, gevonden = deurlijst.eis_begonnen(tx, handeling, publiek_id)
    gesprek = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    if gesprek is None or gesprek.stap != KLOPT or gesprek.data["bijeenkomst"] != publiek_id:
        raise Geweigerd("papierlijst.niet_open")
    regels = gesprek.data["regels"]
    deurlijst.onthoud(tx, wie, gevonden, "adres")
    na = {huis_id: huishoudens.na_bewijs(tx, huishouden.lees(tx, handeling, huis_id).id) for huis_id, _ in regels}
    data = {"bijeenkomst": publiek_id, "regels": regels, "na": na}
    velden = {"titel": gevonden.titel, "aantal": sum(aantal for _, aantal in regels)}
    klaar = voorstel.doe_of_stel_voor(tx, handeling, wie, "invoer", METHODE, data, **velden)
    return klaar or deurlijst.toon_overzicht(tx, handeling, gevonden, melding="deurlijst.genoteerd")


@voorstel.voert_uit(METHODE)
def _voer_in(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    wie, gevonden = namens(tx, handeling, gemaakt_door, data["bijeenkomst"])
    feit = replace(deurlijst.feit_van(gevonden, wie), methode=METHODE)
    for huis_id, aantal in data["regels"]:
        huis = huishouden.lees(tx, handeling, huis_id)
        if huishoudens.na_bewijs(tx, huis.id) != data["na"][huis_id]:  # who lives there now was not there
            continue
        if aantal >= huis.stoelen:
            for stoel in sorted(set(range(1, huis.stoelen + 1)) - huishouden.stoelen_zonder_ja(tx, huis)):
                bewoner = huishouden.zorg_voor_bewoner(tx, handeling, huis, stoel)
                deurlijst.zet_op_lijst(tx, handeling, bewoner, feit, gevonden, huis)
        else:
            stand = deurlijst.lees_stand(tx, handeling, gevonden)
            bekend = stand.op_adres(huis.id) - stand.naamloos.get(huis.id, 0)
            zonder = deurlijst.zonder_ja(tx, stand, huis)
            aantal = min(aantal, huis.stoelen - len(zonder))
            if aantal > stand.op_adres(huis.id):
                bewijs.leg_aantal_vast(tx, handeling, feit, aantal - bekend, huis)


def _huis(tx: Connection, handeling: Handeling, regel: Regel) -> tuple[str | None, Fout | None]:
    huizen = huishoudens.in_straat(tx, handeling.wijk, regel.straat)
    gevonden = [h for h in huizen if huisnummer(h.huisnummer, h.toevoeging) == regel.nummer]
    if len(gevonden) != 1:
        return None, Fout("onbekend", regel.adres)
    (huis,) = gevonden
    return (None, Fout("te_veel", regel.adres)) if regel.aantal > huis.stoelen else (huis.publiek_id, None)

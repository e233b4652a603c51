"""Printing ballots: whoever may end a poll chooses for whom, and gets a PDF with a ballot and a code for each adult.

Entering what comes back: papierstem. Only the PDF says which code went to which address; here it is kept as HMAC.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import huishoudcode
from bot.rules.doelgroep import Doelgroep
from bot.rules.geleding import uit_functie
from bot.rules.huisnummers import schrijf
from bot.services import huishouden, peilingbeheer, peilingvorm
from bot.services.handeling import Handeling
from bot.services.kiezer import is_open, is_voorbij
from bot.storage import huishoudens, stemvellen, wijken
from bot.storage.accounts import Wie
from bot.storage.peilingen import Peiling
from bot.storage.stemvellen import Plek

MEEST = 1500
"""So many ballots are made at once: of a larger wijk a street at a time."""


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show what can be done on paper in an open poll, and how far it is."""
    wie, peiling = eis(tx, handeling, publiek_id)
    return Boodschap("stemvel", _stand(tx, handeling, wie, peiling))


def kies(tx: Connection, handeling: Handeling, publiek_id: str, *, alle: bool = False, bij: str = "") -> Boodschap:
    """Ask for whom ballots are to be made: a street, or all whom the poll is for.

    Args:
        alle: for every address; else for those where nobody has a telephone here.
        bij: publiek_id of a household in a street on the screen that is wanted; empty for the first one.
    """
    _, peiling = eis(tx, handeling, publiek_id)
    straten = huishoudens.straten(tx, handeling.wijk) if peiling.voor.soort not in ("straat", "werkgroep") else []
    data = {
        "id": publiek_id,
        "vraag": peiling.vraag,
        "alle": alle,
        "groep": peiling.doelgroep,
        "per_adres": peiling.per_adres,
    }
    return Boodschap("stemvel.kies", {**data, **huishouden.straatkeuze(straten, bij)})


def maak(
    tx: Connection, handeling: Handeling, publiek_id: str, huis_id: str, peper: bytes, *, alle: bool = False
) -> Boodschap:
    """Make the ballots for a street, or for all whom the poll is for. Made again, the earlier ones stay valid too.

    Args:
        huis_id: a household in the street; empty for all.
        peper: secret under which codes are kept.

    Raises:
        Geweigerd: there is no such address, or there are too many.
    """
    wie, peiling = eis(tx, handeling, publiek_id)
    plekken = lees_plekken(tx, handeling, peiling.voor, huis_id, alle=alle, per_adres=peiling.per_adres)
    if len(plekken) > MEEST:
        raise Geweigerd("stemvel.te_veel", aantal=len(plekken), maximum=MEEST)
    codes = [huishoudcode.maak(handeling.geheim(f"stemvel/{n}/code")) for n in range(len(plekken))]
    ids = [handeling.id(f"stemvel/{n}") for n in range(len(plekken))]
    hmacs = [huishoudcode.hmac_van(code, peper) for code in codes]
    stemvellen.voeg_toe(tx, handeling.wijk, peiling.id, list(zip(plekken, ids, hmacs, strict=True)))
    opzet = peilingvorm.lees_opzet(tx, peiling)
    vellen = [
        {**adres(plek), "code": huishoudcode.schrijf(code)}
        | ({"volgorde": peilingvorm.volgorde_op(peiling, opzet, vel)} if opzet.geschud else {})
        for plek, vel, code in zip(plekken, ids, codes, strict=True)
    ]
    data = {
        **_stand(tx, handeling, wie, peiling),
        "methode": peiling.methode,
        "opties": list(opzet.opties),
        "instellingen": dict(opzet.instellingen),
        "over_besluit": peiling.over_besluit,
        "met_naam": peiling.met_naam,
        "per_adres": peiling.per_adres,
        "wijk": wijken.naam(tx, handeling.wijk),
        "vellen": vellen,
        "adressen": len({plek.huishouden for plek in plekken}),
    }
    return Boodschap("stemvel.klaar", data, wijze="nieuw")


def lees_plekken(
    tx: Connection, handeling: Handeling, voor: Doelgroep, huis_id: str, *, alle: bool, per_adres: bool = False
) -> list[Plek]:
    """Return for whom paper is to be made: of a street or of all whom it is for, and there is somebody.

    Args:
        huis_id: a household in the street; empty for all.
        alle: every address; else those where nobody has a telephone here.

    Raises:
        Geweigerd: there is no such address, or it is for others than that street.
    """
    straat = huishouden.lees(tx, handeling, huis_id).straat if huis_id else None
    if straat is not None and voor.soort in ("straat", "werkgroep") and voor.bereik != straat:
        raise Geweigerd("peiling.andere_groep")
    plekken = stemvellen.plekken(tx, handeling.wijk, voor, straat, alle=alle, per_adres=per_adres)
    if not plekken:
        raise Geweigerd("stemvel.geen_adres")
    return plekken


def eis(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Peiling]:
    """Return who acts and a poll that they may end, also before it opens.

    Raises:
        Geweigerd: there is no such poll, it is closed, or it is not theirs.
    """
    wie, peiling = peilingbeheer.eis(tx, handeling, publiek_id)
    if is_voorbij(peiling, handeling.now):
        raise Geweigerd("peiling.gesloten")
    if uit_functie(peiling.voor):  # who was invited to it votes by the account with which they were
        raise Geweigerd("peiling.andere_groep")
    return wie, peiling


def eis_open(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Peiling]:
    """Do as `eis`, while one can vote.

    Raises:
        Geweigerd: it has not opened yet.
    """
    wie, peiling = eis(tx, handeling, publiek_id)
    if not is_open(peiling, handeling.now):
        raise Geweigerd("stemvel.nog_niet_open")
    return wie, peiling


def _stand(tx: Connection, handeling: Handeling, wie: Wie, peiling: Peiling) -> dict[str, Any]:
    alle = stemvellen.tel(tx, peiling.id)
    return {
        "id": peiling.publiek_id,
        "vraag": peiling.vraag,
        "sluit_op": peiling.sluit_op.isoformat(),
        "gemaakt": sum(alle.values()),
        "telt": alle.get("telt", 0),
        "wacht": alle.get("wacht", 0),
        "stapel": len(stemvellen.stapel(tx, peiling.id, wie.account, handeling.now)),
    }


def adres(plek: Plek) -> dict[str, Any]:
    """Return an address as it stands on paper, with the second language of its letters."""
    nummer = schrijf(plek.huisnummer, plek.toevoeging)
    postcode = f"{plek.postcode[:4]} {plek.postcode[4:]}  {plek.plaats or ''}".rstrip()
    return {"adres": f"{plek.straat} {nummer}", "postcode": postcode, "taal": plek.taal}

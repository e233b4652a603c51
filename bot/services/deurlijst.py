"""The door list of a meeting, so that nobody needs a phone to count: its screens. Filling it in: see `afvinken`.

A tick is evidence at once. What a button does it names (tick, untick, so many), so a tap that comes twice, or that two
begeleiders make, is once. Who checked in by themselves stands ticked, and only they did that.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from berichten.bericht import Wijze
from bot.errors import Geweigerd
from bot.rules.deurcode import DEUR_OPEN
from bot.rules.hoofden import vraagt_een_blik
from bot.services import bewijs, huishouden
from bot.services.bewijs import Bewijssoort, Feit
from bot.services.deur import ROLLEN, bewijssoort
from bot.services.handeling import Handeling, eis_rol
from bot.services.huishouden import Stoel
from bot.storage import aanwezigheid, deuren, gesprekken, huishoudens
from bot.storage import bewijs as opslag
from bot.storage.aanwezigheid import Bekende
from bot.storage.accounts import Wie
from bot.storage.deuren import Deur
from bot.storage.gesprekken import Gesprek
from bot.storage.huishoudens import Huishouden

METHODE = "deurlijst"
SOORT = "deurlijst"
"""The kind of open conversation in which someone types a house number or the heads in the room."""


TERUG = timedelta(days=60)
"""So long after a meeting its list is offered, to be completed or mended."""
IN_KEUZE = 20


@dataclass(frozen=True)
class Stand:
    """Who is on the list of a meeting at this moment."""

    bekenden: tuple[Bekende, ...]
    naamloos: dict[int, int]
    hoofden: int
    gasten: int

    def op_adres(self, huis: int) -> int:
        """Return how many people of a household are there, known or not."""
        return sum(b.huishouden == huis for b in self.bekenden) + self.naamloos.get(huis, 0)

    @property
    def bewoners(self) -> int:
        """Return how many residents are there, known or not."""
        return len(self.bekenden) + sum(self.naamloos.values())


def kies(tx: Connection, handeling: Handeling, *, alle: bool = False) -> Boodschap:
    """Offer the lists of this moment and of the last weeks.

    Args:
        alle: also when one of them is open; else that one is shown at once.
    """
    deuren_ = te_kiezen(tx, handeling)
    open_ = [deur for deur in deuren_ if deur.staat(handeling.now) == "open"]
    if len(open_) == 1 and not alle:
        return overzicht(tx, handeling, open_[0].publiek_id)
    lijsten = [{**kort(deur), "begin": deur.begin.isoformat()} for deur in deuren_]
    return Boodschap("deurlijst.kies", {"lijsten": lijsten})


def te_kiezen(tx: Connection, handeling: Handeling) -> list[Deur]:
    """Return the doors whose lists are offered: of this moment and of the last weeks."""
    eis_rol(tx, handeling, *ROLLEN)
    nu = handeling.now
    return deuren.begonnen(tx, handeling.wijk, nu - TERUG, nu + DEUR_OPEN, IN_KEUZE)


def overzicht(
    tx: Connection, handeling: Handeling, publiek_id: str, bij: str = "", *, wijze: Wijze = "bewerk"
) -> Boodschap:
    """Show the totals of the list, and the streets to go on with.

    Args:
        bij: publiek_id of a household in a street on the screen that is wanted; empty for the first screen.
    """
    wie, gevonden = eis(tx, handeling, publiek_id)
    onthoud(tx, wie, gevonden, "adres")
    return replace(toon_overzicht(tx, handeling, gevonden, bij), wijze=wijze)


def straat(tx: Connection, handeling: Handeling, publiek_id: str, bij: str, *, vooraan: bool = False) -> Boodschap:
    """Show the numbers of the street in which a household stands.

    Args:
        vooraan: from the first number on; else the screen on which the household is.
    """
    wie, gevonden = eis(tx, handeling, publiek_id)
    huis = huishouden.lees(tx, handeling, bij)
    onthoud(tx, wie, gevonden, "adres", huis)
    stand = lees_stand(tx, handeling, gevonden)
    scherm = huishouden.nummerkeuze(
        tx, handeling, huis, lambda een: (stand.op_adres(een.id), een.stoelen), vooraan=vooraan
    )
    return Boodschap("deurlijst.straat", {**kort(gevonden), "totaal": stand.bewoners, **scherm})


def adres(tx: Connection, handeling: Handeling, publiek_id: str, huis_id: str, bij: int = 1) -> Boodschap:
    """Show the people of a household, each with a button; of a big one those around the seat `bij`."""
    wie, gevonden = eis(tx, handeling, publiek_id)
    return toon_adres(tx, handeling, wie, gevonden, huishouden.lees(tx, handeling, huis_id), bij)


def klaar(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Leave the list: what is typed from here on is no house number."""
    wie, gevonden = eis(tx, handeling, publiek_id)
    gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
    return Boodschap("deurlijst.klaar", {**kort(gevonden), "aantal": lees_stand(tx, handeling, gevonden).bewoners})


def toon_overzicht(
    tx: Connection, handeling: Handeling, gevonden: Deur, bij: str = "", melding: str | None = None
) -> Boodschap:
    """Show the totals of the list, and a screen of streets."""
    totalen = lees_totalen(handeling, gevonden, lees_stand(tx, handeling, gevonden))
    data = {**totalen, **huishouden.straatkeuze(huishoudens.straten(tx, handeling.wijk), bij)}
    return Boodschap("deurlijst", data, melding=melding)


def lees_totalen(handeling: Handeling, gevonden: Deur, stand: Stand) -> dict[str, Any]:
    """Return the totals of a list as messages carry them."""
    op_lijst = stand.bewoners + stand.gasten
    return {
        **kort(gevonden),
        "dicht": gevonden.staat(handeling.now) == "gesloten",
        "bewoners": stand.bewoners,
        "zelf": sum(b.vastlegger is None for b in stand.bekenden),
        "gasten": stand.gasten,
        "hoofden": stand.hoofden,
        "verschil": stand.hoofden - op_lijst,
        "kijk": stand.hoofden > 0 and vraagt_een_blik(stand.hoofden, op_lijst),
    }


def toon_adres(
    tx: Connection,
    handeling: Handeling,
    wie: Wie,
    gevonden: Deur,
    huis: Huishouden,
    bij: int = 1,
    melding: str | None = None,
) -> Boodschap:
    """Show the people of a household, and remember the street for a number that is typed."""
    onthoud(tx, wie, gevonden, "adres", huis)
    stand = lees_stand(tx, handeling, gevonden)
    stoelen, naast = huishouden.op_scherm(huishouden.stoelen(tx, huis), bij)
    huizen = huishoudens.in_straat(tx, handeling.wijk, huis.straat)
    plaats = next(n for n, h in enumerate(huizen) if h.id == huis.id)
    volgend = huizen[plaats + 1] if plaats + 1 < len(huizen) else None
    data = {
        **kort(gevonden),
        "dicht": gevonden.staat(handeling.now) == "gesloten",
        "huis": huis.publiek_id,
        "adres": huishouden.adres(huis),
        "mensen": mensen(stand, huis, stoelen, wie),
        **naast,
        "naamloos": stand.naamloos.get(huis.id, 0),
        "meer": stand.op_adres(huis.id) < huis.stoelen,
        "volgend": None if volgend is None else [huishouden.naam(volgend), volgend.publiek_id],
        "totaal": stand.bewoners,
    }
    return Boodschap("deurlijst.adres", data, melding=melding)


def mensen(stand: Stand, huis: Huishouden, stoelen: Sequence[Stoel], wie: Wie) -> list[dict[str, Any]]:
    """Return the people on some seats as messages carry them: how each came to be on the list, or not."""
    return [
        {"stoel": s.nummer, "account": s.met_account, "hoe": _hoe(bekende_van(stand, huis, s.nummer), wie)}
        for s in stoelen
    ]


def bekende_van(stand: Stand, huis: Huishouden, stoel: int) -> Bekende | None:
    """Return the known person on a seat of a household who is there."""
    return next((b for b in stand.bekenden if (b.huishouden, b.stoel) == (huis.id, stoel)), None)


def is_eigen(bekende: Bekende, wie: Wie) -> bool:
    """Say whether someone ticked this person themselves."""
    return bekende.vastlegger == wie.account and bekende.methode == METHODE


def _hoe(bekende: Bekende | None, wie: Wie) -> str:
    """Say how someone came to be on the list: not, by one's own tick, by themselves, or by another."""
    if bekende is None:
        return "niet"
    return "eigen" if is_eigen(bekende, wie) else "ander" if bekende.vastlegger else "zelf"


def lees_stand(tx: Connection, handeling: Handeling, gevonden: Deur) -> Stand:
    """Return who is on the list now."""
    bekenden = tuple(aanwezigheid.bekenden(tx, handeling.wijk, bewijssoort(gevonden), gevonden.publiek_id))
    naamloos = opslag.naamloos(tx, handeling.wijk, gevonden.publiek_id)
    per_soort: Counter[str] = Counter()
    for thuis, soort, aantal in naamloos:
        per_soort[soort] += aantal if thuis is None else 0
    thuis_aantal = {thuis: aantal for thuis, _, aantal in naamloos if thuis is not None}
    return Stand(bekenden, thuis_aantal, per_soort[bewijssoort(gevonden)], per_soort["gasten"])


def feit_van(gevonden: Deur, wie: Wie, soort: Bewijssoort | None = None) -> Feit:
    """Return what a tick of this list is evidence of."""
    return Feit(soort or bewijssoort(gevonden), gevonden.publiek_id, METHODE, wie)


def kort(gevonden: Deur) -> dict[str, Any]:
    """Return what every screen says of a meeting."""
    return {"id": gevonden.publiek_id, "titel": gevonden.titel}


def onthoud(tx: Connection, wie: Wie, gevonden: Deur, stap: str, huis: Huishouden | None = None) -> None:
    """Remember where someone is on the list, for what they type."""
    data = {"bijeenkomst": gevonden.publiek_id, "huis": huis and huis.publiek_id}
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(SOORT, stap, data))


def eis(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Deur]:
    """Return who acts and the meeting, when they are its staff.

    Raises:
        Geweigerd: they are not, or there is no such meeting.
    """
    wie = eis_rol(tx, handeling, *ROLLEN)
    gevonden = deuren.zoek(tx, handeling.wijk, publiek_id)
    if gevonden is None:
        raise Geweigerd("bijeenkomst.onbekend")
    return wie, gevonden


def eis_begonnen(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Deur]:
    """Do as `eis`, from the hour on in which the list opens.

    Raises:
        Geweigerd: it is not open yet, or the meeting was called off: nobody was there.
    """
    wie, gevonden = eis(tx, handeling, publiek_id)
    if gevonden.afgelast_op is not None:
        raise Geweigerd("bijeenkomst.afgelast")
    if gevonden.staat(handeling.now) == "nog_dicht":
        raise Geweigerd("deurlijst.nog_dicht")
    return wie, gevonden


def zet_op_lijst(
    tx: Connection, handeling: Handeling, bewoner: int, feit: Feit, gevonden: Deur, huis: Huishouden
) -> bool:
    """Put someone on the list; an unnamed person of a full household is known then. Say whether they are new."""
    nieuw = bewijs.leg_vast(tx, handeling, bewoner, feit)
    stand = lees_stand(tx, handeling, gevonden)
    if stand.op_adres(huis.id) > huis.stoelen and stand.naamloos.get(huis.id):
        bewijs.leg_aantal_vast(tx, handeling, feit, stand.naamloos[huis.id] - 1, huis)
    return nieuw


def zonder_ja(tx: Connection, stand: Stand, huis: Huishouden) -> set[int]:
    """Return the seats of an address whose people withdrew their yes and are not on the list."""
    op_lijst = {bekende.stoel for bekende in stand.bekenden if bekende.huishouden == huis.id}
    return huishouden.stoelen_zonder_ja(tx, huis) - op_lijst


def eis_plaats(tx: Connection, stand: Stand, huis: Huishouden) -> None:
    """Refuse one more unnamed person of an address where all who are left withdrew their yes, without saying why."""
    zonder = zonder_ja(tx, stand, huis)
    if zonder and stand.op_adres(huis.id) + len(zonder) >= huis.stoelen:
        raise Geweigerd("bewijs.niets_vast")


def eis_open(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Deur]:
    """Do as `eis`, while the list is open.

    Raises:
        Geweigerd: it is not open yet, or closed.
    """
    wie, gevonden = eis_begonnen(tx, handeling, publiek_id)
    if gevonden.staat(handeling.now) != "open":
        raise Geweigerd("deurlijst.dicht")
    return wie, gevonden

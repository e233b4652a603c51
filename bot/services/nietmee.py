""" "Ik doe niet mee": a full answer. What it means is said first; then no nudge and no visit comes any more.

It leaves evidence that this person was heard, which counts when the spelregels name it. It can be taken back with one
tap, and then that evidence is corrected. Which messages are nudges: `nodigt`. Without a phone it is said at the door.

takes part ──"ik doe niet mee", after what it means──▶ does not ──one tap, any time──▶ takes part
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import Doelgroep
from bot.rules.kleine_cellen import cel
from bot.services import bewijs, huishouden, kennismaking
from bot.services.bewijs import Feit
from bot.services.bezorging import wekker_van
from bot.services.formulier import Formulier, Veld
from bot.services.handeling import ORGANISATOR, Handeling, eis_bereik, eis_bewoner, eis_binnen
from bot.services.lezers import alinea_tot
from bot.services.nodigt import nodigt_uit
from bot.storage import accounts, bewaard, nietmee, wekkers
from bot.storage.accounts import Wie
from bot.storage.huishoudens import Huishouden

TEKST_LENGTE = 1000


def toon(tx: Connection, handeling: Handeling, melding: str | None = None) -> Boodschap:
    """Say what it means, to a resident with the button; to who said it already, how to take it back."""
    wie = eis_binnen(tx, handeling)
    mag = ORGANISATOR in wie.rollen
    data: dict[str, Any] = {
        "tekst": nietmee.tekst(tx, handeling.wijk),
        "bewoner": wie.bewoner is not None,
        "niet_mee": wie.bewoner is not None and nietmee.van(tx, wie.bewoner) is not None,
        "mag": mag,
        "aantal": cel(nietmee.tel(tx, handeling.wijk)) if mag else None,
    }
    return Boodschap("nietmee", data, melding=melding)


def zeg(tx: Connection, handeling: Handeling) -> Boodschap:
    """Say it: at once no invitation goes any more, nor what waited. A second tap changes nothing."""
    wie = eis_bewoner(tx, handeling)
    _zeg(tx, handeling, wie.bewoner or 0, None)
    return toon(tx, handeling)


def terug(tx: Connection, handeling: Handeling) -> Boodschap:
    """Take part again, with one tap."""
    wie = eis_bewoner(tx, handeling)
    _terug(tx, handeling, wie.bewoner or 0, None)
    return Boodschap("nietmee.terug", {})


def deur(
    tx: Connection, handeling: Handeling, huis_id: str, gekozen: frozenset[int], *, zeker: bool = False
) -> Boodschap:
    """Record it of who says so at the door, after it was told what it means; once recorded, how to take it back."""
    wie, huis = _eis_huis(tx, handeling, huis_id)
    stoelen = {stoel.nummer for stoel in huishouden.stoelen(tx, huis)}
    if not gekozen or not gekozen <= stoelen:
        raise Geweigerd("huishouden.onbekend")
    if zeker:
        for stoel in sorted(gekozen):
            _zeg(tx, handeling, huishouden.zorg_voor_bewoner(tx, handeling, huis, stoel), wie)
    return _bij_deur(tx, handeling, huis, gekozen, vast=zeker)


def deur_terug(tx: Connection, handeling: Handeling, huis_id: str, gekozen: frozenset[int]) -> Boodschap:
    """Take it back of who says at the door that they take part after all."""
    wie, huis = _eis_huis(tx, handeling, huis_id)
    for stoel in huishouden.stoelen(tx, huis):
        if stoel.nummer in gekozen and stoel.bewoner is not None:
            _terug(tx, handeling, stoel.bewoner, wie)
    return _bij_deur(tx, handeling, huis, gekozen, vast=False, melding="nietmee.weer_mee")


def stoelen_zonder(tx: Connection, stoelen: Sequence[huishouden.Stoel]) -> set[int]:
    """Return which of some seats are of people who do not take part."""
    niet = nietmee.bewoners(tx, [stoel.bewoner for stoel in stoelen if stoel.bewoner is not None])
    return {stoel.nummer for stoel in stoelen if stoel.bewoner in niet}


def _zeg(tx: Connection, handeling: Handeling, bewoner: int, vastlegger: Wie | None) -> None:
    if nietmee.van(tx, bewoner) is not None:
        return
    publiek_id = handeling.id(f"nietmee/{bewoner}")
    door = None if vastlegger is None else vastlegger.account
    nietmee.zeg(tx, handeling.wijk, bewoner, publiek_id, handeling.now, door)
    bewijs.leg_vast(tx, handeling, bewoner, _feit(publiek_id, vastlegger))
    _houd_tegen(tx, handeling.wijk, accounts.alle_van_bewoner(tx, bewoner))


def _terug(tx: Connection, handeling: Handeling, bewoner: int, vastlegger: Wie | None) -> None:
    gezegd = nietmee.van(tx, bewoner)
    if gezegd is None:
        return
    nietmee.terug(tx, bewoner)
    bewijs.trek_in(tx, handeling, bewoner, _feit(gezegd.publiek_id, vastlegger))
    kennismaking.plan_eerste(tx, handeling.wijk, bewoner, handeling.now, handeling.zone)


def _feit(publiek_id: str, vastlegger: Wie | None) -> Feit:
    return Feit("niet_mee", publiek_id, "knop" if vastlegger is None else "deurgesprek", vastlegger)


def _houd_tegen(tx: Connection, wijk: int, van: Iterable[int]) -> None:
    """Let the invitations that still wait for these accounts not go."""
    for account in van:
        rijen = bewaard.van(tx, [account])
        alarmen = {wekker_van(rij.sleutel) for rij in rijen} | nietmee.wachtende_wekkers(tx, account)
        weg = {alarm.id for alarm in wekkers.van_ids(tx, wijk, sorted(alarmen)) if nodigt_uit(tx, wijk, alarm)}
        bewaard.haal_weg(tx, [rij.id for rij in rijen if wekker_van(rij.sleutel) in weg])
        nietmee.houd_tegen(tx, account, weg)


def _bij_deur(
    tx: Connection,
    handeling: Handeling,
    huis: Huishouden,
    gekozen: frozenset[int],
    *,
    vast: bool,
    melding: str | None = None,
) -> Boodschap:
    niet = stoelen_zonder(tx, huishouden.stoelen(tx, huis))
    data = {
        "huis": huis.publiek_id,
        "adres": huishouden.adres(huis),
        "gekozen": sorted(gekozen),
        "niet_mee": gekozen <= niet,
        "vast": vast,
        "tekst": nietmee.tekst(tx, handeling.wijk),
    }
    return Boodschap("nietmee.deur", data, melding=melding)


def _eis_huis(tx: Connection, handeling: Handeling, huis_id: str) -> tuple[Wie, Huishouden]:
    """Return who acts and a household in whose street they may have conversations; not their own."""
    eis_binnen(tx, handeling)
    huis = huishouden.lees(tx, handeling, huis_id)
    wie = eis_bereik(tx, handeling, Doelgroep("straat", huis.straat))
    if huis.id == wie.huishouden:
        raise Geweigerd("deurgesprek.eigen_adres")
    return wie, huis


def _zet_tekst(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    nietmee.zet_tekst(tx, handeling.wijk, data["tekst"], handeling.now, wie.account)
    return toon(tx, handeling, melding="concept.bewaard")


FORMULIER = Formulier(
    "nietmeetekst", (Veld("tekst", alinea_tot(TEKST_LENGTE)),), (ORGANISATOR,), _zet_tekst, voorbeeld=False
)

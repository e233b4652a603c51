"""Who has which role, and taking one away. What someone says of themselves gives no power: staff give roles."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.geleding import VERTEGENWOORDIGER
from bot.rules.pacing import Baan
from bot.services import zetel
from bot.services.bladzij import blader_in
from bot.services.handeling import (
    AANSPREEKPUNT,
    BEGELEIDER,
    BEHEERDER,
    BUITENSTAANDERS,
    CONTROLEUR,
    KERNGROEP,
    ORGANISATOR,
    RANG,
    ROLLEN,
    STRAATCONTACT,
    TREKKER,
    Handeling,
    eis_rol,
    wie_handelt,
)
from bot.storage import accounts, geledingen, opdrachtmenus, outbox, rollen, roluitnodigingen, werkgroepen, wijken
from bot.storage.accounts import Wie
from bot.storage.rollen import Rol

GEVEN = (ORGANISATOR, BEHEERDER)
"""Who may see the roles and give them."""
PER_BLADZIJ = 10
_VAN_DE_WIJK = (STRAATCONTACT, TREKKER, KERNGROEP, AANSPREEKPUNT, BEGELEIDER, CONTROLEUR, VERTEGENWOORDIGER)


def mag_geven(wie: Wie, rol: str) -> bool:
    """Say whether someone may give and take a role: a beheerder any, an organisator those who work in the wijk."""
    if BEHEERDER in wie.rollen:
        return rol in RANG
    return ORGANISATOR in wie.rollen and rol in _VAN_DE_WIJK


def overzicht(tx: Connection, handeling: Handeling, bladzij: int = 0) -> Boodschap:
    """Show staff who has which role, a page at a time, and how many invitations are open; others their own roles."""
    wie = eis_rol(tx, handeling, *ROLLEN, VERTEGENWOORDIGER)
    return _overzicht(tx, handeling, wie, bladzij)


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask whether a role must really be taken away."""
    _, gevonden = _weg_te_nemen(tx, handeling, publiek_id)
    return Boodschap("rol.zeker", {**als_data(tx, handeling.wijk, gevonden), "eigen": _is_eigen(handeling, gevonden)})


def neem_weg(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Take a role away; who had it hears so, and so does their list of commands.

    Raises:
        Geweigerd: no such role, not theirs to take, or it is that of the last beheerder.
    """
    _, gevonden = _weg_te_nemen(tx, handeling, publiek_id)
    rollen.neem(tx, gevonden.id)
    account = rollen.account_van(tx, gevonden)
    if account is not None:
        opdrachtmenus.wens(tx, handeling.wijk, [account])
        if gevonden.rol == VERTEGENWOORDIGER:
            geledingen.trek_stemmen_in(tx, handeling.wijk, account, gevonden.bereik)
            zetel.laat_los(tx, handeling.wijk, [account], handeling.id("zetel"), van=gevonden.bereik)
        if not accounts.van_id(tx, handeling.wijk, account).rollen:
            outbox.zonder_rol(tx, account)
        weg = Boodschap("rol.kwijt", als_data(tx, handeling.wijk, gevonden))
        outbox.schrijf(tx, handeling.wijk, f"rol weg:{publiek_id}", [account], weg, baan=Baan.HERINNERING)
    wie = wie_handelt(tx, handeling)  # it may have been their own
    if wie.rollen - BUITENSTAANDERS:
        return _overzicht(tx, handeling, wie, 0, melding="rol.weg")
    over = sorted(wie.rollen)
    return Boodschap("menu", {"bewoner": wie.bewoner is not None, "rollen": over}, melding="rol.weg")


def eigen(tx: Connection, handeling: Handeling) -> list[dict[str, Any]]:
    """Return the roles of who acts, as messages carry them."""
    return [als_data(tx, handeling.wijk, r) for r in rollen.lijst(tx, handeling.wijk) if _is_eigen(handeling, r)]


def elders(tx: Connection, handeling: Handeling, account: int) -> list[dict[str, Any]]:
    """Return the other wijken in which an account has roles, by name, with those roles."""
    hun: dict[int, set[str]] = {}
    for wijk, soort in rollen.alle_van_account(tx, account):
        hun.setdefault(wijk, set()).add(soort)
    namen = {een.id: een.naam for een in wijken.alle(tx)}
    anders = sorted((namen[wijk], sorted(soorten)) for wijk, soorten in hun.items() if wijk != handeling.wijk)
    return [{"wijk": naam, "rollen": soorten} for naam, soorten in anders]


def bereik_naam(tx: Connection, wijk: int, rol: str, bereik: str) -> str:
    """Return where a role holds as people read it: the street, or the name of the werkgroep."""
    if rol == CONTROLEUR:
        return ""
    if rol not in {TREKKER, AANSPREEKPUNT} or not bereik:
        return bereik
    return next((w.naam for w in werkgroepen.lijst(tx, wijk, 0) if w.publiek_id == bereik), "")


def als_data(tx: Connection, wijk: int, gevonden: Rol) -> dict[str, Any]:
    """Return a role as a message to staff carries it: whose, by the number on the chat network and a name if given."""
    return {
        "id": gevonden.publiek_id,
        "rol": gevonden.rol,
        "bereik": bereik_naam(tx, wijk, gevonden.rol, gevonden.bereik),
        "namens": gevonden.namens,
        "wie": f"{gevonden.kanaal}:{gevonden.extern_id}",
        "naam": gevonden.naam,
    }


def _overzicht(tx: Connection, handeling: Handeling, wie: Wie, bladzij: int, melding: str | None = None) -> Boodschap:
    geeft = bool(wie.rollen & set(GEVEN))
    alle = [r for r in rollen.lijst(tx, handeling.wijk) if geeft or _is_eigen(handeling, r)]
    alle.sort(key=lambda r: (-RANG.index(r.rol), r.bereik.casefold(), r.id))
    gezien, rond = blader_in(alle, bladzij, PER_BLADZIJ)
    regels = [
        {
            **als_data(tx, handeling.wijk, r),
            "eigen": _is_eigen(handeling, r),
            "weg": r.publiek_id is not None and _mag_weg(wie, handeling, r),
        }
        for r in gezien
    ]
    open_ = [u for u in roluitnodigingen.open_(tx, handeling.wijk, handeling.now) if mag_geven(wie, u.rol)]
    data = {"geeft": geeft, "rollen": regels, "open": len(open_), **rond}
    return Boodschap("rol.overzicht", data, melding=melding)


def _weg_te_nemen(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Rol]:
    wie = eis_rol(tx, handeling, *ROLLEN, VERTEGENWOORDIGER)
    gevonden = rollen.zoek(tx, handeling.wijk, publiek_id)
    if gevonden is None:
        raise Geweigerd("rol.onbekend")
    if not _mag_weg(wie, handeling, gevonden):
        raise Geweigerd("rol.niet_aan_u" if wie.rollen & set(GEVEN) else "rol.onbekend")
    if gevonden.rol == BEHEERDER and not _blijft_een_beheerder(tx, handeling.wijk, gevonden):
        raise Geweigerd("rol.laatste_beheerder")
    return wie, gevonden


def _mag_weg(wie: Wie, handeling: Handeling, gevonden: Rol) -> bool:
    """Say whether someone may take a role: one that they may give, or their own."""
    return _is_eigen(handeling, gevonden) or mag_geven(wie, gevonden.rol)


def _is_eigen(handeling: Handeling, gevonden: Rol) -> bool:
    return (gevonden.kanaal, gevonden.extern_id) == (handeling.afzender.kanaal, handeling.afzender.extern_id)


def _blijft_een_beheerder(tx: Connection, wijk: int, weg: Rol) -> bool:
    return any(r.rol == BEHEERDER and r.id != weg.id for r in rollen.lijst(tx, wijk))

"""What a person can see and set about themselves: menu, own data, language, id."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap, kies_taal, uitleg
from berichten.opdrachten import GROEPSAANSPREEKPUNT, menu_voor
from bot.errors import Geweigerd
from bot.rules.toestemming import INGETROKKEN
from bot.services import geleding, rol, school, stemterug
from bot.services.handeling import AANSPREEKPUNT, CONTROLEUR, Handeling, eis_bewoner, wie_handelt, wie_spreekt
from bot.storage import (
    accounts,
    eigenbestand,
    gegevens,
    kennismaking,
    opdrachtmenus,
    rollen,
    steekproeven,
    wijken,
    wissen,
)
from bot.storage.accounts import Wie
from bot.storage.eigenbestand import Persoon


def menu(tx: Connection, handeling: Handeling, soort: str = "menu", groep: str = "") -> Boodschap:
    """Show where everything is; for who has not joined, how to.

    Args:
        soort: `menu`, or `help` or `onbegrepen` for the same buttons under another text.
        groep: the group of commands that was tapped; one that this person does not have gives the whole menu.
    """
    wie = wie_handelt(tx, handeling)
    data = _menu(tx, handeling.wijk, wie)
    heeft = groep in menu_voor(data["bewoner"], data["rollen"])[1]
    return Boodschap(soort, {**data, "groep": groep if heeft else ""})


def leg_uit(tx: Connection, handeling: Handeling, naam: str) -> Boodschap:
    """Explain something to whoever asks, over the screen that they are on.

    Raises:
        Geweigerd: there is no such explanation (any more).
    """
    if naam not in uitleg.NAMEN:
        raise Geweigerd("uitleg.weg")
    return Boodschap("uitleg", {"naam": naam}, wijze="tik")


def wie_ben_ik(tx: Connection, handeling: Handeling) -> Boodschap:
    """Tell the id with which the settings name an account, and its roles."""
    wie = wie_spreekt(tx, handeling)
    return Boodschap("wieben", {"wie": _account(handeling), "rollen": sorted(wie.rollen)})


def mijn_gegevens(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show what is kept about the resident who asks; to who votes for a geleding or answered for a school, of that."""
    wie = wie_spreekt(tx, handeling)
    if wie.elders is not None:
        return Boodschap("gegevens.elders", {"elders": wie.elders._asdict()})
    if wie.bewoner is None and wie.geleding is not None:
        return geleding.toon(tx, handeling)
    if wie.bewoner is None and (bij_school := school.eigen_gegevens(tx, handeling, wie)):
        return bij_school
    if wie.bewoner is None:
        wie = eis_bewoner(tx, handeling)
    if wie.toestemming == INGETROKKEN:
        return Boodschap("toestemming.ingetrokken")
    taken = rol.eigen(tx, handeling) if wie.rollen else []
    stemmen = stemterug.met_naam(tx, handeling.wijk, wie.bewoner or 0)
    eigen = {"account": _account(handeling), "taken": taken, "stemmen_met_naam": stemmen}
    eigen["taken_elders"] = rol.elders(tx, handeling, wie.account)
    return Boodschap("gegevens", {**gegevens.van(tx, wie), **eigen})


def bestand(tx: Connection, handeling: Handeling) -> Boodschap:
    """Send all that is kept about who asks as a file, in whichever wijk; of who is not known here nothing is."""
    van = handeling.afzender
    if not van.prive:
        raise Geweigerd("alleen_prive")
    wie = accounts.wie(tx, handeling.wijk, van.kanaal, van.extern_id)
    if wie is None:
        return Boodschap("wissen.niets")
    if wie.elders is not None:
        wie = accounts.van_id(tx, wie.elders.id, wie.account)
    alle = (wie.account,) if wie.bewoner is None else tuple(wissen.accounts_van(tx, wie.bewoner))
    met_rol = any(rollen.alle_van_account(tx, een) for een in alle)
    meer = len(wijken.alle(tx)) > 1
    inhoud = eigenbestand.van(tx, Persoon(wie.bewoner, wie.huishouden, alle, met_rol=met_rol, meer_wijken=meer))
    data = {"dag": handeling.now.astimezone(handeling.zone).date().isoformat(), "bestand": {"versie": 1, **inhoud}}
    return Boodschap("gegevens.bestand", data, wijze="nieuw")


def talen(tx: Connection, handeling: Handeling) -> Boodschap:
    """Offer the languages."""
    wie_spreekt(tx, handeling)
    return Boodschap("taal.kies")


def zet_taal(tx: Connection, handeling: Handeling, taal: str) -> Boodschap:
    """Speak another language from now on."""
    wie = wie_spreekt(tx, handeling)
    spreek(tx, handeling, wie, taal)
    return Boodschap("menu", _menu(tx, handeling.wijk, wie), melding="taal.gezet")


def bereikbaar(tx: Connection, handeling: Handeling, kan: bool) -> tuple[Boodschap, ...]:
    """Remember whether someone blocked the bot; nothing is said to who did."""
    wie = wie_spreekt(tx, handeling)
    accounts.zet_bereikbaar(tx, wie.account, kan)
    if kan:
        opdrachtmenus.herhaal(tx, wie.account)
    return ()


def spreek(tx: Connection, handeling: Handeling, wie: Wie, taal: str) -> None:
    """Speak a language to someone from now on, in their list of commands too; that of their phone they have already."""
    gekozen = kies_taal(taal)
    accounts.wijzig(tx, wie.account, taal=gekozen)
    if gekozen == kies_taal(handeling.afzender.taalcode):
        opdrachtmenus.herhaal(tx, wie.account)
    else:
        opdrachtmenus.wens(tx, handeling.wijk, [wie.account])


def _menu(tx: Connection, wijk: int, wie: Wie) -> dict[str, Any]:
    naam = kennismaking.naam(tx, wie.bewoner) if wie.bewoner is not None else None
    hun = sorted(wie.rollen - ({CONTROLEUR} if _niets_te_controleren(tx, wijk, wie) else set()))
    if AANSPREEKPUNT in hun and "" not in wie.aanspreekt:
        hun = sorted({*hun, GROEPSAANSPREEKPUNT} - {AANSPREEKPUNT})
    elders = {"elders": wie.elders._asdict()} if wie.elders is not None else {}
    return {"bewoner": wie.bewoner is not None, "rollen": hun, "woonde_op": wie.woonde_op, "naam": naam, **elders}


def _niets_te_controleren(tx: Connection, wijk: int, wie: Wie) -> bool:
    """Say whether a controleur has no sample: their role may outlive it."""
    return CONTROLEUR in wie.rollen and not steekproeven.loopt_voor(tx, wijk, wie.account)


def _account(handeling: Handeling) -> str:
    return f"{handeling.afzender.kanaal}:{handeling.afzender.extern_id}"

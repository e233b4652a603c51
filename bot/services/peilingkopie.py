"""From a poll back to the answers of the form: to ask something like it, with each answer to be changed."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import ALLE_GELEDINGEN
from bot.rules.peilingen import METHODEN
from bot.rules.peilingvorm import antwoorden_van
from bot.services import doelgroep, peilingvorm
from bot.services.formulier import ANDERS, VAST
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import Handeling, eis_rol, mag_voor
from bot.services.kiezer import eis_ziet, is_voorbij
from bot.services.peiling import FORMULIER, mag_besluit
from bot.services.peilingbeheer import eis_beheer, van_bewoners
from bot.services.peilingextra import mag_uitslag
from bot.services.peilingversie import VERVANGT
from bot.storage.accounts import Wie
from bot.storage.peilingen import Peiling


def neem_over(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form with the answers of a poll that one sees; what is of its own time is asked.

    Raises:
        Geweigerd: no such poll, it is for others, or one makes no polls.
    """
    wie = eis_rol(tx, handeling, *FORMULIER.rollen)
    peiling = van_bewoners(tx, handeling, publiek_id)
    eis_ziet(tx, wie, peiling)
    data = antwoorden(tx, handeling, wie, peiling)
    if not mag_uitslag(wie, peiling.uitslag_naar):
        del data["uitslag_naar"]
    return open_formulier(tx, handeling, FORMULIER, data | {ANDERS: True})


def pas_aan(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form of a new version in the place of a poll that is open: what changes is asked first.

    Raises:
        Geweigerd: no such poll, it is closed, or it is not theirs to change.
    """
    wie = eis_rol(tx, handeling, *FORMULIER.rollen)
    peiling = van_bewoners(tx, handeling, publiek_id)
    eis_beheer(wie, peiling)
    if not mag_besluit(wie, _ja(peiling.over_besluit)):
        raise Geweigerd("rol_nodig")
    if is_voorbij(peiling, handeling.now):
        raise Geweigerd("peiling.gesloten")
    data = antwoorden(tx, handeling, wie, peiling) | {"sluit_op": peiling.sluit_op.isoformat(), VERVANGT: publiek_id}
    data |= {"opent_op": peiling.opent_op.isoformat()} if peiling.opent_op else {}
    vast = [naam for naam in ("voor", "welke", "geleding", "weging", "met_naam", "besluit") if naam in data]
    return open_formulier(tx, handeling, FORMULIER, data | {VAST: vast, ANDERS: True})


def antwoorden(tx: Connection, handeling: Handeling, wie: Wie, peiling: Peiling) -> dict[str, Any]:
    """Return the answers that make such a poll, as far as someone may give them; not its moments."""
    data = antwoorden_van(peiling.methode, peilingvorm.lees_opzet(tx, peiling))
    for veld in METHODEN[peiling.methode].velden:
        if veld.ronde == "alleen":
            data.pop(f"{peiling.methode}.{veld.naam}", None)
    data |= {"vraag": peiling.vraag, "live": _ja(peiling.live)}
    if mag_besluit(wie, _ja(peiling.over_besluit)):
        data["besluit"] = _ja(peiling.over_besluit)
    data |= {"minste_stemmen": peiling.minste_stemmen} if peiling.minste_stemmen else {}
    data |= {"per_adres": "ja"} if peiling.per_adres else {}
    data |= {"uitslag_naar": peiling.uitslag_naar} if peiling.uitslag_naar != "doelgroep" else {}
    data |= {"weging": peiling.weging} if peiling.voor == ALLE_GELEDINGEN else {}
    if not mag_voor(wie, peiling.voor):
        return data
    try:
        return data | doelgroep.antwoorden(tx, handeling, peiling.voor) | {"met_naam": _ja(peiling.met_naam)}
    except Geweigerd:  # that werkgroep or street is there no more: for whom it is, is asked
        return data


def _ja(waar: bool) -> str:
    return "ja" if waar else "nee"

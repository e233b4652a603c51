"""Somebody floods or insults the aanspreekpunt: staff let them ask nothing for a time. They hear so, and may object.

    stopped by a begeleider or organisator ──its time──▶ over
       └──"I do not agree"──▶ the organisatoren ──let them ask again──▶ over

And the other way about: who gets an answer that is not in order says so to the organisatoren. A stop is about asking
only: voting, coming and reacting go on, and nobody reads who it is.
"""

from datetime import timedelta

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.services import vraagdraad, vraagpunt
from bot.services.gesprek import eis_open, wacht_op
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, eis_bewoner, eis_rol
from bot.services.lezers import alinea_tot, blijft_open
from bot.storage import accounts, gesprekken, outbox, rollen, vraagstoppen, vragen
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.vraagstoppen import Vraagstop
from bot.storage.vragen import Vraag

SOORT = "vraagstop"
"""The kind of open conversation in which someone types why they do not agree."""
ROLLEN = (BEGELEIDER, ORGANISATOR)
DAGEN = (7, 28)
"""For so many days one can be stopped."""
LEES = alinea_tot(500)
_TWEEDE_TIK = timedelta(hours=1)
"""Who is stopped for as long within this is stopped already: they hear it once."""


def vraag(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask for how long who asks this may ask nothing."""
    _eis(tx, handeling, publiek_id)
    return Boodschap("vraagstop.vraag", {"id": publiek_id, "dagen": list(DAGEN)})


def stop(tx: Connection, handeling: Handeling, publiek_id: str, dagen: str) -> Boodschap:
    """Stop who asks this for some days. What they asked and waits ends with it; their evidence stays as it was."""
    wie, gevonden = _eis(tx, handeling, publiek_id)
    if dagen not in {str(n) for n in DAGEN}:
        return vraag(tx, handeling, publiek_id)
    tot = handeling.now + timedelta(days=int(dagen))
    al = vraagstoppen.van(tx, gevonden.bewoner, handeling.now)
    if al is not None and tot - al.tot < _TWEEDE_TIK and al.tot <= tot:
        return vraagpunt.lijst(tx, handeling, melding="vraagstop.gestopt")
    eigen_id = handeling.id(SOORT)
    zo = {"publiek_id": eigen_id, "tot": tot, "gemaakt_door": wie.account, "op": handeling.now}
    vraagstoppen.zet(tx, handeling.wijk, gevonden.bewoner, **zo)
    for open_ in vragen.van_bewoner(tx, gevonden.bewoner):
        if open_.staat == "open":
            vraagdraad.haal_weg(tx, handeling.wijk, open_, handeling.now)
            vragen.zet(tx, open_.id, staat="klaar")
    verteld = Boodschap("vraag.gestopt", {"tot": tot.isoformat(), "bezwaar": False})
    naar = accounts.waar_gevraagd(tx, gevonden.bewoner, gevonden.vanaf)
    outbox.schrijf(tx, handeling.wijk, f"vraagstop:{eigen_id}", naar, verteld, baan=Baan.HERINNERING)
    return vraagpunt.lijst(tx, handeling, melding="vraagstop.gestopt")


def begin_bezwaar(tx: Connection, handeling: Handeling) -> Boodschap:
    """Wait for why somebody does not agree.

    Raises:
        Geweigerd: they are not stopped (any more), said it already, or are filling in something else.
    """
    wie = eis_bewoner(tx, handeling)
    _eigen(tx, handeling, wie.bewoner or 0)
    wacht_op(tx, wie, Gesprek(SOORT, "tekst", {}))
    return Boodschap("vraagstop.bezwaar", {}, wijze="nieuw")


def typ(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Bring the organisatoren why somebody does not agree."""
    wie = eis_bewoner(tx, handeling)
    eis_open(tx, wie, SOORT)
    gevonden = _eigen(tx, handeling, wie.bewoner or 0)
    with blijft_open("vraagstop.bezwaar", {}):
        schoon = LEES(tekst, handeling)
    gesprekken.sluit(tx, wie.wijk, wie.account)
    vraagstoppen.maak_bezwaar(tx, gevonden.bewoner, schoon)
    data = {"id": gevonden.publiek_id, "tot": gevonden.tot.isoformat(), "tekst": schoon}
    _meld(tx, handeling, gevonden.bewoner, f"vraagbezwaar:{gevonden.publiek_id}", Boodschap("vraagstop.nieuw", data))
    return Boodschap("vraagstop.ontvangen")


def hef_op(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Let somebody ask again; they hear so. A second tap finds nothing to end."""
    wie = eis_rol(tx, handeling, ORGANISATOR)
    gevonden = vraagstoppen.zoek(tx, handeling.wijk, publiek_id)
    if gevonden is None or gevonden.bewoner == wie.bewoner:
        raise Geweigerd("vraag.onbekend")
    vraagstoppen.hef_op(tx, gevonden.bewoner)
    naar = accounts.van_bewoner(tx, gevonden.bewoner)
    weer = Boodschap("vraagstop.weer")
    outbox.schrijf(tx, handeling.wijk, f"vraagweer:{publiek_id}", naar, weer, baan=Baan.HERINNERING)
    return vraagpunt.lijst(tx, handeling, melding="vraagstop.opgeheven")


def meld_antwoord(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Tell the organisatoren that an answer is not in order; twice is once."""
    wie = eis_bewoner(tx, handeling)
    gevonden = vragen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None or gevonden.bewoner != wie.bewoner or not vraagpunt.heeft_antwoord(tx, gevonden):
        raise Geweigerd("vraag.onbekend")
    if gevonden.gemeld_op is None:
        vragen.zet(tx, gevonden.id, gemeld_op=handeling.now)
        data = vraagdraad.als_data(tx, vraagdraad.bestaand(tx, handeling.wijk, gevonden.id))
        sleutel = vraagdraad.gemeld_sleutel(gevonden.publiek_id)
        _meld(tx, handeling, gevonden.bewoner, sleutel, Boodschap("vraag.gemeld", data))
    return Boodschap("vraagstop.gemeld")


def _meld(tx: Connection, handeling: Handeling, bewoner: int, sleutel: str, boodschap: Boodschap) -> None:
    team = set(rollen.accounts_met(tx, handeling.wijk, [ORGANISATOR])) - set(accounts.alle_van_bewoner(tx, bewoner))
    outbox.schrijf(tx, handeling.wijk, sleutel, team, boodschap, baan=Baan.HERINNERING)


def _eigen(tx: Connection, handeling: Handeling, bewoner: int) -> Vraagstop:
    gevonden = vraagstoppen.van(tx, bewoner, handeling.now)
    if gevonden is None or gevonden.bezwaar is not None:
        raise Geweigerd("vraag.niets_te_zeggen")
    return gevonden


def _eis(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Vraag]:
    eis_rol(tx, handeling, *ROLLEN)
    return vraagpunt.eis(tx, handeling, publiek_id)

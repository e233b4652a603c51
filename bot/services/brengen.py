"""Telling at a door what no chat can bring: the answer to a question, or that a meeting changed or is called off.

    answered, changed, called off ──▶ te brengen ──"gebracht"──▶ done ──"toch niet"──▶ te brengen
                                          └── the meeting began, someone moved ──▶ gone

Answers are read by begeleiders and organisatoren only; that a meeting changed a straatcontact tells in the own street
too. One tick is for all at an address who were to hear the same.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import Doelgroep
from bot.rules.huisnummers import loopsleutel, schrijf
from bot.rules.pacing import Baan
from bot.services import huishouden
from bot.services.bladzij import blader_in
from bot.services.handeling import BEGELEIDER, ORGANISATOR, STRAATCONTACT, Handeling, eis_rol, mag_voor
from bot.storage import accounts, bijeenkomsten, brengtaken, conceptreacties, outbox, rollen, vragen
from bot.storage import vraagbaak as vraagbaken
from bot.storage.accounts import Wie
from bot.storage.brengtaken import Brengtaak

ROLLEN = (STRAATCONTACT, BEGELEIDER, ORGANISATOR)
STAF = frozenset({BEGELEIDER, ORGANISATOR})
BIJEENKOMST = ("gewijzigd", "afgelast")
SOORTEN = ("antwoord", "zaal", "reactie", *BIJEENKOMST)
PER_BLADZIJ = 10


def zet_klaar(tx: Connection, handeling: Handeling, soort: str, onderwerp: str, bewoners: Iterable[int]) -> bool:
    """Let those of some residents who have no phone here be told at their door; say whether there are any.

    Who has one and blocked the bot is not visited for it: what they asked in their chat has no address.

    Args:
        soort: of `SOORTEN`.
        onderwerp: publiek_id of the thread, the answer or the meeting.
    """
    zonder = accounts.zonder_account(tx, bewoners)
    for bewoner in zonder:
        publiek_id = handeling.id(f"brengtaak/{bewoner}/{onderwerp}")
        brengtaken.zet(tx, handeling.wijk, publiek_id, bewoner, soort, onderwerp, handeling.now)
    if zonder:
        naar = rollen.accounts_met(tx, handeling.wijk, [BEGELEIDER]) or rollen.accounts_met(
            tx, handeling.wijk, [ORGANISATOR]
        )
        if soort in BIJEENKOMST:
            alle = brengtaken.te_brengen(tx, handeling.wijk, handeling.now, over=onderwerp)
            straten = {taak.straat for taak in alle}
            naar = [*naar, *(een for straat in straten for een in rollen.straatcontacten(tx, handeling.wijk, straat))]
        sleutel = f"brengen:{onderwerp}:{handeling.id('brengen')}"
        nieuw = Boodschap("brengen.nieuw", {"soort": soort})
        outbox.schrijf(tx, handeling.wijk, sleutel, sorted(set(naar)), nieuw, baan=Baan.HERINNERING)
    return bool(zonder)


def lijst(
    tx: Connection, handeling: Handeling, bladzij: int = 0, huis_id: str = "", melding: str | None = None
) -> Boodschap:
    """Show what is to be told, in the order in which one walks past the addresses.

    Args:
        huis_id: only at this household.
    """
    wie = eis_rol(tx, handeling, *ROLLEN)
    huis = huishouden.lees(tx, handeling, huis_id) if huis_id else None
    gevonden, rond = blader_in(_voor(tx, handeling, wie, None if huis is None else huis.id), bladzij, PER_BLADZIJ)
    regels = [{"id": een.publiek_id, "adres": _adres(een), "soort": een.soort} for een in gevonden]
    return Boodschap("brengen.lijst", {"taken": regels, "huis": huis_id, **rond}, melding=melding)


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show what is to be told, and to whom."""
    _, taak = _eis(tx, handeling, publiek_id)
    return _toon(tx, handeling, taak)


def gebracht(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Note that it was told; what a colleague noted stays as it is."""
    wie, taak = _eis(tx, handeling, publiek_id)
    if taak.gebracht_op is None:
        brengtaken.gebracht(tx, taak, wie.account, handeling.now)
    return _toon(tx, handeling, _eis(tx, handeling, publiek_id)[1])


def nog_niet(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Note that it was not told after all."""
    _, taak = _eis(tx, handeling, publiek_id)
    if taak.gebracht_op is not None:
        brengtaken.nog_niet(tx, taak)
    return _toon(tx, handeling, _eis(tx, handeling, publiek_id)[1])


def tel(tx: Connection, handeling: Handeling, wie: Wie, huis: int) -> int:
    """Return how much there is to tell at a household, by who acts."""
    return len(_voor(tx, handeling, wie, huis))


def _voor(tx: Connection, handeling: Handeling, wie: Wie, huis: int | None) -> list[Brengtaak]:
    """Return what someone may bring, one of each address and subject."""
    staf = bool(wie.rollen & STAF)
    straten, soorten = (None, None) if staf else (wie.straten, BIJEENKOMST)
    alle = brengtaken.te_brengen(tx, handeling.wijk, handeling.now, straten=straten, soorten=soorten, huis=huis)
    samen = {(een.huishouden, een.onderwerp): een for een in sorted(alle, key=lambda een: een.id, reverse=True)}
    return sorted(samen.values(), key=_looproute)


def _toon(tx: Connection, handeling: Handeling, taak: Brengtaak) -> Boodschap:
    data = {
        "id": taak.publiek_id,
        "huis": taak.huis,
        "adres": _adres(taak),
        "stoel": None if taak.soort in BIJEENKOMST else taak.stoel,
        "soort": taak.soort,
        "gebracht": taak.gebracht_op is not None,
        "inhoud": _inhoud(tx, handeling, taak),
    }
    return Boodschap("brengen.een", data)


def _inhoud(tx: Connection, handeling: Handeling, taak: Brengtaak) -> dict[str, Any] | None:
    """Return what is told, as it is now; None when it is not there any more."""
    match taak.soort:
        case "antwoord":
            draad = vragen.zoek(tx, handeling.wijk, publiek_id=taak.onderwerp)
            gezegd = vragen.berichten(tx, draad.id) if draad else []
            vraag = next((een for een in reversed(gezegd) if een.van == "bewoner"), None)
            antwoord = next((een for een in reversed(gezegd) if een.van == "team"), None)
            return {"vraag": vraag.tekst, "antwoord": antwoord.tekst} if vraag and antwoord else None
        case "zaal":
            een = vraagbaken.zoek(tx, handeling.wijk, publiek_id=taak.onderwerp)
            return {"antwoord": een.gegeven or een.antwoord} if een else None
        case "reactie":
            rij = conceptreacties.antwoord(tx, handeling.wijk, taak.onderwerp)
            return {"titel": rij[0], "oordeel": rij[1], "reden": rij[2]} if rij else None
    avond = bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=taak.onderwerp)
    if avond is None:
        return None
    nu = {"titel": avond.titel, "begin": avond.begin.isoformat(), "plaats": avond.plaats}
    return {**nu, "afgelast": avond.afgelast_op is not None, "reden": avond.afgelast_reden}


def _eis(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Brengtaak]:
    """Return who acts and a task that they may do.

    Raises:
        Geweigerd: no such role, another street, an answer for who is no staff, or there is no such task any more.
    """
    wie, taak = eis_rol(tx, handeling, *ROLLEN), brengtaken.zoek(tx, handeling.wijk, publiek_id)
    if taak is None:
        raise Geweigerd("brengen.weg")
    van_staf = taak.soort not in BIJEENKOMST and not wie.rollen & STAF
    if van_staf or not mag_voor(wie, Doelgroep("straat", taak.straat)):
        raise Geweigerd("buiten_bereik")
    return wie, taak


def _adres(taak: Brengtaak) -> str:
    return f"{taak.straat} {schrijf(taak.huisnummer, taak.toevoeging)}"


def _looproute(taak: Brengtaak) -> tuple[Any, ...]:
    return taak.straat.casefold(), loopsleutel(taak.huisnummer, taak.toevoeging), taak.id

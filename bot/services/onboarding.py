"""Joining: code → language → consent → in. Every step is a row in `gesprek`, so that it survives a restart.

    /start or any text
            │
          code ──right code──▶ taal ──chosen──▶ toestemming ──ja──▶ in
            ▲ ◀─────terug──────┘ ▲ ◀────terug───────┘   └──who lives there without an account?──▶ bekend ──▶ in
            └──terug (another language first)──▶ taal without a code, and back here

"Later" leaves the row as it is: the next word goes on from there.
"""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap, kies_taal
from bot.rules import huishoudcode, toestemming
from bot.rules.pacing import Baan
from bot.services import bewoner, gewisteplek, kennismaking, stemverhuizing, voorkeur
from bot.services.gesprek import wil_knop
from bot.services.handeling import ORGANISATOR, Handeling, wie_spreekt
from bot.storage import accounts, bewijs, geledingen, gesprekken, huishoudens, outbox, rollen, voorkeuren, wissen
from bot.storage import gewist as gewisteplekken
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.huishoudens import Huishoudcode, Persoon

SOORT = "welkom"
TOESTEMMING_VERSIE = toestemming.VERSIE

POGINGEN_PER_UUR = 5
_UUR = timedelta(hours=1)
_TERUG = {"code": "taal", "taal": "code", "toestemming": "taal", "bekend": "toestemming"}
BEKEND = ("ja", "nee", "weet_niet")


def start(tx: Connection, handeling: Handeling, code: str, peper: bytes) -> Boodschap:
    """Answer `/start`, with the code of a letter's link or without one.

    Raises:
        Geweigerd: not in the person's own chat. So do all functions here.
    """
    wie = _wie(tx, handeling)
    if code:
        return _probeer(tx, handeling, wie, code, peper)
    if wie.bewoner is not None and voorkeur.is_gestopt(tx, wie.account):
        return voorkeur.weer(tx, handeling)
    if _is_binnen(tx, wie) or (wie.rollen and not _is_bezig(tx, wie)):
        return bewoner.menu(tx, handeling)
    return _zet(tx, handeling.wijk, wie, _gesprek(tx, wie))


def typ(tx: Connection, handeling: Handeling, tekst: str, peper: bytes) -> Boodschap:
    """Take typed text: a code.

    Raises:
        Geweigerd: only a button answers here; who stopped halfway sees where they were.
    """
    wie = _wie(tx, handeling)
    gesprek = _gesprek(tx, wie)
    if gesprek.stap == "code" or huishoudcode.lijkt_op_code(tekst):
        return _probeer(tx, handeling, wie, tekst, peper)
    raise wil_knop(_zet(tx, handeling.wijk, wie, gesprek))


def kies(tx: Connection, handeling: Handeling, taal: str) -> Boodschap:
    """Speak this language; the next step is the consent, or the code when there is none yet."""
    wie = _wie(tx, handeling)
    bewoner.spreek(tx, handeling, wie, taal)
    if _is_binnen(tx, wie):
        return bewoner.menu(tx, handeling)
    data = _gesprek(tx, wie).data
    return _zet(tx, handeling.wijk, wie, Gesprek(SOORT, "toestemming" if "code" in data else "code", data))


def terug(tx: Connection, handeling: Handeling) -> Boodschap:
    """Go back one step; a code that was given is kept until the step of the code itself."""
    wie = _wie(tx, handeling)
    if _is_binnen(tx, wie):
        return bewoner.menu(tx, handeling)
    gesprek = _gesprek(tx, wie)
    stap = _TERUG[gesprek.stap]
    data = _zonder_code(gesprek) if stap == "code" else gesprek.data
    return _zet(tx, handeling.wijk, wie, Gesprek(SOORT, stap, data))


def later(tx: Connection, handeling: Handeling) -> Boodschap:
    """Stop for now; nothing is lost. Who has a role goes on with that: what they type is no code any more."""
    wie = _wie(tx, handeling)
    if wie.rollen and _is_bezig(tx, wie):
        gesprekken.sluit(tx, wie.wijk, wie.account)
    return bewoner.menu(tx, handeling) if _is_binnen(tx, wie) or wie.rollen else Boodschap("welkom.later")


def al_mee(tx: Connection, handeling: Handeling, *, post: bool) -> Boodschap:
    """Say to who takes part on another device how to come here as the same person: they would count twice.

    Args:
        post: whether mail can be sent.
    """
    wie = _wie(tx, handeling)
    if _is_binnen(tx, wie):
        return bewoner.menu(tx, handeling)
    return Boodschap("toestel.hoe", {"mail": post and bool({"code", "brief"} & _gesprek(tx, wie).data.keys())})


def verder(tx: Connection, handeling: Handeling) -> Boodschap:
    """Go on where someone stopped."""
    wie = _wie(tx, handeling)
    return bewoner.menu(tx, handeling) if _is_binnen(tx, wie) else _zet(tx, handeling.wijk, wie, _gesprek(tx, wie))


def stem_in(tx: Connection, handeling: Handeling, versie: str) -> Boodschap:
    """Consent to what the text of this version says, and take a seat in the household.

    Args:
        tx: under the lock of accounts, so that two who want the last seat come one after the other.
        handeling: who acts.
        versie: of the text above the button that was tapped.
    """
    wie = _wie(tx, handeling)
    if _is_binnen(tx, wie):
        return bewoner.menu(tx, handeling)
    gesprek = _gesprek(tx, wie)
    if gesprek.stap != "toestemming" or versie != str(TOESTEMMING_VERSIE):
        return _zet(tx, handeling.wijk, wie, gesprek)
    code = huishoudens.code(tx, handeling.wijk, gesprek.data["code"])
    straks = Gesprek(SOORT, "bekend", {**gesprek.data, "toestemming_op": handeling.now.isoformat()})
    if _opgetekend(tx, _zonder_account(tx, code)):
        return _zet(tx, handeling.wijk, wie, straks)
    return _ga_wonen(tx, handeling, wie, code, straks, nieuw=True)


def was_bekend(tx: Connection, handeling: Handeling, antwoord: str) -> Boodschap:
    """Say whether a begeleider recorded this person before; if so, or unknown, they take over the seat they had then.

    Args:
        tx: under the lock of accounts.
        handeling: who acts.
        antwoord: ja, nee or weet_niet.
    """
    wie = _wie(tx, handeling)
    if _is_binnen(tx, wie):
        return bewoner.menu(tx, handeling)
    gesprek = _gesprek(tx, wie)
    if gesprek.stap != "bekend" or antwoord not in BEKEND:
        return _zet(tx, handeling.wijk, wie, gesprek)
    code = huishoudens.code(tx, handeling.wijk, gesprek.data["code"])
    return _ga_wonen(tx, handeling, wie, code, gesprek, nieuw=antwoord == "nee")


def _ga_wonen(
    tx: Connection, handeling: Handeling, wie: Wie, code: Huishoudcode | None, gesprek: Gesprek, *, nieuw: bool
) -> Boodschap:
    """Take a seat: a free one, or with its evidence that of someone who was recorded without an account.

    Who says that they were recorded never gets a seat of which nothing holds: they would count on two. Who says that
    they were not gets the evidence of a housemate only when there is no other seat.
    """
    stoel, zonder = _vrije_stoel(tx, code), _zonder_account(tx, code)
    gewist = None if code is None else gewisteplekken.vrije_plek(tx, code.huishouden)
    if code is None or (stoel is None and not zonder and gewist is None):  # it was free when the code came
        _zet(tx, handeling.wijk, wie, Gesprek(SOORT, "code", _zonder_code(gesprek)))
        return _kan_niet(tx, handeling, code)
    opgetekend = _opgetekend(tx, zonder)
    leeg = [persoon.id for persoon in zonder if persoon.id not in opgetekend]
    if opgetekend and not nieuw:
        wordt = opgetekend[0]
    elif gewist is not None:
        wordt = gewist
        gewisteplek.vraag(tx, handeling, gewist, code.huishouden)
    elif leeg or stoel is None:
        wordt = (leeg or opgetekend)[0]
    else:
        wordt = huishoudens.voeg_bewoner_toe(
            tx, handeling.wijk, code.huishouden, stoel, handeling.id("bewoner"), handeling.now
        )
    ja_gezegd = datetime.fromisoformat(gesprek.data["toestemming_op"])
    if (eerder := wissen.bewoner_van(tx, handeling.wijk, wie.account)) is not None:
        stemverhuizing.neem_mee(tx, handeling, eerder, wordt)
    if wie.geleding is not None:
        geledingen.neem_mee(tx, handeling.wijk, wie.account, wordt)
    accounts.wijzig(tx, wie.account, bewoner=wordt, toestemming_versie=TOESTEMMING_VERSIE, toestemming_op=ja_gezegd)
    gesprekken.sluit(tx, wie.wijk, wie.account)
    if voorkeur.is_gestopt(tx, wie.account):  # that was before they took part
        voorkeuren.zet(tx, wie.account, gestopt=False)
    kennismaking.plan_eerste(tx, handeling.wijk, wordt, handeling.now, handeling.zone)
    return Boodschap("welkom.binnen")


def _probeer(tx: Connection, handeling: Handeling, wie: Wie, getypt: str, peper: bytes) -> Boodschap:
    if _is_binnen(tx, wie):  # whatever the code: who is in learns nothing about it
        return Boodschap("welkom.al_binnen")
    gesprek = _gesprek(tx, wie)
    _zet(tx, handeling.wijk, wie, gesprek)  # what they type next comes here too
    pogingen = accounts.codepogingen(tx, wie.account, handeling.now - _UUR)
    if len(pogingen) < POGINGEN_PER_UUR:
        goed = huishoudcode.lees(getypt)
        if goed is None:
            return Boodschap("welkom.typefout")
        code = huishoudens.vind_code(tx, handeling.wijk, huishoudcode.hmac_van(goed, peper))
        if code is not None:
            vol = _vrije_stoel(tx, code) is None and not _zonder_account(tx, code)
            if vol and (code.ingetrokken or gewisteplekken.vrije_plek(tx, code.huishouden) is None):
                van_brief = {**_zonder_code(gesprek), "brief": code.id}  # for who comes back
                _zet(tx, handeling.wijk, wie, Gesprek(SOORT, "code", van_brief))
                return _kan_niet(tx, handeling, code)
            data = {**_zonder_code(gesprek), "code": code.id, "brieftaal": code.taal}
            return _zet(tx, handeling.wijk, wie, Gesprek(SOORT, "taal", data))
        accounts.noteer_codepoging(tx, wie.account, handeling.now)
        pogingen.append(handeling.now)
    over = POGINGEN_PER_UUR - len(pogingen)
    if over > 0:
        return Boodschap("welkom.onbekend", {"over": over})
    return Boodschap("welkom.te_vaak", {"vanaf": (pogingen[0] + _UUR).isoformat()})


def _kan_niet(tx: Connection, handeling: Handeling, code: Huishoudcode | None) -> Boodschap:
    if code is None or code.ingetrokken:
        return Boodschap("welkom.ingetrokken")
    _meld_vol(tx, handeling, code.huishouden)
    return Boodschap("welkom.vol", {"al": any(een.met_account for een in huishoudens.personen(tx, code.huishouden))})


def _meld_vol(tx: Connection, handeling: Handeling, huishouden: int) -> None:
    """Tell the organisatoren, once a day for a household, at which address someone did not fit."""
    dag = handeling.now.astimezone(handeling.zone).date().isoformat()
    sleutel = f"vol:{huishouden}:{dag}"
    team = rollen.accounts_met(tx, handeling.wijk, [ORGANISATOR])
    naar = sorted(set(team) - outbox.geschreven(tx, sleutel, team))
    boodschap = Boodschap("welkom.vol_team", {"adres": huishoudens.adres(tx, huishouden)})
    outbox.schrijf(tx, handeling.wijk, sleutel, naar, boodschap, baan=Baan.HERINNERING)


def _vrije_stoel(tx: Connection, code: Huishoudcode | None) -> int | None:
    if code is None or code.ingetrokken:
        return None
    bezet = huishoudens.bezette_stoelen(tx, code.huishouden)
    return next((stoel for stoel in range(1, code.stoelen + 1) if stoel not in bezet), None)


def _zonder_account(tx: Connection, code: Huishoudcode | None) -> list[Persoon]:
    if code is None or code.ingetrokken:
        return []
    thuis = huishoudens.personen(tx, code.huishouden)
    return [persoon for persoon in thuis if not persoon.met_account and not persoon.gewist]


def _opgetekend(tx: Connection, zonder: list[Persoon]) -> list[int]:
    """Return of whom of these anything that was recorded holds, by seat."""
    bekend = bewijs.met_bewijs(tx, [persoon.id for persoon in zonder])
    return [persoon.id for persoon in zonder if persoon.id in bekend]


def _wie(tx: Connection, handeling: Handeling) -> Wie:
    """Return who acts, who speaks the language of their phone until they choose one."""
    wie = wie_spreekt(tx, handeling)
    if wie.taal is None:
        accounts.wijzig(tx, wie.account, taal=kies_taal(handeling.afzender.taalcode))
    return wie


def _is_binnen(tx: Connection, wie: Wie) -> bool:
    """Say whether the account is a resident, also of another wijk: joining would move it without a word."""
    return wie.bewoner is not None or huishoudens.heeft_bewoner(tx, wie.account)


def _is_bezig(tx: Connection, wie: Wie) -> bool:
    gesprek = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    return gesprek is not None and gesprek.soort == SOORT


def _gesprek(tx: Connection, wie: Wie) -> Gesprek:
    """Return where the person is; at the code when they did not begin."""
    gesprek = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    return gesprek if gesprek is not None and gesprek.soort == SOORT else Gesprek(SOORT, "code", {})


def _zonder_code(gesprek: Gesprek) -> dict[str, Any]:
    """Return what stays whichever code is given: the door of the meeting at which someone stands."""
    return {naam: waarde for naam, waarde in gesprek.data.items() if naam == "deur"}


def _zet(tx: Connection, wijk: int, wie: Wie, gesprek: Gesprek) -> Boodschap:
    gesprekken.zet(tx, wie.wijk, wie.account, gesprek)
    data: dict[str, Any] = {}
    if gesprek.stap == "toestemming":
        code = huishoudens.code(tx, wijk, gesprek.data["code"])
        thuis = huishoudens.personen(tx, code.huishouden) if code else ()
        data = {"versie": TOESTEMMING_VERSIE, "al": any(persoon.met_account for persoon in thuis)}
    elif gesprek.stap == "taal":
        data = {"eerst": gesprek.data.get("brieftaal")}
    elif gesprek.stap == "bekend":
        data = {"antwoorden": list(BEKEND)}
    elif gesprek.stap == "code" and wie.woonde_op is not None:
        return Boodschap("welkom.verhuisd", {"adres": wie.woonde_op})
    return Boodschap(f"welkom.{gesprek.stap}", data)

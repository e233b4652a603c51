"""Who acts, when, and with which fresh secrets; and the first lines of every use case: may this person do this?"""

import base64
import hashlib
import hmac
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules import toestemming
from bot.rules.doelgroep import Doelgroep
from bot.rules.geleding import VERTEGENWOORDIGER
from bot.storage import accounts, opdrachtmenus
from bot.storage.accounts import Wie

STRAATCONTACT = "straatcontact"
TREKKER = "trekker"
KERNGROEP = "kerngroep"
AANSPREEKPUNT = "aanspreekpunt"
BEGELEIDER = "buurtbegeleider"
ORGANISATOR = "organisator"
BEHEERDER = "beheerder"
CONTROLEUR = "controleur"
"""An outsider who checks one sample: not of the team, and in nothing else than that list."""
BUITENSTAANDERS = frozenset({CONTROLEUR, VERTEGENWOORDIGER})
"""Who has only these is not of the team."""
AMSTERDAM = ZoneInfo("Europe/Amsterdam")
ROLLEN = (STRAATCONTACT, TREKKER, KERNGROEP, AANSPREEKPUNT, BEGELEIDER, ORGANISATOR, BEHEERDER)
STAF = (BEGELEIDER, ORGANISATOR, BEHEERDER)
RANG = (VERTEGENWOORDIGER, CONTROLEUR, *ROLLEN)
"""All roles, from who may least."""


@dataclass(frozen=True)
class Groep:
    """A group of people on the chat network, by its id there.

    Args:
        onderwerp: the topic in which something is said, in a group with topics.
    """

    id: int
    titel: str
    onderwerp: int | None = None


@dataclass(frozen=True)
class Afzender:
    """Who sends, as the chat network says it.

    Args:
        kanaal: name of the network, such as `telegram`.
        extern_id: that network's id of the person.
        prive: whether this is the person's own chat with the bot; nothing personal is done anywhere else.
        taalcode: language that the network names, such as `en-GB`.
        groep: the group in which it happens.
        namens: whether someone hides behind a group or channel: then nobody knows who it is.
    """

    kanaal: str
    extern_id: str
    prive: bool = True
    taalcode: str | None = None
    groep: Groep | None = None
    namens: bool = False


@dataclass
class Gebruik:
    """What an act took of a role, for the audit trail (`rolgebruik`); a second run of the act notes the same.

    Args:
        wat: the use case, as `deurlijst.toon`.
        rollen: the least role of each that was enough.
        heeft: whether who acts has any role.
    """

    wat: str = ""
    rollen: set[str] = field(default_factory=set)
    heeft: bool = False


@dataclass(frozen=True)
class Handeling:
    """One act of one person. Ids and secrets derive from a fresh seed, so that running it again gives the same.

    Args:
        wijk: the wijk in which it happens.
        afzender: who acts.
        now: the moment, aware.
        zaad: 32 fresh random bytes.
        zone: time zone of the wijk, in which people name days and hours.
        vertraging: how long ago the message was sent, when it waited for us; a tap counts when it arrives.
        tweede_persoon: what a second person must confirm: `invoer`, `correctie`, `bericht`.
        verzending: how much residents may hear, and when.
        tweede: account of the second person, whose yes makes it happen.
        gebruik: which roles it took.
        gewist: marks of whom it erased; they go to the list beside the database before anyone is answered.
    """

    wijk: int
    afzender: Afzender
    now: datetime
    zaad: bytes
    zone: ZoneInfo = AMSTERDAM
    vertraging: timedelta = timedelta(0)
    tweede_persoon: frozenset[str] = frozenset()
    verzending: Verzending = field(default_factory=Verzending)
    tweede: int | None = None
    gebruik: Gebruik = field(default_factory=Gebruik, compare=False, repr=False)
    gewist: list[str] = field(default_factory=list, compare=False, repr=False)

    @property
    def verzonden_op(self) -> datetime:
        """The moment at which the person sent it."""
        return self.now - self.vertraging

    def geheim(self, label: str) -> bytes:
        """Return 32 secret bytes of this act, others for each label."""
        return hmac.digest(self.zaad, label.encode(), hashlib.sha256)

    def id(self, label: str) -> str:
        """Return a public id of this act: 22 characters, 128 random bits, others for each label."""
        return publiek_id(self.geheim(label))


def publiek_id(willekeurig: bytes) -> str:
    """Write the first 16 of some random bytes as 22 characters that fit a button, a link and a file name."""
    return base64.urlsafe_b64encode(willekeurig[:16]).rstrip(b"=").decode()


def wie_handelt(tx: Connection, handeling: Handeling) -> Wie:
    """Return the account that acts; makes it at its first word.

    Raises:
        Geweigerd: the act is not in the person's own chat; or their yes is not to the privacy statement that holds now.
            What someone does in a role, for others, does not wait for that.
    """
    wie = wie_spreekt(tx, handeling)
    if not wie.rollen:
        eis_ja(wie)
    return wie


def wie_spreekt(tx: Connection, handeling: Handeling) -> Wie:
    """Return the account that acts, whatever it said yes to: for what is always theirs, such as their data.

    Raises:
        Geweigerd: the act is not in the person's own chat.
    """
    if not handeling.afzender.prive:
        raise Geweigerd("alleen_prive")
    afzender = handeling.afzender
    wie = accounts.wie(tx, handeling.wijk, afzender.kanaal, afzender.extern_id)
    if wie is None:
        wie = accounts.maak(tx, handeling.wijk, afzender.kanaal, afzender.extern_id)
        if wie.rollen:  # the settings named them before their first word
            opdrachtmenus.wens(tx, handeling.wijk, [wie.account])
    return wie


def wie_in_groep(tx: Connection, handeling: Handeling) -> Wie | None:
    """Return who acts in a group, where `wie_handelt` refuses; None for who was never seen: that makes no account.

    What is said of it in the group must tell nothing of anyone; what is theirs is said over their own tap only.

    Raises:
        Geweigerd: they hide behind the group or a channel.
    """
    if handeling.afzender.namens:
        raise Geweigerd("groepschat.namens")
    return accounts.wie(tx, handeling.wijk, handeling.afzender.kanaal, handeling.afzender.extern_id)


def eis_bewoner(tx: Connection, handeling: Handeling) -> Wie:
    """Return the resident who acts: joined with a code and a consent.

    Raises:
        Geweigerd: not (yet) a resident of this wijk, or not any more; or their yes is not to what holds now.
    """
    wie = wie_handelt(tx, handeling)
    if wie.bewoner is None:
        raise _buiten(wie)
    eis_ja(wie)
    return wie


def eis_ja(wie: Wie) -> None:
    """Refuse a resident whose yes is to an older privacy statement, or was withdrawn; they are asked first.

    Raises:
        Geweigerd: with that question in the place of its text.
    """
    if wie.bewoner is not None and not toestemming.geldt(wie.toestemming):
        nee = Geweigerd("toestemming_nodig")
        weg = wie.toestemming == toestemming.INGETROKKEN
        nee.in_plaats = (
            ("toestemming.ingetrokken", {}) if weg else ("toestemming.nieuw", {"versie": toestemming.VERSIE})
        )
        raise nee


def eis_binnen(tx: Connection, handeling: Handeling) -> Wie:
    """Return the account that acts, when it is a resident or has a role in this wijk.

    Raises:
        Geweigerd: neither of the two.
    """
    wie = wie_handelt(tx, handeling)
    if not is_binnen(wie):
        raise _buiten(wie)
    return wie


def eis_deelnemer(tx: Connection, handeling: Handeling) -> Wie:
    """Return the account that acts, when it is a resident, has a role, or votes for a geleding.

    Raises:
        Geweigerd: none of these.
    """
    wie = wie_handelt(tx, handeling)
    if wie.geleding is None and not is_binnen(wie):
        raise _buiten(wie)
    return wie


def is_binnen(wie: Wie) -> bool:
    """Say whether someone is a resident or of the team."""
    return wie.bewoner is not None or bool(wie.rollen - BUITENSTAANDERS)


def eis_rol(tx: Connection, handeling: Handeling, *rollen: str) -> Wie:
    """Return the account that acts, when it has one of these roles in this wijk.

    Raises:
        Geweigerd: it has none of them.
    """
    wie = wie_spreekt(tx, handeling)
    if not met_rol(handeling, wie, *rollen):
        raise Geweigerd("rol_nodig")
    return wie


def met_rol(handeling: Handeling, wie: Wie, *rollen: str) -> bool:
    """Say whether who acts has one of these roles, where that shows or does more; it is noted that it was used.

    Whether a button is there, `wie.rollen` tells: that uses nothing.
    """
    handeling.gebruik.heeft = bool(wie.rollen)
    gebruikt = wie.rollen & set(rollen)
    if gebruikt:
        handeling.gebruik.rollen.add(min(gebruikt, key=RANG.index))
    return bool(gebruikt)


def mag_voor(wie: Wie, doelgroep: Doelgroep) -> bool:
    """Say whether someone may by themselves do for these people what their role lets them do.

    Begeleiders and organisatoren everywhere, a straatcontact in their own street, a trekker for their own werkgroep.
    """
    if wie.rollen & {BEGELEIDER, ORGANISATOR}:
        return True
    eigen = {"straat": wie.straten, "werkgroep": wie.trekt}
    return doelgroep.bereik in eigen.get(doelgroep.soort, frozenset())


def met_bereik(handeling: Handeling, wie: Wie, doelgroep: Doelgroep) -> bool:
    """Say whether someone may do so for these people, where that shows or does more; see `met_rol`."""
    return mag_voor(wie, doelgroep) and met_rol(handeling, wie, STRAATCONTACT, TREKKER, BEGELEIDER, ORGANISATOR)


def eis_bereik(tx: Connection, handeling: Handeling, doelgroep: Doelgroep) -> Wie:
    """Return the account that acts, when it may do so for these people; see `mag_voor`.

    Raises:
        Geweigerd: it has no such role, or has it for others.
    """
    wie = eis_rol(tx, handeling, STRAATCONTACT, TREKKER, BEGELEIDER, ORGANISATOR)
    if not mag_voor(wie, doelgroep):
        raise Geweigerd("buiten_bereik")
    return wie


def _buiten(wie: Wie) -> Geweigerd:
    if wie.woonde_op is not None:
        return Geweigerd("verhuisd", adres=wie.woonde_op)
    if wie.geleding is not None:  # has no letter with a code
        return Geweigerd("wie_hier_woont")
    if wie.elders is not None:
        naam = wie.elders.naam
        return Geweigerd("wijk_stil", wijk=naam) if wie.elders.stil else Geweigerd("woont_elders", wijk=naam)
    return Geweigerd("nog_niet_binnen")

"""One update under way: who sends it and where, and how what it does is committed together with its answer.

The effect, the mark on the inbox row and the answer (kind and data) commit together (rule 2 of the design).
"""

import json
import logging
import secrets
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection
from telegram import Update

from berichten import Boodschap, Toon, kies_taal, vertaal
from berichten.bericht import Wijze, wie_te_bellen
from berichten.opdrachten import WIJKEN
from bot.channels import wislijst
from bot.channels.einde import Einde
from bot.clock import Clock
from bot.config import Settings
from bot.errors import Geweigerd
from bot.services import bewoner, geknipt, rolgebruik
from bot.services.handeling import Afzender, Gebruik, Groep, Handeling
from bot.services.oefenen import Oefenplek
from bot.storage import Database, accounts, geschreven, gesprekken, inbox
from bot.storage.inbox import Post
from handlers.beurt import Antwoord, Beurt, Haal, MaakLink
from handlers.inhoud import gedeeld_nummer, gestuurd, leesbaar

log = logging.getLogger(__name__)

Spoor = Callable[..., None]
"""`rolgebruik.leg_vast` with what is known of it here."""
GROEPEN = frozenset({"group", "supergroup"})
VOOR_EEN = frozenset({"tik", "toelaten", "afwijzen"})
"""What only one person reads, also when it happens in a group."""
LOPEND: ContextVar["Lopend"] = ContextVar("lopend")


class _AlVerwerkt(Exception):  # noqa: N818 (never leaves this file)
    """Another run of this update was committed: its answer stands, this effect is undone."""


@dataclass(frozen=True)
class Omgeving:
    """What every update of one chat network is handled with.

    Args:
        kanaal: the name of the accounts of that network.
        botlink: address that opens the bot there.
        einde: of the process.
    """

    database: Database
    clock: Clock
    settings: Settings
    peper: bytes
    wijk: int
    kanaal: str
    botlink: str
    oefenplek: Oefenplek | None = None
    """Where this is a practice wijk."""
    einde: Einde = field(default_factory=Einde)
    netten: Mapping[str, str] = field(default_factory=dict)
    """Address that opens the bot on each chat network that it is on, by the name of that."""
    merk: str = ""
    """What stands before the data of every button of this wijk, where there are more: see `bot.wijkdeur`."""
    kop: bool = False
    """Whether the wijk is named above what is said: to who has more than one."""

    @property
    def zone(self) -> ZoneInfo:
        """Time zone of the wijk."""
        return ZoneInfo(self.settings.wijk.tijdzone)

    def toon(self, taal: str | None) -> Toon:
        """Return how to speak to someone who asked for this language."""
        wijk = self.settings.wijk
        contact = wie_te_bellen(wijk.contact_naam, wijk.contact_telefoon)
        paginas = bool(self.settings.pagina_url)
        kan, kop = (self.settings.kan | {WIJKEN}, wijk.naam) if self.kop else (self.settings.kan, "")
        hier = self.zone, self.botlink, contact, paginas, self.netten, kan, self.merk, kop
        return Toon(vertaal(kies_taal(taal)), *hier)


class Lopend:
    """One update under way: what it gives, and what went wrong."""

    def __init__(
        self,
        post: Post,
        update: Update,
        chat: dict[str, Any] | None,
        omgeving: Omgeving,
        getikt: int | None,
        haal: Haal,
        maak_link: MaakLink,
    ) -> None:
        self.post = post
        self.omgeving = omgeving
        self.antwoord: str | None = None
        self.getypt = ""
        self.onderwerp: str | None = None
        """What a tap is about."""
        self.fout: BaseException | None = None
        self._gebruik = Gebruik()
        self._verzonden_op = update.message.date if update.message else None
        self._getikt, self._haal, self._maak_link = getikt, haal, maak_link
        self._update = update
        persoon, bericht = update.effective_user, update.message
        onderwerp = bericht.message_thread_id if bericht and bericht.is_topic_message else None
        groep = chat if chat and chat.get("type") in GROEPEN else None
        self.afzender = Afzender(
            omgeving.kanaal,
            str(persoon.id) if persoon else "",
            prive=persoon is not None and chat is not None and chat["id"] == persoon.id,
            taalcode=persoon.language_code if persoon else None,
            groep=Groep(groep["id"], leesbaar(groep.get("title")), onderwerp) if groep else None,
            namens=persoon is None or persoon.is_bot or (bericht is not None and bericht.sender_chat is not None),
        )

    def beurt(self) -> Beurt:
        """Return what a conversation gets to work with."""
        omgeving = self.omgeving
        inhoud = gestuurd(self._update) if self._update.message else None
        wat = self._getikt, inhoud, gedeeld_nummer(self._update), self._haal, self._maak_link
        return Beurt(omgeving.settings, omgeving.peper, omgeving.wijk, self.doe, self._lees, *wat, omgeving.oefenplek)

    def _beantwoord(self) -> int | None:
        """Return the message of ours to which this is a reply."""
        op = self._update.message.reply_to_message if self._update.message else None
        return op.message_id if op and op.from_user and op.from_user.is_bot else None

    async def beantwoordt(self, zoek: Callable[[Connection, int, str, str, int], str | None]) -> str | None:
        """Return what the message is about to which this is a reply, by who knows what stands in it."""
        op, van = self._beantwoord(), self.afzender
        if op is None or not van.prive:
            return None
        return await self.omgeving.database.read(zoek, self.omgeving.wijk, van.kanaal, van.extern_id, op)

    async def open_soort(self) -> str | None:
        """Return the kind of form that this person is filling in."""
        van = self.afzender
        return await self.omgeving.database.read(gesprekken.open_soort, self.omgeving.wijk, van.kanaal, van.extern_id)

    async def doe(self, functie: Callable[[Connection, Handeling], Antwoord], wijk: int) -> None:
        """Run a use case together with the mark and the answer; see `handlers.beurt.Doe`."""
        omgeving, handeling = self.omgeving, self._handeling()
        sprak = self.afzender.prive and self._update.my_chat_member is None

        async def schrijf(functie: Callable[[Connection, Handeling], Antwoord], nee: Geweigerd | None = None) -> str:
            spoor = partial(rolgebruik.leg_vast, onderwerp=self.onderwerp, geweigerd=nee.sleutel if nee else None)
            van = self.post.id, functie, handeling, sprak, spoor, omgeving.merk
            return await omgeving.database.write(wijk, _in_een_keer, *van)

        try:
            try:
                self.antwoord = await schrijf(partial(geknipt.neem, functie) if self.getypt else functie)
            except Geweigerd as nee:
                self.antwoord = await schrijf(partial(geknipt.onthoud, self.getypt, self._weigering(nee)), nee)
        except _AlVerwerkt:  # a COMMIT that landed unseen; what it did may be why a second run is refused
            self.antwoord = await omgeving.database.read(inbox.antwoord, self.post.id)
        if handeling.gewist:  # before anyone reads that it is done
            await self._op_wislijst()

    async def _op_wislijst(self) -> None:
        pad = wislijst.naast(self.omgeving.settings.opslag.tijdvak_bestand)
        try:
            await wislijst.werk_bij(self.omgeving.database, pad)
        except OSError:
            log.exception("%s cannot be written: it is tried again each hour and at the next start", pad)

    def _weigering(self, nee: Geweigerd) -> Boodschap:
        if self.afzender.prive:
            return _weigering(nee)
        wijze: Wijze = "nieuw"
        if self._update.callback_query:
            wijze = "tik"
        elif self._update.chat_join_request:
            wijze = "afwijzen"
        return Boodschap("groepschat.geweigerd", {"sleutel": nee.sleutel, "velden": nee.velden}, wijze)

    async def _lees(self, functie: Callable[[Connection, Handeling], Any]) -> Any:
        return await self.omgeving.database.read(functie, self._handeling())

    def _handeling(self) -> Handeling:
        omgeving = self.omgeving
        nu = omgeving.clock.now()
        return Handeling(
            omgeving.wijk,
            self.afzender,
            nu,
            secrets.token_bytes(32),
            omgeving.zone,
            _vertraging(self._verzonden_op, nu),
            tweede_persoon=frozenset(omgeving.settings.werkwijze.tweede_persoon),
            verzending=omgeving.settings.verzending,
            gebruik=self._gebruik,  # what was read before `doe` counts along
        )


def _weigering(nee: Geweigerd) -> Boodschap:
    if nee.in_plaats is not None:
        return Boodschap(*nee.in_plaats, wijze="nieuw")
    waarom = {"sleutel": nee.sleutel, "velden": nee.velden}
    return Boodschap("geweigerd", {**waarom, "onder": nee.onder} if nee.onder else waarom, wijze="nieuw")


def _vertraging(verzonden_op: datetime | None, nu: datetime) -> timedelta:
    """Return how long ago a message was sent; one of the future, by a clock that differs a little, is of now."""
    return max(timedelta(0), nu - verzonden_op) if verzonden_op else timedelta(0)


def _in_een_keer(
    tx: Connection,
    post: int,
    functie: Callable[[Connection, Handeling], Antwoord],
    handeling: Handeling,
    sprak: bool,
    spoor: Spoor,
    merk: str,
) -> str:
    """Run a use case; `sprak`: the person said something in their own chat, so they can be reached."""
    with geschreven.let_op(tx) as waarin:
        gegeven = functie(tx, handeling)
    spoor(tx, handeling, waarin=waarin)
    boodschappen = gegeven if isinstance(gegeven, tuple) else (gegeven,)
    afzender = handeling.afzender
    gekozen, bereikbaar = accounts.taal_en_bereik(tx, afzender.kanaal, afzender.extern_id)
    if sprak and not bereikbaar:  # they let the bot in again, or a refusal (403) came in after that
        bewoner.bereikbaar(tx, handeling, True)
    van_een = afzender.prive or any(b.wijze in VOOR_EEN for b in boodschappen)
    taal = (gekozen or afzender.taalcode) if van_een else None  # what a group reads is in the language of the wijk
    gezegd = {"taal": taal, "boodschappen": [vars(b) for b in boodschappen], **({"merk": merk} if merk else {})}
    antwoord = json.dumps(gezegd, ensure_ascii=False)
    if not inbox.verwerkt(tx, post, antwoord):
        raise _AlVerwerkt
    return antwoord

"""A walk in a group: everyone types every command there and taps every button, of the group and of their own chats.

What the group reads is for all of them: it may depend on nobody, and hold nothing of anybody.
"""

from collections import defaultdict
from collections.abc import Awaitable, Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, String, select

from berichten import Boodschap
from berichten.bericht import OP_TIK
from bot.services import peilingkaart
from bot.storage.gegevenskaart import KAART
from bot.storage.gegevenskaart.soort import WIJK
from tests.berichten.opmaak import lees, lengte
from tests.builders import NU
from tests.loket import BOEKHOUDING, Antwoord, Loket, soort_van
from tests.wandeling import fouten_in
from tests.wandelstappen.groepen import kaarten

VERBORGEN = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
"""Who types as the group itself, as its administrators may."""
LEDEN = ("member", "administrator", "restricted", "left", "kicked")
_BEHEER = """can_manage_chat can_delete_messages can_manage_video_chats can_restrict_members can_promote_members
can_change_info can_invite_users can_post_stories can_edit_stories can_delete_stories is_anonymous can_be_edited"""
_BEPERKT = """can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos can_send_video_notes
can_send_voice_notes can_send_polls can_send_other_messages can_add_web_page_previews can_change_info can_invite_users
can_pin_messages can_manage_topics can_edit_tag can_react_to_messages is_member"""
"""What an administrator may, and what a bot may that is kept from something, as the chat network writes it."""
ZONDER_LINK = {
    "groepschat.ontkoppeld": "the bot is done in this group",
    "groepsafspraak.geweest": "nothing is left to do",
    "peilingkaart.ingetrokken": "likewise",
    "groepslink.erin": "said in one's own chat",
    "groepslink.eerst": "likewise",
}
"""Messages without a link to one's own chat, each with its reason."""
VERZOEK = "chat_join_request"


@dataclass
class Groepsgang:
    """What was found in a group.

    Args:
        lees_in: the languages in which each text is read.
    """

    loket: Loket
    lees_in: Collection[str]
    fouten: dict[str, str] = field(default_factory=dict)
    gevolgen: dict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))
    """Of what was done, and what changed by it or was said: who did it."""
    gezegd: dict[str, dict[str, set[int]]] = field(default_factory=lambda: defaultdict(lambda: defaultdict(set)))
    """Of what was typed: each text that the group read, and who got it."""
    stappen: int = 0
    soorten: set[str] = field(default_factory=set)
    links: set[str] = field(default_factory=set)
    """What the links carry that lead from the group to one's own chat."""
    _gelezen: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._van_mensen = van_mensen(self.loket.tx)

    async def typ(self, wie: int, tekst: str, groep: dict[str, Any], *, als: str | None = None) -> None:
        """Let someone type something in a group; `als` says what it is, where that has a code in it."""
        gezegd = await self._doe(als or tekst, wie, self.loket.typ(wie, tekst, chat=groep))
        for een in gezegd.berichten if gezegd else ():
            self.gezegd[als or tekst][een.tekst].add(wie)

    async def stuur(self, wie: int, naam: str, groep: dict[str, Any], **inhoud: Any) -> None:
        """Let someone send something else there, or as somebody else."""
        await self._doe(naam, wie, self.loket.stuur(wie, chat=groep, **inhoud))

    async def tik(self, wie: int, data: str, groep: dict[str, Any]) -> None:
        """Let someone tap what stands in a group, or what their own chat showed."""
        antwoord = await self._doe(f"tap {soort_van(data)}", wie, self.loket.tik(wie, data, chat=groep))
        if antwoord and [een.wijze for een in antwoord.boodschappen] != ["tik"]:
            self._fout(f"tap {soort_van(data)}: said to the group, or not at all", wie)

    async def beweeg(self, wie: int, naam: str, update: dict[str, Any]) -> None:
        """Let the chat network say that something changed in a group."""
        await self._doe(naam, wie, self.loket.neem(update))

    def kaarten(self) -> list[str]:
        """Read what the bot keeps in the group; return the buttons that are under it."""
        gevonden: list[str] = []
        for kaart in kaarten(self.loket.tx, self.loket.wijk):
            taak = peilingkaart.taak(self.loket.tx, kaart, NU)
            assert taak is not None
            self._lees(taak.boodschap, "in the group", 0)
            gevonden += Antwoord.van([taak.boodschap], self.loket.omgeving.toon("nl")).knoppen
        return gevonden

    async def _doe(self, wat: str, wie: int, doe: Awaitable[Antwoord]) -> Antwoord | None:
        self.stappen += 1
        try:
            antwoord, anders = await self.loket.probeer(doe)
        except Exception as fout:
            self._fout(f"{wat}: {type(fout).__name__} {fout}"[:200], wie)
            return None
        if anders:
            self.gevolgen[wat, f"changes {anders}"].add(wie)
        if van_hen := antwoord.geschreven & (BOEKHOUDING - {"inbox", "rolgebruik"}):
            self.gevolgen[wat, f"keeps {sorted(van_hen)}"].add(wie)
        self.gevolgen[wat, "+".join([een.soort for een in antwoord.boodschappen]) or "silence"].add(wie)
        for boodschap in antwoord.boodschappen:
            self._lees(boodschap, wat, wie)
        return antwoord

    def _lees(self, boodschap: Boodschap, wat: str, wie: int) -> None:
        self.soorten.add(boodschap.soort)
        gelezen = Antwoord.van([boodschap], self.loket.omgeving.toon("nl")).berichten[0]
        urls = [knop.url for rij in gelezen.knoppen for knop in rij if knop.url]
        self.links |= {url.partition("?start=")[2] for url in urls if "?start=" in url}
        if boodschap.wijze == "nieuw" and not urls and boodschap.soort not in ZONDER_LINK:
            self._fout(f"{boodschap.soort}: no way from the group to one's own chat", wie)
        if (inhoud := repr(boodschap)) in self._gelezen:
            return
        self._gelezen.add(inhoud)
        for taal in self.lees_in:
            for fout in fouten_in(boodschap, self.loket, taal):
                self._fout(f"{boodschap.soort} in {taal}: {fout}", wie)
            bericht = Antwoord.van([boodschap], self.loket.omgeving.toon(taal)).berichten[0]
            if boodschap.wijze == "tik" and (lang := lengte(lees(bericht.tekst)[0])) > OP_TIK:
                self._fout(f"{boodschap.soort} {boodschap.data.get('sleutel')} in {taal}: {lang} on a tap", wie)
            for waarde in self._van_mensen:
                if boodschap.wijze not in {"tik", "toelaten", "afwijzen"} and waarde in bericht.tekst:
                    self._fout(f"{wat} in {taal} shows the group {waarde!r}: {bericht.tekst[:80]}", wie)

    def _fout(self, wat: str, wie: int) -> None:
        self.fouten.setdefault(wat, f"by {wie}")


def van_mensen(tx: Connection) -> set[str]:
    """Return what is kept of people and could be recognised: names, numbers, words; not what is for the whole wijk."""
    van_ieder, gevonden = set[str](), set[str]()
    for tabel in KAART.values():
        kolommen = [kolom for kolom in tabel.tabel.c if isinstance(kolom.type, String)]
        waarden = {str(w) for kolom in kolommen for w in tx.scalars(select(kolom).distinct()) if w}
        (van_ieder if tabel.over == WIJK else gevonden).update(waarden)
    return {een for een in gevonden - van_ieder if len(een) > 4 and not een.isidentifier()}


def lidmaatschap(loket: Loket, wie: int, groep: dict[str, Any], staat: str) -> dict[str, Any]:
    """Return what the chat network says when somebody lets the bot in, keeps it from something, or throws it out."""
    bot = {"id": 42, "is_bot": True, "first_name": "Gehoord"}
    nieuw: dict[str, Any] = {"user": bot, "status": staat}
    if staat == "administrator":
        nieuw |= dict.fromkeys(_BEHEER.split(), True)
    if staat == "restricted":
        nieuw |= dict.fromkeys(_BEPERKT.split(), False) | {"until_date": 0}
    if staat == "kicked":
        nieuw |= {"until_date": 0}
    oud = {"user": bot, "status": "member"}
    wat = {"chat": groep, "from": loket.van(wie), "date": 0, "old_chat_member": oud, "new_chat_member": nieuw}
    return {"my_chat_member": wat}


def verzoek(loket: Loket, wie: int, groep: dict[str, Any], *, eigen_link: bool) -> dict[str, Any]:
    """Return what the chat network says when somebody asks to come into a group."""
    maker = {"id": 42 if eigen_link else 77, "is_bot": eigen_link, "first_name": "X"}
    vast = {"creates_join_request": True, "is_primary": False, "is_revoked": False}
    link = {"invite_link": "https://t.me/+AbCd", "creator": maker, **vast}
    return {VERZOEK: {"chat": groep, "from": loket.van(wie), "user_chat_id": wie, "date": 0, "invite_link": link}}


def verhuizing(loket: Loket, wie: int, groep: dict[str, Any], naar: int) -> Iterable[dict[str, Any]]:
    """Return what the chat network says, in both, of a group that gets another id."""
    vast = {"message_id": 9, "date": 0, "from": loket.van(wie)}
    yield {"message": {**vast, "chat": groep, "migrate_to_chat_id": naar}}
    yield {"message": {**vast, "chat": {**groep, "id": naar}, "migrate_from_chat_id": groep["id"]}}

"""Coming into the group of a werkgroep: the link for its members, and who asks to come in by it.

The link lets nobody in by itself: who follows it asks, and the bot looks whether they belong to the werkgroep.
"""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import Doelgroep
from bot.rules.pacing import Baan
from bot.services.handeling import Handeling, eis_binnen, mag_voor, wie_in_groep
from bot.storage import groepschats, outbox, werkgroepen
from bot.storage.accounts import Wie
from bot.storage.groepschats import Groepschat


def nog_te_maken(tx: Connection, handeling: Handeling, werkgroep: str) -> int | None:
    """Return the group to which a link is to be made for who asks; None when there is one, or no group. Reads only.

    Whom `geef` refuses gets none either: there they hear why.
    """
    try:
        _, hier = _eis(tx, handeling, werkgroep)
    except Geweigerd:
        return None
    return hier.chat if hier.link is None else None


def geef(tx: Connection, handeling: Handeling, werkgroep: str, nieuw: str | None) -> Boodschap:
    """Show a member the link to the group.

    Args:
        nieuw: a link that was made just now; None when there was one, or when none could be made: then who joined the
            group hears what the bot needs for it, once a day.
    """
    _, hier = _eis(tx, handeling, werkgroep)
    weg = None
    if nieuw is not None and hier.link is None:
        groepschats.zet_link(tx, hier.id, nieuw)
        weg = te_weigeren(hier)
    elif nieuw is not None:  # another member was just before: theirs stays
        weg = hier.chat, nieuw
    link = hier.link or nieuw
    if link is None:
        dag = handeling.now.astimezone(handeling.zone).date().isoformat()
        nodig = Boodschap("groepslink.nodig", {"naam": hier.naam, "groep": hier.titel})
        sleutel, naar = f"groepslink:{hier.id}:{dag}", {hier.gekoppeld_door}
        naar -= outbox.geschreven(tx, sleutel, naar)
        outbox.schrijf(tx, handeling.wijk, sleutel, naar, nodig, baan=Baan.HERINNERING)
    return Boodschap("groepslink", {"id": werkgroep, "naam": hier.naam, "link": link}, intrekken=weg)


def te_weigeren(hier: Groepschat) -> tuple[int, str] | None:
    """Return the group and the link to it by which nobody may ask any more, when there is one to revoke."""
    link = hier.link or hier.oude_link
    return None if link is None else (hier.chat, link)


def beoordeel(tx: Connection, handeling: Handeling, *, eigen_link: bool = False) -> Boodschap | tuple[Boodschap, ...]:
    """Let in who asks when they belong to the werkgroep, else tell them what to do first.

    Of a group that belongs to no werkgroep nothing is decided: that is for its own administrators. Who followed a link
    of the bot's to it asked the bot, so hears from it that the group was let go.

    Args:
        eigen_link: whether they asked by a link that the bot made.
    """
    groep = handeling.afzender.groep
    kanaal = handeling.afzender.kanaal
    hier = groepschats.in_chat(tx, handeling.wijk, kanaal, groep.id) if groep else None
    if groep is not None and hier is None and eigen_link:
        return Boodschap("groepslink.los", {"groep": groep.titel}, wijze="afwijzen")
    if hier is None:
        return ()
    wie = wie_in_groep(tx, handeling)
    if wie is not None and _hoort_bij(tx, handeling.wijk, wie, hier.werkgroep):
        return Boodschap("groepslink.erin", {"naam": hier.naam}, wijze="toelaten")
    data = {"id": hier.werkgroep, "naam": hier.naam, "bewoner": wie is not None and wie.bewoner is not None}
    return Boodschap("groepslink.eerst", data, wijze="afwijzen")


def vergeet(tx: Connection, handeling: Handeling) -> tuple[Boodschap, ...]:
    """Forget the link of a group in which the bot may invite nobody any more: nobody would look at who asks by it."""
    groep, kanaal = handeling.afzender.groep, handeling.afzender.kanaal
    if groep and (hier := groepschats.in_chat(tx, handeling.wijk, kanaal, groep.id)):
        groepschats.vergeet_link(tx, hier.id)
    return ()


def _eis(tx: Connection, handeling: Handeling, werkgroep: str) -> tuple[Wie, Groepschat]:
    wie = eis_binnen(tx, handeling)
    hier = groepschats.van_werkgroep(tx, handeling.wijk, werkgroep)
    if hier is None:
        raise Geweigerd("groepslink.geen_groep")
    if not _hoort_bij(tx, handeling.wijk, wie, werkgroep):
        raise Geweigerd("groepslink.eerst_lid", werkgroep=hier.naam)
    return wie, hier


def _hoort_bij(tx: Connection, wijk: int, wie: Wie, werkgroep: str) -> bool:
    """Say whether someone takes part in a werkgroep, leads it or is staff."""
    groep = werkgroepen.zoek(tx, wijk, werkgroep, wie.bewoner or 0)
    return groep is not None and (groep.lid or mag_voor(wie, Doelgroep("werkgroep", werkgroep)))

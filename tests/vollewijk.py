"""A wijk with something of everything, and with someone of every role: for who taps every button there is."""

from datetime import timedelta

from sqlalchemy import Connection, select, text

from bot.config import Post, Settings, Telegram
from bot.config import Wijk as WijkInstelling
from bot.services import wekker
from bot.services.bezorging import BUNDEL
from bot.services.handeling import AMSTERDAM
from bot.storage import tables, werkgroepen
from bot.webinstellingen import Web
from tests import builders
from tests.loket import Loket
from tests.wandelstappen import ALTIJD, IN_ZWAAR
from tests.wandelstappen.mensen import ANNA, BEWONERS, BUUR, HUISGENOOT, ROLLEN, STRAATCONTACT_2
from tests.wandelstappen.stap import Stap, doe
from tests.web.vulling import vul_wijk

INSTELLINGEN = Settings(
    wijk=WijkInstelling("Vogelbuurt"),
    telegram=Telegram("42:TEST", "https://t.me/GehoordBot"),
    post=Post("mail.voorbeeld.nl"),
    web=Web(url="https://vogelbuurt.voorbeeld.nl"),
)


def vul(tx: Connection) -> int:
    """Fill a wijk and another one beside it, and return the first."""
    wijk = builders.een_wijk(tx, INSTELLINGEN.wijk.naam)
    for een in (builders.een_wijk(tx, "Elders"), wijk):
        tx.execute(text("UPDATE account SET extern_id = extern_id || ' elders'"))
        vul_wijk(tx, een)
        namen = INSTELLINGEN.wijk.werkgroepen
        werkgroepen.vul_aan(tx, een, [(naam, builders.een_publiek_id()) for naam in namen])
    thuis = builders.een_huishouden(tx, wijk, volwassenen=2).id
    for wie in BEWONERS:
        samen = thuis if wie in (ANNA, HUISGENOOT) else None
        straat = "Uilenpad" if wie in (BUUR, STRAATCONTACT_2) else "Merelweg"
        huis = samen or builders.een_huishouden(tx, wijk, volwassenen=1, straat=straat).id
        builders.een_account(tx, str(wie), bewoner=builders.een_bewoner(tx, wijk, huis))
    for wie, (rol, bereik) in ROLLEN.items():
        if wie not in BEWONERS:
            builders.een_account(tx, str(wie))
        groep = select(tables.werkgroep.c.publiek_id).where(
            tables.werkgroep.c.wijk == wijk, tables.werkgroep.c.naam == bereik
        )
        builders.een_rol(tx, wijk, rol, str(wie), bereik=tx.scalar(groep) or bereik)
    builders.een_bijeenkomst(tx, wijk, titel="Vorige avond", begin=builders.NU - timedelta(days=3))
    builders.een_bijeenkomst(tx, wijk, titel="Nu bezig", begin=builders.NU - timedelta(minutes=20))
    return wijk


def bezorg(loket: Loket) -> None:
    """Write to everyone what will go to many, as if its moment had come; then what was held back, together."""
    w = tables.wekker.c
    for soorten in (wekker.LADINGEN, (BUNDEL,)):
        komt = select(w.id, w.moment).where(w.wijk == loket.wijk, w.soort.in_(soorten), w.gedaan_op.is_(None))
        for nummer, moment in loket.tx.execute(komt.order_by(w.moment)).all():
            wekker.doe(loket.tx, loket.wijk, nummer, moment, AMSTERDAM, loket.omgeving.settings.verzending)


async def leef(loket: Loket, alles: bool = False) -> None:
    """Let people do what leaves something of theirs behind, and send what will be sent.

    Args:
        alles: also what only the walks of `make zwaar` have time for.
    """
    onderwerpen = (*ALTIJD, *(IN_ZWAAR if alles else ()))
    for onderwerp in onderwerpen:
        if hasattr(onderwerp, "vul"):
            onderwerp.vul(loket.tx, loket.wijk)
        for wie, stappen in onderwerp.STAPPEN:
            await doe(loket, wie, stappen)
    bezorg(loket)
    for onderwerp in onderwerpen:
        for wie, stappen in getattr(onderwerp, "ERNA", ()):
            await doe(loket, wie, stappen)


def verder(wie: int) -> list[tuple[Stap, ...]]:
    """Return what leads someone to what is far from the menu."""
    alle = (een for onderwerp in (*ALTIJD, *IN_ZWAAR) for een in getattr(onderwerp, "VERDER", ()))
    return [stappen for van, stappen in alle if van == wie]

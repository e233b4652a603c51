"""An adapted template as a TOML file sent in the chat; then the form asks for the day and shows the plan."""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd, InvoerFout
from bot.rules.trajectvorm import naar_json, uit_toml
from bot.services.formulier import VAST
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.services.lezers import blijft_open
from bot.services.traject import FORMULIER
from bot.storage import gesprekken
from bot.storage.gesprekken import Gesprek

SOORT = "trajectbestand"
_VRAAG = Boodschap("traject.bestand")


def wacht(tx: Connection, handeling: Handeling) -> Boodschap:
    """Wait for a TOML file with the traject."""
    wie = eis_rol(tx, handeling, ORGANISATOR)
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(SOORT, "bestand", {}))
    return _VRAAG


def lees(tx: Connection, handeling: Handeling, inhoud: bytes | None) -> Boodschap:
    """Ask for the day of the gemeenteraad of what a TOML file says.

    Args:
        inhoud: None when something else was sent, or too much.

    Raises:
        Geweigerd: no such file, or a mistake in it, in one line; the bot goes on waiting for it.
    """
    wie = eis_rol(tx, handeling, ORGANISATOR)
    with blijft_open(_VRAAG.soort, _VRAAG.data):
        if inhoud is None:
            raise Geweigerd("traject.geen_bestand")
        try:
            traject = uit_toml(inhoud, "dit bestand")
        except InvoerFout as fout:
            raise Geweigerd("traject.fout", regel=str(fout)[:1000]) from None
    gesprekken.sluit(tx, wie.wijk, wie.account)
    vast = {"sjabloon": traject.naam, "inhoud": naar_json(traject), VAST: ["sjabloon"]}
    return open_formulier(tx, handeling, FORMULIER, vast)

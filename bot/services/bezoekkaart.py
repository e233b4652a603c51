"""The card that a visit leaves: who came by, what is kept, what one's rights are, and whom one can call."""

from sqlalchemy import Connection

from berichten import Boodschap
from bot.services.deurgesprek import ROLLEN
from bot.services.handeling import Handeling, eis_rol
from bot.storage import wijken


def maak(tx: Connection, handeling: Handeling, pagina_url: str, tweede: str = "") -> Boodschap:
    """Give a sheet of cards in Dutch, with a second language on the back where one is chosen.

    Args:
        pagina_url: where people find our pages; empty when there are none.
        tweede: the second language; one that we do not have is none.
    """
    eis_rol(tx, handeling, *ROLLEN)
    data = {"wijk": wijken.naam(tx, handeling.wijk), "tweede": tweede, "pagina": pagina_url.rstrip("/")}
    return Boodschap("bezoekkaart", data, wijze="nieuw")

"""Who was erased, and who came to sit on that seat; what did not arrive, and a report that is not on the page."""

from sqlalchemy import Connection, select, update

from berichten import Boodschap
from bot.rules.pacing import Baan
from bot.services import rapportpublicatie
from bot.services.bewijs import Feit, leg_vast
from bot.storage import outbox, tables
from tests import builders
from tests.berichten.voorbeeld_rapport import rapport
from tests.builders import handeling
from tests.wandelstappen.mensen import ANNA, ORGANISATOR
from tests.wandelstappen.stap import Stappen

_WEG, _NIEUW = 102, 103
_CODE: list[str] = []


def vul(tx: Connection, wijk: int) -> None:
    """Let someone live where one person lives, and have been heard; and let a message be lost on its way."""
    huis = builders.een_huishouden(tx, wijk, volwassenen=1)
    _CODE[:] = [huis.code]
    bewoner = builders.een_bewoner(tx, wijk, huis.id)
    builders.een_account(tx, str(_WEG), bewoner=bewoner)
    leg_vast(tx, handeling(wijk, str(_WEG)), bewoner, Feit("stem_besluit", "p", "knop"))
    ids = {
        wie: tx.scalar(select(tables.account.c.id).where(tables.account.c.extern_id == str(wie))) or 0
        for wie in (ANNA, ORGANISATOR)
    }
    outbox.schrijf(tx, wijk, "lang geleden", [ids[ANNA]], Boodschap("vraagstop.weer"), baan=Baan.ANTWOORD)
    tx.execute(
        update(tables.outbox)
        .where(tables.outbox.c.account == ids[ANNA])
        .values(staat="onzeker", reden="lease verlopen")
    )
    data, id_ = rapport(versies=1), builders.een_publiek_id()
    rapportpublicatie.bewaar(tx, wijk, id_, data, b"%PDF-1.7\n%%EOF\n")
    klaar = Boodschap("rapport", {**data, "mag_afsluiten": True, "bestand": id_})
    outbox.schrijf(tx, wijk, f"rapport:{id_}", [ids[ORGANISATOR]], klaar, baan=Baan.ANTWOORD)


STAPPEN: Stappen = (
    (_WEG, ("/wissen", "wisz", "wisja")),
    (_NIEUW, (lambda _: f"/start {_CODE[0]}", "welkom_taal:nl", "welkom_ja")),
)
VERDER: Stappen = (
    (ORGANISATOR, ("/gewisteplekken",)),
    (ORGANISATOR, ("/verzending", "mis:los:")),
)

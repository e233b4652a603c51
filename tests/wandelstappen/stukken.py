"""What people are sent and read: a report of an evening and what they thought of it, messages, a bundle, followers."""

from datetime import timedelta

from sqlalchemy import Connection, select, update

from bot.services import tevredenheid
from bot.services.bewijs import Feit, leg_vast
from bot.services.handeling import AMSTERDAM
from bot.storage import postuit, tables, volgers, wekkers
from tests import builders
from tests.wandelstappen.mensen import BEGELEIDER, BEGELEIDER_2, KERNGROEP, ORGANISATOR, STRAATCONTACT, TREKKER_2
from tests.wandelstappen.stap import FOTO, PDF, Stappen

_BERICHT = ("/bericht", '"Beste buren, de zaal is open."', "fk:voor:wijk", "fk:wie:", "fk:taal:nl")
_VERSLAG = ("/agenda", "vsl", "vs:~Vorige")


def vul(tx: Connection, wijk: int) -> None:
    """Let two people have been at an evening of which nobody asked what they thought yet."""
    b, a = tables.bijeenkomst.c, tables.account.c
    avond = tx.execute(select(b.id, b.publiek_id, b.begin).where(b.wijk == wijk, b.titel == "Nu bezig")).one()
    tevredenheid.plan(tx, wijk, avond.id, avond.begin, avond.begin, AMSTERDAM)
    for wie in (KERNGROEP, STRAATCONTACT):
        bewoner = tx.scalar(select(a.bewoner).where(a.extern_id == str(wie))) or 0
        leg_vast(tx, builders.handeling(wijk), bewoner, Feit("aanwezig", avond.publiek_id, "qr"))

    wekkers.mis(tx, wijk, "herinnering_uren", avond.id, avond.begin - timedelta(hours=2), builders.NU)
    vast = {"publiek_id": builders.een_publiek_id(), "geheim": builders.een_publiek_id()}
    velden = {"naam": "Een raadslid", "adres": "raad@voorbeeld.nl", "rol": "raadslid", "taal": "nl"}
    volger = volgers.voeg_toe(tx, wijk, **vast, **velden)
    postuit.schrijf(tx, wijk, [volger], "volger.vraag", {}, "vraag", builders.NU)
    tx.execute(update(tables.postuit).values(staat=postuit.MISLUKT))


STAPPEN: Stappen = (
    (TREKKER_2, ("/meldingen", "vk_hoe:week")),
    (KERNGROEP, ("/meldingen", "vk:peilingen:uit")),
    (STRAATCONTACT, ("/meldingen", "vk:peilingen:uit")),
    (BEGELEIDER, (*_VERSLAG, "vsm:", '"Er waren veel vragen over de kosten."', PDF, "fklaar")),
    (BEGELEIDER, (*_VERSLAG, "vsf:", FOTO, "fk:toestemming:ja")),
    (
        ORGANISATOR,
        ("/volgers", "vlgn", '"Griffie"', '"griffie@voorbeeld.nl"', "fk:rol:griffie", "fk:taal:nl", "fklaar"),
    ),
    (ORGANISATOR, (*_BERICHT, "fk:moment:nu", "fklaar")),
    (BEGELEIDER_2, ("/voorstellen", "v:", "vz:", "vja:")),
    (ORGANISATOR, (*_BERICHT, '"4 februari 19:00"', "fklaar")),
)
ERNA: Stappen = (
    (ORGANISATOR, (*_BERICHT, '"4 februari 19:00"', "fklaar")),
    (BEGELEIDER_2, ("/voorstellen", "v:", "vz:", "vja:")),
    (BEGELEIDER, (*_BERICHT, '"4 februari 20:00"', "fklaar")),
)
VERDER: Stappen = (
    (STRAATCONTACT, (">tevredenheid.vraag", "tv:", "tvg:")),
    (BEGELEIDER, _VERSLAG),
    (ORGANISATOR, ("/planning",)),
    (ORGANISATOR, ("/volgers", "vlg:")),
    (BEGELEIDER, ("/voorstellen",)),
    (BEGELEIDER_2, ("/voorstellen", "v:", "vz:")),
)

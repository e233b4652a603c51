"""The message about a meeting in the group of its werkgroep. It tells of nobody: who comes, who is there.

komt ──an hour before──▶ komt, door open ──the door closes──▶ geweest
  └──called off──▶ afgelast        └──the group was let go──▶ los
"""

from datetime import datetime

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.bijeenkomstsoorten import SOORTEN
from bot.storage import bijeenkomsten, deuren
from bot.storage.peilingkaarten import Kaart


def beeld(tx: Connection, kaart: Kaart, now: datetime) -> Boodschap:
    """Return what a message must show."""
    bij = bijeenkomsten.zoek(tx, kaart.wijk, id=kaart.bijeenkomst)
    assert bij is not None  # noqa: S101 (a meeting is never deleted)
    kort = {"titel": bij.titel, "id": bij.publiek_id, "begin": bij.begin.isoformat()}
    if kaart.groepschat is None:
        return Boodschap("groepsafspraak.los", kort)
    if bij.afgelast_op is not None:
        return Boodschap("groepsafspraak.afgelast", kort)
    deur = deuren.lees(tx, bij.id)
    staat = deur.staat(now) if deur else "gesloten"
    if staat == "gesloten" and now >= bij.begin:
        return Boodschap("groepsafspraak.geweest", kort)
    data = {**kort, "plaats": bij.plaats, "deur": staat == "open" and SOORTEN[bij.soort].deur}
    return Boodschap("groepsafspraak.komt", data)

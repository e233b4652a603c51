"""The group of a werkgroep on the chat network, with messages of the bot in it: each kind that there is."""

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, select, update

from bot.rules.peilingen.schaal import CIJFERS
from bot.services import peilingkaart
from bot.storage import groepschats, peilingen, peilingkaarten, tables
from tests import builders
from tests.builders import NU
from tests.loket import KANAAL
from tests.wandelstappen.mensen import TREKKER
from tests.wandelstappen.stap import Stappen

GROEP: dict[str, Any] = {"id": -1001, "type": "supergroup", "title": "Techniek in de Vogelbuurt"}
VAN_NIEMAND: dict[str, Any] = {"id": -1002, "type": "group", "title": "De straat"}
VAN_ELDERS: dict[str, Any] = {"id": -1003, "type": "supergroup", "title": "Techniek elders"}
DAAR = "daar"
"""Who may do everything in the other wijk."""
STAPPEN: Stappen = ()


def vul(tx: Connection, wijk: int) -> None:
    """Join a group to a werkgroep, and one of another wijk to its; put polls and meetings in the first."""
    daar = elders(tx, wijk)
    builders.een_account(tx, DAAR)
    builders.een_rol(tx, daar, "organisator", DAAR)
    for waar, groep in ((daar, VAN_ELDERS), (wijk, GROEP)):
        nummer, _ = werkgroep(tx, waar)
        groepschats.koppel(tx, waar, nummer, KANAAL, groep["id"], groep["title"], account(tx, TREKKER))
    _peilingen(tx, wijk, _voor(tx, wijk))
    _bijeenkomsten(tx, wijk, _voor(tx, wijk))
    _plaats(tx, wijk)
    _wordt(tx, wijk)


def open_deur(tx: Connection, wijk: int) -> None:
    """Let a meeting of the werkgroep begin soon. Not in each walk: there one door is open, and no more."""
    begin = NU + timedelta(minutes=40)
    builders.een_bijeenkomst(tx, wijk, titel="Overleg Straks <b>vraag</b>", begin=begin, **_voor(tx, wijk))
    _plaats(tx, wijk)


def _plaats(tx: Connection, wijk: int) -> None:
    peilingkaart.begin(tx, wijk, KANAAL, NU)
    tx.execute(update(tables.peilingkaart).values(bericht_id=tables.peilingkaart.c.id))


def _voor(tx: Connection, wijk: int) -> dict[str, Any]:
    return {"doelgroep": "werkgroep", "doelgroep_bereik": werkgroep(tx, wijk)[1]}


def _peilingen(tx: Connection, wijk: int, voor: dict[str, Any]) -> None:
    peilingen_: tuple[tuple[str, dict[str, Any]], ...] = (
        ("Welke avond is de beste?", {"live": True}),
        ("Wie <b>vraag</b> mag mee & hoe?", {"instellingen": {"max_keuzes": None}}),
        ("Wat weegt het zwaarst?", {"methode": "punten", "instellingen": {"punten": 10}}),
        ("Hoe staat u ertegenover?", {"methode": "schaal", "instellingen": {"laag": "nee", "hoog": "<b>vraag</b>"}}),
        *((f"Gaat dit {wordt}?", {}) for wordt in ("dicht", "weg")),
        ("Gaat dit alleen naar wie stemde?", {"uitslag_naar": "stemmers"}),
    )
    for vraag, velden in peilingen_:
        opties = CIJFERS if velden.get("methode") == "schaal" else ("Dinsdag", "Donderdag")
        builders.een_peiling(tx, wijk, opties, vraag=vraag, over_besluit=False, **voor, **velden)


def _bijeenkomsten(tx: Connection, wijk: int, voor: dict[str, Any]) -> None:
    for titel, over in (("Later", timedelta(days=3)), ("Niet", timedelta(days=4))):
        builders.een_bijeenkomst(tx, wijk, titel=f"Overleg {titel} <b>vraag</b>", begin=NU + over, **voor)


def _wordt(tx: Connection, wijk: int) -> None:
    """Let some of what stands in the group come to its end."""
    for vraag, weg in (
        ("Gaat dit dicht?", False),
        ("Gaat dit weg?", True),
        ("Gaat dit alleen naar wie stemde?", False),
    ):
        een = peilingen.zoek(tx, wijk, vraag=vraag)
        assert een is not None
        peilingen.sluit(tx, een.id, NU, ingetrokken=weg)
    niet = tables.bijeenkomst.c.titel.startswith("Overleg Niet")
    tx.execute(update(tables.bijeenkomst).where(niet).values(afgelast_op=NU, afgelast_reden="Te weinig mensen."))


def elders(tx: Connection, wijk: int) -> int:
    """Return the other wijk."""
    gevonden: int = tx.execute(select(tables.wijk.c.id).where(tables.wijk.c.id != wijk)).scalar_one()
    return gevonden


def werkgroep(tx: Connection, wijk: int) -> tuple[int, str]:
    """Return the werkgroep of a wijk that has a group: its number and its public id."""
    w = tables.werkgroep.c
    nummer, publiek_id = tx.execute(select(w.id, w.publiek_id).where(w.wijk == wijk, w.naam == "techniek")).one()
    return nummer, publiek_id


def account(tx: Connection, wie: int) -> int:
    """Return the account of someone."""
    vraag = select(tables.account.c.id).where(tables.account.c.extern_id == str(wie))
    gevonden: int = tx.execute(vraag).scalar_one()
    return gevonden


def kaarten(tx: Connection, wijk: int) -> list[peilingkaarten.Kaart]:
    """Return the messages that stand in the group."""
    return peilingkaarten.te_doen(tx, [wijk], KANAAL)


def leden(tx: Connection, wijk: int) -> set[int]:
    """Return who takes part in the werkgroep that has a group."""
    a, lid = tables.account.c, tables.werkgroeplid.c
    vraag = select(a.extern_id).join(tables.werkgroeplid, lid.bewoner == a.bewoner)
    return {int(wie) for wie in tx.scalars(vraag.where(lid.werkgroep == werkgroep(tx, wijk)[0])) if wie.isdigit()}

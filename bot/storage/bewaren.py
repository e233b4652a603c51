"""Deleting what was kept long enough, table by table, as the map (`gegevenskaart`) says.

Not here: one person who asks for it (`wissen`).
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, false, not_, or_, select, true, tuple_, update

from bot.storage import tables as t
from bot.storage import vragen
from bot.storage.gegevenskaart import KAART
from bot.storage.gegevenskaart.soort import LEEG, WEG
from bot.storage.wissen import GEWIST

_MEEST = 20_000
"""So many messages in one night: their rows are many, and writers wait."""


def ruim_op(tx: Connection, wijk: int, voor: Mapping[str, datetime]) -> dict[str, int]:
    """Delete what ended before a moment; return how many rows of which table went.

    Args:
        voor: per term, such as `vragen`, the moment.
    """
    oud = vragen.oud(tx, wijk, voor["vragen"])
    o, h, m, b = t.outbox.c, t.hulpvraag.c, t.natuurlijkmoment.c, t.brengtaak.c
    klaar = o.staat.in_(("verzonden", "mislukt", "onzeker")), o.uitzending.is_(None)
    gedaan = select(t.wekker.c.id).where(t.wekker.c.gedaan_op < voor["berichten"])
    herhaald = t.outbox.alias()
    los = ~select(herhaald.c.id).where(herhaald.c.herhaalt == o.id).exists()
    post = select(o.id).where(o.wijk == wijk, o.wekker.in_(gedaan), *klaar, los).limit(_MEEST)
    weg = {
        "vraagbericht": tx.execute(delete(t.vraagbericht).where(t.vraagbericht.c.vraag.in_(oud))).rowcount,
        "vraag": tx.execute(delete(t.vraag).where(t.vraag.c.id.in_(oud))).rowcount,
        "hulpvraag": _weg(tx, t.hulpvraag, h.wijk == wijk, h.bewoner.is_(None), h.gevraagd_op < voor["hulpvragen"]),
        "brengtaak": _weg(tx, t.brengtaak, b.wijk == wijk, b.op < voor["hulpvragen"]),
        "natuurlijkmoment": _weg(tx, t.natuurlijkmoment, m.wijk == wijk, m.tot < voor["momenten"].date()),
        "outbox": _weg(tx, t.outbox, o.id.in_(post)),
    }
    return {tabel: hoeveel for tabel, hoeveel in weg.items() if hoeveel}


def wis_alles(tx: Connection, wijk: int, nieuw: Callable[[int], str], now: datetime) -> dict[str, int]:
    """Delete or empty all of a wijk that is about people or addresses; return how many rows of which table went.

    Who has a role by the settings keeps that, and their number, until the settings say otherwise.

    Args:
        nieuw: gives a fresh id in the place of that on the chat network, for each account.
    """
    gaan = list(tx.scalars(select(t.account.c.id).where(*_accounts(wijk))))
    hier = select(t.bewoner.c.id).where(t.bewoner.c.wijk == wijk)
    los = {"bewoner": None, "toestemming_versie": None, "toestemming_op": None}
    tx.execute(update(t.account).where(t.account.c.bewoner.in_(hier)).values(**los))
    for een in KAART.values():
        if een.einde == LEEG and "wijk" in een.tabel.c:
            tx.execute(update(een.tabel).where(een.tabel.c.wijk == wijk).values(dict.fromkeys(een.leeg.split())))
    weg = {}
    for tabel in reversed(t.metadata.sorted_tables):
        if KAART[tabel.name].einde == WEG:
            weg[tabel.name] = _weg(tx, tabel, _van_wijk(tabel, wijk, gaan), not_(_BLIJFT.get(tabel.name, false())))
    kanaal = {"kanaal": GEWIST, "taal": None, "bereikbaar": False}
    for account in gaan:
        tx.execute(update(t.account).where(t.account.c.id == account).values(extern_id=nieuw(account), **kanaal))
    open_ = t.wekker.c.wijk == wijk, t.wekker.c.gedaan_op.is_(None), t.wekker.c.soort != "ijkpunt"
    tx.execute(update(t.wekker).where(*open_).values(gedaan_op=now, afloop="geannuleerd"))
    return {tabel: hoeveel for tabel, hoeveel in {**weg, "account": len(gaan)}.items() if hoeveel}


_BLIJFT: dict[str, ColumnElement[bool]] = {
    "rol": t.rol.c.bron == "instelling",
    "inbox": t.inbox.c.staat.in_(("ontvangen", "verwerkt")),
}
"""What stays of a table that goes: a role of the settings, and what is being answered."""


def _accounts(wijk: int) -> list[ColumnElement[bool]]:
    """Return which accounts go: no role by the settings, and not of another wijk."""
    a, r = t.account.c, t.rol.c
    vast = select(r.kanaal, r.extern_id).where(or_(r.bron == "instelling", r.wijk != wijk))
    elders = select(t.bewoner.c.id).where(t.bewoner.c.wijk != wijk)
    van_hier = or_(a.bewoner.is_(None), a.bewoner.not_in(elders))
    return [a.kanaal != GEWIST, tuple_(a.kanaal, a.extern_id).not_in(vast), van_hier]


def _van_wijk(tabel: Any, wijk: int, accounts: list[int]) -> ColumnElement[bool]:
    hier: ColumnElement[bool] = tabel.c.wijk == wijk if "wijk" in tabel.c else true()
    return tabel.c.account.in_(accounts) if "wijk" not in tabel.c and "account" in tabel.c else hier


def _weg(tx: Connection, tabel: Any, *welke: ColumnElement[bool]) -> int:
    return tx.execute(delete(tabel).where(*welke)).rowcount

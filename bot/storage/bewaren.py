"""Deleting what was kept long enough, table by table, as the map (`gegevenskaart`) says.

Not here: one person who asks for it (`wissen`).
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, delete, false, func, not_, or_, select, true, tuple_, update

from bot.storage import (
    accounts,
    inbox,
    netbestanden,
    rolgebruiken,
    verzendingen,
    voortgangen,
    vragen,
    webbestanden,
    websessies,
    wissen,
)
from bot.storage import tables as t
from bot.storage.gegevenskaart import KAART
from bot.storage.gegevenskaart.soort import LEEG, WEG
from bot.storage.wissen import GEWIST


def ruim_op(tx: Connection, wijk: int, voor: Mapping[str, datetime]) -> dict[str, int]:
    """Delete what ended before a moment; return how many rows of which table went.

    Args:
        voor: per term, such as `vragen`, the moment.
    """
    oud = vragen.oud(tx, wijk, voor["vragen"])
    h, m, b = t.hulpvraag.c, t.natuurlijkmoment.c, t.brengtaak.c
    _onthoud_tellingen(tx, wijk, voor["berichten"])
    weg = {
        "vraagbericht": tx.execute(delete(t.vraagbericht).where(t.vraagbericht.c.vraag.in_(oud))).rowcount,
        "vraag": tx.execute(delete(t.vraag).where(t.vraag.c.id.in_(oud))).rowcount,
        "hulpvraag": _weg(tx, t.hulpvraag, h.wijk == wijk, h.bewoner.is_(None), h.gevraagd_op < voor["hulpvragen"]),
        "brengtaak": _weg(tx, t.brengtaak, b.wijk == wijk, b.op < voor["hulpvragen"]),
        "natuurlijkmoment": _weg(tx, t.natuurlijkmoment, m.wijk == wijk, m.tot < voor["momenten"].date()),
        "webbestand": webbestanden.ruim_op(tx, voor["berichten"]),
        "netbestand": netbestanden.ruim_op(tx, voor["berichten"]),
        "websessie": websessies.ruim_op(tx, voor["browser"]),
        "rolgebruik": rolgebruiken.ruim_op(tx, wijk, voor["rolgebruik"]),
    }
    return {tabel: hoeveel for tabel, hoeveel in weg.items() if hoeveel}


_EINDE = t.outbox.c.staat.in_(("verzonden", "mislukt", "onzeker"))


def oude_post(tx: Connection, wijk: int, voor: datetime) -> list[int]:
    """Return the messages that were kept long enough, the oldest first. Reads only, and may take a while.

    Those of an alarm or a broadcast that was done before a moment; and what went to one person, as far as it was
    written before the last of those: it has no moment of its own.
    """
    o = t.outbox.c
    gedaan = select(t.wekker.c.id).where(t.wekker.c.gedaan_op < voor)
    geteld = select(t.uitzending.c.id).where(t.uitzending.c.tellingen.is_not(None), t.uitzending.c.klaar_op < voor)
    van_velen = or_(o.uitzending.is_(None) & o.wekker.in_(gedaan), o.uitzending.in_(geteld))
    laatste = tx.scalar(select(func.max(o.id)).where(o.wijk == wijk, van_velen)) or 0
    van_een = o.uitzending.is_(None) & o.wekker.is_(None) & (o.id < laatste)
    return list(tx.scalars(select(o.id).where(o.wijk == wijk, _EINDE, or_(van_velen, van_een)).order_by(o.id)))


def ruim_post_op(tx: Connection, wijk: int, ids: Sequence[int]) -> int:
    """Delete some of those; return how many. Of what did not arrive, or perhaps not, their number stays.

    One that was repeated waits for its repeat, which points to it.
    """
    o, herhaald = t.outbox.c, t.outbox.alias()
    los = ~select(herhaald.c.id).where(herhaald.c.herhaalt == o.id).exists()
    weg = o.wijk == wijk, o.id.in_(ids), _EINDE, los
    verzendingen.onthoud(tx, wijk, *weg)
    return _weg(tx, t.outbox, *weg)


def vergeet_losse(tx: Connection, now: datetime, voor: datetime, nieuw: Callable[[int], str]) -> int:
    """Forget the accounts that belong to nobody here since before a moment; return how many.

    Who never joined has no resident, no role and no open vote, and made nothing for others. Since when that is so, is
    the first night on which it was found.

    Args:
        nieuw: gives a fresh id in the place of that on the chat network, for each account.
    """
    a, hoort = t.account.c, _hoort_hier()
    tx.execute(update(t.account).where(a.los_sinds.is_not(None), hoort).values(los_sinds=None))
    tx.execute(update(t.account).where(a.los_sinds.is_(None), not_(hoort)).values(los_sinds=now))
    gaan = list(tx.scalars(select(a.id).where(a.los_sinds < voor, not_(hoort))))
    for account in gaan:
        wissen.vergeet_account(tx, account, nieuw(account))
    return len(gaan)


_VLUCHTIG = frozenset(
    [
        *("opdrachtmenu", "codepoging", "gesprek", "outbox", "voorkeur", "bewaard", "aansporing", "terugweg"),
        *("vraagconcept", "toestelcode", "websessie", "seintje", "webstand", "webbericht", "webbestand"),
        *("tweedefactor", "herstelcode"),
    ]
)
"""What everyone leaves behind who says something. A row of an account in any other table is something of theirs."""


def _hoort_hier() -> ColumnElement[bool]:
    """Say of an account that something here is theirs, or that it was forgotten already."""
    a, r = t.account.c, t.rol.c
    rol = select(r.id).where(r.kanaal == a.kanaal, r.extern_id == a.extern_id).exists()
    wijst = (a.id.in_(select(k).where(k.is_not(None))) for k in _sporen())  # NOT IN fails on one NULL
    return or_(a.kanaal == GEWIST, a.bewoner.is_not(None), rol, *wijst)


def _sporen() -> list[Column[Any]]:
    """Return the columns that name an account which did or has something."""
    deed = [k for een in KAART.values() for naam in een.team.split() if _naar_account(k := een.tabel.c[naam])]
    hun = [k for een in KAART.values() if een.tabel.name not in _VLUCHTIG for k in een.van_wie if _naar_account(k)]
    return [*deed, *hun]


def _naar_account(kolom: Column[Any]) -> bool:
    return any(sleutel.column.table is t.account for sleutel in kolom.foreign_keys)


def _onthoud_tellingen(tx: Connection, wijk: int, voor: datetime) -> None:
    """Keep how broadcasts ended whose messages are about to go; a report that is still to be shown counts them."""
    u = t.uitzending.c
    oud = u.wijk == wijk, u.klaar_op < voor, u.voortgang.is_(None), u.tellingen.is_(None)
    for nummer in tx.scalars(select(u.id).where(*oud)).all():
        tellingen = voortgangen.lees(tx, voortgangen.van(tx, nummer)).tellingen
        tx.execute(update(t.uitzending).where(u.id == nummer).values(tellingen=list(tellingen)))


def wis_alles(
    tx: Connection, wijk: int, nieuw: Callable[[int], str], now: datetime, *, stil: bool = False
) -> dict[str, int]:
    """Delete or empty all of a wijk that is about people or addresses; return how many rows of which table went.

    Who has a role by the settings keeps that, and their number, until the settings say otherwise. Who has anything in
    another wijk keeps that.

    Args:
        nieuw: gives a fresh id in the place of that on the chat network, for each account.
        stil: it has no settings any more, so nobody has a role by them.
    """
    tx.execute(update(t.account).where(t.account.c.gekozen_wijk == wijk).values(gekozen_wijk=None))
    vast = false() if stil else t.rol.c.bron == "instelling"
    gaan = list(tx.scalars(select(t.account.c.id).where(*_accounts(wijk, vast))))
    hier = select(t.bewoner.c.id).where(t.bewoner.c.wijk == wijk)
    los = {"bewoner": None, "toestemming_versie": None, "toestemming_op": None, "elders": False}
    tx.execute(update(t.account).where(t.account.c.bewoner.in_(hier)).values(**los))
    for een in KAART.values():
        if een.einde == LEEG and "wijk" in een.tabel.c:
            tx.execute(update(een.tabel).where(een.tabel.c.wijk == wijk).values(dict.fromkeys(een.leeg.split())))
    alleen = tx.scalar(select(func.count()).select_from(t.wijk)) == 1
    beantwoord = t.inbox.c.staat.in_(("ontvangen", "verwerkt"))  # what is being answered stays
    blijft = {"rol": vast, "inbox": beantwoord if alleen else true(), "chattempo": false() if alleen else true()}
    for account in () if alleen else gaan:
        inbox.vergeet(tx, *accounts.kenmerk(tx, account))
    weg = {}
    for tabel in reversed(t.metadata.sorted_tables):
        if KAART[tabel.name].einde == WEG:
            weg[tabel.name] = _weg(tx, tabel, _van_wijk(tabel, wijk, gaan), not_(blijft.get(tabel.name, false())))
    kanaal = {"kanaal": GEWIST, "taal": None, "bereikbaar": False, "los_sinds": None, "wismerk": None}
    for account in gaan:
        tx.execute(update(t.account).where(t.account.c.id == account).values(extern_id=nieuw(account), **kanaal))
    open_ = t.wekker.c.wijk == wijk, t.wekker.c.gedaan_op.is_(None), t.wekker.c.soort != "ijkpunt"
    tx.execute(update(t.wekker).where(*open_).values(gedaan_op=now, afloop="geannuleerd"))
    return {tabel: hoeveel for tabel, hoeveel in {**weg, "account": len(gaan)}.items() if hoeveel}


def _accounts(wijk: int, vast: ColumnElement[bool]) -> list[ColumnElement[bool]]:
    """Return which accounts go: without a role that stays, and without anything in another wijk."""
    a, r = t.account.c, t.rol.c
    hun = select(r.kanaal, r.extern_id).where(or_(vast, r.wijk != wijk))
    elders = select(t.bewoner.c.id).where(t.bewoner.c.wijk != wijk)
    van_hier = or_(a.bewoner.is_(None), a.bewoner.not_in(elders)), a.gekozen_wijk.is_(None)
    bezig = select(t.gesprek.c.account).where(t.gesprek.c.wijk != wijk)
    sporen = (select(k).where(k.is_not(None), k.table.c.wijk != wijk) for k in _sporen() if "wijk" in k.table.c)
    return [
        *(a.kanaal != GEWIST, tuple_(a.kanaal, a.extern_id).not_in(hun), *van_hier, a.id.not_in(bezig)),
        *(a.id.not_in(spoor) for spoor in sporen),
    ]


def _van_wijk(tabel: Any, wijk: int, hun: list[int]) -> ColumnElement[bool]:
    hier: ColumnElement[bool] = tabel.c.wijk == wijk if "wijk" in tabel.c else true()
    return tabel.c.account.in_(hun) if "wijk" not in tabel.c and "account" in tabel.c else hier


def _weg(tx: Connection, tabel: Any, *welke: ColumnElement[bool]) -> int:
    return tx.execute(delete(tabel).where(*welke)).rowcount

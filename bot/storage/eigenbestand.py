"""All rows of one person, for the file that they may have: only what the map (`gegevenskaart`) says that they may read.

In words, and shorter: `gegevens`.
"""

from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Column, ColumnElement, Connection, false, func, or_, select, tuple_

from bot.storage import rolgebruiken
from bot.storage import tables as t
from bot.storage.gegevenskaart import KAART
from bot.storage.gegevenskaart.soort import EIGEN, NIET, Tabel

_NAAM = ("titel", "antwoord", "vraag", "naam", "oplossing", "tekst", "reden", "soort", "publiek_id")
"""By the first of these that it has, a row is named in another."""


class Persoon(NamedTuple):
    """Whose rows: a resident with their address, or None for both, and their accounts."""

    bewoner: int | None
    huishouden: int | None
    accounts: tuple[int, ...]
    met_rol: bool = False
    meer_wijken: bool = False
    """Whether each row says of which wijk it is."""


def van(tx: Connection, persoon: Persoon) -> dict[str, Any]:
    """Return what is kept of a person, per table, as JSON-able values; a table without rows is left out."""
    onderdelen = {}
    for naam, een in KAART.items():
        if een.over in EIGEN and (rijen := _rijen(tx, een, persoon)):
            niet = {reden: kolommen for reden, kolommen in een.niet().items() if reden != "techniek"}
            onderdelen[naam] = {"waarvoor": een.doel, "rijen": rijen, "niet_hierin": niet}
            if een.eerder:
                onderdelen[naam]["gaat_weg"] = een.eerder
    keek = _team_keek(tx, persoon)
    return {"onderdelen": onderdelen, "team": keek, "door_u_gemaakt": _gemaakt(tx, persoon), "waarom_niet": NIET}


def _rijen(tx: Connection, een: Tabel, persoon: Persoon) -> list[dict[str, Any]]:
    kolommen = f"{een.toon} {'' if persoon.met_rol else een.eigen}".split()
    if not kolommen:
        return []
    if persoon.meer_wijken and "wijk" in een.tabel.c:
        kolommen.append("wijk")
    vraag = select(*(_leesbaar(een.tabel.c[kolom]) for kolom in kolommen)).select_from(een.tabel)
    vraag = vraag.where(_van(een, persoon))
    gevonden = tx.execute(vraag.order_by(*een.tabel.primary_key.columns))
    return [{kolom: _als_json(waarde) for kolom, waarde in zip(kolommen, rij, strict=True)} for rij in gevonden]


def _van(een: Tabel, persoon: Persoon) -> ColumnElement[bool]:
    if via := _VIA.get(een.tabel.name):
        return via(persoon)
    hun: dict[str, ColumnElement[bool]] = {
        "bewoner": _is(een.tabel.c.bewoner, persoon.bewoner) if "bewoner" in een.wie else false(),
        "account": een.tabel.c.account.in_(persoon.accounts) if "account" in een.wie else false(),
    }
    return or_(*(hun[kolom] for kolom in een.wie))


def _is(kolom: Column[Any], nummer: int | None) -> ColumnElement[bool]:
    """Say that a row is of this resident or address; of who has none it is no row, not those that are of nobody."""
    return false() if nummer is None else kolom == nummer


def _op_chat(kanaal: Column[str], wie: Column[str], persoon: Persoon, voor: tuple[str, ...]) -> ColumnElement[bool]:
    """Say that a row is of one of the numbers of a person on the chat network."""
    namen = [select(t.account.c.kanaal, (begin + t.account.c.extern_id)).where(_account(persoon)) for begin in voor]
    return or_(*(tuple_(kanaal, wie).in_(hun) for hun in namen))


def _account(persoon: Persoon) -> ColumnElement[bool]:
    return t.account.c.id.in_(persoon.accounts)


def _biljetten(persoon: Persoon) -> Any:
    koppeling = t.stemkoppeling.c
    hun = or_(_is(koppeling.bewoner, persoon.bewoner), koppeling.account.in_(persoon.accounts))
    return select(koppeling.stembiljet).where(hun)


def _bladen(persoon: Persoon) -> Any:
    return select(t.bewijs_prive.c.bewijs).where(_is(t.bewijs_prive.c.bewoner, persoon.bewoner))


_VIA: dict[str, Callable[[Persoon], ColumnElement[bool]]] = {
    "account": _account,
    "bewijs": lambda persoon: t.bewijs.c.id.in_(_bladen(persoon)),
    "bewoner": lambda persoon: _is(t.bewoner.c.id, persoon.bewoner),
    "bezoek": lambda persoon: _is(t.bezoek.c.huishouden, persoon.huishouden),
    "huishoudcode": lambda persoon: _is(t.huishoudcode.c.huishouden, persoon.huishouden),
    "huishouden": lambda persoon: _is(t.huishouden.c.id, persoon.huishouden),
    "inbox": lambda persoon: _op_chat(t.inbox.c.kanaal, t.inbox.c.rij, persoon, ("chat:", "persoon:")),
    "rol": lambda persoon: _op_chat(t.rol.c.kanaal, t.rol.c.extern_id, persoon, ("",)),
    "steekproefpost": lambda persoon: t.steekproefpost.c.bewijs.in_(_bladen(persoon)),
    "stembiljet": lambda persoon: t.stembiljet.c.sleutel.in_(_biljetten(persoon)),
    "vraagbericht": lambda persoon: t.vraagbericht.c.vraag.in_(
        select(t.vraag.c.id).where(_is(t.vraag.c.bewoner, persoon.bewoner))
    ),
    "weerwoord": lambda persoon: t.weerwoord.c.stembiljet.in_(_biljetten(persoon)),
}
"""Whose a row is, where none of its own columns says so."""


def _leesbaar(kolom: Column[Any]) -> ColumnElement[Any]:
    """Return a column; of one that points to a row elsewhere the name of that row."""
    for sleutel in kolom.foreign_keys:
        daar = sleutel.column.table.alias()
        naam = next(naam for naam in _NAAM if naam in daar.c)
        return select(daar.c[naam]).where(daar.c[sleutel.column.name] == kolom).scalar_subquery()
    return kolom


def _team_keek(tx: Connection, persoon: Persoon) -> list[dict[str, Any]]:
    """Return on which day the team looked at or changed something of this person, in which role and for what.

    Who it was is left out: that is about them (Court of Justice, C-579/21).
    """
    hun = [select(t.huishouden.c.publiek_id).where(_is(t.huishouden.c.id, persoon.huishouden))]
    hun += [select(t.bewoner.c.publiek_id).where(_is(t.bewoner.c.id, persoon.bewoner))]
    for tabel in (t.vraag, t.hulpvraag, t.correctieverzoek, t.adresverzoek):
        hun.append(select(tabel.c.publiek_id).where(_is(tabel.c.bewoner, persoon.bewoner)))
    regels = rolgebruiken.over(tx, [publiek_id for vraag in hun for publiek_id in tx.scalars(vraag)])
    return [
        {"dag": op.date().isoformat(), "rol": rol, "wat": wat, "gewijzigd": wijzigt} for op, rol, wat, wijzigt in regels
    ]


def _gemaakt(tx: Connection, persoon: Persoon) -> dict[str, int]:
    """Count, per table, what this person made or recorded for others in a role."""
    gemaakt = {}
    for naam, een in KAART.items():
        if door := een.team.split():
            hun = or_(*(een.tabel.c[kolom].in_(persoon.accounts) for kolom in door))
            if aantal := tx.scalar(select(func.count()).select_from(een.tabel).where(hun)):
                gemaakt[naam] = aantal
    return gemaakt


def _als_json(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date) else waarde

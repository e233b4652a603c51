"""What the export and the report tell of a poll in which the geledingen weigh equally: vacancies and both readings."""

from collections.abc import Iterator
from itertools import zip_longest

from sqlalchemy import Connection

from bot.rules.geleding import GELEDING
from bot.rules.kleine_cellen import NIET_GETOOND, Cel
from bot.rules.peilingen import Opzet
from bot.rules.peiltelling import Getoond
from bot.services.geledinguitslag import lezingen
from bot.services.publicatie import Geteld
from bot.storage import tellingen
from bot.storage.tellingen import Peilingtelling


def vacant(tx: Connection, p: Peilingtelling) -> dict[str, Cel]:
    """Return which geledingen are vacant in a closed poll, and why; nothing where each voter weighs equally."""
    if p.weging != GELEDING:
        return {}
    gelezen = lezingen(tx, p.id, p.methode, Opzet(tuple(tellingen.opties(tx, p.id)), p.instellingen))
    if gelezen is None:
        return {"vacant": NIET_GETOOND}
    return {"vacant": "; ".join(f"{naam} ({reden})" for naam, reden in gelezen.vacant.items())}


def opties(tx: Connection, p: Peilingtelling, opzet: Opzet) -> Iterator[Geteld]:
    """Yield the toplist as everyone sees it: with the fifth of a vacant geleding left empty, and shared."""
    gelezen = lezingen(tx, p.id, p.methode, opzet)
    if gelezen is None:
        niets = {"stemmen": NIET_GETOOND, "stemmen_verdeeld": NIET_GETOOND}
        yield from (Geteld("optie", naam, niets, p.publiek_id) for naam in opzet.opties)
        return
    verdeeld = dict(_cellen(gelezen.verdeeld))
    for naam, cel in _cellen(gelezen.leeg):
        yield Geteld("optie", naam, {"stemmen": f"{cel}%", "stemmen_verdeeld": f"{verdeeld[naam]}%"}, p.publiek_id)


def _cellen(lezing: Getoond) -> Iterator[tuple[str, Cel]]:
    for regel in lezing.regels:
        for kolom, cel in zip_longest(lezing.kolommen, regel.cellen):
            yield f"{regel.naam}: {kolom}" if kolom else regel.naam, cel

"""Generated neighbourhoods over four weekly publications: whoever takes all of it together pins no small cell.

The attack (tests/aanval.py) goes over what the real export gave, from rows in a real database. That it can succeed is
shown on two rules that are broken on purpose.
"""

import random
import secrets
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, update

from bot.rules import peilinguitslag
from bot.rules.kleine_cellen import Cel, cel
from bot.rules.publicatie import Uitgave
from bot.services import publicatie
from bot.services.bewijs import Feit, leg_vast
from bot.services.handeling import BEGELEIDER
from bot.services.stand import bereken_stand
from bot.services.tellen import Onderdeel
from bot.storage import accounts, tables
from tests import builders
from tests.aanval import Moment, lees

STRATEN = ("Merelweg", "Lijsterhof", "Uilenpad", "Vinkstraat", "Zwaluwlaan", "Meeslaan", "Kraaihof", "Eksterpad")
WEKEN = 4


@dataclass
class Buurt:
    """A generated neighbourhood: what there was to see, and what was true."""

    momenten: list[Moment] = field(default_factory=list)
    stemmen: dict[str, int] = field(default_factory=dict)
    volwassenen: dict[str, int] = field(default_factory=dict)
    waar: dict[str, int] = field(default_factory=dict)
    """By the names of `tests.aanval.Cel`."""

    def vastgepind(self) -> list[str]:
        """Return the cells of one to four people that cannot be each of these, with what they can be.

        On a day without a new table nobody knows that a cell is small: then it must be able to be something else.
        """
        programma, cellen = lees(self.momenten, self.stemmen, self.volwassenen)
        gevonden = []
        for cel_ in cellen:
            waar = self.waar[cel_.naam]
            if 1 <= waar <= 4:
                kan = [n for n in range(1, 5 if cel_.gepubliceerd else 8) if programma.kan(cel_.nummer, n)]
                assert waar in kan, "the truth is possible"
                if len(kan) == 1 or (cel_.gepubliceerd and len(kan) < 4):
                    gevonden.append(f"{cel_.naam}: {kan}")
        return gevonden


class Leven:
    """Four weeks of a neighbourhood: who votes, who comes, who joins the werkgroep, and an export at each end."""

    def __init__(self, tx: Connection, zaad: int) -> None:
        self.tx, self.dobbel, self.buurt = tx, random.Random(zaad), Buurt()
        self.wijk = builders.een_wijk(tx)
        self.begeleider = f"noor {zaad}"
        accounts.zet_rollen(tx, self.wijk, [(BEGELEIDER, "telegram", self.begeleider)])
        self.noor = accounts.wie(tx, self.wijk, "telegram", self.begeleider)
        self.straat_van: dict[int, str] = {}
        self.ijver: dict[str, float] = {}
        for straat in STRATEN[: self.dobbel.randint(3, 8)]:
            er_wonen = self.dobbel.choice((6, 12, 20, 30, 45))
            thuis = builders.een_huishouden(tx, self.wijk, straat=straat, volwassenen=er_wonen).id
            self.straat_van |= {builders.een_bewoner(tx, self.wijk, thuis): straat for _ in range(er_wonen)}
            self.buurt.volwassenen[straat] = er_wonen
            self.ijver[straat] = self.dobbel.choice((0.02, 0.05, 0.15, 0.3))
        velden = {"wijk": self.wijk, "publiek_id": builders.een_publiek_id(), "naam": "techniek"}
        self.groep = tx.execute(insert(tables.werkgroep).values(**velden).returning(tables.werkgroep.c.id)).scalar_one()
        self.leden: set[int] = set()
        self.telt: dict[str, set[int]] = {"gehoord": set(), "informatie": set()}

    def week(self, nummer: int) -> None:
        """Let a week go by."""
        now = builders.NU + timedelta(days=7 * nummer)
        self._stem(now, nummer)
        self._kom(now, nummer)
        for bewoner in set(self.dobbel.sample(sorted(self.straat_van), 2)) - self.leden:
            self.leden.add(bewoner)
            self.tx.execute(insert(tables.werkgroeplid).values(werkgroep=self.groep, bewoner=bewoner, wijk=self.wijk))
        gezien = self._gezien(now.date().isoformat())
        onderdelen = builders.tellingen(self.tx, self.wijk, now).onderdelen
        self.buurt.momenten.append(gezien._replace(onderdelen=onderdelen))
        for drempel, wie in self.telt.items():
            per_straat = Counter(self.straat_van[bewoner] for bewoner in wie)
            for straat in self.buurt.volwassenen:
                self.buurt.waar[f"{drempel} {straat} {gezien.dag}"] = per_straat[straat]
        self.buurt.waar[f"wijk Vogelbuurt {gezien.dag}"] = len(self.straat_van)
        self.buurt.waar[f"werkgroep techniek {gezien.dag}"] = len(self.leden)

    def _stem(self, now: datetime, nummer: int) -> None:
        opties = [f"optie {n}" for n in range(self.dobbel.randint(2, 4))]
        gewichten = [self.dobbel.choice((0.05, 0.5, 1, 3)) for _ in opties]
        peiling = builders.een_peiling(self.tx, self.wijk, opties, sluit_op=now)
        van_peiling = tables.peiling.c.id == peiling
        kenmerk = self.tx.execute(select(tables.peiling.c.publiek_id).where(van_peiling)).scalar_one()
        stemmers = self._wie(1.0)
        self.buurt.stemmen[kenmerk] = len(stemmers)
        self.buurt.waar |= {f"{kenmerk} {optie}": 0 for optie in opties}
        for bewoner in stemmers:
            if bewoner == stemmers[len(stemmers) // 2]:
                self.buurt.momenten.append(self._gezien(f"midden {nummer}"))
            self._leg_vast(now, bewoner, Feit("stem_besluit", kenmerk, "knop"))
            (keuze,) = self.dobbel.choices(range(len(opties)), gewichten)
            self.buurt.waar[f"{kenmerk} {opties[keuze]}"] += 1
            biljet = {"sleutel": secrets.token_bytes(16), "wijk": self.wijk, "inhoud": f"[{keuze}]"}
            self.tx.execute(insert(tables.stembiljet).values(peiling=peiling, **biljet))
        self.telt["gehoord"] |= set(stemmers)
        self.tx.execute(update(tables.peiling).where(van_peiling).values(gesloten_op=now))

    def _kom(self, now: datetime, nummer: int) -> None:
        avond = builders.een_bijeenkomst(self.tx, self.wijk, begin=now, titel=f"Avond {nummer}").publiek_id
        for bewoner in self._wie(0.7):
            hoe = ("deurlijst", self.noor) if self.dobbel.random() < 0.3 else ("deurcode",)
            self._leg_vast(now, bewoner, Feit("aanwezig_vragen", avond, *hoe))
            self.telt["informatie"].add(bewoner)

    def _wie(self, zin: float) -> list[int]:
        return [b for b, straat in self.straat_van.items() if self.dobbel.random() < self.ijver[straat] * zin]

    def _leg_vast(self, now: datetime, bewoner: int, feit: Feit) -> None:
        leg_vast(self.tx, builders.handeling(self.wijk, self.begeleider, now=now), bewoner, feit)

    def _gezien(self, dag: str) -> Moment:
        drempels = bereken_stand(self.tx, self.wijk).drempels
        return Moment(dag, {d.soort: d.teller if d.teller >= 10 else None for d in drempels})


def verzin(tx: Connection, zaad: int) -> Buurt:
    """Return a neighbourhood after four weeks."""
    leven = Leven(tx, zaad)
    for nummer in range(WEKEN):
        leven.week(nummer)
    return leven.buurt


@pytest.mark.parametrize("zaad", [3, 4])
def test_all_publications_of_a_neighbourhood_together_pin_no_small_cell(tx: Connection, zaad: int) -> None:
    assert verzin(tx, zaad).vastgepind() == []


@pytest.mark.zwaar
@pytest.mark.parametrize("zaad", range(50))
def test_nor_do_those_of_fifty_neighbourhoods(tx: Connection, zaad: int) -> None:
    if tx.dialect.name != "sqlite":
        pytest.skip("the rules do not depend on the database: once is enough")
    buurt = verzin(tx, zaad)
    klein = sum(1 <= aantal <= 4 for aantal in buurt.waar.values())
    anders = [m for m in buurt.momenten if any(_vers(d, m.dag) for d in m.onderdelen)]
    assert buurt.vastgepind() == []
    print(f"wijk {zaad}: {len(buurt.volwassenen)} straten, {klein} kleine cellen, {len(anders)} keer een straattabel")


def _vers(deel: Onderdeel, dag: str) -> bool:
    return deel.onderdeel == "straat" and dag in (deel.metingen["gehoord_op"], deel.metingen["informatie_op"])


def _elke_week(vorige: Uitgave | None, nieuw: Uitgave) -> bool:
    return True


def _zonder_weglaten(aantallen: list[int], stemmen: int, max_keuzes: int | None) -> tuple[Cel, ...] | None:
    return tuple(cel(aantal) for aantal in aantallen) if stemmen >= 10 else None


@pytest.mark.parametrize(
    "stuk",
    [(publicatie, "mag_uit", _elke_week), (peilinguitslag, "uitslag", _zonder_weglaten)],
    ids=["a table every week whatever it tells", "all options of a poll whatever they tell"],
)
def test_the_attack_succeeds_when_a_rule_is_broken(
    tx: Connection, monkeypatch: pytest.MonkeyPatch, stuk: tuple[Any, str, Callable[..., Any]]
) -> None:
    monkeypatch.setattr(*stuk)
    assert verzin(tx, 4).vastgepind()

"""From what happens to the outbox: who gets a message now, by which lane, and what may not be said too often.

A kind of alarm that tells many people something gives its `Lading`; `bezorg` decides who gets it and when. What they
asked for or must know is always written. Else it depends on what they chose and had: see `bot.rules.weekmaat`.

    Lading ──over None──▶ outbox
      └─ not wanted ▶ nothing · room this week ▶ outbox · else ▶ bewaard ──alarm `bundel`──▶ outbox, together
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.config import Verzending
from bot.rules.pacing import Baan
from bot.rules.stilte import Stilte
from bot.rules.weekmaat import UUR, WEEK, Onderwerp, Weekmaat
from bot.services.nodigt import nodigt_uit
from bot.storage import aansporingen, bewaard, nietmee, outbox, tijdvakken, voorkeuren, wekkers
from bot.storage.wekkers import Wekker

BUNDEL = "bundel"
"""The alarm at which goes what was held back."""

NIET_MISSEN = ("bijeenkomst.nieuw", "peiling.open")
"""Of these who hears things once a week hears before they are over, when there is room."""


@dataclass(frozen=True)
class Geval:
    """An alarm that went off, and under which circumstances.

    Args:
        now: the moment as people see it.
        zone: time zone of the wijk.
        verzending: how much residents may hear, and when.
    """

    wijk: int
    wekker: Wekker
    now: datetime
    zone: ZoneInfo
    verzending: Verzending

    @property
    def hersteld(self) -> bool:
        """Whether it was due in a restored backup: what it tells people may have gone already."""
        return self.wekker.afloop == wekkers.HERSTELD

    @property
    def maat(self) -> Weekmaat:
        """How much residents may hear in a week."""
        return weekmaat(self.verzending, self.zone)

    @property
    def gaat_op(self) -> datetime:
        """When what is neither urgent nor an answer can go: now, or after the quiet hours."""
        return self.maat.straks(self.now)


@dataclass(frozen=True)
class Lading:
    """A part of what goes to many: the next accounts in order, and what they hear.

    Args:
        boodschap: None when the moment has lost its sense.
        over: what it is about, where nobody asked for it; None for what people asked for or must know.
        niet_na: moment as people see it after which it makes no sense any more.
        uitzending: id of the broadcast that it is a part of.
        te_laat: nobody gets it because its moment has passed; staff see that in /planning.
        dringend: does not wait and does not count for the week; who does not want to hear about it, still does not.
        uiterlijk: when it must be known at the latest, however much there was this week.
        gevraagd: those of `naar` who asked for it, where others did not.
        aansporing: id of the poll in which it asks to vote once more: who was asked so already, does not get it.
    """

    naar: list[int]
    boodschap: Boodschap | None = None
    baan: Baan = Baan.UITZENDING
    over: Onderwerp | None = None
    niet_na: datetime | None = None
    uitzending: int | None = None
    te_laat: bool = False
    dringend: bool = False
    uiterlijk: datetime | None = None
    gevraagd: frozenset[int] = frozenset()
    aansporing: int | None = None


NIETS = Lading([])
TE_LAAT = Lading([], te_laat=True)


@dataclass(frozen=True)
class Vers:
    """Something that was held back, as it stands when it goes.

    Args:
        niet_na: moment as people see it after which it makes no sense any more.
        regel: the line that it is in a bundle; None: it goes by itself.
        niet_meer: accounts for which it has lost its sense.
    """

    boodschap: Boodschap
    niet_na: datetime | None
    regel: dict[str, Any] | None
    niet_meer: frozenset[int] = frozenset()


def bezorg(tx: Connection, geval: Geval, lading: Lading) -> None:
    """Write a part of what goes to many in the outbox, and hold back what is too much for someone now.

    What may have gone before a backup is held for staff. Who does not take part gets no invitation (`nodigt`).
    """
    if lading.boodschap is None:
        return
    naar = lading.naar
    if nodigt_uit(tx, geval.wijk, geval.wekker):
        niet_mee = nietmee.accounts(tx, naar) - lading.gevraagd
        naar = [account for account in naar if account not in niet_mee]
    if lading.aansporing is not None:
        gehad = aansporingen.gehad(tx, lading.aansporing, naar)
        naar = [account for account in naar if account not in gehad]
    gevraagd = [account for account in naar if lading.over is None or account in lading.gevraagd]
    _schrijf(tx, geval, lading, gevraagd, None)
    nu, later = _verdeel(tx, geval, lading, sorted(set(naar) - set(gevraagd)))
    if geval.hersteld:
        nu, later = sorted([*nu, *later]), {}
    _schrijf(tx, geval, lading, nu, None if lading.dringend else geval.gaat_op)
    bewaard.voeg_toe(
        tx,
        geval.wijk,
        later,
        sleutel=_sleutel(geval),
        soort=lading.boodschap.soort,
        data=lading.boodschap.data,
        onderwerp=str(lading.boodschap.data.get("id", ""))[:22],
        uitzending=lading.uitzending,
        over=lading.over,
        niet_na=lading.niet_na,
        uiterlijk=lading.uiterlijk,
    )
    plan(tx, geval.wijk, later.values())
    if lading.aansporing is not None:
        aansporingen.noteer(tx, geval.wijk, lading.aansporing, [*gevraagd, *nu, *later])


def met_ruimte(
    tx: Connection, geval: Geval, accounts: Sequence[int], over: Onderwerp
) -> tuple[list[int], datetime | None]:
    """Return which of some accounts may get something now that nobody waits for, and if none, when one of them may.

    It comes in a quiet week: after it there is still room for news, where more than one a week may come. Who wants to
    hear things once a week, or still has something coming, gets none of it; None: nobody ever does.
    """
    if not accounts:
        return [], None
    rustig = replace(geval.maat, per_week=max(1, geval.maat.per_week - 1))
    toestanden = voorkeuren.gehoord(tx, accounts, geval.now - WEEK)
    wil = {account: g for account, g in toestanden.items() if g.voorkeur.wil(over) and not g.voorkeur.wekelijks}
    vrij = {account: max(rustig.vrij_op(g.gehad, geval.now), g.wacht_tot or geval.now) for account, g in wil.items()}
    nu = [a for a, op in vrij.items() if op <= geval.gaat_op and wil[a].wacht_tot is None]
    return nu, None if nu or not vrij else max(min(vrij.values()), geval.now + UUR)


def plan(tx: Connection, wijk: int, momenten: Iterable[datetime]) -> None:
    """See to an alarm at each moment at which something that was held back may go."""
    for moment in sorted(set(momenten)):
        wekkers.zorg_voor(tx, wijk, BUNDEL, wijk, moment)


def voorbij(soort: str, niet_na: datetime | None, uiterlijk: datetime | None) -> datetime | None:
    """Return when it is too late to hear of what nobody should miss by hearing things once a week; else None.

    What has a moment at which it must be known needs no other.
    """
    return niet_na if soort in NIET_MISSEN and uiterlijk is None else None


def weekmaat(verzending: Verzending, zone: ZoneInfo) -> Weekmaat:
    """Return how much residents may hear in a week, as the settings say it."""
    return Weekmaat(verzending.per_week, Stilte(verzending.stil_van, verzending.stil_tot), zone)


def _verdeel(
    tx: Connection, geval: Geval, lading: Lading, accounts: list[int]
) -> tuple[list[int], dict[int, datetime]]:
    """Return who gets it now, and who gets it not before when; who does not want it is in neither."""
    if lading.over is None or lading.boodschap is None or not accounts:
        return [], {}
    over = voorbij(lading.boodschap.soort, lading.niet_na, lading.uiterlijk)
    nu: list[int] = []
    later: dict[int, datetime] = {}
    toestanden = voorkeuren.gehoord(tx, accounts, geval.now - WEEK)
    for account in accounts:
        g = toestanden[account]
        if lading.dringend:
            nu += [account] if g.voorkeur.wil(lading.over) else []
            continue
        velden = {"wacht_tot": g.wacht_tot, "uiterlijk": lading.uiterlijk, "voorbij": over}
        beurt = geval.maat.wanneer(g.voorkeur, lading.over, g.gehad, geval.now, **velden)
        if beurt is not None and beurt.nu:
            nu.append(account)
        elif beurt is not None:
            later[account] = beurt.moment
    return nu, later


def _schrijf(tx: Connection, geval: Geval, lading: Lading, naar: list[int], ongevraagd_op: datetime | None) -> None:
    assert lading.boodschap is not None  # noqa: S101 (bezorg saw to it)
    outbox.schrijf(
        tx,
        geval.wijk,
        _sleutel(geval),
        naar,
        lading.boodschap,
        baan=lading.baan,
        niet_na=lading.niet_na,
        uitzending=lading.uitzending,
        wekker=geval.wekker.id,
        ongevraagd_op=ongevraagd_op,
    )
    if geval.hersteld:
        tijdvakken.houd_vast(tx, [f"{_sleutel(geval)}:{account}" for account in naar])


def _sleutel(geval: Geval) -> str:
    return f"wekker:{geval.wekker.id}"


def wekker_van(sleutel: str) -> int:
    """Return the id of the alarm of which this is the key."""
    return int(sleutel.removeprefix("wekker:"))

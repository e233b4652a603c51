"""Residents who ask to be visited or called. Who asked, and their number, are kept only until it has ended."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from sqlalchemy import Connection, Select, func, insert, select, update

from bot.rules.telefoon import lees_nummer
from bot.storage import accounts, webberichten
from bot.storage.tables import bewoner, huishouden, hulpvraag, kennismaking

Wijze = Literal["langs", "bel"]
LOPEND = ("open", "genomen")


@dataclass(frozen=True)
class Hulpvraag:
    """One question.

    Args:
        over: what they tapped under: peiling, bijeenkomst, uitzending, kennismaking, or vraag for none of these.
        onderwerp: publiek_id of that, else empty.
        nummer: to call, as typed.
        genomen_door: the account that does it.
        teruggegeven: how often someone had it and gave it back.
        bewoner: None once it has ended, and then `nummer`, `vanaf` and `naam` too.
        vanaf: the account on which they asked; None when another wrote it down.
        naam: by which the resident wants to be called.
        huis: publiek_id of their household.
    """

    id: int
    publiek_id: str
    wijze: Wijze
    over: str
    onderwerp: str
    nummer: str | None
    gevraagd_op: datetime
    staat: str
    genomen_door: int | None
    teruggegeven: int
    bewoner: int | None
    vanaf: int | None
    naam: str | None
    huis: str | None
    straat: str | None

    @property
    def loopt(self) -> bool:
        """Whether somebody still waits."""
        return self.staat in LOPEND


_EIGEN = [hulpvraag.c[naam] for naam in Hulpvraag.__dataclass_fields__ if naam in hulpvraag.c]
_VAN_WIE = (kennismaking.c.antwoord, huishouden.c.publiek_id.label("huis"), huishouden.c.straat)
_VRAAG: Select[Any] = (
    select(*_EIGEN, *_VAN_WIE)
    .outerjoin_from(hulpvraag, bewoner, bewoner.c.id == hulpvraag.c.bewoner)
    .outerjoin(huishouden, huishouden.c.id == bewoner.c.huishouden)
    .outerjoin(kennismaking, (kennismaking.c.bewoner == bewoner.c.id) & (kennismaking.c.vraag == "naam"))
)


def voeg_toe(tx: Connection, **velden: Any) -> int:
    """Add one that is open and return its id."""
    nieuw: int = tx.execute(insert(hulpvraag).values(staat="open", **velden).returning(hulpvraag.c.id)).scalar_one()
    return nieuw


def zoek(tx: Connection, wijk: int, **sleutel: Any) -> Hulpvraag | None:
    """Return one by `id` or `publiek_id`."""
    waar = [hulpvraag.c[naam] == waarde for naam, waarde in sleutel.items()]
    rij = tx.execute(_VRAAG.where(hulpvraag.c.wijk == wijk, *waar)).one_or_none()
    return None if rij is None else Hulpvraag(*rij)


def genomen_door(tx: Connection, account_id: int) -> list[tuple[int, int]]:
    """Return what an account took on and did not do yet, in any wijk: wijk and id."""
    h = hulpvraag.c
    hun = select(h.wijk, h.id).where(h.genomen_door == account_id, h.staat == "genomen").order_by(h.id)
    return [(rij.wijk, rij.id) for rij in tx.execute(hun)]


def van_bewoner(tx: Connection, bewoner_id: int) -> list[Hulpvraag]:
    """Return those of a resident that have not ended, oldest first."""
    rijen = tx.execute(_VRAAG.where(hulpvraag.c.bewoner == bewoner_id).order_by(hulpvraag.c.id))
    return [Hulpvraag(*rij) for rij in rijen]


def lopend(tx: Connection, wijk: int, straten: Collection[str] | None, hoeveel: int) -> list[Hulpvraag]:
    """Return those that have not ended, oldest first.

    Args:
        straten: only of who lives in one of these; None for all.
    """
    vraag = _VRAAG.where(hulpvraag.c.wijk == wijk, hulpvraag.c.staat.in_(LOPEND))
    if straten is not None:
        vraag = vraag.where(huishouden.c.straat.in_(straten))
    return [Hulpvraag(*rij) for rij in tx.execute(vraag.order_by(hulpvraag.c.id).limit(hoeveel))]


def tel_langs(tx: Connection, huis: int) -> int:
    """Return how many visits a household asked for that did not end yet."""
    hier = hulpvraag.c.wijze == "langs", hulpvraag.c.staat.in_(LOPEND), bewoner.c.huishouden == huis
    gevraagd = select(func.count()).select_from(hulpvraag).join(bewoner, bewoner.c.id == hulpvraag.c.bewoner)
    return tx.scalar(gevraagd.where(*hier)) or 0


def neem(tx: Connection, vraag_id: int, account_id: int) -> None:
    """Note who does it."""
    tx.execute(update(hulpvraag).where(hulpvraag.c.id == vraag_id).values(staat="genomen", genomen_door=account_id))


def geef_terug(tx: Connection, vraag_id: int) -> None:
    """Note that who did it does not after all."""
    weer = {"staat": "open", "genomen_door": None, "teruggegeven": hulpvraag.c.teruggegeven + 1}
    tx.execute(update(hulpvraag).where(hulpvraag.c.id == vraag_id).values(**weer))


def eindig(tx: Connection, vraag_id: int, staat: str) -> None:
    """End one and forget who asked, and their number: also where they typed it in a chat of ours."""
    wie = select(hulpvraag.c.bewoner, hulpvraag.c.nummer).where(hulpvraag.c.id == vraag_id)
    bewoner_id, nummer = tx.execute(wie).one()
    if bewoner_id is not None and nummer is not None:
        for account in accounts.alle_van_bewoner(tx, bewoner_id):
            webberichten.wis_getypt(tx, account, lambda tekst: lees_nummer(tekst) == nummer)
    leeg = {"staat": staat, "bewoner": None, "vanaf": None, "nummer": None}
    tx.execute(update(hulpvraag).where(hulpvraag.c.id == vraag_id).values(**leeg))

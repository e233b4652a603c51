"""Rows that a test starts from, each with one call. A test names only what matters to it."""

import itertools
import json
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, insert, select

from berichten import Boodschap
from bot.rules import drempels, huishoudcode
from bot.rules.adressen import Adres
from bot.rules.inhoud import Inhoud, Soort
from bot.rules.pacing import Baan
from bot.rules.selectie import Selectie
from bot.rules.spelregels import Spelregels
from bot.rules.toestemming import VERSIE
from bot.rules.wegen import Telling
from bot.services import publicatie, rapportdelen, tellen
from bot.services.bronnen import Vraag, telling
from bot.services.handeling import AMSTERDAM, Afzender, Handeling, publiek_id
from bot.services.tellen import Tellingen
from bot.storage import bijeenkomsten, groeperingen, huishoudens, outbox, peilingen, tables
from bot.storage.bijeenkomsten import Bijeenkomst

NU = datetime(2027, 2, 1, 19, 0, tzinfo=UTC)
PEPER = bytes(range(32))

_nummers = itertools.count(1)  # over all tests of a process: no house or name is there twice


@dataclass(frozen=True)
class Huishouden:
    """A household and the code on its letter."""

    id: int
    code: str


def een_publiek_id() -> str:
    return publiek_id(secrets.token_bytes(16))


def een_wijk(tx: Connection, naam: str = "Vogelbuurt") -> int:
    rij = insert(tables.wijk).values(publiek_id=een_publiek_id(), naam=naam).returning(tables.wijk.c.id)
    nieuw: int = tx.execute(rij).scalar_one()
    return nieuw


def een_huishouden(
    tx: Connection,
    wijk: int,
    *,
    volwassenen: int | None = None,
    straat: str = "Merelweg",
    huisnummer: int | None = None,
) -> Huishouden:
    code = huishoudcode.maak(secrets.token_bytes(7))
    adres = Adres(straat, huisnummer or next(_nummers), "", "3511AB", volwassenen=volwassenen)
    nieuw = huishoudens.NieuwHuishouden(adres, een_publiek_id(), huishoudcode.hmac_van(code, PEPER))
    huishoudens.voeg_toe(tx, wijk, [nieuw], NU)
    gevonden = huishoudens.vind_code(tx, wijk, nieuw.hmac)
    assert gevonden is not None
    return Huishouden(gevonden.huishouden, code)


def een_bewoner(tx: Connection, wijk: int, huishouden: int | None = None) -> int:
    """Return a resident on the lowest free seat; of a household of their own when none is named."""
    thuis = een_huishouden(tx, wijk).id if huishouden is None else huishouden
    stoel = min(set(range(1, 99)) - huishoudens.bezette_stoelen(tx, thuis))
    return huishoudens.voeg_bewoner_toe(tx, wijk, thuis, stoel, een_publiek_id(), NU)


def een_peiling(tx: Connection, wijk: int, opties: Sequence[str] = ("ja", "nee"), **velden: Any) -> int:
    """Add a poll that closes a day after `NU`."""
    van_wie = een_account(tx, extern_id=f"begeleider {next(_nummers)}")
    return peilingen.voeg_toe(
        tx,
        wijk,
        [(een_publiek_id(), tekst) for tekst in opties],
        **{
            "publiek_id": een_publiek_id(),
            "vraag": "Doen we het?",
            "over_besluit": True,
            "instellingen": {"max_keuzes": 1},
            "sluit_op": NU + timedelta(days=1),
            "gemaakt_door": van_wie,
            **velden,
        },
    )


def een_inbreng(tx: Connection, wijk: int, peiling: int, keus: str, tekst: str, groep: str = "") -> bytes:
    """Add a ballot with what its voter wrote, perhaps in a group; return its key."""
    sleutel = secrets.token_bytes(16)
    op = {"wijk": wijk, "peiling": peiling}
    inhoud = json.dumps([keus, tekst], separators=(",", ":"))
    tx.execute(insert(tables.stembiljet).values(**op, sleutel=sleutel, inhoud=inhoud))
    if groep:
        er_is = {g.naam: g.id for g in groeperingen.van_peiling(tx, peiling)}
        nummer = er_is.get(groep) or groeperingen.maak(tx, wijk, peiling, een_publiek_id(), groep)
        groeperingen.zet(tx, wijk, peiling, sleutel, nummer)
    return sleutel


def een_bijeenkomst(tx: Connection, wijk: int, **velden: Any) -> Bijeenkomst:
    """Add a meeting with room for questions that begins at `NU`."""
    nummer = next(_nummers)
    nieuw = bijeenkomsten.voeg_toe(
        tx,
        wijk,
        **{
            "publiek_id": een_publiek_id(),
            "soort": "energiecafe",
            "titel": "Café",
            "begin": NU,
            "plaats": "Buurthuis",
            "ruimte_voor_vragen": True,
            "deurgeheim": secrets.token_bytes(32),
            "gemaakt_door": een_account(tx, extern_id=f"begeleider {nummer}"),
            **velden,
        },
    )
    gemaakt = bijeenkomsten.zoek(tx, wijk, id=nieuw)
    assert gemaakt is not None
    return gemaakt


def een_account(tx: Connection, extern_id: str = "1", *, bewoner: int | None = None, taal: str | None = "nl") -> int:
    waarden: dict[str, Any] = {"kanaal": "telegram", "extern_id": extern_id, "bewoner": bewoner, "taal": taal}
    if bewoner is not None:
        waarden |= {"toestemming_versie": VERSIE, "toestemming_op": NU}
    nieuw: int = tx.execute(insert(tables.account).values(**waarden).returning(tables.account.c.id)).scalar_one()
    return nieuw


def pseudoniem(tx: Connection, extern_id: str) -> str:
    """Return by which pseudonym an account stands in sealed records; a test has one wijk here."""
    hun = select(tables.account.c.id).where(tables.account.c.extern_id == extern_id).scalar_subquery()
    v = tables.vastlegger.c
    return str(tx.execute(select(v.pseudoniem).where(v.account == hun)).scalar_one())


def een_rol(tx: Connection, wijk: int, rol: str, extern_id: str = "1", *, bereik: str = "") -> str:
    """Give someone a role as an invitation does; return its public id."""
    publiek = een_publiek_id()
    van = {"kanaal": "telegram", "extern_id": extern_id, "bron": "uitnodiging", "publiek_id": publiek}
    tx.execute(insert(tables.rol).values(wijk=wijk, rol=rol, bereik=bereik, toegekend_op=NU, **van))
    return publiek


def handeling(
    wijk: int, extern_id: str = "1", *, now: datetime = NU, prive: bool = True, taalcode: str | None = "nl"
) -> Handeling:
    return Handeling(wijk, Afzender("telegram", extern_id, prive, taalcode), now, secrets.token_bytes(32))


def tellingen(tx: Connection, wijk: int, now: datetime = NU) -> Tellingen:
    """Count for the export under the usual rules, all parts in one transaction."""
    kader = tellen.begin(tx, wijk, now, AMSTERDAM)
    delen: list[publicatie.Geteld] = []
    for deel in tellen.DELEN:
        na: int | None = 0
        while na is not None:
            blok = deel(tx, kader, na)
            delen += blok.onderdelen
            na = blok.verder
    return tellen.voeg_samen(kader, delen, publicatie.geef_uit(tx, wijk, publicatie.te_publiceren(delen), now))


def rapport(tx: Connection, wijk: int, now: datetime = NU) -> dict[str, Any]:
    """Gather the report, all parts in one transaction."""
    kader = tellen.begin(tx, wijk, now, AMSTERDAM)
    delen: dict[str, list[dict[str, Any]]] = {}
    for naam, lees in rapportdelen.DELEN.items():
        rijen = delen.setdefault(naam, [])
        na: int | None = 0
        while na is not None:
            blok = lees(tx, kader, na)
            rijen += blok.rijen
            na = blok.verder
    return {"tellingen": tellingen(tx, wijk, now).als_json(), "delen": delen}


def een_inhoud(
    soort: Soort = "tekst",
    html: str = "",
    file_id: str | None = None,
    *,
    naam: str | None = None,
    plek: list[int] | None = None,
) -> Inhoud:
    """Return what someone sent, as `handlers.inhoud` reads it."""
    return Inhoud(soort=soort, html=html, file_id=file_id, naam=naam, plek=plek)


def een_uitzending(tx: Connection, wijk: int, maker: int, naar: Sequence[int] = (), **velden: Any) -> str:
    """Add a broadcast that goes, with a message that waits for each of these accounts; return its public id."""
    vast = {"inhoud": {}, "doelgroep": Selectie().als_json(), "aantal": len(naar), "staat": "bezig"}
    vast |= {"gemaakt_op": NU, "moment": NU, "begonnen_op": NU, "publiek_id": een_publiek_id()}
    rij = insert(tables.uitzending).values(wijk=wijk, gemaakt_door=maker, **{**vast, **velden})
    nieuw: int = tx.execute(rij.returning(tables.uitzending.c.id)).scalar_one()
    boodschap = Boodschap("uitzending")
    outbox.schrijf(tx, wijk, f"proef:{nieuw}", naar, boodschap, baan=Baan.UITZENDING, uitzending=nieuw)
    publiek: str = tx.execute(select(tables.uitzending.c.publiek_id).filter_by(id=nieuw)).scalar_one()
    return publiek


def een_telling(tx: Connection, wijk: int, regels: Spelregels, soort: str, *, met_staf: bool = True) -> Telling:
    """Count who counts for a condition that counts people, whatever was agreed for it."""
    drempel = next((d for d in regels.drempels if d.soort == soort), None) or drempels.uit_ruw(
        {"soort": soort, "aandeel": "1/2", "operator": ">"}, "test", ()
    )
    return telling.lees(tx, Vraag(wijk, regels, drempel, met_staf))

"""What is erased is gone from every table, and every table says so; the teller stays what it was."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from sqlalchemy import JSON, Boolean, Connection, Date, Integer, LargeBinary, String, Table, insert, select

from bot.rules.wegen import Telling
from bot.services import bewijs
from bot.services.bewijs import Feit
from bot.storage import bewijs as bewijzen
from bot.storage import tables as t
from bot.storage import tellingen, wissen
from bot.storage.gegevenskaart import KAART
from bot.storage.tables.kolommen import UtcMoment
from tests import builders
from tests.builders import NU, handeling

SOORTEN = ("stem_besluit",)


def test_of_every_column_that_points_to_a_person_the_map_says_whose_row_it_is_or_that_they_did_it_for_others() -> None:
    """What says whose a row is goes with them, or says in `gewist` why not; all else points to an empty account.

    What stands beside it in the same row (`techniek`), such as where they asked, goes with the row.
    """
    wijst = {
        f"{tabel.name}.{kolom.name}"
        for tabel in t.metadata.tables.values()
        for kolom in tabel.columns
        for sleutel in kolom.foreign_keys
        if sleutel.column.table.name in {"bewoner", "account"}
    }
    eigen = {f"{naam}.{kolom}" for naam, een in KAART.items() for kolom in een.wie}
    voor_anderen = {f"{naam}.{kolom}" for naam, een in KAART.items() for kolom in een.team.split()}
    daarnaast = {f"{naam}.{kolom}" for naam, een in KAART.items() if een.wie for kolom in een.techniek.split()} & wijst
    assert wijst == eigen | voor_anderen | daarnaast, "say of these in bot/storage/gegevenskaart whose they are"
    assert not eigen & voor_anderen
    gaat = {f"{kolom.table.name}.{kolom.name}" for kolom in wissen.WEG}
    assert eigen - gaat == {f"{naam}.{kolom}" for naam, een in KAART.items() if een.gewist for kolom in een.wie}
    assert {naam for naam, een in KAART.items() if (een.gewist or een.verteld) and not een.wie} == set()
    met_nummer = {naam for naam, tabel in t.metadata.tables.items() if {"kanaal", "extern_id"} <= set(tabel.c.keys())}
    assert met_nummer == {"account", "rol", "chatwissing"}, "a number on the chat network stands nowhere else"


VERTELD = {
    "mailadres",
    "postuit",
    "kennismaking",
    "natuurlijkmoment",
    "werkgroeplid",
    "bijeenkomstvraag",
    "spelregelreactie",
    "inspreekwens",
    "gesprek",
    "vraagconcept",
    "terugweg",
    "trekkernaam",
}
"""What docs/avg.md promises to whom takes back their consent: what they told, asked, and chose for later."""
BLIJFT = {"adresverzoek", "correctieverzoek", "hulpvraag", "plekvraag", "telt", "teltdoor", "zetel"}
"""Of who is erased these stay: they are about the seat, or their service empties them."""


def vul(tx: Connection, van: dict[str, int]) -> None:
    """Write a row of this person in every table that has rows of people, with whatever fits in its columns."""
    for een in KAART.values():
        for wiens in sorted(een.wie - ({"bewoner"} if een.tabel is t.account else set())):
            tx.execute(insert(een.tabel).values({**_gevuld(een.tabel), wiens: van[wiens]}))


_NIEUW = count(9_000)
_IETS: dict[type, Callable[[], Any]] = {
    String: lambda: chr(next(_NIEUW)),
    Integer: lambda: next(_NIEUW),
    LargeBinary: lambda: b"%d" % next(_NIEUW),
    Boolean: lambda: False,
    JSON: dict,
    Date: NU.date,
    UtcMoment: lambda: NU,
}
"""Per type of column a new value that fits in each."""


def _gevuld(tabel: Table) -> dict[str, Any]:
    verplicht = [k for k in tabel.c if not k.nullable and k.server_default is None and k.name != "id"]
    return {k.name: next(maak() for soort, maak in _IETS.items() if isinstance(k.type, soort)) for k in verplicht}


def over(tx: Connection, van: dict[str, int]) -> set[str]:
    """Return the tables in which something is of this person."""
    kolommen = [kolom for een in KAART.values() for kolom in een.van_wie]
    return {kolom.table.name for kolom in kolommen if tx.scalar(select(1).where(kolom == van[kolom.name]).limit(1))}


@pytest.mark.parametrize("tx", ["sqlite"], indirect=True)
def test_of_every_table_the_rows_of_who_is_erased_go_and_of_who_takes_back_consent_what_they_told(
    tx: Connection,
) -> None:
    """Rows of nonsense, so that a table without a service yet is asked too. What others have stays."""
    for regel in ("defer_foreign_keys", "ignore_check_constraints"):
        tx.exec_driver_sql(f"PRAGMA {regel} = ON")
    wijk = builders.een_wijk(tx)
    anna, bram, cor = (
        {"bewoner": wie, "account": builders.een_account(tx, f"{wie}", bewoner=wie)}
        for wie in (builders.een_bewoner(tx, wijk) for _ in range(3))
    )
    for wie in (anna, bram, cor):
        vul(tx, wie)
    alles = over(tx, bram)
    assert alles == {naam for naam, een in KAART.items() if een.wie}
    wissen.vergeet_bewoner(tx, wijk, anna["bewoner"], builders.een_publiek_id(), NU)
    wissen.vergeet_account(tx, anna["account"], "leeg")
    assert over(tx, anna) == BLIJFT
    wissen.vergeet_verteld(tx, cor["bewoner"], NU)
    assert alles - over(tx, cor) == VERTELD
    assert over(tx, bram) == alles


def schrijf_merk(tx: Connection, wijk: int, bewoner: int, **anders: Any) -> None:
    """Write for what someone counts on."""
    vast = {"versie": 1, "drempel": "gehoord", "zelf": True, "bewoner": bewoner}
    tx.execute(insert(t.teltdoor).values(wijk=wijk, **{**vast, **anders}))


def tel(tx: Connection, wijk: int, eenheid: str, **anders: Any) -> Telling:
    return bewijzen.tel(tx, bewijzen.Telvraag(wijk, SOORTEN, eenheid, **{"voor": (1, "gehoord"), **anders}))


@pytest.mark.parametrize("eenheid", ["bewoners", "huishoudens", "eigenaren"])
@pytest.mark.parametrize("met_staf", [True, False])
def test_the_teller_does_not_change_when_someone_is_erased(tx: Connection, eenheid: str, met_staf: bool) -> None:
    wijk = builders.een_wijk(tx)
    huis = builders.een_huishouden(tx, wijk, volwassenen=2).id
    tx.execute(t.huishouden.update().values(eigendom="koop"))
    anna, _ = builders.een_bewoner(tx, wijk, huis), builders.een_bewoner(tx, wijk)
    bewijs.leg_vast(tx, handeling(wijk), anna, Feit("stem_besluit", "peiling", "knop"))
    voor = tel(tx, wijk, eenheid, met_staf=met_staf)
    schrijf_merk(tx, wijk, anna)
    wissen.vergeet_bewoner(tx, wijk, anna, builders.een_publiek_id(), NU)
    assert tel(tx, wijk, eenheid, met_staf=met_staf) == voor
    assert voor.teller_laag == 1


def test_what_staff_recorded_is_left_out_of_the_other_count_after_erasing_too(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    huis = builders.een_huishouden(tx, wijk, volwassenen=1).id
    anna = builders.een_bewoner(tx, wijk, huis)
    schrijf_merk(tx, wijk, anna, zelf=False)
    wissen.vergeet_bewoner(tx, wijk, anna, builders.een_publiek_id(), NU)
    assert tel(tx, wijk, "bewoners").teller_laag == 1
    assert tel(tx, wijk, "bewoners", met_staf=False).teller_laag == 0


@pytest.mark.parametrize("eenheid", ["bewoners", "huishoudens"])
def test_under_a_later_version_an_erased_seat_may_count_and_is_not_said_to(tx: Connection, eenheid: str) -> None:
    wijk = builders.een_wijk(tx)
    huis = builders.een_huishouden(tx, wijk, volwassenen=3).id
    anna, bram = builders.een_bewoner(tx, wijk, huis), builders.een_bewoner(tx, wijk, huis)
    schrijf_merk(tx, wijk, anna)
    for wie in (anna, bram):
        wissen.vergeet_bewoner(tx, wijk, wie, builders.een_publiek_id(), NU)
    nieuw = tel(tx, wijk, eenheid, voor=(2, "gehoord"))
    assert (nieuw.teller_laag, nieuw.teller_hoog) == (0, 1)
    assert tel(tx, wijk, eenheid).teller_hoog == 1
    assert tel(tx, wijk, eenheid, voor=(1, "informatie")).teller_hoog == 0


def test_who_left_counts_no_more(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    for velden in ({"tot": NU}, {}):
        huis = builders.een_huishouden(tx, wijk, volwassenen=1).id
        wie = builders.een_bewoner(tx, wijk, huis)
        schrijf_merk(tx, wijk, wie)
        wissen.vergeet_bewoner(tx, wijk, wie, builders.een_publiek_id(), NU)
        tx.execute(t.bewoner.update().where(t.bewoner.c.id == wie).values(**velden or {"sinds": NU}))
    assert tel(tx, wijk, "bewoners").teller_laag == 1


def test_erased_seats_never_count_beyond_the_seats_of_an_address(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    huis = builders.een_huishouden(tx, wijk, volwassenen=2).id
    for _ in range(3):
        wie = builders.een_bewoner(tx, wijk, huis)
        schrijf_merk(tx, wijk, wie)
        wissen.vergeet_bewoner(tx, wijk, wie, builders.een_publiek_id(), NU)
    assert tel(tx, wijk, "bewoners") == Telling(2, 2, 2, 2)


def test_an_erased_seat_counts_in_its_street_once_whoever_sits_there_since(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    huis = builders.een_huishouden(tx, wijk, straat="Uilenpad").id
    wie = builders.een_bewoner(tx, wijk, huis)
    schrijf_merk(tx, wijk, wie)
    wissen.vergeet_bewoner(tx, wijk, wie, builders.een_publiek_id(), NU)
    wat = (tx, wijk, (1, "gehoord"), SOORTEN, 0, bewijzen.ALLES)
    assert tellingen.gewisten(*wat) == {"Uilenpad": 1}
    bewijs.leg_vast(tx, handeling(wijk), wie, Feit("stem_besluit", "peiling", "knop"))
    assert tellingen.gewisten(*wat) == {}
    assert tellingen.bewoners(tx, wijk, SOORTEN, 0, bewijzen.ALLES) == {"Uilenpad": 1}

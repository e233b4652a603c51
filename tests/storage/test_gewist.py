"""What is erased is gone from every table, and every table says so; the teller stays what it was."""

from typing import Any

import pytest
from sqlalchemy import Connection, insert

from bot.rules.wegen import Telling
from bot.services import bewijs
from bot.services.bewijs import Feit
from bot.storage import bewijs as bewijzen
from bot.storage import tables as t
from bot.storage import tellingen, wissen
from bot.storage.gegevenskaart import KAART
from tests import builders
from tests.builders import NU, handeling

SOORTEN = ("stem_besluit",)


def test_of_every_column_that_points_to_a_person_the_map_says_whose_row_it_is_or_that_they_did_it_for_others() -> None:
    """What says whose a row is goes with them, or says in `gewist` why not; all else points to an empty account."""
    wijst = {
        f"{tabel.name}.{kolom.name}"
        for tabel in t.metadata.tables.values()
        for kolom in tabel.columns
        for sleutel in kolom.foreign_keys
        if sleutel.column.table.name in {"bewoner", "account"}
    }
    eigen = {f"{naam}.{kolom}" for naam, een in KAART.items() for kolom in een.wie}
    voor_anderen = {f"{naam}.{kolom}" for naam, een in KAART.items() for kolom in een.team.split()}
    assert wijst == eigen | voor_anderen, "say of these in bot/storage/gegevenskaart whose they are"
    assert not eigen & voor_anderen
    gaat = {f"{kolom.table.name}.{kolom.name}" for kolom in wissen.WEG}
    assert eigen - gaat == {f"{naam}.{kolom}" for naam, een in KAART.items() if een.gewist for kolom in een.wie}
    assert {naam for naam, een in KAART.items() if (een.gewist or een.verteld) and not een.wie} == set()
    met_nummer = {naam for naam, tabel in t.metadata.tables.items() if {"kanaal", "extern_id"} <= set(tabel.c.keys())}
    assert met_nummer == {"account", "rol"}, "a number on the chat network stands nowhere else"


def schrijf_merk(tx: Connection, wijk: int, bewoner: int, **anders: Any) -> None:
    """Write for what someone counts on."""
    vast = {"versie": 1, "drempel": "gehoord", "zelf": True, "bewoner": bewoner}
    tx.execute(insert(t.teltdoor).values(wijk=wijk, **{**vast, **anders}))


def tel(tx: Connection, wijk: int, eenheid: str, **anders: Any) -> Telling:
    return bewijzen.tel(tx, wijk, SOORTEN, eenheid, **{"voor": (1, "gehoord"), **anders})


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

"""The address list is not right: who hears it, who may answer, what the resident reads, and what stays of it."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.services import adresverzoek, rechtzetten, toestemming, wissen
from bot.services.bezorging import Geval
from bot.services.handeling import AANSPREEKPUNT, AMSTERDAM, BEGELEIDER, ORGANISATOR, Handeling
from bot.storage import adresverzoeken, verhuizingen, wekkers
from bot.storage import tables as t
from tests import builders

ANNA, BRAM, BUUR, IBRAHIM, OMAR, FATMA, NOOR = "anna", "bram", "buur", "ibrahim", "omar", "fatma", "noor"
TEKST = "Wij wonen op 12a, niet op 12."
MAANDAG = datetime(2027, 2, 1, 9, tzinfo=UTC)


@pytest.fixture
def wijk(tx: Connection) -> int:
    """Anna and Bram share a home, Omar the organisator too; Ibrahim is the other organisator."""
    wijk = builders.een_wijk(tx)
    thuis = builders.een_huishouden(tx, wijk, volwassenen=3).id
    for wie in (ANNA, BRAM, OMAR):
        builders.een_account(tx, wie, bewoner=builders.een_bewoner(tx, wijk, thuis))
    builders.een_account(tx, BUUR, bewoner=builders.een_bewoner(tx, wijk))
    for wie, rol in ((IBRAHIM, ORGANISATOR), (OMAR, ORGANISATOR), (FATMA, AANSPREEKPUNT), (NOOR, BEGELEIDER)):
        if wie != OMAR:
            builders.een_account(tx, wie, taal="tr" if wie == IBRAHIM else "nl")
        builders.een_rol(tx, wijk, rol, wie)
    return wijk


def doet(wijk: int, wie: str) -> Handeling:
    return builders.handeling(wijk, wie, now=MAANDAG)


def vraag(tx: Connection, wijk: int, wie: str = ANNA, wat: str = "adres", werkdagen: int = 3) -> Boodschap:
    assert adresverzoek.kies(tx, doet(wijk, wie), wat).soort == "adresverzoek.typ"
    return adresverzoek.typ(tx, doet(wijk, wie), TEKST, werkdagen)


def post(tx: Connection, soort: str) -> dict[str, dict[str, Any]]:
    """Return what waits in the outbox of a kind, by person."""
    zien = select(t.account.c.extern_id, t.outbox.c.data).join(t.account, t.account.c.id == t.outbox.c.account)
    return dict(tx.execute(zien.where(t.outbox.c.soort == soort, t.outbox.c.staat == "wachtend")).all())


def rij(tx: Connection) -> tuple[Any, ...]:
    a = t.adresverzoek.c
    return tuple(tx.execute(select(a.staat, a.bewoner, a.tekst, a.taal)).one())


def test_an_organisator_who_does_not_live_there_hears_of_it_and_says_yes(tx: Connection, wijk: int) -> None:
    gezien = adresverzoek.begin(tx, doet(wijk, ANNA)).data
    assert gezien["volwassenen"] == 3
    gevraagd = vraag(tx, wijk)
    assert gevraagd.data["termijn"] == "2027-02-04T16:00:00+00:00", "three working days after Monday, at five"
    naar = post(tx, "adresverzoek.een")
    assert naar.keys() == {IBRAHIM}
    assert naar[IBRAHIM]["tekst"] == TEKST
    assert not {ANNA, BRAM} & set(json.dumps(naar).split('"'))
    assert adresverzoek.kies(tx, doet(wijk, ANNA), "adres").soort == "adresverzoek.loopt", "twice is once"
    assert rechtzetten.lijst(tx, doet(wijk, IBRAHIM)).data["adressenlijst"] == 1
    assert rechtzetten.lijst(tx, doet(wijk, FATMA)).data["adressenlijst"] is None
    (een,) = adresverzoek.lijst(tx, doet(wijk, IBRAHIM)).data["verzoeken"]
    assert (een["id"], een["te_laat"]) == (gevraagd.data["id"], False)

    assert adresverzoek.zeg_ja(tx, doet(wijk, IBRAHIM), een["id"]).data["hoe"] == "ja"

    antwoord = post(tx, "adresverzoek.antwoord")
    assert antwoord.keys() == {ANNA}
    assert (antwoord[ANNA]["hoe"], antwoord[ANNA]["tekst"]) == ("ja", TEKST)
    assert rij(tx) == ("ja", None, None, None), "who asked and what was typed are gone"
    assert post(tx, "adresverzoek.een") == {}
    assert adresverzoeken.op_de_lijst(tx, tx.scalar(select(t.bewoner.c.huishouden).limit(1)) or 0)[2] == 3
    for weer in (adresverzoek.zeg_ja, adresverzoek.toon, adresverzoek.vraag_reden):
        with pytest.raises(Geweigerd, match=r"adresverzoek\.voorbij"):
            weer(tx, doet(wijk, IBRAHIM), een["id"])


def test_no_comes_with_a_reason_in_the_words_of_the_organisator(tx: Connection, wijk: int) -> None:
    id_ = vraag(tx, wijk, wat="volwassenen").data["id"]
    assert adresverzoek.vraag_reden(tx, doet(wijk, IBRAHIM), id_).soort == "adresverzoek.reden"
    with pytest.raises(Geweigerd):
        adresverzoek.zeg_nee(tx, doet(wijk, IBRAHIM), "x" * 401)
    klaar = adresverzoek.zeg_nee(tx, doet(wijk, IBRAHIM), "Er staan er drie ingeschreven.")
    assert klaar.data["hoe"] == "nee"
    antwoord = post(tx, "adresverzoek.antwoord")[ANNA]
    assert (antwoord["reden"], antwoord["leest"]) == ("Er staan er drie ingeschreven.", "tr")
    assert rij(tx)[0] == "nee"


OPEN: tuple[tuple[str, Callable[..., object]], ...] = (
    ("ja", adresverzoek.zeg_ja),
    ("reden", adresverzoek.vraag_reden),
    ("toon", adresverzoek.toon),
)


@pytest.mark.parametrize(("wat", "doe"), OPEN, ids=[wat for wat, _ in OPEN])
def test_a_forged_button_does_nothing_whoever_taps_it(
    tx: Connection, wijk: int, wat: str, doe: Callable[..., object]
) -> None:
    id_ = vraag(tx, wijk).data["id"]
    for wie in (ANNA, BRAM, BUUR, FATMA, NOOR, "niemand"):
        with pytest.raises(Geweigerd):
            doe(tx, doet(wijk, wie), id_)
    with pytest.raises(Geweigerd, match=r"adresverzoek\.eigen"):
        doe(tx, doet(wijk, OMAR), id_)
    elders = builders.een_wijk(tx, "Elders")
    builders.een_rol(tx, elders, ORGANISATOR, IBRAHIM)
    for waar, welk in ((elders, id_), (wijk, "AbCdEfGhIjKlMnOpQrStUv"), (wijk, "")):
        with pytest.raises(Geweigerd, match=r"adresverzoek\.voorbij"):
            doe(tx, doet(waar, IBRAHIM), welk)
    assert rij(tx)[0] == "open"


def test_nobody_withdraws_or_reads_what_another_asked(tx: Connection, wijk: int) -> None:
    id_ = vraag(tx, wijk).data["id"]
    for wie in (BRAM, BUUR, IBRAHIM):
        with pytest.raises(Geweigerd):
            adresverzoek.trek_in(tx, doet(wijk, wie), id_)
    assert adresverzoek.kies(tx, doet(wijk, BRAM), "adres").soort == "adresverzoek.typ", "a housemate asks anew"
    assert adresverzoek.kies(tx, doet(wijk, BUUR), "iets anders").soort == "adresverzoek.wat"
    adresverzoek.trek_in(tx, doet(wijk, ANNA), id_)
    assert rij(tx)[0] == "ingetrokken"
    assert post(tx, "adresverzoek.een") == {}


@pytest.mark.parametrize("hoe", ["wist", "trekt de ja in", "verhuist", "trekt in"])
def test_who_goes_in_the_middle_leaves_nothing_and_a_reason_that_is_being_typed_goes_nowhere(
    tx: Connection, wijk: int, hoe: str
) -> None:
    id_ = vraag(tx, wijk).data["id"]
    adresverzoek.vraag_reden(tx, doet(wijk, IBRAHIM), id_)
    if hoe == "wist":
        wissen.wis(tx, doet(wijk, ANNA))
    elif hoe == "trekt de ja in":
        toestemming.trek_in(tx, doet(wijk, ANNA))
    elif hoe == "verhuist":
        verhuizingen.beeindig(tx, wijk, list(tx.scalars(select(t.huishouden.c.sleutel))), MAANDAG)
    else:
        adresverzoek.trek_in(tx, doet(wijk, ANNA), id_)
    assert rij(tx) == ("ingetrokken", None, None, None)
    assert adresverzoek.lijst(tx, doet(wijk, IBRAHIM)).data["verzoeken"] == []
    assert adresverzoek.zeg_nee(tx, doet(wijk, IBRAHIM), "Nee hoor.").soort == "adresverzoek.voorbij"
    assert post(tx, "adresverzoek.antwoord") == {}
    assert "Nee hoor" not in str(tx.execute(select(t.outbox.c.data)).all())


def test_the_working_day_before_the_promise_ends_it_is_asked_once_more_unless_it_was_answered(
    tx: Connection, wijk: int
) -> None:
    for wat in ("adres", "woning"):
        vraag(tx, wijk, wat=wat)
    zien = select(t.wekker.c.id, t.wekker.c.moment).where(t.wekker.c.soort == adresverzoek.HERINNER)
    rijen = tx.execute(zien.order_by(t.wekker.c.id)).all()
    assert {een.moment for een in rijen} == {datetime(2027, 2, 3, 8, tzinfo=UTC)}
    adressen = {een.wat: een.publiek_id for een in adresverzoeken.open_(tx, wijk, 9)}
    adresverzoek.zeg_ja(tx, doet(wijk, IBRAHIM), adressen["woning"])
    for een in rijen:
        gaat = wekkers.open_wekker(tx, wijk, een.id)
        if gaat is not None:
            adresverzoek.herinner(tx, Geval(wijk, gaat, een.moment, AMSTERDAM, Verzending()))
    gestuurd = select(t.outbox.c.data).where(t.outbox.c.soort == "adresverzoek.een", t.outbox.c.staat == "wachtend")
    wacht = sorted((data["wat"], data["herinner"]) for data in tx.scalars(gestuurd))
    assert wacht == [("adres", False), ("adres", True)]


def test_a_short_promise_reminds_nobody_in_the_past(tx: Connection, wijk: int) -> None:
    vraag(tx, wijk, werkdagen=1)
    assert tx.execute(select(t.wekker).where(t.wekker.c.soort == adresverzoek.HERINNER)).all() == []

""" "Ik doe niet mee": heard, no nudge of any kind, no visit; taken back with one tap, and said at the door as well."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.selectie import EISEN, Eis, Selectie
from bot.rules.spelregels import Spelregels
from bot.services import bezorging, deurgesprek, formulier, herhaling, nietmee, stemmen, wekker
from bot.services.bewoner import mijn_gegevens
from bot.services.bezorging import Geval, Lading
from bot.services.handeling import AMSTERDAM, BEGELEIDER, ORGANISATOR
from bot.services.nodigt import NODIGT_UIT
from bot.storage import accounts, bewaard, peilingen, wekkers
from bot.storage import nietmee as opslag
from bot.storage import tables as t
from tests import builders
from tests.builders import NU, een_telling, handeling
from tests.services.test_deurgesprek import NOOR, SJORS, een_buurt, huis
from tests.services.test_wekker import bewoner, peil, tik, verstuurd

ANNA, BRAM, IBRAHIM = "1", "2", "9002"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_buurt(tx)
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR)])
    return wijk


def gehoord(tx: Connection, wijk: int, *, telt: bool = True, met_staf: bool = True) -> int:
    regels = Spelregels(telt_ook=("niet_mee",) if telt else ("gesprek",))
    return een_telling(tx, wijk, regels, "gehoord", met_staf=met_staf).teller_laag


def test_what_it_means_is_said_first_and_it_is_heard_once_and_taken_back_with_one_tap(
    tx: Connection, wijk: int
) -> None:
    bewoner(tx, wijk, ANNA)
    assert not nietmee.toon(tx, handeling(wijk, ANNA)).data["niet_mee"]
    assert gehoord(tx, wijk) == 0, "reading what it means says nothing"
    for _ in range(2):
        assert nietmee.zeg(tx, handeling(wijk, ANNA)).data["niet_mee"]
    assert (gehoord(tx, wijk), gehoord(tx, wijk, telt=False)) == (1, 0)
    assert mijn_gegevens(tx, handeling(wijk, ANNA)).data["niet_mee"]
    for _ in range(2):
        assert nietmee.terug(tx, handeling(wijk, ANNA)).soort == "nietmee.terug"
    assert gehoord(tx, wijk) == 0
    nietmee.zeg(tx, handeling(wijk, ANNA))
    assert gehoord(tx, wijk) == 1, "and said once more"


def test_the_organisator_writes_what_goes_on_and_sees_a_number_without_people(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, ANNA)
    nietmee.zeg(tx, handeling(wijk, ANNA))
    formulieren = {nietmee.FORMULIER.soort: nietmee.FORMULIER}
    for tekst in ("Eerst dit.", "Het gas stopt in 2031."):
        formulier.begin(tx, handeling(wijk, IBRAHIM), nietmee.FORMULIER)
        data = formulier.typ(tx, handeling(wijk, IBRAHIM), formulieren, tekst).data
    assert (data["tekst"], data["aantal"], data["bewoner"]) == ("Het gas stopt in 2031.", "minder dan 5", False)
    assert nietmee.toon(tx, handeling(wijk, ANNA)).data["aantal"] is None
    with pytest.raises(Geweigerd, match="rol_nodig"):
        formulier.begin(tx, handeling(wijk, ANNA), nietmee.FORMULIER)
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        nietmee.zeg(tx, handeling(wijk, "77"))


def _geval(tx: Connection, wijk: int, soort: str, onderwerp: int) -> Geval:
    wekkers.zorg_voor(tx, wijk, soort, onderwerp, NU)
    deze = wekkers.van_ids(tx, wijk, wekkers.ids_van(tx, wijk, [soort], onderwerp))[-1]
    wekkers.gedaan(tx, deze.id, NU)
    return Geval(wijk, deze, NU, AMSTERDAM, Verzending())


def _uitzending(tx: Connection, wijk: int, selectie: Selectie) -> int:
    maker = builders.een_account(tx, builders.een_publiek_id())
    waarden: dict[str, Any] = {
        "publiek_id": builders.een_publiek_id(),
        "doelgroep": selectie.als_json(),
        "staat": "bezig",
    }
    waarden |= {"inhoud": {}, "aantal": 2, "gemaakt_door": maker, "gemaakt_op": NU, "moment": NU}
    rij = insert(t.uitzending).values(wijk=wijk, **waarden).returning(t.uitzending.c.id)
    nieuw: int = tx.execute(rij).scalar_one()
    return nieuw


SPOREN_AAN = {"niet_gehoord", "niet_geinformeerd", "niet_gestemd"}
VAST = {soort: hoe for soort, hoe in NODIGT_UIT.items() if isinstance(hoe, bool)}
"""Kinds of which it does not depend on what they are about."""
UITNODIGINGEN = {
    "aanbod_herinnering",
    "bijeenkomst_nieuw",
    "concept_nieuw",
    "kennismaking",
    "natuurlijkmoment",
    "peiling_herinnering",
    "tevredenheid",
}


def test_every_kind_of_message_to_many_is_said_to_be_an_invitation_or_not() -> None:
    assert set(NODIGT_UIT) == {*wekker.LADINGEN, "kennismaking"}
    assert {soort for soort, hoe in VAST.items() if hoe} == UITNODIGINGEN


def _gevallen(tx: Connection, wijk: int) -> list[tuple[str, Geval, bool]]:
    """Return every kind of alarm, by name, with whether it invites."""
    over = builders.een_peiling(tx, wijk, over_besluit=True), builders.een_peiling(tx, wijk, over_besluit=False)
    alle = [(soort, _geval(tx, wijk, soort, 1), hoe) for soort, hoe in VAST.items()]
    alle += [(f"peiling {n}", _geval(tx, wijk, "peiling_nieuw", id_), bool(n)) for n, id_ in enumerate(over)]
    for eis in (*EISEN, None):
        selectie = Selectie(eisen=(Eis(eis, "x" * 22),)) if eis else Selectie()
        geval = _geval(tx, wijk, "uitzending", _uitzending(tx, wijk, selectie))
        alle.append((f"uitzending {eis}", geval, eis in SPOREN_AAN))
    return alle


def test_no_nudge_of_any_kind_goes_to_who_does_not_take_part_and_the_rest_does(tx: Connection, wijk: int) -> None:
    anna, bram = bewoner(tx, wijk, ANNA), bewoner(tx, wijk, BRAM)
    nietmee.zeg(tx, handeling(wijk, ANNA))
    fout = []
    for naam, geval, nodigt in _gevallen(tx, wijk):
        soort = f"proef {naam}"
        bezorging.bezorg(tx, geval, Lading([anna, bram], Boodschap(soort), over="buurt", dringend=True))
        if verstuurd(tx, soort) != ([BRAM] if nodigt else [ANNA, BRAM]):
            fout.append(naam)
    assert fout == []


def test_what_was_asked_for_goes_also_to_who_does_not_take_part(tx: Connection, wijk: int) -> None:
    anna = bewoner(tx, wijk, ANNA)
    nietmee.zeg(tx, handeling(wijk, ANNA))
    geval = _geval(tx, wijk, "bijeenkomst_nieuw", 1)
    velden: dict[str, Any] = {"over": "bijeenkomsten", "gevraagd": frozenset({anna})}
    bezorging.bezorg(tx, geval, Lading([anna], Boodschap("proef"), **velden))
    assert verstuurd(tx, "proef") == [ANNA]


@pytest.mark.overal
def test_an_invitation_that_still_waits_goes_no_more_and_news_that_waits_does(tx: Connection, wijk: int) -> None:
    anna = bewoner(tx, wijk, ANNA)
    gevallen = _gevallen(tx, wijk)
    for naam, geval, _ in gevallen:
        bezorging.bezorg(tx, geval, Lading([anna], Boodschap(f"proef {naam}"), over="buurt"))
    alle = {f"proef {naam}": nodigt for naam, _, nodigt in gevallen}
    nietmee.zeg(tx, handeling(wijk, ANNA))
    wacht = {rij.soort for rij in bewaard.van(tx, [anna])}
    wacht |= set(tx.scalars(select(t.outbox.c.soort).where(t.outbox.c.staat == "wachtend")))
    assert wacht == {soort for soort, nodigt in alle.items() if not nodigt}


def test_a_repeat_of_an_invitation_does_not_go_to_who_said_so_since(tx: Connection, wijk: int) -> None:
    mensen = {wie: bewoner(tx, wijk, wie) for wie in (ANNA, BRAM)}
    een = peil(tx, wijk, NU + timedelta(days=9))
    peiling = peilingen.zoek(tx, wijk, publiek_id=een)
    assert peiling is not None
    geval = _geval(tx, wijk, "peiling_herinnering", peiling.id)
    zegt = Boodschap("peiling.herinnering", {"id": een})
    bezorging.bezorg(tx, geval, Lading(list(mensen.values()), zegt, over="peilingen"))
    tx.execute(t.outbox.update().where(t.outbox.c.soort == "peiling.herinnering").values(staat="onzeker"))
    nietmee.zeg(tx, handeling(wijk, ANNA))
    opnieuw = _geval(tx, wijk, herhaling.WEKKER, geval.wekker.id)
    herhaling.doe(tx, wekker.LADINGEN, opnieuw)
    naar = set(tx.scalars(select(t.outbox.c.account).where(t.outbox.c.herhaalt.is_not(None))))
    assert naar == {mensen[BRAM]}


def test_who_does_not_take_part_hears_once_of_a_vote_on_the_decision_and_can_vote(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, ANNA)
    nietmee.zeg(tx, handeling(wijk, ANNA))
    een = peil(tx, wijk, NU + timedelta(days=9))
    tik(tx, wijk, NU)
    tik(tx, wijk, NU + timedelta(days=8))
    assert (verstuurd(tx, "peiling.open"), verstuurd(tx, "peiling.herinnering")) == ([ANNA], [])
    assert stemmen.toon(tx, handeling(wijk, ANNA), een).data["bewoner"]


def adres(tx: Connection, wijk: int, huis_id: str) -> dict[str, Any]:
    return deurgesprek.adres(tx, handeling(wijk, NOOR), huis_id).data


def test_at_the_door_it_is_told_first_and_then_nobody_rings_there_again(tx: Connection, wijk: int) -> None:
    nummers = [huis(tx, wijk, volwassenen, huisnummer=n).publiek_id for n, volwassenen in ((1, 2), (2, 1), (3, None))]
    eerste, tweede, derde = nummers
    gezegd = nietmee.deur(tx, handeling(wijk, SJORS), eerste, frozenset({1}))
    assert (gezegd.data["niet_mee"], gehoord(tx, wijk)) == (False, 0)
    for _ in range(2):
        nietmee.deur(tx, handeling(wijk, SJORS), eerste, frozenset({1}), zeker=True)
    assert (gehoord(tx, wijk), gehoord(tx, wijk, met_staf=False)) == (1, 0)
    assert [p["niet_mee"] for p in adres(tx, wijk, eerste)["mensen"]] == [True, False]
    assert adres(tx, wijk, derde)["volgend"][1] == eerste, "a housemate is still to be visited"
    nietmee.deur(tx, handeling(wijk, NOOR), eerste, frozenset({2}), zeker=True)
    nietmee.deur(tx, handeling(wijk, NOOR), derde, frozenset({1}), zeker=True)
    assert adres(tx, wijk, eerste)["volgend"][1] == tweede
    assert adres(tx, wijk, tweede)["volgend"] is None, "all others said so"
    tekens = deurgesprek.straat(tx, handeling(wijk, NOOR), eerste, vooraan=True).data["nummers"]
    assert [regel[2] for regel in tekens] == ["niet_mee", None, "niet_mee"]
    gekozen = deurgesprek.adres(tx, handeling(wijk, NOOR), eerste, frozenset({1, 2})).data["gekozen"]
    assert gekozen == [], "who does not take part is not spoken to by accident"
    nietmee.deur_terug(tx, handeling(wijk, NOOR), eerste, frozenset({1}))
    assert gehoord(tx, wijk) == 2


def test_at_the_door_it_is_for_ones_own_street_and_never_ones_own_home(tx: Connection, wijk: int) -> None:
    elders = huis(tx, wijk, straat="Uilenpad").publiek_id
    eigen = builders.een_huishouden(tx, wijk)
    builders.een_account(tx, SJORS, bewoner=builders.een_bewoner(tx, wijk, eigen.id))
    thuis = tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.id == eigen.id)) or ""
    bewoner(tx, wijk, ANNA)
    for wie, waar, stoelen, waarom in (
        (SJORS, elders, {1}, "buiten_bereik"),
        (SJORS, thuis, {1}, "eigen_adres"),
        (ANNA, elders, {1}, "rol_nodig"),
        (NOOR, elders, {9}, "huishouden.onbekend"),
        (NOOR, elders, set(), "huishouden.onbekend"),
        (NOOR, "x" * 22, {1}, "huishouden.onbekend"),
    ):
        with pytest.raises(Geweigerd, match=waarom):
            nietmee.deur(tx, handeling(wijk, wie), waar, frozenset(stoelen), zeker=True)
    assert opslag.tel(tx, wijk) == 0


def test_a_resident_takes_back_what_was_recorded_at_the_door(tx: Connection, wijk: int) -> None:
    thuis = huis(tx, wijk)
    builders.een_account(tx, ANNA, bewoner=builders.een_bewoner(tx, wijk, thuis.id))
    nietmee.deur(tx, handeling(wijk, NOOR), thuis.publiek_id, frozenset({1}), zeker=True)
    assert nietmee.toon(tx, handeling(wijk, ANNA)).data["niet_mee"]
    nietmee.terug(tx, handeling(wijk, ANNA))
    assert (gehoord(tx, wijk), opslag.tel(tx, wijk)) == (0, 0)

"""The log is dense, has the root of its leaves, and says of a condition exactly how many count; nothing of whom."""

import json
import random
import secrets
from collections import Counter
from datetime import timedelta
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Table, func, insert, select, update

from bot.rules import merkle
from bot.rules.spelregels import EENHEDEN, Spelregels
from bot.services import bewijs, bewijslog
from bot.services.bewijs import Bewijssoort, Feit
from bot.services.handeling import AMSTERDAM
from bot.storage import accounts, spelregels, telt, wekkers, wissen
from bot.storage import bewijs as bewijsopslag
from bot.storage import bewijslog as opslag
from bot.storage import tables as t
from bot.storage.accounts import Wie
from bot.storage.telt import Bereik
from tests import builders
from tests.services import test_vaststellen

ALLE = Bereik(0, 2**62)


def stel_vast(tx: Connection, wijk: int, regels: Spelregels) -> None:
    """Fix a version of the rules as the conversation does, as far as the log is concerned."""
    laatste = tx.scalar(select(func.coalesce(func.max(t.bewijs.c.id), 0))) if regels.versie == 1 else None
    waarden = {"uit_instellingen": False, "vastgesteld_op": builders.NU, "na_bewijs": laatste}
    tx.execute(t.spelregels.delete().where(t.spelregels.c.wijk == wijk, t.spelregels.c.versie == regels.versie))
    tx.execute(insert(t.spelregels).values(wijk=wijk, versie=regels.versie, inhoud=regels.canoniek(), **waarden))
    tx.execute(update(t.wijk).where(t.wijk.c.id == wijk).values(spelregels_versie=regels.versie))
    bewijslog.leg_spelregels_vast(tx, wijk, regels, {"dag": "2027-02-01"})


def regels(versie: int = 1, eenheid: str = "bewoners", telt_ook: tuple[str, ...] = ("gesprek",)) -> Spelregels:
    return Spelregels(versie=versie, eenheid=eenheid, telt_ook=telt_ook)


def leg_vast(
    tx: Connection, wijk: int, bewoner: int, soort: Bewijssoort = "stem_besluit", onderwerp: str = "p"
) -> None:
    bewijs.leg_vast(tx, builders.handeling(wijk), bewoner, Feit(soort, onderwerp, "knop"))


def gehoorden(tx: Connection, wijk: int, hoeveel: int) -> list[int]:
    """That many residents who were heard, each at an address of their own."""
    wie = [builders.een_bewoner(tx, wijk) for _ in range(hoeveel)]
    for bewoner in wie:
        leg_vast(tx, wijk, bewoner)
    return wie


def bij(tx: Connection, wijk: int) -> None:
    bewijslog.maak_bij(tx, wijk, secrets.token_bytes(32))


def log(tx: Connection, wijk: int) -> list[tuple[int, str, bool]]:
    """All leaves with a number, in order; checks that they are dense and that the root is theirs."""
    vraag = select(t.bewijs.c.volgnummer, t.bewijs.c.blad, t.bewijs.c.openbaar)
    rijen = tx.execute(vraag.where(t.bewijs.c.wijk == wijk, t.bewijs.c.volgnummer.is_not(None)).order_by("volgnummer"))
    gevonden = [(nummer, blad, openbaar) for nummer, blad, openbaar in rijen]
    assert [nummer for nummer, _, _ in gevonden] == list(range(len(gevonden)))
    boom = opslag.stand(tx, wijk)
    assert boom.grootte == len(gevonden)
    assert boom.wortel() == merkle.wortel(merkle.blad_hash(blad.encode()) for _, blad, _ in gevonden)
    return gevonden


def publiek(tx: Connection, wijk: int) -> list[dict[str, Any]]:
    return [json.loads(blad) for _, blad, openbaar in log(tx, wijk) if openbaar]


def tellers(tx: Connection, wijk: int) -> dict[tuple[int, str], int]:
    """The teller of each condition and version, from the public leaves alone."""
    tel: Counter[tuple[int, str]] = Counter()
    for blad in publiek(tx, wijk):
        if blad["soort"] in {"telt", "telt_vervalt"}:
            tel[blad["spelregels"], blad["drempel"]] += 1 if blad["soort"] == "telt" else -1
            assert min(tel.values()) >= 0
    return dict(tel)


def test_every_leaf_gets_a_number_once_and_doing_it_again_changes_nothing(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    gehoorden(tx, wijk, 12)
    bij(tx, wijk)
    eerst = log(tx, wijk)
    bij(tx, wijk)

    assert len(eerst) == 12
    assert log(tx, wijk) == eerst


def test_ten_people_or_nothing(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels())
    gehoorden(tx, wijk, 9)
    bij(tx, wijk)
    assert tellers(tx, wijk) == {}

    gehoorden(tx, wijk, 1)
    bij(tx, wijk)
    assert tellers(tx, wijk) == {(1, "gehoord"): 10}


def test_evidence_of_before_the_first_version_counts_for_none(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    gehoorden(tx, wijk, 11)
    stel_vast(tx, wijk, regels())
    bij(tx, wijk)
    assert tellers(tx, wijk) == {}


def test_a_leaf_of_who_counts_tells_no_day_no_subject_and_no_person(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels())
    gehoorden(tx, wijk, 10)
    bij(tx, wijk)

    bladen = [blad for blad in publiek(tx, wijk) if blad["soort"] == "telt"]
    assert {tuple(sorted(blad)) for blad in bladen} == {
        ("drempel", "eenheid", "id", "log", "soort", "spelregels", "versie")
    }
    assert len({blad["id"] for blad in bladen}) == 10
    assert len({json.dumps(blad | {"id": ""}, sort_keys=True) for blad in bladen}) == 1


def test_a_version_stands_in_the_log_before_who_counts_under_it(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    gehoorden(tx, wijk, 5)
    stel_vast(tx, wijk, regels())
    gehoorden(tx, wijk, 10)
    bij(tx, wijk)

    eerste = publiek(tx, wijk)[0]
    assert (eerste["soort"], eerste["spelregels"], eerste["hash"]) == ("spelregels", 1, regels().hash())
    assert eerste["telt"] == {"gehoord": ["gesprek", "stem_besluit"], "informatie": ["aanwezig_vragen"]}


@pytest.mark.overal
def test_the_order_of_a_night_is_not_that_of_the_acts(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels())
    gehoorden(tx, wijk, 40)
    bij(tx, wijk)

    vraag = select(t.bewijs.c.id, t.bewijs.c.openbaar).where(t.bewijs.c.volgnummer > 0).order_by(t.bewijs.c.volgnummer)
    rijen = tx.execute(vraag).all()
    assert [rij.id for rij in rijen] != sorted(rij.id for rij in rijen)
    assert len({rij.openbaar for rij in rijen[:40]}) == 2  # the leaves of who counts stand among the acts


def test_who_left_counts_no_more_and_the_log_says_so_but_not_since_when_they_had_counted(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels())
    wie = gehoorden(tx, wijk, 12)
    bij(tx, wijk)
    tx.execute(update(t.bewoner).where(t.bewoner.c.id == wie[0]).values(tot=builders.NU))
    bij(tx, wijk)

    assert tellers(tx, wijk) == {(1, "gehoord"): 11}
    (weg,) = [blad for blad in publiek(tx, wijk) if blad["soort"] == "telt_vervalt"]
    assert sorted(weg) == ["drempel", "eenheid", "id", "log", "soort", "spelregels", "versie"]


def test_who_was_erased_goes_on_counting_under_this_version_and_one_that_takes_more(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels(telt_ook=()))
    wie = gehoorden(tx, wijk, 12)
    bij(tx, wijk)
    wis(tx, wijk, wie[0])
    stel_vast(tx, wijk, regels(versie=2))
    bij(tx, wijk)

    assert tellers(tx, wijk) == {(1, "gehoord"): 12, (2, "gehoord"): 12}


def test_who_is_erased_before_ten_people_count_is_one_of_the_ten(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels())
    wis(tx, wijk, gehoorden(tx, wijk, 9)[0])
    bij(tx, wijk)
    assert tellers(tx, wijk) == {}

    gehoorden(tx, wijk, 1)
    bij(tx, wijk)
    assert tellers(tx, wijk) == {(1, "gehoord"): 10}


def test_what_who_came_to_an_erased_seat_takes_back_counts_no_more(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels())
    wie = gehoorden(tx, wijk, 12)
    for bewoner in wie[1:]:
        leg_vast(tx, wijk, bewoner, "aanwezig_vragen", "m")
    wis(tx, wijk, wie[0])
    leg_vast(tx, wijk, wie[0], "aanwezig_vragen", "m")
    bij(tx, wijk)
    assert tellers(tx, wijk) == {(1, "gehoord"): 12, (1, "informatie"): 12}

    bewijs.trek_in(tx, builders.handeling(wijk), wie[0], Feit("aanwezig_vragen", "m", "correctie"))
    bij(tx, wijk)
    assert tellers(tx, wijk) == {(1, "gehoord"): 12, (1, "informatie"): 11}


def wis(tx: Connection, wijk: int, bewoner: int) -> None:
    bewijslog.laat_doortellen(tx, wijk, bewoner)
    wissen.vergeet_bewoner(tx, wijk, bewoner, builders.een_publiek_id(), builders.NU)


class Buurt:
    """Addresses of every kind with people, to whom anything can happen."""

    def __init__(self, tx: Connection, zaad: int) -> None:
        self.tx, self.toeval, self.wijk = tx, random.Random(zaad), builders.een_wijk(tx)
        kies = self.toeval.choice
        self.staf = Wie(
            builders.een_account(tx, builders.een_publiek_id()), None, None, "nl", frozenset({"buurtbegeleider"})
        )
        aantallen = [kies([None, 0, 1, 2, 3]) for _ in range(30)]
        self.adressen = [builders.een_huishouden(tx, self.wijk, volwassenen=n).id for n in aantallen]
        for adres in self.adressen:
            self.zet(t.huishouden, adres, eigendom=kies(["koop", "koop", "huur", None]))
        self.bewoners = [builders.een_bewoner(tx, self.wijk, kies(self.adressen)) for _ in range(45)]

    def zet(self, tabel: Table, rij: int, **waarden: Any) -> None:
        self.tx.execute(update(tabel).where(tabel.c.id == rij).values(waarden))

    def laat_iets_gebeuren(self) -> None:
        kies = self.toeval.choice
        soort = cast(Bewijssoort, kies(["stem_besluit", "gesprek", "aanwezig_vragen"]))
        wie, feit = kies(self.bewoners), Feit(soort, kies("abc"), "knop", kies([None, self.staf]))
        match self.toeval.randrange(13):
            case 0:
                self.zet(t.bewoner, wie, tot=builders.NU)
            case 1:
                bewijs.trek_in(self.tx, builders.handeling(self.wijk), wie, feit)
            case 2:
                self.zet(t.huishouden, kies(self.adressen), volwassenen=kies([None, 1, 2]))
            case 12:
                wis(self.tx, self.wijk, wie)
            case _:
                bewijs.leg_vast(self.tx, builders.handeling(self.wijk), wie, feit)

    def controleer(self, regels: Spelregels, drempel: str) -> None:
        """The public teller is that of the count, and as many of them count by what they did themselves."""
        na = spelregels.ingang(self.tx, self.wijk)
        wie = bewijsopslag.Telvraag(self.wijk, regels.telt(drempel), regels.eenheid, (regels.versie, drempel), na=na)
        met, zonder = (bewijsopslag.tel(self.tx, wie._replace(met_staf=staf)).teller_laag for staf in (True, False))
        publieke = tellers(self.tx, self.wijk).get((regels.versie, drempel))
        if publieke is None:
            assert met < bewijslog.MINSTENS
            return
        rij = t.telt.c
        deze = (
            rij.wijk == self.wijk,
            rij.versie == regels.versie,
            rij.drempel == drempel,
            rij.vervallen_door.is_(None),
        )
        assert publieke == met == telt.teller(self.tx, self.wijk, regels.versie, drempel)
        zelf = self.tx.scalar(select(func.count()).where(*deze, rij.zelf))
        assert zelf == zonder


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(zaad=st.integers(0, 2**32), eenheid=st.sampled_from(EENHEDEN))
def test_the_public_teller_is_that_of_the_count_after_any_mix_of_events(
    tx: Connection, eenheid: str, zaad: int
) -> None:
    buurt = Buurt(tx, zaad)
    vast: list[Spelregels] = []
    for ronde in range(4):
        for _ in range(40):
            buurt.laat_iets_gebeuren()
        if ronde in (0, 2):
            vast.append(regels(len(vast) + 1, eenheid, () if vast else ("gesprek",)))
            stel_vast(tx, buurt.wijk, vast[-1])
        bij(tx, buurt.wijk)
        for versie in vast:
            for drempel in ("gehoord", "informatie"):
                buurt.controleer(versie, drempel)


def test_fixing_the_rules_in_the_chat_puts_them_in_the_log_and_asks_for_a_head(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    rollen = [
        ("organisator", "telegram", test_vaststellen.IBRAHIM),
        ("buurtbegeleider", "telegram", test_vaststellen.NOOR),
    ]
    accounts.zet_rollen(tx, wijk, rollen)
    spelregels.volg_instellingen(tx, wijk, Spelregels().canoniek())
    test_vaststellen.stel_vast(tx, wijk)

    (blad,) = publiek(tx, wijk)
    assert (blad["soort"], blad["spelregels"], blad["orgaan"]) == ("spelregels", 1, "gemeenteraad")
    assert blad["hash"] == Spelregels(versie=1).hash()
    assert wekkers.moment_van(tx, wijk, bewijslog.WEKKER, wijk) == builders.NU


def test_who_counts_no_more_comes_after_who_counts_whatever_the_order_of_a_night(tx: Connection) -> None:
    """Ten were written down and ten moved before a night numbered them: the log would say fewer than nobody."""
    wijk = builders.een_wijk(tx)
    stel_vast(tx, wijk, regels())
    wie = gehoorden(tx, wijk, 10)
    bewijslog.werk_bij(tx, bewijslog.telregels(tx, wijk), ALLE, secrets.token_bytes(32))
    tx.execute(update(t.bewoner).where(t.bewoner.c.id.in_(wie)).values(tot=builders.NU))
    bij(tx, wijk)

    soorten = [blad["soort"] for blad in publiek(tx, wijk)]
    assert soorten == ["spelregels", *["telt"] * 10, *["telt_vervalt"] * 10]


def test_a_clock_that_is_set_back_leaves_the_days_of_heads_in_order(tx: Connection) -> None:
    wijk = builders.een_wijk(tx)
    for dagen in (0, -1, 1):
        gehoorden(tx, wijk, 1)
        bij(tx, wijk)
        bewijslog.maak_ijkpunt(tx, wijk, builders.NU + timedelta(days=dagen), AMSTERDAM)

    assert [(h.ijkpunt.grootte, h.ijkpunt.dag.day) for h in opslag.ongetekend(tx, wijk)] == [(1, 1), (2, 1), (3, 2)]

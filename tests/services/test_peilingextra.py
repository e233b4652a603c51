"""What a poll can have beside its question: an opening later than its making, one ballot per address."""

import secrets
from dataclasses import replace
from datetime import timedelta
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK, Doelgroep, Soort
from bot.rules.selectie import Eis, Selectie
from bot.services import bewoner, peiling, planning, stemmen, stemresultaat, stemterug, wekker
from bot.services.handeling import AMSTERDAM, BEGELEIDER, TREKKER, eis_rol
from bot.services.stand import bereken_stand
from bot.storage import (
    accounts,
    huishoudens,
    kennismaking,
    peilingen,
    selecties,
    stemmers,
    wekkers,
    werkgroepen,
    wissen,
)
from bot.storage import tables as t
from tests.builders import (
    NU,
    een_account,
    een_bewoner,
    een_huishouden,
    een_peiling,
    een_publiek_id,
    een_rol,
    een_wijk,
    handeling,
)
from tests.services.test_peiling import NOOR, gekozen, kenmerk, nieuwste, open_, tel, tik

OPENT = NU + timedelta(days=1)


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    een_account(tx, "1", bewoner=een_bewoner(tx, wijk))
    return wijk


def doe_wekkers(tx: Connection, wijk: int, now: Any) -> None:
    while te_doen := wekkers.eerste(tx, wijk, now):
        wekker.doe(tx, wijk, te_doen.id, now, AMSTERDAM, Verzending())


def soorten_in_outbox(tx: Connection) -> list[str]:
    return list(tx.scalars(select(t.outbox.c.soort).order_by(t.outbox.c.id)))


# Opening later


def test_until_it_opens_a_poll_is_looked_at_and_a_tap_is_answered_kindly(tx: Connection, wijk: int) -> None:
    rood, *_ = open_(tx, wijk, opent_op=OPENT.isoformat())
    doe_wekkers(tx, wijk, NU)
    assert soorten_in_outbox(tx) == [], "it is announced when one can vote"
    gezien = stemmen.toon(tx, handeling(wijk), kenmerk(tx)).data
    assert (gezien["komt"], gezien["bewoner"]) == (OPENT.isoformat(), False)
    assert [r["staat"] for r in peiling.lijst(tx, handeling(wijk)).data["peilingen"]] == ["komt"]
    tikt = tik(tx, handeling(wijk, now=OPENT - timedelta(microseconds=1)), rood)
    assert (tikt.melding, tel(tx, "stembiljet"), tel(tx, "bewijs_prive")) == ("peiling.nog_niet_open", 0, 0)


def test_its_alarm_opens_it_and_then_one_can_vote(tx: Connection, wijk: int) -> None:
    rood, *_ = open_(tx, wijk, opent_op=OPENT.isoformat())
    doe_wekkers(tx, wijk, OPENT)
    assert soorten_in_outbox(tx) == ["peiling.open"]
    assert "komt" not in tik(tx, handeling(wijk, now=OPENT), rood).data
    assert tel(tx, "stembiljet") == 1


@pytest.mark.parametrize("eind", [peiling.sluit, peiling.trek_in])
def test_what_ends_before_it_opens_is_withdrawn_and_nobody_hears_of_it(tx: Connection, wijk: int, eind: Any) -> None:
    open_(tx, wijk, opent_op=OPENT.isoformat())
    assert eind(tx, handeling(wijk, NOOR), kenmerk(tx), zeker=False).data["daad"] == "weg"
    assert eind(tx, handeling(wijk, NOOR), kenmerk(tx), zeker=True).soort == "peiling.ingetrokken"
    doe_wekkers(tx, wijk, NU + timedelta(days=9))
    assert soorten_in_outbox(tx) == []


@pytest.mark.parametrize("opent", [timedelta(days=3), timedelta(days=4)])
def test_a_poll_opens_before_it_closes(tx: Connection, wijk: int, opent: timedelta) -> None:
    with pytest.raises(Geweigerd) as nee:
        open_(tx, wijk, opent_op=(NU + opent).isoformat())
    assert nee.value.sleutel == "peiling.opent_na_sluiten"


@pytest.mark.parametrize("opent", [None, NU.isoformat(), (NU - timedelta(hours=1)).isoformat()])
def test_a_moment_that_is_past_when_it_is_placed_opens_it_at_once(tx: Connection, wijk: int, opent: str | None) -> None:
    rood, *_ = open_(tx, wijk, opent_op=opent)
    assert tik(tx, handeling(wijk), rood).melding == "peiling.gestemd"


def test_the_moment_of_opening_is_seen_in_planning_and_not_moved_there(tx: Connection, wijk: int) -> None:
    open_(tx, wijk, opent_op=OPENT.isoformat())
    with pytest.raises(Geweigerd) as nee:
        planning.begin_verzetten(tx, handeling(wijk, NOOR), "peiling_nieuw", kenmerk(tx))
    assert nee.value.sleutel == "planning.vast"


# One ballot per address


@pytest.fixture
def thuis(tx: Connection, wijk: int) -> str:
    """Two people at one address (11 and 12) and a poll in which each address has one ballot; what its options share."""
    huis = een_huishouden(tx, wijk, volwassenen=2).id
    for wie in ("11", "12"):
        een_account(tx, wie, bewoner=een_bewoner(tx, wijk, huis))
    return open_(tx, wijk, per_adres="ja", besluit="ja")[0].removesuffix(":0")


def adres(tx: Connection, wijk: int, wie: str) -> str:
    return str(stemmen.toon(tx, handeling(wijk, wie), kenmerk(tx)).data["adres"])


def test_an_address_has_one_ballot_the_last_and_each_who_voted_their_own_evidence(
    tx: Connection, wijk: int, thuis: str
) -> None:
    tik(tx, handeling(wijk, "11"), f"{thuis}:0")
    assert (adres(tx, wijk, "11"), adres(tx, wijk, "12"), adres(tx, wijk, "1")) == ("eigen", "ander", "geen")
    gezien = stemmen.toon(tx, handeling(wijk, "12"), kenmerk(tx))
    assert gekozen(gezien) == [], "a housemate does not read what was chosen"
    tik(tx, handeling(wijk, "12"), f"{thuis}:1")
    tik(tx, handeling(wijk, "12"), f"{thuis}:2")
    tik(tx, handeling(wijk, "1"), f"{thuis}:0")
    assert sorted(tx.scalars(select(t.stembiljet.c.inhoud))) == ["[0]", "[2]"]
    assert (adres(tx, wijk, "11"), adres(tx, wijk, "12")) == ("ander", "eigen")
    assert gekozen(stemmen.toon(tx, handeling(wijk, "11"), kenmerk(tx))) == []
    tik(tx, handeling(wijk, "11"), f"{thuis}:0")
    assert (tel(tx, "stembiljet"), tel(tx, "stemkoppeling"), tel(tx, "bewijs_prive")) == (2, 2, 3)


def test_a_ballot_that_is_not_finished_takes_nobodys_place(tx: Connection, wijk: int, thuis: str) -> None:
    velden: dict[str, Any] = {"methode": "punten", "punten.opties": ["Rood", "Blauw"], "punten.punten": "10"}
    open_(tx, wijk, per_adres="ja", **velden)
    stemmen.stem(tx, handeling(wijk, "11"), kenmerk(tx), "0.10")
    stemmen.stem(tx, handeling(wijk, "12"), kenmerk(tx), "1.9")
    assert (list(tx.scalars(select(t.stembiljet.c.inhoud))), tel(tx, "stemconcept")) == (["[10,0]"], 1)
    stemmen.stem(tx, handeling(wijk, "12"), kenmerk(tx), "1.10")
    assert (list(tx.scalars(select(t.stembiljet.c.inhoud))), tel(tx, "stemconcept")) == (["[0,10]"], 0)


def test_who_lives_where_a_vote_was_cast_is_not_asked_again(tx: Connection, wijk: int, thuis: str) -> None:
    tik(tx, handeling(wijk, "11"), f"{thuis}:0")
    nummers = list(tx.scalars(select(t.account.c.id).where(t.account.c.extern_id.in_(("1", "11", "12")))))
    over = stemmers.zonder_stem(tx, nieuwste(tx), nummers)
    assert list(tx.scalars(select(t.account.c.extern_id).where(t.account.c.id.in_(over)))) == ["1"]
    eis = Selectie(WIJK, (Eis("niet_gestemd", kenmerk(tx)),))
    assert selecties.tel(tx, wijk, WIJK, *selecties.voorwaarden(tx, wijk, eis)) == 1


def test_an_erased_voter_takes_the_ballot_of_the_address_along_and_a_housemate_can_vote(
    tx: Connection, wijk: int, thuis: str
) -> None:
    tik(tx, handeling(wijk, "11"), f"{thuis}:0")
    weg = tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == "11")) or 0
    wissen.vergeet_bewoner(tx, wijk, weg, een_publiek_id(), NU)
    assert adres(tx, wijk, "12") == "geen"
    tik(tx, handeling(wijk, "12"), f"{thuis}:1")
    assert list(tx.scalars(select(t.stembiljet.c.inhoud))) == ["[1]"]


def test_the_result_speaks_of_addresses(tx: Connection, wijk: int, thuis: str) -> None:
    tik(tx, handeling(wijk, "11"), f"{thuis}:0")
    assert stemmen.toon(tx, handeling(wijk, now=NU + timedelta(days=4)), kenmerk(tx)).data["per_adres"]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(daden=st.lists(st.tuples(st.integers(0, 5), st.integers(0, 2)), max_size=25))
def test_whatever_people_tap_each_address_has_the_last_that_was_cast_there(
    tx: Connection, wijk: int, daden: list[tuple[int, int]]
) -> None:
    punt = tx.begin_nested()
    huizen = [een_huishouden(tx, wijk, volwassenen=2).id for _ in range(3)]
    for nummer in range(6):
        een_account(tx, f"p{nummer}", bewoner=een_bewoner(tx, wijk, huizen[nummer % 3]))
    opties = open_(tx, wijk, per_adres="ja")
    model: dict[int, int] = {}
    for nummer, optie in daden:
        tik(tx, handeling(wijk, f"p{nummer}"), opties[optie])
        model[nummer % 3] = optie
    assert sorted(tx.scalars(select(t.stembiljet.c.inhoud))) == sorted(f"[{optie}]" for optie in model.values())
    assert tel(tx, "bewijs_prive") == len({nummer for nummer, _ in daden})
    punt.rollback()


# Who gets the result


def krijgt(tx: Connection, wijk: int) -> list[str]:
    """Close the poll and return, in the words of the network, who is told what came out."""
    peiling.sluit(tx, handeling(wijk, NOOR), kenmerk(tx), zeker=True)
    doe_wekkers(tx, wijk, NU)
    vraag = select(t.account.c.extern_id).join(t.outbox, t.outbox.c.account == t.account.c.id)
    return sorted(tx.scalars(vraag.where(t.outbox.c.soort == "peiling.uitslag")))


@pytest.mark.parametrize(
    ("naar", "wie"),
    [(None, ["21", "22"]), ("doelgroep", ["21", "22"]), ("stemmers", ["21"]), ("wijk", ["1", "21", "22"])],
)
def test_the_result_goes_to_whom_it_was_for_to_who_took_part_or_to_all(
    tx: Connection, wijk: int, naar: str | None, wie: list[str]
) -> None:
    for een in ("21", "22"):
        een_account(tx, een, bewoner=een_bewoner(tx, wijk, een_huishouden(tx, wijk, straat="Spechtstraat").id))
    straat = dict(huishoudens.straten(tx, wijk))["Spechtstraat"]
    extra = {} if naar is None else {"uitslag_naar": naar}
    tik(tx, handeling(wijk, "21"), open_(tx, wijk, voor="straat", welke=straat, **extra)[0])  # type: ignore[arg-type]
    assert krijgt(tx, wijk) == wie
    for een in ("1", "21", "22"):
        ziet = {p["vraag"] for p in peiling.lijst(tx, handeling(wijk, een)).data["peilingen"]} != set()
        assert ziet == (een != "1" or naar == "wijk")
    andere = stemmen.toon(tx, handeling(wijk, "22"), kenmerk(tx)).soort
    assert andere == ("peiling.uitslag_elders" if naar == "stemmers" else "peiling.uitslag")
    for een in ("21", NOOR):
        assert stemmen.toon(tx, handeling(wijk, een), kenmerk(tx)).soort == "peiling.uitslag"


def test_a_result_says_what_changed_only_since_one_that_all_its_readers_could_read(tx: Connection, wijk: int) -> None:
    kan = {("doelgroep", "doelgroep", "straat"), ("doelgroep", "wijk", "wijk"), ("wijk", "stemmers", "straat")}
    kan_niet = {("doelgroep", "wijk", "straat"), ("stemmers", "doelgroep", "wijk"), ("stemmers", "stemmers", "wijk")}
    for toen, nu, voor in sorted(kan | kan_niet):
        vast = {"methode": "schaal", "instellingen": {"laag": "oneens", "hoog": "eens"}, "doelgroep": voor}
        eerder = een_peiling(tx, wijk, (), **vast, uitslag_naar=toen, gesloten_op=NU)
        later = een_peiling(tx, wijk, (), **vast, uitslag_naar=nu, gesloten_op=NU, vervolg_op=eerder)
        honderd = [{"wijk": wijk, "inhoud": f"[{n % 5}]", "sleutel": secrets.token_bytes(16)} for n in range(100)]
        rijen = [een | {"peiling": (eerder, later)[n // 50]} for n, een in enumerate(honderd)]
        tx.execute(t.stembiljet.insert(), rijen)
        gevonden = peilingen.zoek(tx, wijk, id=later)
        assert gevonden is not None
        gezegd = stemresultaat.uitslag(tx, gevonden, lid=False).data["verschil"]
        assert (gezegd is not None) is ((toen, nu, voor) in kan)


def test_what_counts_for_the_decision_stands_in_the_report_so_its_result_is_not_for_voters_alone(
    tx: Connection, wijk: int
) -> None:
    with pytest.raises(Geweigerd, match="besluit_in_verslag"):
        open_(tx, wijk, besluit="ja", uitslag_naar="stemmers")


def test_the_whole_wijk_is_for_who_speaks_to_it(tx: Connection, wijk: int) -> None:
    (veld,) = [veld for veld in peiling.FORMULIER.extra if veld.naam == "uitslag_naar"]
    trekker = replace(eis_rol(tx, handeling(wijk, NOOR), BEGELEIDER), rollen=frozenset({TREKKER}))
    assert veld.mag is not None
    assert [naar for naar in veld.keuzes if veld.mag(trekker, naar)] == ["doelgroep", "stemmers"]


# Taking one's own vote away


def test_who_takes_their_vote_away_has_no_ballot_and_no_evidence_and_can_vote_again(tx: Connection, wijk: int) -> None:
    rood, blauw, _ = open_(tx, wijk, besluit="ja")
    tik(tx, handeling(wijk), rood)
    vraagt = stemterug.haal_weg(tx, handeling(wijk), kenmerk(tx), zeker=False)
    assert (vraagt.soort, vraagt.data["daad"], tel(tx, "stembiljet")) == ("peiling.zeker", "terug", 1)
    assert vraagt.data["over_besluit"], "who says it out of their own hand counts as heard by it"
    for _ in range(2):
        na = stemterug.haal_weg(tx, handeling(wijk), kenmerk(tx), zeker=True)
        assert (gekozen(na), na.data["heeft_stem"]) == ([], False)
        assert (tel(tx, "stembiljet"), tel(tx, "stemkoppeling"), bereken_stand(tx, wijk).drempels[0].teller) == (
            0,
            0,
            0,
        )
    tik(tx, handeling(wijk), blauw)
    assert bereken_stand(tx, wijk).drempels[0].teller == 1


def test_a_vote_is_taken_away_while_the_poll_is_open_by_who_cast_it(tx: Connection, wijk: int) -> None:
    tik(tx, handeling(wijk), open_(tx, wijk)[0])
    een_account(tx, "2", bewoner=een_bewoner(tx, wijk))
    for wie, now in (("2", NU), (NOOR, NU), ("1", NU + timedelta(days=4))):
        stemterug.haal_weg(tx, handeling(wijk, wie, now=now), kenmerk(tx), zeker=True)
    assert (tel(tx, "stembiljet"), tel(tx, "bewijs_prive")) == (1, 1)
    with pytest.raises(Geweigerd) as nee:
        stemterug.haal_weg(tx, handeling(wijk), "A" * 22, zeker=True)
    assert nee.value.sleutel == "peiling.onbekend"


def test_who_took_their_vote_away_is_no_voter_for_what_voters_hear(tx: Connection, wijk: int) -> None:
    tik(tx, handeling(wijk), open_(tx, wijk, uitslag_naar="stemmers")[0])
    stemterug.haal_weg(tx, handeling(wijk), kenmerk(tx), zeker=True)
    assert krijgt(tx, wijk) == []


def test_what_one_chose_by_name_stands_in_ones_own_data_open_and_closed(tx: Connection, wijk: int) -> None:
    groep = een_publiek_id()
    werkgroepen.vul_aan(tx, wijk, [("Techniek", groep)])
    anna = tx.scalar(select(t.bewoner.c.id)) or 0
    werkgroepen.zet_lid(tx, wijk, werkgroepen.lijst(tx, wijk, 0)[0].id, anna, lid=True)
    tik(tx, handeling(wijk), open_(tx, wijk, voor="werkgroep", welke=groep, met_naam="ja")[1])
    tik(tx, handeling(wijk), open_(tx, wijk)[0])
    peilingen.sluit(tx, nieuwste(tx) - 1, NU)
    eigen = bewoner.mijn_gegevens(tx, handeling(wijk)).data["stemmen_met_naam"]
    assert eigen == [{"vraag": "Welke?", "methode": "keuze", "stem": ["Blauw"]}]


# For who owns, or who rents


@pytest.fixture
def straat(tx: Connection, wijk: int) -> None:
    """Residents by what the list says of their home, and what they say: 31 … 36."""
    for wie, lijst, zelf in (
        ("31", "koop", None),
        ("32", "huur", None),
        ("33", None, "eigenaar"),
        ("34", None, "huurder"),
        ("35", None, None),
        ("36", "huur", "eigenaar"),
    ):
        huis = een_huishouden(tx, wijk).id
        tx.execute(t.huishouden.update().where(t.huishouden.c.id == huis).values(eigendom=lijst))
        woont = een_bewoner(tx, wijk, huis)
        een_account(tx, wie, bewoner=woont)
        if zelf:
            kennismaking.zet(tx, wijk, woont, "eigendom", [zelf])


@pytest.mark.parametrize(("voor", "wie"), [("koop", {"31", "33"}), ("huur", {"32", "34", "36"})])
@pytest.mark.usefixtures("straat")
def test_who_owns_or_rents_is_asked_and_votes_and_who_nobody_knows_of_does_not(
    tx: Connection, wijk: int, voor: str, wie: set[str]
) -> None:
    rood, *_ = open_(tx, wijk, voor=voor)
    doe_wekkers(tx, wijk, NU)
    naar = select(t.account.c.extern_id).join(t.outbox, t.outbox.c.account == t.account.c.id)
    assert set(tx.scalars(naar)) == wie
    for een in ("31", "32", "33", "34", "35", "36", "1"):
        if een in wie:
            assert tik(tx, handeling(wijk, een), rood).data["groep"] == [voor, ""]
        else:
            with pytest.raises(Geweigerd) as nee:
                tik(tx, handeling(wijk, een), rood)
            assert nee.value.sleutel == "peiling.andere_groep"
        assert len(peiling.lijst(tx, handeling(wijk, een)).data["peilingen"]) == (een in wie)
    assert tel(tx, "stembiljet") == len(wie)
    assert selecties.tel(tx, wijk, Doelgroep(cast(Soort, voor))) == len(wie)


@pytest.mark.usefixtures("straat")
def test_the_maker_is_told_of_about_how_many_addresses_nobody_knows(tx: Connection, wijk: int) -> None:
    for _ in range(11):
        een_huishouden(tx, wijk)
    noor = handeling(wijk, NOOR)
    assert peiling.FORMULIER.bekijk is not None
    assert peiling.FORMULIER.bekijk(tx, noor, {"voor": "koop"})["onbekend"] == 10  # of 13
    assert "onbekend" not in peiling.FORMULIER.bekijk(tx, noor, {"voor": "wijk"})


def test_asking_who_owns_is_for_who_works_everywhere(tx: Connection, wijk: int) -> None:
    een_rol(tx, wijk, TREKKER, "1", bereik="x" * 22)
    with pytest.raises(Geweigerd) as nee:
        open_(tx, wijk, wie="1", voor="koop")
    assert nee.value.sleutel == "buiten_bereik"

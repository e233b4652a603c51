"""Closing the process: who may and when, what two people see, and what the outcome is from then on."""

import json
from dataclasses import asdict
from datetime import date
from typing import Any

import pytest
from sqlalchemy import Connection, func, select, update

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.spelregels import Spelregels
from bot.services import afsluiten, bewijs, bewijslog, spelregels, stand, uitkomst, vaststellen, voorstel
from bot.services.bewijs import Feit
from bot.services.handeling import BEGELEIDER, BEHEERDER, KERNGROEP, ORGANISATOR
from bot.storage import accounts, afsluitingen
from bot.storage import spelregels as opslag
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_peiling, een_rol, een_wijk, handeling
from tests.services.test_bewijslog import gehoorden, leg_vast, publiek, wis
from tests.services.test_vaststellen import stel_vast
from tests.services.test_wekker import bewoner, tik, verstuurd

IBRAHIM, NOOR, KAREL, KIM = "9002", "9001", "9003", "5"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    rollen = [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR), (BEHEERDER, "telegram", KAREL)]
    accounts.zet_rollen(tx, wijk, rollen)
    een_account(tx, KIM)
    een_rol(tx, wijk, KERNGROEP, KIM)
    opslag.volg_instellingen(tx, wijk, Spelregels().canoniek())
    return wijk


@pytest.fixture
def vast(tx: Connection, wijk: int) -> int:
    """Return a wijk of which the spelregels were fixed, and in which 12 of 48 were heard since."""
    stel_vast(tx, wijk)
    gehoorden(tx, wijk, 12)
    elk_adres(tx, wijk, 4)
    return wijk


def elk_adres(tx: Connection, wijk: int, volwassenen: int) -> None:
    tx.execute(update(t.huishouden).where(t.huishouden.c.wijk == wijk).values(volwassenen=volwassenen))


def begin(tx: Connection, wijk: int, wie: str = IBRAHIM, gezien: str = "") -> Boodschap:
    """Ask as the conversation does: first read, then answer."""
    return afsluiten.begin(tx, handeling(wijk, wie), afsluiten.lees(tx, handeling(wijk, wie)), gezien)


def vraag(tx: Connection, wijk: int) -> str:
    """Ask a second person; return the id of the voorstel."""
    gemaakt = begin(tx, wijk, gezien=begin(tx, wijk).data["gezien"])
    assert gemaakt.soort == "voorstel.gemaakt"
    return str(gemaakt.data["id"])


def sluit_af(tx: Connection, wijk: int) -> None:
    voorstel.akkoord(tx, handeling(wijk, NOOR), vraag(tx, wijk))


def lees_stand(tx: Connection, wijk: int, wie: str) -> dict[str, Any]:
    gelezen = stand.lees_stand(tx, handeling(wijk, wie))
    assert gelezen is not None
    return gelezen


def uitslagen(tx: Connection, wijk: int) -> list[str]:
    return [blad["waarvoor"] for blad in publiek(tx, wijk) if blad["soort"] == "uitslag"]


def haal_weg(tx: Connection, wijk: int, *bewoners: int) -> None:
    for een in bewoners:
        bewijs.trek_in(tx, handeling(wijk), een, Feit("stem_besluit", "p", "correctie"))


@pytest.mark.parametrize(
    ("staat", "wie", "nee"),
    [
        ("concept", IBRAHIM, "afsluiten.geen_spelregels"),
        ("vast", IBRAHIM, None),
        ("vast", NOOR, "rol_nodig"),
        ("vast", KAREL, "rol_nodig"),
        ("vast", KIM, "rol_nodig"),
        ("vast", "1", "rol_nodig"),
        ("vast", "99", "rol_nodig"),
        ("afgesloten", IBRAHIM, r"afsluiten\.al"),
        ("afgesloten", NOOR, "rol_nodig"),
    ],
)
def test_an_organisator_begins_once_the_rules_are_fixed_and_as_long_as_it_is_not_closed(
    tx: Connection, wijk: int, staat: str, wie: str, nee: str | None
) -> None:
    bewoner(tx, wijk, "1")
    if staat != "concept":
        stel_vast(tx, wijk)
    if staat == "afgesloten":
        sluit_af(tx, wijk)
    if nee is None:
        assert begin(tx, wijk, wie).soort == "afsluiten"
        return
    for gezien in ("", "A" * 22):
        with pytest.raises(Geweigerd, match=nee):
            begin(tx, wijk, wie, gezien)


@pytest.mark.parametrize(
    ("wie", "nee"),
    [(NOOR, None), (KAREL, None), (KIM, None), (IBRAHIM, "voorstel.eigen"), ("1", "rol_nodig"), ("99", "rol_nodig")],
)
def test_a_second_person_always_confirms(tx: Connection, vast: int, wie: str, nee: str | None) -> None:
    bewoner(tx, vast, "1")
    publiek_id = vraag(tx, vast)
    assert not afsluitingen.is_afgesloten(tx, vast)
    if nee is None:
        voorstel.akkoord(tx, handeling(vast, wie), publiek_id)
        assert uitslagen(tx, vast) == ["afsluiting"]
        return
    with pytest.raises(Geweigerd, match=nee):
        voorstel.akkoord(tx, handeling(vast, wie), publiek_id)
    assert uitslagen(tx, vast) == []


def test_both_read_how_it_stands_and_what_is_still_open(tx: Connection, vast: int) -> None:
    een_peiling(tx, vast, over_besluit=True)
    een_peiling(tx, vast, over_besluit=False)
    gezien = begin(tx, vast).data
    assert [(een["soort"], een["verdict"], een["teller"]) for een in gezien["drempels"]] == [
        ("gehoord", "niet_gehaald", 12),
        ("informatie", "niet_gehaald", 0),
    ]
    assert gezien["open"] == {"peilingen": 1, "voorstellen": 0, "verzoeken": 0, "steekproef": 0, "concept": 0}
    gelezen, knoppen = voorstel.lees(tx, handeling(vast, NOOR), vraag(tx, vast))
    assert {**gelezen.data, "geteld_op": ""} == {**json.loads(json.dumps(gezien)), "geteld_op": ""}
    assert knoppen.soort == "voorstel.een"


def test_two_taps_ask_once_and_its_maker_may_withdraw_it(tx: Connection, vast: int) -> None:
    gezien = begin(tx, vast).data["gezien"]
    gevraagd = begin(tx, vast, gezien=gezien)
    nogmaals = begin(tx, vast, gezien=gezien)
    assert (nogmaals.soort, nogmaals.data["eigen"]) == ("voorstel.een", True)
    assert nogmaals.data["id"] == gevraagd.data["id"]
    assert tx.scalar(select(func.count()).select_from(t.voorstel).where(t.voorstel.c.staat == "open")) == 1


def test_what_was_seen_must_still_be_so(tx: Connection, vast: int) -> None:
    """One more who was heard is the same outcome; another verdict is not, for neither of the two."""
    oud = begin(tx, vast).data["gezien"]
    gehoorden(tx, vast, 1)
    assert begin(tx, vast).data["gezien"] == oud
    elk_adres(tx, vast, 1)
    anders = begin(tx, vast, gezien=oud)
    assert (anders.soort, anders.melding) == ("afsluiten", "afsluiten.intussen")
    publiek_id = vraag(tx, vast)
    elk_adres(tx, vast, 4)
    punt = tx.begin_nested()  # as a refused act is undone
    with pytest.raises(Geweigerd, match="intussen_anders"):
        voorstel.akkoord(tx, handeling(vast, NOOR), publiek_id)
    punt.rollback()
    assert uitslagen(tx, vast) == []


def test_who_lost_the_role_since_closes_nothing_by_another_role(tx: Connection, vast: int) -> None:
    publiek_id = vraag(tx, vast)
    rollen = [(BEGELEIDER, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR), (BEHEERDER, "telegram", KAREL)]
    accounts.zet_rollen(tx, vast, rollen)
    with pytest.raises(Geweigerd, match="maker_weg"):
        voorstel.akkoord(tx, handeling(vast, NOOR), publiek_id)
    assert uitslagen(tx, vast) == []


def test_everybody_reads_what_came_out_once_and_the_team_too(tx: Connection, vast: int) -> None:
    for nummer in ("1", "2"):
        bewoner(tx, vast, nummer)
    accounts.wie(tx, vast, "telegram", NOOR) or een_account(tx, NOOR)
    sluit_af(tx, vast)
    for _ in range(2):
        tik(tx, vast, NU)
    assert verstuurd(tx, "afgesloten") == ["1", "2", KIM, NOOR, IBRAHIM]
    data: Any = tx.scalars(select(t.outbox.c.data).where(t.outbox.c.soort == "afgesloten")).first()
    assert data["drempels"] == [
        {"soort": "gehoord", "verdict": "niet_gehaald"},
        {"soort": "informatie", "verdict": "niet_gehaald"},
    ]
    assert tx.scalar(select(func.count()).select_from(t.wekker).where(t.wekker.c.soort == bewijslog.WEKKER)) == 1


@pytest.mark.parametrize("wie", ["1", NOOR])
def test_what_comes_after_the_closing_changes_no_outcome(tx: Connection, vast: int, wie: str) -> None:
    bewoner(tx, vast, "1")
    ervoor = lees_stand(tx, vast, wie)
    assert ervoor["sinds"] is None
    sluit_af(tx, vast)
    gehoorden(tx, vast, 30)
    na = lees_stand(tx, vast, wie)
    assert [een["teller"] for een in na["drempels"]] == [12, 0]
    assert json.loads(json.dumps(na["drempels"])) == json.loads(json.dumps(ervoor["drempels"]))
    assert (na["sinds"], na["verloop"], na["achter"]) == ([], {}, None)
    assert na["geteld_op"] == NU.isoformat()
    assert stand.bereken_stand(tx, vast).drempels[0].teller == 42, "it is recorded all the same"


def test_a_correction_since_is_said_beside_the_outcome_and_not_in_it(tx: Connection, wijk: int) -> None:
    stel_vast(tx, wijk)
    wie = gehoorden(tx, wijk, 25)
    bewoner(tx, wijk, "1")
    elk_adres(tx, wijk, 1)
    sluit_af(tx, wijk)
    was = lees_stand(tx, wijk, "1")["drempels"]
    haal_weg(tx, wijk, wie[0])
    assert lees_stand(tx, wijk, "1")["sinds"] == [{"soort": "gehoord", "verdict": None, "verschil": 1}]
    haal_weg(tx, wijk, *wie[1:13])
    na = lees_stand(tx, wijk, "1")
    assert na["sinds"] == [{"soort": "gehoord", "verdict": "niet_gehaald", "verschil": 13}]
    assert na["drempels"] == was
    assert was[0]["verdict"] == "gehaald"


def test_who_only_came_after_the_closing_and_is_erased_changes_nothing_by_what_was_known_then(
    tx: Connection, wijk: int
) -> None:
    stel_vast(tx, wijk)
    bewoner(tx, wijk, "1")
    (voor,) = gehoorden(tx, wijk, 1)
    elk_adres(tx, wijk, 1)
    sluit_af(tx, wijk)
    (na,) = gehoorden(tx, wijk, 1)
    leg_vast(tx, wijk, voor)  # once more, for what they had done before
    elk_adres(tx, wijk, 1)
    for een in (voor, na):
        wis(tx, wijk, een)
    assert lees_stand(tx, wijk, "1")["sinds"] == []
    assert stand.bereken_stand(tx, wijk).drempels[0].teller == 2, "who is erased counts on in what goes on"


def test_the_outcome_is_read_from_the_record_that_the_leaf_commits_to(tx: Connection, vast: int) -> None:
    live = stand.bereken_stand(tx, vast)
    sluit_af(tx, vast)
    uit = uitkomst.van(tx, vast)
    assert uit is not None
    assert [asdict(een) for een in uit.met] == [asdict(een) for een in live.drempels]
    assert uit.spelregels == live.spelregels


@pytest.mark.parametrize(
    ("tot", "gezegd"),
    [
        (None, None),
        ("2027-02-01", None),
        ("2027-02-02", {"tot": "2027-02-02", "voorbij": False}),
        ("2027-01-31", {"tot": "2027-01-31", "voorbij": True}),
    ],
)
def test_who_closes_on_another_day_than_was_agreed_reads_that_first(
    tx: Connection, wijk: int, tot: str | None, gezegd: dict[str, Any] | None
) -> None:
    opslag.volg_instellingen(tx, wijk, Spelregels(tot=date.fromisoformat(tot) if tot else None).canoniek())
    stel_vast(tx, wijk)
    assert begin(tx, wijk).data["dag"] == gezegd


def test_after_the_closing_no_rules_are_fixed_any_more(tx: Connection, vast: int) -> None:
    assert spelregels.toon(tx, handeling(vast, IBRAHIM)).data["afgesloten"] is None
    sluit_af(tx, vast)
    assert spelregels.toon(tx, handeling(vast, IBRAHIM)).data["afgesloten"] == NU.isoformat()
    with pytest.raises(Geweigerd, match=r"spelregels\.afgesloten"):
        vaststellen.begin(tx, handeling(vast, IBRAHIM))


def test_after_the_closing_what_is_typed_in_or_corrected_asks_a_second_person_whatever_the_settings_say(
    tx: Connection, vast: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    gedaan: list[int] = []
    monkeypatch.setitem(voorstel.UITVOERDERS, "proef", lambda tx, handeling, data, door: gedaan.append(door))
    doet = handeling(vast, NOOR)
    wie = accounts.maak(tx, vast, "telegram", NOOR)
    assert voorstel.doe_of_stel_voor(tx, doet, wie, "correctie", "proef", {}) is None
    een_bewoner(tx, vast)
    sluit_af(tx, vast)
    for wat in ("correctie", "invoer"):
        gevraagd = voorstel.doe_of_stel_voor(tx, handeling(vast, NOOR), wie, wat, "proef", {"wat": wat})
        assert (gevraagd and gevraagd.soort, len(gedaan)) == ("voorstel.gemaakt", 1)
    assert voorstel.doe_of_stel_voor(tx, doet, wie, "bericht", "proef", {}) is None, "a message changes no count"

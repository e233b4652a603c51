"""How long what is kept stays: terms, what the team reads before all that is personal goes, and what is left then."""

import re
from collections import Counter
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, update

from bot.bewaartermijnen import Bewaren
from bot.channels import intake
from bot.rules.voortgang import Tellingen
from bot.services import (
    bewaren,
    deurlijst,
    hulpvraag,
    natuurlijkmoment,
    stand,
    stukken,
    uitnodiging,
    uitslagblad,
)
from bot.services.handeling import AMSTERDAM, BEHEERDER, ORGANISATOR
from bot.storage import bewaren as opslag
from bot.storage import gesprekken, verzendingen, voortgangen
from bot.storage import tables as t
from bot.storage.bewaren import _VLUCHTIG
from bot.storage.gegevenskaart import KAART
from bot.storage.gegevenskaart.soort import BLIJFT, LEEG, NA_AFSLUITING, WEG
from bot.storage.gesprekken import Gesprek
from tests import builders
from tests.builders import NU, handeling
from tests.services.test_bewijslog import regels, stel_vast
from tests.services.test_wissen import ANNA, NAAM, NUMMER, doe_van_alles, waar_staat

TERMIJN = Bewaren()
IBRAHIM, BAAS = "ibrahim", "baas"
DAGEN = {"zeven dagen": 7, "dertig dagen": 30, "zestig dagen": 60}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = builders.een_wijk(tx)
    for wie, rol in ((IBRAHIM, ORGANISATOR), (BAAS, BEHEERDER)):
        builders.een_account(tx, wie)
        vast = {"wijk": wijk, "kanaal": "telegram", "extern_id": wie, "rol": rol, "bron": "instelling"}
        tx.execute(insert(t.rol).values(**vast))
    return wijk


def vraagt_hulp(tx: Connection, wijk: int) -> None:
    """Let Anna ask to be called."""
    hulpvraag.bel(tx, handeling(wijk, ANNA), "vraag", "")
    hulpvraag.typ(tx, handeling(wijk, ANNA), NUMMER)


def nacht(tx: Connection, wijk: int, now: datetime, termijnen: Bewaren = TERMIJN) -> dict[str, int]:
    """Do what a night does after the closing."""
    return bewaren.na_afsluiting(tx, wijk, now, AMSTERDAM, termijnen, b"z" * 32)


def verteld(tx: Connection) -> list[str]:
    """Return the days that the team read, and nobody else."""
    vraag = select(t.account.c.extern_id, t.outbox.c.data).join(t.outbox, t.outbox.c.account == t.account.c.id)
    rijen = tx.execute(vraag.where(t.outbox.c.soort == "bewaren.straks").order_by(t.outbox.c.id)).all()
    assert {naar for naar, _ in rijen} <= {IBRAHIM, BAAS}
    return [data["dag"] for naar, data in rijen if naar == IBRAHIM]


def test_each_table_has_a_term_that_the_settings_know_and_each_setting_its_table() -> None:
    termijnen = {een.termijn for een in KAART.values()}
    termijnen |= {naam for een in KAART.values() for naam in re.findall(r"`(\w+)` dagen", een.eerder)}
    assert termijnen == {veld.name for veld in fields(Bewaren)}
    kort = {een.tabel.name for een in KAART.values() if een.termijn != NA_AFSLUITING}
    in_ruim_op = {"brengtaak", "hulpvraag", "natuurlijkmoment", "outbox", "vraag", "vraagbericht"}
    assert kort == in_ruim_op | {"rolgebruik", "webbericht", "webbestand", "websessie"}, "bot/storage/bewaren.ruim_op"


@pytest.mark.parametrize(
    ("tabel", "termijn", "woorden"),
    [
        ("inbox", intake.BEWAREN, "zeven dagen"),
        ("stuk", stukken.BEWAAR, "zeven dagen"),
        ("rapport", stukken.BEWAAR, "zeven dagen"),
        ("roluitnodiging", uitnodiging.BEWAAR, "dertig dagen"),
        ("tekencode", deurlijst.TERUG, "zestig dagen"),
    ],
)
def test_a_term_that_is_no_setting_is_said_in_words(tabel: str, termijn: timedelta, woorden: str) -> None:
    assert (woorden in KAART[tabel].eerder, DAGEN[woorden]) == (True, termijn.days)


def test_what_stays_after_the_closing_points_to_nothing_that_went_and_says_why() -> None:
    for een in KAART.values():
        if een.einde == WEG:
            continue
        wijst = {k.name for k in een.tabel.c for s in k.foreign_keys if KAART[s.column.table.name].einde == WEG}
        assert wijst <= set(een.leeg.split()), een.tabel.name
        assert bool(een.leeg) == (een.einde == LEEG)
        assert een.blijft or (een.einde == BLIJFT and een.over == "wijk"), een.tabel.name


def ruim_op(tx: Connection, wijk: int, now: datetime) -> dict[str, int]:
    """Do what a night does."""
    weg = bewaren.ruim_op(tx, wijk, now, TERMIJN)
    post = opslag.ruim_post_op(tx, wijk, bewaren.oude_post(tx, wijk, now, TERMIJN))
    return weg | ({"outbox": post} if post else {})


@pytest.mark.parametrize("dagen", [29, 31])
def test_a_moment_that_passed_goes_after_its_term_and_what_is_open_never(tx: Connection, wijk: int, dagen: int) -> None:
    builders.een_account(tx, ANNA, bewoner=builders.een_bewoner(tx, wijk))
    natuurlijkmoment.noteer(tx, handeling(wijk, ANNA), "verhuizen", "later")
    vraagt_hulp(tx, wijk)
    tot = tx.execute(select(t.natuurlijkmoment.c.tot)).scalar_one()
    laat = datetime(tot.year, tot.month, tot.day, 12, tzinfo=UTC) + timedelta(days=dagen)
    weg = bewaren.ruim_op(tx, wijk, laat, TERMIJN)
    assert weg == ({"natuurlijkmoment": 1} if dagen > TERMIJN.momenten else {})
    assert tx.scalar(select(t.hulpvraag.c.id)) is not None, "who asks for help still waits"


def test_a_request_for_help_that_ended_and_messages_of_an_alarm_go_after_their_term(tx: Connection, wijk: int) -> None:
    account = builders.een_account(tx, ANNA, bewoner=builders.een_bewoner(tx, wijk))
    vraagt_hulp(tx, wijk)
    tx.execute(update(t.hulpvraag).values(staat="klaar", bewoner=None, nummer=None))
    klok = {"wijk": wijk, "soort": "proef", "onderwerp": 1, "moment": NU, "gedaan_op": NU}
    alarm = tx.execute(insert(t.wekker).values(**klok).returning(t.wekker.c.id)).scalar_one()
    tx.execute(t.outbox.delete())
    post = {
        "wijk": wijk,
        "account": account,
        "soort": "x",
        "data": {},
        "kanaal": "telegram",
        "baan": 1,
        "niet_voor": NU,
    }
    rijen = (("verzonden", None), ("verzonden", alarm), ("wachtend", alarm), ("verzonden", None))
    for nummer, (staat, van) in enumerate(rijen):
        tx.execute(insert(t.outbox).values(**post, sleutel=str(nummer), staat=staat, wekker=van))
    assert ruim_op(tx, wijk, NU + timedelta(days=89)) == {}
    assert ruim_op(tx, wijk, NU + timedelta(days=91)) == {"hulpvraag": 1, "outbox": 2}
    assert list(tx.scalars(select(t.outbox.c.sleutel).order_by(t.outbox.c.id))) == ["2", "3"]


def test_of_a_broadcast_stays_how_many_it_reached_and_not_whom(tx: Connection, wijk: int) -> None:
    """What is still to be shown to its maker is counted as it stands."""
    accounts = [builders.een_account(tx, f"lezer {nr}") for nr in range(5)]
    een, ander = (builders.een_uitzending(tx, wijk, accounts[0], accounts) for _ in range(2))
    u, o = t.uitzending.c, t.outbox.c
    for nr, staat in enumerate(("verzonden", "verzonden", "mislukt", "onzeker", "verzonden")):
        tx.execute(update(t.outbox).where(o.account == accounts[nr]).values(staat=staat))
    tx.execute(update(t.outbox).where(o.account == accounts[4]).values(staat="mislukt", reden="gestopt"))
    tx.execute(update(t.uitzending).values(staat="klaar", klaar_op=NU, voortgang=None))
    tx.execute(update(t.uitzending).where(u.publiek_id == ander).values(voortgang=55))
    nummer = tx.execute(select(u.id).where(u.publiek_id == een)).scalar_one()
    voor = voortgangen.lees(tx, voortgangen.van(tx, nummer)).tellingen
    assert voor == Tellingen(0, 2, 1, 1, 1, 0)
    mis = verzendingen.tel_mis(tx, wijk)
    assert ruim_op(tx, wijk, NU + timedelta(days=90)) == {}
    assert ruim_op(tx, wijk, NU + timedelta(days=91)) == {"outbox": 5}
    tel: tuple[Counter[Any], Counter[Any]] = Counter(), Counter()
    for telling, gevonden in zip(tel, (mis, verzendingen.tel_mis(tx, wijk)), strict=True):
        for een_mis in gevonden:
            telling[een_mis[:3]] += een_mis.aantal
    assert tel[0] == tel[1], "what /verzending counts"
    assert voortgangen.lees(tx, voortgangen.van(tx, nummer)).tellingen == voor
    over = tx.scalars(select(o.uitzending).distinct()).all()
    assert over == [tx.execute(select(u.id).where(u.publiek_id == ander)).scalar_one()]


def test_who_only_said_something_is_forgotten_and_nobody_who_has_anything_here(tx: Connection, wijk: int) -> None:
    """Who joins meanwhile stays, and who loses all of it waits a whole term from then on."""
    los, later, weg = (builders.een_account(tx, wie) for wie in ("los", "later", "weg"))
    builders.een_account(tx, "even")
    builders.een_account(tx, ANNA, bewoner=builders.een_bewoner(tx, wijk))
    builders.een_rol(tx, wijk, BEHEERDER, "weg")
    maker = builders.een_bijeenkomst(tx, wijk).gemaakt_door
    tx.execute(insert(t.codepoging).values(account=los, op=NU))
    tx.execute(insert(t.vastlegger).values(wijk=wijk, account=builders.een_account(tx, "schreef"), pseudoniem="p" * 22))

    def dag(nummer: int) -> dict[str, int]:
        return bewaren.vergeet_losse(tx, NU + timedelta(days=nummer), TERMIJN, b"z" * 32)

    assert dag(0) == {}
    tx.execute(update(t.account).where(t.account.c.id == later).values(bewoner=builders.een_bewoner(tx, wijk)))
    tx.execute(t.rol.delete().where(t.rol.c.extern_id == "weg"))
    builders.een_rol(tx, wijk, BEHEERDER, "even")
    assert dag(40) == {}
    tx.execute(t.rol.delete().where(t.rol.c.extern_id == "even"))
    assert dag(90) == {}
    assert dag(91) == {"account": 1}
    rij = tx.execute(select(t.account).where(t.account.c.id == los)).one()
    assert (rij.kanaal, rij.taal, rij.los_sinds) == ("gewist", None, None)
    assert tx.scalar(select(t.codepoging.c.account)) is None
    assert dag(92) == {}, "once"
    assert dag(131) == {"account": 1}, "whose role ended on the fortieth night"
    assert dag(180) == {}
    assert dag(181) == {"account": 1}, "who had one for a while waits anew"
    assert not _VLUCHTIG - set(KAART), "each is a table"
    namen = set(tx.scalars(select(t.account.c.extern_id).where(t.account.c.kanaal == "telegram")))
    assert len(namen) == 6
    assert {IBRAHIM, BAAS, ANNA, "later", "schreef"} < namen
    assert tx.scalar(select(t.account.c.kanaal).where(t.account.c.id == maker)) == "telegram"
    assert tx.scalar(select(t.account.c.kanaal).where(t.account.c.id == weg)) == "gewist"


def test_as_long_as_it_is_not_closed_nothing_goes_and_nobody_is_told(tx: Connection, wijk: int) -> None:
    doe_van_alles(tx, wijk)
    assert nacht(tx, wijk, NU + timedelta(days=3650)) == {}
    assert waar_staat(tx, NAAM) != []
    assert verteld(tx) == []


def test_the_team_reads_the_day_a_month_and_a_week_before_and_then_all_goes_once(tx: Connection, wijk: int) -> None:
    sluit(tx, wijk)
    dag = NU + timedelta(days=TERMIJN.na_afsluiting)
    for ervoor, berichten in ((100, 0), (32, 0), (31, 1), (30, 1), (8, 1), (7, 2), (6, 2), (1, 2)):
        assert nacht(tx, wijk, dag - timedelta(days=ervoor)) == {}
        assert len(verteld(tx)) == berichten, ervoor
    assert set(verteld(tx)) == {dag.astimezone(AMSTERDAM).date().isoformat()}
    assert nacht(tx, wijk, dag)["bewoner"] >= 1
    assert nacht(tx, wijk, dag + timedelta(days=1)) == {}


def test_nothing_goes_on_a_day_that_the_team_did_not_read_a_week_before(tx: Connection, wijk: int) -> None:
    """The bot was off, or was closed long before this version: the day is put off."""
    sluit(tx, wijk)
    laat = NU + timedelta(days=TERMIJN.na_afsluiting + 400)
    assert nacht(tx, wijk, laat) == {}
    assert len(verteld(tx)) == 1, "a month"
    later = laat + timedelta(days=40)
    assert nacht(tx, wijk, later) == {}, "the bot was off when they should have read it"
    assert verteld(tx)[-1] == (later + timedelta(days=7)).astimezone(AMSTERDAM).date().isoformat()
    assert nacht(tx, wijk, later + timedelta(days=6)) == {}
    assert nacht(tx, wijk, later + timedelta(days=7))["account"] >= 1


def test_a_longer_term_puts_it_off_and_is_told_anew_and_a_shorter_one_brings_nothing_forward(
    tx: Connection, wijk: int
) -> None:
    sluit(tx, wijk)
    dag = NU + timedelta(days=TERMIJN.na_afsluiting)
    nacht(tx, wijk, dag - timedelta(days=20))
    assert nacht(tx, wijk, dag, replace(TERMIJN, na_afsluiting=400)) == {}
    assert nacht(tx, wijk, dag + timedelta(days=30), replace(TERMIJN, na_afsluiting=1)) == {}
    assert tx.scalar(select(t.afsluiting.c.opruimen_op)) == NU + timedelta(days=400)


def test_after_that_no_table_holds_anything_of_anybody_and_the_outcome_still_stands(tx: Connection, wijk: int) -> None:
    anna = sluit(tx, wijk)
    publiek = tx.scalar(select(t.bewoner.c.publiek_id).where(t.bewoner.c.id == anna))
    straat = tx.scalar(select(t.huishouden.c.straat))
    bladen = tx.scalars(select(t.bewijs.c.blad).order_by(t.bewijs.c.id)).all()
    ervoor: Any = stand.lees_stand(tx, handeling(wijk, IBRAHIM))
    assert publiek is not None
    assert straat is not None
    assert waar_staat(tx, ANNA, NAAM) != []
    ruim(tx, wijk)
    assert waar_staat(tx, ANNA, NAAM, NUMMER, publiek) == []
    assert waar_staat(tx, straat) == []
    for een in KAART.values():
        if een.einde == WEG and een.tabel.name != "rol":
            assert tx.execute(select(een.tabel)).all() == [], een.tabel.name
    erna: Any = stand.lees_stand(tx, handeling(wijk, IBRAHIM))
    assert [erna[naam] for naam in ("drempels", "spelregels", "sinds")] == [
        ervoor["drempels"],
        ervoor["spelregels"],
        [],
    ]
    assert tx.scalars(select(t.bewijs.c.blad).order_by(t.bewijs.c.id)).all() == bladen, "the log stays as it is"
    assert tx.scalars(select(t.wekker.c.soort).where(t.wekker.c.gedaan_op.is_(None))).all() in ([], ["ijkpunt"])


def test_who_has_a_role_by_the_settings_keeps_it_and_every_other_role_ends(tx: Connection, wijk: int) -> None:
    sluit(tx, wijk)
    builders.een_account(tx, "noor-op-uitnodiging")
    builders.een_rol(tx, wijk, ORGANISATOR, "noor-op-uitnodiging")
    tx.execute(update(t.rol).where(t.rol.c.extern_id == "noor-op-uitnodiging").values(bron="uitnodiging"))
    ruim(tx, wijk)
    assert sorted(tx.scalars(select(t.rol.c.extern_id))) == [BAAS, IBRAHIM]
    over = tx.scalars(select(t.account.c.extern_id).where(t.account.c.kanaal == "telegram"))
    assert sorted(over) == [BAAS, IBRAHIM]


def test_another_wijk_in_the_same_database_loses_nothing(tx: Connection, wijk: int) -> None:
    elders = builders.een_wijk(tx, "Elders")
    builders.een_account(tx, "buur", bewoner=builders.een_bewoner(tx, elders))
    maker = builders.een_bijeenkomst(tx, elders).gemaakt_door  # had a role there
    bezig, komt = builders.een_account(tx, "bezig"), builders.een_account(tx, "komt")
    gesprekken.zet(tx, elders, bezig, Gesprek("welkom", "taal", {}))
    tx.execute(update(t.account).where(t.account.c.id == komt).values(gekozen_wijk=elders))
    van_buur = {"kanaal": "telegram", "bot": "b", "update_id": 99, "rij": "chat:buur", "ontvangen_op": NU}
    tx.execute(insert(t.inbox).values(**van_buur, staat="klaar"))
    sluit(tx, wijk)
    ruim(tx, wijk)
    assert tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == "buur")) is not None
    over = tx.scalars(select(t.account.c.id).where(t.account.c.kanaal == "telegram")).all()
    assert {maker, bezig, komt} <= set(over)
    assert "chat:buur" in tx.scalars(select(t.inbox.c.rij)).all(), "it would be handled again"
    assert waar_staat(tx, ANNA, NAAM, NUMMER) == []
    assert tx.scalars(select(t.bewoner.c.wijk)).all() == [elders]


def sluit(tx: Connection, wijk: int) -> int:
    """Let Anna do all that a resident can, and close the process; return her seat."""
    anna = doe_van_alles(tx, wijk)
    stel_vast(tx, wijk, regels())
    uitslagblad.sluit_af(tx, wijk, NU, AMSTERDAM, b"s" * 32)
    return anna


def ruim(tx: Connection, wijk: int) -> dict[str, int]:
    """Let the nights pass until all that is personal went."""
    for dag in range(TERMIJN.na_afsluiting - 32, TERMIJN.na_afsluiting + 1, 8):
        nacht(tx, wijk, NU + timedelta(days=dag))
    return nacht(tx, wijk, NU + timedelta(days=TERMIJN.na_afsluiting + 8))

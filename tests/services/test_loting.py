"""The draw for a seat: who is in it stands in the log first, the night decides, and anyone gets the same order."""

import hashlib
import json
import re
import secrets
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import ijkpunt
from bot.services import bewijslog, formulier, loting, vacature, verkiezing, voorstel, wissen
from bot.services.handeling import AMSTERDAM, KERNGROEP, ORGANISATOR, publiek_id
from bot.storage import bewijslog as opslag
from bot.storage import lotingen, outbox, zetels
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_peiling, een_rol, handeling
from tests.services import test_zetel
from tests.services.test_zetel import ANNA, BRAM, LEIDER, TWEEDE, meld, plek, post, zoek

wijk = test_zetel.wijk
GEHEIM = b"s" * 32
FORMULIEREN = {"verkozen": verkiezing.FORMULIER}
SNIPPET = re.compile(r"```python\n(.*?)```", re.DOTALL)


def teken(tx: Connection, wijk: int, na_dagen: int = 0) -> None:
    """Let a head be made and signed, so many days later, over something that came in meanwhile."""
    if na_dagen:
        bewijslog.leg_openbaar_vast(tx, wijk, "iets", {})
    bewijslog.maak_ijkpunt(tx, wijk, NU + timedelta(days=na_dagen), AMSTERDAM)
    wachtend = opslag.ongetekend(tx, wijk)
    opslag.teken(tx, [(een.id, ijkpunt.teken(een.ijkpunt, GEHEIM)) for een in wachtend])


def trek(tx: Connection, wijk: int, na_dagen: int = 0) -> None:
    loting.trek(tx, wijk, NU + timedelta(days=na_dagen), secrets.token_bytes(32))


def loot(tx: Connection, wijk: int, *wie: str) -> str:
    """Let these be candidates for one seat and announce the draw; return the vacature."""
    een = zoek(tx, wijk)
    for kandidaat in wie:
        meld(tx, wijk, kandidaat, een)
    assert verkiezing.laat_loten(tx, handeling(wijk, LEIDER), een, zeker=False).soort == "vacature.zeker"
    assert verkiezing.laat_loten(tx, handeling(wijk, LEIDER), een, zeker=True).data["staat"] == "loting"
    teken(tx, wijk)
    return een


def in_de_docs(deze: lotingen.Loting, notitie: str) -> list[str]:
    """Do what docs/controleren.md tells a neighbour to type."""
    gevonden = SNIPPET.search(Path("docs/controleren.md").read_text("utf-8").replace("\n   ", "\n"))
    assert gevonden is not None
    tekst = (
        gevonden[1].replace("DE WORTEL", notitie.split("\n")[2]).replace("HET NUMMER VAN DE LOTING", deze.publiek_id)
    )
    tekst = tekst.replace('["EERSTE NUMMER", "TWEEDE NUMMER"]', str(deze.kandidaten)).replace("print(", "uit.append(")
    uit: list[list[str]] = []
    exec(tekst, {"uit": uit})
    return uit[0]


@pytest.mark.overal
def test_the_night_after_the_announcement_decides_and_a_neighbour_works_out_the_same(tx: Connection, wijk: int) -> None:
    een = loot(tx, wijk, ANNA, BRAM)
    (deze,) = lotingen.lijst(tx, wijk)
    (regel,) = opslag.bladzij(tx, wijk, deze.blad, deze.blad + 1)
    blad = json.loads(regel.blad)
    assert (blad["id"], blad["soort"], blad["kandidaten"]) == (deze.publiek_id, "loting", sorted(deze.kandidaten))
    assert blad["zetel"] == plek(tx, wijk).publiek_id
    trek(tx, wijk)  # a head of today decides nothing, however often one asks for it
    assert plek(tx, wijk).account is None
    teken(tx, wijk, 1)
    trek(tx, wijk, 1)
    (na,) = lotingen.lijst(tx, wijk)
    hoofd = opslag.getekend(tx, wijk)[1]
    assert na.volgorde == in_de_docs(deze, hoofd.notitie)
    assert na.hoofd == hoofd.bestand
    zit = plek(tx, wijk).account
    teken(tx, wijk, 2)
    trek(tx, wijk, 2)  # another head changes nothing
    assert lotingen.lijst(tx, wijk) == [na]
    assert plek(tx, wijk).account == zit is not None
    assert sorted(d["afloop"] for d in post(tx, "vacature.afloop")) == ["een_ander", "gekregen"]
    assert vacature.toon(tx, handeling(wijk, ANNA), een).data["loting"]["nummers"] == na.volgorde


def test_a_draw_that_was_announced_is_not_taken_back_joined_or_done_again(tx: Connection, wijk: int) -> None:
    een = loot(tx, wijk, ANNA, BRAM)
    een_account(tx, "77", bewoner=een_bewoner(tx, wijk))
    leider = handeling(wijk, LEIDER)
    daden: tuple[Callable[[], Boodschap], ...] = (
        lambda: vacature.sluit(tx, leider, een, zeker=True),
        lambda: vacature.benoem(tx, leider, een, zeker=True),
        lambda: verkiezing.laat_loten(tx, leider, een, zeker=True),
        lambda: meld(tx, wijk, "77", een),
    )
    for doe in daden:
        with pytest.raises(Geweigerd):
            doe()
    assert len(lotingen.lijst(tx, wijk)) == 1


def test_who_is_erased_or_withdraws_before_the_night_leaves_it_to_the_next(tx: Connection, wijk: int) -> None:
    een = loot(tx, wijk, ANNA, BRAM)
    wissen.wis(tx, handeling(wijk, ANNA))
    teken(tx, wijk, 1)
    trek(tx, wijk, 1)
    bram = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == BRAM))
    assert plek(tx, wijk).account == bram
    nummers = lotingen.lijst(tx, wijk)[0].kandidaten
    assert len(nummers) == 2  # the list in the log is of numbers, and stays
    assert een not in nummers


def test_when_nobody_can_have_it_any_more_the_seat_stays_vacant_and_one_can_look_again(
    tx: Connection, wijk: int
) -> None:
    een = loot(tx, wijk, ANNA, BRAM)
    for wie in (ANNA, BRAM):
        vacature.trek_terug(tx, handeling(wijk, wie), een)
    teken(tx, wijk, 1)
    trek(tx, wijk, 1)
    assert (plek(tx, wijk).account, plek(tx, wijk).vacature) == (None, None)
    assert len(post(tx, "vacature.leeg")) == 1
    assert zoek(tx, wijk) != een


def kies(tx: Connection, wijk: int, een: str, *nummers: str, door: str = LEIDER) -> Boodschap:
    zo = handeling(wijk, door)
    verkiezing.begin(tx, zo, een)
    for nummer in nummers:
        formulier.kies(tx, zo, FORMULIEREN, "wie", nummer)
    return formulier.kies(tx, zo, FORMULIEREN, "wie", "")


@pytest.mark.parametrize("gelijk", [False, True])
def test_what_a_vote_chose_two_of_the_team_write_down_and_who_are_level_draw(
    tx: Connection, wijk: int, gelijk: bool
) -> None:
    een_account(tx, "77", bewoner=een_bewoner(tx, wijk))
    een = zoek(tx, wijk, wijze="stemming")
    nummers: dict[str, Any] = {wie: meld(tx, wijk, wie, een).data["ik"]["id"] for wie in (ANNA, BRAM, "77")}
    with pytest.raises(Geweigerd, match="anders_afgesproken"):
        verkiezing.laat_loten(tx, handeling(wijk, LEIDER), een, zeker=True)
    gevraagd = kies(tx, wijk, een, nummers[ANNA], *([nummers["77"]] if gelijk else []))
    assert "Anna" not in str(gevraagd.data)
    voorstel.akkoord(tx, handeling(wijk, TWEEDE), gevraagd.data["id"])
    if not gelijk:
        assert plek(tx, wijk).account == tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == ANNA))
        return
    (deze,) = lotingen.lijst(tx, wijk)
    assert deze.kandidaten == sorted([nummers[ANNA], nummers["77"]])
    vacature_id = tx.scalar(select(t.vacature.c.id).where(t.vacature.c.publiek_id == een))
    assert [
        k.publiek_id for k in zetels.kandidaten(tx, vacature_id or 0)
    ] == deze.kandidaten  # Bram heard it is not him
    assert [d["afloop"] for d in post(tx, "vacature.afloop")] == ["een_ander"]


def test_a_vacature_points_to_the_poll_in_which_its_geleding_voted_and_who_confirms_reads_the_result(
    tx: Connection, wijk: int
) -> None:
    een = zoek(tx, wijk, wijze="stemming")
    nummers: dict[str, Any] = {wie: meld(tx, wijk, wie, een).data["ik"]["id"] for wie in (ANNA, BRAM)}
    een_van = {"doelgroep": "geleding", "methode": "keuze"}
    ja = {"doelgroep_bereik": "burgers", "publiek_id": "stemming", "sluit_op": NU + timedelta(minutes=1)}
    for velden in (
        ja,
        {"doelgroep_bereik": "kennis"},
        {"doelgroep_bereik": "burgers", "sluit_op": NU - timedelta(days=1)},
    ):
        een_peiling(tx, wijk, ("Anna", "Bram"), **{"sluit_op": NU + timedelta(minutes=1), **een_van, **velden})
    straks = replace(handeling(wijk, LEIDER), now=NU + timedelta(days=1))
    verkiezing.begin(tx, straks, een)
    formulier.kies(tx, straks, FORMULIEREN, "wie", nummers[ANNA])
    vraag = formulier.kies(tx, straks, FORMULIEREN, "wie", "")
    assert [id_ for id_, _ in vraag.data["gehaald"]] == ["stemming"], "of this geleding, and closed since"
    gevraagd = formulier.kies(tx, straks, FORMULIEREN, "peiling", "stemming")
    (gelezen,) = post(tx, "voorstel.een")
    assert gelezen["velden"]["voorbeeld"]["data"]["stemming"] == "Doen we het?"
    voorstel.akkoord(tx, replace(handeling(wijk, TWEEDE), now=NU + timedelta(days=1)), gevraagd.data["id"])
    assert vacature.toon(tx, handeling(wijk, LEIDER), een).data["stemming"] == "stemming"


def test_who_knows_the_log_and_all_candidates_cannot_work_out_the_leaf_before_it_stands_there(
    tx: Connection, wijk: int
) -> None:
    """An organisator knows them: with a leaf that follows from these they could choose the day that suits."""
    een = loot(tx, wijk, ANNA, BRAM)
    log, keer = opslag.log_naam(tx, wijk), lotingen.lijst(tx, wijk)[0]
    assert keer.publiek_id != publiek_id(hashlib.sha256(f"{log}/{keer.blad}".encode()).digest())
    assert keer.publiek_id != een


def test_nobody_gives_a_seat_to_themself_alone_or_as_one_of_two(tx: Connection, wijk: int) -> None:
    een_rol(tx, wijk, ORGANISATOR, ANNA)
    een_rol(tx, wijk, KERNGROEP, BRAM)
    een = zoek(tx, wijk, wijze="raad")
    eigen = meld(tx, wijk, ANNA, een).data["ik"]["id"]
    with pytest.raises(Geweigerd, match="zelf"):
        vacature.benoem(tx, handeling(wijk, ANNA), een, zeker=True)
    nummer = meld(tx, wijk, BRAM, een).data["ik"]["id"]
    with pytest.raises(Geweigerd, match="zelf"), tx.begin_nested():
        kies(tx, wijk, een, eigen, door=ANNA)
    gevraagd = kies(tx, wijk, een, nummer).data["id"]
    with pytest.raises(Geweigerd, match="zelf"), tx.begin_nested():
        voorstel.akkoord(tx, handeling(wijk, BRAM), gevraagd)
    assert plek(tx, wijk).account is None
    voorstel.akkoord(tx, handeling(wijk, TWEEDE), gevraagd)
    assert plek(tx, wijk).account is not None


def test_who_lost_a_draw_is_known_by_nothing_once_they_heard_so_neither_by_their_number(
    tx: Connection, wijk: int
) -> None:
    loot(tx, wijk, ANNA, BRAM)
    teken(tx, wijk, 1)
    trek(tx, wijk, 1)
    assert len(post(tx, "vacature.geloot")) == len(post(tx, "vacature.afloop")) == 2
    outbox.laat_vallen(tx, list(tx.scalars(select(t.outbox.c.id))), "gegaan")
    rest = str(tx.execute(select(t.outbox.c.soort, t.outbox.c.sleutel, t.outbox.c.data)).all())
    assert not [nummer for nummer in lotingen.lijst(tx, wijk)[0].kandidaten if nummer in rest]
    assert post(tx, "vacature.afloop") == []


def test_who_calls_themself_as_another_candidate_is_told_apart(tx: Connection, wijk: int) -> None:
    een = zoek(tx, wijk, wijze="raad")
    for wie, naam in ((ANNA, "Anna"), (BRAM, "anna")):
        meld(tx, wijk, wie, een)
        vacature.begin_naam(tx, handeling(wijk, wie), een)
        formulier.typ(tx, handeling(wijk, wie), {"kandidaatnaam": vacature.NAAM}, naam)
    keuzes = verkiezing.begin(tx, handeling(wijk, LEIDER), een).data["gehaald"]
    assert {naam.casefold() for _, naam in keuzes} == {f"anna ({id_[:6]})".casefold() for id_, _ in keuzes}


@pytest.mark.parametrize("wijze", ["loting", "stemming"])
def test_who_got_another_seat_stands_in_nobodys_way_and_hears_that_it_is_someone_else(
    tx: Connection, wijk: int, wijze: str
) -> None:
    eerste, tweede = zoek(tx, wijk), zoek(tx, wijk, wijze, nummer=2)
    for wie, welke in ((ANNA, eerste), (ANNA, tweede), (BRAM, tweede)):
        meld(tx, wijk, wie, welke)
    leider = handeling(wijk, LEIDER)
    vacature.benoem(tx, leider, eerste, zeker=True)
    assert len(vacature.toon(tx, leider, tweede).data["kandidaten"]) == 1
    with pytest.raises(Geweigerd, match="geen_keuze"):
        verkiezing.begin(tx, leider, tweede)
    vacature.benoem(tx, leider, tweede, zeker=True)
    assert plek(tx, wijk, nummer=2).account == tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == BRAM))
    assert sorted(d["afloop"] for d in post(tx, "vacature.afloop")) == ["een_ander", "gekregen", "gekregen"]

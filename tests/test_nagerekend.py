"""The auditor recomputes the last outcome from the openings alone: bounds, afspiegeling and methods."""

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, update

from bot.cli.bewijs import controleer
from bot.rules.drempels.afspiegeling import Afspiegeling, Kenmerk
from bot.rules.logcontrole import Logcontrole
from bot.rules.openingcontrole import Openingen
from bot.rules.spelregels import Spelregels
from bot.rules.spiegelcontrole import Spiegeling, controleer_afspiegeling
from bot.rules.standcontrole import controleer_getallen, terugblik
from bot.rules.wegen import Drempelstand
from bot.services import bewijs, uitslagblad
from bot.services.bewijs import Feit
from bot.services.stand import Stand, bereken_stand
from bot.storage import Database, huishoudens, peilingen
from bot.storage import tables as t
from bot.storage.stemmers import Kiezer
from tests import builders
from tests.levendebuurt import NOOR
from tests.levendestaf import Buurt
from tests.services.test_bewijslog import gehoorden, leg_vast, stel_vast
from tests.test_openingen import Rij, exporteer, oordeel
from tests.verifiers import PAGINA

pytestmark = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
BERGWEG = {"oost": 20, "west": 30}
LEEFTIJDEN = {"tot_35": 20, "tot_55": 20, "tot_70": 10}


def spiegel(tx: Connection) -> int:
    """Twenty-four heard of forty addresses, most of known tenure; one meeting with heads, guests and unnamed people."""
    wijk = builders.een_wijk(tx)
    namen = Kenmerk("eigendom"), Kenmerk("buurtdeel", BERGWEG, "CBS"), Kenmerk("leeftijd", LEEFTIJDEN, "CBS")
    drempel = Afspiegeling(namen, Fraction(1, 4), minimum_deelnemers=10, minimum_per_groep=3)
    stel_vast(tx, wijk, Spelregels(versie=1, drempels=(*Spelregels().drempels, drempel)))
    wie = gehoorden(tx, wijk, 24)
    gehoorden(tx, wijk, 2)
    for bewoner in [builders.een_bewoner(tx, wijk) for _ in range(14)]:
        leg_vast(tx, wijk, bewoner, "aanwezig_vragen", "b")
    h = t.huishouden.c
    for nr, huis in enumerate(tx.scalars(select(h.id).order_by(h.id)).all()):
        eigendom = None if nr == 39 else ("koop", "koop", "huur")[nr % 3]
        velden = {"eigendom": eigendom, "buurtdeel": ("Oost", "West")[nr % 2], "volwassenen": 2 - nr % 2}
        tx.execute(update(t.huishouden).where(h.id == huis).values(**velden))
    for nr, bewoner in enumerate(wie[:23]):
        oud = {"bewoner": bewoner, "vraag": "leeftijd", "antwoord": list(LEEFTIJDEN)[nr % 3]}
        tx.execute(insert(t.kennismaking).values(wijk=wijk, **oud))
    handeling, deur = builders.handeling(wijk), Feit("aanwezig_vragen", "b", "deurlijst")
    bewijs.leg_aantal_vast(tx, handeling, deur, 25)
    bewijs.leg_aantal_vast(tx, handeling, Feit("gasten", "b", "deurlijst"), 3)
    bewijs.leg_aantal_vast(tx, handeling, deur, 2, huishoudens.in_straat(tx, wijk, "Merelweg")[0])
    return wijk


def lees(log: Logcontrole, rijen: list[Rij]) -> Openingen:
    openingen = Openingen(log)
    openingen.neem(
        json.dumps(rij, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n" for rij in rijen
    )
    return openingen


def spiegels(log: Logcontrole, rijen: list[Rij]) -> tuple[list[Spiegeling], list[str]]:
    blik = terugblik(lees(log, rijen))
    assert blik is not None
    return controleer_afspiegeling(blik), blik.redenen


async def test_the_outcome_is_recomputed_and_what_was_changed_since_is_told(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log, ruw = await exporteer(database, spiegel, tmp_path)
    rijen = [json.loads(lijn) for lijn in ruw.splitlines()]
    assert oordeel(log, rijen) == ""
    gevonden, redenen = spiegels(log, rijen)
    assert redenen == []
    assert [(deel.kenmerk, deel.zelfde) for deel in gevonden] == [
        ("eigendom", True),
        ("buurtdeel", True),
        ("leeftijd", True),
    ]
    assert all(deel.afstand for deel in gevonden)
    blik = terugblik(lees(log, rijen))
    assert blik is not None
    informatie = next(deel for deel in controleer_getallen(blik) if deel.drempel == "informatie")
    assert informatie.nu == informatie.zei
    assert informatie.nu[0].hoog == 14 + 25 - 14 - 3

    (tmp_path / "openingen.jsonl").write_bytes(ruw)
    keuze = {"export": tmp_path / "bewijs.jsonl", "ijkpunten": tmp_path / "ijkpunten", "bewaard": [], "bijdrage": None}
    keuze |= {"sleutel": tmp_path / "sleutel.pub", "openingen": tmp_path / "openingen.jsonl"}
    assert controleer.doe(Namespace(**keuze)) == 0
    zei = capsys.readouterr().out
    assert "methoden, spelregels 1, gehoord: van 26 tellen er 26 met knop door bewoner\n" in zei
    assert "afspiegeling, eigendom: " in zei
    assert "de uitslag zegt hetzelfde" in zei

    koop = next(rij for rij in rijen if "huishouden" in rij and rij["huishouden"]["eigendom"] == "koop")
    koop["huishouden"]["eigendom"] = "huur"
    assert oordeel(log, rijen) == ""
    gevonden, redenen = spiegels(log, rijen)
    assert redenen == ["de adressenlijst is veranderd"]
    koop["huishouden"]["eigendom"] = "koop"

    weg = next(rij for rij in rijen if "bewoner" in rij)
    assert oordeel(log, [rij for rij in rijen if rij is not weg]) == "lijst"
    oud = next(rij["bewoner"] for rij in rijen if "bewoner" in rij and rij["bewoner"]["leeftijd"] == "tot_35")
    oud["leeftijd"] = None
    assert oordeel(log, rijen) == ""


def lieg_afstand(stand: Drempelstand) -> Drempelstand:
    if stand.soort != "afspiegeling":
        return stand
    eerste = stand.delen[0] | {"hoog": stand.delen[0]["hoog"] - 1}
    return replace(stand, delen=(eerste, *stand.delen[1:]))


def lieg_bovengrens(stand: Drempelstand) -> Drempelstand:
    return replace(stand, bovengrens=stand.bovengrens + 1) if stand.soort == "informatie" else stand


@pytest.mark.parametrize("lieg", [lieg_afstand, lieg_bovengrens])
async def test_an_outcome_that_was_sealed_with_other_numbers_is_found(
    database: Database,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lieg: Callable[[Drempelstand], Drempelstand],
) -> None:
    def anders(tx: Connection, wijk: int, *, met_staf: bool = True) -> Stand:
        stand = bereken_stand(tx, wijk, met_staf=met_staf)
        return replace(stand, drempels=tuple(map(lieg, stand.drempels)))

    monkeypatch.setattr(uitslagblad, "bereken_stand", anders)
    log, ruw = await exporteer(database, spiegel, tmp_path)
    assert oordeel(log, [json.loads(lijn) for lijn in ruw.splitlines()]) == "uitslag"


def alle_stemmen(tx: Connection) -> int:
    """Votes in chat and from paper, changed and taken back, in a version, per household, by a guest and by a pupil."""
    buurt = Buurt(tx)
    buurt.stelt_vast("bewoners", ("gesprek",), ("gehoord", "informatie"))
    huizen = buurt.model.huizen
    for huis in huizen[:6]:
        buurt.komt(huis, "ja")
        buurt.komt(huis, "ja")
    mensen = [mens for _, mens in buurt.model.mensen()]
    for nr, mens in enumerate(mensen):
        buurt.stemt(mens, nr % 3)
        buurt.stemt(mens, 0)
    for huis in huizen:
        buurt.voert_stem_in(NOOR, huis, 1, 0)
        buurt.voert_stem_in(NOOR, huis, huis.stoelen, 1)
    buurt.legt_stapel_voor(NOOR, 1)
    buurt.tweede_persoon(0, ja=True)
    for mens in mensen[:2]:
        buurt.haalt_stem_weg(mens, 0)
    buurt.wist(mensen[2])
    eerste = buurt.peilingen[0]
    assert eerste is not None
    peilingen.sluit(tx, eerste.id, buurt.now, ingetrokken=True)
    velden: dict[str, Any] = {
        "vervangt": eerste.id,
        "versie": 2,
        "wijziging": "Korter",
        "sluit_op": buurt.now + timedelta(days=9),
    }
    nieuw = builders.een_peiling(tx, buurt.wijk, **velden)
    buurt.peilingen[0] = peilingen.zoek(tx, buurt.wijk, id=nieuw)
    for mens in mensen[3:9]:
        buurt.stemt(mens, 0)
    per_adres = builders.een_peiling(tx, buurt.wijk, per_adres=True, sluit_op=velden["sluit_op"])
    buurt.peilingen[1] = peilingen.zoek(tx, buurt.wijk, id=per_adres)
    for mens in mensen[3:7]:
        buurt.stemt(mens, 1)
    anderen = builders.een_peiling(tx, buurt.wijk, doelgroep="geleding"), builders.een_peiling(tx, buurt.wijk)
    for peiling, wie in zip(anderen, ("gast", "leerling"), strict=True):
        als = Kiezer("account", builders.een_account(tx, wie), geleding="bedrijven" if wie == "gast" else None)
        peilingen.stem(tx, buurt.wijk, peiling, als, "[0]", wie.encode().ljust(16))
    telt = {soort: buurt.model.teller(buurt.model.versies[-1], soort) for soort in ("gehoord", "informatie")}
    assert {deel.soort: deel.teller for deel in bereken_stand(tx, buurt.wijk).drempels} == telt
    assert telt["gehoord"] >= 10
    return buurt.wijk


async def test_both_verifiers_agree_with_the_outcome_whatever_way_people_voted(
    database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, ruw = await exporteer(database, alle_stemmen, tmp_path)
    (tmp_path / "openingen.jsonl").write_bytes(ruw)
    hoofden = [(pad.name, pad.read_bytes()) for pad in (tmp_path / "ijkpunten").iterdir()]
    with (tmp_path / "bewijs.jsonl").open("rb") as lijnen:
        PAGINA.controleer(list(lijnen), hoofden, (tmp_path / "sleutel.pub").read_bytes(), [])
    keuze = {"export": tmp_path / "bewijs.jsonl", "ijkpunten": tmp_path / "ijkpunten", "bewaard": [], "bijdrage": None}
    keuze |= {"sleutel": tmp_path / "sleutel.pub", "openingen": tmp_path / "openingen.jsonl"}
    assert controleer.doe(Namespace(**keuze)) == 0
    zei = capsys.readouterr().out
    assert "van 17 tellen er 10 met papier door buurtbegeleider, 9 met knop door bewoner, 1 gewist" in zei
    assert b"gast" not in ruw

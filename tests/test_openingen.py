"""What only the auditor reads, of logs that the services made: it opens, and a lie in it is found."""

import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyrage
import pytest
from sqlalchemy import Connection, select, update

from bot import bewijsexport, verzegeling
from bot.rules import logcontrole
from bot.rules.canoniek import canoniek
from bot.rules.logcontrole import Logcontrole, Onjuist
from bot.rules.openingcontrole import Openingen
from bot.rules.spiegelcontrole import controleer_afspiegeling
from bot.rules.standcontrole import controleer_getallen, terugblik
from bot.rules.telcontrole import controleer_tellers
from bot.services import bewijs, bewijslog, uitslagblad, wissen
from bot.services.bewijs import Feit
from bot.services.handeling import AMSTERDAM
from bot.storage import Database, huishoudens
from bot.storage import tables as t
from tests import builders
from tests.eigenlog import verander
from tests.services.test_bewijslog import gehoorden, leg_vast, regels, stel_vast

Rij = dict[str, Any]
ZAAD = bytes(range(32))


def buurt(tx: Connection, eenheid: str = "bewoners") -> tuple[int, list[int]]:
    """Evidence of before, a first version, twelve who were heard, two of an address of one, and unnamed people."""
    wijk = builders.een_wijk(tx)
    gehoorden(tx, wijk, 2)
    stel_vast(tx, wijk, regels(eenheid=eenheid, telt_ook=()))
    tx.execute(update(t.huishouden).values(eigendom="koop"))
    wie = gehoorden(tx, wijk, 12)
    huis = builders.een_huishouden(tx, wijk, volwassenen=1)
    for _ in range(2):
        leg_vast(tx, wijk, builders.een_bewoner(tx, wijk, huis.id))
    tx.execute(update(t.huishouden).values(eigendom="koop"))
    deur = Feit("aanwezig_vragen", "bijeenkomst", "deurlijst")
    bewijs.leg_aantal_vast(tx, builders.handeling(wijk), deur, 25)
    thuis = huishoudens.in_straat(tx, wijk, "Merelweg")[0]
    bewijs.leg_aantal_vast(tx, builders.handeling(wijk), deur, 2, thuis)
    bewijs.leg_aantal_vast(tx, builders.handeling(wijk), deur, 3, thuis)
    return wijk, wie


def gewoon(tx: Connection) -> int:
    return buurt(tx)[0]


def per_huishouden(tx: Connection) -> int:
    wijk, wie = buurt(tx, "huishoudens")
    for bewoner in wie[:3]:
        thuis = tx.scalar(select(t.bewoner.c.huishouden).where(t.bewoner.c.id == bewoner))
        leg_vast(tx, wijk, builders.een_bewoner(tx, wijk, thuis))
    return wijk


def eigenaren(tx: Connection) -> int:
    wijk, _ = buurt(tx, "eigenaren")
    for eigendom in ("huur", None):
        (wie,) = gehoorden(tx, wijk, 1)
        thuis = select(t.bewoner.c.huishouden).where(t.bewoner.c.id == wie).scalar_subquery()
        tx.execute(update(t.huishouden).where(t.huishouden.c.id == thuis).values(eigendom=eigendom))
    return wijk


def gewist(tx: Connection) -> int:
    wijk, wie = buurt(tx)
    bewijslog.maak_bij(tx, wijk, ZAAD)
    for nr, bewoner in enumerate(wie[:2]):
        builders.een_account(tx, f"weg {nr}", bewoner=bewoner)
        wissen.wis(tx, builders.handeling(wijk, f"weg {nr}"))
    return wijk


def verhuisd(tx: Connection) -> int:
    wijk, wie = buurt(tx)
    bewijslog.maak_bij(tx, wijk, ZAAD)
    tx.execute(update(t.bewoner).where(t.bewoner.c.id == wie[0]).values(tot=builders.NU))
    return wijk


def verbeterd(tx: Connection) -> int:
    wijk, wie = buurt(tx)
    bewijslog.maak_bij(tx, wijk, ZAAD)
    bewijs.trek_in(tx, builders.handeling(wijk), wie[0], Feit("stem_besluit", "p", "knop", reden="dit klopt niet"))
    return wijk


def tweede_versie(tx: Connection) -> int:
    wijk, wie = buurt(tx)
    for bewoner in gehoorden(tx, wijk, 1):
        leg_vast(tx, wijk, bewoner, "gesprek", "g")
    leg_vast(tx, wijk, builders.een_bewoner(tx, wijk), "gesprek", "g")
    leg_vast(tx, wijk, wie[0], "gesprek", "g")
    stel_vast(tx, wijk, regels(versie=2))
    return wijk


def _een(rijen: list[Rij], soort: str, waar: Callable[[Rij], bool] = lambda _: True) -> Rij:
    gevonden: Rij = next(rij[soort] for rij in rijen if soort in rij and waar(rij[soort]))
    return gevonden


def _weg(rijen: list[Rij], soort: str, waar: Callable[[Rij], bool] = lambda _: True) -> None:
    deze = _een(rijen, soort, waar)
    rijen[:] = [rij for rij in rijen if rij.get(soort) is not deze]


def lieg_dubbel_huis(rijen: list[Rij]) -> None:
    een, ander = [rij["telt"] for rij in rijen if "telt" in rij][:2]
    een["huishouden"] = ander["huishouden"]


def lieg_huur(rijen: list[Rij]) -> None:
    huis = _een(rijen, "telt")["huishouden"]
    _een(rijen, "huishouden", lambda h: h["id"] == huis)["eigendom"] = "huur"


def lieg_niet_gewist(rijen: list[Rij]) -> None:
    _een(rijen, "bewoner", lambda b: b["gewist"])["gewist"] = False


def lieg_meer_gewist(rijen: list[Rij]) -> None:
    """Who never did anything is said to be erased and to count, in the place of three who did."""
    tellend = [rij["telt"] for rij in rijen if "telt" in rij][:3]
    for nr, telt in enumerate(tellend):
        nieuw = {"id": f"{nr:022}", "huishouden": telt["huishouden"], "stoel": 9, "gewist": True, "leeftijd": None}
        rijen.append({"bewoner": nieuw | {"sinds": "2027-01-01", "tot": None}})
        telt["bewoner"] = f"{nr:022}"


def lieg_woont_er_nog(rijen: list[Rij]) -> None:
    _een(rijen, "bewoner", lambda b: b["tot"] is not None)["tot"] = None


def lieg_verbetering_weg(rijen: list[Rij]) -> None:
    _weg(rijen, "opening", lambda o: o["blad"]["vervalt"])


def lieg_uitslag_weg(rijen: list[Rij]) -> None:
    _weg(rijen, "uitslag")


def lieg_minder_stoelen(rijen: list[Rij]) -> None:
    huis = _een(rijen, "telt")["huishouden"]
    _een(rijen, "huishouden", lambda h: h["id"] == huis)["volwassenen"] = 0


def lieg_uitslag(rijen: list[Rij]) -> None:
    _een(rijen, "uitslag")["record"]["met_staf"][0]["verdict"] = "gehaald"


GEVALLEN = [
    (gewoon, lieg_minder_stoelen, "telt"),
    (gewoon, lieg_uitslag_weg, "opening"),
    (gewoon, lieg_uitslag, "opening"),
    (per_huishouden, lieg_dubbel_huis, "telt"),
    (eigenaren, lieg_huur, "telt"),
    (gewist, lieg_niet_gewist, "telt"),
    (gewist, lieg_meer_gewist, "telt"),
    (verhuisd, lieg_woont_er_nog, "telt"),
    (verbeterd, lieg_verbetering_weg, "telt"),
    (tweede_versie, lieg_uitslag_weg, "opening"),
]


async def exporteer(database: Database, geval: Callable[[Connection], int], map_: Path) -> tuple[Logcontrole, bytes]:
    """Write and open the files of a case; the log was checked."""

    def speel(tx: Connection) -> int:
        wijk = geval(tx)
        uitslagblad.leg_tussenstand_vast(tx, wijk, builders.NU, AMSTERDAM, ZAAD)
        return wijk

    wijk, accountant = await database.write(0, speel), pyrage.x25519.Identity.generate()
    await verzegeling.verzegel(database, wijk, map_ / "geheim.txt", builders.NU, AMSTERDAM)
    await bewijsexport.exporteer(database, wijk, map_, AMSTERDAM, accountant.to_public())
    hoofden = [(pad.name, pad.read_bytes()) for pad in (map_ / "ijkpunten").iterdir()]
    with (map_ / "bewijs.jsonl").open("rb") as lijnen:
        log = logcontrole.controleer(lijnen, hoofden, (map_ / "sleutel.pub").read_bytes(), met_hashes=True)
    return log, pyrage.decrypt((map_ / "openingen.jsonl.age").read_bytes(), [accountant])


def oordeel(log: Logcontrole, rijen: list[Rij]) -> str:
    openingen = Openingen(log)
    try:
        openingen.neem(
            json.dumps(rij, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode() + b"\n" for rij in rijen
        )
        controleer_tellers(openingen)
        if (blik := terugblik(openingen)) is not None:
            controleer_getallen(blik)
            controleer_afspiegeling(blik)
    except Onjuist as fout:
        return fout.fout
    return ""


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
@pytest.mark.parametrize(("geval", "lieg", "fout"), GEVALLEN, ids=lambda wat: getattr(wat, "__name__", wat))
async def test_what_the_services_made_opens_and_a_lie_in_it_is_found(
    database: Database, tmp_path: Path, geval: Callable[[Connection], int], lieg: Callable[[list[Rij]], None], fout: str
) -> None:
    log, ruw = await exporteer(database, geval, tmp_path)
    rijen = [json.loads(lijn) for lijn in ruw.splitlines()]
    assert ruw == "".join(f"{canoniek(rij)}\n" for rij in rijen).encode()
    assert oordeel(log, rijen) == ""
    assert len(log.tellers) >= 1
    lieg(rijen)
    assert oordeel(log, rijen) == fout


def wissel(toeval: random.Random, rijen: list[Rij], plek: int) -> Rij:
    """Return a line with one value of another line of its kind: its form is right."""
    ((soort, inhoud),) = rijen[plek].items()
    ander: Rij = toeval.choice([rij[soort] for rij in rijen if soort in rij])
    naam = toeval.choice(sorted(inhoud))
    return {soort: inhoud | {naam: ander[naam]}}


VRIJ = {"sinds", "leeftijd", "straat", "woningtype", "buurtdeel", "vertrokken", "stoel", "volwassenen", "eigendom"}
"""What of the list no rule of the log speaks of, or not always: changing it may be true."""


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_whatever_is_changed_in_an_opening_is_found_or_harmless_and_nothing_breaks(
    database: Database, tmp_path: Path
) -> None:
    log, ruw = await exporteer(database, gewist, tmp_path)
    rijen = [json.loads(lijn) for lijn in ruw.splitlines()]
    tellend = {rij["telt"]["bewoner"] for rij in rijen if "telt" in rij}
    toeval, gevonden = random.Random(20270330), dict.fromkeys(("", "opening", "lijst", "telt"), 0)
    for _ in range(400):
        plek = toeval.randrange(len(rijen))
        nieuw = verander(toeval, rijen[plek]) if toeval.random() < 0.3 else wissel(toeval, rijen, plek)
        anders = [*rijen[:plek], nieuw, *rijen[plek + 1 :]]
        fout = oordeel(log, anders)
        gevonden[fout] = gevonden.get(fout, 0) + 1
        if not fout and anders[plek] != rijen[plek]:
            ((soort, nu),), ((_, was),) = anders[plek].items(), rijen[plek].items()
            wat = {naam for naam in was if nu[naam] != was[naam]}
            gevolgloos = soort == "bewoner" and was["id"] not in tellend and wat <= {"tot", "gewist"}
            assert wat <= VRIJ or gevolgloos, (rijen[plek], anders[plek])
    assert min(gevonden.values()) > 0, gevonden

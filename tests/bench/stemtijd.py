"""The time of a tap of a voter, per way of asking, with few and with very many ballots in the poll.

Measured on SQLite, in one transaction that is undone: `stemmen.stem` from its first look at who taps to the message
that answers, with the evidence. Beside it what no vote can do without: one look for the voter and two rows written
bare. `ten_opzichte_van_kaal` is the middle tap over the middle of those; `vlak` the middle tap with most ballots over
that with fewest: 1 is flat. `tikken` is how many taps a ballot takes until it counts. A poll that shows how it goes
asks at each tap how many ballots there are, and now and then what stands on them: it stands apart (`keuze, live`). The
first tenth of the voters only warms up.

Not measured: the way of a tap through the intake and back (`stemmen` does that), commits, PostgreSQL.
"""

import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import Connection, create_engine, insert, select

from bot.rules.peilingen import METHODEN, Methode, Opzet
from bot.services import stemmen
from bot.storage import accounts, peilingen, sqlalchemy_url
from bot.storage import tables as t
from bot.storage.schema import migrate
from tests.bench._processen import drukte
from tests.builders import NU, een_account, een_bewoner, een_peiling, een_publiek_id, een_wijk, handeling

MOMENTEN = tuple(f"2027-03-{dag:02}T19:00:00+00:00" for dag in range(1, 6))
LANGST = 60
"""So many taps a ballot takes at most."""


def meet(biljetten: tuple[int, ...] = (100, 100_000), stemmers: int = 60) -> dict[str, Any]:
    """Let so many people vote in a poll of each method, with each number of ballots in it."""
    per_methode: dict[str, dict[str, Any]] = {naam: {} for naam in (*METHODEN, "keuze, live")}
    kaal: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as map_:
        url = f"sqlite:///{Path(map_) / 'stemtijd.db'}"
        migrate(url)
        engine = create_engine(sqlalchemy_url(url))
        for aantal in biljetten:
            with engine.connect() as tx:
                tx.exec_driver_sql("PRAGMA synchronous = OFF")
                wijk, bewoners, namen = _bevolk(tx, aantal, stemmers)
                kaal[str(aantal)] = _kaal(tx, wijk, namen)
                for naam, uit in per_methode.items():
                    uit[str(aantal)] = _meet_een(tx, wijk, naam, bewoners, namen)
                tx.rollback()
        engine.dispose()
    weinig, veel = (str(aantal) for aantal in (biljetten[0], biljetten[-1]))
    return {
        "methoden": {
            naam: {
                "tikken": uit[veel]["tikken"],
                "tik_us": {aantal: round(uit[aantal]["tik"] * 1e6) for aantal in uit},
                "ten_opzichte_van_kaal": round(uit[veel]["tik"] / kaal[veel], 1),
                "vlak": round(uit[veel]["tik"] / uit[weinig]["tik"], 2),
            }
            for naam, uit in per_methode.items()
        },
        "kaal_us": {aantal: round(seconden * 1e6) for aantal, seconden in kaal.items()},
        "drukte": drukte(),
    }


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    aantallen = list(uitkomst["kaal_us"])
    regels = [f"{'':18}{'taps':>6}" + "".join(f"{f'µs, {a}':>14}" for a in aantallen) + f"{'bare ×':>9}{'flat':>7}"]
    for naam, uit in uitkomst["methoden"].items():
        tijden = "".join(f"{uit['tik_us'][aantal]:>14}" for aantal in aantallen)
        regels.append(f"{naam:18}{uit['tikken']:>6}{tijden}{uit['ten_opzichte_van_kaal']:>9}{uit['vlak']:>7}")
    regels.append(f"{'bare rows':24}" + "".join(f"{uitkomst['kaal_us'][aantal]:>14}" for aantal in aantallen))
    return "\n".join([*regels, f"load {uitkomst['drukte']}"])


def _bevolk(tx: Connection, biljetten: int, stemmers: int) -> tuple[int, list[int], list[str]]:
    """Make a wijk with so many residents who voted, and so many who will; return it, the first, and their accounts."""
    wijk = een_wijk(tx)
    thuis = {"wijk": wijk, "straat": "Merelweg", "toevoeging": "", "postcode": "3511AB"}
    huizen = [{**thuis, "publiek_id": een_publiek_id(), "sleutel": str(n), "huisnummer": n} for n in range(biljetten)]
    tx.execute(insert(t.huishouden), huizen)
    huis = select(t.huishouden.c.id).where(t.huishouden.c.wijk == wijk)
    vast = {"wijk": wijk, "stoel": 1, "sinds": NU}
    rijen = [{**vast, "publiek_id": een_publiek_id(), "huishouden": nummer} for nummer in tx.scalars(huis)]
    tx.execute(insert(t.bewoner), rijen)
    bewoners = list(tx.scalars(select(t.bewoner.c.id).where(t.bewoner.c.wijk == wijk)))
    namen = [f"{wijk} {nummer}" for nummer in range(stemmers)]
    for naam in namen:
        een_account(tx, naam, bewoner=een_bewoner(tx, wijk))
    return wijk, bewoners, namen


def _meet_een(tx: Connection, wijk: int, naam: str, bewoners: list[int], namen: list[str]) -> dict[str, Any]:
    """Fill a poll with ballots and let people vote in it; return the seconds of the middle tap, and taps per ballot."""
    soort, _, live = naam.partition(", ")
    methode = METHODEN[soort]
    opzet = methode.opzet(_gewoon(methode))
    instellingen = {"methode": soort, "instellingen": dict(opzet.instellingen), "live": live == "live"}
    nummer = een_peiling(tx, wijk, opzet.opties, sluit_op=NU + timedelta(days=9), over_besluit=False, **instellingen)
    peiling = peilingen.zoek(tx, wijk, id=nummer)
    assert peiling is not None
    daden = list(_daden(methode, opzet))
    inhoud = None
    for daad in daden:
        inhoud = methode.stem(opzet, inhoud, daad) or inhoud
    _vul(tx, wijk, nummer, bewoners, inhoud or "")
    tikken = []
    for wie in namen:
        for daad in daden:
            doet, begin = handeling(wijk, wie), time.perf_counter()
            stemmen.stem(tx, doet, peiling.publiek_id, daad)
            tikken.append(time.perf_counter() - begin)
    warm = tikken[len(tikken) // 10 :]
    telt = peilingen.tel(tx, nummer)
    assert sum(telt.values()) == len(bewoners) + len(namen), naam
    return {"tik": median(warm), "tikken": len(daden)}


def _vul(tx: Connection, wijk: int, peiling: int, bewoners: list[int], inhoud: str) -> None:
    """Put a ballot in the poll for each of these residents."""
    sleutels = [(peiling << 40 | bewoner).to_bytes(16, "big") for bewoner in bewoners]
    vast = {"wijk": wijk, "peiling": peiling}
    tx.execute(insert(t.stembiljet), [{**vast, "sleutel": sleutel, "inhoud": inhoud} for sleutel in sleutels])
    paren = zip(bewoners, sleutels, strict=True)
    tx.execute(insert(t.stemkoppeling), [{**vast, "bewoner": wie, "stembiljet": sleutel} for wie, sleutel in paren])


def _kaal(tx: Connection, wijk: int, namen: list[str]) -> float:
    """Return the seconds of looking for someone and writing two rows for them, the middle of some."""
    nummer, tijden = een_peiling(tx, wijk), []
    for wie in namen:
        begin = time.perf_counter()
        gevonden = accounts.wie(tx, wijk, "telegram", wie)
        assert gevonden is not None
        _vul(tx, wijk, nummer, [gevonden.bewoner or 0], "[0]")
        tijden.append(time.perf_counter() - begin)
    return median(tijden)


def _gewoon(methode: Methode) -> dict[str, Any]:
    """Return an answer to every question of the form: five options, the first button."""
    gewoon: dict[str, Any] = {}
    for veld in methode.velden:
        if veld.ronde != "alleen" and (veld.als is None or veld.als(gewoon)):
            hoeveel = min(5, veld.maximum)
            regels = {"regels": list("abcde"[:hoeveel]), "momenten": list(MOMENTEN[:hoeveel])}
            anders = {**regels, "getal": veld.minimum, "tekst": "a"}
            gewoon[veld.naam] = veld.keuzes[0] if veld.soort == "keuze" else anders[veld.soort]
    return gewoon


def _daden(methode: Methode, opzet: Opzet) -> Iterator[str]:
    """Yield taps that fill a ballot until it counts, each of them one that was not tapped before."""
    inhoud, gedaan = None, set[str]()
    while (inhoud is None or not methode.compleet(opzet, inhoud)) and len(gedaan) < LANGST:
        scherm = methode.scherm(opzet, inhoud, range(len(opzet.opties)))
        daad = next(knop.daad for rij in scherm.knoppen for knop in rij if knop.daad not in gedaan)
        gedaan.add(daad)
        inhoud = methode.stem(opzet, inhoud, daad) or inhoud
        yield daad

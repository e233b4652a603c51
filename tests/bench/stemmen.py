"""Votes per second and CPU per vote, end to end, beside echo bots of other libraries that store nothing.

Measured: residents of a neighbourhood tap a button of a poll about the decision, first votes and changed ones. For
Gehoord, run by its own composition root, a vote is: the update in by long polling, stored in an SQLite file with
synchronous=FULL, handled by the real conversations through python-telegram-bot, committed with its evidence, its mark
and its answer, and answered by answerCallbackQuery and editMessageText. The others make the same two calls with the
same text and keyboard, and nothing else: their texts are ready-made and they keep nothing.

Each contender runs in a process of its own against the same local server (a process too), one after another in every
round; figures are medians of the rounds. A span runs from the moment that the server has the votes to give until both
calls of the last one have arrived; CPU is user and system time of the contender's process over it and the 0.2 s after,
in which Gehoord still empties its inbox. A round begins with votes that only warm up, and some rest: what a bot still
does soon after its start, as setting the lists of its commands, is not of a vote. aiogram gets as many votes as
Gehoord; the slowest get fewer: theirs is a steady rate as well. After every round of Gehoord its process is ended on
the spot, and the database must hold exactly the last choice of each resident, one piece of evidence each, and an empty
inbox: else the benchmark fails.

Not measured: the latency of Telegram's servers, its limits on sending (the local server has none, so Gehoord's pace is
set out of reach, though each answer still waits for its turn), TLS, PostgreSQL, pictures, and messages that
nobody asked for. The machine's other work disturbs it: look at the ratios before the figures.
"""

import asyncio
import json
import shutil
import tempfile
import time
from dataclasses import asdict
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench import _buurt
from tests.bench._deelnemers import STEMMEN
from tests.bench._processen import proces, regel, vraag, zeg

DEEL = {"gehoord": 1.0, "aiogram": 1.0, "ptb": 0.2, "ptb_sequentieel": 0.25}
"""Part of the votes that a contender gets."""
RUST_SECONDEN = 2.0


def meet(stemmen: int = 4000, bewoners: int = 500, rondes: int = 5, opwarmen: int = 100) -> dict[str, Any]:
    """Run all contenders and return the medians.

    Raises:
        AssertionError: the database does not hold what it must, or a contender answered wrongly.
    """
    gemeten: dict[str, list[tuple[float, float]]] = {naam: [] for naam in STEMMEN}
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as naam_van_map:
        map_ = Path(naam_van_map)
        opgave = asyncio.run(_buurt.bereid_voor(map_ / "begin.db", stemmen, bewoners))
        taps = map_ / "taps.json"
        taps.write_text(json.dumps(asdict(opgave)))
        with proces("_botapi", str(taps)) as server:
            adres = f"http://127.0.0.1:{regel(server)}"
            for _ in range(rondes):
                for naam in STEMMEN:
                    hoeveel = max(int(stemmen * DEEL[naam]), opwarmen + 1)
                    database = map_ / "ronde.db"
                    shutil.copy(map_ / "begin.db", database)
                    gemeten[naam].append(_beurt(naam, adres, taps, database, opwarmen, hoeveel))
                    fout = _buurt.fouten(database, opgave, hoeveel) if naam == "gehoord" else []
                    assert not fout, "; ".join(fout)
                    for rest in map_.glob("ronde.db*"):
                        rest.unlink()
    per_deelnemer = {
        naam: {
            "stemmen_per_seconde": round(median(snelheid for snelheid, _ in beurten), 1),
            "cpu_us": round(median(cpu for _, cpu in beurten)),
        }
        for naam, beurten in gemeten.items()
    }
    ons = per_deelnemer["gehoord"]
    verhouding = {
        f"ten_opzichte_van_{naam}": round(ons["stemmen_per_seconde"] / ander["stemmen_per_seconde"], 2)
        for naam, ander in per_deelnemer.items()
        if naam != "gehoord"
    }
    return {
        **verhouding,
        "cpu_us_per_stem": ons["cpu_us"],
        **per_deelnemer,
        "stemmen": stemmen,
        "bewoners": bewoners,
        "rondes": rondes,
    }


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    regels = [f"{'':16}{'votes/s':>10}{'CPU µs/vote':>14}{'Gehoord is':>14}"]
    for naam in STEMMEN:
        u = uitkomst[naam]
        keer = uitkomst.get(f"ten_opzichte_van_{naam}")
        slot = f"{keer:>12.2f} ×" if keer else ""
        regels.append(f"{naam:16}{u['stemmen_per_seconde']:>10.0f}{u['cpu_us']:>14}{slot}")
    regels.append(f"{uitkomst['stemmen']} votes of {uitkomst['bewoners']} residents, {uitkomst['rondes']} rounds")
    return "\n".join(regels)


def _beurt(naam: str, adres: str, taps: Path, database: Path, opwarmen: int, stemmen: int) -> tuple[float, float]:
    """Let one contender handle its votes; return votes per second and CPU µs per vote."""
    vraag(f"{adres}/begin")
    with proces("_deelnemers", naam, adres, str(taps), str(database)) as deelnemer:
        vraag(f"{adres}/los/{opwarmen}")
        time.sleep(RUST_SECONDEN)
        cpu = -float(zeg(deelnemer))
        seconden = float(vraag(f"{adres}/los/{stemmen}"))
        cpu += float(zeg(deelnemer))
    gemeten = stemmen - opwarmen
    return gemeten / seconden, cpu / gemeten * 1e6

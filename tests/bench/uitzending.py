"""A broadcast under Telegram's limits: how fast it goes, and how long residents who tap meanwhile wait for an answer.

Measured: 3,000 chats get a message from a server of ours (a process of its own) that takes 80 ms per call and enforces
the limits both ways that Telegram may count, as a sliding second and as a bucket (`_strenge_botapi.Grens`). Two updates
a second, taps on a poll and typed words in turn, come from residents who get the broadcast too, each another chat.
Answers are measured from the moment that an update could be fetched until its answer was accepted. First without a
broadcast (a quarter of it only warms up), then during one.

Contenders, each in a process of its own, one after another:

- `gehoord`, run by its own composition root: its database on disk with 3,000 residents, votes with their evidence, a
  broadcast to the whole wijk as `/bericht` places it, with the message that shows its maker how it goes.
- `aioratelimiter`: python-telegram-bot with its AIORateLimiter as it comes, up to five retries after a 429, the
  broadcast as one gather over all chats. It stores nothing, and its texts are ready-made.
- `aioratelimiter_32`: the same with at most 32 messages of the broadcast under way, to 1,000 chats.

`deel_van_limiet` is what was accepted per second, broadcast, answers and progress together, from the first message of
the broadcast to its last, as a part of our configured rate; the others know a limit of their own, 30. `aantal_429`
counts refusals. `antwoord_p99_extra_ms` is the p99 of answers during the broadcast minus that without; an answer that
had not come 20 s after the broadcast counts for as long as it had waited by then. CPU is that of the contender's
process per message of the broadcast, answers included. The benchmark fails when Gehoord loses or doubles a message or
leaves an update unanswered.

Not measured: TLS, latency that varies, PostgreSQL, pictures. The machine's other work disturbs it: with a `drukte`
(load average) above the number of cores the milliseconds say little.
"""

import asyncio
import json
import shutil
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import asdict, replace
from math import ceil
from pathlib import Path
from typing import Any

from bot.config import Verzending
from tests.bench import _buurt
from tests.bench._deelnemers import UITZENDING
from tests.bench._processen import drukte, proces, regel, vraag, zeg

TEKST = "Donderdag komt de wethouder langs in het buurthuis, om acht uur. U kunt dan alles vragen."
MEESTE_CHATS = {"aioratelimiter_32": 1000}
"""Who goes at a steady pace shows it in fewer."""
TRAAGSTE_PER_SECONDE = 10
"""Slower than this a broadcast does not go, or the updates run out."""


def meet(
    chats: int = 3000,
    latentie_ms: float = 80.0,
    per_seconde: float = 2.0,
    zonder_seconden: float = 60.0,
    deelnemers: Iterable[str] = UITZENDING,
) -> dict[str, Any]:
    """Run the contenders, of which Gehoord is one.

    Raises:
        AssertionError: Gehoord lost or doubled a message, or left an update unanswered.
    """
    uitkomst: dict[str, Any] = {}
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as naam_van_map:
        map_ = Path(naam_van_map)
        updates = ceil((zonder_seconden + 5 + chats / TRAAGSTE_PER_SECONDE) * per_seconde)
        opgave = asyncio.run(_buurt.bereid_voor(map_ / "begin.db", updates, chats, om_en_om_getypt=True))
        for naam in deelnemers:
            wie = [_buurt.EERSTE_CHAT + n for n in range(min(chats, MEESTE_CHATS.get(naam, chats)))]
            eigen = replace(opgave, chats=wie, uitzending=TEKST, latentie_ms=latentie_ms, per_seconde=per_seconde)
            (map_ / "opgave.json").write_text(json.dumps(asdict(eigen)))
            database = Path(shutil.copy(map_ / "begin.db", map_ / f"{naam}.db"))
            uitkomst[naam] = _beurt(naam, map_ / "opgave.json", database, zonder_seconden, len(wie))
        fout = _fouten(map_ / "gehoord.db", uitkomst["gehoord"], chats)
        assert not fout, "; ".join(fout)
    ons = uitkomst["gehoord"]
    kern = {sleutel: ons[sleutel] for sleutel in ("deel_van_limiet", "aantal_429", "antwoord_p99_extra_ms")}
    return {**kern, **uitkomst, "chats": chats, "latentie_ms": latentie_ms, "per_seconde": Verzending().per_seconde}


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    kop = (
        "",
        "of limit",
        "429s",
        "msgs/s",
        "not had",
        "twice",
        "no answer",
        "p50 ms",
        "p99 ms",
        "with p50",
        "with p99",
    )
    regels = [f"{kop[0]:18}" + "".join(f"{titel:>10}" for titel in (*kop[1:], "p99 extra", "CPU µs", "load"))]
    for naam in [naam for naam in UITZENDING if naam in uitkomst]:
        u = uitkomst[naam]
        cijfers = [f"{u['deel_van_limiet']:.3f}", u["aantal_429"], u["berichten_per_seconde"], u["niet_gehad"]]
        cijfers += [u["dubbel"], u["onbeantwoord"], u["zonder"]["p50_ms"], u["zonder"]["p99_ms"]]
        cijfers += [u["met"]["p50_ms"], u["met"]["p99_ms"], u["antwoord_p99_extra_ms"], u["cpu_us"], u["drukte"]]
        regels.append(f"{naam:18}" + "".join(f"{cijfer:>10}" for cijfer in cijfers))
    regels.append(
        f"{uitkomst['chats']} chats, {uitkomst['latentie_ms']:.0f} ms per call, limit {uitkomst['per_seconde']}/s;"
        " p50 and p99 of answers, without and with a broadcast"
    )
    return "\n".join(regels)


def _beurt(naam: str, opgave: Path, database: Path, zonder_seconden: float, chats: int) -> dict[str, Any]:
    """Let one contender answer for a while, then broadcast as well."""
    with proces("_strenge_botapi", str(opgave)) as server:
        adres = f"http://127.0.0.1:{regel(server)}"
        with proces("_deelnemers", naam, adres, str(opgave), str(database)) as deelnemer:
            vraag(f"{adres}/stroom")
            time.sleep(zonder_seconden)
            vraag(f"{adres}/zend")
            cpu = -float(zeg(deelnemer, "zend"))
            vraag(f"{adres}/klaar", chats)
            cpu += float(zeg(deelnemer))
            verloop = json.loads(vraag(f"{adres}/einde"))
    return {**_cijfers(verloop, chats), "cpu_us": round(cpu / len(verloop["gezonden"]) * 1e6), "drukte": drukte()}


def _cijfers(verloop: dict[str, Any], chats: int) -> dict[str, Any]:
    """Make figures of what happened; see `_strenge_botapi.Verloop`."""
    keren = Counter(chat for _, chat in verloop["gezonden"])
    begin, eind = verloop["gezonden"][0][0], verloop["gezonden"][-1][0]
    beantwoord = verloop["beantwoord"]
    wachttijden = [
        (vrij, beantwoord.get(str(nummer), verloop["einde_op"]) - vrij) for nummer, vrij in enumerate(verloop["vrij"])
    ]
    ervoor = [wacht for vrij, wacht in wachttijden if vrij < verloop["zend_op"]]
    zonder = _verdeling(ervoor[len(ervoor) // 4 :])
    met = _verdeling([wacht for vrij, wacht in wachttijden if verloop["zend_op"] <= vrij <= eind])
    ook = sum(begin <= moment <= eind for moment in [*beantwoord.values(), *verloop["voortgang"]])
    per_seconde = (len(verloop["gezonden"]) + ook - 1) / (eind - begin)
    return {
        "deel_van_limiet": round(per_seconde / Verzending().per_seconde, 4),
        "aantal_429": verloop["te_snel"],
        "antwoord_p99_extra_ms": round(met["p99_ms"] - zonder["p99_ms"]),
        "begin_ms": round((begin - verloop["zend_op"]) * 1000),
        "berichten_per_seconde": round(per_seconde, 2),
        "seconden": round(eind - begin, 1),
        "zonder": zonder,
        "met": met,
        "niet_gehad": chats - len(keren),
        "dubbel": sum(keer - 1 for keer in keren.values()) + verloop["overbodig"],
        "onbeantwoord": len(wachttijden) - len(beantwoord),
    }


def _verdeling(seconden: list[float]) -> dict[str, float]:
    op_volgorde = sorted(seconden)

    def ms(deel: float) -> float:
        return round(op_volgorde[ceil(deel * len(op_volgorde)) - 1] * 1000, 1)

    return {"p50_ms": ms(0.5), "p99_ms": ms(0.99), "langste_ms": ms(1.0), "aantal": len(op_volgorde)}


def _fouten(bestand: Path, ons: dict[str, Any], chats: int) -> list[str]:
    """Return what is not as it must be: at the server, and in our database."""
    fout = [f"{wat}: {ons[wat]}" for wat in ("niet_gehad", "dubbel", "onbeantwoord") if ons[wat]]
    with closing(sqlite3.connect(bestand)) as db:
        staten = db.execute("SELECT staat, count(*) FROM outbox WHERE uitzending IS NOT NULL GROUP BY staat").fetchall()
    return fout if staten == [("verzonden", chats)] else [*fout, f"outbox: {staten}"]

"""The log: checking it with both verifiers, against one SHA-256 over the same file, and making proofs for one's part.

The log is random acts and people who count, four of ten, in one night; nothing of it is spared.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from bot.rules import logcontrole
from bot.rules.merkle import STAP, Boom, Groei, blad_hash, wortel_uit_insluiting
from tests.bench._processen import drukte
from tests.eigenlog import SLEUTEL, een_hoofd, regel, spelregels

_PAGINA = Path(__file__).parents[2] / "docs" / "controleer.py"
_GROOTTES = (10_000, 100_000, 1_000_000, 10_000_000)
_TELT = (
    '{"drempel":"gehoord","eenheid":"bewoners","id":"%s","log":"AAAAAAAAAAAAAAAAAAAAAA","soort":"telt","spelregels":1,'
    '"versie":2}'
)


def meet(
    bladen: int = 1_000_000, bewijzen: tuple[int, ...] = (10_000, 100_000, 1_000_000, 10_000_000)
) -> dict[str, Any]:
    """Check one log with each verifier in a process of its own, and time a proof in logs of each size."""
    with tempfile.TemporaryDirectory(prefix="gehoord-bench-") as map_:
        pad = Path(map_)
        _schrijf(pad, bladen)
        hash_ = min(_cpu(lambda: sha256((pad / "bewijs.jsonl").read_bytes())) for _ in range(3))
        eigen = _cpu(lambda: _controleer(pad, bladen))
        pagina = _cpu_van([sys.executable, str(_PAGINA), *_argumenten(pad)])
    return {
        "bladen": bladen,
        "sha256_seconden": round(hash_, 3),
        "gehoord_seconden": round(eigen, 2),
        "pagina_seconden": round(pagina, 2),
        "gehoord_ten_opzichte_van_sha256": round(eigen / hash_, 1),
        "pagina_ten_opzichte_van_sha256": round(pagina / hash_, 1),
        "bewijzen": {str(grootte): _bewijs(grootte) for grootte in bewijzen},
        "drukte": drukte(),
    }


def tabel(uitkomst: dict[str, Any]) -> str:
    """Return the outcome for people."""
    wie = ("sha256", "gehoord", "pagina")
    regels = [f"{uitkomst['bladen']} leaves, CPU s: " + ", ".join(f"{w} {uitkomst[f'{w}_seconden']}" for w in wie)]
    keer = (f"{w} {uitkomst[f'{w}_ten_opzichte_van_sha256']}" for w in wie[1:])
    regels.append("times one SHA-256 over the file: " + ", ".join(keer))
    for grootte, u in uitkomst["bewijzen"].items():
        erbij = f"a leaf added {u['groei_us']} us"
        regels.append(
            f"{grootte} leaves: {erbij}, proof {u['bewijs_us']} us, {u['stappen']} steps, {u['groepen']} reads"
        )
    return "\n".join([*regels, f"load {uitkomst['drukte']}"])


def _cpu(werk: Callable[[], Any]) -> float:
    begin = time.process_time()
    werk()
    return time.process_time() - begin


def _cpu_van(opdracht: list[str]) -> float:
    """Return the CPU seconds of another program, which must say that all is well."""
    vooraf = _kinderen()
    uit = subprocess.run(opdracht, capture_output=True, text=True, check=True)
    assert "Alles klopt" in uit.stdout
    return _kinderen() - vooraf


def _kinderen() -> float:
    import resource  # not on Windows, where no benchmark runs

    gebruik = resource.getrusage(resource.RUSAGE_CHILDREN)
    return gebruik.ru_utime + gebruik.ru_stime


def _argumenten(pad: Path) -> list[str]:
    bestanden = {"--export": "bewijs.jsonl", "--ijkpunten": "ijkpunten", "--sleutel": "sleutel.pub"}
    return [deel for naam, bestand in bestanden.items() for deel in (naam, str(pad / bestand))]


def _controleer(pad: Path, bladen: int) -> None:
    hoofden = [(hoofd.name, hoofd.read_bytes()) for hoofd in (pad / "ijkpunten").iterdir()]
    with (pad / "bewijs.jsonl").open("rb") as lijnen:
        assert logcontrole.controleer(lijnen, hoofden, SLEUTEL).grootte == bladen


def _schrijf(pad: Path, bladen: int) -> None:
    toeval, boom = random.Random(20270301), Groei()
    with (pad / "bewijs.jsonl").open("wb") as uit:
        eerste = regel(spelregels(), 0)
        boom.voeg_toe(blad_hash(eerste[len(b'{"blad":') : -len(b"}\n")]))
        uit.write(eerste)
        for nr in range(1, bladen):
            if toeval.random() < 0.4:
                blad = (_TELT % f"{nr:022}").encode()
                hash_, lijn = blad_hash(blad), b'{"blad":' + blad + b"}\n"
            else:
                hash_ = toeval.randbytes(32)
                lijn = b'{"hash":"' + hash_.hex().encode() + b'"}\n'
            boom.voeg_toe(hash_)
            uit.write(lijn)
    naam, hoofd = een_hoofd(bladen, boom.wortel())
    (pad / "ijkpunten").mkdir()
    (pad / "ijkpunten" / naam).write_bytes(hoofd)
    (pad / "sleutel.pub").write_bytes(SLEUTEL)


def _bewijs(grootte: int) -> dict[str, Any]:
    """Return what adding a leaf and one proof take; each proof reads the roots that were kept, and leaves, anew."""
    boom = Groei(stap=STAP)

    def voeg_toe() -> None:
        for nr in range(grootte):
            boom.voeg_toe(_blad(nr))

    groei_s = _cpu(voeg_toe)
    knopen = {(knoop.hoogte, knoop.plek): knoop.hash for knoop in boom.nieuw}
    gelezen: list[int] = []

    def lees(hoogte: int, vanaf: int, hoeveel: int) -> list[bytes]:
        gelezen.append(hoogte)
        if hoogte == 0:
            return [_blad(nr) for nr in range(vanaf, min(vanaf + hoeveel, grootte))]
        return [knopen[hoogte, plek] for plek in range(vanaf, vanaf + hoeveel) if (hoogte, plek) in knopen]

    toeval, keren = random.Random(1), 100
    nummers = [toeval.randrange(grootte) for _ in range(keren)]
    paden: list[list[bytes]] = []
    bewijs_s = _cpu(lambda: paden.extend(Boom(lees).insluiting(nr, grootte) for nr in nummers))
    for nr, pad in zip(nummers, paden, strict=True):
        assert wortel_uit_insluiting(_blad(nr), nr, grootte, pad) == boom.wortel()
    return {
        "groei_us": round(groei_s / grootte * 1e6, 2),
        "bewijs_us": round(bewijs_s / keren * 1e6),
        "stappen": len(paden[0]),
        "groepen": round(len(gelezen) / keren, 1),
    }


def _blad(nummer: int) -> bytes:
    return nummer.to_bytes(32, "big")

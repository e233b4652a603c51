"""Of how many paraphrases is a right answer offered: `python -m tests.vraagbaak FILE [--missers]`, through the index.

The file has the columns `tekst` and `goed` (ids of `vragen.csv`), with semicolons. What was missed is said only when
that is asked: who has seen it tunes on it.
"""

import argparse
import tempfile
from pathlib import Path

from sqlalchemy import create_engine

from bot.storage import sqlalchemy_url
from bot.storage.schema import migrate
from tests.bench.vragen import is_gevonden, vul
from tests.vraagbaak import uit_bestand


def main() -> None:
    lezer = argparse.ArgumentParser(prog="python -m tests.vraagbaak", description=__doc__)
    lezer.add_argument("bestand", type=Path)
    lezer.add_argument("--missers", action="store_true", help="also what found no right answer")
    keuze = lezer.parse_args()
    alle = uit_bestand(keuze.bestand)
    with tempfile.TemporaryDirectory(prefix="gehoord-vraagbaak-") as map_:
        url = f"sqlite:///{Path(map_) / 'vraagbaak.db'}"
        migrate(url)
        engine = create_engine(sqlalchemy_url(url))
        with engine.begin() as tx:
            wijk, namen = vul(tx)
            missers = [tekst for tekst, goed in alle if not is_gevonden(tx, wijk, namen, tekst, goed)]
        engine.dispose()
    print(f"{len(alle) - len(missers)} of {len(alle)} among the first three")
    if keuze.missers:
        print(*missers, sep="\n")


main()

"""`python -m tests.bench [name] [--json]`: run one benchmark or all. Each is a file here with `meet` and `tabel`."""

import argparse
import json
import pkgutil
import sys
from importlib import import_module
from pathlib import Path

namen = [m.name for m in pkgutil.iter_modules([str(Path(__file__).parent)]) if not m.name.startswith(("_", "test_"))]


def main() -> None:
    lezer = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    lezer.add_argument("naam", nargs="?", choices=namen, help="which benchmark; all when none is named")
    lezer.add_argument("--json", action="store_true", help="only JSON on stdout")
    keuze = lezer.parse_args()
    uitkomsten = {}
    for naam in [keuze.naam] if keuze.naam else namen:
        bench = import_module(f"tests.bench.{naam}")
        uitkomsten[naam] = bench.meet()
        if not keuze.json:
            print(bench.tabel(uitkomsten[naam]))
    if keuze.json:
        json.dump(uitkomsten[keuze.naam] if keuze.naam else uitkomsten, sys.stdout, indent=2)
        print()


main()

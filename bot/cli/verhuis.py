"""`gehoord verhuis`: the installation to another database."""

import argparse
import sys
import time

from tqdm import tqdm

from bot.storage.schema import zonder_wachtwoord
from bot.storage.verhuis import Uitkomst, verhuis

HELP = "Zet alles over naar een andere database; de bot staat stil."
ALLE_WIJKEN = True


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    deel.add_argument("--van", required=True, metavar="DATABASE", help="de oude, zoals sqlite:///gehoord.db")
    deel.add_argument(
        "--naar", required=True, metavar="DATABASE", help="een lege, zoals postgresql://gebruiker@host/naam"
    )


def doe(keuze: argparse.Namespace) -> int:
    """Move it, compare, and say what is left to do."""
    begin = time.monotonic()
    with _Voortgang() as voortgang:
        uitkomst = verhuis(keuze.van, keuze.naar, voortgang.meld)
    for verschil in uitkomst.verschillen:
        sys.stderr.write(f"anders dan in de oude database: {verschil}\n")
    if uitkomst.verschillen:
        sys.stderr.write("De nieuwe database klopt niet. Gooi haar weg en begin opnieuw.\n")
        return 1
    sys.stdout.write(_verslag(uitkomst, time.monotonic() - begin, keuze.naar))
    return 0


def _verslag(uitkomst: Uitkomst, seconden: float, naar: str) -> str:
    regels = [f"{tabel}: {aantal} rijen, gelijk" for tabel, aantal in uitkomst.rijen.items() if aantal]
    regels += [f"Bewijs van {boom.wijk}: {boom.bladen} bladen, wortel {boom.wortel}, gelijk" for boom in uitkomst.bomen]
    regels += [
        f"LET OP: de oude database bewaart voor {boom.wijk} een andere wortel dan haar bladen geven; de nieuwe nu ook."
        for boom in uitkomst.bomen
        if not boom.klopt
    ]
    totaal = sum(uitkomst.rijen.values())
    regels += [
        f"Klaar: {totaal} rijen in {seconden:.0f} s, {totaal / max(seconden, 0.001):.0f} per seconde.",
        "Zet dit nu in uw instellingen, onder [opslag]:",
        f'database = "{zonder_wachtwoord(naar)}"',
        "Laat de bestanden van [opslag] waar ze zijn. Start de bot niet meer op de oude database.",
    ]
    return "".join(f"{regel}\n" for regel in regels)


class _Voortgang:
    """A bar on a terminal; else a line for each table that takes long enough."""

    def __init__(self) -> None:
        self._balk: tqdm[None] | None = None
        self._wat = self._tabel = ""

    def __enter__(self) -> "_Voortgang":
        return self

    def __exit__(self, *_: object) -> None:
        if self._balk is not None:
            self._balk.close()

    def meld(self, wat: str, tabel: str, rijen: int, totaal: int) -> None:
        """See `bot.storage.verhuis.Melder`."""
        if wat != self._wat:
            self.__exit__()
            op_scherm = sys.stderr.isatty()
            self._wat, self._tabel = wat, ""
            self._balk = tqdm(total=totaal, unit=" rijen", desc=wat, disable=not op_scherm, dynamic_ncols=True)
            if not op_scherm:
                sys.stderr.write(f"{wat}: {totaal} rijen\n")
        balk = self._balk
        assert balk is not None  # noqa: S101 (made above)
        if tabel != self._tabel:
            balk.set_postfix_str(tabel, refresh=False)
            self._tabel = tabel
        balk.update(rijen)

"""Ballots and a sign-in sheet on paper: made, typed over, with some that wait for a second person."""

from itertools import chain

from tests.loket import Antwoord
from tests.wandelstappen.mensen import BEGELEIDER, ORGANISATOR
from tests.wandelstappen.stap import Stap, Stappen

_CODES: dict[str, list[str]] = {}
"""What stands on the paper that was made last: on `biljetten`, and on the `lijst` to sign in."""
_BILJETTEN = ("/peilingen", "p:~plan van de Buurt", "pp:")
_BLAD = ("/aanmeldlijst", "tl:~Nu bezig")


def _print(antwoord: Antwoord) -> str:
    data = antwoord.boodschappen[-1].data
    if "vellen" in data:
        _CODES["biljetten"] = [vel["code"] for vel in data["vellen"]]
    else:
        _CODES["lijst"] = data["codes"]
    return "/agenda"


def _code(hoeveelste: int) -> Stap:
    return lambda _: _CODES["biljetten"][hoeveelste]


STAPPEN: Stappen = (
    (BEGELEIDER, (*_BILJETTEN, "ppm:", "ppd:@-1", _print)),
    (BEGELEIDER, (*_BILJETTEN, "ppc:", *chain.from_iterable((_code(n), "sv:", "ppk:") for n in range(8)), "ppx:")),
    (ORGANISATOR, (*_BLAD, "tlm:", "tld:", _print)),
    (ORGANISATOR, (*_BLAD, "tlc:", lambda _: " ".join(_CODES["lijst"][:3]))),
)
VERDER: Stappen = (
    (BEGELEIDER, (*_BILJETTEN, "pps:")),
    (BEGELEIDER, (*_BILJETTEN, "ppm:")),
    (BEGELEIDER, (*_BILJETTEN, "ppc:", _code(9))),
    (ORGANISATOR, ("/aanmeldlijst", "tl:~Energiecaf")),
    (ORGANISATOR, _BLAD),
)

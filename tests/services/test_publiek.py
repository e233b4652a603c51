"""What a part of the public page gives: only what is for everyone, in numbers that everyone may read."""

import json
import secrets
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select

from bot.services import publiek
from bot.services.handeling import AMSTERDAM
from bot.services.publiek import DELEN, Blik
from bot.storage import peilingen, tables
from tests.builders import NU, een_peiling, een_wijk


def _gesloten(tx: Connection, wijk: int, stemmen: tuple[int, ...] = (), **velden: Any) -> str:
    """Add a poll that closed, with so many ballots per option; return its public id."""
    nummer = een_peiling(tx, wijk, [f"optie {n}" for n in range(max(len(stemmen), 2))], **velden)
    for optie, aantal in enumerate(stemmen):
        for _ in range(aantal):
            rij = {"peiling": nummer, "inhoud": json.dumps([optie]), "sleutel": secrets.token_bytes(16)}
            tx.execute(insert(tables.stembiljet).values(wijk=wijk, **rij))
    peilingen.sluit(tx, nummer, NU)
    return str(tx.scalar(select(tables.peiling.c.publiek_id).where(tables.peiling.c.id == nummer)))


STRAAT = {"doelgroep": "straat", "doelgroep_bereik": "Merelweg"}


@pytest.mark.parametrize(
    ("velden", "openbaar"),
    [
        ({}, True),
        ({"uitslag_naar": "wijk", **STRAAT}, True),
        (STRAAT, False),
        ({"uitslag_naar": "stemmers"}, False),
        ({"met_naam": True}, False),
        ({"doelgroep": "geleding"}, False),
    ],
)
def test_a_result_is_there_when_all_of_the_wijk_may_read_it(
    tx: Connection, velden: dict[str, Any], openbaar: bool
) -> None:
    wijk = een_wijk(tx)
    peiling, blik = _gesloten(tx, wijk, **velden), Blik(wijk, NU, AMSTERDAM)
    assert (publiek.lees_deel(tx, blik, "uitslagen") is not None) == openbaar
    assert (publiek.lees_deel(tx, blik, "uitslagen", peiling) is not None) == openbaar


@pytest.mark.parametrize("stemmen", [(0, 0), (3, 2), (9, 0), (14, 3), (14, 1), (20, 12), (37, 4)])
def test_a_result_has_no_number_but_the_round_ones(tx: Connection, stemmen: tuple[int, ...]) -> None:
    wijk = een_wijk(tx)
    peiling = _gesloten(tx, wijk, stemmen)
    pagina = publiek.lees_deel(tx, Blik(wijk, NU, AMSTERDAM), "uitslagen", peiling)
    assert pagina is not None
    uitslag = pagina.delen["uitslagen"]["uitslag"]
    getallen = [cel for regel in uitslag["regels"] for cel in regel["cellen"] if isinstance(cel, int)]
    assert not uitslag["exact"]
    assert all(getal % 5 == 0 for getal in getallen)
    assert getallen == [] or sum(stemmen) >= 10


def test_an_open_poll_has_no_page_and_a_withdrawn_one_no_result(tx: Connection) -> None:
    wijk = een_wijk(tx)
    een_peiling(tx, wijk)
    blik = Blik(wijk, NU, AMSTERDAM)
    assert publiek.lees_deel(tx, blik, "uitslagen") is None
    weg = een_peiling(tx, wijk, publiek_id="w" * 22)
    peilingen.sluit(tx, weg, NU, ingetrokken=True)
    pagina = publiek.lees_deel(tx, blik, "uitslagen", "w" * 22)
    assert pagina is not None
    assert pagina.delen["uitslagen"]["uitslag"] is None


@pytest.mark.parametrize("naam", [naam for naam, deel in DELEN.items() if deel.pagina])
def test_what_is_told_fast_is_what_the_page_gives(tx: Connection, naam: str) -> None:
    """In a wijk in which nothing happened: a page that is in the navigation is there, and the other way round."""
    deel, blik = DELEN[naam], Blik(een_wijk(tx), NU, AMSTERDAM)
    assert deel.pagina is not None
    assert deel.bestaat(tx, blik) == (deel.pagina(tx, blik) is not None)

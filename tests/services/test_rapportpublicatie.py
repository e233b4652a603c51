"""The report on the public page: only an organisator puts it there, after a question, and takes it off again."""

from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.errors import Geweigerd
from bot.services import publiek, rapportpublicatie
from bot.services.handeling import AMSTERDAM, BEGELEIDER, BEHEERDER, ORGANISATOR
from bot.services.publiek import Blik
from bot.services.publiek.rapporten import DEEL
from bot.storage import rapportbestanden
from tests.builders import NU, een_account, een_publiek_id, een_rol, een_wijk, handeling

IBRAHIM, NOOR, BEA, ANNA = "9002", "9001", "9005", "1"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    for wie, rol in ((IBRAHIM, ORGANISATOR), (NOOR, BEGELEIDER), (BEA, BEHEERDER)):
        een_account(tx, wie)
        een_rol(tx, wijk, rol, wie)
    een_account(tx, ANNA)
    return wijk


def bewaard(tx: Connection, wijk: int, *, dag: int = 0, eind: bool = False, pdf: bytes = b"%PDF-1.7 a") -> str:
    """Keep a report as when it is handed over."""
    data: dict[str, Any] = {"delen": {"afsluiting": [{"op": "x"}] if eind else []}}
    data["tellingen"] = {"gemaakt_op": (NU + timedelta(days=dag)).isoformat()}
    id_ = een_publiek_id()
    rapportpublicatie.bewaar(tx, wijk, id_, data, pdf)
    return id_


def op_pagina(tx: Connection, wijk: int) -> list[dict[str, Any]]:
    gezien = DEEL.pagina(tx, Blik(wijk, NU, AMSTERDAM)) if DEEL.pagina else None
    assert DEEL.bestaat(tx, Blik(wijk, NU, AMSTERDAM)) == (gezien is not None)
    return gezien["rapporten"] if gezien else []


def test_it_goes_on_after_a_question_newest_first_and_off_after_one_and_nothing_is_left_of_it(
    tx: Connection, wijk: int
) -> None:
    blik, mij = Blik(wijk, NU, AMSTERDAM), handeling(wijk, IBRAHIM)
    laatste, eerste = bewaard(tx, wijk, dag=3, eind=True, pdf=b"%PDF-1.7 slot"), bewaard(tx, wijk)
    assert op_pagina(tx, wijk) == []
    for id_ in (laatste, eerste):
        assert rapportpublicatie.zet_op(tx, mij, id_, zeker=False).soort == "rapport.op_zeker"
        assert publiek.lees_pdf(tx, blik, "rapporten", id_) is None
        for _ in range(2):
            rapportpublicatie.zet_op(tx, mij, id_, zeker=True)

    assert [(een["id"], een["soort"]) for een in op_pagina(tx, wijk)] == [(laatste, "eind"), (eerste, "tussen")]
    assert (
        op_pagina(tx, wijk)[0]["sha256"] == sha256(publiek.lees_pdf(tx, blik, "rapporten", laatste) or b"").hexdigest()
    )
    assert DEEL.nieuws is not None
    assert {(een.id, een.vorm) for een in DEEL.nieuws(tx, blik)} == {(laatste, "eind"), (eerste, "")}

    assert rapportpublicatie.haal_af(tx, mij, laatste, zeker=False).soort == "rapport.af_zeker"
    assert len(op_pagina(tx, wijk)) == 2
    for _ in range(2):
        rapportpublicatie.haal_af(tx, mij, laatste, zeker=True)
    assert [een["id"] for een in op_pagina(tx, wijk)] == [eerste]
    assert publiek.lees_pdf(tx, blik, "rapporten", laatste) is None
    assert [een.id for een in DEEL.nieuws(tx, blik)] == [eerste]


@pytest.mark.parametrize("wie", [NOOR, BEA, ANNA, "onbekend"])
def test_nobody_but_an_organisator_of_this_wijk_can_do_it(tx: Connection, wijk: int, wie: str) -> None:
    id_ = bewaard(tx, wijk)
    elders = een_wijk(tx, "Elders")
    een_rol(tx, elders, ORGANISATOR, IBRAHIM)
    for ik in (handeling(wijk, wie), handeling(elders, IBRAHIM)):
        for doe in (rapportpublicatie.zet_op, rapportpublicatie.haal_af):
            with pytest.raises(Geweigerd):
                doe(tx, ik, id_, zeker=True)
    assert op_pagina(tx, wijk) == []


def test_what_nobody_put_there_is_kept_for_a_while_only_and_what_stands_there_stays(tx: Connection, wijk: int) -> None:
    mij, staat, niet = handeling(wijk, IBRAHIM), bewaard(tx, wijk), bewaard(tx, wijk)
    vers = bewaard(tx, wijk, dag=5)
    rapportpublicatie.zet_op(tx, mij, staat, zeker=True)
    rapportbestanden.ruim_op(tx, NU + timedelta(days=1))
    assert [rapportbestanden.zoek(tx, wijk, id_) is not None for id_ in (staat, niet, vers)] == [True, False, True]
    with pytest.raises(Geweigerd, match=r"rapport\.weg"):
        rapportpublicatie.zet_op(tx, mij, niet, zeker=True)


def test_the_page_holds_so_many_and_no_more(tx: Connection, wijk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rapportpublicatie, "MEEST", 1)
    mij, een, twee = handeling(wijk, IBRAHIM), bewaard(tx, wijk), bewaard(tx, wijk)
    rapportpublicatie.zet_op(tx, mij, een, zeker=True)
    with pytest.raises(Geweigerd, match="te_veel"):
        rapportpublicatie.zet_op(tx, mij, twee, zeker=True)

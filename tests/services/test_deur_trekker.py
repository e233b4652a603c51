"""The door of a werkgroep's own meeting, opened by who leads it: what it counts for, and what stays the team's."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.deurcode import eigen_token, toont
from bot.services import afvinken, bijeenkomst, deur, deurlijst, inchecken, tekenlijst
from bot.services.handeling import TREKKER, Handeling
from bot.storage import deuren, deurschermen, huishoudens
from bot.storage import tables as t
from bot.storage.deuren import Deur
from tests.builders import NU, PEPER, een_bijeenkomst, een_rol, handeling
from tests.services.test_groepschat import BUUR, NOOR, TREK, id_van, stel_op


@pytest.fixture
def wijk(tx: Connection) -> int:
    return stel_op(tx)


def plan(tx: Connection, wijk: int, naam: str = "techniek", *, vragen: bool = False) -> Deur:
    voor = {"doelgroep": "werkgroep", "doelgroep_bereik": id_van(tx, naam)} if naam else {}
    bij = een_bijeenkomst(tx, wijk, soort="werkgroepoverleg", ruimte_voor_vragen=vragen, **voor)
    gevonden = deuren.zoek(tx, wijk, bij.publiek_id)
    assert gevonden is not None
    return gevonden


def knoppen(tx: Connection, wijk: int, wie: str, hier: Deur) -> tuple[bool, bool]:
    """Return whether the meeting's screen leads to the code, and to the list with names and addresses."""
    data = bijeenkomst.toon(tx, handeling(wijk, wie), hier.publiek_id).data
    return data.get("deur", False), data.get("deurlijst", False)


DADEN: dict[str, Callable[[Connection, Handeling, str], Boodschap]] = {
    "toon": lambda tx, h, id_: deur.toon(tx, h, id_, 5),
    "stop": lambda tx, h, id_: deur.stop(tx, h, id_, 5),
    "pagina": lambda tx, h, id_: deur.pagina(tx, h, id_, "https://wijk.example"),
    "sluit": deur.sluit,
    "heropen": lambda tx, h, id_: deur.heropen(tx, h, id_, 5),
}


def test_a_trekker_opens_the_door_and_who_types_its_code_is_there_and_no_more(tx: Connection, wijk: int) -> None:
    hier = plan(tx, wijk)
    h = handeling(wijk, TREK)
    assert [d["id"] for d in deur.kies(tx, h).data["deuren"]] == [hier.publiek_id]
    scherm = deur.toon(tx, h, hier.publiek_id, 5)
    assert (scherm.soort, scherm.data["lijst"]) == ("deur.scherm", False)
    binnen = inchecken.met_code(tx, handeling(wijk, BUUR), scherm.data["code"])
    assert isinstance(binnen, Boodschap)
    assert binnen.soort == "deur.binnen"
    p = t.bewijs_prive.c
    # who came in did it: the trekker stands in no record, and it counts for no condition
    assert tx.execute(select(p.soort, p.methode, p.vastlegger)).all() == [("aanwezig", "deurcode", None)]
    soorten = [doe(tx, h, hier.publiek_id).soort for doe in DADEN.values()]
    assert soorten == ["deur.scherm", "deur.uit", "deur.pagina", "deur.dicht", "deur.scherm"]
    assert not deur.sluit(tx, h, hier.publiek_id).data["lijst"]
    assert deur.sluit(tx, handeling(wijk, NOOR), hier.publiek_id).data["lijst"]


@pytest.mark.parametrize("daad", DADEN)
def test_no_other_door_opens_for_a_trekker(tx: Connection, wijk: int, daad: str) -> None:
    def reden(wie: str, hier: Deur) -> str:
        with pytest.raises(Geweigerd) as nee:
            DADEN[daad](tx, handeling(wijk, wie), hier.publiek_id)
        return nee.value.sleutel

    eigen, met_vragen, ander, hele_wijk = (
        plan(tx, wijk),
        plan(tx, wijk, vragen=True),
        plan(tx, wijk, "klankbord"),
        plan(tx, wijk, ""),
    )
    een_rol(tx, wijk, TREKKER, "77", bereik=id_van(tx, "klankbord"))
    assert [reden(TREK, d) for d in (met_vragen, ander, hele_wijk)] == [
        "deur.telt_mee",
        "buiten_bereik",
        "buiten_bereik",
    ]
    assert (reden("77", eigen), reden(BUUR, eigen)) == ("buiten_bereik", "rol_nodig")
    gekozen = {d["id"] for d in deur.kies(tx, handeling(wijk, TREK)).data["deuren"]}
    assert gekozen == {eigen.publiek_id, met_vragen.publiek_id}
    assert tx.scalar(select(func.count()).select_from(t.deurscherm)) == 0
    assert tx.scalar(select(func.count()).where(t.bijeenkomst.c.deurpagina.is_not(None))) == 0
    gezien = [knoppen(tx, wijk, TREK, d) for d in (eigen, met_vragen)]
    assert gezien == [(True, False), (False, False)]
    assert knoppen(tx, wijk, NOOR, met_vragen) == (True, True)


def test_names_addresses_and_scanning_stay_with_the_team(tx: Connection, wijk: int) -> None:
    hier, h = plan(tx, wijk), handeling(wijk, TREK)
    deur.toon(tx, h, hier.publiek_id, 5)
    zij = tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == BUUR))
    token = eigen_token(PEPER, huishoudens.bewoner_publiek_id(tx, int(zij or 0)), NU.date())
    te_doen: list[Callable[[], Any]] = [
        lambda: deurlijst.kies(tx, h),
        lambda: deurlijst.overzicht(tx, h, hier.publiek_id),
        lambda: afvinken.vraag_hoofden(tx, h, hier.publiek_id),
        lambda: tekenlijst.kies_bijeenkomst(tx, h),
        lambda: inchecken.met_eigen_qr(tx, h, token, PEPER),
    ]
    for doe in te_doen:
        with pytest.raises(Geweigerd, match=r"rol_nodig|deur\.eigen_tonen"):
            doe()


@pytest.mark.overal
def test_a_screen_ends_when_who_opened_it_leads_that_werkgroep_no_more(tx: Connection, wijk: int) -> None:
    hier = plan(tx, wijk)
    for wie in (TREK, NOOR):
        deur.toon(tx, handeling(wijk, wie), hier.publiek_id, int(wie))

    def toont_nog(op: datetime) -> list[tuple[bool, bool, str]]:
        schermen = deurschermen.te_doen(tx, [wijk], "telegram", deur.ROLLEN, op)
        return [(s.mag, s.lijst, deurschermen.volgende(tx, s, op)[0].soort) for s in schermen]

    straks = toont(hier.geheim, hier.publiek_id, NU).tot
    assert toont_nog(straks) == [(True, False, "deur.scherm"), (True, True, "deur.scherm")]
    tx.execute(t.rol.update().where(t.rol.c.rol == TREKKER).values(bereik=id_van(tx, "klankbord")))
    assert toont_nog(straks) == [(False, False, "deur.uit"), (True, True, "deur.scherm")]

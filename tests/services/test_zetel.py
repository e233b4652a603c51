"""Seats of the geledingen: set up, asked for, given, left; and nobody is named who did not want it."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.geleding import BEDRIJVEN, BURGERS, KENNIS, VERTEGENWOORDIGER
from bot.services import brieven, formulier, rol, toestemming, vacature, voorstel, wissen, zetel
from bot.services.handeling import KERNGROEP, ORGANISATOR, wie_handelt
from bot.storage import tables as t
from bot.storage import zetels
from bot.storage.huishoudens import NieuweCode
from tests.builders import NU, een_account, een_bewoner, een_publiek_id, een_rol, een_wijk, handeling

LEIDER, ANNA, BRAM, BAKKER, TWEEDE = "1", "2", "3", "4", "5"
FORMULIEREN = {f.soort: f for f in (zetel.FORMULIER, zetel.NAAM, vacature.FORMULIER, vacature.NAMENS, vacature.NAAM)}


@pytest.fixture
def wijk(tx: Connection) -> int:
    """Anna and Bram live here, the bakker is invited to the bedrijven; two seats for each, a presidium and a team."""
    wijk = een_wijk(tx)
    een_account(tx, LEIDER)
    een_rol(tx, wijk, ORGANISATOR, LEIDER)
    een_account(tx, TWEEDE)
    een_rol(tx, wijk, KERNGROEP, TWEEDE)
    for wie in (ANNA, BRAM):
        een_account(tx, wie, bewoner=een_bewoner(tx, wijk))
    een_account(tx, BAKKER)
    van = {"wijk": wijk, "rol": VERTEGENWOORDIGER, "kanaal": "telegram", "extern_id": BAKKER, "bereik": BEDRIJVEN}
    vast = {"bron": "uitnodiging", "publiek_id": een_publiek_id(), "toegekend_op": NU, "namens": "Bakkerij Jansen"}
    tx.execute(insert(t.rol).values(**van, **vast))
    for orgaan in ("geleding", "presidium", "campagneteam"):
        stel_in(tx, wijk, orgaan, "2")
    return wijk


def stel_in(tx: Connection, wijk: int, orgaan: str, aantal: str) -> Boodschap:
    zo = handeling(wijk, LEIDER)
    zetel.begin(tx, zo)
    gemaakt = formulier.kies(tx, zo, FORMULIEREN, "orgaan", orgaan)
    return formulier.kies(tx, zo, FORMULIEREN, "aantal", aantal) if orgaan == "geleding" else gemaakt


def plek(tx: Connection, wijk: int, orgaan: str = "geleding", van: str = BURGERS, nummer: int = 1) -> zetels.Zetel:
    return next(z for z in zetels.lijst(tx, wijk) if (z.orgaan, z.van, z.nummer) == (orgaan, van, nummer))


def zoek(tx: Connection, wijk: int, wijze: str = "loting", **welke: Any) -> str:
    """Ask for someone on a seat, as in the chat; return the vacature."""
    zo = handeling(wijk, LEIDER)
    vacature.begin(tx, zo, plek(tx, wijk, **welke).publiek_id)
    formulier.typ(tx, zo, FORMULIEREN, "Eén avond per maand meepraten")
    formulier.kies(tx, zo, FORMULIEREN, "profiel", "praten")
    formulier.kies(tx, zo, FORMULIEREN, "profiel", "groep")
    formulier.kies(tx, zo, FORMULIEREN, "profiel", "")
    assert formulier.kies(tx, zo, FORMULIEREN, "wijze", wijze).soort == "vacature.voorbeeld"
    return str(formulier.bevestig(tx, zo, FORMULIEREN).data["id"])


def meld(tx: Connection, wijk: int, wie: str, welke: str) -> Boodschap:
    return vacature.reageer(tx, handeling(wijk, wie), welke)


def geef(tx: Connection, wijk: int, wie: str, **welke: Any) -> str:
    """Let someone have a seat; return its id."""
    een = zoek(tx, wijk, **welke)
    assert meld(tx, wijk, wie, een).soort == "vacature.een"
    vacature.benoem(tx, handeling(wijk, LEIDER), een, zeker=True)
    return plek(tx, wijk, **welke).publiek_id


def weigert(tx: Connection, wijk: int, wie: str, welke: str) -> str:
    with pytest.raises(Geweigerd) as nee:
        meld(tx, wijk, wie, welke)
    return nee.value.sleutel


def post(tx: Connection, soort: str) -> list[dict[str, Any]]:
    return list(tx.scalars(select(t.outbox.c.data).where(t.outbox.c.soort == soort).order_by(t.outbox.c.id)))


@pytest.mark.overal
def test_a_resident_asks_for_a_seat_with_one_tap_gets_it_without_a_name_and_leaves_it(
    tx: Connection, wijk: int
) -> None:
    een = zoek(tx, wijk)
    antwoord = meld(tx, wijk, ANNA, een)
    assert antwoord.data["ik"] == {"id": antwoord.data["ik"]["id"], "naam": None, "namens": None}
    assert antwoord.data["profiel"] == ["groep", "praten"]
    assert meld(tx, wijk, ANNA, een).data["ik"] == antwoord.data["ik"]  # a second tap says the same
    assert len(post(tx, "vacature.kandidaat")) == 1
    meld(tx, wijk, BRAM, een)
    with pytest.raises(Geweigerd, match="niet_een"):  # of two nobody just chooses
        vacature.benoem(tx, handeling(wijk, LEIDER), een, zeker=True)
    vacature.trek_terug(tx, handeling(wijk, BRAM), een)
    assert vacature.benoem(tx, handeling(wijk, LEIDER), een, zeker=False).soort == "vacature.zeker"
    vacature.benoem(tx, handeling(wijk, LEIDER), een, zeker=True)
    op = plek(tx, wijk)
    assert (op.account is not None, op.naam, op.vacature) == (True, None, None)
    assert [weg["afloop"] for weg in post(tx, "vacature.afloop")] == ["gekregen"]
    assert tx.scalars(select(t.kandidaat.c.id)).all() == []
    zetel.begin_naam(tx, handeling(wijk, ANNA), op.publiek_id)
    formulier.typ(tx, handeling(wijk, ANNA), FORMULIEREN, "Anna")
    assert zetel.lijst(tx, handeling(wijk, BRAM)).data["zetels"][2]["naam"] == "Anna"
    zetel.zonder_naam(tx, handeling(wijk, ANNA), op.publiek_id)
    with pytest.raises(Geweigerd, match="onbekend"):  # nobody leaves for another
        zetel.stop(tx, handeling(wijk, BRAM), op.publiek_id, zeker=True)
    zetel.stop(tx, handeling(wijk, ANNA), op.publiek_id, zeker=True)
    assert plek(tx, wijk).account is None
    assert [v["van"] for v in post(tx, "zetel.vrij")] == [BURGERS]


def test_who_is_in_another_geleding_is_refused_and_a_burger_joins_it_with_the_seat(tx: Connection, wijk: int) -> None:
    kennis, burgers = zoek(tx, wijk, van=KENNIS), zoek(tx, wijk)
    assert weigert(tx, wijk, BAKKER, kennis) == "vacature.andere_geleding"
    assert vacature.toon(tx, handeling(wijk, BAKKER), kennis).data["nee"] == "andere_geleding"
    assert weigert(tx, wijk, BAKKER, burgers) == "vacature.andere_geleding"
    assert weigert(tx, wijk, TWEEDE, kennis) == "vacature.andere_geleding"  # the team invites itself in nowhere
    geef(tx, wijk, ANNA, nummer=2)
    meld(tx, wijk, ANNA, zoek(tx, wijk, orgaan="presidium"))
    anna = handeling(wijk, ANNA)
    assert zetel.lijst(tx, anna).data["eigen"]
    zetel.stop(tx, anna, plek(tx, wijk, nummer=2).publiek_id, zeker=True)
    assert meld(tx, wijk, ANNA, kennis).soort == "formulier.vraag"
    assert formulier.typ(tx, anna, FORMULIEREN, "Hogeschool").data["ik"]["namens"] == "Hogeschool"
    vacature.benoem(tx, handeling(wijk, LEIDER), kennis, zeker=True)
    assert zetel.geleding_van(tx, wijk, wie_handelt(tx, handeling(wijk, ANNA))) == KENNIS
    assert plek(tx, wijk, van=KENNIS).account is not None
    assert vacature.toon(tx, handeling(wijk, LEIDER), burgers).data["kandidaten"] == []
    # no burger any more, so no candidate of the burgers in the presidium either
    presidium = plek(tx, wijk, orgaan="presidium").vacature
    assert vacature.toon(tx, handeling(wijk, LEIDER), str(presidium)).data["kandidaten"] == []


def test_a_second_account_of_one_resident_is_no_second_candidate(tx: Connection, wijk: int) -> None:
    thuis = tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == ANNA))
    een_account(tx, "99", bewoner=thuis)
    een = zoek(tx, wijk)
    eerste = meld(tx, wijk, ANNA, een).data["ik"]
    assert meld(tx, wijk, "99", een).data["ik"] == eerste
    assert len(vacature.toon(tx, handeling(wijk, LEIDER), een).data["kandidaten"]) == 1


def test_seats_only_come_and_never_lapse(tx: Connection, wijk: int) -> None:
    voor = [een.publiek_id for een in zetels.lijst(tx, wijk)]
    assert len(voor) == 10 + 6 + 5
    stel_in(tx, wijk, "geleding", "1")
    assert [een.publiek_id for een in zetels.lijst(tx, wijk)] == voor
    stel_in(tx, wijk, "geleding", "3")
    assert {*voor} < {een.publiek_id for een in zetels.lijst(tx, wijk)}
    assert len(zetels.lijst(tx, wijk)) == 15 + 6 + 5


@pytest.mark.parametrize("hoe", ["wist", "trekt_in", "verhuist"])
def test_who_goes_leaves_the_seat_and_the_name_and_is_no_candidate(tx: Connection, wijk: int, hoe: str) -> None:
    een = zoek(tx, wijk, orgaan="presidium")
    op = geef(tx, wijk, ANNA)
    zetel.begin_naam(tx, handeling(wijk, ANNA), op)
    formulier.typ(tx, handeling(wijk, ANNA), FORMULIEREN, "Anna Geheim")
    meld(tx, wijk, ANNA, een)
    anna = handeling(wijk, ANNA)
    if hoe == "wist":
        wissen.wis(tx, anna)
    elif hoe == "trekt_in":
        toestemming.trek_in(tx, anna)
    else:
        thuis = select(t.account.c.bewoner).where(t.account.c.extern_id == ANNA).scalar_subquery()
        huis = select(t.bewoner.c.huishouden).where(t.bewoner.c.id == thuis).scalar_subquery()
        (rij,) = tx.execute(select(t.huishouden.c.sleutel).where(t.huishouden.c.id == huis)).all()
        nieuw = NieuweCode(rij.sleutel, b"x" * 32)
        brieven.verhuis(tx, wijk, [nieuw], b"merk", NU)
    nu = plek(tx, wijk)
    assert (nu.account, nu.naam, nu.sinds) == (None, None, None)
    assert tx.scalars(select(t.kandidaat.c.id)).all() == []
    assert "Geheim" not in str(post(tx, "zetel.vrij"))


def test_who_is_in_the_geleding_no_more_leaves_its_seat(tx: Connection, wijk: int) -> None:
    geef(tx, wijk, BAKKER, van=BEDRIJVEN)
    eigen = tx.scalar(select(t.rol.c.publiek_id).where(t.rol.c.extern_id == BAKKER))
    rol.neem_weg(tx, handeling(wijk, BAKKER), str(eigen))
    assert plek(tx, wijk, van=BEDRIJVEN).account is None


def test_only_two_of_the_team_free_a_seat_of_another_and_who_sat_there_hears_it(tx: Connection, wijk: int) -> None:
    op = geef(tx, wijk, ANNA)
    zetel.begin_naam(tx, handeling(wijk, ANNA), op)
    formulier.typ(tx, handeling(wijk, ANNA), FORMULIEREN, "Geheim")
    with pytest.raises(Geweigerd, match="rol_nodig"):
        zetel.vraag_vrij(tx, handeling(wijk, BRAM), op)
    gevraagd = zetel.vraag_vrij(tx, handeling(wijk, LEIDER), op)
    assert plek(tx, wijk).account is not None
    voorstel.akkoord(tx, handeling(wijk, TWEEDE), gevraagd.data["id"])
    assert plek(tx, wijk).account is None
    assert len(post(tx, "zetel.kwijt")) == 1
    assert "Geheim" not in str(tx.scalars(select(t.outbox.c.data)).all())  # these rows outlive an erasing


def test_who_may_not_manages_nothing_with_a_forged_button(tx: Connection, wijk: int) -> None:
    een, bram = zoek(tx, wijk), handeling(wijk, BRAM)
    daden: tuple[Callable[[], Boodschap], ...] = (
        lambda: zetel.beheer(tx, bram),
        lambda: zetel.begin(tx, bram),
        lambda: vacature.begin(tx, bram, plek(tx, wijk, nummer=2).publiek_id),
        lambda: vacature.benoem(tx, bram, een, zeker=True),
        lambda: vacature.sluit(tx, bram, een, zeker=True),
    )
    for doe in daden:
        with pytest.raises(Geweigerd, match="rol_nodig"):
            doe()
    assert vacature.toon(tx, bram, een).data["kandidaten"] == []
    with pytest.raises(Geweigerd, match="niet_vacant"):
        vacature.begin(tx, handeling(wijk, LEIDER), plek(tx, wijk).publiek_id)

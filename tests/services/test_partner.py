"""Partners: their place at the table and their news, which comes as other news of the wijk and counts for nothing."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, func, select

from bot.errors import Geweigerd
from bot.services import bundel, formulier, partner
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.storage import accounts, voorkeuren
from bot.storage import tables as t
from tests.builders import NU, een_rol, een_wijk, handeling
from tests.services.test_mijlpaal import gezegd
from tests.services.test_wekker import NOOR, bewoner, tik, verstuurd

IBRAHIM = "9002"
FORMULIEREN = {"partner": partner.FORMULIER, "partnernieuws": partner.NIEUWS}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR)])
    return wijk


def een_partner(tx: Connection, wijk: int, naam: str = "Woonstichting De Vogel") -> str:
    zo = handeling(wijk, IBRAHIM)
    partner.begin(tx, zo)
    formulier.kies(tx, zo, FORMULIEREN, "soort", "woningcorporatie")
    for antwoord in (naam, "Verhuurt 200 woningen."):
        formulier.typ(tx, zo, FORMULIEREN, antwoord)
    return str(formulier.bevestig(tx, zo, FORMULIEREN).data["id"])


def vertel(tx: Connection, wijk: int, id_: str, tekst: str = "Wij gaan isoleren.") -> str:
    zo = handeling(wijk, IBRAHIM)
    partner.begin_nieuws(tx, zo, id_)
    formulier.typ(tx, zo, FORMULIEREN, tekst)
    return str(formulier.bevestig(tx, zo, FORMULIEREN).data["nieuws"][0]["id"])


def test_residents_read_partners_and_what_they_tell_the_last_first(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    id_ = een_partner(tx, wijk)
    een_partner(tx, wijk, "Netbeheer")
    for tekst in ("Een.", "Twee.", "Drie.", "Vier."):
        vertel(tx, wijk, id_, tekst)
    lijst = partner.lijst(tx, handeling(wijk, "1")).data
    assert [(een["naam"], lijst["mag"]) for een in lijst["partners"]] == [
        ("Woonstichting De Vogel", False),
        ("Netbeheer", False),
    ]
    bladzijden = [partner.toon(tx, handeling(wijk, "1"), id_, nummer).data for nummer in (0, 1)]
    assert [[dit["tekst"] for dit in een["nieuws"]] for een in bladzijden] == [["Vier.", "Drie.", "Twee."], ["Een."]]


def test_news_goes_to_who_wants_news_of_the_wijk_and_never_beyond_their_week(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    voorkeuren.zet(tx, bewoner(tx, wijk, "2"), buurt=False)
    voorkeuren.zet(tx, bewoner(tx, wijk, "3"), wekelijks=True)
    id_ = een_partner(tx, wijk)
    nieuws = [vertel(tx, wijk, id_, f"Nieuws {nummer}.") for nummer in range(3)]
    for _ in range(2):
        tik(tx, wijk, NU)
    assert verstuurd(tx, "partner.nieuws") == ["1", "1"], "two a week"
    tik(tx, wijk, NU + timedelta(days=4, hours=20))
    (samen,) = gezegd(tx, "bundel")
    assert [(regel["wat"], regel["id"]) for regel in samen["regels"]] == [("partner", een) for een in nieuws]
    assert verstuurd(tx, "bundel") == ["3"]
    geopend = bundel.open_(tx, handeling(wijk, "3"), "partner", nieuws[0])
    assert (geopend.soort, geopend.data["tekst"], geopend.wijze) == ("partner.bericht", "Nieuws 0.", "nieuw")


def test_what_is_withdrawn_is_heard_by_nobody_who_did_not_hear_it_yet(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    voorkeuren.zet(tx, bewoner(tx, wijk, "2"), wekelijks=True)
    id_ = een_partner(tx, wijk)
    nieuws = vertel(tx, wijk, id_)
    tik(tx, wijk, NU)
    partner.trek_in(tx, handeling(wijk, IBRAHIM), nieuws)
    with pytest.raises(Geweigerd, match=r"partner\.nieuws_weg"):  # a double tap
        partner.trek_in(tx, handeling(wijk, IBRAHIM), nieuws)
    tik(tx, wijk, NU + timedelta(days=7))
    staten = select(t.outbox.c.soort, t.outbox.c.staat, t.outbox.c.reden)
    assert [tuple(rij) for rij in tx.execute(staten)] == [("partner.nieuws", "mislukt", "ingetrokken")]


def test_who_leaves_the_table_takes_what_they_told_along(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    id_ = een_partner(tx, wijk)
    nieuws = vertel(tx, wijk, id_)
    assert partner.stop(tx, handeling(wijk, IBRAHIM), id_, zeker=False).soort == "partner.zeker"
    assert partner.stop(tx, handeling(wijk, IBRAHIM), id_, zeker=True).data["partners"] == []
    for doe, wat in ((partner.toon, id_), (partner.toon_nieuws, nieuws), (partner.begin, id_)):
        with pytest.raises(Geweigerd, match=r"partner\."):
            doe(tx, handeling(wijk, IBRAHIM), wat)
    tik(tx, wijk, NU)
    assert verstuurd(tx, "partner.nieuws") == []


def test_only_an_organisator_of_this_wijk_and_nobody_becomes_a_resident(tx: Connection, wijk: int) -> None:
    bewoner(tx, wijk, "1")
    id_ = een_partner(tx, wijk)
    nieuws = vertel(tx, wijk, id_)
    elders = een_wijk(tx, "Elders")
    een_rol(tx, elders, ORGANISATOR, "77")
    for van, wie, reden in ((wijk, NOOR, "rol_nodig"), (wijk, "1", "rol_nodig"), (elders, "77", r"partner\.")):
        for doe, wat in ((partner.begin, id_), (partner.begin_nieuws, id_), (partner.trek_in, nieuws)):
            with pytest.raises(Geweigerd, match=reden):
                doe(tx, handeling(van, wie), wat)
        with pytest.raises(Geweigerd, match=reden):
            partner.stop(tx, handeling(van, wie), id_, zeker=True)
    assert tx.scalar(select(func.count()).select_from(t.bewoner)) == 1
    assert tx.scalars(select(t.bewijs.c.id)).all() == []

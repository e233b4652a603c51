"""Who does what: written by the organisator, read by residents at once, and what is not known says so."""

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.drempels.kaders import Kaders
from bot.rules.spelregels import Spelregels
from bot.services import formulier, wiedoetwat
from bot.services.handeling import BEGELEIDER, ORGANISATOR
from bot.storage import accounts
from bot.storage import tables as t
from tests.builders import een_rol, een_wijk, handeling
from tests.services.test_wekker import NOOR, bewoner

IBRAHIM = "9002"
FORMULIEREN = {f.soort: f for f in (wiedoetwat.KADERS, wiedoetwat.CONTACT, wiedoetwat.ROL)}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM), (BEGELEIDER, "telegram", NOOR)])
    bewoner(tx, wijk, "1")
    return wijk


def schrijf(tx: Connection, wijk: int, onderdeel: str, *antwoorden: tuple[str, str]) -> Boodschap:
    """Answer the questions in turn: the name of a choice and its button (empty: skipped), or of a text."""
    zo = handeling(wijk, IBRAHIM)
    wiedoetwat.begin(tx, zo, onderdeel)
    for naam, antwoord in antwoorden:
        if naam in {"trede", "openbaar"} or not antwoord:
            formulier.kies(tx, zo, FORMULIEREN, naam, antwoord)
        else:
            formulier.typ(tx, zo, FORMULIEREN, antwoord)
    return formulier.bevestig(tx, zo, FORMULIEREN)


def contact(tx: Connection, wijk: int, naam: str, telefoon: str = "0318 12 34 56", email: str = "") -> Boodschap:
    wie = [("naam", naam), ("telefoon", telefoon), ("email", email), ("tekst", "Op werkdagen."), ("openbaar", "nee")]
    return schrijf(tx, wijk, "bewoners", *wie)


def lees(tx: Connection, wijk: int, wie: str = "1") -> dict[str, Any]:
    return wiedoetwat.toon(tx, handeling(wijk, wie)).data


def test_what_nobody_wrote_is_not_there_and_what_was_written_is_read_at_once(tx: Connection, wijk: int) -> None:
    assert lees(tx, wijk) == {
        "delen": {},
        "afgesproken": [],
        "vast": False,
        "mag": False,
        "partners": False,
        "zetels": False,
        "organen": [],
    }
    schrijf(tx, wijk, "kaders", ("tekst", "Het gaat over warmte.\n\nNiet over de huur."))
    schrijf(tx, wijk, "rol_bewoners", ("trede", "adviseren"), ("tekst", "Over de techniek."))
    schrijf(tx, wijk, "rol_gemeenteraad", ("tekst", "Stelt het plan vast."))
    contact(tx, wijk, "Noor")
    delen = lees(tx, wijk)["delen"]
    assert list(delen) == ["kaders", "bewoners", "rol_bewoners", "rol_gemeenteraad"]
    assert (delen["rol_bewoners"]["trede"], delen["rol_gemeenteraad"]["trede"]) == ("adviseren", None)
    assert (delen["bewoners"]["telefoon"], delen["bewoners"]["openbaar"]) == ("0318 12 34 56", False)


def test_the_kaders_of_the_spelregels_stand_beside_it(
    tx: Connection, wijk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    regels = Spelregels(drempels=(Kaders(("Betaalbaar voor iedereen",)),))
    monkeypatch.setattr(wiedoetwat, "regels_van", lambda tx, wijk: regels)
    data = wiedoetwat.kaders(tx, handeling(wijk, "1")).data
    assert (data["afgesproken"], data["vast"]) == (["Betaalbaar voor iedereen"], False)


@pytest.mark.parametrize(
    ("vraag", "antwoord", "reden"),
    [
        ("telefoon", "0900 1234", "telefoon"),
        ("telefoon", "bel mij", "telefoon"),
        ("email", "noor", "email"),
        ("email", "noor@voorbeeld", "email"),
        ("email", "no or@voorbeeld.nl", "email"),
        ("email", "a" * 250 + "@x.nl", "email"),
    ],
)
def test_a_number_and_an_address_are_ones_that_work(
    tx: Connection, wijk: int, vraag: str, antwoord: str, reden: str
) -> None:
    with pytest.raises(Geweigerd, match=rf"formulier\.{reden}"):
        contact(tx, wijk, "Noor", **{vraag: antwoord})


def test_a_contact_whom_nobody_can_reach_is_none(tx: Connection, wijk: int) -> None:
    with pytest.raises(Geweigerd, match="onbereikbaar"):
        contact(tx, wijk, "Noor", telefoon="")
    assert contact(tx, wijk, "Noor", telefoon="", email="noor@voorbeeld.nl").soort == "wiedoetwat"


def test_who_changed_what_when_stays_and_the_number_of_an_earlier_contact_does_not(tx: Connection, wijk: int) -> None:
    contact(tx, wijk, "Noor")
    contact_nu = wiedoetwat.begin(tx, handeling(wijk, IBRAHIM), "bewoners")
    assert (contact_nu.soort, contact_nu.data["naam"]) == ("wdw_contact.voorbeeld", "Noor"), "filled in as it was"
    for naam, antwoord in (("naam", "Sara"), ("telefoon", "0318 65 43 21")):
        formulier.vraag_extra(tx, handeling(wijk, IBRAHIM), FORMULIEREN, naam)
        formulier.typ(tx, handeling(wijk, IBRAHIM), FORMULIEREN, antwoord)
    formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMULIEREN)
    assert lees(tx, wijk)["delen"]["bewoners"]["naam"] == "Sara"
    rijen = tx.execute(select(t.wiedoetwat.c.naam, t.wiedoetwat.c.telefoon, t.wiedoetwat.c.tekst).order_by("id")).all()
    assert [tuple(rij) for rij in rijen] == [(None, None, None), ("Sara", "0318 65 43 21", "Op werkdagen.")]
    assert wiedoetwat.haal_weg(tx, handeling(wijk, IBRAHIM), "bewoners", zeker=False).soort == "wiedoetwat.zeker"
    for _ in range(2):  # a double tap
        wiedoetwat.haal_weg(tx, handeling(wijk, IBRAHIM), "bewoners", zeker=True)
    assert lees(tx, wijk)["delen"] == {}
    eerder = wiedoetwat.eerder(tx, handeling(wijk, IBRAHIM)).data["regels"]
    assert [(een["onderdeel"], een["zelf"]) for een in eerder] == [("bewoners", True)] * 3
    assert tx.scalars(select(t.wiedoetwat.c.telefoon).where(t.wiedoetwat.c.telefoon.is_not(None))).all() == []


def test_only_an_organisator_writes_and_nobody_undoes_what_another_wrote_meanwhile(tx: Connection, wijk: int) -> None:
    for wie in (NOOR, "1"):
        zo = handeling(wijk, wie)
        daden: list[Callable[[], Boodschap]] = [
            partial(wiedoetwat.begin, tx, zo, "kaders"),
            partial(wiedoetwat.beheer, tx, zo),
            partial(wiedoetwat.eerder, tx, zo),
            partial(wiedoetwat.haal_weg, tx, zo, "kaders", zeker=True),
        ]
        for doe in daden:
            with pytest.raises(Geweigerd, match="rol_nodig"):
                doe()
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        lees(tx, wijk, "99")
    with pytest.raises(Geweigerd, match=r"wiedoetwat\.onbekend"):
        wiedoetwat.begin(tx, handeling(wijk, IBRAHIM), "rol_koning")
    een_rol(tx, wijk, ORGANISATOR, NOOR)
    wiedoetwat.begin(tx, handeling(wijk, NOOR), "kaders")
    formulier.typ(tx, handeling(wijk, NOOR), FORMULIEREN, "Iets anders.")
    schrijf(tx, wijk, "kaders", ("tekst", "Het gaat over warmte."))
    with pytest.raises(Geweigerd, match="intussen"):
        formulier.bevestig(tx, handeling(wijk, NOOR), FORMULIEREN)

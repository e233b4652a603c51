"""The programme of a meeting: typed in one message, shown to residents, and in the file for one's calendar."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from sqlalchemy import Connection

from berichten import Toon, render, vertaal
from bot.errors import Geweigerd
from bot.exports import maak
from bot.services import agendapunten, bijeenkomst, formulier
from bot.services.handeling import BEGELEIDER
from bot.storage import accounts
from tests.builders import een_account, een_bewoner, een_bijeenkomst, een_wijk, handeling

BEGIN = datetime(2027, 2, 10, 19, 0, tzinfo=UTC)
NU = BEGIN - timedelta(days=1)
NOOR, ANNA = "9001", "1"
TOON = Toon(vertaal("nl"), ZoneInfo("Europe/Amsterdam"), "https://t.me/GehoordBot")
ALLE = {"agendapunten": agendapunten.FORMULIER}


def test_a_programme_is_typed_at_once_and_replaced_at_once(tx: Connection) -> None:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    een_account(tx, ANNA, bewoner=een_bewoner(tx, wijk))
    bij = een_bijeenkomst(tx, wijk, begin=BEGIN)
    noor = handeling(wijk, NOOR, now=NU)
    agendapunten.begin(tx, noor, bij.publiek_id)
    with pytest.raises(Geweigerd, match="onleesbaar"):
        formulier.typ(tx, noor, ALLE, "19:30")
    formulier.typ(tx, noor, ALLE, "Inloop 15 min\nUw vragen 30 min\nSlot")
    formulier.kies(tx, noor, ALLE, "vragenpunt", "1")
    formulier.bevestig(tx, noor, ALLE)
    gezien = bijeenkomst.toon(tx, handeling(wijk, ANNA, now=NU), bij.publiek_id)
    assert gezien.data["punten"] == [
        [None, "Inloop", 15, False],
        [None, "Uw vragen", 30, True],
        [None, "Slot", None, False],
    ]
    assert "20:15 Uw vragen (30 min) – hier" in render(gezien, TOON).tekst
    bestand = render(bijeenkomst.agendabestand(tx, handeling(wijk, ANNA, now=NU), bij.publiek_id), TOON)
    (gebeurtenis,) = Calendar.from_ical(maak("ics", bestand.bijlagen[0].data)).walk("VEVENT")
    assert "• 20:45 Slot" in str(gebeurtenis["description"])
    assert gebeurtenis["sequence"] == 1
    agendapunten.begin(tx, noor, bij.publiek_id)
    formulier.typ(tx, noor, ALLE, "Alleen koffie")
    formulier.kies(tx, noor, ALLE, "vragenpunt", "")
    formulier.bevestig(tx, noor, ALLE)
    assert len(bijeenkomst.toon(tx, noor, bij.publiek_id).data["punten"]) == 1
    weg = agendapunten.wis(tx, noor, bij.publiek_id)
    assert (weg.data["punten"], weg.melding) == ([], "agendapunten.weg")
    for wie in (ANNA, "2"):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            agendapunten.wis(tx, handeling(wijk, wie, now=NU), bij.publiek_id)

"""Which start is that of a restored backup, and what becomes then of all that was under way."""

from datetime import timedelta

import pytest
from sqlalchemy import Connection, insert, select, update

from berichten import Boodschap
from bot.config import Verzending
from bot.rules.pacing import Baan
from bot.services import tijdvak, wekker
from bot.services.handeling import AMSTERDAM, BEHEERDER, ORGANISATOR
from bot.storage import outbox, tijdvakken, wachtrij, wekkers
from bot.storage import tables as t
from bot.storage.tijdvakken import Stand
from tests.builders import NU, een_account, een_bewoner, een_peiling, een_rol, een_wijk

A, B, C = "a" * 22, "b" * 22, "c" * 22


def zet(tx: Connection, *tijdvakken_: tuple[str, int]) -> None:
    for nr, (merk, teller) in enumerate(tijdvakken_, 1):
        tx.execute(insert(t.tijdvak).values(nr=nr, merk=merk, teller=teller, begonnen_op=NU))


@pytest.mark.parametrize(
    ("bekend", "gezien", "gekopieerd", "soort", "stand"),
    [
        ([], None, False, "eerste", Stand(C, 1)),
        ([(A, 5)], Stand(A, 5), False, "gewoon", Stand(A, 6)),
        ([(A, 6)], Stand(A, 5), False, "gewoon", Stand(A, 7)),  # killed between the commit and the file
        ([(A, 5)], None, False, "onbekend", Stand(A, 6)),  # the file is lost, or this is another machine
        ([(A, 5)], Stand(A, 6), False, "hersteld", Stand(C, 1)),  # an older copy of the database
        ([(A, 5)], Stand(A, 5), True, "hersteld", Stand(C, 1)),  # the whole folder was put back
        ([], Stand(A, 5), False, "hersteld", Stand(C, 1)),  # a copy of before there were epochs
        ([(A, 9)], Stand(B, 2), False, "hersteld", Stand(C, 1)),  # a copy of before epoch B, or another database
        ([(A, 5), (B, 2)], Stand(B, 3), False, "hersteld", Stand(C, 1)),  # a second time
        ([(A, 5), (B, 2)], Stand(A, 9), False, "gewoon", Stand(B, 3)),  # another process noticed it first
    ],
)
def test_a_database_that_knows_less_than_was_seen_of_it_is_a_restored_backup(
    tx: Connection,
    bekend: list[tuple[str, int]],
    gezien: Stand | None,
    gekopieerd: bool,
    soort: str,
    stand: Stand,
) -> None:
    zet(tx, *bekend)
    begin = tijdvak.begin(tx, gezien, C, NU, gekopieerd=gekopieerd)
    assert (begin.soort, begin.stand) == (soort, stand)
    assert tijdvakken.laatste(tx) == stand


def staten(tx: Connection, soort: str) -> list[tuple[str, str | None]]:
    vraag = select(t.outbox.c.staat, t.outbox.c.reden).where(t.outbox.c.soort == soort).order_by(t.outbox.c.id)
    return [(rij.staat, rij.reden) for rij in tx.execute(vraag)]


def test_what_was_under_way_is_uncertain_and_not_even_what_is_urgent_goes_again(tx: Connection) -> None:
    wijk = een_wijk(tx)
    anna, bram = (een_account(tx, naam, bewoner=een_bewoner(tx, wijk)) for naam in ("1", "2"))
    for extern_id, rol in (("8", ORGANISATOR), ("9", BEHEERDER)):
        een_account(tx, extern_id)
        een_rol(tx, wijk, rol, extern_id)
    outbox.schrijf(tx, wijk, "weg", [anna], Boodschap("menu"), baan=Baan.ANTWOORD)
    (klaar,) = wachtrij.claim(tx, "telegram", list(Baan), 1, NU, NU)
    outbox.verzonden(tx, klaar, 7)
    outbox.schrijf(tx, wijk, "af", [anna, bram], Boodschap("bijeenkomst.afgelast", {"x": 1}), baan=Baan.DRINGEND)
    outbox.schrijf(tx, wijk, "vol", [anna], Boodschap("welkom.vol_team", {"adres": "X 1"}), baan=Baan.HERINNERING)
    wachtrij.claim(tx, "telegram", list(Baan), 1, NU, NU)

    begin = tijdvak.herstel(tx, C, NU)

    assert begin.onzeker == 3
    assert staten(tx, "menu") == [("verzonden", None)]
    assert staten(tx, "bijeenkomst.afgelast") == [("onzeker", "reservekopie")] * 2
    assert staten(tx, "welkom.vol_team") == [("onzeker", "reservekopie")]
    assert tx.scalar(select(t.outbox.c.data).where(t.outbox.c.soort == "welkom.vol_team")) == {}
    assert staten(tx, "tijdvak.hersteld") == [("wachtend", None)] * 2
    assert outbox.verlopen_leases(tx, NU + timedelta(days=1)) == 0
    assert len(wachtrij.claim(tx, "telegram", list(Baan), 9, NU, NU)) == 2, "only the word to staff"


def test_an_answer_that_was_not_sent_lapses_and_an_update_that_was_not_handled_waits(tx: Connection) -> None:
    vast = {"kanaal": "telegram", "bot": "1", "rij": "chat:1", "inhoud": "{}", "ontvangen_op": NU}
    for nummer, staat in enumerate(("ontvangen", "verwerkt", "klaar", "mislukt")):
        tx.execute(insert(t.inbox).values(**vast, update_id=nummer, staat=staat, antwoord="{}"))
    tijdvak.herstel(tx, C, NU)
    vraag = select(t.inbox.c.staat).order_by(t.inbox.c.update_id)
    assert list(tx.scalars(vraag)) == ["ontvangen", "klaar", "klaar", "mislukt"]


def tik(tx: Connection, wijk: int) -> None:
    while volgende := wekkers.eerste(tx, wijk, NU):
        wekker.doe(tx, wijk, volgende.id, NU, AMSTERDAM, Verzending())


def test_a_poll_whose_time_is_past_closes_and_its_result_waits_for_staff(tx: Connection) -> None:
    wijk = een_wijk(tx)
    een_account(tx, "1", bewoner=een_bewoner(tx, wijk))
    voorbij = een_peiling(tx, wijk, sluit_op=NU - timedelta(hours=1))
    straks = een_peiling(tx, wijk, sluit_op=NU + timedelta(hours=1))
    for nummer, moment in ((voorbij, NU - timedelta(hours=1)), (straks, NU + timedelta(hours=1))):
        wekkers.zet(tx, wijk, "peiling_sluit", nummer, moment)

    assert tijdvak.herstel(tx, C, NU).vastgehouden == 1
    tik(tx, wijk)

    gesloten = select(t.peiling.c.id).where(t.peiling.c.gesloten_op.is_not(None))
    assert list(tx.scalars(gesloten)) == [voorbij]
    assert staten(tx, "peiling.uitslag") == [("onzeker", "reservekopie")]
    afloop = dict(
        tx.execute(select(t.wekker.c.soort, t.wekker.c.afloop).where(t.wekker.c.gedaan_op.is_not(None))).all()
    )
    assert afloop == {"peiling_sluit": "hersteld", "peiling_uitslag": "hersteld"}
    tx.execute(update(t.wekker).values(moment=NU))
    tik(tx, wijk)
    assert staten(tx, "peiling.uitslag")[1:] == [("wachtend", None)], "what was due later goes as always"

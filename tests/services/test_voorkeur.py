"""What residents want to hear: switched by subject, at once or once a week; stopping is one word and holds at once."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, update

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK
from bot.rules.pacing import Baan
from bot.rules.weekmaat import ONDERWERPEN, Onderwerp
from bot.services import bewoner, bezorging, kennismaking, onboarding, verzending, voorkeur, wekker
from bot.services.bezorging import Geval, Lading
from bot.services.handeling import AMSTERDAM, ORGANISATOR
from bot.storage import accounts, bewaard, doelgroepen, outbox, verzendingen, voorkeuren, wekkers
from bot.storage import tables as t
from tests.builders import NU, PEPER, een_account, een_bewoner, een_huishouden, een_publiek_id, een_wijk, handeling

VRIJDAG = datetime(2027, 2, 5, 15, 0, tzinfo=UTC)
TIEN_UUR = NU.replace(hour=10)


@pytest.fixture
def wijk(tx: Connection) -> int:
    return een_wijk(tx)


@pytest.fixture
def anna(tx: Connection, wijk: int) -> int:
    """The account of a resident."""
    return een_account(tx, bewoner=een_bewoner(tx, wijk))


def zend(
    tx: Connection, wijk: int, now: datetime, naar: list[int], over: Onderwerp | None = "buurt", **rest: Any
) -> int:
    """Let something go to these accounts, as an alarm does; return the id of the alarm."""
    onderwerp = len(tx.scalars(select(t.wekker.c.id)).all()) + 1
    wekkers.zet(tx, wijk, "proef", onderwerp, now)
    deze = tx.execute(select(t.wekker.c.id).order_by(t.wekker.c.id.desc()).limit(1)).scalar_one()
    alarm = wekkers.open_wekker(tx, wijk, deze)
    assert alarm is not None
    wekkers.gedaan(tx, alarm.id, now)
    geval = Geval(wijk, alarm, now, AMSTERDAM, Verzending())
    bezorging.bezorg(tx, geval, Lading(naar, Boodschap("proef", {"n": onderwerp}), over=over, **rest))
    return alarm.id


def een_uitzending(tx: Connection, wijk: int, van: int) -> int:
    vast = {"wijk": wijk, "inhoud": {}, "doelgroep": [], "aantal": 1, "gemaakt_door": van, "staat": "bezig"}
    nieuw = insert(t.uitzending).values(publiek_id=een_publiek_id(), gemaakt_op=NU, moment=NU, **vast)
    return int(tx.execute(nieuw.returning(t.uitzending.c.id)).scalar_one())


def tik(tx: Connection, wijk: int, now: datetime) -> None:
    while te_doen := wekkers.eerste(tx, wijk, now):
        wekker.doe(tx, wijk, te_doen.id, now, AMSTERDAM, Verzending())


def geschreven(tx: Connection) -> int:
    return len(tx.scalars(select(t.outbox.c.id).where(t.outbox.c.staat != "mislukt")).all())


def soorten(tx: Connection) -> list[str]:
    return list(tx.scalars(select(t.outbox.c.soort)))


def test_who_never_chose_hears_all_at_once(tx: Connection, wijk: int, anna: int) -> None:
    scherm = voorkeur.toon(tx, handeling(wijk))
    assert (scherm.wijze, voorkeur.toon(tx, handeling(wijk), nieuw=True).wijze) == ("bewerk", "nieuw")
    assert (scherm.soort, scherm.data["onderwerpen"]) == ("voorkeur", list(ONDERWERPEN))
    assert (scherm.data["wekelijks"], scherm.data["per_week"]) == (False, 2)
    zend(tx, wijk, NU, [anna])
    assert geschreven(tx) == 1


@pytest.mark.parametrize("over", ONDERWERPEN)
def test_a_subject_that_is_off_is_not_heard_and_the_others_are(
    tx: Connection, wijk: int, anna: int, over: Onderwerp
) -> None:
    for _ in range(2):  # a double tap does the same once
        scherm = voorkeur.schakel(tx, handeling(wijk), over, "uit")
    assert over not in scherm.data["onderwerpen"]
    zend(tx, wijk, NU, [anna], over)
    assert geschreven(tx) == bewaard.tel_alle(tx, wijk) == 0
    zend(tx, wijk, NU, [anna], next(ander for ander in ONDERWERPEN if ander != over))
    assert geschreven(tx) == 1
    assert voorkeur.schakel(tx, handeling(wijk), over, "aan").data["onderwerpen"] == list(ONDERWERPEN)


@pytest.mark.parametrize(("over", "stand"), [("alles", "uit"), ("wekelijks", "aan"), ("buurt", "misschien"), ("", "")])
def test_a_forged_switch_is_refused(tx: Connection, wijk: int, anna: int, over: str, stand: str) -> None:
    with pytest.raises(Geweigerd, match=r"voorkeur\.onbekend"):
        voorkeur.schakel(tx, handeling(wijk), over, stand)
    with pytest.raises(Geweigerd, match=r"voorkeur\.onbekend"):
        voorkeur.kies_tempo(tx, handeling(wijk), over)


def test_only_residents_choose_and_each_account_for_itself(tx: Connection, wijk: int, anna: int) -> None:
    bram = een_account(tx, "2", bewoner=een_bewoner(tx, wijk))
    een_account(tx, "3")
    for doe in (voorkeur.toon, voorkeur.weer):
        with pytest.raises(Geweigerd, match="nog_niet_binnen"):
            doe(tx, handeling(wijk, "3"))
    voorkeur.stop(tx, handeling(wijk))
    zend(tx, wijk, NU, [anna, bram])
    assert tx.scalars(select(t.outbox.c.account)).all() == [bram]


def test_once_a_week_holds_back_what_nobody_asked_for_until_friday_at_four(
    tx: Connection, wijk: int, anna: int
) -> None:
    voorkeur.kies_tempo(tx, handeling(wijk), "week")
    zend(tx, wijk, NU, [anna])
    zend(tx, wijk, NU, [anna], None)
    assert geschreven(tx) == 1
    tik(tx, wijk, VRIJDAG - timedelta(seconds=1))
    assert geschreven(tx) == 1
    tik(tx, wijk, VRIJDAG)
    assert (geschreven(tx), bewaard.tel_alle(tx, wijk)) == (2, 0)


def test_what_waits_follows_when_someone_chooses_otherwise(tx: Connection, wijk: int, anna: int) -> None:
    voorkeur.kies_tempo(tx, handeling(wijk), "week")
    zend(tx, wijk, NU, [anna])
    voorkeur.kies_tempo(tx, handeling(wijk), "meteen")
    tik(tx, wijk, NU)
    assert geschreven(tx) == 1
    for _ in range(2):
        zend(tx, wijk, NU, [anna])
    assert (geschreven(tx), bewaard.tel_alle(tx, wijk)) == (2, 1)
    voorkeur.kies_tempo(tx, handeling(wijk), "week")
    tik(tx, wijk, NU + timedelta(days=7))
    assert geschreven(tx) == 2
    tik(tx, wijk, VRIJDAG + timedelta(days=7))
    assert geschreven(tx) == 3


def test_stopping_ends_what_waits_and_what_is_on_its_way_and_leaves_what_was_asked_for(
    tx: Connection, wijk: int, anna: int
) -> None:
    bram = een_account(tx, "2", bewoner=een_bewoner(tx, wijk))
    for over in ("buurt", "buurt", "buurt", None):
        zend(tx, wijk, NU, [anna, bram], over)
    assert voorkeur.stop(tx, handeling(wijk)).soort == "voorkeur.gestopt"
    rijen = tx.execute(select(t.outbox.c.account, t.outbox.c.staat, t.outbox.c.ongevraagd_op)).all()
    assert sorted(r.staat for r in rijen if r.account == anna) == ["mislukt", "mislukt", "wachtend"]
    assert {r.staat for r in rijen if r.account == bram} == {"wachtend"}
    assert [rij.account for rij in bewaard.van(tx, [anna, bram])] == [bram]
    zend(tx, wijk, NU, [anna], None)
    zend(tx, wijk, NU + timedelta(days=30), [anna])
    assert tx.scalars(select(t.outbox.c.staat).where(t.outbox.c.account == anna)).all().count("wachtend") == 2


@pytest.mark.parametrize("soort", ["herinnering", "mijlpaal.herinnering", "mijlpaal.gewijzigd", "mijlpaal.ingetrokken"])
def test_what_counts_for_no_week_and_nobody_asked_for_does_not_come_after_a_stop(
    tx: Connection, wijk: int, anna: int, soort: str
) -> None:
    for sleutel in ("gisteren", "nacht"):
        outbox.schrijf(tx, wijk, sleutel, [anna], Boodschap(soort, {}), baan=Baan.HERINNERING)
    tx.execute(update(t.outbox).where(t.outbox.c.sleutel == f"gisteren:{anna}").values(staat="onzeker"))
    assert verzendingen.tel_te_herhalen(tx, wijk, None, NU) == 1
    voorkeur.stop(tx, handeling(wijk))
    assert geschreven(tx) == 1, "what may have come"
    assert verzendingen.tel_te_herhalen(tx, wijk, None, NU) == 0


def test_urgent_news_that_someone_did_not_sign_up_for_obeys_a_stop_and_else_does_not_wait(
    tx: Connection, wijk: int, anna: int
) -> None:
    for _ in range(2):
        zend(tx, wijk, NU, [anna])
    zend(tx, wijk, NU, [anna], "bijeenkomsten", dringend=True)
    rijen = tx.scalars(select(t.outbox.c.ongevraagd_op).order_by(t.outbox.c.id)).all()
    assert [op is not None for op in rijen] == [True, True, False]
    voorkeur.stop(tx, handeling(wijk))
    zend(tx, wijk, NU, [anna], "bijeenkomsten", dringend=True)
    assert len(tx.scalars(select(t.outbox.c.id)).all()) == 3


def test_start_or_the_button_brings_back_what_was_chosen_before(tx: Connection, wijk: int, anna: int) -> None:
    voorkeur.schakel(tx, handeling(wijk), "raad", "uit")
    for weer in (voorkeur.weer, lambda tx, h: onboarding.start(tx, h, "", PEPER)):
        voorkeur.stop(tx, handeling(wijk))
        assert voorkeur.toon(tx, handeling(wijk)).soort == "voorkeur.gestopt"
        scherm = weer(tx, handeling(wijk))
        assert (scherm.soort, scherm.data["weer"]) == ("voorkeur", True)
        assert "raad" not in scherm.data["onderwerpen"]
        zend(tx, wijk, NU, [anna])
    assert onboarding.start(tx, handeling(wijk), "", PEPER).soort == "menu"


def test_who_stopped_before_they_joined_hears_all_once_they_take_part(tx: Connection, wijk: int) -> None:
    voorkeur.stop(tx, handeling(wijk))
    onboarding.start(tx, handeling(wijk), een_huishouden(tx, wijk).code, PEPER)
    onboarding.kies(tx, handeling(wijk), "nl")
    onboarding.stem_in(tx, handeling(wijk), str(onboarding.TOESTEMMING_VERSIE))
    assert voorkeur.toon(tx, handeling(wijk)).soort == "voorkeur"


def test_who_stopped_counts_and_is_asked_nothing_about_themselves(tx: Connection, wijk: int, anna: int) -> None:
    wie = tx.scalar(select(t.account.c.bewoner).where(t.account.c.id == anna)) or 0
    kennismaking.plan_eerste(tx, wijk, wie, NU, AMSTERDAM)
    voorkeur.stop(tx, handeling(wijk))
    assert doelgroepen.accounts_van(tx, wijk, WIJK, 0, 9) == [anna]
    tik(tx, wijk, TIEN_UUR + timedelta(days=20, hours=2))
    assert geschreven(tx) == 0
    voorkeur.weer(tx, handeling(wijk))
    tik(tx, wijk, TIEN_UUR + timedelta(days=30, hours=2))
    assert tx.scalars(select(t.outbox.c.soort)).all() == ["kennismaking.vraag"]


@pytest.mark.parametrize("keuze", ["week", "nieuws", "uit"])
def test_a_question_about_oneself_waits_for_a_quiet_week_and_stands_in_no_bundle(
    tx: Connection, wijk: int, anna: int, keuze: str
) -> None:
    wie = tx.scalar(select(t.account.c.bewoner).where(t.account.c.id == anna)) or 0
    kennismaking.plan_eerste(tx, wijk, wie, NU, AMSTERDAM)
    vraagdag = TIEN_UUR + timedelta(days=6)
    if keuze == "week":
        voorkeur.kies_tempo(tx, handeling(wijk), "week")
    elif keuze == "uit":
        voorkeur.schakel(tx, handeling(wijk), "buurt", "uit")
    else:
        zend(tx, wijk, vraagdag - timedelta(days=1), [anna], "raad")
    tik(tx, wijk, vraagdag + timedelta(hours=2))
    assert bewaard.tel_alle(tx, wijk) == 0
    assert "kennismaking.vraag" not in soorten(tx)
    tik(tx, wijk, vraagdag + timedelta(days=8))
    assert ("kennismaking.vraag" in soorten(tx)) == (keuze == "nieuws")


def test_what_failed_does_not_count_for_the_week_and_what_waits_does(tx: Connection, wijk: int, anna: int) -> None:
    for _ in range(2):
        zend(tx, wijk, NU, [anna])
    tx.execute(update(t.outbox).values(staat="mislukt"))
    zend(tx, wijk, NU, [anna])
    assert (geschreven(tx), bewaard.tel_alle(tx, wijk)) == (1, 0)
    zend(tx, wijk, NU, [anna])
    zend(tx, wijk, NU, [anna])
    assert (geschreven(tx), bewaard.tel_alle(tx, wijk)) == (2, 1)


@pytest.mark.overal
def test_who_asked_for_it_gets_it_at_once_among_others_who_did_not(tx: Connection, wijk: int, anna: int) -> None:
    bram = een_account(tx, "2", bewoner=een_bewoner(tx, wijk))
    for wie in (anna, bram):
        voorkeuren.zet(tx, wie, wekelijks=True)
    zend(tx, wijk, NU, [anna, bram], "peilingen", gevraagd=frozenset({bram}))
    assert tx.execute(select(t.outbox.c.account, t.outbox.c.ongevraagd_op)).all() == [(bram, None)]
    assert [rij.account for rij in bewaard.van(tx, [anna, bram])] == [anna]


def test_one_query_tells_about_500_people(tx: Connection, wijk: int) -> None:
    """It uses the index of what counts for the week, and asks the database once."""
    wie = [een_account(tx, str(n), bewoner=een_bewoner(tx, wijk)) for n in range(3)]
    voorkeuren.zet(tx, wie[1], gestopt=True)
    zend(tx, wijk, NU, wie[::2])
    gehoord = voorkeuren.gehoord(tx, wie, NU - timedelta(days=7))
    assert [gehoord[n].voorkeur.gestopt for n in wie] == [False, True, False]
    assert [len(gehoord[n].gehad) for n in wie] == [1, 0, 1]


def test_ones_own_data_say_what_was_chosen(tx: Connection, wijk: int, anna: int) -> None:
    voorkeur.schakel(tx, handeling(wijk), "peilingen", "uit")
    gekozen = bewoner.mijn_gegevens(tx, handeling(wijk)).data["voorkeur"]
    assert gekozen == {
        "onderwerpen": [o for o in ONDERWERPEN if o != "peilingen"],
        "wekelijks": False,
        "gestopt": False,
    }


@pytest.mark.parametrize(
    ("aantal", "getoond"),
    [(0, (0, "precies")), (1, (5, "minder")), (4, (5, "minder")), (5, (5, "ongeveer")), (9, (5, "ongeveer"))],
)
def test_staff_see_roughly_how_much_waits_and_never_for_whom(
    tx: Connection, wijk: int, aantal: int, getoond: tuple[int, str]
) -> None:
    een_account(tx, "9")
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", "9")])
    wie = [een_account(tx, str(100 + n), bewoner=een_bewoner(tx, wijk)) for n in range(aantal)]
    for een in wie:
        voorkeuren.zet(tx, een, wekelijks=True)
    zend(tx, wijk, NU, wie)
    assert verzending.toon(tx, handeling(wijk, "9")).data["bewaard"] == getoond


def test_of_a_broadcast_can_be_told_how_many_wait_and_stopping_it_ends_that(
    tx: Connection, wijk: int, anna: int
) -> None:
    nummers = [een_uitzending(tx, wijk, anna) for _ in range(2)]
    voorkeuren.zet(tx, anna, wekelijks=True)
    for nummer in nummers:
        zend(tx, wijk, NU, [anna], uitzending=nummer)
    assert [bewaard.tel(tx, nummer) for nummer in nummers] == [1, 1]
    bewaard.vergeet_uitzending(tx, nummers[0])
    assert [bewaard.tel(tx, nummer) for nummer in nummers] == [0, 1]


def test_a_message_that_waited_goes_by_the_same_key_as_it_would_have_gone(tx: Connection, wijk: int, anna: int) -> None:
    voorkeuren.zet(tx, anna, wekelijks=True)
    deze = zend(tx, wijk, NU, [anna])
    tik(tx, wijk, VRIJDAG)
    assert outbox.geschreven(tx, f"wekker:{deze}", [anna]) == {anna}


def test_who_only_works_here_may_stop_and_is_offered_nothing_that_is_for_residents(tx: Connection, wijk: int) -> None:
    een_account(tx, "2")
    assert voorkeur.stop(tx, handeling(wijk, "2")).data == {"weer": False}

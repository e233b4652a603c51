"""Followers by e-mail: who adds them, what they get and when, and that they count nowhere."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.services import formulier, mijlpaal, volger, volgpost, wekker
from bot.services.handeling import AMSTERDAM, BEGELEIDER, ORGANISATOR
from bot.services.stand import lees_stand
from bot.storage import tables as t
from bot.storage import volgers, wekkers
from tests.builders import NU, een_account, een_bewoner, een_bijeenkomst, een_rol, een_wijk, handeling, tellingen

IBRAHIM, NOOR, ANNA = "9002", "9001", "1"
FORMS = {f.soort: f for f in (volger.FORMULIER, mijlpaal.FORMULIER)}


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    for rol, wie in ((ORGANISATOR, IBRAHIM), (BEGELEIDER, NOOR)):
        een_account(tx, wie)
        een_rol(tx, wijk, rol, wie)
    een_account(tx, ANNA, bewoner=een_bewoner(tx, wijk))
    volgpost.plan(tx, wijk, NU, AMSTERDAM)
    return wijk


def voeg_toe(tx: Connection, wijk: int, adres: str = "griffie@ede.nl", naam: str = "Griffie Ede") -> Boodschap:
    doe = handeling(wijk, IBRAHIM)
    volger.begin(tx, doe, post=True)
    formulier.typ(tx, doe, FORMS, naam)
    formulier.typ(tx, doe, FORMS, adres)
    formulier.kies(tx, doe, FORMS, "rol", "griffie")
    formulier.kies(tx, doe, FORMS, "taal", "nl")
    return formulier.bevestig(tx, handeling(wijk, IBRAHIM), FORMS)


def post(tx: Connection, soort: str) -> Sequence[Any]:
    return tx.scalars(select(t.postuit.c.data).where(t.postuit.c.soort == soort).order_by(t.postuit.c.id)).all()


def ga_naar(tx: Connection, wijk: int, nu: datetime) -> None:
    """Let all that is due by then be done, each at its own moment."""
    while een := wekkers.eerste(tx, wijk, nu):
        wekker.doe(tx, wijk, een.id, max(een.moment, NU), AMSTERDAM, Verzending())


def volgende_brief(tx: Connection, wijk: int, nu: datetime) -> datetime:
    """Let the next raadsbrief go, and return when that was; the days between say nothing of it."""
    (komt,) = wekkers.komend(tx, wijk, (volgpost.RAADSBRIEF,), nu)
    wekker.doe(tx, wijk, komt.id, komt.moment, AMSTERDAM, Verzending())
    return komt.moment


def volgt(tx: Connection, wijk: int) -> volgers.Volger:
    voeg_toe(tx, wijk)
    (een,) = volgers.alle(tx, wijk)
    volger.zelf(tx, wijk, een.geheim, "ja", NU)
    return een


def test_only_an_organisator_adds_one_and_the_question_goes_by_mail_once(tx: Connection, wijk: int) -> None:
    for wie in (NOOR, ANNA):
        with pytest.raises(Geweigerd):
            volger.begin(tx, handeling(wijk, wie), post=True)
    with pytest.raises(Geweigerd, match=r"volger.geen_post"):
        volger.begin(tx, handeling(wijk, IBRAHIM), post=False)
    assert voeg_toe(tx, wijk).soort == "volger.erbij"
    with pytest.raises(Geweigerd, match=r"volger.al"):
        voeg_toe(tx, wijk, "griffie@EDE.nl")
    assert post(tx, "bevestig") == [{"wijk": "Vogelbuurt"}]


@pytest.mark.parametrize(
    "adres", ["griffie", "a@b", "a b@ede.nl", "a@ede.nl\r\nBcc: x@y.nl", "é@ede.nl", "a@" + "b" * 260]
)
def test_what_is_no_address_is_refused_kindly(adres: str) -> None:
    with pytest.raises(Geweigerd, match=r"volger.adres"):
        volger._adres(adres, handeling(1, IBRAHIM))


def test_nobody_gets_more_before_they_said_yes_and_a_forged_secret_does_nothing(tx: Connection, wijk: int) -> None:
    voeg_toe(tx, wijk)
    (een,) = volgers.alle(tx, wijk)
    een_bijeenkomst(tx, wijk, titel="Energiecafé", begin=NU + timedelta(days=20))
    ga_naar(tx, wijk, NU + timedelta(days=1))
    assert post(tx, "volgnieuws") == []
    volger.zelf(tx, wijk, "x" * 22, "ja", NU)
    assert volger.op_pagina(tx, wijk, "x" * 22) is None
    assert volger.op_pagina(tx, wijk, een.geheim) == {"wijk": "Vogelbuurt", "volgt": False, "taal": "nl"}
    with pytest.raises(Geweigerd, match=r"volger.zelf"):
        volger.bevestig(tx, handeling(wijk, IBRAHIM), een.publiek_id, link=True)
    volger.bevestig(tx, handeling(wijk, IBRAHIM), een.publiek_id, link=False)
    assert volger.op_pagina(tx, wijk, een.geheim) == {"wijk": "Vogelbuurt", "volgt": True, "taal": "nl"}


def test_what_is_new_goes_once_a_day_in_one_mail_and_only_what_is_for_everyone(tx: Connection, wijk: int) -> None:
    volgt(tx, wijk)
    een_bijeenkomst(tx, wijk, titel="Energiecafé", begin=NU + timedelta(days=20))
    een_bijeenkomst(tx, wijk, titel="Straat", begin=NU + timedelta(days=20), doelgroep="straat", doelgroep_bereik="A")
    ga_naar(tx, wijk, NU + timedelta(days=1))
    (mail,) = post(tx, "volgnieuws")
    assert [(punt["hoe"], punt["titel"]) for punt in mail["punten"]] == [("nieuw", "Energiecafé")]
    ga_naar(tx, wijk, NU + timedelta(days=3))
    assert len(post(tx, "volgnieuws")) == 1, "nothing new, no mail"


def test_strangers_get_no_more_than_so_many_questions_a_week_however_often_one_is_taken_away(
    tx: Connection, wijk: int
) -> None:
    volgt(tx, wijk)
    for _ in range(volger.MEEST - 1):
        voeg_toe(tx, wijk, "vreemde@elders.nl")
        (een,) = (een for een in volgers.alle(tx, wijk) if een.bevestigd_op is None)
        volger.verwijder(tx, handeling(wijk, IBRAHIM), een.publiek_id, post=True)
    with pytest.raises(Geweigerd, match=r"volger\.week_vol"):
        voeg_toe(tx, wijk, "vreemde@elders.nl")
    week_later = handeling(wijk, IBRAHIM, now=NU + timedelta(days=7))
    assert volger.begin(tx, week_later, post=True).soort != "volger.erbij"
    bewaard = repr(tx.execute(select(t.volgnieuws)).all()) + repr(tx.execute(select(t.postuit)).all())
    assert "vreemde" not in bewaard


def test_of_who_never_said_yes_the_address_is_gone_after_a_month(tx: Connection, wijk: int) -> None:
    een = volgt(tx, wijk)
    voeg_toe(tx, wijk, "stil@ede.nl", naam="Stil")
    ga_naar(tx, wijk, NU + timedelta(days=30))
    assert len(volgers.alle(tx, wijk)) == 2
    ga_naar(tx, wijk, NU + timedelta(days=32))
    assert [ander.adres for ander in volgers.alle(tx, wijk)] == [een.adres]


def test_who_stops_is_gone_with_their_mail(tx: Connection, wijk: int) -> None:
    een = volgt(tx, wijk)
    for _ in range(2):
        volger.zelf(tx, wijk, een.geheim, "stop", NU)
    assert volgers.alle(tx, wijk) == []
    assert tx.scalar(select(func.count()).select_from(t.postuit)) == 0
    scherm = volger.verwijder(tx, handeling(wijk, IBRAHIM), een.publiek_id, post=True)
    assert scherm.data["volgers"] == []


@pytest.mark.overal
def test_the_raadsbrief_goes_each_quarter(tx: Connection, wijk: int) -> None:
    volgt(tx, wijk)
    gegaan = [NU]
    for _ in range(5):
        gegaan.append(volgende_brief(tx, wijk, gegaan[-1]))
    momenten = [moment.astimezone(AMSTERDAM).strftime("%Y-%m-%d %H:%M") for moment in gegaan[1:]]
    jaar = NU.year
    alle = [f"{j}-{m:02}-01 08:15" for j in (jaar, jaar + 1, jaar + 2) for m in (1, 4, 7, 10)]
    eerste = alle.index(momenten[0])
    assert momenten == alle[eerste : eerste + 5]
    assert momenten[0] > NU.strftime("%Y-%m-%d")
    assert len(post(tx, "raadsbrief")) == 5
    assert post(tx, "raadsbrief")[0]["stand"] is None, (
        "nothing was published yet, and no number of this moment is in it"
    )


def test_followers_move_no_teller_and_no_noemer(tx: Connection, wijk: int) -> None:
    vooraf = lees_stand(tx, handeling(wijk, ANNA)), tellingen(tx, wijk).als_json()
    accounts = tx.scalar(select(func.count()).select_from(t.account))
    for nummer in range(3):
        voeg_toe(tx, wijk, f"raadslid{nummer}@ede.nl")
    for een in volgers.alle(tx, wijk):
        volger.zelf(tx, wijk, een.geheim, "ja", NU)
    ga_naar(tx, wijk, NU + timedelta(days=2))
    volgende_brief(tx, wijk, NU)
    assert (len(post(tx, "bevestig")), len(post(tx, "raadsbrief"))) == (3, 3)
    assert (lees_stand(tx, handeling(wijk, ANNA)), tellingen(tx, wijk).als_json()) == vooraf
    assert tx.scalar(select(func.count()).select_from(t.account)) == accounts
    assert tx.scalar(select(func.count()).select_from(t.bewijs_prive)) == 0

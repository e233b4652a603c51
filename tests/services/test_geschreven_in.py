"""What staff typed is shown as written, and who reads another language is told in which one."""

from typing import Any

import pytest
from sqlalchemy import Connection, update

from berichten import Boodschap, Toon, render, vertaal
from bot.services import mijlpaal, stemmen, vraagbaak
from bot.services.handeling import AMSTERDAM, ORGANISATOR
from bot.storage import accounts, mijlpalen, peilingen
from bot.storage import tables as t
from bot.storage import vraagbaak as antwoorden
from tests.builders import NU, een_account, een_bewoner, een_inhoud, een_publiek_id, een_wijk, handeling

alleen_sqlite = pytest.mark.parametrize("tx", ["sqlite"], indirect=True)


def gelezen(boodschap: Boodschap, taal: str) -> str:
    return render(boodschap, Toon(vertaal(taal), AMSTERDAM, "https://t.me/GehoordBot")).tekst


def noem(taal: str, naam: str) -> str:
    return vertaal(taal).tekst("algemeen.geschreven_in", taal=naam)


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    een_account(tx, "1", bewoner=een_bewoner(tx, wijk))
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", "9002")])
    return wijk


@pytest.fixture
def maker(tx: Connection) -> int:
    """Someone of the team who reads Turkish."""
    return een_account(tx, "9003", taal="tr")


@alleen_sqlite
def test_of_a_poll_a_milestone_and_an_answer_the_language_is_named_to_who_reads_another(
    tx: Connection, wijk: int, maker: int
) -> None:
    velden: dict[str, Any] = {
        "publiek_id": een_publiek_id(),
        "vraag": "Isı pompası mı?",
        "over_besluit": False,
        "gemaakt_door": maker,
    }
    velden |= {"instellingen": {"max_keuzes": 1}, "sluit_op": NU.replace(year=NU.year + 1)}
    peilingen.voeg_toe(tx, wijk, [(een_publiek_id(), "Evet"), (een_publiek_id(), "Hayır")], **velden)
    stap = {"publiek_id": een_publiek_id(), "bij": "wijk", "titel": "Şenlik", "moment": NU.replace(year=NU.year + 1)}
    mijlpalen.voeg_toe(tx, wijk, **stap, uitleg="Hep birlikte", gemaakt_door=maker)
    zegt = {"publiek_id": een_publiek_id(), "vraag": "Ne zaman?", "antwoord": "Yakında", "hoe": "later", "aantal": 1}
    antwoorden.voeg_toe(tx, wijk, **zegt, gemaakt_door=maker, op=NU, gepubliceerd_op=NU)
    tx.execute(update(t.account).where(t.account.c.id == maker).values(taal="nl"))  # what was written stays as it was
    wie = handeling(wijk)
    for boodschap in (
        stemmen.toon(tx, wie, velden["publiek_id"]),
        Boodschap("mijlpaal.nieuw", _mijlpaal(tx, wijk)),
        vraagbaak.lijst(tx, wie),
    ):
        assert noem("nl", "Turks") in gelezen(boodschap, "nl")
        assert noem("en", "Turkish") in gelezen(boodschap, "en")
    eigen = stemmen.toon(tx, wie, velden["publiek_id"])
    assert noem("nl", "Nederlands") not in gelezen(Boodschap(eigen.soort, {**eigen.data, "taal": "nl"}), "nl")


def _mijlpaal(tx: Connection, wijk: int) -> dict[str, Any]:
    een = mijlpalen.zoek(tx, wijk, titel="Şenlik")
    assert een is not None
    return mijlpaal.als_data(een)


def test_a_message_to_many_names_its_language_only_to_who_got_no_translation() -> None:
    talen = {"nl": een_inhoud(html="Morgen"), "en": een_inhoud(html="Tomorrow")}
    van = {"rol": ORGANISATOR, "bereik": ""}
    boodschap = Boodschap("uitzending", {"talen": talen, "eigen_taal": "nl", "van": van, "id": "x", "hulp": False})
    assert noem("en", "Dutch") not in gelezen(boodschap, "en")
    del talen["en"]
    assert gelezen(boodschap, "en").startswith(f"Morgen\n\n{noem('en', 'Dutch')}\n\n")
    assert noem("nl", "Nederlands") not in gelezen(boodschap, "nl")

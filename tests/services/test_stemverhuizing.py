"""Who moves within the wijk while a poll is open has one ballot in it, and counts there once."""

from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from bot.errors import Geweigerd
from bot.services import bewijs, stemmen
from bot.services.handeling import BEGELEIDER
from bot.services.stand import bereken_stand
from bot.storage import accounts, huishoudens, peilingen, stemvellen, wissen
from bot.storage import bewijs as bewijzen
from bot.storage import tables as t
from bot.storage.stemmers import Kiezer
from tests.builders import Huishouden, een_account, een_huishouden, een_wijk, handeling, pseudoniem
from tests.services.test_papierstem import biljetten, voer_in
from tests.services.test_peiling import NOOR, gekozen, kenmerk, nieuwste, open_, tel
from tests.services.test_verhuizen import LATER, kom_binnen, verhuis, wie


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    return wijk


@pytest.fixture
def oud(tx: Connection, wijk: int) -> Huishouden:
    huis = een_huishouden(tx, wijk, volwassenen=1)
    kom_binnen(tx, wijk, huis.code)
    return huis


def verhuist(tx: Connection, wijk: int, oud: Huishouden, **elders: Any) -> Huishouden:
    """Let resident 1 leave their address and join at another."""
    verhuis(tx, wijk, oud)
    huis = een_huishouden(tx, wijk, volwassenen=2, **elders)
    assert kom_binnen(tx, wijk, huis.code) == "welkom.binnen"
    return huis


def tik(tx: Connection, wijk: int, nummer: int, wie_: str = "1", publiek_id: str | None = None) -> Any:
    return stemmen.stem(tx, handeling(wijk, wie_, now=LATER), publiek_id or kenmerk(tx), str(nummer))


def inhoud(tx: Connection) -> list[str]:
    return sorted(tx.scalars(select(t.stembiljet.c.inhoud)))


def test_the_ballot_goes_along_can_change_and_counts_as_heard_once(tx: Connection, wijk: int, oud: Huishouden) -> None:
    open_(tx, wijk, dagen=90, besluit="ja")
    tik(tx, wijk, 0)
    verhuist(tx, wijk, oud)
    assert gekozen(stemmen.toon(tx, handeling(wijk, now=LATER), kenmerk(tx))) == ["Rood"]
    tik(tx, wijk, 1)
    assert inhoud(tx) == ["[1]"]
    stand = bereken_stand(tx, wijk)
    assert (stand.drempels[0].teller, stand.vertrokken["gehoord"]) == (1, 1)
    assert tel(tx, "bewijs_prive") == 2


def test_a_ballot_that_was_not_finished_goes_along_too_and_a_closed_poll_stays_as_it_is(
    tx: Connection, wijk: int, oud: Huishouden
) -> None:
    open_(tx, wijk, dagen=90)
    tik(tx, wijk, 0)
    peilingen.sluit(tx, nieuwste(tx), LATER)
    velden: dict[str, Any] = {"methode": "punten", "punten.opties": ["Rood", "Blauw"], "punten.punten": "10"}
    open_(tx, wijk, dagen=90, **velden)
    eerst = wie(tx, wijk).bewoner or 0
    peilingen.zet_concept(tx, wijk, nieuwste(tx), Kiezer("bewoner", eerst), "[3,0]")
    verhuist(tx, wijk, oud)
    nu = wie(tx, wijk).bewoner or 0
    assert peilingen.stem_van(tx, nieuwste(tx), Kiezer("bewoner", nu)).concept == "[3,0]"
    assert inhoud(tx) == ["[0]"]
    assert list(tx.scalars(select(t.bewijs_prive.c.bewoner))) == [eerst], (
        "what was closed is of the seat that they left"
    )


def test_of_a_poll_for_the_street_that_they_left_the_ballot_stays_and_they_see_it_no_more(
    tx: Connection, wijk: int, oud: Huishouden
) -> None:
    straat = dict(huishoudens.straten(tx, wijk))["Merelweg"]
    open_(tx, wijk, dagen=90, voor="straat", welke=straat)
    tik(tx, wijk, 0)
    verhuist(tx, wijk, oud, straat="Spechtstraat")
    with pytest.raises(Geweigerd) as nee:
        tik(tx, wijk, 1)
    assert nee.value.sleutel == "peiling.andere_groep"
    assert (inhoud(tx), tel(tx, "bewijs_prive")) == (["[0]"], 1)


def test_where_each_address_has_one_ballot_it_stays_at_the_address_that_they_left(
    tx: Connection, wijk: int, oud: Huishouden
) -> None:
    open_(tx, wijk, dagen=90, per_adres="ja")
    tik(tx, wijk, 0)
    nieuw = verhuist(tx, wijk, oud)
    gezien = stemmen.toon(tx, handeling(wijk, now=LATER), kenmerk(tx)).data
    assert (gezien["adres"], gezien["bewoner"]) == ("vorig", False)
    with pytest.raises(Geweigerd) as nee:
        tik(tx, wijk, 1)
    assert nee.value.sleutel == "peiling.vorig_adres"
    huisgenoot = huishoudens.voeg_bewoner_toe(tx, wijk, nieuw.id, 2, "h" * 22, LATER)
    een_account(tx, "2", bewoner=huisgenoot)
    tik(tx, wijk, 2, "2")
    assert inhoud(tx) == ["[0]", "[2]"]


def test_who_comes_to_live_where_a_ballot_stayed_may_put_theirs_in_its_place(
    tx: Connection, wijk: int, oud: Huishouden
) -> None:
    open_(tx, wijk, dagen=90, per_adres="ja")
    tik(tx, wijk, 0)
    verhuist(tx, wijk, oud)
    een_account(tx, "2", bewoner=huishoudens.voeg_bewoner_toe(tx, wijk, oud.id, 1, "h" * 22, LATER))
    tik(tx, wijk, 1, "2")
    assert inhoud(tx) == ["[1]"]
    tik(tx, wijk, 2)
    assert inhoud(tx) == ["[1]", "[2]"], "their own address has none now"


def test_a_ballot_that_the_new_seat_has_on_paper_stays_and_the_old_one_goes(
    tx: Connection, wijk: int, oud: Huishouden
) -> None:
    open_(tx, wijk, dagen=90)
    tik(tx, wijk, 0)
    verhuis(tx, wijk, oud)
    huis = een_huishouden(tx, wijk, volwassenen=1)
    stoel = huishoudens.voeg_bewoner_toe(tx, wijk, huis.id, 1, "s" * 22, LATER)
    peilingen.stem(tx, wijk, nieuwste(tx), Kiezer("bewoner", stoel), "[2]", b"p" * 16)
    kom_binnen(tx, wijk, huis.code)
    assert wie(tx, wijk).bewoner == stoel
    assert (inhoud(tx), tel(tx, "stemkoppeling")) == (["[2]"], 1)


def test_a_vote_that_staff_entered_from_paper_stays_recorded_by_staff(
    tx: Connection, wijk: int, oud: Huishouden
) -> None:
    """Else it would count as said by themselves, in what is told without the team."""
    noor = een_account(tx, NOOR)
    open_(tx, wijk, dagen=90, besluit="ja")
    eerst, team = wie(tx, wijk).bewoner or 0, wie(tx, wijk, NOOR)
    als = Kiezer("bewoner", eerst)
    peilingen.stem(tx, wijk, nieuwste(tx), als, "[0]", b"p" * 16)
    bewijs.leg_vast(tx, handeling(wijk, NOOR), eerst, bewijs.Feit("stem_besluit", kenmerk(tx), "papier", team))
    plek = stemvellen.Plek(oud.id, 1, "Merelweg", 1, "", "3511AB", None, None)
    stemvellen.voeg_toe(tx, wijk, nieuwste(tx), [(plek, "v" * 22, b"h")])
    tx.execute(update(t.stemvel).values(staat="telt", code="c", bewoner=eerst))

    verhuist(tx, wijk, oud)

    geldt = bewijzen.geldend(tx, wijk, "stem_besluit", kenmerk(tx), wie(tx, wijk).bewoner, None)
    assert geldt is not None
    assert geldt.vastlegger == noor
    assert f'"vastlegger":"{pseudoniem(tx, NOOR)}"' in geldt.record
    assert '"bevestigd":null' in geldt.record, "who agreed to the move did not look at the vote"
    assert [bereken_stand(tx, wijk, met_staf=staf).drempels[0].teller for staf in (True, False)] == [1, 0]
    assert stemmen.toon(tx, handeling(wijk, now=LATER), kenmerk(tx)).data["van_papier"]
    tik(tx, wijk, 1)
    assert "van_papier" not in stemmen.toon(tx, handeling(wijk, now=LATER), kenmerk(tx)).data
    assert inhoud(tx) == ["[1]"]
    assert bereken_stand(tx, wijk, met_staf=False).drempels[0].teller == 1


def op_papier(tx: Connection, wijk: int, *adressen: str) -> None:
    """Enter the first ballot that is printed for each of these addresses, as Noor does."""
    codes = biljetten(tx, wijk, kenmerk(tx), alle=True)
    assert [voer_in(tx, wijk, kenmerk(tx), codes[adres][0]) for adres in adressen] == ["telt"] * len(adressen)


def test_who_comes_to_live_where_somebody_voted_on_paper_has_a_vote_of_their_own_on_paper(
    tx: Connection, wijk: int
) -> None:
    oud = een_huishouden(tx, wijk, volwassenen=1, huisnummer=1)
    open_(tx, wijk, dagen=90)
    op_papier(tx, wijk, "Merelweg 1")
    verhuis(tx, wijk, oud)
    op_papier(tx, wijk, "Merelweg 1")
    nieuw = tx.scalar(select(t.bewoner.c.id).where(t.bewoner.c.tot.is_(None)))
    wissen.vergeet_bewoner(tx, wijk, nieuw or 0, "g" * 22, LATER)
    assert inhoud(tx) == ["[0]"], "who left keeps theirs"
    peilingen.sluit(tx, nieuwste(tx), LATER)
    assert tx.scalar(select(t.peiling.c.op_papier)) == 1

"""A new version in the place of a poll that is open: what changes is said, what was fixed stays, and all vote anew."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.services import formulier, peiling, peilingkopie, stemmen, wekker
from bot.services.handeling import AMSTERDAM, BEGELEIDER, TREKKER, Handeling
from bot.services.stand import bereken_stand
from bot.storage import accounts, peilingen, wekkers
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_rol, een_wijk, handeling, tellingen
from tests.services.test_peiling import NOOR, gekozen, kenmerk, nieuwste, open_, tel, tik

ALLE = {"peiling": peiling.FORMULIER}
WAAROM = "Geel is er niet meer. Het was uitverkocht."


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    for wie in ("1", "2"):
        een_account(tx, wie, bewoner=een_bewoner(tx, wijk))
    return wijk


@pytest.fixture
def noor(wijk: int) -> Handeling:
    return handeling(wijk, NOOR)


def doe_wekkers(tx: Connection, wijk: int) -> None:
    while te_doen := wekkers.eerste(tx, wijk, NU):
        wekker.doe(tx, wijk, te_doen.id, NU, AMSTERDAM, Verzending())


def pas_aan(tx: Connection, noor: Handeling, vraag: str = "Welke nu?") -> Boodschap:
    """Make a new version with another question, up to its preview."""
    eerst = peilingkopie.pas_aan(tx, noor, kenmerk(tx))
    assert eerst.data["veld"] == "wijziging", "what changes is asked first"
    formulier.typ(tx, noor, ALLE, WAAROM)
    formulier.vraag_extra(tx, noor, ALLE, "vraag")
    return formulier.typ(tx, noor, ALLE, vraag)


def reden(doe: Any, *wat: Any) -> str:
    with pytest.raises(Geweigerd) as nee:
        doe(*wat)
    return nee.value.sleutel


def test_a_new_version_says_what_changed_and_asks_all_to_vote_again(tx: Connection, wijk: int, noor: Handeling) -> None:
    rood, blauw, _ = open_(tx, wijk, besluit="ja", minste_stemmen=5)
    oud = kenmerk(tx)
    tik(tx, handeling(wijk), rood)
    voorbeeld = pas_aan(tx, noor)
    assert (voorbeeld.data["vervangt"], voorbeeld.data["minste_stemmen"]) == (oud, 5)
    nieuw = formulier.bevestig(tx, noor, ALLE).data
    assert nieuw["versie"] == {"nummer": 2, "wijziging": WAAROM, "vorige": oud}
    assert reden(tik, tx, handeling(wijk), blauw) == "peiling.gesloten"
    assert stemmen.toon(tx, handeling(wijk), oud).data == {"vraag": "Welke?", "nieuwe": nieuw["id"]}
    assert gekozen(stemmen.toon(tx, handeling(wijk), nieuw["id"])) == [], "no ballot goes to another question"
    doe_wekkers(tx, wijk)
    verstuurd = tx.execute(select(t.outbox.c.soort, t.outbox.c.data).where(t.outbox.c.soort.like("peiling%"))).all()
    assert [(rij.soort, rij.data["id"], "versie" in rij.data) for rij in verstuurd] == [
        ("peiling.open", nieuw["id"], True)
    ] * 2
    assert [p["staat"] for p in peiling.lijst(tx, noor).data["peilingen"]] == ["open", "vervangen"]


def test_who_voted_on_both_counts_as_heard_once_and_who_voted_on_the_first_stays_so(
    tx: Connection, wijk: int, noor: Handeling
) -> None:
    rood, *_ = open_(tx, wijk, besluit="ja")
    for wie in ("1", "2"):
        tik(tx, handeling(wijk, wie), rood)
    pas_aan(tx, noor)
    formulier.bevestig(tx, noor, ALLE)
    stemmen.stem(tx, handeling(wijk), kenmerk(tx), "1")
    assert bereken_stand(tx, wijk).drempels[0].teller == 2
    assert peilingen.tel(tx, nieuwste(tx)) == {"[1]": 1}
    assert tel(tx, "stemkoppeling") == 1
    (oude, nieuwe) = [d for d in tellingen(tx, wijk).onderdelen if d.onderdeel == "peiling"]
    assert [(d.metingen["versie"], d.metingen["ingetrokken"]) for d in (oude, nieuwe)] == [(1, "ja"), (2, "nee")]


def test_versions_follow_each_other_and_the_result_says_which_it_is(tx: Connection, wijk: int, noor: Handeling) -> None:
    open_(tx, wijk)
    for nummer in (2, 3):
        noor = handeling(wijk, NOOR)
        pas_aan(tx, noor, f"Vraag {nummer}?")
        formulier.bevestig(tx, noor, ALLE)
    uitslag = stemmen.toon(tx, handeling(wijk, now=NU + timedelta(days=4)), kenmerk(tx)).data
    assert (uitslag["vraag"], uitslag["versie"]["nummer"]) == ("Vraag 3?", 3)


def test_what_was_fixed_is_not_asked_and_cannot_be_changed_another_way(
    tx: Connection, wijk: int, noor: Handeling
) -> None:
    open_(tx, wijk, uitslag_naar="stemmers")
    pas_aan(tx, noor)
    namen = {naam for naam, _ in formulier.anders(tx, noor, ALLE).data["vragen"]}
    assert not namen & {"voor", "welke", "met_naam", "besluit"}
    formulier.vraag_extra(tx, noor, ALLE, "uitslag_naar")
    formulier.kies(tx, noor, ALLE, "uitslag_naar", "wijk")
    assert reden(formulier.bevestig, tx, noor, ALLE) == "peiling.staat_vast"


@pytest.mark.parametrize("anders", [{"besluit": "ja"}, {"per_adres": "ja"}, {"uitslag_naar": "stemmers"}])
def test_another_way_to_the_same_is_refused_too(
    tx: Connection, wijk: int, noor: Handeling, anders: dict[str, str]
) -> None:
    open_(tx, wijk)
    oud = kenmerk(tx)
    with pytest.raises(Geweigerd) as nee:
        open_(tx, wijk, vervangt=oud, wijziging=WAAROM, **anders)  # type: ignore[arg-type]
    assert nee.value.sleutel == "peiling.staat_vast"
    assert tx.scalar(select(t.peiling.c.gesloten_op)) is None


def test_only_who_may_close_a_poll_changes_it_and_only_while_it_runs(
    tx: Connection, wijk: int, noor: Handeling
) -> None:
    open_(tx, wijk, besluit="ja")
    een_rol(tx, wijk, TREKKER, "1", bereik="x" * 22)
    for wie in ("1", "2"):
        assert reden(peilingkopie.pas_aan, tx, handeling(wijk, wie), kenmerk(tx)) == "rol_nodig"
    assert reden(peilingkopie.pas_aan, tx, noor, "A" * 22) == "peiling.onbekend"
    pas_aan(tx, noor)
    peilingen.sluit(tx, nieuwste(tx), NU)
    assert reden(formulier.bevestig, tx, noor, ALLE) == "peiling.gesloten"
    assert reden(peilingkopie.pas_aan, tx, noor, kenmerk(tx)) == "peiling.gesloten"


def test_what_has_not_opened_changes_too_and_opens_when_it_would(tx: Connection, wijk: int, noor: Handeling) -> None:
    opent = NU + timedelta(days=1)
    open_(tx, wijk, opent_op=opent.isoformat())
    pas_aan(tx, noor)
    nieuw = formulier.bevestig(tx, noor, ALLE).data
    assert (nieuw["komt"], nieuw["versie"]["nummer"]) == (opent.isoformat(), 2)

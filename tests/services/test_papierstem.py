"""Votes on paper: which ballots are made, what entering one does, and what waits for a second person."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules import huishoudcode
from bot.services import papierstapel, papierstem, peiling, stemmen, stemterug, stemvel, voorstel, wekker
from bot.services.bezorging import Geval
from bot.services.handeling import AMSTERDAM, BEGELEIDER, KERNGROEP, ORGANISATOR, TREKKER, Handeling
from bot.services.papierstem import LOS
from bot.storage import accounts, correcties, peilingen, stemvellen, verhuizingen, wekkers, werkgroepen, wissen
from bot.storage import tables as t
from tests.builders import (
    NU,
    PEPER,
    een_account,
    een_bewoner,
    een_huishouden,
    een_peiling,
    een_rol,
    een_wijk,
    handeling,
)

NOOR, IBRAHIM, ANNA, FATMA = "9001", "9002", "1", "9003"
ONGEMAAKT = huishoudcode.schrijf(huishoudcode.maak(bytes(7)))


def doet(wijk: int, wie: str = NOOR, **velden: Any) -> Handeling:
    return replace(handeling(wijk, wie, **velden), tweede_persoon=frozenset({"invoer"}))


@pytest.fixture
def wijk(tx: Connection) -> int:
    """Two adults without a telephone at Merelweg 1, Anna at 3, one in the Lindelaan."""
    wijk = een_wijk(tx)
    rollen = [(BEGELEIDER, "telegram", NOOR), (ORGANISATOR, "telegram", IBRAHIM), (KERNGROEP, "telegram", FATMA)]
    accounts.zet_rollen(tx, wijk, rollen)
    for wie in (NOOR, IBRAHIM, FATMA):
        een_account(tx, wie)
    een_huishouden(tx, wijk, volwassenen=2, huisnummer=1)
    een_account(tx, ANNA, bewoner=een_bewoner(tx, wijk, een_huishouden(tx, wijk, volwassenen=2, huisnummer=3).id))
    een_huishouden(tx, wijk, volwassenen=1, huisnummer=5, straat="Lindelaan")
    return wijk


@pytest.fixture
def vraag(tx: Connection, wijk: int) -> str:
    """An open poll with the options `ja` and `nee`; its public id."""
    return _id(tx, een_peiling(tx, wijk))


def _id(tx: Connection, peiling_id: int) -> str:
    return str(tx.scalar(select(t.peiling.c.publiek_id).where(t.peiling.c.id == peiling_id)))


def biljetten(tx: Connection, wijk: int, vraag: str, *, alle: bool = False) -> dict[str, list[str]]:
    """Make ballots for all; return the codes per address."""
    per_adres: dict[str, list[str]] = {}
    for vel in stemvel.maak(tx, doet(wijk), vraag, "", PEPER, alle=alle).data["vellen"]:
        per_adres.setdefault(vel["adres"], []).append(vel["code"])
    return per_adres


def typ(tx: Connection, wijk: int, vraag: str, getypt: str, wie: str = NOOR, **velden: Any) -> Boodschap:
    papierstem.vraag(tx, doet(wijk, wie, **velden), vraag)
    return papierstem.typ(tx, doet(wijk, wie, **velden), getypt, PEPER)


def voer_in(tx: Connection, wijk: int, vraag: str, code: str, daad: str = "0", wie: str = NOOR) -> str:
    """Enter a ballot; return what is said of it."""
    open_ = typ(tx, wijk, vraag, code, wie)
    if open_.soort != "papierstem":
        return str(open_.data["gezegd"])
    papierstem.tik(tx, doet(wijk, wie), open_.data["id"], daad)
    return str(papierstem.klaar(tx, doet(wijk, wie), open_.data["id"]).data["gezegd"])


def stemmen_op(tx: Connection) -> list[str]:
    return sorted(tx.scalars(select(t.stembiljet.c.inhoud)))


def huis(tx: Connection, nummer: int) -> int:
    gevonden: int = tx.execute(select(t.huishouden.c.id).where(t.huishouden.c.huisnummer == nummer)).scalar_one()
    return gevonden


def hoeveel(tx: Connection, tabel: Any, *waar: Any) -> int:
    return tx.scalar(select(func.count()).select_from(tabel).where(*waar)) or 0


def test_ballots_are_for_addresses_without_a_telephone_or_for_all_one_per_adult(
    tx: Connection, wijk: int, vraag: str
) -> None:
    assert {adres: len(codes) for adres, codes in biljetten(tx, wijk, vraag).items()} == {
        "Lindelaan 5": 1,
        "Merelweg 1": 2,
    }
    alle = biljetten(tx, wijk, vraag, alle=True)
    assert {adres: len(codes) for adres, codes in alle.items()} == {"Lindelaan 5": 1, "Merelweg 1": 2, "Merelweg 3": 2}
    straat = stemvel.kies(tx, doet(wijk), vraag).data["straten"][0]
    een = stemvel.maak(tx, doet(wijk), vraag, straat[1], PEPER).data["vellen"]
    assert [(straat[0], len(een), een[0]["adres"])] == [("Lindelaan", 1, "Lindelaan 5")]
    codes = [code for codes in alle.values() for code in codes]
    assert all(huishoudcode.lees(code) for code in codes)
    bewaard = str(tx.execute(select(t.stemvel)).all())
    assert not any(code.replace("-", "") in bewaard for code in codes), "only as HMAC"


def test_a_ballot_counts_as_the_vote_of_its_seat_and_is_evidence_by_staff(
    tx: Connection, wijk: int, vraag: str
) -> None:
    een, ander = biljetten(tx, wijk, vraag)["Merelweg 1"]
    scherm = typ(tx, wijk, vraag, een.lower().replace("-", " "))
    assert scherm.soort == "papierstem"
    assert "Merelweg" not in str(scherm.data)
    assert voer_in(tx, wijk, vraag, een, "0") == "telt"
    assert voer_in(tx, wijk, vraag, ander, "1") == "telt"
    assert stemmen_op(tx) == ["[0]", "[1]"]
    noor = accounts.wie(tx, wijk, "telegram", NOOR)
    assert noor is not None
    bewijs = tx.execute(select(t.bewijs_prive.c.soort, t.bewijs_prive.c.methode, t.bewijs_prive.c.vastlegger)).all()
    assert [tuple(rij) for rij in bewijs] == [("stem_besluit", "papier", noor.account)] * 2
    assert voer_in(tx, wijk, vraag, een) == "al_gebruikt"
    weer = biljetten(tx, wijk, vraag)["Merelweg 1"][0]
    assert voer_in(tx, wijk, vraag, weer) == "plek_gebruikt"
    assert voer_in(tx, wijk, vraag, weer) == "onbekend", "it ended with that"


def test_paper_never_replaces_a_vote_in_chat_and_is_replaced_by_one_which_is_then_ones_own(
    tx: Connection, wijk: int, vraag: str
) -> None:
    eerste, tweede = biljetten(tx, wijk, vraag, alle=True)["Merelweg 3"], biljetten(tx, wijk, vraag, alle=True)
    stemmen.stem(tx, handeling(wijk, ANNA), vraag, "0")
    assert voer_in(tx, wijk, vraag, eerste[0], "1") == "al_gestemd"
    assert stemmen_op(tx) == ["[0]"]
    assert voer_in(tx, wijk, vraag, eerste[1], "1") == "telt", "the housemate's"
    bram = een_account(tx, "2", bewoner=tx.scalar(select(t.stemvel.c.bewoner).where(t.stemvel.c.staat == "telt")))
    gezien = stemmen.toon(tx, handeling(wijk, "2"), vraag).data
    assert (gezien["van_papier"], gezien["scherm"]["stem"]) == (True, [])
    assert not any(gekozen for rij in gezien["scherm"]["knoppen"] for _, _, gekozen in rij), "it may be a housemate's"
    weg = [stemterug.haal_weg(tx, handeling(wijk, wie), vraag, zeker=False).data["over_besluit"] for wie in (ANNA, "2")]
    assert weg == [True, False], "what staff wrote down goes on counting, so nobody says that it will not"
    gezien = stemmen.stem(tx, handeling(wijk, "2"), vraag, "0").data
    assert ("van_papier" in gezien, stemmen_op(tx)) == (False, ["[0]", "[0]"])
    geldt = select(t.bewijs_prive.c.methode, t.bewijs_prive.c.vastlegger).where(~t.bewijs_prive.c.vervallen)
    assert [tuple(rij) for rij in tx.execute(geldt)] == [("knop", None)] * 2
    assert bram
    assert voer_in(tx, wijk, vraag, tweede["Merelweg 3"][1]) == "al_gestemd"


def test_what_many_taps_and_typed_words_make_is_entered_on_the_very_same_screens(tx: Connection, wijk: int) -> None:
    consent = een_peiling(
        tx, wijk, ("geen bezwaar", "bezwaar", "niet aan mij"), methode="consent", instellingen={"voorstel": "Een net"}
    )
    vraag = _id(tx, consent)
    (een,) = biljetten(tx, wijk, vraag)["Lindelaan 5"]
    vel = typ(tx, wijk, vraag, een).data["id"]
    with pytest.raises(Geweigerd, match="nog_niet_af"):
        papierstem.klaar(tx, doet(wijk), vel)
    assert papierstem.tik(tx, doet(wijk), vel, "b").data["af"] is False
    with pytest.raises(Geweigerd, match="zoveel_te_lang"):
        papierstem.typ(tx, doet(wijk), "x" * 1001, PEPER)
    af = papierstem.typ(tx, doet(wijk), "Te <b>duur</b>", PEPER)
    assert (af.data["af"], af.data["scherm"]["stem"]) == (True, [["bezwaar", {}], "Te <b>duur</b>"])
    assert stemmen_op(tx) == [], "it counts when it is done"
    papierstem.klaar(tx, doet(wijk), vel)
    assert stemmen_op(tx) == ['["b","Te <b>duur</b>"]']


def test_each_sheet_has_its_own_order_where_that_is_asked_and_its_screen_the_same(tx: Connection, wijk: int) -> None:
    vraag = _id(tx, een_peiling(tx, wijk, "abcdefgh", instellingen={"max_keuzes": 1, "geschud": True}))
    vellen = stemvel.maak(tx, doet(wijk), vraag, "", PEPER).data["vellen"]
    assert len({tuple(vel["volgorde"]) for vel in vellen}) > 1
    for vel in vellen:
        gezien = typ(tx, wijk, vraag, vel["code"]).data["scherm"]["knoppen"]
        assert [label for ((_, label, _),) in gezien] == ["abcdefgh"[n] for n in vel["volgorde"]]


def test_a_wrong_code_gets_a_sentence_and_trying_is_limited(tx: Connection, wijk: int, vraag: str) -> None:
    (een,) = biljetten(tx, wijk, vraag)["Lindelaan 5"]
    ander = _id(tx, een_peiling(tx, wijk))
    assert typ(tx, wijk, vraag, "hallo").data["gezegd"] == "typefout"
    gezegd = [typ(tx, wijk, ander, code).data["gezegd"] for code in (een, *[ONGEMAAKT] * 5)]
    assert gezegd == [*["onbekend"] * 5, "te_vaak"]
    assert typ(tx, wijk, vraag, een).data["gezegd"] == "te_vaak"
    assert typ(tx, wijk, vraag, een, now=NU + timedelta(minutes=61)).soort == "papierstem"


def test_only_who_may_end_the_poll_makes_and_enters_and_nobody_their_own_address_or_anothers_ballot(
    tx: Connection, wijk: int, vraag: str
) -> None:
    codes = biljetten(tx, wijk, vraag, alle=True)
    for wie in (ANNA, FATMA):
        for doe in (stemvel.toon, stemvel.kies, papierstem.vraag, papierstapel.toon, papierstapel.leg_voor):
            with pytest.raises(Geweigerd, match=r"rol_nodig|nog_niet_binnen"):
                doe(tx, doet(wijk, wie), vraag)
        with pytest.raises(Geweigerd, match=r"rol_nodig|nog_niet_binnen"):
            stemvel.maak(tx, doet(wijk, wie), vraag, "", PEPER)
    vel = typ(tx, wijk, vraag, codes["Lindelaan 5"][0]).data["id"]
    for doe_vel in (papierstem.klaar, papierstem.laat_liggen, papierstem.verbeter):
        with pytest.raises(Geweigerd, match="niet_open"):
            doe_vel(tx, doet(wijk, IBRAHIM), vel)
    assert typ(tx, wijk, vraag, codes["Lindelaan 5"][0], IBRAHIM).soort == "papierstem", "who has the paper goes on"
    with pytest.raises(Geweigerd, match="niet_open"):
        papierstem.tik(tx, doet(wijk), vel, "0")
    assert papierstem.laat_liggen(tx, doet(wijk, IBRAHIM), vel).data["gezegd"] == "weg"
    assert voer_in(tx, wijk, vraag, codes["Lindelaan 5"][0]) == "telt"
    een_account(tx, "thuis", bewoner=een_bewoner(tx, wijk, huis(tx, 1)))
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", "thuis")])
    assert voer_in(tx, wijk, vraag, codes["Merelweg 1"][0], wie="thuis") == "eigen_adres"


def test_of_a_poll_per_address_there_is_one_ballot_and_paper_never_replaces_a_housemates_vote(
    tx: Connection, wijk: int
) -> None:
    vraag = _id(tx, een_peiling(tx, wijk, per_adres=True))
    codes = biljetten(tx, wijk, vraag, alle=True)
    assert {adres: len(een) for adres, een in codes.items()} == {"Lindelaan 5": 1, "Merelweg 1": 1, "Merelweg 3": 1}
    assert voer_in(tx, wijk, vraag, codes["Merelweg 1"][0], "1") == "telt"
    stemmen.stem(tx, handeling(wijk, ANNA), vraag, "0")
    assert voer_in(tx, wijk, vraag, codes["Merelweg 3"][0], "1") == "al_gestemd"
    een_account(tx, "2", bewoner=een_bewoner(tx, wijk, huis(tx, 1)))
    stemmen.stem(tx, handeling(wijk, "2"), vraag, "0")
    assert (stemmen_op(tx), hoeveel(tx, t.stemvel, t.stemvel.c.staat == "telt")) == (["[0]", "[0]"], 0)


def test_of_a_poll_among_owners_only_their_addresses_get_a_ballot_in_each_street(tx: Connection, wijk: int) -> None:
    tx.execute(t.huishouden.update().where(t.huishouden.c.huisnummer == 5).values(eigendom="koop"))
    tx.execute(t.huishouden.update().where(t.huishouden.c.huisnummer == 1).values(eigendom="huur"))
    vraag = _id(tx, een_peiling(tx, wijk, doelgroep="koop"))
    (codes,) = biljetten(tx, wijk, vraag, alle=True).values()
    with pytest.raises(Geweigerd, match="geen_adres"):
        stemvel.maak(tx, doet(wijk), vraag, huis_id(tx, 1), PEPER)
    assert voer_in(tx, wijk, vraag, codes[0]) == "telt"


# The pile


@pytest.fixture
def stapel(tx: Connection, wijk: int) -> tuple[str, list[str]]:
    """A poll of which Noor entered `LOS` ballots and three more; the codes of those three."""
    een_huishouden(tx, wijk, volwassenen=LOS + 1, huisnummer=7, straat="Vinkenlaan")
    een_huishouden(tx, wijk, volwassenen=3, huisnummer=9, straat="Vinkenlaan")
    vraag = _id(tx, een_peiling(tx, wijk, sluit_op=NU + timedelta(days=10)))
    codes = biljetten(tx, wijk, vraag)
    gezegd = [voer_in(tx, wijk, vraag, code) for code in codes["Vinkenlaan 7"][:LOS]]
    gezegd += [voer_in(tx, wijk, vraag, code, "1") for code in codes["Vinkenlaan 9"]]
    assert gezegd == [*["telt"] * LOS, *["wacht"] * 3]
    return vraag, codes["Vinkenlaan 9"]


def leg_voor(tx: Connection, wijk: int, vraag: str) -> str:
    return str(papierstapel.leg_voor(tx, doet(wijk), vraag).data["id"])


@pytest.mark.overal
def test_a_pile_counts_as_a_whole_once_a_second_person_has_read_codes_and_answers(
    tx: Connection, wijk: int, stapel: tuple[str, list[str]]
) -> None:
    vraag, codes = stapel
    assert len(stemmen_op(tx)) == LOS
    voor = leg_voor(tx, wijk, vraag)
    with pytest.raises(Geweigerd, match="leeg"):
        papierstapel.leg_voor(tx, doet(wijk), vraag)
    with pytest.raises(Geweigerd, match="eigen"):
        voorstel.akkoord(tx, doet(wijk), voor)
    blad, _ = voorstel.lees(tx, doet(wijk, FATMA), voor)
    assert sorted((regel["code"], *regel["stem"]) for regel in blad.data["regels"]) == sorted(
        (code, "nee") for code in codes
    )
    assert "Vinkenlaan" not in str(blad.data)
    voorstel.akkoord(tx, doet(wijk, FATMA), voor)
    assert stemmen_op(tx) == ["[0]"] * LOS + ["[1]"] * 3
    assert set(tx.scalars(select(t.bewijs_prive.c.vastlegger))) == {accounts.wie(tx, wijk, "telegram", NOOR).account}  # type: ignore[union-attr]


def test_without_that_setting_all_count_at_once(tx: Connection, wijk: int) -> None:
    een_huishouden(tx, wijk, volwassenen=LOS + 2, huisnummer=7)
    vraag = _id(tx, een_peiling(tx, wijk))
    for code in biljetten(tx, wijk, vraag)["Merelweg 7"]:
        vel = typ(tx, wijk, vraag, code).data["id"]
        papierstem.tik(tx, handeling(wijk, NOOR), vel, "0")
        assert papierstem.klaar(tx, handeling(wijk, NOOR), vel).data["gezegd"] == "telt"


def test_a_ballot_of_the_pile_can_be_corrected_until_it_is_put_before_somebody_and_after_their_no(
    tx: Connection, wijk: int, stapel: tuple[str, list[str]]
) -> None:
    vraag, _ = stapel
    vel = papierstapel.toon(tx, doet(wijk), vraag).data["regels"][0]["id"]
    voor = leg_voor(tx, wijk, vraag)
    with pytest.raises(Geweigerd, match="voorgelegd"):
        papierstem.verbeter(tx, doet(wijk), vel)
    voorstel.niet_akkoord(tx, doet(wijk, IBRAHIM), voor)
    assert papierstapel.toon(tx, doet(wijk), vraag).data["aantal"] == 3
    papierstem.verbeter(tx, doet(wijk), vel)
    papierstem.tik(tx, doet(wijk), vel, "0")
    assert papierstem.klaar(tx, doet(wijk), vel).data["gezegd"] == "wacht"
    voorstel.akkoord(tx, doet(wijk, IBRAHIM), leg_voor(tx, wijk, vraag))
    assert stemmen_op(tx) == ["[0]"] * (LOS + 1) + ["[1]"] * 2


def test_of_a_pile_who_voted_in_chat_or_was_erased_since_has_no_vote_from_it(
    tx: Connection, wijk: int, stapel: tuple[str, list[str]]
) -> None:
    vraag, _ = stapel
    voor = leg_voor(tx, wijk, vraag)
    een_account(tx, "2", bewoner=een_bewoner(tx, wijk, huis(tx, 9)))
    stemmen.stem(tx, handeling(wijk, "2"), vraag, "0")
    weg = een_bewoner(tx, wijk, huis(tx, 9))
    wissen.vergeet_bewoner(tx, wijk, weg, "x" * 22, NU)
    voorstel.akkoord(tx, doet(wijk, IBRAHIM), voor)
    assert stemmen_op(tx) == ["[0]"] * (LOS + 1) + ["[1]"]


def test_at_closing_what_waits_does_not_count_and_both_hear_that_in_time(
    tx: Connection, wijk: int, stapel: tuple[str, list[str]]
) -> None:
    vraag, _ = stapel
    later = doet(wijk, now=NU + timedelta(days=8, hours=12))
    voor = papierstapel.leg_voor(tx, later, vraag)
    assert voor.data["tot"] == (NU + timedelta(days=10)).isoformat(), "not beyond the closing"
    peiling_id, moment = tx.execute(
        select(t.wekker.c.onderwerp, t.wekker.c.moment).where(t.wekker.c.soort == papierstapel.WEKKER)
    ).one()
    assert moment == NU + timedelta(days=9)
    papierstapel.herinner(tx, _geval(tx, wijk, papierstapel.WEKKER, moment))
    gehoord = select(t.account.c.extern_id, t.outbox.c.data).join(t.outbox)
    wacht = tx.execute(gehoord.where(t.outbox.c.soort == "papierstapel.wacht"))
    assert {wie: (data["aantal"], data["eigen"]) for wie, data in wacht} == {
        NOOR: (3, True),
        IBRAHIM: (3, False),
        FATMA: (3, False),
    }
    zeker = peiling.sluit(tx, doet(wijk), vraag, zeker=False)
    assert zeker.data["papier"] == 3
    peilingen.sluit(tx, peiling_id, NU)
    assert (len(stemmen_op(tx)), hoeveel(tx, t.stemvel), hoeveel(tx, t.stemkoppeling)) == (LOS, 0, 0)
    with pytest.raises(Geweigerd, match="gesloten"):
        voorstel.akkoord(tx, doet(wijk, IBRAHIM), voor.data["id"])
    with pytest.raises(Geweigerd, match="gesloten"):
        papierstem.vraag(tx, doet(wijk), vraag)
    assert papierstem.typ(tx, doet(wijk), "AAAA", PEPER).soort == "peiling.uitslag", "and lets go of what is typed"
    assert peilingen.zoek(tx, wijk, id=peiling_id).op_papier == LOS  # type: ignore[union-attr]


@pytest.mark.parametrize("eind", [peiling.sluit, peiling.trek_in])
def test_when_a_poll_ends_early_codes_and_answers_of_what_a_second_person_was_asked_go_too(
    tx: Connection, wijk: int, stapel: tuple[str, list[str]], eind: Any
) -> None:
    vraag, codes = stapel
    voor = leg_voor(tx, wijk, vraag)
    assert codes[0] in str(voorstel.lees(tx, doet(wijk, IBRAHIM), voor))
    eind(tx, doet(wijk), vraag, zeker=True)
    while te_doen := wekkers.eerste(tx, wijk, NU):
        wekker.doe(tx, wijk, te_doen.id, NU, AMSTERDAM, Verzending())
    kolommen = t.voorstel.c.staat, t.voorstel.c.data, t.voorstel.c.velden
    assert tx.execute(select(*kolommen).where(t.voorstel.c.publiek_id == voor)).one() == ("verlopen", {}, {})


@pytest.mark.overal
def test_the_evidence_of_a_pile_has_another_order_than_its_codes(
    tx: Connection, wijk: int, stapel: tuple[str, list[str]]
) -> None:
    ids = [vel.publiek_id for vel in stemvellen.stapel(tx, 1, _noor(tx, wijk), NU)]
    assert [vel.publiek_id for vel in stemvellen.van_ids(tx, wijk, ids)] == sorted(ids)


def _noor(tx: Connection, wijk: int) -> int:
    noor = accounts.wie(tx, wijk, "telegram", NOOR)
    assert noor is not None
    return noor.account


def test_a_vote_from_paper_that_was_corrected_away_or_of_who_left_keeps_nobody_from_their_sheet(
    tx: Connection, wijk: int, vraag: str
) -> None:
    een, ander = biljetten(tx, wijk, vraag)["Merelweg 1"]
    tweede = biljetten(tx, wijk, vraag)["Merelweg 1"]
    assert [voer_in(tx, wijk, vraag, code) for code in (een, ander)] == ["telt", "telt"]
    fout = tx.scalar(select(t.stemvel.c.bewoner).where(t.stemvel.c.staat == "telt")) or 0
    correcties.trek_stem_in(tx, fout, tx.scalar(select(t.peiling.c.id)) or 0)
    assert hoeveel(tx, t.stemvel, t.stemvel.c.staat == "telt") == 1
    assert sorted(voer_in(tx, wijk, vraag, code, "1") for code in tweede) == ["plek_gebruikt", "telt"]
    sleutels = list(tx.scalars(select(t.huishouden.c.sleutel).where(t.huishouden.c.huisnummer == 1)))
    verhuizingen.beeindig(tx, wijk, sleutels, NU)
    nieuw = biljetten(tx, wijk, vraag)["Merelweg 1"]
    assert [voer_in(tx, wijk, vraag, code, "1", IBRAHIM) for code in nieuw] == ["telt", "telt"]


def _geval(tx: Connection, wijk: int, soort: str, nu: datetime) -> Geval:
    wekker = next(een for een in wekkers.komend(tx, wijk, [soort], NU))
    return Geval(wijk, wekker, nu, AMSTERDAM, Verzending())


def test_a_household_that_moves_ends_its_codes_and_who_is_erased_their_votes(
    tx: Connection, wijk: int, vraag: str
) -> None:
    codes = biljetten(tx, wijk, vraag)
    assert voer_in(tx, wijk, vraag, codes["Lindelaan 5"][0]) == "telt"
    verhuizingen.beeindig(tx, wijk, ["3511AB|1|"], NU)
    assert voer_in(tx, wijk, vraag, codes["Merelweg 1"][0]) == "onbekend"
    bewoner = tx.scalar(select(t.stemvel.c.bewoner).where(t.stemvel.c.staat == "telt"))
    assert bewoner is not None
    wissen.vergeet_bewoner(tx, wijk, bewoner, "x" * 22, NU)
    assert (stemmen_op(tx), hoeveel(tx, t.stemvel)) == ([], 0)


def test_of_a_werkgroep_its_members_get_a_ballot_and_its_trekker_makes_and_enters_them(
    tx: Connection, wijk: int
) -> None:
    groep = "G" * 22
    werkgroepen.vul_aan(tx, wijk, [("Techniek", groep)])
    (techniek,) = werkgroepen.lijst(tx, wijk, 0)
    werkgroepen.zet_lid(tx, wijk, techniek.id, een_bewoner(tx, wijk, huis(tx, 5)), lid=True)
    een_rol(tx, wijk, TREKKER, "7", bereik=groep)
    vraag = _id(tx, een_peiling(tx, wijk, doelgroep="werkgroep", doelgroep_bereik=groep))
    (vel,) = stemvel.maak(tx, doet(wijk, "7"), vraag, "", PEPER).data["vellen"]
    assert vel["adres"] == "Lindelaan 5"
    with pytest.raises(Geweigerd, match="andere_groep"):
        stemvel.maak(tx, doet(wijk, "7"), vraag, huis_id(tx, 1), PEPER)
    werkgroepen.zet_lid(tx, wijk, techniek.id, bewoner_van(tx, huis(tx, 5)), lid=False)
    assert voer_in(tx, wijk, vraag, vel["code"], wie="7") == "kan_niet"
    assert stemmen_op(tx) == []


def huis_id(tx: Connection, nummer: int) -> str:
    return str(tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.huisnummer == nummer)))


def bewoner_van(tx: Connection, thuis: int) -> int:
    gevonden: int = tx.execute(select(t.bewoner.c.id).where(t.bewoner.c.huishouden == thuis)).scalar_one()
    return gevonden


def test_a_ballot_for_a_seat_that_is_no_more_holds_up_no_pile(tx: Connection, wijk: int, vraag: str) -> None:
    for _ in range(LOS):
        huisnummer = 20 + hoeveel(tx, t.huishouden)
        een_huishouden(tx, wijk, volwassenen=1, huisnummer=huisnummer)
        assert voer_in(tx, wijk, vraag, biljetten(tx, wijk, vraag)[f"Merelweg {huisnummer}"][0]) == "telt"
    een, ander = biljetten(tx, wijk, vraag)["Merelweg 1"]
    assert [voer_in(tx, wijk, vraag, code) for code in (een, ander)] == ["wacht", "wacht"]
    derde = biljetten(tx, wijk, vraag)["Merelweg 1"][1]
    tx.execute(t.huishouden.update().where(t.huishouden.c.id == huis(tx, 1)).values(volwassenen=1))
    assert typ(tx, wijk, vraag, derde).data["gezegd"] == "plek_gebruikt"
    gevraagd = papierstapel.leg_voor(tx, doet(wijk), vraag).data["id"]

    voorstel.akkoord(tx, doet(wijk, IBRAHIM), gevraagd)

    assert len(stemmen_op(tx)) == LOS + 1
    over = biljetten(tx, wijk, vraag, alle=True)["Merelweg 3"]
    tx.execute(t.huishouden.update().where(t.huishouden.c.id == huis(tx, 3)).values(volwassenen=1))
    assert typ(tx, wijk, vraag, over[1]).data["gezegd"] == "kan_niet"


def test_what_somebody_says_is_not_so_is_on_paper_no_more_and_nothing_hangs_on_it(
    tx: Connection, wijk: int, vraag: str
) -> None:
    code, weer = (biljetten(tx, wijk, vraag)["Merelweg 1"][0] for _ in range(2))
    assert voer_in(tx, wijk, vraag, code) == "telt"
    bewoner, nummer = tx.execute(select(t.stemvel.c.bewoner, t.stemvel.c.peiling).where(t.stemvel.c.code != "")).one()
    sleutel = tx.scalar(select(t.stembiljet.c.sleutel))
    velden = {"wijk": wijk, "peiling": nummer, "stembiljet": sleutel}
    tx.execute(t.weerwoord.insert().values(antwoord="Dat zoeken we uit.", blijft=False, **velden))

    correcties.trek_stem_in(tx, bewoner, nummer)

    assert hoeveel(tx, t.stembiljet) == hoeveel(tx, t.weerwoord) == hoeveel(tx, t.stemvel, t.stemvel.c.code != "") == 0
    assert voer_in(tx, wijk, vraag, weer, "1") == "telt"

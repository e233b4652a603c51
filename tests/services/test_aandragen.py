"""What residents bring in to a poll: until when, who lets it through, and that nothing says later whose it was."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, select

from berichten import Boodschap, Toon, render, vertaal
from bot.errors import Geweigerd
from bot.rules.aandragen import MEESTE_OPTIES
from bot.rules.peilingen.stellingen import Stellingen
from bot.rules.toestemming import VERSIE
from bot.services import aandragen, formulier, peiling, stemgroepen, stemmen, toelaten
from bot.services.bewoner import mijn_gegevens
from bot.services.handeling import AMSTERDAM, BEGELEIDER, TREKKER, eis_rol
from bot.storage import accounts, peilingen, wissen
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_publiek_id, een_wijk, handeling
from tests.services.test_peilingextra import doe_wekkers

NOOR = "9001"
DICHT = NU + timedelta(days=4)
VORMEN = {vorm.soort: vorm for vorm in (toelaten.NIET, toelaten.SAMEN)}
LASTIG = "=1+1 <b>gas</b> & {aantal} مرحبا"


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR)])
    for nummer in range(1, 14):
        een_account(tx, str(nummer), bewoner=een_bewoner(tx, wijk))
    return wijk


def open_peiling(tx: Connection, wijk: int, mag: Any = "ja", **anders: Any) -> str:
    noor = handeling(wijk, NOOR)
    data = {"methode": "stellingen", "vraag": "Wat vindt u?", "stellingen.opties": ["Net", "Pomp"], "live": "nee"}
    data |= {"stellingen.aandragen": mag, "besluit": "nee", "voor": "wijk"}
    data |= {"sluit_op": (NU + timedelta(days=3)).isoformat(), **anders}
    return str(peiling.FORMULIER.klaar(tx, noor, eis_rol(tx, noor, BEGELEIDER, TREKKER), data).data["id"])


@pytest.fixture
def stellingen(tx: Connection, wijk: int) -> str:
    """A poll of two statements to which one may bring in others; its public id."""
    return open_peiling(tx, wijk)


def stuurt_in(tx: Connection, wijk: int, stellingen: str, tekst: str, wie: str = "1") -> Boodschap:
    aandragen.begin(tx, handeling(wijk, wie), stellingen)
    return aandragen.typ(tx, handeling(wijk, wie), tekst)


def wacht(tx: Connection, wijk: int, stellingen: str, tekst: str, wie: str = NOOR) -> str:
    """Return the id of a text that waits, from the list of the team."""
    for blad in range(20):
        data = toelaten.lijst(tx, handeling(wijk, wie), stellingen, blad).data
        if data["tekst"] == tekst:
            return str(data["id"])
    raise AssertionError(f"{tekst} does not wait")


def opties(tx: Connection) -> list[tuple[str, bool]]:
    vraag = select(t.peiling_optie.c.tekst, t.peiling_optie.c.later).order_by(t.peiling_optie.c.volgorde)
    return [tuple(rij) for rij in tx.execute(vraag)]


def oordelen(tx: Connection) -> list[tuple[str, dict[str, Any]]]:
    vraag = select(t.account.c.extern_id, t.outbox.c.data).join(t.outbox).order_by(t.outbox.c.id)
    naar = tx.execute(vraag.where(t.outbox.c.soort == "peiling.ingestuurd"))
    return [(wie, {naam: data[naam] for naam in data if naam not in ("id", "vraag")}) for wie, data in naar]


def hoeveel(tx: Connection, tabel: Any, *waar: Any) -> int:
    return tx.scalar(select(func.count()).select_from(tabel).where(*waar)) or 0


def test_what_is_let_through_becomes_the_last_option_and_ballots_that_were_cast_stay(
    tx: Connection, wijk: int, stellingen: str
) -> None:
    for wie, daden in (("2", ["0e", "1o"]), ("3", ["0e", "k"])):
        for daad in daden:
            stemmen.stem(tx, handeling(wijk, wie), stellingen, daad)
    gezien = stuurt_in(tx, wijk, stellingen, f"  {LASTIG}\n ")
    assert (gezien.soort, gezien.data["tekst"]) == ("aandragen.ontvangen", LASTIG)
    assert stemmen.toon(tx, handeling(wijk), stellingen).data["aandragen"] == {"nog": 2, "wacht": 1}
    assert hoeveel(tx, t.bewijs) == 2, "bringing something in leaves no evidence"
    een = wacht(tx, wijk, stellingen, LASTIG)
    assert toelaten.erbij(tx, handeling(wijk, NOOR), een, zeker=False).soort == "aandragen.zeker"
    assert len(opties(tx)) == 2
    assert toelaten.erbij(tx, handeling(wijk, NOOR), een, zeker=True).data["tekst"] is None
    assert opties(tx) == [("Net", False), ("Pomp", False), (LASTIG, True)]
    assert oordelen(tx) == [("1", {"tekst": LASTIG, "staat": "erbij"})]
    zinnen = [stemmen.toon(tx, handeling(wijk, wie), stellingen).data["scherm"]["zinnen"] for wie in ("2", "3", "4")]
    assert [zin[0] for zin in zinnen] == [["nieuw", {"aantal": 1}], ["nieuw", {"aantal": 1}], ["uitleg", {}]]
    stemmen.stem(tx, handeling(wijk, "2"), stellingen, "2e")
    assert sorted(tx.scalars(select(t.stembiljet.c.inhoud))) == ['"e-k"', '"eoe"']
    geteld = stemmen.toon(tx, handeling(wijk, "2", now=DICHT), stellingen).data
    assert geteld["ingestuurd"] == {"erbij": 1, "samengevoegd": 0, "niet": 0, "te_laat": 0}


def test_several_become_one_in_words_of_the_team_and_each_who_wrote_one_hears_those(
    tx: Connection, wijk: int, stellingen: str
) -> None:
    for wie, tekst in (("1", "Te duur"), ("2", "Het is duur"), ("3", "Net is goed")):
        stuurt_in(tx, wijk, stellingen, tekst, wie)
    noor = handeling(wijk, NOOR)
    een, ander, net = (wacht(tx, wijk, stellingen, tekst) for tekst in ("Te duur", "Het is duur", "Net is goed"))
    vragen = [toelaten.open_samen(tx, noor, een)]
    vragen += [formulier.kies(tx, noor, VORMEN, "met", keuze) for keuze in (f"w{ander}", f"w{net}", f"w{net}", "")]
    assert vragen[-1].data["veld"] == "woorden"
    assert {vraag.data["over"] for vraag in vragen} == {"Te duur"}, "what it is about stays in sight"
    assert formulier.typ(tx, noor, VORMEN, "De kosten zijn te hoog").data["gedaan"] == "samen"
    toelaten.open_samen(tx, noor, net)
    bij = tx.scalar(select(t.peiling_optie.c.publiek_id).where(t.peiling_optie.c.tekst == "Net"))
    formulier.kies(tx, noor, VORMEN, "met", f"o{bij}")
    formulier.kies(tx, noor, VORMEN, "met", "")
    assert [tekst for tekst, _ in opties(tx)] == ["Net", "Pomp", "De kosten zijn te hoog"]
    wordt = {"1": "De kosten zijn te hoog", "2": "De kosten zijn te hoog", "3": "Net"}
    assert {wie: data["wordt"] for wie, data in oordelen(tx)} == wordt
    assert [data["staat"] for _, data in oordelen(tx)] == ["samengevoegd"] * 3


@pytest.mark.parametrize(
    ("gaf", "reden"),
    [("staat_er", {"reden": "staat_er"}), (LASTIG, {"reden": None, "eigen": LASTIG})],
)
def test_who_is_not_let_through_reads_why_and_may_write_it_differently(
    tx: Connection, wijk: int, stellingen: str, gaf: str, reden: dict[str, Any]
) -> None:
    stuurt_in(tx, wijk, stellingen, "Onzin")
    noor = handeling(wijk, NOOR)
    toelaten.open_niet(tx, noor, wacht(tx, wijk, stellingen, "Onzin"))
    if gaf in toelaten.REDENEN:
        formulier.kies(tx, noor, VORMEN, "reden", gaf)
    else:
        formulier.typ(tx, noor, VORMEN, gaf)
    assert oordelen(tx) == [("1", {"tekst": "Onzin", "staat": "niet", **reden})]
    assert len(opties(tx)) == 2
    assert stuurt_in(tx, wijk, stellingen, "Onzin").soort == "aandragen.ontvangen"


def test_nobody_sees_afterwards_whose_it_was(tx: Connection, wijk: int, stellingen: str) -> None:
    stuurt_in(tx, wijk, stellingen, "Zonnepanelen", "5")
    stuurt_in(tx, wijk, stellingen, "Blijft liggen", "6")
    een = wacht(tx, wijk, stellingen, "Zonnepanelen")
    assert not {"bewoner", "account"} & set(toelaten.lijst(tx, handeling(wijk, NOOR), stellingen).data)
    toelaten.erbij(tx, handeling(wijk, NOOR), een, zeker=True)
    rijen = tx.execute(select(t.aandraging).where(t.aandraging.c.staat == "erbij")).mappings().one()
    assert (rijen["bewoner"], rijen["account"], rijen["tekst"]) == (None, None, None)
    stemmen.toon(tx, handeling(wijk, "2", now=DICHT), stellingen)
    assert hoeveel(tx, t.aandraagteller) == hoeveel(tx, t.outbox, t.outbox.c.soort == "peiling.ingestuurd") == 0
    assert list(tx.scalars(select(t.aandraging.c.staat).order_by(t.aandraging.c.id))) == ["erbij", "te_laat"]
    assert hoeveel(tx, t.aandraging, t.aandraging.c.bewoner.is_not(None)) == 0
    assert "Blijft liggen" not in json.dumps([dict(r) for r in tx.execute(select(t.aandraging)).mappings()])


def test_a_person_brings_in_three_whatever_became_of_them_and_nobody_beyond_the_last_place(
    tx: Connection, wijk: int, stellingen: str
) -> None:
    een_account(tx, "101", bewoner=tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == "1")))
    for nummer, wie in enumerate(("1", "101", "1")):
        stuurt_in(tx, wijk, stellingen, f"Stelling {nummer}", wie)
    toelaten.erbij(tx, handeling(wijk, NOOR), wacht(tx, wijk, stellingen, "Stelling 0"), zeker=True)
    with pytest.raises(Geweigerd, match="genoeg"):
        aandragen.begin(tx, handeling(wijk), stellingen)
    data = stemmen.toon(tx, handeling(wijk), stellingen).data
    assert data["aandragen"] == {"nog": 0, "wacht": 2}
    aandragen.begin(tx, handeling(wijk, "2"), stellingen)
    peiling_id = tx.scalar(select(t.peiling.c.id)) or 0
    for plaats in range(3, MEESTE_OPTIES):
        rij = {"wijk": wijk, "peiling": peiling_id, "publiek_id": een_publiek_id()}
        tx.execute(t.peiling_optie.insert().values(**rij, volgorde=plaats, tekst=f"{plaats}", later=True))
    with pytest.raises(Geweigerd, match="vol"):
        aandragen.typ(tx, handeling(wijk, "2"), "Nog een")
    een = wacht(tx, wijk, stellingen, "Stelling 1")
    with pytest.raises(Geweigerd, match="vol"):
        toelaten.erbij(tx, handeling(wijk, NOOR), een, zeker=True)


def test_what_is_there_already_is_said_so_and_too_long_by_how_much(tx: Connection, wijk: int, stellingen: str) -> None:
    stuurt_in(tx, wijk, stellingen, "Zon")
    aandragen.begin(tx, handeling(wijk), stellingen)
    for tekst, waarom in (("NET", "staat_er"), ("Zon", "staat_er"), ("x" * 101, "zoveel_te_lang"), ("👍", "woorden")):
        with pytest.raises(Geweigerd, match=waarom) as nee:
            aandragen.typ(tx, handeling(wijk), tekst)
        assert nee.value.onder is not None, "it is asked still"
    stuurt_in(tx, wijk, stellingen, "zon", "2")
    toelaten.erbij(tx, handeling(wijk, NOOR), wacht(tx, wijk, stellingen, "Zon"), zeker=True)
    with pytest.raises(Geweigerd, match="dubbel"):
        toelaten.erbij(tx, handeling(wijk, NOOR), wacht(tx, wijk, stellingen, "zon"), zeker=True)


def test_only_who_may_lets_through_and_only_what_waits(tx: Connection, wijk: int, stellingen: str) -> None:
    stuurt_in(tx, wijk, stellingen, "Zon")
    een, noor, bram = wacht(tx, wijk, stellingen, "Zon"), handeling(wijk, NOOR), handeling(wijk, "2")
    dicht = handeling(wijk, NOOR, now=DICHT)
    elders = handeling(een_wijk(tx, "Elders"), "77")
    geval: tuple[Any, ...]
    for geval in (
        (toelaten.lijst, bram, stellingen, "rol_nodig"),
        (toelaten.open_niet, bram, een, "rol_nodig"),
        (toelaten.open_samen, bram, een, "rol_nodig"),
        (toelaten.lijst, noor, "A" * 22, "peiling.onbekend"),
        (toelaten.open_niet, noor, "A" * 22, "aandragen.weg"),
        (toelaten.open_niet, dicht, een, "aandragen.niet"),
        (aandragen.begin, handeling(wijk, "77"), stellingen, "nog_niet_binnen"),
        (aandragen.begin, elders, stellingen, "nog_niet_binnen"),
        (aandragen.begin, bram, "A" * 22, "peiling.onbekend"),
        (aandragen.begin, handeling(wijk, "2", now=DICHT), stellingen, "aandragen.niet"),
        (aandragen.begin, bram, open_peiling(tx, wijk, "nee"), "aandragen.niet"),
    ):
        doe, wie, wat, waarom = geval
        with pytest.raises(Geweigerd, match=waarom):
            doe(tx, wie, wat)
    toelaten.erbij(tx, noor, een, zeker=True)
    with pytest.raises(Geweigerd, match="weg"):  # a second tap
        toelaten.erbij(tx, noor, een, zeker=True)


def test_a_form_that_comes_too_late_places_nothing(tx: Connection, wijk: int, stellingen: str) -> None:
    stuurt_in(tx, wijk, stellingen, "Zon")
    noor = handeling(wijk, NOOR)
    aandragen.begin(tx, handeling(wijk, "2"), stellingen)
    toelaten.open_niet(tx, noor, een := wacht(tx, wijk, stellingen, "Zon"))
    toelaten.erbij(tx, noor, een, zeker=True)
    assert formulier.kies(tx, noor, VORMEN, "reden", "staat_er").data["gedaan"] == "al"
    assert aandragen.typ(tx, handeling(wijk, "2", now=DICHT), "Nog een").soort == "aandragen.te_laat"
    assert hoeveel(tx, t.aandraging) == 1


def test_another_form_that_is_open_is_not_thrown_away_and_going_back_ends_it(
    tx: Connection, wijk: int, stellingen: str
) -> None:
    aandragen.begin(tx, handeling(wijk), stellingen)
    assert aandragen.niet(tx, handeling(wijk), stellingen).soort == "peiling.open"
    assert hoeveel(tx, t.gesprek) == 0
    formulier.begin(tx, handeling(wijk, NOOR), peiling.FORMULIER)
    nu_bewoner = {"bewoner": een_bewoner(tx, wijk), "toestemming_versie": VERSIE}
    tx.execute(t.account.update().where(t.account.c.extern_id == NOOR).values(nu_bewoner))
    with pytest.raises(Geweigerd, match="eerst_afmaken"):
        aandragen.begin(tx, handeling(wijk, NOOR), stellingen)


def test_the_maker_hears_once_that_something_waits(tx: Connection, wijk: int, stellingen: str) -> None:
    for wie in ("1", "2"):
        stuurt_in(tx, wijk, stellingen, f"Van {wie}", wie)
    naar = select(t.account.c.extern_id).join(t.outbox).where(t.outbox.c.soort == "aandragen.nieuw")
    assert list(tx.scalars(naar)) == [NOOR]
    assert stemmen.toon(tx, handeling(wijk, NOOR), stellingen).data["ingestuurd"] == 2


def test_what_waits_stands_in_ones_own_data_until_it_is_judged(tx: Connection, wijk: int, stellingen: str) -> None:
    stuurt_in(tx, wijk, stellingen, "Zon")
    assert mijn_gegevens(tx, handeling(wijk)).data["aangedragen"] == ["Zon"]
    toelaten.erbij(tx, handeling(wijk, NOOR), wacht(tx, wijk, stellingen, "Zon"), zeker=True)
    assert mijn_gegevens(tx, handeling(wijk)).data["aangedragen"] == []


def test_who_is_erased_takes_along_what_was_not_judged(tx: Connection, wijk: int, stellingen: str) -> None:
    stuurt_in(tx, wijk, stellingen, "Weg ermee")
    bewoner = tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == "1")) or 0
    wissen.vergeet_bewoner(tx, wijk, bewoner, een_publiek_id(), NU)
    assert hoeveel(tx, t.aandraging) == hoeveel(tx, t.aandraagteller) == 0


def test_how_it_goes_says_nothing_of_what_was_added_until_five_more_voted(tx: Connection, wijk: int) -> None:
    levend = open_peiling(tx, wijk, live="ja")
    for wie in range(2, 13):
        stemmen.stem(tx, handeling(wijk, str(wie)), levend, "0e")
    stuurt_in(tx, wijk, levend, "Zon")
    toelaten.erbij(tx, handeling(wijk, NOOR), wacht(tx, wijk, levend, "Zon"), zeker=True)
    stand = stemmen.toon(tx, handeling(wijk, "2"), levend).data["tussenstand"]
    assert (len(stand["regels"]), stand["delen"][6:]) == (3, ["niet getoond"] * 3)


def test_where_one_brings_in_beforehand_it_ends_when_voting_opens(
    tx: Connection, wijk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Stellingen, "AANDRAGEN", "vooraf")
    straks = open_peiling(tx, wijk, opent_op=(NU + timedelta(days=1)).isoformat())
    for tekst in ("Zon", "Wind"):
        stuurt_in(tx, wijk, straks, tekst)
    gezien = stemmen.toon(tx, handeling(wijk), straks)
    assert gezien.data["aandragen"] == {"nog": 1, "wacht": 2}
    knoppen = render(gezien, Toon(vertaal("nl"), AMSTERDAM, "https://t.me/GehoordBot")).knoppen
    assert f"aan:{straks}" in [knop.data for rij in knoppen for knop in rij]
    toelaten.erbij(tx, handeling(wijk, NOOR), wacht(tx, wijk, straks, "Zon"), zeker=True)
    assert opties(tx)[-1] == ("Zon", False)
    open_ = NU + timedelta(days=1, minutes=1)
    doe_wekkers(tx, wijk, open_)
    assert [hoeveel(tx, t.aandraging, t.aandraging.c.staat == staat) for staat in ("erbij", "te_laat")] == [1, 1]
    assert hoeveel(tx, t.aandraagteller) == 0
    with pytest.raises(Geweigerd, match="niet"):
        aandragen.begin(tx, handeling(wijk, now=open_), straks)


def test_before_voting_opens_only_a_method_that_asks_so_takes_anything(tx: Connection, wijk: int) -> None:
    straks = open_peiling(tx, wijk, opent_op=(NU + timedelta(days=1)).isoformat())
    with pytest.raises(Geweigerd, match="niet"):
        aandragen.begin(tx, handeling(wijk), straks)
    assert "aandragen" not in stemmen.toon(tx, handeling(wijk), straks).data
    later = handeling(wijk, now=NU + timedelta(days=2))
    assert aandragen.begin(tx, later, straks).soort == "aandragen.vraag"


def test_groups_are_shown_after_closing_to_who_sees_the_result(tx: Connection, wijk: int) -> None:
    acht = open_peiling(tx, wijk, "nee", **{"stellingen.opties": list("abcdefgh")})
    for nummer in range(14, 31):
        een_account(tx, str(nummer), bewoner=een_bewoner(tx, wijk))
    for nummer in range(1, 31):
        for plek in range(8):
            voor = (nummer % 2 == 0) == (plek < 4)
            stemmen.stem(tx, handeling(wijk, str(nummer)), acht, f"{plek}{'e' if voor else 'o'}")
    assert stemgroepen.lees(tx, handeling(wijk), acht) is None, "nobody is counted while they can be known"
    assert stemgroepen.toon(tx, handeling(wijk), acht, []).soort == "peiling.open"
    dicht = handeling(wijk, now=DICHT)
    assert stemmen.toon(tx, dicht, acht).data["opiniegroepen"] is True
    delen = stemgroepen.zoek(stemgroepen.lees(tx, dicht, acht))
    assert delen[1][0] == ["groep", {"letter": "A", "hoeveel": 15}]
    assert stemgroepen.toon(tx, dicht, acht, delen).data["delen"] == delen
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        stemgroepen.toon(tx, handeling(wijk, "77"), acht, delen)


def test_where_an_address_has_one_vote_it_is_the_person_who_hears_of_it_not_the_housemate(
    tx: Connection, wijk: int
) -> None:
    per_adres = open_peiling(tx, wijk, per_adres="ja")
    huishouden = tx.scalar(select(t.bewoner.c.huishouden).join(t.account).where(t.account.c.extern_id == "1"))
    een_account(tx, "50", bewoner=een_bewoner(tx, wijk, huishouden))
    stemmen.stem(tx, handeling(wijk), per_adres, "0e")
    stuurt_in(tx, wijk, per_adres, "Zon", "50")
    assert stemmen.toon(tx, handeling(wijk), per_adres).data["aandragen"] == {"nog": 3, "wacht": 0}
    toelaten.erbij(tx, handeling(wijk, NOOR), wacht(tx, wijk, per_adres, "Zon"), zeker=True)
    assert [wie for wie, _ in oordelen(tx)] == ["50"]


def test_the_team_brings_in_for_who_has_no_phone_as_often_as_it_takes(
    tx: Connection, wijk: int, stellingen: str
) -> None:
    for nummer in range(4):
        stuurt_in(tx, wijk, stellingen, f"Aan de deur {nummer}", NOOR)
    toelaten.erbij(tx, handeling(wijk, NOOR), wacht(tx, wijk, stellingen, "Aan de deur 0"), zeker=True)
    assert [wie for wie, _ in oordelen(tx)] == [NOOR]
    gevonden = peilingen.zoek(tx, wijk, publiek_id=stellingen)
    assert gevonden
    assert stemmen.uitnodiging(tx, gevonden).data["aandragen"] == {"nog": 3, "wacht": 0}

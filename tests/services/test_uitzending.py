"""A broadcast from its last yes on: once, to whom it is for when it goes, and not where that has no sense any more."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, select, update

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.selectie import Selectie
from bot.services import formulier, opstellen, planning, selectie, uitzending, voorstel, wekker
from bot.services.bewijs import Feit, leg_vast
from bot.services.handeling import (
    AMSTERDAM,
    BEGELEIDER,
    KERNGROEP,
    ORGANISATOR,
    STRAATCONTACT,
    TREKKER,
    Handeling,
    wie_handelt,
)
from bot.storage import aanmeldingen, accounts, huishoudens, peilingen, uitzendingen, wekkers
from bot.storage import tables as t
from bot.storage.aanmeldingen import Aanmelding
from tests.builders import (
    NU,
    een_account,
    een_bewoner,
    een_bijeenkomst,
    een_huishouden,
    een_inhoud,
    een_peiling,
    een_publiek_id,
    een_rol,
    een_wijk,
    handeling,
)

NOOR, IBRAHIM = "9001", "9002"
OVERDAG = NU - timedelta(hours=7)  # noon in Amsterdam


@pytest.fixture
def wijk(tx: Connection) -> int:
    wijk = een_wijk(tx)
    accounts.zet_rollen(tx, wijk, [(BEGELEIDER, "telegram", NOOR), (ORGANISATOR, "telegram", IBRAHIM)])
    een_account(tx, IBRAHIM)
    return wijk


@pytest.fixture
def mensen(tx: Connection, wijk: int) -> list[int]:
    """Twelve residents of the Merelweg, each with a chat."""
    return [bewoner(tx, wijk, f"m{n}") for n in range(12)]


def bewoner(tx: Connection, wijk: int, naam: str, straat: str = "Merelweg", taal: str = "nl") -> int:
    nieuw = een_bewoner(tx, wijk, een_huishouden(tx, wijk, straat=straat, volwassenen=2).id)
    een_account(tx, naam, bewoner=nieuw, taal=taal)
    return nieuw


def zegt(wijk: int, wie: str = NOOR, now: datetime = OVERDAG, *, tweede: bool = False) -> Handeling:
    zo = handeling(wijk, wie, now=now)
    vraagt = frozenset({"bericht"} if tweede else ())
    return Handeling(zo.wijk, zo.afzender, zo.now, zo.zaad, tweede_persoon=vraagt)


def antwoorden(**velden: Any) -> dict[str, Any]:
    vast = {"inhoud": een_inhoud("tekst", "Kom!"), "voor": "wijk", "wie": [], "taal": "nl", "moment": "nu"}
    return {**vast, **velden}


def verstuur(tx: Connection, zo: Handeling, **velden: Any) -> Any:
    return opstellen.FORMULIER.klaar(tx, zo, wie_handelt(tx, zo), antwoorden(**velden))


def tik(tx: Connection, wijk: int, now: datetime = OVERDAG) -> None:
    while volgende := wekkers.eerste(tx, wijk, now):
        wekker.doe(tx, wijk, volgende.id, now, AMSTERDAM, Verzending())


def kreeg(tx: Connection, soort: str = "uitzending") -> list[str]:
    vraag = select(t.account.c.extern_id).join(t.outbox, t.outbox.c.account == t.account.c.id)
    return sorted(tx.scalars(vraag.where(t.outbox.c.soort == soort)))


def de_uitzending(tx: Connection, wijk: int) -> uitzendingen.Uitzending:
    gevonden = uitzendingen.zoek(tx, wijk, id=tx.scalar(select(t.uitzending.c.id)))
    assert gevonden is not None
    return gevonden


def straat(tx: Connection, wijk: int, naam: str = "Merelweg") -> dict[str, Any]:
    return {"voor": "straat", "welke": dict(huishoudens.straten(tx, wijk))[naam]}


def test_it_goes_to_all_at_once_and_its_content_stands_in_one_place(
    tx: Connection, wijk: int, mensen: list[int]
) -> None:
    gezegd = verstuur(tx, zegt(wijk))
    assert (gezegd.soort, gezegd.data["staat"], gezegd.data["straks"]) == ("uitzending.een", "gepland", False)
    tik(tx, wijk)
    tik(tx, wijk)
    assert kreeg(tx) == sorted(f"m{n}" for n in range(12))
    assert tx.scalars(select(t.outbox.c.data)).all() == [{}] * 12
    deze = de_uitzending(tx, wijk)
    assert (deze.staat, deze.aantal, deze.begonnen_op) == ("bezig", 12, OVERDAG)
    assert deze.inhoud["talen"]["nl"]["html"] == "Kom!"
    assert deze.inhoud["id"] == deze.publiek_id


def test_it_goes_out_in_parts_and_each_person_is_written_once(
    tx: Connection, wijk: int, mensen: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wekker, "BLOK", 5)
    verstuur(tx, zegt(wijk))
    volgende = wekkers.eerste(tx, wijk, OVERDAG)
    assert volgende is not None
    wekker.doe(tx, wijk, volgende.id, OVERDAG, AMSTERDAM, Verzending())
    assert len(kreeg(tx)) == 5
    een_account(tx, "m0-tweede", bewoner=mensen[0])  # who joins meanwhile hears it too
    tik(tx, wijk)
    assert len(kreeg(tx)) == 13


def test_what_was_stopped_halfway_writes_no_further_part(
    tx: Connection, wijk: int, mensen: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wekker, "BLOK", 5)
    verstuur(tx, zegt(wijk))
    volgende = wekkers.eerste(tx, wijk, OVERDAG)
    assert volgende is not None
    wekker.doe(tx, wijk, volgende.id, OVERDAG, AMSTERDAM, Verzending())
    uitzendingen.zet(tx, de_uitzending(tx, wijk).id, "bezig", staat="gestopt")
    tik(tx, wijk)
    assert len(kreeg(tx)) == 5


def test_who_was_heard_between_the_yes_and_the_moment_gets_nothing(
    tx: Connection, wijk: int, mensen: list[int]
) -> None:
    straks = OVERDAG + timedelta(hours=2)
    verstuur(tx, zegt(wijk), wie=["niet_gehoord"], moment={"op": straks.isoformat(), "gaat": None})
    leg_vast(tx, zegt(wijk), mensen[3], Feit("gesprek", een_publiek_id(), "deur"))
    tik(tx, wijk, straks)
    assert "m3" not in kreeg(tx)
    assert len(kreeg(tx)) == 11
    assert de_uitzending(tx, wijk).aantal == 10  # of twelve, as it was shown


def test_in_the_quiet_hours_now_is_when_they_are_over(tx: Connection, wijk: int, mensen: list[int]) -> None:
    nacht = datetime.fromisoformat("2027-02-01T22:30:00+00:00")
    gezegd = verstuur(tx, zegt(wijk, now=nacht))
    assert gezegd.data["moment"] == "2027-02-02T07:00:00+00:00"
    assert gezegd.data["stil"]
    tik(tx, wijk, nacht)
    assert kreeg(tx) == []


def test_a_moment_that_passed_before_the_last_yes_is_refused(tx: Connection, wijk: int, mensen: list[int]) -> None:
    with pytest.raises(Geweigerd, match=r"moment\.voorbij"):
        verstuur(tx, zegt(wijk), moment={"op": OVERDAG.isoformat(), "gaat": None})


def test_who_comes_to_a_meeting_is_written_to_without_a_second_person(
    tx: Connection, wijk: int, mensen: list[int]
) -> None:
    bij = een_bijeenkomst(tx, wijk)
    for een in mensen[:10]:
        aanmeldingen.bewaar(tx, wijk, bij.id, Aanmelding(een, "ja", plek="in"))
    zo = zegt(wijk, tweede=True)
    assert verstuur(tx, zo, wie=["komt"], komt=bij.publiek_id).soort == "uitzending.een"
    tik(tx, wijk)
    assert len(kreeg(tx)) == 10
    assert tx.scalars(select(t.outbox.c.ongevraagd_op).distinct()).all() == [None]  # they asked to hear of it
    assert tx.scalars(select(t.outbox.c.niet_na).distinct()).all() == [NU]


@pytest.mark.parametrize(
    ("wat", "reden"),
    [("sluit", "peiling_dicht"), ("stemt", "te_klein"), ("slaapt", "te_laat")],
)
def test_what_makes_no_sense_any_more_does_not_go_and_its_maker_is_told(
    tx: Connection, wijk: int, mensen: list[int], wat: str, reden: str
) -> None:
    publiek_id = een_publiek_id()
    peiling = een_peiling(tx, wijk, publiek_id=publiek_id, sluit_op=OVERDAG + timedelta(days=5))
    straks = OVERDAG + timedelta(hours=1)
    verstuur(tx, zegt(wijk), wie=["niet_gestemd"], peiling=publiek_id, moment={"op": straks.isoformat(), "gaat": None})
    if wat == "sluit":
        peilingen.sluit(tx, peiling, OVERDAG)
    if wat == "stemt":
        for een in mensen[:9]:
            leg_vast(tx, zegt(wijk), een, Feit("stem_besluit", publiek_id, "knop"))
    tik(tx, wijk, straks + timedelta(hours=30 if wat == "slaapt" else 0))
    assert kreeg(tx) == []
    assert de_uitzending(tx, wijk).staat == "afgezegd"
    assert kreeg(tx, "uitzending.vervallen") == [NOOR]
    assert tx.execute(select(t.outbox.c.data)).scalar_one()["reden"] == reden


def test_a_poll_that_is_closed_by_then_cannot_be_asked_about(tx: Connection, wijk: int, mensen: list[int]) -> None:
    publiek_id = een_publiek_id()
    een_peiling(tx, wijk, publiek_id=publiek_id, sluit_op=OVERDAG + timedelta(hours=5))
    straks = {"op": (OVERDAG + timedelta(hours=6)).isoformat(), "gaat": None}
    with pytest.raises(Geweigerd, match="peiling_dicht"):
        verstuur(tx, zegt(wijk), wie=["niet_gestemd"], peiling=publiek_id, moment=straks)


def test_for_too_few_only_the_straatcontacten_of_that_street_get_it(
    tx: Connection, wijk: int, mensen: list[int]
) -> None:
    bewoner(tx, wijk, "alleen", "Lindelaan")
    for naam, bereik in (("m0", "Lindelaan"), ("m1", "Merelweg")):
        een_rol(tx, wijk, STRAATCONTACT, naam, bereik=bereik)
    gezegd = verstuur(tx, zegt(wijk), **straat(tx, wijk, "Lindelaan"))
    assert (gezegd.data["doorgeven"], gezegd.data["aantal"]) == (True, 0)
    tik(tx, wijk)
    assert kreeg(tx) == []
    assert kreeg(tx, "uitzending.doorgeven") == ["m0"]


def test_where_no_street_was_chosen_all_straatcontacten_get_it_and_without_any_it_is_refused(
    tx: Connection, wijk: int, mensen: list[int]
) -> None:
    for een in mensen[:9]:
        leg_vast(tx, zegt(wijk), een, Feit("gesprek", een_publiek_id(), "deur"))
    with pytest.raises(Geweigerd, match="geen_contact"):
        verstuur(tx, zegt(wijk), wie=["niet_gehoord"])
    for naam, bereik in (("m0", "Lindelaan"), ("m1", "Merelweg")):
        een_rol(tx, wijk, STRAATCONTACT, naam, bereik=bereik)
    verstuur(tx, zegt(wijk), wie=["niet_gehoord"])
    tik(tx, wijk)
    assert (kreeg(tx), kreeg(tx, "uitzending.doorgeven")) == ([], ["m0", "m1"])


def test_each_reads_their_language_where_it_is_given(tx: Connection, wijk: int, mensen: list[int]) -> None:
    foto = een_inhoud("foto", "Kom!", "AgAD")
    verstuur(tx, zegt(wijk), inhoud=foto, vertaling_en=een_inhoud("tekst", "<b>Come!</b>"))
    talen = de_uitzending(tx, wijk).inhoud["talen"]
    assert talen == {"nl": foto, "en": {**foto, "html": "<b>Come!</b>"}}


def test_a_voice_message_asks_for_its_text_and_another_does_not(tx: Connection, wijk: int) -> None:
    zo, alle = zegt(wijk), {"uitzending": opstellen.FORMULIER}
    formulier.begin(tx, zo, opstellen.FORMULIER)
    vraag = formulier.stuur(tx, zo, alle, een_inhoud("spraak", "", "AwAD"))
    assert vraag.data["veld"] == "gezegd"
    assert formulier.stuur(tx, zo, alle, een_inhoud("foto", "", "AgAD")).data["veld"] == "gezegd"
    assert formulier.typ(tx, zo, alle, "Kom!", een_inhoud("tekst", "Kom!")).data["veld"] == "voor"
    formulier.begin(tx, zo, opstellen.FORMULIER)
    assert formulier.stuur(tx, zo, alle, een_inhoud("foto", "", "AgAD")).data["veld"] == "voor"


def test_the_whole_wijk_hears_it_after_a_second_yes_also_when_its_moment_has_passed(
    tx: Connection, wijk: int, mensen: list[int]
) -> None:
    straks = OVERDAG + timedelta(hours=2)
    gezegd = verstuur(tx, zegt(wijk, tweede=True), moment={"op": straks.isoformat(), "gaat": None})
    assert gezegd.soort == "voorstel.gemaakt"
    assert tx.scalar(select(t.uitzending.c.id)) is None
    id_ = gezegd.data["id"]
    *gezien, vraag = voorstel.lees(tx, zegt(wijk, IBRAHIM), id_)
    assert [b.soort for b in gezien] == ["uitzending", "uitzending.plan"]
    assert gezien[0].data["talen"]["nl"]["html"] == "Kom!"
    assert not vraag.data["lezen"]
    assert voorstel.toon(tx, zegt(wijk, IBRAHIM), id_).data["lezen"]
    later = OVERDAG + timedelta(days=1)
    voorstel.akkoord(tx, zegt(wijk, IBRAHIM, later), id_)
    assert de_uitzending(tx, wijk).moment == later
    with pytest.raises(Geweigerd, match="al_bevestigd"):
        voorstel.akkoord(tx, zegt(wijk, IBRAHIM, later), id_)
    tik(tx, wijk, later)
    assert len(kreeg(tx)) == 12


def test_the_second_yes_is_worth_nothing_when_the_maker_lost_that_role(
    tx: Connection, wijk: int, mensen: list[int]
) -> None:
    een_rol(tx, wijk, KERNGROEP, NOOR)
    id_ = verstuur(tx, zegt(wijk, tweede=True)).data["id"]
    accounts.zet_rollen(tx, wijk, [(ORGANISATOR, "telegram", IBRAHIM)])
    with pytest.raises(Geweigerd, match="maker_weg"):
        voorstel.akkoord(tx, zegt(wijk, IBRAHIM), id_)


@pytest.mark.parametrize(
    ("rol", "wil", "reden"),
    [
        (None, {}, "rol_nodig"),
        (KERNGROEP, {}, "rol_nodig"),
        (TREKKER, {}, "buiten_bereik"),
        (STRAATCONTACT, {}, "buiten_bereik"),
        (STRAATCONTACT, {"wie": ["niet_gehoord"]}, "buiten_bereik"),
        (TREKKER, {"wie": ["niet_gestemd"]}, "buiten_bereik"),
    ],
)
def test_nobody_writes_to_others_than_their_own(
    tx: Connection, wijk: int, mensen: list[int], rol: str | None, wil: dict[str, Any], reden: str
) -> None:
    if rol:
        een_rol(tx, wijk, rol, "m0", bereik="Lindelaan" if rol == STRAATCONTACT else een_publiek_id())
    zo = zegt(wijk, "m0")
    with pytest.raises(Geweigerd, match=reden):
        (formulier.begin(tx, zo, opstellen.FORMULIER), verstuur(tx, zo, **wil))


def test_a_straatcontact_writes_to_the_own_street_and_asks_nobody_what_they_did(
    tx: Connection, wijk: int, mensen: list[int]
) -> None:
    een_rol(tx, wijk, STRAATCONTACT, "m0", bereik="Merelweg")
    zo = zegt(wijk, "m0")
    verstuur(tx, zo, **straat(tx, wijk))
    assert de_uitzending(tx, wijk).inhoud["van"] == {"rol": STRAATCONTACT, "bereik": "Merelweg"}
    with pytest.raises(Geweigerd, match="buiten_bereik"):
        verstuur(tx, zo, **straat(tx, wijk), wie=["niet_gehoord"])
    tik(tx, wijk)
    assert len(kreeg(tx)) == 12


def gepland(tx: Connection, wijk: int) -> str:
    straks = OVERDAG + timedelta(hours=2)
    return str(verstuur(tx, zegt(wijk), moment={"op": straks.isoformat(), "gaat": None}).data["id"])


def test_what_is_planned_is_called_off_once_and_never_goes(tx: Connection, wijk: int, mensen: list[int]) -> None:
    id_ = gepland(tx, wijk)
    assert uitzending.zeg_af(tx, zegt(wijk), id_, zeker=False).soort == "uitzending.zeker"
    assert de_uitzending(tx, wijk).staat == "gepland"
    for wie in (NOOR, IBRAHIM):
        assert uitzending.zeg_af(tx, zegt(wijk, wie), id_, zeker=True).data["staat"] == "afgezegd"
    tik(tx, wijk, OVERDAG + timedelta(days=1))
    assert kreeg(tx) == []
    assert de_uitzending(tx, wijk).staat == "afgezegd"


@pytest.mark.parametrize(("begonnen", "staat", "gekregen"), [(False, "afgezegd", 0), (True, "gestopt", 12)])
def test_what_goes_now_is_called_off_or_stopped_without_a_question(
    tx: Connection, wijk: int, mensen: list[int], begonnen: bool, staat: str, gekregen: int
) -> None:
    id_ = verstuur(tx, zegt(wijk)).data["id"]
    if begonnen:
        tik(tx, wijk)
    for zeker in (False, True):  # the second tap finds it done
        assert uitzending.zeg_af(tx, zegt(wijk), id_, zeker=zeker).data["staat"] == staat
    tik(tx, wijk)
    assert len(kreeg(tx)) == gekregen
    wachten = select(t.outbox.c.id).where(t.outbox.c.soort == "uitzending", t.outbox.c.staat == "wachtend")
    assert tx.execute(wachten).all() == []


def test_a_maker_who_lost_the_role_can_still_call_the_own_message_off(
    tx: Connection, wijk: int, mensen: list[int]
) -> None:
    id_ = gepland(tx, wijk)
    accounts.zet_rollen(tx, wijk, [])
    assert uitzending.zeg_af(tx, zegt(wijk), id_, zeker=True).data["staat"] == "afgezegd"


def test_another_persons_and_another_wijks_are_not_touched(tx: Connection, wijk: int, mensen: list[int]) -> None:
    id_ = gepland(tx, wijk)
    een_rol(tx, wijk, TREKKER, "m0", bereik=een_publiek_id())
    elders = een_wijk(tx, "Elders")
    een_rol(tx, elders, ORGANISATOR, "m1")
    for zo, reden in (
        (zegt(wijk, "m0"), "buiten_bereik"),
        (zegt(wijk, "m2"), "rol_nodig"),
        (zegt(elders, "m1"), "onbekend"),
    ):
        daden: list[Callable[[Handeling], Boodschap]] = [
            lambda zo: uitzending.toon(tx, zo, id_),
            lambda zo: uitzending.zeg_af(tx, zo, id_, zeker=True),
        ]
        for doe in daden:
            with pytest.raises(Geweigerd, match=reden):
                doe(zo)
    assert de_uitzending(tx, wijk).staat == "gepland"


def test_the_audience_is_kept_as_it_was_confirmed(tx: Connection, wijk: int, mensen: list[int]) -> None:
    tx.execute(update(t.huishouden).values(eigendom="koop"))
    verstuur(tx, zegt(wijk), wie=["niet_gehoord", "koop"])
    kept = Selectie.uit_json(de_uitzending(tx, wijk).doelgroep)
    assert [(eis.soort, eis.telt) for eis in kept.eisen] == [
        ("koop", ()),
        ("niet_gehoord", ("gesprek", "stem_besluit")),
    ]


def test_in_planning_it_is_seen_moved_and_called_off(tx: Connection, wijk: int, mensen: list[int]) -> None:
    id_ = gepland(tx, wijk)
    (regel,) = planning.toon(tx, zegt(wijk)).data["regels"]
    assert (regel["soort"], regel["titel"], regel["aantal"]) == ("uitzending", "Kom!", [False, 12, False])
    morgen = OVERDAG + timedelta(days=1)
    data = {"wat": "uitzending", "id": id_, "moment": {"op": morgen.isoformat(), "gaat": None}}
    planning.VERZETTEN.klaar(tx, zegt(wijk), wie_handelt(tx, zegt(wijk)), data)
    assert uitzending.toon(tx, zegt(wijk), id_).data["moment"] == morgen.isoformat()
    tik(tx, wijk, OVERDAG + timedelta(hours=3))
    assert kreeg(tx) == []
    for keer, scherm in (("", "uitzending.zeker"), (regel["keer"], "uitzending.een")):
        assert planning.zeg_af(tx, zegt(wijk), "uitzending", id_, keer).soort == scherm
    assert de_uitzending(tx, wijk).staat == "afgezegd"
    tik(tx, wijk, morgen)
    assert kreeg(tx) == []


def test_what_planning_moved_goes_then(tx: Connection, wijk: int, mensen: list[int]) -> None:
    morgen = OVERDAG + timedelta(days=1)
    data = {"wat": "uitzending", "id": gepland(tx, wijk), "moment": {"op": morgen.isoformat(), "gaat": None}}
    planning.VERZETTEN.klaar(tx, zegt(wijk), wie_handelt(tx, zegt(wijk)), data)
    tik(tx, wijk, morgen)
    assert len(kreeg(tx)) == 12
    assert de_uitzending(tx, wijk).moment == morgen


@pytest.mark.parametrize("stemden", [0, 1, 4])
@pytest.mark.parametrize("erbij", [[], ["niet_geinformeerd"], ["niet_gehoord", "niet_geinformeerd"]])
def test_neither_a_wider_audience_nor_asking_for_more_uncovers_who_voted(
    tx: Connection, wijk: int, mensen: list[int], stemden: int, erbij: list[str]
) -> None:
    """Of a street of twelve the number for the whole wijk is the same, whether nobody voted in its poll or four did."""
    for n in range(20):
        bewoner(tx, wijk, f"l{n}", "Lindelaan")
    publiek_id = een_publiek_id()
    een_peiling(tx, wijk, publiek_id=publiek_id, doelgroep="straat", doelgroep_bereik="Merelweg", over_besluit=False)
    for een in mensen[:stemden]:
        leg_vast(tx, zegt(wijk), een, Feit("stem", publiek_id, "knop"))
    gevraagd = {"wie": ["niet_gestemd", *erbij], "peiling": publiek_id}
    for waar in ({"voor": "wijk"}, straat(tx, wijk)):
        wat = selectie.uit(tx, zegt(wijk), antwoorden(**waar, **gevraagd))
        assert selectie.tel(tx, wijk, wat) == (False, 10, True)


def test_a_form_that_stayed_open_counts_nothing_for_who_lost_that_role(
    tx: Connection, wijk: int, mensen: list[int]
) -> None:
    een_rol(tx, wijk, STRAATCONTACT, NOOR, bereik="Lindelaan")
    alle = {"uitzending": opstellen.FORMULIER}
    formulier.begin(tx, zegt(wijk), opstellen.FORMULIER)
    formulier.typ(tx, zegt(wijk), alle, "Kom!", een_inhoud("tekst", "Kom!"))
    formulier.kies(tx, zegt(wijk), alle, "voor", "wijk")
    assert formulier.kies(tx, zegt(wijk), alle, "wie", "niet_gehoord").data["aantal"] == 10
    accounts.zet_rollen(tx, wijk, [])
    with pytest.raises(Geweigerd, match="buiten_bereik"):
        formulier.kies(tx, zegt(wijk), alle, "wie", "koop")

"""Erasing oneself: what goes, what stays, who may, and what it means for others; and who sits there afterwards."""

import json
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, insert, select, update

from bot.errors import Geweigerd
from bot.services import (
    aanmelding,
    adres,
    bewijs,
    bewoner,
    bijeenkomstvraag,
    deurgesprek,
    formulier,
    gewisteplek,
    hulp,
    hulpvraag,
    kennismaking,
    natuurlijkmoment,
    nietmee,
    onboarding,
    voorkeur,
    voorstel,
    vraagbaak,
    wissen,
    zaalvragen,
)
from bot.services.bewijs import Feit
from bot.services.handeling import BEGELEIDER, BEHEERDER, KERNGROEP, ORGANISATOR, STRAATCONTACT, Handeling, eis_bewoner
from bot.storage import bewijs as bewijzen
from bot.storage import gewist, hulpvragen, inspreekwensen, peilingen, voorstellen, wijken
from bot.storage import tables as t
from bot.storage import wissen as opslag
from bot.storage.stemmers import Kiezer
from tests import builders
from tests.builders import NU, PEPER, handeling
from tests.storage.test_gewist import schrijf_merk, tel

ANNA = "zeldzaam-nummer-van-anna"
NAAM = "Anneke Zeldzaam"
NUMMER = "06 98 76 54 32"
VRAGEN = {f.soort: f for f in (vraagbaak.ANTWOORD, vraagbaak.PUBLICEREN)}


@pytest.fixture
def wijk(tx: Connection) -> int:
    return builders.een_wijk(tx)


def waar_staat(tx: Connection, *waarden: str | bytes) -> list[str]:
    """Return the tables that hold one of some values."""
    gevonden = []
    for tabel in t.metadata.sorted_tables:
        rijen = repr([tuple(rij) for rij in tx.execute(select(tabel))])
        if any((waarde if isinstance(waarde, str) else repr(waarde)[2:-1]) in rijen for waarde in waarden):
            gevonden.append(tabel.name)
    return gevonden


def doe_van_alles(tx: Connection, wijk: int) -> int:
    """Let Anna do all that a resident can; return her seat."""
    huis = builders.een_huishouden(tx, wijk, volwassenen=2)
    anna = builders.een_bewoner(tx, wijk, huis.id)
    builders.een_account(tx, ANNA, bewoner=anna)
    builders.een_account(tx, "noor")
    builders.een_rol(tx, wijk, BEGELEIDER, "noor")
    peiling_ = peilingen.zoek(tx, wijk, id=builders.een_peiling(tx, wijk))
    assert peiling_ is not None
    peilingen.stem(tx, wijk, peiling_.id, Kiezer("bewoner", anna), "[0]", b"k" * 16)
    bewijs.leg_vast(tx, handeling(wijk, ANNA), anna, Feit("stem_besluit", peiling_.publiek_id, "knop"))
    bijeenkomst = builders.een_bijeenkomst(tx, wijk, begin=NU + timedelta(days=1), capaciteit=1)
    aanmelding.meld_aan(tx, handeling(wijk, ANNA), bijeenkomst.publiek_id, "ja")
    kennismaking.typ_naam(tx, handeling(wijk, ANNA))
    kennismaking.typ(tx, handeling(wijk, ANNA), NAAM)
    hulpvraag.bel(tx, handeling(wijk, ANNA), "vraag", "")
    hulpvraag.typ(tx, handeling(wijk, ANNA), NUMMER)
    voorkeur.stop(tx, handeling(wijk, ANNA))
    van_wie = {"kanaal": "telegram", "bot": "b", "ontvangen_op": NU}
    for n, staat in enumerate(("klaar", "mislukt")):
        rij = {
            **van_wie,
            "update_id": n,
            "rij": f"chat:{ANNA}",
            "staat": staat,
            "inhoud": json.dumps({"message": {"text": NAAM}}),
        }
        tx.execute(insert(t.inbox).values(**rij))
    return anna


def test_nothing_of_a_person_stays_in_any_table(tx: Connection, wijk: int) -> None:
    anna = doe_van_alles(tx, wijk)
    sleutel = tx.scalar(select(t.bewijs_prive.c.sleutel).where(t.bewijs_prive.c.bewoner == anna))
    publiek = tx.scalar(select(t.bewoner.c.publiek_id).where(t.bewoner.c.id == anna))
    assert sleutel is not None
    assert publiek is not None
    assert waar_staat(tx, ANNA) != []

    assert wissen.vraag(tx, handeling(wijk, ANNA)).soort == "wissen.vraag"
    assert wissen.vraag_weer(tx, handeling(wijk, ANNA)).soort == "wissen.zeker"
    assert waar_staat(tx, NAAM) != [], "asking erases nothing"
    assert wissen.wis(tx, handeling(wijk, ANNA)).soort == "wissen.klaar"

    assert waar_staat(tx, ANNA, publiek, sleutel) == []
    assert waar_staat(tx, NAAM, NUMMER) == []
    assert tx.scalars(select(t.stembiljet)).all() == [], "a vote that is open goes with its voter"
    assert tx.scalars(select(t.hulpvraag.c.staat)).all() == ["ingetrokken"]
    assert tx.execute(select(t.bewoner.c.gewist, t.bewoner.c.tot).where(t.bewoner.c.id == anna)).one() == (True, None)
    assert tx.scalar(select(t.wekker.c.gedaan_op).where(t.wekker.c.soort == "kennismaking")) is None
    assert tx.scalar(select(t.wekker.c.id).where(t.wekker.c.soort == "aanbod_verloopt")), "who waits may come in"


def test_nothing_that_a_person_asked_planned_or_said_on_the_road_stays_in_any_table(tx: Connection, wijk: int) -> None:
    """Not where it was written, and not in what staff have open about it."""
    anna = builders.een_bewoner(tx, wijk)
    account = builders.een_account(tx, ANNA, bewoner=anna)
    builders.een_account(tx, "noor")
    builders.een_rol(tx, wijk, BEGELEIDER, "noor")
    publiek = tx.scalar(select(t.bewoner.c.publiek_id).where(t.bewoner.c.id == anna))
    assert publiek is not None
    avond = builders.een_bijeenkomst(tx, wijk, begin=NU + timedelta(days=1)).publiek_id
    for nummer, vraag in enumerate((NAAM, f"{NAAM}: en de huur?")):
        bijeenkomstvraag.begin(tx, handeling(wijk, ANNA), avond)
        bijeenkomstvraag.typ(tx, handeling(wijk, ANNA), vraag)
        (welke,) = zaalvragen.lijst(tx, handeling(wijk, "noor"), avond).data["vragen"]
        vraagbaak.begin_antwoord(tx, handeling(wijk, "noor"), welke["id"])
        if nummer == 0:
            formulier.kies(tx, handeling(wijk, "noor"), VRAGEN, "hoe", "later")
            gezien = formulier.typ(tx, handeling(wijk, "noor"), VRAGEN, "Dat weten we in mei.")
            assert gezien.data["over"] == NAAM
            formulier.bevestig(tx, handeling(wijk, "noor"), VRAGEN)
    (wacht,) = vraagbaak.wachtrij(tx, handeling(wijk, "noor")).data["antwoorden"]
    assert vraagbaak.begin_publiceren(tx, handeling(wijk, "noor"), wacht["id"]).data["over"] == NAAM
    natuurlijkmoment.noteer(tx, handeling(wijk, ANNA), "verhuizen", "later")
    nietmee.zeg(tx, handeling(wijk, ANNA))
    velden = {"publiek_id": "m" * 22, "bij": "gemeenteraad", "titel": "Raad", "moment": NU, "uitleg": "x"}
    raad = insert(t.mijlpaal).values(wijk=wijk, gemaakt_door=account, **velden).returning(t.mijlpaal.c.id)
    inspreekwensen.zet(tx, wijk, tx.execute(raad).scalar_one(), account)
    assert wissen.wis(tx, handeling(wijk, ANNA)).soort == "wissen.klaar"
    assert waar_staat(tx, ANNA, NAAM, publiek) == []
    for kolom in opslag.WEG:
        assert tx.execute(select(kolom).where(kolom == (anna if kolom.name == "bewoner" else account))).all() == []


def test_who_taps_twice_or_was_never_here_reads_that_it_is_done_and_is_not_made_known(
    tx: Connection, wijk: int
) -> None:
    doe_van_alles(tx, wijk)
    for _ in range(2):
        assert wissen.wis(tx, handeling(wijk, ANNA)).soort == "wissen.klaar"
    for doe, leest in ((wissen.vraag, "niets"), (wissen.vraag_weer, "niets"), (wissen.wis, "klaar")):
        assert doe(tx, handeling(wijk, "nooit gezien")).soort == f"wissen.{leest}"
        with pytest.raises(Geweigerd, match="alleen_prive"):
            doe(tx, handeling(wijk, ANNA, prive=False))
    assert waar_staat(tx, ANNA, "nooit gezien") == []


def test_a_housemate_loses_nothing(tx: Connection, wijk: int) -> None:
    anna = doe_van_alles(tx, wijk)
    thuis = tx.scalar(select(t.bewoner.c.huishouden).where(t.bewoner.c.id == anna))
    bram = builders.een_bewoner(tx, wijk, thuis)
    builders.een_account(tx, "bram", bewoner=bram)
    bewijs.leg_vast(tx, handeling(wijk, "bram"), bram, Feit("aanwezig", "m", "deurcode"))
    voor = tx.execute(select(t.bewijs_prive).where(t.bewijs_prive.c.bewoner == bram)).all()
    wissen.wis(tx, handeling(wijk, ANNA))
    assert tx.execute(select(t.bewijs_prive).where(t.bewijs_prive.c.bewoner == bram)).all() == voor
    assert tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == "bram")) == bram


def test_whose_role_stands_in_the_settings_is_taken_out_of_there_first(tx: Connection, wijk: int) -> None:
    builders.een_account(tx, "noor")
    vast = {"wijk": wijk, "kanaal": "telegram", "extern_id": "noor", "rol": BEGELEIDER, "bron": "instelling"}
    tx.execute(insert(t.rol).values(**vast))
    with pytest.raises(Geweigerd, match=r"wissen\.rol_instelling"):
        wissen.wis(tx, handeling(wijk, "noor"))


def test_the_last_beheerder_stays_and_another_role_ends(tx: Connection, wijk: int) -> None:
    for wie, rol in (("baas", BEHEERDER), ("kern", KERNGROEP)):
        builders.een_account(tx, wie)
        builders.een_rol(tx, wijk, rol, wie)
    with pytest.raises(Geweigerd, match=r"rol\.laatste_beheerder"):
        wissen.wis(tx, handeling(wijk, "baas"))
    assert wissen.vraag(tx, handeling(wijk, "kern")).data["rollen"]
    wissen.wis(tx, handeling(wijk, "kern"))
    assert list(tx.scalars(select(t.rol.c.rol))) == [BEHEERDER]


def in_twee_wijken(tx: Connection, wijk: int) -> tuple[int, int]:
    """Let Anna live here and help in another wijk, where she took something on and has a seat; return it and her."""
    daar = builders.een_wijk(tx, "Bloemenbuurt")
    anna = doe_van_alles(tx, wijk)
    builders.een_rol(tx, daar, BEGELEIDER, ANNA)
    builders.een_account(tx, "piet")
    builders.een_rol(tx, daar, BEGELEIDER, "piet")
    builders.een_account(tx, "buur", bewoner=builders.een_bewoner(tx, daar))
    hulpvraag.bel(tx, handeling(daar, "buur"), "vraag", "")
    hulpvraag.typ(tx, handeling(daar, "buur"), "06 11 22 33 44")
    (welke,) = hulp.lijst(tx, handeling(daar, ANNA)).data["vragen"]
    hulp.neem(tx, handeling(daar, ANNA), welke["id"])
    account = tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == ANNA))
    plek = {"wijk": daar, "publiek_id": builders.een_publiek_id(), "orgaan": "presidium", "van": "burgers"}
    tx.execute(insert(t.zetel).values(**plek, nummer=1, account=account, sinds=NU))
    return daar, anna


@pytest.mark.overal
@pytest.mark.parametrize("waar", ["where she lives", "where she helps"])
def test_who_is_in_two_wijken_is_erased_in_both_wherever_they_ask_it(tx: Connection, wijk: int, waar: str) -> None:
    daar, anna = in_twee_wijken(tx, wijk)
    hier = handeling(wijk if waar == "where she lives" else daar, ANNA)
    publiek = tx.scalar(select(t.bewoner.c.publiek_id).where(t.bewoner.c.id == anna))
    assert publiek is not None
    gevraagd = wissen.vraag_weer(tx, hier).data
    assert (gevraagd["bewoner"], gevraagd["rollen"], gevraagd["wijken"]) == (True, True, ["Vogelbuurt", "Bloemenbuurt"])
    assert wissen.waar(tx, hier) == wijk
    assert wissen.wis(tx, hier).soort == "wissen.klaar"
    assert waar_staat(tx, ANNA, NAAM, NUMMER, publiek) == []
    assert tx.scalar(select(t.bewoner.c.gewist).where(t.bewoner.c.id == anna))
    h = t.hulpvraag.c
    assert tx.execute(select(h.staat, h.genomen_door).where(h.wijk == daar)).one() == ("open", None)
    assert tx.scalar(select(t.zetel.c.account)) is None, "her seat there is free"
    hoort = select(t.account.c.extern_id).join(t.outbox, t.outbox.c.account == t.account.c.id)
    assert "piet" in tx.scalars(hoort.where(t.outbox.c.wijk == daar, t.outbox.c.soort == "hulpvraag.nieuw")).all()


def test_a_role_by_the_settings_holds_up_in_every_wijk_that_has_settings(tx: Connection, wijk: int) -> None:
    daar, _ = in_twee_wijken(tx, wijk)
    haar = t.rol.c.wijk == daar, t.rol.c.extern_id == ANNA
    tx.execute(update(t.rol).where(*haar).values(bron="instelling", publiek_id=None))
    with pytest.raises(Geweigerd) as nee:
        wissen.vraag(tx, handeling(wijk, ANNA))
    assert (nee.value.sleutel, nee.value.velden) == ("wissen.rol_instelling_elders", {"wijk": "Bloemenbuurt"})
    with pytest.raises(Geweigerd) as nee:
        wissen.wis(tx, handeling(daar, ANNA))
    assert nee.value.sleutel == "wissen.rol_instelling"
    wijken.zet_stil(tx, [wijk], NU)
    assert wissen.wis(tx, handeling(wijk, ANNA)).soort == "wissen.klaar"


def test_the_last_beheerder_of_another_wijk_stays(tx: Connection, wijk: int) -> None:
    daar, _ = in_twee_wijken(tx, wijk)
    builders.een_rol(tx, daar, BEHEERDER, ANNA)
    with pytest.raises(Geweigerd) as nee:
        wissen.wis(tx, handeling(wijk, ANNA))
    assert (nee.value.sleutel, nee.value.velden) == ("rol.laatste_beheerder_elders", {"wijk": "Bloemenbuurt"})


def test_who_lives_in_a_wijk_without_settings_is_erased_there_all_the_same(tx: Connection, wijk: int) -> None:
    """They ask it where the bot still answers."""
    loopt = builders.een_wijk(tx, "Loopt")
    anna = doe_van_alles(tx, wijk)
    wijken.zet_stil(tx, [loopt], NU)
    assert wissen.vraag(tx, handeling(loopt, ANNA)).data["bewoner"] is True
    wissen.wis(tx, handeling(loopt, ANNA))
    assert waar_staat(tx, ANNA, NAAM, NUMMER) == []
    assert tx.scalar(select(t.bewoner.c.gewist).where(t.bewoner.c.id == anna))


def test_who_reads_what_is_kept_of_them_reads_it_of_every_wijk(tx: Connection, wijk: int) -> None:
    daar, _ = in_twee_wijken(tx, wijk)
    hier = bewoner.mijn_gegevens(tx, handeling(wijk, ANNA))
    assert hier.data["taken_elders"] == [{"wijk": "Bloemenbuurt", "rollen": [BEGELEIDER]}]
    elders = bewoner.mijn_gegevens(tx, handeling(daar, ANNA))
    assert (elders.soort, elders.data["elders"]["naam"]) == ("gegevens.elders", "Vogelbuurt")
    een, ander = (bewoner.bestand(tx, handeling(waar, ANNA)).data["bestand"]["onderdelen"] for waar in (wijk, daar))
    assert een == ander
    assert NAAM in str(een["kennismaking"]["rijen"])
    assert [rij["wijk"] for rij in een["rol"]["rijen"]] == ["Bloemenbuurt"]
    assert {rij["wijk"] for rij in een["kennismaking"]["rijen"]} == {"Vogelbuurt"}


def test_who_lives_elsewhere_reads_where_instead_of_being_asked_for_a_code(tx: Connection, wijk: int) -> None:
    daar, _ = in_twee_wijken(tx, wijk)
    with pytest.raises(Geweigerd) as nee:
        eis_bewoner(tx, handeling(daar, ANNA))
    assert (nee.value.sleutel, nee.value.velden) == ("woont_elders", {"wijk": "Vogelbuurt"})
    wijken.zet_stil(tx, [daar], NU)
    with pytest.raises(Geweigerd) as nee:
        eis_bewoner(tx, handeling(daar, ANNA))
    assert nee.value.sleutel == "wijk_stil"
    assert bewoner.menu(tx, handeling(daar, "buur")).data.get("elders") is None
    tx.execute(t.rol.delete())
    assert bewoner.menu(tx, handeling(daar, ANNA)).data["elders"] == {"id": wijk, "naam": "Vogelbuurt", "stil": True}


def test_what_a_helper_took_is_given_back(tx: Connection, wijk: int) -> None:
    anna = doe_van_alles(tx, wijk)
    builders.een_account(tx, "daan")
    builders.een_rol(tx, wijk, BEGELEIDER, "daan")
    vraag = hulpvragen.van_bewoner(tx, anna)[0]
    hulpvragen.neem(tx, vraag.id, tx.scalar(select(t.account.c.id).where(t.account.c.extern_id == "daan")) or 0)
    wissen.wis(tx, handeling(wijk, "daan"))
    over = hulpvragen.zoek(tx, wijk, id=vraag.id)
    assert over is not None
    assert (over.staat, over.genomen_door) == ("open", None)


def bij_de_deur(tx: Connection, wijk: int) -> tuple[Handeling, Handeling, str]:
    """Return the acts of two begeleiders, and the address where one recorded somebody without a phone."""
    for wie in ("noor", "ali"):
        builders.een_account(tx, wie)
        builders.een_rol(tx, wijk, BEGELEIDER, wie)
    huis = builders.een_huishouden(tx, wijk, volwassenen=2)
    publiek = str(tx.scalar(select(t.huishouden.c.publiek_id).where(t.huishouden.c.id == huis.id)))
    deurgesprek.leg_vast(tx, handeling(wijk, "noor"), publiek, frozenset({1}), "deurgesprek")
    return handeling(wijk, "noor"), handeling(wijk, "ali"), publiek


def test_who_has_no_phone_is_erased_when_a_second_person_agrees(tx: Connection, wijk: int) -> None:
    noor, ali, huis = bij_de_deur(tx, wijk)
    assert adres.toon(tx, noor, huis).data["kan"][-1] == "wissen"
    assert wissen.zonder_telefoon(tx, noor, huis).data["stoelen"] == [1]
    gevraagd = wissen.stel_voor(tx, noor, huis, 1)
    assert tx.scalar(select(t.bewijs_prive.c.bewijs)) is not None
    assert huis not in repr(gevraagd.data["velden"])
    with pytest.raises(Geweigerd, match=r"voorstel\.eigen"):
        voorstel.akkoord(tx, noor, gevraagd.data["id"])
    voorstel.akkoord(tx, ali, gevraagd.data["id"])
    assert tx.scalar(select(t.bewijs_prive.c.bewijs)) is None
    assert wissen.zonder_telefoon(tx, noor, huis).data["stoelen"] == []
    with pytest.raises(Geweigerd, match=r"wissen\.niemand"):
        wissen.stel_voor(tx, noor, huis, 1)


def test_a_second_tap_asks_no_second_time(tx: Connection, wijk: int) -> None:
    noor, ali, huis = bij_de_deur(tx, wijk)
    gevraagd = wissen.stel_voor(tx, noor, huis, 1)
    nog_eens = wissen.stel_voor(tx, handeling(wijk, "noor"), huis, 1)
    van_ander = wissen.stel_voor(tx, ali, huis, 1)
    assert (nog_eens.data["id"], nog_eens.data["eigen"]) == (gevraagd.data["id"], True)
    assert (van_ander.data["id"], van_ander.data["eigen"]) == (gevraagd.data["id"], False)
    assert len(voorstellen.open_(tx, wijk, noor.now)) == 1


def test_who_lost_the_role_since_erases_nobody(tx: Connection, wijk: int) -> None:
    noor, ali, huis = bij_de_deur(tx, wijk)
    gevraagd = wissen.stel_voor(tx, noor, huis, 1)
    tx.execute(t.rol.delete().where(t.rol.c.extern_id == "noor"))
    builders.een_rol(tx, wijk, KERNGROEP, "noor")
    with pytest.raises(Geweigerd, match="maker_weg"):
        voorstel.akkoord(tx, ali, gevraagd.data["id"])
    assert tx.scalar(select(t.bewijs_prive.c.bewijs)) is not None


def test_nobody_with_a_phone_is_erased_by_another(tx: Connection, wijk: int) -> None:
    noor, ali, huis = bij_de_deur(tx, wijk)
    gevraagd = wissen.stel_voor(tx, noor, huis, 1)
    bewoner = tx.scalar(select(t.bewijs_prive.c.bewoner))
    builders.een_account(tx, ANNA, bewoner=bewoner)  # they joined meanwhile
    with pytest.raises(Geweigerd, match=r"wissen\.niemand"):
        voorstel.akkoord(tx, ali, gevraagd.data["id"])
    builders.een_account(tx, "straat")
    builders.een_rol(tx, wijk, STRAATCONTACT, "straat", bereik="Merelweg")
    for wie in (ANNA, "straat", "niemand"):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            wissen.zonder_telefoon(tx, handeling(wijk, wie), huis)
        with pytest.raises(Geweigerd, match="rol_nodig"):
            wissen.stel_voor(tx, handeling(wijk, wie), huis, 1)


# Who sits on an erased seat


def kom_binnen(tx: Connection, wijk: int, code: str, wie: str) -> str:
    onboarding.start(tx, handeling(wijk, wie), code, PEPER)
    onboarding.kies(tx, handeling(wijk, wie), "nl")
    return onboarding.stem_in(tx, handeling(wijk, wie), str(onboarding.TOESTEMMING_VERSIE)).soort


def gewiste_plek(tx: Connection, wijk: int, volwassenen: int) -> tuple[int, str]:
    """Let Anna count, be erased, and somebody join at her address; return her seat, and the question about it."""
    builders.een_account(tx, "ibrahim")
    builders.een_rol(tx, wijk, ORGANISATOR, "ibrahim")
    huis = builders.een_huishouden(tx, wijk, volwassenen=volwassenen)
    kom_binnen(tx, wijk, huis.code, ANNA)
    anna = tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == ANNA)) or 0
    bewijs.leg_vast(tx, handeling(wijk, ANNA), anna, Feit("stem_besluit", "p", "knop"))
    schrijf_merk(tx, wijk, anna)
    wissen.wis(tx, handeling(wijk, ANNA))
    assert kom_binnen(tx, wijk, huis.code, "nieuw") == "welkom.binnen"
    vraag = gewist.open_(tx, wijk, 9)[0]
    return anna, vraag.publiek_id


def hoeveel(tx: Connection, wijk: int) -> tuple[int, int]:
    geteld: Any = tel(tx, wijk, "bewoners")
    return geteld.teller_laag, geteld.teller_hoog


@pytest.mark.parametrize("volwassenen", [1, 2])
def test_who_joins_where_a_seat_was_erased_takes_part_and_counts_once(
    tx: Connection, wijk: int, volwassenen: int
) -> None:
    anna, vraag = gewiste_plek(tx, wijk, volwassenen)
    assert tx.scalar(select(t.account.c.bewoner).where(t.account.c.extern_id == "nieuw")) == anna
    bewijs.leg_vast(tx, handeling(wijk, "nieuw"), anna, Feit("stem_besluit", "q", "knop"))
    assert hoeveel(tx, wijk) == (1, 1)
    naar = select(t.account.c.extern_id).join(t.outbox, t.outbox.c.account == t.account.c.id)
    assert list(tx.scalars(naar.where(t.outbox.c.soort == "gewisteplek.een"))) == ["ibrahim"]
    gewisteplek.beantwoord(tx, handeling(wijk, "ibrahim"), vraag, "zelfde")
    assert hoeveel(tx, wijk) == (1, 1)


def test_another_person_goes_to_a_free_seat_with_all_they_did_and_the_erased_one_counts_on(
    tx: Connection, wijk: int
) -> None:
    anna, vraag = gewiste_plek(tx, wijk, 2)
    bewijs.leg_vast(tx, handeling(wijk, "nieuw"), anna, Feit("stem_besluit", "q", "knop"))
    gewisteplek.beantwoord(tx, handeling(wijk, "ibrahim"), vraag, "ander")
    assert hoeveel(tx, wijk) == (2, 2)
    stoelen = select(t.bewoner.c.stoel, t.bewoner.c.gewist).order_by(t.bewoner.c.stoel)
    assert list(tx.execute(stoelen)) == [(1, True), (2, False)]
    for antwoord in gewisteplek.ANTWOORDEN:
        with pytest.raises(Geweigerd, match=r"gewisteplek\.voorbij"):
            gewisteplek.beantwoord(tx, handeling(wijk, "ibrahim"), vraag, antwoord)


def test_another_person_without_a_free_seat_came_in_the_place_of_who_was_erased(tx: Connection, wijk: int) -> None:
    anna, vraag = gewiste_plek(tx, wijk, 1)
    gewisteplek.beantwoord(tx, handeling(wijk, "ibrahim"), vraag, "ander")
    assert hoeveel(tx, wijk) == (0, 0), "the one who counted lives there no more"
    bewijs.leg_vast(tx, handeling(wijk, "nieuw"), anna, Feit("stem_besluit", "q", "knop"))
    assert hoeveel(tx, wijk) == (1, 1)


def test_what_who_came_did_themselves_is_not_that_of_who_was_erased(tx: Connection, wijk: int) -> None:
    anna, vraag = gewiste_plek(tx, wijk, 2)
    tx.execute(t.teltdoor.update().values(zelf=False))
    bewijs.leg_vast(tx, handeling(wijk, "nieuw"), anna, Feit("stem_besluit", "q", "knop"))
    gewisteplek.beantwoord(tx, handeling(wijk, "ibrahim"), vraag, "ander")
    zonder: Any = tel(tx, wijk, "bewoners", met_staf=False)
    assert (hoeveel(tx, wijk), zonder.teller_laag) == ((2, 2), 1)


def test_of_who_moved_nobody_asks_any_more_who_they_are(tx: Connection, wijk: int) -> None:
    _, vraag = gewiste_plek(tx, wijk, 2)
    tx.execute(t.bewoner.update().values(tot=NU))
    with pytest.raises(Geweigerd, match=r"gewisteplek\.voorbij"):
        gewisteplek.beantwoord(tx, handeling(wijk, "ibrahim"), vraag, "ander")
    assert gewisteplek.lijst(tx, handeling(wijk, "ibrahim")).data["vragen"] == []
    assert hoeveel(tx, wijk) == (0, 0)


def test_only_an_organisator_says_who_it_is(tx: Connection, wijk: int) -> None:
    _, vraag = gewiste_plek(tx, wijk, 2)
    builders.een_account(tx, "noor")
    builders.een_rol(tx, wijk, BEGELEIDER, "noor")
    for wie in ("nieuw", "noor", "niemand"):
        for doe in (gewisteplek.lijst, lambda tx, h: gewisteplek.toon(tx, h, vraag)):
            with pytest.raises(Geweigerd, match="rol_nodig"):
                doe(tx, handeling(wijk, wie))
        with pytest.raises(Geweigerd, match="rol_nodig"):
            gewisteplek.beantwoord(tx, handeling(wijk, wie), vraag, "ander")
    ibrahim = handeling(wijk, "ibrahim")
    assert gewisteplek.beantwoord(tx, ibrahim, vraag, "iets").soort == "gewisteplek.een", (
        "a forged answer answers nothing"
    )
    assert len(gewisteplek.lijst(tx, ibrahim).data["vragen"]) == 1
    with pytest.raises(Geweigerd, match=r"gewisteplek\.voorbij"):
        gewisteplek.toon(tx, ibrahim, "AbCdEfGhIjKlMnOpQrStUv")


def test_who_is_erased_again_leaves_no_question_behind(tx: Connection, wijk: int) -> None:
    gewiste_plek(tx, wijk, 1)
    wissen.wis(tx, handeling(wijk, "nieuw"))
    assert gewist.open_(tx, wijk, 9) == []
    assert hoeveel(tx, wijk) == (1, 1)


def test_a_resident_who_has_a_housemate_to_come_back_to_is_asked_about_as_before(tx: Connection, wijk: int) -> None:
    """Whom a begeleider recorded without a phone is not an erased seat: the question to them stays what it was."""
    noor, _, huis = bij_de_deur(tx, wijk)
    deurgesprek.leg_vast(tx, noor, huis, frozenset({2}), "deurgesprek")
    assert bewijzen.tel(tx, bewijzen.Telvraag(wijk, ("gesprek",), "bewoners")).teller_laag == 2
    assert wissen.zonder_telefoon(tx, noor, huis).data["stoelen"] == [1, 2]

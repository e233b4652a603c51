"""The sample check: who draws it, who sees what, and that nothing of it stays with the outsider."""

import json
import secrets
from typing import Any, cast

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, insert, select

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import huishoudcode, merkle
from bot.rules.drempels.gehoord import Gehoord
from bot.rules.steekproef import Uitslag, trek
from bot.services import (
    bewijslog,
    brieven,
    correctie,
    formulier,
    mijlpaal,
    mijnbijdrage,
    rechtzetten,
    stand,
    steekproef,
    uitnodiging,
    wissen,
)
from bot.services.bewijs import Bewijssoort
from bot.services.handeling import BEGELEIDER, BEHEERDER, CONTROLEUR, ORGANISATOR, wie_handelt
from bot.storage import bewijslog as opslag
from bot.storage import bijdragen, steekproeven
from bot.storage import tables as t
from bot.storage.huishoudens import NieuweCode
from handlers.formulier import FORMULIEREN
from tests import builders
from tests.builders import NU, handeling
from tests.services.test_mijnbijdrage import NOOR, leg_vast

IBRAHIM, WIM, FATMA = "ibrahim", "wim", "fatma"


@pytest.fixture
def wijk(tx: Connection) -> int:
    """Noor recorded a conversation with twelve people; Ibrahim is organisator."""
    wijk = builders.een_wijk(tx)
    for wie, rol in ((NOOR, BEGELEIDER), (IBRAHIM, ORGANISATOR)):
        builders.een_account(tx, wie)
        builders.een_rol(tx, wijk, rol, wie)
    for n in range(12):
        bewoner = builders.een_bewoner(tx, wijk)
        builders.een_account(tx, f"bewoner {n}", bewoner=bewoner)
        leg_vast(tx, wijk, bewoner, "gesprek", door=NOOR, onderwerp=f"bezoek {n}")
        leg_vast(tx, wijk, bewoner, "stem_besluit")
    onderteken(tx, wijk)
    return wijk


def onderteken(tx: Connection, wijk: int) -> None:
    """Number the log, and let its head be signed as far as a draw sees it."""
    bewijslog.maak_bij(tx, wijk, secrets.token_bytes(32))
    boom = opslag.stand(tx, wijk)
    hoofd = {"grootte": boom.grootte, "wortel": boom.wortel(), "dag": NU.date(), "notitie": "getekend"}
    tx.execute(insert(t.ijkpunt).values(wijk=wijk, **hoofd))


def begin(tx: Connection, wijk: int, aantal: str = "10", wie: str = IBRAHIM) -> str:
    """Draw a sample; return what stands in the link."""
    assert steekproef.begin(tx, handeling(wijk, wie)).data["veld"] == "aantal"
    antwoord = formulier.typ(tx, handeling(wijk, wie), FORMULIEREN, aantal)
    assert antwoord.soort == "uitnodiging.link"
    return str(antwoord.data["geheim"])


def met_controleur(tx: Connection, wijk: int, aantal: str = "10") -> list[str]:
    """Draw a sample and let Wim check it; return the ids of his list."""
    uitnodiging.neem_aan(tx, handeling(wijk, WIM), begin(tx, wijk, aantal))
    return [post["id"] for post in steekproef.lijst(tx, handeling(wijk, WIM)).data["posten"]]


def test_the_draw_is_what_anyone_gets_from_the_head_and_the_leaves(tx: Connection, wijk: int) -> None:
    posten = met_controleur(tx, wijk)
    loopt = steekproeven.open_(tx, wijk)
    assert loopt is not None
    assert (loopt.omvang, len(posten)) == (12, 10), "what people did themselves is not in it"
    vraag = select(t.bewijs.c.id, t.bewijs.c.blad).join(t.bewijs_prive).where(t.bewijs_prive.c.soort == "gesprek")
    hashes = {rij: merkle.blad_hash(blad.encode()) for rij, blad in tx.execute(vraag)}
    assert [post.bewijs for post in steekproeven.posten(tx, loopt.id)] == trek(loopt.wortel, hashes, 10)


def test_whatever_staff_recorded_that_makes_someone_heard_can_be_drawn_and_what_people_said_themselves_cannot(
    tx: Connection, wijk: int
) -> None:
    bewoner = builders.een_bewoner(tx, wijk)
    for naam in sorted(Gehoord.MAG_TELLEN):
        soort = cast(Bewijssoort, naam)
        leg_vast(tx, wijk, bewoner, soort, door=NOOR, onderwerp=f"team {soort}")
        leg_vast(tx, wijk, builders.een_bewoner(tx, wijk), soort, onderwerp=f"zelf: {soort}")
    onderteken(tx, wijk)
    p = t.bewijs_prive.c
    gevonden = select(p.soort).where(p.bewijs.in_(steekproeven.kandidaten(tx, wijk, 100)), p.bewoner == bewoner)
    zelf = select(p.bewijs).where(p.bewijs.in_(steekproeven.kandidaten(tx, wijk, 100)), p.onderwerp.startswith("zelf:"))
    assert {*tx.scalars(gevonden)} == Gehoord.MAG_TELLEN
    assert not tx.scalars(zelf).all()


def test_of_fewer_than_ten_or_without_a_signed_head_no_number_is_asked(tx: Connection, wijk: int) -> None:
    for aantal in ("0", "101", "veel"):
        with pytest.raises(Geweigerd, match=r"formulier\.getal"):
            begin(tx, wijk, aantal)
    for n in range(3):
        tx.execute(t.bewijs_prive.update().where(t.bewijs_prive.c.onderwerp == f"bezoek {n}").values(vervallen=True))
    with pytest.raises(Geweigerd, match=r"steekproef\.te_weinig"):
        begin(tx, wijk)
    ander = builders.een_wijk(tx)
    builders.een_rol(tx, ander, ORGANISATOR, IBRAHIM)
    for waar in (wijk, ander):
        assert steekproef.overzicht(tx, handeling(waar, IBRAHIM)).data["te_weinig"] == 10, "said, and no button"
    with pytest.raises(Geweigerd, match=r"steekproef\.te_weinig"):
        begin(tx, ander)


def test_one_runs_at_a_time_and_one_that_was_broken_off_stays_known(tx: Connection, wijk: int) -> None:
    begin(tx, wijk)
    with pytest.raises(Geweigerd, match=r"steekproef\.loopt"):
        begin(tx, wijk)
    assert steekproef.stop(tx, handeling(wijk, IBRAHIM)).data["eerder"][0]["getrokken"] == 10
    begin(tx, wijk)
    assert len(steekproef.uitslagen(tx, wijk)) == 1


def test_the_outsider_sees_address_day_and_kind_and_nothing_else_of_the_wijk(tx: Connection, wijk: int) -> None:
    posten = met_controleur(tx, wijk)
    wim = handeling(wijk, WIM)
    assert "Merelweg" not in json.dumps(steekproef.lijst(tx, wim).data)
    een = steekproef.toon(tx, wim, posten[0]).data
    assert een.keys() == {"id", "nummer", "adres", "uitkomst", "dag", "soort", "door"}
    assert een["adres"].startswith("Merelweg ")
    for lees in (mijlpaal.lijst, mijnbijdrage.lijst):
        with pytest.raises(Geweigerd, match="nog_niet_binnen"):
            lees(tx, wim)
    with pytest.raises(Geweigerd, match="nog_niet_binnen"):
        stand.toon_stand(tx, wim, stand.lees_stand(tx, wim))


def test_who_lives_here_or_is_in_the_team_cannot_be_the_outsider(tx: Connection, wijk: int) -> None:
    geheim = begin(tx, wijk)
    for wie in (NOOR, "bewoner 3"):
        with pytest.raises(Geweigerd, match=r"uitnodiging\.niet_onafhankelijk"):
            uitnodiging.neem_aan(tx, handeling(wijk, wie), geheim)
    uitnodiging.neem_aan(tx, handeling(wijk, WIM), geheim)
    with pytest.raises(Geweigerd, match=r"uitnodiging\.al_aangenomen"):
        uitnodiging.neem_aan(tx, handeling(wijk, FATMA), geheim)
    with pytest.raises(Geweigerd, match=r"steekproef\.heeft_controleur"):
        steekproef.nodig_uit(tx, handeling(wijk, IBRAHIM))


def test_a_link_of_a_sample_that_is_over_opens_nothing(tx: Connection, wijk: int) -> None:
    geheim = begin(tx, wijk)
    steekproef.stop(tx, handeling(wijk, IBRAHIM))
    begin(tx, wijk)
    with pytest.raises(Geweigerd, match=r"uitnodiging\.al_ingetrokken"):
        uitnodiging.neem_aan(tx, handeling(wijk, WIM), geheim)


def doe(tx: Connection, wijk: int, posten: list[str], uitkomsten: dict[int, str]) -> Boodschap:
    for n, post in enumerate(posten):
        steekproef.zet(tx, handeling(wijk, WIM), uitkomsten.get(n, "klopt"), post, 7)
    return steekproef.rond_af(tx, handeling(wijk, WIM), 7)


def test_what_is_not_right_goes_to_who_looks_at_it_and_the_access_ends(tx: Connection, wijk: int) -> None:
    posten = met_controleur(tx, wijk)
    for n, uitkomst in enumerate(("klopt_niet", "klopt")):  # the last word holds
        steekproef.zet(tx, handeling(wijk, WIM), uitkomst, posten[2], n)
    with pytest.raises(Geweigerd, match=r"steekproef\.nog_niet"):
        steekproef.rond_af(tx, handeling(wijk, WIM))
    assert doe(tx, wijk, posten, {0: "klopt_niet", 1: "niet_bereikt"}).soort == "steekproef.bedankt"
    verzoeken = tx.execute(select(t.correctieverzoek.c.wat, t.correctieverzoek.c.bron)).all()
    assert [tuple(rij) for rij in verzoeken] == [("steekproef", "steekproef")]
    ((_, uit),) = steekproef.uitslagen(tx, wijk)
    assert uit == Uitslag(omvang=12, getrokken=10, klopt=8, klopt_niet=1, niet_bereikt=1, vervallen=0)
    assert uit.fout is None, "nine were reached"
    assert wie_handelt(tx, handeling(wijk, WIM)).rollen == frozenset()
    for stap in (steekproef.lijst, steekproef.rond_af):
        with pytest.raises(Geweigerd, match="rol_nodig"):
            stap(tx, handeling(wijk, WIM))
    with pytest.raises(Geweigerd, match="rol_nodig"):
        steekproef.toon(tx, handeling(wijk, WIM), posten[0])


def test_no_address_stays_in_the_chat_of_the_outsider(tx: Connection, wijk: int) -> None:
    posten = met_controleur(tx, wijk, "3")
    wim = handeling(wijk, WIM)
    steekproef.toon(tx, wim, posten[0], 100)
    steekproef.toon(tx, wim, posten[1], 100)  # the same message, now with another
    steekproef.toon(tx, wim, posten[2], 101)
    steekproef.lijst(tx, wim, 101)  # and back
    steekproef.toon(tx, wim, posten[2], 102)
    steekproef.stop(tx, handeling(wijk, IBRAHIM))
    o = t.outbox.c
    weg = tx.scalars(select(o.bericht_id).where(o.soort == "steekproef.voorbij").order_by(o.id)).all()
    assert weg == [100, 102, None], "each that shows one changes, and a new one says that it is over"


def test_what_was_erased_or_corrected_meanwhile_is_not_asked_about(tx: Connection, wijk: int) -> None:
    posten = met_controleur(tx, wijk)
    loopt = steekproeven.open_(tx, wijk)
    assert loopt is not None
    eerste = steekproeven.posten(tx, loopt.id)[0].bewijs
    wie = select(t.account.c.extern_id).join(t.bewijs_prive, t.bewijs_prive.c.bewoner == t.account.c.bewoner)
    wissen.wis(tx, handeling(wijk, str(tx.scalar(wie.where(t.bewijs_prive.c.bewijs == eerste)))))
    assert len(steekproef.lijst(tx, handeling(wijk, WIM)).data["posten"]) == 9
    with pytest.raises(Geweigerd, match=r"steekproef\.onbekend"):
        steekproef.toon(tx, handeling(wijk, WIM), posten[0])
    doe(tx, wijk, posten[1:], {})
    assert steekproef.uitslagen(tx, wijk)[0][1] == Uitslag(12, 10, 9, 0, 0, 1)


def test_who_moved_meanwhile_is_not_asked_about_at_the_door_of_others(tx: Connection, wijk: int) -> None:
    ids = met_controleur(tx, wijk)
    verhuis(tx, wijk, bewijs_van(tx, ids[0]))
    assert [post["id"] for post in steekproef.lijst(tx, handeling(wijk, WIM)).data["posten"]] == ids[1:]
    with pytest.raises(Geweigerd, match=r"steekproef\.onbekend"):
        steekproef.toon(tx, handeling(wijk, WIM), ids[0])


def bewijs_van(tx: Connection, post: str) -> int:
    return tx.scalar(select(t.steekproefpost.c.bewijs).where(t.steekproefpost.c.publiek_id == post)) or 0


def verhuis(tx: Connection, wijk: int, bewijs: int) -> None:
    """Let the household about which something was recorded move."""
    wie = select(t.bewijs_prive.c.bewoner).where(t.bewijs_prive.c.bewijs == bewijs).scalar_subquery()
    thuis = select(t.bewoner.c.huishouden).where(t.bewoner.c.id == wie).scalar_subquery()
    sleutel = str(tx.scalar(select(t.huishouden.c.sleutel).where(t.huishouden.c.id == thuis)))
    nieuw = NieuweCode(sleutel, secrets.token_bytes(32))
    brieven.verhuis(tx, wijk, [nieuw], huishoudcode.merk_van(builders.PEPER), NU)


STAPPEN = ("trek", "trek", "zet", "zet", "zet", "wis", "verbeter", "verhuis", "stop", "rond_af")


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(stappen=st.lists(st.tuples(st.sampled_from(STAPPEN), st.integers(0, 11)), min_size=4, max_size=20))
def test_whatever_happens_each_draw_is_kept_and_can_be_drawn_again_and_shows_only_who_can_be_asked(
    tx: Connection, wijk: int, stappen: list[tuple[str, int]]
) -> None:
    punt = tx.begin_nested()
    verloop = _Verloop(tx, wijk)
    for stap, nummer in stappen:
        verloop.doe(stap, nummer)
        verloop.controleer()
    punt.rollback()


class _Verloop:
    """A check in which anything happens to those about whom is asked."""

    def __init__(self, tx: Connection, wijk: int) -> None:
        self.tx, self.wijk = tx, wijk
        self.over = {rij: f"bewoner {n}" for n, rij in enumerate(sorted(steekproeven.kandidaten(tx, wijk, 10**6)))}
        self.getrokken: list[list[int]] = []

    def doe(self, stap: str, nummer: int) -> None:
        punt = self.tx.begin_nested()
        try:
            getattr(self, f"_{stap}")(nummer)
        except Geweigerd:
            punt.rollback()
        else:
            punt.commit()

    def controleer(self) -> None:
        loopt = steekproeven.open_(self.tx, self.wijk)
        alle = [*steekproeven.geeindigd(self.tx, self.wijk), *([loopt] if loopt else [])]
        vraag = select(t.steekproefpost.c.bewijs).order_by(t.steekproefpost.c.volgorde)
        rijen = [list(self.tx.scalars(vraag.where(t.steekproefpost.c.steekproef == een.id))) for een in alle]
        assert rijen == self.getrokken
        for een, posten in zip(alle, rijen, strict=True):
            uit = steekproef.uitslag(self.tx, een)
            nog = steekproeven.tel(self.tx, een.id)[None]
            assert uit.getrokken == uit.bereikt + uit.niet_bereikt + uit.vervallen + nog == len(posten)
        for wie in (NOOR, IBRAHIM, "bewoner 1", "niemand"):
            with pytest.raises(Geweigerd, match="rol_nodig"):
                steekproef.lijst(self.tx, handeling(self.wijk, wie))
        if loopt:
            ziet = [bewijs_van(self.tx, post["id"]) for post in self._posten()]
            assert ziet == [rij for rij in rijen[-1] if rij in self.over]

    def _posten(self) -> list[dict[str, Any]]:
        posten: list[dict[str, Any]] = steekproef.lijst(self.tx, handeling(self.wijk, WIM)).data["posten"]
        return posten

    def _trek(self, nummer: int) -> None:
        bladen = steekproeven.kandidaten(self.tx, self.wijk, 10**6)
        assert bladen.keys() == self.over.keys()
        hoofd = opslag.stand(self.tx, self.wijk)
        uitnodiging.neem_aan(self.tx, handeling(self.wijk, WIM), begin(self.tx, self.wijk, str(nummer + 1)))
        hashes = {rij: merkle.blad_hash(blad.encode()) for rij, blad in bladen.items()}
        self.getrokken.append(trek(hoofd.wortel(), hashes, nummer + 1))

    def _zet(self, nummer: int) -> None:
        if posten := self._posten():
            uitkomst = steekproef.UITKOMSTEN[nummer % 3]
            steekproef.zet(self.tx, handeling(self.wijk, WIM), uitkomst, posten[nummer % len(posten)]["id"])

    def _wis(self, nummer: int) -> None:
        if rij := self._een(nummer):
            wissen.wis(self.tx, handeling(self.wijk, self.over.pop(rij)))

    def _verbeter(self, nummer: int) -> None:
        rij = self._een(nummer)
        een = bijdragen.zoek(self.tx, self.wijk, rij) if rij else None
        if rij and een:
            rechtzetten.zet_recht(self.tx, handeling(self.wijk, self.over.pop(rij)), een, "niet", None)

    def _verhuis(self, nummer: int) -> None:
        if rij := self._een(nummer):
            verhuis(self.tx, self.wijk, rij)
            del self.over[rij]

    def _stop(self, nummer: int) -> None:
        steekproef.stop(self.tx, handeling(self.wijk, IBRAHIM))

    def _rond_af(self, nummer: int) -> None:
        steekproef.rond_af(self.tx, handeling(self.wijk, WIM))

    def _een(self, nummer: int) -> int | None:
        return sorted(self.over)[nummer % len(self.over)] if self.over else None


def test_the_wrong_role_and_a_forged_button_are_refused(tx: Connection, wijk: int) -> None:
    posten = met_controleur(tx, wijk)
    builders.een_account(tx, "baas")
    builders.een_rol(tx, wijk, BEHEERDER, "baas")
    builders.een_rol(tx, wijk, CONTROLEUR, FATMA, bereik="een andere steekproef")
    builders.een_account(tx, FATMA)
    stappen: list[Any] = [steekproef.lijst, steekproef.rond_af, lambda tx, h: steekproef.toon(tx, h, posten[0])]
    for wie in (IBRAHIM, NOOR, FATMA, "bewoner 1", "niemand"):
        for stap in stappen:
            with pytest.raises(Geweigerd, match="rol_nodig"):
                stap(tx, handeling(wijk, wie))
    for wie in (NOOR, WIM, "baas", "bewoner 1"):
        for stap in (steekproef.overzicht, steekproef.stop, steekproef.nodig_uit):
            with pytest.raises(Geweigerd, match="rol_nodig"):
                stap(tx, handeling(wijk, wie))
    wim = handeling(wijk, WIM)
    assert steekproef.zet(tx, wim, "misschien", posten[0]).soort == "steekproef.post"
    with pytest.raises(Geweigerd, match=r"steekproef\.onbekend"):
        steekproef.toon(tx, wim, "AbCdEfGhIjKlMnOpQrStUv")


def test_what_a_resident_said_already_is_not_asked_twice(tx: Connection, wijk: int) -> None:
    posten = met_controleur(tx, wijk)
    loopt = steekproeven.open_(tx, wijk)
    assert loopt is not None
    eerste = steekproeven.posten(tx, loopt.id)[0]
    wie = select(t.account.c.extern_id).join(t.bewijs_prive, t.bewijs_prive.c.bewoner == t.account.c.bewoner)
    bewoner = str(tx.scalar(wie.where(t.bewijs_prive.c.bewijs == eerste.bewijs)))
    correctie.kies(tx, handeling(wijk, bewoner), "niet", json.loads(eerste.blad)["id"])
    doe(tx, wijk, posten, {0: "klopt_niet"})
    assert list(tx.scalars(select(t.correctieverzoek.c.bron))) == ["bewoner"]

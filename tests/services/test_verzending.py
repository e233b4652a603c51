"""What staff see of messages that failed or are uncertain, and how they send some of them once more."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import Connection, func, insert, select, update

from berichten import Boodschap
from bot.config import Verzending
from bot.errors import Geweigerd
from bot.rules.doelgroep import WIJK, Doelgroep
from bot.rules.pacing import Baan
from bot.rules.selectie import Eis, Selectie
from bot.services import herhaling, selectie, uitzending, verzending, voorkeur, wekker
from bot.services.bewijs import Feit, leg_vast
from bot.services.handeling import AMSTERDAM, BEGELEIDER, BEHEERDER, KERNGROEP, ORGANISATOR, wie_handelt
from bot.services.herhaling import BLOK
from bot.storage import aanmeldingen, outbox, verzendingen, voorkeuren, voortgangen, wachtrij, wekkers
from bot.storage import tables as t
from bot.storage.aanmeldingen import Aanmelding
from tests.builders import (
    NU,
    een_account,
    een_bewoner,
    een_bijeenkomst,
    een_inhoud,
    een_peiling,
    een_publiek_id,
    een_rol,
    een_uitzending,
    een_wijk,
    handeling,
)

IBRAHIM, SOORT = "9002", "herinnering_uren"


class Buurt:
    """Residents who come to a meeting at `NU` + 90 minutes, and were reminded of it."""

    def __init__(self, tx: Connection, aantal: int = 7) -> None:
        self.tx, self.wijk = tx, een_wijk(tx)
        een_account(tx, IBRAHIM)
        een_rol(tx, self.wijk, ORGANISATOR, IBRAHIM)
        self.bij = een_bijeenkomst(tx, self.wijk, titel="Café", begin=NU + timedelta(minutes=90))
        self.accounts = [self._bewoner(str(n)) for n in range(aantal)]
        self.wekker = self._zet(self.bij.begin - timedelta(hours=2))
        self.tik()

    def _bewoner(self, extern_id: str) -> int:
        bewoner = een_bewoner(self.tx, self.wijk)
        aanmeldingen.bewaar(self.tx, self.wijk, self.bij.id, Aanmelding(bewoner, "ja", plek="in"))
        return een_account(self.tx, extern_id, bewoner=bewoner)

    def _zet(self, moment: Any) -> int:
        wekkers.zet(self.tx, self.wijk, SOORT, self.bij.id, moment)
        return int(self.tx.scalar(select(t.wekker.c.id)) or 0)

    def tik(self, now: Any = NU) -> None:
        while volgende := wekkers.eerste(self.tx, self.wijk, now):
            wekker.doe(self.tx, self.wijk, volgende.id, now, AMSTERDAM, Verzending())

    def eindig(self, staat: str, reden: str | None = None, *accounts: int) -> None:
        """Let messages that wait end so, of these or of all."""
        deze = t.outbox.c.account.in_(accounts or self.accounts), t.outbox.c.staat == "wachtend"
        self.tx.execute(update(t.outbox).where(*deze).values(staat=staat, reden=reden))

    def toon(self, now: Any = NU) -> dict[str, Any]:
        return verzending.toon(self.tx, handeling(self.wijk, IBRAHIM, now=now)).data

    def een(self) -> dict[str, Any]:
        return verzending.een(self.tx, handeling(self.wijk, IBRAHIM), SOORT, self.bij.publiek_id).data

    def nog_eens(self, now: Any = NU, keer: int = 1, soort: str = SOORT) -> None:
        doet = handeling(self.wijk, IBRAHIM, now=now)
        verzending.nog_eens(self.tx, doet, soort, self.bij.publiek_id, str(keer))
        self.tik(now)

    def herhaald(self) -> list[int]:
        """Return to whom repeats were written."""
        vraag = select(t.outbox).where(t.outbox.c.sleutel.startswith("nog eens:")).order_by(t.outbox.c.account)
        rijen = list(self.tx.execute(vraag))
        assert all(rij.data["herhaling"] and rij.wekker == self.wekker for rij in rijen)
        assert all((rij.baan, rij.niet_na) == (Baan.HERINNERING, self.bij.begin) for rij in rijen)
        return [rij.account for rij in rijen]


@pytest.fixture
def buurt(tx: Connection) -> Buurt:
    return Buurt(tx)


def test_what_did_not_arrive_is_counted_by_what_it_came_from_and_small_counts_stay_small(buurt: Buurt) -> None:
    een, twee, drie, *rest = buurt.accounts
    buurt.eindig("mislukt", "Forbidden: bot was blocked by the user", een)
    buurt.eindig("mislukt", "te laat", twee)
    buurt.eindig("verzonden", None, drie)
    assert len(rest) == 4
    buurt.eindig("onzeker", "lease verlopen", *rest)
    (regel,) = buurt.toon()["regels"]
    assert (regel["soort"], regel["id"], regel["titel"]) == (SOORT, buurt.bij.publiek_id, "Café")
    assert {einde: regel[einde] for einde in verzending.EINDEN} == dict.fromkeys(verzending.EINDEN, (5, "minder"))


def test_counts_of_five_and_more_are_exact_and_what_arrived_is_not_listed(buurt: Buurt) -> None:
    assert buurt.toon()["regels"] == []
    assert buurt.toon()["onderweg"] == (5, "ongeveer")
    buurt.eindig("onzeker", "lease verlopen")
    assert buurt.toon()["regels"][0]["onzeker"] == (7, "precies")
    assert buurt.toon()["onderweg"] == (0, "precies")


def test_what_is_uncertain_goes_once_more_marked_and_a_button_sends_once(buurt: Buurt) -> None:
    zeker, *onzeker = buurt.accounts
    buurt.eindig("verzonden", None, zeker)
    buurt.eindig("onzeker", "lease verlopen", *onzeker)
    assert buurt.een()["nog_eens"]

    buurt.nog_eens()

    assert buurt.herhaald() == onzeker
    assert not buurt.een()["nog_eens"]
    buurt.eindig("onzeker", "lease verlopen", *onzeker)  # nobody knows of the repeats either
    for now in (NU, NU + timedelta(seconds=1)):  # the second tap of two, and one on a button of long ago
        buurt.nog_eens(now)
    assert buurt.herhaald() == onzeker


def test_a_repeat_that_is_uncertain_goes_again_and_is_not_counted_as_another_message(buurt: Buurt) -> None:
    for keer in (1, 2, 3):
        buurt.eindig("onzeker", "lease verlopen")
        gevraagd = verzending.vraag_nog_eens(buurt.tx, handeling(buurt.wijk, IBRAHIM), SOORT, buurt.bij.publiek_id)
        assert (gevraagd.data["keer"], gevraagd.data["aantal"]) == (keer, (7, "precies"))
        buurt.nog_eens(NU + timedelta(seconds=keer), keer)
        assert len(buurt.herhaald()) == 7 * keer
    buurt.eindig("onzeker", "lease verlopen", *buurt.accounts[:6])
    data = buurt.een()
    assert [data[wat] for wat in ("onzeker", "herhaald", "weer_onzeker")] == [(n, "precies") for n in (7, 7, 6)]


def test_who_said_stop_gets_no_repeat_of_what_they_did_not_ask_for(tx: Connection) -> None:
    wijk = een_wijk(tx)
    naar = [een_account(tx, str(n)) for n in range(3)]
    outbox.schrijf(tx, wijk, "proef", naar, Boodschap("uitzending"), baan=Baan.UITZENDING, ongevraagd_op=NU)
    tx.execute(update(t.outbox).values(staat="onzeker"))
    voorkeur.stop(tx, handeling(wijk, "0"))
    outbox.herhaal(tx, verzendingen.te_herhalen(tx, wijk, None, NU, 0, 9))
    voorkeur.stop(tx, handeling(wijk, "1"))
    rijen = select(t.outbox.c.account, t.outbox.c.staat).where(t.outbox.c.herhaalt.is_not(None))
    assert dict(tx.execute(rijen).all()) == {naar[1]: "mislukt", naar[2]: "wachtend"}
    assert voorkeuren.gehoord(tx, naar, NU - timedelta(days=7))[naar[2]].gehad == [NU], "it is one message"


LOS = Boodschap("deur.binnen", {"titel": "Café"})
PRIVE = Boodschap("hulpvraag.nieuw", {"adres": "Merelweg 1"})


def _los(buurt: Buurt, *boodschappen: Boodschap, account: int = 0, niet_na: Any = None) -> None:
    """Let something to one person become uncertain."""
    for nummer, boodschap in enumerate(boodschappen):
        sleutel, naar = f"los:{boodschap.soort}:{account}:{nummer}", [buurt.accounts[account]]
        outbox.schrijf(buurt.tx, buurt.wijk, sleutel, naar, boodschap, baan=Baan.ANTWOORD, niet_na=niet_na)
    banen = [Baan.ANTWOORD]
    for zending in wachtrij.claim(buurt.tx, "telegram", banen, 100, datetime.now(UTC), NU):
        outbox.eindig(buurt.tx, zending, "onzeker", "Timed out")


def test_what_went_to_one_person_is_counted_apart_and_goes_again_without_what_was_personal(buurt: Buurt) -> None:
    _los(buurt, *[LOS] * 3, PRIVE, Boodschap("export"), Boodschap("uitzending.voortgang"))
    _los(buurt, LOS, account=1, niet_na=NU)
    data = buurt.toon()
    assert (data["los"]["onzeker"], data["regels"]) == ((7, "precies"), [])
    assert "Merelweg" not in str(data)

    doet = handeling(buurt.wijk, IBRAHIM)
    assert verzending.een(buurt.tx, doet, "los", "").data["gewist"]
    assert verzending.vraag_nog_eens(buurt.tx, doet, "los", "").data["aantal"] == (5, "minder")
    for now in (NU, NU + timedelta(seconds=1)):
        buurt.nog_eens(now, soort="los")

    vraag = select(t.outbox).where(t.outbox.c.herhaalt.is_not(None))
    rijen = list(buurt.tx.execute(vraag))
    assert [(rij.account, rij.soort, rij.data, rij.baan) for rij in rijen] == [
        (buurt.accounts[0], "deur.binnen", {"titel": "Café", "herhaling": True}, Baan.ANTWOORD)
    ] * 3


@pytest.mark.overal
def test_of_what_was_personal_staff_hear_kindly_that_it_is_gone(buurt: Buurt) -> None:
    _los(buurt, PRIVE)
    with pytest.raises(Geweigerd, match=r"verzending\.gewist"):
        verzending.vraag_nog_eens(buurt.tx, handeling(buurt.wijk, IBRAHIM), "los", "")
    buurt.nog_eens(soort="los")
    assert buurt.tx.scalar(select(t.outbox.c.id).where(t.outbox.c.herhaalt.is_not(None))) is None


def test_much_that_went_to_one_person_each_goes_in_parts_and_none_of_it_twice(
    buurt: Buurt, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(herhaling, "BLOK", 2)
    for account in range(5):
        _los(buurt, LOS, LOS, account=account)
    verzending.nog_eens(buurt.tx, handeling(buurt.wijk, IBRAHIM), "los", "", "1")
    aantal = select(func.count()).select_from(t.outbox).where(t.outbox.c.herhaalt.is_not(None))
    gezien = []
    while volgende := wekkers.eerste(buurt.tx, buurt.wijk, NU):
        wekker.doe(buurt.tx, buurt.wijk, volgende.id, NU, AMSTERDAM, Verzending())
        gezien.append(buurt.tx.scalar(aantal))
        buurt.eindig("onzeker", "lease verlopen", *buurt.accounts[:5])  # the network is gone: none of them arrives
    assert gezien == [4, 8, 10, 10]


def test_what_nobody_misses_is_not_counted_and_what_need_not_go_any_more_did_not_fail(buurt: Buurt) -> None:
    redenen = ["ingehaald", *["gestopt", "ingetrokken", "te laat", "rol weg"], "programmafout: X"]
    for account, reden in zip(buurt.accounts, redenen, strict=False):
        buurt.eindig("mislukt", reden, account)
    (regel,) = buurt.toon()["regels"]
    assert [regel[einde] for einde in verzending.EINDEN] == [(0, "precies"), (5, "minder"), (5, "minder")]


def test_who_does_not_come_any_more_or_blocked_the_bot_gets_no_repeat(buurt: Buurt) -> None:
    buurt.eindig("onzeker", "lease verlopen")
    af, weg, *rest = buurt.accounts
    bewoner = buurt.tx.scalar(select(t.account.c.bewoner).where(t.account.c.id == af))
    aanmeldingen.bewaar(buurt.tx, buurt.wijk, buurt.bij.id, Aanmelding(int(bewoner or 0), "nee"))
    buurt.tx.execute(update(t.account).where(t.account.c.id == weg).values(bereikbaar=False))
    buurt.nog_eens()
    assert buurt.herhaald() == rest


@pytest.mark.parametrize("waarom", ["begonnen", "afgelast"])
def test_what_has_lost_its_sense_cannot_be_repeated(buurt: Buurt, waarom: str) -> None:
    buurt.eindig("onzeker", "lease verlopen")
    now = NU
    if waarom == "begonnen":
        now = buurt.bij.begin
    else:
        buurt.tx.execute(update(t.bijeenkomst).values(afgelast_op=NU))
    doet = handeling(buurt.wijk, IBRAHIM, now=now)
    with pytest.raises(Geweigerd, match=r"verzending\.niets"):
        verzending.vraag_nog_eens(buurt.tx, doet, SOORT, buurt.bij.publiek_id)
    buurt.nog_eens(now)
    assert buurt.herhaald() == []


def test_repeats_to_many_go_in_parts(tx: Connection) -> None:
    buurt = Buurt(tx, BLOK + 3)
    buurt.eindig("onzeker", "lease verlopen")
    verzending.nog_eens(tx, handeling(buurt.wijk, IBRAHIM), SOORT, buurt.bij.publiek_id, "1")
    volgende = wekkers.eerste(tx, buurt.wijk, NU)
    assert volgende is not None
    wekker.doe(tx, buurt.wijk, volgende.id, NU, AMSTERDAM, Verzending())
    assert len(buurt.herhaald()) == BLOK
    assert buurt.een()["bezig"]
    buurt.tik()
    assert buurt.herhaald() == buurt.accounts
    assert not buurt.een()["bezig"]


def test_a_broadcast_goes_once_more_as_it_was_unless_it_was_stopped(buurt: Buurt) -> None:
    tx, wijk, eerste = buurt.tx, buurt.wijk, buurt.accounts[0]
    inhoud = {"talen": {"nl": {"html": "Kom <b>langs</b>"}}, "eigen_taal": "nl"}
    allen = {"doelgroep": Selectie().als_json(), "aantal": 1}
    vast = {"wijk": wijk, "inhoud": inhoud, **allen, "gemaakt_door": eerste, "moment": NU}
    for nummer, staat in enumerate(("klaar", "gestopt"), 1):
        een = insert(t.uitzending).values(**vast, id=nummer, publiek_id=f"{nummer}" * 22, gemaakt_op=NU, staat=staat)
        tx.execute(een)
        wekkers.zet(tx, wijk, "uitzending", nummer, NU - timedelta(hours=nummer))
        bron = int(tx.scalar(select(t.wekker.c.id).order_by(t.wekker.c.id.desc()).limit(1)) or 0)
        wekkers.gedaan(tx, bron, NU)
        outbox.schrijf(
            tx,
            wijk,
            f"u{nummer}",
            [eerste],
            Boodschap("uitzending"),
            baan=Baan.UITZENDING,
            uitzending=nummer,
            wekker=bron,
        )
    buurt.eindig("onzeker", "lease verlopen")
    assert [regel["titel"] for regel in buurt.toon()["regels"] if regel["soort"] == "uitzending"] == ["Kom langs"] * 2
    for publiek_id in ("1" * 22, "2" * 22):
        verzending.nog_eens(tx, handeling(wijk, IBRAHIM), "uitzending", publiek_id, "1")
    buurt.tik()
    vraag = select(t.outbox.c.uitzending, t.outbox.c.data).where(t.outbox.c.sleutel.startswith("nog eens:"))
    assert [tuple(rij) for rij in tx.execute(vraag)] == [(1, {"herhaling": True})]


def test_only_the_tap_that_sends_says_that_it_goes(buurt: Buurt) -> None:
    buurt.eindig("onzeker", "lease verlopen")
    doet = handeling(buurt.wijk, IBRAHIM)
    gezegd = [verzending.nog_eens(buurt.tx, doet, SOORT, buurt.bij.publiek_id, keer).melding for keer in "11x"]
    assert gezegd == ["verzending.gaat", None, None]


@pytest.mark.parametrize("rol", [BEGELEIDER, ORGANISATOR, BEHEERDER, KERNGROEP, None])
def test_only_staff_see_it_and_send_once_more(buurt: Buurt, rol: str | None) -> None:
    buurt.eindig("onzeker", "lease verlopen")
    een_account(buurt.tx, "77")
    if rol:
        een_rol(buurt.tx, buurt.wijk, rol, "77")
    doet = handeling(buurt.wijk, "77")
    if rol in verzending.ROLLEN:
        verzending.toon(buurt.tx, doet)
        verzending.nog_eens(buurt.tx, doet, SOORT, buurt.bij.publiek_id, "1")
        return
    with pytest.raises(Geweigerd, match="rol_nodig"):
        verzending.toon(buurt.tx, doet)
    with pytest.raises(Geweigerd, match="rol_nodig"):
        verzending.nog_eens(buurt.tx, doet, SOORT, buurt.bij.publiek_id, "1")


@pytest.mark.parametrize(("soort", "publiek_id"), [(SOORT, ""), (SOORT, "x" * 22), ("export", "x" * 22), ("", "")])
def test_a_forged_button_is_refused_kindly(buurt: Buurt, soort: str, publiek_id: str) -> None:
    buurt.eindig("onzeker", "lease verlopen")
    with pytest.raises(Geweigerd, match=r"verzending\.onbekend"):
        verzending.een(buurt.tx, handeling(buurt.wijk, IBRAHIM), soort, publiek_id)


@pytest.mark.parametrize("stemden", [0, 1, 4])
def test_of_who_did_not_vote_nothing_is_counted_that_the_maker_of_a_broadcast_was_not_shown(
    tx: Connection, stemden: int
) -> None:
    """Whoever begins a broadcast and stops it at once sees the same here, whether nobody voted or four did."""
    wijk = een_wijk(tx)
    een_account(tx, IBRAHIM)
    een_rol(tx, wijk, ORGANISATOR, IBRAHIM)
    buren = [een_bewoner(tx, wijk) for _ in range(20)]
    for nummer, buur in enumerate(buren):
        een_account(tx, f"b{nummer}", bewoner=buur)
    peiling_id = een_publiek_id()
    peiling = een_peiling(tx, wijk, publiek_id=peiling_id, over_besluit=False, sluit_op=NU + timedelta(days=3))
    doet = handeling(wijk, IBRAHIM, now=NU - timedelta(hours=7))
    for buur in buren[:stemden]:
        leg_vast(tx, doet, buur, Feit("stem", peiling_id, "knop"))
    wat = Selectie(WIJK, (Eis("niet_gestemd", peiling_id),))
    inhoud = {"talen": {"nl": een_inhoud("tekst", "Stem!")}, "eigen_taal": "nl"}
    gezien = selectie.tel(tx, wijk, wat).aantal
    maker = wie_handelt(tx, doet).account
    uitzending.plaats(tx, doet, maker, inhoud=inhoud, selectie=wat, moment=None, aantal=gezien)
    while volgende := wekkers.eerste(tx, wijk, doet.now):
        wekker.doe(tx, wijk, volgende.id, doet.now, AMSTERDAM, Verzending())
    assert verzending.toon(tx, doet).data["onderweg"] == (0, "precies")
    tx.execute(update(t.outbox).values(staat="mislukt", reden="gestopt"))
    (regel,) = verzending.toon(tx, doet).data["regels"]
    assert (regel["niet_meer"], gezien) == ((20, "ongeveer"), 20)
    wekkers.zet(tx, wijk, "peiling_herinnering", peiling, doet.now)
    herinnering = tx.scalar(select(t.wekker.c.id).where(t.wekker.c.soort == "peiling_herinnering"))
    tx.execute(update(t.outbox).values(wekker=herinnering))
    (regel,) = verzending.toon(tx, doet).data["regels"]
    assert regel["niet_meer"] == (20, "ongeveer")


@pytest.mark.parametrize("straat", [False, True])
def test_after_a_stop_it_says_the_numbers_of_the_report_also_of_what_was_held_back(
    tx: Connection, *, straat: bool
) -> None:
    wijk = een_wijk(tx)
    een_account(tx, IBRAHIM)
    een_rol(tx, wijk, ORGANISATOR, IBRAHIM)
    naar = [een_account(tx, str(n), bewoner=een_bewoner(tx, wijk)) for n in range(13)]
    maker, doet = een_account(tx, "maker"), handeling(wijk, IBRAHIM)
    doelgroep = Selectie(Doelgroep("straat", "Lindelaan")) if straat else Selectie()
    inhoud = {"talen": {"nl": {"html": "Kom"}}, "eigen_taal": "nl"}
    velden: dict[str, Any] = {"inhoud": inhoud, "doelgroep": doelgroep.als_json(), "aantal": 30}
    publiek_id = een_uitzending(tx, wijk, maker, naar, **velden)
    over = tx.scalar(select(t.uitzending.c.id)) or 0
    wekkers.zet(tx, wijk, "uitzending", over, NU)
    bron = int(tx.scalar(select(t.wekker.c.id)) or 0)
    tx.execute(update(t.outbox).values(wekker=bron))
    for account, staat in zip(naar, ["onzeker"] * 7 + ["verzonden"] * 2, strict=False):
        tx.execute(update(t.outbox).where(t.outbox.c.account == account).values(staat=staat))

    uitzending.zeg_af(tx, doet, publiek_id, zeker=True)
    verslag = voortgangen.beeld(voortgangen.lees(tx, voortgangen.van(tx, over))).data
    (regel,) = verzending.toon(tx, doet).data["regels"]

    assert (regel["onzeker"], regel["niet_meer"]) == (verslag["onzeker"], verslag["gestopt"])
    assert regel["niet_meer"] == ((20, "ongeveer") if straat else (21, "precies"))

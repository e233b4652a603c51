"""What docs/veiligheid.md says is tried, is a test that exists."""

import re
from pathlib import Path

WORTEL = Path(__file__).parent.parent


def test_every_test_that_the_table_of_security_names_exists_and_every_line_of_it_is_complete() -> None:
    tekst = (WORTEL / "docs" / "veiligheid.md").read_text("utf-8")
    genoemd = set(re.findall(r"`(test_[a-z0-9_]+)`", tekst))
    er_zijn = {
        naam
        for pad in (WORTEL / "tests").rglob("test_*.py")
        for naam in re.findall(r"def (test_\w+)\(", pad.read_text("utf-8"))
    }
    assert genoemd - er_zijn == set()
    assert len(genoemd) > 40
    klopt, anders = (deel.split("\n## ")[0] for deel in tekst.split("\n## Wat ")[1:])
    for regels, kolommen in ((klopt, 4), (anders, 3)):
        rijen = [regel.strip("|").split("|") for regel in regels.splitlines() if re.match(r"\| [0-9]", regel)]
        assert len(rijen) > 10
        for rij in rijen:
            assert len(rij) == kolommen, rij
            assert re.fullmatch(r" [0-9]+(\.[0-9]+){1,2}((, | - )[0-9]+(\.[0-9]+){1,2})* ", rij[0]), rij
            assert all(cel.strip() for cel in rij), rij

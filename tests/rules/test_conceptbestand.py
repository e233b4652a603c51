"""A draft of a plan from a file: what it takes, and one line for what it does not."""

import pytest

from bot.errors import InvoerFout
from bot.rules.conceptbestand import MEEST_DELEN, TEKST_LENGTE, lees

MARKDOWN = """# Buurtplan Vogelbuurt

## Warmte
Wat we kiezen.

Met # in de zin.

## Straten ##
### Een tussenkop
De Merelweg eerst.
"""
TOML = """titel = "Buurtplan Vogelbuurt"
[[deel]]
titel = "Warmte"
tekst = '''
Wat we kiezen.

Met # in de zin.
'''
[[deel]]
titel = "Straten"
tekst = "### Een tussenkop\\nDe Merelweg eerst."
"""


def test_markdown_and_toml_say_the_same() -> None:
    uit = lees(MARKDOWN, "plan.md", toml=False)
    assert uit == lees(MARKDOWN.replace("\n", "\r\n"), "plan.md", toml=False) == lees(TOML, "plan.toml", toml=True)
    assert (uit.titel, [deel.titel for deel in uit.delen]) == ("Buurtplan Vogelbuurt", ["Warmte", "Straten"])
    assert uit.delen[0].tekst == "Wat we kiezen.\n\nMet # in de zin."


def _md(*delen: str) -> str:
    return "# Plan\n" + "".join(f"## {n}\n{tekst}\n" for n, tekst in enumerate(delen))


@pytest.mark.parametrize(
    ("inhoud", "toml", "regel"),
    [
        ("", False, "geef het plan een titel"),
        ("Hallo\n# Plan\n## A\nx", False, "begin met een regel '# '"),
        ("# Plan\nzomaar\n## A\nx", False, "hoort bij geen deel"),
        ("# Plan\n## A\nx\n# B\ny", False, "geef een deel er twee: '## B'"),
        ("# Plan\n", False, "er staan 0 delen in"),
        (_md("x", ""), False, r"deel 2 \('1'\) heeft geen tekst"),
        (_md("x" * (TEKST_LENGTE + 7)), False, "7 tekens te lang voor een telefoon"),
        (_md("😀" * (TEKST_LENGTE // 2 + 1)), False, "2 tekens te lang"),
        (_md(*["x"] * (MEEST_DELEN + 1)), False, f"er staan {MEEST_DELEN + 1} delen in"),
        ("# " + "P" * 101 + "\n## A\nx", False, "hoogstens 100 tekens"),
        ("titel = ", True, "dit is geen TOML"),
        ("titel = 3\n[[deel]]\ntitel='a'\ntekst='b'", True, "'titel' is een tekst"),
        ("titel = 'P'\nkleur = 'rood'", True, r"per deel een tabel \[\[deel\]\]"),
        ("titel = 'P'\n[[deel]]\ntitel='a'", True, "en niets anders"),
    ],
)
def test_a_mistake_is_one_line_that_says_the_mend(inhoud: str, toml: bool, regel: str) -> None:
    with pytest.raises(InvoerFout, match=regel) as fout:
        lees(inhoud, "plan", toml=toml)
    assert "\n" not in str(fout.value)


def test_what_just_fits_is_taken() -> None:
    assert len(lees(_md(*["x" * TEKST_LENGTE] * MEEST_DELEN), "plan", toml=False).delen) == MEEST_DELEN

"""Which languages this machine can draw: a script without a font is skipped in the tests, with its reason."""

import pytest

from berichten import talen
from bot.exports.letters import LettersOntbreken, letters


def waarom_niet(taal: str) -> str:
    """Return why nothing can be drawn in a language here; empty where it can."""
    try:
        letters(taal)
    except LettersOntbreken as fout:
        return str(fout)
    return ""


TE_TEKENEN = [
    pytest.param(taal, marks=pytest.mark.skipif(bool(waarom_niet(taal)), reason=waarom_niet(taal) or "it can"))
    for taal in talen()
]

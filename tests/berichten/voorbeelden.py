"""Sample data per kind of message, as the services make it: `NOUN` of each `voorbeelden_<noun>.py` beside this."""

from importlib import import_module
from pathlib import Path

from tests.berichten.lastig import Data


def _alle() -> dict[str, list[Data]]:
    alle: dict[str, list[Data]] = {}
    for bestand in sorted(Path(__file__).parent.glob("voorbeelden_*.py")):
        noun = bestand.stem.removeprefix("voorbeelden_")
        eigen: dict[str, list[Data]] = getattr(import_module(f"tests.berichten.{bestand.stem}"), noun.upper())
        assert not alle.keys() & eigen.keys(), f"{bestand.name} has samples that another file has too"
        alle |= eigen
    return alle


VOORBEELDEN = _alle()

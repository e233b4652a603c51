"""Which version of the privacy statement (`welkom.toestemming`) holds. A yes to an older one does not count."""

from datetime import date

SINDS = {1: date(2026, 11, 21), 2: date(2026, 11, 22)}
"""Since when each version holds, as people read it under the text. A change in what it says is kept is a new version;
`toestemming.anders` then says what changed."""
VERSIE = max(SINDS)
INGETROKKEN = 0
"""In the place of a version: someone withdrew their consent, and keeps a seat for what they did before."""


def geldt(versie: int | None) -> bool:
    """Say whether a yes to this version is one to what holds now."""
    return versie is not None and versie >= VERSIE

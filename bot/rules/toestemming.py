"""Which version of the privacy statement (`welkom.toestemming`) holds. A yes to an older one does not count."""

VERSIE = 2
"""Goes up with every change in what that text says is kept; `toestemming.anders` then says what changed."""
INGETROKKEN = 0
"""In the place of a version: someone withdrew their consent, and keeps a seat for what they did before."""


def geldt(versie: int | None) -> bool:
    """Say whether a yes to this version is one to what holds now."""
    return versie is not None and versie >= VERSIE

"""The five geledingen of a neighbourhood (taakdemocratie). Who lives here is one of the burgers, by itself."""

from bot.rules.doelgroep import Doelgroep

KENNIS, BURGERS, OVERHEID, BEDRIJVEN, VOORZIENINGEN = "kennis", "burgers", "overheid", "bedrijven", "voorzieningen"
GELEDINGEN = (KENNIS, BURGERS, OVERHEID, BEDRIJVEN, VOORZIENINGEN)
GENODIGD = tuple(naam for naam in GELEDINGEN if naam != BURGERS)
"""Those that one is invited to."""
VERTEGENWOORDIGER = "vertegenwoordiger"
"""The role of who votes for one: its `bereik` is the geleding, `namens` what they represent. Not of the team."""
IEDER, GELEDING = "ieder", "geleding"
"""The weight rules of a poll: each voter equal, or each geleding equal."""


def uit_functie(voor: Doelgroep) -> bool:
    """Say whether a poll is for one geleding in which one votes for what one represents, not for oneself.

    Its members and the team read its result as it was counted, which they are told before they vote.
    """
    return voor.soort == "geleding" and voor.bereik in GENODIGD

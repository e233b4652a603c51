"""Who may stand at a door, and what they may do there. Pure.

Whoever shows the codes vouches that who comes in was there. Of a meeting with room for questions that counts for the
condition on information, so somebody independent does it. A trekker leads the group whose people come: at a door of the
own werkgroep they show the codes only where it counts for no condition, and record nothing of anyone.
"""

from typing import Literal

from bot.rules.doelgroep import Doelgroep

Wacht = Literal["team", "trekker", "telt_mee", "buiten_bereik"]
"""With the list and scanning; the codes only; refused, as it counts; refused, as it is of others."""


def wacht(voor: Doelgroep, *, ruimte_voor_vragen: bool, team: bool, trekt: frozenset[str]) -> Wacht:
    """Say as what someone stands at a door.

    Args:
        voor: for whom the meeting is.
        team: whether they are buurtbegeleider or organisator.
        trekt: the werkgroepen that they lead.
    """
    if team:
        return "team"
    if voor.soort != "werkgroep" or voor.bereik not in trekt:
        return "buiten_bereik"
    return "telt_mee" if ruimte_voor_vragen else "trekker"

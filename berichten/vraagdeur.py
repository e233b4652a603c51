"""A question that is written down at a door: what is near to it stands above it, to be read out."""

from typing import Any

from berichten.bericht import Bericht, Toon, bericht, inkorten
from berichten.catalogus import Veilig
from berichten.formulier import stel

_PAST = 600
"""Of each answer so many characters are shown: three fit in one message."""


@bericht("vraagdeur.over")
def over(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether it is about the plan, under the answers that may be what is asked for."""
    t = toon.t
    delen = [t.tekst("vraagdeur.gevonden")] if data["gevonden"] else []
    delen += [
        t.tekst("vraagdeur.al", vraag=een["vraag"], antwoord=inkorten(een["antwoord"], _PAST))
        for een in data["gevonden"]
    ]
    return stel(toon, data, Veilig("\n\n".join([*delen, t.tekst("vraagdeur.over.vraag")])))

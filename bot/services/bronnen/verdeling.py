"""verdeling: the set that a condition names, and the wijk, by each characteristic of people that is known.

The address list outranks what people say of themselves; only their age they say themselves.
"""

from collections import defaultdict

from sqlalchemy import Connection

from bot.rules.drempels.afspiegeling import (
    LEEFTIJD,
    VAN_DE_LIJST,
    Afspiegeling,
    Groepstelling,
    Kenmerktelling,
    Spiegeltelling,
)
from bot.services.bronnen import Vraag, telling
from bot.storage import verdelingen
from bot.storage.verdelingen import Adressen


def lees(tx: Connection, vraag: Vraag) -> Spiegeltelling:
    """Count the set and the wijk by each characteristic."""
    assert isinstance(vraag.drempel, Afspiegeling)  # noqa: S101 (no other condition is weighed by this)
    verzameling = vraag.drempel.verzameling
    over = telling.telvraag(vraag, verzameling)
    rijen = verdelingen.van_adressen(tx, over)
    kenmerken = {kenmerk: _per_groep(rijen, kenmerk) for kenmerk in VAN_DE_LIJST}
    leeftijden = verdelingen.leeftijden(tx, over)
    kenmerken[LEEFTIJD] = Kenmerktelling({groep: Groepstelling(n, 0, 0) for groep, n in leeftijden.items()})
    return Spiegeltelling(telling.tel(tx, vraag, verzameling), kenmerken)


def _per_groep(rijen: list[Adressen], kenmerk: str) -> Kenmerktelling:
    samen: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    onbekend = 0
    for rij in rijen:
        groep = getattr(rij, kenmerk)
        if groep is None:
            onbekend += rij.wijk_hoog
            continue
        for nummer, aantal in enumerate((rij.laag, rij.wijk_laag, rij.wijk_hoog)):
            samen[groep.lower()][nummer] += aantal
    return Kenmerktelling({groep: Groepstelling(*aantallen) for groep, aantallen in samen.items()}, onbekend)

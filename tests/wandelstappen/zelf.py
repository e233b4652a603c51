"""What residents say of themselves: their name, what they plan, that they want help, and that they take back a yes."""

from tests.wandelstappen.mensen import ANNA, BUUR, HUISGENOOT
from tests.wandelstappen.stap import Stappen

_OVER_MIJ = ("/gegevens", "kn", "kn_vraag:naam")
STAPPEN: Stappen = (
    (ANNA, (*_OVER_MIJ, "kn_naam", '"Anna"')),
    (HUISGENOOT, ("/komlangs", "hvl")),
    (BUUR, ("/komlangs", "hvb", '"0612345678"')),
)
VERDER: Stappen = (
    (ANNA, (*_OVER_MIJ, "kn_naam")),
    (ANNA, ("/gegevens", "kn", "kn_vraag:talent")),
    (BUUR, ("/gegevens", "momenten", "mo:verbouwen")),
    (BUUR, ("/gegevens", "toe_weg", "toe_in", "toe")),
)

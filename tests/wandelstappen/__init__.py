"""What the people of the walked wijk did before someone walks: a module per subject, in the order in which it happens.

A module has `STAPPEN`: who, and what they type and tap in turn; `stap.py` says how. What only time can make, a module
makes in `vul(tx, wijk)`, before its steps. What one does with a message that came stands in `ERNA`: that is after all
that will be sent was sent. What is far from the menu stands in `VERDER`: these steps lead there, and the walk goes on
from where they end.
"""

from types import ModuleType

from tests.wandelstappen import (
    aanbiedingen,
    aandragen,
    bijeenkomsten,
    controle,
    deuren,
    eerst,
    fasen,
    gewist,
    groepen,
    ideeen,
    onderbouwd,
    papier,
    peilen,
    plannen,
    rechtzetten,
    regels,
    straten,
    stukken,
    toestellen,
    uitgenodigd,
    vragen,
    weerkeer,
    zelf,
    zitten,
)

ALTIJD: tuple[ModuleType, ...] = (eerst,)
"""In each walk."""
IN_ZWAAR: tuple[ModuleType, ...] = (
    # handlers a-d
    aanbiedingen,
    bijeenkomsten,
    aandragen,
    plannen,
    rechtzetten,
    straten,
    uitgenodigd,
    # handlers e-o
    ideeen,
    fasen,
    onderbouwd,
    zelf,
    weerkeer,
    # handlers p-z
    vragen,
    regels,
    peilen,
    papier,
    stukken,
    zitten,
    deuren,
    controle,
    gewist,
    # devices, groups, links and practice
    toestellen,
    groepen,
)
"""Only in the walks of `make zwaar`: after what is always done."""

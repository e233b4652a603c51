"""Bringing the database in line with the settings at the start: the wijk, its roles and its werkgroepen."""

from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import Connection

from bot.config import Settings
from bot.rules.spelregels import Spelregels
from bot.rules.terugrekenen import Periode
from bot.services import vraagindex
from bot.services.handeling import publiek_id
from bot.storage import accounts, opdrachtmenus, spelregels, trajecten, werkgroepen, wijken


def richt_in(
    tx: Connection,
    settings: Settings,
    concept: Spelregels,
    vrij: Sequence[Periode],
    toeval: Sequence[bytes],
) -> int:
    """Make or update the wijk of these settings and return its id.

    Args:
        concept: the spelregels of the settings.
        vrij: the days that do not count in the plan of a traject.
        toeval: 16 fresh random bytes for the wijk and for each werkgroep.
    """
    wijk = wijken.zorg_voor(tx, settings.wijk.naam, publiek_id(toeval[0]), settings.sleutel)
    wijken.onthoud_termijnen(tx, wijk, asdict(settings.bewaren))
    namen = zip(settings.wijk.werkgroepen, (publiek_id(t) for t in toeval[1:]), strict=True)
    werkgroepen.vul_aan(tx, wijk, namen)
    rollen = []
    for rol in ("beheerder", "organisator", "buurtbegeleider"):
        for wie in getattr(settings.rollen, rol):
            kanaal, _, extern_id = wie.partition(":")
            rollen.append((rol, kanaal, extern_id))
    accounts.zet_rollen(tx, wijk, rollen)
    opdrachtmenus.wens_rollen(tx, wijk)
    spelregels.volg_instellingen(tx, wijk, concept.canoniek())
    trajecten.zet_vrije_perioden(tx, wijk, vrij)
    vraagindex.werk_alles_bij(tx, wijk)
    return wijk

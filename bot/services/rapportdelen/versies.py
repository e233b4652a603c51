"""The versions of the spelregels: who confirmed them, what each gives, and what there was before the first. One
version per read.
"""

from typing import Any

from sqlalchemy import Connection

from bot.rules.drempels import TELBAAR
from bot.rules.kleine_cellen import exact
from bot.rules.spelregels import uit_json
from bot.rules.wegen import Drempelstand
from bot.services.bronnen import Vraag, weeg
from bot.services.rapportdelen import Blok
from bot.services.tellen import Kader
from bot.storage import spelregels
from bot.storage.spelregels import Versie


def lees(tx: Connection, kader: Kader, na: int) -> Blok:
    """Weigh by the next version all that counts since the first was fixed."""
    alle = spelregels.vastgestelde(tx, kader.wijk)
    if na >= len(alle):
        return Blok([])
    return Blok([_versie(tx, kader, alle[na], eerste=na == 0)], na + 1)


def _versie(tx: Connection, kader: Kader, versie: Versie, *, eerste: bool) -> dict[str, Any]:
    regels = uit_json(versie.inhoud)
    if kader.uitkomst and kader.uitkomst.spelregels == regels:
        standen = list(kader.uitkomst.met)
    else:
        tot = kader.uitkomst.bewijs if kader.uitkomst else kader.tot
        standen = [weeg(tx, Vraag(kader.wijk, regels, drempel, True, kader.na, tot)) for drempel in regels.drempels]
    return {
        "versie": versie.versie,
        "vastgesteld_op": versie.vastgesteld_op.isoformat() if versie.vastgesteld_op else None,
        "reden": versie.reden,
        "orgaan": versie.orgaan,
        "besluitnummer": versie.besluitnummer,
        "besluit_op": versie.besluit_op.isoformat() if versie.besluit_op else None,
        "besluitlink": versie.besluitlink,
        "volgt": versie.volgt,
        "hash": versie.hash,
        "regels": regels.als_json(),
        "geeft": {
            stand.soort: {"verdict": stand.verdict} | (_getallen(stand) if stand.soort in TELBAAR else {})
            for stand in standen
        },
        "vooraf": _vooraf(tx, kader) if eerste else {},
    }


def _getallen(stand: Drempelstand) -> dict[str, Any]:
    return {"teller": stand.teller, "noemer": stand.noemer}


def _vooraf(tx: Connection, kader: Kader) -> dict[str, Any]:
    """Count who would count by what came before the first version was fixed."""
    return {
        drempel.soort: exact(weeg(tx, Vraag(kader.wijk, kader.spelregels, drempel, tot=kader.na)).teller)
        for drempel in kader.spelregels.drempels
        if drempel.soort in TELBAAR and kader.na
    }

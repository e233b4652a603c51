"""Taking one's own vote away while a poll is open, and seeing it in one's own data where it has a name."""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.peilingen import METHODEN
from bot.rules.peilingvorm import woord
from bot.services import bewijs, peilingvorm, stemmen
from bot.services.handeling import Handeling, eis_deelnemer
from bot.services.kiezer import is_open, kiezer
from bot.services.peilingbeheer import bestaand
from bot.storage import afsluitingen, gesprekken, peilingen, stemmers, stemvellen
from bot.storage import bewijs as bewijzen
from bot.storage.peilingen import Peiling
from bot.storage.stemmers import Kiezer

IN_GEGEVENS = 5


def haal_weg(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Take one's own vote away, after a question whether one is sure.

    The ballot goes, and so does the evidence that one took part: nobody counts by a vote that they do not want to
    have cast. What staff recorded stays, and after the closing of the process all evidence does.

    Raises:
        Geweigerd: there is no such poll, or it is for others.
    """
    wie = eis_deelnemer(tx, handeling)
    peiling = bestaand(tx, handeling, publiek_id)
    als = kiezer(tx, wie, peiling) if is_open(peiling, handeling.now) else None
    if als is None or peilingen.stem_van(tx, peiling.id, als).telt is None:
        return stemmen.toon_peiling(tx, handeling, wie, peiling)
    if not zeker:
        data = {"id": publiek_id, "vraag": peiling.vraag, "daad": "terug"}
        telde = peiling.over_besluit and _eigen_bewijs(tx, handeling, als, peiling)
        return Boodschap("peiling.zeker", data | {"over_besluit": telde})
    stemmers.haal_weg(tx, peiling.id, als)
    stemvellen.vervang(tx, peiling.id, als)
    gesprekken.sluit_als(tx, wie.wijk, wie.account, stemmen.SOORT)
    if _eigen_bewijs(tx, handeling, als, peiling):
        soort = bewijs.stemsoort(over_besluit=peiling.over_besluit)
        weg = bewijs.Feit(soort, peiling.publiek_id, "correctie", None, "stem weggehaald")
        bewijs.trek_in(tx, handeling, als.id, weg)
    return stemmen.toon_peiling(tx, handeling, wie, peiling, melding="peiling.stem_weg")


def met_naam(tx: Connection, wijk: int, bewoner: int) -> list[dict[str, Any]]:
    """Return what a resident chose in polls by name, as data for the renderer."""
    gevonden = []
    for nummer, inhoud in stemmers.met_naam_van(tx, bewoner, IN_GEGEVENS):
        peiling = peilingen.zoek(tx, wijk, id=nummer)
        if peiling is not None:
            opzet = peilingvorm.lees_opzet(tx, peiling)
            delen = [woord(deel) for deel in METHODEN[peiling.methode].in_woorden(opzet, inhoud)]
            gevonden.append({"vraag": peiling.vraag, "methode": peiling.methode, "stem": delen})
    return gevonden


def _eigen_bewijs(tx: Connection, handeling: Handeling, als: Kiezer, peiling: Peiling) -> bool:
    """Say whether there is evidence that goes with the vote: a resident's own, not what staff wrote down for them."""
    if als.soort != "bewoner" or afsluitingen.is_afgesloten(tx, handeling.wijk):
        return False
    soort = bewijs.stemsoort(over_besluit=peiling.over_besluit)
    geldt = bewijzen.geldend(tx, handeling.wijk, soort, peiling.publiek_id, als.id, None)
    return geldt is not None and geldt.vastlegger is None

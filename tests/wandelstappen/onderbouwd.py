"""What stands under the conditions: a declaration that the spelregels ask for, and what a partner thinks."""

from dataclasses import replace
from datetime import timedelta

from sqlalchemy import Connection

from bot.rules.drempels.verklaring import Verklaring
from bot.storage import spelregels
from tests.builders import NU
from tests.wandelstappen.mensen import BUUR, ORGANISATOR, ORGANISATOR_2
from tests.wandelstappen.stap import PDF, Stappen
from tests.web.vulling import BESLUIT, regels

_VERKLARING = ("fk:uitspraak:gehoord", '"Zij sprak met elke straat."', '"1-3-2026"', "fk:rol:nee", PDF, "fklaar")
_STANDPUNT = ('"Netbeheerder"', '"Er is plek op het net."', '"1-3-2026"', "fx:stuk", PDF, "fklaar")


def vul(tx: Connection, wijk: int) -> None:
    """Let a later version of the spelregels ask for a declaration."""
    nu = regels(2)
    nieuw = replace(nu, versie=3, drempels=(*nu.drempels, Verklaring("Noor de Wit", "onderzoeker", "de gemeente")))
    spelregels.begin_concept(tx, wijk, 3, replace(nieuw, versie=0).canoniek(), "Wie weinig zegt, telt ook.")
    concept = spelregels.concept(tx, wijk)
    assert concept is not None
    spelregels.stel_vast(tx, wijk, concept, nieuw.canoniek(), NU - timedelta(hours=1), **BESLUIT)


STAPPEN: Stappen = (
    (ORGANISATOR, ("/onderbouwing", "obs", *_STANDPUNT)),
    (ORGANISATOR, ("/onderbouwing", "obv", *_VERKLARING)),
    (ORGANISATOR_2, ("/voorstellen", "v:~Verklaring", "vz:", "vja:")),
)
VERDER: Stappen = (
    (ORGANISATOR, ("/onderbouwing",)),
    (ORGANISATOR, ("/standpunten", "sp:")),
    (BUUR, ("/standpunten", "sp:")),
)

"""The waiting list of a meeting: a place that is held, one that was given at once, and one that was let pass."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.bijeenkomst import antwoordknoppen, hulpknoppen, omschrijving


@bericht("bijeenkomst.plek_vrij")
def plek_vrij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer a place, and say until when it is held."""
    tekst = toon.t.tekst("bijeenkomst.plek_vrij", omschrijving=omschrijving(toon, data), tot=toon.moment(data["tot"]))
    ja = Knop(toon.t.plat("knop.plek_ja"), f"ba:ja:{data['id']}")
    nee = Knop(toon.t.plat("knop.plek_nee"), f"ba:nee:{data['id']}")
    return Bericht(tekst, ((ja, nee), *hulpknoppen(toon, data)))


@bericht("bijeenkomst.plek_gekregen")
def plek_gekregen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that who waited is in, when there is no time left to ask."""
    tekst = toon.t.tekst("bijeenkomst.plek_gekregen", omschrijving=omschrijving(toon, data))
    return Bericht(tekst, (*antwoordknoppen(toon, {**data, "antwoord": "ja"}), *hulpknoppen(toon, data)))


@bericht("bijeenkomst.plek_verlopen")
def plek_verlopen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the place went to the next."""
    tekst = toon.t.tekst("bijeenkomst.plek_verlopen", titel=data["titel"])
    return Bericht(tekst, (*antwoordknoppen(toon, data), *hulpknoppen(toon, data)))

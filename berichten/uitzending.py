"""A message from staff to many, as residents see it: their language where it was given, else the sender's own."""

from dataclasses import replace
from typing import Any

from berichten.bericht import Bericht, Bijlage, Toon, bericht
from berichten.catalogus import Veilig, vertaal
from berichten.hulpvraag import hulpknop
from berichten.menu import rol_naam


@bericht("uitzending")
def uitzending(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what was written, and by whom.

    `data`: `talen` (per language what is said, see `bot.services.uitzending`), `eigen_taal` (which of these is there
    for who reads another), `van` (`rol` and `bereik` of who writes), `id`, `hulp`. In a preview also `lees_in`: the
    language of whom it shows what they will read.
    """
    if "lees_in" in data:
        toon = replace(toon, t=vertaal(data["lees_in"]))
    inhoud = in_taal(toon, data)
    knoppen = (hulpknop(toon, "uitzending", data["id"]),) if data["hulp"] else ()
    anders = [] if toon.t.taal in data["talen"] or not inhoud["html"] else toon.geschreven_in(data["eigen_taal"])
    tekst = "\n\n".join(deel for deel in (inhoud["html"], *anders, afzender(toon, data["van"])) if deel)
    return Bericht(tekst, knoppen, **_erbij(inhoud))


def _erbij(inhoud: dict[str, Any]) -> dict[str, Any]:
    """Return the file that the text stands under, or the place that comes after it."""
    if inhoud["plek"]:
        noord, oost = inhoud["plek"]
        return {"bijlagen": (Bijlage("plek", "", {"latitude": noord / 1e6, "longitude": oost / 1e6}),)}
    if not inhoud["file_id"]:
        return {}
    naam = inhoud["naam"] or ""
    return {"media": Bijlage("file_id", naam, {"file_id": inhoud["file_id"]}, als=inhoud["soort"], voor_velen=True)}


def in_taal(toon: Toon, data: dict[str, Any]) -> dict[str, Any]:
    """Return what is said to who reads this language."""
    inhoud: dict[str, Any] = data["talen"].get(toon.t.taal) or data["talen"][data["eigen_taal"]]
    return inhoud


def afzender(toon: Toon, van: dict[str, Any]) -> Veilig:
    """Say in which role someone writes."""
    return toon.t.tekst("uitzending.van", wie=rol_naam(toon, van))


@bericht("uitzending.doorgeven")
def doorgeven(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask a straatcontact to pass a message on in their street; for whom it was meant they do not hear."""
    gezien = uitzending(toon, data)
    return replace(gezien, tekst=f"{toon.t.tekst('uitzending.geef_door')}\n\n{gezien.tekst}", knoppen=())

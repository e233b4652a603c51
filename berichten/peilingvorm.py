"""Around the form of a poll: one's drafts, and trying it on oneself."""

from dataclasses import replace
from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.catalogus import Veilig
from berichten.menu import naar_menu
from berichten.peiling import open_


@bericht("peiling.concepten")
def concepten(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show someone's drafts: a button to go on with each."""
    t = toon.t
    rijen = [
        (Knop(inkorten(f"{toon.kort(een['bewaard_op'])} · {een['vraag']}"), f"pconcept:{een['id']}"),)
        for een in data["concepten"]
    ]
    tekst = t.tekst("peiling.concepten" if rijen else "peiling.concepten_leeg")
    return Bericht(tekst, (*rijen, (Knop(t.plat("knop.peiling"), "peiling"),), naar_menu(toon)))


@bericht("peiling.concept_zeker")
def concept_zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to throw a draft away."""
    t = toon.t
    ja = Knop(t.plat("peiling.knop_concept_weg_ja"), f"pcweg:{data['id']}:ja")
    tekst = t.tekst("peiling.concept_zeker", vraag=data["vraag"])
    return Bericht(tekst, ((ja,), (Knop(t.plat("knop.terug"), "pconcepten"),)))


@bericht("peiling.proef")
def proef(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a poll as who votes in it sees it, marked as a trial, with the way back to the preview."""
    t = toon.t
    zoals = open_(toon, {**data["open"], "proef": True})
    daden = tuple(rij for rij in zoals.knoppen if all(knop.data and knop.data.startswith("pt:") for knop in rij))
    zo = [t.tekst("peiling.proef_af")] if data["af"] else []
    tekst = Veilig("\n\n".join([t.tekst("peiling.proef"), zoals.tekst, *zo]))
    return replace(zoals, tekst=tekst, knoppen=(*daden, (Knop(t.plat("peiling.knop_proef_klaar"), "pklaar"),)))

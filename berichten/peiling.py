"""Polls: asking, voting, and the result."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu

_BLOKJES = 10
_PAST_OP_KNOP = 30
"""A phone cuts off longer labels: then the options stand in the text too."""


@bericht("peiling.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the polls, a button each."""
    knoppen = []
    for peiling in data["peilingen"]:
        sleutel = "peiling.knop_open" if peiling["open"] else "peiling.knop_gesloten"
        knoppen.append((Knop(toon.t.plat(sleutel, vraag=peiling["vraag"])[:60], f"p:{peiling['id']}"),))
    return Bericht(toon.t.tekst("peiling.lijst" if knoppen else "peiling.lijst_leeg"), (*knoppen, naar_menu(toon)))


@bericht("peiling.open")
def open_(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask, with a button per option; one's own vote is marked."""
    t = toon.t
    delen = [t.tekst("peiling.vraag", vraag=data["vraag"]), _waarover(toon, data["over_besluit"])]
    gekozen = next((o["tekst"] for o in data["opties"] if o["gekozen"]), None)
    if gekozen is not None:
        delen.append(t.tekst("peiling.jouw_stem", optie=gekozen))
    delen.append(t.tekst("peiling.tot", moment=toon.moment(data["sluit_op"])))
    if not data["bewoner"] or any(len(o["tekst"]) > _PAST_OP_KNOP for o in data["opties"]):
        delen.append(Veilig("\n".join(t.tekst("peiling.optie", optie=f"• {o['tekst']}") for o in data["opties"])))
    if not data["bewoner"]:
        return Bericht("\n\n".join(delen), (naar_menu(toon),))
    knoppen = [(Knop(("✓ " if o["gekozen"] else "") + o["tekst"], f"st:{o['id']}"),) for o in data["opties"]]
    return Bericht("\n\n".join(delen), (*knoppen, naar_menu(toon)))


@bericht("peiling.uitslag")
def uitslag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the result of a closed poll: a bar and a number per option."""
    t = toon.t
    hoogste = max((regel["aantal"] for regel in data["regels"]), default=0)
    regels = []
    for regel in data["regels"]:
        vol = -(-regel["aantal"] * _BLOKJES // hoogste) if hoogste else 0
        balk = "▓" * vol + "░" * (_BLOKJES - vol)
        regels.append(t.tekst("peiling.regel", balk=balk, optie=regel["tekst"], aantal=regel["aantal"]))
    kop = t.tekst("peiling.uitslag", vraag=data["vraag"])
    voet = t.tekst("peiling.stemmen", aantal=data["stemmen"])
    return Bericht("\n\n".join([kop, *regels, voet]), (naar_menu(toon),))


@bericht("peiling.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a poll as residents will see it, before it opens."""
    t = toon.t
    delen = [
        t.tekst("formulier.voorbeeld"),
        t.tekst("peiling.vraag", vraag=data["vraag"]),
        "\n".join(t.tekst("peiling.optie", optie=f"• {tekst}") for tekst in data["opties"]),
        _waarover(toon, data["besluit"] == "ja"),
        t.tekst("peiling.tot", moment=toon.moment(data["sluit_op"])),
    ]
    return bevestigen(toon, Veilig("\n\n".join(delen)))


def _waarover(toon: Toon, over_besluit: bool) -> Veilig:
    return toon.t.tekst("peiling.over_besluit" if over_besluit else "peiling.niet_over_besluit")

"""The words of a poll: those of its method out of the catalog, what people typed, and which version it is."""

from typing import Any, Literal

from berichten.bericht import Knop, Toon
from berichten.catalogus import Veilig
from bot.rules.kleine_cellen import KLEINSTE, Cel

Uit = Literal["nooit", "als_afgekapt", "altijd"]
"""Whether what people typed on buttons stands in the text too."""
_EINDTEKENS = (".", "?", "!", ":", ";", "…")
_PAST_OP_KNOP = 30
"""A phone cuts off longer labels: then the options stand in the text too."""


def zin(toon: Toon, methode: str, wat: str | list[Any]) -> Veilig:
    """Return a sentence of a method, or what people typed, as markup."""
    if isinstance(wat, str):
        return toon.t.tekst("peiling.optie", optie=wat)
    naam, velden = wat
    return toon.t.tekst(f"methode.{methode}.zin.{naam}", **_ingevuld(toon, velden))


def knopwoord(toon: Toon, methode: str, wat: str | list[Any]) -> str:
    """Return a label of a method, or what people typed, without markup."""
    if isinstance(wat, str):
        return wat
    naam, velden = wat
    return toon.t.plat(f"methode.{methode}.knop.{naam}", **_ingevuld(toon, velden))


def procent(toon: Toon, cel: Cel) -> str:
    """Return a part of a hundred, or that it is less than what is shown."""
    if isinstance(cel, int):
        return toon.t.procent(cel)
    return toon.t.plat("cel.minder", aantal=toon.t.procent(KLEINSTE))


def met_dubbelepunt(tekst: str) -> str:
    """Return what people typed with a colon, for what comes behind it; not where it ends in a sign of its own."""
    return tekst if tekst.endswith(_EINDTEKENS) else f"{tekst}:"


def stemknoppen(toon: Toon, methode: str, scherm: dict[str, Any], voor: str) -> list[tuple[Knop, ...]]:
    """Return the buttons of a method's screen.

    Args:
        voor: what a tap says before what it does.
    """
    return [
        tuple(
            Knop(("✓ " if gekozen else "") + knopwoord(toon, methode, label), voor + daad)
            for daad, label, gekozen in rij
        )
        for rij in scherm["knoppen"]
    ]


def stemregels(toon: Toon, methode: str, scherm: dict[str, Any], uit: Uit) -> list[Veilig]:
    """Return the lines of a method's screen, and under them what its buttons say, where it is wanted."""
    typte = [label for rij in scherm["knoppen"] for _, label, _ in rij if isinstance(label, str)]
    te_lang = any(len(label) > _PAST_OP_KNOP for label in typte)
    namen = [f"• {label}" for label in typte] if uit == "altijd" or (uit == "als_afgekapt" and te_lang) else []
    regels = [zin(toon, methode, regel) for regel in [*scherm["regels"], *namen]]
    return [Veilig("\n".join(regels))] if regels else []


def _ingevuld(toon: Toon, velden: dict[str, Any]) -> dict[str, Any]:
    hoe = {"moment": toon.moment, "kort": toon.kort}
    return {naam: hoe[naam](waarde) if naam in hoe else waarde for naam, waarde in velden.items()}


def versie(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say which version of a poll it is and what changed, when it is not the first."""
    deze = data.get("versie")
    return [toon.t.tekst("peiling.versie", nummer=deze["nummer"], wijziging=deze["wijziging"])] if deze else []


def vooruit(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say why a poll on the decision came before its stage, when it did."""
    return [toon.t.tekst("peiling.vooruit", reden=data["vooruit"])] if data.get("vooruit") else []


def vorige_versie(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return the button to the version before."""
    deze = data.get("versie")
    return [(Knop(toon.t.plat("peiling.knop_vorige_versie"), f"pvorige:{deze['vorige']}"),)] if deze else []

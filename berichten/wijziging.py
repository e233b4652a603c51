"""A meeting that changes or is cancelled: the previews of who does it, and what people are told."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.bijeenkomst import (
    afgelast,
    antwoordknoppen,
    dagen,
    extraknoppen,
    hulpknoppen,
    meer_knoppen,
    omschrijving,
)
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen


@bericht("wijziging.voorbeeld")
def wijziging_voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a meeting as it will be and what changes, with a button for everything that can."""
    t = toon.t
    delen = [omschrijving(toon, data)]
    if data["velden"]:
        delen = [
            t.tekst("formulier.voorbeeld"),
            *delen,
            *_veranderingen(toon, data["velden"]),
            *_voor_welke(toon, data),
        ]
        klaar = t.plat("knop.doorgeven")
    else:
        delen, klaar = [*delen, t.tekst("wijziging.wat")], ""
    return bevestigen(toon, Veilig("\n\n".join(delen)), extraknoppen(toon, data), klaar=klaar, terug=False)


@bericht("afgelasting.voorbeeld")
def afgelasting_voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure."""
    delen = [toon.t.tekst("wijziging.zeker"), afgelast(toon, data)]
    klaar = toon.t.plat("knop.afgelasten")
    return bevestigen(toon, Veilig("\n\n".join(delen)), extraknoppen(toon, data), klaar=klaar, terug=False)


@bericht("bijeenkomst.gewijzigd")
def gewijzigd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell what changed, and ask to look again."""
    delen = [
        toon.t.tekst("wijziging.gewijzigd", titel=data["titel"]),
        *_veranderingen(toon, data["velden"]),
        *_voor_welke(toon, data),
        omschrijving(toon, data),
        toon.t.tekst("wijziging.kijk_opnieuw"),
    ]
    knoppen = (*antwoordknoppen(toon, data), *meer_knoppen(toon, data), *hulpknoppen(toon, data))
    return Bericht("\n\n".join(delen), knoppen)


@bericht("bijeenkomst.afgelast")
def is_afgelast(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell that a meeting is cancelled."""
    onder = (Knop(toon.t.plat("knop.agenda"), "agenda"),)
    return Bericht(afgelast(toon, data), (*meer_knoppen(toon, data), onder))


def _veranderingen(toon: Toon, velden: list[list[Any]]) -> list[Veilig]:
    return [
        toon.t.tekst(
            "wijziging.verandering",
            veld=toon.t.plat(f"bijeenkomst.knop.{naam}"),
            oud=_waarde(toon, naam, oud),
            nieuw=_waarde(toon, naam, nieuw),
        )
        for naam, oud, nieuw in velden
    ]


def _waarde(toon: Toon, naam: str, waarde: Any) -> str:
    if waarde is None:
        return toon.t.plat("wijziging.niets")
    if naam in {"kaart", "foto", "link"}:
        return toon.t.plat("wijziging.staat_erbij")
    if naam == "begin":
        return toon.moment(waarde)
    return str(waarde)


def _voor_welke(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    if not data.get("reeks"):
        return []
    return [Veilig(f"{toon.t.tekst('wijziging.ook_volgende')}\n{dagen(toon, data['reeks'])}")]

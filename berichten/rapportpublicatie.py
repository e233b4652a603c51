"""The report on the public page: the question before it goes there or off it, and what is on it."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.menu import naar_menu


@bericht("rapport.op_zeker")
def op_zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether everyone may read it."""
    ja = Knop(toon.t.plat("rapport.knop_op"), f"rap:{data['id']}:ja")
    return _vraag(toon, toon.t.tekst("rapport.op_zeker"), data, ja)


@bericht("rapport.af_zeker")
def af_zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether it must go off the page."""
    ja = Knop(toon.t.plat("rapport.knop_af"), f"rapx:{data['id']}:ja")
    return _vraag(toon, toon.t.tekst("rapport.af_zeker"), data, ja)


@bericht("rapport.openbaar")
def openbaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what is on the page, with a button to take each off."""
    t, alle = toon.t, data["rapporten"]
    delen = [t.tekst("rapport.openbaar" if alle else "rapport.geen_openbaar")]
    delen += [_welk(toon, een) for een in alle]
    knoppen = [(Knop(t.plat("rapport.knop_af_dag", dag=toon.dag(een["op"])), f"rapx:{een['id']}"),) for een in alle]
    return Bericht(Veilig("\n\n".join(delen)), (*knoppen, *bladerknoppen(toon, data, "rapl"), naar_menu(toon)))


def _vraag(toon: Toon, vraag: Veilig, data: dict[str, Any], ja: Knop) -> Bericht:
    nee = Knop(toon.t.plat("knop.nee"), "rapl")
    return Bericht(Veilig(f"{_welk(toon, data)}\n\n{vraag}"), ((ja,), (nee,)))


def _welk(toon: Toon, een: dict[str, Any]) -> Veilig:
    soort = toon.t.plat(f"rapport.soort.{een['soort']}", dag=toon.dag(een["op"]))
    return toon.t.tekst("rapport.welk", soort=soort, sha256=een["sha256"])

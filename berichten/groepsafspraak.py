"""The message about a meeting in the group of its werkgroep. Who comes and who is there is said in one's own chat."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.groepschat import eigen_chat
from berichten.menu import naar_menu


@bericht("groepsafspraak.komt")
def komt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Announce a meeting; while its door is open, lead who is there to the private chat, where the code is typed."""
    t = toon.t
    kop = t.tekst("groepsafspraak.komt", **_velden(toon, data), plaats=data["plaats"])
    delen = [kop, t.tekst("groepsafspraak.deur" if data["deur"] else "groepsafspraak.komt_u")]
    knoppen = []
    if data["deur"]:
        knoppen.append((Knop(t.plat("groepsafspraak.knop_er"), url=f"{toon.botlink}?start=er-{data['id']}"),))
    return Bericht(Veilig("\n\n".join(delen)), (*knoppen, eigen_chat(toon, f"b-{data['id']}")))


@bericht("groepsafspraak.afgelast")
def afgelast(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that a meeting does not go on."""
    return Bericht(
        toon.t.tekst("groepsafspraak.afgelast", **_velden(toon, data)), (eigen_chat(toon, f"b-{data['id']}"),)
    )


@bericht("groepsafspraak.geweest")
def geweest(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that a meeting was."""
    return Bericht(toon.t.tekst("groepsafspraak.geweest", **_velden(toon, data)))


@bericht("groepsafspraak.los")
def los(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that this message is kept up no longer: the group was let go."""
    return Bericht(toon.t.tekst("groepsafspraak.los", **_velden(toon, data)), (eigen_chat(toon, f"b-{data['id']}"),))


@bericht("deur.typ_code")
def typ_code(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask who says that they are there for the code at the door."""
    return Bericht(toon.t.tekst("deur.typ_code", titel=data["titel"]), (naar_menu(toon),))


def _velden(toon: Toon, data: dict[str, Any]) -> dict[str, str]:
    return {"titel": data["titel"], "moment": toon.moment(data["begin"])}

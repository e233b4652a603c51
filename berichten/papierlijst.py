"""Typing over a paper door list: the question, what was read, and all that cannot be."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht

_MEEST = 40


@bericht("papierlijst.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the list."""
    return Bericht(toon.t.tekst("papierlijst.vraag", titel=data["titel"], straat=data["straat"]), (_terug(toon, data),))


@bericht("papierlijst.fouten")
def fouten(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say all that cannot be; the whole list is typed again."""
    t = toon.t
    delen: list[str] = [t.tekst("papierlijst.fouten")]
    delen += [t.tekst(f"papierlijst.fout.{reden}", waar=waar) for reden, waar in data["fouten"]]
    if data["meer"]:
        delen.append(t.tekst("papierlijst.nog_meer", aantal=data["meer"]))
    return Bericht("\n".join([*delen, "", t.tekst("papierlijst.opnieuw")]), (_terug(toon, data),))


@bericht("papierlijst.klopt")
def klopt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what was read, before a second person is asked."""
    t = toon.t
    delen: list[str] = [t.tekst("papierlijst.klopt", aantal=data["aantal"])]
    delen += [t.tekst("papierlijst.regel", adres=adres, aantal=aantal) for adres, aantal in data["regels"][:_MEEST]]
    if len(data["regels"]) > _MEEST:
        delen.append(t.tekst("papierlijst.nog_meer", aantal=len(data["regels"]) - _MEEST))
    ja = (Knop(t.plat("knop.papier_klopt"), f"dlj:{data['id']}"),)
    opnieuw = Knop(t.plat("knop.papier_opnieuw"), f"dlp:{data['id']}")
    return Bericht("\n".join(delen), (ja, (opnieuw, *_terug(toon, data))))


def _terug(toon: Toon, data: dict[str, Any]) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.lijst"), f"dl:{data['id']}"),)

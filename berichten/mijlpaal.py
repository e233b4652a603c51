"""Mijlpalen: what the gemeenteraad, the college or a commissie does and when."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu


@bericht("mijlpaal.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of what is coming."""
    sleutel = "mijlpaal.lijst" if data["mijlpalen"] else "mijlpaal.lijst_leeg"
    delen = [toon.t.tekst(sleutel), *(_omschrijving(toon, een) for een in data["mijlpalen"])]
    links = [_linkknop(een["titel"][:60], een["link"]) for een in data["mijlpalen"] if een["link"]]
    return Bericht(Veilig("\n\n".join(delen)), (*links, *bladerknoppen(toon, data, "mijlpalen"), naar_menu(toon)))


@bericht("mijlpaal.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Announce one."""
    return _vertel(toon, data, toon.t.tekst("mijlpaal.nieuw"))


@bericht("mijlpaal.herinnering")
def herinnering(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say it once more, the day before."""
    return _vertel(toon, data, toon.t.tekst("mijlpaal.herinnering"))


@bericht("mijlpaal.geplaatst")
def geplaatst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it is announced."""
    return _vertel(toon, data, toon.t.tekst("mijlpaal.geplaatst"))


@bericht("mijlpaal.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show it as residents will see it, before it is announced."""
    delen = [toon.t.tekst("formulier.voorbeeld"), toon.t.tekst("mijlpaal.nieuw"), _omschrijving(toon, data)]
    if data.get("link"):
        delen.append(toon.t.tekst("mijlpaal.link", link=data["link"]))
    return bevestigen(toon, Veilig("\n\n".join(delen)), [("link", toon.t.plat("mijlpaal.knop_link"))])


def _vertel(toon: Toon, data: dict[str, Any], kop: Veilig) -> Bericht:
    link = (_linkknop(toon.t.plat("mijlpaal.knop_lees"), data["link"]),) if data["link"] else ()
    onder = (Knop(toon.t.plat("knop.mijlpalen"), "mijlpalen"), *naar_menu(toon))
    return Bericht(Veilig(f"{kop}\n\n{_omschrijving(toon, data)}"), (*link, onder))


def _linkknop(tekst: str, link: str) -> tuple[Knop, ...]:
    return (Knop(tekst, url=link),)


def _omschrijving(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    return t.tekst(
        "mijlpaal.omschrijving",
        titel=data["titel"],
        bij=t.plat(f"mijlpaal.bij.{data['bij']}"),
        moment=toon.moment(data["moment"]),
        uitleg=data["uitleg"],
    )

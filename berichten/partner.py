"""Partners at the table: who they are, what they do here, and what they tell."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, aaneen, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from berichten.onderbouwing import erbij, extra_knoppen


@bericht("partner.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of them, each with a button to open it."""
    t, alle = toon.t, data["partners"]
    delen = [t.tekst("partner.lijst" if alle else "partner.lijst_leeg"), *(_kort(toon, een) for een in alle)]
    open_ = [(Knop(inkorten(een["naam"]), f"pa:{een['id']}"),) for een in alle]
    maak = [(Knop(t.plat("partner.knop_nieuw"), "paw"),)] if data["mag"] else []
    verder = (Knop(t.plat("knop.standpunten"), "standpunten"),)
    rijen = (*open_, *bladerknoppen(toon, data, "partners"), *maak, verder, _terug(toon))
    return Bericht(Veilig("\n\n".join(delen)), rijen)


@bericht("partner.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one with a page of what it told."""
    t, id_ = toon.t, data["id"]
    delen = [_heel(toon, data), *(_nieuws(toon, dit, kop=False) for dit in data["nieuws"])]
    if not data["nieuws"]:
        delen.append(t.tekst("partner.geen_nieuws"))
    open_ = [
        (Knop(t.plat("partner.knop_bericht", dag=toon.kort(dit["op"])), f"panb:{dit['id']}"),)
        for dit in data["nieuws"]
        if data["mag"] or dit["link"] or dit["stuk"]
    ]
    link = ((Knop(t.plat("partner.knop_site"), url=data["link"]),),) if data["link"] else ()
    beheer: list[tuple[Knop, ...]] = []
    if data["mag"]:
        wijzig, weg = Knop(t.plat("knop.wijzig"), f"paw:{id_}"), Knop(t.plat("partner.knop_stop"), f"pax:{id_}")
        beheer = [(Knop(t.plat("partner.knop_plaats"), f"pan:{id_}"),), (wijzig, weg)]
    terug = (Knop(t.plat("knop.partners"), "partners"), *naar_menu(toon))
    rijen = (*open_, *bladerknoppen(toon, data, f"pa:{id_}"), *link, *beheer, terug)
    return Bericht(Veilig("\n\n".join(delen)), rijen)


@bericht("partner.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure that a partner leaves the table."""
    t = toon.t
    ja = Knop(t.plat("partner.knop_stop_ja"), f"pax:{data['id']}:ja")
    return Bericht(
        t.tekst("partner.zeker", naam=data["naam"]), ((ja,), (Knop(t.plat("knop.terug"), f"pa:{data['id']}"),))
    )


@bericht("partner.nieuws")
def nieuws(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell residents what a partner tells."""
    return Bericht(_nieuws(toon, data), (*_erbij(toon, data), _naar_partner(toon, data)))


@bericht("partner.bericht")
def een_bericht(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what was told; to an organisator with the button that withdraws it."""
    weg = [(Knop(toon.t.plat("partner.knop_nieuws_weg"), f"panx:{data['id']}"),)] if data["mag"] else []
    return Bericht(_nieuws(toon, data), (*_erbij(toon, data), *weg, _naar_partner(toon, data)))


@bericht("partner.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a partner as residents will see it."""
    t = toon.t
    delen = [t.tekst("formulier.voorbeeld"), _heel(toon, data)]
    if data.get("link"):
        delen.append(t.tekst("onderbouwing.link", link=data["link"]))
    extra = [(naam, t.plat(f"partner.knop_{naam}")) for naam in ("contact", "link")]
    anders = [Knop(t.plat("formulier.knop_anders"), "fanders")]
    return bevestigen(toon, Veilig("\n\n".join(delen)), extra, klaar=t.plat("wiedoetwat.knop_bewaar"), verder=anders)


@bericht("partnernieuws.voorbeeld")
def voorbeeld_nieuws(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what a partner tells as residents will read it."""
    delen = [toon.t.tekst("formulier.voorbeeld"), _nieuws(toon, data), *erbij(toon, data)]
    return bevestigen(toon, Veilig("\n\n".join(delen)), extra_knoppen(toon))


def _kort(toon: Toon, een: dict[str, Any]) -> Veilig:
    soort = toon.t.plat(f"partner.soort.{een['soort']}")
    return toon.t.tekst("partner.kort", naam=een["naam"], soort=soort, wat=een["wat"])


def _heel(toon: Toon, een: dict[str, Any]) -> Veilig:
    kort = _kort(toon, een)
    contact = een.get("contact")
    return Veilig(f"{kort}\n{toon.t.tekst('partner.contact', contact=aaneen(contact))}") if contact else kort


def _nieuws(toon: Toon, dit: dict[str, Any], *, kop: bool = True) -> Veilig:
    """Say what was told and on which day.

    Args:
        kop: with who tells it.
    """
    sleutel = "partner.nieuws" if kop else "partner.nieuws_kort"
    return toon.t.tekst(sleutel, naam=dit["naam"], moment=toon.moment(dit["op"]), tekst=dit["tekst"])


def _erbij(toon: Toon, dit: dict[str, Any]) -> list[tuple[Knop, ...]]:
    t = toon.t
    lees = [(Knop(t.plat("standpunt.knop_lees"), url=dit["link"]),)] if dit["link"] else []
    return [*lees, *([(Knop(t.plat("standpunt.knop_stuk"), f"stuk:{dit['stuk']}"),)] if dit["stuk"] else [])]


def _naar_partner(toon: Toon, dit: dict[str, Any]) -> tuple[Knop, ...]:
    return (Knop(inkorten(dit["naam"], 20), f"pa:{dit['partner']}"), *naar_menu(toon))


def _terug(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.wiedoetwat"), "wiedoetwat"), *naar_menu(toon))

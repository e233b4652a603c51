"""Statements for a school or vereniging: what its people see, what staff print, and how it stands beside a result."""

from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, inkorten
from berichten.catalogus import Veilig
from berichten.menu import naar_menu
from berichten.peilingwoorden import stemknoppen, stemregels, zin
from bot.rules.kleine_cellen import EXACT_VANAF, Cel


@bericht("school.open")
def open_(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the statements to who opened a link: no menu, no help, and one sentence on what is kept."""
    t, m, scherm = toon.t, data["methode"], data["scherm"]
    delen = [
        t.tekst("school.kop", vraag=data["vraag"], naam=data["school"]),
        *stemregels(toon, m, scherm, "nooit"),
        " ".join(zin(toon, m, een) for een in scherm["zinnen"]),
        "" if data.get("heeft_stem") else t.tekst("school.bewaard"),
    ]
    knoppen = stemknoppen(toon, m, scherm, f"st:{data['id']}:")
    return Bericht(Veilig("\n\n".join(deel for deel in delen if deel)), tuple(knoppen))


@bericht("school.gegevens")
def gegevens(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what is kept of who answered by a link, and how it goes."""
    t = toon.t
    regels = [
        t.tekst("school.gegevens_regel", naam=naam, vraag=vraag, moment=toon.moment(op))
        for naam, vraag, op in data["antwoorden"]
    ]
    delen = t.tekst("school.gegevens"), "\n".join(regels), t.tekst("school.gegevens_hoe")
    return Bericht(Veilig("\n\n".join(delen)))


@bericht("school.dicht")
def dicht(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that one can answer no more."""
    return Bericht(toon.t.tekst("geweigerd.school.dicht"))


@bericht("school.binnen")
def binnen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Bring a resident to their own poll; tell staff what the link is for."""
    t = toon.t
    if data["bewoner"]:
        eigen = Knop(t.plat("school.knop_eigen"), f"p:{data['peiling']}")
        return Bericht(t.tekst("school.bewoner", naam=data["naam"]), ((eigen,), naar_menu(toon)))
    return Bericht(t.tekst("school.team", naam=data["naam"]), (naar_menu(toon),))


@bericht("school.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show staff the links beside a poll, and about how many answered."""
    t, links = toon.t, data["links"]
    regels = [
        t.tekst(
            "school.regel_dicht" if link["dicht"] else "school.regel",
            naam=link["naam"],
            wie=_wie(toon, link["aantal"]),
        )
        for link in links
    ]
    delen = [t.tekst("school.lijst", vraag=data["vraag"]), "\n".join(regels) or t.tekst("school.lijst_leeg")]
    rijen = [(Knop(inkorten(link["naam"]), f"school_toon:{link['id']}"),) for link in links]
    nieuw = [(Knop(t.plat("school.knop_nieuw"), f"school_nieuw:{data['id']}"),)] if data["nog_een"] else []
    terug = (Knop(t.plat("knop.terug"), f"p:{data['id']}"),)
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, *nieuw, terug, naar_menu(toon)))


@bericht("school.link")
def link(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the QR, the link as text, and a poster to print."""
    t, adres = toon.t, f"{toon.overal}?start=school-{data['id']}"
    moment = toon.moment(data["op"])
    woorden = {
        "vraag": data["vraag"],
        "naam": data["naam"],
        "scan": t.plat("school.poster_scan_browser" if toon.begint_in_browser else "school.poster_scan"),
        "link": adres,
        "of": t.plat("school.poster_of"),
        "apart": t.plat("school.poster_apart"),
        "tot": t.plat("school.poster_tot", moment=moment),
        "taal": t.taal,
    }
    knoppen = (
        (Knop(t.plat("school.knop_stop"), f"school_stop:{data['id']}"),),
        (Knop(t.plat("school.knop_alle"), f"school:{data['peiling']}"),),
        naar_menu(toon),
    )
    tekst = t.tekst("school.link", naam=data["naam"], moment=moment, link=adres)
    qr = Bijlage("qr", "school.png", {"inhoud": adres})
    return Bericht(tekst, knoppen, bijlagen=(Bijlage("school", "poster.pdf", woorden),), media=qr)


@bericht("school.voorbij")
def voorbij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say since when a link works no more."""
    alle = Knop(toon.t.plat("school.knop_alle"), f"school:{data['peiling']}")
    tekst = toon.t.tekst("school.voorbij", naam=data["naam"], moment=toon.moment(data["op"]))
    return Bericht(tekst, ((alle,), naar_menu(toon)))


@bericht("school.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask staff whether they are sure to stop a link."""
    t = toon.t
    ja = Knop(t.plat("school.knop_stop_ja"), f"school_stop:{data['id']}:ja")
    terug = Knop(t.plat("knop.terug"), f"school_toon:{data['id']}")
    return Bericht(t.tekst("school.zeker", naam=data["naam"]), ((ja,), (terug,)))


def van(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return above the result of a school whose it is."""
    return [toon.t.tekst("school.uitslag", naam=data["school"])] if data.get("school") else []


def antwoordden(toon: Toon, aantal: Cel) -> Veilig:
    """Say about how many answered by a link."""
    if isinstance(aantal, str):
        return toon.t.tekst("school.weinig_antwoordden", vanaf=EXACT_VANAF)
    return toon.t.tekst("school.antwoordden", aantal=aantal)


def apart(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return which schools answered beside the residents."""
    t = toon.t
    regels = [t.tekst("school.regel", naam=naam, wie=_wie(toon, n)) for _, naam, n in data.get("scholen", ())]
    return [Veilig("\n".join([t.tekst("school.apart"), *regels]))] if regels else []


def uitslagen(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return a button per school, to what came out there."""
    return [
        (Knop(inkorten(toon.t.plat("school.knop_uitslag", naam=naam)), f"p:{publiek_id}"),)
        for publiek_id, naam, _ in data.get("scholen", ())
    ]


def _wie(toon: Toon, aantal: Cel) -> str:
    if isinstance(aantal, str):
        return toon.t.plat("school.weinig", vanaf=EXACT_VANAF)
    return toon.t.plat("school.ongeveer", aantal=aantal)

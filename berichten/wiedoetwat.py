"""Who does what and what the decision is about, for residents on one screen; what is not known yet says so."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, aaneen, bericht, inkorten, twee_aan_twee
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from berichten.onderbouwing import erbij, extra_knoppen
from berichten.zetel import bezetting

_KORT = 200
"""So much of the kaders stands on the first screen."""
_CONTACTEN = ("bewoners", "gemeente")


@bericht("wiedoetwat")
def wiedoetwat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show all of it in short, with a button to what is longer."""
    t, delen = toon.t, data["delen"]
    gezegd = [t.tekst("wiedoetwat.kop")]
    gezegd += [contact(toon, naam, delen.get(naam)) for naam in _CONTACTEN]
    gezegd += [_kort_kaders(toon, data), _kort_rollen(toon, delen), *bezetting(toon, data["organen"])]
    knoppen = []
    if "kaders" in delen or data["afgesproken"]:
        knoppen.append(Knop(t.plat("wiedoetwat.knop_kaders"), "wdk"))
    if _rollen(delen):
        knoppen.append(Knop(t.plat("wiedoetwat.knop_rollen"), "wdr"))
    if data["partners"] or data["mag"]:
        knoppen.append(Knop(t.plat("knop.partners"), "partners"))
    if data["zetels"]:
        knoppen.append(Knop(t.plat("knop.zetels"), "zetels"))
    if data["mag"]:
        knoppen.append(Knop(t.plat("wiedoetwat.knop_beheer"), "wdb"))
    return Bericht(Veilig("\n\n".join(gezegd)), (*twee_aan_twee(knoppen), naar_menu(toon)))


@bericht("wiedoetwat.kaders")
def kaders(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what the decision is and is not about, with its page and document."""
    t, eigen = toon.t, data["delen"].get("kaders")
    delen = [t.tekst("wiedoetwat.kaders"), *([t.tekst("wiedoetwat.tekst", tekst=eigen["tekst"])] if eigen else [])]
    delen += afgesproken(toon, data)
    if len(delen) == 1:
        delen.append(t.tekst("wiedoetwat.onbekend"))
    rijen: list[tuple[Knop, ...]] = []
    if eigen and eigen["link"]:
        rijen.append((Knop(t.plat("standpunt.knop_lees"), url=eigen["link"]),))
    if eigen and eigen["stuk"]:
        rijen.append((Knop(t.plat("standpunt.knop_stuk"), f"stuk:{eigen['stuk']}"),))
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, _terug(toon)))


@bericht("wiedoetwat.rollen")
def rollen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show who decides what, each with the level of its say."""
    t = toon.t
    delen = [t.tekst("wiedoetwat.rollen"), *(_rol(toon, naam, een) for naam, een in _rollen(data["delen"]))]
    delen += bezetting(toon, data["organen"])
    if len(delen) == 1:
        delen.append(t.tekst("wiedoetwat.onbekend"))
    return Bericht(Veilig("\n\n".join(delen)), (_terug(toon),))


@bericht("wiedoetwat.beheer")
def beheer(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the organisator every part, with a button to write it; what stands there can be taken away."""
    t = toon.t
    rijen: list[tuple[Knop, ...]] = []
    nog = []
    for naam, er_is in data["delen"]:
        deel = t.plat(f"wiedoetwat.deel.{naam}")
        if er_is:
            rijen.append((Knop(f"✓ {deel}", f"wds:{naam}"), Knop(t.plat("wiedoetwat.knop_weg"), f"wdx:{naam}")))
        else:
            nog.append(Knop(deel, f"wds:{naam}"))
    rijen += twee_aan_twee(nog)
    onder = (Knop(t.plat("wiedoetwat.knop_eerder"), "wdh"),)
    return Bericht(t.tekst("wiedoetwat.beheer"), (*rijen, onder, _terug(toon)))


@bericht("wiedoetwat.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to take a part away."""
    t = toon.t
    ja = Knop(t.plat("wiedoetwat.knop_weg_ja"), f"wdx:{data['onderdeel']}:ja")
    tekst = t.tekst("wiedoetwat.zeker", deel=t.plat(f"wiedoetwat.deel.{data['onderdeel']}"))
    return Bericht(tekst, ((ja,), (Knop(t.plat("knop.terug"), "wdb"),)))


@bericht("wiedoetwat.eerder")
def eerder(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of who wrote which part when."""
    t = toon.t
    regels = [
        t.tekst(
            "wiedoetwat.door_u" if een["zelf"] else "wiedoetwat.door_ander",
            deel=t.plat(f"wiedoetwat.deel.{een['onderdeel']}"),
            moment=toon.moment(een["op"]),
        )
        for een in data["regels"]
    ]
    delen = [t.tekst("wiedoetwat.eerder"), *(regels or [t.tekst("wiedoetwat.eerder_leeg")])]
    terug = (Knop(t.plat("knop.terug"), "wdb"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*bladerknoppen(toon, data, "wdh"), terug))


@bericht("wdw_kaders.voorbeeld")
def voorbeeld_kaders(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the kaders as residents will read them."""
    delen = [toon.t.tekst("formulier.voorbeeld"), toon.t.tekst("wiedoetwat.kaders")]
    delen += [toon.t.tekst("wiedoetwat.tekst", tekst=data["tekst"]), *erbij(toon, data)]
    return _voorbeeld(toon, delen, extra_knoppen(toon))


@bericht("wdw_contact.voorbeeld")
def voorbeeld_contact(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a contact as residents will read it; without a way to reach them there is nothing to keep."""
    t = toon.t
    if not (data["telefoon"] or data["email"]):
        anders = [Knop(t.plat("formulier.knop_anders"), "fanders")]
        return bevestigen(toon, t.tekst("geweigerd.wiedoetwat.onbereikbaar"), klaar="", verder=anders)
    delen = [t.tekst("formulier.voorbeeld"), contact(toon, data["onderdeel"], data)]
    delen.append(t.tekst("wdw_contact.op_web" if data["openbaar"] else "wdw_contact.niet_op_web"))
    return _voorbeeld(toon, [*delen, t.tekst("wdw_contact.vraag_het")])


@bericht("wdw_rol.voorbeeld")
def voorbeeld_rol(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show who decides what as residents will read it."""
    return _voorbeeld(toon, [toon.t.tekst("formulier.voorbeeld"), _rol(toon, data["onderdeel"], data)])


def contact(toon: Toon, naam: str, data: dict[str, Any] | None) -> Veilig:
    """Say whom one can reach, how and when; residents the contact of the settings while nobody wrote another."""
    t = toon.t
    kop = t.tekst(f"wiedoetwat.contact.{naam}")
    if data is None:
        bekend = toon.contact if naam == "bewoners" else ""
        return Veilig(
            f"{kop}\n{t.tekst('wiedoetwat.tekst', tekst=bekend) if bekend else t.tekst('wiedoetwat.onbekend')}"
        )
    regels = [t.tekst("wiedoetwat.tekst", tekst=data["naam"])]
    regels += [t.tekst(f"wiedoetwat.{wat}", waarde=aaneen(data[wat])) for wat in ("telefoon", "email") if data[wat]]
    regels += [t.tekst("wiedoetwat.tekst", tekst=data["tekst"])] if data["tekst"] else []
    return Veilig("\n".join([kop, *regels]))


def afgesproken(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say which kaders the spelregels have, one on a line."""
    if not data["afgesproken"]:
        return []
    kop = toon.t.tekst("wiedoetwat.afgesproken" if data["vast"] else "wiedoetwat.in_concept")
    regels = [toon.t.tekst("wiedoetwat.kader", tekst=inkorten(tekst, 150)) for tekst in data["afgesproken"]]
    return [Veilig("\n".join([kop, *regels]))]


def _kort_kaders(toon: Toon, data: dict[str, Any]) -> Veilig:
    t, eigen = toon.t, data["delen"].get("kaders")
    kop = t.tekst("wiedoetwat.kaders")
    if eigen is None:
        zin = t.tekst("wiedoetwat.zie_kaders", aantal=len(data["afgesproken"])) if data["afgesproken"] else None
        return Veilig(f"{kop}\n{zin or t.tekst('wiedoetwat.onbekend')}")
    return Veilig(f"{kop}\n{t.tekst('wiedoetwat.tekst', tekst=inkorten(' '.join(eigen['tekst'].split()), _KORT))}")


def _kort_rollen(toon: Toon, delen: dict[str, Any]) -> Veilig:
    t, regels = toon.t, [toon.t.tekst("wiedoetwat.rollen")]
    for naam, een in _rollen(delen):
        wat = t.plat(f"wiedoetwat.kort.{een['trede']}") if een["trede"] else inkorten(een["tekst"])
        regels.append(t.tekst("wiedoetwat.regel", wie=t.plat(f"wiedoetwat.deel.{naam}"), wat=wat))
    return Veilig("\n".join(regels if len(regels) > 1 else [*regels, t.tekst("wiedoetwat.onbekend")]))


def _rol(toon: Toon, naam: str, een: dict[str, Any]) -> Veilig:
    t = toon.t
    regels = [t.tekst("wiedoetwat.wie", wie=t.plat(f"wiedoetwat.deel.{naam}"))]
    regels += [t.tekst(f"wiedoetwat.trede.{een['trede']}")] if een["trede"] else []
    return Veilig("\n".join([*regels, t.tekst("wiedoetwat.tekst", tekst=een["tekst"])]))


def _rollen(delen: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    return [(naam, een) for naam, een in delen.items() if naam.startswith("rol_")]


def _voorbeeld(toon: Toon, delen: list[Veilig], extra: list[tuple[str, str]] | None = None) -> Bericht:
    anders = [Knop(toon.t.plat("formulier.knop_anders"), "fanders")]
    return bevestigen(
        toon, Veilig("\n\n".join(delen)), extra or [], klaar=toon.t.plat("wiedoetwat.knop_bewaar"), verder=anders
    )


def _terug(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.wiedoetwat"), "wiedoetwat"), *naar_menu(toon))

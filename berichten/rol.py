"""Roles: who has which, taking one away, and the invitation with its link."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.menu import naar_menu, rol_naam


def wie_van(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Name someone by their number on the chat network, which shows a profile for it where it can, and their name."""
    kanaal, _, nummer = data["wie"].partition(":")
    if kanaal == "telegram" and nummer.isdigit():
        nummer = Veilig(f'<a href="tg://user?id={nummer}">{nummer}</a>')
    if data["naam"]:
        return toon.t.tekst("rol.iemand_met_naam", naam=data["naam"], nummer=nummer)
    return toon.t.tekst("rol.iemand", nummer=nummer)


@bericht("rol.overzicht")
def overzicht(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show staff who has which role, and others their own; a button for each that may be taken away here."""
    t = toon.t
    regels = [t.tekst("rol.overzicht" if data["geeft"] else "rol.eigen")]
    knoppen: list[tuple[Knop, ...]] = [(Knop(t.plat("rol.knop_nieuw"), "rolnieuw"),)] if data["geeft"] else []
    if data["open"]:
        knoppen.append((Knop(t.plat("rol.knop_open", aantal=data["open"]), "roluit"),))
    if data["geeft"]:
        knoppen.append((Knop(t.plat("rolgebruik.knop"), "rolgebruik"),))
        knoppen.append((Knop(t.plat("tweedefactor.knop"), "inlogcode"),))
    for regel in data["rollen"]:
        sleutel = "rol.regel" if regel["id"] else "rol.regel_instelling"
        wie = t.tekst("rol.uzelf") if regel["eigen"] else wie_van(toon, regel)
        regels.append(t.tekst(sleutel, rol=rol_naam(toon, regel), wie=wie))
        if regel["weg"]:
            wiens = regel["naam"] or regel["wie"].partition(":")[2]
            wat = "rol.knop_stop" if regel["eigen"] else "rol.knop_weg"
            label = t.plat(wat, rol=rol_naam(toon, regel), wie=wiens)
            knoppen.append((Knop(inkorten(label), f"rolweg:{regel['id']}"),))
    if not data["rollen"]:
        regels.append(t.tekst("rol.niemand"))
    return Bericht("\n".join(regels), (*knoppen, *bladerknoppen(toon, data, "rol"), naar_menu(toon)))


@bericht("rol.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether a role must really be taken away."""
    t = toon.t
    tekst = t.tekst(
        "rol.zeker_eigen" if data["eigen"] else "rol.zeker", rol=rol_naam(toon, data), wie=wie_van(toon, data)
    )
    ja = Knop(t.plat("rol.knop_zeker_eigen" if data["eigen"] else "rol.knop_zeker"), f"rolja:{data['id']}")
    return Bericht(tekst, ((ja, Knop(t.plat("knop.terug"), "rol")), naar_menu(toon)))


@bericht("rol.kwijt")
def kwijt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell someone that a role ended."""
    return Bericht(toon.met_hulp(toon.t.tekst("rol.kwijt", rol=rol_naam(toon, data))), (naar_menu(toon),))


@bericht("uitnodiging.link")
def link(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the link, once."""
    adres = f"{toon.overal}?start=rol-{data['geheim']}"
    tekst = toon.t.tekst("uitnodiging.link", rol=rol_naam(toon, data), link=adres, moment=toon.moment(data["tot"]))
    return Bericht(tekst, ((Knop(toon.t.plat("knop.rol"), "rol"), *naar_menu(toon)),))


@bericht("uitnodiging.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what the role means, and ask."""
    t = toon.t
    tekst = t.tekst(
        "uitnodiging.vraag",
        rol=rol_naam(toon, data),
        uitleg=t.tekst(f"rol.uitleg.{data['rol']}"),
        nummer=data["wie"].partition(":")[2],
        moment=toon.moment(data["tot"]),
    )
    ja = Knop(t.plat("uitnodiging.knop_ja"), f"rolneem:{data['geheim']}")
    return Bericht(toon.met_hulp(tekst), ((ja,), (Knop(t.plat("uitnodiging.knop_nee"), "rolniet"),)))


@bericht("uitnodiging.welkom")
def welkom(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Welcome someone in their role."""
    uitleg = toon.t.tekst(f"rol.uitleg.{data['rol']}")
    naar = Knop(toon.t.plat("werkgroep.knop_bekijk"), f"wgt:{data['werkgroep']}") if data["werkgroep"] else None
    tekst = toon.t.tekst("uitnodiging.welkom", rol=rol_naam(toon, data), uitleg=uitleg)
    return Bericht(tekst, (*([(naar,)] if naar else []), naar_menu(toon)))


@bericht("uitnodiging.niet")
def niet(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that nothing was taken on."""
    return Bericht(toon.t.tekst("uitnodiging.niet"), (naar_menu(toon),))


@bericht("uitnodiging.aangenomen")
def aangenomen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who invited that it was accepted, and by whom."""
    tekst = toon.t.tekst("uitnodiging.aangenomen", rol=rol_naam(toon, data), wie=wie_van(toon, data))
    return Bericht(tekst, ((Knop(toon.t.plat("knop.rol"), "rol"), *naar_menu(toon)),))


@bericht("uitnodiging.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the open invitations, a button each to withdraw it."""
    t, knoppen = toon.t, []
    for open_ in data["open"]:
        label = t.plat("uitnodiging.knop_weg", rol=rol_naam(toon, open_), tot=toon.kort(open_["tot"]))
        knoppen.append((Knop(inkorten(label), f"roluitweg:{open_['id']}"),))
    tekst = t.tekst("uitnodiging.lijst" if knoppen else "uitnodiging.lijst_leeg")
    return Bericht(tekst, (*knoppen, (Knop(t.plat("knop.rol"), "rol"), *naar_menu(toon))))

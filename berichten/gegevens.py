"""One's own data, and one's language."""

from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, aaneen, bericht, inkorten, merk_van, past
from berichten.catalogus import Veilig, eigen_naam, talen
from berichten.kennismaking import met_huisgenoten, over_zichzelf
from berichten.koppelkans import gepland
from berichten.menu import naar_huis, naar_menu, rol_naam
from berichten.peilingwoorden import knopwoord
from berichten.toestemming import sinds as tekst_sinds
from berichten.voorkeur import in_een_zin
from berichten.werkgroepnaam import werkgroepnaam
from berichten.woning import woningen


@bericht("gegevens")
def gegevens(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what is kept about a resident."""
    t = toon.t
    groepen = t.lijst([werkgroepnaam(t, een) for een in data["werkgroepen"]]) or t.plat("gegevens.geen")
    delen = [
        t.tekst(
            "gegevens.tekst",
            adres=data["adres"],
            account=data["account"],
            taal=eigen_naam(data["taal"] or "nl"),
            sinds=toon.dag(data["sinds"]),
            toestemming=toon.dag(data["toestemming_op"]),
            tekst_van=tekst_sinds(toon, data["toestemming_versie"]),
            werkgroepen=groepen,
        ),
        in_een_zin(toon, data["voorkeur"]),
        *([t.tekst("gegevens.mailadres", adres=data["mailadres"])] if data["mailadres"] else []),
        *van_de_lijst(toon, data),
        *_taken(toon, data),
        *_taken_elders(toon, data),
        *over_zichzelf(toon, data["over_zichzelf"]),
        *met_huisgenoten(toon, data),
        *_deed_mee(toon, data),
        *_met_naam(toon, data["stemmen_met_naam"]),
        *(t.tekst(f"gegevens.aanbod.{wat}", titel=titel) for wat, titel in data["aanbod"]),
        *(t.tekst("gegevens.aangedragen", tekst=tekst) for tekst in data["aangedragen"]),
        *([t.tekst("gegevens.vragen", aantal=n)] if (n := data["vragen"]) else []),
        *([t.tekst("geweigerd.vraag.gestopt")] if data["vraagstop"] else []),
        *([t.tekst("gegevens.korte_vragen", aantal=n)] if (n := data["korte_vragen"]) else []),
        *([t.tekst("gegevens.inspreken")] if data["inspreken"] else []),
        *([t.tekst("gegevens.spelregelvragen", aantal=n)] if (n := data["spelregelvragen"]) else []),
        *([t.tekst("gegevens.warmtekaarten", aantal=n)] if (n := data["warmtekaarten"]) else []),
        *(gepland(toon, {"wat": wat, "jaren": jaren}) for wat, *jaren in data["momenten"]),
        *([t.tekst("gegevens.ideeen", aantal=n)] if (n := data["ideeen"]) else []),
        *([t.tekst("gegevens.gesteund", aantal=n)] if (n := data["gesteund"]) else []),
        *([t.tekst("gegevens.niet_mee")] if data["niet_mee"] else []),
        *([t.tekst("gegevens.conceptreacties", aantal=n)] if (n := data["conceptreacties"]) else []),
        *(t.tekst(f"gegevens.hulp_{wijze}", nummer=nummer and aaneen(nummer)) for wijze, nummer in data["hulpvragen"]),
        *_door_team(toon, data),
    ]
    slot = [t.tekst("gegevens.geheim")]
    if toon.contact:
        slot.append(t.tekst("gegevens.contact", contact=toon.contact))
    over_mij = Knop(t.plat("kennismaking.knop_over_mij"), "kn")
    meldingen = Knop(t.plat("knop.meldingen"), "meldingen")
    wissen = Knop(t.plat("knop.wissen"), "wis")
    momenten = Knop(t.plat("natuurlijkmoment.knop"), "momenten")
    bijdrage = Knop(t.plat("knop.mijnbijdrage"), "mijnbijdrage")
    bestand = Knop(t.plat("gegevens.knop_bestand"), "gegbestand")
    weg = Knop(t.plat("toestemming.knop_intrekken"), "toe_weg")
    adres = Knop(t.plat("adresverzoek.knop"), "az")
    knoppen = ((over_mij, meldingen), (bijdrage, wissen), (momenten,), (adres,), (bestand,), (weg,), naar_menu(toon))
    return Bericht(_wat_past(toon, delen, slot), knoppen)


@bericht("gegevens.elders")
def elders(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say to who lives in another wijk where their data are, with the way there and the file of all."""
    t, daar = toon.t, data["elders"]
    if daar["stil"]:
        return Bericht(t.tekst("menu.stil", wijk=daar["naam"]), (*naar_huis(toon, daar), naar_menu(toon)))
    erheen = Knop(inkorten(daar["naam"]), f"{merk_van(daar['id'])}gegevens")
    bestand = Knop(t.plat("gegevens.knop_bestand"), "gegbestand")
    return Bericht(t.tekst("gegevens.elders", wijk=daar["naam"]), ((erheen,), (bestand,), naar_menu(toon)))


@bericht("gegevens.bestand")
def bestand(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Send all of it as a file."""
    bijlage = Bijlage("gegevens", f"gehoord-{data['dag']}.json", data["bestand"])
    return Bericht(toon.t.tekst("gegevens.bestand"), (naar_menu(toon),), bijlagen=(bijlage,))


@bericht("taal.kies")
def taal(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer each language under its own name, and say which one it is now."""
    merk = {toon.t.taal: "✓ "}
    knoppen = tuple((Knop(f"{merk.get(taal, '')}{eigen_naam(taal)}", f"taal:{taal}"),) for taal in talen())
    return Bericht(toon.t.tekst("taal.kies"), (*knoppen, naar_menu(toon)))


def _wat_past(toon: Toon, delen: list[Veilig], slot: list[Veilig]) -> str:
    """Return the lines that one message holds, and what always stands at its end; the file has the rest."""
    alles = Veilig("\n".join((*delen, *slot)))
    rest = toon.t.tekst("gegevens.rest")
    while not past(alles) and len(delen) > 1:
        delen = delen[:-1]
        alles = Veilig("\n".join((*delen, rest, *slot)))
    return alles


def van_de_lijst(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """What the gemeente's address list says of the home; a line only for what it says."""
    regels = []
    if data["woning"]:
        *eerst, laatste = data["woning"]
        gezegd = woningen(toon, eerst)
        gezegd += [toon.t.plat("gegevens.bouwjaar", jaar=laatste)] if laatste.isdecimal() else woningen(toon, [laatste])
        regels.append(toon.t.tekst("gegevens.woning", woning=gezegd))
    if data["volwassenen"] is not None:
        regels.append(toon.t.tekst("gegevens.volwassenen", aantal=data["volwassenen"]))
    if data.get("brieftaal") is not None:
        regels.append(toon.t.tekst("gegevens.brieftaal", taal=eigen_naam(data["brieftaal"])))
    return regels


def _deed_mee(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """What someone took part in, a line for what there is."""
    t, regels = toon.t, []
    if data["aangemeld"]:
        regels.append(t.tekst("gegevens.aangemeld", aantal=data["aangemeld"]))
    if data["aanwezig"]:
        regels.append(t.tekst("gegevens.aanwezig", aantal=data["aanwezig"]))
    if data["stemmen"]:
        regels.append(t.tekst("gegevens.stemmen", aantal=data["stemmen"]))
    return regels or [t.tekst("gegevens.nergens")]


def _met_naam(toon: Toon, stemmen: list[dict[str, Any]]) -> list[Veilig]:
    """What someone chose in polls by name, the newest first."""
    t, regels = toon.t, []
    for stem in stemmen:
        koos = inkorten(t.reeks(knopwoord(toon, stem["methode"], deel) for deel in stem["stem"]), 40)
        koos = koos or t.plat("peiling.lege_stem")
        regels.append(t.tekst("gegevens.stem_met_naam", vraag=inkorten(stem["vraag"], 40), koos=koos))
    return regels


def _door_team(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """What staff recorded about someone: a line for each, with the day and in which role."""
    t = toon.t
    kop = [t.tekst("gegevens.gesprekken", aantal=data["gesprekken"])] if data["gesprekken"] else []
    regels = [
        t.tekst(
            "gegevens.regel_team",
            dag=toon.dag(regel["dag"]),
            wat=t.plat(f"gegevens.wat.{regel['soort']}"),
            rol=t.plat(f"rol.{regel['door']}"),
        )
        for regel in data["door_team"]
    ]
    return [*kop, *([t.tekst("gegevens.door_team")] if regels else []), *regels]


def _taken(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    if not data["taken"]:
        return []
    taken = toon.t.lijst([rol_naam(toon, taak) for taak in data["taken"]])
    return [toon.t.tekst("gegevens.taken", taken=taken)]


def _taken_elders(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """In which other wijken someone has which roles, a line for each."""
    t = toon.t
    per_wijk = [(een["wijk"], [t.plat(f"rol.{rol}") for rol in een["rollen"]]) for een in data["taken_elders"]]
    return [t.tekst("gegevens.taken_elders", wijk=wijk, taken=t.lijst(taken)) for wijk, taken in per_wijk]

"""What the bot asks about oneself, and what one said: each question with its buttons, and all of it together."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.hulpvraag import hulpknop
from berichten.menu import naar_menu


@bericht("kennismaking.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Put one question, with what was chosen ticked."""
    plat, welke, gekozen = toon.t.plat, data["vraag"], data["gekozen"]
    knoppen: list[tuple[Knop, ...]] = [
        (Knop(("✓ " if k in gekozen else "") + plat(f"kennismaking.keuze.{k}"), f"kn_kies:{welke}:{k}"),)
        for k in data["keuzes"]
    ]
    delen = [toon.t.tekst(f"kennismaking.{welke}.vraag")]
    if gezocht := data.get("gezocht"):  # a question of an earlier version names none
        wie = toon.t.plat(f"werkgroep.talent.{gezocht}")
        delen.insert(0, toon.t.tekst("kennismaking.talent.gezocht", wie=wie))
    if welke == "naam":
        knoppen.append((Knop(plat("kennismaking.knop_naam"), "kn_naam"),))
        delen += [toon.t.tekst("kennismaking.naam_nu", naam=naam) for naam in gekozen]
    elif welke == "werkgroepen":
        knoppen.append((Knop(plat("knop.werkgroepen"), "werkgroepen"),))
    weg = plat("kennismaking.knop_weg" if gekozen else "kennismaking.knop_niet")
    knoppen.append((Knop(weg, f"kn_weg:{welke}"),))
    if data["lopend"]:
        knoppen.append((Knop(plat("kennismaking.knop_genoeg"), "kn_genoeg"),))
    knoppen.append(hulpknop(toon, "kennismaking"))
    delen.append(toon.t.tekst("kennismaking.vrij"))
    return Bericht("\n\n".join(delen), (*knoppen, (Knop(plat("kennismaking.knop_over_mij"), "kn"), *naar_menu(toon))))


@bericht("kennismaking.naam")
def naam(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Wait for a typed name."""
    return Bericht(toon.t.tekst("kennismaking.naam_typen"), ((Knop(toon.t.plat("knop.stop"), "kn_stop"),),))


@bericht("kennismaking.overzicht")
def overzicht(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show all answers, a button each."""
    plat = toon.t.plat
    antwoorden: dict[str, list[str]] = data["antwoorden"]
    regels = over_zichzelf(toon, antwoorden) or [toon.t.tekst("kennismaking.niets")]
    tekst = "\n".join([toon.t.tekst("kennismaking.overzicht"), "", *regels, *met_huisgenoten(toon, data)])
    knoppen = [Knop(plat(f"kennismaking.label.{welke}"), f"kn_vraag:{welke}") for welke in antwoorden]
    rijen = twee_aan_twee(knoppen)
    weer, genoeg = Knop(plat("kennismaking.knop_weer"), "kn_weer"), Knop(plat("kennismaking.knop_genoeg"), "kn_genoeg")
    rijen.append((genoeg if data["lopend"] else weer,))
    return Bericht(tekst, (*rijen, (Knop(plat("knop.gegevens"), "gegevens"), *naar_menu(toon))))


def over_zichzelf(toon: Toon, antwoorden: dict[str, list[str]]) -> list[Veilig]:
    """Return a line for each answer that was given."""
    t = toon.t
    regels = []
    for welke, gekozen in antwoorden.items():
        if gekozen:
            woorden = gekozen if welke == "naam" else [t.plat(f"kennismaking.keuze.{k}") for k in gekozen]
            wat = t.lijst(woorden)
            regels.append(t.tekst("kennismaking.regel", label=t.plat(f"kennismaking.label.{welke}"), antwoord=wat))
    return regels


def met_huisgenoten(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Return a line with the housemates who, like this resident, agreed to be seen."""
    if not data["huisgenoten"]:
        return []
    namen = [naam or toon.t.plat("kennismaking.zonder_naam") for naam in data["huisgenoten"]]
    return [toon.t.tekst("kennismaking.samen", namen=toon.t.lijst(namen))]

"""The groups in which the team puts what voters wrote, and what the next round adds for each."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.catalogus import Veilig
from berichten.formulier import stel
from berichten.menu import naar_menu
from berichten.peilingwoorden import knopwoord, zin
from bot.rules.peilingen import METHODEN


@bericht("groepering.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the groups with what is added for each, and a button per group to say it."""
    t, (totaal, open_) = toon.t, data["inbreng"]
    tik = "peiling.vraag" if data["vast"] else "groepering.lijst"  # of what is fixed nobody asks for more
    delen = [t.tekst(tik if data["groepen"] else "groepering.lijst_leeg", vraag=data["vraag"])]
    for _, naam, aantal, tekst in data["groepen"]:
        erbij = t.tekst("groepering.toegevoegd", tekst=tekst) if tekst else t.tekst("groepering.nog_niets")
        delen.append(Veilig(f"{t.tekst('groepering.regel', groep=naam, aantal=aantal)}\n{erbij}"))
    if open_:
        delen.append(zin(toon, data["methode"], ["inbreng", {"aantal": open_}]))
    knoppen = twee_aan_twee(
        [
            Knop(inkorten(t.plat("groepering.knop_toevoegen", groep=naam)), f"pgtoe:{groep}")
            for groep, naam, *_ in ([] if data["vast"] else data["groepen"])
        ]
    )
    if totaal:
        label = knopwoord(toon, data["methode"], ["inbreng", {"aantal": totaal}])
        knoppen.append((Knop(label, f"pinbreng:{data['id']}:0"),))
    terug = Knop(t.plat("knop.terug"), f"p:{data['id']}")
    return Bericht(Veilig("\n\n".join(delen)), (*knoppen, (terug,), naar_menu(toon)))


@bericht("groepering.toevoeging")
def toevoeging(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask what is added for a group."""
    return stel(toon, data, toon.t.tekst("groepering.toevoeging", groep=data["groep"]))


def knoppen(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return, under a text, a button per group to put it in, and one for a new group; for who may."""
    if "groepen" not in data:
        return []
    erin = [
        Knop(("✓ " if gekozen else "") + naam, f"pgroep:{data['stem']}:{groep}")
        for groep, naam, gekozen in data["groepen"]
    ]
    nieuw = Knop(toon.t.plat("groepering.knop_nieuw"), f"pgnieuw:{data['stem']}")
    return twee_aan_twee([*erin, nieuw])


def hoort_bij(methode: str) -> bool:
    """Say whether what voters write in polls of this method is put in groups."""
    return METHODEN[methode].GROEPEERT

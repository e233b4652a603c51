"""The vraagbaak: what was asked and answered, for everyone; and what staff still have to publish."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu


@bericht("vraagbaak.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of questions with their answers."""
    t = toon.t
    delen = [t.tekst("vraagbaak.lijst" if data["antwoorden"] else "vraagbaak.leeg")]
    knoppen = []
    for een in data["antwoorden"]:
        bij = waar(toon, een)
        delen.append(t.tekst("vraagbaak.een", vraag=een["vraag"], antwoord=een["antwoord"]))
        delen += [t.tekst("vraagbaak.waar", bij=bij)] if bij else []
        delen += toon.geschreven_in(een.get("taal"))
        if data["mag"]:
            wat = inkorten(een["vraag"], 40)
            knoppen.append((Knop(t.plat("vraagbaak.knop_anders", vraag=wat), f"vbp:{een['id']}"),))
            knoppen.append((Knop(t.plat("vraagbaak.knop_weg", vraag=wat), f"vbx:{een['id']}"),))
    if data["mag"]:
        if data["wachten"]:
            knoppen.append((Knop(t.plat("vraagbaak.knop_wachtrij", aantal=data["wachten"]), "vbw"),))
        knoppen.append((Knop(t.plat("vraagbaak.knop_nieuw"), "vbp"),))
    if data["bewoner"]:
        knoppen.append((Knop(t.plat("bijeenkomstvraag.knop_eigen"), "bvmijn"),))
    return Bericht(_samen(delen), (*bladerknoppen(toon, data, "vragen"), *knoppen, naar_menu(toon)))


@bericht("vraagbaak.wachtrij")
def wachtrij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show an answer that nobody published yet, with what was asked."""
    t = toon.t
    terug = (Knop(t.plat("knop.vragen"), "vragen"), *naar_menu(toon))
    if not data["antwoorden"]:
        return Bericht(t.tekst("vraagbaak.niets_wacht"), (terug,))
    (een,) = data["antwoorden"]
    gevraagd = "\n".join(een["gevraagd"]) or een["vraag"] or t.plat("vraagbaak.vraag_weg")
    delen = [
        t.tekst("vraagbaak.wachtrij"),
        *([t.tekst("vraagbaak.waar", bij=bij)] if (bij := waar(toon, een)) else []),
        t.tekst("formulier.over", tekst=inkorten(gevraagd, 1500)),
        t.tekst("vraagbaak.gegeven", antwoord=een["antwoord"]),
    ]
    knop = (Knop(t.plat("vraagbaak.knop_publiceer"), f"vbp:{een['id']}"),)
    return Bericht(_samen(delen), (knop, *bladerknoppen(toon, data, "vbw"), terug))


@bericht("vraagbaak.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show question and answer as everyone will read them."""
    t = toon.t
    zo = t.tekst("vraagbaak.een", vraag=data["vraag"], antwoord=data["antwoord"])
    return bevestigen(toon, _samen([t.tekst("vraagbaak.voorbeeld"), zo]), klaar=t.plat("vraagbaak.knop_klaar"))


def waar(toon: Toon, een: dict[str, Any]) -> str:
    """Say at which meeting something was asked, and by how many, where that many is not few."""
    delen = []
    if een["titel"] and een["begin"]:
        dag = toon.dag(een["begin"])
        delen.append(toon.t.plat("vraagbaak.bij", titel=een["titel"], dag=dag))
    if een["ongeveer"]:
        delen.append(toon.t.plat("vraagbaak.door", hoeveel=een["ongeveer"]))
    return " ".join(delen)


def _samen(delen: list[Veilig]) -> Veilig:
    return Veilig("\n\n".join(delen))

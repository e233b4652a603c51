"""The own reminders of a werkgroep: what members get, and what who makes them sees."""

from datetime import datetime
from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from berichten.werkgroepnaam import werkgroepnaam

_RANGEN = {1: "eerste", 2: "tweede", 3: "derde", 4: "vierde", -1: "laatste"}


@bericht("herinnering")
def herinnering(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Remind a member of a werkgroep."""
    groep = werkgroepnaam(toon.t, data["groep"])
    return Bericht(toon.t.tekst("herinnering.bericht", groep=groep, tekst=data["tekst"]), (naar_menu(toon),))


@bericht("herinnering.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of the reminders, a button each."""
    plat = toon.t.plat
    knoppen = [
        (
            Knop(
                inkorten(f"{toon.dag(r['volgende'], 'MMMd')} · {r['tekst']}"),
                f"hr:{r['id']}",
            ),
        )
        for r in data["regels"]
    ]
    tekst = toon.t.tekst("herinnering.lijst" if knoppen else "herinnering.lijst_leeg")
    nieuw = (Knop(plat("herinnering.knop_nieuw"), "hrnieuw"),)
    return Bericht(tekst, (*knoppen, *bladerknoppen(toon, data, "herinner"), nieuw, naar_menu(toon)))


@bericht("herinnering.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one reminder, with what one can do about it."""
    plat, id_ = toon.t.plat, data["id"]
    knoppen = (Knop(plat("knop.wijzig"), f"hrw:{id_}"), Knop(plat("herinnering.knop_stop"), f"hrx:{id_}"))
    return Bericht(_omschrijving(toon, data), (knoppen, (Knop(plat("knop.herinner"), "herinner"), *naar_menu(toon))))


@bericht("herinnering.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to stop it."""
    plat, id_ = toon.t.plat, data["id"]
    tekst = Veilig(f"{toon.t.tekst('herinnering.zeker')}\n\n{_omschrijving(toon, data)}")
    ja = Knop(plat("herinnering.knop_stop_ja"), f"hrx:{id_}:ja")
    return Bericht(tekst, ((ja,), (Knop(plat("knop.terug"), f"hr:{id_}"),)))


@bericht("herinnering.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say a reminder back in words, before it is made."""
    return _voorbeeld(toon, data)


@bericht("herinnering_wijzigen.voorbeeld")
def voorbeeld_wijzigen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say a reminder back in words, before it is changed."""
    return _voorbeeld(toon, data)


def in_woorden(toon: Toon, herhaling: dict[str, Any]) -> str:
    """Say when something comes back, such as "elke eerste dinsdag van de maand om 19:30 uur"."""
    t, eerste, ritme = toon.t, datetime.fromisoformat(herhaling["eerste"]), herhaling["ritme"]
    dag, tijd = t.locale.days["format"]["wide"][eerste.weekday()], f"{eerste:%H:%M}"
    match ritme:
        case "week" if herhaling["om_de"] > 1:
            zin = t.plat("herhaling.weken", hoeveel=herhaling["om_de"], dag=dag, tijd=tijd)
        case "week":
            zin = t.plat("herhaling.week", dag=dag, tijd=tijd)
        case "maand_weekdag":
            rang = t.plat(f"herhaling.rang.{_RANGEN[herhaling['hoeveelste']]}")
            zin = t.plat("herhaling.maand_weekdag", rang=rang, dag=dag, tijd=tijd)
        case "maand_datum" if herhaling["dag"] == 31:
            zin = t.plat("herhaling.laatste_dag", tijd=tijd)
        case _:
            zin = t.plat("herhaling.maand_datum", dag=herhaling["dag"], tijd=tijd)
    if not herhaling["tot"]:
        return zin
    tot = toon.dag(herhaling["tot"])
    return t.plat("herhaling.tot", zin=zin, tot=tot)


def _omschrijving(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    delen = [t.tekst("herinnering.bericht", groep=werkgroepnaam(t, data["groep_naam"]), tekst=data["tekst"])]
    keer = toon.moment(data["volgende"])
    if data["ritme"]["ritme"] == "eens":
        delen.append(t.tekst("herinnering.eens", moment=keer))
    else:
        delen.append(t.tekst("herinnering.wanneer", zin=in_woorden(toon, data["ritme"])))
        delen.append(t.tekst("herinnering.volgende" if "id" in data else "herinnering.eerste", moment=keer))
    if data["gaat"]:
        delen.append(t.tekst("planning.wacht", moment=toon.moment(data["gaat"])))
    return Veilig("\n\n".join(delen))


def _voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    plat = toon.t.plat
    extra = [(naam, plat(f"herinnering.knop.{naam}")) for naam in data["extra"] if naam != "stil"]
    tekst = Veilig(f"{toon.t.tekst('herinnering.klopt')}\n\n{_omschrijving(toon, data)}")
    return bevestigen(toon, tekst, extra, klaar=plat("herinnering.knop_bewaar"), terug="id" not in data)

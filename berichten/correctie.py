"""This is not right: asking what is wrong, and the side of who looks at it."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bijdrage import kort, zin
from berichten.catalogus import Veilig
from berichten.hulpvraag import hulpknop
from berichten.menu import naar_menu


@bericht("correctie.wat")
def wat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask what is wrong; what one did oneself can be taken back."""
    t, id_ = toon.t, data["id"]
    keuzes = [(Knop(t.plat(f"correctie.knop_{k}"), f"mbw:{k}:{id_}"),) for k in ("niet", "ander", "anders")]
    if data["zelf"]:
        keuzes = [(Knop(t.plat("correctie.knop_neem_terug"), f"mbt:{id_}"),), keuzes[-1]]
    vraag = t.tekst("correctie.zelf" if data["zelf"] else "correctie.wat")
    onder = (Knop(t.plat("knop.terug"), f"mb:{id_}"), *naar_menu(toon))
    return Bericht(Veilig(f"{zin(toon, data)}\n\n{vraag}"), (*keuzes, onder))


@bericht("correctie.typ")
def typ(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask to type what is wrong."""
    return Bericht(toon.t.tekst("correctie.typ"), ((Knop(toon.t.plat("knop.terug"), f"mbs:{data['id']}"),),))


@bericht("correctie.loopt")
def loopt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it is being looked at, or show the answer."""
    if data["antwoord"] is not None:
        return beantwoord(toon, data)
    tekst = Veilig(f"{zin(toon, data)}\n\n{toon.t.tekst('correctie.loopt')}")
    return Bericht(tekst, ((Knop(toon.t.plat("knop.terug"), "mijnbijdrage"), *naar_menu(toon)),))


@bericht("correctie.gevraagd")
def gevraagd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it is asked."""
    tekst = toon.t.tekst("correctie.gevraagd_na" if data.get("afgesloten") else "correctie.gevraagd")
    return Bericht(tekst, (_naar_bijdrage(toon),))


@bericht("correctie.rechtgezet")
def rechtgezet(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it counts no more."""
    return Bericht(toon.t.tekst("correctie.rechtgezet"), (_naar_bijdrage(toon),))


@bericht("correctie.is_rechtgezet")
def is_rechtgezet(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell a resident that it was corrected."""
    tekst = Veilig(f"{toon.t.tekst('correctie.is_rechtgezet')}\n\n{zin(toon, data)}")
    return Bericht(tekst, (_naar_bijdrage(toon),))


@bericht("correctie.antwoord")
def beantwoord(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell a resident why who looked at it does not agree; it is their word that decides."""
    t = toon.t
    delen = [zin(toon, data), t.tekst("correctie.antwoord", antwoord=data["antwoord"])]
    blijf = (Knop(t.plat("correctie.knop_blijf"), f"cob:{data['verzoek']}"),)
    laat = (Knop(t.plat("correctie.knop_laat"), f"col:{data['verzoek']}"),)
    return Bericht(toon.met_hulp(Veilig("\n\n".join(delen))), (blijf, laat, hulpknop(toon, "vraag"), naar_menu(toon)))


@bericht("correctie.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show who looks at it what waits."""
    t = toon.t
    knoppen = [(Knop(inkorten(f"{v['adres']} · {kort(toon, v)}"), f"co:{v['verzoek']}"),) for v in data["verzoeken"]]
    tekst = t.tekst("correctie.lijst" if knoppen else "correctie.lijst_leeg")
    if data["adressenlijst"] is not None:
        knoppen.append((Knop(t.plat("adresverzoek.knop_lijst", aantal=data["adressenlijst"]), "azl"),))
    return Bericht(tekst, (*knoppen, (Knop(t.plat("correctie.knop_bulk"), "coalles"),), naar_menu(toon)))


@bericht("correctie.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one with what is recorded, and what the resident says of it."""
    t, welk = toon.t, data["verzoek"]
    kop = t.tekst(f"correctie.kop_{data['bron']}", adres=data["adres"])
    delen = [kop, t.tekst("correctie.staat_er", zin=zin(toon, data)), t.tekst(f"correctie.wat_{data['wat']}")]
    if data["tekst"]:
        delen.append(t.tekst("correctie.getypt", tekst=data["tekst"]))
    ja = (Knop(t.plat("correctie.knop_ja"), f"coja:{welk}"),)
    nee = "correctie.knop_antwoord" if data["bron"] == "bewoner" else "correctie.knop_klopt"
    return Bericht(Veilig("\n\n".join(delen)), (ja, (Knop(t.plat(nee), f"coa:{welk}"),), _terug(toon)))


@bericht("correctie.typ_antwoord")
def typ_antwoord(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask to type an answer."""
    return Bericht(toon.t.tekst("correctie.typ_antwoord"), ((Knop(toon.t.plat("knop.terug"), "cos"),),))


@bericht("correctie.klaar")
def klaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what was done; nothing about the person stays in the chat."""
    return Bericht(toon.t.tekst(f"correctie.klaar_{data['hoe']}"), (_terug(toon),))


@bericht("correctie.voorbij")
def voorbij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say in the place of a question that it was dealt with."""
    return Bericht(toon.t.tekst("correctie.voorbij"), (_terug(toon),))


def _naar_bijdrage(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.mijnbijdrage"), "mijnbijdrage"), *naar_menu(toon))


def _terug(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.correcties"), "correcties"), *naar_menu(toon))

"""What the address list says of a home is not right: asking, and the organisator's side of it."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.catalogus import Veilig
from berichten.gegevens import van_de_lijst
from berichten.menu import naar_menu
from berichten.woning import woningen

WAT = ("adres", "woning", "volwassenen")


@bericht("adresverzoek.wat")
def wat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what the list says, and ask what is not right."""
    t = toon.t
    lijst = [t.tekst("adresverzoek.adres", adres=data["adres"]), *van_de_lijst(toon, data)]
    tekst = Veilig("\n\n".join([t.tekst("adresverzoek.wat"), "\n".join(lijst), t.tekst("adresverzoek.hoe")]))
    keuzes = [(Knop(t.plat(f"adresverzoek.knop_{een}"), f"azw:{een}"),) for een in WAT]
    return Bericht(tekst, (*keuzes, _naar_gegevens(toon)))


@bericht("adresverzoek.typ")
def typ(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask to type how it is."""
    return Bericht(toon.t.tekst(f"adresverzoek.typ_{data['wat']}"), ((Knop(toon.t.plat("knop.terug"), "az"),),))


@bericht("adresverzoek.gevraagd")
def gevraagd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it is asked, and until when an answer comes; what was typed is read back, and can be withdrawn."""
    return _wacht(toon, data, toon.t.tekst("adresverzoek.gevraagd", dag=toon.dag(data["termijn"])))


@bericht("adresverzoek.loopt")
def loopt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one's own that waits, with a way to withdraw it."""
    return _wacht(toon, data, toon.t.tekst("adresverzoek.loopt", dag=toon.dag(data["termijn"])))


def _wacht(toon: Toon, data: dict[str, Any], tekst: Veilig) -> Bericht:
    t = toon.t
    delen = [tekst, t.tekst("adresverzoek.u_schreef", tekst=data["tekst"])]
    weg = (Knop(t.plat("adresverzoek.knop_intrekken"), f"azi:{data['id']}"),)
    return Bericht(Veilig("\n\n".join(delen)), (weg, _naar_gegevens(toon)))


@bericht("adresverzoek.antwoord")
def antwoord(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell a resident yes or no, with what they wrote."""
    t = toon.t
    delen = [t.tekst(f"adresverzoek.antwoord_{data['hoe']}"), t.tekst("adresverzoek.u_schreef", tekst=data["tekst"])]
    if data["reden"] is not None:
        delen += [t.tekst("adresverzoek.uitleg", reden=data["reden"]), *toon.geschreven_in(data["leest"])]
        return Bericht(toon.met_hulp(Veilig("\n\n".join(delen))), (_naar_gegevens(toon),))
    return Bericht(Veilig("\n\n".join(delen)), (_naar_gegevens(toon),))


@bericht("adresverzoek.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show an organisator what waits."""
    t = toon.t
    knoppen = [
        (Knop(inkorten(f"{'! ' if v['te_laat'] else ''}{v['adres']} · {_over(toon, v)}"), f"azt:{v['id']}"),)
        for v in data["verzoeken"]
    ]
    return Bericht(t.tekst("adresverzoek.lijst" if knoppen else "adresverzoek.lijst_leeg"), (*knoppen, _terug(toon)))


@bericht("adresverzoek.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one with what the list says now, what the resident says, and until when an answer is promised."""
    t = toon.t
    delen = [t.tekst("adresverzoek.herinner")] if data["herinner"] else []
    delen += [
        t.tekst("adresverzoek.een", adres=data["adres"], wat=_over(toon, data)),
        t.tekst("adresverzoek.nu", nu=_nu(toon, data)),
        t.tekst("adresverzoek.bewoner_schreef", tekst=data["tekst"]),
        *toon.geschreven_in(data["taal"]),
        t.tekst("adresverzoek.beloofd", dag=toon.dag(data["termijn"])),
    ]
    ja = Knop(t.plat("adresverzoek.knop_ja"), f"azja:{data['id']}")
    nee = Knop(t.plat("adresverzoek.knop_nee"), f"aznee:{data['id']}")
    return Bericht(Veilig("\n\n".join(delen)), ((ja,), (nee,), (_alle(toon), *naar_menu(toon))))


@bericht("adresverzoek.reden")
def reden(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask to type why not."""
    terug = Knop(toon.t.plat("knop.terug"), f"azt:{data['id']}")
    return Bericht(toon.t.tekst("adresverzoek.reden"), ((terug,),))


@bericht("adresverzoek.klaar")
def klaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what was done; after yes also which address it is, for the gemeente."""
    t = toon.t
    delen = [t.tekst(f"adresverzoek.klaar_{data['hoe']}")]
    if data["hoe"] == "ja":
        delen += [t.tekst("adresverzoek.een", adres=data["adres"], wat=_over(toon, data))]
        delen += [t.tekst("adresverzoek.bewoner_schreef", tekst=data["tekst"])]
    return Bericht(Veilig("\n\n".join(delen)), ((_alle(toon), *naar_menu(toon)),))


@bericht("adresverzoek.voorbij")
def voorbij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say in the place of a question that it was dealt with."""
    return Bericht(toon.t.tekst("adresverzoek.voorbij"), ((_alle(toon), *naar_menu(toon)),))


def _over(toon: Toon, data: dict[str, Any]) -> str:
    return toon.t.plat(f"adresverzoek.over_{data['wat']}")


def _nu(toon: Toon, data: dict[str, Any]) -> str:
    t = toon.t
    nu = {"adres": data["adres"], "woning": t.lijst(woningen(toon, data["woning"])), "volwassenen": ""}[data["wat"]]
    if data["wat"] == "volwassenen" and data["volwassenen"] is not None:
        nu = t.getal(data["volwassenen"])
    return nu or t.plat("adresverzoek.niets")


def _alle(toon: Toon) -> Knop:
    return Knop(toon.t.plat("adresverzoek.knop_alle"), "azl")


def _terug(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.correcties"), "correcties"), *naar_menu(toon))


def _naar_gegevens(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.gegevens"), "gegevens"), *naar_menu(toon))

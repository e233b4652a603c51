"""What will go out when: the list, one message that is planned, and what came too late."""

from typing import Any

from berichten import geleding
from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import stel
from berichten.menu import naar_menu
from berichten.werkgroepnaam import werkgroepnaam

_BEKIJK = {
    "concept_nieuw": "cc",
    "koppelkans": "kk",
    "herinnering_eigen": "hr",
    "mijlpaal_herinnering": "ml",
    "mijlpaal_nieuw": "ml",
    "mijlpaal_vandaag": "ml",
    "peiling_herinnering": "p",
    "peiling_nieuw": "p",
    "peiling_sluit": "p",
    "uitzending": "uz",
}
"""By the kind of alarm: what shows the thing that it is about; else it is a meeting."""


@bericht("planning.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of what will go out, a line and a button each."""
    t = toon.t
    delen = [t.tekst("planning.kop"), *(_regel(toon, regel) for regel in data["regels"])]
    if not data["regels"]:
        delen.append(t.tekst("planning.leeg"))
    delen += _later(toon, data["later"])
    knoppen = [(Knop(_label(toon, regel), f"pl:{regel['soort']}:{regel['id']}"),) for regel in data["regels"]]
    laat = [(Knop(t.plat("planning.knop_laat", aantal=data["laat"]), "pllaat"),)] if data["laat"] else []
    rijen = (*knoppen, *bladerknoppen(toon, data, "planning"), *laat, naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), rijen)


@bericht("planning.laat")
def laat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of what did not go because its moment had passed."""
    t = toon.t
    delen = [t.tekst("planning.kop_laat")]
    delen += [
        t.tekst(
            "planning.regel_laat",
            wat=t.plat(f"planning.wat.{regel['soort']}"),
            titel=inkorten(regel["titel"]),
            moment=toon.moment(regel["moment"]),
        )
        for regel in data["regels"]
    ]
    if not data["regels"]:
        delen.append(t.tekst("planning.niets_laat"))
    terug = (Knop(t.plat("knop.planning"), "planning"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*bladerknoppen(toon, data, "pllaat"), terug))


@bericht("planning.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one message that is planned, with what one can do about it."""
    plat, welke = toon.t.plat, f"{data['soort']}:{data['id']}"
    knoppen = [] if data["vast"] else [Knop(plat("planning.knop_verzet"), f"plv:{welke}")]
    knoppen += [] if data["vast"] else [Knop(plat("planning.knop_af"), f"plx:{welke}")]
    knoppen.append(Knop(plat("planning.knop_bekijk"), f"{_BEKIJK.get(data['soort'], 'b')}:{data['id']}"))
    delen = [_regel(toon, data), *([toon.t.tekst("planning.vast")] if data["vast"] else [])]
    terug = (Knop(plat("knop.planning"), "planning"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*twee_aan_twee(knoppen), terug))


@bericht("planning.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure that it must not go."""
    plat, welke = toon.t.plat, f"{data['soort']}:{data['id']}"
    tekst = Veilig(f"{toon.t.tekst('planning.zeker')}\n\n{_regel(toon, data)}")
    ja = Knop(plat("planning.knop_af_ja"), f"plx:{welke}:{data['keer']}")
    return Bericht(tekst, ((ja,), (Knop(plat("knop.terug"), f"pl:{welke}"),)))


@bericht("tijdstip.stil")
def stil(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether a moment in the quiet hours is meant: the message waits until they are over."""
    return stel(toon, data, toon.t.tekst("tijdstip.stil.vraag", moment=toon.moment(data["gaat"])))


def aantal_mensen(toon: Toon, te_klein: bool, aantal: int, ongeveer: bool) -> str:
    """Say how many get something, as roughly as it may be said."""
    if te_klein:
        return toon.t.plat("planning.minder_dan", maximum=10 if ongeveer else 5)
    return toon.t.plat("planning.ongeveer" if ongeveer else "planning.precies", aantal=aantal)


def _regel(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    kop = t.tekst(
        "planning.regel",
        moment=toon.moment(data["moment"]),
        wat=t.plat(f"planning.wat.{data['soort']}"),
        titel=inkorten(data["titel"]),
    )
    regels = [kop, t.tekst("planning.naar", aantal=aantal_mensen(toon, *data["aantal"]))]
    return Veilig("\n".join([*regels, *voor_wie(toon, data), *let_op(toon, data)]))


def voor_wie(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say for whom something is; of what is for the whole wijk nothing."""
    t, (soort, naam) = toon.t, data["voor"]
    naam = werkgroepnaam(t, naam) if soort == "werkgroep" else naam
    if soort == "geleding":
        een = naam and t.tekst("planning.voor_een_geleding", naam=geleding.naam(toon, naam))
        return [een or t.tekst("planning.voor_geleding")]
    return [] if soort == "wijk" else [t.tekst(f"planning.voor_{soort}", **({"naam": naam} if naam else {}))]


def let_op(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say that it waits for the morning, and that its moment was chosen."""
    wacht = [toon.t.tekst("planning.wacht", moment=toon.moment(data["gaat"]))] if data["gaat"] else []
    return [*wacht, toon.t.tekst("planning.is_verzet")] if data["verzet"] else wacht


def _later(toon: Toon, wachtenden: list[dict[str, Any]]) -> list[Veilig]:
    """Say what goes together later, to who reads once a week and to who heard enough."""
    if not wachtenden:
        return []
    regels = [
        toon.t.tekst(
            "planning.later_wekelijks" if wachtend["wekelijks"] else "planning.later_ruimte",
            moment=toon.moment(wachtend["moment"]),
            aantal=aantal_mensen(toon, *wachtend["aantal"]),
        )
        for wachtend in wachtenden
    ]
    return [Veilig("\n".join([toon.t.tekst("planning.later"), *regels]))]


def _label(toon: Toon, data: dict[str, Any]) -> str:
    op = data["moment"]
    return inkorten(f"{toon.dag(op, 'MMMd')} {toon.tijd(op)} · {data['titel']}")

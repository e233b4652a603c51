"""Works in the street, and what a resident plans with their own home."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.cel import hoeveel
from berichten.formulier import bevestigen
from berichten.menu import naar_menu

_STRATEN = 5
"""So many streets are named; a list of more says nothing on a phone."""


@bericht("koppelkans.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of what is coming; to the team with how many residents plan something."""
    t = toon.t
    delen = [t.tekst("koppelkans.lijst" if data["kansen"] else "koppelkans.lijst_leeg")]
    delen += [kans(toon, een) for een in data["kansen"]]
    if data["plannen"]:
        delen.append(Veilig("\n".join([t.tekst("koppelkans.plannen"), *(_telling(toon, p) for p in data["plannen"])])))
    knoppen = [(Knop(inkorten(een["titel"]), f"kk:{een['id']}"),) for een in data["kansen"]]
    eigen = [Knop(t.plat("natuurlijkmoment.knop"), "momenten")] if data["bewoner"] else []
    nieuw = [Knop(t.plat("koppelkans.knop_nieuw"), "kkmaak")] if data["mag"] else []
    rijen = (*knoppen, *bladerknoppen(toon, data, "koppelkansen"), *twee_aan_twee([*eigen, *nieuw]), naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), rijen)


@bericht("koppelkans.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one."""
    weg = ((Knop(toon.t.plat("koppelkans.knop_weg"), f"kkx:{data['id']}"),),) if data["mag"] else ()
    return Bericht(kans(toon, data), (*_lees(toon, data), *weg, _terug(toon)))


@bericht("koppelkans.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to withdraw it."""
    ja = Knop(toon.t.plat("koppelkans.knop_weg_ja"), f"kkx:{data['id']}:ja")
    tekst = toon.t.tekst("koppelkans.zeker", titel=data["titel"])
    return Bericht(tekst, ((ja,), (Knop(toon.t.plat("knop.terug"), f"kk:{data['id']}"),)))


@bericht("koppelkans.straks")
def straks(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who lives there that it begins soon, and what it means."""
    delen = [toon.t.tekst("koppelkans.straks"), kans(toon, data), toon.t.tekst("koppelkans.straks_uitleg")]
    eigen = (Knop(toon.t.plat("natuurlijkmoment.knop"), "momenten"),)
    return Bericht(Veilig("\n\n".join(delen)), (*_lees(toon, data), eigen, _terug(toon)))


@bericht("koppelkans.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show it as residents will read it."""
    delen = [toon.t.tekst("formulier.voorbeeld"), toon.t.tekst("koppelkans.straks"), kans(toon, data)]
    if data["link"]:
        delen.append(toon.t.tekst("onderbouwing.link", link=data["link"]))
    return bevestigen(toon, Veilig("\n\n".join(delen)), [("link", toon.t.plat("onderbouwing.knop.link"))])


@bericht("natuurlijkmoment")
def moment(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what one plans, with the buttons to note or take away."""
    t, heeft = toon.t, {een["wat"] for een in data["gepland"]}
    delen = [t.tekst("natuurlijkmoment.kop"), *(gepland(toon, een) for een in data["gepland"])]
    knoppen = [Knop(t.plat(f"natuurlijkmoment.knop_{wat}"), f"mo:{wat}") for wat in data["watten"]]
    weg = [Knop(t.plat(f"natuurlijkmoment.weg_{wat}"), f"mox:{wat}") for wat in data["watten"] if wat in heeft]
    return Bericht(Veilig("\n\n".join(delen)), (*twee_aan_twee(knoppen), *((knop,) for knop in weg), _terug(toon)))


@bericht("natuurlijkmoment.wanneer")
def wanneer(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask when, roughly."""
    t = toon.t
    knoppen = [
        (Knop(f"{t.plat(f'natuurlijkmoment.{wanneer}')} ({_jaren(van, tot)})", f"mon:{data['wat']}:{wanneer}"),)
        for wanneer, van, tot in data["jaren"]
    ]
    return Bericht(
        t.tekst(f"natuurlijkmoment.wanneer_{data['wat']}"),
        (*knoppen, (Knop(t.plat("knop.terug"), "momenten"), *naar_menu(toon))),
    )


@bericht("natuurlijkmoment.uitnodiging")
def uitnodiging(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say what there is that fits what someone plans."""
    t = toon.t
    delen = [t.tekst(f"natuurlijkmoment.nodigt_{data['wat']}", jaren=_jaren(*data["jaren"]))]
    past = [t.tekst("natuurlijkmoment.avond", titel=w[1], moment=toon.moment(w[2])) for w in data["bijeenkomsten"]]
    past += [t.tekst("natuurlijkmoment.aanbod", titel=titel) for titel in data["aanbod"]]
    past += [t.tekst("natuurlijkmoment.kans", titel=titel) for titel in data["kansen"]]
    delen += (
        [Veilig("\n".join([t.tekst("natuurlijkmoment.past"), *past]))] if past else [t.tekst("natuurlijkmoment.niets")]
    )
    knoppen = [Knop(t.plat("knop.warmtekaarten"), "warmtekaarten")]
    if data["bijeenkomsten"]:
        knoppen.append(Knop(t.plat("knop.agenda"), "agenda"))
    if data["aanbod"]:
        knoppen.append(Knop(t.plat("knop.intekening"), "intekening"))
    knoppen.append(Knop(t.plat("natuurlijkmoment.knop_anders"), "momenten"))
    return Bericht(Veilig("\n\n".join(delen)), (*twee_aan_twee(knoppen), naar_menu(toon)))


def gepland(toon: Toon, een: dict[str, Any]) -> Veilig:
    """Say what someone plans."""
    return toon.t.tekst(f"natuurlijkmoment.gepland_{een['wat']}", jaren=_jaren(*een["jaren"]))


def kans(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say what will be done, where, when, by whom, and what it means."""
    t, namen = toon.t, data["straten"]
    waar = t.plat("koppelkans.hele_wijk")
    if namen:
        waar = t.lijst([*namen[:_STRATEN], *(["…"] if len(namen) > _STRATEN else [])])
    velden = {"titel": data["titel"], "soort": t.plat(f"koppelkans.soort.{data['soort']}"), "waar": waar}
    dagen = {"van": toon.dag(data["van"]), "tot": toon.dag(data["tot"])}
    return t.tekst("koppelkans.een", **velden, **dagen, door=data["door"], uitleg=data["uitleg"])


def _telling(toon: Toon, regel: list[Any]) -> Veilig:
    wat, wanneer_, aantal = regel
    velden = {
        "wat": toon.t.plat(f"natuurlijkmoment.knop_{wat}"),
        "wanneer": toon.t.plat(f"natuurlijkmoment.{wanneer_}"),
    }
    return toon.t.tekst("koppelkans.telling", **velden, aantal=hoeveel(toon, aantal))


def _lees(toon: Toon, data: dict[str, Any]) -> tuple[tuple[Knop, ...], ...]:
    return ((Knop(toon.t.plat("standpunt.knop_lees"), url=data["link"]),),) if data["link"] else ()


def _terug(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.koppelkansen"), "koppelkansen"), *naar_menu(toon))


def _jaren(van: int, tot: int) -> str:
    return str(van) if van == tot else f"{van}-{tot}"

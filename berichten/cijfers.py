"""Series of figures: the list, one series with its chart and the same in words, and what staff do with them."""

import html
from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.grafiek import beeld, getal, periode, vorm
from berichten.menu import naar_menu

IN_WOORDEN = 12
"""So many of the last periods stand beside the picture in words."""
_VERBETERD, _BRONNEN = 3, 4


@bericht("cijfers")
def cijfers(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the series, each with its last figure."""
    t, alle = toon.t, data["reeksen"]
    delen = [t.tekst("cijfers.lijst" if alle else "cijfers.lijst_leeg"), *(_kort(toon, een) for een in alle)]
    rijen = [(Knop(inkorten(een["naam"]), f"ci:{een['id']}"),) for een in alle]
    beheer = []
    if data["beheer"]:
        beheer = [Knop(t.plat("cijfers.knop_nieuw"), "cinieuw"), Knop(t.plat("cijfers.knop_bestand"), "cibestand")]
    blader = bladerknoppen(toon, data, "cijfers")
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, *blader, *twee_aan_twee(beheer), naar_menu(toon)))


@bericht("cijfers.reeks")
def reeks(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one series: its chart, and the same in words."""
    t, welk = toon.t, data["id"]
    delen = [Veilig(t.tekst("cijfers.reeks", **{naam: data[naam] for naam in _KOP}).rstrip())]
    delen += [Veilig("\n".join(regels(toon, data)))] if data["cijfers"] else [t.tekst("cijfers.nog_geen")]
    delen += [Veilig("\n".join(gezegd))] if (gezegd := [*verbeterd(toon, data), *_opgemaakt(voet(toon, data))]) else []
    rijen: list[tuple[Knop, ...]] = []
    if data["beheer"]:
        delen.append(t.tekst("cijfers.wel_openbaar" if data["openbaar"] else "cijfers.alleen_chat"))
        openbaar = "cijfers.knop_niet_openbaar" if data["openbaar"] else "cijfers.knop_openbaar"
        knoppen = [Knop(t.plat("cijfers.knop_erbij"), f"cip:{welk}")]
        knoppen += [Knop(t.plat("cijfers.knop_verbeter"), f"civ:{welk}")] if data["cijfers"] else []
        if data["kiest"]:
            knoppen.append(Knop(t.plat(openbaar), f"cio:{welk}:{'nee' if data['openbaar'] else 'ja'}"))
            knoppen.append(Knop(t.plat("cijfers.knop_stop"), f"cix:{welk}"))
        rijen += twee_aan_twee(knoppen)
    media = beeld(toon, data, voet(toon, data)) if data["cijfers"] else None
    terug = (Knop(t.plat("cijfers.knop_alle"), "cijfers"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, terug), media=media)


@bericht("cijfers.welk")
def welk(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask which figure is wrong."""
    knoppen = [
        Knop(f"{periode(toon, data['soort'], een['begin'], kort=True)}: {getal(toon, een['waarde'])}",
             f"civ:{data['id']}:{een['begin']}")
        for een in data["cijfers"]
    ]  # fmt: skip
    terug = Knop(toon.t.plat("knop.terug"), f"ci:{data['id']}")
    return Bericht(
        toon.t.tekst("cijfers.welk", naam=data["naam"]), (*twee_aan_twee(knoppen), (terug, *naar_menu(toon)))
    )


@bericht("cijfers.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to stop a series."""
    ja = Knop(toon.t.plat("cijfers.knop_stop_ja"), f"cix:{data['id']}:ja")
    terug = Knop(toon.t.plat("knop.terug"), f"ci:{data['id']}")
    return Bericht(toon.t.tekst("cijfers.zeker", naam=data["naam"]), ((ja,), (terug,)))


@bericht("cijfers.bestand")
def bestand(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for a file of figures."""
    return Bericht(toon.t.tekst("cijfers.bestand"), ((Knop(toon.t.plat("knop.stop"), "cistop"),),))


@bericht("indicator.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a new series before it is made."""
    t = toon.t
    delen = [t.tekst("formulier.voorbeeld"), t.tekst("cijfers.reeks", **{n: data[n] for n in _KOP})]
    delen.append(t.tekst("cijfers.per", soort=t.plat(f"indicator.soort.{data['soort']}")))
    delen.append(t.tekst("cijfers.wel_openbaar" if data["openbaar"] == "ja" else "cijfers.alleen_chat"))
    return bevestigen(toon, Veilig("\n\n".join(delen)))


@bericht("cijfer.voorbeeld")
def voorbeeld_cijfer(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a figure before it is recorded; what follows on the last one can be changed."""
    anders = Knop(toon.t.plat("formulier.knop_anders"), "fanders")
    return bevestigen(toon, _voorbeeld(toon, data), verder=[anders])


@bericht("cijfer_verbeteren.voorbeeld")
def voorbeeld_verbetering(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what a figure was, what it becomes and why."""
    reden = toon.t.tekst("cijfers.omdat", reden=data["reden"])
    return bevestigen(toon, Veilig(f"{_voorbeeld(toon, data)}\n{reden}"))


def regels(toon: Toon, data: dict[str, Any], hoeveel: int = IN_WOORDEN) -> list[Veilig]:
    """Return the last figures in words, oldest first; a period without one says so."""
    paren = in_paren(toon, data)[-hoeveel:]
    return [toon.t.tekst("cijfers.regel", wanneer=wanneer, waarde=waarde) for wanneer, waarde in paren]


def in_paren(toon: Toon, data: dict[str, Any]) -> list[tuple[str, str]]:
    """Return each period that the chart shows with its figure, or that there is none; oldest first."""
    per = {een["begin"]: een["waarde"] for een in data["cijfers"]}
    getekend = vorm(data)
    plaatsen = sorted([staaf.begin for staaf in getekend.staven] + list(getekend.leeg))
    gezegd = []
    for begin in plaatsen:
        iso = begin.isoformat()
        wanneer = periode(toon, data["soort"], iso)
        gezegd.append((wanneer, getal(toon, per[iso]) if iso in per else toon.t.plat("cijfers.gat")))
    return gezegd


def verbeterd(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say what was mended last: what it was, what it is and why."""
    t, gezegd = toon.t, []
    for een in data["verbeterd"][-_VERBETERD:]:
        velden = {"wanneer": periode(toon, data["soort"], een["begin"]), "was": getal(toon, een["was"])}
        velden |= {"reden": een["reden"], "dag": toon.dag(een["op"])}
        if een["waarde"] is None:
            gezegd.append(t.tekst("cijfers.weggehaald", **velden))
        else:
            gezegd.append(t.tekst("cijfers.verbeterd", nu=getal(toon, een["waarde"]), **velden))
    return gezegd


def voet(toon: Toon, data: dict[str, Any]) -> list[str]:
    """Return where the figures come from and until when they were kept; without markup."""
    bronnen = list(dict.fromkeys(een["bron"] for een in reversed(data["cijfers"])))
    if not bronnen:
        return []
    namen = toon.t.reeks([*bronnen[:_BRONNEN], *(["…"] if len(bronnen) > _BRONNEN else [])])
    op = toon.dag(data["bijgewerkt"])
    return [toon.t.plat("cijfers.bron", bron=namen), toon.t.plat("cijfers.bijgewerkt", dag=op)]


def _opgemaakt(regels_: list[str]) -> list[Veilig]:
    return [Veilig(html.escape(regel, quote=False)) for regel in regels_]


_KOP = ("naam", "eenheid", "uitleg")


def _kort(toon: Toon, een: dict[str, Any]) -> Veilig:
    t, laatste = toon.t, een["laatste"]
    if laatste is None:
        return t.tekst("cijfers.kort_leeg", naam=een["naam"])
    wanneer = periode(toon, een["soort"], laatste["begin"])
    return t.tekst("cijfers.kort", naam=een["naam"], waarde=_met_eenheid(toon, een, laatste["waarde"]), wanneer=wanneer)


def _voorbeeld(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    wanneer, geen = periode(toon, data["soort"], data["begin"]), data["waarde"] == "geen"
    waarde = t.plat("cijfers.gat") if geen else _met_eenheid(toon, data, data["waarde"])
    delen = [t.tekst("formulier.voorbeeld"), t.tekst("cijfers.kort", naam=data["naam"], waarde=waarde, wanneer=wanneer)]
    regels_ = [t.tekst("cijfers.bron", bron=data["bron"])]
    if data["was"] is not None:
        regels_.append(t.tekst("cijfers.was", was=getal(toon, data["was"])))
    return Veilig("\n\n".join([*delen, Veilig("\n".join(regels_))]))


def _met_eenheid(toon: Toon, data: dict[str, Any], waarde: str) -> str:
    return toon.t.plat("cijfers.met_eenheid", waarde=getal(toon, waarde), eenheid=data["eenheid"])

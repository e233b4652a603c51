"""A round past the doors, as who walks it sees it on a phone: one address, and what came of it under one thumb."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig
from berichten.huishouden import Rijen, straatknoppen

_WIJZE = {"heen_terug": "h", "om_en_om": "o"}
_DEEL = {"alles": "a", "oneven": "o", "even": "e"}


@bericht("ronde")
def straten(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer the streets."""
    straten = straatknoppen(toon, data, "rnt:", "rn:")
    return Bericht(toon.t.tekst("ronde.kies"), (*straten, _kaartjes(toon), (_stop(toon),)))


@bericht("ronde.straat")
def straat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show how far a street is; how to walk it is asked once, and can be changed."""
    t, huis = toon.t, data["huis"]
    delen = [t.tekst("ronde.straat", straat=data["straat"], **data["telling"])]
    anders = [een for een in _WIJZE if een != data["wijze"]]
    knoppen: Rijen = [(Knop(t.plat(f"ronde.knop_{een}"), f"rnt:{huis}:{_WIJZE[een]}"),) for een in anders]
    if data["wijze"] is None:
        delen.append(t.tekst("ronde.hoe"))
    else:
        delen.append(t.tekst("ronde.bewaart"))
        begin = [Knop(t.plat(f"ronde.knop_{deel}"), f"rnb:{huis}:{_DEEL[deel]}") for deel in _DEEL]
        knoppen = [(begin[0],), tuple(begin[1:]), *knoppen]
    if data["meer"]:
        knoppen.append((Knop(t.plat("knop.andere_straat"), "ronde"),))
    return Bericht("\n\n".join(delen), (*knoppen, _kaartjes(toon), (_stop(toon),)))


@bericht("ronde.adres")
def adres(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one address, with what came of it as buttons."""
    t, huis = toon.t, data["huis"]
    delen = [*_net(toon, data), t.tekst("ronde.adres", adres=data["adres"], te_gaan=data["te_gaan"])]
    if data["laatst"]:
        wat, dag = data["laatst"]
        delen.append(t.tekst("deurgesprek.laatst", uitkomst=_uitkomst(toon, wat), dag=toon.dag(dag)))
    if data["geen_bezoek"]:
        delen.append(t.tekst("ronde.liever_niet", dag=toon.dag(data["geen_bezoek"])))
    knoppen: Rijen = [
        (Knop(t.plat("ronde.knop_gesproken"), f"dgh:{huis}"),),
        (Knop(t.plat("knop.niet_thuis"), f"rnu:{huis}:n"), Knop(t.plat("knop.later_terug"), f"rnu:{huis}:l")),
        (Knop(t.plat("ronde.knop_geen_bezoek"), f"rnu:{huis}:g"),),
        (Knop(t.plat("adres.knop"), f"ad:{huis}"), Knop(t.plat("ronde.knop_overslaan"), f"rnv:{huis}")),
    ]
    if data["herstel"]:
        knoppen.append((Knop(t.plat("ronde.knop_herstel"), f"rnw:{huis}:{data['dag']}"),))
    return Bericht("\n\n".join(delen), (*knoppen, *_klopt_niet(toon, data), (_stop(toon),)))


@bericht("ronde.rond")
def rond(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the street is done for now, and where one may go once more."""
    t, telling = toon.t, data["telling"]
    delen = [*_net(toon, data), t.tekst("ronde.straat", straat=data["straat"], **telling), t.tekst("ronde.rond")]
    knoppen: Rijen = []
    if telling["straks"]:
        label = t.plat("ronde.knop_nog_eens", aantal=telling["straks"])
        knoppen.append((Knop(label, f"rno:{data['huis']}:{_DEEL[data['deel']]}"),))
    straten = (Knop(t.plat("knop.andere_straat"), "ronde"),)
    return Bericht("\n\n".join(delen), (*knoppen, *_klopt_niet(toon, data), straten, (_stop(toon),)))


def _net(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say what was just noted, of the address before this one."""
    if not (net := data["net"]):
        return []
    return [toon.t.tekst("ronde.net", adres=net["adres"], uitkomst=_uitkomst(toon, net["uitkomst"]))]


def _klopt_niet(toon: Toon, data: dict[str, Any]) -> Rijen:
    return [(Knop(toon.t.plat("knop.klopt_niet"), f"rna:{data['net']['huis']}"),)] if data["net"] else []


def _uitkomst(toon: Toon, uitkomst: str) -> str:
    return toon.t.plat(f"deurgesprek.uitkomst.{uitkomst}")


def _kaartjes(toon: Toon) -> tuple[Knop]:
    return (Knop(toon.t.plat("bezoekkaart.knop"), "rnc"),)


def _stop(toon: Toon) -> Knop:
    return Knop(toon.t.plat("knop.lijst_klaar"), "rnk")

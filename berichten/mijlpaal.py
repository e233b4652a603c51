"""Mijlpalen: what the gemeenteraad, the college or a commissie does and when."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu


@bericht("mijlpaal.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of what is coming."""
    sleutel = "mijlpaal.lijst" if data["mijlpalen"] else "mijlpaal.lijst_leeg"
    delen = [toon.t.tekst(sleutel), *(_omschrijving(toon, een) for een in data["mijlpalen"])]
    links = [_linkknop(inkorten(een["titel"]), een["link"]) for een in data["mijlpalen"] if een["link"]]
    open_ = [(Knop(inkorten(een["titel"]), f"ml:{een['id']}"),) for een in data["mijlpalen"] if data["mag"]]
    blader = bladerknoppen(toon, data, "mijlpalen")
    return Bericht(Veilig("\n\n".join(delen)), (*(open_ or links), *blader, naar_menu(toon)))


@bericht("mijlpaal.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one, with what one can do about it."""
    return _vertel(toon, data, beheer=data["mag"])


@bericht("mijlpaal.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to withdraw it."""
    ja = Knop(toon.t.plat("mijlpaal.knop_weg_ja"), f"mlx:{data['id']}:ja")
    terug = Knop(toon.t.plat("knop.terug"), f"ml:{data['id']}")
    return Bericht(Veilig(f"{toon.t.tekst('mijlpaal.zeker')}\n\n{_omschrijving(toon, data)}"), ((ja,), (terug,)))


@bericht("mijlpaal.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Announce one."""
    return _vertel(toon, data, toon.t.tekst("mijlpaal.nieuw"))


@bericht("mijlpaal.gewijzigd")
def gewijzigd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell what changed."""
    return _vertel(toon, data, toon.t.tekst("wijziging.gewijzigd", titel=data["titel"]), *_veranderingen(toon, data))


@bericht("mijlpaal.ingetrokken")
def ingetrokken(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell that it was withdrawn."""
    velden = {"titel": data["titel"], "moment": toon.moment(data["moment"])}
    onder = (Knop(toon.t.plat("knop.mijlpalen"), "mijlpalen"), *naar_menu(toon))
    return Bericht(toon.t.tekst("mijlpaal.ingetrokken", **velden), (onder,))


@bericht("mijlpaal.herinnering")
def herinnering(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say it once more, the day before."""
    return _vertel(toon, data, toon.t.tekst("mijlpaal.herinnering"))


@bericht("mijlpaal.geplaatst")
def geplaatst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it is announced."""
    return _vertel(toon, data, toon.t.tekst("mijlpaal.geplaatst"), beheer=True)


@bericht("mijlpaal.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show it as residents will see it, before it is announced."""
    delen = [toon.t.tekst("formulier.voorbeeld"), toon.t.tekst("mijlpaal.nieuw"), _omschrijving(toon, data)]
    if data.get("link"):
        delen.append(toon.t.tekst("mijlpaal.link", link=data["link"]))
    return bevestigen(toon, Veilig("\n\n".join(delen)), [("link", toon.t.plat("mijlpaal.knop_link"))])


@bericht("mijlpaal_wijzigen.voorbeeld")
def voorbeeld_wijzigen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show it as it will be and what changes, with a button for everything that can."""
    t = toon.t
    extra = [(naam, t.plat(f"mijlpaal.knop.{naam}")) for naam in data["extra"]]
    if not data["velden"]:
        tekst = Veilig(f"{_omschrijving(toon, data)}\n\n{t.tekst('wijziging.wat')}")
        return bevestigen(toon, tekst, extra, klaar="", terug=False)
    delen = [t.tekst("formulier.voorbeeld"), *_veranderingen(toon, data), _omschrijving(toon, data)]
    return bevestigen(toon, Veilig("\n\n".join(delen)), extra, klaar=t.plat("knop.doorgeven"), terug=False)


def _vertel(toon: Toon, data: dict[str, Any], *boven: Veilig, beheer: bool = False) -> Bericht:
    t = toon.t
    link = (_linkknop(t.plat("mijlpaal.knop_lees"), data["link"]),) if data["link"] else ()
    knoppen = (Knop(t.plat("knop.wijzig"), f"mlw:{data['id']}"), Knop(t.plat("mijlpaal.knop_weg"), f"mlx:{data['id']}"))
    onder = (Knop(t.plat("knop.mijlpalen"), "mijlpalen"), *naar_menu(toon))
    tekst = Veilig("\n\n".join([*boven, _omschrijving(toon, data)]))
    return Bericht(tekst, (*link, *([knoppen] if beheer else []), onder))


def _veranderingen(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say what changed: of the name and the moment from what to what; the rest stands below it or on its button."""
    t = toon.t
    gezegd = []
    for naam, oud, nieuw in data["velden"]:
        veld = t.plat(f"mijlpaal.knop.{naam}")
        if naam in {"uitleg", "link"}:
            gezegd.append(t.tekst("mijlpaal.aangepast", veld=veld))
            continue
        zeg = toon.moment if naam == "moment" else str
        gezegd.append(t.tekst("wijziging.verandering", veld=veld, oud=zeg(oud), nieuw=zeg(nieuw)))
    return gezegd


def _linkknop(tekst: str, link: str) -> tuple[Knop, ...]:
    return (Knop(tekst, url=link),)


def _omschrijving(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    return t.tekst(
        "mijlpaal.omschrijving",
        titel=data["titel"],
        bij=t.plat(f"mijlpaal.bij.{data['bij']}"),
        moment=toon.moment(data["moment"]),
        uitleg=data["uitleg"],
    )

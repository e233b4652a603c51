"""Writing to the neighbourhood: what the maker reads, from whom it is for to how it stands."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import Veilig, vertaal
from berichten.formulier import bevestigen, stel
from berichten.menu import naar_menu
from berichten.werkgroepnaam import werkgroepnaam
from bot.rules.kleine_cellen import KLEINSTE


@bericht("uitzending.wie")
def wie(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whom it is for within the audience; how many that are changes with each tap."""
    t = toon.t
    delen = [t.tekst("uitzending.wie.vraag"), voor_wie(toon, data), *_hoeveel(toon, data)]
    return stel(toon, data, Veilig("\n\n".join(delen)))


@bericht("uitzending.vertaling")
def vertaling(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the same in another language."""
    return stel(toon, data, toon.t.tekst("uitzending.vertaling.vraag", taal=_taal(toon, data["taal"])))


@bericht("uitzending.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Under the message as residents will get it: for whom, how many, when, and the last yes."""
    t = toon.t
    klaar = _ja(toon, data)
    delen = [t.tekst("uitzending.zo"), voor_wie(toon, data), *_hoeveel(toon, data), *_zonder_chat(toon, data)]
    if klaar:
        delen += [_wanneer(toon, data), *([t.tekst("uitzending.tweede")] if data["tweede"] else [])]
    extra = [(naam, _knop_extra(toon, naam, data)) for naam in data["extra"]]
    return bevestigen(toon, Veilig("\n\n".join(delen)), extra, klaar=klaar)


@bericht("uitzending.plan")
def plan(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell a second person for whom it is, how many, and when."""
    delen = [voor_wie(toon, data), *_hoeveel(toon, data), _wanneer(toon, data)]
    return Bericht("\n\n".join(delen))


@bericht("uitzending.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell the maker how it stands; what is still to go can be called off, and what goes now be stopped."""
    t = toon.t
    if data["staat"] != "gepland":
        delen = [t.tekst("uitzending.staat.afgezegd"), voor_wie(toon, data)]
        return Bericht("\n\n".join(delen), (naar_menu(toon),))
    kop = t.tekst("uitzending.staat.gepland" if data["straks"] else "uitzending.staat.nu")
    af = (Knop(t.plat("uitzending.knop_af" if data["straks"] else "knop.stop_uitzending"), f"uzaf:{data['id']}"),)
    return Bericht("\n\n".join([kop, *_wat_gaat(toon, data)]), (af, naar_menu(toon)))


@bericht("uitzending.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure that it must not go."""
    plat = toon.t.plat
    ja = Knop(plat("planning.knop_af_ja"), f"uzaf:{data['id']}:ja")
    tekst = "\n\n".join([toon.t.tekst("planning.zeker"), *_wat_gaat(toon, data)])
    return Bericht(tekst, ((ja,), (Knop(plat("knop.terug"), f"uz:{data['id']}"),)))


def _wat_gaat(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say for whom a message is that is still to go, how many that are, and when it goes if that is not now."""
    wat = toon.t.tekst("uitzending.doorgegeven") if data["doorgeven"] else _aantal(toon, data)
    return [voor_wie(toon, data), wat, *([_wanneer(toon, data)] if data["straks"] else [])]


@bericht("uitzending.vervallen")
def vervallen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell the maker that a planned message did not go, and why."""
    t = toon.t
    delen = [
        t.tekst("uitzending.vervallen"),
        voor_wie(toon, data),
        t.tekst(f"uitzending.reden.{data['reden']}", vanaf=KLEINSTE),
    ]
    return Bericht("\n\n".join(delen), (naar_menu(toon),))


def voor_wie(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say for whom it is: the audience, and all that is asked."""
    t = toon.t
    soort, naam = data["groep"]
    naam = werkgroepnaam(t, naam) if soort == "werkgroep" else naam
    regels = [t.tekst("uitzending.voor", groep=t.plat(f"uitzending.groep.{soort}", naam=naam))]
    for eis, over in data["eisen"]:
        wat = t.plat(f"uitzending.wie.{eis}")
        regels.append(
            t.tekst("uitzending.eis_over", wat=wat, over=over) if over else t.tekst("uitzending.eis", wat=wat)
        )
    return Veilig("\n".join(regels))


def _hoeveel(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say how many it is for, or that they are too few and what can be done then."""
    t = toon.t
    if not data["te_klein"]:
        stem = any(eis == "niet_gestemd" for eis, _ in data["eisen"])
        return [_aantal(toon, data), *([t.tekst("uitzending.al_gevraagd")] if stem else [])]
    te_klein = t.tekst("uitzending.te_klein_groep" if data["ongeveer"] else "uitzending.te_klein", vanaf=KLEINSTE)
    return [te_klein, t.tekst("uitzending.via" if data["contacten"] else "uitzending.geen_via")]


def _zonder_chat(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say roughly how many have no chat: they count just as much."""
    getal = data["zonder_chat"]
    return [toon.t.tekst("uitzending.zonder_chat", getal=getal)] if getal else []


def _aantal(toon: Toon, data: dict[str, Any]) -> Veilig:
    return toon.t.tekst("uitzending.ongeveer" if data["ongeveer"] else "uitzending.aantal", getal=data["aantal"])


def _wanneer(toon: Toon, data: dict[str, Any]) -> Veilig:
    if not data["straks"]:
        return toon.t.tekst("uitzending.wanneer_nu")
    sleutel = "uitzending.wanneer_stil" if data["stil"] else "uitzending.wanneer"
    return toon.t.tekst(sleutel, moment=toon.moment(data["moment"]))


def _ja(toon: Toon, data: dict[str, Any]) -> str:
    """Return the label of the last yes: with the count, or none where nothing can be sent."""
    plat = toon.t.plat
    if data["te_klein"]:
        return plat("uitzending.knop_via") if data["contacten"] else ""
    sleutel = "uitzending.knop_ja_ongeveer" if data["ongeveer"] else "uitzending.knop_ja"
    return plat(sleutel, getal=data["aantal"])


def _knop_extra(toon: Toon, naam: str, data: dict[str, Any]) -> str:
    """Return the label for a translation, or for the button under the message; ticked when it is there."""
    plat = toon.t.plat
    if naam == "hulp":
        return ("✓ " if data["hulp"] else "") + plat("uitzending.knop_hulp", knop=plat("knop.komlangs"))
    taal = naam.removeprefix("vertaling_")
    return ("✓ " if taal in data["vertaald"] else "") + plat("uitzending.knop_taal", taal=_taal(toon, taal))


def _taal(toon: Toon, taal: str) -> str:
    return vertaal(taal).locale.get_display_name(toon.t.locale) or taal

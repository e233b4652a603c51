"""Questions to the bewonersaanspreekpunt as who answers reads them. Who asks is in none of these messages."""

from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, Vorm, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.menu import naar_menu
from berichten.vraag import dag, draad, in_het_kort, samen
from berichten.werkgroepnaam import werkgroepnaam

_IN_LIJST = 200


@bericht("vraag.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Bring who answers a question."""
    return _voor_team(toon, data, toon.t.tekst("vraag.nieuw", dag=dag(toon, data["termijn"])))


@bericht("vraag.herinner")
def herinner(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Remind who answers of the promise."""
    return _voor_team(toon, data, toon.t.tekst("vraag.herinner", dag=dag(toon, data["termijn"])))


@bericht("vraag.hoger")
def hoger(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Bring an organisator a question that was passed up, or not answered in time."""
    return _voor_team(toon, data, toon.t.tekst("vraag.hoger", dag=dag(toon, data["termijn"])))


@bericht("vraag.voorbij")
def voorbij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say in the place of a question that nothing has to be done any more here."""
    return Bericht(toon.t.tekst("vraag.voorbij"), (_naar_lijst(toon),))


@bericht("vraag.gemeld")
def gemeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Bring an organisator an answer of which who asked says that it is not in order."""
    return Bericht(samen([toon.t.tekst("vraag.gemeld"), *draad(toon, data)]), (_naar_lijst(toon),))


@bericht("vraagstop.vraag")
def stop_vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for how long somebody may ask nothing."""
    t, id_ = toon.t, data["id"]
    rijen = [(Knop(t.plat("vraagstop.knop_dagen", aantal=n), f"vrzz:{id_}:{n}"),) for n in data["dagen"]]
    return Bericht(t.tekst("vraagstop.vraag"), (*rijen, (Knop(t.plat("knop.terug"), f"vrk:{id_}"), *naar_menu(toon))))


@bericht("vraagstop.nieuw")
def stop_nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Bring an organisator why somebody does not agree."""
    weer = (Knop(toon.t.plat("vraagstop.knop_weer"), f"vrzo:{data['id']}"),)
    tekst = toon.t.tekst("vraagstop.nieuw", dag=dag(toon, data["tot"]), tekst=data["tekst"])
    return Bericht(tekst, (weer, _naar_lijst(toon)))


@bericht("vraagpunt.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show who answers what waits, a button each."""
    t = toon.t
    delen = [t.tekst("vraagpunt.lijst" if data["vragen"] else "vraagpunt.leeg")]
    knoppen = []
    for een in data["vragen"]:
        tekst = in_het_kort(toon, een["berichten"][-1])
        sleutel = "vraagpunt.regel_laat" if een["te_laat"] else "vraagpunt.regel"
        delen.append(t.tekst(sleutel, tekst=inkorten(tekst, _IN_LIJST), dag=dag(toon, een["termijn"])))
        knoppen.append((Knop(inkorten(tekst), f"vrk:{een['id']}"),))
    beantwoord = (Knop(t.plat("knop.vragen"), "vragen"), *naar_menu(toon))
    return Bericht(samen(delen), (*knoppen, *bladerknoppen(toon, data, "openvragen"), beantwoord))


@bericht("vraagpunt.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one thread with what can be done."""
    t = toon.t
    if data["staat"] == "open":
        return _voor_team(toon, data, toon.t.tekst("vraagpunt.een", dag=dag(toon, data["termijn"])))
    kop = [t.tekst("vraagpunt.beantwoord")] if data["net"] else []
    delen = [*kop, *draad(toon, data)]
    delen += [t.tekst("vraagpunt.hielp")] if data["geholpen"] else []
    delen += [t.tekst("vraagpunt.is_openbaar")] if data["openbaar"] else []
    knoppen: list[tuple[Knop, ...]] = []
    if data["kan_openbaar"]:
        knoppen.append((Knop(t.plat("vraagpunt.knop_openbaar"), f"vrp:{data['id']}"),))
        knoppen.append((Knop(t.plat("vraagpunt.knop_openbaar_anders"), f"vrpa:{data['id']}"),))
    knoppen += _stop(toon, data)
    return Bericht(samen(delen), (*knoppen, _naar_lijst(toon)))


@bericht("vraagpunt.typ")
def typ(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the answer."""
    stop = (Knop(toon.t.plat("knop.stop"), "vrastop"),)
    return Bericht(toon.t.tekst("vraagpunt.typ", maximum=data["maximum"]), (stop,))


@bericht("vraagpunt.ander")
def ander(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer to whom a question can be passed on."""
    t, id_ = toon.t, data["id"]
    rijen = [(Knop(inkorten(werkgroepnaam(t, naam)), f"vrgd:{id_}:{groep}"),) for groep, naam in data["groepen"]]
    if data["wijk"]:
        rijen.append((Knop(t.plat("vraagpunt.knop_wijk"), f"vrgd:{id_}:-"),))
    if not data["hoger"]:
        rijen.append((Knop(t.plat("vraagpunt.knop_hoger"), f"vrw:{id_}"),))
    return Bericht(t.tekst("vraagpunt.ander"), (*rijen, (Knop(t.plat("knop.terug"), f"vrk:{id_}"), *naar_menu(toon))))


def _voor_team(toon: Toon, data: dict[str, Any], kop: Veilig) -> Bericht:
    """Show who answers an open thread; what was sent comes after it as it is."""
    t, id_ = toon.t, data["id"]
    delen = [kop]
    delen += [t.tekst("vraag.voor_groep", groep=werkgroepnaam(t, data["groep"]))] if data["groep"] else []
    delen += [t.tekst("vraag.over_plan")] if data["over_plan"] else []
    delen += [*draad(toon, data), *_leest(toon, data["taal"]), t.tekst("vraag.hoe_antwoord")]
    knoppen = (
        (Knop(t.plat("vraagpunt.knop_antwoord"), f"vra:{id_}"),),
        (Knop(t.plat("vraagpunt.knop_door"), f"vrg:{id_}"),),
        *_stop(toon, data),
        _naar_lijst(toon),
    )
    bijlagen = tuple(
        Bijlage("file_id", naam, {"file_id": file_id}, als=_VORM[soort]) for soort, file_id, naam in data["bestanden"]
    )
    return Bericht(samen(delen), knoppen, bijlagen)


_VORM: dict[str, Vorm] = {"foto": "foto", "video": "video", "spraak": "spraak", "document": "document"}


def _stop(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return the button by which staff stop who asks; a message to all who answer has it behind its thread."""
    return [(Knop(toon.t.plat("vraagstop.knop"), f"vrz:{data['id']}"),)] if data.get("staf") else []


def _naar_lijst(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.openvragen"), "openvragen"), *naar_menu(toon))


def _leest(toon: Toon, taal: str) -> list[Veilig]:
    return [] if taal == toon.t.taal else [toon.t.tekst("vraag.leest", taal=toon.taalnaam(taal))]

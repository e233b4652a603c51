"""A question to the bewonersaanspreekpunt: of who asks, and of who answers."""

from typing import Any

from babel.dates import format_date

from berichten.bericht import Bericht, Bijlage, Knop, Toon, Vorm, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.hulpvraag import hulpknop
from berichten.menu import naar_menu

_EERDER = 300
"""So many characters of what was said before the last message are shown."""
_IN_LIJST = 200


@bericht("vraag.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the question."""
    t = toon.t
    eigen = Knop(t.plat("vraag.knop_eigen"), "vrm")
    onder = (Knop(t.plat("knop.vragen"), "vragen"), Knop(t.plat("knop.stop"), "vrstop"))
    return Bericht(toon.met_hulp(t.tekst("vraag.vraag", maximum=data["maximum"])), ((eigen,), onder))


@bericht("vraag.verder")
def verder(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for what more they want to know."""
    stop = (Knop(toon.t.plat("knop.stop"), "vrstop"),)
    return Bericht(toon.t.tekst("vraag.verder", maximum=data["maximum"]), (stop,))


@bericht("vraag.voorstel")
def voorstel(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer answered questions that are near to what was written, a button each."""
    t = toon.t
    delen = [_gezegd(toon, data), t.tekst("vraag.voorstel")]
    delen += [t.tekst("vraag.voorstel_een", nummer=nr, vraag=v) for nr, (_, v) in enumerate(data["vragen"], start=1)]
    rijen = [(Knop(inkorten(f"{nr}. {v}"), f"vro:{id_}"),) for nr, (id_, v) in enumerate(data["vragen"], start=1)]
    geen = (Knop(t.plat("vraag.knop_geen"), "vrn"),)
    return Bericht(_samen(delen), (*rijen, geen, (Knop(t.plat("vraag.knop_niet"), "vrx"),)))


@bericht("vraag.gevonden")
def gevonden(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show an answer that was offered, and ask whether it helps."""
    t = toon.t
    tekst = t.tekst("vraagbaak.een", vraag=data["vraag"], antwoord=data["antwoord"])
    helpt = (Knop(t.plat("vraag.knop_helpt"), "vrj"),)
    weer = (Knop(t.plat("vraag.knop_andere"), "vrt"),)
    return Bericht(tekst, (helpt, weer, (Knop(t.plat("vraag.knop_geen"), "vrn"),)))


@bericht("vraag.bevestig")
def bevestig(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether what was written is a question for the aanspreekpunt."""
    t = toon.t
    delen = [_gezegd(toon, data), t.tekst("vraag.bevestig")]
    plan = (Knop(t.plat("vraag.knop_plan"), "vrs:plan"),)
    anders = (Knop(t.plat("vraag.knop_anders"), "vrs:anders"),)
    return Bericht(_samen(delen), (plan, anders, (Knop(t.plat("vraag.knop_niet"), "vrx"),)))


@bericht("vraag.groep")
def groep(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask which werkgroep it is about."""
    rijen = [(Knop(inkorten(naam), f"vrs:{data['over']}:{id_}"),) for id_, naam in data["groepen"]]
    geen = (Knop(toon.t.plat("vraag.knop_geen_groep"), f"vrs:{data['over']}:-"),)
    return Bericht(toon.t.tekst("vraag.groep"), (*rijen, geen, (Knop(toon.t.plat("vraag.knop_niet"), "vrx"),)))


@bericht("vraag.gestuurd")
def gestuurd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it is sent, and when the answer comes."""
    eigen = (Knop(toon.t.plat("vraag.knop_eigen"), "vrm"), *naar_menu(toon))
    return Bericht(toon.met_hulp(toon.t.tekst("vraag.gestuurd", dag=_dag(toon, data["termijn"]))), (eigen,))


@bericht("vraag.later")
def later(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it takes longer than was promised."""
    return Bericht(toon.met_hulp(toon.t.tekst("vraag.later")), ((Knop(toon.t.plat("vraag.knop_eigen"), "vrm"),),))


@bericht("vraag.antwoord")
def antwoord(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Bring who asked the answer, and ask whether it helps."""
    taal = _geschreven_in(toon, data["leest"])
    return Bericht(
        _samen([toon.t.tekst("vraag.antwoord"), *_draad(toon, data), *taal]),
        (*_na_antwoord(toon, data)[:-1], hulpknop(toon, "vraag"), naar_menu(toon)),
    )


@bericht("vraag.fijn")
def fijn(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Thank for saying so."""
    return Bericht(toon.t.tekst("vraag.fijn"), (naar_menu(toon),))


@bericht("vraag.eigen")
def eigen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what one asked, with what was answered."""
    t = toon.t
    bij_bijeenkomst = (Knop(t.plat("vraag.knop_bijeenkomst"), "bvmijn"),)
    onder = (Knop(t.plat("knop.vraag"), "vraag"), *naar_menu(toon))
    if not data["vragen"]:
        return Bericht(t.tekst("vraag.geen_eigen"), (bij_bijeenkomst, onder))
    (een,) = data["vragen"]
    delen = _draad(toon, een)
    knoppen: tuple[tuple[Knop, ...], ...]
    if een["staat"] == "open":
        delen.append(t.tekst("vraag.wacht", dag=_dag(toon, een["termijn"])))
        knoppen = ((Knop(t.plat("bijeenkomstvraag.knop_weg"), f"vri:{een['id']}"),), _verder(toon, een))
    else:
        knoppen = _na_antwoord(toon, een)[:-1]
    return Bericht(_samen(delen), (*knoppen, *bladerknoppen(toon, data, "vrm"), bij_bijeenkomst, onder))


@bericht("vraag.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Bring who answers a question."""
    return _voor_team(toon, data, toon.t.tekst("vraag.nieuw", dag=_dag(toon, data["termijn"])))


@bericht("vraag.herinner")
def herinner(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Remind who answers of the promise."""
    return _voor_team(toon, data, toon.t.tekst("vraag.herinner", dag=_dag(toon, data["termijn"])))


@bericht("vraag.hoger")
def hoger(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Bring an organisator a question that was passed up, or not answered in time."""
    return _voor_team(toon, data, toon.t.tekst("vraag.hoger", dag=_dag(toon, data["termijn"])))


@bericht("vraag.voorbij")
def voorbij(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say in the place of a question that nothing has to be done any more here."""
    return Bericht(toon.t.tekst("vraag.voorbij"), (_naar_lijst(toon),))


@bericht("vraagpunt.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show who answers what waits, a button each."""
    t = toon.t
    delen = [t.tekst("vraagpunt.lijst" if data["vragen"] else "vraagpunt.leeg")]
    knoppen = []
    for een in data["vragen"]:
        tekst = _in_het_kort(toon, een["berichten"][-1])
        sleutel = "vraagpunt.regel_laat" if een["te_laat"] else "vraagpunt.regel"
        delen.append(t.tekst(sleutel, tekst=inkorten(tekst, _IN_LIJST), dag=_dag(toon, een["termijn"])))
        knoppen.append((Knop(inkorten(tekst), f"vrk:{een['id']}"),))
    beantwoord = (Knop(t.plat("knop.vragen"), "vragen"), *naar_menu(toon))
    return Bericht(_samen(delen), (*knoppen, *bladerknoppen(toon, data, "openvragen"), beantwoord))


@bericht("vraagpunt.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one thread with what can be done."""
    t = toon.t
    if data["staat"] == "open":
        return _voor_team(toon, data, toon.t.tekst("vraagpunt.een", dag=_dag(toon, data["termijn"])))
    kop = [t.tekst("vraagpunt.beantwoord")] if data["net"] else []
    delen = [*kop, *_draad(toon, data)]
    delen += [t.tekst("vraagpunt.hielp")] if data["geholpen"] else []
    delen += [t.tekst("vraagpunt.is_openbaar")] if data["openbaar"] else []
    knoppen = []
    if data["kan_openbaar"]:
        knoppen.append((Knop(t.plat("vraagpunt.knop_openbaar"), f"vrp:{data['id']}"),))
        knoppen.append((Knop(t.plat("vraagpunt.knop_openbaar_anders"), f"vrpa:{data['id']}"),))
    return Bericht(_samen(delen), (*knoppen, _naar_lijst(toon)))


@bericht("vraagpunt.typ")
def typ(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the answer."""
    stop = (Knop(toon.t.plat("knop.stop"), "vrastop"),)
    return Bericht(toon.t.tekst("vraagpunt.typ", maximum=data["maximum"]), (stop,))


@bericht("vraagpunt.ander")
def ander(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Offer to whom a question can be passed on."""
    t, id_ = toon.t, data["id"]
    rijen = [(Knop(inkorten(naam), f"vrgd:{id_}:{groep}"),) for groep, naam in data["groepen"]]
    if data["wijk"]:
        rijen.append((Knop(t.plat("vraagpunt.knop_wijk"), f"vrgd:{id_}:-"),))
    if not data["hoger"]:
        rijen.append((Knop(t.plat("vraagpunt.knop_hoger"), f"vrw:{id_}"),))
    return Bericht(t.tekst("vraagpunt.ander"), (*rijen, (Knop(t.plat("knop.terug"), f"vrk:{id_}"),)))


def _voor_team(toon: Toon, data: dict[str, Any], kop: Veilig) -> Bericht:
    """Show who answers an open thread; what was sent comes after it as it is."""
    t, id_ = toon.t, data["id"]
    delen = [kop]
    delen += [t.tekst("vraag.voor_groep", groep=data["groep"])] if data["groep"] else []
    delen += [t.tekst("vraag.over_plan")] if data["over_plan"] else []
    delen += [*_draad(toon, data), *_leest(toon, data["taal"]), t.tekst("vraag.hoe_antwoord")]
    knoppen = (
        (Knop(t.plat("vraagpunt.knop_antwoord"), f"vra:{id_}"),),
        (Knop(t.plat("vraagpunt.knop_door"), f"vrg:{id_}"),),
        _naar_lijst(toon),
    )
    bijlagen = tuple(
        Bijlage("file_id", naam, {"file_id": file_id}, als=_VORM[soort]) for soort, file_id, naam in data["bestanden"]
    )
    return Bericht(_samen(delen), knoppen, bijlagen)


_VORM: dict[str, Vorm] = {"foto": "foto", "video": "video", "spraak": "spraak", "document": "document"}


def _draad(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say what was said: the last message whole, what came before it shorter."""
    *eerder, laatste = data["berichten"]
    kort = [{**een, "tekst": inkorten(een["tekst"], _EERDER)} for een in eerder[-6:]]
    return [_gezegd(toon, een) for een in (*kort, laatste)]


def _gezegd(toon: Toon, een: dict[str, Any]) -> Veilig:
    sleutel = "vraag.zei_team" if een.get("van") == "team" else "vraag.zei"
    return toon.t.tekst(sleutel, tekst=_in_het_kort(toon, een))


def _in_het_kort(toon: Toon, een: dict[str, Any]) -> str:
    soort = toon.t.plat(f"vraag.soort.{een['soort']}") if een["soort"] != "tekst" else ""
    return " ".join(deel for deel in (soort, een["tekst"]) if deel)


def _na_antwoord(toon: Toon, data: dict[str, Any]) -> tuple[tuple[Knop, ...], ...]:
    helpt = (Knop(toon.t.plat("vraag.knop_helpt"), f"vrh:{data['id']}"),) if not data["geholpen"] else ()
    return (*([helpt] if helpt else []), _verder(toon, data), naar_menu(toon))


def _verder(toon: Toon, data: dict[str, Any]) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("vraag.knop_verder"), f"vrd:{data['id']}"),)


def _naar_lijst(toon: Toon) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("knop.openvragen"), "openvragen"), *naar_menu(toon))


def _leest(toon: Toon, taal: str) -> list[Veilig]:
    return [] if taal == toon.t.taal else [toon.t.tekst("vraag.leest", taal=toon.taalnaam(taal))]


def _geschreven_in(toon: Toon, taal: str) -> list[Veilig]:
    return [] if taal == toon.t.taal else [toon.t.tekst("vraag.geschreven_in", taal=toon.taalnaam(taal))]


def _dag(toon: Toon, iso: str) -> str:
    return format_date(toon.lokaal(iso).date(), "EEEE d MMMM", locale=toon.t.locale)


def _samen(delen: list[Veilig]) -> Veilig:
    return Veilig("\n\n".join(delen))

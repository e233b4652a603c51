"""A question to the bewonersaanspreekpunt, as who asks reads it. Of who answers: `vraagpunt`."""

from dataclasses import replace
from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.hulpvraag import hulpknop
from berichten.menu import naar_menu
from berichten.werkgroepnaam import werkgroepnaam

_EERDER = 300
"""So many characters of what was said before the last message are shown."""


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
    delen = [gezegd(toon, data), t.tekst("vraag.voorstel")]
    delen += [t.tekst("vraag.voorstel_een", nummer=nr, vraag=v) for nr, (_, v) in enumerate(data["vragen"], start=1)]
    rijen = [(Knop(inkorten(f"{nr}. {v}"), f"vro:{id_}"),) for nr, (id_, v) in enumerate(data["vragen"], start=1)]
    geen = (Knop(t.plat("vraag.knop_geen"), "vrn"),)
    return Bericht(samen(delen), (*rijen, geen, (Knop(t.plat("vraag.knop_niet"), "vrx"),)))


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
    delen = [gezegd(toon, data), t.tekst("vraag.bevestig")]
    plan = (Knop(t.plat("vraag.knop_plan"), "vrs:plan"),)
    anders = (Knop(t.plat("vraag.knop_anders"), "vrs:anders"),)
    return Bericht(samen(delen), (plan, anders, (Knop(t.plat("vraag.knop_niet"), "vrx"),)))


@bericht("vraag.groep")
def groep(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask which werkgroep it is about."""
    rijen = [
        (Knop(inkorten(werkgroepnaam(toon.t, naam)), f"vrs:{data['over']}:{id_}"),) for id_, naam in data["groepen"]
    ]
    geen = (Knop(toon.t.plat("vraag.knop_geen_groep"), f"vrs:{data['over']}:-"),)
    return Bericht(toon.t.tekst("vraag.groep"), (*rijen, geen, (Knop(toon.t.plat("vraag.knop_niet"), "vrx"),)))


@bericht("vraag.gestuurd")
def gestuurd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it is sent, and when the answer comes."""
    eigen = (Knop(toon.t.plat("vraag.knop_eigen"), "vrm"), *naar_menu(toon))
    return Bericht(toon.met_hulp(toon.t.tekst("vraag.gestuurd", dag=dag(toon, data["termijn"]))), (eigen,))


@bericht("vraag.later")
def later(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that it takes longer than was promised."""
    return Bericht(toon.met_hulp(toon.t.tekst("vraag.later")), ((Knop(toon.t.plat("vraag.knop_eigen"), "vrm"),),))


@bericht("vraag.antwoord")
def antwoord(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Bring who asked the answer, and ask whether it helps."""
    return Bericht(
        samen([toon.t.tekst("vraag.antwoord"), *draad(toon, data), *toon.geschreven_in(data["leest"])]),
        (*_na_antwoord(toon, data, _verder(toon, data))[:-1], hulpknop(toon, "vraag"), naar_menu(toon)),
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
    mag = data.get("mag_vragen", True)
    onder = (*([Knop(t.plat("knop.vraag"), "vraag")] if mag else []), *naar_menu(toon))
    if not data["vragen"]:
        return Bericht(t.tekst("vraag.geen_eigen"), (bij_bijeenkomst, onder))
    (een,) = data["vragen"]
    delen = draad(toon, een)
    verder = _verder(toon, een) if mag else ()
    rijen: tuple[tuple[Knop, ...], ...] = (verder,)
    if een["staat"] == "open":
        delen.append(t.tekst("vraag.wacht", dag=dag(toon, een["termijn"])))
        rijen = ((Knop(t.plat("bijeenkomstvraag.knop_weg"), f"vri:{een['id']}"),), verder)
    elif any(zei["van"] == "team" for zei in een["berichten"]):  # else it ended without an answer
        rijen = _na_antwoord(toon, een, verder)[:-1]
    knoppen = [rij for rij in rijen if rij]
    return Bericht(samen(delen), (*knoppen, *bladerknoppen(toon, data, "vrm"), bij_bijeenkomst, onder))


@bericht("vraag.al_gesteld")
def al_gesteld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that one asked this already, and show how it is with that."""
    staat = eigen(toon, data)
    return replace(staat, tekst=samen([toon.t.tekst("vraag.al_gesteld"), Veilig(staat.tekst)]))


@bericht("vraag.gestopt")
def gestopt(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that one can ask nothing for a time, that one may say something of that, and where the answers are."""
    bezwaar = () if data["bezwaar"] else ((Knop(toon.t.plat("vraagstop.knop_bezwaar"), "vrb"),),)
    tekst = toon.met_hulp(toon.t.tekst("vraag.gestopt", dag=dag(toon, data["tot"])))
    return Bericht(tekst, (*bezwaar, (Knop(toon.t.plat("vraag.knop_eigen"), "vrm"), *naar_menu(toon))))


@bericht("vraagstop.bezwaar")
def stop_bezwaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask why somebody does not agree."""
    return Bericht(toon.t.tekst("vraagstop.bezwaar"), ((Knop(toon.t.plat("knop.stop"), "vrbstop"),),))


@bericht("vraagstop.ontvangen")
def stop_ontvangen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the organisator reads it."""
    return Bericht(toon.met_hulp(toon.t.tekst("vraagstop.ontvangen")), (naar_menu(toon),))


@bericht("vraagstop.weer")
def stop_weer(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that one can ask again."""
    return Bericht(toon.t.tekst("vraagstop.weer"), (naar_menu(toon),))


@bericht("vraagstop.gemeld")
def stop_gemeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that the organisator looks at the answer."""
    return Bericht(toon.met_hulp(toon.t.tekst("vraagstop.gemeld")), (naar_menu(toon),))


def draad(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    """Say what was said: the last message whole, what came before it shorter."""
    *eerder, laatste = data["berichten"]
    kort = [{**een, "tekst": inkorten(een["tekst"], _EERDER)} for een in eerder[-6:]]
    return [gezegd(toon, een) for een in (*kort, laatste)]


def gezegd(toon: Toon, een: dict[str, Any]) -> Veilig:
    """Say what was said, by whom."""
    sleutel = "vraag.zei_team" if een.get("van") == "team" else "vraag.zei"
    return toon.t.tekst(sleutel, tekst=in_het_kort(toon, een))


def in_het_kort(toon: Toon, een: dict[str, Any]) -> str:
    """Return a text, with the kind of what was sent."""
    soort = toon.t.plat(f"vraag.soort.{een['soort']}") if een["soort"] != "tekst" else ""
    return " ".join(deel for deel in (soort, een["tekst"]) if deel)


def _na_antwoord(toon: Toon, data: dict[str, Any], verder: tuple[Knop, ...]) -> tuple[tuple[Knop, ...], ...]:
    helpt = (Knop(toon.t.plat("vraag.knop_helpt"), f"vrh:{data['id']}"),) if not data["geholpen"] else ()
    melden = () if data["gemeld"] else (Knop(toon.t.plat("vraag.knop_melden"), f"vrr:{data['id']}"),)
    return (*(rij for rij in (helpt, verder, melden) if rij), naar_menu(toon))


def _verder(toon: Toon, data: dict[str, Any]) -> tuple[Knop, ...]:
    return (Knop(toon.t.plat("vraag.knop_verder"), f"vrd:{data['id']}"),)


def dag(toon: Toon, iso: str) -> str:
    """Return a day as people say it."""
    return toon.dag(iso, "MMMMEEEEd")


def samen(delen: list[Veilig]) -> Veilig:
    """Return parts as one text."""
    return Veilig("\n\n".join(delen))

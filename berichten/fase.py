"""The stages of the traject for staff: the stage of now, its checklist, who did what when, and its documents."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu
from berichten.trajectwoorden import document, taak, titel
from berichten.trajectwoorden import spoor as spoorwoord


@bericht("fase.geen")
def geen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that no traject runs."""
    return Bericht(toon.t.tekst("fase.geen"), ((Knop(toon.t.plat("knop.traject"), "traject"), *naar_menu(toon)),))


@bericht("fase.kies")
def kies(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Let staff choose from the stages that run."""
    rijen = ((Knop(inkorten(naam(toon, fase)), f"fs:{fase['id']}"),) for fase in data["fasen"])
    return Bericht(toon.t.tekst("fase.kies"), (*rijen, naar_menu(toon)))


@bericht("fase.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show staff one stage: how far its checklist is, its documents, and how it ended."""
    t, welke = toon.t, data["id"]
    delen = [t.tekst("fase.kop", titel=naam(toon, data)), _zover(toon, data)]
    stukken = data["stukken"]
    delen.append(t.tekst("fase.documenten_aantal", aantal=stukken) if stukken else t.tekst("fase.nog_geen_stuk"))
    if balans := data["balans"]:
        delen.append(t.tekst(f"fase.eind.{balans['uitkomst']}", dag=toon.dag(balans["dag"])))
    knoppen = [Knop(t.plat("fase.knop_checklist"), f"fc:{welke}"), Knop(t.plat("fase.knop_stukken"), f"fd:{welke}")]
    knoppen.append(Knop(t.plat("fase.knop_evaluatie"), f"evf:{welke}"))
    knoppen.append(Knop(t.plat("knop.escalatie"), "escalatie"))
    balansknop = [(Knop(t.plat("fase.knop_balans"), f"fb:{welke}"),)] if data["mag"] and data["bezig"] else []
    onder = (Knop(t.plat("knop.traject"), "traject"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*twee_aan_twee(knoppen), *balansknop, onder))


@bericht("fase.checklist")
def checklist(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of the checklist: what is done, by whom and when, with a tap for each task."""
    t, welke, spoor = toon.t, data["id"], None
    delen = [Veilig(f"{t.tekst('fase.kop', titel=naam(toon, data))}\n{_zover(toon, data | {'taken': data['alle']})}")]
    for een in data["taken"]:
        if een["spoor"] != spoor and een["spoor"]:
            delen.append(t.tekst("fase.spoor", spoor=spoorwoord(t, een["spoor"])))
        spoor = een["spoor"]
        delen.append(_taak(toon, data, een))
    vinken = [_vink(data, een) for een in data["taken"]] if data["bezig"] else []
    if vinken:
        delen.append(t.tekst("fase.vink"))
    drie_aan_drie = [tuple(vinken[plek : plek + 3]) for plek in range(0, len(vinken), 3)]
    eigen = [Knop(t.plat("fase.knop_eigen"), f"fcn:{welke}")] if data["bezig"] else []
    meer = twee_aan_twee([*eigen, Knop(t.plat("fase.knop_logboek"), f"fcl:{welke}")])
    terug = (Knop(t.plat("knop.terug"), f"fs:{welke}"), *naar_menu(toon))
    blader = bladerknoppen(toon, data, f"fc:{welke}")
    return Bericht(Veilig("\n\n".join(delen)), (*drie_aan_drie, *blader, *meer, terug))


@bericht("fase.logboek")
def logboek(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show who did what when, the newest first."""
    t, welke = toon.t, data["id"]
    delen = [t.tekst("fase.logboek", titel=naam(toon, data))]
    for een in data["regels"]:
        velden = {"taak": _woorden(toon, data, een), "moment": toon.moment(een["op"]), "wie": wie(toon, een["wie"])}
        delen.append(t.tekst("fase.logboek_gedaan" if een["gedaan"] else "fase.logboek_niet", **velden))
    if not data["regels"]:
        delen.append(t.tekst("fase.logboek_leeg"))
    terug = (Knop(t.plat("knop.terug"), f"fc:{welke}"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*bladerknoppen(toon, data, f"fcl:{welke}"), terug))


@bericht("fase.documenten")
def documenten(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of the documents of the traject, each with a button that sends it."""
    t, alle = toon.t, data["stukken"]
    delen = [t.tekst("fase.documenten" if alle else "fase.documenten_leeg")]
    delen += [Veilig(f"{_stuk(toon, een)}\n{t.tekst('fase.bij', titel=naam(toon, een['fase']))}") for een in alle]
    knoppen = [(Knop(inkorten(een["titel"]), f"fds:{een['stuk']}"),) for een in alle]
    terug = (Knop(t.plat("knop.traject"), "traject"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*knoppen, *bladerknoppen(toon, data, "fdl"), terug))


@bericht("fase.stukken")
def stukken(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show staff the documents of one stage, with what can be done about them."""
    t, welke, alle = toon.t, data["id"], data["stukken"]
    delen = [t.tekst("fase.stukken", titel=naam(toon, data))]
    if data["document"]:
        delen.append(t.tekst("fase.hoort_erbij", document=document(t, data)))
    delen += [_stuk(toon, een) for een in alle] or [t.tekst("fase.nog_geen_stuk")]
    rijen: list[tuple[Knop, ...]] = []
    for een in alle:
        rijen.append((Knop(inkorten(een["titel"]), f"fds:{een['stuk']}"),))
        if data["mag"]:
            open_ = [] if een["openbaar"] else [Knop(t.plat("fase.knop_openbaar"), f"fdo:{een['stuk']}")]
            rijen.append((*open_, Knop(t.plat("fase.knop_stuk_weg"), f"fdx:{een['stuk']}")))
    if data["mag"]:
        rijen.append((Knop(t.plat("fase.knop_stuk"), f"fdn:{welke}"),))
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, (Knop(t.plat("knop.terug"), f"fs:{welke}"), *naar_menu(toon))))


@bericht("fase.openbaar_zeker")
def openbaar_zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether everyone may read it."""
    ja = Knop(toon.t.plat("fase.knop_openbaar"), f"fdo:{data['stuk']}:ja")
    return _zeker(toon, data, toon.t.tekst("fase.openbaar_zeker", titel=data["titel"]), ja)


@bericht("fase.stuk_weg_zeker")
def stuk_weg_zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether it must go."""
    ja = Knop(toon.t.plat("fase.knop_stuk_weg"), f"fdx:{data['stuk']}:ja")
    return _zeker(toon, data, toon.t.tekst("fase.stuk_weg_zeker", titel=data["titel"]), ja)


@bericht("fasestuk.voorbeeld")
def stuk_voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what is attached, and who may read it, before it is done."""
    wie_leest = toon.t.tekst("fase.openbaar" if data["openbaar"] == "ja" else "fase.niet_openbaar")
    tekst = toon.t.tekst("fasestuk.voorbeeld", titel=data["titel"], naam=data["stuknaam"], wie=wie_leest)
    return bevestigen(toon, tekst)


def naam(toon: Toon, data: dict[str, Any]) -> str:
    """Return the name of a stage; of one that was gone back to with its round."""
    if data.get("ronde", 1) == 1:
        return titel(toon.t, data)
    return toon.t.plat("fase.ronde", titel=titel(toon.t, data), nummer=data["ronde"])


def wie(toon: Toon, van: list[str] | None) -> str:
    """Return who did something: their role, with the name by which they want to be called where they gave one."""
    if van is None:
        return toon.t.plat("fase.iemand")
    rol = toon.t.plat(f"rol.{van[0]}")
    return toon.t.plat("fase.wie_naam", naam=van[1], rol=rol) if van[1] else rol


def open_taken(toon: Toon, van: dict[str, Any], open_: list[dict[str, str]]) -> Veilig:
    """Return what is not ticked as a list, or that all is."""
    if not open_:
        return toon.t.tekst("fase.alles_af")
    regels = [toon.t.tekst("fase.open_taak", taak=_woorden(toon, van, een)) for een in open_]
    return Veilig("\n".join([toon.t.tekst("fase.open_taken", aantal=len(open_)), *regels]))


def _zover(toon: Toon, data: dict[str, Any]) -> Veilig:
    if not data["taken"]:
        return toon.t.tekst("fase.geen_taken")
    return toon.t.tekst("fase.zover", gedaan=data["gedaan"], alle=data["taken"])


def _woorden(toon: Toon, van: dict[str, Any], een: dict[str, Any]) -> Veilig:
    """Return the words of a task; a task that is gone from the template keeps its key."""
    return taak(toon.t, van, een["naam"], een["tekst"])


def _taak(toon: Toon, data: dict[str, Any], een: dict[str, Any]) -> Veilig:
    t = toon.t
    velden = {"nummer": een["nummer"] + 1, "taak": _woorden(toon, data, een)}
    if een["op"] is None:
        return t.tekst("fase.taak", **velden)
    velden |= {"dag": toon.dag(een["op"]), "wie": wie(toon, een["wie"])}
    return t.tekst("fase.taak_gedaan" if een["gedaan"] else "fase.taak_terug", **velden)


def _vink(data: dict[str, Any], een: dict[str, Any]) -> Knop:
    """Return the number of a task to tap: its words stand above it, and twice would fill a phone."""
    teken = "✅" if een["gedaan"] else "⬜"
    return Knop(f"{teken} {een['nummer'] + 1}", f"fv:{data['id']}:{een['nummer']}:{0 if een['gedaan'] else 1}")


def _stuk(toon: Toon, een: dict[str, Any]) -> Veilig:
    wie_leest = "fase.stuk_openbaar" if een["openbaar"] else "fase.stuk_team"
    velden = {"titel": een["titel"], "dag": toon.dag(een["op"])}
    return toon.t.tekst(wie_leest, **velden)


def _zeker(toon: Toon, data: dict[str, Any], vraag: Veilig, ja: Knop) -> Bericht:
    return Bericht(vraag, ((ja,), (Knop(toon.t.plat("knop.terug"), f"fd:{data['fase']['id']}"),)))

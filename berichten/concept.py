"""Drafts of plans: the list, the sections one by one, reacting, and what the team does with a reaction."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten, twee_aan_twee
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.menu import naar_menu

_TEKENS = {"nieuw": " ✚", "anders": " ✎", None: ""}


@bericht("concept.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a page of the drafts."""
    t = toon.t
    delen = [t.tekst("concept.lijst" if data["concepten"] else "concept.lijst_leeg")]
    delen += [_kop(toon, een) for een in data["concepten"]]
    knoppen = [(Knop(inkorten(een["titel"]), f"cc:{een['id']}"),) for een in data["concepten"]]
    eigen = [Knop(t.plat("concept.knop_eigen"), "cceigen")] if data["eigen"] else []
    nieuw = [Knop(t.plat("concept.knop_nieuw"), "ccmaak")] if data["mag"] else []
    rijen = (*knoppen, *bladerknoppen(toon, data, "concepten"), *twee_aan_twee([*eigen, *nieuw]), naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), rijen)


@bericht("concept.een")
def een(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show one with its sections; to the team with what waits and what can be done."""
    t, id_ = toon.t, data["id"]
    delen = [_kop(toon, data)]
    if data["delen"]:
        delen.append(t.tekst("concept.kies_deel"))
    else:
        delen.append(t.tekst("concept.geen_delen"))
    if any(anders for *_, anders in data["delen"]):
        delen.append(t.tekst("concept.tekens"))
    delen += [t.tekst("concept.vervallen", titel=titel) for titel in data["vervallen"]]
    if data["wacht"]:
        delen.append(t.tekst("concept.wacht", aantal=data["wacht"]))
    rijen: list[tuple[Knop, ...]] = []
    for deel, nummer, titel, wacht, anders in data["delen"]:
        label = f"{nummer}. {titel}{_TEKENS[anders]}" + (f" ({wacht})" if wacht else "")
        rijen.append((Knop(inkorten(label), f"cd:{deel}"),))
    rijen += bladerknoppen(toon, data, f"cc:{id_}")
    onder = [Knop(t.plat("standpunt.knop_stuk"), f"stuk:{data['stuk']}")] if data["stuk"] else []
    if data["staat"] in {"dicht", "opgevolgd"}:
        onder.append(Knop(t.plat("concept.knop_nota"), f"ccnota:{id_}"))
    if data["vervolgt"]:
        onder.append(Knop(t.plat("concept.knop_versie"), f"ccv:{id_}"))
    if data["bewerkt"]:
        onder += [
            Knop(t.plat("concept.knop_deel"), f"ccd:{id_}"),
            Knop(t.plat("concept.knop_term"), f"cct:{id_}"),
            *([Knop(t.plat("concept.knop_publiceer"), f"ccp:{id_}")] if data["delen"] else []),
            Knop(t.plat("concept.knop_weg"), f"ccx:{id_}"),
        ]
    terug = (Knop(t.plat("concept.knop_lijst"), "concepten"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, *twee_aan_twee(onder), terug))


@bericht("concept.deel")
def deel(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a section, with the way to the next one and the button to react."""
    t, id_ = toon.t, data["id"]
    velden = {naam: data[naam] for naam in ("plan", "nummer", "aantal", "titel", "tekst")}
    delen = [t.tekst("concept.deel", **velden)]
    if data["oud"]:
        delen.append(t.tekst("concept.zo_stond_het"))
    elif data["veranderd"]:
        delen.append(t.tekst(f"concept.deel_{data['veranderd']}"))
    rijen: list[tuple[Knop, ...]] = []
    if data["reageert"]:
        rijen.append((Knop(t.plat("concept.knop_reageer"), f"cr:{id_}"),))
    if data["veranderd"] == "anders" or data["oud"]:
        nu, toen = Knop(t.plat("concept.knop_nu"), f"cd:{id_}"), Knop(t.plat("concept.knop_toen"), f"cdo:{id_}")
        rijen.append((nu if data["oud"] else toen,))
    terug_en_verder = (
        *((Knop(t.plat("knop.vorige"), f"cd:{data['vorige']}"),) if data["vorige"] else ()),
        *((Knop(t.plat("knop.volgende"), f"cd:{data['volgende']}"),) if data["volgende"] else ()),
    )
    blader = (terug_en_verder,) if terug_en_verder else ()
    team = []
    if data["namens"]:
        team.append(Knop(t.plat("concept.knop_namens"), f"cn:{id_}"))
    if data["antwoordt"]:
        team.append(Knop(t.plat("concept.knop_reacties"), f"ca:{id_}"))
    if data["bewerkt"]:
        team += [Knop(t.plat("knop.wijzig"), f"cdw:{id_}"), Knop(t.plat("concept.knop_deel_weg"), f"cdx:{id_}")]
    terug = (Knop(t.plat("concept.knop_inhoud"), f"cc:{data['concept']}"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, *blader, *twee_aan_twee(team), terug))


@bericht("concept.nieuw")
def nieuw(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Announce one."""
    t = toon.t
    tekst = Veilig("\n\n".join([t.tekst("concept.nieuw"), _kop(toon, data), t.tekst("concept.nieuw_uitleg")]))
    return Bericht(tekst, ((Knop(t.plat("concept.knop_lees"), f"cc:{data['id']}"),), naar_menu(toon)))


@bericht("concept.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to throw it away."""
    ja, terug = Knop(toon.t.plat("concept.knop_weg_ja"), f"ccx:{data['id']}:ja"), f"cc:{data['id']}"
    return Bericht(
        toon.t.tekst("concept.zeker", titel=data["titel"]), ((ja,), (Knop(toon.t.plat("knop.terug"), terug),))
    )


@bericht("concept.zeker_deel")
def zeker_deel(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask whether one is sure to take a section out."""
    ja, terug = Knop(toon.t.plat("concept.knop_weg_ja"), f"cdx:{data['id']}:ja"), f"cd:{data['id']}"
    tekst = toon.t.tekst("concept.zeker_deel", titel=data["titel"])
    return Bericht(tekst, ((ja,), (Knop(toon.t.plat("knop.terug"), terug),)))


@bericht("conceptreactie.vraag")
def vraag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask what someone wants to say about a section."""
    stop = (Knop(toon.t.plat("knop.stop"), "crstop"),)
    return Bericht(toon.t.tekst("conceptreactie.vraag", titel=data["titel"], maximum=data["maximum"]), (stop,))


@bericht("conceptreactie.bewaard")
def bewaard(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what was kept, and how it can be withdrawn."""
    t = toon.t
    tekst = t.tekst("conceptreactie.bewaard", tekst=data["tekst"], titel=data["titel"], moment=toon.moment(data["tot"]))
    weg, terug = Knop(t.plat("spelregelreactie.knop_weg"), f"crx:{data['id']}"), f"cd:{data['deel']}"
    return Bericht(tekst, ((Knop(t.plat("concept.knop_verder"), terug),), (weg,), naar_menu(toon)))


@bericht("conceptreactie.eigen")
def eigen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what someone reacted and what came of it, one at a time."""
    t = toon.t
    terug = (Knop(t.plat("concept.knop_lijst"), "concepten"), *naar_menu(toon))
    if not data["reacties"]:
        return Bericht(t.tekst("conceptreactie.geen_eigen"), (terug,))
    (deze,) = data["reacties"]
    delen = [
        t.tekst("conceptreactie.uw_tekst", titel=deze["titel"], tekst=deze["tekst"], moment=toon.moment(deze["op"]))
    ]
    delen.append(_oordeel(toon, deze) if deze["oordeel"] else t.tekst("spelregelreactie.wacht"))
    rijen = [(Knop(t.plat("concept.knop_dit_deel"), f"cd:{deze['deel']}"),)]
    if deze["weg"]:
        rijen.append((Knop(t.plat("spelregelreactie.knop_weg"), f"crx:{deze['id']}"),))
    return Bericht(Veilig("\n\n".join(delen)), (*rijen, *bladerknoppen(toon, data, "cceigen"), terug))


@bericht("conceptreactie.antwoord")
def antwoord(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Tell who reacted what the team does with it."""
    t = toon.t
    kop = t.tekst("conceptreactie.antwoord", plan=data["plan"], titel=data["titel"])
    rij = (Knop(t.plat("concept.knop_eigen"), "cceigen"), *naar_menu(toon))
    return Bericht(Veilig(f"{kop}\n\n{_oordeel(toon, data)}"), (rij,))


@bericht("conceptpapier.voorbeeld")
def papier(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what was typed in for someone before it is kept."""
    t = toon.t
    van = t.tekst("conceptpapier.niemand") if data["adres"] == "niemand" else _van_stoel(toon, data)
    return bevestigen(toon, Veilig(f"{van}\n\n{t.tekst('conceptpapier.tekst', tekst=data['tekst'])}"))


@bericht("conceptantwoord.lijst")
def te_beantwoorden(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what waits for an answer at a section."""
    t = toon.t
    terug = (Knop(t.plat("concept.knop_dit_deel"), f"cd:{data['id']}"), *naar_menu(toon))
    if not data["teksten"]:
        return Bericht(t.tekst("conceptantwoord.geen", titel=data["titel"]), (terug,))
    delen = [t.tekst("conceptantwoord.lijst", titel=data["titel"])]
    for nummer, tekst in enumerate(data["teksten"], start=data["eerste"]):
        delen.append(t.tekst("spelregelantwoord.regel", nummer=nummer, tekst=tekst))
    beantwoord = (Knop(t.plat("spelregelantwoord.knop"), f"cab:{data['id']}"),)
    return Bericht(Veilig("\n\n".join(delen)), (beantwoord, *bladerknoppen(toon, data, f"ca:{data['id']}"), terug))


@bericht("conceptantwoord.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what who reacted will get, and what will stand in the reactienota."""
    t = toon.t
    reden = data.get("reden") or data.get("toelichting")
    delen = [t.tekst("conceptantwoord.voorbeeld", aantal=len(data["welke"]))]
    delen.append(_oordeel(toon, {"oordeel": data["oordeel"], "reden": reden}))
    zo = data["weergave"] == "zo"
    delen.append(
        t.tekst("conceptantwoord.zo") if zo else t.tekst("conceptantwoord.weergave_is", tekst=data["weergave"])
    )
    return bevestigen(toon, Veilig("\n\n".join(delen)), klaar=t.plat("spelregelantwoord.knop_klaar"))


@bericht("conceptantwoord.nota")
def nota(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a line of the reactienota; before it is complete, that it is not."""
    t = toon.t
    delen = [t.tekst("concept.nota", titel=data["titel"], versie=data["versie"])]
    if not data["compleet"]:
        delen.append(t.tekst("concept.nota_wacht" if data["wacht"] else "concept.nota_loopt"))
    elif not data["regels"]:
        delen.append(t.tekst("concept.nota_leeg"))
    for regel in data["regels"]:
        delen.append(t.tekst("concept.nota_deel", nummer=regel["nummer"], titel=regel["deeltitel"]))
        delen.append(
            t.tekst("concept.nota_tekst", tekst=regel["tekst"]) if regel["tekst"] else t.tekst("concept.gewist")
        )
        delen.append(_oordeel(toon, regel))
    terug = (Knop(t.plat("concept.knop_inhoud"), f"cc:{data['id']}"), *naar_menu(toon))
    return Bericht(Veilig("\n\n".join(delen)), (*bladerknoppen(toon, data, f"ccnota:{data['id']}"), terug))


def _kop(toon: Toon, data: dict[str, Any]) -> Veilig:
    t = toon.t
    kop = t.tekst(
        "concept.kop", titel=data["titel"], soort=t.plat(f"concept.soort.{data['soort']}"), versie=data["versie"]
    )
    hoe = t.tekst(f"concept.staat.{data['staat']}", moment=toon.moment(data["tot"]))
    return Veilig(f"{kop}\n{hoe}")


def _oordeel(toon: Toon, data: dict[str, Any]) -> Veilig:
    gezegd = toon.t.tekst(f"conceptantwoord.zegt.{data['oordeel']}")
    return (
        Veilig(f"{gezegd}\n{toon.t.tekst('conceptantwoord.waarom', reden=data['reden'])}") if data["reden"] else gezegd
    )


def _van_stoel(toon: Toon, data: dict[str, Any]) -> Veilig:
    return toon.t.tekst("conceptpapier.van", adres=data["adres"], stoel=data["stoel"])

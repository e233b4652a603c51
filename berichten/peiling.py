"""Polls: asking, voting, how it goes, and the result. Which buttons and sentences there are, the method says."""

from typing import Any

from berichten.beeld import uitslag as uitslagbeeld
from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.formulier import bevestigen
from berichten.hulpvraag import hulpknop
from berichten.menu import naar_menu
from bot.rules.kleine_cellen import EXACT_VANAF, KLEINSTE, MINDER, NIET_GETOOND, Cel

_PAST_OP_KNOP = 30
"""A phone cuts off longer labels: then the options stand in the text too."""


@bericht("peiling.lijst")
def lijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the polls of one page, a button each."""
    plat = toon.t.plat
    knoppen = [
        (Knop(inkorten(plat(f"peiling.knop_{p['staat']}", vraag=p["vraag"])), f"p:{p['id']}"),)
        for p in data["peilingen"]
    ]
    tekst = toon.t.tekst("peiling.lijst" if knoppen else "peiling.lijst_leeg")
    return Bericht(tekst, (*knoppen, *bladerknoppen(toon, data, "peilingen"), naar_menu(toon)))


@bericht("peiling.open")
def open_(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask, with a button per option; one's own vote is marked."""
    t = toon.t
    teksten = [optie["tekst"] for optie in data["opties"]]
    gekozen = [optie["tekst"] for optie in data["opties"] if optie["gekozen"]]
    delen = [
        [t.tekst("peiling.vraag", vraag=data["vraag"])],
        [*_voor(toon, *data["groep"]), _waarover(toon, data["over_besluit"]), *_tot(toon, data)],
        [_zin(toon, *zin) for zin in data["zinnen"]],
        [t.tekst("peiling.jouw_stem", optie="; ".join(gekozen))] if gekozen else [],
    ]
    if stand := _stand(toon, data):
        delen.append([stand])
    elif not data["bewoner"] or any(len(tekst) > _PAST_OP_KNOP for tekst in teksten):
        delen.append([_opsomming(toon, teksten)])
    knoppen: list[tuple[Knop, ...]] = [(_stemknop(o),) for o in data["opties"]] if data["bewoner"] else []
    if data["beheer"]:
        sluit = Knop(t.plat("peiling.knop_sluit"), f"psluit:{data['id']}")
        knoppen.append((sluit, Knop(t.plat("peiling.knop_weg"), f"pweg:{data['id']}")))
    tekst = "\n\n".join(" ".join(zin for zin in deel if zin) for deel in delen if deel)
    hulp = (hulpknop(toon, "peiling", data["id"]),) if data["bewoner"] else ()
    return Bericht(tekst, (*knoppen, *hulp, naar_menu(toon)))


@bericht("peiling.herinnering")
def herinnering(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask once more, who has not voted."""
    vraag = open_(toon, data)
    return Bericht(Veilig(f"{toon.t.tekst('peiling.herinnering')}\n\n{vraag.tekst}"), vraag.knoppen)


@bericht("peiling.uitslag")
def uitslag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the result of a closed poll in round numbers as text, and as a picture when all of it is shown."""
    t = toon.t
    regels = [(regel["tekst"], regel["aantal"]) for regel in data["regels"]]
    stemmers, voet = gestemd(toon, data["stemmen"]), _voet(toon, data)
    verborgen = [aantal for _, aantal in regels].count(NIET_GETOOND)
    # when one is left out, it is the largest
    weg = t.plat("peiling.de_meeste") if verborgen == 1 else t.plat("cel.niet_getoond")
    delen = [
        t.tekst("peiling.uitslag", vraag=data["vraag"]),
        "\n".join(t.tekst("peiling.regel", optie=optie, aantal=_cel(toon, aantal, weg)) for optie, aantal in regels),
        " ".join([stemmers, *voet]),
    ]
    compleet = regels and not verborgen
    beeld = uitslagbeeld(toon, data["vraag"], regels, data["stemmen"], [stemmers, *voet]) if compleet else None
    return Bericht("\n\n".join(deel for deel in delen if deel), (naar_menu(toon),), media=beeld)


def gestemd(toon: Toon, stemmen: Cel) -> Veilig:
    """Say how many voted."""
    if isinstance(stemmen, str):
        return toon.t.tekst("peiling.weinig_stemmen", vanaf=EXACT_VANAF)
    return toon.t.tekst("peiling.stemmen", aantal=stemmen)


def _cel(toon: Toon, aantal: Cel, weg: str) -> str:
    if aantal == MINDER:
        return toon.t.plat("cel.minder", aantal=KLEINSTE)
    return weg if aantal == NIET_GETOOND else str(aantal)


def _voet(toon: Toon, data: dict[str, Any]) -> list[str]:
    """Return what else there is to know about a result, without markup."""
    t = toon.t
    if not data["regels"]:
        voet = [t.tekst("peiling.te_weinig")]
    else:
        verborgen = any(regel["aantal"] == NIET_GETOOND for regel in data["regels"])
        voet = [t.tekst("peiling.afgerond"), *([t.tekst("peiling.verborgen")] if verborgen else [])]
    if data["regels"] and data["meer_keuzes"]:
        voet.append(t.tekst("peiling.meer_keuzes"))
    gesloten = "peiling.vroeg" if data["vroeg"] else "peiling.gesloten_op"
    return [*voet, t.tekst(gesloten, moment=toon.moment(data["gesloten_op"]))]


@bericht("peiling.ingetrokken")
def ingetrokken(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say that a poll was withdrawn."""
    return Bericht(toon.t.tekst("peiling.ingetrokken", vraag=data["vraag"]), (naar_menu(toon),))


@bericht("peiling.zeker")
def zeker(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask staff whether they are sure to end a poll now."""
    t, daad, publiek_id = toon.t, data["daad"], data["id"]
    ja = Knop(t.plat(f"peiling.knop_{daad}_ja"), f"p{daad}:{publiek_id}:ja")
    tekst = t.tekst(f"peiling.zeker_{daad}", vraag=data["vraag"])
    return Bericht(tekst, ((ja,), (Knop(t.plat("knop.terug"), f"p:{publiek_id}"),)))


@bericht("peiling.voorbeeld")
def voorbeeld(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a poll as residents will see it, before it opens."""
    t = toon.t
    delen = [
        t.tekst("formulier.voorbeeld"),
        t.tekst("peiling.vraag", vraag=data["vraag"]),
        _opsomming(toon, data["opties"]),
        _hoeveel(toon, data["keuzes"]),
        *_voor(toon, data["voor"], data.get("groep", "")),
        _waarover(toon, data["besluit"] == "ja"),
        t.tekst("peiling.tot", moment=toon.moment(data["sluit_op"])),
        t.tekst("peiling.live" if data["live"] == "ja" else "peiling.na_afloop"),
    ]
    return bevestigen(toon, Veilig("\n\n".join(delen)))


def _hoeveel(toon: Toon, keuzes: str) -> Veilig:
    if keuzes.isdigit():
        return toon.t.tekst("peiling.hoeveel_hoogstens", aantal=int(keuzes))
    return toon.t.tekst("peiling.hoeveel_een" if keuzes == "een" else "peiling.hoeveel_alle")


def _voor(toon: Toon, soort: str, naam: str) -> list[Veilig]:
    """Say for whom a poll is, when it is not for the whole wijk."""
    if soort == "wijk":
        return []
    return [toon.t.tekst("peiling.voor_straat" if soort == "straat" else "peiling.voor_werkgroep", naam=naam)]


def _zin(toon: Toon, naam: str, aantal: int | None) -> Veilig:
    return toon.t.tekst(f"peiling.scherm.{naam}", aantal=aantal)


def _stemknop(optie: dict[str, Any]) -> Knop:
    daad = "" if optie["daad"] == "erbij" else f":{optie['daad']}"
    return Knop(("✓ " if optie["gekozen"] else "") + optie["tekst"], f"st:{optie['id']}{daad}")


def _tot(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    return [toon.t.tekst("peiling.tot", moment=toon.moment(data["sluit_op"])), _wanneer_uitslag(toon, data)]


def _wanneer_uitslag(toon: Toon, data: dict[str, Any]) -> Veilig:
    """Say when the result comes, and in a live poll how it can be seen so far."""
    t, stand = toon.t, data["tussenstand"]
    if not data["live"]:
        return t.tekst("peiling.na_afloop")
    if stand is None:
        return t.tekst("peiling.live")
    return t.tekst("peiling.nog_te_weinig", vanaf=stand["vanaf"]) if stand["delen"] is None else Veilig("")


def _stand(toon: Toon, data: dict[str, Any]) -> Veilig | None:
    """Return how a live poll goes, for who has voted, once enough people have."""
    if data["tussenstand"] is None or data["tussenstand"]["delen"] is None:
        return None
    paren = zip(data["opties"], data["tussenstand"]["delen"], strict=True)
    regels = [toon.t.tekst("peiling.deel", optie=optie["tekst"], deel=_deel(toon, deel)) for optie, deel in paren]
    return Veilig("\n".join([toon.t.tekst("peiling.tussenstand"), *regels]))


def _deel(toon: Toon, deel: Cel) -> str:
    return f"{deel}%" if isinstance(deel, int) else _cel(toon, deel, toon.t.plat("cel.niet_getoond"))


def _opsomming(toon: Toon, opties: list[str]) -> Veilig:
    return Veilig("\n".join(toon.t.tekst("peiling.optie", optie=f"• {tekst}") for tekst in opties))


def _waarover(toon: Toon, over_besluit: bool) -> Veilig:
    return toon.t.tekst("peiling.over_besluit" if over_besluit else "peiling.niet_over_besluit")

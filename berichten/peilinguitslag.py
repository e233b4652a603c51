"""What came out of a poll, and how it goes so far: the same for every method, in numbers that may be shown."""

from typing import Any, NamedTuple

from berichten import aandragen, geleding, school, weerwoord
from berichten.beeld import uitslag as uitslagbeeld
from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, inkorten, zonder_opmaak
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.cel import hoeveel
from berichten.menu import naar_menu
from berichten.peilingwoorden import knopwoord, met_dubbelepunt, procent, versie, vooruit, vorige_versie, zin
from bot.rules.kleine_cellen import EXACT_VANAF, MINDER, NIET_GETOOND, Cel

_LANG_TOT, _KORT = 15, 60
"""So many lines stand in the picture, and in the text with all their words; of more the text has their begin."""
_TWEEDE = 40
"""So much of an option is shown the second time."""
_STEM = 200
"""So much of one vote is shown in a list of all."""


@bericht("peiling.uitslag")
def uitslag(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the result of a closed poll in round numbers as text, and as a picture."""
    gezegd = zeg(toon, data)
    tekst = "\n\n".join(deel for deel in [*gezegd.voor, *gezegd.lijsten, *gezegd.na] if deel)
    return Bericht(tekst, (*_daarna(toon, data), naar_menu(toon)), media=gezegd.beeld)


class Gezegd(NamedTuple):
    """What is said of a result: the poll and what it was about, its lines, what else there is to know, a picture."""

    voor: list[str]
    lijsten: list[str]
    na: list[str]
    beeld: Bijlage | None


def zeg(toon: Toon, data: dict[str, Any]) -> Gezegd:
    """Put a result into words.

    Of a line by itself an empty bar would read as none: then there is a picture only when all of it is shown.
    """
    t, m = toon.t, data["methode"]
    lang = len(data["regels"]) <= _LANG_TOT
    woorden = [knopwoord(toon, m, regel["tekst"]) for regel in data["regels"]]
    regels = [
        (tekst if lang else inkorten(tekst, _KORT), regel["cellen"])
        for tekst, regel in zip(woorden, data["regels"], strict=True)
    ]
    aantal, voet = data["stemmen"], _voet(toon, data)
    stemmers = (
        t.tekst("peiling.stemmen_precies", aantal=aantal)
        if data["exact"]
        else school.antwoordden(toon, aantal)
        if data.get("school")
        else gestemd(toon, aantal, per_adres=data["per_adres"])
    )
    zinnen = [zin(toon, m, een) for een in data["zinnen"]]
    nieuw = [zin(toon, m, een) for een in data["nieuw"]]
    voor = [
        t.tekst("peiling.uitslag", vraag=data["vraag"]),
        *versie(toon, data),
        *vooruit(toon, data),
        *school.van(toon, data),
        *([t.tekst("peiling.voorstel", voorstel=data["voorstel"])] if data.get("voorstel") else []),
        "\n".join(regel.lstrip("\n") for regel in nieuw),
    ]
    na = [
        "\n".join(zinnen),
        *geleding.uitleg(toon, data),
        _verschil(toon, data),
        *aandragen.afloop(toon, data),
        " ".join([stemmers, *voet]),
        *school.apart(toon, data),
        *([t.tekst("terugweg.wacht")] if data.get("wacht") else []),
    ]
    beeld = None
    getallen = sum(isinstance(cel, int) for _, cellen in regels for cel in cellen)
    if regels and getallen and (data["kolommen"] or not _verborgen(data)):
        kolommen = [t.plat(f"methode.{m}.kolom.{kolom}") for kolom in data["kolommen"]]
        gezegd = [zonder_opmaak(een).strip() for een in [*zinnen, *nieuw]] if data.get("voorstel") else []
        meer = [t.tekst("peiling.beeld_meer", aantal=len(regels) - _LANG_TOT)] if not lang else []
        wie = [t.plat("school.van", naam=data["school"])] if data.get("school") else []
        leeg = [zonder_opmaak(een) for een in geleding.vacant(toon, data)]
        onder = [*wie, *gezegd, *meer, *leeg, stemmers, *voet]
        teken = geleding.beeld if data.get("weging", {}).get("verdeeld") and not kolommen else uitslagbeeld
        beeld = teken(toon, data, regels[:_LANG_TOT], kolommen, onder)
    return Gezegd(voor, _lijsten(toon, data, regels), na, beeld)


def _lijsten(toon: Toon, data: dict[str, Any], regels: list[tuple[str, list[Cel]]]) -> list[str]:
    """Return the lines of a result; where a geleding is vacant twice: without its part, and with it for the others."""
    t, verdeeld = toon.t, data.get("weging", {}).get("verdeeld")
    lijst = "\n".join(_regel(toon, data, tekst, cellen) for tekst, cellen in regels)
    if not verdeeld:
        return [lijst]
    anders = (
        _regel(toon, data, inkorten(knopwoord(toon, data["methode"], een["tekst"]), _TWEEDE), een["cellen"])
        for een in verdeeld
    )
    return [f"{t.tekst('weging.leeg')}\n{lijst}", "\n".join([t.tekst("weging.verdeeld"), *anders])]


def _daarna(toon: Toon, data: dict[str, Any]) -> list[tuple[Knop, ...]]:
    """Return what can be done with a result, by who sees it."""
    plat, publiek_id = toon.t.plat, data["id"]
    momenten = data["momenten"] if data.get("plan") else ()
    rijen = [
        Knop(plat("peiling.knop_plan", moment=toon.kort(moment)), f"pplan:{publiek_id}:{nummer}")
        for nummer, moment in enumerate(momenten)
    ]
    if data.get("opiniegroepen"):
        rijen.append(Knop(plat("peiling.knop_opinie"), f"popinie:{publiek_id}"))
    if data["met_naam"]:
        rijen.append(Knop(plat("peiling.knop_wie_wat"), f"pwie:{publiek_id}"))
    if data.get("opnieuw"):
        nog_eens = "peiling.knop_ronde" if data.get("ronde") else "peiling.knop_opnieuw"
        rijen.append(Knop(plat(nog_eens), f"popnieuw:{publiek_id}"))
    if data.get("kopie"):
        rijen.append(Knop(plat("peiling.knop_kopie"), f"pkopie:{publiek_id}"))
    return [
        *vorige_versie(toon, data),
        *weerwoord.daarbij(toon, data),
        *school.uitslagen(toon, data),
        *((knop,) for knop in rijen),
    ]


def _verschil(toon: Toon, data: dict[str, Any]) -> str:
    """Say what changed since the same was asked before."""
    verschil = data.get("verschil")
    if not verschil:
        return ""
    kop = toon.t.tekst("peiling.verschil", moment=toon.moment(verschil["sinds"]))
    return "\n".join([kop, *(zin(toon, data["methode"], een) for een in verschil["zinnen"])])


def _regel(toon: Toon, data: dict[str, Any], tekst: str, cellen: list[Cel]) -> Veilig:
    t = toon.t
    # when one is left out, it is the largest
    meeste = t.plat("peiling.bijna_alle_punten" if data["procent"] else "peiling.de_meeste")
    weg = meeste if _verborgen(data) == 1 and not data["kolommen"] else t.plat("cel.niet_getoond")
    getoond = [_getal(toon, data, cel, weg) for cel in cellen]
    if not data["kolommen"]:
        return t.tekst("peiling.regel", optie=met_dubbelepunt(tekst), aantal=getoond[0])
    paren = zip(data["kolommen"], getoond, strict=True)
    per_kolom = t.reeks(
        t.plat("peiling.per_kolom", kolom=t.plat(f"methode.{data['methode']}.kolom.{kolom}"), aantal=aantal)
        for kolom, aantal in paren
    )
    return t.tekst("peiling.regel", optie=met_dubbelepunt(tekst), aantal=per_kolom)


def _getal(toon: Toon, data: dict[str, Any], cel: Cel, weg: str) -> str:
    if cel == NIET_GETOOND:
        return weg
    return procent(toon, cel) if data["procent"] else hoeveel(toon, cel)


def _verborgen(data: dict[str, Any]) -> int:
    return [cel for regel in data["regels"] for cel in regel["cellen"]].count(NIET_GETOOND)


@bericht("peiling.opiniegroepen")
def opiniegroepen(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say which groups of people answered alike."""
    t, m = toon.t, data["methode"]
    delen = ["\n".join(zin(toon, m, een) for een in deel) for deel in data["delen"]]
    terug = Knop(t.plat("knop.terug"), f"p:{data['id']}")
    return Bericht(
        Veilig("\n\n".join([t.tekst("peiling.vraag", vraag=data["vraag"]), *delen])), ((terug,), naar_menu(toon))
    )


@bericht("peiling.wie_wat")
def wie_wat(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show who chose what, a page at a time."""
    t, m = toon.t, data["methode"]
    regels = []
    for naam, delen in data["regels"]:
        stem = inkorten(t.reeks(knopwoord(toon, m, deel) for deel in delen), _STEM) or t.plat("peiling.lege_stem")
        wie = met_dubbelepunt(naam or t.plat("peiling.zonder_naam"))
        regels.append(t.tekst("peiling.regel", optie=wie, aantal=stem))
    tekst = Veilig("\n".join([t.tekst("peiling.wie_wat", vraag=data["vraag"]), "", *regels]))
    terug = Knop(t.plat("knop.terug"), f"p:{data['id']}")
    return Bericht(tekst, (*bladerknoppen(toon, data, f"pwie:{data['id']}"), (terug,), naar_menu(toon)))


def gestemd(toon: Toon, stemmen: Cel, *, per_adres: bool = False) -> Veilig:
    """Say how many voted: people, or addresses."""
    if isinstance(stemmen, str):
        return toon.t.tekst("peiling.weinig_adressen" if per_adres else "peiling.weinig_stemmen", vanaf=EXACT_VANAF)
    return toon.t.tekst("peiling.adressen" if per_adres else "peiling.stemmen", aantal=stemmen)


def _voet(toon: Toon, data: dict[str, Any]) -> list[str]:
    """Return what else there is to know about a result, without markup."""
    t = toon.t
    if not data["regels"]:
        voet = [t.tekst("peiling.te_weinig")]
    else:
        verborgen = _verborgen(data)
        voet = [
            _hoe_precies(toon, data),
            *([t.tekst("peiling.verborgen")] if verborgen else []),
        ]
    if "op_papier" in data:
        voet.append(t.tekst("peiling.op_papier", aantal=data["op_papier"]))
    if data["regels"] and data["meer_keuzes"]:
        voet.append(t.tekst("peiling.meer_keuzes"))
    if data["minste"]:
        nodig, te_weinig = data["minste"]
        voet.append(t.tekst("peiling.minste_niet" if te_weinig else "peiling.minste_wel", aantal=nodig))
    gesloten = "peiling.vroeg" if data["vroeg"] else "peiling.gesloten_op"
    return [*voet, t.tekst(gesloten, moment=toon.moment(data["gesloten_op"]))]


def _hoe_precies(toon: Toon, data: dict[str, Any]) -> Veilig:
    if "weging" in data:
        return toon.t.tekst("weging.afgerond")
    return toon.t.tekst("peiling.precies" if data["exact"] else "peiling.afgerond")


def tussenstand(toon: Toon, data: dict[str, Any]) -> Veilig | None:
    """Return how a live poll goes, for who has voted, once enough people have."""
    if data["tussenstand"] is None or data["tussenstand"]["delen"] is None:
        return None
    stand, m = data["tussenstand"], data["methode"]
    kolommen = [toon.t.plat(f"methode.{m}.kolom.{kolom}") for kolom in stand["kolommen"]]
    per, regels = len(kolommen) or 1, []
    for nummer, naam in enumerate(stand["regels"]):
        delen = [_deel(toon, deel, stand["procent"]) for deel in stand["delen"][nummer * per : (nummer + 1) * per]]
        paren = zip(kolommen, delen, strict=True) if kolommen else ()
        per_kolom = [toon.t.plat("peiling.per_kolom", kolom=kolom, aantal=deel) for kolom, deel in paren]
        deel = toon.t.reeks(per_kolom) or delen[0]
        regels.append(toon.t.tekst("peiling.deel", optie=knopwoord(toon, m, naam), deel=deel))
    return Veilig("\n".join([toon.t.tekst("peiling.tussenstand"), *regels]))


def _deel(toon: Toon, deel: Cel, met_procent: bool) -> str:
    if isinstance(deel, int) or (met_procent and deel == MINDER):
        return procent(toon, deel)
    return hoeveel(toon, deel)

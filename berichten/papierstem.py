"""Entering ballots from paper: the code, what stands on it, the pile for a second person."""

from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht, inkorten
from berichten.bladzij import bladerknoppen
from berichten.catalogus import Veilig
from berichten.menu import naar_menu
from berichten.peilingwoorden import knopwoord, stemknoppen, stemregels, zin

GEZEGD = (
    *("telt", "wacht", "weg", "kan_niet", "typefout", "onbekend", "te_vaak"),
    *("al_gebruikt", "plek_gebruikt", "al_gestemd", "eigen_adres"),
)
"""What can be said of the code that was typed, or of the ballot that was entered."""
_STEM = 2000
"""So much of one answer is shown to who confirms a pile: longer than a ballot can be."""


@bericht("papierstem.code")
def code(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for the next code, after what is said of the one before."""
    t, gezegd = toon.t, data["gezegd"]
    velden = {"moment": toon.moment(data["vanaf"])} if "vanaf" in data else {}
    delen = [t.tekst(f"papierstem.gezegd_{gezegd}", **velden)] if gezegd else []
    delen += [t.tekst("papierstem.code", vraag=data["vraag"])]
    if data["telt"] or data["wacht"]:
        delen.append(t.tekst("papierstem.stand", telt=data["telt"], wacht=data["wacht"]))
    stapel = Knop(t.plat("papierstapel.knop", aantal=data["stapel"]), f"pps:{data['id']}")
    stop = Knop(t.plat("papierstem.knop_stop"), f"ppx:{data['id']}")
    return Bericht("\n\n".join(delen), (*(((stapel,),) if data["stapel"] else ()), (stop,), naar_menu(toon)))


@bericht("papierstem")
def invoer(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show the screen of the method, to be filled in as it stands on paper."""
    t, m, scherm = toon.t, data["methode"], data["scherm"]
    stem = [knopwoord(toon, m, deel) for deel in scherm["stem"]]
    delen = [
        t.tekst("papierstem.kop", code=data["code"]),
        t.tekst("peiling.vraag", vraag=data["vraag"]),
        *stemregels(toon, m, scherm, "als_afgekapt"),
        " ".join(zin(toon, m, een) for een in scherm["zinnen"]),
        *([t.tekst("papierstem.staat", stem=t.reeks(stem))] if stem else []),
        t.tekst("papierstem.klopt" if data["af"] else "papierstem.nog_niet_af"),
    ]
    klaar = Knop(t.plat("papierstem.knop_klaar"), f"ppk:{data['id']}")
    weg = Knop(t.plat("papierstem.knop_weg"), f"ppw:{data['id']}")
    rijen = stemknoppen(toon, m, scherm, f"sv:{data['id']}:")
    return Bericht("\n\n".join(deel for deel in delen if deel), (*rijen, *(((klaar,),) if data["af"] else ()), (weg,)))


@bericht("papierstapel")
def stapel(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what one entered and must still be confirmed; a code opens it again."""
    t, publiek_id = toon.t, data["id"]
    if not data["aantal"]:
        terug = (Knop(t.plat("knop.terug"), f"pp:{publiek_id}"),)
        return Bericht(t.tekst("papierstapel.leeg"), (terug, naar_menu(toon)))
    kop = t.tekst("papierstapel.kop", aantal=data["aantal"], moment=toon.moment(data["sluit_op"]))
    verbeter = [
        (Knop(t.plat("papierstapel.knop_verbeter", code=een["code"]), f"ppv:{een['id']}"),) for een in data["regels"]
    ]
    voor = Knop(t.plat("papierstapel.knop_voor", aantal=data["samen"]), f"ppl:{publiek_id}")
    terug = (Knop(t.plat("knop.terug"), f"pp:{publiek_id}"),)
    rond = bladerknoppen(toon, data, f"pps:{publiek_id}")
    return Bericht(f"{kop}\n\n{_regels(toon, data)}", (*verbeter, *rond, (voor,), terug, naar_menu(toon)))


@bericht("papierstapel.blad")
def blad(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a part of a pile to who is asked to confirm it: codes and answers, no addresses."""
    return Bericht(f"{toon.t.tekst('papierstapel.blad', vraag=data['vraag'])}\n\n{_regels(toon, data)}")


@bericht("papierstapel.wacht")
def wacht(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say in time that what was entered does not count yet."""
    t = toon.t
    sleutel = "papierstapel.wacht_eigen" if data["eigen"] else "papierstapel.wacht"
    tekst = t.tekst(sleutel, vraag=data["vraag"], aantal=data["aantal"], moment=toon.moment(data["sluit_op"]))
    naar = f"pps:{data['id']}" if data["eigen"] else "voorstellen"
    return Bericht(tekst, ((Knop(t.plat("papierstapel.knop_bekijk"), naar),), naar_menu(toon)))


def _regels(toon: Toon, data: dict[str, Any]) -> Veilig:
    t, m = toon.t, data["methode"]
    regels = []
    for een in data["regels"]:
        stem = inkorten(t.reeks(knopwoord(toon, m, deel) for deel in een["stem"]), _STEM)
        regels.append(t.tekst("papierstapel.regel", code=een["code"], stem=stem or t.plat("peiling.lege_stem")))
    return Veilig("\n\n".join(regels))

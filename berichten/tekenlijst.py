"""The sign-in sheet on paper: for whom it is made, the words that stand on it, and what is said of typed codes."""

from dataclasses import replace
from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht
from berichten.catalogus import STANDAARD, Veilig, talen, vertaal
from berichten.deurlijst import avondknoppen
from berichten.drukwerk import bestanden
from berichten.huishouden import straatknoppen
from berichten.menu import naar_menu
from bot.rules.inhoud import leesbaar

_GENOEMD = 40
"""So many wrong codes fit in one message; and a sheet has as many."""


@bericht("tekenlijst.welke")
def welke(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask of which meeting."""
    sleutel = "tekenlijst.welke" if data["lijsten"] else "tekenlijst.geen"
    return Bericht(toon.t.tekst(sleutel), (*avondknoppen(toon, data, "tl"), naar_menu(toon)))


@bericht("tekenlijst")
def tekenlijst(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what can be done with a sheet, and how far it is."""
    t, wat = toon.t, data["id"]
    delen = [t.tekst("tekenlijst.kop", titel=data["titel"]), t.tekst("tekenlijst.uitleg")]
    if data["gedrukt"]:
        delen.append(t.tekst("tekenlijst.gedrukt", aantal=data["gedrukt"]))
        delen += [] if data["begonnen"] else [t.tekst("tekenlijst.straks")]
    delen += _stapel(toon, data)
    knoppen = [
        *([] if data["voorbij"] else [Knop(t.plat("tekenlijst.knop_maak"), f"tlm:{wat}")]),
        *([Knop(t.plat("tekenlijst.knop_brief"), f"tlu:{wat}")] if data["nodigt"] else []),
        *([Knop(t.plat("tekenlijst.knop_typ"), f"tlc:{wat}")] if data["gedrukt"] and data["begonnen"] else []),
        *_telknop(toon, data),
        Knop(t.plat("knop.deurlijst"), f"dl:{wat}"),
    ]
    onder = (Knop(t.plat("knop.terug"), f"b:{wat}"), *naar_menu(toon))
    return Bericht("\n\n".join(delen), (*((knop,) for knop in knoppen), onder))


@bericht("tekenlijst.kies")
def kies(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for whom a sheet is to be made."""
    t, wat, wie = toon.t, data["id"], "a" if data["alle"] else "z"
    groep = "werkgroep" if data["groep"] == "werkgroep" else "adressen"
    alle = t.plat(f"stemvel.knop_alle_{groep}")
    opnieuw, maak = ("tlu", "tlv") if data["brief"] else ("tlm", "tld")
    ander = "z" if data["alle"] else "a"
    anders = Knop(t.plat("stemvel.knop_zonder") if data["alle"] else alle, f"{opnieuw}:{wat}:{ander}")
    straten = straatknoppen(toon, data, f"{maak}:{wat}:{wie}:", f"{opnieuw}:{wat}:{wie}:")
    label = t.plat("tekenlijst.knop_brief" if data["brief"] else "tekenlijst.knop_maak")
    samen = Knop(t.plat("stemvel.knop_samen") if data["straten"] else label, f"{maak}:{wat}:{wie}")
    tekst = t.tekst(f"tekenlijst.kies_{'alle' if data['alle'] else 'zonder'}", titel=data["titel"])
    terug = (Knop(t.plat("knop.terug"), f"tl:{wat}"), *naar_menu(toon))
    return Bericht(tekst, (*straten, (samen,), (anders,), terug))


@bericht("tekenlijst.klaar")
def klaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the sheet."""
    t = toon.t
    wie = t.tekst("stemvel.adressen", aantal=data["adressen"])
    delen = [
        t.tekst("tekenlijst.klaar", aantal=len(data["codes"]), adressen=wie),
        t.tekst("tekenlijst.klaar_hoe"),
        t.tekst("tekenlijst.klaar_geheim"),
    ]
    blad = Bijlage("tekenlijst", f"{t.plat('tekenlijst.bestand')}.pdf", op_blad(toon, data))
    terug = (Knop(t.plat("knop.terug"), f"tl:{data['id']}"),)
    return Bericht("\n\n".join(delen), (terug, naar_menu(toon)), bijlagen=(blad,))


@bericht("tekenlijst.uitgenodigd")
def uitgenodigd(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the invitations, as many files as it takes."""
    t, brieven = toon.t, data["brieven"]
    naam = t.plat("tekenlijst.bestand_brief")
    bijlagen = bestanden("bijeenkomstbrief", naam, brieven, lambda b: op_brief(toon, {**data, "brieven": b}))
    tekst = [
        t.tekst("tekenlijst.uitgenodigd", adressen=t.tekst("stemvel.adressen", aantal=data["adressen"])),
        t.tekst("tekenlijst.uitgenodigd_hoe"),
        t.tekst("tekenlijst.klaar_geheim"),
    ]
    terug = (Knop(t.plat("knop.terug"), f"tl:{data['id']}"),)
    return Bericht("\n\n".join(tekst), (terug, naar_menu(toon)), bijlagen=bijlagen)


def op_brief(toon: Toon, data: dict[str, Any]) -> dict[str, Any]:
    """Return all that `bot.exports.als_bijeenkomstbrief` sets: Dutch, and the second language of each address."""
    anders = sorted({een["taal"] for een in data["brieven"] if een["taal"] in talen()} - {STANDAARD})
    in_taal = [replace(toon, t=vertaal(taal)) for taal in (STANDAARD, *anders)]
    brieven = [een | {"taal": een["taal"] if een["taal"] in anders else None} for een in data["brieven"]]
    return {
        "taal": STANDAARD,
        "wijk": data["wijk"],
        "titel": data["titel"],
        "plaats": data["plaats"],
        "link": f"{toon.overal}?start=b-{data['id']}",
        "brieven": brieven,
        "woorden": {zo.t.taal: _woorden_brief(zo, data) for zo in in_taal},
    }


def _woorden_brief(toon: Toon, data: dict[str, Any]) -> dict[str, str]:
    t = toon.t
    namen = ("kop", "welkom", "scan", "qr", "zonder", "afknippen", "kruis", "bewaard", "los")
    vragen = leesbaar(t.tekst("agendaposter.druk.vragen")) if data["vragen"] else ""
    vast = {naam: leesbaar(t.tekst(f"brief.{naam}")) for naam in ("motto", "aan", "omslaan", "aanhef")}
    bel = leesbaar(t.tekst("algemeen.bel", contact=toon.contact)) if toon.contact else ""
    eigen = {naam: leesbaar(t.tekst(f"bijeenkomstbrief.druk.{naam}")) for naam in namen}
    return {**vast, **eigen, "moment": toon.moment(data["begin"]), "vragen": vragen, "bel": bel}


@bericht("tekenlijst.codes")
def codes(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Say which codes were taken and which were not, and ask for the next."""
    t, wat, fouten = toon.t, data["id"], data["fouten"]
    delen = []
    if data["genomen"]:
        kop = t.tekst("tekenlijst.genomen", aantal=len(data["genomen"]))
        delen.append(Veilig(f"{kop}\n{_rij(data['genomen'])}"))
    if fouten:
        regels = [t.tekst(f"tekenlijst.fout.{reden}", code=getypt) for reden, getypt in fouten[:_GENOEMD]]
        meer = [t.tekst("papierlijst.nog_meer", aantal=len(fouten) - _GENOEMD)] if len(fouten) > _GENOEMD else []
        kop = t.tekst("tekenlijst.fouten", aantal=len(fouten))
        delen.append(Veilig("\n".join([kop, *regels, *meer])))
        delen += [t.tekst("tekenlijst.huisgenoot")] if any(reden == "op_lijst" for reden, _ in fouten) else []
        delen.append(t.tekst("tekenlijst.verbeter"))
    delen += _stapel(toon, data)
    if not fouten:
        delen.append(t.tekst("tekenlijst.typ_verder" if data["genomen"] else "tekenlijst.typ", titel=data["titel"]))
    knoppen = [*_telknop(toon, data)]
    knoppen += [Knop(t.plat("tekenlijst.knop_opnieuw"), f"tlx:{wat}")] if data["stapel"] else []
    onder = (Knop(t.plat("knop.terug"), f"tl:{wat}"), *naar_menu(toon))
    return Bericht("\n\n".join(delen), (*((knop,) for knop in knoppen), onder))


@bericht("tekenlijst.blad")
def blad(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show a second person which codes were typed over, to lay the sheet beside."""
    return Bericht(f"{toon.t.tekst('tekenlijst.blad', titel=data['titel'])}\n{_rij(data['codes'])}")


def op_blad(toon: Toon, data: dict[str, Any]) -> dict[str, Any]:
    """Return all that `bot.exports.als_tekenlijst` sets, in the language that everyone at the door can read."""
    zo = replace(toon, t=vertaal(STANDAARD))
    velden = {"titel": data["titel"], "moment": zo.moment(data["begin"]), "plaats": data["plaats"]}
    namen = ("kop", "kruis", "kop_zoek", "zoek", "geheim", "blad")
    woorden = {naam: leesbaar(zo.t.tekst(f"tekenlijst.druk.{naam}")) for naam in namen}
    return {
        "taal": STANDAARD,
        **velden,
        **{naam: data[naam] for naam in ("wijk", "codes", "straten")},
        "woorden": {**woorden, "titel": leesbaar(zo.t.tekst("tekenlijst.druk.titel", titel=data["titel"]))},
    }


def _stapel(toon: Toon, data: dict[str, Any]) -> list[Veilig]:
    stapel = [toon.t.tekst("tekenlijst.stapel", aantal=data["stapel"])] if data["stapel"] else []
    return stapel + ([toon.t.tekst("tekenlijst.wacht", aantal=data["wacht"])] if data["wacht"] else [])


def _telknop(toon: Toon, data: dict[str, Any]) -> list[Knop]:
    klaar = data["stapel"] and data["begonnen"]
    return [Knop(toon.t.plat("tekenlijst.knop_tel", aantal=data["stapel"]), f"tlt:{data['id']}")] if klaar else []


def _rij(codes: list[str]) -> Veilig:
    """Return codes as they stand on paper, ten to a line; what is taken has only letters and figures."""
    regels = [" ".join(codes[n : n + 10]) for n in range(0, len(codes), 10)]
    return Veilig("<code>" + "\n".join(regels) + "</code>")

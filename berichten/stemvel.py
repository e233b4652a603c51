"""Ballots on paper: for whom they are made, and the words that stand on them. Entering them: papierstem."""

from dataclasses import replace
from typing import Any

from berichten.bericht import Bericht, Knop, Toon, bericht
from berichten.catalogus import STANDAARD, Veilig, kies_taal, vertaal
from berichten.drukwerk import bestanden
from berichten.huishouden import straatknoppen
from berichten.menu import naar_menu
from berichten.peilingwoorden import knopwoord, zin
from bot.rules.inhoud import leesbaar
from bot.rules.peilingen import METHODEN, Opzet
from bot.rules.peilingvorm import woord


@bericht("stemvel")
def stemvel(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Show what can be done on paper, and how far it is."""
    t, publiek_id = toon.t, data["id"]
    delen = [t.tekst("stemvel.kop", vraag=data["vraag"]), t.tekst("stemvel.uitleg")]
    if data["gemaakt"]:
        delen.append(t.tekst("stemvel.stand", aantal=data["gemaakt"], telt=data["telt"], wacht=data["wacht"]))
    knoppen = [
        Knop(t.plat("stemvel.knop_maak"), f"ppm:{publiek_id}"),
        *([Knop(t.plat("stemvel.knop_invoer"), f"ppc:{publiek_id}")] if data["gemaakt"] else []),
        *([Knop(t.plat("papierstapel.knop", aantal=data["stapel"]), f"pps:{publiek_id}")] if data["stapel"] else []),
        Knop(t.plat("knop.terug"), f"p:{publiek_id}"),
    ]
    return Bericht("\n\n".join(delen), (*((knop,) for knop in knoppen), naar_menu(toon)))


@bericht("stemvel.kies")
def kies(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Ask for whom ballots are to be made."""
    t, publiek_id, wie = toon.t, data["id"], "a" if data["alle"] else "z"
    groep = "werkgroep" if data["groep"] == "werkgroep" else "adressen"
    tekst = t.tekst(f"stemvel.kies_{groep}_{'alle' if data['alle'] else 'zonder'}", vraag=data["vraag"])
    if data["per_adres"]:
        tekst = Veilig(f"{tekst}\n\n{t.tekst('stemvel.per_adres')}")
    anders = Knop(t.plat("stemvel.knop_zonder" if data["alle"] else f"stemvel.knop_alle_{groep}"), "")
    anders = replace(anders, data=f"ppm:{publiek_id}:{'z' if data['alle'] else 'a'}")
    straten = straatknoppen(toon, data, f"ppd:{publiek_id}:{wie}:", f"ppm:{publiek_id}:{wie}:")
    samen = Knop(t.plat("stemvel.knop_samen" if data["straten"] else "stemvel.knop_maak"), f"ppd:{publiek_id}:{wie}")
    terug = Knop(t.plat("knop.terug"), f"pp:{publiek_id}")
    return Bericht(tekst, (*straten, (samen,), (anders,), (terug,), naar_menu(toon)))


@bericht("stemvel.klaar")
def klaar(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the ballots, as many files as it takes."""
    t, vellen = toon.t, data["vellen"]
    bijlagen = bestanden("stemvel", t.plat("stemvel.bestand"), vellen, lambda v: op_vel(toon, {**data, "vellen": v}))
    wie = t.tekst("stemvel.adressen", aantal=data["adressen"])
    tekst = t.tekst("stemvel.klaar", aantal=len(vellen), adressen=wie)
    terug = (Knop(t.plat("knop.terug"), f"pp:{data['id']}"),)
    return Bericht(f"{tekst}\n\n{t.tekst('stemvel.klaar_geheim')}", (terug, naar_menu(toon)), bijlagen=bijlagen)


def op_vel(toon: Toon, data: dict[str, Any]) -> dict[str, Any]:
    """Return all that `bot.exports.als_stemvel` sets, each ballot in the language of its address."""
    talen = sorted({kies_taal(vel["taal"]) for vel in data["vellen"]})
    opzet = Opzet(tuple(data["opties"]), data["instellingen"])
    vast = METHODEN[data["methode"]].vel(opzet, range(len(opzet.opties)))
    in_taal = {taal: replace(toon, t=vertaal(taal)) for taal in talen}
    return {
        "taal": STANDAARD if STANDAARD in talen else talen[0],
        "titel": leesbaar(vertaal(STANDAARD).tekst("stemvel.druk.titel", vraag=data["vraag"])),
        "vak": vast.vak,
        "lijnen": vast.lijnen,
        "genummerd": vast.genummerd,
        "vellen": [_vel(in_taal[kies_taal(vel["taal"])], data, opzet, vel) for vel in data["vellen"]],
        "woorden": {taal: _woorden(zo, data, opzet) for taal, zo in in_taal.items()},
    }


def _vel(toon: Toon, data: dict[str, Any], opzet: Opzet, vel: dict[str, Any]) -> dict[str, Any]:
    een = {**{naam: vel[naam] for naam in ("adres", "postcode", "code")}, "taal": toon.t.taal}
    if "volgorde" not in vel:
        return een
    rijen = METHODEN[data["methode"]].vel(opzet, vel["volgorde"]).rijen
    return {**een, "rijen": [knopwoord(toon, data["methode"], woord(rij)) for rij in rijen]}


def _woorden(toon: Toon, data: dict[str, Any], opzet: Opzet) -> dict[str, Any]:
    m, vel = data["methode"], METHODEN[data["methode"]].vel(opzet, range(len(opzet.opties)))

    def tekst(sleutel: str, **velden: Any) -> str:
        return leesbaar(toon.t.tekst(sleutel, **velden))

    inleveren = "stemvel.druk.inleveren_bij" if toon.contact else "stemvel.druk.inleveren"
    schrijf = leesbaar(zin(toon, m, woord(vel.schrijf))) if vel.schrijf else tekst("stemvel.druk.schrijf")
    return {
        "wijk": data["wijk"],
        **{
            naam: tekst(f"stemvel.druk.{naam}")
            for naam in ("aan", "knip", "kop", "code", "voet", "verder", "blad", "letters")
        },
        "strook": [
            tekst(f"stemvel.druk.strook_{deel}") for deel in ("wat", "adres" if data["per_adres"] else "elk", "knip")
        ],
        "vraag": data["vraag"],
        "regels": [een for regel in vel.regels for een in leesbaar(zin(toon, m, woord(regel))).splitlines() if een],
        "zinnen": [leesbaar(zin(toon, m, woord(een))) for een in vel.zinnen],
        "rijen": [knopwoord(toon, m, woord(rij)) for rij in vel.rijen],
        "kolommen": [knopwoord(toon, m, woord(kolom)) for kolom in vel.kolommen],
        "schrijf": schrijf,
        "slot": [
            tekst("peiling.over_besluit" if data["over_besluit"] else "peiling.niet_over_besluit"),
            *([tekst("peiling.met_naam_zin")] if data["met_naam"] else []),
            tekst("stemvel.druk.tot", moment=toon.moment(data["sluit_op"])),
            tekst(inleveren, contact=toon.contact),
            tekst("stemvel.druk.geheim"),
        ],
    }

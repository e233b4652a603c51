"""The agenda to hang up: one page in Dutch, with a second language beside it where staff choose one."""

from dataclasses import replace
from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, twee_aan_twee
from berichten.catalogus import STANDAARD, eigen_naam, talen, vertaal
from berichten.menu import naar_menu
from bot.rules.inhoud import leesbaar


@bericht("agendaposter")
def agendaposter(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the page, and under it the languages that can stand beside the Dutch."""
    anders = [taal for taal in talen() if taal not in (STANDAARD, data["tweede"])]
    knoppen = [Knop(f"{eigen_naam(STANDAARD)} + {eigen_naam(taal)}", f"agp:{taal}") for taal in anders]
    blad = Bijlage("agendaposter", f"{toon.t.plat('agendaposter.bestand')}.pdf", op_blad(toon, data))
    tekst = toon.t.tekst("agendaposter", aantal=len(data["bijeenkomsten"]))
    onder = (Knop(toon.t.plat("knop.agenda"), "agenda"), *naar_menu(toon))
    return Bericht(tekst, (*twee_aan_twee(knoppen), onder), bijlagen=(blad,))


def op_blad(toon: Toon, data: dict[str, Any]) -> dict[str, Any]:
    """Return all that `bot.exports.als_agendaposter` sets."""
    tweede = [data["tweede"]] if data["tweede"] in talen() and data["tweede"] != STANDAARD else []
    in_taal = [replace(toon, t=vertaal(taal)) for taal in (STANDAARD, *tweede)]
    pagina = f"{data['pagina']}/{STANDAARD}/agenda/" if data["pagina"] else toon.overal
    return {
        "taal": STANDAARD,
        "tweede": tweede[0] if tweede else None,
        "wijk": data["wijk"],
        "link": pagina,
        "woorden": {zo.t.taal: _woorden(zo, data) for zo in in_taal},
        "bijeenkomsten": [
            {
                "titel": een["titel"],
                "plaats": een["plaats"],
                "wanneer": {zo.t.taal: zo.moment(een["begin"]) for zo in in_taal},
                "vragen": een["vragen"],
            }
            for een in data["bijeenkomsten"]
        ],
    }


def _woorden(toon: Toon, data: dict[str, Any]) -> dict[str, str]:
    t = toon.t
    woorden = {naam: leesbaar(t.tekst(f"agendaposter.druk.{naam}")) for naam in ("kop", "vragen", "meer", "qr")}
    bel = leesbaar(t.tekst("algemeen.bel", contact=toon.contact)) if toon.contact else ""
    return {**woorden, "welkom": leesbaar(t.tekst("agendaposter.druk.welkom", wijk=data["wijk"])), "bel": bel}

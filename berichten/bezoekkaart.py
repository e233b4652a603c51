"""The card that a visit leaves: Dutch, with a second language on its back where who goes past the doors chooses one."""

from dataclasses import replace
from typing import Any

from berichten.bericht import Bericht, Bijlage, Knop, Toon, bericht, twee_aan_twee
from berichten.catalogus import STANDAARD, eigen_naam, talen, vertaal
from berichten.menu import naar_menu
from bot.rules.inhoud import leesbaar


@bericht("bezoekkaart")
def bezoekkaart(toon: Toon, data: dict[str, Any]) -> Bericht:
    """Give the sheet of cards, and under it the languages that can stand on the back."""
    anders = [taal for taal in talen() if taal not in (STANDAARD, data["tweede"])]
    knoppen = [Knop(f"{eigen_naam(STANDAARD)} + {eigen_naam(taal)}", f"rnc:{taal}") for taal in anders]
    blad = Bijlage("bezoekkaart", f"{toon.t.plat('bezoekkaart.bestand')}.pdf", op_kaart(toon, data))
    onder = (Knop(toon.t.plat("knop.ronde"), "ronde"), *naar_menu(toon))
    return Bericht(toon.t.tekst("bezoekkaart"), (*twee_aan_twee(knoppen), onder), bijlagen=(blad,))


def op_kaart(toon: Toon, data: dict[str, Any]) -> dict[str, Any]:
    """Return all that `bot.exports.als_bezoekkaart` sets."""
    tweede = [data["tweede"]] if data["tweede"] in talen() and data["tweede"] != STANDAARD else []
    in_taal = [replace(toon, t=vertaal(taal)) for taal in (STANDAARD, *tweede)]
    return {
        "taal": STANDAARD,
        "tweede": tweede[0] if tweede else None,
        "wijk": data["wijk"],
        "link": f"{data['pagina']}/{STANDAARD}/" if data["pagina"] else toon.overal,
        "woorden": {zo.t.taal: _woorden(zo) for zo in in_taal},
    }


def _woorden(toon: Toon) -> dict[str, str]:
    namen = ("kop", "waarom", "bewaard_kop", "bewaard", "rechten_kop", "rechten", "meer", "qr", "door")
    bel = leesbaar(toon.t.tekst("algemeen.bel", contact=toon.contact)) if toon.contact else ""
    return {**{naam: leesbaar(toon.t.tekst(f"bezoekkaart.druk.{naam}")) for naam in namen}, "bel": bel}

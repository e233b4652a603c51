"""The tables of docs/avg.md, from the map and the settings: `python -m tests.avg` writes them where they stand."""

from dataclasses import asdict
from pathlib import Path

from bot.bewaartermijnen import Bewaren
from bot.storage.gegevenskaart import KAART
from bot.storage.gegevenskaart.soort import BLIJFT, EIGEN, LEEG, NIET, OVER, WIJK, Tabel

BESTAND = Path(__file__).parents[1] / "docs" / "avg.md"
BEGIN, EINDE = "<!-- {}: gemaakt met `python -m tests.avg` -->", "<!-- einde {} -->"


def delen() -> dict[str, str]:
    """Return each part that is written by this module, by its name."""
    over_mensen = [_rij(een) for een in KAART.values() if een.over != WIJK]
    kop = ["Tabel", "Over wie", "Waarvoor", "Hoe lang", "Leest die persoon zelf", "Niet, en waarom"]
    wijk = [[f"`{een.tabel.name}`", een.doel, een.eerder or "-"] for een in KAART.values() if een.over == WIJK]
    termijnen = [[f"`{naam}`", str(dagen)] for naam, dagen in asdict(Bewaren()).items()]
    return {
        "mensen": _tabel(kop, over_mensen),
        "wijk": _tabel(["Tabel", "Waarvoor", "Gaat weg"], wijk),
        "termijnen": _tabel(["Instelling onder `[bewaren]`", "Dagen, als u niets kiest"], termijnen),
    }


def met_delen(tekst: str) -> str:
    """Return the text of the page with each part as it should be."""
    for naam, deel in delen().items():
        begin, einde = BEGIN.format(naam), EINDE.format(naam)
        voor, _, rest = tekst.partition(begin)
        tekst = f"{voor}{begin}\n\n{deel}\n\n{einde}{rest.partition(einde)[2]}"
    return tekst


def _rij(een: Tabel) -> list[str]:
    niet = [
        f"{_namen(' '.join(kolommen))}: {NIET[reden][0].lower()}{NIET[reden][1:-1]}"
        for reden, kolommen in een.niet().items()
    ]
    leest = _namen(f"{een.toon} {een.eigen}") if een.over in EIGEN else ""
    return [f"`{een.tabel.name}`", OVER[een.over], een.doel, _hoe_lang(een), leest or "-", "<br>".join(niet) or "-"]


def _hoe_lang(een: Tabel) -> str:
    eerder = f"{een.eerder}; " if een.eerder else ""
    eerder += "als u uw ja intrekt; " if een.verteld else ""
    eerder += f"als iemand gewist wordt: {een.gewist}; " if een.gewist else ""
    if een.einde == BLIJFT:
        return f"{eerder}blijft: {een.blijft}"
    if een.einde == LEEG:
        return f"{eerder}{_namen(een.leeg)}: `{een.termijn}`; blijft: {een.blijft}"
    return f"{eerder}`{een.termijn}`" + (f"; blijft: {een.blijft}" if een.blijft else "")


def _namen(kolommen: str) -> str:
    return ", ".join(f"`{kolom}`" for kolom in kolommen.split())


def _tabel(kop: list[str], rijen: list[list[str]]) -> str:
    regels = [kop, ["---"] * len(kop), *sorted(rijen)]
    return "\n".join(f"| {' | '.join(rij)} |" for rij in regels)


if __name__ == "__main__":
    BESTAND.write_text(met_delen(BESTAND.read_text("utf-8")), "utf-8")

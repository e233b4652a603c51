"""`gehoord bewijs controleer`: check a published log, or one contribution to it. Needs no database and no settings."""

import argparse
import base64
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from bot.errors import InvoerFout
from bot.rules.bijdragecontrole import controleer_bijdrage
from bot.rules.logcontrole import Logcontrole, Onjuist, controleer
from bot.rules.loting import beslist, volgorde
from bot.rules.methodecontrole import Methoden, tel_methoden
from bot.rules.openingcontrole import Openingen
from bot.rules.spiegelcontrole import Spiegeling, controleer_afspiegeling
from bot.rules.standcontrole import Nagerekend, Terugblik, Vier, controleer_getallen, terugblik
from bot.rules.telcontrole import Noemer, controleer_tellers

HELP = "Controleer een log dat is gepubliceerd, of een bijdrage uit /mijnbijdrage."
ALLE_WIJKEN = True
_Bestanden = list[tuple[str, bytes]]


def velden(deel: argparse.ArgumentParser) -> None:
    """Name what it takes."""
    wat = deel.add_mutually_exclusive_group(required=True)
    wat.add_argument("--export", type=Path, metavar="BESTAND", help="het log, zoals bewijs.jsonl")
    wat.add_argument("--bijdrage", type=Path, metavar="BESTAND", help="een bestand uit /mijnbijdrage")
    deel.add_argument("--ijkpunten", type=Path, metavar="MAP", help="map met de ijkpunten")
    deel.add_argument("--sleutel", type=Path, required=True, metavar="BESTAND", help="de sleutel die u al had")
    deel.add_argument(
        "--bewaard",
        type=Path,
        action="append",
        default=[],
        metavar="BESTAND",
        help="een ijkpunt dat u eerder zelf bewaarde; mag vaker",
    )
    deel.add_argument("--openingen", type=Path, metavar="BESTAND", help="voor de accountant: openingen.jsonl")


def doe(keuze: argparse.Namespace) -> int:
    """Check, and say in a few lines what came out; 1 with the first thing that is wrong."""
    with _leesbaar():
        sleutel = keuze.sleutel.read_bytes()
        bewaard = [(str(pad), pad.read_bytes()) for pad in keuze.bewaard]
        hoofden = [] if keuze.ijkpunten is None else _ijkpunten(keuze.ijkpunten)
    try:
        if keuze.bijdrage is not None:
            return _bijdrage(keuze.bijdrage, sleutel, [*hoofden, *bewaard])
        if keuze.ijkpunten is None:
            raise InvoerFout("--export: noem met --ijkpunten ook de map met de ijkpunten")
        return _log(keuze, sleutel, hoofden, bewaard)
    except Onjuist as fout:
        sys.stderr.write(f"{fout}\n")
        return 1


def _log(keuze: argparse.Namespace, sleutel: bytes, hoofden: _Bestanden, bewaard: _Bestanden) -> int:
    with _leesbaar(), keuze.export.open("rb") as regels:
        log = controleer(regels, hoofden, sleutel, bewaard, met_hashes=keuze.openingen is not None)
    uit = _openingen(keuze.openingen, log) if keuze.openingen is not None else []
    for (versie, drempel), teller in sorted(log.tellers.items()):
        sys.stdout.write(f"spelregels {versie}, {drempel}: {teller} {log.versies[versie].eenheid} tellen\n")
    for regel in [*uit, *_lotingen(log), *_uitslag(log)]:
        sys.stdout.write(f"{regel}\n")
    hoofd = log.laatste
    wortel = base64.b64encode(hoofd.wortel).decode()
    sys.stdout.write(f"Alles klopt: {log.grootte} bladen tot en met {hoofd.dag.isoformat()}, wortel {wortel}\n")
    return 0


def _lotingen(log: Logcontrole) -> list[str]:
    """Say of each draw in which order the candidates came, as anyone can work out from the log."""
    uit = []
    for nummer, blad in log.lotingen.items():
        hoofd = beslist(log.hoofden, nummer, date.fromisoformat(blad["dag"]))
        orde = volgorde(hoofd.wortel, blad["id"], blad["kandidaten"]) if hoofd else ["nog niet beslist"]
        uit.append(f"loting {blad['id']} om zetel {blad['zetel']}: {', '.join(orde)}")
    return uit


def _uitslag(log: Logcontrole) -> list[str]:
    """Say the verdicts of the last outcome, and of each whether anyone can check it."""
    if not log.uitslagen:
        return []
    blad = log.uitslagen[max(log.uitslagen)]
    uit, zegt = [], f"{blad['waarvoor']} van {blad['dag']}"
    for stand in blad["met_staf"]:
        open_ = stand["noemer"] is not None and (blad["spelregels"], stand["soort"]) in log.tellers
        hoe = f"{stand['teller']} van {stand['noemer']}" if open_ else "uit dit log alleen niet na te rekenen"
        uit.append(f"{zegt}, {stand['soort']}: {stand['verdict']} ({hoe})".replace("_", " "))
    return uit


def _openingen(pad: Path, log: Logcontrole) -> list[str]:
    openingen = Openingen(log)
    with _leesbaar(), pad.open("rb") as regels:
        openingen.neem(regels)
    noemers = controleer_tellers(openingen)
    gewist = sum(bewoner.gewist for bewoner in openingen.bewoners.values())
    uit = [
        f"geopend: {openingen.geopend.count(1)} bladen; dicht, want gewist: {openingen.dicht}; "
        f"plekken van wie gewist is: {gewist}",
        *map(_noemer, noemers),
        *(_methoden(deel) for deel in tel_methoden(openingen) if deel.samen),
    ]
    blik = terugblik(openingen)
    return uit if blik is None else [*uit, *_terug(blik)]


def _methoden(methoden: Methoden) -> str:
    zegt = f"methoden, spelregels {methoden.versie}, {methoden.drempel}: van {methoden.samen} tellen er"
    hoe = sorted(methoden.hoe.items(), key=lambda deel: (-deel[1], deel[0]))
    delen = [f"{n} met {methode} door {door}" for (methode, door), n in hoe]
    delen += [f"{methoden.onbekend} gewist"] if methoden.onbekend else []
    een = f"; alleen door een en dezelfde vastlegger: hoogstens {methoden.een}" if methoden.een else ""
    return f"{zegt} {', '.join(delen)}{een}"


def _terug(blik: Terugblik) -> list[str]:
    """Say what came out of the last outcome, recomputed."""
    getallen, spiegels = controleer_getallen(blik), controleer_afspiegeling(blik)
    zegt = f"nagerekend, {blik.record['waarvoor']} van {blik.record['dag']}"
    uit = [f"{zegt}, {deel.drempel}: {_getallen(deel)}" for deel in getallen]
    uit += [f"{zegt}, afspiegeling, {deel.kenmerk}: {_spiegel(deel)}" for deel in spiegels]
    if blik.redenen:
        uit.append(f"{zegt}: sindsdien kan iets anders zijn, want {' en '.join(blik.redenen)}")
    return uit


def _getallen(deel: Nagerekend) -> str:
    def tekst(vier: Vier) -> str:
        return f"{vier.laag} tot {vier.hoog} van {vier.noemer_laag} tot {vier.noemer}"

    def beide(paar: tuple[Vier, Vier]) -> str:
        return f"{tekst(paar[0])}, zonder het team {tekst(paar[1])}"

    return f"{beide(deel.nu)}; {_gezegd('' if deel.nu == deel.zei else beide(deel.zei))}"


def _spiegel(deel: Spiegeling) -> str:
    per = "te weinig om te zeggen"
    if deel.afstand is not None:
        laag, hoog = deel.afstand
        per = f"hoogstens {hoog} en minstens {laag} van de 100 zouden uit een andere groep moeten komen"
    bekend = f"bekend van {deel.bekend * 100 // 1} van de 100"
    gelijk = "" if deel.zelfde else "iets anders"
    return f"{deel.verdict.replace('_', ' ')}: {per}, afgesproken is {deel.hoogste}; {bekend}; {_gezegd(gelijk)}"


def _gezegd(anders: str) -> str:
    return f"de uitslag zei {anders}" if anders else "de uitslag zegt hetzelfde"


def _noemer(noemer: Noemer) -> str:
    nu = f"{noemer.laag}" if noemer.laag == noemer.hoog else f"{noemer.laag} tot {noemer.hoog}"
    zegt = f"spelregels {noemer.versie}, {noemer.drempel}: de adressenlijst geeft een noemer van {nu}"
    if noemer.uitslag is None or noemer.uitslag == (noemer.laag, noemer.hoog):
        return zegt
    return f"{zegt}; de laatste uitslag zei {noemer.uitslag[0]} tot {noemer.uitslag[1]}"


def _bijdrage(pad: Path, sleutel: bytes, bewaard: _Bestanden) -> int:
    with _leesbaar():
        inhoud = pad.read_bytes()
    bijdrage = controleer_bijdrage(inhoud, sleutel, bewaard)
    plek = f"blad {bijdrage.nummer} van {bijdrage.grootte}"
    sys.stdout.write(f"Dit staat in het log: {plek}, {bijdrage.soort} op {bijdrage.dag}\n")
    if not bijdrage.vergeleken:
        waarmee = f"u hebt geen ijkpunt over {bijdrage.grootte} bladen genoemd"
        sys.stdout.write(f"Let op: {waarmee}, dus is er niet mee vergeleken.\n")
    return 0


def _ijkpunten(map_: Path) -> _Bestanden:
    return [(pad.name, pad.read_bytes()) for pad in map_.iterdir() if pad.name.endswith(".txt")]


@contextmanager
def _leesbaar() -> Iterator[None]:
    try:
        yield
    except OSError as fout:
        raise InvoerFout(f"{fout.filename}: dit bestand is niet te lezen ({fout.strerror})") from None

"""Participation counts for organisator and gemeente, as files in a chat or a folder. Nobody is named in them."""

import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from berichten.export import bijlagen
from bot import exports
from bot.errors import InvoerFout
from bot.rules.drempels import TELT
from bot.rules.kleine_cellen import KLEINSTE, Cel, cel
from bot.rules.peilingen import METHODEN
from bot.rules.spelregels import Spelregels
from bot.services.handeling import BEHEERDER, ORGANISATOR, Handeling, eis_rol
from bot.services.stand import Stand, bereken_stand
from bot.storage import tellingen as opslag

SOORTEN = ("xlsx", "excel_csv", "csv", "json")
_AANWEZIG = ("aanwezig", "aanwezig_vragen")


@dataclass(frozen=True)
class Onderdeel:
    """One thing that was counted.

    Args:
        onderdeel: wijk, drempel, bijeenkomst, peiling, optie, werkgroep, kanaal or straat.
        id: publiek_id of a meeting or a poll (for an option: of its poll).
        moment: when the meeting began or the poll closes, ISO in local time.
        metingen: what was counted; a small cell is text.
    """

    onderdeel: str
    naam: str
    metingen: dict[str, Cel]
    id: str | None = None
    moment: str | None = None


@dataclass(frozen=True)
class Tellingen:
    """All participation counts of a wijk at one moment."""

    wijk: str
    gemaakt_op: str
    spelregels: dict[str, Any]
    onderdelen: tuple[Onderdeel, ...]

    def als_json(self) -> dict[str, Any]:
        """Return it as JSON-able data, which `bot.exports.maak` turns into a file."""
        return asdict(replace(self, onderdelen=())) | {"onderdelen": [asdict(deel) for deel in self.onderdelen]}


def verzamel(tx: Connection, wijk: int, spelregels: Spelregels, now: datetime, zone: ZoneInfo) -> Tellingen:
    """Count everything. Reads only.

    Args:
        zone: the wijk's time zone, for the moments.
    """
    stand = bereken_stand(tx, wijk, spelregels)
    return Tellingen(
        wijk=stand.wijk,
        gemaakt_op=_lokaal(now, zone),
        spelregels=stand.als_json()["spelregels"],
        onderdelen=(
            *_wijk(tx, wijk, stand),
            *_bijeenkomsten(tx, wijk, zone),
            *_peilingen(tx, wijk, zone),
            *(Onderdeel("werkgroep", naam, {"leden": cel(n)}) for naam, n in opslag.werkgroepen(tx, wijk)),
            *(Onderdeel("kanaal", naam, {"bewoners": cel(n)}) for naam, n in opslag.kanalen(tx, wijk)),
            *_straten(tx, wijk),
        ),
    )


def toon_export(tx: Connection, handeling: Handeling, spelregels: Spelregels, zone: ZoneInfo) -> Boodschap:
    """Answer an organisator with the counts as files.

    Raises:
        Geweigerd: who asks is no organisator or beheerder.
    """
    eis_rol(tx, handeling, ORGANISATOR, BEHEERDER)
    tellingen = verzamel(tx, handeling.wijk, spelregels, handeling.now, zone)
    return Boodschap("export", {"tellingen": tellingen.als_json(), "soorten": SOORTEN}, wijze="nieuw")


def schrijf_export(tellingen: Tellingen, map_: Path) -> list[Path]:
    """Write the files that `/export` sends into a folder, which is made when it is not there.

    Each file is whole or as it was. The manifest comes last: while it does not fit the others, the set is not whole.

    Raises:
        InvoerFout: the folder cannot be written.
    """
    geschreven = []
    try:
        map_.mkdir(parents=True, exist_ok=True)
        for bijlage in bijlagen(tellingen.als_json(), SOORTEN):
            doel = map_ / bijlage.naam
            tijdelijk = doel.with_name(f".{doel.name}.{os.getpid()}")
            try:
                tijdelijk.write_bytes(exports.maak(bijlage.soort, bijlage.data))
                tijdelijk.replace(doel)
            finally:
                tijdelijk.unlink(missing_ok=True)
            geschreven.append(doel)
    except OSError as fout:
        raise InvoerFout(f"--uit {map_}: kan hier niet schrijven ({fout.strerror}); kies een andere map") from None
    return geschreven


def _wijk(tx: Connection, wijk: int, stand: Stand) -> Iterator[Onderdeel]:
    adressen = sum(aantal for _, aantal in opslag.adressen(tx, wijk))
    bewoners = sum(opslag.bewoners(tx, wijk).values())
    yield Onderdeel("wijk", stand.wijk, {"adressen": adressen, "bewoners": bewoners})
    for drempel in stand.drempels:
        metingen = asdict(drempel)
        yield Onderdeel("drempel", metingen.pop("soort"), metingen)


def _bijeenkomsten(tx: Connection, wijk: int, zone: ZoneInfo) -> Iterator[Onderdeel]:
    for telling in opslag.bijeenkomsten(tx, wijk, _AANWEZIG):
        metingen: dict[str, Cel] = {
            "aangemeld_ja": telling.ja,
            "aangemeld_misschien": telling.misschien,
            "aangemeld_nee": telling.nee,
            "aanwezig": telling.aanwezig,
        }
        yield Onderdeel("bijeenkomst", telling.titel, metingen, telling.publiek_id, _lokaal(telling.begin, zone))


def _peilingen(tx: Connection, wijk: int, zone: ZoneInfo) -> Iterator[Onderdeel]:
    tellingen = opslag.peilingen(tx, wijk)
    for telling in tellingen:
        moment = _lokaal(telling.gesloten_op or telling.sluit_op, zone)
        yield Onderdeel("peiling", telling.vraag, {"stemmers": telling.stemmers}, telling.publiek_id, moment)
    methoden = {telling.publiek_id: METHODEN[telling.methode] for telling in tellingen}
    biljetten = opslag.biljetten(tx, wijk)
    for publiek_id, opties in opslag.opties(tx, wijk).items():
        uitslag = methoden[publiek_id].tel(opties, biljetten.get(publiek_id, {}))
        klein = 0 < uitslag.stemmen < KLEINSTE  # then an option that nobody chose tells what the others did
        for tekst, aantal in uitslag.regels:
            yield Onderdeel("optie", tekst, {"stemmen": cel(max(aantal, 1) if klein else aantal)}, publiek_id)


def _straten(tx: Connection, wijk: int) -> Iterator[Onderdeel]:
    per_meting = {"bewoners": opslag.bewoners(tx, wijk)} | {
        drempel: opslag.bewoners(tx, wijk, soorten) for drempel, soorten in TELT.items()
    }
    for straat, adressen in opslag.adressen(tx, wijk):
        cellen = {meting: cel(aantallen.get(straat, 0)) for meting, aantallen in per_meting.items()}
        yield Onderdeel("straat", straat, {"adressen": adressen, **cellen})


def _lokaal(moment: datetime, zone: ZoneInfo) -> str:
    return moment.astimezone(zone).isoformat(timespec="minutes")

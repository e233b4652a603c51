"""Putting a backup back: beside the database, held against what is known, erased again, and only then in its place."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot import herstel, reservekopie
from bot.channels.tijdvak import Tijdvakbestand
from bot.config import Opslag, Settings
from bot.errors import InvoerFout
from bot.services.tijdvak import Begin
from bot.storage import kopie, open_database, wijken
from bot.storage.schema import migrate, migratie


@dataclass(frozen=True)
class Teruggezet:
    """How it went.

    Args:
        oud: where the database is now that was replaced; empty when there was none.
        gemaakt: when the backup was made, as far as it says so.
    """

    begin: Begin | None
    oud: str
    gemaakt: str


async def zet_terug(
    settings: Settings, pad: Path, now: datetime, *, over_nieuwer: bool = False, sleutel: Path | None = None
) -> Teruggezet:
    """Put a backup in the place of the database; a kill at any moment leaves the one or the other, whole.

    Args:
        over_nieuwer: also over a database that is newer, or is another one.
        sleutel: file with the secret age key, of an encrypted backup.

    Raises:
        InvoerFout: the bot runs, the backup is not whole, or what is there is newer; nothing was changed then.
    """
    with zonder_bot(settings.opslag) as bestand:
        van = kopie.van(settings.opslag.database)
        bron, feiten = reservekopie.lees(pad)
        if feiten and feiten.soort != van.soort:
            raise InvoerFout(f"{pad}: dit is een kopie van {feiten.soort}; die gaat niet terug in {van.soort}")
        try:
            with reservekopie.ontsleuteld(bron, sleutel, Path(settings.opslag.tijdvak_bestand).parent) as leesbaar:
                klaar = van.zet_klaar(leesbaar)
            if not migratie(klaar):
                raise InvoerFout(f"{pad}: dit is geen database van gehoord; neem een andere kopie")
            if feiten and van.tel(klaar) != feiten.tellingen:
                raise InvoerFout(f"{pad}: er staat iets anders in dan bij het maken; neem een andere kopie")
            if not over_nieuwer:
                _eis_niet_nieuwer(van, settings.opslag, klaar)
            migrate(klaar)
            begin = await _begin_in(klaar, settings, pad, now)
            oud = van.verwissel(f"{now.astimezone(UTC):%Y%m%dT%H%M%SZ}")
        finally:
            van.gooi_weg()
        if begin:
            bestand.schrijf(begin.stand)
            bestand.bewaar()
    return Teruggezet(begin, oud, feiten.gemaakt if feiten else "")


@contextmanager
def zonder_bot(opslag: Opslag) -> Iterator[Tijdvakbestand]:
    """Let no bot of this installation start or run while the block lasts.

    Raises:
        InvoerFout: one runs.
    """
    bestand = Tijdvakbestand(Path(opslag.tijdvak_bestand), alleen=True)
    try:
        yield bestand
    finally:
        bestand.sluit()


async def _begin_in(url: str, settings: Settings, pad: Path, now: datetime) -> Begin | None:
    """Erase again and begin an epoch in what is about to be the database; one in which nothing began needs neither."""
    database = await open_database(url)
    try:
        wijk = await database.read(wijken.zoek)
        if wijk is None:
            return None
        begin = await herstel.hersteld(database, settings, wijk, now, reservekopie.gewist_volgens(pad))
        await database.meet_tabellen()
        return begin
    finally:
        await database.close()


def _eis_niet_nieuwer(van: kopie.Kopie, opslag: Opslag, klaar: str) -> None:
    hier, terug = van.stand(opslag.database), van.stand(klaar)
    if hier is not None and (terug is None or any(nu > toen for nu, toen in zip(hier, terug, strict=True))):
        mend = "weet u het zeker, geef dan --over-nieuwer; de nieuwere blijft ernaast bewaard"
        raise InvoerFout(f"de database die er staat is nieuwer dan deze kopie, of een andere; {mend}")

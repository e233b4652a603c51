"""Letters to households: which addresses are new, and keeping their codes. The file in between: bot.brieven."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from bot.errors import InvoerFout
from bot.rules.adressen import Adres
from bot.storage import huishoudens
from bot.storage.huishoudens import NieuwHuishouden


def nieuwe_adressen(tx: Connection, wijk: int, adressen: Sequence[Adres], merk: bytes) -> list[Adres]:
    """Return the addresses that have no household yet, in the order in which someone walks past them.

    Raises:
        InvoerFout: another pepper made the codes that are there.
    """
    eis_peper(tx, merk)
    bekend = huishoudens.sleutels(tx, wijk)
    nieuw = (adres for adres in adressen if adres.sleutel not in bekend)
    return sorted(nieuw, key=lambda a: (a.straat.casefold(), a.huisnummer, a.toevoeging.upper(), a.sleutel))


def leg_vast(tx: Connection, wijk: int, nieuwe: Sequence[NieuwHuishouden], merk: bytes, now: datetime) -> None:
    """Add households with their codes, all or none; the first codes fix the pepper.

    Raises:
        InvoerFout: another pepper made the codes that are there, or another run added an address meanwhile.
    """
    eis_peper(tx, merk)
    if huishoudens.sleutels(tx, wijk) & {nieuw.adres.sleutel for nieuw in nieuwe}:
        raise InvoerFout("gehoord brieven liep nog een keer, op hetzelfde moment; begin opnieuw")
    huishoudens.zet_peper_merk(tx, wijk, merk)
    huishoudens.voeg_toe(tx, wijk, nieuwe, now)


def tel_vastgelegd(tx: Connection, hmacs: Sequence[bytes], merk: bytes) -> int:
    """Count how many of these codes are kept.

    Raises:
        InvoerFout: another pepper made the codes that are there.
    """
    eis_peper(tx, merk)
    return huishoudens.tel_codes(tx, hmacs)


def eis_peper(tx: Connection, merk: bytes) -> None:
    """Check that this pepper made the codes that are there.

    Raises:
        InvoerFout: it did not: no letter would work.
    """
    if huishoudens.peper_merk(tx) not in (None, merk):
        raise InvoerFout(
            "[opslag] peper_bestand: hierin staat een andere peper dan die van de brieven; zet de oude terug"
        )

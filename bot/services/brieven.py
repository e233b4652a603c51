"""Letters to households: which addresses are new, and keeping their codes. The file in between: bot.brieven."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from bot.errors import InvoerFout
from bot.rules.adressen import Adres
from bot.rules.huisnummers import loopsleutel
from bot.services import zetel
from bot.storage import gesprekken, huishoudens, opdrachtmenus, verhuizingen, wekkers
from bot.storage.huishoudens import NieuweCode, NieuwHuishouden


def nieuwe_adressen(tx: Connection, wijk: int, adressen: Sequence[Adres], merk: bytes) -> list[Adres]:
    """Return the addresses that have no household yet, in the order in which someone walks past them.

    Raises:
        InvoerFout: another pepper made the codes that are there.
    """
    eis_peper(tx, merk)
    bekend = huishoudens.sleutels(tx, wijk)
    return sorted((adres for adres in adressen if adres.sleutel not in bekend), key=_looproute)


def te_herdrukken(
    tx: Connection,
    wijk: int,
    sleutels: Sequence[str],
    net_gedrukt: Mapping[str, bytes],
    merk: bytes,
    *,
    verhuisd: bool = False,
) -> list[Adres]:
    """Return the addresses of these keys, in the order in which someone walks past them.

    Args:
        tx: the transaction.
        wijk: whose households.
        sleutels: address keys.
        net_gedrukt: HMAC per address key of letters that an earlier run left, and that nobody saw yet: where that code
            still works the reprint is done, and another would kill it.
        merk: mark of the pepper.
        verhuisd: the households moved: it is done only where nobody lives any more.

    Raises:
        InvoerFout: another pepper made the codes that are there, or an address has no household.
    """
    eis_peper(tx, merk)
    gevonden = huishoudens.adressen(tx, wijk, sleutels)
    if onbekend := sorted(set(sleutels) - {adres.sleutel for adres in gevonden}):
        namen = ", ".join(" ".join(sleutel.split("|")).strip() for sleutel in onbekend)
        optie = "--verhuisd" if verhuisd else "--herdruk"
        raise InvoerFout(f"{optie}: dit adres heeft nog geen brief: {namen}; kijk het na in de adressenlijst")
    werkt = huishoudens.geldige_codes(tx, list(net_gedrukt.values()))
    klaar = {sleutel for sleutel, hmac in net_gedrukt.items() if hmac in werkt}
    if verhuisd:
        klaar -= verhuizingen.bewoond(tx, wijk, list(klaar))
    return sorted((adres for adres in gevonden if adres.sleutel not in klaar), key=_looproute)


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


def vervang(tx: Connection, wijk: int, nieuwe: Sequence[NieuweCode], merk: bytes, now: datetime) -> None:
    """Give households a new code and revoke the old one, all or none; who joined with it stays in.

    Raises:
        InvoerFout: another pepper made the codes that are there.
    """
    eis_peper(tx, merk)
    huishoudens.vervang_codes(tx, wijk, nieuwe, now)


def verhuis(tx: Connection, wijk: int, nieuwe: Sequence[NieuweCode], merk: bytes, now: datetime) -> None:
    """Give households that moved a new code, revoke the old one and end the seats of who lived there, all or none.

    Raises:
        InvoerFout: another pepper made the codes that are there.
    """
    vervang(tx, wijk, nieuwe, merk, now)
    accounts, bijeenkomsten = verhuizingen.beeindig(tx, wijk, [nieuw.sleutel for nieuw in nieuwe], now)
    zetel.laat_los(tx, wijk, accounts, now.isoformat())
    for account in accounts:
        opdrachtmenus.herhaal(tx, account)  # their list of commands is that of everybody again
        gesprekken.sluit(tx, wijk, account)  # a form of a resident would keep the code that they type next
    for bijeenkomst in bijeenkomsten:  # who waits may come in
        wekkers.zorg_voor(tx, wijk, "aanbod_verloopt", bijeenkomst, now)


def gewijzigd(tx: Connection, wijk: int, adressen: Sequence[Adres]) -> int:
    """Count the addresses that have a household and of which the list says something new."""
    return len(huishoudens.gewijzigd(tx, wijk, adressen))


def werk_bij(tx: Connection, wijk: int, adressen: Sequence[Adres]) -> None:
    """Take over what the list says of addresses that have a household; what it leaves empty stays."""
    huishoudens.werk_bij(tx, huishoudens.gewijzigd(tx, wijk, adressen))


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


def _looproute(adres: Adres) -> tuple[Any, ...]:
    return adres.straat.casefold(), loopsleutel(adres.huisnummer, adres.toevoeging), adres.sleutel

"""A file of figures: all of it goes in, after a second person's yes where the settings want one, or none of it."""

from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd, InvoerFout
from bot.rules.indicatorbestand import Reeks, Regel, lees
from bot.rules.indicatoren import MEESTE_PUNTEN, MEESTE_REEKSEN, schrijf
from bot.services import lezers, voorstel
from bot.services.handeling import Handeling, eis_rol
from bot.services.indicator import MAKERS, als_soort, lijst
from bot.storage import accounts, gesprekken, indicatoren
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.indicatoren import Indicator, Punt, geldend

BESTAND = "indicatorbestand"
_VRAAG = Boodschap("cijfers.bestand")


def wacht(tx: Connection, handeling: Handeling) -> Boodschap:
    """Wait for a file of figures."""
    wie = eis_rol(tx, handeling, *MAKERS)
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(BESTAND, "bestand", {}))
    return _VRAAG


def neem(tx: Connection, handeling: Handeling, inhoud: bytes | None) -> Boodschap:
    """Take a file in, or ask a second person.

    Args:
        inhoud: None when something else was sent, or more than `indicatorbestand.GROOTST`.

    Raises:
        Geweigerd: no such file, or a mistake in it; the bot goes on waiting for it.
    """
    wie = eis_rol(tx, handeling, *MAKERS)
    with lezers.blijft_open(_VRAAG.soort, _VRAAG.data):
        if inhoud is None:
            raise Geweigerd("indicator.geen_bestand")
        try:
            nieuw = _nieuw(tx, handeling, inhoud, "dit bestand")
        except InvoerFout as fout:
            raise Geweigerd("indicator.fout", regel=str(fout)[:1000]) from None
    gesprekken.sluit_als(tx, wie.wijk, wie.account, BESTAND)
    if not nieuw:
        return lijst(tx, handeling, melding="cijfers.niets_nieuws")
    return _lever_in(tx, handeling, wie, nieuw) or lijst(tx, handeling, melding="cijfers.ingelezen")


def bied_aan(tx: Connection, handeling: Handeling, inhoud: bytes, bron: str) -> tuple[int, bool]:
    """Do as `neem` for who sits at the server, in the name of someone with the role.

    Returns:
        How many figures are new, and whether they wait for a second person.

    Raises:
        Geweigerd: that person has no such role.
        InvoerFout: a mistake in the file, with the mend.
    """
    wie = eis_rol(tx, handeling, *MAKERS)
    nieuw = _nieuw(tx, handeling, inhoud, bron)
    wacht = bool(nieuw) and _lever_in(tx, handeling, wie, nieuw) is not None
    return sum(len(reeks["punten"]) for reeks in nieuw), wacht


def _lever_in(tx: Connection, handeling: Handeling, wie: Wie, nieuw: list[dict[str, Any]]) -> Boodschap | None:
    punten = [punt for reeks in nieuw for punt in reeks["punten"]]
    verbetert = any(reden for *_, reden in punten)
    wat = "correctie" if verbetert and "invoer" not in handeling.tweede_persoon else "invoer"
    return voorstel.doe_of_stel_voor(tx, handeling, wie, wat, "cijfers", {"reeksen": nieuw}, aantal=len(punten))


def _nieuw(tx: Connection, handeling: Handeling, inhoud: bytes, bron: str) -> list[dict[str, Any]]:
    """Return per series what a file says that is not there yet. Reads only.

    Raises:
        InvoerFout: a line per mistake, with the mend.
    """
    reeksen = lees(inhoud, bron, handeling.now.astimezone(handeling.zone).date())
    bestaand = {een.naam.casefold(): een for een in indicatoren.alle(tx, handeling.wijk)}
    punten = indicatoren.punten(tx, [een.id for een in bestaand.values()])
    nieuw, fouten = [], []
    for reeks in reeksen:
        al = bestaand.get(reeks.naam.casefold())
        if bezwaar := _bezwaar(reeks, al, list(bestaand.values())):
            fouten.append(f"{bron}: regel {reeks.regels[0].nummer}: {bezwaar}")
            continue
        cijfers = geldend(punten[al.id]) if al else {}
        regels = [regel for regel in reeks.regels if not _zelfde(regel, cijfers.get(regel.begin))]
        fouten += [f"{bron}: regel {r.nummer}: {w}" for r in regels if (w := _botst(r, cijfers.get(r.begin)))]
        if regels:
            nieuw.append(_als_data(reeks, regels))
        if len(punten[al.id] if al else []) + len(regels) > MEESTE_PUNTEN:
            fouten.append(f"{bron}: indicator: '{reeks.naam}' krijgt meer dan {MEESTE_PUNTEN} cijfers; laat oude weg")
    if len(bestaand) + sum(reeks["naam"].casefold() not in bestaand for reeks in nieuw) > MEESTE_REEKSEN:
        fouten.append(f"{bron}: indicator: er zijn er meer dan {MEESTE_REEKSEN}; stop er eerst een in de chat")
    if fouten:
        raise InvoerFout("\n".join(fouten))
    return nieuw


def _bezwaar(reeks: Reeks, al: Indicator | None, bestaand: list[Indicator]) -> str | None:
    if al is None and not reeks.eenheid:
        namen = ", ".join(een.naam for een in bestaand)
        mend = "zet in de kolom eenheid wat er geteld wordt" + (f", of kies uit {namen}" if namen else "")
        return f"indicator: '{reeks.naam}' is nieuw; {mend}"
    if al is not None and al.soort != reeks.soort:
        return f"datum: '{reeks.naam}' gaat per {al.soort}, en hier staat een {reeks.soort}; maak er een {al.soort} van"
    return None


def _zelfde(regel: Regel, al: Punt | None) -> bool:
    return al is not None and al.waarde == regel.waarde and al.bron == regel.bron


def _botst(regel: Regel, al: Punt | None) -> str | None:
    if al is not None and not regel.reden:
        staat = schrijf(al.waarde) if al.waarde is not None else ""
        return (
            f"datum: {regel.begin.isoformat()} heeft al {staat} ({al.bron}); zet in de kolom reden waarom dit beter is"
        )
    return None


def _als_data(reeks: Reeks, regels: list[Regel]) -> dict[str, Any]:
    punten = [[r.begin.isoformat(), schrijf(r.waarde), r.bron, r.reden] for r in regels]
    velden = {"naam": reeks.naam, "eenheid": reeks.eenheid, "uitleg": reeks.uitleg, "soort": reeks.soort}
    return {**velden, "punten": punten}


@voorstel.voert_uit("cijfers")
def _schrijf(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    if not accounts.van_id(tx, handeling.wijk, gemaakt_door).rollen & set(MAKERS):
        raise Geweigerd("voorstel.maker_weg")
    bestaand = {een.naam.casefold(): een for een in indicatoren.alle(tx, handeling.wijk)}
    punten = indicatoren.punten(tx, [een.id for een in bestaand.values()])
    vast = {"op": handeling.now, "gemaakt_door": gemaakt_door}
    for nummer, reeks in enumerate(data["reeksen"]):
        al = bestaand.get(reeks["naam"].casefold())
        if al is not None and al.soort != reeks["soort"]:
            raise Geweigerd("indicator.andere_soort")
        welke = al.id if al else None
        if welke is None:
            velden = {naam: reeks[naam] for naam in ("naam", "eenheid", "uitleg")}
            velden |= {"soort": als_soort(reeks["soort"]), "openbaar": False, **vast}
            publiek_id = handeling.id(f"indicator {nummer}")
            welke = indicatoren.maak(tx, handeling.wijk, publiek_id=publiek_id, **velden)
        cijfers = geldend(punten.get(welke, []))
        for begin, waarde, bron, reden in reeks["punten"]:
            dag, getal = date.fromisoformat(begin), Decimal(waarde)
            er = cijfers.get(dag)
            if er is not None and (er.waarde, er.bron) == (getal, bron):  # came in by another way since
                continue
            if er is not None and not reden:
                raise Geweigerd("indicator.bestaat")
            reden_ = reden if er is not None else None
            indicatoren.voeg_toe(tx, handeling.wijk, welke, getal, begin=dag, bron=bron, reden=reden_, **vast)

"""Co-confirming: what one person asks, a second one confirms with one tap within 48 hours, and then it happens.

A noun that asks for it registers what must happen, and calls `doe_of_stel_voor`:

    @voorstel.voert_uit("deurlijst")
    def _noteer(tx, handeling, data, gemaakt_door): ...        # raises Geweigerd when it cannot be any more

    klaar = voorstel.doe_of_stel_voor(tx, handeling, wie, "invoer", "deurlijst", data, straat="Merelweg", aantal=12)
    return klaar or Boodschap("deur.genoteerd")

`data` is JSON-able and never shown; the named fields fill the sentence `voorstel.wat.<soort>`, which everyone who is
asked reads, so nobody's data stands in them. `voorstel.naam.<soort>` is its name in a list. A field `voorbeeld`, with
`soort` and `data` of a message, shows that message too to who is asked. A field `lezen`, a list of such pairs, are
messages that one reads before one can say yes.
"""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.services.bezorging import Geval
from bot.services.handeling import KERNGROEP, STAF, Handeling, eis_rol, wie_handelt
from bot.storage import afsluitingen, outbox, rollen, veranderingen, voorstellen, wekkers
from bot.storage.accounts import Wie
from bot.storage.voorstellen import Voorstel

GELDIG = timedelta(hours=48)
IN_LIJST = 8
TWEEDE = (KERNGROEP, *STAF)
"""Who may be the second person."""

Uitvoerder = Callable[[Connection, Handeling, dict[str, Any], int], None]
"""Does what was asked: (tx, handeling of the second person, data, account of who asked). Evidence says that two did."""

UITVOERDERS: dict[str, Uitvoerder] = {}


def voert_uit(soort: str) -> Callable[[Uitvoerder], Uitvoerder]:
    """Register what happens when a voorstel of this kind is confirmed."""

    def neem(uitvoerder: Uitvoerder) -> Uitvoerder:
        if soort in UITVOERDERS:
            raise ValueError(f"two ways to carry out {soort!r}")
        UITVOERDERS[soort] = uitvoerder
        return uitvoerder

    return neem


def doe_of_stel_voor(
    tx: Connection, handeling: Handeling, wie: Wie, wat: str, soort: str, data: dict[str, Any], **velden: Any
) -> Boodschap | None:
    """Ask a second person where the settings want one, and return what the maker reads; else do it now, return None.

    After the closing of the process what is typed in and each correction asks one, whatever the settings say.

    Args:
        wie: who acts, of whom the caller knows that they may.
        wat: `invoer`, `correctie` or `bericht`, as in `[werkwijze] tweede_persoon`.
        soort: a registered kind.
        velden: what people read; a name that ends in `moment` holds an ISO moment.
    """
    na_afloop = wat in ("invoer", "correctie") and afsluitingen.is_afgesloten(tx, handeling.wijk)
    if na_afloop or wat in handeling.tweede_persoon:
        return stel_voor(tx, handeling, wie, soort, data, **velden)
    UITVOERDERS[soort](tx, handeling, data, wie.account)
    return None


def stel_voor(
    tx: Connection,
    handeling: Handeling,
    wie: Wie,
    soort: str,
    data: dict[str, Any],
    *,
    uiterlijk: datetime | None = None,
    **velden: Any,
) -> Boodschap:
    """Ask a second person, whatever the settings say. All who may be that person get a message with a button.

    What was asked already and still waits is shown instead, to agree with where another asked it.

    Args:
        uiterlijk: when it can be done no more, where that may come before the 48 hours are over.
    """
    if soort not in UITVOERDERS:
        raise ValueError(f"nothing carries out {soort!r}")
    bewaard = json.loads(json.dumps(data))  # a tuple comes back as a list
    for al in voorstellen.open_(tx, handeling.wijk, handeling.now):
        mag_zien = al.gemaakt_door == wie.account or wie.rollen & set(TWEEDE)
        if mag_zien and (al.soort, al.data) == (soort, bewaard):
            return toon(tx, handeling, al.publiek_id)
    verloopt_op = min(handeling.now + GELDIG, uiterlijk or datetime.max.replace(tzinfo=UTC))
    publiek_id = handeling.id(f"voorstel {soort}")
    nieuw = voorstellen.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=publiek_id,
        soort=soort,
        data=data,
        velden=velden,
        gemaakt_door=wie.account,
        gemaakt_op=handeling.now,
        verloopt_op=verloopt_op,
    )
    wekkers.zet(tx, handeling.wijk, "voorstel_verloopt", nieuw, verloopt_op)
    anderen = [
        ander
        for ander in rollen.accounts_met(tx, handeling.wijk, TWEEDE)
        if not rollen.is_een_persoon(tx, wie.account, ander)
    ]
    gemaakt = _bestaand(tx, handeling, publiek_id)
    vraag = Boodschap("voorstel.een", {**_als_data(gemaakt), "eigen": False})
    outbox.schrijf(tx, handeling.wijk, f"voorstel:{nieuw}", anderen, vraag, baan=Baan.HERINNERING)
    return Boodschap("voorstel.gemaakt", {**_als_data(gemaakt), "aantal": len(anderen)})


def lijst(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show what waits for a second person, to who may be that person."""
    eis_rol(tx, handeling, *TWEEDE)
    wachtend = voorstellen.open_(tx, handeling.wijk, handeling.now, IN_LIJST)
    return Boodschap("voorstel.lijst", {"voorstellen": [_als_data(voorstel) for voorstel in wachtend]})


def nummer_van(tx: Connection, handeling: Handeling, gemaakt: Boodschap) -> int:
    """Return the number inside of what was asked just now, for what waits for it."""
    nieuw = voorstellen.zoek(tx, handeling.wijk, publiek_id=gemaakt.data["id"])
    assert nieuw is not None  # noqa: S101 (it was made just now)
    return nieuw.id


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one that waits: to its maker with a button to withdraw it, to others to confirm it."""
    wie, gevonden = _lees(tx, handeling, publiek_id)
    eigen = rollen.is_een_persoon(tx, wie.account, gevonden.gemaakt_door)
    return Boodschap("voorstel.een", {**_als_data(gevonden), "eigen": eigen})


def lees(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Boodschap, ...]:
    """Show what it is about as those will get it for whom it is, and under it the buttons to agree or not."""
    een = toon(tx, handeling, publiek_id)
    _, gevonden = _lees(tx, handeling, publiek_id)
    gezien = (Boodschap(soort, data, wijze="nieuw") for soort, data in gevonden.velden.get("lezen", []))
    return (*gezien, Boodschap(een.soort, {**een.data, "lezen": False}, wijze="nieuw"))


def akkoord(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Confirm as the second person: what was asked happens now, in this transaction.

    Raises:
        Geweigerd: who asked it, no longer open, or it cannot be done any more; then it stays open.
    """
    wie, gevonden = _als_tweede(tx, handeling, publiek_id)
    if not rollen.van_account(tx, handeling.wijk, gevonden.gemaakt_door):
        raise Geweigerd("voorstel.maker_weg")
    return _eindig(tx, handeling, wie, gevonden, "bevestigd")


def niet_akkoord(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Refuse as the second person; who asked hears that it does not go on."""
    wie, gevonden = _als_tweede(tx, handeling, publiek_id)
    return _eindig(tx, handeling, wie, gevonden, "afgewezen")


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Withdraw one's own."""
    wie, gevonden = _lees(tx, handeling, publiek_id)
    if not rollen.is_een_persoon(tx, wie.account, gevonden.gemaakt_door):
        raise Geweigerd("voorstel.onbekend")
    return _eindig(tx, handeling, wie, gevonden, "ingetrokken")


def verloop(tx: Connection, geval: Geval) -> None:
    """Let one lapse that nobody confirmed in time, and tell its maker."""
    gevonden = voorstellen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if gevonden is not None and voorstellen.eindig(tx, gevonden.id, "verlopen", None, geval.now):
        _vraag_niet_meer(tx, geval.wijk, gevonden, "verlopen")
        _vertel_maker(tx, geval.wijk, gevonden, "verlopen")


def _eindig(tx: Connection, handeling: Handeling, wie: Wie, gevonden: Voorstel, staat: str) -> Boodschap:
    if not voorstellen.eindig(tx, gevonden.id, staat, wie.account, handeling.now):
        raise Geweigerd("voorstel.onbekend")
    if staat == "bevestigd":
        UITVOERDERS[gevonden.soort](tx, replace(handeling, tweede=wie.account), gevonden.data, gevonden.gemaakt_door)
    _vraag_niet_meer(tx, handeling.wijk, gevonden, staat, wie.account)
    if staat != "ingetrokken":
        _vertel_maker(tx, handeling.wijk, gevonden, staat)
    return Boodschap("voorstel.klaar", {**_als_data(gevonden), "staat": staat})


def _vraag_niet_meer(tx: Connection, wijk: int, gevonden: Voorstel, staat: str, door: int | None = None) -> None:
    """Let the question not go any more, and say how it ended where it stands; who ended it, `door`, reads that."""
    sleutel, gevraagd = f"voorstel:{gevonden.id}", rollen.accounts_met(tx, wijk, TWEEDE)
    veranderingen.trek_in(tx, sleutel, gevraagd)
    voorbij = Boodschap("voorstel.voorbij", {**_als_data(gevonden), "staat": staat})
    anderen = [naar for naar in gevraagd if naar != door]
    veranderingen.verander(tx, [sleutel], f"voorstel:{staat}", anderen, voorbij, baan=Baan.HERINNERING)


def _vertel_maker(tx: Connection, wijk: int, gevonden: Voorstel, staat: str) -> None:
    afloop = Boodschap("voorstel.afloop", {**_als_data(gevonden), "staat": staat})
    sleutel = f"voorstel:{gevonden.id}:{staat}"
    outbox.schrijf(tx, wijk, sleutel, [gevonden.gemaakt_door], afloop, baan=Baan.HERINNERING)


def _als_tweede(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Voorstel]:
    wie, gevonden = _lees(tx, handeling, publiek_id)
    if rollen.is_een_persoon(tx, wie.account, gevonden.gemaakt_door):
        raise Geweigerd("voorstel.eigen")
    eis_rol(tx, handeling, *TWEEDE)
    return wie, gevonden


def _lees(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Voorstel]:
    """Return who acts and one that waits; its maker may see it, and who may be the second person."""
    wie = wie_handelt(tx, handeling)
    gevonden = _bestaand(tx, handeling, publiek_id) if wie.rollen else None
    if gevonden is None:
        raise Geweigerd("rol_nodig")
    if gevonden.gemaakt_door != wie.account:
        eis_rol(tx, handeling, *TWEEDE)
    if gevonden.staat != "open":
        raise Geweigerd(f"voorstel.al_{gevonden.staat}")
    if handeling.now >= gevonden.verloopt_op:
        raise Geweigerd("voorstel.al_verlopen")
    return wie, gevonden


def _bestaand(tx: Connection, handeling: Handeling, publiek_id: str) -> Voorstel:
    gevonden = voorstellen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None:
        raise Geweigerd("voorstel.onbekend")
    return gevonden


def _als_data(gevonden: Voorstel) -> dict[str, Any]:
    return {
        "id": gevonden.publiek_id,
        "soort": gevonden.soort,
        "velden": {naam: waarde for naam, waarde in gevonden.velden.items() if naam != "lezen"},
        "lezen": "lezen" in gevonden.velden,
        "tot": gevonden.verloopt_op.isoformat(),
    }

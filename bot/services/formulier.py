"""Filling in a form by chat, one question at a time: typed or tapped, with back, stop and a preview before it is done.

Each step is a row, so a restart resumes there. What is asked and what then happens stands with each noun.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.inhoud import Inhoud, leesbaar
from bot.services import stukken
from bot.services.formuliervorm import VRAAG, Formulier, Keuze, Veld
from bot.services.gesprek import wil_knop
from bot.services.gestuurd import antwoord
from bot.services.handeling import Handeling, eis_bewoner, eis_deelnemer, eis_rol, wie_handelt
from bot.services.lezers import blijft_open
from bot.storage import accounts, gesprekken
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek

__all__ = ["Formulier", "Keuze", "Veld"]  # who makes a form needs no other module

VOORBEELD = "voorbeeld"
VAST = "vast"  # in what a form begins with: the questions of which the answer is known
ANDERS = "anders"  # in what is filled in: only what has no answer is asked, and then the preview comes
MEESTE_KNOPPEN = 80
"""Telegram shows no more than 100 under a message; what is further down the list can be typed."""

Formulieren = Mapping[str, Formulier]


def begin(tx: Connection, handeling: Handeling, formulier: Formulier, data: dict[str, Any] | None = None) -> Boodschap:
    """Open a form, whatever was open before: empty, or with what is known already; without questions at its preview."""
    wie, data = _eis(tx, handeling, formulier), data or {}
    return _ga_naar(tx, handeling, wie, formulier, (*_nog(formulier, data), VOORBEELD)[0], data)


def typ(
    tx: Connection, handeling: Handeling, formulieren: Formulieren, tekst: str, inhoud: Inhoud | None = None
) -> Boodschap:
    """Answer the open question with typed text; `inhoud` is the same with its markup."""
    wie, formulier, gesprek = _open(tx, handeling, formulieren)
    veld, vraag = _veld(formulier, gesprek.stap), _toon(tx, handeling, wie, formulier, gesprek)
    if veld is None:
        raise wil_knop(vraag)
    for keuze, label in _gehaald(tx, handeling, veld, gesprek.data):
        if label.casefold() == " ".join(tekst.split()).casefold():
            return _vul(tx, handeling, wie, formulier, veld, gesprek.data, keuze)
    if veld.alleen_knop:
        raise wil_knop(vraag)
    with blijft_open(vraag.soort, vraag.data):
        if inhoud and (waarde := antwoord(veld.neemt, inhoud)) is not None:
            return _vul(tx, handeling, wie, formulier, veld, gesprek.data, waarde)
        if veld.neemt == "stuk":
            raise Geweigerd("stuk.geen_document")
        if veld.lees is None:  # a photo or a place is wanted, as the question says
            return vraag
        return _vul(tx, handeling, wie, formulier, veld, gesprek.data, veld.lees(tekst.strip(), handeling))


def kies(tx: Connection, handeling: Handeling, formulieren: Formulieren, naam: str, keuze: str) -> Boodschap:
    """Answer a question with a button; a button of another step only shows the step that is open."""
    wie, formulier, gesprek = _open(tx, handeling, formulieren)
    veld = _veld(formulier, gesprek.stap)
    if veld is None or veld.naam != naam:
        return _toon(tx, handeling, wie, formulier, gesprek)
    gekozen = gesprek.data.get(naam)
    if (veld.mag_over or veld.meer) and keuze == "":
        return _vul(tx, handeling, wie, formulier, veld, gesprek.data, (gekozen or []) if veld.meer else None)
    gehaald = (waarde for waarde, _ in _gehaald(tx, handeling, veld, gesprek.data))
    if keuze not in {*_keuzes(wie, veld), *gehaald}:
        return _toon(tx, handeling, wie, formulier, gesprek)
    if veld.meer:
        data = {**gesprek.data, naam: veld.meer(gekozen or [], keuze)}
        return _ga_naar(tx, handeling, wie, formulier, naam, data)
    return _vul(tx, handeling, wie, formulier, veld, gesprek.data, keuze)


def wil_stuk(tx: Connection, handeling: Handeling, formulieren: Formulieren) -> bool:
    """Say whether the open question takes a document, of which the bytes must be fetched first. Reads only."""
    van = handeling.afzender
    wie = accounts.wie(tx, handeling.wijk, van.kanaal, van.extern_id) if van.prive else None
    gesprek = gesprekken.open_gesprek(tx, wie.wijk, wie.account) if wie else None
    if wie is None or gesprek is None or gesprek.soort not in formulieren:
        return False
    formulier = formulieren[gesprek.soort]
    veld = _veld(formulier, gesprek.stap)
    return bool(wie.rollen & set(formulier.rollen)) and veld is not None and veld.neemt == "stuk"


def stuur(
    tx: Connection, handeling: Handeling, formulieren: Formulieren, inhoud: Inhoud | None, bestand: bytes | None = None
) -> Boodschap:
    """Answer the open question with a file or a place; a question that does not take it is asked again.

    Of a photo with words under it the words answer what is typed, and the photo what may be added to the form.

    Args:
        bestand: the bytes of a document, when `wil_stuk`; None when they are too many.
    """
    wie, formulier, gesprek = _open(tx, handeling, formulieren)
    veld, vraag = _veld(formulier, gesprek.stap), _toon(tx, handeling, wie, formulier, gesprek)
    if veld is None or veld.alleen_knop:
        raise wil_knop(vraag)
    with blijft_open(vraag.soort, vraag.data):
        stuk = stukken.neem(tx, handeling, wie, inhoud, bestand) if veld.neemt == "stuk" else None
        waarde, data = stuk or antwoord(veld.neemt, inhoud), gesprek.data
        if waarde is None and veld.lees and inhoud and (getypt := leesbaar(inhoud["html"]).strip()):
            alle = (extra for extra in formulier.extra if extra.naam in _extra(formulier, data))
            if erbij := {extra.naam: inhoud["file_id"] for extra in alle if extra.neemt == inhoud["soort"] == "foto"}:
                waarde, data = veld.lees(getypt, handeling), {**data, **erbij}
        return vraag if waarde is None else _vul(tx, handeling, wie, formulier, veld, data, waarde)


def vraag_extra(tx: Connection, handeling: Handeling, formulieren: Formulieren, naam: str) -> Boodschap:
    """From the preview, ask one of the questions that nobody has to answer, or one that has an answer once more."""
    wie, formulier, gesprek = _open(tx, handeling, formulieren)
    opnieuw = naam in _gevraagd(formulier, gesprek.data)
    if gesprek.stap != VOORBEELD or not (opnieuw or naam in _extra(formulier, gesprek.data)):
        return _toon(tx, handeling, wie, formulier, gesprek)
    return _ga_naar(tx, handeling, wie, formulier, naam, gesprek.data | ({ANDERS: True} if opnieuw else {}))


def anders(tx: Connection, handeling: Handeling, formulieren: Formulieren) -> Boodschap:
    """From the preview, show the questions: one is asked once more and the preview comes back."""
    wie, formulier, gesprek = _open(tx, handeling, formulieren)
    if gesprek.stap != VOORBEELD:
        return _toon(tx, handeling, wie, formulier, gesprek)
    gevraagd = _gevraagd(formulier, gesprek.data)
    vragen = [
        [veld.naam, veld.toont if veld.toont != VRAAG else f"{veld.teksten or formulier.soort}.{veld.naam}.vraag"]
        for veld in formulier.velden
        if veld.naam in gevraagd
    ]
    return Boodschap("formulier.anders", {"vragen": vragen})


def terug(tx: Connection, handeling: Handeling, formulieren: Formulieren) -> Boodschap:
    """Go back one question; what was filled in stays until it is answered anew."""
    wie, formulier, gesprek = _open(tx, handeling, formulieren)
    gevraagd = _gevraagd(formulier, gesprek.data)
    af = ANDERS in gesprek.data and not _nog(formulier, gesprek.data)
    if not gevraagd or af or gesprek.stap in {veld.naam for veld in formulier.extra} - set(gevraagd):
        return _ga_naar(tx, handeling, wie, formulier, VOORBEELD, gesprek.data)
    plaats = gevraagd.index(gesprek.stap) if gesprek.stap in gevraagd else len(gevraagd)
    return _ga_naar(tx, handeling, wie, formulier, gevraagd[max(plaats - 1, 0)], gesprek.data)


def stop(tx: Connection, handeling: Handeling, formulieren: Formulieren | None) -> Boodschap:
    """Throw the open form away, also when one may not fill it in any more; with None whatever else waits too."""
    wie = eis_deelnemer(tx, handeling) if formulieren is None else wie_handelt(tx, handeling)
    gesprek = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    if gesprek is None or (formulieren is not None and gesprek.soort not in formulieren):
        raise Geweigerd("formulier.niets_open")
    gesprekken.sluit(tx, wie.wijk, wie.account)
    return Boodschap("formulier.gestopt")


def bevestig(tx: Connection, handeling: Handeling, formulieren: Formulieren) -> Boodschap:
    """Do what the form was for, once all is filled in and seen."""
    wie, formulier, gesprek = _open(tx, handeling, formulieren)
    if gesprek.stap != VOORBEELD:
        return _toon(tx, handeling, wie, formulier, gesprek)
    gesprekken.sluit(tx, wie.wijk, wie.account)
    return formulier.klaar(tx, handeling, wie, gesprek.data)


def met_zoals(
    tx: Connection, handeling: Handeling, doe: Callable[..., Boodschap], formulieren: Formulieren, *wat: Any
) -> tuple[Boodschap, ...]:
    """Do one of the above, and let a preview come after what it is a preview of."""
    boodschap = doe(tx, handeling, formulieren, *wat)
    formulier = formulieren.get(boodschap.soort.removesuffix(".voorbeeld"))
    gesprek = gesprekken.open_gesprek(tx, handeling.wijk, wie_handelt(tx, handeling).account)
    if formulier is None or formulier.zoals is None or gesprek is None:
        return (boodschap,)
    return (*formulier.zoals(tx, handeling, gesprek.data), replace(boodschap, wijze="nieuw"))


def _open(tx: Connection, handeling: Handeling, formulieren: Formulieren) -> tuple[Wie, Formulier, Gesprek]:
    wie = wie_handelt(tx, handeling)
    gesprek = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    if gesprek is None or gesprek.soort not in formulieren:
        raise Geweigerd("formulier.niets_open")
    formulier = formulieren[gesprek.soort]
    return _eis(tx, handeling, formulier), formulier, gesprek


def _eis(tx: Connection, handeling: Handeling, formulier: Formulier) -> Wie:
    handeling.gebruik.wat = f"formulier {formulier.soort}"
    if formulier.gasten:
        return eis_deelnemer(tx, handeling)
    return eis_rol(tx, handeling, *formulier.rollen) if formulier.rollen else eis_bewoner(tx, handeling)


def _vul(
    tx: Connection, handeling: Handeling, wie: Wie, formulier: Formulier, veld: Veld, data: dict[str, Any], waarde: Any
) -> Boodschap:
    data = {**data, veld.naam: waarde}
    if ANDERS in data:
        data = _zonder_wat_niet_kan(tx, handeling, formulier, data)
    gevraagd = _gevraagd(formulier, data)
    if ANDERS in data:
        volgende: Sequence[str] = _nog(formulier, data)
    elif veld.naam in gevraagd:
        volgende = gevraagd[gevraagd.index(veld.naam) + 1 :]
    else:
        volgende = [naam for naam in _extra(formulier, data) if naam == veld.daarna]
    if not volgende:
        alle = (*formulier.velden, *formulier.extra)
        weg = {v.naam for v in alle} - {v.naam for v in alle if v.als is None or v.als(data)}
        data = {naam: gegeven for naam, gegeven in data.items() if naam not in weg}
        if not formulier.voorbeeld:
            gesprekken.sluit(tx, wie.wijk, wie.account)
            return formulier.klaar(tx, handeling, wie, data)
    return _ga_naar(tx, handeling, wie, formulier, volgende[0] if volgende else VOORBEELD, data)


def _gevraagd(formulier: Formulier, data: dict[str, Any]) -> list[str]:
    """Return the questions that are asked, given what was filled in; not those that it began with the answer of."""
    nog = (veld for veld in formulier.velden if veld.naam not in data.get(VAST, ()))
    return [veld.naam for veld in nog if veld.als is None or veld.als(data)]


def _nog(formulier: Formulier, data: dict[str, Any]) -> list[str]:
    """Return the questions that are still to be asked."""
    return [naam for naam in _gevraagd(formulier, data) if ANDERS not in data or naam not in data]


def _zonder_wat_niet_kan(
    tx: Connection, handeling: Handeling, formulier: Formulier, data: dict[str, Any]
) -> dict[str, Any]:
    """Return what was filled in without the choices that are there no more, now that another answer changed."""
    for veld in formulier.velden:
        kiest = not (veld.lees or veld.meer) and data.get(veld.naam) is not None  # else it hangs on what is still asked
        if veld.haal and kiest and veld.naam in _gevraagd(formulier, data):
            kan = {*veld.keuzes, *(waarde for waarde, _ in veld.haal(tx, handeling, data))}
            data = data if data[veld.naam] in kan else {naam: w for naam, w in data.items() if naam != veld.naam}
    return data


def _extra(formulier: Formulier, data: dict[str, Any]) -> list[str]:
    return [veld.naam for veld in formulier.extra if veld.als is None or veld.als(data)]


def _ga_naar(
    tx: Connection, handeling: Handeling, wie: Wie, formulier: Formulier, stap: str, data: dict[str, Any]
) -> Boodschap:
    if stap == VOORBEELD:
        data = {naam: waarde for naam, waarde in data.items() if naam != ANDERS}
    gesprek = Gesprek(formulier.soort, stap, data)
    gesprekken.zet(tx, wie.wijk, wie.account, gesprek)
    return _toon(tx, handeling, wie, formulier, gesprek)


def _toon(tx: Connection, handeling: Handeling, wie: Wie, formulier: Formulier, gesprek: Gesprek) -> Boodschap:
    veld = _veld(formulier, gesprek.stap)
    if veld is None:
        data = {**gesprek.data, "extra": _extra(formulier, gesprek.data)} if formulier.extra else gesprek.data
        gezien = formulier.bekijk(tx, handeling, gesprek.data) if formulier.bekijk else {}
        return Boodschap(f"{formulier.soort}.voorbeeld", {**data, **gezien})
    gehaald = _gehaald(tx, handeling, veld, gesprek.data)[:MEESTE_KNOPPEN]
    return Boodschap(
        veld.toont,
        {
            "formulier": veld.teksten or formulier.soort,
            "veld": veld.naam,
            "keuzes": _keuzes(wie, veld),
            "gehaald": [list(keuze) for keuze in gehaald],
            "mag_over": veld.mag_over,
            "eerste": veld in formulier.velden[:1],
            "gekozen": (gesprek.data.get(veld.naam) or []) if veld.meer else None,
            **(veld.bekijk(tx, handeling, gesprek.data) if veld.bekijk else {}),
        },
    )


def _keuzes(wie: Wie, veld: Veld) -> list[str]:
    return [keuze for keuze in veld.keuzes if veld.mag is None or veld.mag(wie, keuze)]


def _gehaald(tx: Connection, handeling: Handeling, veld: Veld, data: dict[str, Any]) -> list[Keuze]:
    return veld.haal(tx, handeling, data) if veld.haal else []


def _veld(formulier: Formulier, naam: str) -> Veld | None:
    return next((veld for veld in (*formulier.velden, *formulier.extra) if veld.naam == naam), None)

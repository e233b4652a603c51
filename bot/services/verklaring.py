"""Recording what the professional of the spelregels declares, with the signed document; or that it was withdrawn."""

import base64
from datetime import date
from hashlib import sha256
from typing import Any, cast

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.drempels.verklaring import Verklaring
from bot.services import lezers, stukken, voorstel
from bot.services.formulier import Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol, wie_handelt
from bot.services.onderbouwing import afgesproken, kop, niet_later
from bot.storage import rollen, verklaringen
from bot.storage.accounts import Wie
from bot.storage.rollen import Rol

_WIE = ("naam", "functie", "opdrachtgever")
_MAG = frozenset({ORGANISATOR})


def begin(tx: Connection, handeling: Handeling) -> Boodschap:
    """Open the form, when the spelregels ask for a declaration."""
    eis_rol(tx, handeling, ORGANISATOR)
    afgesproken(tx, handeling, "verklaring")
    return open_formulier(tx, handeling, FORMULIER)


def begin_intrekken(tx: Connection, handeling: Handeling) -> Boodschap:
    """Open the form to withdraw the one that holds."""
    eis_rol(tx, handeling, ORGANISATOR)
    if verklaringen.laatste(tx, handeling.wijk, 0) is None:
        raise Geweigerd("verklaring.geen")
    return open_formulier(tx, handeling, INTREKKEN)


def _lees_dag(tekst: str, handeling: Handeling) -> str:
    return niet_later(handeling, lezers.datum(tekst, handeling))


def _mensen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    """Return who has a role here, each under a mark that says nothing to others."""
    per_mens: dict[str, tuple[str, list[str]]] = {}
    for rol in rollen.lijst(tx, handeling.wijk):
        naam = rol.naam or f"{rol.kanaal}:{rol.extern_id}"
        per_mens.setdefault(_merk(handeling, rol), (naam, []))[1].append(rol.rol)
    return [(merk, f"{naam}: {', '.join(sorted(set(wat)))}") for merk, (naam, wat) in per_mens.items()]


def _merk(handeling: Handeling, rol: Rol) -> str:
    vol = sha256(f"verklaring:{handeling.wijk}:{rol.kanaal}:{rol.extern_id}".encode()).digest()
    return base64.urlsafe_b64encode(vol[:16]).rstrip(b"=").decode()


def _account(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> int | None:
    """Return the account of the professional; None when they have no role here, or never spoke."""
    if data["rol"] == "nee":
        return None
    zijn = [rol for rol in rollen.lijst(tx, handeling.wijk) if _merk(handeling, rol) == data["wie"]]
    if not zijn:
        raise Geweigerd("verklaring.rol_weg")
    if any(rol.rol == ORGANISATOR for rol in zijn):
        raise Geweigerd("verklaring.organisator")
    return rollen.account_van(tx, zijn[0])


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    drempel = cast(Verklaring, afgesproken(tx, handeling, "verklaring"))
    stuk = stukken.bestaand(tx, handeling, data["stuk"])
    mens = dict(_mensen(tx, handeling, data)).get(data.get("wie", ""), "")
    assert stuk is not None  # noqa: S101 (the form does not go on without one)
    return {**{veld: getattr(drempel, veld) for veld in _WIE}, "stuknaam": stuk.naam, "mens": mens}


def _vraag(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    _account(tx, handeling, data)
    gezien = {**data, **_bekijk(tx, handeling, data)}
    stuk = stukken.bestaand(tx, handeling, data["stuk"])
    assert stuk is not None  # noqa: S101
    vast = {**data, **{veld: gezien[veld] for veld in _WIE}}
    document = stukken.als_boodschap(stuk)
    lezen = [["verklaring.lezen", gezien], [document.soort, document.data]]
    return voorstel.stel_voor(tx, handeling, wie, "verklaring", vast, naam=gezien["naam"], lezen=lezen)


@voorstel.voert_uit("verklaring")
def _leg_vast(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    drempel = afgesproken(tx, handeling, "verklaring")
    if any(getattr(drempel, veld) != data[veld] for veld in _WIE):
        raise Geweigerd("onderbouwing.niet_afgesproken")
    account, stuk = _account(tx, handeling, data), stukken.bestaand(tx, handeling, data["stuk"])
    if account is not None and rollen.is_een_persoon(tx, account, wie_handelt(tx, handeling).account):
        raise Geweigerd("verklaring.eigen")
    verklaringen.voeg_toe(
        tx,
        handeling.wijk,
        **{veld: data[veld] for veld in (*_WIE, "uitspraak", "redenen")},
        dag=date.fromisoformat(data["dag"]),
        stuk=stuk.id if stuk else None,
        account=account,
        **kop(tx, handeling, gemaakt_door, _MAG),
    )


def _vraag_intrekken(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    laatste = verklaringen.laatste(tx, handeling.wijk, 0)
    if laatste is None:
        raise Geweigerd("verklaring.geen")
    vast = {**data, "welke": laatste.publiek_id}
    return voorstel.stel_voor(tx, handeling, wie, "verklaring_weg", vast, naam=laatste.naam, reden=data["reden"])


@voorstel.voert_uit("verklaring_weg")
def _trek_in(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    laatste = verklaringen.laatste(tx, handeling.wijk, 0)
    if laatste is None or laatste.publiek_id != data["welke"]:
        raise Geweigerd("verklaring.geen")
    verklaringen.voeg_toe(
        tx,
        handeling.wijk,
        **{veld: getattr(laatste, veld) for veld in _WIE},
        uitspraak="ingetrokken",
        redenen=data["reden"],
        dag=handeling.now.astimezone(handeling.zone).date(),
        **kop(tx, handeling, gemaakt_door, _MAG),
    )


FORMULIER = Formulier(
    "verklaring",
    (
        Veld("uitspraak", keuzes=("gehoord", "niet_gehoord")),
        Veld("redenen", lezers.tekst_tot(1500)),
        Veld("dag", _lees_dag),
        Veld("rol", keuzes=("nee", "ja")),
        Veld("wie", haal=_mensen, als=lambda data: data.get("rol") == "ja"),
        Veld("stuk", neemt="stuk"),
    ),
    (ORGANISATOR,),
    _vraag,
    bekijk=_bekijk,
)
INTREKKEN = Formulier("verklaring_weg", (Veld("reden", lezers.tekst_tot(300)),), (ORGANISATOR,), _vraag_intrekken)

"""The file of the municipality's e-form: all of it after a second person's yes, or none of it. Twice is once."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import eformulier
from bot.rules.eformulier import Fout, Regel
from bot.services import voorstel
from bot.services.aanbod import MAG, MAKERS
from bot.services.aanbodpapier import bezwaar
from bot.services.handeling import Handeling, eis_rol
from bot.services.lezers import blijft_open
from bot.services.onderbouwing import kop
from bot.storage import aanbiedingen, gesprekken, intekeningen
from bot.storage.aanbiedingen import Aanbod
from bot.storage.gesprekken import Gesprek

SOORT = "eformulier"
MEEST_FOUTEN = 15
_VRAAG = Boodschap("eformulier.vraag", {"kolommen": list(eformulier.KOLOMMEN)})


class Gelezen(NamedTuple):
    """What a file holds.

    Args:
        rijen: of each new yes the offer, the address, after which evidence its people came there, and the day.
        bekend: how many lines changed nothing, as their address said yes already.
        fouten: all that cannot be; then nothing of the file counts.
    """

    rijen: list[tuple[str, str, int | None, str]]
    bekend: int
    fouten: list[Fout]


def wacht(tx: Connection, handeling: Handeling) -> Boodschap:
    """Wait for a file."""
    wie = eis_rol(tx, handeling, *MAKERS)
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(SOORT, "bestand", {}))
    return _VRAAG


def neem(tx: Connection, handeling: Handeling, inhoud: bytes | None) -> Boodschap:
    """Ask a second person to agree with a file; or say what cannot be, and go on waiting for a better one.

    Args:
        inhoud: None when something else was sent, or more than `eformulier.GROOTST`.

    Raises:
        Geweigerd: no file, or one that is too large.
    """
    wie = eis_rol(tx, handeling, *MAKERS)
    with blijft_open(_VRAAG.soort, _VRAAG.data):
        if inhoud is None:
            raise Geweigerd("eformulier.geen_bestand")
    gelezen = lees(tx, handeling, inhoud)
    if gelezen.fouten:
        fouten = [list(fout) for fout in gelezen.fouten[:MEEST_FOUTEN]]
        return Boodschap("eformulier.fouten", {"fouten": fouten, "meer": max(0, len(gelezen.fouten) - MEEST_FOUTEN)})
    gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
    if not gelezen.rijen:
        return Boodschap("eformulier.niets", {"bekend": gelezen.bekend})
    velden: dict[str, Any] = {"aantal": len(gelezen.rijen), "bekend": gelezen.bekend}
    return voorstel.stel_voor(tx, handeling, wie, SOORT, {"rijen": gelezen.rijen}, **velden)


def bied_aan(tx: Connection, handeling: Handeling, inhoud: bytes) -> Gelezen:
    """Do as `neem` for who sits at the server, in the name of someone with a role in the chat.

    Raises:
        Geweigerd: that person has no such role.
    """
    eis_rol(tx, handeling, *MAKERS)
    gelezen = lees(tx, handeling, inhoud)
    neem(tx, handeling, inhoud)
    return gelezen


def lees(tx: Connection, handeling: Handeling, inhoud: bytes) -> Gelezen:
    """Read a file and hold it against the addresses and the offers. Reads only."""
    regels, fouten = eformulier.lees(inhoud)
    adressen = intekeningen.adressen(tx, handeling.wijk, {regel.sleutel for regel in regels})
    staand = aanbiedingen.staande(tx, handeling.wijk)
    namen: dict[str, Aanbod] = {een.titel.casefold(): een for een in staand} | {een.publiek_id: een for een in staand}
    getekend, gezien = intekeningen.gezien(tx, handeling.wijk, [een.id for een in staand])
    rijen: list[tuple[str, str, int | None, str]] = []
    bekend = 0
    for regel in sorted(regels, key=lambda regel: (regel.dag, regel.nummer)):
        adres = adressen.get(regel.sleutel)
        een = namen.get(regel.aanbod) or namen.get(regel.aanbod.casefold())
        if adres is None or een is None:
            fouten.append(_onbekend(regel, adres is None))
        elif (waarom := bezwaar(een, adres, regel.dag, handeling)) is not None:
            fouten.append(Fout(regel.nummer, waarom, _waarover(regel, waarom)))
        elif (een.id, adres.id) in getekend or (een.id, adres.id, regel.dag) in gezien:
            bekend += 1
        else:
            getekend.add((een.id, adres.id))
            rijen.append((een.publiek_id, adres.publiek_id, adres.na_bewijs, regel.dag.isoformat()))
    return Gelezen([] if fouten else rijen, bekend, sorted(fouten))


def _onbekend(regel: Regel, adres: bool) -> Fout:
    if adres:
        return Fout(regel.nummer, "onbekend_adres", regel.sleutel.replace("|", " ").strip())
    return Fout(regel.nummer, "onbekend_aanbod", regel.aanbod[:60])


def _waarover(regel: Regel, waarom: str) -> str:
    return regel.dag.isoformat() if waarom == "dag" else regel.sleutel.replace("|", " ").strip()


@voorstel.voert_uit(SOORT)
def _schrijf_op(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    rij = kop(tx, handeling, gemaakt_door, MAG)
    staand = {een.publiek_id: een for een in aanbiedingen.staande(tx, handeling.wijk)}
    if not {regel[0] for regel in data["rijen"]} <= staand.keys():
        raise Geweigerd("intekening.geen_aanbod")
    huizen = intekeningen.adressen_van(tx, handeling.wijk, {regel[1] for regel in data["rijen"]})
    getekend, gezien = intekeningen.gezien(tx, handeling.wijk, [een.id for een in staand.values()])
    vast = {"hoe": "eformulier", "versie": rij["versie"], "op": handeling.now, "vastlegger": gemaakt_door}
    nieuw = []
    for aanbod_id, huis_id, na, iso in data["rijen"]:
        een, huis, dag = staand[aanbod_id], huizen.get(huis_id), date.fromisoformat(iso)
        if huis is None or huis.na_bewijs != na or (een.id, huis.id) in getekend or (een.id, huis.id, dag) in gezien:
            continue  # said in chat since, or its people moved
        nieuw.append({"aanbod": een.id, "huishouden": huis.id, "dag": dag, **vast})
    intekeningen.schrijf_op(tx, handeling.wijk, nieuw)

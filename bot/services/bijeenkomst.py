"""One bijeenkomst as people see it. Making one: `plannen`; saying that you come: `aanmelding`; being there: `deur`."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.bijeenkomstsoorten import SOORTEN
from bot.rules.deurcode import sluit_vanzelf
from bot.rules.doelgroep import WIJK
from bot.services import deur
from bot.services.handeling import (
    BEGELEIDER,
    ORGANISATOR,
    STAF,
    TREKKER,
    Handeling,
    eis_rol,
    mag_voor,
    met_rol,
    wie_handelt,
)
from bot.storage import (
    aanmeldingen,
    agendapunten,
    bewijs,
    bijeenkomsten,
    bijeenkomstvragen,
    doelgroepen,
    kennismaking,
    verslagen,
)
from bot.storage.aanmeldingen import Aanmelding
from bot.storage.accounts import Wie
from bot.storage.bijeenkomsten import Bijeenkomst

ANTWOORDEN = ("ja", "misschien", "nee")
MAKERS = (TREKKER, BEGELEIDER, ORGANISATOR)
"""Who may plan and run a meeting: a trekker for their own werkgroep."""


NAMEN = 20
"""So many names of who comes, and agreed to be seen, fit under a meeting."""
LINK_OP = timedelta(hours=2)
"""So long before an online meeting who signed up gets its link."""


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one meeting as the person who asks may see it."""
    wie = wie_handelt(tx, handeling)
    return toon_aan(tx, handeling, wie, eis_zichtbaar(tx, handeling, wie, publiek_id))


def kaart(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show where it is on the map of one's phone."""
    gevonden = eis_zichtbaar(tx, handeling, wie_handelt(tx, handeling), publiek_id)
    if gevonden.breedtegraad is None:
        raise Geweigerd("bijeenkomst.geen_kaart")
    return Boodschap("bijeenkomst.kaart", als_data(gevonden), wijze="nieuw")


def agendabestand(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Give a meeting as a file for one's own calendar; of a cancelled one the file that takes it out."""
    gevonden = eis_zichtbaar(tx, handeling, wie_handelt(tx, handeling), publiek_id)
    return Boodschap(
        "bijeenkomst.ics", {**met_punten(tx, gevonden), "stempel": handeling.now.isoformat()}, wijze="nieuw"
    )


def eis_zichtbaar(tx: Connection, handeling: Handeling, wie: Wie, publiek_id: str) -> Bijeenkomst:
    """Return a meeting that this person may see: one for them, one that they answered, or any for staff.

    Raises:
        Geweigerd: there is none, or it is for others.
    """
    gevonden = bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None:
        raise Geweigerd("bijeenkomst.onbekend")
    if gevonden.voor == WIJK or wie.rollen & set(STAF) or mag_voor(wie, gevonden.voor):
        return gevonden
    if wie.bewoner is not None and (
        doelgroepen.hoort_bij(tx, handeling.wijk, wie.bewoner, gevonden.voor)
        or aanmeldingen.van(tx, gevonden.id, wie.bewoner)
    ):
        return gevonden
    raise Geweigerd("bijeenkomst.niet_voor_u")


def als_data(gevonden: Bijeenkomst) -> dict[str, Any]:
    """Return a meeting as a message carries it: without its door code."""
    noord, oost = gevonden.breedtegraad, gevonden.lengtegraad
    return {
        "id": gevonden.publiek_id,
        "soort": gevonden.soort,
        "titel": gevonden.titel,
        "begin": gevonden.begin.isoformat(),
        "eind": gevonden.eind.isoformat() if gevonden.eind else None,
        "plaats": gevonden.plaats,
        "vragen": gevonden.ruimte_voor_vragen,
        "voor": [gevonden.doelgroep, gevonden.doelgroep_naam],
        "capaciteit": gevonden.capaciteit,
        "gasten_max": gevonden.gasten_max,
        "kaart": None if noord is None or oost is None else [noord, oost],
        "foto": gevonden.foto,
        "versie": gevonden.versie,
        "afgelast": gevonden.afgelast_op is not None,
        "reden": gevonden.afgelast_reden,
    }


def met_punten(tx: Connection, gevonden: Bijeenkomst) -> dict[str, Any]:
    """Return a meeting as a message carries it, with the points of its agenda."""
    return {**als_data(gevonden), "punten": agendapunten.van(tx, gevonden.id)}


def eis_kan_vragen(tx: Connection, now: datetime, wie: Wie, gevonden: Bijeenkomst) -> None:
    """Refuse unless a resident can ask something there now: before it, and during it from inside.

    Raises:
        Geweigerd: they cannot.
    """
    if gevonden.afgelast_op is not None:
        raise Geweigerd("bijeenkomst.afgelast")
    if not gevonden.ruimte_voor_vragen:
        raise Geweigerd("bijeenkomstvraag.zonder_vragen")
    if now > sluit_vanzelf(gevonden.begin, gevonden.eind):
        raise Geweigerd("bijeenkomstvraag.voorbij")
    if now >= gevonden.begin and not bewijs.is_aanwezig(tx, gevonden.publiek_id, wie.bewoner or 0):
        raise Geweigerd("bijeenkomstvraag.eerst_binnen")


def _kan_vragen(tx: Connection, now: datetime, wie: Wie, gevonden: Bijeenkomst) -> bool:
    try:
        eis_kan_vragen(tx, now, wie, gevonden)
    except Geweigerd:
        return False
    return wie.bewoner is not None


def toon_aan(
    tx: Connection, handeling: Handeling, wie: Wie, gevonden: Bijeenkomst, melding: str | None = None
) -> Boodschap:
    """Show a meeting to someone: residents their own answer and place, who runs it also how many answered what."""
    data = {**met_punten(tx, gevonden), "bewoner": wie.bewoner is not None, "vrij": aanmeldingen.vrij(tx, gevonden)}
    data |= {"kan_vragen": _kan_vragen(tx, handeling.now, wie, gevonden), "begonnen": handeling.now >= gevonden.begin}
    eigen = None if wie.bewoner is None else aanmeldingen.van(tx, gevonden.id, wie.bewoner)
    if wie.bewoner is not None:
        data |= _eigen_antwoord(tx, gevonden, eigen)
        if verslagen.van(tx, gevonden.id) and (
            (eigen and eigen.antwoord != "nee") or bewijs.is_aanwezig(tx, gevonden.publiek_id, wie.bewoner)
        ):
            data["verslag"] = "lees"
    if is_link_open(gevonden, handeling.now) and (leidt_het(wie, gevonden) or (eigen and aanmeldingen.komt(eigen))):
        data["link"] = gevonden.link
    if leidt_het(wie, gevonden) and met_rol(handeling, wie, *MAKERS):
        als = deur.wacht_van(wie, gevonden.voor, ruimte_voor_vragen=gevonden.ruimte_voor_vragen)
        data["deur"] = als in {"team", "trekker"} and SOORTEN[gevonden.soort].deur
        data["deurlijst"] = data["deur"] and als == "team"
        data["aan_de_deur"] = bool(wie.rollen & {BEGELEIDER, ORGANISATOR}) and bool(
            aanmeldingen.komers_zonder_account(tx, gevonden.id)
        )
        data["aanmeldingen"] = {**aanmeldingen.tel(tx, gevonden.id), "zonder_telefoon": gevonden.zonder_telefoon}
        namen = kennismaking.namen_van_komers(tx, gevonden.id)
        if gevonden.ruimte_voor_vragen:
            data["gevraagd"] = bijeenkomstvragen.tel(tx, gevonden.id)[0]
        if data["begonnen"]:
            data["verslag"] = "maak"
        data["namen"], data["meer_namen"] = namen[:NAMEN], max(len(namen) - NAMEN, 0)
    return Boodschap("bijeenkomst.een", data, melding=melding)


def eis_leidt(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Bijeenkomst]:
    """Return who acts and a meeting, when they run it.

    Raises:
        Geweigerd: they do not, or there is no such meeting.
    """
    wie = eis_rol(tx, handeling, *MAKERS)
    gevonden = bijeenkomsten.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if gevonden is None:
        raise Geweigerd("bijeenkomst.onbekend")
    if not leidt_het(wie, gevonden):
        raise Geweigerd("buiten_bereik")
    return wie, gevonden


def leidt_het(wie: Wie, gevonden: Bijeenkomst) -> bool:
    """Say whether someone runs a meeting: may change it, and sees who comes and what is asked."""
    return bool(wie.rollen & set(MAKERS)) and mag_voor(wie, gevonden.voor)


def is_link_open(gevonden: Bijeenkomst, now: datetime) -> bool:
    """Say whether who comes to an online meeting may have its link by now."""
    if gevonden.link is None or gevonden.afgelast_op:
        return False
    return gevonden.begin - LINK_OP <= now <= sluit_vanzelf(gevonden.begin, gevonden.eind)


def _eigen_antwoord(tx: Connection, gevonden: Bijeenkomst, eigen: Aanmelding | None) -> dict[str, Any]:
    if eigen is None:
        return {"antwoord": None}
    data = {"antwoord": eigen.antwoord, "plek": eigen.plek, "gasten": eigen.gasten}
    if eigen.plek == "wacht":
        data["plaats_in_rij"] = 1 + aanmeldingen.wachtend_voor(tx, gevonden.id, eigen.volgnummer or 0)
    if eigen.aangeboden_tot is not None:
        data["tot"] = eigen.aangeboden_tot.isoformat()
    return data

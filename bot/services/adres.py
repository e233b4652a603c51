"""One address on one screen: how it stands, and the way to all that can be done for who lives there.

    street ──▶ number ──┐
    typed address ──────┴──▶ address ──▶ conversation, meeting, question, reaction, ballot, offer, help, language, …

What is done stands with its own noun; this only leads there, within three taps. Nobody is named here, and nothing of
what anyone said or chose is shown.
"""

from difflib import get_close_matches

from sqlalchemy import Connection

from berichten import Boodschap, talen
from bot.errors import Geweigerd
from bot.rules.deurcode import DEUR_OPEN
from bot.rules.ronde import TERMIJN
from bot.services import aanbod, brengen, concept, deur, deurgesprek, deurlijst, huishouden, ronde
from bot.services.aanmeldhulp import komend
from bot.services.bladzij import blader_in
from bot.services.deurgesprek import dag_van, eis, eis_straten, straten_van
from bot.services.handeling import BEGELEIDER, ORGANISATOR, Handeling, mag_voor
from bot.services.kiezer import is_open
from bot.storage import aanbiedingen, aanmeldingen, concepten, deuren, gesprekken, hulpvragen, peilingen, rondes, vragen
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.huishoudens import Huishouden

SOORT = "adres"
"""The kind of open conversation in which someone types an address."""
KEUZES = ("plan", "deel", "biljet", "aanbod", "erbij")
"""What must be chosen first: a draft and its section, a poll, an offer, a meeting."""
STAF = frozenset({BEGELEIDER, ORGANISATOR})
"""Who writes questions down and reads of them; a straatcontact is a neighbour."""
PER_BLADZIJ = 12
_MEEST = 50


def begin(tx: Connection, handeling: Handeling, getypt: str = "", bij: str = "") -> Boodschap:
    """Offer the streets, with one street its numbers; or go to the address that stands behind the command.

    Args:
        bij: publiek_id of a household in a street on the screen that is wanted; empty for the first screen.

    Raises:
        Geweigerd: no such role, or no street on the address list to go with it.
    """
    wie, straten = eis_straten(tx, handeling)
    _onthoud(tx, wie)
    if getypt.strip():
        return typ(tx, handeling, getypt)
    if len(straten) == 1:
        return straat(tx, handeling, straten[0][1], vooraan=True)
    return Boodschap("adres.straten", huishouden.straatkeuze(straten, bij))


def straat(tx: Connection, handeling: Handeling, bij: str, *, vooraan: bool = False) -> Boodschap:
    """Show the numbers of the street in which a household stands.

    Args:
        vooraan: from the first number on; else the screen on which the household is.
    """
    wie, huis = eis(tx, handeling, bij)
    _onthoud(tx, wie, huis)
    scherm = huishouden.nummerkeuze(tx, handeling, huis, vooraan=vooraan)
    return Boodschap("adres.straat", {"meer": len(straten_van(tx, handeling, wie)) > 1, **scherm})


def typ(tx: Connection, handeling: Handeling, getypt: str) -> Boodschap:
    """Go to the address that was typed: a number of the open street, or a street with a number.

    What is on no list is asked again, with the streets that it looks like.
    """
    try:
        huis = deurgesprek.lees_getypt(tx, handeling, SOORT, getypt)
    except Geweigerd as nee:
        if not nee.sleutel.startswith("huishouden."):
            raise
        return _opnieuw(tx, handeling, nee, getypt)
    return toon(tx, handeling, huis.publiek_id)


def toon(tx: Connection, handeling: Handeling, huis_id: str, melding: str | None = None) -> Boodschap:
    """Show how an address stands, and what can be done for who lives there."""
    wie, huis = eis(tx, handeling, huis_id)
    _onthoud(tx, wie, huis)
    bekend, op_ronde = ronde.feiten(tx, handeling, wie, huis.straat)[huis.id], rondes.van(tx, wie.account)
    tot, laatst = bekend.geen_bezoek_tot, bekend.laatst
    eigen, staf = huis.id == wie.huishouden, bool(wie.rollen & STAF)
    data = {
        "huis": huis.publiek_id,
        "adres": huishouden.adres(huis),
        "eigen": eigen,
        "bereikt": bekend.bereikt or (laatst is not None and laatst[0] == "gesproken"),
        "niet_mee": bekend.niet_mee,
        "laatst": laatst and [laatst[0], laatst[1].isoformat()],
        "liever_niet": tot.isoformat() if tot is not None and dag_van(handeling) <= tot else None,
        "taal": rondes.taal(tx, huis.id),
        "hulp": hulpvragen.tel_langs(tx, huis.id),
        "aangemeld": 0 if eigen else aanmeldingen.tel_aan_de_deur(tx, huis.id, handeling.now),
        "vragen": vragen.open_aan_de_deur(tx, huis.id) if staf and not eigen else 0,
        "brengen": brengen.tel(tx, handeling, wie, huis.id),
        "kan": [] if eigen else _kan(tx, handeling, wie, huis),
        "ronde": op_ronde is not None and op_ronde.huishouden == huis.id,
    }
    return Boodschap("adres", data, melding=melding)


def kies(tx: Connection, handeling: Handeling, huis_id: str, wat: str, bladzij: int = 0, van: str = "") -> Boodschap:
    """Ask which one: of `KEUZES`. With one plan at once its sections.

    Args:
        van: publiek_id of the draft whose sections are wanted.
    """
    wie, huis = eis(tx, handeling, huis_id)
    keuzes = _keuzes(tx, handeling, wie, wat, van)
    if wat == "plan" and len(keuzes) == 1:
        return kies(tx, handeling, huis_id, "deel", van=keuzes[0][0])
    gevonden, rond = blader_in(keuzes, bladzij, PER_BLADZIJ)
    if not gevonden:
        return toon(tx, handeling, huis_id)
    data = {"huis": huis.publiek_id, "adres": huishouden.adres(huis), "wat": wat, "van": van, "keuzes": gevonden}
    return Boodschap("adres.kies", {**data, **rond})


def zet_bezoek(tx: Connection, handeling: Handeling, huis_id: str, tot: str) -> Boodschap:
    """Keep that someone would rather have no visit, or that one may come again.

    Args:
        tot: empty: rather not; else the day until which that stood on the screen: what was said since then stays.
    """
    _, huis = eis(tx, handeling, huis_id)
    stond = rondes.geen_bezoek(tx, handeling.wijk, huis.straat).get(huis.id)
    if not tot:
        rondes.zet_geen_bezoek(tx, huis.id, dag_van(handeling) + TERMIJN)
    elif stond is not None and stond.isoformat() == tot:
        rondes.zet_geen_bezoek(tx, huis.id, None)
    return toon(tx, handeling, huis_id, melding="adres.bewaard")


def taalkeuze(tx: Connection, handeling: Handeling, huis_id: str) -> Boodschap:
    """Ask in which language an address wants its letters too: only what someone there asks for."""
    _, huis = eis(tx, handeling, huis_id)
    data = {"huis": huis.publiek_id, "adres": huishouden.adres(huis), "taal": rondes.taal(tx, huis.id)}
    return Boodschap("adres.taal", data)


def zet_taal(tx: Connection, handeling: Handeling, huis_id: str, taal: str) -> Boodschap:
    """Keep the language that someone at an address asked for; Dutch stands on each letter."""
    _, huis = eis(tx, handeling, huis_id)
    if taal not in talen():
        return taalkeuze(tx, handeling, huis_id)
    rondes.zet_taal(tx, huis.id, None if taal == "nl" else taal)
    return toon(tx, handeling, huis_id, melding="adres.taal_bewaard")


def _opnieuw(tx: Connection, handeling: Handeling, nee: Geweigerd, getypt: str) -> Boodschap:
    _, straten = eis_straten(tx, handeling)
    per_naam = {straat.casefold(): (straat, bij) for straat, bij in straten}
    genoemd = nee.velden.get("straat", getypt.rstrip(" 0123456789")).casefold()
    lijkt = [per_naam[naam] for naam in get_close_matches(genoemd, per_naam, 4)]
    niet = {"sleutel": nee.sleutel, "velden": nee.velden}
    return Boodschap("adres.straten", {**huishouden.straatkeuze(lijkt or straten), "niet": niet})


def _kan(tx: Connection, handeling: Handeling, wie: Wie, huis: Huishouden) -> list[str]:
    """Return what can be done for a household now, by who acts."""
    stoelen = huishouden.stoelen(tx, huis)
    zonder = [stoel for stoel in stoelen if not stoel.met_account]
    kan = ["gesprek"]
    kan += ["aanmelden"] if zonder and komend(tx, handeling, huis) else []
    staf = bool(wie.rollen & STAF)
    kan += (["vraag"] if staf else []) + ["hulp"] if zonder else []
    kan += [wat for wat in KEUZES if wat != "deel" and _keuzes(tx, handeling, wie, wat)]
    kan += ["toegang"] if staf and len(zonder) < len(stoelen) else []
    return kan + (["wissen"] if staf and any(stoel.bewoner for stoel in zonder) else [])


def _keuzes(tx: Connection, handeling: Handeling, wie: Wie, wat: str, van: str = "") -> list[tuple[str, str, bool]]:
    """Return what can be chosen, each with its publiek_id and what people call it; and of a poll: is it on paper?"""
    if wat == "biljet":
        alle = peilingen.recente(tx, handeling.wijk, None, _MEEST)
        mag = [p for p in alle if is_open(p, handeling.now) and mag_voor(wie, p.voor)]
        return [(p.publiek_id, p.vraag, p.op_papier is not None) for p in mag]
    if wat == "erbij" and wie.rollen & set(deur.ROLLEN):
        sinds, tot = handeling.now - deurlijst.TERUG, handeling.now + DEUR_OPEN
        lijsten = deuren.begonnen(tx, handeling.wijk, sinds, tot, deurlijst.IN_KEUZE)
        return [(een.publiek_id, een.titel, False) for een in lijsten]
    if wat == "aanbod" and wie.rollen & aanbod.MAG:
        staand = aanbiedingen.staande(tx, handeling.wijk)
        return [(een.publiek_id, een.titel, False) for een in staand if een.is_open(handeling.now)]
    if wat in ("plan", "deel") and concept.beantwoordt(wie):
        alle_plannen = concepten.alle(tx, handeling.wijk, ook_ongepubliceerd=False)
        plannen = [een for een in alle_plannen if concept.is_open(een, handeling)]
        if wat == "plan":
            return [(een.publiek_id, een.titel, False) for een in plannen]
        delen = [deel for een in plannen if een.publiek_id == van for deel in concepten.delen(tx, een.id)]
        return [(deel.publiek_id, f"{deel.nummer}. {deel.titel}", False) for deel in delen]
    return []


def _onthoud(tx: Connection, wie: Wie, huis: Huishouden | None = None) -> None:
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(SOORT, "adres", {"huis": huis and huis.publiek_id}))

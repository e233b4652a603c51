"""This is not right: a resident says so of what was recorded about them. The side of who looks at it: `rechtzetten`.

    what one did oneself ──"take it back"──▶ rechtgezet, at once
    what staff recorded ──▶ open ──agrees──▶ rechtgezet
                              └──answers──▶ beantwoord ──"I stay with it"──▶ rechtgezet
                                                         └──"then leave it"──▶ vervallen

What staff recorded about someone falls at that person's word, after a look. A correction appends to the log with its
reason; after the closing of the process, a second person confirms it.
"""

import json

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.services import mijnbijdrage, rechtzetten
from bot.services.gesprek import eis_open, wacht_op
from bot.services.handeling import Handeling, eis_bewoner
from bot.services.lezers import blijft_open, tekst_tot
from bot.storage import afsluitingen, bijdragen, correcties, gesprekken
from bot.storage.bijdragen import Bijdrage
from bot.storage.correcties import Correctieverzoek
from bot.storage.gesprekken import Gesprek

SOORT = "correctie"
"""The kind of open conversation in which someone types what is wrong."""
WAT = ("niet", "ander", "anders")


def vraag(tx: Connection, handeling: Handeling, id_: str) -> Boodschap:
    """Ask what is wrong; about what runs already, show how it stands."""
    _, een = mijnbijdrage.eigen(tx, handeling, id_)
    data = mijnbijdrage.als_data(tx, handeling.wijk, een)
    loopt = correcties.over(tx, een.bewijs)
    if loopt is not None:
        return Boodschap("correctie.loopt", {**data, "verzoek": loopt.publiek_id, "antwoord": loopt.antwoord})
    return Boodschap("correctie.wat", data)


def kies(tx: Connection, handeling: Handeling, wat: str, id_: str) -> Boodschap:
    """Say what is wrong; something else is typed first.

    Raises:
        Geweigerd: something else is being filled in.
    """
    wie, een = mijnbijdrage.eigen(tx, handeling, id_)
    if wat not in WAT or correcties.over(tx, een.bewijs) is not None:
        return vraag(tx, handeling, id_)
    if wat == "anders":
        wacht_op(tx, wie, Gesprek(SOORT, "tekst", {"id": id_}))
        return Boodschap("correctie.typ", {"id": id_})
    return _vraag_aan(tx, handeling, een, wat, None)


def typ(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Take what was typed."""
    wie = eis_bewoner(tx, handeling)
    open_ = eis_open(tx, wie, SOORT)
    _, een = mijnbijdrage.eigen(tx, handeling, open_.data["id"])
    with blijft_open("correctie.typ", {"id": open_.data["id"]}):
        schoon = tekst_tot(400)(tekst, handeling)
    gesprekken.sluit(tx, wie.wijk, wie.account)
    if correcties.over(tx, een.bewijs) is not None:
        return vraag(tx, handeling, open_.data["id"])
    return _vraag_aan(tx, handeling, een, "anders", schoon)


def stop(tx: Connection, handeling: Handeling, id_: str) -> Boodschap:
    """Type nothing after all."""
    wie = eis_bewoner(tx, handeling)
    gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
    alle = bijdragen.van(tx, wie.bewoner or 0)
    if id_ not in {json.loads(een.blad)["id"] for een in alle}:  # it fell meanwhile; a refusal would undo the stop
        return mijnbijdrage.lijst(tx, handeling)
    return mijnbijdrage.toon(tx, handeling, id_)


def neem_terug(tx: Connection, handeling: Handeling, id_: str) -> Boodschap:
    """Take back what one did oneself: at once, or after the closing when a second person confirms it.

    Raises:
        Geweigerd: staff recorded it; then it is looked at first.
    """
    _, een = mijnbijdrage.eigen(tx, handeling, id_)
    if een.vastlegger is not None:
        raise Geweigerd("correctie.niet_zelf")
    if correcties.over(tx, een.bewijs) is not None:
        return vraag(tx, handeling, id_)
    if afsluitingen.is_afgesloten(tx, handeling.wijk):
        return _vraag_aan(tx, handeling, een, "niet", None, afgesloten=True)
    rechtzetten.zet_recht(tx, handeling, een, "niet", None)
    return Boodschap("correctie.rechtgezet")


def blijf_erbij(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Stay with it after the answer: it falls at one's word."""
    gevonden, een = _beantwoord(tx, handeling, publiek_id)
    if een is not None:
        if afsluitingen.is_afgesloten(tx, handeling.wijk):
            rechtzetten.opnieuw(tx, handeling, gevonden)
            return Boodschap("correctie.gevraagd", {"zelf": False, "afgesloten": True})
        rechtzetten.zet_recht(tx, handeling, een, gevonden.wat, None)
    correcties.eindig(tx, gevonden.id, "rechtgezet", None, handeling.now)
    return Boodschap("correctie.rechtgezet")


def laat_zo(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Leave it as it is after the answer."""
    gevonden, _ = _beantwoord(tx, handeling, publiek_id)
    correcties.eindig(tx, gevonden.id, "vervallen", None, handeling.now)
    return mijnbijdrage.lijst(tx, handeling)


def _vraag_aan(
    tx: Connection, handeling: Handeling, een: Bijdrage, wat: str, tekst: str | None, *, afgesloten: bool = False
) -> Boodschap:
    rechtzetten.vraag_aan(tx, handeling, een, wat, tekst, "bewoner")
    return Boodschap("correctie.gevraagd", {"zelf": een.vastlegger is None, "afgesloten": afgesloten})


def _beantwoord(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Correctieverzoek, Bijdrage | None]:
    wie = eis_bewoner(tx, handeling)
    gevonden = correcties.zoek(tx, handeling.wijk, publiek_id)
    if gevonden is None or gevonden.bewoner != wie.bewoner or gevonden.staat != "beantwoord":
        raise Geweigerd("correctie.voorbij")
    return gevonden, rechtzetten.bijdrage(tx, handeling.wijk, gevonden)

"""What a heat solution means for a home: reading the cards, comparing two, and saying whether one understands them.

What someone answers is counted without who they are, once per version; it is no evidence. Making: `warmtekaartvorm`.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import peilinguitslag
from bot.rules.kleine_cellen import Tussenstand
from bot.rules.peiltelling import Regel, Uitslag
from bot.rules.warmtekaarten import ANTWOORDEN, LAGEN, voor_woning
from bot.services.handeling import ORGANISATOR, STAF, Handeling, eis_bewoner, eis_binnen, met_rol
from bot.storage import intekeningen, warmtekaarten
from bot.storage.accounts import Wie
from bot.storage.warmtekaarten import Stand, Warmtekaart

MEESTE_KNOPPEN = 30
LAATSTE = 4
"""So much of its course staff see under a card."""


def lijst(
    tx: Connection, handeling: Handeling, zoals: str = "", *, kies: bool = False, melding: str | None = None
) -> Boodschap:
    """Show what the solutions mean for someone's own type of home; ask for that where the address list lacks it.

    Args:
        zoals: publiek_id of a card for the type of home that they chose. That is not kept.
        kies: whether they want another type of home.
    """
    wie = eis_binnen(tx, handeling)
    kaarten = warmtekaarten.geldend(tx, handeling.wijk)
    eigen = _woningtype(tx, wie)
    gekozen = next((kaart.woningtype for kaart in kaarten if kaart.publiek_id == zoals), eigen)
    voor = voor_woning(kaarten, gekozen or "")
    soorten = [kaart for kaart in _een_per_woningtype(kaarten) if kaart.woningtype != gekozen]
    if soorten and (kies or not voor or (gekozen is None and not zoals)):
        vraag = [[kaart.publiek_id, kaart.woningtype] for kaart in soorten][:MEESTE_KNOPPEN]
        data = {"soorten": vraag, "eigen": eigen, "bekend": gekozen is not None, **_beheer(wie, len(kaarten))}
        return Boodschap("warmtekaart.soorten", data, melding=melding)
    data = {
        "kaarten": [_regel(kaart) for kaart in voor],
        "woningtype": gekozen or "",
        "anders": bool(soorten),
        **_beheer(wie, len(kaarten)),
    }
    return Boodschap("warmtekaart.lijst", data, melding=melding)


def toon(
    tx: Connection, handeling: Handeling, publiek_id: str, laag: str = "mij", melding: str | None = None
) -> Boodschap:
    """Show a card as it holds now, one level at a time.

    Raises:
        Geweigerd: there is no such card any more.
    """
    wie = eis_binnen(tx, handeling)
    kaart = geldende(tx, handeling, publiek_id)
    mag = wie.bewoner is not None and not warmtekaarten.zei_iets(tx, kaart.id, wie.bewoner)
    data = {
        **als_data(kaart),
        "laag": laag if laag in LAGEN else "mij",
        "mag_zeggen": mag,
        "anderen": len(_anderen(tx, handeling, wie, kaart)),
        "beheer": ORGANISATOR in wie.rollen,
        "standen": _standen(tx, kaart) if met_rol(handeling, wie, *STAF) else None,
    }
    return Boodschap("warmtekaart", data, melding=melding)


def vergelijk(tx: Connection, handeling: Handeling, een: str, ander: str = "", laag: str = "mij") -> Boodschap:
    """Set two solutions beside each other, one level at a time; ask with which where there are several.

    Raises:
        Geweigerd: there is no such card any more, or nothing to compare it with.
    """
    wie, kaart = eis_binnen(tx, handeling), geldende(tx, handeling, een)
    if not ander:
        anderen = _anderen(tx, handeling, wie, kaart)
        if not anderen:
            raise Geweigerd("warmtekaart.geen_andere")
        if len(anderen) > 1:
            keuzes = [[deze.publiek_id, deze.oplossing] for deze in anderen][:MEESTE_KNOPPEN]
            return Boodschap("warmtekaart.waarmee", {**als_data(kaart), "keuzes": keuzes})
        ander = anderen[0].publiek_id
    naast = geldende(tx, handeling, ander)
    if naast.id == kaart.id:
        raise Geweigerd("warmtekaart.geen_andere")
    data = {"kaarten": [als_data(kaart), als_data(naast)], "laag": laag if laag in LAGEN else "mij"}
    return Boodschap("warmtekaart.naast", data)


def zeg(tx: Connection, handeling: Handeling, publiek_id: str, antwoord: str) -> Boodschap:
    """Count whether a resident understands a card, once per version; whoever has a question reads how to ask it.

    Raises:
        Geweigerd: no resident, no such answer, or no such card any more.
    """
    wie = eis_bewoner(tx, handeling)
    kaart = geldende(tx, handeling, publiek_id)
    if antwoord not in ANTWOORDEN:
        raise Geweigerd("warmtekaart.weg")
    if warmtekaarten.zeg(tx, handeling.wijk, kaart.id, wie.bewoner or 0, antwoord):
        _noteer_stand(tx, handeling, kaart)
    if antwoord == "ja":
        return toon(tx, handeling, kaart.publiek_id, melding="warmtekaart.bedankt")
    return Boodschap("warmtekaart.vragen", {**als_data(kaart), "antwoord": antwoord})


def geldende(tx: Connection, handeling: Handeling, publiek_id: str) -> Warmtekaart:
    """Return the version that holds of a card, whichever version was named.

    Raises:
        Geweigerd: there is none.
    """
    genoemd = warmtekaarten.zoek(tx, handeling.wijk, publiek_id)
    for kaart in warmtekaarten.geldend(tx, handeling.wijk):
        if genoemd is not None and kaart.sleutel == genoemd.sleutel:
            return kaart
    raise Geweigerd("warmtekaart.weg")


def als_data(kaart: Warmtekaart) -> dict[str, Any]:
    """Return what people see of a card."""
    return {
        "id": kaart.publiek_id,
        "oplossing": kaart.oplossing,
        "woningtype": kaart.woningtype,
        "versie": kaart.versie,
        "op": kaart.op.isoformat(),
        "inhoud": kaart.inhoud.als_json(),
    }


def standen_als_data(standen: list[Stand]) -> list[dict[str, Any]]:
    """Return how well people understood a card over time, as it may be shown."""
    return [{"op": een.op.isoformat(), "stemmen": een.stemmen, "delen": list(een.delen)} for een in standen]


def _regel(kaart: Warmtekaart) -> dict[str, Any]:
    alles = als_data(kaart)
    return {"id": alles["id"], "oplossing": alles["oplossing"], "inhoud": alles["inhoud"]}


def _beheer(wie: Wie, aantal: int) -> dict[str, Any]:
    return {"beheer": ORGANISATOR in wie.rollen, "aantal": aantal}


def _woningtype(tx: Connection, wie: Wie) -> str | None:
    if wie.bewoner is None or wie.huishouden is None:
        return None
    return intekeningen.huis_van(tx, wie.huishouden, wie.bewoner).woningtype


def _een_per_woningtype(kaarten: list[Warmtekaart]) -> list[Warmtekaart]:
    """Return one card per type of home that has its own, by name: a button names the type by it."""
    return list({kaart.woningtype: kaart for kaart in reversed(kaarten) if kaart.woningtype}.values())[::-1]


def _anderen(tx: Connection, handeling: Handeling, wie: Wie, kaart: Warmtekaart) -> list[Warmtekaart]:
    """Return the other solutions for the same home; beside a card for all homes those for someone's own."""
    woning = kaart.woningtype or _woningtype(tx, wie) or ""
    voor = voor_woning(warmtekaarten.geldend(tx, handeling.wijk), woning)
    return [een for een in voor if een.sleutel[0] != kaart.sleutel[0]]


def _standen(tx: Connection, kaart: Warmtekaart) -> list[dict[str, Any]]:
    return standen_als_data(warmtekaarten.standen(tx, [kaart.id])[kaart.id][-LAATSTE:])


def _noteer_stand(tx: Connection, handeling: Handeling, kaart: Warmtekaart) -> None:
    """Keep what may be shown now, when enough more people answered since it was shown last."""
    getoond = warmtekaarten.standen(tx, [kaart.id])[kaart.id]
    vorige = Tussenstand(getoond[-1].stemmen, getoond[-1].delen) if getoond else None
    aantallen = warmtekaarten.aantallen(tx, kaart.id)
    regels = tuple(Regel(naam, (n,)) for naam, n in zip(ANTWOORDEN, aantallen, strict=True))
    nu = peilinguitslag.stand(vorige, Uitslag(regels, sum(aantallen), 0, per_stem=1))
    if nu is not None and nu != vorige:
        dag = handeling.now.astimezone(handeling.zone).date()
        warmtekaarten.noteer_stand(tx, handeling.wijk, kaart.id, dag, nu)

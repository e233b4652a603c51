"""Ideas of residents: bringing one in, reading them, and supporting one. What the team does: `ideebeheer`.

    bring in ──▶ wacht ──let through──▶ nieuw ──a werkgroep──▶ opgepakt ──▶ gelukt, kan_niet
                   └─not let through, put together with another: the row goes
                              nieuw ──the team, with a reason──▶ kan_niet

`nieuw` reads as "gesteund" once so many support it that the number may be shown. It is no evidence of being heard: the
spelregels name none of it.
"""

import re
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.pacing import Baan
from bot.services.bladzij import blader
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import BEGELEIDER, ORGANISATOR, TREKKER, Handeling, eis_bewoner, eis_binnen, met_rol
from bot.services.lezers import alinea_tot, tekst_tot
from bot.storage import ideeen, outbox, rollen
from bot.storage.accounts import Wie
from bot.storage.ideeen import Idee, Volgorde

SOORT = "idee"
LANGST = 600
MEEST = 3
"""So many of one resident may wait for the team."""
STAF = (BEGELEIDER, ORGANISATOR)
LATEN_DOOR = (TREKKER, *STAF)
"""Who reads an idea before all others do."""
STEUNBAAR = ("nieuw", "opgepakt")
LOOPT = ("wacht", "nieuw")
"""As long as nobody took it up, who brought it in can take it back."""
PER_BLADZIJ = 3
_PUNT = re.compile(r"-?\d{1,9},-?\d{1,9}")


def lijst(tx: Connection, handeling: Handeling, bladzij: int = 0, volgorde: Volgorde = "nieuw") -> Boodschap:
    """Show a page of what everyone may read."""
    return _lijst(tx, handeling, bladzij, volgorde)


def toon(tx: Connection, handeling: Handeling, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show one, with what who looks can do with it."""
    wie, een = eis_zichtbaar(tx, handeling, publiek_id)
    eigen, staf = is_van(wie, een), bool(wie.rollen & set(STAF))
    kan = {
        "weg": eigen and een.staat in LOOPT,
        "steun": wie.bewoner is not None and not eigen and een.staat in STEUNBAAR,
        "pak_op": een.staat == "nieuw" and (staf or bool(wie.trekt)),
        "afloop": mag_afronden(wie, een),
        "weiger": staf and een.staat != "wacht",
    }
    steunt = kan["steun"] and ideeen.steunt(tx, een.id, wie.bewoner or 0)
    return Boodschap("idee.een", {**als_data(een), "eigen": eigen, "steunt": steunt, "kan": kan}, melding=melding)


def foto(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show its photo."""
    _, een = eis_zichtbaar(tx, handeling, publiek_id)
    if een.foto is None:
        raise Geweigerd("idee.geen_foto")
    return Boodschap("idee.foto", {**als_data(een), "file_id": een.foto}, wijze="nieuw")


def kaart(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show where it is on the map of one's phone."""
    _, een = eis_zichtbaar(tx, handeling, publiek_id)
    if een.punt is None:
        raise Geweigerd("idee.geen_kaart")
    return Boodschap("idee.kaart", {**als_data(een), "punt": een.punt}, wijze="nieuw")


def begin(tx: Connection, handeling: Handeling) -> Boodschap:
    """Open the form in which a resident brings one in.

    Raises:
        Geweigerd: enough of theirs wait for the team.
    """
    _eis_ruimte(tx, eis_bewoner(tx, handeling))
    return open_formulier(tx, handeling, FORMULIER)


def steun(tx: Connection, handeling: Handeling, publiek_id: str, *, aan: bool) -> Boodschap:
    """Support one, or take that back. Who did is seen by nobody; how many is counted at night."""
    eis_bewoner(tx, handeling)
    wie, een = eis_zichtbaar(tx, handeling, publiek_id)
    if is_van(wie, een) or een.staat not in STEUNBAAR:
        raise Geweigerd("idee.geen_steun")
    ideeen.steun(tx, handeling.wijk, een.id, wie.bewoner or 0, aan=aan)
    return toon(tx, handeling, publiek_id, melding="idee.steun_dank" if aan else "idee.steun_terug")


def trek_in(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Take back what one brought in, after a question whether one is sure; nothing of it stays."""
    wie = eis_bewoner(tx, handeling)
    een = ideeen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if een is None or not is_van(wie, een) or een.staat not in LOOPT:
        raise Geweigerd("idee.onbekend")
    if not zeker:
        return Boodschap("idee.zeker", als_data(een))
    ideeen.verwijder(tx, [een.id])
    return _lijst(tx, handeling, 0, "nieuw", melding="idee.weg")


def eis_zichtbaar(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Idee]:
    """Return an idea that this person may see: one for all, their own, or any for who lets them through.

    Raises:
        Geweigerd: there is none.
    """
    wie = eis_binnen(tx, handeling)
    een = ideeen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if een is None or (een.staat == "wacht" and not (is_van(wie, een) or met_rol(handeling, wie, *LATEN_DOOR))):
        raise Geweigerd("idee.onbekend")
    return wie, een


def is_van(wie: Wie, een: Idee) -> bool:
    """Say whether somebody brought an idea in."""
    return wie.bewoner is not None and wie.bewoner == een.bewoner


def mag_afronden(wie: Wie, een: Idee) -> bool:
    """Say whether somebody may tell what became of an idea: the trekker of its werkgroep, and staff."""
    if wie.rollen & set(STAF):
        return een.staat in {"nieuw", "opgepakt"}
    return een.staat == "opgepakt" and een.groep_id in wie.trekt


def als_data(een: Idee) -> dict[str, Any]:
    """Return what people see of one; nothing of who brought it in but the language that they read."""
    staat = "gesteund" if een.staat == "nieuw" and een.steun else een.staat
    velden = {naam: getattr(een, naam) for naam in ("tekst", "taal", "plek", "reden", "groep", "steun")}
    return {"id": een.publiek_id, **velden, "staat": staat, "foto": een.foto is not None, "kaart": een.punt is not None}


def _lijst(
    tx: Connection, handeling: Handeling, bladzij: int, volgorde: Volgorde, melding: str | None = None
) -> Boodschap:
    wie = eis_binnen(tx, handeling)
    gevonden, rond = blader(
        lambda hoeveel, na: ideeen.openbaar(tx, handeling.wijk, hoeveel, na, volgorde), bladzij, PER_BLADZIJ
    )
    eigen = ideeen.van_bewoner(tx, wie.bewoner) if wie.bewoner is not None else []
    data = {
        "ideeen": [als_data(een) for een in gevonden],
        "volgorde": volgorde,
        "bewoner": wie.bewoner is not None,
        "staf": bool(wie.rollen & set(STAF)),
        "eigen": [als_data(een) for een in eigen if een.staat == "wacht"],
        "wacht": len(ideeen.wachtend(tx, handeling.wijk)) if wie.rollen & set(LATEN_DOOR) else 0,
    }
    return Boodschap("idee.lijst", {**data, **rond}, melding=melding)


def _breng_in(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    """Keep what a resident brought in."""
    _eis_ruimte(tx, wie)
    bewaar(tx, handeling, wie, data)
    return Boodschap("idee.ontvangen", {"tekst": data["tekst"]})


def bewaar(
    tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any], *, namens_een_ander: bool = False
) -> None:
    """Keep one for the team, who hear so when nothing waited yet.

    Args:
        wie: who brings it in, or who of the staff writes it down for who has no phone (`namens_een_ander`).
    """
    eerste = not ideeen.wachtend(tx, handeling.wijk)
    plek, punt = _waar(data)
    ideeen.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=handeling.id(SOORT),
        bewoner=None if namens_een_ander else wie.bewoner,
        vanaf=None if namens_een_ander else wie.account,
        tekst=data["tekst"],
        taal=wie.taal or "nl",
        plek=plek,
        punt=punt,
        foto=data.get("foto"),
        op=handeling.now,
    )
    if eerste:
        meld_team(tx, handeling.wijk, handeling.id("idee.wacht"))


def meld_team(tx: Connection, wijk: int, label: str) -> None:
    """Tell the begeleiders, without them the organisatoren, that something waits.

    Args:
        label: makes the message another one than those before it.
    """
    team = rollen.accounts_met(tx, wijk, [BEGELEIDER]) or rollen.accounts_met(tx, wijk, [ORGANISATOR])
    outbox.schrijf(tx, wijk, f"idee.wacht:{label}", team, Boodschap("idee.wacht"), baan=Baan.HERINNERING)


def _eis_ruimte(tx: Connection, wie: Wie) -> None:
    if sum(een.staat == "wacht" for een in ideeen.van_bewoner(tx, wie.bewoner or 0)) >= MEEST:
        raise Geweigerd("idee.genoeg", maximum=MEEST)


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    plek, punt = _waar(data)
    return {"plek": plek, "kaart": punt is not None, "foto": data.get("foto") is not None}


def _waar(data: dict[str, Any]) -> tuple[str | None, str | None]:
    """Return the place in words, and on the map: a question takes either."""
    waar = data.get("plek")
    return (None, waar) if waar and _is_punt(waar) else (waar, None)


def _is_punt(waar: str) -> bool:
    """Say whether it is a place on the map; numbers that someone typed may be none, and no phone can show that."""
    if not _PUNT.fullmatch(waar):
        return False
    noord, oost = map(int, waar.split(","))
    return abs(noord) <= 90_000_000 and abs(oost) <= 180_000_000


FORMULIER = Formulier(
    SOORT,
    (Veld("tekst", alinea_tot(LANGST)),),
    (),
    _breng_in,
    extra=(Veld("plek", tekst_tot(100), neemt="plek", mag_over=True), Veld("foto", neemt="foto", mag_over=True)),
    bekijk=_bekijk,
)

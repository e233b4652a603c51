"""Ballots from paper that wait for a second person: who sees codes and answers, and no addresses, says whether they
were entered as they stand on paper. A pile counts as a whole, at one tap; at closing what waits does not count.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules import huishoudcode
from bot.rules.pacing import Baan
from bot.rules.peilingen import METHODEN
from bot.rules.peilingvorm import woord
from bot.services import bewijs, huishouden, peilingvorm, stemvel, voorstel
from bot.services.bezorging import Geval
from bot.services.handeling import Handeling, mag_voor
from bot.services.kiezer import is_open, van_bewoner
from bot.storage import accounts, adresstemmen, outbox, peilingen, rollen, stemvellen, wekkers
from bot.storage.accounts import Wie
from bot.storage.peilingen import Peiling
from bot.storage.stemmers import Kiezer
from bot.storage.stemvellen import Stemvel

METHODE = "papier"
"""How the evidence says that it was recorded."""
VOORSTEL = "stemvellen"
WEKKER = "stemvellen_wachten"
PER_BLADZIJ = 6
TEKENS = 2400
"""So many ballots stand on a page, and about so much of what is on them; one ballot is never cut in two."""
MEEST = 40
"""So many ballots a second person looks through at once."""
_ERVOOR = (timedelta(hours=24), timedelta(hours=2))
"""So long before a poll closes they are reminded; the first that is still to come."""


def toon(tx: Connection, handeling: Handeling, publiek_id: str, bladzij: int = 0) -> Boodschap:
    """Show, a page at a time, what one entered and no second person was asked about."""
    wie, peiling = stemvel.eis_open(tx, handeling, publiek_id)
    stapel = stemvellen.stapel(tx, peiling.id, wie.account, handeling.now)
    bladen = _bladen(tx, peiling, stapel)
    blad = bladen[bladzij] if bladzij < len(bladen) else []
    data = {**_als_data(peiling, blad), "aantal": len(stapel), "samen": min(len(stapel), MEEST)}
    rond = {"bladzij": bladzij, "meer": bladzij + 1 < len(bladen)}
    return Boodschap("papierstapel", {**data, "sluit_op": peiling.sluit_op.isoformat(), **rond})


def leg_voor(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Ask a second person about what one entered; a second tap finds nothing left to ask."""
    wie, peiling = stemvel.eis_open(tx, handeling, publiek_id)
    stapel = stemvellen.stapel(tx, peiling.id, wie.account, handeling.now)[:MEEST]
    if not stapel:
        raise Geweigerd("papierstapel.leeg")
    lezen = [["papierstapel.blad", _als_data(peiling, blad)] for blad in _bladen(tx, peiling, stapel)]
    data = {"peiling": publiek_id, "vellen": [vel.publiek_id for vel in stapel]}
    velden = {"vraag": peiling.vraag, "aantal": len(stapel), "lezen": lezen}
    gemaakt = voorstel.stel_voor(tx, handeling, wie, VOORSTEL, data, uiterlijk=peiling.sluit_op, **velden)
    stemvellen.leg_voor(tx, stapel, voorstel.nummer_van(tx, handeling, gemaakt))
    return gemaakt


@voorstel.voert_uit(VOORSTEL)
def _tel(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    wie = accounts.van_id(tx, handeling.wijk, gemaakt_door)
    peiling = peilingen.zoek(tx, handeling.wijk, publiek_id=data["peiling"])
    if peiling is None or not is_open(peiling, handeling.now):
        raise Geweigerd("papierstapel.gesloten")
    if not mag_voor(wie, peiling.voor):
        raise Geweigerd("voorstel.maker_weg")
    for vel in stemvellen.van_ids(tx, handeling.wijk, data["vellen"]):
        if vel.staat == "wacht" and vel.invoerder == gemaakt_door:
            tel_mee(tx, handeling, wie, peiling, vel)


def tel_mee(tx: Connection, handeling: Handeling, wie: Wie, peiling: Peiling, vel: Stemvel) -> bool:
    """Let a ballot count as the vote of its seat; say whether it could, for who voted in chat keeps that vote.

    Args:
        wie: who entered it.
    """
    huis = huishouden.lees(tx, handeling, stemvellen.huis_van(tx, vel))
    if not huishouden.heeft_stoel(tx, huis, vel.stoel):  # fewer live there than when it was printed
        stemvellen.verwijder(tx, vel.id)
        return False
    bewoner = huishouden.zorg_voor_bewoner(tx, handeling, huis, vel.stoel)
    als = van_bewoner(tx, bewoner, peiling)
    if als is None or vel.inhoud is None or accounts.zonder_ja(tx, [bewoner]) or heeft_stem(tx, peiling, als):
        stemvellen.verwijder(tx, vel.id)
        return False
    sleutel = handeling.geheim(f"stemvel/{vel.publiek_id}")[:16]
    peilingen.stem(tx, handeling.wijk, peiling.id, als, vel.inhoud, sleutel)
    soort = bewijs.stemsoort(over_besluit=peiling.over_besluit)
    bewijs.leg_vast(tx, handeling, bewoner, bewijs.Feit(soort, peiling.publiek_id, METHODE, wie))
    stemvellen.zet(tx, vel.id, staat="telt", bewoner=bewoner, inhoud=None, voorstel=None)
    return True


def heeft_stem(tx: Connection, peiling: Peiling, als: Kiezer) -> bool:
    """Say whether there is a vote already where a ballot on paper would count: paper never replaces one."""
    if als.huishouden is not None and adresstemmen.heeft_stem(tx, peiling.id, als.huishouden):
        return True
    return peilingen.stem_van(tx, peiling.id, als).telt is not None


def herinner_straks(tx: Connection, handeling: Handeling, peiling: Peiling) -> None:
    """See to it that who entered what waits, and who may confirm it, hear in time that it does not count yet."""
    straks = (peiling.sluit_op - ervoor for ervoor in _ERVOOR)
    if moment := next((een for een in straks if een > handeling.now), None):
        wekkers.zorg_voor(tx, handeling.wijk, WEKKER, peiling.id, moment)


def herinner(tx: Connection, geval: Geval) -> None:
    """Tell who entered ballots that wait, and who may confirm what was put before them, that they do not count yet."""
    peiling = peilingen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if peiling is None or not is_open(peiling, geval.now):
        return
    wachten = stemvellen.wachtenden(tx, peiling.id)
    voorgelegd = stemvellen.tel_voorgelegd(tx, peiling.id, geval.now)
    tweeden = set(rollen.accounts_met(tx, geval.wijk, voorstel.TWEEDE)) if voorgelegd else set()
    for naar in sorted(tweeden | wachten.keys()):
        eigen = wachten.get(naar, 0)
        data: dict[str, Any] = {"id": peiling.publiek_id, "vraag": peiling.vraag}
        data |= {"sluit_op": peiling.sluit_op.isoformat()}
        data |= {"aantal": eigen or voorgelegd, "eigen": bool(eigen)}
        sleutel = f"{WEKKER}:{geval.wekker.id}"
        outbox.schrijf(tx, geval.wijk, sleutel, [naar], Boodschap("papierstapel.wacht", data), baan=Baan.HERINNERING)


def _bladen(tx: Connection, peiling: Peiling, vellen: Sequence[Stemvel]) -> list[list[dict[str, Any]]]:
    """Return codes and answers, so many on a page as can be read in one message."""
    opzet, methode = peilingvorm.lees_opzet(tx, peiling), METHODEN[peiling.methode]
    bladen: list[list[dict[str, Any]]] = []
    tekens = 0
    for vel in vellen:
        stem = [woord(deel) for deel in methode.in_woorden(opzet, vel.inhoud or "")]
        regel = {"id": vel.publiek_id, "code": huishoudcode.schrijf(vel.code or ""), "stem": stem}
        tekens += len(str(stem))
        if not bladen or len(bladen[-1]) == PER_BLADZIJ or tekens > TEKENS:
            bladen.append([])
            tekens = len(str(stem))
        bladen[-1].append(regel)
    return bladen


def _als_data(peiling: Peiling, blad: list[dict[str, Any]]) -> dict[str, Any]:
    return {"id": peiling.publiek_id, "vraag": peiling.vraag, "methode": peiling.methode, "regels": blad}

"""A thread of a resident with the bewonersaanspreekpunt: who hears of it, what stands in their chats, and the promise.

    sent ──▶ open ──answered──▶ beantwoord ──"it helped"──▶ klaar
              ▲ └──the promise passes, or by hand──▶ hoger: with the organisatoren, still open
              └──asked on── beantwoord, klaar

Who answers does not read who asks. Asking: `vraag`. Answering: `vraagpunt`.
"""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.momenten import naar_utc
from bot.rules.pacing import Baan
from bot.rules.werkdagen import werkdagen_erna, werkdagen_ervoor
from bot.services import bewijs
from bot.services.bezorging import Geval
from bot.services.handeling import AANSPREEKPUNT, BEGELEIDER, ORGANISATOR, Handeling
from bot.storage import accounts, outbox, rollen, veranderingen, vraagstoppen, vragen, wekkers, werkgroepen
from bot.storage.accounts import Wie
from bot.storage.vragen import Bericht, Vraag

ROLLEN = (AANSPREEKPUNT, BEGELEIDER, ORGANISATOR)
"""Who may answer, nearest first; an aanspreekpunt of one werkgroep only what is for that one."""
HERINNER, TE_LAAT = "vraag_herinner", "vraag_te_laat"
TEAM = ("nieuw", "herinner", "hoger")
"""In these messages the team reads what was asked."""
_OCHTEND, _EINDE = time(9), time(17)
_MEEST_BESTANDEN = 3


def termijn(now: datetime, zone: ZoneInfo, werkdagen: int) -> datetime:
    """Return until when an answer is promised: the end of so many working days after today."""
    return naar_utc(werkdagen_erna(now.astimezone(zone).date(), werkdagen), _EINDE, zone)


def mag_beantwoorden(wie: Wie, gevonden: Vraag) -> bool:
    """Say whether someone may read and answer a thread; never their own."""
    if gevonden.bewoner == wie.bewoner:
        return False
    alle = wie.rollen & {BEGELEIDER, ORGANISATOR} or "" in wie.aanspreekt
    return bool(alle) or (not gevonden.hoger and gevonden.groep in wie.aanspreekt)


def met_aanspreekpunt(tx: Connection, wijk: int) -> list[tuple[str, str]]:
    """Return the werkgroepen (publiek_id and name) that have an aanspreekpunt of their own who can be reached."""
    groepen = werkgroepen.lijst(tx, wijk, 0)
    return [(w.publiek_id, w.naam) for w in groepen if rollen.accounts_met(tx, wijk, [AANSPREEKPUNT], w.publiek_id)]


def plaats(
    tx: Connection,
    handeling: Handeling,
    bewoner_id: int,
    gezegd: dict[str, Any],
    over_plan: bool,
    groep: str,
    werkdagen: int,
    vastlegger: Wie | None = None,
    vanaf: int | None = None,
) -> Vraag:
    """Open a thread of a resident, with evidence when it is about the plan, and tell who answers.

    Args:
        vastlegger: who wrote it down for someone without a phone.
        vanaf: the account on which who asks did so.
    """
    publiek_id = handeling.id("vraag")
    nummers = {w.publiek_id: w.id for w in werkgroepen.lijst(tx, handeling.wijk, 0)}
    nieuw = vragen.voeg_toe(
        tx,
        handeling.wijk,
        publiek_id=publiek_id,
        bewoner=bewoner_id,
        vanaf=vanaf,
        over_plan=over_plan,
        werkgroep=nummers[groep] if groep in dict(met_aanspreekpunt(tx, handeling.wijk)) else None,
        open_sinds=handeling.now,
        termijn=termijn(handeling.now, handeling.zone, werkdagen),
        laatst_op=handeling.now,
    )
    vragen.zeg(tx, handeling.wijk, nieuw, van="bewoner", op=handeling.now, **gezegd)
    if over_plan:
        methode = "knop" if vastlegger is None else "deurgesprek"
        bewijs.leg_vast(tx, handeling, bewoner_id, bewijs.Feit("vraag", publiek_id, methode, vastlegger))
    gevonden = bestaand(tx, handeling.wijk, nieuw)
    vraag_rond(tx, handeling.wijk, gevonden, handeling.now, handeling.zone)
    return gevonden


def vraag_rond(tx: Connection, wijk: int, gevonden: Vraag, now: datetime, zone: ZoneInfo) -> None:
    """Tell who answers what is asked, and see to it that it is not forgotten."""
    wat = "hoger" if gevonden.hoger else "nieuw"
    meld(tx, wijk, gevonden, wat, team_voor(tx, wijk, gevonden))
    if gevonden.hoger:
        return
    vooraf = naar_utc(werkdagen_ervoor(gevonden.termijn.astimezone(zone).date(), 1), _OCHTEND, zone)
    if vooraf > now:
        wekkers.zorg_voor(tx, wijk, HERINNER, gevonden.id, vooraf)
    wekkers.zorg_voor(tx, wijk, TE_LAAT, gevonden.id, gevonden.termijn)


def team_voor(tx: Connection, wijk: int, gevonden: Vraag) -> list[int]:
    """Return the accounts that hear a question: the aanspreekpunt of its werkgroep, else of the wijk, else staff."""
    trappen: list[tuple[str, str | None]] = [(ORGANISATOR, None)]
    if not gevonden.hoger:
        groep = [(AANSPREEKPUNT, gevonden.groep)] if gevonden.groep else []
        trappen = [*groep, (AANSPREEKPUNT, ""), (BEGELEIDER, None), *trappen]
    eigen = accounts.van_bewoner(tx, gevonden.bewoner)
    for rol, bereik in trappen:
        met = rollen.accounts_met(tx, wijk, [rol], bereik)
        if anderen := [een for een in met if een not in eigen]:
            return anderen
    return []


def meld(tx: Connection, wijk: int, gevonden: Vraag, wat: str, naar: list[int]) -> None:
    """Write the team a message about a thread, with what was said in it."""
    boodschap = Boodschap(f"vraag.{wat}", als_data(tx, gevonden))
    outbox.schrijf(tx, wijk, sleutel(gevonden.publiek_id, wat, gevonden.ronde), naar, boodschap, baan=Baan.HERINNERING)


def haal_weg(tx: Connection, wijk: int, gevonden: Vraag, now: datetime) -> None:
    """Send no more of what waits about an open question, and have it leave the chats of who may have read it."""
    team = rollen.accounts_met(tx, wijk, ROLLEN)
    sleutels = [sleutel(gevonden.publiek_id, wat, gevonden.ronde) for wat in TEAM]
    for een in sleutels:
        veranderingen.trek_in(tx, een, team)
    voorbij = Boodschap("vraag.voorbij")
    wat = sleutel(gevonden.publiek_id, "weg", gevonden.ronde)
    veranderingen.verander(tx, sleutels, wat, team, voorbij, baan=Baan.HERINNERING)
    for soort in (HERINNER, TE_LAAT):
        wekkers.vervallen(tx, wijk, soort, gevonden.id, now)


def sleutel(publiek_id: str, wat: str, ronde: int) -> str:
    """Return the key under which a message about a thread stands in the outbox; an id comes back once it is deleted."""
    return f"vraag:{publiek_id}:{wat}:{ronde}"


def als_data(tx: Connection, gevonden: Vraag) -> dict[str, Any]:
    """Return a thread as a message carries it. Who asked is not in it."""
    gezegd = vragen.berichten(tx, gevonden.id)
    van_bewoner = [een for een in gezegd if een.van == "bewoner"]
    return {
        "id": gevonden.publiek_id,
        "berichten": [{"van": b.van, "soort": b.soort, "tekst": b.tekst} for b in gezegd],
        "bestanden": bestanden(van_bewoner),
        "taal": van_bewoner[-1].taal if van_bewoner else "nl",
        "over_plan": gevonden.over_plan,
        "groep": gevonden.groepnaam,
        "staat": gevonden.staat,
        "op": gevonden.open_sinds.isoformat(),
        "termijn": gevonden.termijn.isoformat(),
        "hoger": gevonden.hoger,
        "geholpen": gevonden.geholpen,
        "gemeld": gevonden.gemeld_op is not None,
        "openbaar": gevonden.vraagbaak is not None,
    }


def bestanden(gezegd: list[Bericht]) -> list[list[str]]:
    """Return what was sent with messages, the last few: kind, file_id and name."""
    return [[b.soort, b.file_id, b.naam or ""] for b in gezegd if b.file_id is not None][-_MEEST_BESTANDEN:]


def vergeet(tx: Connection, handeling: Handeling, bewoner: int) -> None:
    """Delete the threads of who is erased; what is open leaves the chats of the team."""
    eigen = vragen.van_bewoner(tx, bewoner)
    for gevonden in eigen:
        if gevonden.staat == "open":
            haal_weg(tx, handeling.wijk, gevonden, handeling.now)
        if gevonden.gemeld_op is not None:
            _haal_melding_weg(tx, handeling.wijk, gevonden)
    vragen.verwijder(tx, [gevonden.id for gevonden in eigen])


def _haal_melding_weg(tx: Connection, wijk: int, gevonden: Vraag) -> None:
    """Let a thread that somebody found not in order leave the chats of the organisatoren."""
    gemeld, team = gemeld_sleutel(gevonden.publiek_id), rollen.accounts_met(tx, wijk, [ORGANISATOR])
    veranderingen.trek_in(tx, gemeld, team)
    veranderingen.verander(tx, [gemeld], f"{gemeld}:weg", team, Boodschap("vraag.voorbij"), baan=Baan.HERINNERING)


def gemeld_sleutel(publiek_id: str) -> str:
    """Return the key under which it stands in the outbox that an answer is not in order."""
    return f"vraag:{publiek_id}:gemeld"


def naar_boven(tx: Connection, wijk: int, gevonden: Vraag, now: datetime, zone: ZoneInfo) -> None:
    """Lay an open question with the organisatoren; who had it reads that it is theirs no more."""
    haal_weg(tx, wijk, gevonden, now)
    vragen.zet(tx, gevonden.id, hoger=True, ronde=gevonden.ronde + 1)
    vraag_rond(tx, wijk, bestaand(tx, wijk, gevonden.id), now, zone)


def bestaand(tx: Connection, wijk: int, vraag_id: int) -> Vraag:
    """Return one by id, which is known to be there."""
    gevonden = vragen.zoek(tx, wijk, id=vraag_id)
    assert gevonden is not None  # noqa: S101 (it was there a line ago)
    return gevonden


def herinner(tx: Connection, geval: Geval) -> None:
    """Remind who answers that the promise ends on the next working day."""
    gevonden = vragen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if gevonden is not None and gevonden.staat == "open" and not gevonden.hoger:
        meld(tx, geval.wijk, gevonden, "herinner", team_voor(tx, geval.wijk, gevonden))


def te_laat(tx: Connection, geval: Geval) -> None:
    """Lay what was not answered in time with the organisatoren, and tell who asked that it takes longer."""
    gevonden = vragen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if gevonden is None or gevonden.staat != "open" or gevonden.hoger:
        return
    naar_boven(tx, geval.wijk, gevonden, geval.now, geval.zone)
    later = Boodschap("vraag.later", {"id": gevonden.publiek_id})
    naar = accounts.waar_gevraagd(tx, gevonden.bewoner, gevonden.vanaf)
    outbox.schrijf(
        tx, geval.wijk, sleutel(gevonden.publiek_id, "later", gevonden.ronde), naar, later, baan=Baan.HERINNERING
    )


def ruim_op(tx: Connection, now: datetime) -> None:
    """Forget what was not sent within a day. Threads that are over: bot.services.bewaren."""
    vragen.vergeet_concepten(tx, now - timedelta(days=1))
    vraagstoppen.vergeet(tx, now)


def al_gesteld(tx: Connection, bewoner_id: int, tekst: str) -> int | None:
    """Return at which place among the threads of a resident the same words stand already; None when nowhere."""
    al = vragen.met_woorden(tx, bewoner_id, _kaal(tekst), _kaal)
    draden = [een.id for een in vragen.van_bewoner(tx, bewoner_id)]
    return None if al is None else draden.index(al)


def _kaal(tekst: str) -> str:
    return " ".join(tekst.casefold().split()).rstrip(" ?!.")

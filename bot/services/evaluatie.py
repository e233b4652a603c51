"""The short questions at the end of a stage: to the team how working together went, to residents whether they trust it.

A tap carries what was answered before it, so nothing is kept until the last one. The answer has no person and no time.
When the questions close only the averages stay. They count for no condition.
"""

from datetime import timedelta
from fractions import Fraction
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.kleine_cellen import EXACT_VANAF, KLEINSTE, klasse
from bot.rules.pacing import Baan
from bot.services.bezorging import Geval
from bot.services.faseplek import ROLLEN, Plek, van_gang, zoek
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import KERNGROEP, STAF, Handeling, eis_bewoner, eis_rol
from bot.services.lezers import tekst_tot
from bot.services.trajectstand import Trajectstand
from bot.storage import metingen, outbox, rollen, trajecten, wekkers
from bot.storage.accounts import Wie
from bot.storage.metingen import Meting

WEKKER = "meting_sluit"
OPEN = timedelta(days=21)
"""So long one can answer; only after that anything is shown, once, so that nobody reads from a change who answered."""
VRAGEN = {"samenwerking": ("team", "taken", "bewoners"), "vertrouwen": ("proces", "inbreng")}
CIJFERS = "12345"
TEAM = (KERNGROEP, *STAF)
TEAM_VANAF = KLEINSTE
"""From so many answers the team sees its own average; of residents it is `EXACT_VANAF`."""
LAAGST, HOOGST = 15, 45
"""In tenths: nothing beyond is told apart, for of ten answers 4.9 says that all but one gave a five."""


def vraag(tx: Connection, handeling: Handeling, plek: Plek) -> None:
    """Open the questions about a stage that ended; the team gets them now, residents with the news of the stage."""
    for soort in VRAGEN:
        publiek_id, sluit_op = handeling.id(f"meting {soort}"), handeling.now + OPEN
        velden = {"publiek_id": publiek_id, "fase": plek.gang.id, "soort": soort, "sluit_op": sluit_op}
        nieuw = metingen.open_(tx, handeling.wijk, **velden)
        wekkers.zet(tx, handeling.wijk, WEKKER, nieuw, sluit_op)
        if soort == "samenwerking":
            team = rollen.accounts_met(tx, handeling.wijk, TEAM)
            boodschap = Boodschap("evaluatie.uitnodiging", {"id": publiek_id, "fase": plek.data})
            outbox.schrijf(tx, handeling.wijk, f"evaluatie:{nieuw}", team, boodschap, baan=Baan.HERINNERING)


def sluit(tx: Connection, geval: Geval) -> None:
    """Keep what may be shown; each answer, and who answered, is forgotten."""
    meting = metingen.zoek(tx, geval.wijk, id=geval.wekker.onderwerp)
    if meting is not None and meting.uitslag is None:
        metingen.sluit(tx, meting.id, te_tonen(meting.soort, metingen.cijfers(tx, meting.id)))


def antwoord(tx: Connection, handeling: Handeling, publiek_id: str, cijfers: str = "") -> Boodschap:
    """Show the next question, or keep the answer when this was the last.

    Args:
        cijfers: what was answered so far, a digit for each question.

    Raises:
        Geweigerd: not theirs to answer, closed, or a forged answer.
    """
    meting = metingen.zoek(tx, handeling.wijk, publiek_id=publiek_id)
    if meting is None:
        raise Geweigerd("evaluatie.onbekend")
    wie, vragen = _wie(tx, handeling, meting), VRAGEN[meting.soort]
    if handeling.now >= meting.sluit_op:
        raise Geweigerd("evaluatie.dicht")
    if not set(cijfers) <= set(CIJFERS) or len(cijfers) > len(vragen):
        raise Geweigerd("evaluatie.onbekend")
    data = {"id": publiek_id, "soort": meting.soort, "fase": _fase(tx, handeling, meting).data}
    if metingen.deed_mee(tx, meting.id, **wie):
        return Boodschap("evaluatie.dank", {**data, "al": True})
    if len(cijfers) < len(vragen):
        stap = {"vraag": vragen[len(cijfers)], "nummer": len(cijfers) + 1, "vragen": len(vragen), "cijfers": cijfers}
        return Boodschap("evaluatie.vraag", {**data, **stap})
    sleutel = handeling.geheim("meetbiljet")[:16]
    metingen.antwoord(tx, handeling.wijk, meting.id, sleutel, [int(cijfer) for cijfer in cijfers], **wie)
    return Boodschap("evaluatie.dank", {**data, "al": False})


def begin_les(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for a lesson of a stage."""
    eis_rol(tx, handeling, *TEAM)
    zoek(tx, handeling.wijk, publiek_id)
    return open_formulier(tx, handeling, LES, {"fase": publiek_id})


def van_fase(tx: Connection, handeling: Handeling, publiek_id: str, melding: str | None = None) -> Boodschap:
    """Show the team what came of the questions about a stage, and its lessons."""
    wie, plek = eis_rol(tx, handeling, *TEAM), zoek(tx, handeling.wijk, publiek_id)
    data: dict[str, Any] = {**plek.data, "staf": bool(wie.rollen & set(ROLLEN))}
    data["lessen"] = [tekst for _, tekst in metingen.lessen(tx, [plek.gang.id])]
    for soort in VRAGEN:
        meting = metingen.zoek(tx, handeling.wijk, fase=plek.gang.id, soort=soort)
        data[soort] = meting and {"sluit_op": meting.sluit_op.isoformat(), **uitkomst(meting)}
    return Boodschap("evaluatie", data, melding=melding)


def verloop(tx: Connection, wijk: int, stand: Trajectstand) -> list[dict[str, Any]]:
    """Return of each stage that ended how much residents trust the process, as everyone may see it."""
    gangen = {gang.id: gang for gang in trajecten.verloop(tx, stand.loopt.id)}
    punten = []
    for meting in metingen.van_traject(tx, stand.loopt.id, "vertrouwen"):
        kwam_uit = uitkomst(meting)
        if kwam_uit["staat"] == "getoond":
            punten.append({"fase": van_gang(tx, wijk, gangen[meting.fase]).data, **kwam_uit})
    return punten


def uitkomst(meting: Meting | None) -> dict[str, Any]:
    """Return what may be shown of the answers, once the questions are closed.

    Returns:
        `staat`: `open`, `weinig` or `getoond`; with the last `aantal`, rounded, and of each question its average in
        tenths, from `LAAGST` to `HOOGST`.
    """
    return {"staat": "open"} if meting is None or meting.uitslag is None else meting.uitslag


def te_tonen(soort: str, cijfers: list[list[int]]) -> dict[str, Any]:
    """Return what may be shown of all answers together; see `uitkomst`."""
    team = soort == "samenwerking"
    if len(cijfers) < (TEAM_VANAF if team else EXACT_VANAF):
        return {"staat": "weinig"}
    sommen = {naam: sum(een[n] for een in cijfers) for n, naam in enumerate(VRAGEN[soort])}
    precies = {naam: round(Fraction(10 * som, len(cijfers))) for naam, som in sommen.items()}
    tienden = {naam: min(max(n, LAAGST), HOOGST) for naam, n in precies.items()}
    return {"staat": "getoond", "aantal": None if team else klasse(len(cijfers)).getoond, "tienden": tienden}


def _wie(tx: Connection, handeling: Handeling, meting: Meting) -> dict[str, int]:
    """Return under what it is kept that someone answered."""
    if meting.soort == "samenwerking":
        return {"account": eis_rol(tx, handeling, *TEAM).account}
    bewoner = eis_bewoner(tx, handeling).bewoner
    assert bewoner is not None  # noqa: S101 (eis_bewoner saw to it)
    return {"bewoner": bewoner}


def _fase(tx: Connection, handeling: Handeling, meting: Meting) -> Plek:
    gang = trajecten.zoek_fase(tx, handeling.wijk, id=meting.fase)
    assert gang is not None  # noqa: S101 (a foreign key)
    return van_gang(tx, handeling.wijk, gang)


def _noteer(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    plek = zoek(tx, handeling.wijk, data["fase"])
    metingen.noteer_les(tx, handeling.wijk, plek.gang.id, handeling.id("les"), data["tekst"])
    return van_fase(tx, handeling, data["fase"], melding="evaluatie.les_erbij")


LES = Formulier("les", (Veld("tekst", tekst_tot(500)),), TEAM, _noteer)

"""Composing the concept of the spelregels: one thing at a time in chat, or the whole from a TOML file.

In chat go what is counted, out of how many, conversations, the period, who confirms, and one condition at a time
(`drempelvorm`). A table of groups that was agreed comes by file: in the chat, or with `gehoord spelregels`.
"""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd, InvoerFout
from bot.rules.spelregels import EENHEDEN, ORGANEN, Spelregels, uit_json, uit_toml
from bot.services import drempelvorm, peilingsteun
from bot.services.formulier import Formulier, Veld
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.services.lezers import alinea_tot, blijft_open, datum, getal, tekst_tot
from bot.services.spelregels import CONCEPT, toon
from bot.storage import afsluitingen, gesprekken, spelregels
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.spelregels import Versie

BESTAND = "spelregelbestand"
_VRAAG = Boodschap("spelregelvorm.bestand")
OOK = ("gesprek", "reactie", "niet_mee", "vraag")
"""What counts as being heard when that is agreed, beside a vote on the decision."""
GROOTST = 64_000
"""Bytes: a file that is larger is no set of rules."""
WAT = ("eenheid", "aantal", *OOK, "drempel", "periode", "orgaan")
LIJST = "lijst"
Antwoorden = dict[str, Any]


def zet_concept(tx: Connection, wijk: int, regels: Spelregels, reden: str | None = None) -> Versie:
    """Make these rules the concept; begin the one of a later version when there is none.

    Raises:
        InvoerFout: the rules hold already, and no reason is given for a later version.
    """
    inhoud, deze = replace(regels, versie=0).canoniek(), spelregels.concept(tx, wijk)
    if deze is not None:
        spelregels.wijzig_concept(tx, deze.id, inhoud)
    else:
        vast = spelregels.vastgestelde(tx, wijk)
        if vast and not reden:
            raise InvoerFout("de spelregels staan vast; geef met --reden op waarom er een nieuwe versie komt")
        spelregels.begin_concept(tx, wijk, vast[-1].versie + 1 if vast else 1, inhoud, reden)
    nieuw = spelregels.concept(tx, wijk)
    assert nieuw is not None  # noqa: S101 (it was written a moment ago)
    return nieuw


def wacht_op_bestand(tx: Connection, handeling: Handeling) -> Boodschap:
    """Wait for a TOML file with the rules."""
    wie = eis_rol(tx, handeling, ORGANISATOR)
    _eis_concept(tx, handeling.wijk)
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(BESTAND, "bestand", {}))
    return _VRAAG


def lees_bestand(tx: Connection, handeling: Handeling, inhoud: bytes | None) -> Boodschap:
    """Make what a TOML file says the concept.

    Args:
        inhoud: None when something else was sent, or more than `GROOTST`.

    Raises:
        Geweigerd: no such file, or a mistake in it, in one line; the bot goes on waiting for it.
    """
    wie = eis_rol(tx, handeling, ORGANISATOR)
    _eis_concept(tx, handeling.wijk)
    with blijft_open(_VRAAG.soort, _VRAAG.data):
        if inhoud is None:
            raise Geweigerd("spelregelvorm.geen_bestand")
        try:
            zet_concept(tx, handeling.wijk, uit_toml(inhoud, "dit bestand"))
        except InvoerFout as fout:
            raise Geweigerd("spelregelvorm.fout", regel=str(fout)[:1000]) from None
    gesprekken.sluit(tx, wie.wijk, wie.account)
    return toon(tx, handeling, CONCEPT)


def gooi_weg(tx: Connection, handeling: Handeling, *, zeker: bool) -> Boodschap:
    """Throw the concept of a later version away, after a question whether one is sure."""
    eis_rol(tx, handeling, ORGANISATOR)
    deze = _eis_concept(tx, handeling.wijk)
    if not spelregels.vastgestelde(tx, handeling.wijk):
        raise Geweigerd("spelregelvorm.eerste_blijft")
    if not zeker:
        return Boodschap("spelregelvorm.zeker", {"versie": deze.versie})
    spelregels.gooi_concept_weg(tx, deze.id)
    return toon(tx, handeling, melding="spelregelvorm.weggegooid")


def _wijzig(tx: Connection, handeling: Handeling, wie: Wie, data: Antwoorden) -> Boodschap:
    deze = _eis_concept(tx, handeling.wijk)
    nieuw = _met(uit_json(deze.inhoud), data)
    if nieuw.van and nieuw.tot and nieuw.tot < nieuw.van:
        raise Geweigerd("spelregelvorm.periode")
    if data["wat"] == "drempel":
        had = uit_json(deze.inhoud).drempels
        anders = [drempel for drempel in nieuw.drempels if drempel not in had]
        peilingsteun.eis_te_wegen(tx, handeling.wijk, anders, nieuw.eenheid)
    spelregels.wijzig_concept(tx, deze.id, nieuw.canoniek())
    return toon(tx, handeling, CONCEPT, melding="spelregelvorm.aangepast")


def _met(regels: Spelregels, data: Antwoorden) -> Spelregels:
    """Return the rules with what was filled in."""
    wat = data["wat"]
    if wat == "aantal":
        if data["aantal"] == LIJST:
            return replace(regels, aantal=0, bron="", peildatum=None)
        return replace(regels, aantal=data["aantal"], bron=data["bron"], peildatum=_dag(data["peildatum"]))
    if wat in OOK:
        erbij = {*regels.telt_ook, wat} if data[wat] == "ja" else {*regels.telt_ook} - {wat}
        return replace(regels, telt_ook=tuple(soort for soort in OOK if soort in erbij))
    if wat == "periode":
        return replace(regels, van=_dag(data["van"]), tot=_dag(data["tot"]))
    if wat == "drempel":
        return replace(regels, drempels=drempelvorm.met_drempel(regels.drempels, data))
    return replace(regels, **{wat: data[wat]})


def _begin_versie(tx: Connection, handeling: Handeling, wie: Wie, data: Antwoorden) -> Boodschap:
    if afsluitingen.is_afgesloten(tx, handeling.wijk):
        raise Geweigerd("spelregels.afgesloten")
    vast = spelregels.vastgestelde(tx, handeling.wijk)
    if not vast or spelregels.concept(tx, handeling.wijk):
        raise Geweigerd("spelregelvorm.al_concept")
    zet_concept(tx, handeling.wijk, uit_json(vast[-1].inhoud), data["reden"])
    return toon(tx, handeling, CONCEPT)


def _eis_concept(tx: Connection, wijk: int) -> Versie:
    deze = spelregels.concept(tx, wijk)
    if deze is None:
        raise Geweigerd("spelregels.geen_concept")
    return deze


def _dag(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _wat(wat: str) -> Any:
    return lambda data: data.get("wat") == wat


def _getal_afgesproken(data: Antwoorden) -> bool:
    return bool(data.get("wat") == "aantal" and data.get("aantal") != LIJST)


FORMULIER = Formulier(
    "spelregelvorm",
    (
        Veld("wat", keuzes=WAT),
        Veld("eenheid", keuzes=EENHEDEN, als=_wat("eenheid")),
        Veld("aantal", getal(1, 1_000_000), keuzes=(LIJST,), als=_wat("aantal")),
        Veld("bron", tekst_tot(200), als=_getal_afgesproken),
        Veld("peildatum", datum, als=_getal_afgesproken, mag_over=True),
        *(Veld(soort, keuzes=("ja", "nee"), als=_wat(soort)) for soort in OOK),
        *drempelvorm.VELDEN,
        Veld("van", datum, als=_wat("periode"), mag_over=True),
        Veld("tot", datum, als=_wat("periode"), mag_over=True),
        Veld("orgaan", keuzes=ORGANEN, als=_wat("orgaan")),
    ),
    (ORGANISATOR,),
    _wijzig,
    voorbeeld=False,
)
VERSIE = Formulier("spelregelversie", (Veld("reden", alinea_tot(400)),), (ORGANISATOR,), _begin_versie, voorbeeld=False)

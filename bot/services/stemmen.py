"""Taking part in a poll: seeing it, and voting until it closes. What a vote says, its method knows."""

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.doelgroep import ALLE_GELEDINGEN, WIJK
from bot.rules.geleding import uit_functie
from bot.rules.peilingen import METHODEN, KanNiet, Opzet
from bot.rules.peilingvorm import scherm_als_data
from bot.rules.peilscherm import Scherm
from bot.services import aandraagstand, bewijs, bobwacht, inbreng, peilingversie, peilingvorm, stemresultaat
from bot.services.bijeenkomst import MAKERS
from bot.services.gesprek import wacht_op
from bot.services.handeling import Handeling, eis_bewoner, eis_deelnemer, eis_ja, mag_voor, wie_handelt
from bot.services.kiezer import eis_ziet, is_open, is_voorbij, kiezer, komt_nog, ziet_uitslag
from bot.storage import (
    adresstemmen,
    doelgroepen,
    geledingen,
    gesprekken,
    kennismaking,
    peilingen,
    stemvellen,
    terugwegen,
    warmtekaarten,
    weerwoorden,
)
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek
from bot.storage.peilingen import Optie, Peiling, Stem
from bot.storage.stemmers import Kiezer

SOORT = "stem"
"""The conversation in which a voter types."""


def toon(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Show one poll: to vote while it is open, its result after."""
    wie = eis_deelnemer(tx, handeling)
    return toon_peiling(tx, handeling, wie, peilingen.zoek(tx, handeling.wijk, publiek_id=publiek_id))


def stem(tx: Connection, handeling: Handeling, publiek_id: str, daad: str) -> Boodschap:
    """Vote with one tap, or change the vote. The first ballot that is complete leaves evidence that one took part.

    Args:
        daad: what the tap does, as the method's screen says it.

    Raises:
        Geweigerd: no such poll, it is closed, or it is for others.
    """
    wie, als, peiling, opties = _stembaar(tx, handeling, publiek_id)
    return breng_uit(tx, handeling, wie, als, peiling, opties, daad)


def breng_uit(
    tx: Connection, handeling: Handeling, wie: Wie, als: Kiezer, peiling: Peiling, opties: list[Optie], daad: str
) -> Boodschap:
    """Vote for someone of whom the caller knows that they may; with the notice that it counts when it is complete."""
    if komt_nog(peiling, handeling.now):
        return toon_peiling(tx, handeling, wie, peiling, melding="peiling.nog_niet_open")
    methode, opzet = METHODEN[peiling.methode], peilingvorm.opzet_van(peiling, opties)
    had = Stem(None, None) if methode.in_een_tik(opzet) else peilingen.stem_van(tx, peiling.id, als)
    try:
        nieuw = methode.stem(opzet, had.nu, daad)
    except KanNiet as nee:
        melding = f"methode.{peiling.methode}.melding.{nee.melding}"
        return toon_peiling(tx, handeling, wie, peiling, melding=melding)
    if nieuw is None:
        if methode.SCHRIJFT:  # another form may have been opened and stopped since the screen asked
            _wacht_op_tekst(tx, wie, peiling, _scherm(peiling, opzet, had.nu, als).tekst_tot)
        return toon_peiling(tx, handeling, wie, peiling)
    return _bewaar(tx, handeling, wie, als, peiling, opties, had, nieuw)


def typ(tx: Connection, handeling: Handeling, tekst: str) -> Boodschap:
    """Take what a voter typed where their screen waits for it.

    Raises:
        Geweigerd: too long, by how much; it still waits then.
    """
    wie = wie_handelt(tx, handeling)
    gesprek = gesprekken.open_gesprek(tx, wie.wijk, wie.account)
    gevonden = gesprek and peilingen.zoek_met_opties(tx, handeling.wijk, gesprek.stap)
    eis_ja(wie)  # who has a role too votes for themselves
    als = kiezer(tx, wie, gevonden[0]) if gevonden else None
    if not gevonden or als is None or not is_open(gevonden[0], handeling.now):
        gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
        eis_deelnemer(tx, handeling)
        return toon_peiling(tx, handeling, wie, gevonden[0] if gevonden else None)
    peiling, opties = gevonden
    methode, opzet = METHODEN[peiling.methode], peilingvorm.opzet_van(peiling, opties)
    had = peilingen.stem_van(tx, peiling.id, als)
    tekst_tot = _scherm(peiling, opzet, had.nu, als).tekst_tot
    nieuw = peilingvorm.getypt(methode, opzet, had.nu, tekst_tot, tekst, handeling)
    if nieuw is None:
        gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)
        return _als_boodschap(tx, wie, als, peiling, opties, had)
    return _bewaar(tx, handeling, wie, als, peiling, opties, had, nieuw)


def _stembaar(tx: Connection, handeling: Handeling, publiek_id: str) -> tuple[Wie, Kiezer, Peiling, list[Optie]]:
    wie = wie_handelt(tx, handeling)
    eis_ja(wie)
    gevonden = peilingen.zoek_met_opties(tx, handeling.wijk, publiek_id)
    als = kiezer(tx, wie, gevonden[0]) if gevonden else None
    if als is None:
        eis_bewoner(tx, handeling)  # who has no home here hears how to join
    if gevonden is None:
        raise Geweigerd("peiling.onbekend")
    peiling, opties = gevonden
    if is_voorbij(peiling, handeling.now):
        raise gesloten(peiling)
    if als is None:
        if peiling.naast is not None:
            raise Geweigerd("school.eigen")
        elders = peiling.per_adres and adresstemmen.stand(tx, peiling.id, wie.bewoner or 0) == "vorig"
        raise Geweigerd("peiling.vorig_adres" if elders else "peiling.andere_groep")
    return wie, als, peiling, opties


def gesloten(peiling: Peiling) -> Geweigerd:
    """Return the refusal of who is too late; a pupil finds no menu under it."""
    nee = Geweigerd("school.dicht" if peiling.naast is not None else "peiling.gesloten")
    nee.onder = ("school.dicht", {}) if peiling.naast is not None else None
    return nee


def _bewaar(
    tx: Connection,
    handeling: Handeling,
    wie: Wie,
    als: Kiezer,
    peiling: Peiling,
    opties: list[Optie],
    had: Stem,
    nieuw: str,
) -> Boodschap:
    """Keep a changed ballot: it counts when it is complete, and of a resident leaves evidence the first time."""
    methode, opzet = METHODEN[peiling.methode], peilingvorm.opzet_van(peiling, opties)
    if methode.SCHRIJFT:
        _wacht_op_tekst(tx, wie, peiling, _scherm(peiling, opzet, nieuw, als).tekst_tot)
    if not methode.compleet(opzet, nieuw):
        peilingen.zet_concept(tx, handeling.wijk, peiling.id, als, nieuw)
        return _als_boodschap(tx, wie, als, peiling, opties, Stem(had.telt, nieuw))
    if methode.BEANTWOORD and nieuw != had.telt:  # what was answered is no longer there
        weerwoorden.vergeet(tx, peiling.id, als)
    if had.concept is not None:
        peilingen.gooi_concept_weg(tx, peiling.id, als)
    eerste = peilingen.stem(tx, handeling.wijk, peiling.id, als, nieuw, handeling.geheim("stembiljet")[:16])
    zelf = eerste
    if peiling.op_papier is not None and (not eerste or als.huishouden is not None):  # that, staff recorded
        zelf = stemvellen.vervang(tx, peiling.id, als) or eerste
    if zelf and als.soort == "bewoner":
        soort = bewijs.stemsoort(over_besluit=peiling.over_besluit)
        bewijs.leg_vast(tx, handeling, als.id, bewijs.Feit(soort, peiling.publiek_id, "knop"))
    return _als_boodschap(tx, wie, als, peiling, opties, Stem(nieuw, None), melding="peiling.gestemd")


def _wacht_op_tekst(tx: Connection, wie: Wie, peiling: Peiling, tekst_tot: int) -> None:
    """Let what a voter types next come here while their screen waits for it; no other form of theirs is thrown away."""
    if tekst_tot:
        wacht_op(tx, wie, Gesprek(SOORT, peiling.publiek_id, {}))
    else:
        gesprekken.sluit_als(tx, wie.wijk, wie.account, SOORT)


def uitnodiging(tx: Connection, peiling: Peiling) -> Boodschap:
    """Return the message that asks residents to vote: the same for all of them."""
    opties = peilingen.opties(tx, peiling.id)
    data = als_data(tx, peiling, opties, Stem(None, None), None) | aandraagstand.uitnodiging(peiling, opties)
    if (
        data["geschud"] or peiling.voor.soort == "geleding"
    ):  # the order is each one's own, or as whom one votes: seen when one opens it
        data["scherm"] |= {"knoppen": [], "regels": []}
    return Boodschap("peiling.open", {**data, "bewoner": True, "beheer": False, "tussenstand": None})


def toon_peiling(
    tx: Connection, handeling: Handeling, wie: Wie, peiling: Peiling | None, melding: str | None = None
) -> Boodschap:
    """Show a poll to someone who was let in: to look at before it opens, to vote while it is open, its result after.

    Raises:
        Geweigerd: there is no such poll, or it is for others.
    """
    if peiling is None:
        raise Geweigerd("peiling.onbekend")
    eis_ziet(tx, wie, peiling)
    if is_voorbij(peiling, handeling.now):
        if peiling.gesloten_op is None:  # nobody sees a result while a ballot still has its voter
            peilingen.sluit(tx, peiling.id, handeling.now)
        if not ziet_uitslag(tx, wie, peiling):
            return Boodschap("peiling.uitslag_elders", {"vraag": peiling.vraag}, melding=melding)
        lid = stemresultaat.is_precies(peiling) and kiezer(tx, wie, peiling) is not None
        lid = lid or (uit_functie(peiling.voor) and mag_voor(wie, peiling.voor))
        gezien = stemresultaat.uitslag(tx, peiling, lid=lid)
        maakt = bool(wie.rollen & set(MAKERS))
        mag = {"opnieuw": _mag_opnieuw(wie, peiling), "plan": maakt, "kopie": maakt and not peiling.ingetrokken}
        mag["wacht"] = METHODEN[peiling.methode].BEANTWOORD and terugwegen.wacht(tx, peiling.id, wie.account)
        return replace(gezien, data=gezien.data | {naam: True for naam, ja in mag.items() if ja}, melding=melding)
    als = kiezer(tx, wie, peiling)
    had = peilingen.stem_van(tx, peiling.id, als) if als is not None else Stem(None, None)
    komt = komt_nog(peiling, handeling.now)
    opties = peilingen.opties(tx, peiling.id)
    gezien = _als_boodschap(tx, wie, als, peiling, opties, had, melding=melding, komt=komt)
    if peiling.opent_op is not None and komt:
        return replace(gezien, data=gezien.data | {"bewoner": False, "komt": peiling.opent_op.isoformat()})
    return gezien


def _als_boodschap(
    tx: Connection,
    wie: Wie,
    als: Kiezer | None,
    peiling: Peiling,
    opties: list[Optie],
    had: Stem,
    *,
    melding: str | None = None,
    komt: bool = False,
) -> Boodschap:
    ziet_stand = peiling.live and had.telt is not None
    beheer = mag_voor(wie, peiling.voor)
    data = {
        **als_data(tx, peiling, opties, had, als),
        "bewoner": als is not None,
        "heeft_stem": had.telt is not None,
        "beheer": beheer,
        "kopie": bool(wie.rollen & set(MAKERS)),
        "tussenstand": stemresultaat.tussenstand(tx, peiling, opties) if ziet_stand else None,
        **aandraagstand.stand(tx, wie, peiling, opties, stemmen_open=not komt),
    }
    if peiling.per_adres and wie.bewoner is not None:
        data["adres"] = adresstemmen.stand(tx, peiling.id, wie.bewoner)
    if METHODEN[peiling.methode].BEANTWOORD:
        data |= inbreng.bij_stem(tx, peiling, None if had.van_papier else als, had.telt, team=beheer)
    if peiling.naast is not None:
        return Boodschap("school.open", data | {"school": peiling.school}, melding=melding)
    if beheer and kan_naar_school(peiling):
        data |= {"met_link": True}
    return Boodschap("peiling.open", data, melding=melding)


def kan_naar_school(peiling: Peiling) -> bool:
    """Say whether the same can be asked by a link of a school or vereniging, apart from the residents."""
    return METHODEN[peiling.methode].MET_LINK and peiling.voor == WIJK and peiling.naast is None


def _mag_opnieuw(wie: Wie, peiling: Peiling) -> bool:
    kan = METHODEN[peiling.methode].OPNIEUW and not peiling.ingetrokken and peiling.naast is None
    return kan and mag_voor(wie, peiling.voor)


def _scherm(peiling: Peiling, opzet: Opzet, inhoud: str | None, als: Kiezer | None) -> Scherm:
    return METHODEN[peiling.methode].scherm(opzet, inhoud, peilingvorm.volgorde(peiling, opzet, als))


def als_data(tx: Connection, peiling: Peiling, opties: list[Optie], had: Stem, als: Kiezer | None) -> dict[str, Any]:
    """Return a poll that is open as the renderer takes it, with what someone has in it."""
    opzet = peilingvorm.opzet_van(peiling, opties)
    bewoner = als.id if als is not None and als.soort == "bewoner" else None
    return {
        "id": peiling.publiek_id,
        "vraag": peiling.vraag,
        "taal": peiling.taal,
        "methode": peiling.methode,
        **stemresultaat.vorige_ronde(tx, peiling),
        **peilingversie.als_data(tx, peiling),
        **bobwacht.als_data(peiling),
        "over_besluit": peiling.over_besluit,
        "minste": peiling.minste_stemmen,
        "per_adres": peiling.per_adres,
        "uitslag_naar": peiling.uitslag_naar,
        "met_naam": peiling.met_naam and {"naam": kennismaking.naam(tx, bewoner) if bewoner is not None else None},
        "groep": [peiling.doelgroep, doelgroepen.naam(tx, peiling.wijk, peiling.voor)],
        "live": peiling.live,
        "sluit_op": peiling.sluit_op.isoformat(),
        "scherm": scherm_als_data(_scherm(peiling, opzet, had.nu, als)),
        "geschud": opzet.geschud,
        **(_geleding(tx, peiling, als) if peiling.voor.soort == "geleding" else {}),
        **({"kaarten": True} if peiling.over_besluit and warmtekaarten.zijn_er(tx, peiling.wijk) else {}),
        "concept": None if had.concept is None else "nieuw" if had.telt is None else "wijzigt",
        **({"van_papier": True} if had.van_papier else {}),
    }


def _geleding(tx: Connection, peiling: Peiling, als: Kiezer | None) -> dict[str, Any]:
    """Return how the votes weigh, and for whom someone votes who was invited: they read it before they vote."""
    data: dict[str, Any] = {"weging": peiling.weging} if peiling.voor == ALLE_GELEDINGEN else {}
    if als is None or (namens := geledingen.namens(tx, peiling.wijk, als)) is None:
        return data
    return {**data, "namens": [als.geleding, namens], "gast": als.soort == "account"}

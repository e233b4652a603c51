"""Making cards of what a heat solution means: one by a form, or many from a file; a second person publishes them.

A card that changed is a new version beside the old one. Reading them: `warmtekaart`.
"""

from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from berichten.leeswoorden import leeswoorden
from bot.errors import Geweigerd, InvoerFout
from bot.rules.bedragen import lees_bereik
from bot.rules.kaartbestand import lees
from bot.rules.warmtekaarten import (
    BRON_LENGTE,
    GAS,
    KOSTEN,
    MEESTE_EUROS,
    NAAM_LENGTE,
    TEKST_LENGTE,
    TEKSTEN,
    WANNEER_LENGTE,
    Inhoud,
    Kaart,
    Kosten,
    gewijzigd,
    uit_json,
)
from bot.services import lezers, voorstel
from bot.services.formulier import ANDERS, Formulier, Keuze, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import ORGANISATOR, Handeling, eis_rol
from bot.services.onderbouwing import kop, niet_later
from bot.services.warmtekaart import als_data, geldende
from bot.storage import aanbiedingen, gesprekken, warmtekaarten
from bot.storage.accounts import Wie
from bot.storage.gesprekken import Gesprek

BESTAND = "kaartbestand"
_VRAAG = Boodschap("warmtekaart.bestand")
MEESTE = 20
"""So many cards a second person reads at a time."""
ALLE = "alle"
_OP_KNOP = 50
"""Bytes of a name that fit in a button beside the name of its question."""
MAG = frozenset({ORGANISATOR})


def begin_nieuw(tx: Connection, handeling: Handeling, publiek_id: str) -> Boodschap:
    """Open the form for a new version of a card, with what it says now."""
    eis_rol(tx, handeling, ORGANISATOR)
    kaart = geldende(tx, handeling, publiek_id)
    inhoud = kaart.inhoud
    data: dict[str, Any] = {"oplossing": kaart.oplossing, "woning": kaart.woningtype or ALLE}
    data |= {"gas": inhoud.gas, "zelfde": "nee", ANDERS: True}
    data |= {"gas_wanneer": inhoud.gas_wanneer} if inhoud.gas_wanneer else {}
    for soort in KOSTEN:
        kosten: Kosten = getattr(inhoud, soort)
        data |= {soort: [kosten.van, kosten.tot], f"{soort}_bron": kosten.bron, f"{soort}_dag": kosten.dag}
        data |= {f"{soort}_link": kosten.link or None}
    data |= {naam: getattr(inhoud, naam) or None for naam in TEKSTEN}
    return open_formulier(tx, handeling, FORMULIER, data)


def wacht(tx: Connection, handeling: Handeling) -> Boodschap:
    """Wait for a file of cards."""
    wie = eis_rol(tx, handeling, ORGANISATOR)
    gesprekken.zet(tx, wie.wijk, wie.account, Gesprek(BESTAND, "bestand", {}))
    return _VRAAG


def neem(tx: Connection, handeling: Handeling, inhoud: bytes | None) -> Boodschap:
    """Ask a second person to publish what is new in a file.

    Args:
        inhoud: None when something else was sent, or more than `kaartbestand.GROOTST`.

    Raises:
        Geweigerd: no such file, or a mistake in it; the bot goes on waiting for it.
    """
    wie = eis_rol(tx, handeling, ORGANISATOR)
    with lezers.blijft_open(_VRAAG.soort, _VRAAG.data):
        if inhoud is None:
            raise Geweigerd("warmtekaart.geen_bestand")
        try:
            kaarten = uit_bestand(tx, handeling, inhoud, "dit bestand")
        except InvoerFout as fout:
            raise Geweigerd("warmtekaart.fout", regel=str(fout)[:1000]) from None
    gesprekken.sluit_als(tx, wie.wijk, wie.account, BESTAND)
    if not kaarten:
        return Boodschap("warmtekaart.niets_nieuws")
    return _stel_voor(tx, handeling, wie, kaarten)


def bied_aan(tx: Connection, handeling: Handeling, inhoud: bytes, bron: str) -> int:
    """Do as `neem` for who sits at the server, in the name of someone with the role; return how many are new.

    Raises:
        Geweigerd: that person has no such role.
        InvoerFout: a mistake in the file, with the mend.
    """
    wie = eis_rol(tx, handeling, ORGANISATOR)
    kaarten = uit_bestand(tx, handeling, inhoud, bron)
    if kaarten:
        _stel_voor(tx, handeling, wie, kaarten)
    return len(kaarten)


def uit_bestand(tx: Connection, handeling: Handeling, inhoud: bytes, bron: str) -> list[Kaart]:
    """Return the cards of a file that say something else than those that hold. Reads only.

    Raises:
        InvoerFout: a mistake in it, or too many at a time.
    """
    vandaag = handeling.now.astimezone(handeling.zone).date()
    kaarten = lees(inhoud, bron, aanbiedingen.woningtypen(tx, handeling.wijk), vandaag)
    nieuw = gewijzigd(kaarten, {een.sleutel: een.inhoud for een in warmtekaarten.geldend(tx, handeling.wijk)})
    if len(nieuw) > MEESTE:
        mend = f"lever er hoogstens {MEESTE} tegelijk in, want iemand anders leest ze allemaal"
        raise InvoerFout(f"{bron}: kaart: er zijn {len(nieuw)} nieuwe of gewijzigde kaarten; {mend}")
    return nieuw


def vraag_intrekken(tx: Connection, handeling: Handeling, publiek_id: str, *, zeker: bool) -> Boodschap:
    """Ask a second person to take a card away, after a question whether one is sure."""
    wie = eis_rol(tx, handeling, ORGANISATOR)
    kaart = geldende(tx, handeling, publiek_id)
    if not zeker:
        return Boodschap("warmtekaart.zeker", als_data(kaart))
    lezen = [["warmtekaart.lezen", als_data(kaart)]]
    data = {"welke": kaart.publiek_id}
    return voorstel.stel_voor(tx, handeling, wie, "warmtekaart_weg", data, titel=kaart.oplossing, lezen=lezen)


def _stel_voor(tx: Connection, handeling: Handeling, wie: Wie, kaarten: list[Kaart]) -> Boodschap:
    als = [{"oplossing": k.oplossing, "woningtype": k.woningtype, "inhoud": k.inhoud.als_json()} for k in kaarten]
    lezen = [["warmtekaart.lezen", een] for een in als]
    return voorstel.stel_voor(tx, handeling, wie, "warmtekaart", {"kaarten": als}, aantal=len(als), lezen=lezen)


@voorstel.voert_uit("warmtekaart")
def _plaats(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    rij = kop(tx, handeling, gemaakt_door, MAG)
    vast = {naam: rij[naam] for naam in ("op", "gemaakt_door", "bevestigd_door")}
    alle = [Kaart(een["oplossing"], een["woningtype"], uit_json(een["inhoud"])) for een in data["kaarten"]]
    bestaand = {een.sleutel: een for een in warmtekaarten.geldend(tx, handeling.wijk)}
    nieuw = gewijzigd(alle, {sleutel: een.inhoud for sleutel, een in bestaand.items()})
    for nummer, kaart in enumerate(nieuw):
        al = bestaand.get(kaart.sleutel)
        warmtekaarten.voeg_toe(
            tx,
            handeling.wijk,
            kaart.inhoud,
            publiek_id=handeling.id(f"warmtekaart {nummer}"),
            oplossing=al.oplossing if al else kaart.oplossing,  # its versions are spelt alike
            woningtype=kaart.woningtype,
            versie=warmtekaarten.laatste_versie(tx, handeling.wijk, kaart.sleutel) + 1,
            **vast,
        )


@voorstel.voert_uit("warmtekaart_weg")
def _trek_in(tx: Connection, handeling: Handeling, data: dict[str, Any], gemaakt_door: int) -> None:
    kop(tx, handeling, gemaakt_door, MAG)
    warmtekaarten.trek_in(tx, handeling.wijk, geldende(tx, handeling, data["welke"]).sleutel, handeling.now)


def _vraag(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    kaart = _ingevuld(data)
    zelfde = {een.sleutel: een.inhoud for een in warmtekaarten.geldend(tx, handeling.wijk)}
    if not gewijzigd([kaart], zelfde):
        return Boodschap("warmtekaart.niets_nieuws")
    return _stel_voor(tx, handeling, wie, [kaart])


def _ingevuld(data: dict[str, Any]) -> Kaart:
    """Return the card that was filled in."""
    velden: dict[str, Any] = {naam: data.get(naam) or "" for naam in TEKSTEN}
    for soort in KOSTEN:
        bron = KOSTEN[0] if data["zelfde"] == "ja" else soort
        van, tot = data[soort]
        velden[soort] = Kosten(van, tot, data[f"{bron}_bron"], data[f"{bron}_dag"], data.get(f"{bron}_link") or "")
    wanneer = data["gas_wanneer"] if data["gas"] == "stopt" else ""
    woningtype = "" if data["woning"] == ALLE else data["woning"]
    return Kaart(data["oplossing"], woningtype, Inhoud(data["gas"], wanneer, **velden))


def _bekijk(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> dict[str, Any]:
    kaart = _ingevuld(data)
    return {"kaart": {"oplossing": kaart.oplossing, "woningtype": kaart.woningtype, "inhoud": kaart.inhoud.als_json()}}


def _oplossingen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    namen = {een.sleutel[0]: een.oplossing for een in warmtekaarten.geldend(tx, handeling.wijk)}
    return [(naam, naam) for naam in namen.values() if len(naam.encode()) <= _OP_KNOP]


def _woningen(tx: Connection, handeling: Handeling, data: dict[str, Any]) -> list[Keuze]:
    namen = aanbiedingen.woningtypen(tx, handeling.wijk)
    return [(naam, naam) for naam in namen if len(naam.encode()) <= _OP_KNOP and naam != ALLE]


def _bedragen(tekst: str, handeling: Handeling) -> list[int]:
    bereik = lees_bereik(tekst, leeswoorden())
    if bereik is None or bereik[1] > MEESTE_EUROS:
        raise Geweigerd("warmtekaart.bedragen")
    return list(bereik)


def _dag(tekst: str, handeling: Handeling) -> str:
    return niet_later(handeling, lezers.datum(tekst, handeling))


def _kosten(soort: str, als: Any = None) -> tuple[Veld, ...]:
    """Return the questions about where a range comes from."""
    return (
        Veld(f"{soort}_bron", lezers.tekst_tot(BRON_LENGTE), als=als),
        Veld(f"{soort}_link", lezers.link, als=als, mag_over=True),
        Veld(f"{soort}_dag", _dag, als=als),
    )


def _eigen_bron(data: dict[str, Any]) -> bool:
    return bool(data.get("zelfde") == "nee")


FORMULIER = Formulier(
    "warmtekaart",
    (
        Veld("oplossing", lezers.tekst_tot(NAAM_LENGTE), haal=_oplossingen),
        Veld("woning", keuzes=(ALLE,), haal=_woningen),
        Veld("gas", keuzes=GAS),
        Veld("gas_wanneer", lezers.tekst_tot(WANNEER_LENGTE), als=lambda data: data.get("gas") == "stopt"),
        Veld("eenmalig", _bedragen),
        *_kosten("eenmalig"),
        Veld("maandelijks", _bedragen),
        Veld("zelfde", keuzes=("ja", "nee")),
        *_kosten("maandelijks", als=_eigen_bron),
        *(Veld(naam, lezers.tekst_tot(TEKST_LENGTE), mag_over=True) for naam in TEKSTEN),
    ),
    (ORGANISATOR,),
    _vraag,
    bekijk=_bekijk,
)

"""Every link that the program makes, in every state: the right one, made up, of another wijk, used, too old."""

import secrets
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from sqlalchemy import Connection, select

from bot.rules import huishoudcode
from bot.rules.deurcode import eigen_token, toont
from bot.rules.geleding import VERTEGENWOORDIGER
from bot.services import groepschat, toestel, toestelcode, uitnodiging
from bot.services.handeling import ROLLEN, STRAATCONTACT, TREKKER, wie_handelt
from bot.storage import accounts, bijeenkomsten, huishoudens, mailadressen, peilingen, tables
from tests import builders
from tests.builders import NU, PEPER, een_publiek_id, handeling
from tests.wandelstappen import groepen
from tests.wandelstappen.mensen import ANNA, BEHEERDER, ORGANISATOR


class Link(NamedTuple):
    """What stands behind `/start`: of which kind of link, in which state."""

    soort: str
    staat: str
    payload: str

    @property
    def naam(self) -> str:
        return f"{self.soort}, {self.staat}"


def links(tx: Connection, wijk: int) -> list[Link]:
    """Return a link of each kind in each state, and what nobody made; what they need is put into the wijk."""
    daar = groepen.elders(tx, wijk)
    groepen.open_deur(tx, wijk)
    soorten = (
        _brieven,
        _rollen,
        _deuren,
        _eigen,
        _bijeenkomsten,
        _peilingen,
        _scholen,
        _koppelcodes,
        _toestellen,
        _mailcodes,
    )
    gevonden = [Link(*een) for soort in soorten for een in soort(tx, wijk, daar)]
    return gevonden + [Link("nonsense", raar, raar) for raar in RAAR]


RAAR = (
    "x-y",
    "-",
    "onzin",
    "A" * 64,
    *(f"{s}-" for s in ("rol", "deur", "ik", "er", "b", "p", "school", "koppel", "ook")),
    "p-\x00",
)
Regels = Iterator[tuple[str, str, str]]


def _brieven(tx: Connection, wijk: int, daar: int) -> Regels:
    goed = builders.een_huishouden(tx, wijk, volwassenen=2).code
    yield "letter", "right", goed
    yield "letter", "mistyped", goed[:-1] + ("2" if goed[-1] != "2" else "3")
    yield "letter", "made up", huishoudcode.maak(secrets.token_bytes(7))
    yield "letter", "elsewhere", builders.een_huishouden(tx, daar).code
    vol = builders.een_huishouden(tx, wijk, volwassenen=1)
    builders.een_account(tx, "vol", bewoner=builders.een_bewoner(tx, wijk, vol.id))
    yield "letter", "used", vol.code
    oud = builders.een_huishouden(tx, wijk)
    adres = tx.execute(select(tables.huishouden.c.sleutel).where(tables.huishouden.c.id == oud.id)).scalar_one()
    nieuw = huishoudcode.hmac_van(huishoudcode.maak(secrets.token_bytes(7)), PEPER)
    huishoudens.vervang_codes(tx, wijk, [huishoudens.NieuweCode(adres, nieuw)], NU)
    yield "letter", "withdrawn", oud.code


def _rollen(tx: Connection, wijk: int, daar: int) -> Regels:
    def nodig_uit(waar: int, rol: str, vroeger: timedelta = timedelta(0)) -> tuple[str, str]:
        doet = handeling(waar, str(BEHEERDER) if waar == wijk else groepen.DAAR, now=NU - vroeger)
        bereik = {TREKKER: groepen.werkgroep(tx, waar)[1], STRAATCONTACT: "Uilenpad", VERTEGENWOORDIGER: "kennis"}
        gezegd = uitnodiging.maak(tx, doet, wie_handelt(tx, doet), rol, bereik.get(rol, ""))
        return str(gezegd.data["geheim"]), str(gezegd.data["id"])

    for rol in (*ROLLEN, VERTEGENWOORDIGER):
        yield f"role {rol}", "right", f"rol-{nodig_uit(wijk, rol)[0]}"
    yield "role", "made up", f"rol-{een_publiek_id()}"
    yield "role", "elsewhere", f"rol-{nodig_uit(daar, 'kerngroep')[0]}"
    yield "role", "old", f"rol-{nodig_uit(wijk, 'kerngroep', uitnodiging.GELDIG)[0]}"
    weg, id_ = nodig_uit(wijk, "kerngroep")
    uitnodiging.trek_in(tx, handeling(wijk, str(BEHEERDER)), id_)
    yield "role", "withdrawn", f"rol-{weg}"
    op, _ = nodig_uit(wijk, "kerngroep")
    builders.een_account(tx, "nieuw")
    uitnodiging.neem_aan(tx, handeling(wijk, "nieuw"), op)
    yield "role", "used", f"rol-{op}"


def _toestellen(tx: Connection, wijk: int, daar: int) -> Regels:
    def code(waar: int, wie: str, vroeger: timedelta = timedelta(0)) -> str:
        builders.een_account(tx, wie, bewoner=builders.een_bewoner(tx, waar))
        return str(toestel.maak_code(tx, handeling(waar, wie, now=NU - vroeger), PEPER).data["code"])

    yield "device", "right", f"ook-{code(wijk, 'toestel')}"
    yield "device", "old", f"ook-{code(wijk, 'oud toestel', toestelcode.GELDIG)}"
    yield "device", "elsewhere", f"ook-{code(daar, 'toestel elders')}"
    yield "device", "made up", "ook-7K3MQ9XR"
    op = code(wijk, "gebruikt toestel")
    builders.een_account(tx, "tweede")
    toestel.koppel(tx, handeling(wijk, "tweede"), op, PEPER)
    yield "device", "used", f"ook-{op}"


def _mailcodes(tx: Connection, wijk: int, daar: int) -> Regels:
    anna = accounts.wie(tx, wijk, "telegram", str(ANNA))
    assert anna is not None
    assert anna.bewoner is not None
    mailadressen.zet(tx, wijk, anna.bewoner, "m" * 22, adres="anna@voorbeeld.nl", bevestigd_op=NU)
    yield "address", "made up", "mail-7K3MQ9XR"


def _deuren(tx: Connection, wijk: int, daar: int) -> Regels:
    elders = builders.een_bijeenkomst(tx, daar, begin=NU)
    dicht = builders.een_bijeenkomst(tx, wijk, titel="Dicht", begin=NU - timedelta(days=1))
    later = builders.een_bijeenkomst(tx, wijk, titel="Morgen", begin=NU + timedelta(days=1))
    nu = bijeenkomsten.zoek(tx, wijk, titel="Nu bezig")
    assert nu is not None
    for staat, welke, moment in (
        ("right", nu, NU),
        ("old", nu, NU - timedelta(minutes=5)),
        ("elsewhere", elders, NU),
        ("not yet open", later, NU),
        ("closed", dicht, NU),
    ):
        geheim = tx.execute(
            select(tables.bijeenkomst.c.deurgeheim).where(tables.bijeenkomst.c.id == welke.id)
        ).scalar_one()
        yield "door", staat, f"deur-{toont(geheim, welke.publiek_id, moment).token}"
    yield "door", "made up", f"deur-{toont(secrets.token_bytes(32), een_publiek_id(), NU).token}"
    yield "door", "made up for this one", f"deur-{toont(secrets.token_bytes(32), nu.publiek_id, NU).token}"


def _eigen(tx: Connection, wijk: int, daar: int) -> Regels:
    wie = accounts.wie(tx, wijk, "telegram", str(ANNA))
    assert wie is not None
    assert wie.bewoner is not None
    hier = huishoudens.bewoner_publiek_id(tx, wie.bewoner)
    elders = huishoudens.bewoner_publiek_id(tx, builders.een_bewoner(tx, daar))
    yield "own code", "right", f"ik-{eigen_token(PEPER, hier, NU.date())}"
    yield "own code", "old", f"ik-{eigen_token(PEPER, hier, NU.date() - timedelta(days=2))}"
    yield "own code", "elsewhere", f"ik-{eigen_token(PEPER, elders, NU.date())}"
    yield "own code", "made up", f"ik-{eigen_token(secrets.token_bytes(32), hier, NU.date())}"


def _bijeenkomsten(tx: Connection, wijk: int, daar: int) -> Regels:
    b = tables.bijeenkomst.c
    for staat, titel in (
        ("right", "Nu bezig"),
        ("for a werkgroep", "Overleg Straks <b>vraag</b>"),
        ("for a werkgroep, later", "Overleg Later <b>vraag</b>"),
        ("for a werkgroep, called off", "Overleg Niet <b>vraag</b>"),
        ("past", "Vorige avond"),
    ):
        publiek_id = tx.execute(select(b.publiek_id).where(b.wijk == wijk, b.titel == titel)).scalar_one()
        yield "meeting", staat, f"b-{publiek_id}"
        yield "there", staat, f"er-{publiek_id}"
    elders = tx.scalars(select(b.publiek_id).where(b.wijk == daar)).first()
    for soort, begin in (("meeting", "b"), ("there", "er")):
        yield soort, "elsewhere", f"{begin}-{elders}"
        yield soort, "made up", f"{begin}-{een_publiek_id()}"


def _peilingen(tx: Connection, wijk: int, daar: int) -> Regels:
    p = tables.peiling.c
    for staat, vraag in (
        ("open", "Kiezen we voor het plan van de Buurtgroep?"),
        ("closed", "Past een warmtenet bij onze wijk?"),
        ("for a werkgroep", "Welke avond is de beste?"),
        ("for a werkgroep, closed", "Gaat dit dicht?"),
        ("for a werkgroep, withdrawn", "Gaat dit weg?"),
        ("for a werkgroep, closed, for who voted", "Gaat dit alleen naar wie stemde?"),
    ):
        yield (
            "poll",
            staat,
            f"p-{tx.execute(select(p.publiek_id).where(p.wijk == wijk, p.vraag == vraag)).scalar_one()}",
        )
    yield "poll", "elsewhere", f"p-{tx.scalars(select(p.publiek_id).where(p.wijk == daar)).first()}"
    yield "poll", "made up", f"p-{een_publiek_id()}"


def _scholen(tx: Connection, wijk: int, daar: int) -> Regels:
    for waar, staat in ((wijk, "right"), (wijk, "stopped"), (daar, "elsewhere")):
        vast = {"methode": "stellingen", "instellingen": {}, "over_besluit": False}
        eigen = builders.een_peiling(
            tx, waar, ("Warmte mag geld kosten", "Zon"), vraag=f"Wat vindt u, {staat}?", **vast
        )
        naast = builders.een_peiling(
            tx, waar, ("Warmte mag geld kosten", "Zon"), naast=eigen, school="De <b>vraag</b>", **vast
        )
        if staat == "stopped":
            peilingen.sluit(tx, naast, NU)
        gemaakt = peilingen.zoek(tx, waar, id=naast)
        assert gemaakt is not None
        yield "school", staat, f"school-{gemaakt.publiek_id}"
    yield "school", "made up", f"school-{een_publiek_id()}"
    gewoon = tx.scalars(select(tables.peiling.c.publiek_id).where(tables.peiling.c.wijk == wijk)).first()
    yield "school", "of a poll of residents", f"school-{gewoon}"


def _koppelcodes(tx: Connection, wijk: int, daar: int) -> Regels:
    for waar, wie, staat in ((wijk, str(ORGANISATOR), "right"), (daar, groepen.DAAR, "elsewhere")):
        geheim = groepschat.vraag_code(tx, handeling(waar, wie), groepen.werkgroep(tx, waar)[1]).data["geheim"]
        yield "group", staat, f"koppel-{geheim}"
    yield "group", "made up", f"koppel-{een_publiek_id()}"

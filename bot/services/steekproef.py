"""The sample check: an outsider asks a random few of those about whom staff recorded something whether it is right.

    organisator ──number──▶ open ──link──▶ an outsider sees the list ──all asked──▶ klaar
                              └──"stop"──▶ gestopt

The draw follows from the root of a signed head, so nobody chooses. The outsider (role `controleur`, chosen by the
griffie) sees address, day and kind; not what was said. With the end their access goes, and the addresses in their chat.
"""

import json
from typing import Any

from sqlalchemy import Connection

from berichten import Boodschap
from bot.errors import Geweigerd
from bot.rules.huisnummers import schrijf
from bot.rules.merkle import blad_hash
from bot.rules.pacing import Baan
from bot.rules.steekproef import MINSTENS, Uitslag, trek
from bot.services import rechtzetten, uitnodiging
from bot.services.formulier import Formulier, Veld
from bot.services.formulier import begin as open_formulier
from bot.services.handeling import CONTROLEUR, ORGANISATOR, Handeling, eis_rol
from bot.services.lezers import getal
from bot.storage import bijdragen, opdrachtmenus, outbox, rollen, steekproeven
from bot.storage.accounts import Wie
from bot.storage.bijdragen import Hoofd
from bot.storage.outbox import Los
from bot.storage.steekproeven import Post, Steekproef

UITKOMSTEN = ("klopt", "klopt_niet", "niet_bereikt")
MEEST = 90
"""A button each, and Telegram takes at most 100 under one message."""


def overzicht(tx: Connection, handeling: Handeling) -> Boodschap:
    """Show the organisator how the check goes, and what came of those that ended."""
    eis_rol(tx, handeling, ORGANISATOR)
    loopt = steekproeven.open_(tx, handeling.wijk)
    data = {
        "loopt": None if loopt is None else _stand(tx, loopt),
        "controleur": loopt is not None and bool(steekproeven.controleurs(tx, handeling.wijk, loopt.publiek_id)),
        "te_weinig": 0 if loopt or _trekking(tx, handeling.wijk) else MINSTENS,
        "eerder": [als_json(uitslag(tx, een)) for een in steekproeven.geeindigd(tx, handeling.wijk)],
    }
    return Boodschap("steekproef", data)


def begin(tx: Connection, handeling: Handeling) -> Boodschap:
    """Ask how many to draw.

    Raises:
        Geweigerd: one is under way, or there is too little to draw from.
    """
    eis_rol(tx, handeling, ORGANISATOR)
    _eis_genoeg(tx, handeling.wijk)
    return open_formulier(tx, handeling, FORMULIER)


def _eis_genoeg(tx: Connection, wijk: int) -> tuple[Hoofd, dict[int, str]]:
    if steekproeven.open_(tx, wijk) is not None:
        raise Geweigerd("steekproef.loopt")
    if (trekking := _trekking(tx, wijk)) is None:
        raise Geweigerd("steekproef.te_weinig", minimum=MINSTENS)
    return trekking


def _trekking(tx: Connection, wijk: int) -> tuple[Hoofd, dict[int, str]] | None:
    """Return what can be drawn from, under the head that fixes it; None when it is too little."""
    hoofd = bijdragen.laatste_hoofd(tx, wijk)
    bladen = steekproeven.kandidaten(tx, wijk, hoofd.grootte) if hoofd else {}
    return (hoofd, bladen) if hoofd and len(bladen) >= MINSTENS else None


def _begin(tx: Connection, handeling: Handeling, wie: Wie, data: dict[str, Any]) -> Boodschap:
    hoofd, bladen = _eis_genoeg(tx, handeling.wijk)
    getrokken = trek(hoofd.wortel, {rij: blad_hash(blad.encode()) for rij, blad in bladen.items()}, data["aantal"])
    posten = [(rij, handeling.id(f"steekproefpost/{rij}")) for rij in getrokken]
    kop = {"omvang": len(bladen), "grootte": hoofd.grootte, "wortel": hoofd.wortel, "gemaakt_door": wie.account}
    publiek_id = handeling.id("steekproef")
    steekproeven.maak(tx, handeling.wijk, posten, publiek_id=publiek_id, gemaakt_op=handeling.now, **kop)
    return nodig_uit(tx, handeling)


FORMULIER = Formulier("steekproef", (Veld("aantal", lees=getal(1, MEEST)),), (ORGANISATOR,), _begin, voorbeeld=False)


def nodig_uit(tx: Connection, handeling: Handeling) -> Boodschap:
    """Make the link with which one outsider gets the list."""
    wie = eis_rol(tx, handeling, ORGANISATOR)
    loopt = _loopt(tx, handeling)
    if steekproeven.controleurs(tx, handeling.wijk, loopt.publiek_id):
        raise Geweigerd("steekproef.heeft_controleur")
    return uitnodiging.maak(tx, handeling, wie, CONTROLEUR, loopt.publiek_id)


def stop(tx: Connection, handeling: Handeling) -> Boodschap:
    """Break it off; that it was drawn stays known."""
    eis_rol(tx, handeling, ORGANISATOR)
    _eindig(tx, handeling, _loopt(tx, handeling), "gestopt", None)
    return overzicht(tx, handeling)


def lijst(tx: Connection, handeling: Handeling, getikt: int | None = None) -> Boodschap:
    """Show the outsider how far they are, without an address.

    Args:
        getikt: the message that was tapped; it shows no address any more.
    """
    _, loopt = _eis(tx, handeling)
    if getikt is not None:
        steekproeven.toont(tx, loopt, getikt, adres=False)
    posten = steekproeven.posten(tx, loopt.id)
    regels = [{"id": post.publiek_id, "uitkomst": post.uitkomst} for post in posten]
    return Boodschap("steekproef.lijst", {"posten": regels, "klaar": all(post.uitkomst for post in posten)})


def toon(tx: Connection, handeling: Handeling, publiek_id: str, getikt: int | None = None) -> Boodschap:
    """Show the outsider one: address, day and kind."""
    _, loopt = _eis(tx, handeling)
    nummer, post = _post(tx, loopt, publiek_id)
    if getikt is not None:
        steekproeven.toont(tx, loopt, getikt, adres=True)
    blad = json.loads(post.blad)
    adres = f"{post.straat} {schrijf(post.huisnummer, post.toevoeging)}"
    waar = {"id": post.publiek_id, "nummer": nummer, "adres": adres, "uitkomst": post.uitkomst}
    return Boodschap("steekproef.post", {**waar, "dag": blad["dag"], "soort": blad["soort"], "door": blad["door"]})


def zet(tx: Connection, handeling: Handeling, uitkomst: str, publiek_id: str, getikt: int | None = None) -> Boodschap:
    """Keep what came of one."""
    _, loopt = _eis(tx, handeling)
    _, post = _post(tx, loopt, publiek_id)
    if uitkomst not in UITKOMSTEN:
        return toon(tx, handeling, publiek_id, getikt)
    steekproeven.zet_uitkomst(tx, post.id, uitkomst, handeling.now)
    return lijst(tx, handeling, getikt)


def rond_af(tx: Connection, handeling: Handeling, getikt: int | None = None) -> Boodschap:
    """End it: what is not right goes to who looks at it, and the outsider's access ends.

    Raises:
        Geweigerd: something has no outcome yet.
    """
    _, loopt = _eis(tx, handeling)
    posten = steekproeven.posten(tx, loopt.id)
    if not all(post.uitkomst for post in posten):
        raise Geweigerd("steekproef.nog_niet")
    for post in posten:
        een = bijdragen.zoek(tx, handeling.wijk, post.bewijs)
        if post.uitkomst == "klopt_niet" and een is not None:
            rechtzetten.vraag_na_steekproef(tx, handeling, een)
    _eindig(tx, handeling, loopt, "klaar", getikt)
    return Boodschap("steekproef.bedankt")


def uitslag(tx: Connection, van: Steekproef) -> Uitslag:
    """Return what came of one, for the report."""
    telling = steekproeven.tel(tx, van.id)
    per = {uitkomst: telling.get(uitkomst, 0) for uitkomst in UITKOMSTEN}
    return Uitslag(van.omvang, sum(telling.values()), **per, vervallen=telling["weg"])


def uitslagen(tx: Connection, wijk: int) -> list[tuple[Steekproef, Uitslag]]:
    """Return every sample that was drawn and ended, with what came of it: none is left out of the report."""
    return [(een, uitslag(tx, een)) for een in steekproeven.geeindigd(tx, wijk)]


def als_json(uit: Uitslag) -> dict[str, Any]:
    """Return it as messages and the report carry it; `genoeg`: a share may be said."""
    namen = ("omvang", "getrokken", "klopt", "klopt_niet", "niet_bereikt", "vervallen", "bereikt")
    return {naam: getattr(uit, naam) for naam in namen} | {"genoeg": uit.fout is not None}


def _eindig(tx: Connection, handeling: Handeling, loopt: Steekproef, staat: str, getikt: int | None) -> None:
    """End one, with the role; a message in the chat that shows an address becomes one that does not."""
    berichten = steekproeven.eindig(tx, loopt, staat, handeling.now) - {getikt}
    for rij, account in steekproeven.controleurs(tx, handeling.wijk, loopt.publiek_id):
        rollen.neem(tx, rij)
        opdrachtmenus.wens(tx, handeling.wijk, [account])
        voorbij = Boodschap("steekproef.voorbij")
        losse = [Los(account, f"steekproef:{loopt.id}:{b}", voorbij, verandert=b) for b in sorted(berichten)]
        if getikt is None:
            losse.append(Los(account, f"steekproef:{loopt.id}:eind", voorbij))
        outbox.schrijf_los(tx, handeling.wijk, losse, baan=Baan.HERINNERING, wekker=None, ongevraagd_op=None)


def _loopt(tx: Connection, handeling: Handeling) -> Steekproef:
    loopt = steekproeven.open_(tx, handeling.wijk)
    if loopt is None:
        raise Geweigerd("steekproef.voorbij")
    return loopt


def _eis(tx: Connection, handeling: Handeling) -> tuple[Wie, Steekproef]:
    """Return the outsider who acts, and the sample for which they have the role."""
    wie = eis_rol(tx, handeling, CONTROLEUR)
    loopt = _loopt(tx, handeling)
    if not steekproeven.loopt_voor(tx, handeling.wijk, wie.account):
        raise Geweigerd("rol_nodig")
    return wie, loopt


def _post(tx: Connection, loopt: Steekproef, publiek_id: str) -> tuple[int, Post]:
    alle = steekproeven.posten(tx, loopt.id)
    gevonden = next(((n, post) for n, post in enumerate(alle, 1) if post.publiek_id == publiek_id), None)
    if gevonden is None:
        raise Geweigerd("steekproef.onbekend")
    return gevonden


def _stand(tx: Connection, loopt: Steekproef) -> dict[str, int]:
    telling = steekproeven.tel(tx, loopt.id)
    return {"gedaan": sum(telling.values()) - (telling[None] or 0) - telling["weg"], "over": telling[None]}

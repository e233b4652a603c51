"""What is kept about one resident, to be shown to that resident."""

import json
from typing import Any

from sqlalchemy import Connection, func, select

from bot.rules.weekmaat import ONDERWERPEN
from bot.storage import (
    aandragingen,
    bijeenkomstvragen,
    conceptreacties,
    hulpvragen,
    ideeen,
    inspreekwensen,
    intekeningen,
    kennismaking,
    mailadressen,
    metingen,
    natuurlijkmomenten,
    nietmee,
    spelregelreacties,
    tevredenheid,
    voorkeuren,
    vragen,
    warmtekaarten,
)
from bot.storage.accounts import Wie
from bot.storage.stemmers import Kiezer
from bot.storage.tables import (
    aanmelding,
    account,
    bewijs,
    bewijs_prive,
    bewoner,
    huishouden,
    vraagstop,
    werkgroep,
    werkgroeplid,
)

_MEEST = 15
"""Of what staff recorded the newest are shown: a message holds no more."""


def van(tx: Connection, wie: Wie) -> dict[str, Any]:
    """Return the own data of a resident as JSON-able values; of housemates the names, where both agreed."""
    bewoner_id = wie.bewoner or 0
    rij = tx.execute(
        select(
            huishouden.c.straat,
            huishouden.c.huisnummer,
            huishouden.c.toevoeging,
            huishouden.c.eigendom,
            huishouden.c.woningtype,
            huishouden.c.bouwjaar,
            huishouden.c.volwassenen,
            huishouden.c.taal.label("brieftaal"),
            bewoner.c.sinds,
            account.c.taal,
            account.c.toestemming_versie,
            account.c.toestemming_op,
        )
        .join_from(account, bewoner, bewoner.c.id == account.c.bewoner)
        .join(huishouden, huishouden.c.id == bewoner.c.huishouden)
        .where(account.c.id == wie.account)
    ).one()
    groepen = tx.scalars(
        select(werkgroep.c.naam)
        .join(werkgroeplid, werkgroeplid.c.werkgroep == werkgroep.c.id)
        .where(werkgroeplid.c.bewoner == wie.bewoner)
        .order_by(werkgroep.c.id)
    )
    per_soort = select(bewijs_prive.c.soort, func.count()).where(
        bewijs_prive.c.bewoner == wie.bewoner, ~bewijs_prive.c.vervallen
    )
    gedaan: dict[str, int] = dict(tx.execute(per_soort.group_by(bewijs_prive.c.soort)).all())
    aangemeld = select(func.count()).select_from(aanmelding).where(aanmelding.c.bewoner == wie.bewoner)
    return {
        "adres": f"{rij.straat} {rij.huisnummer}{rij.toevoeging}",
        "woning": [str(w) for w in (rij.eigendom, rij.woningtype, rij.bouwjaar) if w is not None],
        "volwassenen": rij.volwassenen,
        "brieftaal": rij.brieftaal,
        "over_zichzelf": kennismaking.antwoorden(tx, bewoner_id),
        "huisgenoten": kennismaking.huisgenoten(tx, bewoner_id),
        "sinds": rij.sinds.isoformat(),
        "taal": rij.taal,
        "toestemming_versie": rij.toestemming_versie,
        "toestemming_op": rij.toestemming_op.isoformat(),
        "werkgroepen": list(groepen),
        "voorkeur": _voorkeur(tx, wie.account),
        "mailadres": (een.adres or een.nieuw) if (een := mailadressen.van(tx, bewoner_id)) else None,
        "stemmen": gedaan.get("stem", 0) + gedaan.get("stem_besluit", 0),
        "aanwezig": gedaan.get("aanwezig", 0) + gedaan.get("aanwezig_vragen", 0),
        "gesprekken": gedaan.get("gesprek", 0),
        "door_team": _door_team(tx, bewoner_id),
        "aangemeld": tx.scalar(aangemeld) or 0,
        "aanbod": [[een.wat, een.titel] for een in intekeningen.van_bewoner(tx, bewoner_id)],
        "aangedragen": aandragingen.wachtend_van(tx, Kiezer("bewoner", bewoner_id)),
        "vraagstop": tx.scalar(select(func.count()).where(vraagstop.c.bewoner == bewoner_id)) == 1,
        "vragen": len(vragen.van_bewoner(tx, bewoner_id)) + len(bijeenkomstvragen.van_bewoner(tx, bewoner_id)),
        "momenten": [[een.wat, een.van.year, een.tot.year] for een in natuurlijkmomenten.van_bewoner(tx, bewoner_id)],
        "ideeen": len(ideeen.van_bewoner(tx, bewoner_id)),
        "gesteund": ideeen.tel_gesteund(tx, bewoner_id),
        "niet_mee": nietmee.van(tx, bewoner_id) is not None,
        "korte_vragen": metingen.van_bewoner(tx, bewoner_id) + tevredenheid.van_bewoner(tx, bewoner_id),
        "conceptreacties": len(conceptreacties.van_bewoner(tx, bewoner_id)),
        "inspreken": inspreekwensen.van(tx, wie.account),
        "warmtekaarten": warmtekaarten.van_bewoner(tx, bewoner_id),
        "spelregelvragen": len(spelregelreacties.van_bewoner(tx, bewoner_id)),
        "hulpvragen": [[vraag.wijze, vraag.nummer] for vraag in hulpvragen.van_bewoner(tx, bewoner_id)],
    }


def _voorkeur(tx: Connection, account_id: int) -> dict[str, Any]:
    gekozen = voorkeuren.van(tx, account_id)
    onderwerpen = [over for over in ONDERWERPEN if over in gekozen.onderwerpen]
    return {"onderwerpen": onderwerpen, "wekelijks": gekozen.wekelijks, "gestopt": gekozen.gestopt}


def _door_team(tx: Connection, bewoner_id: int) -> list[dict[str, str]]:
    """Return what staff recorded of a resident and holds, newest first: what, on which day, in which role."""
    vraag = select(bewijs.c.blad).join(bewijs_prive, bewijs_prive.c.bewijs == bewijs.c.id)
    vraag = vraag.where(bewijs_prive.c.bewoner == bewoner_id, bewijs_prive.c.vastlegger.is_not(None))
    bladen = tx.scalars(vraag.where(~bewijs_prive.c.vervallen).order_by(bewijs.c.id.desc()).limit(_MEEST))
    return [{veld: blad[veld] for veld in ("soort", "dag", "door")} for blad in map(json.loads, bladen)]

"""How the conditions stand: computed from the evidence, for residents in a sentence and for staff as data."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from berichten import Boodschap
from bot.rules.drempels import TELBAAR
from bot.rules.kleine_cellen import Cel, cel
from bot.rules.spelregels import Spelregels, uit_json
from bot.rules.wegen import Drempelstand
from bot.services import uitkomst, verloop
from bot.services.bronnen import Vraag, weeg
from bot.services.handeling import BEGELEIDER, ORGANISATOR, STAF, Handeling, eis_binnen, is_binnen, met_rol
from bot.services.spelregels import geldend
from bot.services.uitkomst import Uitkomst
from bot.storage import (
    aanbiedingen,
    accounts,
    adviezen,
    concepten,
    indicatoren,
    natuurlijkmomenten,
    spelregels,
    standpunten,
    standtellingen,
    tellingen,
    verhuizingen,
    warmtekaarten,
)
from bot.storage.bewijs import ALLES


@dataclass(frozen=True)
class Stand:
    """How all conditions of a wijk stand under one version of the spelregels.

    Args:
        noemer_laag: the fewest that the noemer may be: how many adults an address has is not always known.
        vertrokken: per condition how many would count for it, had they not left since; they are in no other number.
    """

    wijk: str
    spelregels: Spelregels
    drempels: tuple[Drempelstand, ...]
    noemer_laag: int
    vertrokken: dict[str, int]

    def als_json(self) -> dict[str, Any]:
        """Return it as JSON-able data."""
        return {
            "wijk": self.wijk,
            "spelregels": {**self.spelregels.als_json(), "hash": self.spelregels.hash()},
            "drempels": [asdict(drempel) for drempel in self.drempels],
            "vertrokken": self.vertrokken,
        }


def bereken_stand(tx: Connection, wijk: int, *, met_staf: bool = True) -> Stand:
    """Compute each condition from the evidence, under the spelregels that hold. Reads only.

    Args:
        met_staf: also from what staff recorded.
    """
    return _onder(tx, wijk, geldend(tx, wijk), spelregels.ingang(tx, wijk), met_staf=met_staf)


def standen_per_versie(tx: Connection, wijk: int) -> list[Stand]:
    """Return what each version that was fixed gives now, oldest first: all evidence since the first weighed anew."""
    na = spelregels.ingang(tx, wijk)
    return [_onder(tx, wijk, uit_json(versie.inhoud), na) for versie in spelregels.vastgestelde(tx, wijk)]


def stand_van_ervoor(tx: Connection, wijk: int) -> Stand | None:
    """Return what came before the first version was fixed, which counts for none, weighed as that one would.

    None before then.
    """
    vast = spelregels.vastgestelde(tx, wijk)
    return _onder(tx, wijk, uit_json(vast[0].inhoud), 0, tot=spelregels.ingang(tx, wijk)) if vast else None


def _onder(tx: Connection, wijk: int, regels: Spelregels, na: int, *, met_staf: bool = True, tot: int = ALLES) -> Stand:
    drempels = [weeg(tx, Vraag(wijk, regels, drempel, met_staf, na, tot)) for drempel in regels.drempels]
    return Stand(
        wijk=tellingen.wijknaam(tx, wijk),
        spelregels=regels,
        drempels=tuple(drempels),
        noemer_laag=max((drempel.noemer_laag for drempel in drempels if drempel.soort in TELBAAR), default=0),
        vertrokken={
            d.soort: verhuizingen.tel_vertrokken(tx, wijk, regels.telt(d.soort), na, tot)
            for d in regels.drempels
            if d.TELT
        },
    )


def tel(tx: Connection, wijk: int, now: datetime, zone: ZoneInfo, *, team: bool = True) -> dict[str, Any]:
    """Count how the conditions stand, for residents, and what else the team reads. Reads only, and may take a while."""
    stand = bereken_stand(tx, wijk)
    return (
        stand.als_json()
        | verloop.vooruit(tx, wijk, stand.drempels, now, zone)
        | {
            "geteld_op": now.isoformat(),
            "noemer_laag": stand.noemer_laag,
            **(_voor_het_team(tx, wijk, stand) if team else _NIET_VOOR_BEWONERS),
        }
    )


_NIET_VOOR_BEWONERS: dict[str, Any] = {"zonder_team": {}, "achter": None, "versies": [], "ervoor": {}}


def _voor_het_team(tx: Connection, wijk: int, stand: Stand) -> dict[str, Any]:
    return {
        "zonder_team": _zonder_team(tx, wijk, stand),
        "achter": verloop.achter(tx, wijk, stand.drempels),
        "versies": _per_versie(tx, wijk),
        "ervoor": _ervoor(tx, wijk),
    }


def _geteld(tx: Connection, handeling: Handeling, *, team: bool, vers: bool) -> dict[str, Any]:
    """Return what was counted last under these rules (`bot.services.standtelling`); of a small wijk count it now."""
    vorige = None if vers else standtellingen.laatste(tx, handeling.wijk)
    if vorige is not None and vorige.inhoud["spelregels"]["hash"] == geldend(tx, handeling.wijk).hash():
        return vorige.inhoud | ({} if team else _NIET_VOOR_BEWONERS)
    return tel(tx, handeling.wijk, handeling.now, handeling.zone, team=team)


def lees_stand(tx: Connection, handeling: Handeling, *, vers: bool = False) -> dict[str, Any] | None:
    """Return how the conditions stand; None for who may not see it. Reads only, and may take a while in a small wijk.

    Staff also hear which condition would stand otherwise without what staff recorded, where it lags, what each version
    of the spelregels gives, and what came before the first.

    Args:
        vers: as it is at this moment, however long that takes.
    """
    van = handeling.afzender
    wie = accounts.wie(tx, handeling.wijk, van.kanaal, van.extern_id) if van.prive else None
    if wie is None or not is_binnen(wie):
        return None
    if (uit := uitkomst.van(tx, handeling.wijk)) is not None:
        return _bij_afsluiten(tx, handeling, uit, team=met_rol(handeling, wie, *STAF))
    return _geteld(tx, handeling, team=met_rol(handeling, wie, *STAF), vers=vers) | {
        "mag_schrijven": bool(wie.rollen & {BEGELEIDER, ORGANISATOR}),
        "ook": _ook(tx, handeling),
        "sinds": None,
    }


def stand_bij(tx: Connection, wijk: int, uit: Uitkomst) -> Stand:
    """Return how all stood at the closing; who had left by then is in the past."""
    laag = [drempel.noemer_laag for drempel in uit.met if drempel.soort in TELBAAR]
    return Stand(tellingen.wijknaam(tx, wijk), uit.spelregels, uit.met, max(laag, default=0), {})


def _bij_afsluiten(tx: Connection, handeling: Handeling, uit: Uitkomst, *, team: bool) -> dict[str, Any]:
    """Return the outcome in the same form: it grows no more, so there is nothing to foresee or to send."""
    stand = stand_bij(tx, handeling.wijk, uit)
    return (
        stand.als_json()
        | verloop.vooruit(tx, handeling.wijk, (), handeling.now, handeling.zone)
        | {
            "geteld_op": uit.op.isoformat(),
            "noemer_laag": stand.noemer_laag,
            "zonder_team": _anders(uit.met, uit.zonder) if team else {},
            "achter": None,
            "versies": [],
            "ervoor": {},
            "mag_schrijven": False,
            "ook": _ook(tx, handeling),
            "sinds": uitkomst.alle_sinds(tx, handeling.wijk, uit),
        }
    )


def toon_stand(tx: Connection, handeling: Handeling, gelezen: dict[str, Any] | None) -> Boodschap:
    """Answer a resident or someone with a role with how the conditions stand.

    Args:
        gelezen: what `lees_stand` counted a moment ago.

    Raises:
        Geweigerd: neither of the two.
    """
    eis_binnen(tx, handeling)
    data = gelezen or lees_stand(tx, handeling)  # who has a role but never spoke was not known a moment ago
    assert data is not None  # noqa: S101 (whoever is in may see it)
    return Boodschap("stand", data)


def _zonder_team(tx: Connection, wijk: int, stand: Stand) -> dict[str, str]:
    """Return the verdict without what staff recorded, of each condition where it is another."""
    return _anders(stand.drempels, bereken_stand(tx, wijk, met_staf=False).drempels)


def _anders(met: tuple[Drempelstand, ...], zonder: tuple[Drempelstand, ...]) -> dict[str, str]:
    paren = zip(met, zonder, strict=True)
    return {eigen.soort: eigen.verdict for samen, eigen in paren if eigen.verdict != samen.verdict}


def _ook(tx: Connection, handeling: Handeling) -> list[str]:
    """Return what else there is to read: what partners think, what residents advise, plans, works, cards, the offer."""
    wijk, vandaag = handeling.wijk, handeling.now.astimezone(handeling.zone).date()
    er_is = {
        "standpunten": standpunten.alle(tx, wijk, 1),
        "adviezen": adviezen.alle(tx, wijk, 1),
        "koppelkansen": natuurlijkmomenten.kansen(tx, wijk, vandaag),
        "concepten": concepten.alle(tx, wijk, ook_ongepubliceerd=False),
        "intekening": aanbiedingen.staande(tx, wijk),
        "warmtekaarten": warmtekaarten.zijn_er(tx, wijk),
        "cijfers": indicatoren.zijn_er(tx, wijk),
    }
    return [wat for wat, gevonden in er_is.items() if gevonden]


def _per_versie(tx: Connection, wijk: int) -> list[dict[str, Any]]:
    """Return of each version, where there is more than one, how many of its conditions are met."""
    standen = standen_per_versie(tx, wijk)
    return [
        {
            "versie": stand.spelregels.versie,
            "aantal": sum(drempel.verdict == "gehaald" for drempel in stand.drempels),
            "alle": len(stand.drempels),
        }
        for stand in standen
        if len(standen) > 1
    ]


def _ervoor(tx: Connection, wijk: int) -> dict[str, Cel]:
    """Return who counted for each condition that counts people before the first version was fixed, if anyone did."""
    stand = stand_van_ervoor(tx, wijk)
    delen = stand.drempels if stand else ()
    return {deel.soort: cel(deel.teller) for deel in delen if deel.soort in TELBAAR and deel.teller}

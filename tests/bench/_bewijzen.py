"""A wijk full of evidence, as large as asked: what the benchmark of the verdict and the zwaar tests start from."""

import random
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, insert, select

from bot.rules.spelregels import Spelregels
from bot.storage import spelregels, tables
from tests.builders import NU, een_account, een_publiek_id, een_wijk

ONDERWERPEN = {"stem": 20, "stem_besluit": 4, "aanwezig": 60, "aanwezig_vragen": 60, "gesprek": 10_000}
DEEL = {"stem": 40, "stem_besluit": 20, "aanwezig": 15, "aanwezig_vragen": 15, "gesprek": 10}
_RECORD = '{"bewoner":"%s","id":"%s","onderwerp":"%s","soort":"%s","vastlegger":null,"vervalt":false,"versie":2}'
_BLAD = (
    '{"commitment":"' + 64 * "a" + '","corrigeert":null,"dag":"2027-02-01","door":"bewoner","id":"%s","log":"%s",'
    '"methode":"knop","soort":"%s","spelregels":0,"vervalt":false,"versie":2}'
)
Rij = dict[str, Any]


def vul(tx: Connection, bewoners: int, bewijzen: int, zaad: int = 20270201) -> int:
    """Make a wijk with so many residents and so much evidence, in random order; return it.

    Two residents per address on the average; a tenth of the addresses is of unknown size, a tenth of the evidence by
    staff, one in fifty is corrected, left or without a name.
    """
    toeval = random.Random(zaad)
    wijk = een_wijk(tx)
    spelregels.volg_instellingen(tx, wijk, Spelregels().canoniek())
    huizen = _huizen(tx, wijk, bewoners // 2, toeval)
    wie = _bewoners(tx, wijk, huizen, bewoners, toeval)
    staf = een_account(tx, "staf")
    onderwerpen = {s: [een_publiek_id() for _ in range(n)] for s, n in ONDERWERPEN.items()}
    rijen = _zonder_naam(huizen, onderwerpen["aanwezig_vragen"], bewijzen // 50, toeval)
    rijen += _met_naam(wie, onderwerpen, bewijzen - len(rijen), toeval)
    toeval.shuffle(rijen)
    vast = {"wijk": wijk, "methode": "knop", "sleutel": bytes(32)}
    genummerd = list(enumerate(rijen, 1))
    for van in range(0, len(genummerd), 10_000):
        deel = genummerd[van : van + 10_000]
        bladen = [{"id": n, "wijk": wijk, "blad": _BLAD % (n, wijk, rij["soort"])} for n, rij in deel]
        tx.execute(insert(tables.bewijs), bladen)
        prive = [
            {
                **vast,
                **rij,
                "bewijs": n,
                "vastlegger": staf if toeval.randrange(10) == 0 else None,
                "vervallen": toeval.randrange(50) == 0,
                "record": _RECORD % (22 * "b", 22 * "i", rij["onderwerp"], rij["soort"]),
            }
            for n, rij in deel
        ]
        tx.execute(insert(tables.bewijs_prive), prive)
    return wijk


def _huizen(tx: Connection, wijk: int, hoeveel: int, toeval: random.Random) -> list[int]:
    rijen = [
        {
            "wijk": wijk,
            "publiek_id": een_publiek_id(),
            "sleutel": str(n),
            "straat": f"Straat {n // 50}",
            "huisnummer": n,
            "toevoeging": "",
            "postcode": "3511AB",
            "volwassenen": toeval.choice((None, 1, 2, 2, 2, 2, 3, 3, 4, 4)),
            "eigendom": toeval.choice(("koop", "huur", None)),
        }
        for n in range(1, hoeveel + 1)
    ]
    tx.execute(insert(tables.huishouden), rijen)
    return list(tx.scalars(select(tables.huishouden.c.id).order_by(tables.huishouden.c.id)))


def _bewoners(tx: Connection, wijk: int, huizen: list[int], hoeveel: int, toeval: random.Random) -> list[int]:
    stoelen = [(huis, stoel) for huis in huizen for stoel in (1, 2, 3)]
    rijen = [
        {
            "wijk": wijk,
            "publiek_id": een_publiek_id(),
            "huishouden": huis,
            "stoel": stoel,
            "sinds": NU,
            "tot": NU if toeval.randrange(50) == 0 else None,
        }
        for huis, stoel in toeval.sample(stoelen, hoeveel)
    ]
    tx.execute(insert(tables.bewoner), rijen)
    return list(tx.scalars(select(tables.bewoner.c.id).order_by(tables.bewoner.c.id)))


def _zonder_naam(huizen: list[int], zalen: list[str], hoeveel: int, toeval: random.Random) -> list[Rij]:
    rijen: list[Rij] = []
    for zaal in zalen:
        rijen.append(_rij("aanwezig_vragen", zaal, aantal=toeval.randrange(20, 400)))
        rijen.append(_rij("gasten", zaal, aantal=toeval.randrange(10)))
    paren = {(toeval.choice(huizen), toeval.choice(zalen)) for _ in range(hoeveel - len(rijen))}
    thuis = [_rij("aanwezig_vragen", zaal, huis=huis, aantal=toeval.randrange(1, 3)) for huis, zaal in sorted(paren)]
    return rijen + thuis


def _met_naam(wie: list[int], onderwerpen: dict[str, list[str]], hoeveel: int, toeval: random.Random) -> list[Rij]:
    def loten() -> Iterator[tuple[int, str, str]]:
        soorten = toeval.choices(list(DEEL), list(DEEL.values()), k=4 * hoeveel)
        for soort in soorten:
            yield toeval.choice(wie), soort, toeval.choice(onderwerpen[soort])

    gedaan: dict[tuple[int, str, str], None] = {}
    for lot in loten():
        gedaan[lot] = None
        if len(gedaan) == hoeveel:
            break
    return [_rij(soort, onderwerp, bewoner=bewoner) for bewoner, soort, onderwerp in gedaan]


def _rij(soort: str, onderwerp: str, bewoner: int | None = None, huis: int | None = None, **rest: int) -> Rij:
    return {"soort": soort, "onderwerp": onderwerp, "bewoner": bewoner, "huishouden": huis, "aantal": None, **rest}

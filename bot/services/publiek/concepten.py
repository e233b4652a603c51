"""The drafts of plans that were published, each with its parts; once it is complete with what was said and done."""

from typing import Any

from sqlalchemy import Connection

from bot.rules.kleine_cellen import cel
from bot.services.conceptantwoord import is_compleet
from bot.services.publiek import Blik, Deel, Nieuws
from bot.storage import concepten, conceptreacties
from bot.storage.concepten import Concept


def _lijst(tx: Connection, blik: Blik) -> dict[str, Any] | None:
    gevonden = concepten.alle(tx, blik.wijk, ook_ongepubliceerd=False)
    return {"concepten": [_kop(een, blik) for een in gevonden]} if gevonden else None


def _kop(een: Concept, blik: Blik) -> dict[str, Any]:
    open_ = not een.opgevolgd and blik.now < een.tot
    staat = "opgevolgd" if een.opgevolgd else "open" if open_ else "dicht"
    wat = {"id": een.publiek_id, "soort": een.soort, "titel": een.titel, "versie": een.versie}
    return {**wat, "tot": een.tot.isoformat(), "staat": staat}


def _een(tx: Connection, blik: Blik, publiek_id: str) -> dict[str, Any] | None:
    een = concepten.zoek(tx, blik.wijk, publiek_id=publiek_id)
    if een is None or een.gepubliceerd_op is None:
        return None
    compleet = is_compleet(tx, een, blik.now)
    per_deel: dict[int, list[dict[str, Any]]] = {}
    for regel in conceptreacties.nota(tx, een.id) if compleet else []:
        zegt = {"tekst": regel.tekst, "aantal": str(cel(regel.aantal)), "oordeel": regel.oordeel, "reden": regel.reden}
        per_deel.setdefault(regel.nummer, []).append(zegt)
    delen = [
        {"nummer": d.nummer, "titel": d.titel, "tekst": d.tekst, "reacties": per_deel.get(d.nummer, [])}
        for d in concepten.delen(tx, een.id)
    ]
    return {**_kop(een, blik), "delen": delen, "compleet": compleet}


def _nieuws(tx: Connection, blik: Blik) -> list[Nieuws]:
    return [
        Nieuws(een.publiek_id, een.gepubliceerd_op, f"concepten/{een.publiek_id}/", {"titel": een.titel})
        for een in concepten.alle(tx, blik.wijk, ook_ongepubliceerd=False)
        if een.gepubliceerd_op is not None
    ]


DEEL = Deel(pagina=_lijst, plek=35, een=_een, nieuws=_nieuws)

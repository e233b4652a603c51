"""The address list with how far each street is, and of one street how each address stands. Nobody is named in it."""

from typing import Any

from berichten.bericht import Toon
from berichten.werkblad.blad import Blad, Cel, Doe, Keuze, Link, Tabel, kolommen, zonder_volgorde

Data = dict[str, Any]


def blad(toon: Toon, data: Data | list[Data]) -> Blad:
    """Return the page of all streets (`bot.services.ronde.straten`), or of one (`adressen` there)."""
    return _een(toon, data) if isinstance(data, dict) else _alle(toon, data)


def _alle(toon: Toon, straten: list[Data]) -> Blad:
    t = toon.t
    tabel = Tabel(
        t.plat("webkanaal.werk_per_straat"),
        kolommen(t, "straat", "alle", "bereikt", "te_gaan", "straks", "niet", "bezet"),
        tuple(
            (
                Cel(een["straat"], link=een["huis"]),
                *(Cel(str(getal), getal) for getal in (een["telling"][hoe] for hoe in _STANDEN)),
            )
            for een in straten
        ),
    )
    samen = {hoe: sum(een["telling"][hoe] for een in straten) for hoe in _STANDEN}
    return Blad(t.plat("webkanaal.werk_straten"), (tabel,), (_samen(toon, samen),))


_STANDEN = ("alle", "bereikt", "te_gaan", "straks", "niet", "bezet")


def _een(toon: Toon, data: Data) -> Blad:
    t = toon.t
    tabel = Tabel(
        data["straat"],
        (*kolommen(t, "nummer", "stand", "laatst"), *zonder_volgorde(t, "let_op", "doen")),
        tuple(_rij(toon, een, n) for n, een in enumerate(data["adressen"])),
    )
    terug = Keuze("", (Link(t.plat("webkanaal.werk_alle_straten"), "."),))
    ronde = t.plat("webkanaal.werk_ronde")
    doen = (Doe(ronde, f"rnt:{data['huis']}", f"{ronde}: {data['straat']}"),)
    return Blad(data["straat"], (tabel,), (_samen(toon, data["telling"]),), (terug,), doen)


def _samen(toon: Toon, telling: Data) -> str:
    velden = {naam: telling[naam] for naam in ("alle", "bereikt", "te_gaan")}
    return toon.t.tekst("webkanaal.werk_samen", **velden)


def _rij(toon: Toon, een: Data, plaats: int) -> tuple[Cel, ...]:
    t, laatst, open_ = toon.t, een["laatst"], toon.t.plat("webkanaal.werk_open")
    bezoek = Cel()
    if laatst:
        uitkomst = t.plat(f"deurgesprek.uitkomst.{laatst[0]}")
        bezoek = Cel(f"{toon.dag(laatst[1], 'yMMMd')}: {uitkomst}", laatst[1])
    let_op = [t.tekst("adres.niet_mee")] if een["niet_mee"] else []
    let_op += [t.tekst("ronde.liever_niet", dag=toon.dag(een["liever_niet"]))] if een["liever_niet"] else []
    return (
        Cel(een["nummer"], plaats),
        Cel(t.plat(f"webkanaal.werk_kolom.{een['stand']}")),
        bezoek,
        Cel(" ".join(let_op)),
        Cel(doen=(Doe(open_, f"ad:{een['huis']}", f"{open_}: {een['adres']}"),)),
    )

"""What residents asked and waits for an answer, as a table. Who asks is nowhere in it."""

from typing import Any

from berichten.bericht import Toon, inkorten
from berichten.vraag import dag, in_het_kort
from berichten.werkblad.blad import Blad, Cel, Doe, Tabel, kolommen, zonder_volgorde
from berichten.werkgroepnaam import werkgroepnaam

_NAAM = 80


def blad(toon: Toon, data: list[dict[str, Any]]) -> Blad:
    """Return the page of what `bot.services.vraagpunt.alles` gives."""
    t = toon.t
    tabel = Tabel(
        t.plat("webkanaal.werk_wacht"),
        (*kolommen(t, "vraag", "sinds", "termijn", "voor"), *zonder_volgorde(t, "doen")),
        tuple(_rij(toon, een) for een in data),
        t.plat("vraagpunt.leeg"),
    )
    return Blad(t.plat("knop.openvragen"), (tabel,))


def _rij(toon: Toon, een: dict[str, Any]) -> tuple[Cel, ...]:
    t, id_ = toon.t, een["id"]
    gevraagd = "\n\n".join(in_het_kort(toon, zei) for zei in een["berichten"] if zei["van"] == "bewoner")
    voor = werkgroepnaam(t, een["groep"]) if een["groep"] else t.plat("vraagpunt.knop_wijk")
    tot = dag(toon, een["termijn"])
    wat = inkorten(gevraagd, _NAAM)
    antwoord, open_ = t.plat("vraagpunt.knop_antwoord"), t.plat("webkanaal.werk_open")
    doen = Doe(antwoord, f"vra:{id_}", f"{antwoord}: {wat}"), Doe(open_, f"vrk:{id_}", f"{open_}: {wat}")
    return (
        Cel(gevraagd, getypt=True),
        Cel(toon.dag(een["op"], "MMMEd"), een["op"]),
        Cel(
            t.plat("webkanaal.werk_te_laat", dag=tot) if een["te_laat"] else tot, een["termijn"], let_op=een["te_laat"]
        ),
        Cel(t.plat("vraagpunt.knop_hoger") if een["hoger"] else voor),
        Cel(doen=doen),
    )

"""What will go out when, as a table, and what came too late."""

from typing import Any

from berichten.bericht import Toon
from berichten.catalogus import Veilig
from berichten.planning import aantal_mensen, let_op, voor_wie
from berichten.werkblad.blad import Blad, Cel, Doe, Tabel, kolommen, zonder_volgorde


def blad(toon: Toon, data: dict[str, Any]) -> Blad:
    """Return the page of what `bot.services.planning.alles` gives."""
    t = toon.t
    komt = Tabel(
        t.plat("webkanaal.werk_komt"),
        (
            *kolommen(t, "moment", "soort", "titel", "voor", "aantal"),
            *zonder_volgorde(t, "doen"),
        ),
        tuple(_rij(toon, regel) for regel in data["regels"]),
        t.plat("planning.leeg"),
    )
    laat = Tabel(
        t.plat("webkanaal.werk_laat"),
        kolommen(t, "moment", "soort", "titel"),
        tuple(_wat(toon, regel) for regel in data["laat"]),
    )
    return Blad(t.plat("knop.planning"), (komt, laat) if data["laat"] else (komt,))


def _wat(toon: Toon, regel: dict[str, Any]) -> tuple[Cel, ...]:
    wat = toon.t.plat(f"planning.wat.{regel['soort']}")
    erbij = let_op(toon, regel) if "gaat" in regel else []
    wanneer = Veilig("\n".join([toon.kort(regel["moment"]), *erbij]))
    return Cel(wanneer, regel["moment"]), Cel(wat), Cel(regel["titel"], getypt=True)


def _rij(toon: Toon, regel: dict[str, Any]) -> tuple[Cel, ...]:
    t, (klein, aantal, _) = toon.t, regel["aantal"]
    voor = Veilig(" ".join(voor_wie(toon, regel)) or t.tekst("doelgroep.voor.wijk"))
    open_ = t.plat("webkanaal.werk_open")
    return (
        *_wat(toon, regel),
        Cel(voor),
        Cel(aantal_mensen(toon, *regel["aantal"]), 0 if klein else aantal),
        Cel(doen=(Doe(open_, f"pl:{regel['soort']}:{regel['id']}", f"{open_}: {regel['titel']}"),)),
    )
